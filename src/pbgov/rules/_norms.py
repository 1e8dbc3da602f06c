"""Norms: what a place must look like, as data. The type of a payload is the kind of the norm.

A ``Selector`` picks rows: those of a table that meet a condition, and from there by steps along the columns
that tie tables together. A ``Measure`` makes a number of what was picked. A payload says what must hold for
each subject; it names figures by the identifier of a parameter, so that an overlay reaches every norm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import TypeAlias, cast

import attrs

from pbgov.base import Basis, Modality, Period, Text, both, check_id
from pbgov.errors import InvalidValueError
from pbgov.rules._expr import And, Cmp, Columns, Expr, FieldRef, In, Lit, Operand, ParamRef, Term, lift, parts
from pbgov.rules._instruments import Instrument


@attrs.frozen
class Back:
    """From a row to the rows of ``table`` whose ``column`` names it."""

    table: str
    column: str
    where: Expr | None = None


@attrs.frozen
class Along:
    """From a row to the row of ``table`` that its ``column`` names."""

    column: str
    table: str


@attrs.frozen
class Up:
    """From a unit to itself or its ancestor at a level, along the administrative parent."""

    level: str


@attrs.frozen
class Down:
    """From a unit to the units of its subtree that meet a condition."""

    where: Expr | None = None


Step: TypeAlias = Back | Along | Up | Down


@attrs.frozen
class Selector:
    """Which rows: those of ``table`` that meet ``where``, or the subject itself when ``table`` is empty; then steps."""

    table: str
    where: Expr | None = None
    via: tuple[Step, ...] = ()

    def back(self, column: Term, where: Operand | None = None) -> Selector:
        """Go to the rows whose column names these."""
        ref = _column(column)
        return self._then(Back(ref.table, ref.name, None if where is None else _condition_on(ref.table, where)))

    def along(self, column: Term, table: str) -> Selector:
        """Go to the rows of a table that a column of these names."""
        return self._then(Along(_column(column).name, table))

    def up(self, level: str) -> Selector:
        """Go up to the units of a level."""
        return self._then(Up(level))

    def down(self, where: Operand | None = None) -> Selector:
        """Go down to units of the subtree."""
        return self._then(Down(None if where is None else _condition_on("units", where)))

    def _then(self, step: Step) -> Selector:
        return attrs.evolve(self, via=(*self.via, step))


HERE = Selector("")


def each(where: Operand | Columns) -> Selector:
    """Pick every row of a table, or those that meet a condition on its columns.

    Raises:
        InvalidValueError: The condition speaks of no table, or of several.
    """
    if isinstance(where, Columns):
        return Selector(where.table_name)
    node = lift(where)
    return Selector(_table_of(node), node)


def _table_of(condition: Expr) -> str:
    tables = sorted({part.table for part in parts(condition) if isinstance(part, FieldRef)})
    if len(tables) != 1 or not tables[0]:
        raise InvalidValueError(both("selector.tables", tables=", ".join(filter(None, tables)) or "-"), *tables)
    return tables[0]


def _condition_on(table: str, where: Operand) -> Expr:
    node = lift(where)
    if _table_of(node) != table:
        raise InvalidValueError(both("selector.tables", tables=f"{table}, {_table_of(node)}"), table, _table_of(node))
    return node


def _column(term: Term) -> FieldRef:
    if not isinstance(term.node, FieldRef):
        raise InvalidValueError(both("selector.column", value=repr(term)), term)
    return term.node


@attrs.frozen
class Count:
    """How many rows."""

    of: Selector


@attrs.frozen
class Sum:
    """The sum of a column over rows."""

    of: Selector
    column: str


@attrs.frozen
class Distinct:
    """How many different values a column has over rows."""

    of: Selector
    column: str


@attrs.frozen
class Own:
    """A number in a column of the subject itself."""

    column: str


@attrs.frozen
class Ratio:
    """One measure over another, in parts per thousand, rounded down."""

    part: Measure
    whole: Measure


@attrs.frozen
class Concentration:
    """How far the greatest of some rows stands out 扎堆: its measure over their mean, in ‰, rounded up.

    1000 where all are alike, a thousand for each row where one has everything; 0 where there is nothing to have.

    Attributes:
        over: The rows that are compared.
        of: The measure of each of them, not of the subject.
    """

    over: Selector
    of: Measure


Measure: TypeAlias = Count | Sum | Distinct | Own | Ratio | Concentration


@attrs.frozen
class Values:
    """The set of values that a column has over rows."""

    of: Selector
    column: str


class Relation(StrEnum):
    """How two sets of codes or identifiers must relate."""

    CONTAINS = "contains"
    EQUALS = "equals"
    SUBSET = "subset"
    DISJOINT = "disjoint"
    OVERLAPS = "overlaps"


class Payload:
    """What a norm says of a subject; the type is the kind of norm, and an evaluator judges it.

    A kind of your own is a frozen subclass, judged by an evaluator that is passed to ``validate``.
    """

    __slots__ = ()

    def figures(self) -> tuple[str, ...]:
        """Name the parameters it takes figures from, beside those in conditions."""
        return ()

    def over_span(self) -> bool:
        """Tell whether subjects are judged too that ended between the first day and the day asked for."""
        return False


@attrs.frozen(kw_only=True)
class Within(Payload):
    """A measure lies in a band: ``exactly``, or ``at_least`` and ``at_most``, or a parameter that holds a band.

    A text may leave a choice: 200 to 300 households *or* about 1,000 residents. Then the others stand in
    ``alternatives``, each with a band of its own, and so many of all of them as ``needed`` says must hold. One that is
    not known leaves the answer open only where it could change it.

    Attributes:
        of: The measure.
        exactly: The parameter with the one number it may be.
        at_least: The parameter with the least it may be.
        at_most: The parameter with the most it may be.
        band: The parameter that holds a band.
        alternatives: Other measures in their bands, without alternatives of their own.
        needed: The parameter that says how many of this and the alternatives must hold; one where none is named.

    Raises:
        InvalidValueError: The bounds are given in none of these ways, or in several; an alternative is no such norm or
            has alternatives; ``needed`` is given and there is none.
    """

    of: Measure
    exactly: str | None = None
    at_least: str | None = None
    at_most: str | None = None
    band: str | None = None
    alternatives: tuple[Within, ...] = ()
    needed: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse bounds that say nothing, or two things, and a choice within a choice."""
        ways = {"exactly": self.exactly, "band": self.band, "at_least, at_most": self.at_least or self.at_most}
        given = [way for way, name in ways.items() if name]
        if len(given) != 1:
            raise InvalidValueError(both("within.bounds", given="; ".join(given) or "-"), *given)
        for other in self.alternatives:
            if not isinstance(other, Within) or other.alternatives:
                raise InvalidValueError(both("within.alternative", value=repr(other)), other)
        if self.needed and not self.alternatives:
            raise InvalidValueError(both("within.needed", name=self.needed), self.needed)

    def figures(self) -> tuple[str, ...]:
        """Name the parameters of the bounds, and how many must hold."""
        own = (self.exactly, self.at_least, self.at_most, self.band, self.needed)
        return (*filter(None, own), *(name for other in self.alternatives for name in other.figures()))


@attrs.frozen
class Related(Payload):
    """A set relates to others: values found elsewhere (joined), or the codes a parameter lists."""

    left: Values
    how: Relation
    right: str | tuple[Values, ...]

    def figures(self) -> tuple[str, ...]:
        """Name the parameter that lists the codes, if one does."""
        return (self.right,) if isinstance(self.right, str) else ()


@attrs.frozen
class AllEqual(Payload):
    """A column has one value over all rows picked."""

    of: Values


@attrs.frozen(kw_only=True)
class Divided(Payload):
    """Parts divide a whole: every member of ``whole`` stands in exactly one part, no part is empty."""

    whole: Values
    into: Selector
    members: Values


@attrs.frozen
class SameEnd(Payload):
    """Two paths from the subject end at one place."""

    one: Selector
    other: Selector


@attrs.frozen
class CompleteChain(Payload):
    """From the subject up to the root, the levels are those a parameter lists, from the subject's own up."""

    levels: str

    def figures(self) -> tuple[str, ...]:
        """Name the parameter that lists the levels."""
        return (self.levels,)


@attrs.frozen
class Enumerated(Payload):
    """A list said to have so many members has no more; with fewer known, it is UNKNOWN which are missing."""

    of: Values
    size: str

    def figures(self) -> tuple[str, ...]:
        """Name the parameter that gives the size."""
        return (self.size,)


@attrs.frozen(kw_only=True)
class Norm:
    """What must hold for each subject of a scope.

    Attributes:
        code: Two letters and a number; never changes meaning, never used again once retired.
        scope: The subjects.
        payload: What must hold; its type is the kind of norm.
        modality: How strongly it binds.
        text: The norm in words.
        basis: Where it was read.
        item: The catalogue item it expresses.
        start: First day in force; ``None`` when the source gives none.
        end: First day no longer in force.
        waivable: Whether a recorded waiver may lift a MUST; other modalities are always waivable.
        entrenched: The instrument that lays it down, where only a higher one may change it.

    Raises:
        InvalidValueError: The period holds no day.
    """

    code: str = attrs.field(validator=check_id)
    scope: Selector
    payload: Payload
    modality: Modality
    text: Text
    basis: Basis
    item: str = ""
    start: date | None = None
    end: date | None = None
    waivable: bool = False
    entrenched: Instrument | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a period that holds no day."""
        Period(self.start, self.end)

    def in_force(self, on: date) -> bool:
        """Tell whether the norm is in force on a day."""
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)

    def parameters(self) -> tuple[str, ...]:
        """Name the parameters it rests on, those in its conditions too."""
        named = (*self.payload.figures(), *_in_conditions(self.scope), *_in_conditions(self.payload))
        return tuple(dict.fromkeys(named))


def _in_conditions(held: object) -> Iterator[str]:
    """Yield the parameters named by conditions, however deep inside."""
    inner: Iterable[object] = ()
    if isinstance(held, ParamRef):
        yield held.id
    elif isinstance(held, tuple):
        inner = cast("tuple[object, ...]", held)
    else:
        inner = (getattr(held, attribute.name) for attribute in getattr(held, "__attrs_attrs__", ()))
    for part in inner:
        yield from _in_conditions(part)


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
