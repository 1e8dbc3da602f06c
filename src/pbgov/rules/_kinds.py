"""What kind of value a tree gives, checked before anything is decided, and the range of its whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from pbgov.base import both
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._expr import And, Arith, Cmp, Expr, FieldRef, In, Lit, Not, Or, ParamRef, Value
from pbgov.rules._fields import Field, Kind

Found: TypeAlias = Kind | Literal["any"]  # a parameter that still wants its value may turn out to be of any kind
Kinds: TypeAlias = Mapping[str, Found | None]  # of parameters; None for figures that no condition can take
Range: TypeAlias = tuple[int, int]

_ORDERED: Final = frozenset({"int", "date", "any"})


def kind_of(node: Expr, fields: Mapping[str, Field], figures: Kinds) -> Found:
    """Give the kind of value of a tree.

    Raises:
        InvalidValueError: Somewhere in it, kinds do not fit together; the culprit is the part.
        UnknownIdError: It names a field or a parameter that is not declared.
    """
    match node:
        case Lit(value):
            return kind_of_value(value)
        case FieldRef() | ParamRef():
            return _kind_of_name(node, fields, figures)
        case Arith(op, left, right):
            moved: Kind = "date" if op == "months" else "int"
            _need(left, kind_of(left, fields, figures), moved)
            _need(right, kind_of(right, fields, figures), "int")
            return moved
        case Cmp(op, left, right):
            _comparable(op, kind_of(left, fields, figures), kind_of(right, fields, figures), node)
        case In(item, options):
            _need(item, kind_of(item, fields, figures), "code")
            _need(options, kind_of(options, fields, figures), "codes")
        case And() | Or() | Not():
            for part in node.below():
                _need(part, kind_of(part, fields, figures), "bool")
    return "bool"


def _kind_of_name(node: FieldRef | ParamRef, fields: Mapping[str, Field], figures: Kinds) -> Found:
    if isinstance(node, FieldRef):
        if node.table or node.name not in fields:
            shown = f"{node.table}.{node.name}" if node.table else node.name
            raise UnknownIdError(both("field.unknown", name=shown), node.name)
        return fields[node.name].kind
    if node.id not in figures:
        raise UnknownIdError(both("parameter.unknown", name=node.id), node.id)
    kind = figures[node.id]
    if kind is None:
        raise InvalidValueError(both("expr.figure", name=node.id), node.id)
    return kind


def _comparable(op: str, one: Found, other: Found, node: Expr) -> None:
    ordered = op in {"==", "!="} or {one, other} <= _ORDERED
    if not ordered or (one != other and "any" not in {one, other}):
        raise InvalidValueError(both("expr.compare", op=op, left=one, right=other), node)


def kind_of_value(value: Value) -> Kind:
    """Give the kind of a plain value."""
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int"
    return "code" if isinstance(value, str) else "codes" if isinstance(value, tuple) else "date"


def _need(part: Expr, kind: Found, wanted: Kind) -> None:
    if kind not in {wanted, "any"}:
        raise InvalidValueError(both("expr.wanted", part=repr(part), kind=kind, wanted=wanted), part)


def bounds(node: Expr, ranges: Mapping[str, Range]) -> Range:
    """Give the least and the most that whole-number arithmetic over fields of known ranges can give.

    Args:
        node: Arithmetic without parameters.
        ranges: The range of each field.
    """
    match node:
        case Lit(int(value)):
            return value, value
        case FieldRef(_, name):
            return ranges[name]
        case Arith(op, left, right):
            (a, b), (c, d) = bounds(left, ranges), bounds(right, ranges)
            if op == "+":
                return a + c, b + d
            if op == "-":
                return a - d, b - c
            if op == "per":
                return -(-a // c), -(-b // c)
            corners = (a * c, a * d, b * c, b * d)
            return min(corners), max(corners)
        case _:
            raise InvalidValueError(both("expr.operand", value=repr(node)), node)
