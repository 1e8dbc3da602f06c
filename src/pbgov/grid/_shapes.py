"""From millimetres on the ground to a drawing: whole units, x to the right, y downwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

import attrs

from pbgov.grid._places import Building

Point: TypeAlias = tuple[int, int]
Extent: TypeAlias = tuple[int, int, int, int]
"""The western, southern, eastern and northern edge of what is drawn, in millimetres."""

SHOWN: Final = 860  # pixels across, unless a page says otherwise
_UNIT: Final = 100  # millimetres in a unit of the drawing, or more where that is more than can be seen
_HALF: Final = 4_000  # half the side of the square that stands for a building without an outline
_MARGIN: Final = 40  # the margin is one part in so many of the longer side
_LETTER: Final = 10  # pixels
_STEPS: Final = (5, 2, 1)


def corners(building: Building) -> tuple[Point, ...]:
    """Give the corners of a building; a square where only its position is known, nothing where that is not."""
    at = building.at
    if building.outline or at is None:
        return building.outline
    return square(at)


def extent_of(points: Sequence[Point]) -> Extent:
    """Give the edges around points, at least one."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def around(one: Extent, other: Extent) -> Extent:
    """Give the edges around two extents."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def square(at: Point) -> tuple[Point, ...]:
    """Give the square that stands for a building."""
    (x, y), h = at, _HALF
    return (x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h)


@attrs.frozen
class Sheet:
    """The sheet a map is drawn on: what lies on it, in millimetres.

    Attributes:
        west: The western edge.
        north: The northern edge.
        width: From edge to edge, in units of the drawing.
        height: From top to bottom, in the same units.
        unit: Millimetres in a unit of the drawing.
    """

    west: int
    north: int
    width: int
    height: int
    unit: int = _UNIT

    @staticmethod
    def over(extent: Extent, steps: int, margin: int = 0) -> Sheet:
        """Give the sheet over what lies between four edges.

        Args:
            extent: The edges.
            steps: At most so many units, or a few more, on the longer side.
            margin: So much room on each side, in millimetres, and a part of the longer side.
        """
        west, south, east, north = extent
        wide, high = east - west, north - south
        unit = max(_UNIT, -(-max(wide, high) // steps))
        margin += max(wide, high) // _MARGIN + 10 * _UNIT
        return Sheet(
            west=west - margin,
            north=north + margin,
            width=(wide + 2 * margin) // unit,
            height=(high + 2 * margin) // unit,
            unit=unit,
        )

    def letter(self, shown: int = SHOWN) -> int:
        """The height of letters that can be read on a drawing shown so many pixels across."""
        return max(1, max(self.width, self.height) * _LETTER // shown)

    @property
    def scale(self) -> int:
        """A round number of metres, about a sixth of the width: 1, 2 or 5 with noughts."""
        most = max(1, self.width * self.unit // 6_000)
        ten = int("1".ljust(len(str(most)), "0"))
        return next(step * ten for step in _STEPS if step * ten <= most)

    def at(self, point: Point) -> Point:
        """Give the place of a point on the sheet."""
        return (point[0] - self.west) // self.unit, (self.north - point[1]) // self.unit

    def closed(self, shapes: Iterable[Sequence[Point]]) -> str:
        """Give the path around shapes: absolute where each begins, then step by step."""
        return "".join(f"{steps([self.at(point) for point in shape])}z" for shape in shapes)


def steps(points: Sequence[Point]) -> str:
    """Give the path through points of a sheet: absolute where it begins, then step by step."""
    (x, y), *rest = points
    path = [f"M{x} {y}l"]
    for to in rest:
        path.append(f"{to[0] - x} {to[1] - y}")
        x, y = to
    return path[0] + " ".join(path[1:]).replace(" -", "-")
