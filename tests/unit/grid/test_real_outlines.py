"""The outlines of two real neighbourhoods, which the examples keep."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import shapely

from pbgov.boundary import neighbourhood_from_geojson, to_geojson
from pbgov.grid import Building, Neighbourhood, adjacency

EXAMPLES = Path(__file__).parents[3] / "examples"
DATA = EXAMPLES / "data"
WHOLE = {"nw": ("neighbourhood.json", 552), "ne": ("neighbourhood_ne.json", 551)}


@cache
def outlines(part: str) -> Neighbourhood:
    text = (DATA / f"suzhou_old_town_{part}.geojson").read_text(encoding="utf-8")
    got = neighbourhood_from_geojson(
        text, id=part, community="C", origin=(120.61, 31.3), properties={"compound": "block"}
    )
    assert got.report.findings == ()
    return got.neighbourhood


@cache
def written(part: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / WHOLE[part][0]).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("part", WHOLE)
def test_the_script_makes_the_file(part: str, tmp_path: Path) -> None:
    made = tmp_path / "made.json"
    names = ["--id", written(part)["id"], "--name", written(part)["name"], "--output", str(made)]
    script = [sys.executable, "-X", "utf8", str(EXAMPLES / "make_neighbourhood.py")]
    subprocess.run([*script, str(DATA / f"suzhou_old_town_{part}.geojson"), *names], check=True)
    assert made.read_bytes() == (DATA / WHOLE[part][0]).read_bytes()


@pytest.mark.parametrize("part", WHOLE)
def test_the_file_is_one_graph_of_all_buildings(part: str) -> None:
    given = written(part)
    buildings = [Building(**row) for row in given["buildings"]]
    assert len(buildings) == WHOLE[part][1]
    place = Neighbourhood(
        id=given["id"], community="C", buildings=buildings, edges=[*given["edges"], *given["crossings"]]
    )
    assert len(place.components()) == 1
    assert set(map(tuple, given["edges"])) == set(adjacency(buildings))


@pytest.mark.parametrize("part", WHOLE)
def test_who_is_near_is_what_all_pairs_say(part: str) -> None:
    place = outlines(part)
    shapes = {building.id: shapely.Polygon(building.outline) for building in place.buildings}
    near = [pair for pair in combinations(sorted(shapes), 2) if shapes[pair[0]].distance(shapes[pair[1]]) <= 14_000]
    assert list(adjacency(place.buildings)) == near


def test_blocks_are_what_near_edges_hold_together() -> None:
    # The blocks of the source were made by the same rule, of coordinates that were not yet rounded.
    place = outlines("nw")
    near = Neighbourhood(id="N", community="C", buildings=place.buildings, edges=adjacency(place.buildings))
    blocks: dict[str | None, set[str]] = {}
    for building in place.buildings:
        blocks.setdefault(building.compound, set()).add(building.id)
    assert {frozenset(block) for block in blocks.values()} == set(map(frozenset, near.components()))


def test_no_way_leads_along_a_wall_that_two_houses_share() -> None:
    buildings = [Building(**row) for row in written("nw")["buildings"]]
    far = set(adjacency(buildings, within=30_000)) - set(adjacency(buildings, within=30_000, in_sight=True))
    assert {("B308", "B338"), ("B439", "B483"), ("B057", "B148")} <= far


@pytest.mark.parametrize("part", WHOLE)
def test_outlines_go_out_and_come_back(part: str) -> None:
    place = outlines(part)
    again = neighbourhood_from_geojson(
        to_geojson(place, origin=(120.61, 31.3)), id=part, community="C", origin=(120.61, 31.3)
    )
    assert again.neighbourhood == place
