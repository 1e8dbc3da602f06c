"""What can be wrong with the structure of a record, told one row, unit or transfer at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, TypeAlias

import attrs

from pbgov.base import Argument, Finding, Severity, Text, several
from pbgov.grid import Grid
from pbgov.model import REFERENCES, TABLES, Jurisdiction, Posting, imbalances
from pbgov.org import Tie
from pbgov.validation._labels import RURAL, URBAN, by_code, disagree
from pbgov.validation._leading import circles, clash, joined, overlapping

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
LABELS: Final = "PBS13"

_COLUMNS: Final = {table: frozenset(attrs.fields_dict(kind)) for table, kind in TABLES.items()}
# what thousands of findings say alike
_RURAL_CODE: Final[Sequence[tuple[str, Argument]]] = (("code", RURAL), ("label", URBAN))
_URBAN_CODE: Final[Sequence[tuple[str, Argument]]] = (("code", URBAN), ("label", RURAL))
_UNDATED: Final = Text(zh="不明之日", en="an unknown day")
Key: TypeAlias = tuple[str, str]


@attrs.frozen
class Lost:
    """What bad data kept from the record: a reference to it is no fault.

    Attributes:
        ids: Identifiers of rows that were lost.
        nameless: Tables that lost rows nobody can name.
    """

    ids: Collection[str] = frozenset()
    nameless: Collection[str] = frozenset()


NOTHING_LOST: Final = Lost()


def _fault(
    code: str, table: str, subject: str, aspect: str, /, *shared: tuple[str, Argument], **arguments: Argument
) -> Finding:
    """Make a finding; its path names the aspect where that is a column, and what two labels say is a warning."""
    column = f"/{aspect}" if aspect in _COLUMNS[table] else ""
    return Finding(
        code=code,
        subject=subject,
        aspect=aspect,
        path=f"/{table}/{subject}{column}",
        severity=Severity.WARNING if code == LABELS else Severity.ERROR,
        key=f"structure.{code}",
        arguments=(*arguments.items(), *shared),
    )


def unresolved(place: Jurisdiction, key: Key) -> Iterator[tuple[str, list[str]]]:
    """Yield the columns of a row that name what is not on record, with the names in order."""
    table, name = key
    row = place.table(table).get(name)
    if row is not None:
        for column, targets in REFERENCES.get(table, {}).items():
            tables = [place.table(target) for target in targets]
            names = {one for one in several(getattr(row, column)) if not any(one in held for held in tables)}
            if names:
                yield column, sorted(names)


def dangling(place: Jurisdiction, key: Key, lost: Lost = NOTHING_LOST) -> Iterator[Finding]:
    """Tell what a row names that is not on record."""
    table, name = key
    for column, names in unresolved(place, key):
        found = [one for one in names if one not in lost.ids]
        if found and not any(target in lost.nameless for target in REFERENCES[table][column]):
            yield _fault(DANGLING, table, name, column, table=table, column=column, ids=", ".join(found))


def shared(place: Jurisdiction, key: Key) -> Iterator[Finding]:
    """Tell that an identifier stands in several tables."""
    tables = [table for table in TABLES if key[1] in place.table(table)]
    if len(tables) > 1:
        yield _fault(SHARED_ID, tables[1], key[1], "", tables=", ".join(tables))


def parent_circle(place: Jurisdiction, unit: str) -> tuple[str, ...]:
    """Give the circle of parents that a unit stands in, from its least member on; nothing where it stands in none."""
    way: dict[str, None] = {}
    here: str | None = unit
    while here is not None and here not in way and here in place.units:
        way[here] = None
        here = place.units.cell(here, "parent")
    return from_least(tuple(way)) if way and here == unit else ()


def from_least(circle: tuple[str, ...]) -> tuple[str, ...]:
    """Turn a circle until its least member comes first."""
    least = circle.index(min(circle))
    return (*circle[least:], *circle[:least])


def turning(place: Jurisdiction, key: Key) -> Iterator[Finding]:
    """Tell that a unit stands under itself."""
    circle = parent_circle(place, key[1])
    if circle:
        yield _fault(PARENT_CYCLE, "units", circle[0], "parent", ring=" → ".join((*circle, circle[0])))


def level(place: Jurisdiction, key: Key, in_circle: Callable[[str], object] | None = None) -> Iterator[Finding]:
    """Tell that a unit stands where its level does not allow; a profile without levels states none."""
    unit, levels = place.units.get(key[1]), place.profile.by_code
    if unit is None or unit.level is None or not levels:
        return
    if in_circle(unit.id) if in_circle else parent_circle(place, unit.id):
        return  # what follows from the circle is not told again
    if unit.level not in levels:
        yield _fault(UNKNOWN_LEVEL, "units", unit.id, "level", level=unit.level, profile=place.profile.id)
        return
    own = levels[unit.level]
    if unit.parent is None:
        if own.parents:
            yield _fault(ORPHAN, "units", unit.id, "parent", level=own.label, wanted=", ".join(own.parents))
    elif unit.parent in place.units:  # else it dangles, or was lost
        above = place.units.cell(unit.parent, "level")
        if above not in own.parents and (above is None or above in levels):  # an unknown level is told there
            wanted = ", ".join(own.parents) or "-"
            arguments: dict[str, Argument] = {"level": own.label, "parent": unit.parent, "above": above or "-"}
            yield _fault(WRONG_LEVEL, "units", unit.id, "parent", **arguments, wanted=wanted)


def labels(place: Jurisdiction, key: Key) -> Iterator[Finding]:
    """Tell that the code of a unit and its name say different things of its kind."""
    if key[1] in place.units:
        yield from mislabelled(key[1], place.units.cell(key[1], "name"))


def mislabelled(unit: str, name: str) -> Iterator[Finding]:
    """Tell that a code and a name say different things."""
    if disagree(unit, name):
        said = _RURAL_CODE if by_code(unit) is RURAL else _URBAN_CODE
        yield _fault(LABELS, "units", unit, "name", *said, name=name)


def leading_ties(place: Jurisdiction, led: str, known: Sequence[Tie] | None = None) -> list[Tie]:
    """Give the ties by which something on record is led by something on record; ``known`` are all that may be such."""
    if not place.holds(led):
        return []
    ties = place.ties.naming("target", led) if known is None else known
    return [tie for tie in ties if tie.kind == "leads" and not tie.ended and place.holds(tie.source)]


def home(place: Jurisdiction, key: str) -> str:
    """Give the table in which an identifier stands first."""
    return next(table for table in TABLES if key in place.table(table))


def leaders(place: Jurisdiction, key: Key, known: Sequence[Tie] | None = None) -> Iterator[Finding]:
    """Tell that several lead one thing at once."""
    pairs = clash(leading_ties(place, key[1], known))
    if pairs:
        names = ", ".join(sorted({tie.source for pair in pairs for tie in pair}))
        yield _fault(TWO_LEADERS, home(place, key[1]), key[1], "leads", leaders=names)


def leading_circle(place: Jurisdiction, key: Key) -> Iterator[Finding]:
    """Tell that something is led, in the end, by itself: the circles that it stands in."""
    spans: list[Tie] = []
    todo, seen = [key[1]], {key[1]}
    while todo:
        ties = leading_ties(place, todo.pop())
        if ties and not clash(ties):  # where two lead, it is unclear who does, so no circle can be told
            spans += joined(ties)
            fresh = {tie.source for tie in ties} - seen
            seen |= fresh
            todo += sorted(fresh)
    yield from told_circles(place, (circle for circle in circles(spans) if key[1] in circle))


def told_circles(place: Jurisdiction, found: Iterator[tuple[str, ...]]) -> Iterator[Finding]:
    """Word circles of leadership."""
    for circle in found:
        ring = " → ".join((*circle, circle[0]))
        yield _fault(LEADERSHIP_CYCLE, home(place, circle[0]), circle[0], "leads", ring=ring)


def outliving(place: Jurisdiction, key: Key) -> Iterator[Finding]:
    """Tell that a tie outlives the body it is tied to."""
    tie = place.ties.get(key[1])
    body = None if tie is None or tie.ended else place.bodies.get(tie.target)
    if tie is None or body is None:
        return
    if body.ended and tie.end is None:
        yield _fault(OUTLIVES, "ties", tie.id, "end", body=body.id, end=_UNDATED)
    elif body.end is not None and (tie.end is None or tie.end > body.end):
        yield _fault(OUTLIVES, "ties", tie.id, "end", body=body.id, end=body.end)


def grids(place: Jurisdiction, key: Key) -> Iterator[Finding]:
    """Tell which grids of a neighbourhood hold buildings of another, or buildings that lie in two at once."""
    home_ = place.neighbourhoods.get(key[1])
    if home_ is None:  # it dangles, or was lost
        return
    held: defaultdict[str, list[Grid]] = defaultdict(list)
    for grid in place.grids.naming("neighbourhood", key[1]):
        foreign = [member for member in grid.members if member not in home_.positions]
        if foreign:
            ids = ", ".join(foreign)
            yield _fault(FOREIGN_BUILDING, "grids", grid.id, "members", ids=ids, neighbourhood=home_.id)
        for member in grid.members if not grid.ended else ():
            if member in home_.positions:
                held[member].append(grid)
    told: set[str] = set()
    for member, sharing in sorted(held.items()):
        for pair in overlapping(sharing) if len(sharing) > 1 else ():
            one, other = sorted(grid.id for grid in pair)
            if other not in told:
                told.add(other)
                yield _fault(TWO_GRIDS, "grids", other, "members", building=member, grid=one)


def balance(place: Jurisdiction, key: Key) -> Iterator[Finding]:
    """Tell that a transfer gives what nobody takes, where the record claims to hold all of it."""
    sides: defaultdict[str, list[Posting]] = defaultdict(list)
    postings = place.ledger.naming("transfer", key[1])
    for posting in postings:
        sides[posting.resource].append(posting)
    for (transfer, resource), total in imbalances(postings).items():
        days = [posting.date for posting in sides[resource]]
        after = max(days) + timedelta(days=1) if max(days) < date.max else date.max
        if place.recorded_throughout("ledger", min(days), after):
            first = sides[resource][0].id
            yield _fault(UNBALANCED, "ledger", first, "amount", transfer=transfer, resource=resource, total=total)
