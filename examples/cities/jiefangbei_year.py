"""Jiefangbei's year 2018: the rhythms that the report says are kept, on days made up, and what it tells of the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final, TypeAlias

from cities.city import Document
from cities.jiefangbei_documents import COMMUNITIES, FIRMS, STREET, ZILI, made
from cities.jiefangbei_members import BRANCHES, EXPELLED, EXTENDED, GONE, NEW_BRANCH, REVOKED, WARNED, WORKER

_Act: TypeAlias = tuple[str, date, dict[str, Any]]

MONTHS: Final = tuple(date(2018, month, 15) for month in range(1, 13))
QUARTERS: Final = tuple(date(2018, month, 28) for month in (3, 6, 9, 12))
HALVES: Final = (date(2018, 6, 29), date(2018, 12, 29))
WEEKS: Final = tuple(date(2018, 1, 3) + timedelta(weeks=n) for n in range(52))


def events() -> Iterator[Document]:
    """Give all of it."""
    for branch in BRANCHES:
        yield from _of_branch(branch)
    for community in COMMUNITIES:
        yield from _held("archive_improved", community, WEEKS)
        yield from _held("archive_sorted", community, MONTHS)
        yield from _held("archive_summarised", community, HALVES)
        yield from _held("archive_filed", community, HALVES[1:])
    for n in range(1, FIRMS + 1):
        firm = f"firm-{n:04d}"
        yield made({"id": f"checked-{firm}", "kind": "record_checked", "subject": firm, "date": "2018-04-20"})
    yield from _of_street()
    yield from _told()


def _of_branch(branch: str) -> Iterator[Document]:
    """Give the points, the notices of dues and the organisational life of a branch."""
    since = date(2018, 5, 10) if branch == NEW_BRANCH else MONTHS[0]
    yield from _held("points_registered", branch, (day for day in MONTHS if day >= since))
    yield from _held("points_published", branch, (day for day in QUARTERS if day >= since))
    yield from _held("points_reviewed", branch, (date(2018, 12, 30),))
    yield from _held("dues_notice", branch, (day for day in MONTHS if day >= since))
    if branch != NEW_BRANCH:
        yield from _held("organisational_life_meeting", branch, (date(2018, 2, 10),))


def _of_street() -> Iterator[Document]:
    """Give the inspections, the notices and analyses that refer to them, and the meetings of the subdistrict."""
    yield from _held("inspection", STREET, MONTHS)
    for day in QUARTERS:
        yield from _held("notice", STREET, (day,), refers=[f"inspection-{STREET}-{day:%m}15"])
    for day in HALVES:
        yield from _held("analysis", STREET, (day,), refers=[f"notice-{STREET}-{day:%m}28"])
    yield from _held("community_meeting", STREET, MONTHS, agenda=["training"])
    yield from _held("non_public_meeting", STREET, QUARTERS, agenda=["training"])
    yield from _held("records_meeting", STREET, (date(2018, 5, 3),))
    reporting = [f"secretary-{community}" for community in COMMUNITIES]
    yield from _held("duty_report", STREET, (date(2018, 11, 20),), attendance=reporting)
    yield from _held("year_end_appraisal", STREET, (date(2018, 12, 20),))


def _told() -> Iterator[Document]:
    """Give what the report tells of the year: the contest, a lecture, organisations, discipline, probations."""
    sides = [*COMMUNITIES, "firm-0001", "state-enterprise"]
    yield {
        "id": "contest", "kind": "knowledge_contest", "subject": f"meeting-{STREET}", "date": "2018-02-09",
        "attendance": sides,
    }  # fmt: skip
    yield made({"id": "lecture", "kind": "special_lecture", "subject": ZILI, "date": "2018-03-01"})
    days = (date(2018, 3, 1) + timedelta(days=n) for n in range(5))
    yield from _held("lecture_session", ZILI, days, refers=["lecture"])
    yield from _held("organisation_established", NEW_BRANCH, (date(2018, 5, 10),))
    for n, branch in enumerate(GONE):
        kind = "organisation_dissolved" if n < len(GONE) // 2 else "organisation_merged"
        yield from _held(kind, branch, (date(2018, 2, 28),))
    for branch in BRANCHES[20:22]:
        yield from _held("organisation_adjusted", branch, (date(2018, 2, 28),))
    for person, measure in ((EXPELLED, "expulsion"), (WARNED, "warning"), (WORKER, "unspecified")):
        sanctioned = _held("sanction", BRANCHES[50], (date(2018, 6, 1),), refers=[person], agenda=[measure])
        yield from (row | {"id": f"sanction-{measure}"} for row in sanctioned)
    yield from _held("probation_extended", BRANCHES[60], (date(2018, 7, 1),), refers=[EXTENDED])
    yield from _held("probation_revoked", BRANCHES[60], (date(2018, 7, 1),), refers=[REVOKED])


def processes() -> Iterator[Document]:
    """Give the duty reports in four steps, the year of accountability, and the two probations."""
    report: tuple[_Act, ...] = tuple((act, date(2018, 11, 20), {}) for act in ("observe", "listen", "ask", "evaluate"))
    for community in COMMUNITIES:
        yield _process(f"report-{community}", "duty_report", f"secretary-{community}", *report)
    loop: tuple[_Act, ...] = (
        ("list", date(2018, 1, 15), {}),
        ("report", date(2018, 11, 20), {}),
        ("supervise", date(2018, 12, 20), {}),
    )
    yield _process("accountability", "accountability", STREET, *loop)
    for person, admitted, *last in (
        (EXTENDED, date(2017, 6, 1), ("apply", date(2018, 6, 5), {}), ("extend", date(2018, 7, 1), _SIX_MONTHS)),
        (REVOKED, date(2016, 6, 1), ("lapse", date(2018, 7, 1), _AGREED)),
    ):
        way: tuple[_Act, ...] = (("recognise", admitted, {}), ("list", admitted, {}), ("admit", admitted, _AGREED))
        yield _process(f"way-of-{person}", "membership", person, *way, *last)


_AGREED: Final = {"branch_agrees": True, "superior_approves": True}
_SIX_MONTHS: Final = {**_AGREED, "extension_months": 6}


def _process(name: str, kind: str, subject: str, *acts: _Act) -> Document:
    """Give a process with its acts; the days are made up."""
    done = [{"kind": act, "on": day.isoformat(), "facts": facts} for act, day, facts in acts]
    row = {"id": name, "kind": kind, "subject": subject, "start": acts[0][1].isoformat(), "acts": done}
    return made(row)


def _held(kind: str, subject: str, days: Iterable[date], **cells: list[str]) -> Iterator[Document]:
    """Give events of one kind, named after their days."""
    for day in days:
        name = f"{kind}-{subject}-{day:%m%d}"
        yield made({"id": name, "kind": kind, "subject": subject, "date": day.isoformat(), **cells})
