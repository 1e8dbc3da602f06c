"""Time of the whole demo in fresh processes, and of the plans of its two real neighbourhoods, beside one another."""

import argparse
import json
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Literal, TypeAlias, get_args

import pbgov
from pbgov.grid import Building, Neighbourhood, Partitioning

EXAMPLES = Path(__file__).parents[1] / "examples"
PLACES = ("neighbourhood.json", "neighbourhood_ne.json")
Effort: TypeAlias = Literal["first", "good", "best"]


def demo() -> float:
    """Seconds on the clock for one run of the demo, from the start of its process to its end."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "pbgov.html"
        start = perf_counter()
        command = [sys.executable, str(EXAMPLES / "demo.py"), "--output", str(page)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return perf_counter() - start


def neighbourhood(name: str) -> Neighbourhood:
    """Buildings that ship with the demo."""
    given = json.loads((EXAMPLES / "data" / name).read_text(encoding="utf-8"))
    buildings = [Building(**building) for building in given["buildings"]]
    return Neighbourhood(
        id=given["id"], community="c", buildings=buildings, edges=[*given["edges"], *given["crossings"]]
    )


def plan(name: str, effort: Effort) -> tuple[float, Partitioning]:
    """Seconds of CPU for one plan of a neighbourhood, its building above the ceiling alone; and the plan."""
    homes = neighbourhood(name)
    start = process_time()
    result = pbgov.partition(homes, rng=2018, oversize="alone", effort=effort)
    return process_time() - start, result


def main() -> None:
    """Measure each several times and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--rounds", type=int, default=5, help="runs of each (default: %(default)s)")
    rounds: int = parser.parse_args().rounds

    whole = median(demo() for _ in range(rounds))
    print(f"{'':<36}{'s':>8}{'/ demo':>9}")
    print(f"{'demo (on the clock)':<36}{whole:>8.3f}{1:>9.3f}")
    for name, effort in product(PLACES, get_args(Effort)):
        taken, results = zip(*(plan(name, effort) for _ in range(rounds)), strict=True)
        result = results[0]
        print(f"{f'{name}, {effort} (CPU)':<36}{median(taken):>8.3f}{median(taken) / whole:>9.3f}", end="")
        print(f"   {len(result.plan.grids)} grids, bound {result.bound}")


if __name__ == "__main__":
    main()
