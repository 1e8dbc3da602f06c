"""A pack on one day: what is in force, every figure with its value, and the functions generated from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any, cast

import attrs

from pbgov.base import Lang, Text, both, term
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._batch import Batch
from pbgov.rules._columns import ColumnDecisions, decide_columns
from pbgov.rules._compile import bits_function, outcome_function
from pbgov.rules._completions import ruled_out
from pbgov.rules._decide import Decision, Facts
from pbgov.rules._expr import Expr, ParamRef, Value, parts, plain
from pbgov.rules._fields import Field
from pbgov.rules._norms import Norm
from pbgov.rules._parameters import Dated, Figure, Parameter, as_value
from pbgov.rules._program import Outcome, Program, clause
from pbgov.rules._rule import Rule
from pbgov.rules._words import said_value

if TYPE_CHECKING:
    from pbgov.rules._pack import RulePack


@attrs.frozen(kw_only=True)
class ResolvedPack:
    """A pack on one day: only what is in force, every parameter with its value.

    Attributes:
        pack: The pack.
        on: A day on which the pack stands as it does here; one of a span of days without a change.
    """

    pack: RulePack
    on: date

    def __reduce__(self) -> tuple[Callable[..., ResolvedPack], tuple[RulePack, date]]:
        """Pickle the pack and the day; what is generated is generated again."""
        return resolved_again, (self.pack, self.on)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The fields of the pack by name, in their order."""
        return {declared.name: declared for declared in self.pack.fields}

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in force."""
        return tuple(rule for rule in self.pack.rules if rule.in_force(self.on))

    @cached_property
    def norms(self) -> tuple[Norm, ...]:
        """The norms in force."""
        return tuple(norm for norm in self.pack.norms if norm.in_force(self.on))

    @cached_property
    def program(self) -> Program:
        """The rules in force as clauses over facts."""
        return Program.of(clause(rule, self.value) for rule in self.rules)

    @cached_property
    def _parameters(self) -> Mapping[str, Parameter]:
        return {parameter.id: parameter for parameter in self.pack.parameters}

    def dated(self, name: str) -> Dated | None:
        """Give the value of a parameter with its basis; ``None`` when none is in force yet."""
        return self._parameter(name).at(self.on)

    def figure(self, name: str) -> Figure | None:
        """Give the value of a parameter; ``None`` when none is in force or it is still wanted."""
        dated = self.dated(name)
        return dated.value if dated else None

    def value(self, name: str) -> Value | None:
        """Give the value of a parameter as conditions see it; ``None`` when it has none that they can take."""
        return as_value(self.figure(name))

    def unit(self, name: str) -> Text:
        """Give the unit of a parameter."""
        return self._parameter(name).unit

    def label(self, name: str) -> Text:
        """Give what a person calls a field or a parameter."""
        if name in self.fields:
            return self.fields[name].label
        return self._parameters[name].name() if name in self._parameters else term(name)

    def said(self, name: str, value: Value, lang: Lang) -> str:
        """Say a value of a field, a whole number in the unit of the field."""
        return said_value(value, lang, self.fields[name].unit if name in self.fields else None)

    def _parameter(self, name: str) -> Parameter:
        if name not in self._parameters:
            raise UnknownIdError(both("parameter.unknown", name=name), name)
        return self._parameters[name]

    def decide(self, facts: Facts | object) -> Decision:
        """Decide a request by the rules in force.

        Args:
            facts: A mapping by field, or an object that has the fields as attributes; a fact that is left out or
                ``None`` is missing.

        Raises:
            UnknownIdError: A mapping names a fact that the pack has no field for.
            InvalidValueError: A fact is not of the kind or in the range of its field, or this is no request at all.
        """
        return self._deciding(facts)

    @cached_property
    def outcome(self) -> Callable[[Facts | object], Outcome]:
        """The function from a request to its outcome alone: the fastest reading.

        It checks each fact that it reads, and it reads no more than it needs.
        """
        if self._unsettled:
            return self._outcome_slowly
        by_attribute = cache(partial(outcome_function, self.program, self.fields, "attribute", self._outcome_slowly))
        careful = partial(_by_its_type, by_attribute, self._outcome_slowly)
        return outcome_function(self.program, self.fields, "key", careful)

    def batch(self, requests: Iterable[Facts | object]) -> Batch:
        """Decide many requests; the decisions are made one by one when they are asked for.

        Args:
            requests: Each as ``decide`` takes it. They are kept as they are and must not change afterwards.

        Raises:
            UnknownIdError: As ``decide`` does, with the number of the row.
            InvalidValueError: As ``decide`` does, with the number of the row.
        """
        return Batch.of(self, requests, self._standing)

    def columns(self, columns: Mapping[str, Any]) -> ColumnDecisions:
        """Decide whole columns at once, by the operators of the arrays themselves.

        Args:
            columns: For each field that a rule in force asks for, an array of numpy, or a series of pandas or polars
                (of a data frame, ``dict(frame)`` in pandas, ``frame.to_dict()`` in polars);
                for a set of codes, a mapping from each code to a column of booleans. Codes of a field with options
                may be given as whole numbers, by their positions in the options, which is many times faster than words.
                Days are ``datetime64[D]`` of numpy, ``Date`` of polars, or Python's. All are of one
                library, their rows lie side by side, and nothing may be missing.

        Raises:
            UnknownIdError: A column is missing, or is named that the pack has no field for.
            InvalidValueError: A column is not of the kind, in the range or among the options of its field, or is longer
                than another; arithmetic could leave 64 bits, or a parameter has no value on the day.
        """
        return decide_columns(self, columns)

    def known(self, facts: Facts | object) -> tuple[Value | None, ...]:
        """Give the facts of a request in the order of the fields, checked one by one; ``None`` where one is missing.

        Raises:
            UnknownIdError: A mapping names a fact that the pack has no field for.
            InvalidValueError: A fact is unsound, or this is no request at all.
        """
        return tuple(self._checked(declared, value) for declared, value in self._read(facts))

    def standing(self, values: tuple[Value | None, ...]) -> int:
        """Tell how each rule stands towards sound facts, as bits."""
        if None not in values and not self._unsettled:
            settled: int = self._core(*values)
            return settled
        facts = dict(zip(self.fields, values, strict=True))
        bits = self.program.bits(facts.get)
        possible = self.program.outcomes(bits)
        return bits if len(possible) == 1 else self.program.without(bits, ruled_out(self, facts, possible))

    @cached_property
    def on_columns(self) -> dict[tuple[str, frozenset[str]], Callable[..., tuple[Any, ...]]]:
        """The functions generated for columns so far: what they give, and which codes come as positions."""
        return {}

    @cached_property
    def _core(self) -> Callable[..., int]:
        return bits_function(self.program, self.fields, "argument", self._standing_slowly)

    @cached_property
    def _unsettled(self) -> bool:
        """Whether a rule rests on a parameter without a value on the day."""
        return any(_rests_on_nothing(tree) for one in self.program.clauses for tree in (one.speaks, one.lifted))

    @cached_property
    def _deciding(self) -> Callable[[Any], Decision]:
        return self._generated(self._decide_slowly, partial(Decision, self))

    @cached_property
    def _standing(self) -> Callable[[Any], int]:
        return self._generated(self._standing_slowly, None)

    def _generated(
        self, slowly: Callable[[Any], Any], answer: Callable[[tuple[Value, ...], int], Any] | None
    ) -> Callable[[Any], Any]:
        """Generate a function over all facts: by key, and by attribute for what is no mapping."""
        if self._unsettled:
            return slowly
        by_attribute = cache(partial(bits_function, self.program, self.fields, "attribute", slowly, answer))
        return bits_function(self.program, self.fields, "key", partial(_by_its_type, by_attribute, slowly), answer)

    def _decide_slowly(self, facts: Facts | object) -> Decision:
        values = self.known(facts)
        return Decision(self, values, self.standing(values))

    def _standing_slowly(self, facts: Facts | object) -> int:
        return self.standing(self.known(facts))

    def _outcome_slowly(self, facts: Facts | object) -> Outcome:
        return self.program.outcome(self._standing_slowly(facts))

    def _read(self, facts: Facts | object) -> Iterable[tuple[Field, object]]:
        if isinstance(facts, Mapping):
            given = cast("Mapping[str, object]", facts)
            unknown = sorted(str(name) for name in given if name not in self.fields)
            if unknown:
                raise UnknownIdError(both("field.unknown", name=", ".join(unknown)), *unknown)
            return [(declared, given.get(name)) for name, declared in self.fields.items()]
        if self.fields and not any(hasattr(facts, name) for name in self.fields):
            raise InvalidValueError(both("fact.request", value=repr(facts)), facts)
        return [(declared, getattr(facts, name, None)) for name, declared in self.fields.items()]

    def _checked(self, declared: Field, value: object) -> Value | None:
        if value is not None and not declared.takes(value):
            raise declared.refuse(value)
        return None if value is None else plain(cast("Value", value))


def resolved_again(pack: RulePack, on: date) -> ResolvedPack:
    """Give a pickled pack on its day."""
    return pack.at(on)


def _by_its_type(by_attribute: Callable[[], Callable[[Any], Any]], slowly: Callable[[Any], Any], row: object) -> Any:  # noqa: ANN401 - an answer of either
    """Answer for a row that is no sound ``dict``: an object is read by its attributes."""
    return slowly(row) if isinstance(row, Mapping) else by_attribute()(row)


def _rests_on_nothing(tree: Expr) -> bool:
    return any(isinstance(part, ParamRef) for part in parts(tree))
