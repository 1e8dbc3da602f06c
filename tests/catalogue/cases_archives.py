"""Cases of archives, learning and review: how records are kept, what is taught, and what the appraisal looks at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from pbgov.base import Amount, Exact, MoreThan, Row
from pbgov.model import Document, Event, Fact, Jurisdiction
from pbgov.org import Body
from pbgov.packs import JIEFANGBEI
from tests.catalogue.cases_members import BRANCH, people
from tests.catalogue.cases_street import ITSELF, NO_FIRMS, TEN, street, written
from tests.catalogue.worlds import A_CASE, Case, Judged, Wanting, declared, supplied, tie, unit

HAVES: Final = ("cabinet", "uniform_box", "uniform_cover", "uniform_numbering")
STANDARDS: Final = ("work_archive", "basic_ledger", "cover_sample", "catalogue_sample")
NAMED: Final = ("party_documents", "theme_party_day", "daily_party_affairs")
VOLUMES: Final = (*NAMED, *(f"volume_{n}" for n in range(4, 8)))
REQUIREMENTS: Final = ("full_process", "original_kept", "bound", "classified", "cabinet")
FACETS: Final = ("organisation_setup", "venue", "mechanism", "duty_conduct")


def archive(
    *, haves: Sequence[str] = HAVES, standards: Sequence[str] = STANDARDS, volumes: Sequence[str] = VOLUMES
) -> Jurisdiction:
    """A community's archive with its fittings and volumes, and the subdistrict's standards."""
    rows: list[Row] = [Body(id="archive", kind="archive", host="v0", functions=tuple(haves))]
    rows += [
        Document(id=f"standard-{code}", kind="archive_standard", parties=(ITSELF,), sections=(code,))
        for code in standards
    ]
    rows += [
        Document(id=f"v-{code}", kind="archive_volume", parties=("archive",), sections=(code,)) for code in volumes
    ]
    return street(*rows, whole="documents:archive_standard documents:archive_volume")


def filed(day: int) -> Jurisdiction:
    """A meeting of 1 May, and its record, filed on a day of May."""
    rows = [
        Event(id="held", kind="meeting_held", subject="v0", date=date(2018, 5, 1)),
        Event(id="filed", kind="record_filed", subject="v0", date=date(2018, 5, day), refers=("held",)),
    ]
    return street(*rows, whole="events:meeting_held events:record_filed")


def stated(about: str, **amounts: int) -> list[Row]:
    """What somebody counted."""
    return [Fact(id=name, about=about, amount=Exact(n), unit=name, basis=A_CASE) for name, n in amounts.items()]


def records(*, complete: int = 10, accurate: int = 10) -> Jurisdiction:
    """Ten records of a community, and how many of them are complete and accurate."""
    rows = stated("v0", records=10, records_complete=complete, records_accurate=accurate)
    return street(*rows, *stated("v0", appraisal_points=80), communities=("v0",), whole="facts")


def trained(n: int) -> Jurisdiction:
    """A branch of fifty members, so many of whom were trained."""
    rows = [BRANCH, *people(50), *(tie("registered_with", f"m{i:04}", "branch") for i in range(50))]
    rows += stated(ITSELF, members_trained=n)
    rows += stated("v0", appraisal_points=80)
    return street(*rows, communities=("v0",), whole="facts ties:registered_with ties:participates_in")


FIFTY: Final = supplied(supplied(JIEFANGBEI, "members.registered", 50), "members.mobile", 0)


def lectured(sessions: int) -> Jurisdiction:
    """A special lecture held in so many sessions."""
    rows = [
        Event(id=f"s{n}", kind="lecture_session", subject="v0", date=date(2018, 5, 1 + n), refers=("lecture",))
        for n in range(sessions)
    ]
    lecture = Event(id="lecture", kind="special_lecture", subject="v0", date=date(2018, 5, 1))
    return street(lecture, *rows, whole="events:lecture_session")


def appraised(n: int, top: int = 98) -> Jurisdiction:
    """Ten communities, so many of them with points, the last of which has the most."""
    rows = [
        Fact(id=f"points-{name}", about=name, amount=Exact(top if i == n - 1 else 60), unit="appraisal_points",
             basis=A_CASE)
        for i, name in enumerate(TEN[:n])
    ]  # fmt: skip
    return street(*rows, whole="units facts")


def contested(amount: Amount, *kinds: str) -> Jurisdiction:
    """A contest with so many members, of units of these kinds."""
    rows: list[Row] = [unit(kind, None, None, kind) for kind in kinds if kind != "residents_committee"]
    attendance = tuple("v0" if kind == "residents_committee" else kind for kind in kinds)
    rows += [
        Event(id="contest", kind="knowledge_contest", subject=ITSELF, date=date(2018, 2, 9), attendance=attendance),
        Fact(id="n", about=ITSELF, amount=amount, unit="contest_participants", basis=A_CASE),
    ]
    return street(*rows)


SIDES: Final = ("residents_committee", "non_public_organisation", "state_enterprise")
APPRAISALS: Final = ("duty_report_appraisal", "party_building_appraisal")


def both_appraisals(*with_it: str) -> Jurisdiction:
    """The two appraisals, those named with standardisation among their contents."""
    rows = [
        Document(id=kind, kind=kind, parties=(ITSELF,), sections=("standardisation",) if kind in with_it else ("dues",))
        for kind in APPRAISALS
    ]
    return street(*rows)


CASES: Final[tuple[Case, ...]] = (
    Judged("C-5.05", archive(), archive(haves=(HAVES[0], *HAVES[2:])), "JF505", JIEFANGBEI),
    Judged("C-8.29", trained(50), trained(49), "JF829", FIFTY),
    Judged("C-8.30", lectured(5), lectured(4), "JF830", JIEFANGBEI),
    Judged("C-8.33", archive(), archive(standards=STANDARDS[:3]), "JF833", JIEFANGBEI),
    Judged("C-8.34", archive(), archive(volumes=VOLUMES[:6]), "JF8341", JIEFANGBEI),
    Judged("C-8.34", archive(), archive(volumes=(*VOLUMES[1:], "volume_8")), "JF8342", JIEFANGBEI),
    Judged("C-8.35", written("archive_rules", *REQUIREMENTS), written("archive_rules", *REQUIREMENTS[1:]), "JF835",
           JIEFANGBEI),
    Judged("C-8.38", filed(8), filed(9), "JF8381", supplied(JIEFANGBEI, "archive.filing_days", 7)),
    Wanting("C-8.38", filed(8), "JF8381", declared(JIEFANGBEI, "archive.filing_days", 7), JIEFANGBEI),
    Judged("C-8.38", records(), records(complete=9), "JF8382", JIEFANGBEI),
    Judged("C-8.38", records(), records(accurate=9), "JF8383", JIEFANGBEI),
    Judged("C-8.43", appraised(10), appraised(9), "JF8431", NO_FIRMS),
    Judged("C-8.43", appraised(10), appraised(10, top=101), "JF8432", NO_FIRMS),
    Judged("C-8.44", both_appraisals(*APPRAISALS), both_appraisals(APPRAISALS[0]), "JF844", JIEFANGBEI),
    Judged("C-8.45", written("annual_key_points", "standardisation", "party_life"),
           written("annual_key_points", "party_life"), "JF845", JIEFANGBEI),
    Judged("C-8.51", contested(MoreThan(2000), *SIDES), contested(Exact(2000), *SIDES), "JF8511", JIEFANGBEI),
    Judged("C-8.51", contested(MoreThan(2000), *SIDES), contested(MoreThan(2000), *SIDES[:2]), "JF8512", JIEFANGBEI),
    Judged("C-8.53", written("standardisation_programme", *FACETS), written("standardisation_programme", *FACETS[:3]),
           "JF853", JIEFANGBEI),
)  # fmt: skip
