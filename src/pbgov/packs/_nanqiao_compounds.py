"""Compounds of Nanqiao: councils and venues, stations, channels of appeal, demonstration compounds, and “1+3+N”.

References:
    Report on urban community Party building of Nanqiao District 南谯, Chuzhou, undated (2021 or later).

Limitations:
    The text does not say what 1, 3 and N are: read in the order in which it names them, 1 is the Party organisation of
    subdistrict or community in the lead, 3 are the compound branch, the owners' committee and the property enterprise,
    and N are residents and others. Nor does it say which of the four demonstration compounds the province named and
    which the city, nor what a channel of appeal is; the venues named just before are taken for channels.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Text
from pbgov.packs._columns import bodies, events, ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._nanqiao_report import REPORT, stating
from pbgov.packs._organs import MEMBERS
from pbgov.packs._shared_organs import one_owners_committee, served_under_contract
from pbgov.rules import HERE, Count, Related, Relation, Selector, Values, Within, each

_FORCES = REPORT.quote("統籌小區黨支部、業委會、物業服務企業及居民等力量")
_ONE_THREE_N = REPORT.quote("構建“1+3+N”物業服務協調共治體系")
_RESIDENTS_COUNCIL = REPORT.quote("84個小區均建立居民議事會、小區評議會")
_REVIEW_COUNCIL = REPORT.quote("居民議事會、小區評議會等議事制度")
_STATION = REPORT.quote("創新打造小區黨群服務站")
_VENUES = REPORT.quote("“百姓議事亭”“紅色議事廳”等議事平臺")
_CHANNELS = REPORT.quote("暢通群眾訴求反饋渠道")
_DEMONSTRATION = REPORT.quote("銀花西村小區等4個小區分別獲評省、市級")

_BODIES = Text(zh="个机构", en="organs")
_compounds = each(units.kind == "compound")
_arrangements = each(bodies.kind == "governance_arrangement")
_designations = each(ties.kind == "designated_demonstration")


def _host_has(kind: str) -> Selector:
    return HERE.back(bodies.host, bodies.kind == kind)


FIGURES: Final = (
    figure(
        "owners_committee.per_unit",
        1,
        assumed("一个小区同时只有一个业主委员会", "a compound has one owners' committee at a time"),
        _BODIES,
    ),
    figure("residents_council.per_compound", 1, _RESIDENTS_COUNCIL, _BODIES),
    figure("review_council.per_compound", 1, _REVIEW_COUNCIL, _BODIES),
    figure("service_station.hosts", ("compound",), _STATION),
    figure("venue.owners", 1, assumed("议事场所有其主办者", "a venue has somebody who keeps it"), _BODIES),
    figure("venue.kinds", ("deliberation_venue",), _VENUES),
    figure(
        "appeal.channels",
        ("compound_service_station", "deliberation_venue"),
        assumed(
            "原文在列举议事平台载体之后说畅通渠道，按这些载体理解",
            "the text speaks of channels just after naming these venues",
        ),
    ),
    figure("demonstration.count", 4, _DEMONSTRATION, Text(zh="个小区", en="compounds")),
    figure("demonstration.grantors", ("city_authority", "province_authority"), _DEMONSTRATION),
    figure("property.three_units", ("compound_branch", "property_enterprise"), _FORCES),
    figure("property.three_bodies", ("owners_committee",), _FORCES),
    figure(
        "property.others",
        ("residents_council", "residents_group", "volunteer_team"),
        assumed("N为居民等力量，至少有其一", "N is residents and others, one of them at least"),
    ),
)

NORMS: Final = (
    one_owners_committee("NQ124", _FORCES),
    served_under_contract("NQ125", _FORCES),
    norm(
        "NQ241",
        "C-2.41",
        Text(zh="每个小区建立居民议事会", en="every compound has a residents' council"),
        _RESIDENTS_COUNCIL,
        _compounds,
        Within(of=Count(_host_has("residents_council")), at_least="residents_council.per_compound"),
    ),
    norm(
        "NQ242",
        "C-2.42",
        Text(zh="每个小区建立小区评议会", en="every compound has a review council, which is another body"),
        _REVIEW_COUNCIL,
        _compounds,
        Within(of=Count(_host_has("compound_review_council")), at_least="review_council.per_compound"),
    ),
    norm(
        "NQ5151",
        "C-5.15",
        Text(zh="小区党群服务站设在小区", en="a compound's Party-masses station stands in a compound"),
        _STATION,
        each(bodies.kind == "compound_service_station"),
        Related(Values(HERE.along(bodies.host, "units"), "kind"), Relation.SUBSET, "service_station.hosts"),
    ),
    norm(
        "NQ5152",
        "C-5.15",
        Text(
            zh="小区党群服务站不重复计为社区党群服务中心",
            en="a compound's station is not counted again as a community's centre",
        ),
        _STATION,
        each(bodies.kind == "party_masses_centre"),
        Related(Values(HERE.along(bodies.host, "units"), "kind"), Relation.DISJOINT, "service_station.hosts"),
    ),
    norm(
        "NQ5161",
        "C-5.16",
        Text(zh="议事场所有主办者", en="a venue for deliberation has an owner"),
        _VENUES,
        each(bodies.kind == "deliberation_venue"),
        Within(of=Count(HERE.back(ties.target, ties.kind == "owns")), at_least="venue.owners"),
    ),
    norm(
        "NQ5162",
        "C-5.16",
        Text(zh="议事会议在登记的议事场所举行", en="a council meets at a venue that is on record"),
        _VENUES,
        each(events.kind == "council_meeting"),
        Related(Values(HERE.along(events.refers, "bodies"), "kind"), Relation.OVERLAPS, "venue.kinds"),
    ),
    norm(
        "NQ5191",
        "C-5.19",
        Text(
            zh="全区“皖美红色物业”示范小区为4个",
            en="the district has four demonstration compounds of “red property service”",
        ),
        _DEMONSTRATION,
        stating("demonstration_compounds"),
        Within(
            of=Count(HERE.down(units.kind == "compound").back(ties.source, ties.kind == "designated_demonstration")),
            exactly="demonstration.count",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "NQ5192",
        "C-5.19",
        Text(zh="示范小区由省或市评定", en="a demonstration compound is named by the province or the city"),
        _DEMONSTRATION,
        _designations,
        Related(Values(HERE.along(ties.target, "units"), "kind"), Relation.SUBSET, "demonstration.grantors"),
    ),
    norm(
        "NQ815",
        "C-8.15",
        Text(zh="群众诉求经登记的渠道收到", en="an appeal comes in by a channel that is on record"),
        _CHANNELS,
        each(events.kind == "appeal_received"),
        Related(Values(HERE.along(events.refers, "bodies"), "kind"), Relation.OVERLAPS, "appeal.channels"),
    ),
    norm(
        "NQ10191",
        "C-10.19",
        Text(
            zh="“1+3+N”中有小区党支部和物业服务企业",
            en="of the three, the compound branch and the property enterprise take part",
        ),
        _ONE_THREE_N,
        _arrangements,
        Related(Values(MEMBERS.along(ties.source, "units"), "kind"), Relation.CONTAINS, "property.three_units"),
    ),
    norm(
        "NQ10192",
        "C-10.19",
        Text(zh="“1+3+N”中有业主委员会", en="of the three, the owners' committee takes part"),
        _ONE_THREE_N,
        _arrangements,
        Related(Values(MEMBERS.along(ties.source, "bodies"), "kind"), Relation.CONTAINS, "property.three_bodies"),
    ),
    norm(
        "NQ10193",
        "C-10.19",
        Text(zh="“1+3+N”中有居民等力量", en="residents or others take part as N"),
        _ONE_THREE_N,
        _arrangements,
        Related(Values(MEMBERS.along(ties.source, "bodies"), "kind"), Relation.OVERLAPS, "property.others"),
    ),
)

NANQIAO_COMPOUNDS: Final = (*FIGURES, *NORMS)
