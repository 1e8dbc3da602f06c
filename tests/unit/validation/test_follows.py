from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

import pbgov
from pbgov.base import Finding, Verdict
from pbgov.errors import InvalidValueError
from pbgov.model import Event, Jurisdiction, Process, Recorded, columns
from pbgov.org import FOUR_LEVELS, Body, Person, Post, Unit
from pbgov.packs import (
    CASE,
    CONSULTATION,
    HOST_CHANGE,
    MEMBERSHIP,
    OWNERS_COMMITTEE,
    PROCESSES,
    PROJECT,
    SERVICE_PIPELINE,
    SUGGESTION,
    THEME_PARTY_DAY,
)
from pbgov.rules import Act, Follows, Lifecycle, Norm, RulePack, each
from tests.process_packs import limited

ON = date(2021, 7, 1)
DAY = date(2021, 3, 1)
ROWS = (
    Unit(id="city", kind="prefecture", level="city"),
    Unit(id="willow", kind="department"),
    Unit(id="fire", kind="department"),
    Unit(id="firm", kind="social_organisation"),
    Body(id="council", kind="council", host="city"),
    Post(id="secretary", kind="secretary", unit="city"),
    Person(id="p1", category="professional_team"),
)
WHOLE = (Recorded(table="processes"),)


def place(*acts: Act, kind: str = "case", whole: bool = True, **more: Any) -> Jurisdiction:
    row = Process(id="p", kind=kind, subject="city", acts=acts, **({"start": DAY} | more))
    return Jurisdiction(id="x", profile=FOUR_LEVELS, recorded=WHOLE if whole else ()).having(*ROWS, row)


def act(kind: str, day: int = 1, month: int = 3, **more: Any) -> Act:
    return Act(kind=kind, on=date(2021, month, day), **more)


def said(
    given: Jurisdiction, lifecycle: Lifecycle = CASE, pack: RulePack | None = None, on: date = ON
) -> tuple[str, str, str]:
    """The verdict on the one process, its aspect and its sentence."""
    whole = pack or limited("case.accept_days", 2)
    code = next(norm.code for norm in whole.norms if norm.payload == Follows(lifecycle))
    report = pbgov.validate(given, pack=whole, on=on)
    verdict = next(tally.verdict for tally in report.tallies if tally.code == code)
    found: list[Finding] = [finding for finding in report.findings if finding.code == code]
    if not found:
        return verdict.value, "", ""
    assert found[0].fix("en")
    assert found[0].fix("zh")
    assert found[0].message("zh")
    return verdict.value, found[0].aspect, found[0].message().partition("limits of time”")[2]


ACCEPTED = act("accept", by="willow")
DIRECT = (ACCEPTED, act("handle_directly", 2), act("feed_back", 3), act("close", 4, by="willow"))


@pytest.mark.parametrize(
    ("given", "verdict", "aspect", "sentence"),
    [
        (place(*DIRECT), "met", "", ""),
        (place(*DIRECT, owner="willow"), "met", "", ""),
        (place(ACCEPTED), "met", "", ""),
        (place(ACCEPTED, whole=False), "met", "", ""),
        (
            place(act("close", 4)),
            "breached",
            "close",
            ". “close” on 2021-03-04 cannot happen in state “received”: the table has no such step",
        ),
        (place(act("close", 4), whole=False), "unknown", "processes", " cannot be judged (×1): processes not recorded"),
        (place(act("sing", 4)), "breached", "sing", None),
        (place(act("sing", 4), whole=False), "breached", "sing", None),
        (
            place(*DIRECT, act("reopen", 5)),
            "breached",
            "reopen",
            ". “reopen” on 2021-03-05 cannot happen in state “closed”: it has ended",
        ),
        (place(*DIRECT, act("reopen", 5), whole=False), "breached", "reopen", None),
        (place(ACCEPTED, act("handle_directly", 28, 2)), "breached", "handle_directly", None),
        (place(ACCEPTED, act("handle_directly", 28, 2), whole=False), "breached", "handle_directly", None),
        (
            place(act("accept", 4, by="willow")),
            "breached",
            "accept",
            ". “accept” on 2021-03-04 came after its last day, 2021-03-03",
        ),
        (place(act("accept", 4, by="willow"), whole=False), "breached", "accept", None),
        (place(), "breached", "accept", ". “accept” was due by 2021-03-03 and has not come"),
        (place(whole=False), "unknown", "processes", None),
        (place(start=None), "unknown", "start", " cannot be judged (×1): first day not recorded"),
        (
            place(ACCEPTED, owner="fire"),
            "breached",
            "owner",
            ". willow was in contact first, and fire is on record as accountable",
        ),
        (place(ACCEPTED, owner="fire", whole=False), "breached", "owner", None),
        (place(owner="fire", start=date(2021, 6, 30)), "met", "", ""),
        (place(ACCEPTED, end=date(2021, 5, 1)), "breached", "end", ". It is over, and stopped in state “accepted”"),
        (place(ACCEPTED, end=ON), "breached", "end", None),
        (place(ACCEPTED, end=date(2021, 7, 2)), "met", "", ""),
        (place(ACCEPTED, end=date(2021, 5, 1), whole=False), "unknown", "processes", None),
        (place(*DIRECT, end=date(2021, 5, 1)), "met", "", ""),
        (place(ACCEPTED, act("assign", 2, to="fire")), "unknown", "receiver_has_duty", None),
        (
            place(ACCEPTED, act("assign", 2, facts={"receiver_has_duty": True})),
            "unknown",
            "to",
            " cannot be judged (×1): who takes over not recorded",
        ),
        (place(act("accept")), "unknown", "by", " cannot be judged (×1): who acted not recorded"),
        (place(ACCEPTED, act("handle_directly", 2, facts={"odd": 1})), "breached", "handle_directly", None),
        (place(act("accept", 9, 9, by="willow"), start=date(2021, 6, 30)), "met", "", ""),  # still to come
    ],
)
def test_a_case_on_record(given: Jurisdiction, verdict: str, aspect: str, sentence: str | None) -> None:
    found = said(given)
    assert found[:2] == (verdict, aspect)
    assert sentence is None or found[2] == sentence


def test_a_limit_nobody_gave_leaves_it_open() -> None:
    assert said(place(*DIRECT), pack=PROCESSES)[:2] == ("unknown", "case.accept_days")
    wrong = said(place(ACCEPTED, act("close", 4)), pack=PROCESSES)
    assert wrong[0] == "breached"  # what is known decides


def test_claims_must_reach_from_the_first_day_to_the_last() -> None:
    early = attrs.evolve(place(act("close", 4)), recorded=(Recorded(table="processes", end=date(2021, 7, 1)),))
    assert said(early)[0] == "unknown"
    late = attrs.evolve(early, recorded=(Recorded(table="processes", start=date(2021, 3, 2)),))
    assert said(late)[0] == "unknown"
    one_kind = attrs.evolve(early, recorded=(Recorded(table="processes", kind="case", start=DAY),))
    assert said(one_kind)[0] == "breached"
    other = attrs.evolve(early, recorded=(Recorded(table="processes", kind="admission"),))
    assert said(other)[0] == "unknown"
    nothing = place(act("close", 4), start=None)
    assert said(attrs.evolve(nothing, recorded=(Recorded(table="processes", start=date(2021, 3, 4)),)))[0] == "breached"
    assert said(place(act("close", 4)), on=date.max)[0] == "breached"


@pytest.mark.parametrize(
    ("kind", "by", "verdict"),
    [("undertake", "firm", "met"), ("undertake", "willow", "breached"), ("undertake", None, "unknown")],
)
def test_the_record_says_as_what_somebody_acted(kind: str, by: str | None, verdict: str) -> None:
    community = Unit(id="block", kind="residents_committee", level="community")
    acts = (act("discover", by="block"), act("design", by="block"), act(kind, by=by))
    given = place(*acts, kind="service_pipeline").having(community)
    report = pbgov.validate(given, pack=PROCESSES, on=ON)
    assert report.count("PC852", Verdict(verdict)) == 1


def test_posts_people_and_bodies_have_roles_too() -> None:
    assert said(place(act("choose", by="secretary"), kind="secretary_project"), PROJECT, PROCESSES)[0] == "met"
    assert said(place(act("choose", by="council"), kind="secretary_project"), PROJECT, PROCESSES)[0] == "breached"
    assert (
        said(place(act("choose", by="council", role="secretary"), kind="secretary_project"), PROJECT, PROCESSES)[0]
        == "met"
    )
    served = (act("discover", role="community"), act("design", role="community"), act("undertake", by="firm"))
    given = place(*served, act("participate", by="p1"), kind="service_pipeline")
    assert said(given, SERVICE_PIPELINE, PROCESSES)[0] == "met"


def test_a_limit_that_may_have_begun_again_is_open_where_acts_may_be_missing() -> None:
    filed = (act("prepare"), act("assemble", 2), act("elect", 3), act("file", 3, 6))
    assert said(place(*filed, kind="owners_committee"), OWNERS_COMMITTEE, PROCESSES)[:2] == ("breached", "file")
    assert said(place(*filed, kind="owners_committee", whole=False), OWNERS_COMMITTEE, PROCESSES)[0] == "unknown"


def test_a_round_without_an_end_may_be_over() -> None:
    assert said(place(act("prepare"), kind="owners_committee", end=ON), OWNERS_COMMITTEE, PROCESSES)[0] == "met"


def test_suggestions_consultations_and_hosts() -> None:
    skipped = (act("classify"), act("resolve", 2))
    assert said(place(*skipped, kind="suggestion"), SUGGESTION, PROCESSES)[:2] == ("breached", "resolve")
    few = act("consult", facts={"parties": ("community", "residents")})
    assert said(place(few, kind="consultation"), CONSULTATION, PROCESSES)[:2] == ("breached", "consult")
    closed = place(act("close"), kind="host_change")
    assert said(closed, HOST_CHANGE, limited("host_change.review_days", 122))[0] == "met"
    assert said(closed, HOST_CHANGE, limited("host_change.review_days", 121))[0] == "breached"
    assert said(closed, HOST_CHANGE, PROCESSES)[0] == "unknown"


def test_figures_are_those_of_the_day() -> None:
    agreed = {"branch_agrees": True, "superior_approves": True}
    acts = (act("recognise"), act("list"), act("admit", facts=agreed), act("apply"), act("convert", 1, 6, facts=agreed))
    found = said(place(*acts, kind="membership"), MEMBERSHIP, PROCESSES)
    assert found == (
        "breached",
        "convert",
        ". “convert” on 2021-06-01 cannot happen in state “has applied for full status”: it must wait until 2022-03-01",
    )


@pytest.mark.parametrize(
    ("start", "end", "counted"),
    [
        (None, None, 1),
        (None, date(2021, 1, 1), 0),
        (None, date(2021, 1, 2), 1),
        (date(2021, 7, 1), None, 1),
        (date(2021, 7, 2), None, 0),
    ],
)
def test_a_process_counts_if_it_was_under_way_in_the_span(start: date | None, end: date | None, counted: int) -> None:
    report = pbgov.validate(place(kind="theme_party_day", start=start, end=end), pack=PROCESSES, on=ON)
    code = next(norm.code for norm in PROCESSES.norms if norm.payload == Follows(THEME_PARTY_DAY))
    verdicts = [tally.verdict for tally in report.tallies if tally.code == code]
    assert (verdicts != [Verdict.NOT_APPLICABLE]) is bool(counted)


def test_what_is_no_process_is_not_judged() -> None:
    norm = PROCESSES["PC801"]
    assert isinstance(norm, Norm)
    astray = RulePack(
        id="astray",
        title=norm.text,
        parameters=PROCESSES.parameters,
        norms=(attrs.evolve(norm, scope=each(columns("events"))),),
    )
    held = place().having(Event(id="e", kind="regular_meeting", subject="city", date=DAY))
    assert pbgov.validate(held, pack=astray, on=ON).count("PC801", Verdict.UNKNOWN) == 1


def test_a_process_holds_acts() -> None:
    wrong: Any = ["accept"]
    with pytest.raises(InvalidValueError, match=r"acts should be a tuple of acts .* / acts应为行为组成的元组"):
        Process(id="p", kind="case", subject="city", acts=wrong)
    with pytest.raises(InvalidValueError, match=r"acts should be a tuple of acts .* / acts应为行为组成的元组"):
        Process(id="p", kind="case", subject="city", acts=("accept",))  # type: ignore[arg-type]
    row = Process(id="p", kind="case", subject="city", acts=(act("accept", by="a", to="b"), act("close", by="b")))
    assert row.actors == ("a", "b")


def test_whom_acts_name_must_be_on_record() -> None:
    report = pbgov.validate(place(act("accept", by="nobody")), pack=limited("case.accept_days", 2), on=ON)
    (dangling,) = [finding for finding in report.findings if finding.code == "PBS01"]
    assert (dangling.subject, dangling.aspect, dangling.path) == ("p", "actors", "/processes/p")
    assert report.count("PC801", Verdict.UNKNOWN) == 1


def test_a_process_is_written_and_read_again() -> None:
    facts = {"receiver_has_duty": True, "n": 3, "code": "x", "codes": ("a", "b")}
    kept = place(ACCEPTED, act("assign", 2, to="fire", role="clerk", facts=facts), owner="willow")
    document = pbgov.to_document(kept)
    assert pbgov.parse(document) == kept
    assert document["processes"]["p"]["acts"][1] == {  # type: ignore[index,call-overload]
        "kind": "assign", "on": "2021-03-02", "role": "clerk", "to": "fire",
        "facts": {"receiver_has_duty": True, "n": 3, "code": "x", "codes": ["a", "b"]},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "code", "at"),
    [
        ({"acts": 3}, "PBB02", "/acts"),
        ({"acts": [3]}, "PBB02", "/acts/0"),
        ({"acts": [{"kind": "accept"}]}, "PBB03", "/acts/0/on"),
        ({"acts": [{"kind": "accept", "on": "2021-02-30"}]}, "PBB07", "/acts/0/on"),
        ({"acts": [{"kind": "accept", "on": "2021-02-03", "who": 1}]}, "PBB04", "/acts/0/who"),
        ({"acts": [{"kind": "accept", "on": "2021-02-03", "facts": {"n": 1.5}}]}, "PBB02", "/acts/0/facts"),
        ({"acts": [{"kind": "accept", "on": "2021-02-03", "facts": {"n": "a b"}}]}, "PBB02", "/acts/0/facts"),
        ({"acts": [{"kind": "accept", "on": "2021-02-03", "facts": 3}]}, "PBB02", "/acts/0/facts"),
        ({"owner": 3}, "PBB02", "/owner"),
    ],
)
def test_bad_acts_are_told(cell: dict[str, Any], code: str, at: str) -> None:
    row = {"id": "p", "kind": "case", "subject": "city"} | cell
    document = {
        "id": "x",
        "profile": {"id": "n", "levels": []},
        "units": [{"id": "city", "kind": "k"}],
        "processes": [row],
    }
    found = [(finding.code, finding.at) for finding in pbgov.validate(document, on=ON).findings]
    assert found == [(code, f"/processes/0{at}")]
