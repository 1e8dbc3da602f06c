"""Laws of the grid room, over all neighbourhoods, with a complete enumeration and networkx as oracles."""

from __future__ import annotations

import os
import pickle
import random
import subprocess
import sys
from functools import lru_cache
from typing import Literal

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov.base import Band
from pbgov.errors import InfeasibleError, NotAPartitionError
from pbgov.grid import (
    Certificate,
    Grid,
    GridPlan,
    Neighbourhood,
    Obstacle,
    Partitioning,
    compounds_split,
    cut,
    deviation,
    from_networkx,
    partition,
    to_networkx,
)
from pbgov.testing._grid import buildings, grid_plans, neighbourhoods

SMALL = buildings(households=st.integers(0, 8))
BOUNDS = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda pair: (pair[0], max(1, sum(pair))))


def certificate_of(result: Partitioning) -> Certificate:
    assert result.certificate is not None
    return result.certificate


def fewest_grids(place: Neighbourhood, low: int, high: int) -> int | None:
    """Enumerate every connected division; the fewest grids, or None when there is none."""
    size = len(place.buildings)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from((place.positions[a], place.positions[b]) for a, b in place.edges)
    sound = set()
    for mask in range(1, 1 << size):
        inside = [i for i in range(size) if mask >> i & 1]
        total = sum(place.buildings[i].households for i in inside)
        if low <= total <= high and nx.is_connected(graph.subgraph(inside)):
            sound.add(mask)

    @lru_cache(None)
    def best(left: int) -> float:
        if not left:
            return 0
        first = left & -left
        rest = part = left ^ first
        least = float("inf")
        while True:
            if part | first in sound:
                least = min(least, 1 + best(rest & ~part))
            if not part:
                return least
            part = (part - 1) & rest

    found = best((1 << size) - 1)
    return None if found == float("inf") else int(found)


class TestEveryPlanIsSound:
    @given(place=neighbourhoods(max_size=30), seed=st.integers(0, 2**64 - 1), effort=st.sampled_from(["first", "best"]))
    @settings(max_examples=60, deadline=None)
    def test_a_plan_is_a_connected_partition_within_bounds(
        self, place: Neighbourhood, seed: int, effort: Literal["first", "best"]
    ) -> None:
        result = partition(place, (200, 400), rng=seed, effort=effort)
        if not result.feasible:
            assert certificate_of(result).check(place)
            with pytest.raises(InfeasibleError):
                _ = result.plan
            return
        graph = to_networkx(result.plan)
        members = [member for grid in result.plan.grids.values() for member in grid.members]
        assert sorted(members) == sorted(graph)
        assert all(nx.is_connected(graph.subgraph(grid.members)) for grid in result.plan.grids.values())
        assert all(200 <= n <= 400 for n in result.plan.households().values())
        assert set(deviation(result.plan, Band(200, 400)).values()) <= {0}
        assert result.gap >= 0

    @given(place=neighbourhoods(max_size=20))
    @settings(max_examples=60, deadline=None)
    def test_only_the_oversized_stand_above_the_ceiling(self, place: Neighbourhood) -> None:
        result = partition(place, (100, 200), oversize="alone")
        large = {b.id for b in place.buildings if b.households > 200}
        by_id = {grid.id: grid for grid in result.grids}
        assert {by_id[grid].members for grid in result.waived} == {(b,) for b in large}
        if result.feasible:
            assert len(result.plan.grids) >= result.bound


class TestTheSearchIsCompleteOnTinyWorlds:
    @given(place=neighbourhoods(SMALL, max_size=8), bounds=BOUNDS, seed=st.integers(0, 99))
    @settings(max_examples=250, deadline=None)
    def test_a_plan_is_found_exactly_when_there_is_one(
        self, place: Neighbourhood, bounds: tuple[int, int], seed: int
    ) -> None:
        result = partition(place, bounds, rng=seed)
        least = fewest_grids(place, *bounds)
        assert result.feasible == (least is not None)
        if least is not None:
            assert result.bound <= least <= len(result.plan.grids)
            return
        assert certificate_of(result).proven
        assert certificate_of(result).check(place)
        for way in certificate_of(result).relaxations:
            if way.alone:
                assert partition(place, bounds, oversize="alone").feasible
                continue
            low, high = bounds[0] if way.floor is None else way.floor, way.ceiling or bounds[1]
            nearer = (low, high - 1) if way.ceiling is not None else (low + 1, high)
            if way.works:
                assert fewest_grids(place, low, high) is not None
            if way.smallest:
                assert fewest_grids(place, *nearer) is None

    @given(place=neighbourhoods(SMALL, min_size=3, max_size=9, connected=True), bounds=BOUNDS)
    @settings(max_examples=150, deadline=None)
    def test_no_claim_of_impossibility_is_wrong(self, place: Neighbourhood, bounds: tuple[int, int]) -> None:
        result = partition(place, bounds)
        if not result.feasible and all(c.obstacle is not Obstacle.OVERSIZED for c in certificate_of(result).claims):
            assert fewest_grids(place, *bounds) is None

    @given(place=neighbourhoods(SMALL, max_size=7), bounds=BOUNDS)
    @settings(max_examples=80, deadline=None)
    def test_after_the_oversized_stand_alone_the_rest_is_judged_rightly(
        self, place: Neighbourhood, bounds: tuple[int, int]
    ) -> None:
        result = partition(place, bounds, oversize="alone")
        kept = [b for b in place.buildings if b.households <= bounds[1]]
        ids = {b.id for b in kept}
        rest = Neighbourhood(
            id="R", community="C1", buildings=kept, edges=[(a, b) for a, b in place.edges if a in ids and b in ids]
        )
        assert result.feasible == (fewest_grids(rest, *bounds) is not None)
        assert result.feasible or certificate_of(result).check(place)


class TestSameInputSameOutput:
    @given(place=neighbourhoods(max_size=25), seed=st.integers(0, 2**64 - 1))
    @settings(max_examples=30, deadline=None)
    def test_the_same_seed_gives_the_same_result(self, place: Neighbourhood, seed: int) -> None:
        assert partition(place, (200, 400), rng=seed) == partition(place, (200, 400), rng=seed)

    def test_a_random_is_drawn_from_exactly_once(self) -> None:
        place = Neighbourhood(id="N", community="C")
        one, other = random.Random(3), random.Random(3)
        partition(place, rng=one)
        other.getrandbits(64)
        assert one.random() == other.random()

    def test_the_hash_seed_changes_nothing(self) -> None:
        code = (
            "from pbgov.grid import *\n"
            "b = [Building(id=f'B{i:02}', households=30 + i * 7 % 50, compound=f'K{i // 6}') for i in range(48)]\n"
            "e = [(f'B{i:02}', f'B{i + 1:02}') for i in range(47)]\n"
            "e += [(f'B{i:02}', f'B{i + 8:02}') for i in range(40)]\n"
            "p = Neighbourhood(id='N', community='C', buildings=b, edges=e)\n"
            "for effort in ('first', 'best'): print([g.members for g in partition(p, rng=5, effort=effort).grids])\n"
            "print(partition(p, (299, 300)).certificate)\n"
        )
        told = {
            subprocess.run(
                [sys.executable, "-c", code],
                env=os.environ | {"PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("0", "77")
        }
        assert len(told) == 1


class TestPlansAreValues:
    @given(plan=grid_plans())
    @settings(max_examples=60, deadline=None)
    def test_a_plan_pickles_hashes_and_compares(self, plan: GridPlan) -> None:
        again = pickle.loads(pickle.dumps(plan))  # noqa: S301 - our own bytes
        assert again == plan
        assert hash(again) == hash(plan)
        assert again.households() == plan.households()

    @given(plan=grid_plans())
    def test_a_graph_and_back_is_the_same_neighbourhood(self, plan: GridPlan) -> None:
        assert from_networkx(to_networkx(plan.neighbourhood)) == plan.neighbourhood
        assert from_networkx(to_networkx(plan)) == plan.neighbourhood

    @given(plan=grid_plans())
    def test_networkx_agrees_on_connection_and_cut(self, plan: GridPlan) -> None:
        graph = to_networkx(plan)
        apart = tuple(g.id for g in plan.grids.values() if not nx.is_connected(graph.subgraph(g.members)))
        assert plan.disconnected() == apart
        assert plan.connected() == (not apart)
        assert cut(plan) == sum(nx.cut_size(graph, grid.members) for grid in plan.grids.values()) // 2
        assert sorted(plan.neighbourhood.components()) == sorted(
            tuple(sorted(part)) for part in nx.connected_components(graph)
        )

    @given(plan=grid_plans(), low=st.integers(0, 300), width=st.integers(0, 99), more=st.integers(0, 99))
    def test_widening_the_band_never_finds_more(self, plan: GridPlan, low: int, width: int, more: int) -> None:
        tight, loose = deviation(plan, Band(low, low + width)), deviation(plan, Band(low, low + width + more))
        assert all(abs(loose[grid]) <= abs(tight[grid]) for grid in tight)

    @given(plan=grid_plans(), data=st.data())
    def test_moving_a_building_keeps_the_partition(self, plan: GridPlan, data: st.DataObject) -> None:
        building = data.draw(st.sampled_from([b.id for b in plan.neighbourhood.buildings]))
        target = data.draw(st.sampled_from(sorted(plan.grids)))
        moved = plan.move(building, to=target)
        assert moved.grid_of(building).id == target
        assert sum(moved.households().values()) == plan.neighbourhood.households
        assert compounds_split(moved).extra >= 0

    @given(plan=grid_plans(), data=st.data())
    def test_a_lost_or_doubled_building_is_named(self, plan: GridPlan, data: st.DataObject) -> None:
        grid = data.draw(st.sampled_from(plan.grids.rows()))
        others = [g for g in plan.grids.values() if g.id != grid.id]
        with pytest.raises(NotAPartitionError) as caught:
            GridPlan(neighbourhood=plan.neighbourhood, grids=others)
        assert caught.value.culprits == grid.members
        double = Grid(id="double", neighbourhood=grid.neighbourhood, members=grid.members)
        with pytest.raises(NotAPartitionError) as caught:
            GridPlan(neighbourhood=plan.neighbourhood, grids=[*plan.grids.values(), double])
        assert caught.value.culprits == grid.members
