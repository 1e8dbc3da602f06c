"""Recorded terms against the norms of rotation, at the edges."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

import pbgov
from pbgov.base import Assumption, Finding, Modality, Required, Text, Verdict
from pbgov.errors import InvalidValueError
from pbgov.model import Jurisdiction, Recorded, columns
from pbgov.org import FOUR_LEVELS, Body, Tie, Unit
from pbgov.rules import HERE, Dated, Lasts, Norm, Overlay, Parameter, Payload, Rotates, RulePack, Values, each

bodies, ties = columns("bodies"), columns("ties")
TERMS = Values(HERE.back(ties.target, ties.kind == "rotating_chair"), "source")
GROUPS = Values(HERE.back(bodies.host, bodies.kind == "rotation_group"), "id")
TEXT = Text(zh="轮流", en="in turn")
BASIS = Assumption(TEXT)
ALL = (Recorded(table="ties"), Recorded(table="bodies"))
START = date(2018, 1, 1)


def figure(name: str, value: int | None) -> Parameter:
    basis = Required(TEXT) if value is None else BASIS
    return Parameter(id=name, unit=TEXT, values=(Dated(value=value, basis=basis),))


def pack(payload: Payload, *figures: Parameter) -> RulePack:
    norm = Norm(
        code="XX1", scope=each(bodies.kind == "joint_meeting"), payload=payload, modality=Modality.MUST, text=TEXT,
        basis=BASIS,
    )  # fmt: skip
    return RulePack(id="none", title=TEXT).extend(Overlay(id="x", title=TEXT, basis=BASIS, add=(*figures, norm)))


def term(group: str, start: date | None, end: date | None = None) -> Tie:
    return Tie(id=f"{group}-{start}", kind="rotating_chair", source=group, target="m", start=start, end=end)


def months(groups: str) -> list[Tie]:
    """Terms of one month each, from January 2018."""
    firsts = [date(2018 + n // 12, n % 12 + 1, 1) for n in range(len(groups) + 1)]
    return [term(group, firsts[n], firsts[n + 1]) for n, group in enumerate(groups)]


def findings(
    rows: list[Tie], payload: Payload, *figures: Parameter, on: date = date(2018, 12, 31), since: date = START,
    groups: str = "ABC", recorded: tuple[Recorded, ...] = ALL, joined: dict[str, date] | None = None,
    left: dict[str, date] | None = None, held_since: date | None = None,
) -> tuple[Finding, ...]:  # fmt: skip
    first, last = joined or {}, left or {}
    seats = [
        Body(id=name, kind="rotation_group", host="m", start=first.get(name), end=last.get(name)) for name in groups
    ]
    meeting = Body(id="m", kind="joint_meeting", host="city", start=held_since)
    city = Unit(id="city", kind="city", level="city")
    place = Jurisdiction(id="x", profile=FOUR_LEVELS, recorded=recorded).having(city, meeting, *seats, *rows)
    report = pbgov.validate(place, pack=pack(payload, *figures), on=on, since=since)
    return tuple(finding for finding in report.findings if finding.code == "XX1")


def keys(found: tuple[Finding, ...]) -> list[str]:
    return sorted(finding.key.rpartition(".")[2] for finding in found)


ROTATES = Rotates(terms=TERMS, among=GROUPS)
YEAR = "ABCABCABCABC"


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (YEAR, []),
        ("ABCCBAACBBCA", []),  # each once a cycle, in any order
        ("ABACBACBACBA", ["repeat"]),  # A again before C
        ("AABCABCABCAB", ["repeat"]),
        ("ABCABCABCABX", ["stranger"]),
    ],
)
def test_each_comes_once_before_any_comes_twice(groups: str, expected: list[str]) -> None:
    assert keys(findings(months(groups), ROTATES)) == expected


@pytest.mark.parametrize(
    ("start", "gap", "expected"),
    [
        (date(2018, 1, 31), None, ["overlap"]),  # of one day
        (date(2018, 2, 1), None, []),
        (date(2018, 2, 2), None, ["gap"]),
        (date(2018, 2, 4), 3, []),
        (date(2018, 2, 5), 3, ["gap"]),
    ],
)
def test_a_handover_takes_no_more_days_than_allowed(start: date, gap: int | None, expected: list[str]) -> None:
    payload = ROTATES if gap is None else attrs.evolve(ROTATES, handover_gap="gap")
    figures = [] if gap is None else [figure("gap", gap)]
    rows = [term("A", START, date(2018, 2, 1)), term("B", start)]
    assert keys(findings(rows, payload, *figures)) == expected


def test_nobody_in_the_chair_today_is_a_gap() -> None:
    rows = [term("A", START, date(2018, 2, 1))]
    assert keys(findings(rows, ROTATES, on=date(2018, 1, 31))) == []
    [finding] = findings(rows, ROTATES, on=date(2018, 2, 1))
    assert finding.message("en") == (
        "m: “in turn”, and nobody is in the chair in [2018-02-01, 2018-02-02); a handover may take 0 days"
    )
    assert finding.message("zh") == "m：“轮流”，但[2018-02-01, 2018-02-02)无人在任，交接至多0天"
    assert keys(findings(rows, ROTATES, on=date(2018, 2, 1), since=date(2018, 2, 1))) == ["gap"]


def test_a_term_inside_another_overlaps_it_and_leaves_no_gap_after_it() -> None:
    rows = [term("A", START), term("B", date(2018, 2, 1), date(2018, 3, 1)), term("C", date(2018, 4, 1))]
    found = findings(rows, ROTATES)
    assert keys(found) == ["overlap", "overlap"]
    assert [finding.message("en").partition(" in [")[2] for finding in found] == [
        "2018-02-01, 2018-03-01)",
        "2018-04-01, …)",
    ]


def test_what_lies_before_the_span_is_not_reported_again() -> None:
    rows = months("AABCABCABCAB")
    assert keys(findings(rows, ROTATES, since=date(2018, 3, 1))) == []
    assert keys(findings(rows, ROTATES, since=date(2018, 2, 28))) == ["repeat"]
    assert keys(findings(months("XABCABCABCAB"), ROTATES, since=date(2018, 2, 1))) == []
    overlapping = [
        term("A", START, date(2018, 2, 9)),
        term("B", date(2018, 2, 1), date(2018, 3, 1)),
        term("C", date(2018, 3, 1)),
    ]
    assert keys(findings(overlapping, ROTATES, since=date(2018, 3, 1))) == []


def test_a_newcomer_comes_after_the_terms_announced_when_it_came() -> None:
    after = {"C": date(2018, 1, 15)}
    assert keys(findings(months("ABABABCABCAB"), ROTATES, joined=after)) == [
        "repeat"
    ]  # C was there for the second cycle
    assert keys(findings(months("ABACBACBACBA"), ROTATES, joined=after)) == []
    two = attrs.evolve(ROTATES, announced="ahead")
    assert keys(findings(months("ABABABCABCAB"), two, figure("ahead", 2), joined=after)) == []
    late = {"C": date(2018, 12, 15)}
    assert keys(findings(months("ABABABABABAB"), ROTATES, joined=late)) == []


@pytest.mark.parametrize(
    ("recorded", "groups", "expected"),
    [
        (ALL, YEAR, []),
        ((Recorded(table="ties"),), YEAR, ["unknown"]),  # there may be more groups
        ((Recorded(table="ties"),), "XBCABCABCABC", ["unknown"]),
        ((Recorded(table="bodies"),), YEAR, ["unknown"]),  # and more terms
        ((Recorded(table="bodies"),), "ABACBACBACBA", ["unknown"]),  # A's first may end an earlier cycle
        ((Recorded(table="bodies"), Recorded(table="ties", start=START)), YEAR, ["unknown"]),  # who came before?
        ((Recorded(table="bodies"), Recorded(table="ties", start=date(2017, 12, 31))), YEAR, []),
    ],
)
def test_what_is_not_recorded_is_unknown(recorded: tuple[Recorded, ...], groups: str, expected: list[str]) -> None:
    assert keys(findings(months(groups), ROTATES, recorded=recorded)) == expected


def test_before_a_meeting_was_founded_nobody_can_have_been_in_its_chair() -> None:
    recorded = (Recorded(table="bodies"), Recorded(table="ties", start=START))
    assert keys(findings(months(YEAR), ROTATES, recorded=recorded, held_since=START)) == []


def test_who_has_left_is_not_passed_over() -> None:
    rows = months("ABABABABABAB")
    assert keys(findings(rows, ROTATES, left={"C": date(2018, 3, 1)})) == []
    assert keys(findings(rows, ROTATES, left={"C": date(2018, 3, 2)})) == ["repeat"]


def test_a_gap_in_a_partial_record_is_unknown_and_an_overlap_is_not() -> None:
    rows = [term("A", START, date(2018, 2, 1)), term("B", date(2018, 2, 5))]
    assert keys(findings(rows, ROTATES, recorded=())) == ["unknown"]
    rows = [term("A", START, date(2018, 2, 6)), term("B", date(2018, 2, 5))]
    assert keys(findings(rows, ROTATES, recorded=())) == ["overlap"]


@pytest.mark.parametrize("payload", [ROTATES, Lasts(terms=TERMS, months="months")])
def test_without_a_term_on_record_there_is_nothing_to_judge(payload: Payload) -> None:
    figures = [figure("months", 1)]
    [finding] = findings([term("A", date(2019, 1, 1))], payload, *figures)
    assert finding.verdict is Verdict.NOT_APPLICABLE
    [finding] = findings([], payload, *figures, recorded=())
    assert finding.verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("payload", "wanting"),
    [
        (Rotates(terms=TERMS, among=GROUPS, handover_gap="x"), "x"),
        (Rotates(terms=TERMS, among=GROUPS, handover_gap="y", announced="x"), "x"),
        (Rotates(terms=TERMS, among=GROUPS, announced="x"), "x"),
        (Lasts(terms=TERMS, months="x"), "x"),  # a rotating duty declared with no term length
        (Lasts(terms=TERMS, months="y", tolerance_days="x"), "x"),
    ],
)
def test_a_figure_that_the_model_owes_is_unknown_and_named(payload: Payload, wanting: str) -> None:
    [finding] = findings(months(YEAR), payload, figure("x", None), figure("y", 1))
    assert (finding.verdict, finding.aspect) == (Verdict.UNKNOWN, wanting)


LASTS = Lasts(terms=TERMS, months="months")


@pytest.mark.parametrize(
    ("start", "end", "tolerance", "expected"),
    [
        (date(2018, 3, 1), date(2018, 5, 1), None, []),  # 1 March – 30 April
        (date(2018, 3, 1), date(2018, 6, 1), None, ["length"]),  # 1 March – 31 May
        (date(2018, 3, 1), date(2018, 4, 30), None, ["length"]),
        (date(2018, 3, 1), date(2018, 4, 28), 3, []),
        (date(2018, 3, 1), date(2018, 5, 4), 3, []),
        (date(2018, 3, 1), date(2018, 5, 5), 3, ["length"]),
        (date(2018, 12, 31), date(2019, 2, 28), None, []),
        (date(2018, 11, 1), None, None, []),  # it has run for two months on the last day of the year
        (date(2018, 10, 31), None, None, ["length"]),
        (date(2018, 10, 31), None, 1, []),
        (None, date(2018, 12, 1), None, ["unknown"]),
    ],
)
def test_a_term_lasts_its_months(
    start: date | None, end: date | None, tolerance: int | None, expected: list[str]
) -> None:
    payload = LASTS if tolerance is None else attrs.evolve(LASTS, tolerance_days="days")
    figures = [figure("months", 2), *([] if tolerance is None else [figure("days", tolerance)])]
    assert keys(findings([term("A", start, end)], payload, *figures)) == expected


def test_months_are_counted_from_the_first_start_on_record() -> None:
    days = [date(2018, 8, 31), date(2018, 10, 31), date(2018, 12, 31), date(2019, 2, 28), date(2019, 4, 30)]
    rows = [term(group, *days[n : n + 2]) for n, group in enumerate("ABCA")]
    assert keys(findings(rows, LASTS, figure("months", 2), on=date(2019, 4, 1))) == []
    rows[-1] = attrs.evolve(rows[-1], end=date(2019, 4, 28))
    assert keys(findings(rows, LASTS, figure("months", 2), on=date(2019, 4, 1))) == ["length"]
    assert keys(findings([rows[-1]], LASTS, figure("months", 2), on=date(2019, 4, 1))) == []  # without what came before
    assert keys(findings(rows, LASTS, figure("months", 2), on=date(2019, 5, 1), since=date(2019, 4, 28))) == []


def test_lengths_in_a_partial_record_are_unknown_unless_one_is_wrong() -> None:
    rows = months("ABC")
    assert keys(findings(rows, LASTS, figure("months", 1), recorded=())) == ["unknown"]
    assert len(findings(rows, LASTS, figure("months", 2), recorded=())) == 3


def test_the_end_of_the_calendar_ends_no_term_too_early() -> None:
    rows = [term("A", date(9999, 12, 1))]
    assert keys(findings(rows, LASTS, figure("months", 2), on=date.max, since=date(9999, 1, 1))) == []
    assert keys(findings(rows, ROTATES, on=date.max, since=date(9999, 1, 1), groups="A")) == []
    assert keys(findings([term("A", None)], ROTATES, groups="A")) == []


@pytest.mark.parametrize(
    "values",
    [
        Values(HERE, "source"),
        Values(each(ties.kind == "rotating_chair"), "source"),
        Values(HERE.along(bodies.host, "units"), "id"),
        Values(HERE.back(bodies.host).back(ties.target), "source"),
    ],
)
def test_terms_are_one_step_back_from_the_subject(values: Values) -> None:
    wrong: list[tuple[type[Payload], dict[str, Any]]] = [
        (Rotates, {"terms": values, "among": GROUPS}),
        (Rotates, {"terms": TERMS, "among": values}),
        (Lasts, {"terms": values, "months": "m"}),
    ]
    for kind, given in wrong:
        with pytest.raises(InvalidValueError, match=r"one step back from the subject.* / .*HERE\.back"):
            kind(**given)
