"""The divisions of a made-up world: how many stand under which, of which kind, under which code and name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat
from typing import Any, Final, TypeAlias

import attrs

from pbgov.base import Generator
from pbgov.synth._names import CITIES, COMMUNITIES, COUNTIES, PROVINCES, TOWNSHIPS, Kind
from pbgov.synth._spread import proportional, uneven, within

Column: TypeAlias = "list[Any]"

_MOST: Final = (55, 180, 199)  # counties in a city, townships in a county, grassroots units in a township


@attrs.frozen(kw_only=True)
class Counts:
    """How many of what.

    Attributes:
        divisions: By level: provinces (0 in a city), cities, counties, townships, grassroots units.
        residents: How many grassroots units are residents' committees, in per cent.
        stationed: Stationed units.
        memberships: Memberships in joint bodies and enlarged committees.
    """

    divisions: tuple[int, int, int, int, int]
    residents: int
    stationed: int
    memberships: int


class Territory:
    """The divisions while they are made: columns of units, and which stands where.

    Attributes:
        columns: The columns of the units made so far.
        ids: By level, from the cities down, the identifiers in order.
        inside: By level, from the counties down, how many of them each division above has.
        residents: How many residents' committees each township has; they are its first grassroots units.
        is_resident: For each grassroots unit, whether it is one.
    """

    def __init__(self, counts: Counts, chance: Generator) -> None:
        """Make all divisions."""
        self.columns: dict[str, Column] = {name: [] for name in ("id", "kind", "level", "parent", "name")}
        self.chance = chance
        provinces, cities, counties, townships, communities = counts.divisions
        top, number = ["99"], [cities]
        if provinces:
            top = self._level("province", [""], PROVINCES, [[provinces]])
            number = uneven(cities, provinces, 99, chance)
        self.ids = [self._level("city", top, CITIES, [number])]
        self.inside = [
            uneven(n, above, most, chance)
            for n, above, most in zip(
                (counties, townships, communities), (cities, counties, townships), _MOST, strict=True
            )
        ]
        shares = (COUNTIES, (20, 14), "county"), (TOWNSHIPS, (22, 52), "township")
        towns: list[list[int]] = []
        for sizes, (kinds, percents, level) in zip(self.inside, shares, strict=False):
            first, second = ([size * percent // 100 for size in sizes] for percent in percents)
            third = [size - a - b for size, a, b in zip(sizes, first, second, strict=True)]
            towns = [first, second, third]
            self.ids.append(self._level(level, self.ids[-1], kinds, towns))
        self.residents = self._urban(communities * counts.residents // 100, towns)
        rural = [size - n for size, n in zip(self.inside[2], self.residents, strict=True)]
        self.ids.append(self._level("community", self.ids[-1], COMMUNITIES, [self.residents, rural]))
        pairs = zip(self.residents, rural, strict=True)
        self.is_resident = [
            flag for a, b in pairs for flag in (*repeat(object=True, times=a), *repeat(object=False, times=b))
        ]

    def _level(
        self, level: str, above: Sequence[str], kinds: Sequence[Kind], sizes: Sequence[Sequence[int]]
    ) -> list[str]:
        """Make the divisions of a level: under each one above, so many of each kind."""
        made: dict[str, Column] = {name: [] for name in self.columns}
        for bits, parent, *parts in zip(self.chance.many(len(above)), above, *sizes, strict=True):
            for kind, size in zip(kinds, parts, strict=True):
                first = bits % (len(kind.names) // 2)
                made["id"] += [parent + code for code in kind.codes[:size]]
                made["name"] += kind.names[first : first + size]
                made["kind"] += [kind.code] * size
            made["parent"] += [parent if self.columns["id"] else None] * sum(parts)
        made["level"] = [level] * len(made["id"])
        for name, column in made.items():
            self.columns[name] += column
        ids: list[str] = made["id"]
        return ids

    def _urban(self, wanted: int, towns: Sequence[Sequence[int]]) -> list[int]:
        """Say how many residents' committees each township has: a subdistrict has five times the share of a town."""
        shares = chain.from_iterable(
            repeat(share, n) for parts in zip(*towns, strict=True) for share, n in zip((5, 1, 1), parts, strict=True)
        )
        sizes = self.inside[2]
        weights = [size * share for size, share in zip(sizes, shares, strict=True)]
        return within(proportional(wanted, weights), sizes)
