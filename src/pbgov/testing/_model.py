"""Strategies for places on record and their documents, sound by construction or damaged in one named way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, TypeAlias, TypeVar, cast

import attrs
from hypothesis import strategies as st

from pbgov.base import Row, several
from pbgov.boundary import to_document
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import (
    REFERENCES,
    TABLES,
    Approval,
    Document,
    DutyRequest,
    Event,
    Fact,
    Jurisdiction,
    Posting,
    Process,
    Recorded,
    Waiver,
)
from pbgov.org import FOUR_LEVELS, Body, LevelProfile, Person, Tie, Unit
from pbgov.rules import Act, RulePack
from pbgov.synth import Planted
from pbgov.testing._base import amounts, bases, days, ids, names
from pbgov.testing._org import spans
from pbgov.testing._places import read, sketches, usual_profiles
from pbgov.validation import faults, judge

T = TypeVar("T")
Ids: TypeAlias = "st.SearchStrategy[str] | None"
Damage: TypeAlias = "Callable[[st.DrawFn, Jurisdiction], tuple[Jurisdiction, str, str]]"
Spoil: TypeAlias = "Callable[[st.DrawFn, _Sheet], tuple[str, str, str]]"

_ON: Final = date(2018, 7, 1)
_CODES: Final = ("party", "safety", "service", "regular_meeting", "plenary_meeting")
_LAST: Final = date(2019, 1, 1)
_NOWHERE: Final = "Znowhere"
_NUMBERS: Final = st.integers(0, (1 << 16) - 1)  # made once: what is made while an example is drawn costs far more


@st.composite
def documents(draw: st.DrawFn, elements: Ids = None, *, parties: Ids = None) -> Document:
    """Agreements and plans.

    Args:
        draw: Given by Hypothesis.
        elements: Their identifiers.
        parties: The units or bodies they bind.
    """
    start, end = draw(spans())
    return Document(
        id=draw(ids("D") if elements is None else elements),
        kind=draw(st.sampled_from(("implementation_plan", "joint_building_agreement"))),
        parties=tuple(draw(st.lists(ids("U") if parties is None else parties, max_size=2, unique=True))),
        sections=tuple(draw(st.lists(st.sampled_from(_CODES), max_size=3, unique=True))),
        name=draw(names()),
        start=start,
        end=end,
    )


@st.composite
def events(draw: st.DrawFn, elements: Ids = None, *, subjects: Ids = None) -> Event:
    """Meetings and other events.

    Args:
        draw: Given by Hypothesis.
        elements: Their identifiers.
        subjects: The units or bodies they happen to, that attend them, and that they refer to.
    """
    subject = ids("M") if subjects is None else subjects
    attending = st.lists(subject, max_size=3, unique=True).map(tuple)
    return Event(
        id=draw(ids("E") if elements is None else elements),
        kind=draw(st.sampled_from(("regular_meeting", "special_meeting", "plenary_meeting"))),
        subject=draw(subject),
        date=draw(days()),
        attendance=draw(st.none() | attending),
        agenda=draw(st.none() | st.lists(st.sampled_from(_CODES), max_size=2).map(tuple)),
        refers=draw(st.none() | attending),
        made_up=draw(st.booleans()),
    )


@st.composite
def postings(draw: st.DrawFn, elements: Ids = None, *, accounts: Ids = None) -> Posting:
    """Sides of transfers, given and received.

    Args:
        draw: Given by Hypothesis.
        elements: Their identifiers.
        accounts: Whose accounts.
    """
    return Posting(
        id=draw(ids("K") if elements is None else elements),
        account=draw(ids("U") if accounts is None else accounts),
        resource=draw(st.sampled_from(("staff", "fen_a_year", "power:consent"))),
        amount=draw(st.integers(-1_000, 1_000)),
        date=draw(days()),
        transfer=draw(st.sampled_from(("t1", "t2"))),
    )


@st.composite
def stated_facts(draw: st.DrawFn, elements: Ids = None, *, abouts: Ids = None) -> Fact:
    """Stated numbers, exact or vague.

    Args:
        draw: Given by Hypothesis.
        elements: Their identifiers.
        abouts: The units they speak of.
    """
    start, end = draw(spans())
    return Fact(
        id=draw(ids("F") if elements is None else elements),
        about=draw(ids("U") if abouts is None else abouts),
        amount=draw(amounts()),
        unit=draw(st.sampled_from(("residents", "households"))),
        basis=draw(bases(required=True)),
        start=start,
        end=end,
    )


@st.composite
def waivers(draw: st.DrawFn, elements: Ids = None, *, codes: Ids = None, subjects: Ids = None) -> Waiver:
    """Waivers, each with a reason.

    Args:
        draw: Given by Hypothesis.
        elements: Their identifiers.
        codes: The norms they lift.
        subjects: Whose breaches.
    """
    start, end = draw(spans())
    return Waiver(
        id=draw(ids("W") if elements is None else elements),
        code=draw(st.sampled_from(("XX101", "XX102")) if codes is None else codes),
        subject=draw(ids("U") if subjects is None else subjects),
        reason=draw(names().map("because {}".format)),
        start=start,
        end=end,
    )


@st.composite
def recorded(draw: st.DrawFn, *, tables: Ids = None) -> Recorded:
    """Claims of completeness, for a table or one kind of its rows.

    Args:
        draw: Given by Hypothesis.
        tables: The tables.
    """
    start, end = draw(spans())
    return Recorded(
        table=draw(st.sampled_from(tuple(TABLES)) if tables is None else tables),
        kind=draw(st.none() | st.sampled_from(_CODES)),
        start=start,
        end=end,
    )


def approvals(*, units: Ids = None) -> st.SearchStrategy[Approval]:
    """Approvals of a request by an organ of a unit."""
    organs = st.sampled_from(("party_committee", "government"))
    return st.builds(Approval, organ=organs, unit=ids("U") if units is None else units, on=days())


def duty_requests(elements: Ids = None, *, targets: Ids = None, units: Ids = None) -> st.SearchStrategy[DutyRequest]:
    """Requests to hand a duty down.

    Args:
        elements: Their identifiers.
        targets: The units that are to take the duty.
        units: The units whose organs may approve.
    """
    number = st.integers(0, 9)
    return st.builds(
        DutyRequest,
        id=ids("R") if elements is None else elements,
        duty=st.sampled_from(_CODES),
        target=ids("U") if targets is None else targets,
        start=days(),
        function=st.none() | st.sampled_from(_CODES),
        responsible=st.booleans(),
        approvals=st.lists(approvals(units=units), max_size=2).map(tuple),
        staff_needed=st.none() | number,
        staff_moved=number,
        yuan_needed=st.none() | number,
        yuan_moved=number,
        power_needed=st.none() | st.integers(0, 4),
        power_moved=st.integers(0, 4),
    )


@st.composite
def jurisdictions(
    draw: st.DrawFn,
    elements: st.SearchStrategy[LevelProfile] | None = None,
    *,
    pack: RulePack | None = None,
    on: date = _ON,
    max_units: int = 5,
    max_size: int = 2,
) -> Jurisdiction:
    """Places on record without a structural fault.

    Units stand under one another as the profile allows, every reference leads somewhere, one organisation leads at
    a time and none leads in a circle, no tie outlives its body, grids divide their neighbourhood. With a pack the
    place also breaches nothing on ``on``: claims of completeness, and then rows, are taken from it until that is so.

    Args:
        draw: Given by Hypothesis.
        elements: Their level profiles; by default one of four levels, or any.
        pack: The pack that must find nothing breached.
        on: The day on which it finds nothing.
        max_units: Most units.
        max_size: Most rows of any other table.
    """
    profile = draw(usual_profiles() if elements is None else elements)
    place = read(draw(sketches(max_units, max_size)), profile)
    return place if pack is None else _mended(place, pack, on)


def _mended(place: Jurisdiction, pack: RulePack, on: date) -> Jurisdiction:
    """Take away claims of completeness, then the rows in breach and whatever rests on them."""
    if judge(place, pack, on=on).breached:
        place = attrs.evolve(place, recorded=())
    while breached := judge(place, pack, on=on).breached:
        homes = {place.grids[f.subject].neighbourhood for f in breached if f.path.startswith("/grids/")}
        place = _without(place, [(f.path.split("/")[1], f.subject) for f in breached])
        place = _without(place, [("grids", grid.id) for grid in place.grids.values() if grid.neighbourhood in homes])
    return place


def _without(place: Jurisdiction, rows: Iterable[tuple[str, str]]) -> Jurisdiction:
    while rows:
        for table, key in dict.fromkeys(rows):
            place = place.without(table, key)
        rows = [(f.path.split("/")[1], f.subject) for f in faults(place)]
    return place


def _unit(number: int, **cells: Any) -> Unit:  # noqa: ANN401 - columns of a unit
    return Unit(id=f"Z{number}", kind="department", **cells)


def _pick(draw: st.DrawFn, options: Iterable[T]) -> T | None:
    """Draw one of several, ``None`` where there are none, and now and then all the same."""
    listed = list(options)
    number = draw(_NUMBERS) if listed else 0
    return None if number % (len(listed) + 1) == len(listed) else listed[number % (len(listed) + 1)]


def _dangling(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    cells = [
        (row, column)
        for table, columns in REFERENCES.items()
        for row in place.table(table).values()
        for column in columns
    ]
    row, column = _pick(draw, cells) or (_unit(1), "parent")
    cells_named = several(getattr(row, column))
    listed = isinstance(getattr(row, column), tuple) or column in {"attendance", "refers"}
    if isinstance(row, Process) and column == "actors":  # who is named by the acts
        changed: Row = attrs.evolve(row, acts=(*row.acts, Act(kind="accept", on=_ON, by=_NOWHERE)))
    else:
        changed = attrs.evolve(row, **{column: (*cells_named, _NOWHERE) if listed else _NOWHERE})
    return place.having(changed), row.id, f"{column} names what does not exist"


def _parents_turn(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    unit = _pick(draw, place.units.values()) or _unit(1)
    place = place.having(unit)
    below = draw(st.sampled_from(place.org.subtree(unit.id)))
    chain = place.org.chain(below)
    circle = chain[: chain.index(unit.id) + 1]
    return place.having(attrs.evolve(unit, parent=below)), min(circle), f"a circle of {len(circle)} parents"


def _leaders_turn(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    size = draw(st.integers(1, 3))
    ring = [_unit(number) for number in range(size)]
    start = draw(st.none() | days())
    ties = [
        Tie(id=f"ZT{n}", kind="leads", source=ring[n].id, target=ring[(n + 1) % size].id, start=start)
        for n in range(size)
    ]
    return place.having(*ring, *ties), "Z0", f"a circle of {size} leaders"


def _two_leaders(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    led = _pick(draw, place.units.values()) or _unit(0)
    day = draw(days())
    first = Tie(id="ZT1", kind="leads", source="Z1", target=led.id, end=day + timedelta(days=1))
    second = Tie(id="ZT2", kind="leads", source="Z2", target=led.id, start=day)
    return place.having(led, _unit(1), _unit(2), first, second), led.id, f"two leaders on {day}"


def _wrong_level(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    levelled = [unit for unit in place.units.values() if unit.level is not None]
    unit = _pick(draw, levelled) or _unit(0, level=place.profile.levels[0].code)
    place = place.having(unit)
    below = place.org.subtree(unit.id)
    allowed = place.profile[unit.level or ""].parents
    above = _pick(draw, (u for u in place.units.values() if u.id not in below and u.level not in allowed)) or _unit(1)
    return place.having(above, attrs.evolve(unit, parent=above.id)), unit.id, "under a unit of the wrong level"


def _unknown_level(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    unit = _pick(draw, place.units.values()) or _unit(0)
    return place.having(attrs.evolve(unit, level=_NOWHERE)), unit.id, "of a level the profile does not have"


def _orphan(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    low = [level.code for level in place.profile.levels if level.parents]
    placed = [unit for unit in place.units.values() if unit.level in low]
    unit = _pick(draw, placed) or _unit(0, level=low[0])
    return place.having(attrs.evolve(unit, parent=None)), unit.id, "without its parent"


def _outlives(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    ended = [body.id for body in place.bodies.values() if body.end is not None]
    tie = _pick(draw, (tie for tie in place.ties.values() if tie.target in ended))
    if tie is None:
        place = place.having(_unit(1), Body(id="Z2", kind="rotation_group", host="Z1", end=draw(days(max_value=_LAST))))
        tie = Tie(id="ZT1", kind="member", source="Z1", target="Z2")
    last = place.bodies[tie.target].end or _LAST
    later = draw(st.sampled_from((None, last + timedelta(days=1))))
    return place.having(attrs.evolve(tie, end=later)), tie.id, "outlives its body"


def _divided(place: Jurisdiction) -> tuple[Jurisdiction, Grid]:
    """Add a neighbourhood of one building and its grid."""
    home = Neighbourhood(id="ZN", community="Z1", buildings=(Building(id="B1", households=1),))
    grid = Grid(id="ZG", neighbourhood="ZN", members=("B1",))
    return place.having(_unit(1), home, grid), grid


def _foreign_building(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    grid = _pick(draw, place.grids.values())
    if grid is None:
        place, grid = _divided(place)
    members = (*grid.members, _NOWHERE)
    return place.having(attrs.evolve(grid, members=members)), grid.id, "holds a building of nowhere"


def _two_grids(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    grid = _pick(draw, place.grids.values())
    if grid is None:
        place, grid = _divided(place)
    name = draw(st.sampled_from(("AA", "ZZ")))
    member = draw(st.sampled_from(grid.members))
    other = attrs.evolve(grid, id=name, members=(member,))
    return place.having(other), max(name, grid.id), "holds a building of another grid"


def _shared_id(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    row = _pick(draw, (row for name in TABLES for row in place.table(name).values())) or _unit(1)
    other: Row = Person(id=row.id, category="resident")
    if isinstance(row, Person):
        other = Unit(id=row.id, kind="department")
    return place.having(row, other), row.id, "two tables hold it"


def _unbalanced(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    account = draw(st.sampled_from((*place.units, "Z")))
    day, amount = draw(days()), draw(st.integers(1, 9))
    side = Posting(id="Z1", account=account, resource="staff", amount=amount, date=day, transfer="Z")
    whole = attrs.evolve(place, recorded=(*place.recorded, Recorded(table="ledger")))
    return whole.having(side), side.id, "one side of a transfer"


def _mislabelled(draw: st.DrawFn, place: Jurisdiction) -> tuple[Jurisdiction, str, str]:
    number, name = draw(st.sampled_from((("001", "村委会"), ("200", "社区居委会"), ("399", "居委会"))))
    unit = Unit(id=f"990101001{number}", kind="stationed_unit", name=f"某{name}")
    return place.having(unit), unit.id, "a code and a name that disagree"


_DAMAGES: Final[Mapping[str, Damage]] = {
    "PBS01": _dangling,
    "PBS02": _parents_turn,
    "PBS03": _leaders_turn,
    "PBS04": _two_leaders,
    "PBS05": _wrong_level,
    "PBS06": _unknown_level,
    "PBS07": _orphan,
    "PBS08": _outlives,
    "PBS09": _foreign_building,
    "PBS10": _two_grids,
    "PBS11": _shared_id,
    "PBS12": _unbalanced,
    "PBS13": _mislabelled,
}


@st.composite
def broken(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Jurisdiction] | None = None,
    *,
    codes: Sequence[str] = tuple(_DAMAGES),
) -> tuple[Jurisdiction, Planted]:
    """Places damaged in exactly one named way, which a validator should find, and nothing else.

    Args:
        draw: Given by Hypothesis.
        elements: Sound places, whose rows have no identifier that begins with ``Z``; ``PBS07`` needs a profile in
            which some level stands under another. By default places of four levels.
        codes: The structural faults to draw from.
    """
    place = draw(jurisdictions(st.just(FOUR_LEVELS)) if elements is None else elements)
    code = draw(st.sampled_from(tuple(codes)))
    damaged, subject, what = _DAMAGES[code](draw, place)
    return damaged, Planted(code, subject, what)


class _Sheet:
    """A document while it is being damaged: each table as a list or an object, one person and one posting at least.

    Attributes:
        document: The document.
        text: The text it becomes, where the damage is one of text.
    """

    def __init__(self, draw: st.DrawFn, place: Jurisdiction) -> None:
        """Write the place down."""
        posting: dict[str, Any] = {"account": "Z", "resource": "staff", "amount": 5, "date": "2018-01-01"}
        self.document: dict[str, Any] = json.loads(json.dumps(to_document(place)))
        self.document.setdefault("people", {})["Z1"] = {"category": "resident"}
        self.document.setdefault("ledger", {})["Z2"] = posting | {"transfer": "t"}
        self.document["ledger"]["Z3"] = posting | {"account": "outside", "amount": -5, "transfer": "t"}
        self.text: str | None = None
        for table in self.tables():
            if draw(st.booleans()):
                self.listed(table)

    def tables(self) -> list[str]:
        """Name the tables that have rows."""
        return [table for table in TABLES if table in self.document]

    def listed(self, table: str) -> list[dict[str, Any]]:
        """Give a table as a list, made one if it is none."""
        if isinstance(self.document[table], dict):
            self.document[table] = [{"id": key, **row} for key, row in self.document[table].items()]
        return cast("list[dict[str, Any]]", self.document[table])

    def rows(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Give every row with its pointer and its identifier."""
        rows: list[tuple[str, str, dict[str, Any]]] = []
        for table in self.tables():
            held = self.document[table]
            if isinstance(held, list):
                numbered = enumerate(cast("list[dict[str, Any]]", held))
                rows += [(f"/{table}/{number}", row["id"], row) for number, row in numbered]
            else:
                rows += [(f"/{table}/{key}", key, row) for key, row in held.items()]
        return rows

    def row(self, draw: st.DrawFn) -> tuple[str, str, dict[str, Any]]:
        """Draw a row with its pointer and its identifier."""
        drawn: tuple[str, str, dict[str, Any]] = draw(st.sampled_from(self.rows()))
        return drawn

    def add(self, table: str, key: str, row: dict[str, Any]) -> str:
        """Add a row, and give its pointer."""
        held: dict[str, Any] | list[dict[str, Any]] = self.document.setdefault(table, {})
        if isinstance(held, list):
            held.append({"id": key, **row})
            return f"/{table}/{len(held) - 1}"
        held[key] = row
        return f"/{table}/{key}"


_DAYS: Final = ("start", "end", "date")


def _mistyped(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    cells = [(at, key, row, name) for at, key, row in sheet.rows() for name in row if name not in {*_DAYS, "id"}]
    at, key, row, name = draw(st.sampled_from(cells))
    row[name] = 7 if isinstance(row[name], str) else "seven"
    return f"{at}/{name}", key, "a cell of the wrong type"


def _missing(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    at, key, row = sheet.row(draw)
    needed = [a.name for a in attrs.fields(TABLES[at.split("/")[1]]) if a.default is attrs.NOTHING and a.name in row]
    name = draw(st.sampled_from(needed))
    del row[name]
    return f"{at}/{name}", "" if name == "id" else key, "a cell that must be there is not"


def _unknown_key(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    at, key, row = draw(st.sampled_from([*sheet.rows(), ("", "", sheet.document)]))
    row[_NOWHERE] = 1
    return f"{at}/{_NOWHERE}", key, "a key that no schema knows"


def _malformed(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    texts = [
        (at, key, row, name)
        for at, key, row in sheet.rows()
        for name in row
        if isinstance(row[name], str) and name not in {*_DAYS, "id"}
    ]
    at, key, row, name = draw(st.sampled_from(texts))
    row[name] = draw(st.sampled_from(("a\nb", "\ud800", "a" * 201)))
    return f"{at}/{name}", key, "malformed text"


def _out_of_range(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    cells = [(f"{at}/amount", key, row, "amount") for at, key, row in sheet.rows() if at.startswith("/ledger/")]
    cells += [
        (f"{at}/buildings/{number}/households", key, building, "households")
        for at, key, row in sheet.rows()
        for number, building in enumerate(row.get("buildings", ()))
    ]
    at, key, row, name = draw(st.sampled_from(cells))
    row[name] = draw(st.sampled_from((10**30, -(10**30), 2**53 + 1)))
    return at, key, "a number out of range"


def _no_day(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    at, key, row = sheet.row(draw)
    name = draw(st.sampled_from([day for day in _DAYS if day != "date" or day in row]))
    row[name] = draw(st.sampled_from(("2018-02-30", "yesterday", 20180701, "2018-7-1")))
    return f"{at}/{name}", key, "a day that does not exist"


def _no_choice(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    if draw(st.booleans()):
        sheet.document["recorded"].append({"table": _NOWHERE})
        return f"/recorded/{len(sheet.document['recorded']) - 1}/table", "", "a claim about no table"
    sheet.document["world"] = "imagined"
    return "/world", "", "a world that is none"


def _impossible(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    kind = draw(st.sampled_from(("levels", "grid", "waiver")))
    if kind == "levels":
        sheet.document["profile"]["levels"] *= 2
        return "/profile/levels", "", "levels named twice"
    if kind == "grid":
        return sheet.add("grids", "Z3", {"neighbourhood": "Z1", "members": []}), "Z3", "a grid without buildings"
    return sheet.add("waivers", "Z3", {"code": "X1", "subject": "Z1", "reason": " "}), "Z3", "a waiver without reason"


def _cut(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    text = json.dumps(sheet.document)
    sheet.text = text[: draw(st.integers(0, len(text) - 1))]
    return "", "", "text that breaks off"


def _twice(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    at, key, row = draw(st.sampled_from([*sheet.rows(), ("", "", sheet.document)]))
    name = draw(st.sampled_from(list(row)))
    row["\0"] = row[name]
    sheet.text = json.dumps(sheet.document).replace('"\\u0000"', json.dumps(name))
    return at, key, f"the key {name} twice"


def _no_number(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    at, key, row = sheet.row(draw)
    name = draw(st.sampled_from([name for name in row if name not in {*_DAYS, "id"}]))
    row[name] = draw(st.sampled_from((float("nan"), float("inf"), float("-inf"))))
    return f"{at}/{name}", key, "no number"


def _nested(_draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    sheet.text = json.dumps(sheet.document)[:-1] + ',"units":' + "[" * 100_000 + "]" * 100_000 + "}"
    return "", "", "nested without end"


def _repeated_row(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    table = draw(st.sampled_from(sheet.tables()))
    rows = sheet.listed(table)
    rows.append(draw(st.sampled_from(rows)))
    return f"/{table}/{len(rows) - 1}", rows[-1]["id"], "one row twice"


def _empty_span(draw: st.DrawFn, sheet: _Sheet) -> tuple[str, str, str]:
    at, key, row = sheet.row(draw)
    row |= {"start": "2018-07-01", "end": draw(st.sampled_from(("2018-07-01", "2018-06-30")))}
    return at, key, "a period without a day"


_SPOILS: Final[Mapping[str, Spoil]] = {
    "PBB02": _mistyped,
    "PBB03": _missing,
    "PBB04": _unknown_key,
    "PBB05": _malformed,
    "PBB06": _out_of_range,
    "PBB07": _no_day,
    "PBB08": _no_choice,
    "PBB09": _impossible,
    "PBB10": _cut,
    "PBB11": _twice,
    "PBB12": _no_number,
    "PBB13": _nested,
    "PBB14": _repeated_row,
    "PBB15": _empty_span,
}


@st.composite
def broken_documents(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Jurisdiction] | None = None,
    *,
    codes: Sequence[str] = tuple(_SPOILS),
) -> tuple[dict[str, Any] | str, Planted]:
    """Documents and JSON texts damaged in exactly one named way, which the boundary should find, and nothing else.

    Args:
        draw: Given by Hypothesis.
        elements: The sound places they are written from, without an identifier that begins with ``Z``.
        codes: The findings to draw from.
    """
    sheet = _Sheet(draw, draw(jurisdictions() if elements is None else elements))
    code = draw(st.sampled_from(tuple(codes)))
    at, subject, what = _SPOILS[code](draw, sheet)
    given = json.dumps(sheet.document) if draw(st.booleans()) else sheet.document
    return given if sheet.text is None else sheet.text, Planted(code, subject, what, at)
