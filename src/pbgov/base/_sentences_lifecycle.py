"""The sentences on lifecycles and processes, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

LIFECYCLE: Final[dict[str, Text]] = {
    # the table
    "lifecycle.state": Text(
        zh="流程{id}没有状态{name}；请声明该状态，或用已有的：{known}",
        en="lifecycle {id} has no state {name}; declare it, or use one of: {known}",
    ),
    "lifecycle.act": Text(
        zh="流程{id}没有行为{name}；请声明该行为，或用已有的：{known}",
        en="lifecycle {id} has no act {name}; declare it, or use one of: {known}",
    ),
    "lifecycle.idle": Text(
        zh="流程{id}的行为没有用到：{acts}；请写入表中，或删去",
        en="acts of lifecycle {id} stand in no step: {acts}; put them into the table, or drop them",
    ),
    "lifecycle.field": Text(
        zh="流程{id}的字段{name}重复或为日期；每个字段声明一次，日期由行为给出",
        en="field {name} of lifecycle {id} is declared twice or is a date; declare it once, days are those of the acts",
    ),
    "lifecycle.no_field": Text(
        zh="流程{id}的条件用到未声明的字段{name}；已声明：{known}",
        en="a condition of lifecycle {id} asks for a field {name} that is not declared; declare it beside: {known}",
    ),
    "lifecycle.twice": Text(
        zh="流程{id}中，状态{state}下的行为{act}通向两处；请只留一处",
        en="in lifecycle {id}, act {act} leads from state {state} to two places; keep one",
    ),
    "lifecycle.unreached": Text(
        zh="流程{id}的状态无法到达：{states}；请补上通向它们的行为，或删去",
        en="no acts lead to these states of lifecycle {id}: {states}; add a step to them, or drop them",
    ),
    "lifecycle.dead_end": Text(
        zh="流程{id}的状态无法离开，又不是终态：{states}；请补上行为，或列入finals",
        en="states of lifecycle {id} that cannot be left and are no ends: {states}; add a step, or list them in finals",
    ),
    "lifecycle.left_final": Text(
        zh="流程{id}的终态还能离开：{states}；请删去该行为，或不列入finals",
        en="these ends of lifecycle {id} can be left: {states}; drop the step, or take them out of finals",
    ),
    "lifecycle.none": Text(
        zh="lifecycle应为Lifecycle，实为{value}；请给出流程本身，如CASE",
        en="lifecycle should be a Lifecycle and is {value}; give the value itself, such as CASE",
    ),
    # what cannot happen
    "lifecycle.illegal": Text(
        zh="{id}处于“{state}”，不能“{act}”：{why}；此时可以：{possible}",
        en="{id} is in state “{state}” and cannot “{act}”: {why}; possible now: {possible}",
    ),
    "lifecycle.run": Text(
        zh="流程{id}处于“{state}”时不能“{act}”：{why}；此时可以：{possible}",
        en="in state “{state}” lifecycle {id} cannot “{act}”: {why}; possible then: {possible}",
    ),
    "act.facts": Text(
        zh="行为所附事实{name}的值{value}不能记录；请用是否、整数、代码或代码的元组",
        en="fact {name} of an act cannot be {value}; give a flag, a whole number, a code or a tuple of codes",
    ),
    "refusal.unknown": Text(zh="没有这种行为“{act}”，只有：{known}", en="there is no act “{act}”, only: {known}"),
    "refusal.table": Text(zh="表中没有这一步", en="the table has no such step"),
    "refusal.ended": Text(zh="流程已经结束", en="it has ended"),
    "refusal.again": Text(zh="这一步只能有一次", en="it happens once at most"),
    "refusal.once": Text(zh="这一步只能有一次，已于{day}发生", en="it happens once at most, and did on {day}"),
    "refusal.back": Text(zh="{on}早于上一步的{latest}", en="{on} lies before the last act, on {latest}"),
    "refusal.early": Text(zh="须等到{first}", en="it must wait until {first}"),
    "refusal.guard": Text(zh="要求：{text}", en="it is required that {text}"),
    "refusal.missing": Text(zh="尚不知道：{names}", en="it is not known: {names}"),
    "refusal.fact": Text(
        zh="事实{name}应为{kind}类，实为{value}", en="fact {name} should be of kind {kind} and is {value}"
    ),
    "refusal.role": Text(zh="行为人是{roles}，应为{allowed}", en="it is done by: {roles}; it takes: {allowed}"),
    "refusal.owner": Text(zh="{by}不是责任单位，责任单位是{owner}", en="{by} is not accountable, {owner} is"),
    "refusal.parts": Text(zh="协办部分尚未办完：{names}", en="parts are not done: {names}"),
    "refusal.no_part": Text(zh="{by}没有未办完的部分", en="{by} has no part to be done with"),
    "refusal.has_part": Text(zh="{to}已有未办完的部分", en="{to} has a part already"),
    # drawings
    "lifecycle.drawing": Text(zh="{title}：状态与行为", en="{title}: states and acts"),
    "lifecycle.legend": Text(
        zh="粗框为起点，双框为终点；◆有条件，◇有时限，↻状态不变",
        en="thick: the beginning, double: an end; ◆ on conditions, ◇ limits of time, ↻ the state stays",
    ),
    # the machine that walks a system of one's own
    "machine.start": Text(zh="流程尚未开始；请先调用begin", en="nothing has begun; call begin first"),
    "machine.refused": Text(
        zh="系统在“{state}”时拒绝了可以发生的“{act}”：{given}{why}；请放行，或改正流程表",
        en="in state “{state}” the system refused “{act}”, which may happen: {given}{why}; let it, or mend the table",
    ),
    "machine.taken": Text(
        zh="系统在“{state}”时接受了不能发生的“{act}”：{given}（{why}）；请拒绝，或改正流程表",
        en="in state “{state}” the system took “{act}”, which cannot happen: {given} ({why}); refuse it, or mend "
        "the table",
    ),
    "machine.state": Text(
        zh="系统的状态是“{found}”，应为“{state}”；请核对上一步",
        en="the system is in state “{found}” and should be in “{state}”; check the last step",
    ),
    # processes on record
    "process.acts": Text(
        zh="acts应为行为组成的元组，实为{value}；请放入Act的值",
        en="acts should be a tuple of acts and is {value}; give Act values",
    ),
    "norm.follows.illegal": Text(
        zh="{subject}：“{text}”。{on}的“{act}”不能发生于“{state}”之时：{why}",
        en="{subject}: “{text}”. “{act}” on {on} cannot happen in state “{state}”: {why}",
    ),
    "norm.follows.illegal.fix": Text(
        zh="请核对该步的记录；确已发生的，补记其前的步骤或补办",
        en="check the record of that act; if it happened, record what came before it, or make up for it",
    ),
    "norm.follows.late": Text(
        zh="{subject}：“{text}”。{on}的“{act}”晚于限期{day}",
        en="{subject}: “{text}”. “{act}” on {on} came after its last day, {day}",
    ),
    "norm.follows.late.fix": Text(
        zh="请查明迟延原因并记录；今后在限期内办理", en="find out and record why; act by the last day from now on"
    ),
    "norm.follows.overdue": Text(
        zh="{subject}：“{text}”。“{act}”应不晚于{day}，至今没有",
        en="{subject}: “{text}”. “{act}” was due by {day} and has not come",
    ),
    "norm.follows.overdue.fix": Text(zh="请办理这一步并记录", en="take that step and record it"),
    "norm.follows.unfinished": Text(
        zh="{subject}：“{text}”。流程已结束，却停在“{state}”",
        en="{subject}: “{text}”. It is over, and stopped in state “{state}”",
    ),
    "norm.follows.unfinished.fix": Text(
        zh="请补记其后的步骤；尚在进行的，去掉结束日",
        en="record the acts that followed; if it is still under way, take its end away",
    ),
    "norm.follows.owner": Text(
        zh="{subject}：“{text}”。首接的是{owner}，记录的责任单位却是{found}",
        en="{subject}: “{text}”. {owner} was in contact first, and {found} is on record as accountable",
    ),
    "norm.follows.owner.fix": Text(
        zh="请把责任单位改回首接单位；转出的只是办理", en="let the first stay accountable; only the handling moves on"
    ),
}
