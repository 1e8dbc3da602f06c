"""A sweep over a piece from end to end: plans grow by the grid that holds the first place not yet covered.

Half-made plans that cover the same places are one state, and only the cheapest is kept (Held and Karp 1962).
What a state costs beyond the shares of its places tells how promising it is, whatever it covers: states that
cost too much are dropped, which loses nothing, and of too many only the most promising are kept, which may.
"""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid._work import Work

Choice: TypeAlias = tuple[int, int, int, int]  # spent beyond shares, places from the first on, label, number
Step: TypeAlias = tuple[int, int, int]  # where from, covering what, by which grid
_Layer: TypeAlias = tuple[list[dict[int, int]], list[dict[int, Step]]]  # by place: states, and how they came about


@attrs.frozen
class Swept:
    """What a sweep found.

    Attributes:
        grids: The numbers of the grids of the cheapest plan; ``None`` when there is none, or none was found.
        complete: Whether nothing was lost: then the plan is the best there is, or there is none.
    """

    grids: list[int] | None
    complete: bool


def sweep(
    n: int,
    sets: Sequence[int],
    costs: Sequence[int],
    rest: Sequence[int],
    *,
    budget: int,
    width: int,
    work: Work,
    most: int | None = None,
) -> Swept:
    """Find the cheapest plan among those that spend at most ``budget`` beyond shares.

    Args:
        n: How many places there are to cover; bits of a set from ``n`` on may be covered or not, but only once.
        sets: The grids that might be drawn.
        costs: What each costs, 0 or more.
        rest: What each costs beyond the shares of its places, 0 or more.
        budget: How much beyond shares a plan may cost.
        width: How many states are kept at each place, of each number of grids where these are limited.
        work: What may still be done.
        most: How many grids a plan may have; ``None`` for any number.
    """
    if budget < 0:
        return Swept(None, complete=True)
    least = min([(one & (1 << n) - 1).bit_count() for one in sets], default=1)
    if most is not None and most * least >= n:
        most = None  # so many that no plan has more
    low_bits = budget.bit_length()  # so many bits of a label hold what is spent; above them stands the cost
    choices = _by_first(n, sets, costs, rest, budget=budget)
    # Half-made plans by their number of grids, where that is limited; otherwise all are in one layer.
    layers: list[_Layer] = [([{} for _ in range(n + 1)], [{} for _ in range(n + 1)]) for _ in range((most or 0) + 1)]
    one = 0 if most is None else 1
    layers[0][0][0][0] = 0
    complete = True
    for place, listed in enumerate(choices):
        for layer, (states, _) in enumerate(layers):
            here, states[place] = list(states[place].items()), {}
            if not here or layer + one >= len(layers):
                continue
            if len(here) > width:
                here = _promising(here, width, low_bits)
                complete = False
            if not work.spend(len(here) * len(listed)):
                return Swept(None, complete=False)
            _grow(place, here, listed, budget, layers[layer + one])
    return Swept(_cheapest(n, layers, one), complete)


def _cheapest(n: int, layers: Sequence[_Layer], one: int) -> list[int] | None:
    """Go back from the cheapest plan to its grids; ``None`` when there is no plan."""
    ends = [(label, layer, covered) for layer, (states, _) in enumerate(layers) for covered, label in states[n].items()]
    if not ends:
        return None
    _, layer, covered = min(ends)
    place = n
    grids: list[int] = []
    while place:
        place, covered, number = layers[layer][1][place][covered]
        grids.append(number)
        layer -= one
    return grids


def _by_first(
    n: int, sets: Sequence[int], costs: Sequence[int], rest: Sequence[int], *, budget: int
) -> list[list[Choice]]:
    """List for each place the grids that begin there and can be paid for, the least spent first."""
    low_bits = budget.bit_length()
    first: list[list[Choice]] = [[] for _ in range(n)]
    for number, (places, spent) in enumerate(zip(sets, rest, strict=True)):
        if spent <= budget:
            start = (places & -places).bit_length() - 1
            first[start].append((spent, places >> start, (costs[number] << low_bits) + spent, number))
    for listed in first:
        listed.sort()
    return first


def _promising(here: list[tuple[int, int]], width: int, low_bits: int) -> list[tuple[int, int]]:
    """Keep the states that spend the least."""
    mask = (1 << low_bits) - 1
    return nsmallest(width, here, key=lambda state: (state[1] & mask, state))


def _grow(
    place: int,
    here: Sequence[tuple[int, int]],
    listed: Sequence[Choice],
    budget: int,
    kept: _Layer,
) -> None:
    """Let each state of a place grow by each grid that begins there, in place."""
    states, steps = kept
    last = len(states) - 1 - place
    mask = (1 << budget.bit_length()) - 1
    for covered, label in here:
        room = budget - (label & mask)
        for spent, part, more, number in listed:
            if spent > room:
                break
            if part & covered:
                continue
            after = part | covered
            free = min((~after & (after + 1)).bit_length() - 1, last)
            after >>= free
            there = states[place + free]
            total = label + more
            known = there.get(after)
            if known is None or total < known:
                there[after] = total
                steps[place + free][after] = (place, covered, number)
