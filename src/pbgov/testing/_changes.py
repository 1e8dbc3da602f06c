"""Strategies for changes that a place can undergo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from pbgov.base import several
from pbgov.errors import IllegalEventError, StructureError
from pbgov.model import (
    REFERENCES,
    Appoint,
    Change,
    Dissolve,
    Document,
    Establish,
    Join,
    Jurisdiction,
    Leave,
    Meet,
    Merge,
    Move,
    Put,
    Remove,
    Rename,
    Sign,
    Split,
    Upgrade,
    Vacate,
)
from pbgov.org import Person, Unit
from pbgov.testing._base import days

_FORMS: Final = ("party_branch", "general_branch")
_NUMBER: Final = st.integers(0, (1 << 16) - 1)  # made once: what is made while an example is drawn costs far more


def changes(
    place: Jurisdiction, elements: st.SearchStrategy[date] | None = None, *, lossless: bool = False
) -> st.SearchStrategy[Change]:
    """Changes of every sort that a place can undergo, the simplest first.

    Each names what is in force on its day. A merge or a dissolution may lose something, so that it applies with
    ``lost="report"`` alone, unless ``lossless`` leaves such changes out.

    Args:
        place: The place.
        elements: Their days.
        lossless: Whether only changes are drawn that lose nothing.
    """
    return st.tuples(days() if elements is None else elements, _NUMBER, _NUMBER).map(
        lambda drawn: _chosen(place, *drawn, lossless=lossless)
    )


def _chosen(place: Jurisdiction, day: date, sort: int, number: int, *, lossless: bool) -> Change:
    """Choose a change of a sort, counting round from one that is drawn; where none can be, the simplest."""
    groups = [group for group in _groups(place, day) if group]
    group = groups[sort % len(groups)]
    first = number % len(group)
    turned = (*group[first:], *group[:first])
    return next((one for one in turned if _can(place, one, lossless=lossless)), groups[0][0])


def _can(place: Jurisdiction, change: Change, *, lossless: bool) -> bool:
    """Tell whether a change can be: leadership may come to run in a circle, or a later change be on record."""
    try:
        place.apply(change, lost="refuse" if lossless else "report")
    except (IllegalEventError, StructureError):
        return False
    return True


def _groups(place: Jurisdiction, on: date) -> Iterator[list[Change]]:
    """Yield changes sort by sort; the first always can be."""
    units = [unit for unit in place.units.values() if unit.in_force(on)]
    bodies = [body for body in place.bodies.values() if body.in_force(on)]
    posts = [post for post in place.posts.values() if post.in_force(on)]
    named = "Znew"
    yield [Establish(Unit(id=named, kind="department"), on=on)]
    yield [Establish(Unit(id=named, kind="department", parent=unit.id), on=on) for unit in units]
    yield [Rename(row.id, "改名", on=on) for row in (*units, *bodies, *posts)]
    yield [
        Move(unit.id, other.id, on=on)
        for unit in units
        for other in units
        if other.id != unit.parent and unit.id not in place.org.chain(other.id) and _fits(place, unit, other)
    ]
    yield [Move(body.id, unit.id, on=on) for body in bodies for unit in units if body.host != unit.id]
    yield [Upgrade(unit.id, on=on) for unit in units if unit.kind in _FORMS]
    yield list(_merges(units, on))
    yield list(_splits(place, units, on))
    yield [Dissolve(row.id, on=on) for row in (*posts, *bodies, *units) if row.start != on]
    people = [person for person in place.people.values() if person.in_force(on)]
    yield [Appoint(person.id, post.id, on=on) for person in people for post in posts]
    yield [Appoint("Zperson", post.id, category="resident", on=on) for post in posts]
    yield [Vacate(held.post, held.person, on=on) for held in place.holdings.values() if held.in_force(on)]
    yield [Join(member.id, body.id, on=on) for body in bodies for member in (*units, *posts)]
    ties = [tie for tie in place.ties.values() if tie.target in place.bodies]
    yield [Leave(tie.source, tie.target, kind=tie.kind, on=on) for tie in ties if tie.in_force(on)]
    yield [Meet(row.id, attendance=(row.id,), on=on) for row in (*bodies, *units)]
    yield [Sign(Document(id="Zpact", kind="joint_building_agreement", parties=(unit.id,)), on=on) for unit in units]
    yield [Put(Person(id="Zperson", category="resident"), on=on)]
    yield [Remove(table, key, on=on) for table in ("people", "facts", "waivers") for key in place.table(table)]


def _fits(place: Jurisdiction, unit: Unit, parent: Unit) -> bool:
    """Tell whether the level of a unit may stand under a parent."""
    if unit.level is None or unit.level not in place.profile:
        return unit.level is None
    return parent.level in place.profile[unit.level].parents


def _merges(units: list[Unit], on: date) -> Iterator[Change]:
    """Merge every two of a level, into a new unit or into the first, under their parent or that of the first."""
    alike: defaultdict[str | None, list[Unit]] = defaultdict(list)
    for unit in units:
        alike[unit.level].append(unit)
    for group in alike.values():
        for number, unit in enumerate(group):
            for other in group[number + 1 :]:
                same = unit.parent == other.parent
                said: Mapping[str, Any] = {"parent": None if same else unit.parent, "kind": unit.kind, "on": on}
                if other.start != on and (same or unit.parent is not None):
                    if unit.start != on:
                        yield Merge((unit.id, other.id), "Zmerged", **said)
                    yield Merge((other.id,), unit.id, **said)


def _splits(place: Jurisdiction, units: list[Unit], on: date) -> Iterator[Change]:
    for unit in units:
        if unit.start != on:
            yield Split(unit.id, ("Zone", "Ztwo"), rest="Ztwo", on=on)
            yield Split(unit.id, ("Zone", "Ztwo"), on=on)
        for table, columns in REFERENCES.items():
            for column, targets in columns.items():
                if "units" in targets and column not in {"actors", "refers"}:
                    naming = [row.id for row in place.table(table).values() if unit.id in several(getattr(row, column))]
                    yield from (Split(unit.id, (unit.id, "Zone"), assign={key: "Zone"}, on=on) for key in naming)
