"""The sentences about sizes of grids and about who serves them, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

STAFFING: Final[dict[str, Text]] = {
    # sizes
    "grid.no_plan": Text(
        zh="应给出GridPlan，实为{value}；请给出方案本身",
        en="a GridPlan is asked for, not {value}; give the plan itself",
    ),
    "grid.no_band": Text(
        zh="{name}应为Band，实为{value}；例如Band(200, 300)",
        en="{name} should be a Band, not {value}; for example Band(200, 300)",
    ),
    # who serves
    "grid.no_grids": Text(
        zh="应给出GridPlan或一组Grid，实为{value}；请给出网格本身而非其标识",
        en="a GridPlan or several Grid values are asked for, not {value}; give the grids themselves, not identifiers",
    ),
    "grid.grid_twice": Text(
        zh="网格标识重复：{grids}；每个网格只列一次", en="grid identifiers repeat: {grids}; list each grid once"
    ),
    "staffing.workers": Text(
        zh="做不到一格一员：{why}（对象为网格，处为网格员）；请增派网格员，或放宽eligible",
        en="one worker for each grid is not possible: {why} (the things are grids, the places are workers); take on "
        "workers, or widen eligible",
    ),
    "staffing.units": Text(
        zh="有网格无人包保：{why}（对象为网格，处为单位）；请增加单位、提高most，或放宽eligible",
        en="some grid is left without a unit: {why} (the things are grids, the places are units); add units, raise "
        "most, or widen eligible",
    ),
    "staffing.most": Text(
        zh="most应为不小于1的整数，实为{value}；不设上限请留空",
        en="most is a whole number of 1 or more, not {value}; leave it out where there is no limit",
    ),
    "staffing.weights": Text(
        zh="weights缺少这些网格：{grids}；请给出每个网格的权重",
        en="weights lack these grids: {grids}; give each grid a weight",
    ),
}
