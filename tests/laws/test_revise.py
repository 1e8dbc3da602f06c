"""Laws of ``revise``, with every connected division of tiny places as the oracle."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pbgov.errors import InvalidValueError
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood, compare_plans, revise
from tests.grid_oracle import Question, verified
from tests.laws.test_grid_oracle import places, plans_in_force
from tests.unit.grid.worlds import path

ORDER: Any = ("change", "grids", "splits", "cut")


def held(grids: Any) -> dict[str, tuple[str, ...]]:
    return {grid.id: grid.members for grid in grids}


@given(place=places(max_size=7), low=st.integers(0, 9), width=st.integers(0, 9))
@settings(max_examples=60)
def test_a_plan_that_is_sound_stays_as_it_is(place: Neighbourhood, low: int, width: int) -> None:
    bounds = (low, max(1, low + width))
    plan = Question(place=place, low=bounds[0], high=bounds[1]).put("first")
    assume(plan.feasible)
    for effort in ("first", "good", "best"):
        again = revise(plan.plan, households=bounds, effort=effort)
        assert again.measures["change"] == 0
        assert held(again.grids) == held(plan.grids)


@given(place=places(max_size=6, connected=True), data=st.data(), low=st.integers(0, 9), width=st.integers(0, 12))
@settings(max_examples=60)
def test_after_a_new_building_as_few_as_can_be_change(
    place: Neighbourhood, data: st.DataObject, low: int, width: int
) -> None:
    high = max(1, low + width)
    plan = data.draw(plans_in_force(place))
    beside = data.draw(st.sampled_from([building.id for building in place.buildings]))
    new = Building(id="new", households=data.draw(st.integers(0, 9)))
    grown = attrs.evolve(place, buildings=[*place.buildings, new], edges=[*place.edges, (beside, "new")])
    question = Question(place=grown, low=low, high=high, objectives=ORDER, current=plan)
    found = revise(plan, grown, (low, high), effort="best")
    assert found.feasible == bool(question.plans)
    if not found.feasible:
        assert found.certificate is not None
        assert found.certificate.check(grown)
        return
    verified(question, found)
    change = compare_plans(plan, found.plan)
    assert len(change.moved) == found.measures["change"]
    assert found.measures["change"] >= question.optimum[0]
    if "change" in found.proven:
        assert found.measures["change"] == question.optimum[0]
    old = held(plan.grids.values())
    assert change.matched.keys() <= old.keys()
    assert all(after == before for before, after in change.matched.items())


def test_a_worker_less() -> None:
    """Of four grids one goes: B0 joins its neighbours, and nobody else changes."""
    street = path(*[100] * 8)
    parts = ([0], [1, 2], [3, 4], [5, 6, 7])
    grids = [Grid(id=f"G{i}", neighbourhood="N1", members=[f"B{j}" for j in part]) for i, part in enumerate(parts)]
    fewer = revise(GridPlan(neighbourhood=street, grids=grids), households=(100, 400), most=3, effort="best")
    assert (len(fewer.grids), fewer.measures["change"]) == (3, 1)


@pytest.mark.parametrize("plan", ["the plan", None, 5, path(100)])
def test_only_a_plan_is_revised(plan: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"GridPlan.* / .*GridPlan"):
        revise(plan)
