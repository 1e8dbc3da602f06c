"""Grades by declared bands of a score, such as the stars of a community."""

from __future__ import annotations

import attrs

from pbgov.base import Amount, Band, both, check_natural, term
from pbgov.errors import InvalidValueError


@attrs.frozen(kw_only=True)
class Grading:
    """Grades by declared bands of a score, such as the stars of a community 星级社区.

    Attributes:
        grades: Each grade with its band, both ends included, the lowest first.
        total: The highest score; the bands fill 0 to it without gap or overlap.

    Raises:
        InvalidValueError: The bands leave a gap, overlap, or do not reach from 0 to the total; a grade occurs twice.

    Examples:
        >>> from pbgov.base import Exact
        >>> stars = Grading(grades=(("3_stars", Band(0, 79)), ("4_stars", Band(80, 89)), ("5_stars", Band(90, 100))))
        >>> stars.of(Exact(95)), stars.of(Exact(80))
        (('5_stars',), ('4_stars',))
    """

    grades: tuple[tuple[str, Band], ...] = attrs.field(converter=tuple[tuple[str, Band], ...])
    total: int = attrs.field(default=100, validator=check_natural)

    def __attrs_post_init__(self) -> None:
        """Refuse bands that do not tile the scale."""
        names = [name for name, _ in self.grades]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise InvalidValueError(both("table.repeated", ids=", ".join(twice)), *twice)
        due = 0
        for name, band in self.grades:
            if band.low != due or band.high is None:
                raise InvalidValueError(both("grading.band", name=term(name), band=band, due=due), name, band)
            due = band.high + 1
        if due != self.total + 1:
            raise InvalidValueError(both("grading.end", end=due - 1, total=self.total), due - 1, self.total)

    def of(self, amount: Amount) -> tuple[str, ...]:
        """Give the grade of a score, or, of one that is vague or unknown in part, every grade it may have.

        Raises:
            InvalidValueError: The score cannot lie between 0 and the total.
        """
        high = self.total if amount.high is None else amount.high
        found = tuple(
            name
            for name, band in self.grades
            if band.low is not None and band.high is not None and amount.low <= band.high and band.low <= high
        )
        if not found or high > self.total:
            raise InvalidValueError(both("grading.outside", value=amount, total=self.total), amount)
        return found
