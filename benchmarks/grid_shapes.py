"""Adversarial shapes for the grid room: stars, combs, ladders, rings, cliques, paths, and totals at the edge."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from grid_layout import LEAST, MOST, Draft, between, even
from grid_places import BAND

from pbgov.base import Generator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pbgov.grid import Neighbourhood


def shapes(seed: int = 0, size: int = 60) -> Iterator[tuple[str, Neighbourhood]]:
    """Yield each shape with its name, for the bounds [200, 300].

    Args:
        seed: A seed for the households.
        size: Buildings of the larger shapes, at least 8.
    """
    gen = Generator(seed)
    for name, edges in _graphs(size):
        yield name, _place(f"{name.replace(' ', '-')}-{seed}", [between(gen, LEAST, MOST) for _ in range(size)], edges)
    graphs = dict(_graphs(size))
    ladder = graphs["ladder"]
    yield "equal weights", _place("equal", [70] * size, ladder)
    yield "equal weights, pairs only", _place("pairs", [110] * size, ladder)
    yield "all vacant", _place("vacant", [0] * size, ladder)
    mostly = [between(gen, 60, MOST) if number % 4 == 0 else 0 for number in range(size)]
    yield "three in four vacant", _place("mostly-vacant", mostly, ladder)
    giant = [between(gen, LEAST, MOST) for _ in range(size)]
    giant[size // 2] = 5 * BAND[1]
    yield "one giant", _place("giant", giant, ladder)
    yield "no building", _place("empty", [], [])
    yield "one building", _place("single", [240], [])
    yield "in two pieces", _place("pieces", [125] * 4, [(0, 1), (2, 3)])
    for grids in (1, 2, 3, 5):
        for bound, edge in zip(BAND, ("floor", "ceiling"), strict=True):
            for off in (-1, 0, 1):
                sizes = even(grids * bound + off, max(2, grids * 4))
                name = f"total {grids} x {edge} {off:+}"
                yield name, _place(f"total-{grids}-{edge}-{off + 1}", sizes, list(combinations(range(len(sizes)), 2)))


def _graphs(size: int) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the edges of each shape of ``size`` buildings."""
    half = size // 2
    run = list(pairwise(range(size)))
    yield "path", run
    yield "ring", [*run, (0, size - 1)]
    yield "star", [(0, other) for other in range(1, size)]
    yield "comb", [*pairwise(range(half)), *((tooth, half + tooth) for tooth in range(half)), *run[2 * half - 1 :]]
    rungs = [(rung, half + rung) for rung in range(half)]
    yield "ladder", [*pairwise(range(half)), *pairwise(range(half, 2 * half)), *rungs, *run[2 * half - 1 :]]
    yield "clique", list(combinations(range(size), 2))
    yield (
        "two cliques and a bridge",
        [
            *combinations(range(half), 2),
            *combinations(range(half, size), 2),
            (half - 1, half),
        ],
    )
    yield "binary tree", [((child - 1) // 2, child) for child in range(1, size)]


def _place(name: str, households: list[int], edges: list[tuple[int, int]]) -> Neighbourhood:
    draft = Draft()
    for number, amount in enumerate(households):
        draft.add(amount, f"K{number // 6:03}")
    draft.edges.extend(edges)
    return draft.place(name)
