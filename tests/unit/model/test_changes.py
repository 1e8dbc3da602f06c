"""Changes at their edges: what follows, what is refused and why, and what a diff says."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import pytest

import pbgov
from pbgov.base import Assumption, Exact, Period, Row, Text
from pbgov.errors import IllegalEventError, InvalidValueError, StructureError, UnknownIdError
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import (
    Appoint,
    Change,
    Diff,
    DiffItem,
    Dissolve,
    Document,
    DutyRequest,
    Edit,
    Establish,
    Event,
    Fact,
    Join,
    Jurisdiction,
    Leave,
    Meet,
    Merge,
    Move,
    Moved,
    Posting,
    Process,
    Put,
    Remove,
    Rename,
    Sign,
    Split,
    Step,
    Upgrade,
    Vacate,
    Waiver,
    diff,
)
from pbgov.org import FOUR_LEVELS, Body, Holding, Person, Post, Tie, Unit
from pbgov.packs import JIXI
from pbgov.rules import Act, DutyItem, DutyList
from pbgov.validation import faults, judge, replay

ON = date(2018, 7, 1)
BEFORE, LATER = ON - timedelta(days=1), ON + timedelta(days=30)
GROUND = Assumption(Text(zh="示例", en="example"))
ROWS: tuple[Row, ...] = (
    Unit(id="city", kind="prefecture", level="city"),
    Unit(id="east", kind="city_district", level="county", parent="city", name="东区"),
    Unit(id="west", kind="city_district", level="county", parent="city"),
    Unit(id="oak", kind="subdistrict", level="township", parent="east"),
    Unit(id="elm", kind="subdistrict", level="township", parent="east", end=date(2030, 1, 1)),
    Unit(id="ash", kind="subdistrict", level="township", parent="west"),
    Unit(id="oak-1", kind="residents_committee", level="community", parent="oak"),
    Unit(id="elm-1", kind="residents_committee", level="community", parent="elm"),
    Unit(id="mill", kind="stationed_unit"),
    Unit(id="branch", kind="party_branch", parent="oak-1"),
    Unit(id="young", kind="subdistrict", level="township", parent="east", start=ON),
    Unit(id="gone", kind="subdistrict", level="township", parent="east", end=date(2015, 1, 1)),
    Body(id="meeting", kind="regional_joint_meeting", host="oak"),
    Body(id="council", kind="regional_joint_meeting", host="city", end=date(2025, 1, 1)),
    Post(id="head", kind="head", unit="oak"),
    Post(id="clerk", kind="liaison", unit="elm"),
    Person(id="x", category="resident"),
    Person(id="y", category="resident"),
    Holding(id="h", post="head", person="x"),
    Holding(id="h2", post="clerk", person="y", concurrent="head"),
    Tie(id="t-oak", kind="member", source="oak", target="council", end=date(2025, 1, 1)),
    Tie(id="t-elm", kind="member", source="elm", target="council", end=date(2025, 1, 1)),
    Tie(id="t-mill", kind="seated_in", source="mill", target="oak", start=date(2018, 1, 1)),
    Tie(id="t-past", kind="seated_in", source="mill", target="elm", end=date(2018, 1, 1)),
    Tie(id="t-plan", kind="serves", source="mill", target="elm", start=LATER),
    Tie(id="t-led", kind="leads", source="city", target="oak"),
    Neighbourhood(id="n", community="oak-1", buildings=[Building(id="b", households=9)]),
    Grid(id="g", neighbourhood="n", members=["b"]),
    DutyList(id="list", kind="work_item_list", owner="oak"),
    DutyItem(id="item", list="list", category="visits", post="head", department="mill"),
    Document(id="pact", kind="joint_building_agreement", parties=("oak", "elm", "mill")),
    Event(id="met", kind="regular_meeting", subject="oak", date=BEFORE, attendance=("oak", "elm")),
    Event(id="meets", kind="regular_meeting", subject="oak", date=ON, attendance=("oak", "elm")),
    Process(id="case", kind="case", subject="oak", owner="elm", acts=(Act(kind="accept", on=BEFORE, by="oak"),)),
    Posting(id="k1", account="oak", resource="staff", amount=3, date=date(2018, 1, 1), transfer="t"),
    Posting(id="k2", account="city", resource="staff", amount=-3, date=date(2018, 1, 1), transfer="t"),
    Posting(
        id="k3", account="oak", resource="fen", amount=9, date=date(2018, 2, 1), transfer="u", start=date(2018, 2, 1),
        end=date(2019, 2, 1),
    ),
    Posting(
        id="k4", account="city", resource="fen", amount=-9, date=date(2018, 2, 1), transfer="u",
        start=date(2018, 2, 1), end=date(2019, 2, 1),
    ),
    Posting(id="k5", account="elm", resource="staff", amount=1, date=LATER, transfer="v"),
    Posting(id="k6", account="city", resource="staff", amount=-1, date=LATER, transfer="v"),
    Fact(id="fact", about="elm", amount=Exact(7), unit="residents", basis=GROUND),
    Waiver(id="waived", code="JX207", subject="oak", reason="a new subdistrict"),
)  # fmt: skip
PLACE = Jurisdiction(id="place", profile=FOUR_LEVELS).having(*ROWS)
MERGE = Merge(["oak", "elm"], "park", on=ON, name="公园街道")


def apply(change: Change, place: Jurisdiction = PLACE) -> Step:
    return place.apply(change, lost="report")


def said(step: Step, before: Jurisdiction = PLACE) -> list[str]:
    return diff(before, step.place).in_("en").splitlines()


def test_the_place_is_sound() -> None:
    assert list(faults(PLACE)) == []


class TestMerge:
    def test_the_whole_record_follows(self) -> None:
        step = PLACE.apply(MERGE)
        place = step.place
        assert step.lost == ()
        assert list(faults(place)) == []
        park = place.units["park"]
        assert (park.parent, park.kind, park.level, park.name, park.period) == (
            "east", "subdistrict", "township", "公园街道", Period(ON, None)
        )  # fmt: skip
        assert place.units["oak"].end == place.units["elm"].end == ON
        assert place.units["oak-1"].parent == place.units["elm-1"].parent == "park"
        assert place.bodies["meeting"].host == "park"
        assert place.posts["head"].unit == place.posts["clerk"].unit == "park"
        assert place.holdings["h"] == PLACE.holdings["h"]
        assert place.lists["list"].owner == "park"
        assert place.documents["pact"].parties == ("park", "mill")
        assert place.facts["fact"].about == place.waivers["waived"].subject == "park"
        assert (place.processes["case"].subject, place.processes["case"].owner) == ("park", "park")
        assert place.neighbourhoods["n"] == PLACE.neighbourhoods["n"]

    def test_ties_end_and_go_on_both_ways(self) -> None:
        ties = PLACE.apply(MERGE).place.ties
        assert ties["t-mill"].end == ON
        assert (
            attrs.evolve(ties[f"t-mill@{ON}"], id="t-mill", start=date(2018, 1, 1), target="oak")
            == PLACE.ties["t-mill"]
        )
        assert ties["t-past"] == PLACE.ties["t-past"]
        assert ties["t-plan"] == attrs.evolve(PLACE.ties["t-plan"], target="park")
        assert [tie.source for tie in ties.naming("target", "park") if tie.kind == "leads"] == ["city"]

    def test_a_member_twice_is_a_member_once(self) -> None:
        ties = PLACE.apply(MERGE).place.ties
        assert len([tie for tie in ties.naming("source", "park") if tie.target == "council"]) == 1

    def test_what_happened_keeps_its_names(self) -> None:
        place = PLACE.apply(MERGE).place
        assert place.events["met"] == PLACE.events["met"]
        assert place.events["meets"].subject == "park"
        assert place.events["meets"].attendance == ("park",)
        assert place.processes["case"].acts == PLACE.processes["case"].acts

    def test_accounts_are_handed_over(self) -> None:
        place = PLACE.apply(MERGE).place
        for key in ("k1", "k2", "k3", "k4"):
            assert place.ledger[key] == PLACE.ledger[key]
        assert place.ledger["k5"].account == "park"
        handed = [row for row in place.ledger.values() if row.id not in PLACE.ledger]
        assert [(row.account, row.resource, row.amount, row.start, row.end) for row in handed] == [
            ("oak", "fen", -9, ON, date(2019, 2, 1)),
            ("park", "fen", 9, ON, date(2019, 2, 1)),
            ("oak", "staff", -3, None, None),
            ("park", "staff", 3, None, None),
        ]

    def test_lineage_is_on_record(self) -> None:
        ties = [tie for tie in PLACE.apply(MERGE).place.ties.values() if tie.kind == "succeeds"]
        assert [(tie.source, tie.target, tie.start, tie.end) for tie in ties] == [
            ("park", "elm", ON, None),
            ("park", "oak", ON, None),
        ]

    def test_the_step_says_what_moved(self) -> None:
        moved = PLACE.apply(MERGE).moved
        assert Moved("units", "oak-1", "parent", "oak", "park") in moved
        assert Moved("ties", "t-mill", "target", "oak", "park") in moved
        assert Moved("documents", "pact", "parties", "elm", "park") in moved

    def test_the_diff_says_merged_and_nothing_else(self) -> None:
        assert said(PLACE.apply(MERGE)) == ["elm, oak merged into park"]

    def test_one_may_take_the_others_in(self) -> None:
        step = PLACE.apply(Merge({"oak", "elm"}, into="oak", on=ON))
        assert step.place.units["oak"] == PLACE.units["oak"]
        assert step.place.units["elm-1"].parent == "oak"
        assert said(step) == ["elm, oak merged into oak"]
        assert PLACE.apply(Merge("elm", into="oak", on=ON)).place == step.place

    def test_the_one_that_goes_on_may_change_its_name(self) -> None:
        place = PLACE.apply(Merge(["elm"], "oak", name="新", on=ON)).place
        assert (place.units["oak"].name, place.on(BEFORE).units["oak"].name) == ("新", "")

    def test_different_parents_need_one_to_be_named(self) -> None:
        step = PLACE.apply(Merge(["ash", "elm"], "park", parent="west", on=ON))
        assert step.place.units["park"].parent == "west"
        assert said(step) == ["ash, elm merged into park"]

    def test_of_two_leaders_one_is_given_up(self) -> None:
        place = PLACE.having(Tie(id="t-other", kind="leads", source="east", target="elm"))
        with pytest.raises(IllegalEventError, match="city leads park from 2018-07-01 on, so the leadership of east"):
            place.apply(MERGE)
        step = apply(MERGE, place)
        assert [(finding.code, finding.subject) for finding in step.lost] == [("PBC02", "t-other")]
        assert step.place.org.on(ON).leaders("park") == ("city",)
        assert step.place.ties["t-other"].end == ON
        assert list(faults(step.place)) == []

    def test_the_leader_of_the_unit_that_goes_on_leads(self) -> None:
        place = PLACE.having(Tie(id="a-first", kind="leads", source="east", target="elm"))
        step = apply(Merge(["elm"], "oak", on=ON), place)
        assert step.place.org.on(ON).leaders("oak") == ("city",)

    def test_a_tie_between_the_two_ends(self) -> None:
        place = PLACE.having(Tie(id="t-in", kind="serves", source="oak", target="elm"))
        step = apply(MERGE, place)
        assert [(finding.code, finding.subject) for finding in step.lost] == [("PBC03", "t-in")]
        assert step.place.ties["t-in"].end == ON

    def test_what_names_a_tie_follows_it(self) -> None:
        place = PLACE.having(
            Waiver(id="w", code="JX207", subject="t-mill", reason="because"),
            Tie(id="t-on", kind="serves", source="x", target="t-mill"),
        )
        after = place.apply(MERGE).place
        assert after.waivers["w"].subject == f"t-mill@{ON}"
        assert after.ties[f"t-on@{ON}"].target == f"t-mill@{ON}"
        assert after.on(BEFORE).waivers["w"].subject == "t-mill"
        assert said(place.apply(MERGE), place) == ["elm, oak merged into park"]


class TestSplit:
    def test_each_thing_goes_where_it_is_assigned(self) -> None:
        assign = {"oak-1": "north", "head": "north", "t-mill": "south", "oak": "south"}
        step = PLACE.apply(Split("oak", ["north", "south"], assign=assign, rest="north", names={"north": "北"}, on=ON))
        place = step.place
        assert list(faults(place)) == []
        assert (place.units["north"].name, place.units["north"].parent) == ("北", "east")
        assert (place.units["oak-1"].parent, place.posts["head"].unit) == ("north", "north")
        assert place.ties[f"t-mill@{ON}"].target == "south"
        assert {row.account for row in place.ledger.values() if row.id not in PLACE.ledger} == {"oak", "south"}
        assert said(step) == ["oak was split into north, south"]

    def test_what_is_not_assigned_is_lost(self) -> None:
        split = Split("oak", ["north", "south"], assign={"oak-1": "north"}, on=ON)
        with pytest.raises(IllegalEventError, match="would leave 1") as caught:
            PLACE.apply(split)
        step = apply(split)
        assert caught.value.culprits == step.lost
        assert {finding.subject for finding in step.lost} == {
            "meeting", "head", "h2", "t-oak", "t-mill", "t-led", "list", "item", "pact", "meets", "case", "waived",
            "oak", "h",
        }  # fmt: skip
        assert step.place.holdings["h"].end == step.place.entries["item"].end == step.place.posts["head"].end == ON
        assert step.place.holdings["h2"].concurrent is None
        assert step.place.documents["pact"].parties == ("elm", "mill")
        assert list(faults(step.place)) == []

    def test_the_source_may_go_on_and_keeps_the_rest(self) -> None:
        step = PLACE.apply(Split("oak", ["oak", "north"], assign={"head": "north"}, on=ON))
        assert step.place.units["oak"] == PLACE.units["oak"]
        assert step.place.posts["head"].unit == "north"
        assert [(edit.table, edit.id) for edit in step.edits] == [
            ("units", "north"), ("posts", "head"), ("posts", f"head@{ON}"), ("ties", f"head@{ON}:formerly"),
            ("ties", "north:succeeds:oak"),
        ]  # fmt: skip
        assert said(step) == ["oak was split into north, oak"]

    def test_the_source_may_get_a_name(self) -> None:
        place = PLACE.apply(Split("oak", ["oak", "north"], names={"oak": "新"}, on=ON)).place
        assert place.units["oak"].name == "新"
        assert place.on(BEFORE).units["oak"] == attrs.evolve(PLACE.units["oak"], end=ON)


class TestOneRow:
    def test_a_move_keeps_the_identifier_and_the_past(self) -> None:
        step = PLACE.apply(Move("oak", "west", on=ON))
        place = step.place
        assert place.org.chain("oak-1") == ("oak-1", "oak", "west", "city")
        assert place.on(BEFORE).org.chain("oak-1") == ("oak-1", "oak", "east", "city")
        assert step.moved == (Moved("units", "oak", "parent", "east", "west"),)
        assert said(step) == ["oak moved from east to west"]

    def test_a_body_moves_to_another_host(self) -> None:
        place = PLACE.apply(Move("council", "east", on=ON)).place
        assert (place.bodies["council"].host, place.on(BEFORE).bodies["council"].host) == ("east", "city")
        assert list(faults(place)) == []

    def test_a_unit_without_level_may_stand_under_none(self) -> None:
        step = PLACE.apply(Move("branch", None, on=ON))
        assert (step.place.units["branch"].parent, step.moved) == (None, ())
        assert step.place.on(BEFORE).units["branch"].parent == "oak-1"

    @pytest.mark.parametrize("key", ["oak", "meeting", "head"])
    def test_a_name_changes_and_the_old_one_is_known(self, key: str) -> None:
        step = PLACE.apply(Rename(key, "新", on=ON))
        table = step.edits[0].table
        assert (step.place.table(table)[key].name, step.place.on(BEFORE).table(table)[key].name) == ("新", "")
        assert said(step) == [f"{key} was renamed from “-” to “新”"]

    def test_forms_rise_in_order(self) -> None:
        step = PLACE.apply(Upgrade("branch", on=ON))
        assert step.place.units["branch"].kind == "general_branch"
        assert said(step) == ["branch rose from party_branch to general_branch"]
        high = step.place.apply(Upgrade("branch", on=LATER)).place
        assert high.units["branch"].kind == "party_committee"
        assert [high.on(day).units["branch"].kind for day in (BEFORE, ON, LATER)] == [
            "party_branch", "general_branch", "party_committee",
        ]  # fmt: skip
        assert PLACE.apply(Upgrade("branch", "party_committee", on=ON)).place.units["branch"].kind == "party_committee"

    def test_two_changes_on_one_day_leave_one_past(self) -> None:
        place = PLACE.apply(Move("oak", "west", on=ON)).place.apply(Rename("oak", "新", on=ON)).place
        assert [row.id for row in place.units.values() if row.id.startswith("oak@")] == [f"oak@{ON}"]
        assert [item.what for item in diff(PLACE, place).items] == ["moved", "renamed"]


class TestPeopleAndBodies:
    def test_appoint_and_vacate(self) -> None:
        step = PLACE.apply(Appoint("z", "head", category="resident", route="elected", on=ON))
        held = step.place.holdings[f"z-head@{ON}"]
        assert (held.person, held.route, held.start) == ("z", "elected", ON)
        assert said(step) == ["z was appointed to head", "z was added (people)"]
        after = step.place.apply(Vacate("head", "x", on=LATER))
        assert after.place.holdings["h"].end == LATER
        assert said(after, step.place) == ["x left the post head"]
        assert PLACE.apply(Vacate("head", on=ON)).place.holdings["h"].end == ON

    def test_of_several_holders_one_is_named(self) -> None:
        place = PLACE.apply(Appoint("y", "head", on=ON)).place
        with pytest.raises(IllegalEventError, match="several hold head: x, y; say who leaves it: person="):
            place.apply(Vacate("head", on=LATER))
        assert place.apply(Vacate("head", "y", on=LATER)).place.holdings["h"].end is None

    def test_join_and_leave(self) -> None:
        step = PLACE.apply(Join("mill", "council", share=300, route="recommended", on=ON))
        tie = step.place.ties[f"mill-council@{ON}"]
        assert (tie.share, tie.route, tie.period) == (300, "recommended", Period(ON, date(2025, 1, 1)))
        assert said(step) == ["mill joined council (member)"]
        after = step.place.apply(Leave("mill", "council", on=LATER))
        assert said(after, step.place) == ["mill left council (member)"]
        assert diff(PLACE, after.place).having("joined")

    def test_meet_and_sign(self) -> None:
        step = PLACE.apply(Meet("meeting", "special_meeting", attendance=["oak"], agenda=["safety"], on=ON))
        event = step.place.events[f"meeting-special_meeting@{ON}"]
        assert (event.date, event.attendance, event.agenda, event.refers) == (ON, ("oak",), ("safety",), None)
        assert said(step) == [f"{event.id} took place at meeting"]
        again = step.place.apply(Meet("meeting", "special_meeting", on=ON))
        assert f"meeting-special_meeting@{ON}.2" in again.place.events
        signed = PLACE.apply(Sign(Document(id="d", kind="covenant", parties=("oak", "mill")), on=ON))
        assert signed.place.documents["d"].start == ON
        assert said(signed) == ["oak, mill signed d"]


class TestEnds:
    def test_what_nothing_names_ends_in_peace(self) -> None:
        step = PLACE.apply(Dissolve("branch", on=ON))
        assert step.place.units["branch"].end == ON
        assert said(step) == ["branch was dissolved (units)"]

    def test_children_stay_and_are_told(self) -> None:
        step = apply(Dissolve("ash", on=ON), PLACE.having(Unit(id="ash-1", kind="compound", parent="ash")))
        assert [(finding.path, finding.code) for finding in step.lost] == [("/units/ash-1/parent", "PBC01")]
        assert step.place.units["ash-1"].parent == "ash"

    def test_what_would_begin_later_never_does(self) -> None:
        place = PLACE.having(Post(id="later", kind="head", unit="ash", start=LATER))
        place = place.having(Tie(id="plan", kind="serves", source="mill", target="ash", start=LATER))
        step = apply(Dissolve("ash", on=ON), place)
        assert step.place.posts["later"].ended
        assert "plan" not in step.place.ties
        assert list(faults(step.place)) == []

    def test_the_open_accounts_are_told(self) -> None:
        assert "ledger" in {finding.path.split("/")[1] for finding in apply(Dissolve("oak", on=ON)).lost}
        assert "ledger" not in {finding.path.split("/")[1] for finding in apply(Dissolve("ash", on=ON)).lost}


class TestRows:
    def test_establish(self) -> None:
        rows = (
            Unit(id="fir", kind="subdistrict", level="township", parent="west"),
            Post(id="seat", kind="head", unit="fir"),
        )
        step = PLACE.apply(Establish(rows, on=ON))
        assert step.place.units["fir"].start == step.place.posts["seat"].start == ON
        assert said(step) == ["fir was established (units)", "seat was established (posts)"]

    def test_put_corrects_and_remove_takes_away(self) -> None:
        step = PLACE.apply(Put(attrs.evolve(PLACE.people["x"], category="full_member"), on=ON))
        assert step.place.people["x"].category == "full_member"
        assert step.place.on(BEFORE).people["x"].category == "full_member"
        assert said(step) == ["category of x (people) changed from resident to full_member"]
        gone = PLACE.apply(Remove("waivers", ["waived"], on=ON))
        assert gone.edits == (Edit("waivers", "waived", PLACE.waivers["waived"], None),)
        assert said(gone) == ["waived was taken from the record (waivers)"]

    def test_edits_fit_the_place_they_were_made_for(self) -> None:
        step = PLACE.apply(Rename("oak", "新", on=ON))
        assert PLACE.edited(step.edits) == step.place
        with pytest.raises(StructureError, match="oak in units is not as the edit says"):
            step.place.edited(step.edits)


CANNOT: tuple[tuple[Callable[[], object], type[Exception], str], ...] = (
    (lambda: Move("nobody", "east", on=ON), UnknownIdError, "no row of units, bodies has the identifier 'nobody'"),
    (lambda: Move("oak", "nowhere", on=ON), UnknownIdError, "'nowhere'"),
    (lambda: Move("gone", "west", on=ON), IllegalEventError, r"gone is not in force on 2018-07-01.*\[…, 2015-01-01\)"),
    (lambda: Move("young", "west", on=BEFORE), IllegalEventError, "young is not in force on 2018-06-30"),
    (lambda: Move("oak", "gone", on=ON), IllegalEventError, "gone is not in force"),
    (lambda: Move("oak", "east", on=ON), IllegalEventError, "parent of oak is east already"),
    (lambda: Move("branch", "branch", on=ON), StructureError, "branch cannot stand under itself.*branch → branch"),
    (lambda: Move("mill", "mill", on=ON), StructureError, "mill → mill"),
    (lambda: Move("oak-1", "branch", on=ON), StructureError, "oak-1 → branch → oak-1"),
    (lambda: Move("oak", "oak-1", on=ON), StructureError, "oak → oak-1 → oak"),
    (lambda: Move("oak", "city", on=ON), StructureError, "of level township and cannot stand under city.*county"),
    (lambda: Move("oak", None, on=ON), StructureError, "cannot stand under -"),
    (lambda: Move("meeting", None, on=ON), StructureError, "needs a host"),
    (lambda: Move("meeting", "meeting", on=ON), StructureError, "meeting → meeting"),
    (lambda: Rename("east", "东区", on=ON), IllegalEventError, "name of east is 东区 already"),
    (lambda: Rename("n", "新", on=ON), UnknownIdError, "units, bodies, posts"),
    (lambda: Upgrade("oak", on=ON), IllegalEventError, "oak is a subdistrict and cannot rise to -"),
    (lambda: Upgrade("branch", "party_branch", on=ON), IllegalEventError, "cannot rise to party_branch"),
    (lambda: Merge(["oak"], "park", on=ON), StructureError, "two units or more, not oak"),
    (lambda: Merge([], "oak", on=ON), StructureError, "two units or more, not -"),
    (lambda: Merge(["oak", "no"], "park", on=ON), UnknownIdError, "'no'"),
    (lambda: Merge(["oak", "meeting"], "park", on=ON), UnknownIdError, "no row of units has the identifier 'meeting'"),
    (lambda: Merge(["oak", "elm"], "meeting", on=ON), IllegalEventError, "meeting belongs to a row of bodies"),
    (lambda: Merge(["oak", "elm"], "gone", on=ON), IllegalEventError, "gone is not in force"),
    (lambda: Merge(["oak", "young"], "park", on=ON), IllegalEventError, "young begins on 2018-07-01 and cannot end"),
    (lambda: Merge(["oak", "gone"], "park", on=ON), IllegalEventError, "gone is not in force"),
    (lambda: Merge(["oak", "ash"], "park", on=ON), StructureError, "different parents: east, west; say with parent="),
    (
        lambda: Merge(["mill", "branch"], "park", parent="oak", on=ON),
        StructureError,
        "kinds: party_branch, stationed_unit",
    ),
    (
        lambda: Merge(["oak", "oak-1"], "p", parent="east", kind="k", on=ON),
        StructureError,
        "levels: community, township",
    ),
    (lambda: Merge(["oak", "elm"], "park", parent="oak-1", on=ON), StructureError, "oak → oak-1 → oak"),
    (lambda: Merge(["oak", "elm"], "park", parent="city", on=ON), StructureError, "park is of level township"),
    (lambda: Split("oak", ["north"], on=ON), StructureError, "oak has to be split into two"),
    (lambda: Split("oak", ["north", "elm"], on=ON), IllegalEventError, "elm belongs to a row of units"),
    (
        lambda: Split("oak", ["a", "b"], rest="c", on=ON),
        StructureError,
        "c is no part of the split; the parts are: a, b",
    ),
    (lambda: Split("oak", ["a", "b"], assign={"head": "c"}, on=ON), StructureError, "c is no part"),
    (lambda: Split("oak", ["a", "b"], names={"c": "丙"}, on=ON), StructureError, "c is no part"),
    (lambda: Split("oak", ["a", "b"], assign={"clerk": "a"}, on=ON), StructureError, "does not name oak: clerk"),
    (lambda: Split("young", ["a", "b"], on=ON), IllegalEventError, "young begins on"),
    (lambda: Dissolve("young", on=ON), IllegalEventError, "young begins on"),
    (lambda: Dissolve("x", on=ON), UnknownIdError, "units, bodies, posts, neighbourhoods, grids, lists, documents"),
    (lambda: Establish(PLACE.units["oak"], on=ON), IllegalEventError, "oak belongs to a row of units"),
    (
        lambda: Establish(Unit(id="new", kind="k", parent="no"), on=ON),
        UnknownIdError,
        "parent of new in units names no",
    ),
    (lambda: Establish(Unit(id="new", kind="k", parent="gone"), on=ON), IllegalEventError, "gone is not in force"),
    (lambda: Establish(Unit(id="new", kind="k", parent="new"), on=ON), StructureError, "new → new"),
    (lambda: Establish(Unit(id="new", kind="k", level="moon"), on=ON), StructureError, "level moon.*four_levels"),
    (lambda: Establish(Unit(id="new", kind="k", level="county"), on=ON), StructureError, "cannot stand under -"),
    (lambda: Establish(Unit(id="new", kind="k", end=ON), on=ON), InvalidValueError, "holds no day"),
    (lambda: Establish(PLACE.ties["t-led"], on=ON), StructureError, "a Tie is not established"),
    (lambda: Appoint("x", "head", on=ON), IllegalEventError, "x holds head on 2018-07-01 already"),
    (lambda: Appoint("z", "head", on=ON), UnknownIdError, "no row of people has the identifier 'z'"),
    (lambda: Appoint("x", "none", on=ON), UnknownIdError, "'none'"),
    (lambda: Appoint("x", "clerk", concurrent="none", on=ON), UnknownIdError, "'none'"),
    (lambda: Appoint("x", "clerk", id="oak", on=ON), IllegalEventError, "oak belongs to a row of units"),
    (lambda: Appoint("oak", "clerk", category="resident", on=ON), IllegalEventError, "oak belongs to a row of units"),
    (lambda: Vacate("head", "y", on=ON), IllegalEventError, r"nobody \(y\) holds head"),
    (lambda: Join("oak", "council", on=ON), IllegalEventError, "oak is tied to council as member"),
    (lambda: Join("gone", "council", on=ON), IllegalEventError, "gone is not in force"),
    (lambda: Join("mill", "oak", on=ON), UnknownIdError, "no row of bodies has the identifier 'oak'"),
    (lambda: Leave("mill", "council", on=ON), IllegalEventError, "mill is not tied to council as member"),
    (lambda: Meet("x", on=ON), UnknownIdError, "units, bodies"),
    (lambda: Meet("oak", attendance=["nobody"], on=ON), UnknownIdError, "attendance of .* names nobody"),
    (lambda: Sign(PLACE.documents["pact"], on=ON), IllegalEventError, "pact belongs to a row of documents"),
    (lambda: Sign(Document(id="d", kind="k", parties=("no",)), on=ON), UnknownIdError, "'no'"),
    (lambda: Put(Person(id="oak", category="k"), on=ON), StructureError, "the table units has the identifier oak"),
    (lambda: Put(Row(id="new"), on=ON), StructureError, "a Row belongs to no table"),
    (lambda: Put(Post(id="new", kind="k", unit="no"), on=ON), UnknownIdError, "unit of new in posts names no"),
    (lambda: Remove("people", "no", on=ON), UnknownIdError, "no row of people has the identifier 'no'"),
    (lambda: Remove("people", "x", on=ON), StructureError, "x is still named by h;"),
    (lambda: Remove("moons", "x", on=ON), StructureError, "moons"),
)


@pytest.mark.parametrize(("make", "error", "match"), CANNOT, ids=[str(number) for number in range(len(CANNOT))])
def test_what_cannot_be_is_refused_in_both_languages(
    make: Callable[[], Change], error: type[Exception], match: str
) -> None:
    with pytest.raises(error, match=match) as caught:
        PLACE.apply(make(), lost="report")
    assert type(caught.value) is error
    en, _, zh = str(caught.value).partition(" / ")
    assert en.isascii() or "东" in en or "…" in en or "→" in en
    assert any("\u4e00" <= sign <= "\u9fff" for sign in zh)


class TestLeadership:
    def test_two_may_not_lead_at_once(self) -> None:
        with pytest.raises(StructureError, match="several would lead oak at once: city, west"):
            PLACE.apply(Put(Tie(id="new", kind="leads", source="west", target="oak"), on=ON))

    def test_leadership_may_not_run_in_a_circle(self) -> None:
        with pytest.raises(StructureError, match="leadership would run in a circle: city → oak → city"):
            PLACE.apply(Put(Tie(id="new", kind="leads", source="oak", target="city"), on=ON))

    def test_one_after_the_other_is_no_circle(self) -> None:
        place = PLACE.having(attrs.evolve(PLACE.ties["t-led"], end=ON))
        step = place.apply(Put(Tie(id="new", kind="leads", source="oak", target="city", start=ON), on=ON))
        assert list(faults(step.place)) == []

    def test_a_merge_may_not_close_one(self) -> None:
        place = PLACE.having(
            Tie(id="down", kind="leads", source="oak", target="mill"),
            Tie(id="up", kind="leads", source="mill", target="elm"),
        ).without("ties", "t-led")
        with pytest.raises(StructureError, match="leadership would run in a circle"):
            place.apply(MERGE, lost="report")


class TestOrderOfDays:
    def test_a_change_before_one_on_record_is_refused(self) -> None:
        later = PLACE.apply(Move("oak-1", "elm", on=LATER)).place
        with pytest.raises(IllegalEventError, match="a change of oak-1 on 2018-07-31, so none on 2018-07-01"):
            later.apply(MERGE)
        with pytest.raises(IllegalEventError, match="oak-1 is not in force on 2018-07-01"):
            later.apply(Rename("oak-1", "新", on=ON))

    def test_replay_refuses_what_is_out_of_order(self) -> None:
        with pytest.raises(IllegalEventError, match="2018-06-30 comes after 2018-07-01; sort them first"):
            replay(PLACE, [MERGE, Rename("west", "西", on=BEFORE)])

    @pytest.mark.parametrize(
        ("given_", "said"),
        [(MERGE, "write [change]"), (7, "a list of changes is expected, not int"), (["x"], "a change is expected")],
    )
    def test_replay_refuses_what_is_no_list_of_changes(self, given_: Any, said: str) -> None:
        with pytest.raises(InvalidValueError, match=re.escape(said)):
            replay(PLACE, given_)

    def test_replay_gives_one_report_a_day(self) -> None:
        history = [
            Rename("west", "西", on=BEFORE),
            MERGE,
            Join("mill", "council", on=ON),
            Rename("park", "园", on=LATER),
        ]
        found = list(replay(PLACE, history, JIXI))
        assert [day for day, _, _ in found] == [BEFORE, ON, LATER]
        assert [report.on for _, _, report in found] == [BEFORE, ON, LATER]
        assert found[1][2] == judge(found[1][1], JIXI, on=ON)
        assert found[-1][1].units["park"].name == "园"
        assert list(replay(PLACE, [])) == []

    def test_what_was_only_in_between_is_not_in_the_diff(self) -> None:
        middle = PLACE.apply(MERGE).place
        last = middle.apply(Merge(["park", "young"], "grove", on=LATER)).place
        assert diff(PLACE, last).in_("en") == "elm, oak, young merged into grove"
        assert last.on(ON).units["oak-1"].parent == "park"
        assert last.on(BEFORE).units["oak-1"].parent == "oak"


class TestOn:
    def test_it_is_the_place_of_that_day(self) -> None:
        place = PLACE.on(BEFORE)
        assert "young" not in place.units
        assert "gone" not in place.units
        assert "t-past" not in place.ties
        assert list(place.events) == ["met"]
        assert "k5" not in place.ledger
        assert place.recorded == PLACE.recorded

    def test_what_had_not_been_done_is_not_there(self) -> None:
        assert PLACE.on(date(2018, 1, 1)).processes["case"].acts == ()
        assert "new" not in PLACE.having(Process(id="new", kind="case", subject="oak", start=ON)).on(BEFORE).processes

    def test_what_is_in_force_throughout_is_shared(self) -> None:
        assert PLACE.on(ON).people is PLACE.people
        whole = Jurisdiction(id="place", profile=FOUR_LEVELS).having(Unit(id="a", kind="k"))
        assert whole.on(ON) is whole

    def test_a_past_that_is_not_on_record_is_passed_over(self) -> None:
        stray = Tie(id="t", kind="formerly", source="oak", target="nothing", end=ON)
        assert PLACE.having(stray).on(BEFORE).units == PLACE.on(BEFORE).units

    def test_what_ended_on_an_unknown_day_is_there_on_none(self) -> None:
        assert "oak" not in PLACE.having(attrs.evolve(PLACE.units["oak"], ended=True)).on(BEFORE).units


class TestTheDoors:
    def test_no_change_and_no_choice_are_refused(self) -> None:
        no_change: Any = "merge"
        no_choice: Any = "ignore"
        with pytest.raises(InvalidValueError, match="a change is expected, not 'merge'"):
            PLACE.apply(no_change)
        with pytest.raises(InvalidValueError, match='should be "refuse" or "report"'):
            PLACE.apply(MERGE, lost=no_choice)
        with pytest.raises(InvalidValueError, match="on should be a date"):
            Move("oak", "west", on=no_choice)
        with pytest.raises(InvalidValueError, match="day should be a date"):
            PLACE.on(no_choice)
        with pytest.raises(InvalidValueError, match="sources"):
            Merge([no_choice, "two words"], "park", on=ON)

    def test_nothing_is_half_applied(self) -> None:
        before = hash(PLACE)
        with pytest.raises(IllegalEventError):
            PLACE.apply(Dissolve("oak", on=ON))
        assert hash(PLACE) == before
        assert Jurisdiction(id="place", profile=FOUR_LEVELS).having(*ROWS) == PLACE

    def test_the_front_door_has_them(self) -> None:
        assert pbgov.Merge is Merge
        assert pbgov.diff is diff
        assert pbgov.replay is replay

    def test_facts_for_a_request(self) -> None:
        request = DutyRequest(id="r", duty="visits", target="oak-1", start=ON, department="mill", staff_needed=2)
        facts = PLACE.facts_for(request)
        assert (facts["target_level"], facts["on_list"], facts["role"], facts["approvals"]) == (
            "community", True, "responsible", 0,
        )  # fmt: skip
        assert "role" not in PLACE.facts_for(request, on=ON, asked=())
        with pytest.raises(InvalidValueError, match="on should be a date"):
            PLACE.facts_for(request, on="today")  # type: ignore[arg-type] # what is wrong is what is tried

    def test_a_diff_is_data(self) -> None:
        found = diff(PLACE, PLACE.apply(Move("oak", "west", on=ON)).place)
        assert found
        assert not Diff()
        assert found.items == (
            DiffItem(what="moved", table="units", id="oak", column="parent", was=("east",), become=("west",)),
        )
        assert found.in_("zh") == "oak由east改隶west"
        assert found.to_columns() == {
            "what": ["moved"], "table": ["units"], "id": ["oak"], "column": ["parent"], "was": ["east"],
            "become": ["west"],
        }  # fmt: skip
        assert found.to_dict() == {
            "items": [
                {
                    "what": "moved", "table": "units", "id": "oak", "column": "parent", "was": ["east"],
                    "become": ["west"], "message": {"en": "oak moved from east to west", "zh": "oak由east改隶west"},
                }
            ]
        }  # fmt: skip
