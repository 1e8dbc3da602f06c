"""A mapping whose changed copies share what they do not change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
_GONE: Final[Any] = object()
_FEW: Final = 256  # changes that are not worth laying into a small base


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
        over = [changes, *self._over]
        while len(over) > 1 and len(over[1]) <= 2 * len(over[0]):
            over[:2] = [{**over[1], **over[0]}]
        made = Layers(self._base, tuple(over))
        return Layers(dict(made.items())) if sum(map(len, over)) > max(_FEW, len(self._base) // 4) else made

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
