"""Jixi 鸡西, districts and mines joined 区矿融合: covenant, consortium, what each gives the other, the eight joints.

References:
    鸡西市城市基层党建“四级联动”体系建设 (building the four-level linkage), 干训网, posted 2021-02-01, on the years
    2017 and 2018. Quotations are normalised: script kept, page fragments removed.

Limitations:
    That a covenant is signed by both sides, that a consortium joins a community and an enterprise, and that who gives
    also receives, is read from the two examples. In what time all eight joints must occur the text does not say: a
    year, by assumption. What a venue costs is a stated number of yuan, about the community that uses it.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Cycle, Modality, Reference, Text
from pbgov.packs._columns import bodies, documents, events, facts, ties
from pbgov.packs._making import CYCLE, assumed, figure, norm
from pbgov.packs._organs import COMMUNITY_KINDS, MEMBERS
from pbgov.rules import HERE, Covered, Distinct, Norm, Own, Parameter, Related, Relation, Values, Within, each

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_COVENANT = _REPORT.quote("盛和煤礦簽訂《共建公約》")
_SECTIONS = _REPORT.quote("聯合開展黨員積分制管理、志愿者服務、便民利民等活動")
_CONSORTIUM = _REPORT.quote("花園社區與域內城山煤礦組建了黨建聯合體")
_FREE = _REPORT.quote("企業無償為社區提供活動場所")
_SHARED = _REPORT.quote("資源和力量共享共用、共建共促")
_EIGHT = _REPORT.quote("服務群眾聯做、資源陣地聯用、工作效果聯評")
_FOUR = _REPORT.quote("社會治理、信訪維穩、社會治安和安全隱患")
_SOLVED = _REPORT.quote("解決居民生產生活難題120余件")

EIGHT_JOINTS: Final = (
    "joint_organisation",
    "joint_regional",
    "joint_safety",
    "joint_employment",
    "joint_livelihood",
    "joint_service",
    "joint_venue",
    "joint_evaluation",
)
COVENANT_SECTIONS: Final = ("joint_member_points", "volunteer_service", "convenience_service")
PLATFORM_FUNCTIONS: Final = ("social_governance", "petition_stability", "public_security", "hazards")
ENTERPRISE_KINDS: Final = ("new_economic_organisation", "state_enterprise")

_covenants = each(documents.kind == "joint_building_covenant")
_consortia = each(bodies.kind == "party_building_consortium")
_programmes = each(bodies.kind == "eight_joints_programme")
_joined = Values(MEMBERS.along(ties.source, "units"), "kind")

_FIGURES: Final = (
    figure("covenant.parties", 2, _COVENANT, Text(zh="方", en="parties")),
    figure("covenant.sections", COVENANT_SECTIONS, _SECTIONS),
    figure("consortium.community", COMMUNITY_KINDS, _CONSORTIUM),
    figure("consortium.enterprise", ENTERPRISE_KINDS, _CONSORTIUM),
    figure("venue.price", 0, _FREE, Text(zh="元", en="yuan")),
    figure("eight_joints.sections", EIGHT_JOINTS, _EIGHT),
    figure("eight_joints.cadence", Cycle.YEAR, assumed("原文未写明，按一年", "the text gives none; a year"), CYCLE),
    figure("social_platform.functions", PLATFORM_FUNCTIONS, _FOUR),
    figure("problems_solved.number", 121, _SOLVED, Text(zh="件", en="problems")),
)

_NORMS: Final = (
    norm(
        "JX2401",
        "C-2.40",
        Text(zh="党建联合体有社区参加", en="a consortium has a community among its members"),
        _CONSORTIUM,
        _consortia,
        Related(_joined, Relation.OVERLAPS, "consortium.community"),
    ),
    norm(
        "JX2402",
        "C-2.40",
        Text(zh="党建联合体有企业参加", en="a consortium has an enterprise among its members"),
        _CONSORTIUM,
        _consortia,
        Related(_joined, Relation.OVERLAPS, "consortium.enterprise"),
    ),
    norm(
        "JX520",
        "C-5.20",
        Text(zh="企业提供的活动场所不收费", en="the venue that an enterprise provides costs nothing"),
        _FREE,
        each(facts.unit == "venue_price"),
        Within(of=Own("amount"), exactly="venue.price"),
    ),
    norm(
        "JX7051",
        "C-7.05",
        Text(zh="《共建公约》由双方签订", en="two sides sign a joint-building covenant"),
        _COVENANT,
        _covenants,
        Within(of=Distinct(HERE, "parties"), at_least="covenant.parties"),
    ),
    norm(
        "JX7052",
        "C-7.05",
        Text(
            zh="《共建公约》写明党员积分、志愿服务、便民利民三项",
            en="a covenant speaks of member points, volunteer service and convenience for residents",
        ),
        _SECTIONS,
        _covenants,
        Related(Values(HERE, "sections"), Relation.CONTAINS, "covenant.sections"),
    ),
    norm(
        "JX712",
        "C-7.12",
        Text(
            zh="资源和力量双向共享：给予一方，也从该方有所得",
            en="who gives to another receives from that other as well",
        ),
        _SHARED,
        each(ties.kind == "contributes").along(ties.source, "units"),
        Related(
            Values(HERE.back(ties.source, ties.kind == "contributes"), "target"),
            Relation.SUBSET,
            (Values(HERE.back(ties.target, ties.kind == "contributes"), "source"),),
        ),
    ),
    norm(
        "JX10171",
        "C-10.17",
        Text(zh="“八联”活动有八项内容", en="the eight joints have eight contents, evaluation among them"),
        _EIGHT,
        _programmes,
        Related(Values(HERE, "functions"), Relation.EQUALS, "eight_joints.sections"),
    ),
    norm(
        "JX10172",
        "C-10.17",
        Text(zh="“八联”各项均有活动", en="there are activities of each of the eight joints"),
        _EIGHT,
        _programmes,
        Covered(
            of=Values(HERE.back(events.subject, events.kind == "eight_joints_activity"), "agenda"),
            codes="eight_joints.sections",
            per="eight_joints.cadence",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "JX1022",
        "C-10.22",
        Text(
            zh="社管平台集社会治理、信访维稳、社会治安、安全隐患为一体",
            en="a social-management platform has four functions in one",
        ),
        _FOUR,
        each(bodies.kind == "social_management_platform"),
        Related(Values(HERE, "functions"), Relation.CONTAINS, "social_platform.functions"),
    ),
    norm(
        "JX1023",
        "C-10.23",
        Text(zh="解决居民难题120余件", en="more than 120 problems of residents were solved"),
        _SOLVED,
        each(facts.unit == "problems_solved"),
        Within(of=Own("amount"), at_least="problems_solved.number"),
        Modality.ENCOURAGED,
    ),
)

JIXI_MINES: Final[tuple[Parameter | Norm, ...]] = (*_FIGURES, *_NORMS)
