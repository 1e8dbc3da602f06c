"""Checks that several values of this room share."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from pbgov.base import Band, both, is_id
from pbgov.errors import InvalidValueError


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


def need_band(name: str, value: object) -> None:
    """Refuse what is no band, or one of other than whole numbers."""
    if not isinstance(value, Band) or any(end is not None and type(end) is not int for end in (value.low, value.high)):
        raise InvalidValueError(both("grid.no_band", name=name, value=repr(value)), value)
