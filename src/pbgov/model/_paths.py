"""Selectors on their way through the tables, walked both ways: where a row leads to, and from where it is reached."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

import attrs

from pbgov.base import Row, several
from pbgov.model._edits import Edit
from pbgov.model._jurisdiction import Jurisdiction
from pbgov.model._needs import Column, columns_read, reads_one_of
from pbgov.rules import Along, Back, Down, Selector, Step, Up, codes_asked

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
    _kinds: tuple[str, ...] = attrs.field(eq=False)  # one of which a row must be that it may start from, if any is told

    @property
    def names(self) -> bool:
        """Whether it goes along a column, which may name whatever comes or goes."""
        return any(isinstance(step, Along) for step in self.selector.via)

    @classmethod
    def of(cls, selector: Selector, subject: str = "") -> Path:
        """Make the path of a selector from the table of a subject, where the selector names none."""
        tables = (selector.table or subject, *map(_table_after, selector.via))
        return cls(selector, tables, columns_read(selector), codes_asked(selector.where, "kind"))

    def then(self, selector: Selector) -> Path:
        """Put a selector behind; one that starts in a table starts there whatever comes before it."""
        if selector.table:
            return Path.of(selector)
        first = self.selector
        return Path.of(Selector(first.table, first.where, (*first.via, *selector.via)), self.tables[0])

    def concerning(self, edits: Iterable[Edit]) -> list[Edit]:
        """Give the edits that may change where the path leads, or what stands in the rows that it leads to."""
        read = [e for e in edits if e.table in self.tables or (self.names and e.columns() is None)]
        return [e for e in read if e.table == self.tables[-1] or reads_one_of(self.columns, e.table, e.columns())]

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
        found, via = {row.id}, list(self.selector.via[:at])
        rows: Iterable[Row] = (row,)
        while via:
            step, before = via.pop(), via[-1] if via else None
            if isinstance(step, Up) and isinstance(before, Along):
                via.pop()
                found = _naming_below(place, self.tables[len(via)], before.column, found)
            else:
                found = {name for one in rows for name in _origins(place, step, self.tables[len(via)], one)}
            table = place.table(self.tables[len(via)])
            rows = [one for one in map(table.get, found) if one is not None]
        return found

    def ahead(self, view: View, at: int, row: Row) -> Iterator[str]:
        """Yield what the rest of the path leads to from a row at its ``at``-th table."""
        return (one.id for one in view.onward(self.selector, at, row)[0])

    def picks(self, view: View, row: Row) -> bool:
        """Tell whether the selector, which starts in a table, picks a row."""
        kept = view.kept(self.selector)
        if kept is not None:
            return row.id in kept
        table = view.place.table(self.selector.table)
        if self._kinds and not any(table.may_hold("kind", kind) for kind in self._kinds):
            return False
        return self.comes_to(view, row, partial(self.starts, view))

    def starts(self, view: View, row: Row) -> bool:
        """Tell whether the selector, which starts in a table, starts from a row of that table."""
        return view.counts(row) and view.holds(self.selector.where, row) is True

    def comes_to(self, view: View, row: Row, is_start: Callable[[Row], bool]) -> bool:
        """Tell whether the path leads to a row from one that it starts from."""
        return self._comes_to(view, len(self.selector.via), row, is_start, set())

    def _comes_to(
        self, view: View, at: int, row: Row, is_start: Callable[[Row], bool], vain: set[tuple[int, str]]
    ) -> bool:
        """Look back from a row for one that the path starts from; ``vain`` are the rows where that led nowhere."""
        if not at:
            return is_start(row)
        last, table = self.selector.via[at - 1], self.tables[at - 1]
        if not _may_lead_to(view, last, row):
            return False
        get = view.place.table(table).get
        for name in _origins(view.place, last, table, row):
            if (at, name) not in vain:
                one = get(name)
                if one is not None and self._comes_to(view, at - 1, one, is_start, vain):
                    return True
                vain.add((at, name))
        return False


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


def _naming_below(place: Jurisdiction, name: str, column: str, tops: AbstractSet[str]) -> set[str]:
    """Give the rows of a table that name one of some units, or one under them.

    Walking down to more units than the table has rows would take longer than looking up from what these name.
    """
    table, org = place.table(name), place.org
    known = {top for top in tops if top in org.units}
    below = list(islice(chain.from_iterable(map(org.walk_down, known)), len(table)))
    if len(below) < len(table):
        return {row.id for unit in below for row in table.naming(column, unit)}
    cells = table.cells(column)
    named = {unit for cell in set(cells) for unit in several(cell) if unit in org.units}
    under = {unit for unit in named if not known.isdisjoint(org.chain(unit))}
    return {key for key, cell in zip(table.ids(), cells, strict=True) if not under.isdisjoint(several(cell))}


def _may_lead_to(view: View, step: Step, row: Row) -> bool:
    """Tell whether a step leads to a row, if to any of its kind."""
    match step:
        case Back(where=where) | Down(where=where):
            return view.counts(row) and view.holds(where, row) is True
        case Up(level):
            return getattr(row, "level", None) == level
        case Along():
            return True
