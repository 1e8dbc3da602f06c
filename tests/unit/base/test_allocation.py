from __future__ import annotations

import pickle
import random
from typing import Any

import pytest

from pbgov.base import Crowding, allocate
from pbgov.errors import InfeasibleError, InvalidValueError


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


@pytest.mark.parametrize("weight", [True, 2.0, "3", None])
def test_a_weight_is_a_whole_number(weight: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"a should be a whole number of 0 or more") as caught:
        allocate({"a": weight}, ["A"])
    assert caught.value.culprits == ("a",)


@pytest.mark.parametrize("room", [-1, True, None])
def test_a_capacity_is_a_whole_number(room: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"the capacity of A should be .* / A的容量应为") as caught:
        allocate({"a": 1}, ["A", "B"], capacity={"A": room})
    assert caught.value.culprits == ("A",)


@pytest.mark.parametrize(
    ("conditions", "name", "strange"),
    [
        ({"capacity": {"C": 1}}, "capacity", ("C",)),
        ({"eligible": {"b": ["A"]}}, "eligible", ("b",)),
        ({"eligible": {"a": ["A", "D", "C"]}}, "eligible", ("C", "D")),
        ({"fixed": {"b": "A"}}, "fixed", ("b",)),
        ({"fixed": {"a": "C"}}, "fixed", ("C",)),
    ],
)
def test_conditions_name_what_is_there(conditions: dict[str, Any], name: str, strange: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError, match=rf"{name} names what is not there: .* / {name}中有") as caught:
        allocate({"a": 1}, ["A", "B"], **conditions)
    assert caught.value.culprits == strange


@pytest.mark.parametrize(
    ("given", "english", "chinese"),
    [
        *(({"places": value}, "places should be several names", "places应为一组名称") for value in ("AB", 5, None)),
        *(
            ({name: value}, f"{name} should map ", f"{name}应为由")
            for name in ("weights", "capacity", "eligible", "fixed")
            for value in (5, 0, "abc", [1, 2], [], (("a", "A"),), {"a"})
        ),
        ({"weights": None}, "weights should map names to weights", "weights应为由名称到权重的映射"),
        *(
            ({"eligible": {"a": value}}, "eligible should give a several names", "eligible给a的应为一组名称")
            for value in ("AB", "A", 5, None)
        ),
        ({"weights": {1: 1}}, "weights holds 1, which is no string", "weights中的1不是字符串"),
        ({"weights": {"a": 1, 1: 1}}, "weights holds 1, which is no string", "weights中的1不是字符串"),
        ({"places": ["A", 1]}, "places holds 1, which", "places中的1不是字符串"),
        ({"places": [["A"]]}, "places holds ['A'], which", "places中的['A']不是字符串"),
        ({"capacity": {None: 1}}, "capacity holds None, which", "capacity中的None不是字符串"),
        ({"eligible": {1: ["A"]}}, "eligible holds 1, which", "eligible中的1不是字符串"),
        ({"eligible": {"a": [1]}}, "eligible holds 1, which", "eligible中的1不是字符串"),
        ({"eligible": {"a": [["A"]]}}, "eligible holds ['A'], which", "eligible中的['A']不是字符串"),
        ({"fixed": {1: "A"}}, "fixed holds 1, which", "fixed中的1不是字符串"),
        ({"fixed": {"a": ["A"]}}, "fixed holds ['A'], which", "fixed中的['A']不是字符串"),
        ({"fixed": {"a": None}}, "fixed holds None, which", "fixed中的None不是字符串"),
    ],
)
def test_what_is_no_collection_of_names_is_refused(given: dict[str, Any], english: str, chinese: str) -> None:
    whole: dict[str, Any] = {"weights": {"a": 1}, "places": ["A", "B"]} | given
    with pytest.raises(InvalidValueError) as caught:
        allocate(**whole)
    en, _, zh = str(caught.value).partition(" / ")
    assert english in en
    assert chinese in zh


def test_each_condition_is_read_once() -> None:
    places: Any = (place for place in "AB")  # an iterator is no Collection, but callers without a type checker give one
    eligible: Any = {thing: (place for place in "AB") for thing in "abc"}
    found = allocate(dict.fromkeys("abc", 1), places, eligible=eligible, capacity={"A": 1})
    assert found.loads == {"A": 1, "B": 2}


def test_what_is_fixed_stays_and_counts() -> None:
    found = allocate({"mine": 5, "school": 3, "bank": 2}, ["A", "B"], fixed={"bank": "A", "school": "A"})
    assert found.place_of == {"bank": "A", "mine": "B", "school": "A"}
    assert (found.greatest, found.bound, found.gap) == (5, 5, 0)
    assert allocate({"a": 5, "b": 5, "c": 0}, ["A", "B"], fixed={"a": "A", "b": "A"}).bound == 10


def test_what_is_fixed_is_fixed_where_it_may_go() -> None:
    with pytest.raises(InvalidValueError, match=r"a is fixed at A, where it may not go.* / a已定在A") as caught:
        allocate({"a": 1}, ["A", "B"], eligible={"a": ["B"]}, fixed={"a": "A"})
    assert caught.value.culprits == ("a", "A")


def test_others_make_room_for_what_has_no_other_place() -> None:
    found = allocate(
        {"a": 9, "b": 5, "c": 1},
        ["A", "B", "C"],
        capacity=dict.fromkeys("ABC", 1),
        eligible={"b": ["A", "B"], "c": ["A"]},
    )
    assert found.place_of == {"a": "C", "b": "B", "c": "A"}


def test_an_exchange_betters_what_the_heaviest_first_left() -> None:
    found = allocate({"a": 7, "b": 6, "c": 5, "d": 4, "e": 4}, ["A", "B"])  # alone: 7 + 4 + 4 and 6 + 5
    assert sorted(found.loads.values()) == [13, 13]
    assert found.gap == 0


def test_the_heaviest_weight_and_pigeonholes_bound() -> None:
    assert allocate({"a": 9, "b": 1}, ["A", "B", "C"]).bound == 9
    assert allocate({"a": 4, "b": 4, "c": 4}, ["A", "B"]).gap == 0
    assert allocate({"a": 5, "b": 4, "c": 4}, ["A", "B"]).bound == 8


def test_things_that_can_go_to_few_places_bound() -> None:
    things = {f"t{i}": 3 + i % 2 for i in range(6)}
    found = allocate(things, list("ABCDEF"), eligible={thing: ["A", "B"] for thing in things})
    assert (found.greatest, found.bound) == (11, 11)  # 21 over two places


def test_too_many_for_too_few_places() -> None:
    things = {f"t{i}": 1 for i in range(9)}
    with pytest.raises(
        InfeasibleError,
        match=r"not all things find a place: 3 things \(t0, t1, t2\) may go to 2 places only \(A, B\), which hold 2.*"
        r" / 分不下：3个对象（t0, t1, t2）只能去2处（A, B），而那里只容得下2个",
    ) as caught:
        allocate(things, list("ABCD"), capacity={"A": 1, "B": 1}, eligible={"t0": ["A"], "t1": ["A", "B"], "t2": ["B"]})
    found = caught.value.certificate
    assert found == Crowding(things=("t0", "t1", "t2"), places=("A", "B"), room=2)
    assert pickle.loads(pickle.dumps(caught.value)).certificate == found  # noqa: S301 - our own bytes
    assert isinstance(found, Crowding)
    assert "3个对象" in found.explain("zh")


def test_a_thing_that_may_go_nowhere() -> None:
    with pytest.raises(InfeasibleError) as caught:
        allocate({"a": 1, "b": 1}, ["A"], eligible={"a": []})
    assert caught.value.certificate == Crowding(things=("a",), places=(), room=0)


def test_long_lists_are_cut_short() -> None:
    crowd = Crowding(things=tuple(f"t{i}" for i in range(6)), places=("A",), room=5)
    assert "6 things (t0, t1, t2, t3, t4, …)" in crowd.explain()


@pytest.mark.parametrize("loads", [(10, 11, 9), (28, 1, 1), (7, 0, 0), (0, 0, 0)])
def test_concentration_is_the_greatest_over_the_mean(loads: tuple[int, ...]) -> None:
    places = ["A", "B", "C"]
    things = {f"t{i}": load for i, load in enumerate(loads)}
    found = allocate(things, places, fixed={f"t{i}": place for i, place in enumerate(places)})
    expected = -(-1000 * max(loads) * 3 // sum(loads)) if sum(loads) else 0
    assert found.concentration == expected


def two_of(*pairs: str) -> dict[str, list[str]]:
    """Things that may go to two places each, in the order in which they are placed."""
    return {f"t{i:02}": list(pair) for i, pair in enumerate(pairs)}


def test_equal_things_move_along_a_path_to_a_place_with_two_fewer() -> None:
    choices = two_of("AE", "AB", "AB", "AB", "AB")  # one by one: A and B hold 3 and 2, and E nothing
    found = allocate(dict.fromkeys(choices, 7), list("ABE"), eligible=choices)
    assert found.place_of["t00"] == "E"
    assert found.loads == {"A": 14, "B": 14, "E": 7}


STAIRS = two_of("DE", "CD", "CD", "BC", "BC", "BC", "AB", "AB", "AB", "AB")  # 40, 30, 20, 10 and none


def test_where_no_exchange_helps_things_are_pushed_down_a_path() -> None:
    things = dict.fromkeys(STAIRS, 10) | {"z": 1}
    found = allocate(things, list("ABCDE"), eligible=STAIRS | {"z": ["E"]})
    assert (found.greatest, found.bound) == (30, 23)  # 90 over four places, once E has what it can take


def test_what_cannot_be_pushed_off_bounds() -> None:
    things = dict.fromkeys(STAIRS, 10) | {"z": 1} | {f"x{i}": w for i, w in enumerate((10, 10, 10, 10, 10, 10, 9, 8))}
    heavy = {thing: ["Y", "Z"] for thing in things if thing.startswith("x")}
    found = allocate(things, list("ABCDEFGHIJKLMYZ"), eligible=STAIRS | {"z": ["E"]} | heavy)
    assert (found.greatest, found.bound) == (39, 39)


def test_wherever_things_may_go_the_greatest_load_is_at_most_twice_the_bound() -> None:
    dice = random.Random(7)
    for _ in range(200):
        places = list("ABCDE")
        things = {f"t{i:02}": dice.choice((1, 2, 50)) for i in range(24)}
        eligible = {thing: dice.sample(places, dice.choice((1, 1, 2))) for thing in things}
        found = allocate(things, places, eligible=eligible)
        assert found.greatest <= 2 * found.bound
