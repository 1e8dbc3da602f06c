"""The order in which buildings are looked at: by where they stand and what lies around them, not by their names.

So new names change nothing in a plan but the names, wherever buildings can be told apart without them.
"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pbgov.grid._places import Neighbourhood

_PRIME: Final = (1 << 61) - 1
_MIXED: Final = (0x1B87_3593_CC9E_2D51, 0x1656_67B1_9E37_79F9, 0x0A5B_35CF_85EB_CA6B, 0x1C2B_2AE3_D27D_4EB3)
_LOOKED_AT: Final = 400_000  # buildings and ways, over all rounds
_ROUNDS: Final = 4  # at least


def order(place: Neighbourhood, groups: Iterable[Iterable[Sequence[int]]]) -> list[int]:
    """Order the places of buildings: from west to east, strip by strip, where each has a position of its own.

    Otherwise outwards from the one with fewest neighbours, and of these fewest households; of what nothing tells
    apart, the first by name comes first.

    Args:
        place: The neighbourhood.
        groups: Groups of buildings that have something in common, kind by kind.
    """
    places, spots = range(len(place.buildings)), place.spots
    if None not in spots and len(set(spots)) == len(places):
        return _in_strips(cast("Sequence[tuple[int, int]]", spots))
    marks, links = _marks(place, [list(kind) for kind in groups]), place.links
    first = sorted(places, key=lambda one: (len(links[one]), place.buildings[one].households, marks[one]))
    rank = dict(zip(first, places, strict=True))
    met: set[int] = set()
    found: list[int] = []
    for start in first:
        if start not in met:
            met.add(start)
            queue = [start]
            for one in queue:
                fresh = sorted([near for near in links[one] if near not in met], key=rank.__getitem__)
                met.update(fresh)
                queue += fresh
            found += queue
    return found


def _in_strips(spots: Sequence[tuple[int, int]]) -> list[int]:
    """Order spots strip by strip from west to east, so that those close together are mostly counted close together."""
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    if not spots:
        return []
    west, wide, high = min(xs), max(xs) - min(xs), max(ys) - min(ys)
    strip = max(1, isqrt(wide * high // len(spots)))  # about a building wide
    keys = [((x - west) // strip, y, x) for x, y in spots]
    return sorted(range(len(spots)), key=keys.__getitem__)


def _marks(place: Neighbourhood, groups: Sequence[Sequence[Sequence[int]]]) -> list[int]:
    """Give each building a number that tells it from others (Weisfeiler and Leman 1968).

    It comes from the building and, round by round, from those around it and those it has something in common with.
    """
    one, two, three, four = _MIXED
    stand = [(0, 0, 0) if at is None else (1, *at) for at in place.spots]
    marks = [
        (building.households * one + x * two + y * three + known * four) % _PRIME
        for building, (known, x, y) in zip(place.buildings, stand, strict=True)
    ]
    kinds = 0
    for _ in range(max(_ROUNDS, _LOOKED_AT // (1 + len(marks) + len(place.edges)))):
        apart = len(set(marks))
        if apart in {kinds, len(marks)}:
            break
        kinds = apart
        squares = [mark * mark % _PRIME for mark in marks]
        marks = [mark * one + sum([squares[near] for near in place.links[n]]) for n, mark in enumerate(marks)]
        for number, kind in enumerate(groups, 1):
            for group in kind:
                shared = sum([squares[member] for member in group]) % _PRIME
                for member in group:
                    marks[member] += (shared * shared + number) * two
        marks = [mark % _PRIME for mark in marks]
    return marks
