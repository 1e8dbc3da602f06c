"""From a place to its document: JSON values, tables keyed by identifier or as columns, defaults left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, cast

import attrs

from pbgov.base import (
    About,
    Amount,
    Assumption,
    Attributed,
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
    both,
    several,
)
from pbgov.boundary._schema import SCHEMA
from pbgov.errors import InvalidValueError
from pbgov.model import TABLES, Jurisdiction

Form: TypeAlias = Literal["keyed", "rows", "columns"]

_HEAD: Final = ("id", "name", "world", "profile", "recorded")


def to_document(place: Jurisdiction, *, form: Form = "keyed") -> dict[str, Json]:
    """Give the document of a place; reading it gives the same place.

    Args:
        place: The place.
        form: ``"keyed"``, tables as objects of rows by identifier: the canonical document, into which ``path`` of a
            finding points. ``"rows"``, tables as lists of rows. ``"columns"``, tables as objects of columns, several
            times quicker to read; a null is a cell that the row leaves out.

    Raises:
        InvalidValueError: There is no such form.
    """
    if form not in _FORMS:
        raise InvalidValueError(both("document.form", value=repr(form)), form)
    document: dict[str, Json] = {"schema": SCHEMA}
    document |= {name: _json(getattr(place, name)) for name in _HEAD}
    document |= {name: _FORMS[form](place.table(name)) for name in TABLES if place.table(name)}
    return document


def _keyed(table: Table[Row]) -> Json:
    return {key: cells(row, without="id") for key, row in table.items()}


def _rows(table: Table[Row]) -> Json:
    return [cells(row) for row in table.values()]


def _columns(table: Table[Row]) -> Json:
    """Give every column that holds anything but its default."""
    rows = [cells(row) for row in table.values()]
    names = dict.fromkeys(chain.from_iterable(rows))
    return {name: [row.get(name) for row in rows] for name in names}


_FORMS: Final[Mapping[str, Callable[[Table[Row]], Json]]] = MappingProxyType(
    {"keyed": _keyed, "rows": _rows, "columns": _columns}
)


def cells(value: object, without: str = "") -> dict[str, Json]:
    """Give the attributes of a value that differ from their defaults."""
    attributes: tuple[attrs.Attribute[object], ...] = attrs.fields(cast("type[attrs.AttrsInstance]", type(value)))
    held: dict[str, object] = {a.name: getattr(value, a.name) for a in attributes if a.name != without}
    return {a.name: _json(held[a.name]) for a in attributes if a.name in held and held[a.name] != a.default}


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
        case Attributed() | Assumption() | Derived() | Required():
            return _basis(value)
        case _:
            return cells(value)


def _basis(value: Attributed | Assumption | Derived | Required) -> Json:
    """Write a ground by the key that tells it from the others; a source has a quote and needs none."""
    match value:
        case Attributed():
            return {"attributed_to": value.document} | cells(value, "document")
        case Assumption():
            return {"assumption": _json(value.why)}
        case Required():
            return {"required": _json(value.why)}
        case Derived():
            return {"derived_from": list(value.from_), "how": _json(value.how)}


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
