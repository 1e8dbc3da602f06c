"""Short ways to write down the steps of a lifecycle."""

from __future__ import annotations

from typing import Final, Literal

from pbgov.base import Assumption, Basis, Reference, Text, term
from pbgov.rules import FieldTerm, Guard, Operand, Span, Transition, field

LANGFANG: Final = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
JIXI: Final = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
NANQIAO: Final = Reference(title="南谯区城市社区党建工作报道（无题）", issuer="滁州市南谯区", date="无日期")
SHANWEI: Final = Reference(title="汕尾:如何激活城市基层党建活力?城区多向发力", issuer="汕尾日报", date="2022-03-08")
JIEFANGBEI: Final = Reference(title="扎实开展规范化建设 夯实基层党建基础", issuer="中国社区工作网", date="2018")
CONSTITUTION: Final = Reference(title="中国共产党章程", issuer="中国共产党全国代表大会", date="2022修改")
RECRUITING: Final = Reference(title="中国共产党发展党员工作细则", issuer="中共中央办公厅", date="2014")
PROPERTY: Final = Reference(title="物业管理条例", issuer="国务院", date="2018修订")

USUAL: Final = Assumption(
    Text(
        zh="原文只提到这项制度，步骤及其次序按通常做法补全",
        en="the text names the institution; its steps and their order are filled in as they usually are",
    )
)
RULED: Final = Assumption(Text(zh="原文未写明，由本库裁定", en="the text is silent, and the library has ruled so"))


def named(*terms: tuple[str, str, str]) -> dict[str, Text]:
    """Name states or acts: code, Chinese, English."""
    return {code: Text(zh=zh, en=en) for code, zh, en in terms}


def asked(name: str, kind: Literal["bool", "int", "code", "codes"]) -> FieldTerm:
    """Declare a fact that steps may ask for, by the words of the vocabulary."""
    return field(name, kind, term(name))


def guard(when: Operand, zh: str, en: str) -> Guard:
    """Write a condition and the same in words."""
    return Guard(when, Text(zh=zh, en=en))


def step(
    state: str,
    act: str,
    to: str,
    basis: Basis | None = None,
    *guards: Guard,
    within: Span | None = None,
    not_before: Span | None = None,
    by: tuple[str, ...] = (),
) -> Transition:
    """Write one step of a table."""
    return Transition(
        state=state, act=act, to=to, guards=guards, within=within, not_before=not_before, by=by, basis=basis
    )


def line(start: str, *steps: tuple[str, str], basis: Basis | None = None) -> tuple[Transition, ...]:
    """Write steps that follow one another, each given by its act and the state it leads to."""
    states = (start, *(to for _, to in steps))
    return tuple(step(state, act, to, basis) for state, (act, to) in zip(states, steps, strict=False))
