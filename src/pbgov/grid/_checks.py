"""Checks that several values of this room share."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from pbgov.base import Band, both, is_id
from pbgov.errors import InvalidValueError
from pbgov.grid._arithmetic import MOST


def as_ids(name: str, values: Iterable[str], key: str = "grid.not_ids") -> tuple[str, ...]:
    """Give identifiers as a sorted tuple, repeats kept.

    Args:
        name: What they are.
        values: The identifiers.
        key: The sentence about what is none.

    Raises:
        InvalidValueError: One string instead of several, or something that is no identifier.
    """
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InvalidValueError(both(key, name=name, value=repr(values)), name, values)
    listed = tuple(values)
    for value in listed:
        if not isinstance(value, str) or not is_id(value):
            raise InvalidValueError(both("id.shape", name=name, value=repr(value)), name, value)
    return tuple(sorted(listed))


def repeats(ordered: Iterable[str]) -> tuple[str, ...]:
    """Name the identifiers that occur more than once in a sorted sequence, each once."""
    listed = tuple(ordered)
    return tuple(sorted({a for a, b in pairwise(listed) if a == b}))


def as_bounds(households: tuple[int, int] | Band, total: int) -> tuple[int, int]:
    """Give bounds on the households of a grid as two whole numbers, whichever way they are given.

    Args:
        households: Fewest and most, both allowed; of a band either end may be open.
        total: The households of all buildings; a grid without a ceiling holds no more.

    Raises:
        InvalidValueError: They are no two whole numbers in order, or too large.
    """
    ends: object = households
    if isinstance(households, Band):
        low, high = (0 if households.low is None else households.low), households.high
        if high is None and type(low) is int:
            high = max(low, min(MOST, max(1, total)))
        ends = (low, high)
    match ends:
        case (int(low), int(high)) if type(low) is type(high) is int and 0 <= low <= high and 1 <= high <= MOST:
            return low, high
        case _:
            raise InvalidValueError(both("grid.bounds", value=repr(households)), households)


def need_band(name: str, value: object) -> None:
    """Refuse what is no band, or one of other than whole numbers."""
    if not isinstance(value, Band) or any(end is not None and type(end) is not int for end in (value.low, value.high)):
        raise InvalidValueError(both("grid.no_band", name=name, value=repr(value)), value)
