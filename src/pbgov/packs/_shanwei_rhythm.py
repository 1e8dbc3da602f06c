"""Consultation before decision, and the regular three-party meeting, in the Urban District of Shanwei 汕尾城区.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力, 汕尾日报, 2022-03-08, on the year 2021.

Limitations:
    The text tells of consultation on the renewal of old compounds and of no decision that went without; that it comes
    first is read from “consult”. How often the three-party meeting is held is not told; what it takes up, is.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Required, Text
from pbgov.packs._columns import bodies, events, units
from pbgov.packs._steps import SHANWEI as REPORT
from pbgov.rules import HERE, Cadence, Dated, Norm, Parameter, Preceded, each

THREE_PARTY = Parameter(
    id="three_party_meeting.cadence",
    unit=Text(zh="周期", en="cycle"),
    values=(
        Dated(
            value=None, basis=Required(Text(zh="原文只写“定期”", en="the text says “regularly” and gives no period"))
        ),
    ),
)
SW814 = Norm(
    code="SW814",
    item="C-8.14",
    modality=Modality.MUST,
    basis=REPORT.quote("和社区居民协商老旧小区改造"),
    text=Text(zh="老旧小区改造先协商后决定", en="the renewal of an old compound is consulted on before it is decided"),
    scope=each(units.level == "community"),
    payload=Preceded(
        of=HERE.back(events.subject, events.kind == "renewal_decided"),
        by=HERE.back(events.subject, events.kind == "consultation"),
        referring=True,
    ),
)
SW234 = Norm(
    code="SW234",
    item="C-2.34",
    modality=Modality.MUST,
    basis=REPORT.quote("该区建立三级联席会议机制,定期召开"),
    text=Text(zh="三方联席会议定期召开", en="the three-party meeting is held regularly"),
    scope=each(bodies.kind == "three_party_meeting"),
    payload=Cadence(of=HERE.back(events.subject, events.kind == "regular_meeting"), per=THREE_PARTY.id),
)

SHANWEI_RHYTHM: Final = (THREE_PARTY, SW814, SW234)
