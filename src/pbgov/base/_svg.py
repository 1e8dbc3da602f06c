"""Markup for pages: elements of HTML and SVG, and the escaping of whatever comes from data.

What is put into an element is escaped unless it is ``Markup`` already, so forgetting to escape is impossible and
escaping twice is too. The result is well-formed as HTML and as XML.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias
from unicodedata import combining, east_asian_width

Attribute: TypeAlias = str | int | bool | None
Point: TypeAlias = tuple[int, int]
Box: TypeAlias = tuple[int, int, int, int]

_CLOSED: Final = frozenset({"circle", "input", "line", "meta", "path", "polygon", "rect"})
_ENTITIES: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
FONT: Final = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"
_REPLACED: Final = "\ufffd"
_WIDE: Final = frozenset("WFA")
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


def svg(box: Box, *content: str, name: str, told: str, **attributes: Attribute) -> Markup:
    """Give a picture that can stand alone or within a page.

    Args:
        box: Its left and upper edge, its width and its height, in units of the drawing.
        *content: What is drawn, the hindmost first.
        name: What it is called.
        told: What it shows, for those who do not see it.
        **attributes: What else is said of it, such as the ``width`` at which it is shown.
    """
    return element(
        "svg",
        title(name),
        element("desc", told),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=" ".join(map(str, box)),
        font_family=FONT,
        **attributes,
    )


def wrapped(words: str, width: int, most: int) -> tuple[str, ...]:
    """Break words into lines: between words where there are some, anywhere in Chinese.

    Args:
        words: What is written.
        width: How much a line holds: a Chinese character takes 2, others take 1, capitals and wide ones somewhat more.
        most: How many lines there may be; what is left over is cut off with ``…``.

    Examples:
        >>> wrapped("向阳街道办事处", 8, 2)
        ('向阳街道', '办事处')
        >>> wrapped("Sunny Side Office", 10, 1)
        ('Sunny Si…',)
    """
    rows: list[str] = []
    left = words.strip()
    while left and len(rows) < most:
        fits = _fitting(left, width)
        if fits < len(left):
            fits = _whole(left, fits) if len(rows) + 1 < most else fits
        rows.append(left[:fits].rstrip())
        left = left[fits:].lstrip()
    if left:
        rows[-1] = rows[-1][: max(1, _fitting(rows[-1], width - 1))].rstrip() + "…"
    return tuple(rows)


def _whole(words: str, fits: int) -> int:
    """Move a break to the left where it would part a word or a number, unless that is all the line holds."""
    start = fits
    while start and words[start].isascii() and words[start] != " " and words[start - 1].isascii():
        if words[start - 1] == " ":
            break
        start -= 1
    return start or fits


def _fitting(words: str, width: int) -> int:
    """Count the characters that a line holds, one at least."""
    taken = 0
    for n, sign in enumerate(words):
        taken += 0 if combining(sign) else 4 if east_asian_width(sign) in _WIDE else 3 if sign.isupper() else 2
        if taken > 2 * width:
            return max(1, n)
    return len(words)
