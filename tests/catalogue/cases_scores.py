"""Cases of classes, votes, scores, rankings and vague numbers, each norm with the phrase it was read from.

The packs here are as small as an item: one norm and the figures it names.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from pbgov.base import (
    Amount,
    Assumption,
    Band,
    Basis,
    Cycle,
    Derived,
    Exact,
    FrozenMap,
    Interval,
    Modality,
    Period,
    Reference,
    Required,
    Row,
    Text,
)
from pbgov.errors import InvalidValueError
from pbgov.model import Fact, Jurisdiction, columns
from pbgov.org import Body, Person
from pbgov.rules import (
    HERE,
    Category,
    Classification,
    Classified,
    Count,
    Dated,
    Divided,
    Grading,
    Mark,
    Norm,
    Own,
    Parameter,
    Payload,
    Ranking,
    Ratio,
    Related,
    Relation,
    RulePack,
    Score,
    ScorePart,
    ScoreScheme,
    Selector,
    Standards,
    Sum,
    Values,
    Within,
    each,
    field,
    param,
    rank,
)
from tests.catalogue.worlds import CHAIN, Asked, Case, Judged, Refused, place, tie, unit

LANGFANG = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
JIXI = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
NANQIAO = Reference(title="南谯区城市社区党建工作报道", issuer="滁州市南谯区")
SHANWEI = Reference(title="汕尾：如何激活城市基层党建活力？城区多向发力", issuer="汕尾", date="2022-03-08")
JIEFANGBEI = Reference(title="扎实开展规范化建设 夯实基层党建基础", issuer="重庆市渝中区解放碑街道", date="2018")

facts, people, ties, units = (columns(table) for table in ("facts", "people", "ties", "units"))
TOWNSHIP = each(units.level == "township")
WHOLE: Final = 1000  # parts per thousand
ITEMS = Text(zh="项", en="items")


def assumed(zh: str, en: str) -> Assumption:
    """A figure that no text gives."""
    return Assumption(Text(zh=zh, en=en))


def figure(name: str, value: int | Band | tuple[str, ...], basis: Basis) -> Parameter:
    """A parameter of one value."""
    return Parameter(id=name, unit=ITEMS, values=(Dated(value=value, basis=basis),))


def pack(item: str, payload: Payload, basis: Basis, *figures: Parameter, scope: Selector = TOWNSHIP) -> RulePack:
    """A pack of one norm; its code is that of the item."""
    norm = Norm(
        code=code(item),
        item=item,
        scope=scope,
        payload=payload,
        modality=Modality.MUST,
        text=Text(zh="案例规范", en="norm of the case"),
        basis=basis,
    )
    return RulePack(id="case", title=norm.text, norms=(norm,), parameters=figures)


def code(item: str) -> str:
    """The code of the norm of an item: TS603 for C-6.03."""
    group, number = item.removeprefix("C-").split(".")
    return f"TS{group}{number}"


def stated(**amounts: Amount | int) -> list[Row]:
    """What a text states of the subdistrict; a unit of account may be counted in several rows, ``a__1``, ``a__2``."""
    given = {name: Exact(amount) if isinstance(amount, int) else amount for name, amount in amounts.items()}
    basis = JIEFANGBEI.quote("案例")
    return [
        Fact(id=name, about="street", amount=amount, unit=name.split("__")[0], basis=basis)
        for name, amount in given.items()
    ]


def total(*kinds: str) -> Sum:
    """The sum of what is stated of the subject, of some units of account."""
    return Sum(HERE.back(facts.about, facts.unit.is_in(kinds)), "amount")


def reported(**amounts: Amount | int) -> Jurisdiction:
    """The four levels with what is stated of the subdistrict."""
    return place(*CHAIN, *stated(**amounts), whole="facts")


def counted(item: str, basis: Basis, value: int, *kinds: str, exactly: bool = True) -> RulePack:
    """A pack that asks for exactly, or for at least, so many."""
    name = f"{kinds[0]}.number"
    payload = Within(of=total(*kinds), exactly=name) if exactly else Within(of=total(*kinds), at_least=name)
    return pack(item, payload, basis, figure(name, value, basis))


def share(item: str, basis: Basis, part: str, whole: str, *, at_least: bool) -> RulePack:
    """A pack that asks that one number is at least, or at most, another."""
    ratio, one = Ratio(total(part), total(whole)), figure("whole", WHOLE, basis)
    payload = Within(of=ratio, at_least=one.id) if at_least else Within(of=ratio, at_most=one.id)
    return pack(item, payload, basis, one)


# Classes

MOBILE, INFIRM, NON_PUBLIC, IN_SERVICE = (
    field(name, "bool", Text(zh=zh, en=en))
    for name, zh, en in (
        ("mobile", "流动", "works away from home"),
        ("infirm", "老弱病残", "is elderly or infirm"),
        ("non_public", "在非公企业", "works in a non-public enterprise"),
        ("in_service", "在职", "is in service"),
    )
)
FIRST_THREE, LAST_TWO = (
    JIEFANGBEI.quote("在职党员、无职党员、非公党员"),
    JIEFANGBEI.quote("流动党员和老弱病残党员5个类别"),
)
FIVE = Classification(
    id="member-categories",
    text=Text(zh="党员类别", en="category of a member"),
    fields=(INFIRM.field, MOBILE.field, NON_PUBLIC.field, IN_SERVICE.field),
    categories=(
        Category("elderly_infirm_member", INFIRM, LAST_TWO),
        Category("mobile_member", MOBILE, LAST_TWO),
        Category("non_public_member", NON_PUBLIC, FIRST_THREE),
        Category("in_service_member", IN_SERVICE, FIRST_THREE),
    ),
    default="no_post_member",
    basis=assumed("原文未说明类别重叠时以何为先", "the text does not say which category counts where several do"),
)
MEMBERS: Final = {
    "m1": {"infirm": True, "mobile": True, "non_public": False, "in_service": False},
    "m2": {"infirm": False, "mobile": True, "non_public": True, "in_service": True},
    "m3": {"infirm": False, "mobile": False, "non_public": True, "in_service": True},
    "m4": {"infirm": False, "mobile": False, "non_public": False, "in_service": True},
    "m5": {"infirm": False, "mobile": False, "non_public": False, "in_service": False},
}
bodies = columns("bodies")
IN_BRANCH = HERE.back(ties.target, ties.kind == "member")
PARTITION = pack(
    "C-6.03",
    Divided(
        whole=Values(IN_BRANCH, "source"),
        into=HERE.back(bodies.host, bodies.kind == "member_category"),
        members=Values(IN_BRANCH, "source"),
    ),
    LAST_TWO,
    scope=each(bodies.kind == "branch"),
)


def branch(*twice: str) -> Jurisdiction:
    """A branch of five members, each in the category that counts; those named also in the last one."""
    found = {name: FIVE.classify(facts_).category or "" for name, facts_ in MEMBERS.items()}
    rows: list[Row] = [Body(id="branch", kind="branch", host="block")]
    rows += [Body(id=category, kind="member_category", host="branch") for category in FIVE.codes()]
    rows += [Person(id=name, category="full_member") for name in MEMBERS]
    rows += [tie("member", name, target) for name, category in found.items() for target in ("branch", category)]
    rows += [tie("member", name, "no_post_member") for name in twice]
    return place(*CHAIN, *rows, whole="ties:member bodies:member_category")


CONTRACT = field("contract_in_force", "bool", Text(zh="有效物业合同", en="property-service contract in force"))
UNMANAGED = Classification(
    id="property-service",
    text=Text(zh="物业管理", en="property management"),
    fields=(CONTRACT.field,),
    categories=(Category("unmanaged_compound", ~CONTRACT, LANGFANG.quote("无物业小区是疫情防控的薄弱环节")),),
    default="managed_compound",
    basis=assumed("二者互斥", "the two exclude each other"),
)
IS_OLD = field("is_old", "bool", Text(zh="已列为老旧", en="listed as old"))
BUILT = field("build_year", "int", Text(zh="建成年份", en="year of building"))
OLD = Classification(
    id="age-of-compounds",
    text=Text(zh="老旧小区", en="old compounds"),
    fields=(IS_OLD.field, BUILT.field),
    categories=(
        Category(
            "old_compound",
            IS_OLD | (param("old_compound.cutoff") >= BUILT),
            SHANWEI.quote("引领老旧小区‘微治理"),
        ),
    ),
    default="newer_compound",
    basis=assumed("二者互斥", "the two exclude each other"),
)
CUTOFF = Parameter(
    id="old_compound.cutoff",
    unit=Text(zh="年", en="year"),
    values=(Dated(value=None, basis=Required(Text(zh="原文没有界限年份", en="the text gives no cutoff"))),),
)
NO_CUTOFF = RulePack(id="case", title=OLD.text, parameters=(CUTOFF,)).at(date(2021, 1, 1)).figure


def old(*, is_old: bool) -> Classified:
    """A compound of 1998, flagged as old or not, where nobody gave a cutoff."""
    return OLD.classify({"is_old": is_old, "build_year": 1998}, figures=NO_CUTOFF)


AGE = field("age", "int", Text(zh="周岁", en="age in years"))
THREE_WITHOUTS, LEFT_BEHIND = (
    field(name, "bool", Text(zh=zh, en=en))
    for name, zh, en in (
        ("three_without", "三无人员", "without income, ability to work and support"),
        ("left_behind", "留守儿童", "left-behind child"),
    )
)
SERVED_BASIS = JIXI.quote("為社區85歲以上老人、三無人員、留守兒童")
SERVED = Classification(
    id="groups-served",
    text=Text(zh="重点服务人群", en="groups served"),
    fields=(AGE.field, THREE_WITHOUTS.field, LEFT_BEHIND.field),
    categories=(
        Category("elderly_resident", AGE >= 85, SERVED_BASIS),
        Category("three_without_person", THREE_WITHOUTS, SERVED_BASIS),
        Category("left_behind_child", LEFT_BEHIND, SERVED_BASIS),
    ),
    basis=assumed("按原文次序", "in the order of the text"),
)


def served(age: int) -> str | None:
    """The group of somebody of an age, without either flag."""
    return SERVED.classify({"age": age, "three_without": False, "left_behind": False}).category


OWNERS, PARTY_OWNERS = (
    field(name, "int", Text(zh=zh, en=en))
    for name, zh, en in (("members", "委员数", "members"), ("party_members", "党员委员数", "Party members"))
)
HOSTS, DUAL = (
    field(name, "bool", Text(zh=zh, en=en))
    for name, zh, en in (
        ("hosts_organisation", "建有党组织", "hosts a Party organisation"),
        ("dual_post", "有“两委”成员兼任", "a two-committee member sits on it"),
    )
)
RED = Classification(
    id="owners-committees",
    text=Text(zh="业委会", en="owners' committee"),
    fields=(OWNERS.field, PARTY_OWNERS.field, HOSTS.field, DUAL.field),
    categories=(
        Category(
            "red_owners_committee",
            HOSTS | DUAL | (PARTY_OWNERS * 2 > OWNERS),
            LANGFANG.quote("建立以党员为骨干力量的“红色业委会”"),
        ),
    ),
    default="owners_committee",
    basis=assumed("骨干力量理解为党员过半", "backbone is read as more than half of the members"),
)


def owners(party: int) -> str | None:
    """The class of an owners' committee of five, with neither organisation nor dual post."""
    return RED.classify(
        {"members": 5, "party_members": party, "hosts_organisation": False, "dual_post": False}
    ).category


# Scores

HUNDRED = JIEFANGBEI.quote("以百分制进行量化")
YEAR = Period(date(2018, 1, 1), date(2019, 1, 1))


def scheme(*caps: int) -> ScoreScheme:
    """A standard of three parts."""
    parts = zip(("base_points", "daily_points", "review_points"), caps, strict=True)
    return ScoreScheme(id="member-points", parts=tuple(ScorePart(*part) for part in parts), basis=HUNDRED)


def member_score(*caps: int) -> Score:
    """A member's score of the year: 35 + 30 + 18."""
    return scheme(*caps).score("m1", YEAR, {"base_points": 35, "daily_points": 30, "review_points": 18})


def standards(*categories: str) -> Standards:
    """A standard of its own for each of some categories."""
    own = {name: scheme(40 - n, 40 + n, 20) for n, name in enumerate(categories)}
    return Standards(categories=FIVE.codes(), schemes=FrozenMap(own))


def stars(*bands: Band) -> Grading:
    """Stars by bands, one more for each; the text gives none."""
    return Grading(grades=tuple((f"{n}_stars", band) for n, band in enumerate(bands, start=1)))


def appraised(n: int) -> Jurisdiction:
    """A subdistrict of ten communities, ``n`` of them with points."""
    names = [f"c{i}" for i in range(10)]
    rows: list[Row] = [unit(name, "community", "street", "residents_committee") for name in names]
    rows += [
        Fact(id=f"points-{name}", about=name, amount=Exact(60 + 4 * i), unit="points", basis=HUNDRED)
        for i, name in enumerate(names[:n])
    ]
    return place(*CHAIN[:3], *rows, whole="units facts")


COVERAGE = JIEFANGBEI.quote("全覆盖考核,百分制管理")
COMMUNITIES = HERE.down(units.level == "community")
APPRAISED = pack(
    "C-8.43",
    Related(Values(COMMUNITIES, "id"), Relation.EQUALS, (Values(each(facts.unit == "points"), "about"),)),
    COVERAGE,
)


def rated(n: int) -> Jurisdiction:
    """A community of ``n`` stars."""
    return place(*CHAIN, Fact(id="stars", about="block", amount=Exact(n), unit="stars", basis=HUNDRED), whole="facts")


STARS = JIEFANGBEI.quote("结合星级社区考核")
RATED = pack(
    "C-5.18",
    Within(of=Own("amount"), band="stars.scale"),
    STARS,
    figure("stars.scale", Band(1, 5), assumed("原文未给出星级数", "the text does not say how many stars there are")),
    scope=each(facts.unit == "stars"),
)


def handled(*years: int) -> Ranking:
    """Four subdistricts by their closure rate, the last in a year of its own if two are given."""
    rates = {"a": 980, "b": 950, "c": 950, "d": 900}
    marks = [
        Mark(unit=name, period=Cycle.YEAR.holding(date(years[-1] if name == "d" else years[0], 1, 1)), amount=Exact(n))
        for name, n in rates.items()
    ]
    return rank(marks, text=Text(zh="办结率", en="closure rate"), basis=LANGFANG.quote("办理排名等考评机制"))


# Coverage and numbers

INCLUDED = pack(
    "C-6.10",
    Within(
        of=Count(HERE.back(ties.source, ties.kind.is_in(("registered_in", "participates_in")))), at_least="branches"
    ),
    JIEFANGBEI.quote("都纳入党的组织"),
    figure("branches", 1, JIEFANGBEI.quote("都纳入党的组织")),
    scope=each(people),
)


def included(*names: str) -> Jurisdiction:
    """A registered and a mobile member, those named in a branch."""
    kinds = {"m1": "registered_in", "m2": "participates_in"}
    rows: list[Row] = [Body(id="branch", kind="branch", host="block")]
    rows += [Person(id=name, category="full_member") for name in kinds]
    rows += [tie(kinds[name], name, "branch") for name in names]
    return place(*CHAIN, *rows, whole="ties:registered_in ties:participates_in")


DISJOINT = Derived(from_=("C-6.08", "C-6.09"), how=Text(zh="1995与665之和，互不重复", en="1,995 and 665, none in both"))
FOUR_GROUPS: Final = ("organ_members", "subdistrict_cadres", "two_committee_cadres", "grassroots_cadres")
SUM_OF_FOUR = Derived(from_=FOUR_GROUPS, how=Text(zh="四类互斥时相加", en="the sum of four groups, if disjoint"))
FIELD: Final = {
    "organ_members": 1506,
    "subdistrict_cadres": 336,
    "two_committee_cadres": 615,
    "grassroots_cadres": 2456,
}
DISSOLVED = Interval(low=0, high=6)  # 撤并、调整党组织6个: how many of the six were removed is not said


def became(removed: int) -> tuple[bool, str]:
    """Whether so many of the six may have been removed, and whether 179, one new and these make 176."""
    after = Interval.of(Exact(179)) + Interval.of(Exact(1)) - Interval.of(Exact(removed))
    return removed in DISSOLVED, after.compare("==", Interval.of(Exact(176))).value


# Counts that a text states


def sized(item: str, basis: Basis, kind: str, n: int, at_least: bool) -> Judged:
    """A number that a text states, in two parts, and one less; what is “more than” is a number or above."""
    one, two = (n - n // 3, n // 3)
    whole = stated_in_parts(kind, one, two)
    lacking = stated_in_parts(kind, one - 1, two)
    return Judged(item, whole, lacking, code(item), counted(item, basis, n, kind, exactly=not at_least))


def stated_in_parts(kind: str, one: int, two: int) -> Jurisdiction:
    """A number stated in two parts."""
    return reported(**{f"{kind}__1": one, f"{kind}__2": two})


def rise(yuan: int) -> Jurisdiction:
    """By how much pay rose a month, on average."""
    return reported(monthly_rise=yuan)


def points_of(**changes: int) -> Jurisdiction:
    """The named service points: 4, 4 and 1."""
    return reported(**{"stations": 4, "member_posts": 4, "mobile_member_homes": 1, **changes})


CASES: tuple[Case, ...] = (
    Asked(
        "C-1.08",
        lambda: UNMANAGED.classify({"contract_in_force": False}).category,
        "unmanaged_compound",
        lambda: UNMANAGED.classify({"contract_in_force": True}).category,
        "managed_compound",
    ),
    Asked(
        "C-1.09",
        lambda: (old(is_old=True).category, old(is_old=True).missing),
        ("old_compound", ()),
        lambda: (old(is_old=False).category, old(is_old=False).missing),
        (None, ("old_compound.cutoff",)),
    ),
    Judged("C-5.18", rated(5), rated(6), "TS518", RATED),
    Judged("C-6.03", branch(), branch("m3"), "TS603", PARTITION),
    Refused("C-6.04", lambda: standards(*FIVE.codes()), lambda: standards(*FIVE.codes()[:4]), InvalidValueError),
    Refused("C-6.06", lambda: member_score(40, 40, 20), lambda: member_score(45, 45, 20), InvalidValueError),
    Judged(
        "C-6.08",
        reported(registered_members=1995),
        reported(registered_members=1994),
        "TS608",
        counted("C-6.08", JIEFANGBEI.quote("全街1995名在册党员、665名流动党员"), 1995, "registered_members"),
    ),
    Judged(
        "C-6.09",
        reported(registered_members=1995, mobile_members=665),
        reported(registered_members=1995, mobile_members=665, mobile_members__again=665),
        "TS609",
        counted("C-6.09", DISJOINT, 2660, "registered_members", "mobile_members"),
    ),
    Judged("C-6.10", included("m1", "m2"), included("m1"), "TS610", INCLUDED),
    Judged(
        "C-6.36",
        reported(**FIELD),
        reported(**FIELD, organ_members__again=1506),
        "TS636",
        counted("C-6.36", SUM_OF_FOUR, 4913, *FOUR_GROUPS),
    ),
    Asked("C-6.39", lambda: served(85), "elderly_resident", lambda: served(84), None),
    Asked("C-6.45", lambda: owners(3), "red_owners_committee", lambda: owners(1), "owners_committee"),
    Refused("C-8.08", lambda: handled(2020), lambda: handled(2020, 2021), InvalidValueError),
    Judged(
        "C-8.09",
        reported(suggestions=6368),
        reported(suggestions=6367),
        "TS809",
        counted("C-8.09", SHANWEI.quote("收集诸如以上意见建议共6368条"), 6368, "suggestions"),
    ),
    Judged(
        "C-8.10",
        reported(matters_solved=6416, matters_opened=6500, suggestions=6368),
        reported(matters_solved=6416, matters_opened=6368, suggestions=6368),
        "TS810",
        share("C-8.10", SHANWEI.quote("解决民生实事6416件"), "matters_solved", "matters_opened", at_least=False),
    ),
    Judged(
        "C-8.29",
        reported(members_trained=2660, members=2660),
        reported(members_trained=2607, members=2660),
        "TS829",
        share("C-8.29", JIEFANGBEI.quote("党的十九大精神全覆盖培训"), "members_trained", "members", at_least=True),
    ),
    Judged("C-8.43", appraised(10), appraised(9), "TS843", APPRAISED),
    Refused(
        "C-8.49",
        lambda: stars(Band(0, 59), Band(60, 69), Band(70, 79), Band(80, 89), Band(90, 100)).of(Exact(95)),
        lambda: stars(Band(0, 59), Band(60, 69), Band(70, 79), Band(80, 90), Band(90, 100)),
        InvalidValueError,
    ),
    Judged(
        "C-8.50",
        reported(activities=21),
        reported(activities=20),
        "TS850",
        counted("C-8.50", JIXI.quote("主題實踐活動20余次"), 21, "activities", exactly=False),
    ),
    Judged(
        "C-8.51",
        reported(participants=2001),
        reported(participants=2000),
        "TS851",
        counted(
            "C-8.51", JIEFANGBEI.quote("吸引社区、非公、国企2000多名党员踊跃参加"), 2001, "participants", exactly=False
        ),
    ),
    Asked("C-9.05", lambda: became(4), (True, "yes"), lambda: became(7), (False, "no")),
    Judged(
        "C-9.15",
        reported(by_organisation=62, by_work=100),
        reported(by_organisation=62, by_work=50),
        "TS915",
        share("C-9.15", LANGFANG.quote("扩大“两个覆盖”"), "by_organisation", "by_work", at_least=False),
    ),
    *(
        sized(item, basis, unit_, n, at_least)
        for item, basis, unit_, n, at_least in (
            ("C-3.14", LANGFANG.quote("楼门长16630人"), "entrance_heads", 16630, False),
            ("C-6.33", SHANWEI.quote("选派30名“两新”党建指导员"), "instructors", 30, False),
            ("C-8.47", SHANWEI.quote("圆满完成17条“断头路”征拆任务"), "roads_done", 17, False),
            ("C-9.03", JIEFANGBEI.quote("176个党组织发挥作用较好"), "party_organisations", 176, False),
            ("C-9.04", JIEFANGBEI.quote("今年新建党组织1个"), "organisations_established", 1, False),
            ("C-10.06", SHANWEI.quote("以金玉湾、银湖湾、碧桂园、鸿景园为示范点"), "demonstration_compounds", 4, False),
            ("C-10.11", JIXI.quote("全區260余個商家入駐平臺"), "merchants", 261, True),
            ("C-10.11", JIXI.quote("提供各類服務2800余次"), "services", 2801, True),
            ("C-10.14", JIXI.quote("累計開展服務活動72次"), "service_activities", 72, False),
            ("C-10.14", JIXI.quote("參加人數7000余人"), "attendants", 7001, True),
            ("C-10.23", JIXI.quote("解決居民生產生活難題120余件"), "problems_solved", 121, True),
        )
    ),
    Judged(
        "C-3.21",
        rise(1950),
        rise(2100),
        "TS321",
        pack(
            "C-3.21",
            Within(of=total("monthly_rise"), band="monthly_rise.number"),
            LANGFANG.quote("人均月增资近2000元"),
            figure("monthly_rise.number", Band(1800, 1999), LANGFANG.quote("人均月增资近2000元")),
        ),
    ),
    Judged(
        "C-7.04",
        reported(demands_matched=9, demands=10),
        reported(demands_matched=8, demands=10),
        "TS704",
        pack(
            "C-7.04",
            Within(of=Ratio(total("demands_matched"), total("demands")), exactly="matched"),
            SHANWEI.quote("群众服务需求清单、职责承诺清单"),
            figure("matched", 900, assumed("10项需求有9项对应承诺", "9 of 10 demands are matched")),
        ),
    ),
    Judged(
        "C-9.16",
        reported(organisations_active=176, organisations=176),
        reported(organisations_active=175, organisations=176),
        "TS916",
        share(
            "C-9.16",
            LANGFANG.quote("实现党的组织、活动、作用全覆盖"),
            "organisations_active",
            "organisations",
            at_least=True,
        ),
    ),
    Judged(
        "C-9.25",
        reported(blank_spots=0),
        reported(blank_spots=3),
        "TS925",
        counted("C-9.25", SHANWEI.quote("为填补城市基层党建“空白点”"), 0, "blank_spots"),
    ),
    *(
        Judged("C-10.02", points_of(), points_of(**{kind: n - 1}), "TS1002", counted("C-10.02", basis, n, kind))
        for kind, n, basis in (
            ("stations", 4, SHANWEI.quote("辐射打造4个党群服务站、4处党员驿站")),
            ("member_posts", 4, SHANWEI.quote("辐射打造4个党群服务站、4处党员驿站")),
            ("mobile_member_homes", 1, SHANWEI.quote("1个流动党员之家")),
        )
    ),
    Judged(
        "C-10.31",
        reported(wished_and_planned=6, wished_or_planned=10),
        reported(wished_and_planned=11, wished_or_planned=10),
        "TS1031",
        share(
            "C-10.31", SHANWEI.quote("政府想干”和“群众想要"), "wished_and_planned", "wished_or_planned", at_least=False
        ),
    ),
)
