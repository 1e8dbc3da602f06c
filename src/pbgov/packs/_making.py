"""What the modules of packs make their values with."""

from __future__ import annotations

from pbgov.base import Assumption, Basis, Modality, Required, Text
from pbgov.rules import Dated, Figure, Norm, Parameter, Payload, Selector

CODES = Text(zh="项", en="codes")
CYCLE = Text(zh="周期", en="cycle")


def figure(name: str, value: Figure | None, basis: Basis, unit: Text = CODES, label: Text | None = None) -> Parameter:
    """Make a parameter of one value, or of none yet."""
    return Parameter(id=name, unit=unit, values=(Dated(value=value, basis=basis),), label=label)


def told(  # noqa: PLR0917 - the columns of a table of figures
    name: str, value: Figure, basis: Basis, unit: Text, zh: str, en: str
) -> Parameter:
    """Make a parameter that is there to be read, and on which no norm rests."""
    return over_time(name, (Dated(value=value, basis=basis),), unit, zh, en)


def over_time(name: str, values: tuple[Dated, ...], unit: Text, zh: str, en: str) -> Parameter:
    """Make a parameter to be read whose value changed from some day on."""
    return Parameter(id=name, unit=unit, values=values, label=Text(zh=zh, en=en), informative=True)


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
