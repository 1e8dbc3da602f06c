"""Cases of grids, buildings and those who serve them: every example of the catalogue's third group, executed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import attrs

import pbgov
from pbgov import packs
from pbgov.base import Band, Row, Verdict
from pbgov.errors import InvalidValueError
from pbgov.grid import Building, Grid, Neighbourhood, SizeMode
from pbgov.model import Document, Event, Jurisdiction, Process, View, columns
from pbgov.org import Body, Holding, Person, Post
from pbgov.packs import CLOSED_MANAGEMENT, JIEFANGBEI, LANGFANG, NANQIAO
from pbgov.rules import (
    HERE,
    Count,
    Measure,
    Norm,
    Overlay,
    Own,
    Ratio,
    RulePack,
    Within,
    each,
)
from tests.catalogue.cases_lifecycle import done, refused
from tests.catalogue.cases_sectors import BRANCHES, CELLS, FIRMS, ON_COMPOUNDS, anchored, cells_of, contracted
from tests.catalogue.worlds import (
    A_CASE,
    CHAIN,
    FIVE_LEVELS,
    NANQIAO_REPORT,
    ON,
    SINCE,
    Asked,
    Case,
    Judged,
    Refused,
    Wanting,
    declared,
    gridded,
    members,
    place,
    supplied,
    tie,
    unit,
)

bodies, events, facts, grids, ledger, posts, ties, units = map(
    columns, ("bodies", "events", "facts", "grids", "ledger", "posts", "ties", "units")
)


NEXT: Final = unit("next", "community", "street", "residents_committee")


COMPOUNDS: Final = 1240


# C-3.01, C-3.03: grids of a neighbourhood


def divided(*cells: str, edges: Iterable[str] = ("ab", "bc"), whole: str = "grids") -> Jurisdiction:
    """A neighbourhood of the buildings a, b and c in a row, divided into grids: ``divided("ab", "c")``."""
    home = Neighbourhood(
        id="n",
        community="block",
        buildings=[Building(id=name, households=100) for name in "abc"],
        edges=[(edge[0], edge[1]) for edge in edges],
    )
    rows = [Grid(id=f"g{i}", neighbourhood="n", members=tuple(cell)) for i, cell in enumerate(cells)]
    return place(*CHAIN, home, *rows, whole=whole)


def codes_of(place_: Jurisdiction, pack_: RulePack | None = None) -> frozenset[str]:
    """The codes of what is breached in a place."""
    return frozenset(finding.code for finding in pbgov.validate(place_, pack=pack_, on=ON, since=SINCE).breached)


def read(*cells: str) -> frozenset[str]:
    """The codes of what is wrong with a document in which a grid has these members."""
    document: dict[str, Any] = dict(pbgov.to_document(divided("abc")))
    document["grids"] = {"g0": {"neighbourhood": "n", "members": list(cells)}}
    return frozenset(finding.code for finding in pbgov.validate(document, on=ON).findings)


# C-3.02: the size of a grid


def alone(column: str) -> RulePack:
    """The pack of Langfang, for a city that sizes its grids by one measure alone."""
    norm = attrs.evolve(LANGFANG.norm("LF302"), payload=Within(of=Own(column), band=f"grid.{column}"))
    return LANGFANG.extend(Overlay(id="alone", title=LANGFANG.title, basis=A_CASE, replace=(norm,)))


SIZES: Final[Mapping[SizeMode, RulePack]] = {
    "either": LANGFANG,
    "both": supplied(LANGFANG, "grid.size_measures", 2),
    "households": alone("households"),
    "residents": alone("residents"),
}


"""The pack for each way of sizing grids: one measure is enough, both are asked for, or one alone is looked at."""


TWO_UNITS: Final = supplied(supplied(LANGFANG, "grid.households", Band(400, 600)), "grid.residents", Band(1800, 2200))


"""A city whose grids are made up of two basic units each."""


def of_size(households: int, residents: int | None = None) -> Jurisdiction:
    """One grid of one building, with so many households and residents, or nobody has counted these."""
    building = Building(id="b", households=households, residents=residents)
    home = Neighbourhood(id="n", community="block", buildings=[building])
    return place(*CHAIN, home, Grid(id="g", neighbourhood="n", members=("b",)))


def size(households: int, residents: int | None = None, mode: SizeMode = "either") -> Verdict:
    """What the norm on sizes says of such a grid."""
    report = pbgov.validate(of_size(households, residents), pack=SIZES[mode], on=ON, since=SINCE)
    [verdict] = [one for one in Verdict if report.count("LF302", one)]
    return verdict


def asked(item: str, ask: Any, accepting: tuple[Any, Any], violating: tuple[Any, Any]) -> Asked:
    """A question about two things: for each what is asked about and what is answered."""
    (one, answer), (two, other) = accepting, violating
    return Asked(item, lambda: ask(*one), answer, lambda: ask(*two), other)


MET, BREACHED, UNKNOWN = Verdict.MET, Verdict.BREACHED, Verdict.UNKNOWN


ACCEPTED: Final = ((250, 700), (390, 1010), (200, None), (300, None), (200, 560), (300, 1101), (390, 1100), (390, 900))


VIOLATING: Final = ((199, 560), (301, 1101), (120, 350), (301, 899))


BY_MODE: Final[tuple[tuple[SizeMode, tuple[int, int | None], tuple[int, int | None]], ...]] = (
    ("both", (300, 900), (300, 899)),
    ("both", (300, 900), (301, 900)),
    ("both", (300, 900), (199, None)),  # one branch fails, whatever the other says
    ("households", (200, 560), (199, 560)),
    ("households", (200, None), (199, None)),
    ("households", (300, 1101), (390, 1010)),
    ("residents", (390, 1010), (250, 700)),
    ("residents", (301, 1100), (301, 1101)),
)


OPEN: Final[tuple[tuple[SizeMode, tuple[int, int | None], tuple[int, int | None]], ...]] = (
    ("either", (200, None), (199, None)),  # without the count of residents the other branch must hold
    ("both", (250, 900), (250, None)),
    ("residents", (250, 900), (250, None)),
)


# C-3.04: what a grid takes up


def taking_up(*functions: str) -> Jurisdiction:
    """A grid with these functions."""
    home = Neighbourhood(id="n", community="block", buildings=[Building(id="b", households=250)])
    return place(*CHAIN, home, Grid(id="g", neighbourhood="n", members=("b",), functions=functions))


SIX: Final = (
    "party_building", "public_security_governance", "stability", "emergency", "social_security",
    "urban_management_enforcement",
)  # fmt: skip


# C-3.05: one grid, one worker


def staffed(*cells: str) -> Jurisdiction:
    """Grids, and by which worker each is served: ``staffed("w0", "w1", "-")``; ``-`` stands for nobody."""
    rows = cells_of(len(cells))
    names = sorted({cell for cell in cells if cell != "-"})
    rows += [Post(id=name, kind="grid_worker", unit="block") for name in names]
    rows += [tie("serves", cell, f"g{i:03}") for i, cell in enumerate(cells) if cell != "-"]
    return place(*CHAIN, *rows, whole="ties:serves")


def vacant_until(day: date) -> Jurisdiction:
    """A grid whose worker left at the end of March 2018, and whose next came on a day."""
    rows = cells_of(1)
    rows += [Post(id="w0", kind="grid_worker", unit="block", end=date(2018, 4, 1))]
    rows += [Post(id="w1", kind="grid_worker", unit="block")]
    rows += [
        attrs.evolve(tie("serves", "w0", "g000"), start=date(2017, 1, 1), end=date(2018, 4, 1)),
        attrs.evolve(tie("serves", "w1", "g000"), start=day),
    ]
    return place(*CHAIN, *rows, whole="ties:serves")


ONE_AT_LEAST: Final = LANGFANG.extend(
    Overlay(
        id="one-at-least",
        title=LANGFANG.title,
        basis=A_CASE,
        replace=(
            attrs.evolve(
                LANGFANG.norm("LF305"),
                payload=Within(of=Count(HERE.back(ties.target, ties.kind == "serves")), at_least="grid.workers"),
            ),
        ),
    )
)


"""A city that asks for one worker a grid at the least."""


WORKERS: Final = tuple(f"w{i:03}" for i in range(CELLS))


# C-3.07, C-3.10: counts and what they come to


def per_thousand(of: Measure, over: Measure, world: Jurisdiction, subject: str) -> int:
    """How many of one thing there are to a thousand of another, measured on a record."""
    view = View(world, NANQIAO.at(ON), ON, SINCE)
    measured = view.measure(Ratio(of, over), world.units[subject])
    assert measured.low == measured.high
    return measured.low


def grids_per_unit(n: int) -> int:
    """How many grids there are to a contracting unit, in thousandths."""
    world = claiming_grids(contracted(FIRMS, n))
    return per_thousand(Count(each(grids)), Count(each(ties.kind == "contracting_unit")), world, "county")


def grids_per_branch(n: int) -> int:
    """How many grids there are to a branch, where so many stand on compounds, in thousandths."""
    world = claiming_grids(anchored(*ON_COMPOUNDS[:n]))
    return per_thousand(Count(each(grids)), Count(each(units.kind == "compound_branch")), world, "street")


def claiming_grids(world: Jurisdiction) -> Jurisdiction:
    """The same place, where all grids are on record."""
    return attrs.evolve(world, recorded=(*world.recorded, *place(whole="grids").recorded))


# C-3.08, C-3.09: Party grids and where branches stand


def assigned(*of: str, workers: int = 0) -> Jurisdiction:
    """A community's branch with a member for each word, who belongs to the Party grids it spells, or to none: ``-``."""
    names = [f"m{i}" for i in range(len(of))]
    rows: list[Row] = [Body(id="party", kind="community_party_branch", host="block")]
    rows += [Person(id=name, category="full_member") for name in names]
    rows += [tie("registered_with", name, "party") for name in names]
    for cell in sorted(set("".join(of)) - {"-"}):
        rows += [Body(id=f"p{cell}", kind="party_grid", host="party")]
        rows += [t for name, held in zip(names, of, strict=True) if cell in held for t in members(f"p{cell}", name)]
    if workers:
        served = gridded(*[250] * workers)
        rows += [*served.neighbourhoods.rows(), *served.grids.rows(), tie("corresponds_to", "pa", "g0")]
    whole = "ties:member ties:registered_with ties:participates_in bodies:party_grid"
    return place(*CHAIN, *rows, whole=whole)


def both_kinds(*, as_bodies: bool) -> frozenset[str]:
    """What is wrong where three Party grids lie across two grids: as bodies, or put among the grids of workers."""
    world = assigned("a", "b", "c", workers=2)
    drawn = [Grid(id=f"p{cell}", neighbourhood="n", members=("b0", "b1")) for cell in "abc"]
    return codes_of(world if as_bodies else place(*CHAIN, *world.neighbourhoods.rows(), *world.grids.rows(), *drawn))


def kinds_of_grids(world: Jurisdiction) -> tuple[int, int]:
    """How many grids of workers and how many Party grids there are."""
    return len(world.grids), sum(body.kind == "party_grid" for body in world.bodies.values())


def standing(*anchors: str) -> Jurisdiction:
    """A branch of a community that stands on these: its compound, its building, its grid, or what lies elsewhere."""
    rows: list[Row] = [
        NEXT,
        unit("yard", None, "block", "compound"),
        unit("tower", None, "yard", "building"),
        unit("garden", None, "next", "compound"),
        unit("station", None, "block", "service_station"),
    ]
    for home, name, compound in (("block", "tower", "yard"), ("next", "villa", "garden")):
        buildings = [Building(id=name, households=9, compound=compound)]
        rows += [
            Neighbourhood(id=f"n-{home}", community=home, buildings=buildings),
            Grid(id=f"g-{home}", neighbourhood=f"n-{home}", members=(name,)),
        ]
    for host, beside in (("block", "yard"), ("next", "garden")):  # so that every grid has a branch
        rows += [Body(id=f"of-{host}", kind="party_branch", host=host), tie("anchored_on", f"of-{host}", beside)]
    rows += [Body(id="branch", kind="party_branch", host="block")]
    rows += [tie("anchored_on", "branch", anchor) for anchor in anchors]
    return place(*CHAIN, *rows, whole="ties:anchored_on")


# C-3.12, C-3.13: posts of one person, and three posts that are not one


def secretary(lane: str | None, building: str | None) -> Jurisdiction:
    """A secretary of grid g, who is lane head and building head in grid g, in grid h, or nowhere."""
    home = Neighbourhood(
        id="n", community="block", buildings=[Building(id=name, households=9) for name in ("tower-g", "tower-h")]
    )
    rows: list[Row] = [home, Body(id="branch", kind="grid_branch", host="block")]
    rows += [Person(id=name, category="full_member") for name in ("p1", "p2")]
    rows += [Post(id="sec", kind="grid_secretary", unit="branch"), tie("anchored_on", "sec", "g")]
    rows += [tie("anchored_on", "branch", "h")]
    rows += [Holding(id="h-sec", post="sec", person="p1")]
    for cell in ("g", "h"):
        rows += [
            Grid(id=cell, neighbourhood="n", members=(f"tower-{cell}",)),
            unit(f"lane-{cell}", None, "block", "lane"),
            unit(f"tower-{cell}", None, "block", "building"),
            tie("located_in", f"lane-{cell}", cell),
            Post(id=f"lane-head-{cell}", kind="lane_head", unit=f"lane-{cell}"),
            Post(id=f"building-head-{cell}", kind="building_head", unit=f"tower-{cell}"),
        ]
        for kind, where in (("lane", lane), ("building", building)):
            who = "p1" if where == cell else "p2"
            post = f"{kind}-head-{cell}"
            concurrent = "sec" if who == "p1" else None
            rows.append(Holding(id=f"h-{post}", post=post, person=who, concurrent=concurrent))
    posts_ = " ".join(f"posts:{kind}" for kind in ("grid_secretary", "lane_head", "building_head"))
    return place(*CHAIN, *rows, whole=f"ties:anchored_on ties:located_in {posts_} holdings")


EITHER_POST: Final = supplied(supplied(JIEFANGBEI, "grid_secretary.lane_heads", 0), "grid_secretary.building_heads", 0)


"""A city that reads “lane head and building head” as: one of the two."""


def headed(*kinds: str, at: str = "entrance", holders: int = 1) -> Jurisdiction:
    """An entrance of a building, with posts of these kinds there, the first of them held by so many people."""
    rows: list[Row] = [unit("tower", None, "block", "building"), unit("entrance", None, "tower", "entrance")]
    for n, kind in enumerate(kinds):
        rows.append(Post(id=f"post{n}", kind=kind, unit=at))
        for h in range(holders if n == 0 else 1):
            rows += [
                Person(id=f"p{n}{h}", category="resident"),
                Holding(id=f"h{n}{h}", post=f"post{n}", person=f"p{n}{h}"),
            ]
    return place(*CHAIN, *rows, whole="posts holdings")


# C-3.24: pilots


PROVINCE: Final = (unit("p", "province"), attrs.evolve(CHAIN[0], parent="p"), *CHAIN[1:])


def designated(provincial_by: str = "p", municipal_by: str = "city") -> Jurisdiction:
    """Two pilots: a provincial one and a municipal one, each designated by somebody."""
    rows = [
        Event(
            id=f"d-{level}",
            kind="pilot_designated",
            subject=by,
            date=date(2018, 3, 1),
            agenda=(level,),
            refers=(of,),
        )
        for level, by, of in (("province", provincial_by, "county"), ("city", municipal_by, "other"))
    ]
    return place(
        *PROVINCE,
        unit("other", "county", "city", "county"),
        *rows,
        whole="events:pilot_designated",
        profile=FIVE_LEVELS,
    )


def started(one: date, other: date) -> Jurisdiction:
    """Two pilots of a city, and the day on which each started."""
    rows = [
        Event(id=f"s-{district}", kind="pilot_started", subject=district, date=day)
        for district, day in (("county", one), ("other", other))
    ]
    return place(*CHAIN, unit("other", "county", "city", "county"), *rows, whole="units events:pilot_started")


# C-3.28: compounds that were closed

SPRING: Final = date(2020, 3, 1)


YEAR_END: Final = date(2020, 12, 31)


def closed(unguarded: int = 0, *, opened: bool = False, compounds: int = COMPOUNDS) -> Jurisdiction:
    """Compounds closed in the spring of 2020, some of them without a checkpoint, perhaps opened again."""
    rows: list[Row] = [unit(f"x{n:04}", None, "block", "compound") for n in range(compounds)]
    for n in range(compounds):
        closing = ("close", {"facts": {"checkpoints": int(n >= unguarded)}})
        acts = done(closing, *(["open"] if opened else []), first=SPRING)
        start = acts[0].on
        rows.append(
            Process(id=f"c{n:04}", kind=CLOSED_MANAGEMENT.id, subject=f"x{n:04}", acts=acts, start=start, owner="block")
        )
    return place(*CHAIN, *rows, whole="processes")


# C-3.17, C-3.18, C-3.29, C-3.30: tags


TAGS: Final = ("C-3.17", "C-3.18", "C-3.29", "C-3.30")


PACKS: Final = tuple(pack_ for name in packs.__all__ if isinstance(pack_ := getattr(packs, name), RulePack))


ONE_WOMAN: Final = Norm(
    code="XX318",
    item="C-3.18",
    scope=each(grids),
    payload=Within(of=Count(HERE.back(ties.target, ties.kind == "sister")), exactly="grid.workers"),
    modality=LANGFANG.norm("LF305").modality,
    text=LANGFANG.norm("LF305").text,
    basis=NANQIAO_REPORT.quote("“一格一姐”“香樟樹下”"),
)


def enforced(*more: Norm) -> frozenset[str]:
    """Which of the tags some norm or rule enforces, in the packs that are shipped and in norms of one's own."""
    said = {entry.item for pack_ in PACKS for entry in pack_.norms} | {norm.item for norm in more}
    return frozenset(TAGS) & (said | {rule.item for pack_ in PACKS for rule in pack_.rules})


def with_brand(*norms: Norm) -> frozenset[str]:
    """What is breached where a brand stands beside two grids with a worker each."""
    brand = Document(id="brand", kind="brand", parties=("block",), sections=("one_grid_one_sister",), name="一格一姐")
    overlay = Overlay(id="own", title=LANGFANG.title, basis=A_CASE, add=norms)
    recorded = place(whole="ties:serves ties:sister").recorded
    world = attrs.evolve(gridded(250, 250), recorded=recorded).having(brand)
    assert world.documents["brand"] == brand
    return codes_of(world, LANGFANG.extend(overlay))


def tallies(*rows: Row) -> tuple[Any, ...]:
    """How many verdicts of each kind all packs give on two grids with workers, and on rows beside them."""
    world = attrs.evolve(gridded(250, 250), recorded=place(whole="ties documents").recorded).having(*rows)
    reports = [pbgov.validate(world, pack=pack_, on=ON, since=SINCE) for pack_ in PACKS]
    return tuple((report.tallies, len(report.findings)) for report in reports)


def is_spoken_of(kind: str, *sections: str) -> bool:
    """Whether any pack gives a verdict more, or another one, because of a document."""
    return tallies(Document(id="words", kind=kind, parties=("block",), sections=sections)) != tallies()


def slogan(code_: str) -> Document:
    """A row with a slogan."""
    return Document(id="words", kind="slogan", parties=("block",), sections=(code_,))


def meshed(*, as_a_grid: bool) -> Jurisdiction:
    """Two grids beside a cooperative mesh, which is none; or is taken for one, has a worker, and is judged as one."""
    world = gridded(250, 250).having(slogan("cooperative_mesh"))
    if not as_a_grid:
        return world
    return world.having(
        Neighbourhood(id="mesh-n", community="block", buildings=[Building(id="b", households=1, residents=3)]),
        Grid(id="mesh", neighbourhood="mesh-n", members=("b",)),
        Post(id="w-mesh", kind="grid_worker", unit="block"),
        tie("serves", "w-mesh", "mesh"),
    )


CASES: Final[tuple[Case, ...]] = (
    Refused(
        "C-3.01",
        lambda: Grid(id="g", neighbourhood="n", members=("b0",)),
        lambda: Grid(id="g", neighbourhood="n", members=()),
        InvalidValueError,
    ),
    asked("C-3.01", read, (("a", "b", "c"), frozenset()), ((), frozenset({"PBB09"}))),
    *(
        Judged("C-3.02", of_size(*one), of_size(*other), "LF302", LANGFANG, subject="g")
        for one in ACCEPTED
        for other in VIOLATING
    ),
    *(asked("C-3.02", size, ((*one, mode), MET), ((*other, mode), BREACHED)) for mode, one, other in BY_MODE),
    *(asked("C-3.02", size, ((*one, mode), MET), ((*other, mode), UNKNOWN)) for mode, one, other in OPEN),
    Judged("C-3.02", of_size(450, 1300), of_size(250, 700), "LF302", TWO_UNITS, subject="g"),
    Judged("C-3.03", divided("ab", "c"), divided("ab", "bc", whole=""), "PBS10", JIEFANGBEI),
    Judged("C-3.03", divided("ab", "c"), divided("ab"), "JF3031", JIEFANGBEI, subject="n"),
    Judged("C-3.03", divided("ab", "c"), divided("ac", "b"), "JF3032", JIEFANGBEI, subject="g0"),
    Judged("C-3.03", divided("ab", "c"), divided("ab", "cd", whole=""), "PBS09", LANGFANG, subject="g1"),
    asked(
        "C-3.03",
        lambda *edges: codes_of(divided("ac", "b", edges=edges), JIEFANGBEI),
        ((), frozenset()),
        (("ab", "bc"), frozenset({"JF3032"})),
    ),
    *(
        Judged(
            "C-3.04",
            taking_up(*SIX, *more),
            taking_up(*(one for one in SIX if one != lacking), *more),
            "LF304",
            LANGFANG,
            subject="g",
        )
        for more in ((), ("mediation",))
        for lacking in SIX
    ),
    Judged("C-3.05", staffed(*WORKERS), staffed(*WORKERS[:-1], WORKERS[0]), "LF3052", LANGFANG, subject="w000"),
    Judged("C-3.05", staffed(*WORKERS), staffed(*WORKERS[:-1], "-"), "LF305", LANGFANG, subject="g365"),
    Judged("C-3.05", gridded(250), gridded(250, workers=2), "LF305", LANGFANG, subject="g0"),
    Judged("C-3.05", gridded(250, workers=2), gridded(250, workers=0), "LF305", ONE_AT_LEAST, subject="g0"),
    Judged(
        "C-3.05",
        vacant_until(date(2018, 5, 1)),
        vacant_until(date(2018, 5, 2)),
        "LF3053",
        supplied(LANGFANG, "grid.vacant_days", 30),
        subject="g000",
    ),
    Wanting("C-3.05", vacant_until(date(2018, 5, 1)), "LF3053", declared(LANGFANG, "grid.vacant_days", 30), LANGFANG),
    asked("C-3.07", grids_per_unit, ((CELLS,), 6777), ((CELLS - 1,), 6759)),
    Judged("C-3.08", assigned("a", "b", "b"), assigned("a", "b", "-"), "JF308", JIEFANGBEI, subject="party"),
    Judged("C-3.08", assigned("a", "b", "b"), assigned("a", "b", "ab"), "JF308", JIEFANGBEI, subject="party"),
    Asked(
        "C-3.08",
        lambda: both_kinds(as_bodies=True),
        frozenset(),
        lambda: both_kinds(as_bodies=False),
        frozenset({"PBS10"}),
    ),
    asked(
        "C-3.08",
        lambda *of: kinds_of_grids(assigned(*of, workers=2)),
        (("a", "b", "c"), (2, 3)),
        (("a", "a", "c"), (2, 2)),
    ),
    *(
        Judged("C-3.09", standing(*sound), standing(*wrong), which, LANGFANG, subject="branch")
        for sound, wrong, which in (
            (("yard",), ("yard", "garden"), "LF3092"),
            (("tower",), ("tower", "g-next"), "LF3092"),
            (("g-block",), ("g-block", "garden"), "LF3092"),
            (("yard", "tower", "g-block"), ("yard", "g-next"), "LF3092"),
            (("yard",), ("station",), "LF3091"),
        )
    ),
    asked("C-3.10", grids_per_branch, ((BRANCHES,), 4357), ((CELLS // 6,), 6000)),
    Judged("C-3.12", secretary("g", "g"), secretary("h", "g"), "JF3122", JIEFANGBEI, subject="sec"),
    Judged("C-3.12", secretary("g", "g"), secretary("g", "h"), "JF3123", JIEFANGBEI, subject="sec"),
    Judged("C-3.12", secretary("g", "g"), secretary(None, "g"), "JF3122", JIEFANGBEI, subject="sec"),
    *(
        Judged("C-3.12", secretary(*one), secretary(*other), "JF3121", EITHER_POST, subject="sec")
        for one, other in ((("g", None), (None, None)), ((None, "g"), (None, "h")), (("g", "h"), ("h", "h")))
    ),
    Judged(
        "C-3.13", headed("entrance_head"), headed("entrance_head", holders=2), "LF3131", LANGFANG, subject="entrance"
    ),
    Judged(
        "C-3.13",
        headed("entrance_head"),
        headed("entrance_head", "entrance_head"),
        "LF3131",
        LANGFANG,
        subject="entrance",
    ),
    Judged(
        "C-3.13",
        headed("entrance_head", at="tower"),
        headed("entrance_head", at="block"),
        "LF3132",
        LANGFANG,
        subject="post0",
    ),
    *(
        Judged(
            "C-3.13",
            headed("entrance_head", "lane_head", "building_head", "group_leader"),
            headed(
                "entrance_head",
                *(
                    "entrance_head" if kind == other else other
                    for other in ("lane_head", "building_head", "group_leader")
                ),
            ),
            "LF3131",
            LANGFANG,
            subject="entrance",
        )
        for kind in ("lane_head", "building_head", "group_leader")
    ),
    *(
        asked(item, is_spoken_of, ((kind, *sections), False), (("policy_document", *sections), True))
        for item, kind, sections in (
            ("C-3.17", "four_selves", ("education", "management", "service", "supervision")),
            ("C-3.18", "brand", ("one_grid_one_sister",)),
            ("C-3.29", "slogan", ("mass_prevention",)),
            ("C-3.30", "slogan", ("cooperative_mesh",)),
        )
    ),
    Asked("C-3.18", enforced, frozenset(), lambda: enforced(ONE_WOMAN), frozenset({"C-3.18"})),
    Asked("C-3.18", with_brand, frozenset(), lambda: with_brand(ONE_WOMAN), frozenset({"XX318"})),
    refused(
        "C-3.20",
        packs.CAREER_PILOT,
        done("set_cap", ("recognise", {"facts": {"recognised": 118, "headcount_cap": 120}}), "compute_pay"),
        done("set_cap", "compute_pay"),
    ),
    refused(
        "C-3.20",
        packs.CAREER_PILOT,
        done(
            "set_cap",
            ("recognise", {"facts": {"recognised": 120, "headcount_cap": 120}}),
            "compute_pay",
            "institutionalise",
            "pay",
        ),
        done("set_cap", ("recognise", {"facts": {"recognised": 120, "headcount_cap": 120}}), "pay"),
    ),
    Judged("C-3.24", designated(), designated(municipal_by="p"), "LF3241", LANGFANG, subject="d-city"),
    Judged("C-3.24", designated(), designated(provincial_by="city"), "LF3241", LANGFANG, subject="d-province"),
    Judged(
        "C-3.24",
        started(date(2018, 5, 1), date(2018, 5, 1)),
        started(date(2018, 5, 1), date(2018, 5, 2)),
        "LF3242",
        LANGFANG,
        subject="city",
    ),
    Judged("C-3.28", closed(compounds=2), closed(1, compounds=2), "PC328", LANGFANG, YEAR_END, "c0000"),
    Judged("C-3.28", closed(), closed(1), "PC328", LANGFANG, YEAR_END, "c0000"),
    Judged("C-3.28", closed(opened=True), closed(1, opened=True), "PC328", LANGFANG, YEAR_END, "c0000"),
    refused(
        "C-3.28",
        CLOSED_MANAGEMENT,
        done(("close", {"facts": {"checkpoints": 1}}), "open", first=SPRING),
        done("open", first=SPRING),
    ),
    Asked(
        "C-3.29", enforced, frozenset(), lambda: enforced(attrs.evolve(ONE_WOMAN, item="C-3.29")), frozenset({"C-3.29"})
    ),
    Judged("C-3.30", meshed(as_a_grid=False), meshed(as_a_grid=True), "LF302", LANGFANG, subject="mesh"),
)
