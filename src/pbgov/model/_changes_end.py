"""Things that end without a successor."""

from __future__ import annotations

import attrs

from pbgov.base import check_id
from pbgov.model._draft import Draft, nobody
from pbgov.model._drafted import Drafted
from pbgov.model._settle import hand_over


@attrs.frozen
class Dissolve(Drafted):
    """A unit, body, post, list … ends 撤销 and has no successor.

    Whatever names it then is lost: posts, memberships and agreements end with it, and units under it are left without a
    parent in force. So the change is refused unless nothing names it, or the caller has what is lost reported.

    Attributes:
        id: What ends.

    Raises:
        UnknownIdError: It is not on record.
        IllegalEventError: It is not in force, or begins on the day itself; something is lost.
    """

    id: str = attrs.field(validator=check_id)

    def draw(self, draft: Draft) -> None:
        """End it, and what cannot be without it."""
        tables = ("units", "bodies", "posts", "neighbourhoods", "grids", "lists", "documents")
        table, row = draft.ending(self.id, *tables)
        draft.end(table, row)
        draft.follow({self.id: nobody})
        if table == "units":
            hand_over(draft, self.id, None)
