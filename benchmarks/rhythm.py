"""How long rhythms take: CPU times of each pattern over 10,000 events of 1,000 bodies, and over twice as many.

The first line is what one would write by hand for the monthly rhythm alone: a set of the months in which each body has
an event. Absolute times differ from machine to machine: read the ratios to it, and whether twice the record takes
twice the time.

Run: python benchmarks/rhythm.py [--events 10000] [--bodies 1000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import time
from datetime import date, timedelta
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Final

from pbgov.base import Assumption, Cycle, Generator, Modality, Text
from pbgov.model import Event, Jurisdiction, Recorded, columns
from pbgov.org import FOUR_LEVELS, Body, Unit
from pbgov.rules import (
    HERE,
    Anchoring,
    Answered,
    Cadence,
    Chained,
    Dated,
    Link,
    Norm,
    Parameter,
    Payload,
    Preceded,
    RulePack,
    each,
)
from pbgov.validation import judge

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS: Final = Text(zh="测", en="measured")
WHY: Final = Assumption(WORDS)
FIRST, NEXT = date(2018, 1, 1), date(2019, 1, 1)
bodies, events = columns("bodies"), columns("events")
ONE, OTHER = (HERE.back(events.subject, events.kind == kind) for kind in ("one", "other"))
PATTERNS: Final[dict[str, Payload]] = {
    "monthly": Cadence(of=ONE, per="month"),
    "weekly": Cadence(of=ONE, per="week"),
    "rolling": Cadence(of=ONE, per="month", anchoring=Anchoring.ROLLING),
    "chained": Chained(links=(Link(ONE, "month"), Link(OTHER, "quarter"))),
    "preceded": Preceded(of=ONE, by=OTHER, referring=True),
    "answered": Answered(of=ONE, by=OTHER, within="month"),
}


def pack(payload: Payload) -> RulePack:
    """Make a pack of one norm."""
    cycles = {"week": Cycle.WEEK, "month": Cycle.MONTH, "quarter": Cycle.QUARTER}
    return RulePack(
        id="rhythm",
        title=WORDS,
        parameters=tuple(
            Parameter(id=name, unit=WORDS, values=(Dated(value=value, basis=WHY),)) for name, value in cycles.items()
        ),
        norms=(Norm(code="XX1", modality=Modality.MUST, text=WORDS, basis=WHY, scope=each(bodies), payload=payload),),
    )


def world(size: int, subjects: int) -> Jurisdiction:
    """Make a record of a year: bodies, and events of two kinds that name each other at random."""
    gen = Generator(7)
    rows = [
        Event(
            id=f"E{i}",
            kind=("one", "other")[i % 2],
            subject=f"B{gen.below(subjects)}",
            date=FIRST + timedelta(days=gen.below(365)),
            refers=(f"E{gen.below(size)}",),
        )
        for i in range(size)
    ]
    hosts = [Unit(id="U", kind="subdistrict"), *(Body(id=f"B{i}", kind="meeting", host="U") for i in range(subjects))]
    empty = Jurisdiction(
        id="rhythm", profile=FOUR_LEVELS, recorded=(Recorded(table="events"), Recorded(table="bodies"))
    )
    return empty.having(*hosts, *rows)


def by_hand(place: Jurisdiction) -> int:
    """Count the months without an event of the first kind."""
    held = {(row.subject, row.date.month) for row in place.events.values() if row.kind == "one"}
    return sum((body, month) not in held for body in place.bodies for month in range(1, 13))


def timed(job: Callable[[], object], rounds: int) -> float:
    """Give the median CPU time of a job in milliseconds."""
    times: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        job()
        times.append((time.process_time() - start) * 1_000)
    return median(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--bodies", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    once, twice = (world(n * given.events, n * given.bodies) for n in (1, 2))
    base = timed(partial(by_hand, once), given.rounds)
    print(f"{'':<12}{'once':>9}{'ratio':>9}{'twice':>9}{'growth':>9}  (CPU ms)")
    print(f"{'by hand':<12}{base:9.1f}{1:9.1f}")
    for name, payload in PATTERNS.items():
        rules = pack(payload)
        small, large = (
            timed(partial(judge, place, rules, on=NEXT, since=FIRST), given.rounds) for place in (once, twice)
        )
        print(f"{name:<12}{small:9.1f}{small / base:9.1f}{large:9.1f}{large / small:9.1f}")


if __name__ == "__main__":
    main()
