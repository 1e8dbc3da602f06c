"""The ways of selectors, walked on a view: each step is made ready once, and where a way leads from a row is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

import attrs

from pbgov.base import Row, Table, several
from pbgov.model._paths import UNSAID
from pbgov.org import Unit
from pbgov.rules import Along, Back, Down, Expr, Selector, Step, Up, codes_asked

if TYPE_CHECKING:
    from pbgov.model._view import View

R = TypeVar("R", bound=Row)
Rows: TypeAlias = Sequence[Row]
Reached: TypeAlias = tuple[Rows, Rows, bool]
"""The rows reached, those that may be, each once, and whether the way leads nowhere else."""
Stride: TypeAlias = Callable[[Row], Reached]
_NOTHING: Reached = ((), (), True)
_FEW: Final = 16  # units that are quicker walked over than anything else
_STEPS: Final = 4  # units looked up from in the time that one is walked down to


@attrs.frozen(eq=False)
class Way:
    """A selector made ready for a view.

    Attributes:
        selector: The selector; kept, so that nothing else comes to have its ``id``.
        strides: Its steps.
        whole: Whether the record claims to hold everything that it may pick.
        known: Where it leads to from a row, by the number of the step that comes next.
    """

    selector: Selector
    strides: tuple[Stride, ...]
    whole: bool
    known: dict[tuple[int, str], Reached] = attrs.field(factory=dict[tuple[int, str], Reached])

    def walked(self, rows: Rows, doubtful: Rows, at: int = 0) -> Reached:
        """Walk on from rows, from a step on; where a row in doubt would lead, nobody knows."""
        sure = True
        for number in range(at, len(self.strides)):
            if number > at and len(rows) == 1 and not doubtful:  # many ways lead over it
                rows, doubtful, known = self._onward(number, rows[0])
                return rows, doubtful, sure and known
            sure = sure and not doubtful
            one = self.strides[number]
            rows, doubtful, known = one(rows[0]) if len(rows) == 1 else _together(list(map(one, rows)))
            sure = sure and known
        return rows, doubtful, sure

    def _onward(self, number: int, row: Row) -> Reached:
        key = (number, row.id)
        if key not in self.known:
            self.known[key] = self.walked((row,), (), number)
        return self.known[key]


def _together(ends: Sequence[Reached]) -> Reached:
    """Put together what a step leads to from several rows, each row once; all are of one table."""
    if not ends:
        return _NOTHING
    reached = {row.id: row for rows, _, _ in ends for row in rows}
    in_doubt = {row.id: row for _, rows, _ in ends for row in rows if row.id not in reached}
    return list(reached.values()), list(in_doubt.values()), all(known for _, _, known in ends)


def stride(view: View, step: Step) -> Stride:
    """Make a step ready."""
    match step:
        case Back():
            return _back(view, step)
        case Along():
            return _along(view, step)
        case Up(level):
            return lambda row: _up(view, level, row)
        case Down():
            return lambda row: _down(view, step, row)


def _back(view: View, step: Back) -> Stride:
    table = view.place.table(step.table)
    if not table:
        return lambda _row: _NOTHING
    naming, column = table.naming, step.column
    counts, met, silent = view.counting(step.table), view.meeting(step.where), cache(partial(view.silent, step))

    def back(row: Row) -> Reached:
        rows, doubtful = met([one for one in naming(column, row.id) if counts(one)])
        return rows, [*doubtful, *silent()], True

    return back


def _along(view: View, step: Along) -> Stride:
    get, holds, column, value = view.place.table(step.table).get, view.place.holds, step.column, view.value

    def along(row: Row) -> Reached:
        cell = value(row, column)
        if cell is None and column in UNSAID:
            return (), (), False
        if isinstance(cell, str):
            one = get(cell)
            return ((), (), holds(cell)) if one is None else ((one,), (), True)
        names = dict.fromkeys(several(cell))
        found = [one for one in map(get, names) if one is not None]
        return found, (), len(found) == len(names) or all(map(holds, names))

    return along


def _up(view: View, level: str, row: Row) -> Reached:
    units = view.place.units
    if row.id not in units:
        return (), (), False
    above = [units[key] for key in view.place.org.chain(row.id)]
    top = above[-1].parent
    whole = top is None or any(unit.id == top for unit in above)
    return [unit for unit in above if unit.level == level], (), whole


def _down(view: View, step: Down, row: Row) -> Reached:
    below = _below(view, step.where, row) if row.id in view.place.units else ()
    view.passed += len(below)
    return *view.meeting(step.where)(filter(view.counts, below)), True


def _below(view: View, where: Expr | None, row: Row) -> Sequence[Unit]:
    """Give the units under one that may meet a condition.

    Where the condition asks for some kinds or levels, and there are few units of these anywhere, it is quicker to look
    up from these than down over all; neither is looked at much longer than the other would take.
    """
    org, table = view.place.org, view.place.units
    asked, walk = Asked.by("units", where), org.walk_down(row.id)
    below, most = list[str](), _FEW if asked else len(table)
    while True:
        below += islice(walk, most - len(below))
        if len(below) < most or not asked:
            return [table[key] for key in below]
        few = asked.few(table, _STEPS * most)
        if few is not None:
            return [unit for unit in few if row.id in org.chain(unit.id)]
        most *= 2


@attrs.frozen
class Asked:
    """To what a condition narrows a table: some kinds or levels.

    Attributes:
        column: ``"kind"`` or ``"level"``.
        cells: What stands there in every row that may meet the condition.
    """

    column: str
    cells: tuple[str | None, ...]

    @classmethod
    def by(cls, table: str, where: Expr | None) -> Asked | None:
        """Read what a condition asks for; ``None`` where it leaves kind and level open."""
        for column in ("kind", "level") if table == "units" else ("kind",):
            codes = codes_asked(where, column)
            if codes:
                return cls(column, tuple(code or None for code in dict.fromkeys(codes)))  # the empty code: no level
        return None

    def few(self, table: Table[R], most: int) -> list[R] | None:
        """Give the rows of a table that hold one of these; ``None`` where they may be more than so many."""
        found: list[R] = []
        for cell in self.cells:
            rows = table.few_naming(self.column, cell, most - len(found))
            if rows is None:
                return None
            found += rows
        return found
