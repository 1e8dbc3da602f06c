"""How the facts of the report on the Urban District of Shanwei are asked of the record, and how they are taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, TypeAlias, cast

from cities.city import changed, without
from cities.shanwei_documents import BINHAI, COMPOUNDS, DISTRICT
from pbgov.base import Exact, Report, Verdict
from pbgov.model import Edit, Jurisdiction, View, columns
from pbgov.packs import RECTIFICATION, SHANWEI
from pbgov.rules import HERE, Count, Measure, Sum, review

ON: Final = date(2022, 1, 1)
SINCE: Final = date(2021, 1, 1)
Ask: TypeAlias = Callable[[Jurisdiction, Report], object]
Undo: TypeAlias = Callable[[Jurisdiction], Sequence[Edit]]

bodies, events, facts, ties, units = map(columns, ("bodies", "events", "facts", "ties", "units"))


# How a fact is asked for


def measured(measure: Measure, subject: str = DISTRICT) -> Ask:
    """Ask for a measure of a unit or body."""

    def ask(place: Jurisdiction, _: Report) -> object:
        row = place.units.get(subject) or place.bodies[subject]
        return View(place, SHANWEI.at(ON), ON, SINCE).measure(measure, row)

    return ask


def met(code: str) -> Ask:
    """Ask how many subjects meet a norm."""
    return lambda _, report: report.count(code, Verdict.MET)


def hosted(*kinds: str, level: str) -> Measure:
    """Count the bodies of some kinds that units of a level host."""
    return Count(HERE.down(units.level == level).back(bodies.host, bodies.kind.is_in(kinds)))


def radiated(kind: str) -> Measure:
    """Count the points of a kind that are linked to a centre."""
    return Count(HERE.down().back(bodies.host, bodies.kind == kind).back(ties.source, ties.kind == "linked_to"))


def stated(*kinds: str) -> Measure:
    """Add up what is stated of some units of account."""
    return Sum(HERE.back(facts.about, facts.unit.is_in(kinds)), "amount")


def tied(kind: str) -> Measure:
    """Count the ties of a kind that end here."""
    return Count(HERE.back(ties.target, ties.kind == kind))


def happened(kind: str) -> Measure:
    """Count the events of a kind that happened here."""
    return Count(HERE.back(events.subject, events.kind == kind))


def themes(place: Jurisdiction, report: Report) -> object:
    """Give how many themed activities each demonstration compound had in the year."""
    return tuple(measured(happened("themed_activity"), name)(place, report) for name in COMPOUNDS)


def binhai(place: Jurisdiction, report: Report) -> object:
    """Give the form of Binhai's Party organisation, and what is wrong with its enlarged committee."""
    hosted_there = [body.kind for body in place.bodies.values() if body.host == BINHAI]
    forms = [kind for kind in hosted_there if kind.startswith("community_")]
    return forms, [finding.code for finding in report.findings if finding.subject == f"enlarged-{BINHAI}"]


def more_matters(place: Jurisdiction, report: Report) -> object:
    """Tell whether more matters were solved than suggestions received, and what is wrong with that."""
    solved, received = (measured(stated(kind))(place, report) for kind in ("matters_solved", "suggestions"))
    more = cast("Exact", solved).low - cast("Exact", received).low
    return more, [finding.code for finding in report.findings if finding.code == "SW8102"]


def campaign(place: Jurisdiction, _: Report) -> object:
    """Give where Xinlin stood in the end, and whether it was late."""
    process = place.processes["rectification-xinlin"]
    found = review(RECTIFICATION, process.acts, on=ON, start=process.start, pack=SHANWEI.at(ON))
    return RECTIFICATION.states[found.state], found.late is None


# How it is taken away


def gone(table: str, name: str) -> Undo:
    """Take away a row, and the ties and documents that name it."""

    def undo(place: Jurisdiction) -> Sequence[Edit]:
        named = [tie.id for tie in place.ties.values() if name in {tie.source, tie.target}]
        papers = [paper.id for paper in place.documents.values() if name in paper.parties]
        return *without(place, table, name), *without(place, "ties", *named), *without(place, "documents", *papers)

    return undo


def lost(table: str, *names: str) -> Undo:
    """Take away rows."""
    return lambda place: without(place, table, *names)


def restated(kind: str, amount: int) -> Undo:
    """State another number."""
    return lambda place: changed(place, "facts", f"fact-{kind}", amount=Exact(amount))


def unled(township: str) -> Undo:
    """Let the district lead neither a town nor what is in it."""

    def undo(place: Jurisdiction) -> Sequence[Edit]:
        return without(
            place,
            "ties",
            *(
                f"leads-{DISTRICT}-{name}"
                for name in place.org.subtree(township)
                if place.units[name].level is not None
            ),
        )

    return undo


def unlisted(place: Jurisdiction) -> Sequence[Edit]:
    """Take away a list and what stands on it."""
    return *without(place, "lists", f"demand_list-{BINHAI}"), *without(place, "entries", f"item-demand_list-{BINHAI}")
