"""Units and bodies that begin, go under another parent, get another name, or rise to a higher form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from pbgov.base import Row, both, check_id, check_name
from pbgov.errors import IllegalEventError, StructureError
from pbgov.model._draft import Draft
from pbgov.model._drafted import Drafted
from pbgov.model._edits import Moved
from pbgov.model._jurisdiction import TABLES
from pbgov.org import Unit

TABLE_OF: Final[Mapping[type[Row], str]] = {kind: name for name, kind in TABLES.items()}
_ESTABLISHED: Final = (
    "units", "bodies", "posts", "people", "neighbourhoods", "lists", "entries", "facts", "waivers",
)  # fmt: skip
FORMS: Final = ("party_branch", "general_branch", "party_committee")
_optional_id = attrs.validators.optional(check_id)


def as_rows(given: Row | Iterable[Row]) -> tuple[Row, ...]:
    """Take one row, or several."""
    return (given,) if isinstance(given, Row) else tuple(given)


@attrs.frozen
class Establish(Drafted):
    """Units, bodies, posts, lists … begin 新建.

    Attributes:
        rows: One row or several; each begins on the day, whatever start it was given.

    Raises:
        IllegalEventError: An identifier is taken, or a parent is not in force on the day.
        UnknownIdError: A row names what is not on record.
        StructureError: A unit of its level may not stand there, or rows of that table do not begin so.
    """

    rows: tuple[Row, ...] = attrs.field(converter=as_rows)

    def draw(self, draft: Draft) -> None:
        """Let the rows begin, then look whether each may stand where it does."""
        for row in self.rows:
            table = TABLE_OF.get(type(row), "")
            if table not in _ESTABLISHED:
                kind = type(row).__name__
                raise StructureError(both("establish.table", kind=kind, tables=", ".join(_ESTABLISHED)), row)
            draft.need_fresh(row.id)
            draft.put(table, attrs.evolve(row, start=self.on))
        for row in self.rows:
            draft.need_known(TABLE_OF[type(row)], row)
            if isinstance(row, Unit):
                if row.parent is not None:
                    draft.standing(row.parent, "units")
                    draft.need_apart(row.id, row.parent)
                draft.need_level(row.id, row.level, row.parent)


@attrs.frozen
class Move(Drafted):
    """A unit goes under another parent, or a body to another host 调整; what stands under it goes along.

    Attributes:
        id: The unit or body.
        parent: The new parent or host; ``None`` for none, which only units can have.

    Raises:
        UnknownIdError: One of the two is not on record.
        IllegalEventError: One of the two is not in force on the day, or it stands there already.
        StructureError: It would stand under itself, or where its level may not stand.
    """

    id: str = attrs.field(validator=check_id)
    parent: str | None = attrs.field(validator=_optional_id)

    def draw(self, draft: Draft) -> None:
        """Check the new place, then turn the one row that says where it stands."""
        table, row = draft.standing(self.id, "units", "bodies")
        column = "parent" if table == "units" else "host"
        was = getattr(row, column)
        if self.parent == was:
            raise IllegalEventError(both("change.same", id=self.id, column=column, value=was or "-"), self.id)
        if self.parent is not None:
            draft.standing(self.parent, *(("units",) if table == "units" else ("units", "bodies")))
            draft.need_apart(self.id, self.parent)
        elif table == "bodies":
            raise StructureError(both("move.host", id=self.id), self.id)
        if table == "units":
            draft.need_level(self.id, row.level, self.parent)
        draft.turn(table, row, **{column: self.parent})
        if was is not None and self.parent is not None:
            draft.moved.append(Moved(table, self.id, column, was, self.parent))


@attrs.frozen
class Rename(Drafted):
    """A unit, body or post gets another name 更名; the identifier stays, since names are never keys.

    Attributes:
        id: What is renamed.
        name: Its new name.

    Raises:
        UnknownIdError: It is not on record.
        IllegalEventError: It is not in force on the day, or has that name already.
    """

    id: str = attrs.field(validator=check_id)
    name: str = attrs.field(validator=check_name)

    def draw(self, draft: Draft) -> None:
        """Turn the row."""
        table, row = draft.standing(self.id, "units", "bodies", "posts")
        if row.name == self.name:
            raise IllegalEventError(both("change.same", id=self.id, column="name", value=self.name or "-"), self.id)
        draft.turn(table, row, name=self.name)


@attrs.frozen
class Upgrade(Drafted):
    """A Party organisation rises to a higher form: branch 党支部, general branch 党总支, committee 党委.

    How many members a form asks for is a norm, with exceptions that a superior approves (Party Constitution art. 30);
    so no number is asked for here.

    Attributes:
        id: The organisation.
        kind: Its new form; by default the next one.

    Raises:
        UnknownIdError: It is not on record.
        IllegalEventError: It is not in force on the day, or that form is no higher than its own.
    """

    id: str = attrs.field(validator=check_id)
    kind: str | None = attrs.field(default=None, validator=_optional_id)

    def draw(self, draft: Draft) -> None:
        """Turn the row to the higher form."""
        table, row = draft.standing(self.id, "units")
        higher = FORMS[FORMS.index(row.kind) + 1 :] if row.kind in FORMS else ()
        kind = self.kind if self.kind is not None else next(iter(higher), "")
        if kind not in higher:
            forms = ", ".join(FORMS)
            raise IllegalEventError(
                both("upgrade.form", id=self.id, was=row.kind, kind=kind or "-", forms=forms), self.id
            )
        draft.turn(table, row, kind=kind)
