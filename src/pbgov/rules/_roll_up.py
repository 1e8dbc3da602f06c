"""How scores go from short periods to long ones: a quarter publishes those of its months, a year reviews them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

import attrs

from pbgov.base import Cycle, Period, both, term
from pbgov.errors import InvalidValueError
from pbgov.rules._scores import Score, ScoreScheme


class RollUp(StrEnum):
    """How the points of a part in short periods make those of a long one; a mean is rounded down."""

    LAST = "last"
    MEAN = "mean"
    SUM = "sum"


@attrs.frozen(kw_only=True)
class Publication:
    """The scores of one subject that a longer period makes public 公开: those of its months, and which are missing.

    Attributes:
        period: The longer period.
        periods: The periods it is made of, in order.
        scores: The scores, in order.
    """

    period: Period
    periods: tuple[Period, ...]
    scores: tuple[Score, ...]

    @property
    def missing(self) -> tuple[Period, ...]:
        """The periods for which there is no score."""
        held = {score.period for score in self.scores}
        return tuple(period for period in self.periods if period not in held)

    def points(self, part: str) -> tuple[int | None, ...]:
        """Give the points of a part in each period, ``None`` where they are unknown."""
        held = {score.period: score.points[part] for score in self.scores}
        return tuple(held.get(period) for period in self.periods)


def publish(scores: Iterable[Score], period: Period, cycle: Cycle) -> Publication:
    """Gather the scores of one subject that a period makes public: a quarter those of its months.

    Raises:
        InvalidValueError: The period has an open end or holds no whole cycle; the scores are of several
            subjects; one is of another period, or two are of one.
    """
    if period.start is None or period.end is None:
        raise InvalidValueError(both("score.open_period", period=period), period)
    periods = tuple(cycle.whole(period.start, period.end))
    if not periods or (periods[0].start, periods[-1].end) != (period.start, period.end):
        raise InvalidValueError(both("score.not_made_of", period=period, cycle=term(cycle.value)), period, cycle)
    held = sorted(scores, key=lambda score: score.period.start or date.min)
    subjects = sorted({score.subject for score in held})
    if len(subjects) > 1:
        raise InvalidValueError(both("score.subjects", names=", ".join(subjects)), *subjects)
    seen = [score.period for score in held]
    wrong = [one for one in dict.fromkeys(seen) if one not in periods or seen.count(one) > 1]
    if wrong:
        raise InvalidValueError(both("score.periods", period=wrong[0], whole=period), *wrong)
    return Publication(period=period, periods=periods, scores=tuple(held))


def roll_up(
    scores: Iterable[Score], period: Period, cycle: Cycle, how: Mapping[str, RollUp], *, scheme: ScoreScheme
) -> Score:
    """Make the score of a long period from those of its short ones, part by part: a year reviews its months.

    Args:
        scores: Scores of one subject by the scheme.
        period: The long period.
        cycle: Which short periods it is made of.
        how: For each part, how it rolls up. A part is unknown where a score it needs is.
        scheme: What the scores were made by, and what the result is held to.

    Raises:
        InvalidValueError: There are no scores, or they are of several subjects, of other periods, or of another
            scheme; a part has no way to roll up; a sum lies above a ceiling, and the scheme refuses that.
        UnknownIdError: The scheme has no such part.
    """
    published = publish(scores, period, cycle)
    alien = [score.scheme.id for score in published.scores if score.scheme != scheme]
    if alien or not published.scores:
        raise InvalidValueError(both("score.other_scheme", id=scheme.id), *alien)
    for part in how:
        scheme.cap(part)
    wanting = [part.code for part in scheme.parts if part.code not in how]
    if wanting:
        raise InvalidValueError(both("score.no_way", parts=", ".join(wanting)), *wanting)
    points = {part.code: _rolled(published.points(part.code), how[part.code]) for part in scheme.parts}
    return scheme.score(published.scores[0].subject, period, points)


def _rolled(points: tuple[int | None, ...], how: RollUp) -> int | None:
    if how is RollUp.LAST:
        return points[-1]
    known = [one for one in points if one is not None]
    if len(known) < len(points):
        return None
    return sum(known) // (len(known) if how is RollUp.MEAN else 1)
