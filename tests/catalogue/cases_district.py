"""Cases of a district: its three levels, the organs in it, what joins them and what they agree on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import attrs

import pbgov
from pbgov.base import Cycle, Row, Verdict
from pbgov.errors import InvalidValueError
from pbgov.model import Document, Event, Jurisdiction, Process, Recorded, View, columns
from pbgov.org import CITY, COMMUNITY, COUNTY, TOWNSHIP, Body, LevelProfile, Post, Unit
from pbgov.packs import SHANWEI, SHANWEI_LEVELS
from pbgov.rules import HERE, Act, DutyItem, DutyList
from tests.catalogue.cases_organs import (
    BLOCK,
    COMMUNITY_FORMS,
    DISTRICT,
    GENERAL_BRANCH,
    ORGANS,
    WORKING,
    body,
    people,
    seated,
)
from tests.catalogue.worlds import (
    ENLARGED,
    GREAT,
    ON,
    QUARTERS,
    SINCE,
    Asked,
    Case,
    Judged,
    Refused,
    Wanting,
    declared,
    members,
    place,
    supplied,
    tie,
    unit,
)

units = columns("units")
SEATS: Final = "posts:secretary posts:deputy_secretary posts:team_member posts:part_time_member holdings"


def district(*rows: Row, whole: str = "") -> Jurisdiction:
    """A district of one subdistrict and one community, with these rows."""
    return place(*DISTRICT, BLOCK, *rows, whole=whole, profile=SHANWEI_LEVELS)


# Levels and counts


def led(subdistricts: int, towns: int, communities: int = 0) -> Jurisdiction:
    """A district that leads so many subdistricts, towns and communities, every second of these a village."""
    rows: list[Row] = [unit(f"s{n}", "township", "county", "subdistrict") for n in range(subdistricts)]
    rows += [unit(f"t{n}", "township", "county", "town") for n in range(towns)]
    kinds = ("residents_committee", "villagers_committee")
    rows += [unit(f"c{n:02}", "community", "s0", kinds[n % 2]) for n in range(communities)]
    below = [tie("leads", "county", row.id) for row in rows]
    return place(DISTRICT[0], *rows, *below, whole="ties:leads units", profile=SHANWEI_LEVELS)


TWO_ROOTS: Final = LevelProfile(
    id="two-roots",
    levels=(
        CITY,
        attrs.evolve(COUNTY, parents=()),
        attrs.evolve(TOWNSHIP, parents=("city", "county")),
        COMMUNITY,
    ),
)


def rooted(level: str) -> Jurisdiction:
    """A community whose subdistrict stands under a root of a level: the district, or the city without one between."""
    rows = [unit("root", level, None, "root"), unit("street", "township", "root", "subdistrict"), BLOCK]
    return place(*rows, profile=TWO_ROOTS)


def claiming(given: Jurisdiction, whole: str) -> Jurisdiction:
    """A place that claims to hold more tables, or kinds of them, completely."""
    more = [Recorded(table=table, kind=kind or None) for table, _, kind in (w.partition(":") for w in whole.split())]
    return attrs.evolve(given, recorded=(*given.recorded, *more))


def townships(kind: str | None) -> int:
    """The units that 镇街 names in a district of four subdistricts and three towns; of one kind alone, too few."""
    given = led(4, 3)
    below = HERE.down((units.level == "township") if kind is None else (units.kind == kind))
    return len(View(given, SHANWEI.at(ON), ON, SINCE).select(below, given.units["county"]))


def party_of(number: int, led_by: str = "working") -> list[Row]:
    """The general branch of a community, and what leads it."""
    branch = attrs.evolve(GENERAL_BRANCH, id=f"party{number:02}", host=f"c{number:02}")
    return [branch, tie("leads", led_by, branch.id)]


def two_committees(persons: int) -> Jurisdiction:
    """A district with a community whose two committees have 615 seats between them, for so many persons."""
    names = [f"p{n:03}" for n in range(persons)]
    again = [names[0]] * (615 - persons)
    rows = [*people(names), *seated("party00", "team_member", *names[:9], *again)]
    rows += [attrs.evolve(WORKING, host="s0"), *(row for n in range(99) for row in party_of(n))]
    rows += [body("residents", "residents_committee", "c00"), tie("leads", "party00", "residents")]
    rows += seated("residents", "team_member", *names[9:])
    rows += [Post(id=f"i{n}", kind="party_building_instructor", unit="county") for n in range(30)]
    kinds = (*COMMUNITY_FORMS, "residents_committee", "villagers_committee")
    return claiming(led(7, 0, 99).having(*rows), " ".join(f"bodies:{kind}" for kind in kinds) + " posts holdings")


# Organs, and who leads them


def working(*hosts: str, whole: str = "bodies:working_committee", leader: str = "block-street") -> Jurisdiction:
    """Two subdistricts, those named with a working committee, and the community's organisation led by one of these."""
    rows = [unit("other", "township", "county", "subdistrict"), GENERAL_BRANCH]
    rows += [body(f"block-{host}", "working_committee", host) for host in hosts]
    return district(*rows, tie("leads", leader, "party"), whole=whole)


def organised(*kinds: str, more: Sequence[Row] = ()) -> Jurisdiction:
    """A community with Party organisations of these forms."""
    rows = [body(kind, kind) for kind in kinds]
    return district(*rows, *more, whole=" ".join(f"bodies:{kind}" for kind in COMMUNITY_FORMS))


def self_governed(*, led_: bool = True, placed: bool = False) -> Jurisdiction:
    """An owners' committee that the community's Party organisation leads, and that may stand in the unit tree."""
    rows = [*party_of(0), attrs.evolve(WORKING, host="s0"), unit("yard", None, "c00", "compound")]
    rows += [body("o", "owners_committee", "yard"), *([tie("leads", "party00", "o")] if led_ else [])]
    rows += [unit("below", None, "c00", "owners_committee")] if placed else []
    return led(7, 0, 99).having(*rows)


def enlarged(*rows: Row) -> Jurisdiction:
    """A district with a town, a subdistrict and a community with these bodies, and no others."""
    return district(unit("town", "township", "county", "town"), *rows, whole=ORGANS)


FOUR_BODIES: Final = (ENLARGED, WORKING, GREAT, GENERAL_BRANCH)


def composed(
    great: Body, base: Body, *, part_time: int = 5, also: Iterable[str] = (), stranger: bool = False
) -> Jurisdiction:
    """An enlarged committee of a team of seven and part-time members."""
    team, others = [f"r{n}" for n in range(7)], [f"q{n}" for n in range(part_time)]
    rows = [*seated(base.id, "team_member", *team), *seated(great.id, "part_time_member", *others, *also)]
    joined = [*team, *others, *(["x"] if stranger else [])]
    rows += [*people([*team, *others, "x"]), *members(great.id, *joined)]
    kinds = (great.kind, *(COMMUNITY_FORMS if base.kind in COMMUNITY_FORMS else (base.kind,)))
    whole = " ".join(f"bodies:{kind}" for kind in kinds)
    return district(great, base, *rows, whole=f"ties:member {SEATS} {whole}")


def one_body(regular: str, part_time: str) -> Jurisdiction:
    """A body in which one person is a regular member and one a part-time one."""
    rows = [*seated("great", "team_member", regular), *seated("great", "part_time_member", part_time)]
    return district(GREAT, *people("ab"), *rows, whole=SEATS)


# Meetings and modes


def three_parties(leader: str) -> Jurisdiction:
    """A three-party meeting, and which of its members leads the community's Party organisation."""
    rows = [
        unit("bureau", None, "s0", "department"),
        body("organ", "organ_party_organisation", "bureau"),
        attrs.evolve(WORKING, host="s0"),
        *party_of(0, leader),
        body("m", "three_party_meeting", "s0"),
        *members("m", "organ", "working", "party00"),
    ]
    return led(7, 0, 99).having(*rows)


def meeting(*joined: str) -> Jurisdiction:
    """A three-party meeting of some of a subdistrict's, a community's and an organ's Party organisation."""
    rows = [unit("bureau", None, "street", "department"), body("organ", "organ_party_organisation", "bureau")]
    return district(
        *rows, WORKING, GENERAL_BRANCH, body("m", "three_party_meeting", "street"), *members("m", *joined),
        whole="ties:member",
    )  # fmt: skip


def met(*days: date, agenda: Sequence[str] = ()) -> Jurisdiction:
    """A three-party meeting that met on these days of 2018, and what it took up."""
    rows = [
        Event(id=f"met{n}", kind="regular_meeting", subject="m", date=day, agenda=tuple(agenda) or None)
        for n, day in enumerate(days)
    ]
    given = district(body("m", "three_party_meeting", "county"), *rows)
    return attrs.evolve(given, recorded=(Recorded(table="events", kind="regular_meeting", start=SINCE, end=ON),))


AGENDA: Final = ("review_dual_reporting", "solve_bottlenecks")


def modes(*agendas: tuple[str, ...]) -> Jurisdiction:
    """A community with joint activities of these modes in a year."""
    rows = [
        Event(id=f"a{n}", kind="joint_activity", subject="block", date=date(2018, 2, 1 + n), agenda=agenda)
        for n, agenda in enumerate(agendas)
    ]
    return district(*rows, whole="events:joint_activity")


def mode_agreement(*sections: str) -> Jurisdiction:
    """An agreement on joint modes."""
    return district(Document(id="a", kind="joint_mode_agreement", parties=("block",), sections=sections))


FIVE_MODES: Final = ("teams", "resources", "civility", "charity", "security")


def covering(*agendas: tuple[str, ...]) -> frozenset[tuple[str, Verdict]]:
    """What the norms on joint modes say, where all five must occur in a year."""
    report = pbgov.validate(
        modes(*agendas), pack=supplied(SHANWEI, "joint_building.cadence", Cycle.YEAR), on=ON, since=SINCE
    )
    return frozenset((tally.code, tally.verdict) for tally in report.tallies if tally.code in {"SW2381", "SW2383"})


# Agreements and their lists


def agreed(n: int, *, expired: bool = False, parties: int = 2) -> Jurisdiction:
    """99 communities, of which ``n`` have an agreement, and the last of these perhaps one that has ended."""
    rows: list[Row] = [unit(f"x{i:02}", "community", "street", "villagers_committee") for i in range(99)]
    rows.append(unit("bureau", None, "county", "department"))
    rows += [
        Document(
            id=f"a{i:02}",
            kind="joint_building_agreement",
            parties=(f"x{i:02}", "bureau")[:parties],
            end=date(2018, 6, 1) if expired and i == n - 1 else None,
        )
        for i in range(n)
    ]
    return place(*DISTRICT, *rows, whole="documents:joint_building_agreement", profile=SHANWEI_LEVELS)


def signed(signers: int) -> Jurisdiction:
    """An agreement signed by so many parties, a community's organisation among them."""
    acts = (Act(kind="sign", on=date(2018, 3, 1), facts={"signers": signers, "community_signs": True}),)
    return district(Process(id="p", kind="agreement", subject="block", acts=acts, start=date(2018, 3, 1)))


THREE_LISTS: Final = ("joint_building_list", "demand_list", "commitment_list")


def listed(*kinds: str, empty: str = "") -> Jurisdiction:
    """A community with lists of these kinds, each with an item but for one."""
    rows: list[Row] = [DutyList(id=kind, kind=kind, owner="block") for kind in kinds]
    rows += [
        DutyItem(id=f"i-{kind}", list=kind, category="serve", level="community") for kind in kinds if kind != empty
    ]
    return district(*rows, whole="lists entries")


def demanded(*answered: int) -> Jurisdiction:
    """Ten demands, those of these numbers answered by a commitment each, and one commitment that answers none."""
    rows: list[Row] = [DutyItem(id=f"d{n}", list="demand_list", category="serve", level="community") for n in range(10)]
    rows += [DutyItem(id=f"c{n}", list="commitment_list", category="serve", level="township") for n in (*answered, 10)]
    rows += [tie("answers_demand", f"c{n}", f"d{n}") for n in answered]
    return claiming(listed(*THREE_LISTS, empty="demand_list").having(*rows), "ties:answers_demand")


CASES: Final[tuple[Case, ...]] = (
    Judged("C-1.05", led(4, 3, 99), led(4, 0, 99), "SW105", SHANWEI),
    Asked("C-1.05", lambda: townships(None), 7, lambda: townships("subdistrict"), 4),
    Judged("C-1.06", led(7, 0, 99), led(7, 0, 98), "SW106", SHANWEI),
    Refused(
        "C-1.06",
        lambda: unit("x", "community", "street"),
        lambda: Unit(id="x", kind="village", level="community", parent=("street", "other")),  # type: ignore[arg-type]
        InvalidValueError,
    ),
    Judged("C-1.11", rooted("county"), rooted("city"), "SW111", SHANWEI),
    Judged("C-1.17", working("street", "other"), working("street"), "SW1171", SHANWEI),
    Judged("C-1.17", working("street", "other"), working("street", "other", leader="block-other"), "SW1172", SHANWEI),
    Judged(
        "C-1.18",
        organised("community_general_branch", more=[GREAT]),
        organised("community_general_branch", "community_party_branch"),
        "SW118",
        SHANWEI,
    ),
    Judged("C-1.23", two_committees(615), two_committees(614), "SW123", SHANWEI),
    Judged("C-1.33", three_parties("working"), three_parties("organ"), "SW133", SHANWEI),
    Judged("C-1.36", one_body("a", "b"), one_body("a", "a"), "SW136", SHANWEI),
    Judged("C-1.45", self_governed(), self_governed(led_=False), "SW1451", SHANWEI),
    Judged("C-1.45", self_governed(), self_governed(placed=True), "SW1452", SHANWEI),
    Judged("C-2.23", enlarged(*FOUR_BODIES), enlarged(*FOUR_BODIES[1:]), "SW2231", SHANWEI),
    Judged(
        "C-2.23",
        enlarged(*FOUR_BODIES),
        enlarged(*FOUR_BODIES, attrs.evolve(ENLARGED, id="second", host="town")),
        "SW2232",
        SHANWEI,
    ),
    Judged("C-2.24", composed(ENLARGED, WORKING), composed(ENLARGED, WORKING, part_time=0), "SW224", SHANWEI),
    Judged("C-2.24", composed(ENLARGED, WORKING), composed(ENLARGED, WORKING, stranger=True), "SW224", SHANWEI),
    Judged("C-2.24", composed(ENLARGED, WORKING), composed(ENLARGED, WORKING, also=["r0"]), "SW224", SHANWEI),
    Judged(
        "C-2.26", enlarged(*FOUR_BODIES), enlarged(*FOUR_BODIES, attrs.evolve(GREAT, id="second")), "SW2261", SHANWEI
    ),
    Judged(
        "C-2.26",
        enlarged(*FOUR_BODIES),
        enlarged(*FOUR_BODIES, attrs.evolve(GREAT, id="second", host="street")),
        "SW2262",
        SHANWEI,
    ),
    *(
        Judged("C-2.27", composed(GREAT, base, part_time=4), composed(GREAT, base, part_time=0), "SW227", SHANWEI)
        for base in (
            GENERAL_BRANCH,
            attrs.evolve(GENERAL_BRANCH, kind="community_party_committee"),
            attrs.evolve(GENERAL_BRANCH, kind="community_party_branch"),
        )
    ),
    Judged("C-2.33", meeting("working", "party", "organ"), meeting("working", "party"), "SW2331", SHANWEI),
    Judged("C-2.33", meeting("working", "party", "organ"), meeting("working", "organ"), "SW2332", SHANWEI),
    Wanting(
        "C-2.34", met(*QUARTERS), "SW234", declared(SHANWEI, "three_party_meeting.cadence", Cycle.QUARTER), SHANWEI
    ),
    Judged("C-2.34", met(*QUARTERS, agenda=AGENDA), met(*QUARTERS, agenda=AGENDA[:1]), "SW2342", SHANWEI),
    Judged("C-2.38", modes(("security",)), modes(("security",), ("untyped",)), "SW2381", SHANWEI),
    Judged("C-2.38", mode_agreement("security"), mode_agreement(), "SW2382", SHANWEI),
    Wanting("C-2.38", modes(FIVE_MODES), "SW2383", declared(SHANWEI, "joint_building.cadence", Cycle.YEAR), SHANWEI),
    Asked(
        "C-2.38",
        lambda: covering(FIVE_MODES[:4], ("security",)),
        frozenset({("SW2381", Verdict.MET), ("SW2383", Verdict.MET)}),
        lambda: covering(FIVE_MODES[:4], ()),
        frozenset({("SW2381", Verdict.MET), ("SW2381", Verdict.BREACHED), ("SW2383", Verdict.BREACHED)}),
    ),
    Judged("C-7.01", agreed(99), agreed(99, parties=1), "SW701", SHANWEI),
    Judged("C-7.01", signed(2), signed(1), "PC701", SHANWEI),
    Judged("C-7.02", agreed(99), agreed(98), "SW702", SHANWEI),
    Judged("C-7.02", agreed(99), agreed(99, expired=True), "SW702", SHANWEI),
    Judged("C-7.03", listed(*THREE_LISTS), listed(*THREE_LISTS[::2]), "SW7031", SHANWEI),
    Judged("C-7.03", listed(*THREE_LISTS), listed(*THREE_LISTS, empty="demand_list"), "SW7032", SHANWEI),
    Judged("C-7.04", demanded(*range(9)), demanded(*range(8)), "SW704", supplied(SHANWEI, "agreement.matched", 900)),
    Wanting("C-7.04", demanded(*range(9)), "SW704", declared(SHANWEI, "agreement.matched", 900), SHANWEI),
)
