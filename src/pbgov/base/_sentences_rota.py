"""The sentences of the rota, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

ROTA: Final[dict[str, Text]] = {
    # the rota itself
    "rota.ids": Text(
        zh="应为一组互不重复的标识，实为{value}；请给出由标识组成的元组",
        en="these should be identifiers, each once, and are {value}; give a tuple of them",
    ),
    "rota.role": Text(
        zh="{value}不轮换；role请用RoleKind.ROTATING_CHAIR或RoleKind.DUTY_MEMBER",
        en="{value} does not rotate; give RoleKind.ROTATING_CHAIR or RoleKind.DUTY_MEMBER as role",
    ),
    "rota.members.group": Text(
        zh="members中有不参加轮值的小组：{groups}；请列入groups，或从members中删去",
        en="members names groups that are not in the rota: {groups}; list them in groups, or leave them out",
    ),
    "rota.members.empty": Text(
        zh="小组{groups}没有成员；成员不明的小组请从members中删去",
        en="the groups {groups} have no members; leave a group whose members are unknown out of members",
    ),
    "rota.members.twice": Text(
        zh="{members}属于不止一个小组；每个成员只列入一个小组",
        en="{members} belong to more than one group; list each member in one group",
    ),
    # events that cannot happen
    "rota.event.kind": Text(
        zh="{value}不是轮值事件；请用Join、Leave、Decline、Nominate、Substitute或Reorder",
        en="{value} is no event of a rota; give a Join, Leave, Decline, Nominate, Substitute or Reorder",
    ),
    "rota.event.before": Text(
        zh="{day}的事件早于轮值开始日{start}；请改为该日或以后，或直接列出当时的小组",
        en="an event of {day} lies before the rota starts on {start}; date it on that day or later, or start with the "
        "groups as they were",
    ),
    "rota.event.group": Text(
        zh="{day}，{group}不是参加轮值的小组（有：{groups}）；请核对小组与日期，或先让该小组加入",
        en="on {day}, {group} is no group of the rota (these are: {groups}); check group and day, or let it join first",
    ),
    "rota.event.joined": Text(
        zh="{day}，小组{group}已参加轮值；请删去重复的加入，或写明加入小组的成员",
        en="on {day}, group {group} is in the rota already; drop the second joining, or name members who join it",
    ),
    "rota.event.member_joined": Text(
        zh="{day}，{member}已是小组{group}的成员；请先让其退出，或删去重复的加入",
        en="on {day}, {member} belongs to group {group} already; let it leave first, or drop the second joining",
    ),
    "rota.event.unlisted": Text(
        zh="{day}，小组{group}的成员没有列出；请在members中列出，才能推荐、加入或退出",
        en="on {day}, nobody has said who is in group {group}; list its members, so that they may nominate and leave",
    ),
    "rota.event.member": Text(
        zh="{day}，{member}不是小组{group}的成员；推荐人与被推荐人须为该组当日的成员",
        en="on {day}, {member} is no member of group {group}; name members that the group has on that day",
    ),
    "rota.event.quorum": Text(
        zh="{day}，小组{group}联名推荐的有{n}名，少于所需的{quorum}名；请增加联名成员",
        en="on {day}, {n} of group {group} nominate together and {quorum} are needed; have more members sign",
    ),
    "rota.event.decline": Text(
        zh="{day}，小组{group}没有已公布而尚未开始的任期可辞（已公布：{groups}）；请在任期公布后至其首日辞任",
        en="on {day}, group {group} has no announced term yet to begin (announced: {groups}); decline a term between "
        "its announcement and its first day",
    ),
    "rota.event.substitute": Text(
        zh="{day}，小组{group}没有正在履职的主席可替；请在本组任期开始之后提名替补，首次提名用Nominate",
        en="on {day}, group {group} has nobody in the chair to stand in for; substitute once its term has begun, and "
        "name its first chair by Nominate",
    ),
    "rota.event.sitting": Text(
        zh="{day}，{member}已在任；请推荐另一名成员替补",
        en="on {day}, {member} is in the chair already; nominate another member as substitute",
    ),
    "rota.event.order": Text(
        zh="{day}的新次序须恰好包括各小组一次：{groups}；请补上遗漏的，删去多余的",
        en="the new order of {day} should hold each of these groups once: {groups}; add what is missing, drop the rest",
    ),
    # vacancies
    "rota.vacant.declined": Text(
        zh="{role}第{number}任{period}空缺：本轮余下的小组都已辞任",
        en="{role}, term {number}, {period}: vacant, since all groups left in the cycle declined it",
    ),
    "rota.vacant.declined.fix": Text(
        zh="请与各小组商定由谁担任，并撤回其辞任",
        en="agree with a group that it takes the term, and drop its declining",
    ),
    "rota.vacant.left": Text(
        zh="{subject}：{role}第{number}任自{period}空缺：任职者已退出，未推荐替补",
        en="{subject}: {role}, term {number}, {period}: vacant, since the holder left and no substitute was nominated",
    ),
    "rota.vacant.left.fix": Text(
        zh="请由本组成员联名推荐替补", en="let members of the group jointly nominate a substitute"
    ),
    "rota.vacant.nobody": Text(
        zh="{role}第{number}任{period}空缺：已没有参加轮值的小组",
        en="{role}, term {number}, {period}: vacant, since no group is left in the rota",
    ),
    "rota.vacant.nobody.fix": Text(zh="请让小组加入轮值", en="let groups join the rota"),
    # what is recorded against what should be
    "rotates.path": Text(
        zh="{name}须从对象一步向后取行（HERE.back），因为已结束的任期也要看；请改写",
        en="{name} should be one step back from the subject (HERE.back), since ended terms count too; write it so",
    ),
    "norm.rotates.overlap": Text(
        zh="{subject}：“{text}”，但{first}与{second}在{period}同时在任",
        en="{subject}: “{text}”, and {first} and {second} are both in the chair in {period}",
    ),
    "norm.rotates.overlap.fix": Text(
        zh="请使前一任在后一任开始之日结束", en="let the earlier term end on the day the later one starts"
    ),
    "norm.rotates.gap": Text(
        zh="{subject}：“{text}”，但{period}无人在任，交接至多{gap}天",
        en="{subject}: “{text}”, and nobody is in the chair in {period}; a handover may take {gap} days",
    ),
    "norm.rotates.gap.fix": Text(zh="请补记其间的任期，或安排接任", en="record the term between, or fill it"),
    "norm.rotates.repeat": Text(
        zh="{subject}：“{text}”，但{first}在{period}再次在任，而{second}本轮尚未担任",
        en="{subject}: “{text}”, and {first} is in the chair again in {period} before {second} was once",
    ),
    "norm.rotates.repeat.fix": Text(zh="请先由尚未担任者担任", en="let those take the chair first who have not had it"),
    "norm.rotates.stranger": Text(
        zh="{subject}：“{text}”，但{period}在任的{first}不在轮值之列",
        en="{subject}: “{text}”, and {first}, in the chair in {period}, is not among those who rotate",
    ),
    "norm.rotates.stranger.fix": Text(zh="请登记其为轮值者，或改正记录", en="record it among them, or mend the record"),
    "norm.rotates.length": Text(
        zh="{subject}：“{text}”，{first}的任期{period}应止于{planned}（容差{tolerance}天）",
        en="{subject}: “{text}”, and the term {period} of {first} should end on {planned}, "
        "give or take {tolerance} days",
    ),
    "norm.rotates.length.fix": Text(zh="请将其结束日改为{planned}", en="let it end on {planned}"),
}
