"""A city and a nation as columns: the counts are as stated, nothing is wrong, a seed gives one world."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from itertools import accumulate
from typing import Any

import pytest

import pbgov
from pbgov.base import GLOSSARY, Generator
from pbgov.errors import InvalidValueError, StructureError
from pbgov.model import TABLES, Jurisdiction
from pbgov.org import FOUR_LEVELS
from pbgov.synth import city, nation, to_rows
from pbgov.synth._names import STEMS
from pbgov.synth._seats import Bodies, seats
from pbgov.synth._spread import heavy, numbered, proportional, some, uneven, within
from pbgov.synth._territory import Counts, Territory
from pbgov.synth._world import _memberships, _Ties
from pbgov.validation import faults

DAY = date(2020, 1, 1)
CITY = city(1, entities=2_700)
NATION = nation(1, scale=0.004)
MADE = pytest.mark.parametrize("made", [CITY, NATION], ids=["city", "nation"])


def rows(made: dict[str, Any], table: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = to_rows(made)[table]
    return listed


def levels(made: dict[str, Any]) -> Counter[str | None]:
    return Counter(made["units"]["level"])


def members(made: dict[str, Any]) -> list[tuple[str, str]]:
    """Give the memberships, as pairs of a member and a body."""
    ties = made["ties"]
    three = zip(ties["kind"], ties["source"], ties["target"], strict=True)
    return [(source, target) for kind, source, target in three if kind.endswith("member")]


class TestCounts:
    def test_of_the_city_of_the_figures(self) -> None:
        made = city()
        assert len(made["units"]["id"]) == 90_000
        assert len(members(made)) == 364_000
        assert levels(made) == {"city": 1, "county": 15, "township": 400, "community": 9_000, None: 80_584}
        assert Counter(made["units"]["kind"])["residents_committee"] == 6_300
        assert len(made["bodies"]["id"]) == 1 + 15 + 400 + 6_300 + 120
        assert Counter(made["ties"]["kind"])["convener"] == 6_836
        assert Counter(made["ties"]["kind"])["leads"] == 9_415 + 180

    def test_of_a_hundredth_of_the_nation(self) -> None:
        made = nation(1, scale=0.01)
        assert levels(made) == {
            "province": 1,
            "city": 3,
            "county": 30,
            "township": 414,
            "community": 6_206,
            None: 2_000,
        }
        assert len(members(made)) == 29_500
        assert len(made["bodies"]["id"]) == 3 + 30 + 414 + 6_206 * 18 // 100 + 414 * 3 // 10
        assert Counter(made["ties"]["kind"])["leads"] == 6_653 + 124

    @pytest.mark.nightly
    def test_of_the_nation(self) -> None:
        made = nation()
        assert levels(made) == {
            "province": 31,
            "city": 342,
            "county": 2_978,
            "township": 41_352,
            "community": 620_573,
            None: 200_000,
        }
        assert len(made["bodies"]["id"]) == 168_780
        assert len(members(made)) == 2_950_000
        kinds = Counter(made["ties"]["kind"])
        assert (kinds["leads"], kinds["convener"]) == (665_245 + 12_411, 168_780)
        assert len(made["ties"]["id"]) == 3_796_436
        wrong = {("residents_committee", "村委会"), ("villagers_committee", "居委会")}
        named = zip(made["units"]["kind"], made["units"]["name"], strict=True)
        assert sum((kind, name[-3:]) in wrong for kind, name in named) == 9_030
        assert len(set(made["units"]["id"])) == 865_276

    @pytest.mark.parametrize("entities", [900, 1_234, 6_000])
    def test_hold_at_every_size(self, entities: int) -> None:
        made = city(3, entities=entities)
        assert len(made["units"]["id"]) == entities
        assert len(members(made)) == entities * 364 // 90
        assert {finding.code for finding in faults(pbgov.parse(to_rows(made)))} <= {"PBS13"}

    @pytest.mark.parametrize("scale", [0.002, 0.003, 0.0123])
    def test_hold_at_every_scale(self, scale: float) -> None:
        made = nation(3, scale=scale)
        assert levels(made)["community"] == round(620_573 * scale)
        assert len(members(made)) == round(2_950_000 * scale)
        assert len(set(members(made))) == len(members(made))


class TestShape:
    @MADE
    def test_every_column_of_a_table_is_equally_long_and_known(self, made: dict[str, Any]) -> None:
        for table in set(TABLES) & set(made):
            columns = made[table]
            assert len({len(column) for column in columns.values()}) == 1
            assert set(columns) <= set(pbgov.model.COLUMNS[table])
            assert all(columns["made_up"])

    @MADE
    def test_identifiers_are_unique_over_all_tables_and_free_of_z(self, made: dict[str, Any]) -> None:
        ids = [key for table in set(TABLES) & set(made) for key in made[table]["id"]]
        assert len(set(ids)) == len(ids)
        assert not [key for key in ids if key.startswith("Z")]

    @MADE
    def test_a_code_begins_with_the_code_above(self, made: dict[str, Any]) -> None:
        width = {"province": 2, "city": 4, "county": 6, "township": 9, "community": 12}
        for unit in rows(made, "units"):
            if "level" in unit:
                assert len(unit["id"]) == width[unit["level"]]
                assert unit["id"].startswith(unit.get("parent", ""))

    @MADE
    def test_no_name_repeats_under_one_parent(self, made: dict[str, Any]) -> None:
        named: defaultdict[str, list[str]] = defaultdict(list)
        for unit in rows(made, "units"):
            if "parent" in unit and unit["level"] != "community":
                named[unit["parent"]].append(unit["name"])
        assert all(len(set(names)) == len(names) for names in named.values())

    @MADE
    def test_kinds_of_divisions_have_words(self, made: dict[str, Any]) -> None:
        for table in ("units", "bodies", "ties", "posts"):
            assert set(made[table]["kind"]) <= set(GLOSSARY)

    @MADE
    def test_children_are_as_uneven_as_real_ones(self, made: dict[str, Any]) -> None:
        sizes = Counter(unit["parent"] for unit in rows(made, "units") if unit.get("level") == "community")
        mean = sum(sizes.values()) / len(sizes)
        spread = (sum((n - mean) ** 2 for n in sizes.values()) / len(sizes)) ** 0.5 / mean
        assert 0.3 < spread < 0.8  # streets of Langfang: 0.64, of Jixi: 0.71, of Shanwei Chengqu: 0.32

    @MADE
    def test_code_and_name_disagree_as_often_as_in_the_real_list(self, made: dict[str, Any]) -> None:
        wrong = {("residents_committee", "村委会"), ("villagers_committee", "居委会")}
        found = sum((unit["kind"], unit["name"][-3:]) in wrong for unit in rows(made, "units"))
        assert found == levels(made)["community"] * 9_030 // 620_573

    @MADE
    def test_some_are_led_by_another_street_than_their_code_says(self, made: dict[str, Any]) -> None:
        parents = dict(zip(made["units"]["id"], made["units"]["parent"], strict=True))
        leads = [tie for tie in rows(made, "ties") if tie["kind"] == "leads"]
        now = {tie["target"]: tie["source"] for tie in leads}
        assert set(now) == {unit for unit, parent in parents.items() if parent is not None}
        current = [tie for tie in leads if tie.get("end", "9") > "2019"]
        assert len(current) == len(now)
        elsewhere = [tie for tie in current if tie["source"] != parents[tie["target"]]]
        assert len(elsewhere) == levels(made)["community"] // 50

    @MADE
    def test_no_one_sits_in_a_body_twice(self, made: dict[str, Any]) -> None:
        assert len(set(members(made))) == len(members(made))

    @MADE
    def test_every_body_sends_one_of_its_members_to_the_body_above(self, made: dict[str, Any]) -> None:
        sits = defaultdict[str, set[str]](set)
        for member, body in members(made):
            sits[body].add(member)
        parents = dict(zip(made["units"]["id"], made["units"]["parent"], strict=True))
        meetings = {row["host"]: row["id"] for row in rows(made, "bodies") if row["kind"].endswith("joint_meeting")}
        below = [host for host in meetings if parents[host] in meetings]
        assert below
        for host in below:
            shared = sits[meetings[host]] & sits[meetings[parents[host]]]
            assert [member for member in shared if member.startswith("S")]
            assert host in sits[meetings[parents[host]]]

    @MADE
    def test_members_are_spread_with_a_heavy_tail(self, made: dict[str, Any]) -> None:
        for number in (0, 1):
            counts = sorted(Counter(pair[number] for pair in members(made) if pair[0].startswith("S")).values())
            assert counts[-1] >= 3 * counts[len(counts) // 2]

    @MADE
    def test_the_secretary_of_its_host_convenes_every_body(self, made: dict[str, Any]) -> None:
        unit_of = {row["id"]: row["unit"] for row in rows(made, "posts")}
        host_of = {row["id"]: row["host"] for row in rows(made, "bodies")}
        conveners = [tie for tie in rows(made, "ties") if tie["kind"] == "convener"]
        assert {tie["target"]: unit_of[tie["source"]] for tie in conveners} == host_of
        assert len(conveners) == len(host_of)
        assert {row["post"] for row in rows(made, "holdings")} == set(unit_of)
        assert {row["person"] for row in rows(made, "holdings")} == {row["id"] for row in rows(made, "people")}

    @MADE
    def test_part_time_members_give_a_share_and_nobody_else_does(self, made: dict[str, Any]) -> None:
        shares = {(tie["kind"], "share" in tie) for tie in rows(made, "ties")}
        assert shares == {("leads", False), ("convener", False), ("member", False), ("part_time_member", True)}

    @MADE
    def test_nothing_outlives_what_it_ties(self, made: dict[str, Any]) -> None:
        last = {row["id"]: row["end"] for table in ("units", "bodies") for row in rows(made, table) if "end" in row}
        unknown = {row["id"] for row in rows(made, "units") if row["ended"]}
        assert last
        assert unknown or made is CITY  # a small city has too few villages
        for tie in rows(made, "ties"):
            for key in (tie["source"], tie["target"]):
                assert key not in last or tie["end"] <= last[key]
                assert key not in unknown or "end" in tie or tie["ended"]

    @MADE
    def test_the_day_matters(self, made: dict[str, Any]) -> None:
        place = pbgov.parse(to_rows(made))
        sizes = [len(place.ties.on(date(year, 6, 1))) for year in (2005, 2013, 2018, 2026)]
        assert sizes[0] < sizes[1] < sizes[2] > sizes[3]
        assert any(tie.ended for tie in place.ties.values())

    @MADE
    def test_it_is_a_document_like_any_other(self, made: dict[str, Any]) -> None:
        place = pbgov.parse(json.dumps(to_rows(made)))
        assert isinstance(place, Jurisdiction)
        assert place.world == "made_up"
        assert pbgov.to_document(place)["schema"] == made["schema"]
        assert {finding.code for finding in faults(place)} <= {"PBS13"}
        assert place.recorded_throughout("ties", date(2000, 1, 1), DAY)

    def test_a_city_has_the_four_levels(self) -> None:
        assert pbgov.parse(to_rows(CITY)).profile == FOUR_LEVELS


class TestSeeds:
    def test_decide(self) -> None:
        assert city(5, entities=900) == city(5, entities=900)
        assert city(random.Random(5), entities=900) == city(random.Random(5), entities=900)
        worlds = [json.dumps(city(seed, entities=900)) for seed in range(5)]
        assert len(set(worlds)) == 5

    def test_mean_the_same_in_any_process(self) -> None:
        code = (
            "import hashlib, json; from pbgov.synth import city, plant; "
            "made = plant(city(5, entities=900), {'PBS01': 3, 'PBS04': 3}, 7); "
            "print(hashlib.sha256(json.dumps(made[0]).encode()).hexdigest())"
        )
        path = {"PYTHONPATH": ":".join(sys.path)}
        told = {
            subprocess.run(
                [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, **path}, capture_output=True, check=True
            ).stdout
            for seed in ("0", "1")
        }
        assert len(told) == 1

    def test_of_the_default_world_stay_what_they_are(self) -> None:
        digest = hashlib.sha256(json.dumps(city(entities=900), ensure_ascii=False).encode()).hexdigest()
        assert digest == "7f5b8aa600c1148076e41582dff888e69081a65a69bfc62feba31315589c1197"


class TestWrong:
    @pytest.mark.parametrize("entities", [899, 300_001, 900.0, "900", True, None])
    def test_sizes_of_cities(self, entities: Any) -> None:
        with pytest.raises(InvalidValueError, match="from 900 to 300,000"):
            city(entities=entities)

    @pytest.mark.parametrize("scale", [0.0019, 2.01, -1, float("nan"), float("inf"), "1", None])
    def test_scales_of_nations(self, scale: Any) -> None:
        with pytest.raises(InvalidValueError, match=r"from 0\.002 to 2"):
            nation(scale=scale)

    def test_too_few_stationed_units_or_memberships(self) -> None:
        counts = Counts(divisions=(0, 1, 1, 4, 40), residents=70, stationed=28, memberships=0)
        chance = Generator(0)
        land = Territory(counts, chance)
        bodies = Bodies(land, chance)
        with pytest.raises(StructureError, match="28 stationed units are too few to represent every body, "):
            seats(land, bodies, numbered("S", 28))
        found = seats(land, bodies, numbered("S", 100))
        for wanted in (130, 10_000):
            with pytest.raises(StructureError, match="memberships are left"):
                _memberships(_Ties(), land, bodies, found, wanted=wanted, chance=chance)


class TestSpread:
    def test_in_proportion_is_exact(self) -> None:
        assert proportional(10, [1, 1, 1]) == [3, 3, 4]
        assert proportional(0, [2, 5]) == [0, 0]
        assert proportional(7, [0, 7, 0]) == [0, 7, 0]

    def test_what_is_cut_goes_where_room_is_left(self) -> None:
        assert within([5, 0, 9], [3, 4, 9]) == [3, 2, 9]
        assert within([9, 0, 0], [3, 3, 3]) == [3, 3, 3]

    @pytest.mark.parametrize("seed", range(20))
    def test_uneven_and_heavy_parts_sum_up(self, seed: int) -> None:
        parts = uneven(200, 20, 30, Generator(seed))
        assert sum(parts) == 200
        assert 1 <= min(parts) <= max(parts) <= 30
        assert uneven(7, 1, 7, Generator(seed)) == [7]
        assert uneven(9, 9, 5, Generator(seed)) == [1] * 9
        parts = heavy(1_000, 50, Generator(seed))
        assert sum(parts) == 1_000
        assert min(parts) >= 1

    def test_some_are_different_and_spread(self) -> None:
        for seed in range(20):
            picked = some(5, 12, Generator(seed))
            assert len(set(picked)) == 5
            assert all(low <= place < low + 3 for low, place in zip((0, 2, 4, 7, 9), picked, strict=True))
        assert some(0, 12, Generator(0)) == []
        assert some(3, 3, Generator(0)) == [0, 1, 2]

    def test_numbers_are_in_order(self) -> None:
        ids = numbered("T", 2_001)
        assert ids == sorted(set(ids))
        assert (len(ids), ids[0], ids[-1]) == (2_001, "T0000000", "T0002000")
        assert numbered("T", 0) == []

    def test_stems_are_enough_for_every_parent(self) -> None:
        assert len(STEMS) > 199
        assert list(accumulate(map(len, STEMS)))[-1] == 2 * len(STEMS)
