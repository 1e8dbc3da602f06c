"""Whole columns: the answers of rows, and columns that cannot be decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs
import numpy as np
import pandas as pd
import polars as pl
import pytest

from pbgov.base import Assumption, Required, Text
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules import Cmp, Dated, Effect, FieldRef, Lit, Outcome, Parameter, Rule, RulePack, field, param

ON = date(2018, 7, 1)
WORDS = Text(zh="规则", en="rule")
GROUND = Assumption(WORDS)
posts, needed = field("posts", "int", WORDS, low=0, high=50), field("needed", "int", WORDS)
LEVELS = ("township", "community")
level = field("level", "code", WORDS, options=LEVELS)
duty, urgent, flags = field("duty", "code", WORDS), field("urgent", "bool", WORDS), field("flags", "codes", WORDS)
FIELDS = tuple(term.field for term in (posts, needed, level, duty, urgent, flags))


def rule(name: str, effect: Effect, when: Any, *unless: Any) -> Rule:
    return Rule(id=name, effect=effect, when=when, unless=unless, text=WORDS, basis=GROUND)


PACK = RulePack(
    id="p", title=WORDS, fields=FIELDS,
    rules=(
        rule("F", Effect.FORBID, (level == "township") & duty.is_in(("tax", "visits")), urgent),
        rule("G", Effect.FORBID, flags.has("banned") | (duty != "tax") & (level != "community") & (posts == 9)),
        rule("P", Effect.PERMIT, ~urgent | (needed * 2 - posts > 3)),
        rule("R", Effect.REQUIRE, posts >= needed.per(3)),
        rule("A", Effect.REQUIRE, posts >= 0),
    ),
)  # fmt: skip
ROWS: list[dict[str, Any]] = [
    {"posts": p, "needed": n, "level": at, "duty": d, "urgent": u, "flags": f}
    for p in (0, 2, 9) for n in (0, 7, 30) for at in ("township", "community") for d in ("tax", "library")
    for u in (False, True) for f in ((), ("banned", "x"))
]  # fmt: skip


def columns(rows: list[dict[str, Any]] = ROWS, **changes: Any) -> dict[str, Any]:
    held: dict[str, Any] = {
        name: np.array([row[name] for row in rows]) for name in ("posts", "needed", "level", "duty", "urgent")
    }
    held["flags"] = {"banned": np.array(["banned" in row["flags"] for row in rows])}
    return {**held, **changes}


def outcomes(given: dict[str, Any], pack: RulePack = PACK) -> list[str]:
    decided = pack.at(ON).columns(given).to_columns()
    return [next(name for name, column in decided.items() if column[i]) for i in range(len(decided["admitted"]))]


def test_columns_answer_as_rows_do() -> None:
    wanted = [str(one) for one in PACK.at(ON).batch(ROWS).outcomes]
    assert len(set(wanted)) == 4
    assert outcomes(columns()) == wanted
    positions = np.array([LEVELS.index(row["level"]) for row in ROWS])
    assert outcomes(columns(level=positions)) == wanted
    assert outcomes(columns(posts=columns()["posts"].astype("int8"))) == wanted  # widened, so that nothing wraps
    decided = PACK.at(ON).columns(columns())
    assert not decided.where(Outcome.UNDECIDED).any()
    for one in PACK.rules:
        active = [next(r for r in d.reasons if r.rule is one).state == "active" for d in PACK.at(ON).batch(ROWS)]
        assert decided.active(one.id).tolist() == active
    with pytest.raises(UnknownIdError, match="no entry Z"):
        decided.active("Z")


def test_whole_numbers_and_words_come_in_many_types() -> None:
    wanted, small, words = outcomes(columns()), columns()["posts"], [row["duty"] for row in ROWS]
    for posts_ in (*(small.astype(kind) for kind in ("int8", "uint8", "uint64")), np.ma.masked_equal(small, 99)):
        assert outcomes(columns(posts=posts_)) == wanted
    for duty_ in (np.array(words, dtype=object), np.array([*words, "a longer word"])[:-1]):
        assert outcomes(columns(duty=duty_)) == wanted
    kinds: tuple[tuple[Any, tuple[Any, ...]], ...] = (
        (pd.Series, (None, "category", "string")),
        (pl.Series, (None, pl.Categorical, pl.Enum(["library", "tax"]))),
    )
    for make, dtypes in kinds:
        for dtype in dtypes:
            assert outcomes({**made_by(make), "duty": make(words, dtype=dtype)}) == wanted


def made_by(make: Any) -> dict[str, Any]:
    """Give the columns as another library keeps them."""
    given = {name: make(one) for name, one in columns().items() if name != "flags"}
    return {**given, "flags": {"banned": make(columns()["flags"]["banned"])}}


def test_two_columns_of_words_are_compared() -> None:
    pack = attrs.evolve(
        PACK, rules=(rule("P", Effect.PERMIT, level == duty), rule("F", Effect.FORBID, duty != level, ~urgent))
    )
    rows = [*ROWS[:9], *({**row, "duty": "township"} for row in ROWS)]
    assert outcomes(columns(rows), pack) == [str(one) for one in pack.at(ON).batch(rows).outcomes]


@pytest.mark.parametrize(
    "condition",
    [
        level == "city", level != "city", level.is_in(("city", "community")), duty.is_in(()),
        Cmp("==", Lit("community"), FieldRef("", "level")), Cmp("!=", Lit("tax"), FieldRef("", "duty")),
        Cmp("<", Lit(3), FieldRef("", "posts")), urgent == True, urgent != True, (posts > 2) == urgent,  # noqa: E712 - builds a condition
        ~(urgent | ~(posts > 0)), needed * posts - 2 > 7, needed.per(4) == 2, (needed - posts).per(7) <= 1,
        ~(duty.is_in(("tax", "x"))) & ~flags.has("banned"), flags.has("banned") | urgent, posts + 1 != needed - 6,
    ],
)  # fmt: skip
def test_any_condition_answers_in_columns_as_in_rows(condition: Any) -> None:
    pack = attrs.evolve(PACK, rules=(rule("P", Effect.PERMIT, condition), rule("R", Effect.REQUIRE, condition, urgent)))
    wanted = [str(one) for one in pack.at(ON).batch(ROWS).outcomes]
    assert outcomes(columns(), pack) == wanted
    positions = np.array([LEVELS.index(row["level"]) for row in ROWS])
    assert outcomes(columns(level=positions), pack) == wanted


LAST = 2**63 - 1
a, b = field("a", "int", WORDS), field("b", "int", WORDS)


@pytest.mark.parametrize(
    ("sum_", "fine", "beyond"),
    [
        (a + b, (LAST - 3, 3), (LAST - 2, 3)),
        (a + b, (-LAST, -1), (-LAST, -2)),
        (a - b, (-LAST, 1), (-LAST, 2)),
        (a - b, (LAST - 3, -3), (LAST - 2, -3)),
        (a * b, (2**62 - 1, 2), (2**62, 2)),
        (a * b, (2**62, -2), (2**62 + 1, -2)),
        (a * b, (-(2**62), 2), (-(2**62) - 1, 2)),
        (a * b, (-(2**31), -(2**31)), (-(2**32), -(2**31))),
        ((a + b) * 2, (2**62 - 4, 3), (2**62 - 3, 3)),
        (a.per(3) * b, (3 * 2**61, 3), (3 * 2**61, 4)),
        (b.per(3) * a, (-LAST, 1), (-LAST, 4)),
    ],
)
def test_arithmetic_that_could_leave_64_bits_is_refused(sum_: Any, fine: Any, beyond: Any) -> None:
    pack = RulePack(
        id="p", title=WORDS, fields=(a.field, b.field), rules=(rule("P", Effect.PERMIT, sum_ > 7),)
    ).at(ON)  # fmt: skip
    for one, other in (fine, beyond):
        given = {"a": np.array([0, one]), "b": np.array([0, other])}
        if (one, other) == beyond:
            with pytest.raises(InvalidValueError, match=r"beyond 64 bits.* / .*64位"):
                pack.columns(given)
        else:
            rows = [{"a": 0, "b": 0}, {"a": one, "b": other}]
            assert pack.columns(given).admitted.tolist() == [r == "admitted" for r in pack.batch(rows).outcomes]


def test_columns_may_be_empty() -> None:
    given = {name: one[:0] for name, one in columns().items() if name != "flags"}
    empty = {**given, "flags": {"banned": columns()["flags"]["banned"][:0]}}
    assert outcomes(empty) == outcomes({**empty, "needed": given["needed"].astype("uint64")}) == []


def test_small_numbers_are_widened_before_they_are_reckoned_with() -> None:
    pack = RulePack(
        id="p", title=WORDS, fields=(a.field, b.field), rules=(rule("P", Effect.PERMIT, a * b + a > 5_000),)
    )
    for kind in ("int8", "uint8", "int16", "uint64"):
        given = {"a": np.array([100, 1], dtype=kind), "b": np.array([100, 2], dtype=kind)}
        assert pack.at(ON).columns(given).admitted.tolist() == [True, False]


@pytest.mark.parametrize("make", [pd.Series, pl.Series], ids=["pandas", "polars"])
def test_columns_of_other_libraries_answer_alike(make: Any) -> None:
    given = made_by(make)
    assert outcomes(given) == [str(one) for one in PACK.at(ON).batch(ROWS).outcomes]
    with pytest.raises(InvalidValueError, match="posts lacks values"):
        PACK.at(ON).columns({**given, "posts": make([None, *[1] * (len(ROWS) - 1)], dtype=given["posts"].dtype
                                                    if make is pl.Series else "Int64")})  # fmt: skip


def test_a_long_list_of_codes_is_decided_too() -> None:
    codes = tuple(f"d{n}" for n in range(5_000))
    many = attrs.evolve(PACK, rules=(rule("P", Effect.PERMIT, duty.is_in(codes)),))
    assert outcomes(columns(duty=np.array(["d4999", "e"] * (len(ROWS) // 2))), many)[:2] == ["admitted", "not_admitted"]


def test_columns_have_a_length() -> None:
    always = attrs.evolve(PACK, rules=(rule("P", Effect.PERMIT, True),)).at(ON)
    none: tuple[dict[str, Any], ...] = ({}, {"flags": {}})
    for given in none:
        with pytest.raises(InvalidValueError, match=r"there is no column.* / 没有任何一列"):
            always.columns(given)
    for some in ({"urgent": np.array([True, False])}, {"flags": {"x": np.array([True, False])}}):
        assert always.columns({"flags": {}} | some).admitted.tolist() == [True, True]
        assert always.columns({"flags": {}} | some).forbidden.tolist() == [False, False]
        assert set(always.columns(some).to_columns()) == {"admitted", "conditional", "not_admitted", "forbidden"}


def test_an_outcome_that_no_fact_changes_is_a_column_too() -> None:
    always = attrs.evolve(PACK, rules=(rule("P", Effect.PERMIT, True), rule("F", Effect.FORBID, False)))
    assert outcomes(columns(), always) == ["admitted"] * len(ROWS)


@pytest.mark.parametrize(
    ("changes", "error", "told"),
    [
        ({"colour": 1}, UnknownIdError, "no field colour"),
        (
            {"posts": np.array([51] * len(ROWS))},
            InvalidValueError,
            "fact posts is 51, outside .* 0 to 50",
        ),
        ({"posts": np.array([-1] * len(ROWS))}, InvalidValueError, "fact posts is -1, outside"),
        ({"posts": np.array([0, 51] * 72)}, InvalidValueError, "fact posts is 51, outside"),
        ({"posts": np.array([-1, 51] * 72)}, InvalidValueError, "fact posts is -1, outside"),
        ({"weight": 1, "colour": 1, "area": 1}, UnknownIdError, "no field area, colour, weight"),
        ({"posts": np.array([1]), "needed": np.array([1, 2])}, InvalidValueError, "posts has 1 rows, needed 2"),
        ({"posts": np.array([1.0] * len(ROWS))}, InvalidValueError, "posts should hold int and holds float64"),
        ({"posts": np.array([True] * len(ROWS))}, InvalidValueError, "posts should hold int and holds bool"),
        ({"posts": [1] * len(ROWS)}, InvalidValueError, "posts should hold int and holds -"),
        ({"urgent": np.array([1] * len(ROWS))}, InvalidValueError, "urgent should hold bool and holds int64"),
        ({"level": [1]}, InvalidValueError, "level should hold code and holds -"),
        (
            {"level": np.array([2] * len(ROWS))},
            InvalidValueError,
            "fact level is 2, outside .* 0 to 1",
        ),
        ({"duty": np.array([None] * len(ROWS), dtype=object)}, InvalidValueError, "duty lacks values"),
        ({"duty": np.arange(len(ROWS))}, InvalidValueError, "duty should hold code and holds int64"),
        ({"duty": np.full(len(ROWS), np.nan)}, InvalidValueError, "duty should hold code and holds float64"),
        ({"duty": np.array([b"tax"] * len(ROWS))}, InvalidValueError, "duty should hold code and holds .s3"),
        ({"duty": np.array(["tax", 3] * 72, dtype=object)}, InvalidValueError, "fact duty is a code, a str, not 3"),
        ({"duty": np.array(["tax", np.nan] * 72, dtype=object)}, InvalidValueError, "fact duty is a .* not nan"),
        ({"duty": pd.Series([1] * len(ROWS), dtype="category")}, InvalidValueError, "fact duty is a code, .* not 1"),
        ({"duty": pl.Series(range(len(ROWS)))}, InvalidValueError, "duty should hold code and holds int64"),
        ({"needed": np.full(len(ROWS), 2**63, "uint64")}, InvalidValueError, "needed should hold int64 and .* uint64"),
        ({"needed": pl.Series([1] * len(ROWS), dtype=pl.UInt64)}, InvalidValueError, "int64 and holds uint64"),
        ({"posts": np.zeros((len(ROWS), 2), "int64")}, InvalidValueError, r"posts should .* holds int64 \(144, 2\)"),
        ({"urgent": np.zeros((len(ROWS), 1), bool)}, InvalidValueError, r"urgent should .* holds bool \(144, 1\)"),
        ({"posts": np.int64(3)}, InvalidValueError, r"posts should hold int and holds int64 \(\)"),
        ({"posts": np.ma.masked_equal(columns()["posts"], 9)}, InvalidValueError, "posts lacks values"),
        ({3: np.array([1] * len(ROWS))}, UnknownIdError, "no field 3"),
        ({"needed": np.array([2**62] * len(ROWS))}, InvalidValueError, "beyond 64 bits"),
        ({"flags": {}}, UnknownIdError, "columns are missing: flags: banned"),
        ({"flags": np.array([1])}, InvalidValueError, "flags should be a mapping"),
        ({"flags": {"banned": np.array([1] * len(ROWS))}}, InvalidValueError, "flags: banned should hold bool"),
        ({"level": np.array(["city"] * len(ROWS))}, InvalidValueError, "level is 'city', which is no declared option"),
        ({"level": np.array([7.0] * len(ROWS))}, InvalidValueError, "fact level is a code, a str, not 7.0"),
        ({"level": np.array([7, "a"] * 12, dtype=object)}, InvalidValueError, "differ in length: posts has 144"),
        ({"flags": {"banned": columns()["urgent"], 1: columns()["urgent"][:2]}}, InvalidValueError, "posts has 144"),
        ({"flags": {"banned": np.array([True])}}, InvalidValueError, "posts has 144 rows, flags 1"),
    ],
)
def test_a_column_that_cannot_be_decided_is_named(changes: dict[Any, Any], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=f"{told}.* / "):
        PACK.at(ON).columns({**columns(), **changes})


def test_columns_lie_side_by_side() -> None:
    given = made_by(pd.Series)
    turned = {**given, "level": given["level"].sort_index(ascending=False)}
    with pytest.raises(InvalidValueError, match=r"label their rows differently.* / .*行标签不同") as caught:
        PACK.at(ON).columns(turned)
    assert set(caught.value.culprits) & {"level"}
    frame = pd.DataFrame({name: one for name, one in given.items() if name != "flags"}).iloc[::-1]
    banned = given["flags"]["banned"].iloc[::-1]
    assert outcomes_of(frame, banned) == outcomes(columns())[::-1]
    with pytest.raises(InvalidValueError, match=r"posts is of numpy and needed of polars.* / .*同一个库"):
        PACK.at(ON).columns(columns(needed=pl.Series(columns()["needed"])))


def outcomes_of(frame: Any, banned: Any) -> list[str]:
    decided = PACK.at(ON).columns({**dict(frame), "flags": {"banned": banned}}).to_columns()
    rows = zip(*(list(column) for column in decided.values()), strict=True)
    return [next(name for name, here in zip(decided, row, strict=True) if here) for row in rows]


def test_a_frame_is_told_how_to_come() -> None:
    frame = pd.DataFrame({"posts": [1]})
    with pytest.raises(InvalidValueError, match=r"DataFrame is no mapping of columns; .*dict\(frame\).* / ") as caught:
        PACK.at(ON).columns(frame)
    assert caught.value.culprits == (frame,)


def test_sets_of_codes_know_their_options() -> None:
    closed = field("flags", "codes", WORDS, options=("banned", "x")).field
    pack = attrs.evolve(PACK, fields=(*(one for one in FIELDS if one.name != "flags"), closed))
    wanted = {"banned": columns()["flags"]["banned"]}
    assert outcomes(columns(), pack) == outcomes(columns())
    with pytest.raises(InvalidValueError, match=r"flags is \('strange',\), which is no declared option"):
        pack.at(ON).columns(columns(flags={**wanted, "strange": wanted["banned"]}))


def test_days_are_taken_as_each_library_keeps_them() -> None:
    start, end = (field(name, "date", WORDS) for name in ("start", "end"))
    dated = RulePack(
        id="d", title=WORDS, fields=(start.field, end.field),
        rules=(rule("P", Effect.PERMIT, (start >= date(2018, 1, 1)) & (start < end)),),
    )  # fmt: skip
    days = [date(2017, 12, 31), date(2018, 1, 1), date(2018, 1, 2)]
    ends = [date(2018, 1, 2)] * 3
    for make in (np.array, pd.Series, pl.Series, lambda one: np.array(one, dtype="datetime64[D]")):
        given = {"start": make(days), "end": make(ends)}
        assert list(dated.at(ON).columns(given).admitted) == [False, True, False]
    for column, told in (
        (pd.to_datetime(pd.Series(days)), "start should hold days and holds datetime64"),
        (np.array(days, dtype="datetime64[s]"), r"start should hold days and holds datetime64\[s\]"),
        (np.array([*days[:2], datetime(2018, 1, 1)], dtype=object), "start should hold days and holds object"),  # noqa: DTZ001 - no day, however it is written
        (np.array([1, 2, 3]), "start should hold days and holds int64"),
        (np.array([*days[:2], "NaT"], dtype="datetime64[D]"), "start lacks values"),
    ):
        with pytest.raises(InvalidValueError, match=told):
            dated.at(ON).columns({"start": column, "end": np.array(ends)})


def test_what_columns_do_not_hold_is_named() -> None:
    given = columns()
    del given["posts"]
    with pytest.raises(UnknownIdError, match="columns are missing: posts"):
        PACK.at(ON).columns(given)
    wanted = Parameter(id="least", unit=WORDS, values=(Dated(value=None, basis=Required(WORDS)),))
    open_ = attrs.evolve(PACK, parameters=(wanted,), rules=(rule("P", Effect.PERMIT, posts >= param("least")),))
    with pytest.raises(InvalidValueError, match="parameter least has no value on the day"):
        open_.at(ON).columns(columns())
    for condition in (
        flags == ("banned",),
        flags != ("banned",),
        Cmp("==", Lit(()), FieldRef("", "flags")),
        duty.is_in(flags),
    ):
        whole = attrs.evolve(PACK, rules=(rule("P", Effect.PERMIT, condition),))
        with pytest.raises(InvalidValueError, match="cannot run on columns; use batch"):
            whole.at(ON).columns(given)
    days = field("day", "date", WORDS)
    moved = RulePack(
        id="d", title=WORDS, fields=(days.field,), rules=(rule("P", Effect.PERMIT, days.plus_months(1) > ON),)
    )
    with pytest.raises(InvalidValueError, match="cannot run on columns"):
        moved.at(ON).columns({"day": np.array(["2018-01-01"], dtype="datetime64[D]")})
