"""Remedies: what would have to be otherwise, at its least, and how it is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from pbgov.base import Assumption, Text
from pbgov.rules import Dated, Effect, Move, Outcome, Parameter, Rule, RulePack, field, param

ON = date(2018, 7, 1)
DAY = timedelta(1)
WORDS = Text(zh="规则", en="rule")
GROUND = Assumption(WORDS)


def free(name: str, kind: Any, en: str, **more: Any) -> Any:
    return field(name, kind, Text(zh=f"{en}项", en=en), actionable=True, **more)


urgent, also = free("urgent", "bool", "urgency"), free("also", "bool", "another")
posts, homes = free("posts", "int", "posts", low=0, high=5_000), free("homes", "int", "homes")
since, until = free("since", "date", "start"), free("until", "date", "end")
level = free("level", "code", "level", options=("city", "township", "community"))
duty, other = free("duty", "code", "duty"), free("other", "code", "other duty")
marks, fixed = free("marks", "codes", "marks"), field("fixed", "int", WORDS)
FIELDS = tuple(
    term.field for term in (urgent, also, posts, homes, since, until, level, duty, other, marks, fixed)
)  # fmt: skip
KNOWN: dict[str, Any] = {
    "urgent": False, "also": False, "posts": 10, "homes": 100, "since": ON, "until": ON + 9 * DAY, "level": "township",
    "duty": "tax", "other": "visits", "marks": ("red", "black"), "fixed": 7,
}  # fmt: skip


def rule(name: str, effect: Effect, when: Any, *unless: Any, **more: Any) -> Rule:
    return Rule(id=name, effect=effect, when=when, unless=unless, text=WORDS, basis=GROUND, **more)


def pack(*rules: Rule, **more: Any) -> RulePack:
    given: dict[str, Any] = {"id": "p", "title": WORDS, "fields": FIELDS, "rules": rules}
    return RulePack(**given | more)


def remedies(*rules: Rule, limit: int | None = None, **changes: Any) -> list[dict[str, Any]]:
    day = pack(*rules).at(ON)
    decision = day.decide(KNOWN | changes)
    found = decision.remedies() if limit is None else decision.remedies(limit)
    assert all(day.outcome(dict(one.facts)) is Outcome.ADMITTED for one in found)
    return [dict(one.changes) for one in found]


@pytest.mark.parametrize(
    ("when", "changes"),
    [
        (urgent, [{"urgent": True}]),
        (posts >= 12, [{"posts": 12}]),
        (posts > 12, [{"posts": 13}]),
        (posts <= 8, [{"posts": 8}]),
        (posts < 8, [{"posts": 7}]),
        (posts == 3, [{"posts": 3}]),
        (posts != 10, [{"posts": 9}]),
        (posts * 3 > 40, [{"posts": 14}]),
        (posts * 3 >= 42, [{"posts": 14}]),
        (homes * -3 >= 10, [{"homes": -4}]),
        (posts - homes >= 5, [{"posts": 105}, {"homes": 5}]),
        (posts + fixed == 20, [{"posts": 13}]),
        (fixed * 2 <= posts, [{"posts": 14}]),
        (posts > 5_000, []),  # beyond what there may be
        (posts >= 5_000, [{"posts": 5_000}]),
        (posts < 0, []),
        (fixed > 9, []),  # nobody can change it
        (posts * posts > 120, []),  # no sum, so no value is known at which it turns
        (since < ON, [{"since": ON - DAY}]),
        (since <= ON - 5 * DAY, [{"since": ON - 5 * DAY}]),
        (since > ON + 5 * DAY, [{"since": ON + 6 * DAY}]),
        (since == date.max, [{"since": date.max}]),
        (since <= date.min, [{"since": date.min}]),
        (since > until, [{"since": ON + 10 * DAY}, {"until": ON - DAY}]),
        (level == "community", [{"level": "community"}]),
        (level != "township", [{"level": "city"}, {"level": "community"}]),
        (level.is_in(("city", "community")), [{"level": "city"}, {"level": "community"}]),
        (duty == "visits", [{"duty": "visits"}]),
        (duty == other, [{"duty": "visits"}, {"other": "tax"}]),
        (duty.is_in(("library", "visits")), [{"duty": "library"}, {"duty": "visits"}]),
        (marks.has("green"), [{"marks": ("red", "black", "green")}]),
        (~marks.has("red"), [{"marks": ("black",)}]),
        (marks.has("green") & ~marks.has("red"), []),  # a set changes by one code
        (urgent & (posts >= 12), [{"urgent": True, "posts": 12}]),
        (urgent | also, [{"urgent": True}, {"also": True}]),
        (urgent & also & (posts >= 12), []),  # three at once are more than two
    ],
)
def test_the_nearest_value_that_is_admitted(when: Any, changes: list[dict[str, Any]]) -> None:
    assert remedies(rule("P", Effect.PERMIT, when)) == changes
    banned = remedies(rule("P", Effect.PERMIT, True), rule("F", Effect.FORBID, ~when))
    assert banned == changes
    assert remedies(rule("P", Effect.PERMIT, True), rule("F", Effect.FORBID, True, when)) == changes
    assert remedies(rule("P", Effect.PERMIT, True), rule("R", Effect.REQUIRE, when)) == changes


@pytest.mark.parametrize(
    ("limit", "changes"), [(0, []), (1, []), (2, []), (3, [{"urgent": True, "also": True, "posts": 12}])]
)
def test_no_more_changes_than_one_asks_for(limit: int, changes: list[dict[str, Any]]) -> None:
    assert remedies(rule("P", Effect.PERMIT, urgent & also & (posts >= 12)), limit=limit) == changes


def test_few_changes_come_first_and_none_holds_another() -> None:
    permits = (rule("P", Effect.PERMIT, posts >= 12), rule("Q", Effect.PERMIT, urgent & also))
    assert remedies(*permits) == [{"posts": 12}, {"urgent": True, "also": True}]
    assert remedies(rule("P", Effect.PERMIT, urgent), rule("Q", Effect.PERMIT, urgent & also)) == [{"urgent": True}]


def test_a_ban_and_a_want_of_permission_are_both_cured() -> None:
    rules = (rule("F", Effect.FORBID, posts < 12), rule("G", Effect.FORBID, also), rule("P", Effect.PERMIT, urgent))
    assert remedies(*rules) == [{"posts": 12, "urgent": True}]
    assert remedies(*rules, also=True) == []
    assert remedies(*rules, also=True, urgent=True) == [{"posts": 12, "also": False}]


def test_what_is_admitted_or_lacks_a_fact_has_no_remedy() -> None:
    permit = rule("P", Effect.PERMIT, urgent)
    assert remedies(permit, urgent=True) == []
    assert remedies(permit, urgent=None) == []
    assert remedies(permit, also=None) == []  # though nothing asks for it: a remedy is a whole request


def test_what_is_owed_is_moved_beside_what_changes() -> None:
    owed = rule("R", Effect.REQUIRE, posts >= homes, obligation=Move("staff", homes - posts, posts))
    day = pack(rule("P", Effect.PERMIT, urgent), owed).at(ON)
    (remedy,) = day.decide(KNOWN).remedies()
    assert (dict(remedy.changes), remedy.facts["posts"]) == ({"urgent": True}, 100)
    assert [one.amount for one in remedy.obligations] == [90]
    assert remedy.in_("en") == "change “urgency” to yes; still to be moved: 90 staff (rule)"
    assert remedy.in_("zh") == "将“urgency项”改为：是；还须转来：90名人员（规则）"
    (at_once,) = day.decide(KNOWN | {"urgent": True}).remedies(0)
    assert (dict(at_once.changes), at_once.facts["posts"]) == ({}, 100)
    beyond = day.decide(KNOWN | {"urgent": True, "homes": 5_001}).remedies(1)
    assert [dict(one.changes) for one in beyond] == [{"homes": 11}]  # the field does not hold what would be moved


def test_two_that_are_owed_to_one_field_are_moved_once() -> None:
    rules = [
        rule(name, Effect.REQUIRE, posts >= least, obligation=Move("staff", least - posts, posts))
        for name, least in (("R", homes), ("S", fixed * 3))
    ]
    (remedy,) = pack(rule("P", Effect.PERMIT, True), *rules).at(ON).decide(KNOWN).remedies()
    assert [one.amount for one in remedy.obligations] == [90, 11]
    assert remedy.facts["posts"] == 100


def test_what_is_moved_may_meet_a_ban() -> None:
    rules = (
        rule("P", Effect.PERMIT, True),
        rule("R", Effect.REQUIRE, posts >= homes, obligation=Move("staff", homes - posts, posts)),
        rule("F", Effect.FORBID, posts > 50, urgent),
    )
    assert remedies(*rules, limit=1) == [{"homes": 11}, {"urgent": True}]


def test_an_obligation_that_counts_nowhere_meets_nothing() -> None:
    owed = rule("R", Effect.REQUIRE, posts >= 12, obligation=Move("staff", fixed))
    assert remedies(rule("P", Effect.PERMIT, True), owed) == [{"posts": 12}]


def test_a_figure_of_the_day_is_what_the_value_turns_at() -> None:
    figure = Parameter(
        id="least", unit=WORDS, values=(Dated(value=12, basis=GROUND), Dated(value=14, start=ON, basis=GROUND))
    )
    dated = pack(rule("P", Effect.PERMIT, posts >= param("least")), parameters=(figure,))
    for on, least in ((ON - DAY, 12), (ON, 14)):
        (remedy,) = dated.at(on).decide(KNOWN).remedies()
        assert dict(remedy.changes) == {"posts": least}


@pytest.mark.parametrize(
    ("when", "en", "zh"),
    [
        (~urgent, "change “urgency” to no", "将“urgency项”改为：否"),
        (posts >= 1_200, "change “posts” to 1,200", "将“posts项”改为：1,200"),
        (since < ON, "change “start” to 2018-06-30", "将“start项”改为：2018-06-30"),
        (level == "community", "change “level” to community or village", "将“level项”改为：社区（村）"),
        (marks.has("city"), "change “marks” to red, black, city", "将“marks项”改为：red、black、市"),
    ],
)
def test_a_remedy_is_said_in_both_languages(when: Any, en: str, zh: str) -> None:
    (remedy,) = pack(rule("P", Effect.PERMIT, when)).at(ON).decide(KNOWN | {"urgent": True}).remedies()
    assert (remedy.in_("en"), remedy.in_("zh")) == (en, zh)


def test_of_two_that_are_as_near_the_lower_comes_first() -> None:
    for n in range(40):  # whatever order a set of days has in this process
        day = pack(rule("P", Effect.PERMIT, since != ON + n * DAY)).at(ON)
        (remedy,) = day.decide(KNOWN | {"since": ON + n * DAY}).remedies(1)
        assert remedy.changes["since"] == ON + (n - 1) * DAY
    assert remedies(rule("P", Effect.PERMIT, homes != 100)) == [{"homes": 99}]
