"""The sentences about planning many neighbourhoods at once, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

CITY: Final[dict[str, Text]] = {
    # what is refused before any work begins
    "city.no_neighbourhoods": Text(
        zh="neighbourhoods应为若干Neighbourhood，实为{value}；请给出一组小区图",
        en="neighbourhoods should be several Neighbourhood values and is {value}; give a list of them",
    ),
    "city.twice": Text(
        zh="这些标识各有不止一个小区图：{ids}；每个小区图请用自己的标识",
        en="several neighbourhoods share one identifier: {ids}; give each its own",
    ),
    "city.executor": Text(
        zh="executor应为concurrent.futures.Executor，实为{value}；请给出线程池、进程池、Dask的client.get_executor()，"
        "或不写",
        en="executor should be a concurrent.futures.Executor and is {value}; give a pool of threads or processes, "
        "client.get_executor() of Dask, or leave it out",
    ),
    "city.each": Text(
        zh="each应为由小区图标识到选项的映射，{id}处实为{value}；例如{{'N1'： {{'most'： 5}}}}",
        en="each should map identifiers of neighbourhoods to options, and at {id} is {value}; for example "
        "{{'N1': {{'most': 5}}}}",
    ),
    "city.each_unknown": Text(
        zh="each提到的{ids}不在所给的小区图中；请核对标识",
        en="each names neighbourhoods that were not given: {ids}; check the identifiers",
    ),
    # why a neighbourhood has no answer
    "city.failed": Text(zh="未能规划{id}：{why}", en="{id} could not be planned: {why}"),
    "city.unforeseen": Text(
        zh="中途出错（{what}）；请核对该小区图及其选项",
        en="the work broke off ({what}); check the neighbourhood and its options",
    ),
    "city.lost": Text(
        zh="{id}两次未能从工作进程返回（{what}），其他小区图不受影响；请给工作进程更多内存，或单独用partition规划它",
        en="{id} twice did not come back from its worker ({what}), the others did; give workers more memory, or plan "
        "it alone with partition",
    ),
    "city.not_begun": Text(
        zh="{id}尚未开始，工作已按要求停止；请对未开始的再次调用",
        en="{id} was not begun when the work was asked to stop; call again for those not begun",
    ),
    # what it came to
    "city.unknown": Text(
        zh="没有小区图{id}的结果；请核对标识", en="there is no outcome for neighbourhood {id}; check the identifier"
    ),
    "city.title": Text(zh="各小区图的网格划分", en="Grids of many neighbourhoods"),
    "city.about": Text(
        zh="共{n}个小区图：{planned}个有方案，合计{grids}个网格（已证明至少需要{bound}个）；{infeasible}个没有方案；"
        "{unplanned}个没有结果。",
        en="{n} neighbourhoods: {planned} have a plan, {grids} grids in all (proven: no fewer than {bound}); "
        "{infeasible} have none; {unplanned} have no answer.",
    ),
    "city.column.neighbourhood": Text(zh="小区图", en="neighbourhood"),
    "city.column.why": Text(zh="为何没有方案", en="why there is no plan"),
    "city.more": Text(zh="没有方案或结果的另有{n}个。", en="Without plan or answer beyond these: {n}."),
}
