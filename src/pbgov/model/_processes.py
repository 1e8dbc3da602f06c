"""Processes on record: a case, a project, an admission, a membership, and what was done in it on which days."""

from __future__ import annotations

from typing import Any

import attrs

from pbgov.base import Row, both, check_id, several
from pbgov.errors import InvalidValueError
from pbgov.rules import Act


def _acts(_self: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Refuse all but a tuple of acts."""
    items = several(value)
    if not isinstance(value, tuple) or not all(isinstance(item, Act) for item in items):
        raise InvalidValueError(both("process.acts", value=repr(items)), attribute.name, items)


@attrs.frozen(kw_only=True)
class Process(Row):
    """A case, project, admission, membership …: which lifecycle it follows, and which acts were done when.

    What is on record need not be a legal history: whether it is, a norm says. ``start`` is the day on which it
    began, ``end`` the first day on which it was over.

    Attributes:
        kind: Identifier of the lifecycle: ``"case"``, ``"secretary_project"``, ``"membership"`` …
        subject: What it is about: a unit, a body, a person, an agreement.
        acts: What was done, in the order of the record.
        owner: Who is on record as accountable; ``None`` when unrecorded.
    """

    kind: str = attrs.field(validator=check_id)
    subject: str = attrs.field(validator=check_id)
    acts: tuple[Act, ...] = attrs.field(default=(), validator=_acts)
    owner: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_id))

    @property
    def actors(self) -> tuple[str, ...]:
        """Everybody whom the acts name, each once."""
        return tuple(dict.fromkeys(name for act in self.acts for name in (act.by, act.to) if name is not None))
