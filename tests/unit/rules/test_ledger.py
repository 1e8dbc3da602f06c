from __future__ import annotations

import pickle
from typing import Any

import pytest

from pbgov.base import Assumption, FrozenMap, Text
from pbgov.errors import IllegalEventError, InvalidValueError, UnknownIdError
from pbgov.rules import Ledger, Leg, Phase, Transfer

GROUND = Assumption(Text(zh="甲", en="a"))


def leg(giver: str, taker: str, amount: int, resource: str = "posts") -> Leg:
    return Leg(giver=giver, taker=taker, resource=resource, amount=amount)


def transfer(name: str, *legs: Leg) -> Transfer:
    return Transfer(id=name, legs=legs, basis=GROUND)


LEDGER = Ledger(balances=FrozenMap({("bureau", "posts"): 5, ("street", "posts"): 1, ("bureau", "yuan"): 100}))
DOWN = transfer("T1", leg("bureau", "street", 3), leg("bureau", "street", 60, "yuan"))


def test_a_transfer_reserves_then_moves() -> None:
    reserved = LEDGER.submit(DOWN)
    assert (reserved.balance("bureau", "posts"), reserved.available("bureau", "posts")) == (5, 2)
    assert reserved.phase("T1") is Phase.RESERVED
    started = reserved.start("T1")
    assert (started.balance("bureau", "posts"), started.balance("street", "posts")) == (2, 4)
    assert (started.available("bureau", "yuan"), started.balance("street", "yuan")) == (40, 60)
    assert started.phase("T1") is Phase.STARTED
    assert (started.total("posts"), started.total("yuan"), started.total("power")) == (6, 100, 0)
    assert LEDGER.transfers == {}


def test_what_is_rejected_or_reversed_stays_where_it_was() -> None:
    rejected = LEDGER.submit(DOWN).reject("T1")
    assert rejected.balances == LEDGER.balances
    assert rejected.available("bureau", "posts") == 5
    assert rejected.phase("T1") is Phase.REJECTED
    back = LEDGER.submit(DOWN).start("T1").reverse("T1")
    assert {place: n for place, n in back.balances.items() if n} == LEDGER.balances
    assert back.phase("T1") is Phase.REVERSED


@pytest.mark.parametrize(
    ("before", "act", "phase", "wanted"),
    [
        (["start"], "start", "started", "reserved"),
        (["start"], "reject", "started", "reserved"),
        ([], "reverse", "reserved", "started"),
        (["reject"], "reject", "rejected", "reserved"),
        (["reject"], "start", "rejected", "reserved"),
        (["start", "reverse"], "reverse", "reversed", "started"),
        (["start", "reverse"], "start", "reversed", "reserved"),
    ],
)
def test_an_act_has_its_time(before: list[str], act: str, phase: str, wanted: str) -> None:
    ledger = LEDGER.submit(DOWN)
    for earlier in before:
        ledger = getattr(ledger, earlier)("T1")
    message = rf"T1 is {phase} and must be {wanted}.* / 转移T1处于{phase}"
    with pytest.raises(IllegalEventError, match=message) as caught:
        getattr(ledger, act)("T1")
    assert caught.value.culprits == ("T1", Phase(phase))


def test_an_identifier_serves_one_transfer() -> None:
    for ledger in (LEDGER.submit(DOWN), LEDGER.submit(DOWN).reject("T1")):
        with pytest.raises(IllegalEventError, match=r"there is a transfer T1 already.* / 已有标识为T1的转移") as caught:
            ledger.submit(DOWN)
        assert caught.value.culprits == ("T1",)


@pytest.mark.parametrize("act", ["start", "reject", "reverse", "phase"])
def test_a_transfer_there_is_not(act: str) -> None:
    with pytest.raises(UnknownIdError, match=r"nothing has the identifier 'T1'"):
        getattr(LEDGER, act)("T1")


@pytest.mark.parametrize(
    ("legs", "culprits"),
    [
        ([leg("bureau", "street", 6)], ("bureau", "posts", 5, 6)),
        ([leg("bureau", "street", 3), leg("bureau", "school", 3)], ("bureau", "posts", 5, 6)),
        ([leg("nobody", "street", 1)], ("nobody", "posts", 0, 1)),
        (
            [leg("bureau", "street", 1), leg("street", "school", 2)],
            ("street", "posts", 1, 2),
        ),  # not out of what comes in
    ],
)
def test_a_giver_gives_what_it_has(legs: list[Leg], culprits: tuple[object, ...]) -> None:
    with pytest.raises(IllegalEventError, match=r"left and \d are asked for.* / .*不足\d") as caught:
        LEDGER.submit(transfer("T2", *legs))
    assert caught.value.culprits == culprits


def test_what_is_reserved_is_not_given_twice() -> None:
    with pytest.raises(IllegalEventError) as caught:
        LEDGER.submit(DOWN).submit(transfer("T2", leg("bureau", "school", 3)))
    assert caught.value.culprits == ("bureau", "posts", 2, 3)
    assert LEDGER.submit(DOWN).submit(transfer("T2", leg("bureau", "school", 2))).available("bureau", "posts") == 0


@pytest.mark.parametrize("spent", [True, False])
def test_what_is_spent_or_reserved_is_not_booked_back(spent: bool) -> None:
    ledger = LEDGER.submit(DOWN).start("T1").submit(transfer("T2", leg("street", "school", 2)))
    ledger = ledger.start("T2") if spent else ledger
    with pytest.raises(IllegalEventError, match=r"street has 2 of posts left and 3") as caught:
        ledger.reverse("T1")
    assert caught.value.culprits == ("street", "posts", 2, 3)
    assert ledger.submit(transfer("T3", leg("bureau", "street", 1))).start("T3").reverse("T1").total("posts") == 6


def test_a_middleman_passes_on_what_it_had() -> None:
    ledger = LEDGER.submit(transfer("T2", leg("bureau", "street", 1), leg("street", "school", 1))).start("T2")
    assert [ledger.balance(account, "posts") for account in ("bureau", "street", "school")] == [4, 1, 1]


@pytest.mark.parametrize("amount", [0, -1, True, 1.0, "1"])
def test_a_leg_moves_something(amount: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"whole number of 1 or more.* / 转移数量应为不小于1的整数") as caught:
        leg("bureau", "street", amount)
    assert caught.value.culprits == (amount,)


def test_a_leg_goes_somewhere_else() -> None:
    with pytest.raises(InvalidValueError, match=r"one account, street; use two / .*同一账户street") as caught:
        leg("street", "street", 1)
    assert caught.value.culprits == ("street",)


def test_a_transfer_has_a_leg() -> None:
    with pytest.raises(InvalidValueError, match=r"transfer T1 has no leg.* / 转移T1不含任何一项") as caught:
        transfer("T1")
    assert caught.value.culprits == ("T1",)


@pytest.mark.parametrize("amount", [-1, True, 1.5])
def test_no_balance_is_below_zero(amount: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"street/posts should be a whole number of 0 or more") as caught:
        Ledger(balances=FrozenMap({("street", "posts"): amount}))
    assert caught.value.culprits == (("street", "posts"),)


def test_a_ledger_is_a_value() -> None:
    ledger = LEDGER.submit(DOWN)
    again = pickle.loads(pickle.dumps(ledger))  # noqa: S301 - our own bytes
    assert again == ledger
    assert hash(again) == hash(ledger)
    assert again.start("T1") == ledger.start("T1")
