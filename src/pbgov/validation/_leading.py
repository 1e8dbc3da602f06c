"""Who leads whom when: spans that overlap, and circles that close."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, TypeVar

import attrs

from pbgov.base import Row
from pbgov.org import Tie

R = TypeVar("R", bound=Row)
_NEVER: Final = date.max.toordinal() + 1


def clash(ties: Sequence[Tie]) -> list[tuple[Tie, Tie]]:
    """Pair the ties by which different things lead one thing at once."""
    return overlapping(joined(ties)) if len(ties) > 1 else []


def joined(ties: Iterable[Tie]) -> list[Tie]:
    """Join the spans of one leader that overlap: leading twice at once is leading."""
    spans_of: dict[str, list[Tie]] = {}
    for tie in _by_start(ties):
        spans = spans_of.setdefault(tie.source, [])
        if spans and _first(tie) < _last(spans[-1]):
            if _last(tie) > _last(spans[-1]):
                spans[-1] = attrs.evolve(spans[-1], end=tie.end)
        else:
            spans.append(tie)
    return [tie for spans in spans_of.values() for tie in spans]


def overlapping(rows: Iterable[R]) -> list[tuple[R, R]]:
    """Pair every row that overlaps another with one it overlaps, in one sweep over their first days."""
    pairs: list[tuple[R, R]] = []
    longest: R | None = None
    for row in _by_start(rows):
        if longest is not None and _first(row) < _last(longest):
            pairs.append((longest, row))
        if longest is None or _last(row) > _last(longest):
            longest = row
    return pairs


def _by_start(rows: Iterable[R]) -> list[R]:
    return sorted(rows, key=lambda row: (_first(row), row.id))


def _first(row: Row) -> int:
    return 0 if row.start is None else row.start.toordinal()


def _last(row: Row) -> int:
    return _NEVER if row.end is None else row.end.toordinal()


def circles(spans: Sequence[Tie]) -> list[tuple[str, ...]]:
    """Find the circles that stand on some day, each from its least identifier on.

    Everything has one leader at a time, so a circle closes on the first day of a span, and holds what is led then.
    """
    changes = [(_last(tie), False, tie) for tie in spans] + [(_first(tie), True, tie) for tie in spans]
    leader_of: dict[str, str] = {}
    found: dict[tuple[str, ...], None] = {}
    for _, begins, tie in sorted(changes, key=lambda change: (*change[:2], change[2].id)):
        if not begins:
            del leader_of[tie.target]
            continue
        leader_of[tie.target] = here = tie.source
        way = {tie.target: None}
        while here not in way and here in leader_of:
            way[here] = None
            here = leader_of[here]
        if here == tie.target:
            circle = tuple(way)
            least = circle.index(min(circle))
            found[*circle[least:], *circle[:least]] = None
    return list(found)
