"""A neighbourhood as flat lists, and the pieces that are planned one by one.

A ``Piece`` is made of atoms: buildings that must share a grid and hang together are one atom. What comes from the
atoms is exact; groups that must share a grid but hang together only by way of others stay apart in the piece, and
every grid is held against them.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import attrs

from pbgov.grid._columns import as_set, outwards
from pbgov.grid._order import order
from pbgov.grid._places import connected_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pbgov.grid._conditions import Conditions
    from pbgov.grid._places import Neighbourhood


@attrs.frozen
class World:
    """A neighbourhood as flat lists. Buildings are numbered from 0, in an order that does not depend on their names.

    Attributes:
        names: The identifier of each building.
        numbers: The number of each building, by identifier.
        weights: Households.
        links: Neighbours, ascending.
        spots: Where each building stands, in millimetres; ``None`` where that is unknown.
        compounds: A label of the compound, -1 for none.
        homes: A label of the grid in the plan in force, -1 for none.
        must_link: Groups that share a grid.
        cannot_link: Groups of which no two share a grid.
        fixed: Grids that stand as they are.
    """

    names: list[str]
    numbers: dict[str, int]
    weights: list[int]
    links: Sequence[Sequence[int]]
    spots: list[tuple[int, int] | None]
    compounds: list[int]
    homes: list[int]
    must_link: list[list[int]]
    cannot_link: list[list[int]]
    fixed: list[list[int]]

    @classmethod
    def of(cls, place: Neighbourhood, conditions: Conditions, homes: Mapping[str, str]) -> World:
        """Flatten a neighbourhood.

        Args:
            place: The neighbourhood.
            conditions: What a plan keeps beside the bounds.
            homes: The grid of each building in the plan in force; may lack some, or all.
        """
        compound = [building.compound for building in place.buildings]
        home = [homes.get(building.id) for building in place.buildings]
        asked = [
            [[place.positions[building] for building in group] for group in groups]
            for groups in (conditions.must_link, conditions.cannot_link, conditions.fixed)
        ]
        placed = order(place, chain(map(_alike, (compound, home)), asked))
        number = [0] * len(placed)
        for n, one in enumerate(placed):
            number[one] = n
        must_link, cannot_link, fixed = (
            sorted(sorted([number[one] for one in group]) for group in groups) for groups in asked
        )
        links: list[list[int]] = [[] for _ in placed]
        for one, other in zip(*place.edge_places, strict=True):
            links[number[one]].append(number[other])
            links[number[other]].append(number[one])
        for near in links:
            near.sort()
        buildings = [place.buildings[one] for one in placed]
        names = [building.id for building in buildings]
        return cls(
            names,
            dict(zip(names, range(len(names)), strict=True)),
            [building.households for building in buildings],
            links,
            [place.spots[one] for one in placed],
            _labels([compound[one] for one in placed]),
            _labels([home[one] for one in placed]),
            must_link,
            cannot_link,
            fixed,
        )

    def by_name(self, places: Iterable[int]) -> list[int]:
        """Order places by the names of their buildings."""
        return sorted(places, key=self.names.__getitem__)

    def ids(self, places: Iterable[int]) -> tuple[str, ...]:
        """Name the buildings at some places, in the order of their names."""
        return tuple(sorted([self.names[place] for place in places]))

    def total(self, places: Iterable[int]) -> int:
        """Count the households at some places."""
        return sum([self.weights[place] for place in places])

    def piece(self, places: Sequence[int]) -> Piece:
        """Make a piece of connected places, ascending."""
        inside = frozenset(places) if len(places) < len(self.weights) else range(len(self.weights))
        groups = [group for group in self.must_link if group[0] in inside]
        atoms: list[tuple[int, ...]] = []
        taken: set[int] = set()
        for group in groups:
            for part in connected_parts(self.links, group):
                atoms.append(tuple(part))
                taken.update(part)
        atoms.extend((place,) for place in places if place not in taken)
        atoms.sort()
        return self.of_atoms(atoms)

    def of_atoms(self, atoms: Sequence[tuple[int, ...]]) -> Piece:
        """Make a piece of atoms, in the order given."""
        number: dict[int, int] = {}
        for atom, places in enumerate(atoms):
            for place in places:
                number[place] = atom
        if len(number) == len(atoms):
            links = [[number[near] for near in self.links[places[0]] if near in number] for places in atoms]
            weights = [self.weights[places[0]] for places in atoms]
            labels = [self.compounds[places[0]] for places in atoms]
        else:
            links = [
                sorted({number[near] for place in places for near in self.links[place] if near in number} - {atom})
                for atom, places in enumerate(atoms)
            ]
            weights = [self.total(places) for places in atoms]
            labels = [_common([self.compounds[place] for place in places]) for places in atoms]
        together = [
            {number[place] for place in group} for group in self.must_link if all(place in number for place in group)
        ]
        foes: list[set[int]] = []
        if self.cannot_link:
            foes = [set() for _ in atoms]
            for group in self.cannot_link:
                there = {number[place] for place in group if place in number}
                for atom in there:
                    foes[atom] |= there - {atom}
            if not any(foes):
                foes = []
        return Piece(
            self, list(atoms), weights, links, labels, [frozenset(group) for group in together if len(group) > 1], foes
        )


def _labels(names: Iterable[str | None]) -> list[int]:
    """Number names as they come, -1 for none."""
    labels: dict[str, int] = {}
    return [-1 if name is None else labels.setdefault(name, len(labels)) for name in names]


def _alike(names: Iterable[str | None]) -> Iterable[list[int]]:
    """Give the places of each name."""
    held: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        if name is not None:
            held.setdefault(name, []).append(place)
    return held.values()


def _common(labels: Sequence[int]) -> int:
    return labels[0] if len(set(labels)) == 1 else -1


@attrs.frozen
class Piece:
    """Connected atoms, numbered from 0.

    Attributes:
        world: Where they come from.
        atoms: The places of each atom.
        weights: Households.
        links: Neighbouring atoms.
        compounds: A label of the compound; -1 for none, or several.
        together: Groups of several atoms that share a grid.
        foes: For each atom those that may not share its grid; empty when there are none at all.
    """

    world: World
    atoms: list[tuple[int, ...]]
    weights: list[int]
    links: Sequence[Sequence[int]]
    compounds: list[int]
    together: list[frozenset[int]]
    foes: list[set[int]]

    def places(self, atoms: Iterable[int]) -> list[int]:
        """Give the places of atoms."""
        return [place for atom in atoms for place in self.atoms[atom]]

    def sound(self, part: Sequence[int], low: int, high: int) -> bool:
        """Tell whether connected atoms make a grid."""
        if not low <= sum([self.weights[atom] for atom in part]) <= high:
            return False
        return not (self.together or self.foes) or self.lawful(part)

    def lawful(self, part: Sequence[int]) -> bool:
        """Tell whether a grid keeps what must share a grid together, and what must not apart."""
        inside = frozenset(part)
        if any(0 < len(group & inside) < len(group) for group in self.together):
            return False
        return not self.foes or all(inside.isdisjoint(self.foes[atom]) for atom in part)

    def swept(self, atoms: Sequence[int]) -> tuple[list[int], Piece]:
        """Take some connected atoms out, ordered from end to end: their numbers here, and their piece."""
        number = {atom: i for i, atom in enumerate(atoms)}
        order = outwards([[number[near] for near in self.links[atom] if near in number] for atom in atoms])
        ordered = [atoms[i] for i in order]
        return ordered, self.world.of_atoms([self.atoms[atom] for atom in ordered])

    def foe_sets(self) -> list[int]:
        """Give the foes of each atom as sets of bits; nothing when there are none."""
        return [as_set(sorted(foes)) for foes in self.foes]

    def joined(self) -> Piece | None:
        """Join groups that hang together only by way of others along a shortest way; ``None`` when there are none.

        What comes of it is a piece in which fewer plans are possible, but every one of them keeps the groups.
        """
        if not self.together:
            return None
        union = [frozenset(self._way(group)) for group in self.together]
        atoms = _merged(union)
        rest = frozenset(range(len(self.atoms))).difference(*atoms)
        made = [tuple(sorted(self.places(atom))) for atom in atoms]
        made.extend(self.atoms[atom] for atom in rest)
        return self.world.of_atoms(sorted(made))

    def _way(self, group: frozenset[int]) -> set[int]:
        """Give a group with the atoms that join it, nearest first."""
        joined = {min(group)}
        missing = set(group) - joined
        while missing:
            came: dict[int, int] = dict.fromkeys(joined, -1)
            queue = sorted(joined)
            for atom in queue:
                if atom in missing:
                    break
                for near in self.links[atom]:
                    if near not in came:
                        came[near] = atom
                        queue.append(near)
            else:
                return joined | missing
            while atom >= 0:
                joined.add(atom)
                atom = came[atom]
            missing -= joined
        return joined


def _merged(groups: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """Unite groups that share a member."""
    found: list[frozenset[int]] = []
    for group in groups:
        apart = [other for other in found if other.isdisjoint(group)]
        found = [*apart, group.union(*(other for other in found if not other.isdisjoint(group)))]
    return found
