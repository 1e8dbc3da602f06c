"""Jiefangbei 解放碑, venues: activity rooms, one-stop service, uniform signs, the Guomao centre, and stars.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    The text names none of the “five haves” 五有 of an activity room and none of the required items; both are left to
    the user. How many stars there are, it does not say: five, by assumption. That the Guomao centre serves at least
    one organisation is the least that “well built and well used” 建好用好 can mean.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Band, Text
from pbgov.packs._columns import bodies, documents, entries, facts, lists, ties, units
from pbgov.packs._jiefangbei_base import ITSELF, REPORT, TOWNSHIPS
from pbgov.packs._making import assumed, figure, norm, wanting
from pbgov.packs._shared_venues import one_stop, uniform_signs, venue_with_checklist
from pbgov.rules import (
    HERE,
    Count,
    Enumerated,
    Norm,
    Own,
    Parameter,
    Ratio,
    Related,
    Relation,
    Values,
    Within,
    each,
)

_FIVE = REPORT.quote("按照“五有”规范党员活动室")
_ONE_STOP = REPORT.quote("建好“一站式”服务平台")
_UNIFORM = REPORT.quote("落实社区办公标准,统一名称标识")
_SIGNS = REPORT.quote("大到社区指示牌、窗口设置,小到桌牌、胸牌等")
_REQUIRED = REPORT.quote("必备设置一个不少,展现内容一项不漏")
_GUOMAO = REPORT.quote("建好用好国贸党群服务中心")
_STARS = REPORT.quote("结合星级社区考核")
_VENUES = REPORT.quote("规范活动阵地,塑造党建之形")
_HAVES = Text(zh="有", en="haves")
_CENTRES = Text(zh="个中心", en="centres")
_communities = HERE.down(units.level == "community")

FIGURES: Final = (
    figure("activity_room.number", 5, _FIVE, _HAVES),
    figure(
        "activity_room.five_haves",
        None,
        wanting("原文只写“五有”，没有逐项列出", "the text says “five haves” and names none of them"),
    ),
    figure("signs.types", ("badge", "desk_plate", "direction_board", "service_window"), _SIGNS),
    figure(
        "activity_venue.required_items",
        None,
        wanting("原文没有列出必备设置和展现内容", "the text lists neither the required items nor what is shown"),
    ),
    figure("new_sector_centre.count", 1, _GUOMAO, _CENTRES),
    figure(
        "new_sector_centre.served",
        1,
        assumed("“建好用好”至少服务一家组织", "“well used”: at least one organisation is served"),
        Text(zh="家组织", en="organisations"),
    ),
    figure(
        "community_centre.per_community",
        1000,
        assumed("社区的中心不多于社区", "there are no more centres of communities than communities"),
        Text(zh="‰", en="per thousand"),
    ),
    figure(
        "stars.scale",
        Band(1, 5),
        assumed("原文未给出星级数，取一至五星", "the text does not say how many stars there are: one to five"),
        Text(zh="星", en="stars"),
    ),
    figure(
        "activity_venue.checklists",
        1,
        assumed("阵地按清单规范", "a venue is held to a check-list"),
        Text(zh="份清单", en="check-lists"),
    ),
)

NORMS: Final[tuple[Parameter | Norm, ...]] = (
    norm(
        "JF5041",
        "C-5.04",
        Text(zh="党员活动室做到“五有”", en="a members' activity room has the five haves"),
        _FIVE,
        each(bodies.kind == "activity_room"),
        Related(Values(HERE, "functions"), Relation.CONTAINS, "activity_room.five_haves"),
    ),
    norm(
        "JF5042",
        "C-5.04",
        Text(zh="党员活动室标准列出五项", en="the standard of an activity room lists five things"),
        _FIVE,
        each(documents.kind == "activity_room_standard"),
        Enumerated(Values(HERE, "sections"), "activity_room.number"),
    ),
    one_stop("JF509", _ONE_STOP),
    uniform_signs("JF5111", _UNIFORM),
    norm(
        "JF5112",
        "C-5.11",
        Text(
            zh="统一的标识有指示牌、窗口、桌牌、胸牌",
            en="direction boards, service windows, desk plates and badges are all among the uniform signs",
        ),
        _SIGNS,
        each(lists.kind == "sign_register"),
        Related(Values(HERE.back(entries.list), "category"), Relation.CONTAINS, "signs.types"),
    ),
    norm(
        "JF512",
        "C-5.12",
        Text(
            zh="社区阵地必备设置一个不少，展现内容一项不漏", en="a community's venue lacks none of the required items"
        ),
        _REQUIRED,
        each(bodies.kind == "activity_venue"),
        Related(Values(HERE, "functions"), Relation.CONTAINS, "activity_venue.required_items"),
    ),
    norm(
        "JF5171",
        "C-5.17",
        Text(
            zh="街道有国贸党群服务中心一处", en="the subdistrict has one centre of the new sectors, in the Guomao tower"
        ),
        _GUOMAO,
        ITSELF,
        Within(
            of=Count(HERE.down().back(bodies.host, bodies.kind == "new_sector_centre")),
            exactly="new_sector_centre.count",
        ),
    ),
    norm(
        "JF5172",
        "C-5.17",
        Text(zh="新兴领域党群服务中心有所服务的组织", en="a centre of the new sectors serves some organisation"),
        _GUOMAO,
        each(bodies.kind == "new_sector_centre"),
        Within(of=Count(HERE.back(ties.source, ties.kind == "serves")), at_least="new_sector_centre.served"),
    ),
    norm(
        "JF5173",
        "C-5.17",
        Text(
            zh="国贸中心不算作社区的党群服务中心，后者不多于社区",
            en="the Guomao centre is no community's: communities have no more centres than there are communities",
        ),
        _GUOMAO,
        TOWNSHIPS,
        Within(
            of=Ratio(Count(_communities.back(bodies.host, bodies.kind == "party_masses_centre")), Count(_communities)),
            at_most="community_centre.per_community",
        ),
    ),
    norm(
        "JF518",
        "C-5.18",
        Text(zh="星级在规定的星数之内", en="the stars of a community lie within the scale"),
        _STARS,
        each(facts.unit == "stars"),
        Within(of=Own("amount"), band="stars.scale"),
    ),
    *venue_with_checklist("JF5211", _VENUES),
    norm(
        "JF5212",
        "C-5.21",
        Text(zh="党建活动阵地有检查表", en="a venue of Party activities has a check-list"),
        _VENUES,
        each(bodies.kind == "activity_venue"),
        Within(
            of=Count(HERE.back(documents.parties, documents.kind == "venue_checklist")),
            at_least="activity_venue.checklists",
        ),
    ),
)

JIEFANGBEI_VENUES: Final = (*FIGURES, *NORMS)
