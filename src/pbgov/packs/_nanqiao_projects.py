"""Secretary projects 书记项目 of Nanqiao and how they are controlled; what the district's documents cover.

References:
    Report on urban community Party building of Nanqiao District 南谯, Chuzhou, undated (2021 or later).

Limitations:
    The text gives no milestones, logs or criteria, only that projects are managed 动态化, moved on by milestones
    节点化 and landed 项目化; how late a milestone may be is not told. Of the eight haves and eight builds 八有八建 it
    names none, so whether an organisation has them stays UNKNOWN until somebody lists them.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Derived, Modality, Text
from pbgov.packs._columns import documents, events, processes, units
from pbgov.packs._making import assumed, figure, norm, wanting
from pbgov.packs._nanqiao_report import REPORT
from pbgov.packs._processes import PROCESSES
from pbgov.rules import (
    HERE,
    Answered,
    Count,
    Enumerated,
    Related,
    Relation,
    Values,
    Within,
    each,
    param,
)

_LEVELS = REPORT.quote("三級書記分級領辦基層治理“書記項目”")
_CONTROLS = REPORT.quote("建立動態化管理、節點化推進、項目化落地工作機制")
_EIGHT = REPORT.quote("深化“八有八建”建設等制度措施")
_ASPECTS = REPORT.quote("聚焦組織體系、治理隊伍、服務陣地、工作機制")

_projects = each(processes.kind == "secretary_project")
_organisations = each(units.level == "community_party_organisation")
_checked = Values(HERE.back(documents.parties, documents.kind == "construction_check"), "sections")

FIGURES: Final = (
    figure("secretary_projects.levels", ("community", "county", "township"), _LEVELS),
    figure("secretary_projects.per_secretary", 1, _LEVELS, Text(zh="个项目", en="projects")),
    figure("secretary_projects.owners", ("secretary",), _LEVELS),
    figure("secretary_projects.controls", ("change_log", "landing_criterion", "milestone"), _CONTROLS),
    figure(
        "secretary_projects.milestone_days",
        0,
        assumed("节点到期即须完成", "a milestone is reached by the day it is due"),
        Text(zh="天", en="days"),
    ),
    figure(
        "eight_haves.items",
        None,
        wanting("原文没有列出“八有”", "the text names none of the eight haves"),
    ),
    figure(
        "eight_builds.items",
        None,
        wanting("原文没有列出“八建”", "the text names none of the eight builds"),
    ),
    figure(
        "eight_haves_eight_builds.size",
        16,
        Derived(from_=("8 + 8 = 16",), how=Text(zh="八有与八建之和", en="eight haves and eight builds")),
    ),
    figure(
        "design.aspects",
        ("governance_team", "organisation_system", "service_venue", "work_mechanism"),
        _ASPECTS,
    ),
)

NORMS: Final = (
    norm(
        "NQ5071",
        "C-5.07",
        Text(zh="社区党组织做到“八有”", en="a community's Party organisation has the eight haves"),
        _EIGHT,
        _organisations,
        Related(_checked, Relation.CONTAINS, "eight_haves.items"),
    ),
    norm(
        "NQ5072",
        "C-5.07",
        Text(zh="社区党组织做到“八建”", en="a community's Party organisation has the eight builds"),
        _EIGHT,
        _organisations,
        Related(_checked, Relation.CONTAINS, "eight_builds.items"),
    ),
    norm(
        "NQ5073",
        "C-5.07",
        Text(zh="“八有八建”共十六项", en="the eight haves and eight builds are sixteen, and no more"),
        _EIGHT,
        each(documents.kind == "eight_haves_eight_builds"),
        Enumerated(Values(HERE, "sections"), "eight_haves_eight_builds.size"),
    ),
    norm(
        "NQ716",
        "C-7.16",
        Text(
            zh="制度设计覆盖组织体系、治理队伍、服务阵地、工作机制",
            en="the district's documents cover organisation, team, venue and mechanism between them",
        ),
        _ASPECTS,
        each(units.level == "county"),
        Related(
            Values(HERE.back(documents.parties, documents.kind == "policy_document"), "sections"),
            Relation.CONTAINS,
            "design.aspects",
        ),
    ),
    norm(
        "NQ8181",
        "C-8.18",
        Text(
            zh="区、街道、社区书记各领办一个以上书记项目",
            en="the secretaries of district, subdistricts and communities each take a project in hand at least",
        ),
        _LEVELS,
        each(units.level.is_in(param("secretary_projects.levels"))),
        Within(
            of=Count(
                HERE.back(documents.parties, documents.kind == "project_plan").back(
                    processes.subject, processes.kind == "secretary_project"
                )
            ),
            at_least="secretary_projects.per_secretary",
        ),
    ),
    norm(
        "NQ8182",
        "C-8.18",
        Text(zh="书记项目由书记领办", en="a secretary's project is owned by a secretary, and by no deputy"),
        _LEVELS,
        _projects,
        Related(Values(HERE.along(processes.owner, "posts"), "kind"), Relation.EQUALS, "secretary_projects.owners"),
    ),
    norm(
        "NQ8201",
        "C-8.20",
        Text(
            zh="每个书记项目有节点、变更记录和落地标准",
            en="every project has a milestone, a log of changes and a criterion of landing",
        ),
        _CONTROLS,
        _projects,
        Related(
            Values(HERE.along(processes.subject, "documents"), "sections"),
            Relation.CONTAINS,
            "secretary_projects.controls",
        ),
    ),
    norm(
        "NQ8202",
        "C-8.20",
        Text(zh="书记项目的节点按期完成", en="the milestones of a project are reached by the day they are due"),
        _CONTROLS,
        each(units.level.is_in(param("secretary_projects.levels"))),
        Answered(
            of=HERE.back(events.subject, events.kind == "milestone_due"),
            by=HERE.back(events.subject, events.kind == "milestone_reached"),
            within="secretary_projects.milestone_days",
            referring=True,
        ),
        Modality.IN_PRINCIPLE,
    ),
)

NANQIAO_PROJECTS: Final = (*FIGURES, *NORMS, *PROCESSES.pick("PC816", "PC818"))
