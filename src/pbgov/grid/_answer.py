"""The answer to one question: the grids with what is proven of them, or the certificate."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import attrs

from pbgov.base import FrozenMap
from pbgov.grid._arithmetic import fewest
from pbgov.grid._certificate import Certificate
from pbgov.grid._claims import Claim, Obstacle
from pbgov.grid._moves import matching
from pbgov.grid._objectives import prices
from pbgov.grid._obstacles import claim
from pbgov.grid._partitioning import Partitioning
from pbgov.grid._plan import Grid
from pbgov.grid._proof import Ground, Need, Proof
from pbgov.grid._relax import relaxations
from pbgov.grid._searched import searched
from pbgov.grid._shares import SCALE
from pbgov.grid._world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pbgov.grid._ask import Ask, Pace
    from pbgov.grid._divide import Division, Progress
    from pbgov.grid._programme import Demand
    from pbgov.grid._work import Work

_STEM: Final = 110  # so many characters of the neighbourhood's identifier begin that of a grid


def answer(ask: Ask, effort: Pace, work: Work, progress: Progress | None) -> Partitioning:
    """Answer one question."""
    world = World.of(ask.place, ask.conditions, {} if ask.current is None else ask.current.homes)
    places = range(len(world.weights))
    looked_at, ground = searched(ask, world, effort, work=work, progress=progress)
    told = _Told(world, ask.demand)
    found = looked_at[0] if looked_at else ground
    if len(looked_at) > 1:
        found = min(looked_at, key=lambda one: told.worth(_matched(ask, world, _parts(one))))
    proof = _proof(ask, world, ground)
    claims, most = found.claims, ask.conditions.most
    if not claims and most is not None and found.drawn > most:
        claims = (_capped(world, places, proof.grids, most),)
    certificate = None
    if claims:
        certificate = Certificate(
            neighbourhood=ask.place.id,
            low=ask.demand.low,
            high=ask.demand.high,
            conditions=ask.conditions,
            alone=world.ids([*found.unfit, *(place for grid, _ in found.aside[len(world.fixed) :] for place in grid)]),
            claims=claims,
            relaxations=() if _interrupted(claims, work) else relaxations(ask, world, found, work.anew()),
            proof=proof if any(one.obstacle is Obstacle.CAP for one in claims) else None,
        )
    parts = _matched(ask, world, _parts(found))
    grids = _grids(ask, world, parts)
    return Partitioning(
        neighbourhood=ask.place,
        grids=grids,
        left=world.ids(_left(found)),
        bound=proof.grids,
        waived=tuple(grid.id for grid in grids if ask.place.building(grid.members[0]).households > ask.demand.high),
        certificate=certificate,
        proof=proof,
        measures=FrozenMap(dict(zip(ask.demand.objectives, told.worth(parts), strict=True))),
        bounds=told.bounds(found),
    )


def _interrupted(claims: Sequence[Claim], work: Work) -> bool:
    """Tell whether the search was stopped short of any proof: then nothing speaks against the demand itself."""
    return work.over and all(one.obstacle is Obstacle.NOT_FOUND for one in claims)


def _capped(world: World, places: Sequence[int], needed: int, most: int) -> Claim:
    """Claim that the cap on grids is too low, as far as that is proven."""
    if needed > most:
        return attrs.evolve(claim(world, Obstacle.CAP, places), needed=needed)
    return claim(world, Obstacle.NOT_FOUND, places)


def _proof(ask: Ask, world: World, found: Division) -> Proof:
    """Say why no plan has fewer grids."""
    needs: list[Need] = []
    for places, solved in found.pieces:
        total = world.total(places)
        least = fewest(total, ask.demand.high)
        staged = solved.staged if solved is not None and found.objectives[0] == "grids" else None
        ground, grids = Ground.TOTAL, least
        shares: tuple[int, ...] = ()
        if staged is not None and staged.bounds[0] > least:
            grids = staged.bounds[0]
            ground = Ground.SHARES if -(-staged.borne // SCALE) >= grids else Ground.SEARCH
            if ground is Ground.SHARES:
                shares = tuple(staged.shares[place] for place in world.by_name(places))
        needs.append(Need(ground=ground, buildings=world.ids(places), households=total, grids=grids, shares=shares))
    return Proof(
        neighbourhood=ask.place.id,
        low=ask.demand.low,
        high=ask.demand.high,
        conditions=ask.conditions,
        aside=tuple(world.ids(grid) for grid in (*(grid for grid, _ in found.aside), *([one] for one in found.unfit))),
        needs=tuple(needs),
    )


def _parts(found: Division) -> list[list[int]]:
    """Give all grids of a division."""
    return [grid for grid, _ in found.aside] + [
        part for _, one in found.pieces if one is not None for part in one.parts
    ]


def _left(found: Division) -> list[int]:
    """Give what lies in no grid."""
    return found.unfit + [place for places, one in found.pieces for place in (places if one is None else one.left)]


def _matched(ask: Ask, world: World, parts: Sequence[list[int]]) -> list[tuple[list[int], int]]:
    """Let each grid carry on an old one, so that as few buildings as possible change theirs; -1 for none."""
    labels = [-1] * len(parts)
    if ask.current is not None:
        before = {place: home for place, home in enumerate(world.homes) if home >= 0}
        after = {place: number for number, part in enumerate(parts) for place in part}
        names = matching({str(place): f"old {home:09}" for place, home in before.items()}, {
            str(place): f"new {number:09}" for place, number in after.items()
        })  # fmt: skip
        for home, number in names.items():
            labels[int(number.removeprefix("new "))] = int(home.removeprefix("old "))
    return list(zip(parts, labels, strict=True))


@attrs.frozen
class _Told:
    """What grids come to by each objective, and what they come to at least."""

    world: World
    demand: Demand

    def worth(self, parts: Sequence[tuple[Sequence[int], int]]) -> list[int]:
        """Give what grids come to, each with the old one it carries on."""
        return self.shown([self.price(part, label) for part, label in parts])

    def price(self, part: Sequence[int], label: int) -> list[int]:
        """Give what one grid adds."""
        names = self.demand.objectives
        added = prices(self.world, names, part, self.demand.low, self.demand.high)
        if "change" in names:
            added[names.index("change")] = sum(0 <= self.world.homes[place] != label for place in part)
        return added

    def shown(self, added: Iterable[Sequence[int]]) -> list[int]:
        """Add up, and give compounds split instead of pieces, and each border once."""
        names = self.demand.objectives
        totals = [sum(column) for column in zip([0] * len(names), *added, strict=True)]
        compounds = len(set(self.world.compounds) - {-1})
        tell: dict[str, Callable[[int], int]] = {
            "splits": lambda n: max(0, n - compounds),
            "cut": lambda n: -(-n // 2),
        }
        return [tell.get(name, int)(n) for name, n in zip(names, totals, strict=True)]

    def bounds(self, found: Division) -> FrozenMap[str, int]:
        """Give what a plan comes to at least: the bounds of the pieces together, or added up."""
        names = self.demand.objectives
        least = [self.price(part, label) for part, label in found.aside]
        speaks = found.objectives == names
        if speaks and found.joint is not None:
            least.append(found.joint.bounds)
        else:
            for places, solved in found.pieces:
                proved = solved.staged if solved is not None and speaks else None
                least.append(self.trivial(places) if proved is None else proved.bounds)
        if "change" in names and found.shared:
            least.append([-found.shared if name == "change" else 0 for name in names])
        return FrozenMap({name: max(0, n) for name, n in zip(names, self.shown(least), strict=True)})

    def trivial(self, places: Sequence[int]) -> list[int]:
        """Give bounds that need no search: the number of grids by households, and one piece of each compound."""
        known = {
            "grids": fewest(self.world.total(places), self.demand.high),
            "splits": len({self.world.compounds[place] for place in places} - {-1}),
        }
        return [known.get(name, 0) for name in self.demand.objectives]


def _grids(ask: Ask, world: World, parts: Sequence[tuple[Sequence[int], int]]) -> tuple[Grid, ...]:
    """Make grids: those that are fixed or carry on an old one keep its identifier, the others are numbered in order."""
    place = ask.place
    old: dict[int, Grid] = {}
    if ask.current is not None:
        for building, grid in ask.current.homes.items():
            if building in world.numbers:
                old[world.homes[world.numbers[building]]] = ask.current.grids[grid]
    standing = {tuple(sorted(grid.members)): grid for grid in ask.standing}
    kept: dict[int, Grid] = {}
    taken: set[str] = set()
    drawn = sorted((world.ids(part), label) for part, label in parts)
    origins = [standing.get(members) for members, _ in drawn], [old.get(label) for _, label in drawn]
    for number, origin in chain(*map(enumerate, origins)):  # what is fixed keeps its name before any other
        if origin is not None and number not in kept and origin.id not in taken:
            kept[number] = attrs.evolve(origin, neighbourhood=place.id, members=drawn[number][0])
            taken.add(origin.id)
    if ask.current is not None:
        taken.update(ask.current.grids)
    width = len(str(len(parts)))
    free = (f"{place.id[:_STEM]}-G{n:0{width}}" for n in range(1, 2 * len(parts) + len(taken) + 1))
    names = (name for name in free if name not in taken)
    return tuple(
        kept[number] if number in kept else Grid(id=next(names), neighbourhood=place.id, members=members)
        for number, (members, _) in enumerate(drawn)
    )
