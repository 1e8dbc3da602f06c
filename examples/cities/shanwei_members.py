"""The committees of the Urban District of Shanwei and who sits in them: 615 cadres of the two committees, and others.

The report counts the 615 and names nobody; how they are spread, and who sits in an enlarged committee, is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from cities.shanwei_documents import BINHAI, DISTRICT, SUBDISTRICTS, TOWNS, communities

Document: TypeAlias = dict[str, Any]

CADRES: Final = 615
_TEAM: Final = 3  # of a community's cadres so many are the team of its Party organisation
_MADE_UP: Final[Document] = {"made_up": True}


def bodies() -> Iterator[Document]:
    """Give the Party organisations, enlarged committees and committees of residents, and the three-party meeting."""
    for host in SUBDISTRICTS:
        yield {"id": f"working-{host}", "kind": "working_committee", "host": host, **_MADE_UP}
        yield {"id": f"enlarged-{host}", "kind": "enlarged_working_committee", "host": host, **_MADE_UP}
    for host in TOWNS:
        yield {"id": f"working-{host}", "kind": "party_committee", "host": host, **_MADE_UP}
    for host, above in communities().items():
        kind = "community_general_branch" if host == BINHAI else "community_party_committee"
        marked: Document = {} if host == BINHAI else _MADE_UP
        committee = "villagers_committee" if above in TOWNS else "residents_committee"
        yield {"id": f"party-{host}", "kind": kind, "host": host, **marked}
        yield {"id": f"enlarged-{host}", "kind": "enlarged_community_committee", "host": host, **_MADE_UP}
        yield {"id": f"committee-{host}", "kind": committee, "host": host, **_MADE_UP}
    yield {"id": "three-parties", "kind": "three_party_meeting", "host": DISTRICT, "name": "三级联席会议"}


def _seats() -> Iterator[tuple[str, str, str]]:
    """Give every seat, its kind and who holds it: the post's body, the kind, the person."""
    for host in SUBDISTRICTS:
        for n in range(5):
            yield f"working-{host}", "team_member", f"cadre-{host}-{n}"
        for n in range(3):
            yield f"enlarged-{host}", "part_time_member", f"part-time-{host}-{n}"
    hosts = list(communities())
    for number in range(CADRES):
        host, n = hosts[number % len(hosts)], number // len(hosts)
        body = f"party-{host}" if n < _TEAM else f"committee-{host}"
        yield body, "team_member", f"cadre-{host}-{n}"
    for host in hosts:
        yield f"enlarged-{host}", "part_time_member", f"part-time-{host}"


def posts() -> Iterator[Document]:
    """Give the seats."""
    for body, kind, person in _seats():
        yield {"id": f"seat-{person}", "kind": kind, "unit": body, **_MADE_UP}


def holdings() -> Iterator[Document]:
    """Give who holds which seat."""
    for _, _, person in _seats():
        yield {"id": f"held-{person}", "post": f"seat-{person}", "person": person, **_MADE_UP}


def people() -> Iterator[Document]:
    """Give the people, by opaque identifiers."""
    for _, _, person in _seats():
        yield {"id": person, "category": "full_member", **_MADE_UP}


def ties() -> Iterator[Document]:
    """Give who is a member of what, and which organisation leads which."""
    for body, _, person in _seats():
        kind, _, host = body.partition("-")
        if kind in {"working", "party", "enlarged"}:
            yield _tie("member", person, f"enlarged-{host}")
    for host, above in communities().items():
        yield _tie("leads", f"working-{above}", f"party-{host}")
        yield _tie("leads", f"party-{host}", f"committee-{host}")
        yield _tie("member", f"party-{host}", "three-parties")
    for host in SUBDISTRICTS:
        yield _tie("member", f"working-{host}", "three-parties")
    yield _tie("member", "organ-party", "three-parties")


def _tie(kind: str, source: str, target: str) -> Document:
    return {"id": f"{kind}-{source}-{target}", "kind": kind, "source": source, "target": target, **_MADE_UP}
