"""The sentences of the grid room, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

GRID: Final[dict[str, Text]] = {
    # places
    "grid.coordinate": Text(
        zh="楼栋{id}的{name}应为整毫米数，实为{value}；请给出整数",
        en="{name} of building {id} should be whole millimetres and is {value}; give whole numbers",
    ),
    "grid.half_position": Text(
        zh="楼栋{id}只给出了x、y之一；请两者都给或都不给",
        en="building {id} has only one of x and y; give both or neither",
    ),
    "grid.outline": Text(
        zh="楼栋{id}的轮廓只有{n}个点；请至少给出3个点，或留空",
        en="the outline of building {id} has {n} points; give at least 3, or none",
    ),
    "grid.no_building": Text(
        zh="小区图{id}的buildings中有{value}；请只放入Building",
        en="the buildings of neighbourhood {id} hold {value}; give Building values only",
    ),
    "grid.building_twice": Text(
        zh="小区图{id}中楼栋标识重复：{buildings}；每个标识只能出现一次",
        en="building identifiers repeat in neighbourhood {id}: {buildings}; use each one once",
    ),
    "grid.edge_shape": Text(
        zh="边应为两个楼栋标识，实为{value}；请写成（甲， 乙）",
        en="an edge is a pair of building identifiers, not {value}; write (a, b)",
    ),
    "grid.self_loop": Text(
        zh="楼栋{id}与自己相邻；请删去这条边", en="building {id} is adjacent to itself; drop that edge"
    ),
    "grid.dangling": Text(
        zh="小区图{id}的边指向不存在的楼栋：{buildings}；请补上楼栋或删去这些边",
        en="edges of neighbourhood {id} end at buildings that do not exist: {buildings}; add them or drop the edges",
    ),
    "grid.building_unknown": Text(
        zh="{id}中没有楼栋{building}；请核对标识（名称不是标识）",
        en="{id} has no building {building}; check the identifier (a name is not an identifier)",
    ),
    # plans
    "grid.not_ids": Text(
        zh="网格的{name}应为一组标识，实为{value}；请给出由标识组成的元组",
        en="{name} of a grid should be identifiers and is {value}; give a tuple of them",
    ),
    "grid.empty": Text(
        zh="网格{id}不含任何楼栋；请至少放入一栋，或取消该网格",
        en="grid {id} holds no building; give it at least one, or drop it",
    ),
    "grid.member_twice": Text(
        zh="网格{id}重复列出楼栋：{buildings}；每栋只列一次",
        en="grid {id} lists buildings twice: {buildings}; list each one once",
    ),
    "grid.no_neighbourhood": Text(
        zh="neighbourhood应为Neighbourhood，实为{value}；请给出小区图本身而非其标识",
        en="neighbourhood should be a Neighbourhood and is {value}; give the value itself, not its identifier",
    ),
    "grid.no_grid": Text(
        zh="方案的grids中有{value}；请只放入Grid", en="the grids of a plan hold {value}; give Grid values only"
    ),
    "grid.elsewhere": Text(
        zh="这些网格属于别的小区图：{grids}；方案划分的是{id}，请改正其neighbourhood",
        en="these grids belong to another neighbourhood: {grids}; the plan divides {id}, so name it in them",
    ),
    "grid.not_a_partition": Text(
        zh="在{id}中，未入网格的楼栋：{missing}；同在几个网格的楼栋：{repeated}；每栋楼须恰在一个网格",
        en="in {id}, buildings in no grid: {missing}; in several: {repeated}; put each in exactly one",
    ),
    # graphs
    "grid.graph_node": Text(
        zh="图中节点{id}没有households属性；请给出该楼栋的户数",
        en="node {id} of the graph has no attribute households; give the households of that building",
    ),
    "grid.graph_field": Text(
        zh="图没有{name}属性；请写from_networkx（graph， {name}=…）",
        en="the graph has no attribute {name}; call from_networkx(graph, {name}=...)",
    ),
    # partition
    "grid.bounds": Text(
        zh="户数界限应为（下限， 上限）两个整数，0≤下限≤上限且1≤上限≤1000000，实为{value}；例如（200， 300）",
        en="bounds on households are two whole numbers (low, high), 0 <= low <= high and 1 <= high <= 1000000, not "
        "{value}; "
        "for example (200, 300)",
    ),
    "grid.option": Text(
        zh="{name}没有{value}这一选项；可选：{options}", en="{name} knows no {value}; use one of {options}"
    ),
    "grid.objectives": Text(
        zh="objectives应为一个或多个不同的目标，实为{value}；请按先后写成元组，例如（'grids'， 'splits'， 'cut'）",
        en="objectives are one or more different ones, not {value}; write them in order, for example ('grids', "
        "'splits', 'cut')",
    ),
    "grid.no_current_plan": Text(
        zh="应为现行方案（GridPlan），实为{value}；请给出方案本身",
        en="the plan in force should be a GridPlan and is {value}; give the plan itself",
    ),
    "grid.no_current": Text(
        zh="目标change要与现行方案比较；请以current=给出现行方案，或去掉change",
        en="the objective change compares with the plan in force; give it as current=, or leave change out",
    ),
    "grid.work": Text(
        zh="work应为0以上的整数步数，或None，实为{value}；不设上限请写None",
        en="work is a whole number of 0 or more steps, or None, not {value}; None for no bound",
    ),
    "grid.no_solver": Text(
        zh='effort="exact"需要SciPy；请安装pbgov[exact]，或改用effort="best"',
        en='effort="exact" asks SciPy, which is not installed; install pbgov[exact], or use effort="best"',
    ),
    "grid.callable": Text(
        zh="{name}应为可调用的对象或None，实为{value}；请给出函数",
        en="{name} is something to call, or None, not {value}; give a function",
    ),
    # conditions
    "grid.groups": Text(
        zh="{name}应为若干组楼栋标识，实为{value}；例如[（'B1'， 'B2'）]",
        en="{name} should be groups of identifiers of buildings and is {value}; for example [('B1', 'B2')]",
    ),
    "grid.whole": Text(
        zh="{name}应为True、False或若干小区标识，实为{value}；例如['K1']",
        en="{name} should be True, False or identifiers of compounds and is {value}; for example ['K1']",
    ),
    "grid.compound_unknown": Text(
        zh="{id}中没有小区{compounds}；请核对标识",
        en="{id} has no compounds {compounds}; check the identifiers",
    ),
    "grid.most": Text(
        zh="网格数上限应为1以上的整数，实为{value}；不设上限请写None",
        en="the most grids there may be is a whole number of 1 or more, not {value}; None for any number",
    ),
    "grid.most_fixed": Text(
        zh="网格数上限{most}少于已固定的{n}个网格；请提高上限或减少固定网格",
        en="at most {most} grids are allowed and {n} are fixed already; raise the cap or fix fewer",
    ),
    "grid.link_conflict": Text(
        zh="楼栋{one}与{other}既须同格又不得同格；请撤去其中一个条件",
        en="buildings {one} and {other} must share a grid and must not; drop one of the two conditions",
    ),
    "grid.fixed_named_twice": Text(
        zh="几个固定网格同用标识{grids}；请给每个网格各自的标识",
        en="several fixed grids are called {grids}; give each an identifier of its own",
    ),
    "grid.fixed_twice": Text(
        zh="楼栋{building}列在两个固定网格中；请只留在一个里",
        en="building {building} stands in two fixed grids; leave it in one",
    ),
    "grid.fixed_linked": Text(
        zh="{buildings}须同格，却不全在同一个固定网格中；请把它们都放入该网格，或撤去条件",
        en="{buildings} must share a grid, but a fixed grid holds only some; put all into it, or drop the condition",
    ),
    "grid.fixed_apart": Text(
        zh="固定网格（{grid}）互不相连；网格须连成一片，请改正其楼栋或补上边",
        en="the fixed grid of {grid} does not hang together; a grid must: mend its buildings, or add the edges",
    ),
    "grid.fixed_bounds": Text(
        zh="固定网格（{grid}）有{total}户，不在{low}至{high}户之间；请改正该网格或放宽界限",
        en="the fixed grid of {grid} holds {total} households, outside {low} to {high}; mend it, or widen the bounds",
    ),
    "grid.infeasible": Text(zh="{id}无可用的网格方案。{why}", en="{id} has no plan of grids. {why}"),
    # certificates: what stands in the way
    "grid.side": Text(zh="经{near}：{n}户", en="by {near}: {n}"),
    "grid.oversized": Text(zh="{building}（{n}户）", en="{building} ({n})"),
    "grid.list.more": Text(zh="等{n}栋", en="and {n} more"),
    "grid.list.none": Text(zh="无", en="none"),
    "grid.obstacle.oversized": Text(
        zh="楼栋{buildings}各自已超过每个网格的上限{high}户。",
        en="Buildings above the ceiling of {high} households on their own: {buildings}.",
    ),
    "grid.obstacle.linked": Text(
        zh="{buildings}须同格，合计{total}户，超过每个网格的上限{high}户。",
        en="These must share a grid and hold {total} households, above the ceiling of {high}: {buildings}.",
    ),
    "grid.obstacle.scattered": Text(
        zh="{buildings}须同格，却互不相通，没有网格能把它们连成一片。",
        en="These must share a grid, but no way leads from some to the others: {buildings}.",
    ),
    "grid.obstacle.cap": Text(
        zh="至少需要{needed}个网格，而网格数上限为{most}个（理由见proof）。",
        en="At least {needed} grids are needed, and at most {most} are allowed (the reason stands in proof).",
    ),
    "grid.obstacle.shares": Text(
        zh="给{n}栋楼各分一份额（见shares）：任何可行的网格，其楼栋份额之和都不超过1；而{buildings}的份额合计{borne}，"
        "{total}户按下限{low}户至多分成{grids}个网格，装不下。",
        en="Give each of {n} buildings a share (see shares): in every grid that may be drawn they come to 1 at most. "
        "All together ({buildings}) they come to {borne}, but {total} households make at most {grids} grids of {low}.",
    ),
    "grid.obstacle.searched": Text(
        zh="{n}栋楼（{buildings}）所有可能的网格已列出并逐一排除，没有一种组合使每格都在{low}至{high}户之间。",
        en="All grids that {n} buildings ({buildings}) could form were listed and tried; no choice of them keeps every "
        "grid within {low} to {high}.",
    ),
    "grid.obstacle.total_small": Text(
        zh="{buildings}与别处不相连，合计{total}户，不足一个网格的下限{low}户。",
        en="Connected with nothing else: {buildings}; {total} households in all, below the floor of {low}.",
    ),
    "grid.obstacle.total_gap": Text(
        zh="{buildings}与别处不相连，合计{total}户，多于{fewer}×{high}户而少于{more}×{low}户，分不成网格。",
        en="Connected with nothing else: {buildings}; {total} households in all, more than {fewer} × {high} and less "
        "than {more} × {low}.",
    ),
    "grid.obstacle.sums": Text(
        zh="{n}栋楼（{buildings}）与别处不相连，无论把其中哪几栋合在一起，户数都不在{low}至{high}户之间。",
        en="Connected with nothing else: {n} buildings ({buildings}); whichever of them are put together, their "
        "households never come to {low} to {high}.",
    ),
    "grid.obstacle.bridge": Text(
        zh="连线{near}–{at}的一侧共{total}户：自成网格不可行（每格{low}至{high}户），其中至少{least}户须与楼栋{at}（{own}户）"
        "同格，合计{sum}户，超过上限。",
        en="The side of bridge {near}–{at} holds {total} households: it cannot stand alone in grids of {low} to "
        "{high}, so at least {least} of them join building {at} ({own}), which makes {sum}, too large.",
    ),
    "grid.obstacle.side": Text(
        zh="经楼栋{near}与楼栋{at}相连的一侧共{total}户：自成网格不可行（每格{low}至{high}户），其中至少{least}户须与楼栋{at}"
        "（{own}户）同格，合计{sum}户，超过上限。",
        en="The side that hangs on building {at} by {near} holds {total} households: it cannot stand alone in grids of "
        "{low} to {high}, so at least {least} of them join {at} ({own}), which makes {sum}, too large.",
    ),
    "grid.obstacle.star": Text(
        zh="楼栋{at}（{own}户）连着{n}处不能自成网格的部分（{sides}）；它们各自至少并入的户数与楼栋{at}合计{sum}户，"
        "超过上限{high}户。",
        en="Building {at} ({own} households) carries {n} sides that cannot stand alone ({sides}); with the least that "
        "each must hand over, the grid of {at} comes to {sum}, above the ceiling of {high}.",
    ),
    "grid.obstacle.cut": Text(
        zh="楼栋{at}（{own}户）把小区图分成几部分（{sides}）；其所在网格无论从各部分取多少户，"
        "都不能既在{low}至{high}户之间，又使各部分余下的恰好成格。",
        en="Building {at} ({own} households) holds several sides together ({sides}); whatever its grid takes from "
        "each, it does not come to {low} to {high} with the rest of each side in whole grids.",
    ),
    "grid.obstacle.chain": Text(
        zh="从各端逐栋累计到楼栋{at}（涉及{n}栋楼，共{total}户），没有一种断开方式能使每格都在{low}至{high}户之间。",
        en="Counting inwards from the ends to building {at} ({n} buildings, {total} households), no way of cutting "
        "keeps every grid within {low} to {high}.",
    ),
    "grid.obstacle.exhausted": Text(
        zh="楼栋{at}可能所在的网格及其周边的分法已逐一试过（共看{n}栋楼：{buildings}），没有一种使每格都在{low}至{high}户之间。",
        en="Every grid that building {at} could lie in was tried, with all that it leaves around it ({n} buildings "
        "looked at: {buildings}); none keeps every grid within {low} to {high}.",
    ),
    "grid.obstacle.not_found": Text(
        zh="{n}栋楼（{buildings}）共{total}户，搜索结束时未找到方案；这并不说明方案不存在。",
        en="For the {n} buildings {buildings} ({total} households) the search ended without a plan; that does not "
        "prove that there is none.",
    ),
    "grid.obstacle.more": Text(zh="另有{n}处障碍，见claims。", en="Obstacles beyond these, in claims: {n}."),
    # certificates: the way out
    "grid.way.ceiling": Text(zh="把上限提高到{n}户", en="raise the ceiling to {n} households"),
    "grid.way.most": Text(zh="允许{n}个网格", en="allow {n} grids"),
    "grid.proof.aside": Text(zh="已先行定下的网格{n}个。", en="Grids settled beforehand: {n}."),
    "grid.proof.total": Text(
        zh="{buildings}共{total}户，每格至多{high}户，至少需要{n}个网格。",
        en="{buildings}: {total} households, at most {high} a grid, need {n} grids at least.",
    ),
    "grid.proof.shares": Text(
        zh="{buildings}共{total}户：给每栋楼分一份额（见shares），任何可行的网格其份额之和都不超过1，而合计为{borne}，"
        "所以至少需要{n}个网格。",
        en="{buildings}: {total} households. Give each building its share (see shares): in every grid that may be "
        "drawn they come to 1 at most, and all together to {borne}; so {n} grids are needed at least.",
    ),
    "grid.proof.search": Text(
        zh="{buildings}共{total}户：所有可能的网格已列出，没有{fewer}个能恰好分完，至少需要{n}个。",
        en="{buildings}: {total} households. All grids that may be drawn were listed, and no {fewer} of them divide "
        "the buildings; {n} are needed at least.",
    ),
    "grid.way.floor": Text(zh="把下限降低到{n}户", en="lower the floor to {n} households"),
    "grid.way.alone": Text(zh="经豁免让楼栋{buildings}单独成格", en="let {buildings} stand alone with a waiver"),
    "grid.ways.smallest": Text(zh="可行的最小调整：{ways}。", en="The smallest change that works: {ways}."),
    "grid.ways.works": Text(zh="可行的调整：{ways}。", en="A change that works: {ways}."),
    "grid.ways.needed": Text(zh="至少需要：{ways}。", en="At the least: {ways}."),
    "grid.ways.none": Text(
        zh='可试着换一个rng、增加work、用effort="best"，或放宽界限。',
        en='Try another rng, more work, effort="best", or wider bounds.',
    ),
    "grid.ways.none_works": Text(
        zh="未找到可行的调整；请核对这些楼栋的户数、连线与所附条件。",
        en="No change that works was found; check the households of these buildings, their edges and the conditions.",
    ),
    "grid.ways.or": Text(zh="，或", en=", or "),
}
