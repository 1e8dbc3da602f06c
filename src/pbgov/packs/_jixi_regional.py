"""Jixi 鸡西, regional joint meetings 区域化党建联席会议: how many, of whom, how spread, divided into rotation groups.

References:
    鸡西市城市基层党建“四级联动”体系建设, as in the pack of Jixi.

Checked with:
    The official list of administrative divisions, state of 2023-06-30: nine county-level units. With the text's
    32 subdistricts and 69 communities this gives its 110 regional joint meetings.

Limitations:
    How uneven the allocation of stationed units may be, the text does not say; nor whether a unit of several meetings
    counts once: it does, by assumption.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Assumption, Modality, Reference, Required, Text
from pbgov.packs._columns import bodies, facts, ties, units
from pbgov.packs._making import CODES, figure, norm
from pbgov.packs._organs import MEMBERS
from pbgov.rules import (
    HERE,
    Concentration,
    Count,
    Dated,
    Distinct,
    Divided,
    Norm,
    Parameter,
    SameEnd,
    Shared,
    Sum,
    Values,
    Within,
    each,
    param,
)

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_regional = bodies.kind == "regional_joint_meeting"
_counting = param("regional_meeting.counting")
_all_members = HERE.down().back(bodies.host, _regional).back(ties.target, ties.kind == "member")

_FIGURES: Final = (
    figure(
        "regional_meeting.count",
        110,
        _REPORT.quote("共建立區域化黨建聯席會議110個"),
        Text(zh="个联席会议", en="joint meetings"),
    ),
    figure("regional_meeting.members", 3501, _REPORT.quote("成員單位達3500多家"), Text(zh="家单位", en="units")),
    Parameter(
        id="regional_meeting.counting",
        unit=CODES,
        values=(
            Dated(
                value=("units",),
                basis=Assumption(
                    Text(
                        zh="“家”读作单位数：units一家只计一次，memberships加入几个计几次",
                        en="“家” counts units: “units” counts each once, “memberships” once for each meeting it is in",
                    )
                ),
            ),
        ),
    ),
    Parameter(
        id="regional_meeting.shared_members",
        unit=Text(zh="个共同成员", en="shared members"),
        values=(
            Dated(
                value=1,
                basis=Assumption(Text(zh="“吸收”至少一个成员", en="to take in is to take in one member at least")),
            ),
        ),
    ),
    figure("rotation.groups", 6, _REPORT.quote("統一劃分為6個“輪職”小組"), Text(zh="个小组", en="groups")),
    figure("rotation.term_months", 2, _REPORT.quote("每人任期兩個月"), Text(zh="个月", en="months")),
    Parameter(
        id="allocation.concentration",
        unit=Text(zh="‰", en="per thousand"),
        values=(
            Dated(
                value=None,
                basis=Required(
                    Text(
                        zh="原文只写“注意”合理分配，没有给出最大值与均值之比",
                        en="the text asks to mind it and gives no ratio of the greatest to the mean",
                    )
                ),
            ),
        ),
    ),
)

_NORMS: Final = (
    norm(
        "JX211",
        "C-2.11",
        Text(zh="区域化联席会议110个", en="there are 110 regional joint meetings"),
        _REPORT.quote("共建立區域化黨建聯席會議110個"),
        each(units.level == "city"),
        Within(of=Count(HERE.down().back(bodies.host, _regional)), exactly="regional_meeting.count"),
        Modality.ENCOURAGED,
    ),
    norm(
        "JX212",
        "C-2.12",
        Text(zh="区域化联席会议成员单位3500多家", en="the regional joint meetings have more than 3,500 member units"),
        _REPORT.quote("成員單位達3500多家"),
        each((units.level == "city") & _counting.has("units")),
        Within(of=Distinct(_all_members, "source"), at_least="regional_meeting.members"),
        Modality.ENCOURAGED,
    ),
    norm(
        "JX2122",
        "C-2.12",
        Text(
            zh="区域化联席会议成员单位3500多家，加入几个即计几次",
            en="the regional joint meetings have more than 3,500 members, a unit of several counted in each",
        ),
        _REPORT.quote("成員單位達3500多家"),
        each((units.level == "city") & _counting.has("memberships")),
        Within(of=Count(_all_members), at_least="regional_meeting.members"),
        Modality.ENCOURAGED,
    ),
    norm(
        "JX213",
        "C-2.13",
        Text(zh="上级联席会议吸收下级联席会议成员", en="the meeting above takes in a member of each meeting below it"),
        _REPORT.quote("上級聯席會議注意吸收下級聯席會議成員"),
        each(units.level.is_in(("township", "community"))).back(bodies.host, _regional),
        Shared(
            Values(MEMBERS, "source"),
            Values(
                HERE.along(bodies.host, "units")
                .along(units.parent, "units")
                .back(bodies.host, _regional)
                .back(ties.target, ties.kind == "member"),
                "source",
            ),
            "regional_meeting.shared_members",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "JX214",
        "C-2.14",
        Text(
            zh="驻区单位合理分配，防止优势资源扎堆",
            en="no regional meeting of a county-level unit has far more than its share of the stationed units' weight",
        ),
        _REPORT.quote("防止優勢資源集中扎堆兒"),
        each(units.level == "county"),
        Within(
            of=Concentration(
                HERE.down().back(bodies.host, _regional),
                Sum(MEMBERS.along(ties.source, "units").back(facts.about, facts.unit == "resource_weight"), "amount"),
            ),
            at_most="allocation.concentration",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "JX215",
        "C-2.15",
        Text(zh="成员单位由所在县（市）区统筹划分", en="a member unit sits in the county of the meeting it belongs to"),
        _REPORT.quote("統籌劃分到各個街道、社區"),
        each(_regional).back(ties.target, ties.kind == "member"),
        SameEnd(
            HERE.along(ties.source, "units")
            .back(ties.source, ties.kind == "seated_in")
            .along(ties.target, "units")
            .up("county"),
            HERE.along(ties.target, "bodies").along(bodies.host, "units").up("county"),
        ),
    ),
    norm(
        "JX217",
        "C-2.17",
        Text(zh="驻区单位统一划分为“轮职”小组", en="the rotation groups divide the members of the meeting among them"),
        _REPORT.quote("統一劃分為6個“輪職”小組"),
        each(bodies.kind == "rotation_group").along(bodies.host, "bodies"),
        Divided(
            whole=Values(MEMBERS, "source"),
            into=HERE.back(bodies.host, bodies.kind == "rotation_group"),
            members=Values(MEMBERS, "source"),
        ),
    ),
    norm(
        "JX220",
        "C-2.17",
        Text(zh="“轮职”小组为6个", en="there are six rotation groups"),
        _REPORT.quote("統一劃分為6個“輪職”小組"),
        each(bodies.kind == "rotation_group").along(bodies.host, "bodies"),
        Within(of=Count(HERE.back(bodies.host, bodies.kind == "rotation_group")), exactly="rotation.groups"),
    ),
)

JIXI_REGIONAL: Final[tuple[Parameter | Norm, ...]] = (*_FIGURES, *_NORMS)
