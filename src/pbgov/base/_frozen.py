"""A mapping that cannot change, and so hashes; it pickles and keeps its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(Mapping[K, V]):
    """An immutable mapping in the order it was given.

    Examples:
        >>> FrozenMap({"A": 1})["A"]
        1
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V] | None = None) -> None:
        """Copy the items."""
        self._items: dict[K, V] = dict(items or {})

    def __getitem__(self, key: K) -> V:
        """Give the value of a key."""
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        """Iterate over the keys, in order."""
        return iter(self._items)

    def __len__(self) -> int:
        """Count the items."""
        return len(self._items)

    def __hash__(self) -> int:
        """Hash the items whatever their order, as equality asks."""
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        """Show the items."""
        return f"FrozenMap({self._items!r})"
