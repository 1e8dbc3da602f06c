"""Units by level: matched by what a level is, and never by how deep it lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from pbgov.base import Amount, Exact, Text, said
from pbgov.comparison._sides import Compared
from pbgov.model import View, columns
from pbgov.rules import Count, Operand, Selector, each

LEVELS: Final = ("province", "city", "county", "township", "community")
KINDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "province": ("province", "municipality", "autonomous_region"),
        "city": ("city", "prefecture"),
        "county": ("county", "county_level_unit", "city_district", "district", "county_level_city"),
        "township": ("township", "subdistrict", "town"),
        "community": ("community", "residents_committee", "villagers_committee", "village"),
    }
)
"""By what kind a unit belongs to a level where the profile of its place has codes of its own."""

_units = columns("units")
_OWN_CODE: Final = ~_units.level.is_in((*LEVELS, ""))


def _of(level: str) -> Operand:
    return (_units.level == level) | (_OWN_CODE & _units.kind.is_in(KINDS[level]))


_KNOWN: Final = tuple(kind for kinds in KINDS.values() for kind in kinds)
SELECTORS: Final[Mapping[str, Selector]] = MappingProxyType(
    {
        **{level: each(_of(level)) for level in LEVELS},
        "other": each(_OWN_CODE & ~_units.kind.is_in(_KNOWN)),
        "none": each(_units.level == ""),
    }
)
"""The units of each level; ``"other"`` are those of levels that are none of the territory, ``"none"`` have no level."""


@attrs.frozen(kw_only=True)
class LevelCell:
    """The units of one level in one place.

    Attributes:
        amount: How many there are, as far as the record says.
        made_up: How many of those on record are made up.
        label: What the place calls the level; ``None`` where its profile has no such code.
    """

    amount: Amount
    made_up: int
    label: Text | None


@attrs.frozen(kw_only=True)
class LevelRow:
    """One level on each side.

    Attributes:
        code: Which level: one of ``LEVELS``, ``"other"`` or ``"none"``.
        title: What a person calls it.
        cells: The sides in their order; ``None`` where a place has no such level.
    """

    code: str
    title: Text
    cells: tuple[LevelCell | None, ...]

    @property
    def differs(self) -> bool:
        """Whether the sides are not all alike."""
        return len(set(self.cells)) > 1


def level_rows(sides: Sequence[Compared], views: Sequence[View]) -> tuple[LevelRow, ...]:
    """Count the units of each side by level; a level that no side has is left out."""
    rows = (
        LevelRow(
            code=code,
            title=said(f"comparison.level.{code}"),
            cells=tuple(_cell(code, side, view) for side, view in zip(sides, views, strict=True)),
        )
        for code in SELECTORS
    )
    return tuple(row for row in rows if any(cell and (row.code != "none" or cell.amount.low) for cell in row.cells))


def _cell(code: str, side: Compared, view: View) -> LevelCell | None:
    rows = view.select(SELECTORS[code])
    profile = side.place.profile
    known = code in profile if code in LEVELS else code == "none" or bool(side_levels(view))
    if not rows and not known:
        return None
    label = profile[code].label if code in profile else None
    return LevelCell(amount=view.measure(Count(SELECTORS[code])), made_up=sum(row.made_up for row in rows), label=label)


def side_levels(view: View) -> frozenset[str]:
    """Give the levels of a profile that are none of the territory: those of a Party chain beside it."""
    mapped = {unit.level for level in LEVELS for unit in view.select(SELECTORS[level])}
    return frozenset(level.code for level in view.place.profile.levels if level.code not in mapped.union(LEVELS))


def chain(view: View) -> Amount:
    """Count the levels of the territory that a place has."""
    return Exact(sum(level in view.place.profile or bool(view.select(SELECTORS[level])) for level in LEVELS))


def side_chain(view: View) -> Amount:
    """Count the levels of the longest chain beside the territory."""
    beside = side_levels(view)
    chains = (view.place.profile.chain(code) for code in beside)
    return Exact(max((sum(code in beside for code in one) for one in chains), default=0))
