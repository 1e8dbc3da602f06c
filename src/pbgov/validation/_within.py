"""Which rows belong to a territory: those of its units, and what is theirs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from pbgov.base import Row, both, several
from pbgov.errors import UnknownIdError
from pbgov.model import REFERENCES, TABLES, Jurisdiction

_TABLE_OF: Final = {kind: name for name, kind in TABLES.items()}
_HOMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "bodies": ("host",),
        "posts": ("unit",),
        "holdings": ("post",),
        "ties": ("source", "target"),
        "neighbourhoods": ("community",),
        "grids": ("neighbourhood",),
        "lists": ("owner",),
        "entries": ("list",),
        "documents": ("parties",),
        "events": ("subject",),
        "processes": ("subject",),
        "ledger": ("account",),
        "facts": ("about",),
        "waivers": ("subject",),
    }
)


class Territory:
    """A unit and everything under it.

    A row belongs to it if it is one of these units, or is hosted, held, owned by or tied to what belongs to it. A
    person belongs to no territory.

    Args:
        place: The record.
        unit: The unit.

    Raises:
        UnknownIdError: There is no such unit.
    """

    def __init__(self, place: Jurisdiction, unit: str) -> None:
        """Find the units."""
        if unit not in place.units:
            raise UnknownIdError(both("id.unknown", value=repr(unit)), unit)
        self._place = place
        self._units = frozenset(place.org.subtree(unit))

    def __contains__(self, row: Row) -> bool:
        """Tell whether a row belongs to the territory."""
        return self._holds(row, set())

    def _holds(self, row: Row, seen: set[str]) -> bool:
        table = _TABLE_OF[type(row)]
        if table == "units":
            return row.id in self._units
        if row.id in seen:
            return False
        seen.add(row.id)
        return any(self._names(table, column, getattr(row, column), seen) for column in _HOMES.get(table, ()))

    def _names(self, table: str, column: str, cell: object, seen: set[str]) -> bool:
        targets: Collection[str] = REFERENCES.get(table, {}).get(column, ("units",))
        rows = (self._place.table(target).get(name) for name in several(cell) for target in targets)
        return any(self._holds(row, seen) for row in rows if row is not None)
