"""The sentences of the rules room: conditions in words, decisions, packs and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pbgov.base._text import Text

_RULES: Final = {
    # conditions, in words
    "words.and": Text(zh="，且", en=" and "),
    "words.or": Text(zh="，或", en=" or "),
    "words.brackets": Text(zh="（{inner}）", en="({inner})"),
    "words.not": Text(zh="并非（{inner}）", en="not ({inner})"),
    "words.yes": Text(zh="{fact}：是", en="{fact}: yes"),
    "words.no": Text(zh="{fact}：否", en="{fact}: no"),
    "words.true": Text(zh="是", en="yes"),
    "words.false": Text(zh="否", en="no"),
    "words.always": Text(zh="任何情形", en="always"),
    "words.never": Text(zh="无此情形", en="never"),
    "words.nothing": Text(zh="（无）", en="nothing"),
    "words.list": Text(zh="、", en=", "),
    "words.count": Text(zh="{n}{unit}", en="{n} {unit}"),
    "words.in": Text(zh="{item}属于{options}", en="{item} is one of {options}"),
    "words.not_in": Text(zh="{item}不属于{options}", en="{item} is none of {options}"),
    "words.==": Text(zh="{left}为{right}", en="{left} is {right}"),
    "words.!=": Text(zh="{left}不为{right}", en="{left} is not {right}"),
    "words.<": Text(zh="{left}少于{right}", en="{left} is less than {right}"),
    "words.<=": Text(zh="{left}不多于{right}", en="{left} is at most {right}"),
    "words.>": Text(zh="{left}多于{right}", en="{left} is more than {right}"),
    "words.>=": Text(zh="{left}不少于{right}", en="{left} is at least {right}"),
    "words.+": Text(zh="{left}加{right}", en="{left} plus {right}"),
    "words.-": Text(zh="{left}减{right}", en="{left} less {right}"),
    "words.*": Text(zh="{left}乘{right}", en="{left} times {right}"),
    "words.per": Text(zh="{left}按每{right}计（进一）", en="{left} per {right}, rounded up"),
    "words.months": Text(zh="{left}起{right}个月后", en="{right} months after {left}"),
    # trees and fields
    "expr.deep": Text(
        zh="条件嵌套超过{deepest}层；请拆成几条规则，或用“&”“|”并列书写",
        en="the condition is nested more than {deepest} levels deep; split it into rules, or join parts side by side",
    ),
    "expr.per": Text(
        zh="只能除以写明的正整数，实为{value}；请写如households.per(300)",
        en="only a whole number of 1 or more, written out, may divide, not {value}; write, say, households.per(300)",
    ),
    "expr.compare": Text(
        zh="{left}与{right}不能用“{op}”比较；请比较同类的值，先后只比数与日期",
        en="{left} and {right} cannot be compared by {op}; compare like with like; only numbers and days have an order",
    ),
    "expr.wanted": Text(
        zh="此处应为{wanted}，{part}却是{kind}；请改正条件",
        en="{wanted} is wanted here and {part} is {kind}; mend the condition",
    ),
    "expr.figure": Text(
        zh="参数{name}的值不能用于条件；条件只用整数、日期、代码或代码组",
        en="the values of parameter {name} fit no condition; conditions take whole numbers, days and codes",
    ),
    "field.name": Text(
        zh="字段名{name}以两个下划线开头，属Python自用；请换一个名称",
        en="the field name {name} begins with two underscores, as what every object has does; choose another",
    ),
    "field.kind": Text(
        zh="字段{name}的种类{kind}不存在；可用：bool、int、date、code、codes",
        en="field {name} is of no kind {kind}; there are bool, int, date, code and codes",
    ),
    "field.range": Text(
        zh="字段{name}的范围{low}至{high}不成立；整数字段可给整数上下限，下限不大于上限",
        en="field {name} cannot range from {low} to {high}; a whole number may have whole ends, the low one first",
    ),
    "field.options": Text(
        zh="字段{name}的选项{value}不成立；只有code与codes可列代码",
        en="field {name} cannot have the options {value}; only code and codes list codes",
    ),
    "fact.bool": Text(
        zh="事实{name}应为True或False，实为{value}；请改正", en="fact {name} is True or False, not {value}; mend it"
    ),
    "fact.int": Text(
        zh="事实{name}应为整数，实为{value}；金额请用分或元的整数，布尔值不算整数",
        en="fact {name} is a whole number, not {value}; count money in whole fen or yuan, and a bool is no number",
    ),
    "fact.date": Text(
        zh="事实{name}应为日期，实为{value}；请用datetime.date",
        en="fact {name} is a day, not {value}; give a datetime.date",
    ),
    "fact.code": Text(
        zh="事实{name}应为代码（字符串），实为{value}；请改正", en="fact {name} is a code, a str, not {value}; mend it"
    ),
    "fact.codes": Text(
        zh="事实{name}应为代码组成的元组，实为{value}；请改正",
        en="fact {name} is a tuple of codes, not {value}; mend it",
    ),
    "fact.range": Text(
        zh="事实{name}为{value}，不在声明的范围{low}至{high}内；请改正数值，或放宽字段的范围",
        en="fact {name} is {value}, outside its declared range of {low} to {high}; mend it, or widen the field",
    ),
    "fact.option": Text(
        zh="事实{name}为{value}，不在声明的选项中：{options}；请改正，或为字段增加选项",
        en="fact {name} is {value}, which is no declared option: {options}; mend it, or add the option to the field",
    ),
    "fact.row": Text(zh="第{row}行：{detail}", en="row {row}: {detail}"),
    "fact.request": Text(
        zh="{value}不是申请；请给出事实的映射，或以字段名为属性的对象",
        en="{value} is no request; give a mapping of facts, or an object with the fields as attributes",
    ),
    "columns.mapping": Text(
        zh="{value}不是列的映射；请给出字段名到列的映射，数据框请先转成字典",
        en="{value} is no mapping of columns; give one from fields to columns, such as dict(frame) of pandas or "
        "frame.to_dict() of polars",
    ),
    "columns.missing": Text(
        zh="缺少列：{names}；规则要用到，请补上",
        en="columns are missing: {names}; give them, for rules ask",
    ),
    "columns.kind": Text(
        zh="列{name}应为{kind}，实为{dtype}；请给numpy、pandas或polars的{kind}列",
        en="column {name} should hold {kind} and holds {dtype}; give a column of {kind} of numpy, pandas or polars",
    ),
    "columns.codes": Text(
        zh="列{name}应为代码到布尔列的映射；请为每个代码给一列",
        en="column {name} should be a mapping from codes to columns of booleans; give a column for each code",
    ),
    "columns.days": Text(
        zh="列{name}应为日期，实为{dtype}；numpy请用datetime64[D]，polars请用Date，pandas请用.dt.date",
        en="column {name} should hold days and holds {dtype}; give datetime64[D] of numpy, Date of polars or .dt.date "
        "of pandas",
    ),
    "columns.length": Text(
        zh="各列长短不一：{first}有{n}行，{second}有{m}行；请给等长的列",
        en="columns differ in length: {first} has {n} rows, {second} {m}; give columns of one length",
    ),
    "columns.none": Text(
        zh="没有任何一列，看不出有几行；请至少给一列",
        en="there is no column, so nobody knows how many rows there are; give at least one",
    ),
    "columns.makers": Text(
        zh="列{first}属{one}，列{second}属{other}；请都用同一个库的列",
        en="column {first} is of {one} and {second} of {other}; give all columns of one library",
    ),
    "columns.index": Text(
        zh="列{first}与列{second}的行标签不同，各行会错位；请先对齐，例如取自同一个数据框",
        en="columns {first} and {second} label their rows differently, so rows would not lie side by side; align them, "
        "or take both from one frame",
    ),
    "columns.null": Text(
        zh="列{name}有缺失值；缺少事实的行请改用batch",
        en="column {name} lacks values; decide such rows by batch",
    ),
    "columns.wrap": Text(
        zh="算式的值可达{low}至{high}，超出64位；请核对数据，或改用batch",
        en="arithmetic could reach from {low} to {high}, beyond 64 bits; check the data, or use batch",
    ),
    "columns.parameter": Text(
        zh="参数{name}当日没有数值，整列无从决定；请先补充，或改用batch",
        en="parameter {name} has no value on the day, so columns cannot be decided; supply it, or use batch",
    ),
    "columns.part": Text(
        zh="条件{part}不能整列计算；请改用batch", en="the condition {part} cannot run on columns; use batch"
    ),
    "parameter.figure": Text(
        zh="{value}不是参数值；可用整数、区间、周期、日期或代码组成的元组",
        en="{value} is no figure; give a whole number, a Band, a Cycle, a day or a tuple of codes",
    ),
    # rules, packs and overlays
    "move.into": Text(
        zh="{value}不是字段；into须为计数的字段，如staff_moved",
        en="{value} is no field; into names the field that counts, such as staff_moved",
    ),
    "rule.effect": Text(zh="没有{value}这种规则；可用：{known}", en="there is no effect {value}; there are: {known}"),
    "overlay.none": Text(zh="{value}不是修订包；请给出Overlay", en="{value} is no overlay; give the Overlay itself"),
    "rule.obligation": Text(
        zh="规则{rule}为{effect}，不能带义务；只有REQUIRE带义务",
        en="rule {rule} is a {effect} and can have no obligation; only a REQUIRE has one",
    ),
    "rule.wrong": Text(zh="规则{rule}：{detail}", en="rule {rule}: {detail}"),
    "parameter.kinds": Text(
        zh="参数{name}的各值须为同一类，实为：{kinds}；请分成不同的参数",
        en="the values of parameter {name} are of one kind, and here of: {kinds}; make separate parameters of them",
    ),
    "parameter.bound": Text(
        zh="参数{name}不能设为{bound}；只有整数有下限或上限",
        en="parameter {name} cannot be a {bound}; only whole numbers have a floor or a cap",
    ),
    "parameter.text": Text(
        zh="{name}：{value}（{unit}），自{start}起。依据：{basis}",
        en="{name}: {value} ({unit}), from {start}. Basis: {basis}",
    ),
    "parameter.text.none": Text(
        zh="{name}：{on}尚无数值；请补充，或改问此后的日期",
        en="{name}: no value on {on}; supply one, or ask later",
    ),
    "parameter.start.always": Text(zh="未载明之日", en="a day not stated"),
    "overlay.floor": Text(
        zh="{name}为下限，不得低于{base}：{overlay}自{start}起设为{value}；请提高数值；基础包已将其锁定于某级文件的，可在instrument中写明更高层级的文件",
        en="{name} is a floor and may not fall below {base}: {overlay} sets it to {value} from {start}; raise it, or, "
        "where the base entrenches it, name a higher instrument",
    ),
    "overlay.cap": Text(
        zh="{name}为上限，不得高于{base}：{overlay}自{start}起设为{value}；请降低数值；基础包已将其锁定于某级文件的，可在instrument中写明更高层级的文件",
        en="{name} is a cap and may not rise above {base}: {overlay} sets it to {value} from {start}; lower it, or, "
        "where the base entrenches it, name a higher instrument",
    ),
    "overlay.entrenched": Text(
        zh="{name}由{held}规定，{overlay}（{given}）不得改动；请在instrument中写明更高层级的文件",
        en="{name} is laid down by a {held} and {overlay} ({given}) may not change it; name a higher instrument",
    ),
    "overlay.conflict": Text(
        zh="{one}与{other}都改动{ids}，先后未定；请以after写明先后",
        en="{one} and {other} both touch {ids} and neither comes first; give the order by after",
    ),
    "overlay.after": Text(
        zh="修订包的先后成环或指向不存在的修订包：{ids}；请改正after",
        en="the overlays wait for one another, or for one that is not there: {ids}; mend after",
    ),
    "overlay.number": Text(
        zh="{name}只能设定参数；它不是参数，请改用replace",
        en="only a parameter can be set, and {name} is none; replace it instead",
    ),
    "overlay.span": Text(
        zh="参数{name}不能只停用一段时间；请以set写明该段的数值，或停用依据它的条目",
        en="parameter {name} cannot be suspended for a span; set its value for those days, or suspend what rests on it",
    ),
    "check.pickle": Text(
        zh="规则包{pack}经序列化后不再相等；请用可比较、可散列的值",
        en="pack {pack} does not survive pickling; make it of plain values",
    ),
    "check.pack": Text(
        zh="规范{code}引用了参数{ids}；请以pack给出所属规则包",
        en="norm {code} names parameters {ids}; give their pack as pack=",
    ),
    "check.norm": Text(
        zh="规范{code}对{place}应有{wanted}，实为：{said}；请改正规范或示例",
        en="norm {code} should say {wanted} of {place} and says: {said}; mend the norm or the example",
    ),
    "diff.outcome": Text(
        zh="由“{before}”变为“{after}”，例如：{witness}", en="from {before} to {after}, for instance: {witness}"
    ),
    "diff.fact": Text(zh="{fact}：{value}", en="{fact}: {value}"),
    "diff.join": Text(zh="；", en="; "),
    "remedy.change": Text(zh="将“{fact}”改为：{value}", en="change “{fact}” to {value}"),
    "remedy.join": Text(zh="；", en="; "),
    "reason.exception": Text(
        zh="若符合例外，{rule}即不适用：{exception}", en="an exception would lift {rule}: {exception}"
    ),
    "attributed.standing": Text(
        zh="{value}不是依据的可靠程度；请用{known}之一",
        en="{value} is no standing of a document that was not read; use one of {known}",
    ),
}

RULES: Final[Mapping[str, Text]] = MappingProxyType(_RULES)
