"""The grid room as the benchmark calls it: the one place that knows how ``partition`` is called."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Final, Protocol

from pbgov import grid
from pbgov.grid import Building, Neighbourhood, partition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grid_verify import Facts, Grids

    from pbgov.grid import Certificate, Grid

_TAKEN: Final = inspect.signature(partition).parameters
_LATER: Final = "oversize" in _TAKEN  # the room before it had objectives knew two efforts, by other names
EFFORTS: Final = ("first", "good", "best") if _LATER else ("first", "best")
_SPELLING: Final = {} if _LATER else {"first": "quick"}


class Found(Protocol):
    """What the benchmark reads off a result of the library."""

    @property
    def grids(self) -> Sequence[Grid]:
        """All grids found."""

    @property
    def bound(self) -> int:
        """Proven: no plan has fewer."""

    @property
    def certificate(self) -> Certificate | None:
        """Why there is no plan."""


def plan(
    place: Neighbourhood, bounds: tuple[int, int], *, effort: str = "first", seed: int = 0, alone: bool = False
) -> Found:
    """Divide a neighbourhood.

    Args:
        place: The neighbourhood.
        bounds: Fewest and most households of a grid.
        effort: One of ``EFFORTS``.
        seed: A seed.
        alone: Whether a building above the ceiling may stand alone.
    """
    options: dict[str, Any] = {"effort": _SPELLING.get(effort, effort), "rng": seed}
    if alone:
        options["oversize" if _LATER else "oversized"] = "alone"
    return partition(place, bounds, **options)


def plan_city(places: Sequence[Neighbourhood], bounds: tuple[int, int]) -> list[Found]:
    """Divide the neighbourhoods of a city, first plans, in this process."""
    many = getattr(grid, "partition_all", None)
    if many is None:
        return [plan(place, bounds) for place in places]
    done = many(places, bounds, effort="first")
    return list(done.values() if hasattr(done, "values") else done)


def revision(before: Found, place: Neighbourhood) -> Found | None:
    """Fit the plan of a neighbourhood to what became of it; ``None`` while the library cannot do that."""
    revise = getattr(grid, "revise", None)
    return None if revise is None else revise(before.plan, place)  # type: ignore[attr-defined]


def neighbourhood(facts: Facts) -> Neighbourhood:
    """Give facts as the library knows them; buildings keep their places in the lists."""
    ids = [f"B{number:07}" for number in range(len(facts.households))]
    return Neighbourhood(
        id=facts.name,
        community="c",
        buildings=[
            Building(
                id=ids[i],
                households=households,
                compound=facts.compounds[i],
                x=facts.points[i][0],
                y=facts.points[i][1],
            )
            for i, households in enumerate(facts.households)
        ],
        edges=[(ids[one], ids[other]) for one, other in facts.edges],
    )


def places(place: Neighbourhood, grids: Sequence[Grid]) -> Grids:
    """Give the buildings of grids by their places in the neighbourhood."""
    number = {building.id: i for i, building in enumerate(place.buildings)}
    return [[number[member] for member in each.members] for each in grids]
