"""Two kinds of norms about duty lists: what an item must say, and that a task was admitted first."""

from __future__ import annotations

import attrs

from pbgov.base import both
from pbgov.errors import InvalidValueError
from pbgov.rules._norms import Payload, Selector


@attrs.frozen
class Stated(Payload):
    """Every row picked says what it is asked for: none of these columns is left empty.

    Where the record claims to hold a table whole, an empty cell means that the list, plan or agreement does not say
    it; without that claim it may only not have been entered, and the norm is UNKNOWN.

    Raises:
        InvalidValueError: No column is named.
    """

    of: Selector
    columns: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse to ask for nothing."""
        if not self.columns:
            raise InvalidValueError(both("stated.columns"))


@attrs.frozen(kw_only=True)
class Admitted(Payload):
    """A task was admitted before it began 准入: organs of the county-level unit above its holder approved it.

    The subject is an item of a duty list, or an event that handed duties down; an approval is an event of kind
    ``"admission_approved"`` whose subject is the organ and whose agenda names the item or its matter. It counts if
    it is dated on or before the start. A duty handed down that stood on the list that day needs none.

    Attributes:
        organs: The parameter that lists the kinds of organs whose approval counts.
        approvers: The parameter that says how many of them must approve.
    """

    organs: str
    approvers: str

    def figures(self) -> tuple[str, ...]:
        """Name both parameters."""
        return (self.organs, self.approvers)
