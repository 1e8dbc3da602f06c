"""Cases of venues and services: what a venue has, whose centre it is, where a service is handled, which signs hang."""

from __future__ import annotations

from datetime import date
from typing import Final

from pbgov.base import Row
from pbgov.model import Document, Event, Jurisdiction
from pbgov.org import Body
from pbgov.packs import LANGFANG
from pbgov.rules import DutyItem, DutyList
from tests.catalogue.worlds import CHAIN, Case, Judged, place, tie, unit

NEXT: Final = unit("next", "community", "street", "residents_committee")
CENTRE: Final = Body(id="centre", kind="party_service_centre", host="block")
SIX_HAVES: Final = ("books_papers", "equipment", "party_flag", "place", "rules", "sign")


def furnished(*functions: str) -> Jurisdiction:
    """The activity venue of a tower, with these."""
    rows = [unit("tower", None, "block", "tower")]
    return place(*CHAIN, *rows, Body(id="venue", kind="activity_venue", host="tower", functions=functions))


def centred(*rows: Row) -> Jurisdiction:
    """A community with a service centre, or without, and what else is on record of it."""
    return place(*CHAIN, *rows, whole="bodies:party_service_centre ties:shares_centre documents:sharing_record")


def handled(*places: str) -> Jurisdiction:
    """A service on the list, and where each of its steps is handled."""
    rows: list[Row] = [CENTRE, Body(id="office", kind="comprehensive_service_station", host="street")]
    rows += [DutyList(id="services", kind="service_list", owner="block")]
    rows += [DutyItem(id="certificate", list="services", category="public_service")]
    rows += [tie("handled_at", "certificate", one) for one in places]
    return place(*CHAIN, *rows, whole="ties:handled_at")


def visited(times: int) -> Jurisdiction:
    """A service completed with so many visits in person."""
    done = Event(id="done", kind="service_completed", subject="block", date=date(2018, 5, 9))
    visits = [
        Event(id=f"visit{n}", kind="visit", subject="block", date=date(2018, 5, 1 + n), refers=("done",))
        for n in range(times)
    ]
    return place(*CHAIN, done, *visits, whole="events:visit")


def signed(badge: str) -> Jurisdiction:
    """A desk plate of the standard in force and a badge; the standard before it has ended."""
    rows = [
        Document(id="old", kind="sign_standard", sections=("badge-1", "desk-plate-1"), end=date(2018, 6, 1)),
        Document(id="new", kind="sign_standard", sections=("badge-2", "desk-plate-2"), start=date(2018, 6, 1)),
        DutyList(id="signs", kind="sign_register", owner="block"),
        DutyItem(id="plate", list="signs", category="desk_plate", matter="desk-plate-2"),
        DutyItem(id="badge", list="signs", category="badge", matter=badge),
    ]
    return place(*CHAIN, *rows, whole="documents")


def checked(*parties: str) -> Jurisdiction:
    """A check-list that stands on these."""
    rows = [CENTRE, Body(id="venue", kind="activity_venue", host="block")]
    return place(*CHAIN, *rows, Document(id="list", kind="venue_checklist", parties=parties))


SHARED: Final = (NEXT, CENTRE, tie("shares_centre", "next", "centre"))
RECORD: Final = Document(id="record", kind="sharing_record", parties=("centre",))

CASES: Final[tuple[Case, ...]] = (
    *(
        Judged("C-5.03", furnished(*SIX_HAVES), furnished(*(one for one in SIX_HAVES if one != lacking)), "LF503",
               LANGFANG, subject="venue")
        for lacking in SIX_HAVES
    ),
    Judged("C-5.08", centred(CENTRE), centred(), "LF5081", LANGFANG, subject="block"),
    Judged("C-5.08", centred(*SHARED, RECORD), centred(*SHARED[:2], RECORD), "LF5081", LANGFANG, subject="next"),
    Judged("C-5.08", centred(*SHARED, RECORD), centred(*SHARED), "LF5082", LANGFANG, subject="centre"),
    Judged("C-5.09", handled("centre"), handled("centre", "office"), "LF509", LANGFANG, subject="certificate"),
    *(Judged("C-5.10", visited(times), visited(2), "LF510", LANGFANG, subject="done") for times in (0, 1)),
    Judged("C-5.11", signed("badge-2"), signed("badge-1"), "LF511", LANGFANG, subject="badge"),
    Judged("C-5.21", checked("venue"), checked(), "LF521", LANGFANG, subject="list"),
    Judged("C-5.21", checked("venue"), checked("centre"), "LF521", LANGFANG, subject="list"),
)  # fmt: skip
