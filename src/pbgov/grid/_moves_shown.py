"""A change of plan as a notebook shows it: two maps, and the numbers of the grids that changed, in both languages."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from pbgov.base import Lang, Markup, element, in_one, inscribed, listing, paired, said, stacked, svg, text
from pbgov.grid._afar import Afar, afar
from pbgov.grid._closely import Closely, closely
from pbgov.grid._colours import numbered
from pbgov.grid._map import INK, PAPER, Look, grid_map, size_of, view_of
from pbgov.grid._shapes import around

if TYPE_CHECKING:
    from pbgov.grid._moves import PlanChange
    from pbgov.grid._plan import GridPlan

View: TypeAlias = Closely | Afar | None

_SHOWN: Final = 430  # pixels across, each of two maps
_GAP: Final = 20
_HEAD: Final = 30
_ROWS: Final = 60
_COLUMNS: Final = ("joined", "left", "new", "gone")


def change_as_svg(change: PlanChange, lang: Lang | None) -> Markup:
    """Draw the two maps side by side, both of the same ground at the same scale."""
    place = change.after.neighbourhood
    places = ((0, _HEAD), (_SHOWN + _GAP, _HEAD))
    sides = _sides(change)
    maps = [_map(change, side, lang, at) for side, at in zip(sides, places, strict=True)]
    heads = [
        text((x + 8, 20), inscribed(said(f"moves.{side.name}"), lang), font_size=14, font_weight=600, fill=INK)
        for side, (x, _) in zip(sides, places, strict=True)
    ]
    wide, high = (
        2 * _SHOWN + _GAP,
        _HEAD + max(size_of(side.view, Look(shown=_SHOWN, alone=False))[1] for side in sides),
    )
    return svg(
        (0, 0, wide, high),
        element("rect", width=wide, height=high, fill=PAPER, class_="paper"),
        *heads,
        *maps,
        name=in_one(said("moves.map", name=place.name or place.id), lang),
        told=in_one(said("moves.map.desc"), lang),
        class_="change",
        width=wide,
    )


def change_as_html(change: PlanChange) -> Markup:
    """Give the numbers of the change, the two maps, side by side where there is room, and the grids that changed."""
    maps = [
        element(
            "div", element("strong", paired(said(f"moves.{side.name}"))), _map(change, side, None, None),
            style="flex:1 1 20rem;min-width:0;max-width:40rem",
        )
        for side in _sides(change)
    ]  # fmt: skip
    heads = [paired(said(f"moves.{name}")) for name in ("before", "after", "households.before", "households.after")]
    heads += [paired(said(f"moves.{name}")) for name in _COLUMNS]
    rows, same = _rows(change)
    cells = [[paired(said(f"moves.{cell[1:]}")) if cell.startswith("!") else cell for cell in row] for row in rows]
    return element(
        "div",
        element("strong", paired(said("moves.title"))),
        stacked(change.summary()),
        element("div", *maps, style="display:flex;flex-wrap:wrap;gap:1rem"),
        stacked(said("plan.legend.ringed")) if change.moved else "",
        listing(heads, cells[:_ROWS]) if cells else "",
        stacked(said("moves.more", n=len(rows) - _ROWS)) if len(rows) > _ROWS else "",
        stacked(said("moves.same", n=same)),
    )


def change_as_text(change: PlanChange) -> str:
    """Give the numbers of the change, and of the grids that changed, as lines."""
    about = change.summary()
    rows, same = _rows(change)
    lines: list[str] = []
    for old, new, was, now, *moves in rows[:_ROWS]:
        counted = ((said(f"moves.{name}"), n) for name, n in zip(_COLUMNS, moves, strict=True) if n != "0")
        notes = [f"{word.zh} {word.en} {n}" for word, n in counted]
        names = [in_one(said(f"moves.{cell[1:]}"), None) if cell.startswith("!") else cell for cell in (old, new)]
        lines.append(f"  {names[0]} → {names[1]}: {was} → {now}" + (f" ({'; '.join(notes)})" if notes else ""))
    if len(rows) > _ROWS:
        more = said("moves.more", n=len(rows) - _ROWS)
        lines += [more.zh, more.en]
    left = said("moves.same", n=same)
    return "\n".join([about.zh, about.en, *lines, left.zh, left.en])


def views_of(before: GridPlan, after: GridPlan) -> tuple[View, View]:
    """Look at both plans from as near or as far, within edges that hold both."""
    plans = (before, after)
    views: list[View] = [view_of(plan) for plan in plans]
    if any(isinstance(view, Afar) for view in views):
        views = [afar(plan) if isinstance(view, Closely) else view for plan, view in zip(plans, views, strict=True)]
    extents = [view.extent for view in views if view is not None]
    edges = reduce(around, extents) if extents else None
    one, other = (
        view if view is None or view.extent == edges else (closely if isinstance(view, Closely) else afar)(plan, edges)
        for plan, view in zip(plans, views, strict=True)
    )
    return one, other


def _rows(change: PlanChange) -> tuple[list[list[str]], int]:
    """Give the cells of grids that changed, and count the others; ``!`` stands before what is a sentence."""
    frame: dict[str, list[Any]] = change.by_grid()
    rows: list[list[str]] = []
    for old, new, was, now, *moves in zip(*frame.values(), strict=True):
        if old is None or new is None or was != now or any(moves):
            counts = ["–" if n is None else f"{n:,}" for n in (was, now)]
            rows.append([old or "!opened", new or "!closed", *counts, *map(str, moves)])
    return rows, len(frame["before"]) - len(rows)


@attrs.frozen
class _Side:
    """One of the two plans, and how it is drawn.

    Attributes:
        name: Which of the two: ``before`` or ``after``.
        plan: The plan.
        view: What is seen of it.
        numbers: The colour of each grid in turn.
    """

    name: str
    plan: GridPlan
    view: View
    numbers: list[int]


def _sides(change: PlanChange) -> tuple[_Side, _Side]:
    views = views_of(change.before, change.after)
    before, after = _numbers(change, views)
    return _Side("before", change.before, views[0], before), _Side("after", change.after, views[1], after)


def _map(change: PlanChange, side: _Side, lang: Lang | None, place: tuple[int, int] | None) -> Markup:
    look = Look(lang=lang, numbers=side.numbers, ringed=change.moved, shown=_SHOWN, place=place, alone=False)
    return grid_map(side.plan, side.view, look)


def _numbers(change: PlanChange, views: tuple[View, View]) -> tuple[list[int], list[int]]:
    """Choose colours for both plans at once: one for grids that go on, and different ones for neighbours in either."""
    matched = change.matched
    after = {grid: place for place, grid in enumerate(change.after.grids)}
    others = len(after)
    before: list[int] = []
    for grid in change.before.grids:
        if grid in matched:
            before.append(after[matched[grid]])
        else:
            before.append(others)
            others += 1
    near: list[list[int]] = [[] for _ in range(others)]
    touching: list[list[int]] = [[] for _ in near]
    for view, places in zip(views, (before, list(range(len(after)))), strict=True):
        for into, found in ((near, view.near), (touching, view.touching)) if view else ():
            for one, beside in enumerate(found):
                for other in beside:
                    low, high = sorted((places[one], places[other]))
                    into[high].append(low)
    chosen = numbered(near, touching)
    return [chosen[place] for place in before], chosen[: len(after)]
