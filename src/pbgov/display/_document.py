"""The frame of a document of HTML that needs no network, no script and no font."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pbgov._version import __version__
from pbgov.base import LANGS, Lang, Markup, element, join
from pbgov.display._words import words

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def document(name: str, lang: Lang, style: Markup, *content: Markup) -> str:
    """Give a whole document: whatever is shown, below the choice of language and above the foot."""
    metas = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"pbgov {__version__}"),
    ]
    top = element("head", *metas, element("title", name), element("style", style))
    whole = element("html", top, element("body", *_switch(lang), *content, _foot()), lang=lang)
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


def contents(prefix: str, links: Iterable[tuple[str, Markup]]) -> Markup:
    """Give the links to the sections of a page or a chapter, by the ids of the sections."""
    items = [element("li", element("a", heading, href=f"#{prefix}{name}")) for name, heading in links]
    name = f"{prefix}contents"
    return element(
        "nav", element("h2", words("display.contents"), id=name, class_="unseen"), element("ul", *items),
        aria_labelledby=name,
    )  # fmt: skip


def _foot() -> Markup:
    said = [element("p", words(f"display.foot.{name}")) for name in ("model", "source", "persons")]
    made_by = element("p", words("display.foot.made_by", version=__version__), class_="made-by")
    return element("footer", element("h2", words("display.foot")), *said, made_by)
