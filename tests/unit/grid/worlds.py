"""Small worlds whose answers are counted by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pbgov.grid import Building, Neighbourhood

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def world(households: Sequence[int], edges: Iterable[tuple[int, int]] = (), compounds: str = "") -> Neighbourhood:
    """Buildings B0, B1 … with these households, beside each other as given; one letter a compound, ``-`` for none."""
    letters = [None if c == "-" else c for c in compounds] or [None] * len(households)
    buildings = [
        Building(id=f"B{i}", households=n, compound=c) for i, (n, c) in enumerate(zip(households, letters, strict=True))
    ]
    pairs = [(f"B{a}", f"B{b}") for a, b in edges]
    return Neighbourhood(id="N1", community="C1", buildings=buildings, edges=pairs)


def path(*households: int) -> Neighbourhood:
    """Give a street: each building beside the next."""
    return world(households, [(i, i + 1) for i in range(len(households) - 1)])


def star(centre: int, *leaves: int) -> Neighbourhood:
    """Give a square: B0 in the middle, all others beside it alone."""
    return world([centre, *leaves], [(0, i) for i in range(1, len(leaves) + 1)])


def ring(*households: int) -> Neighbourhood:
    """Give a block: a street whose ends meet."""
    size = len(households)
    return world(households, [(i, (i + 1) % size) for i in range(size)])


def three_by_three(*households: int) -> Neighbourhood:
    """Give nine buildings in three rows."""
    pairs = [(i, i + 1) for i in range(9) if i % 3 < 2] + [(i, i + 3) for i in range(6)]
    return world(households, pairs)
