"""A condition said in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import attrs

from pbgov.base import Lang, Text, say, term
from pbgov.rules._expr import And, Arith, Cmp, Expr, FieldRef, In, Lit, Not, Or, ParamRef, Value
from pbgov.rules._fields import Field

_OPPOSITE: Final[Mapping[str, str]] = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


@attrs.frozen
class Words:
    """A condition that says itself: fields by their labels, codes by their terms, parameters by their values.

    Examples:
        >>> from pbgov.base import Text
        >>> from pbgov.rules import field
        >>> posts = field("posts", "int", Text(zh="人员", en="posts"), unit=Text(zh="名", en="persons"))
        >>> Words({"posts": posts.field}, lambda name: None, (posts >= 2) & (posts < 9)).in_("zh")
        '人员不少于2名，且人员少于9名'
    """

    fields: Mapping[str, Field]
    parameter: Callable[[str], Value | None]
    node: Expr

    def in_(self, lang: Lang) -> str:
        """Say it."""
        return self._say(self.node, lang)

    def _say(self, node: Expr, lang: Lang) -> str:  # noqa: PLR0911 - one answer a kind of node
        match node:
            case And(inner) | Or(inner):
                key = "words.and" if isinstance(node, And) else "words.or"
                return say(key, lang).join(self._inner(part, lang) for part in inner)
            case Not(part):
                return self._contrary(part, lang)
            case Cmp(op, left, right):
                return self._compared(op, left, right, lang)
            case In(item, options):
                return self._among("words.in", item, options, lang)
            case Lit(bool(value)):
                return say("words.always" if value else "words.never", lang)
            case FieldRef(_, name) if name in self.fields and self.fields[name].kind == "bool":
                return say("words.yes", lang, fact=self._value(node, lang))
            case _:
                return self._value(node, lang)

    def _inner(self, part: Expr, lang: Lang) -> str:
        """Put a part of several in brackets where it joins parts itself."""
        said = self._say(part, lang)
        return say("words.brackets", lang, inner=Told(said)) if isinstance(part, And | Or) else said

    def _contrary(self, part: Expr, lang: Lang) -> str:
        match part:
            case Cmp(op, left, right):
                return self._compared(_OPPOSITE[op], left, right, lang)
            case In(item, options):
                return self._among("words.not_in", item, options, lang)
            case FieldRef(_, _):
                return say("words.no", lang, fact=Told(self._value(part, lang)))
            case _:
                return say("words.not", lang, inner=Told(self._say(part, lang)))

    def _compared(self, op: str, left: Expr, right: Expr, lang: Lang) -> str:
        sides = (Told(self._value(left, lang)), Told(self._value(right, lang, self._unit(left))))
        return say(f"words.{op}", lang, left=sides[0], right=sides[1])

    def _among(self, key: str, item: Expr, options: Expr, lang: Lang) -> str:
        return say(key, lang, item=Told(self._value(item, lang)), options=Told(self._value(options, lang)))

    def _unit(self, node: Expr) -> str:
        """Name the field whose unit the other side of a comparison is counted in."""
        return node.name if isinstance(node, FieldRef) else ""

    def _value(self, node: Expr, lang: Lang, counted_as: str = "") -> str:
        match node:
            case FieldRef(_, name):
                return (self.fields[name].label if name in self.fields else term(name)).in_(lang)
            case ParamRef(name):
                value = self.parameter(name)
                return term(name).in_(lang) if value is None else self._plain(value, lang, counted_as)
            case Lit(value):
                return self._plain(value, lang, counted_as)
            case Arith(op, left, right):
                sides = (Told(self._value(left, lang)), Told(self._value(right, lang)))
                return say(f"words.{op}", lang, left=sides[0], right=sides[1])
            case _:
                return self._say(node, lang)

    def _plain(self, value: Value, lang: Lang, counted_as: str) -> str:
        unit = self.fields[counted_as].unit if counted_as in self.fields else None
        return said_value(value, lang, unit)


def said_value(value: Value, lang: Lang, unit: Text | None = None) -> str:
    """Say a plain value, a whole number in its unit."""
    if isinstance(value, bool):
        return say("words.true" if value else "words.false", lang)
    if isinstance(value, tuple):
        return say("words.list", lang).join(term(code).in_(lang) for code in value) or say("words.nothing", lang)
    if isinstance(value, str):
        return term(value).in_(lang)
    if isinstance(value, date):
        return value.isoformat()
    return say("words.count", lang, n=value, unit=unit) if unit else f"{value:,}"


@attrs.frozen
class Told:
    """Words that were made already, and are not to be cut short."""

    words: str

    def in_(self, _lang: Lang) -> str:
        """Give them."""
        return self.words
