"""The five levels of Party organisations of Nanqiao: 84 branches on 84 compounds, their secretaries, hub households.

The report counts the branches. Every building has a group and a hub household here, so that each grid is reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cities.nanqiao_documents import (
    COMMUNITIES,
    COMPOUNDS,
    DISTRICT,
    GRIDS,
    MADE_UP,
    SUBDISTRICTS,
    THREE_LEVELS,
    YINHUA,
    Document,
    above,
    building,
    compound_of,
    home,
    tie,
)

ROUTES: Final = ("concurrent", "recommended", "dispatched")
POOL: Final = "pool-retired"


def route(compound: str) -> str:
    """Give the route by which the secretary of a compound's branch came; how many came by each is not reported."""
    return ROUTES[COMPOUNDS.index(compound) % len(ROUTES)]


def organisation(name: str) -> str:
    """Give the unit in which the secretary of the district, a subdistrict, a community or a compound sits."""
    kinds = {DISTRICT: DISTRICT} | {one: f"committee-{one}" for one in SUBDISTRICTS}
    return kinds.get(name) or (f"party-{name}" if name in COMMUNITIES else f"branch-{name}")


def units() -> Iterator[Document]:
    """Give the organisations of the chain, and the hub households at its end."""
    for n, name in enumerate(SUBDISTRICTS, 1):
        row = {"id": organisation(name), "kind": "working_committee", "level": "working_committee"}
        yield row | {"name": f"街道{n}党工委", **MADE_UP}
    for n, name in enumerate(COMMUNITIES, 1):
        kind, words = ("general_branch", "党总支") if n % 2 else ("party_committee", "党委")
        row = {"id": organisation(name), "kind": kind, "level": "community_party_organisation"}
        yield row | {"parent": organisation(above(name)), "name": f"社区{n}{words}", **MADE_UP}
    for n, name in enumerate(COMPOUNDS, 1):
        row = {"id": organisation(name), "kind": "compound_branch", "level": "compound_branch"}
        words = "银花西村" if name == YINHUA else f"小区{n}"
        yield row | {"parent": organisation(home(name)), "name": f"{words}党支部", **MADE_UP}
    for n, grid in enumerate(GRIDS, 1):
        branch = organisation(compound_of(grid))
        group = {"id": f"group-{grid}", "kind": "building_party_group", "level": "building_party_group"}
        yield group | {"parent": branch, "name": f"楼栋{n}党小组", **MADE_UP}
        hub = {"id": f"hub-{grid}", "kind": "hub_household", "level": "hub_household"}
        yield hub | {"parent": f"group-{grid}", "name": f"党员中心户{n}", **MADE_UP}


def bodies() -> Iterator[Document]:
    """Give the pool of retired cadres from which secretaries are sent."""
    yield {"id": POOL, "kind": "person_pool", "host": DISTRICT, "functions": ["retired_cadre"], "name": "退休老干部"}


def posts() -> Iterator[Document]:
    """Give every organisation its secretary, every group its leader, and some secretaries their work beside it."""
    for name in (*THREE_LEVELS, *COMPOUNDS):
        yield {"id": f"secretary-{name}", "kind": "secretary", "unit": organisation(name), **MADE_UP}
    for grid in GRIDS:
        yield {"id": f"leader-{grid}", "kind": "group_leader", "unit": f"group-{grid}", **MADE_UP}
    for name in COMPOUNDS:
        if route(name) == "concurrent":
            yield {"id": f"worker-{name}", "kind": "community_worker", "unit": home(name), **MADE_UP}


def holdings() -> Iterator[Document]:
    """Give who is secretary, and by which route the 84 of the compounds came."""
    for name in (*THREE_LEVELS, *COMPOUNDS):
        row: Document = {"id": f"in-{name}", "post": f"secretary-{name}", "person": f"lead-{name}", **MADE_UP}
        if name in COMPOUNDS:
            row["route"] = route(name)
            row |= {"concurrent": f"worker-{name}"} if route(name) == "concurrent" else {}
        yield row


def people() -> Iterator[Document]:
    """Give the secretaries, and a member in every hub household."""
    for name in (*THREE_LEVELS, *COMPOUNDS):
        yield {"id": f"lead-{name}", "category": "full_member", **MADE_UP}
    for grid in GRIDS:
        yield {"id": f"host-{grid}", "category": "full_member", **MADE_UP}


def ties() -> Iterator[Document]:
    """Give where organisations stand, whom they oversee and manage, and who is accountable."""
    for name in (*SUBDISTRICTS, *COMMUNITIES):
        yield tie("organ_of", organisation(name), name)
    for name in COMMUNITIES:
        yield tie("oversees", organisation(above(name)), organisation(name))
        yield tie("manages", organisation(name), f"lead-{name}")
    for n, name in enumerate((DISTRICT, *SUBDISTRICTS)):  # in which community they are members is not reported
        yield tie("manages", organisation(COMMUNITIES[n]), f"lead-{name}")
    for name in THREE_LEVELS:
        yield tie("accountable", f"secretary-{name}", name)
    for name in COMPOUNDS:
        yield tie("anchored_on", organisation(name), name)
        yield tie("manages", organisation(home(name)), f"lead-{name}")
        if route(name) == "dispatched":
            yield tie("in_pool", f"lead-{name}", POOL)
    for grid in GRIDS:
        yield tie("anchored_on", f"group-{grid}", building(grid))
        yield tie("lives_in", f"host-{grid}", f"hub-{grid}")
        yield tie("manages", organisation(home(compound_of(grid))), f"host-{grid}")
