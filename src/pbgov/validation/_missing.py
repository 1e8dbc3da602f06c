"""What a selection rests on: the selectors of a measure, and the tables that the record does not hold whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pbgov.model import View, needs
from pbgov.rules import Concentration, Count, Distinct, Measure, Own, Ratio, Selector, Sum


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


def missing(view: View, of: Iterable[Selector], otherwise: str) -> str:
    """Name the tables that the record does not claim to hold whole."""
    silent = [table for one in of for table, where in needs(one) if not view.claims(table, where)]
    return ", ".join(dict.fromkeys(silent)) or otherwise
