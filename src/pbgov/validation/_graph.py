"""Evaluators of how things are tied: what two sets share, how evenly a load lies, what lapses for too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, cast

from pbgov.base import Amount, Band, Between, Exact, Period, Row, Text, Verdict
from pbgov.model import View, selectors
from pbgov.rules import Back, Even, Norm, Shared, Unbroken
from pbgov.validation._answer import Answer, unknown
from pbgov.validation._missing import missing

_DAY: Final = timedelta(days=1)
_WHOLE: Final = 1000


def shared(view: View, _norm: Norm, payload: Shared, subject: Row) -> Iterator[Answer]:
    """Count what both sets hold; a set that is whole bounds how much more there may be."""
    least = view.pack.figure(payload.at_least)
    if not isinstance(least, int):
        yield unknown(payload.at_least)
        return
    one, other = view.collect(payload.one, subject), view.collect(payload.other, subject)
    n = len(one.values & other.values)
    whole = [len(found.values) for found in (one, other) if found.complete]
    most = n if len(whole) == 2 else min(whole, default=None)  # noqa: PLR2004 - both of them
    amount = Exact(n) if n == most else Between(n, most)
    silent = missing(view, (payload.one.of, payload.other.of), payload.one.column)
    yield _measured(amount, Band(least, None), view.pack.unit(payload.at_least), silent)


def even(view: View, _norm: Norm, payload: Even, subject: Row) -> Iterator[Answer]:
    """Judge the Gini coefficient of the loads, as far as they are all known."""
    most = view.pack.figure(payload.at_most)
    if not isinstance(most, int):
        yield unknown(payload.at_most)
        return
    loads, complete = view.loads(payload.over, payload.of, subject)
    if complete and all(load.low == load.high and load.low >= 0 for load in loads):
        yield _measured(Exact(_gini([load.low for load in loads])), Band(None, most), view.pack.unit(payload.at_most))
    else:
        yield unknown(missing(view, (payload.over, *selectors(payload.of)), "facts"))


def _gini(loads: Sequence[int]) -> int:
    """Give half the mean difference of two loads over their mean, in ‰, rounded up."""
    n, total = len(loads), sum(loads)
    spread = sum((2 * rank - n - 1) * load for rank, load in enumerate(sorted(loads), 1))
    return -(-_WHOLE * spread // (n * total)) if total else 0


def _measured(amount: Amount, wanted: Band, unit: Text, silent: str = "") -> Answer:
    verdict = wanted.verdict(amount)
    return Answer(
        verdict=verdict,
        key="norm.within",
        missing=silent if verdict is Verdict.UNKNOWN else "",
        measured=amount,
        wanted=wanted,
        unit=unit,
    )


def unbroken(view: View, norm: Norm, payload: Unbroken, subject: Row) -> Iterator[Answer]:
    """Judge each gap between rows: too long a one breaches where the record claims to hold all rows of its days."""
    most = view.pack.figure(payload.gap)
    if not isinstance(most, int):
        yield unknown(payload.gap)
        return
    step = cast("Back", payload.of.via[0])
    picked = view.ever(step, subject.id)
    sure = picked.complete and not any(row.ended for row in picked.rows)
    gaps = [(start, end) for start, end in _gaps(view, norm, picked.rows, subject) if (end - start).days > most]
    told = [gap for gap in gaps if sure and view.claims_for(step.table, step.where, *gap)]
    for start, end in told:
        empty = Period(start, end)
        yield Answer(
            verdict=Verdict.BREACHED,
            key="norm.unbroken",
            aspect=empty.in_("en"),
            arguments=(("period", empty), ("gap", most)),
        )
    if not told:
        yield unknown(step.table) if gaps else Answer(verdict=Verdict.MET)


def _gaps(view: View, norm: Norm, rows: Sequence[Row], subject: Row) -> Iterator[tuple[date, date]]:
    """Yield the spans without a row that have a day which counts; a row that ended, nobody knows when, fills none."""
    tomorrow = view.on + _DAY if view.on < date.max else date.max
    begun = [day for day in (subject.start, norm.start) if day]
    first, until = max([view.since, *begun]), min(tomorrow, subject.end or date.max)
    spans = sorted((row.start or date.min, row.end or date.max) for row in rows if not row.ended)
    here = max(begun, default=min([view.since, *(start for start, _ in spans)]))
    for start, end in (*spans, (until, date.max)):
        stop = min(start, until)
        if here < stop and stop > first:
            yield here, stop
        here = max(here, end)
