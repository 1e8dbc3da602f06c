"""The main frame 主体架构 of the Urban District of Shanwei 汕尾城区: three levels, three parties.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力, 汕尾日报, 2022-03-08, on the year 2021.

Limitations:
    That a subdistrict has one working committee and a community one Party organisation, is read from what they are. The
    text calls the meeting of three parties one of “three levels”; it is kept apart from the three levels of the frame.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._columns import bodies, events, ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._organs import COMMUNITY_FORMS, LED_BY, MEMBERS
from pbgov.packs._shared_committees import great_community_committees, great_working_committees, self_governance
from pbgov.packs._steps import SHANWEI as REPORT
from pbgov.rules import HERE, CompleteChain, Count, Related, Relation, SameEnd, Values, Within, each

_LEVELS = REPORT.quote("建立起区、街道、社区三级党组织")
_WORKING = REPORT.quote("街道党工委班子成员+兼职委员")
_COMMUNITY = REPORT.quote("社区党组织班子成员+兼职委员")
_THREE = REPORT.quote("街道党工委——社区党组织——机关党组织")
_AGENDA = REPORT.quote("总结“双报到、双服务”活动开展情况,研究解决")

_ORGANISATIONS = Text(zh="个党组织", en="Party organisations")
_meetings = each(bodies.kind == "three_party_meeting")
_party_organisations = each(bodies.kind.is_in(COMMUNITY_FORMS))

_FIGURES = (
    figure("chain.levels", ("community", "township", "county"), _LEVELS),
    figure(
        "working_committee.per_unit",
        1,
        assumed("一个街道有一个党工委", "a subdistrict has one working committee"),
        _ORGANISATIONS,
    ),
    figure(
        "party_organisation.per_unit",
        1,
        assumed("一个村（社区）有一个党组织", "a village or community has one Party organisation"),
        _ORGANISATIONS,
    ),
    figure("three_party_meeting.parties", ("organ_party_organisation", "working_committee"), _THREE),
    figure("three_party_meeting.forms", COMMUNITY_FORMS, _THREE),
    figure("three_party_meeting.agenda", ("review_dual_reporting", "solve_bottlenecks"), _AGENDA),
)

_NORMS = (
    norm(
        "SW111",
        "C-1.11",
        Text(
            zh="区、街道、社区三级贯通，以区为根",
            en="a community stands under a subdistrict or town, and that under the district, where the chain ends",
        ),
        _LEVELS,
        each(units.level == "community"),
        CompleteChain("chain.levels"),
    ),
    norm(
        "SW1171",
        "C-1.17",
        Text(zh="每个街道有一个党工委", en="every subdistrict has one working committee"),
        _WORKING,
        each(units.kind == "subdistrict"),
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind == "working_committee")), exactly="working_committee.per_unit"
        ),
    ),
    norm(
        "SW1172",
        "C-1.17",
        Text(
            zh="社区党组织由本街道（镇）的党组织领导",
            en="a community's Party organisation is led from its own subdistrict or town",
        ),
        _LEVELS,
        _party_organisations,
        SameEnd(HERE.along(bodies.host, "units").up("township"), LED_BY.along(bodies.host, "units").up("township")),
    ),
    norm(
        "SW118",
        "C-1.18",
        Text(
            zh="每个村（社区）有一个党组织，形式为党委、党总支或党支部",
            en="every community has one Party organisation: a committee, a general branch or a branch",
        ),
        _COMMUNITY,
        each(units.level == "community"),
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind.is_in(COMMUNITY_FORMS))), exactly="party_organisation.per_unit"
        ),
    ),
    norm(
        "SW2331",
        "C-2.33",
        Text(
            zh="三方联席会议有街道党工委和机关党组织参加",
            en="a working committee and the Party organisation of an organ are in the three-party meeting",
        ),
        _THREE,
        _meetings,
        Related(Values(MEMBERS.along(ties.source, "bodies"), "kind"), Relation.CONTAINS, "three_party_meeting.parties"),
    ),
    norm(
        "SW2332",
        "C-2.33",
        Text(
            zh="三方联席会议有社区党组织参加，不论其形式",
            en="a community's Party organisation, of whatever form, is in the three-party meeting",
        ),
        _THREE,
        _meetings,
        Related(Values(MEMBERS.along(ties.source, "bodies"), "kind"), Relation.OVERLAPS, "three_party_meeting.forms"),
    ),
    norm(
        "SW2342",
        "C-2.34",
        Text(
            zh="三方联席会议总结“双报到、双服务”，研究解决瓶颈和难题",
            en="a three-party meeting reviews dual reporting and service, and solves bottlenecks",
        ),
        _AGENDA,
        _meetings.back(events.subject, events.kind == "regular_meeting"),
        Related(Values(HERE, "agenda"), Relation.CONTAINS, "three_party_meeting.agenda"),
    ),
)

SHANWEI_FRAME: Final = (
    *_FIGURES,
    *_NORMS,
    *self_governance(
        "SW",
        REPORT.quote("让广大群众在街道社区党组织领导下"),
        ("owners_committee", "residents_committee", "residents_council", "villagers_committee"),
    ),
    *great_working_committees("SW", REPORT.quote("组成街道“大工委”")),
    *great_community_committees("SW", REPORT.quote("组成社区“大党委”")),
)
