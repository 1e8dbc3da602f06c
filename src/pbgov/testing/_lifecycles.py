"""Strategies for lifecycles: tables that can be walked, acts that can happen next, histories, and rows of processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice, product
from typing import Any, Final, TypeAlias

import attrs
from hypothesis import strategies as st

from pbgov.base import Assumption, FrozenMap, Text
from pbgov.model import Process
from pbgov.rules import (
    OWNER,
    Act,
    And,
    Arith,
    Cmp,
    Expr,
    Field,
    FieldRef,
    Figures,
    Guard,
    History,
    In,
    Lifecycle,
    Lit,
    Not,
    Or,
    ParamRef,
    Parts,
    Span,
    Transition,
    Value,
    field,
)
from pbgov.testing._base import days, ids
from pbgov.testing._org import spans

Ids: TypeAlias = "st.SearchStrategy[str] | None"
Steps: TypeAlias = dict[tuple[str, str], str]

_WHO: Final = ("u0", "u1", "u2")
_ROLES: Final = ("r0", "r1")
_WORDS: Final = Text(zh="甲", en="a")
_BASIS: Final = Assumption(_WORDS)
_MOST_WAYS: Final = 400  # of saying who acts and what is known, for one step
_FIRST: Final = date(2021, 1, 1)

_agreed = field("agreed", "bool", Text(zh="是否同意", en="whether it is agreed"))
_number = field("number", "int", Text(zh="数目", en="number"))
_GUARDS: Final = (
    Guard(_agreed, Text(zh="已同意", en="it is agreed")),
    Guard(_number >= 1, Text(zh="至少一个", en="there is one at the least")),
    Guard(~_agreed | (_number == 0), Text(zh="未同意或没有", en="it is not agreed, or there is none")),
)


def acts(
    kinds: Ids = None, *, actors: Ids = None, dates: st.SearchStrategy[date] | None = None
) -> st.SearchStrategy[Act]:
    """Acts of any kind, by anybody, whatever came before.

    Args:
        kinds: Which acts.
        actors: Who acts and who takes over.
        dates: Their days.
    """
    who = st.none() | (st.sampled_from(_WHO) if actors is None else actors)
    known = st.fixed_dictionaries({}, optional={"agreed": st.booleans(), "number": st.integers(0, 2)})
    return st.builds(
        Act,
        kind=st.sampled_from(("a0", "a1", "a2")) if kinds is None else kinds,
        on=days() if dates is None else dates,
        by=who,
        role=st.none() | st.sampled_from(_ROLES),
        to=who,
        facts=known.map(FrozenMap),
    )


@st.composite
def lifecycles(draw: st.DrawFn, *, max_states: int = 5, plain: bool = False) -> Lifecycle:
    """Tables that can be walked: every state can be reached, and left unless it is an end.

    Args:
        draw: Given by Hypothesis.
        max_states: Most states.
        plain: Whether they have no guards, limits, roles or rules of any kind.
    """
    states = [f"s{i}" for i in range(draw(st.integers(1, max_states)))]
    names = [f"a{i}" for i in range(len(states) + 1)]
    steps = _table(draw, states, names)
    kinds = sorted({act for _, act in steps})
    rows = [
        Transition(state=state, act=act, to=to, **({} if plain else _conditions(draw, kinds)))
        for (state, act), to in steps.items()
    ]
    left = {state for state, _ in steps}
    return Lifecycle(
        id="walk",
        title=_WORDS,
        states=FrozenMap(dict.fromkeys(states, _WORDS)),
        acts=FrozenMap(dict.fromkeys(kinds, _WORDS)),
        start=states[0],
        finals=tuple(state for state in states if state not in left),
        transitions=tuple(rows),
        fields=(_agreed.field, _number.field),
        basis=_BASIS,
        **({} if plain else _rules(draw, kinds)),
    )


def _table(draw: st.DrawFn, states: Sequence[str], names: Sequence[str]) -> Steps:
    """Lead to every state from one before it, and then back and forth; who can only turn round ends."""
    steps: Steps = {}
    for number, state in enumerate(states[1:]):
        before = draw(st.sampled_from(states[: number + 1]))
        free = [name for name in names if (before, name) not in steps]
        steps[before, draw(st.sampled_from(free))] = state
    places = st.sampled_from(states)
    for state, act, to in draw(st.lists(st.tuples(places, st.sampled_from(names), places), max_size=len(states))):
        steps.setdefault((state, act), to)
    leaving = {state for (state, _), to in steps.items() if to != state}
    return {(state, act): to for (state, act), to in steps.items() if state in leaving}


def _conditions(draw: st.DrawFn, kinds: Sequence[str]) -> dict[str, Any]:
    limit = st.builds(Span, st.integers(0, 40), st.sampled_from(("day", "month")), st.sampled_from(("", *kinds)))
    return {
        "guards": tuple(draw(st.lists(st.sampled_from(_GUARDS), max_size=1))),
        "within": draw(st.none() | limit),
        "not_before": draw(st.none() | limit),
        "by": tuple(draw(st.lists(st.sampled_from((*_ROLES, OWNER)), max_size=2, unique=True))),
    }


def _rules(draw: st.DrawFn, kinds: Sequence[str]) -> dict[str, Any]:
    if not kinds:
        return {}
    act = st.sampled_from(kinds)
    divided = st.builds(Parts, opened_by=act, closed_by=act, before=st.lists(act, max_size=1).map(tuple))
    few = st.lists(act, max_size=1).map(tuple)
    return {
        "accountable": draw(st.just("") | act),
        "parts": draw(st.none() | divided),
        "once": draw(few),
        "handing": draw(few),
    }


def next_acts(history: History, *, pack: Figures | None = None, lasting: bool = False) -> st.SearchStrategy[Act]:
    """Acts that may come next in a history; none where it has ended, or where no way to act was found.

    Args:
        history: What was done so far.
        pack: Who knows the figures that conditions and limits name.
        lasting: Whether to leave out what ends it, where something else may happen.
    """
    lifecycle = history.lifecycle
    steps = lifecycle.leaving(history.state)
    if lasting:
        steps = tuple(step for step in steps if step.to not in lifecycle.finals) or steps
    found = [act for step in steps for act in ways(history, step, pack)]
    return st.sampled_from(found).flatmap(_later) if found else st.nothing()


def tries(history: History, kinds: st.SearchStrategy[str]) -> st.SearchStrategy[Act]:
    """Acts that somebody might try in a history, near what may happen: some may, most may not.

    Args:
        history: What was done so far.
        kinds: Which acts.
    """
    lifecycle = history.lifecycle
    latest = history.acts[-1].on if history.acts else history.start or _FIRST
    who = st.sampled_from(tuple(dict.fromkeys((history.owner, *history.open, _WHO[0], "stranger", None))))
    roles = {role for step in lifecycle.transitions for role in step.by} - {OWNER}
    known: dict[str, st.SearchStrategy[Value]] = {
        declared.name: st.sampled_from(_usual(declared, lifecycle)) for declared in lifecycle.fields
    }
    return st.builds(
        Act,
        kind=kinds,
        on=st.sampled_from((latest, latest + timedelta(days=1), latest - timedelta(days=1))),
        by=who,
        role=st.sampled_from((*sorted(roles), None)),
        to=who,
        facts=st.fixed_dictionaries(known) | st.fixed_dictionaries({}, optional=known),
    )


def _usual(declared: Field, lifecycle: Lifecycle) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(value for step in lifecycle.transitions for value in _values(declared, step, None)))


def _later(act: Act) -> st.SearchStrategy[Act]:
    """Put an act off: a later day is never impossible."""
    room = min(60, (date.max - act.on).days)
    return st.integers(0, room).map(lambda n: attrs.evolve(act, on=act.on + timedelta(days=n)))


def ways(history: History, step: Transition, pack: Figures | None = None, *, most: int = 2) -> tuple[Act, ...]:
    """Find ways to take a step as early as can be: by whom, as what, to whom, and what must be known."""
    latest = history.acts[-1].on if history.acts else history.start or _FIRST
    found: list[Act] = []
    for by, role, to, facts in islice(_said(history, step, pack), _MOST_WAYS):
        act = Act(kind=step.act, on=latest, by=by, role=role, to=to, facts=FrozenMap(facts))
        no = history.refusal(act, pack)
        if no is not None and no.reason == "early":
            first = dict(no.arguments)["first"]
            act = attrs.evolve(act, on=first) if isinstance(first, date) else act
            no = history.refusal(act, pack)
        if no is None:
            found.append(act)
        if len(found) == most:
            break
    return tuple(found)


def _said(
    history: History, step: Transition, pack: Figures | None
) -> Iterator[tuple[str | None, str | None, str | None, Mapping[str, Value]]]:
    roles = (*(role for role in step.by if role != OWNER), None)
    who = dict.fromkeys((history.owner, *history.open, *_WHO, None))
    takers = dict.fromkeys((*_WHO, None))
    asked = _fields(history.lifecycle, step)
    values = [[(one.name, value) for value in _values(one, step, pack)] for one in asked]
    for facts in product(*values):
        for role, by, to in product(roles, who, takers):
            yield by, role, to, dict(facts)


def _fields(lifecycle: Lifecycle, step: Transition) -> list[Field]:
    """Give the fields that a step asks for, and those that limits count by."""
    limits = [span.amount for one in lifecycle.transitions for span in one.spans()]
    names = {part.name for tree in (*step.trees(), *limits) for part in _parts(tree) if isinstance(part, FieldRef)}
    return [declared for declared in lifecycle.fields if declared.name in names]


def _values(declared: Field, step: Transition, pack: Figures | None) -> tuple[Value, ...]:
    """Give values of a field on both sides of whatever a step compares with."""
    nodes = [part for tree in step.trees() for part in _parts(tree)]
    literals: list[object] = [part.value for part in nodes if isinstance(part, Lit)]
    literals += [pack.figure(part.id) for part in nodes if isinstance(part, ParamRef)] if pack is not None else []
    numbers = sorted(
        {n + by for n in (1, *(n for n in literals if type(n) is int)) for by in (0, 1, -1) if n + by >= 0}
    )
    codes = tuple(sorted({code for code in literals if isinstance(code, str)}))
    match declared.kind:
        case "bool":
            return True, False
        case "int":
            return tuple(numbers)
        case "codes":
            return codes, ()
        case _:
            return *codes, "other"


def _parts(tree: Expr) -> Iterator[Expr]:
    """Yield the nodes of a tree."""
    yield tree
    match tree:
        case And(several) | Or(several):
            inner = several
        case Not(part):
            inner = (part,)
        case Cmp(_, left, right) | Arith(_, left, right) | In(left, right):
            inner = (left, right)
        case _:
            inner = ()
    for one in inner:
        yield from _parts(one)


@st.composite
def histories(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Lifecycle] | None = None,
    *,
    pack: Figures | None = None,
    max_size: int = 6,
) -> History:
    """Histories of up to ``max_size`` acts, each a legal step.

    Args:
        draw: Given by Hypothesis.
        elements: Their lifecycles.
        pack: Who knows the figures.
        max_size: Most acts.
    """
    history = History(
        lifecycle=draw(lifecycles() if elements is None else elements), id=draw(ids("P")), start=draw(days())
    )
    for _ in range(draw(st.integers(0, max_size))):
        following = next_acts(history, pack=pack)
        if following.is_empty:
            break
        history = history.then(draw(following), pack)
    return history


@st.composite
def processes(
    draw: st.DrawFn, elements: Ids = None, *, subjects: Ids = None, actors: Ids = None, max_size: int = 3
) -> Process:
    """Rows of processes; what they hold need not be a legal history.

    Args:
        draw: Given by Hypothesis.
        elements: Their identifiers.
        subjects: What they are about.
        actors: Who acts, takes over and is accountable.
        max_size: Most acts.
    """
    start, end = draw(spans())
    who = ids("U") if actors is None else actors
    kinds = st.sampled_from(("accept", "resolve", "close"))
    return Process(
        id=draw(ids("C") if elements is None else elements),
        kind=draw(st.sampled_from(("case", "admission"))),
        subject=draw(ids("U") if subjects is None else subjects),
        acts=tuple(draw(st.lists(acts(kinds, actors=who), max_size=max_size))),
        owner=draw(st.none() | who),
        start=start,
        end=end,
    )
