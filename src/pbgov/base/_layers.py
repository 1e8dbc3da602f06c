"""A mapping whose changed copies share what they do not change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")
_GONE: Final[Any] = object()
_FEW: Final = 256  # changes that are not worth laying into a small base


def stacked(layers: Sequence[T], size: Callable[[T], int], join: Callable[[T, T], T]) -> tuple[T, ...]:
    """Join the newest layers, which come first, until each is more than twice as large as the one above it."""
    over = list(layers)
    while len(over) > 1 and size(over[1]) <= 2 * size(over[0]):
        over[:2] = [join(over[1], over[0])]
    return tuple(over)


def is_heavy(changes: int, base: int) -> bool:
    """Tell whether so many changes are worth laying into a base of such a size."""
    return changes > max(_FEW, base // 4)


class Layers(Generic[K, V]):
    """A mapping that never changes: a base, and above it layers of changes, each twice as large as the next.

    Examples:
        >>> one = Layers({"A": 1})
        >>> two = one.edited({"B": 2, "A": None})
        >>> two.get("A"), two.get("B"), one.get("A")
        (None, 2, 1)
    """

    __slots__ = ("_base", "_over")

    def __init__(self, base: Mapping[K, V], over: tuple[Mapping[K, V | None], ...] = ()) -> None:
        """Keep the base."""
        self._base = base
        self._over = over

    def get(self, key: K) -> V | None:
        """Give the value of a key; ``None`` where it has none."""
        for layer in self._over:
            found: V | None = layer.get(key, _GONE)
            if found is not _GONE:
                return found
        return self._base.get(key)

    def edited(self, changes: Mapping[K, V | None]) -> Layers[K, V]:
        """Give a mapping with values put in, or taken out where a change is ``None``."""
        if not changes:
            return self
        over = stacked([changes, *self._over], len, lambda older, newer: {**older, **newer})
        made = Layers(self._base, over)
        return Layers(dict(made.items())) if is_heavy(sum(map(len, over)), len(self._base)) else made

    def items(self) -> Iterator[tuple[K, V]]:
        """Iterate over keys and values."""
        changed: dict[K, V | None] = {}
        for layer in reversed(self._over):
            changed |= layer
        if not changed:
            yield from self._base.items()
            return
        for key, value in self._base.items():
            if key not in changed:
                yield key, value
        for key, put in changed.items():
            if put is not None:
                yield key, put
