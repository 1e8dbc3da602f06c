"""Selectors and measures over a place counted by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pbgov.base import About, Amount, Between, Exact, MoreThan, Row, allocate
from pbgov.errors import UnknownIdError
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import (
    TABLES,
    Document,
    Event,
    Fact,
    Jurisdiction,
    Keeper,
    Path,
    Posting,
    Recorded,
    Rename,
    View,
    needs,
)
from pbgov.org import FOUR_LEVELS, Body, Post, Tie, Unit
from pbgov.packs import NATIONAL
from pbgov.rules import HERE, Concentration, Count, Distinct, Measure, Own, Ratio, Selector, Sum, Values, each, param
from tests.unit.validation.worlds import (
    BASIS,
    ON,
    bodies,
    documents,
    events,
    facts,
    ledger,
    pack,
    place,
    posts,
    ties,
    units,
)

OLD = date(2017, 1, 1)
ROWS: list[Row] = [
    Unit(id="city", kind="prefecture", level="city"),
    Unit(id="c1", kind="district", level="county", parent="city"),
    Unit(id="c2", kind="county", level="county", parent="city"),
    Unit(id="t1", kind="subdistrict", level="township", parent="c1"),
    Unit(id="gone", kind="subdistrict", level="township", parent="c1", end=OLD),
    Unit(id="s1", kind="residents_committee", level="community", parent="t1"),
    Unit(id="office", kind="department", parent="city"),
    Body(id="M", kind="meeting", host="t1"),
    Body(id="G", kind="group", host="M"),
    Body(id="past", kind="meeting", host="t1", end=OLD),
    Post(id="p1", kind="head", unit="t1"),
    Post(id="p2", kind="liaison", unit="t1"),
    Post(id="p3", kind="liaison", unit="t1"),
    Tie(id="m1", kind="member", source="office", target="M"),
    Tie(id="m2", kind="member", source="p1", target="M"),
    Tie(id="m3", kind="member", source="s1", target="M", end=OLD),
    Tie(id="m4", kind="convener", source="office", target="M"),
    Document(id="d", kind="plan", parties=("t1", "s1"), sections=("tasks", "aims")),
    Event(id="e1", kind="regular", subject="M", date=date(2018, 1, 1), attendance=("office", "s1")),
    Event(id="e2", kind="regular", subject="M", date=date(2018, 7, 1)),
    Event(id="e3", kind="special", subject="M", date=date(2017, 12, 31)),
    Event(id="e4", kind="special", subject="M", date=date(2018, 7, 2)),
    Posting(id="k1", account="s1", resource="fund", amount=100, date=date(2018, 2, 1), transfer="t"),
    Posting(id="k2", account="s1", resource="fund", amount=-30, date=date(2018, 3, 1), transfer="t"),
    Posting(id="k3", account="s1", resource="fund", amount=7, date=date(2017, 3, 1), transfer="t"),
    Fact(id="f1", about="s1", amount=Exact(500), unit="residents", basis=BASIS),
    Fact(id="f2", about="s1", amount=MoreThan(99), unit="residents", basis=BASIS),
    Fact(id="f3", about="s1", amount=About(10, 50), unit="households", basis=BASIS),
    Neighbourhood(
        id="N", community="s1", buildings=(Building(id="B1", households=10), Building(id="B2", households=20))
    ),
    Grid(id="G1", neighbourhood="N", members=("B1", "B2")),
]
RULES = pack(level=("county", "township"), two=2)


def view(*, whole: tuple[str, ...] = (), claims: tuple[Recorded, ...] = (), given: Jurisdiction | None = None) -> View:
    return View(given or place(*ROWS, whole=whole, claims=claims), RULES.at(ON), ON, date(2018, 1, 1))


def ids(rows: tuple[Any, ...]) -> list[str]:
    return [row.id for row in rows]


def subject(table: str, key: str) -> Row:
    row: Row = place(*ROWS).table(table)[key]
    return row


class TestSelect:
    @pytest.mark.parametrize(
        ("selector", "start", "expected"),
        [
            (each(units), None, ["c1", "c2", "city", "office", "s1", "t1"]),
            (each(units.level == "county"), None, ["c1", "c2"]),
            (each(units.level != "county"), None, ["city", "office", "s1", "t1"]),
            (each(units.level.is_in(param("level"))), None, ["c1", "c2", "t1"]),
            (each(units.parent == "city"), None, ["c1", "c2", "office"]),
            (each((units.parent == "city") & (units.kind == "county")), None, ["c2"]),
            (each((units.kind == "county") | (units.kind == "district")), None, ["c1", "c2"]),
            (each(~(units.level == "county")), None, ["city", "office", "s1", "t1"]),
            (each(events), None, ["e1", "e2"]),
            (each(ledger.amount > 0), None, ["k1"]),
            (each(ledger.amount >= param("two")), None, ["k1"]),
            (HERE, ("units", "t1"), ["t1"]),
            (HERE.back(bodies.host), ("units", "t1"), ["M"]),
            (HERE.back(posts.unit, posts.kind == "liaison"), ("units", "t1"), ["p2", "p3"]),
            (HERE.back(documents.parties), ("units", "s1"), ["d"]),
            (HERE.back(bodies.host), ("units", "city"), []),
            (HERE.back(ties.target), ("bodies", "M"), ["m1", "m2", "m4"]),
            (HERE.back(ties.target).along(ties.source, "units"), ("bodies", "M"), ["office"]),
            (HERE.back(ties.target).along(ties.source, "posts"), ("bodies", "M"), ["p1"]),
            (HERE.along(documents.parties, "units"), ("documents", "d"), ["t1", "s1"]),
            (HERE.along(events.attendance, "units"), ("events", "e1"), ["office", "s1"]),
            (HERE.along(events.attendance, "units"), ("events", "e2"), []),
            (HERE.up("county"), ("units", "s1"), ["c1"]),
            (HERE.up("county"), ("units", "c1"), ["c1"]),
            (HERE.up("county"), ("units", "city"), []),
            (HERE.up("county"), ("bodies", "M"), []),
            (HERE.down(), ("units", "c1"), ["c1", "t1", "s1"]),
            (HERE.down(units.level == "community"), ("units", "city"), ["s1"]),
            (HERE.down(), ("bodies", "M"), []),
            (HERE.down().back(posts.unit, posts.kind == "head"), ("units", "city"), ["p1"]),
            (each(bodies.kind == "group").along(bodies.host, "bodies"), None, ["M"]),
        ],
    )
    def test_steps(self, selector: Selector, start: tuple[str, str] | None, expected: list[str]) -> None:
        assert ids(view().select(selector, subject(*start) if start else None)) == expected

    def test_the_subject_alone_without_a_subject_is_nothing(self) -> None:
        assert view().select(HERE) == ()

    def test_two_rows_of_one_identifier_in_two_tables_are_two(self) -> None:
        rows: list[Row] = [
            Unit(id="A", kind="k"),
            Body(id="A", kind="k", host="A"),
            Tie(id="T", kind="k", source="A", target="A"),
        ]
        seen = view(given=place(*rows))
        found = seen.select(each(ties).along(ties.source, "units").back(bodies.host))
        assert [type(row) for row in found] == [Body]

    def test_a_column_that_does_not_exist_is_misuse(self) -> None:
        with pytest.raises(UnknownIdError, match="units has no column target"):
            view().select(HERE.along(ties.target, "units"), subject("units", "t1"))

    def test_tables_are_read_once(self) -> None:
        seen = view()
        assert seen.rows("units") is seen.rows("units")


class TestComplete:
    @pytest.mark.parametrize(
        ("selector", "tables"),
        [
            (HERE, []),
            (each(units), ["units"]),
            (HERE.back(ties.target).along(ties.source, "units").up("county"), ["ties"]),
            (HERE.down().back(posts.unit), ["units", "posts"]),
            (each(bodies).back(ties.target), ["bodies", "ties"]),
        ],
    )
    def test_needs(self, selector: Selector, tables: list[str]) -> None:
        assert [table for table, _ in needs(selector)] == tables
        assert view(whole=tuple(tables)).pick(selector).complete
        for table in tables:
            assert not view(whole=tuple(other for other in tables if other != table)).pick(selector).complete

    @pytest.mark.parametrize(
        ("claim", "selector", "expected"),
        [
            (Recorded(table="ties", kind="member"), HERE.back(ties.target, ties.kind == "member"), True),
            (Recorded(table="ties", kind="member"), HERE.back(ties.target), False),
            (Recorded(table="ties", kind="member"), HERE.back(ties.target, ties.kind != "convener"), False),
            (Recorded(table="ties", kind="member"), HERE.back(ties.target, ties.kind.is_in(("member",))), True),
            (Recorded(table="ties", kind="member"), HERE.back(ties.target, ties.kind.is_in(("member", "x"))), False),
            (
                Recorded(table="ties", kind="member"),
                HERE.back(ties.target, (ties.kind == "member") & (ties.source == "a")),
                True,
            ),
            (
                Recorded(table="ties", kind="member"),
                HERE.back(ties.target, (ties.kind == "member") | (ties.source == "a")),
                False,
            ),
            # a stock is claimed for the day, what happens for the whole span up to it
            (Recorded(table="ties", start=ON), HERE.back(ties.target), True),
            (Recorded(table="ties", end=ON), HERE.back(ties.target), False),
            (Recorded(table="events", start=ON), HERE.back(events.subject), False),
            (Recorded(table="events", start=date(2018, 1, 1), end=date(2018, 7, 2)), HERE.back(events.subject), True),
            (Recorded(table="events", start=date(2018, 1, 1), end=ON), HERE.back(events.subject), False),
            (Recorded(table="ledger", start=ON), HERE.back(ledger.account), False),
        ],
    )
    def test_claims_by_kind_and_span(self, claim: Recorded, selector: Selector, expected: bool) -> None:
        assert view(claims=(claim,)).pick(selector).complete is expected

    @pytest.mark.parametrize(("code", "complete"), [("community", True), ("county", False)])
    def test_what_the_figures_rule_out_asks_for_no_claim(self, code: str, *, complete: bool) -> None:
        members = HERE.back(ties.target, (ties.kind == "member") & param("level").has(code))
        assert view().pick(members).complete is complete
        assert (view().claims("ties", param("level").has(code) & (ties.kind == "member"))) is complete

    def test_of_a_unit_that_hangs_in_the_air_the_way_up_is_not_known(self) -> None:
        rows = [Unit(id="A", kind="k", parent="nowhere"), Unit(id="B", kind="k", parent="A"), Unit(id="C", kind="k")]
        seen = view(given=place(*rows))
        assert not seen.pick(HERE.up("city"), rows[1]).complete
        assert seen.pick(HERE.up("city"), rows[2]).complete
        assert not seen.pick(HERE.up("city"), Body(id="M", kind="k", host="A")).complete
        ring = [Unit(id="A", kind="k", parent="B"), Unit(id="B", kind="k", parent="A")]
        assert view(given=place(*ring)).pick(HERE.up("city"), ring[0]).complete


class TestMeasure:
    @pytest.mark.parametrize(
        ("measure", "start", "whole", "partial"),
        [
            (Count(HERE.back(posts.unit)), ("units", "t1"), Exact(3), Between(3, None)),
            (Count(HERE.back(posts.unit)), ("units", "s1"), Exact(0), Between(0, None)),
            (Count(HERE), ("units", "t1"), Exact(1), Exact(1)),
            (Distinct(HERE.back(posts.unit), "kind"), ("units", "t1"), Exact(2), Between(2, None)),
            (Distinct(HERE.back(events.subject), "attendance"), ("bodies", "M"), Between(2, None), Between(2, None)),
            (Distinct(HERE.back(documents.parties), "sections"), ("units", "t1"), Exact(2), Between(2, None)),
            (Sum(HERE.back(ledger.account), "amount"), ("units", "s1"), Between(70, 70), Between(-(2**63), None)),
            (Sum(HERE.back(ledger.account), "amount"), ("units", "t1"), Between(0, 0), Between(-(2**63), None)),
            (Sum(HERE.back(facts.about), "amount"), ("units", "s1"), Between(605, None), Between(605, None)),
            (
                Sum(HERE.back(facts.about, facts.unit == "households"), "amount"),
                ("units", "s1"),
                Between(5, 15),
                Between(5, None),
            ),
            (Own("amount"), ("facts", "f3"), About(10, 50), About(10, 50)),
            (Own("amount"), ("ledger", "k2"), Between(-30, -30), Between(-30, -30)),
            (Own("households"), ("grids", "G1"), Exact(30), Exact(30)),
            (Own("made_up"), ("units", "t1"), Exact(0), Exact(0)),
            (
                Ratio(Count(HERE.back(posts.unit, posts.kind == "liaison")), Count(HERE.back(posts.unit))),
                ("units", "t1"),
                Between(666, 666),
                Between(0, None),
            ),
            (
                Ratio(Count(HERE.back(posts.unit)), Count(HERE.back(posts.unit))),
                ("units", "s1"),
                Between(0, None),
                Between(0, None),
            ),
            (
                Ratio(Sum(HERE.back(ledger.account), "amount"), Count(HERE)),
                ("units", "s1"),
                Between(70_000, 70_000),
                Between(-(2**63), None),
            ),
            (
                Concentration(HERE.back(bodies.host), Count(HERE.back(ties.target))),
                ("units", "t1"),
                Between(0, None),  # another meeting may have more
                Between(0, None),
            ),
            (
                Concentration(HERE.back(posts.unit), Count(HERE.back(ties.source))),
                ("units", "t1"),
                Between(1000, 3000),  # one of three has a tie, and the others may have some
                Between(0, None),
            ),
            (Concentration(HERE.back(posts.unit), Count(HERE)), ("units", "s1"), Between(0, 0), Between(0, None)),
            (
                Concentration(HERE.back(ledger.account), Own("amount")),
                ("units", "s1"),
                Between(-(2**63), None),
                Between(-(2**63), None),
            ),
            (Ratio(Count(HERE), Own("amount")), ("ledger", "k2"), Between(-(2**63), None), Between(-(2**63), None)),
        ],
    )
    def test_measures(self, measure: Measure, start: tuple[str, str], whole: Amount, partial: Amount) -> None:
        tables = ("posts", "events", "ledger", "facts", "documents")
        assert view(whole=tables).measure(measure, subject(*start)) == whole
        assert view().measure(measure, subject(*start)) == partial

    @pytest.mark.parametrize(
        ("loads", "measured"),
        [
            ((Exact(10), Exact(11), Exact(9)), Exact(1100)),
            ((Exact(28), Exact(1), Exact(1)), Exact(2800)),
            ((Exact(1), Exact(1), Exact(5)), Exact(2143)),  # 15 / 7 rounded up: at most 2142 is not kept
            ((Exact(7),), Exact(1000)),
            ((Exact(0), Exact(0)), Exact(0)),
            ((), Exact(0)),
            ((Exact(10), Between(5, 10)), Between(1000, 1334)),
            ((Exact(10), Between(0, 2)), Between(1667, 2000)),
            ((Exact(10), MoreThan(9)), Between(1000, 2000)),
            ((Between(0, 3), Exact(0)), Between(0, 2000)),
        ],
    )
    def test_how_far_the_greatest_stands_out(self, loads: tuple[Amount, ...], measured: Amount) -> None:
        rows: list[Row] = [Unit(id="t1", kind="subdistrict", level="township")]
        for n, load in enumerate(loads):
            rows.append(Post(id=f"p{n}", kind="head", unit="t1"))
            rows.append(Fact(id=f"f{n}", about=f"p{n}", amount=load, unit="weight", basis=BASIS))
        stands_out = Concentration(HERE.back(posts.unit), Sum(HERE.back(facts.about), "amount"))
        given = view(given=place(*rows, whole=("posts", "facts")))
        found = given.measure(stands_out, rows[0])
        assert (found.low, found.high) == (measured.low, measured.high)

    @pytest.mark.parametrize("weights", [(28, 1, 1), (10, 11, 9), (5, 5, 5), (0, 0, 0), (7, 0, 0, 3)])
    def test_an_allocation_says_of_itself_what_is_measured_of_the_record(self, weights: tuple[int, ...]) -> None:
        things = {f"p{n}": weight for n, weight in enumerate(weights)}
        found = allocate(things, things, fixed={thing: thing for thing in things})
        rows: list[Row] = [Unit(id="t1", kind="subdistrict", level="township")]
        for thing, load in found.loads.items():
            rows.append(Post(id=thing, kind="head", unit="t1"))
            rows.append(Fact(id=f"f{thing}", about=thing, amount=Exact(load), unit="weight", basis=BASIS))
        stands_out = Concentration(HERE.back(posts.unit), Sum(HERE.back(facts.about), "amount"))
        measured = view(given=place(*rows, whole=("posts", "facts"))).measure(stands_out, rows[0])
        assert measured.low == measured.high == found.concentration

    def test_a_grid_of_nowhere_has_no_households(self) -> None:
        grid = Grid(id="G2", neighbourhood="nowhere", members=("B1",))
        assert view().measure(Own("households"), grid) == Between(0, None)

    def test_a_grid_is_made_up_of_its_buildings(self) -> None:
        buildings = [
            Building(id="B1", households=10, residents=28, compound="east"),
            Building(id="B2", households=0, compound="east"),
            Building(id="B3", households=20),
        ]
        home = Neighbourhood(id="N", community="s1", buildings=buildings, edges=[("B2", "B3")])
        seen = view(given=place(*ROWS[:6], home))
        grid = Grid(id="G1", neighbourhood="N", members=("B1", "B2", "far"))
        assert [seen.value(grid, name) for name in ("households", "residents", "compounds", "pieces")] == [
            10, 28, ("east",), 2,
        ]  # fmt: skip
        assert seen.value(home, "building_ids") == ("B1", "B2", "B3")
        uncounted = Grid(id="G2", neighbourhood="N", members=("B2", "B3"))
        assert [seen.value(uncounted, name) for name in ("residents", "pieces")] == [None, 1]
        lost = Grid(id="G3", neighbourhood="nowhere", members=("B1",))
        assert [seen.value(lost, name) for name in ("residents", "compounds", "pieces")] == [None] * 3

    def test_a_step_along_what_nobody_recorded_leads_nobody_knows_where(self) -> None:
        seen = view(whole=("units", "events"))
        told, untold = (
            seen.collect(Values(HERE.along(events.attendance, "units"), "kind"), subject("events", name))
            for name in ("e1", "e2")
        )
        assert (told.values, told.complete) == (frozenset({"department", "residents_committee"}), True)
        assert (untold.values, untold.complete) == (frozenset(), False)

    def test_a_value_set_knows_whether_it_is_whole(self) -> None:
        found = view(whole=("events",)).collect(Values(HERE.back(events.subject), "attendance"), subject("bodies", "M"))
        assert (found.values, found.complete) == (frozenset({"office", "s1"}), False)  # of one meeting nobody knows
        found = view(whole=("documents",)).collect(
            Values(HERE.back(documents.parties), "sections"), subject("units", "s1")
        )
        assert (found.values, found.complete) == (frozenset({"tasks", "aims"}), True)


class TestDoubt:
    """What the record does not say is neither picked nor left out."""

    def test_a_row_at_the_end_of_the_way_is_told(self) -> None:
        by_agenda = HERE.back(events.subject, events.agenda.has("x"))
        picked = view(whole=("events",)).pick(by_agenda, subject("bodies", "M"))
        assert (ids(picked.rows), ids(picked.doubtful), picked.sure, picked.complete) == ([], ["e1", "e2"], True, False)

    def test_a_row_on_the_way_makes_the_rest_unsure(self) -> None:
        onwards = each(events.agenda.has("x")).along(events.subject, "bodies")
        picked = view(whole=("events",)).pick(onwards)
        assert (picked.rows, picked.doubtful, picked.sure, picked.complete) == ((), (), False, False)
        straight = view(whole=("events",)).pick(each(events).along(events.subject, "bodies"))
        assert (ids(straight.rows), straight.doubtful, straight.sure, straight.complete) == (["M"], (), True, True)

    def test_what_leads_one_way_for_sure_is_in_no_doubt_another_way(self) -> None:
        # e2 says of nobody who attended, and e1 that the office did; both are reached from s1 and from the office.
        attended = each(units.level == "community").back(events.attendance, events.kind == "regular")
        picked = view(whole=("events", "units")).pick(attended)
        assert (ids(picked.rows), ids(picked.doubtful)) == (["e1"], ["e2"])

    def test_an_unrecorded_attendance_may_name_anybody(self) -> None:
        for kind, expected in (("regular", ["e2"]), ("special", [])):
            selector = HERE.back(events.attendance, events.kind == kind)
            picked = view(whole=("events",)).pick(selector, subject("units", "c2"))
            assert (ids(picked.rows), ids(picked.doubtful), picked.complete) == ([], expected, not expected)

    def test_who_has_no_parent_names_none(self) -> None:
        assert view(whole=("units",)).pick(HERE.back(units.parent), subject("units", "s1")).doubtful == ()


class TestReaching:
    """The same place over a span: what was in force on some day of it, and what happened in it."""

    def test_it_holds_what_has_ended_since(self) -> None:
        assert ids(view().reaching(date(2016, 12, 31)).rows("bodies")) == ["G", "M", "past"]
        assert ids(view().reaching(OLD).rows("bodies")) == ["G", "M"]
        assert ids(view().reaching(date.min).rows("events")) == ["e1", "e2", "e3"]

    def test_it_does_not_hold_what_is_still_to_come(self) -> None:
        later = Body(id="later", kind="meeting", host="t1", start=date(2018, 7, 2))
        today = Body(id="today", kind="meeting", host="t1", start=ON)
        given = place(*ROWS, later, today)
        assert ids(view(given=given).reaching(date(2018, 1, 1)).rows("bodies")) == ["G", "M", "today"]

    def test_it_goes_down_to_units_that_have_ended_since(self) -> None:
        reaching = view().reaching(date(2016, 12, 31))
        assert "gone" in ids(reaching.select(HERE.down(), subject("units", "city")))
        assert "gone" not in ids(view().select(HERE.down(), subject("units", "city")))

    def test_it_is_made_once(self) -> None:
        one = view()
        assert one.reaching(OLD) is one.reaching(OLD)
        assert one.reaching(OLD).since == OLD

    def test_it_asks_for_claims_over_the_whole_span(self) -> None:
        half = view(claims=(Recorded(table="bodies", start=date(2018, 2, 1)),))
        assert half.claims("bodies", None)
        assert not half.reaching(half.since).claims("bodies", None)
        assert half.reaching(date(2018, 2, 1)).claims("bodies", None)


def test_what_a_thing_was_before_is_not_counted_beside_it() -> None:
    meeting = Body(id="M", kind="regional_joint_meeting", host="A", start=date(2017, 1, 1))
    place = Jurisdiction(id="place", profile=FOUR_LEVELS).having(Unit(id="A", kind="office"), meeting)
    renamed = place.apply(Rename("M", "new", on=date(2018, 6, 1))).place
    view = View(renamed, NATIONAL.at(date(2018, 7, 1)), date(2018, 7, 1), date(2018, 1, 1))
    assert len(renamed.bodies) == 2
    assert [row.id for row in view.reaching(view.since).rows("bodies")] == ["M"]


class TestKept:
    """What long ways lead to is kept, and what is measured of it too; each is long here."""

    @pytest.fixture(autouse=True)
    def _every_way_is_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("pbgov.model._view._LONG", -1)

    @staticmethod
    def keeping() -> View:
        return View(place(*ROWS, whole=tuple(TABLES)), RULES.at(ON), ON, date(2018, 1, 1), keeper=Keeper())

    def test_what_a_whole_table_leads_to_is_kept(self) -> None:
        seen, members = self.keeping(), each(ties.kind == "member")
        assert seen.kept(members) is None
        assert seen.measure(Count(members)) == Exact(2)
        kept = seen.kept(members)
        assert kept is not None
        assert "m1" in kept
        assert "m3" not in kept
        assert seen.kept(members, subject("units", "city")) is kept

    def test_what_leads_nowhere_or_up_is_not(self) -> None:
        seen, community = self.keeping(), subject("units", "s1")
        for of in (HERE, HERE.up("city"), HERE.back(events.attendance)):
            seen.pick(of, community)
            assert seen.kept(of, community) is None

    def test_columns_are_added_up_once(self) -> None:
        seen, of = self.keeping(), each(ledger.resource == "fund")
        assert seen.measure(Sum(of, "amount")) == Between(70, 70)
        kept = seen.kept(of)
        assert kept is not None
        total = kept.total(seen, "amount")
        assert kept.total(seen, "amount") is total
        assert kept.bag(seen, "account") is kept.bag(seen, "account")

    def test_a_measure_of_each_row_is_taken_once(self) -> None:
        seen, over, of = self.keeping(), each(units.level == "township"), Count(HERE.back(bodies.host))
        assert seen.measure(Concentration(over, of)) == Between(1000, 1000)
        kept = seen.kept(over)
        assert kept is not None
        assert list(kept.loads) == [id(of)]
        assert seen.loads(over, of, None) == ([Exact(1)], True)
        assert seen.kept(over) is kept


def test_a_path_behind_another_starts_where_it_says() -> None:
    first = Path.of(HERE.back(bodies.host), "units")
    assert first.then(each(units.level == "city")) == Path.of(each(units.level == "city"))
    assert first.then(HERE.back(events.subject)).tables == ("units", "bodies", "events")
