"""A rule of decision: what is forbidden, permitted or required, when, but for which exceptions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cached_property

import attrs

from pbgov.base import Basis, Modality, Period, Text, both, check_id
from pbgov.errors import InvalidValueError
from pbgov.rules._expr import DEEPEST_WRITTEN, Expr, FieldRef, Operand, ParamRef, lift, need_depth, parts
from pbgov.rules._instruments import Instrument


class Effect(StrEnum):
    """What a rule does when it is active."""

    FORBID = "forbid"
    PERMIT = "permit"
    REQUIRE = "require"


def _effect(value: Effect | str) -> Effect:
    try:
        return Effect(value)
    except ValueError:
        message = both("rule.effect", value=repr(value), known=", ".join(Effect))
        raise InvalidValueError(message, value) from None


def _field_name(operand: Operand | str | None) -> str | None:
    if operand is None or isinstance(operand, str):
        return operand
    node = lift(operand)
    if not isinstance(node, FieldRef):
        raise InvalidValueError(both("move.into", value=repr(operand)), operand)
    return node.name


@attrs.frozen
class Move:
    """What a REQUIRE asks for while it is unmet: so much more of a resource.

    Attributes:
        resource: What must still come: ``"staff"``, ``"yuan_a_year"``, ``"power"``.
        amount: How much, in the unit of the resource; nothing is owed where it is 0 or less.
        into: The field that counts what has come; raised by the amount, it meets the REQUIRE.

    Raises:
        InvalidValueError: ``into`` is no field.
    """

    resource: str = attrs.field(validator=check_id)
    amount: Expr = attrs.field(converter=lift)
    into: str | None = attrs.field(default=None, converter=_field_name)


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
        entrenched: The instrument that lays it down, where only a higher one may change it.

    Raises:
        InvalidValueError: The effect is none of the three, a condition is none, another than a REQUIRE has an
            obligation, the period holds no day, or something in it is nested more than 90 levels deep.
    """

    id: str = attrs.field(validator=check_id)
    effect: Effect = attrs.field(converter=_effect)
    when: Expr = attrs.field(converter=lift)
    unless: tuple[Expr, ...] = attrs.field(default=(), converter=_lifted)
    obligation: Move | None = None
    modality: Modality = Modality.MUST
    text: Text
    basis: Basis
    item: str = ""
    start: date | None = None
    end: date | None = None
    entrenched: Instrument | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a period that holds no day, what is nested too deeply, and an obligation that nothing requires."""
        Period(self.start, self.end)
        for tree in self.trees():
            need_depth(getattr(tree, "depth", 0), DEEPEST_WRITTEN)
        if self.obligation is not None and self.effect is not Effect.REQUIRE:
            raise InvalidValueError(both("rule.obligation", rule=self.id, effect=self.effect.value), self.id)

    @property
    def period(self) -> Period:
        """The half-open span in force."""
        return Period(self.start, self.end)

    def in_force(self, on: date) -> bool:
        """Tell whether the rule is in force on a day."""
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)

    def trees(self) -> tuple[Expr, ...]:
        """Give every tree the rule holds."""
        return (self.when, *self.unless, *((self.obligation.amount,) if self.obligation else ()))

    def parameters(self) -> tuple[str, ...]:
        """Name the parameters it rests on."""
        return tuple(part.id for tree in self.trees() for part in parts(tree) if isinstance(part, ParamRef))

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields it asks for, each once."""
        refs = (part.name for tree in self.trees() for part in parts(tree) if isinstance(part, FieldRef))
        return tuple(dict.fromkeys(refs))
