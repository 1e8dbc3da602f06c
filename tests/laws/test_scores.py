"""The laws of vague numbers, classes, votes, scores and rankings, each against a naive model."""

import pickle
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from pbgov import testing as pt
from pbgov.base import (
    Assumption,
    Band,
    Between,
    Cycle,
    Exact,
    Interval,
    Known,
    Number,
    Order,
    Period,
    Rounding,
    Text,
    total_of,
)
from pbgov.rules import (
    Classification,
    Counts,
    Excess,
    Field,
    FieldTerm,
    Grading,
    JointVote,
    Mark,
    Placing,
    Ranking,
    RollUp,
    Score,
    ScoreScheme,
    Share,
    Vote,
    VoteBase,
    VoteOutcome,
    holds,
    publish,
    rank,
    roll_up,
)

GRID = 8
FAR = 5
WHOLE = pt.intervals(st.integers(-3, 3), whole=True)
SMALL = pt.intervals(st.integers(-2, 2), max_denominator=2)
BOOLEANS = st.integers(0, 3).map(lambda n: Field(name=f"f{n}", kind="bool", label=Text(zh="字段", en="field")))
YEAR = Period(date(2018, 1, 1), date(2019, 1, 1))
CHECKED = {
    "<": lambda x, y: x < y,
    "<=": lambda x, y: x <= y,
    ">": lambda x, y: x > y,
    ">=": lambda x, y: x >= y,
    "==": lambda x, y: x == y,
}


def members(interval: Interval, far: int = FAR) -> list[Number]:
    """The numbers of an interval up to ``far`` on either side; of broken ones those on a fine grid."""
    step = Fraction(1) if interval.whole else Fraction(1, GRID)
    steps = int(far / step)
    return [n * step for n in range(-steps, steps + 1) if inside(interval, n * step)]


def inside(interval: Interval, number: Number) -> bool:
    low, high = interval.low, interval.high
    if low is not None and (number < low or (interval.low_open and number == low)):
        return False
    return high is None or not (number > high or (interval.high_open and number == high))


def fits(result: Interval, found: list[Number]) -> None:
    """The result holds every number found, and no end that is further out than needed."""
    assert all(number in result for number in found)
    for end, left_out, most in ((result.low, result.low_open, min), (result.high, result.high_open, max)):
        if end is not None:
            assert (end == most(found)) is not left_out


# Vague numbers


@given(interval=SMALL)
def test_an_interval_holds_what_lies_between_its_ends(interval: Interval) -> None:
    step = Fraction(1, GRID)
    for number in (n * step for n in range(-3 * GRID, 3 * GRID + 1)):
        counted = not interval.whole or number.denominator == 1
        assert (number in interval) is (counted and inside(interval, number))


@given(one=SMALL, other=SMALL)
def test_a_sum_and_a_difference_hold_every_result_and_no_more(one: Interval, other: Interval) -> None:
    pairs = list(product(members(one), members(other)))
    fits(one + other, [x + y for x, y in pairs])
    fits(one - other, [x - y for x, y in pairs])


@given(one=SMALL, times=st.integers(-3, 3))
def test_a_multiple_holds_every_result_and_no_more(one: Interval, times: int) -> None:
    fits(one * times, [x * times for x in members(one)])


@given(several=st.lists(WHOLE, max_size=3))
def test_a_total_is_a_sum_of_sums(several: list[Interval]) -> None:
    expected = Interval(low=0, high=0)
    for one in several:
        expected = one + expected
    assert total_of(several) == expected


@given(one=WHOLE, part=st.integers(0, 5), of=st.integers(1, 5))
def test_a_share_of_a_count_holds_every_rounding_and_no_more(one: Interval, part: int, of: int) -> None:
    exact = [Fraction(x * part, of) for x in members(one)]
    downs, ups = [number.__floor__() for number in exact], [number.__ceil__() for number in exact]
    held: dict[Rounding, list[Number]] = {"down": [*downs], "up": [*ups], "outward": [*downs, *ups]}
    for rounding, numbers in held.items():
        fits(one.scaled(part, of, rounding=rounding), numbers)
    assert one.scaled(part, of) == one.scaled(part, of, rounding="outward")


@given(one=pt.intervals(st.integers(-2, 2), whole=False, max_denominator=2), part=st.integers(0, 5))
def test_a_share_of_a_size_is_exact(one: Interval, part: int) -> None:
    fits(one.scaled(part, 3), [x * Fraction(part, 3) for x in members(one)])


@given(one=SMALL, other=SMALL, order=st.sampled_from(tuple(CHECKED)))
def test_a_comparison_says_yes_to_all_pairs_or_no_to_none(one: Interval, other: Interval, order: Order) -> None:
    answers = {bool(CHECKED[order](x, y)) for x, y in product(members(one), members(other))}
    expected = Known.UNKNOWN if len(answers) > 1 else Known.YES if True in answers else Known.NO
    assert one.compare(order, other) is expected


@given(amount=pt.amounts(st.integers(0, 30)))
def test_what_counts_whole_things_is_the_whole_part_of_what_does_not(amount: Any) -> None:
    counted, sized = Interval.of(amount), Interval.of(amount, whole=False)
    assert counted.amount() == (Exact(amount.low) if amount.low == amount.high else Between(amount.low, amount.high))
    if amount.low in sized:  # between 4.5 and 5 there is no whole number, and “nearly 5” says 4
        assert attrs.evolve(sized, whole=True) == counted


@given(interval=WHOLE.filter(lambda one: one.low is not None), low=st.integers(-3, 3))
def test_an_interval_is_judged_by_a_band_as_it_compares(interval: Interval, low: int) -> None:
    verdict = Band(low, None).verdict(interval.amount())
    answer = interval.compare(">=", Interval(low=low, high=low))
    assert (verdict.value, answer.value) in {("met", "yes"), ("breached", "no"), ("unknown", "unknown")}


# Classes


def first_that_holds(scheme: Classification, facts: Mapping[str, Any]) -> str | None:
    for category in scheme.categories:
        if holds(category.when, facts.get):
            return category.code
    return scheme.default


@given(scheme=pt.classifications(), data=st.data())
def test_the_first_category_that_holds_is_the_one_that_counts(scheme: Classification, data: st.DataObject) -> None:
    facts = data.draw(st.fixed_dictionaries({field.name: pt.values(field) for field in scheme.fields}))
    found = scheme.classify(facts)
    holding = [category.code for category in scheme.categories if holds(category.when, facts.get)]
    assert found.category == first_that_holds(scheme, facts)
    assert found.placing is (Placing.UNCLASSIFIED if found.category is None else Placing.CLASSIFIED)
    assert found.others == tuple(holding[1:])
    assert (found.possible, found.missing) == ((), ())


def completions(scheme: Classification, facts: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    names = [field.name for field in scheme.fields if facts.get(field.name) is None]
    for values in product((False, True), repeat=len(names)):
        yield {**facts, **dict(zip(names, values, strict=True))}


@given(scheme=pt.classifications(BOOLEANS), data=st.data())
def test_a_missing_fact_matters_only_if_it_can_change_the_category(scheme: Classification, data: st.DataObject) -> None:
    given_ = {field.name: st.sampled_from((True, False, None)) for field in scheme.fields}
    facts = data.draw(st.fixed_dictionaries(given_))
    found = scheme.classify(facts)
    reached = {first_that_holds(scheme, whole) for whole in completions(scheme, facts)}
    if found.placing is Placing.UNDECIDED:
        assert reached <= set(found.possible)
        assert set(found.missing) <= {name for name, value in facts.items() if value is None}
        assert found.missing
    else:
        assert reached == {found.category}


@given(data=st.data(), size=st.integers(1, 4))
def test_conditions_of_one_fact_each_are_open_only_where_the_category_is(data: st.DataObject, size: int) -> None:
    fields = [Field(name=f"f{n}", kind="bool", label=Text(zh="字段", en="field")) for n in range(size)]
    drawn = data.draw(pt.classifications(st.just(fields[0])))
    category = drawn.categories[0]
    categories = [
        attrs.evolve(category, code=field.name, when=FieldTerm(field) == data.draw(st.booleans())) for field in fields
    ]
    scheme = attrs.evolve(drawn, fields=tuple(fields), categories=tuple(categories))
    facts = data.draw(st.fixed_dictionaries({one.name: st.sampled_from((True, False, None)) for one in fields}))
    reached = {first_that_holds(scheme, whole) for whole in completions(scheme, facts)}
    found = scheme.classify(facts)
    assert (found.placing is Placing.UNDECIDED) is (len(reached) > 1)
    assert found.placing is not Placing.UNDECIDED or set(found.possible) == reached


@given(scheme=pt.classifications(), data=st.data())
def test_a_batch_gives_what_each_row_gives(scheme: Classification, data: st.DataObject) -> None:
    facts = st.fixed_dictionaries({one.name: st.none() | pt.values(one) for one in scheme.fields})
    rows = data.draw(st.lists(facts, max_size=4))
    assert scheme.batch(rows) == tuple(scheme.classify(row) for row in rows)
    turned = [dict(reversed(row.items())) for row in rows]
    assert [one.explain("zh") for one in scheme.batch(turned)] == [one.explain("zh") for one in scheme.batch(rows)]


# Votes


@given(share=pt.shares(), of=st.integers(1, 30), n=st.integers(0, 30))
def test_a_share_is_reached_from_its_least_number_on(share: Share, of: int, n: int) -> None:
    reached = n * share.whole > share.part * of if share.strict else n * share.whole >= share.part * of
    assert (n >= share.least(of)) is (reached and n > 0)
    assert n == 0 or (of <= share.reach(n)) is reached


def outcome(vote: Vote, entitled: int, present: int, in_favour: int, against: int) -> VoteOutcome:
    """A vote by fractions, told anew."""

    def reached(share: Share, part: int, whole: int) -> bool:
        wanted = Fraction(share.part, share.whole) * whole
        return part > 0 and (part > wanted if share.strict else part >= wanted)

    if vote.quorum is not None and not reached(vote.quorum, present, entitled):
        return VoteOutcome.NO_QUORUM
    base = {VoteBase.ENTITLED: entitled, VoteBase.PRESENT: present, VoteBase.CAST: in_favour + against}[vote.base]
    return VoteOutcome.PASSED if reached(vote.majority, in_favour, base) else VoteOutcome.NOT_PASSED


def worlds(counts: Counts, far: int) -> Iterator[tuple[int, int, int, int]]:
    """Every completion of figures, with up to ``far`` entitled."""
    for entitled in range(1, far) if counts.entitled is None else [counts.entitled]:
        for present in range(entitled + 1) if counts.present is None else [counts.present]:
            left = present - (counts.abstaining or 0)
            for favour in range(max(left, 0) + 1) if counts.in_favour is None else [counts.in_favour]:
                for against in range(max(left - favour, 0) + 1) if counts.against is None else [counts.against]:
                    if favour + against <= left and present <= entitled:
                        yield entitled, present, favour, against


@given(vote=pt.votes(pt.shares(max_whole=3)), counts=pt.vote_counts(max_entitled=4))
def test_a_vote_is_open_exactly_where_the_figures_leave_it_open(vote: Vote, counts: Counts) -> None:
    found = vote.count(**attrs.asdict(counts))
    assert set(found.possible) == {outcome(vote, *world) for world in worlds(counts, far=26)}
    assert (found.outcome is VoteOutcome.UNKNOWN) is (len(found.possible) > 1)


@given(vote=pt.votes(), whole=pt.vote_counts(whole=True), data=st.data())
def test_what_is_missing_settles_a_vote(vote: Vote, whole: Counts, data: st.DataObject) -> None:
    left_out = data.draw(st.sets(st.sampled_from([field.name for field in attrs.fields(Counts)])))
    partial = attrs.evolve(whole, **dict.fromkeys(left_out))
    found = vote.count(**attrs.asdict(partial))
    supplied = {name: getattr(whole, name) for name in found.missing}
    settled = vote.count(**(attrs.asdict(partial) | supplied))
    assert settled.possible == (outcome(vote, *attrs.astuple(whole)[:4]),)
    assert set(settled.possible) <= set(found.possible)


@given(vote=pt.votes(), counts=pt.vote_counts(whole=True))
def test_what_is_short_is_just_enough(vote: Vote, counts: Counts) -> None:
    found = vote.count(**attrs.asdict(counts))
    entitled, present, favour, against, _ = attrs.astuple(counts)
    free = attrs.evolve(vote, quorum=None)

    def passes(more: int) -> bool:
        return outcome(free, entitled, present, favour + more, against) is VoteOutcome.PASSED

    needed = next((more for more in range(60) if passes(more)), None)
    assert found.votes_short == needed
    seats = 0 if vote.quorum is None else next(n for n in range(20) if n >= vote.quorum.least(entitled) - present)
    assert found.present_short == seats


@given(vote=pt.joint_votes(), data=st.data())
def test_every_measure_must_pass(vote: JointVote, data: st.DataObject) -> None:
    counts = {name: data.draw(pt.vote_counts()) for name in vote.votes}
    weight = (VoteOutcome.NO_QUORUM, VoteOutcome.NOT_PASSED, VoteOutcome.PASSED)
    each = [rule.count(**attrs.asdict(counts[name])).possible for name, rule in vote.votes.items()]
    expected = {weight[min(weight.index(one) for one in pair)] for pair in product(*each)}
    found = vote.count(counts)
    assert set(found.possible) == expected
    assert found.outcome is (expected.pop() if len(expected) == 1 else VoteOutcome.UNKNOWN)


# Scores


@given(scheme=pt.score_schemes(), data=st.data())
def test_what_is_cut_lies_within_its_part_and_what_is_refused_never_does(
    scheme: ScoreScheme, data: st.DataObject
) -> None:
    cut = attrs.evolve(scheme, excess=Excess.CUT)
    codes = [part.code for part in scheme.parts]
    points = {code: data.draw(st.integers(0, 40)) for code in codes}
    entries = data.draw(st.lists(pt.score_entries(st.sampled_from(codes)), max_size=4))
    sums = {code: points[code] + sum(e.points for e in entries if e.part == code) for code in codes}
    found = cut.score("m", YEAR, points, entries)
    assert dict(found.points) == {part.code: max(0, min(part.cap, sums[part.code])) for part in scheme.parts}
    assert found.total is not None
    assert 0 <= found.total <= scheme.total
    assert cut.score("m", YEAR, found.points) == found


@given(score=pt.scores())
def test_a_score_can_be_whatever_its_open_parts_can(score: Score) -> None:
    spans = [
        range(part.cap + 1) if score.points[part.code] is None else [score.points[part.code] or 0]
        for part in score.scheme.parts
    ]
    lows, highs = sum(min(span) for span in spans), sum(max(span) for span in spans)
    assert (score.amount.low, score.amount.high) == (lows, highs)
    assert (score.total is None) is (None in score.points.values())
    assert score.total in {None, lows}


@given(scheme=pt.score_schemes(), data=st.data())
def test_a_year_rolls_up_part_by_part(scheme: ScoreScheme, data: st.DataObject) -> None:
    months = [data.draw(pt.scores(st.just(scheme), subject="m", month=n)) for n in range(12)]
    held = data.draw(st.permutations([month for month in months if data.draw(st.integers(0, 9))]))
    if not held:
        return
    ways = {part.code: data.draw(st.sampled_from((RollUp.LAST, RollUp.MEAN))) for part in scheme.parts}
    year = roll_up(held, YEAR, Cycle.MONTH, ways, scheme=scheme)
    for code, way in ways.items():
        column = [month.points[code] if month in held else None for month in months]
        if way is RollUp.LAST:
            assert year.points[code] == column[-1]
        elif None in column:
            assert year.points[code] is None
        else:
            assert year.points[code] == sum(filter(None, column)) // 12
    published = publish(held, YEAR, Cycle.MONTH)
    assert len(published.missing) + len(published.scores) == 12
    assert published.scores == tuple(month for month in months if month in held)


@given(grading=pt.gradings(), amount=pt.amounts(st.integers(0, 110)))
def test_every_score_has_one_grade_and_a_vague_one_all_it_may_have(grading: Grading, amount: Any) -> None:
    each = [grading.of(Exact(n)) for n in range(grading.total + 1)]
    assert all(len(grades) == 1 for grades in each)
    high = grading.total if amount.high is None else amount.high
    if amount.low <= high <= grading.total:
        expected = {grade for n in range(amount.low, high + 1) for grade in each[n]}
        assert set(grading.of(amount)) == expected


# Rankings


def ranked(marks: list[Mark], *, ascending: bool) -> Ranking:
    words = Text(zh="得分", en="score")
    return rank(marks, text=words, basis=Assumption(words), ascending=ascending)


@given(
    marks=st.lists(pt.marks(), max_size=4, unique_by=lambda mark: mark.unit).filter(
        lambda marks: all(mark.amount is None or mark.amount.low < 11 for mark in marks)
    ),
    ascending=st.booleans(),
)
def test_the_best_and_the_worst_rank_are_those_that_can_be_reached(marks: list[Mark], ascending: bool) -> None:
    known = [mark for mark in marks if mark.amount is not None]
    reach = [corner_values(mark) for mark in known]
    ranks: dict[str, set[int]] = {mark.unit: set() for mark in known}
    for values in product(*reach):
        for mark, own in zip(known, values, strict=True):
            ahead = sum(value < own if ascending else value > own for value in values)
            ranks[mark.unit].add(1 + ahead)
    found = ranked(marks, ascending=ascending)
    assert {one.mark.unit: (one.best, one.worst) for one in found.ranked} == {
        unit: (min(reached), max(reached)) for unit, reached in ranks.items()
    }
    assert found.unknown == tuple(sorted(mark.unit for mark in marks if mark.amount is None))


def corner_values(mark: Mark) -> list[int]:
    """The least and the most a mark may be, and all between if few; without an end, up to what beats everybody."""
    amount = mark.amount
    assert amount is not None
    high = 25 if amount.high is None else amount.high
    return sorted({amount.low, (amount.low + high) // 2, high})


@given(marks=st.lists(pt.marks(), max_size=6, unique_by=lambda mark: mark.unit), data=st.data())
def test_a_ranking_does_not_hang_on_the_order_of_the_marks(marks: list[Mark], data: st.DataObject) -> None:
    again = data.draw(st.permutations(marks))
    assert ranked(marks, ascending=False) == ranked(again, ascending=False)


@given(marks=st.lists(pt.marks(vague=False), max_size=6, unique_by=lambda mark: mark.unit))
def test_known_marks_share_a_rank_exactly_when_they_are_equal(marks: list[Mark]) -> None:
    found = ranked(marks, ascending=False)
    assert all(one.rank is not None for one in found.ranked)
    for one, other in product(found.ranked, repeat=2):
        assert (one.rank == other.rank) is (one.mark.amount == other.mark.amount)
    tied = {unit for units in found.ties() for unit in units}
    amounts = [one.mark.amount for one in found.ranked]
    assert tied == {one.mark.unit for one in found.ranked if amounts.count(one.mark.amount) > 1}


# All of them


@given(
    value=st.one_of(
        pt.intervals(),
        pt.classifications(),
        pt.shares(),
        pt.votes(),
        pt.joint_votes(),
        pt.vote_counts(),
        pt.score_schemes(),
        pt.score_entries(),
        pt.scores(),
        pt.standards(),
        pt.gradings(),
        pt.rankings(),
    )
)
def test_a_value_hashes_and_pickles(value: Any) -> None:
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes
    assert again == value
    assert hash(again) == hash(value)
