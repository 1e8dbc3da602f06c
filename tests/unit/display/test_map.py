"""The map: every building once, in the colour of its grid, where it stands."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import pytest

from pbgov.base import LANGS, FrozenMap, Lang, Report, Verdict
from pbgov.display import page
from pbgov.grid import OBJECTIVES, Building, Grid, GridPlan, Neighbourhood, Partitioning, partition
from pbgov.grid._colours import COLOURS
from pbgov.grid._shapes import Sheet, corners
from pbgov.model import Jurisdiction
from pbgov.org import FOUR_LEVELS
from tests.unit.display.reading import part, seen
from tests.unit.display.worlds import HEADING, NASTY, ON, divided, finding, jixi, plan, square, whole

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

MAP = part(whole(), "map")


def layer(name: str, shown: ET.Element = MAP) -> list[ET.Element]:
    """Give what lies in one layer of the map."""
    return list(shown.iterfind(f".//svg/g[@class='{name}']/*"))


def labels_of(shown: ET.Element) -> dict[str | None, ET.Element]:
    return {text.text: text for text in layer("labels", shown)}


def test_each_grid_is_one_area_with_its_identifier_and_households_as_name() -> None:
    names = [group.findtext("title") for group in layer("areas")]
    assert names == ["N1-G1 · 230", "N1-G2 · 100", "N1-G3 · 350"]  # the building of G4 has no position


def test_neighbours_differ_in_colour_and_the_table_shows_the_same_colours() -> None:
    drawn = [group.get("class") for group in layer("areas")]
    assert len(set(drawn)) == 3
    keys = [
        key.get("class", "").removeprefix("key ") for key in MAP.iterfind(".//table[@class='numbers']/tbody//th/span")
    ]
    assert keys[:3] == drawn
    assert sorted(filter(None, drawn)) == [path.get("class") for path in layer("houses")]


def test_buildings_are_drawn_in_decimetres_with_north_up() -> None:
    paths = {path.get("class"): path.get("d") or "" for path in layer("houses")}
    drawn = [paths[group.get("class")] for group in layer("areas")]
    assert [path.count("z") for path in drawn] == [3, 1, 1]
    assert drawn[1].endswith("l100 0 0-100-100 0z")  # ten metres east, ten north (upwards), ten west


def test_ways_within_a_grid_are_drawn_and_those_between_grids_are_not() -> None:
    ways = {path.get("class"): path.get("d") or "" for path in layer("ways")}
    drawn = [ways.get(group.get("class"), "") for group in layer("areas")]
    assert [way.count("M") for way in drawn] == [2, 1, 0]


def test_an_area_encloses_its_buildings_and_those_of_no_other_grid() -> None:
    areas = [group.find("path") for group in layer("areas")]
    boxes = [box(area.attrib["d"]) for area in areas if area is not None]
    assert [left for left, _ in boxes] == sorted(left for left, _ in boxes)
    assert all(right <= left + 60 for (_, right), (left, _) in pairwise(boxes))  # a cell of slack


def box(path: str) -> tuple[int, int]:
    """Give the western and the eastern end of the first figure of a path."""
    numbers = [int(n) for n in re.findall(r"-?\d+", path.partition("z")[0])]
    across = list(accumulate(numbers[0::2]))
    return min(across), max(across)


def test_a_building_without_households_is_grey_and_a_waived_one_outlined() -> None:
    assert (MAP.find(".//svg/path[@class='empty']").attrib["d"]).count("z") == 1  # type: ignore[union-attr]
    assert (MAP.find(".//svg/path[@class='waived']").attrib["d"]).count("z") == 1  # type: ignore[union-attr]
    assert [text.text for text in MAP.iterfind(".//svg//text[@class='label waived']")] == ["G3"]


def test_labels_are_short_and_count_households() -> None:
    labels = {name: text.findtext("tspan") for name, text in labels_of(MAP).items()}
    assert labels == {"G1": "230", "G2": "100", "G3": "350"}


def test_a_grid_that_breaches_a_norm_is_marked_on_map_and_table() -> None:
    place = Jurisdiction(id="X", profile=FOUR_LEVELS)
    found = (finding("LF302", "N1-G2"), finding("LF305", "N1-G2"), finding("LF302", "elsewhere"))
    shown = part(page(place, Report(findings=found), heading=HEADING, on=ON, plans=[plan()]), "map")
    marks = layer("marks", shown)
    assert [mark.findtext("title") for mark in marks] == [f"{found[0].message('zh')} {found[0].message('en')}"]
    assert len(shown.findall(".//path[@class='area marked']")) == 1
    assert "grid with a finding" in seen(shown, "en")
    row = next(row for row in shown.iterfind(".//tbody/tr") if "N1-G2" in seen(row, "en"))
    assert found[0].message("en") in seen(row, "en")
    assert not layer("marks")


def test_the_summary_counts() -> None:
    text = seen(MAP, "en")
    assert "老城: 7 buildings and 700 households, in 4 grids of 20 to 350." in text
    assert "waived: 1" in text
    assert "not drawn: 1" in text
    assert "hang together" not in text
    assert "20 m" in text


def test_the_legend_names_waivers_only_where_there_are_some() -> None:
    place = Jurisdiction(id="X", profile=FOUR_LEVELS)
    without = part(page(place, Report(), heading=HEADING, on=ON, plans=[plan()]), "map")
    assert len(MAP.findall("ul/li")) == len(without.findall("ul/li")) + 1
    assert without.find(".//svg//path[@class='waived']") is None


def test_a_waiver_on_record_outlines_a_grid_of_a_bare_plan() -> None:
    excused = finding("LF302", "N1-G3", verdict=Verdict.WAIVED, key="norm.waived", arguments=(("reason", "tower"),))
    place = Jurisdiction(id="X", profile=FOUR_LEVELS)
    shown = part(page(place, Report(findings=(excused,)), heading=HEADING, on=ON, plans=[plan()]), "map")
    assert (shown.find(".//svg/path[@class='waived']").attrib["d"]).count("z") == 1  # type: ignore[union-attr]
    assert "waived: 1" in seen(shown, "en")


def sections(*plans: GridPlan | Partitioning) -> tuple[ET.Element, list[ET.Element]]:
    """Give the section of several plans, and what it says of each."""
    shown = part(page(jixi(), Report(), heading=HEADING, on=ON, plans=plans), "map")
    return shown, shown.findall("article")


def test_each_plan_stands_under_its_community_and_all_share_one_legend() -> None:
    shown, articles = sections(plan(), divided(), plan())
    assert [article.findtext("h3") for article in articles] == [NASTY] * 3
    assert [article.find("h3").attrib["id"] for article in articles] == [  # type: ignore[union-attr]
        "map-1-heading",
        "map-2-heading",
        "map-3-heading",
    ]
    assert len(shown.findall(".//svg")) == 3
    assert len(shown.findall("ul[@class='legend']")) == 1
    assert "waived" in seen(shown.findall("ul[@class='legend']")[0], "en")


def test_what_is_proven_stands_beside_what_partitioning_gave_and_beside_no_bare_plan() -> None:
    _, (bare, proven) = sections(plan(), divided())
    assert "proven" not in seen(bare, "en")
    assert "It is proven that no plan has fewer grids." in seen(proven, "en")
    assert "已证明：不可能有更少的网格。" in seen(proven, "zh")
    rows = [[seen(cell, "en") for cell in row] for row in proven.iterfind(".//table[@class='numbers goals']/tbody/tr")]
    assert rows == [["grids proven the best", "4", "4"], ["ways that lead from grid to grid", "3", "2"]]
    assert "Why at least" not in seen(proven, "en")  # nobody gave a proof


def test_an_open_question_is_said_to_be_open() -> None:
    _, (shown,) = sections(divided(bound=2, bounds=FrozenMap({"grids": 2, "cut": 0})))
    assert "no plan has fewer than 2 grids; whether fewer than 4 would do is open" in seen(shown, "en")
    assert "任何方案都不少于2个网格；能否少于4个，尚无定论" in seen(shown, "zh")
    assert "proven the best" not in seen(shown, "en")


@pytest.mark.parametrize("lang", LANGS)
def test_the_proof_is_told(lang: Lang) -> None:
    found = partition(plan().neighbourhood, (20, 300), oversize="alone")
    assert found.proof is not None
    _, (shown,) = sections(found)
    assert found.proof.explain(lang) in seen(shown, lang)
    assert {"en": "Why at least 4:", "zh": "为何至少4个："}[lang] in seen(shown, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_every_objective_has_its_words(lang: Lang) -> None:
    zeros = FrozenMap(dict.fromkeys(OBJECTIVES, 0))
    _, (shown,) = sections(divided(measures=zeros, bounds=zeros))
    assert "goal." not in seen(shown, lang)
    assert len(shown.findall(".//table[@class='numbers goals']/tbody/tr")) == len(OBJECTIVES)


@pytest.mark.parametrize("lang", LANGS)
def test_where_there_is_no_plan_the_certificate_is_told(lang: Lang) -> None:
    refused = partition(plan().neighbourhood, (20, 300))
    assert refused.certificate is not None
    shown, (article,) = sections(refused)
    assert refused.certificate.explain(lang) in seen(article, lang)
    assert "老城" in seen(article, lang)
    assert shown.find(".//svg") is None
    assert shown.find("ul") is None


def test_a_neighbourhood_without_a_name_goes_by_its_identifier() -> None:
    place = Neighbourhood(id="N9", community="nowhere", buildings=[Building(id="B", households=9)])
    _, (article,) = sections(partition(place, (20, 300)))
    assert article.findtext("h3") == "nowhere"
    assert "N9 has no plan of grids" in seen(article, "en")


def test_a_grid_in_pieces_is_counted() -> None:
    neighbourhood = Neighbourhood(id="N", community="C", buildings=[square("B1", 0, 0), square("B2", 50_000, 0)])
    grids = [Grid(id="G", neighbourhood="N", members=["B1", "B2"])]
    place = Jurisdiction(id="X", profile=FOUR_LEVELS)
    apart = GridPlan(neighbourhood=neighbourhood, grids=grids)
    shown = part(page(place, Report(), heading=HEADING, on=ON, plans=[apart]), "map")
    assert "do not hang together: 1" in seen(shown, "en")
    assert not layer("ways", shown)
    assert shown.find(".//path[@class='empty']") is None
    assert not layer("compounds", shown)


def test_labels_give_way_to_each_other() -> None:
    crowd = [square(f"A{i}", 12_000 * i, 0) for i in range(40)] + [square("T", 12_000 * 20, 6_000)]
    neighbourhood = Neighbourhood(id="N", community="C", buildings=crowd)
    grids = [
        Grid(id="G1", neighbourhood="N", members=[b.id for b in crowd[:-1]]),
        Grid(id="G2", neighbourhood="N", members=["T"]),
    ]
    place = Jurisdiction(id="X", profile=FOUR_LEVELS)
    drawn = GridPlan(neighbourhood=neighbourhood, grids=grids)
    shown = part(page(place, Report(), heading=HEADING, on=ON, plans=[drawn]), "map")
    at = {name: int(text.attrib["x"]) for name, text in labels_of(shown).items()}
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


def test_more_neighbours_than_colours_take_them_again_hatched() -> None:
    buildings = [square(f"B{i:02}", 12_000 * (i % 5), 12_000 * (i // 5)) for i in range(2 * COLOURS + 1)]
    edges = [(a.id, b.id) for a in buildings for b in buildings if a.id < b.id]
    neighbourhood = Neighbourhood(id="N", community="C", buildings=buildings, edges=edges)
    grids = [Grid(id=f"G-{b.id}", neighbourhood="N", members=[b.id]) for b in buildings]
    crowd = GridPlan(neighbourhood=neighbourhood, grids=grids)
    assert sorted(crowd.colours().values()) == list(range(2 * COLOURS + 1))
    shown = part(
        page(Jurisdiction(id="X", profile=FOUR_LEVELS), Report(), heading=HEADING, on=ON, plans=[crowd]), "map"
    )
    hatched = [group.find("path[@class='hatching']") for group in layer("areas", shown)]
    dashes = [one.get("stroke-dasharray") for one in hatched if one is not None]
    assert (dashes.count(None), dashes.count("3 3")) == (COLOURS, 1)
    assert len(shown.findall(".//tbody//span[@class='key c0 hatched']")) == 2


def test_grids_that_only_look_like_neighbours_differ_too() -> None:
    buildings = [square("B1", 0, 0), square("B2", 30_000, 0), square("B3", 3_000_000, 0)]
    neighbourhood = Neighbourhood(id="N", community="C", buildings=buildings)
    grids = [Grid(id=f"G-{b.id}", neighbourhood="N", members=[b.id]) for b in buildings]
    chosen = GridPlan(neighbourhood=neighbourhood, grids=grids).colours()
    assert chosen["G-B1"] != chosen["G-B2"]
