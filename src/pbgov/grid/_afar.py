"""A map of many buildings: what can still be seen when each has but a few pixels, and no more.

Each grid is a thick line along the ways between its buildings, so that the paper shows as a border where two grids
meet. Whatever is done for each building or each way is left to the interpreter's own loops.
"""

from __future__ import annotations

from itertools import compress, filterfalse
from operator import add, eq
from typing import TYPE_CHECKING, Final, cast

import attrs

from pbgov.grid._colours import earlier, numbered
from pbgov.grid._shapes import Extent, Point, Sheet, extent_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid._plan import GridPlan

_UNITS: Final = 1_000  # on the longer side
_MOST: Final = 9_000  # ways that are drawn; of more, one to a building
_AXES: Final = 2  # numbers in a spot


@attrs.frozen
class Afar:
    """A plan from afar.

    Attributes:
        extent: The edges of what it was drawn for.
        sheet: What it is drawn on.
        spots: Where each building stands, as words of a path; empty where that is unknown.
        ways: The ways within grids, as words of a path; a building that none leads to is a dot.
        owners: The place of its grid for each of these.
        near: By grid, the earlier ones beside it.
        numbers: By grid, the number of its colour.
        unplaced: How many buildings have no position.
        touching: Nothing: what lies beside what is not looked at.
    """

    extent: Extent
    sheet: Sheet
    spots: list[str]
    ways: list[str]
    owners: list[int]
    near: list[list[int]]
    numbers: list[int]
    unplaced: int
    touching: tuple[list[int], ...] = ()

    def spot(self, building: int) -> Point | None:
        """Give the place of a building on the sheet, where it is known."""
        words = self.spots[building].split()
        return (int(words[0]), int(words[1])) if words else None


def afar(plan: GridPlan, extent: Extent | None = None) -> Afar | None:
    """Look at a plan from afar; ``None`` when no building of it has a position.

    Args:
        plan: The plan.
        extent: The edges of what is drawn, where that is more than the plan itself.
    """
    place = plan.neighbourhood
    placed = _placed(place.spots)
    if not placed:
        return None
    extent = extent or extent_of(placed)
    sheet = Sheet.over(extent, _UNITS)
    spots = _spread(sheet, placed, place.spots)
    owner = plan.grid_places
    starts, ends = place.edge_places
    one, other = list(map(owner.__getitem__, starts)), list(map(owner.__getitem__, ends))
    within = list(map(eq, one, other))
    here, there, held = list(compress(starts, within)), list(compress(ends, within)), list(compress(one, within))
    ways = list(map(add, map(spots.__getitem__, here), map(spots.__getitem__, there)))
    if len(ways) > _MOST:  # then each building is joined to the last of those before it alone
        kept = sorted(dict(zip(there, range(len(ways)), strict=True)).values())
        ways, held = [ways[n] for n in kept], [held[n] for n in kept]
    unplaced = spots.count("")
    if unplaced:
        drawn = [way.count(" ") == 2 * _AXES for way in ways]
        ways, held = list(compress(ways, drawn)), list(compress(held, drawn))
    lone = [n for n in filterfalse({*here, *there}.__contains__, range(len(spots))) if spots[n]]
    ways += [f"{spots[n]}h0" for n in lone]
    held += [owner[n] for n in lone]
    near = earlier(one, other, len(plan.grids))
    return Afar(extent, sheet, spots, ways, held, near, numbered(near), unplaced)


def _placed(places: Sequence[Point | None]) -> Sequence[Point]:
    """Give the places that are known."""
    return [place for place in places if place] if None in places else cast("Sequence[Point]", places)


def _spread(sheet: Sheet, placed: Sequence[Point], places: Sequence[Point | None]) -> list[str]:
    """Spread places over a sheet, those that are known and all of them in turn."""
    west, north, unit = sheet.west, sheet.north, sheet.unit
    words = [f" {n}" for n in range(max(sheet.width, sheet.height) + 1)]
    spots = [words[(x - west) // unit] + words[(north - y) // unit] for x, y in placed]
    if len(placed) < len(places):
        found = iter(spots)
        spots = [next(found) if place else "" for place in places]
    return spots
