"""Structural faults: what no pack needs to say, found in one pass. One fault, one finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from pbgov.base import Argument, Finding, Row, Severity, several
from pbgov.model import REFERENCES, TABLES, Jurisdiction
from pbgov.org import Unit, cycles

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


def faults(place: Jurisdiction, unread: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Yield the structural faults of a place; a reference to an unread row is not one."""
    dangling = list(_dangling(place, unread))
    yield from dangling
    yield from _shared_ids(place)
    lost = {finding.subject for finding in dangling if finding.path.startswith("/units/")}
    circles = cycles((u.id, u.parent) for u in place.units.values() if u.parent is not None)
    for circle in circles:
        yield _fault(PARENT_CYCLE, "units", circle[0], "parent", ring=" → ".join((*circle, circle[0])))
    turning = {key for circle in circles for key in circle}
    yield from (f for u in place.units.values() if u.id not in lost | turning for f in _level(place, u, unread))
    yield from _leadership(place)
    yield from _memberships(place)
    yield from _grids(place)


def touched(place: Jurisdiction, found: list[Finding]) -> frozenset[str]:
    """Name what a fault touches: its subject, and the units under a unit whose place is unclear."""
    subjects = {finding.subject for finding in found}
    units = [key for key in subjects if key in place.units]
    return frozenset(subjects.union(*(place.org.subtree(key) for key in units)))


def _fault(code: str, table: str, subject: str, column: str, /, **arguments: Argument) -> Finding:
    return Finding(
        code=code,
        subject=subject,
        aspect=column,
        path=f"/{table}/{subject}/{column}".rstrip("/"),
        severity=Severity.ERROR,
        key=f"structure.{code}",
        arguments=tuple(arguments.items()),
    )


def _dangling(place: Jurisdiction, unread: frozenset[str]) -> Iterator[Finding]:
    for table, columns in REFERENCES.items():
        for column, targets in columns.items():
            known = unread.union(*(place.table(target) for target in targets))
            for row in place.table(table).values():
                lost = sorted({name for name in several(getattr(row, column)) if name not in known})
                if lost:
                    yield _fault(DANGLING, table, row.id, column, table=table, column=column, ids=", ".join(lost))


def _shared_ids(place: Jurisdiction) -> Iterator[Finding]:
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for table in TABLES:
        for key in place.table(table):
            homes[key].append(table)
    for key, tables in sorted(homes.items()):
        if len(tables) > 1:
            yield _fault(SHARED_ID, tables[1], key, "", tables=", ".join(tables))


def _level(place: Jurisdiction, unit: Unit, unread: frozenset[str]) -> Iterator[Finding]:
    if unit.level is None or not place.profile.levels:  # a profile without levels states none
        return
    if unit.level not in place.profile:
        yield _fault(UNKNOWN_LEVEL, "units", unit.id, "level", level=unit.level, profile=place.profile.id)
        return
    level = place.profile[unit.level]
    if unit.parent is None:
        if level.parents:
            yield _fault(ORPHAN, "units", unit.id, "parent", level=level.label, wanted=", ".join(level.parents))
    elif unit.parent not in unread:
        above = place.units[unit.parent].level
        if above not in level.parents:
            wanted = ", ".join(level.parents) or "-"
            yield _fault(
                WRONG_LEVEL,
                "units",
                unit.id,
                "parent",
                level=level.label,
                parent=unit.parent,
                above=above,
                wanted=wanted,
            )


def _leadership(place: Jurisdiction) -> Iterator[Finding]:
    leaders: defaultdict[str, list[str]] = defaultdict(list)
    for tie in place.ties.values():
        if tie.kind == "leads":
            leaders[tie.target].append(tie.id)
    for led, ties in sorted(leaders.items()):
        rows = [place.ties[key] for key in ties]
        clash = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if a.period.overlaps(b.period)]
        if clash:
            names = ", ".join(sorted({tie.source for pair in clash for tie in pair}))
            yield _fault(TWO_LEADERS, "units", led, "leads", leaders=names)
    for circle in cycles((led, place.ties[ties[0]].source) for led, ties in leaders.items() if len(ties) == 1):
        yield _fault(LEADERSHIP_CYCLE, "units", circle[0], "leads", ring=" → ".join((*circle, circle[0])))


def _memberships(place: Jurisdiction) -> Iterator[Finding]:
    for tie in place.ties.values():
        body = place.bodies.get(tie.target)
        if body is not None and body.end is not None and (tie.end is None or tie.end > body.end):
            yield _fault(OUTLIVES, "ties", tie.id, "end", body=body.id, end=body.end)


def _grids(place: Jurisdiction) -> Iterator[Finding]:
    held: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for grid in place.grids.values():
        if grid.neighbourhood not in place.neighbourhoods:
            continue
        known = {building.id for building in place.neighbourhoods[grid.neighbourhood].buildings}
        foreign = sorted(set(grid.members) - known)
        if foreign:
            yield _fault(
                FOREIGN_BUILDING, "grids", grid.id, "members", ids=", ".join(foreign), neighbourhood=grid.neighbourhood
            )
        for member in grid.members:
            held[grid.neighbourhood, member].append(grid)
    twice: Counter[tuple[str, str]] = Counter()
    for (_, member), grids in sorted(held.items()):
        for i, one in enumerate(grids):
            for other in grids[i + 1 :]:
                if one.period.overlaps(other.period) and not twice[one.id, other.id]:
                    twice[one.id, other.id] += 1
                    yield _fault(TWO_GRIDS, "grids", other.id, "members", building=member, grid=one.id)
