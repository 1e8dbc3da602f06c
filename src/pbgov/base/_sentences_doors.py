"""The sentences about calls that the grid room and the allocation refuse, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

DOORS: Final[dict[str, Text]] = {
    # places
    "grid.coordinate_far": Text(
        zh="楼栋{id}的{name}离原点超过{most}毫米；请给出同一局部平面上的毫米数",
        en="{name} of building {id} lies more than {most} mm from the origin; give millimetres on a local plane",
    ),
    # plans
    "plan.grids": Text(
        zh="方案的grids应为若干Grid，实为{value}；只有一个时请写[grid]",
        en="the grids of a plan are several Grid values, not {value}; write [grid] for a single one",
    ),
    "plan.waived": Text(
        zh="{name}应为一组网格标识，实为{value}；例如['N1-G1']",
        en="{name} should be identifiers of grids and is {value}; for example ['N1-G1']",
    ),
    "plan.marked": Text(
        zh="marked应为由网格标识到所发现问题的映射，实为{value}；例如{{'N1-G1'： '无人'}}",
        en="marked should map identifiers of grids to what was found and is {value}; for example {{'N1-G1': 'nobody'}}",
    ),
    "plan.mark": Text(
        zh="marked中网格{id}的应为Text或字符串，实为{value}；请写明所发现的问题",
        en="what marked says of grid {id} should be a Text or a string and is {value}; say what was found",
    ),
    "plan.no_grid": Text(
        zh="{id}的方案没有{name}所提的网格{grids}；请核对标识",
        en="{name} names what is no grid of the plan of {id}: {grids}; check the identifiers",
    ),
    "certificate.no_claims": Text(
        zh="{id}的证书未列出任何障碍（claims为空）；请至少列出一处",
        en="the certificate of {id} names no obstacle (claims is empty); give at least one",
    ),
    "grid.no_graph": Text(
        zh="{value}不是networkx图；请给出Graph，如to_networkx所作",
        en="{value} is no graph of networkx; give a Graph, such as to_networkx makes",
    ),
    "plan.current_elsewhere": Text(
        zh="现行方案划分的是小区图{before}，而要划分的是{after}；请给出同一小区图的现行方案",
        en="the plan in force divides neighbourhood {before}, and {after} is to be divided; give the plan in force of "
        "the same one",
    ),
    # many neighbourhoods
    "city.list.more": Text(zh="等{n}个", en="and {n} more"),
    # what is spread over places
    "allocation.places": Text(
        zh="places应为一组名称，实为{value}；例如['a'， 'b']",
        en="places should be several names and is {value}; for example ['a', 'b']",
    ),
    "allocation.shape.weights": Text(
        zh="weights应为由名称到权重的映射，实为{value}；例如{{'G1'： 5}}",
        en="weights should map names to weights and is {value}; for example {{'G1': 5}}",
    ),
    "allocation.shape.capacity": Text(
        zh="capacity应为由去处到容量的映射，实为{value}；例如{{'a'： 2}}",
        en="capacity should map places to how many each holds and is {value}; for example {{'a': 2}}",
    ),
    "allocation.shape.eligible": Text(
        zh="eligible应为由名称到各自可去之处的映射，实为{value}；例如{{'G1'： ['a'， 'b']}}",
        en="eligible should map names to the places open to each and is {value}; for example {{'G1': ['a', 'b']}}",
    ),
    "allocation.shape.fixed": Text(
        zh="fixed应为由名称到已定之处的映射，实为{value}；例如{{'G1'： 'a'}}",
        en="fixed should map names to the place that each has and is {value}; for example {{'G1': 'a'}}",
    ),
    "allocation.open": Text(
        zh="eligible给{thing}的应为一组名称，实为{value}；请写成列表，例如['a']",
        en="eligible should give {thing} several names, not {value}; write a list, for example ['a']",
    ),
    "allocation.name": Text(
        zh="{name}中的{value}不是字符串；名称请用字符串",
        en="{name} holds {value}, which is no string; use strings as names",
    ),
}
