"""The library's two front doors for outside data: a report of everything, or a sound place."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import TypeAdapter

from pbgov.base import Report, both, in_order
from pbgov.boundary._read import Given, read
from pbgov.boundary._schema import ROWS, HeadIn
from pbgov.errors import InvalidDocumentError
from pbgov.model import Jurisdiction
from pbgov.rules import RulePack
from pbgov.validation import faults, judge


def validate(given: Given, *, pack: RulePack | None = None, on: date, since: date | None = None) -> Report:
    """Judge a document, JSON text or a place; whatever the data hold, they give findings and never raise.

    Bad rows are findings; the norms run on the rest, and what the bad rows touch is UNKNOWN.

    Args:
        given: A document as a mapping, as JSON text, or a place.
        pack: The norms; without one only the document and its structure are judged.
        on: The day.
        since: First day of the span whose calendar periods are judged; by default the first of the year of ``on``.

    Examples:
        >>> from datetime import date
        >>> report = validate({"id": "X"}, on=date(2018, 7, 1))
        >>> print(report.breached[0].message())
        "profile" is missing at /profile
    """
    got = read(given)
    if got.place is None:
        return Report(findings=got.unread.findings, complete=False, on=on, since=since or date(on.year, 1, 1))
    return judge(got.place, pack, on=on, since=since, unread=got.unread)


def parse(given: Given) -> Jurisdiction:
    """Read a document into a place.

    Raises:
        InvalidDocumentError: It cannot be read whole, or its structure is faulty; ``.report`` lists everything.
    """
    got = read(given)
    found = got.unread.findings
    if got.place is not None:
        found = in_order((*found, *faults(got.place, got.unread.ids)))
    if got.place is None or found:
        report = Report(findings=found, complete=not got.unread.findings)
        message = both("boundary.invalid", n=len(found), first=found[0].message("en"), first_zh=found[0].message("zh"))
        raise InvalidDocumentError(message, report)
    return got.place


def json_schema() -> dict[str, Any]:
    """Give the schema of a document as JSON Schema (draft 2020-12), for other languages."""
    head = HeadIn.model_json_schema()
    shared = head.pop("$defs", {})
    for name, row in ROWS.items():
        schema = TypeAdapter(row).json_schema()
        shared |= schema.pop("$defs", {})
        keyed = schema | {"required": [key for key in schema.get("required", []) if key != "id"]}
        head["properties"][name] = {
            "anyOf": [{"type": "array", "items": schema}, {"type": "object", "additionalProperties": keyed}]
        }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | head | {"$defs": shared}
