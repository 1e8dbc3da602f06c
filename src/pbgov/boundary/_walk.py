"""Walks over what JSON text or a caller gave, level by level: what is counted here is never counted one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, Final, cast

_dict_values: Final[Callable[[Any], Iterable[object]]] = cast("Any", dict).values
_HOLDERS: Final[tuple[type, ...]] = (dict, list, tuple, Mapping)
_KINDS: Final = 8  # types on one level that are sorted out one after the other
_FREE: Final = 1_000_000  # values that parts held many times over may unfold to, whatever they are
_LONG: Final = 4_096
_TIMES: Final = 16  # … and how many times as many as lie in memory


def keys(document: object, objects: int) -> int:
    """Count the keys of all objects in what was parsed.

    Args:
        document: Dicts, lists and plain values.
        objects: How many objects there can be at most; once as many are found, no more is looked through.
    """
    found, n = 0, 0
    level: list[object] = [document]
    put_off: list[list[object]] = []  # columns of plain values: they may never have to be looked through
    while found < objects and (level or put_off):
        if not level:
            level, put_off = list(chain.from_iterable(put_off)), []
        dicts, lists = list[dict[str, object]](), list[list[object]]()
        for kind, values in _containers(level):
            if kind is dict:
                dicts = cast("list[dict[str, object]]", values)
            else:
                lists = cast("list[list[object]]", values)
        found, n = found + len(dicts), n + sum(map(len, dicts))
        if found < objects:
            put_off += [one for one in lists if len(one) > _LONG]
            short = (one for one in lists if len(one) <= _LONG)
            level = [*chain.from_iterable(map(_dict_values, dicts)), *chain.from_iterable(short)]
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
        for kind, values in _containers(level):
            size = sum(map(len, cast("list[list[object]]", values)))
            fresh = {id(value): value for value in values if id(value) not in seen}
            held += size if len(fresh) == len(values) else sum(map(len, cast("Iterable[list[object]]", fresh.values())))
            read += size
            if read > _FREE + _TIMES * held:
                return True
            seen |= fresh.keys()
            below.append(chain.from_iterable(map(_inside(kind), values)))
        level = list(chain.from_iterable(below))
    return False


def _inside(kind: type) -> Callable[[Any], Iterable[object]]:
    return _dict_values if issubclass(kind, dict) else iter if issubclass(kind, list | tuple) else _values


def _values(mapping: Mapping[Any, object]) -> Iterable[object]:
    return mapping.values()


def _containers(values: list[object]) -> Iterable[tuple[type, list[object]]]:
    """Sort out what holds something, by its type."""
    kinds = set(map(type, values))
    wanted: list[type] = [kind for kind in kinds if issubclass(kind, _HOLDERS)]
    if len(kinds) == 1:
        return [(kind, values) for kind in wanted]
    if len(wanted) <= _KINDS:
        return [(kind, [value for value in values if type(value) is kind]) for kind in wanted]
    sorted_: defaultdict[type, list[object]] = defaultdict(list)
    for value in values:
        sorted_[type(value)].append(value)
    return [(kind, sorted_[kind]) for kind in wanted]
