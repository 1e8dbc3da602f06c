"""Cases of processes: histories that can be and cannot be, and records judged by the pack of processes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from pbgov import packs
from pbgov.errors import IllegalEventError
from pbgov.model import Jurisdiction, Process
from pbgov.org import Post, Unit
from pbgov.packs import JIEFANGBEI, JIXI, LANGFANG, PROCESSES
from pbgov.rules import Act, History, Lifecycle
from tests.catalogue.worlds import CHAIN, Case, Judged, Refused, place, supplied

FIRST = date(2018, 3, 1)


APPROVED = {"branch_agrees": True, "superior_approves": True}


DUTY = {"receiver_has_duty": True}


def done(*steps: str | tuple[str, dict[str, Any]], first: date = FIRST, apart: int = 1) -> tuple[Act, ...]:
    """Acts some days apart, each by its kind alone or with what else is known of it."""
    acts: list[Act] = []
    for number, step in enumerate(steps):
        kind, more = (step, dict[str, Any]()) if isinstance(step, str) else step
        given: dict[str, Any] = {"kind": kind, "on": first + timedelta(days=apart * number)}
        acts.append(Act(**(given | more)))
    return tuple(acts)


def can(lifecycle: Lifecycle, *acts: Act) -> Callable[[], History]:
    """Go through a history, with the figures of the pack of processes."""

    def go() -> History:
        history = History(lifecycle=lifecycle, id="p", start=FIRST)
        for act in acts:
            history = history.then(act, PROCESSES.at(act.on))
        return history

    return go


def on_record(lifecycle: Lifecycle, *acts: Act, start: date = FIRST, **more: Any) -> Jurisdiction:
    """A place whose record holds every process, this one among them."""
    rows = (
        Unit(id="fire", kind="department", parent="city"),
        Unit(id="firm", kind="social_organisation", parent="city"),
        Unit(id="team", kind="professional_team", parent="city"),
        Post(id="secretary", kind="secretary", unit="block"),
        Post(id="deputy", kind="deputy_secretary", unit="block"),
    )
    process = Process(id="p", kind=lifecycle.id, subject="block", acts=acts, start=start, **more)
    return place(*CHAIN, *rows, process, whole="processes")


def judged(
    item: str, code: str, lifecycle: Lifecycle, sound: tuple[Act, ...], wrong: tuple[Act, ...], **more: Any
) -> Judged:
    """Two records of one kind of process."""
    given: dict[str, Any] = {"pack": PROCESSES, **more}
    return Judged(item, on_record(lifecycle, *sound), on_record(lifecycle, *wrong), code, **given)


def refused(item: str, lifecycle: Lifecycle, sound: tuple[Act, ...], wrong: tuple[Act, ...]) -> Refused:
    """Two histories, one of which cannot be."""
    return Refused(item, can(lifecycle, *sound), can(lifecycle, *wrong), IllegalEventError)


TAKEN = ("accept", {"by": "block"})


HANDED = ("assign", {"by": "block", "to": "fire", "facts": DUTY})


ENDED = ("feed_back", ("close", {"by": "block"}))


CALLED = ("join", {"by": "fire", "to": "street"})


PARTED = ("finish_part", {"by": "street"})


GIVEN = {"approved_by_committee": True, "approved_by_government": True}


HALF = {"approved_by_committee": True, "approved_by_government": False}


FOLLOWED = {"staff_followed": True, "power_followed": True, "funds_followed": True}


ADMITTED = ("review", ("approve", {"facts": GIVEN}), ("resource", {"facts": FOLLOWED}), "start")


FLAGGED = ("inventory", ("flag", {"facts": {"items_flagged": 2}}), "withdraw")


MEMBER = ("recognise", "list", ("admit", {"facts": APPROVED}))


EXTENDED = ("extend", {"on": date(2019, 3, 1), "facts": {**APPROVED, "extension_months": 6}})


FIVE = ("full_process", "original_kept", "bound", "classified", "cabinet")


VOLUME = ("improve", "sort", "summarise")


PIPELINE = (
    ("discover", {"by": "block"}), ("design", {"by": "block"}), ("undertake", {"by": "firm"}),
    ("participate", {"by": "team"}), "evaluate",
)  # fmt: skip


LED = tuple((kind, {"by": "secretary"}) for kind in ("choose", "lead", "break_through"))


FORMED = ("prepare", "assemble", "elect")


MATCHED = ("collect", "consult", ("match", {"facts": {"demands": 3, "plans": 1}}), "implement", "accept")


def with_facts(kind: str, **facts: Any) -> tuple[Act, ...]:
    """One act that makes something known."""
    return done((kind, {"facts": facts}))


def graded(suggested: str, *, answered: bool = False) -> tuple[Act, ...]:
    """A grade is suggested, and A is decided, with an answer or without one."""
    facts = {"suggested_grade": suggested, "final_grade": "a", "suggestion_answered": answered}
    return done("suggest", ("decide", {"facts": facts}))


def signed(parties: int, *, community: bool = True) -> tuple[Act, ...]:
    """An agreement signed by so many parties, a community Party organisation among them or not."""
    return with_facts("sign", signers=parties, community_signs=community)


def owned(owner: str) -> Jurisdiction:
    """A case that was transferred, and who is on record as accountable."""
    passed = ("transfer", {"by": "block", "to": "street", "facts": DUTY})
    return on_record(packs.CASE, *done(TAKEN, passed), owner=owner)


CASES: tuple[Case, ...] = (
    refused(
        "C-3.20",
        packs.CAREER_PILOT,
        done("set_cap", ("recognise", {"facts": {"recognised": 118, "headcount_cap": 120}})),
        done("set_cap", ("recognise", {"facts": {"recognised": 121, "headcount_cap": 120}})),
    ),
    refused("C-3.28", packs.CLOSED_MANAGEMENT, with_facts("close", checkpoints=1), with_facts("close", checkpoints=0)),
    judged(
        "C-4.08", "PC408", packs.YEAR_END_GRADING, graded("b", answered=True), graded("b", answered=False), pack=JIXI
    ),
    judged("C-4.08", "PC408", packs.YEAR_END_GRADING, graded("a"), graded("a")[1:], pack=JIXI),
    judged("C-4.13", "PC413", packs.ADMISSION, done(*ADMITTED, "withdraw"), done("start"), pack=JIXI),
    judged(
        "C-4.13",
        "PC413",
        packs.ADMISSION,
        done(*ADMITTED[:1], "reject"),
        done("review", ("approve", {"facts": HALF})),
        pack=JIXI,
    ),
    judged("C-4.13", "PC413", packs.ADMISSION, done(*ADMITTED), done(*ADMITTED[:2], "start"), pack=JIXI),
    judged(
        "C-4.18",
        "PC418",
        packs.AUDIT,
        done(*FLAGGED, ("report", {"facts": {"items_flagged": 2, "items_withdrawn": 2}})),
        done(*FLAGGED, ("report", {"facts": {"items_flagged": 2, "items_withdrawn": 1}})),
        pack=JIXI,
    ),
    refused(
        "C-6.13",
        packs.MEMBERSHIP,
        done(*MEMBER, "apply", EXTENDED, ("convert", {"on": date(2019, 9, 1), "facts": APPROVED})),
        done(*MEMBER, "apply", EXTENDED, EXTENDED),
    ),
    refused(
        "C-6.14",
        packs.MEMBERSHIP,
        done(*MEMBER, ("lapse", {"on": date(2020, 10, 1), "facts": APPROVED})),
        done(*MEMBER, "apply", ("lapse", {"on": date(2020, 10, 1), "facts": APPROVED})),
    ),
    judged(
        "C-6.21",
        "PC621",
        packs.PLEDGE,
        with_facts("fulfil", evidence_given=True),
        with_facts("fulfil", evidence_given=False),
        pack=LANGFANG,
    ),
    refused("C-6.34", packs.PIONEER_SHOP, with_facts("select", shops_listed=10), with_facts("select", shops_listed=11)),
    refused(
        "C-6.43",
        packs.PROPERTY_PARTY,
        done("develop", "instruct", ("organise", {"facts": {"full_members": 3}})),
        done("develop", "instruct", ("organise", {"facts": {"full_members": 1}})),
    ),
    judged(
        "C-6.43",
        "PC643",
        packs.PROPERTY_PARTY,
        done("develop", "instruct", ("organise", {"facts": {"full_members": 3}})),
        done("develop", "instruct", ("organise", {"facts": {"full_members": 1}})),
        pack=LANGFANG,
    ),
    judged("C-7.01", "PC701", packs.AGREEMENT, signed(2), signed(1)),
    judged("C-7.01", "PC701", packs.AGREEMENT, signed(2), signed(2, community=False)),
    refused("C-7.15", packs.PLEDGE, with_facts("fulfil", evidence_given=True), done("fulfil")),
    judged(
        "C-8.01",
        "PC801",
        packs.CASE,
        done(TAKEN, HANDED, "begin", "resolve", *ENDED),
        done(TAKEN, HANDED, "begin", "resolve", ("close", {"by": "block"})),
        pack=supplied(LANGFANG, "case.accept_days", 0),
    ),
    Judged("C-8.02", owned("block"), owned("street"), "PC801", supplied(LANGFANG, "case.accept_days", 0)),
    Judged(
        "C-8.03",
        on_record(packs.CASE, *done(TAKEN, first=FIRST + timedelta(days=2))),
        on_record(packs.CASE, *done(TAKEN, first=FIRST + timedelta(days=3))),
        "PC801",
        supplied(LANGFANG, "case.accept_days", 2),
    ),
    refused(
        "C-8.04",
        packs.CASE,
        done(TAKEN, HANDED),
        done(TAKEN, ("assign", {"to": "block", "facts": {"receiver_has_duty": False}})),
    ),
    refused(
        "C-8.05",
        packs.CASE,
        done(TAKEN, HANDED, "begin", CALLED, PARTED, "resolve"),
        done(TAKEN, HANDED, "begin", CALLED, "resolve"),
    ),
    refused(
        "C-8.06",
        packs.CASE,
        done(TAKEN, "handle_directly", *ENDED),
        done(TAKEN, "handle_directly", ("close", {"by": "block"})),
    ),
    judged(
        "C-8.12",
        "PC812",
        packs.MICRO_GOVERNANCE,
        done(*MATCHED),
        done("collect", "consult", ("match", {"facts": {"demands": 0, "plans": 1}})),
    ),
    judged(
        "C-8.16",
        "PC816",
        packs.SELF_GOVERNANCE,
        done("discuss", ("decide", {"facts": {"voted": True}}), "do", "manage"),
        done("discuss", "do"),
    ),
    judged("C-8.18", "PC818", packs.PROJECT, done(*LED, "land"), done(("choose", {"by": "deputy"}))),
    refused(
        "C-8.19",
        packs.PROJECT,
        done(*((kind, {"role": "secretary"}) for kind in ("choose", "lead", "break_through"))),
        done(("break_through", {"role": "secretary"}), ("choose", {"role": "secretary"})),
    ),
    Judged(
        "C-8.25",
        on_record(packs.THEME_PARTY_DAY, *done("set_theme", "mobilise", "practise", "evaluate"), end=date(2018, 4, 1)),
        on_record(packs.THEME_PARTY_DAY, *done("set_theme", "mobilise", "practise"), end=date(2018, 4, 1)),
        "PC825",
        JIEFANGBEI,
    ),
    judged(
        "C-8.35",
        "PC835",
        packs.ARCHIVE_VOLUME,
        done(*VOLUME, ("archive", {"facts": {"requirements": FIVE}})),
        done(*VOLUME, ("archive", {"facts": {"requirements": FIVE[:1] + FIVE[2:]}})),
        pack=JIEFANGBEI,
    ),
    judged(
        "C-8.40",
        "PC840",
        packs.DUTY_REPORT,
        done("observe", "listen", "ask", "evaluate"),
        done("observe", "listen", "evaluate"),
        pack=JIEFANGBEI,
    ),
    judged(
        "C-8.46",
        "PC846",
        packs.ACCOUNTABILITY,
        done("list", "report", "supervise", "list"),
        done("list", "report", "supervise", "supervise"),
        pack=JIEFANGBEI,
    ),
    Judged(
        "C-8.48",
        on_record(packs.RECTIFICATION, *done("advance", first=date(2018, 11, 30)), start=date(2018, 11, 1)),
        on_record(packs.RECTIFICATION, *done("advance", first=date(2018, 12, 31)), start=date(2018, 11, 1)),
        "PC848",
        PROCESSES,
    ),
    judged(
        "C-8.52",
        "PC852",
        packs.SERVICE_PIPELINE,
        done(*PIPELINE),
        done(*PIPELINE[:2], ("undertake", {"by": "block"})),
        pack=JIXI,
    ),
    refused(
        "C-9.07",
        packs.ORGANISATION,
        done(
            ("approve", {"facts": {"superior_approves": True}}),
            "establish",
            ("dissolve", {"facts": {"superior_approves": True, "members_unplaced": 0}}),
        ),
        done(
            ("approve", {"facts": {"superior_approves": True}}),
            "establish",
            ("dissolve", {"facts": {"superior_approves": True, "members_unplaced": 3}}),
        ),
    ),
    judged(
        "C-9.17",
        "PC917",
        packs.OWNERS_COMMITTEE,
        done(*FORMED, ("file", {"on": FIRST + timedelta(days=2 + 20)})),
        done(*FORMED, ("file", {"on": FIRST + timedelta(days=2 + 45)})),
        pack=LANGFANG,
    ),
)
