"""Langfang 廊坊, people: who reports where, what they do there, who is trained in what, red owners' committees.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    Organisations and members alike report where their unit is seated 驻地, and not where members live. Which Party
    organisations are those of organs and of industry departments is read from their kinds. How often joint work is
    done there the text does not say: once a year each, by assumption. A member of an owners' committee counts as a
    Party member who is registered with some organisation, and as one of the two committees of the community whose
    holding names the post because of which it came about. What share makes “a backbone” 骨干力量 is an assumption.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Cycle, Modality, Reference, Text
from pbgov.packs._columns import bodies, events, holdings, posts, ties, units
from pbgov.packs._making import CYCLE, assumed, figure, norm
from pbgov.packs._shared_people import PARTY_ORGANISATIONS, party_affairs_worker, pools_are_no_posts
from pbgov.packs._shared_reporting import reported_where_due
from pbgov.packs._shared_sectors import instructed
from pbgov.rules import HERE, Count, Covered, Ratio, Related, Relation, Values, Within, each, param

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_WHO = _REPORT.quote("市县两级机关单位、行业部门党组织和党员")
_WHERE = _REPORT.quote("到驻地街道社区报到")
_GOALS = _REPORT.quote("实现组织共建、活动共联、资源共享")
_TOPICS = _REPORT.quote("党的科学理论水平、增强党务工作能力和提升基层治理能力为主要内容")
_SYSTEM = _REPORT.quote("将城市基层党务工作者纳入全市基层干部培训体系")
_RED = _REPORT.quote("建立以党员为骨干力量的“红色业委会”")
_RED_ORGANISATION = _REPORT.quote("推进在业主委员会中建立党组织")
_RED_CONCURRENT = _REPORT.quote("通过法定程序兼任业主委员会委员")

_reports = HERE.back(ties.source, ties.kind == "reports_to")
_organisations = (
    each(units.level.is_in(param("dual_report.levels")))
    .back(units.parent)
    .back(bodies.host, bodies.kind.is_in(("organ_party_organisation", "industry_party_organisation")))
)
_reporting = each(ties.kind == "reports_to").along(ties.source, "bodies")
_trainings = HERE.back(events.subject, events.kind == "training_completed")
_owners = HERE.back(posts.unit, posts.kind == "owners_committee_member").back(holdings.post)
_party_owners = (
    _owners.along(holdings.person, "people")
    .back(ties.source, ties.kind == "registered_with")
    .along(ties.source, "people")
)

FIGURES: Final = (
    figure("dual_report.levels", ("city", "county"), _WHO),
    figure("dual_report.reports", 1, _WHERE, Text(zh="次报到", en="reports")),
    figure("dual_report.goals", ("activity", "organisation", "resource"), _GOALS),
    figure(
        "dual_report.goals_cadence",
        Cycle.YEAR,
        assumed("原文未写周期，按每年理解", "the text gives no period; read as each year"),
        CYCLE,
    ),
    figure("training.topics", ("governance_ability", "party_affairs", "theory"), _TOPICS),
    figure(
        "red_owners_committee.share",
        501,
        assumed("“骨干力量”理解为党员过半", "a backbone is read as more than half of the members"),
        Text(zh="‰", en="parts per thousand"),
    ),
    figure("red_owners_committee.organisations", 1, _RED_ORGANISATION, Text(zh="个党组织", en="Party organisations")),
    figure("red_owners_committee.concurrent", 1, _RED_CONCURRENT, Text(zh="名兼任委员", en="concurrent members")),
)

NORMS: Final = (
    norm(
        "LF6201",
        "C-6.20",
        Text(
            zh="市县两级机关、行业部门党组织都已报到",
            en="every Party organisation of an organ or industry department of the city and county levels has reported",
        ),
        _WHO,
        _organisations,
        Within(of=Count(_reports), at_least="dual_report.reports"),
    ),
    norm(
        "LF6202",
        "C-6.20",
        Text(
            zh="这些党组织的党员都已报到", en="every member registered with such an organisation has reported as well"
        ),
        _WHO,
        _organisations.back(ties.target, ties.kind == "registered_with").along(ties.source, "people"),
        Within(of=Count(_reports), at_least="dual_report.reports"),
    ),
    *reported_where_due("LF624", ("seat",), _WHERE),
    norm(
        "LF630",
        "C-6.30",
        Text(
            zh="举办轮训的单位一年的培训涵盖三项内容",
            en="what a unit trains secretaries in over a year takes up all three topics",
        ),
        _TOPICS,
        each(events.kind == "training_completed").along(events.subject, "units"),
        Covered(of=Values(_trainings, "agenda"), codes="training.topics", per="training.cadence"),
    ),
    *party_affairs_worker("LF632", _REPORT.quote("充实壮大党务工作者和党员队伍")),
    *instructed("LF633", _REPORT.quote("选派党建指导员等方式")),
    *pools_are_no_posts(
        "LF638", ("retired_cadre", "veteran_member", "volunteer"), _REPORT.quote("老党员、老干部、志愿者")
    ),
    norm(
        "LF645",
        "C-6.45",
        Text(
            zh="“红色业委会”党员过半，或建有党组织，或有“两委”成员兼任",
            en="of a red owners' committee more than half are members, or it has a Party organisation, "
            "or a member of the two committees sits on it",
        ),
        _RED,
        each((bodies.kind == "owners_committee") & bodies.functions.has("red_owners_committee")),
        Within(
            of=Ratio(Count(_party_owners), Count(_owners)),
            at_least="red_owners_committee.share",
            alternatives=(
                Within(
                    of=Count(HERE.back(bodies.host, bodies.kind.is_in(PARTY_ORGANISATIONS))),
                    at_least="red_owners_committee.organisations",
                ),
                Within(
                    of=Count(_owners.along(holdings.concurrent, "posts")), at_least="red_owners_committee.concurrent"
                ),
            ),
        ),
    ),
    norm(
        "LF647",
        "C-6.47",
        Text(
            zh="报到的党组织每年开展组织共建、活动共联、资源共享",
            en="an organisation that reported builds organisations, holds activities and shares resources each year",
        ),
        _GOALS,
        _reporting,
        Covered(
            of=Values(HERE.back(events.subject, events.kind == "dual_report_work"), "agenda"),
            codes="dual_report.goals",
            per="dual_report.goals_cadence",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "LF648",
        "C-6.48",
        Text(
            zh="城市基层党务工作者都纳入全市基层干部培训体系",
            en="every Party-affairs worker belongs to the city's system of training",
        ),
        _SYSTEM,
        each(bodies.kind == "training_system"),
        Related(
            Values(each(posts.kind == "party_affairs_worker"), "id"),
            Relation.SUBSET,
            (Values(HERE.back(ties.target, ties.kind == "member"), "source"),),
        ),
    ),
)

LANGFANG_PEOPLE: Final = (*FIGURES, *NORMS)
