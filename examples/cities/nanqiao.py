"""Nanqiao District as an undated report has it, and what the model must give back of it.

Where the report gives no day, the year 2021 is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from cities import nanqiao_chain as chain
from cities import nanqiao_documents as documents
from cities import nanqiao_members as members
from cities.city import City, Document, changed, without
from cities.nanqiao_documents import COMMUNITIES, COMPOUNDS, DISTRICT, GRIDS, YINHUA
from cities.nanqiao_members import FIRMS, MEMBERS
from cities.nanqiao_targets import ON, SINCE, TARGETS, gone
from pbgov.base import Text
from pbgov.grid import Partitioning
from pbgov.model import Edit, Jurisdiction
from pbgov.org import Tie
from pbgov.packs import INSTITUTIONS, NANQIAO
from pbgov.rules import Decision, RulePack

# What the report says should be and of which it says no more: terms of duty, activities, venues used, milestones met,
# months, the items of two lists, for how long a post may be vacant, and whether every resident must be reached.
SILENT: Final = frozenset({
    "NQ1353", "NQ1403", "NQ222", "NQ2311", "NQ2312", "NQ439", "NQ5071", "NQ5072", "NQ5073", "NQ5162", "NQ815", "NQ8202",
    "NQ9211", "NQ9212",
})  # fmt: skip


def document() -> Document:
    """Give the whole record."""
    return {
        "id": "nanqiao-reported",
        "name": "南谯区（据报道）",
        "world": "reported",
        "profile": documents.levels(),
        "recorded": documents.recorded(),
        "units": [*documents.units(), *chain.units(), *members.units()],
        "neighbourhoods": list(documents.neighbourhoods()),
        "grids": list(documents.grids()),
        "bodies": [*documents.bodies(), *chain.bodies(), *members.bodies()],
        "posts": [*chain.posts(), *members.posts()],
        "holdings": [*chain.holdings(), *members.holdings()],
        "people": [*chain.people(), *members.people()],
        "ties": [*documents.ties(), *chain.ties(), *members.ties()],
        "lists": list(documents.lists()),
        "documents": list(documents.documents()),
        "events": list(documents.events()),
        "processes": list(documents.processes()),
        "facts": list(documents.facts()),
    }


def decide(place: Jurisdiction) -> Sequence[tuple[Text, Decision]]:
    """Decide who may be secretary or part-time member, and how members who are on record report."""
    rules = {one.code: one.value for one in INSTITUTIONS["nanqiao"]}
    (report,) = (tie for tie in place.ties.naming("source", MEMBERS[0]) if tie.kind == "reports_to")
    linked = sum(tie.kind == "linked_to" for tie in place.ties.naming("source", MEMBERS[0]))
    member = {"in_service": True, "destination": report.route, "residents_linked": linked}
    haves = tuple(place.documents[f"assessment-{COMPOUNDS[2]}"].sections)
    cadre: dict[str, Any] = {"route": "dispatched", "pools": ("retired_cadre",), "criteria": haves}
    head = {"head": True, "in_territory": True, "unit_category": place.units[FIRMS[0]].kind}
    asked: tuple[tuple[Text, str, dict[str, Any]], ...] = (
        (Text(zh="派驻退休老干部，合“三有”", en="a retired cadre with three haves"), "branch_secretary", cadre),
        (
            Text(zh="同上，无公心", en="the same, not public-spirited"),
            "branch_secretary",
            cadre | {"criteria": haves[:2]},
        ),
        (Text(zh="途径不明", en="by no known route"), "branch_secretary", cadre | {"route": "unknown"}),
        (
            Text(zh="事业单位党组织书记任兼职委员", en="an institution's secretary as part-time member"),
            "part_time_member",
            head,
        ),
        (Text(zh="其副职", en="a deputy of it"), "part_time_member", head | {"head": False}),
        (Text(zh="在包保社区报到的党员", en="a member who reports by contract"), "dual_report", member),
        (Text(zh="在居住地报到", en="one who reports at home"), "dual_report", member | {"destination": "residence"}),
        (Text(zh="未联系居民", en="one linked to nobody"), "dual_report", member | {"residents_linked": 0}),
        (Text(zh="联系户数未知", en="one of whom it is not known"), "dual_report", member | {"residents_linked": None}),
    )
    return [(label, cast("RulePack", rules[code]).at(ON).decide(facts)) for label, code, facts in asked]


def plan(place: Jurisdiction) -> tuple[Jurisdiction, Sequence[Partitioning]]:
    """Draw no grids: the report counts 366 and gives no size."""
    return place, ()


def faults(place: Jurisdiction) -> Mapping[tuple[str, str], tuple[Text, Sequence[Edit]]]:
    """Damage a copy in seven ways."""
    second = Tie(id="second", kind="contracted_to", source=FIRMS[-1], target=GRIDS[0], made_up=True)
    (report,) = (tie for tie in place.ties.naming("source", MEMBERS[0]) if tie.kind == "reports_to")
    shown = f"designated_demonstration-{YINHUA}-anhui"
    return {
        ("NQ7061", GRIDS[0]): (
            Text(zh="一个网格有两家包保单位", en="two units contracted to one grid"),
            (Edit("ties", second.id, None, second),),
        ),
        ("NQ707", MEMBERS[0]): (
            Text(zh="党员到别的社区报到", en="a member reports to another community"),
            changed(place, "ties", report.id, target=COMMUNITIES[-1]),
        ),
        ("NQ242", COMPOUNDS[9]): (
            Text(zh="小区没有评议会", en="a compound without review council"),
            without(place, "bodies", f"review-{COMPOUNDS[9]}"),
        ),
        ("NQ6271", f"in-{COMPOUNDS[1]}"): (
            Text(zh="书记途径不明", en="a secretary by an unknown route"),
            changed(place, "holdings", f"in-{COMPOUNDS[1]}", route="acquaintance"),
        ),
        ("NQ1131", GRIDS[99]): (
            Text(zh="一个网格没有党员中心户", en="a grid without hub household"),
            gone("units", f"hub-{GRIDS[99]}")(place),
        ),
        ("NQ8182", f"project-{COMMUNITIES[0]}"): (
            Text(zh="书记项目由他人领办", en="a project owned by another"),
            changed(place, "processes", f"project-{COMMUNITIES[0]}", owner=f"worker-{YINHUA}"),
        ),
        ("NQ5192", shown): (
            Text(zh="示范小区由区评定", en="a demonstration compound named by the district"),
            changed(place, "ties", shown, target=DISTRICT),
        ),
    }


CITY: Final = City(
    id="nanqiao",
    heading=Text(zh="南谯区模型（据无日期报道）", en="Model of Nanqiao District, as reported without a date"),
    pack=NANQIAO,
    document=document,
    on=ON,
    since=SINCE,
    targets=TARGETS,
    unknown=SILENT,
    kept={
        "C-1.47": f"/units/{YINHUA}",
        "C-2.44": "/documents/sharing",
        "C-3.01": f"/grids/{GRIDS[0]}",
        "C-3.18": "/documents/brand-sister",
        "C-7.17": "/documents/civility",
        "C-8.21": "/documents/small-cut",
        "C-10.33": "/documents/carriers",
        "C-10.34": "/documents/brand-camphor",
    },
    decide=decide,
    plan=plan,
    faults=faults,
)
