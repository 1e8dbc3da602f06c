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
from pbgov.org import LevelProfile, OrgGraph, Unit, cycles
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
            (then.units, place.units), (then.bodies, place.bodies), (then.ties, place.ties),  # type: ignore[list-item] # rows
        ]  # fmt: skip
        for now, ever in pairs:
            assert dict(now) == {key: row for key, row in ever.items() if day in row.period}
        assert then.on(day) == then


class TestNetworkxAndBack:
    @given(place=org_graphs())
    @FEW
    def test_nothing_is_lost(self, place: OrgGraph) -> None:
        drawn = place.to_networkx()
        assert OrgGraph.from_networkx(drawn) == place
        assert OrgGraph.from_networkx(pickle.loads(pickle.dumps(drawn))) == place  # noqa: S301 - our own bytes
        parents = [unit for unit in place.units.values() if unit.parent]
        assert drawn.number_of_edges() == len(parents) + len(place.bodies) + len(place.ties)
        typed = [data["type"] for _, data in drawn.nodes(data=True)]
        assert (typed.count("unit"), typed.count("body")) == (len(place.units), len(place.bodies))
