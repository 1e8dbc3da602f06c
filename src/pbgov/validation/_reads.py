"""What each kind of norm reads: the paths its evaluator walks from a subject, and the tables it reads whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from pbgov.model import TABLES, Column, Path, columns_read, parts_of
from pbgov.rules import (
    HERE,
    Admitted,
    AllEqual,
    Along,
    Answered,
    Cadence,
    Chained,
    CompleteChain,
    Concentration,
    Covered,
    Divided,
    Enumerated,
    Even,
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
    Within,
)

_OF_EVENTS: Final = frozenset(("events", name) for name in ("kind", "agenda", "refers"))


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
            yield from (Path.of(over).then(path).selector for path in _paths(of))
        case Divided(whole=whole, into=into, members=members):
            yield whole.of
            yield into
            yield Path.of(into).then(members.of).selector
        case _:
            for part in parts_of(held):
                yield from _paths(part)


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
    columns = columns_read((norm.scope, norm.payload)) | _OF_EVENTS
    return attrs.evolve(found, columns=columns)
