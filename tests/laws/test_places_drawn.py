"""Laws of what the strategies of the grid room draw: every field that a user may fill, and every way out and back."""

from __future__ import annotations

import pickle
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Any

import attrs
import pytest
import shapely
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from pbgov import parse, to_document
from pbgov.base import HTML
from pbgov.boundary import neighbourhood_from_geojson, to_geojson
from pbgov.grid import (
    Barrier,
    Building,
    Grid,
    GridPlan,
    Neighbourhood,
    adjacency,
    compare_plans,
    from_networkx,
    to_networkx,
)
from pbgov.model import Jurisdiction
from pbgov.org import FOUR_LEVELS, Unit
from pbgov.testing import barriers, buildings, grid_plans, neighbourhoods

QUICK = settings(max_examples=500, database=None, deadline=None, phases=[Phase.generate])
GRIDS = grid_plans().flatmap(lambda plan: st.sampled_from(plan.grids.rows()))
DRAWN: dict[type, st.SearchStrategy[Any]] = {
    Barrier: barriers(), Building: buildings(), Grid: GRIDS, Neighbourhood: neighbourhoods()
}  # fmt: skip
OPTIONAL = [
    (kind, field)
    for kind in DRAWN
    for field in attrs.fields(kind)
    if field.default is not attrs.NOTHING and field.name not in {"buildings", "ended"}
]


def polygon(corners: Sequence[tuple[int, int]], holes: Sequence[Any] = ()) -> shapely.Polygon:
    return shapely.Polygon(corners, holes)


@pytest.mark.parametrize(("kind", "field"), OPTIONAL, ids=[f"{kind.__name__}.{field.name}" for kind, field in OPTIONAL])
def test_whatever_may_be_left_out_is_given_and_is_left_out(kind: type, field: attrs.Attribute[Any]) -> None:
    find(DRAWN[kind], lambda value: getattr(value, field.name) != field.default, settings=QUICK)
    find(DRAWN[kind], lambda value: getattr(value, field.name) == field.default, settings=QUICK)


@given(building=buildings())
def test_an_outline_is_a_sound_shape_around_the_place_of_the_building(building: Building) -> None:
    if building.outline:
        shape = polygon(building.outline)
        assert shape.is_valid
        assert shape.area > 0
        assert building.x is None or building.y is None or shape.covers(shapely.Point(building.x, building.y))


@given(place=neighbourhoods())
def test_a_neighbourhood_survives_networkx_and_pickling(place: Neighbourhood) -> None:
    assert from_networkx(to_networkx(place)) == place
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301 - our own bytes


@given(plan=grid_plans())
@settings(deadline=None)
def test_a_document_gives_back_a_plan(plan: GridPlan) -> None:
    community = Unit(id="C1", kind="residents_committee")
    place = Jurisdiction(id="P", profile=FOUR_LEVELS).having(community, plan.neighbourhood, *plan.grids.values())
    again = parse(to_document(place))
    assert again == place
    assert GridPlan(neighbourhood=again.neighbourhoods["N1"], grids=again.grids) == plan


@given(place=neighbourhoods())
@settings(deadline=None)
def test_geojson_gives_back_the_buildings_to_the_millimetre(place: Neighbourhood) -> None:
    again = neighbourhood_from_geojson(
        to_geojson(place, origin=(0, 0), crs="metric"),
        id=place.id,
        community=place.community,
        name=place.name,
        crs="metric",
        origin=(0, 0),
    )
    assert again.report.ok
    known = [attrs.evolve(b, x=None, y=None) if b.outline else b for b in place.buildings]
    assert [attrs.evolve(b, x=None, y=None) if b.outline else b for b in again.neighbourhood.buildings] == known


@given(plan=grid_plans(), data=st.data())
@settings(deadline=None, max_examples=50)
def test_a_plan_and_its_change_can_be_drawn(plan: GridPlan, data: st.DataObject) -> None:
    building = data.draw(st.sampled_from(plan.neighbourhood.building_ids))
    change = compare_plans(plan, plan.move(building, to=data.draw(st.sampled_from(sorted(plan.grids)))))
    for picture in (plan.to_svg(), change.to_svg()):
        assert ET.fromstring(picture).tag.endswith("svg")  # noqa: S314 - our own
    assert change._repr_mimebundle_()[HTML]


@given(barrier=barriers())
def test_a_barrier_is_a_sound_shape_and_its_crossings_pass_it(barrier: Barrier) -> None:
    whole = polygon(barrier.corners, barrier.holes) if barrier.area else shapely.LineString(barrier.corners)
    assert whole.is_valid
    for crossing in barrier.crossings:
        way = shapely.Point(crossing[0]) if len(crossing) == 1 else shapely.LineString(crossing)
        assert whole.intersects(way)
        assert not barrier.area or not any(whole.intersects(shapely.Point(end)) for end in crossing)
    assert pickle.loads(pickle.dumps(barrier)) == barrier  # noqa: S301 - our own bytes
    assert hash(attrs.evolve(barrier)) == hash(barrier)


@pytest.mark.parametrize("area", [True, False])
def test_a_barrier_is_of_the_kind_that_is_asked_for(area: bool) -> None:
    @given(barrier=barriers(area=area))
    def every(barrier: Barrier) -> None:
        assert barrier.area is area

    every()


@given(place=neighbourhoods(), across=st.lists(barriers(), max_size=3))
@settings(deadline=None)
def test_barriers_take_ways_away_and_crossings_add_some(place: Neighbourhood, across: list[Barrier]) -> None:
    def found(walls: Sequence[Barrier]) -> set[tuple[str, str]]:
        return set(adjacency(place.buildings, within=500_000, points_within=500_000, barriers=walls, unplaced="alone"))

    closed = found([attrs.evolve(wall, crossings=()) for wall in across])
    assert closed <= found(())
    assert closed <= found(across)
