"""Whole columns checked at once: what is sound costs a few passes that no Python code runs in.

A check says that a column is sound, or that it may not be; what is wrong with which cell is for the reader of rows to
say. So the two cannot disagree about what is wrong, and a law holds that they agree on what is not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain
from types import GenericAlias, MappingProxyType, NoneType
from typing import Any, Final, TypeAlias, cast, get_args, get_type_hints

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
_Check: TypeAlias = Callable[[Column, set[type]], Column | None]
ABSENT: Final = type("Absent", (), {})()  # a cell that a row leaves out


def checked(table: str, given: Columns, left_out: object) -> tuple[dict[str, Column], dict[str, int]] | None:
    """Give the cells of sound columns as the library holds them; ``None`` if anything in them may be wrong.

    With them comes where each identifier stands.

    Args:
        table: Which table.
        given: Equally long columns of cells as given, ``id`` among them, none unknown.
        left_out: What stands in a column where a row leaves the cell out.
    """
    checks = _checks(table)
    if checks is None:
        return None
    held: dict[str, Column] = {}
    for name, (check, default) in checks.items():
        cells = given.get(name)
        if cells is None:
            if default is ABSENT:
                return None
            continue
        kinds = set(map(type, cells))
        if type(left_out) in kinds and default is not left_out:
            if default is ABSENT:
                return None
            cells = [default if cell is left_out else cell for cell in cells]
            kinds = set(map(type, cells))
        sound = check(cells, kinds)
        if sound is None:
            return None
        held[name] = sound
    place = dict(zip(held["id"], range(len(held["id"])), strict=True))
    return (held, place) if len(place) == len(held["id"]) and _together(table, held) else None


def _together(table: str, held: Columns) -> bool:
    """Tell whether cells of one row agree."""
    ends = held.get("end")
    if ends is not None:
        starts = held.get("start", ())
        if any(a is not None and z is not None and z <= a for a, z in set(zip(starts, ends, strict=False))):
            return False
        ended = held.get("ended", ())
        if any(over and z is not None for over, z in set(zip(ended, ends, strict=False))):
            return False
    if table == "waivers" and not all(reason.strip() for reason in set(held["reason"])):
        return False
    return table != "grids" or _divided(held["members"])


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
            return _optional(check) if free else check
    return _by_schema(hint)


def _optional(check: _Check) -> _Check:
    """Let a column hold ``None`` too."""

    def sound(cells: Column, kinds: set[type]) -> Column | None:
        if NoneType not in kinds:
            return check(cells, kinds)
        if len(kinds) == 1:
            return cells
        some = [cell for cell in cells if cell is not None]
        made = check(some, kinds - {NoneType})
        if made is None or made is some:
            return None if made is None else cells
        rest = iter(made)
        return [None if cell is None else next(rest) for cell in cells]

    return sound


def _texts(one: Callable[[str], bool], barred: str) -> _Check:
    """Check texts: their lengths, and then the signs of all of them together."""

    def sound(cells: Column, kinds: set[type]) -> Column | None:
        if not kinds <= {str}:
            return None
        lengths = set(map(len, cells))
        if not all(one("x" * length) for length in (min(lengths, default=1), max(lengths, default=1))):
            return None
        joined = "".join(cells)
        return cells if joined.isprintable() and not any(sign in joined for sign in barred) else None

    return sound


_ids: Final = _texts(is_id, " /~\u3000")


def _numbers(least: int, most: int, make: Callable[[int], int] | None = None) -> _Check:
    def sound(cells: Column, kinds: set[type]) -> Column | None:
        if not kinds <= {int} or (cells and not (min(cells) >= least and max(cells) <= most)):
            return None
        return cells if make is None else list(map(make, cells))

    return sound


def _flags(cells: Column, kinds: set[type]) -> Column | None:
    return cells if kinds <= {bool} else None


def _days(cells: Column, kinds: set[type]) -> Column | None:
    """Read each different day once."""
    try:
        read = {day: as_day(day) for day in set(cells)} if kinds <= {str, date} else None
    except PydanticCustomError:
        return None
    return None if read is None else list(map(read.__getitem__, cells))


def _id_lists(make: Callable[[Collection[str]], Collection[str]] | None = None) -> _Check:
    """Check lists of identifiers."""

    def sound(cells: Column, kinds: set[type]) -> Column | None:
        if not kinds <= {list, tuple}:
            return None
        ids = list(chain.from_iterable(cells))
        if _ids(ids, set(map(type, ids))) is None:
            return None
        return list(map(tuple, cells if make is None else map(make, cells)))

    return sound


_sorted_ids: Final = _id_lists(sorted)
_unique_ids: Final = _id_lists(lambda ids: sorted(set(ids)))


def _by_schema(hint: Any) -> _Check:  # noqa: ANN401 - as above
    """Check a column by its schema, which makes the library's values too."""
    adapter: TypeAdapter[list[Any]] = TypeAdapter(cast("Any", GenericAlias(list, (hint,))))

    def sound(cells: Column, _kinds: set[type]) -> Column | None:
        try:
            return adapter.validate_python(list(cells))
        except ValidationError:
            return None

    return sound


_CHECKS: Final[tuple[tuple[object, _Check], ...]] = (
    (Id, _ids),
    (FreeText, _texts(is_name, "")),
    (Day, _days),
    (Flag, _flags),
    (Ids, _id_lists()),
    (Whole, _numbers(-GREATEST, GREATEST)),
    (Natural, _numbers(0, GREATEST)),
    (Share, _numbers(1, 1000)),
    (Strength, _numbers(Power.NONE, Power.DECIDE, Power)),
)
