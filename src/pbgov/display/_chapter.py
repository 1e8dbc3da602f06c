"""One place as a chapter: all that a page of one place shows, under ids of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from pbgov.base import Markup, Report, Text, both, element, need_day, need_text
from pbgov.display._chart import chart
from pbgov.display._decisions import decided, read_decisions
from pbgov.display._document import contents
from pbgov.display._findings import found
from pbgov.display._head import head
from pbgov.display._map import grid_maps
from pbgov.display._names import Names
from pbgov.display._reading import read
from pbgov.display._rota import rotation
from pbgov.display._statements import Statement, stated
from pbgov.display._words import words
from pbgov.errors import InvalidValueError
from pbgov.grid import GridPlan, Partitioning
from pbgov.model import Jurisdiction, need_place
from pbgov.rules import Decision, Rota


@attrs.frozen(kw_only=True)
class Chapter:
    """One place in a book.

    Attributes:
        heading: The heading of the chapter.
        label: What the chapter is called among the chapters; by default its heading.
        place: The place.
        report: What was found about it.
        on: The day shown.
        statements: What a report says of the place, beside what the model gives.
        plans: Plans of grids, each drawn as a map, or what ``partition`` gives.
        rota: Whose turn it is in the chair.
        decisions: Decisions, each with its label.
        damaged: A second report, of the same place damaged on purpose.

    Raises:
        InvalidValueError: Heading or label is no ``Text``, or place, report or day is none.
    """

    heading: Text
    label: Text | None = None
    place: Jurisdiction
    report: Report
    on: date
    statements: Sequence[Statement] = ()
    plans: Iterable[GridPlan | Partitioning] = ()
    rota: Rota | None = None
    decisions: Sequence[tuple[Text | str, Decision]] = ()
    damaged: Report | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be shown."""
        need_text("heading", self.heading)
        if self.label is not None:
            need_text("label", self.label)
        need_place(self.place)
        need_day("on", self.on)
        _need("report", self.report, Report)
        if self.damaged is not None:
            _need("damaged", self.damaged, Report)
        if self.rota is not None:
            _need("rota", self.rota, Rota)


def _need(name: str, value: object, kind: type[Report | Rota]) -> None:
    """Refuse what is not of the class that a part of a chapter is made of."""
    if not isinstance(value, kind):
        key = f"display.chapter.{kind.__name__}".lower()
        raise InvalidValueError(both(key, name=name, value=type(value).__name__), value)


def parts_of(chapter: Chapter, prefix: str = "") -> tuple[Markup, Markup, tuple[Markup, ...]]:
    """Give the head of a chapter, the links to its sections, and the sections.

    Args:
        chapter: The chapter.
        prefix: What its ids begin with, so that none is that of another chapter.
    """
    drawn: tuple[GridPlan | Partitioning, ...] = read(chapter.plans, (GridPlan, Partitioning), "display.plans")
    statements = read(chapter.statements, Statement, "display.statement")
    decisions = read_decisions(chapter.decisions)
    names = Names(chapter.place)
    parts = {
        "chart": chart(chapter.place, chapter.on, prefix),
        "statements": stated(statements, names, prefix) if statements else Markup(),
        "map": grid_maps(drawn, chapter.report, names, prefix) if drawn else Markup(),
        "rota": rotation(chapter.rota, names, chapter.on, prefix) if chapter.rota else Markup(),
        "decisions": decided(decisions, prefix) if decisions else Markup(),
        "findings": found(chapter.report, names, key="display.findings", prefix=prefix),
    }
    sections = list(parts.values())
    if chapter.damaged:
        key = "display.findings.damaged"
        beside = found(chapter.damaged, names, key=key, before=chapter.report, prefix=prefix)
        sections[-1:] = [element("div", parts["findings"], beside, class_="pair")]
    links = [(name, words(f"display.{name}")) for name, part in parts.items() if part]
    top = head(chapter.place, chapter.report, chapter.heading, chapter.on)
    return top, contents(prefix, links), tuple(sections)
