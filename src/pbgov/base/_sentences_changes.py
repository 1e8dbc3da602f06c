"""The sentences about changes of a record, what they lose, and how two states differ, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

CHANGES: Final[dict[str, Text]] = {
    # what cannot be
    "change.none": Text(
        zh="应为一项变更，实为{value}；请用Merge、Move等",
        en="a change is expected, not {value}; use Merge, Move …",
    ),
    "change.lost": Text(
        zh='lost应为"refuse"或"report"，实为{value}；请取其一',
        en='lost should be "refuse" or "report" and is {value}; use one of them',
    ),
    "change.lost.refused": Text(
        zh='变更会使{n}处失去归属，故不予执行，第一处：{first}；也可用lost="report"执行并逐一列出',
        en='the change would leave {n} without a successor and is refused; the first: {first}; or have them reported: '
        'lost="report"',
    ),
    "change.unknown": Text(
        zh="{tables}中没有标识为{id}的记录；请核对标识（名称不是标识）",
        en="no row of {tables} has the identifier {id}; check it (a name is not an identifier)",
    ),
    "change.not_in_force": Text(
        zh="{id}在{on}不在有效期内，其期间为{span}；请改用期间内的日期，并按日期先后执行各项变更",
        en="{id} is not in force on {on}, its period is {span}; use a day within it, and apply changes in the order of "
        "their days",
    ),
    "change.same_day": Text(
        zh="{id}自{on}当日起有效，不能在同一日结束；请把同一日的变更并为一项，或改在次日",
        en="{id} begins on {on} and cannot end on that day; make one change of those of that day, or use the next",
    ),
    "change.later": Text(
        zh="记录中已有{id}在{day}的变更，不能再作{on}的变更；请按日期先后执行各项变更",
        en="the record already tells of a change of {id} on {day}, so none on {on} can come in; apply changes in the "
        "order of their days",
    ),
    "change.taken": Text(
        zh="标识{id}已用于{table}中的一行；请换一个标识",
        en="the identifier {id} belongs to a row of {table}; use another",
    ),
    "change.names": Text(
        zh="{table}中{id}的{column}引用了不存在的{value}；请先建立所引用的记录，或改正标识",
        en="{column} of {id} in {table} names {value}, which is not on record; put that on record first, or mend the "
        "identifier",
    ),
    "change.level": Text(
        zh="{id}的层级{level}不在层级设置{profile}中；请改用其中的层级",
        en="{id} is of level {level}, which the profile {profile} does not have; use one of its levels",
    ),
    "change.misplaced": Text(
        zh="{id}的层级为{level}，不能隶属于{parent}；请置于下列层级之一的单位之下：{wanted}",
        en="{id} is of level {level} and cannot stand under {parent}; put it under a unit of one of these levels: "
        "{wanted}",
    ),
    "change.circle": Text(
        zh="{id}不能隶属于自己或其下级：{ring}；请另选上级",
        en="{id} cannot stand under itself or what stands under it: {ring}; choose another parent",
    ),
    "change.same": Text(
        zh="{id}的{column}已经是{value}；请核对，或去掉这项变更",
        en="{column} of {id} is {value} already; check it, or leave the change out",
    ),
    "change.two_leaders": Text(
        zh="{unit}会同时由几个组织领导：{leaders}；请先结束原有的领导关系",
        en="several would lead {unit} at once: {leaders}; end the earlier leadership first",
    ),
    "change.leaders_turn": Text(
        zh="领导关系会成环：{ring}；请先结束其中一段",
        en="leadership would run in a circle: {ring}; end one of these ties first",
    ),
    "edit.before": Text(
        zh="{table}中{id}的现状与修改所依据的不符；请在作出修改时的那份记录上应用",
        en="{id} in {table} is not as the edit says it was; apply edits to the place they were made for",
    ),
    "replay.list": Text(
        zh="应为若干变更的列表，实为{value}；请写成[change]",
        en="a list of changes is expected, not {value}; write [change]",
    ),
    "edit.list": Text(
        zh="应为若干修改（Edit）的列表，实为{value}；请写成[edit]",
        en="a list of edits is expected, not {value}; write [edit]",
    ),
    "edit.kind": Text(
        zh="应为一项修改（Edit），实为{value}；变更请用apply",
        en="an edit is expected, not {value}; a change such as Merge is applied by apply",
    ),
    "edit.id": Text(
        zh="对{table}中{id}的修改所写的行标识为{other}；请改用该行自己的标识，改标识须删去旧行、另增新行",
        en="the edit of {id} in {table} holds a row {other}; an edit is of one row: to give it another identifier, "
        "take it out and put another in",
    ),
    "edit.twice": Text(
        zh="对{table}中{id}有两项修改；请合为一项，或先后应用",
        en="there are two edits of {id} in {table}; make one of them, or apply one after the other",
    ),
    "establish.table": Text(
        zh="{kind}不能这样新建；可新建的表：{tables}，其余请用Join、Appoint、Meet、Sign或Put",
        en="a {kind} is not established; rows of these tables are: {tables}; for the rest use Join, Appoint, Meet, "
        "Sign or Put",
    ),
    "move.host": Text(
        zh="联合机构{id}必须有牵头单位；请给出新的牵头单位", en="the body {id} needs a host; name the new one"
    ),
    "upgrade.form": Text(
        zh="{id}现为{was}，不能升格为{kind}；由低到高为：{forms}",
        en="{id} is a {was} and cannot rise to {kind}; from low to high the forms are: {forms}",
    ),
    "merge.few": Text(
        zh="合并至少涉及两个单位，现有：{sources}；请给出其余单位",
        en="a merge takes two units or more, not {sources}; name the others",
    ),
    "merge.parent": Text(
        zh="{ids}的上级不同：{found}；请用parent指明合并后的上级",
        en="{ids} have different parents: {found}; say with parent= where the merged unit stands",
    ),
    "merge.kind": Text(
        zh="{ids}的类别不同：{found}；请用kind指明合并后的类别",
        en="{ids} are of different kinds: {found}; say with kind= what the merged unit is",
    ),
    "merge.level": Text(
        zh="{ids}的层级不同：{found}；请先使其层级一致",
        en="{ids} are of different levels: {found}; bring them to one level first",
    ),
    "split.few": Text(
        zh="{source}至少须拆分为两个单位；请给出各部分的标识",
        en="{source} has to be split into two units or more; name the parts",
    ),
    "split.part": Text(
        zh="{part}不是拆分后的单位；拆分后为：{parts}", en="{part} is no part of the split; the parts are: {parts}"
    ),
    "split.strangers": Text(
        zh="所分配的{ids}并未引用{source}；请只分配引用它的记录",
        en="what is assigned does not name {source}: {ids}; assign rows that do",
    ),
    "appoint.held": Text(
        zh="{person}在{on}已任{post}；请核对，或先办理离任",
        en="{person} holds {post} on {on} already; check it, or let the post be vacated first",
    ),
    "vacate.nobody": Text(
        zh="{on}没有人（{person}）任{post}；请核对岗位、人员与日期",
        en="nobody ({person}) holds {post} on {on}; check post, person and day",
    ),
    "vacate.several": Text(
        zh="{post}由几人担任：{people}；请用person指明离任者",
        en="several hold {post}: {people}; say who leaves it: person=",
    ),
    "join.tied": Text(
        zh="{member}在{on}已是{body}的{kind}；请核对，或去掉这项变更",
        en="{member} is tied to {body} as {kind} on {on} already; check it, or leave the change out",
    ),
    "leave.untied": Text(
        zh="{member}在{on}不是{body}的{kind}；请核对成员、机构与日期",
        en="{member} is not tied to {body} as {kind} on {on}; check member, body and day",
    ),
    "put.table": Text(zh="{kind}不属于任何表；请给出表中的行", en="a {kind} belongs to no table; give rows of one"),
    "put.shared": Text(
        zh="标识{id}已用于表{table}；请换一个标识", en="the table {table} has the identifier {id}; use another"
    ),
    "remove.named": Text(
        zh="{id}仍被引用：{ids}；请先处理引用它的记录，或改用Dissolve",
        en="{id} is still named by {ids}; see to these first, or use Dissolve",
    ),
    # what is lost
    "change.PBC01": Text(
        zh="{table}中{id}的{column}引用{gone}，后者于{on}终止而没有承接者",
        en="{column} of {id} in {table} names {gone}, which ends on {on} without a successor",
    ),
    "change.PBC01.fix": Text(
        zh="请先另作安排，或指明承接者（合并的into、拆分的assign或rest）",
        en="see to it first, or name who takes it over (into of a merge, assign or rest of a split)",
    ),
    "change.PBC02": Text(
        zh="{unit}此后由{leader}领导，{other}的领导关系{id}于{on}终止",
        en="{leader} leads {unit} from {on} on, so the leadership of {other} ({id}) ends",
    ),
    "change.PBC02.fix": Text(
        zh="请在变更前结束其中一个领导关系", en="end one of the two leaderships before the change"
    ),
    "change.PBC03": Text(
        zh="{id}（{kind}）的两端自{on}起同为{unit}，关系终止",
        en="both ends of {id} ({kind}) are {unit} from {on} on, so the tie ends",
    ),
    "change.PBC03.fix": Text(zh="请在变更前结束这一关系", en="end the tie before the change"),
    # replay
    "replay.order": Text(
        zh="变更未按日期先后排列：{day}排在{before}之后；请先排序",
        en="the changes are not in the order of their days: {day} comes after {before}; sort them first",
    ),
    # how two states differ
    "diff.established": Text(zh="新建{id}（{table}）", en="{id} was established ({table})"),
    "diff.dissolved": Text(zh="{id}撤销（{table}）", en="{id} was dissolved ({table})"),
    "diff.merged": Text(zh="{was}合并为{id}", en="{was} merged into {id}"),
    "diff.split": Text(zh="{id}拆分为{become}", en="{id} was split into {become}"),
    "diff.moved": Text(zh="{id}由{was}改隶{become}", en="{id} moved from {was} to {become}"),
    "diff.renamed": Text(zh="{id}由“{was}”更名为“{become}”", en="{id} was renamed from “{was}” to “{become}”"),
    "diff.upgraded": Text(zh="{id}由{was}升格为{become}", en="{id} rose from {was} to {become}"),
    "diff.joined": Text(zh="{was}加入{become}（{column}）", en="{was} joined {become} ({column})"),
    "diff.left": Text(zh="{was}退出{become}（{column}）", en="{was} left {become} ({column})"),
    "diff.tied": Text(zh="{was}与{become}建立关系（{column}）", en="{was} was tied to {become} ({column})"),
    "diff.untied": Text(zh="{was}与{become}的关系终止（{column}）", en="{was} is not tied to {become} now ({column})"),
    "diff.appointed": Text(zh="{was}任{become}", en="{was} was appointed to {become}"),
    "diff.vacated": Text(zh="{was}离任{become}", en="{was} left the post {become}"),
    "diff.met": Text(zh="{become}有一次活动{id}", en="{id} took place at {become}"),
    "diff.signed": Text(zh="{become}签订{id}", en="{become} signed {id}"),
    "diff.added": Text(zh="增加{id}（{table}）", en="{id} was added ({table})"),
    "diff.ended": Text(zh="{id}终止（{table}）", en="{id} ended ({table})"),
    "diff.removed": Text(zh="{id}从记录中删去（{table}）", en="{id} was taken from the record ({table})"),
    "diff.changed": Text(
        zh="{id}（{table}）的{column}由{was}改为{become}",
        en="{column} of {id} ({table}) changed from {was} to {become}",
    ),
}  # fmt: skip
