"""What else is on record of a place: documents, events, stated numbers, waivers, and what is recorded at all."""

from __future__ import annotations

import datetime as dt

import attrs

from pbgov.base import Amount, Basis, Period, Row, both, check_id, check_name
from pbgov.errors import InvalidValueError


@attrs.frozen(kw_only=True)
class Document(Row):
    """An agreement, covenant or plan in force.

    Attributes:
        kind: ``"implementation_plan"``, ``"joint_building_agreement"`` …
        parties: The units it binds.
        sections: The codes of what it contains.
        name: Its title.
    """

    kind: str = attrs.field(validator=check_id)
    parties: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    name: str = attrs.field(default="", validator=check_name)


@attrs.frozen(kw_only=True)
class Event(Row):
    """Something happened on one day.

    Attributes:
        kind: ``"regular_meeting"``, ``"special_meeting"``, ``"plenary_meeting"`` …
        subject: The body or unit it happened to.
        date: The day.
        attendance: Who was represented; ``None`` when unrecorded.
        agenda: The codes of what was dealt with; ``None`` when unrecorded.
    """

    kind: str = attrs.field(validator=check_id)
    subject: str = attrs.field(validator=check_id)
    date: dt.date
    attendance: tuple[str, ...] | None = None
    agenda: tuple[str, ...] | None = None


@attrs.frozen(kw_only=True)
class Fact(Row):
    """A number that a text states, exact or vague.

    Attributes:
        about: The unit it speaks of.
        amount: The number.
        unit: What it counts, as a code.
        basis: Where it was read.
    """

    about: str = attrs.field(validator=check_id)
    amount: Amount
    unit: str = attrs.field(validator=check_id)
    basis: Basis


@attrs.frozen(kw_only=True)
class Posting(Row):
    """One side of a transfer that was carried out.

    Attributes:
        account: Whose account.
        resource: ``"posts"``, ``"fen_a_year"``, ``"power:consent"`` …
        amount: Received when positive, given when negative.
        date: The day.
        transfer: The transfer it belongs to.
    """

    account: str = attrs.field(validator=check_id)
    resource: str = attrs.field(validator=check_id)
    amount: int
    date: dt.date
    transfer: str = attrs.field(validator=check_id)


@attrs.frozen(kw_only=True)
class Waiver(Row):
    """A breach that is accepted, with the reason.

    Attributes:
        code: The norm.
        subject: Whose breach.
        reason: Why; not blank.
    """

    code: str = attrs.field(validator=check_id)
    subject: str = attrs.field(validator=check_id)
    reason: str = attrs.field(validator=check_name)

    def __attrs_post_init__(self) -> None:
        """Refuse a blank reason."""
        super().__attrs_post_init__()
        if not self.reason.strip():
            raise InvalidValueError(both("waiver.reason", code=self.code, subject=self.subject), self.id)


@attrs.frozen(kw_only=True)
class Recorded:
    """A claim of completeness: within this span, what a table does not hold did not happen.

    Attributes:
        table: Which table.
        kind: Only rows of this kind; ``None`` for the whole table.
        start: First day of the claim; ``None`` when it reaches back without end.
        end: First day after it.
    """

    table: str
    kind: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None

    @property
    def period(self) -> Period:
        """The span of the claim."""
        return Period(self.start, self.end)
