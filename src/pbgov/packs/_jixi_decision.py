"""Jixi 鸡西, the decision on a duty that is to be handed down: what is banned, who approves, what follows the task.

References:
    鸡西市城市基层党建“四级联动”体系建设, as in the pack of Jixi.

Limitations:
    The text asks that people, power and funds follow the task, and does not say how much of each: as much as the task
    needs.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference, Text
from pbgov.rules import Effect, Field, Move, Operand, Rule, field, lift, param

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_POSTS, _YUAN, _STEPS = Text(zh="名", en="posts"), Text(zh="元/年", en="yuan a year"), Text(zh="级", en="steps")
_STRONGEST = 4  # to decide

duty = field("duty", "code", Text(zh="事项类别", en="category of the duty"))
target_level = field("target_level", "code", Text(zh="承接单位层级", en="level of the target"))
function = field("function", "code", Text(zh="所属职能", en="function served"))
responsible = field("responsible", "bool", Text(zh="是否为责任主体", en="target is responsible"), actionable=True)
on_list = field("on_list", "bool", Text(zh="是否在工作事项清单内", en="on the work-item list"))
by_committee = field(
    "approved_by_committee",
    "bool",
    Text(zh="县（市）区委批准", en="approved by the county Party committee"),
    actionable=True,
)
by_government = field(
    "approved_by_government",
    "bool",
    Text(zh="县（市）区政府批准", en="approved by the county government"),
    actionable=True,
)
staff_needed = field("staff_needed", "int", Text(zh="所需人员", en="posts needed"), unit=_POSTS, low=0)
staff_moved = field("staff_moved", "int", Text(zh="随转人员", en="posts moved"), unit=_POSTS, low=0, actionable=True)
yuan_needed = field("yuan_needed", "int", Text(zh="每年所需经费", en="yuan a year needed"), unit=_YUAN, low=0)
yuan_moved = field(
    "yuan_moved", "int", Text(zh="每年随转经费", en="yuan a year moved"), unit=_YUAN, low=0, actionable=True
)
power_needed = field(
    "power_needed", "int", Text(zh="所需权力", en="strength of power needed"), unit=_STEPS, low=0, high=_STRONGEST
)
power_moved = field(
    "power_moved",
    "int",
    Text(zh="随转权力", en="strength of power moved"),
    unit=_STEPS,
    low=0,
    high=_STRONGEST,
    actionable=True,
)

JIXI_FIELDS: Final[tuple[Field, ...]] = tuple(
    term.field
    for term in (
        duty,
        target_level,
        function,
        responsible,
        on_list,
        by_committee,
        by_government,
        staff_needed,
        staff_moved,
        yuan_needed,
        yuan_moved,
        power_needed,
        power_moved,
    )
)


def _rule(  # noqa: PLR0917 - the columns of a table of rules
    name: str, effect: Effect, item: str, text: Text, quote: str, when: Operand, move: Move | None = None
) -> Rule:
    basis = _REPORT.quote(quote)
    return Rule(id=name, effect=effect, item=item, text=text, basis=basis, when=lift(when), obligation=move)


JIXI_RULES: Final = (
    _rule(
        "JX454",
        Effect.FORBID,
        "C-4.04",
        Text(
            zh="街道不承担招商引资、协税护税", en="a subdistrict takes no investment attraction and no tax assistance"
        ),
        "全部取消了招商引資、協稅護稅職能",
        (target_level == "township") & duty.is_in(param("subdistrict.forbidden")),
    ),
    _rule(
        "JX467",
        Effect.FORBID,
        "C-4.17",
        Text(
            zh="社区不作为“奇葩”证明、执法、拆迁的责任主体",
            en="a community is not responsible for certificates, enforcement, demolition",
        ),
        "行政執法、拆遷拆違等工作事項49項",
        (target_level == "community") & responsible & duty.is_in(param("community.forbidden")),
    ),
    _rule(
        "JX460",
        Effect.PERMIT,
        "C-4.10",
        Text(zh="清单内事项照清单办理", en="what stands on the work-item list is permitted as it stands"),
        "制定了社區工作事項清單",
        on_list,
    ),
    _rule(
        "JX464",
        Effect.PERMIT,
        "C-4.14",
        Text(
            zh="清单外事项须经县（市）区委、政府审批",
            en="what is off the list needs the county committee's and the county government's approval",
        ),
        "須經縣(市)區委、政府嚴格審批",
        ~on_list
        & by_committee
        & by_government
        & ((target_level != "township") | function.is_in(param("subdistrict.functions"))),
    ),
    _rule(
        "JX465",
        Effect.REQUIRE,
        "C-4.15",
        Text(zh="人随事转", en="staff follow the task"),
        "人隨事轉、權隨責轉、費隨事轉",
        on_list | (staff_moved >= staff_needed),
        Move("staff", staff_needed - staff_moved, into=staff_moved),
    ),
    _rule(
        "JX475",
        Effect.REQUIRE,
        "C-4.15",
        Text(zh="费随事转", en="funds follow the task"),
        "人隨事轉、權隨責轉、費隨事轉",
        on_list | (yuan_moved >= yuan_needed),
        Move("yuan_a_year", yuan_needed - yuan_moved, into=yuan_moved),
    ),
    _rule(
        "JX485",
        Effect.REQUIRE,
        "C-4.15",
        Text(zh="权随责转", en="power follows the responsibility"),
        "人隨事轉、權隨責轉、費隨事轉",
        on_list | (power_moved >= power_needed),
        Move("power", power_needed - power_moved, into=power_moved),
    ),
)
