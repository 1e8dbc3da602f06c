"""A second opinion on claims and proofs: plain sets and repeated walks instead of bits and one clever walk.

Slow and obvious on purpose, and sharing nothing with the code that makes the claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from pbgov.grid._claims import Obstacle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pbgov.grid._claims import Claim
    from pbgov.grid._conditions import Conditions
    from pbgov.grid._places import Neighbourhood
    from pbgov.grid._proof import Need, Proof

_PATIENCE: Final = 20_000  # so many remainders are looked at before a claim counts as unproven
_GRIDS: Final = 200_000  # so many possible grids are listed before a claim counts as unproven
_NODES: Final = 5_000  # so many choices are followed before a claim counts as unproven
_WHOLE: Final = 1_000_000  # a whole grid, in the unit of shares


@attrs.frozen(kw_only=True)
class Asked:
    """What was asked, in sets: what must share a grid and hangs together is one thing, named by its first building.

    Attributes:
        size: Households of each thing.
        near: The things next to each.
        home: The thing of each building.
        households: Households of each building.
        foes: What may not share a grid with a thing.
        groups: Things that share a grid, though they do not hang together by themselves.
        must_link: Groups of buildings as they were asked for.
        low: Fewest households of a grid.
        high: Most households of a grid.
    """

    size: dict[str, int]
    near: dict[str, frozenset[str]]
    home: dict[str, str]
    households: dict[str, int]
    foes: dict[str, frozenset[str]]
    groups: tuple[frozenset[str], ...]
    must_link: tuple[tuple[str, ...], ...]
    low: int
    high: int

    @classmethod
    def of(
        cls, place: Neighbourhood, low: int, high: int, conditions: Conditions, alone: Sequence[str]
    ) -> Asked | None:
        """Put together what was asked of a neighbourhood; ``None`` when it does not fit it."""
        households = {building.id: building.households for building in place.buildings}
        fixed = {building for grid in conditions.fixed for building in grid}
        named = fixed.union(alone, *conditions.must_link, *conditions.cannot_link)
        if not named <= households.keys() or any(households[b] <= high for b in alone):
            return None
        left = frozenset(households) - fixed - frozenset(alone)
        beside = {b: frozenset(place.neighbours(b)) & left for b in left}
        home = {b: b for b in left}
        for group in conditions.must_link:
            inside = {b: beside[b] & frozenset(group) for b in left.intersection(group)}
            for b in inside:
                home[b] = min(reached(b, inside, frozenset()))
        members: dict[str, list[str]] = {}
        for b in sorted(left):
            members.setdefault(home[b], []).append(b)
        foes: dict[str, frozenset[str]] = dict.fromkeys(members, frozenset())
        for group in conditions.cannot_link:
            there = frozenset(home[b] for b in left.intersection(group))
            foes.update({t: foes[t] | there - {t} for t in there})
        groups = (frozenset(home[b] for b in group if b in left) for group in conditions.must_link)
        return cls(
            size={t: sum(households[b] for b in inside) for t, inside in members.items()},
            near={t: frozenset(home[c] for b in inside for c in beside[b]) - {t} for t, inside in members.items()},
            home=home,
            households=households,
            foes=foes,
            groups=tuple(group for group in groups if len(group) > 1),
            must_link=conditions.must_link,
            low=low,
            high=high,
        )

    def keeps(self, grid: frozenset[str]) -> bool:
        """Tell whether a grid keeps what must share a grid together and what must not apart."""
        return all(grid.isdisjoint(self.foes[t]) for t in grid) and all(
            group <= grid or grid.isdisjoint(group) for group in self.groups
        )


def holds(claim: Claim, asked: Asked) -> bool:  # noqa: PLR0911 - one line for each kind of claim
    """Tell whether one claim is true of what was asked."""
    buildings, kind = frozenset(claim.buildings), claim.obstacle
    if not buildings or not buildings <= asked.households.keys():
        return False
    if sum(asked.households[b] for b in buildings) != claim.households:
        return False
    if kind is Obstacle.LINKED:
        return claim.buildings in asked.must_link and claim.households > asked.high
    if not buildings <= asked.home.keys():
        return False
    if kind is Obstacle.OVERSIZED:
        return tuple(asked.households[b] for b in claim.buildings) == claim.sizes and min(claim.sizes) > asked.high
    named = frozenset(asked.home[b] for b in buildings)
    if kind is Obstacle.SCATTERED:
        return claim.buildings in asked.must_link and not named <= reached(min(named), asked.near, frozenset())
    if kind is Obstacle.NOT_FOUND:
        return True
    if buildings != frozenset(b for b, thing in asked.home.items() if thing in named):
        return False
    if kind in {Obstacle.SIDE, Obstacle.CHAIN, Obstacle.EXHAUSTED}:
        return _stuck(claim, named, asked)
    return reached(min(named), asked.near, frozenset()) == named and _undivided(claim, named, asked)


def _stuck(claim: Claim, named: frozenset[str], asked: Asked) -> bool:
    """Tell whether no grid can hold the thing a claim speaks of."""
    at = asked.home.get(str(claim.at))
    if at not in named:
        return False
    if claim.obstacle is Obstacle.SIDE:
        return len(named) == 1 and not _meets(at, asked.near, asked.size, asked.low, asked.high)
    if claim.obstacle is Obstacle.CHAIN:
        return not _counts(at, named, asked.near, asked.size, asked.low, asked.high)
    return not _divisible(at, asked.near, asked.size, asked.low, asked.high)


def _undivided(claim: Claim, named: frozenset[str], asked: Asked) -> bool:
    """Tell whether things that hang together with nothing else cannot be divided."""
    if claim.obstacle is Obstacle.TOTAL:
        return not _whole(claim.households, asked.low, asked.high)
    if claim.obstacle is Obstacle.SUMS:
        return not _sums([asked.size[t] for t in named], asked.low, asked.high)
    grids = possible(asked, named)
    if grids is None:
        return False
    if claim.obstacle is Obstacle.SHARES:
        most = claim.households // asked.low if asked.low else len(named)
        return _borne(claim.buildings, claim.shares, asked, grids) > most * _WHOLE
    return claim.obstacle is Obstacle.SEARCHED and _plans(named, grids, asked.near, len(named), [_NODES]) is False


def bears(proof: Proof, place: Neighbourhood) -> bool:
    """Tell whether a proof of the fewest grids is sound."""
    fixed = frozenset(proof.conditions.fixed)
    alone = [grid[0] for grid in proof.aside if grid not in fixed]
    if not fixed <= frozenset(proof.aside) or any(len(grid) > 1 for grid in proof.aside if grid not in fixed):
        return False
    asked = Asked.of(place, proof.low, proof.high, proof.conditions, alone)
    if asked is None or sorted(b for need in proof.needs for b in need.buildings) != sorted(asked.home):
        return False
    return all(_needed(need, asked) for need in proof.needs)


def _needed(need: Need, asked: Asked) -> bool:
    """Tell whether a piece needs so many grids."""
    named = frozenset(asked.home[b] for b in need.buildings)
    if reached(min(named), asked.near, frozenset()) != named:
        return False
    total = sum(asked.size[t] for t in named)
    if total != need.households:
        return False
    if need.grids <= 1 or (need.grids - 1) * asked.high < total:
        return True
    grids = possible(asked, named)
    if grids is None:
        return False
    if need.shares:
        return _borne(need.buildings, need.shares, asked, grids) > (need.grids - 1) * _WHOLE
    return _plans(named, grids, asked.near, need.grids - 1, [_NODES]) is False


def _borne(buildings: Sequence[str], shares: Sequence[int], asked: Asked, grids: Iterable[frozenset[str]]) -> int:
    """Add up what things bear; nothing, when the things of some possible grid bear more than a whole."""
    if len(shares) != len(buildings):
        return 0
    borne = dict.fromkeys(asked.size, 0)
    for building, share in zip(buildings, shares, strict=True):
        borne[asked.home[building]] += share
    if any(sum(borne[t] for t in grid) > _WHOLE for grid in grids):
        return 0
    return sum(shares)


def possible(asked: Asked, named: frozenset[str]) -> set[frozenset[str]] | None:
    """List the grids that may be drawn of some things, those left out that leave a thing anywhere without any.

    Returns:
        The grids; ``None`` when there are too many to list.
    """
    found: set[frozenset[str]] = set()
    fresh = {frozenset({t}) for t in named if asked.size[t] <= asked.high}
    while fresh:
        found |= fresh
        if len(found) > _GRIDS:
            return None
        fresh = {
            grid | {b}
            for grid in fresh
            for b in _beside(grid, asked.near) & named
            if _sum(grid, asked.size) + asked.size[b] <= asked.high
        } - found
    grids = {grid for grid in found if _sum(grid, asked.size) >= asked.low and asked.keeps(grid)}
    return _without_losers(named, grids, dict.fromkeys(named, named))


def _beside(grid: frozenset[str], near: dict[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    for t in grid:
        found |= near[t]
    return frozenset(found) - grid


def _without_losers(
    left: frozenset[str], grids: set[frozenset[str]], near: dict[str, frozenset[str]]
) -> set[frozenset[str]]:
    """Leave out grids beside which a thing lies that no grid apart from them holds, until there are none such."""
    while True:
        holding: dict[str, list[frozenset[str]]] = {t: [] for t in left}
        for grid in sorted(grids, key=sorted):
            for t in grid:
                holding[t].append(grid)
        losers = {
            grid
            for grid in grids
            for b in _beside(grid, near) & left
            if all(not grid.isdisjoint(other) for other in holding[b])
        }
        if not losers:
            return grids
        grids = grids - losers


def _plans(
    left: frozenset[str], grids: set[frozenset[str]], near: dict[str, frozenset[str]], most: int, nodes: list[int]
) -> bool | None:
    """Tell whether some of the grids divide what is left, at most ``most`` of them; ``None`` if that takes too long."""
    if not left:
        return True
    nodes[0] -= 1
    if nodes[0] < 0:
        return None
    holding = {t: [grid for grid in grids if t in grid] for t in sorted(left)}
    tightest = min(holding.values(), key=len)
    if most < 1:  # where no grid holds the tightest, the loop is empty
        return False
    unsure = False
    for grid in sorted(tightest, key=sorted):
        rest = left - grid
        apart = {other for other in grids if other.isdisjoint(grid)}
        answer = _plans(rest, _without_losers(rest, apart, near), near, most - 1, nodes)
        if answer:
            return True
        unsure = unsure or answer is None
    return None if unsure else False


def reached(start: str, near: dict[str, frozenset[str]], barred: frozenset[str]) -> frozenset[str]:
    found, fresh = {start}, {start}
    while fresh:
        fresh = {b for a in fresh for b in near[a]} - found - barred
        found |= fresh
    return frozenset(found)


def _whole(total: int, low: int, high: int) -> bool:
    """Tell whether ``total`` divides into one grid or more."""
    return any(grids * low <= total <= grids * high for grids in range(1, total // max(1, low) + 2))


def _sums(sizes: Iterable[int], low: int, high: int) -> bool:
    """Tell whether some of these sizes come to a sum within the bounds."""
    sums = {0}
    for size in sizes:
        sums |= {one + size for one in sums if one + size <= high}
    return any(one >= low for one in sums)


def _parts(within: frozenset[str], near: dict[str, frozenset[str]], barred: str) -> list[frozenset[str]]:
    rest = within - {barred}
    parts: list[frozenset[str]] = []
    outside = frozenset(near) - rest
    while rest:
        part = reached(min(rest), near, outside)
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
    for part in _parts(reached(at, near, frozenset()), near, at):
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
    component = reached(at, near, frozenset())
    inside = {b: near[b] & named for b in named}
    if not named <= component or reached(at, inside, frozenset()) != named:
        return True
    if any(near[b] - named for b in named if b != at):
        return True
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
