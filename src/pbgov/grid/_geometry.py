"""Buildings and barriers on the plane: gaps, and the ways across them. The only module that imports shapely.

It is imported when adjacency is derived, not before, so the library works without it. Every number here is a place
in a sequence, and buildings come in the order of where they stand: no name has a say in what is found.

A *gap* is measured between outlines as they are. Whether a *way* across it is free is asked of outlines a tenth of a
millimetre smaller: corners are whole millimetres, so that is less than any distance on record, and more than floating
numbers are off. So a wall drawn along a façade stands before the building, and one that runs past its corner does not
stand in the way of a neighbour on the same side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
import shapely

if TYPE_CHECKING:
    from pbgov.grid._barriers import Barrier

Point: TypeAlias = tuple[int, int]
Corners: TypeAlias = tuple[Point, ...]
Gap: TypeAlias = tuple[int, int, int]  # thousandths of a millimetre, and between which buildings, the first one first
_Shape: TypeAlias = Any
_Array: TypeAlias = Any  # of numpy, which shapely brings along

geo: Any = shapely  # whose arrays hold shapes, which no type of numpy tells
FINE: Final = 1_000  # to the millimetre
_LOOKED: Final = 1_000  # gaps between two parts
_GRAZE: Final = 0.1  # millimetres by which outlines are smaller when ways are looked at
_CLOSE: Final = 0.001  # millimetres from a limit within which a gap is measured again, in whole numbers
_SAME: Final = 1  # millimetre by which a way may be longer than the shortest and still be one of the shortest
_OFF: Final = 1_000  # millimetres that a gate may lie off its wall


def crooked(outlines: Iterable[Corners]) -> list[int]:
    """Give the places of outlines that cross or touch themselves, or enclose nothing."""
    numbered = [(n, corners) for n, corners in enumerate(outlines) if len(corners) > 1]
    sound: _Array = geo.is_valid([geo.Polygon(corners) for _, corners in numbered])
    return [n for (n, _), one in zip(numbered, sound.tolist(), strict=True) if not one]


def is_sound(barrier: Barrier) -> bool:
    """Tell whether a barrier is a line, or an area whose edges neither cross nor touch themselves."""
    return not barrier.area or geo.is_valid(_drawn(barrier))


def _moved(corners: Corners, origin: Point) -> Corners:
    return tuple((x - origin[0], y - origin[1]) for x, y in corners)


def _drawn(barrier: Barrier, origin: Point = (0, 0)) -> _Shape:
    corners = _moved(barrier.corners, origin)
    if barrier.area:
        return geo.Polygon(corners, [_moved(hole, origin) for hole in barrier.holes])
    return geo.LineString(corners)


def misplaced(barrier: Barrier) -> list[int]:
    """Give the places of crossings that do not cross: a gate off its wall, a bridge that ends in the river."""
    shape = _drawn(barrier)
    found: list[int] = []
    for n, crossing in enumerate(barrier.crossings):
        if len(crossing) == 1:
            lies = shape.distance(geo.Point(crossing[0])) <= _OFF
        else:
            ends = [geo.Point(end) for end in (crossing[0], crossing[-1])]
            inside = barrier.area and any(shape.contains(end) for end in ends)
            lies = shape.intersects(geo.LineString(crossing)) and not inside
        if not lies:
            found.append(n)
    return found


def _ends(barrier: Barrier, origin: Point) -> Iterator[tuple[_Shape, _Shape]]:
    """Yield both ends of each crossing; those of a gate are one point, on the wall itself."""
    shape = _drawn(barrier, origin)
    for crossing in (_moved(one, origin) for one in barrier.crossings):
        one, other = geo.Point(crossing[0]), geo.Point(crossing[-1])
        if len(crossing) == 1:
            one = other = shape.interpolate(shape.project(one))
        yield one, other


@attrs.frozen(kw_only=True)
class Limits:
    """The widest gaps, in millimetres.

    Attributes:
        outlines: Between two outlines.
        points: Between two buildings known by a point.
    """

    outlines: int
    points: int

    @property
    def mixed(self) -> int:
        """Between an outline and a point: half-way."""
        return (self.outlines + self.points) // 2

    def between(self, one: Corners, other: Corners) -> int:
        """Give the limit between two buildings."""
        return (self.outlines, self.mixed, self.points)[(len(one) == 1) + (len(other) == 1)]


class Plane:
    """Buildings and barriers, and what is free between them."""

    def __init__(self, outlines: Sequence[Corners], barriers: Sequence[Barrier], *, in_sight: bool) -> None:
        """Lay everything out.

        Args:
            outlines: Sound outlines, or single points; at least one.
            barriers: What stands in the way.
            in_sight: Whether other buildings stand in the way too.
        """
        # From the corner of everything, where floating numbers are finest: where that lies then makes no difference.
        origin = min(x for corners in outlines for x, _ in corners), min(y for corners in outlines for _, y in corners)
        self._outlines = [_moved(corners, origin) for corners in outlines]
        shapes = [geo.Polygon(c) if len(c) > 1 else geo.Point(*c) for c in self._outlines]
        self._tree = geo.STRtree(shapes)
        self._shapes: _Array = self._tree.geometries
        smaller: _Array = geo.buffer(self._shapes, -_GRAZE, join_style="mitre")
        lost: _Array = geo.is_empty(smaller)  # points, and slivers
        smaller[lost] = self._shapes[lost]
        self._smaller = smaller
        self._walls = geo.STRtree([_drawn(barrier, origin) for barrier in barriers])
        self._houses = self._hiding() if in_sight else []
        self._others = geo.STRtree([shape for _, shape in self._houses])
        ends = [end for barrier in barriers for both_ends in _ends(barrier, origin) for end in both_ends]
        self._crossings: _Array = geo.STRtree(ends).geometries

    def _hiding(self) -> list[tuple[tuple[int, ...], _Shape]]:
        """Give what hides others, and whose it is: outlines, and two that touch as one, as no way leads in between."""
        hiding = [((n,), self._smaller[n]) for n, corners in enumerate(self._outlines) if len(corners) > 1]
        houses = [n for (n,), _ in hiding]
        touching = self._measured(
            houses, [0] * len(houses), lambda one, other: one < other, Limits(outlines=0, points=0)
        )
        ones, others = [one for _, one, _ in touching], [other for _, _, other in touching]
        both = geo.buffer(geo.union(self._shapes[ones], self._shapes[others]), -_GRAZE, join_style="mitre")
        return hiding + list(zip(zip(ones, others, strict=True), both, strict=True))

    def near(self, limits: Limits) -> list[Gap]:
        """Give the free gaps within their limits."""
        reach = [
            max(limits.mixed, limits.points) if len(corners) == 1 else max(limits.outlines, limits.mixed)
            for corners in self._outlines
        ]
        return self._free(self._measured(range(len(reach)), reach, lambda one, other: one < other, limits))

    @property
    def extent(self) -> int:
        """No gap between two buildings is wider, in millimetres."""
        return sum(
            max(axis) for axis in zip(*(corner for corners in self._outlines for corner in corners), strict=True)
        )

    def apart(self, part: Sequence[int], beyond: int, reach: int) -> list[Gap]:
        """Give the free gaps between different parts; of those between the same two the shortest 1,000 are looked at.

        Args:
            part: The part of each building; -1 for one that is passed over.
            beyond: Only what is wider, in millimetres.
            reach: The widest gap, in millimetres.
        """
        kept = [n for n, one in enumerate(part) if one >= 0]
        [(most, _)] = Counter(part[n] for n in kept).most_common(1)
        asked = [n for n in kept if part[n] != most]  # every gap has an end outside the largest part

        def wanted(one: int, other: int) -> bool:
            return part[other] >= 0 and part[one] != part[other] and (one < other or part[other] == most)

        limits = Limits(outlines=reach, points=reach)
        looked: Counter[tuple[int, int]] = Counter()
        gaps: list[Gap] = []
        for gap in sorted(self._measured(asked, [reach] * len(asked), wanted, limits)):
            length, one, other = gap
            between = min(part[one], part[other]), max(part[one], part[other])
            if length > beyond * FINE and looked[between] < _LOOKED:
                looked[between] += 1
                gaps.append(gap)
        return self._free(gaps)

    def by_crossings(self, reach: int) -> Iterator[tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
        """Yield, for each crossing, the free ways of at most ``reach`` to one end and to the other, shortest first.

        Each is its length, in thousandths of a millimetre, and the building it comes from.
        """
        ends = self._crossings
        if not len(ends):
            return
        near = _pairs(self._tree.query(ends, predicate="dwithin", distance=reach + _CLOSE))
        numbers, houses = [number for number, _ in near], [house for _, house in near]
        lengths: list[float] = geo.distance(ends[numbers], self._shapes[houses]).tolist()
        ways = geo.shortest_line(self._smaller[houses], ends[numbers])
        owners = [(house,) for house in houses]
        free = self._open(self._cut(ways, [self._is_point(house) for house in houses], [True] * len(houses)), owners)
        legs: list[list[tuple[int, int]]] = [[] for _ in ends]
        for number, house, length, open_ in zip(numbers, houses, lengths, free, strict=True):
            if open_ or not length:
                legs[number].append((round(length * FINE), house))
        for number in range(0, len(legs), 2):
            yield sorted(legs[number]), sorted(legs[number + 1])

    def _is_point(self, number: int) -> bool:
        return len(self._outlines[number]) == 1

    def _measured(
        self, asked: Sequence[int], reach: Sequence[int], wanted: Callable[[int, int], bool], limits: Limits
    ) -> list[Gap]:
        """Measure the gaps from some buildings, and keep those within limits."""
        if not asked:
            return []
        margin = [one + _CLOSE for one in reach]
        found: _Array = self._tree.query(self._shapes[list(asked)], predicate="dwithin", distance=margin)
        asking = ((asked[n], other) for n, other in _pairs(found))
        pairs = [(min(pair), max(pair)) for pair in asking if wanted(*pair)]
        ones, others = [one for one, _ in pairs], [other for _, other in pairs]
        lengths: list[float] = geo.distance(self._shapes[ones], self._shapes[others]).tolist()
        kept: list[Gap] = []
        for (one, other), length in zip(pairs, lengths, strict=True):
            near, far = self._outlines[one], self._outlines[other]
            limit = limits.between(near, far)
            if not length or length < limit - _CLOSE or (length < limit + _CLOSE and _within(near, far, limit)):
                kept.append((round(length * FINE), one, other))
        return kept

    def _free(self, gaps: list[Gap]) -> list[Gap]:
        """Keep the gaps with a free way across; between buildings that touch nothing can stand."""
        if not (len(self._walls) or len(self._others)):
            return gaps
        wide = [gap for gap in gaps if gap[0]]
        if not wide:
            return gaps
        ones, others = [one for _, one, _ in wide], [other for _, _, other in wide]
        points = [(self._is_point(one), self._is_point(other)) for one, other in zip(ones, others, strict=True)]
        ways: _Array = geo.shortest_line(self._smaller[ones], self._smaller[others])
        cut = self._cut(ways, [one for one, _ in points], [other for _, other in points])
        open_ = self._open(cut, list(zip(ones, others, strict=True)))
        closed = [n for n, free in enumerate(open_) if not free]
        for n in self._open_otherwise([wide[n] for n in closed], ways[closed]):
            open_[closed[n]] = True
        free = {gap for gap, one in zip(wide, open_, strict=True) if one}
        return [gap for gap in gaps if not gap[0] or gap in free]

    def _open_otherwise(self, gaps: list[Gap], ways: _Array) -> set[int]:
        """Tell which gaps have another shortest way that is free: between walls that face each other there are many.

        Looked at are those from each corner, and the one midway between the first and the last of them.
        """
        if not gaps:
            return set()
        numbers: list[int] = []
        found: list[_Shape] = []
        for n, (_, one, other) in enumerate(gaps):
            longest = ways[n].length + _SAME
            near, far = self._smaller[one], self._smaller[other]
            here = geo.shortest_line(geo.points(geo.get_coordinates(near)), far)
            there = geo.shortest_line(near, geo.points(geo.get_coordinates(far)))
            short = [way for way in (*here, *there) if way.length <= longest]
            ends = sorted(way.coords[:] for way in short)
            if len(ends) > 1:
                (a, b), (c, d) = ends[0], ends[-1]
                middle = geo.LineString(
                    [((a[0] + c[0]) / 2, (a[1] + c[1]) / 2), ((b[0] + d[0]) / 2, (b[1] + d[1]) / 2)]
                )
                if middle.length <= longest and middle.distance(near) <= _SAME and middle.distance(far) <= _SAME:
                    short.append(middle)
            numbers += [n] * len(short)
            found += short
        points = [(self._is_point(gaps[n][1]), self._is_point(gaps[n][2])) for n in numbers]
        cut = self._cut(found, [one for one, _ in points], [other for _, other in points])
        open_ = self._open(cut, [gaps[n][1:] for n in numbers])
        return {n for n, free in zip(numbers, open_, strict=True) if free}

    def _cut(self, ways: Iterable[_Shape], starts: Sequence[bool], stops: Sequence[bool]) -> list[_Shape]:
        """Shorten ways where they start or stop at a point, so that what touches the point stands in none of them."""
        made: list[_Shape] = list(ways)
        cuts = [n for n, (start, stop) in enumerate(zip(starts, stops, strict=True)) if start or stop]
        if not cuts:
            return made
        coordinates: list[list[float]] = geo.get_coordinates(made).tolist()  # of each way two
        shorter: list[tuple[tuple[float, float], tuple[float, float]]] = []
        for n in cuts:
            (a, b), (c, d) = coordinates[2 * n : 2 * n + 2]
            length = hypot(c - a, d - b)
            part = _GRAZE / length if length > 3 * _GRAZE else 0
            u, v = (c - a) * part, (d - b) * part
            shorter.append(((a + u, b + v) if starts[n] else (a, b), (c - u, d - v) if stops[n] else (c, d)))
        for n, line in zip(cuts, geo.linestrings(shorter), strict=True):
            made[n] = line
        return made

    def _open(self, ways: list[_Shape], owners: Sequence[tuple[int, ...]]) -> list[bool]:
        """Tell which ways meet no barrier, and no building but those they belong to."""
        if not ways:
            return []
        met: set[int] = set(self._walls.query(ways, predicate="intersects")[0].tolist())
        for number, other in _pairs(self._others.query(ways, predicate="intersects")):
            if set(self._houses[other][0]).isdisjoint(owners[number]):
                met.add(number)
        return [number not in met for number in range(len(owners))]


def _pairs(found: _Array) -> list[tuple[int, int]]:
    """Give what a tree found: who asked, and what is there."""
    asking, there = found.tolist()
    return list(zip(asking, there, strict=True))


def _within(one: Corners, other: Corners, limit: int) -> bool:
    """Tell, in whole numbers, whether a corner of one lies within a limit of a side of the other."""
    square = limit * limit
    return any(
        _reaches(corner, side, square)
        for here, there in ((one, other), (other, one))
        for corner in here
        for side in pairwise((*there, there[0]))
    )


def _reaches(corner: Point, side: tuple[Point, Point], square: int) -> bool:
    (x, y), ((a, b), (c, d)) = corner, side
    u, v, dx, dy = x - a, y - b, c - a, d - b
    along, size = u * dx + v * dy, dx * dx + dy * dy
    if along <= 0:
        return u * u + v * v <= square
    if along >= size:
        return (x - c) ** 2 + (y - d) ** 2 <= square
    return (u * dy - v * dx) ** 2 <= square * size
