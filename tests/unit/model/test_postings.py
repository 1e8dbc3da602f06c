"""A started transfer as rows of the record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pbgov.base import Assumption, Text
from pbgov.errors import IllegalEventError, InvalidValueError, UnknownIdError
from pbgov.model import Posting, imbalances, postings_of
from pbgov.rules import Ledger, Leg, Phase, Transfer

DAY = date(2018, 7, 1)
START = date(2018, 9, 1)
END = date(2019, 9, 1)
MOVED = Transfer(
    id="t1",
    legs=(
        Leg(giver="bureau", taker="willow", resource="staff", amount=2),
        Leg(giver="bureau", taker="willow", resource="fen_a_year", amount=900, start=START, end=END),
    ),
    basis=Assumption(Text(zh="甲", en="a")),
)
RESERVED = Ledger({("bureau", "staff"): 2, ("bureau", "fen_a_year"): 900}).submit(MOVED)
STARTED = RESERVED.start("t1")


def side(number: int, name: str, account: str, resource: str, amount: int, **cells: Any) -> Posting:
    known: dict[str, Any] = {"date": DAY, "transfer": "t1", "account": account, "resource": resource, "amount": amount}
    return Posting(id=f"t1:{number}:{name}", **known | cells)


def test_each_leg_has_two_sides() -> None:
    dated = {"date": START, "start": START, "end": END}
    assert postings_of(STARTED, "t1", on=DAY) == (
        side(1, "giver", "bureau", "staff", -2),
        side(1, "taker", "willow", "staff", 2),
        side(2, "giver", "bureau", "fen_a_year", -900, **dated),
        side(2, "taker", "willow", "fen_a_year", 900, **dated),
    )


def test_what_was_booked_back_was_carried_out_both_ways() -> None:
    back = STARTED.reverse("t1", by="t2")
    there, again = postings_of(back, "t1", on=DAY), postings_of(back, "t2", on=DAY)
    assert there == postings_of(STARTED, "t1", on=DAY)
    assert [(row.account, row.amount) for row in again[:2]] == [("willow", -2), ("bureau", 2)]
    assert imbalances([*there, *again]) == {}


@pytest.mark.parametrize(
    ("ledger", "phase", "says"),
    [
        (RESERVED, Phase.RESERVED, r"t1 is reserved and was never started.* / 转移t1已预留，尚未启动"),
        (RESERVED.reject("t1"), Phase.REJECTED, r"t1 is rejected and was never started.* / 转移t1已放弃"),
    ],
)
def test_what_was_never_started_is_no_row(ledger: Ledger, phase: Phase, says: str) -> None:
    with pytest.raises(IllegalEventError, match=says) as caught:
        postings_of(ledger, "t1", on=DAY)
    assert caught.value.culprits == ("t1", phase)


def test_a_wrong_call_is_told() -> None:
    with pytest.raises(UnknownIdError, match="'t9'"):
        postings_of(STARTED, "t9", on=DAY)
    no_day: Any = "2018-07-01"
    with pytest.raises(InvalidValueError, match="on should be a date"):
        postings_of(STARTED, "t1", on=no_day)


def test_sums_that_are_not_zero_are_told_in_order() -> None:
    rows = [side(1, "a", "x", "yuan", 3), side(1, "b", "y", "yuan", -3), side(2, "a", "x", "staff", 1)]
    assert imbalances([*rows, side(3, "a", "x", "days", -4)]) == {("t1", "days"): -4, ("t1", "staff"): 1}
    assert list(imbalances([*rows, side(3, "a", "x", "days", -4)])) == [("t1", "days"), ("t1", "staff")]
