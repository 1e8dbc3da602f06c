"""Each evaluator at the edges of what it asks, with the record whole and partial."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import About, Amount, Band, Cycle, Exact, MoreThan, Row, Verdict
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Document, Event, Fact, Posting, Recorded
from pbgov.org import Body, Holding, LevelProfile, Person, Post, Tie, Unit
from pbgov.rules import (
    HERE,
    AllEqual,
    Cadence,
    CompleteChain,
    Count,
    Divided,
    DutyItem,
    DutyList,
    Enumerated,
    Own,
    Ratio,
    Related,
    Relation,
    SameEnd,
    Sum,
    Values,
    Within,
    each,
)
from pbgov.validation import judge
from tests.unit.validation.worlds import (
    BASIS,
    MEETING,
    MEMBERS,
    ON,
    bodies,
    documents,
    entries,
    events,
    facts,
    grids,
    holdings,
    ledger,
    lists,
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
NOT_APPLICABLE = Verdict.NOT_APPLICABLE


class TestWithin:
    @pytest.mark.parametrize(
        ("bounds", "members", "whole", "partial"),
        [
            ({"exactly": "two"}, 1, BREACHED, UNKNOWN),
            ({"exactly": "two"}, 2, MET, UNKNOWN),
            ({"exactly": "two"}, 3, BREACHED, BREACHED),
            ({"at_least": "two"}, 1, BREACHED, UNKNOWN),
            ({"at_least": "two"}, 2, MET, MET),
            ({"at_most": "two"}, 2, MET, UNKNOWN),
            ({"at_most": "two"}, 3, BREACHED, BREACHED),
            ({"at_least": "two", "at_most": "three"}, 1, BREACHED, UNKNOWN),
            ({"at_least": "two", "at_most": "three"}, 3, MET, UNKNOWN),
            ({"at_least": "two", "at_most": "three"}, 4, BREACHED, BREACHED),
            ({"band": "band"}, 1, BREACHED, UNKNOWN),
            ({"band": "band"}, 2, MET, UNKNOWN),
            ({"band": "band"}, 4, BREACHED, BREACHED),
            ({"exactly": "wanting"}, 2, UNKNOWN, UNKNOWN),
            ({"band": "wanting"}, 2, UNKNOWN, UNKNOWN),
            ({"band": "two"}, 2, UNKNOWN, UNKNOWN),
            ({"at_most": "band"}, 2, UNKNOWN, UNKNOWN),
            # what the one figure decides is decided, whatever the other would be
            ({"at_least": "two", "at_most": "wanting"}, 1, BREACHED, UNKNOWN),
            ({"at_least": "two", "at_most": "wanting"}, 9, UNKNOWN, UNKNOWN),
            ({"at_least": "wanting", "at_most": "two"}, 3, BREACHED, BREACHED),
            ({"at_least": "wanting", "at_most": "two"}, 1, UNKNOWN, UNKNOWN),
        ],
    )
    def test_bounds(self, bounds: dict[str, Any], members: int, whole: Verdict, partial: Verdict) -> None:
        rules = pack(norm(Within(of=Count(MEMBERS), **bounds)), two=2, three=3, band=Band(2, 3), wanting=None)
        rows = meeting(*(f"A{number}" for number in range(members)))
        assert verdicts(place(*rows, whole=("ties", "bodies")), rules) == [whole]
        assert verdicts(place(*rows), rules) == [partial]

    def test_a_finding_says_what_was_measured_and_wanted(self) -> None:
        rules = pack(norm(Within(of=Count(MEMBERS), at_most="two")), two=2)
        [finding] = judge(place(*meeting("A", "B", "C"), whole=("ties",)), rules, on=ON).breached
        assert (finding.measured, finding.wanted, finding.unit) == (Exact(3), Band(None, 2), norm(None).text)
        assert finding.path == "/bodies/M"
        assert {"M", "at most 2", "3"} <= set(re.findall(r"at most \d|[M\d]", finding.message()))

    @pytest.mark.parametrize(
        ("bounds", "missing"),
        [
            ({"at_least": "two", "at_most": "wanting"}, "wanting"),
            ({"at_least": "wanting", "at_most": "two"}, "wanting"),
            ({"at_most": "two"}, "ties"),
            ({"band": "wanting"}, "wanting"),
        ],
    )
    def test_an_unknown_says_what_is_missing(self, bounds: dict[str, Any], missing: str) -> None:
        rules = pack(norm(Within(of=Count(MEMBERS), **bounds)), two=2, wanting=None)
        [finding] = judge(place(*meeting("A", "B")), rules, on=ON).unknown
        assert (finding.aspect, finding.subject, finding.path) == (missing, "", "/recorded")

    def test_of_a_ratio_both_sides_may_be_missing(self) -> None:
        ratio = Ratio(Count(HERE.back(posts.unit)), Sum(HERE.back(ledger.account), "amount"))
        rules = pack(norm(Within(of=ratio, at_least="two"), each(units)), two=2)
        [finding] = judge(place(Unit(id="A", kind="k")), rules, on=ON).unknown
        assert finding.aspect == "posts, ledger"

    @pytest.mark.parametrize(
        ("amount", "verdict"),
        [(Exact(3), MET), (Exact(2), BREACHED), (MoreThan(2), MET), (MoreThan(1), UNKNOWN), (About(3, 50), UNKNOWN)],
    )
    def test_vague_numbers(self, amount: Amount, verdict: Verdict) -> None:
        fact = Fact(id="F", about="A", amount=amount, unit="u", basis=BASIS)
        rules = pack(norm(Within(of=Own("amount"), at_least="three"), each(facts)), three=3)
        assert verdicts(place(Unit(id="A", kind="k"), fact), rules) == [verdict]

    @pytest.mark.parametrize(
        ("given", "verdict"), [((5, -3), MET), ((5, -4), BREACHED), ((-3,), BREACHED), ((), BREACHED)]
    )
    def test_a_sum_may_fall(self, given: tuple[int, ...], verdict: Verdict) -> None:
        rows = [
            Posting(id=f"K{n}", account="A", resource="posts", amount=amount, date=ON, transfer="t")
            for n, amount in enumerate(given)
        ]
        rules = pack(norm(Within(of=Sum(HERE.back(ledger.account), "amount"), at_least="two"), each(units)), two=2)
        assert verdicts(place(Unit(id="A", kind="k"), *rows, whole=("ledger",)), rules) == [verdict]
        # what was not recorded may have been given away or received
        assert verdicts(place(Unit(id="A", kind="k"), *rows), rules) == [UNKNOWN]

    def test_a_partial_sum_of_stated_numbers_bounds_from_below(self) -> None:
        fact = Fact(id="F", about="A", amount=Exact(3), unit="u", basis=BASIS)
        for bound, verdict in (("at_least", MET), ("at_most", BREACHED)):
            limit: Any = {bound: "two"}
            rules = pack(norm(Within(of=Sum(HERE.back(facts.about), "amount"), **limit), each(units)), two=2)
            assert verdicts(place(Unit(id="A", kind="k"), fact), rules) == [verdict]

    @pytest.mark.parametrize(("households", "verdict"), [(199, BREACHED), (200, MET), (300, MET), (301, BREACHED)])
    def test_the_households_of_a_grid_are_summed_from_its_buildings(self, households: int, verdict: Verdict) -> None:
        buildings = (Building(id="B1", households=100), Building(id="B2", households=households - 100))
        rules = pack(norm(Within(of=Own("households"), band="size"), each(grids)), size=Band(200, 300))
        rows: list[Row] = [
            Unit(id="A", kind="k"),
            Neighbourhood(id="N", community="A", buildings=buildings),
            Grid(id="G", neighbourhood="N", members=("B1", "B2")),
        ]
        assert verdicts(place(*rows), rules) == [verdict]
        assert verdicts(place(*rows[2:]), rules) == [UNKNOWN]

    def test_a_cell_that_is_not_recorded_leaves_a_count_open(self) -> None:
        full_time = Count(HERE.back(holdings.post, holdings.full_time == True))  # noqa: E712 - a tree
        rules = pack(norm(Within(of=full_time, exactly="one"), each(posts)), one=1)
        rows: list[Row] = [Unit(id="A", kind="k"), Post(id="P", kind="head", unit="A"), Person(id="X", category="c")]
        for known, verdict in ((True, MET), (False, BREACHED), (None, UNKNOWN)):
            holding = Holding(id="H", post="P", person="X", full_time=known)
            assert verdicts(place(*rows, holding, whole=("holdings",)), rules) == [verdict]

    def test_a_unit_without_a_level_is_of_no_level(self) -> None:
        rules = pack(
            norm(Within(of=Count(HERE.down(units.level == "county")), exactly="one"), each(units.level == "city")),
            one=1,
        )
        rows = [Unit(id="C", kind="k", level="city"), Unit(id="D", kind="department", parent="C")]
        assert verdicts(place(*rows, whole=("units",)), rules) == [BREACHED]


class TestRelated:
    """``left`` is what a meeting attends to; ``right`` a list of codes, or what stands on its lists."""

    @pytest.mark.parametrize(
        ("how", "left", "whole", "left_partial", "right_partial"),
        [
            (Relation.CONTAINS, "ab", MET, MET, UNKNOWN),
            (Relation.CONTAINS, "abc", MET, MET, UNKNOWN),
            (Relation.CONTAINS, "a", BREACHED, UNKNOWN, BREACHED),
            (Relation.SUBSET, "a", MET, UNKNOWN, MET),
            (Relation.SUBSET, "ac", BREACHED, BREACHED, UNKNOWN),
            (Relation.SUBSET, "", MET, UNKNOWN, MET),
            (Relation.EQUALS, "ab", MET, UNKNOWN, UNKNOWN),
            (Relation.EQUALS, "a", BREACHED, UNKNOWN, BREACHED),
            (Relation.EQUALS, "abc", BREACHED, BREACHED, UNKNOWN),
            (Relation.DISJOINT, "c", MET, UNKNOWN, UNKNOWN),
            (Relation.DISJOINT, "bc", BREACHED, BREACHED, BREACHED),
            (Relation.OVERLAPS, "bc", MET, MET, MET),
            (Relation.OVERLAPS, "c", BREACHED, UNKNOWN, UNKNOWN),
            (Relation.OVERLAPS, "", BREACHED, UNKNOWN, UNKNOWN),
        ],
    )
    def test_five_relations(
        self, how: Relation, left: str, whole: Verdict, left_partial: Verdict, right_partial: Verdict
    ) -> None:
        rows: list[Row] = [
            Unit(id="H", kind="unit"),
            Body(id="M", kind="meeting", host="H", functions=()),
            DutyList(id="L", kind="power_list", owner="H"),
            *(DutyItem(id=f"I{code}", list="L", category=code) for code in left),
            *(Document(id=f"D{code}", kind="plan", parties=("H",), sections=(code,)) for code in "ab"),
        ]
        mine = Values(HERE.along(bodies.host, "units").back(lists.owner).back(entries.list), "category")
        theirs = Values(HERE.along(bodies.host, "units").back(documents.parties), "sections")
        rules = pack(norm(Related(mine, how, (theirs,))))
        both = ("lists", "entries", "documents")
        assert verdicts(place(*rows, whole=both), rules) == [whole]
        assert verdicts(place(*rows, whole=("lists", "documents")), rules) == [left_partial]
        assert verdicts(place(*rows, whole=("lists", "entries")), rules) == [right_partial]
        codes = pack(norm(Related(mine, how, "codes")), codes=("a", "b"))
        assert verdicts(place(*rows, whole=both), codes) == [whole]
        assert verdicts(place(*rows), codes) == [left_partial]

    def test_nothing_overlaps_nothing(self) -> None:
        rules = pack(norm(Related(Values(HERE, "functions"), Relation.OVERLAPS, (Values(MEMBERS, "source"),))))
        assert verdicts(place(*meeting(), whole=("ties",)), rules) == [BREACHED]

    @pytest.mark.parametrize("figure", [None, 3])
    def test_a_list_that_no_parameter_holds_is_missing(self, figure: int | None) -> None:
        rules = pack(norm(Related(Values(HERE, "functions"), Relation.EQUALS, "codes")), codes=figure)
        report = judge(place(*meeting()), rules, on=ON)
        assert [finding.aspect for finding in report.unknown] == ["codes"]

    def test_several_sets_are_joined(self) -> None:
        union = (Values(MEMBERS, "source"), Values(HERE, "host"))
        rules = pack(norm(Related(Values(each(units), "id"), Relation.EQUALS, union)))
        assert verdicts(place(*meeting("A", "B"), whole=("units", "ties")), rules) == [MET]

    def test_a_breach_names_what_is_wrong_and_how_much_more(self) -> None:
        names = [f"A{number}" for number in range(7)]
        rules = pack(norm(Related(Values(MEMBERS, "source"), Relation.SUBSET, "codes")), codes=("B",))
        [finding] = judge(place(*meeting(*names), whole=("ties",)), rules, on=ON).breached
        assert dict(finding.arguments)["detail"] == "A0, A1, A2, A3, A4 … +2"

    def test_a_cell_that_is_not_recorded_leaves_the_set_open(self) -> None:
        rules = pack(norm(Related(Values(HERE, "agenda"), Relation.CONTAINS, "codes"), each(events)), codes=("a",))
        rows = meeting()
        for agenda, verdict in ((("a",), MET), (("b",), BREACHED), (None, UNKNOWN)):
            event = Event(id="E", kind="k", subject="M", date=ON, agenda=agenda)
            assert verdicts(place(*rows, event), rules) == [verdict]

    def test_a_name_that_leads_nowhere_leaves_the_set_open(self) -> None:
        # The members are whole, but one is not on record: what it is, nobody knows.
        kinds = Values(MEMBERS.along(ties.source, "units"), "kind")
        rules = pack(norm(Related(kinds, Relation.SUBSET, "codes")), codes=("unit",))
        rows = [row for row in meeting("A", "B") if row.id != "B"]
        assert verdicts(place(*rows, whole=("ties",)), rules) == [UNKNOWN]
        assert verdicts(place(*meeting("A", "B"), whole=("ties",)), rules) == [MET]
        # a post is on record, if not among the units: there is nothing to know
        post = Post(id="B", kind="head", unit="A")
        assert verdicts(place(*rows, post, whole=("ties",)), rules) == [MET]


class TestAllEqual:
    @pytest.mark.parametrize(
        ("versions", "whole", "partial"),
        [("", MET, UNKNOWN), ("1", MET, UNKNOWN), ("11", MET, UNKNOWN), ("12", BREACHED, BREACHED)],
    )
    def test_one_value(self, versions: str, whole: Verdict, partial: Verdict) -> None:
        rows = [DutyList(id=f"L{n}", kind="k", owner="A", version=v) for n, v in enumerate(versions)]
        rules = pack(norm(AllEqual(Values(HERE.back(lists.owner), "version")), each(units)))
        assert verdicts(place(Unit(id="A", kind="k"), *rows, whole=("lists",)), rules) == [whole]
        report = judge(place(Unit(id="A", kind="k"), *rows), rules, on=ON)
        assert [tally.verdict for tally in report.tallies] == [partial]
        assert [finding.aspect for finding in report.unknown] == ([] if partial is BREACHED else ["lists"])

    def test_an_empty_cell_is_no_value(self) -> None:
        rows = [DutyItem(id=f"I{n}", list="L", category="c", function=f) for n, f in enumerate(("a", None))]
        rules = pack(norm(AllEqual(Values(HERE.back(entries.list), "function")), each(lists)))
        given = place(Unit(id="A", kind="k"), DutyList(id="L", kind="k", owner="A"), *rows, whole=("entries",))
        [finding] = judge(given, rules, on=ON).unknown
        assert finding.aspect == "function"


class TestDivided:
    RULES = pack(
        norm(
            Divided(
                whole=Values(MEMBERS, "source"),
                into=HERE.back(bodies.host, bodies.kind == "group"),
                members=Values(HERE.back(ties.target), "source"),
            )
        )
    )

    @pytest.mark.parametrize(
        ("groups", "whole", "no_ties", "no_bodies", "detail"),
        [
            (("AB", "C"), MET, UNKNOWN, UNKNOWN, ""),
            (("ABC",), MET, UNKNOWN, UNKNOWN, ""),
            (("AB", "BC"), BREACHED, BREACHED, BREACHED, "B"),
            (("AB",), BREACHED, UNKNOWN, UNKNOWN, "C"),
            (("ABC", "D"), BREACHED, UNKNOWN, BREACHED, "D"),
            (("ABC", ""), BREACHED, UNKNOWN, BREACHED, "∅"),
            ((), BREACHED, BREACHED, UNKNOWN, "A, B, C"),
        ],
    )
    def test_parts_divide_a_whole(
        self, groups: tuple[str, ...], whole: Verdict, no_ties: Verdict, no_bodies: Verdict, detail: str
    ) -> None:
        rows = [*meeting("A", "B", "C"), Unit(id="D", kind="unit")]
        for number, members in enumerate(groups):
            rows.append(Body(id=f"G{number}", kind="group", host="M"))
            rows += [Tie(id=f"G{number}{one}", kind="member", source=one, target=f"G{number}") for one in members]
        report = judge(place(*rows, whole=("ties", "bodies")), self.RULES, on=ON)
        assert [tally.verdict for tally in report.tallies] == [whole]
        assert [dict(finding.arguments)["detail"] for finding in report.breached] == [detail] * bool(detail)
        assert verdicts(place(*rows, whole=("bodies",)), self.RULES) == [no_ties]
        assert verdicts(place(*rows, whole=("ties",)), self.RULES) == [no_bodies]

    def test_it_says_which_table_is_missing(self) -> None:
        [finding] = judge(place(*meeting("A"), whole=("ties",)), self.RULES, on=ON).unknown
        assert finding.aspect == "bodies"


class TestSameEnd:
    SEAT = HERE.along(ties.source, "units").back(ties.source, ties.kind == "seated_in").along(ties.target, "units")
    HOST = HERE.along(ties.target, "bodies").along(bodies.host, "units")
    RULES = pack(norm(SameEnd(SEAT.up("county"), HOST.up("county")), each(ties.kind == "member")))

    @pytest.mark.parametrize(
        ("seat", "verdict"), [("C1", MET), ("T1", MET), ("C2", BREACHED), (None, UNKNOWN), ("city", UNKNOWN)]
    )
    def test_two_paths(self, seat: str | None, verdict: Verdict) -> None:
        rows: list[Row] = [
            Unit(id="city", kind="k", level="city"),
            *(Unit(id=c, kind="k", level="county", parent="city") for c in ("C1", "C2")),
            Unit(id="T1", kind="k", level="township", parent="C1"),
            Unit(id="mine", kind="k"),
            Body(id="M", kind="meeting", host="T1"),
            Tie(id="T", kind="member", source="mine", target="M"),
        ]
        if seat:
            rows.append(Tie(id="S", kind="seated_in", source="mine", target=seat))
        assert verdicts(place(*rows), self.RULES) == [verdict]

    def test_a_path_that_is_known_to_lead_nowhere_ends_elsewhere(self) -> None:
        rows: list[Row] = [
            Unit(id="city", kind="k", level="city"),
            Unit(id="C1", kind="k", level="county", parent="city"),
            Unit(id="mine", kind="k"),
            Body(id="M", kind="meeting", host="C1"),
            Tie(id="T", kind="member", source="mine", target="M"),
        ]
        assert verdicts(place(*rows), self.RULES) == [UNKNOWN]
        [finding] = judge(place(*rows, whole=("ties",)), self.RULES, on=ON).breached
        assert dict(finding.arguments)["detail"] == "C1"
        # what is seated in the city is in no county
        seat = Tie(id="S", kind="seated_in", source="mine", target="city")
        assert verdicts(place(*rows, seat, whole=("ties",)), self.RULES) == [BREACHED]
        # where both lead nowhere, neither contradicts the other
        host = Body(id="M", kind="meeting", host="city")
        assert verdicts(place(*(row for row in rows if row.id != "M"), host, whole=("ties",)), self.RULES) == [UNKNOWN]

    def test_it_says_which_path_is_missing(self) -> None:
        rows = [*meeting("A"), Tie(id="S", kind="seated_in", source="A", target="H")]
        [finding] = judge(place(*rows), self.RULES, on=ON).unknown
        assert finding.aspect == "ties"
        [finding] = judge(place(*rows, whole=("ties",)), self.RULES, on=ON).unknown
        assert finding.aspect == "units"


class TestCompleteChain:
    RULES = pack(norm(CompleteChain("levels"), each(units)), levels=("community", "township", "county", "city"))

    @pytest.mark.parametrize(
        ("levels", "verdict"),
        [
            (("city",), MET),
            (("city", "county", "township", "community"), MET),
            (("city", "county"), MET),
            (("county",), BREACHED),
            (("township", "community"), BREACHED),
            (("city", "township"), BREACHED),
            ((None, "county"), BREACHED),
            ((None,), BREACHED),
            (("city", "county", "township", "community", "community"), BREACHED),
        ],
    )
    def test_from_the_subject_up(self, levels: tuple[str | None, ...], verdict: Verdict) -> None:
        rows = [
            Unit(
                id=f"U{n}", kind="k" if n < len(levels) - 1 else "last", level=level, parent=f"U{n - 1}" if n else None
            )
            for n, level in enumerate(levels)
        ]
        scope = each(units.kind == "last")
        rules = pack(norm(CompleteChain("levels"), scope), levels=("community", "township", "county", "city"))
        # a profile that states no level, so that the norm alone speaks
        assert verdicts(attrs.evolve(place(*rows), profile=LevelProfile(id="none", levels=())), rules) == [verdict]

    def test_a_breach_shows_the_chain(self) -> None:
        rows = [Unit(id="C", kind="k"), Unit(id="S", kind="k", parent="C")]
        report = judge(place(*rows), self.RULES, on=ON)
        assert [(f.subject, dict(f.arguments)["detail"]) for f in report.breached] == [("C", "-"), ("S", "- → -")]

    def test_levels_that_no_parameter_lists_are_missing(self) -> None:
        rules = pack(norm(CompleteChain("levels"), each(units)), levels=None)
        [finding] = judge(place(Unit(id="A", kind="k")), rules, on=ON).unknown
        assert finding.aspect == "levels"


def met_on(*days: str) -> list[Row]:
    return [Event(id=f"E{day}", kind="regular", subject="M", date=date.fromisoformat(day)) for day in days]


class TestCadence:
    """RULINGS 18 to 20: a period is judged that lies wholly in force and has ended."""

    RULES = pack(
        norm(Cadence(of=HERE.back(events.subject, events.kind == "regular"), per="cycle")), cycle=Cycle.QUARTER
    )

    @pytest.mark.parametrize(
        ("days", "on", "expected"),
        [
            (("2018-02-01",), "2018-04-01", [MET]),
            ((), "2018-04-01", [BREACHED]),
            ((), "2018-03-31", [NOT_APPLICABLE]),  # not yet due
            (("2018-03-01",), "2018-03-31", [NOT_APPLICABLE]),
            (("2018-01-01", "2018-06-30"), "2018-07-01", [MET, MET]),
            (("2018-01-01",), "2018-07-01", [BREACHED, MET]),
            (("2018-04-01",), "2018-07-01", [BREACHED, MET]),
            (("2017-12-31",), "2018-04-01", [BREACHED]),
        ],
    )
    def test_each_quarter(self, days: tuple[str, ...], on: str, expected: list[Verdict]) -> None:
        given = place(*meeting(), *met_on(*days), whole=("events",))
        assert verdicts(given, self.RULES, on=date.fromisoformat(on)) == expected

    @pytest.mark.parametrize(
        ("claim", "expected"),
        [
            (Recorded(table="events"), [BREACHED, MET]),
            (Recorded(table="events", kind="regular"), [BREACHED, MET]),
            (Recorded(table="events", kind="special"), [MET, UNKNOWN]),
            (Recorded(table="events", start=date(2018, 4, 1), end=date(2018, 7, 1)), [BREACHED, MET]),
            (Recorded(table="events", start=date(2018, 4, 2)), [MET, UNKNOWN]),
            (Recorded(table="events", end=date(2018, 6, 30)), [MET, UNKNOWN]),
            (Recorded(table="ties"), [MET, UNKNOWN]),
        ],
    )
    def test_what_is_claimed(self, claim: Recorded, expected: list[Verdict]) -> None:
        # The first quarter holds an event: it is met however partial the record is.
        assert verdicts(place(*meeting(), *met_on("2018-01-31"), claims=(claim,)), self.RULES) == expected

    def test_claims_join(self) -> None:
        months = [Recorded(table="events", start=date(2018, m, 1), end=date(2018, m + 1, 1)) for m in (6, 4, 5)]
        rules = pack(norm(Cadence(of=HERE.back(events.subject), per="cycle")), cycle=Cycle.QUARTER)
        assert verdicts(place(*meeting(), claims=tuple(months)), rules) == [BREACHED, UNKNOWN]
        assert verdicts(place(*meeting(), claims=tuple(months[1:])), rules) == [UNKNOWN, UNKNOWN]

    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            (date(2018, 1, 1), None, [BREACHED, BREACHED]),
            (date(2018, 1, 2), None, [BREACHED]),
            (date(2018, 4, 2), None, [NOT_APPLICABLE]),
            (date(2017, 4, 2), None, [BREACHED, BREACHED]),
        ],
    )
    def test_a_subject_is_judged_from_its_first_whole_period(
        self, start: date, end: date | None, expected: list[Verdict]
    ) -> None:
        body = Body(id="M", kind="meeting", host="H", start=start, end=end)
        assert verdicts(place(Unit(id="H", kind="k"), body, whole=("events",)), self.RULES) == expected

    def test_a_subject_is_judged_to_its_last_whole_period(self) -> None:
        # A meeting that has ended is judged where its groups lead to it.
        rows: list[Row] = [
            Unit(id="H", kind="k"),
            Body(id="M", kind="meeting", host="H", end=date(2018, 6, 30)),
            Body(id="G", kind="group", host="M"),
        ]
        scope = each(bodies.kind == "group").along(bodies.host, "bodies")
        rules = pack(norm(Cadence(of=HERE.back(events.subject), per="cycle"), scope), cycle=Cycle.QUARTER)
        assert verdicts(place(*rows, whole=("events",)), rules) == [BREACHED]

    def test_a_norm_is_judged_while_it_is_in_force(self) -> None:
        late = norm(Cadence(of=HERE.back(events.subject), per="cycle"), start=date(2018, 2, 1), end=date(2018, 9, 1))
        rules = pack(late, cycle=Cycle.QUARTER)
        assert verdicts(place(*meeting(), whole=("events",)), rules) == [BREACHED]
        assert verdicts(place(*meeting(), whole=("events",)), rules, on=date(2018, 10, 1)) == []
        assert verdicts(place(*meeting(), whole=("events",)), rules, on=date(2018, 1, 31)) == []

    def test_earlier_years_are_judged_when_asked_for(self) -> None:
        given = place(*meeting(), *met_on("2017-11-01"), whole=("events",))
        assert verdicts(given, self.RULES, since=date(2017, 7, 1)) == [BREACHED, BREACHED, BREACHED, MET]
        assert verdicts(given, self.RULES, since=date(2017, 7, 2)) == [BREACHED, BREACHED, MET]

    def test_weeks_run_from_monday_and_count_when_wholly_inside(self) -> None:
        rules = pack(norm(Cadence(of=HERE.back(events.subject), per="cycle")), cycle=Cycle.WEEK)
        given = place(*meeting(), *met_on("2018-01-07", "2018-01-08"), whole=("events",))
        on, since = date(2018, 1, 15), date(2018, 1, 1)  # a Monday each
        assert verdicts(given, rules, on=on, since=since) == [MET, MET]
        assert verdicts(given, rules, on=date(2018, 1, 14), since=since) == [MET]
        assert verdicts(given, rules, on=on, since=date(2018, 1, 2)) == [MET]
        [finding] = judge(place(*meeting(), whole=("events",)), rules, on=date(2018, 1, 8), since=since).breached
        assert finding.aspect == "[2018-01-01, 2018-01-08)"
        assert "[2018-01-01, 2018-01-08)" in finding.message("zh")

    def test_a_cycle_that_no_parameter_gives_is_missing(self) -> None:
        rules = pack(norm(Cadence(of=HERE.back(events.subject), per="cycle")), cycle=None)
        [finding] = judge(place(*meeting(), whole=("events",)), rules, on=ON).unknown
        assert finding.aspect == "cycle"

    def test_what_is_not_yet_due_is_told_once(self) -> None:
        others = [Body(id=f"M{n}", kind="meeting", host="H") for n in range(3)]
        report = judge(place(*meeting(), *others, whole=("events",)), self.RULES, on=date(2018, 2, 1))
        [finding] = report.having(NOT_APPLICABLE)
        assert dict(finding.arguments)["n"] == 4
        assert report.count("XX1", NOT_APPLICABLE) == 4


class TestEnumerated:
    @pytest.mark.parametrize(("known", "verdict"), [(1, UNKNOWN), (2, MET), (3, BREACHED)])
    def test_a_list_of_two(self, known: int, verdict: Verdict) -> None:
        body = Body(id="M", kind="meeting", host="H", functions=tuple("abc"[:known]))
        rules = pack(norm(Enumerated(Values(HERE, "functions"), "two")), two=2)
        report = judge(place(Unit(id="H", kind="k"), body), rules, on=ON)
        assert [tally.verdict for tally in report.tallies] == [verdict]
        assert [finding.aspect for finding in report.unknown] == (["functions"] if verdict is UNKNOWN else [])
        assert [(f.measured, f.wanted) for f in report.breached] == ([(Exact(3), Band(2, 2))] if known == 3 else [])

    def test_a_size_that_no_parameter_gives_is_missing(self) -> None:
        rules = pack(norm(Enumerated(Values(HERE, "functions"), "two")), two=None)
        assert [f.aspect for f in judge(place(*meeting()), rules, on=ON).unknown] == ["two"]


class TestScope:
    def test_nothing_to_judge_is_not_applicable_only_if_the_record_is_whole(self) -> None:
        rules = pack(norm(Within(of=Count(MEMBERS), exactly="two"), MEETING), two=2)
        assert verdicts(place(), rules) == [UNKNOWN]
        assert verdicts(place(whole=("bodies",)), rules) == [NOT_APPLICABLE]
        assert verdicts(place(claims=(Recorded(table="bodies", kind="meeting"),)), rules) == [NOT_APPLICABLE]
        assert verdicts(place(claims=(Recorded(table="bodies", kind="group"),)), rules) == [UNKNOWN]
        [finding] = judge(place(whole=("bodies",)), rules, on=ON).having(NOT_APPLICABLE)
        assert (finding.subject, finding.path, finding.key) == ("", "", "norm.empty")

    def test_a_row_that_may_be_meant_keeps_the_scope_open(self) -> None:
        rules = pack(norm(Within(of=Count(HERE), exactly="one"), each(holdings.full_time == True)), one=1)  # noqa: E712
        rows: list[Row] = [Unit(id="A", kind="k"), Post(id="P", kind="head", unit="A"), Person(id="X", category="c")]
        assert verdicts(place(*rows, Holding(id="H", post="P", person="X"), whole=("holdings",)), rules) == [UNKNOWN]
