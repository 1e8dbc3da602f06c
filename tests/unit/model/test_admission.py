"""Was it admitted, on or before its start, by the right organs? C-4.09, C-4.14, rulings 6 and 7."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import Row, Verdict
from pbgov.model import Event, Jurisdiction, Recorded, Register, Task
from pbgov.rules import DutyItem, DutyList
from tests.unit.model.duties import APPROVED, BOTH, ON, ORGANS, WORK_ITEMS, approval, item, world

START = date(2018, 1, 1)  # of the list, and so of its items
COMMITTEE, GOVERNMENT = APPROVED


def task_of(place: Jurisdiction, name: str = "i1", on: date = ON) -> Task:
    (found,) = [task for task in Register(place, on).tasks() if task.id == name]
    return found


def admitted(place: Jurisdiction, approvers: int = 2, on: date = ON) -> Verdict:
    return Register(place, on).admission(task_of(place, on=on), BOTH, approvers)


class TestApprovals:
    @pytest.mark.parametrize(
        ("approvals", "both", "either"),
        [
            ([], Verdict.BREACHED, Verdict.BREACHED),
            ([COMMITTEE, GOVERNMENT], Verdict.MET, Verdict.MET),
            ([COMMITTEE], Verdict.BREACHED, Verdict.MET),
            ([GOVERNMENT], Verdict.BREACHED, Verdict.MET),
            ([COMMITTEE, approval("party_committee-didao", date(2017, 5, 5))], Verdict.BREACHED, Verdict.MET),
            ([COMMITTEE, approval("government-other")], Verdict.BREACHED, Verdict.MET),  # of another county
            ([COMMITTEE, approval("bureau")], Verdict.BREACHED, Verdict.MET),  # a department signs for itself
            ([COMMITTEE, approval("street")], Verdict.BREACHED, Verdict.MET),  # a subdistrict approves
            ([COMMITTEE, approval("nowhere")], Verdict.BREACHED, Verdict.MET),
            ([COMMITTEE, approval("government-didao", date(2018, 1, 2))], Verdict.BREACHED, Verdict.MET),  # too late
            ([COMMITTEE, approval("government-didao", agenda=("i2",))], Verdict.BREACHED, Verdict.MET),
            ([COMMITTEE, approval("government-didao", agenda=())], Verdict.BREACHED, Verdict.MET),
            ([COMMITTEE, approval("government-didao", agenda=("i2", "i1"))], Verdict.MET, Verdict.MET),
            ([COMMITTEE, attrs.evolve(GOVERNMENT, kind="regular_meeting")], Verdict.BREACHED, Verdict.MET),
        ],
    )
    def test_both_organs_of_the_county_on_or_before_the_start(
        self, approvals: list[Event], both: Verdict, either: Verdict
    ) -> None:
        place = world(item(), *approvals)
        assert (admitted(place), admitted(place, 1)) == (both, either)

    def test_an_item_is_named_by_itself_or_by_its_matter(self) -> None:
        agenda = ("visits",)
        approvals = [approval(organ.id, agenda=agenda) for organ in ORGANS]
        assert admitted(world(item(matter="visits"), *approvals)) is Verdict.MET
        assert admitted(world(item(), *approvals)) is Verdict.BREACHED

    def test_an_item_runs_from_its_own_first_day(self) -> None:
        late = [approval(organ.id, date(2018, 3, 1)) for organ in ORGANS]
        assert admitted(world(item(), *late)) is Verdict.BREACHED
        assert admitted(world(item(start=date(2018, 3, 1)), *late)) is Verdict.MET
        assert admitted(world(item(start=date(2018, 2, 28)), *late)) is Verdict.BREACHED

    def test_what_is_approved_on_the_day_itself_counts(self) -> None:
        today = [approval(organ.id, ON) for organ in ORGANS]
        assert admitted(world(item(start=ON), *today)) is Verdict.MET

    def test_what_is_approved_later_is_not_yet_known(self) -> None:
        tomorrow = [approval(organ.id, date(2018, 7, 2)) for organ in ORGANS]
        place = world(item(start=ON), *tomorrow)
        assert admitted(place) is Verdict.BREACHED
        assert admitted(attrs.evolve(place, recorded=())) is Verdict.UNKNOWN


class TestSilence:
    @pytest.mark.parametrize(
        ("claims", "verdict"),
        [
            ((), Verdict.UNKNOWN),
            ((Recorded(table="events"),), Verdict.BREACHED),
            ((Recorded(table="events", kind="admission_approved"),), Verdict.BREACHED),
            ((Recorded(table="events", kind="regular_meeting"),), Verdict.UNKNOWN),
            ((Recorded(table="events", start=date(2010, 1, 1)),), Verdict.UNKNOWN),
            ((Recorded(table="events", end=date(2018, 1, 2)),), Verdict.BREACHED),
            ((Recorded(table="events", end=START),), Verdict.UNKNOWN),  # the first day itself is not claimed
        ],
    )
    def test_without_a_claim_up_to_the_start_nobody_knows(self, claims: tuple[Recorded, ...], verdict: Verdict) -> None:
        place = attrs.evolve(world(item(), COMMITTEE), recorded=claims)
        assert admitted(place) is verdict
        assert admitted(place, 1) is Verdict.MET

    def test_an_approval_that_does_not_say_of_what_may_be_the_one(self) -> None:
        vague = approval("government-didao", agenda=None)
        assert admitted(world(item(), COMMITTEE, vague)) is Verdict.UNKNOWN
        assert admitted(world(item(), vague)) is Verdict.BREACHED
        assert admitted(world(item(), COMMITTEE, approval("government-other", agenda=None))) is Verdict.BREACHED

    def test_a_task_that_began_before_all_records(self) -> None:
        old = attrs.evolve(WORK_ITEMS, start=None)
        assert admitted(world(item(), *APPROVED).having(old)) is Verdict.UNKNOWN
        assert admitted(world(item(), COMMITTEE).having(old)) is Verdict.BREACHED
        assert admitted(world(item(), whole=()).having(old)) is Verdict.UNKNOWN

    def test_a_list_of_the_city_stands_under_no_county(self) -> None:
        city = attrs.evolve(WORK_ITEMS, owner="jixi")
        assert admitted(world(item(), *APPROVED).having(city)) is Verdict.UNKNOWN


def down(*agenda: str, to: str = "willow", day: date = START, **cells: Any) -> Event:
    return Event(id="down", kind="duty_handed_down", subject=to, date=day, agenda=agenda, **cells)


def codes(*rows: Row, on: date = ON) -> list[str]:
    return [task.code for task in Register(world(*rows), on).tasks()]


class TestTasks:
    def test_items_of_work_item_lists_in_force(self) -> None:
        other = DutyList(id="B", kind="basic_duty_list", owner="street")
        past = DutyList(id="P", kind="work_item_list", owner="didao", end=ON)
        rows = [other, past, item("i1"), item("i2", matter="m2"), item("b", list="B"), item("p", list="P")]
        assert codes(*rows, item("ended", end=ON), item("lost", list="gone")) == ["i1", "m2"]

    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            ([down("a", "b")], ["a", "b"]),
            ([down("a", day=date(2018, 7, 2))], []),
            ([attrs.evolve(down(), agenda=None)], ["down"]),
            ([down("i1"), item()], ["i1"]),  # it stands on the list
            ([down("i1", to="far"), item()], ["i1", "i1"]),  # but not on that of its own county
            ([attrs.evolve(down("a"), kind="regular_meeting")], []),
        ],
    )
    def test_what_was_handed_down_outside_all_lists(self, rows: list[Row], expected: list[str]) -> None:
        assert codes(*rows) == expected

    @pytest.mark.parametrize(
        ("subject", "day", "agenda", "expected"),
        [
            ("willow", START, ("a",), []),
            ("didao", START, ("a",), []),
            ("didao", START, ("down",), []),
            ("other", START, ("a",), ["a"]),
            ("didao", date(2017, 12, 31), ("a",), ["a"]),
            ("didao", date(2018, 7, 2), ("a",), ["a"]),
            ("didao", START, ("b",), ["a"]),
            ("didao", START, None, ["a"]),
        ],
    )
    def test_until_it_is_withdrawn(
        self, subject: str, day: date, agenda: tuple[str, ...] | None, expected: list[str]
    ) -> None:
        event = Event(id="w", kind="work_item_withdrawn", subject=subject, date=day, agenda=agenda)
        assert codes(down("a"), event) == expected

    def test_a_task_from_before_all_records_may_be_withdrawn_any_day(self) -> None:
        event = Event(id="w", kind="work_item_withdrawn", subject="didao", date=date(1999, 1, 1), agenda=("i1",))
        register = Register(world(item(), event).having(attrs.evolve(WORK_ITEMS, start=None)), ON)
        (task,) = register.tasks()
        assert register.withdrawn(task)

    def test_what_a_task_says(self) -> None:
        basic = DutyList(id="B", kind="cooperating_duty_list", owner="street")
        place = world(
            basic, item("c", list="B", matter="m", category="demolition", department="bureau", name="拆迁"), down("m")
        )
        register = Register(place, ON)
        (cooperating,) = register.tasks_of(place.entries["c"])
        assert cooperating == Task(
            id="c", code="m", category="demolition", holder="street", start=None, level="township",
            role="assisting", owner="bureau", name="拆迁",
        )  # fmt: skip
        (handed,) = register.tasks_of(place.events["down"])
        assert handed == Task(
            id="down", code="m", category="demolition", holder="willow", start=START, level="community", owner="willow"
        )
        assert handed.names == {"down", "m"}
        assert register.tasks_of(place.units["willow"]) == ()
        assert register.tasks_of(DutyItem(id="x", list="gone", category="serve")) == ()

    def test_a_duty_handed_to_nobody_on_record(self) -> None:
        (task,) = Register(world(down("a", to="nowhere")), ON).tasks()
        assert (task.holder, task.level) == ("nowhere", None)
        lost = DutyList(id="L", kind="basic_duty_list", owner="nowhere")
        (of_list,) = Register(world(lost), ON).tasks_of(item("x", list="L")) or (None,)
        assert of_list is None or of_list.level is None
