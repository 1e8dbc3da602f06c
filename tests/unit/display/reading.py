"""A page as a browser and a reader have it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final
from xml.etree import ElementTree as ET

from pbgov.base import LANGS, Lang

_VOID: Final = frozenset({"input", "meta"})


class Nesting(HTMLParser):
    """Fails where elements are not closed in the order they were opened."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def nested(html: str) -> Nesting:
    """Read a page as HTML, all elements closed in order."""
    reader = Nesting()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def tree(html: str) -> ET.Element:
    """Read a page as XML; without a namespace, so that elements have short names."""
    return ET.fromstring(html.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own page


def seen(element: ET.Element, lang: Lang) -> str:
    """Give the text a reader of one language sees."""
    hidden = next(other for other in LANGS if other != lang)
    if hidden in element.get("class", "").split() or element.tag == "style":
        return ""
    inner = "".join(seen(child, lang) + (child.tail or "") for child in element)
    return (element.text or "") + inner


def part(html: str, name: str) -> ET.Element:
    """Give a section of a page."""
    found = tree(html).find(f".//section[@id='{name}']")
    assert found is not None, name
    return found
