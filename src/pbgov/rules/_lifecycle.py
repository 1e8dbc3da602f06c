"""Lifecycles: which act leads from which state to which, as one table.

Everything that may happen stands in the table, with the conditions, the limits of time and the roles; what happened
to one case or project is a ``History``. Diagrams are drawn from the same table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, date, timedelta
from itertools import chain
from typing import Final

import attrs

from pbgov.base import Basis, FrozenMap, Text, TimeUnit, add_months, both, check_id, need_unit
from pbgov.errors import IllegalEventError, InvalidValueError, StructureError, UnknownIdError
from pbgov.rules._acts import Refusal
from pbgov.rules._expr import Expr, FieldRef, Lit, Operand, ParamRef, lift, parts
from pbgov.rules._fields import Field

OWNER: Final = "owner"  # the role of who is accountable, whatever kind of unit it is


def _counted(given: Operand) -> Expr:
    """Make a tree of what counts days or months; a string names a parameter."""
    return ParamRef(given) if isinstance(given, str) else lift(given)


@attrs.frozen
class Span:
    """So many days or months, counted from the day on which a state was entered, or from the last day of an act.

    Attributes:
        amount: A whole number, the identifier of a parameter, or a field that is a number, as an earlier act
            stated it last.
        unit: ``"day"`` or ``"month"``.
        since: The act it is counted from; empty for entering the state. Before that act it does not run.

    Raises:
        InvalidValueError: The amount is no whole number of 0 or more, or the unit is none.

    Examples:
        >>> Span(30, "day").last(date(2021, 3, 1), 30)
        datetime.date(2021, 3, 31)
    """

    amount: Expr = attrs.field(converter=_counted)
    unit: TimeUnit = "day"
    since: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse what counts nothing."""
        need_unit(self.unit)
        if isinstance(self.amount, Lit) and (type(self.amount.value) is not int or self.amount.value < 0):
            value = self.amount.value
            raise InvalidValueError(both("count.negative", name="amount", value=repr(value)), value)

    def last(self, first: date, amount: int) -> date:
        """Give the day so much later, which still belongs to the span; the end of the year 9999 at the latest."""
        if self.unit == "day":
            return date.max if amount > (date.max - first).days else first + timedelta(days=amount)
        room = (MAXYEAR - first.year) * 12 + 12 - first.month
        return date.max if amount > room else add_months(first, amount)


@attrs.frozen
class Guard:
    """A condition on what an act itself makes known, and the same in words.

    What earlier acts stated is not asked: an approval of one step is none of the next.

    Attributes:
        when: The condition.
        text: What it asks for, as a clause that can stand after "it is required that".
    """

    when: Expr = attrs.field(converter=lift)
    text: Text


@attrs.frozen(kw_only=True)
class Transition:
    """In one state, one act leads to one state.

    Attributes:
        state: The state before.
        act: The act.
        to: The state after; the same state when the act does not change it.
        guards: Conditions that must all hold.
        within: How soon the act must follow; the last day is still in time. A later act is late, not impossible.
        not_before: How long it must wait; an earlier act is impossible. A span that does not run holds up nothing.
        by: The roles of those who may act, ``OWNER`` for who is accountable; empty when anybody may.
        basis: Where this step was read; ``None`` when the basis of the lifecycle covers it.
    """

    state: str = attrs.field(validator=check_id)
    act: str = attrs.field(validator=check_id)
    to: str = attrs.field(validator=check_id)
    guards: tuple[Guard, ...] = ()
    within: Span | None = None
    not_before: Span | None = None
    by: tuple[str, ...] = ()
    basis: Basis | None = None

    def trees(self) -> tuple[Expr, ...]:
        """Give every tree it holds."""
        return (*(guard.when for guard in self.guards), *(span.amount for span in self.spans()))

    def spans(self) -> tuple[Span, ...]:
        """Give its limits of time."""
        return tuple(span for span in (self.within, self.not_before) if span is not None)


@attrs.frozen(kw_only=True)
class Parts:
    """Work that is divided among several who act together, and is whole again when each has done its part.

    Attributes:
        opened_by: The act that hands a part to somebody.
        closed_by: The act by which one who has a part is done with it.
        before: The acts that must wait until no part is open.
    """

    opened_by: str
    closed_by: str
    before: tuple[str, ...]


def _named(names: Mapping[str, Text]) -> FrozenMap[str, Text]:
    return FrozenMap(names)


def _by_state(lifecycle: Lifecycle) -> dict[str, dict[str, Transition]]:
    rows: dict[str, dict[str, Transition]] = {state: {} for state in lifecycle.states}
    for one in lifecycle.transitions:
        rows.setdefault(one.state, {})[one.act] = one
    return rows


def _by_act(lifecycle: Lifecycle) -> dict[str, dict[str, str]]:
    rows: dict[str, dict[str, str]] = {state: {} for state in lifecycle.states}
    for one in lifecycle.transitions:
        rows.setdefault(one.state, {})[one.act] = one.to
    return rows


@attrs.frozen(kw_only=True, cache_hash=True)
class Lifecycle:
    """The states of a case, project, membership …, and the acts that lead from one to another.

    Attributes:
        id: Identifier, which rows of ``processes`` give as their ``kind``.
        title: What a person calls it.
        states: Every state and what it is called, in the order in which it should be drawn.
        acts: Every act and what it is called.
        start: The state in which it begins.
        finals: The states in which it has ended.
        transitions: The table.
        fields: The facts that its guards and spans may ask for. Days are those of the acts, so no field is a date.
        basis: Where it was read.
        accountable: The act whose actor is accountable from then on, whoever handles it; it happens once.
        parts: The acts by which work is divided among several, if it can be.
        once: Acts that happen at most once.
        handing: Acts that must name who takes over.

    Raises:
        UnknownIdError: A transition or rule names a state, an act or a field that the lifecycle does not have.
        StructureError: One act leads from one state to two, a state cannot be reached or left though it is no end,
            or an end can be left.
        InvalidValueError: A field is declared twice or is a date.

    Examples:
        >>> from pbgov.packs import CASE
        >>> CASE.run(("accept", "handle_directly", "feed_back", "close"))
        'closed'
    """

    id: str = attrs.field(validator=check_id)
    title: Text
    states: FrozenMap[str, Text] = attrs.field(converter=_named)
    acts: FrozenMap[str, Text] = attrs.field(converter=_named)
    start: str
    finals: tuple[str, ...] = ()
    transitions: tuple[Transition, ...] = attrs.field(converter=tuple[Transition, ...])
    fields: tuple[Field, ...] = ()
    basis: Basis
    accountable: str = ""
    parts: Parts | None = None
    once: tuple[str, ...] = ()
    handing: tuple[str, ...] = ()
    _rows: dict[str, dict[str, Transition]] = attrs.field(
        default=attrs.Factory(_by_state, takes_self=True), init=False, eq=False, repr=False
    )
    _next: dict[str, dict[str, str]] = attrs.field(
        default=attrs.Factory(_by_act, takes_self=True), init=False, eq=False, repr=False
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a table that cannot be walked as it says."""
        _check_names(self)
        _check_fields(self)
        _check_shape(self)

    def step(self, state: str, act: str) -> Transition | None:
        """Give the step that an act makes from a state; ``None`` when there is none."""
        return self._rows[state].get(act)

    def leaving(self, state: str) -> tuple[Transition, ...]:
        """Give the steps that may be made from a state, in the order of the table."""
        return tuple(self._rows[state].values())

    def reach(self, state: str) -> frozenset[str]:
        """Name the states that acts may lead to from a state, itself included."""
        return frozenset(_closure(self._next, (state,)))

    def parameters(self) -> tuple[str, ...]:
        """Name the parameters it rests on."""
        trees = chain.from_iterable(one.trees() for one in self.transitions)
        return tuple(dict.fromkeys(part.id for tree in trees for part in parts(tree) if isinstance(part, ParamRef)))

    def basis_of(self, transition: Transition) -> Basis:
        """Give the basis of a step."""
        return transition.basis or self.basis

    def run(self, acts: Iterable[str]) -> str:
        """Give the state to which acts lead, by the table alone: who, when and under which conditions is not asked.

        Raises:
            IllegalEventError: An act cannot follow those before it.
        """
        done = tuple(acts)
        state, following = self.start, self._next
        try:
            for act in done:
                state = following[state][act]
        except KeyError:
            self._stop(done)
        for act in (*self.once, self.accountable):
            if done.count(act) > 1:
                self._stop(done)
        return state

    def count(self, histories: Iterable[Iterable[str]]) -> FrozenMap[str, int]:
        """Count by state where many histories have come, each given by its acts; see ``run``."""
        counts = dict.fromkeys(self.states, 0)
        run = self.run
        for acts in histories:
            counts[run(acts)] += 1
        return FrozenMap(counts)

    def _stop(self, acts: tuple[str, ...]) -> None:
        """Name the first act that cannot happen."""
        state, before = self.start, set[str]()
        for act in acts:
            spent = act in before and (act in self.once or act == self.accountable)
            if spent or act not in self._next[state]:
                raise IllegalEventError(
                    both(
                        "lifecycle.run",
                        id=self.id,
                        state=self.states[state],
                        act=self.acts.get(act, act),
                        why=Refusal(reason="again" if spent else "table"),
                        possible=listing(self.acts[one] for one in self._next[state]),
                    ),
                    state,
                    act,
                )
            before.add(act)
            state = self._next[state][act]


def listing(words: Iterable[Text]) -> Text:
    """Put phrases in a row, each once; a dash for none."""
    several = tuple(dict.fromkeys(words))
    return Text(zh="、".join(one.zh for one in several) or "—", en=", ".join(one.en for one in several) or "—")


def _closure(following: Mapping[str, Mapping[str, str]], states: Iterable[str]) -> dict[str, None]:
    """Name the states, and all that acts may lead to from them."""
    reached = dict.fromkeys(states)
    todo = list(reached)
    while todo:
        for to in following[todo.pop()].values():
            if to not in reached:
                reached[to] = None
                todo.append(to)
    return reached


def _mentioned(lifecycle: Lifecycle) -> Iterator[tuple[str, str, Mapping[str, Text]]]:
    """Yield each name a lifecycle uses: what it should name, the name, and where it is declared."""
    states, acts = lifecycle.states, lifecycle.acts
    yield "state", lifecycle.start, states
    yield from (("state", name, states) for name in lifecycle.finals)
    for one in lifecycle.transitions:
        yield from (("state", one.state, states), ("act", one.act, acts), ("state", one.to, states))
        yield from (("act", span.since, acts) for span in one.spans() if span.since)
    divided = lifecycle.parts
    named = [*lifecycle.once, *lifecycle.handing, *filter(None, (lifecycle.accountable,))]
    named += [divided.opened_by, divided.closed_by, *divided.before] if divided else []
    yield from (("act", name, acts) for name in named)


def _check_names(lifecycle: Lifecycle) -> None:
    for what, name, declared in _mentioned(lifecycle):
        if name not in declared:
            message = both(f"lifecycle.{what}", id=lifecycle.id, name=repr(name), known=", ".join(declared) or "-")
            raise UnknownIdError(message, name)
    used = {one.act for one in lifecycle.transitions}
    idle = [act for act in lifecycle.acts if act not in used]
    if idle:
        raise StructureError(both("lifecycle.idle", id=lifecycle.id, acts=", ".join(idle)), *idle)


def _check_fields(lifecycle: Lifecycle) -> None:
    names = [declared.name for declared in lifecycle.fields]
    for declared in lifecycle.fields:
        if declared.kind == "date" or names.count(declared.name) > 1:
            message = both("lifecycle.field", id=lifecycle.id, name=declared.name)
            raise InvalidValueError(message, declared.name)
    for tree in chain.from_iterable(one.trees() for one in lifecycle.transitions):
        for part in parts(tree):
            if isinstance(part, FieldRef) and part.name not in names:
                message = both("lifecycle.no_field", id=lifecycle.id, name=part.name, known=", ".join(names) or "-")
                raise UnknownIdError(message, part.name)


def _check_shape(lifecycle: Lifecycle) -> None:
    steps = [(one.state, one.act) for one in lifecycle.transitions]
    twice = next((step for step in steps if steps.count(step) > 1), None)
    if twice:
        raise StructureError(both("lifecycle.twice", id=lifecycle.id, state=twice[0], act=twice[1]), *twice)
    reached = lifecycle.reach(lifecycle.start)
    leaving = {one.state for one in lifecycle.transitions if one.state != one.to}
    faults = {
        "unreached": [state for state in lifecycle.states if state not in reached],
        "dead_end": [state for state in lifecycle.states if state not in leaving and state not in lifecycle.finals],
        "left_final": [state for state in lifecycle.finals if lifecycle.leaving(state)],
    }
    for key, states in faults.items():
        if states:
            raise StructureError(both(f"lifecycle.{key}", id=lifecycle.id, states=", ".join(states)), *states)
