"""The sentences of what is proven about a plan of grids, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

PROVEN: Final[dict[str, Text]] = {
    "display.plans": Text(
        zh="plans应为若干GridPlan或Partitioning，其中却有{value}；只有一个时请写plans=[plan]",
        en="plans should be several of GridPlan or Partitioning and holds {value}; for a single one write plans=[plan]",
    ),
    "proven.fewest": Text(zh="已证明：不可能有更少的网格。", en="It is proven that no plan has fewer grids."),
    "proven.open": Text(
        zh="已证明：任何方案都不少于{bound}个网格；能否少于{grids}个，尚无定论。",
        en="It is proven that no plan has fewer than {bound} grids; whether fewer than {grids} would do is open.",
    ),
    "proven.heading": Text(zh="逐项目标：本方案与已证明的界限", en="Goal by goal: this plan and what is proven"),
    "proven.order": Text(
        zh="目标依次排列：每项只在其上各项同样好的方案之间比较。",
        en="The goals come in order: each compares only plans that are as good by those above it.",
    ),
    "proven.goal": Text(zh="目标（越小越好）", en="goal (less is better)"),
    "proven.value": Text(zh="本方案", en="this plan"),
    "proven.bound": Text(zh="已证明不低于", en="proven: at least"),
    "proven.best": Text(zh="已证明最优", en="proven the best"),
    "proven.why": Text(zh="为何至少{bound}个：", en="Why at least {bound}:"),
    # the goals, by the names that partition knows them by
    "goal.grids": Text(zh="网格数", en="grids"),
    "goal.splits": Text(zh="小区被拆分而多出的块数", en="pieces that compounds are split into, beyond one each"),
    "goal.change": Text(zh="换格的楼栋", en="buildings that change their grid"),
    "goal.cut": Text(zh="跨格的通路", en="ways that lead from grid to grid"),
    "goal.compactness": Text(
        zh="离散程度：各楼到本格中心距离的平方和（平方米）",
        en="spread: squared distances of buildings from the middle of their grid (m²)",
    ),
    "goal.balance": Text(
        zh="户数不均：各格户数与区间中点之差（以半户计）的平方和",
        en="imbalance: squared distances, in half households, from the middle of the bounds",
    ),
    "goal.walk": Text(zh="各格内连通楼栋的最短路程（米）", en="shortest ways that join the buildings of each grid (m)"),
}
