"""How a made-up community is laid out: compounds 小区 on a lattice of city blocks, and the ways between buildings.

A compound is rows of slab buildings or a few towers; some blocks hold loose buildings of no compound. Inside a block
neighbours in a row and across rows are side by side, with gaps; from block to block lead few ways (gates, crossings),
and here and there a canal lets one way in three through. Everything comes from a seed, in whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import isqrt
from typing import TYPE_CHECKING, Final

from pbgov.base import Generator
from pbgov.grid import Building, Neighbourhood

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEAST: Final = 20  # households of the smallest inhabited building
MOST: Final = 120  # and of the largest
FEW: Final = 20  # a community of no more buildings has no corner apart
VACANT: Final = 2  # percent of buildings where nobody lives
PITCH: Final = 320_000  # from block to block, in millimetres
ACROSS: Final = 55_000  # from building to building in a row
DEEP: Final = 32_000  # from row to row
Block = list[list[int]]  # the buildings of a city block, row by row


@dataclass
class Draft:
    """A neighbourhood in the making: lists by number of building, and edges as pairs of numbers."""

    households: list[int] = field(default_factory=list)
    compounds: list[str | None] = field(default_factory=list)
    points: list[tuple[int, int]] = field(default_factory=list)
    edges: list[tuple[int, int]] = field(default_factory=list)

    def add(self, households: int, compound: str | None = None, point: tuple[int, int] | None = None) -> int:
        """Add a building, by default beside the others to the west; return its number."""
        number = len(self.households)
        self.households.append(households)
        self.compounds.append(compound)
        self.points.append((-ACROSS * (1 + number % 7), DEEP * (number // 7)) if point is None else point)
        return number

    def path(self, numbers: Sequence[int], *, closed: bool = False) -> None:
        """Join buildings one after another; ``closed`` joins the last to the first."""
        self.edges.extend(pairwise(numbers))
        if closed:
            self.edges.append((numbers[-1], numbers[0]))

    def links(self) -> list[list[int]]:
        """Give the numbers of the buildings next to each building, ascending, none twice."""
        near: list[set[int]] = [set() for _ in self.households]
        for one, other in self.edges:
            near[one].add(other)
            near[other].add(one)
        return [sorted(each) for each in near]

    def place(self, name: str) -> Neighbourhood:
        """Give the neighbourhood as the library knows it."""
        width = len(str(len(self.households)))
        ids = [f"B{number:0{width}}" for number in range(len(self.households))]
        return Neighbourhood(
            id=name,
            community=f"C-{name}",
            buildings=[
                Building(id=ids[i], households=households, compound=compound, x=x, y=y)
                for i, (households, compound, (x, y)) in enumerate(
                    zip(self.households, self.compounds, self.points, strict=True)
                )
            ],
            edges=[(ids[one], ids[other]) for one, other in self.edges],
        )


class Groups:
    """Sets of numbers that grow together (union-find)."""

    def __init__(self, size: int) -> None:
        """Begin with every number alone."""
        self._leader = list(range(size))

    def lead(self, number: int) -> int:
        """Give the number that stands for the set of this one."""
        leader = self._leader
        while leader[number] != number:
            leader[number] = number = leader[leader[number]]
        return number

    def join(self, one: int, other: int) -> bool:
        """Make one set of two; tell whether they were apart."""
        one, other = self.lead(one), self.lead(other)
        self._leader[one] = other
        return one != other


def between(gen: Generator, low: int, high: int) -> int:
    """Draw a whole number from ``low`` to ``high``, both included."""
    return low + gen.below(high - low + 1)


def even(total: int, parts: int) -> list[int]:
    """Divide a total over parts as evenly as whole numbers allow."""
    return [total // parts + (part < total % parts) for part in range(parts)]


def lay_out(size: int, seed: int, *, corner: int = 0) -> Draft:
    """Lay out a community of ``size`` buildings that hang together, each with natural households.

    Args:
        size: Number of buildings, at least 1.
        seed: A seed; the same one gives the same community.
        corner: In so many percent of communities a corner of 2 to 5 of the buildings lies behind a bridge.
    """
    gen = Generator(seed)
    draft = Draft()
    blocks: list[Block] = []
    apart = between(gen, 2, 5) if size > FEW and gen.below(100) < corner else 0
    shapes = _shapes(size - apart, gen)
    width = isqrt(len(shapes) - 1) + 1
    for number, (kind, sizes) in enumerate(shapes):
        southwest = PITCH * (number % width), PITCH * (number // width)
        rows = _rows(sizes, southwest, gen)
        blocks.append(_block(draft, gen, kind, rows, None if kind == "loose" else f"K{number:05}"))
    sure, open_ = _inner(blocks, gen)
    more, shut = _outer(blocks, width, gen)
    draft.edges.extend(_connected(size - apart, [*sure, *more], [*open_, *shut], gen))
    if apart:
        per_stair = between(gen, 10, 16)
        numbers = [draft.add(max(LEAST, per_stair * between(gen, 3, 7) - gen.below(4)), "behind") for _ in range(apart)]
        draft.path([gen.below(size - apart), *numbers])
        if apart > 2:  # noqa: PLR2004 - three or more stand round a yard
            draft.edges.append((numbers[0], numbers[-1]))
    return draft


def _shapes(size: int, gen: Generator) -> list[tuple[str, list[int]]]:
    """Draw what stands in each block: its kind, and how many buildings in each row."""
    shapes: list[tuple[str, list[int]]] = []
    left = size
    while left:
        draw = gen.below(100)
        if draw < 72:  # noqa: PLR2004 - shares of kinds, in percent
            kind, sizes = "slabs", [between(gen, 2, 5)] * between(gen, 2, 5)
        elif draw < 86:  # noqa: PLR2004 - as above
            kind, sizes = "towers", [between(gen, 2, 3)] * between(gen, 1, 3)
        else:
            kind, sizes = "loose", [between(gen, 1, 3) for _ in range(between(gen, 1, 3))]
        rows: list[int] = []
        for row in sizes:
            rows.append(min(row, left))
            left -= rows[-1]
        shapes.append((kind, [row for row in rows if row]))
    return shapes


def _rows(sizes: Iterable[int], southwest: tuple[int, int], gen: Generator) -> list[list[tuple[int, int]]]:
    """Give a place to each building of a block, row by row."""
    x, y = southwest
    return [
        [(x + ACROSS * column + gen.below(6_000), y + DEEP * row + gen.below(4_000)) for column in range(number)]
        for row, number in enumerate(sizes)
    ]


def _block(
    draft: Draft, gen: Generator, kind: str, rows: Iterable[Iterable[tuple[int, int]]], compound: str | None
) -> Block:
    """Add the buildings of a block; the slabs of a compound are built alike, and differ in stairwells."""
    per_stair = between(gen, 10, 16)

    def households() -> int:
        if gen.below(100) < VACANT:
            return 0
        if kind == "slabs":
            return min(MOST, max(LEAST, per_stair * between(gen, 3, 7) - gen.below(4)))
        return between(gen, 72, MOST) if kind == "towers" else between(gen, LEAST, 70)

    return [[draft.add(households(), compound, point) for point in row] for row in rows]


Edges = list[tuple[int, int]]


def _inner(blocks: Iterable[Block], gen: Generator) -> tuple[Edges, Edges]:
    """Give the edges inside blocks that are there, and those that could be."""
    there: Edges = []
    could: Edges = []

    def offer(one: int, other: int, percent: int) -> None:
        (there if gen.below(100) < percent else could).append((one, other))

    for block in blocks:
        for number, row in enumerate(block):
            for one, other in pairwise(row):
                offer(one, other, 93)
            above = block[number + 1] if number + 1 < len(block) else []
            for column, building in enumerate(row if above else []):
                offer(building, above[min(column, len(above) - 1)], 88)
                if 0 < column < len(above):  # a slab set off against its row looks at two of the next
                    offer(building, above[column - 1], 22)
    return there, could


def _outer(blocks: Sequence[Block], width: int, gen: Generator) -> tuple[Edges, Edges]:
    """Give the ways between blocks that are there, and those that could be: facing buildings, few of them."""
    there: Edges = []
    could: Edges = []
    canal_column = [gen.below(100) < 15 for _ in range(width)]  # noqa: PLR2004 - percent
    canal_row = [gen.below(100) < 15 for _ in range(len(blocks) // width + 1)]  # noqa: PLR2004 - percent
    for number, block in enumerate(blocks):
        sides: list[tuple[list[int], list[int], bool]] = []
        if (number + 1) % width and number + 1 < len(blocks):
            east = blocks[number + 1]
            sides.append(([row[-1] for row in block], [row[0] for row in east], canal_column[number % width]))
        if number + width < len(blocks):
            sides.append((block[-1], blocks[number + width][0], canal_row[number // width]))
        for here, beyond, canal in sides:
            pairs = [
                (here[i * len(here) // steps], beyond[i * len(beyond) // steps])
                for steps in (min(len(here), len(beyond)),)
                for i in range(steps)
            ]
            gen.shuffle(pairs)
            ways = int(gen.below(3) == 0) if canal else between(gen, 0 if gen.below(6) == 0 else 1, 4)
            there.extend(pairs[:ways])
            could.extend(pairs[ways:])
    return there, could


def _connected(size: int, there: Edges, could: Edges, gen: Generator) -> Edges:
    """Give the edges that are there, and of those that could be only what is needed for all to hang together."""
    groups = Groups(size)
    for one, other in there:
        groups.join(one, other)
    gen.shuffle(could)
    return [*there, *(pair for pair in could if groups.join(*pair))]
