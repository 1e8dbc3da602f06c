"""Leadership through a change: one organisation leads at a time, and none in a circle."""

from __future__ import annotations

from typing import Final

from pbgov.base import Period, both
from pbgov.errors import StructureError
from pbgov.model._draft import Draft
from pbgov.org import Tie

SECOND_LEADER: Final = "PBC02"


def settle_leaders(draft: Draft, unit: str) -> None:
    """Let one organisation lead a unit that came from several: its own leader, or that of the first tie."""
    own = {tie.id for tie in draft.place.ties.naming("target", unit)}
    found = [tie for tie in draft.naming("ties", "target", unit) if tie.kind == "leads" and not draft.is_past(tie)]
    kept: list[Tie] = []
    for tie in sorted(found, key=lambda tie: (tie.id not in own, tie.id)):
        other = next((one for one in kept if one.source != tie.source and one.period.overlaps(tie.period)), None)
        if other is None:
            kept.append(tie)
        else:
            was = draft.give_up(tie)
            told = draft.finding(SECOND_LEADER, "ties", was, "source", leader=other.source, other=tie.source, unit=unit)
            draft.lost.append(told)


def need_leaders(draft: Draft) -> None:
    """Refuse a change by which two would lead one thing at once, or leadership would run in a circle.

    Raises:
        StructureError: It would.
    """
    for tie in draft.leads:
        for other in draft.naming("ties", "target", tie.target):
            if other.kind == "leads" and other.source != tie.source and other.period.overlaps(tie.period):
                names = ", ".join(sorted((tie.source, other.source)))
                raise StructureError(both("change.two_leaders", unit=tie.target, leaders=names), tie.target)
        ring = _ring(draft, tie.source, tie.target, tie.period, (tie.target,))
        if ring:
            raise StructureError(both("change.leaders_turn", ring=" → ".join(ring)), *ring)


def _ring(draft: Draft, here: str, goal: str, span: Period, way: tuple[str, ...]) -> tuple[str, ...]:
    """Follow the leaders of a thing, at the same time, until the goal is met again."""
    if here == goal:
        return (*way, here)
    for tie in draft.naming("ties", "target", here):
        if tie.kind == "leads" and tie.source not in way[1:] and tie.period.overlaps(span):
            found = _ring(draft, tie.source, goal, _shared(tie.period, span), (*way, here))
            if found:
                return found
    return ()


def _shared(one: Period, other: Period) -> Period:
    """Give the days that two overlapping spans share."""
    starts = [day for day in (one.start, other.start) if day is not None]
    ends = [day for day in (one.end, other.end) if day is not None]
    return Period(max(starts, default=None), min(ends, default=None))
