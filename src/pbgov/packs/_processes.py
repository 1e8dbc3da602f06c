"""The norms on processes: each kind of process on record follows its lifecycle.

A city takes over those it has: ``Overlay(add=PROCESSES.pick("PC801", …))``.

References:
    See the lifecycles; figures quote the phrase they were read in.

Limitations:
    The figures of a member's probation, of forming a branch and of filing an owners' committee are those of the
    national base. Two limits are wanted and not given by any text: how soon a case is accepted, and how soon an
    organisation is reviewed after its enterprise changed. Until somebody supplies them, what hangs on them is UNKNOWN.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Basis, Modality, Required, Text
from pbgov.packs import _lifecycles as matters
from pbgov.packs import _lifecycles_party as party
from pbgov.packs._columns import processes
from pbgov.packs._national import NATIONAL
from pbgov.packs._steps import SHANWEI, USUAL
from pbgov.rules import Dated, Follows, Lifecycle, Norm, Overlay, Parameter, each

_DAYS: Final = Text(zh="天", en="days")
_MONTHS: Final = Text(zh="个月", en="months")


def _figure(name: str, unit: Text, value: int | None, basis: Basis) -> Parameter:
    return Parameter(id=name, unit=unit, values=(Dated(value=value, basis=basis),))


PARAMETERS: Final = (
    _figure(
        "case.accept_days",
        _DAYS,
        None,
        Required(Text(zh="接诉即办，原文没有给出时限", en="“at once on complaint”; the text gives no limit")),
    ),
    _figure(
        "host_change.review_days",
        _DAYS,
        None,
        Required(Text(zh="原文没有给出处理时限", en="the text gives no limit for the review")),
    ),
    _figure("rectification.months", _MONTHS, 1, SHANWEI.quote("用1个月时间完成示范区创建")),
    _figure("pioneer_shops.places", Text(zh="家", en="shops"), 10, SHANWEI.quote("动态评选10家“党员先锋店”")),
)

_TABLE: Final[tuple[tuple[str, str, Lifecycle], ...]] = (
    ("PC320", "C-3.20", matters.CAREER_PILOT),
    ("PC328", "C-3.28", matters.CLOSED_MANAGEMENT),
    ("PC408", "C-4.08", matters.YEAR_END_GRADING),
    ("PC413", "C-4.13", matters.ADMISSION),
    ("PC418", "C-4.18", matters.AUDIT),
    ("PC613", "C-6.13", party.MEMBERSHIP),
    ("PC621", "C-6.21", matters.PLEDGE),
    ("PC634", "C-6.34", matters.PIONEER_SHOP),
    ("PC643", "C-6.43", party.PROPERTY_PARTY),
    ("PC701", "C-7.01", matters.AGREEMENT),
    ("PC801", "C-8.01", matters.CASE),
    ("PC809", "C-8.09", matters.SUGGESTION),
    ("PC812", "C-8.12", matters.MICRO_GOVERNANCE),
    ("PC814", "C-8.14", matters.CONSULTATION),
    ("PC816", "C-8.16", matters.SELF_GOVERNANCE),
    ("PC818", "C-8.18", matters.PROJECT),
    ("PC825", "C-8.25", party.THEME_PARTY_DAY),
    ("PC835", "C-8.35", party.ARCHIVE_VOLUME),
    ("PC840", "C-8.40", party.DUTY_REPORT),
    ("PC846", "C-8.46", matters.ACCOUNTABILITY),
    ("PC848", "C-8.48", matters.RECTIFICATION),
    ("PC852", "C-8.52", matters.SERVICE_PIPELINE),
    ("PC906", "C-9.06", party.HOST_CHANGE),
    ("PC907", "C-9.07", party.ORGANISATION),
    ("PC917", "C-9.17", party.OWNERS_COMMITTEE),
    ("PC1025", "C-10.25", matters.DUAL_PURCHASE),
)

LIFECYCLES: Final = tuple(lifecycle for _, _, lifecycle in _TABLE)


def _norm(code: str, item: str, lifecycle: Lifecycle) -> Norm:
    title = lifecycle.title
    return Norm(
        code=code,
        item=item,
        modality=Modality.MUST,
        basis=lifecycle.basis,
        text=Text(zh=f"{title.zh}按规定的步骤和时限进行", en=f"{title.en} goes by its steps and limits of time"),
        scope=each(processes.kind == lifecycle.id),
        payload=Follows(lifecycle),
    )


PROCESSES: Final = NATIONAL.extend(
    Overlay(
        id="processes",
        title=Text(zh="流程规则包", en="pack of processes"),
        basis=USUAL,
        add=(*PARAMETERS, *(_norm(code, item, lifecycle) for code, item, lifecycle in _TABLE)),
    )
)
