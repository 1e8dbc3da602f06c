"""Whole columns decided at once: the same trees, run with the arrays' own operators.

numpy, pandas and polars are known here by what they do, not by name, and none of them is imported.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from pbgov.base import both
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._column_checks import Column, Sound, checked
from pbgov.rules._compile import Writer, function, name
from pbgov.rules._expr import And, Arith, Cmp, Expr, FieldRef, In, Lit, Not, Or, parts
from pbgov.rules._program import Outcome

if TYPE_CHECKING:
    from pbgov.rules._resolved import ResolvedPack

_LONG: Final = 40  # parts joined in one expression
_OPERATORS: Final[Mapping[str, type[ast.cmpop]]] = {  # what is not equal is written as the contrary of what is
    "==": ast.Eq, "<": ast.Lt, "<=": ast.LtE, ">": ast.Gt, ">=": ast.GtE,
}  # fmt: skip
_ARITHMETIC: Final[Mapping[str, type[ast.operator]]] = {"+": ast.Add, "-": ast.Sub, "*": ast.Mult}


@attrs.frozen(eq=False, kw_only=True)
class ColumnDecisions:
    """The decisions on whole columns; every value here is a column of the kind that was given.

    Attributes:
        day: The pack on the day of the decisions.
        forbidden: Where a FORBID is active.
        not_admitted: Where nothing forbids and nothing permits.
        conditional: Where something is still required.
        admitted: Where nothing stands in the way.
    """

    day: ResolvedPack
    forbidden: Column
    not_admitted: Column
    conditional: Column
    admitted: Column
    _sound: Sound = attrs.field(alias="sound", repr=False)

    def where(self, outcome: Outcome) -> Column:
        """Give the column of booleans that is true where the outcome is this one; never UNDECIDED."""
        if outcome is Outcome.UNDECIDED:
            return self.admitted & ~self.admitted
        return getattr(self, outcome.value)

    def active(self, rule: str) -> Column:
        """Give the column of booleans that is true where a rule speaks and nothing lifts it.

        Raises:
            UnknownIdError: No such rule is in force.
        """
        if rule not in {held.id for held in self.day.rules}:
            raise UnknownIdError(both("pack.unknown", ids=rule), rule)
        return _run(self.day, rule, self._sound)[rule]

    def to_columns(self) -> dict[str, Any]:
        """Give the four columns of booleans by outcome."""
        return {outcome.value: self.where(outcome) for outcome in Outcome if outcome is not Outcome.UNDECIDED}


def decide_columns(day: ResolvedPack, columns: Mapping[str, Any]) -> ColumnDecisions:
    """Decide whole columns by the rules in force on a day."""
    sound = checked(day, columns)
    found = _run(day, "outcomes", sound)
    free = ~found["forbidden"]
    allowed = free & found["permitted"]
    conditional = allowed & found["short"]
    return ColumnDecisions(
        day=day,
        forbidden=found["forbidden"],
        not_admitted=free & ~found["permitted"],
        conditional=conditional,
        admitted=allowed & ~conditional,
        sound=sound,
    )


def _conditions(day: ResolvedPack, what: str) -> Mapping[str, Expr]:
    """Give the conditions that make the outcomes, or that of one rule."""
    if what != "outcomes":
        return {one.id: its.active for one, its in zip(day.rules, day.program.clauses, strict=True) if one.id == what}
    return dict(zip(("forbidden", "permitted", "short"), day.program.actives, strict=True))


def _run(day: ResolvedPack, what: str, sound: Sound) -> Mapping[str, Any]:
    """Run conditions over columns; one that no fact changes becomes a column too."""
    conditions = _conditions(day, what)
    key = what, sound.positions
    if key not in day.on_columns:
        trees = [_spelled_out(condition) for condition in conditions.values()]
        often = Counter(part for tree in trees for part in parts(tree))
        inner = Writer(day.fields, "key", {})
        writer = _ColumnWriter(inner=inner, often=often, statements=[], held={}, positions=sound.positions)
        results: ast.expr = ast.Tuple([writer.write(tree) for tree in trees], ast.Load())
        body = [*writer.statements, ast.Return(results)]
        day.on_columns[key] = function(["row", "where"], body, inner.constants)
    values = day.on_columns[key](sound.columns, sound.where)
    like: Column = next(one for one in sound.columns.values() if len(one) or not isinstance(one, Mapping))
    return {key: _spread(value, like) for key, value in zip(conditions, values, strict=True)}


def _spread(value: Column, like: Column) -> Column:
    if not isinstance(value, bool):
        return value
    column: Column = next(iter(cast("Mapping[str, Column]", like).values())) if isinstance(like, Mapping) else like
    nowhere = column != column  # noqa: PLR0124 - false everywhere, for nothing is missing, in the caller's own kind
    return ~nowhere if value else nowhere


def _spelled_out(node: Expr) -> Expr:
    """Say by equality alone what codes a condition names, so that what it repeats is seen."""
    match node:
        case Cmp("!=", left, right):
            return Not(Cmp("==", left, right))
        case In(item, Lit(tuple(options))) if len(options) > 1:
            return Or(tuple(Cmp("==", item, Lit(option)) for option in options))
        case Not(part):
            return Not(_spelled_out(part))
        case And(inner) | Or(inner):
            return type(node)(tuple(_spelled_out(part) for part in inner))
        case _:
            return node


@attrs.frozen(kw_only=True)
class _ColumnWriter:
    """Writes conditions over columns: what occurs once stands in its place, what occurs again gets a name.

    A column that nothing names is given back as soon as it is used, and the next one takes its memory.
    """

    inner: Writer
    often: Mapping[Expr, int]
    statements: list[ast.stmt]
    held: dict[Expr, str]
    positions: frozenset[str]

    def write(self, node: Expr) -> ast.expr:
        """Write a node, or give the name of what holds it."""
        if isinstance(node, Lit):
            return self.inner.constant(node.value)
        if self.often[node] == 1 or isinstance(node, FieldRef):
            return self._code(node)
        if node not in self.held:
            self.held[node] = self._named(self._code(node))
        return name(self.held[node])

    def _named(self, code: ast.expr) -> str:
        variable = f"c{len(self.statements)}"
        self.statements.append(ast.Assign([ast.Name(variable, ast.Store())], code))
        return variable

    def _code(self, node: Expr) -> ast.expr:  # noqa: PLR0911 - one answer a kind of node
        match node:
            case FieldRef(_, field):
                return self.inner.read(field)
            case Not(part):
                return ast.UnaryOp(ast.Invert(), self.write(part))
            case And(inner) | Or(inner):
                operator: ast.operator = ast.BitAnd() if isinstance(node, And) else ast.BitOr()
                return self._chain(operator, [self.write(part) for part in inner])
            case Cmp("==", FieldRef(_, field), Lit(str(code))) if field in self.positions:
                options = self.inner.fields[field].options
                position = options.index(code) if code in options else -1  # which stands nowhere
                return ast.Compare(self.inner.read(field), [ast.Eq()], [ast.Constant(position)])
            case Cmp("==", FieldRef(_, field), Lit(str(code))) if code in self.inner.fields[field].options:
                return ast.Subscript(name("where"), self.inner.constant((field, code)), ast.Load())
            case Cmp(op, left, right) if self._as_in_rows(left) and self._as_in_rows(right):
                return ast.Compare(self.write(left), [_OPERATORS[op]()], [self.write(right)])
            case In(Lit(code), FieldRef(_, field)):
                return ast.Subscript(self.inner.read(field), self.inner.constant(code), ast.Load())
            case Arith("per", left, right):
                down = ast.BinOp(ast.UnaryOp(ast.USub(), self.write(left)), ast.FloorDiv(), self.write(right))
                return ast.UnaryOp(ast.USub(), down)
            case Arith(op, left, right) if op != "months":
                return ast.BinOp(self.write(left), _ARITHMETIC[op](), self.write(right))
            case _:
                raise InvalidValueError(both("columns.part", part=repr(node)), node)

    def _as_in_rows(self, node: Expr) -> bool:
        """Tell whether a column holds what rows do: sets stand code by code, and options may by their positions."""
        if not isinstance(node, FieldRef):
            return True
        return self.inner.fields[node.name].kind != "codes" and node.name not in self.positions

    def _chain(self, operator: ast.operator, codes: list[ast.expr]) -> ast.expr:
        whole = codes[0]
        for number, code in enumerate(codes[1:], 1):
            whole = ast.BinOp(whole, operator, code)
            if number % _LONG == 0:  # a long chain would nest deeper than Python compiles
                whole = name(self._named(whole))
        return whole
