"""Checks that several values of this room share."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pbgov.base import both, is_id
from pbgov.errors import InvalidValueError

if TYPE_CHECKING:
    import attrs


def natural(_self: object, attribute: attrs.Attribute[Any], value: int) -> None:
    """Refuse all but a whole number of 0 or more; ``True`` and ``2.0`` are no counts."""
    if type(value) is not int or value < 0:
        raise InvalidValueError(both("count.negative", name=attribute.name, value=repr(value)), attribute.name, value)


def natural_or_none(self: object, attribute: attrs.Attribute[Any], value: int | None) -> None:
    """Refuse all but ``None`` and whole numbers of 0 or more."""
    if value is not None:
        natural(self, attribute, value)


def as_ids(name: str, values: Iterable[str]) -> tuple[str, ...]:
    """Give identifiers as a sorted tuple, repeats kept.

    Raises:
        InvalidValueError: One string instead of several, or something that is no identifier.
    """
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InvalidValueError(both("grid.not_ids", name=name, value=repr(values)), name, values)
    listed = tuple(values)
    for value in listed:
        if not isinstance(value, str) or not is_id(value):
            raise InvalidValueError(both("id.shape", name=name, value=repr(value)), name, value)
    return tuple(sorted(listed))


def repeats(ordered: Iterable[str]) -> tuple[str, ...]:
    """Name the identifiers that occur more than once in a sorted sequence, each once."""
    listed = tuple(ordered)
    return tuple(sorted({a for a, b in pairwise(listed) if a == b}))
