"""Laws of sizes by two measures and of who serves which grid, with norms and complete enumeration as oracles."""

from __future__ import annotations

from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbgov.base import Band, Crowding, Verdict
from pbgov.errors import InfeasibleError
from pbgov.grid import Branch, Grid, GridPlan, SizeMode, assign_units, assign_workers, branches, residents_of
from pbgov.model import Jurisdiction, View
from pbgov.rules import Within
from pbgov.testing import buildings, grid_plans
from pbgov.validation import EVALUATORS, judge
from tests.catalogue.cases_grids import SIZES
from tests.catalogue.worlds import ON, SINCE, place

MODES: tuple[SizeMode, ...] = ("either", "both", "households", "residents")


def in_force(plan: GridPlan) -> GridPlan:
    """The plan with all its grids in force on any day, as ``branches`` takes them, while a report asks for the day."""
    return attrs.evolve(plan, grids=[attrs.evolve(grid, start=None, end=None) for grid in plan.grids.values()])


PLANS = grid_plans(buildings(households=st.integers(0, 320))).map(in_force)
NAMES = ("u1", "u2", "u3", "u4")


def on_record(plan: GridPlan) -> Jurisdiction:
    return place(plan.neighbourhood, *plan.grids.values())


class TestBranches:
    """每200—300户或每1000人左右为基本单元."""

    @pytest.mark.parametrize("mode", MODES)
    @given(plan=PLANS)
    def test_the_norm_says_the_same_of_every_grid(self, mode: SizeMode, plan: GridPlan) -> None:
        pack, record = SIZES[mode], on_record(plan)
        norm = pack.norm("LF302")
        view = View(record, pack.at(ON), ON, SINCE)
        judged = {
            grid.id: next(iter(EVALUATORS[Within](view, norm, norm.payload, grid))).verdict
            for grid in plan.grids.values()
        }
        assert {grid: branch.verdict for grid, branch in branches(plan, mode=mode).items()} == judged

    @pytest.mark.parametrize("mode", MODES)
    @given(plan=PLANS)
    def test_a_report_names_the_grids_that_it_finds_breached(self, mode: SizeMode, plan: GridPlan) -> None:
        report = judge(place(*on_record(plan).neighbourhoods.rows(), *plan.grids.values()), SIZES[mode], on=ON)
        found = branches(plan, mode=mode)
        size = [finding for finding in report.breached if finding.code == "LF302"]
        assert [f.subject for f in size] == sorted(g for g, b in found.items() if b.verdict is Verdict.BREACHED)
        for verdict in (Verdict.MET, Verdict.UNKNOWN):
            assert report.count("LF302", verdict) == sum(branch.verdict is verdict for branch in found.values())
        for finding in size:
            assert all(len(finding.message(lang)) > 10 and finding.fix(lang) for lang in ("en", "zh"))

    @given(plan=PLANS)
    def test_both_ask_for_more_than_either_and_lie_around_each_alone(self, plan: GridPlan) -> None:
        rank = {Verdict.BREACHED: 0, Verdict.UNKNOWN: 1, Verdict.MET: 2}
        by = {mode: branches(plan, mode=mode) for mode in MODES}
        for grid in plan.grids:
            ranks = {mode: rank[by[mode][grid].verdict] for mode in MODES}
            assert ranks["both"] == min(ranks["households"], ranks["residents"])
            assert ranks["either"] == max(ranks["households"], ranks["residents"])

    @given(plan=PLANS, low=st.integers(0, 400), width=st.integers(0, 200))
    def test_a_branch_counts_what_lies_in_the_grid(self, plan: GridPlan, low: int, width: int) -> None:
        band = Band(low, low + width)
        for name, branch in branches(plan, households=band, residents=band).items():
            homes = [plan.neighbourhood.building(member) for member in plan.grids[name].members]
            assert branch.households == sum(home.households for home in homes)
            assert branch.residents == residents_of(homes)
            uncounted = any(home.residents is None and home.households for home in homes)
            assert (branch.by_residents is Verdict.UNKNOWN) is (branch.residents is None) is uncounted
            assert ("households" in branch.held) is (low <= branch.households <= low + width)
            assert isinstance(branch, Branch)


GRIDS = st.integers(1, 4).map(
    lambda n: tuple(Grid(id=f"G{i}", neighbourhood="N1", members=[f"B{i}"]) for i in range(n))
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[tuple[Grid, ...], tuple[str, ...], dict[str, frozenset[str]]]:
    """A few grids, a few who may serve them, and who may serve which."""
    grids = draw(GRIDS)
    names = draw(st.integers(1, len(NAMES)).map(lambda n: NAMES[:n]))
    some = st.frozensets(st.sampled_from(names))
    eligible = draw(st.dictionaries(st.sampled_from([grid.id for grid in grids]), some))
    return grids, names, eligible


def ways(grids: tuple[Grid, ...], names: tuple[str, ...], eligible: dict[str, frozenset[str]]) -> list[tuple[str, ...]]:
    """Every way of giving each grid one of those that may serve it."""
    return list(product(*(sorted(eligible.get(grid.id, frozenset(names))) for grid in grids)))


class TestWorkers:
    """一格一员."""

    @given(world=worlds())
    def test_one_is_found_exactly_where_there_is_one(
        self, world: tuple[tuple[Grid, ...], tuple[str, ...], dict[str, frozenset[str]]]
    ) -> None:
        grids, names, eligible = world
        possible = [way for way in ways(*world) if len(set(way)) == len(way)]
        try:
            found = assign_workers(grids, names, eligible=eligible)
        except InfeasibleError as error:
            assert not possible
            crowd = error.certificate
            assert isinstance(crowd, Crowding)
            reach = set().union(*(eligible.get(grid, frozenset(names)) for grid in crowd.things))
            assert reach == set(crowd.places)
            assert len(crowd.things) > len(reach) == crowd.room
            return
        assert tuple(found.worker_of[grid.id] for grid in grids) in possible
        assert sorted([*found.worker_of.values(), *found.idle]) == sorted(names)

    @given(world=worlds(), order=st.randoms(use_true_random=False))
    def test_the_order_in_which_they_are_named_changes_nothing(
        self, world: tuple[tuple[Grid, ...], tuple[str, ...], dict[str, frozenset[str]]], order: object
    ) -> None:
        grids, names, eligible = world
        shuffled = list(names)
        order.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
        results: list[object] = []
        for given_ in (names, shuffled):
            try:
                results.append(assign_workers(reversed(grids), given_, eligible=eligible))
            except InfeasibleError as error:
                results.append(error.certificate)
        assert results[0] == results[1]


class TestUnits:
    """54家企事业单位包保联系366个社区网格."""

    @given(world=worlds(), most=st.none() | st.integers(1, 4))
    def test_loads_are_as_even_as_any(
        self, world: tuple[tuple[Grid, ...], tuple[str, ...], dict[str, frozenset[str]]], most: int | None
    ) -> None:
        grids, names, eligible = world
        possible = [way for way in ways(*world) if most is None or all(way.count(name) <= most for name in names)]
        try:
            found = assign_units(grids, names, eligible=eligible, most=most)
        except InfeasibleError:
            assert not possible
            return
        least = min(max(way.count(name) for name in names) for way in possible)
        assert found.greatest == least == found.bound
        assert set(found.units_of) == {grid.id for grid in grids}
        for grid, units in found.units_of.items():
            assert units
            assert set(units) <= eligible.get(grid, frozenset(names))
        for unit in names:
            assert found.loads[unit] == len(found.grids_of[unit])
            if not found.loads[unit]:  # it may serve none, or each grid it may serve has a unit that has no other
                assert all(unit not in eligible.get(grid.id, frozenset(names)) for grid in grids)

    @given(world=worlds(), numbers=st.lists(st.integers(0, 9), min_size=4, max_size=4))
    def test_with_weights_the_bound_is_one(
        self, world: tuple[tuple[Grid, ...], tuple[str, ...], dict[str, frozenset[str]]], numbers: list[int]
    ) -> None:
        grids, names, eligible = world
        weights = {grid.id: number for grid, number in zip(grids, numbers, strict=False)}
        possible = ways(*world)
        try:
            found = assign_units(grids, names, eligible=eligible, weights=weights)
        except InfeasibleError:
            assert not possible
            return
        best = min(
            max(sum(weights[g.id] for g, who in zip(grids, way, strict=True) if who == name) for name in names)
            for way in possible
        )
        assert found.bound <= best <= found.greatest
        for unit in names:
            assert found.loads[unit] == sum(weights[grid] for grid in found.grids_of[unit])

    @given(units=st.integers(1, 60), grids=st.integers(1, 60))
    def test_anywhere_allowed_the_loads_differ_by_one(self, units: int, grids: int) -> None:
        cells = [Grid(id=f"G{i}", neighbourhood="N1", members=[f"B{i}"]) for i in range(grids)]
        found = assign_units(cells, [f"u{i}" for i in range(units)])
        assert sorted(found.loads.values()) == sorted(
            max(1, grids // units + (n < grids % units)) for n in range(units)
        )
        served = [len(of) for of in found.units_of.values()]
        assert max(served) - min(served) <= 1
