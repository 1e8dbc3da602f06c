"""Laws of static analysis: what is planted is found and nothing else, what is said of rules holds for every request
there is, and every witness shows what it is said to show."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov.base import LANGS, Assumption, Text
from pbgov.model import COLUMNS
from pbgov.packs import JIXI, LANGFANG, NATIONAL
from pbgov.rules import (
    Defect,
    Effect,
    Expr,
    Field,
    Flaw,
    Outcome,
    Overlay,
    Rule,
    RulePack,
    Value,
    analyse,
    diff,
    field,
    holds,
    reproduces,
)
from pbgov.rules._cells import Space, Vocabulary
from pbgov.rules._witness import find
from pbgov.testing import MUTATIONS, Planted, conditions, decision_rules, flawed_packs, sound_packs

ON = date(2018, 7, 1)
LATE = date(2040, 1, 1)
WORDS = Text(zh="规则", en="rule")
GROUND = Assumption(WORDS)
SMALL = (
    Field(name="yes", kind="bool", label=WORDS),
    Field(name="also", kind="bool", label=WORDS),
    Field(name="one", kind="int", label=WORDS, low=0, high=3),
    Field(name="two", kind="int", label=WORDS, low=0, high=3),
    Field(name="code", kind="code", label=WORDS, options=("party_building", "safety", "service")),
)
FEW = settings(max_examples=60)


def every_request() -> Iterator[dict[str, Value]]:
    """Every request there is over the small fields."""
    domains: list[tuple[Value, ...]] = [(False, True), (False, True), range(4), range(4), SMALL[4].options]  # type: ignore[list-item] # ranges are tuples enough
    for values in itertools.product(*domains):
        yield {field.name: value for field, value in zip(SMALL, values, strict=True)}


REQUESTS = tuple(every_request())
IDLE = {Flaw.DEAD, Flaw.ALWAYS_LIFTED, Flaw.UNMEETABLE}


@st.composite
def small_packs(draw: st.DrawFn) -> RulePack:
    drawn = draw(st.lists(decision_rules(SMALL, timeless=True), min_size=2, max_size=5, unique_by=lambda one: one.id))
    return RulePack(id="small", title=WORDS, fields=SMALL, rules=tuple(attrs.evolve(r, obligation=None) for r in drawn))


def speaks(rule: Rule, request: dict[str, Value]) -> bool:
    """A requirement speaks while it is unmet."""
    return bool(holds(rule.when, request.get)) is (rule.effect is not Effect.REQUIRE)


def lifted(rule: Rule, request: dict[str, Value]) -> bool:
    return any(holds(exception, request.get) for exception in rule.unless)


def active(rule: Rule) -> frozenset[int]:
    """The requests, by number, in which a rule speaks and nothing lifts it."""
    return frozenset(i for i, one in enumerate(REQUESTS) if speaks(rule, one) and not lifted(rule, one))


def found(pack: RulePack, flaw: Flaw) -> dict[str, Defect]:
    return {one.subject: one for one in analyse(pack, on=ON) if one.flaw is flaw}


class TestPlanted:
    @pytest.mark.parametrize("flaw", MUTATIONS, ids=lambda flaw: flaw.name.lower())
    @settings(max_examples=25)
    @given(data=st.data())
    def test_what_is_planted_is_found_and_nothing_else(self, flaw: Flaw, data: st.DataObject) -> None:
        pack, planted = data.draw(flawed_packs(st.just(flaw)))
        defects = analyse(pack, tables=COLUMNS)
        assert [(one.flaw.value, one.subject) for one in defects] == [(planted.code, planted.subject)]
        assert all(reproduces(pack, one) for one in defects)

    @given(pack=sound_packs())
    @FEW
    def test_a_sound_pack_has_no_flaw(self, pack: RulePack) -> None:
        assert analyse(pack, tables=COLUMNS) == ()

    def test_every_kind_can_be_planted(self) -> None:
        assert set(MUTATIONS) == set(Flaw)

    @given(flawed=flawed_packs())
    @FEW
    def test_a_defect_is_told_in_both_languages_and_as_json(self, flawed: tuple[RulePack, Planted]) -> None:
        pack, planted = flawed
        (defect,) = analyse(pack, tables=COLUMNS)
        for lang in LANGS:
            assert planted.subject in defect.message(lang)
            assert defect.fix(lang)
        told = json.loads(json.dumps(defect.to_dict()))
        assert (told["code"], told["subject"]) == (planted.code, planted.subject)

    @pytest.mark.parametrize("pack", [JIXI, LANGFANG, NATIONAL], ids=lambda pack: pack.id)
    def test_no_shipped_pack_has_a_flaw(self, pack: RulePack) -> None:
        assert [(one.flaw.name, one.subject) for one in analyse(pack, tables=COLUMNS)] == []


class TestAgainstEveryRequest:
    """The small fields have 192 requests in all, so every claim can be counted out."""

    @given(pack=small_packs())
    @FEW
    def test_a_rule_is_dead_just_where_it_never_speaks(self, pack: RulePack) -> None:
        never = {rule.id for rule in pack.rules if not any(speaks(rule, one) for one in REQUESTS)}
        assert set(found(pack, Flaw.DEAD)) == never

    @given(pack=small_packs())
    @FEW
    def test_a_rule_is_always_lifted_just_where_it_speaks_and_is_never_active(self, pack: RulePack) -> None:
        idle = {r.id for r in pack.rules if any(speaks(r, one) for one in REQUESTS) and not active(r)}
        assert set(found(pack, Flaw.ALWAYS_LIFTED)) == idle

    @given(pack=small_packs())
    @FEW
    def test_a_requirement_is_unmeetable_just_where_no_request_meets_it(self, pack: RulePack) -> None:
        demands = [rule for rule in pack.rules if rule.effect is Effect.REQUIRE]
        assert set(found(pack, Flaw.UNMEETABLE)) == {r.id for r in demands if len(active(r)) == len(REQUESTS)}

    @given(pack=small_packs())
    @FEW
    def test_an_exception_is_idle_just_where_it_never_lifts(self, pack: RulePack) -> None:
        left_out = {
            one.subject for one in analyse(pack, on=ON) if one.flaw in {Flaw.DEAD, Flaw.ALWAYS_LIFTED, Flaw.UNMEETABLE}
        }
        idle = {
            rule.id
            for rule in pack.rules
            for exception in rule.unless
            if not any(speaks(rule, one) and holds(exception, one.get) for one in REQUESTS)
        }
        assert set(found(pack, Flaw.IDLE_EXCEPTION)) == idle - left_out

    @given(pack=small_packs())
    @FEW
    def test_what_is_called_redundant_shadowed_or_contrary_is_so(self, pack: RulePack) -> None:
        rules = {rule.id: rule for rule in pack.rules}
        for defect in analyse(pack, on=ON):
            assert reproduces(pack, defect)
            others = [active(rules[name]) for name in defect.others if name in rules]
            match defect.flaw:
                case Flaw.REDUNDANT | Flaw.SHADOWED:
                    assert active(rules[defect.subject]) <= frozenset[int]().union(*others)
                    effect = rules[defect.subject].effect if defect.flaw is Flaw.REDUNDANT else Effect.FORBID
                    assert {rules[name].effect for name in defect.others} == {effect}
                case Flaw.CONFLICT if rules[defect.subject].effect is Effect.PERMIT:
                    assert [active(rules[defect.subject])] == others
                case Flaw.CONFLICT:
                    assert active(rules[defect.subject]) | others[0] == frozenset(range(len(REQUESTS)))
                case _:
                    continue

    @given(pack=small_packs())
    @FEW
    def test_what_one_rule_like_it_covers_is_found(self, pack: RulePack) -> None:
        defects = analyse(pack, on=ON)
        left_out = {one.subject for one in defects if one.flaw in IDLE}
        kept = [rule for rule in pack.rules if rule.id not in left_out]
        covered = {
            later.id
            for i, later in enumerate(kept)
            for j, rule in enumerate(kept)
            if rule.effect is later.effect
            and set(rule.fields) & set(later.fields)
            and (active(later) < active(rule) or (active(later) == active(rule) and j < i))
        }
        told = {one.subject for one in defects if one.flaw in {Flaw.REDUNDANT, Flaw.SHADOWED, Flaw.CONFLICT}}
        assert covered <= told

    @given(condition=conditions(SMALL))
    @FEW
    def test_cells_hold_just_the_requests_that_meet_a_condition(self, condition: Expr) -> None:
        words = Vocabulary({field.name: field for field in SMALL})
        space = Space.over([condition], words)
        search = find(space, space.cells(condition), (condition,))
        meets = [one for one in REQUESTS if holds(condition, one.get)]
        assert (search.facts is not None) is bool(meets)
        assert search.none_exists is not bool(meets)
        assert search.facts is None or holds(condition, search.facts.get)


duty, other = (field(name, "code", WORDS) for name in ("duty", "other"))
level, marks = (
    field("level", "code", WORDS, options=("town", "county")), field("marks", "codes", WORDS, options=("red", "black")),
)  # fmt: skip
since, until = (field(name, "date", WORDS) for name in ("since", "until"))
homes, posts = (field(name, "int", WORDS) for name in ("homes", "posts"))
WIDE = (duty, other, level, marks, since, until, homes, posts)
HELD: dict[str, tuple[Value, ...]] = {
    "duty": ("tax", "town", "x", "y"), "other": ("tax", "town", "x", "y"), "level": ("town", "county"),
    "marks": ((), ("red",), ("black",), ("red", "black")),
    "since": tuple(ON + timedelta(n) for n in range(-3, 4)), "until": tuple(ON + timedelta(n) for n in range(-3, 4)),
    "homes": tuple(range(-4, 9)), "posts": tuple(range(-4, 9)),
}  # fmt: skip
ATOMS: tuple[Expr, ...] = (
    duty == "tax", duty != "town", duty.is_in(("tax", "town")), duty == other, duty != other, level == duty,
    level != other, level == "town", marks.has("red"), marks.has("blue"), marks == ("red",), marks != (),
    marks.has(duty),
    since > ON, since <= until, since == until, until < ON, since.plus_months(1) > until, homes > 3, homes == posts,
    homes * 2 - posts > 5, posts * 3 <= 7, homes + posts == 4, homes.per(3) == 2, homes * posts > 6, posts != 1,
)  # fmt: skip


def trees() -> st.SearchStrategy[Expr]:
    """Conditions of every kind of comparison there is, between fields too."""
    return st.recursive(
        st.sampled_from(ATOMS),
        lambda inner: st.one_of(
            inner.map(lambda part: ~part), st.builds(lambda a, b: a & b, inner, inner),
            st.builds(lambda a, b: a | b, inner, inner),
        ),
        max_leaves=4,
    )  # fmt: skip


class TestAgainstManyRequests:
    """What fields without an end may hold is never all counted out; but nothing may be said that one request belies."""

    @given(when=trees(), unless=trees(), effect=st.sampled_from(Effect))
    @settings(max_examples=120)
    def test_nothing_is_called_idle_that_some_request_wakes(self, when: Expr, unless: Expr, effect: Effect) -> None:
        ban = Rule(id="r", effect=effect, when=when, unless=(unless,), text=WORDS, basis=GROUND)
        pack = RulePack(id="p", title=WORDS, fields=tuple(one.field for one in WIDE), rules=(ban,))
        told = {one.flaw for one in analyse(pack, on=ON)}
        if told <= {Flaw.UNUSED_FIELD, Flaw.GAP, Flaw.ABSOLUTE_PRINCIPLE}:
            return
        plain: dict[str, Value] = {name: values[0] for name, values in HELD.items()}
        every = itertools.product(*(HELD[name] for name in ban.fields))
        asked = [plain | dict(zip(ban.fields, one, strict=True)) for one in every]
        assert Flaw.DEAD not in told or not any(speaks(ban, one) for one in asked)
        assert Flaw.ALWAYS_LIFTED not in told or all(lifted(ban, one) for one in asked if speaks(ban, one))
        assert Flaw.UNMEETABLE not in told or all(speaks(ban, one) and not lifted(ban, one) for one in asked)
        assert Flaw.IDLE_EXCEPTION not in told or not any(speaks(ban, one) and lifted(ban, one) for one in asked)


class TestDiff:
    @given(pack=small_packs(), other=small_packs())
    @FEW
    def test_every_way_an_outcome_changes_is_found_with_a_witness(self, pack: RulePack, other: RulePack) -> None:
        before, after = pack.at(ON), other.at(ON)
        ways = {(before.outcome(one), after.outcome(one)) for one in REQUESTS}
        difference = diff(pack, other, on=ON)
        assert difference.complete
        assert {(c.before, c.after) for c in difference.outcomes} == {(old, new) for old, new in ways if old is not new}
        for change in difference.outcomes:
            assert before.outcome(change.witness) is change.before
            assert after.outcome(change.witness) is change.after

    @given(pack=small_packs())
    @FEW
    def test_nothing_differs_from_itself(self, pack: RulePack) -> None:
        same = diff(pack, attrs.evolve(pack, id="same"), on=ON)
        assert (same.added, same.removed, same.changed, same.outcomes) == ((), (), (), ())

    def test_entries_that_come_go_and_change_are_named(self) -> None:
        changed, added = attrs.evolve(JIXI.rule("JX460"), text=WORDS), attrs.evolve(JIXI.rule("JX454"), id="N1")
        overlay = Overlay(id="city", title=WORDS, basis=GROUND, suspend=("JX467",), replace=(changed,), add=(added,))
        city = JIXI.extend(overlay)
        difference = diff(JIXI, city, on=ON)
        assert (difference.added, difference.removed, difference.changed) == (("N1",), ("JX467",), ("JX460",))
        assert {change.before for change in difference.outcomes} == {Outcome.FORBIDDEN}
        for lang, word in (("en", "forbidden"), ("zh", "禁止")):
            assert all(word in change.in_(lang) for change in difference.outcomes)  # type: ignore[arg-type] # a literal

    def test_a_witness_speaks_in_the_words_of_the_fields(self) -> None:
        hours = field("hours", "int", Text(zh="时长", en="time"), unit=Text(zh="小时", en="hours"))
        packs = [
            RulePack(
                id=f"p{least}", title=WORDS, fields=(hours.field,),
                rules=(Rule(id="p", effect=Effect.PERMIT, when=hours >= least, text=WORDS, basis=GROUND),),
            )
            for least in (2, 3)
        ]  # fmt: skip
        (change,) = diff(*packs, on=ON).outcomes
        assert dict(change.witness) == {"hours": 2}
        assert change.day == packs[1].at(ON)
        assert change.in_("zh") == "由“准入”变为“不予准入”，例如：时长：2小时"
        assert change.in_("en") == "from admitted to not admitted, for instance: time: 2 hours"


def test_a_flaw_of_later_days_is_found_on_its_day() -> None:
    day = date(2020, 1, 1)
    never = Rule(id="r", effect=Effect.FORBID, when=JIXI.field("staff_moved") < 0, text=WORDS, basis=GROUND, start=day)
    always = Rule(id="p", effect=Effect.PERMIT, when=JIXI.field("staff_moved") >= 0, text=WORDS, basis=GROUND)
    pack = RulePack(id="p", title=WORDS, fields=(JIXI.field("staff_moved").field,), rules=(always, never))
    (defect,) = analyse(pack)
    assert (defect.flaw, defect.subject, defect.on) == (Flaw.DEAD, "r", day)
    assert analyse(pack, on=date(2019, 1, 1)) == ()
    assert [one.flaw for one in analyse(pack, on=LATE)] == [Flaw.DEAD]
