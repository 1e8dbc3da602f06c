"""How long maps of plans take, and how large they are: at 100, 1,000 and 10,000 buildings.

Cold is the first map of a fresh plan of a fresh neighbourhood, both made outside the clock; warm is the map of a plan
that has been drawn before. The ratio is to what it costs to write the position of each
building as text, so that machines can be compared. CPU time, of several runs the least and the middle.

Plans are of four kinds: few buildings a grid, as partition makes them of towers (about 3.5), or many, as it does in
an old town (17); and buildings known by their position or by an outline of four corners.

Run: python benchmarks/maps.py [--sizes 100 1000 10000] [--runs 9]
"""

from __future__ import annotations

import argparse
import time
from statistics import median
from typing import TYPE_CHECKING

from pbgov.base import Generator
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood, compare_plans

if TYPE_CHECKING:
    from collections.abc import Callable


def town(size: int, grid: int, *, outlines: bool, seed: int = 1) -> GridPlan:
    """Make buildings in rows, each beside the next and the one behind but for a quarter of the ways, and square grids.

    Args:
        size: Buildings.
        grid: Buildings in a grid, about.
        outlines: Whether buildings have outlines, or only positions.
        seed: Of what is left to chance.
    """
    gen = Generator(seed)
    wide = max(1, int(size**0.5))
    side = max(1, round(grid**0.5))
    buildings: list[Building] = []
    held: dict[tuple[int, int], list[str]] = {}
    for n in range(size):
        x, y = 25_000 * (n % wide) + gen.below(6_000), 25_000 * (n // wide) + gen.below(6_000)
        far, up = 8_000 + gen.below(8_000), 8_000 + gen.below(8_000)
        corners = [(x, y), (x + far, y + gen.below(900)), (x + far, y + up), (x - gen.below(900), y + up)]
        key = f"B{n:06}"
        compound = f"K{n % wide // 3:03}-{n // wide // 2:03}"
        buildings.append(
            Building(
                id=key, households=20 + gen.below(101), compound=compound, x=x, y=y, outline=corners if outlines else ()
            )
        )
        held.setdefault((n // wide // side, n % wide // -(-grid // side)), []).append(key)
    pairs = [(n, n + 1) for n in range(size - 1) if (n + 1) % wide] + [(n, n + wide) for n in range(size - wide)]
    edges = [(buildings[a].id, buildings[b].id) for a, b in pairs if gen.below(4)]
    grids = [Grid(id=f"N1-G{n:04}", neighbourhood="N1", members=members) for n, members in enumerate(held.values())]
    return GridPlan(neighbourhood=Neighbourhood(id="N1", community="C1", buildings=buildings, edges=edges), grids=grids)


def timed(job: Callable[[], object]) -> float:
    """Run a job; give its CPU time in milliseconds."""
    start = time.process_time()
    job()
    return (time.process_time() - start) * 1_000


def shown(times: list[float]) -> str:
    """Give the least and the middle of several times."""
    return f"{min(times):8.2f}{median(times):8.2f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    print(f"{'':<34}{'cold':>8}{'':>8}{'warm':>8}{'':>8}{'KiB':>8}{'ratio':>8}  (CPU ms: least, middle)")
    for size in given.sizes:
        for outlines in (False, True):
            for grid in (4, 17):
                plans = [town(size, grid, outlines=outlines) for _ in range(given.runs)]
                written = [timed(lambda: [f"{b.x} {b.y}" for b in plans[0].neighbourhood.buildings]) for _ in plans]  # noqa: B023
                cold = [timed(plan.to_svg) for plan in plans]
                warm = [timed(plan.to_svg) for plan in plans]
                name = f"n={size} grids={len(plans[0].grids)} {'outlines' if outlines else 'points'}"
                kib = len(plans[0].to_svg().encode()) / 1_024
                print(f"{name:<34}{shown(cold)}{shown(warm)}{kib:8.0f}{min(cold) / min(written):8.1f}")
        plan = town(size, 17, outlines=False)
        keys = list(plan.grids)
        other = plan
        for building in list(plan.homes)[:: max(1, size // 20)]:
            other = other.move(building, to=keys[(keys.index(other.homes[building]) + 1) % len(keys)])
        change = compare_plans(plan, other)
        told = timed(lambda: change.moved)  # noqa: B023
        print(f"{f'n={size} before and after':<34}{told:8.2f}{'':>8}  {len(change.moved)} moved")


if __name__ == "__main__":
    main()
