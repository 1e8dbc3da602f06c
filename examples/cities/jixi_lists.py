"""Jixi as its report has it, third part: lists of duties and powers, plans, and what was withdrawn from the lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cities import jixi_carriers as carriers
from cities.city import Document

PILOTS = ("dongxing", "nanshan")
WITHDRAWN = 49

_SIX_FUNCTIONS = (
    "coordinate_party_building",
    "social_management",
    "comprehensive_governance",
    "community_development",
    "public_service",
    "safety_stability",
)
_REMOVED = ("odd_certificate", "admin_enforcement", "demolition")
_COMMUNITY_DUTIES = ("manage_members", "organise", "publicise", "unite", "serve", "catch_all_management")
# on a power list: the right, what it is over, and how strong it is
_THREE_POWERS = (
    ("consent_right", "agency_head_appointment", 3),
    ("participation_right", "planning_construction", 2),
    ("suggestion_right", "year_end_grade", 1),
)
_FIVE_PARTS = ("guiding_ideology", "principles", "objectives", "tasks", "measures")


def duties(counties: Iterable[str]) -> Document:
    """Give the duty lists and plans: both pilots' lists alike, one work-item list and one plan a county."""
    lists: list[Document] = []
    entries: list[Document] = []
    plans: list[Document] = []
    for pilot in PILOTS:
        lists.append({"id": f"duties-{pilot}", "kind": "responsibility_list", "owner": pilot, "version": "2018"})
        entries += [
            {"id": f"duty-{pilot}-{code}", "list": f"duties-{pilot}", "category": code, "function": code}
            for code in _SIX_FUNCTIONS
        ]
        lists.append({"id": f"powers-{pilot}", "kind": "power_list", "owner": pilot, "version": "2018"})
        entries += [
            {"id": f"power-{pilot}-{n}", "list": f"powers-{pilot}", "category": right, "object": over, "power": n}
            for right, over, n in _THREE_POWERS
        ]
    for county in counties:
        lists.append({"id": f"work-items-{county}", "kind": "work_item_list", "owner": county, "version": "2018"})
        entries += [
            {"id": f"work-item-{county}-{code}", "list": f"work-items-{county}", "category": code}
            for code in _COMMUNITY_DUTIES
        ]
        plan = {"id": f"plan-{county}", "kind": "implementation_plan", "parties": [county], "sections": [*_FIVE_PARTS]}
        plans.append(plan)
    plans += [
        {"id": code, "kind": "policy_document", "parties": [carriers.CITY], "sections": [code], "name": name}
        for code, name in (
            ("work_plan", "鸡西市城市基层党建示范市建设工作方案"),
            ("joint_meeting_rules", "鸡西市城市基层党建联席会议制度"),
        )
    ]
    return {"lists": lists, "entries": entries, "documents": [*plans, *carriers.documents(), *_context()]}


def _context() -> list[Document]:
    """What the report says of the place and no norm asks for."""
    return [
        {
            "id": "territory",
            "kind": "territory_tag",
            "parties": [carriers.CITY],
            "sections": ["centre", "old_mining_area"],
            "name": "中心城区集聚与老旧矿区",
        },
        {
            "id": "context",
            "kind": "context",
            "parties": [carriers.CITY],
            "sections": ["resource_city", "urban_problems"],
            "name": "“城市病”与资源型城市转型",
        },
    ]


def withdrawn(counties: Sequence[str]) -> list[Document]:
    """Give the 49 items withdrawn, and the self-inspections that found them; how they divide is made up."""
    items = [f"withdrawn-{number:02}" for number in range(1, WITHDRAWN + 1)]
    of = {item: counties[number % len(counties)] for number, item in enumerate(items)}
    rows: list[Document] = [
        {
            "id": item,
            "kind": "work_item_withdrawn",
            "subject": of[item],
            "date": f"2018-04-{1 + number % 28:02}",
            "agenda": [_REMOVED[number % len(_REMOVED)]],
            "refers": [f"self-inspection-{of[item]}"],
            "made_up": True,
        }
        for number, item in enumerate(items)
    ]
    rows += [
        {
            "id": f"self-inspection-{county}",
            "kind": "self_inspection",
            "subject": county,
            "date": "2018-03-01",
            "agenda": [item for item in items if of[item] == county],
            "made_up": True,
        }
        for county in counties
    ]
    return rows
