"""How fast lifecycles are: batches of acts by the table, histories as values, and a hand-written loop over a dict.

All are measured in turns in one run, so read the ratios; CPU time, medians. The peers are measured where they happen to
be installed, and never asked for.

Run: python benchmarks/rules_lifecycle.py [--cases 20000] [--rounds 7]
"""

from __future__ import annotations

import argparse
import time
from datetime import date
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING, Final

from pbgov.packs import CASE
from pbgov.rules import History

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WAY: Final = ("accept", "transfer", "assign", "begin", "resolve", "feed_back", "reopen", "assign", "begin", "resolve")
DIRECT: Final = ("accept", "handle_directly", "feed_back", "close")
PEERS: Final = ("transitions", "statemachine")
DAY: Final = date(2021, 3, 1)


def by_hand(table: dict[tuple[str, str], str], cases: list[tuple[str, ...]]) -> dict[str, int]:
    """Count states by a loop that anybody would write."""
    counts = dict.fromkeys(CASE.states, 0)
    for acts in cases:
        state = "received"
        for act in acts:
            state = table[state, act]
        counts[state] += 1
    return counts


def as_values(cases: list[tuple[str, ...]]) -> str:
    """Make a history of every case, one value an act, with days, actors and conditions."""
    state = ""
    for acts in cases:
        history = History(lifecycle=CASE, id="c", start=DAY)
        for act in acts:
            facts = {"receiver_has_duty": True} if act in {"transfer", "assign"} else {}
            history = history.after(act, on=DAY, by="willow", to="fire", facts=facts)
        state = history.state
    return state


def rows(cases: int = 20_000, rounds: int = 7) -> Iterator[tuple[str, float, float, float]]:
    """Yield (what, gate, goal, measured) in events a second, the loop by hand as a measure of the machine last."""
    many = [WAY, DIRECT] * (cases // 2)
    few = many[: max(2, cases // 50)]
    table = {(step.state, step.act): step.to for step in CASE.transitions}
    jobs: dict[str, tuple[Callable[[], object], int]] = {
        "batch": (lambda: CASE.count(many), sum(map(len, many))),
        "values": (lambda: as_values(few), sum(map(len, few))),
        "by hand": (lambda: by_hand(table, many), sum(map(len, many))),
    }
    if dict(CASE.count(many)) != by_hand(table, many):
        raise ValueError(many)
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, (job, _) in jobs.items():
            start = time.process_time()
            job()
            times[name].append(time.process_time() - start)
    speed = {name: events / median(times[name]) for name, (_, events) in jobs.items()}
    yield "lifecycle events in a batch, a second", 500_000, 1_000_000, speed["batch"]
    yield "lifecycle events as histories, a second", 0, 0, speed["values"]
    yield "a loop over a dict by hand, a second", 0, 0, speed["by hand"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    print(f"{'':<44}{'gate':>12}{'goal':>12}{'measured':>14}")
    for what, gate, goal, measured in rows(given.cases, given.rounds):
        print(f"{what:<44}{gate:>12,.0f}{goal:>12,.0f}{measured:>14,.0f}")
    for peer in PEERS:
        print(f"{peer:<44}{'installed, not measured' if find_spec(peer) else 'not installed':>38}")


if __name__ == "__main__":
    main()
