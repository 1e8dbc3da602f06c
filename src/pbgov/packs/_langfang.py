"""Langfang 廊坊: a prefecture-level city of four levels, all-function grids with one worker each.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Checked with:
    The official list of administrative divisions, state of 2023-06-30: ten county-level units beside a development
    zone, of which the report names the two districts of its pilots.

Limitations:
    How far “about 1,000 persons” reaches the text does not say: 10 % either way, by assumption. A grid keeps to its
    size by households or by residents; ``grid.size_measures`` of 2 asks for both. That everybody is trained once a
    year 轮训一遍 is asked of whoever held a secretary's post for half of the year, by assumption. How often members'
    Party spirit is analysed, how often cases are dispatched, and how soon a set-up is reviewed after something
    changed, the text does not say.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Assumption, Band, Cycle, Modality, Reference, Required, Text
from pbgov.org import FOUR_LEVELS
from pbgov.packs._columns import bodies, events, grids, holdings, ledger, posts, ties, units
from pbgov.packs._langfang_cases import LANGFANG_CASES
from pbgov.packs._langfang_duties import LANGFANG_DUTIES
from pbgov.packs._langfang_emergency import LANGFANG_EMERGENCY
from pbgov.packs._langfang_grids import LANGFANG_GRIDS
from pbgov.packs._langfang_linkage import LANGFANG_LINKAGE
from pbgov.packs._langfang_meetings import LANGFANG_MEETINGS
from pbgov.packs._langfang_organs import LANGFANG_ORGANS
from pbgov.packs._langfang_people import LANGFANG_PEOPLE
from pbgov.packs._langfang_sectors import LANGFANG_SECTORS
from pbgov.packs._langfang_venues import LANGFANG_VENUES
from pbgov.packs._langfang_workers import LANGFANG_WORKERS
from pbgov.packs._national_rhythm import PARTY_LIFE
from pbgov.rules import (
    HERE,
    Answered,
    Cadence,
    Count,
    Dated,
    Norm,
    Overlay,
    Own,
    Parameter,
    Partial,
    Preceded,
    Sum,
    Within,
    each,
)

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_YUAN = Text(zh="元", en="yuan")
_CYCLE = Text(zh="周期", en="cycle")
_DAYS = Text(zh="天", en="days")
_TRAINING = _REPORT.quote("每年对街道、社区党组织书记轮训一遍")

LANGFANG_LEVELS: Final = FOUR_LEVELS

GRID_HOUSEHOLDS = Parameter(
    id="grid.households",
    unit=Text(zh="户", en="households"),
    values=(Dated(value=Band(200, 300), basis=_REPORT.quote("每200—300户或每1000人左右")),),
)
GRID_RESIDENTS = Parameter(
    id="grid.residents",
    unit=Text(zh="人", en="residents"),
    values=(
        Dated(
            value=Band(900, 1100),
            basis=Assumption(
                Text(
                    zh="原文为“每1000人左右”，未写幅度，取上下10%",
                    en="“about 1,000 persons”, and the text gives no tolerance: 10 % either way",
                )
            ),
        ),
    ),
)
GRID_SIZE_MEASURES = Parameter(
    id="grid.size_measures",
    unit=Text(zh="项", en="measures"),
    values=(Dated(value=1, basis=_REPORT.quote("每200—300户或每1000人左右")),),
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

TRAINING = Parameter(id="training.cadence", unit=_CYCLE, values=(Dated(value=Cycle.YEAR, basis=_TRAINING),))
TRAINING_DAYS = Parameter(
    id="training.min_days",
    unit=_DAYS,
    values=(
        Dated(
            value=183, basis=Assumption(Text(zh="原文未写明，取任职满半年", en="not stated; half of the year in post"))
        ),
    ),
)
SPIRIT_ANALYSIS = Parameter(
    id="party_spirit_analysis.cadence",
    unit=_CYCLE,
    values=(
        Dated(
            value=None, basis=Required(Text(zh="原文只写“定期”", en="the text says “regularly” and gives no period"))
        ),
    ),
)
DISPATCH = Parameter(
    id="dispatch_meeting.cadence",
    unit=_CYCLE,
    values=(
        Dated(
            value=None, basis=Required(Text(zh="原文只写“定期”", en="the text says “regularly” and gives no period"))
        ),
    ),
)
ADJUSTMENT = Parameter(
    id="adjustment.days",
    unit=_DAYS,
    values=(
        Dated(value=None, basis=Required(Text(zh="原文只写“及时”", en="the text says “in time” and gives no days"))),
    ),
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
    payload=Cadence(of=HERE.back(events.subject, events.kind == "regular_meeting"), per=WORKING_COMMITTEE_CADENCE.id),
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
    payload=Cadence(of=HERE.back(events.subject, events.kind == "regular_meeting"), per=COMMUNITY_COMMITTEE_CADENCE.id),
)
LF302 = Norm(
    code="LF302",
    item="C-3.02",
    modality=Modality.MUST,
    waivable=True,
    basis=_REPORT.quote("每200—300户或每1000人左右"),
    text=Text(zh="网格规模适度", en="a grid is of a size one worker can know"),
    scope=each(grids),
    payload=Within(
        of=Own("households"),
        band=GRID_HOUSEHOLDS.id,
        alternatives=(Within(of=Own("residents"), band=GRID_RESIDENTS.id),),
        needed=GRID_SIZE_MEASURES.id,
    ),
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
LF325 = Norm(
    code="LF325",
    item="C-3.25",
    modality=Modality.MUST,
    basis=_REPORT.quote("连夜对全市无物业小区进行排查摸底"),
    text=Text(
        zh="先排查摸底，后部署力量", en="compounds without a property company are surveyed before anybody is deployed"
    ),
    scope=each(units.level == "city"),
    payload=Preceded(
        of=HERE.back(events.subject, events.kind == "deployment"), by=HERE.back(events.subject, events.kind == "survey")
    ),
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
LF629 = Norm(
    code="LF629",
    item="C-6.29",
    modality=Modality.MUST,
    basis=_TRAINING,
    text=Text(
        zh="街道、社区党组织书记每年轮训一遍",
        en="each secretary of a subdistrict or community is trained each year",
    ),
    scope=each(units.level.is_in(("township", "community")))
    .back(posts.unit, posts.kind == "secretary")
    .back(holdings.post),
    payload=Cadence(
        of=HERE.back(events.attendance, events.kind == "training_completed"),
        per=TRAINING.id,
        partial=Partial.REQUIRE,
        min_days=TRAINING_DAYS.id,
        former=True,
    ),
)
LF642 = Norm(
    code="LF642",
    item="C-6.42",
    modality=Modality.MUST,
    basis=_REPORT.quote("民主评议党员、党员党性定期分析"),
    text=Text(zh="定期分析党员党性", en="members' Party spirit is analysed regularly"),
    scope=each(bodies.kind == "party_branch"),
    payload=Cadence(of=HERE.back(events.subject, events.kind == "party_spirit_analysis"), per=SPIRIT_ANALYSIS.id),
)
LF807 = Norm(
    code="LF807",
    item="C-8.07",
    modality=Modality.MUST,
    basis=_REPORT.quote("定期调度"),
    text=Text(zh="诉求办理定期调度", en="the handling of requests is dispatched regularly"),
    scope=each(units.level == "city"),
    payload=Cadence(of=HERE.back(events.subject, events.kind == "dispatch_meeting"), per=DISPATCH.id),
)
LF920 = Norm(
    code="LF920",
    item="C-9.20",
    modality=Modality.MUST,
    basis=_REPORT.quote("及时调整党组织设置"),
    text=Text(
        zh="党组织的情况变化后及时复核设置",
        en="the set-up of a Party organisation is reviewed soon after something changed",
    ),
    scope=each(bodies.kind == "party_branch"),
    payload=Answered(
        of=HERE.back(events.subject, events.kind.is_in(("host_changed", "member_count_crossed", "territory_changed"))),
        by=HERE.back(events.subject, events.kind == "organisation_reviewed"),
        within=ADJUSTMENT.id,
        former=True,
    ),
)

LANGFANG: Final = PARTY_LIFE.extend(
    Overlay(
        id="langfang",
        title=Text(zh="廊坊规则包", en="pack of Langfang"),
        basis=_REPORT.quote("街道、社区逐级建立了党建联席会议制度"),
        add=(
            GRID_HOUSEHOLDS,
            GRID_RESIDENTS,
            GRID_SIZE_MEASURES,
            GRID_WORKERS,
            WORKING_COMMITTEE_CADENCE,
            COMMUNITY_COMMITTEE_CADENCE,
            WORK_FUND,
            SERVICE_FUND,
            LF225,
            LF228,
            LF302,
            LF305,
            LF325,
            LF501,
            LF502,
            TRAINING,
            TRAINING_DAYS,
            SPIRIT_ANALYSIS,
            DISPATCH,
            ADJUSTMENT,
            LF629,
            LF642,
            LF807,
            LF920,
            *LANGFANG_DUTIES,
            *LANGFANG_EMERGENCY,
            *LANGFANG_GRIDS,
            *LANGFANG_MEETINGS,
            *LANGFANG_ORGANS,
            *LANGFANG_SECTORS,
            *LANGFANG_VENUES,
            *LANGFANG_WORKERS,
            *LANGFANG_PEOPLE,
            *LANGFANG_CASES,
            *LANGFANG_LINKAGE,
        ),
    )
)
