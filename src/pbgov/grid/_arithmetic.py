"""What totals alone can tell: into how many grids a number of households divides."""

from __future__ import annotations

from typing import Final

MOST: Final = 1_000_000  # households of a grid; sets of sizes are as long as the ceiling


def divides(total: int, low: int, high: int) -> bool:
    """Tell whether some number of grids, at least one, of ``low`` to ``high`` each can hold ``total`` in all.

    Examples:
        >>> [total for total in (199, 200, 300, 301, 399, 400) if divides(total, 200, 300)]
        [200, 300, 400]
    """
    return fewest(total, high) * low <= total


def enough(low: int, high: int) -> int | None:
    """Give a total from which on every total divides into grids; ``None`` when there is none.

    Examples:
        >>> enough(200, 300), enough(200, 200)
        (400, None)
    """
    return None if low == high else max(1, -(-(low - 1) // (high - low))) * low


def fewest(total: int, high: int) -> int:
    """Give the fewest grids of at most ``high`` that can hold ``total``, at least one."""
    return max(1, -(-total // high))


def remainders(total: int, least: int, low: int, high: int) -> int:
    """Give the sizes a neighbour's grid may take from a side of ``total`` so that the rest divides into grids.

    Args:
        total: Households of the side.
        least: Fewest households a neighbour's grid can take, if it takes any.
        low: Fewest households of a grid.
        high: Most households of a grid.

    Returns:
        A set of sizes from 0 to ``high`` as the bits of a number; 0 is among them when the side can stand alone.
    """
    sizes = 1 if divides(total, low, high) else 0
    most = min(high, total)
    if least > most:
        return sizes
    wanted = ((1 << (most + 1)) - 1) >> least << least
    grids = max(0, -(-(total - most) // high))
    found = 0
    while grids * low <= total - least and found & wanted != wanted:
        smallest, largest = max(least, total - grids * high), min(most, total - grids * low)
        if smallest <= largest:
            found |= ((1 << (largest - smallest + 1)) - 1) << smallest
        if grids * high >= total - least:
            break
        grids += 1
    return sizes | found
