"""Cases of Langfang's people: who reports where, what they do there, who is trained, red owners' committees."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from pbgov.base import Row
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Event, Jurisdiction
from pbgov.org import Body, Holding, Person, Post
from pbgov.packs import INSTITUTIONS, LANGFANG
from pbgov.packs._shared_people import PARTY_ORGANISATIONS
from pbgov.rules import Classification, Outcome, RulePack
from tests.catalogue.worlds import CHAIN, ON, Asked, Case, Judged, Ruled, place, supplied, tie, unit

OF: Final = {institution.code: institution for institution in INSTITUTIONS["langfang"]}
DAY: Final = date(2018, 3, 1)


def decided(item: str, code: str, accepting: dict[str, object], **changes: object) -> Ruled:
    """A request that Langfang admits, and the same but for some changes, which it does not."""
    [pack] = [one.value for one in OF.values() if isinstance(one.value, RulePack) and item in one.items]
    return Ruled(item, pack, accepting, accepting | changes, code, Outcome.NOT_ADMITTED)  # type: ignore[arg-type]


# Dual reporting

REPORTED: Final = (("organ", "block"), ("m1", "block"), ("m2", "block"))
WORKING_TIES: Final = "reports_to registered_with seated_in works_at"


def reporting(*reports: tuple[str, str], whole: str = WORKING_TIES) -> Jurisdiction:
    """A department seated in a community, its Party organisation of two members, and who of them reported where.

    The department contracts a grid elsewhere, and its members live elsewhere again.
    """
    rows: list[Row] = [
        unit("far", "community", "street", "residents_committee"),
        unit("home", "community", "street", "residents_committee"),
        unit("bureau", None, "city", "department"),
        Body(id="organ", kind="organ_party_organisation", host="bureau"),
        tie("seated_in", "bureau", "block"),
        Neighbourhood(id="n", community="far", buildings=[Building(id="b", households=250)]),
        Grid(id="g", neighbourhood="n", members=("b",)),
        tie("contracted_to", "bureau", "g"),
    ]
    for name in ("m1", "m2"):
        rows += [
            Person(id=name, category="full_member"),
            tie("registered_with", name, "organ"),
            tie("works_at", name, "bureau"),
            tie("resides_in", name, "home"),
        ]
    rows += [tie("reports_to", who, where) for who, where in reports]
    tables = f"units bodies:organ_party_organisation bodies:industry_party_organisation {_ties(whole)}"
    return place(*CHAIN, *rows, whole=tables)


def _ties(kinds: str) -> str:
    return " ".join(f"ties:{kind}" for kind in kinds.split())


OTHERWISE: Final = "reports_to registered_with works_at resides_in contracted_to"
GOALS: Final = ("organisation", "activity", "resource")


def together(*goals: str) -> Jurisdiction:
    """An organisation that reported, and what it did with the community in the year."""
    done = [
        Event(id=f"w{n}", kind="dual_report_work", subject="organ", date=date(2018, 2 + n, 1), agenda=(goal,))
        for n, goal in enumerate(goals)
    ]
    world = reporting(*REPORTED)
    return attrs.evolve(
        world, recorded=(*world.recorded, *place(*CHAIN, whole="events:dual_report_work").recorded)
    ).having(*done)


# Training, posts and pools


def taught(*topics: str) -> Jurisdiction:
    """A county that trains secretaries in these topics over the year, one a training."""
    rows = [
        Event(id=f"t{n}", kind="training_completed", subject="county", date=date(2018, 2 + n, 1), agenda=(topic,))
        for n, topic in enumerate(topics)
    ]
    return place(*CHAIN, *rows, whole="events:training_completed")


def worker(at: str) -> Jurisdiction:
    """A Party-affairs worker, whose post stands in a branch or in a unit."""
    rows: list[Row] = [
        Body(id="branch", kind="party_branch", host="block"),
        Post(id="w", kind="party_affairs_worker", unit=at),
        Person(id="p1", category="full_member"),
        Holding(id="h1", post="w", person="p1"),
    ]
    return place(*CHAIN, *rows, whole="posts holdings")


def instructor(*to: str) -> Jurisdiction:
    """An instructor sent to these units."""
    rows: list[Row] = [
        unit("service", None, None, "property_enterprise"),
        Post(id="i", kind="party_building_instructor", unit="street"),
    ]
    return place(*CHAIN, *rows, *(tie("instructs", "i", one) for one in to), whole="ties:instructs")


def pooled(kind: str) -> Jurisdiction:
    """A person of two pools who holds a post of a kind."""
    rows: list[Row] = [
        unit("door", None, "block", "entrance"),
        Person(id="p1", category="resident"),
        *(Body(id=pool, kind="person_pool", host="block") for pool in ("veteran_member", "volunteer")),
        *(tie("member", "p1", pool) for pool in ("veteran_member", "volunteer")),
        Post(id="post", kind=kind, unit="door"),
        Holding(id="h1", post="post", person="p1"),
    ]
    return place(*CHAIN, *rows, whole="posts holdings ties:member")


def trained_within(*included: str) -> Jurisdiction:
    """The city's system of training, and two Party-affairs workers, some of whom it takes in."""
    rows: list[Row] = [
        Body(id="system", kind="training_system", host="city"),
        *(Body(id=f"branch-{name}", kind="party_branch", host="block") for name in ("w1", "w2")),
        *(Post(id=name, kind="party_affairs_worker", unit=f"branch-{name}") for name in ("w1", "w2")),
        *(tie("member", name, "system") for name in included),
    ]
    return place(*CHAIN, *rows, whole="posts ties:member")


# Owners' committees


def red(party: int, *, organised: bool = False, concurrent: bool = False) -> Jurisdiction:
    """A red owners' committee of five, so many of them Party members."""
    rows: list[Row] = [
        unit("yard", None, "block", "compound"),
        Body(id="owners", kind="owners_committee", host="yard", functions=("red_owners_committee",)),
        Body(id="branch", kind="party_branch", host="block"),
        Body(id="party", kind="community_party_branch", host="block"),
        tie("leads", "party", "owners"),
        Post(id="seat", kind="deputy_secretary", unit="party"),
    ]
    for n in range(5):
        also = "seat" if concurrent and n == 0 else None
        rows += [
            Person(id=f"p{n}", category="full_member" if n < party else "resident"),
            Post(id=f"o{n}", kind="owners_committee_member", unit="owners"),
            Holding(id=f"h{n}", post=f"o{n}", person=f"p{n}", concurrent=also),
        ]
    rows += [tie("registered_with", f"p{n}", "branch") for n in range(party)]
    rows += [Body(id="own", kind="party_branch", host="owners")] if organised else []
    whole = " ".join(f"bodies:{kind}" for kind in PARTY_ORGANISATIONS)
    return place(*CHAIN, *rows, whole=f"{whole} posts holdings ties:registered_with ties:leads")


def classed(party: int) -> str | None:
    """The class of an owners' committee of five, with neither organisation nor dual post."""
    value = OF["red_owners_committee"].value
    assert isinstance(value, Classification)
    facts = {"seats_held": 5, "party_seats": party, "hosts_organisation": False, "dual_post": False}
    return value.classify(facts, figures=LANGFANG.at(ON).figure).category


FOUR: Final = ("faith", "dedication", "skill", "character")
OWNER: Final[dict[str, object]] = {"of_two_committees": True, "owner_there": True, "elected": True}

CASES: Final[tuple[Case, ...]] = (
    Judged("C-6.20", reporting(*REPORTED), reporting(*REPORTED[1:]), "LF6201", LANGFANG, subject="organ"),
    Judged("C-6.20", reporting(*REPORTED), reporting(*REPORTED[:2]), "LF6202", LANGFANG, subject="m2"),
    Judged("C-6.20", reporting(("organ", "street"), *REPORTED[1:]), reporting(("organ", "far"), *REPORTED[1:]),
           "LF624", LANGFANG),
    Judged("C-6.24", reporting(*REPORTED), reporting(*REPORTED[:2], ("m2", "home")), "LF624", LANGFANG),
    Judged(
        "C-6.24",
        reporting(("organ", "far"), ("m1", "home"), ("m2", "home"), whole=OTHERWISE),
        reporting(("organ", "far"), ("m1", "home"), ("m2", "block"), whole=OTHERWISE),
        "LF624",
        supplied(LANGFANG, "dual_report.policy", ("contracted", "residence")),
    ),
    decided("C-6.26", "LF626", {"post": "secretary", "route": "election"}, route="recruitment"),
    decided("C-6.26", "LF626", {"post": "community_worker", "route": "recruitment"}, post="secretary"),
    decided("C-6.28", "LF628", {"criteria": FOUR}, criteria=FOUR[:3]),
    Judged(
        "C-6.30",
        taught("theory", "party_affairs", "governance_ability"),
        taught("theory", "party_affairs"),
        "LF630",
        LANGFANG,
    ),
    Judged("C-6.32", worker("branch"), worker("block"), "LF632", LANGFANG),
    Judged("C-6.33", instructor("service"), instructor(), "LF633", LANGFANG),
    Judged("C-6.38", pooled("entrance_head"), pooled("volunteer"), "LF638", LANGFANG),
    decided("C-6.44", "LF644", OWNER, elected=False),
    decided("C-6.44", "LF644", OWNER, owner_there=False),
    Judged("C-6.45", red(3), red(1), "LF645", LANGFANG),
    Judged("C-6.45", red(1, organised=True), red(2), "LF645", LANGFANG),
    Judged("C-6.45", red(1, concurrent=True), red(2), "LF645", LANGFANG),
    Asked("C-6.45", lambda: classed(3), "red_owners_committee", lambda: classed(2), "owners_committee"),
    Judged("C-6.47", together(*GOALS), together(*GOALS[:2]), "LF647", LANGFANG),
    Judged("C-6.47", together(*GOALS), together(), "LF647", LANGFANG),
    Judged("C-6.48", trained_within("w1", "w2"), trained_within("w1"), "LF648", LANGFANG),
)  # fmt: skip
