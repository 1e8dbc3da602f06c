"""The sentences about duty lists, powers, admission and self-inspection, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

DUTIES: Final[dict[str, Text]] = {
    # powers and rows
    "power.range": Text(
        zh="权力应为0（无）至4（决定）的整数，实为{value}；请用Power",
        en="a power is a whole number from 0 (none) to 4 (decide), not {value}; use Power",
    ),
    "list.repeated": Text(
        zh="同一份清单中事项代码重复：{codes}；每个事项只列一次，或改用不同代码",
        en="a list names a matter twice: {codes}; list each matter once, or give it another code",
    ),
    # payloads and their findings
    "stated.columns": Text(zh="没有指明要求填写的列；请至少给出一列", en="no column is asked for; name at least one"),
    "norm.stated": Text(zh="{subject}：“{text}”，但未写明：{detail}", en="{subject}: “{text}” is open in {detail}"),
    "norm.stated.fix": Text(
        zh="请在清单中补写所列各项；清单尚未录全的，请勿声明记录完整",
        en="let the list say it; where the list is not entered in full, do not claim that the record is complete",
    ),
    "norm.admitted": Text(
        zh="{subject}：“{text}”，但下列事项没有在开始之日前的批准记录：{detail}",
        en="{subject}: “{text}”, and no approval on or before the start is on record of {detail}",
    ),
    "norm.admitted.fix": Text(
        zh="请补录已有的批准，或停止该事项并履行准入程序",
        en="record the approvals there were, or stop the task and have it admitted first",
    ),
    # self-inspection
    "inspection.head": Text(
        zh="{on}自查：在办事项{tasks}项，其中有问题{flagged}项，有待补充记录{open}项",
        en="self-inspection on {on}: {tasks} tasks in force, {flagged} flagged, {open} open for want of records",
    ),
    "inspection.counted": Text(zh="{what}：{n}项", en="{what}: {n}"),
    "inspection.task": Text(zh="{task}（{category}，{holder}）：{wrong}", en="{task} ({category}, {holder}): {wrong}"),
    "inspection.admitted": Text(zh="没有准入批准", en="without admission"),
    "inspection.permitted": Text(zh="属于禁止的类别", en="of a banned category"),
    "inspection.off_negative_list": Text(zh="列入负面清单", en="on a negative list"),
    "inspection.not_removed": Text(zh="已收回或已清理而仍在办", en="taken back or withdrawn, and still in force"),
    "inspection.owned": Text(zh="没有责任主体", en="owned by nobody"),
    "inspection.owned_once": Text(zh="责任主体不止一个", en="owned by two"),
    "inspection.open": Text(
        zh="是否“{check}”，尚无法判断：{n}项", en="for want of records it is open whether “{check}”: {n}"
    ),
    "inspection.unknown_unit": Text(
        zh="没有标识为{unit}的单位；请核对标识，或先把单位列入记录",
        en="there is no unit {unit}; check the identifier, or put the unit on record first",
    ),
}  # fmt: skip
