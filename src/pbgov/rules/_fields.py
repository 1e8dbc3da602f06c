"""The facts that a decision may ask for: typed, in named units, with a declared range."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, TypeAlias

import attrs

from pbgov.base import Argument, Text, both, check_id
from pbgov.errors import InvalidValueError
from pbgov.rules._expr import FieldRef, Term, are_codes

Kind: TypeAlias = Literal["bool", "int", "date", "code", "codes"]


def _plain_code(name: str) -> str:
    return str.__str__(name) if isinstance(name, str) else name


def _plain_codes(options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_plain_code, options)) if isinstance(options, tuple) else options


@attrs.frozen(kw_only=True)
class Field:
    """A fact that a decision may ask for.

    Attributes:
        name: How conditions and requests name it; names that begin with two underscores are Python's own.
        kind: ``"bool"``, ``"int"``, ``"date"``, ``"code"`` or ``"codes"`` (a set of codes).
        label: What a person calls it.
        unit: What a whole number counts: posts, fen, half-days.
        low: The least a whole number may be; ``None`` for no end.
        high: The most it may be; ``None`` for no end.
        options: The codes there are; empty when the list is open.
        actionable: Whether who asks can change it, so that a remedy may.

    Raises:
        InvalidValueError: The name is Python's own, the kind is none of the five, the range is upside down, or options
            are no codes.

    Examples:
        >>> posts = Field(name="posts", kind="int", label=Text(zh="人员", en="posts"), low=0, high=50)
        >>> posts.takes(51), posts.takes(True), posts.takes(7)
        (False, False, True)
    """

    name: str = attrs.field(converter=_plain_code, validator=check_id)
    kind: Kind
    label: Text
    unit: Text | None = None
    low: int | None = None
    high: int | None = None
    options: tuple[str, ...] = attrs.field(default=(), converter=_plain_codes)
    actionable: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what no value could meet."""
        if self.name.startswith("__"):
            raise InvalidValueError(both("field.name", name=repr(self.name)), self.name)
        if self.kind not in {"bool", "int", "date", "code", "codes"}:
            raise InvalidValueError(both("field.kind", name=self.name, kind=repr(self.kind)), self.name, self.kind)
        ends = [end for end in (self.low, self.high) if end is not None]
        if any(type(end) is not int for end in ends) or ends != sorted(ends) or (ends and self.kind != "int"):
            message = both("field.range", name=self.name, low=repr(self.low), high=repr(self.high))
            raise InvalidValueError(message, self.name, self.low, self.high)
        if not are_codes(self.options) or (self.options and self.kind not in {"code", "codes"}):
            raise InvalidValueError(both("field.options", name=self.name, value=repr(self.options)), self.name)

    def takes(self, value: object) -> bool:
        """Tell whether a value is of the kind of the field and within its range or options."""
        match self.kind:
            case "bool":
                return isinstance(value, bool)
            case "int":
                return isinstance(value, int) and not isinstance(value, bool) and self._within(value)
            case "date":
                return isinstance(value, date) and not isinstance(value, datetime)
            case "code":
                return isinstance(value, str) and (not self.options or value in self.options)
            case "codes":
                return are_codes(value) and (not self.options or set(value) <= set(self.options))

    def _within(self, value: int) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def refuse(self, value: object) -> InvalidValueError:
        """Give the error that says what this field takes, and what it was given."""
        whole = value if isinstance(value, int) and not isinstance(value, bool) else None
        arguments: dict[str, Argument] = {"name": self.name, "value": repr(value) if whole is None else whole}
        if self.kind == "int" and whole is not None:
            ends = ["…" if end is None else f"{end:,}" for end in (self.low, self.high)]
            return InvalidValueError(both("fact.range", low=ends[0], high=ends[1], **arguments), self.name, value)
        if self.options and (isinstance(value, str) or are_codes(value)):
            options = ", ".join(self.options)
            return InvalidValueError(both("fact.option", options=options, **arguments), self.name, value)
        return InvalidValueError(both(f"fact.{self.kind}", **arguments), self.name, value)


class FieldTerm(Term):
    """The term of a declared field."""

    __slots__ = ("field",)

    def __init__(self, declared: Field) -> None:
        """Refer to the field by its name."""
        super().__init__(FieldRef("", declared.name))
        self.field: Field = declared


def field(
    name: str,
    kind: Kind,
    label: Text,
    *,
    unit: Text | None = None,
    low: int | None = None,
    high: int | None = None,
    options: tuple[str, ...] = (),
    actionable: bool = False,
) -> FieldTerm:
    """Declare a field and give the term that conditions are built from; the arguments are those of ``Field``."""
    return FieldTerm(
        Field(name=name, kind=kind, label=label, unit=unit, low=low, high=high, options=options, actionable=actionable)
    )
