"""Langfang 廊坊, who may become what, classes of units and of compounds, and how a body decides.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    How many must be present, and how many must agree, the text does not say: more than half each, by assumption. What
    makes a secretary fit for a post of a public institution it leaves open; whoever decides says so of each. Whether a
    unit is representative 有代表性 is left to those who invite it.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference, Text
from pbgov.packs._institution import Institution
from pbgov.packs._making import assumed, figure
from pbgov.packs._shared_classes import unit_class
from pbgov.packs._shared_decisions import permission
from pbgov.packs._steps import asked
from pbgov.rules import And, Category, Classification, Share, Vote, VoteBase, param

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_PART_TIME = _REPORT.quote("“两新”组织党组织负责人担任兼职委员")
_KINDS = _REPORT.quote("机关事业单位、“两新”组织党组织负责人")
_POOLS = _REPORT.quote("老党员、老干部、志愿者中选拔楼门长")
_CRITERIA = _REPORT.quote("政治立场坚定、责任心强、熟悉辖区情况、热心社区建设和善于做群众工作")
_STAFFING = _REPORT.quote("符合条件的社区党组织书记纳入事业编制管理")
_UNMANAGED = _REPORT.quote("无物业小区是疫情防控的薄弱环节")
_DECIDING = _REPORT.quote("完善议事决策机制,落实会议制度")

ENTRANCE_HEAD_CRITERIA: Final = ("eager", "firm_stand", "good_with_people", "knows_area", "responsible_person")

PART_TIME_CATEGORIES: Final = (
    "new_economic_organisation",
    "new_social_organisation",
    "party_government_organ",
    "public_institution",
)

_head, _located, _qualified = asked("head", "bool"), asked("in_territory", "bool"), asked("qualified", "bool")
_kind, _pool, _status = asked("kind", "code"), asked("pool", "code"), asked("status", "code")
_criteria = asked("criteria", "codes")
_public, _economic, _organ = asked("public", "bool"), asked("economic", "bool"), asked("organ", "bool")
_state, _contract = asked("state_owned", "bool"), asked("contract_in_force", "bool")
_HALF = Share(1, 2, strict=True)

_DECISIONS: Final = (
    permission(
        "langfang",
        "part_time_member",
        "LF229",
        "C-2.29",
        Text(zh="兼职委员人选", en="who may be a part-time member"),
        Text(
            zh="辖区内机关事业单位、“两新”组织的党组织负责人可以担任兼职委员",
            en="whoever heads a Party organisation of an organ, institution or “new” organisation in the territory may "
            "be a part-time member",
        ),
        _PART_TIME,
        _head & _located & _kind.is_in(param("part_time.categories")),
        (_head, _kind, _located),
        figure("part_time.categories", PART_TIME_CATEGORIES, _KINDS),
    ),
    permission(
        "langfang",
        "entrance_head",
        "LF315",
        "C-3.15",
        Text(zh="楼门长人选", en="who may be an entrance head"),
        Text(
            zh="老党员、老干部、志愿者，五项标准都具备的，可以选为楼门长",
            en="a veteran member, retired cadre or volunteer who meets all five criteria may be an entrance head",
        ),
        _CRITERIA,
        And((_pool.is_in(param("entrance_head.pools")), *(_criteria.has(one) for one in ENTRANCE_HEAD_CRITERIA))),
        (_pool, _criteria),
        figure("entrance_head.pools", ("retired_cadre", "veteran_member", "volunteer"), _POOLS),
    ),
    permission(
        "langfang",
        "secretary_staffing",
        "LF323",
        "C-3.23",
        Text(zh="社区党组织书记入编", en="secretaries on the staff of a public institution"),
        Text(
            zh="符合条件的社区党组织书记可以纳入事业编制管理",
            en="a secretary of a community's Party organisation who qualifies may be put on the staff of a public "
            "institution",
        ),
        _STAFFING,
        (_status == "community_secretary") & _qualified,
        (_status, _qualified),
    ),
)

_CLASSES: Final = (
    Institution(
        code="property_service_class",
        items=("C-1.08",),
        title=Text(zh="无物业小区", en="compounds without property service"),
        basis=_UNMANAGED,
        value=Classification(
            id="property_service_class",
            text=Text(zh="物业管理", en="property management"),
            fields=(_contract.field,),
            categories=(Category("unmanaged_compound", ~_contract, _UNMANAGED),),
            default="managed_compound",
            basis=assumed("二者互斥", "the two exclude each other"),
        ),
    ),
    unit_class(_KINDS, assumed("国有的不属“两新”", "what the state owns is none of the two “new”")),
)

_VOTES: Final = (
    Institution(
        code="decision_procedure",
        items=("C-2.37",),
        title=Text(zh="议事决策机制", en="how a body decides"),
        basis=_DECIDING,
        value=Vote(
            id="decision_procedure",
            text=Text(
                zh="过半数到会，到会者过半数赞成", en="more than half present, more than half of these in favour"
            ),
            quorum=_HALF,
            majority=_HALF,
            base=VoteBase.PRESENT,
            basis=assumed("原文未写明法定人数与多数", "the text gives neither quorum nor majority"),
        ),
    ),
)

LANGFANG_DECISIONS: Final[tuple[Institution, ...]] = (*_DECISIONS, *_CLASSES, *_VOTES)
