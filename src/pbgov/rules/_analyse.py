"""Static analysis: what is wrong with the rules of a pack, proven without a request at hand.

Every rule becomes a set of cells, one whole number; a question is a few operations on such numbers. What is found
is shown by a request that is decided again; where such a request cannot be built, nothing is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from pbgov.base import Modality
from pbgov.rules._cells import Space, Vocabulary
from pbgov.rules._expr import Cmp, Expr, FieldRef, In, Lit, ParamRef, Value, parts
from pbgov.rules._flaws import Defect, Flaw
from pbgov.rules._fold import all_of, any_of, fold, negated
from pbgov.rules._kleene import evaluate, holds
from pbgov.rules._program import Clause, Outcome, State
from pbgov.rules._resolved import ResolvedPack
from pbgov.rules._rule import Effect, Rule
from pbgov.rules._witness import Search, find
from pbgov.rules._words import Words

Pair: TypeAlias = tuple[Rule, Clause]
MOST_CELLS: Final = 1 << 18
_ENOUGH_CELLS: Final = 1 << 14  # when looking at the neighbours of one rule among many


@attrs.frozen
class DayAnalysis:
    """The rules of one day under analysis."""

    day: ResolvedPack
    pairs: tuple[Pair, ...]
    words: Vocabulary
    _found: dict[tuple[Expr, ...], Search] = attrs.field(factory=dict["tuple[Expr, ...]", "Search"], init=False)

    @classmethod
    def of(cls, day: ResolvedPack) -> DayAnalysis:
        """Put the rules of a day in order, but for those that rest on a figure without a value."""
        pairs = tuple(pair for pair in zip(day.rules, day.program.clauses, strict=True) if _settled(pair[1]))
        return cls(day, pairs, Vocabulary(day.fields))

    @cached_property
    def by_field(self) -> Mapping[str, tuple[Pair, ...]]:
        """The rules that ask for each field."""
        held: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            for name in pair[0].fields:
                held[name].append(pair)
        return {name: tuple(found) for name, found in held.items()}

    def without(self, names: Collection[str]) -> DayAnalysis:
        """Leave rules out."""
        return attrs.evolve(self, pairs=tuple(pair for pair in self.pairs if pair[0].id not in names))

    def space(self, *trees: Expr) -> Space:
        """Give the space that conditions cut."""
        return Space.over(trees, self.words)

    def find(self, *conditions: Expr) -> Search:
        """Look for a request for which all conditions hold."""
        if conditions not in self._found:
            space = self.space(*conditions)
            fits = space.size <= MOST_CELLS
            cells = space.cells(all_of(*conditions)) if fits else 0
            self._found[conditions] = find(space, cells, conditions) if fits else Search(None, none_exists=False)
        return self._found[conditions]

    def near(self, pair: Pair, among: Sequence[Effect]) -> tuple[Pair, ...]:
        """Give the rules of some effects that share a field with one, those that ask least beside it first."""
        own = set(pair[0].fields)
        found: dict[str, Pair] = {}
        for name in own:
            for other in self.by_field.get(name, ()):
                if other[0].effect in among and other[0].id != pair[0].id:
                    found[other[0].id] = other
        return tuple(sorted(found.values(), key=lambda other: (len(set(other[0].fields) - own), other[0].id)))

    def covered(self, one: Expr, others: Sequence[tuple[str, Expr]]) -> tuple[str, ...] | None:
        """Name the conditions that hold, one or another, wherever this one does; ``None`` when some request escapes."""
        shown = self.find(one).facts
        if shown is None or not any(holds(condition, shown.get) for _, condition in others):
            return None
        kept: list[tuple[str, Expr]] = []
        space = self.space(one)
        for name, condition in others:
            wider = self.space(one, *(tree for _, tree in kept), condition)
            if wider.size <= _ENOUGH_CELLS:
                kept.append((name, condition))
                space = wider
        left = space.cells(one)
        used: list[str] = []
        for name, condition in kept:
            rest = left & ~space.cells(condition)
            if rest != left:
                used.append(name)
                left = rest
        escaping = (one, *(negated(condition) for _, condition in kept))
        if left and not find(space, left, escaping).none_exists:
            return None
        return tuple(used) or None


def _settled(one: Clause) -> bool:
    return not any(isinstance(part, ParamRef) for tree in (one.speaks, one.lifted) for part in parts(tree))


def of_day(day: ResolvedPack) -> Iterator[Defect]:
    """Yield what is wrong with the rules in force on a day; what its witness does not show is dropped."""
    yield from (defect for defect in _suspected(day) if shows(day, defect))


def _suspected(day: ResolvedPack) -> Iterator[Defect]:
    analysis = DayAnalysis.of(day)
    idle = {pair[0].id: flaw for pair in analysis.pairs for flaw in _alone(analysis, pair)}
    yield from idle.values()
    analysis = analysis.without(idle)  # what follows from one flaw is not reported again
    for pair in analysis.pairs:
        yield from _exceptions(analysis, pair)
        yield from _hollow(analysis, pair)
        yield from _among_others(analysis, pair)
    yield from _never_both_met(analysis)
    yield from _gaps(analysis)


def _defect(analysis: DayAnalysis, flaw: Flaw, pair: Pair, **more: object) -> Defect:
    arguments: dict[str, object] = {"on": analysis.day.on, **more}
    return Defect(flaw=flaw, subject=pair[0].id, **arguments)  # type: ignore[arg-type] # the attributes of a defect


def _alone(analysis: DayAnalysis, pair: Pair) -> Iterator[Defect]:
    """Yield what makes a rule idle by itself: it never speaks, is always lifted, or can never be met."""
    rule, one = pair
    if analysis.find(one.speaks).none_exists:
        words = Words(analysis.day.fields, analysis.day.value, one.speaks)
        yield _defect(analysis, Flaw.DEAD, pair, detail=words)
    elif one.lifted != Lit(value=False) and analysis.find(one.speaks, negated(one.lifted)).none_exists:
        witness = analysis.find(one.speaks).facts
        if witness is not None:
            yield _defect(analysis, Flaw.ALWAYS_LIFTED, pair, witness=witness)
    elif rule.effect is Effect.REQUIRE and analysis.find(any_of(negated(one.speaks), one.lifted)).none_exists:
        witness = analysis.find(one.speaks).facts
        if witness is not None:
            yield _defect(analysis, Flaw.UNMEETABLE, pair, witness=witness)


def _exceptions(analysis: DayAnalysis, pair: Pair) -> Iterator[Defect]:
    """Yield exceptions that never lift the rule, and a ban in principle that has none."""
    rule, one = pair
    for exception in rule.unless:
        tree = fold(exception, analysis.day.value)
        if analysis.find(one.speaks, tree).none_exists:
            words = Words(analysis.day.fields, analysis.day.value, tree)
            witness = analysis.find(one.speaks).facts
            yield _defect(analysis, Flaw.IDLE_EXCEPTION, pair, witness=witness, detail=words)
    if rule.effect is Effect.FORBID and rule.modality is Modality.IN_PRINCIPLE and not rule.unless:
        witness = analysis.find(one.speaks).facts
        if witness is not None:
            yield _defect(analysis, Flaw.ABSOLUTE_PRINCIPLE, pair, witness=witness)


def _hollow(analysis: DayAnalysis, pair: Pair) -> Iterator[Defect]:
    """Yield an obligation that, once done, leaves the requirement unmet."""
    rule, one = pair
    move = rule.obligation
    if move is None or move.into is None:
        return
    facts = analysis.find(one.active).facts
    if facts is None:
        return
    amount = evaluate(move.amount, facts.get, analysis.day.value)
    now = facts[move.into]
    if isinstance(amount, int) and isinstance(now, int):
        moved: dict[str, Value] = dict(facts) | {move.into: now + max(amount, 0)}
        if holds(one.active, moved.get) and analysis.day.fields[move.into].takes(moved[move.into]):
            yield _defect(analysis, Flaw.HOLLOW_OBLIGATION, pair, witness=facts, detail=move.into)


def _among_others(analysis: DayAnalysis, pair: Pair) -> Iterator[Defect]:
    """Yield what makes a rule idle beside others: a ban that speaks for the same, bans that cover it, rules like it."""
    rule, one = pair
    if rule.effect is not Effect.FORBID:
        bans = [(other.id, its.active) for other, its in analysis.near(pair, (Effect.FORBID,))]
        covering = analysis.covered(one.active, bans)
        if covering:
            witness = analysis.find(one.active).facts
            same = [name for name in covering if _same(analysis, one.active, dict(bans)[name])]
            flaw = Flaw.CONFLICT if same and rule.effect is Effect.PERMIT else Flaw.SHADOWED
            others = tuple(same[:1]) if flaw is Flaw.CONFLICT else covering
            if witness is not None:
                yield _defect(analysis, flaw, pair, others=others, witness=witness)
            return
    alike = [(other, its) for other, its in analysis.near(pair, (rule.effect,)) if _owes_the_same(rule, other)]
    covering = analysis.covered(one.active, [(other.id, its.active) for other, its in alike])
    if covering:  # of two rules that say the same, the later is the one too many
        order = {other.id: i for i, (other, _) in enumerate(analysis.pairs)}
        likes = [
            (other.id, its.active)
            for other, its in alike
            if order[other.id] < order[rule.id] or not _same(analysis, one.active, its.active)
        ]
        covering = analysis.covered(one.active, likes)
    witness = analysis.find(one.active).facts if covering else None
    if covering and witness is not None:
        yield _defect(analysis, Flaw.REDUNDANT, pair, others=covering, witness=witness)


def _owes_the_same(rule: Rule, other: Rule) -> bool:
    return rule.obligation == other.obligation


def _same(analysis: DayAnalysis, one: Expr, other: Expr) -> bool:
    if one == other:
        return True
    escapes = (analysis.find(one, negated(other)), analysis.find(other, negated(one)))
    return all(search.none_exists for search in escapes)


def _never_both_met(analysis: DayAnalysis) -> Iterator[Defect]:
    """Yield pairs of requirements that no request meets at once."""
    demands = [pair for pair in analysis.pairs if pair[0].effect is Effect.REQUIRE]
    for (rule, one), (other, its) in combinations(demands, 2):
        if not set(rule.fields) & set(other.fields):
            continue
        met, also = negated(one.active), negated(its.active)
        if not analysis.find(met, also).none_exists:
            continue
        witness = analysis.find(met).facts
        if witness is not None and analysis.find(also).facts is not None:
            yield _defect(analysis, Flaw.CONFLICT, (rule, one), others=(other.id,), witness=witness)


def _gaps(analysis: DayAnalysis) -> Iterator[Defect]:
    """Yield declared codes for which nothing is ever permitted, and that no rule forbids outright."""
    permits = [its for rule, its in analysis.pairs if rule.effect is Effect.PERMIT]
    if len(permits) < analysis.day.program.permits.bit_count():
        return  # one that rests on a figure to come may permit it
    every = [its.active for rule, its in analysis.pairs if rule.effect is Effect.FORBID]
    asked = {part.name for its in permits for tree in (its.speaks, its.lifted) for part in _code_refs(tree)}
    for name, declared in analysis.day.fields.items():
        if name not in asked or declared.kind != "code":
            continue
        near = [its.active for rule, its in analysis.by_field.get(name, ()) if rule.effect is Effect.FORBID]
        for option in declared.options:
            chosen = Cmp("==", FieldRef("", name), Lit(option))
            permitted = not all(analysis.find(chosen, its.active).none_exists for its in permits)
            banned = any(analysis.find(chosen, negated(ban)).none_exists for ban in near)
            if permitted or banned:
                continue
            free = (analysis.find(chosen, negated(any_of(*some))).facts for some in (every, near))
            witness = next((facts for facts in free if facts is not None), None)
            if witness is not None:
                on = analysis.day.on
                yield Defect(flaw=Flaw.GAP, subject=name, on=on, witness=witness, detail=option)


_SHOWN: Final[Mapping[Flaw, tuple[State, ...]]] = MappingProxyType(
    {
        Flaw.ALWAYS_LIFTED: (State.LIFTED,),
        Flaw.IDLE_EXCEPTION: (State.ACTIVE, State.LIFTED),
        Flaw.REDUNDANT: (State.ACTIVE,),
        Flaw.SHADOWED: (State.ACTIVE,),
        Flaw.UNMEETABLE: (State.ACTIVE,),
        Flaw.HOLLOW_OBLIGATION: (State.ACTIVE,),
        Flaw.ABSOLUTE_PRINCIPLE: (State.ACTIVE,),
    }
)


def shows(day: ResolvedPack, defect: Defect) -> bool:
    """Decide the witness of a defect again, and tell whether it shows the flaw; without one there is nothing to."""
    if defect.witness is None:
        return True
    decision = day.decide(defect.witness)
    states = {reason.rule.id: reason.state for reason in decision.reasons}
    others = [states[name] for name in defect.others if name in states]
    match defect.flaw:
        case Flaw.GAP:
            return decision.outcome is Outcome.NOT_ADMITTED and defect.witness[defect.subject] == defect.detail
        case Flaw.CONFLICT:  # a permit and a ban both speak, or of two requirements one is met and the other not
            permit = any(rule.id == defect.subject and rule.effect is Effect.PERMIT for rule in day.rules)
            return (states[defect.subject] is State.ACTIVE) is permit and others == [State.ACTIVE]
        case Flaw.REDUNDANT if State.ACTIVE not in others:
            return False
        case Flaw.SHADOWED if decision.outcome is not Outcome.FORBIDDEN:
            return False
        case _:
            return states[defect.subject] in _SHOWN[defect.flaw]


def _code_refs(tree: Expr) -> Iterable[FieldRef]:
    for part in parts(tree):
        match part:
            case (
                Cmp(_, FieldRef() as ref, Lit(str())) | Cmp(_, Lit(str()), FieldRef() as ref) | In(FieldRef() as ref, _)
            ):
                yield ref
            case _:
                continue
