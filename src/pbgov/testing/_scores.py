"""Strategies for classes, votes, scores, rankings and vague numbers, valid by construction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from hypothesis import strategies as st

from pbgov.base import Band, FrozenMap, Interval, Period, add_months
from pbgov.rules import (
    Category,
    Classification,
    Counts,
    Excess,
    Field,
    Grading,
    JointVote,
    Mark,
    Parameter,
    Ranking,
    Score,
    ScoreEntry,
    ScorePart,
    ScoreScheme,
    Share,
    Standards,
    Vote,
    VoteBase,
    rank,
)
from pbgov.testing._base import amounts, bases, ids, texts
from pbgov.testing._rules import conditions, fields

_MONTHS: Final = 12
_FIRST: Final = date(2018, 1, 1)
_PARTS: Final = ("base_points", "daily_points", "review_points")
_SMALL: Final = 9


@st.composite
def intervals(
    draw: st.DrawFn,
    elements: st.SearchStrategy[int] | None = None,
    *,
    whole: bool | None = None,
    bounded: bool = False,
    max_denominator: int = 4,
) -> Interval:
    """Intervals of whole numbers or of all numbers, ends open or closed, some without an end.

    Args:
        draw: Given by Hypothesis.
        elements: The whole parts of their ends.
        whole: Whether only whole numbers count; by default some of each.
        bounded: Whether both ends must be given.
        max_denominator: The greatest denominator of an end that is a fraction.
    """
    counts = draw(st.booleans()) if whole is None else whole
    numbers = st.integers(-_SMALL, _SMALL) if elements is None else elements
    below = draw(st.integers(1, 1 if counts else max_denominator))
    one, other = (Fraction(draw(numbers)) + Fraction(draw(st.integers(0, below - 1)), below) for _ in range(2))
    low, high = min(one, other), max(one, other)
    ends = (low, high) if bounded else (draw(st.sampled_from((low, None))), draw(st.sampled_from((high, None))))
    may_open = not counts and low < high
    left_out = st.booleans() if may_open else st.just(False)  # noqa: FBT003 - a value of the strategy
    return Interval(low=ends[0], high=ends[1], whole=counts, low_open=draw(left_out), high_open=draw(left_out))


@st.composite
def classifications(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Field] | None = None,
    *,
    parameters: Sequence[Parameter] = (),
    max_size: int = 3,
) -> Classification:
    """Classifications over some fields, with and without a default; what ``facts`` draws for the fields fits them.

    Args:
        draw: Given by Hypothesis.
        elements: Their fields.
        parameters: What their conditions may name.
        max_size: Most categories.
    """
    asked = draw(
        st.lists(fields() if elements is None else elements, min_size=1, max_size=3, unique_by=lambda one: one.name)
    )
    conditions_ = draw(st.lists(conditions(asked, parameters, max_leaves=3), min_size=1, max_size=max_size))
    return Classification(
        id=draw(ids()),
        text=draw(texts()),
        fields=tuple(asked),
        categories=tuple(Category(f"c{n}", when, draw(bases())) for n, when in enumerate(conditions_)),
        default=draw(st.sampled_from(("rest", None))),
        basis=draw(bases()),
    )


@st.composite
def shares(draw: st.DrawFn, *, max_whole: int = 5) -> Share:
    """Shares to be reached: at least, or more than, so many in so many."""
    strict = draw(st.booleans())
    whole = draw(st.integers(2 if strict else 1, max_whole))
    return Share(draw(st.integers(1, whole - strict)), whole, strict=strict)


def votes(elements: st.SearchStrategy[Share] | None = None) -> st.SearchStrategy[Vote]:
    """Rules of voting, with and without a quorum.

    Args:
        elements: Their shares.
    """
    share = shares() if elements is None else elements
    return st.builds(
        Vote,
        id=ids(),
        text=texts(),
        quorum=st.none() | share,
        majority=share,
        base=st.sampled_from(VoteBase),
        basis=bases(),
    )


def joint_votes(elements: st.SearchStrategy[Vote] | None = None) -> st.SearchStrategy[JointVote]:
    """Votes by number and by area.

    Args:
        elements: The rule of each measure.
    """
    rule = votes() if elements is None else elements
    return st.fixed_dictionaries({"number": rule, "area": rule}).map(lambda by: JointVote(votes=FrozenMap(by)))


@st.composite
def vote_counts(draw: st.DrawFn, *, whole: bool = False, max_entitled: int = _SMALL) -> Counts:
    """Figures of a vote that can stand together.

    Args:
        draw: Given by Hypothesis.
        whole: Whether every figure was counted.
        max_entitled: Most who are entitled.
    """
    entitled = draw(st.integers(1, max_entitled))
    present = draw(st.integers(0, entitled))
    in_favour = draw(st.integers(0, present))
    against = draw(st.integers(0, present - in_favour))
    abstaining = draw(st.integers(0, present - in_favour - against))
    known = st.just(True) if whole else st.booleans()  # noqa: FBT003 - a value of the strategy
    figures = (entitled, present, in_favour, against, abstaining)
    entitled_, present_, favour_, against_, abstaining_ = (one if draw(known) else None for one in figures)
    return Counts(entitled=entitled_, present=present_, in_favour=favour_, against=against_, abstaining=abstaining_)


@st.composite
def score_schemes(draw: st.DrawFn, *, max_total: int = 100) -> ScoreScheme:
    """Standards of scoring of up to three parts.

    Args:
        draw: Given by Hypothesis.
        max_total: The greatest total.
    """
    caps = draw(st.lists(st.integers(1, max_total // len(_PARTS)), min_size=1, max_size=len(_PARTS)))
    return ScoreScheme(
        id=draw(ids()),
        parts=tuple(ScorePart(code, cap) for code, cap in zip(_PARTS, caps, strict=False)),
        total=sum(caps),
        excess=draw(st.sampled_from(Excess)),
        basis=draw(bases()),
    )


def score_entries(part: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[ScoreEntry]:
    """Points added and deducted.

    Args:
        part: The parts they belong to.
    """
    points = st.integers(-_SMALL, _SMALL).map(lambda n: n or 1)
    return st.builds(ScoreEntry, part=st.sampled_from(_PARTS) if part is None else part, points=points, reason=texts())


@st.composite
def scores(
    draw: st.DrawFn,
    elements: st.SearchStrategy[ScoreScheme] | None = None,
    *,
    subject: str | None = None,
    month: int | None = None,
    known: bool = False,
) -> Score:
    """Scores of a month of 2018.

    Args:
        draw: Given by Hypothesis.
        elements: The standards they are made by.
        subject: Whose score.
        month: Which month, 0 to 11.
        known: Whether every part was scored.
    """
    scheme = draw(score_schemes() if elements is None else elements)
    number = draw(st.integers(0, _MONTHS - 1)) if month is None else month
    gaps = st.nothing() if known else st.none()
    return Score(
        subject=draw(ids()) if subject is None else subject,
        period=Period(add_months(_FIRST, number), add_months(_FIRST, number + 1)),
        scheme=scheme,
        points=FrozenMap({part.code: draw(gaps | st.integers(0, part.cap)) for part in scheme.parts}),
    )


@st.composite
def standards(draw: st.DrawFn) -> Standards:
    """One standard of scoring for each of some categories."""
    categories = draw(st.lists(ids(), min_size=1, max_size=3, unique=True))
    schemes = {category: draw(score_schemes()) for category in categories}
    return Standards(categories=tuple(categories), schemes=FrozenMap(schemes), alike=True)


@st.composite
def gradings(draw: st.DrawFn, *, max_total: int = 100) -> Grading:
    """Grades whose bands fill a scale.

    Args:
        draw: Given by Hypothesis.
        max_total: The highest score.
    """
    total = draw(st.integers(1, max_total))
    starts = sorted(draw(st.sets(st.integers(1, total), max_size=4)))
    spans = zip([0, *starts], [*starts, total + 1], strict=True)
    return Grading(grades=tuple((f"grade_{n}", Band(low, end - 1)) for n, (low, end) in enumerate(spans)), total=total)


def marks(*, period: Period | None = None, vague: bool = True) -> st.SearchStrategy[Mark]:
    """What units reached in a period, some unknown.

    Args:
        period: The period; by default the year 2018.
        vague: Whether amounts may be vague.
    """
    year = Period(_FIRST, add_months(_FIRST, _MONTHS)) if period is None else period
    reached = amounts(st.integers(0, _SMALL), vague=vague, partial=vague)
    return st.builds(Mark, unit=ids(max_size=2), period=st.just(year), amount=st.none() | reached)


def rankings(elements: st.SearchStrategy[Mark] | None = None, *, max_size: int = 5) -> st.SearchStrategy[Ranking]:
    """Rankings of units by what they reached.

    Args:
        elements: What they reached, in one period.
        max_size: Most units.
    """
    several = st.lists(marks() if elements is None else elements, max_size=max_size, unique_by=lambda mark: mark.unit)
    return st.builds(rank, several, text=texts(), basis=bases(), ascending=st.booleans())
