"""Chance that is the same everywhere: one generator for the whole library, splitmix64 and SHAKE-128."""

from __future__ import annotations

from hashlib import shake_128
from struct import unpack
from typing import TYPE_CHECKING, Final, TypeVar

from pbgov.base._messages import both
from pbgov.errors import InvalidValueError

if TYPE_CHECKING:
    import random
    from collections.abc import MutableSequence

T = TypeVar("T")
_MASK: Final = (1 << 64) - 1
_STEP: Final = 0x9E3779B97F4A7C15


class Generator:
    """Whole random numbers from a seed (splitmix64): the same in any process on any platform.

    Args:
        rng: A seed from 0 to 2**64 - 1, or a ``random.Random``, of which exactly one draw of 64 bits is taken.

    Raises:
        InvalidValueError: The seed is no whole number in range.
    """

    __slots__ = ("_state",)

    def __init__(self, rng: int | random.Random) -> None:
        """Start from the seed."""
        # Asked of the class: the module random has a method of this name too, which draws from the system's entropy.
        draw = getattr(type(rng), "getrandbits", None)
        seed = rng if draw is None else draw(rng, 64)
        if type(seed) is not int or not 0 <= seed <= _MASK:
            raise InvalidValueError(both("rng.range", value=rng if type(rng) is int else repr(rng)), rng)
        self._state = seed

    def bits(self) -> int:
        """Draw 64 random bits."""
        self._state = z = (self._state + _STEP) & _MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def many(self, n: int) -> tuple[int, ...]:
        """Draw 64 random bits ``n`` times, all from one draw (SHAKE-128), which takes a tenth of the time."""
        drawn = shake_128(self.bits().to_bytes(8, "little")).digest(8 * n)
        return unpack(f"<{n}Q", drawn)

    def below(self, n: int) -> int:
        """Draw a whole number from 0 to ``n - 1``; ``n`` is at most 2**32."""
        return (self.bits() >> 32) * n >> 32

    def shuffle(self, items: MutableSequence[T]) -> None:
        """Shuffle in place (Fisher-Yates)."""
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]
