from __future__ import annotations

import pytest

from pbgov.base import allocate
from pbgov.errors import InvalidValueError


def test_the_heaviest_goes_first_to_the_least_loaded() -> None:
    found = allocate({"mine": 5, "school": 3, "bank": 2, "shop": 2}, ["A", "B"])
    assert found.place_of == {"mine": "A", "school": "B", "bank": "B", "shop": "A"}
    assert found.loads == {"A": 7, "B": 5}
    assert (found.greatest, found.bound) == (7, 6)


def test_ties_are_broken_by_identifier_whatever_the_order() -> None:
    assert allocate({"b": 1, "a": 1}, ["Q", "P"]).place_of == {"a": "P", "b": "Q"}


def test_a_place_named_twice_is_one_place() -> None:
    found = allocate({"a": 1, "b": 2}, ["P", "P"])
    assert found.loads == {"P": 3}
    assert found.bound == 3


def test_nothing_to_spread() -> None:
    assert allocate({}, []).greatest == allocate({}, []).bound == 0
    assert allocate({}, ["A"]).loads == {"A": 0}


def test_things_need_a_place() -> None:
    with pytest.raises(InvalidValueError, match=r"2 things and no place.* / 有2个对象却没有可去之处"):
        allocate({"a": 1, "b": 2}, ())


def test_no_weight_is_negative() -> None:
    with pytest.raises(
        InvalidValueError, match=r"b should be a whole number of 0 or more and is -2.* / b应为非负整数"
    ) as caught:
        allocate({"a": 1, "b": -2, "c": -1}, ["A"])
    assert caught.value.culprits == ("b", "c")
