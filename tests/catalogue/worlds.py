"""What a case of the catalogue is, and small worlds to make cases of.

Worlds are as small as an item allows, and claim to be complete only where the item needs it, so that no other norm of
the pack has anything to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

import attrs

from pbgov.base import Assumption, Derived, Exact, Reference, Row, Text
from pbgov.errors import PbgovError
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Approval, DutyRequest, Event, Fact, Jurisdiction, Posting, Recorded
from pbgov.org import CITY, COMMUNITY, COUNTY, FOUR_LEVELS, TOWNSHIP, Body, Level, LevelProfile, Post, Tie, Unit
from pbgov.packs import JIXI, SHANWEI_LEVELS
from pbgov.rules import Dated, Figure, Leg, Outcome, Overlay, Parameter, RulePack, Value

ON = date(2019, 1, 1)
SINCE = date(2018, 1, 1)
LANGFANG_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
NANQIAO_REPORT = Reference(title="南谯区城市社区党建工作报道（无题）", issuer="滁州市南谯区", date="无日期")
A_CASE = Assumption(Text(zh="案例", en="a case"))
_SOURCE = Reference(title="案例", issuer="测试").quote("一句话")
_BY_HAND = Derived(from_=("a",), how=Text(zh="手算", en="by hand"))


@attrs.frozen
class Judged:
    """A place that breaches nothing, and one that breaches exactly one code, of one subject where it is named."""

    item: str
    accepting: Jurisdiction
    violating: Jurisdiction
    code: str
    pack: RulePack = JIXI
    on: date = ON
    subject: str = ""


@attrs.frozen
class Decided:
    """A request that gets one outcome, and one that gets another, by one rule."""

    item: str
    place: Jurisdiction
    accepting: DutyRequest
    violating: DutyRequest
    code: str
    outcome: Outcome
    pack: RulePack = JIXI


@attrs.frozen
class Ruled:
    """Facts that a pack decides one way, and facts that it decides another way, by one rule."""

    item: str
    pack: RulePack
    accepting: Mapping[str, Value]
    violating: Mapping[str, Value]
    code: str
    outcome: Outcome


@attrs.frozen
class Refused:
    """A value that can be built, and one that cannot exist."""

    item: str
    accepting: Callable[[], Any]
    violating: Callable[[], Any]
    error: type[PbgovError]


@attrs.frozen
class Stored:
    """A descriptive fact: stored, found again, and nothing breached by it."""

    item: str
    row: Row


@attrs.frozen
class Asked:
    """A question that has one answer where the item is kept, and another where it is not."""

    item: str
    accepting: Callable[[], Any]
    answer: Any
    violating: Callable[[], Any]
    other: Any


@attrs.frozen
class Wanting:
    """A place that meets a norm once the figure is declared that its text leaves open, and is UNKNOWN until then."""

    item: str
    accepting: Jurisdiction
    code: str
    declared: Parameter
    pack: RulePack = JIXI
    on: date = ON


Case: TypeAlias = Judged | Decided | Ruled | Refused | Stored | Asked | Wanting


def place(*rows: Row, whole: str = "", profile: LevelProfile = FOUR_LEVELS) -> Jurisdiction:
    """A place of these rows; ``whole`` names the tables, or table:kind pairs, it claims to hold completely."""
    claims = [Recorded(table=table, kind=kind or None) for table, _, kind in (w.partition(":") for w in whole.split())]
    return Jurisdiction(id="case", profile=profile, recorded=tuple(claims)).having(*rows)


def unit(name: str, level: str | None, parent: str | None = None, kind: str = "unit") -> Unit:
    """A unit."""
    return Unit(id=name, level=level, parent=parent, kind=kind)


def tie(kind: str, source: str, target: str) -> Tie:
    """A tie named after what it ties."""
    return Tie(id=f"{kind}:{source}:{target}", kind=kind, source=source, target=target)


def members(body: str, *names: str) -> list[Tie]:
    """Membership ties."""
    return [tie("member", name, body) for name in names]


def declared(pack: RulePack, name: str, value: Figure) -> Parameter:
    """A figure that the text leaves open, as a user would declare it."""
    parameter = pack[name]
    assert isinstance(parameter, Parameter)
    return attrs.evolve(parameter, values=(Dated(value=value, basis=A_CASE),))


def supplied(pack: RulePack, name: str, value: Figure) -> RulePack:
    """A pack whose open figure a user has declared."""
    figures = (declared(pack, name, value),)
    return pack.extend(Overlay(id="supplied", title=pack.title, basis=A_CASE, replace=figures))


CHAIN: tuple[Unit, ...] = (
    unit("city", "city", kind="prefecture"),
    unit("county", "county", "city", "county"),
    unit("street", "township", "county", "subdistrict"),
    unit("block", "community", "street", "residents_committee"),
)
DISTRICT_CHAIN: tuple[Unit, ...] = (attrs.evolve(CHAIN[1], parent=None), *CHAIN[2:])
"""The chain of a place whose root is a district."""
MEETING = Body(id="meeting", kind="city_joint_meeting", host="city")
REGIONAL = "regional_joint_meeting"
CATEGORIES = (
    "party_government_organ",
    "public_institution",
    "state_enterprise",
    "new_economic_organisation",
    "new_social_organisation",
)
ALL_28 = tuple(f"dept{i}" for i in range(28))
HEAD = Post(id="head", kind="organisation_department_head", unit="city")
CONVENER = tie("convener", "head", "meeting")


def departments(n: int, parent: str = "city") -> list[Unit]:
    """Departments of a unit."""
    return [unit(f"dept{i}", None, parent, "department") for i in range(n)]


def staffed(*kinds: str) -> Jurisdiction:
    """One member department with posts of these kinds."""
    rows = [*CHAIN, MEETING, *departments(1), *members("meeting", "dept0")]
    return place(*rows, *(Post(id=f"post-{kind}", kind=kind, unit="dept0") for kind in kinds), whole="posts")


def met_on(
    *days: date, kind: str = "regular_meeting", body: Body = MEETING, since: date = date(2018, 1, 1)
) -> Jurisdiction:
    """A body with its meetings of the year."""
    events = [Event(id=f"e{i}", kind=kind, subject=body.id, date=day) for i, day in enumerate(days)]
    kinds = ("regular_meeting", "plenary_meeting", "report_heard")
    claims = tuple(Recorded(table="events", kind=k, start=since, end=date(2019, 1, 1)) for k in kinds)
    return attrs.evolve(place(*CHAIN, body, *events), recorded=claims)


def hosted(*hosts: str) -> Jurisdiction:
    """Units of the four levels, those named hosting a meeting."""
    bodies = [MEETING, *(Body(id=f"m-{host}", kind=REGIONAL, host=host) for host in hosts)]
    return place(*CHAIN, *bodies, whole=f"bodies:{REGIONAL} bodies:city_joint_meeting")


def plenary(*attendance: str) -> Jurisdiction:
    """A plenary meeting of the city's."""
    held = Event(id="june", kind="plenary_meeting", subject="meeting", date=date(2018, 6, 15), attendance=attendance)
    rows = [*CHAIN, MEETING, *departments(28), *members("meeting", *ALL_28), held]
    return place(*rows, whole="units ties:member")


def regional(n: int) -> Jurisdiction:
    """A city with ``n`` county-level units, each with a regional meeting."""
    counties = [unit(f"c{i:03d}", "county", "city", "county") for i in range(n)]
    bodies = [Body(id=f"m{i:03d}", kind=REGIONAL, host=f"c{i:03d}") for i in range(n)]
    return place(CHAIN[0], *counties, *bodies, whole=f"units bodies:{REGIONAL}")


def mixed(body: str) -> list[Row]:
    """Give a county's meeting an organ and a firm as members, beside the state enterprises that a world is about."""
    kinds = ("party_government_organ", "new_economic_organisation")
    rows = [unit(f"{body}-{kind}", None, None, kind) for kind in kinds]
    return [*rows, *members(body, *(row.id for row in rows))]


def crowd(n: int) -> Jurisdiction:
    """Regional meetings of ``n`` member units in all, every one of them in the first."""
    rows: list[Row] = [unit(f"u{i:04d}", None, None, CATEGORIES[i % len(CATEGORIES)]) for i in range(n)]
    rows += members("m000", *(row.id for row in rows))
    meetings = regional(110)
    return attrs.evolve(meetings, recorded=(*meetings.recorded, Recorded(table="ties", kind="member"))).having(*rows)


def overlapping(*, shared: bool) -> Jurisdiction:
    """A meeting of a subdistrict and one of a community, sharing a member or not."""
    bodies = [Body(id=f"m-{host}", kind=REGIONAL, host=host) for host in ("county", "street", "block")]
    rows: list[Row] = [unit("mine", None, None, "state_enterprise"), unit("bank", None, None, "state_enterprise")]
    joined = [*members("m-block", "mine"), *members("m-street", "mine" if shared else "bank")]
    above = members("m-county", "mine" if shared else "bank")
    rows += mixed("m-county")
    return place(*CHAIN, *bodies, *rows, *joined, *above, whole=f"ties:member bodies:{REGIONAL}")


def loaded(*weights: int) -> Jurisdiction:
    """Meetings of a county and its subdistricts, each with a member of a weight of resources, and one in all."""
    hosts = ["county", *(f"s{n}" for n in range(1, len(weights)))]
    rows: list[Row] = [unit(host, "township", "county", "subdistrict") for host in hosts[1:]]
    rows += [unit("county", "county", None, "county"), unit("common", None, None, "state_enterprise"), *mixed("m0")]
    for n, weight in enumerate(weights):
        rows += [Body(id=f"m{n}", kind=REGIONAL, host=hosts[n]), unit(f"u{n}", None, None, "state_enterprise")]
        rows += members(f"m{n}", f"u{n}", "common")
        rows.append(Fact(id=f"w{n}", about=f"u{n}", amount=Exact(weight), unit="resource_weight", basis=_SOURCE))
    return place(*rows, whole=f"units ties:member bodies:{REGIONAL} facts", profile=SHANWEI_LEVELS)


def seated(where: str) -> Jurisdiction:
    """A member of a county's meeting that sits in one county or another."""
    rows = [*CHAIN, unit("other", "county", "city", "county"), unit("mine", None, None, "state_enterprise")]
    body = Body(id="m", kind=REGIONAL, host="county")
    return place(*rows, body, *members("m", "mine"), tie("seated_in", "mine", where))


def grouped(n: int, *, twice: bool = False) -> Jurisdiction:
    """A community's meeting whose members are divided into ``n`` rotation groups, one of them perhaps in two."""
    names = [f"u{i}" for i in range(n)]
    groups = [Body(id=f"g{i}", kind="rotation_group", host="m") for i in range(n)]
    rows: list[Row] = [unit(name, None, None, "state_enterprise") for name in names]
    rows += [t for i, name in enumerate(names) for t in members(f"g{i}", name)]
    rows += members("g1", "u0") if twice else []
    body = Body(id="m", kind=REGIONAL, host="block")
    return place(*CHAIN, body, *groups, *rows, *members("m", *names), whole="ties:member bodies:rotation_group")


def populations(total: int) -> Jurisdiction:
    """The stated populations of the city."""
    rows = [
        Fact(id="urban", about="city", amount=Exact(1_129_000), unit="urban_residents", basis=_SOURCE),
        Fact(id="all", about="city", amount=Exact(total), unit="residents", basis=_BY_HAND),
    ]
    return place(*CHAIN, *rows, whole="facts")


def gridded(*households: int, workers: int = 1) -> Jurisdiction:
    """A neighbourhood of one building a grid, each grid with its workers."""
    homes = [Building(id=f"b{i}", households=n) for i, n in enumerate(households)]
    rows: list[Row] = [Neighbourhood(id="n", community="block", buildings=homes)]
    for i in range(len(households)):
        rows.append(Grid(id=f"g{i}", neighbourhood="n", members=(f"b{i}",)))
        for w in range(workers):
            rows += [Post(id=f"w{i}-{w}", kind="grid_worker", unit="block"), tie("serves", f"w{i}-{w}", f"g{i}")]
    return place(*CHAIN, *rows, whole="ties:serves")


def funded(work: int, service: int) -> Jurisdiction:
    """A community's funds of the year."""
    day = date(2018, 3, 1)
    rows = [
        Posting(id=f"{fund}-{side}", account=account, resource=fund, amount=sign * amount, date=day, transfer="t")
        for fund, amount in (("work_fund", work), ("service_fund", service))
        for side, account, sign in (("given", "finance", -1), ("taken", "block", 1))
    ]
    return place(*CHAIN, *rows, whole="ledger")


def request(**changes: Any) -> DutyRequest:
    """A complete request, but for the changes."""
    both = tuple(
        Approval(organ=organ, unit="county", on=date(2018, 2, 1)) for organ in ("party_committee", "government")
    )
    whole = DutyRequest(
        id="r", duty="visits", target="block", start=date(2018, 3, 1), approvals=both,
        staff_needed=1, staff_moved=1, yuan_needed=30_000, yuan_moved=30_000, power_needed=2, power_moved=2,
    )  # fmt: skip
    return attrs.evolve(whole, **changes)


def leg(amount: int) -> Leg:
    """A leg of a transfer."""
    return Leg(giver="bureau", taker="block", resource="staff", amount=amount)


FIVE_LEVELS = LevelProfile(
    id="with-province",
    levels=(
        Level(code="province", label=Text(zh="省", en="province")),
        attrs.evolve(CITY, parents=("province",)),
        COUNTY,
        TOWNSHIP,
        COMMUNITY,
    ),
)
PARTY_CHAIN = (
    unit("committee", "working_committee"),
    unit("party", "community_party_organisation", "committee", "general_branch"),
    unit("branch", "compound_branch", "party"),
    unit("group", "building_party_group", "branch"),
    unit("hub", "hub_household", "group"),
)
QUARTERS = (date(2018, 2, 1), date(2018, 5, 1), date(2018, 8, 1), date(2018, 11, 1))
STANDING = Body(id="standing", kind="standing_committee", host="city")
ENLARGED = Body(id="enlarged", kind="enlarged_working_committee", host="street")
GREAT = Body(id="great", kind="enlarged_community_committee", host="block")
