"""Zones, fields and new sectors of the Urban District of Shanwei 汕尾城区: how the Party covers what it did not reach.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力, 汕尾日报, 2022-03-08, on the year 2021.

Limitations:
    The text names four zones and three fields, and these are two divisions, not one. Which community lies in which zone
    it does not say, nor what is done in each; a zone is read as a set of communities. A blank spot 空白点 is read as an
    organisation of the new sectors with neither a Party organisation nor an instructor. Which kinds of units the new
    sectors hold, is gathered from the fields.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Cycle, Modality, Text
from pbgov.packs._columns import bodies, documents, events, posts, ties, units
from pbgov.packs._making import CYCLE, assumed, figure, norm
from pbgov.packs._shared_sectors import instructed, new_sectors
from pbgov.packs._steps import SHANWEI as REPORT
from pbgov.rules import HERE, Cadence, Count, Divided, Related, Relation, Values, Within, each, param

_ZONES = REPORT.quote("老旧小区聚集区”“城乡融合发展区")
_METHODS = REPORT.quote("根据各区域区位特征,创新组织覆盖方式")
_FIELDS = REPORT.quote("在商圈、企业领域")
_PILOTS = REPORT.quote("以金玉湾、银湖湾、碧桂园、鸿景园为示范点")
_THEMES = REPORT.quote("通过“一月一主题”活动机制")
_INSTRUCTORS = REPORT.quote("选派30名“两新”党建指导员")
_SHOPS = REPORT.quote("动态评选10家“党员先锋店”")
_SECTORS = REPORT.quote("加强新兴领域党建覆盖")
_BLANKS = REPORT.quote("为填补城市基层党建“空白点”")

_district = each(units.level == "county")
_zones = HERE.back(bodies.host, bodies.kind == "zone")
_led = HERE.back(ties.source, ties.kind == "leads").along(ties.target, "units")
_programme = documents.kind == "coverage_programme"
_ORGANISATIONS = ("enterprise_party_organisation", "new_sector_party_organisation")

_FIGURES = (
    figure("zone.number", 4, _ZONES, Text(zh="个片区", en="zones")),
    figure("zone.kinds", ("old_cluster", "property_cluster", "urban_core", "urban_rural"), _ZONES),
    figure("zone.programmes", 1, _METHODS, Text(zh="项做法", en="programmes")),
    figure("coverage.fields", ("business", "property_compounds", "two_new"), _FIELDS),
    figure("demonstration_compound.number", 4, _PILOTS, Text(zh="个示范小区", en="demonstration compounds")),
    figure("monthly_theme.cadence", Cycle.MONTH, _THEMES, CYCLE),
    figure("monthly_theme.most", 1, _THEMES, Text(zh="次活动", en="activities")),
    figure("instructors.number", 30, _INSTRUCTORS, Text(zh="名指导员", en="instructors")),
    figure(
        "new_sector.kinds",
        ("business_district", "new_economic_organisation", "new_social_organisation"),
        assumed(
            "按原文所列商圈、企业领域与“两新”组织领域归并",
            "gathered from the fields of business districts and enterprises and of the two “new”",
        ),
    ),
    figure(
        "new_sector.covered",
        1,
        assumed("有党组织或指导员即不是空白点", "an organisation or an instructor is enough"),
        Text(zh="项覆盖", en="kinds of coverage"),
    ),
)

_NORMS = (
    norm(
        "SW634",
        "C-6.34",
        Text(
            zh="“党员先锋店”任何时候都是10家，有进有出",
            en="at any time ten shops are pioneer shops, some leave as others come",
        ),
        _SHOPS,
        _district,
        Within(of=Count(HERE.back(ties.target, ties.kind == "pioneer_shop_of")), exactly="pioneer_shops.places"),
    ),
    norm(
        "SW6331",
        "C-6.33",
        Text(zh="区选派“两新”党建指导员30名", en="the district sends out 30 Party-building instructors"),
        _INSTRUCTORS,
        _district,
        Within(
            of=Count(HERE.back(posts.unit, posts.kind == "party_building_instructor")), exactly="instructors.number"
        ),
        Modality.ENCOURAGED,
    ),
    *instructed("SW6332", _INSTRUCTORS),
    new_sectors(
        "SW924",
        Text(
            zh="新兴领域为商圈与“两新”组织之和",
            en="the new sectors hold all business districts and “new” organisations, and no others",
        ),
        _SECTORS,
    ),
    norm(
        "SW925",
        "C-9.25",
        Text(
            zh="新兴领域没有空白点：有党组织，或有党建指导员",
            en="the new sectors have no blank spot: there is a Party organisation or an instructor",
        ),
        _BLANKS,
        each(units.kind.is_in(param("new_sector.kinds"))),
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind.is_in(_ORGANISATIONS))),
            at_least="new_sector.covered",
            alternatives=(
                Within(of=Count(HERE.back(ties.target, ties.kind == "instructs")), at_least="new_sector.covered"),
            ),
        ),
    ),
    norm(
        "SW10041",
        "C-10.04",
        Text(zh="全区划分为四个片区", en="the district is divided into four zones"),
        _ZONES,
        _district,
        Within(of=Count(_zones), exactly="zone.number"),
    ),
    norm(
        "SW10042",
        "C-10.04",
        Text(
            zh="四个片区为城市功能核心、物业小区聚集、老旧小区聚集、城乡融合发展",
            en="the zones are those of the urban core, of managed compounds, of old compounds, and of town and country",
        ),
        _ZONES,
        _district,
        Related(Values(_zones, "functions"), Relation.EQUALS, "zone.kinds"),
    ),
    norm(
        "SW10043",
        "C-10.04",
        Text(
            zh="每个村（社区）在且只在一个片区，没有空的片区",
            en="every community led by the district lies in exactly one zone, and no zone is empty",
        ),
        _ZONES,
        _district,
        Divided(
            whole=Values(_led.down(units.level == "community"), "id"),
            into=_zones,
            members=Values(HERE.back(ties.target, ties.kind == "in_zone"), "source"),
        ),
    ),
    norm(
        "SW10051",
        "C-10.05",
        Text(zh="每个片区都有组织覆盖的做法", en="every zone has a programme of coverage"),
        _METHODS,
        each(bodies.kind == "zone"),
        Within(of=Count(HERE.back(documents.parties, _programme)), at_least="zone.programmes"),
    ),
    norm(
        "SW10052",
        "C-10.05",
        Text(
            zh="做法覆盖商圈企业、物业小区、“两新”组织三个领域",
            en="the programmes reach three fields: business and enterprises, managed compounds, the two “new”",
        ),
        _FIELDS,
        _district,
        Related(Values(HERE.back(documents.parties, _programme), "sections"), Relation.CONTAINS, "coverage.fields"),
    ),
    norm(
        "SW1006",
        "C-10.06",
        Text(
            zh="物业党建示范小区共4个",
            en="four compounds are demonstration sites of Party building in property service",
        ),
        _PILOTS,
        _district,
        Within(
            of=Count(HERE.back(ties.target, ties.kind == "demonstration_compound")),
            exactly="demonstration_compound.number",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW1007",
        "C-10.07",
        Text(zh="示范小区每月一个主题活动", en="a demonstration compound has one themed activity each month"),
        _THEMES,
        each(ties.kind == "demonstration_compound").along(ties.source, "units"),
        Cadence(
            of=HERE.back(events.subject, events.kind == "themed_activity"),
            per="monthly_theme.cadence",
            at_most="monthly_theme.most",
        ),
    ),
)

SHANWEI_ZONES: Final = (*_FIGURES, *_NORMS)
