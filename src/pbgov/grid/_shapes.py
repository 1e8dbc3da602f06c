"""From millimetres on the ground to a drawing: decimetres, x to the right, y downwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

import attrs

from pbgov.grid._places import Building

Point: TypeAlias = tuple[int, int]

_UNIT: Final = 100  # millimetres in a unit of the drawing
_HALF: Final = 4_000  # half the side of the square that stands for a building without an outline
_MARGIN: Final = 40  # the margin is one part in so many of the longer side
_STEPS: Final = (5, 2, 1)


def corners(building: Building) -> tuple[Point, ...]:
    """Give the corners of a building; a square where only its position is known, nothing where that is not."""
    at = building.at
    if building.outline or at is None:
        return building.outline
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
    """

    west: int
    north: int
    width: int
    height: int

    @staticmethod
    def around(points: Sequence[Point]) -> Sheet:
        """Give the sheet that holds points, with a margin."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        margin = max(wide, high) // _MARGIN + 10 * _UNIT
        return Sheet(
            west=min(xs) - margin,
            north=max(ys) + margin,
            width=(wide + 2 * margin) // _UNIT,
            height=(high + 2 * margin) // _UNIT,
        )

    @property
    def letter(self) -> int:
        """The height of letters that can be read."""
        return max(1, max(self.width, self.height) // 88)

    @property
    def scale(self) -> int:
        """A round number of metres, about a sixth of the width: 1, 2 or 5 with noughts."""
        most = max(1, self.width * _UNIT // 6_000)
        ten = int("1".ljust(len(str(most)), "0"))
        return next(step * ten for step in _STEPS if step * ten <= most)

    def at(self, point: Point) -> Point:
        """Give the place of a point on the sheet."""
        return (point[0] - self.west) // _UNIT, (self.north - point[1]) // _UNIT

    def closed(self, shapes: Iterable[Sequence[Point]]) -> str:
        """Give the path around shapes: absolute where each begins, then step by step."""
        return "".join(f"{self._steps(shape)}z" for shape in shapes)

    def open(self, ways: Iterable[Sequence[Point]]) -> str:
        """Give the path along lines."""
        return "".join(self._steps(way) for way in ways)

    def _steps(self, points: Sequence[Point]) -> str:
        (x, y), *rest = (self.at(point) for point in points)
        path = [f"M{x} {y}l"]
        for to in rest:
            path.append(f"{to[0] - x} {to[1] - y}")
            x, y = to
        return path[0] + " ".join(path[1:]).replace(" -", "-")
