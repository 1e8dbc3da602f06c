"""Strategies for the grid room: buildings, neighbourhoods and plans, valid by construction."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from hypothesis import strategies as st

from pbgov.grid import Building, Grid, GridPlan, Neighbourhood

_COMPOUNDS: Final = ("K1", "K2", "K3")
_MOST_GRIDS: Final = 5
_ENTRANCES: Final = st.sampled_from([(), ("E1",), ("E1", "E2"), ("2单元", "1单元")])


@st.composite
def buildings(
    draw: st.DrawFn,
    ids: st.SearchStrategy[str] | None = None,
    *,
    households: st.SearchStrategy[int] | None = None,
    compounds: st.SearchStrategy[str | None] | None = None,
) -> Building:
    """Buildings, from a vacant hut to a tower of 350 households.

    Args:
        draw: Given by Hypothesis.
        ids: Identifiers; by default ``B0`` to ``B99``.
        households: Households (户) of a building; by default 0 to 350.
        compounds: Compounds, or ``None``; by default one of three, or none.
    """
    known = draw(st.booleans())
    return Building(
        id=draw(st.integers(0, 99).map(lambda number: f"B{number}") if ids is None else ids),
        households=draw(st.integers(0, 350) if households is None else households),
        residents=draw(st.none() | st.integers(0, 1_000)),
        compound=draw(st.sampled_from((None, *_COMPOUNDS)) if compounds is None else compounds),
        x=draw(st.integers(-1_000_000, 1_000_000)) if known else None,
        y=draw(st.integers(-1_000_000, 1_000_000)) if known else None,
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
    shrinking leaves a smaller neighbourhood.

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
    return Neighbourhood(id="N1", community="C1", buildings=[building for building, _ in drawn], edges=edges)


@st.composite
def grid_plans(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Building] | None = None,
    *,
    min_size: int = 1,
    max_size: int = 12,
) -> GridPlan:
    """Plans over ``min_size`` to ``max_size`` buildings, every one a true partition; grids need not hang together.

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
    grids = [Grid(id=f"G{number}", neighbourhood=place.id, members=members) for number, members in held.items()]
    return GridPlan(neighbourhood=place, grids=grids)
