"""Rows put on record and taken away, for whatever has no change of its own."""

from __future__ import annotations

import attrs

from pbgov.base import Row, both, check_id
from pbgov.errors import StructureError, UnknownIdError
from pbgov.model._changes_merge import as_ids, need_ids
from pbgov.model._changes_units import TABLE_OF, as_rows
from pbgov.model._draft import Draft
from pbgov.model._drafted import Drafted
from pbgov.model._jurisdiction import TABLES


@attrs.frozen
class Put(Drafted):
    """Rows are put on record as they are, or in the place of those with the same identifier.

    This corrects the record: what the rows said before is gone, and nothing follows.

    Attributes:
        rows: One row or several.

    Raises:
        StructureError: A row is of no table, or another table has its identifier; two would lead one thing at once, or
            leadership would run in a circle.
        UnknownIdError: A row names what is not on record.
    """

    rows: tuple[Row, ...] = attrs.field(converter=as_rows)

    def draw(self, draft: Draft) -> None:
        """Put the rows, then look whether they name what is there."""
        for row in self.rows:
            table = TABLE_OF.get(type(row))
            if table is None:
                raise StructureError(both("put.table", kind=type(row).__name__), row)
            elsewhere = [name for name in TABLES if name != table and draft.get(name, row.id) is not None]
            if elsewhere:
                raise StructureError(both("put.shared", id=row.id, table=elsewhere[0]), row.id)
            draft.put(table, row)
        for row in self.rows:
            draft.need_known(TABLE_OF[type(row)], row)


@attrs.frozen
class Remove(Drafted):
    """Rows are taken from the record as if they had never been on it; to end something, ``Dissolve`` it.

    Attributes:
        table: The table.
        ids: The rows.

    Raises:
        UnknownIdError: The table has no such row.
        StructureError: There is no such table, or another row names one of them.
    """

    table: str = attrs.field(validator=check_id)
    ids: tuple[str, ...] = attrs.field(converter=as_ids, validator=need_ids)

    def draw(self, draft: Draft) -> None:
        """Take the rows away, then look whether something names them."""
        draft.place.table(self.table)
        for key in self.ids:
            if draft.get(self.table, key) is None:
                raise UnknownIdError(both("change.unknown", id=repr(key), tables=self.table), key)
            draft.remove(self.table, key)
        for key in self.ids:
            named = sorted(draft.referring(key, self.table))
            if named:
                raise StructureError(both("remove.named", id=key, ids=", ".join(named)), key, *named)
