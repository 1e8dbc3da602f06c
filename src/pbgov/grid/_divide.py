"""Dividing a place piece by piece: what is settled beforehand is set aside, the rest is certified or planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import attrs

from pbgov.base import Generator
from pbgov.grid._claims import Claim, Obstacle
from pbgov.grid._objectives import kept
from pbgov.grid._obstacles import claim
from pbgov.grid._places import connected_parts
from pbgov.grid._solve import Effort, Planned, Solved, Staged, as_solved, bettered, plan, unplanned

if TYPE_CHECKING:
    from pbgov.grid._programme import Demand
    from pbgov.grid._work import Work
    from pbgov.grid._world import Piece, World

Progress: TypeAlias = Callable[[int, int], object]


@attrs.frozen(kw_only=True)
class Division:
    """What became of the pieces of some places.

    Attributes:
        aside: The places of each grid that was settled beforehand, and the old grid it carries on, -1 for none.
        pieces: The places of each connected piece of the rest, and what became of it; ``None`` where a claim against
            single buildings or groups stands in the way.
        shared: Buildings whose old grid was left to another piece to carry on, where it might be otherwise.
        claims: All claims.
        unfit: Buildings above the ceiling that might stand alone but for others they share a grid with: in no grid.
        objectives: What was looked for, in order.
        joint: What the stages proved of all pieces together; ``None`` when they were planned one by one.
    """

    aside: list[tuple[list[int], int]]
    shared: int
    pieces: list[tuple[list[int], Solved | None]]
    claims: tuple[Claim, ...]
    unfit: list[int]
    objectives: tuple[str, ...]
    joint: Staged | None = None

    @property
    def drawn(self) -> int:
        """How many grids there are."""
        return len(self.aside) + sum(len(solved.parts) for _, solved in self.pieces if solved is not None)


@attrs.frozen
class _Draft:
    """A piece that was planned, or claimed against, and may be bettered yet."""

    piece: Piece
    demand: Demand
    gen: Generator
    planned: Planned

    def solved(self, efforts: Sequence[Effort], work: Work) -> Solved:
        if self.planned.claims:
            return unplanned(self.piece, self.planned)
        return as_solved(*bettered(self.piece, self.demand, self.planned.parts, self.gen, efforts=efforts, work=work))


def divide(
    world: World,
    places: Sequence[int],
    demand: Demand,
    *,
    fixed: Sequence[Sequence[int]] = (),
    alone: bool,
    efforts: Sequence[Effort],
    seed: int,
    work: Work,
    progress: Progress | None = None,
) -> Division:
    """Set aside what is settled, certify or plan each connected piece of the rest, and better what has a plan.

    Args:
        world: The neighbourhood.
        places: What to divide.
        demand: What is asked.
        fixed: Grids that stand as they are.
        alone: Whether a building above the ceiling stands alone; otherwise it is an obstacle.
        efforts: How thoroughly to look, one after the other.
        seed: Where chance begins.
        work: What may still be done.
        progress: Called with the buildings dealt with and all buildings, after each piece.
    """
    gen = Generator(seed)
    settled = {place for grid in fixed for place in grid}
    large = [place for place in places if world.weights[place] > demand.high and place not in settled]
    grouped = {place for group in world.must_link for place in group}
    unfit = [place for place in large if alone and place in grouped]
    aside = [*map(list, fixed), *([place] for place in large if alone and place not in grouped)]
    claims = [claim(world, Obstacle.OVERSIZED, large)] if large and not alone else []
    rest = sorted(set(places).difference(unfit, *aside))
    parts = connected_parts(world.links, rest)
    owned, shared = owners(world, [*aside, *parts])
    linked = _linked(world, parts, fixed, demand.high)
    claims.extend(linked)
    barred = set[int]() if alone else set(large)
    barred.update(world.numbers[building] for one in linked for building in one.buildings)
    drafts: list[tuple[list[int], _Draft | None]] = []
    for part, labels in zip(parts, owned[len(aside) :], strict=True):
        chance = Generator(gen.bits())
        draft = None
        if barred.isdisjoint(part):
            piece, asked = world.piece(part), attrs.evolve(demand, owned=labels)
            draft = _Draft(piece, asked, chance, plan(piece, asked, chance, efforts=efforts, work=work))
            claims.extend(draft.planned.claims)
        drafts.append((part, draft))
    if claims:  # what has no plan as a whole needs no better grids
        efforts = efforts[:1]
    pieces: list[tuple[list[int], Solved | None]] = []
    done = len(places) - len(rest)
    for part, draft in drafts:
        pieces.append((part, None if draft is None else draft.solved(efforts, work)))
        done += len(part)
        if progress is not None:
            progress(done, len(places))
    settled_by = [(grid, carried(world, grid, labels)) for grid, labels in zip(aside, owned, strict=False)]
    return Division(
        aside=settled_by, pieces=pieces, shared=shared, claims=tuple(claims), unfit=unfit, objectives=demand.objectives
    )


def owners(world: World, parts: Sequence[Sequence[int]]) -> tuple[list[frozenset[int]], int]:
    """Let each old grid be carried on in the part with most of its buildings; count those of the other parts."""
    counts = [kept(world, part) for part in parts]
    owner: dict[int, int] = {}
    for number, count in enumerate(counts):
        for label, stay in count.items():
            if label not in owner or stay > counts[owner[label]][label]:
                owner[label] = number
    shared = sum(stay for i, count in enumerate(counts) for label, stay in count.items() if owner[label] != i)
    owned: list[set[int]] = [set() for _ in parts]
    for label, number in owner.items():
        owned[number].add(label)
    return [frozenset(labels) for labels in owned], shared


def carried(world: World, grid: Sequence[int], owned: frozenset[int]) -> int:
    """Give the old grid that a grid keeps most of, among those it may carry on; -1 for none."""
    stays = kept(world, grid)
    return max((label for label in stays if label in owned), key=lambda label: (stays[label], -label), default=-1)


def _linked(world: World, parts: Sequence[Sequence[int]], fixed: Sequence[Sequence[int]], high: int) -> list[Claim]:
    """Claim against groups that must share a grid and are too large for one, or do not hang together."""
    claims: list[Claim] = []
    number = {place: i for i, part in enumerate(parts) for place in part} if world.must_link else {}
    for group in world.must_link:
        if any(group[0] in grid for grid in fixed):
            continue
        if world.total(group) > high:
            claims.append(claim(world, Obstacle.LINKED, group))
        elif len({number.get(place, -1) for place in group}) > 1:
            claims.append(claim(world, Obstacle.SCATTERED, group))
    return claims
