"""Communities for the benchmark of the grid room, from seeds: typical, narrow, packed, large.

``typical`` is drawn as it comes, so that some have no plan. ``narrow`` and ``packed`` are feasible by construction:
a plan of connected grids is planted in the layout, and the households of its grids are brought within the bounds.
Traps without a plan are in ``grid_traps``, adversarial shapes in ``grid_shapes``.

Run: python benchmarks/grid_places.py [--worlds 200]   prints what the communities are like.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from grid_layout import LEAST, MOST, Draft, Groups, between, lay_out

from pbgov.base import Generator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid import Neighbourhood

BAND: Final = (200, 300)
TIGHT: Final = (240, 260)
VERY_TIGHT: Final = (247, 253)
SPOT: Final = 25_000  # of so many buildings of a large area one place is hopeless
SIZES: Final = (30, 118)  # fewest and most buildings of a typical community


def size_of(seed: int) -> int:
    """Draw the number of buildings of a typical community, 30 to 118."""
    return between(Generator(seed + (1 << 32)), *SIZES)


def typical(size: int, seed: int) -> Neighbourhood:
    """Make a typical community for the band [200, 300], feasible or not, as nature has it.

    Args:
        size: Number of buildings.
        seed: A seed.
    """
    return lay_out(size, seed, corner=40).place(f"typical-{size}-{seed}")


def typicals(count: int, start: int = 0) -> list[Neighbourhood]:
    """Make typical communities of 30 to 118 buildings, one for each seed from ``start`` on."""
    return [typical(size_of(seed), seed) for seed in range(start, start + count)]


def large(size: int, seed: int) -> Neighbourhood:
    """Make a large area, 1,000 to 100,000 buildings: a plan within [200, 300] is planted, and forgotten.

    In every 25,000 buildings is one spot that has no plan: a corner too small alone, and too large with the building
    by which alone it can be reached. Areas of fewer buildings have a plan.
    """
    spots = size // SPOT
    draft, _ = planted(size - 3 * spots, seed, BAND)
    gen = Generator(seed + (1 << 33))
    for _ in range(spots):
        home = gen.below(size - 3 * spots)
        head, *corner = (draft.add(households) for households in (between(gen, 110, MOST), 95, between(gen, 98, 104)))
        draft.path([home, head, *corner])
        draft.edges.append((head, draft.links()[home][0]))
    return draft.place(f"large-{size}-{seed}")


def narrow(size: int, seed: int, bounds: tuple[int, int] = TIGHT) -> Neighbourhood:
    """Make a community with a plan within narrow bounds, which is planted and then forgotten.

    Args:
        size: Number of buildings, at least 8.
        seed: A seed.
        bounds: Fewest and most households of a grid; at most 300.
    """
    draft, _ = planted(size, seed, bounds)
    return draft.place(f"narrow-{size}-{bounds[0]}-{bounds[1]}-{seed}")


def packed(size: int, seed: int, ceiling: int = BAND[1]) -> Neighbourhood:
    """Make a community whose total is an exact multiple of the ceiling, and has a plan with every grid full."""
    draft, _ = planted(size, seed, (ceiling, ceiling))
    return draft.place(f"packed-{size}-{ceiling}-{seed}")


def planted(size: int, seed: int, bounds: tuple[int, int]) -> tuple[Draft, list[list[int]]]:
    """Lay out a community and bring the households of connected grids within bounds; give it and these grids.

    The natural households are scaled grid by grid, so that the buildings of a compound stay alike.
    """
    draft = lay_out(size, seed)
    gen = Generator(seed + (2 << 32))
    low, high = bounds
    grids = _grown(draft, gen, -(-high // MOST), high // LEAST)
    for grid in grids:
        lived = [building for building in grid if draft.households[building]]
        target = between(gen, max(low, LEAST * len(lived)), high)
        total = sum(draft.households[building] for building in lived)
        for building in lived:
            draft.households[building] = min(MOST, max(LEAST, draft.households[building] * target // total))
        rest = target - sum(draft.households[building] for building in lived)
        while rest:
            step = 1 if rest > 0 else -1
            building = lived[gen.below(len(lived))]
            if LEAST <= draft.households[building] + step <= MOST:
                draft.households[building] += step
                rest -= step
    return draft, grids


def _grown(draft: Draft, gen: Generator, least: int, most: int) -> list[list[int]]:
    """Divide a draft into connected grids of ``least`` to ``most`` inhabited buildings, by random trees."""
    for _ in range(1_000):
        grids = _from_tree(draft, gen, least)
        if all(least <= sum(draft.households[b] > 0 for b in grid) <= most for grid in grids):
            return grids
    raise ValueError(f"no grids of {least} to {most} buildings after 1000 trees; take another seed")


def _from_tree(draft: Draft, gen: Generator, least: int) -> list[list[int]]:
    """Cut a random spanning tree, from its leaves up, into grids of at least ``least`` inhabited buildings."""
    size = len(draft.households)
    edges = list(draft.edges)
    gen.shuffle(edges)
    groups = Groups(size)
    near: list[list[int]] = [[] for _ in range(size)]
    for one, other in edges:
        if groups.join(one, other):
            near[one].append(other)
            near[other].append(one)
    order, parent = [0], [-1] * size
    for building in order:
        for other in near[building]:
            if other != parent[building]:
                parent[other] = building
                order.append(other)
    held: list[list[int]] = [[building] for building in range(size)]
    grids: list[list[int]] = []
    for building in reversed(order):
        part = held[building]
        lived = sum(draft.households[member] > 0 for member in part)
        if lived >= least + gen.below(3):
            grids.append(part)
        elif building:
            held[parent[building]].extend(part)
        elif lived >= least or not grids:
            grids.append(part)
        else:  # what is left at the root joins the grid of a neighbour, which hangs on it by a tree edge
            joins = next(grid for grid in grids if any(other in grid for member in part for other in near[member]))
            joins.extend(part)
    return grids


def articulations(links: Sequence[Sequence[int]]) -> int:
    """Count the buildings without which the rest would fall apart (Tarjan, without recursion)."""
    size = len(links)
    index, low = [0] * size, [0] * size
    cut = [False] * size
    clock = 0
    for root in range(size):
        if index[root]:
            continue
        clock += 1
        index[root] = low[root] = clock
        branches = 0
        stack = [(root, -1, iter(links[root]))]
        while stack:
            building, parent, rest = stack[-1]
            other = next(rest, None)
            if other is None:
                stack.pop()
                if parent == root:
                    branches += 1
                elif parent >= 0:
                    cut[parent] = cut[parent] or low[building] >= index[parent]
                if parent >= 0:
                    low[parent] = min(low[parent], low[building])
            elif not index[other]:
                clock += 1
                index[other] = low[other] = clock
                stack.append((other, building, iter(links[other])))
            elif other != parent:
                low[building] = min(low[building], index[other])
        cut[root] = branches > 1
    return sum(cut)


def describe(name: str, places: Sequence[Neighbourhood]) -> str:
    """Say in one line what some communities are like, on average: size, degree, households, articulation points."""
    count = len(places)
    buildings = sum(len(place.buildings) for place in places)
    households = sum(place.households for place in places)
    degree = 2 * sum(len(place.edges) for place in places) / buildings
    points = sum(articulations(place.links) for place in places)
    compounds = sum(len({b.compound for b in place.buildings if b.compound}) for place in places)
    pieces = sum(len(place.components()) for place in places)
    return (
        f"{name:<26}{count:>5}{buildings / count:>10.1f}{degree:>8.2f}{households / count:>12.1f}"
        f"{households / buildings:>7.1f}{compounds / count:>10.1f}{points / count:>9.1f}{pieces / count:>8.2f}"
    )


HEADING: Final = (
    f"{'':<26}{'of':>5}{'n':>10}{'degree':>8}{'households':>12}{'each':>7}{'compounds':>10}{'art. pts':>9}{'pieces':>8}"
)


def main() -> None:
    """Print what the communities are like, and the share of typical ones that the library proves impossible."""
    from pbgov.grid import partition  # noqa: PLC0415 - the generator itself asks nothing of the solver

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--worlds", type=int, default=200, help="typical communities (default: %(default)s)")
    given = parser.parse_args()
    worlds = typicals(given.worlds)
    print(HEADING)
    print(describe("typical", worlds))
    for bounds in (TIGHT, VERY_TIGHT):
        sizes = [size_of(seed) for seed in range(20)]
        print(describe(f"narrow {bounds}", [narrow(size, seed, bounds) for seed, size in enumerate(sizes)]))
        print(describe(f"narrow {bounds}", [narrow(1_000, seed, bounds) for seed in range(3)]))
    print(describe("packed", [packed(size_of(seed), seed) for seed in range(20)]))
    for size in (1_000, 10_000, 100_000):
        print(describe("large", [large(size, 1)]))
    found = [partition(world, BAND).certificate for world in worlds]
    proven = sum(certificate is not None and certificate.proven for certificate in found)
    open_ = sum(certificate is not None and not certificate.proven for certificate in found)
    print(f"typical: {proven} of {len(worlds)} proven impossible, {open_} neither planned nor proven")


if __name__ == "__main__":
    main()
