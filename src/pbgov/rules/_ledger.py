"""People, power and funds follow the task 人随事转、权随责转、费随事转: a ledger that conserves them.

A leg takes an amount from one account and gives the same amount to another, so an unbalanced transfer cannot
be written down. A transfer is reserved first, and started, rejected or, once started, reversed as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

import attrs

from pbgov.base import Basis, FrozenMap, both, check_id
from pbgov.errors import IllegalEventError, InvalidValueError, UnknownIdError


@attrs.frozen(kw_only=True)
class Leg:
    """So much of one resource goes from one account to another.

    Attributes:
        giver: The account it leaves.
        taker: The account it reaches.
        resource: What moves: ``"staff"``, ``"fen_a_year"``, ``"power:consent"``.
        amount: How much, a whole number of 1 or more; a declared need of zero has no leg.

    Raises:
        InvalidValueError: The amount is not positive, or both accounts are one.
    """

    giver: str = attrs.field(validator=check_id)
    taker: str = attrs.field(validator=check_id)
    resource: str = attrs.field(validator=check_id)
    amount: int

    def __attrs_post_init__(self) -> None:
        """Refuse a leg that moves nothing."""
        if type(self.amount) is not int or self.amount < 1:
            raise InvalidValueError(both("leg.amount", value=repr(self.amount)), self.amount)
        if self.giver == self.taker:
            raise InvalidValueError(both("leg.loop", account=self.giver), self.giver)


@attrs.frozen(kw_only=True)
class Transfer:
    """Legs that move together or not at all.

    Raises:
        InvalidValueError: There is no leg.
    """

    id: str = attrs.field(validator=check_id)
    legs: tuple[Leg, ...]
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a transfer that moves nothing."""
        if not self.legs:
            raise InvalidValueError(both("transfer.empty", transfer=self.id), self.id)


class Phase(StrEnum):
    """Where a transfer stands."""

    RESERVED = "reserved"
    STARTED = "started"
    REJECTED = "rejected"
    REVERSED = "reversed"


def _frozen(balances: Mapping[tuple[str, str], int]) -> FrozenMap[tuple[str, str], int]:
    return FrozenMap(balances)


@attrs.frozen(kw_only=True)
class Ledger:
    """Who holds how much of what, and which transfers are under way.

    Attributes:
        balances: The amount each (account, resource) holds; never below zero.
        transfers: Every transfer and its phase.

    Examples:
        >>> ledger = Ledger(balances={("bureau", "staff"): 3})
        >>> ledger.total("staff")
        3
    """

    balances: FrozenMap[tuple[str, str], int] = attrs.field(converter=_frozen)
    transfers: FrozenMap[str, tuple[Transfer, Phase]] = FrozenMap()

    def __attrs_post_init__(self) -> None:
        """Refuse a balance below zero."""
        for place, amount in self.balances.items():
            if type(amount) is not int or amount < 0:
                raise InvalidValueError(both("count.negative", name="/".join(place), value=repr(amount)), place)

    def balance(self, account: str, resource: str) -> int:
        """Give what an account holds of a resource, reservations included."""
        return self.balances.get((account, resource), 0)

    def available(self, account: str, resource: str) -> int:
        """Give what an account holds and has not reserved for a transfer."""
        reserved = sum(
            leg.amount
            for transfer, phase in self.transfers.values()
            for leg in transfer.legs
            if phase is Phase.RESERVED and (leg.giver, leg.resource) == (account, resource)
        )
        return self.balance(account, resource) - reserved

    def total(self, resource: str) -> int:
        """Give what all accounts hold of a resource: no transfer changes it."""
        return sum(amount for (_, held), amount in self.balances.items() if held == resource)

    def phase(self, transfer: str) -> Phase:
        """Tell where a transfer stands."""
        return self._held(transfer)[1]

    def submit(self, transfer: Transfer) -> Ledger:
        """Reserve what the givers must give.

        Raises:
            IllegalEventError: The identifier is taken, or a giver has too little left.
        """
        if transfer.id in self.transfers:
            raise IllegalEventError(both("transfer.taken", transfer=transfer.id), transfer.id)
        wanted: Counter[tuple[str, str]] = Counter()
        for leg in transfer.legs:
            wanted[leg.giver, leg.resource] += leg.amount
        for (account, resource), amount in wanted.items():
            left = self.available(account, resource)
            if left < amount:
                message = both("transfer.short", account=account, resource=resource, left=left, amount=amount)
                raise IllegalEventError(message, account, resource, left, amount)
        return self._noting(transfer, Phase.RESERVED, self.balances)

    def start(self, transfer: str) -> Ledger:
        """Post a reserved transfer: everything moves at once."""
        held = self._in_phase(transfer, Phase.RESERVED)
        return self._noting(held, Phase.STARTED, self._moved(held, forward=True))

    def reject(self, transfer: str) -> Ledger:
        """Give up a reserved transfer: nothing moves."""
        return self._noting(self._in_phase(transfer, Phase.RESERVED), Phase.REJECTED, self.balances)

    def reverse(self, transfer: str) -> Ledger:
        """Book a started transfer back.

        Raises:
            IllegalEventError: It was not started, or a taker no longer has what it got, or has reserved it.
        """
        held = self._in_phase(transfer, Phase.STARTED)
        return self._noting(held, Phase.REVERSED, self._moved(held, forward=False))

    def _held(self, transfer: str) -> tuple[Transfer, Phase]:
        if transfer not in self.transfers:
            raise UnknownIdError(both("id.unknown", value=repr(transfer)), transfer)
        return self.transfers[transfer]

    def _in_phase(self, transfer: str, wanted: Phase) -> Transfer:
        held, phase = self._held(transfer)
        if phase is not wanted:
            message = both("transfer.phase", transfer=transfer, phase=phase.value, wanted=wanted.value)
            raise IllegalEventError(message, transfer, phase)
        return held

    def _moved(self, transfer: Transfer, *, forward: bool) -> FrozenMap[tuple[str, str], int]:
        """Give the balances once every leg has moved, refusing to take what is not there or reserved by others."""
        changes: Counter[tuple[str, str]] = Counter()
        for leg in transfer.legs:
            giver, taker = (leg.giver, leg.taker) if forward else (leg.taker, leg.giver)
            changes[giver, leg.resource] -= leg.amount
            changes[taker, leg.resource] += leg.amount
        others = self._noting(transfer, Phase.STARTED, self.balances)  # where it reserves nothing any more
        for (account, resource), change in changes.items():
            left = others.available(account, resource)
            if left + change < 0:
                message = both("transfer.short", account=account, resource=resource, left=left, amount=-change)
                raise IllegalEventError(message, account, resource, left, -change)
        return FrozenMap({**self.balances, **{held: self.balance(*held) + change for held, change in changes.items()}})

    def _noting(self, transfer: Transfer, phase: Phase, balances: FrozenMap[tuple[str, str], int]) -> Ledger:
        return Ledger(balances=balances, transfers=FrozenMap({**self.transfers, transfer.id: (transfer, phase)}))
