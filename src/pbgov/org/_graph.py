"""The organisation graph: who stands under whom, who leads whom, who sits where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from pbgov.base import FrozenMap, Table, both
from pbgov.errors import UnknownIdError
from pbgov.org._records import Body, Tie, Unit

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen(kw_only=True)
class OrgGraph:
    """Units, bodies and ties; ``on`` narrows them to those in force on a day.

    Three relations are three things: the administrative parent (a column of the unit), the leading organisation
    领导 (a tie of kind ``"leads"``), and the host of a joint body (a column of the body). The graph takes the
    record as it is: where a parent is missing or parents run in a circle, a chain ends.

    Examples:
        >>> city = Unit(id="C", kind="prefecture", level="city")
        >>> street = Unit(id="S", kind="subdistrict", level="township", parent="C")
        >>> OrgGraph(units=Table([city, street])).chain("S")
        ('S', 'C')
    """

    units: Table[Unit]
    bodies: Table[Body] = Table()
    ties: Table[Tie] = Table()

    @cached_property
    def _children(self) -> FrozenMap[str, tuple[str, ...]]:
        below: defaultdict[str, list[str]] = defaultdict(list)
        for unit in self.units.values():
            if unit.parent is not None:
                below[unit.parent].append(unit.id)
        return FrozenMap({parent: tuple(ids) for parent, ids in below.items()})

    def on(self, day: date) -> OrgGraph:
        """Give the graph of what is in force on a day."""
        return OrgGraph(
            units=Table(self.units.on(day)), bodies=Table(self.bodies.on(day)), ties=Table(self.ties.on(day))
        )

    def chain(self, unit: str) -> tuple[str, ...]:
        """Give a unit and its ancestors up to the root.

        Raises:
            UnknownIdError: There is no such unit.
        """
        found = {self.units[unit].id: None}
        parent = self.units[unit].parent
        while parent is not None and parent in self.units and parent not in found:
            found[parent] = None
            parent = self.units[parent].parent
        return tuple(found)

    def children(self, unit: str) -> tuple[str, ...]:
        """Give the units directly under one, in id order."""
        return self._children.get(unit, ())

    def subtree(self, unit: str) -> tuple[str, ...]:
        """Give a unit and everything under it, each unit before those under it."""
        found = {self.units[unit].id: None}
        todo = [unit]
        while todo:
            fresh = [child for child in self.children(todo.pop()) if child not in found]
            found.update(dict.fromkeys(fresh))
            todo.extend(reversed(fresh))
        return tuple(found)

    def roots(self) -> tuple[str, ...]:
        """Give the units that stand under none on record."""
        return tuple(unit.id for unit in self.units.values() if unit.parent not in self.units)

    def led_by(self, leader: str) -> tuple[str, ...]:
        """Give the units an organisation leads 领导, in id order."""
        return tuple(sorted({tie.target for tie in self._ties("leads") if tie.source == leader}))

    def leaders(self, unit: str) -> tuple[str, ...]:
        """Give the organisations that lead a unit."""
        return tuple(sorted({tie.source for tie in self._ties("leads") if tie.target == unit}))

    def members(self, body: str) -> tuple[str, ...]:
        """Give the members of a body, in id order.

        Raises:
            UnknownIdError: There is no such body.
        """
        if body not in self.bodies:
            raise UnknownIdError(both("id.unknown", value=repr(body)), body)
        return tuple(sorted({tie.source for tie in self._ties("member") if tie.target == body}))

    def find(self, name: str) -> tuple[str, ...]:
        """Give every unit of a name; names repeat, so there may be several."""
        return tuple(unit.id for unit in self.units.values() if unit.name == name)

    def to_networkx(self) -> nx.MultiDiGraph[Hashable]:
        """Give a frozen networkx ``MultiDiGraph``: units and bodies are nodes, ties are edges."""
        from pbgov.org._networkx import to_networkx  # noqa: PLC0415 - networkx loads only when asked for

        return to_networkx(self)

    @staticmethod
    def from_networkx(drawn: nx.MultiDiGraph[Hashable]) -> OrgGraph:
        """Take back a graph that ``to_networkx`` could have given.

        Raises:
            StructureError: A node is no unit or body, or an edge no tie, that this library can read.
        """
        from pbgov.org._networkx import from_networkx  # noqa: PLC0415 - networkx loads only when asked for

        return from_networkx(drawn)

    def _ties(self, kind: str) -> Iterator[Tie]:
        return (tie for tie in self.ties.values() if tie.kind == kind)


def cycles(parents: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Find the circles in a relation that gives each thing one parent.

    Args:
        parents: Pairs of a thing and its parent, each thing once.

    Returns:
        Each circle once, from its least identifier on.
    """
    parent_of = dict(parents)
    state: dict[str, int] = {}
    found: list[tuple[str, ...]] = []
    for number, start in enumerate(parent_of):
        here: str | None = start
        while here is not None and here not in state:
            state[here] = number
            here = parent_of.get(here)
        if here is not None and state[here] == number:
            circle = [here]
            while (step := parent_of[circle[-1]]) != here:
                circle.append(step)
            least = circle.index(min(circle))
            found.append((*circle[least:], *circle[:least]))
    return tuple(sorted(found))
