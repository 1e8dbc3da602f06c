"""What each kind of norm reads: the paths its evaluator walks from a subject, and the tables it reads whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

import attrs

from pbgov.model import TABLES, joined
from pbgov.rules import (
    HERE,
    Admitted,
    AllEqual,
    Along,
    Answered,
    AtLeastOnce,
    Back,
    Cadence,
    Chained,
    CompleteChain,
    Concentration,
    Covered,
    Divided,
    Down,
    Enumerated,
    Even,
    FieldRef,
    Follows,
    Lasts,
    Norm,
    Payload,
    Preceded,
    Related,
    Rotates,
    SameEnd,
    Selector,
    Shared,
    Stated,
    Unbroken,
    Up,
    Within,
)

Column: TypeAlias = tuple[str, str]
"""A table and a column of it; no table stands for any."""
_ANY: Final = ""
_DATED: Final = frozenset((_ANY, name) for name in ("start", "end", "ended"))
_OF_EVENTS: Final = frozenset(("events", name) for name in ("date", "kind", "agenda", "refers"))
_PLACING: Final = frozenset(("units", name) for name in ("parent", "level"))


@attrs.frozen(kw_only=True)
class Reads:
    """What the answer on one subject rests on, beside the subject itself.

    Attributes:
        paths: The paths that are walked; one that starts in a table is the same for every subject.
        whole: The tables of which any row may matter.
        columns: The columns that may matter; ``None`` when any may.
    """

    paths: tuple[Selector, ...] = ()
    whole: frozenset[str] = frozenset()
    columns: frozenset[Column] | None = None

    def one_of(self, table: str, columns: Iterable[str]) -> bool:
        """Tell whether one of some columns of a table may matter."""
        known = self.columns
        return known is None or any((table, name) in known or (_ANY, name) in known for name in columns)


Declared: TypeAlias = "Callable[[Any], Reads]"


def _along_paths(payload: Payload) -> Reads:
    return Reads(paths=tuple(_paths(payload)))


def _paths(held: object) -> Iterator[Selector]:
    """Yield the selectors in a payload, each from the subject on."""
    match held:
        case Selector():
            yield held
        case Concentration(over, of) | Even(over, of, _):
            yield over
            yield from (joined(over, path) for path in _paths(of))
        case Divided(whole=whole, into=into, members=members):
            yield whole.of
            yield into
            yield joined(into, members.of)
        case _:
            for part in _inner(held):
                yield from _paths(part)


def _inner(held: object) -> Iterable[object]:
    if isinstance(held, tuple):
        return cast("tuple[object, ...]", held)
    return (getattr(held, attribute.name) for attribute in getattr(held, "__attrs_attrs__", ()))


def _chain(_payload: CompleteChain) -> Reads:
    return Reads(paths=(HERE.up(""),))


def _admissions(_payload: Admitted) -> Reads:
    return Reads(whole=frozenset({"lists", "entries", "events", "units"}))


def _roles(_payload: Follows) -> Reads:
    tables = ("units", "bodies", "posts", "people")
    return Reads(paths=tuple(Selector("", None, (Along("actors", table),)) for table in tables))


READS: Final[Mapping[type[Payload], Declared]] = MappingProxyType(
    {
        Within: _along_paths,
        Related: _along_paths,
        AllEqual: _along_paths,
        Divided: _along_paths,
        SameEnd: _along_paths,
        Enumerated: _along_paths,
        CompleteChain: _chain,
        Rotates: _along_paths,
        Lasts: _along_paths,
        AtLeastOnce: _along_paths,
        Cadence: _along_paths,
        Chained: _along_paths,
        Preceded: _along_paths,
        Answered: _along_paths,
        Covered: _along_paths,
        Stated: _along_paths,
        Shared: _along_paths,
        Even: _along_paths,
        Unbroken: _along_paths,
        Admitted: _admissions,
        Follows: _roles,
    }
)
_ANYTHING: Final = Reads(whole=frozenset(TABLES))
_OPAQUE: Final = (Admitted, Follows)  # they read columns that no part of them names


def reads(norm: Norm) -> Reads:
    """Say what a norm reads; of a kind that the library does not know nothing is known, so it may read anything."""
    declared = READS.get(type(norm.payload))
    if declared is None:
        return _ANYTHING
    found = declared(norm.payload)
    if isinstance(norm.payload, _OPAQUE):
        return found
    columns = frozenset(_columns((norm.scope, norm.payload))) | _DATED | _OF_EVENTS
    return attrs.evolve(found, columns=columns)


def _columns(held: object) -> Iterator[Column]:
    """Yield the columns that a norm names, however deep inside."""
    match held:
        case FieldRef(table, name):
            yield table, name
        case Back(table, column, where):
            yield table, column
            yield from _columns(where)
        case Along(column, _):
            yield _ANY, column
        case Up() | Down() | CompleteChain():
            yield from _PLACING
            yield from _columns(getattr(held, "where", None))
        case str():
            yield _ANY, held  # a column by its name, or some other word, which does no harm
        case _:
            for part in _inner(held):
                yield from _columns(part)
