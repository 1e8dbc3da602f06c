"""The library's two front doors for outside data: a report of everything, or a sound place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs
from pydantic import TypeAdapter

from pbgov.base import Report, Severity, in_order
from pbgov.boundary._problems import refusal
from pbgov.boundary._read import Given, read
from pbgov.boundary._schema import ROWS, HeadIn
from pbgov.model import Jurisdiction
from pbgov.org import LevelProfile
from pbgov.rules import Payload, RulePack
from pbgov.validation import EVALUATORS, Evaluator, Unread, faults, judge

_NOTHING: Final = Jurisdiction(id="nothing", profile=LevelProfile(id="nothing", levels=()))


def validate(
    given: Given,
    *,
    pack: RulePack | None = None,
    on: date,
    since: date | None = None,
    within: str = "",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    evaluators: Mapping[type[Payload], Evaluator] = EVALUATORS,
) -> Report:
    """Judge a document, JSON text or a place; whatever the data hold, they give findings and never raise.

    Bad rows are findings; the norms run on the rest, and what the bad rows touch is UNKNOWN.

    Args:
        given: A document as a mapping, as JSON text, or a place.
        pack: The norms; without one only the document and its structure are judged.
        on: The day.
        since: First day of the span whose calendar periods are judged; by default the first of the year of ``on``.
        within: A unit; only what belongs to its territory is judged.
        select: Codes or beginnings of codes, ``("JX1", "PBS")``; only these are judged. What could not be read is
            always told.
        ignore: Codes or beginnings of codes; these are not judged.
        evaluators: Evaluators by the type of the payload they judge, beside those of the library or in their place.

    Raises:
        InvalidValueError: ``since`` lies after ``on``, or no code begins as ``select`` or ``ignore`` says.
        StructureError: The pack has a norm of a kind that no evaluator knows.
        UnknownIdError: What was read holds no unit ``within``.

    Examples:
        >>> from datetime import date
        >>> report = validate({"id": "X"}, on=date(2018, 7, 1))
        >>> print(report.breached[0].message())
        "profile" is missing at /profile
    """
    got = read(given)
    place = _NOTHING if got.place is None else got.place
    report = judge(
        place,
        pack,
        on=on,
        since=since,
        within=within if got.place is not None else "",
        select=select,
        ignore=ignore,
        unread=got.unread,
        evaluators=evaluators,
    )
    return attrs.evolve(report, **_unjudged(got.unread)) if got.place is None else report


def _unjudged(unread: Unread) -> dict[str, Any]:
    """Give what a report says where there was nothing to judge."""
    return {"findings": in_order(unread.findings), "tallies": (), "complete": False}


def parse(given: Given) -> Jurisdiction:
    """Read a document into a place.

    Raises:
        InvalidDocumentError: It cannot be read whole, or its structure is faulty; ``.report`` lists everything.
    """
    got = read(given)
    found = got.unread.findings
    if got.place is not None:
        wrong = (f for f in faults(got.place, got.unread.ids, got.unread.nameless) if f.severity is Severity.ERROR)
        found = in_order((*found, *wrong))
    if got.place is None or found:
        raise refusal(Report(findings=found, complete=not got.unread.findings))
    return got.place


def json_schema() -> dict[str, Any]:
    """Give the schema of a document as JSON Schema (draft 2020-12), for other languages.

    A table is a list of rows, an object of rows by identifier, or an object of columns. What the schema refuses the
    library refuses. The other way round it cannot say that columns are equally long, that identifiers are not given
    twice or lead somewhere, that a day exists and a span holds one, that text is printable, and that 3.0 is no count.
    """
    head = HeadIn.model_json_schema()
    shared = head.pop("$defs", {})
    shared["RecordedIn"]["properties"]["table"] = {"enum": list(ROWS), "title": "Table", "type": "string"}
    for name, row in ROWS.items():
        schema = TypeAdapter(row).json_schema()
        shared |= schema.pop("$defs", {})
        if name == "grids":
            schema["properties"]["members"] |= {"minItems": 1, "uniqueItems": True}
        names = {key: cell for key, cell in schema["properties"]["id"].items() if key != "title"}
        keyed = schema | {"required": [key for key in schema.get("required", []) if key != "id"]}
        head["properties"][name] = {
            "anyOf": [
                {"type": "array", "items": schema},
                {"type": "object", "additionalProperties": keyed, "propertyNames": names},
                _columns_schema(schema),
            ]
        }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | head | {"$defs": shared}


def _columns_schema(row: Mapping[str, Any]) -> dict[str, Any]:
    """Give the schema of columns; a null is a cell that the row leaves out, and no row needs no column but ``id``."""
    needed = row["required"]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {"type": "array", "items": cell if name in needed else {"anyOf": [cell, {"type": "null"}]}}
            for name, cell in row["properties"].items()
        },
        "required": ["id"],
        "anyOf": [{"required": needed}, {"properties": {"id": {"maxItems": 0}}}],
    }
