"""The choice of grids by a solver from outside, against all choices there are."""

from __future__ import annotations

import sys
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov.errors import MissingExtraError
from pbgov.grid import partition
from pbgov.grid._exact import choose
from pbgov.grid._shares import Total
from tests.unit.grid.worlds import path, three_by_three

SETS = st.lists(st.integers(1, 31), min_size=1, max_size=9, unique=True)


def cheapest(n: int, sets: list[int], costs: list[int], total: int | None) -> int | None:
    """Try every choice of sets: the least cost of those that cover each place once."""
    found = [
        sum(costs[i] for i in chosen)
        for size in range(1, len(sets) + 1)
        for chosen in combinations(range(len(sets)), size)
        if sum(sets[i] for i in chosen) == (1 << n) - 1
        and all(not sets[a] & sets[b] for a, b in combinations(chosen, 2))
        and (total is None or size == total)
    ]
    return min(found, default=None)


@given(sets=SETS, data=st.data(), total=st.none() | st.integers(1, 4))
@settings(max_examples=80, deadline=None)
def test_the_cheapest_choice_is_found(sets: list[int], data: st.DataObject, total: int | None) -> None:
    costs = data.draw(st.lists(st.integers(0, 5), min_size=len(sets), max_size=len(sets)))
    sides = [] if total is None else [Total([1] * len(sets), total)]
    best = cheapest(5, sets, costs, total)
    chosen = choose(5, sets, costs, sides, below=100)
    assert chosen.complete
    assert (chosen.grids is None) == (best is None)
    if chosen.grids is not None:
        assert sum(costs[i] for i in chosen.grids) == best
        assert not choose(5, sets, costs, sides, below=best or 0).grids


def test_an_old_grid_is_carried_on_once_at_most() -> None:
    """Two places; the third bit is an old grid that two new ones may not both carry on."""
    sets = [0b101, 0b110, 0b001, 0b010]
    chosen = choose(2, sets, [0, 0, 3, 2], [], below=10)
    assert sorted(chosen.grids or []) == [0, 3]


def test_exact_is_no_worse_than_best_and_proven() -> None:
    place = three_by_three(90, 110, 70, 120, 60, 100, 80, 95, 105)
    best, exact = partition(place, effort="best"), partition(place, effort="exact")
    assert tuple(exact.measures.values()) <= tuple(best.measures.values())
    assert exact.proven == ("grids", "splits", "cut")


def test_a_missing_solver_is_said_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pbgov.grid._exact", raising=False)
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    monkeypatch.setitem(sys.modules, "scipy", None)
    with pytest.raises(MissingExtraError, match=r"install pbgov\[exact\].* / .*请安装pbgov\[exact\]") as caught:
        partition(path(100), effort="exact")
    assert caught.value.culprits == ("scipy",)
