"""Decisions: may this be admitted, and on what conditions.

The semantics is free of order. Any active FORBID forbids. Without an active PERMIT nothing is admitted
(closed by default). An unmet REQUIRE makes the admission conditional, with the shortfall computed. A missing
fact leaves the outcome undecided only where it can change it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from pbgov.base import HTML, LANGS, PLAIN, Frame, FrozenMap, Lang, Shapes, Shown, columns, say, term
from pbgov.rules._completions import changing
from pbgov.rules._decision_shown import decision_as_html
from pbgov.rules._expr import Expr, FieldRef, ParamRef, Value, parts
from pbgov.rules._kleene import evaluate
from pbgov.rules._program import Outcome, State
from pbgov.rules._rule import Effect, Rule
from pbgov.rules._words import Words

if TYPE_CHECKING:
    from pbgov.rules._remedies import Remedy
    from pbgov.rules._resolved import ResolvedPack

Facts: TypeAlias = Mapping[str, Value | None]


@attrs.frozen
class Reason:
    """One rule and how it stands: active, lifted by an exception, silent, or open for want of a fact."""

    rule: Rule
    state: State

    def in_(self, lang: Lang) -> str:
        """Say it, with the phrase of the source."""
        key = f"reason.{self.rule.effect.value}.{self.state.value}"
        return say(key, lang, rule=self.rule.id, text=self.rule.text, basis=self.rule.basis)


_FORBIDS: Final = frozenset({(Effect.FORBID, State.ACTIVE), (Effect.FORBID, State.LIFTED)})
_PERMITS: Final = frozenset({(Effect.PERMIT, State.ACTIVE), (Effect.PERMIT, State.LIFTED)})
_REQUIRES: Final = frozenset((Effect.REQUIRE, state) for state in State if state is not State.SILENT)
_ADMITTING: Final = _FORBIDS | _PERMITS | _REQUIRES
_TELLING: Final[Mapping[Outcome, frozenset[tuple[Effect, State]]]] = MappingProxyType(
    {
        Outcome.FORBIDDEN: _FORBIDS | _PERMITS,
        Outcome.NOT_ADMITTED: _FORBIDS | frozenset((Effect.PERMIT, state) for state in State),
        Outcome.CONDITIONAL: _ADMITTING,
        Outcome.ADMITTED: _ADMITTING,
        Outcome.UNDECIDED: frozenset((effect, state) for effect in Effect for state in State)
        - {(effect, State.SILENT) for effect in Effect},
    }
)


@attrs.frozen
class Obligation:
    """What must still be done; ``amount`` counts units of the resource, ``None`` while a fact is missing."""

    rule: Rule
    resource: str
    amount: int | None

    def in_(self, lang: Lang) -> str:
        """Say it, with the amount."""
        if self.amount is None:
            return say("obligation.open", lang, text=self.rule.text, resource=term(self.resource))
        return say("obligation.move", lang, text=self.rule.text, resource=term(self.resource), amount=self.amount)


@attrs.frozen(repr=False)
class Decision(Shown):
    """The answer to a request, with everything that led to it, worked out when it is asked for.

    Attributes:
        day: The pack on the day of the decision.
        values: The facts decided on, in the order of the fields of the pack; ``None`` where one is missing.
    """

    day: ResolvedPack
    values: tuple[Value | None, ...]
    _bits: int = attrs.field(eq=False)

    def __repr__(self) -> str:
        """Show the outcome."""
        return f"<Decision {self.outcome.value}: {self.day.pack.id}, {dict(self.facts)}>"

    def __reduce__(self) -> tuple[Callable[..., Decision], tuple[ResolvedPack, dict[str, Value | None]]]:
        """Pickle the pack, the day and the facts; they decide the same again."""
        return decided_again, (self.day, dict(self.facts))

    @property
    def outcome(self) -> Outcome:
        """The answer."""
        return self.day.program.outcome(self._bits)

    @property
    def facts(self) -> FrozenMap[str, Value | None]:
        """The facts decided on, by name; ``None`` where one is missing."""
        return FrozenMap(dict(zip(self.day.fields, self.values, strict=True)))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every rule in force and how it stands, the defeated ones too."""
        return tuple(Reason(rule, self.day.program.state(self._bits, i)) for i, rule in enumerate(self.day.rules))

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """What a CONDITIONAL admission still asks for; what is short, for a rule may be unmet for another reason."""
        return tuple(self._owed()) if self.outcome is Outcome.CONDITIONAL else ()

    def _owed(self) -> Iterator[Obligation]:
        facts = self.facts
        for rule, state in ((reason.rule, reason.state) for reason in self.reasons):
            if rule.obligation is None or state not in {State.ACTIVE, State.OPEN}:
                continue
            amount = evaluate(rule.obligation.amount, facts.get, self.day.value)
            if amount is None or (isinstance(amount, int) and amount > 0):
                yield Obligation(rule, rule.obligation.resource, amount)

    @property
    def missing(self) -> tuple[str, ...]:
        """Facts, and parameters without a value on the day, that are missing and could change the answer."""
        program, outcome = self.day.program, self.outcome
        if outcome not in {Outcome.CONDITIONAL, Outcome.UNDECIDED}:
            return ()
        settled = program.permits if program.active(self._bits) & program.permits else 0
        asked = program.open(self._bits) & ~settled
        trees = [tree for i, rule in enumerate(self.day.rules) if asked >> i & 1 for tree in rule.trees()]
        return changing(self.day, self.facts, _missing(trees, self.facts, self.day))

    def explain(self, lang: Lang = "en") -> str:
        """Say the outcome and why, one sentence a line: the rules that tell, what lifts a ban, what is wanted."""
        return "\n".join([say(f"outcome.{self.outcome.value}", lang), *(line for _, line in self._told(lang))])

    def _told(self, lang: Lang) -> Iterator[tuple[str, str]]:
        """Yield what leads to the outcome, sentence by sentence, each with what it is, a reason for one."""
        telling = _TELLING[self.outcome]
        for reason in self.reasons:
            if (reason.rule.effect, reason.state) in telling:
                yield from (("reason", line) for line in (reason.in_(lang), *self._exceptions(reason, lang)))
        yield from (("obligation", obligation.in_(lang)) for obligation in self.obligations)
        yield from (("missing", say("decision.missing", lang, fact=self.day.label(name))) for name in self.missing)

    def _exceptions(self, reason: Reason, lang: Lang) -> Iterator[str]:
        """Say which exceptions of an active ban would have lifted it."""
        if reason.rule.effect is Effect.FORBID and reason.state is State.ACTIVE:
            for exception in reason.rule.unless:
                words = Words(self.day.fields, self.day.value, exception)
                yield say("reason.exception", lang, rule=reason.rule.id, exception=words)

    def to_columns(self) -> Frame:
        """Give one row a rule in force: what it does, how it stands, and where it was read."""
        return columns(
            self.reasons,
            {
                "rule": lambda reason: reason.rule.id,
                "effect": lambda reason: reason.rule.effect,
                "state": lambda reason: reason.state,
                "text_zh": lambda reason: reason.rule.text.zh,
                "text_en": lambda reason: reason.rule.text.en,
                "basis_zh": lambda reason: reason.rule.basis.in_("zh"),
                "basis_en": lambda reason: reason.rule.basis.in_("en"),
            },
        )

    def _shapes(self) -> Shapes:
        told = {lang: tuple(self._told(lang)) for lang in LANGS}
        return {
            PLAIN: lambda: f"{self.explain('zh')}\n\n{self.explain('en')}",
            HTML: lambda: decision_as_html(self.outcome.value, told["zh"], told["en"]),
        }

    def remedies(self, limit: int = 2) -> tuple[Remedy, ...]:
        """Give the least changes that would have the request admitted, each of them decided again.

        Only fields declared ``actionable`` change, to values that the rules name or the fields declare, and what is
        then required is moved. Of a CONDITIONAL decision the remedy is exactly its obligation. While a fact is missing
        nothing is sought.

        Args:
            limit: How many fields may change at once, beside what is moved; the fewest changes come first.

        Raises:
            InvalidValueError: ``limit`` is no whole number of 0 or more.
        """
        from pbgov.rules._remedies import remedies  # noqa: PLC0415 - it decides again, so it knows decisions

        return remedies(self, limit)


def decided_again(day: ResolvedPack, facts: Facts) -> Decision:
    """Decide the facts of a pickled decision."""
    return day.decide(facts)


def _missing(trees: list[Expr], facts: Facts, day: ResolvedPack) -> tuple[str, ...]:
    """Name the facts that nobody gave, and the parameters that have no value on the day."""
    nodes = [part for tree in trees for part in parts(tree)]
    fields = {node.name for node in nodes if isinstance(node, FieldRef) and facts.get(node.name) is None}
    figures = {node.id for node in nodes if isinstance(node, ParamRef) and day.value(node.id) is None}
    return tuple(sorted(fields | figures))
