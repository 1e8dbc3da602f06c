"""The small parts of the engine, each beside the plainest other way to the same answer."""

from __future__ import annotations

import random
from itertools import combinations, product
from math import hypot
from typing import TYPE_CHECKING

import attrs
import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pbgov.base import Generator
from pbgov.grid import Building, Neighbourhood, _kernel
from pbgov.grid._arithmetic import divides
from pbgov.grid._certify import sums_reach, taken_from
from pbgov.grid._check import Asked, possible
from pbgov.grid._columns import as_set, bits, connected_sets, outwards
from pbgov.grid._conditions import Conditions
from pbgov.grid._dive import Choices, dive
from pbgov.grid._exhaust import exhaust
from pbgov.grid._kernel import add_sets, draw_tree
from pbgov.grid._objectives import PRICES, kept, prices
from pbgov.grid._programme import Demand, drawable, in_one, programme
from pbgov.grid._shares import SCALE, Total, shares
from pbgov.grid._stages import Depth, Goal, best_plan
from pbgov.grid._sweep import sweep
from pbgov.grid._work import Work
from pbgov.grid._world import World
from tests.unit.grid.worlds import path, ring, star, world

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pbgov.grid._world import Piece


@st.composite
def graphs(draw: st.DrawFn, *, most: int = 8) -> tuple[list[int], list[list[int]]]:
    """Draw connected graphs with weights: each node beside an earlier one, or several."""
    n = draw(st.integers(1, most))
    links: list[set[int]] = [set() for _ in range(n)]
    for i in range(1, n):
        for j in draw(st.lists(st.integers(0, i - 1), min_size=1, max_size=3)):
            links[i].add(j)
            links[j].add(i)
    return [draw(st.integers(0, 9)) for _ in range(n)], [sorted(near) for near in links]


@st.composite
def covers(draw: st.DrawFn, *, most: int = 7) -> tuple[int, list[int]]:
    """Draw exact-cover problems: places, and sets over them; often with a cover among them."""
    n = draw(st.integers(1, most))
    found = draw(st.lists(st.integers(1, (1 << n) - 1), min_size=1, max_size=12))
    if draw(st.booleans()):
        colours = [draw(st.integers(0, 2)) for _ in range(n)]
        found += [as_set([i for i in range(n) if colours[i] == one]) for one in set(colours)]
    return n, sorted(set(found))


def sizes(most: int) -> st.SearchStrategy[int]:
    """Draw sets as bits of a number: scattered members, or runs of neighbours."""
    runs = st.tuples(st.integers(0, most), st.integers(0, most)).map(
        lambda ends: (1 << max(ends) + 1) - (1 << min(ends))
    )
    return st.integers(1, (2 << most) - 1) | runs


@given(sizes(40), sizes(40))
def test_sets_add_up_member_by_member_or_run_by_run(one: int, other: int) -> None:
    assert add_sets(one, other) == as_set(sorted({a + b for a in bits(one) for b in bits(other)}))


def test_a_tree_spans_however_many_edges_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_kernel, "_EDGES", 1)  # a place with more than two edges stands for one with over a million
    graph = nx.connected_watts_strogatz_graph(60, 4, 0.3, seed=1)
    flat = ([1] * 60, [sorted(graph[node]) for node in range(60)], [node // 7 for node in range(60)])
    for inner_first in (False, True):
        order, parent, _ = draw_tree(range(60), flat, Generator(5), inner_first=inner_first)
        assert sorted(order) == list(range(60))
        edges = [(i, parent[i]) for i in order[1:]]
        assert nx.is_tree(nx.Graph(edges))
        assert all(graph.has_edge(*edge) for edge in edges)


@given(st.lists(sizes(11), min_size=1, max_size=4), st.integers(0, 11), st.integers(1, 11), st.data())
def test_what_can_be_taken_leaves_a_rest_that_divides(
    sets: list[int], low: int, high: int, data: st.DataObject
) -> None:
    assume(low <= high)
    sets = [one & ((1 << high + 1) - 1) or 1 for one in sets]
    least = min(next(bits(one)) for one in data.draw(st.lists(st.sampled_from(sets), min_size=1)))
    totals = {sum(chosen) for chosen in product(*map(bits, sets))}
    wanted = {0} if any(divides(total, low, high) for total in totals) else set()
    for total in totals:
        rests = {size: total - size for size in range(least, min(high, total) + 1)}
        wanted |= {size for size, rest in rests.items() if not rest or divides(rest, low, high)}
    assert taken_from(sets, least, low, high) == as_set(sorted(wanted))


def subsets(numbers: Iterable[int]) -> list[tuple[int, ...]]:
    listed = list(numbers)
    return [some for size in range(len(listed) + 1) for some in combinations(listed, size)]


def exact_covers(n: int, sets: Sequence[int]) -> list[tuple[int, ...]]:
    """All choices of sets that cover ``n`` places once each, and no bit beyond them twice."""
    found: list[tuple[int, ...]] = []

    def grow(covered: int, taken: tuple[int, ...]) -> None:
        left = ~covered & ((1 << n) - 1)
        if not left:
            found.append(taken)
            return
        for number, one in enumerate(sets):
            if one & left & -left and not one & covered:
                grow(covered | one, (*taken, number))

    grow(0, ())
    return found


class TestColumns:
    @given(graph=graphs(), low=st.integers(0, 12), width=st.integers(0, 20), data=st.data())
    @settings(max_examples=80)
    def test_connected_sets_are_what_networkx_finds(
        self, graph: tuple[list[int], list[list[int]]], low: int, width: int, data: st.DataObject
    ) -> None:
        weights, links = graph
        n, high = len(weights), low + width
        pairs = st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=2)
        foes = [(a, b) for a, b in data.draw(pairs) if a != b]
        together = [as_set(sorted({a, b})) for a, b in data.draw(pairs)]
        apart = [as_set(sorted({b for a, b in foes if a == i} | {a for a, b in foes if b == i})) for i in range(n)]
        net: nx.Graph[int] = nx.Graph()
        net.add_nodes_from(range(n))
        net.add_edges_from((i, j) for i, near in enumerate(links) for j in near)
        wanted = {
            as_set(some)
            for some in subsets(range(n))
            if some and low <= sum(weights[i] for i in some) <= high and nx.is_connected(net.subgraph(some))
            if not any(a in some and b in some for a, b in foes)
            and all(as_set(some) & group in {0, group} for group in together)
        }
        found = connected_sets(weights, links, low, high, limit=10_000, apart=apart if foes else (), together=together)
        assert found is not None
        assert len(found) == len(set(found))
        assert set(found) == wanted

    def test_the_limit_counts_what_is_looked_at(self) -> None:
        """A clique of 5 has 31 connected sets, those too light among them."""
        links = [[j for j in range(5) if j != i] for i in range(5)]
        assert connected_sets([1] * 5, links, 5, 5, limit=31) == [31]
        assert connected_sets([1] * 5, links, 5, 5, limit=30) is None

    @given(members=st.sets(st.integers(0, 200)))
    def test_bits_and_back(self, members: set[int]) -> None:
        assert list(bits(as_set(sorted(members)))) == sorted(members)

    @given(graph=graphs(most=12))
    def test_outwards_names_every_place_after_a_neighbour(self, graph: tuple[list[int], list[list[int]]]) -> None:
        _, links = graph
        order = outwards(links)
        assert sorted(order) == list(range(len(links)))
        assert all(set(links[place]) & set(order[:i]) for i, place in enumerate(order) if i)

    def test_outwards_begins_at_an_end(self) -> None:
        street = [[1], [0, 2], [1, 3], [2, 4], [3]]
        moved = [[2, 3], [4], [0, 4], [0], [1, 2]]  # 3-0-2-4-1
        assert outwards(street) in ([0, 1, 2, 3, 4], [4, 3, 2, 1, 0])
        assert outwards(moved) in ([3, 0, 2, 4, 1], [1, 4, 2, 0, 3])


class TestSweep:
    @given(problem=covers(), data=st.data())
    @settings(max_examples=150)
    def test_the_cheapest_cover_within_the_budget(self, problem: tuple[int, list[int]], data: st.DataObject) -> None:
        n, sets = problem
        costs = [data.draw(st.integers(0, 9)) for _ in sets]
        rest = [data.draw(st.integers(0, 9)) for _ in sets]
        budget = data.draw(st.integers(-1, 30))
        within = [c for c in exact_covers(n, sets) if sum(rest[i] for i in c) <= budget]
        swept = sweep(n, sets, costs, rest, budget=budget, width=10_000, work=Work())
        assert swept.complete
        if not within:
            assert swept.grids is None
            return
        assert swept.grids is not None
        assert tuple(sorted(swept.grids)) in {tuple(sorted(c)) for c in within}
        assert sum(costs[i] for i in swept.grids) == min(sum(costs[i] for i in c) for c in within)

    @given(problem=covers(most=5), data=st.data(), width=st.integers(1, 3))
    @settings(max_examples=80)
    def test_bits_beyond_are_covered_once_at_most_and_a_narrow_sweep_says_so(
        self, problem: tuple[int, list[int]], data: st.DataObject, width: int
    ) -> None:
        n, plain = problem
        sets = sorted({one | data.draw(st.sampled_from((0, 1, 2))) << n for one in plain} | set(plain))
        costs = [data.draw(st.integers(0, 9)) for _ in sets]
        all_covers = exact_covers(n, sets)
        swept = sweep(n, sets, costs, costs, budget=99, width=width, work=Work())
        if swept.grids is not None:
            assert tuple(sorted(swept.grids)) in {tuple(sorted(c)) for c in all_covers}
        if swept.complete:
            value = None if swept.grids is None else sum(costs[i] for i in swept.grids)
            assert value == min((sum(costs[i] for i in c) for c in all_covers), default=None)

    def test_what_is_spent_may_be_a_large_number(self) -> None:
        """All objectives in one number come to some 2**60; the budget still counts to the last unit."""
        far = 1 << 60
        sets = [0b011, 0b110, 0b100, 0b001]
        for budget, wanted in ((2 * far, {0, 2}), (2 * far - 1, {1, 3})):
            swept = sweep(3, sets, [0, 1, 0, 1], [far, far - 1, far, far], budget=budget, width=9, work=Work())
            assert set(swept.grids or ()) == wanted

    def test_without_work_nothing_is_claimed(self) -> None:
        swept = sweep(2, [1, 2, 3], [1, 1, 1], [0, 0, 0], budget=9, width=9, work=Work(0))
        assert (swept.grids, swept.complete) == (None, False)


class TestDive:
    @given(problem=covers(), seed=st.integers(0, 99), data=st.data())
    @settings(max_examples=200)
    def test_it_finds_a_cover_exactly_when_there_is_one(
        self, problem: tuple[int, list[int]], seed: int, data: st.DataObject
    ) -> None:
        n, sets = problem
        there = {tuple(sorted(c)) for c in exact_covers(n, sets)}
        choices = Choices(n, [tuple(bits(one)) for one in sets])
        alive, bare = choices.weed(choices.all, range(n), 0, Work())
        assert all(alive >> number & 1 for cover in there for number in cover)
        if bare is not None:
            assert not there
            return
        some = [data.draw(st.integers(0, 5)) for _ in sets]
        found = dive(choices, some, alive, Generator(seed), failures=10_000, work=Work())
        if there:
            assert found.grids is not None
            assert tuple(sorted(found.grids)) in there
        else:
            assert found.grids is None
            assert found.complete

    @given(problem=covers(), seed=st.integers(0, 99), failures=st.integers(0, 3), steps=st.integers(0, 200))
    @settings(max_examples=150)
    def test_one_that_gives_up_claims_nothing_false(
        self, problem: tuple[int, list[int]], seed: int, failures: int, steps: int
    ) -> None:
        n, sets = problem
        choices = Choices(n, [tuple(bits(one)) for one in sets])
        alive, bare = choices.weed(choices.all, range(n), 0, Work())
        assume(bare is None)
        found = dive(choices, [0] * len(sets), alive, Generator(seed), failures=failures, work=Work(steps))
        there = {tuple(sorted(c)) for c in exact_covers(n, sets)}
        if found.grids is not None:
            assert tuple(sorted(found.grids)) in there
        elif found.complete:
            assert not there

    @pytest.mark.parametrize("seed", range(12))
    def test_long_after_it_began_to_leap_it_claims_nothing_false(self, seed: int) -> None:
        """Triples of 18 places, one of them lacking unless a cover is hidden among them."""
        chance = random.Random(seed)
        hidden = seed % 2 == 0
        spots = list(range(18))
        chance.shuffle(spots)
        members = {tuple(sorted(chance.sample(range(18), 3))) for _ in range(60)}
        if hidden:
            members |= {tuple(sorted(spots[i : i + 3])) for i in range(0, 18, 3)}
        sets = sorted(as_set(one) for one in members)
        there = exact_covers(18, sets)
        choices = Choices(18, [tuple(bits(one)) for one in sets])
        for failures in (50, 100_000):
            found = dive(choices, [0] * len(sets), choices.all, Generator(seed), failures=failures, work=Work())
            assert not (found.complete and found.grids is None and there)
            if found.grids is not None:
                assert tuple(sorted(found.grids)) in {tuple(sorted(cover)) for cover in there}
        if hidden:
            assert there

    def test_what_meets_what(self) -> None:
        choices = Choices(4, [(0, 1), (1, 2), (2, 3), (3,)])
        assert [set(bits(choices.meeting(i))) for i in range(4)] == [{0, 1}, {0, 1, 2}, {1, 2, 3}, {2, 3}]
        assert [set(bits(one)) for one in choices.on] == [{0}, {0, 1}, {1, 2}, {2, 3}]

    def test_weeding_strikes_off_what_leaves_a_place_bare(self) -> None:
        """Place 0 lies in (0, 1) alone, so (1, 2) goes; then place 2 lies in (2, 3) alone, so (3,) goes."""
        choices = Choices(4, [(0, 1), (1, 2), (2, 3), (3,)])
        assert choices.weed(choices.all, range(4), 0, Work()) == (0b0101, None)
        _, bare = Choices(2, [(0,)]).weed(1, range(2), 0, Work())
        assert bare == 1


class TestShares:
    @given(problem=covers(), data=st.data(), steps=st.integers(0, 80))
    @settings(max_examples=150)
    def test_no_grid_costs_less_than_its_places_bear(
        self, problem: tuple[int, list[int]], data: st.DataObject, steps: int
    ) -> None:
        n, sets = problem
        there = exact_covers(n, sets)
        assume(there)
        members = [tuple(bits(one)) for one in sets]
        costs = [data.draw(st.integers(0, 9)) for _ in sets]
        plan = data.draw(st.sampled_from(there))
        each = [data.draw(st.integers(0, 4)) for _ in sets]
        settled = data.draw(st.booleans())
        sides = [Total(each, sum(each[i] for i in plan))] if settled else []
        goal = sum(costs[i] for i in plan)
        found = shares(n, members, costs, sides, goal=goal, steps=steps, work=Work())
        worth = [
            sum(found.by_place[place] for place in places)
            + sum(price * side.each[i] for side, price in zip(sides, found.by_side, strict=True))
            for i, places in enumerate(members)
        ]
        assert all(value <= cost * SCALE for value, cost in zip(worth, costs, strict=True))
        assert found.rest == [cost * SCALE - value for value, cost in zip(worth, costs, strict=True)]
        assert found.bound == sum(found.by_place) + sum(
            price * side.total for side, price in zip(sides, found.by_side, strict=True)
        )
        allowed = [c for c in there if all(sum(s.each[i] for i in c) == s.total for s in sides)]
        assert found.bound <= SCALE * min(sum(costs[i] for i in c) for c in allowed)

    def test_a_ring_of_five_bears_two_and_a_half(self) -> None:
        """Pairs of neighbours in a ring of five, at 1 each: the best shares are a half each, 2.5 in all."""
        members = [(i, (i + 1) % 5) for i in range(5)]
        found = shares(5, members, [1] * 5, [], goal=3, steps=60, work=Work())
        assert 2.49 * SCALE <= found.bound <= 2.5 * SCALE

    def test_without_steps_the_cheapest_grid_is_shared_out(self) -> None:
        found = shares(3, [(0, 1, 2), (0,)], [3, 5], [], goal=3, steps=0, work=Work())
        assert (found.bound, found.rest[0]) == (3 * SCALE, 0)


class TestStages:
    @given(problem=covers(), data=st.data())
    @settings(max_examples=120)
    def test_the_best_by_all_objectives_in_order(self, problem: tuple[int, list[int]], data: st.DataObject) -> None:
        n, sets = problem
        there = exact_covers(n, sets)
        assume(there)
        goals = [Goal([data.draw(st.integers(0, 5)) for _ in sets]) for _ in range(data.draw(st.integers(1, 3)))]
        start = data.draw(st.sampled_from(there))
        made = best_plan(n, sets, goals, list(start), depth=Depth(40, (1_000,)), work=Work())
        best = min([sum(goal.costs[i] for i in c) for goal in goals] for c in there)
        assert tuple(sorted(made.grids)) in {tuple(sorted(c)) for c in there}
        assert made.values == best
        assert made.bounds == best

    @given(problem=covers(), data=st.data(), steps=st.integers(0, 60))
    @settings(max_examples=80)
    def test_little_work_claims_nothing_false(
        self, problem: tuple[int, list[int]], data: st.DataObject, steps: int
    ) -> None:
        n, sets = problem
        there = exact_covers(n, sets)
        assume(there)
        goals = [Goal([data.draw(st.integers(0, 5)) for _ in sets]) for _ in range(2)]
        start = data.draw(st.sampled_from(there))
        made = best_plan(n, sets, goals, list(start), depth=Depth(20, (2,)), work=Work(steps))
        values = [[sum(goal.costs[i] for i in c) for goal in goals] for c in there]
        assert made.values <= [sum(goal.costs[i] for i in start) for goal in goals]
        assert made.values in values
        assert made.bounds[0] <= min(values)[0]
        assert made.bounds[1] <= min(second for first, second in values if first == made.values[0])


def piece_of(
    place: Neighbourhood, *, must_link: tuple[tuple[str, ...], ...] = (), cannot_link: tuple[tuple[str, ...], ...] = ()
) -> Piece:
    return World.of(in_a_row(place), Conditions(must_link=must_link, cannot_link=cannot_link), {}).piece(
        range(len(place.buildings))
    )


def in_a_row(place: Neighbourhood) -> Neighbourhood:
    """Let buildings stand in a row, so that they are numbered in the order of their names."""
    return attrs.evolve(place, buildings=[attrs.evolve(b, x=i, y=0) for i, b in enumerate(place.buildings)])


class TestWorld:
    def test_linked_neighbours_are_one_atom(self) -> None:
        place = world([1, 2, 3, 4, 5], [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)], "aabbb")
        piece = piece_of(place, must_link=(("B1", "B2"),), cannot_link=(("B0", "B2"), ("B3", "B4")))
        assert piece.atoms == [(0,), (1, 2), (3,), (4,)]
        assert piece.weights == [1, 5, 4, 5]
        assert [sorted(near) for near in piece.links] == [[1, 3], [0, 2], [1, 3], [0, 2]]
        assert piece.compounds == [0, -1, 1, 1]
        assert piece.foes == [{1}, {0}, {3}, {2}]
        assert piece.together == []
        assert piece.places([1, 3]) == [1, 2, 4]

    def test_a_group_in_two_places_stays_two_atoms_that_go_together(self) -> None:
        piece = piece_of(path(1, 2, 3, 4), must_link=(("B0", "B1", "B3"),))
        assert piece.atoms == [(0, 1), (2,), (3,)]
        assert piece.together == [frozenset({0, 2})]
        assert [piece.lawful(part) for part in ([0], [1], [0, 2], [0, 1, 2])] == [False, True, True, True]
        joined = piece.joined()
        assert joined is not None
        assert joined.atoms == [(0, 1, 2, 3)]

    def test_buildings_are_numbered_from_west_to_east_whatever_they_are_called(self) -> None:
        row = world([1, 2, 3, 4], [(0, 1), (0, 2), (0, 3)], "ab-b")
        place = attrs.evolve(row, buildings=[attrs.evolve(b, x=-i, y=0) for i, b in enumerate(row.buildings)])
        asked = Conditions(must_link=(("B0", "B1"), ("B2", "B3")), cannot_link=(("B0", "B2"),), fixed=(("B1",),))
        flat = World.of(place, asked, {"B0": "x", "B2": "y", "gone": "z"})
        assert flat.names == ["B3", "B2", "B1", "B0"]
        assert flat.numbers == {"B3": 0, "B2": 1, "B1": 2, "B0": 3}
        assert flat.weights == [4, 3, 2, 1]
        assert flat.links == [[3], [3], [3], [0, 1, 2]]
        assert flat.spots == [(-3, 0), (-2, 0), (-1, 0), (0, 0)]
        assert flat.compounds == [0, -1, 0, 1]
        assert flat.homes == [-1, 0, -1, 1]
        assert (flat.must_link, flat.cannot_link, flat.fixed) == ([[0, 1], [2, 3]], [[1, 3]], [[2]])
        assert flat.by_name([0, 3, 1]) == [3, 1, 0]
        assert flat.ids([0, 3, 1]) == ("B0", "B2", "B3")

    def test_sound_is_within_both_ends(self) -> None:
        piece = piece_of(path(100, 100, 100), cannot_link=(("B0", "B2"),))
        assert [piece.sound(part, 200, 300) for part in ([0], [0, 1], [0, 1, 2])] == [False, True, False]

    @given(graph=graphs(), data=st.data())
    @settings(max_examples=60)
    def test_contraction_is_what_networkx_makes(
        self, graph: tuple[list[int], list[list[int]]], data: st.DataObject
    ) -> None:
        weights, links = graph
        n = len(weights)
        group = data.draw(st.lists(st.integers(0, n - 1), unique=True, min_size=min(2, n), max_size=4))
        place = world(weights, [(i, j) for i, near in enumerate(links) for j in near if i < j])
        piece = piece_of(place, must_link=(tuple(sorted(f"B{i}" for i in group)),) if n > 1 else ())
        net: nx.Graph[int] = nx.Graph()
        net.add_nodes_from(range(n))
        net.add_edges_from((i, j) for i, near in enumerate(links) for j in near)
        merged = [set(part) for part in nx.connected_components(net.subgraph(group))] if n > 1 else []
        parts = [*merged, *({i} for i in range(n) if not any(i in part for part in merged))]
        assert sorted(map(sorted, parts)) == sorted(map(list, piece.atoms))
        quotient = nx.quotient_graph(net, parts)
        assert sum(map(len, piece.links)) == 2 * quotient.number_of_edges()
        assert sum(piece.weights) == sum(weights)
        for atom, near in enumerate(piece.links):
            assert atom not in near
            assert all(quotient.has_edge(frozenset(piece.atoms[atom]), frozenset(piece.atoms[one])) for one in near)


class TestWork:
    def test_steps_are_counted_and_over_is_over(self) -> None:
        work = Work(10)
        assert work.spend(6)
        assert work.spend(4)
        assert not work.over
        assert not work.spend(1)
        assert work.over
        assert not work.spend(0)

    def test_without_a_bound_it_never_ends(self) -> None:
        assert all(Work().spend(10**9) for _ in range(3))

    def test_somebody_may_stop_it_for_good(self) -> None:
        answers = iter([False, True, False])
        work = Work(None, lambda: next(answers))
        assert [work.spend(1) for _ in range(3)] == [True, False, False]
        assert list(answers) == [False]

    def test_work_anew_has_as_many_steps_and_the_same_end(self) -> None:
        work = Work(3)
        assert not work.spend(4)
        again = work.anew()
        assert again.spend(3)
        assert not again.spend(1)
        assert not Work(None, lambda: True).anew().spend(0)

    def test_nobody_is_asked_when_it_is_over(self) -> None:
        work = Work(0, lambda: pytest.fail("asked"))
        assert not work.spend(1)


def standing(*spots: tuple[int, int] | None, households: int = 1) -> World:
    """Buildings at these spots, in millimetres."""
    buildings = [
        Building(id=f"B{i}", households=households, x=spot and spot[0], y=spot and spot[1])
        for i, spot in enumerate(spots)
    ]
    return World.of(Neighbourhood(id="N1", community="C1", buildings=buildings), Conditions(), {})


SPOTS = st.lists(st.tuples(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6)), min_size=1, max_size=9)


class TestObjectives:
    @given(spots=SPOTS)
    def test_the_walk_is_a_minimum_spanning_tree(self, spots: list[tuple[int, int]]) -> None:
        net: nx.Graph[int] = nx.complete_graph(len(spots))
        for i, j in net.edges:
            net.edges[i, j]["weight"] = hypot(spots[i][0] - spots[j][0], spots[i][1] - spots[j][1])
        length = nx.minimum_spanning_tree(net).size(weight="weight")
        found = PRICES["walk"](standing(*spots), range(len(spots)), 0, 1)
        assert (length - len(spots)) / 1_000 - 1 <= found <= length / 1_000 + 1e-6

    def test_a_square_by_hand(self) -> None:
        """A square of 60 m: three sides to walk, and 4 * (30² + 30²) square metres of spread."""
        square = standing((0, 0), (60_000, 0), (60_000, 60_000), (0, 60_000))
        assert PRICES["walk"](square, range(4), 0, 1) == 180
        assert PRICES["compactness"](square, range(4), 0, 1) == 7_200
        assert PRICES["walk"](square, [2], 0, 1) == 0
        assert PRICES["compactness"](square, [2], 0, 1) == 0

    def test_two_thirds_of_a_metre_squared_are_none(self) -> None:
        """At 0, 0 and 1 m the spread is 2/3 m²; at 0 and 3 m it is 4.5."""
        assert PRICES["compactness"](standing((0, 0), (0, 0), (1_000, 0)), range(3), 0, 1) == 0
        assert PRICES["compactness"](standing((0, 0), (3_000, 0)), range(2), 0, 1) == 4

    def test_where_nobody_knows_the_spot_there_is_no_way(self) -> None:
        some = standing(None, (0, 0), None, (5_000, 0))
        assert PRICES["walk"](some, [0, 2], 0, 1) == PRICES["compactness"](some, [0, 2], 0, 1) == 0
        assert PRICES["walk"](some, range(4), 0, 1) == 5
        assert PRICES["compactness"](some, range(4), 0, 1) == 12

    @given(spots=SPOTS, east=st.integers(-(10**9), 10**9), north=st.integers(-(10**9), 10**9))
    def test_where_the_origin_lies_does_not_matter(self, spots: list[tuple[int, int]], east: int, north: int) -> None:
        moved = standing(*((x + east, y + north) for x, y in spots))
        for name in ("walk", "compactness"):
            assert prices(moved, [name], range(len(spots)), 0, 1) == prices(
                standing(*spots), [name], range(len(spots)), 0, 1
            )

    def test_the_others_by_hand(self) -> None:
        place = world([10, 20, 30, 40], [(0, 1), (1, 2), (2, 3), (0, 2)], "aab-")
        flat = World.of(in_a_row(place), Conditions(), {"B0": "x", "B1": "y", "B2": "x", "gone": "z"})
        names = ["grids", "splits", "change", "cut", "balance"]
        assert prices(flat, names, [0, 1, 2, 3], 20, 40) == [1, 2, 1, 0, (200 - 60) ** 2]
        assert prices(flat, names, [0, 2], 20, 40) == [1, 2, 0, 3, 400]
        assert prices(flat, names, [3], 20, 40) == [1, 0, 0, 1, 400]
        assert kept(flat, [0, 1, 2, 3]) == {flat.homes[0]: 2, flat.homes[1]: 1}


class TestProgramme:
    @given(costs=st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=3))
    def test_one_price_compares_as_many(self, costs: list[list[int]]) -> None:
        one = in_one([Goal(each) for each in costs], 3)
        plans = [plan for size in (1, 2, 3) for plan in product(range(4), repeat=size)]
        by_all = {plan: tuple(sum(each[i] for i in plan) for each in costs) for plan in plans}
        by_one = {plan: sum(one[i] for i in plan) for plan in plans}
        assert all((by_all[a] < by_all[b]) == (by_one[a] < by_one[b]) for a in plans[::3] for b in plans[::5])

    def test_a_grid_carries_on_an_old_one_or_none(self) -> None:
        place = path(100, 100)
        piece = World.of(place, Conditions(), {"B0": "x", "B1": "x"}).piece([0, 1])
        demand = Demand(low=100, high=200, objectives=("change",))
        found = drawable(piece, demand, limit=99)
        assert found is not None
        assert sorted(found) == [1, 2, 3]
        made = programme(piece, demand, found, free={0})
        told = sorted(zip(made.members, made.labels, made.goals[0].costs, strict=True))
        assert told == [((0,), -1, 1), ((0,), 0, 0), ((0, 1), -1, 2), ((0, 1), 0, 0), ((1,), -1, 1), ((1,), 0, 0)]
        assert made.find([[0, 1]], [0]) is not None
        assert made.find([[0], [1]], [0, -1]) is not None


class TestCheck:
    """The second opinion lists every grid that can be part of a plan, and shares nothing with the first."""

    @pytest.mark.parametrize("place", [path(3, 4, 5, 6), ring(2, 3, 4, 5, 6), star(1, 2, 3, 4)])
    def test_possible_grids_hold_all_grids_of_all_plans(self, place: Neighbourhood) -> None:
        for low, high in product(range(1, 6), range(5, 16)):
            asked = Asked.of(place, low, high, Conditions(), ())
            assert asked is not None
            grids = possible(asked, frozenset(asked.size))
            assert grids is not None
            net: nx.Graph[str] = nx.Graph(place.edges)
            ids = place.building_ids
            weights = [b.households for b in place.buildings]
            sound = [
                as_set(some)
                for some in subsets(range(len(ids)))
                if some
                and low <= sum(weights[i] for i in some) <= high
                and nx.is_connected(net.subgraph([ids[i] for i in some]))
            ]
            in_plans = {sound[i] for cover in exact_covers(len(ids), sound) for i in cover}
            listed = {as_set(sorted(ids.index(b) for b in grid)) for grid in grids}
            assert in_plans <= listed <= set(sound)

    def test_what_does_not_fit_the_place_is_nothing(self) -> None:
        place = path(100, 350)
        assert Asked.of(place, 200, 300, Conditions(must_link=(("B0", "B9"),)), ()) is None
        assert Asked.of(place, 200, 300, Conditions(fixed=(("B9",),)), ()) is None
        assert Asked.of(place, 200, 300, Conditions(), ("B0",)) is None
        asked = Asked.of(place, 200, 300, Conditions(), ("B1",))
        assert asked is not None
        assert asked.size == {"B0": 100}

    def test_linked_neighbours_are_one_thing(self) -> None:
        conditions = Conditions(must_link=(("B0", "B1"), ("B2", "B4")), cannot_link=(("B1", "B3"),))
        asked = Asked.of(path(1, 2, 3, 4, 5), 1, 9, conditions, ())
        assert asked is not None
        assert asked.size == {"B0": 3, "B2": 3, "B3": 4, "B4": 5}
        assert asked.near["B0"] == {"B2"}
        assert asked.foes["B3"] == {"B0"}
        assert asked.groups == (frozenset({"B2", "B4"}),)
        assert not asked.keeps(frozenset({"B0", "B3"}))
        assert not asked.keeps(frozenset({"B2", "B3"}))
        assert asked.keeps(frozenset({"B2", "B3", "B4"}))


class TestSums:
    @given(weights=st.lists(st.integers(0, 9), max_size=7), low=st.integers(0, 30), width=st.integers(0, 6))
    def test_it_is_what_all_choices_come_to(self, weights: list[int], low: int, width: int) -> None:
        high = max(9, low + width)
        sums = [sum(chosen) for size in range(len(weights) + 1) for chosen in combinations(weights, size)]
        assert sums_reach(weights, low, high) == any(low <= one <= high for one in sums if low or weights)


def lattice(side: int) -> list[list[int]]:
    """Give the neighbours of buildings in rows and columns."""
    net = nx.convert_node_labels_to_integers(nx.grid_2d_graph(side, side))
    return [sorted(net[n]) for n in range(side * side)]


class TestExhaust:
    def test_what_becomes_no_part_is_counted_too(self) -> None:
        """No 21 or 22 buildings of 12 come to the bounds, and millions of sets stay below them."""
        assert exhaust([12] * 64, lattice(8), 253, 263, limit=100, work=Work()) == (None, None)

    def test_it_ends_when_somebody_asks(self) -> None:
        assert exhaust([12] * 64, lattice(8), 253, 263, limit=10**9, work=Work(10_000)) == (None, None)
        assert exhaust([12] * 64, lattice(8), 253, 263, limit=10**9, work=Work(None, lambda: True)) == (None, None)
