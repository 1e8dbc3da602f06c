"""A place as it stands on one day: the reading end of selectors and measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property, partial
from operator import methodcaller
from typing import Any, Final, cast

import attrs

from pbgov.base import Amount, Between, Exact, Row, both, several
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.grid import Building, Grid, pieces_of, residents_of
from pbgov.model._admission import Register
from pbgov.model._bags import Total
from pbgov.model._edits import DERIVED, Edit
from pbgov.model._jurisdiction import TABLES, Jurisdiction
from pbgov.model._kept import WHOLE, Keeper, Kept, can_be_kept, can_be_loads
from pbgov.model._lineage import FORMERLY
from pbgov.model._needs import needs
from pbgov.model._paths import is_unsaid
from pbgov.model._processes import Process
from pbgov.model._records import Event, Posting
from pbgov.model._ways import Asked, Reached, Rows, Stride, Way, stride
from pbgov.org import Unit
from pbgov.rules import (
    Back,
    Concentration,
    Count,
    Distinct,
    Expr,
    Measure,
    Own,
    Ratio,
    ResolvedPack,
    Selector,
    Step,
    Sum,
    Value,
    Values,
    codes_asked,
    holds,
    prepared,
)

_TABLE_OF: Final = {kind: name for name, kind in TABLES.items()}
_NO_LEAST: Final = -(2**63)  # no figure of a record reaches that far down
_LONG: Final = 20  # rows on a way that are worth keeping where it leads to
_DATED: Final = frozenset({"events", "ledger", "processes"})  # tables whose rows happen, or are under way
_DEFINITE: Final = frozenset({"level", "parent"})  # columns of a unit whose ``None`` is no gap: it has none
_MADE_UP: Final = frozenset(DERIVED["grids"])  # columns of a grid that its buildings make up


@attrs.frozen(kw_only=True)
class Picked:
    """The rows a selector picks, and whether these are all.

    Attributes:
        rows: The rows.
        complete: Whether the record claims to hold all, and nothing is in doubt.
        doubtful: Rows at the end of the way that may be meant: the record does not say.
        sure: Whether nothing before the end of the way is in doubt.
    """

    rows: tuple[Any, ...]
    complete: bool
    doubtful: tuple[Any, ...] = ()
    sure: bool = True


@attrs.frozen(kw_only=True)
class Found:
    """A set of values, and whether the record claims that it is the whole set."""

    values: frozenset[Any]
    complete: bool


class View:
    """What is on record of a place on a day, indexed by the columns that selectors walk along.

    Args:
        place: The place.
        pack: The pack on that day; gives the parameters that conditions name.
        on: The day.
        since: First day from which events count.
        former: Whether rows count that were in force on some day since then and have ended by now.
        keeper: Keeps what long ways lead to, for views of the place after further edits.
    """

    def __init__(
        self,
        place: Jurisdiction,
        pack: ResolvedPack,
        on: date,
        since: date,
        *,
        former: bool = False,
        keeper: Keeper | None = None,
    ) -> None:
        """Index nothing yet."""
        self.place = place
        self.pack = pack
        self.on = on
        self.since = since
        self.former = former
        self.passed = 0  # rows looked at on ways down
        self._keeper = keeper
        self._reaching: dict[date, View] = {}
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._homes: dict[str, dict[str, Building]] = {}
        self._claimed: dict[tuple[str, Expr | None, date, date], bool] = {}
        self._ways: dict[int, Way] = {}  # by the id of a selector, which is kept with them
        self._strides: dict[int, tuple[Step, Stride]] = {}
        self._conditions: dict[int, tuple[Expr, Callable[[Row], Value | None]]] = {}

    def rows(self, table: str) -> tuple[Any, ...]:
        """Give the rows of a table in force on the day, events, postings and processes since the first day."""
        if table not in self._rows:
            self._rows[table] = tuple(filter(self.counting(table), self.place.table(table).rows()))
        return self._rows[table]

    def counting(self, table: str) -> Callable[[Row], bool]:
        """Give what tells of the rows of a table whether they count."""
        if self.former or table in _DATED:
            return self.counts
        return methodcaller("in_force", self.on)

    def counts(self, row: Row) -> bool:
        """Tell whether a row is in force on the day, or happened since the first."""
        if isinstance(row, Event | Posting):
            return self.since <= row.date <= self.on
        if self.former or isinstance(row, Process):  # a process that is over by now counts if it was under way
            begun = row.start is None or row.start <= self.on
            lasting = begun and not row.ended and (row.end is None or row.end > self.since)
            return lasting and not (self.former and row.end is not None and self._is_former_state(row))
        return row.in_force(self.on)

    def _is_former_state(self, row: Row) -> bool:
        """Tell whether a row says what a thing was before: the thing itself counts, and once."""
        return any(tie.kind == FORMERLY for tie in self.place.ties.naming("target", row.id))

    def of(self, place: Jurisdiction, edits: Sequence[Edit]) -> View:
        """Give the same view of the place after edits, among them all rows that count otherwise because of others."""
        other = View(place, self.pack, self.on, self.since, former=self.former)
        if place.recorded is self.place.recorded:
            other._claimed = self._claimed
        if self._keeper is not None:
            other._keeper = self._keeper.after((self, other), edits)
        return other

    def reaching(self, first: date) -> View:
        """Give the view of all that was in force, or happened, on some day from a first one to the day of this view."""
        if first not in self._reaching:
            self._reaching[first] = View(self.place, self.pack, self.on, first, former=True)
        return self._reaching[first]

    def value(self, row: Row, column: str) -> Any:  # noqa: ANN401 - a column may hold any value
        """Give what a column of a row holds; some columns of a grid, as ``households``, its buildings make up.

        Raises:
            UnknownIdError: Rows of this table have no such column.
        """
        if column in _MADE_UP and isinstance(row, Grid):
            return self._made_up(row, column)
        try:
            return getattr(row, column)
        except AttributeError:
            known = ", ".join(attribute.name for attribute in attrs.fields(type(row)))
            message = both("column.unknown", table=_TABLE_OF[type(row)], name=column, known=known)
            raise UnknownIdError(message, column) from None

    def _made_up(self, grid: Grid, column: str) -> int | tuple[str, ...] | None:
        place = self.place.neighbourhoods.get(grid.neighbourhood)
        if place is None:
            return None
        if column == "pieces":
            return pieces_of(place, grid.members)
        if place.id not in self._homes:
            self._homes[place.id] = {building.id: building for building in place.buildings}
        homes = self._homes[place.id]
        members = [homes[member] for member in grid.members if member in homes]
        if column == "compounds":
            return tuple(sorted({building.compound for building in members if building.compound is not None}))
        return residents_of(members) if column == "residents" else sum(building.households for building in members)

    def holds(self, condition: Expr | None, row: Row) -> bool | None:
        """Tell whether a condition holds for a row; ``None`` where the record does not say."""
        if condition is None:
            return True
        value = self._prepared(condition)(row)
        return None if value is None else bool(value)

    def _prepared(self, condition: Expr) -> Callable[[Row], Value | None]:
        known = self._conditions.get(id(condition))
        if known is None:  # the condition is kept with what was made of it, so that its id stays its own
            known = self._conditions[id(condition)] = (condition, prepared(condition, self._getter, self._figure))
        return known[1]

    def _getter(self, column: str) -> Callable[[Row], Value | None]:
        """Give what reads a cell as conditions do."""
        if column in _DEFINITE or column in _MADE_UP:
            return partial(self._cell, column=column)

        def get(row: Row) -> Value | None:
            try:
                cell: Value | None = getattr(row, column)
            except AttributeError:
                cell = self.value(row, column)
            return cell

        return get

    def _cell(self, row: Row, column: str) -> Value | None:
        """Give a cell as conditions read it: a unit without level or parent has the empty code there."""
        cell: Value | None = self.value(row, column)
        return "" if cell is None and column in _DEFINITE and isinstance(row, Unit) else cell

    def _figure(self, name: str) -> Value | None:
        figure = self.pack.figure(name)
        return figure if isinstance(figure, int | str | tuple) else None

    def naming(self, table: str, column: str, key: str | None) -> list[Row]:
        """Give the rows of a table whose column names an identifier, or, for ``None``, holds nothing."""
        return list(filter(self.counting(table), self.place.table(table).naming(column, key)))

    def ever(self, step: Back, key: str) -> Picked:
        """Give the rows that name an identifier and meet a condition, whatever their days.

        They are not all where a row lacks the cell that the condition asks for; what the record claims for a span of
        days is another question.
        """
        rows, doubtful = self.meeting(step.where)(self.place.table(step.table).naming(step.column, key))
        return Picked(rows=tuple(rows), complete=not doubtful)

    def select(self, selector: Selector, subject: Row | None = None) -> tuple[Any, ...]:
        """Give the rows a selector picks, each once, in the order they were reached."""
        return self.pick(selector, subject, keep=False).rows

    def pick(self, selector: Selector, subject: Row | None = None, *, keep: bool = True) -> Picked:
        """Give the rows a selector picks, and whether these are all; what a long way leads to may be kept.

        They are not where the record makes no claim to be complete, where a row lacks the cell that a condition
        asks for, and where a row names what is not on record.
        """
        way, kept = self._way(selector), self.kept(selector, subject)
        if kept is not None:
            return Picked(rows=kept.picked(), complete=way.whole)
        start: Rows = self._first(selector) if selector.table else () if subject is None else (subject,)
        first, open_ = (start, ()) if selector.where is None else self.meeting(selector.where)(start)
        passed = self.passed
        rows, doubtful, sure = way.walked(first, open_)
        if sure and not doubtful:
            long = self.passed - passed + len(start) + len(rows) > _LONG
            if self._keeper and keep and long and can_be_kept(selector):
                self._keeper.keep(selector, *_whence(selector, subject), rows)
            return Picked(rows=tuple(rows), complete=way.whole)
        return Picked(rows=tuple(rows), complete=False, doubtful=tuple(doubtful), sure=sure)

    def _first(self, selector: Selector) -> Rows:
        """Give the rows of a table that may meet a condition: those of some kinds or levels where it asks for these."""
        asked = Asked.by(selector.table, selector.where)
        if asked is None:
            return self.rows(selector.table)
        found = [row for cell in asked.cells for row in self.naming(selector.table, asked.column, cell)]
        return found if len(asked.cells) == 1 else sorted(found, key=lambda row: row.id)

    def kept(self, selector: Selector, subject: Row | None = None) -> Kept | None:
        """Give what is kept of a long way, from a subject or a whole table."""
        if self._keeper is None or (subject is None and not selector.table):
            return None
        return self._keeper.way(selector, *_whence(selector, subject))

    def _kept_or_picked(self, selector: Selector, subject: Row | None) -> Kept | Picked:
        """Give what is kept of a long way, or, where none is even after the rows were picked, these rows."""
        kept = self.kept(selector, subject)
        if kept is not None:
            return kept
        picked = self.pick(selector, subject)
        return self.kept(selector, subject) or picked

    def onward(self, selector: Selector, at: int, row: Row) -> Reached:
        """Walk the rest of a way from a row, from the step of a number on."""
        return self._way(selector).walked((row,), (), at)

    def _way(self, selector: Selector) -> Way:
        way = self._ways.get(id(selector))
        if way is None:
            whole = all(self.claims(table, where) for table, where in needs(selector))
            way = self._ways[id(selector)] = Way(selector, tuple(map(self._stride, selector.via)), whole)
        return way

    def _stride(self, step: Step) -> Stride:
        known = self._strides.get(id(step))
        if known is None:
            known = self._strides[id(step)] = (step, stride(self, step))
        return known[1]

    def meeting(self, condition: Expr | None) -> Callable[[Iterable[Row]], tuple[list[Row], list[Row]]]:
        """Give what sorts out the rows that meet a condition, and those of which the record does not say."""
        if condition is None:
            return lambda rows: (list(rows), [])
        answer = self._prepared(condition)

        def met(rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
            found: list[Row] = []
            doubtful: list[Row] = []
            for row in rows:
                value = answer(row)
                if value is None:
                    doubtful.append(row)
                elif value:
                    found.append(row)
            return found, doubtful

        return met

    def silent(self, step: Back) -> list[Row]:
        """Give the rows that may name anything, since the record does not say what they name."""
        if not is_unsaid(step):
            return []
        asked, table = Asked.by(step.table, step.where), self.place.table(step.table)
        few = asked.few(table, _LONG) if asked else None
        open_ = table.naming(step.column, None) if few is None else few
        unsaid = (row for row in open_ if getattr(row, step.column) is None and self.counts(row))
        return [row for row in unsaid if self.holds(step.where, row) is not False]

    @cached_property
    def register(self) -> Register:
        """What the record says on the day about lists, tasks and approvals."""
        return Register(self.place, self.on)

    def claims(self, table: str, where: Expr | None) -> bool:
        """Tell whether the record claims to hold, on the day, all rows of a table that meet a condition."""
        tomorrow = self.on + timedelta(days=1) if self.on < date.max else date.max
        spanned = self.former or table in {"events", "ledger"}
        return self.claims_for(table, where, self.since if spanned else self.on, tomorrow)

    def claims_for(self, table: str, where: Expr | None, first: date, until: date) -> bool:
        """Tell whether the record claims to hold, over ``[first, until)``, all rows that meet a condition.

        Of rows that no record can have, since the figures of the pack rule them out, there is nothing to claim.
        """
        asked = (table, where, first, until)
        if asked not in self._claimed:
            kinds = () if where is None else codes_asked(where, "kind")
            ruled_out = where is not None and holds(where, _nothing, self._figure) is False
            self._claimed[asked] = ruled_out or self.place.recorded_throughout(table, first, until, kinds)
        return self._claimed[asked]

    def collect(self, values: Values, subject: Row | None) -> Found:
        """Give the set of values a column has over rows."""
        picked = self._kept_or_picked(values.of, subject)
        if isinstance(picked, Kept):
            bag = picked.bag(self, values.column)
            known = frozenset(value for value, _ in bag.counts.items())
            return Found(values=known, complete=not bag.gaps and self._way(values.of).whole)
        cells = [self.value(row, values.column) for row in picked.rows]
        known = frozenset(item for cell in cells for item in several(cell))
        return Found(values=known, complete=None not in cells and picked.complete)

    def amount(self, row: Row, column: str) -> Amount:
        """Give what a column of a row holds as an amount."""
        return _amount(self.value(row, column))

    def measure(self, measure: Measure, subject: Row | None = None) -> Amount:
        """Give a measure of a subject, or of the place as a whole; where the record is partial, only what it bounds.

        Raises:
            InvalidValueError: A column of the subject is asked for, and there is none.
        """
        match measure:
            case Own(column):
                if subject is None:
                    raise InvalidValueError(both("measure.whole", column=column), column)
                return self.amount(subject, column)
            case Count(of):
                return self._count(of, subject)
            case Distinct(of, column):
                return self._distinct(of, column, subject)
            case Sum(of, column):
                return self._sum(of, column, subject)
            case Ratio(part, whole):
                return _ratio(self.measure(part, subject), self.measure(whole, subject))
            case Concentration(over, of):
                loads, complete = self.loads(over, of, subject)
                return _concentration(loads) if complete else _unbounded(loads)

    def loads(self, over: Selector, of: Measure, subject: Row | None) -> tuple[list[Amount], bool]:
        """Give a measure of each row that a selector picks, and whether these are all."""
        kept = self._kept_or_picked(over, subject)
        if self._keeper and isinstance(kept, Kept) and can_be_loads(of):
            return self._keeper.loads(self, kept, of), self._way(over).whole
        picked = self.pick(over, subject) if isinstance(kept, Kept) else kept
        return [self.measure(of, row) for row in picked.rows], picked.complete

    def _count(self, of: Selector, subject: Row | None) -> Amount:
        picked = self._kept_or_picked(of, subject)
        if isinstance(picked, Kept):
            return _at_least(picked.n, whole=self._way(of).whole)
        return _at_least(len(picked.rows), whole=picked.complete)

    def _distinct(self, of: Selector, column: str, subject: Row | None) -> Amount:
        kept = self._kept_or_picked(of, subject)
        if isinstance(kept, Kept):
            bag = kept.bag(self, column)
            return _at_least(bag.n, whole=not bag.gaps and self._way(of).whole)
        found = self.collect(Values(of, column), subject)
        return _at_least(len(found.values), whole=found.complete)

    def _sum(self, of: Selector, column: str, subject: Row | None) -> Amount:
        picked = self._kept_or_picked(of, subject)
        if isinstance(picked, Kept):
            total, complete = picked.total(self, column), self._way(of).whole
        else:
            total, complete = Total().edited((), [self.amount(row, column) for row in picked.rows]), picked.complete
        if not complete:  # what is not recorded may be a payment either way
            signed = any(table == "ledger" for table, _ in needs(of))
            return Between(_NO_LEAST if signed else total.low, None)
        return Between(total.low, None if total.open else total.high)


def _whence(selector: Selector, subject: Row | None) -> tuple[str, str]:
    """Give the table and the identifier of the subject that a way starts from, where that makes a difference."""
    return (WHOLE, WHOLE) if selector.table or subject is None else (_TABLE_OF[type(subject)], subject.id)


def _nothing(_name: str) -> None:
    """Know no fact at all."""


def _at_least(n: int, *, whole: bool) -> Amount:
    return Exact(n) if whole else Between(n, None)


def _amount(cell: object) -> Amount:
    if cell is None:
        return Between(0, None)
    if isinstance(cell, int):
        return Exact(int(cell)) if cell >= 0 else Between(cell, cell)
    return cast("Amount", cell)  # facts hold amounts


def _concentration(loads: list[Amount]) -> Amount:
    """Give the greatest over the mean, as far as the loads are known; of what may be negative nothing is known.

    One load is at its greatest share when it is at its most and the others at their least, and the other way round.
    """
    if any(load.low < 0 for load in loads):
        return _unbounded(loads)
    low, high, lows = 0, 0, sum(load.low for load in loads)
    highs = None if any(load.high is None for load in loads) else sum(load.high or 0 for load in loads)
    for load in loads:
        most, rest = load.high, lows - load.low
        high = max(high, _share(len(loads), most, rest) if most is not None else 1000 * len(loads))
        if highs is not None:
            low = max(low, _share(len(loads), load.low, highs - (load.high or 0)))
    return Between(max(low, 1000 if lows else 0), high)


def _share(n: int, part: int, rest: int) -> int:
    """Give one of ``n`` over their mean, rounded up; nothing of nothing is nothing."""
    return -(-1000 * n * part // (part + rest)) if part else 0


def _unbounded(loads: list[Amount]) -> Amount:
    return Between(_NO_LEAST if any(load.low < 0 for load in loads) else 0, None)


def _ratio(part: Amount, whole: Amount) -> Amount:
    """Parts per thousand, rounded down, as far as both are known; of what may be negative nothing is known."""
    if part.low < 0 or whole.low < 0:
        return Between(_NO_LEAST, None)
    low = 0 if whole.high is None else part.low * 1000 // whole.high if whole.high else 0
    high = None if part.high is None or not whole.low else part.high * 1000 // whole.low
    return Between(low, high)
