"""The map of a plan: what it shows close by and from afar, how large it is, and what it does with odd places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from pbgov.base import LANGS, Band, Generator, Text
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood
from pbgov.grid._shapes import Sheet
from pbgov.grid._territory import Raster
from tests.unit.display.reading import nested
from tests.unit.grid.worlds import path

if TYPE_CHECKING:
    from collections.abc import Sequence

SPACE = "{http://www.w3.org/2000/svg}"
MOST = 200 * 1024  # bytes


def town(size: int, grid: int, *, outlines: bool = False, seed: int = 1) -> GridPlan:
    """Give buildings in rows, 25 metres apart and not quite straight, in grids of so many along the rows."""
    gen = Generator(seed)
    wide = max(1, int(size**0.5))
    buildings = [
        Building(
            id=f"B{n:05}",
            households=10 + gen.below(60),
            compound=f"K{n // 6:04}",
            x=None if outlines else 25_000 * (n % wide) + gen.below(6_000),
            y=None if outlines else 25_000 * (n // wide) + gen.below(6_000),
            outline=_outline(25_000 * (n % wide), 25_000 * (n // wide), gen) if outlines else (),
        )
        for n in range(size)
    ]
    pairs = [(n, n + 1) for n in range(size - 1) if (n + 1) % wide] + [(n, n + wide) for n in range(size - wide)]
    place = Neighbourhood(
        id="N1", community="C1", buildings=buildings, edges=[(buildings[a].id, buildings[b].id) for a, b in pairs]
    )
    members = [[one.id for one in buildings[start : start + grid]] for start in range(0, size, grid)]
    grids = [Grid(id=f"N1-G{n:04}", neighbourhood="N1", members=held) for n, held in enumerate(members)]
    return GridPlan(neighbourhood=place, grids=grids)


def _outline(x: int, y: int, gen: Generator) -> list[tuple[int, int]]:
    wide, high = 8_000 + gen.below(9_000), 8_000 + gen.below(9_000)
    return [(x, y), (x + wide, y + gen.below(900)), (x + wide, y + high), (x - gen.below(900), y + high)]


def drawn(picture: str) -> ET.Element:
    nested(picture)
    return ET.fromstring(picture)  # noqa: S314 - our own


def classes(root: ET.Element) -> list[str]:
    return [one.attrib["class"] for one in root if "class" in one.attrib]


@pytest.mark.parametrize("outlines", [False, True])
@pytest.mark.parametrize(("size", "grid"), [(100, 4), (552, 17), (1_000, 4), (1_001, 4), (10_000, 4), (10_000, 17)])
def test_no_map_is_larger_than_200_kib(size: int, grid: int, *, outlines: bool) -> None:
    plan = town(size, grid, outlines=outlines)
    assert len(plan.to_svg().encode()) <= MOST


@pytest.mark.parametrize("grid", [1, 10_000])
def test_nor_is_one_of_grids_as_small_or_as_large_as_can_be(grid: int) -> None:
    plan = town(10_000, grid)
    assert len(plan.to_svg(waived=list(plan.grids)).encode()) <= 2 * MOST  # each line twice: once as an outline
    assert len(plan.to_svg().encode()) <= MOST


def test_close_by_each_layer_lies_above_the_last() -> None:
    root = drawn(town(60, 6).to_svg())
    order = ["paper", "ways", "houses", "areas", "compounds", "labels", "scale", "scale", "north", "north"]
    assert classes(root) == [*order, "legend zh", "legend en"]
    assert len(root.findall(f"{SPACE}g[@class='areas']/{SPACE}g")) == 10
    assert len(root.findall(f"{SPACE}g[@class='compounds']/{SPACE}path")) == 10
    assert len(root.findall(f"{SPACE}g[@class='labels']/{SPACE}text")) == 10


def test_from_afar_each_building_stands_on_a_line_of_the_colour_of_its_grid() -> None:
    plan = town(1_020, 17)
    root = drawn(plan.to_svg())
    lines = {one.attrib["class"]: one.attrib["d"] for one in root.iterfind(f"{SPACE}g[@class='far']/{SPACE}path")}
    spots = {building.id: place for building, place in zip(plan.neighbourhood.buildings, _spots(plan), strict=True)}
    colours = plan.colours()
    for building, grid in plan.homes.items():
        assert f" {spots[building]}" in lines[f"c{colours[grid]}"]
    within = [edge for edge in plan.neighbourhood.edges if plan.homes[edge[0]] == plan.homes[edge[1]]]
    lone = set(plan.homes).difference(*within)
    assert sum(line.count("M") for line in lines.values()) == len(within) + len(lone)


def _spots(plan: GridPlan) -> list[str]:
    """Where the buildings stand, worked out again."""
    at = [building.at for building in plan.neighbourhood.buildings if building.at]
    long = max(max(x for x, _ in at) - min(x for x, _ in at), max(y for _, y in at) - min(y for _, y in at))
    unit = -(-long // 1_000)
    edge = long // 40 + 1_000
    west, north = min(x for x, _ in at) - edge, max(y for _, y in at) + edge
    return [f"{(x - west) // unit} {(north - y) // unit}" for x, y in at]


def test_from_afar_a_building_that_no_way_leads_to_is_a_dot_and_one_without_position_is_left_out() -> None:
    buildings = [Building(id=f"B{n:04}", households=1, x=20_000 * (n % 40), y=20_000 * (n // 40)) for n in range(1_199)]
    buildings.append(Building(id="B1199", households=1))
    place = Neighbourhood(
        id="N1", community="C1", buildings=buildings, edges=[("B0000", "B0001"), ("B0002", "B1199"), ("B0003", "B0500")]
    )
    plan = GridPlan(
        neighbourhood=place,
        grids=[Grid(id="G1", neighbourhood="N1", members=[f"B{n:04}" for n in range(600)]),
               Grid(id="G2", neighbourhood="N1", members=[f"B{n:04}" for n in range(600, 1_200)])],
    )  # fmt: skip
    lines = [one.attrib["d"] for one in drawn(plan.to_svg()).iterfind(f".//{SPACE}g[@class='far']/{SPACE}path")]
    assert sum(line.count("h0") for line in lines) == 1_199 - 4
    assert sum(line.count("M") for line in lines) == 1_199 - 4 + 2


def test_from_afar_findings_and_waivers_are_outlined_and_marked_and_colours_that_come_again_are_dashed() -> None:
    plan = town(1_200, 12)
    root = drawn(plan.to_svg(marked={"N1-G0050": "太大"}, waived=["N1-G0010"], lang="zh"))
    assert {"marked", "waived", "far", "marks"} <= set(classes(root))
    assert [mark.findtext(f"{SPACE}title") for mark in root.iter(f"{SPACE}g") if mark.get("class") == "mark"] == [
        "太大"
    ]
    assert "G0050" in [label.text for label in root.iterfind(f"{SPACE}g[@class='labels']/{SPACE}text")]
    buildings = [Building(id=f"B{n:04}", households=1, x=9_000 * (n % 40), y=9_000 * (n // 40)) for n in range(1_100)]
    edges = [(buildings[a].id, buildings[b].id) for a in range(18) for b in range(a)]
    grids = [Grid(id=f"G{n:04}", neighbourhood="N1", members=[one.id]) for n, one in enumerate(buildings)]
    crowd = GridPlan(
        neighbourhood=Neighbourhood(id="N1", community="C1", buildings=buildings, edges=edges), grids=grids
    )
    over = drawn(crowd.to_svg()).findall(f".//{SPACE}path[@class='hatching']")
    assert len(over) == 10
    assert {one.get("stroke-dasharray") for one in over} == {None, "3 3"}


def test_grids_outside_their_bounds_are_marked_unless_they_are_waived() -> None:
    sizes = (190, 200, 320, 400)
    nobody = Text(zh="无人", en="nobody")
    plan = GridPlan(
        neighbourhood=Neighbourhood(
            id="N1",
            community="C1",
            buildings=[Building(id=f"B{n}", households=h, x=60_000 * n, y=0) for n, h in enumerate(sizes)],
        ),
        grids=[Grid(id=f"G{n}", neighbourhood="N1", members=[f"B{n}"]) for n in range(4)],
    )
    for bounds in ((200, 300), Band(200, 300)):
        root = drawn(plan.to_svg(households=bounds, waived=["G3"], marked={"G1": nobody}, lang="en"))
        marks = [mark.findtext(f"{SPACE}title") for mark in root.iterfind(f"{SPACE}g[@class='marks']/{SPACE}g")]
        assert sorted(filter(None, marks)) == ["10 households under", "20 households over", "nobody"]
    legend = [one.text or "" for one in root.findall(f"{SPACE}text") if one.get("class") == "legend en"]
    assert "triangle: a grid with a finding" in " ".join(legend)
    assert plan.by_grid(households=(200, 300), waived=["G3"])["outside"] == [-10, 0, 20, 100]
    with pytest.raises(UnknownIdError):
        plan.to_svg(marked={"G9": "?"})
    with pytest.raises(InvalidValueError, match=r"bounds on households .* / 户数界限"):
        plan.to_svg(households=(300, 200))


def test_whatever_things_are_called_nothing_breaks_out() -> None:
    nasty = "<script>alert('&\"')]]>"
    buildings = [Building(id=f"B{n}{nasty}", households=1, compound=f"K{nasty}", x=9_000 * n, y=0) for n in range(3)]
    place = Neighbourhood(id=f"N{nasty}", community="C1", name=nasty, buildings=buildings)
    grids = [Grid(id=f"{n}网格{nasty}", neighbourhood=place.id, members=[one.id]) for n, one in enumerate(buildings)]
    plan = GridPlan(neighbourhood=place, grids=grids)
    picture = plan.to_svg(marked={grids[0].id: nasty, grids[1].id: Text(zh=nasty, en=nasty)}, waived=[grids[2].id])
    assert "<script" not in picture
    root = drawn(picture)
    assert nasty in [title.text for title in root.iter(f"{SPACE}title")]
    assert "<script" not in plan._repr_mimebundle_()["text/html"]


def test_a_long_name_is_cut_in_the_label_and_whole_where_one_points() -> None:
    plan = town(4, 2)
    long = "很长的网格标识" * 10
    place = plan.neighbourhood
    named = GridPlan(
        neighbourhood=place, grids=[Grid(id=long, neighbourhood="N1", members=[one.id for one in place.buildings])]
    )
    root = drawn(named.to_svg())
    labels = [label.text or "" for label in root.iterfind(f".//{SPACE}g[@class='labels']/{SPACE}text")]
    assert len(labels) == 1
    assert labels[0].endswith("…")
    assert len(labels[0]) <= 8
    assert any((title.text or "").startswith(long) for title in root.iter(f"{SPACE}title"))


@pytest.mark.parametrize(
    "spots",
    [
        [],
        [None],
        [None, None, (0, 0)],
        [(0, 0)],
        [(5, 5)] * 9,
        [(0, 0), (10**9, 0)],
        [(0, 0), (0, 10**9)],
        [(-(10**12), 10**12), (10**12, -(10**12))],
        [(n, n) for n in range(40)],
    ],
)
@pytest.mark.parametrize("many", [1, 400])
def test_odd_places_are_drawn_too(spots: Sequence[tuple[int, int] | None], many: int) -> None:
    buildings = [
        Building(id=f"B{n:05}", households=n % 2, x=at and at[0], y=at and at[1])
        for n, at in enumerate(list(spots) * (many if len(spots) * many < 4_000 else 30))
    ]
    place = Neighbourhood(id="N1", community="C1", buildings=buildings)
    grids = [Grid(id=f"G{one.id}", neighbourhood="N1", members=[one.id]) for one in buildings]
    plan = GridPlan(neighbourhood=place, grids=grids)
    for lang in (None, *LANGS):
        picture = plan.to_svg(lang=lang, households=(1, 5))
        root = drawn(picture)
        assert ("没有楼栋位置" in picture or "No building has a position" in picture) == (not any(spots))
        assert all(int(n) >= 0 for n in root.attrib["viewBox"].split())
        assert int(root.attrib["width"]) >= 1
    assert list(plan.colours()) == list(plan.grids)


def test_many_buildings_without_a_position_are_not_drawn_and_have_colours_all_the_same() -> None:
    buildings = [Building(id=f"B{n:04}", households=1) for n in range(1_001)]
    place = Neighbourhood(id="N1", community="C1", buildings=buildings, edges=[("B0000", "B0001")])
    grids = [Grid(id=f"G{one.id}", neighbourhood="N1", members=[one.id]) for one in buildings]
    plan = GridPlan(neighbourhood=place, grids=grids)
    assert "No building has a position" in plan.to_svg()
    assert plan.colours()["GB0000"] != plan.colours()["GB0001"]


def test_outlines_with_too_many_corners_become_squares() -> None:
    ring = [(x, 0) for x in range(0, 40_000, 10)] + [(40_000, 30_000), (0, 30_000)]
    buildings = [Building(id=f"B{n}", households=1, outline=[(x + 60_000 * n, y) for x, y in ring]) for n in range(4)]
    buildings.append(Building(id="B4", households=1))
    place = Neighbourhood(id="N1", community="C1", buildings=buildings)
    plan = GridPlan(
        neighbourhood=place, grids=[Grid(id="G", neighbourhood="N1", members=[one.id for one in buildings])]
    )
    houses = drawn(plan.to_svg()).find(f"{SPACE}g[@class='houses']/{SPACE}path")
    assert houses is not None
    assert houses.attrib["d"].count("z") == 4
    assert len(re.findall(r"-?\d+", houses.attrib["d"])) == 4 * 8


def test_a_map_is_as_wide_as_it_is_long_and_no_wider() -> None:
    def shown(*spots: tuple[int, int]) -> int:
        buildings = [Building(id=f"B{n}", households=1, x=x, y=y) for n, (x, y) in enumerate(spots)]
        place = Neighbourhood(id="N1", community="C1", buildings=buildings)
        grid = Grid(id="G", neighbourhood="N1", members=[one.id for one in buildings])
        return int(drawn(GridPlan(neighbourhood=place, grids=[grid]).to_svg()).attrib["width"])

    assert shown((0, 0), (500_000, 0)) == 860
    assert shown((0, 0), (0, 500_000)) < 300


class TestCells:
    SHEET = Sheet(west=0, north=100_000, width=1_000, height=1_000)
    RASTER = Raster(sheet=SHEET, half=10, stride=52, reach=3)

    def cell(self, column: int, row: int) -> tuple[int, int]:
        return row, 1 << column

    def test_a_shape_covers_the_cells_whose_middle_it_holds(self) -> None:
        row, bits = self.RASTER.covered([(100, 200), (140, 200), (140, 260), (100, 260)])
        assert row == 10
        assert [bits >> 52 * n & (1 << 52) - 1 for n in range(4)] == [0b11 << 5, 0b11 << 5, 0b11 << 5, 0]
        assert self.RASTER.covered([(101, 201), (103, 201), (103, 203)]) == self.cell(5, 10)

    def test_growth_stops_where_another_began(self) -> None:
        seeds = [self.RASTER.union([self.cell(10, 10)]), self.RASTER.union([self.cell(14, 10)])]
        one, other = self.RASTER.apart(seeds)
        assert one[1] << 52 * one[0] & other[1] << 52 * other[0] == 0
        row = [(held[1] >> 52 * (10 - held[0]) & (1 << 52) - 1) for held in (one, other)]
        assert row == [0b11111_1 << 7, 0b11111 << 13]
        assert self.RASTER.touching([one, other]) == [[], [0]]
        assert self.RASTER.touching([one, self.RASTER.union([self.cell(40, 40)])]) == [[], []]
        assert self.RASTER.apart([self.RASTER.union([])]) == [(0, 0)]

    def test_the_outline_goes_round_with_its_corners_cut(self) -> None:
        assert self.RASTER.outline(self.cell(1, 2)) == "M30 40l10 10-10 10-10-10z"
        two = self.RASTER.outline((2, 0b11 << 1))
        assert two == "M30 40l20 0 10 10-10 10-20 0-10-10z"

    def test_holes_have_outlines_of_their_own(self) -> None:
        ring = (2, 0b111 << 4 | 0b101 << 56 | 0b111 << 108)
        assert self.RASTER.outline(ring).count("z") == 2
        assert self.RASTER.outline(ring, holes=False).count("z") == 1
        assert self.RASTER.outline((2, 1 << 4 | 1 << 57)).count("z") in {1, 2}  # they meet at a corner

    def test_a_gap_is_closed_around(self) -> None:
        row, bits = self.RASTER.around(self.RASTER.union([self.cell(10, 10), self.cell(14, 10)]))
        middle = bits >> 52 * (10 - row) & (1 << 52) - 1
        assert middle == (1 << 16) - (1 << 9)

    def test_lines_cross_every_other_row(self) -> None:
        block = (3, 0b11 << 2 | 0b11 << 54 | 0b11 << 106)
        assert self.RASTER.hatching(block) == "M40 70h40M40 110h40"


def test_a_table_by_grid() -> None:
    place = path(100, 120, 90, 0)
    plan = GridPlan(
        neighbourhood=place,
        grids=[
            Grid(id="G1", neighbourhood="N1", members=["B0", "B2"]),
            Grid(id="G2", neighbourhood="N1", members=["B1", "B3"]),
        ],
    )
    assert plan.by_grid(waived=["G2"]) == {
        "grid": ["G1", "G2"],
        "neighbourhood": ["N1", "N1"],
        "buildings": [2, 2],
        "households": [190, 120],
        "residents": [None, None],
        "compounds": [0, 0],
        "cut": [3, 3],
        "pieces": [2, 2],
        "outside": [None, None],
        "waived": [False, True],
    }
    plain = plan._repr_mimebundle_(include=["text/plain"])["text/plain"].splitlines()
    assert len({len(line.partition("(")[0]) for line in plain[-2:]}) == 1
    assert [" ".join(line.split()) for line in plain[-2:]] == [
        "G1 2 190 – 0 3 (分成2片 in 2 pieces)",
        "G2 2 120 – 0 3 (分成2片 in 2 pieces)",
    ]
    with pytest.raises(InvalidValueError):
        plan.by_grid(households=(1, 2, 3))  # type: ignore[arg-type]
