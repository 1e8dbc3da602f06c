"""Lifecycles of Party organisations and their members, of owners' committees, archives and Party days.

References:
    The report of Jiefangbei 解放碑 (membership, organisations, archives, Party days, duty reports) and of Langfang
    廊坊 (property enterprises, owners' committees). 中国共产党章程 art. 7; 中国共产党发展党员工作细则 art. 32;
    物业管理条例 art. 16.

Limitations:
    The extension of a probation is counted from the day on which it was decided. When an application counts as late
    is not in any rule read here; twelve months after the end of a probation are assumed.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._steps import (
    CONSTITUTION,
    JIEFANGBEI,
    LANGFANG,
    PROPERTY,
    RECRUITING,
    USUAL,
    asked,
    guard,
    line,
    named,
    step,
)
from pbgov.rules import Lifecycle, Span, param

_branch = asked("branch_agrees", "bool")
_superior = asked("superior_approves", "bool")
_extension = asked("extension_months", "int")
_BRANCH = guard(_branch, "支部大会讨论通过", "the branch meeting has agreed")
_SUPERIOR = guard(_superior, "上级党组织批准", "the superior Party organisation has approved")
_BOTH = (_BRANCH, _SUPERIOR)
_AGREED = CONSTITUTION.quote("都应当经支部大会讨论通过和上级党组织批准", "第七条")
_EXTENDED = RECRUITING.quote("可以延长一次预备期,延长时间不能少于半年,最长不超过一年", "第三十二条")
_LENGTH = guard(
    (_extension >= param("probation.extension_min")) & (_extension <= param("probation.extension_max")),
    "延长时间在规定限度内",
    "the extension is as long as the rules allow",
)

MEMBERSHIP: Final = Lifecycle(
    id="membership",
    title=Text(zh="党员发展与转正", en="the way to full membership"),
    states=named(
        ("applicant", "入党申请人", "applicant"),
        ("activist", "积极分子", "activist"),
        ("prospect", "发展对象", "prospect"),
        ("probationary", "预备党员", "probationary member"),
        ("applied", "已申请转正", "has applied for full status"),
        ("extended", "延长预备期", "probation extended"),
        ("full", "正式党员", "full member"),
        ("revoked", "取消预备党员资格", "probation revoked"),
    ),
    acts=named(
        ("recognise", "确定为积极分子", "recognise"),
        ("list", "列为发展对象", "list"),
        ("admit", "接收为预备党员", "admit"),
        ("apply", "申请转正", "apply"),
        ("extend", "延长预备期", "extend"),
        ("convert", "转为正式党员", "convert"),
        ("revoke", "取消资格", "revoke"),
        ("lapse", "超期未申请取消资格", "revoke for want of an application"),
    ),
    start="applicant",
    finals=("full", "revoked"),
    basis=RECRUITING.quote("预备党员的预备期为一年", "第三十二条"),
    fields=(_branch.field, _superior.field, _extension.field),
    once=("extend",),
    transitions=(
        *line("applicant", ("recognise", "activist"), ("list", "prospect"), basis=USUAL),
        step(
            "prospect",
            "admit",
            "probationary",
            CONSTITUTION.quote("要经过支部大会通过和上级党组织批准", "第五条"),
            *_BOTH,
        ),
        step("probationary", "apply", "applied", USUAL),
        step(
            "applied",
            "convert",
            "full",
            CONSTITUTION.quote("预备党员的预备期为一年", "第七条"),
            *_BOTH,
            not_before=Span("probation.months", "month", since="admit"),
        ),
        *(step(state, "extend", "extended", _EXTENDED, _LENGTH, *_BOTH) for state in ("probationary", "applied")),
        step(
            "extended",
            "convert",
            "full",
            JIEFANGBEI.quote("延期1名预备党员转正时间"),
            *_BOTH,
            not_before=Span(_extension, "month"),
        ),
        *(step(state, "revoke", "revoked", _AGREED, *_BOTH) for state in ("probationary", "applied", "extended")),
        step(
            "probationary",
            "lapse",
            "revoked",
            JIEFANGBEI.quote("取消1名超期不申请转正预备党员资格"),
            *_BOTH,
            not_before=Span("probation.lapse_months", "month", since="admit"),
        ),
    ),
)

_unplaced = asked("members_unplaced", "int")
_PLACED = guard(_unplaced == 0, "党员均有去处", "no member is left without an organisation")
_ENDED = JIEFANGBEI.quote("根据实际进行注销或合并")

ORGANISATION: Final = Lifecycle(
    id="organisation",
    title=Text(zh="党组织的设立与变更", en="a Party organisation"),
    states=named(
        ("proposed", "拟设立", "proposed"),
        ("approved", "已批准", "approved"),
        ("in_force", "运行中", "in force"),
        ("merged", "已合并", "merged"),
        ("dissolved", "已注销", "dissolved"),
    ),
    acts=named(
        ("approve", "批准", "approve"),
        ("establish", "设立", "establish"),
        ("adjust", "调整", "adjust"),
        ("merge", "合并", "merge"),
        ("dissolve", "注销", "dissolve"),
    ),
    start="proposed",
    finals=("merged", "dissolved"),
    basis=_ENDED,
    fields=(_superior.field, _unplaced.field),
    handing=("merge",),
    transitions=(
        step("proposed", "approve", "approved", USUAL, _SUPERIOR),
        step("approved", "establish", "in_force", JIEFANGBEI.quote("今年新建党组织1个")),
        step("in_force", "adjust", "in_force", JIEFANGBEI.quote("撤并、调整党组织6个"), _SUPERIOR),
        step("in_force", "merge", "merged", _ENDED, _SUPERIOR, _PLACED),
        step("in_force", "dissolve", "dissolved", _ENDED, _SUPERIOR, _PLACED),
    ),
)

_HOST = JIEFANGBEI.quote("对关、停、并、转企业党组织的管理力度")
_REVIEW = Span("host_change.review_days", "day")

HOST_CHANGE: Final = Lifecycle(
    id="host_change",
    title=Text(zh="关、停、并、转企业的党组织", en="what becomes of an organisation whose enterprise changes"),
    states=named(
        ("operating", "正常经营", "operating"),
        ("closed", "已关闭", "closed"),
        ("merged", "已并入", "merged"),
        ("converted", "已转产", "converted"),
        ("suspended", "已停产", "suspended"),
        ("settled", "已处理", "settled"),
    ),
    acts=named(
        ("close", "企业关闭", "close the enterprise"),
        ("merge", "企业合并", "merge the enterprise"),
        ("convert", "企业转产", "convert the enterprise"),
        ("suspend", "企业停产", "suspend the enterprise"),
        ("dissolve_organisation", "注销党组织", "dissolve the organisation"),
        ("merge_organisation", "合并党组织", "merge the organisation"),
        ("adjust_organisation", "调整党组织", "adjust the organisation"),
        ("suspend_organisation", "党组织暂停活动", "suspend the organisation"),
        ("keep_organisation", "保留党组织", "keep the organisation"),
    ),
    start="operating",
    finals=("settled",),
    basis=_HOST,
    transitions=(
        step("operating", "close", "closed"),
        step("operating", "merge", "merged"),
        step("operating", "convert", "converted"),
        step("operating", "suspend", "suspended"),
        step("closed", "dissolve_organisation", "settled", _ENDED, within=_REVIEW),
        step("closed", "merge_organisation", "settled", _ENDED, within=_REVIEW),
        step("merged", "merge_organisation", "settled", _ENDED, within=_REVIEW),
        step("converted", "adjust_organisation", "settled", USUAL, within=_REVIEW),
        step("suspended", "suspend_organisation", "settled", USUAL, within=_REVIEW),
        step("suspended", "keep_organisation", "settled", USUAL, within=_REVIEW),
    ),
)

_full = asked("full_members", "int")
_MEASURES = LANGFANG.quote("通过发展党员、引导物业服务企业积极招聘")

PROPERTY_PARTY: Final = Lifecycle(
    id="property_party",
    title=Text(zh="物业企业党组织培育", en="the way to an organisation in a property enterprise"),
    states=named(
        ("uncovered", "未覆盖", "uncovered"),
        ("work_covered", "工作覆盖", "covered by work"),
        ("organised", "组织覆盖", "organised"),
    ),
    acts=named(
        ("develop", "发展党员", "develop members"),
        ("recruit", "招聘党员员工", "recruit members"),
        ("instruct", "选派党建指导员", "send an instructor"),
        ("organise", "成立党组织", "organise"),
    ),
    start="uncovered",
    finals=("organised",),
    basis=_MEASURES,
    fields=(_full.field,),
    transitions=(
        *(step(state, act, state) for state in ("uncovered", "work_covered") for act in ("develop", "recruit")),
        step("uncovered", "instruct", "work_covered", LANGFANG.quote("选派党建指导员等方式")),
        *(
            step(
                state,
                "organise",
                "organised",
                CONSTITUTION.quote("凡是有正式党员三人以上的,都应当成立党的基层组织", "第三十条"),
                guard(_full >= param("branch.min_full_members"), "正式党员人数足够", "there are enough full members"),
            )
            for state in ("uncovered", "work_covered")
        ),
    ),
)

_FORMED = LANGFANG.quote("在具备条件的居民小区,加快业主委员会组建")

OWNERS_COMMITTEE: Final = Lifecycle(
    id="owners_committee",
    title=Text(zh="业主委员会组建与换届", en="an owners' committee"),
    states=named(
        ("conditions_met", "具备条件", "conditions met"),
        ("preparatory_group", "筹备组成立", "preparatory group formed"),
        ("assembled", "业主大会召开", "owners assembled"),
        ("elected", "已选举", "elected"),
        ("filed", "已备案", "filed"),
        ("in_term", "任期内", "in term"),
        ("re_election", "换届", "up for re-election"),
    ),
    acts=named(
        ("prepare", "成立筹备组", "form the group"),
        ("assemble", "召开业主大会", "assemble the owners"),
        ("elect", "选举", "elect"),
        ("file", "备案", "file"),
        ("take_office", "履职", "take office"),
        ("call_election", "启动换届", "call the next election"),
    ),
    start="conditions_met",
    basis=_FORMED,
    transitions=(
        *line("conditions_met", ("prepare", "preparatory_group"), ("assemble", "assembled"), basis=USUAL),
        step("assembled", "elect", "elected", _FORMED),
        step(
            "elected",
            "file",
            "filed",
            PROPERTY.quote("业主委员会应当自选举产生之日起30日内", "第十六条"),
            within=Span("owners_committee.filing_days", "day", since="elect"),
        ),
        *line("filed", ("take_office", "in_term"), ("call_election", "re_election"), ("elect", "elected"), basis=USUAL),
    ),
)

_requirements = asked("requirements", "codes")
_WEEKLY = JIEFANGBEI.quote("每周一完善,每月一整理,每半年一汇总")
_KEPT = JIEFANGBEI.quote("做到全程纪实、保留原件、装订规范")
_STORED = JIEFANGBEI.quote("分类保管、专柜存放")

ARCHIVE_VOLUME: Final = Lifecycle(
    id="archive_volume",
    title=Text(zh="档案资料卷", en="a volume of the archives"),
    states=named(
        ("open", "积累中", "open"),
        ("sorted", "已整理", "sorted"),
        ("summarised", "已汇总", "summarised"),
        ("archived", "已归档", "archived"),
    ),
    acts=named(
        ("improve", "完善", "improve"),
        ("sort", "整理", "sort"),
        ("summarise", "汇总", "summarise"),
        ("archive", "归档", "archive"),
    ),
    start="open",
    finals=("archived",),
    basis=_WEEKLY,
    fields=(_requirements.field,),
    transitions=(
        *(step(state, "improve", state) for state in ("open", "sorted", "summarised")),
        step("open", "sort", "sorted"),
        *(step(state, "sort", state) for state in ("sorted", "summarised")),
        step("sorted", "summarise", "summarised"),
        step("summarised", "summarise", "summarised"),
        step(
            "summarised",
            "archive",
            "archived",
            JIEFANGBEI.quote("每年一次集中梳理归档"),
            guard(_requirements.has("full_process"), "全程纪实", "the whole process is on record"),
            guard(_requirements.has("original_kept"), "保留原件", "the originals are kept"),
            guard(_requirements.has("bound"), "装订规范", "it is bound as it should be"),
            guard(_requirements.has("classified"), "分类保管", "it is classified"),
            guard(_requirements.has("cabinet"), "专柜存放", "it stands in its own cabinet"),
        ),
    ),
)

_FOUR_STEPS = JIEFANGBEI.quote("确定主题—组织发动—现场实践—实效测评")

THEME_PARTY_DAY: Final = Lifecycle(
    id="theme_party_day",
    title=Text(zh="支部主题党日", en="a theme Party day"),
    states=named(
        ("scheduled", "已安排", "scheduled"),
        ("themed", "主题已定", "theme set"),
        ("mobilised", "已发动", "mobilised"),
        ("practised", "已实践", "practised"),
        ("evaluated", "已测评", "evaluated"),
    ),
    acts=named(
        ("set_theme", "确定主题", "set the theme"),
        ("mobilise", "组织发动", "mobilise"),
        ("practise", "现场实践", "practise"),
        ("evaluate", "实效测评", "evaluate"),
    ),
    start="scheduled",
    finals=("evaluated",),
    basis=_FOUR_STEPS,
    transitions=line(
        "scheduled",
        ("set_theme", "themed"),
        ("mobilise", "mobilised"),
        ("practise", "practised"),
        ("evaluate", "evaluated"),
    ),
)

DUTY_REPORT: Final = Lifecycle(
    id="duty_report",
    title=Text(zh="履职评议“观、听、问、评”", en="a duty report in four steps"),
    states=named(
        ("due", "待评议", "due"),
        ("observed", "已观", "observed"),
        ("heard", "已听", "heard"),
        ("asked", "已问", "asked"),
        ("evaluated", "已评", "evaluated"),
    ),
    acts=named(
        ("observe", "观", "observe"), ("listen", "听", "listen"), ("ask", "问", "ask"), ("evaluate", "评", "evaluate")
    ),
    start="due",
    finals=("evaluated",),
    basis=JIEFANGBEI.quote("采取“观、听、问、评”四步法"),
    transitions=line("due", ("observe", "observed"), ("listen", "heard"), ("ask", "asked"), ("evaluate", "evaluated")),
)
