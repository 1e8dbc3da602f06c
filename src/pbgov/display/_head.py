"""The head of a page: what the place is, how much of it is made up, and by what it was judged."""

from __future__ import annotations

from datetime import date

from pbgov.base import Markup, Report, Text, element, join, said
from pbgov.display._words import folded, phrase, sentences, table, words
from pbgov.model import TABLES, Jurisdiction


def head(place: Jurisdiction, report: Report, heading: Text, on: date) -> Markup:
    """Give the heading, the counts and the marks of origin."""
    return element(
        "header",
        element("h1", phrase(heading)),
        element("p", words(f"display.world.{place.world}"), " · ", words("display.on", day=on), class_="lead"),
        element("h2", words("display.overview"), class_="unseen"),
        element("ul", *_counts(place, on), class_="counts"),
        *_made_up(place, on),
        folded(words("display.made_up.rows"), _made_up_rows(place)),
        _marks(report),
    )


def _counts(place: Jurisdiction, on: date) -> list[Markup]:
    """Count units by level, then bodies and their members."""
    units, bodies = place.units.on(on), place.bodies.on(on)
    counted: list[Markup] = []
    for level in place.profile.levels:
        held = [unit.made_up for unit in units if unit.level == level.code]
        counted.append(_count(phrase(level.label), len(held), sum(held)))
    outside = [unit.made_up for unit in units if unit.level is None]
    members = [tie.made_up for tie in place.ties.on(on) if tie.kind == "member"]
    hosted = [body.made_up for body in bodies]
    rest = (("organisations", outside), ("bodies", hosted), ("members", members))
    return [*counted, *(_count(words(f"display.{name}"), len(held), sum(held)) for name, held in rest if held)]


def _count(label: Markup, n: int, made_up: int) -> Markup:
    note = words("display.made_up.n", n=made_up) if made_up else words("display.made_up.none") if n else ""
    return element("li", element("b", f"{n:,}"), label, element("small", note))


def _made_up(place: Jurisdiction, on: date) -> list[Markup]:
    """Say how many of the units are made up: of those the chart draws, and of the others."""
    units = place.units.on(on)
    held = {
        "levels": [unit.made_up for unit in units if unit.level is not None],
        "organisations": [unit.made_up for unit in units if unit.level is None],
    }
    notes = [
        said(f"display.made_up.{name}", n=sum(marks), whole=len(marks), share=_percent(sum(marks), len(marks)))
        for name, marks in held.items()
        if any(marks)
    ]
    return [element("p", sentences(notes), class_="note")] if notes else []


def _percent(part: int, whole: int) -> str:
    """Give a share in per cent with one decimal, rounded down, so that 100 means all."""
    ones, tenths = divmod(part * 1000 // whole, 10)
    return f"{ones}.{tenths}" if tenths else f"{ones}"


def _made_up_rows(place: Jurisdiction) -> Markup:
    columns = [words(f"display.column.{name}") for name in ("table", "rows", "made_up")]
    rows = [
        (words(f"display.table.{name}"), f"{len(held):,}", f"{sum(row.made_up for row in held.values()):,}")
        for name, held in ((name, place.table(name)) for name in TABLES)
        if held
    ]
    return table(columns, rows, class_="numbers")


def _marks(report: Report) -> Markup:
    """Say by which pack, and by which library, the place was judged."""
    marks = [("pack", report.pack or words("display.pack.none"))]
    marks += [(name, value) for name, value in (("digest", report.digest), ("version", report.version)) if value]
    marks += [("judged", f"{report.on}")] if report.on else []
    pairs = [join((element("dt", words(f"display.{name}")), element("dd", value))) for name, value in marks]
    return element("dl", *(element("div", pair) for pair in pairs), class_="marks")
