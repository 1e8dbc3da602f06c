"""Judging as a whole: modality and waivers, days, faults, and evaluators of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import Modality, Row, Severity, Verdict
from pbgov.boundary import validate
from pbgov.errors import InvalidValueError, StructureError, UnknownIdError
from pbgov.model import View, Waiver
from pbgov.org import Body, Post, Tie, Unit
from pbgov.rules import HERE, Count, Norm, Payload, Values, Within, each
from pbgov.validation import EVALUATORS, Answer, Unread, faults, judge, unknown
from tests.unit.validation.worlds import (
    EVERYTHING,
    MEMBERS,
    ON,
    bodies,
    meeting,
    norm,
    pack,
    place,
    posts,
    units,
    verdicts,
)

TWO_MEMBERS = Within(of=Count(MEMBERS), exactly="two")


def waiver(code: str = "XX1", subject: str = "M", **cells: Any) -> Waiver:
    return Waiver(id="W", code=code, subject=subject, reason="a good one", **cells)


class TestModality:
    @pytest.mark.parametrize(
        ("modality", "verdict", "severity"),
        [
            (Modality.MUST, Verdict.BREACHED, Severity.ERROR),
            (Modality.IN_PRINCIPLE, Verdict.BREACHED, Severity.WARNING),
            (Modality.ENCOURAGED, Verdict.BREACHED, Severity.INFO),
            (Modality.MAY, Verdict.MET, None),
        ],
    )
    def test_how_a_breach_weighs(self, modality: Modality, verdict: Verdict, severity: Severity | None) -> None:
        report = judge(place(*meeting(), whole=("ties",)), pack(norm(TWO_MEMBERS, modality=modality), two=2), on=ON)
        assert [tally.verdict for tally in report.tallies] == [verdict]
        assert [finding.severity for finding in report.breached] == [severity] * (severity is not None)
        assert report.ok is (severity is not Severity.ERROR)

    def test_a_may_is_unknown_where_the_record_is_silent(self) -> None:
        assert verdicts(place(*meeting()), pack(norm(TWO_MEMBERS, modality=Modality.MAY), two=2)) == [Verdict.UNKNOWN]


class TestWaivers:
    """RULINGS 21: a MUST is waived only where the pack says so."""

    @pytest.mark.parametrize("modality", [Modality.MUST, Modality.IN_PRINCIPLE, Modality.ENCOURAGED])
    @pytest.mark.parametrize("waivable", [False, True])
    def test_what_may_be_waived(self, modality: Modality, waivable: bool) -> None:
        rules = pack(norm(TWO_MEMBERS, modality=modality, waivable=waivable), two=2)
        report = judge(place(*meeting(), waiver(), whole=("ties",)), rules, on=ON)
        lifted = waivable or modality is not Modality.MUST
        assert len(report.waived) == lifted
        assert len(report.breached) == (not lifted)

    @pytest.mark.parametrize(
        "other",
        [waiver(code="XX2"), waiver(subject="H"), waiver(end=ON), waiver(start=date(2018, 7, 2))],
    )
    def test_a_waiver_speaks_of_one_norm_one_subject_and_its_time(self, other: Waiver) -> None:
        rules = pack(norm(TWO_MEMBERS, waivable=True), two=2)
        assert verdicts(place(*meeting(), other, whole=("ties",)), rules) == [Verdict.BREACHED]

    def test_the_reason_is_shown(self) -> None:
        rules = pack(norm(TWO_MEMBERS, waivable=True), two=2)
        [finding] = judge(place(*meeting(), waiver(), whole=("ties",)), rules, on=ON).waived
        assert "a good one" in finding.message()
        assert "a good one" in finding.message("zh")
        assert (finding.path, finding.severity) == ("/bodies/M", Severity.ERROR)

    def test_what_is_met_needs_none(self) -> None:
        rules = pack(norm(TWO_MEMBERS, waivable=True), two=2)
        assert verdicts(place(*meeting("A", "B"), waiver(), whole=("ties",)), rules) == [Verdict.MET]


class TestDays:
    def test_the_span_starts_with_the_year(self) -> None:
        report = judge(place(), on=ON)
        assert (report.on, report.since) == (ON, date(2018, 1, 1))

    def test_a_span_that_runs_backwards_is_misuse(self) -> None:
        with pytest.raises(InvalidValueError, match="2018-07-02"):
            judge(place(), on=ON, since=date(2018, 7, 2))

    def test_only_what_is_in_force_is_judged(self) -> None:
        rules = pack(norm(TWO_MEMBERS), two=2)
        ended = place(*meeting("A", "B", end=ON), whole=("ties",))
        assert verdicts(ended, rules, on=date(2018, 6, 30)) == [Verdict.MET]
        assert verdicts(ended, rules) == [Verdict.BREACHED]

    def test_the_last_day_of_all(self) -> None:
        rules = pack(norm(TWO_MEMBERS), two=2)
        assert verdicts(place(*meeting(), whole=("ties",)), rules, on=date.max) == [Verdict.BREACHED]
        assert verdicts(place(*meeting()), rules, on=date.min) == [Verdict.UNKNOWN]


class TestTheReport:
    def test_it_says_by_what_it_was_judged(self) -> None:
        report = judge(place(), EVERYTHING, on=ON)
        assert (report.pack, report.digest) == ("pack", EVERYTHING.digest)
        assert report.version
        assert judge(place(), on=ON).pack == ""

    def test_without_a_pack_only_the_structure_is_judged(self) -> None:
        report = judge(place(Unit(id="A", kind="k", parent="B")), on=ON)
        assert [finding.code for finding in report.findings] == ["PBS01"]
        assert report.tallies == ()


class TestFaults:
    def lost(self, *ids: str) -> Unread:
        """A row of ``units`` that could not be read."""
        finding = next(faults(place(Unit(id="A", kind="k", parent="B"))))
        return Unread(findings=(finding,), tables=frozenset({"units"}), ids=frozenset(ids))

    def test_what_a_fault_touches_is_unknown(self) -> None:
        rules = pack(norm(Within(of=Count(HERE.back(posts.unit)), exactly="one"), each(units)), one=1)
        rows: list[Row] = [
            Unit(id="A", kind="k", parent="nowhere"),
            Unit(id="B", kind="k", parent="A"),
            Unit(id="C", kind="k"),
            Post(id="P", kind="head", unit="B"),
        ]
        # A and B stand nowhere, whatever their posts; C has none and should have one
        report = judge(place(*rows, whole=("posts",)), rules, on=ON)
        assert [finding.subject for finding in report.breached] == ["A", "C"]
        assert [finding.code for finding in report.breached] == ["PBS01", "XX1"]
        assert report.count("XX1", Verdict.UNKNOWN) == 2
        assert [finding.aspect for finding in report.unknown] == ["structure"]

    def test_two_leaders_leave_those_below_in_place(self) -> None:
        rows: list[Row] = [
            *(Unit(id=name, kind="k") for name in "ABC"),
            Unit(id="D", kind="k", parent="C"),
            *(Tie(id=f"T{name}", kind="leads", source=name, target="C") for name in "AB"),
        ]
        rules = pack(norm(Within(of=Count(HERE.back(posts.unit)), exactly="one"), each(units)), one=1)
        report = judge(place(*rows, whole=("posts",)), rules, on=ON)
        assert [finding.subject for finding in report.breached] == ["C", "A", "B", "D"]

    def test_what_names_a_lost_row_is_unknown(self) -> None:
        rules = pack(norm(Within(of=Count(HERE.back(posts.unit)), exactly="one"), each(units)), one=1)
        rows = [Unit(id="A", kind="k", parent="lost"), Unit(id="B", kind="k", parent="A"), Unit(id="C", kind="k")]
        report = judge(place(*rows, whole=("posts",)), rules, on=ON, unread=self.lost("lost"))
        assert [finding.code for finding in report.breached] == ["PBS01", "XX1"]
        assert [finding.subject for finding in report.breached] == ["A", "C"]
        assert report.count("XX1", Verdict.UNKNOWN) == 2
        assert not report.complete


@attrs.frozen
class Named(Payload):
    """A kind of norm of one's own: the host has a name."""

    column: str


def named(view: View, _norm: Norm, payload: Named, subject: Row) -> Iterator[Answer]:
    """Judge that a unit has a name."""
    name = view.value(subject, payload.column)
    match name:
        case "":
            yield unknown("name")
        case "nameless":
            yield Answer(verdict=Verdict.BREACHED)
        case "no matter":
            yield Answer(verdict=Verdict.NOT_APPLICABLE)
        case _:
            yield Answer(verdict=Verdict.MET)


class TestEvaluatorsOfOnesOwn:
    RULES = pack(norm(Named("name"), each(units)), norm(TWO_MEMBERS, code="XX2"), two=2)

    @pytest.mark.parametrize("door", [judge, validate])
    def test_they_stand_beside_those_of_the_library(self, door: Any) -> None:
        names = ("", "nameless", "no matter", "市")
        rows: list[Row] = [Unit(id=f"U{number}", kind="k", name=name) for number, name in enumerate(names)]
        rows.append(Body(id="M", kind="meeting", host="U0"))
        rows += [Tie(id=f"T{n}", kind="member", source=f"U{n}", target="M") for n in range(2)]
        report = door(place(*rows, whole=("ties",)), pack=self.RULES, on=ON, evaluators={Named: named})
        assert {(tally.code, tally.verdict): tally.n for tally in report.tallies} == {
            ("XX1", Verdict.BREACHED): 1,
            ("XX1", Verdict.MET): 1,
            ("XX1", Verdict.NOT_APPLICABLE): 1,
            ("XX1", Verdict.UNKNOWN): 1,
            ("XX2", Verdict.MET): 1,
        }
        assert {(finding.verdict, finding.subject, finding.key) for finding in report.findings} == {
            (Verdict.UNKNOWN, "", "norm.unknown"),
            (Verdict.BREACHED, "U1", "norm.relation"),
            (Verdict.NOT_APPLICABLE, "", "norm.empty"),
        }
        assert all(finding.message() for finding in report.findings)

    def test_they_may_take_the_place_of_one(self) -> None:
        def always(_view: View, _norm: Norm, _payload: Within, _subject: Row) -> Iterator[Answer]:
            yield Answer(verdict=Verdict.MET)

        report = judge(place(*meeting()), pack(norm(TWO_MEMBERS), two=2), on=ON, evaluators={Within: always})
        assert report.count("XX1", Verdict.MET) == 1
        assert EVALUATORS[Within] is not always

    def test_a_kind_without_evaluator_is_misuse(self) -> None:
        with pytest.raises(StructureError, match="Named"):
            judge(place(), self.RULES, on=ON)

    def test_a_column_that_does_not_exist_is_misuse(self) -> None:
        rules = pack(norm(Within(of=Count(HERE), exactly="one"), each(bodies)), one=1)
        wrong = attrs.evolve(rules.norms[0], payload=Within(of=Count(Values(HERE, "x").of.up("city")), exactly="one"))
        assert verdicts(place(*meeting()), attrs.evolve(rules, norms=(wrong,)))  # ``up`` from a body finds nothing
        with pytest.raises(UnknownIdError, match="bodies has no column nonsense"):
            judge(place(*meeting()), pack(norm(Named("nonsense"))), on=ON, evaluators={Named: named})
