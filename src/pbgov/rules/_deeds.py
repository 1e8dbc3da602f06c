"""What can be done to a ledger: the deeds a history is made of."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

import attrs

from pbgov.base import Basis, both, check_day, check_id
from pbgov.errors import InvalidValueError
from pbgov.rules._transfers import Transfer

_day_or_none = attrs.validators.optional(check_day)


def _check_transfer(_self: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Transfer):
        raise InvalidValueError(both("transfer.type", value=repr(value)), value)


@attrs.frozen
class Submitted:
    """A transfer was submitted: what it moves is reserved."""

    transfer: Transfer = attrs.field(validator=_check_transfer)
    on: date | None = attrs.field(default=None, validator=_day_or_none)


@attrs.frozen
class Started:
    """A reserved transfer was started: what it moves is posted."""

    id: str = attrs.field(validator=check_id)
    on: date | None = attrs.field(default=None, validator=_day_or_none)


@attrs.frozen
class Rejected:
    """A reserved transfer was given up."""

    id: str = attrs.field(validator=check_id)
    on: date | None = attrs.field(default=None, validator=_day_or_none)


@attrs.frozen
class Expired:
    """A reserved transfer was not started in time."""

    id: str = attrs.field(validator=check_id)
    on: date = attrs.field(validator=check_day)


@attrs.frozen(kw_only=True)
class Reversed:
    """A started transfer was booked back by another.

    Attributes:
        id: The transfer booked back.
        by: Identifier of the transfer that does so.
        basis: On what ground.
        on: The day from which what is dated comes back.
    """

    id: str = attrs.field(validator=check_id)
    by: str = attrs.field(validator=check_id)
    basis: Basis
    on: date | None = attrs.field(default=None, validator=_day_or_none)


Deed: TypeAlias = Submitted | Started | Rejected | Expired | Reversed
