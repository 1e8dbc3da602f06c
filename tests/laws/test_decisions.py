"""Laws of decisions: every reading of a rule agrees with its plain meaning, and no text of a user becomes code."""

from __future__ import annotations

import copy
import itertools
import operator
import pickle
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import IntEnum
from types import CodeType, SimpleNamespace
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov import testing as pt
from pbgov.base import Assumption, Text
from pbgov.packs import JIXI
from pbgov.rules import (
    And,
    Arith,
    Cmp,
    Effect,
    Expr,
    Facts,
    Field,
    FieldRef,
    In,
    Lit,
    Move,
    Not,
    Or,
    Outcome,
    ParamRef,
    Rule,
    RulePack,
    State,
    Value,
    field,
    lift,
)
from pbgov.rules._compile import condition_function
from pbgov.testing import decision_rules, facts, rule_packs

ON = date(2030, 1, 1)
WORDS = Text(zh="规则", en="rule")
GROUND = Assumption(WORDS)
FEW = settings(max_examples=60)
CODES = ("party_building", "safety", "service")
JULY = date(2018, 7, 1)
moved, wanted = (field(name, "int", WORDS, low=0) for name in ("moved", "wanted"))
urgent, kinds, day_ = field("urgent", "bool", WORDS), field("kinds", "codes", WORDS), field("day", "date", WORDS)
BENCH = RulePack(
    id="thresholds", title=WORDS, fields=tuple(term.field for term in (moved, wanted, urgent, kinds, day_)),
    rules=(
        Rule(id="F", effect=Effect.FORBID, when=wanted > 40_000, unless=(urgent,), text=WORDS, basis=GROUND),
        Rule(id="P", effect=Effect.PERMIT, when=kinds.has("listed") | (day_ == JULY), text=WORDS, basis=GROUND),
        Rule(id="R", effect=Effect.REQUIRE, when=moved >= wanted, text=WORDS, basis=GROUND),
        Rule(id="S", effect=Effect.REQUIRE, when=moved != wanted, text=WORDS, basis=GROUND),
    ),
)  # fmt: skip
SMALL = (
    Field(name="yes", kind="bool", label=WORDS, actionable=True),
    Field(name="also", kind="bool", label=WORDS, actionable=True),
    Field(name="one", kind="int", label=WORDS, low=0, high=3, actionable=True),
    Field(name="two", kind="int", label=WORDS, low=0, high=3),
    Field(name="code", kind="code", label=WORDS, options=CODES, actionable=True),
)


def per(whole: int, size: int) -> int:
    return sum(1 for _ in range(0, whole, size)) if whole > 0 else -(-whole // size)


COMPARE = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
COMPUTE = {"+": operator.add, "-": operator.sub, "*": operator.mul, "per": per}


def meaning(node: Expr, known: Facts) -> Any:  # noqa: PLR0911 - one answer a kind of node
    """The plain meaning of a tree over facts that are all known, written with Python's own operators."""
    match node:
        case Lit(value):
            return value
        case FieldRef(_, name):
            return known[name]
        case And(inner):
            return all(meaning(part, known) for part in inner)
        case Or(inner):
            return any(meaning(part, known) for part in inner)
        case Not(part):
            return not meaning(part, known)
        case In(item, options):
            return meaning(item, known) in meaning(options, known)
        case Arith(op, left, right):
            one, other = meaning(left, known), meaning(right, known)
            return COMPUTE[op](one, other)
        case Cmp(op, left, right):
            one, other = meaning(left, known), meaning(right, known)
            return COMPARE[op](one, other)
        case ParamRef():
            raise AssertionError(node)


def answer(rules: tuple[Rule, ...], known: Facts) -> Outcome:
    """The answer straight from the words of the semantics."""
    active = {
        rule.effect
        for rule in rules
        if bool(meaning(rule.when, known)) is (rule.effect is not Effect.REQUIRE)
        and not any(meaning(exception, known) for exception in rule.unless)
    }
    if Effect.FORBID in active:
        return Outcome.FORBIDDEN
    if Effect.PERMIT not in active:
        return Outcome.NOT_ADMITTED
    return Outcome.CONDITIONAL if Effect.REQUIRE in active else Outcome.ADMITTED


@st.composite
def small_packs(draw: st.DrawFn) -> RulePack:
    drawn = draw(st.lists(decision_rules(SMALL, timeless=True), min_size=1, max_size=5, unique_by=lambda one: one.id))
    rules = [attrs.evolve(rule, obligation=None) for rule in drawn]
    if draw(st.booleans()):
        one, two = field("one", "int", WORDS), field("two", "int", WORDS)
        owed = Move("staff", two - one, one)
        rules.append(Rule(id="owes", effect=Effect.REQUIRE, when=one >= two, obligation=owed, text=WORDS, basis=GROUND))
    return RulePack(id="small", title=WORDS, fields=SMALL, rules=tuple(rules))


def requests() -> Iterator[dict[str, Value]]:
    domains: tuple[tuple[Value, ...], ...] = ((False, True), (False, True), (0, 1, 2, 3), (0, 1, 2, 3), CODES)
    for values in itertools.product(*domains):
        yield {one.name: value for one, value in zip(SMALL, values, strict=True)}


EVERY = tuple(requests())


class Many(IntEnum):
    NONE = 0
    ONE = 1
    TWO = 2
    THREE = 3


class Word(str):
    __slots__ = ()


def dressed(request: Mapping[str, Value]) -> Iterator[Any]:
    """The same request in every dress: an object, another mapping, values of subclasses."""
    yield SimpleNamespace(**request)
    yield FrozenFacts(request)
    yield {k: Many(v) if type(v) is int else Word(v) if isinstance(v, str) else v for k, v in request.items()}


class FrozenFacts(Mapping[str, Value]):
    def __init__(self, held: Mapping[str, Value]) -> None:
        self.held = dict(held)

    def __getitem__(self, key: str) -> Value:
        return self.held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)


class TestEveryReading:
    @given(pack=small_packs())
    @FEW
    def test_the_outcome_is_that_of_the_words_for_every_request(self, pack: RulePack) -> None:
        day = pack.at(ON)
        wanted = [answer(pack.rules, one) for one in EVERY]
        assert [day.outcome(one) for one in EVERY] == wanted
        assert list(day.batch(EVERY).outcomes) == wanted
        assert [day.decide(one).outcome for one in EVERY[::7]] == wanted[::7]
        assert day.batch(EVERY).tally() == {one: wanted.count(one) for one in Outcome if one in wanted}

    @given(pack=small_packs(), n=st.integers(0, len(EVERY) - 1))
    @FEW
    def test_a_request_may_come_in_any_dress(self, pack: RulePack, n: int) -> None:
        day, request = pack.at(ON), EVERY[n]
        for other in dressed(request):
            assert day.outcome(other) is day.outcome(request)
            assert day.decide(other) == day.decide(request)
            assert day.batch([other, request])[0] == day.decide(request)
            assert dict(day.decide(other).facts) == request

    @given(pack=rule_packs(max_fields=4, min_rules=2, max_norms=0, timeless=True), data=st.data())
    @FEW
    def test_what_is_missing_is_decided_alike_by_all_readings(self, pack: RulePack, data: st.DataObject) -> None:
        known = data.draw(facts(pack))
        day = pack.at(ON)
        decision = day.decide(known)
        assert day.outcome(known) is decision.outcome
        assert day.batch([known]).outcomes == (decision.outcome,)
        whole = {name: known.get(name) for name in day.fields}
        assert day.decide(whole) == decision
        assert pickle.loads(pickle.dumps(decision)) == decision == copy.deepcopy(decision)  # noqa: S301 - our own bytes
        assert hash(day.decide(whole)) == hash(decision)
        if decision.missing:
            assert State.OPEN in {reason.state for reason in decision.reasons}

    @given(pack=small_packs(), data=st.data())
    @FEW
    def test_a_missing_fact_leaves_open_only_what_it_can_change(self, pack: RulePack, data: st.DataObject) -> None:
        request = data.draw(st.sampled_from(EVERY))
        gone = data.draw(st.sets(st.sampled_from([one.name for one in SMALL]), min_size=1, max_size=2))
        known = {name: None if name in gone else value for name, value in request.items()}
        decided = pack.at(ON).outcome(known)
        possible = {
            answer(pack.rules, one)
            for one in EVERY
            if all(one[name] == request[name] for name in one if name not in gone)
        }
        assert decided is (possible.pop() if len(possible) == 1 else Outcome.UNDECIDED)

    @given(pack=small_packs(), data=st.data())
    @FEW
    def test_missing_names_what_can_change_the_answer(self, pack: RulePack, data: st.DataObject) -> None:
        request = data.draw(st.sampled_from(EVERY))
        gone = data.draw(st.sets(st.sampled_from([one.name for one in SMALL]), min_size=1, max_size=3))
        decision = pack.at(ON).decide({name: None if name in gone else value for name, value in request.items()})
        answers = {
            tuple(one[name] for name in sorted(gone)): answer(pack.rules, one)
            for one in EVERY
            if all(one[name] == request[name] for name in one if name not in gone)
        }
        places = {name: place for place, name in enumerate(sorted(gone))}
        changing = {
            name
            for name, place in places.items()
            for one, other in itertools.combinations(answers, 2)
            if answers[one] != answers[other]
            if (one[:place], one[place + 1 :]) == (other[:place], other[place + 1 :])
        }
        if decision.outcome is Outcome.UNDECIDED:
            assert changing <= set(decision.missing) <= gone
        else:
            assert set(answers.values()) == {decision.outcome}


class TestRequests:
    @pytest.mark.parametrize("pack", [JIXI, BENCH], ids=lambda pack: pack.id)
    def test_requests_bring_every_rule_to_every_state_it_can_have(self, pack: RulePack) -> None:
        day, seen = pack.at(ON), set[tuple[str, State]]()

        @given(request=pt.requests(pack, on=ON))
        @settings(max_examples=500, database=None)
        def decide(request: Facts) -> None:
            seen.update((reason.rule.id, reason.state) for reason in day.decide(request).reasons)

        decide()
        assert {(rule.id, state) for rule in day.rules for state in (State.ACTIVE, State.SILENT)} <= seen
        assert {(rule.id, State.LIFTED) for rule in day.rules if rule.unless} <= seen

    @given(data=st.data())
    @FEW
    def test_requests_stand_on_both_sides_of_a_threshold_and_may_lack_facts(self, data: st.DataObject) -> None:
        request = data.draw(pt.requests(BENCH, on=ON, missing=True))
        assert BENCH.at(ON).decide(request).outcome in Outcome


class TestRemedies:
    @given(pack=small_packs(), n=st.integers(0, len(EVERY) - 1), limit=st.integers(0, 2))
    @settings(max_examples=120)
    def test_remedies_are_all_the_least_changes_there_are(self, pack: RulePack, n: int, limit: int) -> None:
        day, request = pack.at(ON), EVERY[n]
        remedies = day.decide(request).remedies(limit)
        for remedy in remedies:
            assert day.outcome(dict(remedy.facts)) is Outcome.ADMITTED
            assert len(remedy.changes) <= limit
            assert all(day.fields[name].actionable for name in remedy.changes)
            into = {one.rule.obligation.into for one in remedy.obligations if one.rule.obligation}
            changed = {**request, **remedy.changes}
            assert {name for name in request if remedy.facts[name] != changed[name]} <= into
        sizes = [len(remedy.changes) for remedy in remedies]
        assert sizes == sorted(sizes)
        wanted = {frozenset(k for k in one if one[k] != request[k]) for one in EVERY if self.admits(pack, one)}
        actionable = {one.name for one in SMALL if one.actionable}
        possible = {names for names in wanted if names <= actionable and len(names) <= limit}
        least = {names for names in possible if not any(other < names for other in possible)}
        if day.outcome(request) is not Outcome.ADMITTED:
            assert {frozenset(remedy.changes) for remedy in remedies} == least

    def admits(self, pack: RulePack, request: Mapping[str, Value]) -> bool:
        """Whether a request is admitted, once what is owed has been moved."""
        decision = pack.at(ON).decide(request)
        moved = dict(request)
        for one in decision.obligations:
            move = one.rule.obligation
            held = moved[move.into] if move and move.into else 0
            if move and move.into and one.amount and isinstance(held, int) and held + one.amount <= 3:
                moved[move.into] = held + one.amount
        return answer(pack.rules, moved) is Outcome.ADMITTED

    @given(pack=small_packs(), n=st.integers(0, len(EVERY) - 1))
    @FEW
    def test_the_remedy_of_a_conditional_is_its_obligation(self, pack: RulePack, n: int) -> None:
        decision = pack.at(ON).decide(EVERY[n])
        if decision.outcome is Outcome.CONDITIONAL and (found := decision.remedies(0)):
            (remedy,) = found
            assert remedy.changes == {}
            assert remedy.obligations == decision.obligations


HOSTILE = (
    "__import__('os').abort()", 'a"]; raise SystemExit; x["', "f0", "row", "doubt", "type", "careful", "None", "class",
    "__class__", "__builtins__", "\N{ZERO WIDTH SPACE}x", "lambda:0", "{0}", "%s", "\\", "'", '"', "街道", "a.b", "x;y",
)  # fmt: skip


def constants(code: CodeType) -> Iterator[tuple[str, object]]:
    """Everything in compiled code by the place it stands in."""
    yield from (("constant", one) for one in code.co_consts)
    yield from (("name", one) for one in (*code.co_names, *code.co_varnames, *code.co_freevars, *code.co_cellvars))
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from constants(one)


class TestNoTextBecomesCode:
    @given(name=st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=8), code=st.sampled_from(HOSTILE) | st.text())
    @settings(max_examples=150)
    def test_names_and_codes_stand_in_constants_alone(self, name: str, code: str) -> None:
        try:
            term = field(name, "code", WORDS)
        except ValueError:
            return  # no identifier
        condition = (term == code) | term.is_in((code, "b"))
        made: Any = condition_function(lift(condition), {name: term.field})
        assert made({name: code}) is True
        assert made({name: code + "?"}) is False
        assert made.__globals__["__builtins__"] == {}
        ours = {"row", "type", "str", "int", "f0", "doubt"}
        assert {str(one) for where, one in constants(made.__code__) if where == "name"} <= ours
        pack = RulePack(
            id="p", title=WORDS, fields=(term.field,),
            rules=(Rule(id="P", effect=Effect.PERMIT, when=condition, text=WORDS, basis=GROUND),),
        )  # fmt: skip
        day = pack.at(ON)
        dresses: list[Any] = [{name: code}]
        dresses += [] if name.startswith("__") else [SimpleNamespace(**{name: code})]  # of which Python has its own
        for request in dresses:
            assert day.outcome(request) is Outcome.ADMITTED
            assert day.batch([request])[0].outcome is Outcome.ADMITTED

    def test_generated_functions_see_no_builtins(self) -> None:
        day = RulePack(id="p", title=WORDS, fields=SMALL, rules=()).at(ON)
        assert day.outcome(EVERY[0]) is Outcome.NOT_ADMITTED
        generated: Any = day.outcome
        assert generated.__globals__["__builtins__"] == {}


@pytest.mark.parametrize(
    ("whole", "size", "wanted"), [(0, 300, 0), (1, 300, 1), (300, 300, 1), (301, 300, 2), (-1, 300, 0), (-301, 300, -1)]
)
def test_per_rounds_up(whole: int, size: int, wanted: int) -> None:
    term = field("homes", "int", WORDS)
    made = condition_function(lift(term.per(size) == wanted), {"homes": term.field})
    assert made({"homes": whole})


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2018, 8, 31), 6, date(2019, 2, 28)),
        (date(2018, 1, 31), 1, date(2018, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(9999, 12, 1), 1, date.max),
        (date(1, 1, 2), -1, date.min),
    ],
)
def test_months_clamp(day: date, months: int, wanted: date) -> None:
    term = field("approved", "date", WORDS)
    for condition, answer_ in ((term.plus_months(months) == wanted, True), (term.plus_months(months) > wanted, False)):
        assert condition_function(lift(condition), {"approved": term.field})({"approved": day}) is answer_
    assert condition_function(lift(term <= day), {"approved": term.field})({"approved": day - timedelta(0)})
