"""Jiefangbei's Party organisations and members: 176 organisations, 1,995 registered and 665 mobile members.

The report counts them and names none, so all are made up; persons are numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cities.city import Document
from cities.jiefangbei_documents import COMMUNITIES, ON_OTHERS, made

REGISTERED: Final = 1995
MOBILE: Final = 665
ORGANISATIONS: Final = 176
GRID_BRANCHES: Final = tuple(f"grid-branch-{name}" for name in COMMUNITIES)
_MORE: Final = ORGANISATIONS - 1 - len(COMMUNITIES) - len(GRID_BRANCHES) - len(ON_OTHERS)
BRANCHES: Final = (*GRID_BRANCHES, *(f"branch-{n:03d}" for n in range(1, _MORE + 1)))
NEW_BRANCH: Final = BRANCHES[-1]
GONE: Final = tuple(f"former-branch-{n}" for n in range(1, 5))
"""Branches dissolved or merged in the year: how the six of the report divide is made up, as four and two."""
EXPELLED: Final = "expelled"
WARNED: Final = "m0101"
WORKER: Final = "m0102"
EXTENDED: Final = "m0103"
REVOKED: Final = "revoked"
_CATEGORIES: Final = ("elderly_infirm_member", "non_public_member", "in_service_member", "no_post_member")
_HOMES: Final = (*BRANCHES, *(f"party-of-{unit}" for unit in ON_OTHERS))


def registered() -> Iterator[tuple[str, str, str]]:
    """Give each registered member with its organisation and its category."""
    for n in range(1, REGISTERED + 1):
        yield f"m{n:04d}", _HOMES[n % len(_HOMES)], _CATEGORIES[n // len(_HOMES) % len(_CATEGORIES)]


def mobile() -> Iterator[tuple[str, str]]:
    """Give each mobile member with the organisation it takes part in."""
    for n in range(1, MOBILE + 1):
        yield f"f{n:04d}", _HOMES[n % len(_HOMES)]


def people() -> Iterator[Document]:
    """Give the members, and two who are members no more."""
    for name, _, _ in registered():
        yield made({"id": name, "category": "probationary_member" if name == EXTENDED else "full_member"})
    for name, _ in mobile():
        yield made({"id": name, "category": "mobile_member"})
    for name in (EXPELLED, REVOKED):
        yield made({"id": name, "category": "former_member"})


def bodies() -> Iterator[Document]:
    """Give the branches, those gone in the year, the organisations of units, and the categories within branches."""
    for n, name in enumerate(BRANCHES):
        start = {"start": "2018-05-10"} if name == NEW_BRANCH else {}
        yield made({"id": name, "kind": "party_branch", "host": COMMUNITIES[n % len(COMMUNITIES)], **start})
    for n, name in enumerate(GONE):
        yield made({"id": name, "kind": "party_branch", "host": COMMUNITIES[n], "end": "2018-03-01"})
    for unit, kind in ON_OTHERS.items():
        yield made({"id": f"party-of-{unit}", "kind": kind, "host": unit})
    for name in GRID_BRANCHES:
        yield made({"id": f"cell-{name}", "kind": "party_grid", "host": name})
    for branch, category in sorted({(home, code) for _, home, code in _in_categories()}):
        row = {"id": f"{branch}-{category}", "kind": "member_category", "host": branch, "functions": [category]}
        yield made(row)


def holdings() -> Iterator[Document]:
    """Give the grid secretaries, who are lane heads and building heads too, and the community worker."""
    for n, name in enumerate(COMMUNITIES):
        person = f"m{_first(n):04d}"
        first = f"grid-secretary-{name}"
        yield made({"id": f"held-{first}", "post": first, "person": person})
        for post in (f"lane-head-{name}", f"building-head-{name}"):
            yield made({"id": f"held-{post}", "post": post, "person": person, "concurrent": first})
    yield made({"id": "held-worker", "post": "worker", "person": WORKER})


def ties() -> Iterator[Document]:
    """Give where each member belongs: its organisation, its category, and in a grid branch its Party grid."""
    for name, home, _ in registered():
        yield made({"id": f"of-{name}", "kind": "registered_with", "source": name, "target": home})
    for name, home in mobile():
        yield made({"id": f"of-{name}", "kind": "participates_in", "source": name, "target": home})
    for name, home, category in _in_categories():
        yield made({"id": f"in-{name}", "kind": "member", "source": name, "target": f"{home}-{category}"})
        if home in GRID_BRANCHES:
            yield made({"id": f"cell-{name}", "kind": "member", "source": name, "target": f"cell-{home}"})


def _in_categories() -> Iterator[tuple[str, str, str]]:
    """Give the members of branches, each with branch and category."""
    yield from (one for one in registered() if one[1] in BRANCHES)
    yield from ((name, home, "mobile_member") for name, home in mobile() if home in BRANCHES)


def _first(branch: int) -> int:
    """Give the number of the first registered member of a branch."""
    return branch or len(_HOMES)
