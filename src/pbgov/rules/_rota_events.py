"""What may happen to a rota: dated events, each a frozen value.

Whether an event can happen, the rota says: it replays them in the order of their days.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import attrs

from pbgov.base import both, check_day, check_id, is_id
from pbgov.errors import InvalidValueError


def listed(given: Iterable[str]) -> tuple[str, ...]:
    """Give identifiers as a tuple, each once; a string alone would fall into letters."""
    items = (given,) if isinstance(given, str) else tuple(given)
    sound = not isinstance(given, str) and all(isinstance(item, str) and is_id(item) for item in items)
    if not sound or len(set(items)) != len(items):
        raise InvalidValueError(both("rota.ids", value=repr(given)), *items)
    return items


@attrs.frozen(kw_only=True)
class Join:
    """A group joins the rota, or members join one of its groups.

    Attributes:
        on: The day.
        group: The group.
        members: Who joins it. A new group that names none is one whose members nobody has said.
    """

    on: date = attrs.field(validator=check_day)
    group: str = attrs.field(validator=check_id)
    members: tuple[str, ...] = attrs.field(default=(), converter=listed)


@attrs.frozen(kw_only=True)
class Leave:
    """A group leaves the rota, or members leave one of its groups.

    Attributes:
        on: The first day on which they are gone.
        group: The group.
        members: Who leaves it; nobody named: the group itself.
    """

    on: date = attrs.field(validator=check_day)
    group: str = attrs.field(validator=check_id)
    members: tuple[str, ...] = attrs.field(default=(), converter=listed)


@attrs.frozen
class Decline:
    """A group declines the first of its announced terms that has not begun; on its first day it still may.

    Attributes:
        on: The day.
        group: The group.
    """

    on: date = attrs.field(validator=check_day)
    group: str = attrs.field(validator=check_id)


@attrs.frozen(kw_only=True)
class Nominate:
    """Members of a group jointly nominate one of them for its next term 联名推荐, or for the one it holds unnamed.

    Attributes:
        on: The day.
        group: The group.
        nominee: Who is to preside.
        nominators: The members who sign, the nominee perhaps among them.
    """

    on: date = attrs.field(validator=check_day)
    group: str = attrs.field(validator=check_id)
    nominee: str = attrs.field(validator=check_id)
    nominators: tuple[str, ...] = attrs.field(converter=listed)


@attrs.frozen(kw_only=True)
class Substitute:
    """The group in the chair jointly nominates another of its members for the rest of the term.

    Attributes:
        on: The first day of the substitute.
        group: The group.
        nominee: Who presides from then on.
        nominators: The members who sign, the nominee perhaps among them.
    """

    on: date = attrs.field(validator=check_day)
    group: str = attrs.field(validator=check_id)
    nominee: str = attrs.field(validator=check_id)
    nominators: tuple[str, ...] = attrs.field(converter=listed)


@attrs.frozen
class Reorder:
    """The groups take their turns in a new order, after the terms that are announced.

    Attributes:
        on: The day.
        groups: All groups of the rota, in the new order.
    """

    on: date = attrs.field(validator=check_day)
    groups: tuple[str, ...] = attrs.field(converter=listed)


RotaEvent: TypeAlias = Join | Leave | Decline | Nominate | Substitute | Reorder
