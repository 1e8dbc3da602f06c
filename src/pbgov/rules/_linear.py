"""Whole-number arithmetic as a sum of fields, each times a factor, where it is one."""

from __future__ import annotations

from collections.abc import Mapping
from math import gcd

import attrs

from pbgov.rules._expr import Arith, Expr, FieldRef, Lit


@attrs.frozen
class Linear:
    """``sum(factor × field) + constant``; fields in order of their names, no factor zero."""

    factors: tuple[tuple[str, int], ...]
    constant: int

    def at(self, values: Mapping[str, int]) -> int:
        """Give its value."""
        return self.constant + sum(factor * values[name] for name, factor in self.factors)

    def plus(self, other: Linear, times: int) -> Linear:
        """Add another, so many times."""
        factors = dict(self.factors)
        for name, factor in other.factors:
            factors[name] = factors.get(name, 0) + times * factor
        kept = tuple(sorted((name, factor) for name, factor in factors.items() if factor))
        return Linear(kept, self.constant + times * other.constant)

    def reduced(self) -> tuple[Linear, int]:
        """Give the sum without constant, its factors without a common divisor and the first of them positive.

        Returns:
            The sum, and the divisor: this is the divisor times the sum, plus the constant.
        """
        divisor = gcd(*(factor for _, factor in self.factors)) * (1 if self.factors[0][1] > 0 else -1)
        return Linear(tuple((name, factor // divisor) for name, factor in self.factors), 0), divisor


def linear(node: Expr) -> Linear | None:
    """Give arithmetic as a sum; ``None`` where it multiplies fields or divides."""
    match node:
        case Lit(value) if type(value) is int:
            return Linear((), value)
        case FieldRef(_, name):
            return Linear(((name, 1),), 0)
        case Arith("+" | "-" | "*" as op, left, right):
            one, other = linear(left), linear(right)
            return None if one is None or other is None else _joined(op, one, other)
        case _:
            return None


def _joined(op: str, one: Linear, other: Linear) -> Linear | None:
    if op != "*":
        return one.plus(other, 1 if op == "+" else -1)
    if one.factors and other.factors:
        return None
    scaled, times = (one, other.constant) if one.factors else (other, one.constant)
    return Linear((), 0).plus(scaled, times)
