"""How long the five reported cities take: made, partitioned, decided and judged, and judged again after one edit.

The first table is one run of each city from its document to its report, in seconds of CPU, beside a plain walk over the
rows of the document. The second takes every fact of every report away, one at a time, and judges again: the median, the
slowest of nine in ten and the slowest of all, beside a full pass over the same place.

Run: python benchmarks/five_cities.py [--rounds 5] [--city jixi]
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter_ns, process_time_ns
from typing import TYPE_CHECKING, Final, TypeVar

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))

from cities import CITIES

import pbgov
from pbgov.validation import Checker, judge

if TYPE_CHECKING:
    from collections.abc import Callable

    from cities.city import City

    from pbgov.model import Edit

T = TypeVar("T")
STEPS: Final = ("make", "parse", "partition", "decide", "judge")


def timed(times: dict[str, float], step: str, work: Callable[[], T]) -> T:
    """Do something and note the seconds of CPU it took."""
    start = process_time_ns()
    result = work()
    times[step] = (process_time_ns() - start) / 1e9
    return result


def whole(city: City) -> dict[str, float]:
    """Seconds of CPU for each step from the document of a city to its report."""
    times: dict[str, float] = {}
    document = timed(times, "make", city.document)
    place = timed(times, "parse", lambda: pbgov.parse(document))
    assert isinstance(place, pbgov.model.Jurisdiction)
    timed(times, "partition", lambda: city.plan(place))
    timed(times, "decide", lambda: city.decide(place))
    timed(times, "judge", lambda: judge(place, city.pack, on=city.on, since=city.since))
    text = json.dumps(pbgov.to_document(place))
    timed(times, "walk", lambda: sum(len(row) for table in json.loads(text).values() if table for row in table))
    return times


def again(city: City, rounds: int) -> tuple[list[float], float]:
    """Microseconds to judge again after each edit, the best of some rounds; and those of a full pass."""
    place = pbgov.parse(city.document())
    checker = Checker(place, pack=city.pack, on=city.on, since=city.since)
    edits = [edit for target in city.targets for edit in target.undo(place)]
    checker.edited(edits[:1])
    gc.collect()
    gc.disable()
    try:
        taken = [min(_once(checker, edit) for _ in range(rounds)) for edit in edits]
        start = perf_counter_ns()
        judge(place, city.pack, on=city.on, since=city.since)
        full = (perf_counter_ns() - start) / 1e3
    finally:
        gc.enable()
    return taken, full


def _once(checker: Checker, edit: Edit) -> float:
    start = perf_counter_ns()
    checker.edited((edit,))
    return (perf_counter_ns() - start) / 1e3


def main() -> None:
    """Measure both and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="runs of each (default: %(default)s)")
    parser.add_argument("--city", choices=[city.id for city in CITIES], help="only this one")
    options = parser.parse_args()
    cities = [city for city in CITIES if options.city in {None, city.id}]

    print(f"{'seconds of CPU':<14}" + "".join(f"{step:>11}" for step in (*STEPS, "all", "all/walk")))
    total = 0.0
    for city in cities:
        runs = [whole(city) for _ in range(options.rounds)]
        steps = {step: median(run[step] for run in runs) for step in (*STEPS, "walk")}
        spent = sum(steps[step] for step in STEPS)
        total += spent
        print(f"{city.id:<14}" + "".join(f"{steps[step]:>11.3f}" for step in STEPS), end="")
        print(f"{spent:>11.3f}{spent / steps['walk']:>11.0f}")
    print(f"{'together':<14}{total:>{11 * (len(STEPS) + 1)}.3f}\n")

    columns = (("edits", 7), ("median", 9), ("9 of 10", 9), ("slowest", 9), ("full pass", 11), ("full/median", 13))
    print(f"{'µs after an edit':<18}" + "".join(f"{name:>{wide}}" for name, wide in columns))
    for city in cities:
        taken, full = again(city, options.rounds)
        tenth = quantiles(taken, n=10)[-1] if len(taken) > 1 else taken[0]
        print(f"{city.id:<18}{len(taken):>7}{median(taken):>9.0f}{tenth:>9.0f}{max(taken):>9.0f}", end="")
        print(f"{full:>11.0f}{full / median(taken):>13.0f}")


if __name__ == "__main__":
    main()
