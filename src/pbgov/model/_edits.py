"""What a change does to a record: edits of single rows, references that followed, and what found no successor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from pbgov.base import Finding, Row, both, check_day
from pbgov.errors import InvalidValueError

if TYPE_CHECKING:
    from pbgov.model._jurisdiction import Jurisdiction

DERIVED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "grids": ("households", "residents", "compounds", "pieces"),
        "neighbourhoods": ("building_ids",),
        "processes": ("actors",),
    }
)
Lost: TypeAlias = Literal["refuse", "report"]


@attrs.frozen
class Edit:
    """One row of one table, before and after.

    Attributes:
        table: The table.
        id: The identifier of the row.
        before: The row that was there; ``None`` when there was none.
        after: The row that is there now; ``None`` when it is gone.
    """

    table: str
    id: str
    before: Row | None
    after: Row | None

    def changes(self, *columns: str) -> bool:
        """Tell whether the row came or went, or changed in one of these columns."""
        before, after = self.before, self.after
        if before is None or after is None:
            return before is not after
        return any(getattr(before, name) != getattr(after, name) for name in columns)

    def columns(self) -> frozenset[str] | None:
        """Give the columns that changed, with those that are derived; ``None`` where the row came or went."""
        before, after = self.before, self.after
        if before is None or after is None:
            return frozenset() if before is after else None
        names = [attribute.name for attribute in attrs.fields(type(after))]
        changed = frozenset(name for name in names if getattr(before, name) != getattr(after, name))
        return changed.union(DERIVED.get(self.table, ())) if changed else changed


def need_edits(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Refuse what is no list of edits, one of a row that is another, and two of one row.

    Raises:
        InvalidValueError: It is.
    """
    if isinstance(edits, Edit) or not isinstance(edits, Iterable):
        raise InvalidValueError(both("edit.list", value=type(edits).__name__), edits)
    made, seen = tuple(edits), set[tuple[str, str]]()
    for edit in made:
        if not isinstance(edit, Edit):
            raise InvalidValueError(both("edit.kind", value=repr(edit)), edit)
        other = next((row.id for row in (edit.before, edit.after) if row is not None and row.id != edit.id), None)
        if other is not None:
            raise InvalidValueError(both("edit.id", table=edit.table, id=edit.id, other=other), edit.id)
        if (edit.table, edit.id) in seen:
            raise InvalidValueError(both("edit.twice", table=edit.table, id=edit.id), edit.id)
        seen.add((edit.table, edit.id))
    return made


@attrs.frozen
class Moved:
    """A reference that followed a change.

    Attributes:
        table: The table of the row that refers.
        id: The row, by the identifier it had before the change.
        column: The column that refers.
        was: What it named.
        become: What it names from the day of the change on.
    """

    table: str
    id: str
    column: str
    was: str
    become: str


@attrs.frozen(kw_only=True)
class Step:
    """One change, carried out.

    Attributes:
        place: The place after it.
        edits: The rows that differ, each once, in the order of tables and identifiers.
        moved: The references that followed.
        lost: What found no successor: memberships, posts, agreements; empty unless ``lost="report"`` allowed it.
    """

    place: Jurisdiction
    edits: tuple[Edit, ...]
    moved: tuple[Moved, ...] = ()
    lost: tuple[Finding, ...] = ()


@attrs.frozen
class Change:
    """Something that changes a place, on a day.

    ``place.apply(change)`` carries it out. A change that cannot be raises before anything is done.

    Attributes:
        on: The first day on which it holds.
    """

    on: date = attrs.field(kw_only=True, validator=check_day)

    def step(self, place: Jurisdiction, *, lost: Lost = "refuse") -> Step:
        """Carry the change out on a place; ``place.apply`` is the door to it.

        Raises:
            IllegalEventError: It cannot happen on that day, or something would be lost and ``lost`` is ``"refuse"``;
                then ``culprits`` holds the findings.
            StructureError: What it asks for cannot stand.
            UnknownIdError: It names what is not on record.
        """
        raise NotImplementedError


def need_change(value: object) -> None:
    """Refuse what is no change.

    Raises:
        InvalidValueError: It is none.
    """
    if not isinstance(value, Change):
        raise InvalidValueError(both("change.none", value=repr(value)), value)
