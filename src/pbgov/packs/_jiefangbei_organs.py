"""Jiefangbei 解放碑, the joint meetings of the subdistrict and its communities: what members give, and who takes part.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    The text names what is shared and the three lines and gives no numbers: one contribution of each member and one
    member of each line are the least that makes its words true. A contribution is entered in the ledger: so much of
    a venue, a resource or an activity, given by the member and received by the body.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference, Text
from pbgov.packs._columns import bodies, ledger, ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._organs import COMMUNITY_FORMS
from pbgov.rules import HERE, Count, Norm, Parameter, Related, Relation, Values, Within, each, param

_REPORT = Reference(title="扎实开展规范化建设 夯实基层党建基础", issuer="中国社区工作网", date="2018")
_SHARED = _REPORT.quote("搭建“阵地共建、资源共享、活动共抓”")
_LINKED = _REPORT.quote("使街道社区党建、单位党建、行业党建真正联起来")

_meetings = each(bodies.kind == "joint_meeting")
_joined = _meetings.back(ties.target, ties.kind == "member")  # all on record: the pack is of one subdistrict

LINES: Final = (
    ("territory_line", "街道社区党建", "territorial", ("working_committee", *COMMUNITY_FORMS)),
    (
        "unit_line",
        "单位党建",
        "unit",
        ("enterprise_party_organisation", "institution_party_organisation", "organ_party_organisation"),
    ),
    (
        "industry_line",
        "行业党建",
        "industry",
        ("association_party_organisation", "industry_party_organisation"),
    ),
)
"""The three lines of Party building: what each is called, and the kinds of organisations on it."""

_FIGURES: Final[tuple[Parameter, ...]] = (
    figure("contribution.kinds", ("activity", "resource", "venue"), _SHARED),
    figure(
        "contribution.min",
        1,
        assumed("每个成员至少一项", "one of each member at least"),
        Text(zh="项共享", en="contributions"),
    ),
    *(
        figure(
            f"party_lines.{name}",
            kinds,
            assumed(f"{zh}：按党组织所在单位的类别理解", f"the {en} line, read by what hosts the organisation"),
        )
        for name, zh, en, kinds in LINES
    ),
)

_NORMS: Final[tuple[Norm, ...]] = (
    norm(
        "JF2361",
        "C-2.36",
        Text(
            zh="共享的是阵地、资源、活动",
            en="what members contribute to a joint meeting is a venue, a resource, an activity",
        ),
        _SHARED,
        _meetings,
        Related(Values(HERE.back(ledger.account), "resource"), Relation.SUBSET, "contribution.kinds"),
    ),
    norm(
        "JF2362",
        "C-2.36",
        Text(zh="每个成员都有共享", en="every member of a joint meeting contributes something"),
        _SHARED,
        _meetings.back(ties.target, ties.kind == "member").along(ties.source, "units"),
        Within(
            of=Count(HERE.back(ledger.account, ledger.resource.is_in(param("contribution.kinds")))),
            at_least="contribution.min",
        ),
    ),
    *(
        norm(
            f"JF243{number}",
            "C-2.43",
            Text(
                zh=f"联席会议有{zh}的党组织参加",
                en=f"Party organisations of the {en} line are members of a joint meeting",
            ),
            _LINKED,
            each(units.level == "township"),
            Related(Values(_joined.along(ties.source, "bodies"), "kind"), Relation.OVERLAPS, f"party_lines.{name}"),
        )
        for number, (name, zh, en, _) in enumerate(LINES, 1)
    ),
)

JIEFANGBEI_ORGANS: Final[tuple[Parameter | Norm, ...]] = (*_FIGURES, *_NORMS)
