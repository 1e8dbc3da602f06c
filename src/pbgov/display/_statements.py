"""What a report says of a place, beside what the model gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import Final, cast

import attrs

from pbgov.base import GLOSSARY, Markup, Text, Verdict, Wordable, element, join, need_text, said, term
from pbgov.display._names import Names
from pbgov.display._words import phrase, scrolling, section, table, words

_MOST: Final = 12  # of several things, so many are listed


@attrs.frozen
class Statement:
    """One thing that a report says of a place, beside what the model gives.

    Attributes:
        what: What it is about.
        says: What the report says.
        gives: What a query or a measure of the model gives.

    Raises:
        InvalidValueError: ``what`` is no ``Text``.
    """

    what: Text
    says: object
    gives: object

    def __attrs_post_init__(self) -> None:
        """Refuse what is not in both languages."""
        need_text("what", self.what)

    @property
    def agrees(self) -> bool:
        """Whether the model gives what the report says."""
        return self.says == self.gives


def stated(statements: Sequence[Statement], names: Names, prefix: str) -> Markup:
    """Show statements as a table."""
    name = f"{prefix}statements"
    heads = [words(f"display.statements.{column}") for column in ("what", "says", "gives", "agrees")]
    rows = [
        (phrase(one.what), _worded(one.says, names), _worded(one.gives, names), _mark(agrees=one.agrees))
        for one in statements
    ]
    about = words("display.statements.about", n=len(statements), agreeing=sum(one.agrees for one in statements))
    return section(
        name,
        words("display.statements"),
        element("p", about, class_="about"),
        scrolling(f"{name}-heading", table(heads, rows, class_="statements")),
    )


def _mark(*, agrees: bool) -> Markup:
    look = "badge admitted" if agrees else "badge forbidden"
    sign = "✓ " if agrees else "✗ "
    return element("span", sign, words("display.statements.yes" if agrees else "display.statements.no"), class_=look)


def _worded(value: object, names: Names) -> Markup:
    """Write an answer for people; of several things, each."""
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value).items()
        return _listed([join((_worded(key, names), _worded(one, names)), ": ") for key, one in pairs])
    if isinstance(value, AbstractSet):
        return _worded(sorted(cast("AbstractSet[object]", value), key=str), names)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _listed([_worded(one, names) for one in cast("Sequence[object]", value)])
    return phrase(_words_of(value, names))


def _words_of(value: object, names: Names) -> Text:
    """Say one thing: a code by its term, what is on record by its name, a person not at all."""
    match value:
        case bool() | None:
            return said(f"display.statements.{value}".lower())
        case Verdict():
            return said(f"verdict.{value.value}")
        case Enum():
            return _words_of(value.value, names)
        case str():
            return term(value) if value in GLOSSARY else names.of(value)
        case Wordable():
            return Text(zh=value.in_("zh"), en=value.in_("en"))
        case _:
            shown = f"{value:,}" if isinstance(value, int) else str(value)
            return Text(zh=shown, en=shown)


def _listed(several: Sequence[Markup]) -> Markup:
    """List some, and count the rest."""
    if not several:
        return words("display.statements.none")
    left = len(several) - _MOST
    return join((join(several[:_MOST], ", "), f" +{left:,}" if left > 0 else ""))
