"""Selectors on their way through the tables, walked both ways: where a row leads to, and from where it is reached."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

import attrs

from pbgov.base import Row, several
from pbgov.model._edits import Edit
from pbgov.model._jurisdiction import Jurisdiction
from pbgov.model._needs import Column, columns_read, reads_one_of
from pbgov.rules import Along, And, Back, Cmp, Down, FieldRef, Lit, Selector, Step, Up

if TYPE_CHECKING:
    from pbgov.model._view import View

UNSAID: Final = frozenset({"attendance", "refers"})
"""Columns of which ``None`` says that nobody recorded what they name."""


@attrs.frozen
class Path:
    """A selector on its way through the tables.

    Attributes:
        selector: The selector.
        tables: The table it starts in, and that after each step.
        columns: The columns it reads.
    """

    selector: Selector
    tables: tuple[str, ...]
    columns: frozenset[Column] = attrs.field(eq=False)

    @classmethod
    def of(cls, selector: Selector, subject: str = "") -> Path:
        """Make the path of a selector from the table of a subject, where the selector names none."""
        tables = (selector.table or subject, *map(_table_after, selector.via))
        return cls(selector, tables, columns_read(selector))

    def then(self, selector: Selector) -> Path:
        """Put a selector behind; one that starts in a table starts there whatever comes before it."""
        if selector.table:
            return Path.of(selector)
        first = self.selector
        return Path.of(Selector(first.table, first.where, (*first.via, *selector.via)), self.tables[0])

    def concerning(self, edits: Iterable[Edit]) -> list[Edit]:
        """Give the edits that may change where the path leads, or what stands in the rows that it leads to."""
        last = self.tables[-1]
        return [e for e in edits if e.table == last or reads_one_of(self.columns, e.table, e.columns())]

    def may_hold(self, view: View, at: int, row: Row) -> bool:
        """Tell whether a row may matter at the ``at``-th table.

        One that surely fails the condition there does not, but on the way down, where others stand below it.
        """
        step = self.selector.via[at - 1] if at else self.selector
        return not isinstance(step, Back | Selector) or view.holds(step.where, row) is not False

    def may_name_any(self, at: int, row: Row) -> bool:
        """Tell whether a row may come after any at the ``at``-th table: the record does not say what it names."""
        step = self.selector.via[at - 1] if at else None
        return isinstance(step, Back) and is_unsaid(step) and getattr(row, step.column) is None

    def behind(self, place: Jurisdiction, at: int, row: Row) -> set[str]:
        """Give the subjects from which the path may come to a row at its ``at``-th table."""
        found = {row.id}
        rows: Iterable[Row] = (row,)
        for number in range(at - 1, -1, -1):
            table = self.tables[number]
            found = {name for one in rows for name in _origins(place, self.selector.via[number], table, one)}
            rows = [one for one in map(place.table(table).get, found) if one is not None]
        return found

    def ahead(self, view: View, at: int, row: Row) -> Iterator[str]:
        """Yield what the rest of the path leads to from a row at its ``at``-th table."""
        return (one.id for one in view.onward(self.selector, at, row)[0])

    def picks(self, view: View, row: Row) -> bool:
        """Tell whether the selector, which starts in a table, picks a row."""
        return _may_start(view, self.selector) and self.comes_to(view, row, partial(_is_start, view, self.selector))

    def comes_to(self, view: View, row: Row, is_start: Callable[[Row], bool]) -> bool:
        """Tell whether the path leads to a row from one that it starts from."""
        return self._comes_to(view, len(self.selector.via), row, is_start)

    def _comes_to(self, view: View, at: int, row: Row, is_start: Callable[[Row], bool]) -> bool:
        if not at:
            return is_start(row)
        last, table = self.selector.via[at - 1], self.tables[at - 1]
        if not _may_lead_to(view, last, row):
            return False
        found = map(view.place.table(table).get, _origins(view.place, last, table, row))
        return any(one is not None and self._comes_to(view, at - 1, one, is_start) for one in found)


def _is_start(view: View, selector: Selector, row: Row) -> bool:
    return view.counts(row) and view.holds(selector.where, row) is True


def is_unsaid(step: Step) -> bool:
    """Tell whether a step goes back along a column whose ``None`` may stand for any name."""
    return isinstance(step, Back) and step.column in UNSAID


def _table_after(step: Step) -> str:
    match step:
        case Back(table, _, _) | Along(_, table):
            return table
        case Up() | Down():
            return "units"


def _origins(place: Jurisdiction, step: Step, source: str, row: Row) -> Iterable[str]:
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


def _may_lead_to(view: View, step: Step, row: Row) -> bool:
    """Tell whether a step leads to a row, if to any of its kind."""
    match step:
        case Back(where=where) | Down(where=where):
            return view.counts(row) and view.holds(where, row) is True
        case Up(level):
            return getattr(row, "level", None) == level
        case Along():
            return True
