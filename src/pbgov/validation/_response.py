"""Order and delay: what must come before an event, and what must follow it within a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from pbgov.base import Argument, Row, Verdict, term
from pbgov.model import Event, View
from pbgov.rules import Answered, Norm, Preceded, Selector
from pbgov.validation._answer import Answer, unknown
from pbgov.validation._spans import NEVER, Held, between, claimed, held, in_force, length, moved


@attrs.frozen(kw_only=True)
class _Partners:
    """The events that may stand beside another: all of them, or for each event those that name it.

    Attributes:
        view: The view of all that was ever recorded.
        of: What picks them.
        events: All of them.
        naming: The days of those that name an event, by its identifier; ``None`` where any will do.
        open_days: The days of those of which it is not recorded what they name.
    """

    view: View
    of: Selector
    events: Held
    naming: dict[str, list[int]] | None
    open_days: list[int]

    def verdict(self, event: Event, start: int, end: int) -> Verdict:
        """Tell whether one stands beside an event in a span of days."""
        days = self.events.days if self.naming is None else self.naming.get(event.id, [])
        if between(days, start, end):
            return Verdict.MET
        in_doubt = between(self.open_days, start, end) or between(self.events.doubtful, start, end)
        whole = self.events.sure and not in_doubt and claimed(self.view, self.of, start, end)
        return Verdict.BREACHED if whole else Verdict.UNKNOWN


def _partners(view: View, of: Selector, subject: Row, *, referring: bool) -> _Partners:
    events = held(view, of, subject)
    naming: dict[str, list[int]] = {}
    for row in events.rows if referring else ():
        for name in row.refers or ():
            naming.setdefault(name, []).append(row.date.toordinal())
    silent = [row.date.toordinal() for row in events.rows if referring and row.refers is None]
    return _Partners(view=view, of=of, events=events, naming=naming if referring else None, open_days=silent)


def preceded(view: View, norm: Norm, payload: Preceded, subject: Row) -> Iterator[Answer]:
    """Judge each event since the first day by what came before it."""
    span = length(view.pack.figure(payload.within), payload.unit) if payload.within else None
    if payload.within and span is None:
        yield unknown(payload.within)
        return
    first, last = in_force(norm, subject)
    first = max(first, view.since.toordinal())
    picked = held(view, payload.of, subject)
    events = picked.inside(first, last)
    yield from _nothing_to_judge(view, payload.of, picked, (first, last), events)
    partners = _partners(view.reaching(date.min), payload.by, subject, referring=payload.referring)
    for event in events:
        day = event.date.toordinal()
        start = 1 if span is None else moved(day, -span[0], span[1])
        found = partners.verdict(event, start, day + 1)
        yield _answer(event, found, "rhythm.unpreceded", {})


def answered(view: View, norm: Norm, payload: Answered, subject: Row) -> Iterator[Answer]:
    """Judge each event whose time had not run out before the first day, by what came after it."""
    span = length(view.pack.figure(payload.within), payload.unit)
    if span is None:
        yield unknown(payload.within)
        return
    ever = view.reaching(date.min)
    first, last = in_force(norm, subject)
    picked = held(ever, payload.of, subject)
    since = view.since.toordinal()
    first = max(first, moved(since, -span[0], span[1]))
    events = [event for event in picked.inside(first, last) if moved(event.date.toordinal(), *span) >= since]
    yield from _nothing_to_judge(ever, payload.of, picked, (first, last), events)
    partners = _partners(ever, payload.by, subject, referring=payload.referring)
    for event in events:
        due = min(moved(event.date.toordinal(), *span), NEVER - 1)
        end = due + 1
        found = partners.verdict(event, event.date.toordinal(), end)
        if found is not Verdict.MET and end > min(view.on.toordinal(), last):
            yield Answer(verdict=Verdict.NOT_APPLICABLE, key="norm.not_due", aspect=event.id)
        else:
            yield _answer(event, found, "rhythm.unanswered", {"due": date.fromordinal(due)})


def _answer(event: Event, found: Verdict, key: str, more: dict[str, Argument]) -> Answer:
    if found is Verdict.UNKNOWN:
        return unknown("events", event.id)
    words: dict[str, Argument] = {"event": term(event.kind), "day": event.date, **more}
    return Answer(verdict=found, key=key, aspect=event.id, arguments=tuple(words.items()))


def _nothing_to_judge(
    view: View, of: Selector, picked: Held, asked: tuple[int, int], events: Sequence[Event]
) -> Iterator[Answer]:
    """Tell once that there is no event to judge, or that the record does not say whether there is."""
    first, until = asked[0], min(view.on.toordinal() + 1, asked[1])
    if between(picked.doubtful, first, until):
        yield unknown("events")
    elif not events:
        whole = picked.sure and claimed(view, of, first, until)
        yield Answer(verdict=Verdict.NOT_APPLICABLE, key="norm.empty") if whole else unknown("events")
