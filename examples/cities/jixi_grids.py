"""Grids for two communities of Jixi: plans, a worker for each grid, and waivers where one building is too large."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

import pbgov
from cities.jixi_documents import DONGFENG, HUAYUAN, neighbourhood
from pbgov.grid import assign_workers
from pbgov.model import Jurisdiction, Recorded, Waiver
from pbgov.org import Holding, Person, Post, Tie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pbgov.grid import Neighbourhood, Partitioning

BOUNDS: Final = (200, 300)  # households of a grid
SEED: Final = 2018
# whose houses stand in for which community; the report names both communities, and no house of theirs
HOUSES: Final = {"neighbourhood.json": DONGFENG, "neighbourhood_ne.json": HUAYUAN}
REASON: Final = "单栋户数超过网格上限，按既定政策单独成格 / one building holds more than a grid may"
DATA: Final = Path(__file__).parents[1] / "data"


def read_houses() -> dict[str, Any]:
    """Read the houses of both neighbourhoods."""
    return {name: json.loads((DATA / name).read_text(encoding="utf-8")) for name in HOUSES}


def housed(place: Jurisdiction, houses: Mapping[str, Mapping[str, Any]]) -> Jurisdiction:
    """Put the houses of each community on record, as read, by file."""
    rows = [neighbourhood(houses[name], community) for name, community in HOUSES.items()]
    return pbgov.parse(pbgov.to_document(place) | {"neighbourhoods": rows})


def divide(
    homes: Neighbourhood, effort: Literal["first", "good", "best"], stop: Callable[[], bool] | None = None
) -> Partitioning:
    """Draw the grids of a neighbourhood; a building above the ceiling stands alone."""
    return pbgov.partition(homes, households=BOUNDS, oversize="alone", effort=effort, rng=SEED, stop=stop)


def plan(place: Jurisdiction) -> tuple[Jurisdiction, tuple[Partitioning, ...]]:
    """Draw the grids of both communities, each with a worker of its own."""
    place = housed(place, read_houses())
    results = tuple(divide(homes, "good") for homes in place.neighbourhoods.values())
    return staffed(place, results), results


def staffed(place: Jurisdiction, results: Sequence[Partitioning]) -> Jurisdiction:
    """Put grids, workers and waivers on record, and say that no grid is left off it."""
    place = place.having(*(row for result in results for row in _rows(result)))
    return attrs.evolve(place, recorded=(*place.recorded, Recorded(table="grids")))


def _rows(result: Partitioning) -> Iterator[Any]:
    community = result.neighbourhood.community
    posts = [f"worker-{community}-{number:02d}" for number in range(1, len(result.grids) + 1)]
    yield from result.grids
    for grid, post in assign_workers(result.plan, posts).worker_of.items():
        person = post.replace("worker", "person")
        yield Post(id=post, kind="grid_worker", unit=community, made_up=True)
        yield Person(id=person, category="grid_worker", made_up=True)
        yield Holding(id=f"holding-{post}", post=post, person=person, full_time=True, made_up=True)
        yield Tie(id=f"serves-{grid}", kind="serves", source=post, target=grid, made_up=True)
    yield from (Waiver(id=f"waiver-{grid}", code="LF302", subject=grid, reason=REASON) for grid in result.waived)
