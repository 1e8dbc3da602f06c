from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

from pbgov.errors import InvalidValueError, StructureError, UnknownIdError
from pbgov.grid import Building, Neighbourhood
from tests.unit.grid.worlds import path, world


@pytest.mark.parametrize("value", [-1, True, 2.0, "3", None])
def test_households_are_whole_and_not_negative(value: Any) -> None:
    with pytest.raises(
        InvalidValueError, match=r"B1\.households should .*whole number of 0 or more .* / B1\.households应为非负整数"
    ):
        Building(id="B1", households=value)


@pytest.mark.parametrize("field", ["residents", "floors"])
@pytest.mark.parametrize("value", [-1, True, 2.0])
def test_other_counts_too_but_may_be_unknown(field: str, value: Any) -> None:
    assert getattr(Building(id="B1", households=1), field) is None
    with pytest.raises(InvalidValueError, match=field):
        Building(id="B1", households=1, **{field: value})


@pytest.mark.parametrize("fields", [{"id": "B 1"}, {"id": ""}, {"compound": "a/b"}, {"compound": ""}])
def test_identifiers_are_checked(fields: dict[str, Any]) -> None:
    given: dict[str, Any] = {"id": "B1", "households": 1}
    with pytest.raises(InvalidValueError, match=r"is no identifier"):
        Building(**(given | fields))


@pytest.mark.parametrize("fields", [{"x": 1.5, "y": 2}, {"x": 1, "y": True}, {"outline": [(0, 0), (1, 0), (1, 1.5)]}])
def test_coordinates_are_whole_millimetres(fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError, match=r"building B1 should be whole millimetres .* / 楼栋B1的.*整毫米数"):
        Building(id="B1", households=1, **fields)


@pytest.mark.parametrize(
    "value", [2**53 + 1, -(2**53) - 1, 10**400, -(10**5000)], ids=["east", "west", "far", "beyond"]
)
def test_coordinates_lie_within_reach(value: int) -> None:
    told = r"building B1 lies more than 9,007,199,254,740,992 mm from the origin; .* / 楼栋B1的\w+离原点超过"
    fields: list[dict[str, Any]] = [
        {"x": value, "y": 0},
        {"x": 0, "y": value},
        {"outline": [(0, 0), (1, 0), (1, value)]},
    ]
    for given in fields:
        with pytest.raises(InvalidValueError, match=told) as caught:
            Building(id="B1", households=1, **given)
        assert caught.value.culprits == ("B1", value)


def test_the_farthest_coordinates_are_still_drawn_and_written() -> None:
    far = Building(id="B1", households=1, x=2**53, y=-(2**53))
    place = Neighbourhood(id="N1", community="C1", buildings=[far])
    assert place.__geo_interface__["features"][0]["geometry"]["coordinates"] == [2**53 / 1000, -(2**53) / 1000]


def test_a_corner_has_two_coordinates() -> None:
    with pytest.raises(InvalidValueError, match=r"outline of building B1"):
        Building(id="B1", households=1, outline=[(0, 0), (1, 0), (1, 1, 1)])


@pytest.mark.parametrize("fields", [{"x": 1}, {"y": 1}])
def test_half_a_position_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError, match=r"only one of x and y; give both or neither / .*之一"):
        Building(id="B1", households=1, **fields)


def test_an_outline_has_three_corners() -> None:
    with pytest.raises(InvalidValueError, match=r"has 2 points; give at least 3.* / .*2个点"):
        Building(id="B1", households=1, outline=[(0, 0), (1, 0)])
    assert Building(id="B1", households=1, outline=[[0, 0], [1, 0], [1, 1]]).outline == ((0, 0), (1, 0), (1, 1))


def test_entrances_are_put_in_order_and_may_be_unknown() -> None:
    assert Building(id="B1", households=1).entrances == ()
    assert Building(id="B1", households=1, entrances=["2单元", "1单元"]).entrances == ("1单元", "2单元")


@pytest.mark.parametrize(
    ("entrances", "told"),
    [
        ("12", r"entrances should be identifiers and is '12'; .* / entrances应为一组标识"),
        (2, r"entrances should be identifiers and is 2; .* / entrances应为一组标识"),
        (["1", "a b"], r"entrances is no identifier"),
        (["1", 2], r"entrances is no identifier"),
        (["1", "2", "1"], r"building B1 lists entrances twice: 1; .* / 楼栋B1的楼门标识重复：1"),
    ],
)
def test_entrances_are_identifiers_each_once(entrances: Any, told: str) -> None:
    with pytest.raises(InvalidValueError, match=told):
        Building(id="B1", households=1, entrances=entrances)


def test_a_neighbourhood_is_put_in_order() -> None:
    place = world([10, 20, 30], [(2, 0), (0, 2), (1, 0)])
    assert place.edges == (("B0", "B1"), ("B0", "B2"))
    assert (
        Neighbourhood(id="N1", community="C1", buildings=reversed(place.buildings), edges=[["B2", "B0"], ["B1", "B0"]])
        == place
    )
    assert place.edge_places == ([0, 0], [1, 2])
    assert place.households == 60
    assert place.neighbours("B0") == ("B1", "B2")
    assert place.building("B2").households == 30


def test_components_come_in_order() -> None:
    assert world([1, 1, 1, 1], [(0, 2)]).components() == (("B0", "B2"), ("B1",), ("B3",))
    assert world([]).components() == ()


def test_a_neighbourhood_is_a_value() -> None:
    place = path(10, 20)
    assert place.links == ((1,), (0,))
    again = pickle.loads(pickle.dumps(place))  # noqa: S301 - our own bytes
    assert (again, hash(again)) == (place, hash(place))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        place.name = "x"  # type: ignore[misc]


def test_strangers_are_refused() -> None:
    with pytest.raises(
        InvalidValueError, match=r"neighbourhood N1 hold 'B1'; give Building values only / .*请只放入Building"
    ):
        Neighbourhood(id="N1", community="C1", buildings=["B1"])  # type: ignore[list-item]


def test_a_building_occurs_once() -> None:
    twice = [Building(id="B1", households=1), Building(id="B1", households=2)]
    with pytest.raises(InvalidValueError, match=r"repeat in neighbourhood N1: B1; .* / .*重复：B1") as caught:
        Neighbourhood(id="N1", community="C1", buildings=twice)
    assert caught.value.culprits == ("B1",)


@pytest.mark.parametrize("edge", ["B0", ("B0",), ("B0", "B1", "B2"), ("B0", 1)])
def test_an_edge_is_a_pair(edge: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"pair of building identifiers.* / 边应为两个楼栋标识"):
        Neighbourhood(id="N1", community="C1", edges=[edge])


def test_no_building_stands_beside_itself() -> None:
    with pytest.raises(StructureError, match=r"B0 is adjacent to itself; drop that edge / 楼栋B0与自己相邻") as caught:
        world([1], [(0, 0)])
    assert caught.value.culprits == ("B0",)


def test_an_edge_that_dangles_is_named() -> None:
    with pytest.raises(UnknownIdError, match=r"do not exist: B1, B7; .* / .*不存在的楼栋：B1, B7") as caught:
        world([1], [(0, 7), (1, 0)])
    assert caught.value.culprits == ("B1", "B7")


@pytest.mark.parametrize("key", ["B9", ["B0"]])
def test_an_unknown_building_is_named(key: Any) -> None:
    with pytest.raises(UnknownIdError, match=r"N1 has no building .* / N1中没有楼栋"):
        world([1]).building(key)
