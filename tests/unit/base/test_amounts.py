from __future__ import annotations

import pickle
from typing import Any

import pytest

from pbgov.base import About, Amount, Band, Between, Exact, MoreThan, Nearly, Verdict
from pbgov.errors import InvalidValueError

MET, BREACHED, UNKNOWN = Verdict.MET, Verdict.BREACHED, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        (Exact(28), 28, 28),
        (Exact(0), 0, 0),
        (MoreThan(3500), 3501, None),  # over whole numbers at least n + 1
        (MoreThan(0), 1, None),
        (Nearly(2000), 1800, 1999),  # n × 0.9 ≤ x < n
        (Nearly(15), 14, 14),  # 13.5, rounded up
        (Nearly(11), 10, 10),
        (Nearly(10), 9, 9),
        (Nearly(5), 4, 4),  # no whole number in [4.5, 5): the one below
        (Nearly(1), 0, 0),
        (About(1000), 900, 1100),
        (About(15), 14, 16),  # 13.5 and 16.5 lie between whole numbers
        (About(1000, 5), 950, 1050),
        (About(7, 0), 7, 7),
        (About(10, 200), 0, 30),
        (Between(3, 5), 3, 5),
        (Between(3, None), 3, None),
        (Between(-5, -3), -5, -3),
    ],
)
def test_what_an_amount_can_be(amount: Amount, low: int, high: int | None) -> None:
    assert (amount.low, amount.high) == (low, high)


@pytest.mark.parametrize(
    ("amount", "en", "zh"),
    [
        (Exact(3500), "3,500", "3,500"),
        (MoreThan(3500), "more than 3,500", "3,500余"),
        (Nearly(2000), "nearly 2,000", "近2,000"),
        (About(1000), "about 1,000", "1,000左右"),
        (Between(1000, 2000), "1,000–2,000", "1,000–2,000"),
        (Between(1000, 1000), "1,000", "1,000"),
        (Between(1000, None), "at least 1,000", "至少1,000"),
        (Band(200, 300), "200–300", "200–300"),
        (Band(1000, 1000), "exactly 1,000", "恰为1,000"),
        (Band(1000, None), "at least 1,000", "至少1,000"),
        (Band(None, 1000), "at most 1,000", "至多1,000"),
    ],
)
def test_an_amount_is_written_in_both_languages(amount: Amount | Band, en: str, zh: str) -> None:
    assert (amount.in_("en"), amount.in_("zh")) == (en, zh)


@pytest.mark.parametrize("kind", [Exact, MoreThan, About])
@pytest.mark.parametrize("n", [-1, True, 1.0, "1", None])
def test_an_amount_is_a_natural_number(kind: Any, n: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"whole number of 0 or more.* / .*非负整数") as caught:
        kind(n)
    assert caught.value.culprits == ("n", n)


@pytest.mark.parametrize("n", [0, -1, True, 1.5])
def test_nearly_nothing_is_no_amount(n: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"whole number of 1 or more.* / .*不小于1的整数") as caught:
        Nearly(n)
    assert caught.value.culprits == ("n", n)


def test_a_percentage_is_a_natural_number() -> None:
    with pytest.raises(InvalidValueError, match=r"percent should be") as caught:
        About(5, -1)
    assert caught.value.culprits == ("percent", -1)


@pytest.mark.parametrize("kind", [Band, Between])
def test_ends_in_the_wrong_order_hold_nothing(kind: type[Band | Between]) -> None:
    with pytest.raises(InvalidValueError, match=r"from 3 down to 2.* / .*下限3大于上限2") as caught:
        kind(3, 2)
    assert caught.value.culprits == (3, 2)


def test_a_band_has_an_end() -> None:
    with pytest.raises(InvalidValueError, match=r"no end at all.* / .*两端都未给出"):
        Band(None, None)


@pytest.mark.parametrize(
    ("band", "amount", "verdict"),
    [
        (Band(200, 300), Exact(199), BREACHED),
        (Band(200, 300), Exact(200), MET),
        (Band(200, 300), Exact(300), MET),
        (Band(200, 300), Exact(301), BREACHED),
        (Band(3501, None), MoreThan(3500), MET),
        (Band(3502, None), MoreThan(3500), UNKNOWN),
        (Band(None, 3500), MoreThan(3500), BREACHED),
        (Band(None, 3501), MoreThan(3500), UNKNOWN),
        (Band(1800, 1999), Nearly(2000), MET),
        (Band(1801, 1999), Nearly(2000), UNKNOWN),
        (Band(2000, None), Nearly(2000), BREACHED),
        (Band(900, 1100), About(1000), MET),
        (Band(901, None), About(1000), UNKNOWN),
        (Band(1101, None), About(1000), BREACHED),
        (Band(None, 899), About(1000), BREACHED),
        (Band(3, None), Between(3, None), MET),
        (Band(4, None), Between(3, None), UNKNOWN),
        (Band(None, 2), Between(3, None), BREACHED),
        (Band(None, 10), Between(-5, -3), MET),
        (Band(0, 0), Between(-5, -3), BREACHED),
    ],
)
def test_a_vague_amount_is_judged_only_where_it_can_be(band: Band, amount: Amount, verdict: Verdict) -> None:
    assert band.verdict(amount) is verdict


@pytest.mark.parametrize(
    ("band", "n", "distance"),
    [
        (Band(200, 300), 199, -1),
        (Band(200, 300), 200, 0),
        (Band(200, 300), 300, 0),
        (Band(200, 300), 340, 40),
        (Band(None, 300), 0, 0),
        (Band(None, 300), 301, 1),
        (Band(200, None), 0, -200),
        (Band(200, None), 10**9, 0),
    ],
)
def test_the_distance_from_a_band(band: Band, n: int, distance: int) -> None:
    assert band.distance(n) == distance


def test_kinds_of_amount_are_not_equal() -> None:
    kinds = {Exact(5), MoreThan(5), Nearly(5), About(5), Between(5, 5), Band(5, 5)}
    assert len(kinds) == 6
    assert pickle.loads(pickle.dumps(kinds)) == kinds  # noqa: S301 - our own bytes
