"""The maps of plans on a page: each with its numbers, what is proven of it, and a table of its grids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pbgov.base import Markup, Report, Text, element, join, said
from pbgov.display._names import Names
from pbgov.display._words import folded, inlined, phrase, scrolling, section, sentences, table, words
from pbgov.grid import GridPlan, Partitioning

_COLOURS: Final = 8  # of the sheet of style; from there on they come again, hatched


def grid_maps(plans: Sequence[GridPlan | Partitioning], report: Report, names: Names, prefix: str) -> Markup:
    """Show plans, one under the other, with one legend for all.

    Args:
        plans: Plans, or what partitioning came to: that says beside the plan what is proven, or why there is none.
        report: Findings; grids of which one says that a norm is breached are marked, and those it waives outlined.
        names: What things are called, and what persons keep to themselves.
        prefix: What ids begin with.
    """
    shown: list[_Shown] = []
    articles: list[Markup] = []
    for number, one in enumerate(plans, 1):
        found = one if isinstance(one, Partitioning) else None
        if found is not None and not found.feasible:
            content: tuple[str, ...] = (_refusal(found),)
        else:
            drawn = _Shown(one if isinstance(one, GridPlan) else one.plan, found, report, names)
            shown.append(drawn)
            content = drawn.content(f"{prefix}map-{number}-heading")
        community = phrase(names.of(one.neighbourhood.community))
        articles.append(
            element("article", element("h3", community, id=f"{prefix}map-{number}-heading"), *content, class_="plan")
        )
    return section(f"{prefix}map", words("display.map"), _legend(shown), *articles)


def _refusal(found: Partitioning) -> Markup:
    """Say why there is no plan."""
    name = found.neighbourhood.name or found.neighbourhood.id
    return element("p", words("grid.infeasible", id=name, why=found.certificate), class_="note strong")


def _legend(shown: Sequence[_Shown]) -> Markup:
    """Say what the maps show; nothing where none can be drawn."""
    if not any(one.placed for one in shown):
        return Markup()
    swatches = [element("span", class_=f"key c{number}") for number in range(3)]
    keys: list[tuple[str, str]] = [
        (join(swatches), "grid"),
        (element("b", "G1", element("small", "250")), "label"),
        (element("span", class_="key compound"), "compound"),
        (element("span", class_="key empty"), "empty"),
    ]
    keys += [(element("span", class_="key waived"), "waived")] if any(one.waived for one in shown) else []
    keys += [(element("span", "▲", class_="key mark"), "marked")] if any(one.marked for one in shown) else []
    return element(
        "ul", *(element("li", key, words(f"display.map.legend.{name}")) for key, name in keys), class_="legend"
    )


class _Shown:
    """A plan with what is said beside its map."""

    def __init__(self, plan: GridPlan, found: Partitioning | None, report: Report, names: Names) -> None:
        self.plan = plan
        self.found = found
        self.marked: dict[str, Text] = {}
        for finding in report.breached:
            if finding.subject in plan.grids and not names.personal(finding):
                said_of = Text(zh=finding.message("zh"), en=finding.message("en"))
                self.marked.setdefault(finding.subject, said_of)
        waived = {finding.subject for finding in report.waived}.union(found.waived if found else ())
        self.waived = tuple(grid for grid in plan.grids if grid in waived)
        self.colours = plan.colours()
        self.households = plan.households()
        self.placed = sum(building.at is not None for building in plan.neighbourhood.buildings)

    def content(self, heading: str) -> tuple[str, ...]:
        return (
            element("p", sentences(self._summary()), class_="about"),
            scrolling(heading, self._picture()) if self.placed else "",
            _proven(self.found, heading) if self.found else "",
            folded(words("display.map.table"), scrolling(heading, self._table())),
        )

    def _picture(self) -> Markup:
        return inlined(self.plan.to_svg(waived=self.waived, marked=self.marked))

    def _summary(self) -> list[Text]:
        counts = {
            "waived": len(self.waived),
            "pieces": len(self.plan.disconnected()),
            "unplaced": len(self.plan.neighbourhood.buildings) - self.placed,
        }
        told = [self.plan.summary(), *(said(f"display.map.{name}", n=n) for name, n in counts.items() if n)]
        if self.found:
            key = "proven.open" if self.found.gap else "proven.fewest"
            told.append(said(key, bound=self.found.bound, grids=len(self.plan.grids)))
        return told

    def _table(self) -> Markup:
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


def _proven(found: Partitioning, heading: str) -> Markup:
    """Show, goal by goal, what the plan comes to and what is proven, and why it takes so many grids."""
    columns = [words(f"proven.{name}") for name in ("goal", "value", "bound")]
    rows = [
        (_goal(name, best=name in found.proven), f"{value:,}", f"{found.bounds[name]:,}")
        for name, value in found.measures.items()
    ]
    why = found.proof
    reason = phrase(Text(zh=why.explain("zh"), en=why.explain("en"))) if why else ""
    return folded(
        words("proven.heading"),
        element("p", words("proven.order"), class_="about"),
        scrolling(heading, table(columns, rows, class_="numbers goals")),
        element("p", element("span", words("proven.why", bound=found.bound), class_="tag"), reason) if reason else "",
        open_=True,
    )


def _goal(name: str, *, best: bool) -> Markup:
    badge = element("span", words("proven.best"), class_="badge now")
    return join((words(f"goal.{name}"), badge) if best else (words(f"goal.{name}"),), " ")
