from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from pbgov.base import About, Amount, Band, Between, Exact, Interval, Known, MoreThan, Nearly, Number, Verdict, total_of
from pbgov.errors import InvalidValueError

HALF = Fraction(1, 2)


def whole(low: Number | None, high: Number | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
    return Interval(low=low, high=high, low_open=low_open, high_open=high_open)


def broken(low: Number | None, high: Number | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
    return Interval(low=low, high=high, whole=False, low_open=low_open, high_open=high_open)


@pytest.mark.parametrize(
    ("amount", "counted", "sized"),
    [
        (Exact(28), whole(28, 28), broken(28, 28)),
        (MoreThan(3500), whole(3501, None), broken(3500, None, low_open=True)),
        (Nearly(2000), whole(1800, 1999), broken(1800, 2000, high_open=True)),
        (Nearly(15), whole(14, 14), broken(Fraction(27, 2), 15, high_open=True)),
        (Nearly(1), whole(0, 0), broken(Fraction(9, 10), 1, high_open=True)),  # there is no whole number: the one below
        (About(1000), whole(900, 1100), broken(900, 1100)),
        (About(15), whole(14, 16), broken(Fraction(27, 2), Fraction(33, 2))),
        (About(10, 200), whole(0, 30), broken(0, 30)),
        (Between(-5, 3), whole(-5, 3), broken(-5, 3)),
        (Between(3, None), whole(3, None), broken(3, None)),
    ],
)
def test_a_stated_amount_is_an_interval_of_counts_or_of_sizes(
    amount: Amount, counted: Interval, sized: Interval
) -> None:
    assert Interval.of(amount) == counted
    assert Interval.of(amount, whole=False) == sized


def test_whole_numbers_draw_their_ends_in() -> None:
    assert whole(Fraction(7, 2), Fraction(17, 2)) == whole(4, 8)
    assert whole(3, 9, low_open=True, high_open=True) == whole(4, 8)
    assert whole(Fraction(7, 2), Fraction(17, 2), low_open=True, high_open=True) == whole(4, 8)
    assert (type(whole(Fraction(4), 8).low), type(broken(4, 8).low)) == (int, Fraction)


def test_an_end_that_is_not_there_is_not_left_out() -> None:
    assert broken(None, None, low_open=True, high_open=True) == broken(None, None)
    assert broken(3, 9, low_open=True, high_open=True) != broken(3, 9)


@pytest.mark.parametrize(
    ("low", "high", "flags"),
    [
        (4, 3, {}),
        (3, 4, {"low_open": True, "high_open": True}),
        (Fraction(1, 3), Fraction(2, 3), {}),
        (HALF, Fraction(1, 3), {"whole": False}),
        (3, 3, {"whole": False, "low_open": True}),
        (3, 3, {"whole": False, "high_open": True}),
    ],
)
def test_an_interval_holds_a_number(low: Number, high: Number, flags: dict[str, Any]) -> None:
    with pytest.raises(
        InvalidValueError, match=r"no number lies between .*; check both ends / 从.*之间没有数"
    ) as caught:
        Interval(low=low, high=high, **flags)
    assert caught.value.culprits == (low, high)


def test_an_interval_may_hold_one_number() -> None:
    assert whole(3, 3, low_open=False).low == broken(3, 3).low == 3
    assert whole(2, 3, low_open=True) == whole(3, 3)


@pytest.mark.parametrize("end", [True, 1.5, "1"])
@pytest.mark.parametrize("name", ["low", "high"])
def test_an_end_is_a_whole_number_or_a_fraction(name: str, end: Any) -> None:
    ends: dict[str, Any] = {"low": None, "high": None, name: end}
    with pytest.raises(
        InvalidValueError, match=rf"{name} should be a whole number or a fraction .*{name}应为整数"
    ) as caught:
        Interval(**ends)
    assert caught.value.culprits == (name, end)


def test_the_balance_of_organisations() -> None:
    # 今年新建党组织1个,撤并、调整党组织6个: how many of the six were removed is not given.
    after = Interval.of(Exact(179)) + Interval.of(Exact(1)) - Interval(low=0, high=6)
    assert after == whole(174, 180)
    assert [n for n in (173, 174, 176, 180, 181) if n in after] == [174, 176, 180]


def test_what_has_no_end_has_none_after_reckoning() -> None:
    more = Interval.of(MoreThan(180))
    assert more + whole(1, 2) == whole(182, None)
    assert whole(1, 2) - more == whole(None, -179)
    assert more - more == whole(None, None)
    assert more * -2 == whole(None, -362)
    assert more * 0 == whole(0, 0)
    assert broken(None, 1, high_open=True) * 0 == broken(0, 0)
    assert more.scaled(1, 3) == whole(60, None)


def test_counts_and_sizes_together_are_sizes() -> None:
    assert (whole(1, 2) + broken(HALF, 1)).whole is False
    assert whole(1, 2) + broken(HALF, 1, high_open=True) == broken(Fraction(3, 2), 3, high_open=True)


def test_a_share_is_rounded_towards_the_safe_side() -> None:
    members = whole(11, 19)
    assert members.scaled(1, 2) == whole(5, 10)
    assert members.scaled(1, 2, rounding="down") == whole(5, 9)
    assert members.scaled(1, 2, rounding="up") == whole(6, 10)
    assert members.scaled(0, 2) == whole(0, 0)
    assert broken(11, 19, low_open=True).scaled(1, 2) == broken(Fraction(11, 2), Fraction(19, 2), low_open=True)


@pytest.mark.parametrize(("part", "of"), [(-1, 2), (1, 0), (True, 2), (1, 2.0), (HALF, 1), (1, True)])
def test_a_ratio_is_of_two_whole_numbers(part: Any, of: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"a ratio is two whole numbers.* / 比例应为两个整数") as caught:
        whole(1, 2).scaled(part, of)
    assert caught.value.culprits == (part, of)


@pytest.mark.parametrize("times", [True, 1.5, HALF])
def test_a_factor_is_a_whole_number(times: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"a factor should be a whole number.* / 倍数应为整数") as caught:
        whole(1, 2) * times
    assert caught.value.culprits == (times,)


@pytest.mark.parametrize(
    ("one", "order", "other", "answer"),
    [
        (Exact(6416), ">", Exact(6368), Known.YES),
        (MoreThan(180), ">=", Exact(181), Known.YES),
        (MoreThan(180), ">", Exact(181), Known.UNKNOWN),
        (MoreThan(180), "<", Exact(181), Known.NO),
        (Nearly(2000), "<", Exact(2000), Known.YES),
        (Nearly(2000), "<=", Exact(1999), Known.YES),
        (About(2000), "==", Exact(2201), Known.NO),
        (About(2000), "==", Exact(2200), Known.UNKNOWN),
        (Exact(3), "==", Exact(3), Known.YES),
        (MoreThan(3), "==", MoreThan(3), Known.UNKNOWN),
    ],
)
def test_a_comparison_has_three_answers(one: Amount, order: Any, other: Amount, answer: Known) -> None:
    assert Interval.of(one).compare(order, Interval.of(other)) is answer


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        (broken(Fraction(1, 4), HALF), Known.NO),  # no whole number lies there
        (broken(Fraction(1, 4), Fraction(5, 4)), Known.UNKNOWN),
        (broken(Fraction(7, 4), 4), Known.UNKNOWN),  # 2
        (broken(2, 4, low_open=True), Known.NO),
        (broken(Fraction(1, 4), 1, high_open=True), Known.NO),
        (broken(1, 2, low_open=True, high_open=True), Known.NO),
    ],
)
def test_a_count_equals_a_size_only_at_a_whole_number(other: Interval, answer: Known) -> None:
    assert whole(0, 2).compare("==", other) is answer
    assert other.compare("==", whole(0, 2)) is answer


def test_two_sizes_may_be_equal_where_there_is_no_whole_number() -> None:
    between = broken(Fraction(1, 4), HALF)
    assert between.compare("==", between) is Known.UNKNOWN
    assert between.compare("==", broken(HALF, Fraction(3, 4))) is Known.UNKNOWN


def test_what_is_not_near_whole_numbers_may_still_lie_between_them() -> None:
    # [0.25, 1.25] draws in to 1, and {5 and more} does not reach that far.
    assert whole(5, None).compare("==", broken(Fraction(1, 4), Fraction(5, 4))) is Known.NO


@pytest.mark.parametrize(
    ("interval", "amount"),
    [
        (whole(3, 3), Exact(3)),
        (whole(-3, -3), Between(-3, -3)),
        (whole(3, 4), Between(3, 4)),
        (whole(0, 0), Exact(0)),
        (whole(3, None), Between(3, None)),
    ],
)
def test_a_count_is_an_amount_again(interval: Interval, amount: Amount) -> None:
    assert interval.amount() == amount


@pytest.mark.parametrize("interval", [whole(None, 3), broken(3, 4), broken(None, 4), broken(3, None)])
def test_what_is_no_count_is_no_amount(interval: Interval) -> None:
    with pytest.raises(InvalidValueError, match=r"is no count of whole things.* / .*不是整数的计数") as caught:
        interval.amount()
    assert caught.value.culprits == (interval,)


def test_a_band_judges_a_sum() -> None:
    sums = total_of([Interval.of(MoreThan(100)), Interval.of(Exact(80))])
    assert Band(181, None).verdict(sums.amount()) is Verdict.MET


@pytest.mark.parametrize(
    ("interval", "en", "zh"),
    [
        (whole(4913, 4913), "4,913", "4,913"),
        (whole(174, 180), "174–180", "174–180"),
        (whole(3501, None), "at least 3,501", "至少3,501"),
        (whole(None, 1999), "at most 1,999", "至多1,999"),
        (whole(None, None), "any number", "任意数"),
        (broken(3500, None, low_open=True), "more than 3,500", "大于3,500"),
        (broken(None, HALF, high_open=True), "less than 1/2", "小于1/2"),
        (broken(1, 2, low_open=True), "1–2 (low end left out)", "1–2（不含下端）"),
        (broken(1, Fraction(5, 2), high_open=True), "1–5/2 (high end left out)", "1–5/2（不含上端）"),
        (broken(1, 2, low_open=True, high_open=True), "1–2 (both ends left out)", "1–2（不含两端）"),
    ],
)
def test_an_interval_is_written_in_both_languages(interval: Interval, en: str, zh: str) -> None:
    assert (interval.in_("en"), interval.in_("zh")) == (en, zh)


def test_an_answer_is_written_in_both_languages() -> None:
    assert [(known.in_("en"), known.in_("zh")) for known in Known] == [("yes", "是"), ("no", "否"), ("unknown", "未知")]
