"""Cases of Jixi: joint building with mines, carriers of service, pilots and lines, and what it has beside norms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, cast

from pbgov import packs
from pbgov.base import Amount, Exact, MoreThan, Row
from pbgov.errors import IllegalEventError, InvalidValueError
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Document, Event, Fact, Jurisdiction
from pbgov.org import Body, Unit
from pbgov.packs import INSTITUTIONS, JIXI
from pbgov.rules import Classification, DutyList, Ledger, Leg, OpenUnit, Outcome, RulePack
from tests.catalogue.cases_ledger import moved
from tests.catalogue.cases_lifecycle import done, judged
from tests.catalogue.worlds import (
    A_CASE,
    CATEGORIES,
    CHAIN,
    MEETING,
    REGIONAL,
    Asked,
    Case,
    Judged,
    Refused,
    Ruled,
    departments,
    members,
    place,
    supplied,
    tie,
    unit,
)

_HAS: Final = {one.code: one.value for one in INSTITUTIONS["jixi"]}
NOMINATION: Final = cast("RulePack", _HAS["joint_nomination"])
CREDITS, MINE_POINTS = (cast("OpenUnit", _HAS[code]) for code in ("volunteer_credits", "joint_member_points"))
MINE: Final = unit("mine", None, None, "state_enterprise")
EIGHT: Final = (
    "joint_organisation", "joint_regional", "joint_safety", "joint_employment", "joint_livelihood", "joint_service",
    "joint_venue", "joint_evaluation",
)  # fmt: skip
FUNCTIONS: Final = {
    "eight_joints_programme": ("JX10171", "C-10.17", EIGHT),
    "social_management_platform": (
        "JX1022", "C-10.22", ("social_governance", "petition_stability", "public_security", "hazards"),
    ),
    "internet_plus_platform": ("JX1012", "C-10.12", ("with_residents", "with_social_workers", "with_merchants")),
    "dual_purchase_service": ("JX639", "C-6.39", ("elderly_resident", "three_without_person", "left_behind_child")),
}  # fmt: skip
STATED: Final = (
    ("C-10.11", "JX10111", "platform_merchants", 260),
    ("C-10.11", "JX10112", "platform_services", 2800),
    ("C-10.14", "JX10142", "service_attendants", 7000),
    ("C-10.23", "JX1023", "problems_solved", 120),
    ("C-10.25", "JX10251", "services_given", 2000),
    ("C-10.25", "JX10252", "service_participants", 1100),
)
NETWORKS: Final = ("party_building_network", "social_governance_network", "community_management_network")
SKILLS: Final = ("paper_cutting", "paper_folding", "calligraphy", "painting")


def pilots(*lists: str) -> Jurisdiction:
    """A pilot subdistrict with these lists, and another subdistrict that is no pilot and has none."""
    rows: list[Row] = [unit("other", "township", "county", "subdistrict"), tie("designated_pilot", "street", "city")]
    rows += [DutyList(id=kind, kind=kind, owner="street") for kind in lists]
    return place(*CHAIN, *rows, whole="ties:designated_pilot lists:power_list lists:responsibility_list")


def held(**days: date) -> Jurisdiction:
    """Meetings of the city's, one of each kind."""
    rows = [Event(id=kind, kind=kind, subject="meeting", date=day) for kind, day in days.items()]
    whole = "events:regular_meeting events:plenary_meeting events:special_meeting"
    return place(*CHAIN, MEETING, *rows, whole=whole)


def categories(without: Sequence[str] = ()) -> Jurisdiction:
    """A county's meeting of all kinds of members but some."""
    kinds = [kind for kind in CATEGORIES if kind not in without]
    rows = [unit(kind, None, None, kind) for kind in kinds]
    return place(*CHAIN, Body(id="m", kind=REGIONAL, host="county"), *rows, *members("m", *kinds), whole="ties:member")


def lines(host: str, units: Sequence[Unit], in_city: Sequence[Unit]) -> Jurisdiction:
    """A meeting below the city with its members, and the city's meeting with its own."""
    rows = [MEETING, Body(id="m", kind=REGIONAL, host=host), *units, *in_city]
    joined = [*members("m", *(one.id for one in units)), *members("meeting", *(one.id for one in in_city))]
    return place(*CHAIN, *rows, *joined, whole=f"bodies:{REGIONAL} ties:member")


UNSHARED: Final = supplied(JIXI, "regional_meeting.shared_members", 0)
STATIONED: Final = tuple(unit(kind, None, None, kind) for kind in CATEGORIES)
SHOP: Final = unit("shop", None, None, "household_business")
DEPARTMENTS: Final = tuple(departments(28))
INSTITUTIONS_28: Final = tuple(unit(f"x{n:02}", None, "city", "public_institution") for n in range(28))


def joined(kind: str, *names: Unit, functions: tuple[str, ...] = ()) -> Jurisdiction:
    """A body of a community, and who has joined it."""
    body = Body(id="joint", kind=kind, host="block", functions=functions)
    new = [one for one in names if one not in CHAIN]
    return place(*CHAIN, body, *new, *members("joint", *(one.id for one in names)), whole="ties:member units")


def functioning(kind: str, *functions: str) -> Jurisdiction:
    """A platform or programme with these functions."""
    return place(*CHAIN, Body(id="body", kind=kind, host="block", functions=functions))


def stated(kind: str, amount: Amount) -> Jurisdiction:
    """A number that the text states of the community."""
    return place(*CHAIN, Fact(id="fact", about="block", amount=amount, unit=kind, basis=A_CASE), whole="facts")


def covenant(parties: tuple[str, ...], *sections: str) -> Jurisdiction:
    """A covenant of these parties about these matters."""
    row = Document(id="covenant", kind="joint_building_covenant", parties=parties, sections=sections)
    return place(*CHAIN, MINE, row, whole="documents:joint_building_covenant")


def contributed(*ways: tuple[str, str]) -> Jurisdiction:
    """What a community and a mine give to one another."""
    return place(*CHAIN, MINE, *(tie("contributes", *way) for way in ways), whole="ties:contributes")


def over_a_year(*kinds: str) -> Jurisdiction:
    """A programme of eight joints, and the activities of its year."""
    rows = [
        Event(id=kind, kind="eight_joints_activity", subject="eight", date=date(2018, 1 + n, 9), agenda=(kind,))
        for n, kind in enumerate(kinds)
    ]
    body = Body(id="eight", kind="eight_joints_programme", host="block", functions=EIGHT)
    return place(*CHAIN, body, *rows, whole="events:eight_joints_activity")


def active(n: int) -> Jurisdiction:
    """A community's meeting with so many themed practice activities in a year."""
    rows = [
        Event(id=f"a{i:02}", kind="practice_activity", subject="m", date=date(2018, 1 + i % 12, 9), agenda=("songs",))
        for i in range(n)
    ]
    return place(*CHAIN, Body(id="m", kind="joint_meeting", host="block"), *rows, whole="events:practice_activity")


def fused(**cells: Sequence[Sequence[str]]) -> Jurisdiction:
    """Four buildings in four grids, and networks by how their cells cover the grids."""
    homes = [Building(id=f"b{n}", households=60) for n in range(4)]
    rows: list[Row] = [Neighbourhood(id="n", community="block", buildings=homes)]
    rows += [Grid(id=f"g{n}", neighbourhood="n", members=(f"b{n}",)) for n in range(4)]
    known = " ".join(f"bodies:{kind}" for kind in NETWORKS)
    for kind, parts in cells.items():
        rows.append(Body(id=kind, kind=kind, host="block"))
        for n, part in enumerate(parts):
            rows.append(Body(id=f"{kind}-{n}", kind="network_cell", host=kind))
            rows += [tie("covers", f"{kind}-{n}", grid) for grid in part]
    return place(*CHAIN, *rows, whole=f"ties:covers neighbourhoods grids bodies:network_cell {known}")


HALVES: Final = (("g0", "g1"), ("g2", "g3"))
ALIKE: Final = dict.fromkeys(NETWORKS, HALVES)


def fed(*networks: str) -> Jurisdiction:
    """A micro-platform and the networks that feed it."""
    rows = [Body(id=kind, kind=kind, host="city") for kind in NETWORKS]
    body = Body(id="platform", kind="party_masses_micro_platform", host="city")
    return place(*CHAIN, body, *rows, *(tie("feeds", kind, "platform") for kind in networks), whole="ties:feeds")


def branded(n: int) -> Jurisdiction:
    """A county's communities with so many service brands between them."""
    rows = [Document(id=f"brand{i}", kind="service_brand", parties=("block",), sections=(f"b{i}",)) for i in range(n)]
    return place(*CHAIN, *rows, whole="documents:service_brand units")


def workshop(host: str = "block", *, bank: bool = True, partner: bool = True, skills: Sequence[str] = SKILLS) -> Any:
    """A start-up workshop, with its bank of labour information and its association or without."""
    rows: list[Row] = [Body(id="works", kind="startup_workshop", host=host, functions=tuple(skills))]
    rows += [Body(id="bank", kind="labour_information_bank", host="works")] if bank else []
    rows += [unit("weavers", None, None, "social_organisation"), unit("firm", None, None, "new_economic_organisation")]
    rows += members("works", "weavers" if partner else "firm")
    return place(*CHAIN, *departments(1), *rows, whole="bodies:labour_information_bank ties:member units")


def tier(level: str) -> str | None:
    """The responsibility of a level."""
    return classified("responsibility_tiers", level=level)


def classified(institution: str, **facts: Any) -> str | None:
    """The class that an institution of Jixi gives."""
    value = cast("Classification", _HAS[institution])
    figures = JIXI.at(date(2018, 7, 1)).figure
    return value.classify(facts, figures=figures).category


def firm(*, state_owned: bool) -> str | None:
    """The class of a coal mine, by who owns it."""
    return classified("unit_class", organ=False, public=False, economic=True, state_owned=state_owned)


def served(age: int) -> str | None:
    """The group of somebody of an age, without either flag."""
    return classified("groups_served", age=age, three_without=False, left_behind=False)


def earned(resource: str, *legs: tuple[str, str, int]) -> Ledger:
    """Ten member points and ten credits earned by a volunteer, and what was moved after that."""
    given = [("shenghe-mine", "v1", "joint_member_points", 10), ("jianguo", "v1", "volunteer_credits", 10)]
    given += [(giver, taker, resource, amount) for giver, taker, amount in legs]
    return moved(
        Ledger(units=[MINE_POINTS, CREDITS]),
        *(Leg(giver=giver, taker=taker, resource=name, amount=amount) for giver, taker, name, amount in given),
    )


SIGNED: Final = {"nominee_in_group": True, "nominators": 4, "outside_nominators": 0, "group_size": 6}
SECTIONS: Final = ("joint_member_points", "volunteer_service", "convenience_service")
LINKED: Final = (unit("weavers", None, None, "social_organisation"), unit("team", None, None, "social_work"))
SPRING, LATE = date(2018, 3, 1), date(2018, 9, 1)

CASES: Final[tuple[Case, ...]] = (
    Asked(
        "C-1.31",
        lambda: firm(state_owned=True),
        "state_enterprise",
        lambda: firm(state_owned=False),
        "new_economic_organisation",
    ),
    Asked("C-1.41", lambda: tier("county"), "first_responsibility", lambda: tier("city"), "principal_responsibility"),
    Judged("C-1.46", pilots("power_list", "responsibility_list"), pilots("responsibility_list"), "JX146"),
    Judged(
        "C-2.08",
        held(special_meeting=SPRING, regular_meeting=LATE),
        held(special_meeting=LATE),
        "JX208",
        supplied(JIXI, "city_meeting.special", ("instead",)),
    ),
    Judged("C-2.10", categories(), categories(CATEGORIES[:1]), "JX2101"),
    Judged("C-2.10", categories(), categories(CATEGORIES[1:3]), "JX2102"),
    Judged("C-2.10", categories(), categories(CATEGORIES[3:]), "JX2103"),
    Ruled("C-2.18", NOMINATION, SIGNED, SIGNED | {"outside_nominators": 1}, "JX218", Outcome.NOT_ADMITTED),
    Ruled("C-2.18", NOMINATION, SIGNED, SIGNED | {"nominators": 3}, "JX218", Outcome.NOT_ADMITTED),
    Ruled("C-2.18", NOMINATION, SIGNED, SIGNED | {"nominee_in_group": False}, "JX218", Outcome.NOT_ADMITTED),
    Judged(
        "C-2.40",
        joined("party_building_consortium", CHAIN[3], MINE),
        joined("party_building_consortium", MINE),
        "JX2401",
    ),
    Judged(
        "C-2.40",
        joined("party_building_consortium", CHAIN[3], MINE),
        joined("party_building_consortium", CHAIN[3]),
        "JX2402",
    ),
    *(
        Judged("C-2.43", lines("block", STATIONED, DEPARTMENTS), violating, f"JX243{n}", UNSHARED)
        for n, violating in enumerate(
            (
                lines("county", STATIONED, DEPARTMENTS),
                lines("block", [SHOP], DEPARTMENTS),
                lines("block", STATIONED, INSTITUTIONS_28),
            ),
            1,
        )
    ),
    Judged("C-5.20", stated("venue_price", Exact(0)), stated("venue_price", Exact(500)), "JX520"),
    Asked("C-6.39", lambda: served(85), "elderly_resident", lambda: served(84), None),
    Refused(
        "C-6.40",
        lambda: earned("volunteer_credits", ("v1", "xinguangyuan", 6)),
        lambda: earned("volunteer_credits", ("v1", "xinguangyuan", 12)),
        IllegalEventError,
    ),
    Refused(
        "C-6.40",
        lambda: earned("volunteer_credits", ("v1", "xinguangyuan", 6)),
        lambda: earned("joint_member_points", ("v1", "xinguangyuan", 6)),
        IllegalEventError,
    ),
    Refused(
        "C-6.41",
        lambda: OpenUnit(resource="joint_member_points", issuers=MINE_POINTS.issuers, under=MINE_POINTS.under),
        lambda: OpenUnit(resource="joint_member_points", issuers=MINE_POINTS.issuers),
        InvalidValueError,
    ),
    Judged("C-7.05", covenant(("block", "mine"), *SECTIONS), covenant(("block",), *SECTIONS), "JX7051"),
    Judged("C-7.05", covenant(("block", "mine"), *SECTIONS), covenant(("block", "mine"), *SECTIONS[:2]), "JX7052"),
    Judged("C-7.12", contributed(("mine", "block"), ("block", "mine")), contributed(("mine", "block")), "JX712"),
    Judged("C-8.50", active(21), active(20), "JX850"),
    Judged(
        "C-10.09",
        fused(**ALIKE),
        fused(**(ALIKE | {NETWORKS[1]: (("g0",), ("g2", "g3"))})),
        "JX10091",
        subject=NETWORKS[1],
    ),
    Judged(
        "C-10.09",
        fused(**(ALIKE | {NETWORKS[1]: (("g0", "g2"), ("g1", "g3"))})),
        fused(**(ALIKE | {NETWORKS[1]: (("g0", "g1"), ("g1", "g2", "g3"))})),
        "JX10091",
        subject=NETWORKS[1],
    ),
    Judged("C-10.09", fused(**ALIKE), fused(**dict.fromkeys(NETWORKS[:2], HALVES)), "JX10092", subject="block"),
    Judged("C-10.10", fed(*NETWORKS), fed(NETWORKS[0]), "JX1010"),
    *(
        Judged(item, functioning(kind, *whole), functioning(kind, *whole[:-1]), code)
        for kind, (code, item, whole) in FUNCTIONS.items()
    ),
    *(Judged(item, stated(kind, MoreThan(n)), stated(kind, Exact(n)), code) for item, code, kind, n in STATED),
    Judged("C-10.14", stated("service_activities", Exact(72)), stated("service_activities", Exact(71)), "JX10141"),
    Judged("C-10.14", branded(3), branded(2), "JX10143"),
    Judged(
        "C-10.14",
        functioning("service_groups", *(f"group{n}" for n in range(5))),
        functioning("service_groups", *(f"group{n}" for n in range(6))),
        "JX10144",
    ),
    Judged(
        "C-10.15",
        joined("social_linkage", CHAIN[3], *LINKED),
        joined("social_linkage", CHAIN[3], LINKED[0]),
        "JX1015",
    ),
    Judged("C-10.17", over_a_year(*EIGHT), over_a_year(*EIGHT[:-1]), "JX10172"),
    Judged("C-10.24", workshop(), workshop("dept0"), "JX10241"),
    Judged("C-10.24", workshop(), workshop(bank=False), "JX10242"),
    Judged("C-10.24", workshop(), workshop(partner=False), "JX10243"),
    Judged("C-10.24", workshop(), workshop(skills=SKILLS[:3]), "JX10244"),
    judged(
        "C-10.25",
        "PC1025",
        packs.DUAL_PURCHASE,
        done("purchase", ("serve", {"facts": {"to_beneficiary": True}}), "credit", "redeem"),
        done("purchase", ("serve", {"facts": {"to_beneficiary": False}})),
        pack=JIXI,
    ),
)
