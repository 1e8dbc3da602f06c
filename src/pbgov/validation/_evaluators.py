"""One evaluator for each kind of norm, in one explicit table.

An evaluator gets the view of a place, a norm and one subject, and yields its answers. Where the record is
partial it answers UNKNOWN unless what is known decides already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from pbgov.base import Band, Exact, Row, Verdict, chosen
from pbgov.model import View, selectors
from pbgov.rules import (
    Admitted,
    AllEqual,
    Answered,
    Cadence,
    Chained,
    CompleteChain,
    Covered,
    Divided,
    Enumerated,
    Even,
    Follows,
    Lasts,
    Norm,
    Own,
    Payload,
    Preceded,
    Related,
    Relation,
    Rotates,
    SameEnd,
    Shared,
    Stated,
    Unbroken,
    Within,
)
from pbgov.validation._answer import Answer, Failing, unknown
from pbgov.validation._covered import covered
from pbgov.validation._duties import admitted, stated
from pbgov.validation._follows import follows
from pbgov.validation._graph import even, shared, unbroken
from pbgov.validation._missing import missing
from pbgov.validation._response import answered, preceded
from pbgov.validation._rhythm import cadence, chained
from pbgov.validation._rotates import lasts, rotates

Evaluator: TypeAlias = Callable[[View, Norm, Any, Row], Iterator[Answer]]
_SHOWN: Final = 5


def _within(view: View, _norm: Norm, payload: Within, subject: Row) -> Iterator[Answer]:
    if not payload.alternatives:
        yield _in_band(view, payload, subject)
        return
    needed = 1 if payload.needed is None else view.pack.figure(payload.needed)
    if not isinstance(needed, int):
        yield unknown(payload.needed or "")
        return
    answers = [_in_band(view, branch, subject) for branch in (payload, *payload.alternatives)]
    open_ = [answer for answer in answers if answer.verdict is Verdict.UNKNOWN]
    failing = [answer for answer in answers if answer.verdict is Verdict.BREACHED]
    verdict = chosen(needed, [answer.verdict for answer in answers])
    if verdict is Verdict.UNKNOWN:
        yield unknown(", ".join(dict.fromkeys(name for answer in open_ for name in answer.missing.split(", "))))
        return
    yield Answer(
        verdict=verdict,
        key="norm.alternatives",
        arguments=(("detail", Failing(tuple(failing))), ("needed", needed), ("n", len(answers))),
        measured=answers[0].measured,
        wanted=answers[0].wanted,
        unit=answers[0].unit,
    )


def _in_band(view: View, payload: Within, subject: Row) -> Answer:
    """Judge one measure, whatever its alternatives."""
    band, wanting = _band(view, payload)
    amount = view.measure(payload.of, subject)
    verdict = Verdict.UNKNOWN if band is None else band.verdict(amount)
    if band is None or (wanting and verdict is not Verdict.BREACHED):  # the figure that is wanting may say otherwise
        return unknown(wanting)
    return Answer(
        verdict=verdict,
        key="norm.within",
        missing=missing(view, selectors(payload.of), _otherwise(payload)) if verdict is Verdict.UNKNOWN else "",
        measured=amount,
        wanted=band,
        unit=view.pack.unit(payload.exactly or payload.band or payload.at_least or payload.at_most or ""),
    )


def _otherwise(payload: Within) -> str:
    """Name what is wanting where every table is whole: the column of the subject, or what is stated."""
    return payload.of.column if isinstance(payload.of, Own) else "facts"


def _band(view: View, payload: Within) -> tuple[Band | None, str]:
    """Give the band, as far as figures are there, and the parameter that has none."""
    if payload.band:
        figure = view.pack.figure(payload.band)
        return (figure, "") if isinstance(figure, Band) else (None, payload.band)
    names = (payload.exactly or payload.at_least, payload.exactly or payload.at_most)
    figures = [view.pack.figure(name) if name else None for name in names]
    low, high = (figure if isinstance(figure, int) else None for figure in figures)
    wanting = [name for name, figure in zip(names, (low, high), strict=True) if name and figure is None]
    return None if low is None and high is None else Band(low, high), wanting[0] if wanting else ""


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
    decided, both_whole = frozenset[Any](), left.complete and whole
    match payload.how:
        case Relation.CONTAINS:
            decided, open_ = lacking if left.complete else decided, bool(lacking) or not whole
        case Relation.SUBSET:
            decided, open_ = extra if whole else decided, bool(extra) or not left.complete
        case Relation.EQUALS:
            decided = (lacking if left.complete else decided) | (extra if whole else decided)
            open_ = not both_whole
        case Relation.DISJOINT:
            decided, open_ = left.values & right, not both_whole
        case Relation.OVERLAPS:
            apart = not left.values & right
            decided = right or left.values or frozenset({"-"}) if apart and both_whole else decided
            open_ = apart
    if decided or not open_:
        yield _set_answer(decided)
        return
    sides = [side.of for side in (payload.left, *(payload.right if isinstance(payload.right, tuple) else ()))]
    yield unknown(missing(view, sides, payload.left.column))


def _set_answer(wrong: frozenset[Any]) -> Answer:
    """What is known to be wrong breaches; where nothing is, all is well."""
    if wrong:
        return Answer(verdict=Verdict.BREACHED, arguments=(("detail", listed(wrong)),))
    return Answer(verdict=Verdict.MET)


def listed(names: frozenset[Any]) -> str:
    """Name the first few of a set, and how many more there are."""
    shown = sorted(str(name) for name in names)
    more = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" … +{more}" if more > 0 else "")


def _all_equal(view: View, _norm: Norm, payload: AllEqual, subject: Row) -> Iterator[Answer]:
    found = view.collect(payload.of, subject)
    if len(found.values) > 1:
        yield Answer(verdict=Verdict.BREACHED, arguments=(("detail", listed(found.values)),))
    elif found.complete:
        yield Answer(verdict=Verdict.MET)
    else:
        yield unknown(missing(view, [payload.of.of], payload.of.column))


def _divided(view: View, _norm: Norm, payload: Divided, subject: Row) -> Iterator[Answer]:
    whole, into = view.collect(payload.whole, subject), view.pick(payload.into, subject)
    parts = [view.collect(payload.members, part) for part in into.rows]
    seen: set[Any] = set()
    wrong: set[Any] = set()
    for part in parts:
        wrong |= seen & part.values
        seen |= part.values
    all_parts = into.complete and all(part.complete for part in parts)
    if any(part.complete and not part.values for part in parts):
        wrong.add("∅")
    if whole.complete:
        wrong |= seen - whole.values
    if all_parts:
        wrong |= whole.values - seen
    if wrong or (whole.complete and all_parts):
        yield _set_answer(frozenset(wrong))
    else:
        yield unknown(missing(view, [payload.whole.of, payload.into, payload.members.of], payload.whole.column))


def _same_end(view: View, _norm: Norm, payload: SameEnd, subject: Row) -> Iterator[Answer]:
    """A path that the record shows to lead nowhere does not end where the other one does."""
    one, other = view.pick(payload.one, subject), view.pick(payload.other, subject)
    apart = {row.id for row in one.rows} ^ {row.id for row in other.rows}
    empty = [path for path in (one, other) if not path.rows]
    if not empty or (len(empty) == 1 and empty[0].complete):
        yield _set_answer(frozenset(apart))
    else:
        yield unknown(missing(view, [payload.other if one.rows else payload.one], "units"))


def _complete_chain(view: View, _norm: Norm, payload: CompleteChain, subject: Row) -> Iterator[Answer]:
    wanted = view.pack.figure(payload.levels)
    if not isinstance(wanted, tuple):
        yield unknown(payload.levels)
        return
    units = view.place.org.units
    found = [units[key].level or "-" for key in view.place.org.chain(subject.id)]
    met = tuple(found) == wanted[-len(found) :]
    detail = " → ".join(found)
    yield Answer(verdict=Verdict.MET if met else Verdict.BREACHED, arguments=(("detail", detail),))


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
        Enumerated: _enumerated,
        Rotates: rotates,
        Lasts: lasts,
        Cadence: cadence,
        Chained: chained,
        Preceded: preceded,
        Answered: answered,
        Covered: covered,
        Stated: stated,
        Admitted: admitted,
        Follows: follows,
        Even: even,
        Shared: shared,
        Unbroken: unbroken,
    }
)
