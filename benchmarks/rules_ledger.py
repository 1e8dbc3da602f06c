"""How many transfers a ledger takes: people, power and funds in one transfer, submitted and started.

Each row is measured in turns with a naive ledger of dictionaries in the same run: one that keeps no old version, no
cap, no day and no history. Absolute figures differ from machine to machine: read the ratios.

Run: python benchmarks/rules_ledger.py [--transfers 20000] [--rounds 7]
"""

from __future__ import annotations

import argparse
import time
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Final

from pbgov.base import Assumption, Generator, Text
from pbgov.rules import Ledger, Leg, Limit, Transfer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

GATE: Final = 75_000
GOAL: Final = 150_000
RESOURCES: Final = ("staff", "fen_a_year", "power")
GROUND: Final = Assumption(Text(zh="测速", en="benchmark"))
STARTS: Final = tuple(date(2018, month, 1) for month in (1, 4, 7, 10))
PLENTY: Final = 10**9


class Naive:
    """A ledger by hand: balances, what is set aside, and phases, in three dictionaries."""

    def __init__(self, balances: dict[tuple[str, str], int]) -> None:
        """Take over the balances."""
        self.held = dict(balances)
        self.aside: dict[tuple[str, str], int] = {}
        self.phases: dict[str, tuple[Transfer, str]] = {}

    def submit(self, transfer: Transfer) -> None:
        """Reserve."""
        if transfer.id in self.phases:
            raise ValueError(transfer.id)
        for leg in transfer.legs:
            place = leg.giver, leg.resource
            if self.held.get(place, 0) - self.aside.get(place, 0) < leg.amount:
                raise ValueError(place)
        for leg in transfer.legs:
            place = leg.giver, leg.resource
            self.aside[place] = self.aside.get(place, 0) + leg.amount
        self.phases[transfer.id] = (transfer, "reserved")

    def start(self, name: str) -> None:
        """Post."""
        transfer, phase = self.phases[name]
        if phase != "reserved":
            raise ValueError(name)
        for leg in transfer.legs:
            giver, taker = (leg.giver, leg.resource), (leg.taker, leg.resource)
            self.aside[giver] -= leg.amount
            self.held[giver] -= leg.amount
            self.held[taker] = self.held.get(taker, 0) + leg.amount
        self.phases[name] = (transfer, "started")


def transfers(accounts: Sequence[str], count: int, *, dated: bool) -> list[Transfer]:
    """Make transfers of three resources between two accounts each; if ``dated``, the funds move from a day on."""
    gen = Generator(7)
    made: list[Transfer] = []
    for number in range(count):
        giver, taker = gen.below(len(accounts)), gen.below(len(accounts) - 1)
        start = STARTS[gen.below(len(STARTS))] if dated else None
        legs = tuple(
            Leg(
                giver=accounts[giver],
                taker=accounts[taker + (taker >= giver)],
                resource=resource,
                amount=1 + gen.below(9),
                start=start if resource == "fen_a_year" else None,
            )
            for resource in RESOURCES
        )
        made.append(Transfer(id=f"t{number}", legs=legs, basis=GROUND))
    return made


def by_hand(balances: dict[tuple[str, str], int], moved: Sequence[Transfer]) -> None:
    """Submit and start every transfer in the naive ledger."""
    ledger = Naive(balances)
    for transfer in moved:
        ledger.submit(transfer)
        ledger.start(transfer.id)


def booked(opening: Ledger, moved: Sequence[Transfer]) -> None:
    """Submit and start every transfer in a ledger, one version after the other."""
    ledger = opening
    for transfer in moved:
        ledger = ledger.submit(transfer).start(transfer.id)


def branched(opening: Ledger, moved: Sequence[Transfer]) -> None:
    """Submit and start every transfer in the ledger as it opened."""
    for transfer in moved:
        opening.submit(transfer).start(transfer.id)


def rate(job: Callable[[], None], count: int) -> int:
    """Give how many transfers a second of CPU a job does."""
    start = time.process_time()
    job()
    return round(count / (time.process_time() - start))


def rows(count: int = 20_000, rounds: int = 7) -> Iterator[tuple[str, int, int, int]]:
    """Yield what is measured, its gate, its goal, and the median: transfers of three resources a second."""
    for size in (10, 10_000):
        accounts = [f"a{number}" for number in range(size)]
        balances = {(account, resource): PLENTY for account in accounts for resource in RESOURCES}
        caps = [Limit(account=account, resource="staff", cap=2 * PLENTY) for account in accounts]
        plain, dated = (transfers(accounts, count, dated=dated) for dated in (False, True))
        found: dict[str, list[int]] = {"by hand": [], "": [], ", funds dated and staff capped": [], ", branching": []}
        for _ in range(rounds):
            found["by hand"].append(rate(lambda: by_hand(balances, plain), count))  # noqa: B023 - called at once
            for name, job, limits, moved in (
                ("", booked, [], plain),
                (", funds dated and staff capped", booked, caps, dated),
                (", branching", branched, [], plain),
            ):
                opening = Ledger(balances, limits=limits)
                found[name].append(rate(lambda: job(opening, moved), count))  # noqa: B023 - called at once
        hand = round(median(found.pop("by hand")))
        yield f"transfers/s by hand, {size:,} accounts", 0, 0, hand
        for name, rates in found.items():
            yield f"transfers/s, {size:,} accounts{name}", GATE, GOAL, round(median(rates))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--transfers", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    hand = 0
    print(f"{'':<64}{'gate':>9}{'goal':>9}{'measured':>10}{'ratio':>7}")
    for what, gate, goal, measured in rows(given.transfers, given.rounds):
        hand = hand if gate else measured
        print(f"{what:<64}{gate or '-':>9}{goal or '-':>9}{measured:>10}{measured / hand:>7.2f}")


if __name__ == "__main__":
    main()
