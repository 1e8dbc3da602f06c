"""What is drawn of an organisation: a bounded outline, and how much more stands below each box.

Units stand under their administrative parents and bodies under their hosts. Which boxes there are is settled here once,
so the picture, the Mermaid text and the DOT text show the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from pbgov.base import Table
from pbgov.org._records import Body, Tie, Unit

Key: TypeAlias = tuple[str, str]  # which table, and the identifier there: a unit and a body may share one
Row: TypeAlias = Unit | Body

UNIT: Final = "unit"
BODY: Final = "body"
_LEADERS: Final = 4  # so many leading organisations of one unit are drawn or named
_AT_LEAST: Final = 3  # a branch that is cut short shows so many, or none


@attrs.frozen(kw_only=True)
class Forest:
    """Who stands under whom, and how many in all; made once for a graph.

    Attributes:
        rows: Every unit and body.
        under: The keys directly under one: bodies, then units of a level, then other organisations.
        count: How many stand under each that a root reaches, at any depth.
        roots: The units under none on record.
        adrift: How many units and bodies no root reaches.
    """

    rows: Mapping[Key, Row]
    under: Mapping[Key, Sequence[Key]]
    count: Mapping[Key, int]
    roots: Sequence[Key]
    adrift: int

    @staticmethod
    def of(units: Table[Unit], bodies: Table[Body]) -> Forest:
        """Gather units and bodies, in time linear in their number."""
        rows: dict[Key, Row] = {(BODY, key): body for key, body in bodies.items()}
        rows |= {(UNIT, key): unit for key, unit in units.items()}
        under: defaultdict[Key, list[Key]] = defaultdict(list)
        roots: list[Key] = []
        last: list[tuple[Key | None, Key]] = []
        for key, row in rows.items():
            above = _above(row, rows)
            lost = isinstance(row, Body) and above is None
            if lost or (isinstance(row, Unit) and row.level is None):
                last.append((above, key))
            elif above is None:
                roots.append(key)
            else:
                under[above].append(key)
        for above, key in last:
            (roots if above is None else under[above]).append(key)
        count = _counted(under, roots)
        return Forest(rows=rows, under=under, count=count, roots=roots, adrift=len(rows) - len(count))


def _above(row: Row, rows: Mapping[Key, Row]) -> Key | None:
    """Give what a row stands under, ``None`` where that is not on record."""
    if isinstance(row, Unit):
        key = (UNIT, row.parent) if row.parent is not None else None
        return key if key in rows else None
    return next((key for key in ((UNIT, row.host), (BODY, row.host)) if key in rows), None)


def _counted(under: Mapping[Key, Sequence[Key]], roots: Iterable[Key]) -> dict[Key, int]:
    """Count what stands under each that roots reach."""
    above: dict[Key, Key | None] = dict.fromkeys(roots)
    order = list(above)
    for key in order:
        fresh = [child for child in under.get(key, ()) if child not in above]
        above.update(dict.fromkeys(fresh, key))
        order += fresh
    count = dict.fromkeys(order, 0)
    for key in reversed(order):
        host = above[key]
        if host is not None:
            count[host] += count[key] + 1
    return count


@attrs.frozen(kw_only=True)
class Box:
    """One unit or body that is drawn.

    Attributes:
        row: What it stands for.
        depth: How many boxes stand above it.
        above: The place of the box it stands under; ``None`` for a root.
        leaders: The places of boxes that lead it.
        named: What leads it, by name; its parent only where that is not drawn.
        unnamed: How many lead it besides.
        dual: Whether something other than its parent leads it 双重领导.
        members: How many members a body has.
    """

    row: Row
    depth: int
    above: int | None
    leaders: tuple[int, ...] = ()
    named: tuple[str, ...] = ()
    unnamed: int = 0
    dual: bool = False
    members: int = 0


@attrs.frozen(kw_only=True)
class Rest:
    """What is not drawn under a box, or beside the roots.

    Attributes:
        depth: How many boxes stand above it.
        above: The place of the box; ``None`` for further roots.
        n: How many stand directly under it.
        whole: How many at any depth.
    """

    depth: int
    above: int | None
    n: int
    whole: int


@attrs.frozen(kw_only=True)
class Outline:
    """What is drawn, each box before those under it.

    Attributes:
        items: Boxes and what is left out, in the order of the drawing; ``above`` and ``leaders`` count in it.
        adrift: How many stand in or below a circle of parents, and so under no root.
    """

    items: tuple[Box | Rest, ...]
    adrift: int

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes alone."""
        return tuple(item for item in self.items if isinstance(item, Box))


def outline(forest: Forest, ties: Table[Tie], *, root: Key | None, depth: int | None, limit: int) -> Outline:
    """Choose what to draw, level by level from the top.

    A level that does not fit as a whole is shared out evenly, and what stands below it is counted alone. Roots of no
    level, with nothing under them, come last, as far as there is room. The time is linear in what is drawn, and in what
    stands directly under it.
    """
    roots = forest.roots if root is None else [root]
    stems = [key for key in roots if forest.under.get(key) or getattr(forest.rows[key], "level", None) is not None]
    shown = _chosen(forest, stems[:limit], depth, limit)
    room = limit - len(stems[:limit]) - sum(map(len, shown.values()))
    top, further = _fitting(roots, stems, limit, room)
    count = forest.count if root is None or root in forest.count else _counted(forest.under, roots)
    items: list[Box | Rest] = []
    places: dict[Key, int] = {}
    todo: list[tuple[Key, int, int | None] | Rest] = [(key, 0, None) for key in reversed(top)]
    if further:
        todo.insert(0, Rest(depth=0, above=None, n=len(further), whole=sum(1 + count[key] for key in further)))
    while todo:
        entry = todo.pop()
        if isinstance(entry, Rest):
            items.append(entry)
            continue
        key, down, above = entry
        here = places[key] = len(items)
        items.append(Box(row=forest.rows[key], depth=down, above=above))
        drawn = shown.get(key, ())
        hidden = count[key] - sum(1 + count[child] for child in drawn)
        if hidden:
            beside = min(hidden, len(forest.under[key]) - len(drawn))
            todo.append(Rest(depth=down + 1, above=here, n=beside, whole=hidden))
        todo += [(child, down + 1, here) for child in reversed(drawn)]
    led = tuple(_led(item, forest, ties, places) for item in items)
    return Outline(items=led, adrift=forest.adrift if root is None else 0)


def _fitting(roots: Sequence[Key], stems: Sequence[Key], limit: int, room: int) -> tuple[list[Key], list[Key]]:
    """Divide the roots into those that are drawn and those that are not."""
    stand = set(stems)
    loose = [key for key in roots if key not in stand]
    shown = loose[:room] if room >= min(_AT_LEAST, len(loose)) else []
    return [*stems[:limit], *shown], [*stems[limit:], *loose[len(shown) :]]


def _chosen(forest: Forest, top: Sequence[Key], depth: int | None, limit: int) -> Mapping[Key, Sequence[Key]]:
    """Choose what is drawn directly under each."""
    shown: dict[Key, Sequence[Key]] = {}
    seen = set(top)  # a circle of parents is walked once
    level, room, down = list(top), limit - len(top), 0
    while level and room > 0 and (depth is None or down < depth):
        fresh = {key: [child for child in forest.under.get(key, ()) if child not in seen] for key in level}
        most = _share([len(keys) for keys in fresh.values()], room)
        whole = all(len(keys) <= most for keys in fresh.values())
        shown |= {key: keys[:most] if most >= _AT_LEAST or len(keys) <= most else () for key, keys in fresh.items()}
        level = [child for key in level for child in shown[key]]
        seen.update(level)
        room = room - len(level) if whole else 0
        down += 1
    return shown


def _share(numbers: Sequence[int], room: int) -> int:
    """Give the greatest number that each may show at most so that all have room."""
    low, high = 0, max(numbers, default=0)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(min(n, middle) for n in numbers) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _led(item: Box | Rest, forest: Forest, ties: Table[Tie], places: Mapping[Key, int]) -> Box | Rest:
    """Add what ties say of a box: who leads the unit, how many sit in the body."""
    if isinstance(item, Rest):
        return item
    named = ties.naming("target", item.row.id)
    if isinstance(item.row, Body):
        return attrs.evolve(item, members=len({tie.source for tie in named if tie.kind == "member"}))
    leaders = sorted({tie.source for tie in named if tie.kind == "leads"})
    keys = [next((key for key in ((UNIT, one), (BODY, one)) if key in forest.rows), (UNIT, one)) for one in leaders]
    near = keys[:_LEADERS]
    return attrs.evolve(
        item,
        leaders=tuple(places[key] for key in near if key in places),
        named=tuple(_name(forest, key) for key in near if key not in places or key[1] != item.row.parent),
        unnamed=len(keys) - len(near),
        dual=item.row.parent is not None and any(one != item.row.parent for one in leaders),
    )


def _name(forest: Forest, key: Key) -> str:
    row = forest.rows.get(key)
    return row.name or row.id if row else key[1]
