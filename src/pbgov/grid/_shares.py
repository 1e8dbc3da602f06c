"""Shares: what each place bears of the cost of a plan, so that no grid costs less than its places bear.

Then no plan costs less than all places bear together: a lower bound that anybody can check by adding up. Shares
are the duals of covering every place once; the best are sought by subgradients (Held and Karp 1971) and settled
by a walk over the places. Whole numbers throughout, in units of one ``SCALE``-th, so that they are the same on
every machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid._work import Work

SCALE: Final = 1_000_000
_KEPT: Final = 3  # tenths of the last direction that are kept in the next
_PATIENCE: Final = 10  # steps without a better bound before they are shortened
_STRIDE: Final = 1 << 10  # the longest step, and the number of parts it is counted in
_ROUNDS: Final = 2  # walks over the places when shares are settled


@attrs.frozen
class Total:
    """A total that is settled already: what each grid adds to it, and what it is, or is at most."""

    each: Sequence[int]
    total: int
    most: bool = False


@attrs.frozen
class Shares:
    """What the places bear.

    Attributes:
        bound: No plan costs less; in units of one ``SCALE``-th.
        by_place: The share of each place, positive or negative.
        by_side: The price of one unit of each settled total; none above 0 where the total may be less.
        rest: What each grid costs more than its places bear, 0 or more.
    """

    bound: int
    by_place: tuple[int, ...]
    by_side: tuple[int, ...]
    rest: list[int]


def shares(
    n: int,
    members: Sequence[Sequence[int]],
    costs: Sequence[int],
    sides: Sequence[Total],
    *,
    goal: int,
    steps: int,
    work: Work,
) -> Shares:
    """Find shares whose sum is large.

    Args:
        n: How many places there are.
        members: The places of each grid that might be drawn.
        costs: What each costs.
        sides: Totals that are settled.
        goal: What a known plan costs; the bound is of use up to there.
        steps: How many steps to take.
        work: What may still be done.

    Returns:
        Shares under which no grid costs less than its places bear.
    """
    scaled = [cost * SCALE for cost in costs]
    best = _Best(n, scaled, members, sides)
    by_place, by_side = best.by_place, best.by_side
    ahead, ahead_side = [0] * n, [0] * len(sides)
    norms = [max(1, sum(side.each) // max(1, len(side.each))) for side in sides]
    stride = _STRIDE
    for _ in range(steps):
        if not work.spend(len(members)):
            break
        bound, pull, pull_side = _slope(scaled, members, sides, by_place, by_side)
        if best.beats(bound, by_place, by_side):
            if bound >= goal * SCALE:
                break
        elif best.stale > _PATIENCE:
            stride = stride * 5 >> 3
            if not stride:
                break
            best.stale = 0
            by_place, by_side = best.by_place, best.by_side
            ahead, ahead_side = [0] * n, [0] * len(sides)
            continue
        ahead = [10 * new + old * _KEPT // 10 for new, old in zip(pull, ahead, strict=True)]
        ahead_side = [
            10 * new // norm**2 + old * _KEPT // 10 for new, old, norm in zip(pull_side, ahead_side, norms, strict=True)
        ]
        length = sum([one * one for one in ahead]) + sum([one * one for one in ahead_side])
        if not length:
            break
        step = (goal * SCALE - bound) * stride * 10 // _STRIDE
        by_place = [old + step * one // length for old, one in zip(by_place, ahead, strict=True)]
        by_side = [old + step * one // length for old, one in zip(by_side, ahead_side, strict=True)]
        by_side = [min(0, price) if side.most else price for side, price in zip(sides, by_side, strict=True)]
    return _settled(scaled, members, sides, best)


class _Best:
    """The best shares so far."""

    def __init__(self, n: int, scaled: Sequence[int], members: Sequence[Sequence[int]], sides: Sequence[Total]) -> None:
        """Begin with each place bearing an equal part of the cheapest grid that holds it."""
        self.by_place = [0] * n
        known = [False] * n
        for cost, places in zip(scaled, members, strict=True):
            each = cost // len(places)
            for place in places:
                if not known[place] or each < self.by_place[place]:
                    self.by_place[place], known[place] = each, True
        self.by_side = [0] * len(sides)
        self.bound: int | None = None
        self.stale = 0

    def beats(self, bound: int, by_place: list[int], by_side: list[int]) -> bool:
        """Keep shares if they are better."""
        if self.bound is not None and bound <= self.bound:
            self.stale += 1
            return False
        self.bound, self.by_place, self.by_side, self.stale = bound, by_place, by_side, 0
        return True


def _left(scaled: Sequence[int], sides: Sequence[Total], by_side: Sequence[int]) -> Sequence[int]:
    """Give what each grid costs less what it adds to settled totals is worth."""
    for side, price in zip(sides, by_side, strict=True):
        if price:
            scaled = [cost - price * each for cost, each in zip(scaled, side.each, strict=True)]
    return scaled


def _slope(
    scaled: Sequence[int],
    members: Sequence[Sequence[int]],
    sides: Sequence[Total],
    by_place: Sequence[int],
    by_side: Sequence[int],
) -> tuple[int, list[int], list[int]]:
    """Give the bound that shares prove, and which way it rises."""
    bound = sum(by_place) + sum([price * side.total for side, price in zip(sides, by_side, strict=True)])
    pull = [1] * len(by_place)
    pull_side = [side.total for side in sides]
    for number, (rest, places) in enumerate(zip(_left(scaled, sides, by_side), members, strict=True)):
        for place in places:
            rest -= by_place[place]  # noqa: PLW2901 - the inner loop
        if rest < 0:
            bound += rest
            for place in places:
                pull[place] -= 1
            for one, side in enumerate(sides):
                pull_side[one] -= side.each[number]
    return bound, pull, pull_side


def _settled(scaled: Sequence[int], members: Sequence[Sequence[int]], sides: Sequence[Total], best: _Best) -> Shares:
    """Lower shares until no grid costs less than its places bear, and raise them where there is room."""
    by_place = list(best.by_place)
    on: list[list[int]] = [[] for _ in by_place]
    rest = list(_left(scaled, sides, best.by_side))
    for number, places in enumerate(members):
        for place in places:
            rest[number] -= by_place[place]
            on[place].append(number)
    for _ in range(_ROUNDS):
        for place, numbers in enumerate(on):
            room = min([rest[number] for number in numbers], default=0)
            if room:
                by_place[place] += room
                for number in numbers:
                    rest[number] -= room
    bound = sum(by_place) + sum([price * side.total for side, price in zip(sides, best.by_side, strict=True)])
    return Shares(bound, tuple(by_place), tuple(best.by_side), rest)
