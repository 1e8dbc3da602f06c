"""Reading what is on record of a process against its lifecycle: the first fault, and what is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

import attrs

from pbgov.rules._acts import Act, Figures, Refusal
from pbgov.rules._lifecycle import Lifecycle, Span
from pbgov.rules._standing import Due, Standing, advance, begin, dues, refusal

_BY_GAPS: Final = frozenset({"table", "ended", "parts", "no_part"})  # what acts left out may explain


@attrs.frozen(kw_only=True)
class Review:
    """What the acts on record say of a process.

    Attributes:
        state: The state up to which they can be followed.
        ended: Whether that is an end.
        owner: Who is accountable by then; ``None`` when that was not fixed.
        act: The act at fault: it could not happen, or came too late, or has not come; ``None`` without a fault.
        refusal: Why it could not happen.
        late: The limit that was missed.
        gap: Whether acts that nobody recorded could explain the fault.
        missing: What would have to be known to say more.
    """

    state: str
    ended: bool
    owner: str | None
    act: Act | None = None
    refusal: Refusal | None = None
    late: Due | None = None
    gap: bool = False
    missing: tuple[str, ...] = ()


def _roles_unknown(_by: str) -> tuple[str, ...]:
    return ()


def review(
    lifecycle: Lifecycle,
    acts: Sequence[Act],
    *,
    on: date,
    start: date | None = None,
    pack: Figures | None = None,
    roles: Callable[[str], tuple[str, ...]] = _roles_unknown,
) -> Review:
    """Follow the acts on record through a lifecycle, up to the first that could not happen or came too late.

    An act for which something is not known is taken to have happened as recorded; what is not known is named.

    Args:
        lifecycle: The table.
        acts: The acts, as recorded.
        on: The day up to which they count; what must have followed by then and did not is late.
        start: The day on which the process began.
        pack: Who knows the figures.
        roles: What somebody is known to be, by identifier.

    Examples:
        >>> from pbgov.packs import CASE
        >>> review(CASE, (Act(kind="close", on=date(2021, 3, 1)),), on=date(2021, 7, 1)).refusal.reason
        'table'
    """
    past = tuple(act for act in acts if act.on <= on)
    now, missing = begin(lifecycle, start), tuple[str, ...]()
    for act in past:
        no = refusal(lifecycle, now, act, pack, roles(act.by) if act.by else ())
        step = lifecycle.step(now.state, act.kind)
        if step is None or (no is not None and not no.missing):
            gap = no is not None and no.reason in _BY_GAPS and explicable(lifecycle, [one.kind for one in past])
            return _review(lifecycle, now, missing, act=act, refusal=no, gap=gap)
        due = next((one for one in dues(lifecycle, now, pack) if one.act == act.kind), None)
        if due is not None and due.day is not None and act.on > due.day:
            return _review(lifecycle, now, missing, act=act, late=due, gap=_recurs(lifecycle, now.state, due.span))
        missing += (no.missing if no is not None else ()) + (due.missing if due is not None else ())
        now = advance(lifecycle, now, act, step.to)
    waiting = dues(lifecycle, now, pack)
    over = next((one for one in waiting if one.day is not None and one.day < on), None)
    missing += tuple(name for one in waiting for name in one.missing)
    return _review(lifecycle, now, missing, late=over, gap=over is not None)


def _review(
    lifecycle: Lifecycle,
    now: Standing,
    missing: tuple[str, ...],
    *,
    act: Act | None = None,
    refusal: Refusal | None = None,
    late: Due | None = None,
    gap: bool,
) -> Review:
    return Review(
        state=now.state,
        ended=now.state in lifecycle.finals,
        owner=now.owner,
        act=act,
        refusal=refusal,
        late=late,
        gap=gap,
        missing=tuple(dict.fromkeys(missing)),
    )


def explicable(lifecycle: Lifecycle, kinds: Iterable[str]) -> bool:
    """Tell whether these acts could be some of a sequence that the table allows, the others not being recorded.

    Examples:
        >>> from pbgov.packs import CASE
        >>> explicable(CASE, ("accept", "close")), explicable(CASE, ("close", "accept"))
        (True, False)
    """
    done: set[str] = set()
    states = lifecycle.reach(lifecycle.start)
    for kind in kinds:
        if kind in done and (kind in lifecycle.once or kind == lifecycle.accountable):
            return False
        done.add(kind)
        steps = [step for state in sorted(states) if (step := lifecycle.step(state, kind)) is not None]
        states = frozenset[str]().union(*(lifecycle.reach(step.to) for step in steps))
    return bool(states)


def _recurs(lifecycle: Lifecycle, state: str, span: Span) -> bool:
    """Tell whether a span may have begun once more, by acts that nobody recorded."""
    if span.since:
        again = [step for step in lifecycle.transitions if step.act == span.since]
        return any(state in lifecycle.reach(step.to) for step in again if step.state in lifecycle.reach(state))
    return any(state in lifecycle.reach(step.to) for step in lifecycle.leaving(state) if step.to != state)
