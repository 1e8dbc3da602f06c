"""Cases of contracted responsibility, policy documents, new sectors, service centres and what belongs to a place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import attrs

import pbgov
from pbgov.base import Cycle, Exact, Row, Source
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Document, Event, Fact, Jurisdiction
from pbgov.org import FOUR_LEVELS, Body, Holding, Person, Post
from pbgov.packs import (
    JIEFANGBEI,
    JIEFANGBEI_LEVELS,
    LANGFANG,
    NANQIAO,
    NANQIAO_LEVELS,
)
from pbgov.rules import RulePack, analyse
from tests.catalogue.worlds import (
    A_CASE,
    CHAIN,
    DISTRICT_CHAIN,
    ON,
    Asked,
    Case,
    Judged,
    Wanting,
    declared,
    members,
    place,
    supplied,
    tie,
    unit,
)

BRANCHES: Final = 84
FIRMS: Final = 54
CELLS: Final = 366
REGISTERED: Final = 9844


# Contracted responsibility


def cells_of(n: int) -> list[Row]:
    """A neighbourhood of so many grids, of one building each."""
    buildings = [Building(id=f"b{i}", households=1) for i in range(n)]
    grids = [Grid(id=f"g{i:03}", neighbourhood="n", members=(f"b{i}",)) for i in range(n)]
    return [Neighbourhood(id="n", community="block", buildings=buildings), *grids]


def contracted(units: int, cells: int, *, idle: bool = False, orphan: bool = False) -> Jurisdiction:
    """Units contracted to the grids in turn; the last of them perhaps to none, the last grid perhaps by none."""
    rows = cells_of(cells)
    rows += [unit(f"u{i:02}", None, None, "public_institution") for i in range(units)]
    rows += [tie("contracting_unit", f"u{i:02}", "county") for i in range(units)]
    rows.append(Fact(id="stated", about="county", amount=Exact(FIRMS), unit="contracting_units", basis=A_CASE))
    at_work = units - idle
    rows += [tie("contracted_to", f"u{i % at_work:02}", f"g{i:03}") for i in range(cells - orphan)]
    return place(*DISTRICT_CHAIN, *rows, whole="ties:contracted_to ties:contracting_unit", profile=NANQIAO_LEVELS)


def linked(*ties: Row) -> Jurisdiction:
    """Two communities of one grid each, contracted by two units; a member of the first unit and two households."""
    rows: list[Row] = [
        *DISTRICT_CHAIN,
        unit("far", "community", "street", "residents_committee"),
        unit("school", None, None, "public_institution"),
        unit("bank", None, None, "state_enterprise"),
        Person(id="m1", category="in_service_member"),
    ]
    for home, firm in (("block", "school"), ("far", "bank")):
        rows += [
            Neighbourhood(id=f"n-{home}", community=home, buildings=[Building(id=f"b-{home}", households=1)]),
            Grid(id=f"g-{home}", neighbourhood=f"n-{home}", members=(f"b-{home}",)),
            unit(f"house-{home}", None, None, "household"),
            tie("contracted_to", firm, f"g-{home}"),
            tie("resides_in", f"house-{home}", f"g-{home}"),
        ]
    claims = ("contracted_to", "works_at", "reports_to", "linked_to", "resides_in")
    whole = " ".join(f"ties:{kind}" for kind in claims)
    return place(*rows, tie("works_at", "m1", "school"), *ties, whole=whole, profile=NANQIAO_LEVELS)


def reporting(*to: str, by: str = "contracted", households: Sequence[str] = ("house-block",)) -> list[Row]:
    """The member reports to these communities, by a policy, and is linked to these households."""
    reports: list[Row] = [attrs.evolve(tie("reports_to", "m1", where), route=by) for where in to]
    return [*reports, *(tie("linked_to", "m1", home) for home in households)]


NOWHERE = unit("house-lost", None, None, "household")


def anchored(*anchors: str) -> Jurisdiction:
    """Compounds and their grids, and branches anchored on these."""
    rows = cells_of(CELLS)
    rows += [
        attrs.evolve(CHAIN[1], parent=None),
        unit("committee", "working_committee"),
        unit("party", "community_party_organisation", "committee", "general_branch"),
    ]
    rows += [unit(f"c{i:03}", None, "block", "compound") for i in range(BRANCHES)]
    rows += [unit(f"branch{i:03}", "compound_branch", "party", "compound_branch") for i in range(len(anchors))]
    rows += [tie("anchored_on", f"branch{i:03}", anchor) for i, anchor in enumerate(anchors)]
    rows += [tie("organ_of", "committee", "street"), tie("organ_of", "party", "block")]
    return place(*CHAIN[2:], *rows, whole="units ties:anchored_on ties:organ_of", profile=NANQIAO_LEVELS)


ON_COMPOUNDS = tuple(f"c{i:03}" for i in range(BRANCHES))
ON_GRIDS = tuple(f"g{i:03}" for i in range(CELLS))


# Documents


def issued(owner: str, *codes: str, name: str = "文件", whole: str = "documents:policy_document") -> Jurisdiction:
    """A unit with policy documents, one for each code."""
    rows = [Document(id=code, kind="policy_document", parties=(owner,), sections=(code,), name=name) for code in codes]
    return place(*CHAIN, *rows, whole=whole)


def issued_by_district(*codes: str) -> Jurisdiction:
    """A district with policy documents, one for each code, and one that takes up the four aspects of design."""
    rows = [Document(id=code, kind="policy_document", parties=("county",), sections=(code,)) for code in codes]
    rows.append(Document(id="design", kind="policy_document", parties=("county",), sections=FOUR_ASPECTS))
    return place(*DISTRICT_CHAIN, *rows, whole="documents:policy_document", profile=NANQIAO_LEVELS)


FOUR_ASPECTS = ("governance_team", "organisation_system", "service_venue", "work_mechanism")


FIVE_INSTITUTIONS = (
    "grid_management",
    "red_property",
    "community_worker_management",
    "dual_service_reporting",
    "eight_haves_eight_builds",
)


def grounded(document: str) -> Jurisdiction:
    """A meeting that rests on a document, one of two that there are."""
    meeting = Body(id="meeting", kind="city_joint_meeting", host="city")
    return issued("city", "work_plan", "joint_meeting_rules").having(meeting, tie("grounded_on", "meeting", document))


def flaws_of(pack: RulePack) -> tuple[str, ...]:
    """The codes of what an analysis finds wrong with a pack."""
    return tuple(flaw.flaw.value for flaw in analyse(pack))


def unsourced() -> RulePack:
    """The pack of Langfang with a norm whose source names no document."""
    nowhere = Source(document=" ", quote="出台", article=None)
    changed = tuple(attrs.evolve(norm, basis=nowhere) if norm.code == "LF709" else norm for norm in LANGFANG.norms)
    return attrs.evolve(LANGFANG, norms=changed)


def property_world(*rows: Row, district: bool = False) -> Jurisdiction:
    """A property enterprise and what ties it to a community of a city, or of a district that is the root."""
    enterprise = unit("service", None, None, "property_enterprise")
    chain, profile = (DISTRICT_CHAIN, NANQIAO_LEVELS) if district else (CHAIN, FOUR_LEVELS)
    whole = "units documents:community_property_agreement ties:member"
    return place(*chain, enterprise, *rows, whole=whole, profile=profile)


AGREED = Document(id="agreement", kind="community_property_agreement", parties=("block", "service"))
LAPSED = attrs.evolve(AGREED, end=date(2018, 6, 1))
COUNCIL = Body(id="council", kind="three_party_meeting", host="block")


# New sectors

ALONE: Final = (attrs.evolve(CHAIN[2], parent=None), CHAIN[3])


def park(*agencies: str, registered: bool = False) -> Jurisdiction:
    """A park with agencies, and a member registered with the first of them, or with a branch."""
    rows: list[Row] = [unit("park", None, None, "park"), Person(id="m1", category="full_member")]
    rows += [Body(id=agency, kind="park_party_agency", host="park") for agency in agencies]
    rows += [Body(id="branch", kind="party_branch", host="park")]
    rows.append(tie("registered_with", "m1", agencies[0] if registered else "branch"))
    return place(*CHAIN, *rows, whole="bodies:park_party_agency ties:registered_with")


def law_firm(*superiors: str) -> Jurisdiction:
    """A law firm's branch below organisations of industries and below the community's."""
    rows: list[Row] = [unit("firm", None, None, "law_firm"), unit("bureau", None, None, "department")]
    rows += [
        Body(id="firm-branch", kind="enterprise_party_organisation", host="firm"),
        Body(id="lawyers", kind="industry_party_organisation", host="bureau", functions=("law_firm",)),
        Body(id="bar", kind="association_party_organisation", host="bureau", functions=("law_firm",)),
        Body(id="accountants", kind="industry_party_organisation", host="bureau", functions=("accounting_firm",)),
        Body(id="general", kind="general_branch", host="block", functions=("law_firm",)),
        tie("linked_to", "firm-branch", "general"),
    ]
    rows += [tie("line_superior", superior, "firm-branch") for superior in superiors]
    return place(*CHAIN, *rows, whole="ties:line_superior")


def designated(*kinds: str) -> Jurisdiction:
    """A tower designated as an exemplar of these kinds."""
    tower = unit("tower", None, None, "tower")
    event = Event(
        id="d", kind="exemplar_designated", subject="city", date=date(2018, 5, 1), refers=("tower",), agenda=kinds
    )
    return place(*CHAIN, tower, event)


def people_of(*rows: dict[str, Any]) -> frozenset[str]:
    """The codes of what the boundary finds wrong with a list of people."""
    document = pbgov.to_document(place(*CHAIN)) | {"people": list(rows)}
    return frozenset(finding.code for finding in pbgov.validate(document, on=ON).findings)


OPAQUE = {"id": "p1", "category": "full_member"}
NAMED = OPAQUE | {"name": "某某"}


def sector(*joined: str) -> Jurisdiction:
    """The new sectors of a city: a firm in a tower, a park and a government organ, some of them counted in."""
    rows = [
        unit("firm", None, None, "tower_enterprise"),
        unit("park", None, None, "park"),
        unit("organ", None, None, "party_government_organ"),
        Body(id="sector", kind="new_sector", host="city"),
        Body(id="agency", kind="park_party_agency", host="park"),
    ]
    return place(*CHAIN, *rows, *members("sector", *joined), whole="units ties:member")


def register(n: int, checked: int = 0, *, half: bool = True) -> Jurisdiction:
    """Non-public organisations, of which some were checked in each half-year, or in the first alone."""
    street = "500103003"  # Jiefangbei itself, by its division code
    rows: list[Row] = [unit(street, "township", None, "subdistrict")]
    rows += [unit(f"v{i}", "community", street, "residents_committee") for i in range(10)]
    rows += [unit(f"o{i:04}", None, f"v{i % 10}", "non_public_organisation") for i in range(n)]
    days = (date(2018, 3, 1), date(2018, 9, 1)) if half else (date(2018, 3, 1),)
    rows += [
        Event(id=f"e{i}-{day.month}", kind="record_checked", subject=f"o{i:04}", date=day)
        for i in range(checked)
        for day in days
    ]
    return place(*rows, whole="units events:record_checked", profile=JIEFANGBEI_LEVELS)


# Centres, suggestions, works


MISHAN = unit("230382", "county", "city", "county_level_city")


def platforms(here: int, elsewhere: int = 0) -> Jurisdiction:
    """Micro-platforms of Mishan, and of another county."""
    rows = [Body(id=f"p{i}", kind="micro_platform", host="230382") for i in range(here)]
    rows += [Body(id=f"q{i}", kind="micro_platform", host="county") for i in range(elsewhere)]
    return place(*CHAIN, MISHAN, *rows, whole="bodies:micro_platform")


COMPONENTS: Final = ("organisation_linkage", "responsibility_linkage", "carrier")


def linkage(without: str = "") -> Jurisdiction:
    """Mechanisms of the three components at four levels; at one of them perhaps no carrier."""
    rows = [Body(id="linkage", kind="four_level_linkage", host="city")]
    rows += [
        Body(id=f"m-{host.id}-{code}", kind="linkage_mechanism", host=host.id, functions=(code,))
        for host in CHAIN
        for code in COMPONENTS
        if (host.id, code) != (without, "carrier")
    ]
    return place(*CHAIN, *rows, whole="units bodies:linkage_mechanism")


def featured(*labels: str | None) -> Jurisdiction:
    """A subdistrict whose communities have these features, or none."""
    rows: list[Row] = [unit(f"v{i}", "community", "street", "residents_committee") for i in range(len(labels))]
    rows += [
        Document(id=f"f{i}", kind="community_feature", parties=(f"v{i}",), sections=(label,))
        for i, label in enumerate(labels)
        if label is not None
    ]
    return place(ALONE[0], *rows, whole="units documents", profile=JIEFANGBEI_LEVELS)


LABELS: Final = tuple(f"feature_{i}" for i in range(10))


def governed(*modes: str) -> Jurisdiction:
    """A community with these modes of governance."""
    return place(*CHAIN, Document(id="modes", kind="governance_modes", parties=("block",), sections=modes))


def trained(by_city: Sequence[int], by_county: Sequence[int], by_street: Sequence[int] = ()) -> Jurisdiction:
    """Forty secretaries, trained by the city, by the county, and by a subdistrict."""
    rows: list[Row] = []
    for i in range(40):
        rows += [
            unit(f"v{i:02}", "community", "street", "residents_committee"),
            Post(id=f"s{i:02}", kind="secretary", unit=f"v{i:02}"),
            Person(id=f"p{i:02}", category="full_member"),
            Holding(id=f"h{i:02}", post=f"s{i:02}", person=f"p{i:02}", start=date(2017, 1, 1)),
        ]
    rows += [
        Event(
            id=f"training-{host}",
            kind="training_completed",
            subject=host,
            date=date(2018, 5, 1),
            attendance=tuple(f"h{i:02}" for i in there),
        )
        for host, there in (("city", by_city), ("county", by_county), ("street", by_street))
        if there
    ]
    return place(*CHAIN, *rows, whole="units posts holdings events:training_completed")


def employed(at: str, *, full_time: bool = True, kind: str = "community_worker") -> Jurisdiction:
    """A person who holds a post of a kind somewhere, full-time or not."""
    rows: list[Row] = [
        Post(id="w", kind=kind, unit=at),
        Person(id="p1", category="resident"),
        Holding(id="h1", post="w", person="p1", full_time=full_time),
    ]
    return place(*CHAIN, *rows, whole="holdings")


CASES: Final[tuple[Case, ...]] = (
    Judged(
        "C-3.06", employed("block", kind="grid_worker"), employed("block", full_time=False, kind="grid_worker"),
        "LF306", LANGFANG,
    ),
    Judged("C-3.10", anchored(*ON_COMPOUNDS), anchored(*ON_GRIDS), "NQ3101", NANQIAO),
    Judged("C-3.10", anchored(*ON_COMPOUNDS), anchored(*ON_COMPOUNDS, "c000"), "NQ3102", NANQIAO),
    Judged("C-3.19", employed("block"), employed("street"), "LF319", LANGFANG),
    Judged("C-5.13", featured(*LABELS), featured(*LABELS[:9], None), "JF5131", JIEFANGBEI),
    Judged("C-5.13", featured(*LABELS), featured(*LABELS[:9], LABELS[0]), "JF5132", JIEFANGBEI),
    Asked("C-6.01", lambda: people_of(OPAQUE), frozenset(), lambda: people_of(NAMED), frozenset({"PBB04"})),
    Judged("C-6.31", trained(range(30), range(30, 40)), trained(range(30), range(30, 39)), "LF629", LANGFANG),
    Judged("C-6.31", trained(range(30), range(30, 40)), trained(range(30), range(30, 39), (39,)), "LF631", LANGFANG),
    Judged("C-7.06", contracted(FIRMS, CELLS), contracted(FIRMS, CELLS, orphan=True), "NQ7061", NANQIAO),
    Judged("C-7.06", contracted(FIRMS, CELLS), contracted(FIRMS, CELLS, idle=True), "NQ7062", NANQIAO),
    Judged("C-7.06", contracted(FIRMS, CELLS), contracted(FIRMS + 1, CELLS), "NQ7063", NANQIAO),
    Judged(
        "C-7.07", linked(*reporting("block")), linked(*reporting("far")), "NQ707", NANQIAO
    ),
    Judged(
        "C-7.08",
        linked(tie("linked_to", "m1", "house-block")),
        linked(tie("linked_to", "m1", "house-far")),
        "NQ7081",
        NANQIAO,
    ),
    Judged("C-7.08", linked(), linked(NOWHERE), "NQ7082", NANQIAO),
    Asked("C-7.09", lambda: flaws_of(LANGFANG), (), lambda: flaws_of(unsourced()), ("PBA17",)),
    Judged(
        "C-7.09",
        issued("city", "measures", whole="documents"),
        issued("city", "measures", name="", whole="documents"),
        "LF709",
        LANGFANG,
    ),
    Judged(
        "C-7.10",
        issued("city", "work_plan", "joint_meeting_rules"),
        issued("city", "work_plan", "joint_meeting_rules", "third"),
        "JX710",
    ),
    Judged("C-7.10", issued("city", "work_plan", "joint_meeting_rules"), issued("city", "work_plan"), "JX710"),
    Judged("C-7.10", grounded("work_plan"), grounded("third"), "PBS01"),
    Judged(
        "C-7.11", issued_by_district(*FIVE_INSTITUTIONS), issued_by_district(*FIVE_INSTITUTIONS[:4]), "NQ711", NANQIAO
    ),
    Judged(
        "C-7.11",
        issued_by_district(*FIVE_INSTITUTIONS, "a_sixth"),
        issued_by_district(*FIVE_INSTITUTIONS[1:], "a_sixth"),
        "NQ711",
        NANQIAO,
    ),
    Judged("C-7.14", property_world(AGREED), property_world(), "LF714", LANGFANG),
    Judged("C-7.14", property_world(AGREED, district=True), property_world(LAPSED, district=True), "NQ714", NANQIAO),
    Judged(
        "C-7.14", property_world(COUNCIL, *members("council", "service")), property_world(COUNCIL), "LF714", LANGFANG
    ),
    Judged("C-9.02", register(REGISTERED), register(REGISTERED - 1), "JF9021", JIEFANGBEI),
    Wanting(
        "C-9.02",
        register(3, 3),
        "JF9022",
        declared(JIEFANGBEI, "registry.check", Cycle.HALF_YEAR),
        supplied(JIEFANGBEI, "registry.organisations", 3),
    ),
    Judged(
        "C-9.02",
        register(3, 3),
        register(3, 3, half=False),
        "JF9022",
        supplied(supplied(JIEFANGBEI, "registry.organisations", 3), "registry.check", Cycle.HALF_YEAR),
    ),
    Judged("C-9.10", park("agency"), park(), "LF9101", LANGFANG),
    Judged("C-9.10", park("agency"), park("agency", registered=True), "LF9102", LANGFANG),
    Judged("C-9.12", law_firm("lawyers"), law_firm("lawyers", "bar"), "LF9121", LANGFANG),
    Judged("C-9.12", law_firm("bar"), law_firm("general"), "LF9122", LANGFANG),
    Judged("C-9.12", law_firm("lawyers"), law_firm("accountants"), "LF9123", LANGFANG),
    Judged("C-9.19", designated("landmark_tower"), designated("celebrity"), "LF919", LANGFANG),
    Asked("C-9.19", lambda: people_of(OPAQUE), frozenset(), lambda: people_of(NAMED), frozenset({"PBB04"})),
    Judged("C-9.24", sector("firm", "park"), sector("firm", "park", "organ"), "LF924", LANGFANG),
    Judged("C-9.24", sector("firm", "park"), sector("park"), "LF924", LANGFANG),
    Judged("C-10.13", platforms(3), platforms(2), "JX1013"),
    Judged("C-10.13", platforms(3), platforms(2, 1), "JX1013"),
    Judged(
        "C-10.26",
        governed("self_governance", "joint_governance", "virtue_governance", "law_governance"),
        governed("self_governance", "smart_governance"),
        "JF1026",
        JIEFANGBEI,
    ),
    *(
        Judged("C-10.27", linkage(), linkage(without=host.id), f"JX1027{number}")
        for number, host in enumerate(CHAIN, 1)
    ),
)  # fmt: skip
