"""Whole columns decided at once: the same trees, run with the arrays' own operators.

numpy, pandas and polars are known here by what they do, not by name, and none of them is imported.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from pbgov.base import both
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._compile import Writer, function, name
from pbgov.rules._expr import And, Arith, Cmp, Expr, FieldRef, In, Lit, Not, Or, ParamRef, parts
from pbgov.rules._fields import Field
from pbgov.rules._fold import any_of
from pbgov.rules._kinds import Range, bounds
from pbgov.rules._program import Outcome

if TYPE_CHECKING:
    from pbgov.rules._resolved import ResolvedPack

_MOST: Final = 2**63 - 1
_LONG: Final = 40  # parts joined in one expression
_OPERATORS: Final[Mapping[str, type[ast.cmpop]]] = {
    "==": ast.Eq, "!=": ast.NotEq, "<": ast.Lt, "<=": ast.LtE, ">": ast.Gt, ">=": ast.GtE,
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
        columns: What was decided on.
        coded: The fields whose codes were given by position.
    """

    day: ResolvedPack
    forbidden: Any
    not_admitted: Any
    conditional: Any
    admitted: Any
    columns: Mapping[str, Any]
    coded: frozenset[str]

    def where(self, outcome: Outcome) -> Any:  # noqa: ANN401 - a column of the caller's own kind
        """Give the column of booleans that is true where the outcome is this one; never UNDECIDED."""
        if outcome is Outcome.UNDECIDED:
            return self.admitted & ~self.admitted
        return getattr(self, outcome.value)

    def active(self, rule: str) -> Any:  # noqa: ANN401 - as above
        """Give the column of booleans that is true where a rule speaks and nothing lifts it.

        Raises:
            UnknownIdError: No such rule is in force.
        """
        if rule not in {held.id for held in self.day.rules}:
            raise UnknownIdError(both("pack.unknown", ids=rule), rule)
        return _run(self.day, rule, self.coded, self.columns)[rule]

    def to_columns(self) -> dict[str, Any]:
        """Give the four columns of booleans by outcome."""
        return {outcome.value: self.where(outcome) for outcome in Outcome if outcome is not Outcome.UNDECIDED}


def decide_columns(day: ResolvedPack, columns: Mapping[str, Any]) -> ColumnDecisions:
    """Decide whole columns by the rules in force on a day."""
    sound = _checked(day, columns)
    coded = frozenset(name for name in sound if _holds_positions(day.fields[name], sound[name]))
    found = _run(day, "outcomes", coded, sound)
    free = ~found["forbidden"]
    allowed = free & found["permitted"]
    conditional = allowed & found["short"]
    return ColumnDecisions(
        day=day,
        forbidden=found["forbidden"],
        not_admitted=free & ~found["permitted"],
        conditional=conditional,
        admitted=allowed & ~conditional,
        columns=sound,
        coded=coded,
    )


def _conditions(day: ResolvedPack, what: str) -> Mapping[str, Expr]:
    """Give the conditions that make the outcomes, or that of one rule."""
    if what != "outcomes":
        return {one.id: its.active for one, its in zip(day.rules, day.program.clauses, strict=True) if one.id == what}
    effects = {"forbidden": "forbid", "permitted": "permit", "short": "require"}
    return {
        key: any_of(*(one.active for one in day.program.clauses if one.effect == effect))
        for key, effect in effects.items()
    }


def _checked(day: ResolvedPack, columns: Mapping[str, Any]) -> Mapping[str, Any]:
    """Refuse columns that are missing, unknown, of another kind or out of range."""
    if not isinstance(columns, Mapping):
        raise InvalidValueError(both("fact.request", value=repr(columns)), columns)
    unknown = sorted(set(columns) - set(day.fields))
    if unknown:
        raise UnknownIdError(both("field.unknown", name=", ".join(unknown)), *unknown)
    nodes = _complete(day, columns)
    sound = {key: _sound(day.fields[key], columns[key]) for key in day.fields if key in columns}
    ranges = {key: (int(column.min()), int(column.max())) for key, column in _numbers(day, sound) if len(column)}
    for part in nodes:
        if isinstance(part, Arith) and part.op != "months" and ranges:
            _fits(part, ranges)
    return sound


def _complete(day: ResolvedPack, columns: Mapping[str, Any]) -> list[Expr]:
    """Refuse columns that lack what the rules ask for, and give the parts of the rules."""
    trees = [tree for one in day.program.clauses for tree in (one.speaks, one.lifted)]
    nodes = [part for tree in trees for part in parts(tree)]
    for part in nodes:
        if isinstance(part, ParamRef):
            raise InvalidValueError(both("columns.parameter", name=part.id), part.id)
    asked = {part.name for part in nodes if isinstance(part, FieldRef)}
    missing = sorted(asked - set(columns))
    if missing:
        raise UnknownIdError(both("columns.missing", names=", ".join(missing)), *missing)
    for part in nodes:
        match part:
            case In(Lit(str(code)), FieldRef(_, field)) if isinstance(columns[field], Mapping):
                if code not in columns[field]:
                    raise UnknownIdError(both("columns.missing", names=f"{field}: {code}"), field, code)
            case _:
                pass
    return nodes


def _numbers(day: ResolvedPack, columns: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from ((key, column) for key, column in columns.items() if day.fields[key].kind == "int")


def _fits(part: Arith, ranges: Mapping[str, Range]) -> None:
    low, high = bounds(part, ranges)
    if low < -_MOST - 1 or high > _MOST:
        raise InvalidValueError(both("columns.wrap", low=low, high=high), part)


def _sound(declared: Field, column: Any) -> Any:  # noqa: ANN401 - an array of any library
    """Give a column of whole numbers in 64 bits, and any other as it is, once it is found to be of its kind."""
    if declared.kind == "codes":
        if not isinstance(column, Mapping):
            raise InvalidValueError(both("columns.codes", name=declared.name), declared.name)
        return cast("Mapping[str, Any]", column)
    dtype = str(getattr(column, "dtype", "")).lower()
    if dtype and _lacks(column, dtype):
        raise InvalidValueError(both("columns.null", name=declared.name), declared.name)
    if declared.kind == "bool" and not dtype.startswith("bool"):
        raise InvalidValueError(
            both("columns.kind", name=declared.name, kind="bool", dtype=dtype or "-"), declared.name
        )
    if declared.kind == "int":
        return _whole(declared, column, dtype)
    if declared.options and declared.kind == "code" and dtype.startswith(("int", "uint")):
        return _whole(
            attrs.evolve(declared, kind="int", options=(), low=0, high=len(declared.options) - 1), column, dtype
        )
    if not dtype:
        raise _other_kind(declared, declared.kind, dtype)
    return column


def _other_kind(declared: Field, kind: str, dtype: str) -> InvalidValueError:
    message = both("columns.kind", name=declared.name, kind=kind, dtype=dtype or "-")
    return InvalidValueError(message, declared.name, dtype)


def _holds_positions(declared: Field, column: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether a column gives codes by their positions in the options."""
    return declared.kind == "code" and str(getattr(column, "dtype", "")).lower().startswith("int")


def _lacks(column: Any, dtype: str) -> bool:  # noqa: ANN401 - as above
    """Tell whether something is missing in a column, as its own library says it."""
    if hasattr(column, "isna"):
        return bool(column.isna().any())
    if hasattr(column, "null_count"):
        return bool(column.null_count())
    return dtype == "object" and bool((column == None).any())  # noqa: E711 - compared item by item


def _whole(declared: Field, column: Any, dtype: str) -> Any:  # noqa: ANN401 - as above
    if not dtype.startswith(("int", "uint")):
        raise _other_kind(declared, "int", dtype)
    if dtype != "int64" and not hasattr(column, "astype"):
        raise _other_kind(declared, "int64", dtype)
    wide = column if dtype == "int64" else column.astype("int64")
    ends = (declared.low, declared.high)
    if len(wide) and not ((ends[0] is None or ends[0] <= wide.min()) and (ends[1] is None or wide.max() <= ends[1])):
        raise declared.refuse(int(wide.min() if ends[0] is not None and wide.min() < ends[0] else wide.max()))
    return wide


def _run(day: ResolvedPack, what: str, coded: frozenset[str], columns: Mapping[str, Any]) -> Mapping[str, Any]:
    """Run conditions over columns; one that no fact changes becomes a column too."""
    conditions = _conditions(day, what)
    if (what, coded) not in day.on_columns:
        trees = [_spelled_out(condition) for condition in conditions.values()]
        often = Counter(part for tree in trees for part in parts(tree))
        writer = _ColumnWriter(inner=Writer(day.fields, "key", {}), often=often, statements=[], held={}, coded=coded)
        results: ast.expr = ast.Tuple([writer.write(tree) for tree in trees], ast.Load())
        body = [*writer.statements, ast.Return(results)]
        day.on_columns[what, coded] = function(["row"], body, writer.inner.constants)
    values = day.on_columns[what, coded](columns)
    like = next(iter(columns.values()), None)
    return {key: _spread(value, like) for key, value in zip(conditions, values, strict=True)}


def _spread(value: Any, like: Any) -> Any:  # noqa: ANN401 - as above
    if not isinstance(value, bool) or like is None:
        return value
    column: Any = next(iter(cast("Mapping[str, Any]", like).values())) if isinstance(like, Mapping) else like
    nowhere = (column == column) & (column != column)  # noqa: PLR0124 - false everywhere, in the caller's own kind
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
    coded: frozenset[str]

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
            case Cmp("==", FieldRef(_, field), Lit(str(code))) if field in self.coded:
                options = self.inner.fields[field].options
                position = options.index(code) if code in options else -1
                return ast.Compare(self.inner.read(field), [ast.Eq()], [ast.Constant(position)])
            case Cmp(op, left, right):
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

    def _chain(self, operator: ast.operator, codes: list[ast.expr]) -> ast.expr:
        whole = codes[0]
        for number, code in enumerate(codes[1:], 1):
            whole = ast.BinOp(whole, operator, code)
            if number % _LONG == 0:  # a long chain would nest deeper than Python compiles
                whole = name(self._named(whole))
        return whole
