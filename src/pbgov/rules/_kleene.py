"""Whether a tree holds for one row, by walking it, where some facts may be missing (Kleene's logic).

This is the plain reading: it knows nulls, and it is the meaning that the generated functions are held to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, date
from operator import add, eq, ge, gt, le, lt, mul, ne, sub
from typing import Any, Final, TypeAlias, cast

from pbgov.base import add_months, both
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._expr import And, Arith, Cmp, Expr, FieldRef, In, Lit, Not, Operand, Or, ParamRef, Value, lift

Read: TypeAlias = Callable[[str], Value | None]


def per(whole: int, size: int) -> int:
    """Count how many of a size it takes to hold a whole: the quotient, rounded up."""
    return -(-whole // size)


def plus_months(day: date, months: int) -> date:
    """Move a date by months, as far as the years 1 to 9999 go."""
    first, last = (MINYEAR - day.year) * 12 + 1 - day.month, (MAXYEAR - day.year) * 12 + 12 - day.month
    if months < first:
        return date.min
    return add_months(day, months) if months <= last else date.max


COMPARE: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge,
}  # fmt: skip
_COMPUTE: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "+": add, "-": sub, "*": mul, "per": per, "months": plus_months,
}  # fmt: skip


def compute(op: str, one: Value, other: Value) -> Value:
    """Compute with two values of the kinds that the operation takes."""
    return cast("Callable[[Value, Value], Value]", _COMPUTE[op])(one, other)


def nothing(_name: str) -> Value | None:
    """Know no value: of a parameter that is still there after folding, or of a fact that nobody gave."""
    return None


def _unknown_parameter(name: str) -> Value | None:
    raise UnknownIdError(both("parameter.unknown", name=name), name)


def evaluate(  # noqa: PLR0911 - one answer a kind of node
    node: Expr, read: Read, parameter: Read = _unknown_parameter
) -> Value | None:
    """Give the value of a tree; ``None`` where a missing fact keeps it from being known.

    Args:
        node: The tree.
        read: Gives the value of a field by its name, ``None`` when it is missing.
        parameter: Gives the value of a parameter by its identifier.
    """
    match node:
        case Lit(value):
            return value
        case FieldRef(_, name):
            return read(name)
        case ParamRef(name):
            return parameter(name)
        case And() | Or():
            return _joined(node, read, parameter)
        case Not(part):
            inner = evaluate(part, read, parameter)
            return None if inner is None else not inner
        case In(left, right):
            return _is_in(evaluate(left, read, parameter), evaluate(right, read, parameter))
        case Cmp(op, left, right) | Arith(op, left, right):
            one, other = evaluate(left, read, parameter), evaluate(right, read, parameter)
            if one is None or other is None:
                return None
            return _compared(op, one, other)


def _joined(node: And | Or, read: Read, parameter: Read) -> bool | None:
    decisive = isinstance(node, Or)
    values = [evaluate(part, read, parameter) for part in node.parts]
    if decisive in values:
        return decisive
    return None if None in values else not decisive


def _is_in(item: Value | None, options: Value | None) -> bool | None:
    if item is None or options is None:
        return None
    if not isinstance(options, tuple):
        raise InvalidValueError(both("expr.kinds", left=repr(item), right=repr(options)), item, options)
    return item in options


def _compared(op: str, one: Value, other: Value) -> Value:
    if op in _COMPUTE:
        left = date if op == "months" else int
        if not isinstance(one, left) or not isinstance(other, int):
            raise InvalidValueError(both("expr.kinds", left=repr(one), right=repr(other)), one, other)
        return compute(op, one, other)
    if op not in {"==", "!="} and _ordered(one) is not _ordered(other):
        raise InvalidValueError(both("expr.kinds", left=repr(one), right=repr(other)), one, other)
    return bool(COMPARE[op](one, other))


def _ordered(value: Value) -> type:
    """Values of one such type can be put in order."""
    return next((kind for kind in (int, date, str, tuple) if isinstance(value, kind)), type(value))


def holds(condition: Operand, read: Read, parameter: Read = _unknown_parameter) -> bool | None:
    """Tell whether a condition holds: yes, no, or ``None`` when a missing fact keeps it open.

    Examples:
        >>> from pbgov.rules._expr import Term
        >>> holds(Term(FieldRef("", "staff_moved")) >= 2, {"staff_moved": 3}.get)
        True
    """
    value = evaluate(lift(condition), read, parameter)
    return None if value is None else bool(value)
