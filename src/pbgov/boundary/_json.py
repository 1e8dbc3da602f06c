"""JSON text in: duplicate keys, NaN and hostile depth are found, not passed over in silence.

Text is parsed by pydantic's parser, which keeps the last of two equal keys in silence. Whether there were any shows in
a count: behind each key stands a colon, and other colons stand inside texts. So if as many keys were read as there are
colons, or colons right behind a quotation mark, none was lost; only if fewer were is the text parsed again, and slowly.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Final, cast

import attrs
from pydantic_core import from_json

from pbgov.base import Finding
from pbgov.boundary._problems import problem
from pbgov.boundary._walk import keys

_DEPTH: Final = 8
_DIGITS: Final = 640  # more than any number that is let in, and few enough for the strictest Python to read
_SPACES: Final = " \t\n\r"  # what may stand between a key and its colon
_UNSURE: Final = object()


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
    document = _once(text)
    return _twice(text, deepest) if document is _UNSURE else Parsed(document=document)


def _once(text: str | bytes) -> object:
    """Parse text if it is surely sound and no object surely has a key twice."""
    try:
        document: object = from_json(text)
    except (TypeError, ValueError):  # what is wrong with it, and where, the other parser says
        return _UNSURE
    read = keys(document, _count(text, "{"))
    if _count(text, ":") == read:
        return document
    spaced = any(_count(text, space + ":") for space in _SPACES)
    return _UNSURE if spaced or _count(text, '":') != read else document


def _count(text: str | bytes, sign: str) -> int:
    return text.count(sign) if isinstance(text, str) else text.count(sign.encode())


def _twice(text: str | bytes, deepest: int) -> Parsed:
    """Parse text, and find what is wrong with it."""
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
