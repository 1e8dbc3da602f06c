"""Classes with a declared precedence: each member of a branch in one of five categories, each compound in one class.

Definitions overlap: a retired member who works away from home is both. The order of the categories says which
one counts, so everything has at most one class, and exactly one where a default takes the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TypeAlias

import attrs

from pbgov.base import Basis, Lang, Text, both, check_id, say, term
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._decide import Facts
from pbgov.rules._expr import Expr, FieldRef, ParamRef, Value, lift, parts
from pbgov.rules._fields import Field
from pbgov.rules._kleene import Read, holds
from pbgov.rules._parameters import Figure

FigureReader: TypeAlias = Callable[[str], Figure | None]


class Placing(StrEnum):
    """What a classification comes to: one category, none at all, or open for want of a fact."""

    CLASSIFIED = "classified"
    UNCLASSIFIED = "unclassified"
    UNDECIDED = "undecided"


@attrs.frozen
class Category:
    """One category 类别: a code, when it holds, and where its definition was read."""

    code: str = attrs.field(validator=check_id)
    when: Expr = attrs.field(converter=lift)
    basis: Basis


@attrs.frozen(kw_only=True)
class Classified:
    """Where one thing stands.

    Attributes:
        placing: Whether it has a category.
        category: The category; ``None`` unless it is classified.
        others: Lower categories whose definitions are met too.
        possible: For UNDECIDED: the categories it may have, ``None`` among them if it may have none.
        missing: For UNDECIDED: facts, and parameters without a value, that keep a higher category open.
        classification: What it was classified by.
    """

    placing: Placing
    category: str | None
    others: tuple[str, ...]
    possible: tuple[str | None, ...]
    missing: tuple[str, ...]
    classification: Classification

    def explain(self, lang: Lang = "en") -> str:
        """Say the category and why, one sentence a line, each definition with its source."""
        return "\n".join(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        scheme = self.classification
        kept = (("class.by", (self.category,)), ("class.also", self.others), ("class.perhaps", self.possible))
        words = term(self.category) if self.category else ""
        yield say(f"class.{self.placing.value}", lang, category=words, scheme=scheme.text)
        for key, codes in kept:
            found = (category for category in scheme.categories if category.code in codes)
            yield from (say(key, lang, category=term(one.code), basis=one.basis) for one in found)
        if scheme.default is not None and scheme.default in {self.category, *self.possible}:
            yield say("class.default", lang, category=term(scheme.default))
        if self.others or self.possible:
            order = Text(zh=scheme.order("zh"), en=scheme.order("en"))
            yield say("class.precedence", lang, order=order, basis=scheme.basis)
        labels = {field.name: field.label for field in scheme.fields}
        yield from (say("decision.missing", lang, fact=labels.get(name, term(name))) for name in self.missing)


@attrs.frozen(kw_only=True)
class Classification:
    """Categories in the order of their precedence, the highest first.

    Attributes:
        id: Identifier.
        text: What is classified, and how, in words.
        fields: The facts that its conditions may ask for.
        categories: The categories; the first whose condition holds is the one that counts.
        default: The category of what meets no condition; ``None`` leaves it without one.
        basis: Where the order comes from, an assumption where the source gives none.

    Raises:
        InvalidValueError: There is no category, or one twice, or a field twice, or the default is one of those
            with a condition.
        UnknownIdError: A condition asks for a field that is not declared.

    Examples:
        >>> from pbgov.base import Assumption
        >>> from pbgov.rules import field
        >>> age = field("age", "int", Text(zh="年龄", en="age"))
        >>> why = Assumption(Text(zh="示例", en="example"))
        >>> elderly = Classification(
        ...     id="age-groups", text=Text(zh="年龄组", en="age groups"), fields=(age.field,), basis=why,
        ...     categories=(Category("elderly", age >= 85, why),),
        ... )
        >>> elderly.classify({"age": 85}).category, elderly.classify({"age": 84}).placing.value
        ('elderly', 'unclassified')
    """

    id: str = attrs.field(validator=check_id)
    text: Text
    fields: tuple[Field, ...] = attrs.field(converter=tuple[Field, ...])
    categories: tuple[Category, ...] = attrs.field(converter=tuple[Category, ...])
    default: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_id))
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse categories that clash, and conditions on what is not declared."""
        names = [*self.codes(), *(f"field {declared.name}" for declared in self.fields)]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice or not self.categories:
            message = both("table.repeated", ids=", ".join(twice)) if twice else both("class.none", id=self.id)
            raise InvalidValueError(message, *(twice or [self.id]))
        known = {declared.name for declared in self.fields}
        for category in self.categories:
            for node in parts(category.when):
                if isinstance(node, FieldRef) and node.name not in known:
                    raise UnknownIdError(both("class.field", name=node.name, id=self.id), node.name, category.code)

    def codes(self) -> tuple[str, ...]:
        """Name the categories in their order, the default last."""
        return (*(category.code for category in self.categories), *((self.default,) if self.default else ()))

    def order(self, lang: Lang) -> str:
        """Write the order of the categories, the highest first."""
        return " > ".join(term(code).in_(lang) for code in self.codes())

    def classify(self, facts: Facts, *, figures: FigureReader | None = None) -> Classified:
        """Find the category of one thing.

        A missing fact leaves it undecided only if a category above the first that surely holds is open.

        Args:
            facts: The facts by their names; what is left out or ``None`` is missing.
            figures: Gives the figures that conditions name: ``pack.at(on).figure``.

        Raises:
            UnknownIdError: A fact is named that is not declared, or a condition names a parameter that nobody gives.
            InvalidValueError: A fact is not of the kind of its field.
        """
        self._check(facts)
        parameter = _reader(figures)
        answers = [holds(category.when, facts.get, parameter) for category in self.categories]
        sure = [category.code for category, answer in zip(self.categories, answers, strict=True) if answer]
        first = sure[0] if sure else self.default
        above = self._above(answers)
        if above:
            possible = (*(category.code for category in above), first)
            missing = self._missing(above, facts, parameter)
            return self._at(Placing.UNDECIDED, others=tuple(sure[1:]), possible=possible, missing=missing)
        placing = Placing.UNCLASSIFIED if first is None else Placing.CLASSIFIED
        return self._at(placing, category=first, others=tuple(sure[1:]))

    def batch(self, rows: Iterable[Facts], *, figures: FigureReader | None = None) -> tuple[Classified, ...]:
        """Find the category of each of many things, in their order; one that is incomplete spoils no other."""
        return tuple(self.classify(facts, figures=figures) for facts in rows)

    def _check(self, facts: Facts) -> None:
        declared = {one.name: one for one in self.fields}
        for name, value in facts.items():
            if name not in declared:
                raise UnknownIdError(both("class.field", name=name, id=self.id), name)
            if value is not None and not declared[name].takes(value):
                raise declared[name].refuse(value)

    def _above(self, answers: list[bool | None]) -> list[Category]:
        """Give the open categories that stand above the first that surely holds."""
        end = answers.index(True) if True in answers else len(answers)
        return [category for category, answer in zip(self.categories, answers[:end], strict=False) if answer is None]

    def _missing(self, above: list[Category], facts: Facts, parameter: Read) -> tuple[str, ...]:
        nodes = [node for category in above for node in parts(category.when)]
        fields = {node.name for node in nodes if isinstance(node, FieldRef) and facts.get(node.name) is None}
        named = {node.id for node in nodes if isinstance(node, ParamRef) and parameter(node.id) is None}
        return tuple(sorted(fields | named))

    def _at(
        self,
        placing: Placing,
        *,
        category: str | None = None,
        others: tuple[str, ...] = (),
        possible: tuple[str | None, ...] = (),
        missing: tuple[str, ...] = (),
    ) -> Classified:
        return Classified(
            placing=placing,
            category=category,
            others=others,
            possible=possible,
            missing=missing,
            classification=self,
        )


def _reader(figures: FigureReader | None) -> Read:
    """Read figures as conditions do: a band or a cycle is no value of a condition."""

    def read(name: str) -> Value | None:
        if figures is None:
            raise UnknownIdError(both("class.figure", name=name), name)
        figure = figures(name)
        return figure if isinstance(figure, int | str | tuple) else None

    return read
