from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import About, Amount, Assumption, Band, Between, Cycle, Exact, FrozenMap, MoreThan, Period, Text
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules import (
    Excess,
    Grading,
    Mark,
    Publication,
    RollUp,
    Score,
    ScoreEntry,
    ScorePart,
    ScoreScheme,
    Standards,
    publish,
    roll_up,
)

WHY = Assumption(Text(zh="各部分分值未载明", en="the weights are not given"))
REASON = Text(zh="志愿服务", en="volunteer service")
YEAR = Period(date(2018, 1, 1), date(2019, 1, 1))
QUARTER = Period(date(2018, 1, 1), date(2018, 4, 1))
PARTS = (ScorePart("base_points", 40), ScorePart("daily_points", 40), ScorePart("review_points", 20))
SCHEME = ScoreScheme(id="points", parts=PARTS, basis=WHY)
CUTTING = attrs.evolve(SCHEME, excess=Excess.CUT)
WAYS = {"base_points": RollUp.LAST, "daily_points": RollUp.MEAN, "review_points": RollUp.LAST}


def entry(points: int, part: str = "daily_points") -> ScoreEntry:
    return ScoreEntry(part=part, points=points, reason=REASON)


def points(base: int | None, daily: int | None, review: int | None = None) -> dict[str, int | None]:
    return {"base_points": base, "daily_points": daily, "review_points": review}


def month(number: int, base: int | None, daily: int | None, review: int | None = None) -> Score:
    first = date(2018, number, 1)
    return SCHEME.score("m1", Cycle.MONTH.holding(first), points(base, daily, review))


def test_three_parts_make_a_score() -> None:
    score = SCHEME.score("m1", YEAR, points(35, 30, 18))
    assert (score.total, score.amount) == (83, Exact(83))
    assert score.mark() == Mark(unit="m1", period=YEAR, amount=Exact(83))


def test_a_part_that_nobody_scored_is_unknown() -> None:
    score = SCHEME.score("m1", YEAR, {"base_points": 35, "daily_points": 30})
    assert (score.total, score.amount) == (None, Between(65, 85))
    assert score.mark().amount is None
    added = SCHEME.score("m1", YEAR, {"base_points": 35, "daily_points": 30}, [entry(2, "review_points")])
    assert added == score


def test_entries_add_and_deduct() -> None:
    score = SCHEME.score("m1", YEAR, points(35, 30, 18), [entry(5), entry(-3), entry(-35, "base_points")])
    assert dict(score.points) == points(0, 32, 18)
    # The sum is held to the part, not each step on the way.
    assert SCHEME.score("m1", YEAR, points(40, 40, 20), [entry(5), entry(-5)]).total == 100


@pytest.mark.parametrize(("more", "kept"), [(10, 40), (11, 40), (-30, 0), (-31, 0)])
def test_what_leaves_its_part_is_refused_or_cut(more: int, kept: int) -> None:
    assert CUTTING.score("m1", YEAR, points(35, 30, 18), [entry(more)]).points["daily_points"] == kept
    if 30 + more == kept:
        assert SCHEME.score("m1", YEAR, points(35, 30, 18), [entry(more)]).points["daily_points"] == kept
    else:
        with pytest.raises(InvalidValueError, match=r"daily points: .* is no whole number from 0 to 40") as caught:
            SCHEME.score("m1", YEAR, points(35, 30, 18), [entry(more)])
        assert caught.value.culprits == ("daily_points", 30 + more)


@pytest.mark.parametrize("value", [True, 30.0, "30"])
@pytest.mark.parametrize("scheme", [SCHEME, CUTTING], ids=["refuse", "cut"])
@pytest.mark.parametrize("entries", [(), (entry(1),)], ids=["bare", "added"])
def test_points_are_whole_numbers(value: Any, scheme: ScoreScheme, entries: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"日常积分得分.*不在0至40的整数之内"):
        scheme.score("m1", YEAR, points(35, value, 18), entries)


@pytest.mark.parametrize("value", [0, True, 1.5, "2"])
def test_an_entry_changes_something(value: Any) -> None:
    with pytest.raises(
        InvalidValueError, match=r"an entry is a whole number other than 0.* / 加减分应为非零整数"
    ) as caught:
        entry(value)
    assert caught.value.culprits == (value,)


def test_points_are_of_the_parts_of_the_scheme() -> None:
    with pytest.raises(UnknownIdError, match=r"standard points has no part merit; .*没有merit这一部分") as caught:
        SCHEME.score("m1", YEAR, {"merit": 3})
    assert caught.value.culprits == ("merit",)
    with pytest.raises(UnknownIdError):
        SCHEME.score("m1", YEAR, points(1, 2, 3), [entry(1, "merit")])
    with pytest.raises(InvalidValueError, match=r"not the parts of standard points in their order: base_points"):
        Score(subject="m1", period=YEAR, scheme=SCHEME, points=FrozenMap({"base_points": 3}))


@pytest.mark.parametrize("reached", [41, -1])
def test_no_score_lies_outside_its_parts_however_it_is_made(reached: int) -> None:
    with pytest.raises(InvalidValueError, match=r"base points: "):
        Score(subject="m1", period=YEAR, scheme=CUTTING, points=FrozenMap(points(reached, 0, 0)))
    assert Score(subject="m1", period=YEAR, scheme=SCHEME, points=FrozenMap(points(40, 0, 0))).total == 40


@pytest.mark.parametrize(("caps", "total"), [((45, 45, 20), 100), ((40, 40, 19), 100), ((40, 40, 20), 110), ((), 0)])
def test_the_ceilings_make_the_total(caps: tuple[int, ...], total: int) -> None:
    parts = tuple(ScorePart(f"p{n}", cap) for n, cap in enumerate(caps))
    with pytest.raises(
        InvalidValueError, match=r"the ceilings of standard s sum to .* / 标准s各部分上限之和为"
    ) as caught:
        ScoreScheme(id="s", parts=parts, total=total, basis=WHY)
    assert caught.value.culprits == (sum(caps), total)


def test_the_total_is_a_whole_number_and_a_part_stands_once() -> None:
    wrong: Any = 100.0
    with pytest.raises(InvalidValueError):
        attrs.evolve(SCHEME, total=wrong)
    with pytest.raises(InvalidValueError, match=r"identifiers repeat: a") as caught:
        ScoreScheme(id="s", parts=(ScorePart("a", 50), ScorePart("a", 50)), basis=WHY)
    assert caught.value.culprits == ("a",)


@pytest.mark.parametrize("cap", [0, -1, True, 2.5])
def test_a_part_has_something_to_score(cap: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"cap should be a whole number of 1 or more") as caught:
        ScorePart("a", cap)
    assert caught.value.culprits == ("cap", cap)


def test_a_score_is_explained() -> None:
    assert SCHEME.score("m1", YEAR, points(35, 30, 18)).explain().splitlines() == [
        "m1, [2018-01-01, 2019-01-01): 83 of 100",
        "base points: 35 of 40",
        "daily points: 30 of 40",
        "review points: 18 of 20",
        "assumption: the weights are not given",
    ]
    assert SCHEME.score("m1", YEAR, points(35, 30)).explain("zh").splitlines() == [
        "m1，[2018-01-01, 2019-01-01)：未评完，65–85分，满分100",
        "基础积分：35，上限40",
        "日常积分：30，上限40",
        "民主评议积分：未评，上限20",
        "假设：各部分分值未载明",
    ]


# Periods


def test_a_quarter_publishes_the_scores_of_its_months() -> None:
    published: Publication = publish([month(3, 40, 12), month(1, 40, 10)], QUARTER, Cycle.MONTH)
    assert [score.period.start for score in published.scores] == [date(2018, 1, 1), date(2018, 3, 1)]
    assert published.missing == (Cycle.MONTH.holding(date(2018, 2, 1)),)
    assert published.points("daily_points") == (10, None, 12)


def test_months_are_in_the_order_of_the_calendar() -> None:
    months = [month(n, 40, n) for n in (10, 2, 12, 1, 11, 3, 4, 5, 6, 7, 8, 9)]
    assert publish(months, YEAR, Cycle.MONTH).points("daily_points") == tuple(range(1, 13))


def test_a_year_reviews_its_months() -> None:
    months = [month(n, 40 - n, n, 18 if n == 12 else None) for n in range(1, 13)]
    year = roll_up(months, YEAR, Cycle.MONTH, WAYS, scheme=SCHEME)
    assert (year.subject, year.period) == ("m1", YEAR)
    assert dict(year.points) == points(28, 6, 18)  # 78 / 12 = 6.5, rounded down
    without = roll_up(months[:-1], YEAR, Cycle.MONTH, WAYS, scheme=SCHEME)
    assert dict(without.points) == points(None, None, None)
    without_one = roll_up(months[1:], YEAR, Cycle.MONTH, WAYS, scheme=SCHEME)
    assert dict(without_one.points) == points(28, None, 18)


def test_a_sum_is_held_to_its_part() -> None:
    ways = {part.code: RollUp.SUM for part in PARTS}
    months = [month(n, 13, 13, 6) for n in (1, 2, 3)]
    assert roll_up(months, QUARTER, Cycle.MONTH, ways, scheme=SCHEME).total == 39 + 39 + 18
    months[0] = month(1, 15, 13, 6)
    with pytest.raises(InvalidValueError, match=r"base points: 41 "):
        roll_up(months, QUARTER, Cycle.MONTH, ways, scheme=SCHEME)
    cutting = [attrs.evolve(score, scheme=CUTTING) for score in months]
    assert roll_up(cutting, QUARTER, Cycle.MONTH, ways, scheme=CUTTING).total == 40 + 39 + 18


@pytest.mark.parametrize(
    ("period", "message"),
    [
        (Period(date(2018, 1, 1), None), r"has an open end; .* / 期间.*没有起止"),
        (Period(None, date(2018, 4, 1)), r"has an open end"),
        (Period(date(2018, 1, 1), date(2018, 3, 2)), r"is not made of whole cycles \(month\)"),
        (Period(date(2018, 1, 2), date(2018, 4, 1)), r"is not made of whole cycles"),
        (Period(date(2018, 1, 1), date(2018, 1, 9)), r"is not made of whole cycles"),
    ],
)
def test_a_period_is_made_of_whole_ones(period: Period, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message) as caught:
        publish([], period, Cycle.MONTH)
    assert caught.value.culprits[0] == period


def test_only_scores_of_one_subject_and_of_each_period_once() -> None:
    with pytest.raises(InvalidValueError, match=r"the scores are of several subjects: m1, m2") as caught:
        publish([month(1, 1, 1), attrs.evolve(month(2, 1, 1), subject="m2")], QUARTER, Cycle.MONTH)
    assert caught.value.culprits == ("m1", "m2")
    for scores in ([month(1, 1, 1), month(1, 2, 2)], [month(4, 1, 1)], [SCHEME.score("m1", QUARTER, points(1, 1))]):
        with pytest.raises(InvalidValueError, match=r"does not belong in .* or is there twice") as caught:
            publish(scores, QUARTER, Cycle.MONTH)
        assert caught.value.culprits == (scores[0].period,)


def test_a_roll_up_is_by_one_scheme_with_a_way_for_each_part() -> None:
    with pytest.raises(InvalidValueError, match=r"no scores by standard points alone"):
        roll_up([], QUARTER, Cycle.MONTH, WAYS, scheme=SCHEME)
    with pytest.raises(InvalidValueError, match=r"no scores by standard points alone") as caught:
        roll_up([month(1, 1, 1)], QUARTER, Cycle.MONTH, WAYS, scheme=CUTTING)
    assert caught.value.culprits == ("points",)
    with pytest.raises(UnknownIdError, match=r"has no part merit"):
        roll_up([month(1, 1, 1)], QUARTER, Cycle.MONTH, WAYS | {"merit": RollUp.LAST}, scheme=SCHEME)
    with pytest.raises(InvalidValueError, match=r"nothing says how these roll up: base_points") as caught:
        roll_up(
            [month(1, 1, 1)], QUARTER, Cycle.MONTH, {k: v for k, v in WAYS.items() if "base" not in k}, scheme=SCHEME
        )
    assert caught.value.culprits == ("base_points",)


# Standards of categories


def standard(base: int) -> ScoreScheme:
    parts = (ScorePart("base_points", base), ScorePart("daily_points", 100 - base))
    return ScoreScheme(id=f"s{base}", parts=parts, basis=WHY)


def test_each_category_has_a_standard_of_its_own() -> None:
    schemes = FrozenMap({"a": standard(30), "b": standard(40)})
    assert Standards(categories=("a", "b"), schemes=schemes).schemes["b"].cap("base_points") == 40


@pytest.mark.parametrize("categories", [("a",), ("a", "b", "c")])
def test_a_standard_too_many_or_too_few_is_refused(categories: tuple[str, ...]) -> None:
    schemes = FrozenMap({"a": standard(30), "b": standard(40)})
    with pytest.raises(InvalidValueError, match=r"categories and standards do not match: [bc]; .*不一一对应") as caught:
        Standards(categories=categories, schemes=schemes)
    assert caught.value.culprits == tuple(sorted(set(categories) ^ {"a", "b"}))


def test_equal_standards_are_declared() -> None:
    same = attrs.evolve(standard(30), id="other", parts=standard(30).parts[::-1])
    schemes = FrozenMap({"a": standard(30), "b": standard(40), "c": same})
    with pytest.raises(InvalidValueError, match=r"have the same standard: a, c; .*标准相同") as caught:
        Standards(categories=("a", "b", "c"), schemes=schemes)
    assert caught.value.culprits == ("a", "c")
    assert Standards(categories=("a", "b", "c"), schemes=schemes, alike=True).schemes["c"] == same


# Grades

STARS = Grading(grades=(("3_stars", Band(0, 79)), ("4_stars", Band(80, 89)), ("5_stars", Band(90, 100))))


@pytest.mark.parametrize(
    ("amount", "grades"),
    [
        (Exact(0), ("3_stars",)),
        (Exact(79), ("3_stars",)),
        (Exact(80), ("4_stars",)),
        (Exact(89), ("4_stars",)),
        (Exact(90), ("5_stars",)),
        (Exact(95), ("5_stars",)),
        (Exact(100), ("5_stars",)),
        (Between(79, 80), ("3_stars", "4_stars")),
        (About(85), ("3_stars", "4_stars", "5_stars")),
        (MoreThan(88), ("4_stars", "5_stars")),
    ],
)
def test_a_score_has_the_grade_of_its_band(amount: Amount, grades: tuple[str, ...]) -> None:
    assert STARS.of(amount) == grades


@pytest.mark.parametrize("amount", [Exact(101), MoreThan(100), Between(99, 101), Between(-5, -1)])
def test_a_score_outside_the_scale_has_no_grade(amount: Amount) -> None:
    with pytest.raises(InvalidValueError, match=r"is not within 0 to 100; .* / 得分.*不在0至100之内") as caught:
        STARS.of(amount)
    assert caught.value.culprits == (amount,)


@pytest.mark.parametrize(
    "bands",
    [
        (Band(0, 79), Band(81, 100)),  # a gap
        (Band(0, 80), Band(80, 100)),  # an overlap: two grades for 80
        (Band(1, 79), Band(80, 100)),
        (Band(None, 79), Band(80, 100)),
        (Band(0, None), Band(80, 100)),
        (Band(80, 100), Band(0, 79)),
    ],
)
def test_bands_leave_no_gap_and_no_overlap(bands: tuple[Band, ...]) -> None:
    with pytest.raises(InvalidValueError, match=r"let it start at \d+ and end, .* / 等级.*应从\d+分起"):
        Grading(grades=tuple((f"g{n}", band) for n, band in enumerate(bands)))


@pytest.mark.parametrize("bands", [(), (Band(0, 99),), (Band(0, 50), Band(51, 101))])
def test_bands_reach_the_total(bands: tuple[Band, ...]) -> None:
    with pytest.raises(InvalidValueError, match=r"the grades end at .* and the total is 100; .* / 各等级止于"):
        Grading(grades=tuple((f"g{n}", band) for n, band in enumerate(bands)))


def test_a_grade_stands_once_and_the_total_is_a_count() -> None:
    with pytest.raises(InvalidValueError, match=r"identifiers repeat: g"):
        Grading(grades=(("g", Band(0, 50)), ("g", Band(51, 100))))
    with pytest.raises(InvalidValueError, match=r"total should be"):
        Grading(grades=(("g", Band(0, 50)),), total=-1)


def test_any_sequence_of_parts_and_grades_will_do() -> None:
    parts: Any = list(PARTS)
    grades: Any = list(STARS.grades)
    categories: Any = ["a"]
    assert ScoreScheme(id="points", parts=parts, basis=WHY) == SCHEME
    assert hash(Grading(grades=grades)) == hash(STARS)
    assert Standards(categories=categories, schemes=FrozenMap({"a": SCHEME})).categories == ("a",)
