from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import LANGS, Period, Required, Text
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules import (
    Dated,
    Decision,
    Effect,
    Field,
    FieldRef,
    Move,
    Outcome,
    Parameter,
    Rule,
    RulePack,
    State,
    Value,
    field,
    lift,
)
from tests.unit.rules.worlds import (
    APPROVED,
    DAY,
    KNOWN,
    PACK,
    PAPER,
    STAFF,
    WORDS,
    approved,
    banned,
    listed,
    moved,
    named,
    needed,
    param,
    rule,
)

ADMITTED, CONDITIONAL, REFUSED = Outcome.ADMITTED, Outcome.CONDITIONAL, Outcome.NOT_ADMITTED
FORBIDDEN, UNDECIDED = Outcome.FORBIDDEN, Outcome.UNDECIDED


def ask(pack: RulePack = PACK, **changed: Value | None) -> Decision:
    return pack.at(DAY).decide(KNOWN | changed)


@pytest.mark.parametrize(
    ("changed", "outcome", "states"),
    [
        ({"moved": 3}, ADMITTED, "silent silent active silent"),
        ({}, CONDITIONAL, "silent silent active active"),
        ({"listed": True}, ADMITTED, "silent active active lifted"),  # what is listed needs no staff
        ({"approved": False}, REFUSED, "silent silent silent active"),  # closed by default
        ({"banned": True, "moved": 3}, FORBIDDEN, "active silent active silent"),  # whoever permits it
        ({"banned": True, "named": True, "moved": 3}, ADMITTED, "lifted silent active silent"),
    ],
)
def test_what_is_known_is_decided(changed: dict[str, Any], outcome: Outcome, states: str) -> None:
    decision = ask(**changed)
    assert decision.outcome is outcome
    assert [reason.state.value for reason in decision.reasons] == states.split()
    assert decision.missing == ()


@pytest.mark.parametrize(
    ("changed", "outcome", "missing"),
    [
        ({"banned": True, "needed": None}, FORBIDDEN, ""),  # a banned duty of unknown need is banned
        ({"banned": True, "named": None}, UNDECIDED, "named"),
        ({"banned": None, "named": True, "moved": 3}, ADMITTED, ""),  # lifted, whether or not it speaks
        ({"banned": None}, UNDECIDED, "banned"),
        ({"banned": None, "approved": False}, UNDECIDED, "banned"),  # forbidden or not admitted
        ({"approved": None}, UNDECIDED, "approved"),
        ({"approved": None, "listed": True}, ADMITTED, ""),
        ({"approved": False, "needed": None}, REFUSED, ""),
        ({"needed": None}, UNDECIDED, "needed"),
        ({"needed": None, "moved": None}, UNDECIDED, "moved needed"),
        ({"needed": None, "listed": True}, ADMITTED, ""),
        ({"listed": None, "needed": None}, UNDECIDED, "listed needed"),
        ({"listed": None, "moved": 3}, ADMITTED, ""),
    ],
)
def test_a_missing_fact_matters_only_where_it_can_change_the_outcome(
    changed: dict[str, Any], outcome: Outcome, missing: str
) -> None:
    decision = ask(**changed)
    assert decision.outcome is outcome
    assert decision.missing == tuple(missing.split())


A, B, N, C = (
    field("a", "bool", WORDS),
    field("b", "bool", WORDS),
    field("n", "int", WORDS, low=0, high=9),
    field("c", "code", WORDS, options=("x", "y")),
)


@pytest.mark.parametrize(
    ("permits", "known", "outcome", "missing"),
    [
        ((lift(A), ~A), {}, ADMITTED, ""),  # one of the two, whichever it is
        ((A & B, ~A & B), {}, UNDECIDED, "b"),  # whether a or not makes no difference
        ((A & B, ~A & B), {"b": True}, ADMITTED, ""),
        ((N >= 0,), {}, ADMITTED, ""),  # it lies in its declared range, whatever it is
        ((N >= 5, N < 5), {}, ADMITTED, ""),
        ((N >= 5, N < 4), {}, UNDECIDED, "n"),
        ((N - N == 0,), {}, ADMITTED, ""),
        ((C == "x", C == "y"), {}, ADMITTED, ""),  # there is no other
        ((C == "x", C == "z"), {"a": True}, UNDECIDED, "c"),
        ((N * N < 0,), {}, REFUSED, ""),  # as a look at every number shows
        ((A & B, ~A), {"a": True}, UNDECIDED, "b"),
    ],
)
def test_rules_are_read_together_where_facts_are_missing(
    permits: tuple[Any, ...], known: dict[str, Value], outcome: Outcome, missing: str
) -> None:
    rules = tuple(rule(id=f"P{n}", when=when) for n, when in enumerate(permits))
    day = attrs.evolve(PACK, fields=tuple(one.field for one in (A, B, N, C)), rules=rules).at(DAY)
    decision = day.decide(known)
    assert (decision.outcome, decision.missing) == (outcome, tuple(missing.split()))
    assert day.outcome(known) is outcome
    assert day.batch([known]).outcomes == (outcome,)


def test_what_is_too_large_to_look_at_stays_open() -> None:
    many = [field(f"a{n}", "bool", WORDS) for n in range(15)]
    rules = tuple(rule(id=f"P{n}", when=one) for n, one in enumerate([*many, ~many[0]]))
    pack = attrs.evolve(PACK, fields=tuple(one.field for one in many), rules=rules)
    assert pack.at(DAY).outcome({}) is UNDECIDED
    assert len(pack.at(DAY).decide({}).missing) == 15
    assert pack.at(DAY).outcome({"a1": False}) is ADMITTED  # a dimension less


def test_a_fact_left_out_is_missing() -> None:
    assert PACK.at(DAY).decide({}).outcome is UNDECIDED
    assert PACK.at(DAY).decide({}).missing == ("approved", "banned", "listed", "moved", "named", "needed")


def test_an_open_permit_beside_an_active_one_asks_for_nothing() -> None:
    pack = attrs.evolve(PACK, rules=(*PACK.rules[1:3], attrs.evolve(STAFF, unless=())))
    decision = ask(pack, listed=None)
    assert decision.outcome is CONDITIONAL
    assert decision.missing == ()


def test_the_shortfall_is_an_obligation() -> None:
    (obligation,) = ask().obligations
    assert (obligation.rule, obligation.resource, obligation.amount) == (STAFF, "staff", 2)
    assert obligation.in_("en") == "still to be moved: 2 staff (staff follow the task)"
    assert obligation.in_("zh") == "还须转来：2名人员（人随事转）"
    assert ask(moved=3).obligations == ask(approved=False).obligations == ()


def test_a_shortfall_nobody_can_compute_is_an_open_obligation() -> None:
    short = rule(
        id="R2", effect=Effect.REQUIRE, when=approved & (needed < 0), obligation=Move("staff", moved), text=WORDS
    )
    decision = ask(attrs.evolve(PACK, rules=(*PACK.rules, short)), moved=None)
    assert decision.outcome is CONDITIONAL
    assert [obligation.amount for obligation in decision.obligations] == [None, None]
    assert decision.missing == ("moved",)
    for lang, words in (("en", "how much is unknown"), ("zh", "数量未明")):
        assert words in decision.explain(lang)  # type: ignore[arg-type] # a literal of the table


@pytest.mark.parametrize(("moved_staff", "amounts"), [(2, [1]), (3, []), (4, [])])
def test_nothing_short_is_no_obligation(moved_staff: int, amounts: list[int]) -> None:
    both = attrs.evolve(STAFF, when=listed & (moved >= needed), unless=())  # unmet whatever the staff
    decision = ask(attrs.evolve(PACK, rules=(*PACK.rules[:3], both)), moved=moved_staff)
    assert decision.outcome is CONDITIONAL
    assert [obligation.amount for obligation in decision.obligations] == amounts


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("effect", Effect)
def test_every_reason_is_said_in_both_languages(effect: Effect, state: State) -> None:
    whens: dict[State, tuple[Any, tuple[Any, ...]]] = {
        State.ACTIVE: (effect is not Effect.REQUIRE, ()),
        State.SILENT: (effect is Effect.REQUIRE, ()),
        State.LIFTED: (effect is not Effect.REQUIRE, (True,)),
        State.OPEN: (FieldRef("", "banned"), ()),
    }
    when, unless = whens[state]
    one = rule(
        id="X9", effect=effect, when=when, unless=unless, basis=PAPER.quote("原文"), text=Text(zh="词", en="word")
    )
    pack = RulePack(id="p", title=WORDS, fields=PACK.fields, rules=(one,))
    (reason,) = ask(pack, banned=None).reasons
    assert reason.state is state
    for lang, word in (("en", "word"), ("zh", "词")):
        told = reason.in_(lang)  # type: ignore[arg-type] # a literal of the table
        assert "「原文」" in told
        assert word in told
        assert "X9" in told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"banned": True}, {"F1", "P2"}),  # what forbids, and what would have permitted
        ({"approved": False}, {"P1", "P2"}),  # what might have permitted
        ({}, {"P2", "R1"}),
        ({"needed": None}, {"P2", "R1"}),
    ],
)
def test_an_explanation_tells_what_led_to_the_outcome(facts: dict[str, Any], told: set[str]) -> None:
    decision = ask(**facts)
    assert {name for name in ("F1", "P1", "P2", "R1") if name in decision.explain()} == told


def standing(effect: Effect, state: State) -> Rule:
    """A rule that stands so, whatever is asked, where it is not known whether something is banned."""
    speaks = effect is not Effect.REQUIRE
    whens = {State.ACTIVE: speaks, State.SILENT: not speaks, State.LIFTED: speaks, State.OPEN: banned}
    unless = (True,) if state is State.LIFTED else ()
    return rule(id=f"{effect[0]}.{state}", effect=effect, when=whens[state], unless=unless)


@pytest.mark.parametrize(
    ("outcome", "left_out", "told"),
    [
        (FORBIDDEN, "", "f.active f.lifted p.active p.lifted"),
        (REFUSED, "f.active f.open p.active p.open", "f.lifted p.lifted p.silent"),
        (
            CONDITIONAL,
            "f.active f.open",
            "f.lifted p.active p.lifted r.active r.lifted r.open",
        ),
        (
            ADMITTED,
            "f.active f.open r.active r.open",
            "f.lifted p.active p.lifted r.lifted",
        ),
        (
            UNDECIDED,
            "f.active",
            "f.lifted f.open p.active p.lifted p.open r.active r.lifted r.open",
        ),
    ],
)
def test_an_explanation_tells_of_the_rules_that_led_there_and_of_no_other(
    outcome: Outcome, left_out: str, told: str
) -> None:
    every = {f"{effect[0]}.{state}": standing(effect, state) for effect in Effect for state in State}
    kept = tuple(one for name, one in every.items() if name not in left_out.split())
    decision = ask(attrs.evolve(PACK, rules=kept), banned=None)
    assert decision.outcome is outcome
    for lang in LANGS:
        assert {name for name in every if name in decision.explain(lang)} == set(told.split())


def test_an_explanation_tells_what_would_lift_a_ban_that_nothing_lifts() -> None:
    twice = attrs.evolve(PACK, rules=(rule(id="F1", effect=Effect.FORBID, when=banned, unless=(named, moved > 8)),))
    english = ask(twice, banned=True).explain()
    assert "an exception would lift F1: whether an approval names it" in english
    assert "an exception would lift F1: staff moved is more than 8" in english
    assert ask(twice, banned=True).explain("zh").count("若符合例外") == 2
    for changed in ({"banned": True, "named": True}, {"banned": False}, {"banned": None}):
        assert "would lift" not in ask(twice, **changed).explain()
    permit = attrs.evolve(PACK, rules=(rule(when=listed, unless=(named,)),))
    assert "would lift" not in ask(permit, listed=True).explain()


def test_an_explanation_says_the_deciding_first_and_the_missing_last() -> None:
    assert ask().explain() == (
        "admitted on conditions\n"
        "permitted by P2: it is approved. Basis: 「批准」 准入办法(市委, 2018)\n"
        "not yet met, R1: staff follow the task. Basis: 「人隨事轉」 准入办法(市委, 2018)\n"
        "still to be moved: 2 staff (staff follow the task)"
    )
    lines = ask(needed=None).explain("zh").split("\n")
    assert lines[0].startswith("无法决定")
    assert "需要人员" in lines[-1]
    assert all(ask(banned=value).explain(lang) for value in (True, False, None) for lang in LANGS)


def test_a_parameter_without_a_value_leaves_a_rule_open() -> None:
    at_least = rule(when=needed >= param("least"))
    pack = attrs.evolve(PACK, rules=(at_least,))
    assert ask(pack).outcome is ADMITTED
    assert ask(pack, needed=None).missing == ("needed",)  # the figure has a value, so it is not missing
    later = attrs.evolve(PACK.parameters[0], values=(attrs.evolve(PACK.parameters[0].values[0], start=date.max),))
    assert ask(attrs.evolve(pack, parameters=(later,))).outcome is UNDECIDED


def test_a_rule_decides_only_in_its_time() -> None:
    old = rule(when=True, end=DAY)
    pack = RulePack(id="p", title=WORDS, fields=(approved.field,), rules=(old,))
    assert pack.at(date(2018, 6, 30)).decide({}).outcome is ADMITTED
    assert pack.at(DAY).decide({}).outcome is REFUSED
    assert pack.at(DAY).decide({}).reasons == ()
    assert old.period == Period(None, DAY)
    assert rule(start=DAY).period == Period(DAY, None)


def test_a_fact_no_field_declares_is_misuse() -> None:
    with pytest.raises(UnknownIdError, match=r"the pack has no field colour, weight;.* / .*没有字段colour") as caught:
        ask(weight=1, colour="red")
    assert caught.value.culprits == ("colour", "weight")


@pytest.mark.parametrize(("name", "value"), [("banned", "no"), ("banned", 0), ("needed", True), ("needed", "3")])
def test_a_fact_of_another_kind_is_misuse(name: str, value: Any) -> None:
    wanted = "True or False" if name == "banned" else "a whole number"
    with pytest.raises(InvalidValueError, match=rf"fact {name} is {wanted}, not .* / 事实{name}应为") as caught:
        ask(**{name: value})
    assert caught.value.culprits == (name, value)


def test_a_rule_takes_terms_and_plain_values() -> None:
    owed: dict[str, Any] = {"effect": Effect.REQUIRE, "obligation": Move("staff", 3)}
    one = rule(when=approved, unless=[listed], **owed)
    assert one == rule(when=FieldRef("", "approved"), unless=(FieldRef("", "listed"),), **owed)
    assert one.parameters() == ()
    assert rule(when=needed >= param("p"), unless=(moved > param("q"),)).parameters() == ("p", "q")
    with pytest.raises(InvalidValueError, match=r"cannot stand in a condition"):
        rule(when=None)


def test_a_move_names_the_field_that_counts_what_has_come() -> None:
    assert Move("staff", needed - moved, moved) == Move("staff", needed - moved, "moved")
    assert Move("staff", 2).into is None
    wrong: tuple[Any, ...] = (param("p"), moved + 1, 3, moved == needed)
    for into in wrong:
        with pytest.raises(InvalidValueError, match=r"is no field.* / ") as caught:
            Move("staff", 2, into)
        assert caught.value.culprits[0] is into
    with pytest.raises(InvalidValueError, match=r"resource is no identifier"):
        Move("two words", 2)


def test_a_rule_is_in_force_on_some_day() -> None:
    with pytest.raises(InvalidValueError, match=r"holds no day"):
        rule(start=DAY, end=DAY)


def test_a_decision_is_a_value() -> None:
    decision = ask()
    again = pickle.loads(pickle.dumps(decision))  # noqa: S301 - our own bytes
    assert again == decision
    assert hash(again) == hash(decision)
    assert again.explain("zh") == decision.explain("zh")
    assert decision.facts == KNOWN
    assert decision.day.label("moved") == Text(zh="已转人员", en="staff moved")
    assert isinstance(decision.reasons[0].rule, Rule)
    assert Field(name="f", kind="int", label=WORDS) == Field(name="f", kind="int", label=WORDS)


def test_a_parameter_without_a_value_is_missing_by_its_name() -> None:
    wanted = Parameter(id="staff.floor", unit=WORDS, values=(Dated(value=None, basis=Required(WORDS)),))
    open_rule = rule(id="R9", effect=Effect.REQUIRE, when=moved >= param("staff.floor"))
    decision = ask(attrs.evolve(PACK, parameters=(*PACK.parameters, wanted), rules=(APPROVED, open_rule)))
    assert decision.outcome is UNDECIDED
    assert decision.missing == ("staff.floor",)
    assert "staff.floor" in decision.explain("zh")
