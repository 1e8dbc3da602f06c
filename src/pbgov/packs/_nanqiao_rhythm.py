"""Theme campaigns 主题攻坚 of Nanqiao, one after another.

References:
    Report on urban community Party building of Nanqiao District 南谯, Chuzhou, undated (2021 or later).

Limitations:
    The text names two themes in their order, “and others”. Only that the second starts after the first is judged.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Text
from pbgov.packs._columns import events, units
from pbgov.packs._nanqiao_report import REPORT
from pbgov.rules import HERE, Norm, Preceded, Selector, each


def _started(theme: str) -> Selector:
    return HERE.back(events.subject, (events.kind == "campaign_started") & events.agenda.has(theme))


NQ822 = Norm(
    code="NQ822",
    item="C-8.22",
    modality=Modality.MUST,
    basis=REPORT.quote("先后聚焦網格管理服務、小區治理等主題"),
    text=Text(
        zh="先聚焦网格管理服务，后聚焦小区治理", en="the campaign on grid services starts before that on compounds"
    ),
    scope=each(units.level.is_in(("township", "community"))),
    payload=Preceded(of=_started("compound_governance"), by=_started("grid_service")),
)

NANQIAO_RHYTHM: Final = (NQ822,)
