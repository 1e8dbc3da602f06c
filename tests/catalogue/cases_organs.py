"""Cases of organs, seats, chains and joint bodies: what stands where, who sits in it, who leads and who gives."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import attrs

from pbgov.base import Period, Row
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Document, Event, Jurisdiction, Posting, View, columns
from pbgov.org import Body, Holding, Person, Post, Tie
from pbgov.packs import (
    JIEFANGBEI,
    JIEFANGBEI_LEVELS,
    JIXI,
    LANGFANG,
    NANQIAO,
    NANQIAO_LEVELS,
)
from pbgov.rules import HERE, Count, Distinct, Even, Norm, Overlay, Ratio, RulePack, Sum, each
from tests.catalogue.cases_rhythm import consented
from tests.catalogue.worlds import (
    A_CASE,
    ALL_28,
    CHAIN,
    ENLARGED,
    GREAT,
    MEETING,
    ON,
    PARTY_CHAIN,
    REGIONAL,
    SINCE,
    Asked,
    Case,
    Judged,
    Wanting,
    crowd,
    declared,
    departments,
    loaded,
    members,
    overlapping,
    place,
    supplied,
    tie,
    unit,
)

bodies, ties, units, facts = columns("bodies"), columns("ties"), columns("units"), columns("facts")
DISTRICT: Final = (unit("county", "county", None, "county"), unit("street", "township", "county", "subdistrict"))
BLOCK: Final = unit("block", "community", "street", "residents_committee")
NEXT: Final = unit("next", "community", "street", "residents_committee")
ALONE: Final = (unit("street", "township", None, "subdistrict"), BLOCK)
WORKING: Final = Body(id="working", kind="working_committee", host="street")
COMMUNITY_FORMS: Final = ("community_party_committee", "community_general_branch", "community_party_branch")
ORGANS: Final = " ".join(f"bodies:{kind}" for kind in (*COMMUNITY_FORMS, WORKING.kind, ENLARGED.kind, GREAT.kind))
GENERAL_BRANCH: Final = Body(id="party", kind="community_general_branch", host="block")


def body(name: str, kind: str, host: str = "block", **cells: Any) -> Body:
    """A body."""
    return attrs.evolve(Body(id=name, kind=kind, host=host), **cells)


def seated(body_: str, kind: str, *persons: str) -> list[Row]:
    """Seats of a kind in a body, each with who holds it; who is named twice sits in two seats."""
    rows: list[Row] = []
    for n, person in enumerate(persons):
        seat = f"{body_}-{kind}-{n}"
        rows += [Post(id=seat, kind=kind, unit=body_), Holding(id=f"in-{seat}", post=seat, person=person)]
    return rows


def people(names: Iterable[str], category: str = "full_member") -> list[Row]:
    """Persons."""
    return [Person(id=name, category=category) for name in names]


# Levels and counts


def city_committees(end: date | None) -> Jurisdiction:
    """A city committee, and one before it that ended on a day or never did."""
    before = Body(id="before", kind="party_committee", host="city", end=end)
    return place(
        *CHAIN,
        before,
        body("committee", "party_committee", "city", start=date(2018, 6, 1)),
        whole="bodies:party_committee",
    )


# Organisations of the five-level chain

STANDING: Final = "ties:anchored_on ties:organ_of units"

TERRITORY: Final[tuple[Row, ...]] = (
    *DISTRICT,
    unit("other", "township", "county", "subdistrict"),
    BLOCK,
    NEXT,
    unit("yard", None, "block", "compound"),
    unit("garden", None, "next", "compound"),
    unit("tower", None, "yard", "building"),
    unit("villa", None, "garden", "building"),
)


def anchored(source: str, target: str) -> Tie:
    """Where an organisation stands."""
    return tie("anchored_on", source, target)


def chained(*rows: Row, whole: str = "ties:anchored_on ties:organ_of", **anchors: str) -> Jurisdiction:
    """The five-level chain in its territory, but where an organisation is said to stand elsewhere."""
    usual = {"branch": "yard", "branch2": "garden", "group": "tower"}
    at = [anchored(source, target) for source, target in (usual | anchors).items()]
    of = {"committee": "street", "party": "block", "committee2": "other", "party2": "next"}
    at += [tie("organ_of", source, target) for source, target in of.items()]
    more = [
        unit("committee2", "working_committee"),
        unit("party2", "community_party_organisation", "committee", "general_branch"),
        unit("branch2", "compound_branch", "party2", "compound_branch"),
    ]
    chain = place(*TERRITORY, *PARTY_CHAIN, *more, *at, whole=whole, profile=NANQIAO_LEVELS)
    return chain.having(unit("branch", "compound_branch", "party", "compound_branch"), *rows)


def gridded(neighbourhood: str, building: str) -> Jurisdiction:
    """A branch that stands in the grid of a neighbourhood of one building, and its group in that building."""
    homes = [
        Neighbourhood(id=f"n-{of}", community=of, buildings=[Building(id=name, households=9)])
        for of, name in (("block", "tower"), ("next", "villa"))
    ]
    grid = Grid(id="g", neighbourhood=f"n-{neighbourhood}", members=(building,))
    return chained(*homes, grid, branch="g", group=building)


def organised(*kinds: str) -> Jurisdiction:
    """A community with Party organisations of these forms, and an enlarged committee."""
    rows: list[Row] = [unit("committee", "working_committee"), GREAT, GENERAL_BRANCH]
    for n, kind in enumerate(kinds):
        rows += [
            unit(f"org{n}", "community_party_organisation", "committee", kind),
            tie("organ_of", f"org{n}", "block"),
        ]
    return place(
        *DISTRICT, BLOCK, *rows, tie("organ_of", "committee", "street"), whole="ties:organ_of", profile=NANQIAO_LEVELS
    )


def secretary(*spans: Period, posts: int = 1, whole: str = "posts holdings") -> Jurisdiction:
    """A Party organisation with posts of secretary, the first of them held over these spans."""
    rows: list[Row] = [Post(id=f"s{n}", kind="secretary", unit="committee") for n in range(posts)]
    rows += people(f"p{n}" for n in range(len(spans)))
    for n, span in enumerate(spans):
        rows.append(Holding(id=f"h{n}", post="s0", person=f"p{n}", start=span.start, end=span.end))
    return place(unit("committee", "working_committee"), *rows, whole=whole, profile=NANQIAO_LEVELS)


def lived_in(category: str) -> Jurisdiction:
    """A hub household where a person of a category lives."""
    rows = [*people(["p"], category), tie("lives_in", "p", "hub")]
    return place(*PARTY_CHAIN, *rows, whole="ties:lives_in", profile=NANQIAO_LEVELS)


def linked(*left_out: str) -> Jurisdiction:
    """The chain of three links from the working committee to a resident, but for some."""
    links = [tie("oversees", "committee", "party"), tie("manages", "party", "m"), tie("brings", "m", "r")]
    rows = [*people(["m"]), *people(["r"], "resident"), *(link for link in links if link.kind not in left_out)]
    whole = "ties:oversees ties:manages ties:brings"
    return place(*PARTY_CHAIN, *rows, whole=whole, profile=NANQIAO_LEVELS)


REACHING: Final = supplied(NANQIAO, "grasp_manage_bring.reached", 1)


def grouped(post: str | None) -> Jurisdiction:
    """A building Party group with a post or with none."""
    rows = [Post(id="post", kind=post, unit="group")] if post else []
    return chained(*rows, whole=f"{STANDING} posts:group_leader")


def claimed(*communities: str) -> Jurisdiction:
    """A compound that these communities claim."""
    rows = [tie("located_in", "yard", community) for community in communities]
    return place(*TERRITORY, *rows, whole="ties:located_in", profile=NANQIAO_LEVELS)


# Agencies, stationed units, lines and blocks


def agency(*kinds: str, heads: int = 1) -> Jurisdiction:
    """A dispatched agency with ties of these kinds, and so many posts of a head."""
    to = {"belongs_to": "dept0", "seated_in": "street"}
    rows: list[Row] = [*departments(1, "county"), unit("agency", None, None, "dispatched_agency")]
    rows += [tie(kind, "agency", to[kind]) for kind in kinds]
    rows += [Post(id=f"head{n}", kind="head", unit="agency") for n in range(heads)]
    return place(*CHAIN, *rows, whole="ties:belongs_to ties:seated_in ties posts")


def appointed(kind: str) -> Jurisdiction:
    """A subdistrict consents to the appointment of the head of a unit of some kind."""
    rows = [
        unit("unit", None, None, kind),
        tie("seated_in", "unit", "street"),
        Event(id="consent", kind="consent_given", subject="street", date=date(2018, 3, 1), refers=("appointment",)),
        Event(id="appointment", kind="head_appointed", subject="unit", date=date(2018, 3, 9)),
    ]
    return place(*CHAIN, *rows, whole="events:consent_given")


def stationed(*seats: str, agreed: bool = False) -> Jurisdiction:
    """A mine that is a member of a community's meeting and sits in these communities."""
    rows: list[Row] = [unit("mine", None, None, "state_enterprise"), unit("next", "community", "street", "village")]
    rows += [body("m", REGIONAL), *members("m", "mine"), *(tie("seated_in", "mine", seat) for seat in seats)]
    rows += [Document(id="a", kind="joint_building_agreement", parties=("mine", "block"))] if agreed else []
    return place(*CHAIN, *rows, whole="ties:member ties:seated_in documents:joint_building_agreement")


def bank(*kinds: str) -> Jurisdiction:
    """A branch bank in a community's meeting, with a superior along its line, a seat in the territory, or both."""
    of = {"line_superior": tie("line_superior", "head", "bank"), "seated_in": tie("seated_in", "bank", "block")}
    rows: list[Row] = [unit("bank", None, None, "state_enterprise"), unit("head", None, None, "state_enterprise")]
    rows += [unit("second", None, None, "industry_department"), *(of[kind] for kind in kinds if kind in of)]
    rows += [tie("line_superior", "second", "bank")] if "second" in kinds else []
    meeting = body("m", "joint_meeting")
    return place(*CHAIN, meeting, *rows, *members("m", "bank"), whole="ties:line_superior ties:seated_in ties:member")


def line_and_block(*kinds: str) -> tuple[int, int]:
    """How many members of the body stand on a line, and how many in the territory."""
    given = bank(*kinds)
    view, joined = View(given, JIXI.at(ON), ON, SINCE), HERE.back(ties.target, ties.kind == "member")
    ways = (
        joined.along(ties.source, "units").back(ties.target, ties.kind == "line_superior"),
        joined.along(ties.source, "units").back(ties.source, ties.kind == "seated_in"),
    )
    line, block = (len(view.select(way, given.bodies["m"])) for way in ways)
    return line, block


# Organs of a community and of a compound


def hosting(*kinds: str, whole: str) -> Jurisdiction:
    """A community with one body of each of these kinds, and no other of the kind that is whole."""
    return place(*CHAIN, *(body(kind, kind) for kind in kinds), whole=f"bodies:{whole}")


def owners(n: int) -> Jurisdiction:
    """A compound with so many owners' committees in force, and one whose term is over."""
    rows = [body(f"o{i}", "owners_committee", "yard") for i in range(n)]
    gone = body("gone", "owners_committee", "yard", end=date(2018, 1, 1))
    return place(*CHAIN, unit("yard", None, "block", "compound"), *rows, gone, whole="bodies:owners_committee")


def contracted(end: date | None) -> Jurisdiction:
    """An enterprise that serves a compound, under a contract that ends on some day."""
    rows = [
        unit("yard", None, "block", "compound"),
        unit("firm", None, None, "property_enterprise"),
        tie("property_service", "firm", "yard"),
        Document(id="contract", kind="property_service_contract", parties=("firm", "yard"), end=end),
        Document(id="elsewhere", kind="property_service_contract", parties=("firm", "block")),
    ]
    return place(*CHAIN, *rows, whole="documents")


def industry(host: str) -> Jurisdiction:
    """An industry Party organisation with a host of some kind; with none on record where the kind is empty."""
    rows = [unit("host", None, "city", host)] if host else []
    return place(*CHAIN, *rows, body("industry", "industry_party_organisation", "host"))


FIVE: Final = ("civil_affairs", "finance", "human_resources", "organisation", "staffing")


def task_force(
    *,
    kinds: tuple[str, ...] = FIVE,
    levels: tuple[str, ...] = ("city", "county"),
    functions: tuple[str, ...] = ("career_system",),
    end: date | None = date(2020, 1, 1),
    more: int = 0,
) -> Jurisdiction:
    """A task force of departments of these kinds at each of these levels, and so many more of the city."""
    rows: list[Row] = [unit(f"{level}-{kind}", None, level, kind) for level in levels for kind in kinds]
    rows += [unit(f"more{n}", None, "city", "finance") for n in range(more)]
    force = Body(id="force", kind="task_force", host="city", functions=functions, end=end)
    joined = [attrs.evolve(one, end=end) for one in members("force", *(row.id for row in rows))]
    usual = [body("rc", "residents_committee"), ENLARGED, WORKING, GREAT, GENERAL_BRANCH]
    usual += [body("centre", "party_service_centre"), *(body(f"m-{one.id}", "joint_meeting", one.id) for one in CHAIN)]
    return place(*CHAIN, force, *usual, *rows, *joined, whole="ties:member bodies")


def self_governed(*, led_: bool = True, placed: bool = False) -> Jurisdiction:
    """An owners' committee that the community's Party organisation leads, and that may stand in the unit tree."""
    rows: list[Row] = [GENERAL_BRANCH, unit("yard", None, "block", "compound"), body("o", "owners_committee", "yard")]
    rows += [tie("leads", "party", "o")] if led_ else []
    rows += [unit("below", None, "block", "owners_committee")] if placed else []
    return place(*CHAIN, *rows, whole="ties:leads units")


def enlarged(*rows: Row) -> Jurisdiction:
    """A subdistrict and a community with these bodies, and no others."""
    return place(*CHAIN, *rows, whole=ORGANS)


# Composition and joint bodies


def given_by(*gifts: tuple[str, str]) -> Jurisdiction:
    """A joint meeting of a mine and a bank, with what each contributes."""
    rows: list[Row] = [unit(name, None, None, "state_enterprise") for name in ("mine", "bank")]
    day = date(2018, 3, 1)
    rows += [
        Posting(id=f"{n}-{account}", account=account, resource=resource, amount=amount, date=day, transfer=f"t{n}")
        for n, (giver, resource) in enumerate(gifts)
        for account, amount in ((giver, -1), ("m", 1))
    ]
    meeting = [body("m", "joint_meeting"), *members("m", "mine", "bank")]
    return place(*ALONE, *meeting, *rows, whole="ledger ties:member", profile=JIEFANGBEI_LEVELS)


BOTH_GIVE: Final = (("mine", "venue"), ("bank", "activity"))
ON_LINES: Final = ("working_committee", "enterprise_party_organisation", "industry_party_organisation")


def lines(*joined: str) -> Jurisdiction:
    """Party organisations of the three lines, three of each, of which the first of some are in the joint meeting."""
    rows: list[Row] = [
        unit("mine", None, None, "state_enterprise"),
        body("m", "joint_meeting", "street"),
        body("m-block", "joint_meeting"),
    ]
    for kind in ON_LINES:
        rows += [body(f"{kind}-{n}", kind, "mine" if n or kind != ON_LINES[0] else "street") for n in range(3)]
    rows += members("m", *(f"{kind}-0" for kind in joined))
    whole = "ties:member " + " ".join(f"bodies:{kind}" for kind in ("joint_meeting", *ON_LINES))
    return place(*ALONE, *rows, whole=whole, profile=JIEFANGBEI_LEVELS)


def shares(*joined: str) -> tuple[str, ...]:
    """The share of each line that is in a joint body, in ‰."""
    given = lines(*joined)
    view = View(given, JIEFANGBEI.at(ON), ON, SINCE)
    return tuple(
        view.measure(
            Ratio(
                Distinct(each(bodies.kind == kind).back(ties.source, ties.kind == "member"), "source"),
                Count(each(bodies.kind == kind)),
            ),
            given.units["street"],
        ).in_("en")
        for kind in ON_LINES
    )


def side_by_side(*kinds: str) -> Jurisdiction:
    """A community with an enlarged committee, a joint-building meeting, or one that passes for both."""
    rows = [body(kind, kind, functions=("joint_building_meeting",) if len(kinds) == 1 else ()) for kind in kinds]
    return place(*DISTRICT, BLOCK, *rows, whole="bodies", profile=NANQIAO_LEVELS)


# Meetings of Jixi


def one_each(missing: int = 0) -> tuple[int, int]:
    """How many regional meetings there are, and how many units below the city that may each have one."""
    counties = [unit(f"c{n}", "county", "city", "county") for n in range(9)]
    streets = [unit(f"s{n:02}", "township", f"c{n % 9}", "subdistrict") for n in range(32)]
    blocks = [unit(f"b{n:02}", "community", f"s{n % 32:02}", "residents_committee") for n in range(69)]
    below = [*counties, *streets, *blocks]
    meetings = [body(f"m-{row.id}", REGIONAL, row.id) for row in below[: len(below) - missing]]
    given = place(CHAIN[0], *below, *meetings, whole=f"units bodies:{REGIONAL}")
    view, city = View(given, JIXI.at(ON), ON, SINCE), given.units["city"]
    met = view.select(HERE.down().back(bodies.host, bodies.kind == REGIONAL), city)
    return len(met), len(view.select(HERE.down(units.level.is_in(("county", "township", "community"))), city))


def twice_in(n: int) -> Jurisdiction:
    """So many memberships in regional meetings, of half as many units."""
    given = crowd((n + 1) // 2)
    return given.having(*members("m001", *(f"u{i:04}" for i in range(n // 2))))


def _replaced(code: str, payload: Even, *figures: object) -> RulePack:
    """Jixi with another payload for a norm, as a city that measures differently would have it."""
    (old,) = [norm for norm in JIXI.norms if norm.code == code]
    new: Norm = attrs.evolve(old, payload=payload)
    return JIXI.extend(Overlay(id="own", title=JIXI.title, basis=A_CASE, replace=(new, *figures)))  # type: ignore[arg-type]


BY_GINI: Final = _replaced(
    "JX214",
    Even(
        HERE.down().back(bodies.host, bodies.kind == REGIONAL),
        Sum(
            HERE.back(ties.target, ties.kind == "member")
            .along(ties.source, "units")
            .back(facts.about, facts.unit == "resource_weight"),
            "amount",
        ),
        "allocation.concentration",
    ),
    declared(JIXI, "allocation.concentration", 100),
)

FOUR_BODIES: Final = enlarged(ENLARGED, WORKING, GREAT, GENERAL_BRANCH)

# The table

CASES: Final[tuple[Case, ...]] = (
    Judged("C-1.07", claimed("block"), claimed("block", "next"), "NQ107", NANQIAO),
    Judged("C-1.14", city_committees(date(2018, 6, 1)), city_committees(None), "JX114"),
    Judged("C-1.17", chained(), chained(tie("organ_of", "group", "street")), "NQ1171", NANQIAO),
    Judged(
        "C-1.17",
        chained(),
        chained(unit("party", "community_party_organisation", "committee2", "general_branch")),
        "NQ1172",
        NANQIAO,
    ),
    Judged("C-1.18", organised("general_branch"), organised("general_branch", "party_committee"), "NQ1181", NANQIAO),
    Judged("C-1.18", organised("general_branch"), organised("leading_group"), "NQ1182", NANQIAO),
    Judged("C-1.19", chained(), chained(unit("orchard", None, "next", "compound"), branch="orchard"), "NQ119", NANQIAO),
    Judged("C-1.19", gridded("block", "tower"), gridded("next", "villa"), "NQ119", NANQIAO),
    Judged("C-1.20", chained(whole=STANDING), chained(whole=STANDING, group="villa"), "NQ1201", NANQIAO),
    Judged("C-1.20", grouped("group_leader"), grouped(None), "NQ1202", NANQIAO),
    Judged("C-1.21", lived_in("probationary_member"), lived_in("resident"), "NQ121", NANQIAO),
    Judged(
        "C-1.22",
        hosting("residents_committee", whole="residents_committee"),
        hosting(whole="residents_committee"),
        "LF122",
        LANGFANG,
    ),
    Judged("C-1.24", owners(1), owners(2), "LF124", LANGFANG),
    Judged("C-1.25", contracted(None), contracted(date(2018, 12, 1)), "LF125", LANGFANG),
    Judged(
        "C-1.26",
        hosting("six_in_one", "comprehensive_service_station", whole="comprehensive_service_station"),
        hosting("six_in_one", whole="comprehensive_service_station"),
        "LF126",
        supplied(LANGFANG, "six_in_one.parties", 5),
    ),
    Judged(
        "C-1.27",
        place(*CHAIN, MEETING, *departments(28), *members("meeting", *ALL_28), whole="ties:member"),
        place(*CHAIN, MEETING, *departments(29), *members("meeting", *ALL_28, "dept28")),
        "JX205",
    ),
    Judged("C-1.28", agency("belongs_to", "seated_in"), agency("seated_in"), "JX1281"),
    Judged("C-1.28", agency("belongs_to", "seated_in"), agency("belongs_to", "seated_in", heads=2), "JX1282"),
    Judged("C-1.28", consented(date(2018, 5, 3)), consented(None), "JX406"),
    Judged("C-1.29", appointed("dispatched_agency"), appointed("stationed_department"), "JX129"),
    Judged("C-1.30", stationed("block"), stationed("block", "next"), "JX1301"),
    Judged("C-1.30", stationed("block"), stationed("next"), "JX1302"),
    Judged("C-1.30", stationed("next", agreed=True), stationed("next"), "JX1302"),
    Judged("C-1.32", industry("industry_regulator"), industry("residents_committee"), "LF132", LANGFANG),
    Judged("C-1.32", industry("industry_regulator"), industry(""), "PBS01", LANGFANG),
    Judged("C-1.34", task_force(), task_force(kinds=(*FIVE[:4], "transport")), "LF1341", LANGFANG),
    Judged("C-1.34", task_force(), task_force(levels=("city",), more=5), "LF1342", LANGFANG),
    Judged("C-1.34", task_force(), task_force(more=1), "LF1343", LANGFANG),
    Judged("C-1.34", task_force(), task_force(functions=()), "LF1344", LANGFANG),
    Judged("C-1.34", task_force(), task_force(end=None), "LF1345", LANGFANG),
    Judged("C-1.35", secretary(Period(None, None)), secretary(Period(None, None), posts=2), "NQ1351", NANQIAO),
    Judged(
        "C-1.35",
        secretary(Period(None, date(2018, 6, 1)), Period(date(2018, 6, 1), None)),
        secretary(Period(None, None), Period(date(2018, 6, 1), None)),
        "NQ1352",
        NANQIAO,
    ),
    Judged(
        "C-1.35",
        secretary(Period(None, date(2018, 6, 1)), Period(date(2018, 7, 1), None)),
        secretary(Period(None, date(2018, 6, 1)), Period(date(2018, 7, 2), None)),
        "NQ1353",
        supplied(NANQIAO, "secretary.vacant_days", 30),
    ),
    Judged("C-1.39", bank("line_superior", "seated_in"), bank("line_superior", "second", "seated_in"), "JX1391"),
    Judged("C-1.39", bank("line_superior", "seated_in"), bank("line_superior"), "JX1392"),
    Asked(
        "C-1.39",
        lambda: line_and_block("line_superior", "seated_in"),
        (1, 1),
        lambda: line_and_block("seated_in"),
        (0, 1),
    ),
    Judged("C-1.40", linked(), linked("oversees", "brings"), "NQ1401", NANQIAO),
    Judged("C-1.40", linked(), linked("manages"), "NQ1402", NANQIAO),
    Judged("C-1.40", linked(), linked("brings"), "NQ1403", REACHING),
    Wanting("C-1.40", linked(), "NQ1403", declared(NANQIAO, "grasp_manage_bring.reached", 1), NANQIAO),
    Judged("C-1.45", self_governed(), self_governed(led_=False), "LF1451", LANGFANG),
    Judged("C-1.45", self_governed(), self_governed(placed=True), "LF1452", LANGFANG),
    Asked("C-2.11", one_each, (110, 110), lambda: one_each(missing=1), (109, 110)),
    Judged(
        "C-2.12",
        twice_in(3501),
        twice_in(3500),
        "JX2122",
        supplied(JIXI, "regional_meeting.counting", ("memberships",)),
    ),
    Judged("C-2.13", overlapping(shared=True), overlapping(shared=False), "JX213"),
    Judged("C-2.14", loaded(10, 11, 9), loaded(28, 1, 1), "JX214", BY_GINI),
    Judged(
        "C-2.23",
        FOUR_BODIES,
        enlarged(WORKING, GREAT, GENERAL_BRANCH),
        "LF2231",
        LANGFANG,
    ),
    Judged(
        "C-2.23",
        FOUR_BODIES,
        enlarged(ENLARGED, GREAT, GENERAL_BRANCH),
        "LF2232",
        LANGFANG,
    ),
    Judged(
        "C-2.26",
        FOUR_BODIES,
        enlarged(ENLARGED, WORKING, GREAT, attrs.evolve(GREAT, id="second"), GENERAL_BRANCH),
        "LF2261",
        LANGFANG,
    ),
    Judged(
        "C-2.26",
        FOUR_BODIES,
        enlarged(ENLARGED, WORKING, GREAT),
        "LF2262",
        LANGFANG,
    ),
    Judged(
        "C-2.32",
        side_by_side("enlarged_community_committee", "joint_building_meeting"),
        side_by_side("enlarged_community_committee"),
        "NQ232",
        NANQIAO,
    ),
    Judged("C-2.36", given_by(*BOTH_GIVE), given_by(*BOTH_GIVE, ("bank", "money")), "JF2361", JIEFANGBEI),
    Judged("C-2.36", given_by(*BOTH_GIVE), given_by(*BOTH_GIVE[:1]), "JF2362", JIEFANGBEI),
    *(
        Judged("C-2.43", lines(*ON_LINES), lines(*(kind for kind in ON_LINES if kind != left)), f"JF243{n}", JIEFANGBEI)
        for n, left in enumerate(ON_LINES, 1)
    ),
    Asked(
        "C-2.43", lambda: shares(*ON_LINES), ("333", "333", "333"), lambda: shares(*ON_LINES[:2]), ("333", "333", "0")
    ),
)
