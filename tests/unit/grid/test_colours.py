"""Colours: told apart by every eye and in grey, and never shared by neighbours."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from pbgov.grid import Grid, GridPlan
from pbgov.grid._colours import COLOURS, FILLS, numbered
from tests.unit.display.worlds import whole
from tests.unit.grid.sight import EYES, apart, seen
from tests.unit.grid.worlds import path, world

DARK = re.findall(r"--c\d: (#[0-9a-f]{6})", whole())


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [  # of the 34 pairs that Sharma, Wu and Dalal publish
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_distances_are_those_published(
    one: tuple[float, float, float], other: tuple[float, float, float], distance: float
) -> None:
    assert apart(one, other) == pytest.approx(distance, abs=5e-5)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(("colours", "least"), [(FILLS, 15.0), (tuple(DARK[COLOURS:]), 13.5)])
def test_any_two_colours_differ_to_every_eye(colours: tuple[str, ...], least: float, eyes: str) -> None:
    assert len(colours) == COLOURS
    assert min(apart(seen(a, eyes), seen(b, eyes)) for a, b in combinations(colours, 2)) > least


@pytest.mark.parametrize(("colours", "least"), [(FILLS, 6.5), (tuple(DARK[COLOURS:]), 6.0)])
def test_in_grey_they_rise_in_even_steps(colours: tuple[str, ...], least: float) -> None:
    greys = [seen(colour)[0] for colour in colours]
    assert min(b - a for a, b in pairwise(greys)) > least


def test_the_page_has_the_colours_of_the_map_by_day() -> None:
    assert tuple(DARK[:COLOURS]) == FILLS


def test_neighbours_are_two_steps_of_grey_apart_where_they_can_be() -> None:
    street = GridPlan(
        neighbourhood=path(*[1] * 30),
        grids=[Grid(id=f"G{i:02}", neighbourhood="N1", members=[f"B{i}"]) for i in range(30)],
    )
    chosen = street.colours()
    assert min(abs(a - b) for a, b in pairwise(chosen.values())) >= 2


def test_where_colours_run_out_those_with_few_neighbours_choose_last() -> None:
    # Eight at the ends of a star take eight colours in turn, and leave none to the middle.
    near = [*([] for _ in range(COLOURS)), list(range(COLOURS))]
    chosen = numbered(near)
    assert max(chosen) < COLOURS
    assert all(chosen[end] != chosen[-1] for end in range(COLOURS))


def test_only_where_more_than_eight_are_side_by_side_colours_come_again() -> None:
    cliques = [(i, j) for n in (8, 9) for i in range(n) for j in range(i)]
    for n in (8, 9):
        plan = GridPlan(
            neighbourhood=world([1] * n, [(i, j) for i, j in dict.fromkeys(cliques) if i < n]),
            grids=[Grid(id=f"G{i}", neighbourhood="N1", members=[f"B{i}"]) for i in range(n)],
        )
        assert sorted(plan.colours().values()) == list(range(n))


def test_touching_gives_way_to_walking() -> None:
    near: list[list[int]] = [[] for _ in range(10)]
    touching = [list(range(one)) for one in range(10)]  # ten that touch on the map, none side by side on foot
    assert max(numbered(near, touching)) < COLOURS
    assert len(set(numbered([[]] * 3, [[], [0], [0, 1]]))) == 3


def test_nothing_needs_no_colour() -> None:
    assert numbered([]) == []
