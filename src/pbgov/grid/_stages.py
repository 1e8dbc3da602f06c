"""The best plan from a list of grids that might be drawn: one objective after the other, each with a proven bound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from pbgov.grid._columns import bits
from pbgov.grid._shares import SCALE, Shares, Total, shares
from pbgov.grid._sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pbgov.grid._work import Work

_SHIFTS: Final = (4, 2, 1, 0)  # a search begins with this part of the gap between bound and plan, in halvings


@attrs.frozen
class Goal:
    """An objective over the grids that might be drawn; less is better.

    Attributes:
        costs: What each grid adds, 0 or more.
        spare: Another number for each grid whose total over a plan is fixed once that of ``costs`` is, and which
            tells grids apart better; ``None`` for ``costs`` themselves.
    """

    costs: Sequence[int]
    spare: Sequence[int] | None = None


@attrs.frozen
class Depth:
    """How thoroughly to look.

    Attributes:
        steps: Steps towards better shares, for each objective.
        widths: How many half-made plans are kept at each place, in the first sweep and in those after it.
        solver: Whether a solver from outside decides what is then still open.
    """

    steps: int
    widths: tuple[int, ...]
    solver: bool = False


@attrs.frozen
class Improved:
    """A plan, and how good it is.

    Attributes:
        grids: The numbers of its grids.
        values: What it costs by each objective.
        bounds: For each objective: given the totals of those before it, no plan costs less.
        shares: Shares of the places in the first objective.
    """

    grids: list[int]
    values: list[int]
    bounds: list[int]
    shares: Shares


def best_plan(
    n: int,
    sets: Sequence[int],
    goals: Sequence[Goal],
    start: list[int],
    *,
    depth: Depth,
    work: Work,
    most: int | None = None,
) -> Improved:
    """Better a plan, objective by objective.

    Args:
        n: How many places there are to cover.
        sets: The grids that might be drawn; bits from ``n`` on may be covered or not, but only once.
        goals: The objectives in order, one or more.
        start: A plan, as numbers of grids.
        depth: How thoroughly to look.
        work: What may still be done.
        most: How many grids a plan may have, ``start`` too; ``None`` for any number.
    """
    search = _Search(n, sets, goals, start, most)
    first, bound = search.stage(0, depth, work)
    bounds = [bound]
    while len(bounds) < len(goals):
        _, bound = search.stage(len(bounds), depth, work)
        bounds.append(bound)
        if search.unsettled is not None:  # a later stage bettered an earlier one
            del bounds[search.unsettled :]
            search.reopen()
    return Improved(search.plan, search.values(), bounds, first)


class _Search:
    """The state of one search."""

    def __init__(self, n: int, sets: Sequence[int], goals: Sequence[Goal], start: list[int], most: int | None) -> None:
        self.n = n
        self.most = most
        self.sets = sets
        covered = (1 << n) - 1
        self.members = [tuple(bits(one & covered)) for one in sets]
        self.goals = goals
        self.plan = start
        self.alive: Sequence[int] = range(len(sets))
        self.unsettled: int | None = None

    def values(self) -> list[int]:
        """Give what the plan costs by each objective."""
        return [sum([goal.costs[number] for number in self.plan]) for goal in self.goals]

    def reopen(self) -> None:
        """Look at all grids again."""
        self.alive = range(len(self.sets))
        self.unsettled = None

    def sides(self, stage: int) -> Iterator[Total]:
        """Give the totals settled before a stage, and the number of grids where that is limited."""
        if self.most is not None:
            yield Total([1] * len(self.alive), self.most, most=True)
        for goal in self.goals[:stage]:
            each = goal.costs if goal.spare is None else goal.spare
            if any(each):
                yield Total([each[number] for number in self.alive], sum([each[number] for number in self.plan]))

    def labels(self, stage: int) -> list[int]:
        """Give one number for each grid still alive, so that sums compare by all objectives so far in order."""
        made = [0] * len(self.alive)
        for goal in self.goals[: stage + 1]:
            costs = [goal.costs[number] for number in self.alive]
            base = self.n * max(costs) + 1
            made = [before * base + cost for before, cost in zip(made, costs, strict=True)]
        return made

    def stage(self, stage: int, depth: Depth, work: Work) -> tuple[Shares, int]:
        """Better the plan by one objective, and prove what can be proven."""
        costs = [self.goals[stage].costs[number] for number in self.alive]
        members = [self.members[number] for number in self.alive]
        value = self.values()[stage]
        found = shares(self.n, members, costs, [*self.sides(stage)], goal=value, steps=depth.steps, work=work)
        bound = max(0, -(-found.bound // SCALE))
        for width in depth.widths:
            for shift in _SHIFTS:
                if bound >= value or work.over:
                    break
                target = bound + (value - 1 - bound >> shift)
                complete = self.look(stage, target * SCALE - found.bound, found.rest, width, work)
                if self.unsettled is not None:
                    return found, bound
                value = self.values()[stage]
                if complete:
                    bound = min(target + 1, value)
        if depth.solver and bound < value and not work.over:
            bound = self.settle(stage, costs, bound)
            value = self.values()[stage]
            if self.unsettled is not None:
                return found, bound
        self.alive = [
            number for number, spent in zip(self.alive, found.rest, strict=True) if spent <= value * SCALE - found.bound
        ]
        return found, bound

    def settle(self, stage: int, costs: Sequence[int], bound: int) -> int:
        """Let a solver from outside look for a better plan; give the bound as far as it settles that."""
        from pbgov.grid._exact import choose  # noqa: PLC0415 - an extra, loaded when first asked for

        sets = [self.sets[number] for number in self.alive]
        chosen = choose(self.n, sets, costs, [*self.sides(stage)], below=self.values()[stage])
        if chosen.grids is not None and not self.take(stage, chosen.grids):
            return bound  # what the solver chose is no better plan, so its word settles nothing
        return self.values()[stage] if chosen.complete else bound

    def look(self, stage: int, budget: int, rest: Sequence[int], width: int, work: Work) -> bool:
        """Sweep once, and take a better plan; tell whether no plan within the budget was overlooked."""
        sets = [self.sets[number] for number in self.alive]
        swept = sweep(self.n, sets, self.labels(stage), rest, budget=budget, width=width, work=work, most=self.most)
        if swept.grids is not None:
            self.take(stage, swept.grids)
        return swept.complete

    def take(self, stage: int, grids: Sequence[int]) -> bool:
        """Take a plan, if it divides the places and is better; tell whether it was taken."""
        if self.most is not None and len(grids) > self.most:
            return False
        covered = 0
        for number in grids:
            inside = self.sets[self.alive[number]]
            if covered & inside:
                return False
            covered |= inside
        if ~covered & ((1 << self.n) - 1):
            return False
        before, old = self.values()[: stage + 1], self.plan
        self.plan = [self.alive[number] for number in grids]
        after = self.values()[: stage + 1]
        if after >= before:
            self.plan = old
            return False
        if after[:stage] != before[:stage]:
            self.unsettled = next(i for i, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1])
        return True
