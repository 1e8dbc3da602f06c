"""A second opinion on claims: plain sets and repeated walks instead of bits and one clever walk.

Slow and obvious on purpose, and sharing nothing with the code that makes the claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pbgov.grid._claims import Obstacle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pbgov.grid._claims import Claim
    from pbgov.grid._places import Neighbourhood

_PATIENCE: Final = 20_000  # so many remainders are looked at before a claim counts as unproven


def holds(  # noqa: PLR0911 - one line for each kind of claim
    claim: Claim, place: Neighbourhood, low: int, high: int, alone: Sequence[str]
) -> bool:
    """Tell whether one claim is true of a neighbourhood.

    Args:
        claim: What is claimed.
        place: The neighbourhood it should be true of.
        low: Fewest households of a grid.
        high: Most households of a grid.
        alone: Buildings set aside because they stand alone.
    """
    size = {building.id: building.households for building in place.buildings}
    named = frozenset(claim.buildings)
    if not named <= size.keys() or not named.isdisjoint(alone) or any(size.get(b, 0) <= high for b in alone):
        return False
    if sum(size[b] for b in named) != claim.households:
        return False
    left = frozenset(size) - frozenset(alone)
    near = {b: frozenset(place.neighbours(b)) & left for b in left}
    if claim.obstacle is Obstacle.OVERSIZED:
        return bool(named) and tuple(size[b] for b in claim.buildings) == claim.sizes and min(claim.sizes) > high
    if claim.obstacle is Obstacle.NOT_FOUND:
        return True
    if claim.obstacle is Obstacle.SIDE:
        return claim.buildings == (claim.at,) and not _meets(str(claim.at), near, size, low, high)
    if claim.obstacle is Obstacle.CHAIN:
        return claim.at in named and not _counts(str(claim.at), named, near, size, low, high)
    if claim.obstacle is Obstacle.EXHAUSTED:
        return claim.at in named and not _divisible(str(claim.at), near, size, low, high)
    return bool(named) and _reached(min(named), near, frozenset()) == named and not _whole(claim.households, low, high)


def _reached(start: str, near: dict[str, frozenset[str]], barred: frozenset[str]) -> frozenset[str]:
    found, fresh = {start}, {start}
    while fresh:
        fresh = {b for a in fresh for b in near[a]} - found - barred
        found |= fresh
    return frozenset(found)


def _whole(total: int, low: int, high: int) -> bool:
    """Tell whether ``total`` divides into one grid or more."""
    return any(grids * low <= total <= grids * high for grids in range(1, total // max(1, low) + 2))


def _parts(within: frozenset[str], near: dict[str, frozenset[str]], barred: str) -> list[frozenset[str]]:
    rest = within - {barred}
    parts: list[frozenset[str]] = []
    outside = frozenset(near) - rest
    while rest:
        part = _reached(min(rest), near, outside)
        parts.append(part)
        rest -= part
    return parts


def _left_over(total: int, taken: int, low: int, high: int) -> bool:
    """Tell whether what is left of ``total`` is nothing, or divides into grids."""
    return taken == total or (taken < total and _whole(total - taken, low, high))


def _meets(at: str, near: dict[str, frozenset[str]], size: dict[str, int], low: int, high: int) -> bool:
    """Tell whether the grid of ``at`` can come within the bounds, taking something or nothing of each side."""
    if at not in near:
        return True
    sums = {size[at]}
    for part in _parts(_reached(at, near, frozenset()), near, at):
        total = sum(size[b] for b in part)
        least = min(size[b] for b in part & near[at])
        shares = {taken for taken in range(least, min(total, high) + 1) if _left_over(total, taken, low, high)}
        if _whole(total, low, high):
            shares.add(0)
        sums = {a + b for a in sums for b in shares if a + b <= high}
    return any(total >= low for total in sums)


def _counts(  # noqa: PLR0917 - one rule, said in full
    at: str, named: frozenset[str], near: dict[str, frozenset[str]], size: dict[str, int], low: int, high: int
) -> bool:
    """Tell whether some sizes of the open grid of ``at`` are left, counting inwards over what hangs on it."""
    component = _reached(at, near, frozenset())
    inside = {b: near[b] & named for b in named}
    if not named <= component or _reached(at, inside, frozenset()) != named:
        return True
    if any(near[b] - named for b in named if b != at):
        return True
    behind = {b: named - _reached(at, inside, frozenset({b})) if b != at else named for b in named}
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
                if any(low <= n <= high for n in head):
                    shares.add(0)
            else:
                totals = {0}
                for head_of in heads:
                    totals = {a + c for a in totals for c in sums[head_of]}
                least = min(min(sums[c]) for c in heads if c in inside[b])
                shares = {
                    taken
                    for total in totals
                    for taken in range(least, min(total, high) + 1)
                    if _left_over(total, taken, low, high)
                }
                if any(_whole(total, low, high) for total in totals):
                    shares.add(0)
            mine = {a + c for a in mine for c in shares if a + c <= high}
        if not mine:
            return b != at
        sums[b] = mine
    return any(total >= low for total in sums[at]) if named == component else True


def _divisible(at: str, near: dict[str, frozenset[str]], size: dict[str, int], low: int, high: int) -> bool:
    """Tell whether a connected division may keep the bounds, growing every part from the building nearest to ``at``.

    ``True`` also when too much was tried to tell.
    """
    order = [at]
    for b in order:
        order.extend(sorted(near[b].difference(order)))
    rank = {b: number for number, b in enumerate(order)}
    dead: set[frozenset[str]] = set()
    stack = [frozenset(order)]
    while stack and len(dead) < _PATIENCE:
        left = stack.pop()
        if not left:
            return True
        if left not in dead:
            dead.add(left)
            stack.extend(
                left - part
                for part in _grown(min(left, key=rank.__getitem__), left, near, size, high)
                if _sum(part, size) >= low and _sound(left - part, part, near, size, (low, high))
            )
    return bool(stack)


def _sound(
    rest: frozenset[str],
    part: frozenset[str],
    near: dict[str, frozenset[str]],
    size: dict[str, int],
    bounds: tuple[int, int],
) -> bool:
    """Tell whether what lies beside ``part`` is in pieces that divide, or so large that any total does."""
    low, high = bounds
    for start in {b for a in part for b in near[a] & rest}:
        found, fresh = {start}, {start}
        while fresh and (low == high or _sum(found, size) < low * (low // (high - low) + 1)):
            fresh = {b for a in fresh for b in near[a] & rest} - found
            found |= fresh
        if not fresh and not _whole(_sum(found, size), low, high):
            return False
    return True


def _sum(part: Iterable[str], size: dict[str, int]) -> int:
    return sum(size[b] for b in part)


def _grown(
    first: str, left: frozenset[str], near: dict[str, frozenset[str]], size: dict[str, int], high: int
) -> set[frozenset[str]]:
    """Give every connected part of ``left`` that holds ``first`` and is not too large."""
    found: set[frozenset[str]] = set()
    fresh = {frozenset({first})}
    while fresh:
        found |= fresh
        fresh = {
            part | {b}
            for part in fresh
            for a in part
            for b in near[a] & left - part
            if _sum(part, size) + size[b] <= high
        } - found
    return found
