"""Processes against their lifecycles: the first act that could not happen, or the first limit that was missed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pbgov.base import Row, Verdict
from pbgov.model import Process, View, columns
from pbgov.rules import Follows, Lifecycle, Norm, Review, lift, review
from pbgov.validation._answer import Answer, Arguments, unknown

_processes = columns("processes")


def follows(view: View, _norm: Norm, payload: Follows, subject: Row) -> Iterator[Answer]:
    """Judge one process.

    Where the record does not claim to hold every act, a fault that unrecorded acts could explain is UNKNOWN.
    """
    if not isinstance(subject, Process):
        yield unknown("processes")
        return
    found = review(
        payload.lifecycle,
        subject.acts,
        on=view.on,
        start=subject.start,
        pack=view.pack,
        roles=lambda name: _roles(view, name),
    )
    wrong = _wrong(view, payload.lifecycle, subject, found)
    if wrong is not None:
        answer, gap = wrong
        yield unknown("processes") if gap and not _whole(view, subject) else answer
    else:
        yield unknown(", ".join(found.missing)) if found.missing else Answer(verdict=Verdict.MET)


def _wrong(view: View, lifecycle: Lifecycle, process: Process, found: Review) -> tuple[Answer, bool] | None:
    """Say what is wrong, and whether acts that nobody recorded could explain it; ``None`` when nothing is."""
    state = lifecycle.states[found.state]
    if found.act is not None and found.refusal is not None:
        act = lifecycle.acts.get(found.act.kind, found.act.kind)
        arguments = (("act", act), ("on", found.act.on), ("state", state), ("why", found.refusal))
        return _breach("illegal", found.act.kind, arguments), found.gap
    if found.late is not None:
        act, day = lifecycle.acts[found.late.act], found.late.day
        if found.act is not None:
            return _breach("late", found.late.act, (("act", act), ("on", found.act.on), ("day", day))), found.gap
        return _breach("overdue", found.late.act, (("act", act), ("day", day))), found.gap
    if process.owner is not None and found.owner not in {None, process.owner}:
        return _breach("owner", "owner", (("owner", found.owner), ("found", process.owner))), False
    if process.end is not None and process.end <= view.on and not found.ended and lifecycle.finals:
        return _breach("unfinished", "end", (("state", state),)), True
    return None


def _breach(key: str, aspect: str, arguments: Arguments) -> Answer:
    return Answer(verdict=Verdict.BREACHED, key=f"norm.follows.{key}", aspect=aspect, arguments=arguments)


def _whole(view: View, process: Process) -> bool:
    """Tell whether the record claims to hold everything done in such processes since this one began."""
    days = [act.on for act in process.acts] + [day for day in (process.start,) if day is not None]
    until = view.on + timedelta(days=1) if view.on < date.max else date.max
    return view.claims_for("processes", lift(_processes.kind == process.kind), min(days, default=view.on), until)


def _roles(view: View, name: str) -> tuple[str, ...]:
    """Give what somebody is on record: the kind and the level of a unit, the kind of a body or post."""
    place = view.place
    if name in place.units:
        unit = place.units[name]
        return tuple(role for role in (unit.kind, unit.level) if role is not None)
    if name in place.bodies:
        return (place.bodies[name].kind,)
    if name in place.posts:
        return (place.posts[name].kind,)
    return (place.people[name].category,) if name in place.people else ()
