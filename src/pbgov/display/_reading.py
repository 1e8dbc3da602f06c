"""What is given to be shown, read once: several things of one kind, or a refusal that says which kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar, cast

from pbgov.base import both
from pbgov.errors import InvalidValueError

T = TypeVar("T")


def read(given: object, kind: type[T] | tuple[type[T], ...], key: str) -> tuple[T, ...]:
    """Read several things of one kind.

    Args:
        given: The things.
        kind: Their class, or classes.
        key: The sentence that refuses anything else; it names a ``value``.

    Raises:
        InvalidValueError: There is something else among them, or one stands alone.
    """
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise InvalidValueError(both(key, value=type(given).__name__), given)
    held = tuple(cast("Iterable[object]", given))
    for one in held:
        if not isinstance(one, kind):
            raise InvalidValueError(both(key, value=type(one).__name__), one)
    return cast("tuple[T, ...]", held)
