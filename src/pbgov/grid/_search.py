"""One connected piece: prove it impossible, or plan it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from pbgov.grid._arithmetic import divides, remainders
from pbgov.grid._certify import chain_breaks, hang, shares, side_stands, sides
from pbgov.grid._claims import Claim, Obstacle, Side
from pbgov.grid._exhaust import exhaust
from pbgov.grid._kernel import find, improve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.base import Generator
    from pbgov.grid._places import Neighbourhood


@attrs.frozen
class Effort:
    """How long to search.

    Attributes:
        starts: How often to begin anew.
        patience: Repairs in a row without progress before the next beginning.
        steps: Steps of improvement for each grid.
        trials: Parts tried by one complete search around a building.
    """

    starts: int
    patience: int
    steps: int
    trials: int


QUICK: Final = Effort(starts=8, patience=400, steps=0, trials=4_000)
BEST: Final = Effort(starts=24, patience=1_500, steps=60, trials=20_000)
PROBE: Final = Effort(starts=1, patience=150, steps=0, trials=2_000)
_CORNERS: Final = 8  # a complete search begins at so many buildings of bad parts at most


@attrs.frozen
class World:
    """A neighbourhood as flat lists, by the place of each building."""

    place: Neighbourhood
    weights: list[int]
    links: tuple[tuple[int, ...], ...]
    compounds: list[int]

    @classmethod
    def of(cls, place: Neighbourhood) -> World:
        """Flatten a neighbourhood."""
        labels: dict[str, int] = {}
        compounds = [-1 if b.compound is None else labels.setdefault(b.compound, len(labels)) for b in place.buildings]
        return cls(place, [b.households for b in place.buildings], place.links, compounds)

    def ids(self, places: Sequence[int]) -> tuple[str, ...]:
        """Name the buildings at some places, in order."""
        return tuple(self.place.buildings[place].id for place in sorted(places))

    def total(self, places: Sequence[int]) -> int:
        """Count the households at some places."""
        return sum(self.weights[place] for place in places)

    def claim(self, obstacle: Obstacle, places: Sequence[int], at: int | None = None) -> Claim:
        """Claim something of some places."""
        sizes = tuple(self.weights[place] for place in sorted(places)) if obstacle is Obstacle.OVERSIZED else ()
        return Claim(
            obstacle=obstacle,
            buildings=self.ids(places),
            households=self.total(places),
            sizes=sizes,
            at=None if at is None else self.place.buildings[at].id,
        )


def certify(world: World, places: Sequence[int], low: int, high: int) -> tuple[Claim, ...]:
    """Name what the totals prove impossible in a connected piece without oversized buildings; nothing if nothing."""
    if not divides(world.total(places), low, high):
        return (world.claim(Obstacle.TOTAL, places),)
    hanging = hang(places, world.weights, world.links)
    found = [
        (place, around)
        for place, around in sides(hanging, world.links, places)
        if not side_stands(world.weights[place], shares(around, world.weights), low, high)
    ]
    if found:
        return _sides(world, places, found, low, high)
    broken = chain_breaks(hanging, world.weights, world.links, low, high)
    if broken is None:
        return ()
    region = {broken}
    for place, block in reversed(hanging.blocks):
        if place in region:
            region.update(block)
    return (world.claim(Obstacle.CHAIN, sorted(region), broken),)


def _sides(
    world: World,
    places: Sequence[int],
    found: Sequence[tuple[int, list[tuple[tuple[int, ...], int]]]],
    low: int,
    high: int,
) -> tuple[Claim, ...]:
    """Make claims of articulation points, the plainest first, and none about what an earlier one tells already."""
    drafts: list[tuple[int, int, int, Claim, frozenset[int]]] = []
    inside = frozenset(places)
    for place, around in found:
        own = world.weights[place]
        told: list[Side] = []
        stuck: list[tuple[int, int, tuple[int, ...]]] = []
        for touching, total in around:
            least = min(world.weights[near] for near in touching)
            alone = remainders(total, least, low, high) & 1
            share = 0 if alone else max(least, total - (total - least) // low * high if low else least)
            told.append(Side(near=world.ids(touching), households=total, least=share))
            if not alone:
                stuck.append((share, total, touching))
        plain = [side for side in stuck if side[0] + own > high]
        rank = 0 if plain else 1 if sum(side[0] for side in stuck) + own > high else 2
        telling = plain[:1] or stuck
        region = _region(world, inside, place, [near for side in telling for near in side[2]])
        claim = attrs.evolve(world.claim(Obstacle.SIDE, [place], place), sides=tuple(told))
        drafts.append((rank, sum(side[1] for side in telling), place, claim, region))
    drafts.sort(key=lambda draft: draft[:3])
    claims: list[Claim] = []
    told_of: set[int] = set()
    for _, _, _, claim, region in drafts:
        if told_of.isdisjoint(region):
            claims.append(claim)
            told_of |= region
    return tuple(claims)


def _region(world: World, inside: frozenset[int], barrier: int, starts: Sequence[int]) -> frozenset[int]:
    """Give what can be reached from some places without passing a barrier, and the barrier."""
    seen = {barrier, *starts}
    queue = list(starts)
    for place in queue:
        for near in world.links[place]:
            if near in inside and near not in seen:
                seen.add(near)
                queue.append(near)
    return frozenset(seen)


def solve(
    world: World, places: Sequence[int], low: int, high: int, gen: Generator, *, effort: Effort
) -> tuple[list[list[int]], tuple[Claim, ...]]:
    """Certify a connected piece, or plan it: the parts, or the claims that stand against it."""
    claims = certify(world, places, low, high)
    if claims:
        return [], claims
    number = {place: i for i, place in enumerate(places)}
    weights = [world.weights[place] for place in places]
    links = [[number[near] for near in world.links[place] if near in number] for place in places]
    flat = (weights, links, [world.compounds[place] for place in places])
    for starts, patience in ((1, effort.patience // 4), (effort.starts, effort.patience)):
        parts, bad = find(range(len(places)), flat, low, high, gen, starts=starts, patience=patience)
        if not bad:
            break
        around = [place for slot in bad for place in parts[slot]][:_CORNERS]
        found, seen = _corner(weights, links, low, high, around, limit=effort.trials)
        if seen:
            return [], (world.claim(Obstacle.EXHAUSTED, [places[i] for i in seen], places[seen[0]]),)
        if found:
            parts = found
            break
    else:
        return [], (world.claim(Obstacle.NOT_FOUND, places),)
    if effort.steps:
        parts = improve(parts, flat, low, high, gen, steps=effort.steps * len(parts))
    return [[places[i] for i in part] for part in parts], ()


def _corner(
    weights: Sequence[int], links: Sequence[Sequence[int]], low: int, high: int, around: Sequence[int], *, limit: int
) -> tuple[list[list[int]], list[int]]:
    """Search completely outwards from each of some places: a division, or the fewest places that allow none.

    The first of those places is the one the search began at. Both are empty when nothing came of it.
    """
    least: list[int] = []
    for start in around:
        order = [start]
        met = {start}
        for place in order:
            fresh = [near for near in links[place] if near not in met]
            met.update(fresh)
            order.extend(fresh)
        number = {place: i for i, place in enumerate(order)}
        beside = [[number[near] for near in links[place]] for place in order]
        parts, seen = exhaust([weights[place] for place in order], beside, low, high, limit=limit)
        if parts is not None:
            return [[order[i] for i in part] for part in parts], []
        if seen and (not least or len(seen) < len(least)):
            least = [order[i] for i in seen]
    return [], least
