"""Cases of eligibility and permission: one rule an item, decided on the facts of the example; and one vote."""

from __future__ import annotations

from typing import Any, Final, Literal

from pbgov.base import Basis, Reference, Text, term
from pbgov.rules import (
    And,
    Dated,
    Effect,
    Expr,
    FieldTerm,
    Operand,
    Outcome,
    Parameter,
    Rule,
    RulePack,
    field,
    lift,
)
from tests.catalogue.worlds import Case, Ruled

LANGFANG: Final = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")


NANQIAO: Final = Reference(title="南谯区城市社区党建工作报道", issuer="滁州市南谯区")


CONSTITUTION: Final = Reference(title="中国共产党章程", issuer="中国共产党全国代表大会", date="2022修改")


ITEMS: Final = Text(zh="项", en="items")


def asked(name: str, kind: Literal["bool", "int", "code", "codes"] = "bool") -> FieldTerm:
    """Declare a fact of a request."""
    return field(name, kind, term(name))


def listed(name: str, values: tuple[str, ...] | int, basis: Basis) -> Parameter:
    """A figure of the rule."""
    return Parameter(id=name, unit=ITEMS, values=(Dated(value=values, basis=basis),))


def ruled(  # noqa: PLR0917 - the columns of a table of cases
    item: str,
    basis: Basis,
    when: Operand,
    fields: tuple[FieldTerm, ...],
    accepting: dict[str, Any],
    changes: dict[str, Any],
    *figures: Parameter,
) -> Ruled:
    """One permission: facts that have it, and the same but for some changes, that have it not."""
    code = "TS" + item.removeprefix("C-").replace(".", "")
    rule = Rule(id=code, effect=Effect.PERMIT, item=item, text=Text(zh="可以", en="may"), basis=basis, when=lift(when))
    pack = RulePack(
        id="case", title=rule.text, rules=(rule,), parameters=figures, fields=tuple(one.field for one in fields)
    )
    return Ruled(item, pack, accepting, accepting | changes, code, Outcome.NOT_ADMITTED)


route, host, status, kind, form = (asked(name, "code") for name in ("route", "host", "status", "kind", "form"))


level, tier, route, status, kind = (asked(name, "code") for name in ("level", "tier", "route", "status", "kind"))


criteria, pools = asked("criteria", "codes"), asked("pools", "codes")


located, qualified, head, reported = (asked(name) for name in ("located", "qualified", "head", "reported"))


own_branch, joint_branch, work, organised = (
    asked(name) for name in ("own_branch", "joint_branch", "work_coverage", "organised")
)


full = asked("full_members", "int")


key, organised, linked = (asked(name) for name in ("key", "organised", "linked"))


services = asked("services", "codes")


BRANCH_OF_THREE = CONSTITUTION.quote("凡是有正式党员三人以上的", "第三十条")


def affirmed(*all_of: str) -> Expr:
    """Every one of the criteria was affirmed of a person."""
    return And(tuple(criteria.has(one) for one in all_of))


CASES: Final[tuple[Case, ...]] = ()
