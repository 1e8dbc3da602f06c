"""What is written in a box of the chart and what on it, in one language or in both."""

from __future__ import annotations

from typing import Final

from pbgov.base import Lang, Text, in_one, said, term, wrapped
from pbgov.org._outline import Box, Rest
from pbgov.org._records import Body

NAME_WIDTH: Final = 28  # half-width characters in a line of a name
SMALL_WIDTH: Final = 34
_NAME_LINES: Final = 3
_SMALL_LINES: Final = 2


def called(box: Box) -> str:
    """Give the name of what a box stands for; what has none is called by its identifier."""
    return box.row.name or box.row.id


def tip(box: Box) -> str:
    """Give the whole name and the identifier."""
    return f"{box.row.name} · {box.row.id}" if box.row.name else box.row.id


def name_lines(box: Box) -> tuple[str, ...]:
    """Give the name as lines."""
    return wrapped(called(box), NAME_WIDTH, _NAME_LINES)


def small_lines(box: Box, lang: Lang | None) -> tuple[str, ...]:
    """Say what kind of unit or body it is, whether it is made up, who leads it, and how many sit in it."""
    said_of = [_kind(box)]
    if isinstance(box.row, Body) and box.members:
        said_of.append(said("chart.members", n=box.members))
    if box.dual:
        said_of.append(said("chart.dual.mark"))
    if box.named and box.unnamed:
        said_of.append(said("chart.led_by.more", who=_joined(box.named), n=box.unnamed))
    elif box.named:
        said_of.append(said("chart.led_by", who=_joined(box.named)))
    elif box.unnamed:
        said_of.append(said("chart.led_by.others", n=box.unnamed))
    return tuple(line for one in said_of for line in wrapped(in_one(one, lang), SMALL_WIDTH, _SMALL_LINES))


def rest_lines(rest: Rest, lang: Lang | None) -> tuple[str, ...]:
    """Say how many are not drawn."""
    key = "chart.rest" if rest.n == rest.whole else "chart.rest.deep"
    return wrapped(in_one(said(key, n=rest.n, whole=rest.whole), lang), SMALL_WIDTH, 2 * _SMALL_LINES)


def _kind(box: Box) -> Text:
    kind = term(box.row.kind)
    if not box.row.made_up:
        return kind
    made_up = term("made_up")
    return Text(zh=f"{kind.zh}（{made_up.zh}）", en=f"{kind.en} ({made_up.en})")


def _joined(names: tuple[str, ...]) -> Text:
    return Text(zh="、".join(names), en=", ".join(names))
