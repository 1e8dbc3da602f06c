"""Laws of the organisation room, over sound and broken records, with networkx as the oracle."""

from __future__ import annotations

import copy
import itertools
import pickle
from datetime import date

import attrs
import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov.base import Row, Table
from pbgov.errors import UnknownIdError
from pbgov.org import (
    FOUR_LEVELS,
    Body,
    LevelProfile,
    OrgGraph,
    Unit,
    blind_spots,
    breaks,
    coverage,
    cycles,
    dual_leadership,
    level_breaks,
    load,
    overlap,
    overlaps,
    routes,
    upward_inclusion,
)
from pbgov.testing._base import days
from pbgov.testing._org import bodies, forests, holdings, level_profiles, org_graphs, people, posts, ties, units

FEW = settings(max_examples=60)
KEYS = tuple("ABCDEFGH")
BROKEN = st.dictionaries(st.sampled_from(KEYS), st.sampled_from((*KEYS, "missing", None)))


def record(parents: dict[str, str | None]) -> OrgGraph:
    return OrgGraph(units=Table(Unit(id=key, kind="k", parent=parent) for key, parent in parents.items()))


def upwards(place: OrgGraph) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(place.units)
    graph.add_edges_from((u.id, u.parent) for u in place.units.values() if u.parent in place.units and u.parent)
    return graph


def answer(place: OrgGraph, ask: str, key: str) -> object:
    """What a graph answers, or that it knows no such thing."""
    try:
        return getattr(place, ask)(key)
    except UnknownIdError as error:
        return error.culprits


class TestEveryValue:
    @given(
        value=st.one_of(
            level_profiles(), units(), bodies(), posts(), holdings(), people(), ties(), forests(), org_graphs()
        )
    )
    def test_pickles_copies_hashes_and_compares(self, value: object) -> None:
        for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):  # noqa: S301 - our own
            assert again == value
            assert hash(again) == hash(value)

    @given(one=units(), other=units())
    def test_equal_columns_make_equal_rows(self, one: Row, other: Row) -> None:
        assert (one == other) == (attrs.asdict(one) == attrs.asdict(other))


class TestAForestFitsItsProfile:
    @given(data=st.data(), profile=level_profiles())
    def test_every_unit_stands_where_its_level_allows(self, data: st.DataObject, profile: LevelProfile) -> None:
        held = data.draw(forests(profile))
        for unit in held.values():
            above = held[unit.parent].level if unit.parent else None
            if unit.level is None:
                assert unit.parent is None or unit.parent in held
            else:
                allowed = profile[unit.level].parents
                assert above in allowed if allowed else unit.parent is None

    @given(profile=level_profiles())
    def test_the_chain_of_a_level_is_the_longest_way_up(self, profile: LevelProfile) -> None:
        def ways(code: str) -> list[tuple[str, ...]]:
            above = profile[code].parents
            return [(code, *way) for parent in above for way in ways(parent)] or [(code,)]

        for level in profile.levels:
            chain = profile.chain(level.code)
            assert chain in ways(level.code)
            assert len(chain) == max(map(len, ways(level.code)))


class TestTheGraphTakesTheRecordAsItIs:
    @given(parents=BROKEN)
    def test_chains_and_subtrees_agree_with_networkx(self, parents: dict[str, str | None]) -> None:
        place = record(parents)
        graph = upwards(place)
        for key in place.units:
            chain, subtree = place.chain(key), place.subtree(key)
            assert chain[0] == subtree[0] == key
            assert len(set(chain)) == len(chain)
            assert len(set(subtree)) == len(subtree)
            assert set(chain) == {key} | nx.descendants(graph, key)
            assert set(subtree) == {key} | nx.ancestors(graph, key)
            assert all(graph.has_edge(below, above) for below, above in itertools.pairwise(chain))
            assert all(
                subtree.index(str(place.units[under].parent)) < i for i, under in enumerate(subtree) if under != key
            )
            assert place.children(key) == tuple(sorted(graph.predecessors(key)))
            assert place.ancestors(key) == chain[1:]
            assert place.descendants(key) == subtree[1:]
            assert place.subtree_size(key) == len(subtree)
            assert place.depth(key) == len(nx.descendants(graph, key) - {key})
            assert place.parent(key) == next(graph.successors(key), None)

    @given(parents=BROKEN)
    def test_every_part_has_one_root_or_one_circle(self, parents: dict[str, str | None]) -> None:
        place = record(parents)
        circles = cycles((key, parent) for key, parent in parents.items() if parent)
        for part in nx.weakly_connected_components(upwards(place)):
            ends = [root for root in place.roots() if root in part] + [ring for ring in circles if ring[0] in part]
            assert len(ends) == 1

    @given(parents=BROKEN)
    def test_circles_are_those_of_networkx(self, parents: dict[str, str | None]) -> None:
        pairs = [(key, parent) for key, parent in parents.items() if parent is not None]
        graph: nx.DiGraph[str] = nx.DiGraph(pairs)
        found = cycles(pairs)
        assert {frozenset(ring) for ring in found} == {frozenset(ring) for ring in nx.simple_cycles(graph)}
        assert list(found) == sorted(set(found))
        for ring in found:
            assert ring[0] == min(ring)
            assert all(parents[a] == b for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))
        assert cycles(reversed(pairs)) == found


class TestTiesReadFromBothEnds:
    @given(place=org_graphs())
    @FEW
    def test_who_leads_and_who_is_led(self, place: OrgGraph) -> None:
        led = {(leader, unit) for leader in place.units for unit in place.led_by(leader)}
        assert led == {(leader, unit) for unit in place.units for leader in place.leaders(unit)}
        assert led == {(tie.source, tie.target) for tie in place.ties.values() if tie.kind == "leads"}
        for body in place.bodies:
            sitting = {t.source for t in place.ties.values() if t.kind == "member" and t.target == body}
            assert place.members(body) == tuple(sorted(sitting))

    @given(place=org_graphs())
    @FEW
    def test_a_name_finds_all_that_bear_it(self, place: OrgGraph) -> None:
        names = {unit.name for unit in place.units.values()}
        assert sorted(key for name in names for key in place.find(name)) == list(place.units)
        assert all(place.units[key].name == name for name in names for key in place.find(name))

    @given(place=org_graphs(), day=days())
    @FEW
    def test_the_graph_of_a_day(self, place: OrgGraph, day: date) -> None:
        then = place.on(day)
        pairs: list[tuple[Table[Row], Table[Row]]] = [
            (getattr(then, name), getattr(place, name)) for name in ("units", "bodies", "posts", "holdings", "ties")
        ]
        for now, ever in pairs:
            assert dict(now) == {key: row for key, row in ever.items() if day in row.period}
        assert then.on(day) == then

    @given(place=org_graphs(), day=days())
    @FEW
    def test_a_view_answers_as_a_graph_of_what_is_in_force_would(self, place: OrgGraph, day: date) -> None:
        view = place.on(day)
        copied = OrgGraph(
            units=view.units, bodies=view.bodies, posts=view.posts, holdings=view.holdings, ties=view.ties
        )
        lazy = place.on(day)  # has made no table yet
        for unit in place.units:
            for ask in ("chain", "subtree", "subtree_size", "parent", "depth", "level_of"):
                assert answer(lazy, ask, unit) == answer(copied, ask, unit)
        for key in (*place.units, *place.bodies, *place.posts, "X1", "X2", "nobody"):
            for ask in (
                "children", "leaders", "led_by", "hosted_by", "host", "members", "conveners", "chairs", "bodies_of",
                "posts_of", "holders", "posts_held", "what_is", "ties_of", "holdings_of",
            ):  # fmt: skip
                assert answer(lazy, ask, key) == answer(copied, ask, key)
            assert load(lazy, key) == load(copied, key)
        for kind in ("city_joint_meeting", "rotation_group"):
            assert coverage(lazy, kind) == coverage(copied, kind)
            assert upward_inclusion(lazy, kind) == upward_inclusion(copied, kind)
        assert dual_leadership(lazy) == dual_leadership(copied)
        assert level_breaks(lazy, FOUR_LEVELS) == level_breaks(copied, FOUR_LEVELS)
        assert (overlaps(lazy), routes(lazy)) == (overlaps(copied), routes(copied))


class TestMeasuresAgreeWithPlainCounting:
    @given(place=org_graphs(max_bodies=4, max_ties=12))
    @FEW
    def test_overlaps_and_loads(self, place: OrgGraph) -> None:
        sits = {
            body: {t.source for t in place.ties.values() if (t.kind, t.target) == ("member", body)}
            for body in place.bodies
        }
        found = {(two.one, two.other): two for two in overlaps(place)}
        for one, other in itertools.combinations(place.bodies, 2):
            shared = sits[one] & sits[other]
            assert ((one, other) in found) == bool(shared)
            union = len(sits[one] | sits[other])
            assert overlap(place, other, one).permille == (1000 * len(shared) // union if union else 0)
            if shared:
                assert found[one, other] == overlap(place, one, other)
        for unit in place.units:
            ties = [t for t in place.ties.values() if t.source == unit and t.target in place.bodies]
            found_load = load(place, unit)
            assert found_load.share == sum(t.share or 0 for t in ties)
            assert found_load.unrecorded == sum(t.share is None for t in ties)
            assert set(place.bodies_of(unit)) <= set(found_load.bodies)

    @given(place=org_graphs())
    @FEW
    def test_who_holds_what_from_both_ends(self, place: OrgGraph) -> None:
        held = {(person, post) for person in ("X1", "X2", "X3") for post in place.posts_held(person)}
        assert held == {(person, post) for post in place.posts for person in place.holders(post)}
        assert sum(routes(place).values()) == len(place.holdings)

    @given(parents=BROKEN, having=st.sets(st.sampled_from(KEYS)))
    def test_breaks_and_blind_spots_agree_with_networkx(self, parents: dict[str, str | None], having: set[str]) -> None:
        units = record(parents).units
        place = OrgGraph(
            units=Table(attrs.evolve(unit, level="L") for unit in units.values()),
            bodies=Table(Body(id=f"M{key}", kind="meeting", host=key) for key in having),
        )
        graph = upwards(place)
        expected = {
            key
            for key in set(units) - having
            if having & (nx.ancestors(graph, key) - {key}) and having & (nx.descendants(graph, key) - {key})
        }
        assert breaks(place, "meeting") == tuple(sorted(expected))
        leaves = {key for key in units if not graph.in_degree(key)}
        assert blind_spots(place, "meeting") == tuple(sorted(leaves - having))

    @given(profile=level_profiles(), data=st.data())
    def test_a_sound_forest_has_no_break_and_a_way_between_levels_is_the_shortest(
        self, profile: LevelProfile, data: st.DataObject
    ) -> None:
        held = data.draw(forests(profile))
        assert level_breaks(OrgGraph(units=held), profile) == ()
        graph: nx.DiGraph[str] = nx.DiGraph((level.code, above) for level in profile.levels for above in level.parents)
        graph.add_nodes_from(level.code for level in profile.levels)
        for low, high in itertools.permutations(graph, 2):
            missing = profile.between(low, high)
            if nx.has_path(graph, low, high):
                assert len(missing) == nx.shortest_path_length(graph, low, high) - 1
                assert nx.is_path(graph, [low, *missing, high])
            else:
                assert missing == profile.between(low, None)

    @given(place=org_graphs())
    @FEW
    def test_a_unit_led_from_outside_its_chain_is_dual(self, place: OrgGraph) -> None:
        led = {t.target for t in place.ties.values() if t.kind == "leads" and t.source not in place.chain(t.target)}
        assert [dual.unit for dual in dual_leadership(place)] == sorted(led)


class TestNetworkxAndBack:
    @given(place=org_graphs())
    @FEW
    def test_nothing_is_lost(self, place: OrgGraph) -> None:
        drawn = place.to_networkx(people=True)
        assert OrgGraph.from_networkx(drawn) == place
        assert OrgGraph.from_networkx(place.to_networkx()) == attrs.evolve(place, holdings=Table())
        assert OrgGraph.from_networkx(pickle.loads(pickle.dumps(drawn))) == place  # noqa: S301 - our own bytes
        parents = [unit for unit in place.units.values() if unit.parent]
        rows = (parents, place.bodies, place.posts, place.ties, place.holdings)
        assert drawn.number_of_edges() == sum(map(len, rows))
        typed = [data["type"] for _, data in drawn.nodes(data=True)]
        counted = [typed.count(kind) for kind in ("unit", "body", "post")]
        assert counted == [len(place.units), len(place.bodies), len(place.posts)]
