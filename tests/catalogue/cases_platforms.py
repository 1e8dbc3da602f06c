"""Cases of Langfang's requests, coverage and linkage: how cases are handled, who covers whom, platforms joined."""

from __future__ import annotations

from datetime import date
from typing import Final

from pbgov.base import Cycle, Exact, Reference, Row
from pbgov.errors import InvalidValueError
from pbgov.model import Document, Event, Fact, Jurisdiction
from pbgov.org import Body, Post
from pbgov.packs import LANGFANG
from pbgov.packs._shared_people import PARTY_ORGANISATIONS
from pbgov.rules import Mark, Ranking, rank
from tests.catalogue.cases_reporting import OF, decided
from tests.catalogue.worlds import CHAIN, Case, Judged, Refused, Wanting, declared, place, supplied, tie, unit

STATED: Final = Reference(title="案例", issuer="测试").quote("一句话")
MECHANISMS: Final = ("first_contact", "immediate_handling", "joint_handling", "transfer_handling")
APPRAISAL: Final = ("case_ranking", "dispatch_meeting", "result_feedback")
DEMOCRACY: Final = (
    "democratic_consultation", "democratic_decision", "democratic_management", "democratic_supervision",
)  # fmt: skip


def handling(*functions: str) -> Jurisdiction:
    """A city's arrangement for cases, with these mechanisms."""
    return place(*CHAIN, Body(id="cases", kind="case_handling", host="city", functions=functions))


def handled(*years: int) -> Ranking:
    """Four subdistricts by what Langfang ranks them by, the last in a year of its own if two are given."""
    declared_ = OF["case_ranking"].value
    assert isinstance(declared_, Ranking)
    rates = {"a": 980, "b": 950, "c": 950, "d": 900}
    marks = [
        Mark(unit=name, period=Cycle.YEAR.holding(date(years[-1] if name == "d" else years[0], 1, 1)), amount=Exact(n))
        for name, n in rates.items()
    ]
    return rank(marks, text=declared_.text, basis=declared_.basis)


def ruled_by(*sections: str) -> Jurisdiction:
    """A community with a document for each of these ways of democracy."""
    rows = [Document(id=one, kind="community_rule", parties=("block",), sections=(one,)) for one in sections]
    return place(*CHAIN, *rows, whole="documents:community_rule")


# Coverage


def stated(**amounts: int) -> Jurisdiction:
    """What is stated of the city, by units of account."""
    rows = [
        Fact(id=name, about="city", amount=Exact(amount), unit=name, basis=STATED) for name, amount in amounts.items()
    ]
    return place(*CHAIN, *rows, whole="facts")


def sectors(*rows: Row) -> Jurisdiction:
    """A firm with an organisation of its own, active in the year, and a second one with what else is given."""
    firms = [unit(name, None, None, "tower_enterprise") for name in ("one", "two")]
    own = Body(id="own", kind="enterprise_party_organisation", host="one")
    active = Event(id="a", kind="party_activity", subject="own", date=date(2018, 5, 1))
    whole = " ".join(f"bodies:{kind}" for kind in PARTY_ORGANISATIONS)
    return place(*CHAIN, *firms, own, active, *rows, whole=f"{whole} units ties:covers events:party_activity")


JOINT: Final = tie("covers", "own", "two")
SECOND: Final = Body(id="second", kind="enterprise_party_organisation", host="two")
ACTIVE: Final = Event(id="b", kind="party_activity", subject="second", date=date(2018, 6, 1))
EFFECT: Final = declared(LANGFANG, "coverage.effect_min", 60)


# Linkage


def four(*kinds: str) -> Jurisdiction:
    """A linkage of the community and units of these kinds."""
    rows: list[Row] = [unit(kind, None, None, kind) for kind in kinds]
    rows += [tie("member", one, "linkage") for one in ("block", *kinds)]
    return place(*CHAIN, Body(id="linkage", kind="social_linkage", host="block"), *rows, whole="ties:member")


def six(*without: str, leaders: tuple[str, ...] = ("party",)) -> Jurisdiction:
    """A six-in-one arrangement of a community, without some of its parts."""
    rows: dict[str, Row] = {
        "committee": Body(id="committee", kind="residents_committee", host="block"),
        "owners": Body(id="owners", kind="owners_committee", host="yard"),
        "head": Post(id="head", kind="entrance_head", unit="door"),
        "service": tie("property_service", "firm", "yard"),
        "station": Body(id="station", kind="comprehensive_service_station", host="block"),
    }
    rest: list[Row] = [
        unit("yard", None, "block", "compound"),
        unit("door", None, "yard", "entrance"),
        unit("firm", None, None, "property_enterprise"),
        Document(id="contract", kind="property_service_contract", parties=("firm", "yard")),
        Body(id="party", kind="community_party_branch", host="block"),
        Body(id="firm-branch", kind="enterprise_party_organisation", host="firm"),
        Body(id="six", kind="six_in_one", host="block"),
    ]
    kept = [row for name, row in rows.items() if name not in without]
    led = [name for name in ("committee", "owners") if name not in without]
    rest += [tie("leads", "party", name) for name in led]
    rest += [tie("leads", name, "six") for name in leaders]
    kinds = "residents_committee owners_committee comprehensive_service_station"
    whole = " ".join(f"bodies:{kind}" for kind in kinds.split())
    return place(*CHAIN, *rest, *kept, whole=f"{whole} units posts ties:leads ties:property_service")


FIVE_PARTIES: Final = supplied(LANGFANG, "six_in_one.parties", 5)


def platforms(*shares: tuple[str, str], without: str = "") -> Jurisdiction:
    """The three platforms of a city and its command platform, and which shares with which."""
    kinds = {
        "gov": "government_information_platform",
        "security": "public_security_platform",
        "supervision": "supervision_command_platform",
        "command": "command_platform",
    }
    rows = [Body(id=name, kind=kind, host="city") for name, kind in kinds.items() if name != without]
    ties_ = [tie("shares_information", one, other) for one, other in shares if without not in {one, other}]
    tables = " ".join(f"bodies:{kind}" for kind in kinds.values())
    return place(*CHAIN, *rows, *ties_, whole=f"units {tables} ties:shares_information")


RING: Final = (("gov", "security"), ("security", "supervision"), ("supervision", "gov"))
FEEDING: Final = tuple((name, "command") for name in ("gov", "security", "supervision"))


def reached(**links: str | None) -> Jurisdiction:
    """The command platform and the access points of the four levels, each connected to the one above, or otherwise.

    ``None`` leaves an access point unconnected, an empty name leaves it out.
    """
    above: dict[str, str | None] = {"city": "command", "county": "at-city", "street": "at-county", "block": "at-street"}
    given = above | links
    rows: list[Row] = [Body(id="command", kind="command_platform", host="city")]
    rows += [Body(id=f"at-{one}", kind="platform_access", host=one) for one, to in given.items() if to != ""]
    rows += [tie("connected_to", f"at-{one}", to) for one, to in given.items() if to]
    return place(*CHAIN, *rows, whole="units bodies:command_platform bodies:platform_access ties:connected_to")


SECOND_COMMAND: Final = Body(id="command-2", kind="command_platform", host="county")
TOWER: Final[dict[str, object]] = {"host": "property_enterprise", "located": True}
RED: Final[dict[str, object]] = {"organised": True, "linked": True, "satisfaction": 80}

CASES: Final[tuple[Case, ...]] = (
    Judged(
        "C-8.01", handling(*MECHANISMS, *APPRAISAL), handling(*MECHANISMS[:3], *APPRAISAL), "LF801", LANGFANG
    ),
    Judged(
        "C-8.08", handling(*MECHANISMS, *APPRAISAL), handling(*MECHANISMS, *APPRAISAL[1:]), "LF808", LANGFANG
    ),
    Refused("C-8.08", lambda: handled(2020), lambda: handled(2020, 2021), InvalidValueError),
    Judged("C-8.17", ruled_by(*DEMOCRACY), ruled_by(*DEMOCRACY[:3]), "LF817", LANGFANG),
    decided("C-9.08", "LF908", TOWER, located=False),
    decided("C-9.08", "LF908", TOWER, host="market_regulator"),
    decided("C-9.09", "LF909", {"host": "association_or_chamber"}, host="leading_enterprise"),
    decided(
        "C-9.11", "LF911", {"form": "joint", "full_members": 3, "units_joined": 3},
        form="independent", full_members=2, units_joined=1,
    ),
    decided("C-9.11", "LF911", {"form": "joint", "full_members": 5, "units_joined": 5}, units_joined=6),
    decided("C-9.13", "LF913", {"kind": "internet_enterprise", "key": True}, key=False),
    Judged(
        "C-9.15",
        stated(covered_by_organisation=62, covered_by_work=100),
        stated(covered_by_organisation=62, covered_by_work=50),
        "LF915",
        LANGFANG,
    ),
    Judged("C-9.16", sectors(JOINT), sectors(), "LF9161", LANGFANG, subject="two"),
    Judged("C-9.16", sectors(SECOND, ACTIVE), sectors(SECOND), "LF9162", LANGFANG, subject="second"),
    Judged(
        "C-9.16",
        stated(organisation_appraisal=60),
        stated(organisation_appraisal=59),
        "LF9163",
        supplied(LANGFANG, "coverage.effect_min", 60),
    ),
    Wanting("C-9.16", stated(organisation_appraisal=60), "LF9163", EFFECT, LANGFANG),
    decided("C-9.18", "LF918", RED, organised=False, linked=False, satisfaction=99),
    Judged(
        "C-10.16",
        four("social_organisation", "social_work", "volunteer_service"),
        four("social_organisation", "social_work"),
        "LF1016",
        LANGFANG,
    ),
    *(Judged("C-10.18", six(), six(part), "LF10181", LANGFANG) for part in ("owners", "head", "service")),
    Judged("C-10.18", six(), six(leaders=()), "LF10181", LANGFANG),
    Judged("C-10.18", six("service"), six("service", "head"), "LF10181", FIVE_PARTIES),
    Judged("C-10.18", six(), six(leaders=("firm-branch",)), "LF10182", LANGFANG),
    Judged("C-10.20", platforms(*RING), platforms(*FEEDING[:2], without="supervision"), "LF10201", LANGFANG),
    Judged("C-10.20", platforms(*RING), platforms(*RING[:2]), "LF10202", LANGFANG),
    Judged("C-10.20", platforms(*FEEDING), platforms(*FEEDING[:2]), "LF10202", LANGFANG),
    Judged("C-10.21", reached(), reached().having(SECOND_COMMAND), "LF10211", LANGFANG),
    Judged("C-10.21", reached(), reached(block=""), "LF10212", LANGFANG, subject="block"),
    Judged("C-10.21", reached(), reached(block=None), "LF10213", LANGFANG, subject="at-block"),
    Judged("C-10.21", reached(block="command"), reached(block="at-county"), "LF10213", LANGFANG, subject="at-block"),
)  # fmt: skip
