"""Conditions as immutable trees over typed fields and dated parameters: data, not Python.

Nine kinds of node are all there is. Everything else one may want of a condition is a reading of its tree: whether
it holds for a row or for whole columns, what would have to change, how it is said in Chinese, how it looks as JSON.
Python's operators build the tree, as in polars or SQLAlchemy::

    >>> staff = Term(FieldRef("", "staff_moved"))
    >>> (staff >= 2) & ~(staff == 7)
    And(parts=(Cmp(op='>=', left=FieldRef(table='', name='staff_moved'), right=Lit(value=2)), Not(part=Cmp(...))))
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import ClassVar, Final, Literal, NoReturn, TypeAlias, TypeGuard, cast

import attrs

from pbgov.base import both
from pbgov.errors import InvalidValueError, UnknownIdError

Scalar: TypeAlias = bool | int | str | date
Value: TypeAlias = Scalar | tuple[str, ...]
Comparison: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">="]
Operation: TypeAlias = Literal["+", "-", "*", "per", "months"]

DEEPEST: Final = 100  # levels of a tree: every reading recurses, and none may meet Python's own limit
DEEPEST_WRITTEN: Final = 90  # levels of what stands in a rule: readings put exceptions, contraries and joins around it


def need_depth(depth: int, deepest: int) -> None:
    """Refuse a tree of more levels than there may be."""
    if depth > deepest:
        raise InvalidValueError(both("expr.deep", deepest=deepest), depth)


class _Condition:
    """Gives a node the operators ``&``, ``|`` and ``~``; ``and``, ``or`` and ``not`` would lose a part in silence."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise InvalidValueError(both("expr.truth", value=repr(self)), self)

    def __and__(self, other: Operand) -> And:
        return And((*_joined(And, self), *_joined(And, other)))

    def __or__(self, other: Operand) -> Or:
        return Or((*_joined(Or, self), *_joined(Or, other)))

    def __invert__(self) -> Not:
        return Not(lift(self))


def _joined(kind: type[And | Or], operand: Operand) -> tuple[Expr, ...]:
    """Give the parts of what is joined already, so that a long chain grows wide and not deep."""
    node = lift(operand)
    return node.parts if isinstance(node, kind) else (node,)


@attrs.frozen
class _Branch(_Condition):
    """A node with others below it, never more than ``DEEPEST`` levels of them."""

    depth: int = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Count the levels, and refuse too many."""
        depth = 1 + max((getattr(node, "depth", 0) for node in self.below()), default=0)
        need_depth(depth, DEEPEST)
        object.__setattr__(self, "depth", depth)

    def below(self) -> tuple[Expr, ...]:
        """Give the nodes right below."""
        raise NotImplementedError


_PLAIN: Final = frozenset({bool, int, str, date})


def are_codes(value: object) -> TypeGuard[tuple[str, ...]]:
    """Tell whether a value is a tuple of codes."""
    return isinstance(value, tuple) and all(isinstance(code, str) for code in cast("tuple[object, ...]", value))


def plain(value: Value) -> Value:
    """Give a value in the plain type that conditions are generated for: of an ``IntEnum``, the ``int``.

    Raises:
        InvalidValueError: It is no value that a condition can hold: a moment is no day, and a set holds words alone.
    """
    if type(value) in _PLAIN:
        return value
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, str):
        return str.__str__(value)
    if are_codes(value):
        return tuple(map(str.__str__, value))
    if isinstance(value, date) and not isinstance(value, datetime):
        return date(value.year, value.month, value.day)
    raise InvalidValueError(both("expr.operand", value=repr(value)), value)


@attrs.frozen
class Lit(_Condition):
    """A value that stands for itself.

    Raises:
        InvalidValueError: It is no truth value, whole number, day, code or tuple of codes.
    """

    value: Value = attrs.field(converter=plain)


@attrs.frozen
class FieldRef(_Condition):
    """A field of what is judged: a column of a table, or a fact of a request when ``table`` is empty."""

    table: str
    name: str


@attrs.frozen
class ParamRef(_Condition):
    """A dated parameter of the pack."""

    id: str


@attrs.frozen(cache_hash=True)
class Arith(_Branch):
    """Whole-number arithmetic, and a date moved by months; total, so it cannot fail.

    ``"per"`` counts how many of the right, a whole number of 1 or more, it takes to hold the left: the quotient
    rounded up. ``"months"`` moves the date on the left by so many months, clamped to the end of the month and to the
    years 1 to 9999.

    Raises:
        InvalidValueError: ``per`` does not divide by a whole number of 1 or more that stands there in so many digits.
    """

    op: Operation
    left: Expr
    right: Expr

    def __attrs_post_init__(self) -> None:
        """Refuse a division that may fail."""
        super().__attrs_post_init__()
        by = self.right
        if self.op == "per" and not (isinstance(by, Lit) and type(by.value) is int and by.value > 0):
            raise InvalidValueError(both("expr.per", value=repr(by)), by)

    def below(self) -> tuple[Expr, ...]:
        """Give both sides."""
        return (self.left, self.right)


@attrs.frozen(cache_hash=True)
class Cmp(_Branch):
    """A comparison of two values of one kind."""

    op: Comparison
    left: Expr
    right: Expr

    def below(self) -> tuple[Expr, ...]:
        """Give both sides."""
        return (self.left, self.right)


@attrs.frozen(cache_hash=True)
class In(_Branch):
    """A code is one of several."""

    item: Expr
    options: Expr

    def below(self) -> tuple[Expr, ...]:
        """Give the code and the several."""
        return (self.item, self.options)


@attrs.frozen(cache_hash=True)
class And(_Branch):
    """All parts hold."""

    parts: tuple[Expr, ...]

    def below(self) -> tuple[Expr, ...]:
        """Give the parts."""
        return self.parts


@attrs.frozen(cache_hash=True)
class Or(_Branch):
    """Some part holds."""

    parts: tuple[Expr, ...]

    def below(self) -> tuple[Expr, ...]:
        """Give the parts."""
        return self.parts


@attrs.frozen(cache_hash=True)
class Not(_Branch):
    """The part does not hold."""

    part: Expr

    def below(self) -> tuple[Expr, ...]:
        """Give the part."""
        return (self.part,)


Expr: TypeAlias = Lit | FieldRef | ParamRef | Arith | Cmp | In | And | Or | Not


class Term(_Condition):
    """A field or parameter while a tree is being built: its comparisons give trees, so it is no value itself."""

    __slots__ = ("node",)
    __hash__: ClassVar[None]  # type: ignore[assignment] # comparing gives a tree, so a term cannot be a key

    def __init__(self, node: Expr) -> None:
        """Wrap a node."""
        self.node: Expr = node

    def __eq__(self, other: Operand) -> Cmp:  # type: ignore[override] # builds a tree, as polars and SQLAlchemy do
        return Cmp("==", self.node, lift(other))

    def __ne__(self, other: Operand) -> Cmp:  # type: ignore[override] # as above
        return Cmp("!=", self.node, lift(other))

    def __lt__(self, other: Operand) -> Cmp:
        return Cmp("<", self.node, lift(other))

    def __le__(self, other: Operand) -> Cmp:
        return Cmp("<=", self.node, lift(other))

    def __gt__(self, other: Operand) -> Cmp:
        return Cmp(">", self.node, lift(other))

    def __ge__(self, other: Operand) -> Cmp:
        return Cmp(">=", self.node, lift(other))

    def __add__(self, other: Operand) -> Term:
        return Term(Arith("+", self.node, lift(other)))

    def __sub__(self, other: Operand) -> Term:
        return Term(Arith("-", self.node, lift(other)))

    def __mul__(self, other: Operand) -> Term:
        return Term(Arith("*", self.node, lift(other)))

    def per(self, size: int) -> Term:
        """Count how many of ``size`` hold this: one worker per 300 households is ``households.per(300)``."""
        return Term(Arith("per", self.node, Lit(size)))

    def plus_months(self, months: Operand) -> Term:
        """Move this date by whole months."""
        return Term(Arith("months", self.node, lift(months)))

    def is_in(self, options: Operand) -> In:
        """Tell whether this code is one of several."""
        return In(self.node, lift(options))

    def has(self, item: Operand) -> In:
        """Tell whether this set of codes holds one."""
        return In(lift(item), self.node)

    def __repr__(self) -> str:
        return f"Term({self.node!r})"


Operand: TypeAlias = "Term | Expr | Value | _Condition"
_NODES: Final = (Lit, FieldRef, ParamRef, Arith, Cmp, In, And, Or, Not)


def lift(operand: Operand) -> Expr:
    """Make a node of a term, a node or a plain value.

    Raises:
        InvalidValueError: It is none of them.
    """
    if isinstance(operand, Term):
        return operand.node
    if isinstance(operand, _NODES):
        return operand
    return Lit(cast("Value", operand))


def param(name: str) -> Term:
    """Refer to a parameter of the pack."""
    return Term(ParamRef(name))


class Columns:
    """The columns of a table as terms: ``units.level == "community"``.

    Raises:
        UnknownIdError: The table has no such column.
    """

    __slots__ = ("_names", "_table")

    def __init__(self, table: str, names: tuple[str, ...]) -> None:
        """Know the names of the columns."""
        self._table = table
        self._names = names

    @property
    def table_name(self) -> str:
        """The name of the table."""
        return self._table

    def __getattr__(self, name: str) -> Term:
        """Give the term of one column."""
        if name.startswith("__"):  # what Python asks of any object
            raise AttributeError(name)
        if name not in self._names:
            raise UnknownIdError(
                both("column.unknown", table=self._table, name=name, known=", ".join(self._names)), name
            )
        return Term(FieldRef(self._table, name))


def parts(node: Expr) -> Iterator[Expr]:
    """Yield a tree's nodes, the root first."""
    ahead = [node]
    while ahead:
        node = ahead.pop()
        yield node
        if isinstance(node, _Branch):
            ahead += reversed(node.below())
