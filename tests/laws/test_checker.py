"""After any edits a checker reports what a full pass over the edited place reports."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov import testing as pt
from pbgov.base import Row
from pbgov.boundary import parse
from pbgov.model import TABLES, Edit, Jurisdiction
from pbgov.packs import JIEFANGBEI, JIXI, LANGFANG, NANQIAO, NATIONAL, PROCESSES, SHANWEI
from pbgov.rules import Payload, RulePack
from pbgov.synth import Planted, city
from pbgov.validation import EVALUATORS, Checker, faults, judge, repair
from pbgov.validation._reads import READS
from tests.catalogue.cases import CASES
from tests.catalogue.codes import NORMS, STRUCTURE
from tests.catalogue.worlds import SINCE, Judged, Wanting

PACKS: list[RulePack | None] = [None, JIXI, LANGFANG, JIEFANGBEI, NANQIAO, SHANWEI, NATIONAL, PROCESSES]
EXCEPT = {case.code for case in CASES if isinstance(case, Judged) and case.code.startswith("PBS")}
FEW = settings(max_examples=settings().max_examples // 5)  # each example is a whole place, judged many times
ONE = next(case for case in CASES if isinstance(case, Judged) and case.code == "JX206")
MANY = 1_000
JUDGED = [case for case in CASES if isinstance(case, Judged | Wanting)]


@pytest.fixture(autouse=True, scope="module")
def _every_way_is_long() -> Iterator[None]:
    """In worlds as small as these no way would be kept otherwise."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pbgov.model._view._LONG", -1)
        patch.setattr("pbgov.model._ways._FEW", 1)
        yield


def edits_between(before: Jurisdiction, after: Jurisdiction) -> list[Edit]:
    return [
        Edit(table=name, id=key, before=before.table(name).get(key), after=after.table(name).get(key))
        for name in TABLES
        for key in after.table(name).differing(before.table(name))
    ]


def mingled(chance: random.Random, place: Jurisdiction) -> Edit:
    """Take a row out, or put into one of its cells what another row holds there."""
    name = chance.choice([table for table in TABLES if place.table(table)])
    table = place.table(name)
    rows = table.rows()
    row: Row = chance.choice(rows)
    if chance.random() < 0.3:
        return Edit(table=name, id=row.id, before=row, after=None)
    names = [a.name for a in attrs.fields(type(row)) if a.name != "id"]
    cells: dict[str, Any] = {column: getattr(chance.choice(rows), column) for column in chance.sample(names, 1)}
    cells |= {"id": f"{row.id}.new"} if chance.random() < 0.2 else {}
    try:
        other = attrs.evolve(row, **cells)
    except ValueError:  # cells that cannot stand together
        return Edit(table=name, id=row.id, before=row, after=row)
    return Edit(table=name, id=other.id, before=table.get(other.id), after=other)


def walk(place: Jurisdiction, pack: RulePack | None, on: date, chance: random.Random, steps: int) -> None:
    checker = Checker(place, pack, on=on, since=date(2017, 1, 1))
    for _ in range(steps):
        aside = mingled(chance, place)  # what one edit brings, another of the same place does not see
        checker.edited([aside])
        edits = {(one.table, one.id): one for one in (mingled(chance, place) for _ in range(chance.choice((1, 1, 2))))}
        place = place.edited(edits.values())
        checker = checker.edited(edits.values())
        assert checker.place == place
        assert checker.report == judge(place, pack, on=on, since=date(2017, 1, 1))
        if not any(place.table(table) for table in TABLES):
            return


@given(pt.jurisdictions(), pt.jurisdictions(), st.sampled_from(PACKS), st.dates(date(2017, 1, 1), date(2022, 1, 1)))
def test_from_one_place_to_any_other(
    before: Jurisdiction, after: Jurisdiction, pack: RulePack | None, on: date
) -> None:
    after = attrs.evolve(after, id=before.id, name=before.name, world=before.world)
    after = attrs.evolve(after, profile=before.profile, recorded=before.recorded)
    checker = Checker(before, pack, on=on, since=date(2017, 1, 1)).edited(edits_between(before, after))
    assert checker.place == after
    assert checker.report == judge(after, pack, on=on, since=date(2017, 1, 1))


@given(st.data(), pt.jurisdictions(), st.sampled_from(PACKS))
def test_after_a_change(data: st.DataObject, place: Jurisdiction, pack: RulePack | None) -> None:
    change = data.draw(pt.changes(place))
    checker = Checker(place, pack=pack, on=date(2018, 7, 1)).apply(change, lost="report")
    assert checker.place == place.apply(change, lost="report").place
    assert checker.report == judge(checker.place, pack, on=date(2018, 7, 1))


def size(case: Judged | Wanting) -> int:
    """How many rows its first world has."""
    return sum(len(case.accepting.table(name)) for name in TABLES)


def by_day(number: int, one_in: int) -> object:
    """By day one in so many cases, if its world is small; the others at night."""
    late = number % one_in or size(JUDGED[number]) > MANY
    return pytest.param(number, marks=pytest.mark.nightly if late else ())


@pytest.mark.parametrize("number", [by_day(number, 4) for number in range(len(JUDGED))])
def test_the_worlds_of_the_catalogue_edited_at_random(number: int) -> None:
    case = JUDGED[number]
    chance = random.Random(number)
    for given_ in (case.accepting, *([case.violating] if isinstance(case, Judged) else [])):
        if isinstance(given_, Jurisdiction):
            walk(given_, case.pack, case.on, chance, 1)


@pytest.mark.parametrize("number", [by_day(number, 3) for number in range(len(JUDGED))])
def test_from_an_accepting_to_a_violating_world_and_back(number: int) -> None:
    case = JUDGED[number]
    if isinstance(case, Judged):
        before, after = case.accepting, attrs.evolve(case.violating, recorded=case.accepting.recorded)
        checker = Checker(before, case.pack, on=case.on)
        start = checker.report
        checker = checker.edited(edits_between(before, after))
        assert checker.report == judge(after, case.pack, on=case.on)
        assert checker.edited(edits_between(after, before)).report == start


@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.nightly) for n in (1, 2))])
def test_a_made_up_city_edited_at_random(seed: int) -> None:
    walk(parse(city(seed, entities=900)), JIXI, date(2020, 1, 1), random.Random(seed), 8)


def test_every_kind_of_norm_declares_what_it_reads() -> None:
    assert set(READS) == set(EVALUATORS)


@FEW
@given(pt.broken(codes=["PBS08", "PBS09"]))
def test_a_repair_takes_its_finding_away_and_brings_none(world: tuple[Jurisdiction, object]) -> None:
    place, _ = world
    before = list(faults(place))
    for finding in before:
        edits = repair(place, finding)
        after = list(faults(place.edited(edits)))
        assert after == ([one for one in before if one != finding] if edits else before)
        assert edits or finding.code == "PBS09"  # a grid of strangers alone would be left with nothing


def test_what_needs_a_decision_is_not_repaired() -> None:
    place = next(case.violating for case in STRUCTURE if case.code == "PBS04")
    [finding] = faults(place)
    assert repair(place, finding) == ()


def reached(kind: type[Payload]) -> Iterator[tuple[Jurisdiction, Planted]]:
    """Yield places in which a norm of a kind is breached by one edit of a world in which it is met."""
    for case in sorted([*(one for one in JUDGED if isinstance(one, Judged)), *NORMS], key=size):
        if case.code not in EXCEPT and type(case.pack[case.code].payload) is kind:  # type: ignore[union-attr] # every case that is judged has a pack
            found = pt.breaches(case.accepting, case.pack, on=case.on, since=SINCE)
            yield from ((place, fault) for place, fault in found if fault.code == case.code)


@pytest.mark.parametrize("kind", EVALUATORS)
def test_every_kind_of_norm_can_be_breached_by_one_edit(kind: type[Payload]) -> None:
    place, fault = next(reached(kind))
    assert fault.code
    assert list(faults(place)) == []


@settings(max_examples=settings().max_examples // 20)  # each judges a whole place by a whole pack, many times
@given(pt.broken_norms(st.just(ONE.accepting), pack=ONE.pack, on=ONE.on))
def test_one_damage_is_one_breach(world: tuple[Jurisdiction, Planted]) -> None:
    place, fault = world
    found = [(f.code, f.subject) for f in judge(place, ONE.pack, on=ONE.on).breached]
    assert found == [(fault.code, fault.subject)]
