"""From a document as given to a place: bad rows become findings, good rows are read all the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias, cast

import attrs
from pydantic import ValidationError

from pbgov.base import Finding, Row, Table, several
from pbgov.boundary._json import read_json
from pbgov.boundary._problems import from_pydantic, mistyped, pointer, problem
from pbgov.boundary._schema import ROWS, BuildingIn, HeadIn, RowIn, words
from pbgov.errors import PbgovError
from pbgov.grid import Building
from pbgov.model import TABLES, Jurisdiction, Recorded
from pbgov.org import Level, LevelProfile
from pbgov.validation import Unread

Given: TypeAlias = "Mapping[str, Any] | str | bytes | Jurisdiction"
_HEAD: Final = ("schema", "id", "name", "world", "profile", "recorded")
_NOWHERE: Final = LevelProfile(id="unread", levels=())


@attrs.frozen(kw_only=True)
class Read:
    """What a document gave: a place of all good rows, and what could not be read."""

    place: Jurisdiction | None
    unread: Unread


def read(given: Given) -> Read:
    """Read a document; nothing that a document holds raises."""
    if isinstance(given, Jurisdiction):
        return Read(place=given, unread=Unread())
    found: list[Finding] = []
    document: object = given
    if isinstance(given, str | bytes):
        document, problems = read_json(given)
        found += problems
    tables = _mapping(document)
    if tables is None:
        if not found:
            found.append(problem("PBB01", "", value=type(document).__name__))
        return Read(place=None, unread=Unread(findings=tuple(found)))
    return _read_document(tables, found)


def _mapping(value: object) -> Mapping[object, object] | None:
    return cast("Mapping[object, object]", value) if isinstance(value, Mapping) else None


def _read_document(document: Mapping[object, object], found: list[Finding]) -> Read:
    found += [problem("PBB04", pointer(key), key=str(key)) for key in document if key not in ROWS and key not in _HEAD]
    head, lost = _head(document, found)
    tables: dict[str, Any] = {}
    ids: set[str] = set()
    for name in ROWS:
        if name in document:
            rows, problems, dropped = _table(name, document[name])
            tables[name] = Table(rows)
            if problems:
                found += problems
                lost.add(name)
                ids |= dropped
    place = Jurisdiction(**head, **tables)
    return Read(place=place, unread=Unread(findings=tuple(found), tables=frozenset(lost), ids=frozenset(ids)))


def _head(document: Mapping[object, object], found: list[Finding]) -> tuple[dict[str, Any], set[str]]:
    """Read everything but the tables; each key by itself, so that one bad key does not hide another."""
    lost: set[str] = set()
    given = {key: document[key] for key in _HEAD if key in document}
    try:
        head = HeadIn.model_validate(given)
    except ValidationError as error:
        details = error.errors(include_url=False)
        found += [from_pydantic(detail, "", "", "") for detail in details]
        bad = {str(detail["loc"][0]) for detail in details}
        lost |= {*TABLES} if "recorded" in bad else set()
        filler: dict[str, object] = {"id": "unread", "profile": {"id": "unread", "levels": []}}
        head = HeadIn.model_validate(filler | {key: value for key, value in given.items() if key not in bad})
    profile = _NOWHERE
    try:
        levels = [
            Level(code=level.code, label=words(level.label), parents=level.parents) for level in head.profile.levels
        ]
        profile = LevelProfile(id=head.profile.id, levels=tuple(levels))
    except PbgovError as error:
        found.append(problem("PBB09", "/profile/levels", path="/profile/levels", detail=str(error)))
    recorded, problems = _claims(head)
    found += problems
    return {"id": head.id, "name": head.name, "world": head.world, "profile": profile, "recorded": recorded}, lost


def _claims(head: HeadIn) -> tuple[tuple[Recorded, ...], list[Finding]]:
    claims: list[Recorded] = []
    problems: list[Finding] = []
    for number, given in enumerate(head.recorded):
        at = pointer("recorded", number)
        if given.table not in TABLES:
            expected = ", ".join(TABLES)
            problems.append(problem("PBB08", at + "/table", path=at + "/table", value=given.table, expected=expected))
        elif _reversed(given.start, given.end):
            problems.append(problem("PBB15", at, path=at, start=given.start, end=given.end))
        else:
            claims.append(Recorded(table=given.table, kind=given.kind, start=given.start, end=given.end))
    return tuple(claims), problems


def _reversed(start: Any, end: Any) -> bool:  # noqa: ANN401 - days, or None
    return start is not None and end is not None and end <= start


def _given_rows(name: str, table: object) -> list[tuple[str, object]] | None:
    """Give each row with its pointer; a table may be a list of rows, or an object of rows by identifier."""
    keyed = _mapping(table)
    if keyed is not None:
        rows = [(key, given, _mapping(given)) for key, given in keyed.items()]
        return [(pointer(name, key), given if row is None else {"id": key, **row}) for key, given, row in rows]
    if isinstance(table, list | tuple):
        return [(pointer(name, number), given) for number, given in enumerate(cast("list[object]", table))]
    return None


def _table(name: str, table: object) -> tuple[list[Row], list[Finding], set[str]]:
    """Read one table: its good rows, its problems, and the identifiers of rows that were lost."""
    given_rows = _given_rows(name, table)
    if given_rows is None:
        at = pointer(name)
        return [], [mistyped("list_type", table, at, "", at)], set()
    rows: dict[str, Row] = {}
    problems: list[Finding] = []
    dropped: set[str] = set()
    for at, given in given_rows:
        subject = _subject(given)
        path = pointer(name, subject) if subject else ""
        row, wrong = _row(name, given, at, subject, path)
        if row is not None and row.id in rows:
            wrong = [problem("PBB14", at, subject=row.id, path=path, id=row.id)]
        if wrong or row is None:
            problems += wrong
            dropped.add(subject)
        else:
            rows[row.id] = row
    return list(rows.values()), problems, dropped - {""} - set(rows)


def _subject(given: object) -> str:
    """Name a row by what it gives as its identifier, good or bad."""
    row = _mapping(given)
    key = None if row is None else row.get("id")
    return key if isinstance(key, str) else ""


def _row(name: str, given: object, at: str, subject: str, path: str) -> tuple[Row | None, list[Finding]]:
    try:
        read_ = ROWS[name].model_validate(given)
    except ValidationError as error:
        details = error.errors(include_url=False)
        wrong = [from_pydantic(detail, at, subject, path) for detail in details]
        return None, list({finding.at: finding for finding in wrong}.values())
    if _reversed(read_.start, read_.end):
        return None, [problem("PBB15", at, subject=subject, path=path, start=read_.start, end=read_.end)]
    try:
        row: Row = TABLES[name](**_cells(read_))
    except PbgovError as error:
        return None, [problem("PBB09", at, subject=subject, path=path, detail=str(error))]
    return row, []


def _cells(given: RowIn | BuildingIn) -> dict[str, Any]:
    return {name: _built(getattr(given, name)) for name in type(given).model_fields if name in given.model_fields_set}


def _built(cell: object) -> Any:  # noqa: ANN401 - cells hold what their schema says
    """Make the library's values of the schema's."""
    cells = several(cell)
    if cells and isinstance(cells[0], BuildingIn):
        return tuple(Building(**_cells(building)) for building in cells)
    return cell
