"""Where the rows of a table lie: a frozen base, given as rows or as columns, and layers of later changes above it.

A base never changes and indexes itself by column when it is first asked. A change is a layer: the rows put in and
the identifiers taken out. Each layer is at least twice as large as the one above it, so there are few, and what is
built for one serves all tables that share it.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, compress, repeat
from operator import ne
from typing import Any, Final, Generic, TypeVar, cast

import attrs

R = TypeVar("R")
_NONE: Final = -1


def several(cell: object) -> tuple[Any, ...]:
    """Give what a cell holds as a tuple: nothing, one thing, or several."""
    if cell is None:
        return ()
    return tuple(cast("Iterable[Any]", cell)) if isinstance(cell, tuple) else (cell,)


def _names(cell: object) -> Iterable[object]:
    """Give the different values of a cell, ``None`` for one that holds nothing at all."""
    return dict.fromkeys(cast("tuple[object, ...]", cell)) if isinstance(cell, tuple) else (cell,)


def flat(cells: Iterable[object]) -> Iterator[object]:
    """Give the values of all cells, one after the other."""
    return chain.from_iterable(map(_names, cells))


class Chains:
    """Which places of a column hold a value: the first of each value, and from each place the next.

    Two numbers a row, where a list for each value would take ten times the room.
    """

    __slots__ = ("_first", "_next", "_places")

    def __init__(self, cells: Sequence[object], *, single: bool) -> None:
        """Index a column; where not every cell is ``single``, one that holds several values stands under each."""
        places: list[int] | None = None
        if not single:
            pairs = [(n, value) for n, cell in enumerate(cells) for value in _names(cell)]
            places, cells = [n for n, _ in pairs], [value for _, value in pairs]
        self._places = places
        self._first: dict[object, int] = {}
        self._next = array("i", [_NONE]) * len(cells)
        first, following = self._first, self._next
        known = first.get
        for n in range(len(cells) - 1, -1, -1):
            value = cells[n]
            following[n] = known(value, _NONE)
            first[value] = n

    def of(self, value: object, most: int | None = None) -> list[int]:
        """Give the places that hold a value, in order; no more than so many, where that is asked for."""
        n, found = self._first.get(value, _NONE), list[int]()
        while n != _NONE and len(found) != most:
            found.append(n)
            n = self._next[n]
        return found if self._places is None else [self._places[n] for n in found]


class Base(Generic[R]):
    """Rows in the order in which they were given, which never change.

    Attributes:
        ids: Their identifiers.
    """

    def __init__(self, ids: list[str], names: frozenset[str] | None = None) -> None:
        """Index nothing yet."""
        self.ids = ids
        self._names = names
        self._place: dict[str, int] | None = None
        self._chains: dict[str, Chains] = {}
        self._distinct: dict[str, frozenset[Any]] = {}
        self._single: dict[str, bool] = {}

    @property
    def names(self) -> frozenset[str]:
        """The identifiers as a set: what two sets share is found much faster than what a set and a dict do."""
        if self._names is None:
            self._names = frozenset(self.ids)
        return self._names

    @property
    def place(self) -> Mapping[str, int]:
        """Where each row lies."""
        if self._place is None:
            self._place = dict(zip(self.ids, range(len(self.ids)), strict=True))
        return self._place

    def row(self, n: int) -> R:
        """Give the row at a place."""
        raise NotImplementedError

    def rows(self, places: Iterable[int]) -> list[R]:
        """Give the rows at some places."""
        return list(map(self.row, places))

    def cells(self, column: str) -> Sequence[Any]:
        """Give a column."""
        raise NotImplementedError

    def cell(self, n: int, column: str) -> Any:  # noqa: ANN401 - a column may hold any value
        """Give one cell of a column."""
        return self.cells(column)[n]

    def holds(self, column: str) -> bool:  # noqa: ARG002 - rows may hold anything
        """Tell whether a column may hold anything but its default."""
        return True

    def kinds(self) -> frozenset[type]:
        """Give the classes of the rows."""
        raise NotImplementedError

    def chains(self, column: str) -> Chains:
        """Give the index of a column."""
        if column not in self._chains:
            self._chains[column] = Chains(self.cells(column), single=self._is_single(column))
        return self._chains[column]

    def distinct(self, column: str) -> frozenset[Any]:
        """Give the different values of a column."""
        if column not in self._distinct:
            found = frozenset(self.cells(column))
            self._single[column] = not any(map(isinstance, found, repeat(tuple)))
            self._distinct[column] = found if self._single[column] else frozenset(flat(found))
        return self._distinct[column]

    def _is_single(self, column: str) -> bool:
        self.distinct(column)
        return self._single[column]

    def holding(self, column: str, values: Collection[Any]) -> Iterator[int]:
        """Yield the places whose cell holds one of some values."""
        if self.distinct(column).isdisjoint(values):
            return iter(())
        cells = self.cells(column)
        if self._is_single(column):
            return compress(range(len(cells)), map(values.__contains__, cells))
        return (n for n, cell in enumerate(cells) if any(value in values for value in _names(cell)))


class Rows(Base[R]):
    """A base that was given row by row."""

    def __init__(self, rows: Mapping[str, R]) -> None:
        """Keep the rows."""
        super().__init__(list(rows))
        self._rows = list(rows.values())
        self._columns: dict[str, list[Any]] = {}
        self._kinds: frozenset[type] | None = None

    def row(self, n: int) -> R:
        """Give the row at a place."""
        return self._rows[n]

    def cells(self, column: str) -> Sequence[Any]:
        """Give a column."""
        if column not in self._columns:
            self._columns[column] = [getattr(row, column) for row in self._rows]
        return self._columns[column]

    def kinds(self) -> frozenset[type]:
        """Give the classes of the rows."""
        if self._kinds is None:
            self._kinds = frozenset(map(type, self._rows))
        return self._kinds


class Cells(Base[R]):
    """A base that was given as columns; a row is made when it is asked for."""

    def __init__(
        self,
        kind: type,
        columns: Mapping[str, Sequence[Any]],
        names: frozenset[str] | None = None,
        distinct: Mapping[str, frozenset[Any]] | None = None,
    ) -> None:
        """Keep the columns; one that is not given holds its default throughout."""
        ids = columns["id"]
        super().__init__(ids if isinstance(ids, list) else list(ids), names)
        self._distinct |= distinct or {}
        self._single |= dict.fromkeys(self._distinct, True)
        self.kind = kind
        self.columns = dict(columns)
        self.columns["id"] = self.ids
        self._make = maker(self.kind, tuple(self.columns))
        self._sources = tuple(self.columns.values())
        self._made: list[R | None] = []

    def row(self, n: int) -> R:
        """Make the row at a place, when it is first asked for."""
        if not self._made:
            self._made = [None] * len(self.ids)
        row = self._made[n]
        if row is None:
            row = self._made[n] = cast("R", self._make([column[n] for column in self._sources]))
        return row

    def cells(self, column: str) -> Sequence[Any]:
        """Give a column."""
        if column in self.columns:
            return self.columns[column]
        usual = defaults(self.kind)
        if column in usual:
            return [usual[column]] * len(self.ids)
        return [getattr(self.row(n), column) for n in range(len(self.ids))]  # a property of the row

    def cell(self, n: int, column: str) -> Any:  # noqa: ANN401 - as above
        """Give one cell, without making a column that was not given."""
        return self.columns[column][n] if column in self.columns else getattr(self.row(n), column)

    def holds(self, column: str) -> bool:
        """Tell whether a column was given."""
        return column in self.columns

    def kinds(self) -> frozenset[type]:
        """Give the class of the rows."""
        return frozenset({self.kind}) if self.ids else frozenset()


def apart(one: Base[R], other: Base[R]) -> set[str]:
    """Give the identifiers under which two bases do not hold equal rows, column by column."""
    kinds = one.kinds() | other.kinds()
    if len(kinds) > 1:
        keys = {*one.ids, *other.ids}
        return {key for key in keys if _row_of(one, key) != _row_of(other, key)}
    found = set[str]()
    left: Sequence[int] = range(len(one.ids))
    right: Sequence[int] = left
    if one.ids != other.ids:
        found = set(one.ids) ^ set(other.ids)
        left = [n for n, key in enumerate(one.ids) if key not in found] if found else left
        right = [other.place[one.ids[n]] for n in left]
    for name in (attribute.name for kind in kinds for attribute in attrs.fields(kind)):
        if one.holds(name) or other.holds(name):
            mine, theirs = one.cells(name), other.cells(name)
            if left is not right:
                mine, theirs = [mine[n] for n in left], [theirs[n] for n in right]
            if mine != theirs:
                found.update(one.ids[n] for n in compress(left, map(ne, mine, theirs)))
    return found


def _row_of(base: Base[R], key: str) -> R | None:
    n = base.place.get(key)
    return None if n is None else base.row(n)


class Layer(Generic[R]):
    """Rows put in, and identifiers taken out, above a base."""

    __slots__ = ("_kinds", "_named", "rows")

    def __init__(self, rows: Mapping[str, R | None]) -> None:
        """Index nothing yet."""
        self.rows = rows
        self._kinds: frozenset[type] | None = None
        self._named: dict[str, Mapping[object, list[R]]] = {}

    def size(self) -> int:
        """Count what is put in or taken out."""
        return len(self.rows)

    def under(self, newer: Layer[R]) -> Layer[R]:
        """Give one layer in the place of this one and a newer one above it."""
        return Layer({**self.rows, **newer.rows})

    def kinds(self) -> frozenset[type]:
        """Give the classes of the rows put in."""
        if self._kinds is None:
            self._kinds = frozenset(type(row) for row in self.rows.values() if row is not None)
        return self._kinds

    def naming(self, column: str, value: object) -> Sequence[R]:
        """Give the rows put in whose column holds a value."""
        if column not in self._named:
            named: defaultdict[object, list[R]] = defaultdict(list)
            for row in self.rows.values():
                for held in () if row is None else _names(getattr(row, column)):
                    named[held].append(cast("R", row))
            self._named[column] = named
        return self._named[column].get(value, ())


@cache
def defaults(kind: type) -> Mapping[str, object]:
    """Give the default of each column of a class of rows."""
    return {a.name: a.default for a in attrs.fields(cast("type[attrs.AttrsInstance]", kind))}


@cache
def maker(kind: type, given: tuple[str, ...]) -> Callable[[Sequence[Any]], Any]:
    """Give a function that makes a row of cells which were checked before, without checking them again."""
    new = cast("Callable[[type], object]", object.__new__)
    setters = [getattr(kind, name).__set__ for name in given]
    rest = [(getattr(kind, name).__set__, value) for name, value in defaults(kind).items() if name not in given]

    def make(cells: Sequence[Any]) -> object:
        row = new(kind)
        for put, cell in zip(setters, cells, strict=True):
            put(row, cell)
        for put, cell in rest:
            put(row, cell)
        return row

    return make
