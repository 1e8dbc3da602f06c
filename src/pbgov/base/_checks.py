"""Checks of single cells, as attrs validators: an identifier, a name, a day, a count."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from pbgov.base._messages import both
from pbgov.errors import InvalidValueError

if TYPE_CHECKING:
    import attrs

ID_LENGTH: Final = 120
NAME_LENGTH: Final = 200
_BARRED: Final = frozenset(" /~\u3000")


def check_id(_self: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Refuse an identifier that is empty, overlong, or holds a blank or an unprintable character."""
    if not isinstance(value, str) or not is_id(value):
        raise InvalidValueError(both("id.shape", name=attribute.name, value=repr(value)), attribute.name, value)


def is_id(value: str) -> bool:
    """Tell whether a string may be an identifier: 1 to 120 printable characters, no blank, no ``/`` or ``~``."""
    return 0 < len(value) <= ID_LENGTH and value.isprintable() and _BARRED.isdisjoint(value)


def check_name(_self: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Refuse a name that is overlong or holds an unprintable character."""
    if not isinstance(value, str) or not is_name(value):
        raise InvalidValueError(both("name.shape", name=attribute.name, value=repr(value)), attribute.name, value)


def is_name(value: str) -> bool:
    """Tell whether a string may be a name: at most 200 printable characters."""
    return len(value) <= NAME_LENGTH and value.isprintable()


def check_day(_self: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Refuse all but a day; a moment is none."""
    need_day(attribute.name, value)


def need_day(name: str, value: object) -> None:
    """Refuse an argument that is no day; a moment is none."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidValueError(both("date.shape", name=name, value=repr(value)), name, value)


def check_natural(_self: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Refuse all but a whole number of 0 or more; ``True`` and ``2.0`` are no counts."""
    if type(value) is not int or value < 0:
        raise InvalidValueError(both("count.negative", name=attribute.name, value=repr(value)), attribute.name, value)
