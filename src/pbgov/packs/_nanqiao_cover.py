"""Levels, coverage and counts of Nanqiao: how far the chains reach, and how many there are of what the text counts.

References:
    Report on urban community Party building of Nanqiao District 南谯, Chuzhou, undated (2021 or later).

Limitations:
    “Vertically to the bottom, horizontally to the edge” 纵向到底、横向到边 is read so: the five-level chain reaches a
    hub household in a building of every grid, and every contracting unit has a Party organisation. “Tangible and
    effective” 有形有效 is read as an organisation in force, and one that is active; how often, the text does not
    say. The numbers of grids and branches are what the text counts, so another number is no more than a note. That a
    community has a committee or a general branch is what the text says; one of few members may have a branch, so it is
    a warning.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Text
from pbgov.packs._columns import bodies, events, grids, neighbourhoods, ties, units
from pbgov.packs._making import CYCLE, figure, norm, wanting
from pbgov.packs._nanqiao_report import CHAIN_BELOW, REPORT, stating
from pbgov.rules import (
    HERE,
    Cadence,
    CompleteChain,
    Count,
    Related,
    Relation,
    Values,
    Within,
    each,
    param,
)

_THREE = REPORT.quote("區、街道、社區三級黨組織")
_FIVE = REPORT.quote("小區(網格)黨支部—樓棟黨小組—黨員中心戶”五級組織體系")
_FORMS = REPORT.quote("社區黨委(黨總支)")
_REACH = REPORT.quote("實現組織縱向到底、橫向到邊")
_EFFECTIVE = REPORT.quote("有形有效覆蓋")
_GRIDS = REPORT.quote("包保聯系366個社區網格")
_ON_COMPOUNDS = REPORT.quote("推行“支部建在小區(網格)上”")
_BRANCHES = REPORT.quote("建立小區(網格)黨支部84個")
_COMPOUNDS = REPORT.quote("84個小區均建立居民議事會")

UNIT_ORGANISATIONS: Final = (
    "enterprise_party_organisation",
    "institution_party_organisation",
    "organ_party_organisation",
)
"""The kinds of bodies that are a unit's Party organisation."""

_branches = each(units.level == "compound_branch")
_grids = HERE.down(units.level == "community").back(neighbourhoods.community).back(grids.neighbourhood)

FIGURES: Final = (
    figure("level_chain", ("community", "township", "county"), _THREE),
    figure(
        "party_chain",
        (
            "hub_household",
            "building_party_group",
            "compound_branch",
            "community_party_organisation",
            "working_committee",
        ),
        _FIVE,
    ),
    figure("community_org.forms", ("party_committee", "general_branch"), _FORMS),
    figure("coverage.vertical", 1, _REACH, Text(zh="个党员中心户", en="hub households")),
    figure("coverage.horizontal", 1, _REACH, Text(zh="个党组织", en="Party organisations")),
    figure(
        "coverage.activity",
        None,
        wanting("原文没有写明多久开展一次活动", "the text does not say how often an organisation must be active"),
        CYCLE,
    ),
    figure("grid.count", 366, _GRIDS, Text(zh="个网格", en="grids")),
    figure("branch.anchors", ("compound",), _ON_COMPOUNDS),
    figure("branch.count", 84, _BRANCHES, Text(zh="个党支部", en="branches")),
    figure("compound.count", 84, _COMPOUNDS, Text(zh="个小区", en="compounds")),
)

NORMS: Final = (
    norm(
        "NQ111",
        "C-1.11",
        Text(
            zh="区、街道、社区三级贯通，不以市为必要",
            en="a community stands under a subdistrict and the district, which is the root",
        ),
        _THREE,
        each(units.level == "community"),
        CompleteChain("level_chain"),
    ),
    norm(
        "NQ112",
        "C-1.12",
        Text(
            zh="从党员中心户到街道党工委五级相连，不越级",
            en="five levels lead from a hub household to the working committee, and none is skipped",
        ),
        _FIVE,
        each(units.level == "hub_household"),
        CompleteChain("party_chain"),
    ),
    norm(
        "NQ1131",
        "C-1.13",
        Text(
            zh="纵向到底：每个网格的楼栋内有党小组和党员中心户",
            en="to the bottom: in some building of each grid there is a Party group with a hub household",
        ),
        _REACH,
        each(grids),
        Within(
            of=Count(
                HERE.along(grids.members, "units")
                .back(ties.target, ties.kind == "anchored_on")
                .along(ties.source, "units")
                .back(units.parent, units.level == "hub_household")
            ),
            at_least="coverage.vertical",
        ),
    ),
    norm(
        "NQ1132",
        "C-1.13",
        Text(
            zh="横向到边：每家包保单位建有党组织",
            en="to the edge: every contracting unit has a Party organisation",
        ),
        _REACH,
        each(ties.kind == "contracting_unit").along(ties.source, "units"),
        Within(of=Count(HERE.back(bodies.host, bodies.kind.is_in(UNIT_ORGANISATIONS))), at_least="coverage.horizontal"),
    ),
    norm(
        "NQ1183",
        "C-1.18",
        Text(
            zh="社区党组织为党委或党总支",
            en="a community's Party organisation is a committee or a general branch",
        ),
        _FORMS,
        each(
            (units.level == "community_party_organisation") & units.kind.is_in(param("party_organisation.forms"))
        ),  # what is none of these is found by NQ1182
        Related(Values(HERE, "kind"), Relation.SUBSET, "community_org.forms"),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "NQ307",
        "C-3.07",
        Text(zh="全区社区网格为366个", en="the district has 366 community grids"),
        _GRIDS,
        stating("grids"),
        Within(of=Count(_grids), exactly="grid.count"),
        Modality.ENCOURAGED,
    ),
    norm(
        "NQ309",
        "C-3.09",
        Text(
            zh="小区（网格）党支部建在小区或网格上",
            en="a compound branch stands on compounds or on grids, and nothing else",
        ),
        _ON_COMPOUNDS,
        _branches,
        Related(
            Values(HERE.back(ties.source, ties.kind == "anchored_on").along(ties.target, "units"), "kind"),
            Relation.SUBSET,
            "branch.anchors",
        ),
    ),
    norm(
        "NQ3103",
        "C-3.10",
        Text(zh="全区小区（网格）党支部为84个", en="the district has 84 compound branches"),
        _BRANCHES,
        stating("compound_branches"),
        Within(of=Count(CHAIN_BELOW.down(units.level == "compound_branch")), exactly="branch.count"),
        Modality.ENCOURAGED,
    ),
    norm(
        "NQ3104",
        "C-3.10",
        Text(zh="全区小区为84个", en="the district has 84 compounds"),
        _COMPOUNDS,
        stating("compounds"),
        Within(of=Count(HERE.down(units.kind == "compound")), exactly="compound.count"),
        Modality.ENCOURAGED,
    ),
    norm(
        "NQ9211",
        "C-9.21",
        Text(
            zh="有效以有形为前提：开展活动的都是现有党组织",
            en="effective presupposes tangible: whatever is active is an organisation in force",
        ),
        _EFFECTIVE,
        each(units.level == "county"),
        Related(
            Values(each(events.kind == "organisation_activity"), "subject"),
            Relation.SUBSET,
            (Values(each(units.level.is_in(param("party_chain"))), "id"),),
        ),
    ),
    norm(
        "NQ9212",
        "C-9.21",
        Text(
            zh="有效覆盖：每个小区（网格）党支部按期开展活动",
            en="effective coverage: every compound branch is active in each period",
        ),
        _EFFECTIVE,
        _branches,
        Cadence(of=HERE.back(events.subject, events.kind == "organisation_activity"), per="coverage.activity"),
    ),
)

NANQIAO_COVER: Final = (*FIGURES, *NORMS)
