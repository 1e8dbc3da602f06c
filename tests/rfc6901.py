"""A reader of JSON pointers, and the canonical shape of a document, to check where findings point."""

from __future__ import annotations

from typing import Any

from pbgov.model import TABLES


def resolves(document: Any, pointer: str, *, last_may_be_missing: bool = False) -> bool:
    """Tell whether a pointer leads somewhere (RFC 6901)."""
    assert not pointer or pointer.startswith("/"), pointer
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    for number, step in enumerate(steps, 1):
        missing_is_fine = last_may_be_missing and number == len(steps)
        if isinstance(document, list | tuple):
            if not step.isdecimal() or int(step) >= len(document):
                return missing_is_fine
            document = document[int(step)]
        elif isinstance(document, dict):
            if step not in document:
                return missing_is_fine
            document = document[step]
        else:
            return False
    return True


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
