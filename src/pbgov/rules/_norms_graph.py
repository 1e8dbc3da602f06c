"""Norms about how things are tied: what two sets share, how evenly a load lies, and what never lapses for long."""

from __future__ import annotations

import attrs

from pbgov.rules._norms import Measure, Payload, Selector, Values
from pbgov.rules._norms_rota import one_step_back


@attrs.frozen
class Shared(Payload):
    """Two sets have at least so many values in common: a body above takes in members of the body below it.

    Attributes:
        one: One set.
        other: The other.
        at_least: The parameter with the fewest values that both must hold.
    """

    one: Values
    other: Values
    at_least: str

    def figures(self) -> tuple[str, ...]:
        """Name the parameter of the bound."""
        return (self.at_least,)


@attrs.frozen
class Even(Payload):
    """A load lies evenly over some rows: its Gini coefficient, in ‰ and rounded up, reaches a bound at most.

    0 where all rows bear the same, or nothing; it comes near 1000 where one of many bears everything. ``Concentration``
    looks at the greatest load alone. A load that is not known exactly, or may be negative, leaves the answer open.

    Attributes:
        over: The rows that bear a load.
        of: The load of each of them, not of the subject.
        at_most: The parameter with the greatest coefficient, in ‰.
    """

    over: Selector
    of: Measure
    at_most: str

    def figures(self) -> tuple[str, ...]:
        """Name the parameter of the bound."""
        return (self.at_most,)


@attrs.frozen
class Unbroken(Payload):
    """Some row is in force on every day, but for gaps of so many days: a post is filled, a contract renewed.

    A gap is counted from the end of the row before it, or from the first day of the subject; where neither is known,
    from the first day that counts. It ends with the next row, or on the day asked for, and is judged if one of its days
    counts.

    Attributes:
        of: The rows, one step back from the subject.
        gap: The parameter with the most days between two of them; 0 for none.

    Raises:
        InvalidValueError: The rows are not one step back from the subject.
    """

    of: Selector = attrs.field(validator=one_step_back)
    gap: str

    def figures(self) -> tuple[str, ...]:
        """Name the parameter of the gap."""
        return (self.gap,)
