"""Whole columns checked at once: what is sound costs a few passes that no Python code runs in.

A check says that a column is sound, or that it may not be; what is wrong with which cell is for the reader of rows to
say. So the two cannot disagree about what is wrong, and a law holds that they agree on what is not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, compress
from types import GenericAlias, MappingProxyType, NoneType
from typing import Any, Final, TypeAlias, cast, get_args, get_type_hints

import attrs
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from pbgov.base import is_id, is_name
from pbgov.boundary._schema import (
    GREATEST,
    ROWS,
    Day,
    Flag,
    FreeText,
    Id,
    Ids,
    Natural,
    Share,
    Strength,
    Whole,
    as_day,
)
from pbgov.rules import Power

Column: TypeAlias = Sequence[Any]
Columns: TypeAlias = Mapping[str, Column]
_Found: TypeAlias = tuple[Column, "frozenset[Any] | None"]
_Check: TypeAlias = Callable[[Column], "_Found | None"]
_NONE: Final = frozenset({None})
_BARRED: Final = " /~\u3000"
ABSENT: Final = type("Absent", (), {})()  # a cell that a row leaves out


@attrs.frozen(kw_only=True)
class Sound:
    """Sound columns, as the library holds them.

    Attributes:
        cells: The columns.
        names: The identifiers as a set.
        distinct: The different values of those columns of which they were looked for.
    """

    cells: Mapping[str, Column]
    names: frozenset[str]
    distinct: Mapping[str, frozenset[Any]]


def checked(table: str, given: Columns, left_out: object) -> Sound | None:
    """Give the cells of sound columns as the library holds them; ``None`` if anything in them may be wrong.

    Args:
        table: Which table.
        given: Equally long columns of cells as given, ``id`` among them, none unknown.
        left_out: What stands in a column where a row leaves the cell out.
    """
    checks = _checks(table)
    if checks is None:
        return None
    held: dict[str, Column] = {}
    different: dict[str, frozenset[Any]] = {}
    for name, (check, default) in checks.items():
        cells = given.get(name)
        if cells is None:
            if default is ABSENT:
                return None
            continue
        sound = check(cells)
        if sound is None and default not in {left_out, ABSENT} and any(cell is left_out for cell in cells):
            sound = check([default if cell is left_out else cell for cell in cells])
        if sound is None:
            return None
        held[name] = sound[0]
        if sound[1] is not None:
            different[name] = sound[1]
    names = different.pop("id")
    if len(names) < len(held["id"]) or not _together(table, held, different):
        return None
    return Sound(cells=held, names=names, distinct=different)


def _together(table: str, held: Columns, different: Mapping[str, frozenset[Any]]) -> bool:
    """Tell whether cells of one row agree."""
    ends = held.get("end")
    if ends is not None:
        starts = held.get("start")
        if starts is not None and not _ordered(starts, ends, different):
            return False
        if any(end is not None for end in compress(ends, held.get("ended", ()))):
            return False
    if table == "waivers" and not all(reason.strip() for reason in set(held["reason"])):
        return False
    return table != "grids" or _divided(held["members"])


def _ordered(starts: Column, ends: Column, different: Mapping[str, frozenset[Any]]) -> bool:
    """Tell whether no row ends before it begins; where all begin before any ends, no row is looked at."""
    first, last = different["end"] - _NONE, different["start"] - _NONE
    if not first or not last or max(last) < min(first):
        return True
    ending = [n for n, day in enumerate(ends) if day is not None]
    return all(starts[n] is None or starts[n] < ends[n] for n in ending)


def _divided(members: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether each grid has buildings, and none twice."""
    sizes = list(map(len, members))
    return 0 not in sizes and list(map(len, map(set, members))) == sizes


@cache
def _checks(table: str) -> Mapping[str, tuple[_Check, object]] | None:
    """Give the check and the default of each column, if rows of the table are no more than their cells."""
    if table in {"neighbourhoods", "processes"}:  # their cells are made of rows again
        return None
    model = ROWS[table]
    hints = get_type_hints(model, include_extras=True)
    return MappingProxyType(
        {
            name: (_check(hints[name]), ABSENT if field.is_required() else field.default)
            for name, field in model.model_fields.items()
        }
        | ({"members": (_sorted_ids, ABSENT), "functions": (_unique_ids, ())} if table == "grids" else {})
    )


def _check(hint: Any) -> _Check:  # noqa: ANN401 - a type, as the schema has it
    """Give the check of a type of cells."""
    inner = next((part for part in get_args(hint) if part is not NoneType), hint)
    free = NoneType in get_args(hint)
    for kind, check in _CHECKS:
        if hint is kind or (free and inner is kind):
            return _FREE.get(kind) or _by_schema(hint) if free else check
    return _by_schema(hint)


def _texts(one: Callable[[str], bool], barred: str, *, free: bool = False) -> _Check:
    """Check the different texts of a column: their lengths, and then the signs of all of them together."""

    def sound(cells: Column) -> _Found | None:
        try:
            different = frozenset(cells)
        except TypeError:
            return None
        texts = different - _NONE if free else different
        looked_at = cells if len(texts) == len(cells) else texts  # a list is gone through faster than a set
        return (cells, different) if _printable(looked_at, one, barred) else None

    return sound


def _printable(texts: Collection[str], one: Callable[[str], bool], barred: str) -> bool:
    """Tell whether texts of allowed lengths hold no sign but those that may stand there."""
    if not set(map(type, texts)) <= {str}:
        return False
    lengths = set(map(len, texts))
    if not all(one("x" * length) for length in (min(lengths, default=1), max(lengths, default=1))):
        return False
    joined = "".join(texts)
    return joined.isprintable() and not any(sign in joined for sign in barred)


_ids: Final = _texts(is_id, _BARRED)


def _numbers(least: int, most: int, make: Callable[[int], int] | None = None, *, free: bool = False) -> _Check:
    kinds = {int, NoneType} if free else {int}

    def sound(cells: Column) -> _Found | None:
        if not set(map(type, cells)) <= kinds:
            return None
        different = frozenset(cells) - _NONE
        if different and not (min(different) >= least and max(different) <= most):
            return None
        return (cells if make is None else [None if cell is None else make(cell) for cell in cells]), None

    return sound


def _flags(cells: Column) -> _Found | None:
    return (cells, None) if set(map(type, cells)) <= {bool} else None


def _flags_or_none(cells: Column) -> _Found | None:
    return (cells, None) if set(map(type, cells)) <= {bool, NoneType} else None


def _days(*, free: bool = False) -> _Check:
    """Read each different day once."""

    def sound(cells: Column) -> _Found | None:
        try:
            different = frozenset(cells)
        except TypeError:
            return None
        days = different - _NONE if free else different
        if not set(map(type, days)) <= {str, date}:
            return None
        try:
            read: dict[Any, date | None] = {day: as_day(day) for day in days}
        except PydanticCustomError:
            return None
        read[None] = None
        return list(map(read.__getitem__, cells)), frozenset(map(read.__getitem__, different))

    return sound


def _id_lists(make: Callable[[Collection[str]], Collection[str]] | None = None, *, free: bool = False) -> _Check:
    """Check lists of identifiers."""
    kinds = {list, tuple, NoneType} if free else {list, tuple}

    def sound(cells: Column) -> _Found | None:
        if not set(map(type, cells)) <= kinds:
            return None
        if _ids(list(chain.from_iterable(cell for cell in cells if cell is not None))) is None:
            return None
        if free:
            return [None if cell is None else tuple(cell) for cell in cells], None
        return list(map(tuple, cells if make is None else map(make, cells))), None

    return sound


_sorted_ids: Final = _id_lists(sorted)
_unique_ids: Final = _id_lists(lambda ids: sorted(set(ids)))


def _by_schema(hint: Any) -> _Check:  # noqa: ANN401 - as above
    """Check a column by its schema, which makes the library's values too."""
    adapter: TypeAdapter[list[Any]] = TypeAdapter(cast("Any", GenericAlias(list, (hint,))))

    def sound(cells: Column) -> _Found | None:
        try:
            return adapter.validate_python(list(cells)), None
        except ValidationError:
            return None

    return sound


_CHECKS: Final[tuple[tuple[object, _Check], ...]] = (
    (Id, _ids),
    (FreeText, _texts(is_name, "")),
    (Day, _days()),
    (Flag, _flags),
    (Ids, _id_lists()),
    (Whole, _numbers(-GREATEST, GREATEST)),
    (Natural, _numbers(0, GREATEST)),
    (Share, _numbers(1, 1000)),
    (Strength, _numbers(Power.NONE, Power.DECIDE, Power)),
)
_FREE: Final[Mapping[object, _Check]] = MappingProxyType(
    {
        Id: _texts(is_id, _BARRED, free=True),
        FreeText: _texts(is_name, "", free=True),
        Day: _days(free=True),
        Flag: _flags_or_none,
        Natural: _numbers(0, GREATEST, free=True),
        Share: _numbers(1, 1000, free=True),
        Strength: _numbers(Power.NONE, Power.DECIDE, Power, free=True),
        Ids: _id_lists(free=True),
    }
)
