"""A rota as a notebook and a page show it: a ring of terms, and its calendar. No person is listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from pbgov.base import (
    Lang,
    Markup,
    Text,
    element,
    in_one,
    listing,
    paired,
    said,
    scrolling,
    stacked,
    svg,
    term,
    text,
)

if TYPE_CHECKING:
    from pbgov.rules._rota import Rota, Turn

_SIZE: Final = 320
_RING: Final = 98  # the radius of the ring's middle
_BROAD: Final = 44
_MONTHS: Final = 146  # the radius on which the months stand
_MOST_MONTHS: Final = 24  # beyond that there is no room for them
_MOST_TERMS: Final = 48  # beyond that numbers would lie on each other
_LISTED: Final = 12  # terms in the calendar of a notebook, unless a cycle has more
_ROWS: Final = 60
_DAY: Final = timedelta(days=1)
_PAPER: Final = "#ffffff"
_ODD: Final = "#e4eef2"
_EVEN: Final = "#cfe0e7"
_NOW: Final = "#1c5d78"
_INK: Final = "#1e2329"
_SOFT: Final = "#59616c"


def ring(rota: Rota, turns: Sequence[Turn], now: Turn | None, lang: Lang | None) -> Markup:
    """Draw a cycle as a ring: one arc a term, measured in tenths of months.

    Every look is an attribute, so the picture stands alone, and a page with a sheet of style may give it another.
    """
    whole, arc = 10 * rota.months * len(turns), 10 * rota.months
    arcs = [
        element(
            "circle", r=_RING, pathLength=whole, stroke_dasharray=f"{arc - 1} {whole - arc + 1}",
            stroke_dashoffset=-place * arc, class_=_look(turn, place, now), fill="none", stroke_width=_BROAD,
            stroke=_NOW if turn == now else _EVEN if place % 2 else _ODD,
        )
        for place, turn in enumerate(turns)
    ]  # fmt: skip
    numbers = [
        _written(
            _point(_RING, place * arc + arc // 2, whole), f"{turn.number + 1}", "now" if turn == now else "",
            fill=_PAPER if turn == now else _INK, font_weight=600,
        )
        for place, turn in enumerate(turns)
        if len(turns) <= _MOST_TERMS
    ]  # fmt: skip
    first = rota.start.month - 1 + turns[0].number * rota.months
    months = [
        _written(_point(_MONTHS, 10 * month + 5, whole), f"{(first + month) % 12 + 1}", "month", fill=_SOFT)
        for month in range(whole // 10 if whole // 10 <= _MOST_MONTHS else 0)
    ]
    half = _SIZE // 2
    return svg(
        (-half, -half, _SIZE, _SIZE),
        element("rect", x=-half, y=-half, width=_SIZE, height=_SIZE, fill=_PAPER, class_="paper"),
        element("g", *arcs, transform="rotate(-90)"),
        *numbers,
        *months,
        name=in_one(said("display.rota.title"), lang),
        told=in_one(said("display.rota.desc"), lang),
        class_="ring",
        width=_SIZE,
    )


def _look(turn: Turn, place: int, now: Turn | None) -> str:
    return "now" if turn == now else "even" if place % 2 else "odd"


def _written(at: tuple[int, int], words: str, look: str, **more: str | int) -> Markup:
    return text(
        at, words, class_=look, text_anchor="middle", dominant_baseline="central", font_size=14 if look else 16, **more
    )


def _point(radius: int, share: int, whole: int) -> tuple[int, int]:
    """Give the point at so much of the way round, clockwise from the top."""
    angle = 2 * pi * share / whole
    return round(radius * sin(angle)), round(-radius * cos(angle))


def rota_as_html(rota: Rota) -> Markup:
    """Give the first cycle as a ring, and the calendar as a table."""
    heads = [paired(said(f"display.rota.{name}")) for name in ("term", "group", "first", "last")]
    vacant = paired(said("display.rota.vacant"))
    rows = [(f"{turn.number + 1}", turn.group or vacant, f"{turn.period.start}", _last(turn)) for turn in _listed(rota)]
    return element(
        "div",
        element("strong", paired(said("rota.title"))),
        stacked(_about(rota)),
        scrolling(Markup(rota.to_svg())),
        listing(heads, rows),
    )


def rota_as_text(rota: Rota) -> str:
    """Give the calendar as lines."""
    about, vacant = _about(rota), said("display.rota.vacant")
    rows = [
        f"  {turn.number + 1}  {turn.period.start} – {_last(turn)}  {turn.group or f'{vacant.zh} {vacant.en}'}"
        for turn in _listed(rota)
    ]
    return "\n".join([about.zh, about.en, *rows])


def _about(rota: Rota) -> Text:
    groups = len({turn.group for turn in rota.cycle()} - {None})
    role = term(rota.role.value)
    return said("rota.about", role=role, groups=groups, months=rota.months, start=rota.start)


def _listed(rota: Rota) -> Iterator[Turn]:
    """Yield the terms of the first cycles, and on to the one after the last event."""
    until = rota.events[-1].on if rota.events else date.min
    number = rows = 0
    while rows < _ROWS and (turns := rota.cycle(number)):
        yield from turns[: _ROWS - rows]
        rows += len(turns)
        end = turns[-1].period.end
        if end is None or (end > until and rows + len(turns) > _LISTED):
            return
        number += 1


def _last(turn: Turn) -> str:
    return f"{turn.period.end - _DAY}" if turn.period.end else "…"
