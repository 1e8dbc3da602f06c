"""A community after something changed in it: a new building, or without those that are too large for any grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grid_layout import LEAST, MOST, between
from grid_verify import Facts

from pbgov.base import Generator

if TYPE_CHECKING:
    from grid_verify import Grids


def with_new_building(facts: Facts, seed: int) -> Facts:
    """Build a building of 20 to 120 households beside one that stands, and beside one of its neighbours."""
    gen = Generator(seed + (20 << 32))
    new, beside = len(facts.households), gen.below(len(facts.households))
    near = facts.links()[beside]
    return Facts(
        name=facts.name,
        households=[*facts.households, between(gen, LEAST, MOST)],
        compounds=[*facts.compounds, facts.compounds[beside]],
        points=[*facts.points, facts.points[beside]],
        edges=[*facts.edges, (beside, new), *((other, new) for other in near[:1])],
    )


def changed(old: Grids, new: Grids) -> int:
    """Count the buildings of old grids that are not in the grid that succeeds theirs, largest overlaps first."""
    overlaps = sorted(
        ((len(set(one) & set(other)), i, j) for i, one in enumerate(old) for j, other in enumerate(new)), reverse=True
    )
    heirs: set[int] = set()
    taken: set[int] = set()
    kept = 0
    for shared, i, j in overlaps:
        if i not in heirs and j not in taken:
            heirs.add(i)
            taken.add(j)
            kept += shared
    return sum(map(len, old)) - kept


def without_large(facts: Facts, ceiling: int) -> tuple[Facts, list[int]]:
    """Give a neighbourhood without its buildings above the ceiling, and the former places of those that stay."""
    places = [building for building, households in enumerate(facts.households) if households <= ceiling]
    now = {building: place for place, building in enumerate(places)}
    rest = Facts(
        name=facts.name,
        households=[facts.households[building] for building in places],
        compounds=[facts.compounds[building] for building in places],
        points=[facts.points[building] for building in places],
        edges=[(now[one], now[other]) for one, other in facts.edges if one in now and other in now],
    )
    return rest, places
