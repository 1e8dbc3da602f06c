"""One place on one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pbgov.base import Lang, Report, Text, element, need_lang
from pbgov.display._chapter import Chapter, parts_of
from pbgov.display._document import document
from pbgov.display._statements import Statement
from pbgov.display._style import style
from pbgov.grid import GridPlan, Partitioning
from pbgov.model import Jurisdiction
from pbgov.rules import Decision, Rota


def page(
    place: Jurisdiction,
    report: Report,
    *,
    heading: Text,
    on: date,
    statements: Sequence[Statement] = (),
    plans: Iterable[GridPlan | Partitioning] = (),
    rota: Rota | None = None,
    decisions: Sequence[tuple[Text | str, Decision]] = (),
    damaged: Report | None = None,
    lang: Lang = "en",
) -> str:
    """Give one self-contained page in Chinese and English, to be written to a file and opened in any browser.

    The page loads nothing and runs nothing. It lists no persons: a finding that speaks of one is shown without
    its details.

    Args:
        place: The place.
        report: What was found about it.
        heading: The heading of the page.
        on: The day shown.
        statements: What a report says of the place, each beside what the model gives.
        plans: Plans of grids, each drawn as a map, such as one for each community; what ``partition`` gives says beside
            its plan what is proven, or why there is none. Grids are marked where the report says that they breach a
            norm, and outlined where it waives one or the partitioning does.
        rota: Whose turn it is in the chair.
        decisions: Decisions, each with its label.
        damaged: A second report, of the same place damaged on purpose, shown beside the first.
        lang: The language shown first; the page holds both and lets the reader switch.

    Raises:
        InvalidValueError: The language is neither of the two, or what is given for the page is none of what it shows.

    Examples:
        >>> from datetime import date
        >>> from pbgov.base import Report, Text
        >>> from pbgov.model import Jurisdiction
        >>> from pbgov.org import FOUR_LEVELS
        >>> nowhere = Jurisdiction(id="X", profile=FOUR_LEVELS)
        >>> html = page(nowhere, Report(), heading=Text(zh="无", en="Nowhere"), on=date(2018, 7, 1))
        >>> html.splitlines()[1].startswith('<html lang="en">')
        True
    """
    need_lang(lang)
    chapter = Chapter(
        heading=heading,
        place=place,
        report=report,
        on=on,
        statements=statements,
        plans=plans,
        rota=rota,
        decisions=decisions,
        damaged=damaged,
    )
    top, links, sections = parts_of(chapter)
    return document(heading.in_(lang), lang, style(), top, links, element("main", *sections))
