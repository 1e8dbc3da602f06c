"""Complete search over the connected divisions of a piece, or of what lies around one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pbgov.grid._arithmetic import divides, enough
from pbgov.grid._columns import as_set, bits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pbgov.grid._work import Work

_GROWN: Final = 50  # connected sets grown for each part that may be tried


def exhaust(
    weights: Sequence[int], links: Sequence[Sequence[int]], low: int, high: int, *, limit: int, work: Work
) -> tuple[list[list[int]] | None, list[int] | None]:
    """Look for a division with every part connected and within the bounds.

    The first place not yet divided lies in some part, so all connected parts that hold it are tried; a rest
    of which a component cannot divide by its total is passed over, and no rest is tried twice. Where places
    are numbered outwards from one of them, and what lies around that one cannot be divided whatever happens
    further off, the search is over before it has gone far.

    Args:
        weights: Households by place, from 0 on.
        links: Neighbours by place.
        low: Fewest households of a part.
        high: Most households of a part.
        limit: How many parts to try at most; of sets that may become one, fifty times as many are looked at.
        work: What may still be done.

    Returns:
        A division, and ``None``; or ``None``, and the places looked at until nothing was left to try;
        or ``None`` twice when the limit was reached or work is over, and nothing is claimed.
    """
    grown = limit * _GROWN
    beside = [as_set(near) for near in links]
    safe = enough(low, high)
    whole = (1 << len(weights)) - 1
    looked = 1
    dead: set[int] = set()
    path: list[tuple[int, Iterator[int]]] = [(whole, _parts(whole, weights, beside, low, high))]
    taken: list[int] = []
    while path:
        left, parts = path[-1]
        for part in parts:
            grown -= 1
            if grown < 0 or (grown % _GROWN == 0 and not work.spend(_GROWN)):
                return None, None
            if not part:
                continue
            limit -= 1
            if limit < 0:
                return None, None
            looked |= part
            rest = left & ~part
            if not rest:
                return [list(bits(one)) for one in (*taken, part)], None
            if rest not in dead and _may(rest, _edge(part, beside) & rest, weights, beside, (low, high, safe)):
                taken.append(part)
                path.append((rest, _parts(rest, weights, beside, low, high)))
                break
        else:
            dead.add(left)
            path.pop()
            if taken:
                taken.pop()
    return None, list(bits(looked))


def _edge(part: int, beside: Sequence[int]) -> int:
    """Give all places beside those of a part."""
    edge = 0
    while part:
        bit = part & -part
        part ^= bit
        edge |= beside[bit.bit_length() - 1]
    return edge


def _parts(left: int, weights: Sequence[int], beside: Sequence[int], low: int, high: int) -> Iterator[int]:
    """Give every connected part of ``left`` that holds its first place and lies within the bounds, each once.

    For each set that does not, 0 is given, so that whoever counts them may end it.
    """
    first = left & -left
    place = first.bit_length() - 1
    stack = [(first, weights[place], beside[place] & left & ~first, first)]
    while stack:
        part, total, edge, barred = stack.pop()
        yield part if low <= total <= high else 0
        if total > high:
            continue
        while edge:
            bit = edge & -edge
            edge ^= bit
            place = bit.bit_length() - 1
            barred |= bit
            stack.append((part | bit, total + weights[place], (edge | beside[place] & left) & ~barred, barred))


def _may(
    rest: int, edge: int, weights: Sequence[int], beside: Sequence[int], bounds: tuple[int, int, int | None]
) -> bool:
    """Tell whether each component of ``rest`` that holds a place of ``edge`` divides by its total."""
    low, high, safe = bounds
    while edge:
        fresh = part = edge & -edge
        total = 0
        while fresh and (safe is None or total < safe):
            bit = fresh & -fresh
            place = bit.bit_length() - 1
            total += weights[place]
            more = beside[place] & rest & ~part
            part |= more
            fresh = fresh ^ bit | more
        if not fresh and not divides(total, low, high):
            return False
        edge &= ~part
    return True
