"""Repairs that need no decision: edits that take a finding away and bring none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from pbgov.base import Finding, Row
from pbgov.model import Edit, Jurisdiction
from pbgov.validation._faults import FOREIGN_BUILDING, OUTLIVES

Repair: TypeAlias = Callable[[Jurisdiction, str], Row | None]


def _ended_with_body(place: Jurisdiction, name: str) -> Row | None:
    """Let a tie end with its body, if it began before that."""
    tie = place.ties[name]
    body = place.bodies[tie.target]
    if body.end is None:
        return attrs.evolve(tie, ended=True)
    return attrs.evolve(tie, end=body.end) if tie.start is None or tie.start < body.end else None


def _without_foreign(place: Jurisdiction, name: str) -> Row | None:
    """Leave out the buildings of other neighbourhoods, if the grid has others."""
    grid = place.grids[name]
    known = place.neighbourhoods[grid.neighbourhood].positions
    kept = tuple(member for member in grid.members if member in known)
    return attrs.evolve(grid, members=kept) if kept else None


_REPAIRS: Final[Mapping[str, tuple[str, Repair]]] = MappingProxyType(
    {OUTLIVES: ("ties", _ended_with_body), FOREIGN_BUILDING: ("grids", _without_foreign)}
)


def repair(place: Jurisdiction, finding: Finding) -> tuple[Edit, ...]:
    """Give the edits that mend what a finding tells of, where that needs no decision; nothing otherwise.

    Made by ``place.edited``, they take the finding away and bring no other. Most findings leave it open what is right:
    which of two leaders leads, which row a reference meant.

    Args:
        place: The place in which it was found.
        finding: A finding of a report on that place.

    Examples:
        >>> from datetime import date
        >>> from pbgov.org import FOUR_LEVELS, Body, Tie, Unit
        >>> from pbgov.validation import faults
        >>> place = Jurisdiction(id="place", profile=FOUR_LEVELS).having(
        ...     Unit(id="A", kind="office"), Body(id="M", kind="meeting", host="A", end=date(2020, 1, 1)),
        ...     Tie(id="T", kind="member", source="A", target="M"),
        ... )
        >>> [finding] = faults(place)
        >>> list(faults(place.edited(repair(place, finding))))
        []
    """
    table, mended = _REPAIRS.get(finding.code, ("", None))
    before: Row | None = place.table(table).get(finding.subject) if table else None
    if mended is None or before is None:
        return ()
    after = mended(place, finding.subject)
    return () if after is None else (Edit(table, finding.subject, before, after),)
