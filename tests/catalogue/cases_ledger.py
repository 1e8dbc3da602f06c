"""The items of the catalogue that the ledger expresses: points per branch."""

from __future__ import annotations

from typing import Final

from pbgov.base import Assumption, Text
from pbgov.errors import IllegalEventError
from pbgov.rules import Ledger, Leg, OpenUnit, Transfer
from tests.catalogue.worlds import Case, Refused

GROUND: Final = Assumption(Text(zh="示例", en="example"))
POINTS: Final = OpenUnit(resource="member_points", issuers=("branch",))


def moved(ledger: Ledger, *legs: Leg) -> Ledger:
    """Submit and start each leg as a transfer of its own."""
    for leg in legs:
        name = f"t{len(ledger.transfers)}"
        ledger = ledger.submit(Transfer(id=name, legs=(leg,), basis=GROUND)).start(name)
    return ledger


def points(giver: str, taker: str, amount: int) -> Leg:
    """Member points on their way."""
    return Leg(giver=giver, taker=taker, resource="member_points", amount=amount)


CASES: Final[tuple[Case, ...]] = (
    Refused(
        "C-6.05",
        lambda: moved(Ledger(units=[POINTS]), points("branch", "m7", 5)),
        lambda: moved(Ledger(units=[POINTS]), points("subdistrict", "m7", 5)),
        IllegalEventError,
    ),
)
