"""Faults planted in a made-up world: a validator finds all of them, and nothing else."""

from __future__ import annotations

import copy
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pbgov
from pbgov.errors import InvalidValueError, StructureError
from pbgov.synth import Planted, city, nation, plant, to_rows

CODES = tuple(f"PBS{number:02d}" for number in range(1, 13))
SMALL = city(1, entities=900)
NATION = nation(2, scale=0.002)
DAY = date(2020, 1, 1)
seeds = st.integers(0, 2**64 - 1)


def found(made: dict[str, Any]) -> Counter[tuple[str, str]]:
    """Count the faults; the dirt of the real list, codes and names that disagree, is there from the start."""
    report = pbgov.validate(to_rows(made), on=DAY)
    return Counter((finding.code, finding.subject) for finding in report.findings if finding.code != "PBS13")


def told(planted: tuple[Planted, ...]) -> Counter[tuple[str, str]]:
    return Counter((fault.code, fault.subject) for fault in planted)


class TestEveryFault:
    @settings(max_examples=10)
    @given(seed=seeds, counts=st.dictionaries(st.sampled_from(CODES), st.integers(0, 6)))
    def test_is_found_and_no_other(self, seed: int, counts: dict[str, int]) -> None:
        damaged, planted = plant(SMALL, counts, seed)
        assert Counter(fault.code for fault in planted) == Counter(counts)
        assert found(damaged) == told(planted)

    @settings(max_examples=3)
    @given(seed=seeds)
    def test_is_found_in_a_nation(self, seed: int) -> None:
        damaged, planted = plant(NATION, dict.fromkeys(CODES, 8), seed)
        assert found(damaged) == told(planted)

    @pytest.mark.parametrize("code", CODES)
    def test_is_found_alone(self, code: str) -> None:
        damaged, planted = plant(SMALL, {code: 7}, 3)
        assert len(planted) == 7
        assert found(damaged) == told(planted)

    def test_is_found_together_ten_thousand_units_wide(self) -> None:
        damaged, planted = plant(nation(7, scale=0.012), dict.fromkeys(CODES, 60), 4)
        assert len(planted) == 720
        assert found(damaged) == told(planted)
        kinds = Counter(fault.what for fault in planted)
        assert {f"a circle of {n} {who}" for n in (1, 2, 3) for who in ("parents", "leaders")} <= set(kinds)
        assert kinds["two leaders for a day"] >= 15

    def test_leaves_the_world_as_it_was(self) -> None:
        before = copy.deepcopy(SMALL)
        damaged, _ = plant(SMALL, dict.fromkeys(CODES, 3), 5)
        assert before == SMALL
        assert damaged != SMALL
        assert plant(SMALL, dict.fromkeys(CODES, 3), 5)[0] == damaged
        assert plant(SMALL, dict.fromkeys(CODES, 3), 6)[0] != damaged
        assert plant(SMALL, {}) == (SMALL, ())

    @settings(max_examples=10)
    @given(seed=seeds)
    def test_shares_the_columns_it_does_not_touch(self, seed: int) -> None:
        damaged, _ = plant(SMALL, {"PBS05": 1}, seed)
        assert damaged["ties"]["source"] is SMALL["ties"]["source"]
        assert damaged["units"]["id"] is SMALL["units"]["id"]
        assert damaged["units"]["parent"] is not SMALL["units"]["parent"]

    def test_is_planted_where_columns_are_left_out(self) -> None:
        bare = {**SMALL, "ties": {name: SMALL["ties"][name] for name in ("id", "kind", "source", "target")}}
        bare["ties"] = {name: column[:400] for name, column in bare["ties"].items()}
        damaged, planted = plant(bare, {"PBS03": 2, "PBS04": 2})
        assert {fault.code for fault in planted} == {"PBS03", "PBS04"}
        assert len(damaged["ties"]["made_up"]) == len(damaged["ties"]["id"])


class TestWrong:
    def test_codes(self) -> None:
        with pytest.raises(InvalidValueError, match="no fault PBS13 can be planted; there are: PBS01, PBS02"):
            plant(SMALL, {"PBS13": 1})

    @pytest.mark.parametrize("number", [-1, 1.0, True, None])
    def test_numbers(self, number: Any) -> None:
        with pytest.raises(InvalidValueError, match="PBS01"):
            plant(SMALL, {"PBS01": number})

    @pytest.mark.parametrize("code", CODES)
    def test_more_than_there_are_places(self, code: str) -> None:
        with pytest.raises(StructureError, match=f"places are left to plant {code} in, and 10,000 are wanted"):
            plant(SMALL, {code: 10_000})
