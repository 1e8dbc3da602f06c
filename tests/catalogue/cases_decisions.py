"""Cases of eligibility and permission: one rule an item, decided on the facts of the example; and one vote."""

from __future__ import annotations

from typing import Any, Final, Literal

from pbgov.base import Assumption, Basis, Reference, Text, term
from pbgov.rules import (
    And,
    Category,
    Classification,
    Dated,
    Effect,
    Expr,
    FieldTerm,
    Operand,
    Outcome,
    Parameter,
    Rule,
    RulePack,
    Share,
    Vote,
    VoteBase,
    VoteOutcome,
    field,
    lift,
    param,
)
from tests.catalogue.worlds import Asked, Case, Ruled

LANGFANG: Final = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
JIXI: Final = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
NANQIAO: Final = Reference(title="南谯区城市社区党建工作报道", issuer="滁州市南谯区")
SHANWEI: Final = Reference(title="汕尾：如何激活城市基层党建活力？城区多向发力", issuer="汕尾", date="2022-03-08")
JIEFANGBEI: Final = Reference(title="扎实开展规范化建设 夯实基层党建基础", issuer="重庆市渝中区解放碑街道", date="2018")
CONSTITUTION: Final = Reference(title="中国共产党章程", issuer="中国共产党全国代表大会", date="2022修改")
BRANCH_RULES: Final = Reference(title="中国共产党支部工作条例（试行）", issuer="中共中央", date="2018")
ITEMS: Final = Text(zh="项", en="items")


def asked(name: str, kind: Literal["bool", "int", "code", "codes"] = "bool") -> FieldTerm:
    """Declare a fact of a request."""
    return field(name, kind, term(name))


def listed(name: str, values: tuple[str, ...] | int, basis: Basis) -> Parameter:
    """A figure of the rule."""
    return Parameter(id=name, unit=ITEMS, values=(Dated(value=values, basis=basis),))


def ruled(  # noqa: PLR0917 - the columns of a table of cases
    item: str,
    basis: Basis,
    when: Operand,
    fields: tuple[FieldTerm, ...],
    accepting: dict[str, Any],
    changes: dict[str, Any],
    *figures: Parameter,
) -> Ruled:
    """One permission: facts that have it, and the same but for some changes, that have it not."""
    code = "TS" + item.removeprefix("C-").replace(".", "")
    rule = Rule(id=code, effect=Effect.PERMIT, item=item, text=Text(zh="可以", en="may"), basis=basis, when=lift(when))
    pack = RulePack(
        id="case", title=rule.text, rules=(rule,), parameters=figures, fields=tuple(one.field for one in fields)
    )
    return Ruled(item, pack, accepting, accepting | changes, code, Outcome.NOT_ADMITTED)


level, tier, route, host, status, kind, form = (
    asked(name, "code") for name in ("level", "tier", "route", "host", "status", "kind", "form")
)
criteria, pools = asked("criteria", "codes"), asked("pools", "codes")
located, elected, owner, qualified, head, reported = (
    asked(name) for name in ("located", "elected", "owner", "qualified", "head", "reported")
)
own_branch, joint_branch, work, key, organised, linked = (
    asked(name) for name in ("own_branch", "joint_branch", "work_coverage", "key", "organised", "linked")
)
full, units, satisfied = (asked(name, "int") for name in ("full_members", "units", "satisfaction"))
services = asked("services", "codes")
BRANCH_OF_THREE = CONSTITUTION.quote("凡是有正式党员三人以上的", "第三十条")


def affirmed(*all_of: str) -> Expr:
    """Every one of the criteria was affirmed of a person."""
    return And(tuple(criteria.has(one) for one in all_of))


def owed(unit: str, its: str) -> Expr:
    """A level and the responsibility that is its own."""
    return (level == unit) & (tier == its)


TIERS = {"level": "county", "tier": "first"}
FIVE_OF_HEADS = ("firm_stand", "responsible", "knows_area", "eager", "good_with_people")
ENTRANCE_HEAD = {"pools": ("volunteer",), "criteria": FIVE_OF_HEADS}
PART_TIME = {"head": True, "kind": "public_institution", "located": True}
FOUR_OF_SECRETARIES = ("faith", "dedication", "skill", "character")
FIRM = {"full_members": 4, "own_branch": True, "joint_branch": False, "work_coverage": False}
TOWER = {"host": "property_enterprise", "located": True}
RED = {"organised": True, "linked": True, "satisfaction": 80}
NEW_ECONOMY = Classification(
    id="unit-categories",
    text=Text(zh="单位类别", en="category of a unit"),
    fields=(asked("economic").field, asked("state_owned").field),
    categories=(
        Category("state_enterprise", asked("economic") & asked("state_owned"), JIXI.quote("國有企事業單位")),
        Category("new_economic_organisation", asked("economic"), JIXI.quote("“兩新”組織")),
    ),
    default="new_social_organisation",
    basis=Assumption(Text(zh="“两新”分为经济与社会两类", en="the two new are economic and social organisations")),
)
FORMS = Classification(
    id="four-forms",
    text=Text(zh="监督执纪“四种形态”", en="the four forms of discipline"),
    fields=(kind.field,),
    categories=(
        Category("form_1", kind.is_in(("criticism", "talk")), JIEFANGBEI.quote("充分运用“四种形态”")),
        Category("form_2", kind.is_in(("warning", "serious_warning")), JIEFANGBEI.quote("充分运用“四种形态”")),
        Category("form_3", kind.is_in(("removal", "probation", "expulsion")), JIEFANGBEI.quote("充分运用“四种形态”")),
    ),
    default="form_4",
    basis=Assumption(
        Text(zh="常态、轻处分、重处分、立案审查", en="talks, light sanctions, heavy sanctions, prosecution")
    ),
)
HALF = Share(1, 2, strict=True)
COUNCIL = Vote(
    id="body",
    text=Text(zh="过半数到会，到会者过半数赞成", en="more than half present, more than half of these in favour"),
    quorum=HALF,
    majority=HALF,
    base=VoteBase.PRESENT,
    basis=LANGFANG.quote("完善议事决策机制"),
)


def voted(present: int) -> VoteOutcome:
    """What a vote of a body of twelve comes to with five in favour."""
    return COUNCIL.count(entitled=12, present=present, in_favour=5).outcome


CASES: Final[tuple[Case, ...]] = (
    Asked(
        "C-1.31",
        lambda: NEW_ECONOMY.classify({"economic": True, "state_owned": True}).category,
        "state_enterprise",
        lambda: NEW_ECONOMY.classify({"economic": True, "state_owned": False}).category,
        "new_economic_organisation",
    ),
    ruled(
        "C-1.41",
        JIXI.quote("全面落實縣(市)區委第一責任"),
        owed("city", "principal")
        | owed("county", "first")
        | owed("township", "direct")
        | owed("community", "specific"),
        (level, tier),
        TIERS,
        {"tier": "principal"},
    ),
    ruled(
        "C-2.29",
        LANGFANG.quote("“两新”组织党组织负责人担任兼职委员"),
        head & located & kind.is_in(param("part_time.categories")),
        (head, kind, located),
        PART_TIME,
        {"head": False},
        PART_TIME_CATEGORIES := listed(
            "part_time.categories",
            ("organ", "public_institution", "two_new"),
            LANGFANG.quote("机关事业单位、“两新”组织党组织负责人"),
        ),
    ),
    ruled(
        "C-2.29",
        LANGFANG.quote("“两新”组织党组织负责人担任兼职委员"),
        head & located & kind.is_in(param("part_time.categories")),
        (head, kind, located),
        PART_TIME,
        {"located": False},
        PART_TIME_CATEGORIES,
    ),
    Asked("C-2.37", lambda: voted(8), VoteOutcome.PASSED, lambda: voted(5), VoteOutcome.NO_QUORUM),
    ruled(
        "C-3.11",
        JIEFANGBEI.quote("推选党性观念强、群众威望高的党员担任"),
        (status == "full_member") & affirmed("party_spirit", "prestige"),
        (status, criteria),
        {"status": "full_member", "criteria": ("party_spirit", "prestige")},
        {"criteria": ("prestige",)},
    ),
    ruled(
        "C-3.11",
        JIEFANGBEI.quote("推选党性观念强、群众威望高的党员担任"),
        (status == "full_member") & affirmed("party_spirit", "prestige"),
        (status, criteria),
        {"status": "full_member", "criteria": ("party_spirit", "prestige")},
        {"status": "resident"},
    ),
    ruled(
        "C-3.15",
        LANGFANG.quote("老党员、老干部、志愿者"),
        (pools.has("veteran_member") | pools.has("retired_cadre") | pools.has("volunteer")) & affirmed(*FIVE_OF_HEADS),
        (pools, criteria),
        ENTRANCE_HEAD,
        {"pools": ()},
    ),
    ruled(
        "C-3.23",
        LANGFANG.quote("社区党组织书记纳入事业编制管理"),
        (status == "community_secretary") & qualified,
        (status, qualified),
        {"status": "community_secretary", "qualified": True},
        {"status": "community_worker"},
    ),
    ruled(
        "C-6.02",
        BRANCH_OF_THREE,
        full >= param("branch.full_members"),
        (full,),
        {"full_members": 3},
        {"full_members": 2},  # one on probation beside them does not count
        listed("branch.full_members", 3, BRANCH_OF_THREE),
    ),
    Asked(
        "C-6.15",
        lambda: FORMS.classify({"kind": "warning"}).category,
        "form_2",
        lambda: FORMS.classify({"kind": "expulsion"}).category,
        "form_3",
    ),
    ruled(
        "C-6.23",
        SHANWEI.quote("垃圾分类、疫情防控、社区管理等服务"),
        reported & (services.has("waste_sorting") | services.has("epidemic_control") | services.has("management")),
        (reported, services),
        {"reported": True, "services": ("waste_sorting",)},
        {"services": ()},
    ),
    ruled(
        "C-6.26",
        LANGFANG.quote("优秀党员干部选举为党组织书记"),
        route.is_in(("election", "dispatch")),
        (route,),
        {"route": "election"},
        {"route": "recruitment"},
    ),
    ruled(
        "C-6.28",
        LANGFANG.quote("守信念、讲奉献、有本领、重品行"),
        affirmed(*FOUR_OF_SECRETARIES),
        (criteria,),
        {"criteria": FOUR_OF_SECRETARIES},
        {"criteria": FOUR_OF_SECRETARIES[:3]},
    ),
    ruled(
        "C-6.44",
        LANGFANG.quote("通过法定程序兼任业主委员会委员"),
        owner & elected,
        (owner, elected),
        {"owner": True, "elected": True},
        {"elected": False},
    ),
    ruled(
        "C-9.01",
        JIEFANGBEI.quote("做到应建尽建"),
        ((full >= param("branch.full_members")) & own_branch)
        | ((full < param("branch.full_members")) & (full >= 1) & (own_branch | joint_branch))
        | ((full == 0) & work),
        (full, own_branch, joint_branch, work),
        FIRM,
        {"full_members": 5, "own_branch": False},
        listed("branch.full_members", 3, BRANCH_OF_THREE),
    ),
    ruled(
        "C-9.08",
        LANGFANG.quote("依托楼宇内物业服务企业、产权单位、骨干企业"),
        host.is_in(("property_enterprise", "property_owner", "backbone_enterprise")) & located,
        (host, located),
        TOWER,
        {"located": False},
    ),
    ruled(
        "C-9.09",
        LANGFANG.quote("依托街道、市场监管部门、协会商会或产权单位"),
        host.is_in(("subdistrict", "market_regulator", "chamber", "property_owner")),
        (host,),
        {"host": "chamber"},
        {"host": "backbone_enterprise"},
    ),
    ruled(
        "C-9.11",
        LANGFANG.quote("推动入驻企业单独或联合建立党组织"),
        ((form == "independent") & (full >= param("branch.full_members")))
        | ((form == "joint") & (full >= param("branch.full_members")) & (units >= 2) & (units <= 5)),
        (form, full, units),
        {"form": "joint", "full_members": 3, "units": 3},
        {"form": "independent", "full_members": 2, "units": 1},
        listed("branch.full_members", 3, BRANCH_OF_THREE),
    ),
    ruled(
        "C-9.11",
        BRANCH_RULES.quote("联合党支部覆盖单位一般不超过5个", "第五条"),
        ((form == "independent") & (full >= param("branch.full_members")))
        | ((form == "joint") & (full >= param("branch.full_members")) & (units >= 2) & (units <= 5)),
        (form, full, units),
        {"form": "joint", "full_members": 5, "units": 5},
        {"full_members": 6, "units": 6},
        listed("branch.full_members", 3, BRANCH_OF_THREE),
    ),
    ruled(
        "C-9.13",
        LANGFANG.quote("行业党建和重点互联网企业党建工作"),
        (kind == "internet_enterprise") & key,
        (kind, key),
        {"kind": "internet_enterprise", "key": True},
        {"key": False},
    ),
    ruled(
        "C-9.18",
        LANGFANG.quote("着力打造居民满意的“红色物业”"),
        organised & linked & (satisfied >= param("satisfaction.least")),
        (organised, linked, satisfied),
        RED,
        {"organised": False, "linked": False, "satisfaction": 99},
        listed("satisfaction.least", 80, Assumption(Text(zh="原文未给出满意度", en="the text gives no figure"))),
    ),
)
