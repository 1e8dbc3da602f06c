"""Every grid that might be drawn: the connected sets of a piece within the bounds, each once.

A set of places is the bits of one whole number, so that two sets meet when their numbers share a bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def bits(places: int) -> Iterator[int]:
    """Give the members of a set, ascending."""
    while places:
        bit = places & -places
        yield bit.bit_length() - 1
        places ^= bit


def as_set(places: Sequence[int]) -> int:
    """Give places as the bits of a number."""
    return sum([1 << place for place in places])


def outwards(links: Sequence[Sequence[int]]) -> list[int]:
    """Order places from one end to the other, neighbours close together (Cuthill and McKee 1969), piece by piece."""
    found: list[int] = []
    done: set[int] = set()
    for start in range(len(links)):
        if start in done:
            continue
        order = [start]
        for _ in range(3):
            first = order[-1]
            order, met = [first], {first}
            for place in order:
                for near in links[place]:
                    if near not in met:
                        met.add(near)
                        order.append(near)
        found += order
        done.update(order)
    return found


def connected_sets(
    weights: Sequence[int],
    links: Sequence[Sequence[int]],
    low: int,
    high: int,
    *,
    limit: int,
    apart: Sequence[int] = (),
    together: Sequence[int] = (),
) -> list[int] | None:
    """List every connected set with a weight from ``low`` to ``high``, by its first place.

    Args:
        weights: Households by place.
        links: Neighbours by place.
        low: Fewest households of a grid.
        high: Most households of a grid.
        limit: How many connected sets to look at, those below ``low`` included.
        apart: For each place the set of those that may not share a grid with it; empty when there are none.
        together: Sets of which a grid holds all or nothing.

    Returns:
        The sets, or ``None`` when there are more than ``limit``.
    """
    beside = [as_set(near) for near in links]
    found: list[int] = []
    for first, weight in enumerate(weights):
        if weight > high:
            continue
        one = 1 << first
        barred = (one << 1) - 1 | (apart[first] if apart else 0)
        stack = [(one, weight, beside[first] & ~barred, barred)]
        while stack:
            part, total, edge, barred = stack.pop()
            limit -= 1
            if limit < 0:
                return None
            if total >= low and all(part & group in {0, group} for group in together):
                found.append(part)
            while edge:
                bit = edge & -edge
                edge ^= bit
                barred |= bit
                place = bit.bit_length() - 1
                more = total + weights[place]
                if more <= high:
                    kept = barred | apart[place] if apart else barred
                    stack.append((part | bit, more, (edge | beside[place]) & ~kept, kept))
    return found
