"""Functions generated from trees: straight-line Python, as fast as rules written by hand.

A function is built from ``ast`` nodes and never from text. What a user wrote stands in it as a constant, or as the
name of the attribute that is read; the names of variables are our own. So no text of a user can become code.

What is read is checked where it is read. A row with a missing or an unsound fact raises ``Doubt`` at the spot and is
handed to a slower, careful function, so that the fast path knows no null.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal, NoReturn, TypeAlias, cast

import attrs

from pbgov.rules._expr import And, Arith, Cmp, Expr, FieldRef, In, Lit, Not, Or, Value, parts
from pbgov.rules._fields import Field
from pbgov.rules._fold import any_of
from pbgov.rules._kleene import plus_months
from pbgov.rules._program import Outcome, Program

Source: TypeAlias = Literal["key", "attribute", "argument"]
Known: TypeAlias = frozenset[str]

_COMPARE: Final[Mapping[str, type[ast.cmpop]]] = {
    "==": ast.Eq, "!=": ast.NotEq, "<": ast.Lt, "<=": ast.LtE, ">": ast.Gt, ">=": ast.GtE,
}  # fmt: skip
_COMPUTE: Final[Mapping[str, type[ast.operator]]] = {"+": ast.Add, "-": ast.Sub, "*": ast.Mult}
_TYPES: Final[Mapping[str, type]] = {"int": int, "date": date, "code": str, "codes": tuple}


class Doubt(Exception):  # noqa: N818 - it is no error but a turn to the careful path
    """A fact is missing or unsound, so the fast path does not answer."""


def doubt() -> NoReturn:
    """Leave the fast path."""
    raise Doubt


def codes(value: object) -> bool:
    """Tell whether a value is a set of codes."""
    return type(value) is tuple and all(type(code) is str for code in cast("tuple[object, ...]", value))


def name(text: str) -> ast.Name:
    """Read one of our own variables."""
    return ast.Name(text, ast.Load())


def call(function: str, *arguments: ast.expr) -> ast.expr:
    """Call one of our own functions."""
    return ast.Call(name(function), list(arguments), [])


def joined(operator: ast.boolop, *values: ast.expr) -> ast.expr:
    """Join expressions by ``and`` or ``or``."""
    return values[0] if len(values) == 1 else ast.BoolOp(operator, list(values))


@attrs.frozen
class Tested:
    """A condition as Python, and which fields have been read and checked when it is true, and when it is false."""

    code: ast.expr
    if_true: Known
    if_false: Known


@attrs.frozen
class Writer:
    """Writes expressions over a row whose facts are read by key, by attribute, or given as arguments."""

    fields: Mapping[str, Field]
    source: Source
    constants: dict[str, object]
    _variables: Mapping[str, str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Number the variables."""
        object.__setattr__(self, "_variables", {field: f"f{n}" for n, field in enumerate(self.fields)})

    def variable(self, field: str) -> str:
        """Give our own name for the value of a field."""
        return self._variables[field]

    def constant(self, value: Value | frozenset[str]) -> ast.expr:
        """Give a value of the pack; a date waits under a name, for no literal writes one."""
        if not isinstance(value, date):
            constant: Any = value  # what ast takes; its stub leaves out sets and tuples
            return ast.Constant(constant)
        held = f"k{len(self.constants)}"
        self.constants[held] = value
        return name(held)

    def read(self, field: str) -> ast.expr:
        """Read the raw fact."""
        row = name("row")
        if self.source == "attribute":
            return ast.Attribute(row, field, ast.Load())
        return ast.Subscript(row, ast.Constant(field), ast.Load())

    def sound(self, field: str, value: ast.expr) -> ast.expr:
        """Write the check that a value is of the kind and in the range of its field; ``value`` is used once."""
        held, declared = name(self.variable(field)), self.fields[field]
        if declared.kind == "bool":
            return joined(ast.Or(), _is(value, ast.Constant(value=True)), _is(held, ast.Constant(value=False)))
        if declared.kind == "code" and declared.options:
            return ast.Compare(value, [ast.In()], [self.constant(frozenset(declared.options))])
        if declared.kind == "codes":
            return call("takes" + self.variable(field), value) if declared.options else call("codes", value)
        typed = _is(call("type", value), name(_TYPES[declared.kind].__name__))
        ends = ((ast.GtE(), declared.low), (ast.LtE(), declared.high))
        within = [ast.Compare(held, [how], [ast.Constant(end)]) for how, end in ends if end is not None]
        return joined(ast.And(), typed, *within)

    def first_read(self, field: str) -> ast.expr:
        """Read a fact, keep it, and leave the fast path where it is not sound."""
        keep = ast.NamedExpr(ast.Name(self.variable(field), ast.Store()), self.read(field))
        return joined(ast.Or(), self.sound(field, keep), call("doubt"))

    def value(self, node: Expr, known: Known) -> tuple[list[ast.expr], ast.expr, Known]:
        """Write a value: the checks that must pass first, the value, and what is known then."""
        match node:
            case FieldRef(_, field):
                checks = [] if field in known else [self.first_read(field)]
                return checks, name(self.variable(field)), known | {field}
            case Arith(op, left, right):
                before, one, known = self.value(left, known)
                after, other, known = self.value(right, known)
                return [*before, *after], _computed(op, one, other), known
            case _:
                tested = self.test(node, known)
                return [], tested.code, tested.if_true & tested.if_false

    def test(self, node: Expr, known: Known) -> Tested:  # noqa: PLR0911 - one answer a kind of node
        """Write a condition."""
        match node:
            case FieldRef(_, field) if field not in known:
                keep = ast.NamedExpr(ast.Name(self.variable(field), ast.Store()), self.read(field))
                not_false = ast.Compare(name(self.variable(field)), [ast.IsNot()], [ast.Constant(value=False)])
                code = joined(
                    ast.Or(), _is(keep, ast.Constant(value=True)), joined(ast.And(), not_false, call("doubt"))
                )
                return Tested(code, known | {field}, known | {field})
            case FieldRef(_, field):
                return Tested(name(self.variable(field)), known, known)
            case Lit(value):
                return Tested(self.constant(value), known, known)
            case Not(part):
                inner = self.test(part, known)
                return Tested(ast.UnaryOp(ast.Not(), inner.code), inner.if_false, inner.if_true)
            case And(inner):
                return self._joined(ast.And(), inner, known)
            case Or(inner):
                return self._joined(ast.Or(), inner, known)
            case Cmp(op, left, right):
                return self._compared(_COMPARE[op](), left, right, known)
            case In(item, options):
                return self._compared(ast.In(), item, options, known)
            case _:
                raise TypeError(node)

    def _joined(self, operator: ast.And | ast.Or, inner: Sequence[Expr], known: Known) -> Tested:
        """Each part is reached only while those before it held (or did not)."""
        goes_on, codes, ends = known, list[ast.expr](), list[Known]()
        for part in inner:
            tested = self.test(part, goes_on)
            codes.append(tested.code)
            both_ways = tested.if_true, tested.if_false
            goes_on, stops = both_ways if isinstance(operator, ast.And) else both_ways[::-1]
            ends.append(stops)
        left = ends[0].intersection(*ends)
        code = joined(operator, *codes)
        return Tested(code, goes_on, left) if isinstance(operator, ast.And) else Tested(code, left, goes_on)

    def _compared(self, operator: ast.cmpop, left: Expr, right: Expr, known: Known) -> Tested:
        positive = isinstance(operator, ast.Eq | ast.In)
        if positive and isinstance(left, FieldRef) and isinstance(right, Lit) and self._is_new_code(left.name, known):
            return self._among(left.name, right.value, known)
        before, one, known = self.value(left, known)
        if isinstance(right, Lit) and isinstance(right.value, tuple) and isinstance(operator, ast.In):
            after, other = list[ast.expr](), self.constant(frozenset(right.value))
        else:
            after, other, known = self.value(right, known)
        code = joined(ast.And(), *before, *after, ast.Compare(one, [operator], [other]))
        return Tested(code, known, known)

    def _is_new_code(self, field: str, known: Known) -> bool:
        return field not in known and self.fields[field].kind == "code"

    def _among(self, field: str, value: Value, known: Known) -> Tested:
        """Compare a code that has not been read: what equals a code is one, so only the rest needs the check."""
        keep = ast.NamedExpr(ast.Name(self.variable(field), ast.Store()), self.read(field))
        several = isinstance(value, tuple)
        wanted = self.constant(frozenset(value) if isinstance(value, tuple) else value)
        found = ast.Compare(keep, [ast.In() if several else ast.Eq()], [wanted])
        sound = self.sound(field, name(self.variable(field)))
        unsound = joined(ast.And(), ast.UnaryOp(ast.Not(), sound), call("doubt"))
        return Tested(joined(ast.Or(), found, unsound), known | {field}, known | {field})


def _is(left: ast.expr, right: ast.expr) -> ast.expr:
    return ast.Compare(left, [ast.Is()], [right])


def _computed(op: str, one: ast.expr, other: ast.expr) -> ast.expr:
    if op == "months":
        return call("plus_months", one, other)
    if op == "per":  # the quotient rounded up, of whole numbers
        down = ast.BinOp(ast.UnaryOp(ast.USub(), one), ast.FloorDiv(), other)
        return ast.UnaryOp(ast.USub(), down)
    return ast.BinOp(one, _COMPUTE[op](), other)


def function(arguments: Sequence[str], body: list[ast.stmt], constants: Mapping[str, object]) -> Callable[..., Any]:
    """Make a function of statements; it sees our own names and nothing else."""
    named = [ast.arg(one) for one in (*arguments, "type", "str", "int")]
    spec = ast.arguments([], named, None, [], [], None, [name("type"), name("str"), name("int")])
    made = ast.FunctionDef("generated", spec, body, [])
    made.type_params = []  # type: ignore[attr-defined] # asked for from Python 3.12 on
    module = _on_one_line(ast.Module([made], []))
    space: dict[str, Any] = {"__builtins__": {}, **_OWN, **constants}
    exec(compile(module, "<pbgov rules>", "exec"), space)  # noqa: S102 - nodes built here, no text
    generated: Callable[..., Any] = space["generated"]
    return generated


_HAVE_PLACES: Final = (ast.expr, ast.arguments)  # or have parts that have one, where a part stands alone


def _on_one_line(module: ast.Module) -> ast.Module:
    """Give every node the place that Python asks for; ``ast.fix_missing_locations`` takes longer than all the rest."""
    nodes: list[ast.AST] = [module]
    for node in nodes:  # which grows meanwhile
        held = node.__dict__
        for part in held.values():
            if type(part) is list:
                nodes += cast("list[ast.AST]", part)
            elif isinstance(part, _HAVE_PLACES):
                nodes.append(part)
        held["lineno"], held["col_offset"] = 1, 0
    return module


_OWN: Final[Mapping[str, object]] = {
    "AttributeError": AttributeError, "Doubt": Doubt, "KeyError": KeyError, "TypeError": TypeError, "codes": codes,
    "date": date, "dict": dict, "doubt": doubt, "int": int, "len": len, "plus_months": plus_months, "str": str,
    "type": type,
}  # fmt: skip


_CAREFULLY: Final = call("careful", name("row"))  # what answers for a row that the fast path does not


def _if(test: ast.expr, *body: ast.stmt) -> ast.stmt:
    return ast.If(test, list(body), [])


def _guarded(body: list[ast.stmt], otherwise: ast.expr) -> list[ast.stmt]:
    """Run the body; hand a row that raises for want of a sound fact to the careful path."""
    caught = ast.Tuple([name(error) for error in ("Doubt", "KeyError", "AttributeError", "TypeError")], ast.Load())
    return [ast.Try(body, [ast.ExceptHandler(caught, None, [ast.Return(otherwise)])], [], [])]


def outcome_function(
    program: Program, fields: Mapping[str, Field], source: Source, careful: Callable[[Any], Outcome]
) -> Callable[[Any], Outcome]:
    """Generate the function from a row to its outcome: it reads no more facts than it needs."""
    writer = Writer(fields, source, _tests_of_sets(fields))
    body: list[ast.stmt] = []
    known: Known = frozenset()
    tests = [(one.active, Outcome.FORBIDDEN) for one in program.clauses if one.effect == "forbid"]
    permitted = any_of(*(one.active for one in program.clauses if one.effect == "permit"))
    tests += [(Not(permitted), Outcome.NOT_ADMITTED)]
    tests += [(one.active, Outcome.CONDITIONAL) for one in program.clauses if one.effect == "require"]
    for condition, outcome in tests:
        tested = writer.test(condition, known)
        body.append(_if(tested.code, ast.Return(name(outcome.name))))
        known = tested.if_false
    body.append(ast.Return(name(Outcome.ADMITTED.name)))
    names = {one.name: one for one in Outcome} | {"careful": careful}
    return function(["row"], [*_of_a_dict(source), *_guarded(body, _CAREFULLY)], names | writer.constants)


def bits_function(
    program: Program,
    fields: Mapping[str, Field],
    source: Source,
    careful: Callable[[Any], Any],
    answer: Callable[[tuple[Value, ...], int], Any] | None = None,
) -> Callable[..., Any]:
    """Generate the function from a row to how every rule stands, as bits.

    Args:
        program: The clauses.
        fields: The fields of the pack in order.
        source: Where the facts come from; ``"argument"`` takes sound facts, one an argument.
        careful: What answers for a row with a missing or unsound fact.
        answer: Makes the answer of the facts and the bits; by default the bits are the answer.
    """
    writer = Writer(fields, source, _tests_of_sets(fields))
    known = frozenset(fields)
    n = len(program.clauses)
    body: list[ast.stmt] = [ast.Assign([ast.Name("bits", ast.Store())], ast.Constant(0))]
    for i, one in enumerate(program.clauses):
        inner = [_raise_bits(1 << i)]
        if one.lifted != Lit(value=False):
            inner.append(_if(writer.test(one.lifted, known).code, _raise_bits(1 << n + i)))
        if one.speaks != Lit(value=False):
            body.append(_if(writer.test(one.speaks, known).code, *inner))
    values = ast.Tuple([name(writer.variable(field)) for field in fields], ast.Load())
    body.append(ast.Return(name("bits") if answer is None else call("answer", values, name("bits"))))
    constants = writer.constants | {"careful": careful, "answer": answer}
    if source == "argument":
        return function([writer.variable(field) for field in fields], body, constants)
    return function(["row"], [*_of_a_dict(source), *_all_read(writer), *body], constants)


def _raise_bits(mask: int) -> ast.stmt:
    return ast.AugAssign(ast.Name("bits", ast.Store()), ast.BitOr(), ast.Constant(mask))


def _of_a_dict(source: Source) -> list[ast.stmt]:
    """Hand what is no plain ``dict`` to the careful path: another mapping may make up what is asked of it."""
    if source != "key":
        return []
    return [_if(ast.Compare(call("type", name("row")), [ast.IsNot()], [name("dict")]), ast.Return(_CAREFULLY))]


def _all_read(writer: Writer) -> list[ast.stmt]:
    """Read every fact and check it; a row that has others too is for the careful path."""
    reads: list[ast.stmt] = [
        ast.Assign([ast.Name(writer.variable(field), ast.Store())], writer.read(field)) for field in writer.fields
    ]
    checks = [writer.sound(field, name(writer.variable(field))) for field in writer.fields]
    if writer.source == "key":
        checks.insert(0, ast.Compare(call("len", name("row")), [ast.Eq()], [ast.Constant(len(writer.fields))]))
    if not checks:
        return reads
    unsound = _if(ast.UnaryOp(ast.Not(), joined(ast.And(), *checks)), ast.Return(_CAREFULLY))
    return _guarded([*reads, unsound], _CAREFULLY)


def _tests_of_sets(fields: Mapping[str, Field]) -> dict[str, object]:
    """The fields that hold sets of declared codes are checked by themselves."""
    return {f"takesf{i}": one.takes for i, one in enumerate(fields.values()) if one.kind == "codes" and one.options}


def condition_function(condition: Expr, fields: Mapping[str, Field]) -> Callable[[Any], bool]:
    """Generate the function from a ``dict`` of facts to whether one condition holds; it raises ``Doubt`` for others."""
    asked = {part.name for part in parts(condition) if isinstance(part, FieldRef)}
    writer = Writer({key: one for key, one in fields.items() if key in asked}, "key", _tests_of_sets(fields))
    tested = writer.test(condition, frozenset())
    return function(["row"], [ast.Return(tested.code)], writer.constants)
