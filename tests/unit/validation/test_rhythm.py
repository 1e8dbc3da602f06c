"""Patterns of events at their edges: parts of periods, windows, rolling spans, chains, order and delay."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import LANGS, Band, Cycle, Exact, Report, Row, Verdict
from pbgov.model import Event, Jurisdiction, Recorded
from pbgov.org import Body, Tie, Unit
from pbgov.packs import PARTY_LIFE
from pbgov.rules import (
    HERE,
    Anchoring,
    Answered,
    Cadence,
    Chained,
    Figure,
    Link,
    Partial,
    Payload,
    Preceded,
    RulePack,
    each,
    param,
)
from pbgov.validation import judge
from tests.unit.validation.worlds import bodies, events, norm, pack, place, ties, verdicts

MET, BREACHED, UNKNOWN, NOT_APPLICABLE = Verdict.MET, Verdict.BREACHED, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE
A, B, C = (HERE.back(events.subject, events.kind == kind) for kind in "abc")
YEAR, NEXT = date(2018, 1, 1), date(2019, 1, 1)
ALL = (Recorded(table="events"),)


def day(text: str) -> date:
    """A day of 2018, or a whole date."""
    return date.fromisoformat(text if len(text) > 5 else f"2018-{text}")


def happened(*days: str, kind: str = "a", **cells: Any) -> list[Row]:
    return [Event(id=f"{kind}{text}", kind=kind, subject="M", date=day(text), **cells) for text in days]


def world(*rows: Row, start: str = "", end: str = "", claims: tuple[Recorded, ...] = ALL) -> Jurisdiction:
    body = Body(id="M", kind="meeting", host="H", start=day(start) if start else None, end=day(end) if end else None)
    return place(Unit(id="H", kind="k"), body, *rows, claims=claims)


def ruled(payload: Payload, **figures: Figure | None) -> RulePack:
    return pack(norm(payload), **figures)


def told(given: Jurisdiction, rules: RulePack, on: str = "2019-01-01", since: str = "01-01") -> Report:
    report = judge(given, rules, on=day(on), since=day(since))
    for finding in report.findings:
        for lang in LANGS:
            assert "{" not in finding.message(lang) + finding.fix(lang)
    return report


def answers(report: Report) -> list[Verdict]:
    return sorted(tally.verdict for tally in report.tallies for _ in range(tally.n))


class TestPartialPeriods:
    """A quarter has 90 to 92 days; the body begins, or the norm does, in the midst of one."""

    @pytest.mark.parametrize(
        ("partial", "start", "expected"),
        [
            (Partial.SKIP, "01-01", [BREACHED]),
            (Partial.SKIP, "01-02", [NOT_APPLICABLE]),
            (Partial.REQUIRE, "03-31", [BREACHED]),
            (Partial.REQUIRE, "04-01", [NOT_APPLICABLE]),
            (Partial.PRORATE, "02-15", [BREACHED]),  # 45 of 90 days: half of the quarter, rounded up
            (Partial.PRORATE, "02-16", [NOT_APPLICABLE]),  # 44 of 90
        ],
    )
    def test_a_body_that_begins_in_a_quarter(self, partial: Partial, start: str, expected: list[Verdict]) -> None:
        rules = ruled(Cadence(of=A, per="per", partial=partial), per=Cycle.QUARTER)
        assert answers(told(world(start=start), rules, on="04-01")) == expected

    @pytest.mark.parametrize(
        ("start", "events", "expected"),
        [
            ("01-01", 2, BREACHED),
            ("01-01", 3, MET),
            ("01-16", 2, BREACHED),  # 75 of 90 days: two and a half, rounded up to three
            ("01-17", 2, MET),  # 74 of 90 days ask for two
            ("02-15", 1, BREACHED),  # 45 days ask for one and a half, rounded up
            ("02-16", 1, MET),
        ],
    )
    def test_several_are_prorated_by_days(self, start: str, events: int, expected: Verdict) -> None:
        rules = ruled(Cadence(of=A, per="per", times="n", partial=Partial.PRORATE), per=Cycle.QUARTER, n=3)
        rows = happened("03-01", "03-02", "03-03")[:events]
        assert answers(told(world(*rows, start=start), rules, on="04-01")) == [expected]

    def test_what_happened_before_the_part_does_not_count(self) -> None:
        rules = ruled(Cadence(of=A, per="per", partial=Partial.REQUIRE), per=Cycle.QUARTER)
        [finding] = told(world(*happened("02-14"), start="02-15"), rules, on="04-01").breached
        assert finding.aspect == "[2018-02-15, 2018-04-01)"
        assert answers(told(world(*happened("02-15"), start="02-15"), rules, on="04-01")) == [MET]

    def test_a_part_is_judged_once_it_has_ended(self) -> None:
        rules = ruled(Cadence(of=A, per="per", partial=Partial.REQUIRE, former=True), per=Cycle.QUARTER)
        given = world(start="02-15", end="03-10", claims=(*ALL, Recorded(table="bodies")))
        assert answers(told(given, rules, on="03-10")) == [BREACHED]
        assert answers(told(given, rules, on="03-09")) == [NOT_APPLICABLE]

    @pytest.mark.parametrize(("min_days", "expected"), [(45, BREACHED), (46, NOT_APPLICABLE)])
    def test_a_part_may_have_to_have_so_many_days(self, min_days: int, expected: Verdict) -> None:
        rules = ruled(Cadence(of=A, per="per", partial=Partial.REQUIRE, min_days="d"), per=Cycle.QUARTER, d=min_days)
        assert answers(told(world(start="02-15"), rules, on="04-01")) == [expected]

    def test_a_period_that_began_before_the_first_day_is_not_judged(self) -> None:
        for partial in Partial:
            rules = ruled(Cadence(of=A, per="per", partial=partial), per=Cycle.QUARTER)
            assert answers(told(world(), rules, on="04-01", since="01-02")) == [NOT_APPLICABLE]


class TestWindows:
    @pytest.mark.parametrize(
        ("cycle", "window", "held", "on", "expected"),
        [
            (Cycle.YEAR, ("months", Band(1, 3)), "03-31", "04-01", [MET]),
            (Cycle.YEAR, ("months", Band(1, 3)), "04-01", "2019-01-01", [BREACHED]),
            (Cycle.YEAR, ("months", Band(1, 3)), "04-01", "03-31", [NOT_APPLICABLE]),
            (Cycle.YEAR, ("months", Band(10, 12)), "10-01", "2019-01-01", [MET]),
            (Cycle.YEAR, ("months", Band(10, None)), "09-30", "2019-01-01", [BREACHED]),
            (Cycle.YEAR, ("months", Band(None, 3)), "01-01", "2019-01-01", [MET]),
            (Cycle.YEAR, ("months", Band(10, 12)), "10-01", "12-31", [NOT_APPLICABLE]),
            (Cycle.QUARTER, ("days", Band(1, 10)), "01-10", "02-01", [MET]),
            (Cycle.QUARTER, ("days", Band(1, 10)), "01-11", "02-01", [BREACHED]),
            (Cycle.MONTH, ("days", Band(29, 31)), "01-31", "03-01", [MET]),  # February 2018 has no such day
            (Cycle.MONTH, ("days", Band(28, 31)), "01-31", "03-01", [BREACHED, MET]),
            (Cycle.MONTH, ("days", Band(40, 50)), "01-31", "03-01", [NOT_APPLICABLE]),
            (Cycle.MONTH, ("days", Band(None, 0)), "01-01", "03-01", [NOT_APPLICABLE]),
            (Cycle.MONTH, ("days", Band(0, 1)), "01-01", "02-01", [MET]),
            (Cycle.WEEK, ("days", Band(1, 1)), "01-08", "01-16", [BREACHED, BREACHED, MET]),  # Mondays
            (Cycle.WEEK, ("days", Band(1, 7)), "01-14", "01-15", [BREACHED, MET]),
        ],
    )
    def test_what_counts_lies_in_the_window(
        self, cycle: Cycle, window: tuple[str, Band], held: str, on: str, expected: list[Verdict]
    ) -> None:
        named: dict[str, Any] = {window[0]: "w"}
        rules = ruled(Cadence(of=A, per="per", **named), per=cycle, w=window[1])
        assert answers(told(world(*happened(held)), rules, on=on)) == sorted(expected)

    def test_the_window_is_what_is_judged(self) -> None:
        rules = ruled(Cadence(of=A, per="per", months="w"), per=Cycle.YEAR, w=Band(10, 12))
        [finding] = told(world(), rules, since="07-01").breached
        assert finding.aspect == "[2018-10-01, 2019-01-01)"
        assert (finding.key, finding.measured, finding.wanted) == ("norm.cadence", Exact(0), Band(1, None))

    def test_53_weeks_of_a_long_year_are_judged(self) -> None:
        rules = ruled(Cadence(of=A, per="per"), per=Cycle.WEEK)
        given = world()
        assert len(answers(told(given, rules, on="2021-01-04", since="2019-12-30"))) == 53
        assert len(answers(told(given, rules, on="2021-01-01", since="2020-01-01"))) == 51  # wholly inside the year


class TestHowOften:
    @pytest.mark.parametrize(
        ("days", "expected", "key"),
        [
            ((), BREACHED, "rhythm.too_few"),
            (("01-01",), BREACHED, "rhythm.too_few"),
            (("01-01", "01-01"), BREACHED, "rhythm.too_few"),
            (("01-01", "01-31"), MET, ""),
            (("01-01", "01-30", "01-31"), MET, ""),
            (("01-01", "01-20", "01-30", "01-31"), BREACHED, "rhythm.too_many"),
        ],
    )
    def test_two_or_three_a_month(self, days: tuple[str, ...], expected: Verdict, key: str) -> None:
        rules = ruled(Cadence(of=A, per="per", times="n", at_most="m"), per=Cycle.MONTH, n=2, m=3)
        report = told(world(*happened(*dict.fromkeys(days))), rules, on="02-01")
        assert answers(report) == [expected]
        assert [finding.key for finding in report.breached] == [key] * bool(key)
        if expected is BREACHED:
            assert report.breached[0].measured == Exact(len({*days}))

    @pytest.mark.parametrize(("n", "expected"), [(0, UNKNOWN), (1, UNKNOWN), (2, UNKNOWN), (3, BREACHED)])
    def test_in_a_partial_record_only_too_many_is_sure(self, n: int, expected: Verdict) -> None:
        rules = ruled(Cadence(of=A, per="per", at_most="m"), per=Cycle.MONTH, m=2)
        rows = happened("01-01", "01-02", "01-03")[:n]
        assert answers(told(world(*rows, claims=()), rules, on="02-01")) == [expected]

    @pytest.mark.parametrize(
        ("kinds", "expected"), [(("regular",), BREACHED), (("regular", "special"), MET), (("other",), BREACHED)]
    )
    def test_which_meetings_count_may_be_a_parameter(self, kinds: tuple[str, ...], expected: Verdict) -> None:
        # C-2.08: a special meeting discharges the rhythm only where the city says so.
        counted = HERE.back(events.subject, events.kind.is_in(param("kinds")))
        rules = ruled(Cadence(of=counted, per="per"), per=Cycle.HALF_YEAR, kinds=kinds)
        assert answers(told(world(*happened("05-05", kind="special")), rules, on="07-01")) == [expected]

    def test_none_needed_is_always_met(self) -> None:
        for anchoring in Anchoring:
            rules = ruled(Cadence(of=A, per="per", times="n", anchoring=anchoring), per=Cycle.MONTH, n=0)
            assert answers(told(world(claims=()), rules, on="02-01")) == [MET]

    @pytest.mark.parametrize(
        ("cells", "wanting"),
        [
            ({"times": "x"}, "x"),
            ({"at_most": "x"}, "x"),
            ({"months": "x"}, "x"),
            ({"days": "x"}, "x"),
            ({"partial": Partial.REQUIRE, "min_days": "x"}, "x"),
            ({"times": "per"}, "per"),
            ({"days": "per"}, "per"),
        ],
    )
    def test_a_figure_that_is_wanting_or_of_another_kind_leaves_it_unknown(
        self, cells: dict[str, Any], wanting: str
    ) -> None:
        rules = ruled(Cadence(of=A, per="per", **cells), per=Cycle.MONTH, x=None)
        [finding] = told(world(*happened("01-01")), rules, on="02-01").unknown
        assert finding.aspect == wanting

    @pytest.mark.parametrize(
        ("anchoring", "per"),
        [
            (Anchoring.CALENDAR, None),
            (Anchoring.CALENDAR, 30),
            (Anchoring.ROLLING, None),
            (Anchoring.ROLLING, Band(1, 3)),
            (Anchoring.ROLLING, 0),
            (Anchoring.ROLLING, -1),
        ],
    )
    def test_a_length_that_is_none_leaves_it_unknown(self, anchoring: Anchoring, per: Figure | None) -> None:
        rules = ruled(Cadence(of=A, per="per", anchoring=anchoring), per=per)
        [finding] = told(world(*happened("01-01")), rules, on="02-01").unknown
        assert finding.aspect == "per"


class TestRolling:
    @pytest.mark.parametrize(
        ("per", "unit", "days", "expected"),
        [
            (30, "day", ("01-30", "03-01", "03-31"), MET),
            (30, "day", ("01-31", "03-02", "03-31"), BREACHED),  # 30 days before the first
            (30, "day", ("01-30", "03-02", "03-31"), BREACHED),  # 30 days between: 31 January to 1 March
            (30, "day", ("01-30", "03-01", "03-01"), BREACHED),  # 30 days after the last
            (1, "month", ("01-31", "02-28", "03-28"), MET),
            (1, "month", ("01-31", "03-01", "03-31"), BREACHED),  # 1 February to 1 March: the whole of February
            (1, "month", ("01-30", "02-28", "03-28"), BREACHED),  # a month from 31 January ends on 28 February, clamped
            (Cycle.MONTH, "day", ("01-31", "02-28", "03-28"), MET),
            (Cycle.QUARTER, "day", ("03-31",), MET),
            (Cycle.QUARTER, "day", ("04-01",), BREACHED),
        ],
    )
    def test_every_span_holds_one(self, per: Figure, unit: Any, days: tuple[str, ...], expected: Verdict) -> None:
        rules = ruled(Cadence(of=A, per="per", anchoring=Anchoring.ROLLING, unit=unit), per=per)
        report = told(world(*happened(*dict.fromkeys(days))), rules, on="04-10")
        assert {*answers(report)} == {expected}

    def test_a_lack_is_told_from_its_first_day_to_its_end(self) -> None:
        rules = ruled(Cadence(of=A, per="per", anchoring=Anchoring.ROLLING), per=Cycle.MONTH)
        report = told(world(*happened("02-10", "06-20")), rules, on="07-01")
        assert [finding.aspect for finding in report.breached] == [
            "[2018-01-01, 2018-02-10)",
            "[2018-02-11, 2018-06-20)",
        ]

    def test_a_claim_that_starts_within_a_lack_may_hold_a_whole_span(self) -> None:
        rules = ruled(Cadence(of=A, per="per", anchoring=Anchoring.ROLLING), per=30)
        for start, expected in (("03-02", BREACHED), ("03-03", UNKNOWN)):  # to the end of March
            claims = (Recorded(table="ties"), Recorded(table="events", start=day(start)))
            assert answers(told(world(claims=claims), rules, on="04-01")) == [expected]

    def test_what_happened_on_the_first_day_counts(self) -> None:
        rules = ruled(Cadence(of=A, per="per", anchoring=Anchoring.ROLLING), per=30)
        assert answers(told(world(*happened("01-01")), rules, on="01-31")) == [MET]
        trained = HERE.back(events.subject, (events.kind == "a") & events.agenda.has("x"))
        in_doubt = ruled(Cadence(of=trained, per="per", anchoring=Anchoring.ROLLING), per=30)
        assert answers(told(world(*happened("01-01")), in_doubt, on="01-31")) == [UNKNOWN]
        assert answers(told(world(*happened("01-31")), in_doubt, on="01-31")) == [BREACHED]

    def test_too_short_a_time_is_not_yet_due(self) -> None:
        rules = ruled(Cadence(of=A, per="per", anchoring=Anchoring.ROLLING), per=30)
        assert answers(told(world(), rules, on="01-30")) == [NOT_APPLICABLE]
        assert answers(told(world(), rules, on="01-31")) == [BREACHED]
        assert answers(told(world(start="02-01"), rules, on="02-01")) == [NOT_APPLICABLE]


class TestWhatIsInDoubt:
    """An event of which the record does not say whether it is meant keeps a lack open."""

    TRAINED = HERE.back(events.subject, (events.kind == "a") & events.agenda.has("training"))
    ATTENDED = HERE.back(events.attendance, events.kind == "a")

    @pytest.mark.parametrize(("agenda", "expected"), [(("training",), MET), (("other",), BREACHED), (None, UNKNOWN)])
    def test_an_agenda(self, agenda: tuple[str, ...] | None, expected: Verdict) -> None:
        for anchoring in Anchoring:
            rules = ruled(Cadence(of=self.TRAINED, per="per", anchoring=anchoring), per=Cycle.MONTH)
            given = world(*happened("01-01", "01-31", agenda=agenda))
            assert {*answers(told(given, rules, on="02-01"))} == {expected}

    def test_an_agenda_of_another_month_leaves_this_one_alone(self) -> None:
        rules = ruled(Cadence(of=self.TRAINED, per="per"), per=Cycle.MONTH)
        assert answers(told(world(*happened("01-31")), rules, on="03-01")) == [BREACHED, UNKNOWN]

    def test_one_too_many_is_in_doubt_as_well(self) -> None:
        rules = ruled(Cadence(of=self.TRAINED, per="per", times="n", at_most="n"), per=Cycle.MONTH, n=1)
        given = world(*happened("01-01", agenda=("training",)), *happened("01-02"))
        assert answers(told(given, rules, on="02-01")) == [UNKNOWN]

    @pytest.mark.parametrize(("attendance", "expected"), [(("M",), MET), (("H",), BREACHED), (None, UNKNOWN)])
    def test_an_attendance(self, attendance: tuple[str, ...] | None, expected: Verdict) -> None:
        rules = ruled(Cadence(of=self.ATTENDED, per="per"), per=Cycle.MONTH)
        held = Event(id="E", kind="a", subject="H", date=day("01-05"), attendance=attendance)
        assert answers(told(world(held), rules, on="02-01")) == [expected]
        assert answers(told(world(attrs.evolve(held, kind="b")), rules, on="02-01")) == [BREACHED]

    def test_where_the_way_is_in_doubt_nothing_is_lacking_for_sure(self) -> None:
        # Where the body's host is lost, what happened to it is not known.
        at_host = HERE.along(bodies.host, "units").back(events.subject)
        rules = ruled(Cadence(of=at_host, per="per"), per=Cycle.MONTH)
        given = place(Body(id="M", kind="meeting", host="lost"), claims=ALL)
        assert answers(judge(given, rules, on=day("02-01"))) == [UNKNOWN]


class TestFormer:
    def test_those_who_ended_are_judged_where_the_norm_says_so(self) -> None:
        claims = (*ALL, Recorded(table="bodies"))
        for former, expected in ((True, [BREACHED, MET]), (False, [NOT_APPLICABLE])):
            rules = ruled(Cadence(of=A, per="per", former=former), per=Cycle.QUARTER)
            given = world(*happened("02-01"), end="08-01", claims=claims)
            assert answers(told(given, rules)) == expected

    def test_who_ended_before_the_first_day_is_not(self) -> None:
        rules = ruled(Cadence(of=A, per="per", former=True), per=Cycle.QUARTER)
        given = world(end="2017-12-31", claims=(*ALL, Recorded(table="bodies")))
        [finding] = told(given, rules).having(NOT_APPLICABLE)
        assert finding.key == "norm.empty"

    def test_who_may_have_been_there_is_not_known(self) -> None:
        rules = ruled(Cadence(of=A, per="per", former=True), per=Cycle.QUARTER)
        late = Recorded(table="bodies", start=day("12-01"))
        assert answers(judge(place(claims=(*ALL, late)), rules, on=NEXT, since=YEAR)) == [UNKNOWN]
        plain = ruled(Cadence(of=A, per="per"), per=Cycle.QUARTER)
        assert answers(judge(place(claims=(*ALL, late)), plain, on=NEXT, since=YEAR)) == [NOT_APPLICABLE]


class TestChained:
    """RULINGS 22: publicity follows the last register of its quarter."""

    FOLLOWING = ruled(Chained(links=(Link(A, "short"), Link(B, "long"))), short=Cycle.MONTH, long=Cycle.QUARTER)
    NAMING = ruled(
        Chained(links=(Link(A, "short"), Link(B, "long")), referring=True), short=Cycle.MONTH, long=Cycle.QUARTER
    )
    REGISTERS = ("01-15", "02-15", "03-15")

    @pytest.mark.parametrize(
        ("published", "key"),
        [
            (("03-15",), ""),
            (("03-31",), ""),
            (("01-05", "03-20"), ""),
            (("03-14",), "rhythm.early"),
            (("04-01",), "rhythm.link"),
            ((), "rhythm.link"),
        ],
    )
    def test_publicity_comes_last(self, published: tuple[str, ...], key: str) -> None:
        given = world(*happened(*self.REGISTERS), *happened(*published, kind="b"))
        report = told(given, self.FOLLOWING, on="04-01")
        assert [finding.key for finding in report.breached] == [key] * bool(key)
        assert report.count("XX1", MET) == 3 + (not key)

    def test_the_finding_names_the_link_and_the_day(self) -> None:
        given = world(*happened(*self.REGISTERS), *happened("01-05", kind="b"))
        [finding] = told(given, self.FOLLOWING, on="04-01").breached
        assert finding.aspect == "2 [2018-01-01, 2018-04-01)"
        assert (finding.measured, finding.wanted) == (Exact(0), Band(1, None))
        assert "2018-03-15" in finding.message("zh")

    def test_what_was_never_registered_is_told_once_for_each_month(self) -> None:
        report = told(world(*happened("02-01", kind="b")), self.FOLLOWING, on="04-01")
        assert [finding.aspect[0] for finding in report.breached] == ["1", "1", "1"]
        assert report.count("XX1", MET) == 1

    @pytest.mark.parametrize(
        ("claims", "published", "expected"),
        [
            ({"a": "03-15"}, ("03-14",), UNKNOWN),  # a later publicity may have gone unrecorded
            ({"b": "03-15"}, ("03-14",), BREACHED),
            ({"b": "03-16"}, ("03-14",), UNKNOWN),
            ({"a": "03-21"}, ("03-20",), MET),  # nothing was registered after it
            ({"a": "03-22"}, ("03-20",), UNKNOWN),
            ({}, ("03-31",), MET),  # nothing can come after the last day
        ],
    )
    def test_what_must_be_claimed(self, claims: dict[str, str], published: tuple[str, ...], expected: Verdict) -> None:
        recorded = tuple(Recorded(table="events", kind=kind, start=day(start)) for kind, start in claims.items())
        given = world(*happened(*self.REGISTERS), *happened(*published, kind="b"), claims=recorded)
        report = told(given, self.FOLLOWING, on="04-01")
        assert answers(report) == sorted([MET, MET, MET, expected])

    @pytest.mark.parametrize(
        ("refers", "key", "verdict"),
        [
            (("a02-15",), "", MET),
            (("b0", "a01-15"), "", MET),
            (("H",), "rhythm.unnamed", BREACHED),
            ((), "rhythm.unnamed", BREACHED),
            (None, "", UNKNOWN),
            (("a04-15",), "rhythm.unnamed", BREACHED),  # of another quarter
        ],
    )
    def test_a_notice_names_what_it_reports(self, refers: Any, key: str, verdict: Verdict) -> None:
        rows = [
            *happened(*self.REGISTERS, "04-15"),
            Event(id="b0", kind="b", subject="M", date=day("03-20"), refers=refers),
        ]
        report = told(world(*rows), self.NAMING, on="04-01")
        assert answers(report) == sorted([MET, MET, MET, verdict])
        assert [finding.key for finding in report.breached] == [key] * bool(key)

    def test_a_notice_without_inspections_names_none(self) -> None:
        given = world(*happened("03-20", kind="b", refers=()))
        report = told(given, self.NAMING, on="04-01")
        assert answers(report) == [BREACHED, BREACHED, BREACHED, MET]
        partial = attrs.evolve(given, recorded=(Recorded(table="events", kind="b"),))
        assert answers(told(partial, self.NAMING, on="04-01")) == [UNKNOWN] * 4

    def test_a_quarter_without_notice_lacks_it(self) -> None:
        report = told(world(*happened(*self.REGISTERS)), self.NAMING, on="04-01")
        assert [finding.key for finding in report.breached] == ["rhythm.link"]

    def test_an_event_in_doubt_keeps_a_chain_open(self) -> None:
        doubtful = HERE.back(events.subject, (events.kind == "a") & events.agenda.has("x"))
        links = (Link(doubtful, "short"), Link(B, "long"))
        rules = ruled(Chained(links=links), short=Cycle.MONTH, long=Cycle.QUARTER)
        given = world(*happened(*self.REGISTERS, agenda=("x",)), *happened("03-20", kind="b"), *happened("03-25"))
        assert answers(told(given, rules, on="04-01")) == [MET, MET, MET, UNKNOWN]
        upper = ruled(Chained(links=(Link(B, "short"), Link(doubtful, "long"))), short=Cycle.MONTH, long=Cycle.QUARTER)
        given = world(*happened("01-05", "02-05", "03-05", kind="b"), *happened("03-25"))
        assert answers(told(given, upper, on="04-01")) == [MET, MET, MET, UNKNOWN]

    def test_a_chain_of_no_whole_period_is_not_yet_due(self) -> None:
        assert answers(told(world(), self.FOLLOWING, on="01-31")) == [NOT_APPLICABLE]
        assert answers(told(world(start="01-02"), self.FOLLOWING, on="02-01")) == [NOT_APPLICABLE]

    @pytest.mark.parametrize("wanting", ["short", "long"])
    def test_a_cycle_that_is_wanting_leaves_it_unknown(self, wanting: str) -> None:
        figures: dict[str, Figure | None] = {"short": Cycle.MONTH, "long": Cycle.QUARTER, wanting: None}
        rules = ruled(Chained(links=(Link(A, "short"), Link(B, "long"))), **figures)
        report = told(world(), rules, on="04-01")
        assert [finding.aspect for finding in report.findings] == [wanting]

    def test_links_that_name_no_kind_are_events(self) -> None:
        anything = HERE.back(events.subject)
        rules = ruled(
            Chained(links=(Link(anything, "short"), Link(anything, "long"))), short=Cycle.MONTH, long=Cycle.YEAR
        )
        found = told(world(), rules, on="02-01").breached
        assert "there is no events" in found[0].message("en")
        here = pack(
            norm(Chained(links=(Link(HERE, "short"), Link(HERE, "long"))), each(events)),
            short=Cycle.MONTH,
            long=Cycle.YEAR,
        )
        assert answers(told(world(*happened("01-05")), here, on="02-01")) == [MET]


class TestPreceded:
    PLAIN = ruled(Preceded(of=A, by=B))
    NAMED = ruled(Preceded(of=A, by=B, referring=True))

    @pytest.mark.parametrize(
        ("earlier", "expected"), [("05-03", MET), ("05-05", MET), ("05-06", BREACHED), ("2017-01-01", MET)]
    )
    def test_it_is_dated_on_or_before(self, earlier: str, expected: Verdict) -> None:
        given = world(*happened("05-05"), *happened(earlier, kind="b"))
        report = told(given, self.PLAIN)
        assert answers(report) == [expected]
        if expected is BREACHED:
            [finding] = report.breached
            assert (finding.aspect, finding.path) == ("a05-05", "/bodies/M")
            assert "2018-05-05" in finding.message("en")

    def test_without_a_limit_silence_must_reach_back_without_end(self) -> None:
        for start, expected in ((None, BREACHED), (date(1949, 10, 1), UNKNOWN)):
            given = world(*happened("05-05"), claims=(Recorded(table="events", start=start),))
            assert answers(told(given, self.PLAIN)) == [expected]
        early = world(*happened("05-05"), claims=(Recorded(table="events", end=day("05-05")),))
        assert answers(told(early, self.PLAIN)) == [UNKNOWN]  # it may have been given on the day itself

    @pytest.mark.parametrize(
        ("within", "unit", "earlier", "expected"),
        [
            (30, "day", "04-05", MET),
            (30, "day", "04-04", BREACHED),
            (0, "day", "05-05", MET),
            (0, "day", "05-04", BREACHED),
            (1, "month", "04-05", MET),
            (1, "month", "04-04", BREACHED),
            (Cycle.WEEK, "day", "04-28", MET),
            (Cycle.WEEK, "day", "04-27", BREACHED),
        ],
    )
    def test_it_may_have_to_be_recent(self, within: Figure, unit: Any, earlier: str, expected: Verdict) -> None:
        rules = ruled(Preceded(of=A, by=B, within="w", unit=unit), w=within)
        assert answers(told(world(*happened("05-05"), *happened(earlier, kind="b")), rules)) == [expected]

    @pytest.mark.parametrize(
        ("refers", "expected"),
        [(("a05-05",), MET), (("H", "a05-05"), MET), (("H",), BREACHED), ((), BREACHED), (None, UNKNOWN)],
    )
    def test_it_may_have_to_name_the_event(self, refers: Any, expected: Verdict) -> None:
        given = world(*happened("05-05"), *happened("05-03", kind="b", refers=refers))
        assert answers(told(given, self.NAMED)) == [expected]

    def test_a_consent_to_one_act_is_none_to_another(self) -> None:
        given = world(*happened("05-05", "08-01"), *happened("05-03", kind="b", refers=("a05-05",)))
        report = told(given, self.NAMED)
        assert [finding.aspect for finding in report.breached] == ["a08-01"]
        assert answers(told(given, self.PLAIN)) == [MET, MET]

    def test_none_of_them_is_nothing_to_judge_if_the_record_says_so(self) -> None:
        [finding] = told(world(), self.PLAIN).having(NOT_APPLICABLE)
        assert finding.key == "norm.empty"
        assert answers(told(world(claims=()), self.PLAIN)) == [UNKNOWN]
        assert answers(told(world(*happened("2017-12-31")), self.PLAIN)) == [NOT_APPLICABLE]
        assert answers(told(world(*happened("03-01"), start="03-02"), self.PLAIN)) == [NOT_APPLICABLE]

    def test_what_may_be_one_of_them_keeps_it_open(self) -> None:
        maybe = HERE.back(events.subject, (events.kind == "a") & events.agenda.has("x"))
        rules = ruled(Preceded(of=maybe, by=B))
        assert answers(told(world(*happened("05-05")), rules)) == [UNKNOWN]
        assert answers(told(world(*happened("05-05"), start="05-06"), rules)) == [NOT_APPLICABLE]
        before = ruled(Preceded(of=B, by=maybe))
        given = world(*happened("05-05"), *happened("05-06", kind="b"))
        assert answers(told(given, before)) == [UNKNOWN]
        after = world(*happened("05-07"), *happened("05-06", kind="b"))
        assert answers(told(after, before)) == [BREACHED]

    @pytest.mark.parametrize("within", [None, Band(1, 2), -1])
    def test_a_limit_that_is_wanting_leaves_it_unknown(self, within: Figure | None) -> None:
        rules = ruled(Preceded(of=A, by=B, within="w"), w=within)
        [finding] = told(world(*happened("05-05"), *happened("05-05", kind="b")), rules).unknown
        assert finding.aspect == "w"

    def test_consent_comes_from_where_the_agency_sits(self) -> None:
        seat = HERE.back(ties.source, ties.kind == "seated_in").along(ties.target, "units")
        rules = pack(norm(Preceded(of=A, by=seat.back(events.subject, events.kind == "b"), referring=True)))
        sits = Tie(id="T", kind="seated_in", source="M", target="H")
        for giver, expected in (("H", MET), ("M", BREACHED)):
            consent = Event(id="c", kind="b", subject=giver, date=day("05-01"), refers=("a05-05",))
            whole = (*ALL, Recorded(table="ties", kind="seated_in"))
            assert verdicts(world(*happened("05-05"), sits, consent, claims=whole), rules, on=NEXT, since=YEAR) == [
                expected
            ]


class TestAnswered:
    RULES = ruled(Answered(of=A, by=B, within="w"), w=30)

    @pytest.mark.parametrize(
        ("answer", "on", "expected"),
        [
            ("05-03", "12-31", MET),  # of the same day
            ("06-02", "12-31", MET),  # the thirtieth day after it
            ("06-03", "12-31", BREACHED),
            ("05-02", "12-31", BREACHED),
            ("06-03", "06-02", NOT_APPLICABLE),  # the last day is not over
            ("06-03", "06-03", BREACHED),
            ("05-10", "05-20", MET),  # settled before the time has run out
        ],
    )
    def test_thirty_days_from_3_may(self, answer: str, on: str, expected: Verdict) -> None:
        report = told(world(*happened("05-03"), *happened(answer, kind="b")), self.RULES, on=on)
        assert answers(report) == [expected]
        for finding in report.breached:
            assert "2018-06-02" in finding.message("zh")

    @pytest.mark.parametrize(
        ("event", "answer", "expected"),
        [
            ("01-31", "02-28", MET),
            ("01-31", "03-01", BREACHED),
            ("02-28", "03-28", MET),
            ("02-28", "03-29", BREACHED),
            ("2020-01-31", "2020-02-29", MET),
            ("04-30", "05-30", MET),
            ("04-30", "05-31", BREACHED),
        ],
    )
    def test_within_a_month_ends_on_the_same_day_or_the_last(self, event: str, answer: str, expected: Verdict) -> None:
        for figure, unit in ((Cycle.MONTH, "day"), (1, "month")):
            rules = ruled(Answered(of=A, by=B, within="w", unit=unit), w=figure)  # type: ignore[arg-type] # one of the two
            given = world(*happened(event), *happened(answer, kind="b"))
            assert answers(told(given, rules, on="2021-01-01", since="01-01")) == [expected]

    @pytest.mark.parametrize(
        ("since", "expected"), [("05-20", [BREACHED]), ("06-02", [BREACHED]), ("06-03", [NOT_APPLICABLE])]
    )
    def test_it_is_judged_until_its_time_has_run_out_before_the_first_day(
        self, since: str, expected: list[Verdict]
    ) -> None:
        assert answers(told(world(*happened("05-03")), self.RULES, since=since)) == expected

    def test_a_month_before_the_last_of_march_reaches_no_further_than_it_should(self) -> None:
        rules = ruled(Answered(of=A, by=B, within="w"), w=Cycle.MONTH)
        assert answers(told(world(*happened("02-28")), rules, since="03-31")) == [NOT_APPLICABLE]
        assert answers(told(world(*happened("03-01")), rules, since="03-31")) == [BREACHED]

    @pytest.mark.parametrize(
        ("claim", "expected"),
        [
            (Recorded(table="events", start=day("05-03"), end=day("06-03")), BREACHED),
            (Recorded(table="events", start=day("05-04"), end=day("06-03")), UNKNOWN),
            (Recorded(table="events", start=day("05-03"), end=day("06-02")), UNKNOWN),
            (Recorded(table="events", kind="a"), UNKNOWN),
            (Recorded(table="events", kind="b"), BREACHED),
        ],
    )
    def test_silence_speaks_where_the_time_is_claimed(self, claim: Recorded, expected: Verdict) -> None:
        assert answers(told(world(*happened("05-03"), claims=(claim,)), self.RULES)) == [expected]

    def test_whose_subject_ended_in_time_owes_no_answer(self) -> None:
        rules = ruled(Answered(of=A, by=B, within="w", former=True), w=30)
        claims = (*ALL, Recorded(table="bodies"))
        for end, expected in (("06-02", NOT_APPLICABLE), ("06-03", BREACHED)):
            assert answers(told(world(*happened("05-03"), end=end, claims=claims), rules)) == [expected]

    def test_an_answer_may_have_to_name_what_it_answers(self) -> None:
        rules = ruled(Answered(of=A, by=B, within="w", referring=True), w=30)
        rows = happened("05-03", "05-04")
        report = told(world(*rows, *happened("05-10", kind="b", refers=("a05-04",))), rules)
        assert [finding.aspect for finding in report.breached] == ["a05-03"]
        assert answers(told(world(*rows, *happened("05-10", kind="b")), rules)) == [UNKNOWN, UNKNOWN]

    def test_none_of_them_is_nothing_to_judge(self) -> None:
        assert answers(told(world(), self.RULES)) == [NOT_APPLICABLE]
        # Of what happened in December the time may still have been running in January.
        late = world(claims=(Recorded(table="events", start=day("01-01")),))
        assert answers(told(late, self.RULES)) == [UNKNOWN]
        early = world(claims=(Recorded(table="events", start=date(2017, 12, 2)),))
        assert answers(told(early, self.RULES)) == [NOT_APPLICABLE]

    def test_a_time_that_is_wanting_leaves_it_unknown(self) -> None:
        [finding] = told(world(*happened("05-03")), ruled(Answered(of=A, by=B, within="w"), w=None)).unknown
        assert finding.aspect == "w"


class TestTheEndsOfTime:
    """The calendar begins with the year 1 and ends with the year 9999."""

    @pytest.mark.parametrize(
        "payload",
        [
            Cadence(of=A, per="per"),
            Cadence(of=A, per="per", partial=Partial.REQUIRE),
            Cadence(of=A, per="per", days="w"),
            Cadence(of=A, per="per", anchoring=Anchoring.ROLLING),
            Chained(links=(Link(A, "per"), Link(B, "per"))),
            Preceded(of=A, by=B),
            Preceded(of=A, by=B, within="per"),
            Answered(of=A, by=B, within="per"),
            Preceded(of=A, by=B, within="n", unit="month"),
            Answered(of=A, by=B, within="n", unit="month"),
        ],
    )
    @pytest.mark.parametrize("per", Cycle)
    def test_nothing_falls_over_the_edge(self, payload: Payload, per: Cycle) -> None:
        rules = ruled(payload, per=per, w=Band(1, 400), n=10**12)
        rules = rules if payload.figures() else ruled(payload)
        for first, last in ((date.min, date(1, 3, 1)), (date(9999, 10, 1), date.max)):
            rows = [
                Event(id=f"{kind}{n}", kind=kind, subject="M", date=one)
                for n, one in enumerate((first, last))
                for kind in "ab"
            ]
            report = judge(world(*rows), rules, on=last, since=first)
            assert report.breached == () or per is not Cycle.YEAR
            judge(world(rows[0]), rules, on=last, since=first)

    def test_the_first_week_and_the_first_year_are_whole(self) -> None:
        for cycle, on in ((Cycle.WEEK, date(1, 1, 8)), (Cycle.YEAR, date(2, 1, 1))):
            rules = ruled(Cadence(of=A, per="per"), per=cycle)
            assert answers(judge(world(), rules, on=on, since=date.min)) == [BREACHED]

    def test_the_last_month_never_ends(self) -> None:
        rules = ruled(Cadence(of=A, per="per"), per=Cycle.MONTH)
        [finding] = judge(world(), rules, on=date.max, since=date(9999, 11, 1)).breached
        assert finding.aspect == "[9999-11-01, 9999-12-01)"

    def test_a_window_of_the_last_month_does(self) -> None:
        rules = ruled(Cadence(of=A, per="per", days="w"), per=Cycle.MONTH, w=Band(1, 30))
        [finding] = judge(world(), rules, on=date.max, since=date(9999, 12, 1)).breached
        assert finding.aspect == "[9999-12-01, 9999-12-31)"


class TestPartyLife:
    """C-8.26: a branch without a committee is not asked to hold the meetings of one."""

    def test_a_small_branch_holds_no_committee_meetings(self) -> None:
        branch = Body(id="M", kind="party_branch", host="H")
        quarters = [
            Event(id=f"m{n}", kind="members_meeting", subject="M", date=date(2018, n, 1)) for n in (1, 4, 7, 10)
        ]
        claims = (Recorded(table="events"), Recorded(table="bodies"))
        report = judge(place(Unit(id="H", kind="k"), branch, *quarters, claims=claims), PARTY_LIFE, on=NEXT, since=YEAR)
        assert report.count("PBN301", MET) == 4
        assert report.count("PBN302", NOT_APPLICABLE) == 1
        assert report.count("PBN304", UNKNOWN) == 1  # how many lectures, the regulation does not say
