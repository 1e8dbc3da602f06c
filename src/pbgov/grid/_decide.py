"""Whether a piece has a plan at all, when drawing trees did not find one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from pbgov.grid._claims import Obstacle
from pbgov.grid._columns import bits
from pbgov.grid._dive import Choices, dive
from pbgov.grid._exhaust import exhaust
from pbgov.grid._obstacles import claim
from pbgov.grid._programme import drawable
from pbgov.grid._shares import SCALE, shares

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.base import Generator
    from pbgov.grid._claims import Claim
    from pbgov.grid._programme import Demand
    from pbgov.grid._work import Work
    from pbgov.grid._world import Piece

_CORNERS: Final = 8  # a complete search begins at so many atoms of bad parts at most
_STEPS: Final = 60  # steps towards shares that prove that there is no plan


@attrs.frozen
class Decided:
    """A plan, or the claims against one; both empty when nothing was found either way."""

    parts: list[list[int]]
    claims: tuple[Claim, ...]


def decide(
    piece: Piece, demand: Demand, around: Sequence[int], gen: Generator, *, trials: int, listed: int, failures: int,
    work: Work,
) -> Decided:  # fmt: skip
    """Search completely around some atoms, then all grids that might be drawn.

    Args:
        piece: The piece.
        demand: What is asked.
        around: Atoms where no plan was found.
        gen: Where chance comes from.
        trials: Grids tried by one search around an atom.
        listed: Connected sets looked at before the piece counts as too fine-grained.
        failures: Choices that may fail.
        work: What may still be done.
    """
    found = _corner(piece, demand, around[:_CORNERS], trials=trials, work=work)
    if found.parts or found.claims or work.over:
        return found
    ordered, swept = piece.swept(range(len(piece.atoms)))
    sets = drawable(swept, demand, limit=listed)
    if sets is None or not work.spend(len(sets)):
        return Decided([], ())
    decided = _among(swept, demand, sets, gen, failures=failures, work=work)
    return Decided([[ordered[atom] for atom in part] for part in decided.parts], decided.claims)


def _among(piece: Piece, demand: Demand, sets: Sequence[int], gen: Generator, *, failures: int, work: Work) -> Decided:
    """Look for a plan among all sets of atoms that might be grids."""
    n = len(piece.atoms)
    whole = piece.places(range(n))
    choices = Choices(n, [tuple(bits(one)) for one in sets])
    alive, bare = choices.weed(choices.all, range(n), 0, work)
    if bare is not None:
        return Decided([], (claim(piece.world, Obstacle.SEARCHED, whole, piece.atoms[bare][0]),))
    kept = list(bits(alive))
    members = [choices.members[one] for one in kept]
    most = sum(piece.weights) // demand.low if demand.low else n
    borne = shares(n, members, [1] * len(kept), [], goal=most + 1, steps=_STEPS, work=work)
    if borne.bound > most * SCALE:
        return Decided([], (_borne(piece, borne.by_place),))
    prices = [0] * len(sets)
    for one, rest in zip(kept, borne.rest, strict=True):
        prices[one] = rest
    came = dive(choices, prices, alive, gen, failures=failures, work=work)
    if came.grids is not None:
        return Decided([list(choices.members[one]) for one in came.grids], ())
    if came.complete:
        return Decided([], (claim(piece.world, Obstacle.SEARCHED, whole, piece.atoms[0][0]),))
    return Decided([], ())


def _borne(piece: Piece, by_atom: Sequence[int]) -> Claim:
    """Claim that all atoms together bear more than there can be grids."""
    by_place = shares_by_place(piece, by_atom)
    made = claim(piece.world, Obstacle.SHARES, by_place)
    return attrs.evolve(made, shares=tuple(by_place[place] for place in piece.world.by_name(by_place)))


def shares_by_place(piece: Piece, by_atom: Sequence[int]) -> dict[int, int]:
    """Let the first building of each atom bear its share."""
    return {
        place: share if i == 0 else 0
        for atom, share in zip(piece.atoms, by_atom, strict=True)
        for i, place in enumerate(atom)
    }


def outwards_from(
    piece: Piece, start: int, low: int, high: int, *, trials: int, work: Work
) -> tuple[list[list[int]] | None, list[int]]:
    """Search completely outwards from an atom: a plan by totals, or the atoms that allow none, the start first.

    Both are empty when the trials or work end before either is found.
    """
    order, met = [start], {start}
    for atom in order:
        fresh = [near for near in piece.links[atom] if near not in met]
        met.update(fresh)
        order.extend(fresh)
    number = {atom: i for i, atom in enumerate(order)}
    beside = [[number[near] for near in piece.links[atom]] for atom in order]
    parts, seen = exhaust([piece.weights[atom] for atom in order], beside, low, high, limit=trials, work=work)
    return None if parts is None else [[order[i] for i in part] for part in parts], [order[i] for i in seen or ()]


def _corner(piece: Piece, demand: Demand, around: Sequence[int], *, trials: int, work: Work) -> Decided:
    """Search completely outwards from each of some atoms: a plan, or the fewest atoms that allow none."""
    least: list[int] = []
    for start in around:
        parts, seen = outwards_from(piece, start, demand.low, demand.high, trials=trials, work=work)
        if parts is not None:
            return Decided(parts if all(map(piece.lawful, parts)) else [], ())
        if seen and (not least or len(seen) < len(least)):
            least = seen
    if not least:
        return Decided([], ())
    return Decided([], (claim(piece.world, Obstacle.EXHAUSTED, piece.places(least), piece.atoms[least[0]][0]),))
