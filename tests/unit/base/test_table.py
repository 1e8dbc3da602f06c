from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from datetime import date, datetime
from typing import Any

import attrs
import pytest

from pbgov.base import FrozenMap, Period, Row, Table, is_id, is_name, several
from pbgov.errors import InvalidValueError, UnknownIdError

DAY = date(2018, 7, 1)
A, B = Row(id="A", end=DAY), Row(id="B", start=DAY)


@attrs.frozen(kw_only=True)
class Pair(Row):
    """A row whose column holds several names."""

    names: tuple[str, ...] | None


def test_rows_stand_in_the_order_of_their_identifiers() -> None:
    table = Table([B, A])
    assert list(table) == ["A", "B"]
    assert table.rows() == (A, B)
    assert (len(table), table["A"], "B" in table, "C" in table) == (2, A, True, False)
    assert repr(table) == "<Table of 2 rows>"
    assert table == Table([A, B])
    assert hash(table) == hash(Table([A, B]))
    assert hash(table) == hash(table)


def test_a_table_is_no_dict() -> None:
    assert Table([A]) != {"A": A}
    assert Table() != Table([A])
    assert Table([A]).get("C") is None


def test_no_row_is_there_of_that_name() -> None:
    with pytest.raises(UnknownIdError, match=r"nothing has the identifier 'C'.* / 没有标识为'C'的记录") as caught:
        Table([A])["C"]
    assert caught.value.culprits == ("C",)


def test_identifiers_do_not_repeat() -> None:
    with pytest.raises(InvalidValueError, match=r"identifiers repeat: A, B;.* / 标识重复：A, B") as caught:
        Table([B, A, B, A, A])
    assert caught.value.culprits == ("A", "B")


def test_the_rows_of_a_day() -> None:
    table = Table([A, B])
    assert table.on(date(2018, 6, 30)) == (A,)
    assert table.on(DAY) == (B,)


def test_a_change_gives_a_new_table() -> None:
    table, later = Table([A]), Row(id="A", start=DAY)
    assert table.having(later, B).rows() == (later, B)
    assert table.rows() == (A,)
    assert Table([A, B]).without("A") == Table([B])
    with pytest.raises(UnknownIdError):
        table.without("C")


def test_a_hash_of_another_process_is_not_kept() -> None:
    code = (
        "import pickle, sys; from pbgov.base import Row, Table\n"
        "t = Table([Row(id='A'), Row(id='B')]); hash(t); sys.stdout.buffer.write(pickle.dumps(t))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": "5"}, capture_output=True, check=True
    )
    table = pickle.loads(told.stdout)  # noqa: S301 - our own bytes
    assert hash(table) == hash(Table([Row(id="A"), Row(id="B")]))


def test_a_table_copies() -> None:
    table = Table([A, B])
    assert copy.copy(table) == copy.deepcopy(table) == table


@pytest.mark.parametrize("value", ["A", "市" * 120, "230304-01", "a.b:c_d", "é", "!"])
def test_what_is_an_identifier(value: str) -> None:
    assert is_id(value)
    assert Row(id=value).id == value


@pytest.mark.parametrize(
    "value", ["", "市" * 121, "a b", "a/b", "a~b", "a\tb", "a\u3000b", "\u200b", "\ud800", 7, None]
)
def test_what_is_no_identifier(value: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"id is no identifier: .* / id不是有效标识") as caught:
        Row(id=value)
    assert caught.value.culprits == ("id", value)


@pytest.mark.parametrize(
    ("value", "sound"),
    [("", True), ("a b", True), ("市" * 200, True), ("市" * 201, False), ("a\nb", False), ("\ud800", False)],
)
def test_what_is_a_name(value: str, sound: bool) -> None:
    assert is_name(value) is sound


@pytest.mark.parametrize("day", ["2018-07-01", datetime(2018, 7, 1), 20180701])  # noqa: DTZ001 - no day at all
def test_a_day_is_a_date(day: Any) -> None:
    for side in ("start", "end"):
        with pytest.raises(InvalidValueError, match=r"should be a date.* / .*应为日期") as caught:
            Row(id="A", **{side: day})
        assert caught.value.culprits == (side, day)


def test_a_row_is_in_force_on_some_day() -> None:
    assert Row(id="A", start=DAY).period == Period(DAY)
    with pytest.raises(InvalidValueError, match=r"holds no day"):
        Row(id="A", start=DAY, end=DAY)


def test_what_a_cell_holds() -> None:
    assert several(None) == ()
    assert several("a") == ("a",)
    assert several(("a", "b")) == ("a", "b")


def test_a_frozen_map_is_a_value() -> None:
    held = FrozenMap({"B": 1, "A": 2})
    turned = FrozenMap({"A": 2, "B": 1})
    assert list(held) == ["B", "A"]
    assert held == turned == {"A": 2, "B": 1}
    assert hash(held) == hash(turned)
    assert FrozenMap() == {}
    assert (len(held), held["A"], held.get("C")) == (2, 2, None)
    assert repr(held) == "FrozenMap({'B': 1, 'A': 2})"
    assert held != FrozenMap({"B": 1})
    again = pickle.loads(pickle.dumps(held))  # noqa: S301 - our own bytes
    assert again == held
    assert list(again) == list(held)
    given = {"A": 1}
    kept = FrozenMap(given)
    given["A"] = 2
    assert kept["A"] == 1


def test_a_table_gives_the_rows_that_name_something() -> None:
    rows = [Pair(id=key, names=names) for key, names in (("b", ("x", "y", "x")), ("a", ("x",)), ("c", None))]
    table = Table(rows)
    assert [row.id for row in table.naming("names", "x")] == ["a", "b"]
    assert [row.id for row in table.naming("names", "y")] == ["b"]
    assert table.naming("names", "z") == ()


@pytest.mark.parametrize(("most", "found"), [(0, None), (1, None), (2, ["a", "b"]), (3, ["a", "b"])])
def test_a_table_gives_the_rows_that_name_something_where_these_are_few(most: int, found: list[str] | None) -> None:
    table = Table([Pair(id=key, names=("x",)) for key in "ab"] + [Pair(id="c", names=None)])
    few = table.few_naming("names", "x", most)
    assert found == (few if few is None else [row.id for row in few])
    assert table.edited({"a": None}).few_naming("names", "x", 2) == table.naming("names", "x")[1:]
    assert table.few_naming("names", "y", 0) == ()
