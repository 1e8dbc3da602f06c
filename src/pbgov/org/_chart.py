"""The chart of an organisation as a picture: each level a column, what is subordinate to the right.

The three relations differ in the stroke and not in the colour alone: the administrative parent is a full line, the
host of a joint body a dotted one, and who leads whom a dashed arrow. No part of the picture is named, so that several
stand on one page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from pbgov.base import Lang, Markup, element, in_one, join, said, svg, term, text, title, wrapped
from pbgov.org._labels import SMALL_WIDTH, name_lines, rest_lines, small_lines, tip
from pbgov.org._outline import Box, Outline, Rest
from pbgov.org._records import Body

_WIDE: Final = 204
_GAP: Final = 46
_BETWEEN: Final = 9
_MARGIN: Final = 16
_PAD: Final = 7
_NAME: Final = 13
_SMALL: Final = 11
_NAME_LINE: Final = 18
_SMALL_LINE: Final = 15
_MIDDLE: Final = 16  # where lines reach a box, below its upper edge
_LANE: Final = 11  # how far before a box the arrows to it run down
_LEAST: Final = 420
_INK: Final = "#1e2329"
_SOFT: Final = "#59616c"
_PARENT: Final = "#59616c"
_HOST: Final = "#0072b2"
_LEADS: Final = "#b34a00"


@attrs.frozen
class _Place:
    """Where an item stands."""

    x: int
    y: int
    high: int

    @property
    def foot(self) -> int:
        return self.y + self.high


def picture(drawn: Outline, lang: Lang | None) -> Markup:
    """Draw an outline as SVG."""
    heads = _heads(drawn, lang)
    top = _MARGIN + _SMALL_LINE * max((len(head) for head in heads.values()), default=0) + _PAD
    places = _placed(drawn, lang, top)
    foot = max((place.foot for place in places), default=top)
    legend = _legend(drawn, lang, foot + 2 * _PAD)
    columns = max((item.depth for item in drawn.items), default=0) + 1
    wide = max(_LEAST, 2 * _MARGIN + columns * _WIDE + (columns - 1) * _GAP)
    high = foot + 2 * _PAD + _SMALL_LINE * len(legend) + _MARGIN
    return svg(
        (0, 0, wide, high),
        element("rect", width=wide, height=high, fill="#ffffff"),
        *(_head(depth, rows) for depth, rows in heads.items()),
        *(_link(drawn, places, n) for n in range(len(drawn.items))),
        *(_lead(places[leader], places[n]) for n, item in enumerate(drawn.items) for leader in _leaders(item)),
        *(_figure(item, place, lang) for item, place in zip(drawn.items, places, strict=True)),
        *legend,
        name=in_one(said("chart.title"), lang),
        told=in_one(said("chart.desc", n=len(drawn.boxes)), lang),
        font_size=_NAME,
        width=wide,
        height=high,
        style=f"max-width:100%;min-width:{wide * 2 // 3}px;height:auto",  # letters stay large enough to be read
    )


def _leaders(item: Box | Rest) -> Sequence[int]:
    return item.leaders if isinstance(item, Box) else ()


def _heads(drawn: Outline, lang: Lang | None) -> Mapping[int, Sequence[str]]:
    """Name the level that most boxes of a column are of."""
    levels: dict[int, Counter[str]] = {}
    for box in drawn.boxes:
        level = None if isinstance(box.row, Body) else box.row.level
        if level is not None:
            levels.setdefault(box.depth, Counter())[level] += 1
    return {
        depth: wrapped(" · ".join(in_one(term(level), lang) for level, _ in found.most_common(2)), SMALL_WIDTH, 2)
        for depth, found in sorted(levels.items())
    }


def _head(depth: int, rows: Sequence[str]) -> Markup:
    return _written((_left(depth), _MARGIN + _SMALL), rows, _SMALL, _SMALL_LINE, fill=_SOFT, font_weight=600)


def _left(depth: int) -> int:
    return _MARGIN + depth * (_WIDE + _GAP)


def _placed(drawn: Outline, lang: Lang | None, top: int) -> list[_Place]:
    """Stand the first below a box beside it, the next below everything before."""
    feet = [top - _BETWEEN] * (max((item.depth for item in drawn.items), default=0) + 1)
    places: list[_Place] = []
    for item in drawn.items:
        y = max(feet[item.depth :]) + _BETWEEN
        if item.above is not None:
            y = max(y, places[item.above].y)
        place = _Place(_left(item.depth), y, _high(item, lang))
        feet[item.depth] = place.foot
        places.append(place)
    return places


def _high(item: Box | Rest, lang: Lang | None) -> int:
    if isinstance(item, Rest):
        return 2 * _PAD + _SMALL_LINE * len(rest_lines(item, lang))
    return 2 * _PAD + _NAME_LINE * len(name_lines(item)) + _SMALL_LINE * len(small_lines(item, lang))


def _link(drawn: Outline, places: Sequence[_Place], n: int) -> Markup:
    """Draw the line to what an item stands under."""
    item, here = drawn.items[n], places[n]
    if item.above is None:
        return Markup()
    above = places[item.above]
    hosted = isinstance(item, Box) and isinstance(item.row, Body)
    turn = here.x - _GAP // 2 + (6 if hosted else 0)
    path = f"M{above.x + _WIDE} {above.y + _MIDDLE}H{turn}V{here.y + _MIDDLE}H{here.x}"
    return _stroke(path, _HOST if hosted else _PARENT, "1 4" if hosted else None)


def _stroke(path: str, colour: str, dashes: str | None, width: int = 2) -> Markup:
    return element(
        "path", d=path, fill="none", stroke=colour, stroke_width=width, stroke_dasharray=dashes,
        stroke_linecap="round" if dashes else None,
    )  # fmt: skip


def _lead(leader: _Place, led: _Place) -> Markup:
    """Draw an arrow from who leads to who is led: from the left edge where the led one does not stand to the right."""
    start = leader.x + _WIDE if led.x > leader.x else leader.x
    y, to_x, to_y = leader.foot - _PAD, led.x - 1, led.foot - _PAD
    path = f"M{start} {y}H{led.x - _LANE}V{to_y}H{to_x - 6}"
    return join((_stroke(path, _LEADS, "6 4"), _arrow(to_x, to_y)))


def _arrow(x: int, y: int) -> Markup:
    return element("path", d=f"M{x} {y}l-8-4v8z", fill=_LEADS)


def _figure(item: Box | Rest, place: _Place, lang: Lang | None) -> Markup:
    x, y = place.x + _PAD + 2, place.y + _PAD
    if isinstance(item, Rest):
        at = (x, y + _SMALL)
        return _written(at, rest_lines(item, lang), _SMALL, _SMALL_LINE, fill=_SOFT, font_style="italic")
    names = name_lines(item)
    return element(
        "g",
        title(tip(item)),
        _frame(item, place),
        _written((x, y + _NAME), names, _NAME, _NAME_LINE, fill=_INK, font_weight=600),
        _written((x, y + _NAME_LINE * len(names) + _SMALL), small_lines(item, lang), _SMALL, _SMALL_LINE, fill=_SOFT),
    )


def _frame(box: Box, place: _Place) -> Markup:
    """Draw the frame: round and dotted for a body, double under dual leadership, dashed where it is made up."""
    body = isinstance(box.row, Body)
    dashes = "1 3" if body else "5 3" if box.row.made_up else None
    outer = element(
        "rect", x=place.x, y=place.y, width=_WIDE, height=place.high, rx=16 if body else 3, fill="#ffffff",
        stroke=_HOST if body else _INK, stroke_width=1, stroke_dasharray=dashes,
    )  # fmt: skip
    if not box.dual:
        return outer
    inner = element(
        "rect", x=place.x + 3, y=place.y + 3, width=_WIDE - 6, height=place.high - 6, rx=2, fill="none",
        stroke=_LEADS, stroke_width=1,
    )  # fmt: skip
    return join((outer, inner))


def _written(at: tuple[int, int], rows: Sequence[str], size: int, line: int, **look: str | int) -> Markup:
    x, y = at
    return join(text((x, y + n * line), row, font_size=size, **look) for n, row in enumerate(rows))


def _legend(drawn: Outline, lang: Lang | None, top: int) -> list[Markup]:
    """Explain the strokes that are there, and say what is not."""
    boxes = drawn.boxes
    keys: list[tuple[str, Markup]] = []
    if any(box.above is not None and not isinstance(box.row, Body) for box in boxes):
        keys.append(("parent", _stroke("M0 0H30", _PARENT, None)))
    if any(isinstance(box.row, Body) for box in boxes):
        keys.append(("host", _stroke("M0 0H30", _HOST, "1 4")))
    if any(box.leaders for box in boxes):
        keys.append(("leads", join((_stroke("M0 0H24", _LEADS, "6 4"), _arrow(32, 0)))))
    if any(box.dual for box in boxes):
        frames = [element("rect", x=n, y=n - 6, width=30 - 2 * n, height=12 - 2 * n, fill="none", stroke=colour)
                  for n, colour in ((0, _INK), (3, _LEADS))]  # fmt: skip
        keys.append(("dual", join(frames)))
    rows = [(key, in_one(said(f"chart.{name}"), lang)) for name, key in keys]
    if drawn.adrift:
        rows.append((Markup(), in_one(said("chart.adrift", n=drawn.adrift), lang)))
    if not drawn.items:
        rows.append((Markup(), in_one(said("chart.none"), lang)))
    return [
        element(
            "g",
            key,
            text((42 if key else 0, 4), words, font_size=_SMALL, fill=_SOFT),
            transform=f"translate({_MARGIN} {top + n * _SMALL_LINE + _PAD})",
        )
        for n, (key, words) in enumerate(rows)
    ]
