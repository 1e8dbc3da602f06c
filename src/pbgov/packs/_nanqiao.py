"""Nanqiao 南谯: key-task lists by level, plans of three parts, and one lead in each governance arrangement.

References:
    A report on urban community Party building in Nanqiao District of Chuzhou, without a title, undated (2021 or
    later). Quotations are normalised: script kept, page fragments removed.

Checked with:
    The official list of administrative divisions, state of 2023-06-30: three subdistricts, eight towns and two zones.
    The report counts neither subdistricts nor communities.

Limitations:
    By which month of the year a list must be issued is not told, so that stays UNKNOWN until a city says; nor is what
    stands on it. “By level” 分层分级 is read as the district, its subdistricts and their communities, one list for the
    secretary of each.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Assumption, Basis, Cycle, Modality, Required, Text
from pbgov.packs._columns import bodies, documents, events, lists, ties, units
from pbgov.packs._nanqiao_compounds import NANQIAO_COMPOUNDS
from pbgov.packs._nanqiao_contracts import NANQIAO_CONTRACTS
from pbgov.packs._nanqiao_cover import NANQIAO_COVER
from pbgov.packs._nanqiao_organs import NANQIAO_ORGANS
from pbgov.packs._nanqiao_projects import NANQIAO_PROJECTS
from pbgov.packs._nanqiao_report import REPORT
from pbgov.packs._nanqiao_reporting import NANQIAO_REPORTING
from pbgov.packs._nanqiao_rhythm import NANQIAO_RHYTHM
from pbgov.packs._nanqiao_seats import NANQIAO_SEATS
from pbgov.packs._national import NATIONAL
from pbgov.rules import (
    HERE,
    Cadence,
    Count,
    Dated,
    Figure,
    Norm,
    Overlay,
    Parameter,
    Payload,
    Related,
    Relation,
    Selector,
    Values,
    Within,
    each,
)

_CODES = Text(zh="项", en="codes")


def _figure(name: str, value: Figure | None, basis: Basis, unit: Text = _CODES) -> Parameter:
    return Parameter(id=name, unit=unit, values=(Dated(value=value, basis=basis),))


PARAMETERS = (
    _figure(
        "task_list.cadence",
        Cycle.YEAR,
        REPORT.quote("每年分層分級制定黨組織書記抓基層黨建工作"),
        Text(zh="周期", en="cycle"),
    ),
    _figure(
        "task_list.months",
        None,
        Required(Text(zh="原文没有写明年初何时之前制定", en="the text does not say by when in the year")),
        Text(zh="月份", en="months of the year"),
    ),
    _figure("task_list.per_unit", 1, REPORT.quote("重點任務清單"), Text(zh="份清单", en="lists")),
    _figure("plan.triplet", ("task_book", "timetable", "roadmap"), REPORT.quote("重點工作的任務書、時間表、路線圖")),
    _figure(
        "arrangement.leads",
        1,
        REPORT.quote("強化街道社區黨組織牽頭抓總作用"),
        Text(zh="个牵头组织", en="lead co-ordinators"),
    ),
    _figure(
        "arrangement.lead_kinds",
        ("working_committee", "community_party_organisation", "party_committee", "general_branch"),
        Assumption(
            Text(
                zh="原文称“街道社区党组织”，按党工委、社区党委与党总支理解",
                en="the text says “Party organisations of subdistrict and community”: working committee, committee, "
                "general branch",
            )
        ),
    ),
)


def _norm(  # noqa: PLR0917 - the columns of a table of norms
    code: str, item: str, text: Text, quote: str, scope: Selector, payload: Payload
) -> Norm:
    basis = REPORT.quote(quote)
    return Norm(code=code, item=item, text=text, basis=basis, scope=scope, payload=payload, modality=Modality.MUST)


_levels = each(units.level.is_in(("county", "township", "community")))
_leads = HERE.back(ties.target, ties.kind == "lead_coordinator")
_arrangements = each(bodies.kind == "governance_arrangement")

NORMS = (
    _norm(
        "NQ419",
        "C-4.19",
        Text(
            zh="每年为各级党组织书记制定重点任务清单",
            en="a key-task list is issued for the secretary of each level every year",
        ),
        "每年分層分級制定黨組織書記抓基層黨建工作",
        _levels,
        Cadence(of=HERE.back(events.subject, events.kind == "task_list_issued"), per="task_list.cadence"),
    ),
    _norm(
        "NQ439",
        "C-4.19",
        Text(
            zh="重点任务清单在年初规定的月份内制定",
            en="the key-task list is issued in the first months of the year, as far as they are laid down",
        ),
        "每年分層分級制定黨組織書記抓基層黨建工作",
        _levels,
        Cadence(
            of=HERE.back(events.subject, events.kind == "task_list_issued"),
            per="task_list.cadence",
            months="task_list.months",
        ),
    ),
    _norm(
        "NQ429",
        "C-4.19",
        Text(zh="每名书记同时只有一份重点任务清单", en="a secretary has no more than one key-task list at a time"),
        "重點任務清單",
        _levels,
        Within(of=Count(HERE.back(lists.owner, lists.kind == "annual_task_list")), at_most="task_list.per_unit"),
    ),
    _norm(
        "NQ420",
        "C-4.20",
        Text(
            zh="重点工作有任务书、时间表、路线图", en="a plan of key tasks has a task book, a timetable and a roadmap"
        ),
        "重點工作的任務書、時間表、路線圖",
        each(documents.kind == "governance_plan"),
        Related(Values(HERE, "sections"), Relation.CONTAINS, "plan.triplet"),
    ),
    _norm(
        "NQ425",
        "C-4.25",
        Text(zh="每个协调共治体系有一个牵头组织", en="each governance arrangement has one lead co-ordinator"),
        "強化街道社區黨組織牽頭抓總作用",
        _arrangements,
        Within(of=Count(_leads), exactly="arrangement.leads"),
    ),
    _norm(
        "NQ435",
        "C-4.25",
        Text(
            zh="牵头的是街道或社区党组织",
            en="the lead co-ordinator is a Party organisation of subdistrict or community",
        ),
        "強化街道社區黨組織牽頭抓總作用",
        _arrangements,
        Related(Values(_leads.along(ties.source, "units"), "kind"), Relation.SUBSET, "arrangement.lead_kinds"),
    ),
)

NANQIAO: Final = NATIONAL.extend(
    Overlay(
        id="nanqiao",
        title=Text(zh="南谯规则包", en="pack of Nanqiao"),
        basis=REPORT.quote("重點工作的任務書、時間表、路線圖"),
        add=(
            *PARAMETERS,
            *NORMS,
            *NANQIAO_ORGANS,
            *NANQIAO_RHYTHM,
            *NANQIAO_CONTRACTS,
            *NANQIAO_COVER,
            *NANQIAO_SEATS,
            *NANQIAO_COMPOUNDS,
            *NANQIAO_REPORTING,
            *NANQIAO_PROJECTS,
        ),
    )
)
