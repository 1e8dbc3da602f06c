"""The norm on coverage: within each period, what was done takes up every one of some matters."""

from __future__ import annotations

import attrs

from pbgov.rules._norms import Payload, Values
from pbgov.rules._norms_rota import one_step_back


@attrs.frozen(kw_only=True)
class Covered(Payload):
    """In every period that lay wholly in force and has ended, events take up all of some codes between them.

    Which event takes up which code does not matter, nor does what else they take up. Periods are those of the
    calendar, or, with ``turns``, the cycles of a rota: months counted from the day on which the first turn began.

    Attributes:
        of: The events, and the column that holds what they take up.
        codes: The parameter that lists the codes.
        per: The parameter that gives the cycle; with ``turns`` a cycle or a number of months.
        turns: The rows that record the turns, one step back from the subject, and the column that names the holder.

    Raises:
        InvalidValueError: The rows of the turns are not one step back from the subject.
    """

    of: Values
    codes: str
    per: str
    turns: Values | None = attrs.field(default=None, validator=attrs.validators.optional(one_step_back))

    def figures(self) -> tuple[str, ...]:
        """Name the parameters of the codes and of the cycle."""
        return (self.codes, self.per)
