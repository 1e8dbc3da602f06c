"""The programme of a piece: all grids that might be drawn in it, and what each adds to the objectives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pbgov.grid._columns import as_set, bits, connected_sets
from pbgov.grid._objectives import kept, prices
from pbgov.grid._stages import Goal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pbgov.grid._world import Piece


@attrs.frozen(kw_only=True)
class Demand:
    """What is asked of a plan.

    Attributes:
        low: Fewest households of a grid.
        high: Most households of a grid.
        objectives: What makes a plan good, in order.
        owned: Labels of the old grids that may be carried on.
        most: How many grids there may be; ``None`` for any number.
    """

    low: int
    high: int
    objectives: tuple[str, ...]
    owned: frozenset[int] = frozenset()
    most: int | None = None

    @property
    def labelled(self) -> bool:
        """Whether a grid must say which old grid it carries on."""
        return "change" in self.objectives


@attrs.frozen
class Programme:
    """Grids that might be drawn in a piece of ``n`` atoms; each old grid is carried on by one new grid at most.

    Attributes:
        n: How many atoms there are.
        sets: Each grid as a set of atoms; a bit from ``n`` on stands for the old grid it carries on.
        members: The atoms of each.
        labels: The old grid that each carries on, -1 for none.
        goals: The objectives in order.
        number: The number of each grid by its set.
        bit: The bit that stands for each old grid.
    """

    n: int
    sets: list[int]
    members: list[tuple[int, ...]]
    labels: list[int]
    goals: list[Goal]
    number: dict[int, int]
    bit: dict[int, int]

    def find(self, parts: Sequence[Sequence[int]], labels: Sequence[int]) -> list[int] | None:
        """Give the numbers of the grids of a plan; ``None`` when one of them might not be drawn."""
        found: list[int] = []
        for part, label in zip(parts, labels, strict=True):
            inside = as_set(part)
            number = self.number.get(inside | self.bit.get(label, 0), self.number.get(inside))
            if number is None:
                return None
            found.append(number)
        return found


def drawable(piece: Piece, demand: Demand, *, limit: int) -> list[int] | None:
    """List the sets of atoms that might be grids, or ``None`` when too many would have to be looked at."""
    return connected_sets(
        piece.weights,
        piece.links,
        demand.low,
        demand.high,
        limit=limit,
        apart=piece.foe_sets(),
        together=[as_set(sorted(group)) for group in piece.together],
    )


def programme(piece: Piece, demand: Demand, found: Sequence[int], *, free: Collection[int]) -> Programme:
    """Price grids that might be drawn.

    Args:
        piece: The piece.
        demand: What is asked.
        found: Sets of atoms that might be grids.
        free: The old grids that may be carried on.
    """
    n, world = len(piece.atoms), piece.world
    bit = {label: 1 << (n + i) for i, label in enumerate(sorted(free))} if demand.labelled else {}
    where = demand.objectives.index("change") if bit else 0
    sets: list[int] = []
    members: list[tuple[int, ...]] = []
    labels: list[int] = []
    costs: list[list[int]] = []
    for one in found:
        atoms = tuple(bits(one))
        places = piece.places(atoms)
        cost = prices(world, demand.objectives, places, demand.low, demand.high)
        choices = kept(world, places) if bit else {}
        old = sum(choices.values())
        if bit:
            cost[where] = old
        sets.append(one)
        members.append(atoms)
        labels.append(-1)
        costs.append(cost)
        for label, stay in choices.items():
            if label in bit:
                sets.append(one | bit[label])
                members.append(atoms)
                labels.append(label)
                costs.append([*cost[:where], old - stay, *cost[where + 1 :]])
    weights = piece.weights
    spare = [demand.high - sum([weights[atom] for atom in atoms]) for atoms in members]
    goals = [
        Goal([cost[i] for cost in costs], spare if name == "grids" else None)
        for i, name in enumerate(demand.objectives)
    ]
    return Programme(n, sets, members, labels, goals, {one: i for i, one in enumerate(sets)}, bit)


def in_one(goals: Sequence[Goal], n: int) -> list[int]:
    """Give one price for each grid, so that sums over ``n`` atoms compare by all objectives in order."""
    made = list(goals[0].costs)
    for goal in goals[1:]:
        base = n * max(goal.costs, default=0) + 1
        made = [before * base + cost for before, cost in zip(made, goal.costs, strict=True)]
    return made
