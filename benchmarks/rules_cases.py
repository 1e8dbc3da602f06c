"""Twelve rules of admission, written four ways: as a pack, as Python by hand, plain and with reasons, and as numpy.

The rules have two bans, one with an exception, and one more, five permits, and four requirements, three of them
checks of proportion: what is moved is at least what is needed.
"""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from pbgov.base import Assumption, Text
from pbgov.rules import Effect, Move, Operand, Rule, RulePack, field

ON = date(2018, 7, 1)
DUTIES = ("visits", "attraction", "tax", "certificate", "demolition", "enforcement", "library", "safety")
LEVELS = ("township", "community")
FUNCTIONS = ("party", "social", "governance", "development", "service", "stability", "none")
REMOVED = frozenset({"attraction", "tax"})
BARRED = frozenset({"certificate", "demolition", "enforcement"})
SIX = frozenset(FUNCTIONS[:6])
STRONGEST = 4
LARGE = 25_000


def requests(n: int, seed: int = 1) -> list[dict[str, Any]]:
    """Make requests from a seed; all of their facts are known."""
    chance = random.Random(seed)

    def often(tenths: int) -> bool:
        return chance.randrange(10) < tenths

    return [
        {
            "duty": chance.choice(DUTIES),
            "target_level": chance.choice(LEVELS),
            "function": chance.choice(FUNCTIONS),
            "responsible": often(7),
            "on_list": often(3),
            "by_committee": often(8),
            "by_government": often(8),
            "emergency": often(1),
            "staff_needed": chance.randint(0, 3),
            "staff_moved": chance.randint(0, 3),
            "yuan_needed": chance.randint(0, 30) * 1000,
            "yuan_moved": chance.randint(0, 30) * 1000,
            "power_needed": chance.randint(0, STRONGEST),
            "power_moved": chance.randint(0, STRONGEST),
        }
        for _ in range(n)
    ]


def by_hand(r: Mapping[str, Any]) -> str:  # noqa: PLR0911 - written as one writes it by hand
    """Decide a request, reading each fact when it is needed and checking none."""
    if r["target_level"] == "township" and r["duty"] in REMOVED:
        return "forbidden"
    if r["target_level"] == "community" and r["responsible"] and r["duty"] in BARRED and not r["emergency"]:
        return "forbidden"
    if r["power_needed"] > 3:  # noqa: PLR2004 - a figure of the rule
        return "forbidden"
    if not (
        r["on_list"]
        or r["emergency"]
        or (r["by_committee"] and r["by_government"] and (r["target_level"] != "township" or r["function"] in SIX))
        or (r["by_government"] and r["duty"] == "safety")
        or (r["by_committee"] and r["duty"] == "library")
    ):
        return "not_admitted"
    if not r["on_list"]:
        if r["staff_moved"] < r["staff_needed"]:
            return "conditional"
        if r["yuan_moved"] < r["yuan_needed"]:
            return "conditional"
        if r["power_moved"] < r["power_needed"]:
            return "conditional"
    if r["yuan_needed"] > LARGE and not r["by_committee"]:
        return "conditional"
    return "admitted"


def by_hand_with_reasons(r: Mapping[str, Any]) -> tuple[str, list[str]]:  # noqa: C901, PLR0912 - as above
    """Decide a request and name every rule that speaks."""
    reasons: list[str] = []
    forbidden = permitted = short = False
    if r["target_level"] == "township" and r["duty"] in REMOVED:
        reasons.append("F1")
        forbidden = True
    if r["target_level"] == "community" and r["responsible"] and r["duty"] in BARRED:
        if r["emergency"]:
            reasons.append("F2 lifted")
        else:
            reasons.append("F2")
            forbidden = True
    if r["power_needed"] > 3:  # noqa: PLR2004 - a figure of the rule
        reasons.append("F3")
        forbidden = True
    if r["on_list"]:
        reasons.append("P1")
        permitted = True
    if r["emergency"]:
        reasons.append("P2")
        permitted = True
    if r["by_committee"] and r["by_government"] and (r["target_level"] != "township" or r["function"] in SIX):
        reasons.append("P3")
        permitted = True
    if r["by_government"] and r["duty"] == "safety":
        reasons.append("P4")
        permitted = True
    if r["by_committee"] and r["duty"] == "library":
        reasons.append("P5")
        permitted = True
    if not r["on_list"]:
        if r["staff_moved"] < r["staff_needed"]:
            reasons.append("R1")
            short = True
        if r["yuan_moved"] < r["yuan_needed"]:
            reasons.append("R2")
            short = True
        if r["power_moved"] < r["power_needed"]:
            reasons.append("R3")
            short = True
    if r["yuan_needed"] > LARGE and not r["by_committee"]:
        reasons.append("R4")
        short = True
    outcome = "forbidden" if forbidden else "not_admitted" if not permitted else "conditional" if short else "admitted"
    return outcome, reasons


def by_numpy(np: Any, c: Mapping[str, Any]) -> Mapping[str, Any]:  # noqa: ANN401 - numpy, where it is installed
    """Decide columns, as one writes it by hand."""
    township = c["target_level"] == "township"
    forbidden = (
        (township & np.isin(c["duty"], list(REMOVED)))
        | ((c["target_level"] == "community") & c["responsible"] & np.isin(c["duty"], list(BARRED)) & ~c["emergency"])
        | (c["power_needed"] > 3)  # noqa: PLR2004 - a figure of the rule
    )
    permitted = (
        c["on_list"]
        | c["emergency"]
        | (c["by_committee"] & c["by_government"] & (~township | np.isin(c["function"], list(SIX))))
        | (c["by_government"] & (c["duty"] == "safety"))
        | (c["by_committee"] & (c["duty"] == "library"))
    )
    unlisted = ~c["on_list"]
    short = (
        (unlisted & (c["staff_moved"] < c["staff_needed"]))
        | (unlisted & (c["yuan_moved"] < c["yuan_needed"]))
        | (unlisted & (c["power_moved"] < c["power_needed"]))
        | ((c["yuan_needed"] > LARGE) & ~c["by_committee"])
    )
    allowed = ~forbidden & permitted
    return {
        "forbidden": forbidden,
        "not_admitted": ~forbidden & ~permitted,
        "conditional": allowed & short,
        "admitted": allowed & ~short,
    }


CODES = {"duty": DUTIES, "target_level": LEVELS, "function": FUNCTIONS}


def by_numpy_with_positions(np: Any, c: Mapping[str, Any]) -> Mapping[str, Any]:  # noqa: ANN401 - numpy, where installed
    """Decide columns that give codes by their positions, as one writes it by hand."""

    def among(name: str, codes: frozenset[str]) -> Any:  # noqa: ANN401 - an array
        return np.isin(c[name], [CODES[name].index(code) for code in codes])

    township = c["target_level"] == LEVELS.index("township")
    forbidden = (
        (township & among("duty", REMOVED))
        | (~township & c["responsible"] & among("duty", BARRED) & ~c["emergency"])
        | (c["power_needed"] > 3)  # noqa: PLR2004 - a figure of the rule
    )
    permitted = (
        c["on_list"]
        | c["emergency"]
        | (c["by_committee"] & c["by_government"] & (~township | among("function", SIX)))
        | (c["by_government"] & (c["duty"] == DUTIES.index("safety")))
        | (c["by_committee"] & (c["duty"] == DUTIES.index("library")))
    )
    unlisted = ~c["on_list"]
    short = (
        (unlisted & (c["staff_moved"] < c["staff_needed"]))
        | (unlisted & (c["yuan_moved"] < c["yuan_needed"]))
        | (unlisted & (c["power_moved"] < c["power_needed"]))
        | ((c["yuan_needed"] > LARGE) & ~c["by_committee"])
    )
    allowed = ~forbidden & permitted
    return {
        "forbidden": forbidden,
        "not_admitted": ~forbidden & ~permitted,
        "conditional": allowed & short,
        "admitted": allowed & ~short,
    }


WORDS = Text(zh="测量", en="benchmark")
GROUND = Assumption(WORDS)

duty = field("duty", "code", WORDS, options=DUTIES)
target_level = field("target_level", "code", WORDS, options=LEVELS)
function = field("function", "code", WORDS, options=FUNCTIONS)
responsible = field("responsible", "bool", WORDS, actionable=True)
on_list = field("on_list", "bool", WORDS)
by_committee = field("by_committee", "bool", WORDS, actionable=True)
by_government = field("by_government", "bool", WORDS, actionable=True)
emergency = field("emergency", "bool", WORDS)
staff_needed = field("staff_needed", "int", WORDS, low=0)
staff_moved = field("staff_moved", "int", WORDS, low=0, actionable=True)
yuan_needed = field("yuan_needed", "int", WORDS, low=0)
yuan_moved = field("yuan_moved", "int", WORDS, low=0, actionable=True)
power_needed = field("power_needed", "int", WORDS, low=0, high=STRONGEST)
power_moved = field("power_moved", "int", WORDS, low=0, high=STRONGEST, actionable=True)
FIELDS = tuple(
    term.field
    for term in (
        duty, target_level, function, responsible, on_list, by_committee, by_government, emergency, staff_needed,
        staff_moved, yuan_needed, yuan_moved, power_needed, power_moved,
    )
)  # fmt: skip


def rule(name: str, when: Operand, *unless: Operand, owes: Move | None = None) -> Rule:
    """Make a rule; the letter of its name says what it does."""
    effect = {"F": Effect.FORBID, "P": Effect.PERMIT, "R": Effect.REQUIRE}[name[0]]
    # A term is no node until it is lifted, which the rule does for what it is given.
    when_given: Any = when
    unless_given: Any = unless
    return Rule(id=name, effect=effect, when=when_given, unless=unless_given, obligation=owes, text=WORDS, basis=GROUND)


RULES = (
    rule("F1", (target_level == "township") & duty.is_in(tuple(sorted(REMOVED)))),
    rule("F2", (target_level == "community") & responsible & duty.is_in(tuple(sorted(BARRED))), emergency),
    rule("F3", power_needed > 3),  # noqa: PLR2004 - a figure of the rule
    rule("P1", on_list),
    rule("P2", emergency),
    rule("P3", by_committee & by_government & ((target_level != "township") | function.is_in(FUNCTIONS[:6]))),
    rule("P4", by_government & (duty == "safety")),
    rule("P5", by_committee & (duty == "library")),
    rule("R1", on_list | (staff_moved >= staff_needed), owes=Move("staff", staff_needed - staff_moved, staff_moved)),
    rule("R2", on_list | (yuan_moved >= yuan_needed), owes=Move("yuan_a_year", yuan_needed - yuan_moved, yuan_moved)),
    rule("R3", on_list | (power_moved >= power_needed), owes=Move("power", power_needed - power_moved, power_moved)),
    rule("R4", (yuan_needed <= LARGE) | by_committee),
)
PACK = RulePack(id="benchmark", title=WORDS, fields=FIELDS, rules=RULES)
