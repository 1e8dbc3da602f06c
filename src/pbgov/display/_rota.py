"""The rota: who takes the chair when, as a ring and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import cos, pi, sin
from typing import Final

from pbgov.base import Markup, Period, Text, element, join, said, text, title
from pbgov.display._names import Names
from pbgov.display._words import phrase, scrolling, section, table, words
from pbgov.rules import Rota, Turn

_SIZE: Final = 320
_RING: Final = 98  # the radius of the ring's middle
_MONTHS: Final = 146  # the radius on which the months stand
_MOST_MONTHS: Final = 24  # beyond that there is no room for them
_DAY: Final = timedelta(days=1)


def rotation(rota: Rota, names: Names, on: date) -> Markup:
    """Show the cycle of a day, before the start the first one, and who is in the chair on the day."""
    now = rota.on(on) if on >= rota.start else None
    turns = rota.cycle((now or rota.term(0)).cycle)
    groups = len({turn.group for turn in turns} - {None})
    about = words("display.rota.about", groups=groups, months=rota.months, start=rota.start)
    if now is None:
        chair = words("display.rota.before", day=on)
    elif rota.stint(on).vacancy:
        chair = words("display.rota.empty", day=on, number=now.number + 1)
    else:
        chair = words("display.rota.now", day=on, group=_holder(now, names), number=now.number + 1)
    return section(
        "rota",
        words("display.rota"),
        element("p", about, " ", element("strong", chair), class_="about"),
        element("div", _ring(rota, turns, now), scrolling("rota-heading", _table(turns, names, now)), class_="rota"),
    )


def _holder(turn: Turn, names: Names) -> Text:
    return names.of(turn.group) if turn.group else said("display.rota.vacant")


def _table(turns: Sequence[Turn], names: Names, now: Turn | None) -> Markup:
    columns = [words(f"display.rota.{name}") for name in ("term", "group", "first", "last")]
    rows: list[tuple[str, ...]] = []
    for turn in turns:
        badge = element("span", words("display.rota.in_chair"), class_="badge now") if turn == now else ""
        rows.append((f"{turn.number + 1}", join((phrase(_holder(turn, names)), badge), " "), *_ends(turn.period)))
    return table(columns, rows)


def _ends(period: Period) -> list[Markup]:
    """Give the first and the last day of a term."""
    last = period.end - _DAY if period.end else None
    return [element("time", f"{day}") for day in (period.start, last)]


def _ring(rota: Rota, turns: Sequence[Turn], now: Turn | None) -> Markup:
    """Draw a cycle as a ring: one arc a term, measured in tenths of months."""
    whole, arc = 10 * rota.months * len(turns), 10 * rota.months
    arcs = [
        element(
            "circle",
            r=_RING,
            pathLength=whole,
            stroke_dasharray=f"{arc - 1} {whole - arc + 1}",
            stroke_dashoffset=-place * arc,
            class_="now" if turn == now else "even" if place % 2 else "odd",
        )
        for place, turn in enumerate(turns)
    ]
    numbers = [
        text(_point(_RING, place * arc + arc // 2, whole), f"{turn.number + 1}", class_="now" if turn == now else "")
        for place, turn in enumerate(turns)
    ]
    first = rota.start.month - 1 + turns[0].number * rota.months
    months = [
        text(_point(_MONTHS, 10 * month + 5, whole), f"{(first + month) % 12 + 1}", class_="month")
        for month in range(whole // 10 if whole // 10 <= _MOST_MONTHS else 0)
    ]
    spoken, told = said("display.rota.title"), said("display.rota.desc")
    return element(
        "svg",
        title(f"{spoken.en} / {spoken.zh}", id="ring-title"),
        element("desc", f"{told.en} / {told.zh}", id="ring-desc"),
        element("g", *arcs, transform="rotate(-90)"),
        *numbers,
        *months,
        class_="ring",
        role="img",
        aria_labelledby="ring-title ring-desc",
        viewBox=f"{-_SIZE // 2} {-_SIZE // 2} {_SIZE} {_SIZE}",
    )


def _point(radius: int, share: int, whole: int) -> tuple[int, int]:
    """Give the point at so much of the way round, clockwise from the top."""
    angle = 2 * pi * share / whole
    return round(radius * sin(angle)), round(-radius * cos(angle))
