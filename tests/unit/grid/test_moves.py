"""Before and after: grids matched so that the fewest buildings moved."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, permutations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import attrs
import networkx as nx
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov.base import LANGS, Generator
from pbgov.errors import InvalidValueError, StructureError
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood, PlanChange, compare_plans, moved
from pbgov.grid._moves import matching
from tests.unit.display.reading import nested

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN, HTML, SVG = "text/plain", "text/html", "image/svg+xml"
NAMES = ("G1", "G2", "G3", "G4", "G5")
GROUPS = st.dictionaries(st.integers(0, 11).map("B{}".format), st.sampled_from(NAMES), max_size=12)


def plan(id: str = "N1", **grids: str) -> GridPlan:  # noqa: A002 - the name of the field
    """Give a plan of buildings in a row, ten metres each, by grid."""
    homes = sorted(key for held in grids.values() for key in held.split())
    buildings = [Building(id=key, households=10 * (int(key[1:]) + 1), x=20_000 * int(key[1:]), y=0) for key in homes]
    edges = list(pairwise(homes))
    return GridPlan(
        neighbourhood=Neighbourhood(id=id, community="C1", name="甲<乙>", buildings=buildings, edges=edges),
        grids=[Grid(id=grid, neighbourhood=id, members=held.split()) for grid, held in grids.items()],
    )


BEFORE = plan(G1="B0 B1 B2", G2="B3 B4", G3="B5 B6")
AFTER = plan(G1="B3 B4 B2", G7="B0 B1", G8="B7", G9="B8")


def fewest(before: Mapping[str, str], after: Mapping[str, str]) -> int:
    """Try every one-to-one matching, and count the members of both that it leaves in another group."""
    old, new = sorted(set(before.values())), sorted(set(after.values()))
    both = [key for key in before if key in after]
    padded = [*new, *([""] * len(old))]
    return min(
        sum(dict(zip(old, partners, strict=True))[before[key]] != after[key] for key in both)
        for partners in set(permutations(padded, len(old)))
    )


@settings(max_examples=150, deadline=None)
@given(before=GROUPS, after=GROUPS)
def test_no_matching_moves_fewer(before: dict[str, str], after: dict[str, str]) -> None:
    found = matching(before, after)
    assert len(set(found.values())) == len(found)
    left = sum(found.get(before[key]) != after[key] for key in before if key in after)
    assert left == fewest(before, after)
    assert all(any(after.get(key) == other for key in before if before[key] == one) for one, other in found.items())


@given(before=GROUPS, after=GROUPS, names=st.permutations(NAMES))
def test_what_grids_are_called_moves_no_building(
    before: dict[str, str], after: dict[str, str], names: list[str]
) -> None:
    def count(one: dict[str, str], other: dict[str, str]) -> int:
        found = matching(one, other)
        return sum(found.get(one[key]) != other[key] for key in one if key in other)

    renamed = dict(zip(NAMES, names, strict=True))
    assert count(before, after) == count(before, {key: renamed[grid] for key, grid in after.items()})
    assert count(before, after) == count(after, before)


@given(groups=GROUPS)
def test_a_plan_is_itself(groups: dict[str, str]) -> None:
    assert matching(groups, groups) == {grid: grid for grid in sorted(set(groups.values()))}


def test_names_are_kept_where_that_costs_nothing() -> None:
    before = {"a": "G1", "b": "G1", "c": "G2", "d": "G2"}
    after = {"a": "G1", "b": "G2", "c": "G1", "d": "G2"}
    assert matching(before, after) == {"G1": "G1", "G2": "G2"}


def test_a_large_whole_is_not_beyond_it() -> None:
    # 1,500 groups of four, each shifted by one building: the names that were, one step on.
    before = {f"B{i}": f"G{i // 4}" for i in range(6_000)}
    after = {f"B{i}": f"H{(i + 1) // 4}" for i in range(6_000)}
    found = matching(before, after)
    assert [found[f"G{i}"] for i in (0, 700, 1_499)] == ["H0", "H700", "H1499"]


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_where_groups_mix_widely_it_agrees_with_networkx(seed: int) -> None:
    gen = Generator(seed)
    before = {f"B{i}": f"G{gen.below(12)}" for i in range(90)}
    after = {f"B{i}": f"H{gen.below(12)}" for i in range(90)}
    graph: nx.Graph[str] = nx.Graph()
    for (one, other), shared in Counter((before[key], after[key]) for key in before).items():
        graph.add_edge(one, other, weight=shared)
    best = sum(graph.edges[pair]["weight"] for pair in nx.max_weight_matching(graph))
    found = matching(before, after)
    assert sum(found.get(before[key]) == after[key] for key in before) == best


def test_what_changed_is_told() -> None:
    change = compare_plans(BEFORE, AFTER)
    assert change == PlanChange(before=BEFORE, after=AFTER)
    assert dict(change.matched) == {"G1": "G7", "G2": "G1"}
    assert (change.moved, change.new, change.gone) == (("B2",), ("B7", "B8"), ("B5", "B6"))
    assert (change.opened, change.closed) == (("G8", "G9"), ("G3",))
    assert moved(BEFORE, AFTER) == ("B2",)
    assert change.pairs() == (("G1", "G7"), ("G2", "G1"), ("G3", None), (None, "G8"), (None, "G9"))
    assert moved(BEFORE, BEFORE) == ()


def test_it_gives_tables_by_grid_and_by_building() -> None:
    change = compare_plans(BEFORE, AFTER)
    assert change.by_grid() == {
        "before": ["G1", "G2", "G3", None, None],
        "after": ["G7", "G1", None, "G8", "G9"],
        "households_before": [60, 90, 130, None, None],
        "households_after": [30, 120, None, 80, 90],
        "joined": [0, 1, 0, 0, 0],
        "left": [1, 0, 0, 0, 0],
        "new": [0, 0, 0, 1, 1],
        "gone": [0, 0, 2, 0, 0],
    }
    rows = pl.DataFrame(change.to_columns()).rows()
    assert len(rows) == 9
    assert rows[2] == ("B2", "G1", "G1", True)
    assert rows[5] == ("B5", "G3", None, False)


def test_it_shows_itself_in_both_languages() -> None:
    shown = compare_plans(BEFORE, AFTER)._repr_mimebundle_()
    assert set(shown) == {PLAIN, HTML, SVG}
    assert "共有的5栋楼中1栋换格" in shown[PLAIN]
    assert "of 5 buildings in both plans 1 moved" in shown[PLAIN]
    assert "  G2 → G1: 90 → 120 (移入楼栋 moved in 1)" in shown[PLAIN].splitlines()
    assert "  新设 opened → G8: – → 80 (新增楼栋 new 1)" in shown[PLAIN].splitlines()
    for kind in (HTML, SVG):
        nested(shown[kind])
    page = ET.fromstring(shown[HTML])  # noqa: S314 - our own
    spoken = {lang: [one for one in page.iter() if one.get("lang") == lang] for lang in LANGS}
    assert len(spoken["zh"]) == len(spoken["en"]) > 0
    assert len(list(page.iter("{http://www.w3.org/2000/svg}svg"))) == 2
    assert "&lt;乙&gt;" in shown[HTML]


def test_the_maps_have_one_colour_for_a_grid_that_goes_on_and_a_ring_for_a_building_that_moved() -> None:
    root = ET.fromstring(compare_plans(BEFORE, AFTER).to_svg(lang="en"))  # noqa: S314 - our own
    maps = root.findall("{*}svg")
    assert len(maps) == 2
    colours = [
        {
            group.findtext("{*}title", "").partition(" ")[0]: group.get("class")
            for group in one.iterfind("{*}g[@class='areas']/{*}g")
        }
        for one in maps
    ]
    assert colours[0]["G1"] == colours[1]["G7"]
    assert colours[0]["G2"] == colours[1]["G1"]
    assert len({colours[1]["G1"], colours[1]["G7"], colours[1]["G8"]}) == 3
    assert [one.attrib["d"].count("z") for one in root.iterfind(".//{*}path[@class='ring']")] == [1, 1]
    boxes = [[int(one.attrib[side]) for side in ("x", "y", "width", "height")] for one in maps]
    whole = [int(n) for n in root.attrib["viewBox"].split()]
    assert all(x + width <= whole[2] and y + height <= whole[3] for x, y, width, height in boxes)
    assert boxes[0][0] + boxes[0][2] <= boxes[1][0]


def test_nothing_moved_needs_no_table() -> None:
    shown = compare_plans(BEFORE, BEFORE)._repr_mimebundle_()
    assert "<table" not in shown[HTML]
    assert 'class="ring"' not in shown[SVG]
    assert shown[PLAIN].endswith("未变的网格：3个。\nGrids that stayed as they were: 3.")


def test_many_grids_are_counted_and_not_listed() -> None:
    keys = [f"B{i}" for i in range(140)]
    one = plan(**{f"G{i:03}": f"{keys[2 * i]} {keys[2 * i + 1]}" for i in range(70)})
    other = plan(**{f"G{i:03}": key for i, key in enumerate(keys)})
    shown = compare_plans(one, other)._repr_mimebundle_(exclude=[SVG])
    assert "80 more grids" in shown[PLAIN]
    assert "80 more grids" in shown[HTML]


def test_plans_of_nothing_and_of_nowhere_are_compared_too() -> None:
    nothing = GridPlan(neighbourhood=Neighbourhood(id="N1", community="C1"), grids=[])
    unplaced = attrs.evolve(
        BEFORE,
        neighbourhood=attrs.evolve(
            BEFORE.neighbourhood,
            buildings=[attrs.evolve(one, x=None, y=None) for one in BEFORE.neighbourhood.buildings],
        ),
    )
    for one, other in ((nothing, nothing), (nothing, AFTER), (unplaced, AFTER), (BEFORE, unplaced)):
        shown = compare_plans(one, other)._repr_mimebundle_()
        for kind in (HTML, SVG):
            nested(shown[kind])
    assert moved(unplaced, BEFORE) == ()
    assert compare_plans(nothing, AFTER).opened == tuple(AFTER.grids)


def test_strangers_are_refused() -> None:
    with pytest.raises(StructureError, match=r"different neighbourhoods, N1 and N2.* / .*不是同一小区图：N1与N2"):
        moved(BEFORE, plan("N2", G1="B0"))
    with pytest.raises(InvalidValueError, match=r"after should be a GridPlan .* / after应为GridPlan"):
        compare_plans(BEFORE, "G1")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError):
        compare_plans(BEFORE, BEFORE).to_svg(lang="fr")  # type: ignore[arg-type]
