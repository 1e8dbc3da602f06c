"""How the model of Jixi is asked for what its report says, and how a fact is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cities import jixi_documents as documents
from cities.city import Target, changed, without
from cities.jixi_world import ON, PACK, YEAR
from pbgov.base import Between, Exact, Text
from pbgov.model import View, columns
from pbgov.rules import HERE, Count, Measure, Selector, Sum, Values

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pbgov.base import Amount, Report
    from pbgov.model import Edit, Jurisdiction

bodies, facts, ties, units = (columns(table) for table in ("bodies", "facts", "ties", "units"))
MEETING: Final = f"meeting-{documents.DONGFENG}"


def _view(place: Jurisdiction) -> View:
    return View(place, PACK.at(ON), ON, YEAR)


def measured(measure: Measure, table: str, subject: str) -> Callable[[Jurisdiction, Report], Amount]:
    """Ask for a measure of a row."""

    def ask(place: Jurisdiction, _report: Report) -> Amount:
        amount = _view(place).measure(measure, place.table(table)[subject])
        return Exact(amount.low) if amount.low == amount.high else amount

    return ask


def collected(of: Selector, column: str, table: str, subject: str) -> Callable[[Jurisdiction, Report], frozenset[str]]:
    """Ask which values a column has over rows."""
    return lambda place, _: _view(place).collect(Values(of, column), place.table(table)[subject]).values


def stated(unit: str) -> Measure:
    """Measure what is stated of a unit."""
    return Sum(HERE.back(facts.about, facts.unit == unit), "amount")


def gone(table: str, *ids: str) -> Callable[[Jurisdiction], Sequence[Edit]]:
    """Take rows away."""
    return lambda place: without(place, table, *ids)


def other(table: str, name: str, **cells: object) -> Callable[[Jurisdiction], Sequence[Edit]]:
    """Make cells of a row something else."""
    return lambda place: changed(place, table, name, **cells)


def exactly(  # noqa: PLR0917 - the columns of a table of facts
    zh: str,
    en: str,
    n: int,
    measure: Measure,
    row: tuple[str, str],
    undo: Callable[[Jurisdiction], Sequence[Edit]],
    code: str,
) -> Target:
    """Make a target of a measure that comes to one number."""
    return Target(what=Text(zh=zh, en=en), value=Exact(n), ask=measured(measure, *row), undo=undo, code=code)


def more_than(  # noqa: PLR0917 - the columns of a table of facts
    zh: str, en: str, n: int, unit: str, about: str, code: str
) -> Target:
    """Make a target of a number that the report states as more than another."""
    return Target(
        what=Text(zh=zh, en=en),
        value=Between(n + 1, None),
        ask=measured(stated(unit), "units", about),
        undo=other("facts", unit.replace("_", "-"), amount=Exact(n)),
        code=code,
    )


def known_functions(place: Jurisdiction, report: Report) -> tuple[int, bool]:
    """How many functions of the city meeting are known, and whether it is open which others there are."""
    open_ = any(finding.code == "JX203" for finding in report.unknown)
    return len(place.bodies[documents.CITY_MEETING].functions), open_


def plenary(place: Jurisdiction, _report: Report) -> tuple[int, int, frozenset[str | None]]:
    """The month of the plenary meeting, how many attended, and from which levels."""
    event = place.events[documents.JUNE_PLENARY]
    attended = event.attendance or ()
    return event.date.month, len(attended), frozenset(place.units[name].level for name in attended)


def terms(place: Jurisdiction, _report: Report) -> tuple[list[str], set[int]]:
    """Which groups are in the chair in the order of their terms, and how many months each has it."""
    rows = [tie for tie in place.ties.naming("target", MEETING) if tie.kind == "rotating_chair"]
    spans = sorted((tie.start, tie.end, tie.source) for tie in rows if tie.start and tie.end)
    months = {12 * (end.year - start.year) + end.month - start.month for start, end, _ in spans}
    return [source for *_, source in spans], months


def per_community(place: Jurisdiction, _report: Report) -> int:
    """How many urban residents a community has, to the nearest hundred."""
    view, city = _view(place), place.units[documents.CITY]
    residents = view.measure(stated("urban_residents"), city)
    communities = view.measure(Count(HERE.down(units.level == "community")), city)
    return round(residents.low // communities.low, -2)


def warned(_place: Jurisdiction, report: Report) -> list[tuple[str, str]]:
    """What is said of the size of a community, and how heavily."""
    found = [finding for finding in report.breached if finding.code == "PBN501"]
    return [(finding.subject, finding.severity.value) for finding in found if finding.severity]


def matrix(place: Jurisdiction, _report: Report) -> int:
    """How many of the cells of components and levels hold a mechanism."""
    view, body = _view(place), place.bodies["linkage"]
    below = HERE.along(bodies.host, "units")
    found = [
        view.collect(
            Values(below.down(units.level == level).back(bodies.host, bodies.kind == "linkage_mechanism"), "functions"),
            body,
        )
        for level in ("city", "county", "township", "community")
    ]
    return sum(len(one.values) for one in found)
