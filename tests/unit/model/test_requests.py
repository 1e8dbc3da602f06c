"""What is gathered for a request, and how it decides."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import Row, Text, both
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.model import Approval, DutyRequest, Jurisdiction, admit, facts_of
from pbgov.org import Unit
from pbgov.packs import JIXI, LANGFANG
from pbgov.rules import DutyItem, DutyList, Effect, Outcome, Overlay, Power, Rule, RulePack, field
from tests.unit.validation.worlds import BASIS, ON, WORDS, place

START = date(2018, 4, 1)
ROWS: list[Row] = [
    Unit(id="city", kind="k", level="city"),
    Unit(id="county", kind="k", level="county", parent="city"),
    Unit(id="other", kind="k", level="county", parent="city"),
    Unit(id="town", kind="k", level="township", parent="county"),
    Unit(id="here", kind="residents_committee", level="community", parent="town"),
    Unit(id="past", kind="k", level="community", parent="town", end=START),
    DutyList(id="L", kind="work_item_list", owner="county"),
    DutyItem(id="I", list="L", category="serve"),
]
REQUEST = DutyRequest(id="R", duty="visits", target="here", start=START)


def facts(request: DutyRequest, *changes: Row) -> dict[str, Any]:
    return dict(facts_of(request, place(*ROWS).having(*changes), ON))


def bad(name: str) -> dict[str, Any]:
    return {name: "a b"}


class TestFacts:
    def test_what_the_request_says(self) -> None:
        request = attrs.evolve(
            REQUEST, function="serve", staff_needed=0, staff_moved=2, power_needed=3, responsible=False
        )
        assert facts(request) == {
            "duty": "visits",
            "target_level": "community",
            "function": "serve",
            "responsible": False,
            "on_list": False,
            "approved_by_committee": False,
            "approved_by_government": False,
            "staff_needed": 0,
            "staff_moved": 2,
            "yuan_needed": None,
            "yuan_moved": 0,
            "power_needed": 3,
            "power_moved": 0,
        }
        plain = facts(REQUEST)
        assert plain["function"] == "unspecified"
        assert [plain[f"{name}_moved"] for name in ("staff", "yuan", "power")] == [0, 0, 0]

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            (DutyItem(id="I", list="L", category="serve"), True),
            (DutyItem(id="I", list="L", category="visits"), False),
            (DutyItem(id="I", list="L", category="serve", end=ON), False),
            (DutyList(id="L", kind="responsibility_list", owner="county"), False),
            (DutyList(id="L", kind="work_item_list", owner="here"), True),
            (DutyList(id="L", kind="work_item_list", owner="other"), False),
            (DutyList(id="L", kind="work_item_list", owner="county", end=ON), False),
            (DutyList(id="L", kind="work_item_list", owner="county", start=date(2018, 7, 2)), False),
        ],
    )
    def test_a_list_in_force_above_the_target(self, change: Row, expected: bool) -> None:
        assert facts(attrs.evolve(REQUEST, duty="serve"), change)["on_list"] is expected

    @pytest.mark.parametrize(
        ("approval", "expected"),
        [
            (Approval(organ="party_committee", unit="county", on=START), (True, False)),
            (Approval(organ="government", unit="county", on=START), (False, True)),
            (Approval(organ="government", unit="other", on=START), (False, False)),
            (Approval(organ="government", unit="city", on=START), (False, False)),
            (Approval(organ="government", unit="town", on=START), (False, False)),
            (Approval(organ="government", unit="county", on=date(2018, 4, 2)), (False, False)),  # RULINGS 7
            (Approval(organ="assembly", unit="county", on=START), (False, False)),
        ],
    )
    def test_an_approval_of_the_county_in_time(self, approval: Approval, expected: tuple[bool, bool]) -> None:
        found = facts(attrs.evolve(REQUEST, approvals=(approval,)))
        assert (found["approved_by_committee"], found["approved_by_government"]) == expected

    def test_a_target_no_longer_in_force_stands_under_nothing(self) -> None:
        approval = Approval(organ="government", unit="county", on=START)
        found = facts(attrs.evolve(REQUEST, duty="serve", target="past", approvals=(approval,)))
        assert (found["on_list"], found["approved_by_government"]) == (False, False)

    def test_a_target_that_is_not_on_record_is_misuse(self) -> None:
        with pytest.raises(UnknownIdError, match="nowhere") as caught:
            facts(attrs.evolve(REQUEST, target="nowhere"))
        assert str(caught.value) == both("request.target", target="nowhere")


class TestAdmit:
    PLACE: Jurisdiction = place(*ROWS)

    @pytest.mark.parametrize(
        ("changes", "outcome"),
        [
            ({}, Outcome.NOT_ADMITTED),
            ({"duty": "serve"}, Outcome.ADMITTED),
            ({"duty": "demolition"}, Outcome.FORBIDDEN),
        ],
    )
    def test_a_pack_decides(self, changes: dict[str, Any], outcome: Outcome) -> None:
        assert admit(attrs.evolve(REQUEST, **changes), place=self.PLACE, pack=JIXI, on=ON).outcome is outcome

    def test_a_pack_without_such_rules_cannot(self) -> None:
        with pytest.raises(UnknownIdError, match="duty"):
            admit(REQUEST, place=self.PLACE, pack=LANGFANG, on=ON)

    def test_a_pack_needs_fields_for_what_its_rules_ask_alone(self) -> None:
        rule = attrs.evolve(JIXI.rule("JX460"), when=JIXI.field("on_list"))
        small = RulePack(id="small", title=rule.text, fields=(JIXI.field("on_list").field,), rules=(rule,))
        outcomes = [
            admit(attrs.evolve(REQUEST, duty=duty), place=self.PLACE, pack=small, on=ON).outcome
            for duty in ("serve", "elderly_care")
        ]
        assert outcomes == [Outcome.ADMITTED, Outcome.NOT_ADMITTED]

    def test_identifiers_are_checked(self) -> None:
        for name in ("id", "duty", "target"):
            with pytest.raises(InvalidValueError, match=name):
                attrs.evolve(REQUEST, **bad(name))
        for name in ("organ", "unit"):
            with pytest.raises(InvalidValueError, match=name):
                attrs.evolve(Approval(organ="o", unit="u", on=ON), **bad(name))


FURTHER = ("role", "approvals", "listed_role", "on_negative_list", "taken_back", "department_duty")


class TestFurtherFacts:
    def gathered(
        self, request: DutyRequest, *rows: Row, whole: tuple[str, ...] = ("lists", "entries")
    ) -> dict[str, Any]:
        record = place(*ROWS, *rows, whole=whole)
        found = facts_of(request, record, ON, asked=(*FURTHER, "other"))
        return {name: found[name] for name in FURTHER}

    def test_they_are_given_where_they_are_asked_for(self) -> None:
        plain = facts(REQUEST)
        assert not set(FURTHER) & set(plain)
        assert facts_of(REQUEST, place(*ROWS), ON, asked=("role",)) == plain | {"role": "responsible"}

    def test_of_a_request_about_which_little_is_known(self) -> None:
        assert self.gathered(REQUEST) == {
            "role": "responsible",
            "approvals": 0,
            "listed_role": "unlisted",
            "on_negative_list": False,
            "taken_back": False,
            "department_duty": None,
        }
        assert self.gathered(attrs.evolve(REQUEST, responsible=False))["role"] == "assisting"

    @pytest.mark.parametrize(
        ("organs", "n"),
        [((), 0), (("government",), 1), (("government", "party_committee"), 2), (("government", "assembly"), 1)],
    )
    def test_how_many_organs_approved(self, organs: tuple[str, ...], n: int) -> None:
        approvals = tuple(Approval(organ=organ, unit="county", on=START) for organ in organs)
        assert self.gathered(attrs.evolve(REQUEST, approvals=approvals))["approvals"] == n

    @pytest.mark.parametrize(
        ("role", "expected"), [(None, "responsible"), ("responsible", "responsible"), ("assisting", "assisting")]
    )
    def test_in_which_role_it_is_listed(self, role: str | None, expected: str) -> None:
        listed = DutyItem(id="I2", list="L", category="care", matter="visits", role=role)
        assert self.gathered(REQUEST, listed)["listed_role"] == expected
        twice = attrs.evolve(listed, id="I3", role="responsible")
        assert self.gathered(REQUEST, listed, twice)["listed_role"] == "responsible"

    @pytest.mark.parametrize(
        ("kind", "fact"), [("negative_list", "on_negative_list"), ("taken_back_list", "taken_back")]
    )
    def test_on_a_list_that_takes_it_off(self, kind: str, fact: str) -> None:
        for owner, expected in (("town", True), ("here", True), ("county", True), ("other", False)):
            rows = [DutyList(id="N", kind=kind, owner=owner), DutyItem(id="n", list="N", category="visits")]
            assert self.gathered(REQUEST, *rows)[fact] is expected
            assert self.gathered(REQUEST, *rows, whole=())[fact] is (True if expected else None)
            assert self.gathered(REQUEST, *rows, whole=("lists",))[fact] is (True if expected else None)
            assert self.gathered(REQUEST, *rows, whole=("entries",))[fact] is (True if expected else None)

    def test_a_duty_of_the_department_that_asks(self) -> None:
        bureau = Unit(id="bureau", kind="department", parent="county")
        rows = [bureau, DutyList(id="D", kind="responsibility_list", owner="bureau")]
        held = DutyItem(id="d", list="D", category="visits")
        asking = attrs.evolve(REQUEST, department="bureau")
        assert self.gathered(asking, *rows, held)["department_duty"] is True
        assert self.gathered(asking, *rows)["department_duty"] is False
        assert self.gathered(asking, *rows, whole=())["department_duty"] is None
        assert self.gathered(REQUEST, *rows, held)["department_duty"] is None

    def test_a_target_no_longer_in_force_is_on_no_list_that_anybody_knows(self) -> None:
        assert self.gathered(attrs.evolve(REQUEST, target="past"))["taken_back"] is None

    def test_a_pack_gets_the_further_facts_it_asks_for(self) -> None:
        approvals = field("approvals", "int", Text(zh="批准机关数", en="approvals"))
        either = Rule(id="XX1", effect=Effect.PERMIT, when=approvals >= 1, text=WORDS, basis=BASIS)
        pack = JIXI.extend(Overlay(id="either", title=WORDS, basis=BASIS, add=(either,), fields=(approvals.field,)))
        one = Approval(organ="government", unit="county", on=START)
        request = attrs.evolve(REQUEST, approvals=(one,), staff_needed=0, yuan_needed=0, power_needed=0)
        assert admit(request, place=place(*ROWS), pack=pack, on=ON).outcome is Outcome.ADMITTED
        assert admit(request, place=place(*ROWS), pack=JIXI, on=ON).outcome is Outcome.NOT_ADMITTED


@pytest.mark.parametrize("name", ["power_needed", "power_moved"])
def test_a_power_is_taken_as_its_number(name: str) -> None:
    cells: dict[str, Any] = {name: Power.CONSENT}
    request = attrs.evolve(REQUEST, **cells)
    assert type(getattr(request, name)) is int
    assert facts(request)[name] == 3
