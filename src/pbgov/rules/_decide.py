"""Decisions: may this be admitted, and on what conditions.

The semantics is free of order. Any active FORBID forbids. Without an active PERMIT nothing is admitted
(closed by default). An unmet REQUIRE makes the admission conditional, with the shortfall computed. A missing
fact leaves the outcome undecided only where it can change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from pbgov.base import Basis, FrozenMap, Lang, Modality, Period, Text, check_id, say, term
from pbgov.rules._expr import Expr, FieldRef, Operand, ParamRef, Read, Value, evaluate, holds, lift, parts

Facts: TypeAlias = Mapping[str, Value | None]


class Effect(StrEnum):
    """What a rule does when it is active."""

    FORBID = "forbid"
    PERMIT = "permit"
    REQUIRE = "require"


class Outcome(StrEnum):
    """The answer to a request."""

    ADMITTED = "admitted"
    CONDITIONAL = "conditional"
    NOT_ADMITTED = "not_admitted"
    FORBIDDEN = "forbidden"
    UNDECIDED = "undecided"


@attrs.frozen
class Move:
    """What a REQUIRE asks for while it is unmet: so much more of a resource."""

    resource: str
    amount: Expr = attrs.field(converter=lift)


def _lifted(conditions: Iterable[Operand]) -> tuple[Expr, ...]:
    return tuple(lift(condition) for condition in conditions)


@attrs.frozen(kw_only=True)
class Rule:
    """One rule of decision.

    Attributes:
        id: Identifier, never used again once retired.
        effect: FORBID and PERMIT speak when ``when`` holds; a REQUIRE is met when it holds.
        when: The condition.
        unless: Exceptions; the rule is silent when one of them holds.
        obligation: What an unmet REQUIRE asks for.
        modality: How strongly it binds.
        text: The rule in words.
        basis: Where it was read.
        item: The catalogue item it expresses.
        start: First day in force; ``None`` when the source gives none.
        end: First day no longer in force.

    Raises:
        InvalidValueError: A condition is none, or the period holds no day.
    """

    id: str = attrs.field(validator=check_id)
    effect: Effect
    when: Expr = attrs.field(converter=lift)
    unless: tuple[Expr, ...] = attrs.field(default=(), converter=_lifted)
    obligation: Move | None = None
    modality: Modality = Modality.MUST
    text: Text
    basis: Basis
    item: str = ""
    start: date | None = None
    end: date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a period that holds no day."""
        Period(self.start, self.end)

    def in_force(self, on: date) -> bool:
        """Tell whether the rule is in force on a day."""
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)

    def trees(self) -> tuple[Expr, ...]:
        """Give every tree the rule holds."""
        return (self.when, *self.unless, *((self.obligation.amount,) if self.obligation else ()))

    def parameters(self) -> tuple[str, ...]:
        """Name the parameters it rests on."""
        return tuple(part.id for tree in self.trees() for part in parts(tree) if isinstance(part, ParamRef))


class State(StrEnum):
    """How a rule stands towards a request."""

    ACTIVE = "active"
    LIFTED = "lifted"
    SILENT = "silent"
    OPEN = "open"


@attrs.frozen
class Reason:
    """One rule and how it stands: active, lifted by an exception, silent, or open for want of a fact."""

    rule: Rule
    state: State

    def in_(self, lang: Lang) -> str:
        """Say it, with the phrase of the source."""
        key = f"reason.{self.rule.effect.value}.{self.state.value}"
        return say(key, lang, rule=self.rule.id, text=self.rule.text, basis=self.rule.basis)


_FORBIDS: Final = frozenset({(Effect.FORBID, State.ACTIVE), (Effect.FORBID, State.LIFTED)})
_PERMITS: Final = frozenset({(Effect.PERMIT, State.ACTIVE), (Effect.PERMIT, State.LIFTED)})
_REQUIRES: Final = frozenset((Effect.REQUIRE, state) for state in State if state is not State.SILENT)
_ADMITTING: Final = _FORBIDS | _PERMITS | _REQUIRES
_TELLING: Final[Mapping[Outcome, frozenset[tuple[Effect, State]]]] = MappingProxyType(
    {
        Outcome.FORBIDDEN: _FORBIDS | _PERMITS,
        Outcome.NOT_ADMITTED: _FORBIDS | frozenset((Effect.PERMIT, state) for state in State),
        Outcome.CONDITIONAL: _ADMITTING,
        Outcome.ADMITTED: _ADMITTING,
        Outcome.UNDECIDED: frozenset((effect, state) for effect in Effect for state in State)
        - {(effect, State.SILENT) for effect in Effect},
    }
)


@attrs.frozen
class Obligation:
    """What must still be done; ``amount`` counts units of the resource, ``None`` while a fact is missing."""

    rule: Rule
    resource: str
    amount: int | None

    def in_(self, lang: Lang) -> str:
        """Say it, with the amount."""
        if self.amount is None:
            return say("obligation.open", lang, text=self.rule.text, resource=term(self.resource))
        return say("obligation.move", lang, text=self.rule.text, resource=term(self.resource), amount=self.amount)


@attrs.frozen(kw_only=True)
class Decision:
    """The answer to a request, with everything that led to it.

    Attributes:
        outcome: The answer.
        reasons: Every rule in force and how it stands, the defeated ones too.
        obligations: What a CONDITIONAL admission still asks for.
        missing: Facts, and parameters without a value, that are missing and could change the outcome.
        facts: The facts decided on.
        labels: What a person calls each fact.
    """

    outcome: Outcome
    reasons: tuple[Reason, ...]
    obligations: tuple[Obligation, ...]
    missing: tuple[str, ...]
    facts: FrozenMap[str, Value | None]
    labels: FrozenMap[str, Text]

    def explain(self, lang: Lang = "en") -> str:
        """Say the outcome and why, one sentence a line: the rules that tell, what is owed, what is missing."""
        telling = _TELLING[self.outcome]
        lines = [say(f"outcome.{self.outcome.value}", lang)]
        lines += [reason.in_(lang) for reason in self.reasons if (reason.rule.effect, reason.state) in telling]
        lines += [obligation.in_(lang) for obligation in self.obligations]
        lines += [say("decision.missing", lang, fact=self.labels.get(name, term(name))) for name in self.missing]
        return "\n".join(lines)


def decide(rules: tuple[Rule, ...], facts: Facts, parameter: Read, labels: Mapping[str, Text]) -> Decision:
    """Decide a request: rules and facts in, a decision out."""
    states = {rule: _state(rule, facts.get, parameter) for rule in rules}
    outcomes = _outcomes(states)
    outcome = outcomes[0] if len(outcomes) == 1 else Outcome.UNDECIDED
    permitted = any(rule.effect is Effect.PERMIT and state is State.ACTIVE for rule, state in states.items())
    open_rules = tuple(
        rule
        for rule, state in states.items()
        if state is State.OPEN and not (permitted and rule.effect is Effect.PERMIT)
    )
    asked = outcome in {Outcome.CONDITIONAL, Outcome.UNDECIDED}
    return Decision(
        outcome=outcome,
        reasons=tuple(Reason(rule, state) for rule, state in states.items()),
        obligations=_obligations(states, facts.get, parameter) if outcome is Outcome.CONDITIONAL else (),
        missing=_missing(open_rules, facts, parameter) if asked else (),
        facts=FrozenMap(facts),
        labels=FrozenMap(labels),
    )


def _state(rule: Rule, read: Read, parameter: Read) -> State:
    """An unmet REQUIRE is ACTIVE: it is what stands in the way."""
    exceptions = [holds(exception, read, parameter) for exception in rule.unless]
    met = holds(rule.when, read, parameter)
    speaks = met if rule.effect is not Effect.REQUIRE else None if met is None else not met
    if speaks is False:
        return State.SILENT
    if True in exceptions:
        return State.LIFTED
    return State.OPEN if speaks is None or None in exceptions else State.ACTIVE


def _outcomes(states: Mapping[Rule, State]) -> list[Outcome]:
    """Every outcome that the missing facts leave possible."""
    found = {effect: {states[rule] for rule in states if rule.effect is effect} for effect in Effect}
    forbids, permits, requires = found[Effect.FORBID], found[Effect.PERMIT], found[Effect.REQUIRE]
    if State.ACTIVE in forbids:
        return [Outcome.FORBIDDEN]
    possible = [Outcome.FORBIDDEN] if State.OPEN in forbids else []
    if State.ACTIVE not in permits:
        possible.append(Outcome.NOT_ADMITTED)
        if State.OPEN not in permits:
            return possible
    if State.ACTIVE in requires:
        return [*possible, Outcome.CONDITIONAL]
    return [*possible, Outcome.ADMITTED, *([Outcome.CONDITIONAL] if State.OPEN in requires else [])]


def _obligations(states: Mapping[Rule, State], read: Read, parameter: Read) -> tuple[Obligation, ...]:
    """What is short; a rule may be unmet for another reason, with nothing left to move."""
    found: list[Obligation] = []
    for rule, state in states.items():
        if rule.effect is Effect.REQUIRE and rule.obligation and state in {State.ACTIVE, State.OPEN}:
            amount = evaluate(rule.obligation.amount, read, parameter)
            if amount is None or (isinstance(amount, int) and amount > 0):
                found.append(Obligation(rule, rule.obligation.resource, amount))
    return tuple(found)


def _missing(rules: tuple[Rule, ...], facts: Facts, parameter: Read) -> tuple[str, ...]:
    """Name the facts that nobody gave, and the parameters that have no value on the day."""
    nodes = [part for rule in rules for tree in rule.trees() for part in parts(tree)]
    fields = {node.name for node in nodes if isinstance(node, FieldRef) and facts.get(node.name) is None}
    figures = {node.id for node in nodes if isinstance(node, ParamRef) and parameter(node.id) is None}
    return tuple(sorted(fields | figures))
