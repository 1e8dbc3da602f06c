"""Group 4 of the catalogue: duty lists, powers, admission, self-inspection."""

from __future__ import annotations

from datetime import date

import attrs

from pbgov.base import Row
from pbgov.model import Document, Event, Jurisdiction
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
from tests.catalogue.worlds import CHAIN, Case, Decided, Judged, place, request, tie, unit

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


def responsible_for(category: str, function: str | None = "public_service") -> Jurisdiction:
    """A subdistrict whose responsibility list has one item."""
    return place(*CHAIN, *duty_list("responsibility_list", "street", (category, function)), whole="entries")


def work_items(*categories: str, owner: str = "county") -> list[Row]:
    """A list of community work items."""
    return duty_list("work_item_list", owner, *((category, None) for category in categories))


def empowered(*rows: Row, more: tuple[tuple[str, int], ...] = ()) -> Jurisdiction:
    """A subdistrict with the three powers ``p0`` to ``p2``, and perhaps more."""
    powers = [
        DutyItem(id=f"p{n}", list="powers", category=right, object=f"object{n}", power=strength)
        for n, (right, strength) in enumerate((*RIGHTS, *more))
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


def planned(*last: str) -> Jurisdiction:
    """Nine implementation plans of five parts, the last of them with these parts."""
    plans = [
        Document(id=f"plan{n}", kind="implementation_plan", parties=(f"c{n}",), sections=last if n == 8 else FIVE_PARTS)
        for n in range(9)
    ]
    return nine_counties(*plans, whole="documents")


def inspected(*, closed: bool) -> Jurisdiction:
    """A county that flagged an item in its self-inspection, and withdrew it or not."""
    flagged = DutyItem(
        id="flagged", list="work_item_list-county", category="seals", end=date(2018, 6, 1) if closed else None
    )
    audit = Event(id="audit", kind="self_inspection", subject="county", date=date(2018, 6, 1), agenda=("flagged",))
    claims = "events:self_inspection lists:work_item_list entries"
    return place(*CHAIN, *work_items(*MAIN_DUTIES), flagged, audit, whole=claims)


def issued(*units: str) -> Jurisdiction:
    """Units of three levels, some of whose secretaries got a list in 2023."""
    chain = (unit("district", "county"), unit("street", "township", "district"), unit("block", "community", "street"))
    rows = [attrs.evolve(one, start=date(2023, 1, 1)) for one in chain]
    events = [Event(id=f"l-{u}", kind="task_list_issued", subject=u, date=date(2023, 2, 6)) for u in units]
    return place(*rows, *events, whole="events:task_list_issued", profile=NANQIAO_LEVELS)


def triplet(*sections: str) -> Jurisdiction:
    """A plan of key tasks with these parts."""
    plan = Document(id="plan", kind="governance_plan", parties=("district",), sections=sections)
    return place(unit("district", "county"), plan, profile=NANQIAO_LEVELS)


def down_to_the_post(post: str | None) -> Jurisdiction:
    """A responsibility list of a subdistrict with one task, and its post."""
    task = DutyItem(id="task", list="list", category="standardisation", name="规范档案", method="每月整理", post=post)
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


def arranged(*leads: str) -> Jurisdiction:
    """A governance arrangement of a compound with these lead co-ordinators."""
    parties = [unit(name, None, None, "community_party_organisation") for name in leads]
    body = Body(id="1+3+N", kind="governance_arrangement", host="block")
    chain = (unit("district", "county"), unit("street", "township", "district"), unit("block", "community", "street"))
    rows = [*chain, body, *parties, *(tie("lead_coordinator", name, body.id) for name in leads)]
    return place(*rows, whole="ties:lead_coordinator", profile=NANQIAO_LEVELS)


def orphan(*managers: str) -> Jurisdiction:
    """A member of an orphan shop, managed or not."""
    rows = [*CHAIN, Person(id="p1", category="new_sector_member"), *(tie("manages", name, "p1") for name in managers)]
    return place(*rows, whole="ties:manages")


OTHER_COUNTY = tuple(attrs.evolve(one, unit="other") for one in request().approvals)

CASES: tuple[Case, ...] = (
    Judged("C-4.01", two_pilots("1"), two_pilots("2"), "JX401", JIXI),
    Judged("C-4.02", empowered(exercised("p0")), empowered(exercised("p9")), "JX402", JIXI),
    Judged("C-4.03", responsible_for("visits"), responsible_for("attract", None), "JX423", JIXI),
    Judged("C-4.04", responsible_for("visits"), responsible_for("investment_attraction"), "JX404", JIXI),
    Judged("C-4.05", empowered(), empowered(more=(("decision_right", 4),)), "JX405", JIXI),
    Judged("C-4.09", handed_down(*approved(COMMITTEE, GOVERNMENT)), handed_down(), "JX409", JIXI),
    Judged(
        "C-4.10",
        place(*CHAIN, *work_items(), whole="lists:work_item_list"),
        place(*CHAIN, *work_items(), DutyList(id="l2", kind="work_item_list", owner="county")),
        "JX410",
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
    Decided(
        "C-4.14",
        place(*CHAIN, unit("other", "county", "city", "county")),
        request(),
        request(approvals=OTHER_COUNTY),
        "JX464",
        Outcome.NOT_ADMITTED,
    ),
    Decided("C-4.15", place(*CHAIN), request(), request(staff_moved=0), "JX465", Outcome.CONDITIONAL),
    Judged("C-4.16", withdrawn(49), withdrawn(48), "JX416", JIXI),
    Judged(
        "C-4.17",
        place(*CHAIN, *work_items(*MAIN_DUTIES), whole="entries"),
        place(*CHAIN, *work_items(*MAIN_DUTIES, "demolition"), whole="entries"),
        "JX417",
        JIXI,
    ),
    Judged("C-4.18", inspected(closed=True), inspected(closed=False), "JX438", JIXI),
    Judged(
        "C-4.19", issued("district", "street", "block"), issued("district", "block"), "NQ419", NANQIAO, date(2024, 1, 1)
    ),
    Judged("C-4.20", triplet("task_book", "timetable", "roadmap"), triplet("task_book", "roadmap"), "NQ420", NANQIAO),
    Judged("C-4.21", down_to_the_post("seat"), down_to_the_post(None), "JF421", JIEFANGBEI),
    Judged("C-4.22", planned(*FIVE_PARTS), planned(*FIVE_PARTS[:4]), "JX422", JIXI),
    Judged("C-4.23", labelled("community"), labelled(None), "SW423", SHANWEI),
    Judged(
        "C-4.24",
        empowered(*acted("p0", "p0", "p1", "p1", "p1", "p2", "p2", "p2", "p2", None)),
        empowered(*acted("p0", "p0", "p1", "p1", "p1", "p2", "p2", "p2", "p2", "p9")),
        "JX424",
        JIXI,
    ),
    Judged("C-4.25", arranged("party"), arranged("party", "union"), "NQ425", NANQIAO),
)
