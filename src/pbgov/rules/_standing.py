"""Where a process stands after some acts, and what may happen then: the one place where a lifecycle is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from pbgov.base import term
from pbgov.rules._acts import Act, Figures, Refusal
from pbgov.rules._expr import Expr, FieldRef, ParamRef, Value, parts
from pbgov.rules._kleene import Read, evaluate, holds
from pbgov.rules._lifecycle import OWNER, Lifecycle, Span, Transition, listing


@attrs.frozen(kw_only=True)
class Standing:
    """Where a process stands.

    Attributes:
        state: The state it is in.
        entered: The day on which it entered it; ``None`` when nobody said when it began.
        latest: The day of the last act, or of the beginning.
        facts: What is known, each fact as it was said last.
        days: The last day of each act that was done.
        owner: Who is accountable.
        handler: Who has it in hand: who took it over last, or else who is accountable.
        open: Who has a part that is not done.
    """

    state: str
    entered: date | None
    latest: date | None
    facts: Mapping[str, Value]
    days: Mapping[str, date]
    owner: str | None
    handler: str | None
    open: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Due:
    """An act that must have happened by a day.

    Attributes:
        act: The act.
        day: The last day in time; ``None`` when what it is counted by is not known.
        missing: What is not known.
        span: The limit.
    """

    act: str
    day: date | None
    missing: tuple[str, ...]
    span: Span


def begin(lifecycle: Lifecycle, start: date | None) -> Standing:
    """Give the standing before the first act."""
    return Standing(
        state=lifecycle.start, entered=start, latest=start, facts={}, days={}, owner=None, handler=None, open=()
    )


def advance(lifecycle: Lifecycle, now: Standing, act: Act, to: str) -> Standing:
    """Give the standing after an act that leads to a state."""
    owner = act.by if act.kind == lifecycle.accountable else now.owner
    taken = act.to if act.kind in lifecycle.handing and not _opens(lifecycle, act.kind) else None
    return Standing(
        state=to,
        entered=now.entered if to == now.state else act.on,
        latest=act.on,
        facts={**now.facts, **act.facts} if act.facts else now.facts,
        days={**now.days, act.kind: act.on},
        owner=owner,
        handler=taken or now.handler or owner,
        open=_divided(lifecycle, now.open, act),
    )


def _opens(lifecycle: Lifecycle, kind: str) -> bool:
    return lifecycle.parts is not None and kind == lifecycle.parts.opened_by


def _divided(lifecycle: Lifecycle, now: tuple[str, ...], act: Act) -> tuple[str, ...]:
    if lifecycle.parts is None:
        return now
    if act.kind == lifecycle.parts.closed_by:
        return tuple(one for one in now if one != act.by)
    if act.kind == lifecycle.parts.opened_by and act.to is not None and act.to not in now:
        return (*now, act.to)
    return now


def refusal(
    lifecycle: Lifecycle, now: Standing, act: Act, figures: Figures | None, roles: tuple[str, ...] = ()
) -> Refusal | None:
    """Say why an act cannot happen; ``None`` when it can.

    What certainly stands in the way comes before what is not known.

    Args:
        lifecycle: The table.
        now: Where the process stands.
        act: The act.
        figures: Who knows the parameters.
        roles: What the one who acts is known to be, where the act does not say as what.
    """
    step = lifecycle.step(now.state, act.kind)
    if step is None or act.kind not in lifecycle.acts:
        return _no_step(lifecycle, now, act)
    found = [
        *_of_time(now, act),
        *_of_rules(lifecycle, now, act.kind),
        *_of_parts(lifecycle, now, act),
        *_of_actor(lifecycle, now, act, step, (act.role,) if act.role else roles),
        *_of_facts(lifecycle, act),
    ]
    if not any(one.reason == "fact" for one in found):  # a fact of the wrong kind cannot be weighed
        found += [*_of_guards(lifecycle, step, act.facts, figures), *_of_waiting(now, step, figures, act.on)]
    certain = next((one for one in found if not one.missing), None)
    names = tuple(dict.fromkeys(name for one in found for name in one.missing))
    return certain or (_missing(lifecycle, names) if names else None)


def _no_step(lifecycle: Lifecycle, now: Standing, act: Act) -> Refusal:
    if act.kind not in lifecycle.acts:
        return Refusal(reason="unknown", arguments=(("act", act.kind), ("known", ", ".join(lifecycle.acts))))
    return Refusal(reason="ended" if now.state in lifecycle.finals else "table")


def _of_time(now: Standing, act: Act) -> Iterator[Refusal]:
    if now.latest is not None and act.on < now.latest:
        yield Refusal(reason="back", arguments=(("on", act.on), ("latest", now.latest)))


def _of_rules(lifecycle: Lifecycle, now: Standing, kind: str) -> Iterator[Refusal]:
    if kind in now.days and (kind in lifecycle.once or kind == lifecycle.accountable):
        yield Refusal(reason="once", arguments=(("day", now.days[kind]),))
    if lifecycle.parts is not None and kind in lifecycle.parts.before and now.open:
        yield Refusal(reason="parts", arguments=(("names", ", ".join(now.open)),))


def _of_parts(lifecycle: Lifecycle, now: Standing, act: Act) -> Iterator[Refusal]:
    if lifecycle.parts is None:
        return
    if act.kind == lifecycle.parts.closed_by:
        if act.by is None:
            yield Refusal(reason="missing", missing=("by",))
        elif act.by not in now.open:
            yield Refusal(reason="no_part", arguments=(("by", act.by),))
    if act.kind == lifecycle.parts.opened_by and act.to in now.open:
        yield Refusal(reason="has_part", arguments=(("to", act.to),))


def _of_actor(
    lifecycle: Lifecycle, now: Standing, act: Act, step: Transition, roles: tuple[str, ...]
) -> Iterator[Refusal]:
    if act.kind == lifecycle.accountable and act.by is None:
        yield Refusal(reason="missing", missing=("by",))
    if act.to is None and (act.kind in lifecycle.handing or _opens(lifecycle, act.kind)):
        yield Refusal(reason="missing", missing=("to",))
    if not step.by or set(roles) & set(step.by):
        return
    if OWNER in step.by and now.owner is not None and act.by == now.owner:
        return
    if (not roles and step.by != (OWNER,)) or (OWNER in step.by and (act.by is None or now.owner is None)):
        yield Refusal(reason="missing", missing=("by" if act.by is None else "role",))
    elif step.by == (OWNER,):
        yield Refusal(reason="owner", arguments=(("by", act.by), ("owner", now.owner)))
    else:
        allowed = listing(term(role) for role in step.by)
        yield Refusal(reason="role", arguments=(("roles", listing(map(term, roles))), ("allowed", allowed)))


def _of_facts(lifecycle: Lifecycle, act: Act) -> Iterator[Refusal]:
    declared = {field.name: field for field in lifecycle.fields}
    for name, value in act.facts.items():
        if name not in declared or not declared[name].takes(value):
            kind = declared[name].kind if name in declared else "-"
            yield Refusal(reason="fact", arguments=(("name", name), ("kind", kind), ("value", repr(value))))


def _of_guards(
    lifecycle: Lifecycle, step: Transition, facts: Mapping[str, Value], figures: Figures | None
) -> Iterator[Refusal]:
    for guard in step.guards:
        met = holds(guard.when, facts.get, reader(figures))
        if met is None:
            yield _missing(lifecycle, unknown_in(guard.when, facts, figures))
        elif not met:
            yield Refusal(reason="guard", arguments=(("text", guard.text),))


def _of_waiting(now: Standing, step: Transition, figures: Figures | None, on: date) -> Iterator[Refusal]:
    ends = ends_on(step.not_before, now, figures)
    if ends is None:
        return
    first, missing = ends
    if first is None:
        yield Refusal(reason="missing", missing=missing)
    elif on < first:
        yield Refusal(reason="early", arguments=(("first", first),))


def _missing(lifecycle: Lifecycle, names: tuple[str, ...]) -> Refusal:
    labels = {field.name: field.label for field in lifecycle.fields}
    words = listing(labels.get(name, term(name)) for name in names)
    return Refusal(reason="missing", arguments=(("names", words),), missing=names)


def reader(figures: Figures | None) -> Read:
    """Read parameters as conditions do; where nobody knows them, every one is missing."""

    def read(name: str) -> Value | None:
        figure = figures.figure(name) if figures is not None else None
        return figure if isinstance(figure, int | str | tuple) else None

    return read


def unknown_in(tree: Expr, facts: Mapping[str, Value], figures: Figures | None) -> tuple[str, ...]:
    """Name the facts and parameters of a tree that are not known."""
    nodes, read = tuple(parts(tree)), reader(figures)
    names = [node.name for node in nodes if isinstance(node, FieldRef) and node.name not in facts]
    names += [node.id for node in nodes if isinstance(node, ParamRef) and read(node.id) is None]
    return tuple(dict.fromkeys(names))


def ends_on(span: Span | None, now: Standing, figures: Figures | None) -> tuple[date | None, tuple[str, ...]] | None:
    """Give the last day of a span, or what is missing to know it; ``None`` when there is none that runs."""
    if span is None or (span.since and span.since not in now.days):
        return None
    first = now.days[span.since] if span.since else now.entered
    amount = evaluate(span.amount, now.facts.get, reader(figures))
    if type(amount) is not int or amount < 0:
        return None, unknown_in(span.amount, now.facts, figures) or ("amount",)
    return (None, ("start",)) if first is None else (span.last(first, amount), ())


def dues(lifecycle: Lifecycle, now: Standing, figures: Figures | None) -> tuple[Due, ...]:
    """Give the acts that must follow by a day, in the order of the table."""
    found: list[Due] = []
    for step in lifecycle.leaving(now.state):
        ends = ends_on(step.within, now, figures)
        if ends is not None and step.within is not None:
            found.append(Due(act=step.act, day=ends[0], missing=ends[1], span=step.within))
    return tuple(found)


def possible(
    lifecycle: Lifecycle,
    now: Standing,
    facts: Mapping[str, Value],
    figures: Figures | None,
    on: date | None = None,
    *,
    perhaps: bool = False,
) -> tuple[str, ...]:
    """Name the acts that may come next, by somebody.

    Args:
        lifecycle: The table.
        now: Where the process stands.
        facts: What the act will make known.
        figures: Who knows the parameters.
        on: The day; without one, acts that must wait are named too.
        perhaps: Whether to name also those for which something is not known.
    """
    named: list[str] = []
    for step in lifecycle.leaving(now.state):
        found = [*_of_rules(lifecycle, now, step.act), *_of_guards(lifecycle, step, facts, figures)]
        found += _of_waiting(now, step, figures, on) if on is not None else ()
        idle = lifecycle.parts is not None and step.act == lifecycle.parts.closed_by and not now.open
        if not idle and all(perhaps and one.missing for one in found):
            named.append(step.act)
    return tuple(named)
