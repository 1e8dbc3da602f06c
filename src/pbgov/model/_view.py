"""A place as it stands on one day: the reading end of selectors and measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import attrs

from pbgov.base import Amount, Between, Exact, Row, several
from pbgov.model._jurisdiction import Jurisdiction
from pbgov.model._records import Event, Posting
from pbgov.rules import (
    Along,
    Back,
    Count,
    Distinct,
    Down,
    Expr,
    Measure,
    Own,
    Ratio,
    ResolvedPack,
    Selector,
    Step,
    Sum,
    Up,
    Value,
    Values,
    codes_asked,
    holds,
)


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
    """

    def __init__(self, place: Jurisdiction, pack: ResolvedPack, on: date, since: date) -> None:
        """Index nothing yet."""
        self.place = place
        self.pack = pack
        self.on = on
        self.since = since
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._index: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def rows(self, table: str) -> tuple[Any, ...]:
        """Give the rows of a table in force on the day, events and postings since the first day."""
        if table not in self._rows:
            self._rows[table] = tuple(row for row in self.place.table(table).rows() if self._counts(row))
        return self._rows[table]

    def _counts(self, row: Row) -> bool:
        if isinstance(row, Event | Posting):
            return self.since <= row.date <= self.on
        return row.in_force(self.on)

    def value(self, row: Row, column: str) -> Any:  # noqa: ANN401 - a column may hold any value
        """Give what a column of a row holds; ``grids.households`` is summed from the buildings."""
        if column == "households" and not hasattr(row, column):
            return self._households(row)
        return getattr(row, column)

    def _households(self, grid: Any) -> int | None:  # noqa: ANN401 - reached for rows of grids alone
        if grid.neighbourhood not in self.place.neighbourhoods:
            return None
        homes = {b.id: b.households for b in self.place.neighbourhoods[grid.neighbourhood].buildings}
        return sum(homes.get(member, 0) for member in grid.members)

    def holds(self, condition: Expr | None, row: Row) -> bool | None:
        """Tell whether a condition holds for a row."""
        return True if condition is None else holds(condition, lambda name: self.value(row, name), self._figure)

    def _figure(self, name: str) -> Value | None:
        figure = self.pack.figure(name)
        return figure if isinstance(figure, int | str | tuple) else None

    def naming(self, table: str, column: str, key: str) -> list[Row]:
        """Give the rows of a table whose column names an identifier."""
        if (table, column) not in self._index:
            index: defaultdict[str, list[Row]] = defaultdict(list)
            for row in self.rows(table):
                for named in several(getattr(row, column)):
                    index[named].append(row)
            self._index[table, column] = index
        return self._index[table, column].get(key, [])

    def select(self, selector: Selector, subject: Row | None = None) -> tuple[Row, ...]:
        """Give the rows a selector picks, each once, in the order they were reached."""
        if selector.table:
            found: Iterable[Row] = self.rows(selector.table)
        else:
            found = () if subject is None else (subject,)
        found = [row for row in found if self.holds(selector.where, row)]
        for step in selector.via:
            found = {(type(row), row.id): row for start in found for row in self._step(step, start)}.values()
        return tuple(found)

    def _step(self, step: Step, row: Row) -> Iterator[Row]:
        match step:
            case Back(table, column, where):
                yield from (found for found in self.naming(table, column, row.id) if self.holds(where, found))
            case Along(column, table):
                rows = self.place.table(table)
                yield from (rows[key] for key in several(getattr(row, column)) if key in rows)
            case Up(level):
                org = self.place.org
                chain = org.chain(row.id) if row.id in org.units else ()
                yield from (org.units[key] for key in chain if org.units[key].level == level)
            case Down(where):
                org = self.place.org
                below = org.subtree(row.id) if row.id in org.units else ()
                units = (org.units[key] for key in below)
                yield from (unit for unit in units if unit.in_force(self.on) and self.holds(where, unit))

    def complete(self, selector: Selector) -> bool:
        """Tell whether the record claims to hold everything that a selector may pick."""
        return all(self.claims(table, where) for table, where in needs(selector))

    def claims(self, table: str, where: Expr | None) -> bool:
        """Tell whether the record claims to hold, on the day, all rows of a table that meet a condition."""
        tomorrow = self.on + timedelta(days=1) if self.on < date.max else date.max
        first = self.since if table in {"events", "ledger"} else self.on
        kinds = () if where is None else codes_asked(where, "kind")
        return self.place.recorded_throughout(table, first, tomorrow, kinds)

    def collect(self, values: Values, subject: Row) -> Found:
        """Give the set of values a column has over rows."""
        cells = [self.value(row, values.column) for row in self.select(values.of, subject)]
        known = frozenset(item for cell in cells for item in several(cell))
        return Found(values=known, complete=None not in cells and self.complete(values.of))

    def measure(self, measure: Measure, subject: Row) -> Amount:
        """Give a measure of a subject; where the record is partial, only what it bounds."""
        match measure:
            case Own(column):
                return _amount(self.value(subject, column))
            case Count(of):
                n = len(self.select(of, subject))
                return Exact(n) if self.complete(of) else Between(n, None)
            case Distinct(of, column):
                found = self.collect(Values(of, column), subject)
                return Exact(len(found.values)) if found.complete else Between(len(found.values), None)
            case Sum(of, column):
                amounts = [_amount(self.value(row, column)) for row in self.select(of, subject)]
                highs = [amount.high for amount in amounts] if self.complete(of) else [None]
                high = None if None in highs else sum(high for high in highs if high is not None)
                return Between(sum(amount.low for amount in amounts), high)
            case Ratio(part, whole):
                return _ratio(self.measure(part, subject), self.measure(whole, subject))


def needs(selector: Selector) -> Iterator[tuple[str, Expr | None]]:
    """Yield the tables a selector must know whole, each with the condition that narrows it."""
    if selector.table:
        yield selector.table, selector.where
    for step in selector.via:
        if isinstance(step, Back):
            yield step.table, step.where
        elif isinstance(step, Down):
            yield "units", step.where


def _amount(cell: object) -> Amount:
    if cell is None:
        return Between(0, None)
    return Exact(cell) if isinstance(cell, int) else cell  # type: ignore[return-value] # facts hold amounts


def _ratio(part: Amount, whole: Amount) -> Amount:
    """Parts per thousand, rounded down, as far as both are known."""
    low = 0 if whole.high is None else part.low * 1000 // whole.high if whole.high else 0
    high = None if part.high is None or not whole.low else part.high * 1000 // whole.low
    return Between(low, high)
