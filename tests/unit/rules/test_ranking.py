from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pbgov.base import About, Amount, Between, Exact, MoreThan, Period, Reference, Text
from pbgov.errors import InvalidValueError
from pbgov.rules import Mark, Ranked, Ranking, rank

YEAR = Period(date(2020, 1, 1), date(2021, 1, 1))
RATE = Text(zh="办结率", en="closure rate")
BASIS = Reference(title="综述", issuer="廊坊").quote("办理排名等考评机制")


def ranking(ascending: bool = False, **amounts: Amount | None) -> Ranking:
    marks = [Mark(unit=name, period=YEAR, amount=amount) for name, amount in amounts.items()]
    return rank(marks, text=RATE, basis=BASIS, ascending=ascending)


def ranks(found: Ranking) -> list[tuple[str, int, int]]:
    return [told(one) for one in found.ranked]


def told(one: Ranked) -> tuple[str, int, int]:
    return one.mark.unit, one.best, one.worst


def test_ties_share_a_rank_and_the_next_is_passed_over() -> None:
    found = ranking(d=Exact(70), c=Exact(90), b=Exact(90), a=Exact(95))
    assert ranks(found) == [("a", 1, 1), ("b", 2, 2), ("c", 2, 2), ("d", 4, 4)]
    assert found.ties() == (("b", "c"),)
    assert found.period == YEAR


def test_less_may_be_better() -> None:
    assert ranks(ranking(True, a=Exact(3), b=Exact(1), c=Exact(3))) == [("b", 1, 1), ("a", 2, 2), ("c", 2, 2)]
    assert ranks(ranking(True, a=MoreThan(3), b=Exact(4), c=Exact(3))) == [("c", 1, 1), ("b", 2, 2), ("a", 2, 3)]


def test_who_is_unknown_has_no_rank_and_takes_none() -> None:
    found = ranking(b=None, a=None, c=Exact(1))
    assert ranks(found) == [("c", 1, 1)]
    assert found.unknown == ("a", "b")


def test_a_vague_amount_is_ranked_as_far_as_it_is_certain() -> None:
    found = ranking(a=MoreThan(100), b=About(100), c=Exact(91), d=Exact(80))
    assert ranks(found) == [("a", 1, 2), ("b", 1, 3), ("c", 2, 3), ("d", 4, 4)]
    assert [one.rank for one in found.ranked] == [None, None, None, 4]
    assert found.ties() == ()


def test_two_vague_amounts_do_not_tie() -> None:
    assert ranks(ranking(a=Between(3, 4), b=Between(3, 4))) == [("a", 1, 2), ("b", 1, 2)]
    assert ranks(ranking(a=Between(3, 4), b=Exact(4))) == [("b", 1, 1), ("a", 1, 2)]


def test_nobody_is_ranked_without_marks() -> None:
    assert (ranking().ranked, ranking().period) == ((), None)
    assert ranking().explain().splitlines()[0] == "ranking by closure rate, no period"


def test_units_of_different_periods_are_not_ranked() -> None:
    later = Period(date(2021, 1, 1), date(2022, 1, 1))
    marks = [Mark(unit="a", period=later, amount=Exact(1)), Mark(unit="b", period=YEAR, amount=None)]
    with pytest.raises(
        InvalidValueError, match=r"different periods cannot be ranked: \[2020.*不同期间不能排名"
    ) as caught:
        rank(marks, text=RATE, basis=BASIS)
    assert caught.value.culprits == (YEAR, later)


@pytest.mark.parametrize(
    "periods",
    [
        (Period(None, date(2021, 1, 1)), Period(date(2020, 1, 1), None)),
        (Period(date(2020, 1, 1), date(2020, 7, 1)), YEAR),
        (YEAR, Period(date(2020, 1, 1), None)),
    ],
    ids=str,
)
def test_periods_are_told_apart_in_their_order(periods: tuple[Period, Period]) -> None:
    marks = [Mark(unit=str(n), period=period, amount=Exact(1)) for n, period in enumerate(periods)]
    with pytest.raises(InvalidValueError) as caught:
        rank(reversed(marks), text=RATE, basis=BASIS)
    assert caught.value.culprits == periods
    with pytest.raises(InvalidValueError) as caught:
        rank(marks, text=RATE, basis=BASIS)
    assert caught.value.culprits == periods


def test_a_unit_has_one_mark() -> None:
    marks = [Mark(unit="a", period=YEAR, amount=Exact(1)), Mark(unit="a", period=YEAR, amount=None)]
    with pytest.raises(InvalidValueError, match=r"identifiers repeat: a") as caught:
        rank(marks, text=RATE, basis=BASIS)
    assert caught.value.culprits == ("a",)


@pytest.mark.parametrize("unit", ["", "two words", 3])
def test_a_unit_is_an_identifier(unit: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"unit is no identifier"):
        Mark(unit=unit, period=YEAR, amount=None)


def test_a_ranking_is_explained() -> None:
    found = ranking(a=Exact(95), b=Exact(90), c=Exact(90), d=Between(60, 80), e=Exact(70), f=None)
    assert found.explain().splitlines() == [
        "ranking by closure rate, [2020-01-01, 2021-01-01)",
        "rank 1: a, 95",
        "rank 2: b, 90",
        "rank 2: c, 90",
        "rank 4 to 5: d, 60–80",
        "rank 4 to 5: e, 70",
        "equal, and so of one rank: b, c",
        "unknown, and so without a rank: f",
        "「办理排名等考评机制」 综述(廊坊)",
    ]
    assert ranking().explain("zh").splitlines() == ["排名：办结率，无期间", "「办理排名等考评机制」综述(廊坊)"]
    assert ranking(a=Between(1, 2), b=Exact(1)).explain("zh").splitlines()[1] == "第1名：a，1–2"


def test_many_units_are_ranked_as_fast_as_they_are_sorted() -> None:
    marks = [Mark(unit=f"u{n:05}", period=YEAR, amount=Exact(n // 2)) for n in range(4000)]
    found = rank(marks, text=RATE, basis=BASIS)
    assert [one.rank for one in found.ranked[:5]] == [1, 1, 3, 3, 5]
    assert len(found.ties()) == 2000
