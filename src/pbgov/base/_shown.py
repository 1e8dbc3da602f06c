"""Values that show themselves: what a notebook asks a value for, made only when it is asked for.

A notebook shows the richest kind of content it knows, so each kind has to say all there is to say: whoever is given
text alone misses no fact. Everything is said in Chinese and in English, and no person is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from pbgov.base._messages import Argument, say
from pbgov.base._svg import Markup, element, escape, join
from pbgov.base._text import LANGS, Lang, Text

Shapes: TypeAlias = Mapping[str, Callable[[], str]]

PLAIN: Final = "text/plain"
HTML: Final = "text/html"
SVG: Final = "image/svg+xml"


class Shown:
    """What a notebook shows by itself: a subclass says of which kinds, and how each is made."""

    __slots__ = ()

    def _shapes(self) -> Shapes:
        """Give what makes each kind of content, by its media type."""
        raise NotImplementedError

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """Give the value as a notebook shows it, by media type.

        Args:
            include: The kinds wanted; by default all.
            exclude: The kinds not wanted.
        """
        kept = {
            kind: make
            for kind, make in self._shapes().items()
            if (include is None or kind in include) and kind not in (exclude or ())
        }
        return {kind: make() for kind, make in kept.items()}


def said(key: str, /, **arguments: Argument) -> Text:
    """Make a sentence of the library in both languages."""
    return Text(zh=say(key, "zh", **arguments), en=say(key, "en", **arguments))


def in_one(words: Text, lang: Lang | None) -> str:
    """Give a phrase in one language, or in both on one line where none is chosen."""
    if lang is not None or words.zh == words.en:
        return words.in_(lang or "zh")
    return f"{words.zh} {words.en}"


def paired(words: Text) -> Markup:
    """Write a phrase in both languages, each marked as what it is."""
    if words.zh == words.en:
        return element("span", words.en)
    return join((element("span", words.in_(lang), class_=lang, lang=lang) for lang in reversed(LANGS)), " ")


def inscribed(words: Text, lang: Lang | None) -> Markup:
    """Write a phrase into a drawing, in one language or in both; in a page that shows one of them, the other hides."""
    if lang is not None or words.zh == words.en:
        return escape(in_one(words, lang))
    return join((element("tspan", words.in_(one), class_=one, lang=one) for one in reversed(LANGS)), " ")


def stacked(words: Text) -> Markup:
    """Write a phrase in both languages, Chinese above English."""
    if words.zh == words.en:
        return element("div", words.en)
    return join(element("div", words.in_(lang), class_=lang, lang=lang) for lang in reversed(LANGS))


def listing(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """Give a table of any width, its cells to the left; what overflows scrolls by itself."""
    look = "text-align:left;vertical-align:top;white-space:normal"
    head = element("tr", *(element("th", one, scope="col", style=look) for one in heads))
    body = [element("tr", *(element("td", cell, style=look) for cell in row)) for row in rows]
    return scrolling(element("table", element("thead", head), element("tbody", *body)))


def scrolling(*content: str) -> Markup:
    """Let what is wider than the page scroll by itself."""
    return element("div", *content, style="overflow-x:auto;max-width:100%")
