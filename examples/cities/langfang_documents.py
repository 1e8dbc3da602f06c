"""Langfang as its report has it, on the years 2020 and 2021, as plain data.

What the report names stands here by its name; what it only counts is made up and marked. So are days that it does not
give, and two subdistricts with a community each, where what it asks of every one of them can be looked at.
``langfang_spring.py`` has the compounds of the spring of 2020.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from pbgov.packs import LANGFANG_LEVELS

Document: TypeAlias = dict[str, Any]

PROVINCE: Final = "province"
CITY: Final = "langfang"
PROVINCIAL_PILOT: Final = "guangyang"
MUNICIPAL_PILOT: Final = "anci"
PILOTS: Final = (PROVINCIAL_PILOT, MUNICIPAL_PILOT)
COMMUNITY: Final = "guangyang-1-1"
COMMUNITIES: Final = (COMMUNITY, "anci-1-1")
SUBDISTRICTS: Final = ("guangyang-1", "anci-1")
TASK_FORCE: Final = "career-task-force"
DEPARTMENTS: Final = {
    "organisation": "组织部门",
    "staffing": "编制部门",
    "civil_affairs": "民政部门",
    "finance": "财政部门",
    "human_resources": "人社部门",
}
GRIDS: Final = {"grid-households": (250, 700), "grid-persons": (390, 1010)}
FUNCTIONS: Final = (
    "party_building",
    "public_security_governance",
    "stability",
    "emergency",
    "social_security",
    "urban_management_enforcement",
)
REPORT: Final = "党旗高扬谱华章——全市城市基层党建工作综述(廊坊, 约2021)"
STARTED: Final = "2021-03-01"
JULY: Final = "2021-07-01"
_MADE_UP: Final[Document] = {"made_up": True}
_HALF_YEARS: Final = ("2021-03-15", "2021-09-15")
_QUARTERS: Final = ("2021-02-15", "2021-05-15", "2021-08-15", "2021-11-15")


def levels() -> Document:
    """Give the four levels and the province above them, which designates one of the pilots."""
    province = {"code": PROVINCE, "label": {"zh": "省", "en": "province"}, "parents": []}
    below = [
        {
            "code": level.code,
            "label": {"zh": level.label.zh, "en": level.label.en},
            "parents": [PROVINCE] if level.code == "city" else list(level.parents),
        }
        for level in LANGFANG_LEVELS.levels
    ]
    return {"id": "langfang-with-province", "levels": [province, *below]}


def recorded() -> list[Document]:
    """Give what the record claims to hold: the places, and of the rest what the report tells to the end."""
    kinds = {
        "bodies": (
            "checkpoint", "comprehensive_service_station", "community_general_branch", "community_party_branch",
            "community_party_committee", "enlarged_community_committee", "enlarged_working_committee", "joint_meeting",
            "owners_committee", "party_committee", "party_service_centre", "residents_committee", "working_committee",
        ),
        "posts": ("grid_worker", "pioneer_post"),
        "ties": ("anchored_on", "designated_pilot", "leads", "located_in", "member", "serves", "shares_centre"),
        "documents": ("property_service_contract",),
        "processes": ("career_pilot", "closed_management"),
    }  # fmt: skip
    told = ("deployment", "pilot_designated", "pilot_started", "survey")
    year = {"start": "2021-01-01", "end": "2022-01-02"}
    return [
        *({"table": table} for table in ("units", "holdings", "grids", "ledger", "facts")),
        *({"table": table, "kind": kind} for table, many in kinds.items() for kind in many),
        *({"table": "events", "kind": kind} for kind in told),
        {"table": "events", "kind": "regular_meeting", **year},
    ]


def units() -> Iterator[Document]:
    """Give the province, the city, the two districts named, what is made up below them, and the departments."""
    yield {"id": PROVINCE, "kind": PROVINCE, "level": PROVINCE, "name": "省"}
    yield {"id": CITY, "kind": "prefecture", "level": "city", "parent": PROVINCE, "name": "廊坊市"}
    for district, name in zip(PILOTS, ("广阳区", "安次区"), strict=True):
        yield {"id": district, "kind": "city_district", "level": "county", "parent": CITY, "name": name}
    for n, (street, block) in enumerate(zip(SUBDISTRICTS, COMMUNITIES, strict=True)):
        row = {"id": street, "kind": "subdistrict", "level": "township", "parent": PILOTS[n]}
        yield row | {"name": f"街道{n + 1}", **_MADE_UP}
        row = {"id": block, "kind": "residents_committee", "level": "community", "parent": street}
        yield row | {"name": f"社区{n + 1}", **_MADE_UP}
    for kind, name in DEPARTMENTS.items():
        yield {"id": f"{CITY}-{kind}", "kind": kind, "parent": CITY, "name": f"市{name}"}
        # the report counts kinds and levels, and does not say of which district the departments are
        yield {"id": f"district-{kind}", "kind": kind, "parent": PROVINCIAL_PILOT, "name": f"区{name}", **_MADE_UP}


def bodies() -> Iterator[Document]:
    """Give the committees and joint bodies of the four levels, the service centres and the task force."""
    yield {"id": "city-committee", "kind": "party_committee", "host": CITY, "name": "市委"}
    for host in (CITY, *PILOTS):
        yield {"id": f"joint-{host}", "kind": "joint_meeting", "host": host}
    for host in SUBDISTRICTS:
        for kind in ("joint_meeting", "working_committee", "enlarged_working_committee"):
            yield _body(kind, host)
    for host in COMMUNITIES:
        for kind in (
            "joint_meeting", "community_general_branch", "enlarged_community_committee", "residents_committee",
            "party_service_centre",
        ):  # fmt: skip
            yield _body(kind, host)
    yield {"id": f"branch-{COMMUNITY}", "kind": "party_branch", "host": COMMUNITY, **_MADE_UP}
    yield {
        "id": TASK_FORCE,
        "kind": "task_force",
        "host": CITY,
        "functions": ["career_pilot"],
        "name": "工作专班",
    }


def _body(kind: str, host: str) -> Document:
    since = {"start": "2021-01-01"} if kind.startswith("enlarged") else {}
    return {"id": f"{kind}-{host}", "kind": kind, "host": host, **since, **_MADE_UP}


def ties() -> Iterator[Document]:
    """Give the members of the task force, the two pilots, who leads what in a community, and who serves each grid."""
    for level in (CITY, "district"):
        for kind in DEPARTMENTS:
            yield _tie("member", f"{level}-{kind}", TASK_FORCE, made_up=level != CITY)
    yield _tie("designated_pilot", PROVINCIAL_PILOT, PROVINCE, made_up=False)
    yield _tie("designated_pilot", MUNICIPAL_PILOT, CITY, made_up=False)
    for block in COMMUNITIES:
        yield _tie("leads", f"community_general_branch-{block}", f"residents_committee-{block}")
    for grid in GRIDS:
        yield _tie("serves", f"worker-{grid}", grid)
        yield _tie("anchored_on", f"branch-{COMMUNITY}", grid)


def _tie(kind: str, source: str, target: str, *, made_up: bool = True) -> Document:
    return {
        "id": f"{kind}-{source}-{target}", "kind": kind, "source": source, "target": target, "made_up": made_up,
    }  # fmt: skip


def neighbourhoods() -> Iterator[Document]:
    """Give a building for each of two grids: one of a size by households, one by persons."""
    for grid, (households, residents) in GRIDS.items():
        building = {"id": f"tower-{grid}", "households": households, "residents": residents}
        yield {"id": f"homes-{grid}", "community": COMMUNITY, "buildings": [building], **_MADE_UP}


def grids() -> Iterator[Document]:
    """Give the two grids, which take up all six functions."""
    for grid in GRIDS:
        cell = {"id": grid, "neighbourhood": f"homes-{grid}", "members": [f"tower-{grid}"]}
        yield cell | {"functions": list(FUNCTIONS), **_MADE_UP}


def workers() -> Document:
    """Give each grid a worker, full-time."""
    names = [f"worker-{grid}" for grid in GRIDS]
    return {
        "posts": [{"id": name, "kind": "grid_worker", "unit": COMMUNITY, **_MADE_UP} for name in names],
        "people": [{"id": f"person-{name}", "category": "grid_worker", **_MADE_UP} for name in names],
        "holdings": [
            {"id": f"holding-{name}", "post": name, "person": f"person-{name}", "full_time": True, **_MADE_UP}
            for name in names
        ],
    }


def events() -> Iterator[Document]:
    """Give what happened with the pilots, and a year of meetings; the report gives no days."""
    for by, level, pilot in ((PROVINCE, "province", PROVINCIAL_PILOT), (CITY, "city", MUNICIPAL_PILOT)):
        chosen = {"id": f"designated-{pilot}", "kind": "pilot_designated", "subject": by, "date": "2021-02-01"}
        yield chosen | {"agenda": [level], "refers": [pilot], **_MADE_UP}
        yield {"id": f"started-{pilot}", "kind": "pilot_started", "subject": pilot, "date": STARTED, **_MADE_UP}
    studied = {"id": "joint-studied", "kind": "regular_meeting", "subject": f"joint-{CITY}", "date": "2021-06-01"}
    yield studied | {"agenda": ["construction", "management", "service"], **_MADE_UP}
    for kind, hosts, days in (
        ("enlarged_working_committee", SUBDISTRICTS, _HALF_YEARS),
        ("enlarged_community_committee", COMMUNITIES, _QUARTERS),
    ):
        for host in hosts:
            for n, day in enumerate(days, 1):
                body = f"{kind}-{host}"
                yield {"id": f"met-{body}-{n}", "kind": "regular_meeting", "subject": body, "date": day, **_MADE_UP}


def processes() -> Iterator[Document]:
    """Give both pilots with their four steps and the pay from July; how many were recognised nobody tells."""
    steps = {"set_cap": "2021-04-01", "recognise": "2021-05-01", "compute_pay": "2021-06-01"}
    steps |= {"institutionalise": "2021-06-15", "pay": JULY}
    for pilot in PILOTS:
        acts = [{"kind": kind, "on": day} for kind, day in steps.items()]
        yield {
            "id": f"pilot-{pilot}", "kind": "career_pilot", "subject": pilot, "start": STARTED, "acts": acts,
            **_MADE_UP,
        }  # fmt: skip


def funds() -> Iterator[Document]:
    """Give each community its two funds of the year, just at their floors."""
    for block in COMMUNITIES:
        for fund, amount in (("work_fund", 100_000), ("service_fund", 200_000)):
            for account, sign in ((block, 1), (f"{CITY}-finance", -1)):
                yield {
                    "id": f"{fund}-{block}-{account}", "account": account, "resource": fund, "amount": sign * amount,
                    "date": "2021-01-15", "transfer": f"{fund}-{block}", **_MADE_UP,
                }  # fmt: skip


def facts() -> Iterator[Document]:
    """Give the numbers that the report states: a total, one person's word, and a mean."""
    stated: tuple[tuple[str, str, Any, str, Document], ...] = (
        ("entrance_heads", CITY, 16_630, "志愿者中选拔楼门长16630人", {}),
        ("monthly_pay", PROVINCIAL_PILOT, {"more_than": 4000}, "工资也涨到了4000多元", {}),
        ("monthly_pay_rise", CITY, {"nearly": 2000}, "人均月增资近2000元", {"start": JULY}),
    )
    for unit, about, amount, quote, more in stated:
        basis = {"document": REPORT, "quote": quote}
        yield {"id": f"fact-{unit}", "about": about, "amount": amount, "unit": unit, "basis": basis, **more}


def documents() -> Iterator[Document]:
    """Give the policy document that the report names, and what it says and nobody can be held to."""
    yield {
        "id": "measures",
        "kind": "policy_document",
        "parties": [CITY],
        "sections": ["joint_meeting", "part_time_member", "dual_report", "linkage"],
        "name": "关于全域推进整体提升全市城市基层党建工作的具体措施",
    }
    said = {
        "co-building": ("slogan", ("joint_building", "joint_governance", "sharing"), "共建共治共享"),
        "four-selves": (
            "four_selves", ("education", "management", "service", "supervision"),
            "自我教育、自我管理、自我服务、自我监督",
        ),
        "mass-prevention": ("slogan", ("mass_prevention",), "群防群治、联防联控"),
        "work-mesh": ("slogan", ("cooperative_mesh",), "共驻共建的社区工作网格"),
        "funding": ("funding_source", ("unspecified",), "加大投入"),
        "entry-channel": ("possible_transition", ("public_institution",), "将来还有入编的机会"),
        "around-production": ("activity_tag", ("production", "practice"), "围绕生产经营、执业活动开展党建工作"),
        "four-langfangs": (
            "slogan", ("innovative", "digital", "healthy", "safe"), "创新廊坊、数字廊坊、健康廊坊、平安廊坊",
        ),
    }  # fmt: skip
    for name, (kind, sections, title) in said.items():
        yield {"id": name, "kind": kind, "parties": [CITY], "sections": list(sections), "name": title}
