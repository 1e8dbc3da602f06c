"""What two sets share, how evenly a load lies, and what lapses: at the edges, with the record whole and partial."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pbgov.base import About, Amount, Between, Exact, Row, Verdict
from pbgov.errors import InvalidValueError
from pbgov.model import Fact, Recorded
from pbgov.org import Holding, Person, Post, Tie, Unit
from pbgov.rules import HERE, Count, Even, Selector, Shared, Sum, Unbroken, Values, each
from pbgov.validation import judge
from tests.unit.validation.worlds import (
    BASIS,
    MEMBERS,
    ON,
    documents,
    facts,
    holdings,
    meeting,
    norm,
    pack,
    place,
    posts,
    ties,
    units,
    verdicts,
)

MET, BREACHED, UNKNOWN = Verdict.MET, Verdict.BREACHED, Verdict.UNKNOWN
FIRST = date(2018, 1, 1)


def liaised(names: str) -> list[Row]:
    return [Tie(id=f"L{name}", kind="liaison", source=name, target="M") for name in names]


class TestShared:
    """The members of a meeting, and those with whom it liaises."""

    RULE = norm(
        Shared(Values(MEMBERS, "source"), Values(HERE.back(ties.target, ties.kind == "liaison"), "source"), "two")
    )

    @pytest.mark.parametrize(
        ("members", "others", "whole", "one", "none"),
        [
            ("ABC", "BCD", MET, MET, MET),
            ("ABC", "CD", BREACHED, UNKNOWN, UNKNOWN),
            ("A", "AB", BREACHED, BREACHED, UNKNOWN),
            ("", "AB", BREACHED, BREACHED, UNKNOWN),
        ],
    )
    def test_at_least_so_many(self, members: str, others: str, whole: Verdict, one: Verdict, none: Verdict) -> None:
        rows = [*meeting(*members), *(Unit(id=name, kind="unit") for name in others if name not in members)]
        rows += liaised(others)
        for kinds, verdict in ((("member", "liaison"), whole), (("member",), one), ((), none)):
            claims = tuple(Recorded(table="ties", kind=kind) for kind in kinds)
            assert verdicts(place(*rows, claims=claims), pack(self.RULE, two=2)) == [verdict]

    def test_a_finding_says_how_many_there_are(self) -> None:
        rows = [*meeting(*"ABC"), *liaised("C")]
        report = judge(place(*rows, whole=("ties",)), pack(self.RULE, two=2), on=ON)
        assert [finding.measured for finding in report.breached] == [Exact(1)]
        [finding] = judge(place(*rows), pack(self.RULE, two=2), on=ON).unknown
        assert finding.aspect == "ties"

    def test_a_bound_that_is_wanting_leaves_it_open(self) -> None:
        [finding] = judge(place(*meeting("A"), whole=("ties",)), pack(self.RULE, two=None), on=ON).unknown
        assert finding.aspect == "two"


class TestEven:
    LOAD = Sum(HERE.back(facts.about, facts.unit == "load"), "amount")
    RULE = norm(Even(HERE.back(units.parent), LOAD, "bound"), each(units.kind == "whole"))

    def given(
        self, *loads: Amount | int, bound: int | None, whole: tuple[str, ...] = ("units", "facts")
    ) -> list[Verdict]:
        rows: list[Row] = [Unit(id="W", kind="whole")]
        for n, load in enumerate(loads):
            amount = Exact(load) if isinstance(load, int) else load
            rows.append(Unit(id=f"P{n}", kind="part", parent="W"))
            rows.append(Fact(id=f"F{n}", about=f"P{n}", amount=amount, unit="load", basis=BASIS))
        return verdicts(place(*rows, whole=whole), pack(self.RULE, bound=bound))

    @pytest.mark.parametrize(
        ("loads", "gini"),
        [
            ((10, 11, 9), 45),  # 4 / 90
            ((28, 1, 1), 600),
            ((5, 5, 5), 0),
            ((0, 0), 0),
            ((1, 0, 0, 0), 750),
            ((7,), 0),
            ((), 0),
        ],
    )
    def test_the_coefficient(self, loads: tuple[int, ...], gini: int) -> None:
        difference = sum(abs(a - b) for a in loads for b in loads)
        counted = -(-1000 * difference // (2 * len(loads) * sum(loads))) if sum(loads) else 0
        assert counted == gini  # by its definition, over all pairs
        assert self.given(*loads, bound=gini) == [MET]
        assert self.given(*loads, bound=gini - 1) == [BREACHED]

    def test_what_is_not_known_leaves_it_open(self) -> None:
        assert self.given(28, 1, About(1, 500), bound=600) == [UNKNOWN]
        assert self.given(28, 1, 1, bound=None) == [UNKNOWN]
        assert self.given(28, 1, 1, bound=0, whole=("units",)) == [UNKNOWN]
        assert self.given(28, 1, 1, bound=0, whole=("facts",)) == [UNKNOWN]
        assert self.given(28, Between(-1, -1), bound=0) == [UNKNOWN]

    def test_a_load_may_be_a_count(self) -> None:
        rule = norm(Even(HERE.back(units.parent), Count(HERE.back(posts.unit)), "bound"), each(units.kind == "whole"))
        rows: list[Row] = [Unit(id="W", kind="whole"), *(Unit(id=f"P{n}", kind="part", parent="W") for n in range(2))]
        rows += [Post(id=f"S{n}", kind="head", unit=f"P{n}") for n in range(2)]
        assert verdicts(place(*rows, whole=("units", "posts")), pack(rule, bound=0)) == [MET]
        more = Post(id="S2", kind="clerk", unit="P0")
        assert verdicts(place(*rows, more, whole=("units", "posts")), pack(rule, bound=0)) == [BREACHED]


class TestUnbroken:
    RULE = norm(Unbroken(HERE.back(holdings.post, holdings.route == "elected"), "days"), each(posts))
    POST: tuple[Row, ...] = (
        Unit(id="U", kind="k"),
        Person(id="P", category="c"),
        Post(id="S", kind="head", unit="U"),
    )

    def given(
        self,
        *spans: tuple[str | None, str | None],
        days: int | None = 10,
        whole: bool = True,
        start: date | None = None,
    ) -> list[Verdict]:
        rows: list[Row] = [*self.POST[:2], Post(id="S", kind="head", unit="U", start=start)]
        for n, span in enumerate(spans):
            first, last = (date.fromisoformat(day) if day else None for day in span)
            rows.append(Holding(id=f"H{n}", post="S", person="P", start=first, end=last, route="elected"))
        world = place(*rows, whole=("holdings",) if whole else ())
        return verdicts(world, pack(self.RULE, days=days), since=FIRST)

    @pytest.mark.parametrize(
        ("spans", "verdict"),
        [
            (((None, None),), MET),
            (((None, "2018-03-01"), ("2018-03-11", None)), MET),  # ten days
            (((None, "2018-03-01"), ("2018-03-12", None)), BREACHED),
            (((None, "2018-06-21"),), BREACHED),  # vacant on the day asked for, the eleventh
            (((None, "2018-06-22"),), MET),
            ((("2018-01-11", None),), MET),
            ((("2018-01-12", None),), BREACHED),
            (((None, "2018-04-01"), ("2018-02-01", "2018-03-01"), ("2018-04-02", None)), MET),
            (((None, "2017-06-01"), ("2017-12-31", None)), MET),  # over before the first day
            (((None, "2017-06-01"), ("2018-01-02", None)), BREACHED),  # begun before it
            ((), BREACHED),
        ],
    )
    def test_a_gap_lasts_so_many_days(self, spans: tuple[tuple[str | None, str | None], ...], verdict: Verdict) -> None:
        assert self.given(*spans) == [verdict]
        assert self.given(*spans, whole=False) == [MET if verdict is MET else UNKNOWN]

    def test_a_subject_is_judged_while_it_exists(self) -> None:
        assert self.given(("2018-03-01", None), start=date(2018, 3, 1)) == [MET]
        assert self.given(("2018-03-12", None), start=date(2018, 3, 1)) == [BREACHED]
        assert self.given(start=ON - timedelta(days=9)) == [MET]
        assert self.given(start=ON - timedelta(days=10)) == [BREACHED]

    def test_several_gaps_are_several_findings(self) -> None:
        spans = ((None, "2018-02-01"), ("2018-03-01", "2018-04-01"), ("2018-05-01", None))
        assert self.given(*spans) == [BREACHED, BREACHED]

    def test_what_the_record_leaves_unsaid_leaves_it_open(self) -> None:
        rules = pack(self.RULE, days=10)
        ended = Holding(id="H", post="S", person="P", ended=True, route="elected")  # nobody knows when
        assert verdicts(place(*self.POST, ended, whole=("holdings",)), rules) == [UNKNOWN]
        unsaid = Holding(id="H", post="S", person="P")  # elected or not
        assert verdicts(place(*self.POST, unsaid, whole=("holdings",)), rules) == [UNKNOWN]

    def test_a_bound_that_is_wanting_leaves_it_open(self) -> None:
        assert self.given((None, None), days=None) == [UNKNOWN]

    def test_a_breach_names_the_days(self) -> None:
        post = Post(id="S", kind="head", unit="U", start=date(2018, 6, 1))
        [finding] = judge(place(*self.POST[:2], post, whole=("holdings",)), pack(self.RULE, days=10), on=ON).breached
        assert "2018-06-01" in finding.message()
        assert "10 days" in finding.message()

    def test_on_the_last_day_there_is(self) -> None:
        rules = pack(self.RULE, days=10)
        assert verdicts(place(*self.POST, whole=("holdings",)), rules, on=date.max, since=date.max) == [MET]

    @pytest.mark.parametrize("of", [each(documents), HERE, HERE.back(posts.unit).back(holdings.post)])
    def test_its_rows_are_one_step_back(self, of: Selector) -> None:
        with pytest.raises(InvalidValueError):
            Unbroken(of, "days")
