"""What else is on record of a place: documents, events, stated numbers, waivers, and what is recorded at all."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from pbgov.base import Amount, Basis, Period, Row, both, check_day, check_id, check_name, is_id, several
from pbgov.errors import InvalidValueError


def _ids(_self: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Refuse all but a tuple of identifiers: a list would not hash, a string would fall into letters."""
    items = several(value)
    if not isinstance(value, tuple) or not all(isinstance(item, str) and is_id(item) for item in items):
        raise InvalidValueError(both("row.ids", name=attribute.name, value=repr(items)), attribute.name, items)


def _whole(_self: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not int:
        raise InvalidValueError(both("row.whole", name=attribute.name, value=repr(value)), attribute.name, value)


_ids_or_none = attrs.validators.optional(_ids)


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
    parties: tuple[str, ...] = attrs.field(default=(), validator=_ids)
    sections: tuple[str, ...] = attrs.field(default=(), validator=_ids)
    name: str = attrs.field(default="", validator=check_name)


@attrs.frozen(kw_only=True)
class Event(Row):
    """Something happened on one day.

    Attributes:
        kind: ``"regular_meeting"``, ``"special_meeting"``, ``"plenary_meeting"`` …
        subject: The body or unit it happened to.
        date: The day.
        attendance: Who was represented, by unit, body, post or holding; ``None`` when unrecorded.
        agenda: The codes of what was dealt with; ``None`` when unrecorded.
        refers: What it refers to: the decision a consent is given to, the inspections a notice reports;
            ``None`` when unrecorded.
    """

    kind: str = attrs.field(validator=check_id)
    subject: str = attrs.field(validator=check_id)
    date: dt.date = attrs.field(validator=check_day)
    attendance: tuple[str, ...] | None = attrs.field(default=None, validator=_ids_or_none)
    agenda: tuple[str, ...] | None = attrs.field(default=None, validator=_ids_or_none)
    refers: tuple[str, ...] | None = attrs.field(default=None, validator=_ids_or_none)


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
    amount: int = attrs.field(validator=_whole)
    date: dt.date = attrs.field(validator=check_day)
    transfer: str = attrs.field(validator=check_id)


@attrs.frozen(kw_only=True)
class Waiver(Row):
    """A breach that is accepted, with the reason.

    Attributes:
        code: The norm, or a warning of the structure, ``"PBS13"``.
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

    Raises:
        InvalidValueError: The span holds no day.
    """

    table: str = attrs.field(validator=check_id)
    kind: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_id))
    start: dt.date | None = attrs.field(default=None, validator=attrs.validators.optional(check_day))
    end: dt.date | None = attrs.field(default=None, validator=attrs.validators.optional(check_day))

    def __attrs_post_init__(self) -> None:
        """Refuse a span that holds no day."""
        self.period  # noqa: B018 - building the period is the check

    @property
    def period(self) -> Period:
        """The span of the claim."""
        return Period(self.start, self.end)
