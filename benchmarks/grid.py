"""How long plans take: CPU times of the grid room on synthetic neighbourhoods.

A neighbourhood is a lattice of buildings with 20 to 120 households, in compounds of three by two; by default
one edge in four is missing, but all hang together. Absolute times differ from machine to machine: read the ratios,
and the counts of grids over the proven bound.

Run: python benchmarks/grid.py [--sizes 60 550 1000] [--worlds 20] [--low 200] [--high 300] [--keep 50]
"""

from __future__ import annotations

import argparse
import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from pbgov.base import Generator
from pbgov.grid import Building, Neighbourhood, Partitioning, compounds_split, cut, partition

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
EFFORTS: Final[tuple[Literal["first", "best"], ...]] = ("first", "best")


def lattice(size: int, seed: int, *, keep: int = 50) -> Neighbourhood:
    """Make a neighbourhood of ``size`` buildings that hang together; ``keep`` percent of the edges beyond that stay."""
    gen = Generator(seed)
    width = max(1, int(size**0.5))
    buildings = [
        Building(
            id=f"B{i:06}",
            households=20 + gen.below(101),
            compound=f"K{i % width // 3:03}-{i // width // 2:03}",
            x=30_000 * (i % width),
            y=30_000 * (i // width),
        )
        for i in range(size)
    ]
    pairs = [(i, i + 1) for i in range(size - 1) if (i + 1) % width] + [(i, i + width) for i in range(size - width)]
    gen.shuffle(pairs)
    leader = list(range(size))

    def lead(i: int) -> int:
        while leader[i] != i:
            leader[i] = i = leader[leader[i]]
        return i

    edges: list[tuple[str, str]] = []
    for a, b in pairs:
        one, other = lead(a), lead(b)
        if one != other or gen.below(100) < keep:
            leader[one] = other
            edges.append((buildings[a].id, buildings[b].id))
    return Neighbourhood(id=f"N{size}-{seed}", community="C1", buildings=buildings, edges=edges)


def timed(job: Callable[[], T]) -> tuple[float, T]:
    """Run a job; give its CPU time in milliseconds, and what it returned."""
    start = time.process_time()
    value = job()
    return (time.process_time() - start) * 1_000, value


def report(name: str, times: Sequence[float], results: Sequence[Partitioning], base: float) -> None:
    """Print one line: times, ratio to the first line, and the quality of the plans."""
    plans = [result for result in results if result.feasible]
    share = f"{len(plans)}/{len(results)}"
    if plans:
        gap = sum(result.gap for result in plans) / len(plans)
        borders = sum(cut(result.plan) for result in plans) / len(plans)
        splits = sum(compounds_split(result.plan).extra for result in plans) / len(plans)
        quality = f"gap {gap:6.2f}  cut {borders:7.1f}  splits {splits:6.1f}"
    else:
        quality = ""
    middle = median(times)
    print(f"{name:<18}{middle:9.2f}{max(times):9.2f}{middle / base:9.1f}  {share:>6}  {quality}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[60, 550, 1_000])
    parser.add_argument("--worlds", type=int, default=20)
    parser.add_argument("--low", type=int, default=200)
    parser.add_argument("--high", type=int, default=300)
    parser.add_argument("--keep", type=int, default=50, help="percent of edges kept beyond a spanning tree")
    parser.add_argument("--quick", action="store_true", help="leave out effort='best'")
    given = parser.parse_args()
    print(f"{'':<18}{'median':>9}{'max':>9}{'ratio':>9}  {'plans':>6}  (CPU ms)")
    base = 0.0
    for size in given.sizes:
        worlds = [lattice(size, seed, keep=given.keep) for seed in range(given.worlds)]
        for effort in EFFORTS[: 1 if given.quick else 2]:
            runs = [timed(partial(partition, world, (given.low, given.high), effort=effort)) for world in worlds]
            times, results = [run[0] for run in runs], [run[1] for run in runs]
            base = base or median(times)
            report(f"n={size} {effort}", times, results, base)


if __name__ == "__main__":
    main()
