"""The facts of the report on the Urban District of Shanwei: what each is, how it is asked for, how it is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from cities.city import Target, changed, target
from cities.shanwei_asking import (
    binhai,
    campaign,
    gone,
    happened,
    hosted,
    lost,
    measured,
    met,
    more_matters,
    radiated,
    restated,
    stated,
    themes,
    tied,
    unled,
    unlisted,
)
from cities.shanwei_documents import BINHAI, DISTRICT, FENGSHAN, XINLIN, YANGONG
from pbgov.base import Between, Exact, term
from pbgov.model import Edit, columns
from pbgov.org import Tie
from pbgov.packs import RECTIFICATION
from pbgov.rules import HERE, Act, Count, Distinct

bodies, documents, events, holdings, posts, ties, units = map(
    columns, ("bodies", "documents", "events", "holdings", "posts", "ties", "units")
)
_communities = HERE.down(units.level == "community")
_led = HERE.back(ties.source, ties.kind == "leads").along(ties.target, "units")
_TWO_COMMITTEES: Final = (
    "community_general_branch", "community_party_committee", "residents_committee", "villagers_committee",
)  # fmt: skip
_FOUR: Final = {
    "organ_members": ("机关党员", "Party members of organs", 1506),
    "township_cadres": ("镇街干部", "cadres of towns and subdistricts", 336),
    "two_committee_cadres": ("“两委”干部", "cadres of the two committees", 615),
    "grassroots_cadres": ("基层干部", "grassroots cadres", 2456),
}
_LAGGED: Final = (Act(kind="advance", on=date(2021, 12, 31)),)
_TWICE: Final = Tie(id="twice", kind="in_zone", source=BINHAI, target="zone-urban_rural", made_up=True)


# The facts


def _structure() -> Iterator[Target]:
    yield target(
        "滨海社区至区共三级", "Binhai, its subdistrict and the district are three levels",
        (BINHAI, FENGSHAN, DISTRICT), lambda place, _: place.org.chain(BINHAI),
        lambda place: changed(place, "units", FENGSHAN, level=None), "SW111",
    )  # fmt: skip
    yield target(
        "镇街7个", "7 subdistricts and towns", Exact(7), measured(Count(_led.down(units.level == "township"))),
        unled("town-3"), "SW105",
    )  # fmt: skip
    yield target(
        "村（社区）99个", "99 villages and communities", Exact(99),
        measured(Count(_led.down(units.level == "community"))), unled("town-3"), "SW106",
    )  # fmt: skip
    cadres = _communities.back(bodies.host, bodies.kind.is_in(_TWO_COMMITTEES)).back(posts.unit).back(holdings.post)
    yield target(
        "“两委”干部615名，各计一次", "615 cadres of the two committees, each counted once", Exact(615),
        measured(Distinct(cadres, "person")), lost("holdings", f"held-cadre-{BINHAI}-5"), "SW123",
    )  # fmt: skip
    parties = HERE.back(ties.target, ties.kind == "member").along(ties.source, "bodies")
    yield target(
        "三方参加联席会议：党工委4个、社区99个、机关1个",
        "three parties meet: 4 working committees, 99 communities, an organ",
        Exact(104), measured(Count(parties), "three-parties"), gone("bodies", "organ-party"), "SW2331",
    )  # fmt: skip
    yield target(
        "滨海社区“大党委”依托党总支，有效", "Binhai's enlarged committee stands on a general branch and is valid",
        (["community_general_branch"], []), binhai, lost("holdings", f"held-part-time-{BINHAI}"), "SW227",
    )  # fmt: skip


def _agreements() -> Iterator[Target]:
    agreed = documents.kind == "joint_building_agreement"
    yield target(
        "党建共建协议99份", "99 agreements in force", Exact(99),
        measured(Count(_communities.back(documents.parties, agreed))),
        lost("documents", f"agreement-{BINHAI}"), "SW702",
    )  # fmt: skip
    yield target("99个村（社区）有三张清单", "99 communities with three lists", 99, met("SW7031"), unlisted, "SW7031")
    yield target(
        "清单297张都不是空的", "297 lists, none of them empty", 297, met("SW7032"),
        lost("entries", f"item-demand_list-{BINHAI}"), "SW7032",
    )  # fmt: skip


def _matrix() -> Iterator[Target]:
    for level, zh, n, host, code in (
        ("county", "区级", 1, DISTRICT, "SW10011"),
        ("township", "镇街级", 7, FENGSHAN, "SW10012"),
        ("community", "村（社区）级", 99, BINHAI, "SW10013"),
    ):
        yield target(
            f"{zh}党群服务中心{n}个", f"service centres of the {level} level: {n}", Exact(n),
            measured(hosted("party_masses_centre", level=level)), gone("bodies", f"centre-{host}"), code,
        )  # fmt: skip
    kinds = ("service_station", "member_station", "mobile_member_home")
    yield target(
        "延伸的服务点9个", "9 points beyond the centres", Exact(9), measured(hosted(*kinds, level="township")),
        gone("bodies", "point-9"), "SW10015",
    )  # fmt: skip
    for kind, n, code, point in zip(
        kinds, (4, 4, 1), ("SW10021", "SW10022", "SW10023"), ("point-1", "point-5", "point-9"), strict=True
    ):
        yield target(
            f"{term(kind).zh}{n}个", f"{term(kind).en}: {n}", Exact(n), measured(radiated(kind)),
            lost("ties", f"linked_to-{point}-centre-{DISTRICT}"), code,
        )  # fmt: skip
    hub = (bodies.kind == "party_masses_centre") & bodies.functions.has("matrix_hub")
    yield target(
        "以区党群服务中心为核心", "one hub, the district's centre", Exact(1),
        measured(Count(HERE.back(bodies.host, hub))),
        lambda place: changed(place, "bodies", f"centre-{DISTRICT}", functions=()), "SW1003",
    )  # fmt: skip


def _zones() -> Iterator[Target]:
    zones = HERE.back(bodies.host, bodies.kind == "zone")
    joined = zones.back(ties.target, ties.kind == "in_zone")
    yield target("四个片区", "4 zones", Exact(4), measured(Count(zones)), gone("bodies", "zone-urban_core"), "SW10041")
    yield target(
        "四个片区的名目", "4 labels of zones", Exact(4), measured(Distinct(zones, "functions")),
        lambda place: changed(place, "bodies", "zone-urban_core", functions=("urban_rural",)), "SW10042",
    )  # fmt: skip
    yield target(
        "片区含全部99个村（社区）", "the zones hold all 99 communities", Exact(99),
        measured(Distinct(joined, "source")),
        lost("ties", f"in_zone-{BINHAI}-zone-urban_core"), "SW10043",
    )  # fmt: skip
    yield target(
        "片区互不重叠", "the zones do not overlap", Exact(99), measured(Count(joined)),
        lambda _: (Edit("ties", _TWICE.id, None, _TWICE),), "SW10043",
    )  # fmt: skip
    yield target(
        "四个片区各有做法", "4 zones with a programme each", 4, met("SW10051"),
        lost("documents", "programme-urban_core"), "SW10051",
    )  # fmt: skip
    fields = HERE.back(documents.parties, documents.kind == "coverage_programme")
    yield target(
        "三个领域", "3 fields", Exact(3), measured(Distinct(fields, "sections")),
        lost("documents", "programme-urban_core"), "SW10052",
    )  # fmt: skip


def _people() -> Iterator[Target]:
    for kind, (zh, en, n) in _FOUR.items():
        yield target(f"{zh}{n}名", f"{n} {en}", Between(n, n), measured(stated(kind)), restated(kind, n + 1), "SW636")
    yield target(
        "下沉一线4913人", "4,913 people in the field", Between(4913, 4913), measured(stated(*_FOUR)),
        restated("organ_members", 2 * 1506), "SW636",
    )  # fmt: skip
    yield target(
        "“两新”党建指导员30名", "30 instructors", Exact(30),
        measured(Count(HERE.back(posts.unit, posts.kind == "party_building_instructor"))),
        gone("posts", "instructor-30"), "SW6331",
    )  # fmt: skip
    yield target("30名各有所指导", "30 of them sent somewhere", 30, met("SW6332"),
                  lost("ties", "instructs-instructor-30-firm-30"), "SW6332")  # fmt: skip
    yield target(
        "党员先锋店10家", "10 pioneer shops", Exact(10), measured(tied("pioneer_shop_of")),
        lost("ties", f"pioneer_shop_of-shop-10-{DISTRICT}"), "SW634",
    )  # fmt: skip
    yield target("没有空白点", "no blank spot", 30, met("SW925"),
                  lost("ties", "instructs-instructor-30-firm-30"), "SW925")  # fmt: skip


def _works() -> Iterator[Target]:
    yield target(
        "意见建议6368条", "6,368 suggestions", Between(6368, 6368), measured(stated("suggestions")),
        restated("suggestions", 6367), "SW809",
    )  # fmt: skip
    yield target(
        "民生实事6416件", "6,416 matters solved", Between(6416, 6416), measured(stated("matters_solved")),
        restated("matters_solved", 6415), "SW8101",
    )  # fmt: skip
    yield target(
        "办结的多于意见建议48件，不违反", "48 more matters than suggestions, which breaches nothing", (48, []),
        more_matters, restated("matters_opened", 6368), "SW8102",
    )  # fmt: skip
    yield target(
        "示范小区4个", "4 demonstration compounds", Exact(4), measured(tied("demonstration_compound")),
        lost("ties", f"demonstration_compound-jinyuwan-{DISTRICT}"), "SW1006",
    )  # fmt: skip
    yield target(
        "示范小区各有12个主题", "12 themes in each of them", (Exact(12),) * 4, themes,
        lost("events", "theme-jinyuwan-06"), "SW1007",
    )  # fmt: skip
    yield target(
        "微治理意见建议30余条", "more than 30 suggestions for micro-governance", Between(31, None),
        measured(stated("micro_suggestions"), YANGONG), restated("micro_suggestions", 30), "SW812",
    )  # fmt: skip
    micro = HERE.back(events.subject, events.kind == "micro_work")
    yield target(
        "三微", "three kinds of micro works", Exact(3), measured(Distinct(micro, "agenda"), YANGONG),
        lambda place: changed(place, "events", "micro-space", agenda=("road",)), "SW813",
    )  # fmt: skip
    yield target(
        "“断头路”征拆任务17条", "17 tasks of dead-end roads", Exact(17), measured(happened("campaign_task_done")),
        lost("events", "road-17"), "SW8471",
    )  # fmt: skip
    yield target(
        "新林社区一个月内由后进变先进", "Xinlin became advanced within a month",
        (RECTIFICATION.states["advanced"], True), campaign,
        lambda place: changed(place, "processes", f"rectification-{XINLIN}", acts=_LAGGED), "PC848",
    )  # fmt: skip
    yield target(
        "四个部门协同", "4 departments took part", Exact(4), measured(tied("member"), "campaign-xinlin"),
        lost("ties", "member-department-fire_rescue-campaign-xinlin"), "SW848",
    )  # fmt: skip


TARGETS: Final[tuple[Target, ...]] = (
    *_structure(),
    *_agreements(),
    *_matrix(),
    *_zones(),
    *_people(),
    *_works(),
)
