"""Structural faults: what no pack needs to say, found in one pass. One fault, one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, TypeVar

import attrs

from pbgov.base import Argument, Finding, Row, Severity, several
from pbgov.grid import Grid
from pbgov.model import REFERENCES, TABLES, Jurisdiction, Posting, imbalances
from pbgov.org import Level, Tie, Unit, cycles

DANGLING: Final = "PBS01"
PARENT_CYCLE: Final = "PBS02"
LEADERSHIP_CYCLE: Final = "PBS03"
TWO_LEADERS: Final = "PBS04"
WRONG_LEVEL: Final = "PBS05"
UNKNOWN_LEVEL: Final = "PBS06"
ORPHAN: Final = "PBS07"
OUTLIVES: Final = "PBS08"
FOREIGN_BUILDING: Final = "PBS09"
TWO_GRIDS: Final = "PBS10"
SHARED_ID: Final = "PBS11"
UNBALANCED: Final = "PBS12"

R = TypeVar("R", bound=Row)
_COLUMNS: Final = {table: frozenset(attrs.fields_dict(kind)) for table, kind in TABLES.items()}
_NEVER: Final = date.max.toordinal() + 1
_PLACING: Final = frozenset({"parent", "level"})  # the columns that say where a unit stands


def faults(
    place: Jurisdiction, unread: Collection[str] = frozenset(), nameless: Collection[str] = frozenset()
) -> Iterator[Finding]:
    """Yield the structural faults of a place.

    Args:
        place: The place.
        unread: Identifiers of rows that were lost; a reference to one is no fault.
        nameless: Tables that lost rows nobody can name; a reference into one is no fault either.
    """
    dangling = [
        _fault(DANGLING, table, row.id, column, table=table, column=column, ids=", ".join(found))
        for table, column, row, names in _unresolved(place)
        if (found := [name for name in names if name not in unread])
        and not any(target in nameless for target in REFERENCES[table][column])
    ]
    yield from dangling
    yield from _shared_ids(place)
    circles = cycles((u.id, u.parent) for u in place.units.values() if u.parent is not None)
    for circle in circles:
        yield _fault(PARENT_CYCLE, "units", circle[0], "parent", ring=" → ".join((*circle, circle[0])))
    yield from _levels(place, {key for circle in circles for key in circle})
    yield from _leadership(place)
    yield from _memberships(place)
    yield from _grids(place)
    yield from _ledger(place)


def touched(place: Jurisdiction, found: Iterable[Finding]) -> frozenset[str]:
    """Name what a fault touches.

    That is its subject, whatever names a row that is not there, and all units under one whose place is unclear.
    """
    named = list(found)
    reached = {finding.subject for finding in named}
    todo = [finding.subject for finding in named if finding.aspect in _PLACING and finding.subject in place.units]
    for table, column, row, _ in _unresolved(place):
        reached.add(row.id)
        if table == "units" and column in _PLACING:
            todo.append(row.id)
    below: set[str] = set()
    while todo:
        unit = todo.pop()
        if unit not in below:
            below.add(unit)
            todo += place.org.children(unit)
    return frozenset(reached | below)


def _fault(code: str, table: str, subject: str, aspect: str, /, **arguments: Argument) -> Finding:
    """Make a finding; its path names the aspect where that is a column."""
    column = f"/{aspect}" if aspect in _COLUMNS[table] else ""
    return Finding(
        code=code,
        subject=subject,
        aspect=aspect,
        path=f"/{table}/{subject}{column}",
        severity=Severity.ERROR,
        key=f"structure.{code}",
        arguments=tuple(arguments.items()),
    )


def _unresolved(place: Jurisdiction) -> Iterator[tuple[str, str, Row, list[str]]]:
    """Yield each cell that names what is not on record: table, column, row, and the names."""
    for table, columns in REFERENCES.items():
        for column, targets in columns.items():
            known = frozenset[str]().union(*(place.table(target) for target in targets))
            for row in place.table(table).values():
                lost = sorted({name for name in several(getattr(row, column)) if name not in known})
                if lost:
                    yield table, column, row, lost


def _shared_ids(place: Jurisdiction) -> Iterator[Finding]:
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for table in TABLES:
        for key in place.table(table):
            homes[key].append(table)
    for key, tables in sorted(homes.items()):
        if len(tables) > 1:
            yield _fault(SHARED_ID, tables[1], key, "", tables=", ".join(tables))


def _levels(place: Jurisdiction, turning: Collection[str]) -> Iterator[Finding]:
    """Judge where each unit stands; a profile without levels states none."""
    levels = {level.code: level for level in place.profile.levels}
    if levels:
        for unit in place.units.values():
            if unit.level is not None and unit.id not in turning:
                yield from _level(place, unit, unit.level, levels)


def _level(place: Jurisdiction, unit: Unit, code: str, levels: Mapping[str, Level]) -> Iterator[Finding]:
    if code not in levels:
        yield _fault(UNKNOWN_LEVEL, "units", unit.id, "level", level=code, profile=place.profile.id)
        return
    level = levels[code]
    if unit.parent is None:
        if level.parents:
            yield _fault(ORPHAN, "units", unit.id, "parent", level=level.label, wanted=", ".join(level.parents))
    elif unit.parent in place.units:  # else it dangles, or was lost
        above = place.units[unit.parent].level
        if above not in level.parents and (above is None or above in levels):  # an unknown level is reported there
            yield _fault(
                WRONG_LEVEL,
                "units",
                unit.id,
                "parent",
                level=level.label,
                parent=unit.parent,
                above=above or "-",
                wanted=", ".join(level.parents) or "-",
            )


def _leadership(place: Jurisdiction) -> Iterator[Finding]:
    """At any time, one organisation leads at most, and leadership runs in no circle."""
    table_of = {key: name for name in reversed(tuple(TABLES)) for key in place.table(name)}
    ties: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in place.ties.values():
        if tie.kind == "leads" and tie.target in table_of and tie.source in table_of:
            ties[tie.target].append(tie)
    spans: list[Tie] = []
    for led in sorted(ties):
        joined = _joined(ties[led])
        clash = _overlapping(joined)
        if clash:
            names = ", ".join(sorted({tie.source for pair in clash for tie in pair}))
            yield _fault(TWO_LEADERS, table_of[led], led, "leads", leaders=names)
        else:  # where two lead, it is unclear who does, so no circle can be told
            spans += joined
    for circle in _circles(spans):
        ring = " → ".join((*circle, circle[0]))
        yield _fault(LEADERSHIP_CYCLE, table_of[circle[0]], circle[0], "leads", ring=ring)


def _joined(ties: Iterable[Tie]) -> list[Tie]:
    """Join the spans of one leader that overlap: leading twice at once is leading."""
    joined: dict[str, list[Tie]] = {}
    for tie in _by_start(ties):
        spans = joined.setdefault(tie.source, [])
        if spans and _first(tie) < _last(spans[-1]):
            if _last(tie) > _last(spans[-1]):
                spans[-1] = attrs.evolve(spans[-1], end=tie.end)
        else:
            spans.append(tie)
    return [tie for spans in joined.values() for tie in spans]


def _overlapping(rows: Iterable[R]) -> list[tuple[R, R]]:
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


def _circles(spans: Sequence[Tie]) -> list[tuple[str, ...]]:
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


def _memberships(place: Jurisdiction) -> Iterator[Finding]:
    for tie in place.ties.values():
        if tie.target in place.bodies:
            body = place.bodies[tie.target]
            if body.end is not None and (tie.end is None or tie.end > body.end):
                yield _fault(OUTLIVES, "ties", tie.id, "end", body=body.id, end=body.end)


def _grids(place: Jurisdiction) -> Iterator[Finding]:
    buildings = {home.id: home.positions for home in place.neighbourhoods.values()}
    held: defaultdict[tuple[str, str], list[Grid]] = defaultdict(list)
    for grid in place.grids.values():
        known = buildings.get(grid.neighbourhood)
        if known is None:  # the neighbourhood dangles, or was lost
            continue
        foreign = [member for member in grid.members if member not in known]
        if foreign:
            ids = ", ".join(foreign)
            yield _fault(FOREIGN_BUILDING, "grids", grid.id, "members", ids=ids, neighbourhood=grid.neighbourhood)
        for member in grid.members:
            if member in known:
                held[grid.neighbourhood, member].append(grid)
    told: set[str] = set()
    for (_, member), grids in sorted(held.items()):
        for pair in _overlapping(grids) if len(grids) > 1 else ():
            one, other = sorted(grid.id for grid in pair)
            if other not in told:
                told.add(other)
                yield _fault(TWO_GRIDS, "grids", other, "members", building=member, grid=one)


def _ledger(place: Jurisdiction) -> Iterator[Finding]:
    """What a transfer gives, it takes: its postings sum to zero where the record claims to hold them all."""
    sides: defaultdict[tuple[str, str], list[Posting]] = defaultdict(list)
    for posting in place.ledger.values():
        sides[posting.transfer, posting.resource].append(posting)
    for (transfer, resource), total in imbalances(place.ledger.values()).items():
        days = [posting.date for posting in sides[transfer, resource]]
        after = max(days) + timedelta(days=1) if max(days) < date.max else date.max
        if place.recorded_throughout("ledger", min(days), after):
            first = sides[transfer, resource][0].id
            yield _fault(UNBALANCED, "ledger", first, "amount", transfer=transfer, resource=resource, total=total)
