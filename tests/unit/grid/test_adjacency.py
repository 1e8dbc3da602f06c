"""Who is next to whom: at the edges of limits, barriers, crossings and sight."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any

import attrs
import pytest

from pbgov.errors import InvalidValueError, MissingExtraError, UnknownIdError
from pbgov.grid import Barrier, Building, Neighbourhood, adjacency

AB = (("A", "B"),)


def box(name: str, x: int, y: int, width: int = 10, height: int = 10) -> Building:
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    return Building(id=name, households=1, outline=corners)


def dot(name: str, x: int, y: int) -> Building:
    return Building(id=name, households=1, x=x, y=y)


def line(*corners: tuple[int, int], crossings: Any = ()) -> Barrier:
    return Barrier(corners=corners, crossings=crossings)


def area(*corners: tuple[int, int], crossings: Any = ()) -> Barrier:
    return Barrier(corners=corners, area=True, crossings=crossings)


# Limits


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        (box("A", 0, 0), box("B", 15, 0), 5),  # walls that face each other
        (box("A", 0, 0), box("B", 13, 14), 5),  # corners: 3, 4, 5
        (box("A", 0, 0), box("B", 10, 0), 0),  # a wall in common
        (box("A", 0, 0), box("B", 10, 10), 0),  # a corner in common
        (box("A", 0, 0), box("B", 5, 5), 0),  # they overlap
        (box("A", 0, 0, 100, 100), box("B", 40, 40), 0),  # one inside the other
        (box("A", 0, 0), box("B", 0, 0), 0),  # one and the same
        (box("A", 0, 0), box("B", 3_000_010, 4_000_010), 5_000_000),
    ],
)
def test_a_gap_at_the_limit_is_within_it(one: Building, other: Building, gap: int) -> None:
    assert adjacency([one, other], within=gap) == AB
    assert adjacency([one, other], within=gap + 1) == AB
    if gap:
        assert adjacency([one, other], within=gap - 1) == ()


def test_a_limit_is_exact_where_floating_numbers_are_not() -> None:
    # From (0, 0) to the line through (1000001, -2000003) and (999998, 3000000), squared: a fraction just above n².
    slanted = Building(id="B", households=1, outline=[(1_000_001, -2_000_003), (999_998, 3_000_000), (2_000_000, 0)])
    across, along = 1_000_001 * 3_000_000 + 999_998 * 2_000_003, (3**2 + 5_000_003**2)
    nearest = 0
    while (nearest + 1) ** 2 * along <= across**2:
        nearest = nearest + 1 if nearest > 999_990 else 999_991
    corner = Building(id="A", households=1, outline=[(0, 0), (-5, 0), (0, -5)])
    assert nearest**2 * along < across**2
    assert adjacency([corner, slanted], within=nearest) == ()
    assert adjacency([corner, slanted], within=nearest + 1) == AB


@pytest.mark.parametrize(
    ("one", "other", "limits", "near"),
    [
        (dot("A", 0, 0), dot("B", 30, 40), {"points_within": 50, "within": 0}, True),
        (dot("A", 0, 0), dot("B", 30, 40), {"points_within": 49, "within": 900}, False),
        (dot("A", 0, 0), dot("B", 0, 0), {"points_within": 0, "within": 0}, True),
        (dot("A", 0, 0), box("B", 30, 0), {"points_within": 50, "within": 10}, True),  # half-way: 30
        (dot("A", 0, 0), box("B", 30, 0), {"points_within": 49, "within": 10}, False),  # rounded down: 29
        (dot("A", 0, 0), box("B", 30, 0), {"points_within": 10, "within": 50}, True),
        (dot("A", 5, 5), box("B", 0, 0), {"points_within": 0, "within": 0}, True),  # a point inside
        (box("A", 0, 0), box("B", 30, 0), {"points_within": 900, "within": 19}, False),
    ],
)
def test_points_have_a_limit_of_their_own(
    one: Building, other: Building, limits: dict[str, int], *, near: bool
) -> None:
    found = adjacency([one, other], within=limits["within"], points_within=limits["points_within"])
    assert found == (AB if near else ())


def test_where_there_is_an_outline_the_position_is_not_looked_at() -> None:
    far = Building(id="B", households=1, x=900_000, y=0, outline=box("B", 12, 0).outline)
    assert adjacency([box("A", 0, 0), far], within=2) == AB


def test_edges_are_such_as_a_neighbourhood_takes() -> None:
    row = [box(name, x, 0) for name, x in (("C", 0), ("A", 12), ("B", 24), ("D", 90))]
    edges = adjacency(reversed(row), within=2)
    assert edges == (("A", "B"), ("A", "C"))
    place = Neighbourhood(id="N", community="C", buildings=row, edges=edges)
    assert (place.edges, place.components()) == (edges, (("A", "B", "C"), ("D",)))


@pytest.mark.parametrize("options", [{}, {"in_sight": True}, {"connect": 9}, {"barriers": [line((0, 0), (9, 9))]}])
def test_nobody_has_no_neighbours(options: dict[str, Any]) -> None:
    assert adjacency([], **options) == ()
    assert adjacency([box("A", 0, 0)], **options) == ()
    assert adjacency([dot("A", 0, 0)], **options) == ()
    assert adjacency([Building(id="A", households=1)], unplaced="alone", **options) == ()


# Barriers: A and B stand 10 apart, A below x = 10, B from x = 20 on


@pytest.mark.parametrize(
    ("barrier", "free"),
    [
        (line((15, -50), (15, 50)), False),
        (line((15, -50), (15, 11)), False),
        (line((15, -50), (15, 5)), True),  # half-way in: beside it one passes
        (line((15, -50), (15, 0)), True),  # up to the corner line
        (line((15, -50), (15, 3), (16, 3), (16, 50)), False),  # a bend is no opening
        (line((10, 0), (15, 0)), True),  # built on at a corner
        (line((10, 0), (20, 0)), True),  # from corner to corner: they are on one side
        (line((10, 5), (20, 5)), True),  # from wall to wall: one passes on either side
        (line((10, -50), (10, 50)), False),  # along the wall of A: it stands before it
        (line((20, -50), (20, 50)), False),  # along the wall of B
        (line((0, -50), (0, 50)), True),  # along the other wall of A
        (line((0, 0), (50, 0)), True),  # along the fronts of both: they are on one side
        (line((-50, -5), (50, -5)), True),
        (line((12, 2), (18, 2), (18, 8), (12, 8)), True),  # something low in between, and room beside it
        (area((12, -50), (18, -50), (18, 50), (12, 50)), False),
        (area((10, -50), (20, -50), (20, 50), (10, 50)), False),  # from wall to wall
        (area((12, 2), (18, 2), (18, 8), (12, 8)), True),  # a pond, and room beside it
        (area((12, -1), (18, -1), (18, 11), (12, 11)), False),  # a pond as wide as the houses
        (area((-50, -50), (50, -50), (50, 0), (-50, 0)), True),  # a road along both fronts
        (area((-50, -50), (50, -50), (50, 3), (-50, 3)), True),  # fronts that stand in the road a little
        (area((-50, -50), (50, -50), (50, 50), (-50, 50)), False),  # both stand in the river
    ],
)
def test_a_barrier_stands_in_the_way_or_does_not(barrier: Barrier, *, free: bool) -> None:
    for pair in ([box("A", 0, 0), box("B", 20, 0)], [box("B", 0, 0), box("A", 20, 0)]):
        assert adjacency(pair, within=10) == AB
        assert adjacency(pair, within=10, barriers=[barrier]) == (AB if free else ())
        assert adjacency(pair, within=0, connect=10, barriers=[barrier]) == (AB if free else ())


@pytest.mark.parametrize("other", [box("B", 10, 0), box("B", 10, 10), box("B", 5, 5)])
def test_between_what_touches_nothing_can_stand(other: Building) -> None:
    walls = [line((10, -50), (10, 50)), area((-50, -50), (50, -50), (50, 50), (-50, 50))]
    assert adjacency([box("A", 0, 0), other], within=0, barriers=walls, in_sight=True) == AB


@pytest.mark.parametrize(("x", "free"), [(0, True), (15, False), (30, True), (31, True)])
def test_a_wall_before_points(x: int, *, free: bool) -> None:
    pair = [dot("A", 0, 0), dot("B", 30, 0)]
    assert adjacency(pair, points_within=30, barriers=[line((x, -5), (x, 5))]) == (AB if free else ())


def test_inside_a_hole_of_an_area_one_walks() -> None:
    block = ((-5, -5), (105, -5), (105, 105), (-5, 105))
    roads = Barrier(corners=[(-50, -50), (150, -50), (150, 150), (-50, 150)], area=True, holes=[block])
    houses = [box("A", 0, 0), box("B", 20, 0), box("C", 0, 160)]
    assert adjacency(houses, within=150) == (("A", "B"), ("A", "C"))
    assert adjacency(houses, within=150, barriers=[roads]) == AB
    assert adjacency(houses, within=150, barriers=[attrs.evolve(roads, holes=())]) == ()
    bridge = attrs.evolve(roads, crossings=[[(0, 104), (0, 151)]])
    assert adjacency(houses, within=104, barriers=[bridge]) == (("A", "B"), ("A", "C"))


# Crossings


@pytest.mark.parametrize(
    ("gate", "limit"),
    [
        ((15, 5), 10),  # between them
        ((15, 0), 10),
        ((15, -12), 26),  # 13 from either corner
        ((15, 22), 26),
    ],
)
def test_a_gate_opens_a_wall(gate: tuple[int, int], limit: int) -> None:
    pair = [box("A", 0, 0), box("B", 20, 0)]
    for wall in (line((15, -50), (15, 50), crossings=[gate]), line((15, 50), (15, -50), crossings=[[gate]])):
        assert adjacency(pair, within=limit, barriers=[wall]) == AB
        assert adjacency(pair, within=limit - 1, barriers=[wall]) == ()
        assert adjacency(pair, within=0, connect=limit, barriers=[wall]) == AB
        assert adjacency(pair, within=0, connect=limit - 1, barriers=[wall]) == ()
        assert adjacency(pair, within=limit, barriers=[wall, line((18, -50), (18, 50))]) == ()


def test_a_gate_need_not_lie_on_a_slanted_wall_to_the_millimetre() -> None:
    wall = line((13_000, -50_000), (17_003, 50_000), crossings=[(15_200, 5_000)])
    pair = [box("A", 0, 0, 10_000, 10_000), box("B", 20_000, 0, 10_000, 10_000)]
    assert adjacency(pair, within=10_001, barriers=[wall]) == AB


def test_a_house_built_on_to_a_wall_reaches_its_gate() -> None:
    wall = line((-50_000, 0), (90_000, 0), crossings=[(15_000, 0)])
    houses = [box("A", 0, 0, 10_000, 9_000), box("B", 20_000, -9_000, 10_000, 9_000)]
    assert adjacency(houses, within=10_000, barriers=[wall]) == AB


def test_a_bridge_leads_from_bank_to_bank_and_its_length_does_not_count() -> None:
    river = [(15, -500), (95, -500), (95, 500), (15, 500)]
    houses = [box("A", 0, 0), box("B", 100, 0), box("C", 0, 20), box("D", 100, 20)]
    bridge = [(14, 5), (96, 5)]
    assert adjacency(houses, within=10, barriers=[area(*river)]) == (("A", "C"), ("B", "D"))
    for way in (bridge, bridge[::-1], [bridge[0], (50, 9), bridge[1]]):
        edges = adjacency(houses, within=10, barriers=[area(*river, crossings=[way])])
        assert edges == (("A", "B"), ("A", "C"), ("B", "D"))
    longer = adjacency(houses, within=24, barriers=[area(*river, crossings=[bridge])])
    assert set(longer) - set(edges) == {("A", "D"), ("B", "C")}
    assert adjacency(houses, within=0, connect=10, barriers=[area(*river, crossings=[bridge])]) == edges


def test_a_bridge_joins_no_two_of_one_bank() -> None:
    houses = [box("A", 0, 0), box("B", 0, 30)]
    river = area((15, -500), (95, -500), (95, 500), (15, 500), crossings=[[(12, 20), (97, 20)]])
    assert adjacency(houses, within=26, connect=19, barriers=[river, line((-50, 20), (11, 20))]) == ()


def test_another_house_may_stand_before_a_bridge() -> None:
    river = area((50, -500), (60, -500), (60, 500), (50, 500), crossings=[[(49, 5), (61, 5)]])
    houses = [box("A", 0, 0), box("B", 70, 0), box("C", 20, -20, 10, 50)]
    assert ("A", "B") in adjacency(houses, within=48, barriers=[river])
    assert ("A", "B") not in adjacency(houses, within=48, barriers=[river], in_sight=True)


# In sight


@pytest.mark.parametrize(
    ("third", "seen"),
    [
        (box("C", 12, -5, 4, 20), False),
        (box("C", 12, 0, 4, 10), False),
        (box("C", 12, 1, 4, 4), True),  # beside it one sees the other
        (box("C", 12, 10, 4, 4), True),
        (box("C", 12, -5, 4, 5), True),
        (box("C", -50, -50, 200, 200), False),  # both stand in it
        (dot("C", 15, 5), True),  # of a point nothing is known that could stand in the way
    ],
)
def test_a_third_building_hides_what_is_behind(third: Building, *, seen: bool) -> None:
    houses = [box("A", 0, 0), box("B", 20, 0), third]
    assert ("A", "B") in adjacency(houses, within=10)
    assert (("A", "B") in adjacency(houses, within=10, in_sight=True)) is seen


def test_between_two_that_lean_on_each_other_there_is_no_way() -> None:
    houses = [box("A", 0, 0), box("B", 0, 30), box("C", -10, 12, 15, 16), box("D", 5, 12, 15, 16)]
    assert ("A", "B") in adjacency(houses, within=20)
    assert ("A", "B") not in adjacency(houses, within=20, in_sight=True)


# Joining what is apart


def test_the_shortest_gaps_make_one_graph() -> None:
    row = [box(name, x, 0) for name, x in (("A", 0), ("B", 12), ("C", 40), ("D", 52), ("E", 90))]
    assert adjacency(row, within=2) == (("A", "B"), ("C", "D"))
    assert adjacency(row, within=2, connect=17) == (("A", "B"), ("C", "D"))
    assert adjacency(row, within=2, connect=18) == (("A", "B"), ("B", "C"), ("C", "D"))
    assert adjacency(row, within=2, connect=28) == (("A", "B"), ("B", "C"), ("C", "D"), ("D", "E"))
    assert adjacency(row, within=2, connect=10**9)[-1] == ("D", "E")
    wall = line((80, -500), (80, 500))
    assert adjacency(row, within=2, connect=10**9, barriers=[wall]) == (("A", "B"), ("B", "C"), ("C", "D"))


def test_what_lies_far_off_is_joined_too() -> None:
    houses = [box("A", 0, 0), box("B", 500_000, 0), box("C", 0, 2_000_000)]
    assert adjacency(houses, connect=3_000_000) == (("A", "B"), ("A", "C"))


def test_a_barrier_makes_joining_go_round() -> None:
    houses = [box("A", 0, 0), box("B", 20, 0), box("C", 0, 40), box("D", 20, 40)]
    wall = line((15, -50), (15, 30))
    assert adjacency(houses, within=0, connect=30) == (("A", "B"), ("A", "C"), ("C", "D"))
    assert adjacency(houses, within=0, connect=30, barriers=[wall]) == (("A", "C"), ("B", "D"), ("C", "D"))


def test_some_are_joined_last_so_that_no_others_hang_by_them() -> None:
    row = [box(name, x, 0) for name, x in (("A", 0), ("T", 12), ("B", 24))]
    assert adjacency(row, within=0, connect=20) == (("A", "T"), ("B", "T"))
    assert adjacency(row, within=0, connect=20, last=["T"]) == (("A", "B"), ("A", "T"))
    assert adjacency(row, within=2, connect=20, last=["T"]) == (("A", "B"), ("A", "T"), ("B", "T"))
    assert adjacency(row, within=0, connect=20, last=["A", "B", "T"]) == (("A", "T"), ("B", "T"))


# Wrong calls


TWISTED = Building(id="B", households=1, outline=[(0, 0), (10, 10), (10, 0), (0, 10)])
GOOD = [box("A", 0, 0), box("B", 20, 0)]
NAN = float("nan")


@pytest.mark.parametrize(
    ("options", "english", "chinese"),
    [
        ({"within": -1}, "within is a whole number", "within应为"),
        ({"within": 1.0}, "within is a whole number", "within应为"),
        ({"within": NAN}, "not nan", "实为nan"),
        ({"within": True}, "not True", "实为True"),
        ({"within": None}, "not None", "实为None"),
        ({"within": 10**11}, "0 to 10000000000", "0至10000000000"),
        ({"points_within": -1}, "points_within is", "points_within应为"),
        ({"connect": -1}, "connect is", "connect应为"),
        ({"in_sight": 1}, "in_sight is True or False", "in_sight应为True或False"),
        ({"unplaced": "drop"}, "unplaced knows no 'drop'", "unplaced没有'drop'"),
        ({"barriers": [3]}, "3 is no barrier", "3不是阻隔"),
        ({"barriers": 3}, "3 is no barrier", "3不是阻隔"),
        ({"barriers": [[(0, 0), (1, 1)]]}, "is no barrier", "不是阻隔"),
        ({"barriers": [area((0, 0), (9, 9), (9, 0), (0, 9))]}, "edge of barrier 0 crosses", "阻隔0的边线"),
        (
            {"barriers": [GOOD and Barrier(corners=[(0, 0), (1, 1), (2, 2)], area=True, name="塘")]},
            "barrier 0 (塘)",
            "阻隔0 (塘)",
        ),
        (
            {"barriers": [line((0, 0), (9, 0), crossings=[(0, 2_000)])]},
            "crossing 0 of barrier 0 does not cross",
            "阻隔0的第0处通道不通",
        ),
        ({"barriers": [line((0, 0), (9, 0), crossings=[[(0, 1), (9, 1)]])]}, "crossing 0", "第0处"),
        ({"barriers": [area((0, 0), (9, 0), (9, 9), (0, 9), crossings=[[(-1, 1), (5, 5)]])]}, "crossing 0", "第0处"),
        (
            {
                "barriers": [
                    Barrier(corners=[(0, 0), (9, 0), (9, 9)], area=True, holes=[[(5, 1), (20, 1), (5, 3)]]),
                ]
            },
            "barrier 0 crosses",
            "阻隔0的边线",
        ),
        ({"buildings": 3}, "3 is no building", "3不是楼栋"),
        ({"buildings": ["A"]}, "'A' is no building", "'A'不是楼栋"),
        ({"buildings": [*GOOD, box("B", 0, 0)]}, "identifiers repeat: B", "标识重复：B"),
        ({"buildings": [*GOOD, Building(id="C", households=1)]}, "neither outline nor position: C", "也无位置：C"),
        ({"buildings": [TWISTED]}, "cross or touch themselves, or enclose nothing: B", "或不围成面：B"),
        (
            {"buildings": [Building(id="B", households=1, outline=[(0, 0), (1, 1), (2, 2)])]},
            "enclose nothing: B",
            "或不围成面：B",
        ),
        ({"buildings": [Building(id="B", households=1, outline=[(0, 0)] * 3)]}, "enclose nothing: B", "或不围成面：B"),
        ({"buildings": [dot("B", 10**11, 0)]}, "lie beyond 10,000 km: B", "超出1万公里：B"),
        ({"last": "A"}, "last should be identifiers", "last应为一组标识"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_named_in_both_languages(options: dict[str, Any], english: str, chinese: str) -> None:
    given: dict[str, Any] = {"buildings": GOOD} | options
    with pytest.raises(InvalidValueError) as caught:
        adjacency(given.pop("buildings"), **given)
    in_english, _, in_chinese = str(caught.value).partition(" / ")
    assert english in in_english
    assert chinese in in_chinese


def test_last_names_buildings_that_are_there() -> None:
    with pytest.raises(UnknownIdError, match=r"not given: X, Y; .* / last中有未给出的楼栋：X、Y") as caught:
        adjacency(GOOD, last=["Y", "A", "X"])
    assert caught.value.culprits == ("X", "Y")


def test_a_building_without_a_place_may_stay_alone() -> None:
    lost = Building(id="C", households=1)
    assert adjacency([*GOOD, lost], within=10, connect=90, last=["C"], unplaced="alone") == AB


@pytest.mark.parametrize(
    ("fields", "english", "chinese"),
    [
        ({"corners": [(0, 0)]}, "1 different points and takes 2", "只有1个不同的点"),
        ({"corners": [(0, 0), (0, 0)]}, "1 different points", "只有1个"),
        ({"corners": [(0, 0), (9, 9)], "area": True}, "2 different points and takes 3", "此处应有3个"),
        ({"corners": [(0, 0), (NAN, 1)]}, "(nan, 1) in the barrier “北河” is no pair", "“北河”中的(nan, 1)不是"),
        ({"corners": [(0, 0), (0.5, 1)]}, "no pair of whole", "整毫米数"),
        ({"corners": [(0, 0), (True, 1)]}, "no pair of whole", "整毫米数"),
        ({"corners": [(0, 0), (10**11, 1)]}, "no pair of whole", "整毫米数"),
        ({"corners": [(0, 0), 3]}, "3 in the barrier", "中的3不是"),
        ({"corners": "line"}, "'line' in the barrier", "中的'line'不是"),
        ({"corners": 3}, "3 in the barrier", "中的3不是"),
        ({"corners": [(0, 0, 0), (1, 1, 1)]}, "no pair of whole", "整毫米数"),
        ({"crossings": [[]]}, "crossing 0 of the barrier “北河” has too few", "“北河”的第0处通道"),
        ({"crossings": [(0, 0), [(0, 0), (0.5, 0)]]}, "(0.5, 0) in the barrier", "中的(0.5, 0)不是"),
        ({"crossings": 3}, "3 in the barrier", "中的3不是"),
        ({"crossings": "gate"}, "in the barrier", "不是一对"),
        ({"crossings": [3]}, "3 in the barrier", "中的3不是"),
        ({"corners": [(0, 0), (9, 0), (0, 9)], "area": True, "crossings": [(0, 0)]}, "crossing 0", "第0处"),
        ({"holes": [[(1, 1), (2, 1), (1, 2)]]}, "only an area has holes", "只有面才有内孔"),
        ({"corners": [(0, 0), (9, 0), (0, 9)], "area": True, "holes": [(1, 1)]}, "a hole of", "一处内孔"),
        ({"corners": [(0, 0), (9, 0), (0, 9)], "area": True, "holes": [3]}, "3 in the barrier", "中的3不是"),
        ({"area": 1}, "area is True or False", "area应为True或False"),
        ({"name": "x" * 201}, "name", "name"),
    ],
)
def test_a_barrier_is_checked(fields: dict[str, Any], english: str, chinese: str) -> None:
    given: dict[str, Any] = {"corners": [(0, 0), (9, 0)], "name": "北河"} | fields
    with pytest.raises(InvalidValueError) as caught:
        Barrier(**given)
    in_english, _, in_chinese = str(caught.value).partition(" / ")
    assert english in in_english
    assert chinese in in_chinese


def test_a_barrier_is_a_value() -> None:
    wall = Barrier(corners=[[0, 0], [9, 0]], crossings=[(3, 0), [(0, 0), (0, 9)]], name="墙")
    assert wall.crossings == (((3, 0),), ((0, 0), (0, 9)))
    again = pickle.loads(pickle.dumps(wall))  # noqa: S301 - our own bytes
    assert (again, hash(again)) == (wall, hash(wall))


WITHOUT = """
import sys
sys.modules["shapely"] = None
from pbgov.errors import MissingExtraError
from pbgov.grid import Building, adjacency
try:
    adjacency([Building(id="B", households=1, x=0, y=0)])
except MissingExtraError as error:
    print(isinstance(error, ImportError), error.culprits, error)
"""


def test_without_shapely_the_extra_is_named() -> None:
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", WITHOUT], capture_output=True, check=True)
    told = done.stdout.decode("utf-8")
    assert told.startswith("True ('shapely',) ")
    assert "install pbgov[geometry] / " in told
    assert "请安装pbgov[geometry]" in told


def test_another_package_that_is_missing_is_another_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pbgov.grid._geometry", raising=False)
    monkeypatch.setattr("pbgov.grid._geometry", None, raising=False)
    monkeypatch.setitem(sys.modules, "attrs", None)
    with pytest.raises(ModuleNotFoundError, match="attrs") as caught:
        adjacency(GOOD)
    assert not isinstance(caught.value, MissingExtraError)
