"""Jixi: what the report counts is what the model gives, and how the register of 2023 differs."""

import csv
import json
import sys
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import pbgov
from pbgov.base import Exact, Verdict
from pbgov.model import Jurisdiction, View, columns
from pbgov.packs import JIXI
from pbgov.rules import HERE, Distinct, Outcome, Rota

EXAMPLES = Path(__file__).parents[2] / "examples"
sys.path.insert(0, str(EXAMPLES))

from cities import jixi  # noqa: E402 - found through the line above
from cities import jixi_documents as documents  # noqa: E402
from cities.jixi_world import ON, groups, reported_place  # noqa: E402


@cache
def reported() -> Jurisdiction:
    return reported_place()


@cache
def registered() -> Jurisdiction:
    with (EXAMPLES / "data" / "jixi_divisions.csv").open(encoding="utf-8", newline="") as file:
        return pbgov.parse(documents.registered(csv.DictReader(file)))


def levels(place: Jurisdiction) -> Counter[str | None]:
    return Counter(unit.level for unit in place.units.values() if unit.level is not None)


def test_the_reported_world_counts_as_the_report_does() -> None:
    place = reported()
    assert levels(place) == {"city": 1, "county": 9, "township": 32, "community": 69}
    kinds = Counter(body.kind for body in place.bodies.values())
    assert kinds["regional_joint_meeting"] == 110 == 9 + 32 + 69
    assert kinds["city_joint_meeting"] == 1
    assert kinds["rotation_group"] == 6
    departments = place.org.members(documents.CITY_MEETING)
    assert len(departments) == 28
    assert sum(not place.units[name].made_up for name in departments) == 6
    posts = Counter(post.kind for post in place.posts.values() if post.unit in departments)
    assert (posts["responsible_leader"], posts["liaison"]) == (28, 28)


def test_member_units_are_more_than_3500_and_none_is_crowded() -> None:
    place = reported()
    regional = {body.id for body in place.bodies.values() if body.kind == "regional_joint_meeting"}
    joined = [tie for tie in place.ties.values() if tie.kind == "member" and tie.target in regional]
    assert len({tie.source for tie in joined}) == 3501
    seats = Counter(tie.target for tie in place.ties.values() if tie.kind == "seated_in")
    assert max(seats.values()) - min(seats.values()) <= 1
    assert seats.total() == 3501


def test_what_the_text_only_counts_is_marked() -> None:
    territory = [unit for unit in reported().units.values() if unit.level is not None]
    named = {unit.name for unit in territory if not unit.made_up}
    assert len(named) == 1 + 7 + 2 + 8
    assert {"鸡西市", "滴道区", "鸡东县", "密山市", "东兴街道", "南山街道", "东风社区", "红卫社区"} <= named


# What the report says should be and of which it says no more; the grids are another city's.
SILENT = jixi.CITY.unknown - {"LF302", "LF305"}


def test_the_reported_world_breaches_nothing_of_severity_error() -> None:
    report = pbgov.validate(reported(), pack=JIXI, on=ON)
    assert report.ok
    assert {finding.code for finding in report.breached} == {"PBN501"}  # 69 communities are few for 1.129 million
    assert {finding.code for finding in report.unknown} == SILENT
    idle = {finding.code for finding in report.having(Verdict.NOT_APPLICABLE)}
    assert idle.isdisjoint(finding.code for finding in report.unknown)
    assert {code for code in idle if code.startswith("JX2")} == {"JX208", "JX2122", "JX231"}


def test_the_six_functions_are_partly_known() -> None:
    (finding,) = [f for f in pbgov.validate(reported(), pack=JIXI, on=ON).unknown if f.code == "JX203"]
    assert len(reported().bodies[documents.CITY_MEETING].functions) == 3
    assert finding.verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("code", "subject"), [("JX204", "city-meeting"), ("JX206", "department-finance"), ("JX207", "city-meeting"),
                          ("JX404", "duties-nanshan"), ("JX422", "mashan")]
)  # fmt: skip
def test_each_damage_is_found(code: str, subject: str) -> None:
    before, after, planted = damage()
    assert (code, subject) in after - before
    assert (code, subject) in planted


def test_nothing_else_is_found_in_the_damaged_copy() -> None:
    before, after, planted = damage()
    assert after - before == planted
    assert before - after == set()


@cache
def damage() -> tuple[set[tuple[str, str]], set[tuple[str, str]], set[tuple[str, str]]]:
    planted = jixi.faults(reported())
    broken = reported().edited(edit for _, edits in planted.values() for edit in edits)
    found = [
        {(f.code, f.subject) for f in pbgov.validate(given, pack=JIXI, on=ON).breached}
        for given in (reported(), broken)
    ]
    return found[0], found[1], set(planted)


def test_the_register_of_2023_differs_in_known_ways() -> None:
    place = registered()
    assert len(place.units) == 811
    assert levels(place) == {"city": 1, "county": 9, "township": 95, "community": 706}
    subdistricts = {unit.id for unit in place.units.values() if unit.kind == "subdistrict"}
    within = [
        unit for unit in place.units.values() if unit.parent in subdistricts and unit.kind == "residents_committee"
    ]
    assert (len(subdistricts), len(within)) == (27, 72)


def mislabelled() -> list[str]:
    """Give the rows of the list whose name says a village and whose code does not, or the other way round."""
    with (EXAMPLES / "data" / "jixi_divisions.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] in {"community", "village"}]
    rural = {"villagers-committee", "quasi-village"}
    return [row["code"] for row in rows if (row["level"] == "village") != (row["kind"] in rural)]


def test_the_register_records_units_alone() -> None:
    report = pbgov.validate(registered(), pack=JIXI, on=ON)
    assert {(finding.code, finding.subject) for finding in report.breached} == {
        ("PBS13", code) for code in mislabelled()
    }
    assert report.ok
    assert report.count("JX110", Verdict.MET) == 110
    assert report.count("JX201", Verdict.UNKNOWN) == 1 + 9 + 27 + 110


def test_dongfeng_stands_in_a_town() -> None:
    place = registered()
    found = place.org.find("东风社区居民委员会")
    assert found == ("230304002005", "230321100004")  # a name is no key
    assert [place.units[key].kind for key in place.org.chain("230321100004")][1:3] == ["town", "county"]


def test_dongfeng_rotates_through_a_year() -> None:
    place = reported()
    named = groups(place)
    rota = Rota(groups=named, start=date(2018, 1, 1), months=2)
    assert [turn.group for turn in rota.cycle()] == list(named)
    assert rota.cycle()[-1].period.end == date(2019, 1, 1)
    held = Counter(
        rota.holder(date.fromordinal(day)) for day in range(date(2018, 1, 1).toordinal(), date(2019, 1, 1).toordinal())
    )
    assert held.total() == 365
    assert set(held.values()) == {59, 61, 62}


def test_eight_requests_go_eight_ways() -> None:
    outcomes = [decision.outcome for _, decision in jixi.decide(reported())]
    assert outcomes == [
        Outcome.FORBIDDEN,
        Outcome.ADMITTED,
        Outcome.NOT_ADMITTED,
        Outcome.NOT_ADMITTED,
        Outcome.CONDITIONAL,
        Outcome.CONDITIONAL,
        Outcome.ADMITTED,
        Outcome.UNDECIDED,
    ]


def test_a_chair_is_nominated_by_members_of_the_group_alone() -> None:
    outcomes = [decision.outcome for _, decision in jixi.nominate(reported())]
    assert outcomes == [Outcome.ADMITTED, Outcome.NOT_ADMITTED]


def test_what_is_still_asked_for_is_computed() -> None:
    decisions = [decision for _, decision in jixi.decide(reported())]
    owed = [[(o.resource, o.amount) for o in decision.obligations] for decision in decisions]
    assert owed[4:6] == [[("staff", 2)], [("yuan_a_year", 12_000)]]
    assert decisions[7].missing == ("staff_needed",)


def test_more_than_3500_can_be_measured() -> None:
    view = View(reported(), JIXI.at(ON), ON, date(2018, 1, 1))
    bodies, ties = columns("bodies"), columns("ties")
    meetings = HERE.down().back(bodies.host, bodies.kind == "regional_joint_meeting")
    members = meetings.back(ties.target, ties.kind == "member")
    assert view.measure(Distinct(members, "source"), reported().units["jixi"]) == Exact(3501)


def test_the_document_survives_json() -> None:
    document = pbgov.to_document(reported())
    assert pbgov.parse(json.dumps(document, ensure_ascii=False)) == reported()
