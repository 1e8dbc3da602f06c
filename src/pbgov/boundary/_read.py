"""From a document as given to a place: bad rows become findings, good rows are read all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
from pydantic import ValidationError

from pbgov.base import Finding
from pbgov.boundary._json import Repeat, read_json
from pbgov.boundary._problems import MOST, details, from_pydantic, mistyped, pointer, problem, shown, too_many
from pbgov.boundary._schema import ROWS, SCHEMA, HeadIn, RecordedIn, words
from pbgov.boundary._tables import TableReader, as_mapping, as_sequence, is_reversed, plain, twice
from pbgov.boundary._versions import number, upgrade
from pbgov.boundary._walk import unfolds
from pbgov.errors import PbgovError
from pbgov.model import TABLES, Jurisdiction, Recorded
from pbgov.org import Level, LevelProfile
from pbgov.validation import Unread

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Given: TypeAlias = "Mapping[str, Any] | str | bytes | Jurisdiction"
_HEAD: Final = ("schema", "id", "name", "world", "profile")
_KNOWN: Final = frozenset({*_HEAD, "recorded", *ROWS})
_FILLER: Final[Mapping[str, object]] = {"id": "unread", "profile": {"id": "unread", "levels": []}}
_DEEPEST: Final = 9  # levels of a document: of what holds itself, no more is read either
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
    elif unfolds(document, _DEEPEST):
        return Read(place=None, unread=Unread(findings=(problem("PBB21", ""),)))
    tables = as_mapping(document)
    if tables is None:
        found = problem("PBB01", "", value=type(document).__name__)
        return Read(place=None, unread=Unread(findings=(found,)))
    return _read_document(upgrade(tables).document, repeats, borrowed=document is given)


def _read_document(document: Mapping[object, object], repeats: tuple[Repeat, ...], *, borrowed: bool) -> Read:
    strange = [key for key in document if key not in _KNOWN]
    found = [problem("PBB04", pointer(key), key=pointer(key)[1:]) for key in strange[:MOST]]
    if len(strange) > MOST:
        found.append(too_many(len(strange) - MOST, ""))
    spoiled: defaultdict[object, list[Repeat]] = defaultdict(list)
    for repeat in repeats:
        for key in repeat.steps[:1] or repeat.keys:  # what the document itself has twice is spoiled whole
            spoiled[key].append(repeat)
    found += [twice(repeat) for repeat in repeats if not repeat.steps or repeat.steps[0] not in ROWS]
    head = _head(document, frozenset(key for key in _HEAD if key in spoiled), found)
    claims: tuple[Recorded, ...] = ()
    if "recorded" in document and "recorded" not in spoiled:
        claims = _claims(document["recorded"], found)
    tables = [TableReader(name, spoiled[name], borrowed=borrowed) for name in ROWS if name in document]
    for table in tables:
        table.read(document[table.name])
        found += table.found
    rows: dict[str, Any] = {table.name: table.table() for table in tables}
    unread = Unread(
        findings=tuple(found),
        tables=frozenset(table.name for table in tables if table.spoiled or table.found),
        ids=frozenset[str]().union(*(table.lost for table in tables)),
        nameless=frozenset(table.name for table in tables if table.nameless),
    )
    return Read(place=Jurisdiction(**head, recorded=claims, **rows), unread=unread)


def _head(document: Mapping[object, object], spoiled: frozenset[str], found: list[Finding]) -> dict[str, Any]:
    """Read everything but the tables; each key by itself, so that one bad key does not hide another."""
    given = {key: document[key] for key in _HEAD if key in document}
    bad = {*spoiled}
    head: HeadIn | None = None
    try:
        head = HeadIn.model_validate(given)
    except ValidationError as error:
        told = [detail for detail in details(error) if detail["loc"][0] not in spoiled]
        found += [_of_head(detail) for detail in told]
        if error.error_count() > MOST:
            found.append(too_many(error.error_count(), ""))
            bad |= {*_HEAD}
        bad |= {str(detail["loc"][0]) for detail in told}
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


def _of_head(detail: ErrorDetails) -> Finding:
    """Word a schema error; of a version that is newer, say so."""
    version = number(detail["input"]) if detail["loc"] == ("schema",) else None
    if version is not None and version > (number(SCHEMA) or 0):
        return problem("PBB20", "/schema", path="/schema", value=shown(detail["input"]), known=SCHEMA)
    return from_pydantic(detail, "", "", "")


def _claims(given: object, found: list[Finding]) -> tuple[Recorded, ...]:
    """Read the claims of completeness, each by itself; a bad one claims nothing."""
    items = as_sequence(given)
    if items is None:
        found.append(mistyped("list_type", given, "/recorded", "", "/recorded"))
        return ()
    claims: list[Recorded] = []
    before, unlisted = len(found), 0
    for n, item in enumerate(items):
        at = pointer("recorded", n)
        if len(found) - before > MOST:
            unlisted += 1
            continue
        try:
            claim = RecordedIn.model_validate(plain(item))
        except ValidationError as error:
            found += [from_pydantic(detail, at, "", at) for detail in details(error)] or [
                too_many(error.error_count(), at, path=at)
            ]
            continue
        if claim.table not in TABLES:
            expected = ", ".join(TABLES)
            found.append(problem("PBB08", f"{at}/table", path=f"{at}/table", value=claim.table, expected=expected))
        elif is_reversed(claim.start, claim.end):
            found.append(problem("PBB15", at, path=at, start=claim.start, end=claim.end))
        else:
            claims.append(Recorded(table=claim.table, kind=claim.kind, start=claim.start, end=claim.end))
    if unlisted:
        found.append(too_many(unlisted, "/recorded", path="/recorded"))
    return tuple(claims)
