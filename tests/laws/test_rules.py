"""Laws of the rules room: decisions against two-valued logic and every completion of what is missing,
the rota against a walk day by day."""

from __future__ import annotations

import copy
import itertools
import operator
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov.base import LANGS, Assumption, Source, Text
from pbgov.errors import UnknownIdError
from pbgov.rules import (
    Admitted,
    And,
    Answered,
    Arith,
    Cadence,
    Chained,
    Cmp,
    CompleteChain,
    Covered,
    Decision,
    Effect,
    Enumerated,
    Even,
    Expr,
    Facts,
    Field,
    FieldRef,
    In,
    Lit,
    Norm,
    Not,
    Or,
    Outcome,
    Overlay,
    Parameter,
    ParamRef,
    Preceded,
    Related,
    Rota,
    RulePack,
    Shared,
    State,
    Unbroken,
    Value,
    Within,
    codes_asked,
    holds,
)
from pbgov.testing._base import days, texts
from pbgov.testing._rules import (
    CODES,
    DAYS,
    GREATEST,
    conditions,
    decision_rules,
    duty_items,
    duty_lists,
    facts,
    fields,
    norms,
    parameters,
    rotas,
    rule_packs,
    table_conditions,
    values,
)

ROOT = Path(__file__).parents[2]
LATER = date(2030, 1, 1)  # after every first day that is drawn
DOMAIN: Mapping[str, tuple[Value, ...]] = {
    "bool": (False, True),
    "int": tuple(range(GREATEST + 1)),
    "date": DAYS,
    "code": CODES,
    "codes": ((), CODES[:1], CODES[1:]),
}
COMPARE = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt}
DECIDING: Mapping[Outcome, Mapping[Effect, set[State]]] = {
    Outcome.FORBIDDEN: {Effect.FORBID: {State.ACTIVE}},
    Outcome.NOT_ADMITTED: {Effect.PERMIT: set(State)},  # why each of them does not permit it
    Outcome.CONDITIONAL: {Effect.PERMIT: {State.ACTIVE}, Effect.REQUIRE: {State.ACTIVE, State.OPEN}},
    Outcome.ADMITTED: {Effect.PERMIT: {State.ACTIVE}, Effect.FORBID: {State.LIFTED}, Effect.REQUIRE: {State.LIFTED}},
    Outcome.UNDECIDED: {effect: {State.ACTIVE, State.LIFTED, State.OPEN} for effect in Effect},
}
FEW = settings(max_examples=60)


@st.composite
def requests(draw: st.DrawFn, *, missing: bool = True) -> tuple[RulePack, Facts]:
    """Packs whose figures are all known, and facts for them."""
    pack = draw(rule_packs(max_fields=3, max_parameters=1, min_rules=3, max_norms=0, timeless=True, required=False))
    return pack, draw(facts(pack, missing=missing))


def completions(pack: RulePack, known: Facts, among: tuple[str, ...] | None = None) -> Iterator[Facts]:
    """Every way to fill in the facts that are missing, or those of them that are named."""
    open_ = [f for f in pack.fields if known.get(f.name) is None and (among is None or f.name in among)]
    for filled in itertools.product(*(DOMAIN[field.kind] for field in open_)):
        yield {**known, **{field.name: value for field, value in zip(open_, filled, strict=True)}}


def truth(  # noqa: PLR0911 - one answer a kind of node
    node: Expr, known: Facts, pack: RulePack
) -> Any:
    """Two-valued logic, as Python has it: every fact must be known."""
    match node:
        case Lit(value):
            return value
        case FieldRef(_, name):
            return known[name]
        case ParamRef(name):
            return pack.at(LATER).figure(name)
        case And(parts):
            return all(truth(part, known, pack) for part in parts)
        case Or(parts):
            return any(truth(part, known, pack) for part in parts)
        case Not(part):
            return not truth(part, known, pack)
        case In(item, options):
            return truth(item, known, pack) in truth(options, known, pack)
        case Arith(op, left, right):
            compute = {"+": operator.add, "-": operator.sub, "*": operator.mul}[op]
            return compute(truth(left, known, pack), truth(right, known, pack))
        case Cmp(op, left, right):
            compare = {**COMPARE, ">=": operator.ge}[op]
            return compare(truth(left, known, pack), truth(right, known, pack))


def expected(pack: RulePack, known: Facts) -> tuple[Outcome, list[tuple[str, str, int]]]:
    """The answer to a request of which all is known, straight from the words of the semantics."""
    speaking = [
        one
        for one in pack.rules
        if bool(truth(one.when, known, pack)) is (one.effect is not Effect.REQUIRE)
        and not any(truth(exception, known, pack) for exception in one.unless)
    ]
    effects = {one.effect for one in speaking}
    if Effect.FORBID in effects:
        return Outcome.FORBIDDEN, []
    if Effect.PERMIT not in effects:
        return Outcome.NOT_ADMITTED, []
    if Effect.REQUIRE not in effects:
        return Outcome.ADMITTED, []
    owed = [(one.id, one.obligation, truth(one.obligation.amount, known, pack)) for one in speaking if one.obligation]
    return Outcome.CONDITIONAL, [(name, move.resource, amount) for name, move, amount in owed if amount > 0]


def ask(pack: RulePack, known: Facts) -> Decision:
    return pack.at(LATER).decide(known)


class TestEveryValue:
    @given(
        value=st.one_of(
            fields(), conditions([]), parameters(), decision_rules([]), norms(), rule_packs(), rotas(), duty_lists(),
            duty_items(),
        )
    )  # fmt: skip
    def test_pickles_copies_hashes_and_compares(self, value: object) -> None:
        for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):  # noqa: S301 - our own
            assert again == value
            assert hash(again) == hash(value)
            assert repr(again) == repr(value)


class TestConditions:
    @given(asked=st.lists(fields(), max_size=3, unique_by=lambda field: field.name), data=st.data())
    @FEW
    def test_what_is_known_agrees_with_two_valued_logic(self, asked: list[Field], data: st.DataObject) -> None:
        held = data.draw(st.lists(parameters(required=False), max_size=2, unique_by=lambda one: one.id))
        pack = RulePack(id="p", title=Text(zh="甲", en="a"), fields=tuple(asked), parameters=tuple(held))
        condition = data.draw(conditions(asked, held))
        known = data.draw(facts(pack, missing=False))
        answer = holds(condition, known.get, pack.at(LATER).value)
        assert answer is bool(truth(condition, known, pack))

    @given(asked=st.lists(fields(), min_size=1, max_size=3, unique_by=lambda field: field.name), data=st.data())
    def test_what_is_missing_can_never_turn_an_answer(self, asked: list[Field], data: st.DataObject) -> None:
        pack = RulePack(id="p", title=Text(zh="甲", en="a"), fields=tuple(asked))
        condition = data.draw(conditions(asked))
        known = data.draw(facts(pack))
        answer = holds(condition, known.get)
        every = {bool(truth(condition, full, pack)) for full in completions(pack, known)}
        assert answer is None or every == {answer}

    @given(condition=table_conditions("ties"), row=st.tuples(*[st.sampled_from(CODES)] * 3))
    def test_every_row_that_meets_a_condition_has_a_code_it_asks(self, condition: Expr, row: tuple[str, ...]) -> None:
        columns = dict(zip(("kind", "source", "target"), row, strict=True))
        asked = codes_asked(condition, "kind")
        assert not holds(condition, columns.get) or not asked or columns["kind"] in asked

    @given(asked=fields(), data=st.data())
    def test_a_field_takes_what_is_drawn_for_it(self, asked: Field, data: st.DataObject) -> None:
        assert asked.takes(data.draw(values(asked)))


class TestDecisions:
    @given(request=requests(missing=False))
    @FEW
    def test_what_is_known_is_decided_by_the_words_of_the_semantics(self, request: tuple[RulePack, Facts]) -> None:
        pack, known = request
        decision = ask(pack, known)
        outcome, owed = expected(pack, known)
        assert decision.outcome is outcome
        assert [(one.rule.id, one.resource, one.amount) for one in decision.obligations] == owed
        assert decision.missing == ()
        assert {reason.rule for reason in decision.reasons} == set(pack.rules)
        assert State.OPEN not in {reason.state for reason in decision.reasons}

    @given(request=requests())
    @settings(max_examples=150)
    def test_no_completion_of_the_facts_overturns_a_decision(self, request: tuple[RulePack, Facts]) -> None:
        pack, known = request
        decision = ask(pack, known)
        if decision.outcome is not Outcome.UNDECIDED:
            for full in completions(pack, known):
                outcome, owed = expected(pack, full)
                assert outcome is decision.outcome
                sure = {(o.rule.id, o.resource, o.amount) for o in decision.obligations if o.amount is not None}
                assert sure <= set(owed)

    @given(request=requests())
    @FEW
    def test_supplying_what_is_missing_brings_the_answer(self, request: tuple[RulePack, Facts]) -> None:
        pack, known = request
        decision = ask(pack, known)
        assert set(decision.missing) <= {f.name for f in pack.fields if known.get(f.name) is None}
        assert (decision.outcome is not Outcome.UNDECIDED) or decision.missing
        for supplied in completions(pack, known, decision.missing):
            answer = ask(pack, supplied)
            assert answer.outcome is not Outcome.UNDECIDED
            assert answer.missing == ()

    @given(request=requests(), data=st.data())
    @FEW
    def test_the_order_of_rules_never_matters(self, request: tuple[RulePack, Facts], data: st.DataObject) -> None:
        pack, known = request
        turned = attrs.evolve(pack, rules=tuple(data.draw(st.permutations(pack.rules))))
        one, other = ask(pack, known), ask(turned, known)
        assert (one.outcome, one.missing) == (other.outcome, other.missing)
        assert set(one.reasons) == set(other.reasons)
        assert set(one.obligations) == set(other.obligations)

    @given(request=requests())
    @FEW
    def test_an_explanation_quotes_its_sources_in_both_languages(self, request: tuple[RulePack, Facts]) -> None:
        decision = ask(*request)
        for lang in LANGS:
            told = decision.explain(lang)
            for reason in decision.reasons:
                said = reason.in_(lang)
                assert reason.rule.text.in_(lang) in said
                assert reason.rule.basis.in_(lang) in said
                if isinstance(reason.rule.basis, Source):
                    assert reason.rule.basis.quote in said
                deciding = DECIDING[decision.outcome]
                if reason.rule.effect in deciding and reason.state in deciding[reason.rule.effect]:
                    assert said in told
                elif reason.state is State.SILENT:
                    assert said not in told
            words = [decision.day.label(name).in_(lang) for name in decision.missing]
            assert all(word in told for word in words)
        assert pickle.loads(pickle.dumps(decision)) == decision  # noqa: S301 - our own bytes

    @given(request=requests(), on=days())
    @FEW
    def test_only_rules_in_force_have_a_say(self, request: tuple[RulePack, Facts], on: date) -> None:
        pack, known = request
        rules = tuple(
            attrs.evolve(one, start=on) if i % 2 else attrs.evolve(one, end=on) for i, one in enumerate(pack.rules)
        )
        dated = attrs.evolve(pack, rules=rules)
        for day, kept in ((on, 1), (on - timedelta(1), 0)):
            assert [reason.rule for reason in dated.at(day).decide(known).reasons] == list(rules[kept::2])


class TestParameters:
    @given(parameter=parameters(), on=days())
    def test_the_last_value_that_has_begun_applies(self, parameter: Parameter, on: date) -> None:
        begun = [dated for dated in parameter.values if (dated.start or date.min) <= on]
        assert parameter.at(on) == (max(begun, key=lambda dated: dated.start or date.min) if begun else None)


class TestPacks:
    @given(pack=rule_packs(), title=texts())
    @FEW
    def test_an_empty_overlay_changes_the_name_alone(self, pack: RulePack, title: Text) -> None:
        ground = Assumption(title)
        same = pack.extend(Overlay(id="city", title=title, basis=ground))
        assert tuple(same.entries()) == tuple(pack.entries())
        assert same.fields == pack.fields
        assert same.overlays == (*pack.overlays, ("city", ground))
        assert same.digest != pack.digest

    @given(pack=rule_packs())
    @FEW
    def test_what_is_picked_stands_alone(self, pack: RulePack) -> None:
        for one in pack.entries():
            name = one.code if isinstance(one, Norm) else one.id
            picked = pack.pick(name)
            assert picked[-1] == one
            alone = Overlay(id="x", title=pack.title, basis=Assumption(pack.title), add=picked, fields=pack.fields)
            assert tuple(RulePack(id="e", title=pack.title).extend(alone).entries()) == picked

    @given(pack=rule_packs(), data=st.data())
    @FEW
    def test_one_thing_less_makes_another_digest(self, pack: RulePack, data: st.DataObject) -> None:
        assert copy.deepcopy(pack).digest == pack.digest
        entries = list(pack.entries())
        if not entries:
            return
        gone = data.draw(st.sampled_from(entries))
        name = gone.code if isinstance(gone, Norm) else gone.id
        try:
            less = pack.extend(Overlay(id=pack.id, title=pack.title, basis=Assumption(pack.title), suspend=(name,)))
        except UnknownIdError:  # others rest on it
            named = [*(one.parameters() for one in pack.rules), *(one.parameters() for one in pack.norms)]
            assert any(name in each for each in named)
            return
        assert attrs.evolve(less, overlays=()).digest != pack.digest

    @given(norm=rule_packs(max_rules=0).filter(lambda pack: pack.norms).map(lambda pack: (pack.norms[0], pack)))
    @FEW
    def test_a_norm_rests_on_figures_of_the_pack(self, norm: tuple[Norm, RulePack]) -> None:
        one, pack = norm
        figured = isinstance(
            one.payload,
            Within
            | CompleteChain
            | Cadence
            | Enumerated
            | Chained
            | Answered
            | Admitted
            | Covered
            | Even
            | Shared
            | Unbroken,
        )
        assert set(one.parameters()) <= {parameter.id for parameter in pack.parameters}
        assert bool(one.parameters()) is (
            figured
            or (isinstance(one.payload, Related) and isinstance(one.payload.right, str))
            or (isinstance(one.payload, Preceded) and one.payload.within != "")
        )

    def test_the_digest_is_the_same_in_every_process(self) -> None:
        code = "from tests.unit.rules.worlds import KNOWN, PACK, DAY; print(PACK.digest, PACK.at(DAY).decide(KNOWN))"
        told = {
            subprocess.run(
                [sys.executable, "-c", code],
                env=os.environ | {"PYTHONHASHSEED": seed},
                cwd=ROOT,
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("0", "1", "77")
        }
        assert len(told) == 1


class TestRotas:
    @given(rota=rotas(), cycle=st.integers(0, 5))
    def test_terms_follow_without_gap_or_overlap_and_all_groups_come_before_any_twice(
        self, rota: Rota, cycle: int
    ) -> None:
        size = len(rota.groups)
        terms = [rota.term(number) for number in range(cycle * size, (cycle + 2) * size)]
        assert all(a.period.end == b.period.start for a, b in itertools.pairwise(terms))
        for first in range(len(terms) - size + 1):
            assert len({turn.group for turn in terms[first : first + size]}) == size
        for turn in terms:
            start = turn.period.start
            assert start is not None
            months = (start.year - rota.start.year) * 12 + start.month - rota.start.month
            assert months == turn.number * rota.months
            assert start.day == rota.start.day or (start + timedelta(1)).day == 1  # only the end of a month cuts
        assert [turn.group for turn in rota.cycle()] == list(rota.groups)

    @given(rota=rotas(), skip=st.integers(0, 3_000))
    @FEW
    def test_the_holder_agrees_with_a_walk_day_by_day(self, rota: Rota, skip: int) -> None:
        first = rota.on(rota.start + timedelta(skip))
        assert first.period.start is not None
        day, number, end = first.period.start, first.number, first.period.end
        for _ in range(100):
            if day == end:
                number += 1
                end = rota.term(number).period.end
            assert rota.on(day).number == number
            assert rota.holder(day) == rota.groups[number % len(rota.groups)]
            day += timedelta(1)

    @given(rota=rotas(), before=st.integers(1, 1_000))
    def test_before_the_first_term_there_is_none(self, rota: Rota, before: int) -> None:
        assert rota.on(rota.start).number == 0
        with pytest.raises(UnknownIdError):
            rota.on(rota.start - timedelta(before))
