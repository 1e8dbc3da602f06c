"""Complete search over every connected division of a small piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pbgov.grid._arithmetic import divides

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def exhaust(
    weights: Sequence[int], links: Sequence[Sequence[int]], low: int, high: int, *, limit: int
) -> tuple[bool, list[list[int]] | None]:
    """Look for a division with every part connected and within the bounds.

    The first place not yet divided lies in some part, so all connected parts that hold it are tried; a rest
    of which a component cannot divide by its total is passed over, and no rest is tried twice.

    Args:
        weights: Households by place, from 0 on.
        links: Neighbours by place.
        low: Fewest households of a part.
        high: Most households of a part.
        limit: How many parts to try at most.

    Returns:
        Whether the search was complete, and a division if there is one. With ``limit`` reached the first is
        ``False`` and nothing is claimed.
    """
    beside = [sum(1 << near for near in ends) for ends in links]
    whole = (1 << len(weights)) - 1
    dead: set[int] = set()
    path: list[tuple[int, Iterator[int]]] = [(whole, _parts(whole, weights, beside, low, high))]
    taken: list[int] = []
    while path:
        left, parts = path[-1]
        for part in parts:
            limit -= 1
            if limit < 0:
                return False, None
            rest = left & ~part
            if not rest:
                return True, [_places(one) for one in (*taken, part)]
            if rest not in dead and _may(rest, weights, beside, low, high):
                taken.append(part)
                path.append((rest, _parts(rest, weights, beside, low, high)))
                break
        else:
            dead.add(left)
            path.pop()
            if taken:
                taken.pop()
    return True, None


def _places(part: int) -> list[int]:
    return [place for place in range(part.bit_length()) if part >> place & 1]


def _parts(left: int, weights: Sequence[int], beside: Sequence[int], low: int, high: int) -> Iterator[int]:
    """Give every connected part of ``left`` that holds its first place and lies within the bounds, each once."""
    first = left & -left
    place = first.bit_length() - 1
    stack = [(first, weights[place], beside[place] & left & ~first, first)]
    while stack:
        part, total, edge, barred = stack.pop()
        if total > high:
            continue
        if total >= low:
            yield part
        while edge:
            bit = edge & -edge
            edge ^= bit
            place = bit.bit_length() - 1
            barred |= bit
            stack.append((part | bit, total + weights[place], (edge | beside[place] & left) & ~barred, barred))


def _may(rest: int, weights: Sequence[int], beside: Sequence[int], low: int, high: int) -> bool:
    """Tell whether each component of ``rest`` divides by its total."""
    while rest:
        part = rest & -rest
        edge, total = part, 0
        while edge:
            bit = edge & -edge
            place = bit.bit_length() - 1
            total += weights[place]
            fresh = beside[place] & rest & ~part
            part |= fresh
            edge = edge ^ bit | fresh
        if not divides(total, low, high):
            return False
        rest &= ~part
    return True
