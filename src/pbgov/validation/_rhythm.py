"""Rhythms: so often in each calendar period, or in every span of a length, and chains of them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from pbgov.base import Argument, Band, Cycle, Exact, Row, Text, TimeUnit, Verdict, term
from pbgov.model import View, needs
from pbgov.rules import Anchoring, Back, Cadence, Chained, Link, Norm, Partial, Selector, codes_asked
from pbgov.validation._answer import Answer, unknown
from pbgov.validation._spans import Held, Part, between, claimed, held, in_force, length, moved, parts, shown

_NOT_DUE = Answer(verdict=Verdict.NOT_APPLICABLE, key="norm.not_due")


def cadence(view: View, norm: Norm, payload: Cadence, subject: Row) -> Iterator[Answer]:
    """Judge each period; tell once if none has ended yet."""
    per, force = view.pack.figure(payload.per), in_force(norm, subject)
    span, wanting = length(per, payload.unit), _wanting(view, payload)
    answers: Iterator[Answer] | None = None
    if payload.anchoring is Anchoring.CALENDAR:
        answers = _calendar(view, payload, subject, force, per) if isinstance(per, Cycle) else None
    elif span is not None and span[0]:
        answers = _rolling(view, payload, subject, force, span)
    if wanting or answers is None:
        yield unknown(wanting or payload.per)
    else:
        yield from list(answers) or (_NOT_DUE,)


def _wanting(view: View, payload: Cadence) -> str:
    """Name the first parameter, beside the cycle, whose figure is still wanted or is none of its kind."""
    numbers, bands = (payload.times, payload.at_most, payload.min_days), (payload.months, payload.days)
    kinds = [*((name, int) for name in numbers), *((name, Band) for name in bands)]
    return next((name for name, kind in kinds if name and not isinstance(view.pack.figure(name), kind)), "")


def _number(view: View, name: str, default: int) -> int:
    figure = view.pack.figure(name) if name else None
    return figure if isinstance(figure, int) else default


def _band(view: View, name: str) -> Band | None:
    figure = view.pack.figure(name) if name else None
    return figure if isinstance(figure, Band) else None


def _calendar(view: View, payload: Cadence, subject: Row, force: tuple[int, int], cycle: Cycle) -> Iterator[Answer]:
    """Judge every part of a period of which something is asked."""
    events = held(view, payload.of, subject)
    times, min_days = _number(view, payload.times, 1), _number(view, payload.min_days, 0)
    most = _number(view, payload.at_most, 0) if payload.at_most else None
    months, days = _band(view, payload.months), _band(view, payload.days)
    for part in parts(view, cycle, force, months=months, days=days):
        least = part.needed(times, payload.partial, min_days)
        if least is not None:
            yield _counted(view, payload.of, events, part, (least, most))


def _counted(view: View, of: Selector, events: Held, part: Part, band: tuple[int, int | None]) -> Answer:
    """Judge one part of a period: what is on record bounds the count from below, a whole record from above too."""
    least, most = band
    found, possible = events.count(part.start, part.end), events.most(part.start, part.end)
    period, aspect = part.period, part.aspect
    if most is not None and found > most:
        return _breach("rhythm.too_many", aspect, {"period": period}, found, Band(None, most))
    if found >= least and most is None:
        return Answer(verdict=Verdict.MET, aspect=aspect)
    whole = events.sure and claimed(view, of, part.start, part.end)
    if found >= least:
        settled = whole and most is not None and possible <= most
        return Answer(verdict=Verdict.MET, aspect=aspect) if settled else unknown("events", aspect)
    if whole and possible < least:
        key = "norm.cadence" if (found, least) == (0, 1) else "rhythm.too_few"
        return _breach(key, aspect, {"period": period}, found, Band(least, None))
    return unknown("events", aspect)


def _breach(key: str, aspect: str, arguments: dict[str, Argument], found: int, wanted: Band | None = None) -> Answer:
    return Answer(
        verdict=Verdict.BREACHED,
        key=key,
        aspect=aspect,
        arguments=tuple(arguments.items()),
        measured=Exact(found),
        wanted=wanted,
    )


def _rolling(
    view: View, payload: Cadence, subject: Row, force: tuple[int, int], span: tuple[int, TimeUnit]
) -> Iterator[Answer]:
    """Judge every span of a length: one answer for each stretch of days on which a span starts that holds too few."""
    events, times = held(view, payload.of, subject), _number(view, payload.times, 1)
    low, high = max(view.since.toordinal(), force[0]), min(view.on.toordinal(), force[1])
    if low >= high or moved(low, *span) > high:
        return
    inside = [day for day in events.days if low <= day < high]
    perhaps = sorted([*inside, *(day for day in events.doubtful if low <= day < high)])
    breached = False
    for start, last, end in _stretches(perhaps, times, span, low, high):
        if events.sure and _some_claimed(view, payload.of, span, (start, last, end)):
            breached = True
            period = shown(start, end)
            yield _breach("rhythm.gap", period.in_("en"), {"period": period}, between(inside, start, end))
    if not breached:
        lacking = next(_stretches(inside, times, span, low, high), None)
        yield Answer(verdict=Verdict.MET) if lacking is None else unknown("events")


def _stretches(
    days: list[int], times: int, span: tuple[int, TimeUnit], low: int, high: int
) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of days on which spans start that hold too few: first day, last day, end of the lack.

    Spans that start between two neighbouring events have the same next events; the one that starts first ends first.
    """
    for place in range(len(days) + 1 if times else 0):
        start = days[place - 1] + 1 if place else low
        last = days[place] if place < len(days) else high - 1
        nth = place + times - 1
        end = days[nth] if nth < len(days) else high
        if start <= last and moved(start, *span) <= end:
            yield start, last, end


def _some_claimed(view: View, of: Selector, span: tuple[int, TimeUnit], stretch: tuple[int, int, int]) -> bool:
    """Tell whether some span of a stretch is claimed whole: the first one, or one that starts where a claim does."""
    start, last, end = stretch
    tables = {table for table, _ in needs(of)}
    claims = {claim.start.toordinal() for claim in view.place.recorded if claim.start and claim.table in tables}
    starts = [start, *sorted(day for day in claims if start < day <= last)]
    ends = [(first, moved(first, *span)) for first in starts]
    return any(until <= end and claimed(view, of, first, until) for first, until in ends)


@attrs.frozen(kw_only=True)
class _Ring:
    """A link of a chain with its events, and its number in the chain."""

    link: Link
    events: Held
    number: int

    @property
    def what(self) -> Text:
        """What its events are called."""
        steps = [step.where for step in self.link.of.via if isinstance(step, Back)]
        codes = codes_asked(steps[-1] if steps else self.link.of.where, "kind")
        terms = [term(code) for code in codes or ("events",)]
        return Text(zh="、".join(one.zh for one in terms), en=", ".join(one.en for one in terms))


def chained(view: View, norm: Norm, payload: Chained, subject: Row) -> Iterator[Answer]:
    """Judge each period of each link."""
    answers: list[Answer] = []
    below: _Ring | None = None
    judge = _naming if payload.referring else _following
    for number, link in enumerate(payload.links, 1):
        cycle = view.pack.figure(link.per)
        if not isinstance(cycle, Cycle):
            yield unknown(link.per)
            return
        ring = _Ring(link=link, events=held(view, link.of, subject), number=number)
        due = (part for part in parts(view, cycle, in_force(norm, subject)) if part.needed(1, Partial.SKIP, 0))
        answers += [judge(view, ring, below, part) for part in due]
        below = ring
    yield from answers or (_NOT_DUE,)


def _following(view: View, ring: _Ring, below: _Ring | None, part: Part) -> Answer:
    """Judge whether one event of a part comes on or after the last of the link before."""
    upper = ring.events.inside(part.start, part.end)
    lower = below.events.inside(part.start, part.end) if below else ()
    first = lower[-1].date.toordinal() if lower else part.start
    if upper and upper[-1].date.toordinal() >= first:
        after = upper[-1].date.toordinal() + 1
        return _settled(ring, part, _none_left(view, below, after, part.end))
    if not _none_left(view, ring, first, part.end):
        return _settled(ring, part, known=False)
    day: dict[str, Argument] = {"day": lower[-1].date} if lower else {}
    return _missing(ring, below, part, "rhythm.early" if upper else "rhythm.link", day)


def _naming(view: View, ring: _Ring, below: _Ring | None, part: Part) -> Answer:
    """Judge whether one event of a part names one of the link before."""
    upper = ring.events.inside(part.start, part.end)
    lower = {row.id for row in below.events.inside(part.start, part.end)} if below else set[str]()
    if any(not lower.isdisjoint(row.refers or ()) for row in upper):
        return _settled(ring, part, known=True)
    if upper and not lower:
        return _settled(ring, part, _none_left(view, below, part.start, part.end))
    if any(row.refers is None for row in upper) or not _none_left(view, ring, part.start, part.end):
        return _settled(ring, part, known=False)
    return _missing(ring, below, part, "rhythm.unnamed" if upper else "rhythm.link", {})


def _none_left(view: View, ring: _Ring | None, start: int, end: int) -> bool:
    """Tell whether a link has, over a span, no event but those on record."""
    if ring is None or start >= end:
        return True
    in_doubt = between(ring.events.doubtful, start, end) or not ring.events.sure
    return not in_doubt and claimed(view, ring.link.of, start, end)


def _aspect(ring: _Ring, part: Part) -> str:
    return f"{ring.number} {part.aspect}"


def _settled(ring: _Ring, part: Part, known: bool) -> Answer:  # noqa: FBT001 - an answer in itself
    aspect = _aspect(ring, part)
    return Answer(verdict=Verdict.MET, aspect=aspect) if known else unknown("events", aspect)


def _missing(ring: _Ring, below: _Ring | None, part: Part, key: str, more: dict[str, Argument]) -> Answer:
    arguments: dict[str, Argument] = {"period": part.period, "what": ring.what, **more}
    if below is not None:
        arguments["after"] = below.what
    return _breach(key, _aspect(ring, part), arguments, 0, Band(1, None))
