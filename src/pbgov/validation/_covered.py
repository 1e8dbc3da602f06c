"""Coverage: whether events take up all of some codes in each calendar period, or in each cycle of a rota."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from pbgov.base import Band, Cycle, Exact, Row, Text, Verdict, several, term
from pbgov.model import View
from pbgov.rules import Back, Covered, Figure, Norm, Values
from pbgov.validation._answer import Answer, unknown
from pbgov.validation._spans import Held, between, claimed, held, in_force, length, moved, parts, shown

_MONTHS_A_YEAR = 12
_DAY = timedelta(days=1)


def covered(view: View, norm: Norm, payload: Covered, subject: Row) -> Iterator[Answer]:
    """Judge each period; tell once if none has ended yet."""
    codes, per = view.pack.figure(payload.codes), view.pack.figure(payload.per)
    if not isinstance(codes, tuple):
        yield unknown(payload.codes)
        return
    spans: list[tuple[int, int]] | None = None
    if payload.turns is not None:
        first, missing = _first(view, payload.turns, subject)
        if missing:
            yield unknown(missing)
            return
        spans = _cycles(view, first, per, in_force(norm, subject))
    elif isinstance(per, Cycle):
        whole = [part for part in parts(view, per, in_force(norm, subject)) if part.end - part.start == part.whole]
        spans = [(part.start, part.end) for part in whole]
    if spans is None:
        yield unknown(payload.per)
        return
    events = held(view, payload.of.of, subject)
    answers = [_answer(view, payload.of, events, codes, span) for span in spans]
    yield from answers or (Answer(verdict=Verdict.NOT_APPLICABLE, key="norm.not_due"),)


def _first(view: View, turns: Values, subject: Row) -> tuple[date | None, str]:
    """Give the day on which the first turn began, if there is one, or what the record does not say.

    That a turn was the first takes a claim from the day before it, or from the first day of the subject.
    """
    step = cast("Back", turns.of.via[0])
    picked = view.ever(step, subject.id)
    starts = [row.start for row in picked.rows if row.start is not None]
    if len(starts) < len(picked.rows):
        return None, "start"
    first = min(starts, default=None)
    before = view.since if first is None else max(subject.start or date.min, _day_before(first))
    tomorrow = view.on + _DAY if view.on < date.max else date.max
    whole = picked.complete and view.claims_for(step.table, step.where, before, tomorrow)
    return first, "" if whole else step.table


def _day_before(day: date) -> date:
    """Give the day before, as far as the calendar goes."""
    return day - _DAY if day > date.min else day


def _cycles(view: View, first: date | None, per: Figure | None, force: tuple[int, int]) -> list[tuple[int, int]] | None:
    """Give the cycles begun since the first day and ended by the day; none where nobody took a turn yet."""
    months, unit = length(per, "month") or (0, "month")
    if months < 1 or unit != "month":
        return None
    if first is None:
        return []
    low, high = max(view.since.toordinal(), force[0]), min(view.on.toordinal(), force[1])
    passed = (view.since.year - first.year) * _MONTHS_A_YEAR + view.since.month - first.month
    number, found = max(0, passed // months), list[tuple[int, int]]()
    while (end := moved(first.toordinal(), (number + 1) * months, "month")) <= high:
        start = moved(first.toordinal(), number * months, "month")
        found += [(start, end)] if start >= low else []
        number += 1
    return found


def _answer(view: View, of: Values, events: Held, codes: tuple[str, ...], span: tuple[int, int]) -> Answer:
    """Judge one period: what is on record may cover all; that it does not takes a whole record."""
    start, end = span
    period = shown(start, end)
    cells = [view.value(row, of.column) for row in events.inside(start, end)]
    taken = {item for cell in cells for item in several(cell)}
    lacking = [code for code in codes if code not in taken]
    if not lacking:
        return Answer(verdict=Verdict.MET, aspect=period.in_("en"))
    if None in cells or between(events.doubtful, start, end) or not events.sure:
        return unknown("events", period.in_("en"))
    if not claimed(view, of.of, start, end):
        return unknown("events", period.in_("en"))
    words = [term(code) for code in lacking]
    detail = Text(zh="、".join(one.zh for one in words), en=", ".join(one.en for one in words))
    return Answer(
        verdict=Verdict.BREACHED,
        key="norm.covered",
        aspect=period.in_("en"),
        arguments=(("period", period), ("detail", detail)),
        measured=Exact(len(codes) - len(lacking)),
        wanted=Band(len(codes), None),
    )
