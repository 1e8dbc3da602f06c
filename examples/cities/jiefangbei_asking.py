"""How the facts of the report on Jiefangbei are asked of the record, and how they are taken away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, TypeAlias

from cities.city import changed, without
from cities.jiefangbei_documents import STREET
from pbgov.base import Assumption, Cycle, Report, Text, Verdict
from pbgov.model import Edit, Jurisdiction, View, columns
from pbgov.packs import JIEFANGBEI
from pbgov.rules import HERE, Count, Dated, Measure, Overlay, Selector, Setting, each, param

ON: Final = date(2019, 1, 1)
SINCE: Final = date(2018, 1, 1)
Ask: TypeAlias = Callable[[Jurisdiction, Report], object]
Undo: TypeAlias = Callable[[Jurisdiction], Sequence[Edit]]

PACK: Final = JIEFANGBEI.extend(
    Overlay(
        id="jiefangbei-reported",
        title=Text(zh="解放碑规则包，登记册每年摸排", en="pack of Jiefangbei, with a register checked each year"),
        basis=Assumption(Text(zh="原文只写“定期”，此处取每年", en="the text says “regularly”: each year, here")),
        set=(
            Setting(
                "registry.check",
                Dated(
                    value=Cycle.YEAR,
                    basis=Assumption(Text(zh="“定期”取每年", en="“regularly” is taken as each year")),
                    start=SINCE,
                ),
            ),
        ),
    )
)
bodies, events = columns("bodies"), columns("events")
_ORGANISATIONS: Final = each(bodies.kind.is_in(param("party_organisations.kinds")))


# How a fact is asked for


def measured(measure: Measure) -> Ask:
    """Ask for a measure of the subdistrict."""

    def ask(place: Jurisdiction, _: Report) -> object:
        return View(place, PACK.at(ON), ON, SINCE).measure(measure, place.units[STREET])

    return ask


def counted(of: Selector) -> Ask:
    """Ask how many rows a selector picks."""
    return measured(Count(of))


def happened(kind: str) -> Ask:
    """Ask how many events of a kind there were in the year."""
    return counted(each(events.kind == kind))


def met(code: str) -> Ask:
    """Ask how many subjects meet a norm."""
    return lambda _, report: report.count(code, Verdict.MET)


def in_the_year(kind: str) -> Ask:
    """Ask to how many subjects something happened in the year and how often to each; if not to all alike, to how many.

    Subjects that were set up within the year are left out: the year was not theirs.
    """

    def ask(place: Jurisdiction, _: Report) -> object:
        view = View(place, PACK.at(ON), ON, SINCE)
        found: Counter[str] = Counter()
        for row in view.select(each(events.kind == kind)):
            body = place.bodies.get(row.subject)
            if body is None or body.start is None:
                found[row.subject] += 1
        times = Counter(found.values())
        return (len(found), *times) if len(times) == 1 else times

    return ask


def balanced(place: Jurisdiction, _: Report) -> object:
    """Give by how many the balance of organisations is out, and whether as many were removed as can have been."""
    view = View(place, PACK.at(ON), ON, SINCE)
    after = len(view.select(_ORGANISATIONS))
    before = len(View(place, PACK.at(SINCE), SINCE, SINCE).select(_ORGANISATIONS))
    established = len(view.select(each(events.kind == "organisation_established")))
    gone = len(view.select(each(events.kind.is_in(("organisation_dissolved", "organisation_merged")))))
    return before + established - gone - after, 0 <= gone <= 6  # noqa: PLR2004 - 撤并、调整党组织6个


def in_february(place: Jurisdiction, _: Report) -> object:
    """Tell which sides took part in the contest of February."""
    view = View(place, PACK.at(ON), date(2018, 2, 28), date(2018, 2, 1))
    held = each(events.kind == "knowledge_contest").along(events.attendance, "units")
    return {place.units[row.id].kind for row in view.select(held)}


def labels(place: Jurisdiction, _: Report) -> object:
    """Give how many features there are, and how many of them are distinct."""
    documents = columns("documents")
    view = View(place, PACK.at(ON), ON, SINCE)
    below = HERE.down(columns("units").level == "community")
    found = view.select(below.back(documents.parties, documents.kind == "community_feature"), place.units[STREET])
    return len(found), len({row.sections for row in found})


# How it is taken away


def gone(table: str, *names: str) -> Undo:
    """Take rows away."""
    return lambda place: without(place, table, *names)


def other(table: str, name: str, **cells: object) -> Undo:
    """Change cells of a row."""
    return lambda place: changed(place, table, name, **cells)
