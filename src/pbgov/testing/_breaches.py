"""Places in which exactly one norm is breached, by one edit of a place in which it is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, cast

import attrs
from hypothesis import assume
from hypothesis import strategies as st

from pbgov.base import Row, several
from pbgov.errors import PbgovError
from pbgov.model import TABLES, Edit, Jurisdiction
from pbgov.rules import RulePack
from pbgov.synth import Planted
from pbgov.validation import Checker

_ON: Final = date(2018, 7, 1)
_DAYS: Final = (40, -40, 400)
_STRANGER: Final = "Znobody"
_CROWD: Final = tuple(f"Z{number}" for number in range(9))


def breaches(
    place: Jurisdiction, pack: RulePack, *, on: date = _ON, since: date | None = None
) -> tuple[tuple[Jurisdiction, Planted], ...]:
    """Give every place one edit away in which one thing more is wrong, and that a norm says.

    Edits are tried in a fixed order: each row taken out, doubled or ended, each cell emptied, replaced by what another
    row has there, or moved by some days. A norm is reached if it is met somewhere in the place and one edit can breach
    it; whatever kind of norm it is.

    Args:
        place: The place.
        pack: The norms.
        on: The day on which it is judged.
        since: First day of the span whose periods are judged.
    """
    checker = Checker(place, pack, on=on, since=since)
    before = {(f.code, f.subject, f.aspect) for f in checker.report.breached}
    found: list[tuple[Jurisdiction, Planted]] = []
    for what, edit in _edits(place):
        after = checker.edited([edit])
        fresh = [f for f in after.report.breached if (f.code, f.subject, f.aspect) not in before]
        if len(fresh) == 1 and not fresh[0].code.startswith("PBS"):
            found.append((after.place, Planted(fresh[0].code, fresh[0].subject, what)))
    return tuple(found)


@st.composite
def broken_norms(
    draw: st.DrawFn, elements: st.SearchStrategy[Jurisdiction], *, pack: RulePack, on: date = _ON
) -> tuple[Jurisdiction, Planted]:
    """Places in which exactly one norm more is breached than in the place they come from.

    Args:
        draw: Given by Hypothesis.
        elements: Places in which norms of the pack are met.
        pack: The norms.
        on: The day on which they are judged.
    """
    found = breaches(draw(elements), pack, on=on)
    assume(found)
    return draw(st.sampled_from(found))


def _edits(place: Jurisdiction) -> Iterator[tuple[str, Edit]]:
    """Yield edits of single rows, each with what it does."""
    for table in TABLES:
        rows: tuple[Row, ...] = place.table(table).rows()
        for row in rows:
            yield f"{table}/{row.id} is gone", Edit(table, row.id, row, None)
            double = attrs.evolve(row, id=f"Z{row.id}"[:120])
            yield f"{table}/{row.id} is there twice", Edit(table, double.id, None, double)
            for column, cell in _cells(row, rows):
                try:
                    other = attrs.evolve(row, **{column: cell})
                except (PbgovError, TypeError):  # cells that cannot stand together
                    continue
                if other != row:
                    yield f"{table}/{row.id}/{column} is otherwise", Edit(table, row.id, row, other)


def _cells(row: Row, rows: tuple[Row, ...]) -> Iterator[tuple[str, Any]]:
    """Yield what the cells of a row might hold instead."""
    for attribute in attrs.fields(type(row)):
        column = attribute.name
        if column in {"id", "made_up"}:
            continue
        held = getattr(row, column)
        if attribute.default is not attrs.NOTHING:
            yield column, attribute.default
        for other in rows[:8]:
            yield column, getattr(other, column)
        if isinstance(held, date):
            yield from ((column, _moved(held, days)) for days in _DAYS)
        elif isinstance(held, bool) or held is None:
            yield column, not held
        elif isinstance(held, int):
            yield from ((column, value) for value in (held + 1, held * 3 + 200, held // 2))
        elif isinstance(held, tuple):
            inner = several(cast("object", held))
            yield from ((column, value) for value in (inner[1:], inner[:1], (*inner, *_CROWD)))
        elif isinstance(held, str):
            yield column, _STRANGER


def _moved(day: date, days: int) -> date:
    """Move a day, as far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
