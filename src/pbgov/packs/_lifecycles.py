"""Lifecycles of matters: duties admitted, residents' cases, projects, agreements, campaigns, services.

References:
    The five reports behind the packs: Jixi (admission, self-inspection, service pipeline), Langfang (cases, pledges,
    career pilot), Nanqiao (projects, self-governance), Shanwei (suggestions, consultation, agreements), Jiefangbei
    (accountability). Each step names the phrase it was read in.

Limitations:
    The texts name institutions and few of their steps. A step that no text names says so in its basis. Limits of
    time are counted in days, since days are what is recorded; Langfang's “at once” 接诉即办 gives none.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._steps import (
    JIEFANGBEI,
    JIXI,
    LANGFANG,
    NANQIAO,
    RULED,
    SHANWEI,
    USUAL,
    asked,
    guard,
    line,
    named,
    step,
)
from pbgov.rules import OWNER, Lifecycle, Parts, Span, param

# admission of duties

_committee = asked("approved_by_committee", "bool")
_government = asked("approved_by_government", "bool")
_staff = asked("staff_followed", "bool")
_power = asked("power_followed", "bool")
_funds = asked("funds_followed", "bool")
_FOLLOW = JIXI.quote("人隨事轉、權隨責轉、費隨事轉")

ADMISSION: Final = Lifecycle(
    id="admission",
    title=Text(zh="社区事务准入", en="admission of a duty to communities"),
    states=named(
        ("proposed", "已提出", "proposed"),
        ("reviewed", "已审核", "reviewed"),
        ("approved", "已批准", "approved"),
        ("resourced", "人权费到位", "resourced"),
        ("in_force", "执行中", "in force"),
        ("withdrawn", "已退出", "withdrawn"),
        ("rejected", "未获批准", "rejected"),
    ),
    acts=named(
        ("review", "审核", "review"),
        ("approve", "批准", "approve"),
        ("reject", "不予批准", "reject"),
        ("resource", "转来人权费", "hand over the means"),
        ("start", "开始执行", "start"),
        ("withdraw", "退出", "withdraw"),
    ),
    start="proposed",
    finals=("withdrawn", "rejected"),
    basis=JIXI.quote("全面實行社區事務準入制度"),
    fields=(_committee.field, _government.field, _staff.field, _power.field, _funds.field),
    transitions=(
        step("proposed", "review", "reviewed", USUAL),
        step(
            "reviewed",
            "approve",
            "approved",
            JIXI.quote("須經縣(市)區委、政府嚴格審批"),
            guard(_committee, "区委已批准", "the Party committee has approved"),
            guard(_government, "政府已批准", "the government has approved"),
        ),
        step("reviewed", "reject", "rejected", USUAL),
        step(
            "approved",
            "resource",
            "resourced",
            _FOLLOW,
            guard(_staff, "人随事转", "the staff follows the task"),
            guard(_power, "权随责转", "the power follows the responsibility"),
            guard(_funds, "费随事转", "the funds follow the task"),
        ),
        step("resourced", "start", "in_force", _FOLLOW),
        step("in_force", "withdraw", "withdrawn", JIXI.quote("廣泛開展社區事務準入事項自查自糾")),
    ),
)

_flagged = asked("items_flagged", "int")
_withdrawn = asked("items_withdrawn", "int")

AUDIT: Final = Lifecycle(
    id="admission_audit",
    title=Text(zh="准入事项自查自纠", en="self-inspection of admitted duties"),
    states=named(
        ("opened", "已部署", "opened"),
        ("inventoried", "已清点", "inventoried"),
        ("flagged", "已标出", "flagged"),
        ("withdrawn", "已退出", "withdrawn"),
        ("reported", "已报告", "reported"),
    ),
    acts=named(
        ("inventory", "清点", "take stock"),
        ("flag", "标出", "flag"),
        ("withdraw", "退出", "withdraw"),
        ("report", "报告", "report"),
    ),
    start="opened",
    finals=("reported",),
    basis=JIXI.quote("廣泛開展社區事務準入事項自查自糾"),
    fields=(_flagged.field, _withdrawn.field),
    transitions=(
        *line("opened", ("inventory", "inventoried"), ("flag", "flagged"), ("withdraw", "withdrawn"), basis=USUAL),
        step(
            "withdrawn",
            "report",
            "reported",
            USUAL,
            guard(_withdrawn >= _flagged, "被标事项全部退出", "every item that was flagged is withdrawn"),
        ),
    ),
)

# the yearly grade of a department stationed in a subdistrict

_suggested = asked("suggested_grade", "code")
_final = asked("final_grade", "code")
_answered = asked("suggestion_answered", "bool")

YEAR_END_GRADING: Final = Lifecycle(
    id="year_end_grading",
    title=Text(zh="驻街道职能部门年终考核", en="year-end grading of a department stationed in a subdistrict"),
    states=named(
        ("opened", "已启动", "opened"),
        ("suggested", "街道已提出建议", "grade suggested"),
        ("graded", "已定等次", "graded"),
    ),
    acts=named(("suggest", "提出等次建议", "suggest a grade"), ("decide", "评定等次", "decide the grade")),
    start="opened",
    finals=("graded",),
    basis=JIXI.quote("年終考核評定等次的建議權"),
    fields=(_suggested.field, _final.field, _answered.field),
    transitions=(
        step("opened", "suggest", "suggested", JIXI.quote("年終考核評定等次的建議權")),
        step(
            "suggested",
            "decide",
            "graded",
            RULED,
            guard(
                (_final == _suggested) | _answered,
                "与建议不一致的已作答复",
                "a grade other than the one suggested comes with an answer",
            ),
        ),
    ),
)

# residents' cases and suggestions

_has_duty = asked("receiver_has_duty", "bool")
_DUTY = guard(_has_duty, "承接方负有此项职责", "the matter is a duty of the one who takes over")
_HANDED = LANGFANG.quote("流转交办")
_BACK = LANGFANG.quote("健全结果反馈、定期调度、办理排名等考评机制")
_JOINT = LANGFANG.quote("部门联动等工作机制")

CASE: Final = Lifecycle(
    id="case",
    title=Text(zh="群众诉求办理", en="a resident's case"),
    states=named(
        ("received", "已收到", "received"),
        ("accepted", "已受理", "accepted"),
        ("transferred", "已流转", "transferred"),
        ("assigned", "已交办", "assigned"),
        ("in_progress", "办理中", "in progress"),
        ("resolved", "已办结", "resolved"),
        ("handled_directly", "已直接办理", "handled directly"),
        ("fed_back", "已反馈", "fed back"),
        ("closed", "已结案", "closed"),
        ("reopened", "已重启", "reopened"),
        ("rejected", "不予受理", "rejected"),
    ),
    acts=named(
        ("accept", "受理", "accept"),
        ("reject", "不予受理", "reject"),
        ("handle_directly", "直接办理", "handle directly"),
        ("transfer", "流转", "transfer"),
        ("assign", "交办", "assign"),
        ("begin", "着手办理", "begin"),
        ("join", "请协办", "call in"),
        ("finish_part", "办完协办部分", "finish a part"),
        ("resolve", "办结", "resolve"),
        ("feed_back", "反馈", "feed back"),
        ("close", "结案", "close"),
        ("reopen", "重启", "reopen"),
    ),
    start="received",
    finals=("closed", "rejected"),
    basis=LANGFANG.quote("快速响应群众诉求综合指挥"),
    fields=(_has_duty.field,),
    accountable="accept",
    parts=Parts(opened_by="join", closed_by="finish_part", before=("resolve",)),
    handing=("transfer", "assign"),
    transitions=(
        step("received", "accept", "accepted", LANGFANG.quote("接诉即办"), within=Span("case.accept_days", "day")),
        step("received", "reject", "rejected", USUAL),
        step("accepted", "handle_directly", "handled_directly", LANGFANG.quote("接诉即办")),
        step("accepted", "transfer", "transferred", _HANDED, _DUTY),
        step("accepted", "assign", "assigned", _HANDED, _DUTY),
        step("transferred", "assign", "assigned", _HANDED, _DUTY),
        step("assigned", "transfer", "transferred", _HANDED, _DUTY),
        step("assigned", "begin", "in_progress", USUAL),
        step("in_progress", "join", "in_progress", _JOINT),
        step("in_progress", "finish_part", "in_progress", _JOINT),
        step("in_progress", "resolve", "resolved", USUAL),
        step("resolved", "feed_back", "fed_back", _BACK),
        step("handled_directly", "feed_back", "fed_back", _BACK),
        step("fed_back", "close", "closed", LANGFANG.quote("首接负责"), by=(OWNER,)),
        step("fed_back", "reopen", "reopened", RULED),
        step("reopened", "assign", "assigned", RULED, _DUTY),
        step("reopened", "handle_directly", "handled_directly", RULED),
    ),
)

SUGGESTION: Final = Lifecycle(
    id="suggestion",
    title=Text(zh="意见建议办理", en="a suggestion"),
    states=named(
        ("collected", "已收集", "collected"),
        ("classified", "已分类", "classified"),
        ("assigned", "已交办", "assigned"),
        ("resolved", "已落实", "resolved"),
        ("declined", "未采纳", "declined"),
        ("fed_back", "已反馈", "fed back"),
    ),
    acts=named(
        ("classify", "分类", "classify"),
        ("assign", "交办", "assign"),
        ("resolve", "落实", "resolve"),
        ("decline", "不予采纳", "decline"),
        ("feed_back", "反馈", "feed back"),
    ),
    start="collected",
    finals=("fed_back",),
    basis=SHANWEI.quote("收集诸如以上意见建议共6368条"),
    handing=("assign",),
    transitions=(
        *line("collected", ("classify", "classified"), ("assign", "assigned"), basis=USUAL),
        step("assigned", "resolve", "resolved", SHANWEI.quote("解决民生实事6416件")),
        step("assigned", "decline", "declined", USUAL),
        step("resolved", "feed_back", "fed_back", USUAL),
        step("declined", "feed_back", "fed_back", USUAL),
    ),
)

# projects, consultation and self-governance

_LED = NANQIAO.quote("推動書記帶頭選題、領題、破題")
_SECRETARY = ("secretary",)

PROJECT: Final = Lifecycle(
    id="secretary_project",
    title=Text(zh="书记项目", en="a secretary's project"),
    states=named(
        ("open", "已立项", "open"),
        ("chosen", "已选题", "topic chosen"),
        ("led", "已领题", "taken in hand"),
        ("broken_through", "已破题", "broken through"),
        ("landed", "已落地", "landed"),
        ("dropped", "已放弃", "dropped"),
    ),
    acts=named(
        ("choose", "选题", "choose the topic"),
        ("lead", "领题", "take it in hand"),
        ("break_through", "破题", "break through"),
        ("land", "落地", "land"),
        ("drop", "放弃", "drop"),
    ),
    start="open",
    finals=("landed", "dropped"),
    basis=NANQIAO.quote("三級書記分級領辦基層治理“書記項目”"),
    transitions=(
        step("open", "choose", "chosen", _LED, by=_SECRETARY),
        step("chosen", "lead", "led", _LED, by=_SECRETARY),
        step("led", "break_through", "broken_through", _LED, by=_SECRETARY),
        step("broken_through", "land", "landed", NANQIAO.quote("項目化落地工作機制")),
        *(step(stage, "drop", "dropped", RULED) for stage in ("open", "chosen", "led", "broken_through")),
    ),
)

_parties = asked("parties", "codes")

CONSULTATION: Final = Lifecycle(
    id="consultation",
    title=Text(zh="协商", en="a consultation"),
    states=named(
        ("raised", "已提出", "raised"), ("consulted", "已协商", "consulted"), ("decided", "已决定", "decided")
    ),
    acts=named(("consult", "协商", "consult"), ("decide", "决定", "decide")),
    start="raised",
    finals=("decided",),
    basis=SHANWEI.quote("和社区居民协商老旧小区改造"),
    fields=(_parties.field,),
    transitions=(
        step(
            "raised",
            "consult",
            "consulted",
            SHANWEI.quote("联结区发改局、住建局等多方力量"),
            guard(_parties.has("subdistrict"), "街道到场", "the subdistrict takes part"),
            guard(_parties.has("community"), "社区到场", "the community takes part"),
            guard(_parties.has("department"), "部门到场", "a department takes part"),
            guard(_parties.has("residents"), "居民到场", "residents take part"),
        ),
        step("consulted", "decide", "decided", USUAL),
    ),
)

_voted = asked("voted", "bool")
_SELF = NANQIAO.quote("民事民議、民事民決、民事民辦、民事民管")

SELF_GOVERNANCE: Final = Lifecycle(
    id="self_governance",
    title=Text(zh="民事民议、民决、民办、民管", en="a matter of the residents' own"),
    states=named(
        ("raised", "已提出", "raised"),
        ("discussed", "已议", "discussed"),
        ("decided", "已决", "decided"),
        ("done", "已办", "done"),
        ("managed", "在管", "managed"),
    ),
    acts=named(
        ("discuss", "民议", "discuss"), ("decide", "民决", "decide"), ("do", "民办", "do"), ("manage", "民管", "manage")
    ),
    start="raised",
    finals=("managed",),
    basis=_SELF,
    fields=(_voted.field,),
    transitions=(
        step("raised", "discuss", "discussed"),
        step("discussed", "decide", "decided", _SELF, guard(_voted, "经议事会表决", "the council has voted")),
        step("decided", "do", "done"),
        step("done", "manage", "managed"),
    ),
)

_demands = asked("demands", "int")
_plans = asked("plans", "int")

MICRO_GOVERNANCE: Final = Lifecycle(
    id="micro_governance",
    title=Text(zh="微治理项目", en="a project of micro-governance"),
    states=named(
        ("opened", "已立项", "opened"),
        ("collected", "已征集", "collected"),
        ("consulted", "已协商", "consulted"),
        ("matched", "已对接", "matched"),
        ("implemented", "已实施", "implemented"),
        ("accepted", "已验收", "accepted"),
    ),
    acts=named(
        ("collect", "征集", "collect"),
        ("consult", "协商", "consult"),
        ("match", "供需对接", "match"),
        ("implement", "实施", "implement"),
        ("accept", "验收", "accept"),
    ),
    start="opened",
    finals=("accepted",),
    basis=SHANWEI.quote("把“政府想干”和“群众想要”结合起来"),
    fields=(_demands.field, _plans.field),
    transitions=(
        step("opened", "collect", "collected", SHANWEI.quote("环境提升等意见建议30余条")),
        step("collected", "consult", "consulted", USUAL),
        step(
            "consulted",
            "match",
            "matched",
            SHANWEI.quote("把“政府想干”和“群众想要”结合起来"),
            guard(_demands >= 1, "有群众需求", "residents demand it"),
            guard(_plans >= 1, "有政府计划", "the government plans it"),
        ),
        *line("matched", ("implement", "implemented"), ("accept", "accepted"), basis=USUAL),
    ),
)

# agreements and pledges

_signers = asked("signers", "int")
_community = asked("community_signs", "bool")
_SIGNED = SHANWEI.quote("全区99个村(社区)均签订《党建共建协议》")

AGREEMENT: Final = Lifecycle(
    id="agreement",
    title=Text(zh="党建共建协议", en="a joint-building agreement"),
    states=named(
        ("drafted", "已起草", "drafted"),
        ("signed", "已签订", "signed"),
        ("in_force", "有效", "in force"),
        ("renewed", "已续签", "renewed"),
        ("expired", "已期满", "expired"),
        ("terminated", "已终止", "terminated"),
    ),
    acts=named(
        ("sign", "签订", "sign"),
        ("take_effect", "生效", "take effect"),
        ("renew", "续签", "renew"),
        ("expire", "期满", "expire"),
        ("terminate", "终止", "terminate"),
    ),
    start="drafted",
    finals=("renewed", "expired", "terminated"),
    basis=_SIGNED,
    fields=(_signers.field, _community.field),
    transitions=(
        step(
            "drafted",
            "sign",
            "signed",
            _SIGNED,
            guard(_signers >= 2, "至少两方签约", "two parties sign at the least"),  # noqa: PLR2004 - an agreement takes two
            guard(_community, "社区党组织签约", "the Party organisation of a community signs"),
        ),
        step("signed", "take_effect", "in_force", RULED),
        step("in_force", "renew", "renewed", RULED),
        step("in_force", "expire", "expired", RULED),
        step("in_force", "terminate", "terminated", RULED),
    ),
)

_evidence = asked("evidence_given", "bool")
_PLEDGED = LANGFANG.quote("采取承诺践诺、志愿服务等方式")

PLEDGE: Final = Lifecycle(
    id="pledge",
    title=Text(zh="承诺践诺", en="a pledge"),
    states=named(("made", "已承诺", "made"), ("fulfilled", "已践诺", "fulfilled"), ("lapsed", "已落空", "lapsed")),
    acts=named(("fulfil", "践诺", "fulfil"), ("lapse", "落空", "lapse")),
    start="made",
    finals=("fulfilled", "lapsed"),
    basis=_PLEDGED,
    fields=(_evidence.field,),
    transitions=(
        step("made", "fulfil", "fulfilled", _PLEDGED, guard(_evidence, "有佐证", "there is evidence")),
        step("made", "lapse", "lapsed", USUAL),
    ),
)

# campaigns and services

ACCOUNTABILITY: Final = Lifecycle(
    id="accountability",
    title=Text(zh="明责、述责、问责", en="a year of accountability"),
    states=named(
        ("due", "待明责", "due"),
        ("listed", "已明责", "listed"),
        ("reported", "已述责", "reported on"),
        ("supervised", "已问责", "supervised"),
    ),
    acts=named(
        ("list", "清单明责", "list the duties"),
        ("report", "考评述责", "report on them"),
        ("supervise", "督导问责", "supervise them"),
    ),
    start="due",
    basis=JIEFANGBEI.quote("一是清单明责"),
    transitions=(
        step("due", "list", "listed", JIEFANGBEI.quote("一是清单明责")),
        step("listed", "report", "reported", JIEFANGBEI.quote("二是考评述责")),
        step("reported", "supervise", "supervised", JIEFANGBEI.quote("三是督导问责")),
        step("supervised", "list", "listed", USUAL),
    ),
)

RECTIFICATION: Final = Lifecycle(
    id="rectification",
    title=Text(zh="限期整治", en="a rectification campaign"),
    states=named(("lagging", "后进", "lagging"), ("advanced", "先进", "advanced")),
    acts=named(("advance", "转为先进", "advance")),
    start="lagging",
    finals=("advanced",),
    basis=SHANWEI.quote("由后进变先进"),
    transitions=(
        step(
            "lagging",
            "advance",
            "advanced",
            SHANWEI.quote("用1个月时间完成示范区创建"),
            within=Span("rectification.months", "month"),
        ),
    ),
)

_FOUND = JIXI.quote("社區組織發現居民需求、統籌設計服務項目")
_TAKEN = JIXI.quote("支持社會組織承接、引導專業工作團隊參與")

SERVICE_PIPELINE: Final = Lifecycle(
    id="service_pipeline",
    title=Text(zh="三社联动服务", en="a service of three-party linkage"),
    states=named(
        ("open", "待发现", "open"),
        ("discovered", "已发现需求", "need discovered"),
        ("designed", "已设计", "designed"),
        ("undertaken", "已承接", "undertaken"),
        ("staffed", "团队已参与", "staffed"),
        ("evaluated", "已评估", "evaluated"),
    ),
    acts=named(
        ("discover", "发现需求", "discover the need"),
        ("design", "设计项目", "design"),
        ("undertake", "承接", "undertake"),
        ("participate", "参与", "take part"),
        ("evaluate", "评估", "evaluate"),
    ),
    start="open",
    finals=("evaluated",),
    basis=_FOUND,
    transitions=(
        step("open", "discover", "discovered", _FOUND, by=("community",)),
        step("discovered", "design", "designed", _FOUND, by=("community",)),
        step("designed", "undertake", "undertaken", _TAKEN, by=("social_organisation",)),
        step("undertaken", "participate", "staffed", _TAKEN, by=("professional_team",)),
        step("staffed", "evaluate", "evaluated", USUAL),
    ),
)

_recognised = asked("recognised", "int")
_cap = asked("headcount_cap", "int")
_CAREER = LANGFANG.quote("员额控制总数核定、现有人员认定")
_PAY = LANGFANG.quote("薪酬待遇核算、健全体制机制")

CAREER_PILOT: Final = Lifecycle(
    id="career_pilot",
    title=Text(zh="社区工作者职业体系试点", en="the career-system pilot"),
    states=named(
        ("open", "已启动", "open"),
        ("capped", "员额已核定", "headcount set"),
        ("recognised", "人员已认定", "staff recognised"),
        ("computed", "薪酬已核算", "pay computed"),
        ("institutionalised", "机制已健全", "institutionalised"),
        ("paid", "已兑现", "paid"),
    ),
    acts=named(
        ("set_cap", "核定员额", "set the headcount"),
        ("recognise", "认定人员", "recognise staff"),
        ("compute_pay", "核算薪酬", "compute pay"),
        ("institutionalise", "健全机制", "institutionalise"),
        ("pay", "兑现", "pay"),
    ),
    start="open",
    finals=("paid",),
    basis=_CAREER,
    fields=(_recognised.field, _cap.field),
    transitions=(
        step("open", "set_cap", "capped", _CAREER),
        step(
            "capped",
            "recognise",
            "recognised",
            _CAREER,
            guard(_recognised <= _cap, "认定人数不超过员额", "no more are recognised than the headcount allows"),
        ),
        step("recognised", "compute_pay", "computed", _PAY),
        step("computed", "institutionalise", "institutionalised", _PAY),
        step("institutionalised", "pay", "paid", USUAL),
    ),
)

_checkpoints = asked("checkpoints", "int")
_CLOSED = LANGFANG.quote("全市1240个无物业管理小区的封闭管理")

CLOSED_MANAGEMENT: Final = Lifecycle(
    id="closed_management",
    title=Text(zh="小区封闭管理", en="closed management of a compound"),
    states=named(("normal", "常态", "normal"), ("closed", "封闭", "closed")),
    acts=named(("close", "封闭", "close"), ("open", "恢复", "open again")),
    start="normal",
    basis=_CLOSED,
    fields=(_checkpoints.field,),
    transitions=(
        step("normal", "close", "closed", _CLOSED, guard(_checkpoints >= 1, "设有卡口", "there is a checkpoint")),
        step("closed", "open", "normal", USUAL),
    ),
)

_places = asked("shops_listed", "int")
_ROLLING = SHANWEI.quote("动态评选10家“党员先锋店”")

PIONEER_SHOP: Final = Lifecycle(
    id="pioneer_shop",
    title=Text(zh="党员先锋店", en="a pioneer shop"),
    states=named(
        ("nominated", "已推荐", "nominated"),
        ("selected", "已入选", "selected"),
        ("confirmed", "已确认", "confirmed"),
        ("removed", "已退出", "removed"),
    ),
    acts=named(("select", "入选", "select"), ("confirm", "确认", "confirm"), ("remove", "退出", "remove")),
    start="nominated",
    finals=("removed",),
    basis=_ROLLING,
    fields=(_places.field,),
    transitions=(
        step(
            "nominated",
            "select",
            "selected",
            _ROLLING,
            guard(_places <= param("pioneer_shops.places"), "名额未满", "there is room on the list"),
        ),
        step("selected", "confirm", "confirmed", _ROLLING),
        step("selected", "remove", "removed", _ROLLING),
        step("confirmed", "remove", "removed", _ROLLING),
    ),
)

_beneficiary = asked("to_beneficiary", "bool")

DUAL_PURCHASE: Final = Lifecycle(
    id="dual_purchase",
    title=Text(zh="“惠民双购”", en="a dual purchase"),
    states=named(
        ("asked", "已申请", "asked for"),
        ("purchased", "已购买", "purchased"),
        ("served", "已服务", "served"),
        ("credited", "已记积分", "credited"),
        ("redeemed", "已兑换", "redeemed"),
    ),
    acts=named(
        ("purchase", "平台购买", "purchase"),
        ("serve", "志愿服务", "serve"),
        ("credit", "记积分", "credit points"),
        ("redeem", "兑换", "redeem"),
    ),
    start="asked",
    finals=("redeemed",),
    basis=JIXI.quote("由電商平臺向社會購買服務"),
    fields=(_beneficiary.field,),
    transitions=(
        step("asked", "purchase", "purchased", JIXI.quote("由電商平臺向社會購買服務")),
        step(
            "purchased",
            "serve",
            "served",
            USUAL,
            guard(_beneficiary, "服务对象在范围内", "the one served is a beneficiary"),
        ),
        step("served", "credit", "credited", USUAL),
        step("credited", "redeem", "redeemed", JIXI.quote("志愿者以積分形式向電商平臺兌換服務項目")),
    ),
)
