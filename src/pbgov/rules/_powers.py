"""Powers 权力, ordered by strength: a stronger right satisfies a weaker need."""

from __future__ import annotations

from enum import IntEnum

from pbgov.base import Lang, Text, both, term
from pbgov.errors import InvalidValueError


class Power(IntEnum):
    """How strong a say is: none, to suggest 建议, to take part 参与, to consent 征得同意, to decide 决定.

    A suggestion must be received and answered; who takes part must be a party to the procedure; what needs consent
    does not happen without it; and who decides needs nobody else. A stronger right satisfies a weaker need.

    Examples:
        >>> Power.CONSENT >= Power.SUGGEST
        True
        >>> Power.CONSENT.in_("zh")
        '征得同意'
    """

    NONE = 0
    SUGGEST = 1
    PARTICIPATE = 2
    CONSENT = 3
    DECIDE = 4

    @property
    def code(self) -> str:
        """The code by which data names it, ``"consent"``."""
        return self.name.lower()

    @property
    def label(self) -> Text:
        """What a person calls it."""
        return term(f"power_{self.code}")

    def in_(self, lang: Lang) -> str:
        """Give the words."""
        return self.label.in_(lang)


def power_or_none(value: int | None) -> Power | None:
    """Make a power of its strength; ``None`` stays what it is.

    Raises:
        InvalidValueError: It is no whole number from 0 to 4.
    """
    if value is None or isinstance(value, Power):
        return value
    if type(value) is not int or not Power.NONE <= value <= Power.DECIDE:
        raise InvalidValueError(both("power.range", value=repr(value)), value)
    return Power(value)
