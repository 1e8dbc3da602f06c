"""Strategies for the grid room: buildings, neighbourhoods, plans and barriers, valid by construction."""

from __future__ import annotations

from collections import defaultdict
from typing import Final, TypeAlias

from hypothesis import strategies as st

from pbgov.grid import Barrier, Building, Grid, GridPlan, Neighbourhood
from pbgov.testing._base import names
from pbgov.testing._org import spans

_Point: TypeAlias = tuple[int, int]
_Corners: TypeAlias = tuple[_Point, ...]

_COMPOUNDS: Final = ("K1", "K2", "K3")
_MOST_GRIDS: Final = 5
# Made once: what is made while an example is drawn costs far more.
_ENTRANCES: Final = st.sampled_from([(), ("E1",), ("E1", "E2"), ("2单元", "1单元")])
_FLOORS: Final = st.none() | st.integers(1, 40)
_COORDINATES: Final = st.integers(-1_000_000, 1_000_000)
_POINTS: Final = st.tuples(_COORDINATES, _COORDINATES)
_SIDES: Final = st.integers(1, 12_000)  # millimetres, half of a side
_LONG_SIDES: Final = st.integers(4, 60_000)  # so long that a hole has room
_NAMES: Final = names()
_SPANS: Final = spans()
_FUNCTIONS: Final = st.lists(st.sampled_from(("party", "safety", "service")), max_size=2, unique=True)
_OF_GRIDS: Final = st.tuples(_FUNCTIONS, _SPANS, st.booleans())


def _box(middle: _Point, half: _Point) -> _Corners:
    """Give a rectangle; ``half`` is half of its width and height."""
    (x, y), (wide, high) = middle, half
    return (x - wide, y - high), (x + wide, y - high), (x + wide, y + high), (x - wide, y + high)


def _bent(middle: _Point, half: _Point) -> _Corners:
    """Give an L: a rectangle without its quarter in the north-east."""
    (x, y), (first, second, (east, north), last) = middle, _box(middle, half)
    return first, second, (east, y), middle, (x, north), last


_SHAPES: Final = st.sampled_from((_box, _bent))
_MAYBE_SHAPES: Final = st.none() | _SHAPES


@st.composite
def buildings(
    draw: st.DrawFn,
    ids: st.SearchStrategy[str] | None = None,
    *,
    households: st.SearchStrategy[int] | None = None,
    compounds: st.SearchStrategy[str | None] | None = None,
) -> Building:
    """Buildings, from a vacant hut to a tower of 350 households.

    An outline, where there is one, is a rectangle or an L around the place of the building, which need not be on
    record beside it.

    Args:
        draw: Given by Hypothesis.
        ids: Identifiers; by default ``B0`` to ``B99``.
        households: Households (户) of a building; by default 0 to 350.
        compounds: Compounds, or ``None``; by default one of three, or none.
    """
    x, y = draw(_POINTS)
    known, shape = draw(st.booleans()), draw(_MAYBE_SHAPES)
    return Building(
        id=draw(st.integers(0, 99).map(lambda number: f"B{number}") if ids is None else ids),
        households=draw(st.integers(0, 350) if households is None else households),
        residents=draw(st.none() | st.integers(0, 1_000)),
        floors=draw(_FLOORS),
        compound=draw(st.sampled_from((None, *_COMPOUNDS)) if compounds is None else compounds),
        x=x if known else None,
        y=y if known else None,
        outline=() if shape is None else shape((x, y), (draw(_SIDES), draw(_SIDES))),
        entrances=draw(_ENTRANCES),
    )


@st.composite
def neighbourhoods(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Building] | None = None,
    *,
    min_size: int = 1,
    max_size: int = 12,
    connected: bool = False,
) -> Neighbourhood:
    """Neighbourhoods of ``min_size`` to ``max_size`` buildings.

    Each building is drawn together with the earlier buildings it stands beside, so that dropping one while
    shrinking leaves a smaller neighbourhood. Some have a name, days in force, or are made up.

    Args:
        draw: Given by Hypothesis.
        elements: Their buildings; those with an identifier drawn before are left out.
        min_size: Fewest buildings.
        max_size: Most buildings.
        connected: Whether all buildings must hang together.
    """
    drawn = draw(
        st.lists(
            st.tuples(
                buildings() if elements is None else elements,
                st.lists(st.integers(0, max(0, max_size - 1)), min_size=int(connected), max_size=3),
            ),
            min_size=min_size,
            max_size=max_size,
            unique_by=lambda pair: pair[0].id,
        )
    )
    ids = [building.id for building, _ in drawn]
    edges = [(ids[i], ids[back % i]) for i, (_, beside) in enumerate(drawn) if i for back in beside]
    start, end = draw(_SPANS)
    return Neighbourhood(
        id="N1",
        community="C1",
        name=draw(_NAMES),
        buildings=[building for building, _ in drawn],
        edges=edges,
        start=start,
        end=end,
        made_up=draw(st.booleans()),
    )


@st.composite
def grid_plans(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Building] | None = None,
    *,
    min_size: int = 1,
    max_size: int = 12,
) -> GridPlan:
    """Plans over ``min_size`` to ``max_size`` buildings, every one a true partition; grids need not hang together.

    Some grids say what they serve, have days in force, or are made up.

    Args:
        draw: Given by Hypothesis.
        elements: The buildings.
        min_size: Fewest buildings.
        max_size: Most buildings.
    """
    place = draw(neighbourhoods(elements, min_size=min_size, max_size=max_size))
    size = len(place.buildings)
    numbers = draw(st.lists(st.integers(0, _MOST_GRIDS), min_size=size, max_size=size))
    held: defaultdict[int, list[str]] = defaultdict(list)
    for building, number in zip(place.buildings, numbers, strict=True):
        held[number].append(building.id)
    grids: list[Grid] = []
    for number, members in held.items():
        functions, (start, end), made_up = draw(_OF_GRIDS)
        grids.append(
            Grid(
                id=f"G{number}",
                neighbourhood=place.id,
                members=members,
                functions=functions,
                start=start,
                end=end,
                made_up=made_up,
            )
        )
    return GridPlan(neighbourhood=place, grids=grids)


@st.composite
def barriers(
    draw: st.DrawFn, elements: st.SearchStrategy[tuple[int, int]] | None = None, *, area: bool | None = None
) -> Barrier:
    """Barriers: a wall with gates and footbridges, or the bed of a river with an island and a bridge.

    A line has two to five corners, and may cross itself; it may be passed at any of them. An area is a rectangle or an
    L, with a hole or none, and may be passed from end to end.

    Args:
        draw: Given by Hypothesis.
        elements: The corners of a line, or the middle of an area, in millimetres; by default within a kilometre.
        area: Whether it is an area; by default either.
    """
    points = _POINTS if elements is None else elements
    if not (draw(st.booleans()) if area is None else area):
        corners = tuple(draw(st.lists(points, min_size=2, max_size=5, unique=True)))
        gates = draw(st.lists(st.tuples(st.sampled_from(corners), st.integers(0, 9_000)), max_size=2))
        passed = [((x, y),) if not far else ((x - far, y - far), (x + far, y + far)) for (x, y), far in gates]
        return Barrier(corners=corners, crossings=passed, name=draw(_NAMES))
    x, y = middle = draw(points)
    wide, high = draw(_LONG_SIDES), draw(_LONG_SIDES)
    return Barrier(
        corners=draw(_SHAPES)(middle, (wide, high)),
        area=True,
        holes=[_box((x - wide // 2, y - high // 2), (wide // 4, high // 4))] if draw(st.booleans()) else (),
        crossings=[((x - wide - 1, y), (x + wide + 1, y))] if draw(st.booleans()) else (),
        name=draw(_NAMES),
    )
