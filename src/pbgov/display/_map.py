"""The map of a plan: its buildings, coloured by grid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cached_property
from itertools import repeat
from typing import Final

from pbgov.base import Argument, Markup, Text, element, join, line, polygon, said, text, title
from pbgov.display._colours import colours
from pbgov.display._shapes import Point, Sheet, corners, mean, middle
from pbgov.display._words import folded, label, scrolling, section, sentences, table, words
from pbgov.grid import Building, Grid, GridPlan

_LABEL_WIDTH: Final = 3  # in letters
_LABEL_HEIGHT: Final = 2


def grid_map(plan: GridPlan, waived: Collection[str]) -> Markup:
    """Draw a plan, with a legend, a scale and a table of its grids.

    Args:
        plan: The plan.
        waived: Identifiers of grids that stand above the ceiling with a waiver.
    """
    drawn = _Drawing(plan, frozenset(waived))
    return section(
        "map",
        words("display.map"),
        element("p", sentences(drawn.summary()), class_="about"),
        join((drawn.legend(), scrolling("map-heading", drawn.picture()))) if drawn.placed else "",
        folded(words("display.map.table"), scrolling("map-heading", drawn.table())),
    )


class _Drawing:
    """A plan with what its drawing needs: who stands where, in which colour."""

    def __init__(self, plan: GridPlan, waived: frozenset[str]) -> None:
        self.plan = plan
        self.waived = tuple(grid for grid in plan.grids if grid in waived)
        self.colours = colours(plan)
        self.households = plan.households()
        at = ((building, middle(building)) for building in plan.neighbourhood.buildings)
        self.placed = {building.id: (building, point) for building, point in at if point is not None}
        self.homes: defaultdict[str, list[str]] = defaultdict(list)
        for key in self.placed:
            self.homes[plan.homes[key]].append(key)

    @cached_property
    def sheet(self) -> Sheet:
        return Sheet.around([corner for building, _ in self.placed.values() for corner in corners(building)])

    @property
    def name(self) -> str:
        return self.plan.neighbourhood.name or self.plan.neighbourhood.id

    def summary(self) -> list[Text]:
        place, sizes = self.plan.neighbourhood, tuple(self.households.values())
        numbers: dict[str, Argument] = {
            "buildings": len(place.buildings),
            "households": place.households,
            "grids": len(sizes),
            "least": min(sizes, default=0),
            "most": max(sizes, default=0),
        }
        counts = {
            "waived": len(self.waived),
            "pieces": len(self.plan.disconnected()),
            "unplaced": len(place.buildings) - len(self.placed),
        }
        notes = [said(f"display.map.{name}", n=n) for name, n in counts.items() if n]
        return [said("display.map.about", name=self.name, **numbers), *notes]

    def legend(self) -> Markup:
        swatches = [element("span", class_=f"key c{number}") for number in range(3)]
        keys: list[tuple[str, str]] = [
            (join(swatches), "grid"),
            (element("b", "G1", element("small", "250")), "label"),
            (element("span", class_="key empty"), "empty"),
        ]
        keys += [(element("span", class_="key waived"), "waived")] if self.waived else []
        return element(
            "ul", *(element("li", key, words(f"display.map.legend.{name}")) for key, name in keys), class_="legend"
        )

    def picture(self) -> Markup:
        sheet = self.sheet
        titles = said("display.map.title", name=self.name), said("display.map.desc")
        return element(
            "svg",
            title(_in_both(titles[0]), id="map-title"),
            element("desc", _in_both(titles[1]), id="map-desc"),
            *(self._area(grid) for grid in self.plan.grids.values() if self.homes[grid.id]),
            self._empty(),
            *(self._loner(grid) for grid in self.waived),
            *self._labels(),
            *self._scale(),
            class_="map",
            role="img",
            aria_labelledby="map-title map-desc",
            viewBox=f"0 0 {sheet.width} {sheet.height}",
            font_size=sheet.letter,
        )

    def _area(self, grid: Grid) -> Markup:
        """One grid: the ways between its buildings as a broad band, and the buildings on it."""
        held = [self.placed[key] for key in self.homes[grid.id]]
        ways = [
            (self.placed[a][1], self.placed[b][1])
            for a, b in self._inner[grid.id]
            if a in self.placed and b in self.placed
        ]
        return element(
            "g",
            title(f"{grid.id} · {self.households[grid.id]:,}"),
            element("path", d=self.sheet.open(ways), class_="area") if ways else "",
            element("path", d=self.sheet.closed(corners(building) for building, _ in held if building.households)),
            class_=f"c{self.colours[grid.id]}",
        )

    @cached_property
    def _inner(self) -> defaultdict[str, list[tuple[str, str]]]:
        homes = self.plan.homes
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for a, b in self.plan.neighbourhood.edges:
            if homes[a] == homes[b]:
                found[homes[a]].append((a, b))
        return found

    def _empty(self) -> Markup:
        vacant = [corners(building) for building, _ in self.placed.values() if not building.households]
        return element("path", d=self.sheet.closed(vacant), class_="empty") if vacant else Markup()

    def _loner(self, grid: str) -> Markup:
        held: list[Building] = [self.placed[key][0] for key in self.homes[grid]]
        return join(polygon(map(self.sheet.at, corners(building)), class_="waived") for building in held)

    def _labels(self) -> list[Markup]:
        """Write at the building nearest to the middle of each grid that is free of labels; small grids choose first."""
        taken: list[Point] = []
        shown: list[Markup] = []
        for grid in sorted(
            (grid for grid in self.plan.grids if self.homes[grid]), key=lambda g: (len(self.homes[g]), g)
        ):
            points = [self.placed[key][1] for key in self.homes[grid]]
            centre = mean(points)
            near = [self.sheet.at(p) for p in sorted(points, key=lambda point: (_distance(point, centre), point))]
            at = next((point for point in near if not any(map(self._clash, repeat(point), taken))), near[0])
            taken.append(at)
            shown.append(self._label(grid, at))
        return shown

    def _clash(self, one: Point, other: Point) -> bool:
        letter = self.sheet.letter
        return abs(one[0] - other[0]) < _LABEL_WIDTH * letter and abs(one[1] - other[1]) < _LABEL_HEIGHT * letter

    def _label(self, grid: str, at: Point) -> Markup:
        short = grid.removeprefix(f"{self.plan.neighbourhood.id}-")
        count = element("tspan", f"{self.households[grid]:,}", x=at[0], dy="1em", class_="count")
        return text(at, short, count, class_="label waived" if grid in self.waived else "label")

    def _scale(self) -> list[Markup]:
        sheet, letter = self.sheet, self.sheet.letter
        x, y, long = letter, sheet.height - letter, sheet.scale * 10
        north = sheet.width - 2 * letter
        arrow = [(north, letter), (north + letter // 2, 3 * letter), (north - letter // 2, 3 * letter)]
        return [
            line((x, y), (x + long, y), class_="scale"),
            label((x, y - letter // 2), said("display.map.metres", n=sheet.scale), "scale"),
            polygon(arrow, class_="north"),
            label((north, 4 * letter), said("display.map.north"), "north"),
        ]

    def table(self) -> Markup:
        columns = [words(f"display.map.{name}") for name in ("grid", "buildings", "households", "note")]
        rows = [
            (
                join((element("span", class_=f"key c{self.colours[grid.id]}"), grid.id)),
                f"{len(grid.members):,}",
                f"{self.households[grid.id]:,}",
                words("verdict.waived") if grid.id in self.waived else "",
            )
            for grid in self.plan.grids.values()
        ]
        return table(columns, rows, class_="numbers")


def _in_both(words: Text) -> str:
    return f"{words.en} / {words.zh}"


def _distance(one: Point, other: Point) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
