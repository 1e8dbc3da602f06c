"""The map of a plan: its buildings, coloured by grid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, Final

from pbgov.base import Lang, Markup, element, in_one, inscribed, join, line, polygon, said, svg, text, title
from pbgov.grid._colours import colours
from pbgov.grid._places import mean
from pbgov.grid._shapes import Point, Sheet, corners

if TYPE_CHECKING:
    from pbgov.grid._places import Building
    from pbgov.grid._plan import Grid, GridPlan

_LABEL_WIDTH: Final = 3  # in letters
_LABEL_HEIGHT: Final = 2
_SHOWN: Final = 860  # pixels across, unless a page says otherwise
_FILLS: Final = ("#3d74b8", "#bf6a1c", "#1f8780", "#bd4f6b", "#757d26", "#7957a6", "#88603f", "#3d8fb8")
_INK: Final = "#1e2329"
_PAPER: Final = "#ffffff"
_NONE: Final = "#8f8c85"
_BAND: Final = 150  # how broad the ways between the buildings of a grid are drawn, in units of the drawing
_THIN: Final = "non-scaling-stroke"


def grid_map(plan: GridPlan, waived: Collection[str], lang: Lang | None) -> Markup:
    """Draw a plan as SVG, grids that stand above the ceiling with a waiver outlined.

    Every look is an attribute, so the picture stands alone, and a page with a sheet of style may give it another.
    """
    return _Drawing(plan, frozenset(waived), lang).picture()


class _Drawing:
    """A plan with what its drawing needs: who stands where, in which colour."""

    def __init__(self, plan: GridPlan, waived: frozenset[str], lang: Lang | None) -> None:
        self.plan = plan
        self.lang: Lang | None = lang
        self.waived = tuple(grid for grid in plan.grids if grid in waived)
        self.colours = colours(plan)
        self.households = plan.households()
        at = ((building, building.at) for building in plan.neighbourhood.buildings)
        self.placed = {building.id: (building, point) for building, point in at if point is not None}
        self.homes: defaultdict[str, list[str]] = defaultdict(list)
        for key in self.placed:
            self.homes[plan.homes[key]].append(key)

    @cached_property
    def sheet(self) -> Sheet:
        return Sheet.around([corner for building, _ in self.placed.values() for corner in corners(building)])

    def picture(self) -> Markup:
        name = self.plan.neighbourhood.name or self.plan.neighbourhood.id
        titles = [in_one(said(f"display.map.{key}", name=name), self.lang) for key in ("title", "desc")]
        if not self.placed:
            nothing = text((0, 24), inscribed(said("plan.none"), self.lang), font_size=14, fill=_INK)
            return svg((0, 0, _SHOWN, 40), nothing, name=titles[0], told=titles[1], class_="map", width=_SHOWN)
        sheet = self.sheet
        return svg(
            (0, 0, sheet.width, sheet.height),
            element("rect", width=sheet.width, height=sheet.height, fill=_PAPER, class_="paper"),
            *(self._area(grid) for grid in self.plan.grids.values() if self.homes[grid.id]),
            self._empty(),
            *(self._loner(grid) for grid in self.waived),
            *self._labels(),
            *self._scale(),
            name=titles[0],
            told=titles[1],
            class_="map",
            width=_SHOWN,
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
        number = self.colours[grid.id]
        band = element(
            "path", d=self.sheet.open(ways), class_="area", fill="none", stroke=_FILLS[number], stroke_width=_BAND,
            stroke_linecap="round", opacity="0.2",
        )  # fmt: skip
        houses = self.sheet.closed(corners(building) for building, _ in held if building.households)
        return element(
            "g",
            title(f"{grid.id} · {self.households[grid.id]:,}"),
            band if ways else "",
            element("path", d=houses, fill=_FILLS[number]),
            class_=f"c{number}",
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
        if not vacant:
            return Markup()
        return element("path", d=self.sheet.closed(vacant), class_="empty", fill=_NONE, opacity="0.55")

    def _loner(self, grid: str) -> Markup:
        held: list[Building] = [self.placed[key][0] for key in self.homes[grid]]
        return join(
            polygon(
                map(self.sheet.at, corners(building)), class_="waived", fill="none", stroke=_INK, stroke_width="2.5",
                vector_effect=_THIN,
            )
            for building in held
        )  # fmt: skip

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
        count = element("tspan", f"{self.households[grid]:,}", x=at[0], dy="1em", class_="count", font_weight=400)
        waived = grid in self.waived
        return text(
            at, short, count, class_="label waived" if waived else "label", text_anchor="middle", font_weight=600,
            fill=_INK, stroke=_PAPER, stroke_width="0.3em", stroke_linejoin="round", paint_order="stroke",
            text_decoration="underline" if waived else None,
        )  # fmt: skip

    def _scale(self) -> list[Markup]:
        sheet, letter = self.sheet, self.sheet.letter
        x, y, long = letter, sheet.height - letter, sheet.scale * 10
        north = sheet.width - 2 * letter
        arrow = [(north, letter), (north + letter // 2, 3 * letter), (north - letter // 2, 3 * letter)]
        metres, up = (inscribed(said(f"display.map.{key}", n=sheet.scale), self.lang) for key in ("metres", "north"))
        return [
            line((x, y), (x + long, y), class_="scale", stroke=_INK, stroke_width="1.5", vector_effect=_THIN),
            text((x, y - letter // 2), metres, class_="scale", fill=_INK),
            polygon(arrow, class_="north", fill=_INK),
            text((north, 4 * letter), up, class_="north", fill=_INK, text_anchor="middle"),
        ]


def _distance(one: Point, other: Point) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
