"""The rules in force on one day as clauses over facts, and how their states make an outcome.

How each rule stands is kept in one whole number: bit ``i`` says that rule ``i`` speaks, bit ``n + i`` that an
exception lifts it, bit ``2n + i`` alone that a missing fact keeps it open. Bit ``3n + k`` says that all the same the
outcome in place ``k`` is ruled out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Final

import attrs

from pbgov.rules._expr import Expr, Value
from pbgov.rules._fold import all_of, any_of, fold, negated
from pbgov.rules._kleene import Read, holds, nothing
from pbgov.rules._rule import Effect, Rule


class Outcome(StrEnum):
    """The answer to a request."""

    ADMITTED = "admitted"
    CONDITIONAL = "conditional"
    NOT_ADMITTED = "not_admitted"
    FORBIDDEN = "forbidden"
    UNDECIDED = "undecided"


_PLACES: Final[Mapping[Outcome, int]] = MappingProxyType({outcome: place for place, outcome in enumerate(Outcome)})


class State(StrEnum):
    """How a rule stands towards a request."""

    ACTIVE = "active"
    LIFTED = "lifted"
    SILENT = "silent"
    OPEN = "open"


@attrs.frozen
class Clause:
    """One rule on one day, its parameters folded in.

    Attributes:
        effect: What it does when it is active.
        speaks: When it speaks: a REQUIRE speaks while it is unmet.
        lifted: When an exception lifts it.
    """

    effect: Effect
    speaks: Expr
    lifted: Expr

    @cached_property
    def active(self) -> Expr:
        """When it speaks and nothing lifts it."""
        return all_of(self.speaks, negated(self.lifted))


def clause(rule: Rule, parameter: Callable[[str], Value | None]) -> Clause:
    """Put a rule on a day."""
    when = fold(rule.when, parameter)
    lifted = any_of(*(fold(exception, parameter) for exception in rule.unless))
    return Clause(rule.effect, negated(when) if rule.effect is Effect.REQUIRE else when, lifted)


def answers(forbidden: Expr, permitted: Expr, short: Expr) -> Mapping[Outcome, Expr]:
    """Give the condition of each outcome but UNDECIDED, by where rules of each effect are active."""
    allowed = all_of(negated(forbidden), permitted)
    return {
        Outcome.FORBIDDEN: forbidden,
        Outcome.NOT_ADMITTED: all_of(negated(forbidden), negated(permitted)),
        Outcome.CONDITIONAL: all_of(allowed, short),
        Outcome.ADMITTED: all_of(allowed, negated(short)),
    }


def active(clauses: Iterable[Clause]) -> tuple[Expr, ...]:
    """Give where rules of each effect are active: a FORBID, a PERMIT, a REQUIRE."""
    kept = tuple(clauses)
    return tuple(any_of(*(one.active for one in kept if one.effect is effect)) for effect in Effect)


@attrs.frozen
class Program:
    """The clauses of one day, and which bits belong to which effect."""

    clauses: tuple[Clause, ...]
    forbids: int
    permits: int
    requires: int

    @classmethod
    def of(cls, clauses: Iterable[Clause]) -> Program:
        """Sort clauses by their effect."""
        kept = tuple(clauses)
        bits = {effect: sum(1 << i for i, one in enumerate(kept) if one.effect is effect) for effect in Effect}
        return cls(kept, bits[Effect.FORBID], bits[Effect.PERMIT], bits[Effect.REQUIRE])

    @cached_property
    def actives(self) -> tuple[Expr, ...]:
        """Where rules of each effect are active: a FORBID, a PERMIT, a REQUIRE."""
        return active(self.clauses)

    def active(self, bits: int) -> int:
        """Give the rules that speak and are not lifted; of an open one it is not known whether it speaks."""
        n = len(self.clauses)
        return bits & ~(bits >> n) & ((1 << n) - 1)

    def open(self, bits: int) -> int:
        """Give the rules that a missing fact keeps open."""
        n = len(self.clauses)
        return bits >> 2 * n & ((1 << n) - 1)

    def state(self, bits: int, i: int) -> State:
        """Tell how one rule stands."""
        n = len(self.clauses)
        if bits >> 2 * n + i & 1:
            return State.OPEN
        if not bits >> i & 1:
            return State.SILENT
        return State.LIFTED if bits >> n + i & 1 else State.ACTIVE

    def outcomes(self, bits: int) -> tuple[Outcome, ...]:
        """Give every outcome that is possible: one, where nothing that matters is missing."""
        ruled_out = bits >> 3 * len(self.clauses)
        return tuple(one for one in self._left_open(bits) if not ruled_out >> _PLACES[one] & 1)

    def without(self, bits: int, outcomes: Iterable[Outcome]) -> int:
        """Rule outcomes out."""
        return bits | sum(1 << 3 * len(self.clauses) + _PLACES[one] for one in outcomes)

    def _left_open(self, bits: int) -> tuple[Outcome, ...]:
        """Give every outcome that open rules leave possible, each by itself."""
        active, maybe = self.active(bits), self.open(bits)
        if active & self.forbids:
            return (Outcome.FORBIDDEN,)
        possible = [Outcome.FORBIDDEN] if maybe & self.forbids else []
        if not active & self.permits:
            possible.append(Outcome.NOT_ADMITTED)
            if not maybe & self.permits:
                return tuple(possible)
        if active & self.requires:
            return (*possible, Outcome.CONDITIONAL)
        return (*possible, Outcome.ADMITTED, *([Outcome.CONDITIONAL] if maybe & self.requires else []))

    def outcome(self, bits: int) -> Outcome:
        """Give the outcome; UNDECIDED where a missing fact can change it."""
        possible = self.outcomes(bits)
        return possible[0] if len(possible) == 1 else Outcome.UNDECIDED

    def bits(self, read: Read) -> int:
        """Walk the clauses for a row that may lack facts."""
        n, bits = len(self.clauses), 0
        for i, one in enumerate(self.clauses):
            speaks = holds(one.speaks, read, nothing)
            if speaks is False:
                continue
            lifted = holds(one.lifted, read, nothing)
            if lifted:  # whether it speaks or may speak: it is lifted
                bits |= 1 << i | 1 << n + i
            elif speaks is None or lifted is None:
                bits |= 1 << 2 * n + i
            else:
                bits |= 1 << i
        return bits
