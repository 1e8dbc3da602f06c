"""Jixi 鸡西: the two documents its system rests on, the components of the four-level linkage, and Mishan's platforms.

References:
    鸡西市城市基层党建“四级联动”体系建设, as in the pack of Jixi.

Limitations:
    Which mechanism at which level belongs to which of the three components, the text says by its headings alone; that
    every level has one for each is read from “four-level linkage with three contents”. The three platforms are those of
    one county-level city; a unit that hosts any is judged.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Reference, Text, term
from pbgov.packs._columns import bodies, documents, units
from pbgov.packs._making import figure, norm
from pbgov.rules import HERE, Count, Norm, Parameter, Related, Relation, Values, Within, each

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_DOCUMENTS = _REPORT.quote("制定出臺了《雞西市城市基層黨建示范市建設工作方案》")
_COMPONENTS = _REPORT.quote("以組織聯動、責任聯動、載體聯動為主要內容")
_PLATFORMS = _REPORT.quote("密山慧黨建”“密山發布”“青春密山")

FIGURES: Final = (
    figure("policy.documents", ("joint_meeting_rules", "work_plan"), _DOCUMENTS),
    figure("linkage.components", ("carrier", "organisation_linkage", "responsibility_linkage"), _COMPONENTS),
    figure("micro_platform.number", 3, _PLATFORMS, Text(zh="个微平台", en="micro-platforms")),
)


def _linked(number: int, level: str) -> Norm:
    mechanisms = (
        HERE.along(bodies.host, "units")
        .down(units.level == level)
        .back(bodies.host, bodies.kind == "linkage_mechanism")
    )
    words = term(level)
    return norm(
        f"JX1027{number}",
        "C-10.27",
        Text(
            zh=f"{words.zh}一级组织联动、责任联动、载体联动均有机制",
            en=f"there are mechanisms of all three components of the linkage at this level: {words.en}",
        ),
        _COMPONENTS,
        each(bodies.kind == "four_level_linkage"),
        Related(Values(mechanisms, "functions"), Relation.CONTAINS, "linkage.components"),
    )


NORMS: Final = (
    norm(
        "JX710",
        "C-7.10",
        Text(
            zh="城市基层党建的制度文件为工作方案与联席会议制度两份",
            en="the city's policy documents are two: the work plan and the rules of the joint meeting",
        ),
        _DOCUMENTS,
        each(units.level == "city"),
        Related(
            Values(HERE.back(documents.parties, documents.kind == "policy_document"), "sections"),
            Relation.EQUALS,
            "policy.documents",
        ),
    ),
    norm(
        "JX1013",
        "C-10.13",
        Text(zh="有微平台的县（市）有三个", en="a unit that hosts micro-platforms hosts three"),
        _PLATFORMS,
        each(bodies.kind == "micro_platform").along(bodies.host, "units"),
        Within(of=Count(HERE.back(bodies.host, bodies.kind == "micro_platform")), exactly="micro_platform.number"),
        Modality.ENCOURAGED,
    ),
    *(_linked(number, level) for number, level in enumerate(("city", "county", "township", "community"), 1)),
)

JIXI_LINKAGE: Final[tuple[Parameter | Norm, ...]] = (*FIGURES, *NORMS)
