"""The size of a grid by two measures, at the edges; what its buildings make up; and what is refused."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from pbgov.base import Band, Verdict
from pbgov.errors import InvalidValueError
from pbgov.grid import Branch, Building, Grid, GridPlan, Neighbourhood, branches, pieces_of, residents_of

MET, BREACHED, UNKNOWN = Verdict.MET, Verdict.BREACHED, Verdict.UNKNOWN


def plan(households: int, residents: int | None) -> GridPlan:
    place = Neighbourhood(
        id="N1", community="C1", buildings=[Building(id="B1", households=households, residents=residents)]
    )
    return GridPlan(neighbourhood=place, grids=[Grid(id="G1", neighbourhood="N1", members=["B1"])])


@pytest.mark.parametrize(
    ("households", "residents", "held", "either", "both"),
    [
        (250, 700, ("households",), MET, BREACHED),
        (390, 1010, ("residents",), MET, BREACHED),
        (200, None, ("households",), MET, UNKNOWN),
        (300, 900, ("households", "residents"), MET, MET),
        (199, None, (), UNKNOWN, BREACHED),
        (199, 560, (), BREACHED, BREACHED),
        (301, 1101, (), BREACHED, BREACHED),
        (301, 1100, ("residents",), MET, BREACHED),
        (301, 899, (), BREACHED, BREACHED),
        (120, 350, (), BREACHED, BREACHED),
        (0, None, (), BREACHED, BREACHED),  # nobody lives in a vacant building
    ],
)
def test_a_grid_of_one_building(
    households: int, residents: int | None, held: tuple[str, ...], either: Verdict, both: Verdict
) -> None:
    given = plan(households, residents)
    found = branches(given)["G1"]
    assert (found.held, found.verdict) == (held, either)
    assert branches(given, mode="both")["G1"].verdict is both
    assert branches(given, mode="households")["G1"].verdict is found.by_households
    assert branches(given, mode="residents")["G1"].verdict is found.by_residents
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
    assert isinstance(found, Branch)


def test_the_branches_are_not_equivalent() -> None:
    """200 to 300 households of 2.6 to 3.0 persons are 520 to 900 residents: one point lies in both bands."""
    sizes = [(n, n * tenths // 10) for n in range(200, 301) for tenths in range(26, 31)]
    assert {persons for _, persons in sizes} <= set(range(520, 901))
    assert [size for size in sizes if branches(plan(*size), mode="both")["G1"].verdict is MET] == [(300, 900)]


def test_bands_may_be_ones_own() -> None:
    found = branches(plan(450, 1250), households=Band(400, 600), residents=Band(None, 1200))["G1"]
    assert (found.by_households, found.by_residents, found.verdict) == (MET, BREACHED, MET)


@pytest.mark.parametrize(
    ("given", "more", "told"),
    [
        (None, {}, "a GridPlan is asked for"),
        ([Grid(id="G1", neighbourhood="N1", members=["B1"])], {}, "a GridPlan is asked for"),
        (plan(1, 1), {"households": (200, 300)}, "households should be a Band"),
        (plan(1, 1), {"residents": 1000}, "residents should be a Band"),
        (plan(1, 1), {"mode": "any"}, "either, both, households, residents"),
    ],
)
def test_what_is_no_plan_no_band_and_no_mode_is_refused(given: Any, more: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"{told}.* / "):
        branches(given, **more)


def test_residents_are_known_once_every_building_with_households_was_counted() -> None:
    counted, vacant, open_ = (
        Building(id="B1", households=3, residents=8),
        Building(id="B2", households=0),
        Building(id="B3", households=1),
    )
    assert residents_of([]) == 0
    assert residents_of([counted, vacant]) == 8
    assert residents_of([counted, open_]) is None


def test_pieces_are_counted_where_adjacency_is_on_record() -> None:
    homes = [Building(id=f"B{i}", households=1) for i in range(5)]
    row = Neighbourhood(id="N1", community="C1", buildings=homes, edges=[("B0", "B1"), ("B1", "B2"), ("B3", "B4")])
    assert row.building_ids == ("B0", "B1", "B2", "B3", "B4")
    assert [pieces_of(row, cell) for cell in (["B0"], ["B0", "B2"], ["B0", "B1", "B3", "B4"], [], ["far"])] == [
        1, 2, 2, 0, 0,
    ]  # fmt: skip
    bare = Neighbourhood(id="N1", community="C1", buildings=homes)
    assert pieces_of(bare, ["B0", "B1"]) is None
    assert pieces_of(bare, ["B0"]) == 1
