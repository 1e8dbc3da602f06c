"""What static analysis says of single rules at the edges of what fields may hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pbgov.base import Assumption, Modality, Text
from pbgov.rules import Effect, Flaw, Move, Rule, RulePack, analyse, field, reproduces

ON = date(2018, 7, 1)
WORDS = Text(zh="规则", en="rule")
GROUND = Assumption(WORDS)
FAR = 10**13  # fen: a hundred billion yuan
urgent, posts = field("urgent", "bool", WORDS), field("posts", "int", WORDS, low=0, high=50)
many, more = field("many", "int", WORDS), field("more", "int", WORDS)
homes, fen = field("homes", "int", WORDS), field("fen", "int", WORDS, low=FAR, high=10 * FAR)
since, until = field("since", "date", WORDS), field("until", "date", WORDS)
level = field("level", "code", WORDS, options=("township", "community"))
duty, other = (field(name, "code", WORDS) for name in ("duty", "other"))
flags, marks = field("flags", "codes", WORDS), field("marks", "codes", WORDS, options=("red", "black"))
FIELDS = tuple(
    term.field for term in (urgent, posts, homes, many, more, fen, since, until, level, duty, other, flags, marks)
)


def rule(name: str, effect: Effect, when: Any, *unless: Any, **more: Any) -> Rule:
    return Rule(id=name, effect=effect, when=when, unless=unless, text=WORDS, basis=GROUND, **more)


def flaws(*rules: Rule) -> list[tuple[Flaw, str]]:
    pack = RulePack(id="p", title=WORDS, fields=FIELDS, rules=rules)
    found = [one for one in analyse(pack, on=ON) if one.flaw not in {Flaw.UNUSED_FIELD, Flaw.GAP}]
    assert all(reproduces(pack, one) for one in found)
    return [(one.flaw, one.subject) for one in found]


@pytest.mark.parametrize(
    "condition",
    [
        posts >= 50, posts <= 0, (posts >= 7) & (posts <= 7), posts * 3 == 150, posts + 1 > 50,
        homes * 3 != 151, (homes * 3 == 150) & (homes == 50), (homes * -2 < 6) & (homes < -1),
        (homes * 2 > 6) & (homes < 5),
        (homes * 2 >= 5) & (homes < 4), (homes * -2 >= 5) & (homes > -4), (homes * 2 <= 5) & (homes > 1),
        (homes * 2 < 6) & (homes > 1), (homes - many >= 3) & (many - homes >= -3),
        homes > FAR, homes < -FAR, homes == FAR, homes * 3 > FAR, homes * -3 > FAR, homes - fen * 3 >= FAR, homes > fen,
        (homes == many * 10**6) & (many == more * 10**7) & (more >= 7), (homes > FAR) & (homes < FAR + 2),
        homes - posts > 10**15, fen == 10 * FAR, homes.per(300) > 2,
        since == date.max, since == date.min, since > until, (since > ON) & (since < date(2018, 7, 3)),
        since.plus_months(1) > until, level == "township", level != "township", level == duty,
        duty == "…", (duty != "tax") & (duty != "visits"), duty.is_in(("tax", "visits")) & (duty != "tax"),
        flags.has("a") & ~flags.has("b"), flags.has(duty), marks.has("red") & marks.has("black"), marks == ("red",),
        ~marks.has("red"), urgent == (posts > 3), duty == other, duty != other, level != duty,
        (duty != other) & (duty != "a"),
        (level == duty) & (duty != "community"), (duty != other) & (level == duty) & (other != "community"),
    ],
)  # fmt: skip
def test_a_rule_that_can_speak_is_not_called_dead(condition: Any) -> None:
    assert flaws(rule("P", Effect.PERMIT, condition)) == []
    assert (Flaw.UNMEETABLE, "R") not in flaws(rule("R", Effect.REQUIRE, condition), rule("P", Effect.PERMIT, urgent))


@pytest.mark.parametrize(
    "condition",
    [
        posts > 50, posts < 0, (posts > 7) & (posts < 8), posts * 3 == 151, posts * -1 > 0, posts - posts > 0,
        homes * 3 == 151, homes * 2 - many * 4 == 3, (homes * 3 != 150) & (homes == 50),
        (homes * -2 < 6) & (homes <= -3),
        (homes * 2 > 6) & (homes <= 3), (homes * 2 >= 5) & (homes < 3), (homes * -2 >= 5) & (homes > -3),
        (homes * 2 <= 5) & (homes > 2), (homes * 2 < 6) & (homes > 2), (homes - many >= 3) & (many - homes > -3),
        (homes > FAR) & (homes < FAR + 1), fen > 10 * FAR, fen < FAR, fen - posts < FAR - 50,
        since > date.max, since < date.min, (since > until) & (until > since), (since > ON) & (since < ON),
        level == "city", level.is_in(("city", "county")), (level == "township") & (level == "community"),
        (level == duty) & (duty == "city"), duty.is_in(()), (duty == "tax") & (duty == "visits"),
        marks.has("blue"), flags.has("a") & ~flags.has("a"), urgent & ~urgent, (posts * posts < 0) & urgent,
    ],
)  # fmt: skip
def test_a_rule_that_can_never_speak_is_called_dead(condition: Any) -> None:
    assert flaws(rule("F", Effect.FORBID, condition), rule("P", Effect.PERMIT, urgent)) == [(Flaw.DEAD, "F")]
    assert flaws(rule("R", Effect.REQUIRE, condition), rule("P", Effect.PERMIT, urgent)) == [(Flaw.UNMEETABLE, "R")]
    never_lifts = rule("F", Effect.FORBID, posts > 3, condition)
    assert flaws(never_lifts, rule("P", Effect.PERMIT, urgent)) == [(Flaw.IDLE_EXCEPTION, "F")]


def test_a_ban_in_principle_on_what_is_no_option_is_dead_and_nothing_else() -> None:
    ban = rule("F", Effect.FORBID, marks.has("blue"), modality=Modality.IN_PRINCIPLE)
    assert flaws(ban, rule("P", Effect.PERMIT, urgent)) == [(Flaw.DEAD, "F")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (posts > 3, posts > 5),
        (homes > 3, homes > FAR),
        (homes < -3, homes < -5),
        (homes <= -3, homes == -3),
        (homes != 4, (homes > 1) & (homes < 4)),
        (since < ON, since < date.min.replace(year=2)),
        (since >= ON, since > ON),
        (duty.is_in(("tax", "visits")), duty == "tax"),
        (duty != "tax", duty == "visits"),
        (urgent, urgent & (posts > 3)),
        (flags.has("a"), flags.has("a") & flags.has("b")),
        (homes - posts > 3, homes - posts > 4),
        (homes * 2 > 6, homes > 5),
    ],
)
def test_of_two_rules_the_narrower_is_one_too_many(one: Any, other: Any) -> None:
    wide, narrow = rule("W", Effect.PERMIT, one), rule("N", Effect.PERMIT, other)
    assert flaws(wide, narrow) == flaws(narrow, wide) == [(Flaw.REDUNDANT, "N")]
    banned = rule("W", Effect.FORBID, one), rule("N", Effect.PERMIT, other), rule("P", Effect.PERMIT, urgent | ~urgent)
    assert (Flaw.SHADOWED, "N") in flaws(*banned)
    same = rule("S", Effect.PERMIT, one)
    assert flaws(wide, same) == [(Flaw.REDUNDANT, "S")]  # the later of two that say the same


def test_two_requirements_that_owe_different_things_are_both_needed() -> None:
    permit = rule("P", Effect.PERMIT, urgent)
    staff, money = Move("staff", homes - posts, posts), Move("yuan_a_year", homes)
    first = rule("R", Effect.REQUIRE, posts >= homes, obligation=staff)
    assert flaws(permit, first, rule("S", Effect.REQUIRE, posts >= homes, obligation=money)) == []
    assert flaws(permit, first, rule("S", Effect.REQUIRE, posts >= homes, obligation=staff)) == [(Flaw.REDUNDANT, "S")]


def test_two_requirements_that_no_request_meets_are_at_odds() -> None:
    permit, least = rule("P", Effect.PERMIT, urgent), rule("R", Effect.REQUIRE, posts >= 30)
    assert flaws(permit, least, rule("S", Effect.REQUIRE, posts <= 20)) == [(Flaw.CONFLICT, "R")]
    assert flaws(permit, least, rule("S", Effect.REQUIRE, posts <= 30)) == []
