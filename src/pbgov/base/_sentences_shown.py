"""The sentences of values that show themselves, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

SHOWN: Final[dict[str, Text]] = {
    # the chart of an organisation
    "chart.title": Text(zh="组织结构图", en="Organisation chart"),
    "chart.desc": Text(
        zh="下级在上级右侧，画出{n}个单位和机构。",
        en="What is subordinate stands to the right; {n} units and bodies are drawn.",
    ),
    "chart.none": Text(zh="记录中没有单位。", en="No unit is on record."),
    "chart.parent": Text(zh="行政隶属", en="administrative parent"),
    "chart.host": Text(zh="设立的联席会议等机构", en="joint body, beside its host"),
    "chart.leads": Text(zh="领导", en="leads"),
    "chart.dual": Text(zh="双重领导：另由上级以外的单位领导", en="dual leadership: led by others than its parent too"),
    "chart.dual.mark": Text(zh="双重领导", en="dual leadership"),
    "chart.led_by": Text(zh="由{who}领导", en="led by {who}"),
    "chart.led_by.more": Text(zh="由{who}等{n}家领导", en="led by {who} and {n} more"),
    "chart.led_by.others": Text(zh="另由{n}家领导", en="led by {n} more"),
    "chart.members": Text(zh="成员{n}个", en="members: {n}"),
    "chart.rest": Text(zh="未画：下级{n}个", en="not drawn: {n} more"),
    "chart.rest.deep": Text(
        zh="未画：下级{n}个，逐级共{whole}个", en="not drawn: {n} more, {whole} with all below them"
    ),
    "chart.adrift": Text(
        zh="另有{n}个未画：上级关系成环，没有顶端", en="{n} more are not drawn: their parents run in a circle"
    ),
    "chart.count": Text(zh="按层级和类别计数", en="Counts by level and kind"),
    "chart.column.level": Text(zh="层级", en="level"),
    "chart.column.kind": Text(zh="类别", en="kind"),
    "chart.column.n": Text(zh="数目", en="number"),
    "chart.column.made_up": Text(zh="其中虚构", en="of these made up"),
    "chart.no_level": Text(zh="不属任何层级", en="of no level"),
    "chart.bodies": Text(zh="联席会议等机构", en="joint bodies"),
    "chart.limit": Text(
        zh="{name}应为不小于1的整数，实为{value}；请给出要画的方框数",
        en="{name} should be a whole number of 1 or more and is {value}; say how many boxes to draw",
    ),
    # a report
    "report.title": Text(zh="判定结果", en="Findings"),
    "report.column.norm": Text(zh="规范", en="norm"),
    "report.column.subject": Text(zh="对象", en="subject"),
    "report.column.message": Text(zh="问题与办法", en="what is wrong, and the way out"),
    "report.more": Text(zh="{code}：另有{n}项未列", en="{code}: {n} more, not listed"),
    "report.more.codes": Text(zh="另有{codes}个规范的{n}项未列", en="{n} more findings of {codes} norms, not listed"),
    "report.whole": Text(zh="全部见to_columns()或to_dict()", en="to_columns() and to_dict() give them all"),
    "report.person": Text(zh="涉及人员；此处不列", en="this may concern a person and is not told here"),
    # a rota
    "rota.title": Text(zh="轮职日历", en="Calendar of the rota"),
    "rota.about": Text(
        zh="{role}：{groups}个小组轮流，每任{months}个月，自{start}起。各轮如下。",
        en="{role}: {groups} groups in turn, {months} months each, from {start}. These cycles:",
    ),
    # a decision
    "decision.title": Text(zh="事项准入决定", en="Decision on a duty"),
    "decision.part.reason": Text(zh="理由", en="reason"),
    "decision.part.obligation": Text(zh="应办", en="owed"),
    "decision.part.missing": Text(zh="缺", en="missing"),
    # a plan
    "plan.title": Text(zh="网格划分", en="Plan of grids"),
    "plan.none": Text(zh="没有楼栋位置，不画图。", en="No building has a position, so there is no map."),
}
