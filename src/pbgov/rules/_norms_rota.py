"""Norms about recorded terms: that they take turns, and how long they last."""

from __future__ import annotations

from typing import Any

import attrs

from pbgov.base import both
from pbgov.errors import InvalidValueError
from pbgov.rules._norms import Back, Payload, Selector, Values


def one_step_back(_self: object, attribute: attrs.Attribute[Any], value: Values | Selector) -> None:
    """Refuse rows that are not one step back from the subject: their days count, whichever they are."""
    of = value if isinstance(value, Selector) else value.of
    if of.table or of.where is not None or len(of.via) != 1 or not isinstance(of.via[0], Back):
        raise InvalidValueError(both("rotates.path", name=attribute.name), value)


@attrs.frozen(kw_only=True)
class Rotates(Payload):
    """Terms follow one another without overlap or gap, and nobody holds two before all have held one.

    Who is passed over is one who was among them from the first day of the cycle until another's second term. A newcomer
    is among them once the terms are over that were announced when it came.

    Attributes:
        terms: The rows that record the terms, one step back from the subject, and the column that names the holder.
        among: The rows of those who rotate, one step back from the subject, and the column that names them.
        handover_gap: The parameter with the most days between two terms; ``None`` for 0 days.
        announced: The parameter with how many terms after the current one are announced; ``None`` for 1.

    Raises:
        InvalidValueError: The rows are not one step back from the subject.
    """

    terms: Values = attrs.field(validator=one_step_back)
    among: Values = attrs.field(validator=one_step_back)
    handover_gap: str | None = None
    announced: str | None = None

    def figures(self) -> tuple[str, ...]:
        """Name the parameters of the handover and of what is announced, as far as there are any."""
        return tuple(name for name in (self.handover_gap, self.announced) if name)


@attrs.frozen(kw_only=True)
class Lasts(Payload):
    """Each recorded term lasts so many calendar months.

    Months are counted from the start of the first term on record where a term starts on such a day, else from its own
    start; where a month is too short, to its last day. A term still running is wrong once it has outlasted them.

    Attributes:
        terms: The rows that record the terms, one step back from the subject, and the column that names the holder.
        months: The parameter with the months.
        tolerance_days: The parameter with the most days that an end may lie off, either way; ``None`` for 0 days.

    Raises:
        InvalidValueError: The rows are not one step back from the subject.
    """

    terms: Values = attrs.field(validator=one_step_back)
    months: str
    tolerance_days: str | None = None

    def figures(self) -> tuple[str, ...]:
        """Name the parameters of the length and the tolerance."""
        return tuple(name for name in (self.months, self.tolerance_days) if name)
