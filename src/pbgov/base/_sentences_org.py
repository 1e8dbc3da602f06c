"""The sentences of the organisation graph and of allocation, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

ORG: Final[dict[str, Text]] = {
    # looking up
    "org.day": Text(
        zh="{value}在{day}不在有效期内；请换一个日期，或向未限定日期的图查询",
        en="{value} is not in force on {day}; ask of another day, or ask the graph of no day",
    ),
    "org.name.none": Text(
        zh="没有名为“{name}”的单位；请核对名称，或改用标识",
        en="no unit is called “{name}”; check the name, or use the identifier",
    ),
    "org.name.several": Text(
        zh="名为“{name}”的单位不止一个：{ids}；请改用标识",
        en="several units are called “{name}”: {ids}; use the identifier",
    ),
    # networkx
    "networkx.node": Text(
        zh="此图不能读成组织图：节点{node}：{why}。节点须带type（unit、body、post或other）及各列，与to_networkx()的结果相同",
        en="this graph cannot be read as an organisation graph: node {node}: {why}. A node needs its type (unit, body, "
        "post or other) and its columns, as to_networkx() gives them",
    ),
    "networkx.edge": Text(
        zh="此图不能读成组织图：边{node}：{why}。表示关系的边须带type（tie或holding）及各列，与to_networkx()的结果相同",
        en="this graph cannot be read as an organisation graph: edge {node}: {why}. An edge that stands for a row "
        "needs its type (tie or holding) and its columns, as to_networkx() gives them",
    ),
    "networkx.graph": Text(
        zh="此图不能读成组织图：它是{kind}，不是networkx.MultiDiGraph；请用networkx.MultiDiGraph转换",
        en="this graph cannot be read as an organisation graph: it is a {kind} and no networkx.MultiDiGraph; make one "
        "of it by networkx.MultiDiGraph(...)",
    ),
    "networkx.twice": Text(
        zh="此图不能读成组织图：{ids}各出现不止一次；请各用一个标识",
        en="this graph cannot be read as an organisation graph: {ids} stand there more than once; give each its own "
        "identifier",
    ),
    "networkx.told": Text(
        zh="此图不能读成组织图：节点{node}与其各列不符，或缺少、多出边；parent、host、unit各列须各有一条以列名为键的边",
        en="this graph cannot be read as an organisation graph: the nodes {node} contradict their columns, or edges "
        "are missing or too many; for each of the columns parent, host and unit there is one edge with that key",
    ),
    "networkx.lacks": Text(zh="缺少{columns}；请补上", en="it lacks {columns}; add that"),
    "networkx.strange": Text(zh="没有{columns}这样的列；请删去", en="there is no column {columns}; drop that"),
    "networkx.type": Text(zh="type为{value}；请用{known}", en="its type is {value}; use one of {known}"),
    # allocation
    "allocation.negative": Text(
        zh="{place}的容量应为非负整数，实为{value}；请改正",
        en="the capacity of {place} should be a whole number of 0 or more and is {value}; mend it",
    ),
    "allocation.strange": Text(
        zh="{name}中有不在其列的标识：{ids}；请列入，或从{name}中删去",
        en="{name} names what is not there: {ids}; list it, or leave it out of {name}",
    ),
    "allocation.fixed": Text(
        zh="{thing}已定在{place}，却不可去该处；请改fixed，或将该处列入eligible",
        en="{thing} is fixed at {place}, where it may not go; change fixed, or name the place in eligible",
    ),
    "allocation.infeasible": Text(zh="分不下：{why}", en="not all things find a place: {why}"),
    "allocation.crowded": Text(
        zh="{n}个对象（{things}）只能去{m}处（{places}），而那里只容得下{room}个；请增加容量，或放宽可去之处",
        en="{n} things ({things}) may go to {m} places only ({places}), which hold {room}; raise a capacity, or let "
        "them go elsewhere",
    ),
}
