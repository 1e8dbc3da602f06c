"""Grids for two communities of Jixi: why there are none at first, then plans with their proofs, and their workers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs
import jixi_documents as documents

import pbgov
from pbgov.base import say
from pbgov.grid import assign_workers
from pbgov.model import Jurisdiction, Recorded, Waiver
from pbgov.org import Holding, Person, Post, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teller import Teller

    from pbgov.grid import Certificate, Neighbourhood, Partitioning, Proof

BOUNDS = (200, 300)  # households of a grid
SEED = 2018
# whose houses stand in for which community; the report names both communities, and no house of theirs
HOUSES = {"neighbourhood.json": documents.DONGFENG, "neighbourhood_ne.json": documents.HUAYUAN}
REASON = "单栋户数超过网格上限，按既定政策单独成格 / one building holds more than a grid may"


def with_grids(
    place: Jurisdiction,
    houses: Mapping[str, Mapping[str, Any]],
    tell: Teller,
    *,
    effort: Literal["good", "best"] = "best",
) -> tuple[Jurisdiction, list[Partitioning]]:
    """Draw the grids of each community and give each grid a worker of its own; ``houses`` as read, by file."""
    rows = [documents.neighbourhood(houses[name], community) for name, community in HOUSES.items()]
    place = pbgov.parse(pbgov.to_document(place) | {"neighbourhoods": rows})
    results: list[Partitioning] = []
    for homes in place.neighbourhoods.values():
        tell.line(headed(homes, place.units[homes.community].name, tell))
        refused = pbgov.partition(homes, households=BOUNDS, rng=SEED)
        result = pbgov.partition(
            homes, households=BOUNDS, oversize="alone", effort=effort, rng=SEED, stop=tell.going_on
        )
        workers, recorded = staffed(result)
        told = [*why_refused(refused, tell), *planned(result, tell), *proven(result, tell)]
        told.append((tell.words("网格员", "workers"), tell.words(f"{workers}名，一格一员", f"{workers}, one a grid")))
        tell.table(told)
        place = place.having(*recorded)
        results.append(result)
    whole = Recorded(table="grids")  # no grid is left off the record
    return attrs.evolve(place, recorded=(*place.recorded, whole)), results


def headed(homes: Neighbourhood, name: str, tell: Teller) -> str:
    """Say which community it is, and how large the neighbourhood that stands in for it."""
    buildings, households = len(homes.buildings), f"{homes.households:,}"
    return tell.words(
        zh=f"{name}，以{homes.name}的房屋代作：{buildings}栋楼、{households}户",
        en=f"{homes.community.title()} {name}, with the houses of {homes.name}: {buildings} buildings, "
        f"{households} households",
    )


def why_refused(refused: Partitioning, tell: Teller) -> list[tuple[str, str]]:
    """Say why there is no plan within the bounds alone, and that this can be checked."""
    why = refused.certificate
    if why is None:
        return []
    return [
        (
            tell.words("只设界限", "bounds alone"),
            tell.words(f"无方案。{why.explain('zh')}", f"refused. {why.explain('en')}"),
        ),
        (tell.words("其证书", "certificate"), checked(why, refused.neighbourhood, tell)),
    ]


def planned(result: Partitioning, tell: Teller) -> list[tuple[str, str]]:
    """Say by which policy there is a plan, and what it comes to."""
    alone, held = ", ".join(result.waived), result.plan.households().values()
    n, least, greatest = len(held), min(held), max(held)
    policy = tell.words(
        f"超过上限的楼单独成格并获豁免：{alone}",
        f"what is above the ceiling stands alone, with a waiver: {alone}",
    )
    size = tell.words(f"{n}个网格，每格{least}至{greatest}户", f"{n} grids of {least} to {greatest} households")
    return [(tell.words("既定政策", "policy"), policy), (tell.words("方案", "plan"), size)]


def proven(result: Partitioning, tell: Teller) -> list[tuple[str, str]]:
    """Say what is proven of the plan, goal by goal, and on what ground."""
    key = "proven.open" if result.gap else "proven.fewest"
    told = [(tell.words("能否更少", "fewest"), say(key, tell.lang, bound=result.bound, grids=len(result.grids)))]
    if result.proof is not None:
        told.append((tell.words("理由", "because"), result.proof.explain(tell.lang)))
        told.append((tell.words("其证明", "proof"), checked(result.proof, result.neighbourhood, tell)))
    for number, (goal, value) in enumerate(result.measures.items(), 1):
        bound = tell.words(f"已证明不低于{result.bounds[goal]}", f"proven: at least {result.bounds[goal]}")
        best = say("proven.best", tell.lang) if goal in result.proven else bound
        name = say(f"goal.{goal}", tell.lang)
        told.append(
            (
                tell.words(f"目标{number}", f"goal {number}"),
                tell.words(f"{name}：{value}（{best}）", f"{name}: {value} ({best})"),
            )
        )
    return told


def checked(reason: Certificate | Proof, homes: Neighbourhood, tell: Teller) -> str:
    """Go over a certificate or a proof again, as whoever doubts it can."""
    if reason.check(homes):
        return tell.words("另用办法核对，成立", "checked again by other means: it holds")
    return tell.words("另用办法核对，不成立！", "checked again by other means: IT DOES NOT HOLD")


def staffed(result: Partitioning) -> tuple[int, list[Any]]:
    """Give each grid a worker of its own, and each waived grid its waiver; as rows, after the number of workers."""
    community = result.neighbourhood.community
    posts = [f"worker-{community}-{number:02d}" for number in range(1, len(result.grids) + 1)]
    rows: list[Any] = [*result.grids]
    for grid, post in assign_workers(result.plan, posts).worker_of.items():
        person = post.replace("worker", "person")
        rows += [
            Post(id=post, kind="grid_worker", unit=community, made_up=True),
            Person(id=person, category="grid_worker", made_up=True),
            Holding(id=f"holding-{post}", post=post, person=person, full_time=True, made_up=True),
            Tie(id=f"serves-{grid}", kind="serves", source=post, target=grid, made_up=True),
        ]
    rows += [Waiver(id=f"waiver-{grid}", code="LF302", subject=grid, reason=REASON) for grid in result.waived]
    return len(posts), rows
