"""Structural faults: what no pack needs to say. One fault, one finding.

Each rule tells what is wrong at one place, and which places an edit touches; a full pass asks the screens where to
look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

import attrs

from pbgov.base import Finding, Row
from pbgov.model import REFERENCES, Edit, Jurisdiction
from pbgov.org import Tie
from pbgov.validation._faults import (
    Key,
    balance,
    dangling,
    grids,
    labels,
    leaders,
    leading_circle,
    level,
    outliving,
    parent_circle,
    shared,
    turning,
)

Places: TypeAlias = tuple[Jurisdiction, Jurisdiction]


@attrs.frozen
class Rule:
    """One kind of fault.

    Attributes:
        tell: Says what is wrong at one place.
        touched: Yields the places that an edit may have put right or wrong, given the record before and after.
    """

    tell: Callable[[Jurisdiction, Key], Iterator[Finding]]
    touched: Callable[[Edit, Places], Iterator[Key]]


def _rows(edit: Edit) -> list[Row]:
    return [row for row in (edit.before, edit.after) if row is not None]


def _naming(edit: Edit, places: Places) -> Iterator[Key]:
    """The row itself, and what names a row that came or went."""
    if edit.changes(*REFERENCES.get(edit.table, ())):
        yield edit.table, edit.id
    if edit.changes():
        for table, columns in REFERENCES.items():
            for column, targets in columns.items():
                if edit.table in targets:
                    for place in places:
                        yield from ((table, row.id) for row in place.table(table).naming(column, edit.id))


def _same_id(edit: Edit, _places: Places) -> Iterator[Key]:
    if edit.changes():
        yield "", edit.id


def _standing(edit: Edit, _places: Places) -> Iterator[Key]:
    if edit.table == "units" and edit.changes("parent"):
        yield "units", edit.id


def _labelled(edit: Edit, _places: Places) -> Iterator[Key]:
    if edit.table == "units" and edit.changes("name"):
        yield "units", edit.id


def _levels(edit: Edit, places: Places) -> Iterator[Key]:
    """The unit, those under it, and those whose circle opened or closed."""
    if edit.table == "units" and edit.changes("parent", "level"):
        yield "units", edit.id
        for place in places:
            for name in parent_circle(place, edit.id):
                yield "units", name
            yield from (("units", child.id) for child in place.units.naming("parent", edit.id))


def _led(edit: Edit, places: Places) -> Iterator[Key]:
    """What a tie leads, and what was led by, or led, what came or went."""
    if edit.table == "ties":
        yield from (("", tie.target) for tie in _rows(edit) if isinstance(tie, Tie) and tie.kind == "leads")
    if edit.changes():
        yield "", edit.id
        for place in places:
            named = place.ties.naming("source", edit.id)
            yield from (("", tie.target) for tie in named if tie.kind == "leads")


def _members(edit: Edit, places: Places) -> Iterator[Key]:
    if edit.table == "ties":
        yield "ties", edit.id
    if edit.table == "bodies":
        for place in places:
            yield from (("ties", tie.id) for tie in place.ties.naming("target", edit.id))


def _homes(edit: Edit, _places: Places) -> Iterator[Key]:
    if edit.table == "neighbourhoods":
        yield "neighbourhoods", edit.id
    if edit.table == "grids":
        yield from (("neighbourhoods", getattr(row, "neighbourhood")) for row in _rows(edit))  # noqa: B009


def _transfers(edit: Edit, _places: Places) -> Iterator[Key]:
    if edit.table == "ledger":
        yield from (("ledger", getattr(row, "transfer")) for row in _rows(edit))  # noqa: B009


RULES: Final[Sequence[Rule]] = (
    Rule(dangling, _naming),
    Rule(shared, _same_id),
    Rule(turning, _standing),
    Rule(level, _levels),
    Rule(labels, _labelled),
    Rule(leaders, _led),
    Rule(leading_circle, _led),
    Rule(outliving, _members),
    Rule(grids, _homes),
    Rule(balance, _transfers),
)
