"""Shanwei 汕尾, Urban District: what it counts, how enlarged committees are composed, and the five joint modes.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力 (how to enliven grassroots Party building), 汕尾日报, 2022-03-08, on
    the year 2021.

Limitations:
    That the 7 of the service matrix are the township-level units led by the district, is inferred: by administrative
    code there are ten, three of them run by a development zone. Communities are counted by leadership likewise. How
    often the five joint modes must all occur, the text does not say.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Derived, Modality, Text
from pbgov.packs._columns import bodies, documents, events, holdings, posts, ties, units
from pbgov.packs._making import CYCLE, figure, norm, wanting
from pbgov.packs._organs import (
    COMMUNITY_FORMS,
    GREAT_COMMUNITY_COMMITTEE,
    GREAT_WORKING_COMMITTEE,
    LED_BY,
    MEMBERS,
    PART_TIME_SEATS,
    REGULAR_SEATS,
)
from pbgov.packs._steps import SHANWEI as REPORT
from pbgov.rules import HERE, Count, Covered, Distinct, Divided, Related, Relation, Selector, Values, Within, each

_MATRIX = REPORT.quote("形成“1+7+99+N”党群服务矩阵")
_COMMUNITIES = REPORT.quote("全区99个村(社区)")
_COMMITTEES = REPORT.quote("615名“两委”干部")
_THREE = REPORT.quote("街道党工委——社区党组织——机关党组织")
_WORKING = REPORT.quote("街道党工委班子成员+兼职委员")
_COMMUNITY = REPORT.quote("社区党组织班子成员+兼职委员")
_MODES = REPORT.quote("采取队伍联建、资源联合、文明联创")

_district = each(units.level == "county")
_led = HERE.back(ties.source, ties.kind == "leads").along(ties.target, "units")
_SELF_GOVERNANCE = ("residents_committee", "villagers_committee")


def _sitting(seats: tuple[str, ...]) -> Values:
    """Who sits in a body, in seats of some kinds."""
    return Values(HERE.back(posts.unit, posts.kind.is_in(seats)).back(holdings.post), "person")


def _composed(great: str, bases: tuple[str, ...]) -> Divided:
    """The members are the team of the base organ and the part-time members, each person in one of the two parts."""
    parts: Selector = HERE.along(bodies.host, "units").back(bodies.host, bodies.kind.is_in((great, *bases)))
    return Divided(whole=Values(MEMBERS, "source"), into=parts, members=_sitting((*REGULAR_SEATS, *PART_TIME_SEATS)))


_FIGURES = (
    figure(
        "township.count",
        7,
        Derived(
            from_=("1+7+99+N",),
            how=Text(
                zh="矩阵的第二级为镇街，据推断", en="the second tier of the matrix is the township level, inferred"
            ),
        ),
        Text(zh="个镇街", en="subdistricts and towns"),
    ),
    figure("community.count", 99, _COMMUNITIES, Text(zh="个村（社区）", en="villages and communities")),
    figure("two_committees.members", 615, _COMMITTEES, Text(zh="名干部", en="cadres")),
    figure("organ_party_organisation.kinds", ("organ_party_organisation",), _THREE),
    figure("joint_building.kinds", ("charity", "civility", "resources", "security", "teams"), _MODES),
    figure(
        "joint_building.cadence",
        None,
        wanting("原文没有写明多久须五联齐全", "the text does not say how often all five must occur"),
        CYCLE,
    ),
)

_NORMS = (
    norm(
        "SW105",
        "C-1.05",
        Text(zh="全区镇街共7个，街道和镇一并计算", en="the district has 7 subdistricts and towns, counted together"),
        _MATRIX,
        _district,
        Within(of=Count(_led.down(units.level == "township")), exactly="township.count"),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW106",
        "C-1.06",
        Text(zh="全区村（社区）共99个", en="the district has 99 villages and communities"),
        _COMMUNITIES,
        _district,
        Within(of=Count(_led.down(units.level == "community")), exactly="community.count"),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW123",
        "C-1.23",
        Text(zh="“两委”干部615名，兼任的只计一次", en="the two committees have 615 members, each person counted once"),
        _COMMITTEES,
        _district,
        Within(
            of=Distinct(
                _led.down(units.level == "community")
                .back(bodies.host, bodies.kind.is_in((*COMMUNITY_FORMS, *_SELF_GOVERNANCE)))
                .back(posts.unit)
                .back(holdings.post),
                "person",
            ),
            exactly="two_committees.members",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW133",
        "C-1.33",
        Text(
            zh="机关党组织不是社区党组织的上级",
            en="the Party organisation of an organ does not lead that of a community",
        ),
        _THREE,
        each(bodies.kind.is_in(COMMUNITY_FORMS)),
        Related(Values(LED_BY, "kind"), Relation.DISJOINT, "organ_party_organisation.kinds"),
    ),
    norm(
        "SW136",
        "C-1.36",
        Text(zh="班子成员不得同时为兼职委员", en="nobody is a regular and a part-time member of one body"),
        _WORKING,
        each(
            bodies.kind.is_in(
                (*COMMUNITY_FORMS, "working_committee", GREAT_COMMUNITY_COMMITTEE, GREAT_WORKING_COMMITTEE)
            )
        ),
        Related(_sitting(REGULAR_SEATS), Relation.DISJOINT, (_sitting(PART_TIME_SEATS),)),
    ),
    norm(
        "SW224",
        "C-2.24",
        Text(
            zh="“大工委”由街道党工委班子成员和兼职委员组成",
            en="an enlarged working committee is the team of the working committee and part-time members",
        ),
        _WORKING,
        each(bodies.kind == GREAT_WORKING_COMMITTEE),
        _composed(GREAT_WORKING_COMMITTEE, ("working_committee",)),
    ),
    norm(
        "SW227",
        "C-2.27",
        Text(
            zh="“大党委”由社区党组织班子成员和兼职委员组成，不论社区党组织的形式",
            en="an enlarged committee is the team of the community's Party organisation, whatever its form, "
            "and part-time members",
        ),
        _COMMUNITY,
        each(bodies.kind == GREAT_COMMUNITY_COMMITTEE),
        _composed(GREAT_COMMUNITY_COMMITTEE, COMMUNITY_FORMS),
    ),
    norm(
        "SW2381",
        "C-2.38",
        Text(zh="共建活动标明五联之一", en="a joint activity is of one of the five joint modes"),
        _MODES,
        each(events.kind == "joint_activity"),
        Related(Values(HERE, "agenda"), Relation.OVERLAPS, "joint_building.kinds"),
    ),
    norm(
        "SW2382",
        "C-2.38",
        Text(zh="五联协议标明五联之一", en="an agreement on joint modes names one of the five"),
        _MODES,
        each(documents.kind == "joint_mode_agreement"),
        Related(Values(HERE, "sections"), Relation.OVERLAPS, "joint_building.kinds"),
    ),
    norm(
        "SW2383",
        "C-2.38",
        Text(
            zh="共建活动五联齐全，未标明的不计",
            en="joint activities cover all five modes; one of no mode does not count",
        ),
        _MODES,
        each(units.level == "community"),
        Covered(
            of=Values(HERE.back(events.subject, events.kind == "joint_activity"), "agenda"),
            codes="joint_building.kinds",
            per="joint_building.cadence",
        ),
    ),
)

SHANWEI_ORGANS: Final = (*_FIGURES, *_NORMS)
