"""Places side by side: by level, by measure, by mechanism, and norm by norm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import cast

import attrs

from pbgov.base import HTML, PLAIN, SVG, Frame, Lang, Markup, Shapes, Shown, Text, both, need_lang, said
from pbgov.comparison._asked import Asked
from pbgov.comparison._drawing import drawn
from pbgov.comparison._frames import frames
from pbgov.comparison._levels import LevelRow, level_rows
from pbgov.comparison._rows import MechanismRow, NormRow, contrast_rows, mechanism_rows, norm_rows
from pbgov.comparison._sheets import Sheet, sheets
from pbgov.comparison._shown import as_html, as_text
from pbgov.comparison._sides import Compared, Side, settled
from pbgov.comparison._yardsticks import YARDSTICKS, MeasureRow, Yardstick, measure_rows
from pbgov.errors import InvalidValueError
from pbgov.model import Jurisdiction
from pbgov.rules import Payload
from pbgov.validation import EVALUATORS, Evaluator


@attrs.frozen(kw_only=True)
class Comparison(Shown):
    """Places side by side. The cells of every row stand in the order of the sides.

    Attributes:
        sides: What is compared.
        levels: Units by level, matched by what a level is and not by its depth.
        measures: Counts and ratios.
        mechanisms: Which mechanisms each side asks for beyond the national base, and whether the record shows them.
        contrasts: Questions that are answered under several items: how often joint bodies meet, where members report.
        norms: What each side says, item by item.
    """

    sides: tuple[Compared, ...]
    levels: tuple[LevelRow, ...]
    measures: tuple[MeasureRow, ...]
    mechanisms: tuple[MechanismRow, ...]
    contrasts: tuple[NormRow, ...]
    norms: tuple[NormRow, ...]

    @property
    def differences(self) -> Comparison:
        """The same, with only the rows in which the sides are not all alike."""
        return attrs.evolve(
            self,
            levels=tuple(row for row in self.levels if row.differs),
            measures=tuple(row for row in self.measures if row.differs),
            mechanisms=tuple(row for row in self.mechanisms if row.differs),
            contrasts=tuple(row for row in self.contrasts if row.differs),
            norms=tuple(row for row in self.norms if row.differs),
        )

    @property
    def summary(self) -> Text:
        """How much there is, in a sentence."""
        return said(
            "comparison.about",
            n=len(self.sides),
            mechanisms=sum(any(cell.asked for cell in row.cells) for row in self.mechanisms),
            norms=len(self.norms),
            shared=sum(row.is_shared for row in self.norms),
            differing=sum(row.is_asked_otherwise for row in self.norms),
        )

    def sheets(self) -> tuple[Sheet, ...]:
        """Give each part as a table in words, in both languages, to be shown in whatever way."""
        return sheets(self)

    def to_columns(self) -> dict[str, Frame]:
        """Give each part as columns, a row for each side: one data frame a part, and one of the figures of norms."""
        return frames(self)

    def to_svg(self, *, lang: Lang | None = None) -> Markup:
        """Draw levels and mechanisms as a picture: sides across, each state told by its shape and not by colour alone.

        Args:
            lang: The language of the words; both, where none is given.

        Raises:
            InvalidValueError: The language is neither of the two.
        """
        if lang is not None:
            need_lang(lang)
        return drawn(self, lang)

    def to_text(self, lang: Lang = "en") -> str:
        """Give the comparison as plain lines in one language, part by part.

        Raises:
            InvalidValueError: The language is neither of the two.
        """
        need_lang(lang)
        return as_text(self, lang)

    def _shapes(self) -> Shapes:
        return {
            PLAIN: lambda: "\n\n".join(self.to_text(lang) for lang in ("zh", "en")),
            HTML: lambda: as_html(self),
            SVG: self.to_svg,
        }


def compare(
    sides: Iterable[Side | Jurisdiction],
    *,
    on: date | None = None,
    since: date | None = None,
    measures: Iterable[Yardstick] = YARDSTICKS,
    evaluators: Mapping[type[Payload], Evaluator] = EVALUATORS,
) -> Comparison:
    """Lay places side by side: measures, mechanisms, norm by norm, with levels matched by kind.

    Args:
        sides: Places, each with its pack as a ``Side``; a place alone is compared by what is on record of it.
        on: The day; a side may have its own.
        since: First day of the span judged, for sides that have no day of their own; by default the first day of the
            year of each side's day.
        measures: The yardsticks.
        evaluators: Evaluators by the type of the payload they judge, beside those of the library or in their place.

    Raises:
        InvalidValueError: There is nothing to compare, something is no side or no yardstick, a side has no day, or its
            report is not what its pack finds on its day.

    Examples:
        >>> from datetime import date
        >>> from pbgov.model import Jurisdiction
        >>> from pbgov.org import DIRECT_LEVELS, FOUR_LEVELS
        >>> places = [Jurisdiction(id="four", profile=FOUR_LEVELS), Jurisdiction(id="direct", profile=DIRECT_LEVELS)]
        >>> made = compare(places, on=date(2018, 7, 1))
        >>> [row.code for row in made.differences.levels]
        ['county']
    """
    yardsticks = _yardsticks(measures)
    compared = settled(sides, on, since, evaluators)
    views = [side.view() for side in compared]
    asked = [Asked(side) for side in compared]
    return Comparison(
        sides=compared,
        levels=level_rows(compared, views),
        measures=measure_rows(compared, views, yardsticks),
        mechanisms=mechanism_rows(asked),
        contrasts=contrast_rows(asked),
        norms=norm_rows(asked),
    )


def _yardsticks(measures: Iterable[Yardstick]) -> tuple[Yardstick, ...]:
    """Refuse what is no yardstick, and two under one code."""
    given: object = measures
    held = tuple(cast("Iterable[object]", given)) if isinstance(given, Iterable) else (given,)
    found = tuple(one for one in held if isinstance(one, Yardstick))
    if len({one.code for one in found}) < len(held):
        raise InvalidValueError(both("comparison.yardsticks", value=repr(measures)), measures)
    return found
