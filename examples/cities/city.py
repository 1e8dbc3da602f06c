"""What a reported city is: a document, the pack it is judged by, and what the model must give back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from pbgov.base import Text
from pbgov.model import Edit

if TYPE_CHECKING:
    from datetime import date

    from pbgov.base import Report, Row
    from pbgov.grid import Partitioning
    from pbgov.model import Jurisdiction
    from pbgov.rules import Decision, Rota, RulePack

Document: TypeAlias = dict[str, Any]


@attrs.frozen(kw_only=True)
class Target:
    """One fact of a report.

    Attributes:
        what: What it is.
        value: What the report says.
        ask: How the model is asked for it, by a query, a measure or the report of a validation.
        undo: The edits that take it away or make it another.
        code: The norm whose verdict turns with it; empty where only the answer does.
    """

    what: Text
    value: object
    ask: Callable[[Jurisdiction, Report], object]
    undo: Callable[[Jurisdiction], Sequence[Edit]]
    code: str = ""


def target(  # noqa: PLR0917 - the columns of a table of facts
    zh: str,
    en: str,
    value: object,
    ask: Callable[[Jurisdiction, Report], object],
    undo: Callable[[Jurisdiction], Sequence[Edit]],
    code: str = "",
) -> Target:
    """Make a fact of a report."""
    return Target(what=Text(zh=zh, en=en), value=value, ask=ask, undo=undo, code=code)


@attrs.frozen(kw_only=True)
class City:
    """One city as its report has it.

    Attributes:
        id: The identifier of its document.
        heading: What stands above its page.
        pack: The norms it is judged by, its open figures declared where the model supplies them.
        document: Makes the whole record as plain data.
        on: The day it is judged.
        since: First day of the span judged.
        targets: The facts of the report.
        warnings: The codes of norms breached, none of them an error; no others are.
        unknown: The codes of norms of which the report says too little; no others are.
        kept: Where a catalogue item is held that no norm, rule or institution names: a pointer into the record,
            ``"/documents/slogan"``, or the code of a norm or structural rule that holds it too.
        decide: Requests decided in the place, each with its label.
        plan: The place with grids drawn, and the partitionings; as it is where there is nothing to divide.
        rota: Whose turn it is in the chair, where it rotates.
        faults: Edits that damage a copy in named ways: the finding each should bring, and what was done.
    """

    id: str
    heading: Text
    pack: RulePack
    document: Callable[[], Document]
    on: date
    since: date
    targets: tuple[Target, ...]
    warnings: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    kept: Mapping[str, str]
    decide: Callable[[Jurisdiction], Sequence[tuple[Text, Decision]]]
    plan: Callable[[Jurisdiction], tuple[Jurisdiction, Sequence[Partitioning]]]
    rota: Callable[[Jurisdiction], Rota] | None = None
    faults: Callable[[Jurisdiction], Mapping[tuple[str, str], tuple[Text, Sequence[Edit]]]]


def without(place: Jurisdiction, table: str, *ids: str) -> tuple[Edit, ...]:
    """Give the edits that take rows away."""
    return tuple(Edit(table, name, place.table(table)[name], None) for name in ids)


def changed(place: Jurisdiction, table: str, name: str, **cells: Any) -> tuple[Edit, ...]:  # noqa: ANN401 - cells of a row
    """Give the edit that changes cells of a row."""
    row: Row = place.table(table)[name]
    return (Edit(table, name, row, attrs.evolve(row, **cells)),)
