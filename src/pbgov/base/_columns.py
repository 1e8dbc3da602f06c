"""Frame of equal length, as data frames take them: pandas, polars, pyarrow, and whatever reads one of these.

A column holds text, whole numbers, truth values, days or lists of these, and ``None`` where nothing is known. Which
columns there are is told by the types of the fields and never by what the rows happen to hold, so the columns of two
records of one kind lie below each other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

import attrs

from pbgov.base._amounts import About, Between, Exact, MoreThan, Nearly
from pbgov.base._calendar import Period
from pbgov.base._messages import Wordable
from pbgov.base._text import LANGS, Lang

Cell: TypeAlias = str | int | date | list[Any] | None
Frame: TypeAlias = dict[str, list[Cell]]
Reader: TypeAlias = Callable[[Any], object]

NO_READERS: Final[Mapping[str, Reader]] = MappingProxyType({})
_AMOUNTS: Final = frozenset({Exact, MoreThan, Nearly, About, Between})


def columns(rows: Iterable[Any], readers: Mapping[str, Reader]) -> Frame:
    """Give one column a reader, in the order of the readers.

    Args:
        rows: What is read, one after the other.
        readers: What to read of each, by the name of the column. A member of an enumeration stands as its value, what
            words itself as its words in English, what holds several things as a list, and what has an identifier, or
            is held by one, as that.

    Examples:
        >>> columns([2, 3], {"n": lambda n: n, "even": lambda n: n % 2 == 0})
        {'n': [2, 3], 'even': [True, False]}
    """
    held = tuple(rows)
    return {name: [_cell(read(row)) for row in held] for name, read in readers.items()}


def columns_of(
    rows: Iterable[Any], *kinds: type, without: Collection[str] = (), also: Mapping[str, Reader] = NO_READERS
) -> Frame:
    """Give values of ``attrs`` classes as columns, one a field.

    A field that is a phrase, a number as a text states it, or a source becomes two columns, its words in Chinese and in
    English: ``basis_zh`` and ``basis_en``. The number has its ends beside them, ``amount_low`` and ``amount_high``. A
    period becomes ``period_start`` and ``period_end``, a half-open span. Of rows of several classes the columns are
    those of all, ``None`` where a row has no such field.

    Args:
        rows: The values.
        *kinds: Their classes; by default what is found, and so of no rows no columns.
        without: Fields that are left out.
        also: What else to read of each, behind the fields.

    Examples:
        >>> columns_of([Period(date(2018, 7, 1), None)])
        {'start': [datetime.date(2018, 7, 1)], 'end': [None]}
    """
    held = tuple(rows)
    readers = {kind: _readers(kind) for kind in kinds or dict.fromkeys(map(type, held))}
    names = dict.fromkeys(name for known in readers.values() for name in known if name not in without)
    one = next(iter(readers.values())) if len(readers) == 1 else None
    fields = {name: one[name] if one else _of_any(readers, name) for name in names}
    return columns(held, {**fields, **also})


def _of_any(readers: Mapping[type, Mapping[str, Reader]], name: str) -> Reader:
    return lambda row: readers[type(row)].get(name, _nothing)(row)


def _nothing(_row: object) -> None:
    return None


@cache
def _readers(kind: type) -> Mapping[str, Reader]:
    """Give the columns of a class of rows, and how each is read."""
    hints = get_type_hints(kind)
    found: dict[str, Reader] = {}
    for attribute in attrs.fields(kind):
        if not attribute.name.startswith("_"):
            found |= _spread(attribute.name, _alternatives(hints[attribute.name]))
    return found


def _alternatives(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - whatever an annotation may be
    """Give what a field may hold beside nothing."""
    either = get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)
    return tuple(one for one in either if one is not NoneType)


def _spread(name: str, kinds: tuple[Any, ...]) -> dict[str, Reader]:
    """Give the columns of one field."""
    if Period in kinds:
        return {f"{name}_{end}": _part(name, end) for end in ("start", "end")}
    words: dict[str, Reader] = {f"{name}_{lang}": _words(name, lang) for lang in reversed(LANGS)}
    if _AMOUNTS.issuperset(kinds):
        return {f"{name}_{end}": _part(name, end) for end in ("low", "high")} | words
    if kinds and all(isinstance(kind, type) and issubclass(kind, Wordable) for kind in kinds):
        return words
    return {name: lambda row: getattr(row, name)}


def _part(name: str, part: str) -> Reader:
    return lambda row: getattr(getattr(row, name), part, None)


def _words(name: str, lang: Lang) -> Reader:
    def read(row: object) -> str | None:
        value = getattr(row, name)
        return value.in_(lang) if isinstance(value, Wordable) else None

    return read


def _cell(value: object) -> Cell:
    """Give a value as a cell."""
    if isinstance(value, Enum):
        return _cell(value.value)
    if value is None or isinstance(value, str | int | date):
        return value
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value).items()
        return [f"{key}={_cell(one)}" for key, one in pairs]
    if isinstance(value, Sequence | frozenset):
        return [_cell(one) for one in cast("Iterable[object]", value)]
    key = getattr(value, "id", None)
    if isinstance(key, str):
        return key
    return value.in_("en") if isinstance(value, Wordable) else str(value)
