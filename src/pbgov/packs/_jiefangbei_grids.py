"""Grids of Jiefangbei: an area divided into them, members assigned to Party grids, and grid secretaries as lane heads.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    A Party grid 党建网格 is a body that a Party organisation hosts, not a row of ``grids``: it may be drawn otherwise
    than the grid a worker serves, and a tie of kind ``corresponds_to`` may lead from one to the other. “Lane head and
    building head” 兼任巷长、楼长 is read as both; a city that reads it as “or” sets ``grid_secretary.lane_heads`` and
    ``grid_secretary.building_heads`` to 0. That an area hangs together is read from “divided by area” 划区包片.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Text
from pbgov.packs._columns import bodies, grids, holdings, neighbourhoods, posts, ties
from pbgov.packs._jiefangbei_base import OF_BRANCH, REPORT
from pbgov.packs._making import assumed, figure, norm
from pbgov.rules import HERE, Divided, Own, Related, Relation, Shared, Values, Within, each

_AREAS = REPORT.quote("划区包片、定责定位")
_PARTY_GRIDS = REPORT.quote("科学划分党建网格和编配党员")
_CONCURRENT = REPORT.quote("担任网格支部书记,兼任巷长、楼长")

_secretary = Values(HERE.back(holdings.post), "person")
_grid = HERE.back(ties.source, ties.kind == "anchored_on").along(ties.target, "grids")
_lane_heads = Values(
    _grid.back(ties.target, ties.kind == "located_in")
    .along(ties.source, "units")
    .back(posts.unit, posts.kind == "lane_head")
    .back(holdings.post),
    "person",
)
_building_heads = Values(
    _grid.along(grids.members, "units").back(posts.unit, posts.kind == "building_head").back(holdings.post), "person"
)
_secretaries = each(posts.kind == "grid_secretary")
_members = HERE.back(ties.target, ties.kind == "member")
_BOTH = assumed("“兼任巷长、楼长”读作二职都兼，0为不要求", "read as both posts; 0 where one of them is enough")

FIGURES: Final = (
    figure(
        "grid.pieces",
        1,
        assumed("“划区包片”读作网格连成一片", "“divided by area” is read as: a grid hangs together"),
        Text(zh="片", en="pieces"),
    ),
    figure("grid_secretary.lane_heads", 1, _BOTH, Text(zh="名巷长", en="lane heads")),
    figure("grid_secretary.building_heads", 1, _BOTH, Text(zh="名楼长", en="building heads")),
)

NORMS: Final = (
    norm(
        "JF3031",
        "C-3.03",
        Text(zh="网格划分不重不漏", en="every building of a neighbourhood lies in a grid of it"),
        _AREAS,
        each(neighbourhoods),
        Related(Values(HERE.back(grids.neighbourhood), "members"), Relation.EQUALS, (Values(HERE, "building_ids"),)),
    ),
    norm(
        "JF3032",
        "C-3.03",
        Text(zh="网格连成一片", en="a grid hangs together"),
        _AREAS,
        each(grids),
        Within(of=Own("pieces"), exactly="grid.pieces"),
        Modality.ENCOURAGED,
    ),
    norm(
        "JF308",
        "C-3.08",
        Text(zh="每名党员恰好编入一个党建网格", en="every member is assigned to one Party grid, and to no second one"),
        _PARTY_GRIDS,
        each(bodies.kind == "party_grid").along(bodies.host, "bodies"),
        Divided(
            whole=Values(OF_BRANCH, "source"),
            into=HERE.back(bodies.host, bodies.kind == "party_grid"),
            members=Values(_members, "source"),
        ),
    ),
    norm(
        "JF3121",
        "C-3.12",
        Text(
            zh="网格支部书记兼任本网格的巷长或楼长",
            en="a grid secretary is also a lane head or a building head in the grid",
        ),
        _CONCURRENT,
        _secretaries,
        Related(_secretary, Relation.OVERLAPS, (_lane_heads, _building_heads)),
    ),
    norm(
        "JF3122",
        "C-3.12",
        Text(zh="网格支部书记兼任本网格的巷长", en="a grid secretary is also a lane head in the grid"),
        _CONCURRENT,
        _secretaries,
        Shared(_secretary, _lane_heads, "grid_secretary.lane_heads"),
    ),
    norm(
        "JF3123",
        "C-3.12",
        Text(zh="网格支部书记兼任本网格的楼长", en="a grid secretary is also a building head in the grid"),
        _CONCURRENT,
        _secretaries,
        Shared(_secretary, _building_heads, "grid_secretary.building_heads"),
    ),
)

JIEFANGBEI_GRIDS: Final = (*FIGURES, *NORMS)
