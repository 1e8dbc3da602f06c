"""Cases of meetings and committees of Langfang: who hosts a joint meeting, who sits where, where branches stand."""

from __future__ import annotations

from datetime import date
from typing import Final

from pbgov.base import Row
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Event, Jurisdiction
from pbgov.org import Body, Holding, Person, Post
from pbgov.packs import LANGFANG
from tests.catalogue.cases_organs import bank, city_committees
from tests.catalogue.worlds import CHAIN, Case, Judged, place, tie, unit

NEXT: Final = unit("next", "community", "street", "residents_committee")
YARD: Final = unit("yard", None, "block", "compound")
FOUR: Final = ("city", "county", "street", "block")


def claimed(*communities: str) -> Jurisdiction:
    """A compound that these communities claim."""
    return place(*CHAIN, NEXT, YARD, *(tie("located_in", "yard", one) for one in communities), whole="ties:located_in")


def also_sitting(in_: str) -> Jurisdiction:
    """Somebody who sits in an owners' committee because of a seat in another body, of some kind."""
    rows = [
        YARD,
        Body(id="owners", kind="owners_committee", host="yard"),
        Body(id="other", kind=in_, host="block"),
        Post(id="seat", kind="team_member", unit="other"),
        Post(id="second", kind="member", unit="owners"),
        Person(id="p", category="full_member"),
        Holding(id="h1", post="seat", person="p"),
        Holding(id="h2", post="second", person="p", concurrent="seat"),
    ]
    return place(*CHAIN, *rows)


def hosting(*hosts: str) -> Jurisdiction:
    """The four levels, these units with a joint meeting."""
    rows = [Body(id=f"m-{host}", kind="joint_meeting", host=host) for host in hosts]
    return place(*CHAIN, *rows, whole="bodies:joint_meeting")


def took_up(*agenda: str) -> Jurisdiction:
    """A joint meeting that took up these matters."""
    rows = [
        Body(id="m", kind="joint_meeting", host="block"),
        Event(id="e", kind="regular_meeting", subject="m", date=date(2018, 3, 1), agenda=agenda),
    ]
    return place(*CHAIN, *rows)


def standing_on(*anchors: str) -> Jurisdiction:
    """A branch that stands on these: a grid, its building, or the compound around it."""
    rows: list[Row] = [
        YARD,
        unit("tower", None, "yard", "building"),
        Neighbourhood(id="n", community="block", buildings=[Building(id="tower", households=250, compound="yard")]),
        Grid(id="g", neighbourhood="n", members=("tower",)),
        Body(id="branch", kind="party_branch", host="block"),
    ]
    return place(*CHAIN, *rows, *(tie("anchored_on", "branch", one) for one in anchors), whole="ties:anchored_on")


CASES: Final[tuple[Case, ...]] = (
    Judged("C-1.07", claimed("block"), claimed("block", "next"), "LF107", LANGFANG, subject="yard"),
    Judged("C-1.14", city_committees(date(2018, 6, 1)), city_committees(None), "LF114", LANGFANG, subject="city"),
    *(
        Judged("C-1.23", also_sitting(kind), also_sitting("chamber"), "LF123", LANGFANG, subject="h2")
        for kind in ("community_general_branch", "residents_committee")
    ),
    Judged("C-1.39", bank("line_superior", "seated_in"), bank("line_superior"), "LF139", LANGFANG, subject="m"),
    *(
        Judged("C-2.01", hosting(*FOUR), hosting(*(one for one in FOUR if one != lacking)), "LF201", LANGFANG,
               subject=lacking)
        for lacking in FOUR
    ),
    Judged("C-2.39", took_up("service"), took_up("weather"), "LF239", LANGFANG, subject="e"),
    Judged("C-2.39", took_up("service"), took_up(), "LF239", LANGFANG, subject="e"),
    *(
        Judged("C-3.09", standing_on(anchor), standing_on(), "LF3093", LANGFANG, subject="g")
        for anchor in ("g", "tower", "yard")
    ),
)  # fmt: skip
