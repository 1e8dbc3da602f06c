"""Trees on one day: every parameter in its value, and what is settled by that folded away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pbgov.rules._expr import And, Arith, Cmp, Comparison, Expr, FieldRef, In, Lit, Not, Operation, Or, ParamRef
from pbgov.rules._kleene import COMPARE, Read, compute, nothing


def fold(node: Expr, parameter: Read, fact: Read = nothing) -> Expr:  # noqa: PLR0911 - one answer a kind of node
    """Put the values of parameters, and of facts that are known, in their place and compute what nothing can change.

    What has no value stays, and keeps open what rests on it.
    """
    match node:
        case ParamRef(name) | FieldRef(_, name):
            value = parameter(name) if isinstance(node, ParamRef) else fact(name)
            return node if value is None else Lit(value)
        case And(inner) | Or(inner):
            return _joined(type(node), tuple(fold(part, parameter, fact) for part in inner))
        case Not(part):
            return negated(fold(part, parameter, fact))
        case Cmp(op, left, right):
            return _compared(op, fold(left, parameter, fact), fold(right, parameter, fact))
        case Arith(op, left, right):
            return _computed(op, fold(left, parameter, fact), fold(right, parameter, fact))
        case In(item, options):
            return _is_in(fold(item, parameter, fact), fold(options, parameter, fact))
        case Lit():
            return node


_TURNED: Final[Mapping[Comparison, Comparison]] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _compared(op: Comparison, one: Expr, other: Expr) -> Expr:
    """What no fact changes stands on the right, where every reading looks for it."""
    if not isinstance(one, Lit):
        return Cmp(op, one, other)
    if not isinstance(other, Lit):
        return Cmp(_TURNED[op], other, one)
    return Lit(bool(COMPARE[op](one.value, other.value)))


def _computed(op: Operation, one: Expr, other: Expr) -> Expr:
    if isinstance(one, Lit) and isinstance(other, Lit):
        return Lit(compute(op, one.value, other.value))
    return Arith(op, one, other)


def negated(node: Expr) -> Expr:
    """Say the contrary, without saying «not» twice."""
    match node:
        case Lit(bool(value)):
            return Lit(not value)
        case Not(part):
            return part
        case _:
            return Not(node)


def all_of(*inner: Expr) -> Expr:
    """Join parts that must all hold."""
    return _joined(And, inner)


def any_of(*inner: Expr) -> Expr:
    """Join parts of which one must hold."""
    return _joined(Or, inner)


def _joined(kind: type[And | Or], inner: tuple[Expr, ...]) -> Expr:
    decisive = kind is Or
    kept: dict[Expr, None] = {}
    for part in inner:
        if not isinstance(part, Lit):
            kept.update(dict.fromkeys(part.parts if isinstance(part, kind) else (part,)))
        elif part.value is decisive:
            return part
    if len(kept) == 1:
        return next(iter(kept))
    return kind(tuple(kept)) if kept else Lit(not decisive)


def _is_in(item: Expr, options: Expr) -> Expr:
    match item, options:
        case Lit(one), Lit(tuple(several)):
            return Lit(one in several)
        case _, Lit(()):
            return Lit(value=False)
        case _, Lit((str(only),)):
            return Cmp("==", item, Lit(only))
        case _:
            return In(item, options)
