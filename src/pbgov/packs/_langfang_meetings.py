"""Langfang 廊坊, meetings and committees of the four levels: joint meetings, the city committee, who sits where.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    The text says that joint meetings were set up level by level and not that there is only one of them; one at least
    is asked for. A meeting without any of the three topics is only a warning. A seat in an owners' committee that is
    held because of another seat must go back to the two committees 两委; the text leaves open which of their members
    qualify.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Reference, Text
from pbgov.packs._columns import bodies, events, grids, holdings, posts, ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._organs import COMMUNITY_FORMS, MEMBERS
from pbgov.packs._shared_territory import compound_in_one_community, one_city_committee
from pbgov.rules import HERE, Count, Related, Relation, Values, Within, each, param

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_COMPOUNDS = _REPORT.quote("将党支部建在小区上")
_COMMITTEE = _REPORT.quote("近年来市委全面落实")
_TWO_COMMITTEES = _REPORT.quote("符合条件的社区“两委”成员")
_LINES = _REPORT.quote("形成条块结合、资源共享、优势互补")
_LEVEL_BY_LEVEL = _REPORT.quote("街道、社区逐级建立了党建联席会议制度")
_TOPICS = _REPORT.quote("社区建设、社区管理和社区服务工作中出现的问题")
_ANCHORS = _REPORT.quote("努力将党支部建在小区上、建在楼栋上、建在网格上")

FIGURES: Final = (
    figure(
        "two_committees.kinds",
        (*COMMUNITY_FORMS, "residents_committee"),
        assumed("社区党组织与居民委员会合称“两委”", "the community's Party organisation and its residents' committee"),
    ),
    figure(
        "line_block.blocks",
        1,
        assumed("条块结合：条上单位之外，块上至少一家", "beside what stands on a line, one of the territory at least"),
        Text(zh="家单位", en="units"),
    ),
    figure("joint_meeting.levels", ("city", "county", "township", "community"), _LEVEL_BY_LEVEL),
    figure("joint_meeting.per_unit", 1, _LEVEL_BY_LEVEL, Text(zh="个联席会议", en="joint meetings")),
    figure("joint_meeting.topics", ("construction", "management", "service"), _TOPICS),
)

NORMS: Final = (
    norm(
        "LF123",
        "C-1.23",
        Text(
            zh="兼任业主委员会委员的，是社区“两委”成员",
            en="whoever sits in an owners' committee by way of another seat sits in one of the two committees",
        ),
        _TWO_COMMITTEES,
        each(bodies.kind == "owners_committee").back(posts.unit).back(holdings.post),
        Related(
            Values(HERE.along(holdings.concurrent, "posts").along(posts.unit, "bodies"), "kind"),
            Relation.SUBSET,
            "two_committees.kinds",
        ),
    ),
    norm(
        "LF139",
        "C-1.39",
        Text(
            zh="有条线单位参加的联席会议，也有驻在辖区的成员",
            en="a joint body with members along a line has members seated in a territory as well",
        ),
        _LINES,
        each(ties.kind == "line_superior")
        .along(ties.target, "units")
        .back(ties.source, ties.kind == "member")
        .along(ties.target, "bodies"),
        Within(
            of=Count(MEMBERS.along(ties.source, "units").back(ties.source, ties.kind == "seated_in")),
            at_least="line_block.blocks",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "LF201",
        "C-2.01",
        Text(
            zh="市、区（市、县）、街道、社区逐级建立联席会议",
            en="every unit of the four levels hosts a joint meeting",
        ),
        _LEVEL_BY_LEVEL,
        each(units.level.is_in(param("joint_meeting.levels"))),
        Within(of=Count(HERE.back(bodies.host, bodies.kind == "joint_meeting")), at_least="joint_meeting.per_unit"),
    ),
    norm(
        "LF239",
        "C-2.39",
        Text(
            zh="联席会议研究社区建设、管理或服务问题",
            en="a joint meeting takes up a question of building, managing or serving the community",
        ),
        _TOPICS,
        each(bodies.kind == "joint_meeting").back(events.subject, events.kind == "regular_meeting"),
        Related(Values(HERE, "agenda"), Relation.OVERLAPS, "joint_meeting.topics"),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "LF3093",
        "C-3.09",
        Text(
            zh="网格、其楼栋或所在小区建有党支部",
            en="a branch stands on every grid, on a building of it, or on the compound around it",
        ),
        _ANCHORS,
        each(grids),
        Related(
            Values(each(ties.kind == "anchored_on"), "target"),
            Relation.OVERLAPS,
            (Values(HERE, "id"), Values(HERE, "compounds"), Values(HERE, "members")),
        ),
        Modality.ENCOURAGED,
    ),
)

LANGFANG_MEETINGS: Final = (
    *FIGURES,
    *NORMS,
    *compound_in_one_community("LF107", _COMPOUNDS),
    *one_city_committee("LF114", _COMMITTEE),
)
