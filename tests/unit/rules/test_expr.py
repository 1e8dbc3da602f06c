from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from pbgov.base import Text
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules import (
    And,
    Arith,
    Cmp,
    Columns,
    Expr,
    Field,
    FieldRef,
    In,
    Lit,
    Not,
    Or,
    ParamRef,
    Value,
    codes_asked,
    evaluate,
    field,
    holds,
    lift,
    param,
)

LABEL = Text(zh="事实", en="fact")
a, b = field("a", "int", LABEL), field("b", "int", LABEL)
code, codes = field("code", "code", LABEL), field("codes", "codes", LABEL)
day = field("day", "date", LABEL)
YES, NO, OPEN = Lit(value=True), Lit(value=False), FieldRef("", "open")
EARLY, LATE = date(2018, 1, 1), date(2018, 7, 1)
units = Columns("units", ("level", "kind"))


def nothing(_: str) -> None:
    return None


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (YES, YES, True, True),
        (YES, NO, False, True),
        (YES, OPEN, None, True),
        (NO, YES, False, True),
        (NO, NO, False, False),
        (NO, OPEN, False, None),
        (OPEN, YES, None, True),
        (OPEN, NO, False, None),
        (OPEN, OPEN, None, None),
    ],
)
def test_what_is_unknown_follows_kleene(one: Expr, other: Expr, both: bool | None, either: bool | None) -> None:
    assert holds(one & other, nothing) is both
    assert holds(one | other, nothing) is either
    assert holds(And((one, other)), nothing) is both
    assert holds(Or((one, other)), nothing) is either


@pytest.mark.parametrize(("inner", "outer"), [(YES, False), (NO, True), (OPEN, None)])
def test_not_what_is_unknown_is_unknown(inner: Expr, outer: bool | None) -> None:
    assert holds(Not(inner), nothing) is outer
    assert holds(~inner, nothing) is outer


def test_all_of_nothing_holds_and_some_of_nothing_does_not() -> None:
    assert holds(And(()), nothing) is True
    assert holds(Or(()), nothing) is False


FACTS: dict[str, Value] = {"a": 2, "b": 5, "code": "safety", "codes": ("party", "safety"), "day": EARLY}


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        (a == 2, True), (a != 2, False), (a < 3, True), (a <= 2, True), (a > 2, False), (a >= 2, True),
        (a + b == 7, True), (b - a == 3, True), (a - b == -3, True), (a * b == 10, True), (a * 2 + 1 == b, True),
        (b >= a, True), (3 > a, True), (3 <= a, False),  # noqa: SIM300 - the other way round is what is tested
        (code == "safety", True), (code < "service", True), (code == "s", False), (code != "s", True),
        (code.is_in(("party", "safety")), True), (code.is_in(()), False), (code.is_in(codes), True),
        (codes.has("party"), True), (codes.has("service"), False), (codes.has(code), True),
        (codes == ("party", "safety"), True), (codes != (), True),
        (day < LATE, True), (day >= LATE, False), (day == EARLY, True), (day > date.min, True),
        ((a == 2) & (b == 5), True), ((a == 3) | (b == 4), False), (~(a == 2), False), (a == "2", False),
    ],
)  # fmt: skip
def test_comparisons_of_known_values(condition: Expr, answer: bool) -> None:
    assert holds(condition, FACTS.get) is answer


@pytest.mark.parametrize(
    "condition",
    [
        a == 2, a < b, a + b > 0, a * 0 == 0, a - a != 1,
        code == "", code.is_in(("party",)), codes.has("party"), day < LATE,
    ],
)  # fmt: skip
def test_a_missing_fact_leaves_a_comparison_open(condition: Expr) -> None:
    assert holds(condition, nothing) is None


@pytest.mark.parametrize(
    ("condition", "culprits"),
    [
        (a < "3", (2, "3")),
        (code >= 1, ("safety", 1)),
        (day < 3, (EARLY, 3)),
        (a > EARLY, (2, EARLY)),
        (day <= "2018-07-01", (EARLY, "2018-07-01")),
        (codes < code, (("party", "safety"), "safety")),
        (codes > 1, (("party", "safety"), 1)),
        (code + 1 == 2, ("safety", 1)),
        (a - EARLY == 2, (2, EARLY)),
        (codes * 2 == (), (("party", "safety"), 2)),
        (code.is_in("a safety net"), ("safety", "a safety net")),
        (a.is_in(b), (2, 5)),
    ],
)
def test_values_of_different_kinds_have_no_order_and_no_sum(condition: Expr, culprits: tuple[object, ...]) -> None:
    with pytest.raises(InvalidValueError, match=r"are of different kinds.* / .*种类不同") as caught:
        holds(condition, FACTS.get)
    assert caught.value.culprits == culprits


@pytest.mark.parametrize(
    ("start", "months", "wanted"),
    [
        (date(1, 2, 15), -1, date(1, 1, 15)),
        (date(1, 2, 15), -2, date.min),
        (date(2, 3, 4), -14, date(1, 1, 4)),
        (date(2, 3, 4), -15, date.min),
        (date(9999, 11, 15), 1, date(9999, 12, 15)),
        (date(9999, 11, 15), 2, date.max),
        (date(9998, 10, 4), 14, date(9999, 12, 4)),
        (date(9998, 10, 4), 15, date.max),
        (date(2018, 8, 31), -2, date(2018, 6, 30)),
        (date(2018, 8, 31), 10**9, date.max),
        (date(2018, 8, 31), -(10**9), date.min),
    ],
)
def test_months_go_as_far_as_there_are_days(start: date, months: int, wanted: date) -> None:
    assert evaluate(lift(day.plus_months(months)), {"day": start}.get) == wanted


def test_a_parameter_is_read_by_its_identifier() -> None:
    assert evaluate(lift(a + param("p")), FACTS.get, {"p": 3}.get) == 5
    assert holds(a >= param("p"), FACTS.get, nothing) is None
    with pytest.raises(UnknownIdError, match=r"no parameter p;.* / .*没有参数p") as caught:
        holds(a >= param("p"), FACTS.get)
    assert caught.value.culprits == ("p",)


MOMENT = datetime(2018, 7, 1)  # noqa: DTZ001 - no day, whatever its zone


@pytest.mark.parametrize("operand", [1.5, None, b"a", [], {}, object(), MOMENT, (1, 2), ("a", None), ((),)])
def test_what_cannot_stand_in_a_condition(operand: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"cannot stand in a condition.* / .*不能写进条件") as caught:
        lift(operand)
    assert caught.value.culprits == (operand,)
    with pytest.raises(InvalidValueError, match=r"cannot stand in a condition"):
        Lit(operand)


@pytest.mark.parametrize(
    "slip",
    [
        lambda: (a == 1) and (b == 2),
        lambda: (a == 1) or (b == 2),
        lambda: not a,
        lambda: 1 < a < 3,
        lambda: a in (1, 2),
        lambda: bool(Lit(value=False)),
        lambda: bool((a == 1) & (b == 2)),
    ],
    ids=["and", "or", "not", "chain", "in", "literal", "tree"],
)
def test_a_condition_is_neither_true_nor_false(slip: Callable[[], object]) -> None:
    with pytest.raises(InvalidValueError, match=r"neither true nor false.* / .*没有真假"):
        slip()


def test_operators_build_the_tree_that_is_written() -> None:
    assert (a + 1 >= param("p")) == Cmp(">=", Arith("+", FieldRef("", "a"), Lit(1)), ParamRef("p"))
    assert units.level.is_in(("city",)) == In(FieldRef("units", "level"), Lit(("city",)))
    assert lift(param("p")) == ParamRef("p")
    assert ~(a == 1) == Not(Cmp("==", FieldRef("", "a"), Lit(1)))
    assert repr(a) == "Term(FieldRef(table='', name='a'))"
    assert a.field == Field(name="a", kind="int", label=LABEL)
    with pytest.raises(TypeError):
        hash(a)


@pytest.mark.parametrize(
    ("condition", "depth", "shown"),
    [
        (And(()), 1, "And(parts=())"),
        (a == 1, 1, "Cmp(op='==', left=FieldRef(table='', name='a'), right=Lit(value=1))"),
        (code.is_in(()), 1, "In(item=FieldRef(table='', name='code'), options=Lit(value=()))"),
        (~YES, 1, "Not(part=Lit(value=True))"),
        (~~YES, 2, "Not(part=Not(part=Lit(value=True)))"),
        (lift(a + 1), 1, "Arith(op='+', left=FieldRef(table='', name='a'), right=Lit(value=1))"),
        (lift(a + 1 - 2), 2, f"Arith(op='-', left={lift(a + 1)!r}, right=Lit(value=2))"),
        (YES & NO & ~NO, 2, "And(parts=(Lit(value=True), Lit(value=False), Not(part=Lit(value=False))))"),
        (YES | (NO & NO), 2, "Or(parts=(Lit(value=True), And(parts=(Lit(value=False), Lit(value=False)))))"),
    ],
)  # fmt: skip
def test_a_tree_counts_its_levels_and_shows_its_parts_alone(condition: Any, depth: int, shown: str) -> None:
    assert condition.depth == depth
    assert repr(condition) == shown


def test_columns_know_their_names() -> None:
    with pytest.raises(
        UnknownIdError, match=r"units has no column colour; it has: level, kind / 表units没有列colour"
    ) as caught:
        units.colour  # noqa: B018 - asking is the test
    assert caught.value.culprits == ("colour",)
    for again in (copy.copy(units), copy.deepcopy(units), pickle.loads(pickle.dumps(units))):  # noqa: S301 - our own
        assert again.table_name == "units"
        assert lift(again.kind) == FieldRef("units", "kind")


@pytest.mark.parametrize(
    ("condition", "asked"),
    [
        (units.kind == "town", ("town",)),
        (units.kind.is_in(("town", "subdistrict")), ("town", "subdistrict")),
        ((units.level == "county") & (units.kind == "town"), ("town",)),
        ((units.kind == "town") & (units.kind == "county"), ("town",)),
        (units.level == "town", ()),
        (units.level.is_in(("town",)), ()),
        (units.kind != "town", ()),
        ((units.kind == "town") | (units.kind == "county"), ()),
        (~(units.kind == "town"), ()),
        (units.kind == units.level, ()),
        (units.kind == 3, ()),
        (units.kind.is_in(param("p")), ()),
        (None, ()),
    ],
)
def test_the_codes_a_condition_narrows_a_column_to(condition: Expr | None, asked: tuple[str, ...]) -> None:
    assert codes_asked(condition, "kind") == asked


@pytest.mark.parametrize(
    ("kind", "taken", "refused"),
    [
        ("bool", [True, False], [1, "yes", None]),
        ("int", [0, -3], [True, 1.0, "1", None]),
        ("date", [EARLY], [datetime(2018, 7, 1), "2018-07-01", 20180701, None]),  # noqa: DTZ001 - no day
        ("code", ["", "safety"], [("safety",), 1, None]),
        ("codes", [(), ("a", "b")], ["safety", ["a"], (1,), None]),
    ],
)
def test_a_field_takes_values_of_its_kind(kind: Any, taken: list[object], refused: list[object]) -> None:
    declared = Field(name="f", kind=kind, label=LABEL)
    assert [value for value in taken if not declared.takes(value)] == []
    assert [value for value in refused if declared.takes(value)] == []


@pytest.mark.parametrize(
    ("declared", "value", "takes"),
    [
        ({"kind": "int", "low": 0, "high": 5}, 0, True),
        ({"kind": "int", "low": 0, "high": 5}, 5, True),
        ({"kind": "int", "low": 0, "high": 5}, -1, False),
        ({"kind": "int", "low": 0, "high": 5}, 6, False),
        ({"kind": "int", "low": 0}, 10**30, True),
        ({"kind": "int", "high": 5}, -(10**30), True),
        ({"kind": "int", "low": 3, "high": 3}, 3, True),
        ({"kind": "code", "options": ("a", "b")}, "b", True),
        ({"kind": "code", "options": ("a", "b")}, "c", False),
        ({"kind": "codes", "options": ("a", "b")}, ("b", "a"), True),
        ({"kind": "codes", "options": ("a", "b")}, (), True),
        ({"kind": "codes", "options": ("a", "b")}, ("a", "c"), False),
    ],
)
def test_a_field_takes_what_lies_within_its_ends_and_options(
    declared: dict[str, Any], value: object, takes: bool
) -> None:
    assert Field(name="f", label=LABEL, **declared).takes(value) is takes


@pytest.mark.parametrize(
    ("declared", "told", "culprits"),
    [
        ({"kind": "text"}, r"field f is of no kind 'text'.* / .*种类'text'不存在", ("f", "text")),
        ({"kind": "int", "low": 2, "high": 1}, "cannot range from 2 to 1", ("f", 2, 1)),
        ({"kind": "int", "low": True}, "cannot range from True to None", ("f", True, None)),
        ({"kind": "int", "high": 1.5}, "cannot range from None to 1.5", ("f", None, 1.5)),
        ({"kind": "int", "low": "0"}, "cannot range from '0' to None", ("f", "0", None)),
        ({"kind": "date", "low": 0}, "cannot range from 0 to None", ("f", 0, None)),
        ({"kind": "bool", "high": 1}, "cannot range from None to 1", ("f", None, 1)),
        ({"kind": "int", "options": ("a",)}, r"cannot have the options \('a',\)", ("f",)),
        ({"kind": "date", "options": ("a",)}, r"cannot have the options \('a',\)", ("f",)),
        ({"kind": "code", "options": ["a"]}, r"cannot have the options \['a'\]", ("f",)),
        ({"kind": "code", "options": "ab"}, "cannot have the options 'ab'", ("f",)),
        ({"kind": "codes", "options": ("a", 1)}, r"cannot have the options \('a', 1\)", ("f",)),
        ({"kind": "code", "name": 3}, "name is no identifier", ("name", 3)),
    ],
)
def test_a_field_no_value_could_meet_is_refused(
    declared: dict[str, Any], told: str, culprits: tuple[object, ...]
) -> None:
    with pytest.raises(InvalidValueError, match=told) as caught:
        Field(**({"name": "f"} | declared), label=LABEL)
    assert caught.value.culprits == culprits


@pytest.mark.parametrize(
    ("declared", "value", "told"),
    [
        ({"kind": "int", "low": 0, "high": 5_000}, -1, "fact f is -1, outside its declared range of 0 to 5,000;"),
        ({"kind": "int", "low": 0}, -1_234, "fact f is -1,234, outside its declared range of 0 to …;"),
        ({"kind": "int", "high": 5}, 6, "fact f is 6, outside its declared range of … to 5;"),
        ({"kind": "int"}, True, "fact f is a whole number, not True"),
        ({"kind": "int"}, "1", "fact f is a whole number, not '1'"),
        ({"kind": "bool"}, 1, "fact f is True or False, not 1"),
        ({"kind": "date"}, 20180701, "fact f is a day, not 20,180,701; give a datetime.date"),
        ({"kind": "code", "options": ("a", "b")}, "c", "fact f is 'c', which is no declared option: a, b;"),
        ({"kind": "code", "options": ("a", "b")}, 3, "fact f is a code, a str, not 3"),
        ({"kind": "code"}, ("a",), r"fact f is a code, a str, not \('a',\)"),
        ({"kind": "codes", "options": ("a", "b")}, ("a", "c"), r"fact f is \('a', 'c'\), which is no declared option"),
        ({"kind": "codes", "options": ("a", "b")}, ["a"], r"fact f is .*codes.*, not \['a'\]"),
        ({"kind": "codes"}, "a", r"fact f is .*codes.*, not 'a'"),
    ],
)
def test_a_refusal_says_what_the_field_takes(declared: dict[str, Any], value: object, told: str) -> None:
    error = Field(name="f", label=LABEL, **declared).refuse(value)
    assert re.search(told, str(error).partition(" / ")[0])
    assert error.culprits == ("f", value)


def test_a_field_has_an_identifier() -> None:
    with pytest.raises(InvalidValueError, match=r"name is no identifier"):
        field("a b", "int", LABEL)
