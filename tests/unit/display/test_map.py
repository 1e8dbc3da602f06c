"""The map: every building once, in the colour of its grid, where it stands."""

from __future__ import annotations

from collections import Counter

import pytest

from pbgov.base import Report
from pbgov.display import page
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood
from pbgov.grid._colours import COLOURS, colours
from pbgov.grid._shapes import Sheet, corners
from pbgov.model import Jurisdiction
from pbgov.org import FOUR_LEVELS
from tests.unit.display.reading import part, seen
from tests.unit.display.worlds import HEADING, ON, plan, square, whole

MAP = part(whole(), "map")


def test_each_grid_is_one_figure_with_its_identifier_as_name() -> None:
    names = [group.findtext("title") for group in MAP.iterfind(".//svg/g")]
    assert names == ["N1-G1 · 230", "N1-G2 · 100", "N1-G3 · 350"]  # the building of G4 has no position


def test_neighbours_differ_in_colour_and_the_table_shows_the_same_colours() -> None:
    drawn = [group.get("class") for group in MAP.iterfind(".//svg/g")]
    assert len(set(drawn)) == 3
    keys = [key.get("class", "").removeprefix("key ") for key in MAP.iterfind(".//tbody//th/span")]
    assert keys[:3] == drawn


def test_buildings_are_drawn_in_decimetres_with_north_up() -> None:
    paths = [path.get("d") or "" for path in MAP.iterfind(".//svg/g/path") if path.get("class") != "area"]
    assert [path.count("z") for path in paths] == [3, 1, 1]
    assert paths[1].endswith("l100 0 0-100-100 0z")  # ten metres east, ten north (upwards), ten west


def test_ways_within_a_grid_are_drawn_and_those_between_grids_are_not() -> None:
    areas = [path.get("d") or "" for path in MAP.iterfind(".//svg/g/path[@class='area']")]
    assert [area.count("M") for area in areas] == [2, 1]


def test_a_building_without_households_is_grey_and_a_waived_one_outlined() -> None:
    assert (MAP.find(".//svg/path[@class='empty']").attrib["d"]).count("z") == 1  # type: ignore[union-attr]
    assert len(MAP.findall(".//svg/polygon[@class='waived']")) == 1
    assert [text.text for text in MAP.iterfind(".//svg/text[@class='label waived']")] == ["G3"]


def test_labels_are_short_and_count_households() -> None:
    labels = {
        text.text: text.findtext("tspan") for text in MAP.iterfind(".//svg/text") if "label" in text.attrib["class"]
    }
    assert labels == {"G1": "230", "G2": "100", "G3": "350"}


def test_the_summary_counts() -> None:
    text = seen(MAP, "en")
    assert "老城: 7 buildings and 700 households, in 4 grids of 20 to 350." in text
    assert "waived: 1" in text
    assert "not drawn: 1" in text
    assert "hang together" not in text
    assert "10 m" in text


def test_the_legend_names_waivers_only_where_there_are_some() -> None:
    place = Jurisdiction(id="X", profile=FOUR_LEVELS)
    without = part(page(place, Report(), heading=HEADING, on=ON, plan=plan()), "map")
    assert len(MAP.findall("ul/li")) == len(without.findall("ul/li")) + 1
    assert without.find(".//svg//polygon[@class='waived']") is None


def test_a_grid_in_pieces_is_counted() -> None:
    neighbourhood = Neighbourhood(id="N", community="C", buildings=[square("B1", 0, 0), square("B2", 50_000, 0)])
    grids = [Grid(id="G", neighbourhood="N", members=["B1", "B2"])]
    place = Jurisdiction(id="X", profile=FOUR_LEVELS)
    apart = GridPlan(neighbourhood=neighbourhood, grids=grids)
    shown = part(page(place, Report(), heading=HEADING, on=ON, plan=apart), "map")
    assert "do not hang together: 1" in seen(shown, "en")
    assert shown.find(".//path[@class='area']") is None
    assert shown.find(".//path[@class='empty']") is None


def test_labels_give_way_to_each_other() -> None:
    crowd = [square(f"A{i}", 12_000 * i, 0) for i in range(40)] + [square("T", 12_000 * 20, 6_000)]
    neighbourhood = Neighbourhood(id="N", community="C", buildings=crowd)
    grids = [
        Grid(id="G1", neighbourhood="N", members=[b.id for b in crowd[:-1]]),
        Grid(id="G2", neighbourhood="N", members=["T"]),
    ]
    place = Jurisdiction(id="X", profile=FOUR_LEVELS)
    drawn = GridPlan(neighbourhood=neighbourhood, grids=grids)
    shown = part(page(place, Report(), heading=HEADING, on=ON, plan=drawn), "map")
    at = {text.text: int(text.attrib["x"]) for text in shown.iterfind(".//svg/text") if "label" in text.attrib["class"]}
    assert abs(at["G1"] - at["G2"]) >= 3 * 50


@pytest.mark.parametrize(
    ("building", "at", "n"),
    [
        (Building(id="B", households=1), None, 0),
        (Building(id="B", households=1, x=5, y=7), (5, 7), 4),
        (Building(id="B", households=1, outline=[(0, 0), (3, 0), (0, 6)]), (1, 2), 3),
        (Building(id="B", households=1, x=5, y=7, outline=[(0, 0), (3, 0), (0, 6)]), (5, 7), 3),
    ],
)
def test_where_a_building_stands_and_how_it_looks(building: Building, at: object, n: int) -> None:
    assert building.at == at
    assert len(corners(building)) == n


@pytest.mark.parametrize(
    ("width", "metres"), [(1, 1), (119, 1), (120, 2), (300, 5), (599, 5), (600, 10), (12_000, 200), (300_000, 5_000)]
)
def test_the_scale_is_a_round_number_of_metres(width: int, metres: int) -> None:
    assert Sheet(0, 0, width, 10).scale == metres


def test_more_neighbours_than_colours_share_them_evenly() -> None:
    buildings = [Building(id=f"B{i:02}", households=1) for i in range(2 * COLOURS)]
    edges = [(a.id, b.id) for a in buildings for b in buildings if a.id < b.id]
    neighbourhood = Neighbourhood(id="N", community="C", buildings=buildings, edges=edges)
    grids = [Grid(id=f"G-{b.id}", neighbourhood="N", members=[b.id]) for b in buildings]
    chosen = colours(GridPlan(neighbourhood=neighbourhood, grids=grids))
    assert set(Counter(chosen.values()).values()) == {2}


def test_grids_that_only_look_like_neighbours_differ_too() -> None:
    buildings = [square("B1", 0, 0), square("B2", 30_000, 0), square("B3", 3_000_000, 0)]
    neighbourhood = Neighbourhood(id="N", community="C", buildings=buildings)
    grids = [Grid(id=f"G-{b.id}", neighbourhood="N", members=[b.id]) for b in buildings]
    chosen = colours(GridPlan(neighbourhood=neighbourhood, grids=grids))
    assert chosen["G-B1"] != chosen["G-B2"]
