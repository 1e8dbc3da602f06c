"""Proofs that no plan exists, from totals, bridges and articulation points, in one walk over the graph.

Every test here is a *necessary* condition of a plan, so a claim is never wrong; that none fails does not
mean that a plan exists. Widening the bounds can only make a failing condition hold, never the reverse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pbgov.grid._arithmetic import divides, enough, fewest, remainders
from pbgov.grid._kernel import add_sets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@attrs.frozen
class Hanging:
    """How a connected piece hangs together below one of its places, the root.

    Attributes:
        root: The place the walk began at.
        blocks: Each block as the place it hangs on and its other places; what hangs on these came before.
        below: Households of each place with all that hangs on it.
        members: Buildings likewise.
    """

    root: int
    blocks: tuple[tuple[int, tuple[int, ...]], ...]
    below: dict[int, int]
    members: dict[int, int]


def hang(places: Sequence[int], weights: Sequence[int], links: Sequence[Sequence[int]]) -> Hanging:
    """Walk a connected piece in depth and name its blocks (Hopcroft and Tarjan 1973), without recursion."""
    root = places[0]
    inside = frozenset(places)
    rank = {root: 0}
    reach = {root: 0}
    below = {place: weights[place] for place in places}
    members = dict.fromkeys(places, 1)
    blocks: list[tuple[int, tuple[int, ...]]] = []
    seen: list[int] = []
    walk: list[tuple[int, int, Iterator[int]]] = [(root, root, iter(links[root]))]
    while walk:
        place, came_from, rest = walk[-1]
        for near in rest:
            if near not in inside:
                continue
            if near not in rank:
                rank[near] = reach[near] = len(rank)
                seen.append(near)
                walk.append((near, place, iter(links[near])))
                break
            if near != came_from and rank[near] < reach[place]:
                reach[place] = rank[near]
        else:
            walk.pop()
            if not walk:
                break
            if reach[place] < rank[came_from]:
                reach[came_from] = min(reach[came_from], reach[place])
                continue
            start = len(seen) - 1
            while seen[start] != place:
                start -= 1
            block = tuple(seen[start:])
            del seen[start:]
            blocks.append((came_from, block))
            below[came_from] += sum(below[one] for one in block)
            members[came_from] += sum(members[one] for one in block)
    return Hanging(root, tuple(blocks), below, members)


def sides(
    hanging: Hanging, links: Sequence[Sequence[int]], places: Sequence[int]
) -> Iterator[tuple[int, list[tuple[tuple[int, ...], int]]]]:
    """Give each articulation point with its sides: the places by which each touches it, and its households."""
    inside = frozenset(places)
    on: dict[int, list[tuple[int, ...]]] = {}
    for place, block in hanging.blocks:
        on.setdefault(place, []).append(block)
    total = hanging.below[hanging.root]
    for place in sorted(on):
        number = {one: i for i, block in enumerate(on[place]) for one in block}
        touching: list[list[int]] = [[] for _ in range(len(on[place]) + 1)]  # the last: what the place hangs on
        for near in links[place]:
            if near in inside:
                touching[number.get(near, -1)].append(near)
        totals = [sum([hanging.below[one] for one in block]) for block in on[place]]
        found = [(tuple(near), below) for near, below in zip(touching, totals, strict=False)]
        if touching[-1]:
            found.append((tuple(sorted(touching[-1])), total - hanging.below[place]))
        if len(found) > 1:
            yield place, sorted(found)


def side_stands(own: int, around: Sequence[tuple[int, int]], low: int, high: int) -> bool:
    """Tell whether the grid of an articulation point can come within the bounds, as far as totals tell.

    Args:
        own: Households of the place itself.
        around: For each side, its households and the fewest a grid that enters it takes.
        low: Fewest households of a grid.
        high: Most households of a grid.
    """
    full = (1 << (high + 1)) - 1
    sizes = 1 << own & full
    for total, least in around:
        sizes = add_sets(sizes, remainders(total, least, low, high)) & full
    return bool(sizes >> low)


def chain_breaks(
    hanging: Hanging, weights: Sequence[int], links: Sequence[Sequence[int]], low: int, high: int
) -> int | None:
    """Count the sizes of open grids inwards, block by block, and name the first place where none is left.

    The set of a place holds every size its grid can have counting only what hangs on the place. On a tree this
    is exact; inside a block that is no bridge all divisions are taken to be possible that the totals allow.
    """
    full = (1 << (high + 1)) - 1
    window = full >> low << low
    sizes = {place: 1 << weights[place] for place in hanging.below}
    beside = {one: frozenset(links[one]) for _, block in hanging.blocks if len(block) > 1 for one in block}
    for place, block in hanging.blocks:
        if len(block) == 1:
            mine = sizes[block[0]]
            taken = mine | (1 if mine & window else 0)
        else:
            least = min((sizes[one] & -sizes[one]).bit_length() - 1 for one in block if place in beside[one])
            taken = taken_from([sizes[one] for one in block], least, low, high)
        sizes[place] = add_sets(sizes[place], taken) & full
        if not sizes[place]:
            return place
    return None if sizes[hanging.root] & window else hanging.root


def taken_from(sets: Sequence[int], least: int, low: int, high: int) -> int:
    """Give the sizes that can be taken out of a block, whose places have open grids of these sets of sizes."""
    safe = enough(low, high)
    if safe is not None and sum(one.bit_length() - 1 for one in sets) >= safe + high:
        return ((1 << (high + 1)) - 1) >> least << least | 1  # whatever is taken, the rest divides
    fixed = sum(one.bit_length() - 1 for one in sets if not one & (one - 1))
    totals = 1 << (fixed if safe is not None else min(fixed, high + fixed % high))
    for one in sets:
        if one & (one - 1):
            totals = add_sets(totals, one)
            if safe is None and totals >> 2 * high:  # grids of one size only: more of them change nothing
                totals = totals & ((1 << 2 * high) - 1) | totals >> 2 * high << high
    stands = 0
    for grids in range(1, fewest(totals.bit_length() - 1, high) + 1):
        stands |= _downwards(totals >> grids * low, grids * (high - low))
    return ((stands | totals) & ((1 << (high + 1)) - 1)) >> least << least | stands & 1


def _downwards(sizes: int, by: int) -> int:
    """Give every member of a set less 0, 1, ... ``by``, as far as they are not negative."""
    done = 0
    while done < by:
        step = min(done + 1, by - done)
        sizes |= sizes >> step
        done += step
    return sizes


def sums_reach(weights: Sequence[int], low: int, high: int) -> bool:
    """Tell whether some of these households, none above ``high``, come to a sum within the bounds."""
    full = (1 << (high + 1)) - 1
    sums = 1
    for weight in weights:
        sums |= sums << weight & full
        if sums >> low:
            return True
    return False


class Tests:
    """The tests of a connected piece, made ready to be put to many bounds."""

    def __init__(self, weights: Sequence[int], links: Sequence[Sequence[int]]) -> None:
        """Walk over the piece once."""
        places = range(len(weights))
        self._weights = weights
        self._links = links
        self._total = sum(weights)
        self._hanging = hang(places, weights, links)
        around = sides(self._hanging, links, places)
        self._points = [(weights[place], side_shares(found, weights)) for place, found in around]

    def clean(self, low: int, high: int) -> bool:
        """Tell whether no test proves the piece impossible within these bounds."""
        if not divides(self._total, low, high) or max(self._weights) > high:
            return False
        if not sums_reach(self._weights, low, high):
            return False
        for number, (own, around) in enumerate(self._points):
            if not side_stands(own, around, low, high):
                self._points.insert(0, self._points.pop(number))  # what fails once is asked first the next time
                return False
        return chain_breaks(self._hanging, self._weights, self._links, low, high) is None


def side_shares(around: Sequence[tuple[tuple[int, ...], int]], weights: Sequence[int]) -> list[tuple[int, int]]:
    """Give for each side its households, and the fewest that a grid which enters it takes."""
    return [(total, min(weights[near] for near in touching)) for touching, total in around]
