"""Where faults may be: one pass over the columns of a record, which passes over all that is plainly in order.

Each screen gives every place at which a fault stands, and may give some at which none does: what is wrong there, if
anything, the same functions tell that are asked after a change.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, compress, pairwise
from typing import Any, Final

from pbgov.base import Finding, Table
from pbgov.model import REFERENCES, TABLES, Jurisdiction
from pbgov.org import Tie, Unit, cycles
from pbgov.validation import _labels
from pbgov.validation._faults import (
    NOTHING_LOST,
    Key,
    Lost,
    balance,
    dangling,
    grids,
    leaders,
    leading_ties,
    level,
    mislabelled,
    outliving,
    shared,
    told_circles,
    turning,
)
from pbgov.validation._leading import circles, clash, joined

_NONE: Final = frozenset({None})
_ROOT: Final = " "  # stands for the level of no parent; no level is called so
_PEELS: Final = 4  # a chain of command is seldom longer


def faults(
    place: Jurisdiction, unread: Collection[str] = frozenset(), nameless: Collection[str] = frozenset()
) -> Iterator[Finding]:
    """Yield the structural faults of a place.

    Args:
        place: The place.
        unread: Identifiers of rows that were lost; a reference to one is no fault.
        nameless: Tables that lost rows nobody can name; a reference into one is no fault either.
    """
    lost = Lost(unread, nameless) if unread or nameless else NOTHING_LOST
    for key in loose(place):
        yield from dangling(place, key, lost)
    for name in _in_several(place):
        yield from shared(place, ("", name))
    doubtful = _misplaced(place)
    rings = _rings(place.units, doubtful)
    inside = {name for ring in rings for name in ring}
    for ring in rings:
        yield from turning(place, ("units", ring[0]))
    for name in doubtful:
        yield from level(place, ("units", name), inside.__contains__)
    units = place.units
    for name, label in _labels.doubtful(units.ids(), units.cells("name")):
        yield from mislabelled(name, label)
    yield from _leadership(place)
    for name in _lasting(place):
        yield from outliving(place, ("ties", name))
    for name in place.neighbourhoods:
        yield from grids(place, ("neighbourhoods", name))
    for name in sorted(place.ledger.distinct("transfer")):
        yield from balance(place, ("ledger", name))


def loose(place: Jurisdiction) -> list[Key]:
    """Give the rows that name what is not on record, in the order of tables and identifiers."""
    found: list[Key] = []
    for table, columns in REFERENCES.items():
        rows: set[str] = set()
        held: Table[Any] = place.table(table)
        for column, targets in columns.items() if held else ():
            left = held.distinct(column)
            for target in _likely_first(held, map(place.table, targets)):
                if len(left) > (None in left):
                    left = target.lacking(left)
            rows.update(held.holding(column, left - _NONE))
        found += [(table, name) for name in sorted(rows)]
    return found


def _likely_first(held: Table[Any], targets: Iterable[Table[Any]]) -> list[Table[Any]]:
    """Put the tables in order in which most names are found first, and leave out those that hold nothing."""
    return sorted(filter(None, targets), key=lambda target: (target is held, -len(target)))


def _in_several(place: Jurisdiction) -> list[str]:
    """Give the identifiers that stand in several tables."""
    tables: list[Table[Any]] = [table for table in map(place.table, TABLES) if table]
    return sorted(frozenset[str]().union(*(one.shared(other) for one, other in combinations(tables, 2))))


def _misplaced(place: Jurisdiction) -> list[str]:
    """Give the units whose level and whose parent's level are no pair that the profile allows."""
    levels, units = place.profile.by_code, place.units
    ids, own, upper = units.ids(), units.cells("level"), units.distinct("parent")
    level_of: dict[str | None, str | None] = {
        name: level for name, level in zip(ids, own, strict=True) if name in upper
    }
    level_of[None] = _ROOT
    above = list(map(level_of.get, units.cells("parent")))
    odd = set(zip(own, above, strict=True))
    odd -= {(code, parent) for code, one in levels.items() for parent in one.parents or (_ROOT,)}
    odd -= {pair for pair in odd if pair[0] is None and pair[1] is not None}
    return sorted(compress(ids, map(odd.__contains__, zip(own, above, strict=True)))) if odd else []


def _rings(units: Table[Unit], doubtful: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Find the circles of parents.

    Where all pairs of levels are allowed, and no unit without a level stands under another, there is none: so each
    circle holds a doubtful unit.
    """
    parents: dict[str, str] = {}
    for name in doubtful:
        here, above = name, units.cell(name, "parent")
        while above is not None and here not in parents:
            parents[here] = above
            here, above = above, units.cell(above, "parent")
    return cycles(parents.items())


def _leadership(place: Jurisdiction) -> Iterator[Finding]:
    """At any time, one organisation leads at most, and leadership runs in no circle."""
    ties: Table[Tie] = place.ties
    leading = [n for n, kind in enumerate(ties.cells("kind")) if kind == "leads"]
    sources, targets, ids = ties.cells("source"), ties.cells("target"), ties.ids()
    led = [targets[n] for n in leading]
    several = _led_at_once(ties, leading, led)
    turning_ = _unpeeled([sources[n] for n in leading], led)
    known: defaultdict[str, list[Tie]] = defaultdict(list)
    for n in compress(leading, map((several | turning_).__contains__, led)):
        known[targets[n]].append(ties[ids[n]])
    for name in sorted(several):
        yield from leaders(place, ("", name), known[name])
    spans: list[Tie] = []
    for name in sorted(turning_):
        held = leading_ties(place, name, known[name])
        if not clash(held):
            spans += joined(held)
    yield from told_circles(place, iter(circles(spans)))


def _led_at_once(ties: Table[Tie], leading: Sequence[int], led: Sequence[str]) -> set[str]:
    """Give what two ties may lead at once: of those of one thing, one begins before the one before it has ended."""
    twice = _repeated(led)
    if not twice:
        return set()
    targets, starts, ends = ties.cells("target"), ties.cells("start"), ties.cells("end")
    known = list(compress(leading, map(twice.__contains__, led)))
    known.sort(key=lambda n: starts[n] or date.min)
    known.sort(key=targets.__getitem__)
    return {
        targets[after]
        for before, after in pairwise(known)
        if targets[before] == targets[after] and (starts[after] or date.min) < (ends[before] or date.max)
    }


def _repeated(names: Sequence[str]) -> set[str]:
    """Give the names that come more than once."""
    seen = set[str]()
    note = seen.add
    return {name for name in names if name in seen or note(name)}


def _lasting(place: Jurisdiction) -> list[str]:
    """Give the ties to bodies that have ended which do not end by then."""
    bodies, ties = place.bodies, place.ties
    dated = zip(bodies.ids(), bodies.cells("end"), bodies.cells("ended"), strict=True)
    ended = {name: end for name, end, undated in dated if end is not None or undated}
    if not ended:
        return []
    targets = ties.cells("target")
    ids, ends = ties.ids(), ties.cells("end")
    return sorted(
        ids[n]
        for n in [n for n, target in enumerate(targets) if target in ended]
        if ends[n] is None or _after(ends[n], ended[targets[n]])
    )


def _after(day: date, end: date | None) -> bool:
    return end is not None and day > end


def _unpeeled(sources: Sequence[str], targets: Sequence[str]) -> set[str]:
    """Give what may be led in a circle: whoever leads nobody is led in none, so it is taken away, layer by layer."""
    for _ in range(_PEELS):
        inner = list(map(set(sources).__contains__, targets))
        if all(inner):
            break
        sources, targets = list(compress(sources, inner)), list(compress(targets, inner))
    return _in_circles(list(zip(sources, targets, strict=True)))


def _in_circles(edges: Sequence[tuple[str, str]]) -> set[str]:
    """Take away what leads nobody that is left, one by one."""
    led_by: dict[str, list[str]] = {}
    leads: Counter[str] = Counter()
    for source, target in edges:
        led_by.setdefault(target, []).append(source)
        leads[source] += 1
    todo = [name for name in led_by if not leads[name]]
    while todo:
        for leader in led_by.pop(todo.pop()):
            leads[leader] -= 1
            if not leads[leader] and leader in led_by:
                todo.append(leader)
    return set(led_by)
