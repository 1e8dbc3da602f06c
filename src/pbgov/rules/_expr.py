"""Conditions as immutable trees over typed fields and dated parameters: data, not Python.

Every other thing one may want of a condition is a reading of its tree: whether it holds for a row, which
fields it needs, how it looks as JSON. Python's operators build the tree, as in polars or SQLAlchemy::

    >>> staff = field("staff_moved", "int", Text(zh="已转人员", en="staff moved"))
    >>> holds(staff >= 2, {"staff_moved": 3}.get)
    True
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import reduce
from operator import add, eq, ge, gt, le, lt, mul, ne, sub
from typing import Any, ClassVar, Final, Literal, NoReturn, TypeAlias, cast

import attrs

from pbgov.base import Text, both, check_id
from pbgov.errors import InvalidValueError, UnknownIdError

Scalar: TypeAlias = bool | int | str | date
Value: TypeAlias = Scalar | tuple[str, ...]
Kind: TypeAlias = Literal["bool", "int", "date", "code", "codes"]
Comparison: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">="]
Operation: TypeAlias = Literal["+", "-", "*"]


class _Condition:
    """Gives a node the operators ``&``, ``|`` and ``~``; ``and``, ``or`` and ``not`` would lose a part in silence."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise InvalidValueError(both("expr.truth", value=repr(self)), self)

    def __and__(self, other: Operand) -> And:
        return And((lift(self), lift(other)))

    def __or__(self, other: Operand) -> Or:
        return Or((lift(self), lift(other)))

    def __invert__(self) -> Not:
        return Not(lift(self))


@attrs.frozen
class Lit(_Condition):
    """A value that stands for itself."""

    value: Value


@attrs.frozen
class FieldRef(_Condition):
    """A field of what is judged: a column of a table, or a fact of a request when ``table`` is empty."""

    table: str
    name: str


@attrs.frozen
class ParamRef(_Condition):
    """A dated parameter of the pack."""

    id: str


@attrs.frozen
class Arith:
    """Whole-number arithmetic; total, so it cannot fail."""

    op: Operation
    left: Expr
    right: Expr


@attrs.frozen
class Cmp(_Condition):
    """A comparison of two values of one kind."""

    op: Comparison
    left: Expr
    right: Expr


@attrs.frozen
class In(_Condition):
    """A code is one of several."""

    item: Expr
    options: Expr


@attrs.frozen
class And(_Condition):
    """All parts hold."""

    parts: tuple[Expr, ...]


@attrs.frozen
class Or(_Condition):
    """Some part holds."""

    parts: tuple[Expr, ...]


@attrs.frozen
class Not(_Condition):
    """The part does not hold."""

    part: Expr


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
    if isinstance(operand, bool | int | str | date | tuple):
        return Lit(operand)
    raise InvalidValueError(both("expr.operand", value=repr(operand)), operand)


@attrs.frozen(kw_only=True)
class Field:
    """A fact that a decision may ask for.

    Attributes:
        name: How conditions and requests name it.
        kind: ``"bool"``, ``"int"``, ``"date"``, ``"code"`` or ``"codes"`` (a set of codes).
        label: What a person calls it.
    """

    name: str = attrs.field(validator=check_id)
    kind: Kind
    label: Text

    def takes(self, value: object) -> bool:
        """Tell whether a value is of the kind of the field."""
        if self.kind == "codes":
            return isinstance(value, tuple) and all(isinstance(code, str) for code in cast("tuple[object, ...]", value))
        plain = {"bool": bool, "int": int, "date": date, "code": str}[self.kind]
        return isinstance(value, plain) and (self.kind == "bool" or not isinstance(value, bool | datetime))


def field(name: str, kind: Kind, label: Text) -> FieldTerm:
    """Declare a field and give the term that conditions are built from."""
    return FieldTerm(Field(name=name, kind=kind, label=label))


class FieldTerm(Term):
    """The term of a declared field."""

    __slots__ = ("field",)

    def __init__(self, declared: Field) -> None:
        """Refer to the field by its name."""
        super().__init__(FieldRef("", declared.name))
        self.field: Field = declared


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


Read: TypeAlias = Callable[[str], Value | None]
_COMPARE: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge,
}  # fmt: skip
_COMPUTE: Final[Mapping[str, Callable[[int, int], int]]] = {"+": add, "-": sub, "*": mul}


def _unknown_parameter(name: str) -> Value | None:
    raise UnknownIdError(both("parameter.unknown", name=name), name)


def evaluate(  # noqa: PLR0911 - one answer a kind of node
    node: Expr, read: Read, parameter: Read = _unknown_parameter
) -> Value | None:
    """Give the value of a tree; ``None`` where a missing fact keeps it from being known (Kleene's logic).

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
        if not isinstance(one, int) or not isinstance(other, int):
            raise InvalidValueError(both("expr.kinds", left=repr(one), right=repr(other)), one, other)
        return _COMPUTE[op](one, other)
    if op not in {"==", "!="} and _ordered(one) is not _ordered(other):
        raise InvalidValueError(both("expr.kinds", left=repr(one), right=repr(other)), one, other)
    return bool(_COMPARE[op](one, other))


def _ordered(value: Value) -> type:
    """Values of one such type can be put in order."""
    return next((kind for kind in (int, date, str, tuple) if isinstance(value, kind)), type(value))


def holds(condition: Operand, read: Read, parameter: Read = _unknown_parameter) -> bool | None:
    """Tell whether a condition holds: yes, no, or ``None`` when a missing fact keeps it open."""
    value = evaluate(lift(condition), read, parameter)
    return None if value is None else bool(value)


def parts(node: Expr) -> Iterator[Expr]:
    """Yield a tree's nodes, the root first."""
    yield node
    match node:
        case Arith(_, left, right) | Cmp(_, left, right) | In(left, right):
            below: tuple[Expr, ...] = (left, right)
        case And(inner) | Or(inner):
            below = inner
        case Not(part):
            below = (part,)
        case _:
            below = ()
    for child in below:
        yield from parts(child)


def codes_asked(condition: Expr | None, name: str) -> tuple[str, ...]:
    """Give the codes to which a condition narrows a column; empty when it leaves the column open."""
    match condition:
        case Cmp("==", FieldRef(_, column), Lit(str(code))) if column == name:
            return (code,)
        case In(FieldRef(_, column), Lit(tuple(codes))) if column == name:
            return codes
        case And(inner):
            return reduce(lambda found, part: found or codes_asked(part, name), inner, ())
        case _:
            return ()
