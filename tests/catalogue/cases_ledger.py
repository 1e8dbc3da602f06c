"""The items of the catalogue that the ledger expresses: points per branch, credits redeemed, joint schemes."""

from __future__ import annotations

from typing import Final

from pbgov.base import Assumption, Text
from pbgov.errors import IllegalEventError, InvalidValueError
from pbgov.rules import Ledger, Leg, OpenUnit, Transfer
from tests.catalogue.worlds import Case, Refused

GROUND: Final = Assumption(Text(zh="示例", en="example"))
POINTS: Final = OpenUnit(resource="member_points", issuers=("branch",))
CREDITS: Final = OpenUnit(resource="volunteer_credits", issuers=("station",), redeemers=("platform",))


def moved(ledger: Ledger, *legs: Leg) -> Ledger:
    """Submit and start each leg as a transfer of its own."""
    for leg in legs:
        name = f"t{len(ledger.transfers)}"
        ledger = ledger.submit(Transfer(id=name, legs=(leg,), basis=GROUND)).start(name)
    return ledger


def points(giver: str, taker: str, amount: int) -> Leg:
    """Member points on their way."""
    return Leg(giver=giver, taker=taker, resource="member_points", amount=amount)


def credits_(giver: str, taker: str, amount: int) -> Leg:
    """Volunteer credits on their way."""
    return Leg(giver=giver, taker=taker, resource="volunteer_credits", amount=amount)


def redeemed(amount: int) -> Ledger:
    """Earn 20 member points and 10 volunteer credits, and redeem some credits."""
    earned = moved(Ledger(units=[POINTS, CREDITS]), points("branch", "v1", 20), credits_("station", "v1", 10))
    return moved(earned, credits_("v1", "platform", amount))


def joint(covenant: str | None) -> OpenUnit:
    """Points that a community's branch and an enterprise's branch issue together."""
    return OpenUnit(resource="member_points", issuers=("community_branch", "enterprise_branch"), under=covenant)


CASES: Final[tuple[Case, ...]] = (
    Refused(
        "C-6.05",
        lambda: moved(Ledger(units=[POINTS]), points("branch", "m7", 5)),
        lambda: moved(Ledger(units=[POINTS]), points("subdistrict", "m7", 5)),
        IllegalEventError,
    ),
    Refused("C-6.40", lambda: redeemed(6), lambda: redeemed(12), IllegalEventError),
    Refused("C-6.41", lambda: joint("covenant"), lambda: joint(None), InvalidValueError),
)
