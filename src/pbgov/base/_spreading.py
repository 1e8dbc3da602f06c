"""How things are spread over places: numbers in, numbers out.

Things and places are numbers here, and things that may go to the same places form a class. What moves along a path is
one thing of a class from each place to the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from heapq import heapify, heappop, heappush, heapreplace, nsmallest
from itertools import accumulate
from typing import Final, TypeAlias

import attrs

_PARTNERS: Final = 6  # how many of the least loaded places one place looks at
_ROUNDS: Final = 8

Path: TypeAlias = list[tuple[int, int, int]]  # from a place, a thing of a class, to a place


@attrs.frozen
class Crowd:
    """Things that may go only to these places, each of which is full.

    Attributes:
        things: The things, in order.
        places: The places, in order.
    """

    things: tuple[int, ...]
    places: tuple[int, ...]


class Spreading:
    """Things, places, and what is where.

    Attributes:
        place_of: The place of each thing; -1 before it has one.
        loads: The summed weight at each place.
    """

    def __init__(self, *, weights: list[int], options: list[tuple[int, ...] | None], room: list[int]) -> None:
        """Put nothing anywhere yet.

        Args:
            weights: The weight of each thing.
            options: Where each thing may go, in order; ``None`` for anywhere.
            room: How many things each place holds.
        """
        self.place_of = [-1] * len(weights)
        self.loads = [0] * len(room)
        self._weights = weights
        self._room = room
        self._counts = [0] * len(room)
        numbers: dict[tuple[int, ...] | None, int] = {}
        self._class_of = [numbers.setdefault(where, len(numbers)) for where in options]
        self._options = [tuple(range(len(room))) if where is None else where for where in numbers]
        self._allowed = [frozenset(where) for where in self._options]
        self._at: list[dict[int, list[int]]] = [{} for _ in room]
        self._equal = len(set(weights)) <= 1

    def place(self) -> Crowd | None:
        """Put the heaviest first, each to the least loaded place it may go to; make room where all are full.

        Returns:
            Things that are too many for the places they may go to; ``None`` when everything has a place.
        """
        heaps: dict[int, list[tuple[int, int]]] = {}
        weights, class_of, options = self._weights, self._class_of, self._options
        for thing in sorted(range(len(weights)), key=lambda t: (-weights[t], len(options[class_of[t]]), t)):
            kind = class_of[thing]
            if kind not in heaps:
                heaps[kind] = [(self.loads[place], place) for place in options[kind]]
                heapify(heaps[kind])
            place = self._least(heaps[kind])
            if place is None:
                crowd = self._make_room(thing)
                if crowd is not None:
                    return crowd
            else:
                self._put(thing, place)
        return None

    def spread(self) -> int:
        """Better what ``place`` began.

        Returns:
            A bound that no spreading can go below.
        """
        if self._equal:
            self._even()
            return max(self.loads, default=0)
        self._improve()
        bound, pushed = self._push(self._bound())
        if pushed:
            self._improve()
        return self._tightened(bound)

    def _least(self, heap: list[tuple[int, int]]) -> int | None:
        """Give the least loaded place with room; what the heap says of a place may be old."""
        while heap:
            load, place = heap[0]
            if self._counts[place] >= self._room[place]:
                heappop(heap)  # a full place stays full
            elif load != self.loads[place]:
                heapreplace(heap, (self.loads[place], place))
            else:
                return place
        return None

    def _put(self, thing: int, place: int) -> None:
        self.place_of[thing] = place
        self.loads[place] += self._weights[thing]
        self._counts[place] += 1
        self._at[place].setdefault(self._class_of[thing], []).append(thing)

    def _take(self, thing: int) -> None:
        place, kind = self.place_of[thing], self._class_of[thing]
        self.loads[place] -= self._weights[thing]
        self._counts[place] -= 1
        things = self._at[place][kind]
        things.remove(thing)
        if not things:
            del self._at[place][kind]

    def _move(self, thing: int, place: int) -> None:
        self._take(thing)
        self._put(thing, place)

    def _make_room(self, thing: int) -> Crowd | None:
        """Move others along until one of the places a thing may go to has room for it."""
        path, reached = self._search(self._options[self._class_of[thing]], self._counts, len(self._weights))
        if path is None:
            there = (other for place in reached for things in self._at[place].values() for other in things)
            return Crowd(tuple(sorted((thing, *there))), tuple(sorted(reached)))
        self._shift(path)
        self._put(thing, path[0][0])
        return None

    def _even(self) -> None:
        """Move along paths from a place to one with two things fewer, as long as there are any.

        Where the fullest place reaches none, all it reaches is done with: nothing leaves that set, and no path that
        enters it comes out. Its things have nowhere else to go, so no spreading has a smaller greatest load.
        """
        done: set[int] = set()
        heap = [(-count, place) for place, count in enumerate(self._counts)]
        heapify(heap)
        while heap:
            count, place = -heap[0][0], heappop(heap)[1]
            if place in done or count != self._counts[place]:
                continue
            path, reached = self._search((place,), self._counts, count - 2, done)
            if path is None:
                done |= reached
                continue
            self._shift(path)
            heappush(heap, (1 - count, place))
            heappush(heap, (-self._counts[path[-1][2]], path[-1][2]))

    def _search(
        self, starts: Iterable[int], filled: Sequence[int], at_most: int, closed: Collection[int] = frozenset()
    ) -> tuple[Path | None, set[int]]:
        """Search the shortest path of moves from some places to one with room that is filled no more than so much.

        Args:
            starts: Where paths begin; none of them is an end.
            filled: How far each place is filled: by things, or by weight.
            at_most: How far the end may be filled.
            closed: Places that no path need enter.

        Returns:
            The path, if there is one, and the places reached.
        """
        came: dict[int, tuple[int, int] | None] = dict.fromkeys(starts)
        seen: set[int] = set()
        queue = list(came)
        for place in queue:  # grows as places are reached
            fresh = [kind for kind in self._at[place] if kind not in seen]
            seen.update(fresh)
            for kind in fresh:
                for other in self._options[kind]:
                    if other not in came and other not in closed:
                        came[other] = (place, kind)
                        if filled[other] <= at_most and self._counts[other] < self._room[other]:
                            return self._path(came, other), set(came)
                        queue.append(other)
        return None, set(came)

    @staticmethod
    def _path(came: dict[int, tuple[int, int] | None], end: int) -> Path:
        path: Path = []
        step = came[end]
        while step is not None:
            path.append((*step, end))
            end = step[0]
            step = came[end]
        return path[::-1]

    def _shift(self, path: Path) -> None:
        """Move one thing along each step, the last step first, so that no place is over its room in between."""
        for source, kind, target in reversed(path):
            self._move(self._at[source][kind][-1], target)

    def _bound(self) -> int:
        """Bound the greatest load from below by the mean, by what can go to one place only, and by pigeonholes.

        Of the ``k·m + 1`` heaviest things ``k + 1`` share one of ``m`` places, and weigh at least what the lightest
        ``k + 1`` of them do.
        """
        places = len(self.loads)
        heaviest = sorted(self._weights, reverse=True)
        alone = [0] * places
        for thing, kind in enumerate(self._class_of):
            if len(self._options[kind]) == 1:
                alone[self._options[kind][0]] += self._weights[thing]
        summed = list(accumulate(heaviest, initial=0))
        shared = (summed[last + 1] - summed[last - last // places] for last in range(0, len(heaviest), places))
        return self._tightened(max(*alone, *shared, self._mean(range(places))))

    def _mean(self, places: Sequence[int] | set[int]) -> int:
        """Give the mean load of places, rounded up: what their things weigh at least if they cannot leave."""
        return -(-sum(self.loads[place] for place in places) // len(places))

    def _tightened(self, bound: int) -> int:
        """Raise a bound to the mean of all that the things in the fullest place, and in turn theirs, can reach."""
        fullest = max(range(len(self.loads)), key=lambda place: (self.loads[place], -place))
        _, reached = self._search((fullest,), self.loads, -1)
        return max(bound, self._mean(reached))

    def _push(self, bound: int) -> tuple[int, bool]:
        """Push things off places that lie above the bound by more than the heaviest thing, down to some below it.

        A place pushes only while it lies that high, so it never falls to the bound, and the way to the places below
        never grows shorter. Where there is no way, the mean of what was reached is a higher bound. In the end the
        greatest load is at most the bound and the heaviest thing, each of which is at most the least possible. Where
        capacities bind, a path may be blocked, and nothing is pushed.

        Returns:
            The bound, perhaps raised, and whether anything was pushed.
        """
        pushed = False
        if any(room < len(self._weights) for room in self._room):
            return bound, pushed
        heaviest = max(self._weights)
        while True:
            place = max(range(len(self.loads)), key=lambda p: (self.loads[p], -p))
            if self.loads[place] <= bound + heaviest:
                return bound, pushed
            path, reached = self._search((place,), self.loads, bound)
            if path is None:
                bound = self._mean(reached)
                continue
            pushed = True
            for source, kind, target in path:
                self._move(max(self._at[source][kind], key=lambda t: (self._weights[t], -t)), target)
                if self.loads[target] <= bound + heaviest:
                    break

    def _improve(self) -> None:
        """Move and exchange things between two places while that evens them out, the fullest places first."""
        changed: Collection[int] = range(len(self.loads))
        for _ in range(_ROUNDS):
            near: dict[int, Sequence[int]] = {}
            eased: set[int] = set()
            for place in sorted(changed, key=lambda p: (-self.loads[p], p)):
                for other in self._partners(place, near):
                    if self._ease(place, other):
                        eased |= {place, other}
            if not eased:
                return
            changed = eased

    def _partners(self, place: int, near: dict[int, Sequence[int]]) -> list[int]:
        """Give the least loaded places that something in a place may go to, where that may help."""
        loads, found = self.loads, set[int]()
        for kind in self._at[place]:
            if kind not in near:
                where = self._options[kind]
                few = len(where) <= _PARTNERS
                near[kind] = where if few else nsmallest(_PARTNERS, where, key=lambda other: (loads[other], other))
            found.update(near[kind])
        most = loads[place] - 2
        return [other for _, other in sorted((loads[p], p) for p in found if loads[p] <= most)[:_PARTNERS]]

    def _ease(self, full: int, empty: int) -> bool:
        """Move things from a fuller place to an emptier one, or exchange, each time what evens them out most."""
        eased = False
        while (gap := self.loads[full] - self.loads[empty]) > 1:
            best = self._best(full, empty, gap)
            if best is None:
                break
            thing, back = best
            self._move(thing, empty)
            if back is not None:
                self._move(back, full)
            eased = True
        return eased

    def _best(self, full: int, empty: int, gap: int) -> tuple[int, int | None] | None:
        """Find what to move and what to take back: the difference nearest to half the gap, if any lies within it."""
        weights = self._weights
        out = self._movable(full, empty)
        back: dict[int, int | None] = dict(self._movable(empty, full))
        if self._counts[empty] < self._room[empty]:
            back[0] = None
        lighter = sorted(back)
        found: tuple[int, int, int, int | None] | None = None
        for weight, thing in sorted(out.items()):
            spot = bisect_left(lighter, weight - gap // 2)
            for other in lighter[max(0, spot - 1) : spot + 1]:
                change = weight - other
                if 0 < change < gap and (found is None or change * (gap - change) > found[0]):
                    found = (change * (gap - change), weights[thing], thing, back[other])
        return None if found is None else (found[2], found[3])

    def _movable(self, source: int, target: int) -> dict[int, int]:
        """Give, for each weight, one thing of a place that may go to another."""
        found: dict[int, int] = {}
        for kind, things in self._at[source].items():
            if target in self._allowed[kind]:
                for thing in things:
                    weight = self._weights[thing]
                    if found.get(weight, thing) >= thing:
                        found[weight] = thing
        return found
