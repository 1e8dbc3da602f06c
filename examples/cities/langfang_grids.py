"""Grids for a community of Langfang: houses that stand in for it, divided by the pack's own sizes and staffed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

import pbgov
from cities.langfang_documents import FUNCTIONS, MUNICIPAL_PILOT
from pbgov.grid import assign_workers
from pbgov.model import Jurisdiction
from pbgov.org import Body, Holding, Person, Post, Tie

if TYPE_CHECKING:
    from pbgov.base import Row
    from pbgov.grid import Partitioning

HOUSES: Final = Path(__file__).parents[1] / "data" / "neighbourhood.json"
HOME: Final = f"{MUNICIPAL_PILOT}-1-1"
BOUNDS: Final = (200, 300)  # households of a grid
SEED: Final = 2021


def plan(place: Jurisdiction) -> tuple[Jurisdiction, Sequence[Partitioning]]:
    """Divide the neighbourhood into grids of 200 to 300 households, each with a worker and a branch of its own.

    A building that holds more stands alone. Nobody has counted its residents, so whether its grid is of about 1,000
    persons is not known.
    """
    houses: dict[str, Any] = json.loads(HOUSES.read_text(encoding="utf-8"))
    home = {
        "id": houses["id"],
        "community": HOME,
        "name": houses["name"],
        "made_up": True,  # the houses are real, but they stand in another city
        "buildings": houses["buildings"],
        "edges": [*houses["edges"], *houses["crossings"]],
    }
    given: dict[str, Any] = dict(pbgov.to_document(place))
    place = pbgov.parse(given | {"neighbourhoods": given["neighbourhoods"] | {home["id"]: home}})
    result = pbgov.partition(
        place.neighbourhoods[houses["id"]], households=BOUNDS, oversize="alone", effort="good", rng=SEED
    )
    return place.having(*_staffed(result)), (result,)


def _staffed(result: Partitioning) -> Iterator[Row]:
    posts = [f"worker-{HOME}-{number:02d}" for number in range(1, len(result.grids) + 1)]
    worker_of = assign_workers(result.plan, posts).worker_of
    for drawn in result.grids:
        yield attrs.evolve(drawn, functions=FUNCTIONS, made_up=True)
    for grid, post in worker_of.items():
        yield Post(id=post, kind="grid_worker", unit=HOME, made_up=True)
        yield Person(id=f"person-{post}", category="grid_worker", made_up=True)
        yield Holding(id=f"holding-{post}", post=post, person=f"person-{post}", full_time=True, made_up=True)
        yield Tie(id=f"serves-{grid}", kind="serves", source=post, target=grid, made_up=True)
        yield Body(id=f"branch-{grid}", kind="party_branch", host=HOME, made_up=True)
        yield Tie(id=f"branch-on-{grid}", kind="anchored_on", source=f"branch-{grid}", target=grid, made_up=True)
