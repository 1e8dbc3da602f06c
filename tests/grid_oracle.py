"""An oracle for the grid room: every connected division of a tiny place, looked at one by one.

It shares nothing with the library but its public values: sets of identifiers, networkx for what is connected, and
fractions for what is measured.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cached_property
from itertools import combinations, permutations
from math import isqrt
from typing import TYPE_CHECKING, Any, Literal

import attrs
import networkx as nx

from pbgov.grid import Neighbourhood, partition

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pbgov.grid import GridPlan, Objective, Partitioning

Part = frozenset[str]
Parts = tuple[Part, ...]


@attrs.frozen(kw_only=True, slots=False, repr=False)
class Question:
    """What is asked of ``partition``."""

    place: Neighbourhood
    low: int
    high: int
    must_link: tuple[tuple[str, ...], ...] = ()
    cannot_link: tuple[tuple[str, ...], ...] = ()
    fixed: tuple[tuple[str, ...], ...] = ()
    whole: bool | tuple[str, ...] = False
    most: int | None = None
    oversize: Literal["refuse", "alone"] = "refuse"
    objectives: tuple[Objective, ...] = ("grids", "splits", "cut")
    current: GridPlan | None = None

    def __repr__(self) -> str:
        """Say what is asked, on one line."""
        told = {name: value for name, value in attrs.asdict(self, recurse=False).items() if value and name != "place"}
        if self.current is not None:
            told["current"] = [grid.members for grid in self.current.grids.values()]
        buildings = [(b.id, b.households, b.compound, b.x, b.y) for b in self.place.buildings]
        return f"Question({buildings}, {self.place.edges}, {told})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - as Hypothesis calls it
        printer.text(repr(self))

    def put(self, effort: Literal["first", "good", "best"] = "best", **options: Any) -> Partitioning:
        """Ask the library."""
        conditions = {name: getattr(self, name) for name in ("must_link", "cannot_link", "fixed", "whole", "most")}
        return partition(
            self.place, (self.low, self.high), **conditions, objectives=self.objectives, current=self.current,
            oversize=self.oversize, effort=effort, **options,
        )  # fmt: skip

    @cached_property
    def graph(self) -> nx.Graph[str]:
        """The place, as a graph."""
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(building.id for building in self.place.buildings)
        graph.add_edges_from(self.place.edges)
        return graph

    @cached_property
    def households(self) -> dict[str, int]:
        """Households of each building."""
        return {building.id: building.households for building in self.place.buildings}

    @cached_property
    def compounds(self) -> dict[str, str]:
        """The compound of each building that has one."""
        return {b.id: b.compound for b in self.place.buildings if b.compound is not None}

    @cached_property
    def together(self) -> list[Part]:
        """All that must share a grid."""
        wanted = set(self.compounds.values()) if self.whole is True else set(self.whole or ())
        held = [frozenset(b for b, c in self.compounds.items() if c == compound) for compound in sorted(wanted)]
        return [*map(frozenset, self.must_link), *held]

    def allows(self, part: Part) -> bool:
        """Tell whether a set of buildings may be a grid."""
        if not nx.is_connected(self.graph.subgraph(part)):
            return False
        total = sum(self.households[b] for b in part)
        waived = self.oversize == "alone" and len(part) == 1 and total > self.high
        if not (self.low <= total <= self.high or waived):
            return False
        return (
            all(part.isdisjoint(grid) or part == frozenset(grid) for grid in self.fixed)
            and all(part.isdisjoint(group) or group <= part for group in self.together)
            and all(len(part & frozenset(group)) <= 1 for group in self.cannot_link)
        )

    @cached_property
    def plans(self) -> list[Parts]:
        """Every plan there is."""
        graph = self.graph
        allowed = [
            part
            for size in range(1, len(graph) + 1)
            for part in map(frozenset, combinations(sorted(graph), size))
            if self.allows(part)
        ]
        by_first: dict[str, list[Part]] = {b: [] for b in graph}
        for part in allowed:
            by_first[min(part)].append(part)
        found = [tuple(plan) for plan in _covers(frozenset(graph), by_first)]
        return [plan for plan in found if self.most is None or len(plan) <= self.most]

    def measured(self, plan: Collection[Part]) -> dict[str, int]:
        """What a plan comes to by each objective, as the documentation of ``Partitioning.measures`` says."""
        return {name: getattr(self, f"_{name}")(plan) for name in self.objectives}

    @cached_property
    def optimum(self) -> tuple[int, ...]:
        """The best plan by all objectives in order."""
        return min(tuple(self.measured(plan).values()) for plan in self.plans)

    def _grids(self, plan: Collection[Part]) -> int:
        return len(plan)

    def _splits(self, plan: Collection[Part]) -> int:
        pieces = {(self.compounds[b], part) for part in plan for b in part if b in self.compounds}
        return len(pieces) - len(set(self.compounds.values()))

    def _cut(self, plan: Collection[Part]) -> int:
        homes = {b: part for part in plan for b in part}
        return sum(homes[a] is not homes[b] for a, b in self.place.edges)

    def _change(self, plan: Collection[Part]) -> int:
        assert self.current is not None
        homes = {b: grid for b, grid in self.current.homes.items() if b in self.households}
        stays = [Counter(homes[b] for b in part if b in homes) for part in plan]
        labels: list[str | None] = [*sorted(set(homes.values())), *[None] * len(stays)]
        best = _most_kept(tuple(stays), frozenset(label for label in labels if label is not None))
        return len(homes) - best

    def _balance(self, plan: Collection[Part]) -> int:
        return sum((2 * sum(self.households[b] for b in part) - self.low - self.high) ** 2 for part in plan)

    def _spots(self, part: Part) -> list[tuple[int, int]]:
        return [(b.x, b.y) for b in self.place.buildings if b.id in part and b.x is not None and b.y is not None]

    def _compactness(self, plan: Collection[Part]) -> int:
        total = 0
        for spots in map(self._spots, plan):
            if spots:
                east = Fraction(sum(x for x, _ in spots), len(spots))
                north = Fraction(sum(y for _, y in spots), len(spots))
                total += int(sum((x - east) ** 2 + (y - north) ** 2 for x, y in spots) / 1_000_000)
        return total

    def _walk(self, plan: Collection[Part]) -> int:
        total = 0
        for spots in map(self._spots, plan):
            net: nx.Graph[int] = nx.complete_graph(len(spots))
            for i, j in net.edges:
                (x, y), (a, b) = spots[i], spots[j]
                net.edges[i, j]["weight"] = isqrt((x - a) ** 2 + (y - b) ** 2)
            tree = nx.minimum_spanning_tree(net)
            total += sum(tree.edges[edge]["weight"] for edge in tree.edges) // 1_000
        return total


def _covers(left: Part, by_first: dict[str, list[Part]]) -> Iterator[list[Part]]:
    if not left:
        yield []
        return
    for part in by_first[min(left)]:
        if part <= left:
            for rest in _covers(left - part, by_first):
                yield [part, *rest]


def _most_kept(stays: tuple[Counter[str], ...], free: Part) -> int:
    """Match new grids with old ones, one to one, so that most buildings stay."""
    if not stays:
        return 0
    first, *others = stays
    rest = tuple(others)
    choices = [first[label] + _most_kept(rest, free - {label}) for label in first if label in free]
    return max([*choices, _most_kept(rest, free)])


def verified(question: Question, result: Partitioning) -> Parts:
    """Hold a plan against all that was asked, and what it says of itself; give its grids."""
    parts = tuple(frozenset(grid.members) for grid in result.plan.grids.values())
    named = [b for part in parts for b in part]
    assert sorted(named) == sorted(question.graph)
    assert len({grid.id for grid in result.grids}) == len(parts)
    for part in parts:
        assert question.allows(part), sorted(part)
    assert question.most is None or len(parts) <= question.most
    assert dict(result.measures) == question.measured(parts)
    assert list(result.measures) == list(result.bounds) == list(question.objectives)
    large = {b for b, n in question.households.items() if n > question.high}
    assert {b for grid in result.grids if grid.id in result.waived for b in grid.members} == large
    assert result.bound <= len(parts)
    assert result.gap == len(parts) - result.bound
    return parts


def orders(names: Sequence[Objective], size: int) -> Iterator[tuple[Objective, ...]]:
    """Every way of declaring ``size`` of some objectives in order."""
    return permutations(names, size)
