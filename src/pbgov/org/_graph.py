"""The organisation graph: who stands under whom, who leads whom, who sits where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from pbgov.base import (
    HTML,
    PLAIN,
    SVG,
    Frame,
    FrozenMap,
    Lang,
    Markup,
    Shapes,
    Shown,
    Table,
    both,
    columns_of,
    need_lang,
    scrolling,
)
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.org._chart import picture
from pbgov.org._counts import counts_as_html, counts_as_text
from pbgov.org._notations import dot, mermaid
from pbgov.org._outline import BODY, UNIT, Forest, Outline, outline
from pbgov.org._records import Body, Tie, Unit

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen(kw_only=True)
class OrgGraph(Shown):
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

    def to_svg(
        self, *, root: str | None = None, depth: int | None = None, limit: int = 80, lang: Lang | None = None
    ) -> str:
        """Draw the chart as SVG: levels from left to right, joint bodies beside their hosts, who leads whom dashed.

        What a chart has no room for is counted beside the box it stands under. ``root=`` looks into such a branch. Of
        rows of other days ``on`` gives the graph without them.

        Args:
            root: The unit or body to begin with; by default all that stand under none on record.
            depth: How many levels are drawn below it; by default as many as there is room for.
            limit: How many boxes are drawn at most. A level that does not fit as a whole is shared out evenly.
            lang: The language of kinds and notes; by default both. Names are as recorded.

        Raises:
            UnknownIdError: There is no such unit or body.
            InvalidValueError: A number is no count of boxes or levels, or the language is neither of the two.

        Examples:
            >>> city = Unit(id="C", kind="prefecture", level="city", name="某市")
            >>> OrgGraph(units=Table([city])).to_svg()[:4]
            '<svg'
        """
        return picture(self._outline(root, depth, limit, lang), lang)

    def to_mermaid(
        self, *, root: str | None = None, depth: int | None = None, limit: int = 80, lang: Lang | None = None
    ) -> str:
        """Write the chart as a flowchart for Mermaid, as many pages in Markdown show it; arguments as of ``to_svg``.

        Examples:
            >>> city = Unit(id="C", kind="prefecture", level="city", name="某市")
            >>> street = Unit(id="S", kind="subdistrict", level="township", parent="C")
            >>> print(OrgGraph(units=Table([city, street])).to_mermaid(lang="en").splitlines()[6])
                n0 --- n1
        """
        return mermaid(self._outline(root, depth, limit, lang), lang)

    def to_dot(
        self, *, root: str | None = None, depth: int | None = None, limit: int = 80, lang: Lang | None = None
    ) -> str:
        """Write the chart in DOT, the language of Graphviz; arguments as of ``to_svg``."""
        return dot(self._outline(root, depth, limit, lang), lang)

    def _outline(self, root: str | None, depth: int | None, limit: int, lang: Lang | None) -> Outline:
        """Choose what is drawn."""
        if lang is not None:
            need_lang(lang)
        if depth is not None and (type(depth) is not int or depth < 0):
            raise InvalidValueError(both("count.negative", name="depth", value=repr(depth)), "depth", depth)
        if type(limit) is not int or limit < 1:
            raise InvalidValueError(both("chart.limit", name="limit", value=repr(limit)), "limit", limit)
        if root is not None and root not in self.units and root not in self.bodies:
            raise UnknownIdError(both("id.unknown", value=repr(root)), root)
        key = None if root is None else (UNIT if root in self.units else BODY, root)
        return outline(self._forest, self.ties, root=key, depth=depth, limit=limit)

    @cached_property
    def _forest(self) -> Forest:
        return Forest.of(self.units, self.bodies)

    def to_columns(self) -> Frame:
        """Give the units as columns, in the order of their identifiers; bodies and ties have ``to_columns`` too."""
        return columns_of(self.units.values(), Unit)

    def _shapes(self) -> Shapes:
        return {
            PLAIN: lambda: counts_as_text(self._forest),
            HTML: lambda: f"{scrolling(Markup(self.to_svg()))}{counts_as_html(self._forest)}",
            SVG: self.to_svg,
        }

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
