"""Shanwei 汕尾, Urban District: three lists that make the duties of three levels clear.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力 (how to enliven grassroots Party building), 汕尾日报, 2022-03-08, on
    the year 2021.

Limitations:
    The text names the three lists and the three levels and shows no item. That an item has one responsible level is
    read from “making clear” 明确.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Reference, Text
from pbgov.packs._columns import entries, lists
from pbgov.packs._national import NATIONAL
from pbgov.packs._shanwei_matrix import SHANWEI_MATRIX
from pbgov.packs._shanwei_organs import SHANWEI_ORGANS
from pbgov.packs._shanwei_rhythm import SHANWEI_RHYTHM
from pbgov.rules import HERE, Dated, Norm, Overlay, Parameter, Related, Relation, Stated, Values, each

_REPORT = Reference(title="汕尾：如何激活城市基层党建活力？城区多向发力", issuer="汕尾日报", date="2022-03-08")
_PHRASE: Final = "明确区、街道、社区三级党组织工作责任"
_three_lists = each(lists.kind.is_in(("joint_building_list", "demand_list", "commitment_list")))

LEVELS = Parameter(
    id="responsible.levels",
    unit=Text(zh="个层级", en="levels"),
    values=(Dated(value=("county", "township", "community"), basis=_REPORT.quote(_PHRASE)),),
)
SW423 = Norm(
    code="SW423",
    item="C-4.23",
    modality=Modality.MUST,
    basis=_REPORT.quote(_PHRASE),
    text=Text(zh="三张清单的每一项写明责任层级", en="every item of the three lists names the level responsible"),
    scope=_three_lists,
    payload=Stated(HERE.back(entries.list), ("level",)),
)
SW433 = Norm(
    code="SW433",
    item="C-4.23",
    modality=Modality.MUST,
    basis=_REPORT.quote(_PHRASE),
    text=Text(zh="责任层级为区、街道、社区之一", en="the level responsible is district, subdistrict or community"),
    scope=_three_lists,
    payload=Related(Values(HERE.back(entries.list), "level"), Relation.SUBSET, LEVELS.id),
)

SHANWEI: Final = NATIONAL.extend(
    Overlay(
        id="shanwei",
        title=Text(zh="汕尾城区规则包", en="pack of the Urban District of Shanwei"),
        basis=_REPORT.quote(_PHRASE),
        add=(LEVELS, SW423, SW433, *SHANWEI_ORGANS, *SHANWEI_RHYTHM, *SHANWEI_MATRIX),
    )
)
