"""The sentences of the library, in both languages, by key.

A finding has two: ``<key>`` says what is wrong and where, ``<key>.fix`` the way out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pbgov.base._sentences_boundary import BOUNDARY
from pbgov.base._sentences_changes import CHANGES
from pbgov.base._sentences_choice import CHOICE
from pbgov.base._sentences_city import CITY
from pbgov.base._sentences_comparison import COMPARISON
from pbgov.base._sentences_display import DISPLAY
from pbgov.base._sentences_doors import DOORS
from pbgov.base._sentences_duties import DUTIES
from pbgov.base._sentences_flaws import FLAWS
from pbgov.base._sentences_graph import GRAPH
from pbgov.base._sentences_grid import GRID
from pbgov.base._sentences_ledger import LEDGER
from pbgov.base._sentences_lifecycle import LIFECYCLE
from pbgov.base._sentences_map import MAP
from pbgov.base._sentences_org import ORG
from pbgov.base._sentences_packjson import PACKJSON
from pbgov.base._sentences_places import PLACES
from pbgov.base._sentences_proven import PROVEN
from pbgov.base._sentences_rhythm import RHYTHM
from pbgov.base._sentences_rota import ROTA
from pbgov.base._sentences_rules import RULES
from pbgov.base._sentences_scores import SCORES
from pbgov.base._sentences_shown import SHOWN
from pbgov.base._sentences_staffing import STAFFING
from pbgov.base._sentences_synth import SYNTH
from pbgov.base._text import Text

_SENTENCES: dict[str, Text] = {
    # time
    "unit.time": Text(
        zh='unit应为"day"或"month"，实为{value}；请取其一',
        en='unit should be "day" or "month" and is {value}; use one of them',
    ),
    # verdicts and severities, as pages and tables show them
    "verdict.met": Text(zh="符合", en="met"),
    "verdict.breached": Text(zh="违反", en="breached"),
    "verdict.waived": Text(zh="豁免", en="waived"),
    "verdict.unknown": Text(zh="未知", en="unknown"),
    "verdict.not_applicable": Text(zh="不适用", en="not applicable"),
    "severity.error": Text(zh="错误", en="error"),
    "severity.warning": Text(zh="警告", en="warning"),
    "severity.info": Text(zh="提示", en="info"),
    # values
    "calendar.range": Text(
        zh="{day}移动{months}个月后超出公元1至9999年；请减少月数",
        en="{day} moved by {months} months leaves the years 1 to 9999; use fewer months",
    ),
    "period.empty": Text(
        zh="期间[{start}, {end})不含任何一天；结束日须晚于开始日",
        en="the period [{start}, {end}) holds no day; let it end after it starts",
    ),
    "date.shape": Text(
        zh="{name}应为日期，实为{value}；请用datetime.date",
        en="{name} should be a date and is {value}; give a datetime.date",
    ),
    "count.negative": Text(
        zh="{name}应为非负整数，实为{value}；请给出不小于0的整数",
        en="{name} should be a whole number of 0 or more and is {value}; give such a number",
    ),
    "count.positive": Text(
        zh="{name}应为不小于1的整数，实为{value}；请给出这样的整数",
        en="{name} should be a whole number of 1 or more and is {value}; give such a number",
    ),
    "band.open": Text(zh="区间两端都未给出；请至少给出一端", en="the band has no end at all; give at least one"),
    "band.reversed": Text(
        zh="区间下限{low}大于上限{high}；请对调", en="the band runs from {low} down to {high}; swap its ends"
    ),
    "rng.range": Text(
        zh="随机种子应为0至2**64-1的整数或random.Random，实为{value}",
        en="a seed is a whole number from 0 to 2**64-1 or a random.Random, not {value}",
    ),
    "id.shape": Text(
        zh="{name}不是有效标识{value}；须为1至120个可见字符，不含空格、/和~",
        en="{name} is no identifier: {value}; use 1 to 120 printable characters without blanks, / or ~",
    ),
    "name.shape": Text(
        zh="{name}不是有效名称{value}；须为至多200个可见字符",
        en="{name} is no name: {value}; use at most 200 printable characters",
    ),
    "id.unknown": Text(
        zh="没有标识为{value}的记录；请核对标识（名称不是标识）",
        en="nothing has the identifier {value}; check it (a name is not an identifier)",
    ),
    "table.repeated": Text(
        zh="标识重复：{ids}；每个标识只能出现一次", en="identifiers repeat: {ids}; use each one once"
    ),
    "allocation.nowhere": Text(
        zh="有{n}个对象却没有可去之处；请至少给出一处",
        en="{n} things and no place to put them; give at least one place",
    ),
    # organisations
    "profile.order": Text(
        zh="层级{level}重复，或排在其上级层级之前；请自上而下各列一次",
        en="level {level} is named twice, or comes before a level it stands under; list each once, from the top down",
    ),
    "level.unknown": Text(
        zh="层级方案{profile}没有层级{level}；请用方案中的层级",
        en="profile {profile} has no level {level}; use one it has",
    ),
    "networkx.shared": Text(
        zh="单位、机构、职务共用的标识：{ids}；转成networkx图之前请改用不同标识",
        en="units, bodies and posts share identifiers: {ids}; give them different ones before making a networkx graph",
    ),
    # rules
    "expr.operand": Text(
        zh="{value}不能写进条件；请用字段、参数或普通值",
        en="{value} cannot stand in a condition; use a field, a parameter or a plain value",
    ),
    "expr.truth": Text(
        zh="条件{value}是一棵树，没有真假；请用&、|、~代替and、or、not，并拆开连续比较",
        en="the condition {value} is a tree and neither true nor false; write &, | and ~ for and, or and not, and take "
        "chained comparisons apart",
    ),
    "expr.kinds": Text(
        zh="{left}与{right}种类不同，不能比较或计算；请改条件",
        en="{left} and {right} are of different kinds and cannot be compared or added; mend the condition",
    ),
    "column.unknown": Text(
        zh="表{table}没有列{name}；可用：{known}", en="table {table} has no column {name}; it has: {known}"
    ),
    "field.unknown": Text(
        zh="规则包没有字段{name}；请先声明该字段或改正名称",
        en="the pack has no field {name}; declare it or mend the name",
    ),
    "parameter.unknown": Text(
        zh="规则包没有参数{name}；请加入该参数或改正名称",
        en="the pack has no parameter {name}; add it or mend the name",
    ),
    "parameter.required": Text(
        zh="参数值{value}与其依据不合；没有值的须注明Required，有值的不得如此",
        en="the value {value} does not fit its basis; only a missing value is Required, and every missing value is",
    ),
    "parameter.order": Text(
        zh="参数{name}没有值，或生效日期没有依次递增；请按日期排列",
        en="parameter {name} has no value, or its first days do not rise; list the values by date",
    ),
    "lang.unknown": Text(zh="没有语言{value}；请用en或zh", en="there is no language {value}; use en or zh"),
    "text.shape": Text(
        zh="{name}应为双语文本（Text），实为{value}；例如Text(zh='鸡西', en='Jixi')",
        en="{name} should be a Text and is {value}; for example Text(zh='鸡西', en='Jixi')",
    ),
    "pack.unknown": Text(zh="规则包没有条目{ids}；请改正标识", en="the pack has no entry {ids}; mend the identifier"),
    "overlay.unknown": Text(
        zh="要替换或中止的条目不存在：{ids}；请改正标识或改用add",
        en="what is to be replaced or suspended is not there: {ids}; mend the identifiers, or add it",
    ),
    "selector.tables": Text(
        zh="选择条件须只涉及一张表，实为：{tables}；请只用一张表的列",
        en="a selection speaks of one table, this one of: {tables}; use columns of one table",
    ),
    "within.bounds": Text(
        zh="限值须为exactly、band或at_least与at_most三者之一，实为：{given}；请择一给出",
        en="bounds are given by exactly, by band, or by at_least and at_most, here by: {given}; choose one way",
    ),
    "selector.column": Text(
        zh="{value}不是列；请用表的列，如ties.target", en="{value} is no column; use one, such as ties.target"
    ),
    "leg.amount": Text(
        zh="转移数量应为不小于1的整数，实为{value}；需求为零时不设此项",
        en="a leg moves a whole number of 1 or more, not {value}; a declared need of zero has no leg",
    ),
    "leg.loop": Text(
        zh="转出与转入是同一账户{account}；请用两个账户", en="giver and taker are one account, {account}; use two"
    ),
    "transfer.empty": Text(
        zh="转移{transfer}不含任何一项；请至少列出一项", en="transfer {transfer} has no leg; give at least one"
    ),
    "transfer.taken": Text(
        zh="已有标识为{transfer}的转移；请另用标识", en="there is a transfer {transfer} already; use another identifier"
    ),
    "transfer.short": Text(
        zh="{account}可用的{resource}为{left}，不足{amount}；请减少数量或先补足",
        en="{account} has {left} of {resource} left and {amount} are asked for; move less, or fill it up first",
    ),
    "transfer.phase": Text(
        zh="转移{transfer}{phase}，此操作须{wanted}；请核对步骤",
        en="transfer {transfer} is {phase} and must be {wanted} for this; check the order of the steps",
    ),
    "rota.groups": Text(
        zh="轮值须有至少一个小组且不得重复，实为：{groups}",
        en="a rota needs groups, each once, and has: {groups}; list each group once",
    ),
    "rota.months": Text(
        zh="任期应为不小于1的整月数，实为{value}；请改正",
        en="a term is a whole number of months, 1 or more, not {value}; mend it",
    ),
    "rota.before": Text(
        zh="{day}早于轮值开始日{start}；请用此后的日期",
        en="{day} lies before the rota starts on {start}; ask for a later day",
    ),
    "outcome.admitted": Text(zh="准入", en="admitted"),
    "outcome.conditional": Text(zh="附条件准入", en="admitted on conditions"),
    "outcome.not_admitted": Text(zh="不予准入", en="not admitted"),
    "outcome.forbidden": Text(zh="禁止", en="forbidden"),
    "outcome.undecided": Text(zh="无法决定：事实不全", en="undecided: facts are missing"),
    "reason.forbid.active": Text(
        zh="禁止（{rule}）：{text}。依据：{basis}", en="forbidden by {rule}: {text}. Basis: {basis}"
    ),
    "reason.forbid.lifted": Text(
        zh="禁止（{rule}）因例外不适用：{text}。依据：{basis}",
        en="forbidden by {rule} but for an exception: {text}. Basis: {basis}",
    ),
    "reason.forbid.open": Text(
        zh="是否禁止未明（{rule}）：{text}。依据：{basis}", en="{rule} may forbid it: {text}. Basis: {basis}"
    ),
    "reason.permit.active": Text(
        zh="许可（{rule}）：{text}。依据：{basis}", en="permitted by {rule}: {text}. Basis: {basis}"
    ),
    "reason.permit.lifted": Text(
        zh="许可（{rule}）因例外不适用：{text}。依据：{basis}",
        en="permitted by {rule} but for an exception: {text}. Basis: {basis}",
    ),
    "reason.forbid.silent": Text(
        zh="未予禁止（{rule}）：{text}。依据：{basis}", en="not forbidden by {rule}: {text}. Basis: {basis}"
    ),
    "reason.require.silent": Text(
        zh="已满足（{rule}）：{text}。依据：{basis}", en="met, {rule}: {text}. Basis: {basis}"
    ),
    "reason.permit.silent": Text(
        zh="未获许可（{rule}）：{text}。依据：{basis}", en="not permitted by {rule}: {text}. Basis: {basis}"
    ),
    "reason.permit.open": Text(
        zh="是否许可未明（{rule}）：{text}。依据：{basis}", en="{rule} may permit it: {text}. Basis: {basis}"
    ),
    "reason.require.active": Text(
        zh="尚未满足（{rule}）：{text}。依据：{basis}", en="not yet met, {rule}: {text}. Basis: {basis}"
    ),
    "reason.require.lifted": Text(
        zh="要求（{rule}）因例外不适用：{text}。依据：{basis}",
        en="required by {rule} but for an exception: {text}. Basis: {basis}",
    ),
    "reason.require.open": Text(
        zh="是否满足未明（{rule}）：{text}。依据：{basis}", en="{rule} may not be met: {text}. Basis: {basis}"
    ),
    "obligation.move": Text(
        zh="还须转来：{amount}{resource}（{text}）", en="still to be moved: {amount} {resource} ({text})"
    ),
    "obligation.open": Text(
        zh="还须转来{resource}，数量未明（{text}）", en="{resource} still to be moved, how much is unknown ({text})"
    ),
    "decision.missing": Text(zh="缺少事实：{fact}；请补充后再议", en="missing: {fact}; supply it and ask again"),
    # the record
    "table.rows": Text(
        zh="表{table}只能存放{kind}；请放入对应的表",
        en="table {table} holds rows of {kind} alone; put others into theirs",
    ),
    "row.ended": Text(
        zh="“{id}”写明了终止日{end}，又称终止日不明；请只保留其一",
        en='"{id}" ends on {end} and is said to have ended on an unknown day; keep one of the two',
    ),
    "row.share": Text(
        zh="{name}须为1至1000的整数（千分比），现为{value}",
        en="{name} must be a whole number from 1 to 1000 (parts per thousand), not {value}",
    ),
    "row.ids": Text(
        zh='{name}应为标识组成的元组，实为{value}；请改为元组，如（"A"， "B"）',
        en='{name} should be a tuple of identifiers and is {value}; give one, such as ("A", "B")',
    ),
    "row.whole": Text(
        zh="{name}应为整数，实为{value}；请改正", en="{name} should be a whole number and is {value}; give one"
    ),
    "table.unknown": Text(zh="没有名为{table}的表；可用：{known}", en="there is no table {table}; there are: {known}"),
    "waiver.reason": Text(
        zh="对{subject}豁免{code}未写理由；请写明理由", en="the waiver of {code} for {subject} gives no reason; say why"
    ),
    "request.target": Text(
        zh="承接单位{target}不在档；请先登记或改正标识",
        en="the target {target} is not on record; record it, or mend the identifier",
    ),
    "synth.kind": Text(
        zh="未给出层级{level}新单位的类别；请在kinds中写明",
        en="no kind is given for new units of level {level}; name it in kinds",
    ),
    "synth.counts": Text(
        zh="层级{level}已有{n}个单位，应为{wanted}个，或没有上级单位可挂靠；请核对各层数量",
        en="level {level} has {n} units and should have {wanted}, or none above to hold new ones; check the counts",
    ),
    "synth.members": Text(
        zh="已有{n}个成员，应为{wanted}个；请提高数量",
        en="there are {n} members and should be {wanted}; raise the count",
    ),
    # judging
    "judge.pack": Text(
        zh="pack应为规则包，实为{value}；请传入RulePack的值，如JIXI",
        en="pack should be a RulePack and is {value}; give the pack itself, such as JIXI",
    ),
    "judge.place": Text(
        zh="应为一地的记录（Jurisdiction），实为{value}；文档请先用pbgov.parse读入",
        en="a place (Jurisdiction) is expected, not {value}; read a document with pbgov.parse first",
    ),
    "judge.codes": Text(
        zh="{name}须为代码的列表，不能是{value}；请写成[{value}]",
        en="{name} must be a list of codes, not {value}; write [{value}]",
    ),
    "judge.code": Text(
        zh="{name}中的{value}不是任何规范代码的开头；请用报告或规则包中的代码",
        en="no code begins with {value}, as {name} says; take codes from a report or from the pack",
    ),
    "judge.span": Text(
        zh="起始日{since}晚于判定日{on}；请对调", en="the span starts on {since}, after {on}; swap the two days"
    ),
    "judge.evaluator": Text(
        zh="规范{code}的种类{kind}没有评定器；请在evaluators中加入",
        en="norm {code} is of kind {kind}, which no evaluator knows; add one to evaluators",
    ),
    "norm.relation": Text(
        zh="{subject}：不符合“{text}”（{detail}）", en="{subject}: “{text}” does not hold ({detail})"
    ),
    "norm.relation.fix": Text(zh="请核对所列各项，使其符合规定", en="mend the things named so that the norm holds"),
    "norm.within": Text(
        zh="{subject}：“{text}”要求{wanted}（{unit}），实为{measured}",
        en="{subject}: “{text}” asks for {wanted} ({unit}) and finds {measured}",
    ),
    "norm.within.fix": Text(
        zh="请调整至{wanted}，或在规范允许时登记豁免并写明理由",
        en="bring it to {wanted}, or, where the norm may be waived, record a waiver",
    ),
    "norm.cadence": Text(
        zh="{subject}：期间{period}内没有“{text}”所要求的活动",
        en="{subject}: nothing in {period} of what “{text}” asks for",
    ),
    "norm.cadence.fix": Text(zh="请在每一期间内安排一次并记录", en="hold it once in each period and record it"),
    "norm.waived": Text(
        zh="{subject}：“{text}”已豁免，理由：{reason}", en="{subject}: “{text}” is waived because: {reason}"
    ),
    "norm.waived.fix": Text(
        zh="无须处理；理由不再成立时撤销豁免", en="nothing to do; withdraw the waiver when its reason is gone"
    ),
    "norm.unknown": Text(
        zh="“{text}”无从判断（×{n}）：缺少{missing}",
        en="“{text}” cannot be judged (×{n}): {missing} not recorded",
    ),
    "norm.unknown.fix": Text(
        zh="请补充{missing}的记录，或声明其记录完整", en="record {missing}, or declare that the record is complete"
    ),
    "norm.empty": Text(zh="“{text}”：没有适用对象", en="“{text}” has nothing to apply to"),
    "norm.empty.fix": Text(zh="无须处理", en="nothing to do"),
    "norm.not_due": Text(zh="“{text}”：尚未到期（{n}处）", en="“{text}” is not yet due in {n} places"),
    "norm.not_due.fix": Text(zh="期满后再判", en="judge again once a period has ended"),
    # structure
    "structure.PBS01": Text(
        zh="{table}的{subject}在{column}中引用了不存在的{ids}",
        en="{subject} in {table} names in {column} what does not exist: {ids}",
    ),
    "structure.PBS01.fix": Text(zh="请登记所引用的对象，或改正标识", en="record what is named, or mend the identifier"),
    "structure.PBS02": Text(zh="上级关系成环：{ring}", en="the parents run in a circle: {ring}"),
    "structure.PBS02.fix": Text(zh="请改正其中一个单位的上级", en="mend the parent of one of them"),
    "structure.PBS03": Text(zh="领导关系成环：{ring}", en="leadership runs in a circle: {ring}"),
    "structure.PBS03.fix": Text(zh="请撤销其中一项领导关系", en="end one of these ties"),
    "structure.PBS04": Text(
        zh="{subject}同时有多个领导组织：{leaders}", en="{subject} has several leading organisations at once: {leaders}"
    ),
    "structure.PBS04.fix": Text(zh="请只保留一个，或使期间错开", en="keep one, or let their periods not overlap"),
    "structure.PBS05": Text(
        zh="{subject}属{level}，其上级{parent}属{above}，应属：{wanted}",
        en="{subject} is a {level} and stands under {parent} of level {above}; it should stand under: {wanted}",
    ),
    "structure.PBS05.fix": Text(
        zh="请改正上级，或在层级方案中允许", en="mend the parent, or allow it in the level profile"
    ),
    "structure.PBS06": Text(
        zh="{subject}的层级{level}不在方案{profile}中",
        en="{subject} is of level {level}, which profile {profile} does not have",
    ),
    "structure.PBS06.fix": Text(zh="请改用方案中的层级", en="use a level of the profile"),
    "structure.PBS07": Text(
        zh="{subject}属{level}却没有上级；应属：{wanted}",
        en="{subject} is a {level} and has no parent; it should stand under: {wanted}",
    ),
    "structure.PBS07.fix": Text(zh="请填写上级", en="give its parent"),
    "structure.PBS08": Text(
        zh="关系{subject}在{body}于{end}结束后仍有效", en="tie {subject} outlives the body {body}, which ended on {end}"
    ),
    "structure.PBS08.fix": Text(zh="请将其结束日改为不晚于{end}", en="let it end by {end}"),
    "structure.PBS09": Text(
        zh="网格{subject}含有不属于{neighbourhood}的楼栋：{ids}",
        en="grid {subject} holds buildings that are not in {neighbourhood}: {ids}",
    ),
    "structure.PBS09.fix": Text(
        zh="请移出这些楼栋，或登记到该片区", en="take them out, or record them in the neighbourhood"
    ),
    "structure.PBS10": Text(
        zh="楼栋{building}同时在网格{grid}与{subject}中",
        en="building {building} is in grids {grid} and {subject} at once",
    ),
    "structure.PBS10.fix": Text(zh="请只保留在一个网格中", en="keep it in one of them"),
    "structure.PBS13": Text(
        zh="{subject}的代码表明它是{code}，名称“{name}”却表明它是{label}",
        en="the code of {subject} says that it is {code}, its name “{name}” that it is {label}",
    ),
    "structure.PBS13.fix": Text(
        zh="请核对代码与名称；名录本身如此的，不必更改",
        en="check code and name; where the official list has it so, leave it",
    ),
    "structure.PBS11": Text(
        zh="标识{subject}在多张表中出现：{tables}", en="the identifier {subject} occurs in several tables: {tables}"
    ),
    "structure.PBS11.fix": Text(zh="请改用不同标识", en="use different identifiers"),
    # the boundary
    "boundary.invalid": Text(
        zh="文档有问题（{n}处），例如：{first_zh}", en="the document has problems ({n}), such as: {first}"
    ),
    "boundary.PBB01": Text(
        zh="这不是文档：应为对象，实为{value}", en="this is no document: it should be an object and is {value}"
    ),
    "boundary.PBB01.fix": Text(
        zh="请给出含id与profile的对象或其JSON文本", en="give an object with id and profile, or its JSON text"
    ),
    "boundary.PBB02": Text(zh="{at}应为{expected}，实为{value}", en="{at} should be {expected} and is {value}"),
    "boundary.PBB02.fix": Text(zh="请改为{expected}", en="give {expected}"),
    "boundary.PBB03": Text(zh="{at}缺少“{key}”", en='"{key}" is missing at {at}'),
    "boundary.PBB03.fix": Text(zh="请补上“{key}”", en='add "{key}"'),
    "boundary.PBB04": Text(zh="{at}是不认识的键“{key}”", en='"{key}" at {at} is no key of this schema'),
    "boundary.PBB04.fix": Text(zh="请删去或改正拼写", en="remove it, or mend its spelling"),
    "boundary.PBB05": Text(zh="{at}的文字{value}不合规格", en="the text at {at} is malformed: {value}"),
    "boundary.PBB05.fix": Text(
        zh="标识至多120个可见字符，不含空格、/和~；名称至多200个可见字符，规则包中的语句至多2000个",
        en="an identifier has at most 120 printable characters without blanks, / or ~; a name at most 200, and a "
        "phrase of a pack 2,000",
    ),
    "boundary.PBB06": Text(zh="{at}的数{value}不在允许范围", en="the number at {at} is out of range: {value}"),
    "boundary.PBB06.fix": Text(
        zh="请给出有意义的整数；户数等不得为负", en="give a whole number that makes sense; counts are not negative"
    ),
    "boundary.PBB07": Text(zh="{at}的{value}不是日期", en="{value} at {at} is no day"),
    "boundary.PBB07.fix": Text(zh="请写成2018-07-01的形式，且确有该日", en="write it as 2018-07-01, a day that exists"),
    "boundary.PBB08": Text(zh="{at}的{value}不在可选值中：{expected}", en="{value} at {at} is not one of {expected}"),
    "boundary.PBB08.fix": Text(zh="请从可选值中取一个", en="use one of them"),
    "boundary.PBB09": Text(zh="{at}不可能成立：{detail}", en="{at} cannot be: {detail}"),
    "boundary.PBB09.fix": Text(zh="请按所述改正", en="mend it as it says"),
    "boundary.PBB10": Text(
        zh="文本不是JSON：第{line}行第{column}列有误", en="the text is no JSON: line {line}, column {column}"
    ),
    "boundary.PBB10.fix": Text(
        zh="请改正该处，或用JSON工具重新导出", en="mend it there, or export it again with a JSON tool"
    ),
    "boundary.PBB11": Text(zh="同一对象中键重复：{keys}", en="an object has a key twice: {keys}"),
    "boundary.PBB11.fix": Text(zh="每个键只保留一次", en="keep each key once"),
    "boundary.PBB12": Text(zh="JSON中不允许{value}", en="JSON has no {value}"),
    "boundary.PBB12.fix": Text(zh="不知道的值请略去或写null", en="leave out what is unknown, or write null"),
    "boundary.PBB13": Text(zh="JSON嵌套过深", en="the JSON is nested too deeply"),
    "boundary.PBB13.fix": Text(
        zh="文档至多几层；请检查是否误套", en="a document has a few levels; look for a wrong nesting"
    ),
    "boundary.PBB14": Text(
        zh="{at}的标识{id}在表中已出现", en="the identifier {id} at {at} occurs in the table already"
    ),
    "boundary.PBB14.fix": Text(
        zh="请改用另一标识，或删去重复的一行", en="use another identifier, or drop the repeated row"
    ),
    "boundary.PBB15": Text(
        zh="{at}的结束日{end}不晚于开始日{start}", en="the period at {at} ends on {end} and starts on {start}"
    ),
    "boundary.PBB15.fix": Text(
        zh="结束日为失效的第一天，须晚于开始日",
        en="the end is the first day no longer in force; let it lie after the start",
    ),
}

SENTENCES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        **_SENTENCES,
        **BOUNDARY,
        **CHANGES,
        **CHOICE,
        **CITY,
        **COMPARISON,
        **DISPLAY,
        **DOORS,
        **DUTIES,
        **FLAWS,
        **GRID,
        **LEDGER,
        **LIFECYCLE,
        **MAP,
        **ORG,
        **PACKJSON,
        **PLACES,
        **PROVEN,
        **RHYTHM,
        **GRAPH,
        **ROTA,
        **RULES,
        **SCORES,
        **STAFFING,
        **SYNTH,
        **SHOWN,
    }
)
