"""Rows on record and the table that holds them, keyed by identifier."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import pairwise
from typing import Any, TypeVar, cast, overload

import attrs

from pbgov.base._calendar import Period
from pbgov.base._checks import check_day, check_id
from pbgov.base._columns import Frame, columns_of
from pbgov.base._layers import is_heavy, stacked
from pbgov.base._messages import both
from pbgov.base._store import Base, Cells, Layer, Rows, apart, defaults, flat, several
from pbgov.errors import InvalidValueError, UnknownIdError

_day_or_none = attrs.validators.optional(check_day)
R = TypeVar("R", bound="Row")
T = TypeVar("T")


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

    A changed table shares what it does not change with the one it came from, so that a change costs the same in a
    large table as in a small one.

    Raises:
        InvalidValueError: Two rows share one identifier.
    """

    __slots__ = ("_base", "_hash", "_layers", "_live", "_order", "_size")

    _base: Base[R]
    _layers: tuple[Layer[R], ...]
    _size: int
    _hash: int | None
    _order: list[str] | None
    _live: tuple[list[int] | range, list[R]] | None

    def __init__(self, rows: Iterable[R] = ()) -> None:
        """Sort the rows by identifier."""
        ordered = sorted(rows, key=lambda row: row.id)
        held = {row.id: row for row in ordered}
        if len(held) != len(ordered):
            twice = sorted({a.id for a, b in pairwise(ordered) if a.id == b.id})
            raise InvalidValueError(both("table.repeated", ids=", ".join(twice)), *twice)
        self._set(Rows(held), (), len(held))
        self._order = self._base.ids

    def _set(self, base: Base[R], layers: tuple[Layer[R], ...], size: int) -> None:
        self._base, self._layers, self._size = base, layers, size
        self._hash, self._order, self._live = None, None, None

    @classmethod
    def from_columns(
        cls,
        kind: type[R],
        columns: Mapping[str, Sequence[Any]],
        *,
        names: frozenset[str] | None = None,
        distinct: Mapping[str, frozenset[Any]] | None = None,
    ) -> Table[R]:
        """Make a table of columns that have been checked already: nothing is checked here, and rows are made later.

        Args:
            kind: The class of the rows.
            columns: Equally long columns, ``id`` among them, without repeated identifiers; a column that is not given
                holds its default throughout.
            names: The identifiers as a set, where it is known already.
            distinct: The different values of columns whose cells hold one value each, where they are known already.
        """
        made = cls.__new__(cls)
        base: Cells[R] = Cells(kind, columns, names, distinct)
        made._set(base, (), len(base.ids))  # noqa: SLF001 - its own class
        return made

    def __getitem__(self, key: str) -> R:
        """Give the row with an identifier."""
        row = self.get(key) if isinstance(key, str) else None  # a list could not even be looked up
        if row is None:
            raise UnknownIdError(both("id.unknown", value=repr(key)), key)
        return row

    @overload
    def get(self, key: str, /) -> R | None: ...
    @overload
    def get(self, key: str, /, default: R | T) -> R | T: ...
    def get(self, key: str, /, default: object = None) -> object:
        """Give the row with an identifier, or something else where there is none."""
        for layer in self._layers:
            if key in layer.rows:
                row = layer.rows[key]
                return default if row is None else row
        n = self._base.place.get(key)
        return default if n is None else self._base.row(n)

    def __contains__(self, key: object) -> bool:
        """Tell whether a row has this identifier."""
        for layer in self._layers:
            if key in layer.rows:
                return layer.rows[cast("str", key)] is not None
        return key in self._base.names

    def cell(self, key: str, column: str) -> Any:  # noqa: ANN401 - a column may hold any value
        """Give one cell of a row, without making the row; ``None`` where there is no such row."""
        for layer in self._layers:
            if key in layer.rows:
                return getattr(layer.rows[key], column, None)
        n = self._base.place.get(key)
        return None if n is None else self._base.cell(n, column)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the identifiers, in order."""
        if self._order is None:
            self._order = sorted(self.ids())
        return iter(self._order)

    def __len__(self) -> int:
        """Count the rows."""
        return self._size

    def __hash__(self) -> int:
        """Hash the rows, once."""
        if self._hash is None:
            self._hash = hash(self.rows())
        return self._hash

    def __eq__(self, other: object) -> bool:
        """Compare row by row."""
        if not isinstance(other, Table):
            return NotImplemented
        return not self.differing(cast("Table[R]", other))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the rows alone: a hash of strings is worth nothing in another process."""
        if isinstance(self._base, Cells) and not self._layers:
            return Table[R].from_columns, (self._base.kind, self._base.columns)
        return Table, (self.rows(),)

    def __repr__(self) -> str:
        """Show how many rows there are."""
        return f"<Table of {len(self)} rows>"

    def rows(self) -> tuple[R, ...]:
        """Give all rows, in the order of their identifiers."""
        return tuple(self.each())

    def values(self) -> ValuesView[R]:
        """View the rows, in the order of their identifiers."""
        return _Values(self)

    def each(self) -> Iterator[R]:
        """Iterate over the rows, in the order of their identifiers."""
        if self._layers or self._order is not self._base.ids:
            return map(self.__getitem__, self)
        return iter(self._base.rows(range(len(self._base.ids))))

    def on(self, day: date) -> tuple[R, ...]:
        """Give the rows in force on a day."""
        return tuple(row for row in self.values() if row.in_force(day))

    def kinds(self) -> frozenset[type]:
        """Give the classes of the rows, and of those that changes took away."""
        found = self._base.kinds()
        for layer in self._layers:
            found |= layer.kinds()
        return found

    def _stored(self) -> tuple[list[int] | range, list[R]]:
        """Give the places of the base that still count, and the rows put in since."""
        if self._live is None:
            if not self._layers:
                self._live = range(len(self._base.ids)), []
            else:
                over = _flat(self._layers)
                places = [n for n, key in enumerate(self._base.ids) if key not in over]
                self._live = places, [row for row in over.values() if row is not None]
        return self._live

    def ids(self) -> Sequence[str]:
        """Give the identifiers in the order in which the rows are stored, as ``cells`` gives their columns."""
        places, rows = self._stored()
        if not self._layers:
            return self._base.ids
        ids = self._base.ids
        return [*(ids[n] for n in places), *(row.id for row in rows)]

    def cells(self, column: str) -> Sequence[Any]:
        """Give a column, in the order in which the rows are stored."""
        places, rows = self._stored()
        cells = self._base.cells(column)
        return cells if not self._layers else [*(cells[n] for n in places), *(getattr(row, column) for row in rows)]

    def naming(self, column: str, value: object) -> tuple[R, ...]:
        """Give the rows whose column holds a value, or holds it among others, in the order of their identifiers.

        For ``None`` these are the rows whose cell holds nothing.
        """
        base, layers = self._base, self._layers
        found = base.rows(base.chains(column).of(value))
        if layers:
            over = [layer.rows for layer in layers]
            found = [row for row in found if not any(row.id in rows for rows in over)]
            for depth, layer in enumerate(layers):
                newer = over[:depth]
                found += [r for r in layer.naming(column, value) if not any(r.id in rows for rows in newer)]
        if len(found) > 1:
            found.sort(key=lambda row: row.id)
        return tuple(found)

    def few_naming(self, column: str, value: object, most: int) -> tuple[R, ...] | None:
        """Give the rows whose column holds a value, as ``naming`` does; ``None`` where these may be more."""
        many = len(self._base.chains(column).of(value, most + 1)) > most
        return None if many else self.naming(column, value)

    def may_hold(self, column: str, value: object) -> bool:
        """Tell whether a column may hold a value: it does, or did before a change took that away."""
        return value in self._base.distinct(column) or any(layer.naming(column, value) for layer in self._layers)

    def distinct(self, column: str) -> frozenset[Any]:
        """Give the different values that a column holds, ``None`` among them where a cell holds nothing."""
        if not self._layers:
            return self._base.distinct(column)
        return frozenset(flat(self.cells(column)))

    def holding(self, column: str, values: Collection[Any]) -> list[str]:
        """Give the identifiers of the rows whose column holds one of some values."""
        if not values:
            return []
        ids, over = self._base.ids, _flat(self._layers)
        found = [ids[n] for n in self._base.holding(column, values)]
        if not over:
            return found
        rows = [row for row in over.values() if row is not None]
        put = [row.id for row in rows if any(value in values for value in several(getattr(row, column)))]
        return [key for key in found if key not in over] + put

    def shared(self, other: Table[Any]) -> frozenset[str]:
        """Give the identifiers that rows of both tables have."""
        both_, over = self._base.names & other._base.names, (_flat(self._layers), _flat(other._layers))
        if not any(over):
            return both_
        return frozenset(key for key in both_.union(*over) if key in self and key in other)

    def lacking(self, keys: AbstractSet[Any]) -> frozenset[Any]:
        """Give those of some identifiers that no row has."""
        left = frozenset(keys) - self._base.names
        over = _flat(self._layers)
        if over:
            left -= {key for key, row in over.items() if row is not None}
            left |= {key for key, row in over.items() if row is None and key in keys}
        return left

    def differing(self, other: Table[R]) -> list[str]:
        """Give the identifiers, in order, under which two tables do not hold equal rows."""
        if self._base is other._base:
            shared = {id(layer) for layer in self._layers} & {id(layer) for layer in other._layers}
            loose = [layer for layer in (*self._layers, *other._layers) if id(layer) not in shared]
            return sorted({key for layer in loose for key in layer.rows if self.get(key) != other.get(key)})
        over = _flat(self._layers).keys() | _flat(other._layers).keys()
        changed = {key for key in over if self.get(key) != other.get(key)}
        return sorted(changed.union(key for key in apart(self._base, other._base) if key not in over))

    def edited(self, changes: Mapping[str, R | None]) -> Table[R]:
        """Give a table with rows put in, or taken out where a change is ``None``."""
        if not changes:
            return self
        gained = sum((row is not None) - (key in self) for key, row in changes.items())
        layers = stacked([Layer(changes), *self._layers], Layer[R].size, Layer[R].under)
        made = type(self).__new__(type(self))
        made._set(self._base, layers, self._size + gained)  # noqa: SLF001 - its own class
        return made.compacted() if is_heavy(sum(layer.size() for layer in layers), len(self._base.ids)) else made

    def compacted(self) -> Table[R]:
        """Give the same table with all changes laid into its base."""
        if not self._layers:
            return self
        if not isinstance(self._base, Cells) or self.kinds() != frozenset({self._base.kind}):
            return Table(self.rows())
        names = [attribute.name for attribute in attrs.fields(self._base.kind)]
        usual, columns = defaults(self._base.kind), {name: self.cells(name) for name in names}
        held = {n: c for n, c in columns.items() if n in self._base.columns or any(cell != usual[n] for cell in c)}
        return Table[R].from_columns(self._base.kind, held)

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
        return self.edited({row.id: row for row in rows})

    def without(self, *ids: str) -> Table[R]:
        """Give a table without the rows of these identifiers."""
        for key in ids:
            self[key]
        return self.edited(dict.fromkeys(ids))


def _flat(layers: Sequence[Layer[R]]) -> dict[str, R | None]:
    """Lay layers over one another; the first is the newest."""
    over: dict[str, R | None] = {}
    for layer in reversed(layers):
        over |= layer.rows
    return over


class _Values(ValuesView[R]):
    """The rows of a table."""

    _mapping: Table[R]

    def __iter__(self) -> Iterator[R]:
        """Iterate over them, in the order of their identifiers."""
        return self._mapping.each()
