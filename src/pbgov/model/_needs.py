"""What selectors and measures rest on: the tables that they must know whole, and the columns that they read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final, TypeAlias, cast

from pbgov.rules import (
    Along,
    Back,
    CompleteChain,
    Concentration,
    Count,
    Distinct,
    Down,
    Expr,
    FieldRef,
    Measure,
    Own,
    Ratio,
    Selector,
    Sum,
    Up,
)

ANY: Final = ""
Column: TypeAlias = tuple[str, str]
"""A table and a column of it; ``ANY`` stands for any table."""
_DATED: Final = frozenset((ANY, name) for name in ("start", "end", "ended", "date"))
_PLACING: Final = frozenset(("units", name) for name in ("parent", "level"))


def needs(selector: Selector) -> Iterator[tuple[str, Expr | None]]:
    """Yield the tables a selector must know whole, each with the condition that narrows it."""
    if selector.table:
        yield selector.table, selector.where
    for step in selector.via:
        if isinstance(step, Back):
            yield step.table, step.where
        elif isinstance(step, Down):
            yield "units", step.where


def selectors(measure: Measure) -> Iterator[Selector]:
    """Yield the selectors of a measure."""
    match measure:
        case Own():
            return
        case Ratio(part, whole):
            yield from selectors(part)
            yield from selectors(whole)
        case Count(of) | Sum(of, _) | Distinct(of, _):
            yield of
        case Concentration(over, of):
            yield over
            yield from selectors(of)


def columns_read(held: object) -> frozenset[Column]:
    """Give the columns that a norm, or a part of one, names, however deep inside, and those that tell what counts."""
    return frozenset(_columns(held)) | _DATED


def reads_one_of(read: Collection[Column], table: str, columns: Collection[str] | None) -> bool:
    """Tell whether one of some columns of a table is among those read; ``None`` stands for a row that came or went."""
    return columns is None or any((table, name) in read or (ANY, name) in read for name in columns)


def _columns(held: object) -> Iterator[Column]:
    """Yield the columns that are named."""
    match held:
        case FieldRef(table, name):
            yield table, name
        case Back(table, column, where):
            yield table, column
            yield from _columns(where)
        case Along(column, _):
            yield ANY, column
        case Up() | Down() | CompleteChain():
            yield from _PLACING
            yield from _columns(getattr(held, "where", None))
        case str():
            yield ANY, held  # a column by its name, or some other word, which does no harm
        case _:
            for part in parts_of(held):
                yield from _columns(part)


def parts_of(held: object) -> Iterable[object]:
    """Give the parts of a norm, or of a part of one."""
    if isinstance(held, tuple):
        return cast("tuple[object, ...]", held)
    return (getattr(held, attribute.name) for attribute in getattr(held, "__attrs_attrs__", ()))
