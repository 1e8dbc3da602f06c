"""Lifecycles drawn from their tables: as a picture, and as text for Mermaid.

States stand in rows, each below those it is reached from. A step to the next row is a line straight down; one that
leaps ahead goes round on the right, one that leads back on the left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from pbgov.base import FONT, Markup, Text, element, said, text, title
from pbgov.rules import Lifecycle, Transition

Point: TypeAlias = tuple[int, int]

_WIDE: Final = 190  # a state
_HIGH: Final = 50
_LINE: Final = 16  # a line of writing
_ACROSS: Final = 250  # from one state to the next
_DOWN: Final = 66  # between two rows
_LANE: Final = 150  # between two ways round
_MARGIN: Final = 24
_INK: Final = "#26323c"
_WAY: Final = "#5b7083"


@attrs.frozen(kw_only=True)
class _Sheet:
    """Where everything stands.

    Attributes:
        rank: The row of each state.
        at: The middle of the upper edge of each state.
        high: The height of each state.
        left: Where the states begin.
        right: Where they end.
        bottom: Where the last row ends.
    """

    rank: Mapping[str, int]
    at: Mapping[str, Point]
    high: Mapping[str, int]
    left: int
    right: int
    bottom: int


def diagram(lifecycle: Lifecycle) -> Markup:
    """Draw a lifecycle as a picture (SVG), in both languages.

    Examples:
        >>> from pbgov.packs import PLEDGE
        >>> diagram(PLEDGE)[:4]
        '<svg'
    """
    back = _turning_back(lifecycle)
    rank = _ranks(lifecycle, back)
    ways = _ways(lifecycle)
    straight = {way for way in ways if rank[way[1]] == rank[way[0]] + 1}
    behind = _lanes([way for way in ways if way not in straight and rank[way[1]] <= rank[way[0]]], ways)
    ahead = _lanes([way for way in ways if way not in straight and rank[way[1]] > rank[way[0]]], ways)
    sheet = _placed(lifecycle, rank, len(behind) * _LANE)
    width = sheet.right + len(ahead) * _LANE + _MARGIN
    lines = [_straight(sheet, way, ways[way], lifecycle) for way in sorted(straight)]
    lines += [_round(sheet, lane, n, lifecycle, left=False) for n, lane in enumerate(ahead)]
    lines += [_round(sheet, lane, n, lifecycle, left=True) for n, lane in enumerate(behind)]
    legend = said("lifecycle.legend")
    foot = [
        _write((_MARGIN, sheet.bottom + 26 + n * _LINE), words, 11, "start") for n, words in enumerate(_both(legend))
    ]
    name = said("lifecycle.drawing", title=lifecycle.title)
    return element(
        "svg",
        title(f"{name.zh} / {name.en}"),
        element("defs", _arrow(lifecycle)),
        *lines,
        *(_state(lifecycle, sheet, state) for state in lifecycle.states),
        *foot,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=f"0 0 {max(width, 640)} {sheet.bottom + 56}",
        width=max(width, 640),
        font_family=FONT,
    )


def mermaid(lifecycle: Lifecycle) -> str:
    """Write a lifecycle as a state diagram for Mermaid, in both languages.

    Examples:
        >>> from pbgov.packs import PLEDGE
        >>> print(mermaid(PLEDGE).splitlines()[4])
            [*] --> s0
    """
    names = {state: f"s{n}" for n, state in enumerate(lifecycle.states)}
    rows = [f'state "{_plain(words)}" as {names[state]}' for state, words in lifecycle.states.items()]
    rows.append(f"[*] --> {names[lifecycle.start]}")
    rows += [
        f"{names[one.state]} --> {names[one.to]}: {_plain(lifecycle.acts[one.act])}" for one in lifecycle.transitions
    ]
    rows += [f"{names[state]} --> [*]" for state in lifecycle.finals]
    return "\n".join(["stateDiagram-v2", *(f"    {row}" for row in rows)]) + "\n"


def _plain(words: Text) -> str:
    """Write both languages without the signs that Mermaid reads."""
    return "".join(" " if sign in '":;#' else sign for sign in f"{words.zh} {words.en}")


def _ways(lifecycle: Lifecycle) -> dict[tuple[str, str], tuple[Transition, ...]]:
    """Join the steps from one state to one other."""
    ways: defaultdict[tuple[str, str], list[Transition]] = defaultdict(list)
    for one in lifecycle.transitions:
        if one.state != one.to:
            ways[one.state, one.to].append(one)
    return {way: tuple(steps) for way, steps in ways.items()}


def _turning_back(lifecycle: Lifecycle) -> set[tuple[str, str]]:
    """Find the steps that lead back to where the way to them came through."""
    back: set[tuple[str, str]] = set()
    open_: list[str] = []
    seen: set[str] = set()

    def visit(state: str) -> None:
        seen.add(state)
        open_.append(state)
        for step in lifecycle.leaving(state):
            if step.to in open_:
                back.add((state, step.to))
            elif step.to not in seen:
                visit(step.to)
        open_.pop()

    visit(lifecycle.start)
    return back


def _ranks(lifecycle: Lifecycle, back: set[tuple[str, str]]) -> dict[str, int]:
    """Give each state the row below the lowest that leads to it."""
    rank = dict.fromkeys(lifecycle.states, 0)
    for _ in lifecycle.states:
        for one in lifecycle.transitions:
            if (one.state, one.to) not in back:
                rank[one.to] = max(rank[one.to], rank[one.state] + 1)
    return rank


def _lanes(
    ways: Sequence[tuple[str, str]], steps: Mapping[tuple[str, str], tuple[Transition, ...]]
) -> list[tuple[tuple[Transition, ...], ...]]:
    """Let the ways that lead to one state by the same acts share one lane."""
    lanes: defaultdict[tuple[str, tuple[str, ...]], list[tuple[Transition, ...]]] = defaultdict(list)
    for way in ways:
        lanes[way[1], tuple(step.act for step in steps[way])].append(steps[way])
    return [tuple(lane) for lane in lanes.values()]


def _placed(lifecycle: Lifecycle, rank: Mapping[str, int], left: int) -> _Sheet:
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for state in lifecycle.states:
        rows[rank[state]].append(state)
    widest = max(len(row) for row in rows.values())
    stays = {state: sum(one.to == state for one in lifecycle.leaving(state)) for state in lifecycle.states}
    high = {state: _HIGH + _LINE * n for state, n in stays.items()}
    at: dict[str, Point] = {}
    top = _MARGIN
    for number in sorted(rows):
        row = _in_order(rows[number], lifecycle, at)
        first = left + _MARGIN + (widest - len(row)) * _ACROSS // 2 + _ACROSS // 2
        at |= {state: (first + n * _ACROSS, top) for n, state in enumerate(row)}
        top += max(high[state] for state in row) + _DOWN
    edge = left + _MARGIN + widest * _ACROSS
    return _Sheet(rank=rank, at=at, high=high, left=left + _MARGIN, right=edge, bottom=top - _DOWN)


def _in_order(row: Sequence[str], lifecycle: Lifecycle, at: Mapping[str, Point]) -> list[str]:
    """Put the states of a row below those that lead to them."""

    def middle(state: str) -> tuple[int, int]:
        above = [at[one.state][0] for one in lifecycle.transitions if one.to == state and one.state in at]
        return (sum(above) // len(above) if above else 0), row.index(state)

    return sorted(row, key=middle)


def _state(lifecycle: Lifecycle, sheet: _Sheet, state: str) -> Markup:
    """Draw one state, and the acts that leave it as it is."""
    (x, y), high = sheet.at[state], sheet.high[state]
    first, last = state == lifecycle.start, state in lifecycle.finals
    frame = element(
        "rect", x=x - _WIDE // 2, y=y, width=_WIDE, height=high, rx=8, fill="#eef3f7" if last else "#ffffff",
        stroke=_INK, stroke_width=3 if first else 1,
    )  # fmt: skip
    inner = element(
        "rect", x=x - _WIDE // 2 + 4, y=y + 4, width=_WIDE - 8, height=high - 8, rx=5, fill="none", stroke=_INK
    )
    words = [_write((x, y + 21), lifecycle.states[state].zh, 15), _write((x, y + 39), lifecycle.states[state].en, 12)]
    stays = [step for step in lifecycle.leaving(state) if step.to == state]
    words += [
        _write((x, y + _HIGH + 6 + n * _LINE), f"↻ {_called(lifecycle, step)}", 11, ink=_WAY)
        for n, step in enumerate(stays)
    ]
    return element("g", frame, inner if last else "", *words)


def _called(lifecycle: Lifecycle, step: Transition) -> str:
    words = lifecycle.acts[step.act]
    return f"{words.zh} {words.en}{_marks(step)}"


def _marks(step: Transition) -> str:
    return ("◆" if step.guards or step.by else "") + ("◇" if step.spans() else "")


def _straight(sheet: _Sheet, way: tuple[str, str], steps: Sequence[Transition], lifecycle: Lifecycle) -> Markup:
    (x, y), (to_x, to_y) = sheet.at[way[0]], sheet.at[way[1]]
    from_y = y + sheet.high[way[0]]
    half = (to_y - from_y) // 2
    path = f"M{x} {from_y}C{x} {from_y + half} {to_x} {to_y - half} {to_x} {to_y - 2}"
    near = {(one.state, one.to) for one in lifecycle.transitions if sheet.rank[one.to] == sheet.rank[one.state] + 1}
    leaving = sum(one == way[0] for one, _ in near)
    entering = sum(one == way[1] for _, one in near)
    share = 2 + (leaving > entering) - (leaving < entering)  # quarters of the way: where there is more room
    middle = (x + (to_x - x) * share // 4 + 6, (from_y + to_y) // 2 + 4 * (share - 2))
    return element("g", _path(path, lifecycle), _label(middle, steps, lifecycle))


def _round(
    sheet: _Sheet, lane: Sequence[Sequence[Transition]], number: int, lifecycle: Lifecycle, *, left: bool
) -> Markup:
    """Lead the ways of a lane round the states, on one side."""
    side = -1 if left else 1
    edge = sheet.left - number * _LANE - 10 if left else sheet.right + number * _LANE + 10
    to_x, to_y = sheet.at[lane[0][0].to]
    enter = to_y - 12 - 5 * (number % 3)
    paths: list[Markup] = []
    starts: list[int] = []
    for steps in lane:
        x, y = sheet.at[steps[0].state]
        out = y + sheet.high[steps[0].state]
        turn = out + 10 + 5 * (number % 3)
        starts.append(turn)
        near, far = x + side * (_WIDE // 2 - 20), to_x + side * (_WIDE // 2 - 20)
        paths.append(_path(f"M{near} {out}V{turn}H{edge}V{enter}H{far}V{to_y - 2}", lifecycle))
    middle = (min(starts) + enter) // 2 if len(starts) == 1 else (max(starts) + enter) // 2
    at = (edge - 6 if left else edge + 6, middle)
    return element("g", *paths, _label(at, lane[0], lifecycle, "end" if left else "start"))


def _path(path: str, lifecycle: Lifecycle) -> Markup:
    return element(
        "path", d=path, fill="none", stroke=_WAY, stroke_width=1, stroke_linejoin="round",
        marker_end=f"url(#arrow-{lifecycle.id})",
    )  # fmt: skip


def _arrow(lifecycle: Lifecycle) -> Markup:
    point = element("path", d="M0 0L8 4L0 8z", fill=_WAY)
    return element(
        "marker", point, id=f"arrow-{lifecycle.id}", viewBox="0 0 8 8", refX=8, refY=4, markerWidth=8, markerHeight=8,
        orient="auto",
    )  # fmt: skip


def _label(at: Point, steps: Sequence[Transition], lifecycle: Lifecycle, anchor: str = "start") -> Markup:
    """Name the acts of a way, one below the other, Chinese above English."""
    words: list[str] = []
    for step in steps:
        words += [f"{lifecycle.acts[step.act].zh}{_marks(step)}", lifecycle.acts[step.act].en]
    top = at[1] - (len(words) - 2) * 7
    shown = [_write((at[0], top + n * 14), word, 12 - n % 2, anchor, halo=True) for n, word in enumerate(words)]
    return element("g", *shown)


def _write(at: Point, words: str, size: int, anchor: str = "middle", *, ink: str = _INK, halo: bool = False) -> Markup:
    behind: dict[str, str | int] = (
        {"stroke": "#ffffff", "stroke_width": 4, "paint_order": "stroke", "stroke_linejoin": "round"} if halo else {}
    )
    return text(at, words, font_size=size, text_anchor=anchor, fill=ink, **behind)


def _both(words: Text) -> tuple[str, str]:
    return words.zh, words.en
