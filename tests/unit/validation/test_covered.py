"""Coverage of codes in each period of the calendar, and in each cycle of a rota, at the edges."""

from __future__ import annotations

from datetime import date

import pytest

from pbgov import validate
from pbgov.base import Cycle, Exact, Row, Verdict
from pbgov.model import Event, Recorded
from pbgov.org import Tie
from pbgov.rules import HERE, Covered, Figure, Values
from tests.unit.validation.worlds import events, meeting, norm, pack, place, ties, verdicts

MET, BREACHED, UNKNOWN, NOT_DUE = Verdict.MET, Verdict.BREACHED, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE
AGENDA = Values(HERE.back(events.subject, events.kind == "activity"), "agenda")
TURNS = Values(HERE.back(ties.target, ties.kind == "chair"), "source")
YEARLY = pack(norm(Covered(of=AGENDA, codes="codes", per="per")), codes=("a", "b"), per=Cycle.YEAR)
MARCH = date(2018, 3, 1)
EVENTS = Recorded(table="events", kind="activity")
TERMS = Recorded(table="ties", kind="chair")


def active(day: date, *agenda: str, unrecorded: bool = False) -> Event:
    return Event(id=f"e{day}", kind="activity", subject="M", date=day, agenda=None if unrecorded else agenda)


def turn(start: date | None, end: date | None = None, name: str = "H") -> Tie:
    return Tie(id=f"t{start}", kind="chair", source=name, target="M", start=start, end=end)


def asked(
    rows: list[Row], per: Figure | None = 12, *, on: date = date(2019, 3, 1), since: date = date(2018, 1, 1),
    claims: tuple[Recorded, ...] = (EVENTS, TERMS), codes: Figure | None = ("a", "b"),
) -> list[Verdict]:  # fmt: skip
    rules = pack(norm(Covered(of=AGENDA, codes="codes", per="per", turns=TURNS)), codes=codes, per=per)
    return verdicts(place(*meeting(), *rows, claims=claims), rules, on=on, since=since)


def yearly(*rows: Row, claims: tuple[Recorded, ...] = (EVENTS,), on: date = date(2019, 1, 1)) -> list[Verdict]:
    return verdicts(place(*meeting(), *rows, claims=claims), YEARLY, on=on, since=date(2018, 1, 1))


class TestCalendar:
    def test_all_codes_between_them(self) -> None:
        assert yearly(active(date(2018, 1, 1), "a"), active(date(2018, 12, 31), "b", "c")) == [MET]
        assert yearly(active(date(2018, 1, 1), "a")) == [BREACHED]
        assert yearly() == [BREACHED]

    def test_another_year_does_not_help(self) -> None:
        rows = (active(date(2018, 5, 1), "a"), active(date(2019, 1, 1), "b"))
        assert yearly(*rows, on=date(2019, 12, 31)) == [BREACHED]
        assert yearly(*rows, on=date(2020, 1, 1)) == [BREACHED, BREACHED]

    def test_a_year_that_has_not_ended_is_not_due(self) -> None:
        assert yearly(on=date(2018, 12, 31)) == [NOT_DUE]

    def test_what_is_unrecorded_may_be_what_lacks(self) -> None:
        assert yearly(active(date(2018, 1, 1), "a"), active(date(2018, 2, 1), unrecorded=True)) == [UNKNOWN]
        assert yearly(active(date(2018, 1, 1), "a"), claims=()) == [UNKNOWN]
        assert yearly(active(date(2018, 1, 1), "a", "b"), active(date(2018, 2, 1), unrecorded=True)) == [MET]

    def test_a_finding_counts_and_names_what_lacks(self) -> None:
        rows = (active(date(2018, 1, 1), "a"),)
        report = validate(place(*meeting(), *rows, claims=(EVENTS,)), pack=YEARLY, on=date(2019, 1, 1),
                          since=date(2018, 1, 1))  # fmt: skip
        [finding] = report.breached
        assert (finding.measured, finding.wanted and finding.wanted.low) == (Exact(1), 2)
        assert "takes up" in finding.message("en")
        assert finding.message("en").endswith(" b")
        assert finding.message("zh").endswith("：b")
        assert finding.fix("en")
        assert finding.fix("zh")

    @pytest.mark.parametrize(("codes", "per"), [(None, Cycle.YEAR), (("a",), None), (("a",), 12)])
    def test_a_figure_that_is_wanted_leaves_it_open(self, codes: Figure | None, per: Figure | None) -> None:
        rules = pack(norm(Covered(of=AGENDA, codes="codes", per="per")), codes=codes, per=per)
        assert verdicts(place(*meeting()), rules, on=date(2019, 1, 1), since=date(2018, 1, 1)) == [UNKNOWN]


class TestCycles:
    FULL = (active(date(2018, 3, 1), "a"), active(date(2019, 2, 28), "b"))

    def test_months_are_counted_from_the_first_turn(self) -> None:
        assert asked([turn(MARCH), *self.FULL]) == [MET]
        assert asked([turn(MARCH), self.FULL[0]]) == [BREACHED]
        assert asked([turn(MARCH), active(date(2018, 2, 28), "a"), self.FULL[1]]) == [BREACHED]
        assert asked([turn(MARCH), self.FULL[0], active(date(2019, 3, 1), "b")]) == [BREACHED]

    def test_a_cycle_is_judged_once_it_has_ended(self) -> None:
        assert asked([turn(MARCH)], on=date(2019, 2, 28)) == [NOT_DUE]
        assert asked([turn(MARCH)], on=date(2020, 3, 1)) == [BREACHED, BREACHED]
        assert asked([turn(MARCH)], on=date(2020, 3, 1), since=date(2018, 3, 2)) == [BREACHED]
        assert asked([turn(MARCH)], Cycle.HALF_YEAR) == [BREACHED, BREACHED]

    def test_the_earliest_turn_counts_though_it_is_over(self) -> None:
        assert asked([turn(MARCH, date(2018, 5, 1)), turn(date(2018, 5, 1)), *self.FULL]) == [MET]

    def test_no_month_is_lost_at_the_end_of_short_ones(self) -> None:
        rows: list[Row] = [turn(date(2017, 8, 31)), active(date(2018, 2, 27), "b"), active(date(2018, 2, 28), "a")]
        assert asked(rows, 6, on=date(2018, 8, 31)) == [BREACHED]
        assert asked([*rows, active(date(2018, 8, 30), "b")], 6, on=date(2018, 8, 31)) == [MET]

    def test_before_anybody_took_a_turn_nothing_is_due(self) -> None:
        assert asked([]) == [NOT_DUE]

    def test_a_turn_may_have_gone_before(self) -> None:
        assert asked([turn(MARCH)], claims=(EVENTS,)) == [UNKNOWN]
        since_march = Recorded(table="ties", kind="chair", start=MARCH)
        assert asked([turn(MARCH)], claims=(EVENTS, since_march)) == [UNKNOWN]
        before = Recorded(table="ties", kind="chair", start=date(2018, 2, 28))
        assert asked([turn(MARCH)], claims=(EVENTS, before)) == [BREACHED]
        assert asked([turn(None)]) == [UNKNOWN]

    @pytest.mark.parametrize("per", [None, 0, Cycle.WEEK, ("a",)])
    def test_a_length_that_is_none_leaves_it_open(self, per: Figure | None) -> None:
        assert asked([turn(MARCH)], per) == [UNKNOWN]

    def test_the_years_there_are_are_enough(self) -> None:
        assert asked([turn(date.min)], on=date.max, since=date(9998, 1, 1)) == [BREACHED]
        assert asked([turn(date.max)], on=date.max, since=date(9998, 12, 31)) == [NOT_DUE]
