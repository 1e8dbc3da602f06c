"""Who came from whom, what a thing was before, and a record as it stood on a day.

Two kinds of ties tell of the past. ``succeeds`` ties a successor to what it came from. ``formerly`` ties a thing to
a row that says what it was over the span of the tie: the thing keeps its identifier, and everything that names it
stays right.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs

from pbgov.base import Row, Table
from pbgov.model._processes import Process
from pbgov.model._records import Event, Posting
from pbgov.org import Tie

SUCCEEDS: Final = "succeeds"
FORMERLY: Final = "formerly"
LINEAGE: Final = frozenset({SUCCEEDS, FORMERLY})


def standing(tables: Mapping[str, Table[Any]], day: date) -> dict[str, Table[Any]]:
    """Give the tables that differ when only a day is looked at, as they stood on it.

    Rows are those in force; of a thing that was something else then, the row that says so, under its own identifier.
    Events and postings are those up to the day, and processes those begun by then, with what was done by then.
    """
    then: dict[str, str] = {}  # the row that speaks of a thing on that day, and the thing
    for tie in tables["ties"].naming("kind", FORMERLY):
        if tie.in_force(day):
            then[tie.target] = tie.source
    now = frozenset(then.values())
    changed: dict[str, Table[Any]] = {}
    for name, table in tables.items():
        rows = table.rows()
        kept = [row for row in rows if _stands(row, day)]
        if name == "processes":
            kept = [_done_by(row, day) for row in kept]
        if then:
            kept = [
                attrs.evolve(row, id=then[row.id]) if row.id in then else row
                for row in kept
                if row.id not in now and not (isinstance(row, Tie) and row.kind == FORMERLY)
            ]
        if len(kept) != len(rows) or any(one is not other for one, other in zip(kept, rows, strict=True)):
            changed[name] = Table(kept)
    return changed


def _stands(row: Row, day: date) -> bool:
    if isinstance(row, Event | Posting):
        return row.date <= day
    if isinstance(row, Process):
        return row.start is None or row.start <= day
    return row.in_force(day)


def _done_by(process: Process, day: date) -> Process:
    acts = tuple(act for act in process.acts if act.on <= day)
    return process if len(acts) == len(process.acts) else attrs.evolve(process, acts=acts)
