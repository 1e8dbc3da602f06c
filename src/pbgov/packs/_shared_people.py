"""Party-affairs workers 党务工作者, and pools of persons 老党员、老干部、志愿者: norms that several reports name.

Each city has them under codes of its own, and says itself which pools it draws on.

Limitations:
    The reports name Party-affairs workers and do not say where they sit: any Party organisation counts.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Basis, Text
from pbgov.packs._columns import posts
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._organs import COMMUNITY_FORMS
from pbgov.rules import HERE, Norm, Parameter, Related, Relation, Values, each

PARTY_ORGANISATIONS: Final = (
    "association_party_organisation",
    *COMMUNITY_FORMS,
    "enterprise_party_organisation",
    "general_branch",
    "industry_party_organisation",
    "institution_party_organisation",
    "market_party_organisation",
    "organ_party_organisation",
    "party_branch",
    "party_committee",
    "tower_party_organisation",
    "working_committee",
)
"""The kinds of bodies that are Party organisations."""


def party_affairs_worker(code: str, basis: Basis) -> tuple[Parameter, Norm]:
    """Ask that the post of a Party-affairs worker stands in a Party organisation."""
    kinds = figure(
        "party_affairs_worker.organisations",
        PARTY_ORGANISATIONS,
        assumed("原文未写明在何处任职，任何党组织均可", "the text does not say where; any Party organisation counts"),
    )
    return kinds, norm(
        code,
        "C-6.32",
        Text(
            zh="党务工作者岗位设在一个党组织",
            en="the post of a Party-affairs worker stands in a Party organisation",
        ),
        basis,
        each(posts.kind == "party_affairs_worker"),
        Related(Values(HERE.along(posts.unit, "bodies"), "kind"), Relation.OVERLAPS, kinds.id),
    )


def pools_are_no_posts(code: str, pools: tuple[str, ...], basis: Basis) -> tuple[Parameter, Norm]:
    """Ask that a pool is where persons for posts come from, and is no post itself; a person may be in several."""
    kinds = figure("person_pool.kinds", pools, basis)
    return kinds, norm(
        code,
        "C-6.38",
        Text(
            zh="老党员、老干部、志愿者等是选人的来源，不是岗位",
            en="veterans, retired cadres and volunteers are pools to choose from, and no posts",
        ),
        basis,
        each(posts),
        Related(Values(HERE, "kind"), Relation.DISJOINT, kinds.id),
    )
