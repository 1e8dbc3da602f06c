"""Shanwei 汕尾, Urban District: its whole pack, and here the three lists that make the duties of three levels clear.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力 (how to enliven grassroots Party building), 汕尾日报, 2022-03-08, on
    the year 2021.

Checked with:
    The official list of administrative divisions, state of 2023-06-30: ten townships with 127 communities and villages,
    99 of them under the seven that no development zone runs, as many as the report counts.

Limitations:
    The text names the three lists and the three levels and shows no item. That an item has one responsible level is
    read from “making clear” 明确.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Text
from pbgov.packs._columns import entries, lists
from pbgov.packs._national import NATIONAL
from pbgov.packs._processes import PROCESSES
from pbgov.packs._shanwei_agreements import SHANWEI_AGREEMENTS
from pbgov.packs._shanwei_frame import SHANWEI_FRAME
from pbgov.packs._shanwei_institutions import OLD_CUTOFF
from pbgov.packs._shanwei_matrix import SHANWEI_MATRIX
from pbgov.packs._shanwei_organs import SHANWEI_ORGANS
from pbgov.packs._shanwei_points import SHANWEI_POINTS
from pbgov.packs._shanwei_rhythm import SHANWEI_RHYTHM
from pbgov.packs._shanwei_works import SHANWEI_WORKS
from pbgov.packs._shanwei_zones import SHANWEI_ZONES
from pbgov.packs._steps import SHANWEI as REPORT
from pbgov.rules import HERE, Dated, Norm, Overlay, Parameter, Related, Relation, Stated, Values, each

_PHRASE: Final = "明确区、街道、社区三级党组织工作责任"
_three_lists = each(lists.kind.is_in(("joint_building_list", "demand_list", "commitment_list")))

LEVELS = Parameter(
    id="responsible.levels",
    unit=Text(zh="个层级", en="levels"),
    values=(Dated(value=("county", "township", "community"), basis=REPORT.quote(_PHRASE)),),
)
SW423 = Norm(
    code="SW423",
    item="C-4.23",
    modality=Modality.MUST,
    basis=REPORT.quote(_PHRASE),
    text=Text(zh="三张清单的每一项写明责任层级", en="every item of the three lists names the level responsible"),
    scope=_three_lists,
    payload=Stated(HERE.back(entries.list), ("level",)),
)
SW433 = Norm(
    code="SW433",
    item="C-4.23",
    modality=Modality.MUST,
    basis=REPORT.quote(_PHRASE),
    text=Text(zh="责任层级为区、街道、社区之一", en="the level responsible is district, subdistrict or community"),
    scope=_three_lists,
    payload=Related(Values(HERE.back(entries.list), "level"), Relation.SUBSET, LEVELS.id),
)

SHANWEI: Final = NATIONAL.extend(
    Overlay(
        id="shanwei",
        title=Text(zh="汕尾城区规则包", en="pack of the Urban District of Shanwei"),
        basis=REPORT.quote(_PHRASE),
        add=(
            LEVELS,
            SW423,
            SW433,
            OLD_CUTOFF,
            *SHANWEI_FRAME,
            *SHANWEI_ORGANS,
            *SHANWEI_RHYTHM,
            *SHANWEI_MATRIX,
            *SHANWEI_POINTS,
            *SHANWEI_AGREEMENTS,
            *SHANWEI_ZONES,
            *SHANWEI_WORKS,
            *PROCESSES.pick("PC634", "PC701", "PC809", "PC812", "PC814", "PC848"),
        ),
    )
)
