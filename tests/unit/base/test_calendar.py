from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from pbgov.base import Cycle, Period, add_months, anniversaries
from pbgov.errors import InvalidValueError


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        (date(2018, 8, 31), 6, date(2019, 2, 28)),  # end of month, clamped
        (date(2019, 8, 31), 6, date(2020, 2, 29)),  # into a leap year
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2020, 2, 29), 48, date(2024, 2, 29)),
        (date(2020, 2, 29), -12, date(2019, 2, 28)),
        (date(1999, 12, 31), 2, date(2000, 2, 29)),  # divisible by 400
        (date(1900, 1, 31), 1, date(1900, 2, 28)),  # divisible by 100
        (date(2018, 12, 1), 1, date(2019, 1, 1)),
        (date(2018, 1, 31), -1, date(2017, 12, 31)),
        (date(2018, 5, 17), 0, date(2018, 5, 17)),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
        (date(1, 12, 31), -11, date(1, 1, 31)),
    ],
)
def test_a_date_moves_by_months(day: date, months: int, moved: date) -> None:
    assert add_months(day, months) == moved


@pytest.mark.parametrize(("day", "months"), [(date(9999, 12, 1), 1), (date(1, 1, 31), -1), (date.max, 10**30)])
def test_no_date_lies_outside_the_calendar(day: date, months: int) -> None:
    with pytest.raises(InvalidValueError, match=r"leaves the years 1 to 9999.* / .*超出公元1至9999年") as caught:
        add_months(day, months)
    assert caught.value.culprits == (day, months)


@pytest.mark.parametrize(
    ("cycle", "day", "start", "end"),
    [
        (Cycle.WEEK, date(2018, 7, 1), date(2018, 6, 25), date(2018, 7, 2)),  # a Sunday
        (Cycle.WEEK, date(2018, 7, 2), date(2018, 7, 2), date(2018, 7, 9)),  # a Monday
        (Cycle.WEEK, date(2021, 1, 3), date(2020, 12, 28), date(2021, 1, 4)),  # ISO 2020-W53
        (Cycle.MONTH, date(2020, 2, 29), date(2020, 2, 1), date(2020, 3, 1)),
        (Cycle.MONTH, date(2018, 12, 31), date(2018, 12, 1), date(2019, 1, 1)),
        (Cycle.QUARTER, date(2018, 3, 31), date(2018, 1, 1), date(2018, 4, 1)),
        (Cycle.QUARTER, date(2018, 4, 1), date(2018, 4, 1), date(2018, 7, 1)),
        (Cycle.QUARTER, date(2018, 12, 31), date(2018, 10, 1), date(2019, 1, 1)),
        (Cycle.HALF_YEAR, date(2018, 6, 30), date(2018, 1, 1), date(2018, 7, 1)),
        (Cycle.HALF_YEAR, date(2018, 7, 1), date(2018, 7, 1), date(2019, 1, 1)),
        (Cycle.YEAR, date(2018, 7, 1), date(2018, 1, 1), date(2019, 1, 1)),
        (Cycle.WEEK, date(1, 1, 1), date(1, 1, 1), date(1, 1, 8)),  # the first day of all is a Monday
        (Cycle.WEEK, date(9999, 12, 26), date(9999, 12, 20), date(9999, 12, 27)),
        (Cycle.MONTH, date(9999, 11, 30), date(9999, 11, 1), date(9999, 12, 1)),
        (Cycle.QUARTER, date(9999, 9, 30), date(9999, 7, 1), date(9999, 10, 1)),
        (Cycle.HALF_YEAR, date(9999, 6, 30), date(9999, 1, 1), date(9999, 7, 1)),
        (Cycle.YEAR, date(9998, 12, 31), date(9998, 1, 1), date(9999, 1, 1)),
    ],
)
def test_a_cycle_holds_a_day(cycle: Cycle, day: date, start: date, end: date) -> None:
    assert cycle.holding(day) == Period(start, end)


@pytest.mark.parametrize(
    ("cycle", "start"),
    [
        (Cycle.WEEK, date(9999, 12, 27)),
        (Cycle.MONTH, date(9999, 12, 1)),
        (Cycle.QUARTER, date(9999, 10, 1)),
        (Cycle.HALF_YEAR, date(9999, 7, 1)),
        (Cycle.YEAR, date(9999, 1, 1)),
    ],
)
def test_the_last_period_of_the_calendar_stays_open(cycle: Cycle, start: date) -> None:
    assert cycle.holding(date.max) == cycle.holding(start) == Period(start, None)
    assert list(cycle.whole(start, date.max)) == []


@pytest.mark.parametrize(
    ("cycle", "since", "until", "starts"),
    [
        (Cycle.QUARTER, date(2018, 1, 1), date(2019, 1, 1), [(2018, 1), (2018, 4), (2018, 7), (2018, 10)]),
        (Cycle.QUARTER, date(2018, 1, 2), date(2018, 12, 31), [(2018, 4), (2018, 7)]),
        (Cycle.HALF_YEAR, date(2018, 1, 1), date(2018, 7, 1), [(2018, 1)]),
        (Cycle.HALF_YEAR, date(2018, 1, 1), date(2018, 6, 30), []),
        (Cycle.YEAR, date(2018, 7, 1), date(2018, 7, 1), []),
        (Cycle.MONTH, date(2018, 7, 1), date(2018, 6, 1), []),
    ],
)
def test_only_whole_periods_count(cycle: Cycle, since: date, until: date, starts: list[tuple[int, int]]) -> None:
    found = list(cycle.whole(since, until))
    assert [(p.start.year, p.start.month) for p in found if p.start] == starts


def test_the_weeks_of_an_iso_year() -> None:
    assert len(list(Cycle.WEEK.whole(date(2019, 12, 30), date(2021, 1, 4)))) == 53  # ISO 2020 has 53
    assert len(list(Cycle.WEEK.whole(date(2018, 1, 1), date(2018, 12, 31)))) == 52


@pytest.mark.parametrize("end", [date(2018, 7, 1), date(2018, 6, 30)])
def test_a_period_holds_a_day(end: date) -> None:
    with pytest.raises(InvalidValueError, match=r"holds no day.* / .*不含任何一天") as caught:
        Period(date(2018, 7, 1), end)
    assert caught.value.culprits == (date(2018, 7, 1), end)


@pytest.mark.parametrize(
    ("period", "day", "inside"),
    [
        (Period(date(2018, 7, 1), date(2018, 7, 2)), date(2018, 7, 1), True),
        (Period(date(2018, 7, 1), date(2018, 7, 2)), date(2018, 7, 2), False),
        (Period(date(2018, 7, 1)), date(2018, 6, 30), False),
        (Period(date(2018, 7, 1)), date.max, True),
        (Period(None, date(2018, 7, 1)), date.min, True),
        (Period(None, date(2018, 7, 1)), date(2018, 7, 1), False),
        (Period(), date.max, True),
    ],
)
def test_a_period_is_half_open(period: Period, day: date, inside: bool) -> None:
    assert (day in period) is inside


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps"),
    [
        (Period(date(2018, 1, 1), date(2018, 7, 1)), Period(date(2018, 7, 1), date(2019, 1, 1)), False, False),
        (Period(date(2018, 1, 1), date(2018, 7, 2)), Period(date(2018, 7, 1), date(2019, 1, 1)), False, True),
        (Period(date(2018, 1, 1), date(2018, 7, 1)), Period(date(2018, 1, 1), date(2018, 7, 1)), True, True),
        (Period(date(2018, 1, 1), date(2018, 7, 1)), Period(date(2018, 1, 2), date(2018, 7, 1)), True, True),
        (Period(None, date(2018, 7, 1)), Period(date(2018, 7, 1)), False, False),
        (Period(), Period(date(2018, 7, 1)), True, True),
        (Period(date(2018, 7, 1)), Period(), False, True),
    ],
)
def test_periods_that_touch_share_no_day(one: Period, other: Period, covers: bool, overlaps: bool) -> None:
    assert one.covers(other) is covers
    assert one.overlaps(other) is other.overlaps(one) is overlaps


def test_a_period_is_written_with_its_end_excluded() -> None:
    assert Period(date(2018, 7, 1), date(2018, 9, 1)).in_("en") == "[2018-07-01, 2018-09-01)"
    assert Period().in_("zh") == "[…, …)"


def test_a_cycle_has_a_length() -> None:
    assert [cycle.length for cycle in Cycle] == [
        (7, "day"),
        (1, "month"),
        (3, "month"),
        (6, "month"),
        (12, "month"),
    ]


@pytest.mark.parametrize(
    ("since", "until", "periods"),
    [
        (date(2018, 1, 31), date(2018, 2, 1), [(1, 2)]),
        (date(2018, 1, 31), date(2018, 2, 2), [(1, 2), (2, 3)]),
        (date(2018, 2, 1), date(2018, 2, 1), []),
        (date(2018, 2, 2), date(2018, 2, 1), []),
    ],
)
def test_periods_touch_a_span_if_they_share_a_day(since: date, until: date, periods: list[tuple[int, int]]) -> None:
    expected = [Period(date(2018, a, 1), date(2018, b, 1)) for a, b in periods]
    assert list(Cycle.MONTH.touching(since, until)) == expected


def test_the_last_period_there_is_ends_the_walk() -> None:
    assert list(Cycle.QUARTER.touching(date(9999, 9, 30), date.max)) == [
        Period(date(9999, 7, 1), date(9999, 10, 1)),
        Period(date(9999, 10, 1), None),
    ]


@pytest.mark.parametrize(
    ("first", "since", "until", "days"),
    [
        (date(2016, 2, 29), date(2018, 1, 1), date(2021, 1, 1), [(2018, 2, 28), (2019, 2, 28), (2020, 2, 29)]),
        (date(2016, 7, 1), date(2017, 7, 1), date(2018, 7, 1), [(2017, 7, 1)]),
        (date(2016, 7, 1), date(2017, 7, 1), date(2018, 7, 2), [(2017, 7, 1), (2018, 7, 1)]),
        (date(2016, 7, 1), date(2017, 7, 2), date(2018, 7, 1), []),
        (date(2016, 7, 1), date(2010, 1, 1), date(2017, 1, 1), []),  # the day itself is no anniversary
        (date(2016, 7, 1), date(2019, 1, 1), date(2018, 1, 1), []),
        (date(9998, 12, 31), date(9999, 1, 1), date.max, []),
        (date(9998, 12, 30), date(9999, 1, 1), date.max, [(9999, 12, 30)]),
    ],
)
def test_an_anniversary_comes_once_a_year(first: date, since: date, until: date, days: list[tuple[int, ...]]) -> None:
    assert anniversaries(first, since, until) == tuple(date(*one) for one in days)


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("wrong", [datetime(2018, 1, 1, 8, 0), "2018-01-01", None])  # noqa: DTZ001 - a moment is what is refused
def test_an_anniversary_is_of_a_day(place: int, wrong: Any) -> None:
    days: list[Any] = [date(2016, 1, 1), date(2017, 1, 1), date(2018, 1, 1)]
    days[place] = wrong
    with pytest.raises(InvalidValueError, match=("first", "since", "until")[place]):
        anniversaries(*days)
