"""Questions to the duty lists, answered by hand for one county."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import Between, Exact, Row
from pbgov.errors import UnknownIdError
from pbgov.model import (
    Event,
    Jurisdiction,
    Listed,
    Recorded,
    coordination,
    duties_of,
    items_of,
    lists_for,
    may,
    owners_of,
    powers_of,
    versions,
)
from pbgov.org import Unit
from pbgov.rules import DutyItem, DutyList, Power
from tests.unit.model.duties import ON, WORK_ITEMS, item, world

SINCE = date(2018, 1, 1)


def of(kind: str, owner: str, name: str = "", **cells: Any) -> DutyList:
    return DutyList(id=name or f"{kind}-{owner}", kind=kind, owner=owner, **cells)


class TestWhatALineSays:
    @pytest.mark.parametrize(
        ("kind", "cells", "role", "owner"),
        [
            ("work_item_list", {}, "responsible", "street"),
            ("basic_duty_list", {}, "responsible", "street"),
            ("cooperating_duty_list", {}, "assisting", None),
            ("cooperating_duty_list", {"department": "bureau"}, "assisting", "bureau"),
            ("cooperating_duty_list", {"role": "responsible"}, "responsible", "street"),
            ("work_item_list", {"role": "assisting", "department": "bureau"}, "assisting", "bureau"),
        ],
    )
    def test_role_and_owner(self, kind: str, cells: dict[str, Any], role: str, owner: str | None) -> None:
        found = Listed(item(list="L", **cells), of(kind, "street"))
        assert (found.role, found.owner) == (role, owner)


class TestLists:
    PLACE: Jurisdiction = world(
        of("work_item_list", "jixi", "city-work"),
        of("work_item_list", "other"),
        of("work_item_list", "street", "street-work"),
        of("basic_duty_list", "street"),
        of("responsibility_list", "willow"),
        of("negative_list", "didao"),
        of("annual_task_list", "willow", end=ON),
        Unit(id="old", kind="residents_committee", level="community", parent="street", end=ON),
        of("responsibility_list", "old"),
    )

    @pytest.mark.parametrize(
        ("unit", "expected"),
        [
            ("willow", ["responsibility_list-willow", "street-work", "negative_list-didao", "work", "city-work"]),
            ("street", ["basic_duty_list-street", "street-work", "negative_list-didao"]),
            ("didao", ["negative_list-didao", "work"]),
            ("far", []),
            ("old", []),
        ],
    )
    def test_own_lists_and_for_a_community_the_work_items_of_those_above(self, unit: str, expected: list[str]) -> None:
        assert [row.id for row in lists_for(self.PLACE, unit, on=ON)] == expected

    def test_a_list_is_of_its_day(self) -> None:
        before = [row.id for row in lists_for(self.PLACE, "willow", on=date(2017, 12, 31))]
        assert before == [
            "annual_task_list-willow",
            "responsibility_list-willow",
            "street-work",
            "negative_list-didao",
            "city-work",
        ]

    def test_versions_follow_their_first_days(self) -> None:
        newer = of("work_item_list", "didao", "a", start=date(2019, 1, 1))
        first = of("work_item_list", "didao", "z", end=date(2018, 1, 1))
        place = world(newer, first, of("work_item_list", "other"), of("basic_duty_list", "didao"))
        assert versions(place, "didao", "work_item_list") == (first, WORK_ITEMS, newer)

    def test_the_items_of_a_list(self) -> None:
        place = world(item("i1"), item("i2", end=ON), item("x", list="elsewhere"))
        assert [one.id for one in items_of(place, "work")] == ["i1", "i2"]
        assert [one.id for one in items_of(place, "work", on=ON)] == ["i1"]


class TestWhatIsAsked:
    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            ([item()], ["i1"]),
            ([item(end=ON)], []),
            ([item(start=date(2018, 7, 2))], []),
            ([item(matter="m"), of("taken_back_list", "willow", "B"), item("b", matter="m", list="B")], []),
            ([item(matter="m"), of("taken_back_list", "willow", "B"), item("b", matter="n", list="B")], ["i1"]),
            ([item(matter="m"), of("taken_back_list", "street", "B"), item("b", matter="m", list="B")], []),
            ([item(matter="m"), of("taken_back_list", "far", "B"), item("b", matter="m", list="B")], ["i1"]),
            ([item(), of("negative_list", "didao", "B"), item("b", list="B")], []),
            ([item(), of("negative_list", "other", "B"), item("b", list="B")], ["i1"]),
            ([item(matter="m"), of("negative_list", "willow", "B"), item("b", "other", matter="m", list="B")], []),
            ([item(), of("negative_list", "willow", "B"), item("b", list="B")], []),
            ([item(), of("negative_list", "willow", "B"), item("b", matter="m", list="B")], ["i1"]),
            ([of("power_list", "willow", "P"), item("p", list="P")], []),
            ([of("annual_task_list", "willow", "T"), item("t", list="T")], ["t"]),
            ([of("cooperating_duty_list", "willow", "C"), item("c", list="C")], ["c"]),
            ([of("responsibility_list", "street", "S"), item("s", list="S")], []),
        ],
    )
    def test_what_its_lists_hold_less_what_was_taken_off(self, rows: list[Row], expected: list[str]) -> None:
        assert [one.item.id for one in duties_of(world(*rows), "willow", on=ON)] == expected


class TestOwners:
    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            ([], ()),
            ([item(matter="m")], ("didao",)),
            ([item(matter="n")], ()),
            ([item(matter="m", role="assisting")], ()),
            ([item(matter="m", role="assisting", department="bureau")], ("bureau",)),
            ([item(matter="m"), of("responsibility_list", "bureau", "D"), item("d", matter="m", list="D")],
             ("bureau", "didao")),
            ([of("taken_back_list", "street", "T"), item("t", matter="m", list="T", department="bureau")], ()),
            ([item(matter="m", end=ON)], ()),
        ],
    )  # fmt: skip
    def test_nobody_one_or_two(self, rows: list[Row], expected: tuple[str, ...]) -> None:
        assert owners_of(world(*rows), "m", on=ON) == expected


class TestPowers:
    POWERS = of("power_list", "street", "P")

    def test_the_strongest_over_each_thing(self) -> None:
        place = world(
            self.POWERS,
            item("p1", list="P", object="grade", power=1),
            item("p2", list="P", object="grade", power=3),
            item("p3", list="P", object="grade", power=2),
            item("p4", list="P", object="heads", power=0),
            item("p5", list="P", object="silent"),
            item("p6", list="P", power=4),
            item("p7", list="P", object="past", power=4, end=ON),
            of("power_list", "far", "F"),
            item("f", list="F", object="heads", power=4),
            of("basic_duty_list", "street", "B"),
            item("b", list="B", object="basic", power=4),
        )
        assert dict(powers_of(place, "street", on=ON)) == {"grade": Power.CONSENT, "heads": Power.NONE}
        assert may(place, "street", Power.PARTICIPATE, "grade", on=ON)
        assert may(place, "street", Power.CONSENT, "grade", on=ON)
        assert not may(place, "street", Power.DECIDE, "grade", on=ON)
        assert not may(place, "street", Power.SUGGEST, "heads", on=ON)


def act(name: str, *agenda: str, day: date = ON, **cells: Any) -> Event:
    known: dict[str, Any] = {"kind": "department_action", "subject": "street", "agenda": agenda}
    return Event(id=name, date=day, **(known | cells))


class TestCoordination:
    """C-4.24: nine of ten actions through a power are 900 parts per thousand."""

    GRANTED = (of("power_list", "street", "P"), item("p1", list="P", matter="grade"), item("p2", list="P", end=ON))
    TEN = tuple(act(f"a{n}", "p1") for n in range(9))

    def measured(self, *events: Row, **cells: Any) -> object:
        return coordination(world(*self.GRANTED, *events, **cells), "street", since=SINCE, on=ON)

    def test_nine_of_ten(self) -> None:
        assert self.measured(*self.TEN, act("a9")) == Exact(900)

    def test_a_power_not_granted_does_not_count(self) -> None:
        assert self.measured(*self.TEN, act("a9", "p9")) == Exact(900)
        assert self.measured(*self.TEN, act("a9", "p2")) == Exact(900)  # ended that day
        assert self.measured(*self.TEN, act("a9", "p2", day=date(2018, 6, 30))) == Exact(1000)
        assert self.measured(*self.TEN, act("a9", "p9", "grade")) == Exact(1000)

    def test_others_and_other_days_do_not_count(self) -> None:
        others = [
            act("x1", "p1", subject="far"),
            act("x2", kind="regular_meeting"),
            act("x3", day=date(2017, 12, 31)),
            act("x4", day=date(2018, 7, 2)),
        ]
        assert self.measured(*self.TEN, act("a9"), *others) == Exact(900)
        assert self.measured(act("first", day=SINCE), act("last", "p1")) == Exact(500)

    def test_what_is_not_recorded_is_bounded(self) -> None:
        assert self.measured(*self.TEN, act("a9", agenda=None)) == Between(900, 1000)
        assert self.measured(*self.TEN, whole=("lists", "entries")) == Between(0, 1000)
        assert self.measured() is None

    def test_the_power_of_another_does_not_count(self) -> None:
        theirs = (of("power_list", "far", "F"), item("f1", list="F"))
        assert self.measured(*theirs, act("a", "f1")) == Exact(0)

    def test_the_claim_reaches_to_the_last_day(self) -> None:
        place = attrs.evolve(world(*self.GRANTED, *self.TEN), recorded=(Recorded(table="events", end=ON),))
        assert coordination(place, "street", since=SINCE, on=ON) == Between(0, 1000)
        assert coordination(place, "street", since=SINCE, on=date(2018, 6, 30)) is None
        whole = world(*self.GRANTED, act("late", "p1", day=date.max))
        assert coordination(whole, "street", since=SINCE, on=date.max) == Exact(1000)


@pytest.mark.parametrize(
    "ask",
    [
        lambda place: lists_for(place, "nowhere", on=ON),
        lambda place: duties_of(place, "nowhere", on=ON),
        lambda place: powers_of(place, "nowhere", on=ON),
        lambda place: may(place, "nowhere", Power.SUGGEST, "grade", on=ON),
        lambda place: coordination(place, "nowhere", since=SINCE, on=ON),
    ],
    ids=["lists", "duties", "powers", "may", "coordination"],
)
def test_a_unit_that_is_not_on_record_is_misuse(ask: Any) -> None:
    with pytest.raises(UnknownIdError, match=r"there is no unit nowhere; .* / 没有标识为nowhere的单位"):
        ask(world())


def test_items_of_a_list_that_is_not_on_record_ask_for_nothing() -> None:
    place = world(DutyItem(id="lost", list="gone", category="serve"))
    assert duties_of(place, "willow", on=ON) == ()
