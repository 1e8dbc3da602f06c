"""The grid room as the benchmark calls it: the one place that knows how ``partition`` is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pbgov.grid import Building, Neighbourhood, Partitioning, partition, partition_all, revise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grid_asking import Effort
    from grid_verify import Facts, Grids

    from pbgov.grid import Grid, Objective

EFFORTS: Final[tuple[Effort, ...]] = ("first", "good", "best")


def plan(
    place: Neighbourhood,
    bounds: tuple[int, int],
    *,
    effort: Effort = "first",
    seed: int = 0,
    alone: bool = False,
    cut: bool = False,
) -> Partitioning:
    """Divide a neighbourhood.

    Args:
        place: The neighbourhood.
        bounds: Fewest and most households of a grid.
        effort: One of ``EFFORTS``.
        seed: A seed.
        alone: Whether a building above the ceiling may stand alone.
        cut: Whether the cut comes before the splits.
    """
    order: tuple[Objective, ...] = ("grids", "cut", "splits") if cut else ("grids", "splits", "cut")
    return partition(place, bounds, effort=effort, rng=seed, oversize="alone" if alone else "refuse", objectives=order)


def plan_city(places: Sequence[Neighbourhood], bounds: tuple[int, int]) -> list[Partitioning]:
    """Divide the neighbourhoods of a city, first plans, in this process."""
    done = partition_all(places, bounds, effort="first")
    return [outcome for outcome in done.values() if isinstance(outcome, Partitioning)]


def revision(before: Partitioning, place: Neighbourhood, effort: Effort) -> Partitioning:
    """Fit the plan of a neighbourhood to what became of it."""
    return revise(before.plan, place, effort=effort)


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
