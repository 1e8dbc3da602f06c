"""Norms that leave a choice: so many of several measures in their bands, at the edges, whole and partial."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from pbgov.base import Band, Exact, Row, Verdict
from pbgov.boundary import pack_to_document, parse_pack
from pbgov.errors import InvalidValueError
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Put
from pbgov.org import Unit
from pbgov.rules import HERE, Count, Own, Within, each
from pbgov.validation import Checker, judge
from tests.unit.validation.worlds import ON, grids, norm, pack, place, ties, verdicts

MET, BREACHED, UNKNOWN = Verdict.MET, Verdict.BREACHED, Verdict.UNKNOWN
BY_RESIDENTS = Within(of=Own("residents"), band="residents")
SERVED = Within(of=Count(HERE.back(ties.target, ties.kind == "serves")), at_least="one")
CHOICE = Within(of=Own("households"), band="households", alternatives=(BY_RESIDENTS, SERVED), needed="needed")
FIGURES: dict[str, Any] = {"households": Band(2, 3), "residents": Band(9, 11), "one": 1}


def home(households: int, residents: int | None) -> list[Row]:
    building = Building(id="b", households=households, residents=residents)
    return [
        Unit(id="c", kind="residents_committee"),
        Neighbourhood(id="n", community="c", buildings=[building]),
        Grid(id="g", neighbourhood="n", members=["b"]),
    ]


@pytest.mark.parametrize(
    ("needed", "households", "residents", "whole", "partial"),
    [
        (1, 2, None, MET, MET),
        (1, 1, 10, MET, MET),
        (1, 1, None, UNKNOWN, UNKNOWN),
        (1, 1, 8, BREACHED, UNKNOWN),  # a worker may serve it whom the record does not hold
        (2, 2, 10, MET, MET),
        (2, 2, None, UNKNOWN, UNKNOWN),
        (2, 1, None, BREACHED, UNKNOWN),
        (2, 1, 12, BREACHED, BREACHED),
        (3, 2, 10, BREACHED, UNKNOWN),
        (3, 1, 10, BREACHED, BREACHED),
        (0, 1, 12, MET, MET),
        (4, 2, 10, BREACHED, BREACHED),
    ],
)
def test_so_many_of_them(needed: int, households: int, residents: int | None, whole: Verdict, partial: Verdict) -> None:
    rules = pack(norm(CHOICE, each(grids)), needed=needed, **FIGURES)
    rows = home(households, residents)
    assert verdicts(place(*rows, whole=("ties",)), rules) == [whole]
    assert verdicts(place(*rows), rules) == [partial]


def test_one_is_enough_where_no_number_is_named() -> None:
    rules = pack(norm(attrs.evolve(CHOICE, needed=None), each(grids)), **FIGURES)
    assert verdicts(place(*home(1, 10)), rules) == [MET]


@pytest.mark.parametrize(
    ("residents", "wanting", "missing"),
    [
        (None, None, "residents, ties"),
        (8, None, "ties"),
        (8, "residents", "residents, ties"),
        (8, "needed", "needed"),
    ],
)
def test_an_unknown_says_all_that_is_missing(residents: int | None, wanting: str | None, missing: str) -> None:
    figures = {**FIGURES, "needed": 1} | ({wanting: None} if wanting else {})
    [finding] = judge(place(*home(1, residents)), pack(norm(CHOICE, each(grids)), **figures), on=ON).unknown
    assert finding.aspect == missing


def test_a_finding_names_what_lies_outside_in_both_languages() -> None:
    rules = pack(norm(CHOICE, each(grids)), needed=2, **FIGURES)
    [finding] = judge(place(*home(1, 10), whole=("ties",)), rules, on=ON).breached
    assert (finding.measured, finding.wanted) == (Exact(1), Band(2, 3))
    assert finding.message("en").endswith(
        "asks that 2 hold, and these do not: 1 where 2–3 is asked for (a norm); "
        "0 where at least 1 is asked for (a norm)"
    )
    assert finding.message("zh").endswith("不符的是：实为1，应为2–3（规定）；实为0，应为至少1（规定）")
    assert "2 of the 3" in finding.fix("en")
    assert "有2项达到要求" in finding.fix("zh")


@pytest.mark.parametrize(
    "cells",
    [
        {"alternatives": (attrs.evolve(CHOICE),)},
        {"alternatives": (SERVED, "residents")},
        {"needed": "one"},
    ],
)
def test_a_choice_within_a_choice_is_refused(cells: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError, match=" / "):
        Within(of=Own("households"), band="households", **cells)


def test_it_is_written_and_read_and_names_all_its_figures() -> None:
    rules = pack(norm(CHOICE, each(grids)), needed=1, **FIGURES)
    assert rules.norm("XX1").parameters() == ("households", "needed", "residents", "one")
    assert parse_pack(pack_to_document(rules)) == rules


def test_a_checker_sees_a_building_counted_again() -> None:
    rules = pack(norm(CHOICE, each(grids)), needed=1, **FIGURES)
    checker = Checker(place(*home(1, 8), whole=("ties",)), rules, on=ON)
    assert len(checker.report.breached) == 1
    neighbourhood = checker.place.neighbourhoods["n"]
    counted = attrs.evolve(neighbourhood, buildings=[Building(id="b", households=1, residents=9)])
    assert checker.apply(Put((counted,), on=ON)).report.breached == ()
