"""Words on a page: every one in both languages, of which a reader sees one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from pbgov.base import LANGS, Argument, Markup, Text, element, escape, join, said

_NAMESPACE: Final = ' xmlns="http://www.w3.org/2000/svg"'


def phrase(words: Text) -> Markup:
    """Write a phrase in both languages; the switch at the top of the page hides one."""
    if words.zh == words.en:
        return escape(words.en)
    return join(element("span", words.in_(lang), class_=lang, lang=lang) for lang in LANGS)


def words(key: str, /, **arguments: Argument) -> Markup:
    """Write a sentence of the library in both languages."""
    return phrase(said(key, **arguments))


def sentences(several: Sequence[Text]) -> Markup:
    """Write sentences one after the other: with a space between them in English, without one in Chinese."""
    return phrase(Text(zh="".join(one.zh for one in several), en=" ".join(one.en for one in several)))


def inlined(picture: str) -> Markup:
    """Put a picture that can stand alone into the page, which needs no namespace."""
    return Markup(picture.replace(_NAMESPACE, "", 1))


def section(name: str, heading: Markup, *content: str) -> Markup:
    """Give a section of the page, named by its heading."""
    head = element("h2", heading, id=f"{name}-heading")
    return element("section", head, *content, id=name, aria_labelledby=f"{name}-heading")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], **attributes: str) -> Markup:
    """Give a table whose first column heads its rows."""
    head = element("tr", *(element("th", column, scope="col") for column in columns))
    body = [
        element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in rest))
        for first, *rest in rows
    ]
    return element("table", element("thead", head), element("tbody", *body), **attributes)


def scrolling(heading: str, *content: str) -> Markup:
    """Let wide content scroll by itself, by touch and by keyboard; ``heading`` is the id of what names it."""
    return element("div", *content, class_="scroll", role="region", tabindex=0, aria_labelledby=heading)


def folded(summary: str, *content: str, open_: bool = False, **attributes: str) -> Markup:
    """Give content that folds away."""
    return element("details", element("summary", summary), *content, open=open_, **attributes)
