from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pbgov.base import Assumption, Modality, Text
from pbgov.errors import InvalidValueError
from pbgov.rules import (
    HERE,
    AllEqual,
    Along,
    And,
    Back,
    Cadence,
    Columns,
    CompleteChain,
    Concentration,
    Count,
    Covered,
    Divided,
    Down,
    Enumerated,
    Lit,
    Norm,
    Payload,
    Ratio,
    Related,
    Relation,
    SameEnd,
    Selector,
    Sum,
    Term,
    Up,
    Values,
    Within,
    each,
    field,
    lift,
    param,
)

WORDS = Text(zh="甲", en="a")
DAY = date(2018, 7, 1)
units, ties, bodies = (Columns(table, ("kind", "level", "source", "target")) for table in ("units", "ties", "bodies"))
fact = field("f", "int", WORDS)
TOWN = units.kind == "town"
MEMBER = ties.kind == "member"
VALUES = Values(HERE, "kind")


def norm(payload: Payload, scope: Selector = HERE, **more: Any) -> Norm:
    return Norm(
        code="XX001", scope=scope, payload=payload, modality=Modality.MUST, text=WORDS, basis=Assumption(WORDS), **more
    )


def test_a_selector_reads_as_it_is_written() -> None:
    path = each(TOWN).back(ties.target, MEMBER).along(ties.source, "units").up("county").down(TOWN).down()
    steps = (Back("ties", "target", MEMBER), Along("source", "units"), Up("county"), Down(TOWN), Down())
    assert path == Selector("units", TOWN, steps)
    assert each(units) == Selector("units")
    assert HERE.back(ties.target).via == (Back("ties", "target"),)


@pytest.mark.parametrize(
    ("where", "tables"),
    [
        (TOWN & MEMBER, "ties, units"),
        (Lit(value=True), "-"),
        (param("p") == 1, "-"),
        (fact == 1, "-"),
        ((fact == 1) & TOWN, "units"),
    ],
)
def test_a_selection_speaks_of_one_table(where: Any, tables: str) -> None:
    message = rf"speaks of one table, this one of: {tables};.* / 选择条件须只涉及一张表"
    with pytest.raises(InvalidValueError, match=message):
        each(where)


def test_a_step_selects_from_the_table_it_reaches() -> None:
    with pytest.raises(InvalidValueError, match=r"this one of: ties, units") as caught:
        HERE.back(ties.target, TOWN)
    assert caught.value.culprits == ("ties", "units")
    with pytest.raises(InvalidValueError, match=r"this one of: units, ties"):
        HERE.down(MEMBER)


@pytest.mark.parametrize("column", [param("p"), units.kind + 1])
def test_a_step_goes_along_a_column(column: Term) -> None:
    for step in (HERE.back, lambda term: HERE.along(term, "units")):
        with pytest.raises(InvalidValueError, match=r"is no column; use one.* / .*不是列"):
            step(column)


@pytest.mark.parametrize(
    ("payload", "named"),
    [
        (Within(of=Count(HERE), exactly="p"), ("p",)),
        (Within(of=Count(HERE), at_least="p", at_most="q"), ("p", "q")),
        (Within(of=Count(HERE), at_most="q"), ("q",)),
        (Within(of=Count(HERE), band="b"), ("b",)),
        (Related(VALUES, Relation.CONTAINS, "c"), ("c",)),
        (Related(VALUES, Relation.EQUALS, (VALUES,)), ()),
        (CompleteChain("c"), ("c",)),
        (Cadence(of=HERE, per="t"), ("t",)),
        (Enumerated(VALUES, size="n"), ("n",)),
        (AllEqual(VALUES), ()),
        (SameEnd(HERE, HERE), ()),
        (Divided(whole=VALUES, into=HERE, members=VALUES), ()),
        (AllEqual(Values(each(units.level == param("x")), "kind")), ("x",)),
        (SameEnd(HERE.down(~(units.level == param("x"))), HERE), ("x",)),
        (Within(of=Ratio(Count(HERE), Sum(each(ties.kind == param("y")), "n")), exactly="p"), ("p", "y")),
        (
            Within(of=Concentration(each(units.level == param("x")), Sum(HERE.back(ties.target), "n")), at_most="p"),
            ("p", "x"),
        ),
        (Covered(of=VALUES, codes="c", per="t"), ("c", "t")),
        (Related(VALUES, Relation.SUBSET, (VALUES, Values(each(ties.kind.is_in(param("y"))), "n"))), ("y",)),
    ],
)
def test_a_norm_names_its_parameters(payload: Payload, named: tuple[str, ...]) -> None:
    assert norm(payload).parameters() == named
    scoped = norm(payload, each(And((TOWN, lift(units.level == param("z"))))))
    assert sorted(scoped.parameters()) == sorted((*named, "z"))


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        ({}, "-"),
        ({"exactly": "p", "band": "q"}, "exactly; band"),
        ({"exactly": "p", "at_least": "q"}, "exactly; at_least, at_most"),
        ({"band": "p", "at_most": "q"}, "band; at_least, at_most"),
    ],
)
def test_bounds_are_given_in_one_way(bounds: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"bounds are given by.* here by: {told}; choose.* / 限值须为"):
        Within(of=Count(HERE), **bounds)


@pytest.mark.parametrize(("on", "force"), [(date(2018, 6, 30), False), (DAY, True), (date(2019, 1, 1), False)])
def test_a_norm_has_its_time(on: date, force: bool) -> None:
    assert norm(CompleteChain("c"), start=DAY, end=date(2019, 1, 1)).in_force(on) is force
    assert norm(CompleteChain("c")).in_force(on)


def test_a_norm_is_in_force_on_some_day() -> None:
    with pytest.raises(InvalidValueError, match=r"holds no day"):
        norm(CompleteChain("c"), start=DAY, end=DAY)
