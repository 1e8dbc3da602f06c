"""Cases of Nanqiao, judged by the whole pack of the city: cover, seats, councils, reporting, projects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import attrs

from pbgov.base import Cycle, Exact, Row
from pbgov.errors import IllegalEventError
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Document, Event, Fact, Jurisdiction, Process
from pbgov.org import Body, Holding, Level, LevelProfile, Person, Post, Tie
from pbgov.packs import INSTITUTIONS, NANQIAO, NANQIAO_LEVELS
from pbgov.rules import Act, Classification, Lifecycle, Outcome, RulePack
from tests.catalogue.cases_lifecycle import can, done
from tests.catalogue.cases_organs import chained
from tests.catalogue.cases_sectors import (
    BRANCHES,
    CELLS,
    FIVE_INSTITUTIONS,
    FOUR_ASPECTS,
    contracted,
    linked,
    reporting,
)
from tests.catalogue.worlds import (
    A_CASE,
    DISTRICT_CHAIN,
    GREAT,
    PARTY_CHAIN,
    Asked,
    Case,
    Judged,
    Refused,
    Ruled,
    Wanting,
    declared,
    members,
    place,
    supplied,
    tie,
    unit,
)

_HELD: Final = {institution.code: institution.value for institution in INSTITUTIONS["nanqiao"]}


def here(*rows: Row, whole: str = "", profile: LevelProfile = NANQIAO_LEVELS) -> Jurisdiction:
    """A district with a subdistrict and a community, and what else there is."""
    return place(*DISTRICT_CHAIN, *rows, whole=whole, profile=profile)


def states(what: str, n: int) -> Fact:
    """What the district's report states."""
    return Fact(id=f"stated-{what}", about="county", amount=Exact(n), unit=what, basis=A_CASE)


def compounds(n: int) -> list[Row]:
    """So many compounds of the community."""
    return [unit(f"x{i:02}", None, "block", "compound") for i in range(n)]


def judged(item: str, code: str, sound: Jurisdiction, wrong: Jurisdiction, pack: RulePack = NANQIAO) -> Judged:
    """Two places, judged by the pack of Nanqiao."""
    return Judged(item, sound, wrong, code, pack)


def decided(item: str, institution: str, code: str, sound: dict[str, Any], **changes: Any) -> Ruled:
    """Facts that a decision of Nanqiao admits, and the same but for some changes, which it does not."""
    pack = _HELD[institution]
    assert isinstance(pack, RulePack)
    outcome = Outcome.FORBIDDEN if code == "NQ6241" else Outcome.CONDITIONAL if code == "NQ6251" else None
    return Ruled(item, pack, sound, sound | changes, code, outcome or Outcome.NOT_ADMITTED)


UNIT_ORGANISATIONS: Final = (
    "enterprise_party_organisation",
    "institution_party_organisation",
    "organ_party_organisation",
)
ORGANS: Final = (*PARTY_CHAIN[:2], unit("branch", "compound_branch", "party", "compound_branch"))
"""The working committee, the community's general branch, and a compound branch."""


# Levels and cover


_COUNTY: Final = Level(code="county", label=A_CASE.why)
_LOOSE: Final = LevelProfile(
    id="loose",
    levels=(
        _COUNTY,
        Level(code="township", label=A_CASE.why, parents=("county",)),
        Level(code="community", label=A_CASE.why, parents=("township", "county")),
    ),
)
_LOOSE_PARTY: Final = LevelProfile(
    id="loose-party",
    levels=tuple(
        attrs.evolve(level, parents=("compound_branch", "community_party_organisation"))
        if level.code == "building_party_group"
        else level
        for level in NANQIAO_LEVELS.levels
    ),
)


def party_chain(above_group: str) -> Jurisdiction:
    """The five-level chain, where the profile lets a group stand below a branch or below the community's committee."""
    group = unit("group", "building_party_group", above_group)
    return place(*(group if row.id == "group" else row for row in PARTY_CHAIN), profile=_LOOSE_PARTY)


def covered(n: int, *, without: int = 0) -> Jurisdiction:
    """So many grids of one building, with a Party group and a hub household in all of these but some."""
    homes = [Building(id=f"b{i:02}", households=9, compound="yard") for i in range(n)]
    rows: list[Row] = [*ORGANS, unit("yard", None, "block", "compound")]
    rows += [Neighbourhood(id="n", community="block", buildings=homes), tie("anchored_on", "branch", "yard")]
    for i in range(n):
        home = f"b{i:02}"
        rows += [unit(home, None, "yard", "building"), Grid(id=f"g{i:02}", neighbourhood="n", members=(home,))]
    for i in range(n - without):
        rows += [
            unit(f"group{i:02}", "building_party_group", "branch"),
            unit(f"hub{i:02}", "hub_household", f"group{i:02}"),
            tie("anchored_on", f"group{i:02}", f"b{i:02}"),
        ]
    return here(*rows, whole="units grids ties:anchored_on")


def firms(*with_organisation: str) -> Jurisdiction:
    """Two contracting units, those named with a Party organisation."""
    rows = [unit(name, None, None, "public_institution") for name in ("school", "bank")]
    at_work = [tie("contracting_unit", name, "county") for name in ("school", "bank")]
    organs = [Body(id=f"of-{name}", kind="institution_party_organisation", host=name) for name in with_organisation]
    whole = " ".join(f"bodies:{kind}" for kind in UNIT_ORGANISATIONS)
    return here(*rows, *at_work, *organs, whole=f"{whole} ties:contracting_unit")


def active(*subjects: str, until: date | None = None) -> Jurisdiction:
    """Activities of organisations; that of the branch perhaps by one that has ended since."""
    chain = [attrs.evolve(row, end=until) if row.id == "branch" else row for row in ORGANS]
    rows = [
        Event(id=f"e-{name}", kind="organisation_activity", subject=name, date=date(2018, 5, 1)) for name in subjects
    ]
    return here(*chain, *rows, whole="units events:organisation_activity")


def each_quarter(n: int) -> Jurisdiction:
    """A branch that is active in so many quarters."""
    rows = [
        Event(id=f"e{i}", kind="organisation_activity", subject="branch", date=date(2018, 2 + 3 * i, 1))
        for i in range(n)
    ]
    return place(*ORGANS, *rows, whole="events:organisation_activity", profile=NANQIAO_LEVELS)


def counted(what: str, n: int, *rows: Row, whole: str) -> Jurisdiction:
    """A district of which a number is stated, and what there is."""
    return here(states(what, n), *rows, whole=whole)


def branches(n: int) -> Jurisdiction:
    """So many branches, where 84 are stated."""
    rows: list[Row] = [unit(f"br{i:02}", "compound_branch", "party", "compound_branch") for i in range(n)]
    rows += [*PARTY_CHAIN[:2], tie("organ_of", "committee", "street"), tie("organ_of", "party", "block")]
    return counted("compound_branches", BRANCHES, *rows, whole="units ties:organ_of")


def with_cells(n: int) -> Jurisdiction:
    """So many grids, contracted by 54 units, where 366 grids are stated."""
    world = contracted(54, n).having(states("grids", CELLS))
    claims = place(whole="grids neighbourhoods units").recorded
    return attrs.evolve(world, recorded=(*world.recorded, *claims))


# Seats


def accountable(last: str) -> Jurisdiction:
    """Posts accountable for the programme at three levels; this kind in the community."""
    kinds = {"county": "secretary", "street": "secretary", "block": last}
    rows: list[Row] = [Post(id=f"p-{one}", kind=kind, unit=one) for one, kind in kinds.items()]
    rows += [tie("accountable", f"p-{one}", one) for one in kinds]
    return here(*rows, whole="posts ties:accountable")


def sat(*persons: str) -> list[Row]:
    """Seats of part-time members, held by these persons because of another post."""
    rows: list[Row] = []
    for n, person in enumerate(persons):
        rows += [
            Post(id=f"main{n:03}", kind="secretary", unit="county"),
            Post(id=f"seat{n:03}", kind="part_time_member", unit="great"),
            Person(id=person, category="full_member"),
            Holding(id=f"in{n:03}", post=f"seat{n:03}", person=person, concurrent=f"main{n:03}"),
        ]
    return rows


def on_duty(*terms: int, months: int = 3) -> Jurisdiction:
    """An enlarged committee of three seats, which were on duty in this order from February on."""
    starts = [date(2018, 2 + months * n, 1) for n in range(len(terms))]
    duties = [
        Tie(id=f"duty{n}", kind="on_duty", source=f"seat{seat:03}", target="great", start=first, end=last)
        for n, (seat, first, last) in enumerate(zip(terms, starts, [*starts[1:], None], strict=True))
    ]
    return here(GREAT, *sat("p1", "p2", "p3"), *duties, whole="ties:on_duty posts")


def presided(by: str) -> Jurisdiction:
    """A community whose secretary, who also has a seat, is one person, and whose committee has somebody on duty."""
    rows: list[Row] = [*PARTY_CHAIN[:2], GREAT, *sat("p1"), tie("on_duty", by, "great")]
    rows += [tie("organ_of", "party", "block"), tie("organ_of", "committee", "street")]
    rows += [Post(id=f"head-{name}", kind="secretary", unit=name) for name in ("party", "committee")]
    rows += [
        Post(id="seat", kind="part_time_member", unit="great"),
        Person(id="s", category="full_member"),
        Holding(id="led", post="head-party", person="s"),
        Holding(id="also", post="seat", person="s", concurrent="head-party"),
    ]
    return here(*rows, whole="posts holdings ties:on_duty ties:organ_of")


def enlarged(n: int) -> Jurisdiction:
    """A community with so many enlarged committees."""
    return here(*(attrs.evolve(GREAT, id=f"great{i}") for i in range(n)), whole=f"bodies:{GREAT.kind}")


def standing(host: str) -> Jurisdiction:
    """An enlarged committee beside the Party organisation of its community, or hosted where there is none."""
    ties = [tie("organ_of", "party", "block"), tie("organ_of", "committee", "street")]
    return here(*PARTY_CHAIN[:2], *ties, attrs.evolve(GREAT, host=host), whole="ties:organ_of")


def part_time(post: str = "secretary", kind: str = "public_institution") -> Jurisdiction:
    """A part-time member who holds the seat because of another post, in a unit of a kind."""
    rows: list[Row] = [
        unit("hospital", None, "street", kind),
        Body(id="of-hospital", kind="institution_party_organisation", host="hospital"),
        Post(id="main", kind=post, unit="of-hospital"),
        Post(id="seat", kind="part_time_member", unit="great"),
        Person(id="p1", category="full_member"),
        Holding(id="h1", post="main", person="p1"),
        Holding(id="h2", post="seat", person="p1", concurrent="main"),
    ]
    return here(GREAT, *rows, whole="posts holdings")


COMMITTEES: Final = f"bodies:{GREAT.kind} bodies:enlarged_working_committee"


def many_seats(n: int) -> Jurisdiction:
    """So many seats of part-time members that are held, where more than 180 are stated."""
    persons = [f"p{i:03}" for i in range(n)]
    stated = states("part_time_members", 181)
    return here(GREAT, stated, *sat(*persons), whole=f"posts:part_time_member holdings units {COMMITTEES}")


def worker(at: str) -> Jurisdiction:
    """A community worker employed somewhere."""
    return here(Post(id="w", kind="community_worker", unit=at), whole="posts")


def assessed(*haves: str) -> Jurisdiction:
    """A branch with a secretary who was assessed."""
    paper = Document(id="a", kind="secretary_assessment", parties=("branch",), sections=haves)
    post = Post(id="s", kind="secretary", unit="branch")
    return place(*ORGANS, post, paper, whole="documents:secretary_assessment", profile=NANQIAO_LEVELS)


def secretaries(*routes: str, beside: str = "community_worker", pool: str = "retired_cadre") -> Jurisdiction:
    """84 branches and their secretaries, each come by a route: worker, member of the compound, retired cadre."""
    rows: list[Row] = [*PARTY_CHAIN[:2], Body(id="pool", kind="person_pool", host="county", functions=(pool,))]
    for i in range(BRANCHES):
        route = routes[i % len(routes)]
        rows += [
            unit(f"br{i:02}", "compound_branch", "party", "compound_branch"),
            Post(id=f"s{i:02}", kind="secretary", unit=f"br{i:02}"),
            Person(id=f"p{i:02}", category="full_member"),
        ]
        main = f"w{i:02}" if route == "concurrent" else None
        rows += [Post(id=main, kind=beside, unit="block")] if main else []
        rows += [tie("in_pool", f"p{i:02}", "pool")] if route == "dispatched" else []
        rows.append(Holding(id=f"h{i:02}", post=f"s{i:02}", person=f"p{i:02}", route=route, concurrent=main))
    return here(*rows, whole="holdings ties:in_pool")


ROUTES: Final = ("concurrent", "recommended", "dispatched")


def pooled(post: str) -> Jurisdiction:
    """A person in two pools, and a post of a kind."""
    rows: list[Row] = [Person(id="p1", category="full_member"), Post(id="post", kind=post, unit="block")]
    for pool in ("retired_cadre", "volunteer"):
        rows += [Body(id=pool, kind="person_pool", host="block", functions=(pool,)), tie("in_pool", "p1", pool)]
    return here(*rows, whole="posts ties:in_pool")


# Compounds


def councils(*lacking: str) -> Jurisdiction:
    """84 compounds, each with two councils, but for the last, which lacks one."""
    kinds = ("residents_council", "compound_review_council")
    rows = [
        Body(id=f"{kind}-{row.id}", kind=kind, host=row.id)
        for row in compounds(BRANCHES)
        for kind in kinds
        if (row.id, kind) not in {(f"x{BRANCHES - 1}", one) for one in lacking}
    ]
    whole = " ".join(f"bodies:{kind}" for kind in kinds)
    return here(*compounds(BRANCHES), *rows, whole=whole)


def facility(kind: str, host: str) -> Jurisdiction:
    """A facility of a compound or of the community."""
    return here(*compounds(1), Body(id="f", kind=kind, host=host))


VENUE: Final = Body(id="pavilion", kind="deliberation_venue", host="x00")
COUNCIL: Final = Body(id="council", kind="residents_council", host="x00")
STALL: Final = Body(id="stall", kind="market", host="x00")


def meeting(kind: str, *at: str) -> Jurisdiction:
    """A meeting of a council, or an appeal, that names where it was held or came in."""
    event = Event(id="e", kind=kind, subject="council", date=date(2018, 5, 1), refers=at)
    rows = [VENUE, COUNCIL, STALL, tie("owns", "council", "pavilion")]
    return here(*compounds(1), *rows, event, whole="ties:owns")


def owned(*owners: str) -> Jurisdiction:
    """A venue with these owners."""
    return here(*compounds(1), VENUE, COUNCIL, *(tie("owns", one, "pavilion") for one in owners), whole="ties:owns")


def demonstrations(*by: str) -> Jurisdiction:
    """Compounds designated by these authorities, where four are stated."""
    rows = [unit("anhui", None, None, "province_authority"), unit("chuzhou", None, None, "city_authority")]
    ties = [tie("designated_demonstration", f"x{n:02}", grantor) for n, grantor in enumerate(by)]
    stated = states("demonstration_compounds", 4)
    return here(*compounds(len(by)), *rows, *ties, stated, whole="units ties:designated_demonstration")


FOUR: Final = ("anhui", "anhui", "chuzhou", "chuzhou")


def arrangement(*without: str) -> Jurisdiction:
    """A compound's arrangement of 1 + 3 + N, but for some."""
    rows: list[Row] = [
        *ORGANS,
        *compounds(1),
        Body(id="arrangement", kind="governance_arrangement", host="x00"),
        unit("service", None, None, "property_enterprise"),
        Body(id="owners", kind="owners_committee", host="x00"),
        COUNCIL,
    ]
    joined = [name for name in ("branch", "service", "owners", "council") if name not in without]
    return here(
        *rows, tie("lead_coordinator", "party", "arrangement"), *members("arrangement", *joined), whole="ties:member"
    )


def committees(n: int) -> Jurisdiction:
    """A compound with so many owners' committees."""
    rows = [Body(id=f"o{i}", kind="owners_committee", host="x00") for i in range(n)]
    return here(*compounds(1), *rows, whole="bodies:owners_committee")


def serviced(end: date | None) -> Jurisdiction:
    """A compound served by an enterprise under a contract, which perhaps ended."""
    contract = Document(id="c", kind="property_service_contract", parties=("service", "x00"), end=end)
    service = unit("service", None, None, "property_enterprise")
    rows = [service, contract, tie("property_service", "service", "x00")]
    return here(*compounds(1), *rows, whole="documents:property_service_contract")


# Reporting


def at_work(*ties: Row, firm: str = "school") -> Jurisdiction:
    """A member in service at a contracting unit."""
    world = linked(*ties, tie("contracting_unit", firm, "county"))
    return attrs.evolve(world, recorded=(*world.recorded, *place(whole="ties:contracting_unit").recorded))


def many_reporting(n: int) -> Jurisdiction:
    """So many members who report, where more than 1,100 are stated."""
    rows: list[Row] = [states("reported_members", 1101)]
    for i in range(n):
        rows.append(Person(id=f"m{i:04}", category="in_service_member"))
        rows.append(attrs.evolve(tie("reports_to", f"m{i:04}", "block"), route="contracted"))
    return here(*rows, whole="units ties:reports_to")


def of_category(category: str) -> Jurisdiction:
    """A member of a category who reports."""
    rows = [Person(id="m9", category=category), attrs.evolve(tie("reports_to", "m9", "block"), route="contracted")]
    return here(*rows, whole="ties:reports_to")


AT_HOME: Final = supplied(NANQIAO, "dual_report.policy", ("residence",))
DUAL: Final = {"in_service": True, "destination": "contracted", "residents_linked": 1}


# Projects and documents


def project(unit_: str, n: int, owner: str, sections: Sequence[str], *acts: Act) -> list[Row]:
    """A project of a unit: its plan, and what was done."""
    plan = Document(id=f"plan-{unit_}-{n}", kind="project_plan", parties=(unit_,), sections=tuple(sections))
    kind = "secretary_project"
    return [plan, Process(id=f"project-{unit_}-{n}", kind=kind, subject=plan.id, owner=owner, acts=acts)]


CONTROLS: Final = ("change_log", "landing_criterion", "milestone")
_POSTS: Final = (
    *(Post(id=f"s-{name}", kind="secretary", unit=name) for name in ("county", "street", "block")),
    Post(id="deputy", kind="deputy_secretary", unit="block"),
)


def projects(
    *units_: str,
    owner: str = "",
    sections: Sequence[str] = CONTROLS,
    acts: Sequence[Act] = (),
) -> Jurisdiction:
    """Projects of these units, owned by their secretaries."""
    rows = [row for name in units_ for row in project(name, 1, owner or f"s-{name}", sections, *acts)]
    return here(*_POSTS, *rows, whole="documents:project_plan processes")


THREE: Final = ("county", "street", "block")


def milestone(day: int) -> Jurisdiction:
    """A milestone of the community due on 10 May and reached on a day of May."""
    due = Event(id="due", kind="milestone_due", subject="block", date=date(2018, 5, 10))
    reached = Event(id="met", kind="milestone_reached", subject="block", date=date(2018, 5, day), refers=("due",))
    return here(due, reached, whole="events:milestone_due events:milestone_reached")


def constructed(*sections: str) -> Jurisdiction:
    """A community's organisation, and what a check found it to have."""
    check = Document(id="check", kind="construction_check", parties=("party",), sections=sections)
    return place(*PARTY_CHAIN[:2], attrs.evolve(check, parties=("party",)), whole="documents", profile=NANQIAO_LEVELS)


def standard(n: int) -> Jurisdiction:
    """The standard of eight haves and eight builds, with so many items."""
    return here(
        Document(
            id="s", kind="eight_haves_eight_builds", parties=("county",), sections=tuple(f"i{k}" for k in range(n))
        )
    )


def designed(*aspects: str) -> Jurisdiction:
    """The district's documents, with the aspects they take up."""
    rows = [
        Document(id=code, kind="policy_document", parties=("county",), sections=(code, *aspects[n : n + 1]))
        for n, code in enumerate(FIVE_INSTITUTIONS)
    ]
    return here(*rows, whole="documents:policy_document")


def own_matter(*steps: str | tuple[str, dict[str, Any]]) -> Jurisdiction:
    """A matter of the residents' own, by what was done."""
    process = Process(id="p", kind="self_governance", subject="block", start=date(2018, 3, 1), acts=done(*steps))
    return here(process, whole="processes")


def lifecycle(code: str) -> Lifecycle:
    """A lifecycle of the city."""
    value = _HELD[code]
    assert isinstance(value, Lifecycle)
    return value


def category(**facts: bool) -> str | None:
    """The category of a unit."""
    value = _HELD["unit_class"]
    assert isinstance(value, Classification)
    told = {"party_government_organ": False, "public_institution": False, "partner_unit": False} | facts
    return value.classify(told).category


LED: Final = tuple((kind, {"role": "secretary"}) for kind in ("choose", "lead", "break_through"))
DEPUTY: Final = done(("choose", {"by": "deputy"}))
VOTED: Final = ("decide", {"facts": {"voted": True}})
HAVES: Final = ("ability", "enthusiasm", "public_spirit")
WORKER: Final = {"route": "concurrent", "pools": ("community_worker",), "criteria": HAVES}
RECOMMENDED: Final = {"route": "recommended", "pools": ("compound_member",), "criteria": HAVES}
CADRE: Final = {"route": "dispatched", "pools": ("retired_cadre", "volunteer"), "criteria": HAVES}
PART_TIME: Final = {"head": True, "in_territory": True, "unit_category": "public_institution"}
EMPLOYED: Final = {"employment_status": "employed", "unit_organised": True}
RED: Final = {"organised": True, "linked": True, "satisfaction": 80}

CASES: Final[tuple[Case, ...]] = (
    judged(
        "C-1.11",
        "NQ111",
        here(profile=_LOOSE),
        place(*DISTRICT_CHAIN[:2], unit("block", "community", "county", "residents_committee"), profile=_LOOSE),
    ),
    judged("C-1.12", "NQ112", party_chain("branch"), party_chain("party")),
    judged("C-1.13", "NQ1131", covered(12), covered(12, without=1)),
    judged("C-1.13", "NQ1132", firms("school", "bank"), firms("school")),
    judged(
        "C-1.18",
        "NQ1183",
        chained(),
        chained(unit("party2", "community_party_organisation", "committee", "party_branch")),
    ),
    judged("C-1.24", "NQ124", committees(1), committees(2)),
    judged("C-1.25", "NQ125", serviced(None), serviced(date(2018, 6, 1))),
    Asked(
        "C-1.31",
        lambda: category(public_institution=True, partner_unit=True),
        "public_institution",
        lambda: category(partner_unit=True),
        "partner_unit",
    ),
    judged("C-1.42", "NQ142", accountable("secretary"), accountable("deputy_secretary")),
    judged("C-2.22", "NQ222", presided("seat000"), presided("seat")),
    judged("C-2.26", "NQ2261", enlarged(1), enlarged(2)),
    judged("C-2.26", "NQ2262", standing("block"), standing("county")),
    judged("C-2.29", "NQ2291", part_time(), part_time("deputy_secretary")),
    judged("C-2.29", "NQ2292", part_time(), part_time(kind="household")),
    decided("C-2.29", "part_time_member", "NQ2293", PART_TIME, head=False),
    decided("C-2.29", "part_time_member", "NQ2293", PART_TIME, in_territory=False),
    decided("C-2.29", "part_time_member", "NQ2293", PART_TIME, unit_category="household"),
    judged("C-2.30", "NQ230", many_seats(181), many_seats(180)),
    judged("C-2.31", "NQ2311", on_duty(0, 1, 2), on_duty(0, 1, 0)),
    Wanting("C-2.31", on_duty(0, 1, 2, 0), "NQ2312", declared(NANQIAO, "duty_rotation.term", 3), NANQIAO),
    judged(
        "C-2.31",
        "NQ2312",
        on_duty(0, 1, 2, 0),
        on_duty(0, 1, 2, months=4),
        supplied(NANQIAO, "duty_rotation.term", 3),
    ),
    judged("C-2.41", "NQ241", councils(), councils("residents_council")),
    judged("C-2.42", "NQ242", councils(), councils("compound_review_council")),
    judged("C-3.07", "NQ307", with_cells(CELLS), with_cells(CELLS - 1)),
    judged(
        "C-3.09",
        "NQ309",
        chained(),
        chained(branch="hall").having(unit("hall", None, "block", "department")),
    ),
    judged("C-3.10", "NQ3103", branches(BRANCHES), branches(BRANCHES - 1)),
    judged(
        "C-3.10",
        "NQ3104",
        counted("compounds", BRANCHES, *compounds(BRANCHES), whole="units"),
        counted("compounds", BRANCHES, *compounds(BRANCHES - 1), whole="units"),
    ),
    judged("C-3.19", "NQ319", worker("block"), worker("street")),
    judged("C-5.06", "NQ506", assessed(*HAVES), assessed(*HAVES[:2])),
    decided("C-5.06", "branch_secretary", "NQ6274", WORKER, criteria=HAVES[:2]),
    Wanting(
        "C-5.07", constructed(*(f"have{n}" for n in range(8))), "NQ5071",
        declared(NANQIAO, "eight_haves.items", tuple(f"have{n}" for n in range(8))), NANQIAO,
    ),
    Wanting(
        "C-5.07", constructed(*(f"build{n}" for n in range(8))), "NQ5072",
        declared(NANQIAO, "eight_builds.items", tuple(f"build{n}" for n in range(8))), NANQIAO,
    ),
    judged("C-5.07", "NQ5073", standard(16), standard(17)),
    judged(
        "C-5.15", "NQ5151", facility("compound_service_station", "x00"), facility("compound_service_station", "block")
    ),
    judged("C-5.15", "NQ5152", facility("party_masses_centre", "block"), facility("party_masses_centre", "x00")),
    judged("C-5.16", "NQ5161", owned("council"), owned()),
    judged("C-5.16", "NQ5162", meeting("council_meeting", "pavilion"), meeting("council_meeting", "stall")),
    judged("C-5.19", "NQ5191", demonstrations(*FOUR), demonstrations(*FOUR[1:])),
    judged("C-5.19", "NQ5192", demonstrations(*FOUR), demonstrations(*FOUR[:3], "county")),
    judged("C-6.22", "NQ6221", at_work(*reporting("block")), at_work()),
    judged("C-6.22", "NQ6222", many_reporting(1101), many_reporting(1100)),
    judged("C-6.22", "NQ707", at_work(*reporting("block")), at_work(*reporting("far"))),
    decided("C-6.22", "dual_report", "NQ6224", DUAL, in_service=False),
    judged("C-6.24", "NQ624", linked(*reporting("block")), linked(*reporting("block", by="residence"))),
    judged(
        "C-6.24",
        "NQ624",
        linked(*reporting("far", by="residence")),
        linked(*reporting("far")),
        AT_HOME,
    ),
    decided("C-6.24", "dual_report", "NQ6241", DUAL, destination="seat"),
    judged("C-6.25", "NQ625", linked(*reporting("block")), linked(*reporting("block", households=()))),
    decided("C-6.25", "dual_report", "NQ6251", DUAL, residents_linked=0),
    judged("C-6.27", "NQ6271", secretaries(*ROUTES), secretaries(*ROUTES, "acquaintance")),
    judged("C-6.27", "NQ6272", secretaries(*ROUTES), secretaries(*ROUTES, beside="liaison")),
    decided("C-6.27", "branch_secretary", "NQ6274", WORKER, route="unknown"),
    decided("C-6.27", "branch_secretary", "NQ6275", RECOMMENDED, pools=()),
    decided("C-6.27", "branch_secretary", "NQ6276", CADRE, pools=("volunteer",)),
    judged("C-6.37", "NQ637", of_category("in_service_member"), of_category("retired_member")),
    decided("C-6.37", "in_service_member", "NQ6371", EMPLOYED, employment_status="retired"),
    judged("C-6.38", "NQ6273", secretaries(*ROUTES), secretaries(*ROUTES, pool="volunteer")),
    judged("C-6.38", "NQ638", pooled("secretary"), pooled("volunteer")),
    judged("C-7.16", "NQ716", designed(*FOUR_ASPECTS), designed(*FOUR_ASPECTS[:2], *FOUR_ASPECTS[3:])),
    judged("C-8.15", "NQ815", meeting("appeal_received", "pavilion"), meeting("appeal_received", "stall")),
    judged("C-8.15", "NQ815", meeting("appeal_received", "pavilion"), meeting("appeal_received")),
    judged("C-8.16", "PC816", own_matter("discuss", VOTED, "do", "manage"), own_matter("discuss", "do")),
    judged("C-8.18", "NQ8181", projects(*THREE), projects(*THREE[:2])),
    judged("C-8.18", "NQ8182", projects(*THREE), projects(*THREE, owner="deputy")),
    judged("C-8.18", "PC818", projects(*THREE), projects(*THREE, acts=DEPUTY)),
    Refused(
        "C-8.19",
        can(lifecycle("secretary_project"), *done(*LED)),
        can(lifecycle("secretary_project"), *done(LED[2], LED[0])),
        IllegalEventError,
    ),
    judged("C-8.20", "NQ8201", projects(*THREE), projects(*THREE, sections=CONTROLS[:2])),
    judged("C-8.20", "NQ8202", milestone(10), milestone(11)),
    decided("C-9.18", "red_property", "NQ918", RED, organised=False, linked=False, satisfaction=99),
    judged("C-9.21", "NQ9211", active("party", "branch"), active("party", "branch", until=date(2018, 9, 1))),
    judged(
        "C-9.21",
        "NQ9212",
        each_quarter(4),
        each_quarter(3),
        supplied(NANQIAO, "coverage.activity", Cycle.QUARTER),
    ),
    judged("C-10.19", "NQ10191", arrangement(), arrangement("service")),
    judged("C-10.19", "NQ10192", arrangement(), arrangement("owners")),
    judged("C-10.19", "NQ10193", arrangement(), arrangement("council")),
)  # fmt: skip
