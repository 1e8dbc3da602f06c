"""A comparison drawn: levels as small bars, and a matrix of mechanisms whose states differ in shape.

One column a side, one row a level or a mechanism. A state is a disc, a triangle, a ring or a dash, so that the drawing
can be read in print and by people who see colours otherwise. A bar compares the sides within its row alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from pbgov.base import (
    LANGS,
    Amount,
    Lang,
    Markup,
    Text,
    element,
    in_one,
    line,
    polygon,
    said,
    svg,
    text,
    title,
    wrapped,
)
from pbgov.comparison._levels import LevelCell
from pbgov.comparison._rows import MechanismCell, Presence
from pbgov.comparison._words import amount_words, codes_of, presence_words

if TYPE_CHECKING:
    from pbgov.comparison._comparison import Comparison

_LABEL: Final = 160  # where the columns begin
_COLUMN: Final = 58
_LINE: Final = 16  # of writing
_GAP: Final = 8  # above and below what a row holds
_HEADING: Final = 34
_BAR: Final = 40  # the longest
_MANY: Final = 8  # from so many sides on the drawing is wider than a page
_INK, _SOFT, _RULE, _BAND = "#1e2329", "#6b6860", "#ddd9d0", "#f4f2ec"
_ACCENT, _BAD = "#1c5d78", "#ad2a20"


@attrs.frozen(kw_only=True)
class _Row:
    """One row, and how high it is."""

    label: tuple[str, ...]
    cells: tuple[Markup, ...]
    lines: int


def drawn(comparison: Comparison, lang: Lang | None) -> Markup:
    """Draw levels and mechanisms."""
    pen = _Pen(comparison, lang)
    levels = [pen.level(row.title, row.cells) for row in comparison.levels]
    mechanisms = [pen.mechanism(row.title, row.cells) for row in comparison.mechanisms]
    parts = [pen.heads()]
    parts += [*pen.part(said("comparison.levels"), levels), *pen.part(said("comparison.mechanisms"), mechanisms)]
    parts += pen.legend()
    name, told = said("comparison.title"), said("comparison.drawing")
    wide = _LABEL + _COLUMN * len(comparison.sides) + _GAP
    box = (0, 0, max(wide, 320), pen.y)
    return svg(
        box,
        element("rect", x=0, y=0, width=box[2], height=box[3], fill="#fff", class_="paper"),
        *parts,
        name=in_one(name, lang),
        told=in_one(told, lang),
        class_="comparison many" if len(comparison.sides) > _MANY else "comparison",
        width=box[2],
        font_size=14,
        fill=_INK,
    )


class _Pen:
    """Where the drawing has come to, from the top down."""

    def __init__(self, comparison: Comparison, lang: Lang | None) -> None:
        self.y = 0
        self._lang: Lang | None = lang
        self._labels = [side.label for side in comparison.sides]
        self._wide = _LABEL + _COLUMN * len(self._labels)

    def _written(self, words: Text, width: int, most: int) -> tuple[str, ...]:
        """Break words into lines: in one language, or in Chinese and then in English."""
        langs: tuple[Lang, ...] = (
            (self._lang,) if self._lang else tuple(reversed(LANGS)) if words.zh != words.en else ("zh",)
        )
        return tuple(one for lang in langs for one in wrapped(words.in_(lang), width, most))

    def _middle(self, side: int) -> int:
        return _LABEL + _COLUMN * side + _COLUMN // 2

    def heads(self) -> Markup:
        """Name the sides above their columns."""
        labels = [self._written(label, 11, 4) for label in self._labels]
        high = max(map(len, labels)) * _LINE
        self.y = high + 2 * _GAP
        return element(
            "g",
            *(
                text((self._middle(side), self.y - _GAP - (len(label) - n) * _LINE + 12), row)
                for side, label in enumerate(labels)
                for n, row in enumerate(label)
            ),
            class_="heads",
            text_anchor="middle",
            font_size=11,
        )

    def part(self, heading: Text, rows: Sequence[_Row]) -> Iterator[Markup]:
        """Draw rows under their heading; a part without rows is left out."""
        if not rows:
            return
        yield text((0, self.y + _HEADING - 12), in_one(heading, self._lang), class_="part", font_weight="bold")
        self.y += _HEADING
        yield line((0, self.y), (self._wide, self.y), stroke=_RULE, class_="rule")
        for n, row in enumerate(rows):
            yield self._row(row, shaded=n % 2 == 1)

    def _row(self, row: _Row, *, shaded: bool) -> Markup:
        high = max(len(row.label), row.lines) * _LINE + _GAP
        middle = self.y + high // 2
        top = middle - len(row.label) * _LINE // 2 + 12
        band = (
            element("rect", x=0, y=self.y, width=self._wide, height=high, fill=_BAND, class_="band") if shaded else ""
        )
        label = [text((4, top + n * _LINE), words, class_="row") for n, words in enumerate(row.label)]
        cells = [
            element("g", cell, transform=f"translate({self._middle(side)} {middle})")
            for side, cell in enumerate(row.cells)
        ]
        self.y += high
        return element("g", band, *label, *cells)

    def level(self, name: Text, cells: Sequence[LevelCell | None]) -> _Row:
        """Draw one level: a bar a side, as long as its number against the greatest of the row."""
        most = max((cell.amount.low for cell in cells if cell), default=0)
        shown = [self._bar(name, side, cell, most) for side, cell in enumerate(cells)]
        return _Row(label=self._written(name, 22, 2), cells=tuple(shown), lines=2)

    def _bar(self, name: Text, side: int, cell: LevelCell | None, most: int) -> Markup:
        if cell is None:
            words = said("comparison.absent")
            return element("g", self._tip(side, name, words), _dash())
        number = amount_words(cell.amount)
        label = cell.label or name
        long = max(2, _BAR * cell.amount.low // most) if cell.amount.low else 0
        bar = element("rect", x=-_BAR // 2, y=5, width=long, height=6, fill=_ACCENT, class_="bar")
        open_ = long and cell.amount.high != cell.amount.low
        end = -_BAR // 2 + long
        more = line((end + 1, 8), (end + 7, 8), stroke=_ACCENT, stroke_width=2, stroke_dasharray="2 2", class_="open")
        figure = text((0, 0), _short(cell.amount), text_anchor="middle", font_size=13)
        return element("g", self._tip(side, label, number), figure, bar if long else "", more if open_ else "")

    def mechanism(self, name: Text, cells: Sequence[MechanismCell]) -> _Row:
        """Draw how one mechanism stands on each side."""
        shown: list[Markup] = []
        for side, cell in enumerate(cells):
            codes = codes_of(cell.asked) if cell.asked else ""
            words = presence_words(cell)
            told = Text(zh=f"{words.zh} {codes}".strip(), en=f"{words.en} {codes}".strip())
            shown.append(element("g", self._tip(side, name, told), _sign(cell.presence)))
        return _Row(label=self._written(name, 22, 2), cells=tuple(shown), lines=1)

    def _tip(self, side: int, name: Text, told: Text) -> Markup:
        parts = (self._labels[side], name, told)
        return title(" · ".join(in_one(one, self._lang) for one in parts))

    def legend(self) -> Iterator[Markup]:
        """Say what the signs mean."""
        self.y += 2 * _GAP
        for presence in Presence:
            rows = self._written(said(f"presence.{presence.value}"), 44, 2)
            yield element("g", _sign(presence), transform=f"translate(14 {self.y + 8})")
            yield element(
                "g",
                *(text((32, self.y + 13 + n * _LINE), words, class_="row") for n, words in enumerate(rows)),
                font_size=13,
            )
            self.y += len(rows) * _LINE + _GAP
        self.y += _GAP


def _short(amount: Amount) -> str:
    """Write a count in the least room: ``≥69`` where there may be more, ``?`` where nothing is known."""
    if amount.low == amount.high:
        return f"{amount.low:,}"
    return f"≥{amount.low:,}" if amount.low else "?"


def _sign(presence: Presence) -> Markup:
    """Draw a state: each has a shape of its own."""
    match presence:
        case Presence.AT_WORK:
            return element("circle", r=7, fill=_ACCENT, class_="sign at_work")
        case Presence.BREACHED:
            return polygon([(0, -8), (8, 7), (-8, 7)], fill=_BAD, class_="sign breached")
        case Presence.SILENT:
            return element("circle", r=6, fill="none", stroke=_ACCENT, stroke_width=2, class_="sign silent")
        case Presence.ABSENT:
            return _dash()


def _dash() -> Markup:
    return line((-5, 0), (5, 0), stroke=_SOFT, stroke_width=2, class_="sign absent")
