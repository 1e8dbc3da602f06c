"""What the modules of packs make their values with."""

from __future__ import annotations

from pbgov.base import Assumption, Basis, Modality, Required, Text
from pbgov.rules import Dated, Figure, Norm, Parameter, Payload, Selector

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
