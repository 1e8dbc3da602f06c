"""New sectors 新兴领域 of Langfang: parks, industries, exemplars; policy documents, training and community workers.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    That a firm has one industry organisation above it is read from “unified management” 统一管理. “县组” is read as the
    organisation department of the county, so whoever the city does not train in a year the county trains, and a
    training of another level does not count. Which kinds of units make up the new sectors is gathered from the ways in
    which the text lets Party organisations be founded there.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference, Text
from pbgov.packs._columns import bodies, documents, events, holdings, posts, ties, units
from pbgov.packs._joint_property import joined_with_property
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._shared_organs import employed_by_communities
from pbgov.packs._shared_sectors import new_sectors
from pbgov.rules import HERE, Count, Related, Relation, Stated, Values, Within, each, param

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_PARKS = _REPORT.quote("依托各类园区建立党建工作机构")
_INDUSTRY = _REPORT.quote("依托行业监管部门建立行业党组织或行业协会党组织")
_UNIFIED = _REPORT.quote("统一管理律师、会计师等行业党建")
_EXEMPLARS = _REPORT.quote("地标楼宇、品牌企业、标杆组织、代表人物")
_SECTORS = _REPORT.quote("持续推进新兴领域党的建设")
_DOCUMENT = _REPORT.quote("出台《关于全域推进整体提升全市")
_TRAINED = _REPORT.quote("采取“市级示范、县组兜底”的方式")
_WORKERS = _REPORT.quote("推进社区工作者职业体系建设")
_FULL_TIME = _REPORT.quote("配齐配强专职网格员")

_superiors = HERE.back(ties.target, ties.kind == "line_superior")
_firms = each(units.kind.is_in(param("industry.fields"))).back(
    bodies.host, bodies.kind == "enterprise_party_organisation"
)

FIGURES: Final = (
    figure("park.agencies", 1, _PARKS, Text(zh="个机构", en="agencies")),
    figure(
        "park.registered",
        0,
        assumed("工作机构不是党组织，不接收党员组织关系", "an agency is no Party organisation and enrols nobody"),
        Text(zh="名党员", en="members"),
    ),
    figure("industry.fields", ("accounting_firm", "key_internet_enterprise", "law_firm"), _UNIFIED),
    figure("industry.superiors", 1, _UNIFIED, Text(zh="个行业党组织", en="industry Party organisations")),
    figure("industry.kinds", ("association_party_organisation", "industry_party_organisation"), _INDUSTRY),
    figure(
        "exemplar.kinds",
        ("brand_enterprise", "landmark_tower", "model_organisation", "representative_person"),
        _EXEMPLARS,
    ),
    figure(
        "new_sector.kinds",
        (
            "business_district",
            "industry_association",
            "internet_enterprise",
            "market",
            "new_economic_organisation",
            "new_social_organisation",
            "park",
            "tower",
            "tower_enterprise",
        ),
        assumed(
            "按原文所列楼宇、商圈市场、园区、行业、互联网与“两新”组织归并",
            "gathered from towers, business districts and markets, parks, industries, the internet and the two “new”",
        ),
    ),
    figure("training.providers", ("city", "county"), _TRAINED),
    figure("community_worker.employers", ("community",), _WORKERS),
    figure("grid.full_time", 1, _FULL_TIME, Text(zh="名专职网格员", en="full-time grid workers")),
)

NORMS: Final = (
    norm(
        "LF709",
        "C-7.09",
        Text(
            zh="政策文件写明名称、发文单位与适用内容",
            en="a policy document says its title, whom it binds and what it is about",
        ),
        _DOCUMENT,
        each(documents.kind == "policy_document"),
        Stated(HERE, ("name", "parties", "sections")),
    ),
    joined_with_property("LF714", _REPORT.quote("加强社区物业党建联建")),
    norm(
        "LF9101",
        "C-9.10",
        Text(zh="每个园区有一个党建工作机构", en="each park has a Party-building agency"),
        _PARKS,
        each(units.kind == "park"),
        Within(of=Count(HERE.back(bodies.host, bodies.kind == "park_party_agency")), exactly="park.agencies"),
    ),
    norm(
        "LF9102",
        "C-9.10",
        Text(
            zh="园区党建工作机构不算党组织，不接收党员",
            en="a Party-building agency does not count as a Party organisation: no member is registered with it",
        ),
        _PARKS,
        each(bodies.kind == "park_party_agency"),
        Within(of=Count(HERE.back(ties.target, ties.kind == "registered_with")), exactly="park.registered"),
    ),
    norm(
        "LF9121",
        "C-9.12",
        Text(
            zh="重点行业企业的党组织只有一个行业党组织上级",
            en="the organisation of a firm in one of these fields has one industry organisation above it",
        ),
        _UNIFIED,
        _firms,
        Within(of=Count(_superiors), exactly="industry.superiors"),
    ),
    norm(
        "LF9122",
        "C-9.12",
        Text(
            zh="上级为行业党组织或行业协会党组织",
            en="what stands above it is an organisation of the industry or of its association",
        ),
        _INDUSTRY,
        _firms,
        Related(Values(_superiors.along(ties.source, "bodies"), "kind"), Relation.SUBSET, "industry.kinds"),
    ),
    norm(
        "LF9123",
        "C-9.12",
        Text(zh="上级党组织管的是本行业", en="the industry organisation above a firm is that of its own field"),
        _UNIFIED,
        _firms,
        Related(
            Values(HERE.along(bodies.host, "units"), "kind"),
            Relation.SUBSET,
            (Values(_superiors.along(ties.source, "bodies"), "functions"),),
        ),
    ),
    norm(
        "LF919",
        "C-9.19",
        Text(zh="标杆分为四类", en="an exemplar is designated as one of four kinds"),
        _EXEMPLARS,
        each(events.kind == "exemplar_designated"),
        Related(Values(HERE, "agenda"), Relation.SUBSET, "exemplar.kinds"),
    ),
    new_sectors(
        "LF924",
        Text(
            zh="新兴领域为楼宇、商圈市场、园区、行业、互联网与“两新”组织之和",
            en="the new sectors hold all towers, markets, parks, industries, internet and “new” firms, and no others",
        ),
        _SECTORS,
    ),
    norm(
        "LF631",
        "C-6.31",
        Text(zh="轮训由市或县举办", en="the yearly training of secretaries is held by the city or by the county"),
        _TRAINED,
        each(events.kind == "training_completed"),
        Related(
            Values(HERE.along(events.subject, "units"), "level"),
            Relation.SUBSET,
            "training.providers",
        ),
    ),
    employed_by_communities("LF319", _WORKERS),
    norm(
        "LF306",
        "C-3.06",
        Text(zh="网格员岗位由专职人员担任", en="a grid worker's post is held full-time"),
        _FULL_TIME,
        each(posts.kind == "grid_worker"),
        Within(of=Count(HERE.back(holdings.post, holdings.full_time)), at_least="grid.full_time"),
    ),
)

LANGFANG_SECTORS: Final = (*FIGURES, *NORMS)
