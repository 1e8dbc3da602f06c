"""One small pack whose decisions are counted by hand: may a duty be handed down to a street?"""

from __future__ import annotations

from datetime import date
from typing import Any

from pbgov.base import Assumption, Modality, Reference, Text
from pbgov.rules import (
    HERE,
    Count,
    Dated,
    Effect,
    Move,
    Norm,
    Parameter,
    Rule,
    RulePack,
    Value,
    Within,
    each,
    field,
    param,
)
from pbgov.rules import Columns as _Columns

DAY = date(2018, 7, 1)
WORDS = Text(zh="甲", en="a")
PAPER = Reference(title="准入办法", issuer="市委", date="2018")

banned = field("banned", "bool", Text(zh="是否禁止事项", en="whether the duty is banned"))
named = field("named", "bool", Text(zh="批准是否点名", en="whether an approval names it"))
listed = field("listed", "bool", Text(zh="是否在清单上", en="whether it is on the list"))
approved = field("approved", "bool", Text(zh="是否批准", en="whether it is approved"))
needed = field("needed", "int", Text(zh="需要人员", en="staff needed"))
moved = field("moved", "int", Text(zh="已转人员", en="staff moved"))

FORBID = Rule(
    id="F1",
    effect=Effect.FORBID,
    when=banned,
    unless=(named,),
    modality=Modality.IN_PRINCIPLE,
    text=Text(zh="不得下放", en="it must not be handed down"),
    basis=PAPER.quote("原则上不得下放"),
)
LISTED = Rule(
    id="P1", effect=Effect.PERMIT, when=listed, text=Text(zh="清单内", en="it is listed"), basis=PAPER.quote("清单")
)
APPROVED = Rule(
    id="P2", effect=Effect.PERMIT, when=approved, text=Text(zh="经批准", en="it is approved"), basis=PAPER.quote("批准")
)
STAFF = Rule(
    id="R1",
    effect=Effect.REQUIRE,
    when=moved >= needed,
    unless=(listed,),
    obligation=Move("staff", needed - moved),
    text=Text(zh="人随事转", en="staff follow the task"),
    basis=PAPER.quote("人隨事轉"),
)
LEAST = Parameter(id="least", unit=WORDS, values=(Dated(value=1, basis=Assumption(WORDS)),))
UNITS = _Columns("units", ("level",))
ONE = Norm(
    code="XX001",
    scope=each(UNITS),
    payload=Within(of=Count(HERE), at_least="least"),
    modality=Modality.MUST,
    text=WORDS,
    basis=Assumption(WORDS),
)
PACK = RulePack(
    id="pack",
    title=WORDS,
    fields=(banned.field, named.field, listed.field, approved.field, needed.field, moved.field),
    parameters=(LEAST,),
    rules=(FORBID, LISTED, APPROVED, STAFF),
    norms=(ONE,),
)
KNOWN: dict[str, Value | None] = {
    "banned": False, "named": False, "listed": False, "approved": True, "needed": 3, "moved": 1,
}  # fmt: skip


def rule(**changed: Any) -> Rule:
    """Make a rule that permits what is listed, but for what is changed."""
    columns: dict[str, Any] = {"id": "X1", "effect": Effect.PERMIT, "when": listed, "text": WORDS}
    return Rule(**(columns | {"basis": Assumption(WORDS)} | changed))


__all__ = [
    "APPROVED", "DAY", "FORBID", "KNOWN", "LEAST", "LISTED", "ONE", "PACK", "PAPER", "STAFF", "UNITS", "WORDS",
    "approved", "banned", "listed", "moved", "named", "needed", "param", "rule",
]  # fmt: skip
