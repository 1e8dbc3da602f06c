"""Paths of selectors, walked both ways: where a row leads to, and from where it is reached."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pbgov.base import Row, several
from pbgov.model._jurisdiction import Jurisdiction
from pbgov.rules import Along, And, Back, Cmp, Down, FieldRef, Lit, Selector, Step, Up

if TYPE_CHECKING:
    from pbgov.model._view import View

_UNSAID: Final = frozenset({"attendance", "refers"})


def tables_of(selector: Selector, subject: str) -> tuple[str, ...]:
    """Name the table a path starts in, that of the subject where it names none, and that after each step."""
    return (selector.table or subject, *(_table_after(step) for step in selector.via))


def may_name_any(step: Step, row: Row) -> bool:
    """Tell whether a row may be what a step leads to from anywhere, since the record does not say what it names."""
    return is_unsaid(step) and isinstance(step, Back) and getattr(row, step.column) is None


def is_unsaid(step: Step) -> bool:
    """Tell whether a step goes back along a column whose ``None`` may stand for any name."""
    return isinstance(step, Back) and step.column in _UNSAID


def joined(first: Selector, then: Selector) -> Selector:
    """Put a path behind another; one that starts in a table starts there whatever comes before it."""
    return then if then.table else Selector(first.table, first.where, (*first.via, *then.via))


def _table_after(step: Step) -> str:
    match step:
        case Back(table, _, _) | Along(_, table):
            return table
        case Up() | Down():
            return "units"


def origins(place: Jurisdiction, step: Step, source: str, row: Row) -> Iterable[str]:
    """Give the rows of a table from which a step may lead to a row, whatever conditions they meet on whatever day.

    Args:
        place: The record.
        step: The step.
        source: The table it starts from.
        row: The row it leads to; it may be none of the record any more.
    """
    match step:
        case Back(_, column, _):
            return several(getattr(row, column))
        case Along(column, _):
            return [one.id for one in place.table(source).naming(column, row.id)]
        case Up():
            return place.org.subtree(row.id) if row.id in place.units else ()
        case Down():
            return place.org.chain(row.id) if row.id in place.units else ()


def subjects_behind(place: Jurisdiction, selector: Selector, tables: tuple[str, ...], at: int, row: Row) -> set[str]:
    """Give the subjects from which a path may come, at its ``at``-th table, to a row."""
    found = {row.id}
    rows: Iterable[Row] = (row,)
    for number in range(at - 1, -1, -1):
        source = place.table(tables[number])
        found = {name for one in rows for name in origins(place, selector.via[number], tables[number], one)}
        rows = [one for one in map(source.get, found) if one is not None]
    return found


def reached(view: View, selector: Selector, at: int, row: Row) -> Iterator[str]:
    """Yield what the rest of a path leads to from a row at its ``at``-th table."""
    rest = Selector("", None, selector.via[at:])
    return (one.id for one in view.select(rest, row))


def leads_to(view: View, selector: Selector, tables: tuple[str, ...], row: Row) -> bool:
    """Tell whether a selector that starts in a table picks a row."""

    def is_start(row: Row) -> bool:
        return view.counts(row) and view.holds(selector.where, row) is True

    return _may_start(view, selector) and comes_to(view, selector.via, tables, row, is_start)


def _may_start(view: View, selector: Selector) -> bool:
    """Tell whether there may be a row of the kind that the path starts from."""
    where, table = selector.where, view.place.table(selector.table)
    kinds = [
        part.right.value
        for part in (where.parts if isinstance(where, And) else (where,))
        if isinstance(part, Cmp)
        and part.op == "=="
        and part.left == FieldRef(selector.table, "kind")
        and isinstance(part.right, Lit)
    ]
    return all(table.may_hold("kind", kind) for kind in kinds)


def comes_to(
    view: View, steps: tuple[Step, ...], tables: tuple[str, ...], row: Row, is_start: Callable[[Row], bool]
) -> bool:
    """Tell whether steps lead to a row from one that they start from; ``tables`` lie along them, from the start on."""
    if not steps:
        return is_start(row)
    *before, last = steps
    if not _may_lead_to(view, last, row):
        return False
    source, rest = tables[len(before)], tuple(before)
    found = map(view.place.table(source).get, origins(view.place, last, source, row))
    return any(one is not None and comes_to(view, rest, tables, one, is_start) for one in found)


def _may_lead_to(view: View, step: Step, row: Row) -> bool:
    """Tell whether a step leads to a row, if to any of its kind."""
    match step:
        case Back(where=where) | Down(where=where):
            return view.counts(row) and view.holds(where, row) is True
        case Up(level):
            return getattr(row, "level", None) == level
        case Along():
            return True
