"""What Jixi has beside norms: tiers of responsibility, joint nomination, classes, points that are earned and redeemed.

References:
    鸡西市城市基层党建“四级联动”体系建设 (building the four-level linkage), 干训网, posted 2021-02-01, on the years
    2017 and 2018. Quotations are normalised: script kept, page fragments removed.

Limitations:
    How many members of a group must sign a nomination the text does not say: more than half, by assumption. Nor who
    issues the points of volunteers: the community in which they serve. The points of the covenant and those of
    volunteers are two units, and neither turns into the other.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference, Text
from pbgov.packs._institution import Institution
from pbgov.packs._making import assumed, figure
from pbgov.packs._shared_classes import unit_class
from pbgov.packs._steps import asked
from pbgov.rules import Category, Classification, Effect, OpenUnit, Rule, RulePack, param

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_NOMINATED = _REPORT.quote("“輪職”主席由小組成員聯名推薦")
_UNITS = _REPORT.quote("黨政機關、國有企事業單位、“兩新”組織")
_TIERS = _REPORT.quote("全面落實縣(市)區委第一責任")
_SERVED = _REPORT.quote("為社區85歲以上老人、三無人員、留守兒童")
_REDEEMED = _REPORT.quote("志愿者以積分形式向電商平臺兌換服務項目")
_JOINT = _REPORT.quote("聯合開展黨員積分制管理、志愿者服務")

_level, _age = asked("level", "code"), asked("age", "int")
_three_without, _left_behind = (asked(name, "bool") for name in ("three_without", "left_behind"))
_in_group = asked("nominee_in_group", "bool")
_signers, _outsiders, _size = (asked(name, "int") for name in ("nominators", "outside_nominators", "group_size"))

TIERS: Final = Classification(
    id="responsibility_tiers",
    text=Text(zh="责任层级", en="tier of responsibility"),
    fields=(_level.field,),
    categories=(
        Category("principal_responsibility", _level == "city", _REPORT.quote("一是認真履行市委主體責任")),
        Category("first_responsibility", _level == "county", _TIERS),
        Category("direct_responsibility", _level == "township", _REPORT.quote("強化落實街道黨組織直接責任")),
        Category("specific_responsibility", _level == "community", _REPORT.quote("突出落實社區黨組織具體責任")),
    ),
    basis=assumed("四级各有其责，互不重叠", "each of the four levels has its own; none overlaps"),
)
SERVED: Final = Classification(
    id="groups_served",
    text=Text(zh="服务的特殊群体", en="special groups served"),
    fields=(_age.field, _three_without.field, _left_behind.field),
    categories=(
        Category("elderly_resident", _age >= param("beneficiaries.min_age"), _SERVED),
        Category("three_without_person", _three_without, _SERVED),
        Category("left_behind_child", _left_behind, _SERVED),
    ),
    basis=assumed("类别重叠时按原文次序", "where groups overlap, the order of the text"),
)
NOMINATION: Final = RulePack(
    id="jixi-2-18",
    title=Text(zh="“轮职”主席的联名推荐", en="joint nomination of a rotating chair"),
    parameters=(
        figure(
            "nomination.share",
            2,
            assumed("原文未写明人数，取小组过半数", "the text gives no number; more than half of the group"),
            Text(zh="分之一以上", en="as the divisor of the group"),
        ),
    ),
    rules=(
        Rule(
            id="JX218",
            effect=Effect.PERMIT,
            item="C-2.18",
            text=Text(
                zh="“轮职”主席由本组成员联名推荐本组成员",
                en="members of the group, more than half of it and nobody else, nominate one of the group",
            ),
            basis=_NOMINATED,
            when=_in_group & (_outsiders == 0) & (_signers * param("nomination.share") > _size),
        ),
    ),
    fields=(_in_group.field, _signers.field, _outsiders.field, _size.field),
)
CREDITS: Final = OpenUnit(resource="volunteer_credits", issuers=("jianguo",), redeemers=("xinguangyuan",))
MINE_POINTS: Final = OpenUnit(
    resource="joint_member_points", issuers=("dabandao", "shenghe-mine"), under="covenant-shenghe"
)

JIXI_INSTITUTIONS: Final[tuple[Institution, ...]] = (
    Institution(
        code="responsibility_tiers",
        items=("C-1.41",),
        title=Text(zh="主体、第一、直接、具体责任", en="principal, first, direct and specific responsibility"),
        basis=_TIERS,
        value=TIERS,
    ),
    unit_class(_UNITS, _UNITS),
    Institution(
        code="joint_nomination",
        items=("C-2.18",),
        title=NOMINATION.title,
        basis=_NOMINATED,
        value=NOMINATION,
    ),
    Institution(
        code="groups_served",
        items=("C-6.39", "C-10.25"),
        title=Text(zh="“惠民双购”的服务对象", en="who is served by the dual purchase"),
        basis=_SERVED,
        value=SERVED,
    ),
    Institution(
        code="volunteer_credits",
        items=("C-6.40",),
        title=Text(zh="志愿者积分", en="volunteers' credits"),
        basis=_REDEEMED,
        value=CREDITS,
    ),
    Institution(
        code="joint_member_points",
        items=("C-6.41",),
        title=Text(zh="区企共建的党员积分", en="member points of a community and a mine"),
        basis=_JOINT,
        value=MINE_POINTS,
    ),
)
