"""What is asked of columns before they are decided: all there, side by side, of their kinds, in their ranges.

numpy, pandas and polars are known here by what they do, not by name, and none of them is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import attrs

from pbgov.base import both
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._expr import Arith, Cmp, Expr, FieldRef, In, Lit, ParamRef, parts
from pbgov.rules._fields import Field, Kind
from pbgov.rules._kinds import Range, bounds

if TYPE_CHECKING:
    from pbgov.rules._resolved import ResolvedPack

Code: TypeAlias = tuple[str, str]  # a field and one of its options
Column: TypeAlias = Any  # an array of numpy, a series of pandas or polars, or what else does what they do

_MOST: Final = 2**63 - 1
_DAYS: Final = ("datetime64[d]", "date", "object")  # the types that compare with a day as Python knows it
_WORDS: Final = ("<u", ">u", "str", "categor", "enum")  # how the names of types that hold words begin
_MIXED: Final = ("object", "category")  # the types that may hold words and other things


@attrs.frozen(eq=False, kw_only=True)
class Sound:
    """Columns that can be decided.

    Attributes:
        columns: What was given, whole numbers in 64 bits.
        positions: The fields whose codes were given by their positions in the options.
        where: Where a field that was given in words has one of its options.
    """

    columns: Mapping[str, Column]
    positions: frozenset[str]
    where: Mapping[Code, Column]


def checked(day: ResolvedPack, columns: Mapping[str, Column]) -> Sound:
    """Refuse columns that are missing, unknown, of another length or kind, or out of range."""
    if not isinstance(columns, Mapping):
        raise InvalidValueError(both("columns.mapping", value=type(columns).__name__), columns)
    unknown = sorted(str(name) for name in columns if name not in day.fields)
    if unknown:
        raise UnknownIdError(both("field.unknown", name=", ".join(unknown)), *unknown)
    nodes = _complete(day, columns)
    sound = {key: _sound(day.fields[key], columns[key]) for key in day.fields if key in columns}
    _lie_side_by_side(sound)
    ranges = {key: (int(one.min()), int(one.max())) for key, one in sound.items() if _counts(day.fields[key], one)}
    for part in nodes:
        if isinstance(part, Arith) and part.op != "months" and ranges:
            _fits(part, ranges)
    closed = {key: one for key, one in sound.items() if day.fields[key].kind == "code" and day.fields[key].options}
    positions = frozenset(key for key, one in closed.items() if _type(one) == "int64")
    words = {key: one for key, one in closed.items() if key not in positions}
    return Sound(columns=sound, positions=positions, where=_where(day, words, nodes))


def _complete(day: ResolvedPack, columns: Mapping[str, Column]) -> list[Expr]:
    """Refuse columns that lack what the rules ask for, and give the parts of the rules."""
    trees = [tree for one in day.program.clauses for tree in (one.speaks, one.lifted)]
    nodes = [part for tree in trees for part in parts(tree)]
    for part in nodes:
        if isinstance(part, ParamRef):
            raise InvalidValueError(both("columns.parameter", name=part.id), part.id)
    asked = {part.name for part in nodes if isinstance(part, FieldRef)}
    missing = sorted(asked - set(columns))
    if missing:
        raise UnknownIdError(both("columns.missing", names=", ".join(missing)), *missing)
    for part in nodes:
        match part:
            case In(Lit(str(code)), FieldRef(_, field)) if isinstance(columns[field], Mapping):
                if code not in columns[field]:
                    raise UnknownIdError(both("columns.missing", names=f"{field}: {code}"), field, code)
            case _:
                pass
    return nodes


def _lie_side_by_side(columns: Mapping[str, Column]) -> None:
    """Refuse columns of which nobody knows which rows belong together, or how many there are."""
    each = [
        (key, one)
        for key, column in columns.items()
        for one in (cast("Mapping[str, Column]", column).values() if isinstance(column, Mapping) else (column,))
    ]
    if not each:
        raise InvalidValueError(both("columns.none"), columns)
    first, one = each[0]
    for second, other in each[1:]:
        makers = [type(column).__module__.partition(".")[0] for column in (one, other)]
        if makers[0] != makers[1]:
            message = both("columns.makers", first=first, one=makers[0], second=second, other=makers[1])
        elif len(one) != len(other):
            message = both("columns.length", first=first, n=len(one), second=second, m=len(other))
        elif hasattr(one, "index") and not one.index.equals(other.index):
            message = both("columns.index", first=first, second=second)
        else:
            continue
        raise InvalidValueError(message, first, second)


def _counts(declared: Field, column: Column) -> bool:
    return declared.kind == "int" and len(column) > 0


def _fits(part: Arith, ranges: Mapping[str, Range]) -> None:
    low, high = bounds(part, ranges)
    if low < -_MOST - 1 or high > _MOST:
        raise InvalidValueError(both("columns.wrap", low=low, high=high), part)


def _type(column: Column) -> str:
    return str(getattr(column, "dtype", "")).lower()


def _sound(declared: Field, column: Column) -> Column:
    """Give a column of whole numbers in 64 bits, and any other as it is, once it is found to be of its kind."""
    if declared.kind == "codes":
        return _sets(declared, column)
    dtype = _full(declared.name, declared.kind, column)
    if declared.kind == "int":
        return _whole(declared, column, dtype)
    if declared.kind == "date" and not (dtype in _DAYS and (dtype != "object" or all(map(declared.takes, column)))):
        raise InvalidValueError(both("columns.days", name=declared.name, dtype=dtype), declared.name, dtype)
    if declared.options and dtype.startswith(("int", "uint")):
        last = len(declared.options) - 1
        return _whole(attrs.evolve(declared, kind="int", options=(), low=0, high=last), column, dtype)
    if declared.kind == "code" and not declared.options:
        _need_words(declared, column, dtype)
    return column


def _need_words(declared: Field, column: Column, dtype: str) -> None:
    """Refuse what is no word: compared with any code, it would only be another."""
    if dtype in _MIXED:
        for one in column:
            if not declared.takes(one):
                raise declared.refuse(_item(one))
    elif not dtype.startswith(_WORDS):
        raise _other_kind(declared.name, "code", dtype)


def _sets(declared: Field, column: object) -> Mapping[str, Column]:
    """Give sets of codes: for each code, where it is among them."""
    if not isinstance(column, Mapping):
        raise InvalidValueError(both("columns.codes", name=declared.name), declared.name)
    codes = cast("Mapping[str, Column]", column)
    if declared.options and (strange := sorted(str(code) for code in codes if code not in declared.options)):
        raise declared.refuse(tuple(strange))
    for code, one in codes.items():
        _full(f"{declared.name}: {code}", "bool", one)
    return codes


def _full(name: str, kind: Kind, column: Column) -> str:
    """Give the type of the items of a column, once it is found to lack none."""
    dtype = _type(column)
    if not dtype or (kind == "bool" and not dtype.startswith("bool")):
        raise _other_kind(name, kind, dtype)
    if len(column.shape) != 1:
        raise _other_kind(name, kind, f"{dtype} {column.shape}")
    if _lacks(column, dtype):
        raise InvalidValueError(both("columns.null", name=name), name)
    return dtype


def _other_kind(name: str, kind: str, dtype: str) -> InvalidValueError:
    return InvalidValueError(both("columns.kind", name=name, kind=kind, dtype=dtype or "-"), name, dtype)


def _lacks(column: Column, dtype: str) -> bool:
    """Tell whether something is missing in a column, as its own library says it."""
    if hasattr(column, "isna"):
        return bool(column.isna().any())
    if hasattr(column, "null_count"):
        return bool(column.null_count())
    if hasattr(column, "mask") and column.mask.any():
        return True
    if dtype.startswith("datetime"):
        return bool((column != column).any())  # noqa: PLR0124 - "not a time" is not even itself
    return dtype == "object" and bool((column == None).any())  # noqa: E711 - compared item by item


def _whole(declared: Field, column: Column, dtype: str) -> Column:
    if not dtype.startswith(("int", "uint")):
        raise _other_kind(declared.name, "int", dtype)
    too_long = dtype == "uint64" and len(column) and column.max() > _MOST
    if dtype != "int64" and (too_long or not hasattr(column, "astype")):
        raise _other_kind(declared.name, "int64", dtype)
    wide = column if dtype == "int64" else column.astype("int64")
    ends = (declared.low, declared.high)
    if len(wide) and not ((ends[0] is None or ends[0] <= wide.min()) and (ends[1] is None or wide.max() <= ends[1])):
        raise declared.refuse(int(wide.min() if ends[0] is not None and wide.min() < ends[0] else wide.max()))
    return wide


def _where(day: ResolvedPack, words: Mapping[str, Column], nodes: Iterable[Expr]) -> dict[Code, Column]:
    """Find where each option is, or one that no condition tells from it, and refuse a word that is no option."""
    together: dict[Code, list[frozenset[str]]] = {}
    for field, codes in (named for part in nodes for named in _named(part)):
        for code in codes:
            together.setdefault((field, code), []).append(codes)
    found: dict[Code, Column] = {}
    for key, column in words.items():
        alike: dict[tuple[frozenset[str], ...], list[str]] = {}
        for option in day.fields[key].options:
            alike.setdefault(tuple(together.get((key, option), ())), []).append(option)
        classes = {tuple(options): _any(column == option for option in options) for options in alike.values()}
        if not _any(classes.values()).all():
            raise day.fields[key].refuse(next(one for one in map(_item, column) if not day.fields[key].takes(one)))
        found |= {(key, option): here for options, here in classes.items() for option in options}
    return found


def _any(masks: Iterable[Column]) -> Column:
    """Tell where any of one or more masks is true; each is given back before the next one is made."""
    rest = iter(masks)
    found = next(rest)
    for mask in rest:
        found = found | mask
    return found


def _named(part: Expr) -> Iterator[tuple[str, frozenset[str]]]:
    """Give the field and the codes of a condition on codes."""
    match part:
        case Cmp(_, FieldRef(_, field), Lit(str(code))):
            yield field, frozenset({code})
        case In(FieldRef(_, field), Lit(tuple(codes))):
            yield field, frozenset(codes)
        case _:
            pass


def _item(value: Column) -> object:
    """Give an item as Python knows it."""
    return value.item() if hasattr(value, "item") else value
