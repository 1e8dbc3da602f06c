"""Contracted responsibility 包保 in Nanqiao: units for grids, members for households, and branches on compounds.

References:
    Report on urban community Party building of Nanqiao District 南谯, Chuzhou, undated (2021 or later).

Limitations:
    The text counts 54 units and 366 grids and does not say that a grid has one unit only; that is assumed, and a city
    may say otherwise. It names five institutional documents “and others”, so a sixth is no fault. That there is one
    branch a compound is read from the two counts of 84.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Derived, Modality, Text
from pbgov.packs._columns import documents, grids, neighbourhoods, ties, units
from pbgov.packs._joint_property import joined_with_property
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._nanqiao_report import CHAIN_BELOW, REPORT, stating
from pbgov.rules import HERE, Count, Related, Relation, Selector, Values, Within, each, param

_CONTRACTED = REPORT.quote("54家企事業單位包保聯系366個社區網格")
_REPORTING = REPORT.quote("1100多名在職黨員到包保社區報到")
_LINKS = REPORT.quote("堅持單位聯網、黨員聯戶機制")
_INSTITUTIONS = REPORT.quote("社區專職工作者管理、“雙服務雙報到”")
_BRANCHES = REPORT.quote("建立小區(網格)黨支部84個")
_UNITS = Text(zh="家单位", en="units")
_GRIDS = Text(zh="个网格", en="grids")
_BRANCH_UNIT = Text(zh="个党支部", en="branches")


def _community(grid: Selector) -> Selector:
    return grid.along(grids.neighbourhood, "neighbourhoods").along(neighbourhoods.community, "units")


def _contracted(member: Selector) -> Selector:
    """Give the communities whose grids the units contract in which a member works."""
    unit = member.back(ties.source, ties.kind == "works_at").along(ties.target, "units")
    return _community(unit.back(ties.source, ties.kind == "contracted_to").along(ties.target, "grids"))


# only where the policy of the pack sends members there: another city may have them report where they live
_reporting = each((ties.kind == "reports_to") & param("dual_report.policy").has("contracted"))
_homes = HERE.back(ties.source, ties.kind == "resides_in").along(ties.target, "grids")
_linked = HERE.back(ties.target, ties.kind == "linked_to").along(ties.target, "units")
_neighbours = (
    _homes.back(ties.target, ties.kind == "contracted_to")
    .along(ties.target, "grids")
    .back(ties.target, ties.kind == "resides_in")
    .along(ties.source, "units")
)

FIGURES: Final = (
    figure(
        "contract.per_grid",
        1,
        assumed("原文只给出总数，按每格一家单位理解", "the text gives totals only; read as one unit a grid"),
        _UNITS,
    ),
    figure("contract.min_grids", 1, _CONTRACTED, _GRIDS),
    figure("contract.units", 54, _CONTRACTED, _UNITS),
    figure(
        "institutions.named",
        (
            "grid_management",
            "red_property",
            "community_worker_management",
            "dual_service_reporting",
            "eight_haves_eight_builds",
        ),
        _INSTITUTIONS,
    ),
    figure(
        "compound_branch.per_compound",
        1,
        Derived(
            from_=("84 = 84",),
            how=Text(zh="党支部数与小区数相同", en="there are as many branches as compounds"),
        ),
        _BRANCH_UNIT,
    ),
)

NORMS: Final = (
    norm(
        "NQ7061",
        "C-7.06",
        Text(zh="每个网格由一家单位包保", en="each grid has one unit contracted to it"),
        _CONTRACTED,
        each(grids),
        Within(of=Count(HERE.back(ties.target, ties.kind == "contracted_to")), exactly="contract.per_grid"),
    ),
    norm(
        "NQ7062",
        "C-7.06",
        Text(zh="每家包保单位至少包保一个网格", en="each contracting unit is contracted to a grid at least"),
        _CONTRACTED,
        each(ties.kind == "contracting_unit").along(ties.source, "units"),
        Within(of=Count(HERE.back(ties.source, ties.kind == "contracted_to")), at_least="contract.min_grids"),
    ),
    norm(
        "NQ7063",
        "C-7.06",
        Text(zh="全区包保单位为54家", en="the district has 54 contracting units"),
        _CONTRACTED,
        stating("contracting_units"),
        Within(of=Count(HERE.back(ties.target, ties.kind == "contracting_unit")), exactly="contract.units"),
        Modality.ENCOURAGED,
    ),
    norm(
        "NQ707",
        "C-7.07",
        Text(zh="在职党员到本单位包保的社区报到", en="a member reports to a community contracted by their unit"),
        _REPORTING,
        _reporting.along(ties.source, "people"),
        Related(
            Values(HERE.back(ties.source, ties.kind == "reports_to"), "target"),
            Relation.SUBSET,
            (Values(_contracted(HERE), "id"),),
        ),
    ),
    norm(
        "NQ7081",
        "C-7.08",
        Text(
            zh="党员联系的住户在本单位包保的社区内",
            en="the household a member is linked to lies in a community contracted by their unit",
        ),
        _LINKS,
        each(ties.kind == "linked_to"),
        Related(
            Values(
                _community(
                    HERE.along(ties.target, "units")
                    .back(ties.source, ties.kind == "resides_in")
                    .along(ties.target, "grids")
                ),
                "id",
            ),
            Relation.SUBSET,
            (Values(_contracted(HERE.along(ties.source, "people")), "id"),),
        ),
    ),
    norm(
        "NQ7082",
        "C-7.08",
        Text(
            zh="每户由党员直接联系，或由所在网格的包保单位联系",
            en="every household is reached, by a member or by the unit contracted to its grid",
        ),
        _LINKS,
        each(units.kind == "household"),
        Related(Values(HERE, "id"), Relation.SUBSET, (Values(_linked, "id"), Values(_neighbours, "id"))),
    ),
    norm(
        "NQ711",
        "C-7.11",
        Text(
            zh="全区出台所列各项制度，名单不封闭",
            en="the district has issued the institutional documents named; the list is open",
        ),
        _INSTITUTIONS,
        each(units.level == "county"),
        Related(
            Values(HERE.back(documents.parties, documents.kind == "policy_document"), "sections"),
            Relation.CONTAINS,
            "institutions.named",
        ),
    ),
    norm(
        "NQ3101",
        "C-3.10",
        Text(
            zh="小区（网格）党支部建在小区上，小区全覆盖",
            en="the branches are anchored on the compounds, on all of them",
        ),
        _BRANCHES,
        each(units.level == "county"),
        Related(
            Values(
                CHAIN_BELOW.down(units.kind == "compound_branch").back(ties.source, ties.kind == "anchored_on"),
                "target",
            ),
            Relation.EQUALS,
            (Values(HERE.down(units.kind == "compound"), "id"),),
        ),
    ),
    norm(
        "NQ3102",
        "C-3.10",
        Text(zh="一个小区只建一个小区（网格）党支部", en="no compound has two branches of its own"),
        _BRANCHES,
        each(units.kind == "compound"),
        Within(
            of=Count(HERE.back(ties.target, ties.kind == "anchored_on").along(ties.source, "units")),
            at_most="compound_branch.per_compound",
        ),
    ),
    joined_with_property("NQ714", REPORT.quote("加強物業黨建聯建")),
)

NANQIAO_CONTRACTS: Final = (*FIGURES, *NORMS)
