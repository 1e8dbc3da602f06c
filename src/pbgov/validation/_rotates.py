"""Recorded terms against the norms of rotation: overlaps, gaps, repetitions, strangers, wrong lengths."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

import attrs

from pbgov.base import Argument, Period, Row, Verdict, add_months, several
from pbgov.errors import InvalidValueError
from pbgov.model import View
from pbgov.rules import Back, Expr, Lasts, Norm, Rotates, Values
from pbgov.validation._answer import Answer, unknown

_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class _Term:
    """A recorded term; an unknown start lies before all records, and a missing end after the last day."""

    holder: str
    start: date
    end: date
    row: Row

    def is_judged(self, view: View) -> bool:
        """Whether it has a day in the span that is judged."""
        return self.start <= view.on and self.end > view.since


@attrs.frozen(kw_only=True)
class _Record:
    """What is on record of something that rotates, in order of days."""

    terms: tuple[_Term, ...]
    table: str
    where: Expr | None
    sure: bool

    def claimed(self, view: View, first: date, until: date) -> bool:
        """Whether the record claims to hold every term over ``[first, until)``."""
        return self.sure and view.claims_for(self.table, self.where, first, until)


def _record(view: View, values: Values, subject: Row) -> _Record:
    step = cast("Back", values.of.via[0])
    picked = view.ever(step, subject.id)
    cells = [(row, view.value(row, values.column)) for row in picked.rows]
    terms = [
        _Term(holder=str(holder), start=row.start or date.min, end=row.end or date.max, row=row)
        for row, cell in cells
        for holder in several(cell)
    ]
    sure = picked.complete and all(cell is not None for _, cell in cells)
    ordered = sorted(terms, key=lambda term: (term.start, term.row.id, term.holder))
    return _Record(terms=tuple(ordered), table=step.table, where=step.where, sure=sure)


def _number(view: View, parameter: str | None, default: int = 0) -> int | None:
    """Give a figure: the default where no parameter is named, ``None`` where its value is wanting."""
    figure = view.pack.figure(parameter) if parameter else default
    return figure if isinstance(figure, int) else None


def _tomorrow(view: View) -> date:
    return view.on + _DAY if view.on < date.max else date.max


def _begun(view: View, record: _Record) -> list[_Term]:
    return [term for term in record.terms if term.start <= view.on]


def _none(view: View, record: _Record) -> Answer:
    """Answer where no term is on record: nothing to judge, if the record says so."""
    whole = record.claimed(view, view.since, _tomorrow(view))
    return Answer(verdict=Verdict.NOT_APPLICABLE) if whole else unknown(record.table)


def _breach(kind: str, term: _Term, **arguments: Argument) -> Answer:
    return Answer(
        verdict=Verdict.BREACHED,
        key=f"norm.rotates.{kind}",
        aspect=f"{kind} {term.row.id}",
        arguments=tuple(arguments.items()),
    )


def _summed(answers: list[Answer]) -> Iterator[Answer]:
    """Yield every breach, or what is missing, or that all is well."""
    breached = [answer for answer in answers if answer.verdict is Verdict.BREACHED]
    yield from breached or answers[:1] or [Answer(verdict=Verdict.MET)]


def rotates(view: View, _norm: Norm, payload: Rotates, subject: Row) -> Iterator[Answer]:
    """Judge whether recorded terms take turns."""
    gap, announced = _number(view, payload.handover_gap), _number(view, payload.announced, 1)
    record, among = _record(view, payload.terms, subject), _record(view, payload.among, subject)
    terms = _begun(view, record)
    if gap is None or announced is None:
        yield unknown(payload.figures()[0 if gap is None else -1])
    elif not terms:
        yield _none(view, record)
    else:
        before = terms[0].start - _DAY if terms[0].start > date.min else date.min
        whole = record.claimed(view, max(before, subject.start or date.min), _tomorrow(view))
        answers = [*_in_sequence(view, record, terms, gap), *_strangers(view, among, terms)]
        turns = _in_turn(view, _turners(among, terms, announced), terms)
        yield from _summed([*answers, *turns] if whole else [*answers, unknown(record.table)])


def _in_sequence(view: View, record: _Record, terms: list[_Term], gap: int) -> Iterator[Answer]:
    """Yield what overlaps, and the days between terms on which nobody is in the chair."""
    last = terms[0]
    for term in terms[1:]:
        if term.start < last.end:
            if term.is_judged(view):
                shared = _span(max(term, last, key=lambda held: held.start), min(term, last, key=lambda held: held.end))
                yield _breach("overlap", term, first=last.holder, second=term.holder, period=shared)
        elif term.is_judged(view):
            yield from _gap(view, record, (last.end, term.start, term), gap)
        last = max(last, term, key=lambda held: held.end)
    if last.end <= view.on:
        yield from _gap(view, record, (last.end, _tomorrow(view), last), gap)


def _gap(view: View, record: _Record, between: tuple[date, date, _Term], gap: int) -> Iterator[Answer]:
    end, start, term = between
    if (start - end).days > gap:
        empty = Period(end, start)
        claimed = record.claimed(view, end, start)
        yield _breach("gap", term, period=empty, gap=gap) if claimed else unknown(record.table)


def _strangers(view: View, among: _Record, terms: list[_Term]) -> Iterator[Answer]:
    """Yield the terms of those who do not rotate."""
    known = {seat.holder for seat in among.terms}
    whole = among.claimed(view, view.on, _tomorrow(view))
    for term in terms:
        if term.holder not in known and term.is_judged(view):
            period = _span(term, term)
            yield _breach("stranger", term, first=term.holder, period=period) if whole else unknown(among.table)
    if not whole:
        yield unknown(among.table)


def _turners(among: _Record, terms: list[_Term], announced: int) -> list[tuple[str, date, date]]:
    """Give who takes turns, from when and until when: a newcomer once the terms announced when it came are over."""
    starts = [term.start for term in terms]
    found: list[tuple[str, date, date]] = []
    for seat in among.terms:
        after = bisect_right(starts, seat.start) + announced
        new = seat.start > starts[0]
        first = seat.start if not new else starts[after] if after < len(starts) else date.max
        found.append((seat.holder, first, seat.end))
    return found


def _in_turn(view: View, turners: list[tuple[str, date, date]], terms: list[_Term]) -> Iterator[Answer]:
    """Yield the second terms of a cycle that came before somebody's first."""
    since, held = terms[0].start, {terms[0].holder}
    for term in terms[1:]:
        if term.holder in held:
            passed = {name for name, first, end in turners if first <= since and end > term.start} - held
            if passed and term.is_judged(view):
                second = ", ".join(sorted(passed))
                yield _breach("repeat", term, first=term.holder, second=second, period=_span(term, term))
            since = term.start
            held.clear()
        held.add(term.holder)


def _span(first: _Term, last: _Term) -> Period:
    """Give the span from the start of one term to the end of another, as far as they are recorded."""
    return Period(first.row.start, last.row.end)


def lasts(view: View, _norm: Norm, payload: Lasts, subject: Row) -> Iterator[Answer]:
    """Judge how long recorded terms last."""
    months, tolerance = view.pack.figure(payload.months), _number(view, payload.tolerance_days)
    record = _record(view, payload.terms, subject)
    terms = _begun(view, record)
    if not isinstance(months, int):
        yield unknown(payload.months)
    elif tolerance is None:
        yield unknown(payload.tolerance_days or "")
    elif not terms:
        yield _none(view, record)
    else:
        answers = [
            answer
            for term in terms
            if term.is_judged(view)
            for answer in _length(view, term, _planned(terms[0].start, term.start, months), tolerance)
        ]
        whole = record.claimed(view, view.since, _tomorrow(view))
        yield from _summed(answers if whole else [*answers, unknown(record.table)])


def _length(view: View, term: _Term, planned: date, tolerance: int) -> Iterator[Answer]:
    """Yield what is wrong with the length of a term; one still running has lasted until tomorrow at least."""
    if term.row.start is None:
        yield unknown("start")
        return
    end = term.row.end or max(planned, _tomorrow(view))
    if abs((end - planned).days) > tolerance:
        period = _span(term, term)
        yield _breach("length", term, first=term.holder, period=period, planned=planned, tolerance=tolerance)


def _planned(first: date, start: date, months: int) -> date:
    """Give the day on which a term should end: counted from the first start if it starts on such a day."""
    passed = (start.year - first.year) * 12 + start.month - first.month
    try:
        counted = add_months(first, passed) == start
        return add_months(first, passed + months) if counted else add_months(start, months)
    except InvalidValueError:  # beyond the years of the calendar
        return date.max
