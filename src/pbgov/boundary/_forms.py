"""The shapes of packs, made from the classes themselves: their attributes, types and defaults.

A class is described once, where it is written. Beside that there are only a few words: short tags for the nodes of
conditions, the form that a basis has in every document, and the table of the payloads that are shipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from functools import reduce
from re import sub
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, cast, get_args, get_origin, get_type_hints

import attrs
from pydantic import Field, Strict, TypeAdapter
from pydantic.functional_validators import AfterValidator

from pbgov.base import Assumption, Attributed, Basis, Derived, FrozenMap, Required, both, check_id
from pbgov.boundary._objects import Boxed, Cell, Object, OneOf, Wrapped
from pbgov.boundary._schema import Day, Flag, Id, Whole, printable
from pbgov.boundary._shapes import Choice, Fixed, Keyed, Listed, Nullable, Scalar, Shape
from pbgov.errors import InvalidValueError
from pbgov.rules import (
    Admitted,
    AllEqual,
    Answered,
    Arith,
    Cadence,
    Chained,
    Cmp,
    CompleteChain,
    Covered,
    Divided,
    Enumerated,
    Even,
    Expr,
    FieldRef,
    Figure,
    Follows,
    Lasts,
    Lit,
    Measure,
    ParamRef,
    Payload,
    Preceded,
    Related,
    Rotates,
    SameEnd,
    Selector,
    Shared,
    Stated,
    Step,
    Unbroken,
    Within,
)

PAYLOADS: Final[tuple[type[Payload], ...]] = (
    Admitted,
    AllEqual,
    Answered,
    Cadence,
    Chained,
    CompleteChain,
    Covered,
    Divided,
    Enumerated,
    Even,
    Follows,
    Lasts,
    Preceded,
    Related,
    Rotates,
    SameEnd,
    Shared,
    Stated,
    Unbroken,
    Within,
)
_TAGS: Final[Mapping[type, str]] = MappingProxyType(
    {Arith: "arithmetic", Cmp: "compare", FieldRef: "field", ParamRef: "parameter"}
)
_KEYS: Final[Mapping[tuple[type, str], str]] = MappingProxyType(
    {
        (Assumption, "why"): "assumption",
        (Attributed, "document"): "attributed_to",
        (Derived, "from_"): "derived_from",
        (Required, "why"): "required",
    }
)
_LEFT_OUT: Final[Mapping[tuple[type, str], object]] = MappingProxyType(
    {(FieldRef, "table"): "", (Selector, "table"): ""}
)
_MARKS: Final[Mapping[object, Mapping[str, str]]] = MappingProxyType(
    {
        Basis: {
            "document": "source",
            "attributed_to": "attributed",
            "assumption": "assumption",
            "derived_from": "derived",
            "required": "required",
        }
    }
)
_NAMES: Final[Mapping[object, str]] = MappingProxyType(
    {Basis: "Basis", Expr: "Expression", Figure: "Figure", Measure: "Measure", Payload: "Payload", Step: "Step"}
)
_PHRASE: Final = 2_000

_Phrase = Annotated[str, Strict(), AfterValidator(printable), Field(max_length=_PHRASE)]
_ID: Final = Scalar(adapter=TypeAdapter(Id), kind=str, key="TEXT")
_SCALARS: Final[Mapping[object, Scalar]] = MappingProxyType(
    {
        bool: Scalar(adapter=TypeAdapter(Flag), kind=bool, key="FLAG"),
        int: Scalar(adapter=TypeAdapter(Whole), kind=int, key="NUMBER"),
        str: Scalar(adapter=TypeAdapter(_Phrase), kind=str, key="TEXT"),
        date: Scalar(adapter=TypeAdapter(Day), kind=date, key="TEXT", dump=date.isoformat),
    }
)


def _tag(kind: type) -> str:
    return _TAGS.get(kind) or sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind.__name__).lower()


class Forms:
    """The shapes of types, each made once.

    Raises:
        InvalidValueError: An extra payload is none, has an attribute of a type that JSON cannot say, or cannot be
            told from another.
    """

    def __init__(self, payloads: Iterable[type[Payload]] = ()) -> None:
        """Know the payloads that are shipped, and extra ones."""
        self._known: dict[object, Shape] = {}
        extra = [kind for kind in payloads if kind not in PAYLOADS]
        for kind in extra:
            if not (isinstance(kind, type) and issubclass(kind, Payload) and attrs.has(kind)):
                raise InvalidValueError(both("exchange.own", value=repr(kind)), kind)
        choice = self._known[Payload] = OneOf(name="Payload", unknown="PBB17")
        for kind in (*PAYLOADS, *extra):
            choice.add(self.of(kind))

    def of(self, hint: object) -> Shape:
        """Give the shape of a type."""
        known = self._known.get(hint)
        return known if known is not None else self._made(hint)

    def record(self, kind: type) -> Object:
        """Give the shape of a class."""
        shape = self._known.get(kind)
        if isinstance(shape, Object):
            return shape
        made = self._known[kind] = Object(kind, _tag(kind))
        hints = get_type_hints(kind)
        attributes: tuple[attrs.Attribute[Any], ...] = attrs.fields(cast("type[attrs.AttrsInstance]", kind))
        for attribute in attributes:
            if attribute.init:
                key = _KEYS.get((kind, attribute.name), attribute.name)
                made.cells[key] = self._cell(kind, attribute, hints[attribute.name])
        return made

    def _cell(self, kind: type, attribute: attrs.Attribute[Any], hint: object) -> Cell:
        shape = _ID if attribute.validator is check_id else self.of(hint)
        make: Any = getattr(cast("object", attribute.default), "factory", None)
        default: object = make() if make is not None else attribute.default
        return Cell(attribute.name, shape, _LEFT_OUT.get((kind, attribute.name), default))

    def _made(self, hint: object) -> Shape:
        if hint in _SCALARS:
            return _SCALARS[hint]
        args: tuple[Any, ...] = get_args(hint)
        match get_origin(hint):
            case origin if origin in {Union, UnionType}:
                return self._union(hint, args)
            case origin if origin is Literal:
                return Choice({word: word for word in args})
            case origin if origin is FrozenMap:
                return Keyed(self.of(args[0]), self.of(args[1]))
            case origin if origin is tuple:
                several = args[-1] is Ellipsis
                return Listed(self.of(args[0])) if several else Fixed(tuple(self.of(arg) for arg in args))
            case _:
                return self._of_class(hint)

    def _of_class(self, hint: object) -> Shape:
        if hint is Lit:
            return Wrapped(Lit, "value", self.of(get_type_hints(Lit)["value"]))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return Choice({_word(member): member for member in hint})
        if isinstance(hint, type) and attrs.has(hint):
            return self.record(hint)
        raise InvalidValueError(both("exchange.type", value=repr(hint)), hint)

    def _union(self, hint: object, args: tuple[Any, ...]) -> Shape:
        if NoneType in args:
            rest: list[Any] = [arg for arg in args if arg is not NoneType]
            return Nullable(self.of(reduce(lambda one, other: one | other, rest)))
        marks: Mapping[str, str] = _MARKS.get(hint, {})
        made = self._known[hint] = OneOf(name=_NAMES.get(hint, ""), marks=marks)
        for arg in args:
            shape = self.of(arg)
            made.add(Boxed.of(arg, _tag(arg), shape) if _is_word(arg) else shape)
        return made


def _is_word(hint: object) -> bool:
    return hint is date or (isinstance(hint, type) and issubclass(hint, Enum))


def _word(member: Enum) -> str:
    return member.value if isinstance(member.value, str) else member.name.lower()
