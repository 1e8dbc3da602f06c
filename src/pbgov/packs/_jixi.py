"""Jixi 鸡西: joint meetings at four levels, rotating chairs, and the complete regime of duty lists.

References:
    鸡西市城市基层党建“四级联动”体系建设 (building the four-level linkage), 干训网, posted 2021-02-01, on the years
    2017 and 2018. Quotations are normalised: script kept, page fragments removed.

Checked with:
    The official list of administrative divisions, state of 2023-06-30: nine county-level units. With the text's
    32 subdistricts and 69 communities this gives its 110 regional joint meetings.

Limitations:
    The text names 6 of 28 member departments and 3 of 6 functions of the city meeting. It says of no meeting but
    the first plenary one when it was held, so most cadences stay UNKNOWN. Whether the ban on investment attraction
    binds all 32 subdistricts or the two pilots is read from “全部” (all).
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Assumption, Cycle, Derived, Modality, Reference, Required, Text
from pbgov.org import FOUR_LEVELS
from pbgov.packs._columns import bodies, documents, entries, events, facts, lists, posts, ties, units
from pbgov.packs._jixi_carriers import JIXI_CARRIERS
from pbgov.packs._jixi_duties import JIXI_DUTIES, JIXI_DUTY_FIGURES
from pbgov.packs._jixi_linkage import JIXI_LINKAGE
from pbgov.packs._jixi_mines import JIXI_MINES
from pbgov.packs._jixi_organs import JIXI_ORGANS
from pbgov.packs._jixi_rhythm import JIXI_RHYTHM
from pbgov.packs._jixi_rota import ROTATION
from pbgov.packs._national import NATIONAL
from pbgov.packs._processes import PROCESSES
from pbgov.rules import (
    HERE,
    AllEqual,
    Cadence,
    CompleteChain,
    Concentration,
    Count,
    Dated,
    Distinct,
    Divided,
    Effect,
    Enumerated,
    Figure,
    Move,
    Norm,
    Operand,
    Overlay,
    Parameter,
    Payload,
    Ratio,
    Related,
    Relation,
    Rule,
    SameEnd,
    Selector,
    Shared,
    Sum,
    Values,
    Within,
    each,
    field,
    lift,
    param,
)

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_CYCLE = Text(zh="周期", en="cycle")
_CODES = Text(zh="项", en="codes")

JIXI_LEVELS: Final = FOUR_LEVELS
NAMED_DEPARTMENTS: Final = (
    "organisation",
    "political_legal",
    "staffing",
    "finance",
    "civil_affairs",
    "human_resources",
)


def _figure(name: str, value: Figure, phrase: str, unit: Text = _CODES) -> Parameter:
    return Parameter(id=name, unit=unit, values=(Dated(value=value, basis=_REPORT.quote(phrase)),))


PARAMETERS = (
    _figure("levels", ("community", "township", "county", "city"), "市、縣(市)區、街道、社區四級黨組織"),
    Parameter(
        id="joint_meeting.per_unit",
        unit=Text(zh="个联席会议", en="joint meetings"),
        values=(
            Dated(
                value=1,
                basis=Derived(
                    from_=("9 + 32 + 69 = 110",),
                    how=Text(
                        zh="区域化联席会议数恰为县、街道、社区数之和", en="there are as many regional meetings as units"
                    ),
                ),
            ),
        ),
    ),
    _figure("city_meeting.members", 28, "民政、人社等28個市直部門", Text(zh="个部门", en="departments")),
    _figure("city_meeting.functions", 6, "協調開展重大活動等6項職能", Text(zh="项职能", en="functions")),
    _figure("city_meeting.conveners", 1, "組織部長擔任聯席會議召集人", Text(zh="名召集人", en="conveners")),
    _figure("city_meeting.convener_posts", ("organisation_department_head",), "組織部長擔任聯席會議召集人"),
    _figure("city_meeting.contacts", ("liaison", "responsible_leader"), "逐個單位落實了責任領導和聯絡人員"),
    _figure("city_meeting.cadence", Cycle.HALF_YEAR, "聯席會議原則上每半年召開一次", _CYCLE),
    _figure("city_meeting.special", ("beside",), "根據工作需要隨時召開專題會議"),
    _figure("standing_committee.cadence", Cycle.QUARTER, "市委常委會議每季度聽取一次", _CYCLE),
    _figure("regional_meeting.count", 110, "共建立區域化黨建聯席會議110個", Text(zh="个联席会议", en="joint meetings")),
    _figure("regional_meeting.members", 3501, "成員單位達3500多家", Text(zh="家单位", en="units")),
    Parameter(
        id="regional_meeting.counting",
        unit=_CODES,
        values=(
            Dated(
                value=("units",),
                basis=Assumption(
                    Text(
                        zh="“家”读作单位数：units一家只计一次，memberships加入几个计几次",
                        en="“家” counts units: “units” counts each once, “memberships” once for each meeting it is in",
                    )
                ),
            ),
        ),
    ),
    Parameter(
        id="regional_meeting.shared_members",
        unit=Text(zh="个共同成员", en="shared members"),
        values=(
            Dated(
                value=1,
                basis=Assumption(Text(zh="“吸收”至少一个成员", en="to take in is to take in one member at least")),
            ),
        ),
    ),
    _figure("rotation.groups", 6, "統一劃分為6個“輪職”小組", Text(zh="个小组", en="groups")),
    _figure("rotation.term_months", 2, "每人任期兩個月", Text(zh="个月", en="months")),
    Parameter(
        id="city.urban_share",
        unit=Text(zh="‰", en="per thousand"),
        values=(Dated(value=645, basis=_REPORT.quote("城鎮人口112.9萬,占64.5%")),),
    ),
    _figure(
        "subdistrict.functions",
        (
            "coordinate_party_building",
            "social_management",
            "comprehensive_governance",
            "community_development",
            "public_service",
            "safety_stability",
        ),
        "社區發展、公共服務、安全穩定“6項職能”",
    ),
    _figure("subdistrict.forbidden", ("investment_attraction", "tax_assistance"), "全部取消了招商引資、協稅護稅職能"),
    _figure(
        "community.forbidden",
        ("odd_certificate", "admin_enforcement", "demolition"),
        "行政執法、拆遷拆違等工作事項49項",
    ),
    _figure("work_item_list.per_county", 1, "以縣(市)區為單位制定了社區工作事項清單", Text(zh="份清单", en="lists")),
    _figure(
        "plan.sections",
        ("guiding_ideology", "principles", "objectives", "tasks", "measures"),
        "指導思想、基本原則、工作目標",
    ),
)

_CONCENTRATION = Parameter(
    id="allocation.concentration",
    unit=Text(zh="‰", en="per thousand"),
    values=(
        Dated(
            value=None,
            basis=Required(
                Text(
                    zh="原文只写“注意”合理分配，没有给出最大值与均值之比",
                    en="the text asks to mind it and gives no ratio of the greatest to the mean",
                )
            ),
        ),
    ),
)

_members = HERE.back(ties.target, ties.kind == "member")
_meeting = bodies.kind == "city_joint_meeting"
_regional = bodies.kind == "regional_joint_meeting"
_counting = param("regional_meeting.counting")
_all_members = HERE.down().back(bodies.host, _regional).back(ties.target, ties.kind == "member")
_special = param("city_meeting.special")
_joint = bodies.kind.is_in(("city_joint_meeting", "regional_joint_meeting"))
_grassroots = (units.level == "community") & (units.kind == "residents_committee")


def _norm(  # noqa: PLR0917 - the columns of a table of norms
    code: str, item: str, text: Text, quote: str, scope: Selector, payload: Payload, modality: Modality = Modality.MUST
) -> Norm:
    basis = _REPORT.quote(quote)
    return Norm(code=code, item=item, text=text, basis=basis, scope=scope, payload=payload, modality=modality)


NORMS = (
    _norm(
        "JX110",
        "C-1.10",
        Text(
            zh="市、县（市）区、街道、社区四级贯通",
            en="a community stands under a subdistrict, a county-level unit and the city",
        ),
        "市、縣(市)區、街道、社區四級黨組織",
        each(_grassroots),
        CompleteChain("levels"),
    ),
    _norm(
        "JX127",
        "C-1.27",
        Text(zh="市级联席会议成员均为市直部门", en="the members of the city meeting are departments of the city"),
        "民政、人社等28個市直部門",
        each(_meeting),
        Related(
            Values(_members.along(ties.source, "units"), "parent"),
            Relation.SUBSET,
            (Values(HERE.along(bodies.host, "units"), "id"),),
        ),
    ),
    _norm(
        "JX137",
        "C-1.37",
        Text(zh="召集人由组织部长一职担任", en="the convener is the head of the organisation department, by post"),
        "組織部長擔任聯席會議召集人",
        each(_meeting),
        Related(
            Values(HERE.back(ties.target, ties.kind == "convener").along(ties.source, "posts"), "kind"),
            Relation.SUBSET,
            "city_meeting.convener_posts",
        ),
    ),
    _norm(
        "JX143",
        "C-1.43",
        Text(zh="城镇人口占总人口的比重与所述一致", en="the stated urban share agrees with the stated populations"),
        "城鎮人口112.9萬,占64.5%",
        each(units.level == "city"),
        Within(
            of=Ratio(
                Sum(HERE.back(facts.about, facts.unit == "urban_residents"), "amount"),
                Sum(HERE.back(facts.about, facts.unit == "residents"), "amount"),
            ),
            exactly="city.urban_share",
        ),
    ),
    _norm(
        "JX201",
        "C-2.01",
        Text(
            zh="市、县（市）区、街道、社区逐级建立联席会议", en="every unit of the four levels hosts one joint meeting"
        ),
        "在市、縣(市)區、街道、社區逐級建立黨建聯席會議制度",
        each((units.level.is_in(("city", "county"))) | (units.kind == "subdistrict") | _grassroots),
        Within(of=Count(HERE.back(bodies.host, _joint)), exactly="joint_meeting.per_unit"),
    ),
    _norm(
        "JX203",
        "C-2.03",
        Text(zh="市级联席会议履行6项职能", en="the city meeting has six functions"),
        "協調開展重大活動等6項職能",
        each(_meeting),
        Enumerated(Values(HERE, "functions"), "city_meeting.functions"),
    ),
    _norm(
        "JX204",
        "C-2.04",
        Text(zh="市级联席会议有一名召集人", en="the city meeting has one convener"),
        "組織部長擔任聯席會議召集人",
        each(_meeting),
        Within(of=Count(HERE.back(ties.target, ties.kind == "convener")), exactly="city_meeting.conveners"),
    ),
    _norm(
        "JX205",
        "C-2.05",
        Text(zh="市级联席会议有28个成员部门", en="the city meeting has 28 member departments"),
        "民政、人社等28個市直部門",
        each(_meeting),
        Within(of=Count(_members), exactly="city_meeting.members"),
    ),
    _norm(
        "JX206",
        "C-2.06",
        Text(
            zh="逐个成员单位落实责任领导和联络人员",
            en="each member department has a responsible leader and a liaison officer",
        ),
        "逐個單位落實了責任領導和聯絡人員",
        each(_meeting).back(ties.target, ties.kind == "member").along(ties.source, "units"),
        Related(Values(HERE.back(posts.unit), "kind"), Relation.CONTAINS, "city_meeting.contacts"),
    ),
    _norm(
        "JX207",
        "C-2.07",
        Text(zh="市级联席会议原则上每半年召开一次", en="the city meeting in principle meets once each half-year"),
        "聯席會議原則上每半年召開一次",
        each(_meeting & _special.has("beside")),
        Cadence(
            of=HERE.back(events.subject, events.kind.is_in(("plenary_meeting", "regular_meeting"))),
            per="city_meeting.cadence",
        ),
        Modality.IN_PRINCIPLE,
    ),
    _norm(
        "JX208",
        "C-2.08",
        Text(
            zh="市级联席会议原则上每半年召开一次，专题会议计入",
            en="the city meeting in principle meets once each half-year, special meetings counted",
        ),
        "根據工作需要隨時召開專題會議",
        each(_meeting & _special.has("instead")),
        Cadence(
            of=HERE.back(events.subject, events.kind.is_in(("plenary_meeting", "regular_meeting", "special_meeting"))),
            per="city_meeting.cadence",
        ),
        Modality.IN_PRINCIPLE,
    ),
    _norm(
        "JX209",
        "C-2.09",
        Text(
            zh="全体（扩大）会议由成员单位及各级单位全部参加",
            en="all members and all units below attend the enlarged plenary meeting",
        ),
        "各縣(市)區及其所屬街道社區全部參加會議",
        each(events.kind == "plenary_meeting"),
        Related(
            Values(HERE, "attendance"),
            Relation.CONTAINS,
            (
                Values(HERE.along(events.subject, "bodies").back(ties.target, ties.kind == "member"), "source"),
                Values(
                    HERE.along(events.subject, "bodies")
                    .along(bodies.host, "units")
                    .down(units.level.is_in(("county", "township", "community"))),
                    "id",
                ),
            ),
        ),
    ),
    _norm(
        "JX211",
        "C-2.11",
        Text(zh="区域化联席会议110个", en="there are 110 regional joint meetings"),
        "共建立區域化黨建聯席會議110個",
        each(units.level == "city"),
        Within(of=Count(HERE.down().back(bodies.host, _regional)), exactly="regional_meeting.count"),
        Modality.ENCOURAGED,
    ),
    _norm(
        "JX212",
        "C-2.12",
        Text(zh="区域化联席会议成员单位3500多家", en="the regional joint meetings have more than 3,500 member units"),
        "成員單位達3500多家",
        each((units.level == "city") & _counting.has("units")),
        Within(of=Distinct(_all_members, "source"), at_least="regional_meeting.members"),
        Modality.ENCOURAGED,
    ),
    _norm(
        "JX2122",
        "C-2.12",
        Text(
            zh="区域化联席会议成员单位3500多家，加入几个即计几次",
            en="the regional joint meetings have more than 3,500 members, a unit of several counted in each",
        ),
        "成員單位達3500多家",
        each((units.level == "city") & _counting.has("memberships")),
        Within(of=Count(_all_members), at_least="regional_meeting.members"),
        Modality.ENCOURAGED,
    ),
    _norm(
        "JX213",
        "C-2.13",
        Text(zh="上级联席会议吸收下级联席会议成员", en="the meeting above takes in a member of each meeting below it"),
        "上級聯席會議注意吸收下級聯席會議成員",
        each(units.level.is_in(("township", "community"))).back(bodies.host, _regional),
        Shared(
            Values(_members, "source"),
            Values(
                HERE.along(bodies.host, "units")
                .along(units.parent, "units")
                .back(bodies.host, _regional)
                .back(ties.target, ties.kind == "member"),
                "source",
            ),
            "regional_meeting.shared_members",
        ),
        Modality.ENCOURAGED,
    ),
    _norm(
        "JX214",
        "C-2.14",
        Text(
            zh="驻区单位合理分配，防止优势资源扎堆",
            en="no regional meeting of a county-level unit has far more than its share of the stationed units' weight",
        ),
        "防止優勢資源集中扎堆兒",
        each(units.level == "county"),
        Within(
            of=Concentration(
                HERE.down().back(bodies.host, _regional),
                Sum(_members.along(ties.source, "units").back(facts.about, facts.unit == "resource_weight"), "amount"),
            ),
            at_most="allocation.concentration",
        ),
        Modality.ENCOURAGED,
    ),
    _norm(
        "JX215",
        "C-2.15",
        Text(zh="成员单位由所在县（市）区统筹划分", en="a member unit sits in the county of the meeting it belongs to"),
        "統籌劃分到各個街道、社區",
        each(_regional).back(ties.target, ties.kind == "member"),
        SameEnd(
            HERE.along(ties.source, "units")
            .back(ties.source, ties.kind == "seated_in")
            .along(ties.target, "units")
            .up("county"),
            HERE.along(ties.target, "bodies").along(bodies.host, "units").up("county"),
        ),
    ),
    _norm(
        "JX217",
        "C-2.17",
        Text(zh="驻区单位统一划分为“轮职”小组", en="the rotation groups divide the members of the meeting among them"),
        "統一劃分為6個“輪職”小組",
        each(bodies.kind == "rotation_group").along(bodies.host, "bodies"),
        Divided(
            whole=Values(_members, "source"),
            into=HERE.back(bodies.host, bodies.kind == "rotation_group"),
            members=Values(_members, "source"),
        ),
    ),
    _norm(
        "JX220",
        "C-2.17",
        Text(zh="“轮职”小组为6个", en="there are six rotation groups"),
        "統一劃分為6個“輪職”小組",
        each(bodies.kind == "rotation_group").along(bodies.host, "bodies"),
        Within(of=Count(HERE.back(bodies.host, bodies.kind == "rotation_group")), exactly="rotation.groups"),
    ),
    _norm(
        "JX401",
        "C-4.01",
        Text(zh="试点街道统一责任清单", en="the pilot subdistricts have one wording of the responsibility list"),
        "統一建立街道責任清單和權力清單",
        each(units.level == "city"),
        AllEqual(Values(HERE.down().back(lists.owner, lists.kind == "responsibility_list"), "version")),
    ),
    _norm(
        "JX403",
        "C-4.03",
        Text(
            zh="街道责任清单各项归于6项职能", en="every item of a responsibility list serves one of the six functions"
        ),
        "社區發展、公共服務、安全穩定“6項職能”",
        each(lists.kind == "responsibility_list"),
        Related(Values(HERE.back(entries.list), "function"), Relation.SUBSET, "subdistrict.functions"),
    ),
    _norm(
        "JX404",
        "C-4.04",
        Text(
            zh="街道取消招商引资、协税护税职能",
            en="no subdistrict has duties of investment attraction or tax assistance",
        ),
        "全部取消了招商引資、協稅護稅職能",
        each(lists.kind == "responsibility_list"),
        Related(Values(HERE.back(entries.list), "category"), Relation.DISJOINT, "subdistrict.forbidden"),
    ),
    _norm(
        "JX410",
        "C-4.10",
        Text(
            zh="以县（市）区为单位制定社区工作事项清单",
            en="each county-level unit has one list of community work items",
        ),
        "以縣(市)區為單位制定了社區工作事項清單",
        each(units.level == "county"),
        Within(of=Count(HERE.back(lists.owner, lists.kind == "work_item_list")), exactly="work_item_list.per_county"),
    ),
    _norm(
        "JX417",
        "C-4.17",
        Text(
            zh="社区工作事项不含“奇葩”证明、行政执法、拆迁拆违",
            en="odd certificates, enforcement and demolition are no community work",
        ),
        "行政執法、拆遷拆違等工作事項49項",
        each(lists.kind == "work_item_list"),
        Related(Values(HERE.back(entries.list), "category"), Relation.DISJOINT, "community.forbidden"),
    ),
    _norm(
        "JX422",
        "C-4.22",
        Text(
            zh="各县（市）区实施方案具备五要素",
            en="each county-level unit has an implementation plan with its five parts",
        ),
        "各縣(市)區全部制定了城市基層黨建工作實施方案",
        each(units.level == "county"),
        Related(
            Values(HERE.back(documents.parties, documents.kind == "implementation_plan"), "sections"),
            Relation.CONTAINS,
            "plan.sections",
        ),
    ),
    _norm(
        "JX823",
        "C-8.23",
        Text(zh="市委常委会每季度听取一次汇报", en="the standing committee hears a report each quarter"),
        "市委常委會議每季度聽取一次",
        each(bodies.kind == "standing_committee"),
        Cadence(of=HERE.back(events.subject, events.kind == "report_heard"), per="standing_committee.cadence"),
    ),
)

_POSTS, _YUAN, _STEPS = Text(zh="名", en="posts"), Text(zh="元/年", en="yuan a year"), Text(zh="级", en="steps")
_STRONGEST = 4  # to decide

duty = field("duty", "code", Text(zh="事项类别", en="category of the duty"))
target_level = field("target_level", "code", Text(zh="承接单位层级", en="level of the target"))
function = field("function", "code", Text(zh="所属职能", en="function served"))
responsible = field("responsible", "bool", Text(zh="是否为责任主体", en="target is responsible"), actionable=True)
on_list = field("on_list", "bool", Text(zh="是否在工作事项清单内", en="on the work-item list"))
by_committee = field(
    "approved_by_committee",
    "bool",
    Text(zh="县（市）区委批准", en="approved by the county Party committee"),
    actionable=True,
)
by_government = field(
    "approved_by_government",
    "bool",
    Text(zh="县（市）区政府批准", en="approved by the county government"),
    actionable=True,
)
staff_needed = field("staff_needed", "int", Text(zh="所需人员", en="posts needed"), unit=_POSTS, low=0)
staff_moved = field("staff_moved", "int", Text(zh="随转人员", en="posts moved"), unit=_POSTS, low=0, actionable=True)
yuan_needed = field("yuan_needed", "int", Text(zh="每年所需经费", en="yuan a year needed"), unit=_YUAN, low=0)
yuan_moved = field(
    "yuan_moved", "int", Text(zh="每年随转经费", en="yuan a year moved"), unit=_YUAN, low=0, actionable=True
)
power_needed = field(
    "power_needed", "int", Text(zh="所需权力", en="strength of power needed"), unit=_STEPS, low=0, high=_STRONGEST
)
power_moved = field(
    "power_moved",
    "int",
    Text(zh="随转权力", en="strength of power moved"),
    unit=_STEPS,
    low=0,
    high=_STRONGEST,
    actionable=True,
)

FIELDS = tuple(
    term.field
    for term in (
        duty,
        target_level,
        function,
        responsible,
        on_list,
        by_committee,
        by_government,
        staff_needed,
        staff_moved,
        yuan_needed,
        yuan_moved,
        power_needed,
        power_moved,
    )
)


def _rule(  # noqa: PLR0917 - the columns of a table of rules
    name: str, effect: Effect, item: str, text: Text, quote: str, when: Operand, move: Move | None = None
) -> Rule:
    basis = _REPORT.quote(quote)
    return Rule(id=name, effect=effect, item=item, text=text, basis=basis, when=lift(when), obligation=move)


RULES = (
    _rule(
        "JX454",
        Effect.FORBID,
        "C-4.04",
        Text(
            zh="街道不承担招商引资、协税护税", en="a subdistrict takes no investment attraction and no tax assistance"
        ),
        "全部取消了招商引資、協稅護稅職能",
        (target_level == "township") & duty.is_in(param("subdistrict.forbidden")),
    ),
    _rule(
        "JX467",
        Effect.FORBID,
        "C-4.17",
        Text(
            zh="社区不作为“奇葩”证明、执法、拆迁的责任主体",
            en="a community is not responsible for certificates, enforcement, demolition",
        ),
        "行政執法、拆遷拆違等工作事項49項",
        (target_level == "community") & responsible & duty.is_in(param("community.forbidden")),
    ),
    _rule(
        "JX460",
        Effect.PERMIT,
        "C-4.10",
        Text(zh="清单内事项照清单办理", en="what stands on the work-item list is permitted as it stands"),
        "制定了社區工作事項清單",
        on_list,
    ),
    _rule(
        "JX464",
        Effect.PERMIT,
        "C-4.14",
        Text(
            zh="清单外事项须经县（市）区委、政府审批",
            en="what is off the list needs the county committee's and the county government's approval",
        ),
        "須經縣(市)區委、政府嚴格審批",
        ~on_list
        & by_committee
        & by_government
        & ((target_level != "township") | function.is_in(param("subdistrict.functions"))),
    ),
    _rule(
        "JX465",
        Effect.REQUIRE,
        "C-4.15",
        Text(zh="人随事转", en="staff follow the task"),
        "人隨事轉、權隨責轉、費隨事轉",
        on_list | (staff_moved >= staff_needed),
        Move("staff", staff_needed - staff_moved, into=staff_moved),
    ),
    _rule(
        "JX475",
        Effect.REQUIRE,
        "C-4.15",
        Text(zh="费随事转", en="funds follow the task"),
        "人隨事轉、權隨責轉、費隨事轉",
        on_list | (yuan_moved >= yuan_needed),
        Move("yuan_a_year", yuan_needed - yuan_moved, into=yuan_moved),
    ),
    _rule(
        "JX485",
        Effect.REQUIRE,
        "C-4.15",
        Text(zh="权随责转", en="power follows the responsibility"),
        "人隨事轉、權隨責轉、費隨事轉",
        on_list | (power_moved >= power_needed),
        Move("power", power_needed - power_moved, into=power_moved),
    ),
)

JIXI: Final = NATIONAL.extend(
    Overlay(
        id="jixi",
        title=Text(zh="鸡西规则包", en="pack of Jixi"),
        basis=_REPORT.quote("制定出臺了《雞西市城市基層黨建示范市建設工作方案》"),
        add=(
            *PARAMETERS,
            _CONCENTRATION,
            *NORMS,
            *RULES,
            *ROTATION,
            *JIXI_DUTIES,
            *JIXI_ORGANS,
            *JIXI_RHYTHM,
            *JIXI_LINKAGE,
            *JIXI_MINES,
            *JIXI_CARRIERS,
            *PROCESSES.pick("PC408", "PC413", "PC418", "PC852", "PC1025"),
        ),
        replace=JIXI_DUTY_FIGURES,
        fields=FIELDS,
    )
)
