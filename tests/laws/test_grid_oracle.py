"""Laws of plans, proofs and certificates, with every connected division of tiny places as the oracle."""

from __future__ import annotations

import pickle
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs
import networkx as nx
import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st

from pbgov.errors import StructureError
from pbgov.grid import (
    Building,
    Certificate,
    Claim,
    Conditions,
    Grid,
    GridPlan,
    Ground,
    Neighbourhood,
    Obstacle,
    Partitioning,
    Proof,
    Relaxation,
    Side,
    _searched,
)
from pbgov.grid._solve import EFFORTS as EFFORTS_THERE_ARE
from pbgov.grid._stages import Depth
from tests.grid_oracle import Question, orders, verified
from tests.unit.grid.worlds import path, ring, star, world

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pbgov.grid import Objective

Effort = Literal["first", "good", "best"]
EFFORTS: Final[tuple[Effort, ...]] = ("first", "good", "best")
AT: Final = frozenset({Obstacle.SIDE, Obstacle.CHAIN, Obstacle.EXHAUSTED, Obstacle.SEARCHED})
NAMES: Final[tuple[Objective, ...]] = ("grids", "splits", "change", "cut", "compactness", "balance", "walk")


@st.composite
def places(
    draw: st.DrawFn,
    *,
    min_size: int = 1,
    max_size: int = 8,
    most: int = 9,
    connected: bool = False,
    apart: bool = False,
) -> Neighbourhood:
    """Draw a place: each building with the earlier ones near it that it stands beside.

    Args:
        draw: Draws.
        min_size: Fewest buildings.
        max_size: Most buildings.
        most: Most households of a building.
        connected: Whether all hang together.
        apart: Whether each has a position, and no two the same.
    """
    size = draw(st.integers(min_size, max_size))
    placed = apart or draw(st.sampled_from((True, True, False)))
    easts = draw(st.permutations(range(size)))
    buildings, edges = [], set()
    for i in range(size):
        spot: dict[str, Any] = (
            {
                "x": (easts[i] * 7 if apart else draw(st.integers(-40, 40))) * 1_000,
                "y": draw(st.integers(-40, 40)) * 1_000,
            }
            if placed
            else {}
        )
        buildings.append(
            Building(
                id=f"B{i:02}",
                households=draw(st.integers(0, most)),
                compound=draw(st.sampled_from((None, "K1", "K2"))),
                **(spot if apart or draw(st.integers(0, 5)) else {}),
            )
        )
        backs = draw(st.lists(st.integers(1, 4), min_size=int(connected or draw(st.integers(0, 7)) > 0), max_size=3))
        edges |= {(f"B{i - min(back, i):02}", f"B{i:02}") for back in backs if i}
    return Neighbourhood(id="N1", community="C1", buildings=buildings, edges=edges)


@st.composite
def questions(
    draw: st.DrawFn, drawn: st.SearchStrategy[Neighbourhood] | None = None, *, bare: bool = False
) -> Question:
    """Draw a question: bounds, conditions and objectives, each often left out."""
    place = draw(places() if drawn is None else drawn)
    low = draw(st.integers(0, 12))
    question = Question(place=place, low=low, high=max(1, low + draw(st.integers(0, 10))))
    ids = [building.id for building in place.buildings]
    group = st.lists(st.sampled_from(ids), min_size=1, max_size=3).map(lambda names: tuple(dict.fromkeys(names)))
    groups = st.just(()) | st.just(()) | st.lists(group, min_size=1, max_size=2).map(tuple)
    given: dict[str, Any] = {}
    if not bare:
        compounds = sorted({b.compound for b in place.buildings if b.compound is not None})
        given = {
            "must_link": draw(groups),
            "cannot_link": draw(groups),
            "fixed": draw(_fixed(question)),
            "whole": draw(st.sampled_from((False, False, True, *((one,) for one in compounds)))),
            "most": draw(st.none() | st.none() | st.integers(1, 5)),
            "oversize": draw(st.sampled_from(("refuse", "alone"))),
        }
    current = draw(st.none() | plans_in_force(place))
    names = [name for name in NAMES if name != "change" or current is not None]
    objectives = draw(st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True))
    return attrs.evolve(question, current=current, objectives=tuple(objectives), **given)


@st.composite
def _fixed(draw: st.DrawFn, question: Question) -> tuple[tuple[str, ...], ...]:
    """Draw connected sets that grow until they are large enough."""
    found: list[tuple[str, ...]] = []
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 2)))):
        part = {draw(st.sampled_from(sorted(question.graph)))}
        while sum(question.households[b] for b in part) < question.low:
            near = sorted({c for b in part for c in question.graph[b]} - part)
            if not near:
                break
            part.add(draw(st.sampled_from(near)))
        if question.allows(frozenset(part)) and part.isdisjoint(b for grid in found for b in grid):
            found.append(tuple(sorted(part)))
    return tuple(found)


@st.composite
def plans_in_force(draw: st.DrawFn, place: Neighbourhood) -> GridPlan:
    """Draw a plan of which nothing is asked but that it is one."""
    held: defaultdict[int, list[str]] = defaultdict(list)
    for building in place.buildings:
        held[draw(st.integers(0, 2))].append(building.id)
    grids = [Grid(id=f"O{number}", neighbourhood="N1", members=members) for number, members in held.items()]
    return GridPlan(neighbourhood=place, grids=grids)


def ask(question: Question, effort: Effort = "best", **options: Any) -> Partitioning:
    """Ask; a question that is refused, rightly, is none."""
    try:
        return question.put(effort, **options)
    except StructureError:
        assert not question.plans
        assume(False)
        raise


def certificate_of(result: Partitioning) -> Certificate:
    assert result.certificate is not None
    return result.certificate


def proof_of(result: Partitioning) -> Proof:
    assert result.proof is not None
    return result.proof


def relaxed(question: Question, way: Relaxation, *, less: int = 0) -> Question:
    """Ask what a relaxation says, or a little less of it."""
    if way.ceiling is not None:
        return attrs.evolve(question, high=way.ceiling - less)
    if way.floor is not None:
        return attrs.evolve(question, low=way.floor + less)
    if way.most is not None:
        return attrs.evolve(question, most=way.most - less)
    return attrs.evolve(question, oversize="alone")


def pieces_are_strangers(question: Question) -> bool:
    """Tell whether what is drawn is best on the whole: no old grid might be carried on by what is settled."""
    settled = {b for grid in question.fixed for b in grid} | {
        b for b, n in question.households.items() if n > question.high
    }
    return not settled or "change" not in question.objectives


class TestThereIsAPlanExactlyWhenOneIsFound:
    @given(question=questions(), effort=st.sampled_from(EFFORTS))
    @settings(max_examples=160)
    def test_under_every_condition(self, question: Question, effort: Effort) -> None:
        result = ask(question, effort)
        assert result.feasible == bool(question.plans)
        if result.feasible:
            assert frozenset(verified(question, result)) in {frozenset(plan) for plan in question.plans}
            return
        assert certificate_of(result).proven
        assert certificate_of(result).check(question.place)

    @given(question=questions())
    @settings(max_examples=90)
    def test_a_way_out_leads_out(self, question: Question) -> None:
        assume(not question.plans)
        for way in certificate_of(ask(question)).relaxations:
            if way.works:
                assert relaxed(question, way).plans
            if way.smallest and not way.alone:
                nearer = relaxed(question, way, less=1)
                assert nearer == question or not nearer.plans

    def test_a_way_out_counts_the_grids_that_stand_alone(self) -> None:
        question = Question(place=path(0, 8), low=3, high=7, most=1, oversize="alone")
        ways = certificate_of(question.put()).relaxations
        assert [way for way in ways if way.works and not relaxed(question, way).plans] == []

    @given(question=questions(places(max_size=6, most=30)))
    @settings(max_examples=60)
    def test_where_many_are_too_large(self, question: Question) -> None:
        result = ask(question)
        assert result.feasible == bool(question.plans)
        if result.feasible:
            verified(question, result)
        else:
            assert certificate_of(result).check(question.place)


class TestWhatIsDrawnAllTheSame:
    @given(question=questions(), effort=st.sampled_from(EFFORTS))
    @settings(max_examples=120)
    def test_each_building_lies_in_a_grid_as_asked_or_in_none(self, question: Question, effort: Effort) -> None:
        result = ask(question, effort)
        assert sorted([b for grid in result.grids for b in grid.members] + [*result.left]) == sorted(question.graph)
        assert all(question.allows(frozenset(grid.members)) for grid in result.grids)

    def test_a_tower_that_shares_a_grid_does_not_stand_alone(self) -> None:
        place = world([19, 5, 6, 6], [(0, 1), (0, 2), (2, 3)])
        question = Question(place=place, low=6, high=17, must_link=(("B3", "B0"),), oversize="alone")
        result = question.put()
        assert "B0" in result.left
        assert result.waived == ()
        certificate = certificate_of(result)
        assert Obstacle.LINKED in {claim.obstacle for claim in certificate.claims}
        assert certificate.check(place)


class TestTheBestIsTheBest:
    @given(question=questions())
    @settings(max_examples=120)
    def test_by_objectives_in_their_order(self, question: Question) -> None:
        assume(question.plans)
        result = ask(question)
        measures, bounds = tuple(result.measures.values()), tuple(result.bounds.values())
        assert bounds <= question.optimum <= measures
        assert measures[: len(result.proven)] == question.optimum[: len(result.proven)]
        if pieces_are_strangers(question):
            assert measures == bounds == question.optimum
            assert result.proven == question.objectives

    @given(question=questions(), effort=st.sampled_from(("first", "good")))
    @settings(max_examples=80)
    def test_what_is_proven_is_true_at_any_effort(self, question: Question, effort: Effort) -> None:
        assume(question.plans)
        result = ask(question, effort)
        optimum = question.optimum
        measures = tuple(result.measures.values())
        assert measures >= optimum
        assert measures[: len(result.proven)] == optimum[: len(result.proven)]
        for i, name in enumerate(question.objectives):
            rivals = [tuple(question.measured(plan).values()) for plan in question.plans]
            assert result.bounds[name] <= min(rival[i] for rival in rivals if rival[:i] == measures[:i])

    @given(place=places(min_size=5, max_size=7, connected=True), data=st.data())
    @settings(max_examples=4)
    def test_in_any_order_of_any_four(self, place: Neighbourhood, data: st.DataObject) -> None:
        low = data.draw(st.integers(0, 6))
        current = data.draw(plans_in_force(place))
        base = Question(place=place, low=low, high=low + 10, objectives=NAMES, current=current)
        assume(len(base.plans) > 2)
        measured = [base.measured(plan) for plan in base.plans]
        chosen = data.draw(st.lists(st.sampled_from(NAMES), min_size=4, max_size=4, unique=True))
        for order in orders(chosen, 3):
            result = attrs.evolve(base, objectives=order).put()
            assert tuple(result.measures.values()) == min(tuple(one[name] for name in order) for one in measured)
            assert result.proven == order

    @given(question=questions(places(max_size=7)), old=st.data())
    @settings(max_examples=50)
    def test_a_plan_is_changed_as_little_as_can_be(self, question: Question, old: st.DataObject) -> None:
        current = old.draw(plans_in_force(question.place))
        changed = attrs.evolve(question, objectives=("change", "grids"), current=current)
        assume(changed.plans)
        result = ask(changed)
        if pieces_are_strangers(changed):
            assert tuple(result.measures.values()) == changed.optimum
        new = {grid.id: frozenset(grid.members) for grid in result.grids}
        stay = sum(len(new[name] & frozenset(grid.members)) for name, grid in current.grids.items() if name in new)
        assert len(question.place.buildings) - stay == result.measures["change"]

    def test_old_grids_are_handed_out_so_that_most_buildings_stay(self) -> None:
        """One plan only: {B0}, {B1, B2}, {B3}. B0 keeps the first grid and B1 the second, so B2 and B3 leave."""
        place = world([4, 0, 1, 5], [(0, 1), (0, 2), (0, 3), (1, 2), (2, 3)])
        old = [Grid(id=f"O{i}", neighbourhood="N1", members=g) for i, g in enumerate((["B0", "B2"], ["B1", "B3"]))]
        question = Question(
            place=place, low=1, high=1, fixed=(("B1", "B2"),), oversize="alone", objectives=("change",),
            current=GridPlan(neighbourhood=place, grids=old),
        )  # fmt: skip
        result = question.put()
        verified(question, result)
        assert result.measures == {"change": 2}

    @pytest.mark.parametrize("effort", EFFORTS)
    def test_a_group_that_goes_a_long_way_is_kept_while_a_plan_is_mended(self, effort: Effort) -> None:
        edges = [
            (0, 1), (0, 3), (10, 9), (11, 8), (12, 14), (12, 9), (13, 9), (2, 4), (2, 6), (3, 4), (4, 5), (4, 7),
            (5, 7), (5, 8), (5, 9),
        ]  # fmt: skip
        place = world([1, 0, 5, 3, 8, 1, 2, 2, 6, 1, 2, 4, 9, 8, 0], edges)
        homes = [(1, 2, 3, 6, 13), (4, 5, 7, 14), (0, 8, 9, 10, 11, 12)]
        old = [
            Grid(id=f"O{i}", neighbourhood="N1", members=[f"B{place}" for place in home])
            for i, home in enumerate(homes)
        ]
        question = Question(
            place=place, low=5, high=12, must_link=(("B2", "B8"),), objectives=("change", "splits"),
            current=GridPlan(neighbourhood=place, grids=old),
        )  # fmt: skip
        result = question.put(effort)
        assert not result.feasible
        assert certificate_of(result).proven
        assert certificate_of(result).check(place)


class TestMoreEffortIsNeverWorse:
    @given(question=questions(places(min_size=8, max_size=26, connected=True), bare=True), seed=st.integers(0, 99))
    @settings(max_examples=8)
    def test_from_the_first_plan_to_the_best(self, question: Question, seed: int) -> None:
        wide = attrs.evolve(question, low=question.low + 4, high=question.high + 14)
        found = [wide.put(effort, rng=seed) for effort in EFFORTS]
        assert {result.feasible for result in found} == {found[0].feasible}
        if found[0].feasible:
            measures = [tuple(result.measures.values()) for result in found]
            assert measures == sorted(measures, reverse=True)
            for result in found:
                verified(wide, result)

    @given(question=questions(places(max_size=10)), seed=st.integers(0, 99))
    @settings(max_examples=80)
    def test_under_every_condition(self, question: Question, seed: int) -> None:
        try:
            found = [question.put(effort, rng=seed) for effort in EFFORTS]
        except StructureError:
            return
        planned = [tuple(result.measures.values()) for result in found if result.feasible]
        assert planned == sorted(planned, reverse=True)

    def test_within_a_cap_that_is_no_objective(self) -> None:
        spots = [(7, 20, -40), (6, -40, 30), (6, 0, -10), (3, -40, 30)]
        place = Neighbourhood(
            id="N1",
            community="C1",
            buildings=[
                Building(id=f"B{i}", households=n, x=x * 1_000, y=y * 1_000) for i, (n, x, y) in enumerate(spots)
            ],
            edges=[("B0", "B1"), ("B0", "B2"), ("B0", "B3"), ("B1", "B2")],
        )
        question = Question(place=place, low=0, high=15, most=3, objectives=("walk",))
        assert [question.put(effort, rng=166).measures["walk"] for effort in EFFORTS] == [36, 36, 36]


class TestWiderBoundsLoseNothing:
    @given(
        question=questions(places(min_size=4, max_size=24)),
        less=st.integers(0, 6),
        more=st.integers(0, 6),
        effort=st.sampled_from(EFFORTS),
    )
    @settings(max_examples=30)
    def test_what_has_a_plan_keeps_one(self, question: Question, less: int, more: int, effort: Effort) -> None:
        narrow = attrs.evolve(question, fixed=(), whole=False)
        wide = attrs.evolve(narrow, low=max(0, narrow.low - less), high=narrow.high + more)
        try:
            found = narrow.put(effort)
        except StructureError:
            with pytest.raises(StructureError):
                wide.put(effort)
            return
        if found.feasible:
            verified(narrow, found)
            verified(attrs.evolve(wide, oversize="alone"), wide.put(effort))

    @given(question=questions(places(max_size=7)), more=st.integers(1, 5))
    @settings(max_examples=60)
    def test_what_has_no_plan_in_wider_bounds_has_none_in_narrower(self, question: Question, more: int) -> None:
        wide = attrs.evolve(question, high=question.high + more, fixed=(), oversize="refuse")
        assume(not wide.plans)
        narrow = attrs.evolve(wide, high=question.high)
        assert not ask(narrow).feasible


class TestTheSolverFromOutside:
    @given(question=questions())
    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_what_it_says_is_true(self, monkeypatch: pytest.MonkeyPatch, question: Question) -> None:
        """With shares that prove nothing and sweeps one plan wide, it has to decide."""
        pytest.importorskip("scipy")
        narrow = attrs.evolve(EFFORTS_THERE_ARE["exact"][-1], depth=Depth(0, (1,), solver=True))
        monkeypatch.setattr(
            _searched, "EFFORTS", dict.fromkeys(EFFORTS_THERE_ARE, (EFFORTS_THERE_ARE["first"][0], narrow))
        )
        assume(question.plans)
        result = ask(question)
        measures, bounds = tuple(result.measures.values()), tuple(result.bounds.values())
        assert bounds <= question.optimum <= measures
        assert measures[: len(result.proven)] == question.optimum[: len(result.proven)]
        verified(question, result)


class TestNamesAreNames:
    @given(question=questions(places(max_size=12, apart=True)), effort=st.sampled_from(EFFORTS), data=st.data())
    @settings(max_examples=100)
    def test_new_names_change_nothing_else(self, question: Question, effort: Effort, data: st.DataObject) -> None:
        ids = sorted(question.graph)
        names = dict(zip(ids, data.draw(st.permutations([f"楼{i * 7:04}" for i in range(len(ids))])), strict=True))
        one = renamed(question, names)
        before, after = answered(question, one, effort)
        assert {frozenset(names[b] for b in grid.members) for grid in before.grids} == {
            frozenset(grid.members) for grid in after.grids
        }
        assert {names[building] for building in before.left} == set(after.left)
        assert (before.measures, before.bounds, before.bound) == (after.measures, after.bounds, after.bound)
        assert (before.certificate is None) == (after.certificate is None)
        if before.certificate and after.certificate:
            assert [told(claim, names) for claim in before.certificate.claims] == [
                told(claim, {}) for claim in after.certificate.claims
            ]
            assert [
                attrs.evolve(way, alone=tuple(sorted(names[one] for one in way.alone)))
                for way in before.certificate.relaxations
            ] == list(after.certificate.relaxations)

    @given(
        question=questions(places(max_size=9, most=0)),
        households=st.permutations(range(1, 10)),
        effort=st.sampled_from(EFFORTS),
        data=st.data(),
    )
    @settings(max_examples=60)
    def test_where_positions_are_missing_households_tell_buildings_apart(
        self, question: Question, households: list[int], effort: Effort, data: st.DataObject
    ) -> None:
        old = question.place
        place = attrs.evolve(
            old,
            buildings=[
                attrs.evolve(b, households=n, x=None, y=None) for b, n in zip(old.buildings, households, strict=False)
            ],
        )
        bare = Question(place=place, low=4, high=13, objectives=("grids", "cut", "balance"))
        names = dict(zip(sorted(bare.graph), data.draw(st.permutations(sorted(bare.graph))), strict=True))
        before, after = bare.put(effort), renamed(bare, names).put(effort)
        assert {frozenset(names[b] for b in grid.members) for grid in before.grids} == {
            frozenset(grid.members) for grid in after.grids
        }

    @given(question=questions(places(max_size=12)), effort=st.sampled_from(EFFORTS))
    @settings(max_examples=60)
    def test_new_names_in_the_old_order_change_nothing_else(self, question: Question, effort: Effort) -> None:
        names = {building: f"楼{i * 7:04}" for i, building in enumerate(sorted(question.graph))}
        one = renamed(question, names)
        before, after = answered(question, one, effort)
        assert [tuple(names[b] for b in grid.members) for grid in before.grids] == [g.members for g in after.grids]
        assert [grid.id for grid in before.grids] == [grid.id for grid in after.grids]
        assert (before.measures, before.bounds, before.waived) == (after.measures, after.bounds, after.waived)
        assert (before.bound, before.feasible) == (after.bound, after.feasible)

    @given(question=questions(), data=st.data())
    @settings(max_examples=60)
    def test_new_names_in_any_order_keep_the_best(self, question: Question, data: st.DataObject) -> None:
        before = ask(question)
        ids = sorted(question.graph)
        after = renamed(question, dict(zip(ids, data.draw(st.permutations(ids)), strict=True))).put()
        assert before.feasible == after.feasible
        if before.feasible:
            assert (before.measures, before.bounds, before.bound) == (after.measures, after.bounds, after.bound)


def told(claim: Claim, names: Mapping[str, str]) -> tuple[object, ...]:
    """Give what a claim says, with other names and in no order."""
    named = {building: names.get(building, building) for building in claim.buildings}
    sides = {(frozenset(names.get(one, one) for one in side.near), side.households, side.least) for side in claim.sides}
    shares = {named[building]: share for building, share in zip(claim.buildings, claim.shares, strict=False)}
    at = claim.at and names.get(claim.at, claim.at)
    return claim.obstacle, at, set(named.values()), claim.households, sides, shares, claim.needed


def answered(question: Question, other: Question, effort: Effort) -> tuple[Partitioning, Partitioning]:
    """Ask both; where one contradicts itself, the other does too, and there is nothing to compare."""
    try:
        before = question.put(effort)
    except StructureError:
        with pytest.raises(StructureError):
            other.put(effort)
        reject()
    return before, other.put(effort)


def renamed(question: Question, names: Mapping[str, str]) -> Question:
    """Give every building another name."""
    old = question.place
    place = Neighbourhood(
        id=old.id,
        community=old.community,
        buildings=[attrs.evolve(building, id=names[building.id]) for building in old.buildings],
        edges=[(names[a], names[b]) for a, b in old.edges],
    )
    current = question.current
    if current is not None:
        grids = [attrs.evolve(g, members=tuple(names[b] for b in g.members)) for g in current.grids.values()]
        current = GridPlan(neighbourhood=place, grids=grids)
    groups: dict[str, Any] = {
        field: tuple(tuple(names[b] for b in group) for group in getattr(question, field))
        for field in ("must_link", "cannot_link", "fixed")
    }
    return attrs.evolve(question, place=place, current=current, **groups)


class TestResultsAreValues:
    @given(question=questions(places(max_size=14)), effort=st.sampled_from(EFFORTS), seed=st.integers(0, 2**64 - 1))
    @settings(max_examples=60)
    def test_the_same_question_has_the_same_answer(self, question: Question, effort: Effort, seed: int) -> None:
        try:
            result = question.put(effort, rng=seed)
        except StructureError:
            return
        assert question.put(effort, rng=seed) == result
        again = pickle.loads(pickle.dumps(result))  # noqa: S301 - our own bytes
        assert again == result
        assert hash(again) == hash(result)
        assert repr(again) == repr(result)
        if result.certificate is not None:
            assert again.certificate.check(question.place) == result.certificate.check(question.place)


def fewest_by(proof: Proof, place: Neighbourhood) -> int | None:
    """Give the fewest grids there can be by what a proof says was asked, by the oracle."""
    conditions = proof.conditions
    question = Question(
        place=place,
        low=proof.low,
        high=proof.high,
        must_link=conditions.must_link,
        cannot_link=conditions.cannot_link,
        fixed=conditions.fixed,
        oversize="alone" if set(proof.aside) - set(conditions.fixed) else "refuse",
    )
    return min(map(len, question.plans), default=None)


class TestProofs:
    @given(question=questions(), effort=st.sampled_from(EFFORTS))
    @settings(max_examples=90)
    def test_a_proof_holds_and_says_no_more_than_is_true(self, question: Question, effort: Effort) -> None:
        result = ask(question, effort)
        proof = proof_of(result)
        assert proof.check(question.place)
        assert proof.grids == result.bound
        assert (proof.low, proof.high) == (question.low, question.high)
        assert proof.explain("en")
        assert proof.explain("zh")
        if question.plans:
            assert proof.grids <= min(map(len, question.plans))

    @given(question=questions(), data=st.data())
    @settings(max_examples=120)
    def test_a_proof_that_was_tampered_with_proves_nothing_false(self, question: Question, data: st.DataObject) -> None:
        proof = data.draw(tampered_proofs(proof_of(ask(question))))
        if proof.check(question.place):
            least = fewest_by(proof, question.place)
            assert least is None or proof.grids <= least

    @given(place=places(min_size=2, most=9, connected=True), high=st.integers(5, 14), data=st.data())
    @settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
    def test_no_share_can_be_raised(self, place: Neighbourhood, high: int, data: st.DataObject) -> None:
        proof = proof_of(ask(Question(place=place, low=min(4, high), high=high)))
        needs = [i for i, need in enumerate(proof.needs) if need.ground is Ground.SHARES]
        assume(needs)
        which = data.draw(st.sampled_from(needs))
        need = proof.needs[which]
        at = data.draw(st.integers(0, len(need.shares) - 1))
        shares = tuple(share + (i == at) for i, share in enumerate(need.shares))
        assert proof.check(place)
        assert not with_need(proof, which, shares=shares).check(place)

    def test_a_grid_that_leaves_a_far_building_without_any_is_struck_off_by_both(self) -> None:
        """B2 with B4 leaves B5, which lies beside neither, without a grid; only then do the shares come to four."""
        edges = [(0, 1), (1, 2), (1, 5), (2, 3), (2, 4), (2, 6), (3, 4), (3, 5), (3, 6)]
        place = world([9, 3, 6, 1, 7, 0, 9], edges)
        question = Question(place=place, low=8, high=13, cannot_link=(("B0", "B5", "B6"), ("B2", "B3")))
        result = question.put()
        verified(question, result)
        assert (proof_of(result).grids, min(map(len, question.plans))) == (4, 4)
        assert proof_of(result).check(place)

    @pytest.mark.parametrize(
        ("place", "ground"),
        [
            (path(200, 200, 200), Ground.SHARES),
            (ring(160, 160, 160, 160, 160), Ground.SHARES),
            (star(100, 250, 250, 250), Ground.SHARES),
            (path(150, 150, 150), Ground.TOTAL),
        ],
    )
    def test_a_proof_that_says_more_does_not_hold(self, place: Neighbourhood, ground: Ground) -> None:
        proof = proof_of(Question(place=place, low=0, high=300).put())
        (need,) = proof.needs
        assert need.ground is ground
        assert proof.check(place)
        for more in (
            {"grids": need.grids + 1},
            {"households": need.households + 1},
            {"buildings": need.buildings[1:]},
            {"buildings": (*need.buildings[1:], "B9")},
            {"buildings": (*need.buildings[:-1], need.buildings[0])},
        ):
            assert not with_need(proof, 0, **more).check(place)
        assert not attrs.evolve(proof, needs=()).check(place)
        assert not attrs.evolve(proof, needs=(need, need)).check(place)
        assert not attrs.evolve(proof, aside=((need.buildings[0],),)).check(place)
        assert not attrs.evolve(proof, high=1_000).check(place)
        assert not attrs.evolve(proof, neighbourhood="N2").check(place)
        assert not attrs.evolve(proof, conditions=Conditions(fixed=((need.buildings[0],),))).check(place)
        assert not proof.check(attrs.evolve(place, buildings=[attrs.evolve(b, households=0) for b in place.buildings]))


def with_need(proof: Proof, which: int, **changes: Any) -> Proof:
    """Change one need of a proof."""
    return attrs.evolve(
        proof, needs=tuple(attrs.evolve(n, **changes) if i == which else n for i, n in enumerate(proof.needs))
    )


@st.composite
def tampered_proofs(draw: st.DrawFn, proof: Proof) -> Proof:
    """Draw a proof that says a little more, or something else."""
    for _ in range(draw(st.integers(1, 2))):
        kind = draw(st.integers(0, 7))
        if kind == 0:
            proof = attrs.evolve(proof, low=draw(st.integers(0, 15)))
        elif kind == 1:
            proof = attrs.evolve(proof, high=draw(st.integers(max(1, proof.low), proof.low + 20)))
        elif kind == 2:
            proof = attrs.evolve(proof, conditions=attrs.evolve(proof.conditions, must_link=()))
        elif kind == 3:
            proof = attrs.evolve(proof, conditions=attrs.evolve(proof.conditions, cannot_link=()))
        elif kind == 4:
            proof = attrs.evolve(proof, aside=proof.conditions.fixed)
        elif proof.needs:
            which = draw(st.integers(0, len(proof.needs) - 1))
            need = proof.needs[which]
            if kind == 5:
                ground = draw(st.sampled_from((need.ground, Ground.SEARCH)))
                shares = need.shares if ground is Ground.SHARES else ()
                proof = with_need(proof, which, grids=need.grids + 1, ground=ground, shares=shares)
            elif kind == 6:
                shares = need.shares or (1_000_000 // len(need.buildings),) * len(need.buildings)
                at = draw(st.integers(0, len(shares) - 1))
                step = draw(st.sampled_from((-500_000, -1, 1, 500_000)))
                raised = tuple(share + step * (i == at) for i, share in enumerate(shares))
                grids = need.grids + draw(st.integers(0, 1))
                proof = with_need(proof, which, shares=raised, grids=grids, ground=Ground.SHARES)
            else:
                proof = with_need(proof, which, buildings=tuple(draw(st.permutations(need.buildings))))
    return proof


def plans_by(certificate: Certificate, place: Neighbourhood) -> bool:
    """Tell whether there is a plan by what a certificate says was asked, by the oracle."""
    conditions = certificate.conditions
    question = Question(
        place=place,
        low=certificate.low,
        high=certificate.high,
        must_link=conditions.must_link,
        cannot_link=conditions.cannot_link,
        fixed=conditions.fixed,
        most=conditions.most,
        oversize="alone" if certificate.alone else "refuse",
    )
    return bool(question.plans)


def sides_of(place: Neighbourhood, at: str, low: int, high: int) -> tuple[Side, ...]:
    """Tell of the sides around a building by the oracle's means."""
    graph = nx.Graph(list(place.edges))
    graph.add_nodes_from(place.building_ids)
    near = set(graph[at])
    graph.remove_node(at)
    told: list[Side] = []
    for part in nx.connected_components(graph):
        heads = tuple(sorted(near & part))
        if heads:
            households = sum(place.building(b).households for b in part)
            divides = {n for grids in range(len(part) + households + 1) for n in range(grids * low, grids * high + 1)}
            least = min(place.building(b).households for b in heads)
            must = next(taken for taken in range(least, households + 1) if households - taken in divides)
            told.append(Side(near=heads, households=households, least=0 if households in divides - {0} else must))
    return tuple(told)


class TestCertificates:
    @given(question=questions(), data=st.data())
    @settings(max_examples=120)
    def test_one_that_was_tampered_with_proves_nothing_false(self, question: Question, data: st.DataObject) -> None:
        assume(not question.plans)
        certificate = data.draw(tampered_certificates(certificate_of(ask(question))))
        if certificate.check(question.place) and certificate.proven:
            assert not plans_by(certificate, question.place)

    @given(place=places(max_size=6), data=st.data(), bounds=st.tuples(st.integers(0, 12), st.integers(0, 9)))
    @settings(max_examples=90)
    def test_a_claim_made_up_proves_nothing_false(
        self, place: Neighbourhood, data: st.DataObject, bounds: tuple[int, int]
    ) -> None:
        low, width = bounds
        ids = [building.id for building in place.buildings]
        named = data.draw(st.just(place.components()[0]) | st.lists(st.sampled_from(ids), unique=True, min_size=1))
        households = Question(place=place, low=0, high=1).households
        kind = data.draw(st.sampled_from([one for one in Obstacle if one is not Obstacle.CAP]))
        sizes = tuple(households[b] for b in named)
        at = data.draw(st.sampled_from(named)) if kind in AT else None
        pattern = certificate_of(Question(place=path(1), low=2, high=3).put())
        (claim,) = pattern.claims
        made = attrs.evolve(
            pattern,
            low=low,
            high=max(1, low + width),
            claims=(
                attrs.evolve(
                    claim,
                    obstacle=kind,
                    buildings=tuple(named),
                    households=sum(sizes),
                    sizes=sizes if kind is Obstacle.OVERSIZED else (),
                    at=at,
                    sides=sides_of(place, str(at), low, max(1, low + width)) if kind is Obstacle.SIDE else (),
                    shares=tuple(data.draw(st.integers(0, 1_000_000)) for _ in named)
                    if kind is Obstacle.SHARES
                    else (),
                ),
            ),
        )
        if made.check(place) and made.proven:
            assert not plans_by(made, place)

    @pytest.mark.parametrize(
        ("place", "bounds", "conditions"),
        [
            (path(350, 100, 100), (200, 300), {}),
            (path(100, 50), (200, 300), {}),
            (path(170, 140, 170), (200, 300), {}),
            (world([200, 100, 200], [(0, 1), (1, 2)]), (200, 250), {}),
            (path(200, 200), (200, 300), {"must_link": (("B0", "B1"),)}),
            (world([200, 200]), (200, 300), {"must_link": (("B0", "B1"),)}),
            (path(100, 100, 100), (100, 300), {"must_link": (("B0", "B2"),), "cannot_link": (("B1", "B2"),)}),
            (path(200, 200, 200), (200, 300), {"most": 2}),
            (ring(*[70] * 6), (100, 130), {}),
        ],
    )
    def test_one_that_says_something_else_does_not_hold(
        self, place: Neighbourhood, bounds: tuple[int, int], conditions: dict[str, Any]
    ) -> None:
        certificate = certificate_of(Question(place=place, low=bounds[0], high=bounds[1], **conditions).put())
        assert certificate.proven
        assert certificate.check(place)
        first, *others = certificate.claims
        wrong = [
            attrs.evolve(certificate, neighbourhood="N2"),
            attrs.evolve(certificate, low=0, high=2_000, conditions=Conditions()),
            attrs.evolve(certificate, alone=("B0",), low=0, high=2_000),
            attrs.evolve(certificate, alone=("B9",)),
            attrs.evolve(certificate, conditions=Conditions(must_link=(("B0", "B9"),))),
        ]
        wrong += [
            attrs.evolve(certificate, claims=(attrs.evolve(first, **change), *others))
            for change in (
                {"households": first.households + 1},
                {"buildings": ()},
                {"buildings": ("B9",)},
            )
            if first.obstacle is not Obstacle.CAP
        ]
        assert [one for one in wrong if one.check(place)] == []
        empty = attrs.evolve(place, buildings=[attrs.evolve(b, households=1) for b in place.buildings])
        assert not attrs.evolve(certificate, low=0).check(empty)


@st.composite
def tampered_certificates(draw: st.DrawFn, certificate: Certificate) -> Certificate:
    """Draw a certificate that says something else."""
    for _ in range(draw(st.integers(1, 2))):
        conditions = certificate.conditions
        at = draw(st.integers(0, len(certificate.claims) - 1))
        claim = certificate.claims[at]
        made: dict[str, Any] = draw(
            st.sampled_from(
                [
                    {"low": draw(st.integers(0, certificate.low))},
                    {"high": certificate.high + draw(st.integers(0, 9))},
                    {"conditions": attrs.evolve(conditions, must_link=())},
                    {"conditions": attrs.evolve(conditions, cannot_link=())},
                    {"conditions": attrs.evolve(conditions, most=draw(st.none() | st.integers(1, 8)))},
                    {"shares": tuple(share + draw(st.sampled_from((0, 1, 500_000))) for share in claim.shares)},
                    {"needed": claim.needed + 1},
                    {"at": draw(st.sampled_from(claim.buildings))},
                ]
            )
        )
        if made.keys() & {"shares", "needed", "at"}:
            changed = attrs.evolve(claim, **made)
            made = {"claims": tuple(changed if i == at else one for i, one in enumerate(certificate.claims))}
        certificate = attrs.evolve(certificate, **made)
    return certificate
