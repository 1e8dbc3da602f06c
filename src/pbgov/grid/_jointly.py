"""Pieces planned as one: a cap on grids, and the old grids to be carried on, go across them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from pbgov.base import Generator
from pbgov.grid._divide import carried, owners
from pbgov.grid._drawing import Drawing
from pbgov.grid._solve import Solved, as_solved, bettered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid._divide import Division
    from pbgov.grid._programme import Demand
    from pbgov.grid._solve import Effort
    from pbgov.grid._work import Work
    from pbgov.grid._world import Piece, World

_LOST: Final = 8  # so many grids are taken away one by one


def jointly(
    world: World,
    found: Division,
    demand: Demand,
    least: Division | None = None,
    *,
    efforts: Sequence[Effort],
    seed: int,
    work: Work,
) -> Division:
    """Better the plans of all pieces together.

    Args:
        world: The neighbourhood.
        found: A division with a plan for each piece; more grids than ``demand`` allows must be lost.
        demand: What is asked of the pieces together.
        least: Where there is a cap, a division that keeps it.
        efforts: How thoroughly to look, one after the other.
        seed: Where chance begins.
        work: What may still be done.
    """
    whole = sorted(place for places, _ in found.pieces for place in places)
    piece = world.piece(whole)
    aside = [grid for grid, _ in found.aside]
    owned, shared = owners(world, [*aside, whole])
    demand = attrs.evolve(demand, owned=owned[-1])
    starts: list[list[list[int]]] = []
    drawing = Drawing(piece, demand, _atoms(piece, found))
    if demand.most is None or (len(drawing.parts) - demand.most <= _LOST and drawing.lose(Generator(seed), work)):
        starts.append(list(drawing.parts.values()))
    if least is not None:
        starts.append(_atoms(piece, least))
    plans = [bettered(piece, demand, start, Generator(seed), efforts=efforts, work=work) for start in starts]
    drawing, staged = min(plans, key=lambda plan: plan[0].values(plan[0].parts))
    return attrs.evolve(
        found,
        aside=[(grid, carried(world, grid, labels)) for grid, labels in zip(aside, owned, strict=False)],
        pieces=_apart(found, as_solved(drawing, staged)),
        joint=staged,
        shared=shared,
    )


def _atoms(piece: Piece, found: Division) -> list[list[int]]:
    """Give the grids of a division as atoms of a piece."""
    number = {place: atom for atom, places in enumerate(piece.atoms) for place in places}
    parts = [part for _, solved in found.pieces if solved is not None for part in solved.parts]
    return [sorted({number[place] for place in part}) for part in parts]


def _apart(found: Division, joint: Solved) -> list[tuple[list[int], Solved | None]]:
    """Give each piece its own grids of a joint plan."""
    pieces: list[tuple[list[int], Solved | None]] = []
    for places, _ in found.pieces:
        inside = frozenset(places)
        pieces.append((places, Solved(parts=[part for part in joint.parts if part[0] in inside])))
    return pieces
