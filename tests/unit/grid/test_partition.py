from __future__ import annotations

import pickle
from typing import Any

import pytest

from pbgov.base import Band
from pbgov.errors import InfeasibleError, InvalidValueError
from pbgov.grid import Building, Grid, Neighbourhood, Obstacle, compounds_split, partition
from tests.unit.grid.worlds import path, ring, star, three_by_three, world


@pytest.mark.parametrize(
    "bounds", [(300, 200), (-1, 200), (0, 0), (200.0, 300), (True, 300), (200,), (200, 300, 400), "ab", None, 300]
)
def test_bounds_are_two_whole_numbers_in_order(bounds: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"two whole numbers \(low, high\).* / 户数界限应为"):
        partition(path(100), bounds)


@pytest.mark.parametrize("name", ["oversize", "effort"])
def test_an_unknown_option_is_named_with_those_there_are(name: str) -> None:
    options = {"oversize": "refuse, alone", "effort": "first, good, best, exact"}[name]
    with pytest.raises(InvalidValueError, match=rf"{name} knows no 'x'; use one of {options} / {name}没有'x'这一选项"):
        partition(path(100), **{name: "x"})  # type: ignore[arg-type]


def test_only_a_neighbourhood_is_divided() -> None:
    with pytest.raises(InvalidValueError, match=r"should be a Neighbourhood and is 'N1'"):
        partition("N1")  # type: ignore[arg-type]


def test_a_bad_seed_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"a seed is"):
        partition(path(100), rng=-1)


@pytest.mark.parametrize(("households", "feasible"), [(199, False), (200, True), (300, True), (301, False)])
def test_both_ends_of_the_bounds_are_allowed(households: int, feasible: bool) -> None:
    assert partition(path(households)).feasible is feasible


@pytest.mark.parametrize(
    ("band", "grids"), [(Band(200, 300), 2), (Band(None, 300), 2), (Band(200, None), 1), (Band(200, 500), 1)]
)
def test_a_band_will_do(band: Band, grids: int) -> None:
    assert len(partition(path(100, 100, 100, 100, 100), band, effort="best").plan.grids) == grids


def test_an_open_band_over_nothing() -> None:
    assert partition(world([]), Band(200, None)).feasible
    assert not partition(world([0]), Band(1, None)).feasible


def test_nobody_lives_here() -> None:
    result = partition(world([]))
    assert (result.feasible, result.bound, result.gap, result.grids) == (True, 0, 0, ())


def test_vacant_buildings_go_where_they_can() -> None:
    result = partition(path(0, 150, 0, 100, 0))
    assert result.plan.households() == {"N1-G1": 250}
    assert partition(path(0, 0), (0, 300)).feasible


def test_grids_are_numbered_by_their_first_buildings() -> None:
    plan = partition(path(*[200] * 11)).plan
    assert list(plan.grids) == [f"N1-G{i:02}" for i in range(1, 12)]
    assert plan.grid_of("B0").id == "N1-G01"


def test_the_longest_identifier_still_makes_grids() -> None:
    place = Neighbourhood(id="N" * 120, community="C1", buildings=[Building(id="B1", households=200)])
    assert list(partition(place).plan.grids) == ["N" * 110 + "-G1"]


def test_three_rows_make_three_grids() -> None:
    result = partition(three_by_three(*[100] * 9), (300, 300))
    assert set(result.plan.households().values()) == {300}
    assert (result.bound, result.gap) == (3, 0)


def test_compounds_stay_whole_where_they_can() -> None:
    place = world([100] * 6, [(i, i + 1) for i in range(5)] + [(0, 5), (1, 4)], "aabbcc")
    for seed in range(20):
        assert compounds_split(partition(place, (200, 200), rng=seed, effort="best").plan).extra == 0


def test_components_are_planned_one_by_one() -> None:
    result = partition(world([120, 130, 140, 150], [(0, 3), (1, 2)]))
    assert sorted(grid.members for grid in result.plan.grids.values()) == [("B0", "B3"), ("B1", "B2")]


def test_one_bad_component_does_not_hide_the_rest() -> None:
    result = partition(world([120, 130, 140, 30], [(0, 1)]))
    assert not result.feasible
    assert [grid.members for grid in result.grids] == [("B0", "B1")]
    assert result.bound == 3


def test_the_exception_carries_the_certificate() -> None:
    result = partition(path(350))
    for ask in (lambda: result.plan, lambda: result.gap):
        with pytest.raises(
            InfeasibleError, match=r"N1 has no plan of grids\. .*B0 \(350\).* / N1无可用的网格方案。"
        ) as caught:
            ask()
        assert caught.value.certificate == result.certificate


def test_an_oversized_building_may_stand_alone() -> None:
    place = path(100, 100, 350, 120, 80)
    refused = partition(place)
    assert not refused.feasible
    assert refused.waived == ()
    result = partition(place, oversize="alone")
    assert result.waived == ("N1-G2",)
    assert result.plan.grids["N1-G2"].members == ("B2",)
    assert (result.bound, result.gap) == (3, 0)


def test_what_remains_beside_an_oversized_building_is_judged_by_itself() -> None:
    result = partition(path(100, 350, 100, 100), oversize="alone")
    assert result.certificate is not None
    (claim,) = result.certificate.claims
    assert (claim.obstacle, claim.buildings) == (Obstacle.TOTAL, ("B0",))
    assert result.certificate.alone == ("B1",)
    assert [grid.members for grid in result.grids] == [("B1",), ("B2", "B3")]
    assert result.waived == ("N1-G1",)


def test_progress_is_told_piece_by_piece() -> None:
    told: list[tuple[int, int]] = []
    partition(world([100, 100, 200, 400], [(0, 1)]), oversize="alone", progress=lambda *step: told.append(step))
    assert told == [(2, 4), (4, 4)]


def test_a_search_that_was_stopped_speaks_against_nothing() -> None:
    steps = [(i, i + 1) for i in range(48) if i % 8 < 7] + [(i, i + 8) for i in range(40)]
    place = world([37 + i * i % 61 for i in range(48)], steps)
    certificate = partition(place, (220, 260), work=0).certificate
    assert certificate is not None
    assert not certificate.proven
    assert certificate.relaxations == ()
    assert "more work" in certificate.explain("en")
    assert "增加work" in certificate.explain("zh")
    assert partition(place, (220, 260)).feasible


def test_what_has_no_plan_as_a_whole_gets_no_better_grids() -> None:
    weights = [60, 75, 90, 40, 110, 80, 55, 65, 95, 70] * 5
    place = world([*weights, 150], [(i, (i + 1) % 50) for i in range(50)])
    first, best = partition(place, effort="first"), partition(place, effort="best")
    assert best.certificate is not None
    assert best.certificate == first.certificate
    assert best.grids == first.grids != ()


def test_best_has_no_more_grids_than_the_first() -> None:
    place = ring(*[60, 75, 90, 40, 110, 80, 55, 65, 95, 70] * 5)
    for seed in range(5):
        first, best = partition(place, rng=seed, effort="first"), partition(place, rng=seed, effort="best")
        assert best.gap <= first.gap
        assert best.plan.connected()


def test_a_thousand_buildings_in_one_street() -> None:
    result = partition(path(*[60] * 1_000))
    assert result.feasible
    assert result.plan.connected()


def test_a_thousand_buildings_around_one_square() -> None:
    result = partition(star(0, *[1] * 250))
    assert len(result.plan.grids) == 1


def test_a_result_is_a_value() -> None:
    for place in (path(100, 150), path(100, 350)):
        result = partition(place)
        again = pickle.loads(pickle.dumps(result))  # noqa: S301 - our own bytes
        assert (again, hash(again)) == (result, hash(result))


def test_equal_buildings_of_which_no_number_makes_a_grid_are_told() -> None:
    place = world([20] * 49, [(i, i + 1) for i in range(49) if (i + 1) % 7] + [(i, i + 7) for i in range(42)])
    found = partition(place, (241, 249), effort="first").certificate
    assert found is not None
    assert [claim.obstacle for claim in found.claims] == [Obstacle.SUMS]
    assert found.proven
    assert found.check(place)
    assert "whichever of them are put together, their households never come to 241 to 249" in found.explain("en")
    assert "无论把其中哪几栋合在一起，户数都不在241至249户之间" in found.explain("zh")


def test_what_is_fixed_keeps_its_name_before_what_carries_on_an_old_grid() -> None:
    street = path(*[100] * 8)
    before = partition(street).plan
    assert before.grids["N1-G1"].members[0] == "B0"
    fixed = Grid(id="N1-G1", neighbourhood="N1", members=["B6", "B7"])
    after = partition(street, fixed=[fixed], current=before).plan
    assert after.grids["N1-G1"].members == ("B6", "B7")


@pytest.mark.parametrize("options", [{"work": 0}, {"stop": lambda: True}])
def test_ways_out_are_sought_no_longer_than_a_plan(options: dict[str, Any]) -> None:
    """The tower is above the ceiling whatever happens; what would help is not told, as nobody had the time."""
    found = partition(path(100, 350, 100), **options).certificate
    assert found is not None
    assert (found.proven, found.relaxations) == (True, ())
    assert partition(path(100, 350, 100)).certificate.relaxations  # type: ignore[union-attr]


@pytest.mark.parametrize("households", [13_912_345_678, 10**20])
def test_no_ceiling_helps_against_a_telephone_number(households: int) -> None:
    found = partition(path(100, households, 100)).certificate
    assert found is not None
    assert [(claim.obstacle, claim.sizes) for claim in found.claims] == [(Obstacle.OVERSIZED, (households,))]
    assert found.relaxations == ()


def test_a_hub_of_thousands_is_looked_at_once() -> None:
    found = partition(star(100, *[250] * 3_000), effort="first")
    assert found.certificate is not None
    assert found.certificate.claims[0].obstacle is Obstacle.SIDE


@pytest.mark.parametrize("objectives", [("grids", "splits", "cut"), ("cut",)])
def test_a_cap_that_the_first_plan_breaks_is_sought_with_more_effort(objectives: Any) -> None:
    households = [47, 51, 50, 86, 61, 79, 72, 67, 44, 60, 95, 90, 105, 87, 109, 96, 104, 74, 44, 43]
    steps = [(i, i + 1) for i in range(20) if (i + 1) % 5] + [(i, i + 5) for i in range(15)]
    place = world(households, steps)
    assert len(partition(place, effort="first").grids) > 5
    found = partition(place, effort="first", most=5, objectives=objectives)
    assert len(found.plan.grids) == 5
    refused = partition(place, effort="first", most=4, objectives=objectives).certificate
    assert refused is not None
    assert [claim.obstacle for claim in refused.claims] == [Obstacle.CAP]
    assert refused.check(place)
