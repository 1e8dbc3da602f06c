"""Requests drawn from the cells of a pack: every rule is met, missed and met with its exceptions, at each threshold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import strategies as st

from pbgov.base import need_day
from pbgov.rules import Cmp, Expr, Facts, Field, FieldRef, In, Lit, ResolvedPack, RulePack, Value, parts

_DAY = timedelta(days=1)
_FAR = 3


def requests(pack: RulePack, *, on: date, missing: bool = False) -> st.SearchStrategy[Facts]:
    """Requests that a pack decides, with values on both sides of every threshold its rules have.

    A value comes from the constants of the rules themselves, from one beside them, or from another field that it is
    compared with; any other value of the field comes too, but rarely.

    Args:
        pack: Whose rules decide.
        on: The day, for the figures.
        missing: Whether facts may be left out.

    Raises:
        InvalidValueError: ``on`` is no day.
    """
    need_day("on", on)
    day = pack.at(on)
    named = {name: sorted(set(_named(day, field)), key=repr) for name, field in day.fields.items()}
    known = {name: _values(day.fields[name], values) for name, values in named.items()}
    drawn = st.fixed_dictionaries({}, optional=known) if missing else st.fixed_dictionaries(known)
    pairs = sorted({pair for one in day.program.clauses for tree in (one.speaks, one.lifted) for pair in _pairs(tree)})
    if not pairs:
        return drawn
    return st.tuples(drawn, st.sampled_from(pairs), st.integers(-1, 1)).map(
        lambda told: _level(day, told[0], *told[1], told[2])
    )


def _values(field: Field, named: list[Value]) -> st.SearchStrategy[Value]:
    some: dict[str, st.SearchStrategy[Value]] = {
        "bool": st.booleans(),
        "int": st.integers(*_range(field)),
        "date": st.dates(date(2000, 1, 1), date(2030, 1, 1)),
        "code": st.sampled_from((*field.options, *([] if field.options else ["other"]))),
        "codes": st.just(()),
    }
    return st.sampled_from(named) | some[field.kind] if named else some[field.kind]


def _range(field: Field) -> tuple[int, int]:
    low = field.low if field.low is not None else -_FAR if field.high is None else field.high - _FAR
    return low, field.high if field.high is not None else low + _FAR


def _named(day: ResolvedPack, field: Field) -> Iterator[Value]:
    """Yield the values of a field at which a rule turns."""
    ref = FieldRef("", field.name)
    for one in day.program.clauses:
        for part in (*parts(one.speaks), *parts(one.lifted)):
            for value in _constants(part, ref):
                yield from (near for near in _beside(value) if field.takes(near))


def _constants(part: Expr, ref: FieldRef) -> Iterator[Value]:
    match part:
        case Cmp(_, left, right) if ref in parts(part):
            yield from (side.value for side in (left, right) if isinstance(side, Lit))
        case In(item, Lit(tuple(options))) if item == ref:
            yield from options
        case In(Lit(str(code)), options) if options == ref:
            yield (code,)
        case _:
            return


def _beside(value: Value) -> tuple[Value, ...]:
    if isinstance(value, bool | str | tuple):
        return (value,)
    if isinstance(value, int):
        return (value - 1, value, value + 1)
    return (value - _DAY, value, value + _DAY) if date.min < value < date.max else (value,)


def _pairs(tree: Expr) -> Iterator[tuple[str, str]]:
    """Yield pairs of fields that a comparison holds against each other."""
    for part in parts(tree):
        match part:
            case Cmp(_, FieldRef(_, one), FieldRef(_, other)) if one != other:
                yield one, other
            case _:
                continue


def _level(day: ResolvedPack, facts: Facts, one: str, other: str, by: int) -> Facts:
    """Bring one fact to the other's height, or to one beside it."""
    height = facts.get(other)
    if type(height) is int and facts.get(one) is not None and day.fields[one].takes(height + by):
        return {**facts, one: height + by}
    return facts
