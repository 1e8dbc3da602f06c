"""Langfang 廊坊, venues and services: the six-haves 六有, service centres, one stop, one visit, signs.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    The six-haves stand among what the text says of new sectors, and are asked of venues there alone. That a community
    has one service centre, or a share in another's, is read from what a community centre is; a centre that several use
    must have a record of the sharing. Where the money for venues comes from, the text does not say.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Reference, Text
from pbgov.packs._columns import bodies, documents, events, ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._shared_venues import one_stop, uniform_signs, venue_with_checklist
from pbgov.rules import HERE, Count, Related, Relation, Values, Within, each, param

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_SIX = _REPORT.quote("有场所、有设施、有标志、有党旗、有书报、有制度的“六有”标准")
_CENTRES = _REPORT.quote("努力将社区党群服务中心打造成为")
_ONE_STOP = _REPORT.quote("推行“一站式”服务")
_ONE_VISIT = _REPORT.quote("“最多跑一次”改革")
_SIGNS = _REPORT.quote("规范党建标识")
_VENUES = _REPORT.quote("建好党建活动阵地")
_PLACES = Text(zh="个中心", en="centres")

FIGURES: Final = (
    figure("venue.six_haves", ("books_papers", "equipment", "party_flag", "place", "rules", "sign"), _SIX),
    figure(
        "service_centre.per_unit",
        1,
        assumed("每个社区一个党群服务中心", "a community has one service centre"),
        _PLACES,
    ),
    figure(
        "service_centre.records",
        1,
        assumed("合用的中心有合用记录", "a centre that several communities use has a record of it"),
        Text(zh="份合用记录", en="sharing records"),
    ),
    figure("service.max_visits", 1, _ONE_VISIT, Text(zh="次", en="visits")),
)

NORMS: Final = (
    norm(
        "LF503",
        "C-5.03",
        Text(zh="新兴领域活动阵地达到“六有”", en="an activity venue of a new sector has the six-haves"),
        _SIX,
        each(units.kind.is_in(param("new_sector.kinds"))).back(bodies.host, bodies.kind == "activity_venue"),
        Related(Values(HERE, "functions"), Relation.CONTAINS, "venue.six_haves"),
    ),
    norm(
        "LF5081",
        "C-5.08",
        Text(
            zh="每个社区有一个党群服务中心，或与别的社区合用一个",
            en="a community has one service centre, or a share in that of another",
        ),
        _CENTRES,
        each(units.level == "community"),
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind == "party_service_centre")),
            exactly="service_centre.per_unit",
            alternatives=(
                Within(
                    of=Count(HERE.back(ties.source, ties.kind == "shares_centre")), exactly="service_centre.per_unit"
                ),
            ),
        ),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "LF5082",
        "C-5.08",
        Text(zh="几个社区合用的中心有合用记录", en="a centre that several communities share has a record of it"),
        _CENTRES,
        each(ties.kind == "shares_centre").along(ties.target, "bodies"),
        Within(
            of=Count(HERE.back(documents.parties, documents.kind == "sharing_record")),
            at_least="service_centre.records",
        ),
    ),
    one_stop("LF509", _ONE_STOP),
    norm(
        "LF510",
        "C-5.10",
        Text(zh="办成一事最多跑一次", en="a service takes one visit in person at most"),
        _ONE_VISIT,
        each(events.kind == "service_completed"),
        Within(of=Count(HERE.back(events.refers, events.kind == "visit")), at_most="service.max_visits"),
    ),
    uniform_signs("LF511", _SIGNS),
    *venue_with_checklist("LF521", _VENUES),
)

LANGFANG_VENUES: Final = (*FIGURES, *NORMS)
