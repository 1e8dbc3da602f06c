"""Laws of the words all rooms share, over all values, with plain enumeration as the oracle."""

from __future__ import annotations

import copy
import html
import itertools
import pickle
from datetime import date, timedelta
from fractions import Fraction
from types import ModuleType
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov import base, org, rules
from pbgov.base import (
    LANGS,
    About,
    Amount,
    Band,
    Crowding,
    Cycle,
    Exact,
    Finding,
    FrozenMap,
    Generator,
    Nearly,
    Period,
    Report,
    Row,
    Table,
    Verdict,
    add_months,
    allocate,
    both,
    element,
    escape,
    in_order,
)
from pbgov.errors import InfeasibleError, InvalidValueError, UnknownIdError
from pbgov.testing._base import (
    amounts,
    bands,
    bases,
    cycles,
    days,
    findings,
    ids,
    names,
    periods,
    reports,
    tables,
    texts,
    weights,
)

EVERY_DAY = st.dates()
NEAR = days(max_value=date(2012, 3, 1))
SMALL = st.integers(0, 30)
ROWS = st.builds(Row, id=ids(max_size=2), start=st.none() | NEAR)


def week_or_month(cycle: Cycle, day: date) -> tuple[int, int]:
    """Which period a day lies in, told by other means."""
    if cycle is Cycle.WEEK:
        return day.isocalendar()[:2]
    length = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF_YEAR: 6, Cycle.YEAR: 12}[cycle]
    return day.year, (day.month - 1) // length


def span(period: Period, low: date, high: date) -> set[date]:
    """The days of a period from one day to another, enumerated."""
    every = (low + timedelta(n) for n in range((high - low).days + 1))
    return {day for day in every if day in period}


class TestEveryValue:
    @given(
        value=st.one_of(
            ids(), names(), texts(), days(), periods(), cycles(), amounts(), bands(), bases(required=True), findings(),
            reports(), tables(ROWS), weights(), st.builds(allocate, weights(), st.just(("A", "B"))),
        )
    )  # fmt: skip
    def test_pickles_copies_hashes_and_compares(self, value: object) -> None:
        for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):  # noqa: S301 - our own
            assert again == value
            assert hash(again) == hash(value)
            assert repr(again) == repr(value)

    @given(value=amounts() | bands() | bases(required=True) | texts() | periods())
    def test_words_itself_in_both_languages(self, value: Amount) -> None:
        assert all(value.in_(lang) for lang in LANGS)


@pytest.mark.parametrize("room", [base, org, rules], ids=["base", "org", "rules"])
def test_every_class_of_values_is_frozen_and_from_four_fields_on_takes_keywords(room: ModuleType) -> None:
    classes = [value for value in vars(room).values() if isinstance(value, type) and attrs.has(value)]
    assert len(classes) > 5
    for kind in classes:
        given_ = [field for field in attrs.fields(kind) if field.init]
        assert kind.__setattr__ is not object.__setattr__
        assert len(given_) < 4 or all(field.kw_only for field in given_), kind


class TestMonthsDoNotDrift:
    @given(day=EVERY_DAY, months=st.integers(-30_000, 30_000))
    def test_only_the_end_of_a_month_cuts(self, day: date, months: int) -> None:
        index = day.year * 12 + day.month - 1 + months
        if not 12 <= index < 120_000:
            with pytest.raises(InvalidValueError):
                add_months(day, months)
            return
        moved = add_months(day, months)
        assert moved.year * 12 + moved.month - 1 == index
        assert moved.day == day.day or (
            moved.day < day.day and (moved == date.max or (moved + timedelta(1)).month != moved.month)
        )


class TestACycleDividesTheCalendar:
    @given(cycle=cycles(), day=EVERY_DAY)
    def test_each_day_lies_in_one_period(self, cycle: Cycle, day: date) -> None:
        period = cycle.holding(day)
        assert day in period
        assert period.start is not None
        assert cycle.holding(period.start) == period
        if period.end is None:
            assert week_or_month(cycle, date.max) == week_or_month(cycle, day)
            return
        last = period.end - timedelta(1)
        assert cycle.holding(last) == period
        assert week_or_month(cycle, period.start) == week_or_month(cycle, day) == week_or_month(cycle, last)
        assert cycle.holding(period.end).start == period.end

    @given(cycle=cycles(), since=days(), length=st.integers(0, 1_000))
    def test_whole_periods_are_those_wholly_inside(self, cycle: Cycle, since: date, length: int) -> None:
        until = since + timedelta(length)
        every = [cycle.holding(since + timedelta(n)) for n in range(length)]
        inside = [p for p in dict.fromkeys(every) if Period(since, until).covers(p)] if length else []
        assert list(cycle.whole(since, until)) == inside


class TestPeriodsAreSetsOfDays:
    @given(one=periods(NEAR), other=periods(NEAR))
    def test_covering_and_overlapping(self, one: Period, other: Period) -> None:
        low, high = date(2011, 12, 1), date(2016, 1, 1)  # beyond every end, so that an open end shows
        ours, theirs = span(one, low, high), span(other, low, high)
        assert one.overlaps(other) == other.overlaps(one) == bool(ours & theirs)
        assert one.covers(other) == (theirs <= ours)


class TestAVagueAmountIsASetOfNumbers:
    @given(n=st.integers(10, 500))
    def test_nearly_is_nine_tenths_and_less_than_all(self, n: int) -> None:
        possible = [x for x in range(2 * n) if Fraction(9, 10) * n <= x < n]
        assert (Nearly(n).low, Nearly(n).high) == (possible[0], possible[-1])

    @given(n=SMALL, percent=st.integers(0, 150))
    def test_about_is_closed_on_both_sides(self, n: int, percent: int) -> None:
        off = Fraction(percent, 100) * n
        possible = [x for x in range(100) if n - off <= x <= n + off]
        assert (About(n, percent).low, About(n, percent).high) == (possible[0], possible[-1])

    @given(amount=amounts(SMALL), band=bands(SMALL))
    def test_a_verdict_holds_for_every_number_it_can_be(self, amount: Amount, band: Band) -> None:
        most = 200 if amount.high is None else amount.high  # above every end there is
        inside = [band.distance(n) == 0 for n in range(amount.low, most + 1)]
        expected = Verdict.MET if all(inside) else Verdict.UNKNOWN if any(inside) else Verdict.BREACHED
        assert band.verdict(amount) is expected

    @given(band=bands(SMALL), n=st.integers(0, 60))
    def test_the_distance_leads_back_to_the_band(self, band: Band, n: int) -> None:
        nearest = n - band.distance(n)
        assert band.verdict(Exact(nearest)) is Verdict.MET
        assert all(abs(m - n) >= abs(nearest - n) for m in range(100) if band.distance(m) == 0)


class TestAllocation:
    @given(things=weights(max_size=6), places=st.sets(ids(max_size=2), min_size=1, max_size=3))
    def test_its_bound_holds_and_it_is_at_most_a_third_worse_than_the_best(
        self, things: FrozenMap[str, int], places: set[str]
    ) -> None:
        found = allocate(things, places)
        every = itertools.product(sorted(places), repeat=len(things))
        best = min(
            max(sum(w for w, at in zip(things.values(), tried, strict=True) if at == p) for p in places)
            for tried in every
        )
        assert found.bound <= best <= found.greatest
        assert 3 * found.greatest <= 4 * best
        assert set(found.place_of) == set(things)
        assert found.loads == {p: sum(things[t] for t, at in found.place_of.items() if at == p) for p in places}

    @given(things=weights(max_size=30, equal=True), places=st.sets(ids(max_size=2), min_size=1, max_size=5))
    def test_with_equal_weights_it_is_best(self, things: FrozenMap[str, int], places: set[str]) -> None:
        found = allocate(things, places)
        assert found.greatest == found.bound
        assert max(found.loads.values()) - min(found.loads.values()) <= 1

    @given(things=weights(), data=st.data())
    def test_the_order_of_things_and_places_changes_nothing(
        self, things: FrozenMap[str, int], data: st.DataObject
    ) -> None:
        places = data.draw(st.permutations(["A", "B", "C"]))
        shuffled = dict(data.draw(st.permutations(list(things.items()))))
        assert allocate(shuffled, places) == allocate(things, ["A", "B", "C"])


CHOICES = st.lists(st.sets(st.sampled_from("ABC")), min_size=6, max_size=6)
ROOMS = st.lists(st.none() | st.integers(0, 3), min_size=3, max_size=3)


def ways(count: int, options: list[set[str]], rooms: list[int | None]) -> list[tuple[str, ...]]:
    """Every way to put things where they may go and there is room, by brute force."""
    return [
        way
        for way in itertools.product(*(sorted(where) for where in options[:count]))
        if all(room is None or way.count(place) <= room for place, room in zip("ABC", rooms, strict=True))
    ]


def loads_of(things: FrozenMap[str, int], way: tuple[str, ...]) -> list[int]:
    """The loads of a way, the greatest first."""
    return sorted((sum(w for w, at in zip(things.values(), way, strict=True) if at == p) for p in "ABC"), reverse=True)


class TestAllocationUnderConditions:
    @given(things=weights(max_size=6), options=CHOICES, rooms=ROOMS, equal=st.booleans())
    @settings(max_examples=300)
    def test_against_every_way_there_is(
        self, things: FrozenMap[str, int], options: list[set[str]], rooms: list[int | None], equal: bool
    ) -> None:
        if equal:
            things = FrozenMap(dict.fromkeys(things, 3))
        every = ways(len(things), options, rooms)
        eligible = dict(zip(things, options, strict=False))
        capacity = {place: room for place, room in zip("ABC", rooms, strict=True) if room is not None}
        try:
            found = allocate(things, ["A", "B", "C"], capacity=capacity, eligible=eligible)
        except InfeasibleError as error:
            assert not every
            crowd = error.certificate
            assert isinstance(crowd, Crowding)
            assert set(crowd.places) == set().union(*(eligible[thing] for thing in crowd.things))
            assert crowd.room == sum(capacity[place] for place in crowd.places) < len(crowd.things)
            return
        way = tuple(found.place_of[thing] for thing in things)
        assert way in every
        assert found.loads == {p: sum(things[t] for t, at in found.place_of.items() if at == p) for p in "ABC"}
        best = min(loads_of(things, one) for one in every)
        assert found.bound <= best[0] <= found.greatest
        if equal:
            assert loads_of(things, way) == best
            assert found.gap == 0
            squares = min(sum(load * load for load in loads_of(things, one)) for one in every)
            assert sum(load * load for load in found.loads.values()) == squares
        if not capacity:
            assert found.greatest <= 2 * best[0]

    @given(things=weights(max_size=30), places=st.integers(1, 5))
    def test_it_is_never_worse_than_the_heaviest_first(self, things: FrozenMap[str, int], places: int) -> None:
        loads = [0] * places
        for weight in sorted(things.values(), reverse=True):
            loads[loads.index(min(loads))] += weight
        found = allocate(things, [f"P{i}" for i in range(places)])
        assert found.greatest <= max(loads)
        assert sum(load * load for load in found.loads.values()) <= sum(load * load for load in loads)
        assert found.bound <= found.greatest

    @given(
        things=weights(max_size=12),
        options=st.lists(st.sets(st.sampled_from("ABC"), min_size=1), min_size=12, max_size=12),
    )
    def test_to_fix_what_was_found_changes_nothing(self, things: FrozenMap[str, int], options: list[set[str]]) -> None:
        eligible = dict(zip(things, options, strict=False))
        found = allocate(things, ["A", "B", "C"], eligible=eligible)
        again = allocate(things, ["C", "B", "A"], eligible=dict(reversed(eligible.items())), fixed=found.place_of)
        assert (again.place_of, again.loads) == (found.place_of, found.loads)
        assert again.bound == found.greatest
        assert allocate(things, ["C", "B", "A"], eligible=dict(reversed(eligible.items()))) == found


class TestATableIsADictInOrder:
    @given(table=tables(ROWS), more=st.lists(ROWS, max_size=3), data=st.data())
    def test_changes(self, table: Table[Row], more: list[Row], data: st.DataObject) -> None:
        model = dict(table.items())
        for row in more:
            model[row.id] = row
        grown = table.having(*more)
        assert dict(grown) == model
        assert list(grown) == sorted(model)
        gone = data.draw(st.lists(st.sampled_from(sorted(model)), max_size=2)) if model else []
        assert dict(grown.without(*gone)) == {key: row for key, row in model.items() if key not in gone}
        assert Table(data.draw(st.permutations(list(grown.values())))) == grown
        assert hash(Table(reversed(grown.rows()))) == hash(grown)

    @given(table=tables(ROWS), key=ids(max_size=2), day=NEAR)
    def test_looking_up(self, table: Table[Row], key: str, day: date) -> None:
        if key in table:
            assert table[key].id == key
        else:
            with pytest.raises(UnknownIdError):
                table[key]
        assert table.on(day) == tuple(row for row in table.rows() if day in row.period)

    @given(table=tables(ROWS, min_size=1), data=st.data())
    def test_one_identifier_twice_is_refused(self, table: Table[Row], data: st.DataObject) -> None:
        twice = data.draw(st.sampled_from(table.rows()))
        with pytest.raises(InvalidValueError) as caught:
            Table([*table.values(), twice])
        assert caught.value.culprits == (twice.id,)


class TestFindingsStandInOrder:
    @given(given_=st.lists(findings(), max_size=6))
    def test_each_identity_once_and_the_first_of_it(self, given_: list[Finding]) -> None:
        def identity(finding: Finding) -> tuple[str, str, str]:
            return finding.code, finding.subject, finding.aspect

        kept = in_order(given_)
        assert [identity(f) for f in kept] == sorted({identity(f) for f in given_})
        assert all(next(f for f in given_ if identity(f) == identity(one)) is one for one in kept)
        assert in_order(kept) == kept

    @given(report=reports())
    def test_a_report_counts_what_it_keeps(self, report: Report) -> None:
        for finding in report.findings:
            same = [f for f in report.having(finding.verdict) if f.code == finding.code]
            assert report.count(finding.code, finding.verdict) == len(same)
        assert len(report.to_dict()["findings"]) == len(report.findings)  # type: ignore[arg-type] # a list
        assert all(
            f.message(lang) and f.fix(lang) and f.subject in f.message(lang) for f in report.findings for lang in LANGS
        )


class TestTextFromOutside:
    @given(value=st.text())
    def test_a_message_is_short_and_can_be_written(self, value: str) -> None:
        told = both("id.unknown", value=value)
        assert told.encode()
        assert len(told) < 1_000

    @given(value=st.text())
    def test_markup_is_well_formed_and_nothing_is_lost(self, value: str) -> None:
        shown = element("p", value, title=value)
        again = ET.fromstring(shown)  # noqa: S314 - our own markup
        assert (again.text or "") == html.unescape(escape(value))
        assert again.attrib.keys() == {"title"}
        assert not set("<>\"'") & set(escape(value))
        assert all(b in {a, "\ufffd"} for a, b in zip(value, html.unescape(escape(value)), strict=True))


class TestChance:
    @given(seed=st.integers(0, 2**64 - 1), n=st.integers(1, 2**32))
    def test_a_draw_is_below_its_bound(self, seed: int, n: int) -> None:
        assert 0 <= Generator(seed).below(n) < n

    @given(seed=st.integers(0, 2**64 - 1), items=st.lists(st.integers(), max_size=9))
    def test_a_shuffle_loses_nothing_and_repeats(self, seed: int, items: list[int]) -> None:
        one, other = list(items), list(items)
        Generator(seed).shuffle(one)
        Generator(seed).shuffle(other)
        assert one == other
        assert sorted(one) == sorted(items)

    def test_every_order_comes_up_about_as_often(self) -> None:
        seen: dict[tuple[int, ...], int] = {}
        chance = Generator(0)
        for _ in range(6_000):
            items = [1, 2, 3]
            chance.shuffle(items)
            seen[tuple(items)] = seen.get(tuple(items), 0) + 1
        assert len(seen) == 6
        assert all(850 < n < 1_150 for n in seen.values())
