"""Cases of classes, votes, scores, rankings and vague numbers, each norm with the phrase it was read from.

The packs here are as small as an item: one norm and the figures it names.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from pbgov.base import (
    Amount,
    Assumption,
    Band,
    Basis,
    Cycle,
    Exact,
    Interval,
    Modality,
    Reference,
    Row,
    Text,
)
from pbgov.model import Fact, Jurisdiction, columns
from pbgov.rules import (
    HERE,
    Dated,
    Mark,
    Norm,
    Parameter,
    Payload,
    Ranking,
    Ratio,
    RulePack,
    Selector,
    Sum,
    Within,
    each,
    field,
    rank,
)
from tests.catalogue.worlds import CHAIN, Asked, Case, Judged, place

LANGFANG = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")


NANQIAO = Reference(title="南谯区城市社区党建工作报道", issuer="滁州市南谯区")


JIEFANGBEI = Reference(title="扎实开展规范化建设 夯实基层党建基础", issuer="重庆市渝中区解放碑街道", date="2018")


facts, units = columns("facts"), columns("units")


TOWNSHIP = each(units.level == "township")


WHOLE: Final = 1000  # parts per thousand


ITEMS = Text(zh="项", en="items")


def assumed(zh: str, en: str) -> Assumption:
    """A figure that no text gives."""
    return Assumption(Text(zh=zh, en=en))


def figure(name: str, value: int | Band | tuple[str, ...], basis: Basis) -> Parameter:
    """A parameter of one value."""
    return Parameter(id=name, unit=ITEMS, values=(Dated(value=value, basis=basis),))


def pack(item: str, payload: Payload, basis: Basis, *figures: Parameter, scope: Selector = TOWNSHIP) -> RulePack:
    """A pack of one norm; its code is that of the item."""
    norm = Norm(
        code=code(item),
        item=item,
        scope=scope,
        payload=payload,
        modality=Modality.MUST,
        text=Text(zh="案例规范", en="norm of the case"),
        basis=basis,
    )
    return RulePack(id="case", title=norm.text, norms=(norm,), parameters=figures)


def code(item: str) -> str:
    """The code of the norm of an item: TS603 for C-6.03."""
    group, number = item.removeprefix("C-").split(".")
    return f"TS{group}{number}"


def stated(**amounts: Amount | int) -> list[Row]:
    """What a text states of the subdistrict; a unit of account may be counted in several rows, ``a__1``, ``a__2``."""
    given = {name: Exact(amount) if isinstance(amount, int) else amount for name, amount in amounts.items()}
    basis = JIEFANGBEI.quote("案例")
    return [
        Fact(id=name, about="street", amount=amount, unit=name.split("__")[0], basis=basis)
        for name, amount in given.items()
    ]


def total(*kinds: str) -> Sum:
    """The sum of what is stated of the subject, of some units of account."""
    return Sum(HERE.back(facts.about, facts.unit.is_in(kinds)), "amount")


def reported(**amounts: Amount | int) -> Jurisdiction:
    """The four levels with what is stated of the subdistrict."""
    return place(*CHAIN, *stated(**amounts), whole="facts")


def counted(item: str, basis: Basis, value: int, *kinds: str, exactly: bool = True) -> RulePack:
    """A pack that asks for exactly, or for at least, so many."""
    name = f"{kinds[0]}.number"
    payload = Within(of=total(*kinds), exactly=name) if exactly else Within(of=total(*kinds), at_least=name)
    return pack(item, payload, basis, figure(name, value, basis))


def share(item: str, basis: Basis, part: str, whole: str, *, at_least: bool) -> RulePack:
    """A pack that asks that one number is at least, or at most, another."""
    ratio, one = Ratio(total(part), total(whole)), figure("whole", WHOLE, basis)
    payload = Within(of=ratio, at_least=one.id) if at_least else Within(of=ratio, at_most=one.id)
    return pack(item, payload, basis, one)


# Classes

CONTRACT = field("contract_in_force", "bool", Text(zh="有效物业合同", en="property-service contract in force"))


# Scores


def handled(*years: int) -> Ranking:
    """Four subdistricts by their closure rate, the last in a year of its own if two are given."""
    rates = {"a": 980, "b": 950, "c": 950, "d": 900}
    marks = [
        Mark(unit=name, period=Cycle.YEAR.holding(date(years[-1] if name == "d" else years[0], 1, 1)), amount=Exact(n))
        for name, n in rates.items()
    ]
    return rank(marks, text=Text(zh="办结率", en="closure rate"), basis=LANGFANG.quote("办理排名等考评机制"))


# Coverage and numbers


FOUR_GROUPS: Final = ("organ_members", "subdistrict_cadres", "two_committee_cadres", "grassroots_cadres")


DISSOLVED = Interval(low=0, high=6)  # 撤并、调整党组织6个: how many of the six were removed is not said


def became(removed: int) -> tuple[bool, str]:
    """Whether so many of the six may have been removed, and whether 179, one new and these make 176."""
    after = Interval.of(Exact(179)) + Interval.of(Exact(1)) - Interval.of(Exact(removed))
    return removed in DISSOLVED, after.compare("==", Interval.of(Exact(176))).value


# Counts that a text states


def sized(item: str, basis: Basis, kind: str, n: int, at_least: bool) -> Judged:
    """A number that a text states, in two parts, and one less; what is “more than” is a number or above."""
    one, two = (n - n // 3, n // 3)
    whole = stated_in_parts(kind, one, two)
    lacking = stated_in_parts(kind, one - 1, two)
    return Judged(item, whole, lacking, code(item), counted(item, basis, n, kind, exactly=not at_least))


def stated_in_parts(kind: str, one: int, two: int) -> Jurisdiction:
    """A number stated in two parts."""
    return reported(**{f"{kind}__1": one, f"{kind}__2": two})


CASES: tuple[Case, ...] = (Asked("C-9.05", lambda: became(4), (True, "yes"), lambda: became(7), (False, "no")),)
