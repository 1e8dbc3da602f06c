"""What a long way leads to, kept from one edit to the next: only what an edit touches is walked again.

A city's members are hundreds of thousands of rows. An edit of one of them can bring or take away no more than what
the way leads to from that row, so only these ends are asked again whether the way comes to them. Kept is only what
is beyond doubt; where an edit may bring a doubt, all is walked anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from pbgov.base import Amount, Layers, Row
from pbgov.model._bags import Bag, Total
from pbgov.model._edits import Edit
from pbgov.model._needs import ANY, selectors
from pbgov.model._paths import Path, is_unsaid
from pbgov.rules import Along, Back, Concentration, Down, Measure, Ratio, Selector, Step, Up

if TYPE_CHECKING:
    from pbgov.model._view import View

Sides: TypeAlias = "tuple[View, View]"
"""A view before some edits and the one after them."""
WHOLE: Final = ""
"""The subject, and its table, of a way that starts in a table of its own."""
Kind: TypeAlias = tuple[int, str]
"""The ``id`` of a selector, and the table of the subject."""
Key: TypeAlias = tuple[int, str, str]


@attrs.frozen(eq=False)
class Loads:
    """A measure of each of many rows.

    Attributes:
        measure: The measure.
        amounts: What it is of each row.
    """

    measure: Measure
    amounts: Layers[str, Amount]

    def after(self, sides: Sides, edits: Sequence[Edit], change: Mapping[str, Row | None], kept: Kept) -> Loads:
        """Measure again what came, and what an edit touches; ``kept`` are the rows before, ``change`` is with them."""
        table = kept.path.tables[-1]
        paths = [Path.of(selector, table) for selector in selectors(self.measure)]
        stale = [_behind(sides, path, edit) for path in paths for edit in edits]
        rows = {name: kept.rows.get(name) for name in set[str]().union(*stale)} | dict(change)
        held: dict[str, Amount | None] = {
            name: None if row is None else sides[1].measure(self.measure, row)
            for name, row in rows.items()
            if row is not None or name in change
        }
        return Loads(self.measure, self.amounts.edited(held))


@attrs.frozen(eq=False)
class Kept:
    """What a selector picks, from a subject or from a whole table, where nothing about it is in doubt.

    Attributes:
        path: The way of the selector.
        subject: The subject; none where the way starts in a table and is the same for every subject.
        rows: What it picks.
        n: How many that are.
        bags: The values of columns, once they were asked for.
        totals: The sums of columns, once they were asked for.
        loads: Measures of each row, by the ``id`` of the measure.
    """

    path: Path
    subject: str
    rows: Layers[str, Row]
    n: int
    bags: dict[str, Bag] = attrs.field(factory=dict[str, Bag])
    totals: dict[str, Total] = attrs.field(factory=dict[str, Total])
    loads: dict[int, Loads] = attrs.field(factory=dict[int, Loads])

    @property
    def kind(self) -> Kind:
        """The selector and the table of the subject."""
        return id(self.path.selector), WHOLE if self._is_whole else self.path.tables[0]

    def __contains__(self, name: str) -> bool:
        """Tell whether the way leads to a row of that name."""
        return self.rows.get(name) is not None

    @property
    def _is_whole(self) -> bool:
        """Whether the way starts in a table, and not at a subject."""
        return bool(self.path.selector.table)

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

    def measured(self, view: View, measure: Measure) -> Kept:
        """Give the same with a measure of each row; other places may share this one, and measure otherwise."""
        amounts = {row.id: view.measure(measure, row) for row in self.picked()}
        return attrs.evolve(self, loads={**self.loads, id(measure): Loads(measure, Layers(amounts))})

    def after(self, sides: Sides, edits: Sequence[Edit]) -> Kept | None:
        """Give what the selector picks after edits; ``None`` where that is better found anew."""
        table = self.path.tables[0]
        if not self._is_whole and any(self.subject not in view.place.table(table) for view in sides):
            return None
        ends: set[str] = set()
        for edit in self.path.concerning(edits):
            if self._is_doubtful(sides, edit):
                return None
            for view, row in zip(sides, _rows(sides, edit), strict=True):
                rest = self._ends(sides, view, edit, row)
                if rest is None:
                    return None
                ends |= rest
        return self._with(sides, ends, edits)

    def _is_doubtful(self, sides: Sides, edit: Edit) -> bool:
        """Tell whether an edit may bring a doubt, or changes the subject itself."""
        after, via, tables = sides[1], self.path.selector.via, self.path.tables
        row = after.place.table(edit.table).get(edit.id)
        if row is None and any(_names(after, table, step, edit.id) for table, step in zip(tables, via)):  # noqa: B905 - the last table has no step
            return True
        if edit.table == tables[0] and edit.id == self.subject and not isinstance(via[0], Down):
            return True
        steps = (self.path.selector, *via) if self._is_whole else via
        return row is not None and any(
            after.holds(step.where, row) is None
            for step, table in zip(steps, tables[-len(steps) :], strict=True)
            if table == edit.table and isinstance(step, Selector | Back | Down) and after.counts(row)
        )

    def _ends(self, sides: Sides, view: View, edit: Edit, row: Row | None) -> set[str] | None:
        """Give where the way leads to from an edited row, wherever on the way it may stand."""
        ends: set[str] = set()
        for at, table in enumerate(self.path.tables) if row is not None else ():
            if row is None or table != edit.table or (not at and not self._sets_out(sides, view, edit, row)):
                continue
            rows, doubtful, sure = view.onward(self.path.selector, at, row)
            if view is sides[1] and (doubtful or not sure):
                return None
            ends.update(one.id for one in rows)
        return ends

    def _sets_out(self, sides: Sides, view: View, edit: Edit, row: Row) -> bool:
        """Tell whether the way starts from a row, or a unit takes what stands under it into or out of its territory."""
        if self._is_whole:
            return self.path.starts(view, row)
        before, after = _rows(sides, edit)
        return (
            isinstance(self.path.selector.via[0], Down)
            and getattr(before, "parent", edit) != getattr(after, "parent", edit)
            and not any(edit.id in view.place.org.chain(self.subject) for view in sides)
        )

    def _with(self, sides: Sides, ends: set[str], edits: Sequence[Edit]) -> Kept:
        """Ask the ends again; of those edited the cells may be others, even where the row is the same."""
        before, after = sides
        last = self.path.tables[-1]
        edited, table = {edit.id for edit in edits if edit.table == last}, after.place.table(last)

        def is_start(row: Row) -> bool:
            return self.path.starts(after, row) if self._is_whole else row.id == self.subject

        change: dict[str, Row | None] = {}
        gone: list[Row] = []
        come: list[Row] = []
        for name in ends | edited:
            old, row = self.rows.get(name), table.get(name)
            new = row if row and self.path.comes_to(after, row, is_start) else None
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
        return attrs.evolve(
            self,
            rows=self.rows.edited(change),
            n=self.n + len(come) - len(gone),
            bags=bags,
            totals=totals,
            loads={key: loads.after(sides, edits, change, self) for key, loads in self.loads.items()},
        )


class Keeper:
    """What is kept of a view for the views of the place after further edits.

    Args:
        ways: What long ways lead to, by the selector, the table of the subject and the subject; see ``WHOLE``.
    """

    def __init__(self, ways: Layers[Key, Kept] | None = None) -> None:
        """Keep nothing yet, or what was kept before."""
        self._ways = Layers[Key, Kept]({}) if ways is None else ways
        self._fresh: dict[Key, Kept] = {}
        self._paths: dict[Kind, Path] = {}
        self._measures: dict[Kind, list[Measure]] = {}
        self._watching: defaultdict[str, list[tuple[Kind, Path]]] = defaultdict(list)  # paths, by the tables they touch

    def way(self, selector: Selector, table: str, subject: str) -> Kept | None:
        """Give what is kept of a way from a subject."""
        key = (id(selector), table, subject)
        return self._fresh.get(key) or self._ways.get(key)

    def keep(self, selector: Selector, table: str, subject: str, rows: Iterable[Row]) -> None:
        """Keep what a way leads to from a subject."""
        kind, held = (id(selector), table), {row.id: row for row in rows}
        if kind not in self._paths:
            self._paths[kind] = Path.of(selector, table)
            self._watch(kind, self._paths[kind])
        self._fresh[*kind, subject] = Kept(path=self._paths[kind], subject=subject, rows=Layers(held), n=len(held))

    def _watch(self, kind: Kind, path: Path) -> None:
        for table in {*path.tables, *([ANY] if path.names else [])}:
            self._watching[table].append((kind, path))

    def loads(self, view: View, kept: Kept, measure: Measure) -> list[Amount]:
        """Give a measure of each row that a kept way leads to, measured once."""
        kind = kept.kind
        if measure not in (known := self._measures.setdefault(kind, [])):
            known.append(measure)
            for selector in selectors(measure):
                self._watch(kind, kept.path.then(selector))
        if id(measure) not in kept.loads:
            kept = self._fresh[*kind, kept.subject] = kept.measured(view, measure)
        return [amount for _, amount in kept.loads[id(measure)].amounts.items()]

    def after(self, sides: Sides, edits: Sequence[Edit]) -> Keeper:
        """Give the keeper of the view after edits."""
        ways = self._ways.edited(self._fresh)
        touching: defaultdict[Key, list[Edit]] = defaultdict(list)
        for edit in edits:
            watching = self._watching.get(edit.table, [])
            named = self._watching.get(ANY, []) if edit.columns() is None else []
            for key in {(*kind, name) for kind, path in (*watching, *named) for name in _behind(sides, path, edit)}:
                touching[key].append(edit)
        changed = {key: kept.after(sides, some) for key, some in touching.items() if (kept := ways.get(key))}
        made = Keeper(ways.edited(changed))
        made._paths, made._measures, made._watching = self._paths, self._measures, self._watching
        return made


def _behind(sides: Sides, path: Path, edit: Edit) -> set[str]:
    """Give the subjects from which a path may come, before or after, to what was edited."""
    found: set[str] = set()
    if not path.concerning((edit,)):
        return found
    if path.selector.table:
        return {WHOLE}
    for view, row in zip(sides, _rows(sides, edit), strict=True):
        rows = [(at, row) for at, table in enumerate(path.tables) if row is not None and table == edit.table]
        for at, step in enumerate(path.selector.via):
            if isinstance(step, Along):  # what came or went may have been named
                rows += [(at, one) for one in view.place.table(path.tables[at]).naming(step.column, edit.id)]
        for at, one in rows:
            found |= path.behind(view.place, at, one)
    return found


def can_be_kept(selector: Selector) -> bool:
    """Tell whether what a way leads to can be kept: it never goes up, and no cell on it may mean any name."""
    leads = bool(selector.table or selector.via)
    return leads and not any(isinstance(step, Up) or is_unsaid(step) for step in selector.via)


def can_be_loads(measure: Measure) -> bool:
    """Tell whether what a measure says of a row rests on nothing but ways from that row."""
    match measure:
        case Concentration():
            return False
        case Ratio(part, whole):
            return can_be_loads(part) and can_be_loads(whole)
        case _:
            return not any(selector.table or any(map(is_unsaid, selector.via)) for selector in selectors(measure))


def _rows(sides: Sides, edit: Edit) -> Iterator[Row | None]:
    return (view.place.table(edit.table).get(edit.id) for view in sides)


def _names(view: View, table: str, step: Step, name: str) -> bool:
    """Tell whether a step along a column would lead to what is gone."""
    return isinstance(step, Along) and bool(view.place.table(table).naming(step.column, name))
