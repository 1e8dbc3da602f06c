"""What accounts may hold: floors, headcount caps 员额, and units of account that are issued and redeemed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import attrs

from pbgov.base import FrozenMap, Period, both, check_day, check_id, check_natural, is_id, several
from pbgov.errors import InvalidValueError
from pbgov.rules._powers import Power
from pbgov.rules._tokens import token_of

_day_or_none = attrs.validators.optional(check_day)


def _whole(_self: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not int:
        raise InvalidValueError(both("row.whole", name=attribute.name, value=repr(value)), attribute.name, value)


def _ids(_self: object, attribute: attrs.Attribute[Any], value: object) -> None:
    items = several(value)
    if not isinstance(value, tuple) or not all(isinstance(item, str) and is_id(item) for item in items):
        raise InvalidValueError(both("row.ids", name=attribute.name, value=repr(items)), attribute.name, items)


@attrs.frozen(kw_only=True)
class Limit:
    """How little and how much an account may hold of a resource, over a span of days.

    Where no limit is in force, an account may hold any amount from 0 on.

    Attributes:
        account: Whose account.
        resource: Of what.
        floor: The least it holds, reservations counted; below 0 it may owe so much.
        cap: The most it holds, reservations counted; ``None`` for no cap.
        start: First day in force; ``None`` when it lies before all others.
        end: First day no longer in force.

    Raises:
        InvalidValueError: A number is not whole, the cap lies below the floor, or the period holds no day.

    Examples:
        >>> quota = Limit(account="willow", resource="staff", cap=18, start=date(2019, 1, 1))
        >>> quota.floor, quota.cap
        (0, 18)
    """

    account: str = attrs.field(validator=check_id)
    resource: str = attrs.field(validator=check_id)
    floor: int = attrs.field(default=0, validator=_whole)
    cap: int | None = attrs.field(default=None, validator=attrs.validators.optional(_whole))
    start: date | None = attrs.field(default=None, validator=_day_or_none)
    end: date | None = attrs.field(default=None, validator=_day_or_none)

    def __attrs_post_init__(self) -> None:
        """Refuse a limit that nothing meets, or that is never in force."""
        self.period  # noqa: B018 - building the period is the check
        if self.cap is not None and self.cap < self.floor:
            message = both("limit.reversed", account=self.account, floor=self.floor, cap=self.cap)
            raise InvalidValueError(message, self.account, self.floor, self.cap)

    @property
    def period(self) -> Period:
        """The half-open span in force."""
        return Period(self.start, self.end)


@attrs.frozen(kw_only=True)
class OpenUnit:
    """A unit of account 积分 that is issued and redeemed: member points, volunteer credits.

    An issuer stands below zero by what it has issued, so that all accounts together hold nothing. Units go from an
    issuer to a holder, and from a holder back to an issuer or on to where they are redeemed. They never go from one
    holder to another: who moves to another branch gives back to one issuer and gets from the other, in one transfer.

    Attributes:
        resource: What is issued, ``"member_points"``.
        issuers: The accounts that issue it, a branch 支部 or a service station.
        redeemers: The accounts at which it is redeemed; none where it cannot be.
        under: The document, such as a covenant 共建公约, under which several issue one unit.

    Raises:
        InvalidValueError: Nobody issues it, one account both issues and redeems it, or several issue it under no
            document.

    Examples:
        >>> points = OpenUnit(resource="member_points", issuers=("branch",))
        >>> points.allows("branch", "m7"), points.allows("m7", "shop")
        (True, False)
    """

    resource: str = attrs.field(validator=check_id)
    issuers: tuple[str, ...] = attrs.field(validator=_ids)
    redeemers: tuple[str, ...] = attrs.field(default=(), validator=_ids)
    under: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_id))

    def __attrs_post_init__(self) -> None:
        """Refuse a unit that nobody issues, or several without a common rule."""
        if not self.issuers or set(self.issuers) & set(self.redeemers):
            raise InvalidValueError(both("unit.issuers", resource=self.resource), self.resource)
        if len(set(self.issuers)) > 1 and self.under is None:
            message = both("unit.under", resource=self.resource, issuers=", ".join(self.issuers))
            raise InvalidValueError(message, *self.issuers)

    def allows(self, giver: str, taker: str) -> bool:
        """Tell whether the unit may go from one account to another."""
        if giver in self.issuers:
            return taker not in self.redeemers
        return giver not in self.redeemers and (taker in self.issuers or taker in self.redeemers)


def _balances(given: Mapping[tuple[str, str], int]) -> FrozenMap[tuple[str, str], int]:
    for place, amount in given.items():
        if not isinstance(place, tuple) or [isinstance(name, str) and is_id(name) for name in place] != [True, True]:
            raise InvalidValueError(both("ledger.place", value=repr(place)), place)
        if type(amount) is not int:
            raise InvalidValueError(both("row.whole", name="/".join(place), value=repr(amount)), place)
    return FrozenMap({place: given[place] for place in sorted(given) if given[place]})


def _limits(given: Iterable[Limit]) -> tuple[Limit, ...]:
    return tuple(sorted(given, key=lambda limit: (limit.account, limit.resource, limit.start or date.min)))


def _units(given: Iterable[OpenUnit]) -> tuple[OpenUnit, ...]:
    return tuple(sorted(given, key=lambda unit: unit.resource))


@attrs.frozen(kw_only=True)
class Opening:
    """How a ledger opened: what was held, within which limits, which units are open, and the days of grace.

    Raises:
        InvalidValueError: An amount is no whole number; two limits of one account are in force at once, or one bounds
            an issuer or a power; a unit is declared twice, or what was issued does not sum to zero; a power to decide
            has more than one token.
    """

    balances: FrozenMap[tuple[str, str], int] = attrs.field(converter=_balances)
    limits: tuple[Limit, ...] = attrs.field(converter=_limits)
    units: tuple[OpenUnit, ...] = attrs.field(converter=_units)
    grace: int = attrs.field(validator=check_natural)

    def __attrs_post_init__(self) -> None:
        """Refuse what contradicts itself."""
        for unit, after in pairwise(self.units):
            if unit.resource == after.resource:
                raise InvalidValueError(both("unit.twice", resource=unit.resource), unit.resource)
        issuing = {(issuer, unit.resource) for unit in self.units for issuer in unit.issuers}
        for one, other in pairwise(self.limits):
            same = (one.account, one.resource) == (other.account, other.resource)
            if same and one.period.overlaps(other.period):
                message = both("limit.twice", account=one.account, resource=one.resource)
                raise InvalidValueError(message, one.account, one.resource)
        for limit in self.limits:
            if token_of(limit.resource) or (limit.account, limit.resource) in issuing:
                message = both("limit.issuer", account=limit.account, resource=limit.resource)
                raise InvalidValueError(message, limit.account, limit.resource)
        self._check_totals()

    def _check_totals(self) -> None:
        """Powers to decide open with one token at most; what is issued, lesser rights too, sums to zero."""
        issued = {unit.resource for unit in self.units}
        totals: defaultdict[str, int] = defaultdict(int)
        for (_, resource), amount in self.balances.items():
            totals[resource] += amount
        for resource, total in totals.items():
            power = token_of(resource)
            if power and power.strength is Power.DECIDE:
                if total != 1:
                    raise InvalidValueError(both("token.opening", resource=resource, n=total), resource, total)
            elif (power or resource in issued) and total:
                raise InvalidValueError(both("ledger.issued", resource=resource, total=total), resource, total)
