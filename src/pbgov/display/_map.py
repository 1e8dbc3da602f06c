"""The map of a plan on a page: with a legend, its numbers, and a table of its grids."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from pbgov.base import Markup, Report, Text, element, join, said
from pbgov.display._names import Names
from pbgov.display._words import folded, inlined, phrase, scrolling, section, sentences, table, words
from pbgov.grid import GridPlan

_COLOURS: Final = 8  # of the sheet of style; from there on they come again, hatched


def grid_map(plan: GridPlan, waived: Collection[str], report: Report, names: Names) -> Markup:
    """Show a plan, with a legend, a scale and a table of its grids.

    Args:
        plan: The plan.
        waived: Identifiers of grids that stand above the ceiling with a waiver.
        report: Findings; grids of which one says that a norm is breached are marked.
        names: What persons keep to themselves.
    """
    marked: dict[str, Text] = {}
    for finding in report.breached:
        if finding.subject in plan.grids and not names.personal(finding):
            marked.setdefault(finding.subject, Text(zh=finding.message("zh"), en=finding.message("en")))
    shown = _Shown(plan, frozenset(waived), marked)
    return section(
        "map",
        words("display.map"),
        element("p", sentences(shown.summary()), class_="about"),
        join((shown.legend(), scrolling("map-heading", shown.picture()))) if shown.placed else "",
        folded(words("display.map.table"), scrolling("map-heading", shown.table())),
    )


class _Shown:
    """A plan with what is said beside its map."""

    def __init__(self, plan: GridPlan, waived: frozenset[str], marked: dict[str, Text]) -> None:
        self.plan = plan
        self.marked = marked
        self.waived = tuple(grid for grid in plan.grids if grid in waived)
        self.colours = plan.colours()
        self.households = plan.households()
        self.placed = sum(building.at is not None for building in plan.neighbourhood.buildings)

    def picture(self) -> Markup:
        return inlined(self.plan.to_svg(waived=self.waived, marked=self.marked))

    def summary(self) -> list[Text]:
        counts = {
            "waived": len(self.waived),
            "pieces": len(self.plan.disconnected()),
            "unplaced": len(self.plan.neighbourhood.buildings) - self.placed,
        }
        return [self.plan.summary(), *(said(f"display.map.{name}", n=n) for name, n in counts.items() if n)]

    def legend(self) -> Markup:
        swatches = [element("span", class_=f"key c{number}") for number in range(3)]
        keys: list[tuple[str, str]] = [
            (join(swatches), "grid"),
            (element("b", "G1", element("small", "250")), "label"),
            (element("span", class_="key compound"), "compound"),
            (element("span", class_="key empty"), "empty"),
        ]
        keys += [(element("span", class_="key waived"), "waived")] if self.waived else []
        keys += [(element("span", "▲", class_="key mark"), "marked")] if self.marked else []
        return element(
            "ul", *(element("li", key, words(f"display.map.legend.{name}")) for key, name in keys), class_="legend"
        )

    def table(self) -> Markup:
        columns = [words(f"display.map.{name}") for name in ("grid", "buildings", "households", "note")]
        rows = [
            (
                join((self._key(grid.id), grid.id)),
                f"{len(grid.members):,}",
                f"{self.households[grid.id]:,}",
                self._note(grid.id),
            )
            for grid in self.plan.grids.values()
        ]
        return table(columns, rows, class_="numbers")

    def _key(self, grid: str) -> Markup:
        times, number = divmod(self.colours[grid], _COLOURS)
        return element("span", class_=f"key c{number} hatched" if times else f"key c{number}")

    def _note(self, grid: str) -> Markup:
        notes = [words("verdict.waived")] if grid in self.waived else []
        return join([*notes, phrase(self.marked[grid])] if grid in self.marked else notes, " ")
