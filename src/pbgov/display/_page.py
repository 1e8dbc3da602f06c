"""One place on one page: HTML that needs no network, no script and no font."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from pbgov._version import __version__
from pbgov.base import LANGS, Lang, Markup, Report, Text, element, join, need_lang
from pbgov.display._chart import chart
from pbgov.display._decisions import decided
from pbgov.display._findings import found
from pbgov.display._head import head
from pbgov.display._map import grid_maps, read_plans
from pbgov.display._names import Names
from pbgov.display._rota import rotation
from pbgov.display._style import style
from pbgov.display._words import words
from pbgov.grid import GridPlan, Partitioning
from pbgov.model import Jurisdiction
from pbgov.rules import Decision, Rota

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def page(
    place: Jurisdiction,
    report: Report,
    *,
    heading: Text,
    on: date,
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
        plans: Plans of grids, each drawn as a map, such as one for each community; what ``partition`` gives says beside
            its plan what is proven, or why there is none. Grids are marked where the report says that they breach a
            norm, and outlined where it waives one or the partitioning does.
        rota: Whose turn it is in the chair.
        decisions: Decisions, each with its label.
        damaged: A second report, of the same place damaged on purpose, shown beside the first.
        lang: The language shown first; the page holds both and lets the reader switch.

    Raises:
        InvalidValueError: The language is neither of the two, or what is given as plans is none.

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
    drawn = read_plans(plans)
    names = Names(place)
    parts = {
        "chart": chart(place, on),
        "map": grid_maps(drawn, report, names) if drawn else Markup(),
        "rota": rotation(rota, names, on) if rota else Markup(),
        "decisions": decided(decisions) if decisions else Markup(),
        "findings": found(report, names, key="display.findings"),
    }
    sections = list(parts.values())
    if damaged:
        beside = found(damaged, names, key="display.findings.damaged", before=report)
        sections[-1:] = [element("div", parts["findings"], beside, class_="pair")]
    return _document(
        heading.in_(lang),
        lang,
        head(place, report, heading, on),
        _contents([name for name, part in parts.items() if part]),
        element("main", *sections),
        _foot(),
    )


def _document(name: str, lang: Lang, *content: Markup) -> str:
    metas = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"pbgov {__version__}"),
    ]
    top = element("head", *metas, element("title", name), element("style", style()))
    whole = element("html", top, element("body", *_switch(lang), *content), lang=lang)
    return f"<!DOCTYPE html>\n{whole}\n"


def _switch(lang: Lang) -> list[Markup]:
    """Give the choice of language: whatever follows shows the one that is checked."""
    return [
        join(
            (
                element("input", type="radio", name="lang", id=f"lang-{code}", checked=code == lang),
                element("label", words(f"display.language.{code}"), for_=f"lang-{code}", lang=code),
            )
        )
        for code in LANGS
    ]


def _contents(names: Sequence[str]) -> Markup:
    links = [element("li", element("a", words(f"display.{name}"), href=f"#{name}")) for name in names]
    return element(
        "nav", element("h2", words("display.contents"), id="contents", class_="unseen"), element("ul", *links),
        aria_labelledby="contents",
    )  # fmt: skip


def _foot() -> Markup:
    said = [element("p", words(f"display.foot.{name}")) for name in ("model", "source", "persons")]
    made_by = element("p", words("display.foot.made_by", version=__version__), class_="made-by")
    return element("footer", element("h2", words("display.foot")), *said, made_by)
