"""The area a grid looks after on a map: what lies nearest to its buildings, within a short walk.

The sheet is laid out in square cells, row by row, and a set of cells is one whole number, a bit for each. To grow a set
by a cell on every side is five shifts, however many cells it has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

import attrs

from pbgov.grid._shapes import Point, Sheet, steps

Cells: TypeAlias = tuple[int, int]
"""The first row, and the bits from there on."""

_REACH: Final = 14_000  # millimetres from a building to the edge of its area
_ACROSS: Final = 200  # cells on the longer side of a sheet
_FEWEST: Final = 3  # cells from a building to the edge of its area
_ONE: Final = re.compile("1")
_RUN: Final = re.compile("1+")
_NOTHING: Final = (0, 0)


@attrs.frozen
class Raster:
    """Square cells over a sheet.

    Attributes:
        sheet: The sheet.
        half: Half the side of a cell, in units of the sheet.
        stride: Cells in a row.
        reach: How many cells an area reaches beyond its buildings.
    """

    sheet: Sheet
    half: int
    stride: int
    reach: int

    @staticmethod
    def margin(longest: int) -> int:
        """Give the room, in millimetres, that areas take beyond buildings on a sheet with a side that long."""
        return max(_REACH, longest * (_FEWEST + 2) // _ACROSS) * 3 // 2

    @staticmethod
    def over(sheet: Sheet) -> Raster:
        """Lay cells over a sheet that has room for the areas."""
        half = max(1, -(-max(sheet.width, sheet.height) // (2 * _ACROSS)), -(-_REACH // (2 * 5 * sheet.unit)))
        reach = max(_FEWEST, _REACH // (2 * half * sheet.unit))
        return Raster(sheet=sheet, half=half, stride=sheet.width // (2 * half) + 2, reach=reach)

    def covered(self, shape: Sequence[Point]) -> Cells:
        """Give the cells whose middle lies within a shape; the one in the middle of a shape that covers none.

        Args:
            shape: Corners, in units of the sheet.
        """
        side, half = 2 * self.half, self.half
        ys = [y for _, y in shape]
        first, last = min(ys) // side, max(ys) // side
        ends = list(pairwise((*shape, shape[0])))
        bits = 0
        for row in range(first, last + 1):
            y = row * side + half
            meets = sorted(u + (y - v) * (x - u) // (w - v) for (u, v), (x, w) in ends if (v <= y) != (w <= y))
            for left, right in zip(meets[::2], meets[1::2], strict=True):
                start = (left + half) // side
                length = (right + half) // side - start
                bits |= ((1 << length) - 1) << (row - first) * self.stride + start
        if not bits:
            bits = (
                1 << (sum(ys) // len(ys) // side - first) * self.stride + sum(x for x, _ in shape) // len(shape) // side
            )
        return first, bits

    def holds(self, cells: Cells, at: Point) -> bool:
        """Tell whether a place on the sheet lies in one of some cells."""
        (first, bits), (x, y), side = cells, at, 2 * self.half
        row, column = y // side - first, x // side
        return row >= 0 and 0 <= column < self.stride and bool(bits >> row * self.stride + column & 1)

    def union(self, parts: Sequence[Cells]) -> Cells:
        """Give the cells of several sets, with room above them to grow."""
        if not parts:
            return _NOTHING
        first = max(0, min(row for row, _ in parts) - self.reach - 1)
        bits = 0
        for row, held in parts:
            bits |= held << (row - first) * self.stride
        return first, bits

    def apart(self, seeds: Sequence[Cells]) -> list[Cells]:
        """Let sets of cells grow step by step as far as they reach, each cell to the one that comes first."""
        stride, taken = self.stride, 0
        rows, grown = [row * stride for row, _ in seeds], [0] * len(seeds)
        for n, (_, bits) in enumerate(seeds):
            grown[n] = bits & ~(taken >> rows[n])
            taken |= grown[n] << rows[n]
        for step in range(self.reach):
            for n, bits in enumerate(grown):
                free = self._wider(bits, step) & ~(taken >> rows[n])
                grown[n] = bits | free
                taken |= free << rows[n]
        return [(row, bits) for (row, _), bits in zip(seeds, grown, strict=True)]

    def touching(self, sets: Sequence[Cells]) -> list[list[int]]:
        """Give for each set the earlier ones that lie beside it."""
        stride = self.stride
        found: list[list[int]] = [[] for _ in sets]
        last = [row + bits.bit_length() // stride + 1 for row, bits in sets]
        order = sorted(range(len(sets)), key=lambda n: sets[n][0])
        for rank, one in enumerate(order):
            row, bits = sets[one]
            wide = self._wider(bits, 1)
            for other in order[rank + 1 :]:
                below = sets[other][0] - row
                if below > last[one] - row:
                    break
                if wide >> below * stride & sets[other][1]:
                    found[max(one, other)].append(min(one, other))
        return found

    def around(self, cells: Cells) -> Cells:
        """Give a set with the gaps within it closed, and a little room around it."""
        row, bits = cells
        for step in range(self.reach):
            bits = self._wider(bits, step)
        for step in range(self.reach - 1):
            bits = ~self._wider(~bits, step) & bits
        return row, bits

    def _wider(self, bits: int, step: int) -> int:
        """Add the cells on all sides, and every other time those at the corners."""
        across = bits << 1 | bits >> 1 | bits
        column = across if step % 2 else bits
        return across | column << self.stride | column >> self.stride

    def outline(self, cells: Cells, *, holes: bool = True) -> str:
        """Give the path around a set of cells, its corners cut off, and around the holes in it."""
        first, bits = cells
        rings = self._rings(cells)
        if not holes:  # below and to the right of where a ring begins lies what it goes round
            rings = [ring for ring in rings if bits >> (ring[0][1] - first) * self.stride + ring[0][0] & 1]
        return "".join(f"{steps(self._smooth(ring))}z" for ring in rings)

    def hatching(self, cells: Cells) -> str:
        """Give lines across a set of cells, in every other row of them."""
        stride, side = self.stride, 2 * self.half
        first, bits = cells
        found: list[str] = []
        for row in range(bits.bit_length() // stride + 1):
            if (row + first) % 2:
                held = f"{bits >> row * stride & (1 << stride) - 1:b}"[::-1]
                y = (row + first) * side + self.half
                found.extend(f"M{run.start() * side} {y}h{len(run[0]) * side}" for run in _RUN.finditer(held))
        return "".join(found)

    def _rings(self, cells: Cells) -> list[list[Point]]:
        """Give the corners of a set, ring by ring: from each along the row to the next, then along the column.

        A corner of a cell is a corner of the set where an odd number of the four cells around it are in the set, and
        twice where two are that meet nowhere else.
        """
        first, bits = cells
        stride = self.stride
        west, north, both = bits << 1, bits << stride, bits << stride + 1
        once = bits ^ west ^ north ^ both
        twice = bits & both & ~(west | north) | west & north & ~(bits | both)
        found = sorted([*_places(once), *_places(twice), *_places(twice)])
        points = [(place % stride, place // stride + first) for place in found]
        order = sorted(range(len(points)), key=points.__getitem__)
        partner = [0] * len(points)
        for one, other in zip(order[::2], order[1::2], strict=True):
            partner[one], partner[other] = other, one
        rings: list[list[Point]] = []
        seen = bytearray(len(points))
        for start in range(len(points)):
            ring: list[Point] = []
            at = start
            while not seen[at]:
                seen[at] = seen[at ^ 1] = 1
                ring += (points[at], points[at ^ 1])
                at = partner[at ^ 1]
            if ring:
                rings.append(ring)
        return rings

    def _smooth(self, ring: Sequence[Point]) -> list[Point]:
        """Cut off corners: half a cell before each, turn to half a cell behind it."""
        half = self.half
        path: list[Point] = []
        for (x, y), (u, v) in pairwise((*ring, ring[0])):
            dx, dy = (u > x) - (u < x), (v > y) - (v < y)
            start, end = ((2 * x + dx) * half, (2 * y + dy) * half), ((2 * u - dx) * half, (2 * v - dy) * half)
            path += (start,) if start == end else (start, end)
        return [
            here for before, here, behind in zip([path[-1], *path], path, [*path[1:], path[0]], strict=False)
            if (here[0] - before[0]) * (behind[1] - here[1]) != (here[1] - before[1]) * (behind[0] - here[0])
        ]  # fmt: skip


def _places(bits: int) -> list[int]:
    return [found.start() for found in _ONE.finditer(f"{bits:b}"[::-1])] if bits else []
