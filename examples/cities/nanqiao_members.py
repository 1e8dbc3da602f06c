"""Who works where in Nanqiao: 54 units contracted to 366 grids, members who report, and part-time members.

The report counts the units, the grids, more than 1,100 members and more than 180 part-time members; the least number
that satisfies each is made up here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cities.nanqiao_documents import (
    COMMUNITIES,
    DISTRICT,
    GRIDS,
    MADE_UP,
    SUBDISTRICTS,
    Document,
    compound_of,
    home,
    tie,
)

CONTRACTING: Final = 54
REPORTED: Final = 1101
PART_TIME: Final = 181
_INSTITUTIONS: Final = 30  # of the 54; the others are enterprises. The report divides neither these nor the next
_ORGANS: Final = 40
FIRMS: Final = tuple(f"unit-{n:02d}" for n in range(1, CONTRACTING + 1))
OTHERS: Final = tuple(f"unit-{n:03d}" for n in range(101, 101 + PART_TIME - _INSTITUTIONS))
SEATED: Final = (*FIRMS[:_INSTITUTIONS], *OTHERS)
"""The units whose head sits in an enlarged committee."""

MEMBERS: Final = tuple(f"member-{n:04d}" for n in range(1, REPORTED + 1))


def grids_of(firm: str) -> tuple[str, ...]:
    """Give the grids that a unit is contracted to: six or seven that lie together."""
    first, last = (len(GRIDS) * n // CONTRACTING for n in (FIRMS.index(firm), FIRMS.index(firm) + 1))
    return GRIDS[first:last]


def _kind(name: str) -> tuple[str, str]:
    """Give the kind of a unit, and that of its Party organisation."""
    if name in FIRMS:
        institution = FIRMS.index(name) < _INSTITUTIONS
        kind = "institution" if institution else "enterprise"
        return ("public_institution" if institution else "state_enterprise"), f"{kind}_party_organisation"
    organ = OTHERS.index(name) < _ORGANS
    return ("party_government_organ", "organ_party_organisation") if organ else (
        "partner_unit", "institution_party_organisation"
    )  # fmt: skip


def units() -> Iterator[Document]:
    """Give the units."""
    for name in (*FIRMS, *OTHERS):
        yield {"id": name, "kind": _kind(name)[0], "parent": DISTRICT, "name": name, **MADE_UP}


def bodies() -> Iterator[Document]:
    """Give their Party organisations."""
    for name in (*FIRMS, *OTHERS):
        yield {"id": f"party-{name}", "kind": _kind(name)[1], "host": name, **MADE_UP}


def posts() -> Iterator[Document]:
    """Give the heads of those organisations that are part-time members, and their seats."""
    hosts = (*SUBDISTRICTS, *COMMUNITIES)
    for n, name in enumerate(SEATED):
        yield {"id": f"head-{name}", "kind": "secretary", "unit": f"party-{name}", **MADE_UP}
        seat = {"id": f"seat-{name}", "kind": "part_time_member", "unit": f"enlarged-{hosts[n % len(hosts)]}"}
        yield seat | MADE_UP


def holdings() -> Iterator[Document]:
    """Give who holds a seat because of which post."""
    for name in SEATED:
        yield {"id": f"in-head-{name}", "post": f"head-{name}", "person": f"head-of-{name}", **MADE_UP}
        seat = {"id": f"in-seat-{name}", "post": f"seat-{name}", "person": f"head-of-{name}"}
        yield seat | {"concurrent": f"head-{name}", **MADE_UP}


def people() -> Iterator[Document]:
    """Give the heads, and the members who report."""
    for name in (*(f"head-of-{one}" for one in SEATED), *MEMBERS):
        yield {"id": name, "category": "in_service_member", **MADE_UP}


def ties() -> Iterator[Document]:
    """Give the contracts, and for every member who reports the unit, the community and a household of theirs."""
    for firm in FIRMS:
        yield tie("contracting_unit", firm, DISTRICT)
        for grid in grids_of(firm):
            yield tie("contracted_to", firm, grid)
    for n, member in enumerate(MEMBERS):
        firm = FIRMS[n % CONTRACTING]
        own = grids_of(firm)
        grid = own[n // CONTRACTING % len(own)]
        yield tie("works_at", member, firm)
        yield tie("reports_to", member, home(compound_of(grid)), route="contracted")
        yield tie("linked_to", member, f"household-{grid}")
