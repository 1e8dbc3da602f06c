"""A document with a row in every table, and the three forms that a table may take."""

from __future__ import annotations

from typing import Any

from pbgov.boundary import to_document
from pbgov.model import TABLES, Jurisdiction
from pbgov.packs import JIXI_LEVELS


def sample() -> dict[str, Any]:
    """Give a document with a row in every table, as lists."""
    made_up = {"assumption": {"zh": "假设", "en": "assumed"}}
    rows: dict[str, dict[str, Any]] = {
        "units": {"id": "A", "kind": "prefecture", "level": "city", "parent": None, "name": "市", "made_up": False},
        "bodies": {"id": "M", "kind": "city_joint_meeting", "host": "A", "functions": ["party"]},
        "posts": {"id": "P", "kind": "head", "unit": "A"},
        "holdings": {"id": "H", "post": "P", "person": "X", "route": "elected", "full_time": True, "concurrent": "P"},
        "ties": {"id": "T", "kind": "member", "source": "A", "target": "M", "start": "2018-01-01", "share": 300},
        "people": {"id": "X", "category": "resident"},
        "neighbourhoods": {
            "id": "N",
            "community": "A",
            "buildings": [
                {"id": "B1", "households": 3, "outline": [[0, 0], [0, 1], [1, 1]]},
                {"id": "B2", "households": 3, "entrances": ["B2-1", "B2-2"]},
            ],
            "edges": [["B1", "B2"]],
        },
        "grids": {"id": "G", "neighbourhood": "N", "members": ["B1", "B2"]},
        "lists": {"id": "L", "kind": "responsibility_list", "owner": "A"},
        "entries": {"id": "I", "list": "L", "category": "serve"},
        "documents": {"id": "D", "kind": "implementation_plan", "parties": ["A"], "sections": ["tasks"]},
        "events": {
            "id": "E",
            "kind": "plenary_meeting",
            "subject": "M",
            "date": "2018-02-01",
            "attendance": ["A"],
            "refers": ["M"],
        },
        "processes": {
            "id": "PR",
            "kind": "case",
            "subject": "A",
            "acts": [
                {"kind": "accept", "on": "2018-02-01", "by": "A"},
                {"kind": "assign", "on": "2018-02-02", "to": "M", "facts": {"receiver_has_duty": True, "n": 1}},
            ],
            "owner": "A",
        },
        "ledger": {"id": "K", "account": "A", "resource": "posts", "amount": -3, "date": "2018-02-01", "transfer": "t"},
        "facts": {"id": "F", "about": "A", "amount": {"about": 3, "percent": 5}, "unit": "residents", "basis": made_up},
        "waivers": {"id": "W", "code": "LF302", "subject": "G", "reason": "so"},
    }
    profile = to_document(Jurisdiction(id="X", profile=JIXI_LEVELS))["profile"]
    head = {"schema": "pbgov/2", "id": "X0", "name": "市", "world": "reported", "profile": profile}
    return head | {"recorded": [{"table": "units"}]} | {name: [row] for name, row in rows.items()}


def rows_of(table: Any) -> list[dict[str, Any]] | None:
    """Give a sound-looking table as a list of rows; ``None`` where it cannot be one."""
    if isinstance(table, list) and all(isinstance(row, dict) for row in table):
        return [dict(row) for row in table]
    if isinstance(table, dict) and all(isinstance(row, dict) for row in table.values()):
        return [{"id": key, **row} for key, row in table.items()]
    return None


def keyed(document: dict[str, Any]) -> dict[str, Any]:
    """Give a document with its tables keyed by identifier, as the canonical one has them."""
    return {
        name: {row["id"]: row for row in table if isinstance(row, dict) and isinstance(row.get("id"), str)}
        if name in TABLES and isinstance(table, list)
        else table
        for name, table in document.items()
    }


def listed(document: dict[str, Any]) -> dict[str, Any]:
    """Give a document with its tables as lists of rows."""
    return {
        name: [{"id": key, **row} for key, row in table.items()]
        if name in TABLES and isinstance(table, dict)
        else table
        for name, table in document.items()
    }


def columned(document: dict[str, Any]) -> dict[str, Any]:
    """Give a document with its tables as columns, where rows have no null but where a cell is left out."""
    made = dict(document)
    for name, table in document.items():
        rows = rows_of(table) if name in TABLES else None
        if rows:
            names = dict.fromkeys(key for row in rows for key in ("id", *row))
            made[name] = {key: [row.get(key) for row in rows] for key in names}
    return made
