"""The catalogue's rhythms, chains, order and delay; worlds of the year 2018, judged on the first day of 2019."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

import attrs

from pbgov.base import Cycle, Row, anniversaries
from pbgov.errors import InvalidValueError
from pbgov.model import Event, Jurisdiction, Recorded
from pbgov.org import Body, Holding, Person, Post
from pbgov.packs import (
    JIEFANGBEI,
    JIXI,
    LANGFANG,
    NANQIAO,
    NANQIAO_LEVELS,
    PARTY_LIFE,
)
from tests.catalogue.worlds import (
    CHAIN,
    DISTRICT_CHAIN,
    Case,
    Judged,
    Refused,
    Wanting,
    declared,
    place,
    supplied,
    tie,
    unit,
)

BRANCH = Body(id="branch", kind="party_branch", host="block")
COMMITTEE = Body(id="committee", kind="branch_committee", host="branch")
MONTHS = tuple(date(2018, month, 15) for month in range(1, 13))
QUARTERS = tuple(date(2018, month, 28) for month in (3, 6, 9, 12))
HALVES = (date(2018, 6, 29), date(2018, 12, 29))


def held(
    kind: str, subject: str, days: Iterable[date], refers: tuple[str, ...] | None = None, agenda: tuple[str, ...] = ()
) -> list[Row]:
    """Events of one kind, each named after its day."""
    return [
        Event(id=f"{kind}-{day:%m%d}", kind=kind, subject=subject, date=day, refers=refers, agenda=agenda)
        for day in days
    ]


def year(*rows: Row, kinds: str, whole: str = "", bodies: Sequence[Row] = ()) -> Jurisdiction:
    """A place whose record holds all events of some kinds."""
    claims = " ".join(f"events:{kind}" for kind in kinds.split())
    return place(*CHAIN, *bodies, *rows, whole=f"{claims} {whole}".strip())


def points(*, registers: Sequence[date] = MONTHS, publicity: Sequence[date] = QUARTERS) -> Jurisdiction:
    """A branch that keeps members' points."""
    rows = held("points_registered", "branch", registers) + held("points_published", "branch", publicity)
    rows += held("points_reviewed", "branch", [date(2018, 12, 30)])
    return year(*rows, bodies=[BRANCH], kinds="points_registered points_published points_reviewed")


def inspected(*, analyses: int = 2, referring: bool = True) -> Jurisdiction:
    """A subdistrict that inspects, gives notice and analyses, each naming what it takes up."""
    rows = held("inspection", "street", MONTHS)
    for day in QUARTERS:
        named = (f"inspection-{day.month:02}15",) if referring else ()
        rows += held("notice", "street", [day], named)
    for day in HALVES[:analyses]:
        rows += held("analysis", "street", [day], (f"notice-{day.month:02}28",))
    return year(*rows, kinds="inspection notice analysis")


def branch_life(*, committee: bool = True, meetings: Sequence[date] = MONTHS) -> Jurisdiction:
    """A branch that keeps the three meetings, with or without a committee."""
    bodies = [BRANCH, *([COMMITTEE] if committee else [])]
    rows = held("members_meeting", "branch", QUARTERS)
    rows += held("regular_meeting", "committee", meetings) if committee else []
    return year(*rows, bodies=bodies, kinds="members_meeting regular_meeting")


def trained(*holders: str) -> Jurisdiction:
    """Two secretaries of one community's post, one after the other, of whom some were trained."""
    rows: list[Row] = [
        Post(id="seat", kind="secretary", unit="block"),
        Post(id="first", kind="secretary", unit="street"),
        *(Person(id=name, category="full_member") for name in ("p1", "p2", "p3")),
        Holding(id="long", post="seat", person="p1", end=date(2018, 10, 1)),
        Holding(id="short", post="seat", person="p2", start=date(2018, 10, 1)),
        Holding(id="street-long", post="first", person="p3"),
        Event(id="t", kind="training_completed", subject="county", date=date(2018, 5, 4), attendance=holders),
    ]
    return year(*rows, kinds="training_completed", whole="posts holdings")


def consented(on: date | None, *, act: str = "head_appointed") -> Jurisdiction:
    """An agency seated in a subdistrict whose head is appointed or removed on 5 May, with or without consent."""
    rows: list[Row] = [
        unit("agency", None, "county", "dispatched_agency"),
        tie("seated_in", "agency", "street"),
        Event(id="act", kind=act, subject="agency", date=date(2018, 5, 5)),
    ]
    if on is not None:
        rows.append(Event(id="consent", kind="consent_given", subject="street", date=on, refers=("act",)))
    return year(*rows, kinds="head_appointed head_removed consent_given", whole="ties:seated_in units")


def stepped(decision: str, step: str, decided: date, taken: date | None, *, by: str = "street") -> Jurisdiction:
    """A decision, and the step that is to come before it, taken on a day or never."""
    rows: list[Row] = [
        unit("dept", None, "county", "stationed_department"),
        tie("seated_in", "dept", "street"),
        Event(id="decision", kind=decision, subject="dept" if decision == "grade_decided" else by, date=decided),
    ]
    if taken is not None:
        rows.append(Event(id="step", kind=step, subject=by, date=taken, refers=("decision",)))
    return year(*rows, kinds=f"{decision} {step}", whole="ties:seated_in units")


def campaigns(first: date, second: date) -> Jurisdiction:
    """Two campaigns, by the day on which each started."""
    days = {"grid_service": first, "compound_governance": second}
    rows = [
        Event(id=theme, kind="campaign_started", subject="street", date=day, agenda=(theme,))
        for theme, day in days.items()
    ]
    return place(*DISTRICT_CHAIN, *rows, whole="events:campaign_started units", profile=NANQIAO_LEVELS)


def firm(closed: date, reviewed: date | None) -> Jurisdiction:
    """An enterprise that closed, and its Party organisation, dissolved on review if there was one."""
    rows: list[Row] = [
        unit("firm", None, None, "new_economic_organisation"),
        Body(
            id="cell", kind="enterprise_party_organisation", host="firm", end=reviewed and reviewed + timedelta(days=1)
        ),
        *held("host_closed", "firm", [closed]),
        *(held("organisation_reviewed", "cell", [reviewed]) if reviewed else ()),
    ]
    return year(
        *rows,
        kinds="host_closed host_suspended host_merged host_converted organisation_reviewed",
        whole="bodies:enterprise_party_organisation",
    )


def grown(reviewed: Sequence[date]) -> Jurisdiction:
    """A branch that reached 51 members in March."""
    rows = held("member_count_crossed", "branch", [date(2018, 3, 1)]) + held(
        "organisation_reviewed", "branch", reviewed
    )
    kinds = "host_changed member_count_crossed territory_changed organisation_reviewed"
    return year(*rows, bodies=[BRANCH], kinds=kinds)


def weekly(days: Iterable[date]) -> Jurisdiction:
    """A community's archives, completed on these days of 2020, a year of 53 ISO weeks."""
    rows = [Event(id=f"w{n}", kind="archive_improved", subject="block", date=day) for n, day in enumerate(days)]
    claim = Recorded(table="events", kind="archive_improved", start=WEEKS_OF_2020[0], end=date(2021, 1, 4))
    return attrs.evolve(place(*CHAIN, *rows), recorded=(claim,))


def reported(*posts: str) -> Jurisdiction:
    """Two communities whose secretaries report, or not."""
    rows: list[Row] = [
        unit("other", "community", "street", "residents_committee"),
        Post(id="s1", kind="secretary", unit="block"),
        Post(id="s2", kind="secretary", unit="other"),
        *(
            Event(id=f"r-{post}", kind="duty_report", subject="street", date=date(2018, 11, 1), attendance=(post,))
            for post in posts
        ),
    ]
    return year(*rows, kinds="duty_report", whole="posts")


def street_meets(kind: str, days: Sequence[date], *agenda: str) -> Jurisdiction:
    """A subdistrict that holds meetings of one kind."""
    return year(*held(kind, "street", days, agenda=agenda), kinds=kind)


def appraised(*days: date) -> Jurisdiction:
    """A branch that appraises its members on these days."""
    return year(*held("democratic_appraisal", "branch", days), bodies=[BRANCH], kinds="democratic_appraisal")


WEEKS_OF_2020 = tuple(date(2019, 12, 30) + timedelta(weeks=n) for n in range(53))

CASES: tuple[Case, ...] = (
    Judged(
        "C-3.25",
        stepped("deployment", "survey", date(2018, 2, 2), date(2018, 2, 1), by="city"),
        stepped("deployment", "survey", date(2018, 2, 2), date(2018, 2, 3), by="city"),
        "LF325",
        LANGFANG,
    ),
    Judged("C-4.06", consented(date(2018, 5, 3)), consented(None), "JX406", JIXI),
    Judged("C-4.06", consented(date(2018, 5, 5)), consented(date(2018, 5, 6)), "JX406", JIXI),
    Judged(
        "C-4.06",
        consented(date(2018, 5, 3), act="head_removed"),
        consented(None, act="head_removed"),
        "JX406",
        JIXI,
    ),
    Judged(
        "C-4.07",
        stepped("plan_approved", "participation", date(2018, 4, 1), date(2018, 4, 1)),
        stepped("plan_approved", "participation", date(2018, 4, 1), None),
        "JX407",
        JIXI,
    ),
    Judged(
        "C-4.07",
        stepped("plan_approved", "participation", date(2018, 4, 1), date(2018, 3, 1)),
        stepped("plan_approved", "participation", date(2018, 4, 1), date(2018, 4, 2)),
        "JX407",
        JIXI,
    ),
    Judged(
        "C-4.08",
        stepped("grade_decided", "grade_suggested", date(2018, 12, 20), date(2018, 12, 1)),
        stepped("grade_decided", "grade_suggested", date(2018, 12, 20), None),
        "JX408",
        JIXI,
    ),
    Judged("C-6.07", points(), points(publicity=(date(2018, 1, 5), *QUARTERS[1:])), "JF607", JIEFANGBEI),
    Refused(
        "C-6.12",
        lambda: anniversaries(date(2016, 2, 29), date(2018, 1, 1), date(2019, 1, 1)),
        lambda: anniversaries(datetime(2016, 2, 29, 8, 30), date(2018, 1, 1), date(2019, 1, 1)),  # noqa: DTZ001 - a moment is what is refused
        InvalidValueError,
    ),
    Judged("C-6.29", trained("long", "street-long"), trained("street-long"), "LF629", LANGFANG),
    Wanting(
        "C-6.42",
        year(
            *held("party_spirit_analysis", "branch", HALVES),
            *held("democratic_appraisal", "branch", [date(2018, 12, 1)]),
            bodies=[BRANCH],
            kinds="party_spirit_analysis democratic_appraisal",
        ),
        "LF642",
        declared(LANGFANG, "party_spirit_analysis.cadence", Cycle.HALF_YEAR),
        LANGFANG,
    ),
    Judged("C-6.42", appraised(date(2018, 12, 1)), appraised(), "PBN307", JIEFANGBEI),
    Wanting(
        "C-7.13",
        year(*held("workshop_visit", "block", MONTHS), kinds="workshop_visit"),
        "JX713",
        declared(JIXI, "workshop_visit.cadence", Cycle.MONTH),
        JIXI,
    ),
    Wanting(
        "C-8.07",
        year(*held("dispatch_meeting", "city", MONTHS), kinds="dispatch_meeting"),
        "LF807",
        declared(LANGFANG, "dispatch_meeting.cadence", Cycle.MONTH),
        LANGFANG,
    ),
    Judged(
        "C-8.22",
        campaigns(date(2018, 2, 1), date(2018, 8, 1)),
        campaigns(date(2018, 8, 1), date(2018, 2, 1)),
        "NQ822",
        NANQIAO,
    ),
    Judged("C-8.26", branch_life(), branch_life(meetings=MONTHS[1:]), "PBN302", PARTY_LIFE),
    Judged("C-8.26", branch_life(), branch_life(meetings=MONTHS[1:]), "PBN302", JIEFANGBEI),
    Judged(
        "C-8.27",
        year(
            *held("organisational_life_meeting", "branch", [date(2018, 2, 15)]),
            bodies=[BRANCH],
            kinds="organisational_life_meeting",
        ),
        year(
            *held("organisational_life_meeting", "branch", [date(2018, 10, 15)]),
            bodies=[BRANCH],
            kinds="organisational_life_meeting",
        ),
        "PBN306",
        JIEFANGBEI,
    ),
    Judged(
        "C-8.31",
        street_meets("community_meeting", MONTHS, "training"),
        street_meets("community_meeting", MONTHS[:11], "training"),
        "JF831",
        JIEFANGBEI,
    ),
    Judged(
        "C-8.32",
        street_meets("non_public_meeting", QUARTERS),
        street_meets("non_public_meeting", QUARTERS[:3]),
        "JF832",
        JIEFANGBEI,
    ),
    Judged(
        "C-8.36",
        weekly(WEEKS_OF_2020),
        weekly(WEEKS_OF_2020[:52]),
        "JF8361",
        JIEFANGBEI,
        date(2021, 1, 4),
    ),
    Judged(
        "C-8.37",
        street_meets("records_meeting", [date(2018, 5, 3)]),
        street_meets("records_meeting", []),
        "JF837",
        JIEFANGBEI,
    ),
    Judged("C-8.39", reported("s1", "s2"), reported("s2"), "JF839", JIEFANGBEI),
    Judged(
        "C-8.41",
        street_meets("year_end_appraisal", [date(2018, 12, 20)]),
        street_meets("year_end_appraisal", [date(2018, 2, 20)]),
        "JF841",
        JIEFANGBEI,
    ),
    Judged("C-8.42", inspected(), inspected(analyses=1), "JF842", JIEFANGBEI),
    Judged(
        "C-9.06",
        firm(date(2018, 5, 3), date(2018, 6, 2)),
        firm(date(2018, 5, 3), None),
        "JF906",
        supplied(JIEFANGBEI, "host_review.days", 30),
    ),
    Judged(
        "C-9.20",
        grown([date(2018, 3, 31)]),
        grown([date(2018, 4, 1)]),
        "LF920",
        supplied(LANGFANG, "adjustment.days", 30),
    ),
)
