"""Nanqiao as its report has it, beside the register of 2023, and under other policies of reporting."""

import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import pbgov
from pbgov.base import Report, Verdict
from pbgov.model import Jurisdiction
from pbgov.packs import INSTITUTIONS, NANQIAO, NANQIAO_LEVELS
from pbgov.rules import Outcome
from tests.catalogue.worlds import supplied
from tests.golden.test_other_cities import divisions

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))

from cities.nanqiao import CITY
from cities.nanqiao_documents import COMMUNITIES, COMPOUNDS, GRIDS, SUBDISTRICTS, YINHUA
from cities.nanqiao_members import FIRMS, MEMBERS, grids_of


@cache
def reported() -> Jurisdiction:
    return pbgov.parse(CITY.document())


@cache
def judged() -> Report:
    return pbgov.validate(reported(), pack=NANQIAO, on=CITY.on, since=CITY.since)


def levels(place: Jurisdiction) -> Counter[str | None]:
    return Counter(unit.level for unit in place.units.values())


def test_the_register_of_2023_differs_in_known_ways() -> None:
    """The report counts neither subdistricts nor communities: those here are made up, and the register has others."""
    register = divisions("chuzhou_nanqiao.csv", NANQIAO_LEVELS)
    told = levels(reported())
    assert (told["township"], told["community"]) == (3, 21)
    assert (levels(register)["township"], levels(register)["community"]) == (13, 97)
    kinds = Counter(unit.kind for unit in register.units.values())
    assert kinds["subdistrict"] == 3  # as many as are made up; the others are towns and parks
    subdistricts = {unit.id for unit in register.units.values() if unit.kind == "subdistrict"}
    within = [unit for unit in register.units.values() if unit.parent in subdistricts]
    assert len(within) == 20
    assert all(unit.kind == "residents_committee" for unit in within)
    assert not any(unit.kind == "compound" for unit in register.units.values())  # what the report is about


def test_what_the_report_only_counts_is_marked() -> None:
    place = reported()
    named = {unit.name for unit in place.units.values() if not unit.made_up}
    assert named == {"南谯区", "银花西村小区", "安徽省", "滁州市"}
    assert all(place.units[name].made_up for name in (*SUBDISTRICTS, *COMMUNITIES, *COMPOUNDS) if name != YINHUA)


def test_the_register_records_units_alone() -> None:
    report = pbgov.validate(divisions("chuzhou_nanqiao.csv", NANQIAO_LEVELS), pack=NANQIAO, on=CITY.on)
    assert report.ok
    assert report.count("NQ111", Verdict.MET) == 97
    assert report.count("NQ307", Verdict.MET) == 0


def test_grids_are_spread_as_evenly_as_they_can_be() -> None:
    """366 over 54 is 6.78: 42 units have seven and 12 have six."""
    held = [len(grids_of(firm)) for firm in FIRMS]
    assert Counter(held) == {7: 42, 6: 12}
    assert sum(held) == len(GRIDS) == 366


def test_every_norm_of_the_report_that_has_something_to_say_is_met() -> None:
    own = {norm.code for norm in NANQIAO.norms if norm.code.startswith("NQ")}
    met = {code for code in own if judged().count(code, Verdict.MET)}
    assert own - met - CITY.unknown == {"NQ5152"}  # no centre of a community is reported


def test_another_policy_of_reporting_finds_every_member_elsewhere() -> None:
    """The destination is a figure of the pack: where members should report at home, a contract is no ground."""
    at_home = supplied(NANQIAO, "dual_report.policy", ("residence",))
    report = pbgov.validate(reported(), pack=at_home, on=CITY.on, since=CITY.since)
    assert Counter(finding.code for finding in report.breached) == {"NQ624": len(MEMBERS)}
    assert report.count("NQ707", Verdict.MET) == 0  # contracts say nothing any more of where they report
    either = supplied(NANQIAO, "dual_report.policy", ("residence", "contracted"))
    assert pbgov.validate(reported(), pack=either, on=CITY.on, since=CITY.since).breached == ()


def test_nine_requests_go_five_ways() -> None:
    outcomes = [decision.outcome for _, decision in CITY.decide(reported())]
    assert outcomes == [
        Outcome.ADMITTED,
        Outcome.NOT_ADMITTED,
        Outcome.NOT_ADMITTED,
        Outcome.ADMITTED,
        Outcome.NOT_ADMITTED,
        Outcome.ADMITTED,
        Outcome.FORBIDDEN,
        Outcome.CONDITIONAL,
        Outcome.UNDECIDED,
    ]


@pytest.mark.parametrize("item", ["C-1.31", "C-2.29", "C-5.06", "C-6.24", "C-6.27", "C-6.37", "C-8.19", "C-9.18"])
def test_what_is_no_norm_is_an_institution(item: str) -> None:
    assert any(item in institution.items for institution in INSTITUTIONS["nanqiao"])
