"""The joint bodies of a made-up world and who sits in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, repeat
from typing import TypeVar

import attrs

from pbgov.base import Generator, both
from pbgov.errors import StructureError
from pbgov.synth._spread import numbered, proportional, some
from pbgov.synth._territory import Territory

T = TypeVar("T")


class Bodies:
    """Which bodies there are: a joint meeting of each host, level by level, then the enlarged committees.

    Attributes:
        hosts: The host of each body.
        ids: The identifiers, in the same order.
        firsts: Where in that order each level begins, the enlarged committees last, and the end.
        enlarged: The townships, by number, that have an enlarged committee.
    """

    def __init__(self, land: Territory, chance: Generator) -> None:
        """Let every division host one, of the grassroots units those that are residents' committees."""
        cities, counties, townships, communities = land.ids
        self.enlarged = some(len(townships) * 3 // 10, len(townships), chance)
        residents = [unit for unit, flag in zip(communities, land.is_resident, strict=True) if flag]
        levels = (cities, counties, townships, residents, [townships[number] for number in self.enlarged])
        self.firsts = [0, *accumulate(map(len, levels))]
        self.hosts = list(chain.from_iterable(levels))
        self.ids = numbered("B", len(self.hosts))

    def of(self, level: int) -> list[str]:
        """Give the bodies of a level: 0 for cities to 3 for residents' committees, 4 for enlarged committees."""
        return self.ids[self.firsts[level] : self.firsts[level + 1]]


@attrs.frozen
class Span:
    """A stretch of a ring: those who represent somebody in a body.

    Attributes:
        ring: The stationed units of a city, twice round.
        low: Where the stretch begins.
        high: Where it ends.
    """

    ring: list[str]
    low: int
    high: int

    def free(self) -> int:
        """Count the units of the ring outside the stretch."""
        return len(self.ring) // 2 - (self.high - self.low)

    def pick(self, size: int, bits: int) -> list[str]:
        """Pick so many different units outside the stretch.

        Where the picking begins is now and then rounded down to a power of two, so that units at round places sit
        in very many bodies, as a bank or a power company does.
        """
        step = min(1 + (bits & 3), self.free() // size)
        reach = (size - 1) * step + 1
        start = self.high + ((bits >> 32) * (self.free() - reach + 1) >> 32)
        start = max(self.high, start - (start % (len(self.ring) // 2) & ((1 << (bits >> 2 & 7)) - 1)))
        return self.ring[start : start + reach : step]


@attrs.frozen(kw_only=True)
class Seats:
    """Who sits in which body.

    The stationed units of a city lie in a ring. First come those that represent a body in the one above it, in the
    order of the bodies; the other members of a body come from the part of the ring that represents nobody in it, so
    no unit is a member of one body twice.

    Attributes:
        spans: By body, who represents somebody in it.
        own: Pairs of a unit and the body of which it is the first member and which it represents above.
        upward: Pairs of such a unit and the body above.
    """

    spans: list[Span]
    own: list[tuple[str, str]]
    upward: list[tuple[str, str]]


def seats(land: Territory, bodies: Bodies, stationed: Sequence[str]) -> Seats:
    """Say where the members of each body are found.

    Raises:
        StructureError: There are too few stationed units to represent every body.
    """
    counties, townships, _ = land.inside
    sizes = [max(1, n) for n in land.residents]  # a township without residents' committees is represented by its own
    ends_town = list(accumulate(sizes))
    ends_county = _ends(ends_town, townships)
    ends_city = _ends(ends_county, counties)
    rings = _rings(ends_city, stationed)
    ring_of_county = list(_repeated(range(len(counties)), counties))
    towns = _spans(rings, ends_city, list(_repeated(ring_of_county, townships)), ends_town)
    above_towns = _spans(rings, ends_city, ring_of_county, ends_county)
    above_counties = _spans(rings, ends_city, range(len(rings)), ends_city)
    below = iter(bodies.of(3))
    own: list[tuple[str, str]] = []
    upward: list[tuple[str, str]] = []
    for span, town, n in zip(towns, bodies.of(2), land.residents, strict=True):
        members = span.ring[span.low : span.high]
        own += zip(members, below, strict=False) if n else [(members[0], town)]
        upward += zip(members, repeat(town, n), strict=False)
    for spans, targets, inside in ((towns, bodies.of(1), townships), (above_towns, bodies.of(0), counties)):
        upward += zip((span.ring[span.low] for span in spans), _repeated(targets, inside), strict=True)
    enlarged = (towns[number] for number in bodies.enlarged)
    spans = [*above_counties, *above_towns, *towns, *_repeated(towns, land.residents), *enlarged]
    return Seats(spans=spans, own=own, upward=upward)


def _repeated(items: Iterable[T], times: Iterable[int]) -> Iterator[T]:
    return chain.from_iterable(map(repeat, items, times))


def _ends(ends: Sequence[int], inside: Sequence[int]) -> list[int]:
    """Say where the stretch of each division ends that holds so many of those below."""
    return [ends[last - 1] for last in accumulate(inside)]


def _rings(ends: Sequence[int], stationed: Sequence[str]) -> list[list[str]]:
    """Deal the stationed units to the cities: those who represent, one more, and of the rest a share of their size."""
    used = [end - before for before, end in zip([0, *ends], ends, strict=False)]
    free = len(stationed) - ends[-1] - len(used)
    if free < 0:
        raise StructureError(both("synth.small", n=len(stationed), wanted=len(stationed) - free), len(stationed))
    sizes = [n + 1 + more for n, more in zip(used, proportional(free, used), strict=True)]
    return [list(stationed[stop - size : stop]) * 2 for stop, size in zip(accumulate(sizes), sizes, strict=True)]


def _spans(
    rings: Sequence[list[str]], ends_city: Sequence[int], cities: Iterable[int], ends: Sequence[int]
) -> list[Span]:
    """Give stretches one after another; in its ring, a stretch stands as far as it does beyond the city before."""
    before = [0, *ends_city]
    return [
        Span(rings[city], low - before[city], high - before[city])
        for city, low, high in zip(cities, [0, *ends], ends, strict=False)
    ]
