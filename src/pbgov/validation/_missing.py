"""What a selection rests on: the selectors of a measure, and the tables that the record does not hold whole."""

from __future__ import annotations

from collections.abc import Iterable

from pbgov.model import View, needs
from pbgov.rules import Selector


def missing(view: View, of: Iterable[Selector], otherwise: str) -> str:
    """Name the tables that the record does not claim to hold whole."""
    silent = [table for one in of for table, where in needs(one) if not view.claims(table, where)]
    return ", ".join(dict.fromkeys(silent)) or otherwise
