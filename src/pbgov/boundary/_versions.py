"""Versions of the schema of documents, and the way from an old one to the present.

A version is a whole number. It grows when a sound document of the new version may be refused by a reader of the old
one: with a new column, table or form, or a new meaning. So whoever reads a newer document with an older library is
told that, and not of unknown keys by the thousand.

Version 2 added, to version 1, the columns ``ended``, ``share``, ``concurrent``, ``route`` of ties, the ``entrances`` of
buildings, and tables given as columns. Every sound document of version 1 says the same in version 2, so that step
changes nothing but the version.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from pbgov.base import Text, say

Document: TypeAlias = Mapping[Any, Any]
Step: TypeAlias = Callable[[dict[Any, Any]], tuple[dict[Any, Any], tuple[Text, ...]]]
_NAME: Final = re.compile(r"pbgov/([1-9][0-9]{0,5})")


def _to_2(document: dict[Any, Any]) -> tuple[dict[Any, Any], tuple[Text, ...]]:
    """Change nothing: what version 1 could say, version 2 says in the same words."""
    return document, ()


STEPS: Final[Mapping[int, Step]] = MappingProxyType({1: _to_2})


@attrs.frozen
class Upgraded:
    """A document in the present version.

    Attributes:
        document: The document; the one given is left as it was.
        notes: What was done to it, in both languages; empty when it had the present version.
    """

    document: dict[Any, Any]
    notes: tuple[Text, ...] = ()


def number(schema: object) -> int | None:
    """Give the number of a version; ``None`` for what names none."""
    found = _NAME.fullmatch(schema) if isinstance(schema, str) else None
    return int(found[1]) if found else None


def upgrade(document: Document, *, steps: Mapping[int, Step] = STEPS) -> Upgraded:
    """Bring a document of an older version to the present one.

    ``validate`` and ``parse`` do so by themselves. A document that names no version, a newer one or none that exists
    is given back as it is, for them to say so.

    Args:
        document: The document, as a mapping.
        steps: The step from each version to the next.

    Examples:
        >>> made = upgrade({"schema": "pbgov/1", "id": "X"})
        >>> made.document["schema"], made.notes[0].en
        ('pbgov/2', 'read as pbgov/2 instead of pbgov/1')
    """
    made = dict(document)
    version = number(made.get("schema")) or 0
    notes: list[Text] = []
    while version in steps:
        made, said = steps[version](made)
        new = f"pbgov/{version + 1}"
        words = {"old": f"pbgov/{version}", "new": new}
        notes += [Text(zh=say("version.read", "zh", **words), en=say("version.read", "en", **words)), *said]
        made = made | {"schema": new}
        version += 1
    return Upgraded(made, tuple(notes))
