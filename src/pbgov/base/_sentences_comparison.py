"""The sentences of the comparison room, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

COMPARISON: Final[dict[str, Text]] = {
    "measure.whole": Text(
        zh="“{column}”是某一对象自己的列，整个地方没有；请改用计数或求和",
        en="{column} is a column of one subject, and a place as a whole has none; count rows or sum a column instead",
    ),
    # what is refused
    "comparison.given": Text(
        zh="sides应为若干个Side或地方，实为{value}；例如compare([Side(place, pack)], on=day)",
        en="sides should be several Side values or places and is {value}; for example "
        "compare([Side(place, pack)], on=day)",
    ),
    "comparison.none": Text(zh="没有可比较的地方；请至少给出一方", en="nothing to compare; give one side at least"),
    "comparison.place": Text(
        zh="一方的place应为地方（Jurisdiction），实为{value}；文档请先用parse读入",
        en="the place of a side should be a Jurisdiction and is {value}; read a document with parse first",
    ),
    "comparison.day": Text(
        zh="不知“{label}”按哪一天看；请给出on=，或在Side中给出",
        en="on which day {label} is seen is not said; give on=, or give it in its Side",
    ),
    "comparison.institutions": Text(
        zh="institutions应为若干个Institution，实为{value}；没有的给出空元组",
        en="institutions should be several Institution values and is {value}; give an empty tuple where there are none",
    ),
    "comparison.report": Text(
        zh="“{label}”的report不是按此规则包在{on}对整个地方的判定；请重新判定，或不给report",
        en="the report of {label} is not what this pack finds about the whole place on {on}; judge it again, or give "
        "none",
    ),
    "comparison.yardsticks": Text(
        zh="measures应为若干个Yardstick，代码各不相同，实为{value}",
        en="measures should be several Yardstick values, each with a code of its own, and is {value}",
    ),
    # the whole
    "comparison.title": Text(zh="各地对照", en="Places side by side"),
    "comparison.about": Text(
        zh="{n}个地方：所要求的机制{mechanisms}种，规范事项{norms}项；不止一地有要求的{shared}项，其中要求不同的{differing}项。",
        en="Places: {n}. Mechanisms asked for: {mechanisms}. Items of norms: {norms}; {shared} of them are asked for "
        "in more than one place, and {differing} of these not alike.",
    ),
    "comparison.drawing": Text(
        zh="每列一个地方。上为各层级单位数的条形，每行各自比较；下为机制，圆点、三角、圆圈、短划分别表示运行、违反、记录未显示、未作要求。",
        en="One column a place. Above, bars for the units of each level, each row by itself; below, mechanisms: a disc "
        "is at work, a triangle breached, a ring asked for while the record is silent, a dash not asked for.",
    ),
    "comparison.sides": Text(zh="所比各方", en="What is compared"),
    "comparison.sides.about": Text(
        zh="各地各按自己的日期与规则包判定。", en="Each place is judged on its own day and by its own pack."
    ),
    "comparison.side": Text(zh="地方", en="place"),
    "comparison.world": Text(zh="所据", en="world"),
    "comparison.world.reported": Text(zh="据报道", en="as reported"),
    "comparison.world.registered": Text(zh="据登记", en="as registered"),
    "comparison.world.made_up": Text(zh="虚构", en="made up"),
    "comparison.on": Text(zh="日期", en="day"),
    "comparison.pack": Text(zh="规则包", en="pack"),
    "comparison.levels": Text(zh="层级", en="Levels"),
    "comparison.levels.about": Text(
        zh="按层级的类别对应，不按深度：街道与镇同属一级，不设的层级留空，不算作零。",
        en="Levels are matched by what they are and not by depth: subdistricts and towns are one level. A level that a "
        "place does not have is left out and is no zero.",
    ),
    "comparison.measures": Text(zh="度量", en="Measures"),
    "comparison.measures.about": Text(
        zh="记录不完整时只说到有据之处：“至少”是下限，“未记录”不是零。",
        en="Where a record is partial, only what it bears is said: “at least” is a lower end, “not on record” is no "
        "zero.",
    ),
    "comparison.mechanisms": Text(zh="机制", en="Mechanisms"),
    "comparison.mechanisms.about": Text(
        zh="各地自己的规则包（全国基础规则以外）要求的机制，以及记录是否显示其在运行。",
        en="Which mechanisms each place asks for in its own pack, beyond the national base, and whether the record "
        "shows them at work.",
    ),
    "comparison.contrasts": Text(zh="各地说法不一之处", en="Where places answer differently"),
    "comparison.contrasts.about": Text(
        zh="同一问题，各地报道以不同事项作答；编号为目录所载矛盾的编号。",
        en="One question that reports answer under different items; the codes are those of the tensions in the "
        "catalogue.",
    ),
    "comparison.norms": Text(zh="逐项规范", en="Norm by norm"),
    "comparison.norms.about": Text(
        zh="每个事项各地如何规定：强制程度、数值、判定结果与代码；划线处该地未作规定。",
        en="What each place says of an item: how strongly, by which figures, what was found, and the codes; a dash "
        "where it says nothing.",
    ),
    "comparison.kind": Text(zh="类别", en="what"),
    "comparison.item": Text(zh="事项", en="item"),
    "comparison.more": Text(zh="另有{n}项未列，见to_columns()", en="{n} more, not listed; to_columns() gives them all"),
    "comparison.same": Text(zh="没有差异。", en="Nothing differs."),
    # amounts
    "comparison.unknown": Text(zh="未记录", en="not on record"),
    "comparison.absent": Text(zh="无此层级", en="no such level"),
    "comparison.made_up": Text(zh="其中虚构{n}", en="{n} made up"),
    "comparison.at_least": Text(zh="至少{low}", en="at least {low}"),
    # levels
    "comparison.level.province": Text(zh="省级", en="province level"),
    "comparison.level.city": Text(zh="地市级", en="city level"),
    "comparison.level.county": Text(zh="县（市）区级", en="county level"),
    "comparison.level.township": Text(zh="街道（镇）级", en="township level"),
    "comparison.level.community": Text(zh="社区（村）级", en="community level"),
    "comparison.level.other": Text(zh="领土层级以外的链条", en="chain beside the territory"),
    "comparison.level.none": Text(zh="不属任何层级的组织", en="organisations of no level"),
    # how a mechanism stands
    "presence.at_work": Text(zh="有要求，记录显示在运行", en="asked for, and the record shows it at work"),
    "presence.breached": Text(zh="有要求，记录显示有违反", en="asked for, and the record shows a breach"),
    "presence.silent": Text(zh="有要求，记录未显示", en="asked for, and the record is silent"),
    "presence.absent": Text(zh="未作要求", en="not asked for"),
    "modality.must": Text(zh="必须", en="must"),
    "modality.in_principle": Text(zh="原则上", en="in principle"),
    "modality.encouraged": Text(zh="鼓励", en="encouraged"),
    "modality.may": Text(zh="可以", en="may"),
    "effect.forbid": Text(zh="禁止", en="forbids"),
    "effect.permit": Text(zh="准许", en="permits"),
    "effect.require": Text(zh="要求", en="requires"),
    "comparison.institution": Text(zh="制度", en="institution"),
    "comparison.figure": Text(zh="{name}：{value}{unit}", en="{name}: {value} {unit}"),
    "comparison.figure.plain": Text(zh="{name}：{value}", en="{name}: {value}"),
    "comparison.figure.none": Text(zh="{name}：待补", en="{name}: to be supplied"),
    # what is measured
    "yardstick.chain": Text(zh="领土层级数", en="territorial levels"),
    "yardstick.side_chain": Text(zh="领土以外最长链条的层数", en="levels of the longest chain beside the territory"),
    "yardstick.units": Text(zh="单位", en="units"),
    "yardstick.bodies": Text(zh="机构", en="bodies"),
    "yardstick.bodies.of": Text(zh="机构：{kind}", en="bodies: {kind}"),
    "yardstick.joint_meetings": Text(zh="联席会议", en="joint meetings"),
    "yardstick.joint_meetings_per_unit": Text(
        zh="每个层级单位的联席会议", en="joint meetings per unit of the territorial levels"
    ),
    "yardstick.members": Text(zh="联席会议成员", en="members of joint meetings"),
    "yardstick.members_per_meeting": Text(zh="每个联席会议的成员", en="members per joint meeting"),
    "yardstick.concentration": Text(
        zh="联席会议成员的集中度（1为均匀）", en="concentration of members over meetings (1 is even)"
    ),
    "yardstick.townships_per_county": Text(zh="每个县区的街道（镇）", en="townships per county-level unit"),
    "yardstick.communities_per_township": Text(zh="每个街道（镇）的社区（村）", en="communities per township"),
    "yardstick.branches": Text(zh="党支部", en="Party branches"),
    "yardstick.grids": Text(zh="网格", en="grids"),
    "yardstick.households_per_grid": Text(zh="每个网格的户数", en="households per grid"),
    "yardstick.grid_workers": Text(zh="网格员岗位", en="posts of grid workers"),
    "yardstick.workers_per_grid": Text(zh="每个网格的网格员", en="grid workers per grid"),
    "yardstick.posts": Text(zh="岗位", en="posts"),
    "yardstick.part_time_members": Text(zh="兼职委员", en="part-time members"),
    "yardstick.contracts": Text(zh="包保关系", en="ties of contracted responsibility"),
    "yardstick.agreements": Text(zh="共建协议", en="joint-building agreements"),
    "yardstick.agreements_per_community": Text(zh="每个社区（村）的共建协议", en="agreements per community"),
    "yardstick.lists": Text(zh="清单", en="lists"),
    "yardstick.events": Text(zh="事件", en="events"),
    "yardstick.events_per_body": Text(zh="每个机构的事件", en="events per body"),
    "yardstick.processes": Text(zh="流程", en="processes"),
}
