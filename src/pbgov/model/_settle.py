"""The books of what goes: balances are handed over on the day, and nothing booked before is rewritten."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from pbgov.model._draft import NO_SUCCESSOR, Draft
from pbgov.model._edits import Moved
from pbgov.model._records import Posting


def hand_over(draft: Draft, account: str, heir: str | None) -> None:
    """Let an heir take what an account holds on the day, and what is booked for it later.

    What is held goes over in one transfer, by resource and last day, so that every sum stays what it was. Without an
    heir it is told as lost.
    """
    held: defaultdict[tuple[str, bool, date | None], int] = defaultdict(int)
    later: list[Posting] = []
    for row in sorted(draft.naming("ledger", "account", account), key=lambda row: row.id):
        if row.date >= draft.on or (row.start is not None and row.start >= draft.on):
            later.append(row)
        elif row.in_force(draft.on):
            held[row.resource, row.start is not None, row.end] += row.amount
    open_ = sorted(((*key, amount) for key, amount in held.items() if amount), key=_by_resource)
    if heir is None:
        if open_ or later:
            draft.lost.append(draft.finding(NO_SUCCESSOR, "ledger", account, "account", gone=account))
        return
    for row in later:
        draft.moved.append(Moved("ledger", row.id, "account", account, heir))
        draft.turn("ledger", row, account=heir)
    transfer = draft.fresh(f"{account}:{heir}@{draft.on}")
    for number, (resource, dated, end, amount) in enumerate(open_, start=1):
        for side, holder, share in (("giver", account, -amount), ("taker", heir, amount)):
            posting = Posting(
                id=draft.fresh(f"{transfer}:{number}:{side}"),
                account=holder,
                resource=resource,
                amount=share,
                date=draft.on,
                transfer=transfer,
                start=draft.on if dated else None,
                end=end,
            )
            draft.put("ledger", posting)


def _by_resource(held: tuple[str, bool, date | None, int]) -> tuple[str, bool, bool, date]:
    resource, dated, end, _ = held
    return resource, dated, end is None, end or date.max
