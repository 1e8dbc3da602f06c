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

SUCCEEDS: Final = "succeeds"
FORMERLY: Final = "formerly"
LINEAGE: Final = frozenset({SUCCEEDS, FORMERLY})


def standing(tables: Mapping[str, Table[Any]], day: date) -> dict[str, Table[Any]]:
    """Give the tables that differ when only a day is looked at, as they stood on it.

    Rows are those in force; of a thing that was something else then, the row that says so, under its own identifier.
    Events and postings are those up to the day, and processes those begun by then, with what was done by then. Columns
    are read and no rows made, so that a day of a large place is had without making its rows.
    """
    changed: dict[str, dict[str, Row | None]] = {
        name: dict.fromkeys(_absent(name, table, day)) for name, table in tables.items()
    }
    for tie in tables["ties"].naming("kind", FORMERLY):
        home = next((name for name, table in tables.items() if tie.target in table), "")
        if home and tie.in_force(day):
            changed[home][tie.source] = attrs.evolve(tables[home][tie.target], id=tie.source)
            changed[home][tie.target] = changed["ties"][tie.id] = None
    for process in tables["processes"].values():
        acts = tuple(act for act in process.acts if act.on <= day)
        if process.id not in changed["processes"] and acts != process.acts:
            changed["processes"][process.id] = attrs.evolve(process, acts=acts)
    return {name: tables[name].edited(rows) for name, rows in changed.items() if rows}


def _absent(name: str, table: Table[Any], day: date) -> list[str]:
    """Name the rows that do not belong to a day: not in force, or of what had not happened or begun."""
    if name in {"events", "ledger"}:
        return [key for key, then in zip(table.ids(), table.cells("date"), strict=True) if then > day]
    cells = zip(table.ids(), *(table.cells(column) for column in ("start", "end", "ended")), strict=True)
    begun = name == "processes"
    return [
        key
        for key, start, end, ended in cells
        if (start is not None and start > day) or (not begun and (ended or (end is not None and end <= day)))
    ]
