"""Remedies: the least that would have to be otherwise for a request to be admitted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

import attrs

from pbgov.base import FrozenMap, Lang, both, say
from pbgov.errors import InvalidValueError
from pbgov.rules._expr import Cmp, Expr, FieldRef, In, Lit, Value, parts
from pbgov.rules._fields import Field
from pbgov.rules._linear import linear
from pbgov.rules._program import Outcome

if TYPE_CHECKING:
    from pbgov.rules._decide import Decision, Obligation
    from pbgov.rules._resolved import ResolvedPack

Values: TypeAlias = dict[str, Value]
_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class Remedy:
    """What would have a request admitted.

    Attributes:
        day: The pack on the day of the decision.
        changes: The new value of each field that has to change.
        obligations: What has to be moved then.
        facts: The facts with both done; they are decided as ADMITTED.
    """

    day: ResolvedPack
    changes: FrozenMap[str, Value]
    obligations: tuple[Obligation, ...]
    facts: FrozenMap[str, Value | None]

    def in_(self, lang: Lang) -> str:
        """Say it in one sentence."""
        told = [
            say("remedy.change", lang, fact=self.day.label(n), value=self.day.said(n, v, lang))
            for n, v in self.changes.items()
        ]
        told += [obligation.in_(lang) for obligation in self.obligations]
        return say("remedy.join", lang).join(told)


def remedies(decision: Decision, limit: int) -> tuple[Remedy, ...]:
    """Search for the remedies of a decision: the fewest changes first, none that holds another."""
    if type(limit) is not int or limit < 0:
        raise InvalidValueError(both("count.negative", name="limit", value=repr(limit)), limit)
    if decision.outcome is Outcome.ADMITTED or None in decision.values:
        return ()
    search = _Search(decision.day)
    start: Values = {name: value for name, value in decision.facts.items() if value is not None}
    found: dict[frozenset[str], dict[tuple[object, ...], Remedy]] = {}
    for size in range(limit + 1):
        for remedy in search.within(start, frozenset(), size):
            changed = frozenset(remedy.changes)
            if len(changed) == size and not any(less < changed for less in found):
                codes = tuple(value for value in remedy.changes.values() if isinstance(value, str | tuple))
                found.setdefault(changed, {}).setdefault(codes, remedy)
    return tuple(remedy for several in found.values() for remedy in several.values())


@attrs.frozen
class _Search:
    """Looks for changes: each has to touch a rule that stands in the way, so no other field is tried."""

    day: ResolvedPack

    def within(self, values: Values, changed: frozenset[str], left: int) -> Iterator[Remedy]:
        """Yield remedies by at most ``left`` more changes, small ones first."""
        program, bits = self.day.program, self._standing(values)
        blocked = [bits]
        if program.outcome(bits) in {Outcome.ADMITTED, Outcome.CONDITIONAL}:
            owed = self.day.decide(values).obligations
            facts = self._moved(values, owed)
            after = self.day.standing(tuple(facts.values()))
            if program.outcome(after) is Outcome.ADMITTED:
                changes = FrozenMap({name: values[name] for name in self.day.fields if name in changed})
                yield Remedy(day=self.day, changes=changes, obligations=owed, facts=facts)
                return
            blocked.append(after)  # what is moved may meet a ban
        for name in dict.fromkeys(name for one in blocked for name in self._in_the_way(one)) if left else ():
            declared = self.day.fields[name]
            if declared.actionable and name not in changed:
                for value in self._candidates(declared, values):
                    yield from self.within(values | {name: value}, changed | {name}, left - 1)

    def _standing(self, values: Values) -> int:
        return self.day.standing(tuple(values[name] for name in self.day.fields))

    def _moved(self, values: Values, owed: Iterable[Obligation]) -> FrozenMap[str, Value | None]:
        """Raise the fields that count what has come; one that cannot hold so much stays as it is."""
        moved: Values = dict(values)
        for one in owed:
            move = one.rule.obligation
            if move is not None and move.into is not None and one.amount is not None:
                raised = max(moved[move.into], _sum(values[move.into], one.amount), key=_whole)
                moved[move.into] = raised if self.day.fields[move.into].takes(raised) else moved[move.into]
        return FrozenMap({name: moved[name] for name in self.day.fields})

    def _in_the_way(self, bits: int) -> tuple[str, ...]:
        """Name the fields of the rules that have to stand otherwise: a ban, all permits, or what is required."""
        program = self.day.program
        active = program.active(bits)
        if active & program.forbids:
            guilty = active & program.forbids & -(active & program.forbids)  # one ban at a time
        elif not active & program.permits:
            guilty = program.permits
        else:
            guilty = active & program.requires
        rules = [rule for i, rule in enumerate(self.day.rules) if guilty >> i & 1]
        return tuple(dict.fromkeys(name for rule in rules for name in rule.fields))

    def _candidates(self, declared: Field, values: Values) -> list[Value]:
        """Give the values that the rules name for a field or that it declares, the nearest to the present one first."""
        now = values[declared.name]
        if declared.kind == "bool":
            return [not now]
        found: set[Value] = set(declared.options) if declared.kind == "code" else set()
        for one in self.day.program.clauses:
            for tree in (one.speaks, one.lifted):
                for part in parts(tree):
                    found |= set(_named(part, declared, values))
        kept = [value for value in found if declared.takes(value) and value != now]
        return sorted(kept, key=lambda value: _distance(value, now))


def _named(part: Expr, declared: Field, values: Values) -> Iterator[Value]:
    """Yield the values of a field at which a comparison turns."""
    ref = FieldRef("", declared.name)
    match part:
        case Cmp(_, left, right) if declared.kind == "int":
            yield from _turning(left, right, declared.name, values)
        case Cmp(_, left, right) if ref in (left, right):
            other = right if left == ref else left
            value = (
                other.value if isinstance(other, Lit) else values[other.name] if isinstance(other, FieldRef) else None
            )
            if isinstance(value, date):
                yield from (value - _DAY, value, value + _DAY) if date.min < value < date.max else (value,)
            elif value is not None:
                yield value
        case In(item, Lit(tuple(options))) if item == ref:
            yield from options
        case In(Lit(str(code)), options) if options == ref:
            held = values[declared.name]
            if isinstance(held, tuple):
                yield tuple(one for one in held if one != code) if code in held else (*held, code)
        case _:
            return


def _turning(left: Expr, right: Expr, name: str, values: Values) -> Iterator[int]:
    one, other = linear(left), linear(right)
    if one is None or other is None:
        return
    whole = one.plus(other, -1)
    factor = dict(whole.factors).get(name, 0)
    if factor:
        numbers = {key: value for key, value in values.items() if isinstance(value, int)}
        here = numbers[name] - whole.at(numbers) // factor
        yield from (here - 1, here, here + 1)


def _sum(value: Value, amount: int) -> Value:
    return value + amount if isinstance(value, int) else value


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _distance(value: Value, now: Value) -> tuple[int, str]:
    """How far a value is from the present one; of two that are as far the lower comes first, in every process."""
    if isinstance(value, date) and isinstance(now, date):
        return abs((value - now).days), value.isoformat()
    if isinstance(value, int) and isinstance(now, int):
        return abs(value - now), "over" if value > now else ""
    return 0, str(value)
