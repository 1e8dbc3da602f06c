"""The chart of a place: its levels from the top down, each unit under its administrative parent."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Final

from pbgov.base import Markup, element, join
from pbgov.display._words import folded, scrolling, section, words
from pbgov.model import Jurisdiction
from pbgov.org import Body, OrgGraph, Unit

_DEEPEST: Final = 6
_MEETING: Final = "joint_meeting"
_GROUP: Final = "rotation_group"


def chart(place: Jurisdiction, on: date, prefix: str) -> Markup:
    """Draw the units of a place on a day: as columns on a desk, as a tree that unfolds on a phone."""
    name = f"{prefix}chart"
    tree = _Tree(place.org.on(on))
    if not tree.roots:
        return section(name, words("display.chart"), element("p", words("display.chart.none")))
    circle = tree.circle()
    wide, narrow = (
        element("ul", *(tree.branch(root, 0, open_=open_) for root in tree.roots)) for open_ in (True, False)
    )
    return section(
        name,
        words("display.chart"),
        element("p", words("display.chart.about"), class_="about"),
        _legend(tree),
        scrolling(f"{name}-heading", element("div", wide, class_="chart wide", lang="zh")),
        element("div", narrow, class_="chart narrow", lang="zh"),
        element("p", words("display.chart.circle", ids=", ".join(circle)), class_="note") if circle else "",
    )


def _legend(tree: _Tree) -> Markup:
    keys = ["named", "made_up"]
    keys += ["host"] if tree.meetings else []
    keys += ["group"] if tree.groups else []
    shown = [element("li", element("span", class_=f"key {name}"), words(f"display.chart.{name}")) for name in keys]
    return element("ul", *shown, class_="legend")


class _Tree:
    """The units of a level with all their ancestors; other organisations are not drawn."""

    def __init__(self, org: OrgGraph) -> None:
        levelled = [key for key, unit in org.units.items() if unit.level is not None]
        self._kept = frozenset(above for key in levelled for above in org.chain(key))
        self._org = org
        self.meetings = _by_host(org, _MEETING)
        self.groups = _by_host(org, _GROUP)
        self.roots = tuple(key for key in org.roots() if key in self._kept)

    def circle(self) -> tuple[str, ...]:
        """Name the units that no root reaches."""
        reached = {key for root in self.roots for key in self._org.subtree(root)}
        return tuple(key for key in self._org.units if key in self._kept and key not in reached)

    def branch(self, key: str, depth: int, *, open_: bool) -> Markup:
        """Draw a unit and what stands under it."""
        below = [child for child in self._org.children(key) if child in self._kept]
        name = self._name(self._org.units[key])
        groups = self._groups(key)
        if not below:
            return element("li", name, groups)
        if depth == _DEEPEST:
            return element("li", name, groups, words("display.chart.below", n=len(self._org.subtree(key)) - 1))
        children = element("ul", *(self.branch(child, depth + 1, open_=open_) for child in below))
        count = "" if open_ else element("small", f"{len(below):,}")
        return element("li", folded(join((name, count)), groups, children, open_=open_ or not depth))

    def _name(self, unit: Unit) -> Markup:
        bodies = self.meetings.get(unit.id, ())
        looks = ["unit", *(["host"] if bodies else []), *(["made_up"] if unit.made_up else [])]
        tip = " · ".join((unit.id, *(body.name or body.id for body in bodies)))
        return element("span", unit.name or unit.id, class_=" ".join(looks), title=tip)

    def _groups(self, key: str) -> Markup:
        shown = [
            element(
                "span",
                body.name or body.id,
                class_="unit group made_up" if body.made_up else "unit group",
                title=body.id,
            )
            for body in self.groups.get(key, ())
        ]
        return element("p", words("display.chart.groups"), *shown, class_="groups") if shown else Markup()


def _by_host(org: OrgGraph, kind: str) -> dict[str, tuple[Body, ...]]:
    """Give the bodies of a kind by the unit that hosts them, be it by way of other bodies."""
    found: defaultdict[str, list[Body]] = defaultdict(list)
    for body in org.bodies.values():
        host = org.host(body.id) if body.kind.endswith(kind) else None
        if host is not None:
            found[host].append(body)
    return {host: tuple(bodies) for host, bodies in found.items()}
