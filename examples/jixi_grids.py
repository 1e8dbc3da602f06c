"""Telling of the grids of two communities: why there are none at first, then plans with their proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from cities.jixi_grids import BOUNDS, SEED, divide, housed, staffed

import pbgov
from pbgov.base import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teller import Teller

    from pbgov.grid import Certificate, Neighbourhood, Partitioning, Proof
    from pbgov.model import Jurisdiction


def with_grids(
    place: Jurisdiction,
    houses: Mapping[str, Mapping[str, Any]],
    tell: Teller,
    *,
    effort: Literal["good", "best"] = "best",
) -> tuple[Jurisdiction, list[Partitioning]]:
    """Draw the grids of each community and give each grid a worker of its own; ``houses`` as read, by file."""
    place = housed(place, houses)
    results: list[Partitioning] = []
    for homes in place.neighbourhoods.values():
        tell.line(headed(homes, place.units[homes.community].name, tell))
        refused = pbgov.partition(homes, households=BOUNDS, rng=SEED)
        result = divide(homes, effort, tell.going_on)
        n = len(result.grids)
        told = [*why_refused(refused, tell), *planned(result, tell), *proven(result, tell)]
        told.append((tell.words("网格员", "workers"), tell.words(f"{n}名，一格一员", f"{n}, one a grid")))
        tell.table(told)
        results.append(result)
    return staffed(place, results), results


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
