"""One act in a lifecycle, and why one cannot happen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Protocol

import attrs

from pbgov.base import Argument, FrozenMap, Lang, both, check_day, check_id, is_id, say, several
from pbgov.errors import InvalidValueError
from pbgov.rules._expr import Value
from pbgov.rules._parameters import Figure

_id_or_none = attrs.validators.optional(check_id)
NOTHING: Final[FrozenMap[str, Value]] = FrozenMap()


class Figures(Protocol):
    """Whatever knows the values of parameters on a day, such as ``pack.at(day)``."""

    def figure(self, name: str) -> Figure | None:
        """Give the value of a parameter; ``None`` when none is in force or it is still wanted."""
        ...


def _known(facts: Mapping[str, Value]) -> FrozenMap[str, Value]:
    return FrozenMap(facts)


def _check_facts(_self: object, attribute: attrs.Attribute[Any], value: Mapping[str, Value]) -> None:
    """Refuse facts that no document could hold: flags, whole numbers, codes and tuples of codes can be."""
    for name, fact in value.items():
        plain = type(fact) in {bool, int} or all(isinstance(code, str) and is_id(code) for code in several(fact))
        if not plain or not isinstance(name, str) or not is_id(name):
            message = both("act.facts", name=str(name), value=repr(fact))
            raise InvalidValueError(message, attribute.name, name, fact)


@attrs.frozen(kw_only=True)
class Act:
    """One act, on one day.

    Attributes:
        kind: Which act of the lifecycle: ``"accept"``, ``"transfer"``, ``"resolve"`` …
        on: The day.
        by: Who acted; ``None`` when unrecorded.
        role: As what; ``None`` when unrecorded, or when the record of who acted says so.
        to: Who takes over, where the act hands something over.
        facts: What it made known: flags, whole numbers and codes, by the names of the fields.

    Raises:
        InvalidValueError: An identifier is malformed, ``on`` is no day, or a fact is of no kind a document can hold.
    """

    kind: str = attrs.field(validator=check_id)
    on: date = attrs.field(validator=check_day)
    by: str | None = attrs.field(default=None, validator=_id_or_none)
    role: str | None = attrs.field(default=None, validator=_id_or_none)
    to: str | None = attrs.field(default=None, validator=_id_or_none)
    facts: FrozenMap[str, Value] = attrs.field(default=NOTHING, converter=_known, validator=_check_facts)

    def __str__(self) -> str:
        """Say the day and the act, as a cell of a data frame holds it."""
        return f"{self.on} {self.kind}"


@attrs.frozen(kw_only=True)
class Refusal:
    """Why an act cannot happen.

    Attributes:
        reason: What stands in the way, as a code: ``"table"``, ``"ended"``, ``"guard"``, ``"missing"`` …
        arguments: What its sentence names.
        missing: For ``"missing"``: what would have to be known, by name.
    """

    reason: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    missing: tuple[str, ...] = ()

    def in_(self, lang: Lang) -> str:
        """Say it, as a clause."""
        return say(f"refusal.{self.reason}", lang, **dict(self.arguments))
