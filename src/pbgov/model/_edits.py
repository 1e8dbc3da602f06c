"""One row of a record, before and after."""

from __future__ import annotations

import attrs

from pbgov.base import Row


@attrs.frozen(kw_only=True)
class Edit:
    """A row that was put in, taken out or changed.

    Attributes:
        table: Its table.
        id: Its identifier.
        before: The row before; ``None`` where there was none.
        after: The row after; ``None`` where there is none.
    """

    table: str
    id: str
    before: Row | None
    after: Row | None
