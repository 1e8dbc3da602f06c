"""Several places in one document: a chapter each, and the comparison of all as a chapter before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pbgov.base import Lang, Markup, Text, element, need_lang, need_text
from pbgov.comparison import Comparison
from pbgov.display._chapter import Chapter, parts_of
from pbgov.display._comparison import compared, need_comparison
from pbgov.display._document import document
from pbgov.display._reading import read
from pbgov.display._style import style
from pbgov.display._style_book import chapters_shown
from pbgov.display._words import phrase, words


def book(chapters: Iterable[Chapter], *, heading: Text, comparison: Comparison | None = None, lang: Lang = "en") -> str:
    """Give one self-contained document of several chapters, in Chinese and English.

    As a page, it loads nothing, runs nothing and lists no persons. One chapter is shown at a time, that to which the
    address leads, ``#c2`` or a place in it; the first where it leads to none. Printed, all are there.

    Args:
        chapters: Places, each with what a page of it would show.
        heading: The heading of the whole.
        comparison: Places side by side; the first chapter, where it is given.
        lang: The language shown first; the document holds both and lets the reader switch.

    Raises:
        InvalidValueError: The language is neither of the two, the heading is no ``Text``, or something is no chapter or
            no comparison.

    Examples:
        >>> from datetime import date
        >>> from pbgov.base import Report
        >>> from pbgov.model import Jurisdiction
        >>> from pbgov.org import FOUR_LEVELS
        >>> nowhere = Jurisdiction(id="X", profile=FOUR_LEVELS)
        >>> one = Chapter(heading=Text(zh="无", en="Nowhere"), place=nowhere, report=Report(), on=date(2018, 7, 1))
        >>> book([one, one], heading=Text(zh="两处", en="Two places")).count("<article id=")
        2
    """
    need_lang(lang)
    need_text("heading", heading)
    held = read(chapters, Chapter, "display.chapter")
    parts = [] if comparison is None else [compared(need_comparison(comparison), "c0-")]
    parts += [parts_of(chapter, f"c{number}-") for number, chapter in enumerate(held, 1)]
    names = [] if comparison is None else [words("display.side_by_side")]
    names += [phrase(chapter.label or chapter.heading) for chapter in held]
    first = 0 if comparison is not None else 1
    ids = [f"c{number}" for number in range(first, first + len(parts))]
    return document(
        heading.in_(lang),
        lang,
        Markup(style() + chapters_shown(ids)),
        element("p", phrase(heading), class_="title"),
        _chapters(ids, names),
        element("main", *(_article(name, *part) for name, part in zip(ids, parts, strict=True))),
    )


def _chapters(ids: Sequence[str], names: Sequence[Markup]) -> Markup:
    """Give the links to the chapters, which stay in sight."""
    items = [element("li", element("a", name, href=f"#{key}")) for key, name in zip(ids, names, strict=True)]
    return element(
        "nav",
        element("h2", words("display.chapters"), id="chapters", class_="unseen"),
        element("ul", *items),
        class_="chapters",
        aria_labelledby="chapters",
    )


def _article(name: str, top: Markup, links: Markup, sections: Sequence[Markup]) -> Markup:
    return element("article", top, links, *sections, id=name, class_="chapter")
