"""Powers 权力 as tokens of a ledger: who decides a matter, and who has a lesser say in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import attrs

from pbgov.base import both, check_id
from pbgov.errors import InvalidValueError
from pbgov.rules._powers import Power

PREFIX: Final = "power:"


WEAKEST_FIRST: Final = (Power.SUGGEST, Power.PARTICIPATE, Power.CONSENT, Power.DECIDE)
_STRENGTHS: Final[Mapping[str, Power]] = MappingProxyType({power.code: power for power in WEAKEST_FIRST})


def _strength(value: int) -> Power:
    if isinstance(value, bool) or not isinstance(value, int) or value not in WEAKEST_FIRST:
        raise InvalidValueError(both("token.strength", value=repr(value), known=", ".join(_STRENGTHS)), value)
    return Power(value)


@attrs.frozen
class Token:
    """A power over one matter, as an account of a ledger holds it.

    One account holds the power to decide, and moving its token moves it. The lesser rights are granted by the one who
    decides, who keeps deciding, and any number of accounts may hold one, each at most once.

    Attributes:
        matter: What is decided, ``"agency_heads"``.
        strength: How far the power reaches, from 1 to 4.

    Raises:
        InvalidValueError: The matter is no identifier, or the strength none of the four.

    Examples:
        >>> Token("agency_heads", Power.CONSENT).resource
        'power:consent:agency_heads'
    """

    matter: str = attrs.field(validator=check_id)
    strength: Power = attrs.field(converter=_strength)

    @property
    def resource(self) -> str:
        """The code by which legs and balances name it."""
        return f"{PREFIX}{self.strength.code}:{self.matter}"

    @property
    def deciding(self) -> Token:
        """The power to decide the same matter."""
        return Token(self.matter, Power.DECIDE)


@lru_cache(maxsize=1_000)
def token_of(resource: str) -> Token | None:
    """Read the code of a resource; ``None`` when it is no power.

    Raises:
        InvalidValueError: It begins like a power and names no strength, or no matter.

    Examples:
        >>> token_of("power:suggest:year_end_grade")
        Token(matter='year_end_grade', strength=<Power.SUGGEST: 1>)
        >>> token_of("staff") is None
        True
    """
    if not resource.startswith(PREFIX):
        return None
    strength, _, matter = resource.removeprefix(PREFIX).partition(":")
    if strength not in _STRENGTHS or not matter:
        raise InvalidValueError(both("token.code", value=repr(resource), known=", ".join(_STRENGTHS)), resource)
    return Token(matter, _STRENGTHS[strength])
