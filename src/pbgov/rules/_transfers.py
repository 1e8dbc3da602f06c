"""Transfers: what goes from whom to whom, since when; an unbalanced one cannot be written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeAlias

import attrs

from pbgov.base import Basis, FrozenMap, Period, both, check_day, check_id
from pbgov.errors import InvalidValueError
from pbgov.rules._powers import Power
from pbgov.rules._tokens import Token, token_of

Place: TypeAlias = tuple[str, str]  # account and resource
Move: TypeAlias = tuple[Place, Place, int, date | None, date | None]  # giver, taker, amount, first day, end

_day_or_none = attrs.validators.optional(check_day)
_id_or_none = attrs.validators.optional(check_id)


@attrs.frozen(kw_only=True)
class Leg:
    """So much of one resource goes from one account to another.

    A leg without days moves a stock, for good. A leg with a first day moves a yearly rate, or posts, from that day on,
    until its end if it has one.

    Attributes:
        giver: The account it leaves.
        taker: The account it reaches.
        resource: What moves: ``"staff"``, ``"fen_a_year"``, ``"power:consent:agency_heads"``.
        amount: How much, a whole number of 1 or more; a declared need of zero has no leg. A power moves as 1.
        start: First day on which it is moved; ``None`` for a stock.
        end: First day on which it is back; ``None`` when it stays.

    Raises:
        InvalidValueError: The amount is not positive, or not 1 for a power; both accounts are one; there is an end
            without a first day, or the days hold none.
    """

    giver: str = attrs.field(validator=check_id)
    taker: str = attrs.field(validator=check_id)
    resource: str = attrs.field(validator=check_id)
    amount: int
    start: date | None = attrs.field(default=None, validator=_day_or_none)
    end: date | None = attrs.field(default=None, validator=_day_or_none)

    def __attrs_post_init__(self) -> None:
        """Refuse a leg that moves nothing."""
        if type(self.amount) is not int or self.amount < 1:
            raise InvalidValueError(both("leg.amount", value=repr(self.amount)), self.amount)
        if self.giver == self.taker:
            raise InvalidValueError(both("leg.loop", account=self.giver), self.giver)
        if self.end is not None:
            if self.start is None:
                raise InvalidValueError(both("leg.open", end=self.end), self.end)
            Period(self.start, self.end)
        if token_of(self.resource) and self.amount != 1:
            raise InvalidValueError(both("leg.power", resource=self.resource, amount=self.amount), self.amount)


@attrs.frozen(kw_only=True)
class Transfer:
    """Legs that move together or not at all.

    Attributes:
        id: Identifier, used once in a ledger.
        legs: What moves.
        basis: On what ground.
        start: The day by which it must be started; a ledger lets its reservation expire after that. ``None`` for never.
        reverses: The transfer that this one books back.

    Raises:
        InvalidValueError: There is no leg.
    """

    id: str = attrs.field(validator=check_id)
    legs: tuple[Leg, ...] = attrs.field(converter=tuple[Leg, ...])
    basis: Basis
    start: date | None = attrs.field(default=None, validator=_day_or_none)
    reverses: str | None = attrs.field(default=None, validator=_id_or_none)
    moves: tuple[Move, ...] = attrs.field(init=False, eq=False, repr=False)
    grants: tuple[tuple[Place, date | None], ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a transfer that moves nothing; lay the legs out as a ledger books them."""
        if not self.legs:
            raise InvalidValueError(both("transfer.empty", transfer=self.id), self.id)
        moves = [((g.giver, g.resource), (g.taker, g.resource), g.amount, g.start, g.end) for g in self.legs]
        object.__setattr__(self, "moves", tuple(moves))
        powers = [(leg, power) for leg in self.legs if (power := token_of(leg.resource))]
        lesser = [(leg, power.deciding) for leg, power in powers if power.strength is not Power.DECIDE]
        object.__setattr__(self, "grants", tuple(((g.giver, power.resource), g.start) for g, power in lesser))

    def reversal(self, name: str, *, basis: Basis, on: date | None = None) -> Transfer:
        """Give the transfer that books this one back, from a day on.

        What was moved from a first day on comes back from ``on``, or from its first day if that is later; what ended
        before then is back already. Stocks come back whole, and so does everything if no day is given.

        Raises:
            InvalidValueError: All of it is back by then.
        """
        legs = [
            attrs.evolve(leg, giver=leg.taker, taker=leg.giver, start=start)
            for leg in self.legs
            for start in [leg.start if leg.start is None or on is None else max(leg.start, on)]
            if leg.end is None or start is None or start < leg.end
        ]
        return Transfer(id=name, legs=tuple(legs), basis=basis, reverses=self.id)


class Phase(StrEnum):
    """Where a transfer stands."""

    RESERVED = "reserved"
    STARTED = "started"
    REJECTED = "rejected"
    EXPIRED = "expired"
    REVERSED = "reversed"


class Owed(Protocol):
    """What a decision still asks for: so much of a resource, ``None`` while nobody knows how much."""

    @property
    def resource(self) -> str:
        """What is asked for."""
        ...

    @property
    def amount(self) -> int | None:
        """How much of it."""
        ...


_NO_POWERS: FrozenMap[str, Token] = FrozenMap()


def follow(
    owed: Iterable[Owed],
    *,
    id: str,  # noqa: A002 - the transfer's
    giver: str,
    taker: str,
    start: date,
    basis: Basis,
    end: date | None = None,
    powers: Mapping[str, Token] = _NO_POWERS,
) -> Transfer:
    """Make the transfer that meets the obligations of a decision 人随事转、权随责转、费随事转.

    Args:
        owed: The obligations, such as ``decision.obligations``; one of zero moves nothing.
        id: Identifier of the transfer.
        giver: The account that gives.
        taker: The account that the task goes to.
        start: The day the task starts: everything moves from that day on.
        basis: On what ground.
        end: The day the task ends; ``None`` when it stays.
        powers: The power that goes with the responsibility, by the resource in which a decision counts it.

    Raises:
        InvalidValueError: An amount is unknown, or nothing is owed.

    Examples:
        >>> from pbgov.base import Assumption, Text
        >>> owed = [Leg(giver="a", taker="b", resource="staff", amount=2)]  # anything with a resource and an amount
        >>> ground = Assumption(Text(zh="示例", en="example"))
        >>> follow(owed, id="t1", giver="bureau", taker="willow", start=date(2018, 9, 1), basis=ground).legs[0].amount
        2
    """
    legs: list[Leg] = []
    for one in owed:
        if one.amount is None:
            raise InvalidValueError(both("follow.unknown", resource=one.resource), one.resource)
        power = powers.get(one.resource)
        resource, amount = (one.resource, one.amount) if power is None else (power.resource, 1)
        if one.amount != 0:
            legs.append(Leg(giver=giver, taker=taker, resource=resource, amount=amount, start=start, end=end))
    return Transfer(id=id, legs=tuple(legs), basis=basis, start=start)
