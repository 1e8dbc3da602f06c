"""What the modules of packs make their values with."""

from __future__ import annotations

from pbgov.base import Assumption, Basis, Modality, Required, Text
from pbgov.rules import (
    Dated,
    Effect,
    FieldTerm,
    Figure,
    Norm,
    Operand,
    Parameter,
    Payload,
    Rule,
    RulePack,
    Selector,
    lift,
)

CODES = Text(zh="项", en="codes")
CYCLE = Text(zh="周期", en="cycle")


def figure(name: str, value: Figure | None, basis: Basis, unit: Text = CODES) -> Parameter:
    """Make a parameter of one value, or of none yet."""
    return Parameter(id=name, unit=unit, values=(Dated(value=value, basis=basis),))


def assumed(zh: str, en: str) -> Assumption:
    """Make a basis for what no text says."""
    return Assumption(Text(zh=zh, en=en))


def wanting(zh: str, en: str) -> Required:
    """Make a basis for a figure that the user of the pack must supply."""
    return Required(Text(zh=zh, en=en))


def norm(  # noqa: PLR0917 - the columns of a table of norms
    code: str,
    item: str,
    text: Text,
    basis: Basis,
    scope: Selector,
    payload: Payload,
    modality: Modality = Modality.MUST,
) -> Norm:
    """Make a norm."""
    return Norm(code=code, item=item, text=text, basis=basis, scope=scope, payload=payload, modality=modality)


def permission(  # noqa: PLR0917 - the columns of a table of permissions
    code: str,
    item: str,
    text: Text,
    basis: Basis,
    when: Operand,
    fields: tuple[FieldTerm, ...],
    *figures: Parameter,
) -> RulePack:
    """Make a decision of one permission: who may, and of whom nothing else is known may not."""
    rule = Rule(id=code, effect=Effect.PERMIT, item=item, text=text, basis=basis, when=lift(when))
    return RulePack(
        id=code.lower(), title=text, rules=(rule,), parameters=figures, fields=tuple(one.field for one in fields)
    )
