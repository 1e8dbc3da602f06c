"""Who serves which grid: small worlds counted by hand, certificates, and what is refused."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

import pbgov
from pbgov.base import Crowding, Exact, Verdict
from pbgov.errors import InfeasibleError, InvalidValueError
from pbgov.grid import (
    Building,
    ContractedResponsibility,
    Grid,
    GridPlan,
    Neighbourhood,
    Staffing,
    assign_units,
    assign_workers,
)
from pbgov.model import Fact
from pbgov.org import Post, Tie
from pbgov.packs import LANGFANG, NANQIAO
from tests.catalogue.cases_sectors import cells_of
from tests.catalogue.worlds import A_CASE, CHAIN, ON, SINCE, place, tie, unit


def grids(n: int) -> list[Grid]:
    return [Grid(id=f"G{i}", neighbourhood="N1", members=[f"B{i}"]) for i in range(n)]


def plan(*households: int) -> GridPlan:
    homes = [Building(id=f"B{i}", households=n) for i, n in enumerate(households)]
    return GridPlan(neighbourhood=Neighbourhood(id="N1", community="C1", buildings=homes), grids=grids(len(homes)))


def crowded(error: pytest.ExceptionInfo[InfeasibleError]) -> Crowding:
    certificate = error.value.certificate
    assert isinstance(certificate, Crowding)
    return certificate


class TestWorkers:
    """One grid, one worker: 一格一员."""

    def test_as_many_workers_as_grids_are_a_bijection(self) -> None:
        found = assign_workers(plan(1, 2, 3), ["w3", "w1", "w2"])
        assert sorted(found.worker_of) == ["G0", "G1", "G2"]
        assert sorted(found.worker_of.values()) == ["w1", "w2", "w3"]
        assert found.idle == ()

    def test_an_eligible_worker_gives_way_to_one_who_has_no_other_choice(self) -> None:
        found = assign_workers(grids(3), ["a", "b", "c"], eligible={"G1": ["a"], "G0": ["a", "b"], "G2": ["b", "c"]})
        assert dict(found.worker_of) == {"G0": "b", "G1": "a", "G2": "c"}

    def test_who_serves_already_stays(self) -> None:
        found = assign_workers(grids(2), ["a", "b"], fixed={"G0": "b"})
        assert found == Staffing(worker_of=found.worker_of, idle=())
        assert found.worker_of["G0"] == "b"

    def test_too_few_workers_are_certified(self) -> None:
        with pytest.raises(InfeasibleError) as error:
            assign_workers(grids(4), ["a", "b", "c"])
        certificate = crowded(error)
        assert (len(certificate.things), certificate.places, certificate.room) == (4, ("a", "b", "c"), 3)
        assert "one worker for each grid is not possible" in str(error.value)
        assert "做不到一格一员" in str(error.value)

    def test_grids_that_too_few_may_serve_are_named_and_no_others(self) -> None:
        with pytest.raises(InfeasibleError) as error:
            assign_workers(grids(3), ["a", "b", "c"], eligible={"G1": ["c"], "G2": ["c"]})
        assert crowded(error) == Crowding(things=("G1", "G2"), places=("c",), room=1)

    def test_two_grids_cannot_keep_one_worker(self) -> None:
        with pytest.raises(InfeasibleError) as error:
            assign_workers(grids(2), ["a", "b"], fixed={"G0": "a", "G1": "a"})
        assert crowded(error) == Crowding(things=("G0", "G1"), places=("a",), room=1)

    def test_no_worker_at_all_is_certified_too(self) -> None:
        with pytest.raises(InfeasibleError) as error:
            assign_workers(grids(2), [])
        assert crowded(error) == Crowding(things=("G0", "G1"), places=(), room=0)
        assert assign_workers([], []) == assign_workers([], ())

    def test_it_gives_columns_and_pickles(self) -> None:
        found = assign_workers(grids(2), ["a", "b", "c"])
        assert found.to_columns() == {"grid": ["G0", "G1"], "worker": ["a", "b"]}
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
        assert found.idle == ("c",)

    @pytest.mark.parametrize(
        ("given", "more"),
        [
            ("G0", {}),
            (["G0"], {}),
            (7, {}),
            ([*grids(1), *grids(1)], {}),
            (grids(1), {"eligible": {"G9": ["a"]}}),
            (grids(1), {"eligible": {"G0": ["z"]}}),
            (grids(1), {"fixed": {"G0": "z"}}),
            (grids(1), {"fixed": {"G0": "a"}, "eligible": {"G0": ["b"]}}),
        ],
    )
    def test_what_is_not_there_is_refused(self, given: Any, more: dict[str, Any]) -> None:
        with pytest.raises(InvalidValueError, match=" / "):
            assign_workers(given, ["a", "b"], **more)

    @pytest.mark.parametrize("workers", ["w1", ["w 1"], [1], None])
    def test_workers_are_identifiers(self, workers: Any) -> None:
        with pytest.raises(InvalidValueError, match=" / "):
            assign_workers(grids(1), workers)


BOTH = pytest.mark.parametrize("assign", [assign_workers, assign_units])


class TestConditionsAreReadOnce:
    """Whatever is no mapping of identifiers is named, and an iterator is not used up."""

    @BOTH
    def test_an_iterator_is_as_good_as_a_list(self, assign: Any) -> None:
        given = grids(2)
        open_to = {grid.id: (name for name in ["a", "b"]) for grid in given}
        assert assign(given, ["a", "b"], eligible=open_to) == assign(given, ["a", "b"])

    def test_an_iterator_still_says_where_a_unit_left_over_may_go(self) -> None:
        open_to = {"G0": (name for name in ["a"]), "G1": (name for name in ["b", "c"])}
        found = assign_units(grids(2), ["a", "b", "c"], eligible=open_to)  # type: ignore[arg-type]
        assert dict(found.units_of) == {"G0": ("a",), "G1": ("b", "c")}

    @BOTH
    @pytest.mark.parametrize("names", [["a", "b"], []])
    @pytest.mark.parametrize(
        ("more", "english"),
        [
            *(({"eligible": value}, "eligible should map names") for value in (5, [("G0", ["a"])], [], "ab")),
            *(({"eligible": {"G0": value}}, "eligible should give G0 several") for value in ("ab", "a", 5, None)),
            ({"eligible": {1: ["a"]}}, "eligible holds 1, which is no string"),
            ({"eligible": {"G0": [1]}}, "eligible holds 1, which is no string"),
            *(({"fixed": value}, "fixed should map names") for value in (5, [("G0", "a")], "ab")),
        ],
    )
    def test_what_is_no_mapping_is_refused(
        self, assign: Any, names: list[str], more: dict[str, Any], english: str
    ) -> None:
        with pytest.raises(InvalidValueError, match=rf"{english}.* / ."):
            assign(grids(2), names, **more)

    @BOTH
    @pytest.mark.parametrize("value", [["a"], None, 5])
    def test_what_is_fixed_is_a_name(self, assign: Any, value: Any) -> None:
        with pytest.raises(InvalidValueError, match=r"fixed holds .*, which is no string.* / fixed中的"):
            assign(grids(1), ["a"], fixed={"G0": value})

    @pytest.mark.parametrize("weights", [5, "abc", [1, 2], [], {1: 1, "G0": 1, "G1": 1}, {"G0": 1, ("G1",): 1}])
    def test_weights_are_a_mapping(self, weights: Any) -> None:
        with pytest.raises(
            InvalidValueError, match=r"weights (should map names to weights|holds).* / weights(应为由|中的)"
        ):
            assign_units(grids(2), ["a", "b"], weights=weights)


class TestUnits:
    """54家企事业单位包保联系366个社区网格."""

    def test_54_units_take_366_grids_by_6_or_7_each(self) -> None:
        found = assign_units(grids(366), [f"u{n}" for n in range(54)])
        loads = sorted(found.loads.values())
        assert loads == [6] * 12 + [7] * 42  # 366 = 54 x 6 + 42
        assert (found.greatest, found.bound, found.gap) == (7, 7, 0)
        assert sum(map(len, found.grids_of.values())) == 366
        assert {len(units) for units in found.units_of.values()} == {1}

    def test_households_may_weigh(self) -> None:
        given = plan(300, 200, 100)
        found = assign_units(given, ["a", "b"], weights=given.households())
        assert sorted(found.loads.values()) == [300, 300]
        assert found.grids_of in ({"a": ("G0",), "b": ("G1", "G2")}, {"a": ("G1", "G2"), "b": ("G0",)})

    def test_a_unit_that_is_left_over_joins_a_grid(self) -> None:
        found = assign_units(grids(3), ["a", "b", "c", "d", "e"])
        assert dict(found.units_of) == {"G0": ("a", "d"), "G1": ("b", "e"), "G2": ("c",)}
        assert dict(found.loads) == dict.fromkeys("abcde", 1)

    def test_a_unit_that_is_left_over_joins_only_where_it_may(self) -> None:
        found = assign_units(grids(2), ["a", "b", "c"], eligible={"G0": ["a"], "G1": ["b", "c"]})
        assert dict(found.units_of) == {"G0": ("a",), "G1": ("b", "c")}
        alone = assign_units(grids(2), ["a", "b", "c"], eligible={"G0": ["a"], "G1": ["b"]})
        assert (alone.loads["c"], alone.grids_of["c"]) == (0, ())

    def test_a_unit_takes_no_more_than_it_is_said_to(self) -> None:
        assert assign_units(grids(4), ["a", "b"], most=2).greatest == 2
        with pytest.raises(InfeasibleError) as error:
            assign_units(grids(5), ["a", "b"], most=2)
        assert (len(crowded(error).things), crowded(error).places, crowded(error).room) == (5, ("a", "b"), 4)
        assert "有网格无人包保" in str(error.value)

    def test_a_contract_in_force_stays(self) -> None:
        found = assign_units(grids(3), ["a", "b"], fixed={"G0": "b", "G1": "b"})
        assert dict(found.units_of) == {"G0": ("b",), "G1": ("b",), "G2": ("a",)}

    def test_it_gives_columns_and_pickles(self) -> None:
        found = assign_units(grids(1), ["a", "b"])
        assert found.to_columns() == {"grid": ["G0", "G0"], "unit": ["a", "b"]}
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
        assert isinstance(found, ContractedResponsibility)
        assert assign_units([], ["a"]).grids_of == {"a": ()}
        assert assign_units([], []).greatest == 0

    @pytest.mark.parametrize(
        "more",
        [
            {"weights": {"G0": 1}},
            {"weights": {"G0": 1, "G1": 1, "G2": 1}},
            {"weights": {"G0": 1, "G1": -1}},
            {"weights": {"G0": 1, "G1": 0.5}},
            {"most": 0},
            {"most": True},
            {"most": "2"},
        ],
    )
    def test_what_makes_no_sense_is_refused(self, more: dict[str, Any]) -> None:
        with pytest.raises(InvalidValueError, match=" / "):
            assign_units(grids(2), ["a", "b"], **more)


def test_an_assignment_of_workers_on_record_meets_the_norm() -> None:
    given = plan(250, 250)
    home = Neighbourhood(id="N1", community="block", buildings=given.neighbourhood.buildings)
    posts = [Post(id=f"w{n}", kind="grid_worker", unit="block") for n in (1, 2)]
    found = assign_workers(given, [post.id for post in posts])
    ties = [Tie(id=f"serves-{grid}", kind="serves", source=who, target=grid) for grid, who in found.worker_of.items()]
    served = place(*CHAIN, home, *given.grids.values(), *posts, *ties, whole="ties:serves")
    report = pbgov.validate(served, pack=LANGFANG, on=ON, since=SINCE, select=["LF305"])
    assert report.count("LF305", Verdict.MET) == 2
    assert report.breached == ()


def test_contracts_on_record_meet_the_norms() -> None:
    cells = cells_of(366)
    units = [f"u{i:02}" for i in range(54)]
    found = assign_units([row for row in cells if isinstance(row, Grid)], units)
    rows = [unit(name, None, None, "public_institution") for name in units]
    ties = [tie("contracting_unit", name, "county") for name in units]
    ties += [tie("contracted_to", name, grid) for grid, names in found.units_of.items() for name in names]
    stated = Fact(id="f", about="county", amount=Exact(54), unit="contracting_units", basis=A_CASE)
    contracted = place(*CHAIN, *cells, *rows, *ties, stated, whole="ties:contracted_to ties:contracting_unit")
    report = pbgov.validate(contracted, pack=NANQIAO, on=ON, since=SINCE, select=["NQ706"])
    assert report.breached == ()
    assert report.count("NQ7061", Verdict.MET) == 366
    assert report.count("NQ7062", Verdict.MET) == 54
    assert report.count("NQ7063", Verdict.MET) == 1
