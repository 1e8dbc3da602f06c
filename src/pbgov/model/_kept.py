"""What a long way leads to, kept from one edit to the next: only what an edit touches is walked again.

A city's members are hundreds of thousands of rows. An edit of one of them can bring or take away no more than what
the way leads to from that row, so only these ends are asked again whether the way comes to them. Kept is only what
is beyond doubt; where an edit may bring a doubt, all is walked anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from pbgov.base import Amount, Layers, Row, several
from pbgov.model._edits import Edit
from pbgov.model._needs import selectors
from pbgov.model._paths import comes_to, subjects_behind, tables_of
from pbgov.rules import Along, Back, Down, Measure, Selector, Step, Up

if TYPE_CHECKING:
    from pbgov.model._view import View

Sides: TypeAlias = "tuple[View, View]"
"""A view before some edits and the one after them."""
Path: TypeAlias = tuple[Selector, tuple[str, ...]]
Key: TypeAlias = tuple[int, str, str]
_UNSAID = frozenset({"attendance", "refers"})


@attrs.frozen(eq=False)
class Bag:
    """The values of a column, and how many cells hold none.

    Attributes:
        counts: How often each value comes.
        n: How many different ones there are.
        gaps: How many cells hold nothing.
    """

    counts: Layers[Any, int] = attrs.field(factory=partial(Layers[Any, int], {}))
    n: int = 0
    gaps: int = 0

    def edited(self, gone: Iterable[object], come: Iterable[object]) -> Bag:
        """Take cells out, and put others in."""
        change: Counter[object] = Counter()
        gaps, n = self.gaps, self.n
        for cells, sign in ((gone, -1), (come, 1)):
            for cell in cells:
                gaps += sign * (cell is None)
                for value in several(cell):
                    change[value] += sign
        held: dict[Any, int | None] = {}
        for value, more in change.items():
            before = self.counts.get(value) or 0
            n += (before + more > 0) - (before > 0)
            held[value] = before + more or None
        return Bag(self.counts.edited(held), n, gaps)


@attrs.frozen(eq=False)
class Total:
    """The sum of amounts.

    Attributes:
        low: The least it can be.
        high: The sum of the most that each can be, where that is known.
        open: How many can be any amount.
    """

    low: int = 0
    high: int = 0
    open: int = 0

    def edited(self, gone: Iterable[Amount], come: Iterable[Amount]) -> Total:
        """Take amounts out, and put others in."""
        low, high, open_ = self.low, self.high, self.open
        for amounts, sign in ((gone, -1), (come, 1)):
            for amount in amounts:
                low += sign * amount.low
                high += sign * (amount.high or 0)
                open_ += sign * (amount.high is None)
        return Total(low, high, open_)


@attrs.frozen(eq=False)
class Kept:
    """What a selector picks from a subject, where nothing about it is in doubt.

    Attributes:
        selector: The selector.
        tables: The tables along its way.
        subject: The subject.
        rows: What it picks.
        n: How many that are.
        bags: The values of columns, once they were asked for.
        totals: The sums of columns, once they were asked for.
    """

    selector: Selector
    tables: tuple[str, ...]
    subject: str
    rows: Layers[str, Row]
    n: int
    bags: dict[str, Bag] = attrs.field(factory=dict[str, Bag])
    totals: dict[str, Total] = attrs.field(factory=dict[str, Total])

    def picked(self) -> tuple[Row, ...]:
        """Give all rows."""
        return tuple(row for _, row in self.rows.items())

    def bag(self, view: View, column: str) -> Bag:
        """Give the values of a column."""
        if column not in self.bags:
            self.bags[column] = Bag().edited((), (view.value(row, column) for row in self.picked()))
        return self.bags[column]

    def total(self, view: View, column: str) -> Total:
        """Give the sum of a column."""
        if column not in self.totals:
            self.totals[column] = Total().edited((), (view.amount(row, column) for row in self.picked()))
        return self.totals[column]

    def after(self, sides: Sides, edits: Iterable[Edit]) -> Kept | None:
        """Give what the selector picks after edits; ``None`` where that is better found anew."""
        if any(self.subject not in view.place.table(self.tables[0]) for view in sides):
            return None
        ends: set[str] = set()
        for edit in edits:
            if self._is_doubtful(sides, edit):
                return None
            for view, row in zip(sides, _rows(sides, edit), strict=True):
                rest = self._ends(sides, view, edit, row)
                if rest is None:
                    return None
                ends |= rest
        edited = {edit.id for edit in edits if edit.table == self.tables[-1]}
        return self._with(sides, ends | edited, edited)

    def _is_doubtful(self, sides: Sides, edit: Edit) -> bool:
        """Tell whether an edit may bring a doubt, or changes the subject itself."""
        after, via = sides[1], self.selector.via
        row = after.place.table(edit.table).get(edit.id)
        if row is None and any(_names(after, table, step, edit.id) for table, step in zip(self.tables, via)):  # noqa: B905 - the last table has no step
            return True
        if edit.table == self.tables[0] and edit.id == self.subject and not isinstance(via[0], Down):
            return True
        return row is not None and any(
            after.holds(step.where, row) is None
            for step, table in zip(via, self.tables[1:], strict=True)
            if table == edit.table and isinstance(step, Back | Down) and after.counts(row)
        )

    def _ends(self, sides: Sides, view: View, edit: Edit, row: Row | None) -> set[str] | None:
        """Give where the way leads to from an edited row, wherever on the way it may stand."""
        ends: set[str] = set()
        for at, table in enumerate(self.tables) if row is not None else ():
            if row is None or table != edit.table or (not at and not self._moves(sides, edit)):
                continue
            rows, doubtful, sure = view.onward(self.selector, at, row)
            if view is sides[1] and (doubtful or not sure):
                return None
            ends.update(one.id for one in rows)
        return ends

    def _moves(self, sides: Sides, edit: Edit) -> bool:
        """Tell whether a unit takes what stands under it into or out of the subject's territory."""
        before, after = _rows(sides, edit)
        return (
            isinstance(self.selector.via[0], Down)
            and getattr(before, "parent", edit) != getattr(after, "parent", edit)
            and not any(edit.id in view.place.org.chain(self.subject) for view in sides)
        )

    def _with(self, sides: Sides, ends: Iterable[str], edited: Container[str]) -> Kept:
        """Ask the ends again; of those edited the cells may be others, whether or not they are of the same row."""
        before, after = sides
        table, steps = after.place.table(self.tables[-1]), self.selector.via

        def is_start(row: Row) -> bool:
            return row.id == self.subject

        change: dict[str, Row | None] = {}
        gone: list[Row] = []
        come: list[Row] = []
        for name in ends:
            old, row = self.rows.get(name), table.get(name)
            new = row if row and comes_to(after, steps, self.tables, row, is_start) else None
            if old is not new or name in edited:
                change[name] = new
                gone += [] if old is None else [old]
                come += [] if new is None else [new]
        bags = {
            name: bag.edited([before.value(row, name) for row in gone], [after.value(row, name) for row in come])
            for name, bag in self.bags.items()
        }
        totals = {
            name: total.edited([before.amount(row, name) for row in gone], [after.amount(row, name) for row in come])
            for name, total in self.totals.items()
        }
        n = self.n + len(come) - len(gone)
        return attrs.evolve(self, rows=self.rows.edited(change), n=n, bags=bags, totals=totals)


class Keeper:
    """What is kept of a view for the views of the place after further edits.

    Args:
        ways: What long ways lead to, by the selector, the table of the subject and the subject.
        loads: What was measured of each of many rows, by the measure, the table of the row and the row.
    """

    def __init__(self, ways: Layers[Key, Kept] | None = None, loads: Layers[Key, Amount] | None = None) -> None:
        """Keep nothing yet, or what was kept before."""
        self._ways = Layers[Key, Kept]({}) if ways is None else ways
        self._loads = Layers[Key, Amount]({}) if loads is None else loads
        self._new_ways: dict[Key, Kept] = {}
        self._new_loads: dict[Key, Amount] = {}
        self._measures: dict[tuple[int, str], tuple[Measure, tuple[Path, ...]]] = {}
        self._paths: dict[tuple[int, str], Path] = {}

    def way(self, selector: Selector, table: str, subject: str) -> Kept | None:
        """Give what is kept of a way from a subject."""
        key = (id(selector), table, subject)
        return self._new_ways.get(key) or self._ways.get(key)

    def keep(self, selector: Selector, table: str, subject: str, rows: Iterable[Row]) -> None:
        """Keep what a way leads to from a subject."""
        tables = tables_of(selector, table)
        self._paths[id(selector), table] = selector, tables
        held = {row.id: row for row in rows}
        kept = Kept(selector=selector, tables=tables, subject=subject, rows=Layers(held), n=len(held))
        self._new_ways[id(selector), table, subject] = kept

    def load(self, measure: Measure, table: str, row: Row, find: Callable[[Measure, Row], Amount]) -> Amount:
        """Give a measure of a row, found once."""
        key = (id(measure), table, row.id)
        found = self._new_loads[key] if key in self._new_loads else self._loads.get(key)
        if found is None:
            if key[:2] not in self._measures:
                paths = tuple((path, tables_of(path, table)) for path in selectors(measure))
                self._measures[key[:2]] = measure, paths
            found = self._new_loads[key] = find(measure, row)
        return found

    def after(self, sides: Sides, edits: Sequence[Edit]) -> Keeper:
        """Give the keeper of the view after edits."""
        ways, loads = self._ways.edited(self._new_ways), self._loads.edited(self._new_loads)
        changed: dict[Key, Kept | None] = {}
        for kind, path in self._paths.items():
            for name in _behind(sides, path, edits):
                kept = ways.get((*kind, name))
                if kept is not None:
                    changed[*kind, name] = kept.after(sides, edits)
        stale: dict[Key, Amount | None] = {}
        for kind, (_, paths) in self._measures.items():
            names = {edit.id for edit in edits if edit.table == kind[1]}
            names = names.union(*(_behind(sides, path, edits) for path in paths))
            stale |= dict.fromkeys((*kind, name) for name in names)
        made = Keeper(ways.edited(changed), loads.edited({key: None for key in stale if loads.get(key) is not None}))
        made._paths, made._measures = self._paths, self._measures
        return made


def _behind(sides: Sides, path: Path, edits: Sequence[Edit]) -> set[str]:
    """Give the subjects from which a path may come, before or after, to what was edited."""
    selector, tables = path
    found: set[str] = set()
    for edit in edits:
        for view, row in zip(sides, _rows(sides, edit), strict=True):
            rows = [(at, row) for at, table in enumerate(tables) if row is not None and table == edit.table]
            for at, step in enumerate(selector.via):
                if isinstance(step, Along):  # what came or went may have been named
                    rows += [(at, one) for one in view.place.table(tables[at]).naming(step.column, edit.id)]
            for at, one in rows:
                found |= subjects_behind(view.place, selector, tables, at, one)
    return found


def can_be_kept(selector: Selector) -> bool:
    """Tell whether a way is worth keeping, and can be: it goes down into a territory, and no cell may mean any name."""
    steps = selector.via
    sayable = not any(isinstance(step, Up) or (isinstance(step, Back) and step.column in _UNSAID) for step in steps)
    return not selector.table and sayable and any(isinstance(step, Down) for step in steps)


def _rows(sides: Sides, edit: Edit) -> Iterator[Row | None]:
    return (view.place.table(edit.table).get(edit.id) for view in sides)


def _names(view: View, table: str, step: Step, name: str) -> bool:
    """Tell whether a step along a column would lead to what is gone."""
    return isinstance(step, Along) and bool(view.place.table(table).naming(step.column, name))
