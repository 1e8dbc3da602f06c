"""What the second opinion counts and lists by itself: plain sets, repeated walks, every choice tried in turn.

Whoever hands in a claim decides how much there is to look at. So everything that may grow without end is paid for out
of a ``Patience``, and what costs more is unproven.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Grids: TypeAlias = "Sequence[frozenset[str]]"

_LOOKS: Final = 100_000_000  # so much is looked at for one claim: seconds, not minutes
_STEP: Final = 10  # to make a set, and to walk on to a thing, costs so many times what it costs to look at one
_GRIDS: Final = 200_000  # so many connected sets are listed at a time


class TooLongError(Exception):
    """What is claimed takes longer to verify than patience lasts: it is not proven."""


@attrs.define
class Patience:
    """How much may still be looked at for one claim; counted, so that it does not depend on the machine."""

    left: int = _LOOKS

    def spend(self, looks: int) -> None:
        """Look at so much.

        Raises:
            TooLongError: So much is not left.
        """
        self.left -= looks
        if self.left < 0:
            raise TooLongError


@attrs.frozen(kw_only=True)
class Things:
    """What is divided into grids.

    Attributes:
        size: Households (户) of each thing.
        near: The things next to each.
        low: Fewest households of a grid.
        high: Most households of a grid.
        patience: What may still be looked at.
    """

    size: dict[str, int]
    near: dict[str, frozenset[str]]
    low: int
    high: int
    patience: Patience = attrs.field(factory=Patience)

    def sum(self, part: Iterable[str]) -> int:
        """Count the households of some things."""
        return sum(self.size[t] for t in part)

    def fewest(self, total: int) -> int:
        """Give the fewest grids, at least one, that can hold so many households."""
        return max(1, -(-total // self.high))

    def whole(self, total: int) -> bool:
        """Tell whether so many households make one grid or more: the fewest that hold them need the least as well."""
        return self.fewest(total) * self.low <= total

    def left_over(self, total: int, taken: int) -> bool:
        """Tell whether what is left of ``total`` is nothing, or divides into grids."""
        return taken == total or (taken < total and self.whole(total - taken))


def reached(start: str, near: dict[str, frozenset[str]], barred: frozenset[str] = frozenset()) -> frozenset[str]:
    """Give what can be reached, the start included."""
    found, fresh = {start}, {start}
    while fresh:
        fresh = {b for a in fresh for b in near[a]} - found - barred
        found |= fresh
    return frozenset(found)


def _parts(within: frozenset[str], near: dict[str, frozenset[str]], barred: str) -> list[frozenset[str]]:
    rest = within - {barred}
    parts: list[frozenset[str]] = []
    outside = frozenset(near) - rest
    while rest:
        part = reached(min(rest), near, outside)
        parts.append(part)
        rest -= part
    return parts


def _beside(part: frozenset[str], near: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*(near[t] for t in part)) - part


def _grown(starts: Iterable[str], barred: frozenset[str], things: Things) -> Iterator[frozenset[str]]:
    """Give every connected set of things, from some on, that is not too large, the small ones first.

    Args:
        starts: The things to begin with.
        barred: Those that may not join.
        things: All of them.

    Raises:
        TooLongError: There are too many.
    """
    found = 0
    fresh = {frozenset({t}) for t in starts if things.size[t] <= things.high}
    while fresh:
        found += len(fresh)
        yield from fresh
        larger: set[frozenset[str]] = set()
        for part in fresh:
            beside = _beside(part, things.near) - barred
            room = things.high - things.sum(part)
            larger.update(part | {t} for t in beside if things.size[t] <= room)
            things.patience.spend(_STEP * (len(part) + len(beside)))
            if found + len(larger) > _GRIDS:
                raise TooLongError
        fresh = larger


def sides(at: str, things: Things) -> list[tuple[frozenset[str], int, int]]:
    """Give the sides that meet at a thing.

    Returns:
        For each the things by which it touches, its households, and the fewest of them that must join the grid of the
        thing: 0 when it can stand alone.
    """
    found: list[tuple[frozenset[str], int, int]] = []
    for part in _parts(reached(at, things.near), things.near, at):
        heads, total = part & things.near[at], things.sum(part)
        must = 0
        if not things.whole(total):
            things.patience.spend(things.low)  # so many households on, at the latest, the rest divides
            least = min(things.size[t] for t in heads)
            must = next(taken for taken in range(least, total + 1) if things.left_over(total, taken))
        found.append((heads, total, must))
    return found


def meets(at: str, around: Iterable[tuple[frozenset[str], int, int]], things: Things) -> bool:
    """Tell whether the grid of ``at`` can come within the bounds, taking something or nothing of each side."""
    sums = {things.size[at]}
    for heads, total, _ in around:
        least = min(things.size[t] for t in heads)
        shares = _shares({total}, least, things)
        if things.whole(total):
            shares.add(0)
        sums = _added(sums, shares, things)
    return any(total >= things.low for total in sums)


def sums_up(named: Iterable[str], things: Things) -> bool:
    """Tell whether some of the things, wherever they lie, come within the bounds together."""
    sums = {0}
    for thing in named:
        sums |= _added(sums, {things.size[thing]}, things)
    return any(total >= things.low for total in sums)


def _shares(totals: set[int], least: int, things: Things) -> set[int]:
    """Give what can be taken of a part that holds one of some totals, so that the rest divides."""
    things.patience.spend(sum(max(0, min(total, things.high) + 1 - least) for total in totals))
    return {
        taken
        for total in totals
        for taken in range(least, min(total, things.high) + 1)
        if things.left_over(total, taken)
    }


def _added(sums: set[int], shares: set[int], things: Things) -> set[int]:
    """Give all sums of one of each that are not too large."""
    things.patience.spend(len(sums) * len(shares))
    return {a + b for a in sums for b in shares if a + b <= things.high}


def counts(at: str, named: frozenset[str], things: Things) -> bool:
    """Tell whether some sizes of the open grid of ``at`` are left, counting inwards over what hangs on it."""
    near, size = things.near, things.size
    component = reached(at, near)
    inside = {b: near[b] & named for b in named}
    if not named <= component or reached(at, inside) != named:
        return True
    if any(near[b] - named for b in named if b != at):
        return True
    things.patience.spend(len(named) ** 2 // 4)
    behind = {b: named - reached(at, inside, frozenset({b})) if b != at else named for b in named}
    over = {
        b: min((c for c in named if c != b and b in behind[c]), key=lambda c: (len(behind[c]), c))
        for b in named
        if b != at
    }
    sums: dict[str, set[int]] = {}
    for b in sorted(named, key=lambda b: (len(behind[b]), b)):
        mine = {size[b]}
        for part in _parts(behind[b], inside, b):
            heads = sorted(c for c in part if over[c] == b)
            if len(heads) == 1:
                head = sums[heads[0]]
                shares = set(head)
                if any(things.low <= n <= things.high for n in head):
                    shares.add(0)
            else:
                totals = {0}
                for head_of in heads:
                    things.patience.spend(len(totals) * len(sums[head_of]))
                    totals = {a + c for a in totals for c in sums[head_of]}
                shares = _shares(totals, min(min(sums[c]) for c in heads if c in inside[b]), things)
                if any(things.whole(total) for total in totals):
                    shares.add(0)
            mine = _added(mine, shares, things)
        if not mine:
            return b != at
        sums[b] = mine
    return any(total >= things.low for total in sums[at]) if named == component else True


def divisible(at: str, named: frozenset[str], things: Things) -> bool:
    """Tell whether grids may cover some things, and what they leave divides as far as that can be told from beside.

    What is left divides by totals, and every thing beside the grids has a grid yet. All grids that ``at`` could lie in
    must be of the things themselves: otherwise not all was looked at.

    Raises:
        TooLongError: That takes too long to tell.
    """
    rank = {b: number for number, b in enumerate(_outwards(at, things.near))}
    if not named <= rank.keys():
        return True
    nobody = frozenset[str]()
    if any(not part <= named for part in _grown([at], nobody, things) if things.sum(part) >= things.low):
        return True
    dead: set[frozenset[str]] = set()
    stack = [nobody]
    while stack:
        taken = stack.pop()
        if taken in dead:
            continue
        dead.add(taken)
        left = named - taken
        if not left:
            if all(_drawable(t, taken, things) for t in sorted(_beside(taken, things.near))):
                return True
            continue
        parts = list(_grown([min(left, key=rank.__getitem__)], taken, things))
        things.patience.spend(len(named) + len(parts) * len(taken))
        stack.extend(
            taken | part for part in parts if things.sum(part) >= things.low and _sound(part, taken | part, things)
        )
    return False


def _drawable(t: str, taken: frozenset[str], things: Things) -> bool:
    """Tell whether a grid may be drawn around a thing beside what is taken."""
    return any(things.sum(part) >= things.low for part in _grown([t], taken, things))


def _outwards(at: str, near: dict[str, frozenset[str]]) -> list[str]:
    """Order what hangs together by its distance from one thing, then by name."""
    order, ring = [at], frozenset({at})
    met = set(order)
    while ring:
        ring = _beside(ring, near) - met
        met |= ring
        order += sorted(ring)
    return order


def _sound(part: frozenset[str], taken: frozenset[str], things: Things) -> bool:
    """Tell whether what lies beside ``part`` is in pieces that divide, or so large that any total does."""
    low, high = things.low, things.high
    for start in _beside(part, things.near) - taken:
        found, fresh = {start}, {start}
        total = things.size[start]
        while fresh and (low == high or total < low * (low // (high - low) + 1)):
            fresh = {b for a in fresh for b in things.near[a]} - found - taken
            found |= fresh
            total += things.sum(fresh)
        things.patience.spend(_STEP * len(found))
        if not fresh and not things.whole(total):
            return False
    return True


def listed(named: frozenset[str], things: Things, keeps: Callable[[frozenset[str]], bool]) -> Grids:
    """List the grids that may be drawn of some things, those left out that leave a thing anywhere without any.

    Args:
        named: The things, which hang together with nothing else.
        things: All things.
        keeps: Tells whether a grid keeps the conditions.

    Raises:
        TooLongError: There are too many.
    """
    found = _grown(named, frozenset(), things)
    grids = sorted((grid for grid in found if things.sum(grid) >= things.low and keeps(grid)), key=sorted)
    return _weeded(named, grids, dict.fromkeys(named, named), things.patience)


def _weeded(left: frozenset[str], grids: Grids, near: dict[str, frozenset[str]], patience: Patience) -> Grids:
    """Leave out grids beside which a thing lies that no grid apart from them holds, until there are none such.

    Such a grid meets all that hold the thing, so it holds something of the smallest of these.
    """
    while True:
        holding = _holding(left, grids, patience)
        losers: set[frozenset[str]] = set()
        for t in left:
            around = holding[t]
            smallest = min(around, key=len, default=left)
            candidates = {grid for other in smallest for grid in holding[other]}
            patience.spend(_STEP + 2 * len(candidates))
            for grid in candidates:
                if t not in grid and not grid.isdisjoint(near[t]):
                    apart = next((i for i, other in enumerate(around) if other.isdisjoint(grid)), None)
                    patience.spend(len(around) if apart is None else apart + 1)
                    if apart is None:
                        losers.add(grid)
        if not losers:
            return grids
        grids = [grid for grid in grids if grid not in losers]


def _holding(left: frozenset[str], grids: Grids, patience: Patience) -> dict[str, list[frozenset[str]]]:
    """Give for each thing the grids that hold it."""
    holding: dict[str, list[frozenset[str]]] = {t: [] for t in sorted(left)}
    for grid in grids:
        patience.spend(2 * len(grid))
        for t in grid:
            holding[t].append(grid)
    return holding


def divided(named: frozenset[str], grids: Grids, things: Things, most: int) -> bool:
    """Tell whether at most so many of some grids divide all things.

    Raises:
        TooLongError: That takes too long to tell.
    """
    stack = [(named, grids, most)]
    while stack:
        left, there, more = stack.pop()
        if not left:
            return True
        if more < 1:
            continue
        things.patience.spend(2 * len(there))
        fit = _weeded(left, [grid for grid in there if grid <= left], things.near, things.patience)
        tightest = min(_holding(left, fit, things.patience).values(), key=len)  # where none holds it, this way ends
        stack.extend((left - grid, fit, more - 1) for grid in reversed(tightest))
    return False
