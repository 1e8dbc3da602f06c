"""Laws of the ledger: against a plain one that adds up every answer anew, through any history and on every day."""

from __future__ import annotations

import copy
import pickle
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov.base import Assumption, Text
from pbgov.errors import IllegalEventError, InvalidValueError
from pbgov.model import imbalances, postings_of
from pbgov.rules import Ledger, Leg, Limit, OpenUnit, Phase, Token, Transfer, token_of
from pbgov.testing import LedgerMachine, PlainLedger, days, ledgers, legs, limits, open_units, tokens, transfers
from pbgov.testing._ledger import ACCOUNTS, CONSENTING, CREDITS, DECIDING, FIRST, RESOURCES

FEW = settings(max_examples=60)
KINDS = ("staff", "yuan_a_year", CREDITS, DECIDING, CONSENTING)
BASIS = Assumption(Text(zh="甲", en="a"))


class TestEveryValue:
    @given(value=st.one_of(legs(dated=True), transfers(), limits(), open_units(), tokens(), ledgers()))
    def test_pickles_copies_hashes_and_compares(self, value: object) -> None:
        for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):  # noqa: S301 - our own
            assert again == value
            assert hash(again) == hash(value)
            assert repr(again) == repr(value)


class TestLegs:
    @given(leg=legs(dated=True))
    def test_what_is_drawn_moves_something_somewhere(self, leg: Leg) -> None:
        assert leg.amount > 0
        with pytest.raises(InvalidValueError):
            attrs.evolve(leg, taker=leg.giver)

    @given(token=tokens())
    def test_a_power_is_read_as_it_was_written(self, token: Token) -> None:
        assert token_of(token.resource) == token
        assert token.deciding.strength >= token.strength


class TestLedgers:
    @given(ledger=ledgers(), data=st.data())
    @FEW
    def test_every_reservation_can_be_started_in_any_order(self, ledger: Ledger, data: st.DataObject) -> None:
        reserved = [name for name, (_, phase) in ledger.transfers.items() if phase is Phase.RESERVED]
        totals = {resource: ledger.total(resource) for resource in RESOURCES}
        for name in data.draw(st.permutations(reserved)):
            ledger = ledger.start(name)
        for day in PlainLedger(ledger).days(*(leg for one, _ in ledger.transfers.values() for leg in one.legs)):
            assert {resource: ledger.total(resource, on=day) for resource in totals} == totals

    @given(ledger=ledgers())
    @FEW
    def test_a_history_leads_to_the_same_ledger(self, ledger: Ledger) -> None:
        assert ledger.opening.replay(ledger.history) == ledger
        assert ledger.opening.history == ()

    @given(ledger=ledgers(), data=st.data())
    @FEW
    def test_versions_are_values_in_whatever_order_they_are_asked(self, ledger: Ledger, data: st.DataObject) -> None:
        versions = [ledger.opening]
        for deed in ledger.history:
            versions.append(versions[-1].replay([deed]))
        told = [(dict(one.balances(date.max)), one.transfers, one.history, hash(one)) for one in versions]
        for n in data.draw(st.lists(st.integers(0, len(versions) - 1), max_size=8)):
            one = versions[n]
            assert (dict(one.balances(date.max)), one.transfers, one.history, hash(one)) == told[n]
            assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own
            for other in (*versions[:n], *versions[n + 1 :]):
                assert one != other


TestTheMachine = LedgerMachine.TestCase
TestTheMachine.settings = settings(max_examples=40, stateful_step_count=25)


class Ours(LedgerMachine):
    """A ledger of somebody's own."""

    opening = Ledger(
        {("bureau", "staff"): 6, ("street", "staff"): 1, ("bureau", DECIDING): 1, ("bureau", "yuan_a_year"): 9},
        limits=[
            Limit(account="street", resource="staff", floor=1, cap=3, end=FIRST + timedelta(4)),
            Limit(account="street", resource="staff", cap=4, start=FIRST + timedelta(4)),
            Limit(account="community", resource="yuan_a_year", floor=-2, cap=5),
        ],
        units=[OpenUnit(resource=CREDITS, issuers=("bureau",), redeemers=("community",))],
        grace=1,
    )


TestOurMachine = Ours.TestCase
TestOurMachine.settings = settings(max_examples=20, stateful_step_count=25)


class History:
    """One random history, without Hypothesis: cheap enough for a hundred thousand."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.ledger = self.opened()
        self.plain = PlainLedger(self.ledger)
        self.seen: list[tuple[Ledger, dict[tuple[str, str], int]]] = []

    def day(self) -> date | None:
        return FIRST + timedelta(self.chance.randrange(8)) if self.chance.randrange(3) else None

    def opened(self) -> Ledger:
        """A ledger with a cap that changes, a floor, an open unit and a power to decide."""
        roll = self.chance.randrange
        turn = FIRST + timedelta(roll(8))
        return Ledger(
            {(account, resource): 1 + roll(9) for account in ACCOUNTS for resource in RESOURCES}
            | {(ACCOUNTS[roll(3)], DECIDING): 1},
            limits=[
                Limit(account="street", resource="staff", cap=10 + roll(4), end=turn),
                Limit(account="street", resource="staff", floor=-roll(3), cap=10 + roll(4), start=turn),
                Limit(account="community", resource="yuan_a_year", floor=roll(2)),
            ],
            units=[OpenUnit(resource=CREDITS, issuers=("bureau",), redeemers=("community",)[: roll(2)])],
            grace=roll(2),
        )

    def leg(self) -> Leg:
        giver, taker = self.chance.sample(ACCOUNTS, 2)
        resource = self.chance.choice(KINDS)
        start = self.day() if self.chance.randrange(2) else None
        end = start + timedelta(1 + self.chance.randrange(4)) if start and self.chance.randrange(2) else None
        amount = 1 if token_of(resource) else 1 + self.chance.randrange(4)
        return Leg(giver=giver, taker=taker, resource=resource, amount=amount, start=start, end=end)

    def step(self) -> None:
        """Do one thing to both."""
        act = self.chance.choice(("submit", "submit", "submit", "start", "start", "reject", "expire", "reverse"))
        names = list(self.plain.transfers)
        if act == "submit" or not names:
            few = tuple(self.leg() for _ in range(1 + self.chance.randrange(3)))
            transfer = Transfer(id=f"t{self.chance.randrange(9)}", legs=few, basis=BASIS, start=self.day())
            return self.compare(self.plain.submit(transfer), lambda: self.ledger.submit(transfer))
        name, on = self.chance.choice(names), self.day()
        if act == "start":
            return self.compare(self.plain.start(name, on), lambda: self.ledger.start(name, on=on))
        if act == "reject":
            return self.compare(self.plain.reject(name), lambda: self.ledger.reject(name))
        if act == "reverse":
            by = f"r{self.chance.randrange(9)}"
            return self.compare(self.plain.reverse(name, by, on), lambda: self.ledger.reverse(name, on=on, by=by))
        late = on or FIRST
        self.plain.expire(late)
        return self.compare(True, lambda: self.ledger.expire(late))

    def compare(self, fine: bool, act: Callable[[], Ledger]) -> None:
        self.seen.append((self.ledger, dict(self.ledger.balances(FIRST))))
        try:
            self.ledger = act()
        except IllegalEventError:
            assert not fine
        else:
            assert fine

    def run(self) -> None:
        """A dozen steps; then both say the same, the past is what it was, and the history leads here."""
        for _ in range(12):
            self.step()
        assert self.plain.agrees(self.ledger)
        old, held = self.chance.choice(self.seen)
        assert dict(old.balances(FIRST)) == held
        assert self.ledger.opening.replay(self.ledger.history) == self.ledger
        assert all(self.ledger.total(kind, on=self.day()) == self.ledger.opening.total(kind) for kind in KINDS)


def test_random_histories_agree_with_a_plain_ledger() -> None:
    for seed in range(1_000):
        History(seed).run()


@pytest.mark.nightly
def test_a_hundred_thousand_random_histories_agree_with_a_plain_ledger() -> None:
    for seed in range(1_000, 101_000):
        History(seed).run()


class TestTheRecord:
    @given(ledger=ledgers(), on=days())
    @FEW
    def test_the_postings_of_a_transfer_sum_to_zero(self, ledger: Ledger, on: date) -> None:
        for name, (transfer, phase) in ledger.transfers.items():
            if phase in {Phase.STARTED, Phase.REVERSED}:
                rows = postings_of(ledger, name, on=on)
                assert imbalances(rows) == {}
                assert len({row.id for row in rows}) == len(rows) == 2 * len(transfer.legs)

    @given(ledger=ledgers(), on=days())
    @FEW
    def test_what_is_held_in_the_end_is_the_opening_and_the_postings_that_last(self, ledger: Ledger, on: date) -> None:
        held = Counter(ledger.opening.balances())
        for name, (_, phase) in ledger.transfers.items():
            for row in postings_of(ledger, name, on=on) if phase in {Phase.STARTED, Phase.REVERSED} else ():
                if row.end is None:
                    held[row.account, row.resource] += row.amount
        assert ledger.balances(date.max) == {place: n for place, n in held.items() if n}
