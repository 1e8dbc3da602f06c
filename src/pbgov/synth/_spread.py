"""How whole numbers are divided over places: exactly, unevenly, and each place within its limit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from pbgov.base import Generator


def proportional(total: int, weights: Sequence[int]) -> list[int]:
    """Divide a whole number in proportion to weights; the parts sum to it exactly."""
    whole = sum(weights)
    reached = [0, *(total * weight // whole for weight in accumulate(weights))]
    return [after - before for before, after in pairwise(reached)]


def within(parts: Iterable[int], limits: Sequence[int]) -> list[int]:
    """Cut every part to its limit and put what was cut where room is left, the first places first.

    The limits have room for all of it.
    """
    cut = list(map(min, parts := list(parts), limits))
    over = sum(parts) - sum(cut)
    place = 0
    while over:
        more = min(over, limits[place] - cut[place])
        cut[place] += more
        over -= more
        place += 1
    return cut


def uneven(total: int, places: int, most: int, chance: Generator) -> list[int]:
    """Divide a whole number over places, one at least for each and ``most`` at the most.

    Half of it falls evenly and half as chance cuts it, which is how unevenly real divisions have children: streets
    of Langfang 廊坊 have 1 to 128 grassroots units, the standard deviation is 0.64 of the mean.
    """
    left = total - places
    even, chancy = left - left // 2, left // 2
    cuts = sorted((bits >> 32) * (chancy + 1) >> 32 for bits in chance.many(places - 1))
    pieces = [after - before for before, after in zip([0, *cuts], [*cuts, chancy], strict=True)]
    level = proportional(even, [1] * places)
    return within((1 + a + b for a, b in zip(level, pieces, strict=True)), [most] * places)


def heavy(total: int, places: int, chance: Generator) -> list[int]:
    """Divide a whole number over places, one at least for each, so that few places have very many."""
    weights = [4096 // (64 + (bits >> 52)) for bits in chance.many(places)]  # 1/u, cut at 16 times the mean
    return [1 + part for part in proportional(total - places, weights)]


def some(picked: int, among: int, chance: Generator) -> list[int]:
    """Pick so many different places, in order, one from each of so many equal stretches."""
    bounds = [number * among // picked for number in range(picked + 1)] if picked else [0]
    stretches = zip(pairwise(bounds), chance.many(picked), strict=True)
    return [low + ((bits >> 32) * (high - low) >> 32) for (low, high), bits in stretches]


def numbered(prefix: str, n: int) -> list[str]:
    """Give ``n`` identifiers of one length, in order: the prefix and seven digits."""
    ends = [f"{number:03d}" for number in range(1000)]
    begins = [f"{prefix}{number:04d}" for number in range(n // 1000 + 1)]
    return [begin + end for begin in begins for end in ends][:n]
