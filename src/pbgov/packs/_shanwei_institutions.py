"""What the Urban District of Shanwei 汕尾城区 has beside its norms: what it decides, and how it classes compounds.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力, 汕尾日报, 2022-03-08, on the year 2021.

Limitations:
    The text names the fields of service “and others”, so a city may name more. From which year of building on a
    compound is old, and which share of residents must be content with property service, it does not say: the first is
    wanted, the second assumed.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._institution import Institution
from pbgov.packs._making import assumed, figure, wanting
from pbgov.packs._shared_decisions import in_service_member, permission, red_property
from pbgov.packs._steps import SHANWEI as REPORT
from pbgov.packs._steps import asked
from pbgov.rules import Category, Classification, Dated, Parameter, param

_SERVICES = REPORT.quote("垃圾分类、疫情防控、社区管理等服务")
_OLD = REPORT.quote("引领老旧小区‘微治理’")

_reported, _service = asked("has_reported", "bool"), asked("service_field", "code")
_is_old, _built = asked("is_old", "bool"), asked("build_year", "int")

OLD_CUTOFF: Final = Parameter(
    id="old_compound.cutoff",
    unit=Text(zh="年", en="year"),
    values=(Dated(value=None, basis=wanting("原文没有界限年份", "the text gives no cutoff")),),
    informative=True,
)
AGE_OF_COMPOUNDS: Final = Classification(
    id="age-of-compounds",
    text=Text(zh="老旧小区", en="old compounds"),
    fields=(_is_old.field, _built.field),
    categories=(Category("old_compound", _is_old | (param("old_compound.cutoff") >= _built), _OLD),),
    default="newer_compound",
    basis=assumed("二者互斥", "the two exclude each other"),
)

SHANWEI_INSTITUTIONS: Final[tuple[Institution, ...]] = (
    Institution(
        code="age_of_compounds",
        title=Text(zh="老旧小区的认定", en="which compounds are old"),
        items=("C-1.09",),
        value=AGE_OF_COMPOUNDS,
        basis=_OLD,
    ),
    permission(
        "shanwei",
        "reported_service",
        "SW623",
        "C-6.23",
        Text(zh="“双报到、双服务”的认定", en="what counts as dual reporting and dual service"),
        Text(
            zh="在职党员已报到，并参加一项服务，方为“双报到、双服务”",
            en="an in-service member has reported and served who has done both, in one of the fields of service",
        ),
        _SERVICES,
        _reported & _service.is_in(param("dual_reporting.services")),
        (_reported, _service),
        figure("dual_reporting.services", ("community_management", "epidemic_control", "waste_sorting"), _SERVICES),
    ),
    in_service_member("shanwei", "SW637", REPORT.quote("在职党员“双报到、双服务”活动")),
    red_property("shanwei", "SW918", REPORT.quote("小区“红色物业”正联合医院眼科")),
)
