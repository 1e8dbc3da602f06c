from __future__ import annotations

import gc
import pickle
import weakref
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, ClassVar
from unittest import mock

import attrs
import pytest

from pbgov.base import Assumption, FrozenMap, Text
from pbgov.errors import IllegalEventError, InvalidValueError, UnknownIdError
from pbgov.rules import (
    Expired,
    Ledger,
    Leg,
    Limit,
    OpenUnit,
    Phase,
    Power,
    Rejected,
    Reversed,
    Started,
    Submitted,
    Token,
    Transfer,
    follow,
)

DAY = date(2018, 7, 1)
GROUND = Assumption(Text(zh="甲", en="a"))
OTHER = Assumption(Text(zh="乙", en="b"))
STREET = Limit(account="street", resource="posts", cap=3)


def leg(giver: str, taker: str, amount: int, resource: str = "posts") -> Leg:
    return Leg(giver=giver, taker=taker, resource=resource, amount=amount)


def day(n: int) -> date:
    return DAY + timedelta(n)


def dated(
    resource: str,
    amount: int,
    first: int | None,
    last: int | None = None,
    *,
    giver: str = "bureau",
    taker: str = "street",
    start: date | None = None,
) -> Leg:
    since = start if first is None else day(first)
    end = None if last is None else day(last)
    return Leg(giver=giver, taker=taker, resource=resource, amount=amount, start=since, end=end)


def rate(amount: int, first: int | None, last: int | None = None) -> Leg:
    return dated("fen", amount, first, last)


def transfer(name: str, *legs: Leg) -> Transfer:
    return Transfer(id=name, legs=legs, basis=GROUND)


LEDGER = Ledger(balances=FrozenMap({("bureau", "posts"): 5, ("street", "posts"): 1, ("bureau", "yuan"): 100}))
WORDS = {"reserved": "已预留", "started": "已启动", "rejected": "已放弃", "expired": "已过期", "reversed": "已撤回"}
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
    assert rejected.balances() == LEDGER.balances()
    assert rejected.available("bureau", "posts") == 5
    assert rejected.phase("T1") is Phase.REJECTED
    back = LEDGER.submit(DOWN).start("T1").reverse("T1")
    assert back.balances() == LEDGER.balances()
    assert (back.phase("T1"), back.phase("T1:reversed")) == (Phase.REVERSED, Phase.STARTED)
    assert back.transfers["T1:reversed"][0].reverses == "T1"


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
    message = rf"T1 is {phase} and must be {wanted}.* / 转移T1{WORDS[phase]}，此操作须{WORDS[wanted]}"
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


@pytest.mark.parametrize("amount", [True, 1.5, None, "1"])
def test_a_balance_is_a_whole_number(amount: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"street/posts should be a whole number and is") as caught:
        Ledger(balances=FrozenMap({("street", "posts"): amount}))
    assert caught.value.culprits == (("street", "posts"),)


@pytest.mark.parametrize(
    ("amount", "limits"),
    [
        (-1, []),
        (-1, [{"floor": -2, "end": DAY}]),
        (4, [{"cap": 3}]),
        (4, [{"cap": 4, "end": DAY}, {"cap": 3, "start": DAY}]),
        (0, [{"floor": 1, "start": DAY}]),
    ],
)
def test_a_ledger_opens_within_its_limits(amount: int, limits: list[dict[str, Any]]) -> None:
    bounds = [Limit(account="street", resource="posts", **limit) for limit in limits]
    with pytest.raises(
        InvalidValueError, match=rf"opens with {amount} of posts, outside .* / street期初的posts"
    ) as caught:
        Ledger({("street", "posts"): amount}, limits=bounds)
    assert caught.value.culprits == (("street", "posts"), amount)


def test_a_ledger_is_a_value() -> None:
    ledger = LEDGER.submit(DOWN)
    again = pickle.loads(pickle.dumps(ledger))  # noqa: S301 - our own bytes
    assert again == ledger
    assert hash(again) == hash(ledger) == hash(ledger)
    assert again.start("T1") == ledger.start("T1")
    assert ledger != LEDGER
    assert ledger != "a ledger"
    assert repr(ledger) == "<Ledger of 1 transfers>"
    assert Ledger({("a", "b"): 0, ("c", "d"): 1}) == Ledger({("c", "d"): 1})
    assert Ledger(grace=1) != Ledger()
    stranger: object = 3
    assert (Ledger() == stranger) is False
    assert Ledger() == mock.ANY  # who knows better how to compare is asked


class TestVersions:
    def test_every_version_can_be_asked_again(self) -> None:
        reserved = LEDGER.submit(DOWN)
        started = reserved.start("T1")
        rejected = reserved.reject("T1")
        reversed_ = started.reverse("T1")
        asked = [(one.balance("bureau", "posts"), one.available("bureau", "posts")) for one in (
            LEDGER, rejected, started, reserved, reversed_, LEDGER, reserved,
        )]  # fmt: skip
        assert asked == [(5, 5), (5, 5), (2, 2), (5, 2), (5, 5), (5, 5), (5, 2)]

    def test_a_version_that_is_refused_something_stays_as_it_was(self) -> None:
        ledger = LEDGER.submit(DOWN)
        mixed = transfer("T2", leg("bureau", "school", 1), leg("bureau", "school", 50, "yuan"))
        with pytest.raises(IllegalEventError) as caught:
            ledger.submit(mixed)
        assert caught.value.culprits == ("bureau", "yuan", 40, 50)
        assert ledger.available("bureau", "posts") == 2
        assert "T2" not in ledger.transfers

    def test_a_long_history_is_gone_back_and_let_go(self) -> None:
        ledger = opened = Ledger({("a", "posts"): 1, ("b", "posts"): 1})
        for n in range(30_000):
            ledger = ledger.submit(transfer(f"T{n}", leg("ab"[n % 2], "ba"[n % 2], 1))).start(f"T{n}")
        assert (opened.balance("a", "posts"), ledger.balance("a", "posts"), len(ledger.history)) == (1, 1, 60_000)
        del ledger
        assert opened.submit(transfer("T", leg("a", "b", 1))).available("a", "posts") == 0

    def test_an_early_version_keeps_little_of_what_came_after(self) -> None:
        ledger = Ledger({("a", "posts"): 1, ("b", "posts"): 1})
        early, made = ledger, list[weakref.ref[Transfer]]()
        for n in range(2_000):
            ledger = ledger.submit(transfer(f"T{n}", leg("ab"[n % 2], "ba"[n % 2], 1))).start(f"T{n}")
            if n % 100 == 99:
                made.append(weakref.ref(ledger.transfers[f"T{n}"][0]))
            early = ledger if n == 2 else early
        del ledger
        assert early.balance("b", "posts") == 2
        gc.collect()
        assert [one() is None for one in made[1:]] == [True] * 19  # the first stands on the page of the early version

    def test_a_version_far_ahead_is_gone_to_in_the_order_of_what_was_done(self) -> None:
        ledger = opened = Ledger({("a", "posts"): 600})
        names = [f"T{n}" for n in range(600)]
        for name in names:
            ledger = ledger.submit(transfer(name, leg("a", "b", 1)))
        reserved = ledger
        for name in names:
            ledger = ledger.start(name)
        for name in names[::2]:
            ledger = ledger.reverse(name)
        for _ in range(2):
            assert (len(opened.transfers), opened.balance("a", "posts")) == (0, 600)
            assert list(ledger.transfers)[:600] == list(reserved.transfers) == names
            assert {ledger.phase(name) for name in names[::2]} == {Phase.REVERSED}
            assert {ledger.phase(name) for name in names[1::2]} == {Phase.STARTED}
            assert {reserved.phase(name) for name in names} == {Phase.RESERVED}
            assert (reserved.balance("b", "posts"), ledger.balance("b", "posts")) == (0, 300)


class TestDays:
    """What is dated is a step function of the day, checked over the whole future, reservations included."""

    BUDGET = Ledger({("bureau", "fen"): 100})

    def test_a_rate_moves_from_its_first_day_until_its_end(self) -> None:
        lent = self.BUDGET.submit(transfer("T1", rate(60, 2, 5))).start("T1")
        assert [lent.balance("street", "fen", on=day(n)) for n in (1, 2, 4, 5)] == [0, 60, 60, 0]
        assert [lent.balance("bureau", "fen", on=day(n)) for n in (1, 2, 4, 5)] == [100, 40, 40, 100]
        assert dict(lent.balances(day(3))) == {("bureau", "fen"): 40, ("street", "fen"): 60}
        assert [lent.total("fen", on=day(n)) for n in (1, 3, 9)] == [100, 100, 100]

    @pytest.mark.parametrize(
        ("amount", "start", "end", "left"),
        [
            (41, 4, None, 40),  # the last day of the other
            (41, 1, 3, 40),  # its first days
            (41, 3, 4, 40),  # in its midst
            (41, None, None, 40),  # for ever
            (101, 6, 7, 100),  # nothing in the way but the whole
        ],
    )
    def test_what_is_reserved_on_any_day_of_the_span_is_not_given_twice(
        self, amount: int, start: int | None, end: int | None, left: int
    ) -> None:
        reserved = self.BUDGET.submit(transfer("T1", rate(60, 2, 5)))
        with pytest.raises(IllegalEventError) as caught:
            reserved.submit(transfer("T2", rate(amount, start, end)))
        assert caught.value.culprits == ("bureau", "fen", left, amount)
        reserved.submit(transfer("T2", rate(left, start, end)))

    @pytest.mark.parametrize(("start", "end"), [(1, 2), (5, None), (5, 6)])
    def test_outside_the_span_all_is_there(self, start: int, end: int | None) -> None:
        reserved = self.BUDGET.submit(transfer("T1", rate(60, 2, 5)))
        assert reserved.submit(transfer("T2", rate(100, start, end))).available("bureau", "fen", on=day(start)) == 0

    def test_two_legs_of_one_transfer_are_added_up_where_they_overlap(self) -> None:
        apart = transfer("T1", rate(60, 1, 3), rate(60, 3, 5))
        assert self.BUDGET.submit(apart).available("bureau", "fen", on=day(3)) == 40
        with pytest.raises(IllegalEventError) as caught:
            self.BUDGET.submit(transfer("T1", rate(60, 1, 4), rate(60, 3, 5)))
        assert caught.value.culprits == ("bureau", "fen", 100, 120)

    def test_a_refusal_counts_the_legs_that_are_in_the_way_alone(self) -> None:
        with pytest.raises(IllegalEventError) as caught:
            self.BUDGET.submit(transfer("T1", rate(60, 1, 3), rate(101, 3, 5)))
        assert caught.value.culprits == ("bureau", "fen", 100, 101)

    def test_what_changes_over_time_is_asked_with_a_day(self) -> None:
        reserved = self.BUDGET.submit(transfer("T1", rate(60, 2, 5)))
        assert reserved.balance("bureau", "fen") == 100  # nothing has moved
        for ask in (lambda: reserved.available("bureau", "fen"), lambda: reserved.start("T1").balances()):
            with pytest.raises(InvalidValueError, match=r"bureau holds of fen changes .* on= / .*请用on") as caught:
                ask()
            assert caught.value.culprits == (("bureau", "fen"),)
        assert reserved.reject("T1").available("bureau", "fen") == 100

    def test_a_rate_is_booked_back_from_a_day_on(self) -> None:
        started = self.BUDGET.submit(transfer("T1", rate(60, 2, 8), rate(10, 6), rate(5, 1, 3))).start("T1")
        back = started.reverse("T1", on=day(4), by="T2", basis=OTHER)
        assert [back.balance("street", "fen", on=day(n)) for n in (1, 2, 3, 4, 6, 9)] == [5, 65, 60, 0, 0, 0]
        assert len(started.reverse("T1", on=day(3)).transfers["T1:reversed"][0].legs) == 2  # the third is back that day
        new = back.transfers["T2"][0]
        assert (new.reverses, new.basis, [one.start for one in new.legs]) == ("T1", OTHER, [day(4), day(6)])
        assert back.history[-1] == Reversed(id="T1", by="T2", basis=OTHER, on=day(4))

    def test_what_is_back_already_is_not_booked_back(self) -> None:
        started = self.BUDGET.submit(transfer("T1", rate(60, 2, 8))).start("T1")
        with pytest.raises(
            IllegalEventError, match=r"all that transfer T1 moved is back by .* / .*已全部期满"
        ) as caught:
            started.reverse("T1", on=day(8))
        assert caught.value.culprits == ("T1", day(8))
        assert started.reverse("T1", on=day(7)).balance("street", "fen", on=day(7)) == 0


class TestLimits:
    def test_a_headcount_cap_bounds_what_comes_in_and_what_is_reserved(self) -> None:
        ledger = Ledger({("bureau", "posts"): 9, ("street", "posts"): 1}, limits=[STREET])
        assert (ledger.room("street", "posts"), ledger.room("bureau", "posts")) == (2, None)
        reserved = ledger.submit(transfer("T1", leg("bureau", "street", 2)))
        assert reserved.room("street", "posts") == 0
        for full in (reserved, reserved.start("T1")):
            with pytest.raises(
                IllegalEventError, match=r"room for 0 of posts below its cap and 1 .* / .*上限只余0"
            ) as caught:
                full.submit(transfer("T2", leg("bureau", "street", 1)))
            assert caught.value.culprits == ("street", "posts", 0, 1)
        assert reserved.reject("T1").room("street", "posts") == 2

    def test_two_legs_fill_one_account(self) -> None:
        ledger = Ledger({("bureau", "posts"): 9, ("school", "posts"): 9, ("street", "posts"): 1}, limits=[STREET])
        with pytest.raises(IllegalEventError) as caught:
            ledger.submit(transfer("T1", leg("bureau", "street", 1), leg("school", "street", 2)))
        assert caught.value.culprits == ("street", "posts", 2, 3)

    def test_a_cap_that_falls_bounds_what_lasts_until_then(self) -> None:
        falling = [attrs.evolve(STREET, cap=9, end=day(5)), attrs.evolve(STREET, cap=3, start=day(5))]
        ledger = Ledger({("bureau", "posts"): 9}, limits=falling)
        assert [ledger.room("street", "posts", on=day(n)) for n in (4, 5)] == [9, 3]
        ledger.submit(transfer("T1", dated("posts", 9, 1, 5)))
        with pytest.raises(IllegalEventError) as caught:
            ledger.submit(transfer("T1", dated("posts", 4, 1, 6)))
        assert caught.value.culprits == ("street", "posts", 3, 4)

    def test_a_cap_may_begin_and_end(self) -> None:
        ledger = Ledger(limits=[attrs.evolve(STREET, start=day(2), end=day(4))])
        assert [ledger.room("street", "posts", on=day(n)) for n in (1, 2, 3, 4)] == [None, 3, 3, None]

    def test_a_cap_holds_though_none_follows(self) -> None:
        then = Limit(account="street", resource="posts", floor=0, start=day(4))
        ledger = Ledger({("bureau", "posts"): 9}, limits=[attrs.evolve(STREET, end=day(4)), then])
        assert [ledger.room("street", "posts", on=day(n)) for n in (3, 4)] == [3, None]
        with pytest.raises(IllegalEventError):
            ledger.submit(transfer("T1", dated("posts", 4, 3)))
        ledger.submit(transfer("T1", dated("posts", 4, 4)))

    def test_who_gives_for_some_days_has_room_on_these(self) -> None:
        ledger = Ledger({("street", "posts"): 3}, limits=[STREET])
        lent = ledger.submit(transfer("T1", dated("posts", 2, 2, 5, giver="street", taker="school")))
        assert lent.room("street", "posts") == 0
        assert [lent.start("T1").room("street", "posts", on=day(n)) for n in (1, 2, 4, 5)] == [0, 2, 2, 0]

    def test_a_floor_stays(self) -> None:
        floors = [
            Limit(account="bureau", resource="posts", floor=2),
            Limit(account="school", resource="posts", floor=-1),
        ]
        ledger = Ledger({("bureau", "posts"): 5}, limits=floors)
        assert (ledger.available("bureau", "posts"), ledger.available("school", "posts")) == (3, 1)
        for giver, left in (("bureau", 3), ("school", 1)):
            ledger.submit(transfer("T1", leg(giver, "street", left)))
            with pytest.raises(IllegalEventError) as caught:
                ledger.submit(transfer("T1", leg(giver, "street", left + 1)))
            assert caught.value.culprits == (giver, "posts", left, left + 1)

    def test_a_floor_that_covers_all_days_is_the_floor_of_a_leg_without_days(self) -> None:
        owing = [Limit(account="school", resource="posts", floor=-3, end=day(5))]
        owing += [Limit(account="school", resource="posts", floor=-2, start=day(5))]
        ledger = Ledger(limits=owing)
        ledger.submit(transfer("T1", leg("school", "street", 2)))
        with pytest.raises(IllegalEventError) as caught:
            ledger.submit(transfer("T1", leg("school", "street", 3)))
        assert caught.value.culprits == ("school", "posts", 2, 3)

    def test_who_has_no_room_any_more_gets_nothing_back(self) -> None:
        ledger = Ledger({("street", "posts"): 3, ("bureau", "posts"): 3}, limits=[STREET])
        full = ledger.submit(transfer("T1", leg("street", "school", 2))).start("T1")
        full = full.submit(transfer("T2", leg("bureau", "street", 2))).start("T2")
        with pytest.raises(IllegalEventError) as caught:
            full.reverse("T1")
        assert caught.value.culprits == ("street", "posts", 0, 2)
        assert full.reverse("T2").reverse("T1").balances() == ledger.balances()

    @pytest.mark.parametrize(
        ("cells", "says"),
        [
            ({"cap": -1}, r"the cap -1 of street lies below its floor 0; .* / street的上限-1低于下限0"),
            ({"floor": 1.0}, r"floor should be a whole number"),
            ({"cap": True}, r"cap should be a whole number"),
            ({"start": DAY, "end": DAY}, r"holds no day"),
            ({"start": "2018"}, r"start should be a date"),
            ({"account": ""}, r"account is no identifier"),
        ],
    )
    def test_a_limit_can_be_kept(self, cells: dict[str, Any], says: str) -> None:
        with pytest.raises(InvalidValueError, match=says):
            Limit(**{"account": "street", "resource": "posts"} | cells)

    def test_one_limit_at_a_time(self) -> None:
        with pytest.raises(InvalidValueError, match=r"two limits of street for posts .* / .*同时有两项限额") as caught:
            Ledger(limits=[STREET, attrs.evolve(STREET, start=DAY)])
        assert caught.value.culprits == ("street", "posts")
        Ledger(limits=[STREET, attrs.evolve(STREET, resource="yuan"), attrs.evolve(STREET, account="school")])

    @pytest.mark.parametrize("resource", ["credits", "power:decide:heads", "power:consent:heads"])
    def test_issuers_and_powers_take_no_limit(self, resource: str) -> None:
        unit = OpenUnit(resource="credits", issuers=("street",))
        with pytest.raises(InvalidValueError, match=r"street issues .* drop it / street发放") as caught:
            Ledger(limits=[attrs.evolve(STREET, resource=resource)], units=[unit])
        assert caught.value.culprits == ("street", resource)


class TestUnits:
    """Points and credits are issued and redeemed; every unit sums to zero with its issuer."""

    CREDITS = OpenUnit(resource="credits", issuers=("station",), redeemers=("shop",))
    POINTS = OpenUnit(resource="points", issuers=("branch1", "branch2"), under="scheme")
    LEDGER = Ledger(units=[POINTS, CREDITS])

    def earned(self, n: int) -> Ledger:
        return self.LEDGER.submit(transfer("earn", leg("station", "v1", n, "credits"))).start("earn")

    def test_what_is_earned_is_redeemed_and_no_more(self) -> None:
        earned = self.earned(10)
        redeemed = earned.submit(transfer("T", leg("v1", "shop", 6, "credits"))).start("T")
        assert [redeemed.balance(who, "credits") for who in ("v1", "shop", "station")] == [4, 6, -10]
        assert redeemed.total("credits") == 0
        with pytest.raises(IllegalEventError) as caught:
            earned.submit(transfer("T", leg("v1", "shop", 12, "credits")))
        assert caught.value.culprits == ("v1", "credits", 10, 12)
        assert redeemed.reverse("T").balance("v1", "credits") == 10

    @pytest.mark.parametrize(
        ("giver", "taker", "resource"),
        [
            ("v1", "shop", "points"),  # not redeemed at all
            ("v1", "v2", "credits"),  # not given away
            ("station", "shop", "credits"),  # not issued to where it is redeemed
            ("shop", "v1", "credits"),  # not given back from there
            ("shop", "station", "credits"),
            ("street", "v1", "points"),  # no issuer
        ],
    )
    def test_units_do_not_go_astray(self, giver: str, taker: str, resource: str) -> None:
        ledger = self.earned(10).submit(transfer("p", leg("branch1", "v1", 9, "points"))).start("p")
        with pytest.raises(IllegalEventError, match=rf"{resource} cannot go from {giver} to {taker}; .* / ") as caught:
            ledger.submit(transfer("T", leg(giver, taker, 1, resource)))
        assert caught.value.culprits == (resource, giver, taker)

    def test_who_moves_takes_the_points_along(self) -> None:
        ledger = self.LEDGER.submit(transfer("p", leg("branch1", "b1.m7", 9, "points"))).start("p")
        over = transfer("m", leg("b1.m7", "branch1", 9, "points"), leg("branch2", "b2.m7", 9, "points"))
        moved = ledger.submit(over).start("m")
        assert dict(moved.balances()) == {("b2.m7", "points"): 9, ("branch2", "points"): -9}

    @pytest.mark.parametrize(
        ("cells", "says"),
        [
            ({"issuers": ()}, r"points needs an account that issues it"),
            ({"redeemers": ("branch1",)}, r"none may both issue and redeem"),
            ({"under": None}, r"branch1, branch2 issue points together under no document; .* / .*没有依据文件"),
            ({"issuers": ["branch1"]}, r"issuers should be a tuple of identifiers"),
            ({"redeemers": ("a b",)}, r"redeemers should be a tuple of identifiers"),
        ],
    )
    def test_a_unit_has_issuers_and_several_have_one_rule(self, cells: dict[str, Any], says: str) -> None:
        with pytest.raises(InvalidValueError, match=says):
            attrs.evolve(self.POINTS, **cells)

    def test_a_unit_is_declared_once_and_opens_at_zero(self) -> None:
        with pytest.raises(InvalidValueError, match=r"points is declared twice") as caught:
            Ledger(units=[self.POINTS, self.CREDITS, self.POINTS])
        assert caught.value.culprits == ("points",)
        with pytest.raises(InvalidValueError, match=r"credits sum to 3, not to 0; .* / credits期初合计为3") as caught:
            Ledger({("v1", "credits"): 3}, units=[self.CREDITS])
        assert caught.value.culprits == ("credits", 3)
        assert Ledger({("v1", "credits"): 3, ("station", "credits"): -3}, units=[self.CREDITS]).units == (self.CREDITS,)
        with pytest.raises(InvalidValueError):
            Ledger({("v1", "credits"): -3, ("station", "credits"): 3}, units=[self.CREDITS])


class TestPowers:
    """One account decides; any number may hold lesser rights."""

    COUNTY = Ledger({("county", "power:decide:heads"): 1})

    def test_moving_the_token_moves_the_right_to_decide(self) -> None:
        moved = self.COUNTY.submit(transfer("T1", leg("county", "street", 1, "power:decide:heads")))
        assert (moved.decider("heads"), moved.start("T1").decider("heads")) == ("county", "street")
        assert moved.decider("roads") is None
        with pytest.raises(IllegalEventError) as caught:
            moved.submit(transfer("T2", leg("county", "school", 1, "power:decide:heads")))
        assert caught.value.culprits == ("county", "power:decide:heads", 0, 1)
        later = transfer("T1", dated("power:decide:heads", 1, 3, giver="county"))
        assert [self.COUNTY.submit(later).start("T1").decider("heads", on=day(n)) for n in (2, 3)] == [
            "county",
            "street",
        ]

    def test_who_decides_grants_lesser_rights_and_keeps_deciding(self) -> None:
        ledger = self.COUNTY
        for number, (who, strength) in enumerate((("s1", "consent"), ("s2", "consent"), ("s2", "suggest"))):
            right = transfer(f"T{number}", leg("county", who, 1, f"power:{strength}:heads"))
            ledger = ledger.submit(right).start(right.id)
        assert ledger.decider("heads") == "county"
        assert [ledger.holds("s1", Token("heads", strength)) for strength in tuple(Power)[1:]] == [
            True,
            True,
            True,
            False,
        ]
        assert ledger.holds("county", Token("heads", Power.SUGGEST))
        assert not ledger.holds("s1", Token("roads", Power.SUGGEST))
        assert ledger.total("power:consent:heads") == 0
        assert not ledger.reverse("T0").holds("s1", Token("heads", Power.SUGGEST))

    @pytest.mark.parametrize("giver", ["school", "s1"])
    def test_who_does_not_decide_grants_nothing(self, giver: str) -> None:
        ledger = self.COUNTY.submit(transfer("T1", leg("county", "s1", 1, "power:consent:heads"))).start("T1")
        with pytest.raises(
            IllegalEventError, match=rf"{giver} does not hold power:decide:heads .* / {giver}不持有"
        ) as caught:
            ledger.submit(transfer("T2", leg(giver, "s2", 1, "power:consent:heads")))
        assert caught.value.culprits == (giver, "power:decide:heads")

    def test_the_decider_of_the_first_day_grants(self) -> None:
        moved = self.COUNTY.submit(transfer("T1", dated("power:decide:heads", 1, 3, giver="county"))).start("T1")
        for giver, start in (("county", 2), ("street", 3)):
            moved.submit(transfer("T2", dated("power:consent:heads", 1, start, giver=giver, taker="s1")))
        for giver, since in (("county", 3), ("street", 2), ("street", None)):
            with pytest.raises(IllegalEventError):
                moved.submit(transfer("T2", dated("power:consent:heads", 1, since, giver=giver, taker="s1")))

    def test_a_right_is_held_once(self) -> None:
        ledger = self.COUNTY.submit(transfer("T1", leg("county", "s1", 1, "power:consent:heads")))
        with pytest.raises(IllegalEventError) as caught:
            ledger.submit(transfer("T2", leg("county", "s1", 1, "power:consent:heads")))
        assert caught.value.culprits == ("s1", "power:consent:heads", 0, 1)

    def test_a_power_opens_with_one_token(self) -> None:
        for balances in ({("a", "power:decide:m"): 1, ("b", "power:decide:m"): 1}, {("a", "power:decide:m"): 2}):
            with pytest.raises(InvalidValueError, match=r"opens with 2 tokens in all; .* / .*期初合计为2") as caught:
                Ledger(balances)
            assert caught.value.culprits == ("power:decide:m", 2)
        with pytest.raises(InvalidValueError, match=r"sum to 1, not to 0"):
            Ledger({("a", "power:consent:m"): 1})
        Ledger({("a", "power:consent:m"): 1, ("b", "power:consent:m"): -1, ("b", "power:decide:m"): 1})

    @pytest.mark.parametrize("strength", [0, 5, True, "consent"])
    def test_there_are_four_strengths(self, strength: Any) -> None:
        with pytest.raises(
            InvalidValueError, match=r"one of suggest, participate, consent, decide, not .* / 权力的强度"
        ):
            Token("heads", strength)

    @pytest.mark.parametrize("resource", ["power:consent", "power:veto:heads", "power:", "power:consent:"])
    def test_a_power_is_written_in_full(self, resource: str) -> None:
        with pytest.raises(InvalidValueError, match=r"is no code of a power; .* / .*不是权力的代码"):
            leg("county", "street", 1, resource)

    def test_a_power_moves_as_one(self) -> None:
        with pytest.raises(InvalidValueError, match=r"power:decide:heads here as 2; .* / .*数量应为1，实为2") as caught:
            leg("county", "street", 2, "power:decide:heads")
        assert caught.value.culprits == (2,)


class TestTime:
    """A reservation that is not started in time expires; days of grace are 0 unless given."""

    DOWN = attrs.evolve(DOWN, start=DAY)

    @pytest.mark.parametrize(("grace", "late"), [(0, 1), (2, 3)])
    def test_a_reservation_expires_after_its_first_day_and_the_days_of_grace(self, grace: int, late: int) -> None:
        reserved = Ledger(LEDGER.balances(), grace=grace).submit(self.DOWN, on=DAY)
        kept = reserved.expire(DAY + timedelta(late - 1))
        assert kept is reserved
        assert kept.start("T1", on=DAY + timedelta(late - 1)).phase("T1") is Phase.STARTED
        gone = reserved.expire(DAY + timedelta(late))
        assert (gone.phase("T1"), gone.available("bureau", "posts")) == (Phase.EXPIRED, 5)
        assert gone.history[-1] == Expired("T1", DAY + timedelta(late))
        assert gone.opening.replay(gone.history) == gone
        message = rf"started by 2018-07-01, with {grace} days of grace, .* / .*宽限{grace}天"
        with pytest.raises(IllegalEventError, match=message) as caught:
            reserved.start("T1", on=DAY + timedelta(late))
        assert caught.value.culprits == ("T1", DAY + timedelta(late))

    def test_what_has_no_day_never_expires_and_what_is_started_does_not_either(self) -> None:
        begun = attrs.evolve(transfer("T2", leg("bureau", "street", 1)), start=DAY)
        several = LEDGER.submit(DOWN).submit(begun).start("T2")
        assert several.expire(date(2030, 1, 1)) is several

    def test_several_expire_at_once(self) -> None:
        few = [attrs.evolve(transfer(f"T{n}", leg("bureau", "street", 1)), start=day(n)) for n in range(3)]
        ledger = LEDGER
        for one in few:
            ledger = ledger.submit(one)
        assert [ledger.expire(day(2)).phase(one.id) for one in few] == [Phase.EXPIRED, Phase.EXPIRED, Phase.RESERVED]

    def test_a_history_lets_nothing_expire_early(self) -> None:
        with pytest.raises(IllegalEventError, match=r"T1 has not expired by 2018-07-01; .* / 转移T1到") as caught:
            LEDGER.submit(self.DOWN).replay([Expired("T1", DAY)])
        assert caught.value.culprits == ("T1", DAY)

    def test_a_history_tells_what_was_done_and_when(self) -> None:
        other = transfer("T2", leg("bureau", "street", 1))
        ledger = LEDGER.submit(DOWN, on=DAY).start("T1", on=DAY).submit(other).reject("T2", on=DAY).reverse("T1")
        assert ledger.history == (
            Submitted(DOWN, DAY),
            Started("T1", DAY),
            Submitted(other),
            Rejected("T2", DAY),
            Reversed(id="T1", by="T1:reversed", basis=GROUND),
        )
        assert LEDGER.replay(ledger.history) == ledger

    @pytest.mark.parametrize("on", ["2018-07-01", datetime(2018, 7, 1, 12)])  # noqa: DTZ001 - refused in any zone
    def test_a_day_is_a_day(self, on: Any) -> None:
        started = LEDGER.submit(DOWN).start("T1")
        calls: list[Callable[[], object]] = [
            lambda: LEDGER.submit(DOWN, on=on),
            lambda: LEDGER.submit(DOWN).start("T1", on=on),
            lambda: LEDGER.submit(DOWN).reject("T1", on=on),
            lambda: LEDGER.expire(on),
            lambda: started.reverse("T1", on=on),
            lambda: attrs.evolve(DOWN, start=on),
            lambda: dated("posts", 1, None, start=on),
            lambda: Started("T1", on),
            lambda: LEDGER.balance("bureau", "posts", on=on),
        ]
        for call in calls:
            with pytest.raises(InvalidValueError, match=r"on should be a date|start should be a date"):
                call()


class TestWrongCalls:
    def test_a_transfer_is_submitted(self) -> None:
        what: Any = "T1"
        for call in (lambda: LEDGER.submit(what), lambda: Submitted(what)):
            with pytest.raises(InvalidValueError, match=r"a Transfer is submitted, not 'T1'; .* / 应提交Transfer"):
                call()

    def test_a_reversal_is_booked_by_the_ledger_alone(self) -> None:
        with pytest.raises(IllegalEventError, match=r"T1 says that it reverses T0 .* / .*不能提交") as caught:
            LEDGER.submit(attrs.evolve(DOWN, reverses="T0"))
        assert caught.value.culprits == ("T1", "T0")
        back = LEDGER.submit(DOWN).start("T1").reverse("T1", by="T2")
        with pytest.raises(
            IllegalEventError, match=r"T2 is itself the reversal of T1; .* / .*本身是对T1的撤回"
        ) as caught:
            back.reverse("T2")
        assert caught.value.culprits == ("T2", "T1")

    def test_a_reversal_has_an_identifier_of_its_own(self) -> None:
        with pytest.raises(IllegalEventError, match=r"there is a transfer T1 already"):
            LEDGER.submit(DOWN).start("T1").reverse("T1", by="T1")

    def test_a_leg_with_an_end_has_a_first_day(self) -> None:
        with pytest.raises(InvalidValueError, match=r"ends on 2018-07-01 and has no first day; .* / .*没有首日"):
            attrs.evolve(leg("a", "b", 1), end=DAY)
        with pytest.raises(InvalidValueError, match=r"holds no day"):
            attrs.evolve(leg("a", "b", 1), start=DAY, end=DAY)

    @pytest.mark.parametrize("place", ["street", ("street",), ("street", "posts", "x"), ("a b", "posts"), (1, "posts")])
    def test_a_balance_stands_under_an_account_and_a_resource(self, place: Any) -> None:
        with pytest.raises(InvalidValueError, match=r"under a pair of identifiers, .* / 期初数应以") as caught:
            Ledger({place: 1})
        assert caught.value.culprits == (place,)

    @pytest.mark.parametrize("grace", [-1, 1.5, True])
    def test_days_of_grace_are_counted(self, grace: Any) -> None:
        with pytest.raises(InvalidValueError, match=r"grace should be a whole number of 0 or more"):
            Ledger(grace=grace)
        assert Ledger(grace=3).grace == 3


@attrs.frozen
class Owing:
    resource: str
    amount: int | None


class TestFollow:
    """Staff and funds follow the task, power follows the responsibility."""

    POWERS: ClassVar = {"power": Token("heads", Power.CONSENT)}

    def made(self, *owed: Owing, end: date | None = None) -> Transfer:
        return follow(
            owed, id="T1", giver="bureau", taker="street", start=DAY, end=end, basis=GROUND, powers=self.POWERS
        )

    def test_what_is_owed_moves_from_the_first_day_on(self) -> None:
        made = self.made(Owing("staff", 2), Owing("yuan", 0), Owing("power", 3), end=day(9))
        assert [(one.resource, one.amount, one.start, one.end) for one in made.legs] == [
            ("staff", 2, DAY, day(9)),
            ("power:consent:heads", 1, DAY, day(9)),
        ]
        assert (made.start, made.basis) == (DAY, GROUND)

    def test_what_nobody_knows_does_not_move(self) -> None:
        with pytest.raises(InvalidValueError, match=r"how much of yuan is owed is not known; .* / 所需yuan") as caught:
            self.made(Owing("staff", 2), Owing("yuan", None))
        assert caught.value.culprits == ("yuan",)

    @pytest.mark.parametrize("owed", [[], [Owing("staff", 0)]])
    def test_where_nothing_is_owed_there_is_no_transfer(self, owed: list[Owing]) -> None:
        with pytest.raises(InvalidValueError, match=r"transfer T1 has no leg"):
            self.made(*owed)
