"""The sentences of the display room, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

DISPLAY: Final[dict[str, Text]] = {
    # the frame
    "display.language.en": Text(zh="English", en="English"),
    "display.language.zh": Text(zh="中文", en="中文"),
    "display.contents": Text(zh="本页内容", en="On this page"),
    # the head
    "display.overview": Text(zh="概览", en="At a glance"),
    "display.world.reported": Text(
        zh="据报道：单位与数目照文本所述", en="as reported: units and counts as the text has them"
    ),
    "display.world.registered": Text(
        zh="据登记：单位照官方区划", en="as registered: units as the official register has them"
    ),
    "display.world.made_up": Text(zh="虚构：不代表任何地方", en="made up: it stands for no place"),
    "display.on": Text(zh="{day}的状况", en="as it stands on {day}"),
    "display.made_up.n": Text(zh="其中虚构{n}", en="{n} made up"),
    "display.made_up.none": Text(zh="无虚构", en="none made up"),
    "display.bodies": Text(zh="联席会议等机构", en="joint bodies"),
    "display.members": Text(zh="机构成员", en="members of bodies"),
    "display.organisations": Text(zh="不属任何层级的组织", en="organisations of no level"),
    "display.made_up.levels": Text(
        zh="各层级的{whole}个单位中有{n}个（{share}%）是虚构的：没有来源给出其名称，故按数补足并标明，图中加斜纹。",
        en="Of the {whole} units of the levels, {n} ({share}%) are made up: no source names them, so they were filled "
        "in to a count and marked; the chart hatches them.",
    ),
    "display.made_up.organisations": Text(
        zh="不属任何层级的{whole}个组织中有{n}个（{share}%）是虚构的；图中不画。",
        en="Of the {whole} organisations of no level, {n} ({share}%) are made up; the chart leaves them out.",
    ),
    "display.made_up.rows": Text(zh="各表中的虚构记录", en="Made-up rows, table by table"),
    "display.column.table": Text(zh="表", en="table"),
    "display.column.rows": Text(zh="记录", en="rows"),
    "display.column.made_up": Text(zh="虚构", en="made up"),
    "display.table.units": Text(zh="单位", en="units"),
    "display.table.bodies": Text(zh="机构", en="bodies"),
    "display.table.posts": Text(zh="岗位", en="posts"),
    "display.table.holdings": Text(zh="任职", en="holdings"),
    "display.table.ties": Text(zh="关系", en="ties"),
    "display.table.people": Text(zh="人员（仅匿名标识）", en="people (opaque identifiers)"),
    "display.table.neighbourhoods": Text(zh="片区", en="neighbourhoods"),
    "display.table.grids": Text(zh="网格", en="grids"),
    "display.table.lists": Text(zh="清单", en="lists"),
    "display.table.entries": Text(zh="清单事项", en="list entries"),
    "display.table.documents": Text(zh="文件", en="documents"),
    "display.table.events": Text(zh="事件", en="events"),
    "display.table.processes": Text(zh="流程", en="processes"),
    "display.table.ledger": Text(zh="台账", en="ledger"),
    "display.table.facts": Text(zh="所述数目", en="stated numbers"),
    "display.table.waivers": Text(zh="豁免", en="waivers"),
    "display.pack": Text(zh="规则包", en="pack"),
    "display.pack.none": Text(zh="未用规则包，只查结构", en="no pack: the structure alone was judged"),
    "display.digest": Text(zh="摘要", en="digest"),
    "display.version": Text(zh="程序版本", en="library version"),
    "display.judged": Text(zh="判定日", en="day judged"),
    # the chart
    "display.chart": Text(zh="组织结构", en="Organisation"),
    "display.chart.about": Text(
        zh="各层级的单位，按行政隶属自上而下。名称照记录，指向即见标识。",
        en="The units of the levels by administrative parent. Names are as recorded; point at one for its identifier.",
    ),
    "display.chart.none": Text(zh="记录中没有分层级的单位。", en="No unit of any level is on record."),
    "display.chart.named": Text(zh="记录有名", en="named on record"),
    "display.chart.made_up": Text(zh="虚构", en="made up"),
    "display.chart.host": Text(zh="设有联席会议", en="hosts a joint meeting"),
    "display.chart.group": Text(zh="轮职小组", en="rotation group"),
    "display.chart.groups": Text(zh="轮职小组：", en="rotation groups:"),
    "display.chart.below": Text(zh="以下另有{n}个", en="{n} more below"),
    "display.chart.circle": Text(
        zh="上级关系成环，无法画出：{ids}", en="Not drawn, since their parents run in a circle: {ids}"
    ),
    # the map
    "display.map": Text(zh="网格", en="Grids"),
    "display.map.about": Text(
        zh="{name}：{buildings}栋楼、{households}户，划为{grids}个网格，每格{least}至{most}户。",
        en="{name}: {buildings} buildings and {households} households, in {grids} grids of {least} to {most}.",
    ),
    "display.map.waived": Text(
        zh="单独成格并获豁免的超限楼：{n}栋。", en="Above the ceiling on their own, and waived: {n}."
    ),
    "display.map.pieces": Text(zh="未连成一片的网格：{n}个。", en="Grids that do not hang together: {n}."),
    "display.map.unplaced": Text(
        zh="没有位置记录而未画出的楼：{n}栋。", en="Buildings without a position on record, not drawn: {n}."
    ),
    "display.map.title": Text(zh="{name}的网格地图", en="Map of the grids of {name}"),
    "display.map.desc": Text(
        zh="上为北。同色楼栋属同一网格，相邻网格颜色不同；数据见下表。",
        en="North is up. Buildings of one colour form a grid; neighbouring grids differ. The table has the numbers.",
    ),
    "display.map.legend.grid": Text(zh="一色一格，相邻异色", en="one colour a grid; neighbours differ"),
    "display.map.legend.label": Text(zh="格号与户数", en="grid and its households"),
    "display.map.legend.empty": Text(zh="无住户的楼", en="building without households"),
    "display.map.legend.waived": Text(zh="豁免：单栋即超上限", en="waived: above the ceiling on its own"),
    "display.map.metres": Text(zh="{n}米", en="{n} m"),
    "display.map.north": Text(zh="北", en="N"),
    "display.map.table": Text(zh="各网格的楼栋与户数", en="Buildings and households, grid by grid"),
    "display.map.grid": Text(zh="网格", en="grid"),
    "display.map.buildings": Text(zh="楼栋", en="buildings"),
    "display.map.households": Text(zh="户数", en="households"),
    "display.map.note": Text(zh="说明", en="note"),
    # the rota
    "display.rota": Text(zh="轮职", en="Rotation of the chair"),
    "display.rota.about": Text(
        zh="{groups}个小组轮流，每任{months}个月，自{start}起。本轮如下。",
        en="{groups} groups in turn, {months} months each, from {start}. This cycle:",
    ),
    "display.rota.now": Text(
        zh="{day}在任：{group}（第{number}任）", en="In the chair on {day}: {group} (term {number})"
    ),
    "display.rota.before": Text(zh="{day}轮值尚未开始", en="On {day} the rota has not started"),
    "display.rota.empty": Text(zh="{day}（第{number}任）主席空缺", en="On {day} the chair is vacant (term {number})"),
    "display.rota.vacant": Text(zh="（空缺）", en="(vacant)"),
    "display.rota.title": Text(zh="本轮的任期", en="The terms of the cycle"),
    "display.rota.desc": Text(
        zh="自正上方起顺时针：圈内为任次，圈外为月份。",
        en="Clockwise from the top: the number of the term inside the ring, the month outside.",
    ),
    "display.rota.term": Text(zh="任次", en="term"),
    "display.rota.group": Text(zh="小组", en="group"),
    "display.rota.first": Text(zh="起", en="first day"),
    "display.rota.last": Text(zh="止", en="last day"),
    "display.rota.in_chair": Text(zh="在任", en="in the chair"),
    # decisions
    "display.decisions": Text(zh="事项准入决定", en="Decisions on duties"),
    "display.decisions.remedy": Text(zh="出路：{remedy}", en="way out: {remedy}"),
    "display.decisions.about": Text(
        zh="一项事务能否下放，逐条说明理由与出处。",
        en="Whether a duty may be handed down, with each reason and its source.",
    ),
    # findings
    "display.findings": Text(zh="判定结果", en="Findings"),
    "display.findings.damaged": Text(zh="人为损坏后的同一地方", en="The same place, damaged on purpose"),
    "display.findings.about": Text(
        zh="按{on}判定；期间自{since}起算。", en="Judged on {on}; calendar periods count from {since}."
    ),
    "display.findings.incomplete": Text(
        zh="部分数据未能读入，与之有关的均为未知。", en="Some data could not be read; what they touch is unknown."
    ),
    "display.findings.none": Text(zh="没有需要说明的。", en="Nothing to report."),
    "display.findings.tallies": Text(zh="逐条规范的计数", en="Counts, norm by norm"),
    "display.findings.norm": Text(zh="规范", en="norm"),
    "display.findings.new": Text(zh="新增", en="new"),
    "display.findings.more": Text(zh="另有{n}项", en="and {n} more"),
    "display.findings.fix": Text(zh="办法", en="Way out"),
    "display.findings.basis": Text(zh="依据", en="Basis"),
    "display.findings.person": Text(
        zh="涉及某位人员；本页不显示人员，详见判定结果数据。",
        en="This concerns a person; the page shows none, the report itself has the details.",
    ),
    "display.person": Text(zh="（人员，不显示）", en="(a person, not shown)"),
    # what a report says
    "display.statements": Text(zh="报告所述与模型所得", en="What the report says, what the model gives"),
    "display.statements.about": Text(
        zh="{n}项中{agreeing}项一致；模型一栏由查询或度量算出，不是抄录。",
        en="{agreeing} of {n} agree; the model answers by a query or a measure, and repeats nothing.",
    ),
    "display.statements.what": Text(zh="事实", en="fact"),
    "display.statements.says": Text(zh="报告", en="the report"),
    "display.statements.gives": Text(zh="模型", en="the model"),
    "display.statements.agrees": Text(zh="一致", en="agrees"),
    "display.statements.yes": Text(zh="一致", en="agrees"),
    "display.statements.no": Text(zh="不一致", en="differs"),
    "display.statements.true": Text(zh="是", en="yes"),
    "display.statements.false": Text(zh="否", en="no"),
    "display.statements.none": Text(zh="无", en="none"),
    "display.statement": Text(
        zh="statements中应为Statement，其中却有{value}；例如Statement(what, 28, given)",
        en="statements should be several Statement values and holds {value}; for example Statement(what, 28, given)",
    ),
    # a book
    "display.chapter": Text(
        zh="chapters中应为Chapter，其中却有{value}；只有一章请写chapters=[chapter]",
        en="chapters should be several Chapter values and holds {value}; for a single one write chapters=[chapter]",
    ),
    "display.chapter.report": Text(
        zh="{name}应为判定结果（Report），实为{value}；请给出pbgov.validate所得",
        en="{name} should be a Report and is {value}; give what pbgov.validate(...) gives",
    ),
    "display.chapter.rota": Text(
        zh="{name}应为轮值表（Rota），实为{value}；没有轮值请不给",
        en="{name} should be a Rota and is {value}; leave it out where nothing rotates",
    ),
    "display.decision": Text(
        zh="decisions应为若干对（标签，决定），其中却有{value}；例如[('甲', pack.at(day).decide(facts))]",
        en="decisions should be several pairs of a label and a Decision and holds {value}; for example "
        "[('first', pack.at(day).decide(facts))]",
    ),
    "display.comparison": Text(
        zh="comparison应为compare()的结果，实为{value}",
        en="comparison should be what compare() gives and is {value}",
    ),
    "display.chapters": Text(zh="各章", en="Chapters"),
    "display.side_by_side": Text(zh="对照", en="side by side"),
    "display.drawing": Text(zh="层级与机制一览", en="Levels and mechanisms at a glance"),
    "display.as_table": Text(zh="表格：{title}", en="as a table: {title}"),
    "display.no_mechanism": Text(zh="全国基础与其他", en="national base and others"),
    "display.unsaid": Text(zh="未作规定：", en="says nothing of it:"),
    # the foot
    "display.foot": Text(zh="关于本页", en="About this page"),
    "display.foot.model": Text(
        zh="这是模型，不是城市本身：所示为公开报道所述的制度，由程序整理与核对，不代表任何机关的意见。",
        en="This is a model, not the city: it shows institutions as public reports describe them, arranged and checked "
        "by a program, and speaks for no authority.",
    ),
    "display.foot.source": Text(
        zh="依据均为公开报道与公开数据，每条规范注明出处。",
        en="Its sources are public reports and public data; every norm names its own.",
    ),
    "display.foot.persons": Text(
        zh="本页不显示人员：记录中的人员只有匿名标识，一概不列。",
        en="Persons are not shown: a record holds opaque identifiers alone, and this page lists none.",
    ),
    "display.foot.made_by": Text(zh="由pbgov {version}生成", en="Made by pbgov {version}"),
}
