"""What is gathered for a request, and how it decides."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import Row
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.model import Approval, DutyRequest, Jurisdiction, admit, facts_of
from pbgov.org import Unit
from pbgov.packs import JIXI, LANGFANG
from pbgov.rules import DutyItem, DutyList, Outcome
from tests.unit.validation.worlds import ON, place

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
        assert facts(REQUEST)["function"] == "unspecified"

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
        with pytest.raises(UnknownIdError, match="nowhere"):
            facts(attrs.evolve(REQUEST, target="nowhere"))


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
        with pytest.raises(UnknownIdError):
            admit(REQUEST, place=self.PLACE, pack=LANGFANG, on=ON)

    def test_identifiers_are_checked(self) -> None:
        for name in ("id", "duty", "target"):
            with pytest.raises(InvalidValueError, match=name):
                attrs.evolve(REQUEST, **bad(name))
        for name in ("organ", "unit"):
            with pytest.raises(InvalidValueError, match=name):
                attrs.evolve(Approval(organ="o", unit="u", on=ON), **bad(name))
