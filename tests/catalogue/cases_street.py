"""Cases of a subdistrict: its network, organs and joint meetings, its Party organisations, venues, signs and stars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import attrs

from pbgov.base import Exact, Period, Row
from pbgov.errors import InvalidValueError
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Document, Event, Fact, Jurisdiction
from pbgov.org import Body, Holding, Person, Post
from pbgov.packs import INSTITUTIONS, JIEFANGBEI, JIEFANGBEI_LEVELS
from pbgov.rules import DutyItem, DutyList, Grading, Outcome
from tests.catalogue.worlds import (
    A_CASE,
    ON,
    Asked,
    Case,
    Judged,
    Refused,
    Ruled,
    Wanting,
    declared,
    place,
    supplied,
    tie,
    unit,
)

ITSELF: Final = "500103003"
OF: Final[dict[str, Any]] = {one.code: one.value for one in INSTITUTIONS["jiefangbei"]}
STARS: Final[Grading] = OF["community_stars"]
PARTY_ORGANISATIONS: Final[Any] = JIEFANGBEI.at(ON).figure("party_organisations.kinds")
TEN: Final = tuple(f"v{i}" for i in range(10))
NO_FIRMS: Final = supplied(JIEFANGBEI, "registry.organisations", 0)


def street(*rows: Row, communities: Sequence[str] = TEN, whole: str = "") -> Jurisdiction:
    """The subdistrict of the report, by its division code, with communities and what else there is."""
    units = [
        unit(ITSELF, "township", None, "subdistrict"),
        *(unit(name, "community", ITSELF, "residents_committee") for name in communities),
    ]
    return place(*units, *rows, whole=whole, profile=JIEFANGBEI_LEVELS)


def bodies(kind: str, *hosts: str) -> list[Row]:
    """A body of a kind for each host, named after both."""
    return [Body(id=f"{kind}-{n}-{host}", kind=kind, host=host) for n, host in enumerate(hosts)]


def met(*hosts: str) -> Jurisdiction:
    """A subdistrict in which these units have joint meetings."""
    firm = unit("firm", None, "v0", "state_enterprise")
    return street(firm, *bodies("joint_meeting", *hosts), whole="units bodies:joint_meeting")


def gridded(*anchored: str) -> Jurisdiction:
    """A community of two grids, of which a branch stands on these."""
    home = Neighbourhood(
        id="n", community="v0", buildings=[Building(id="b1", households=90), Building(id="b2", households=90)]
    )
    cells = [Grid(id=f"g{n}", neighbourhood="n", members=(f"b{n}",)) for n in (1, 2)]
    rows: list[Row] = [home, *cells, Body(id="branch", kind="party_branch", host="v0")]
    rows += [tie("anchored_on", "branch", cell) for cell in anchored]
    return street(*rows, whole="units neighbourhoods grids ties:anchored_on")


def organised(*hosts: str, kind: str = "community_party_committee") -> Jurisdiction:
    """A subdistrict in which these communities have a Party organisation."""
    claims = " ".join(f"bodies:community_{form}" for form in ("party_committee", "general_branch", "party_branch"))
    return street(*bodies(kind, *hosts), whole=f"units {claims}")


def committees(n: int) -> Jurisdiction:
    """A subdistrict with so many working committees."""
    return street(*bodies("working_committee", *[ITSELF] * n), whole="bodies:working_committee")


def led_by(host: str) -> Jurisdiction:
    """A community's Party organisation, led by the working committee of a subdistrict."""
    rows = [unit("other", "township", None, "subdistrict"), *bodies("community_party_committee", "v0")]
    rows += [Body(id=f"wc-{name}", kind="working_committee", host=name) for name in (ITSELF, "other")]
    return street(*rows, tie("leads", f"wc-{host}", "community_party_committee-0-v0"), whole="ties:leads")


def seated(*spans: Period, posts: int = 1) -> Jurisdiction:
    """A community with so many posts of secretary, the first of them held over these spans."""
    rows: list[Row] = [Post(id=f"s{n}", kind="secretary", unit="v0") for n in range(posts)]
    for n, span in enumerate(spans):
        rows += [
            Person(id=f"p{n}", category="full_member"),
            Holding(id=f"h{n}", post="s0", person=f"p{n}", start=span.start, end=span.end),
        ]
    return street(*rows, communities=("v0",), whole="posts holdings")


ALWAYS: Final = Period(None, None)


def changing(last: date, first: date) -> Jurisdiction:
    """A post held until a day, and again from another."""
    return seated(Period(None, last), Period(first, None))


def organisations(n: int) -> Jurisdiction:
    """So many Party organisations, a working committee and the communities' own among them."""
    rows = [*bodies("working_committee", ITSELF), *bodies("community_party_committee", *TEN)]
    rows += bodies("party_branch", *(TEN[i % 10] for i in range(n - 11)))
    claims = " ".join(f"bodies:{kind}" for kind in PARTY_ORGANISATIONS)
    return street(*rows, *bodies("joint_meeting", ITSELF, *TEN), whole=f"bodies {claims}")


def changes(established: int, removed: int, adjusted: int) -> Jurisdiction:
    """What became of Party organisations in the year; the first ones removed were dissolved, the others merged."""
    kinds = ["organisation_established"] * established + ["organisation_adjusted"] * adjusted
    kinds += ["organisation_dissolved"] * min(removed, 2) + ["organisation_merged"] * max(0, removed - 2)
    rows = [Event(id=f"e{n}", kind=kind, subject="v0", date=date(2018, 5, 1 + n)) for n, kind in enumerate(kinds)]
    claims = " ".join(f"events:organisation_{act}" for act in ("established", "adjusted", "dissolved", "merged"))
    return street(*rows, whole=claims)


# Venues


def having(kind: str, *functions: str) -> Jurisdiction:
    """A body of a kind that has these things; a venue also has its check-list."""
    body = Body(id="body", kind=kind, host="v0", functions=functions)
    paper = Document(id="list", kind="venue_checklist", parties=("body",))
    rows: list[Row] = [body, paper] if kind == "activity_venue" else [body]
    return street(*rows, communities=("v0",), whole="documents:venue_checklist")


def written(kind: str, *sections: str, party: str = ITSELF) -> Jurisdiction:
    """A document with these parts."""
    return street(Document(id="paper", kind=kind, parties=(party,), sections=sections), whole=f"documents:{kind}")


FIVE: Final = ("place", "equipment", "sign", "books_papers", "rules")
ROOM: Final = supplied(JIEFANGBEI, "activity_room.five_haves", FIVE)
REQUIRED: Final = supplied(JIEFANGBEI, "activity_venue.required_items", ("service_window", "direction_board"))


def served(*places: str) -> Jurisdiction:
    """A service with steps handled at these places."""
    rows: list[Row] = [Body(id=name, kind="party_masses_centre", host="v0") for name in ("centre", "office")]
    rows += [DutyList(id="services", kind="service_list", owner="v0")]
    rows += [DutyItem(id="certificate", list="services", category="public_service")]
    rows += [tie("handled_at", "certificate", name) for name in places]
    return street(*rows, communities=("v0", "v1"), whole="ties:handled_at")


SIGN_TYPES: Final = ("badge", "desk_plate", "direction_board", "service_window")


def signed(*specifications: str) -> Jurisdiction:
    """A community's signs, each of a type and of the specification of a year."""
    standard = tuple(f"{one}_2018" for one in SIGN_TYPES)
    rows: list[Row] = [Document(id="standard", kind="sign_standard", parties=(ITSELF,), sections=standard)]
    rows += [DutyList(id="signs", kind="sign_register", owner="v0")]
    rows += [
        DutyItem(id=f"sign-{one}", list="signs", category=one.rpartition("_")[0], matter=one) for one in specifications
    ]
    return street(*rows, whole="documents:sign_standard entries")


SIGNS: Final = tuple(f"{one}_2018" for one in SIGN_TYPES)


def centres(*hosts: str, guomao: int = 1, served_: int = 1) -> Jurisdiction:
    """Centres of communities, and centres of the new sectors with the organisations they serve."""
    rows = bodies("party_masses_centre", *hosts)
    rows += [unit("firm", None, "v0", "non_public_organisation")]
    for n in range(guomao):
        rows += [Body(id=f"guomao{n}", kind="new_sector_centre", host=ITSELF)]
        rows += [tie("serves", f"guomao{n}", "firm")] * served_
    whole = "bodies:party_masses_centre bodies:new_sector_centre ties:serves units"
    return street(*rows, whole=whole)


ONE_FIRM: Final = supplied(JIEFANGBEI, "registry.organisations", 1)


def rated(n: int) -> Jurisdiction:
    """A community of ``n`` stars."""
    return street(Fact(id="stars", about="v0", amount=Exact(n), unit="stars", basis=A_CASE), whole="facts:stars")


def listed(kind: str | None, *, checked: bool = True) -> Jurisdiction:
    """A check-list of a body of some kind, or of none; a venue with its check-list or without."""
    rows: list[Row] = [Body(id="body", kind=kind or "party_branch", host="v0")]
    if checked:
        rows += [Document(id="list", kind="venue_checklist", parties=("body",) if kind else ())]
    return street(*rows, whole="bodies:activity_venue documents:venue_checklist")


def stars(*low: int) -> Grading:
    """The stars of the city with other lower ends."""
    grades = [(name, attrs.evolve(band, low=start)) for (name, band), start in zip(STARS.grades, low, strict=True)]
    return Grading(grades=tuple(grades))


SECRETARY: Final[dict[str, Any]] = {"status": "full_member", "criteria": ("party_spirit", "prestige")}
FIRM: Final[dict[str, Any]] = {"full_members": 4, "own_branch": True, "joint_branch": False, "work_coverage": False}
REFUSED: Final = Outcome.NOT_ADMITTED

CASES: Final[tuple[Case, ...]] = (
    Judged("C-1.06", street(whole="units"), street(communities=TEN[:9], whole="units"), "JF106", NO_FIRMS),
    Judged("C-1.13", gridded("g1", "g2"), gridded("g1"), "JF1131", NO_FIRMS),
    Judged("C-1.13", organised(*TEN), organised(*TEN[:9]), "JF1132", NO_FIRMS),
    Judged("C-1.17", committees(1), committees(2), "JF1171", JIEFANGBEI),
    Judged("C-1.17", led_by(ITSELF), led_by("other"), "JF1172", JIEFANGBEI),
    Judged("C-1.35", seated(ALWAYS), seated(ALWAYS, posts=2), "JF1351", JIEFANGBEI),
    Judged("C-1.35", seated(ALWAYS), seated(ALWAYS, ALWAYS), "JF1352", JIEFANGBEI),
    Judged(
        "C-1.35",
        changing(date(2018, 6, 1), date(2018, 7, 1)),
        changing(date(2018, 6, 1), date(2018, 7, 2)),
        "JF1353",
        supplied(JIEFANGBEI, "secretary.vacant_days", 30),
    ),
    Judged("C-2.35", met(ITSELF, *TEN), met(ITSELF, *TEN[:9], TEN[0]), "JF2351", NO_FIRMS),
    Judged("C-2.35", met(ITSELF, *TEN), met(ITSELF, *TEN, "firm"), "JF2352", NO_FIRMS),
    *(
        Ruled("C-3.11", OF["grid_secretary"], SECRETARY, SECRETARY | changed, "JF311", REFUSED)
        for changed in (
            {"criteria": ("prestige",)},
            {"criteria": ("party_spirit",)},
            {"status": "resident"},
            {"status": "probationary_member"},
        )
    ),
    Judged("C-5.04", having("activity_room", *FIVE), having("activity_room", *FIVE[:4]), "JF5041", ROOM),
    Wanting("C-5.04", having("activity_room", *FIVE), "JF5041", declared(JIEFANGBEI, "activity_room.five_haves", FIVE),
            JIEFANGBEI),
    Judged("C-5.04", written("activity_room_standard", *FIVE), written("activity_room_standard", *FIVE, "party_flag"),
           "JF5042", JIEFANGBEI),
    Judged("C-5.09", served("centre", "centre"), served("centre", "office"), "JF509", JIEFANGBEI),
    Judged("C-5.11", signed(*SIGNS), signed(*SIGNS, "badge_2010"), "JF5111", JIEFANGBEI),
    Judged("C-5.11", signed(*SIGNS), signed(*SIGNS[1:]), "JF5112", JIEFANGBEI),
    Judged("C-5.12", having("activity_venue", "direction_board", "service_window"), having("activity_venue", "badge"),
           "JF512", REQUIRED),
    Wanting("C-5.12", having("activity_venue", "direction_board"), "JF512",
            declared(JIEFANGBEI, "activity_venue.required_items", ("direction_board",)), JIEFANGBEI),
    Judged("C-5.17", centres(*TEN), centres(*TEN, guomao=2), "JF5171", ONE_FIRM),
    Judged("C-5.17", centres(*TEN), centres(*TEN, served_=0), "JF5172", ONE_FIRM),
    Judged("C-5.17", centres(*TEN), centres(*TEN, TEN[0]), "JF5173", ONE_FIRM),
    Judged("C-5.18", rated(5), rated(6), "JF518", JIEFANGBEI),
    Judged("C-5.21", listed("activity_venue"), listed(None), "JF5211", JIEFANGBEI),
    Judged("C-5.21", listed("activity_venue"), listed("activity_venue", checked=False), "JF5212", JIEFANGBEI),
    Ruled("C-6.02", OF["branch"], {"full_members": 3}, {"full_members": 2}, "JF602", REFUSED),
    Refused("C-8.49", lambda: stars(0, 60, 70, 80, 90), lambda: stars(0, 60, 70, 80, 89), InvalidValueError),
    Asked("C-8.49", lambda: STARS.of(Exact(95)), ("five_stars",), lambda: STARS.of(Exact(89)), ("four_stars",)),
    *(
        Ruled("C-9.01", OF["all_established"], FIRM, FIRM | changed, "JF901", REFUSED)
        for changed in (
            {"full_members": 5, "own_branch": False},
            {"full_members": 2, "own_branch": False},
            {"full_members": 0, "own_branch": False},
        )
    ),
    Judged("C-9.03", organisations(176), organisations(175), "JF903", JIEFANGBEI),
    Judged("C-9.04", changes(1, 4, 2), changes(2, 4, 2), "JF904", JIEFANGBEI),
    Judged("C-9.04", changes(1, 4, 2), changes(0, 4, 2), "JF904", JIEFANGBEI),
    Judged("C-9.05", changes(1, 4, 2), changes(1, 4, 1), "JF9051", JIEFANGBEI),
    Judged("C-9.05", changes(1, 6, 1), changes(1, 7, 0), "JF9052",
           supplied(JIEFANGBEI, "party_organisations.changed", 7)),
)  # fmt: skip
