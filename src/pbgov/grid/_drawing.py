"""A plan being drawn: its grids change a few neighbours at a time, always for the better."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, Final, TypeAlias

from pbgov.grid._arithmetic import fewest
from pbgov.grid._kernel import split
from pbgov.grid._objectives import kept, prices
from pbgov.grid._programme import drawable, in_one, programme
from pbgov.grid._sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pbgov.base import Generator
    from pbgov.grid._programme import Demand
    from pbgov.grid._work import Work
    from pbgov.grid._world import Piece

_WIDTH: Final = 1_000  # half-made plans kept at each place of a window
_DRAWABLE: Final = 2_000  # sets looked at in a window before it counts as fine-grained
_FINE: Final = 9  # with more atoms a grid on average, a place is fine-grained
_TREES: Final = 4  # trees tried in a fine-grained window
_MENDED: Final = (12, 18, 26, 40, 60)  # atoms of the windows drawn anew around a grid that is not sound
_GROUP: Final = 4  # grids of a fine-grained window at most
_WIDER: Final = 3  # windows around a fine-grained grid that can do with one less

_Fewer: TypeAlias = "tuple[list[int], list[int], list[tuple[list[int], int]]]"  # what it costs; a window; its grids


class Drawing:
    """The grids of a piece.

    Attributes:
        piece: What is divided.
        parts: The atoms of each grid, by its slot.
        labels: The old grid that each carries on, -1 for none.
    """

    def __init__(self, piece: Piece, demand: Demand, parts: Iterable[Sequence[int]]) -> None:
        """Take down a plan, and let each grid carry on the old one it keeps most of."""
        self.piece = piece
        self.demand = demand
        self.parts = {slot: list(part) for slot, part in enumerate(parts)}
        self.home = [-1] * len(piece.atoms)
        for slot, part in self.parts.items():
            for atom in part:
                self.home[atom] = slot
        self.labels = self._carried() if demand.labelled else dict.fromkeys(self.parts, -1)
        self._next = len(self.parts)

    def _carried(self) -> dict[int, int]:
        world = self.piece.world
        pairs = [
            (-stay, slot, label)
            for slot, part in self.parts.items()
            for label, stay in kept(world, self.piece.places(part)).items()
            if label in self.demand.owned
        ]
        labels = dict.fromkeys(self.parts, -1)
        taken: set[int] = set()
        for _, slot, label in sorted(pairs):
            if labels[slot] < 0 and label not in taken:
                labels[slot] = label
                taken.add(label)
        return labels

    def price(self, part: Sequence[int], label: int) -> list[int]:
        """Give what a grid adds to each objective."""
        demand, places = self.demand, self.piece.places(part)
        found = prices(self.piece.world, demand.objectives, places, demand.low, demand.high)
        if demand.labelled:
            stays = kept(self.piece.world, places)
            found[demand.objectives.index("change")] = sum(stays.values()) - stays.get(label, 0)
        return found

    def values(self, slots: Iterable[int]) -> list[int]:
        """Give what some grids add to each objective together."""
        totals = [0] * len(self.demand.objectives)
        for slot in slots:
            totals = [a + b for a, b in zip(totals, self.price(self.parts[slot], self.labels[slot]), strict=True)]
        return totals

    def around(self, seed: int, size: int, most: int) -> list[int]:
        """Name a grid and grids near it, of at most ``size`` atoms and ``most`` grids together."""
        group, met = [seed], {seed}
        atoms = len(self.parts[seed])
        for slot in group:
            for atom in self.parts[slot]:
                for near in self.piece.links[atom]:
                    other = self.home[near]
                    if other not in met and other >= 0:
                        met.add(other)
                        if atoms + len(self.parts[other]) <= size and len(group) < most:
                            group.append(other)
                            atoms += len(self.parts[other])
        return group

    def free(self, group: Sequence[int]) -> set[int]:
        """Name the old grids that the grids of a group may carry on: all that no other grid does."""
        if not self.demand.labelled:
            return set()
        taken = {label for slot, label in self.labels.items() if slot not in group}
        homes = self.piece.world.homes
        inside = {homes[place] for slot in group for place in self.piece.places(self.parts[slot])}
        return (inside & self.demand.owned) - taken

    def room(self, group: Sequence[int]) -> int | None:
        """Say how many grids there may be in the place of a group; ``None`` for any number."""
        most = self.demand.most
        return None if most is None else most - len(self.parts) + len(group)

    def put(self, group: Sequence[int], parts: Sequence[tuple[Sequence[int], int]]) -> list[int]:
        """Put grids in the place of a group; give their slots."""
        for slot in group:
            del self.parts[slot], self.labels[slot]
        slots = list(range(self._next, self._next + len(parts)))
        self._next += len(parts)
        for slot, (part, label) in zip(slots, parts, strict=True):
            self.parts[slot], self.labels[slot] = list(part), label
            for atom in part:
                self.home[atom] = slot
        return slots

    @property
    def fine_grained(self) -> bool:
        """Whether grids hold so many atoms that those that might be drawn cannot be listed."""
        return len(self.home) > _FINE * len(self.parts)

    def better(self, size: int, work: Work, *, tries: int) -> None:
        """Draw windows anew until none can be bettered, each grid being the middle of one, or work is over.

        Args:
            size: Atoms of a window.
            work: What may still be done.
            tries: How often windows may be drawn anew, for each grid there is.
        """
        queue = deque(self.parts)
        left = tries * len(self.parts)
        while queue and left > 0 and not self.fine_grained and not work.over:
            slot = queue.popleft()
            if slot in self.parts:
                left -= 1
                queue.extend(self.redraw(self.around(slot, size, len(self.parts)), work))

    def better_by_trees(self, gen: Generator, work: Work, *, tries: int) -> None:
        """Split a few neighbours anew on random trees, ``tries`` times for each grid there is."""
        for _ in range(tries * len(self.parts)):
            if work.over:
                break
            slots = list(self.parts)
            group = self.around(slots[gen.below(len(slots))], len(self.home), 2 + gen.below(_GROUP - 1))
            self.resplit(group, gen, work)

    def redraw(self, group: Sequence[int], work: Work, *, sound: bool = True) -> list[int]:
        """Draw a group the best way there is; give the new slots, none when it stays as it is.

        Args:
            group: The slots of the grids.
            work: What may still be done.
            sound: Whether they keep bounds and conditions, so that only what is better will do.
        """
        if len(group) == 1 and sound:
            return []
        drawn = self.drawn(group, work, most=self.room(group), better=sound)
        return self.put(group, drawn) if drawn else []

    def drawn(self, group: Sequence[int], work: Work, *, most: int | None, better: bool) -> list[tuple[list[int], int]]:
        """Give the best grids in the place of a group, each with the old one it carries on; nothing where none are.

        Args:
            group: The slots of the grids.
            work: What may still be done.
            most: How many grids there may be; ``None`` for any number.
            better: Whether only what is better will do.
        """
        ordered, piece = self.piece.swept([atom for slot in group for atom in self.parts[slot]])
        found = drawable(piece, self.demand, limit=_DRAWABLE)
        if not work.spend(len(found) if found is not None else _DRAWABLE):
            return []
        if found is None:
            return []
        made = programme(piece, self.demand, found, free=self.free(group))
        price = in_one(made.goals, made.n)
        value = made.n * max(price, default=0) + 1
        if better:
            number = {atom: i for i, atom in enumerate(ordered)}
            start = made.find([[number[a] for a in self.parts[s]] for s in group], [self.labels[s] for s in group])
            if start is None:
                return []
            value = sum([price[one] for one in start])
        swept = sweep(made.n, made.sets, price, price, budget=value - 1, width=_WIDTH, work=work, most=most)
        return [([ordered[a] for a in made.members[g]], made.labels[g]) for g in swept.grids or ()]

    def lose(self, gen: Generator, work: Work) -> bool:
        """Draw windows with a grid less, each time where that costs least, until there are no more than there may be.

        Returns:
            Whether that succeeded; if not, some grids may be gone all the same.
        """
        fewer = self._fewer_by_trees if self.fine_grained else self._fewer_around
        while self.demand.most is not None and len(self.parts) > self.demand.most:
            options = [option for slot in list(self.parts) if (option := fewer(slot, gen, work)) is not None]
            if not options or work.over:
                return False
            _, group, drawn = min(options)
            self.put(group, drawn)
        return True

    def _fewer_around(self, slot: int, _gen: Generator, work: Work) -> _Fewer | None:
        """Draw the smallest window around a grid that can do with one less."""
        for size in _MENDED:
            group = self.around(slot, size, len(self.parts))
            drawn = [] if len(group) == 1 else self.drawn(group, work, most=len(group) - 1, better=False)
            if drawn:
                return self._cost(group, drawn), group, drawn
        return None

    def _fewer_by_trees(self, slot: int, gen: Generator, work: Work) -> _Fewer | None:
        """Split a fine-grained grid and those around it into one less, on random trees, where that costs least."""
        found: list[_Fewer] = []
        wide, size = 0, 1
        while wide < _WIDER and size < len(self.parts):
            size += 1
            group = self.around(slot, len(self.home), size)
            splits = list(self._splits(group, len(group) - 1, gen, work))
            found += [(self._cost(group, drawn), group, drawn) for drawn in splits]
            wide += bool(splits)
        return min(found, default=None)

    def _cost(self, group: Sequence[int], drawn: Sequence[tuple[list[int], int]]) -> list[int]:
        """Say what it costs by each objective to put grids in the place of a group."""
        after = [sum(column) for column in zip(*(self.price(*one) for one in drawn), strict=True)]
        return [a - b for a, b in zip(after, self.values(group), strict=True)]

    def mend(self, work: Work) -> bool:
        """Draw windows around grids that break bounds or conditions anew, wider and wider, until all are sound."""
        demand, sound = self.demand, self.piece.sound
        for slot in list(self.parts):
            for size in _MENDED:
                if slot not in self.parts or sound(self.parts[slot], demand.low, demand.high):
                    break
                if self.fine_grained or work.over:
                    return False
                self.redraw(self.around(slot, size, len(self.parts)), work, sound=False)
        return all(sound(part, demand.low, demand.high) for part in self.parts.values())

    def resplit(self, group: Sequence[int], gen: Generator, work: Work) -> list[int]:
        """Split a group on a few random trees, and take the best if it is no worse; give the new slots."""
        if len(group) == 1:
            return []
        taken: list[tuple[list[int], int]] | None = None
        best = [0] * len(self.demand.objectives)
        for drawn in self._splits(group, self.room(group), gen, work):
            cost = self._cost(group, drawn)
            if cost <= best and (cost < best or taken is None):
                best, taken = cost, drawn
        return [] if taken is None else self.put(group, taken)

    def _splits(
        self, group: Sequence[int], most: int | None, gen: Generator, work: Work
    ) -> Iterator[list[tuple[list[int], int]]]:
        """Split a group on a few random trees, into as many grids as before or as there may be, or one less."""
        piece, demand = self.piece, self.demand
        union = [atom for slot in group for atom in self.parts[slot]]
        total = sum([piece.weights[atom] for atom in union])
        least, usual = fewest(total, demand.high), len(group) if most is None else most
        if least > usual:
            return
        free = sorted(self.free(group))
        for attempt in range(_TREES):
            if not work.spend(len(union)):
                return
            wanted = usual if attempt & 1 else max(least, usual - 1)
            floor = max(demand.low, total - (wanted - 1) * demand.high)
            parts, bad = split(union, flat(piece, demand), floor, demand.high, gen, inner_first=attempt < _TREES - 1)
            if not bad and (most is None or len(parts) <= most) and all(piece.lawful(part) for part in parts):
                yield list(zip(parts, self._relabelled(parts, free), strict=True))

    def _relabelled(self, parts: Sequence[Sequence[int]], free: Sequence[int]) -> list[int]:
        labels = [-1] * len(parts)
        if not free:
            return labels
        stays = [kept(self.piece.world, self.piece.places(part)) for part in parts]
        pairs = sorted((-stay.get(label, 0), i, label) for i, stay in enumerate(stays) for label in free)
        taken: Counter[int] = Counter()
        for stay, i, label in pairs:
            if stay and labels[i] < 0 and not taken[label]:
                labels[i] = label
                taken[label] += 1
        return labels


def flat(piece: Piece, demand: Demand) -> tuple[list[int], Sequence[Sequence[int]], list[int]]:
    """Give a piece as the kernel takes it: edges inside a compound are rather kept, or those inside an old grid."""
    order = demand.objectives
    world = piece.world
    if "change" in order and ("splits" not in order or order.index("change") < order.index("splits")):
        return piece.weights, piece.links, [world.homes[places[0]] for places in piece.atoms]
    return piece.weights, piece.links, piece.compounds
