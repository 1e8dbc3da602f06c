"""From a cell back to a request: facts that lie in it, or the proof that none do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice, product
from math import prod
from typing import Final, TypeAlias, cast

import attrs

from pbgov.base import FrozenMap
from pbgov.rules._cells import OTHER, Cell, Dimension, Factors, Key, Space, indices
from pbgov.rules._expr import Expr, FieldRef, Lit, Value, parts
from pbgov.rules._fields import Field
from pbgov.rules._kleene import holds

Interval: TypeAlias = tuple[int, int]
Sum: TypeAlias = tuple[Factors, int | None, int | None]  # between which numbers a sum lies

_FAR: Final = 10**12  # how far from zero a number without a declared range is looked for, beyond all that is named
_ROUNDS: Final = 64
_TRIES: Final = 256
_MANY: Final = 1 << 14  # requests that may be tried one by one


@attrs.frozen
class Search:
    """What a search for a request found.

    Attributes:
        facts: The request; ``None`` when none was found.
        none_exists: Whether it is certain that there is none.
    """

    facts: FrozenMap[str, Value] | None
    none_exists: bool


def find(space: Space, cells: int, conditions: tuple[Expr, ...]) -> Search:
    """Look for a request in a set of cells: one for which conditions hold.

    Args:
        space: The space.
        cells: The cells to look in: those in which the conditions hold.
        conditions: What must hold for the request, by the plain reading.
    """
    certain = True
    for tried, index in enumerate(indices(cells)):
        found = _in_cell(space, space.cell(index), conditions)
        if found.facts is not None:
            return found
        certain = certain and found.none_exists
        if tried == _TRIES:
            certain = False
            break
    return Search(None, none_exists=True) if certain else _among_all(space, conditions)


def _among_all(space: Space, conditions: tuple[Expr, ...]) -> Search:
    """Try every request there is, where there are few; otherwise leave it open."""
    names = dict.fromkeys(part.name for tree in conditions for part in parts(tree) if isinstance(part, FieldRef))
    fields = [space.words.fields[name] for name in names]
    codes = _codes(fields, [part.value for tree in conditions for part in parts(tree) if isinstance(part, Lit)])
    domains = [_domain(declared, codes) for declared in fields]
    if None in domains or prod(len(domain) for domain in domains if domain) > _MANY:
        return Search(None, none_exists=False)
    for values in product(*(domain for domain in domains if domain)):
        facts = dict(space.words.plain) | dict(zip(names, values, strict=True))
        if all(holds(condition, facts.get) for condition in conditions):
            return Search(FrozenMap(facts), none_exists=False)
    return Search(None, none_exists=True)


def _codes(fields: Sequence[Field], literals: list[Value]) -> tuple[str, ...]:
    """Give the codes that conditions over some fields can tell apart: the named ones, and for each field one more."""
    named = [value for value in literals if isinstance(value, str)]
    named += [code for value in literals if isinstance(value, tuple) for code in value]
    named += [option for declared in fields for option in declared.options]
    others = (f"{OTHER}{n}" for n, declared in enumerate(fields) if declared.kind == "code")
    return tuple(dict.fromkeys([*named, OTHER, *others]))


def _domain(declared: Field, codes: tuple[str, ...]) -> Sequence[Value] | None:
    """Give every value of a field, as far as conditions can tell them apart; ``None`` where they are too many."""
    match declared.kind:
        case "bool":
            return (False, True)
        case "code":
            return declared.options or codes
        case "int" if declared.low is not None and declared.high is not None:
            return range(declared.low, declared.high + 1)
        case _:
            return None


def _in_cell(space: Space, cell: Mapping[Key, Cell], conditions: tuple[Expr, ...]) -> Search:
    fields, facts = space.words.fields, dict(space.words.plain)
    sums: list[Sum] = []
    opaque: list[Expr] = []
    for dimension in space.dimensions:
        kind, what = dimension.key
        value = cell[dimension.key]
        if kind == "number" and isinstance(value, int):
            sums.append((cast("Factors", what), *dimension.interval(value)))
        elif kind == "opaque":
            opaque.append(cast("Expr", what))
        else:
            _put(facts, dimension, value)
    numbers, certain = _solved(fields, sums)
    if numbers is None:
        return Search(None, none_exists=certain)
    facts |= {name: _as_fact(fields[name], number) for name, number in numbers.items()}
    for candidate in _varied(space, facts, opaque):
        if all(holds(condition, candidate.get) for condition in conditions):
            return Search(FrozenMap(candidate), none_exists=False)
    return Search(None, none_exists=False)


def _put(facts: dict[str, Value], dimension: Dimension, value: Cell) -> None:
    """Set a field as its cell has it."""
    kind, what = dimension.key
    if kind == "has":
        name, code = cast("tuple[str, str]", what)
        held = cast("tuple[str, ...]", facts[name])
        facts[name] = (*held, code) if value else held
    else:
        facts[str(what)] = _other(dimension.cells) if value == OTHER else value


def _other(cells: tuple[Cell, ...]) -> str:
    """Give a code that no condition names."""
    return next(code for code in ("other", *(f"other_{n}" for n in range(len(cells) + 1))) if code not in cells)


def _as_fact(declared: Field, number: int) -> Value:
    return date.fromordinal(number) if declared.kind == "date" else number


def _varied(space: Space, facts: dict[str, Value], opaque: list[Expr]) -> Iterator[dict[str, Value]]:
    """Yield the facts, and others that differ where an opaque comparison may turn."""
    yield facts
    names = list(dict.fromkeys(p.name for node in opaque for p in parts(node) if isinstance(p, FieldRef)))
    literals = [p.value for node in opaque for p in parts(node) if isinstance(p, Lit)]
    codes = _codes([space.words.fields[name] for name in names], literals)
    choices = [_choices(space.words.fields[name], facts[name], literals, codes) for name in names]
    for values in islice(product(*choices), _TRIES):
        yield facts | dict(zip(names, values, strict=True))


def _choices(declared: Field, now: Value, literals: list[Value], codes: tuple[str, ...]) -> list[Value]:
    numbers = sorted({n + d for n in (0, 1, *(v for v in literals if type(v) is int)) for d in (-1, 0, 1)})
    days = [day for day in literals if isinstance(day, date)]
    options: dict[str, list[Value]] = {
        "bool": [False, True],
        "int": [*numbers],
        "date": [*days, date(1990, 1, 1), date(2030, 1, 1)],
        "code": [*codes],
        "codes": [v for v in literals if isinstance(v, tuple)],
    }
    return [now, *(value for value in options[declared.kind] if declared.takes(value) and value != now)]


def _solved(fields: Mapping[str, Field], sums: list[Sum]) -> tuple[dict[str, int] | None, bool]:
    """Find whole numbers for which every sum lies in its interval.

    Returns:
        The numbers, and, where there are none, whether that is certain.
    """
    names = dict.fromkeys(name for factors, _, _ in sums for name, _ in factors)
    far = _far([fields[name] for name in names], sums)
    ranges = {name: _range(fields[name], far) for name in names}
    narrowed = _narrowed(ranges, sums)
    if narrowed is None:
        return None, True
    for lowest in (True, False):
        tight: dict[str, Interval] | None = narrowed
        for name in names:
            if tight is None:
                break
            low, high = tight[name]
            near = min(max(0, low), high)  # the nearest to nothing first, then the other end
            here = near if lowest else high if near == low else low
            tight = _narrowed(tight | {name: (here, here)}, sums)
        if tight is not None:
            return {name: low for name, (low, _) in tight.items()}, False
    return None, False


def _far(declared: Sequence[Field], sums: list[Sum]) -> int:
    """Give a number beyond which nothing turns: no number that sums tie to what is named, one by one, reaches it."""
    ends = [end for _, low, high in sums for end in (low, high) if end is not None]
    ends += [end for one in declared for end in (one.low, one.high) if end is not None]
    factors = [factor for several, _, _ in sums for _, factor in several]
    return _FAR + sum(map(abs, ends)) * prod(map(abs, factors))


def _range(declared: Field, far: int) -> Interval:
    if declared.kind == "date":
        return date.min.toordinal(), date.max.toordinal()
    return (-far if declared.low is None else declared.low), (far if declared.high is None else declared.high)


def _narrowed(ranges: Mapping[str, Interval], sums: list[Sum]) -> dict[str, Interval] | None:
    """Draw the ranges in as far as each sum alone demands; ``None`` when nothing is left."""
    tight = dict(ranges)
    for _ in range(_ROUNDS):
        before = dict(tight)
        for factors, low, high in sums:
            for name, factor in factors:
                least = sum(min(f * tight[n][0], f * tight[n][1]) for n, f in factors if n != name)
                most = sum(max(f * tight[n][0], f * tight[n][1]) for n, f in factors if n != name)
                tight[name] = _between(tight[name], factor, low, high, (least, most))
                if tight[name][0] > tight[name][1]:
                    return None
        if tight == before:
            return tight
    return tight


def _between(now: Interval, factor: int, low: int | None, high: int | None, rest: Interval) -> Interval:
    """Draw one range in: ``low <= factor × x + rest <= high``."""
    ends = (None if low is None else low - rest[1], None if high is None else high - rest[0])
    first, last = ends if factor > 0 else (ends[1], ends[0])
    least = now[0] if first is None else max(now[0], -(-first // factor))
    most = now[1] if last is None else min(now[1], last // factor)
    return least, most
