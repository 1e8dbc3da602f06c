"""The rota: who takes the chair when, as a ring and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from pbgov.base import Markup, Period, Text, element, join, said
from pbgov.display._names import Names
from pbgov.display._words import inlined, phrase, scrolling, section, table, words
from pbgov.rules import Rota, Turn

_DAY: Final = timedelta(days=1)


def rotation(rota: Rota, names: Names, on: date, prefix: str) -> Markup:
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
    name = f"{prefix}rota"
    return section(
        name,
        words("display.rota"),
        element("p", about, " ", element("strong", chair), class_="about"),
        element(
            "div", inlined(rota.to_svg(on=on)), scrolling(f"{name}-heading", _table(turns, names, now)), class_="rota"
        ),
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
