"""Spread weighted things over places so that the greatest load is small (防止优势资源集中扎堆)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from heapq import heapify, heapreplace

import attrs

from pbgov.base._columns import Frame, columns
from pbgov.base._frozen import FrozenMap
from pbgov.base._messages import both
from pbgov.errors import InvalidValueError


@attrs.frozen(kw_only=True)
class Allocation:
    """Which thing goes to which place, and how good that is.

    Attributes:
        place_of: The place of each thing.
        loads: The summed weight at each place.
        bound: No allocation whatever has a greatest load below this.
    """

    place_of: FrozenMap[str, str]
    loads: FrozenMap[str, int]
    bound: int

    @property
    def greatest(self) -> int:
        """The greatest load."""
        return max(self.loads.values(), default=0)

    def to_columns(self) -> Frame:
        """Give one row a thing: the thing and its place."""
        return columns(self.place_of.items(), {"thing": lambda pair: pair[0], "place": lambda pair: pair[1]})


def allocate(weights: Mapping[str, int], places: Collection[str]) -> Allocation:
    """Spread weighted things over places, heaviest first, each to the least loaded place.

    With equal weights the loads differ by one thing at most, which is best possible; in general the greatest
    load is at most 4/3 of the least possible (Graham 1969). Ties are broken by identifier.

    Args:
        weights: A weight, 0 or more, for each thing.
        places: Where things may go; one named twice is one place.

    Raises:
        InvalidValueError: A weight is negative, or there are things and no place.

    Examples:
        >>> allocate({"mine": 5, "school": 3, "bank": 2}, ["A", "B"]).loads["B"]
        5
    """
    light = [thing for thing, weight in weights.items() if weight < 0]
    if light:
        raise InvalidValueError(both("count.negative", name=light[0], value=repr(weights[light[0]])), *light)
    if weights and not places:
        raise InvalidValueError(both("allocation.nowhere", n=len(weights)))
    heap = [(0, place) for place in sorted(set(places))]
    heapify(heap)
    place_of: dict[str, str] = {}
    for thing in sorted(weights, key=lambda thing: (-weights[thing], thing)):
        load, place = heap[0]
        place_of[thing] = place
        heapreplace(heap, (load + weights[thing], place))
    total = sum(weights.values())
    return Allocation(
        place_of=FrozenMap(place_of),
        loads=FrozenMap({place: load for load, place in sorted(heap, key=lambda pair: pair[1])}),
        bound=max([*weights.values(), -(-total // len(heap))], default=0) if heap else 0,
    )
