"""A plan as tables and as a notebook shows it: the numbers of its grids and the map, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from pbgov.base import (
    Argument,
    Band,
    Frame,
    Markup,
    Text,
    both,
    columns,
    element,
    listing,
    paired,
    said,
    scrolling,
    stacked,
)
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.grid._checks import as_bounds, as_ids
from pbgov.grid._colours import COLOURS, FILLS
from pbgov.grid._places import connected_parts

if TYPE_CHECKING:
    from pbgov.grid._map import Remark
    from pbgov.grid._plan import GridPlan

_ROWS: Final = 60
_COLUMNS: Final = ("grid", "buildings", "households", "residents", "compounds", "cut")


def by_grid(plan: GridPlan, households: tuple[int, int] | Band | None, waived: Collection[str]) -> Frame:
    """Give one row a grid; ``GridPlan.by_grid`` says which columns."""
    place, homes, excused = plan.neighbourhood, plan.homes, as_waived(plan, waived)
    counts, residents, off = plan.households(), plan.residents(), outside(plan, households)
    crossing = Counter(end for a, b in place.edges if homes[a] != homes[b] for end in (homes[a], homes[b]))
    return columns(
        plan.grids.values(),
        {
            "grid": lambda grid: grid.id,
            "neighbourhood": lambda _: place.id,
            "buildings": lambda grid: len(grid.members),
            "households": lambda grid: counts[grid.id],
            "residents": lambda grid: residents[grid.id],
            "compounds": lambda grid: len({place.building(member).compound for member in grid.members} - {None}),
            "cut": lambda grid: crossing[grid.id],
            "pieces": lambda grid: len(
                connected_parts(place.links, [place.positions[member] for member in grid.members])
            ),
            "outside": lambda grid: None if households is None else off.get(grid.id, 0),
            "waived": lambda grid: grid.id in excused,
        },
    )


def as_waived(plan: GridPlan, waived: Iterable[str]) -> frozenset[str]:
    """Give the grids of a plan that stand above the ceiling with a waiver.

    Raises:
        InvalidValueError: They are no identifiers.
        UnknownIdError: One is no grid of this plan.
    """
    return frozenset(_known(plan, "waived", as_ids("waived", waived, "plan.waived")))


def as_marked(plan: GridPlan, marked: Mapping[str, Remark]) -> dict[str, Remark]:
    """Give what was found about grids of a plan.

    Raises:
        InvalidValueError: It is no mapping of identifiers to texts or strings.
        UnknownIdError: One is no grid of this plan.
    """
    if not isinstance(marked, Mapping):
        raise InvalidValueError(both("plan.marked", value=repr(marked)), marked)
    for name, remark in marked.items():
        if not isinstance(remark, Text | str):
            raise InvalidValueError(both("plan.mark", id=str(name), value=repr(remark)), name, remark)
    return {name: marked[name] for name in _known(plan, "marked", marked)}


def _known(plan: GridPlan, name: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Give identifiers of grids of a plan; refuse others."""
    listed = tuple(ids)
    strange = tuple(dict.fromkeys(one for one in listed if one not in plan.grids))
    if strange:
        named = ", ".join(map(str, strange))
        raise UnknownIdError(both("plan.no_grid", name=name, id=plan.neighbourhood.id, grids=named), *strange)
    return listed


def outside(plan: GridPlan, households: tuple[int, int] | Band | None) -> dict[str, int]:
    """Tell which grids lie outside bounds of households, and by how many: over is positive, under negative."""
    if households is None:
        return {}
    bounds = as_bounds(households, plan.neighbourhood.households)
    band = households if isinstance(households, Band) else Band(*bounds)  # whose open end leaves no grid outside
    off = {grid: band.distance(n) for grid, n in plan.households().items()}
    return {grid: n for grid, n in off.items() if n}


def remark_on(off: int) -> Text:
    """Say by how many households a grid lies outside its bounds."""
    return said("plan.over" if off > 0 else "plan.under", n=abs(off))


def plan_as_html(plan: GridPlan, waived: Collection[str], households: tuple[int, int] | Band | None = None) -> Markup:
    """Give the numbers of the plan, the map, and the numbers of its grids."""
    rows, left = _rows(plan, waived, households)
    colours = plan.colours()
    cells = [(element("span", _swatch(colours[name]), name), *numbers, _noted(notes)) for name, numbers, notes in rows]
    return element(
        "div",
        element("strong", paired(said("plan.title"))),
        stacked(summary(plan)),
        scrolling(Markup(plan.to_svg(waived=waived, households=households))),
        listing([paired(said(f"plan.column.{name}")) for name in (*_COLUMNS, "note")], cells),
        stacked(left) if left else "",
    )


def plan_as_text(plan: GridPlan, waived: Collection[str], households: tuple[int, int] | Band | None = None) -> str:
    """Give the numbers of the plan and of its grids as lines, one under the other."""
    about = summary(plan)
    rows, left = _rows(plan, waived, households)
    heads = [said(f"plan.column.{name}") for name in _COLUMNS]
    table = [["", *(head.zh for head in heads[1:])], ["", *(head.en for head in heads[1:])]]
    notes = ["", ""]
    for name, numbers, said_of in rows:
        table.append([name, *numbers])
        notes.append("; ".join(f"{note.zh} {note.en}" for note in said_of))
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    lines = [
        f"  {row[0]}{' ' * (widths[0] - _width(row[0]))}"
        + "".join(f"  {' ' * (width - _width(cell))}{cell}" for cell, width in zip(row[1:], widths[1:], strict=True))
        + (f"  ({note})" if note else "")
        for row, note in zip(table, notes, strict=True)
    ]
    return "\n".join([about.zh, about.en, *lines, *([left.zh, left.en] if left else [])])


def _rows(
    plan: GridPlan, waived: Collection[str], households: tuple[int, int] | Band | None
) -> tuple[list[tuple[str, list[str], list[Text]]], Text | None]:
    """Give the numbers and notes of the first grids, and what is to be said of the others."""
    frame: dict[str, list[Any]] = by_grid(plan, households, waived)
    shown = [
        (grid, [_number(frame[name][n]) for name in _COLUMNS[1:]], _notes({name: frame[name][n] for name in frame}))
        for n, grid in enumerate(frame["grid"][:_ROWS])
    ]
    left = len(plan.grids) - len(shown)
    return shown, said("display.findings.more", n=left) if left else None


def _notes(row: Mapping[str, Any]) -> list[Text]:
    notes = [said("verdict.waived")] if row["waived"] else []
    notes += [remark_on(row["outside"])] if row["outside"] else []
    return notes + ([said("plan.pieces", n=row["pieces"])] if row["pieces"] > 1 else [])


def _noted(notes: Sequence[Text]) -> str:
    return element("span", *(stacked(note) for note in notes)) if notes else ""


def _number(n: int | None) -> str:
    return "–" if n is None else f"{n:,}"


def _swatch(number: int) -> Markup:
    """Show the colour of a grid; a hatched one striped."""
    fill = FILLS[number % COLOURS]
    look = fill if number < COLOURS else f"repeating-linear-gradient(135deg,{fill} 0 3px,#fff 3px 5px)"
    return element("span", style=f"display:inline-block;width:.8em;height:.8em;margin-right:.5em;background:{look}")


def _width(words: str) -> int:
    """Count columns of a terminal: a Chinese character takes two."""
    return len(words) + sum(sign >= "\u2e80" for sign in words)


def summary(plan: GridPlan) -> Text:
    """Say how much is divided into how many grids, and how large these are."""
    place, sizes = plan.neighbourhood, tuple(plan.households().values())
    numbers: dict[str, Argument] = {
        "buildings": len(place.buildings),
        "households": place.households,
        "grids": len(sizes),
        "least": min(sizes, default=0),
        "most": max(sizes, default=0),
    }
    return said("display.map.about", name=place.name or place.id, **numbers)
