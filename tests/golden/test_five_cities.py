"""Five cities: each reported world gives back every fact of its report, and no fact can change unnoticed."""

import csv
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import pbgov
from pbgov.base import LANGS, Severity
from pbgov.model import Jurisdiction
from pbgov.packs import INSTITUTIONS
from pbgov.rules import RulePack, analyse
from pbgov.validation import Checker

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))

from cities import CITIES
from cities.city import City, Target

ITEMS = Path(__file__).parent / "data" / "items_by_city.csv"
BY_ID = {city.id: city for city in CITIES}


@cache
def judged(name: str) -> Checker:
    """The reported world of a city, judged once."""
    city = BY_ID[name]
    return Checker(pbgov.parse(city.document()), pack=city.pack, on=city.on, since=city.since)


def targets() -> Iterator[object]:
    for city in CITIES:
        for target in city.targets:
            yield pytest.param(city, target, id=f"{city.id}: {target.what.en}")


@pytest.mark.parametrize(("city", "target"), list(targets()))
def test_a_fact_is_given_back_and_cannot_change_unnoticed(city: City, target: Target) -> None:
    checker = judged(city.id)
    assert target.ask(checker.place, checker.report) == target.value
    after = checker.edited(target.undo(checker.place))
    turned = after.report.findings != checker.report.findings or after.report.tallies != checker.report.tallies
    answer = target.ask(after.place, after.report)
    if target.code:
        of_norm = [[f for f in one.report.findings if f.code == target.code] for one in (checker, after)]
        counts = [[t for t in one.report.tallies if t.code == target.code] for one in (checker, after)]
        assert of_norm[0] != of_norm[1] or counts[0] != counts[1]
    assert turned or answer != target.value


@pytest.mark.parametrize("city", CITIES, ids=lambda city: city.id)
def test_a_reported_world_breaches_nothing_of_severity_error(city: City) -> None:
    report = judged(city.id).report
    assert report.ok
    assert report.complete
    assert {f.code for f in report.breached} == city.warnings
    assert all(f.severity is not Severity.ERROR for f in report.breached)
    assert {f.code for f in report.unknown} == city.unknown


@pytest.mark.parametrize("city", CITIES, ids=lambda city: city.id)
def test_a_world_comes_through_the_boundary_and_says_which_world_it_is(city: City) -> None:
    place = judged(city.id).place
    assert place.world == "reported"
    assert pbgov.parse(pbgov.to_document(place)) == place


@pytest.mark.parametrize("city", CITIES, ids=lambda city: city.id)
def test_no_finding_of_the_analysis_is_open(city: City) -> None:
    assert analyse(city.pack, on=city.on) == ()
    decisions = [one.value for one in INSTITUTIONS[city.id] if isinstance(one.value, RulePack)]
    assert [flaw for decision in decisions for flaw in analyse(decision, on=city.on)] == []


@pytest.mark.parametrize("city", CITIES, ids=lambda city: city.id)
def test_requests_are_decided_each_by_its_own_facts(city: City) -> None:
    decisions = [decision for _, decision in city.decide(judged(city.id).place)]
    assert len({decision.outcome for decision in decisions}) >= 3
    assert all(decision.explain(lang) for decision in decisions for lang in LANGS)


@pytest.mark.parametrize("city", CITIES, ids=lambda city: city.id)
def test_each_planted_fault_is_found_and_nothing_else(city: City) -> None:
    checker = judged(city.id)
    before = {(f.code, f.subject) for f in checker.report.breached}
    for planted, (_, edits) in city.faults(checker.place).items():
        after = {(f.code, f.subject) for f in checker.edited(edits).report.breached}
        assert after - before == {planted}


@pytest.mark.parametrize("city", CITIES, ids=lambda city: city.id)
def test_every_item_of_the_report_is_held(city: City) -> None:
    with ITEMS.open(encoding="utf-8", newline="") as file:
        asked = {row["item"] for row in csv.DictReader(file) if row["city"] == city.id}
    assert asked - held(city, judged(city.id).place) == set()


def held(city: City, place: Jurisdiction) -> set[str]:
    """The items that the pack and the institutions of a city name, and those it says where to find."""
    named = {norm.item for norm in city.pack.norms} | {rule.item for rule in city.pack.rules}
    named |= {item for institution in INSTITUTIONS[city.id] for item in institution.items}
    codes = {norm.code for norm in city.pack.norms}
    for item, where in city.kept.items():
        _, table, name = where.split("/") if where.startswith("/") else ("", "", where)
        assert name in (place.table(table) if table else codes) or name.startswith("PBS"), (item, where)
    return named | set(city.kept)


@pytest.mark.parametrize("name", INSTITUTIONS)
def test_an_institution_says_what_it_is_in_both_languages(name: str) -> None:
    codes = [institution.code for institution in INSTITUTIONS[name]]
    assert len(codes) == len(set(codes))
    for institution in INSTITUTIONS[name]:
        assert not institution.title.zh.isascii()
        assert institution.title.en
        assert institution.items
