"""Walks over what JSON text or a caller gave, level by level: what is counted here is never counted one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, compress, repeat
from operator import is_
from typing import Any, Final, cast

_FEW: Final = 4_096  # objects that are looked for one by one
_SHORT: Final = 64
_KINDS: Final = 8  # types on one level that are sorted out one after the other
_FREE: Final = 4_000_000  # values that parts held many times over may unfold to, whatever they are
_TIMES: Final = 16  # … and how many times as many as lie in memory


def keys(document: object, objects: int) -> int:
    """Count the keys of all objects in what was parsed.

    Args:
        document: Dicts, lists and plain values.
        objects: How many objects there can be at most. If as many are found near the top there are no others, and
            long lists of plain values need not be looked through.
    """
    if objects <= _FEW:
        found, n = 0, 0
        todo: list[object] = [document]
        for value in todo:
            if isinstance(value, dict):
                held = cast("dict[str, object]", value)
                found, n = found + 1, n + len(held)
                todo += [item for item in held.values() if isinstance(item, dict | list)]
            elif isinstance(value, list) and len(cast("list[object]", value)) <= _SHORT:
                todo += [item for item in cast("list[object]", value) if isinstance(item, dict | list)]
        if found == objects:
            return n
    n = 0
    level: list[object] = [document]
    while level:
        below: list[Iterable[object]] = []
        for kind, values in _by_kind(level):
            if kind is dict:
                n += sum(map(len, cast("list[dict[str, object]]", values)))
                below += map(dict.values, cast("list[dict[str, object]]", values))
            elif kind is list:
                below += cast("list[list[object]]", values)
        level = list(chain.from_iterable(below))
    return n


def unfolds(document: object, deepest: int) -> bool:
    """Tell whether a document holds its parts so many times over that reading it would take far more than it takes up.

    Args:
        document: Any objects; a part may be held in many places, or hold itself.
        deepest: How many levels are read.
    """
    read, held = 0, 0
    seen: set[int] = set()
    level: list[object] = [document]
    for _ in range(deepest):
        below: list[Iterable[object]] = []
        for kind, values in _by_kind(level):
            inside = _inside(kind)
            if inside is None:
                continue
            size = sum(map(len, cast("list[list[object]]", values)))
            fresh = {id(value): value for value in values if id(value) not in seen}
            held += size if len(fresh) == len(values) else sum(map(len, cast("Iterable[list[object]]", fresh.values())))
            read += size
            if read > _FREE + _TIMES * held:
                return True
            seen |= fresh.keys()
            below += map(inside, values)
        level = list(chain.from_iterable(below))
    return False


def _inside(kind: type) -> Callable[[Any], Iterable[object]] | None:
    if issubclass(kind, dict):
        return cast("Callable[[Any], Iterable[object]]", dict.values)
    if issubclass(kind, list | tuple):
        return iter
    return _values if issubclass(kind, Mapping) else None


def _values(mapping: Mapping[Any, object]) -> Iterable[object]:
    return mapping.values()


def _by_kind(values: list[object]) -> Iterable[tuple[type, list[object]]]:
    """Sort values by their type."""
    kinds = set(map(type, values))
    if len(kinds) == 1:
        return [(next(iter(kinds)), values)]
    if len(kinds) <= _KINDS:
        return [(kind, list(compress(values, map(is_, map(type, values), repeat(kind))))) for kind in kinds]
    sorted_: defaultdict[type, list[object]] = defaultdict(list)
    for value in values:
        sorted_[type(value)].append(value)
    return sorted_.items()
