from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pbgov.base import Period
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules import Rota, Turn

SIX = Rota(groups=tuple("ABCDEF"), start=date(2018, 3, 1), months=2)


def test_six_groups_of_two_months_make_a_year() -> None:
    assert [(term.group, term.period.start) for term in SIX.cycle()] == [
        ("A", date(2018, 3, 1)), ("B", date(2018, 5, 1)), ("C", date(2018, 7, 1)),
        ("D", date(2018, 9, 1)), ("E", date(2018, 11, 1)), ("F", date(2019, 1, 1)),
    ]  # fmt: skip
    assert SIX.term(6) == Turn(number=6, cycle=1, group="A", period=Period(date(2019, 3, 1), date(2019, 5, 1)))


def test_terms_are_counted_from_the_first_start() -> None:
    rota = Rota(groups=("A", "B"), start=date(2018, 8, 31), months=2)
    starts = [rota.term(number).period.start for number in range(5)]
    assert starts == [date(2018, 8, 31), date(2018, 10, 31), date(2018, 12, 31), date(2019, 2, 28), date(2019, 4, 30)]


@pytest.mark.parametrize(
    ("on", "holder", "number"),
    [
        (date(2018, 8, 31), "A", 0),
        (date(2019, 2, 27), "A", 0),
        (date(2019, 2, 28), "B", 1),  # clamped
        (date(2019, 8, 30), "B", 1),
        (date(2019, 8, 31), "A", 2),
        (date(2020, 2, 28), "A", 2),
        (date(2020, 2, 29), "B", 3),
    ],
)
def test_who_is_in_the_chair(on: date, holder: str, number: int) -> None:
    rota = Rota(groups=("A", "B"), start=date(2018, 8, 31), months=6)
    assert rota.holder(on) == holder
    assert rota.on(on).number == number


def test_the_last_term_of_the_calendar_has_no_end() -> None:
    rota = Rota(groups=("A", "B"), start=date(9999, 9, 30), months=2)
    assert rota.on(date(9999, 11, 29)).period == Period(date(9999, 9, 30), date(9999, 11, 30))
    assert rota.on(date.max).period == Period(date(9999, 11, 30), None)
    with pytest.raises(InvalidValueError, match=r"leaves the years 1 to 9999"):
        rota.term(2)


def test_before_the_first_term_nobody_chairs() -> None:
    with pytest.raises(UnknownIdError, match=r"before the rota starts on 2018-03-01.* / .*早于轮值开始日") as caught:
        SIX.holder(date(2018, 2, 28))
    assert caught.value.culprits == (date(2018, 2, 28),)


def test_terms_are_numbered_from_zero() -> None:
    with pytest.raises(InvalidValueError, match=r"number should be a whole number of 0 or more") as caught:
        SIX.term(-1)
    assert caught.value.culprits == (-1,)


@pytest.mark.parametrize("groups", [(), ("A", "B", "A")])
def test_groups_are_listed_once(groups: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError, match=r"a rota needs groups.* / 轮值须有至少一个小组") as caught:
        Rota(groups=groups, start=date(2018, 3, 1), months=2)
    assert caught.value.culprits == groups


@pytest.mark.parametrize("months", [0, -2, True, 1.5])
def test_a_term_lasts_a_month_or_more(months: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"a term is a whole number of months.* / 任期应为") as caught:
        Rota(groups=("A",), start=date(2018, 3, 1), months=months)
    assert caught.value.culprits == (months,)


def test_any_sequence_of_groups_will_do() -> None:
    groups: Any = ["A", "B"]
    assert Rota(groups=groups, start=date(2018, 3, 1), months=2).groups == ("A", "B")
