"""The organisation graph: who stands under whom, who leads whom, who sits where, who holds which seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Literal, TypeVar

import attrs

from pbgov.base import (
    HTML,
    PLAIN,
    SVG,
    Frame,
    Lang,
    Markup,
    Row,
    Shapes,
    Shown,
    Table,
    both,
    columns_of,
    need_day,
    need_lang,
    scrolling,
)
from pbgov.errors import InvalidValueError, StructureError, UnknownIdError
from pbgov.org._chart import picture
from pbgov.org._counts import counts_as_html, counts_as_text
from pbgov.org._notations import dot, mermaid
from pbgov.org._outline import BODY, UNIT, Forest, Outline, outline
from pbgov.org._records import Body, Holding, Post, Tie, Unit

if TYPE_CHECKING:
    import networkx as nx

R = TypeVar("R", bound=Row)


class _Parents(dict[str, "str | None"]):
    """The parent of each unit that was asked for: found once, and ``None`` where a chain ends."""

    __slots__ = ("_day", "_units")

    def __init__(self, units: Table[Unit], day: date | None) -> None:
        super().__init__()
        self._units = units
        self._day = day

    def __missing__(self, key: str) -> str | None:
        unit = self._units[key]
        if self._day is not None and not unit.in_force(self._day):
            raise UnknownIdError(both("org.day", value=repr(key), day=self._day), key)
        above = self._units.get(unit.parent) if unit.parent is not None else None
        found = None if above is None or not (self._day is None or above.in_force(self._day)) else above.id
        self[key] = found
        return found


@attrs.frozen(kw_only=True, repr=False)
class OrgGraph(Shown):
    """Units, bodies, posts, and the ties and holdings between them; ``on`` looks at one day.

    Three relations are three things: the administrative parent (a column of the unit), the leading organisation
    领导 (a tie of kind ``"leads"``), and the host of a joint body (a column of the body). The graph takes the
    record as it is: where a parent is missing or parents run in a circle, a chain ends.

    A graph of a day copies nothing. It looks at the record through that day, and what it finds it keeps. Only whoever
    asks for a whole table of it, ``graph.units``, has that table made. Identifiers come sorted. A person is an opaque
    identifier.

    Attributes:
        day: The day the graph is of; ``None`` when it holds everything on record, in force or not.

    Examples:
        >>> city = Unit(id="C", kind="prefecture", level="city")
        >>> street = Unit(id="S", kind="subdistrict", level="township", parent="C")
        >>> OrgGraph(units=Table([city, street])).chain("S")
        ('S', 'C')
    """

    _units: Table[Unit] = attrs.field(alias="units")
    _bodies: Table[Body] = attrs.field(default=Table(), alias="bodies")
    _posts: Table[Post] = attrs.field(default=Table(), alias="posts")
    _holdings: Table[Holding] = attrs.field(default=Table(), alias="holdings")
    _ties: Table[Tie] = attrs.field(default=Table(), alias="ties")
    day: date | None = None

    def __repr__(self) -> str:
        """Show how many rows there are on record, and the day."""
        told = f"{len(self._units)} units, {len(self._bodies)} bodies, {len(self._posts)} posts, {len(self._ties)} ties"
        return f"<OrgGraph of {told}{'' if self.day is None else f', on {self.day}'}>"

    @cached_property
    def units(self) -> Table[Unit]:
        """The units, those in force where the graph is of a day."""
        return self._narrowed(self._units)

    @cached_property
    def bodies(self) -> Table[Body]:
        """The joint bodies."""
        return self._narrowed(self._bodies)

    @cached_property
    def posts(self) -> Table[Post]:
        """The seats."""
        return self._narrowed(self._posts)

    @cached_property
    def holdings(self) -> Table[Holding]:
        """Who holds which seat."""
        return self._narrowed(self._holdings)

    @cached_property
    def ties(self) -> Table[Tie]:
        """What is tied to what."""
        return self._narrowed(self._ties)

    def on(self, day: date) -> OrgGraph:
        """Give the graph of what is in force on a day; of a graph that is of another day already, too.

        Raises:
            InvalidValueError: ``day`` is none.
        """
        need_day("day", day)
        return OrgGraph(
            units=self._units,
            bodies=self._bodies,
            posts=self._posts,
            holdings=self._holdings,
            ties=self._ties,
            day=day,
        )

    # The administrative line

    def parent(self, unit: str) -> str | None:
        """Give the administrative parent of a unit; ``None`` for a root, or where it is not on record.

        Raises:
            UnknownIdError: There is no such unit.
        """
        return self._parents[unit]

    def chain(self, unit: str) -> tuple[str, ...]:
        """Give a unit and its ancestors up to the root.

        Raises:
            UnknownIdError: There is no such unit.
        """
        parents = self._parents
        parent = parents[unit]
        found: dict[str, None] = {unit: None}
        while parent is not None and parent not in found:
            found[parent] = None
            parent = parents[parent]
        return tuple(found)

    def ancestors(self, unit: str) -> tuple[str, ...]:
        """Give those above a unit, the nearest first.

        Raises:
            UnknownIdError: There is no such unit.
        """
        _, *above = self.chain(unit)
        return tuple(above)

    def depth(self, unit: str) -> int:
        """Count those above a unit; the depth says nothing about the level, which ``level_of`` tells.

        Raises:
            UnknownIdError: There is no such unit.
        """
        return len(self.chain(unit)) - 1

    def level_of(self, unit: str) -> str | None:
        """Give the level of a unit; ``None`` for an organisation that is no territorial level.

        Raises:
            UnknownIdError: There is no such unit.
        """
        return self._find(self._units, unit).level

    def at_level(self, unit: str, level: str) -> str | None:
        """Give the nearest of a unit and its ancestors that is of a level; ``None`` where none is.

        Raises:
            UnknownIdError: There is no such unit.
        """
        return next((key for key in self.chain(unit) if self._units[key].level == level), None)

    def children(self, unit: str) -> tuple[str, ...]:
        """Give the units directly under one, in id order; nothing under what is not on record."""
        return tuple(row.id for row in self._naming(self._units, "parent", unit))

    def subtree(self, unit: str) -> tuple[str, ...]:
        """Give a unit and everything under it, each unit before those under it.

        Raises:
            UnknownIdError: There is no such unit.
        """
        return tuple(self.walk_down(unit))

    def walk_down(self, unit: str) -> Iterator[str]:
        """Yield a unit and everything under it, each unit before those under it; no further than is asked for.

        Raises:
            UnknownIdError: There is no such unit.
        """
        found = {self._find(self._units, unit).id}
        todo = [unit]
        yield unit
        while todo:
            fresh = [child for child in self.children(todo.pop()) if child not in found]
            found.update(fresh)
            todo.extend(reversed(fresh))
            yield from fresh

    def descendants(self, unit: str) -> tuple[str, ...]:
        """Give everything under a unit, each unit before those under it.

        Raises:
            UnknownIdError: There is no such unit.
        """
        return self.subtree(unit)[1:]

    def subtree_size(self, unit: str) -> int:
        """Count a unit and everything under it; all units are counted at the first asking.

        Raises:
            UnknownIdError: There is no such unit.
        """
        try:
            return self._sizes[unit]
        except KeyError:
            raise UnknownIdError(both("id.unknown", value=repr(unit)), unit) from None

    def roots(self) -> tuple[str, ...]:
        """Give the units that stand under none on record."""
        units = self.units
        return tuple(unit.id for unit in units.values() if unit.parent not in units)

    def find(self, name: str) -> tuple[str, ...]:
        """Give every unit of a name; names repeat, so there may be several."""
        return tuple(unit.id for unit in self._naming(self._units, "name", name))

    def only(self, name: str) -> str:
        """Give the one unit of a name.

        Raises:
            UnknownIdError: No unit bears the name.
            StructureError: Several do; ``culprits`` names them.
        """
        found = self.find(name)
        if not found:
            raise UnknownIdError(both("org.name.none", name=name), name)
        first, *others = found
        if others:
            raise StructureError(both("org.name.several", name=name, ids=", ".join(found)), *found)
        return first

    # The leading organisation

    def led_by(self, leader: str) -> tuple[str, ...]:
        """Give the units an organisation leads 领导, in id order."""
        return self._targets("leads", leader)

    def leaders(self, unit: str) -> tuple[str, ...]:
        """Give the organisations that lead a unit."""
        return self._sources("leads", unit)

    def contested(self) -> tuple[str, ...]:
        """Give what several organisations lead at once, in id order; of a graph of no day, what several ever led."""
        ties = self._ties
        led = Counter(compress(ties.cells("target"), map("leads".__eq__, ties.cells("kind"))))
        return tuple(sorted(key for key, n in led.items() if n > 1 and len(self.leaders(key)) > 1))

    # Joint bodies

    def hosted_by(self, host: str) -> tuple[str, ...]:
        """Give the bodies that belong to a unit, or to a body, directly."""
        return tuple(body.id for body in self._naming(self._bodies, "host", host))

    def host(self, body: str) -> str | None:
        """Give the unit a body belongs to, be it by way of other bodies; ``None`` where none is on record.

        Raises:
            UnknownIdError: There is no such body.
        """
        host = self._find(self._bodies, body).host
        seen = {body}
        while host not in seen and (between := self._get(self._bodies, host)) is not None:
            seen.add(host)
            host = between.host
        return None if self._get(self._units, host) is None else host

    def members(self, body: str) -> tuple[str, ...]:
        """Give the members of a body, in id order.

        Raises:
            UnknownIdError: There is no such body.
        """
        return self._of_body("member", body)

    def conveners(self, body: str) -> tuple[str, ...]:
        """Give those who convene a body 召集人, which a chair does not.

        Raises:
            UnknownIdError: There is no such body.
        """
        return self._of_body("convener", body)

    def chairs(self, body: str) -> tuple[str, ...]:
        """Give those who preside over a body 主持, by rotation or for good; of a day there is one or none.

        Raises:
            UnknownIdError: There is no such body.
        """
        return self._of_body("presides", body)

    def bodies_of(self, member: str) -> tuple[str, ...]:
        """Give the bodies that something is a member of."""
        return tuple(key for key in self._targets("member", member) if self._get(self._bodies, key) is not None)

    # Posts

    def posts_of(self, organisation: str) -> tuple[str, ...]:
        """Give the seats of a unit or body."""
        return tuple(post.id for post in self._naming(self._posts, "unit", organisation))

    def holders(self, post: str) -> tuple[str, ...]:
        """Give who holds a post; more than one where it is shared, none where it is vacant.

        Raises:
            UnknownIdError: There is no such post.
        """
        self._find(self._posts, post)
        return tuple(sorted({holding.person for holding in self._naming(self._holdings, "post", post)}))

    def posts_held(self, person: str) -> tuple[str, ...]:
        """Give the posts a person holds at once 兼任; of a graph of no day, all that the person ever held."""
        held = {holding.post for holding in self._naming(self._holdings, "person", person)}
        return tuple(sorted(key for key in held if self._get(self._posts, key) is not None))

    # Where identifiers do not suffice

    def what_is(self, key: str) -> Literal["unit", "body", "post"] | None:
        """Tell what an identifier stands for; ``None`` for a person, a grid, or what is not on record."""
        if self._get(self._units, key) is not None:
            return "unit"
        if self._get(self._bodies, key) is not None:
            return "body"
        return None if self._get(self._posts, key) is None else "post"

    def ties_of(self, source: str) -> tuple[Tie, ...]:
        """Give the ties that something is the source of, with their shares and routes, in id order."""
        return tuple(self._naming(self._ties, "source", source))

    def holdings_of(self, post: str) -> tuple[Holding, ...]:
        """Give the holdings of a post, with their routes, in id order."""
        return tuple(self._naming(self._holdings, "post", post))

    # Pictures

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

    # networkx

    def to_networkx(self, *, people: bool = False) -> nx.MultiDiGraph[Hashable]:
        """Give a frozen networkx ``MultiDiGraph``: units, bodies and posts are nodes, ties are edges.

        It is made once and shared: ``copy()`` it before writing into the attributes of its nodes and edges.

        Args:
            people: Whether to draw who holds which post; a person is a node of type ``"other"``.
        """
        return self._drawn_with_people if people else self._drawn

    @staticmethod
    def from_networkx(drawn: nx.MultiDiGraph[Hashable]) -> OrgGraph:
        """Take back a graph that ``to_networkx`` could have given.

        Raises:
            StructureError: A node is no unit, body or post, or an edge no tie or holding, that this library can read;
                ``culprits`` names the nodes, or gives both ends and the key of the edge.
        """
        from pbgov.org._networkx import from_networkx  # noqa: PLC0415 - networkx loads only when asked for

        return from_networkx(drawn)

    @cached_property
    def _drawn(self) -> nx.MultiDiGraph[Hashable]:
        from pbgov.org._networkx import to_networkx  # noqa: PLC0415 - networkx loads only when asked for

        return to_networkx(self, people=False)

    @cached_property
    def _drawn_with_people(self) -> nx.MultiDiGraph[Hashable]:
        from pbgov.org._networkx import to_networkx  # noqa: PLC0415 - networkx loads only when asked for

        return to_networkx(self, people=True)

    @cached_property
    def _parents(self) -> _Parents:
        return _Parents(self._units, self.day)

    @cached_property
    def _sizes(self) -> dict[str, int]:
        """Count what is under each unit, from the leaves up; what stands in a circle has all of it under itself."""
        parents = {key: self._parents[key] for key in self.units}
        waiting = Counter(parent for parent in parents.values() if parent is not None)
        sizes = dict.fromkeys(parents, 1)
        leaves = [key for key in parents if key not in waiting]
        while leaves:
            leaf = leaves.pop()
            parent = parents[leaf]
            if parent is not None:
                sizes[parent] += sizes[leaf]
                waiting[parent] -= 1
                if not waiting[parent]:
                    leaves.append(parent)
        for circle in cycles((key, parent) for key, parent in parents.items() if parent is not None):
            sizes.update(dict.fromkeys(circle, sum(sizes[key] for key in circle)))
        return sizes

    def _narrowed(self, table: Table[R]) -> Table[R]:
        return table if self.day is None else Table(table.on(self.day))

    def _get(self, table: Table[R], key: str) -> R | None:
        row = table.get(key)
        return None if row is None or not (self.day is None or row.in_force(self.day)) else row

    def _find(self, table: Table[R], key: str) -> R:
        row = table[key]
        if self.day is not None and not row.in_force(self.day):
            raise UnknownIdError(both("org.day", value=repr(key), day=self.day), key)
        return row

    def _naming(self, table: Table[R], column: str, key: str) -> Iterable[R]:
        rows, day = table.naming(column, key), self.day
        return rows if day is None else [row for row in rows if row.in_force(day)]

    def _sources(self, kind: str, target: str) -> tuple[str, ...]:
        rows, day = self._ties.naming("target", target), self.day
        found = {tie.source for tie in rows if tie.kind == kind and (day is None or tie.in_force(day))}
        return tuple(sorted(found))

    def _targets(self, kind: str, source: str) -> tuple[str, ...]:
        rows, day = self._ties.naming("source", source), self.day
        found = {tie.target for tie in rows if tie.kind == kind and (day is None or tie.in_force(day))}
        return tuple(sorted(found))

    def _of_body(self, kind: str, body: str) -> tuple[str, ...]:
        self._find(self._bodies, body)
        return self._sources(kind, body)


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
