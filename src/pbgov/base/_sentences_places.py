"""The sentences about entrances, barriers and who is next to whom, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

PLACES: Final[dict[str, Text]] = {
    "places.not_ids": Text(
        zh="{name}应为一组标识，实为{value}；请给出由标识组成的元组",
        en="{name} should be identifiers and is {value}; give a tuple of them",
    ),
    "places.entrance_twice": Text(
        zh="楼栋{id}的楼门标识重复：{entrances}；每个楼门只列一次",
        en="building {id} lists entrances twice: {entrances}; list each one once",
    ),
    "geojson.no_place": Text(
        zh="{value}不是小区图或网格方案；请给出Neighbourhood或GridPlan",
        en="{value} is no neighbourhood and no plan; give a Neighbourhood or a GridPlan",
    ),
    # barriers
    "places.flag": Text(zh="{name}应为True或False，实为{value}", en="{name} is True or False, not {value}"),
    "places.barrier_point": Text(
        zh="阻隔“{name}”中的{value}不是一对整毫米数；请写成（x， y）",
        en="{value} in the barrier “{name}” is no pair of whole millimetres; write (x, y)",
    ),
    "places.barrier_few": Text(
        zh="阻隔“{name}”只有{n}个不同的点；线至少2个，面至少3个，此处应有{fewest}个",
        en="the barrier “{name}” has {n} different points and takes {fewest}: a line 2 at least, an area 3",
    ),
    "places.crosses_unknown": Text(
        zh="没有标识为{id}的阻隔可供通过；crosses应为所跨要素的id",
        en="there is no barrier {id} to cross; crosses is the id of the feature that is crossed",
    ),
    "places.hole": Text(
        zh="阻隔“{name}”的一处内孔无效；只有面才有内孔，每个内孔至少3个不同的点",
        en="a hole of the barrier “{name}” is none: only an area has holes, each of 3 different corners at least",
    ),
    "places.crossing_few": Text(
        zh="阻隔“{name}”的第{n}处通道点数不够；线上的门给一个点，桥或过街处给从一侧到另一侧的一条线",
        en="crossing {n} of the barrier “{name}” has too few points; give one for a gate in a line, or a line from one "
        "side to the other for a bridge",
    ),
    "places.barrier_crooked": Text(
        zh="阻隔{barrier}的边线自相交叉或相接，或不围成面；请重画，或改作线",
        en="the edge of barrier {barrier} crosses or touches itself, or encloses nothing; draw it anew, or make it a "
        "line",
    ),
    "places.crossing_off": Text(
        zh="阻隔{barrier}的第{n}处通道不通：门应在墙线上（偏差1米以内），桥应从一岸到另一岸，两端不在面内",
        en="crossing {n} of barrier {barrier} does not cross it: let a gate lie on its wall, to a metre, and a bridge "
        "reach from bank to bank, its ends not inside",
    ),
    # adjacency
    "places.limit": Text(
        zh="{name}应为0至10000000000的整毫米数，实为{value}",
        en="{name} is a whole number of millimetres, 0 to 10000000000, not {value}",
    ),
    "places.no_building": Text(
        zh="{value}不是楼栋；请只给出Building", en="{value} is no building; give Building values"
    ),
    "places.no_barrier": Text(zh="{value}不是阻隔；请只给出Barrier", en="{value} is no barrier; give Barrier values"),
    "places.building_twice": Text(
        zh="楼栋标识重复：{buildings}；每个标识只能出现一次",
        en="building identifiers repeat: {buildings}; use each one once",
    ),
    "places.unplaced": Text(
        zh='这些楼栋既无轮廓也无位置：{buildings}；请补上，或用unplaced="alone"让其没有邻居',
        en="these buildings have neither outline nor position: {buildings}; give one, or leave them without neighbours "
        'by unplaced="alone"',
    ),
    "places.far": Text(
        zh="这些楼栋的坐标超出1万公里：{buildings}；坐标应为同一平面上的毫米数",
        en="coordinates of these buildings lie beyond 10,000 km: {buildings}; give millimetres on one plane",
    ),
    "places.crooked": Text(
        zh="这些楼栋的轮廓自相交叉或相接，或不围成面：{buildings}；请重画，或略去轮廓而给出位置",
        en="outlines of these buildings cross or touch themselves, or enclose nothing: {buildings}; draw them anew, or "
        "leave them out and give positions",
    ),
    "places.last_unknown": Text(
        zh="last中有未给出的楼栋：{buildings}；请核对标识",
        en="last names buildings that are not given: {buildings}; check the identifiers",
    ),
    "places.no_shapely": Text(
        zh="由轮廓推导相邻关系需要shapely；请安装pbgov[geometry]",
        en="adjacency is derived with shapely, which is not installed; install pbgov[geometry]",
    ),
}
