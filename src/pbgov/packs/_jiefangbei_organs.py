"""Jiefangbei 解放碑, the joint meetings of the subdistrict and its communities: what members give, and who takes part.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    The text names what is shared and the three lines and gives no numbers: one contribution of each member and one
    member of each line are the least that makes its words true. A contribution is entered in the ledger: so much of a
    venue, a resource or an activity, given by the member and received by the body. That a subdistrict has one working
    committee, which leads the organisations of its own communities, and a community one secretary, is read from what
    they are; for how long a post of secretary may be vacant, the text does not say. “Down to the bottom” 纵向到底 is
    read as: somebody stands on every grid; “out to the edge” 横向到边 as: every community has a Party organisation.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._columns import bodies, grids, ledger, neighbourhoods, posts, ties, units
from pbgov.packs._jiefangbei_base import COMMUNITIES, ITSELF, REPORT, TOWNSHIPS
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._organs import COMMUNITY_FORMS, LED_BY
from pbgov.packs._shared_secretaries import SECRETARY_FIGURES, one_secretary
from pbgov.rules import (
    HERE,
    Count,
    Distinct,
    Norm,
    Parameter,
    Ratio,
    Related,
    Relation,
    SameEnd,
    Values,
    Within,
    each,
    param,
)

_SHARED = REPORT.quote("搭建“阵地共建、资源共享、活动共抓”")
_LINKED = REPORT.quote("使街道社区党建、单位党建、行业党建真正联起来")
_MEETINGS = REPORT.quote("街道和10个社区分别成立党建联席会")
_NETWORK = REPORT.quote("构建起纵向到底、横向到边的社会治理网络")
_HUB = REPORT.quote("街道党工委联结枢纽作用进一步强化")
_SECRETARIES = REPORT.quote("基层党组织书记向街道党工委会议报告履职情况")
_WHOLE = Text(zh="‰", en="per thousand")

_meetings = each(bodies.kind == "joint_meeting")
_community_organisations = each(bodies.kind.is_in(COMMUNITY_FORMS))
_secretaries = each(posts.kind.is_in(("secretary", "grid_secretary")))
_communities = HERE.down(units.level == "community")
_grids = _communities.back(neighbourhoods.community).back(grids.neighbourhood)
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
    figure("subdistrict.communities", 10, _MEETINGS, Text(zh="个社区", en="communities")),
    figure("joint_meeting.per_unit", 1, _MEETINGS, Text(zh="个联席会", en="joint meetings")),
    figure("joint_meeting.count", 11, _MEETINGS, Text(zh="个联席会", en="joint meetings")),
    figure("network.vertical", 1000, _NETWORK, _WHOLE),
    figure("network.horizontal", 1000, _NETWORK, _WHOLE),
    figure(
        "working_committee.per_unit",
        1,
        assumed("一个街道一个党工委", "a subdistrict has one working committee"),
        Text(zh="个党工委", en="working committees"),
    ),
    *SECRETARY_FIGURES,
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
        "JF106",
        "C-1.06",
        Text(zh="街道有10个社区", en="the subdistrict has ten communities"),
        _MEETINGS,
        ITSELF,
        Within(of=Count(_communities), exactly="subdistrict.communities"),
    ),
    norm(
        "JF1131",
        "C-1.13",
        Text(zh="治理网络纵向到底，每个网格都有党组织或书记", en="the network reaches down to every grid"),
        _NETWORK,
        TOWNSHIPS,
        Within(
            of=Ratio(Distinct(_grids.back(ties.target, ties.kind == "anchored_on"), "target"), Count(_grids)),
            at_least="network.vertical",
        ),
    ),
    norm(
        "JF1132",
        "C-1.13",
        Text(zh="治理网络横向到边，每个社区都有党组织", en="the network reaches out to every community"),
        _NETWORK,
        TOWNSHIPS,
        Within(
            of=Ratio(
                Distinct(_communities.back(bodies.host, bodies.kind.is_in(COMMUNITY_FORMS)), "host"),
                Count(_communities),
            ),
            at_least="network.horizontal",
        ),
    ),
    norm(
        "JF1171",
        "C-1.17",
        Text(zh="街道设一个党工委", en="a subdistrict has one Party working committee"),
        _HUB,
        TOWNSHIPS,
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind == "working_committee")), exactly="working_committee.per_unit"
        ),
    ),
    norm(
        "JF1172",
        "C-1.17",
        Text(
            zh="社区党组织由本街道党工委领导",
            en="a community's Party organisation is led by the working committee of its own subdistrict",
        ),
        _HUB,
        _community_organisations,
        SameEnd(
            HERE.along(bodies.host, "units").up("township"),
            LED_BY.along(bodies.host, "units"),
        ),
    ),
    *one_secretary("JF", _SECRETARIES, COMMUNITIES, _secretaries),
    norm(
        "JF2351",
        "C-2.35",
        Text(
            zh="街道和社区分别成立党建联席会",
            en="the subdistrict and each community have a joint meeting of their own",
        ),
        _MEETINGS,
        each(units.level.is_in(("township", "community"))),
        Within(of=Count(HERE.back(bodies.host, bodies.kind == "joint_meeting")), exactly="joint_meeting.per_unit"),
    ),
    norm(
        "JF2352",
        "C-2.35",
        Text(zh="街道和10个社区共有11个党建联席会", en="subdistrict and communities have eleven joint meetings in all"),
        _MEETINGS,
        ITSELF,
        Within(of=Count(HERE.down().back(bodies.host, bodies.kind == "joint_meeting")), exactly="joint_meeting.count"),
    ),
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
