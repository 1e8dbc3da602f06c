"""What things on record are called, and what a page keeps to itself: persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pbgov.base import Finding, Text, said
from pbgov.model import Jurisdiction

_NAMED: Final = ("units", "bodies", "neighbourhoods", "documents")
_BETWEEN: Final = re.compile(r"[ ,/→'\"]+")


class Names:
    """What is called what in one place; persons are called nothing."""

    def __init__(self, place: Jurisdiction) -> None:
        """Gather the persons on record."""
        self._place = place
        self._persons = frozenset((*place.people, *(holding.person for holding in place.holdings.values())))

    def of(self, key: str) -> Text:
        """Give the name of a unit, body, neighbourhood or document; what has none is called by its identifier."""
        if key in self._persons:
            return said("display.person")
        tables = (self._place.table(table) for table in _NAMED)
        name = next((rows[key].name for rows in tables if key in rows), "") or key
        return Text(zh=name, en=name)

    def personal(self, finding: Finding) -> bool:
        """Tell whether a finding speaks of a person."""
        return finding.personal or not self._persons.isdisjoint(_mentioned(finding))


def _mentioned(finding: Finding) -> Iterator[str]:
    for given in (finding.subject, finding.aspect, finding.path, *(value for _, value in finding.arguments)):
        if isinstance(given, str):
            yield given
            yield from _BETWEEN.split(given)
