"""Langfang 廊坊: a prefecture-level city of four levels, all-function grids with one worker each.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    Here are the level profile and the norms that other packs borrow; the rest of the pack is still to come. The
    tolerance of “about 1,000 persons” is not in the text, so grids are judged by households alone.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Band, Cycle, Modality, Reference, Text
from pbgov.org import FOUR_LEVELS
from pbgov.packs._columns import bodies, events, grids, ledger, ties, units
from pbgov.packs._national import NATIONAL
from pbgov.rules import HERE, AtLeastOnce, Count, Dated, Norm, Overlay, Own, Parameter, Sum, Within, each

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_YUAN = Text(zh="元", en="yuan")

LANGFANG_LEVELS: Final = FOUR_LEVELS

GRID_HOUSEHOLDS = Parameter(
    id="grid.households",
    unit=Text(zh="户", en="households"),
    values=(Dated(value=Band(200, 300), basis=_REPORT.quote("每200—300户或每1000人左右")),),
)
GRID_WORKERS = Parameter(
    id="grid.workers",
    unit=Text(zh="名网格员", en="grid workers"),
    values=(Dated(value=1, basis=_REPORT.quote("“一格一员”标准")),),
)
WORKING_COMMITTEE_CADENCE = Parameter(
    id="enlarged_working_committee.cadence",
    unit=Text(zh="周期", en="cycle"),
    values=(Dated(value=Cycle.HALF_YEAR, basis=_REPORT.quote("“大工委”会议每半年至少召开1次")),),
)
COMMUNITY_COMMITTEE_CADENCE = Parameter(
    id="enlarged_community_committee.cadence",
    unit=Text(zh="周期", en="cycle"),
    values=(Dated(value=Cycle.QUARTER, basis=_REPORT.quote("社区“大党委”会议每季度至少召开1次")),),
)
WORK_FUND = Parameter(
    id="work_fund.min",
    unit=_YUAN,
    values=(Dated(value=100_000, basis=_REPORT.quote("工作经费每社区每年不少于10万元")),),
)
SERVICE_FUND = Parameter(
    id="service_fund.min",
    unit=_YUAN,
    values=(Dated(value=200_000, basis=_REPORT.quote("专项经费每社区每年不少于20万元")),),
)

LF225 = Norm(
    code="LF225",
    item="C-2.25",
    modality=Modality.MUST,
    basis=_REPORT.quote("“大工委”会议每半年至少召开1次"),
    text=Text(
        zh="街道“大工委”每半年至少开会一次", en="a subdistrict's enlarged committee meets at least once each half-year"
    ),
    scope=each(bodies.kind == "enlarged_working_committee"),
    payload=AtLeastOnce(HERE.back(events.subject, events.kind == "regular_meeting"), per=WORKING_COMMITTEE_CADENCE.id),
)
LF228 = Norm(
    code="LF228",
    item="C-2.28",
    modality=Modality.MUST,
    basis=_REPORT.quote("社区“大党委”会议每季度至少召开1次"),
    text=Text(
        zh="社区“大党委”每季度至少开会一次", en="a community's enlarged committee meets at least once each quarter"
    ),
    scope=each(bodies.kind == "enlarged_community_committee"),
    payload=AtLeastOnce(
        HERE.back(events.subject, events.kind == "regular_meeting"), per=COMMUNITY_COMMITTEE_CADENCE.id
    ),
)
LF302 = Norm(
    code="LF302",
    item="C-3.02",
    modality=Modality.MUST,
    waivable=True,
    basis=_REPORT.quote("每200—300户或每1000人左右"),
    text=Text(zh="网格规模适度", en="a grid is of a size one worker can know"),
    scope=each(grids),
    payload=Within(of=Own("households"), band=GRID_HOUSEHOLDS.id),
)
LF305 = Norm(
    code="LF305",
    item="C-3.05",
    modality=Modality.MUST,
    basis=_REPORT.quote("“一格一员”标准"),
    text=Text(zh="一格一员", en="each grid has one worker"),
    scope=each(grids),
    payload=Within(of=Count(HERE.back(ties.target, ties.kind == "serves")), exactly=GRID_WORKERS.id),
)
LF501 = Norm(
    code="LF501",
    item="C-5.01",
    modality=Modality.MUST,
    basis=_REPORT.quote("工作经费每社区每年不少于10万元"),
    text=Text(zh="每社区每年工作经费不低于下限", en="each community's work fund reaches its yearly floor"),
    scope=each(units.level == "community"),
    payload=Within(of=Sum(HERE.back(ledger.account, ledger.resource == "work_fund"), "amount"), at_least=WORK_FUND.id),
)
LF502 = Norm(
    code="LF502",
    item="C-5.02",
    modality=Modality.MUST,
    basis=_REPORT.quote("专项经费每社区每年不少于20万元"),
    text=Text(zh="每社区每年服务群众专项经费不低于下限", en="each community's service fund reaches its yearly floor"),
    scope=each(units.level == "community"),
    payload=Within(
        of=Sum(HERE.back(ledger.account, ledger.resource == "service_fund"), "amount"), at_least=SERVICE_FUND.id
    ),
)

LANGFANG: Final = NATIONAL.extend(
    Overlay(
        id="langfang",
        title=Text(zh="廊坊规则包", en="pack of Langfang"),
        basis=_REPORT.quote("街道、社区逐级建立了党建联席会议制度"),
        add=(
            GRID_HOUSEHOLDS,
            GRID_WORKERS,
            WORKING_COMMITTEE_CADENCE,
            COMMUNITY_COMMITTEE_CADENCE,
            WORK_FUND,
            SERVICE_FUND,
            LF225,
            LF228,
            LF302,
            LF305,
            LF501,
            LF502,
        ),
    )
)
