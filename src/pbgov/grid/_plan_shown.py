"""A plan as a notebook shows it: the map and the numbers of its grids, in both languages."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from pbgov.base import Argument, Markup, Text, element, listing, paired, said, scrolling, stacked

if TYPE_CHECKING:
    from pbgov.grid._plan import GridPlan

_ROWS: Final = 60


def plan_as_html(plan: GridPlan, waived: Collection[str]) -> Markup:
    """Give the map, the numbers of the plan and those of its grids."""
    heads = [paired(said(f"display.map.{name}")) for name in ("grid", "buildings", "households", "note")]
    households = plan.households()
    shown = tuple(plan.grids.values())[:_ROWS]
    rows = [
        (
            grid.id,
            f"{len(grid.members):,}",
            f"{households[grid.id]:,}",
            paired(said("verdict.waived")) if grid.id in waived else "",
        )
        for grid in shown
    ]
    left = len(plan.grids) - len(shown)
    return element(
        "div",
        element("strong", paired(said("plan.title"))),
        stacked(summary(plan)),
        scrolling(Markup(plan.to_svg(waived=waived))),
        listing(heads, rows),
        stacked(said("display.findings.more", n=left)) if left else "",
    )


def plan_as_text(plan: GridPlan, waived: Collection[str]) -> str:
    """Give the numbers of the plan and of its grids as lines."""
    about, households = summary(plan), plan.households()
    note = said("verdict.waived")
    rows = [
        f"  {grid}: {households[grid]:,}{f' ({note.zh} {note.en})' if grid in waived else ''}"
        for grid in tuple(plan.grids)[:_ROWS]
    ]
    left = said("display.findings.more", n=len(plan.grids) - len(rows))
    return "\n".join([about.zh, about.en, *rows, *([left.zh, left.en] if len(rows) < len(plan.grids) else [])])


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
