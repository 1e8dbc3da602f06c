from __future__ import annotations

from typing import Any

import pytest

from pbgov.base import Band, Table
from pbgov.errors import InvalidValueError, NotAPartitionError, StructureError, UnknownIdError
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood, compounds_split, cut, deviation
from tests.unit.grid.worlds import path, three_by_three, world


def grid(number: int, *members: int, neighbourhood: str = "N1", functions: tuple[str, ...] = ()) -> Grid:
    ids = [f"B{i}" for i in members]
    return Grid(id=f"G{number}", neighbourhood=neighbourhood, members=ids, functions=functions)


def test_a_grid_is_put_in_order() -> None:
    one = grid(1, 2, 0, functions=("safety", "party", "safety"))
    assert one.members == ("B0", "B2")
    assert one.functions == ("party", "safety")


def test_an_empty_grid_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"G1 holds no building.* / 网格G1不含任何楼栋"):
        grid(1)


def test_a_grid_lists_a_building_once() -> None:
    with pytest.raises(InvalidValueError, match=r"G1 lists buildings twice: B3; .* / .*重复列出楼栋：B3") as caught:
        grid(1, 3, 2, 3)
    assert caught.value.culprits == ("B3",)


@pytest.mark.parametrize("members", ["B1", 7])
def test_one_string_is_no_list(members: Any) -> None:
    with pytest.raises(
        InvalidValueError, match=r"members of a grid should be identifiers.* / 网格的members应为一组标识"
    ):
        Grid(id="G1", neighbourhood="N1", members=members)


@pytest.mark.parametrize("members", [[7], ["B 1"]])
def test_members_are_identifiers(members: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"is no identifier"):
        Grid(id="G1", neighbourhood="N1", members=members)


def test_a_plan_answers() -> None:
    plan = GridPlan(neighbourhood=path(10, 20, 30, 40), grids=[grid(2, 2, 3), grid(1, 0, 1)])
    assert dict(plan.households()) == {"G1": 30, "G2": 70}
    assert dict(plan.residents()) == {"G1": None, "G2": None}
    assert plan.grid_of("B2").id == "G2"
    assert plan.grid_places == [0, 0, 1, 1]
    assert dict(plan.homes) == {"B0": "G1", "B1": "G1", "B2": "G2", "B3": "G2"}
    assert plan.connected()
    assert GridPlan(neighbourhood=plan.neighbourhood, grids=plan.grids) == plan


def test_residents_are_known_when_all_were_counted() -> None:
    buildings = [Building(id=f"B{i}", households=1, residents=n) for i, n in enumerate([3, 0, None])]
    place = Neighbourhood(id="N1", community="C1", buildings=buildings)
    plan = GridPlan(neighbourhood=place, grids=[grid(1, 0, 1), grid(2, 2)])
    assert dict(plan.residents()) == {"G1": 3, "G2": None}


def test_a_grid_in_pieces_is_improper_not_impossible() -> None:
    plan = GridPlan(neighbourhood=path(10, 20, 30), grids=[grid(1, 0, 2), grid(2, 1)])
    assert plan.disconnected() == ("G1",)
    assert not plan.connected()


def test_a_plan_of_nothing_has_no_grids() -> None:
    assert GridPlan(neighbourhood=world([]), grids=[]).households() == {}


def test_every_building_lies_in_exactly_one_grid() -> None:
    message = (
        "in no grid: B3, B4; in several: B1; put each in exactly one / .*未入网格的楼栋：B3、B4；同在几个网格的楼栋：B1"
    )
    with pytest.raises(NotAPartitionError, match=message) as caught:
        GridPlan(neighbourhood=path(1, 1, 1, 1, 1), grids=[grid(1, 0, 1), grid(2, 1, 2)])
    assert caught.value.culprits == ("B3", "B4", "B1")
    with pytest.raises(NotAPartitionError, match=r"in several: none; .* / .*同在几个网格的楼栋：无"):
        GridPlan(neighbourhood=path(1, 1), grids=[grid(1, 0)])


def test_a_grid_names_buildings_there_are() -> None:
    with pytest.raises(UnknownIdError, match=r"N1 has no building B8, B9") as caught:
        GridPlan(neighbourhood=path(1), grids=[grid(1, 0, 8, 9)])
    assert caught.value.culprits == ("B8", "B9")


def test_a_grid_belongs_to_the_neighbourhood() -> None:
    with pytest.raises(
        StructureError, match=r"another neighbourhood: G1; the plan divides N1.* / .*别的小区图：G1"
    ) as caught:
        GridPlan(neighbourhood=path(1), grids=[grid(1, 0, neighbourhood="N2")])
    assert caught.value.culprits == ("G1",)


def test_strangers_are_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"give Grid values only / .*请只放入Grid"):
        GridPlan(neighbourhood=path(1), grids=["G1"])  # type: ignore[list-item]
    with pytest.raises(InvalidValueError, match=r"should be a Neighbourhood .* / neighbourhood应为Neighbourhood"):
        GridPlan(neighbourhood="N1", grids=[])  # type: ignore[arg-type]


def test_two_grids_do_not_share_an_identifier() -> None:
    with pytest.raises(InvalidValueError, match=r"identifiers repeat: G1"):
        GridPlan(neighbourhood=path(1, 1), grids=[grid(1, 0), grid(1, 1)])


def test_a_move_gives_a_new_plan() -> None:
    plan = GridPlan(neighbourhood=path(1, 1, 1), grids=[grid(1, 0), grid(2, 1, 2)])
    moved = plan.move("B1", to="G1")
    assert moved.grids == Table([grid(1, 0, 1), grid(2, 2)])
    assert list(moved.move("B2", to="G1").grids) == ["G1"]
    assert plan.move("B0", to="G1") is plan
    assert plan.grid_of("B1").id == "G2"
    for building, to in (("B1", "G9"), ("B9", "G1")):
        with pytest.raises(UnknownIdError):
            plan.move(building, to=to)


@pytest.mark.parametrize(("households", "off"), [(199, -1), (200, 0), (300, 0), (301, 1)])
def test_both_ends_of_the_band_are_allowed(households: int, off: int) -> None:
    plan = GridPlan(neighbourhood=path(households), grids=[grid(1, 0)])
    assert deviation(plan, Band(200, 300)) == {"G1": off}


def test_the_cut_of_three_rows_is_six() -> None:
    plan = GridPlan(
        neighbourhood=three_by_three(*[1] * 9), grids=[grid(row, *range(3 * row, 3 * row + 3)) for row in range(3)]
    )
    assert cut(plan) == 6


def test_compounds_split_counts_extra_pieces_and_those_touched() -> None:
    plan = GridPlan(
        neighbourhood=world([1] * 7, compounds="aaabb--"), grids=[grid(1, 0, 3), grid(2, 1, 4, 5), grid(3, 2, 6)]
    )
    splits = compounds_split(plan)
    assert (splits.extra, splits.touched) == (3, ("a", "b"))
