"""Group 4 of the catalogue: duty lists, powers, admission, self-inspection."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs

import pbgov
from pbgov.base import Amount, Band, Exact, Row
from pbgov.model import Approval, Document, DutyRequest, Event, Jurisdiction, Recorded, coordination
from pbgov.org import Body, Person, Post, Unit
from pbgov.packs import (
    JIEFANGBEI,
    JIEFANGBEI_LEVELS,
    JIXI,
    LANGFANG,
    NANQIAO,
    NANQIAO_LEVELS,
    SHANWEI,
    SHANWEI_LEVELS,
)
from pbgov.rules import DutyItem, DutyList, Outcome
from tests.catalogue.worlds import (
    CHAIN,
    ON,
    Asked,
    Case,
    Decided,
    Judged,
    Wanting,
    declared,
    place,
    request,
    supplied,
    tie,
    unit,
)

FIVE_PARTS = ("guiding_ideology", "principles", "objectives", "tasks", "measures")
MAIN_DUTIES = ("manage_members", "organise", "publicise", "unite", "serve", "catch_all_management")
RIGHTS = (("consent_right", 3), ("participation_right", 2), ("suggestion_right", 1))
COMMITTEE = unit("committee", None, "county", "party_committee")
GOVERNMENT = unit("government", None, "county", "government")


def duty_list(kind: str, owner: str, *items: tuple[str, str | None], version: str = "1") -> list[Row]:
    """A duty list with items of a category and a function."""
    name = f"{kind}-{owner}"
    rows: list[Row] = [DutyList(id=name, kind=kind, owner=owner, version=version)]
    rows += [DutyItem(id=f"{name}-{i}", list=name, category=c, function=f) for i, (c, f) in enumerate(items)]
    return rows


def two_pilots(version: str) -> Jurisdiction:
    """Two subdistricts with responsibility lists."""
    lists = [*duty_list("responsibility_list", "street"), *duty_list("responsibility_list", "pilot", version=version)]
    return place(
        *CHAIN, unit("pilot", "township", "county", "subdistrict"), *lists, whole="units lists:responsibility_list"
    )


def requested(duty: str = "visits", function: str = "public_service") -> DutyRequest:
    """A request to hand a duty down to the subdistrict."""
    return request(target="street", duty=duty, function=function)


def responsible_for(category: str, function: str | None = "public_service") -> Jurisdiction:
    """A subdistrict whose responsibility list has one item."""
    return place(*CHAIN, *duty_list("responsibility_list", "street", (category, function)), whole="entries")


def work_items(*categories: str, owner: str = "county") -> list[Row]:
    """A list of community work items."""
    return duty_list("work_item_list", owner, *((category, None) for category in categories))


def empowered(
    *rows: Row, rights: tuple[tuple[str, int], ...] = RIGHTS, more: tuple[tuple[str, int], ...] = ()
) -> Jurisdiction:
    """A subdistrict with the three powers ``p0`` to ``p2``, or others, and perhaps more."""
    powers = [
        DutyItem(id=f"p{n}", list="powers", category=right, object=f"object{n}", power=strength)
        for n, (right, strength) in enumerate((*rights, *more))
    ]
    listing = DutyList(id="powers", kind="power_list", owner="street")
    return place(*CHAIN, listing, *powers, *rows, whole="lists:power_list entries")


def exercised(power: str) -> Event:
    """The subdistrict uses a power."""
    return Event(id="use", kind="power_exercised", subject="street", date=date(2018, 5, 5), agenda=(power,))


def acted(*powers: str | None) -> list[Event]:
    """Actions of departments in the subdistrict, each through a power or through none."""
    return [
        Event(
            id=f"act{n}",
            kind="department_action",
            subject="street",
            date=date(2018, 5, 1 + n),
            agenda=() if power is None else (power,),
        )
        for n, power in enumerate(powers)
    ]


def approved(*organs: Unit, on: date = date(2018, 2, 1), what: str = "visits") -> list[Event]:
    """Organs of the county approve a duty."""
    return [
        Event(id=f"by-{organ.id}", kind="admission_approved", subject=organ.id, date=on, agenda=(what,))
        for organ in organs
    ]


def handed_down(*rows: Row) -> Jurisdiction:
    """A department hands a duty down to a community."""
    event = Event(id="down", kind="duty_handed_down", subject="block", date=date(2018, 3, 1), agenda=("visits",))
    claims = "events:admission_approved events:duty_handed_down"
    return place(*CHAIN, COMMITTEE, GOVERNMENT, event, *rows, whole=claims)


def nine_counties(*rows: Row, whole: str) -> Jurisdiction:
    """A city of nine county-level units, ``c0`` to ``c8``."""
    return place(CHAIN[0], *(unit(f"c{n}", "county", "city", "county") for n in range(9)), *rows, whole=whole)


def withdrawn(n: int) -> Jurisdiction:
    """A city whose county-level units withdrew ``n`` work items in all."""
    events = [
        Event(id=f"w{i:02}", kind="work_item_withdrawn", subject=f"c{i % 9}", date=date(2018, 4, 1), agenda=(f"i{i}",))
        for i in range(n)
    ]
    return nine_counties(*events, whole="units events:work_item_withdrawn")


def planned(*last: str, n: int = 9) -> Jurisdiction:
    """Implementation plans of the first ``n`` of nine counties, of five parts, the ninth of them with these parts."""
    plans = [
        Document(id=f"plan{i}", kind="implementation_plan", parties=(f"c{i}",), sections=last if i == 8 else FIVE_PARTS)
        for i in range(n)
    ]
    return nine_counties(*plans, whole="documents:implementation_plan")


def inspected(*, closed: bool = True, held: bool = True) -> Jurisdiction:
    """A county that flagged an item in its self-inspection, if it held one, and withdrew it or not."""
    flagged = DutyItem(
        id="flagged", list="work_item_list-county", category="seals", end=date(2018, 6, 1) if closed else None
    )
    audit = Event(id="audit", kind="self_inspection", subject="county", date=date(2018, 6, 1), agenda=("flagged",))
    claims = "events:self_inspection lists:work_item_list entries"
    return place(*CHAIN, *work_items(*MAIN_DUTIES), flagged, *([audit] if held else []), whole=claims)


def issued(*units: str, on: date = date(2023, 2, 6), twice: bool = False) -> Jurisdiction:
    """Units of three levels, some of whose secretaries got a list in 2023, on a day; the last perhaps two at a time."""
    chain = (unit("district", "county"), unit("street", "township", "district"), unit("block", "community", "street"))
    rows = [attrs.evolve(one, start=date(2023, 1, 1)) for one in chain]
    events = [Event(id=f"l-{u}", kind="task_list_issued", subject=u, date=on) for u in units]
    lists = [DutyList(id=f"{u}-list", kind="annual_task_list", owner=u, start=on) for u in units]
    more = [attrs.evolve(lists[-1], id="again")] if twice else []
    claims = "events:task_list_issued lists:annual_task_list"
    return place(*rows, *events, *lists, *more, whole=claims, profile=NANQIAO_LEVELS)


def triplet(*sections: str) -> Jurisdiction:
    """A plan of key tasks with these parts."""
    plan = Document(id="plan", kind="governance_plan", parties=("district",), sections=sections)
    return place(unit("district", "county"), plan, profile=NANQIAO_LEVELS)


def down_to_the_post(post: str | None, method: str = "每月整理") -> Jurisdiction:
    """A responsibility list of a subdistrict with one task, its post and its measure."""
    task = DutyItem(id="task", list="list", category="standardisation", name="规范档案", method=method, post=post)
    rows = [unit("street", "township"), DutyList(id="list", kind="responsibility_list", owner="street"), task]
    return place(*rows, Post(id="seat", kind="head", unit="street"), whole="entries", profile=JIEFANGBEI_LEVELS)


def labelled(level: str | None) -> Jurisdiction:
    """The three lists of an agreement, each with one item; the last with this level."""
    kinds = ("joint_building_list", "demand_list", "commitment_list")
    lists = [DutyList(id=kind, kind=kind, owner="block") for kind in kinds]
    levels = ("county", "township", level)
    items = [
        DutyItem(id=f"i-{kind}", list=kind, category="serve", level=who)
        for kind, who in zip(kinds, levels, strict=True)
    ]
    chain = (unit("district", "county"), unit("street", "township", "district"), unit("block", "community", "street"))
    return place(*chain, *lists, *items, whole="entries", profile=SHANWEI_LEVELS)


LEADERS = {"party": "community_party_organisation", "street-party": "working_committee", "union": "trade_union"}


def arranged(*leads: str) -> Jurisdiction:
    """A governance arrangement of a compound with these lead co-ordinators."""
    parties = [unit(name, None, None, LEADERS[name]) for name in leads]
    body = Body(id="1+3+N", kind="governance_arrangement", host="block")
    chain = (unit("district", "county"), unit("street", "township", "district"), unit("block", "community", "street"))
    rows = [*chain, body, *parties, *(tie("lead_coordinator", name, body.id) for name in leads)]
    return place(*rows, whole="ties:lead_coordinator", profile=NANQIAO_LEVELS)


def micro(*leaders: str) -> Jurisdiction:
    """A micro enterprise whose Party organisation is led, or not."""
    party = unit("party", None, None, "community_party_organisation")
    shop = unit("shop", None, "block", "micro_enterprise")
    rows = [*CHAIN, party, shop, *(tie("leads", name, "shop") for name in leaders)]
    return place(*rows, whole="ties:leads")


def orphan(*managers: str) -> Jurisdiction:
    """A member of an orphan shop, managed or not."""
    rows = [*CHAIN, Person(id="p1", category="new_sector_member"), *(tie("manages", name, "p1") for name in managers)]
    return place(*rows, whole="ties:manages")


def signed_by(organ: str, *units: str) -> DutyRequest:
    """A request approved by organs of this kind alone."""
    return request(approvals=[Approval(organ=organ, unit=one, on=date(2018, 2, 1)) for one in units])


def co_ordinated(*powers: str | None) -> Callable[[], Amount | None]:
    """Ask which share of ten actions went through a power granted to the subdistrict."""
    through = ("p0", "p1", "p1", "p1", "p2", "p2", "p2", "p2", *powers)
    claims = (Recorded(table="events", kind="department_action"),)
    given = attrs.evolve(empowered(*acted(*through)), recorded=claims)
    return lambda: coordination(given, "street", since=date(2018, 1, 1), on=date(2018, 12, 31))


def approved_by(*organs: Unit, on: date = date(2018, 2, 1)) -> Jurisdiction:
    """A duty handed down with these approvals."""
    return handed_down(*approved(*organs, on=on))


OTHER_COUNTY = tuple(attrs.evolve(one, unit="other") for one in request().approvals)


def needing(**needs: Any) -> tuple[Outcome, tuple[str, ...]]:
    """Decide a request of these needs: the outcome, and which facts are missing."""
    decision = pbgov.admit(request(**needs), place=WITH_STREET, pack=JIXI, on=ON)
    return decision.outcome, tuple(decision.missing)


THREE_UNITS = ("district", "street", "block")
IN_2024 = date(2024, 1, 1)
FIRST_QUARTER = Band(1, 3)
WITH_STREET = place(*CHAIN)
NOTHING_MOVED = {"staff_moved": 0, "power_moved": 0, "yuan_moved": 0}

CASES: tuple[Case, ...] = (
    Judged("C-4.01", two_pilots("1"), two_pilots("2"), "JX401", JIXI),
    Judged("C-4.02", empowered(exercised("p0")), empowered(exercised("p9")), "JX402", JIXI),
    Judged("C-4.03", responsible_for("visits"), responsible_for("attract", None), "JX423", JIXI),
    Judged("C-4.03", responsible_for("visits"), responsible_for("attract", "attraction"), "JX403", JIXI),
    Decided("C-4.03", WITH_STREET, requested(), requested(function="attraction"), "JX464", Outcome.NOT_ADMITTED),
    Judged("C-4.04", responsible_for("visits"), responsible_for("investment_attraction"), "JX404", JIXI),
    Judged("C-4.04", responsible_for("visits"), responsible_for("tax_assistance"), "JX404", JIXI),
    Decided("C-4.04", WITH_STREET, requested(), requested("investment_attraction"), "JX454", Outcome.FORBIDDEN),
    Judged("C-4.05", empowered(), empowered(more=(("decision_right", 4),)), "JX405", JIXI),
    Judged("C-4.05", empowered(), empowered(rights=RIGHTS[:2]), "JX405", JIXI),
    Judged("C-4.09", approved_by(COMMITTEE, GOVERNMENT), approved_by(), "JX409", JIXI),
    Judged("C-4.09", approved_by(COMMITTEE, GOVERNMENT), approved_by(COMMITTEE), "JX409", JIXI),
    Judged(
        "C-4.09",
        approved_by(COMMITTEE, GOVERNMENT, on=date(2018, 3, 1)),
        approved_by(COMMITTEE, GOVERNMENT, on=date(2018, 3, 2)),
        "JX409",
        JIXI,
    ),
    Judged(
        "C-4.10",
        place(*CHAIN, *work_items(), whole="lists:work_item_list"),
        place(*CHAIN, *work_items(), DutyList(id="l2", kind="work_item_list", owner="county")),
        "JX410",
        JIXI,
    ),
    Judged(
        "C-4.10",
        place(*CHAIN, *work_items(), whole="lists:work_item_list"),
        place(*CHAIN, *work_items(), *work_items(owner="city")),
        "PBN901",
        JIXI,
    ),
    Judged(
        "C-4.11",
        place(*CHAIN, *work_items(*MAIN_DUTIES), whole="entries"),
        place(*CHAIN, *work_items(*MAIN_DUTIES[:-1]), whole="entries"),
        "JX411",
        JIXI,
    ),
    Judged("C-4.12", orphan("block"), orphan(), "LF412", LANGFANG),
    Judged("C-4.12", micro("party"), micro(), "JX412", JIXI),
    Decided(
        "C-4.14",
        place(*CHAIN, unit("other", "county", "city", "county")),
        request(),
        request(approvals=OTHER_COUNTY),
        "JX464",
        Outcome.NOT_ADMITTED,
    ),
    Decided("C-4.14", WITH_STREET, request(), signed_by("department", "county"), "JX464", Outcome.NOT_ADMITTED),
    Decided("C-4.14", WITH_STREET, request(), signed_by("government", "county"), "JX464", Outcome.NOT_ADMITTED),
    Decided(
        "C-4.14",
        WITH_STREET,
        request(),
        request(approvals=[attrs.evolve(one, unit="street") for one in request().approvals]),
        "JX464",
        Outcome.NOT_ADMITTED,
    ),
    Decided("C-4.15", WITH_STREET, request(), request(staff_moved=0), "JX465", Outcome.CONDITIONAL),
    Decided("C-4.15", WITH_STREET, request(), request(yuan_moved=29_999), "JX475", Outcome.CONDITIONAL),
    Decided("C-4.15", WITH_STREET, request(), request(power_moved=1), "JX485", Outcome.CONDITIONAL),
    Asked(
        "C-4.15",
        lambda: needing(staff_needed=0, power_needed=0, yuan_needed=0, **NOTHING_MOVED),
        (Outcome.ADMITTED, ()),
        lambda: needing(staff_needed=None),
        (Outcome.UNDECIDED, ("staff_needed",)),
    ),
    Judged("C-4.16", withdrawn(49), withdrawn(48), "JX416", JIXI),
    Decided("C-4.17", WITH_STREET, request(), request(duty="odd_certificate"), "JX467", Outcome.FORBIDDEN),
    Judged(
        "C-4.17",
        place(*CHAIN, *work_items(*MAIN_DUTIES), whole="entries"),
        place(*CHAIN, *work_items(*MAIN_DUTIES, "demolition"), whole="entries"),
        "JX417",
        JIXI,
    ),
    Judged("C-4.18", inspected(), inspected(closed=False), "JX438", JIXI),
    Judged("C-4.18", inspected(), inspected(held=False), "JX418", JIXI),
    Judged("C-4.19", issued(*THREE_UNITS), issued("district", "block"), "NQ419", NANQIAO, IN_2024),
    Judged("C-4.19", issued(*THREE_UNITS), issued(*THREE_UNITS, twice=True), "NQ429", NANQIAO, IN_2024),
    Wanting(
        "C-4.19", issued(*THREE_UNITS), "NQ439", declared(NANQIAO, "task_list.months", FIRST_QUARTER), NANQIAO, IN_2024
    ),
    Judged(
        "C-4.19",
        issued(*THREE_UNITS, on=date(2023, 3, 31)),
        issued(*THREE_UNITS, on=date(2023, 4, 1)),
        "NQ439",
        supplied(NANQIAO, "task_list.months", FIRST_QUARTER),
        IN_2024,
    ),
    Judged("C-4.20", triplet("task_book", "timetable", "roadmap"), triplet("task_book", "roadmap"), "NQ420", NANQIAO),
    Judged("C-4.21", down_to_the_post("seat"), down_to_the_post(None), "JF421", JIEFANGBEI),
    Judged("C-4.21", down_to_the_post("seat"), down_to_the_post("seat", ""), "JF421", JIEFANGBEI),
    Judged("C-4.22", planned(*FIVE_PARTS), planned(*FIVE_PARTS[:4]), "JX422", JIXI),
    Judged("C-4.22", planned(*FIVE_PARTS), planned(n=8), "JX422", JIXI),
    Judged("C-4.23", labelled("community"), labelled(None), "SW423", SHANWEI),
    Judged("C-4.23", labelled("community"), labelled("city"), "SW433", SHANWEI),
    Judged(
        "C-4.24",
        empowered(*acted("p0", "p0", "p1", "p1", "p1", "p2", "p2", "p2", "p2", None)),
        empowered(*acted("p0", "p0", "p1", "p1", "p1", "p2", "p2", "p2", "p2", "p9")),
        "JX424",
        JIXI,
    ),
    Asked("C-4.24", co_ordinated("p0", None), Exact(900), co_ordinated("p9", None), Exact(800)),
    Judged("C-4.25", arranged("party"), arranged("party", "street-party"), "NQ425", NANQIAO),
    Judged("C-4.25", arranged("party"), arranged("union"), "NQ435", NANQIAO),
)
