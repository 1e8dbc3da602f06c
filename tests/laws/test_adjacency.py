"""Laws of derived adjacency, with whole-number arithmetic over all pairs, shapely and networkx as oracles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise, product
from typing import Any, TypeAlias

import attrs
import networkx as nx
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from pbgov.grid import Barrier, Building, Neighbourhood, adjacency

Corners: TypeAlias = tuple[tuple[int, int], ...]

NUMBERS = st.integers(-40, 40)
SIZES = st.integers(1, 15)


@st.composite
def footprints(draw: st.DrawFn) -> Corners:
    """Boxes, right-angled or leaning, and triangles; they never cross themselves."""
    x, y, width, height, lean = draw(NUMBERS), draw(NUMBERS), draw(SIZES), draw(SIZES), draw(st.integers(-5, 5))
    corners = ((x, y), (x + width, y + lean), (x + width, y + lean + height), (x, y + height))
    return corners if draw(st.booleans()) else corners[:3]


POINTS = st.tuples(NUMBERS, NUMBERS).map(lambda point: (point,))
LIMITS = st.integers(0, 30)
OUTLINES = st.lists(footprints(), max_size=9, unique_by=frozenset)
PLACES = st.lists(footprints() | POINTS, max_size=9, unique_by=frozenset)
LINES = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=4, unique=True)
WALLS = st.lists(LINES.map(lambda corners: Barrier(corners=corners)), max_size=3)
AREAS = st.lists(footprints().map(lambda corners: Barrier(corners=corners, area=True)), max_size=2)
GATED = st.tuples(LINES, st.integers(0, 3)).map(
    lambda pair: Barrier(corners=pair[0], crossings=[pair[0][pair[1] % len(pair[0])]])
)
BARRIERS = st.tuples(WALLS, AREAS, st.lists(GATED, max_size=2)).map(lambda lists: [*lists[0], *lists[1], *lists[2]])
OPTIONS = st.fixed_dictionaries(
    {
        "within": LIMITS,
        "points_within": LIMITS,
        "in_sight": st.booleans(),
        "connect": st.none() | st.integers(0, 99),
        "barriers": BARRIERS,
    }
)


def town(places: Sequence[Corners], names: Sequence[str] = ()) -> list[Building]:
    """Buildings B0, B1 … or of these names, in their order."""
    made: list[Building] = []
    for n, corners in enumerate(places):
        (x, y), outline = corners[0], corners if len(corners) > 1 else ()
        where: dict[str, Any] = {} if outline else {"x": x, "y": y}
        made.append(Building(id=names[n] if names else f"B{n}", households=1, outline=outline, **where))
    return made


def sides(corners: Corners) -> list[Corners]:
    return list(pairwise((*corners, corners[0])))


def turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def crossed(one: Corners, other: Corners) -> bool:
    """Tell whether two sides cross; a touch is found by the distance of a corner."""
    (a, b), (c, d) = one, other
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def inside(point: tuple[int, int], corners: Corners) -> bool:
    """Tell whether a point lies inside, by the sides that a ray to the east meets."""
    x, y = point
    met = False
    for (a, b), (c, d) in sides(corners):
        if (b > y) != (d > y):
            met ^= (turn((a, b), (c, d), (x, y)) > 0) == (d > b)
    return met


def reaches(point: tuple[int, int], side: Corners, limit: int) -> bool:
    """Tell whether a point lies within a limit of a side, in whole numbers."""
    (a, b), (c, d) = side
    (x, y), (u, v) = point, (c - a, d - b)
    along, size = (x - a) * u + (y - b) * v, u * u + v * v
    if 0 < along < size:
        return ((x - a) * v - (y - b) * u) ** 2 <= limit * limit * size
    return min((x - a) ** 2 + (y - b) ** 2, (x - c) ** 2 + (y - d) ** 2) <= limit * limit


def near(one: Corners, other: Corners, limit: int) -> bool:
    """Tell whether two places come within a limit of each other: crossing, one in the other, or corner to side."""
    return (
        any(crossed(*pair) for pair in product(sides(one), sides(other)))
        or inside(one[0], other)
        or inside(other[0], one)
        or any(
            reaches(c, side, limit)
            for here, there in ((one, other), (other, one))
            for c in here
            for side in sides(there)
        )
    )


def components(buildings: Sequence[Building], edges: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    return Neighbourhood(id="N", community="C", buildings=buildings, edges=edges).components()


@given(places=PLACES, within=LIMITS, points=LIMITS)
def test_what_is_found_is_what_whole_numbers_say_of_all_pairs(places: list[Corners], within: int, points: int) -> None:
    limits = {0: within, 1: (within + points) // 2, 2: points}
    expected = [
        (f"B{i}", f"B{j}")
        for (i, one), (j, other) in combinations(enumerate(places), 2)
        if near(one, other, limits[(len(one) == 1) + (len(other) == 1)])
    ]
    assert list(adjacency(town(places), within=within, points_within=points)) == expected


@given(places=PLACES, options=OPTIONS, data=st.data())
def test_other_names_and_another_order_change_names_alone(
    places: list[Corners], options: dict[str, Any], data: st.DataObject
) -> None:
    names = data.draw(st.permutations([f"B{n}" for n in range(len(places))]))
    order = data.draw(st.permutations(range(len(places))))
    new = dict(zip([f"B{n}" for n in range(len(places))], names, strict=True))
    renamed = town(places, names)
    found = adjacency([renamed[n] for n in order], **options)
    expected = {tuple(sorted((new[a], new[b]))) for a, b in adjacency(town(places), **options)}
    assert set(found) == expected
    assert list(found) == sorted(found)


@given(places=PLACES, options=OPTIONS, turned=st.integers(0, 3), backwards=st.booleans())
def test_where_an_outline_begins_and_which_way_it_goes_make_no_difference(
    places: list[Corners], options: dict[str, Any], turned: int, *, backwards: bool
) -> None:
    other = [corners[turned % len(corners) :] + corners[: turned % len(corners)] for corners in places]
    other = [corners[::-1] for corners in other] if backwards else other
    assert adjacency(town(other), **options) == adjacency(town(places), **options)


@given(places=PLACES, options=OPTIONS, east=st.integers(-(10**9), 10**9), north=st.integers(-(10**9), 10**9))
def test_where_everything_lies_makes_no_difference(
    places: list[Corners], options: dict[str, Any], east: int, north: int
) -> None:
    def moved(corners: Corners) -> Corners:
        return tuple((x + east, y + north) for x, y in corners)

    barriers = [
        attrs.evolve(one, corners=moved(one.corners), crossings=[moved(way) for way in one.crossings])
        for one in options["barriers"]
    ]
    found = adjacency(town([moved(corners) for corners in places]), **options | {"barriers": barriers})
    assert found == adjacency(town(places), **options)


@given(places=PLACES, options=OPTIONS, wider=st.integers(0, 20), field=st.sampled_from(["within", "points_within"]))
def test_a_wider_limit_loses_nobody(places: list[Corners], options: dict[str, Any], wider: int, field: str) -> None:
    narrow = options | {"connect": None}
    wide = narrow | {field: narrow[field] + wider}
    assert set(adjacency(town(places), **narrow)) <= set(adjacency(town(places), **wide))


@given(places=PLACES, options=OPTIONS, more=st.tuples(WALLS, AREAS))
def test_a_barrier_takes_away_and_brings_nothing(
    places: list[Corners], options: dict[str, Any], more: tuple[list[Barrier], list[Barrier]]
) -> None:
    few = options | {"connect": None}
    many = few | {"barriers": [*few["barriers"], *more[0], *more[1]]}
    assert set(adjacency(town(places), **many)) <= set(adjacency(town(places), **few))


@given(places=PLACES, options=OPTIONS)
def test_sight_takes_away_and_joining_brings(places: list[Corners], options: dict[str, Any]) -> None:
    plain = options | {"connect": None, "in_sight": False}
    near_ = set(adjacency(town(places), **plain))
    assert set(adjacency(town(places), **plain | {"in_sight": True})) <= near_
    joined = set(adjacency(town(places), **plain | {"connect": 50}))
    assert near_ <= joined
    before, after = (len(components(town(places), sorted(edges))) for edges in (near_, joined))
    assert len(joined - near_) == before - after  # a forest, so each edge makes one of two


@given(places=OUTLINES, within=LIMITS, connect=st.integers(0, 99))
def test_what_joins_is_a_least_spanning_forest(places: list[Corners], within: int, connect: int) -> None:
    buildings = town(places)
    near_ = adjacency(buildings, within=within)
    joined = adjacency(buildings, within=within, connect=connect)
    assert components(buildings, joined) == components(buildings, adjacency(buildings, within=max(within, connect)))
    shapes = {building.id: shapely.Polygon(building.outline) for building in buildings}
    gaps: nx.Graph[str] = nx.Graph()
    for a, b in combinations(shapes, 2):
        gap = shapes[a].distance(shapes[b])
        if gap <= connect:
            gaps.add_edge(a, b, weight=0 if (a, b) in near_ else gap)
    gaps.add_edges_from(near_, weight=0)
    least = nx.minimum_spanning_tree(gaps).size("weight")
    assert sum(shapes[a].distance(shapes[b]) for a, b in set(joined) - set(near_)) == pytest.approx(least)


@given(west=OUTLINES, east=OUTLINES, within=LIMITS, data=st.data())
def test_a_wall_across_the_world_parts_those_on_either_side(
    west: list[Corners], east: list[Corners], within: int, data: st.DataObject
) -> None:
    # Each is pushed to its side of x = 0; some stand against the wall. In centimetres: what is thinner than a fifth of
    # a millimetre has no inside from which a way could start.
    left = [tuple((10 * (x - max(a for a, _ in c) - n), 10 * y) for x, y in c) for n, c in enumerate(west)]
    right = [tuple((10 * (x - min(a for a, _ in c) + n), 10 * y) for x, y in c) for n, c in enumerate(east)]
    within *= 10
    names = [f"B{n}" for n in range(len(left) + len(right))]
    side = {name: n < len(left) for n, name in enumerate(names)}
    buildings = town([*left, *right])
    wall: Any = data.draw(
        st.sampled_from(
            [Barrier(corners=[(0, -999), (0, 999)]), Barrier(corners=[(0, 999), (0, 3), (0, -999)])],
        )
    )
    edges = adjacency(buildings, within=within)
    touching = set(adjacency(buildings, within=0))
    parted = {edge for edge in edges if side[edge[0]] == side[edge[1]] or edge in touching}
    assert set(adjacency(buildings, within=within, barriers=[wall])) == parted
    gate = attrs.evolve(wall, crossings=[(0, 0)])
    for a, b in set(adjacency(buildings, within=within, barriers=[gate])) - parted:
        legs = [shapely.Polygon(buildings[names.index(name)].outline).distance(shapely.Point(0, 0)) for name in (a, b)]
        assert sum(legs) <= within + 0.001


@given(places=PLACES, data=st.data())
def test_the_position_of_an_outline_is_not_looked_at(places: list[Corners], data: st.DataObject) -> None:
    buildings = town(places)
    moved = [attrs.evolve(b, x=data.draw(NUMBERS), y=data.draw(NUMBERS)) if b.outline else b for b in buildings]
    assert adjacency(moved, within=9, points_within=9) == adjacency(buildings, within=9, points_within=9)
