"""What a ledger carried out, as rows of the record; and which rows do not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from pbgov.base import FrozenMap, Text, both, need_day, say
from pbgov.errors import IllegalEventError
from pbgov.model._records import Posting
from pbgov.rules import Ledger, Phase


def postings_of(ledger: Ledger, transfer: str, *, on: date) -> tuple[Posting, ...]:
    """Write a started transfer as rows of the record: two sides of each leg, which sum to zero.

    Args:
        ledger: The ledger on which it was started.
        transfer: Its identifier; a transfer that was booked back later was carried out too, and so was the reversal.
        on: The day on which its stocks moved; what is dated stands under its own first day, and its row ends with it.

    Raises:
        UnknownIdError: There is no such transfer.
        IllegalEventError: It was never started.

    Examples:
        >>> from pbgov.base import Assumption
        >>> from pbgov.rules import Leg, Transfer
        >>> leg = Leg(giver="bureau", taker="willow", resource="staff", amount=2)
        >>> moved = Transfer(id="t1", legs=(leg,), basis=Assumption(Text(zh="示例", en="example")))
        >>> started = Ledger({("bureau", "staff"): 5}).submit(moved).start("t1")
        >>> [(row.id, row.account, row.amount) for row in postings_of(started, "t1", on=date(2018, 9, 1))]
        [('t1:1:giver', 'bureau', -2), ('t1:1:taker', 'willow', 2)]
    """
    need_day("on", on)
    phase = ledger.phase(transfer)
    if phase not in {Phase.STARTED, Phase.REVERSED}:
        stands = Text(zh=say(f"phase.{phase.value}", "zh"), en=say(f"phase.{phase.value}", "en"))
        raise IllegalEventError(both("postings.phase", transfer=transfer, phase=stands), transfer, phase)
    return tuple(
        Posting(
            id=f"{transfer}:{number}:{side}",
            account=account,
            resource=leg.resource,
            amount=amount,
            date=leg.start or on,
            transfer=transfer,
            start=leg.start,
            end=leg.end,
        )
        for number, leg in enumerate(ledger.transfers[transfer][0].legs, start=1)
        for side, account, amount in (("giver", leg.giver, -leg.amount), ("taker", leg.taker, leg.amount))
    )


def imbalances(rows: Iterable[Posting]) -> FrozenMap[tuple[str, str], int]:
    """Add up postings by transfer and resource, and give the sums that are not zero, in order."""
    sums: defaultdict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        sums[row.transfer, row.resource] += row.amount
    return FrozenMap({key: sums[key] for key in sorted(sums) if sums[key]})
