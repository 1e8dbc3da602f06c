"""The sentences of maps of plans, and of what sets two plans apart, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

MAP: Final[dict[str, Text]] = {
    # the map from afar
    "display.map.desc.far": Text(
        zh="上为北。楼栋太多，不能逐栋画出：每个网格画成沿其内部通路的粗线，标出放得下的格号；其余见表。",
        en="North is up. There are too many buildings to tell apart: each grid is a thick line along its ways, with "
        "the labels there is room for. The table has the rest.",
    ),
    # its legend, beside the picture and inside it
    "display.map.legend.compound": Text(zh="小区（两栋及以上）", en="compound of two buildings or more"),
    "display.map.legend.marked": Text(zh="有问题的网格", en="grid with a finding"),
    "plan.legend.near": Text(
        zh="一色一格，实线为格界，数字为户数", en="one colour a grid, solid lines its border, numbers its households"
    ),
    "plan.legend.far": Text(zh="一色一格，粗线连起同格的楼", en="one colour a grid, lines join its buildings"),
    "plan.legend.compound": Text(zh="虚线围小区", en="dashed: a compound"),
    "plan.legend.empty": Text(zh="灰色楼无住户", en="grey: no households"),
    "plan.legend.waived": Text(zh="粗框为豁免", en="bold outline: waived"),
    "plan.legend.marked": Text(zh="三角为有问题的网格", en="triangle: a grid with a finding"),
    "plan.legend.ringed": Text(zh="圆圈为换格的楼", en="ring: a building that moved"),
    # findings and columns
    "plan.over": Text(zh="超出上限{n}户", en="{n} households over"),
    "plan.under": Text(zh="低于下限{n}户", en="{n} households under"),
    "plan.pieces": Text(zh="分成{n}片", en="in {n} pieces"),
    "plan.column.grid": Text(zh="网格", en="grid"),
    "plan.column.buildings": Text(zh="楼栋", en="buildings"),
    "plan.column.households": Text(zh="户数", en="households"),
    "plan.column.residents": Text(zh="居民", en="residents"),
    "plan.column.compounds": Text(zh="涉及小区", en="compounds"),
    "plan.column.cut": Text(zh="跨格通路", en="ways out"),
    "plan.column.note": Text(zh="说明", en="note"),
    # two plans
    "moves.elsewhere": Text(
        zh="两个方案划分的不是同一小区图：{before}与{after}；请比较同一小区图的两个方案",
        en="the plans divide different neighbourhoods, {before} and {after}; compare two plans of one",
    ),
    "moves.no_plan": Text(
        zh="{name}应为GridPlan，实为{value}；请给出方案本身",
        en="{name} should be a GridPlan and is {value}; give a plan",
    ),
    "moves.title": Text(zh="方案前后对比", en="Before and after"),
    "moves.map": Text(zh="{name}方案前后对比图", en="Two plans of {name}, before and after"),
    "moves.map.desc": Text(
        zh="左为调整前，右为调整后；对应的网格同色，换格的楼栋以圆圈标出。",
        en="Before on the left, after on the right; matched grids have one colour, buildings that moved are ringed.",
    ),
    "moves.before": Text(zh="调整前", en="before"),
    "moves.after": Text(zh="调整后", en="after"),
    "moves.about": Text(
        zh="{name}：共有的{common}栋楼中{moved}栋换格；新增{new}栋，减少{gone}栋；新设网格{opened}个，撤销{closed}个。",
        en="{name}: of {common} buildings in both plans {moved} moved; new buildings: {new}, gone: {gone}; grids "
        "opened: {opened}, closed: {closed}.",
    ),
    "moves.households.before": Text(zh="原户数", en="households before"),
    "moves.households.after": Text(zh="现户数", en="households after"),
    "moves.joined": Text(zh="移入楼栋", en="moved in"),
    "moves.left": Text(zh="移出楼栋", en="moved out"),
    "moves.new": Text(zh="新增楼栋", en="new"),
    "moves.gone": Text(zh="减少楼栋", en="gone"),
    "moves.opened": Text(zh="新设", en="opened"),
    "moves.closed": Text(zh="撤销", en="closed"),
    "moves.same": Text(zh="未变的网格：{n}个。", en="Grids that stayed as they were: {n}."),
    "moves.more": Text(zh="另有{n}个网格未列。", en="{n} more grids, not listed."),
}
