"""Barriers 阻隔: what nobody walks across, and where one may cross it all the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias, cast

import attrs

from pbgov.base import both, check_name
from pbgov.errors import InvalidValueError

Point: TypeAlias = tuple[int, int]
FARTHEST: Final = 10**10  # millimetres: farther than any two places on Earth
_PAIR: Final = 2
_CORNERS: Final = 3


def is_point(value: object) -> bool:
    """Tell whether a value is a pair of whole millimetres that lie on Earth."""
    if not isinstance(value, tuple):
        return False
    numbers = cast("tuple[object, ...]", value)
    return len(numbers) == _PAIR and all(type(n) is int and -FARTHEST <= n <= FARTHEST for n in numbers)


def _points(given: object) -> tuple[Any, ...]:
    """Give points as tuples; what is none is kept for the validator to name."""
    if not isinstance(given, Iterable) or isinstance(given, str):
        return (given,)
    points = cast("Iterable[object]", given)
    return tuple(tuple(cast("Sequence[object]", one)) if isinstance(one, list | tuple) else one for one in points)


def _lists(given: object) -> tuple[Any, ...]:
    """Give lists of points as tuples; a single point needs no brackets of its own."""
    if not isinstance(given, Iterable) or isinstance(given, str):
        return ((given,),)
    listed = [_points(one) for one in cast("Iterable[object]", given)]
    return tuple((one,) if is_point(one) else one for one in listed)


@attrs.frozen(kw_only=True)
class Barrier:
    """What nobody walks across: a road 道路, a river 河道, a wall 围墙.

    Attributes:
        corners: The points of a line, or the corners of an area, not closed; in the millimetres of the buildings.
        area: Whether the corners go round an area: the bed of a river, a carriageway.
        holes: Of an area, the corners of each part inside it that does not belong to it: an island, a block of houses
            within a net of roads.
        crossings: Where one may pass: each a line from one side to the other (a bridge 桥, a zebra crossing 斑马线),
            or, in a barrier that is a line, a point of it (a gate 大门).
        name: What people call it; messages name it so.

    Raises:
        InvalidValueError: A point is no pair of whole millimetres, or there are too few of them.

    Examples:
        >>> wall = Barrier(corners=[(0, 0), (90_000, 0)], crossings=[(30_000, 0)], name="北墙")
        >>> wall.crossings
        (((30000, 0),),)
    """

    corners: tuple[Point, ...] = attrs.field(converter=_points)
    area: bool = False
    holes: tuple[tuple[Point, ...], ...] = attrs.field(default=(), converter=_lists)
    crossings: tuple[tuple[Point, ...], ...] = attrs.field(default=(), converter=_lists)
    name: str = attrs.field(default="", validator=check_name)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no line, no area and no crossing."""
        if type(self.area) is not bool:
            raise InvalidValueError(both("places.flag", name="area", value=repr(self.area)), "area", self.area)
        for point in self.corners:
            self._need_point(point)
        fewest = _CORNERS if self.area else _PAIR
        different = len(set(self.corners))
        if different < fewest:
            message = both("places.barrier_few", name=self.name or "-", n=different, fewest=fewest)
            raise InvalidValueError(message, self.name, self.corners)
        for hole in self.holes:
            for point in hole:
                self._need_point(point)
            if not self.area or len(set(hole)) < _CORNERS:
                raise InvalidValueError(both("places.hole", name=self.name or "-"), self.name, hole)
        for n, crossing in enumerate(self.crossings):
            for point in crossing:
                self._need_point(point)
            if not crossing or (self.area and len(set(crossing)) < _PAIR):
                raise InvalidValueError(both("places.crossing_few", name=self.name or "-", n=n), self.name, crossing)

    def _need_point(self, point: object) -> None:
        if not is_point(point):
            message = both("places.barrier_point", name=self.name or "-", value=repr(point))
            raise InvalidValueError(message, self.name, point)
