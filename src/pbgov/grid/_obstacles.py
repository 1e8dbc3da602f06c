"""Claims against a piece: what its totals, bridges and articulation points prove impossible."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pbgov.grid._arithmetic import divides, remainders
from pbgov.grid._certify import chain_breaks, hang, side_shares, side_stands, sides, sums_reach
from pbgov.grid._claims import Claim, Obstacle, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pbgov.grid._world import Piece, World


def claim(world: World, obstacle: Obstacle, places: Iterable[int], at: int | None = None) -> Claim:
    """Claim something of the buildings at some places."""
    listed = world.by_name(places)
    return Claim(
        obstacle=obstacle,
        buildings=tuple([world.names[place] for place in listed]),
        households=world.total(listed),
        sizes=tuple([world.weights[place] for place in listed]) if obstacle is Obstacle.OVERSIZED else (),
        at=None if at is None else world.names[at],
    )


def certify(piece: Piece, low: int, high: int) -> tuple[tuple[Claim, ...], frozenset[int]]:
    """Name what the totals prove impossible in a piece without oversized atoms, and the atoms it concerns.

    Both are empty when nothing is proven.
    """
    world, atoms = piece.world, range(len(piece.atoms))
    if not divides(sum(piece.weights), low, high):
        return (claim(world, Obstacle.TOTAL, piece.places(atoms)),), frozenset(atoms)
    if not sums_reach(piece.weights, low, high):
        return (claim(world, Obstacle.SUMS, piece.places(atoms)),), frozenset(atoms)
    hanging = hang(atoms, piece.weights, piece.links)
    found = [
        (atom, around)
        for atom, around in sides(hanging, piece.links, atoms)
        if not side_stands(piece.weights[atom], side_shares(around, piece.weights), low, high)
    ]
    if found:
        return _sides(piece, found, low, high)
    broken = chain_breaks(hanging, piece.weights, piece.links, low, high)
    if broken is None:
        return (), frozenset()
    region = {broken}
    for atom, block in reversed(hanging.blocks):
        if atom in region:
            region.update(block)
    return (claim(world, Obstacle.CHAIN, piece.places(region), piece.atoms[broken][0]),), frozenset(region)


def _sides(
    piece: Piece, found: Sequence[tuple[int, list[tuple[tuple[int, ...], int]]]], low: int, high: int
) -> tuple[tuple[Claim, ...], frozenset[int]]:
    """Make claims of articulation points, the plainest first, and none about what an earlier one tells already."""
    drafts: list[tuple[int, int, int, Claim, frozenset[int]]] = []
    for atom, around in found:
        own = piece.weights[atom]
        told: list[Side] = []
        stuck: list[tuple[int, int, tuple[int, ...]]] = []
        for touching, total in around:
            least = min(piece.weights[near] for near in touching)
            alone = remainders(total, least, low, high) & 1
            share = 0 if alone else max(least, total - (total - least) // low * high if low else least)
            near = tuple(sorted(_name(piece, one, atom) for one in touching))
            told.append(Side(near=near, households=total, least=share))
            if not alone:
                stuck.append((share, total, touching))
        plain = [side for side in stuck if side[0] + own > high]
        rank = 0 if plain else 1 if sum(side[0] for side in stuck) + own > high else 2
        telling = plain[:1] or stuck
        region = _region(piece, atom, [near for side in telling for near in side[2]])
        named = claim(piece.world, Obstacle.SIDE, piece.atoms[atom], piece.atoms[atom][0])
        drafts.append((rank, sum(side[1] for side in telling), atom, attrs.evolve(named, sides=tuple(told)), region))
    drafts.sort(key=lambda draft: draft[:3])
    claims: list[Claim] = []
    told_of: set[int] = set()
    for _, _, _, made, region in drafts:
        if told_of.isdisjoint(region):
            claims.append(made)
            told_of |= region
    return tuple(claims), frozenset(told_of)


def _name(piece: Piece, atom: int, other: int) -> str:
    """Name the building by which an atom lies beside another."""
    world, beside = piece.world, frozenset(piece.atoms[other])
    return min(world.names[place] for place in piece.atoms[atom] if not beside.isdisjoint(world.links[place]))


def _region(piece: Piece, barrier: int, starts: Sequence[int]) -> frozenset[int]:
    """Give what can be reached from some atoms without passing a barrier, and the barrier."""
    seen = {barrier, *starts}
    queue = list(starts)
    for atom in queue:
        for near in piece.links[atom]:
            if near not in seen:
                seen.add(near)
                queue.append(near)
    return frozenset(seen)
