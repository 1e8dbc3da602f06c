"""One evaluator for each kind of norm, in one explicit table.

An evaluator gets the view of a place, a norm and one subject, and yields its answers. Where the record is
partial it answers UNKNOWN unless what is known decides already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from pbgov.base import Band, Cycle, Exact, Period, Row, Verdict
from pbgov.model import Event, View, needs
from pbgov.rules import (
    AllEqual,
    AtLeastOnce,
    CompleteChain,
    Divided,
    Enumerated,
    Norm,
    Payload,
    Related,
    Relation,
    SameEnd,
    Selector,
    Values,
    Within,
    codes_asked,
)
from pbgov.validation._answer import Answer, unknown

Evaluator: TypeAlias = Callable[[View, Norm, Any, Row], Iterator[Answer]]
_SHOWN: Final = 5


def _within(view: View, _norm: Norm, payload: Within, subject: Row) -> Iterator[Answer]:
    name = payload.exactly or payload.band or payload.at_least or payload.at_most or ""
    band = _band(view, payload)
    if band is None:
        yield unknown(name)
        return
    amount = view.measure(payload.of, subject)
    verdict = band.verdict(amount)
    yield Answer(
        verdict=verdict,
        key="norm.within",
        missing=_tables(view, payload.of) if verdict is Verdict.UNKNOWN else "",
        measured=amount,
        wanted=band,
        unit=view.pack.unit(name),
    )


def _band(view: View, payload: Within) -> Band | None:
    if payload.band:
        figure = view.pack.figure(payload.band)
        return figure if isinstance(figure, Band) else None
    low, high = (
        view.pack.figure(name) if name else None
        for name in (payload.exactly or payload.at_least, payload.exactly or payload.at_most)
    )
    if not isinstance(low, int):
        low = None
    if not isinstance(high, int):
        high = None
    return None if low is None and high is None else Band(low, high)


def _tables(view: View, measure: Any) -> str:  # noqa: ANN401 - any measure: only its selectors are read
    selectors = [part for part in (getattr(measure, "of", None),) if isinstance(part, Selector)]
    silent = [table for of in selectors for table, where in needs(of) if not view.claims(table, where)]
    return ", ".join(dict.fromkeys(silent)) or "facts"


def _related(view: View, _norm: Norm, payload: Related, subject: Row) -> Iterator[Answer]:
    left = view.collect(payload.left, subject)
    if isinstance(payload.right, str):
        figure = view.pack.figure(payload.right)
        if not isinstance(figure, tuple):
            yield unknown(payload.right)
            return
        right, whole = frozenset(figure), True
    else:
        found = [view.collect(values, subject) for values in payload.right]
        right = frozenset[str]().union(*(one.values for one in found))
        whole = all(one.complete for one in found)
    lacking, extra = right - left.values, left.values - right
    match payload.how:
        case Relation.CONTAINS:
            wrong, settled, open_ = lacking, left.complete, not whole
        case Relation.SUBSET:
            wrong, settled, open_ = extra, whole, not left.complete
        case Relation.EQUALS:
            wrong, settled, open_ = lacking | extra, left.complete and whole, not (left.complete and whole)
        case Relation.DISJOINT:
            wrong, settled, open_ = left.values & right, True, not (left.complete and whole)
        case Relation.OVERLAPS:
            common = left.values & right
            wrong = frozenset[Any]() if common else right or left.values or frozenset({"-"})
            settled, open_ = left.complete and whole, False
    yield _set_answer(wrong, settled=settled, open_=open_, missing=_silent(view, payload))


def _set_answer(wrong: frozenset[Any], *, settled: bool, open_: bool, missing: str) -> Answer:
    """A wrong element breaches if the record is whole where it counts; without one, an open side keeps it open."""
    if wrong and settled:
        return Answer(verdict=Verdict.BREACHED, arguments=(("detail", listed(wrong)),))
    return unknown(missing) if wrong or open_ else Answer(verdict=Verdict.MET)


def _silent(view: View, payload: Related) -> str:
    sides = (payload.left, *(payload.right if isinstance(payload.right, tuple) else ()))
    silent = [table for side in sides for table, where in needs(side.of) if not view.claims(table, where)]
    return ", ".join(dict.fromkeys(silent)) or payload.left.column


def listed(names: frozenset[Any]) -> str:
    """Name the first few of a set, and how many more there are."""
    shown = sorted(str(name) for name in names)
    more = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" … +{more}" if more > 0 else "")


def _all_equal(view: View, _norm: Norm, payload: AllEqual, subject: Row) -> Iterator[Answer]:
    found = view.collect(payload.of, subject)
    if len(found.values) > 1:
        yield Answer(verdict=Verdict.BREACHED, arguments=(("detail", listed(found.values)),))
    else:
        yield Answer(verdict=Verdict.MET) if found.complete else unknown(_column_of(view, payload.of))


def _column_of(view: View, values: Values) -> str:
    silent = [table for table, where in needs(values.of) if not view.claims(table, where)]
    return ", ".join(dict.fromkeys(silent)) or values.column


def _divided(view: View, _norm: Norm, payload: Divided, subject: Row) -> Iterator[Answer]:
    whole = view.collect(payload.whole, subject)
    parts = [view.collect(payload.members, part) for part in view.select(payload.into, subject)]
    seen: set[Any] = set()
    wrong: set[Any] = set()
    for part in parts:
        wrong |= seen & part.values if part.values else {"∅"}
        seen |= part.values
    complete = whole.complete and view.complete(payload.into) and all(part.complete for part in parts)
    if complete:
        wrong |= whole.values ^ seen
    yield _set_answer(frozenset(wrong), settled=True, open_=not complete, missing=_column_of(view, payload.whole))


def _same_end(view: View, _norm: Norm, payload: SameEnd, subject: Row) -> Iterator[Answer]:
    one = {row.id for row in view.select(payload.one, subject)}
    other = {row.id for row in view.select(payload.other, subject)}
    if one and other:
        wrong = frozenset(one ^ other)
        yield _set_answer(wrong, settled=True, open_=False, missing="")
    else:
        end = payload.other if one else payload.one
        silent = [table for table, where in needs(end) if not view.claims(table, where)]
        yield unknown(", ".join(dict.fromkeys(silent)) or "units")


def _complete_chain(view: View, _norm: Norm, payload: CompleteChain, subject: Row) -> Iterator[Answer]:
    wanted = view.pack.figure(payload.levels)
    if not isinstance(wanted, tuple):
        yield unknown(payload.levels)
        return
    units = view.place.org.units
    found = [units[key].level or "-" for key in view.place.org.chain(subject.id)]
    met = found == list(wanted[len(wanted) - len(found) :]) if found else False
    whole = met and len(found) == len(wanted[wanted.index(found[0]) :])
    detail = " → ".join(found)
    yield Answer(verdict=Verdict.MET if whole else Verdict.BREACHED, arguments=(("detail", detail),))


def _at_least_once(view: View, norm: Norm, payload: AtLeastOnce, subject: Row) -> Iterator[Answer]:
    cycle = view.pack.figure(payload.per)
    if not isinstance(cycle, Cycle):
        yield unknown(payload.per)
        return
    days = sorted(row.date for row in view.select(payload.of, subject) if isinstance(row, Event))
    since = max(filter(None, (view.since, subject.start, norm.start)))
    until = min(filter(None, (view.on, subject.end, norm.end)))
    periods = tuple(cycle.whole(since, until))
    if not periods:
        yield Answer(verdict=Verdict.NOT_APPLICABLE, key="norm.not_due", arguments=(("cycle", cycle.value),))
    for period in periods:
        yield _period_answer(view, payload, period, days)


def _period_answer(view: View, payload: AtLeastOnce, period: Period, days: list[date]) -> Answer:
    name = period.in_("en")
    if any(day in period for day in days):
        return Answer(verdict=Verdict.MET, aspect=name)
    start, end = period.start or date.min, period.end or date.max
    claimed = all(
        view.place.recorded_throughout(table, start, end, codes_asked(where, "kind"))
        for table, where in needs(payload.of)
    )
    if not claimed:
        return unknown("events", name)
    return Answer(
        verdict=Verdict.BREACHED,
        key="norm.cadence",
        aspect=name,
        arguments=(("period", period),),
        measured=Exact(0),
        wanted=Band(1, None),
    )


def _enumerated(view: View, _norm: Norm, payload: Enumerated, subject: Row) -> Iterator[Answer]:
    size = view.pack.figure(payload.size)
    if not isinstance(size, int):
        yield unknown(payload.size)
        return
    known = len(view.collect(payload.of, subject).values)
    verdict = Verdict.BREACHED if known > size else Verdict.MET if known == size else Verdict.UNKNOWN
    yield Answer(
        verdict=verdict,
        key="norm.within",
        missing=payload.of.column,
        measured=Exact(known),
        wanted=Band(size, size),
        unit=view.pack.unit(payload.size),
    )


EVALUATORS: Final[Mapping[type[Payload], Evaluator]] = MappingProxyType(
    {
        Within: _within,
        Related: _related,
        AllEqual: _all_equal,
        Divided: _divided,
        SameEnd: _same_end,
        CompleteChain: _complete_chain,
        AtLeastOnce: _at_least_once,
        Enumerated: _enumerated,
    }
)
