from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import Row
from pbgov.errors import InvalidValueError
from pbgov.rules import DutyItem, DutyList, difference

SOUND: dict[type[Row], dict[str, Any]] = {
    DutyList: {"kind": "negative_list", "owner": "S", "version": "1"},
    DutyItem: {"list": "L", "category": "demolition", "function": "public_service"},
}


@pytest.mark.parametrize(("row", "column"), [(row, column) for row, columns in SOUND.items() for column in columns])
def test_columns_hold_identifiers(row: type[Row], column: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"{column} is no identifier: .* / {column}不是有效标识") as caught:
        row(id="A", **(SOUND[row] | {column: "a b"}))
    assert caught.value.culprits == (column, "a b")


def test_what_a_list_does_not_say() -> None:
    assert DutyList(id="L", kind="power_list", owner="S").version == "1"
    item = DutyItem(id="I", list="L", category="demolition")
    assert (item.function, item.name) == (None, "")
    with pytest.raises(InvalidValueError, match=r"name is no name"):
        DutyItem(id="I", list="L", category="demolition", name="\n")


ALL = {
    "matter": "visits", "role": "assisting", "level": "county", "post": "P", "department": "D", "object": "grade",
}  # fmt: skip


def cell(column: str, value: Any) -> dict[str, Any]:
    return {column: value}


@pytest.mark.parametrize("column", ALL)
def test_what_an_item_may_say_is_a_code_too(column: str) -> None:
    item = DutyItem(id="I", list="L", category="c")
    assert getattr(item, column) is None
    with pytest.raises(InvalidValueError, match=rf"{column} is no identifier"):
        attrs.evolve(item, **cell(column, "a b"))


@pytest.mark.parametrize("column", ["scope", "method", "name"])
def test_what_an_item_may_say_in_words(column: str) -> None:
    item = DutyItem(id="I", list="L", category="c")
    assert getattr(item, column) == ""
    with pytest.raises(InvalidValueError, match=rf"{column} is no name"):
        attrs.evolve(item, **cell(column, "\n"))


def test_an_item_is_told_by_its_matter_or_else_by_itself() -> None:
    item = DutyItem(id="I", list="L", category="c")
    assert item.code == "I"
    assert attrs.evolve(item, matter="visits").code == "visits"


def items(*codes: str, on: str = "L", **cells: Any) -> list[DutyItem]:
    return [DutyItem(id=f"{on}-{code}", list=on, category="c", matter=code, **cells) for code in codes]


class TestDifference:
    def test_added_removed_and_changed_in_the_order_of_codes(self) -> None:
        old = [*items("e", "a", "c"), *items("b", role="responsible")]
        new = [*items("d", "f", "a", on="N"), *items("b", on="N", role="assisting")]
        found = difference(old, new)
        assert [item.code for item in found.added] == ["d", "f"]
        assert [item.code for item in found.removed] == ["c", "e"]
        assert [(one.role, other.role) for one, other in found.changed] == [("responsible", "assisting")]
        assert found

    def test_any_of_the_three_is_a_difference(self) -> None:
        (one,), (other,) = items("a"), items("b")
        assert difference([], [one])
        assert difference([one], [])
        assert difference([one], [attrs.evolve(one, name="n")])
        assert difference([one], [one, other])
        assert not difference([one, other], [other, one])

    def test_where_and_since_when_an_item_stands_is_no_difference(self) -> None:
        day = date(2018, 1, 1)
        assert not difference(items("a"), items("a", on="N", start=day, end=date(2019, 1, 1), made_up=True))

    @pytest.mark.parametrize("cell", [*ALL.items(), ("scope", "s"), ("method", "m"), ("name", "n"), ("power", 2),
                                      ("function", "f"), ("category", "d")])  # fmt: skip
    def test_whatever_else_an_item_says_is_one(self, cell: tuple[str, Any]) -> None:
        old = DutyItem(id="I", list="L", category="c", matter="m")
        new = attrs.evolve(old, **dict([cell]))
        found = difference([old], [new])
        assert bool(found.changed) is (cell[0] != "matter")
        assert bool(found.added) is bool(found.removed) is (cell[0] == "matter")

    def test_a_version_that_names_a_matter_twice_cannot_be_compared(self) -> None:
        twice = [*items("a", "b"), *items("b", "a", on="N"), *items("c")]
        with pytest.raises(InvalidValueError, match=r"names a matter twice: a, b; .* / 同一份清单中事项代码重复：a, b"):
            difference([], twice)
        with pytest.raises(InvalidValueError):
            difference(twice, [])
