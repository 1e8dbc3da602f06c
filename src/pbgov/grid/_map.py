"""The map of a plan: its buildings, in the colours and within the borders of their grids."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from itertools import compress
from math import isqrt
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from pbgov.base import (
    FrozenMap,
    Lang,
    Markup,
    Text,
    element,
    escape,
    in_one,
    inscribed,
    join,
    line,
    polygon,
    said,
    svg,
    text,
    title,
    wrapped,
)
from pbgov.grid._afar import Afar
from pbgov.grid._closely import Closely
from pbgov.grid._colours import COLOURS, FILLS
from pbgov.grid._shapes import SHOWN, Point, Sheet

if TYPE_CHECKING:
    from pbgov.grid._plan import Grid, GridPlan

Remark: TypeAlias = Text | str

INK: Final = "#1e2329"
PAPER: Final = "#ffffff"
ALARM: Final = "#a3160f"
EMPTY: Final = "#8f8c85"
_TRIED: Final = 400  # labels on a map of many buildings
_MARKED: Final = 300  # marks that say why
_LETTERS: Final = 14  # of a label
_GLYPH: Final = 60  # hundredths of the height of a letter
_WIDE: Final = "\u2e80"  # from here on letters are as wide as they are high
_FIELD: Final = 5  # letters, the side of the fields in which rings are looked for
_ROWS: Final = 6  # of a legend
_NOTHING: Final = 40  # pixels down, of a picture that says that there is no map
_BELOW: Final = 2  # rows that the scale takes below the map
_BETWEEN: Final[Mapping[Lang, str]] = FrozenMap({"zh": "；", "en": " · "})


@attrs.frozen(kw_only=True)
class Look:
    """How a plan is drawn.

    Attributes:
        waived: Grids that stand above the ceiling with a waiver.
        marked: What was found about grids.
        lang: The language; ``None`` for both.
        numbers: The colour of each grid in turn, where it is not the plan's own choice.
        ringed: Buildings that have moved.
        shown: Pixels across.
        alone: Whether the picture stands alone; one among others has no legend, and fills the room it is given.
        place: Where the picture stands within another.
    """

    waived: frozenset[str] = frozenset()
    marked: Mapping[str, Remark] = FrozenMap()
    lang: Lang | None = None
    numbers: Sequence[int] | None = None
    ringed: Collection[str] = ()
    shown: int = SHOWN
    alone: bool = True
    place: Point | None = None


def grid_map(plan: GridPlan, view: Closely | Afar | None, look: Look) -> Markup:
    """Draw a plan as SVG.

    Every look is an attribute, so the picture stands alone, and a page with a sheet of style may give it another.

    Args:
        plan: The plan.
        view: What is seen of it: closely where its buildings are few, from afar where they are many; ``None`` where
            none has a position.
        look: How it is drawn.
    """
    name = plan.neighbourhood.name or plan.neighbourhood.id
    heading = in_one(said("display.map.title", name=name), look.lang)
    if view is None:
        told = in_one(said("display.map.desc"), look.lang)
        nothing = text((0, 24), inscribed(said("plan.none"), look.lang), font_size=14, fill=INK)
        return svg(
            (0, 0, SHOWN, _NOTHING), nothing, name=heading, told=told, class_="map", **_placed(look, SHOWN, _NOTHING)
        )
    return (_Near(plan, look, view) if isinstance(view, Closely) else _Far(plan, look, view)).picture(heading)


class _Drawing(ABC):
    """A plan with what its drawing needs."""

    def __init__(self, plan: GridPlan, look: Look, sheet: Sheet, numbers: Sequence[int]) -> None:
        self.plan = plan
        self.look = look
        self.sheet = sheet
        self.numbers = numbers if look.numbers is None else look.numbers
        self.grids = tuple(plan.grids)
        self.letter = sheet.letter(look.shown)
        self._taken: set[Point] = set()
        self._ringed: frozenset[Point] = frozenset()
        self._rings_near: dict[Point, list[Point]] = {}

    def picture(self, name: str) -> Markup:
        sheet = self.sheet
        below = self._legend() if self.look.alone else []
        height = sheet.height + (_BELOW + len(below)) * _row(self.letter)
        return svg(
            (0, 0, sheet.width, height),
            element("rect", width=sheet.width, height=height, fill=PAPER, class_="paper"),
            *self.body(),
            *self._rings(),
            *self.labels(),
            *self._scale(),
            *below,
            name=name,
            told=in_one(self.told(), self.look.lang),
            class_="map",
            font_size=self.letter,
            **_placed(self.look, sheet.width, height),
        )

    @abstractmethod
    def body(self) -> list[Markup]:
        """Give what is drawn, the hindmost first."""

    @abstractmethod
    def labels(self) -> list[Markup]:
        """Give the labels, and the marks of grids with findings."""

    @abstractmethod
    def told(self) -> Text:
        """Say what is shown, for those who do not see it."""

    @abstractmethod
    def keys(self) -> list[str]:
        """Name what the legend has to explain."""

    @abstractmethod
    def spot(self, building: int) -> Point | None:
        """Give the place of a building on the sheet, where it is known."""

    @abstractmethod
    def foreign(self, grid: int, at: Point) -> bool:
        """Tell whether a place on the sheet lies in the area of another grid."""

    def lettered(self, grid: int, places: Sequence[Point], count: str = "") -> tuple[Markup, Markup]:
        """Write the name of a grid at the first of some places with room for it, and the mark of one with a finding."""
        key = self.grids[grid]
        remark = self.look.marked.get(key)
        short = self._short(key)
        above = 2 if remark else 1
        sizes = [(self._half(short), (0, above))]
        if count:
            sizes.insert(0, (max(self._half(short), self._half(count)), (1, above)))
        at, counted = self._chosen(grid, places, sizes)
        if not counted:
            count = ""
        mark = self._mark(at or places[0], remark) if remark else Markup()
        if at is None:
            return Markup(), mark
        below = element("tspan", count, x=at[0], dy="1em", font_weight=400) if count else ""
        return text(at, short, below, class_="label waived" if key in self.look.waived else "label"), mark

    def _short(self, key: str) -> str:
        """Give the identifier of a grid as a label."""
        short = key.removeprefix(f"{self.plan.neighbourhood.id}-")
        return short if len(short) <= _LETTERS and short.isascii() else wrapped(short, _LETTERS, 1)[0]

    def _half(self, words: str) -> int:
        """Give half the width of a label."""
        return (len(words) + sum(sign >= _WIDE for sign in words)) * _GLYPH * self.letter // 200

    def _chosen(
        self, grid: int, places: Sequence[Point], sizes: Sequence[tuple[int, tuple[int, int]]]
    ) -> tuple[Point | None, bool]:
        """Choose a place with room for a label, and tell whether it is one for its first size; clear of rings, if any.

        Args:
            grid: The grid.
            places: The places, the best first.
            sizes: Half of the width, and the rows below and above the foot of the first, the best first.
        """
        tried = [(places, size, False) for size in sizes]
        if self._rings_near:
            beside = [(self._beside(grid, places, size[1]), size, True) for size in sizes]
            tried = [*((places, size, True) for size in sizes), *beside, *tried]
        for options, size, clear in tried:
            for place in options:
                if (not clear or self._clear(place, *size)) and self._free(place, *size):
                    return place, size == sizes[0]
        return None, False

    def _beside(self, grid: int, places: Sequence[Point], rows: tuple[int, int]) -> list[Point]:
        """Give places for the label of a grid below and above the rings among some places, outside all other areas."""
        letter, room = self.letter, _room(self.letter)
        feet = [
            (x, foot)
            for x, y in places
            if (x, y) in self._ringed
            for foot in (y + room + rows[1] * letter + 1, y - room - rows[0] * letter - letter // 3)
        ]
        return [
            (x, y)
            for x, y in feet
            if not any(self.foreign(grid, (x, y + row * letter - letter // 2)) for row in range(rows[0] + 1))
        ]

    def _clear(self, at: Point, half: int, rows: tuple[int, int]) -> bool:
        """Tell whether a label at a place leaves all rings to be seen."""
        (x, y), letter, room = at, self.letter, _room(self.letter)
        left, top, right, bottom = x - half, y - rows[1] * letter, x + half, y + rows[0] * letter + letter // 4
        side = _FIELD * letter
        return not any(
            max(left - u, u - right, 0) ** 2 + max(top - v, v - bottom, 0) ** 2 < room * room
            for column in range((left - room) // side, (right + room) // side + 1)
            for row in range((top - room) // side, (bottom + room) // side + 1)
            for u, v in self._rings_near.get((column, row), ())
        )

    def _free(self, at: Point, half: int, rows: tuple[int, int]) -> bool:
        """Tell whether there is room at a place; if so, take it."""
        x, y, letter = at[0], at[1], self.letter
        box = {
            (column, row)
            for column in range((x - half) // letter, (x + half) // letter + 1)
            for row in range((y - rows[1] * letter) // letter, (y + rows[0] * letter + letter // 4) // letter + 1)
        }
        if half > min(x, self.sheet.width - x) or not self._taken.isdisjoint(box):
            return False
        self._taken |= box
        return True

    def _mark(self, at: Point, remark: Remark) -> Markup:
        """Draw a triangle with an exclamation mark above a label; it says what was found."""
        (x, y), letter = at, self.letter
        why = in_one(remark, self.look.lang) if isinstance(remark, Text) else remark
        foot, top = y - letter, y - letter * 12 // 5
        sides = polygon([(x - letter * 4 // 5, foot), (x + letter * 4 // 5, foot), (x, top)])
        sign = text((x, foot - letter // 6), "!", fill=PAPER, stroke="none")
        return element("g", title(why), sides, sign, class_="mark")

    @staticmethod
    def lettering(labels: Sequence[Markup], marks: Sequence[Markup]) -> list[Markup]:
        """Group labels and marks, so that what they share is said once."""
        written = element(
            "g", *labels, class_="labels", text_anchor="middle", font_weight=600, fill=INK, stroke=PAPER,
            stroke_width="0.3em", stroke_linejoin="round", paint_order="stroke",
        )  # fmt: skip
        drawn = element(
            "g", *marks, class_="marks", text_anchor="middle", font_weight=700, font_size="0.9em", fill=ALARM,
            stroke=PAPER, stroke_width="0.15em", paint_order="stroke",
        )  # fmt: skip
        return [one for one, held in ((written, labels), (drawn, marks)) if any(held)]

    def _rings(self) -> list[Markup]:
        """Ring the buildings that have moved, and keep in mind where, for the labels."""
        positions = self.plan.neighbourhood.positions
        spots = [spot for key in self.look.ringed if key in positions and (spot := self.spot(positions[key]))]
        radius, side = self.letter * 11 // 10, _FIELD * self.letter
        self._ringed = frozenset(spots)
        for x, y in spots:
            self._rings_near.setdefault((x // side, y // side), []).append((x, y))
        rings = "".join(
            f"M{x - radius} {y}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0-{2 * radius} 0z"
            for x, y in spots
        )
        if not rings:
            return []
        halo = element("path", d=rings, class_="halo", fill="none", stroke=PAPER, stroke_width=1 + self.letter // 2)
        return [
            halo,
            element("path", d=rings, class_="ring", fill="none", stroke=INK, stroke_width=1 + self.letter // 6),
        ]

    def _legend(self) -> list[Markup]:
        """Say below the map what its signs mean, a line or more for each language."""
        look = self.look
        extra = {"waived": look.waived, "marked": look.marked, "ringed": look.ringed}
        keys = [*self.keys(), *(name for name, held in extra.items() if held)]
        words = [said(f"plan.legend.{key}") for key in keys]
        fits = max(8, (self.sheet.width - 2 * self.letter) * 2 // self.letter)
        rows = [
            (lang, row)
            for lang in (("zh", "en") if look.lang is None else (look.lang,))
            for row in wrapped((_BETWEEN[lang]).join(one.in_(lang) for one in words), fits, _ROWS)
        ]
        top = self.sheet.height + (_BELOW + 1) * _row(self.letter) - self.letter // 2
        return [
            text((self.letter, top + n * _row(self.letter)), row, class_=f"legend {lang}", lang=lang, fill=INK)
            for n, (lang, row) in enumerate(rows)
        ]

    def _scale(self) -> list[Markup]:
        sheet, letter = self.sheet, self.letter
        x, y, long = letter, sheet.height + 5 * letter // 2, sheet.scale * 1_000 // sheet.unit
        east = sheet.width - 2 * letter
        arrow = [(east, y - 2 * letter), (east + letter // 2, y), (east - letter // 2, y)]
        words = (said(f"display.map.{key}", n=sheet.scale) for key in ("metres", "north"))
        metres, up = (inscribed(one, self.look.lang) for one in words)
        return [
            line((x, y), (x + long, y), class_="scale", stroke=INK, stroke_width=1 + letter // 7),
            text((x, y - letter // 2), metres, class_="scale", fill=INK),
            polygon(arrow, class_="north", fill=INK),
            text((east - letter, y), up, class_="north", fill=INK, text_anchor="end"),
        ]


class _Near(_Drawing):
    """A plan of which each building can be told from the next."""

    def __init__(self, plan: GridPlan, look: Look, view: Closely) -> None:
        super().__init__(plan, look, view.sheet, view.numbers)
        self.view = view
        self.households = plan.households()

    def told(self) -> Text:
        return said("display.map.desc")

    def keys(self) -> list[str]:
        drawn = (("compound", self.view.compounds), ("empty", self.view.empty))
        return ["near", *(name for name, held in drawn if held)]

    def spot(self, building: int) -> Point | None:
        return self.view.spots[building]

    def foreign(self, grid: int, at: Point) -> bool:
        return any(self.view.raster.holds(cells, at) for n, cells in enumerate(self.view.cells) if n != grid)

    def body(self) -> list[Markup]:
        """Lay areas over buildings, whose colour they share, so that borders show where buildings touch."""
        view, letter = self.view, self.letter
        areas = [self._area(grid) for grid, area in enumerate(view.areas) if area]
        waived = "".join(view.houses[grid] for grid, key in enumerate(self.grids) if key in self.look.waived)
        line = {"fill": "none", "pointer_events": "none"}
        layers = [
            element("g", *self._by_colour(view.ways, "stroke"), class_="ways", stroke_width=letter // 7, **line),
            element("g", *self._by_colour(view.houses, "fill"), class_="houses"),
            element("path", d=view.empty, class_="empty", fill=EMPTY),
            element(
                "g", *areas, class_="areas", fill_opacity="0.3", stroke=INK, stroke_width=1 + letter // 9,
                stroke_linejoin="round",
            ),
            element(
                "g", *(element("path", d=outline) for outline in view.compounds), class_="compounds", stroke=INK,
                stroke_width=1 + letter // 12, stroke_dasharray=f"{1 + letter // 2} {1 + letter // 3}", **line,
            ),
            element("path", d=waived, class_="waived", stroke=INK, stroke_width=1 + letter // 4, **line),
        ]  # fmt: skip
        drawn = (any(view.ways), any(view.houses), view.empty, areas, view.compounds, waived)
        return list(compress(layers, map(bool, drawn)))

    def _area(self, grid: int) -> Markup:
        """Draw the area of a grid, with its name and its households when it is pointed at."""
        number, key = self.numbers[grid], self.grids[grid]
        marked = key in self.look.marked
        shape = element(
            "path", d=self.view.areas[grid], class_="area marked" if marked else "area",
            stroke_width=1 + self.letter // 3 if marked else None,
        )  # fmt: skip
        hatched = self.view.hatching(grid) if number >= COLOURS else ""
        hatching = element("path", d=hatched, class_="hatching", stroke_dasharray=_dashes(number)) if hatched else ""
        name = title(f"{key} · {self.households[key]:,}")
        return element("g", name, shape, hatching, class_=f"c{number % COLOURS}", fill=FILLS[number % COLOURS])

    def _by_colour(self, paths: Sequence[str], how: str) -> list[Markup]:
        """Draw what all grids of a colour have as one path."""
        coloured: dict[int, list[str]] = {}
        for number, path in zip(self.numbers, paths, strict=True):
            if path:
                coloured.setdefault(number % COLOURS, []).append(path)
        return [
            element("path", d="".join(held), class_=f"c{number}", **{how: FILLS[number]})
            for number, held in sorted(coloured.items())
        ]

    def labels(self) -> list[Markup]:
        """Label small grids first: they have fewer places where there is room; and before them those with a finding."""
        labels: list[Markup] = []
        marks: list[Markup] = []
        for grid in sorted(
            (grid for grid, at in enumerate(self.view.anchors) if at),
            key=lambda grid: (self.grids[grid] not in self.look.marked, len(self.view.anchors[grid]), grid),
        ):
            label, mark = self.lettered(grid, self.view.anchors[grid], f"{self.households[self.grids[grid]]:,}")
            labels.append(label)
            marks.append(mark)
        return self.lettering(labels, marks)


class _Far(_Drawing):
    """A plan of so many buildings that each has but a few pixels."""

    def __init__(self, plan: GridPlan, look: Look, view: Afar) -> None:
        super().__init__(plan, look, view.sheet, view.numbers)
        self.view = view

    def told(self) -> Text:
        return said("display.map.desc.far")

    def keys(self) -> list[str]:
        return ["far"]

    def spot(self, building: int) -> Point | None:
        return self.view.spot(building)

    def foreign(self, grid: int, at: Point) -> bool:  # noqa: ARG002 - no areas are drawn
        return False

    def body(self) -> list[Markup]:
        view, sheet = self.view, self.sheet
        # So thick that lines fill two thirds of the room that a building has.
        thick = max(2, isqrt(sheet.width * sheet.height // len(view.spots)) * 2 // 3)
        drawn: list[list[str]] = [[] for _ in range(max(self.numbers) + 1)]
        add = [held.append for held in drawn]
        for number, way in zip(map(self.numbers.__getitem__, view.owners), view.ways, strict=True):
            add[number](way)
        lines = [self._colour(number, f"M{'M'.join(ways)}") for number, ways in enumerate(drawn) if ways]
        return [
            *self._outlined("marked", self.look.marked, thick + 4),
            *self._outlined("waived", self.look.waived, thick + 2),
            element("g", *lines, class_="far", fill="none", stroke_width=thick, stroke_linecap="round"),
        ]

    @staticmethod
    def _colour(number: int, ways: str) -> Markup:
        # A long path of numbers, so it is not looked through for what would have to be escaped.
        look = f'class="c{number % COLOURS}" stroke="{FILLS[number % COLOURS]}"'
        drawn = Markup(f'<path d="{ways}" {look} stroke-linejoin="round"/>')
        if number < COLOURS:
            return drawn
        over = element(
            "path", d=ways, class_="hatching", stroke=PAPER, stroke_width="1", stroke_dasharray=_dashes(number)
        )
        return join((drawn, over))

    def _outlined(self, kind: str, chosen: Collection[str], thick: int) -> list[Markup]:
        """Draw a dark line below the lines of some grids, so that it shows around them."""
        if not chosen:
            return []
        grids = {grid for grid, key in enumerate(self.grids) if key in chosen}
        ways = [way for owner, way in zip(self.view.owners, self.view.ways, strict=True) if owner in grids]
        line = f"M{'M'.join(ways)}" if ways else ""
        return [
            element("path", d=line, class_=kind, fill="none", stroke=INK, stroke_width=thick, stroke_linecap="round")
        ]

    def labels(self) -> list[Markup]:
        """Label those with a finding, and of the others, evenly spread, as many as there is room for."""
        grids = self.plan.grids.rows()
        found = [grid for grid, key in enumerate(self.grids) if key in self.look.marked] if self.look.marked else []
        labels: list[Markup] = []
        marks: list[Markup] = []
        for grid in found[:_MARKED]:
            at = self._middle(grids[grid].members)
            if at is not None:
                label, mark = self.lettered(grid, [at])
                labels.append(label)
                marks.append(mark)
        labels += self._spread_labels(grids)
        return self.lettering(labels, marks)

    def _spread_labels(self, grids: Sequence[Grid]) -> list[Markup]:
        """Label grids evenly spread over the sheet, without measuring each label: all take the room of the last."""
        positions, spots, letter = self.plan.neighbourhood.positions, self.view.spots, self.letter
        half, high = max(1, self._half(self._short(self.grids[-1]))), max(1, 3 * letter // 2)
        wide, columns = 2 * half, 2 + self.sheet.width // (2 * half)
        # The sheet in fields as large as a label: a label takes the four that it may touch.
        taken = {row * letter // high * columns + column * letter // wide for column, row in self._taken}
        labels: list[Markup] = []
        for grid in range(0, len(grids), 1 + len(grids) // _TRIED):
            members = grids[grid].members
            middle = members[len(members) // 2]
            tried = [(middle, False)]
            if self._rings_near:  # where rings stay to be seen, if there is such a place
                tried = [(middle, True), (members[0], True), (members[-1], True), *tried]
            for member, clear in tried:
                words = spots[positions[member]].split()
                if words:
                    x, y = int(words[0]), int(words[1])
                    left, top = (x - half) // wide, (y - letter) // high * columns
                    fields = (left + top, left + top + 1, left + top + columns, left + top + columns + 1)
                    if taken.isdisjoint(fields) and (not clear or self._clear((x, y), half, (0, 1))):
                        taken.update(fields)
                        labels.append(
                            Markup(
                                f'<text x="{x}" y="{y}" class="label">{escape(self._short(self.grids[grid]))}</text>'
                            )
                        )
                        break
        return labels

    def _middle(self, members: Sequence[str]) -> Point | None:
        """Give the place of the building in the middle of a list."""
        return self.spot(self.plan.neighbourhood.positions[members[len(members) // 2]])


def view_of(plan: GridPlan) -> Closely | Afar | None:
    """Give what a map shows of a plan, which the plan keeps; ``None`` when no building has a position."""
    return plan._view  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - kept with the plan, but for drawings only


def size_of(view: Closely | Afar | None, look: Look) -> Point:
    """Give how large the map without its legend is shown, in pixels across and down."""
    if view is None:
        return look.shown, look.shown * _NOTHING // SHOWN
    height = view.sheet.height + _BELOW * _row(view.sheet.letter(look.shown))
    longest = max(view.sheet.width, height)
    return max(1, look.shown * view.sheet.width // longest), max(1, look.shown * height // longest)


def _room(letter: int) -> int:
    """Give how far the ring around a building reaches, with the paper around it and around a label."""
    return letter * 13 // 10


def _row(letter: int) -> int:
    return letter * 3 // 2


def _placed(look: Look, width: int, height: int) -> dict[str, int | str]:
    """Say how large a picture is shown, its longer side as long as wanted; within another one also where."""
    if look.alone:
        return {"width": max(1, look.shown * width // max(width, height))}
    if look.place is None:
        return {"width": "100%"}
    longest = max(width, height)
    size = {"width": max(1, look.shown * width // longest), "height": max(1, look.shown * height // longest)}
    return {"x": look.place[0], "y": look.place[1], **size}


def _dashes(number: int) -> str | None:
    """Give the dashes of a hatching: none in the first round of colours that come again, then ever longer ones."""
    times = number // COLOURS - 1
    return f"{3 * times} 3" if times else None
