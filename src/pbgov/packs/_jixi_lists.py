"""Jixi 鸡西, lists and plans: what a subdistrict is for, what no longer is, a list of work items and a plan a county.

References:
    鸡西市城市基层党建“四级联动”体系建设, as in the pack of Jixi.

Limitations:
    Whether the ban on investment attraction binds all 32 subdistricts or the two pilots is read from “全部” (all).
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference, Text
from pbgov.packs._columns import documents, entries, lists, units
from pbgov.packs._making import figure, norm
from pbgov.rules import HERE, AllEqual, Count, Norm, Parameter, Related, Relation, Values, Within, each

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")

_FIGURES: Final = (
    figure(
        "subdistrict.functions",
        (
            "coordinate_party_building",
            "social_management",
            "comprehensive_governance",
            "community_development",
            "public_service",
            "safety_stability",
        ),
        _REPORT.quote("社區發展、公共服務、安全穩定“6項職能”"),
    ),
    figure(
        "subdistrict.forbidden",
        ("investment_attraction", "tax_assistance"),
        _REPORT.quote("全部取消了招商引資、協稅護稅職能"),
    ),
    figure(
        "community.forbidden",
        ("odd_certificate", "admin_enforcement", "demolition"),
        _REPORT.quote("行政執法、拆遷拆違等工作事項49項"),
    ),
    figure(
        "work_item_list.per_county",
        1,
        _REPORT.quote("以縣(市)區為單位制定了社區工作事項清單"),
        Text(zh="份清单", en="lists"),
    ),
    figure(
        "plan.sections",
        ("guiding_ideology", "principles", "objectives", "tasks", "measures"),
        _REPORT.quote("指導思想、基本原則、工作目標"),
    ),
)

_NORMS: Final = (
    norm(
        "JX401",
        "C-4.01",
        Text(zh="试点街道统一责任清单", en="the pilot subdistricts have one wording of the responsibility list"),
        _REPORT.quote("統一建立街道責任清單和權力清單"),
        each(units.level == "city"),
        AllEqual(Values(HERE.down().back(lists.owner, lists.kind == "responsibility_list"), "version")),
    ),
    norm(
        "JX403",
        "C-4.03",
        Text(
            zh="街道责任清单各项归于6项职能", en="every item of a responsibility list serves one of the six functions"
        ),
        _REPORT.quote("社區發展、公共服務、安全穩定“6項職能”"),
        each(lists.kind == "responsibility_list"),
        Related(Values(HERE.back(entries.list), "function"), Relation.SUBSET, "subdistrict.functions"),
    ),
    norm(
        "JX404",
        "C-4.04",
        Text(
            zh="街道取消招商引资、协税护税职能",
            en="no subdistrict has duties of investment attraction or tax assistance",
        ),
        _REPORT.quote("全部取消了招商引資、協稅護稅職能"),
        each(lists.kind == "responsibility_list"),
        Related(Values(HERE.back(entries.list), "category"), Relation.DISJOINT, "subdistrict.forbidden"),
    ),
    norm(
        "JX410",
        "C-4.10",
        Text(
            zh="以县（市）区为单位制定社区工作事项清单",
            en="each county-level unit has one list of community work items",
        ),
        _REPORT.quote("以縣(市)區為單位制定了社區工作事項清單"),
        each(units.level == "county"),
        Within(of=Count(HERE.back(lists.owner, lists.kind == "work_item_list")), exactly="work_item_list.per_county"),
    ),
    norm(
        "JX417",
        "C-4.17",
        Text(
            zh="社区工作事项不含“奇葩”证明、行政执法、拆迁拆违",
            en="odd certificates, enforcement and demolition are no community work",
        ),
        _REPORT.quote("行政執法、拆遷拆違等工作事項49項"),
        each(lists.kind == "work_item_list"),
        Related(Values(HERE.back(entries.list), "category"), Relation.DISJOINT, "community.forbidden"),
    ),
    norm(
        "JX422",
        "C-4.22",
        Text(
            zh="各县（市）区实施方案具备五要素",
            en="each county-level unit has an implementation plan with its five parts",
        ),
        _REPORT.quote("各縣(市)區全部制定了城市基層黨建工作實施方案"),
        each(units.level == "county"),
        Related(
            Values(HERE.back(documents.parties, documents.kind == "implementation_plan"), "sections"),
            Relation.CONTAINS,
            "plan.sections",
        ),
    ),
)

JIXI_LISTS: Final[tuple[Parameter | Norm, ...]] = (*_FIGURES, *_NORMS)
