"""One place as a chapter: all that a page of one place shows, under ids of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from pbgov.base import Markup, Report, Text, both, element
from pbgov.display._chart import chart
from pbgov.display._decisions import decided
from pbgov.display._document import contents
from pbgov.display._findings import found
from pbgov.display._head import head
from pbgov.display._map import grid_maps, read_plans
from pbgov.display._names import Names
from pbgov.display._rota import rotation
from pbgov.display._statements import Statement, stated
from pbgov.display._words import words
from pbgov.errors import InvalidValueError
from pbgov.grid import GridPlan, Partitioning
from pbgov.model import Jurisdiction
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


def need_chapter(value: object) -> Chapter:
    """Refuse what is no chapter."""
    if not isinstance(value, Chapter):
        raise InvalidValueError(both("display.chapter", value=type(value).__name__), value)
    return value


def parts_of(chapter: Chapter, prefix: str = "") -> tuple[Markup, Markup, tuple[Markup, ...]]:
    """Give the head of a chapter, the links to its sections, and the sections.

    Args:
        chapter: The chapter.
        prefix: What its ids begin with, so that none is that of another chapter.
    """
    drawn = read_plans(chapter.plans)
    names = Names(chapter.place)
    parts = {
        "chart": chart(chapter.place, chapter.on, prefix),
        "statements": stated(chapter.statements, names, prefix) if chapter.statements else Markup(),
        "map": grid_maps(drawn, chapter.report, names, prefix) if drawn else Markup(),
        "rota": rotation(chapter.rota, names, chapter.on, prefix) if chapter.rota else Markup(),
        "decisions": decided(chapter.decisions, prefix) if chapter.decisions else Markup(),
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
