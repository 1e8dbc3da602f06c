"""From a place to its canonical document: JSON values, tables keyed by identifier, defaults left out."""

from __future__ import annotations

from datetime import date
from typing import Final, cast

import attrs

from pbgov.base import (
    About,
    Amount,
    Assumption,
    Between,
    Derived,
    Exact,
    FrozenMap,
    Json,
    MoreThan,
    Nearly,
    Required,
    Row,
    Table,
    several,
)
from pbgov.boundary._schema import SCHEMA
from pbgov.model import TABLES, Jurisdiction

_HEAD: Final = ("id", "name", "world", "profile", "recorded")


def to_document(place: Jurisdiction) -> dict[str, Json]:
    """Give the canonical document of a place; reading it gives the same place."""
    document: dict[str, Json] = {"schema": SCHEMA}
    document |= {name: _json(getattr(place, name)) for name in _HEAD}
    document |= {name: _table(place.table(name)) for name in TABLES if place.table(name)}
    return document


def _table(table: Table[Row]) -> dict[str, Json]:
    return {key: _cells(row, without="id") for key, row in table.items()}


def _cells(value: object, without: str = "") -> dict[str, Json]:
    attributes: tuple[attrs.Attribute[object], ...] = attrs.fields(cast("type[attrs.AttrsInstance]", type(value)))
    cells: dict[str, object] = {a.name: getattr(value, a.name) for a in attributes if a.name != without}
    return {a.name: _json(cells[a.name]) for a in attributes if a.name in cells and cells[a.name] != a.default}


def _json(value: object) -> Json:  # noqa: PLR0911 - one line a kind of value
    match value:
        case None | bool() | str():
            return value
        case int():
            return int(value)  # a power is a number with a name
        case date():
            return value.isoformat()
        case tuple():
            return [_json(item) for item in several(cast("object", value))]
        case FrozenMap():
            return {str(name): _json(item) for name, item in cast("FrozenMap[str, object]", value).items()}
        case Exact() | MoreThan() | Nearly() | About() | Between():
            return _amount(value)
        case Assumption():
            return {"assumption": _json(value.why)}
        case Required():
            return {"required": _json(value.why)}
        case Derived():
            return {"derived_from": list(value.from_), "how": _json(value.how)}
        case _:
            return _cells(value)


def _amount(value: Amount) -> Json:
    match value:
        case Exact():
            return value.n
        case MoreThan():
            return {"more_than": value.n}
        case Nearly():
            return {"nearly": value.n}
        case About():
            return {"about": value.n, "percent": value.percent}
        case Between():
            upper: dict[str, Json] = {} if value.high is None else {"at_most": value.high}
            return {"at_least": value.low, **upper}
