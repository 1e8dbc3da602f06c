"""Nanqiao 南谯, the five-level chain of Party organisations: where each stands, and whom it reaches.

References:
    A report on urban community Party building in Nanqiao District of Chuzhou, without a title, undated (2021 or
    later). Quotations are normalised: script kept, page fragments removed.

Limitations:
    The text names the five levels and the chain “grasp, manage, bring” 抓管带 and gives no numbers: that each unit has
    one Party organisation and each organisation one secretary, is read from what they are. For how long a post of
    secretary may be vacant, and whether every resident must be reached by a member, it does not say.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._columns import bodies, grids, people, posts, ties, units
from pbgov.packs._making import assumed, figure, norm, wanting
from pbgov.packs._nanqiao_report import REPORT
from pbgov.packs._organs import GREAT_COMMUNITY_COMMITTEE
from pbgov.packs._shared_secretaries import SECRETARY_FIGURES, one_secretary
from pbgov.packs._shared_territory import compound_in_one_community
from pbgov.rules import HERE, Count, Norm, Parameter, Related, Relation, SameEnd, Values, Within, each

_COMPOUNDS = REPORT.quote("84個小區均建立居民議事會")
_TOP = REPORT.quote("街道黨工委—社區黨委(黨總支)")
_FORMS = REPORT.quote("社區黨委(黨總支)")
_BRANCHES = REPORT.quote("建立小區(網格)黨支部84個")
_GROUPS = REPORT.quote("樓棟黨小組")
_HUBS = REPORT.quote("樓棟黨小組—黨員中心戶")
_SECRETARIES = REPORT.quote("黨組織書記抓基層黨建工作重點任務清單")
_CHAIN = REPORT.quote("黨工委抓社區黨組織、社區黨組織管黨員")
_BRING = REPORT.quote("黨員帶群眾“抓管帶”機制")
_JOINT = REPORT.quote("黨建聯建聯席會議制度")

_ORGANISATIONS = Text(zh="个党组织", en="Party organisations")
_MEMBER_CATEGORIES = ("full_member", "probationary_member")

_anchors = HERE.back(ties.source, ties.kind == "anchored_on")
_organs = HERE.back(ties.target, ties.kind == "organ_of")
_territory = HERE.back(ties.source, ties.kind == "organ_of").along(ties.target, "units")
_territory_above = (
    HERE.along(units.parent, "units").back(ties.source, ties.kind == "organ_of").along(ties.target, "units")
)
_above = HERE.along(units.parent, "units").back(ties.source, ties.kind == "anchored_on")
_community_organisations = each(units.level == "community_party_organisation")
_groups = each(units.level == "building_party_group")
_branches = (  # of an organisation that is said to belong somewhere; one that is not, is found for itself
    each(ties.kind == "organ_of").along(ties.source, "units").back(units.parent, units.level == "compound_branch")
)
_secretaries = each(posts.kind == "secretary")
_with_secretary = each(units.level.is_in(("working_committee", "community_party_organisation", "compound_branch")))
_managed = HERE.back(ties.target, ties.kind == "manages").along(ties.source, "units")
_overseen = HERE.back(ties.target, ties.kind == "oversees").along(ties.source, "units")

_FIGURES = (
    figure(
        "party_organisation.per_unit",
        1,
        assumed("一个街道、社区各有一个党组织", "a subdistrict, a community has one Party organisation"),
        _ORGANISATIONS,
    ),
    figure(
        "party_organisation.forms",
        ("party_committee", "general_branch", "party_branch"),
        assumed(
            "原文称社区党委（党总支），党员少的社区设党支部",
            "the text says committee or general branch; a community of few members has a branch",
        ),
    ),
    figure(
        "party_group.leaders",
        1,
        assumed("党小组有一名组长", "a Party group has one leader"),
        Text(zh="名组长", en="group leaders"),
    ),
    figure(
        "hub_household.categories",
        _MEMBER_CATEGORIES,
        assumed("预备党员也是党员", "a probationary member is a member"),
    ),
    *SECRETARY_FIGURES,
    figure("grasp_manage_bring.managers", ("community_party_organisation",), _CHAIN),
    figure("grasp_manage_bring.overseers", ("working_committee",), _CHAIN),
    figure(
        "grasp_manage_bring.reached",
        None,
        wanting(
            "原文没有写明是否每名居民都须有党员联系；1为须有，0为不要求",
            "the text does not say whether every resident must be reached: 1 if so, else 0",
        ),
        Text(zh="条联系链", en="chains"),
    ),
    figure("community.bodies", (GREAT_COMMUNITY_COMMITTEE, "joint_building_meeting"), _JOINT),
)

_NORMS: Final[tuple[Parameter | Norm, ...]] = (
    *compound_in_one_community("NQ107", _COMPOUNDS),
    norm(
        "NQ1171",
        "C-1.17",
        Text(zh="每个街道有一个党工委", en="every subdistrict has one working committee"),
        _TOP,
        each(units.kind == "subdistrict"),
        Within(of=Count(_organs), exactly="party_organisation.per_unit"),
    ),
    norm(
        "NQ1172",
        "C-1.17",
        Text(
            zh="社区党组织由本街道党工委领导",
            en="a community's Party organisation stands under the working committee of its own subdistrict",
        ),
        _TOP,
        _community_organisations,
        SameEnd(
            _territory.up("township"),
            _territory_above.up("township"),
        ),
    ),
    norm(
        "NQ1181",
        "C-1.18",
        Text(zh="每个社区有一个党组织", en="every community has one Party organisation"),
        _FORMS,
        each(units.level == "community"),
        Within(of=Count(_organs), exactly="party_organisation.per_unit"),
    ),
    norm(
        "NQ1182",
        "C-1.18",
        Text(
            zh="社区党组织的形式为党委、党总支或党支部",
            en="a community's Party organisation is a committee, a general branch or a branch",
        ),
        _FORMS,
        _community_organisations,
        Related(Values(HERE, "kind"), Relation.SUBSET, "party_organisation.forms"),
    ),
    norm(
        "NQ119",
        "C-1.19",
        Text(
            zh="小区（网格）党支部建在其上级党组织的社区内",
            en="a compound branch stands in the community of the organisation above it",
        ),
        _BRANCHES,
        _branches,
        Related(
            Values(_territory_above, "id"),
            Relation.EQUALS,
            (
                Values(_anchors.along(ties.target, "units").up("community"), "id"),
                Values(
                    _anchors.along(ties.target, "grids").along(grids.neighbourhood, "neighbourhoods"),
                    "community",
                ),
            ),
        ),
    ),
    norm(
        "NQ1201",
        "C-1.20",
        Text(
            zh="楼栋党小组建在其党支部范围内的楼栋",
            en="a building Party group stands in a building of its branch's territory",
        ),
        _GROUPS,
        _groups,
        Related(
            Values(_anchors, "target"),
            Relation.SUBSET,
            (
                Values(_above.along(ties.target, "units").down(), "id"),
                Values(_above.along(ties.target, "grids"), "members"),
            ),
        ),
    ),
    norm(
        "NQ1202",
        "C-1.20",
        Text(zh="楼栋党小组设组长", en="a building Party group has a leader"),
        _GROUPS,
        _groups,
        Within(of=Count(HERE.back(posts.unit, posts.kind == "group_leader")), exactly="party_group.leaders"),
    ),
    norm(
        "NQ121",
        "C-1.21",
        Text(zh="党员中心户家中有党员", en="a Party member lives in a hub household"),
        _HUBS,
        each(units.level == "hub_household"),
        Related(
            Values(HERE.back(ties.target, ties.kind == "lives_in").along(ties.source, "people"), "category"),
            Relation.OVERLAPS,
            "hub_household.categories",
        ),
    ),
    *one_secretary("NQ", _SECRETARIES, _with_secretary, _secretaries),
    norm(
        "NQ1401",
        "C-1.40",
        Text(zh="党工委抓社区党组织", en="the working committee oversees the community's Party organisation"),
        _CHAIN,
        _community_organisations,
        Related(Values(_overseen, "level"), Relation.OVERLAPS, "grasp_manage_bring.overseers"),
    ),
    norm(
        "NQ1402",
        "C-1.40",
        Text(zh="社区党组织管党员", en="every member is managed by a community's Party organisation"),
        _CHAIN,
        each(people.category.is_in(_MEMBER_CATEGORIES)),
        Related(Values(_managed, "level"), Relation.OVERLAPS, "grasp_manage_bring.managers"),
    ),
    norm(
        "NQ1403",
        "C-1.40",
        Text(
            zh="党员带群众：从党工委经社区党组织、党员联系到每名居民",
            en="members bring residents along: the working committee reaches each through organisation and member",
        ),
        _BRING,
        each(people.category == "resident"),
        Within(
            of=Count(
                HERE.back(ties.target, ties.kind == "brings")
                .along(ties.source, "people")
                .back(ties.target, ties.kind == "manages")
                .along(ties.source, "units")
                .back(ties.target, ties.kind == "oversees")
                .along(ties.source, "units")
            ),
            at_least="grasp_manage_bring.reached",
        ),
    ),
    norm(
        "NQ232",
        "C-2.32",
        Text(
            zh="“大党委”与党建联建联席会议并存，不合为一个机构",
            en="the enlarged committee and the joint-building meeting are two bodies, side by side",
        ),
        _JOINT,
        each(bodies.kind.is_in((GREAT_COMMUNITY_COMMITTEE, "joint_building_meeting"))).along(bodies.host, "units"),
        Related(Values(HERE.back(bodies.host), "kind"), Relation.CONTAINS, "community.bodies"),
    ),
)

NANQIAO_ORGANS: Final = (*_FIGURES, *_NORMS)
