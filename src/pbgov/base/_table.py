"""Rows on record and the table that holds them, keyed by identifier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, TypeVar, cast

import attrs

from pbgov.base._calendar import Period
from pbgov.base._checks import check_day, check_id
from pbgov.base._columns import Frame, columns_of
from pbgov.base._messages import both
from pbgov.errors import InvalidValueError, UnknownIdError

_day_or_none = attrs.validators.optional(check_day)
R = TypeVar("R", bound="Row")


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
        ended: Whether it has ended on a day that nobody recorded; it is in force on no day that anyone can name.
        made_up: Whether the row stands for something a text only counts.

    Raises:
        InvalidValueError: The identifier is malformed, the period holds no day, or its end is both known and unknown.
    """

    id: str = attrs.field(validator=check_id)
    start: date | None = attrs.field(default=None, validator=_day_or_none)
    end: date | None = attrs.field(default=None, validator=_day_or_none)
    ended: bool = False
    made_up: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a period that holds no day, and an end that is both known and unknown."""
        self.period  # noqa: B018 - building the period is the check
        if self.ended and self.end is not None:
            raise InvalidValueError(both("row.ended", id=self.id, end=self.end), self.id)

    @property
    def period(self) -> Period:
        """The half-open span in force."""
        return Period(self.start, self.end)

    def in_force(self, on: date) -> bool:
        """Tell whether the row is in force on a day."""
        if self.ended:
            return False
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)


class Table(Mapping[str, R]):
    """An immutable table of rows, iterated in the order of their identifiers.

    Raises:
        InvalidValueError: Two rows share one identifier.
    """

    __slots__ = ("_hash", "_named", "_rows")

    def __init__(self, rows: Iterable[R] = ()) -> None:
        """Sort the rows by identifier."""
        ordered = sorted(rows, key=lambda row: row.id)
        self._rows = {row.id: row for row in ordered}
        self._hash: int | None = None
        self._named: dict[str, dict[object, tuple[R, ...]]] = {}
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

    def naming(self, column: str, key: object) -> tuple[R, ...]:
        """Give the rows whose column holds a value, or holds it among others, in the order of their identifiers."""
        if column not in self._named:
            index: defaultdict[object, list[R]] = defaultdict(list)
            for row in self._rows.values():
                for value in dict.fromkeys(several(getattr(row, column))):
                    index[value].append(row)
            self._named[column] = {value: tuple(rows) for value, rows in index.items()}
        return self._named[column].get(key, ())

    def to_columns(self) -> Frame:
        """Give the rows as columns of equal length, in the order of their identifiers, as data frames take them.

        One column a field. What a field holds several of is a list; a phrase, a vague number or a source is two columns
        of words, ``_zh`` and ``_en``, the number with its ends beside them, ``_low`` and ``_high``. A table without
        rows does not know its fields, and has no columns.

        Examples:
            >>> Table([Row(id="a")]).to_columns()["id"]
            ['a']
        """
        return columns_of(self.rows())

    def having(self, *rows: R) -> Table[R]:
        """Give a table with these rows added, or put in the place of those with the same identifier."""
        return Table((self._rows | {row.id: row for row in rows}).values())

    def without(self, *ids: str) -> Table[R]:
        """Give a table without the rows of these identifiers."""
        for key in ids:
            self[key]
        return Table(row for row in self._rows.values() if row.id not in ids)
