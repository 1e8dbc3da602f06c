"""JSON text in: duplicate keys, NaN and hostile depth are found, not passed over in silence."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Final, cast

import attrs

from pbgov.base import Finding
from pbgov.boundary._problems import problem

_DEPTH: Final = 8
_DIGITS: Final = 100  # more than any number that is let in, and few enough to read at once


@attrs.frozen
class Repeat:
    """An object that has keys twice: the way to it, and the keys."""

    steps: tuple[str | int, ...]
    keys: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Parsed:
    """What JSON text holds.

    Attributes:
        document: The value; of a key that repeats the last is kept.
        repeats: The objects that have keys twice, from the outside in.
        problem: Why the text cannot be read at all.
    """

    document: object = None
    repeats: tuple[Repeat, ...] = ()
    problem: Finding | None = None


class _Repeating(dict[str, object]):
    """An object that has keys twice."""

    twice: tuple[str, ...] = ()


def read_json(text: str | bytes, deepest: int = _DEPTH) -> Parsed:
    """Parse JSON text of a document that goes so deep."""
    repeating: list[_Repeating] = []

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(items)
        if len(made) == len(items):
            return made
        doubtful = _Repeating(made)
        doubtful.twice = tuple(sorted(key for key, n in Counter(key for key, _ in items).items() if n > 1))
        repeating.append(doubtful)
        return doubtful

    try:
        document: object = json.loads(text, object_pairs_hook=pairs, parse_int=_whole)
    except RecursionError:
        return Parsed(problem=problem("PBB13", ""))
    except json.JSONDecodeError as error:
        return Parsed(problem=problem("PBB10", "", line=error.lineno, column=error.colno))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        column = error.start - error.object.rfind(b"\n", 0, error.start)
        return Parsed(problem=problem("PBB10", "", line=line, column=column))
    return Parsed(document=document, repeats=tuple(_repeats(document, deepest)) if repeating else ())


def _whole(digits: str) -> int:
    """Read a number; of an endless one as much as shows that it is out of range."""
    return int(digits[:_DIGITS])


def _repeats(document: object, deepest: int) -> list[Repeat]:
    """Find the objects that have keys twice; what lies deeper than a document goes is refused for that."""
    found: list[Repeat] = []
    todo: list[tuple[tuple[str | int, ...], object]] = [((), document)]
    for steps, value in todo:
        inner: Iterable[tuple[str | int, object]] = ()
        if isinstance(value, dict):
            inner = cast("dict[str, object]", value).items()
            if isinstance(value, _Repeating):
                found.append(Repeat(steps, value.twice))
        elif isinstance(value, list):
            inner = enumerate(cast("list[object]", value))
        if len(steps) < deepest:
            todo += [((*steps, step), item) for step, item in inner if isinstance(item, dict | list)]
    return found
