"""The three powers of Jixi's subdistricts 三项权力, as what must come before a decision; and visits to workshops.

References:
    鸡西市城市基层党建“四级联动”体系建设, as in the pack of Jixi.

Limitations:
    Consent is asked of the subdistrict in which an agency is seated, and must name the appointment or removal it is
    given to. Events do not say which grade was suggested; the answer owed to a suggestion that was not followed is
    judged where the grading is on record as a process, by ``YEAR_END_GRADING``. How often communities visit workshops
    is not told.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Reference, Required, Text
from pbgov.packs._columns import events, ties, units
from pbgov.rules import HERE, Cadence, Dated, Norm, Parameter, Preceded, each

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_seat = HERE.back(ties.source, ties.kind == "seated_in").along(ties.target, "units")

WORKSHOP_VISITS = Parameter(
    id="workshop_visit.cadence",
    unit=Text(zh="周期", en="cycle"),
    values=(
        Dated(
            value=None, basis=Required(Text(zh="原文只写“定期”", en="the text says “regularly” and gives no period"))
        ),
    ),
)
JX406 = Norm(
    code="JX406",
    item="C-4.06",
    modality=Modality.MUST,
    basis=_REPORT.quote("派駐機構負責人任免征得同意權"),
    text=Text(
        zh="派驻机构负责人任免前征得街道同意",
        en="the subdistrict consents before the head of a dispatched agency is appointed or removed",
    ),
    scope=each(units.kind == "dispatched_agency"),
    payload=Preceded(
        of=HERE.back(events.subject, events.kind.is_in(("head_appointed", "head_removed"))),
        by=_seat.back(events.subject, events.kind == "consent_given"),
        referring=True,
    ),
)
JX407 = Norm(
    code="JX407",
    item="C-4.07",
    modality=Modality.MUST,
    basis=_REPORT.quote("對街道社區規劃布局、建設施工的參與權"),
    text=Text(
        zh="规划布局、建设施工批准前有街道参与",
        en="the subdistrict takes part before planning or construction in it is approved",
    ),
    scope=each(units.kind == "subdistrict"),
    payload=Preceded(
        of=HERE.back(events.subject, events.kind == "plan_approved"),
        by=HERE.back(events.subject, events.kind == "participation"),
        referring=True,
    ),
)
JX408 = Norm(
    code="JX408",
    item="C-4.08",
    modality=Modality.MUST,
    basis=_REPORT.quote("年終考核評定等次的建議權"),
    text=Text(
        zh="驻街道职能部门年终等次评定前有街道建议",
        en="the subdistrict suggests a grade before a department stationed in it gets its yearly grade",
    ),
    scope=each(units.kind == "stationed_department"),
    payload=Preceded(
        of=HERE.back(events.subject, events.kind == "grade_decided"),
        by=_seat.back(events.subject, events.kind == "grade_suggested"),
        referring=True,
    ),
)
JX713 = Norm(
    code="JX713",
    item="C-7.13",
    modality=Modality.MUST,
    basis=_REPORT.quote("社區工作者定期深入車間、班組"),
    text=Text(zh="社区工作者定期深入车间、班组", en="community workers visit workshops and teams regularly"),
    scope=each(units.kind == "residents_committee"),
    payload=Cadence(of=HERE.back(events.subject, events.kind == "workshop_visit"), per=WORKSHOP_VISITS.id),
)

JIXI_RHYTHM: Final = (WORKSHOP_VISITS, JX406, JX407, JX408, JX713)
