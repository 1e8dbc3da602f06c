"""A wrong call is refused at the door, in both languages, and never from the inside."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

import pbgov
from pbgov.base import Assumption, Text
from pbgov.errors import InvalidValueError, StructureError, UnknownIdError
from pbgov.model import Approval, DutyRequest, Jurisdiction
from pbgov.org import FOUR_LEVELS, Unit
from pbgov.packs import JIXI
from pbgov.rules import Dated, Effect, Field, Rule, analyse, diff
from pbgov.synth import fill_units

ON = date(2018, 7, 1)
PLACE = Jurisdiction(id="place", profile=FOUR_LEVELS).having(Unit(id="city", kind="prefecture", level="city"))
NO_DAY: Any = "2018-07-01"
MOMENT: Any = datetime(2018, 7, 1, 12)  # noqa: DTZ001 - a moment is refused, whatever its zone
NO_PACK: Any = "jixi"
NO_MEANING: Any = None
NO_FIGURE: Any = 1.5
NO_CODES: Any = (1, 2)
NO_LANG: Any = "fr"
WORDS = Text(zh="模型", en="model")


def request(**changes: Any) -> DutyRequest:
    given: dict[str, Any] = {"id": "r", "duty": "visits", "target": "city", "start": ON}
    return DutyRequest(**(given | changes))


def shown(plans: Any) -> str:
    return pbgov.page(PLACE, pbgov.validate(PLACE, on=ON), heading=WORDS, on=ON, plans=plans)


CASES: tuple[tuple[Callable[[], object], str, str], ...] = (
    (lambda: pbgov.validate({}, on=NO_DAY), "on should be a date", "on应为日期"),
    (lambda: pbgov.validate(PLACE, on=MOMENT), "on should be a date", "on应为日期"),
    (lambda: pbgov.validate(PLACE, on=ON, since=NO_DAY), "since should be a date", "since应为日期"),
    (lambda: pbgov.validate(PLACE, on=ON, pack=NO_PACK), "pack should be a RulePack", "pack应为规则包"),
    (lambda: pbgov.admit(request(), place=PLACE, pack=JIXI, on=NO_DAY), "on should be a date", "on应为日期"),
    (lambda: pbgov.Rota(groups=("A",), start=NO_DAY, months=2), "start should be a date", "start应为日期"),
    (lambda: request(start=NO_DAY), "start should be a date", "start应为日期"),
    (lambda: request(staff_needed="two"), "staff_needed should be a whole", "staff_needed应为非负整数"),
    (lambda: request(yuan_moved=-1), "yuan_moved should be a whole", "yuan_moved应为非负整数"),
    (lambda: request(power_needed=True), "power_needed should be a whole", "power_needed应为非负整数"),
    (lambda: request(function="two words"), "function is no identifier", "function不是有效标识"),
    (lambda: pbgov.validate({}, on=ON).findings[0].message(NO_LANG), "no language 'fr'", "没有语言'fr'"),
    (lambda: pbgov.page(PLACE, pbgov.validate(PLACE, on=ON), heading=WORDS, on=ON, lang=NO_LANG), "use en", "请用en"),
    (lambda: shown(NO_DAY), "plans should be several of GridPlan or Partitioning and holds str", "其中却有str"),
    (lambda: shown(NO_FIGURE), "and holds float; for a single one write plans=[plan]", "请写plans=[plan]"),
    (lambda: shown([NO_MEANING]), "and holds NoneType", "其中却有NoneType"),
    (lambda: Approval(organ="government", unit="city", on=NO_DAY), "on should be a date", "on应为日期"),
)


RULE: dict[str, Any] = {"id": "r", "text": WORDS, "basis": Assumption(WORDS)}
LISTED = JIXI.field("on_list")
KNOWN: dict[str, Any] = {
    "duty": "x", "target_level": "community", "function": "public_service", "responsible": True, "on_list": False,
    "approved_by_committee": True, "approved_by_government": True, "staff_needed": 2, "staff_moved": 0,
    "yuan_needed": 1, "yuan_moved": 1, "power_needed": 0, "power_moved": 0,
}  # fmt: skip


def decide(**changes: Any) -> object:
    return JIXI.at(ON).decide(KNOWN | changes)


def deep(levels: int) -> object:
    condition: Any = LISTED
    for _ in range(levels):
        condition = ~condition
    return condition


RULES: tuple[tuple[Callable[[], object], str, str], ...] = (
    (lambda: decide(yuan_needed=1.5), "fact yuan_needed is a whole number", "事实yuan_needed应为整数"),
    (lambda: decide(yuan_needed=float("nan")), "fact yuan_needed is a whole number", "事实yuan_needed应为整数"),
    (lambda: decide(staff_needed=True), "and a bool is no number", "布尔值不算整数"),
    (lambda: decide(power_needed=9), "outside its declared range of 0 to 4", "不在声明的范围0至4内"),
    (lambda: decide(duty=3), "fact duty is a code", "事实duty应为代码"),
    (lambda: decide(on_list=1), "fact on_list is True or False", "事实on_list应为True或False"),
    (
        lambda: JIXI.at(ON).outcome(KNOWN | {"staff_needed": "2"}),
        "fact staff_needed is a whole",
        "事实staff_needed应为整数",
    ),
    (lambda: JIXI.at(ON).batch([KNOWN, KNOWN | {"duty": 3}]), "row 1: fact duty", "第1行：事实duty"),
    (lambda: JIXI.at(ON).decide([1]), "[1] is no request", "[1]不是申请"),
    (lambda: JIXI.at(ON).decide(None), "None is no request", "None不是申请"),
    (lambda: JIXI.at(ON).columns(NO_DAY), "str is no mapping of columns", "str不是列的映射"),
    (
        lambda: Field(name="__class__", kind="bool", label=JIXI.title),
        "field name '__class__' begins with two",
        "字段名'__class__'以两个下划线开头",
    ),
    (lambda: JIXI.at(NO_DAY), "on should be a date", "on应为日期"),
    (lambda: JIXI.at(MOMENT), "on should be a date", "on应为日期"),
    (lambda: deep(10_000), "nested more than 100 levels", "嵌套超过100层"),
    (lambda: LISTED and LISTED, "neither true nor false", "没有真假"),
    (lambda: JIXI.field("staff_needed").per(0), "may divide", "只能除以"),
    (lambda: Rule(effect="allow", when=LISTED, **RULE), "no effect 'allow'", "没有'allow'这种规则"),
    (lambda: Rule(effect=Effect.PERMIT, when=NO_MEANING, **RULE), "cannot stand in a condition", "不能写进条件"),
    (lambda: Rule(effect=Effect.PERMIT, when=LISTED, **RULE | {"id": "a b"}), "id is no identifier", "id不是有效标识"),
    (lambda: Dated(value=NO_FIGURE, basis=Assumption(WORDS)), "1.5 is no figure", "1.5不是参数值"),
    (lambda: Dated(value=NO_CODES, basis=Assumption(WORDS)), "(1, 2) is no figure", "(1, 2)不是参数值"),
    (lambda: Field(name="f", kind=NO_PACK, label=WORDS), "of no kind 'jixi'", "种类'jixi'不存在"),
    (lambda: Field(name="f", kind="int", label=WORDS, low=2, high=1), "cannot range from 2 to 1", "范围2至1不成立"),
    (lambda: Field(name="f", kind="bool", label=WORDS, options=("a",)), "cannot have the options", "选项"),
    (lambda: JIXI.extend(NO_PACK), "'jixi' is no overlay", "'jixi'不是修订包"),
    (lambda: analyse(NO_PACK), "pack should be a RulePack", "pack应为规则包"),
    (lambda: diff(JIXI, NO_PACK, on=ON), "pack should be a RulePack", "pack应为规则包"),
    (lambda: JIXI.at(ON).decide(KNOWN).remedies(-1), "limit should be a whole", "limit应为非负整数"),
    (lambda: JIXI.at(ON).decide(KNOWN).remedies(True), "limit should be a whole", "limit应为非负整数"),
    (lambda: JIXI.at(ON).decide(KNOWN).remedies(NO_FIGURE), "limit should be a whole", "limit应为非负整数"),
)
CASES = (*CASES, *RULES)


@pytest.mark.parametrize(("call", "english", "chinese"), CASES, ids=[str(n) for n in range(len(CASES))])
def test_a_wrong_call_says_what_is_wrong(call: Callable[[], object], english: str, chinese: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        call()
    in_english, _, in_chinese = str(caught.value).partition(" / ")
    assert english in in_english
    assert chinese in in_chinese


def test_a_level_to_fill_needs_a_kind() -> None:
    with pytest.raises(StructureError, match=r"no kind .* level county; .* / .*层级county") as caught:
        fill_units(PLACE, {"county": 1}, kinds={})
    assert caught.value.culprits == ("county",)


def test_what_a_pack_lacks_cannot_be_picked() -> None:
    with pytest.raises(UnknownIdError, match=r"no entry JX999; .* / .*没有条目JX999") as caught:
        JIXI.pick("JX201", "JX999")
    assert caught.value.culprits == ("JX999",)
