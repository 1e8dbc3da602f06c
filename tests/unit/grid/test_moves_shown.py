"""The picture of a change: two maps of the same ground, and labels that leave the rings to be seen."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import attrs
import pytest

from pbgov.base import HTML
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood, compare_plans
from pbgov.grid._closely import Closely
from pbgov.grid._map import Look, grid_map, view_of
from pbgov.grid._moves_shown import views_of


def homes(*at: tuple[int, int], grids: int = 2) -> GridPlan:
    """Buildings in metres, in so many grids by turns."""
    held: dict[int, list[str]] = {}
    for n in range(len(at)):
        held.setdefault(n % grids, []).append(f"B{n:04}")
    buildings = [Building(id=f"B{n:04}", households=9, x=1_000 * x, y=1_000 * y) for n, (x, y) in enumerate(at)]
    return GridPlan(
        neighbourhood=Neighbourhood(id="N1", community="C1", buildings=buildings),
        grids=[Grid(id=f"G{n}", neighbourhood="N1", members=members) for n, members in sorted(held.items())],
    )


ROWS = [(30 * (n % 40), 30 * (n // 40)) for n in range(1_000)]
FAR_EAST = (2_000, 400)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (homes(*ROWS[:20]), homes(*ROWS[:20], FAR_EAST)),  # both from close by
        (homes(*ROWS[:20], FAR_EAST), homes(*ROWS[:20])),
        (homes(*ROWS), homes(*ROWS, FAR_EAST)),  # one from close by, the other from afar
        (homes(*ROWS, (5, 5)), homes(*ROWS, FAR_EAST)),  # both from afar
        (homes(*ROWS[:20], (-900, 0)), homes(*ROWS[:20], FAR_EAST)),  # neither within the other
    ],
)
def test_both_maps_show_the_same_ground_at_the_same_scale(before: GridPlan, after: GridPlan) -> None:
    change = compare_plans(before, after)
    for maps in (
        ET.fromstring(change.to_svg()).findall("{*}svg"),  # noqa: S314 - our own
        list(ET.fromstring(change._repr_mimebundle_()[HTML]).iter("{http://www.w3.org/2000/svg}svg")),  # noqa: S314
    ):
        one, other = maps
        assert one.attrib["viewBox"] == other.attrib["viewBox"]
        assert [text.text for text in one.iterfind("{*}text[@class='scale']")] == [
            text.text for text in other.iterfind("{*}text[@class='scale']")
        ]
        assert {"ways", "houses", "far"} & {group.get("class") for group in one.iterfind("{*}g")} == {
            "ways", "houses", "far"
        } & {group.get("class") for group in other.iterfind("{*}g")}  # fmt: skip
    views = [view.spots for view in views_of(before, after) if view is not None]
    assert views[0][:20] == views[1][:20]


def test_a_plan_within_the_other_keeps_the_view_it_has() -> None:
    large, small = homes(*ROWS[:20], FAR_EAST), homes(*ROWS[:20])
    assert views_of(small, large)[1] is view_of(large)
    assert views_of(small, small)[0] is view_of(small)


def boxes(one: ET.Element) -> tuple[list[tuple[int, int, int, int]], list[tuple[int, int]], int]:
    """Where a map has labels: left, top, right and bottom; the middles of its rings; and the height of a letter."""
    letter = int(one.attrib["font-size"])
    labels: list[tuple[int, int, int, int]] = []
    for label in one.iterfind("{*}g[@class='labels']/{*}text"):
        x, y, lines = int(label.attrib["x"]), int(label.attrib["y"]), [label.text or "", *(t.text or "" for t in label)]
        half = max(map(len, lines)) * letter * 6 // 20
        labels.append((x - half, y - letter, x + half, y + (len(lines) - 1) * letter))
    path = "".join(ring.attrib["d"] for ring in one.iterfind("{*}path[@class='ring']"))
    radius = letter * 11 // 10
    rings = [(int(x) + radius, int(y)) for x, y in re.findall(r"M(-?\d+) (-?\d+)", path)]
    return labels, rings, letter


def hidden(one: ET.Element) -> int:
    """How many rings a label touches."""
    labels, rings, letter = boxes(one)
    return sum(
        max(left - x, x - right, 0) < letter and max(top - y, y - bottom, 0) < letter
        for x, y in rings
        for left, top, right, bottom in labels
    )


@pytest.mark.parametrize("size", [9, 60, 1_200])
def test_labels_keep_away_from_rings(size: int) -> None:
    across = 40 if size > 1_000 else 3
    at = [(60 * (n % across), 60 * (n // across)) for n in range(size)]
    before = homes(*at, grids=3)
    middle = before.grids["G1"].members[len(before.grids["G1"].members) // 2]
    change = compare_plans(before, before.move(middle, to="G0"))
    assert change.moved == (middle,)
    for one in ET.fromstring(change.to_svg()).findall("{*}svg"):  # noqa: S314 - our own
        labels, rings, _ = boxes(one)
        assert (len(labels), len(rings)) == (3, 1)
        assert hidden(one) == 0


def test_the_label_of_a_grid_whose_only_building_moved_stands_below_or_above_its_ring() -> None:
    before = homes((0, 0), (200, 0), (400, 0), (200, 300))
    new = Grid(id="G2", neighbourhood="N1", members=["B0003"])
    left = attrs.evolve(before.grids["G1"], members=["B0001"])
    change = compare_plans(before, attrs.evolve(before, grids=[before.grids["G0"], left, new]))
    assert change.moved == ("B0003",)
    before_, after = ET.fromstring(change.to_svg()).findall("{*}svg")  # noqa: S314 - our own
    assert [hidden(one) for one in (before_, after)] == [0, 0]
    assert [len(boxes(one)[0]) for one in (before_, after)] == [2, 3]


def test_where_there_is_no_room_a_label_stands_on_a_ring_all_the_same() -> None:
    at = [(12 * (n % 12), 12 * (n // 12)) for n in range(144)]
    change = compare_plans(homes(*at, grids=12), homes(*at, grids=2))
    assert len(change.moved) > 100
    _, after = ET.fromstring(change.to_svg()).findall("{*}svg")  # noqa: S314 - our own
    assert len(boxes(after)[0]) == 2
    assert hidden(after)


def test_a_label_never_goes_into_the_area_of_another_grid_to_leave_a_ring_to_be_seen() -> None:
    at = [(22 * n, 22 * row) for row in range(3) for n in range(9)]
    before = GridPlan(
        neighbourhood=homes(*at).neighbourhood,
        grids=[
            Grid(id=f"G{row}", neighbourhood="N1", members=[f"B{9 * row + n:04}" for n in range(9)]) for row in range(3)
        ],
    )
    middle = [attrs.evolve(before.grids["G1"], members=before.grids["G1"].members[:4])]
    rest = Grid(id="G3", neighbourhood="N1", members=before.grids["G1"].members[4:])
    after = attrs.evolve(before, grids=[before.grids["G0"], *middle, before.grids["G2"], rest])
    change = compare_plans(before, after)
    assert len(change.moved) == 4
    view = views_of(before, after)[1]
    assert isinstance(view, Closely)
    drawn = ET.fromstring(change.to_svg()).findall("{*}svg")[1]  # noqa: S314 - our own
    for label in drawn.iterfind("{*}g[@class='labels']/{*}text"):
        place = int(label.attrib["x"]), int(label.attrib["y"]) - int(drawn.attrib["font-size"]) // 2
        held = [grid for grid, cells in zip(after.grids, view.cells, strict=True) if view.raster.holds(cells, place)]
        assert held in ([], [label.text])


def test_from_afar_the_label_of_a_grid_with_a_finding_keeps_away_too() -> None:
    plan = homes(*[(60 * (n % 40), 60 * (n // 40)) for n in range(1_200)], grids=3)
    members = plan.grids["G1"].members
    look = Look(marked={"G1": "?"}, ringed=[members[len(members) // 2]], shown=430, alone=False)
    one = ET.fromstring(str(grid_map(plan, view_of(plan), look)))  # noqa: S314 - our own
    assert len(one.findall("{*}g[@class='marks']/{*}g")) == 1
    assert len(boxes(one)[0]) >= 3
    assert hidden(one) == 0
