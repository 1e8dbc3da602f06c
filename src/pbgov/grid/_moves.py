"""What sets two plans of a neighbourhood apart: which grids are the same grid, and which buildings moved.

Identifiers of grids say little: a plan that is made anew numbers its grids anew. So a grid of the one plan is taken for
the grid of the other with which it shares buildings, one for one, such that as few buildings as possible count as
moved. That is an assignment of greatest weight; shortest augmenting paths find it exactly.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from heapq import heappop, heappush
from typing import TYPE_CHECKING

import attrs

from pbgov.base import HTML, PLAIN, SVG, Frame, FrozenMap, Lang, Shapes, Shown, Text, both, columns, need_lang, said
from pbgov.errors import StructureError
from pbgov.grid._moves_shown import change_as_html, change_as_svg, change_as_text
from pbgov.grid._plan import GridPlan, need_plan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def moved(before: GridPlan, after: GridPlan) -> tuple[str, ...]:
    """Name the buildings that changed grids between two plans, whatever the grids are called.

    Grids of the two plans are matched one for one, so that as few buildings as possible have moved. A building that
    only one of the plans has did not move.

    Args:
        before: A plan.
        after: Another plan of the same neighbourhood, which may have gained or lost buildings.

    Returns:
        Identifiers of buildings, in order. There is no matching in which fewer would have moved.

    Raises:
        InvalidValueError: One of the two is no plan.
        StructureError: They divide different neighbourhoods.

    Examples:
        >>> from pbgov.grid import Building, Grid, Neighbourhood
        >>> place = Neighbourhood(
        ...     id="N1", community="C1", buildings=[Building(id=f"B{i}", households=100) for i in range(4)]
        ... )
        >>> def plan(**grids):
        ...     return GridPlan(
        ...         neighbourhood=place,
        ...         grids=[Grid(id=g, neighbourhood="N1", members=held.split()) for g, held in grids.items()],
        ...     )
        >>> moved(plan(G1="B0 B1", G2="B2 B3"), plan(G1="B3", G2="B0 B1 B2"))
        ('B2',)
    """
    return compare_plans(before, after).moved


def compare_plans(before: GridPlan, after: GridPlan) -> PlanChange:
    """Tell what sets two plans of a neighbourhood apart; arguments and errors as of ``moved``."""
    return PlanChange(before=before, after=after)


@attrs.frozen(kw_only=True)
class PlanChange(Shown):
    """Two plans of a neighbourhood, before and after.

    Attributes:
        before: The plan before.
        after: The plan after; the neighbourhood may have gained or lost buildings in between.

    Raises:
        InvalidValueError: One of the two is no plan.
        StructureError: They divide different neighbourhoods.
    """

    before: GridPlan
    after: GridPlan

    def __attrs_post_init__(self) -> None:
        """Refuse what is no two plans of one neighbourhood."""
        for name, plan in (("before", self.before), ("after", self.after)):
            need_plan(plan, "moves.no_plan", name=name)
        one, other = self.before.neighbourhood.id, self.after.neighbourhood.id
        if one != other:
            raise StructureError(both("moves.elsewhere", before=one, after=other), one, other)

    @cached_property
    def matched(self) -> FrozenMap[str, str]:
        """The grid after for each grid before that goes on, by identifier; no grid has two partners."""
        return FrozenMap(matching(self.before.homes, self.after.homes))

    @cached_property
    def moved(self) -> tuple[str, ...]:
        """The buildings of both plans that are not in the grid that theirs became."""
        homes, matched = self.after.homes, self.matched
        return tuple(
            building
            for building, grid in self.before.homes.items()
            if building in homes and matched.get(grid) != homes[building]
        )

    @property
    def new(self) -> tuple[str, ...]:
        """The buildings that only the plan after has."""
        return tuple(building for building in self.after.homes if building not in self.before.homes)

    @property
    def gone(self) -> tuple[str, ...]:
        """The buildings that only the plan before has."""
        return tuple(building for building in self.before.homes if building not in self.after.homes)

    @property
    def opened(self) -> tuple[str, ...]:
        """The grids of the plan after that no grid before became."""
        partners = set(self.matched.values())
        return tuple(grid for grid in self.after.grids if grid not in partners)

    @property
    def closed(self) -> tuple[str, ...]:
        """The grids of the plan before that became no grid."""
        return tuple(grid for grid in self.before.grids if grid not in self.matched)

    def pairs(self) -> tuple[tuple[str | None, str | None], ...]:
        """Pair the grids before with those after, in order; ``None`` beside one that closed or opened."""
        going = [(grid, self.matched.get(grid)) for grid in self.before.grids]
        return (*going, *((None, grid) for grid in self.opened))

    def by_grid(self) -> Frame:
        """Give one row a grid, as data frames take them.

        The columns: ``before`` and ``after``, the identifiers of the grid in the two plans, ``None`` where it opened or
        closed; ``households_before`` and ``households_after`` (户); ``joined`` and ``left``, how many buildings of both
        plans came from other grids and went to others; ``new`` and ``gone``, how many only one of the plans has.
        """
        old, fresh = self.before.homes, self.after.homes
        counts = self.before.households(), self.after.households()
        joined = Counter(fresh[building] for building in self.moved)
        left = Counter(old[building] for building in self.moved)
        new, gone = Counter(fresh[building] for building in self.new), Counter(old[building] for building in self.gone)
        return columns(
            self.pairs(),
            {
                "before": lambda pair: pair[0],
                "after": lambda pair: pair[1],
                "households_before": lambda pair: counts[0].get(pair[0]),
                "households_after": lambda pair: counts[1].get(pair[1]),
                "joined": lambda pair: joined[pair[1]],
                "left": lambda pair: left[pair[0]],
                "new": lambda pair: new[pair[1]],
                "gone": lambda pair: gone[pair[0]],
            },
        )

    def to_columns(self) -> Frame:
        """Give one row a building of either plan, in order: its grid ``before`` and ``after``, whether it ``moved``."""
        old, fresh = self.before.homes, self.after.homes
        moved_ = frozenset(self.moved)
        return columns(
            sorted({*old, *fresh}),
            {
                "building": lambda building: building,
                "before": old.get,
                "after": fresh.get,
                "moved": lambda building: building in moved_,
            },
        )

    def summary(self) -> Text:
        """Say how many buildings moved, came and went, and how many grids opened and closed."""
        place = self.after.neighbourhood
        return said(
            "moves.about",
            name=place.name or place.id,
            common=len(self.after.homes) - len(self.new),
            moved=len(self.moved),
            new=len(self.new),
            gone=len(self.gone),
            opened=len(self.opened),
            closed=len(self.closed),
        )

    def to_svg(self, *, lang: Lang | None = None) -> str:
        """Draw the two maps side by side: grids that go on in one colour, buildings that moved ringed.

        Both maps show the same ground at the same scale, whichever plan reaches further.

        Args:
            lang: The language of titles and scales; by default both.

        Raises:
            InvalidValueError: The language is neither of the two.
        """
        if lang is not None:
            need_lang(lang)
        return change_as_svg(self, lang)

    def _shapes(self) -> Shapes:
        return {
            PLAIN: lambda: change_as_text(self),
            HTML: lambda: change_as_html(self),
            SVG: self.to_svg,
        }


def matching(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Match groups one for one, so that as many members as possible stay together with their group.

    Args:
        before: The group of each member.
        after: The same, later; members may have come and gone.

    Returns:
        The later group for each earlier one that has a partner, in order. Partners share a member. Of several best
        matchings it is one with as many groups as possible under their own names.
    """
    shared = Counter((group, after[member]) for member, group in before.items() if member in after)
    rows = sorted({one for one, _ in shared})
    places = {name: place for place, name in enumerate(sorted({other for _, other in shared}))}
    # A name kept breaks ties and never outweighs a member.
    weights: list[list[tuple[int, int]]] = [[] for _ in rows]
    ranks = {name: rank for rank, name in enumerate(rows)}
    for (one, other), members in sorted(shared.items()):
        weights[ranks[one]].append((places[other], members * (len(rows) + 1) + (one == other)))
    names = list(places)
    chosen = _assigned(weights, len(names))
    return {row: names[place] for row, place in zip(rows, chosen, strict=True) if place is not None}


def _assigned(weights: Sequence[Sequence[tuple[int, int]]], n: int) -> list[int | None]:
    """Assign columns to rows, none twice, such that the sum of weights is greatest.

    Rows come in one by one, each along the shortest augmenting path in reduced costs (Jonker and Volgenant, 1987, on
    sparse costs). Each row has a column of its own as well, beyond the ``n`` others, that weighs nothing: it stays
    unassigned.

    Args:
        weights: By row, columns and what they weigh, above 0.
        n: How many columns there are.
    """
    most = max((weight for row in weights for _, weight in row), default=0)
    costs = [[*((place, most - weight) for place, weight in row), (n + own, most)] for own, row in enumerate(weights)]
    rows = [min(cost for _, cost in row) for row in costs]  # what each row pays at least
    prices: dict[int, int] = {}
    holder: dict[int, int] = {}
    held = [0] * len(costs)
    for first in range(len(costs)):
        distance: dict[int, int] = {}
        came_from: dict[int, int] = {}
        settled: dict[int, int] = {}
        queue: list[tuple[int, int]] = []
        row, base = first, 0
        while True:
            for place, cost in costs[row]:
                far = base + cost - rows[row] - prices.get(place, 0)
                if place not in settled and far < distance.get(place, far + 1):
                    distance[place], came_from[place] = far, row
                    heappush(queue, (far, place))
            base, place = heappop(queue)
            while place in settled:
                base, place = heappop(queue)
            if place not in holder:
                break
            settled[place] = base
            row = holder[place]
        rows[first] += base
        for done, far in settled.items():
            rows[holder[done]] += base - far
            prices[done] = prices.get(done, 0) - (base - far)
        while True:  # hand columns on along the path, from its end back to the row it began with
            row = came_from[place]
            holder[place] = row
            held[row], place = place, held[row]
            if row == first:
                break
    return [place if place < n else None for place in held]
