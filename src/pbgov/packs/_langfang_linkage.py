"""Langfang 廊坊, coverage and linkage: new sectors covered in full, four and six parties linked, platforms joined.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    The text asks for full coverage by organisation, activity and effect, and gives no measure: a unit is covered by an
    organisation of its own, or by a joint one that ``covers`` it; an organisation is active that holds an activity
    each year, by assumption; from which appraisal on it is effective is wanted. “Six in one” counts the leader in, for
    five others are named; how many of the six must be there is a figure, for a compound may have no property
    enterprise. A platform ``shares_information`` with another one; three that share in a ring reach each other in three
    steps. That the command platform reaches “from top to bottom” 上下贯通 is read as an access point in every unit of
    the four levels, connected to that of the unit above or to the platform itself; the path then follows.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Cycle, Modality, Reference, Text
from pbgov.packs._columns import bodies, events, facts, posts, ties, units
from pbgov.packs._making import CYCLE, assumed, figure, norm, wanting
from pbgov.packs._organs import MEMBERS
from pbgov.packs._shared_people import PARTY_ORGANISATIONS
from pbgov.rules import (
    HERE,
    Cadence,
    Count,
    Own,
    Ratio,
    Related,
    Relation,
    Selector,
    Sum,
    Values,
    Within,
    each,
    param,
)

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_TWO = _REPORT.quote("扩大党的组织和工作在新兴领域的覆盖面")
_FULL = _REPORT.quote("实现党的组织、活动、作用全覆盖")
_FOUR = _REPORT.quote("实现社区、社会组织、社会工作、社会志愿服务融合发展")
_SIX = _REPORT.quote("楼门长、物业服务公司、综合服务站协调联动的社区“六位一体”治理架构")
_PLATFORMS = _REPORT.quote("强化政务信息平台、社会治安综合治理平台、综合监管执法指挥平台的信息共享")
_COMMAND = _REPORT.quote("搭建全域统一、上下贯通的快速响应群众诉求综合指挥和信息化网络平台")

_ORGANISATIONS = (
    "association_party_organisation",
    "enterprise_party_organisation",
    "industry_party_organisation",
    "market_party_organisation",
    "tower_party_organisation",
)
_KINDS = ("government_information_platform", "public_security_platform", "supervision_command_platform")
_LEVELS = ("city", "county", "township", "community")


def _stated(*kinds: str) -> Sum:
    """The sum of what is stated of a unit, of some units of account."""
    return Sum(HERE.back(facts.about, facts.unit.is_in(kinds)), "amount")


def _shared(platform: Selector) -> Selector:
    """The platforms with which a platform shares what it knows."""
    return platform.back(ties.source, ties.kind == "shares_information").along(ties.target, "bodies")


_of_three = bodies.kind.is_in(_KINDS)
_command = each(bodies.kind == "command_platform")
_access = bodies.kind == "platform_access"
_fellows = HERE.along(bodies.host, "units").back(bodies.host, _of_three)
_feeding = _command.back(ties.target, ties.kind == "shares_information").along(ties.source, "bodies")
_reached = (_shared(HERE), _shared(_shared(HERE)), _shared(_shared(_shared(HERE))), _feeding)
_leader = HERE.back(ties.target, ties.kind == "leads").along(ties.source, "bodies")
_host = HERE.along(bodies.host, "units")

FIGURES: Final = (
    figure("coverage.whole", 1000, _TWO, Text(zh="‰", en="parts per thousand")),
    figure("coverage.organisations", 1, _FULL, Text(zh="个党组织", en="Party organisations")),
    figure(
        "coverage.activity_cadence",
        Cycle.YEAR,
        assumed("原文未写周期，按每年理解", "the text gives no period; read as each year"),
        CYCLE,
    ),
    figure(
        "coverage.effect_min",
        None,
        wanting("原文没有写明作用如何衡量", "the text does not say how effect is measured"),
        Text(zh="分", en="points"),
    ),
    figure(
        "social_linkage.parties",
        ("residents_committee", "social_organisation", "social_work", "volunteer_service"),
        _FOUR,
    ),
    figure("six_in_one.parties", 6, _SIX, Text(zh="方", en="parties")),
    figure("six_in_one.leaders", 1, _REPORT.quote("建立健全在社区党组织领导下"), Text(zh="个领导者", en="leaders")),
    figure("six_in_one.each", 1, _SIX, Text(zh="个", en="of a kind")),
    figure("platform.kinds", _KINDS, _PLATFORMS),
    figure("command_platform.number", 1, _COMMAND, Text(zh="个平台", en="platforms")),
    figure("command_platform.levels", _LEVELS, _COMMAND),
    figure("command_platform.access_points", 1, _COMMAND, Text(zh="个接入点", en="access points")),
)


def _present(of: Selector) -> Within:
    """One of the parties is there."""
    return Within(of=Count(of), at_least="six_in_one.each")


NORMS: Final = (
    norm(
        "LF915",
        "C-9.15",
        Text(
            zh="组织覆盖的单位不多于工作覆盖的单位",
            en="no more units are covered by organisation than by work, for an organisation is work as well",
        ),
        _TWO,
        each(facts.unit == "covered_by_work").along(facts.about, "units"),
        Within(
            of=Ratio(_stated("covered_by_organisation"), _stated("covered_by_work")),
            at_most="coverage.whole",
        ),
    ),
    norm(
        "LF9161",
        "C-9.16",
        Text(
            zh="新兴领域各单位由本单位或联合党组织覆盖",
            en="each unit of a new sector has a Party organisation of its own, or a joint one that covers it",
        ),
        _FULL,
        each(units.kind.is_in(param("new_sector.kinds"))),
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind.is_in(PARTY_ORGANISATIONS))),
            at_least="coverage.organisations",
            alternatives=(
                Within(of=Count(HERE.back(ties.target, ties.kind == "covers")), at_least="coverage.organisations"),
            ),
        ),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "LF9162",
        "C-9.16",
        Text(
            zh="新兴领域党组织每年开展活动",
            en="every Party organisation of the new sectors holds an activity each year",
        ),
        _FULL,
        each(bodies.kind.is_in(_ORGANISATIONS)),
        Cadence(of=HERE.back(events.subject, events.kind == "party_activity"), per="coverage.activity_cadence"),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "LF9163",
        "C-9.16",
        Text(
            zh="新兴领域党组织的考评达到规定分数",
            en="the appraisal of an organisation of the new sectors reaches the points laid down",
        ),
        _FULL,
        each(facts.unit == "organisation_appraisal"),
        Within(of=Own("amount"), at_least="coverage.effect_min"),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "LF1016",
        "C-10.16",
        Text(
            zh="“四社联动”有社区、社会组织、社会工作、志愿服务四方",
            en="a community, social organisations, social work and volunteers take part in the four-party linkage",
        ),
        _FOUR,
        each(bodies.kind == "social_linkage"),
        Related(
            Values(MEMBERS.along(ties.source, "units"), "kind"),
            Relation.CONTAINS,
            "social_linkage.parties",
        ),
    ),
    norm(
        "LF10181",
        "C-10.18",
        Text(
            zh="“六位一体”六方齐全，由社区党组织一家领导",
            en="all six parties of the six-in-one are there, the community's Party organisation alone in the lead",
        ),
        _SIX,
        each(bodies.kind == "six_in_one"),
        Within(
            of=Count(_leader),
            exactly="six_in_one.leaders",
            alternatives=(
                _present(_host.back(bodies.host, bodies.kind == "residents_committee")),
                _present(_host.down().back(bodies.host, bodies.kind == "owners_committee")),
                _present(_host.down().back(posts.unit, posts.kind == "entrance_head")),
                _present(_host.down().back(ties.target, ties.kind == "property_service")),
                _present(_host.back(bodies.host, bodies.kind == "comprehensive_service_station")),
            ),
            needed="six_in_one.parties",
        ),
    ),
    norm(
        "LF10182",
        "C-10.18",
        Text(
            zh="“六位一体”由社区党组织领导",
            en="who leads a six-in-one arrangement is the community's Party organisation",
        ),
        _SIX,
        each(bodies.kind == "six_in_one"),
        Related(Values(_leader, "kind"), Relation.SUBSET, "community_organs.leaders"),
    ),
    norm(
        "LF10201",
        "C-10.20",
        Text(zh="三大平台齐全", en="all three platforms are there"),
        _PLATFORMS,
        each(_of_three).along(bodies.host, "units"),
        Related(Values(HERE.back(bodies.host, _of_three), "kind"), Relation.EQUALS, "platform.kinds"),
    ),
    norm(
        "LF10202",
        "C-10.20",
        Text(
            zh="三大平台两两信息相通，或都汇入综合指挥平台",
            en="information passes between any two of the three platforms, or all feed the command platform",
        ),
        _PLATFORMS,
        each(_of_three),
        Related(Values(_fellows, "id"), Relation.SUBSET, tuple(Values(way, "id") for way in _reached)),
    ),
    norm(
        "LF10211",
        "C-10.21",
        Text(zh="全市统一为一个综合指挥平台", en="the city has one command platform for all its territory"),
        _COMMAND,
        _command.along(bodies.host, "units").up("city"),
        Within(
            of=Count(HERE.down().back(bodies.host, bodies.kind == "command_platform")),
            exactly="command_platform.number",
        ),
    ),
    norm(
        "LF10212",
        "C-10.21",
        Text(
            zh="四级各单位都有平台接入点",
            en="each unit of the four levels has an access point of the command platform",
        ),
        _COMMAND,
        _command.along(bodies.host, "units").down(units.level.is_in(param("command_platform.levels"))),
        Within(of=Count(HERE.back(bodies.host, _access)), at_least="command_platform.access_points"),
    ),
    norm(
        "LF10213",
        "C-10.21",
        Text(
            zh="接入点与上级单位的接入点或平台相连",
            en="an access point is connected to one of the unit above, or to the platform",
        ),
        _COMMAND,
        each(_access),
        Related(
            Values(HERE.back(ties.source, ties.kind == "connected_to"), "target"),
            Relation.OVERLAPS,
            (Values(_command, "id"), Values(_host.along(units.parent, "units").back(bodies.host, _access), "id")),
        ),
    ),
)

LANGFANG_LINKAGE: Final = (*FIGURES, *NORMS)
