"""Judged again after an edit: the edits that reach far, each held to a full pass."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from pbgov.base import Exact, Row, Verdict
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Edit, Event, Fact, Jurisdiction, View, columns
from pbgov.org import Body, Tie, Unit
from pbgov.rules import HERE, Concentration, Count, Distinct, Even, Norm, Own, Payload, RulePack, Sum, Within, each
from pbgov.validation import EVALUATORS, Answer, Checker, judge
from tests.unit.validation.worlds import BASIS, ON, bodies, events, facts, grids, norm, pack, place, ties, units

neighbourhoods = columns("neighbourhoods")
HOSTED = HERE.down().back(bodies.host)
WEIGHT = Sum(HERE.back(ties.target).along(ties.source, "units").back(facts.about, facts.unit == "weight"), "amount")
CITY = each(units.level == "city")
STREETS = 80
FAR = pack(
    norm(Within(of=Count(HERE.down(units.level == "township")), at_least="few"), CITY, code="XX1"),
    norm(
        Within(of=Distinct(HOSTED.back(ties.target, ties.kind == "member"), "source"), at_least="few"), CITY, code="XX2"
    ),
    norm(Within(of=Sum(HERE.down().back(facts.about), "amount"), at_most="few"), CITY, code="XX3"),
    norm(Within(of=Concentration(HOSTED, WEIGHT), at_most="few"), CITY, code="XX4"),
    norm(Even(HOSTED, WEIGHT, at_most="few"), CITY, code="XX5"),
    norm(Even(HOSTED, Count(HERE.back(ties.target)), at_most="few"), CITY, code="XX6"),
    norm(Within(of=Count(HOSTED.back(ties.target).along(ties.source, "units")), at_least="few"), CITY, code="XX7"),
    norm(Within(of=Count(HOSTED.back(ties.target, ties.route == "elected")), at_least="few"), CITY, code="XX8"),
    norm(
        Within(of=Concentration(HERE.down(units.level == "county"), Concentration(HOSTED, WEIGHT)), at_most="few"),
        CITY,
        code="XX9",
    ),
    few=60,
)


def city(streets: int = STREETS) -> Jurisdiction:
    rows: list[Row] = [Unit(id="city", kind="city", level="city"), Unit(id="far", kind="county", level="county")]
    rows += [Unit(id=name, kind="county", level="county", parent="city") for name in ("county", "near")]
    for n in range(streets):
        rows += [
            Unit(id=f"s{n}", kind="street", level="township", parent="county" if n % 4 else "near"),
            Body(id=f"b{n}", kind="meeting", host=f"s{n}"),
            Tie(id=f"t{n}", kind="member", source=f"s{n}", target=f"b{n}", route="elected"),
            Fact(id=f"f{n}", about=f"s{n}", amount=Exact(n), unit="weight", basis=BASIS),
        ]
    rows += [
        Unit(id="away", kind="street", level="township", parent="far"),
        Body(id="abroad", kind="meeting", host="away"),
        Tie(id="unclear", kind="member", source="away", target="abroad"),  # nobody knows by what route
        Tie(id="guest", kind="guest", source="far", target="b0", route="invited"),
        Tie(id="guests", kind="guest", source="abroad", target="b0", route="invited"),  # a body, not a unit
    ]
    return place(*rows, whole=("units", "bodies", "ties", "facts"))


def edit(given: Jurisdiction, table: str, name: str, **cells: object) -> Edit:
    """Change cells of a row; take it out where none are given."""
    row = given.table(table)[name]
    return Edit(table=table, id=name, before=row, after=attrs.evolve(row, **cells) if cells else None)


def held_to_a_full_pass(checker: Checker, rules: RulePack, *edits: Edit) -> Checker:
    checker = checker.edited(edits)
    assert checker.report == judge(checker.place, rules, on=ON)
    return checker


@pytest.mark.parametrize(
    ("table", "name", "cells"),
    [
        ("units", "county", {}),  # all below hangs in the air
        ("units", "county", {"parent": "far"}),
        ("units", "county", {"parent": None}),
        ("units", "s1", {"parent": "far"}),
        ("units", "s1", {"level": "community"}),
        ("units", "s1", {"level": None}),
        ("units", "s1", {}),
        ("units", "city", {"kind": "prefecture"}),
        ("units", "city", {}),
        ("units", "far", {}),
        ("units", "far", {"parent": "city"}),
        ("units", "away", {"parent": "county"}),
        ("ties", "t1", {"route": None}),
        ("bodies", "b1", {"host": "far"}),
        ("bodies", "b1", {}),
        ("bodies", "abroad", {}),
        ("ties", "t1", {"source": "s2"}),
        ("ties", "t1", {"source": "nobody"}),
        ("ties", "t1", {"kind": "liaison"}),
        ("ties", "t1", {"target": "b2"}),
        ("ties", "t1", {}),
        ("facts", "f1", {"amount": Exact(999)}),
        ("facts", "f1", {"about": "far"}),
        ("facts", "f1", {"unit": "yuan"}),
        ("facts", "f1", {}),
    ],
)
def test_a_long_way_is_followed_through_every_edit_of_it_and_back(
    table: str, name: str, cells: dict[str, object]
) -> None:
    given = city()
    start = Checker(given, FAR, on=ON)
    change = edit(given, table, name, **cells)
    after = held_to_a_full_pass(start, FAR, change)
    back = held_to_a_full_pass(after, FAR, Edit(table=table, id=name, before=change.after, after=change.before))
    assert back.report == start.report
    other = held_to_a_full_pass(start, FAR, edit(given, "ties", "t3", source="s4"))  # the same start, another way on
    held_to_a_full_pass(other, FAR, change)


def test_what_one_tie_touches_is_found_without_walking_the_whole_again() -> None:
    given = city()
    start = Checker(given, FAR, on=ON, ignore=("XX9",))  # a share of shares is measured anew
    assert start._state.view.passed > STREETS
    after = start.edited([edit(given, "ties", "t1", source="s2")])
    assert after._state.view.passed == 0
    assert after.edited([edit(given, "facts", "f1", amount=Exact(7))])._state.view.passed == 0


@pytest.mark.parametrize(
    ("name", "cells", "heard"),
    [
        ("t1", {"source": "s2"}, False),
        ("t1", {}, False),
        ("t1", {"kind": "guest"}, True),
        ("guest", {"kind": "member"}, True),
        ("guest", {"source": "s1"}, True),
        ("guest", {}, True),
    ],
)
def test_a_norm_on_some_rows_of_a_whole_table_is_heard_again_only_where_an_edit_is_of_these(
    name: str, cells: dict[str, object], *, heard: bool
) -> None:
    subjects: list[str] = []

    def counting(view: View, norm_: Norm, payload: Payload, subject: Row) -> Iterator[Answer]:
        subjects.append(subject.id)
        yield from EVALUATORS[Within](view, norm_, payload, subject)

    given = city()
    rules = pack(norm(Within(of=Distinct(each(ties.kind == "guest"), "source"), at_least="few"), CITY), few=2)
    change = edit(given, "ties", name, **cells)
    start = Checker(given, rules, on=ON, evaluators={**EVALUATORS, Within: counting})
    subjects.clear()
    assert start.edited([change]).report == held_to_a_full_pass(Checker(given, rules, on=ON), rules, change).report
    assert subjects == ["city"] * heard


def test_a_unit_between_is_none_of_those_below_but_leads_to_them() -> None:
    rows = [
        Unit(id="city", kind="city", level="city"),
        Unit(id="county", kind="county", level="county", parent="city"),
        Unit(id="street", kind="street", level="township", parent="county"),
    ]
    rules = pack(norm(Within(of=Count(HERE.down(units.level == "township")), exactly="one"), CITY), one=1)
    given = place(*rows, whole=("units",))
    checker = held_to_a_full_pass(Checker(given, rules, on=ON), rules, edit(given, "units", "county"))
    assert [finding.verdict for finding in checker.report.findings if finding.code == "XX1"] == [Verdict.BREACHED]


def test_an_event_that_may_refer_to_anything_concerns_every_subject() -> None:
    rows: list[Row] = [Unit(id="u", kind="unit")]
    rows += [Event(id=name, kind=name, subject="u", date=ON, refers=None) for name in ("case", "visit")]
    count = Within(of=Count(HERE.back(events.refers, events.kind == "visit")), at_most="none")
    rules = pack(norm(count, each(events.kind == "case")), none=0)
    given = place(*rows, whole=("events",))
    start = Checker(given, rules, on=ON)
    assert [tally.verdict for tally in start.report.tallies] == [Verdict.UNKNOWN]
    checker = held_to_a_full_pass(start, rules, edit(given, "events", "visit"))
    assert [tally.verdict for tally in checker.report.tallies] == [Verdict.MET]


def test_who_came_to_an_event_may_be_unsaid_after_an_edit() -> None:
    rows: list[Row] = [Unit(id="city", kind="city", level="city")]
    for n in range(STREETS):
        rows.append(Unit(id=f"u{n}", kind="block", parent="city"))
        rows.append(Event(id=f"e{n}", kind="visit", subject="city", date=ON, attendance=(f"u{n}",)))
    came = HERE.down().back(events.attendance)
    rules = pack(
        norm(Within(of=Count(came), exactly="all"), CITY, code="XX1"),
        norm(
            Within(of=Concentration(HERE.down(), Count(HERE.back(events.attendance))), at_most="most"), CITY, code="XX2"
        ),
        all=STREETS,
        most=2000,
    )
    given = place(*rows, whole=("units", "events"))
    start = Checker(given, rules, on=ON)
    assert not start.report.breached
    change = edit(given, "events", "e1", attendance=None)
    after = held_to_a_full_pass(start, rules, change)
    assert len(after.report.unknown) == 2
    held_to_a_full_pass(after, rules, Edit("events", "e1", change.after, change.before))
    held_to_a_full_pass(
        start, rules, Edit("events", "new", None, attrs.evolve(given.events["e1"], id="new", attendance=None))
    )


def test_what_is_summed_over_a_territory_follows_the_buildings() -> None:
    rows: list[Row] = [Unit(id="city", kind="city", level="city")]
    for n in range(STREETS):
        homes = Neighbourhood(id=f"n{n}", community=f"u{n}", buildings=(Building(id="x", households=n),))
        rows += [
            Unit(id=f"u{n}", kind="block", parent="city"),
            homes,
            Grid(id=f"g{n}", neighbourhood=f"n{n}", members=("x",)),
        ]
    total = Sum(HERE.down().back(neighbourhoods.community).back(grids.neighbourhood), "households")
    rules = pack(norm(Within(of=total, exactly="sum"), CITY), sum=STREETS * (STREETS - 1) // 2)
    given = place(*rows, whole=("units", "neighbourhoods", "grids"))
    start = Checker(given, rules, on=ON)
    assert not start.report.breached
    change = edit(given, "neighbourhoods", "n3", buildings=(Building(id="x", households=4),))
    checker = held_to_a_full_pass(held_to_a_full_pass(start, rules), rules, change)
    [finding] = checker.report.breached
    assert finding.measured is not None
    assert finding.measured.low == finding.measured.high == STREETS * (STREETS - 1) // 2 + 1


def test_the_households_of_a_grid_follow_its_buildings() -> None:
    home = Neighbourhood(
        id="n", community="u", buildings=(Building(id="x", households=200), Building(id="y", households=100))
    )
    rules = pack(norm(Within(of=Own("households"), at_least="floor"), each(grids)), floor=200)
    given = place(Unit(id="u", kind="unit"), home, Grid(id="g", neighbourhood="n", members=("x",)), whole=("grids",))
    start = Checker(given, rules, on=ON)
    assert not start.report.breached
    checker = held_to_a_full_pass(start, rules, edit(given, "grids", "g", members=("y",)))
    assert [finding.code for finding in checker.report.breached] == ["XX1"]
