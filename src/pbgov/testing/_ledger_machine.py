"""A plain ledger that says what a real one must say, and a machine that sets the two side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import ClassVar, Final, TypeAlias

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pbgov.errors import IllegalEventError
from pbgov.rules import Ledger, Leg, Limit, OpenUnit, Phase, Power, Transfer, token_of
from pbgov.testing._ledger import (
    ACCOUNTS,
    CONSENTING,
    CREDITS,
    DECIDING,
    RESOURCES,
    legs,
    near_days,
    openings,
    transfers,
)

Place: TypeAlias = tuple[str, str]
_BOOKED: Final = frozenset({Phase.STARTED, Phase.REVERSED})  # what was booked back was booked


class PlainLedger:
    """A ledger by the words alone: it keeps a list of transfers, and adds up every answer anew, day by day.

    What it is asked to do it does, or answers ``False`` and stays as it was.

    Args:
        ledger: One whose opening it takes over.
    """

    def __init__(self, ledger: Ledger) -> None:
        """Take over how a ledger opened."""
        self.balances: Mapping[Place, int] = ledger.opening.balances()
        self.limits: tuple[Limit, ...] = ledger.limits
        self.units: dict[str, OpenUnit] = {unit.resource: unit for unit in ledger.units}
        self.grace: int = ledger.grace
        self.transfers: dict[str, tuple[Transfer, Phase]] = {}

    def days(self, *more: Leg) -> list[date]:
        """Name every day on which something may change."""
        spans: list[Leg | Limit] = [*more, *self.limits]
        spans += [leg for transfer, _ in self.transfers.values() for leg in transfer.legs]
        return sorted({date.min, *(day for span in spans for day in (span.start, span.end) if day)})

    def _moved(self, place: Place, day: date, phases: frozenset[Phase]) -> tuple[int, int]:
        """Add up what transfers in these phases give and take on a day."""
        given = taken = 0
        for transfer, phase in self.transfers.values():
            if phase in phases:
                for leg in transfer.legs:
                    if leg.resource == place[1] and _in_force(leg, day):
                        given += leg.amount if leg.giver == place[0] else 0
                        taken += leg.amount if leg.taker == place[0] else 0
        return given, taken

    def held(self, place: Place, day: date) -> int:
        """Add up what an account holds on a day."""
        given, taken = self._moved(place, day, _BOOKED)
        return self.balances.get(place, 0) - given + taken

    def _bounds(self, place: Place, day: date) -> tuple[int | None, int | None]:
        """Give the floor and the cap on a day; ``None`` where there is none."""
        token = token_of(place[1])
        if token and token.strength is not Power.DECIDE:
            return None, 1
        if place[1] in self.units and place[0] in self.units[place[1]].issuers:
            return None, None
        found = [one for one in self.limits if (one.account, one.resource) == place and day in one.period]
        return (found[0].floor, found[0].cap) if found else (0, None)

    def available(self, place: Place, day: date) -> int:
        """Add up what an account may still give on a day."""
        reserved, _ = self._moved(place, day, frozenset({Phase.RESERVED}))
        return self.held(place, day) - reserved - (self._bounds(place, day)[0] or 0)

    def room(self, place: Place, day: date) -> int | None:
        """Add up what an account may still take on a day."""
        _, coming = self._moved(place, day, frozenset({Phase.RESERVED}))
        cap = self._bounds(place, day)[1]
        return None if cap is None else cap - self.held(place, day) - coming

    def _fits(self, transfer: Transfer) -> bool:
        """Tell whether every giver has enough, and every taker room, on every day."""
        for day in self.days(*transfer.legs):
            moving = [leg for leg in transfer.legs if _in_force(leg, day)]
            for leg in moving:
                giver, taker = (leg.giver, leg.resource), (leg.taker, leg.resource)
                gives = sum(one.amount for one in moving if (one.giver, one.resource) == giver)
                takes = sum(one.amount for one in moving if (one.taker, one.resource) == taker)
                if self._bounds(giver, day)[0] is not None and self.available(giver, day) < gives:
                    return False
                room = self.room(taker, day)
                if room is not None and room < takes:
                    return False
        return True

    def _goes(self, leg: Leg) -> bool:
        """Tell whether a unit may go this way, and a right be granted by its giver."""
        token, unit = token_of(leg.resource), self.units.get(leg.resource)
        if token and token.strength is not Power.DECIDE:
            return self.held((leg.giver, token.deciding.resource), leg.start or date.min) == 1
        if unit is None:
            return True
        issued = leg.giver in unit.issuers and leg.taker not in unit.redeemers
        given_back = leg.giver not in unit.redeemers and leg.taker in (*unit.issuers, *unit.redeemers)
        return issued or (given_back and leg.giver not in unit.issuers)

    def submit(self, transfer: Transfer) -> bool:
        """Reserve a transfer."""
        fine = transfer.id not in self.transfers and all(map(self._goes, transfer.legs)) and self._fits(transfer)
        if fine:
            self.transfers[transfer.id] = (transfer, Phase.RESERVED)
        return fine

    def _step(self, name: str, before: Phase, after: Phase) -> bool:
        transfer, phase = self.transfers[name]
        if phase is before:
            self.transfers[name] = (transfer, after)
        return phase is before

    def start(self, name: str, on: date | None = None) -> bool:
        """Post a reserved transfer."""
        late = on is not None and self._late(name, on)
        return not late and self._step(name, Phase.RESERVED, Phase.STARTED)

    def _late(self, name: str, on: date) -> bool:
        start = self.transfers[name][0].start
        return start is not None and start + timedelta(self.grace) < on

    def reject(self, name: str) -> bool:
        """Give up a reserved transfer."""
        return self._step(name, Phase.RESERVED, Phase.REJECTED)

    def expire(self, on: date) -> None:
        """Give up what was not started in time."""
        for name in self.transfers:
            if self._late(name, on):
                self._step(name, Phase.RESERVED, Phase.EXPIRED)

    def reverse(self, name: str, by: str, on: date | None = None) -> bool:
        """Book a started transfer back."""
        transfer, phase = self.transfers[name]
        if phase is not Phase.STARTED or transfer.reverses is not None or by in self.transfers:
            return False
        back: list[Leg] = []
        for leg in transfer.legs:
            start = leg.start if on is None or leg.start is None or on < leg.start else on
            if leg.end is None or start is None or start < leg.end:
                back.append(
                    Leg(
                        giver=leg.taker,
                        taker=leg.giver,
                        resource=leg.resource,
                        amount=leg.amount,
                        start=start,
                        end=leg.end,
                    )
                )
        if not back:
            return False
        new = Transfer(id=by, legs=tuple(back), basis=transfer.basis, reverses=name)
        if not self._fits(new):
            return False
        self.transfers[name] = (transfer, Phase.REVERSED)
        self.transfers[by] = (new, Phase.STARTED)
        return True

    def agrees(self, ledger: Ledger) -> bool:
        """Tell whether a ledger says the same of every account on every day."""
        places = dict.fromkeys([*self.balances, *((one.account, one.resource) for one in self.limits)])
        for transfer, _ in self.transfers.values():
            for leg in transfer.legs:
                places[leg.giver, leg.resource] = places[leg.taker, leg.resource] = None
        days = [*self.days(), date.max]
        return dict(ledger.transfers) == self.transfers and all(
            ledger.balance(*place, on=day) == self.held(place, day)
            and ledger.available(*place, on=day) == self.available(place, day)
            and ledger.room(*place, on=day) == self.room(place, day)
            for place in places
            for day in days
        )


def _in_force(leg: Leg, day: date) -> bool:
    return (leg.start is None or leg.start <= day) and (leg.end is None or day < leg.end)


class LedgerMachine(RuleBasedStateMachine):
    """A ledger beside a plain one, through any history: whoever builds on ledgers runs it on their own.

    Set ``opening`` in a subclass to begin with a ledger of your own; ``accounts`` and ``resources`` are what its
    transfers move between.

    Examples:
        >>> class Ours(LedgerMachine):
        ...     opening = Ledger({("bureau", "staff"): 3}, limits=[Limit(account="street", resource="staff", cap=2)])
        >>> TestOurs = Ours.TestCase  # pytest and unittest find it
    """

    opening: ClassVar[Ledger | None] = None
    accounts: ClassVar[Sequence[str]] = ACCOUNTS
    resources: ClassVar[Sequence[str]] = (*RESOURCES, CREDITS, DECIDING, CONSENTING)

    ledger: Ledger
    plain: PlainLedger
    totals: Mapping[str, int]
    before: list[tuple[Ledger, date, Mapping[Place, int]]]

    @initialize(data=st.data())
    def open(self, data: st.DataObject) -> None:
        """Open both."""
        ledger = data.draw(openings(accounts=self.accounts)) if self.opening is None else self.opening
        self.ledger = ledger
        self.plain = PlainLedger(ledger)
        self.totals = {place[1]: ledger.total(place[1]) for place in self.plain.balances}
        self.before = []

    def _try(self, act: Callable[[], Ledger], *, fine: bool) -> None:
        """Do what the plain ledger did, or be refused where it was."""
        day = self.plain.days()[-1]
        self.before.append((self.ledger, day, self.ledger.balances(day)))
        try:
            self.ledger = act()
        except IllegalEventError:
            assert not fine, "refused, and nothing stands in the way"  # noqa: S101 - a machine asserts
        else:
            assert fine, "done, and something stands in the way"  # noqa: S101 - likewise

    @rule(data=st.data(), number=st.integers(0, 9))
    def submit(self, data: st.DataObject, number: int) -> None:
        """Submit a transfer."""
        leg = legs(self.accounts, resources=self.resources, max_amount=4, dated=True)
        transfer = data.draw(transfers(leg, names=st.just(f"t{number}")))
        self._try(lambda: self.ledger.submit(transfer), fine=self.plain.submit(transfer))

    def _name(self, data: st.DataObject) -> str | None:
        return data.draw(st.sampled_from(list(self.plain.transfers))) if self.plain.transfers else None

    @rule(data=st.data(), on=st.none() | near_days())
    def start(self, data: st.DataObject, on: date | None) -> None:
        """Start a transfer."""
        if name := self._name(data):
            self._try(lambda: self.ledger.start(name, on=on), fine=self.plain.start(name, on))

    @rule(data=st.data())
    def reject(self, data: st.DataObject) -> None:
        """Reject a transfer."""
        if name := self._name(data):
            self._try(lambda: self.ledger.reject(name), fine=self.plain.reject(name))

    @rule(on=near_days())
    def expire(self, on: date) -> None:
        """Let reservations expire."""
        self.plain.expire(on)
        self._try(lambda: self.ledger.expire(on), fine=True)

    @rule(data=st.data(), on=st.none() | near_days(), number=st.integers(0, 9))
    def reverse(self, data: st.DataObject, on: date | None, number: int) -> None:
        """Book a transfer back."""
        if name := self._name(data):
            by = f"r{number}"
            self._try(lambda: self.ledger.reverse(name, on=on, by=by), fine=self.plain.reverse(name, by, on))

    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        """Ask an old version: it says what it said."""
        if self.before:
            old, day, held = data.draw(st.sampled_from(self.before))
            assert old.balances(day) == held  # noqa: S101 - a machine asserts

    @invariant()
    def agree(self) -> None:
        """Both say the same, nothing is lost, and the history leads here."""
        assert self.plain.agrees(self.ledger)  # noqa: S101 - a machine asserts
        assert {one: self.ledger.total(one) for one in self.totals} == self.totals  # noqa: S101 - likewise

    def teardown(self) -> None:
        """Do the history again."""
        if hasattr(self, "plain"):
            assert self.ledger.opening.replay(self.ledger.history) == self.ledger  # noqa: S101 - a machine asserts
