"""Markup for pages: elements of HTML and SVG, and the escaping of whatever comes from data.

What is put into an element is escaped unless it is ``Markup`` already, so forgetting to escape is impossible and
escaping twice is too. The result is well-formed as HTML and as XML.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

Attribute: TypeAlias = str | int | bool | None
Point: TypeAlias = tuple[int, int]

_CLOSED: Final = frozenset({"circle", "input", "line", "meta", "path", "polygon", "rect"})
_ENTITIES: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
_REPLACED: Final = "\ufffd"
_CONTROLS: Final = {
    code: _REPLACED
    for span in (range(0x20), range(0x7F, 0xA0), range(0xD800, 0xE000), range(0xFFFE, 0x10000))
    for code in span
    if chr(code) not in "\t\n"
}


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def escape(value: str) -> Markup:
    """Make text safe to stand in markup; characters that XML forbids become U+FFFD.

    Examples:
        >>> escape('<b> & "c"')
        '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return value if isinstance(value, Markup) else Markup(value.translate(_CONTROLS).translate(_ENTITIES))


def join(parts: Iterable[str], by: str = "") -> Markup:
    """Put pieces one after the other, each escaped unless it is markup."""
    return Markup(escape(by).join(escape(part) for part in parts))


def element(tag: str, /, *content: str, **attributes: Attribute) -> Markup:
    """Make one element.

    Args:
        tag: Its name.
        *content: What stands in it, escaped unless it is markup.
        **attributes: By name, ``_`` standing for ``-``; one at the end is dropped, so that ``class_`` can be
            written. ``None`` and ``False`` leave an attribute out.

    Examples:
        >>> element("a", "B & C", href="#top", class_="small", hidden=False)
        '<a href="#top" class="small">B &amp; C</a>'
    """
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    shown = "".join(
        f' {name}="{escape(name if value is True else str(value))}"'
        for name, value in named
        if value is not None and value is not False
    )
    return Markup(f"<{tag}{shown}/>" if tag in _CLOSED else f"<{tag}{shown}>{join(content)}</{tag}>")


def line(start: Point, end: Point, **attributes: Attribute) -> Markup:
    """Draw a straight line."""
    return element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], **attributes)


def polygon(points: Iterable[Point], **attributes: Attribute) -> Markup:
    """Draw a closed figure."""
    return element("polygon", points=" ".join(f"{x},{y}" for x, y in points), **attributes)


def text(at: Point, *content: str, **attributes: Attribute) -> Markup:
    """Write at a point."""
    return element("text", *content, x=at[0], y=at[1], **attributes)


def title(*content: str, **attributes: Attribute) -> Markup:
    """Name the figure this stands in: a tooltip, and what a screen reader says."""
    return element("title", *content, **attributes)
