"""What selectors and measures rest on: the selectors of a measure, and the tables that a selector must know whole."""

from __future__ import annotations

from collections.abc import Iterator

from pbgov.rules import Back, Concentration, Count, Distinct, Down, Expr, Measure, Own, Ratio, Selector, Sum


def needs(selector: Selector) -> Iterator[tuple[str, Expr | None]]:
    """Yield the tables a selector must know whole, each with the condition that narrows it."""
    if selector.table:
        yield selector.table, selector.where
    for step in selector.via:
        if isinstance(step, Back):
            yield step.table, step.where
        elif isinstance(step, Down):
            yield "units", step.where


def selectors(measure: Measure) -> Iterator[Selector]:
    """Yield the selectors of a measure."""
    match measure:
        case Own():
            return
        case Ratio(part, whole):
            yield from selectors(part)
            yield from selectors(whole)
        case Count(of) | Sum(of, _) | Distinct(of, _):
            yield of
        case Concentration(over, of):
            yield over
            yield from selectors(of)
