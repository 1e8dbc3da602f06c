"""The Urban District of Shanwei 汕尾城区: its matrix of service centres, what is asked of residents, works, resources.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力, 汕尾日报, 2022-03-08, on the year 2021.

Limitations:
    The text does not explain the figures of “1+7+99+N”. 1 is the district's centre and 99 the number of villages and
    communities; 7 is read as the township-level units, and N as the points that are named beside it, nine in all. That
    a centre is linked to the one above it is read from “matrix”. The resources brought to the front line are named
    “and others”, so a city may name more.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Derived, Modality, Text
from pbgov.packs._columns import bodies, events, ties, units
from pbgov.packs._making import figure, norm
from pbgov.packs._steps import SHANWEI as REPORT
from pbgov.rules import HERE, Count, Related, Relation, Values, Within, each

_MATRIX = REPORT.quote("形成“1+7+99+N”党群服务矩阵")
_ASKED = REPORT.quote("城区坚持问需于民、问政于民、问计于民")
_WORKS = REPORT.quote("空间微提升、消防微整治、景观微更新")
_RESOURCES = REPORT.quote("推动医疗资源、法律援助、应急保障等资源")
_CENTRES = Text(zh="个中心", en="centres")

_centre = bodies.kind == "party_masses_centre"
_district = each(units.level == "county")

FIGURES: Final = (
    figure(
        "service_matrix.per_unit",
        1,
        Derived(
            from_=("1", "7", "99"),
            how=Text(
                zh="1为区，99为村（社区）数，7按镇街数理解",
                en="1 is the district, 99 the number of villages and communities, 7 is read as the townships",
            ),
        ),
        _CENTRES,
    ),
    figure("service_matrix.townships", 7, _MATRIX, _CENTRES),
    figure("service_matrix.communities", 99, _MATRIX, _CENTRES),
    figure(
        "service_matrix.min_points",
        9,
        Derived(
            from_=("4 + 4 + 1 = 9",),
            how=Text(
                zh="4个党群服务站、4处党员驿站、1个流动党员之家",
                en="4 service stations, 4 member stations, 1 home of mobile members",
            ),
        ),
        Text(zh="个服务点", en="points"),
    ),
    figure("suggestion.channels", ("ideas", "needs", "policy"), _ASKED),
    figure("micro_work.kinds", ("fire_safety", "landscape", "space"), _WORKS),
    figure("resource.kinds", ("emergency", "legal_aid", "medical"), _RESOURCES),
)

NORMS: Final = (
    norm(
        "SW10011",
        "C-10.01",
        Text(
            zh="区、镇街、村（社区）各有一个党群服务中心",
            en="the district, each township-level unit and each community host one service centre",
        ),
        _MATRIX,
        each(units.level.is_in(("county", "township", "community"))),
        Within(of=Count(HERE.back(bodies.host, _centre)), exactly="service_matrix.per_unit"),
    ),
    norm(
        "SW10012",
        "C-10.01",
        Text(zh="镇街一级党群服务中心为7个", en="there are 7 service centres of townships"),
        _MATRIX,
        _district,
        Within(
            of=Count(HERE.down(units.level == "township").back(bodies.host, _centre)),
            exactly="service_matrix.townships",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW10013",
        "C-10.01",
        Text(zh="村（社区）一级党群服务中心为99个", en="there are 99 service centres of villages and communities"),
        _MATRIX,
        _district,
        Within(
            of=Count(HERE.down(units.level == "community").back(bodies.host, _centre)),
            exactly="service_matrix.communities",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW10014",
        "C-10.01",
        Text(zh="每个党群服务中心与上一级的中心相连", en="a service centre is linked to the one of the unit above"),
        _MATRIX,
        each(units.level.is_in(("township", "community"))).back(bodies.host, _centre),
        Related(
            Values(HERE.back(ties.source, ties.kind == "linked_to").along(ties.target, "bodies"), "host"),
            Relation.EQUALS,
            (Values(HERE.along(bodies.host, "units"), "parent"),),
        ),
    ),
    norm(
        "SW10015",
        "C-10.01",
        Text(zh="延伸的服务点不少于已列出的数目", en="beyond the centres there are at least the points that are named"),
        _MATRIX,
        _district,
        Within(
            of=Count(
                HERE.down().back(
                    bodies.host, bodies.kind.is_in(("member_station", "mobile_member_home", "service_station"))
                )
            ),
            at_least="service_matrix.min_points",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW811",
        "C-8.11",
        Text(
            zh="意见建议写明来自问需、问政或问计",
            en="a suggestion says what was asked: for needs, on policy, or for ideas",
        ),
        _ASKED,
        each(events.kind == "suggestion_received"),
        Related(Values(HERE, "agenda"), Relation.OVERLAPS, "suggestion.channels"),
    ),
    norm(
        "SW813",
        "C-8.13",
        Text(
            zh="微治理只计空间、消防、景观三类",
            en="a micro work is one of space, fire safety or landscape",
        ),
        _WORKS,
        each(events.kind == "micro_work"),
        Related(Values(HERE, "agenda"), Relation.SUBSET, "micro_work.kinds"),
    ),
    norm(
        "SW1008",
        "C-10.08",
        Text(
            zh="“一月一主题”活动带来所列的资源",
            en="a themed activity brings resources of the kinds named, or of those a city adds",
        ),
        _RESOURCES,
        each(events.kind == "themed_activity"),
        Related(Values(HERE, "agenda"), Relation.SUBSET, "resource.kinds"),
    ),
)

SHANWEI_MATRIX: Final = (*FIGURES, *NORMS)
