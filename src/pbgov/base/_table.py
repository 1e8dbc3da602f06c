"""Rows on record and the table that holds them, keyed by identifier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Final, TypeVar, cast

import attrs

from pbgov.base._calendar import Period
from pbgov.base._messages import both
from pbgov.errors import InvalidValueError, UnknownIdError

ID_LENGTH: Final = 120
NAME_LENGTH: Final = 200


def check_id(_self: object, attribute: attrs.Attribute[str], value: str) -> None:
    """Refuse an identifier that is empty, overlong, or holds a blank or an unprintable character."""
    if not isinstance(value, str) or not is_id(value):
        raise InvalidValueError(both("id.shape", name=attribute.name, value=repr(value)), attribute.name, value)


def is_id(value: str) -> bool:
    """Tell whether a string may be an identifier: 1 to 120 printable characters, no blank, no ``/`` or ``~``."""
    return 0 < len(value) <= ID_LENGTH and value.isprintable() and not set(value) & set(" /~\u3000")


def check_name(_self: object, attribute: attrs.Attribute[str], value: str) -> None:
    """Refuse a name that is overlong or holds an unprintable character."""
    if not isinstance(value, str) or not is_name(value):
        raise InvalidValueError(both("name.shape", name=attribute.name, value=repr(value)), attribute.name, value)


def is_name(value: str) -> bool:
    """Tell whether a string may be a name: at most 200 printable characters."""
    return len(value) <= NAME_LENGTH and value.isprintable()


def _check_date(_self: object, attribute: attrs.Attribute[date | None], value: date | None) -> None:
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise InvalidValueError(both("date.shape", name=attribute.name, value=repr(value)), attribute.name, value)


def several(cell: object) -> tuple[Any, ...]:
    """Give what a cell holds as a tuple: nothing, one thing, or several."""
    if cell is None:
        return ()
    return tuple(cast("Iterable[Any]", cell)) if isinstance(cell, tuple) else (cell,)


@attrs.frozen(kw_only=True)
class Row:
    """What every row on record has.

    Attributes:
        id: Stable identifier, unique within its table.
        start: First day in force; ``None`` when it lies before all records.
        end: First day no longer in force; ``None`` while it is in force.
        made_up: Whether the row stands for something a text only counts.

    Raises:
        InvalidValueError: The identifier is malformed, or the period holds no day.
    """

    id: str = attrs.field(validator=check_id)
    start: date | None = attrs.field(default=None, validator=_check_date)
    end: date | None = attrs.field(default=None, validator=_check_date)
    made_up: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a period that holds no day."""
        self.period  # noqa: B018 - building the period is the check

    @property
    def period(self) -> Period:
        """The half-open span in force."""
        return Period(self.start, self.end)

    def in_force(self, on: date) -> bool:
        """Tell whether the row is in force on a day."""
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)


R = TypeVar("R", bound=Row)


class Table(Mapping[str, R]):
    """An immutable table of rows, iterated in the order of their identifiers.

    Raises:
        InvalidValueError: Two rows share one identifier.
    """

    __slots__ = ("_hash", "_rows")

    def __init__(self, rows: Iterable[R] = ()) -> None:
        """Sort the rows by identifier."""
        ordered = sorted(rows, key=lambda row: row.id)
        self._rows = {row.id: row for row in ordered}
        self._hash: int | None = None
        if len(self._rows) != len(ordered):
            twice = sorted({a.id for a, b in pairwise(ordered) if a.id == b.id})
            raise InvalidValueError(both("table.repeated", ids=", ".join(twice)), *twice)

    def __getitem__(self, key: str) -> R:
        """Give the row with an identifier."""
        try:
            return self._rows[key]
        except KeyError:
            raise UnknownIdError(both("id.unknown", value=repr(key)), key) from None

    def __contains__(self, key: object) -> bool:
        """Tell whether a row has this identifier."""
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        """Iterate over the identifiers, in order."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._rows)

    def __hash__(self) -> int:
        """Hash the rows, once."""
        if self._hash is None:
            self._hash = hash(tuple(self._rows.values()))
        return self._hash

    def __eq__(self, other: object) -> bool:
        """Compare row by row."""
        if not isinstance(other, Table):
            return NotImplemented
        return self.rows() == cast("Table[Row]", other).rows()

    def __reduce__(self) -> tuple[type[Table[R]], tuple[tuple[R, ...]]]:
        """Pickle the rows alone: a hash of strings is worth nothing in another process."""
        return type(self), (self.rows(),)

    def __repr__(self) -> str:
        """Show how many rows there are."""
        return f"<Table of {len(self)} rows>"

    def rows(self) -> tuple[R, ...]:
        """Give all rows, in the order of their identifiers."""
        return tuple(self._rows.values())

    def on(self, day: date) -> tuple[R, ...]:
        """Give the rows in force on a day."""
        return tuple(row for row in self._rows.values() if row.in_force(day))

    def having(self, *rows: R) -> Table[R]:
        """Give a table with these rows added, or put in the place of those with the same identifier."""
        return Table((self._rows | {row.id: row for row in rows}).values())

    def without(self, *ids: str) -> Table[R]:
        """Give a table without the rows of these identifiers."""
        for key in ids:
            self[key]
        return Table(row for row in self._rows.values() if row.id not in ids)
