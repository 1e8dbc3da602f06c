"""Conditions prepared once for many rows: the answer is that of ``evaluate``, without walking the tree each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from pbgov.rules._expr import And, Cmp, Expr, FieldRef, In, Lit, Not, Or, Value
from pbgov.rules._kleene import Read, evaluate

T = TypeVar("T")
Get: TypeAlias = Callable[[T], Value | None]


def prepared(node: Expr, column: Callable[[str], Get[T]], parameter: Read) -> Get[T]:
    """Give a function that evaluates a tree for a row.

    Args:
        node: The tree.
        column: Gives, by the name of a field, what reads it of a row; it gives ``None`` where the field is missing.
        parameter: Gives the value of a parameter by its identifier.
    """
    match node:
        case Cmp("==", FieldRef(_, name), Lit(value)):
            return _equal(column(name), value)
        case In(FieldRef(_, name), Lit(tuple(values))):
            return _among(column(name), values)
        case And(parts) | Or(parts):
            return _joined([prepared(part, column, parameter) for part in parts], decisive=isinstance(node, Or))
        case Not(part):
            return _negated(prepared(part, column, parameter))
        case FieldRef(_, name):
            return column(name)
        case _:
            return _walked(node, column, parameter)


def _equal(get: Get[T], value: Value) -> Get[T]:
    def answer(row: T) -> Value | None:
        cell = get(row)
        return None if cell is None else cell == value

    return answer


def _among(get: Get[T], values: tuple[str, ...]) -> Get[T]:
    def answer(row: T) -> Value | None:
        cell = get(row)
        return None if cell is None else cell in values

    return answer


def _joined(parts: list[Get[T]], *, decisive: bool) -> Get[T]:
    def answer(row: T) -> Value | None:
        open_ = False
        for part in parts:
            value = part(row)
            if value is None:
                open_ = True
            elif bool(value) is decisive:
                return decisive
        return None if open_ else not decisive

    return answer


def _negated(part: Get[T]) -> Get[T]:
    def answer(row: T) -> Value | None:
        value = part(row)
        return None if value is None else not value

    return answer


def _walked(node: Expr, column: Callable[[str], Get[T]], parameter: Read) -> Get[T]:
    getters: dict[str, Get[T]] = {}

    def answer(row: T) -> Value | None:
        def read(name: str) -> Value | None:
            if name not in getters:
                getters[name] = column(name)
            return getters[name](row)

        return evaluate(node, read, parameter)

    return answer
