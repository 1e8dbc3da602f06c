"""From a document as given to a place: bad rows become findings, good rows are read all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final, TypeAlias, cast

import attrs
from pydantic import ValidationError

from pbgov.base import Finding, Row, Table, several
from pbgov.boundary._json import Repeat, read_json
from pbgov.boundary._problems import from_pydantic, mistyped, pointer, problem
from pbgov.boundary._schema import ROWS, ActIn, BuildingIn, HeadIn, RecordedIn, RowIn, words
from pbgov.errors import PbgovError
from pbgov.grid import Building
from pbgov.model import TABLES, Jurisdiction, Recorded
from pbgov.org import Level, LevelProfile
from pbgov.rules import Act
from pbgov.validation import Unread

Given: TypeAlias = "Mapping[str, Any] | str | bytes | Jurisdiction"
_HEAD: Final = ("schema", "id", "name", "world", "profile")
_KNOWN: Final = frozenset({*_HEAD, "recorded", *ROWS})
_FILLER: Final[Mapping[str, object]] = {"id": "unread", "profile": {"id": "unread", "levels": []}}
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
    document: object = given
    repeats: tuple[Repeat, ...] = ()
    if isinstance(given, str | bytes):
        parsed = read_json(given)
        if parsed.problem is not None:
            return Read(place=None, unread=Unread(findings=(parsed.problem,)))
        document, repeats = parsed.document, parsed.repeats
    tables = _mapping(document)
    if tables is None:
        found = problem("PBB01", "", value=type(document).__name__)
        return Read(place=None, unread=Unread(findings=(found,)))
    return _read_document(tables, repeats)


def _mapping(value: object) -> Mapping[object, object] | None:
    return cast("Mapping[object, object]", value) if isinstance(value, Mapping) else None


def _read_document(document: Mapping[object, object], repeats: tuple[Repeat, ...]) -> Read:
    found = [problem("PBB04", pointer(key), key=pointer(key)[1:]) for key in document if key not in _KNOWN]
    spoiled: defaultdict[object, list[Repeat]] = defaultdict(list)
    for repeat in repeats:
        for key in repeat.steps[:1] or repeat.keys:  # what the document itself has twice is spoiled whole
            spoiled[key].append(repeat)
    found += [_twice(repeat) for repeat in repeats if not repeat.steps or repeat.steps[0] not in ROWS]
    head = _head(document, frozenset(key for key in _HEAD if key in spoiled), found)
    claims: tuple[Recorded, ...] = ()
    if "recorded" in document and "recorded" not in spoiled:
        claims = _claims(document["recorded"], found)
    tables = [_TableReader(name, spoiled[name]) for name in ROWS if name in document]
    for table in tables:
        table.read(document[table.name])
        found += table.found
    rows: dict[str, Any] = {table.name: Table(table.rows.values()) for table in tables}
    unread = Unread(
        findings=tuple(found),
        tables=frozenset(table.name for table in tables if table.spoiled or table.found),
        ids=frozenset[str]().union(*(table.lost for table in tables)),
        nameless=frozenset(table.name for table in tables if table.nameless),
    )
    return Read(place=Jurisdiction(**head, recorded=claims, **rows), unread=unread)


def _twice(repeat: Repeat, subject: str = "", path: str | None = None) -> Finding:
    at = pointer(*repeat.steps)
    return problem("PBB11", at, subject=subject, path=at if path is None else path, keys=", ".join(repeat.keys))


def _head(document: Mapping[object, object], spoiled: frozenset[str], found: list[Finding]) -> dict[str, Any]:
    """Read everything but the tables; each key by itself, so that one bad key does not hide another."""
    given = {key: document[key] for key in _HEAD if key in document}
    bad = {*spoiled}
    head: HeadIn | None = None
    try:
        head = HeadIn.model_validate(given)
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if detail["loc"][0] not in spoiled]
        found += [from_pydantic(detail, "", "", "") for detail in details]
        bad |= {str(detail["loc"][0]) for detail in details}
    if bad or head is None:
        head = HeadIn.model_validate({**_FILLER, **{key: value for key, value in given.items() if key not in bad}})
    profile = _NOWHERE
    try:
        levels = [
            Level(code=level.code, label=words(level.label), parents=level.parents) for level in head.profile.levels
        ]
        profile = LevelProfile(id=head.profile.id, levels=tuple(levels))
    except PbgovError as error:
        found.append(problem("PBB09", "/profile/levels", path="/profile/levels", detail=str(error)))
    return {"id": head.id, "name": head.name, "world": head.world, "profile": profile}


def _claims(given: object, found: list[Finding]) -> tuple[Recorded, ...]:
    """Read the claims of completeness, each by itself; a bad one claims nothing."""
    if not isinstance(given, list | tuple):
        found.append(mistyped("list_type", given, "/recorded", "", "/recorded"))
        return ()
    claims: list[Recorded] = []
    for number, item in enumerate(cast("list[object]", given)):
        at = pointer("recorded", number)
        try:
            claim = RecordedIn.model_validate(_plain(item))
        except ValidationError as error:
            found += [from_pydantic(detail, at, "", at) for detail in error.errors(include_url=False)]
            continue
        if claim.table not in TABLES:
            expected = ", ".join(TABLES)
            found.append(problem("PBB08", f"{at}/table", path=f"{at}/table", value=claim.table, expected=expected))
        elif _reversed(claim.start, claim.end):
            found.append(problem("PBB15", at, path=at, start=claim.start, end=claim.end))
        else:
            claims.append(Recorded(table=claim.table, kind=claim.kind, start=claim.start, end=claim.end))
    return tuple(claims)


def _reversed(start: Any, end: Any) -> bool:  # noqa: ANN401 - days, or None
    return start is not None and end is not None and end <= start


def _plain(given: object) -> object:
    """Make a dict of any mapping: the schema takes no other."""
    row = _mapping(given)
    return given if row is None or isinstance(row, dict) else dict(row)


class _TableReader:
    """Reads one table.

    Attributes:
        rows: The good rows, by identifier.
        found: What is wrong with the others.
        lost: Identifiers of rows that were lost.
        nameless: Whether rows were lost whose identifiers could not be read.
    """

    def __init__(self, name: str, spoiled: list[Repeat]) -> None:
        """Read nothing yet; ``spoiled`` says where keys repeat in this table, or that it is given twice itself."""
        self.name = name
        self.spoiled = spoiled
        self.rows: dict[str, Row] = {}
        self.found: list[Finding] = []
        self.lost: set[str] = set()
        self.nameless = any(not repeat.steps for repeat in spoiled)
        self._repeats: defaultdict[object, list[Repeat]] = defaultdict(list)

    def read(self, table: object) -> None:
        """Read every row; a table may be a list of rows, or an object of rows by identifier."""
        for repeat in self.spoiled:
            if len(repeat.steps) == 1:  # rows share a key
                self.found.append(_twice(repeat))
                self.lost.update(repeat.keys)
            elif repeat.steps:
                self._repeats[repeat.steps[1]].append(repeat)
        keyed = _mapping(table)
        if keyed is not None:
            doubtful = frozenset(self.lost)
            for key, given in keyed.items():
                if key not in doubtful:
                    self._read_keyed(key, given)
        elif isinstance(table, list | tuple):
            for number, given in enumerate(cast("list[object]", table)):
                row = _mapping(given)
                self._read_row(number, given, None if row is None else row.get("id"))
        else:
            at = pointer(self.name)
            self.found.append(mistyped("list_type", table, at, "", at))
            self.nameless = True

    def _read_keyed(self, key: object, given: object) -> None:
        row = _mapping(given)
        if row is None:
            self._read_row(key, given, key)
            return
        other = row.get("id", key)
        if isinstance(other, str) and other != key:
            at = pointer(self.name, key, "id")
            self._lose(key, [problem("PBB08", at, subject=other, path=at, value=other, expected=_step(key))])
        else:
            self._read_row(key, {"id": key, **row}, other, key_is_id="id" not in row)

    def _read_row(self, step: object, given: object, key: object, *, key_is_id: bool = False) -> None:
        at, subject = pointer(self.name, step), key if isinstance(key, str) else ""
        path = pointer(self.name, subject) if subject else ""
        if step in self._repeats:
            below = [(repeat, path + pointer(*repeat.steps[2:]) if path else "") for repeat in self._repeats[step]]
            self._lose(key, [_twice(repeat, subject, where) for repeat, where in below])
            return
        row, wrong = _row(self.name, given, at, subject, path, key_is_id=key_is_id)
        if row is not None and row.id in self.rows:
            wrong = [problem("PBB14", at, subject=row.id, path=path, id=row.id)]
        if wrong or row is None:
            self._lose(key, wrong)
        else:
            self.rows[row.id] = row

    def _lose(self, key: object, wrong: list[Finding]) -> None:
        self.found += wrong
        if isinstance(key, str):
            self.lost.add(key)
        else:
            self.nameless = True


def _step(key: object) -> str:
    return pointer(key)[1:]


def _row(
    name: str, given: object, at: str, subject: str, path: str, *, key_is_id: bool
) -> tuple[Row | None, list[Finding]]:
    try:
        read_ = ROWS[name].model_validate(_plain(given))
    except ValidationError as error:
        details = error.errors(include_url=False)
        for detail in details:
            if key_is_id and detail["loc"] == ("id",):  # the row holds no such cell: its key is at fault
                detail["loc"] = ()
        wrong = [from_pydantic(detail, at, subject, path) for detail in details]
        return None, list({finding.at: finding for finding in reversed(wrong)}.values())[::-1]
    if _reversed(read_.start, read_.end):
        return None, [problem("PBB15", at, subject=subject, path=path, start=read_.start, end=read_.end)]
    try:
        row: Row = TABLES[name](**_cells(read_))
    except PbgovError as error:
        return None, [problem("PBB09", at, subject=subject, path=path, detail=str(error))]
    return row, []


def _cells(given: RowIn | BuildingIn | ActIn) -> dict[str, Any]:
    return {name: _built(getattr(given, name)) for name in type(given).model_fields if name in given.model_fields_set}


def _built(cell: object) -> Any:  # noqa: ANN401 - cells hold what their schema says
    """Make the library's values of the schema's."""
    cells = several(cell)
    if cells and isinstance(cells[0], BuildingIn):
        return tuple(Building(**_cells(building)) for building in cells)
    if cells and isinstance(cells[0], ActIn):
        return tuple(Act(**_cells(act)) for act in cells)
    return cell
