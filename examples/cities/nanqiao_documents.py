"""Nanqiao as its report has it: the district, its territory, what is stated, issued and under way, as plain data.

The report counts 84 compounds, 366 grids and 54 units and names one compound; it counts neither subdistricts nor
communities. Three and 21 are made up, so that each community has four compounds. What is made up is marked, days too,
for the report gives none. ``nanqiao_chain.py`` has the Party organisations, ``nanqiao_members.py`` who works where.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from pbgov.packs import NANQIAO_LEVELS

Document: TypeAlias = dict[str, Any]

DISTRICT: Final = "nanqiao"
YINHUA: Final = "yinhua-xicun"
REPORT: Final = "南谯区城市社区党建工作报道（无题）(滁州市南谯区, 无日期)"
SUBDISTRICTS: Final = tuple(f"subdistrict-{n}" for n in range(1, 4))
COMMUNITIES: Final = tuple(f"community-{n:02d}" for n in range(1, 22))
COMPOUNDS: Final = (YINHUA, *(f"compound-{n:02d}" for n in range(2, 85)))
GRIDS: Final = tuple(f"grid-{n:03d}" for n in range(1, 367))
THREE_LEVELS: Final = (DISTRICT, *SUBDISTRICTS, *COMMUNITIES)
MADE_UP: Final[Document] = {"made_up": True}

_TIES: Final = (
    "accountable", "anchored_on", "contracted_to", "contracting_unit", "designated_demonstration", "in_pool",
    "lead_coordinator", "linked_to", "lives_in", "located_in", "manages", "member", "organ_of", "oversees", "owns",
    "property_service", "reports_to", "resides_in", "works_at",
)  # fmt: skip
_DEMONSTRATIONS: Final = {YINHUA: "anhui", COMPOUNDS[1]: "anhui", COMPOUNDS[2]: "chuzhou", COMPOUNDS[3]: "chuzhou"}


def home(compound: str) -> str:
    """Give the community of a compound; of the one that is named, the report does not say in which it lies."""
    return COMMUNITIES[COMPOUNDS.index(compound) // 4]


def above(community: str) -> str:
    """Give the subdistrict of a community."""
    return SUBDISTRICTS[COMMUNITIES.index(community) // 7]


def compound_of(grid: str) -> str:
    """Give the compound in which a grid lies: 366 grids lie in 84 compounds, four or five in each."""
    return COMPOUNDS[GRIDS.index(grid) * len(COMPOUNDS) // len(GRIDS)]


def building(grid: str) -> str:
    """Give the one building of a grid."""
    return grid.replace("grid", "building")


def tie(kind: str, source: str, target: str, *, made_up: bool = True, **more: str) -> Document:
    """Write a tie, named after what it ties."""
    return {
        "id": f"{kind}-{source}-{target}", "kind": kind, "source": source, "target": target, "made_up": made_up, **more,
    }  # fmt: skip


def levels() -> Document:
    """Give the three levels and the five of the Party chain as plain data."""
    return {
        "id": NANQIAO_LEVELS.id,
        "levels": [
            {
                "code": level.code,
                "label": {"zh": level.label.zh, "en": level.label.en},
                "parents": list(level.parents),
            }
            for level in NANQIAO_LEVELS.levels
        ],
    }


def recorded() -> list[Document]:
    """Give what the record claims to hold: of duty, activities, appeals and milestones the report tells nothing."""
    whole = (
        "units",
        "bodies",
        "posts",
        "holdings",
        "neighbourhoods",
        "grids",
        "lists",
        "documents",
        "facts",
        "processes",
    )
    year = {"start": "2021-01-01", "end": "2022-01-02"}
    told = ("task_list_issued", "campaign_started")
    return [
        *({"table": table} for table in whole),
        *({"table": "ties", "kind": kind} for kind in _TIES),
        *({"table": "events", "kind": kind, **year} for kind in told),
    ]


def units() -> Iterator[Document]:
    """Give the district and what lies in it, and who named demonstration compounds."""
    yield {"id": DISTRICT, "kind": "city_district", "level": "county", "name": "南谯区"}
    for n, name in enumerate(SUBDISTRICTS, 1):
        yield {
            "id": name,
            "kind": "subdistrict",
            "level": "township",
            "parent": DISTRICT,
            "name": f"街道{n}",
            **MADE_UP,
        }
    for n, name in enumerate(COMMUNITIES, 1):
        row = {"id": name, "kind": "residents_committee", "level": "community", "parent": above(name)}
        yield row | {"name": f"社区{n}", **MADE_UP}
    for n, name in enumerate(COMPOUNDS, 1):
        known = {"name": "银花西村小区"} if name == YINHUA else {"name": f"小区{n}", **MADE_UP}
        yield {"id": name, "kind": "compound", "parent": home(name), **known}
    for grid in GRIDS:
        yield {"id": building(grid), "kind": "building", "parent": compound_of(grid), **MADE_UP}
        yield {"id": f"household-{grid}", "kind": "household", "parent": building(grid), **MADE_UP}
    yield {"id": "anhui", "kind": "province_authority", "name": "安徽省"}
    yield {"id": "chuzhou", "kind": "city_authority", "name": "滁州市"}
    for name in COMMUNITIES:
        yield {"id": f"property-{name}", "kind": "property_enterprise", "parent": name, **MADE_UP}


def neighbourhoods() -> Iterator[Document]:
    """Give each community its buildings, one for each grid; the report counts no households."""
    for name in COMMUNITIES:
        homes = [grid for grid in GRIDS if home(compound_of(grid)) == name]
        rows = [{"id": building(grid), "households": 60, "compound": compound_of(grid)} for grid in homes]
        yield {"id": f"home-{name}", "community": name, "buildings": rows, "edges": [], **MADE_UP}


def grids() -> Iterator[Document]:
    """Give the 366 grids."""
    for grid in GRIDS:
        where = f"home-{home(compound_of(grid))}"
        yield {"id": grid, "neighbourhood": where, "members": [building(grid)], **MADE_UP}


def bodies() -> Iterator[Document]:
    """Give the bodies of compounds and communities, and the venues that the report names."""
    for name in SUBDISTRICTS:
        yield {"id": f"enlarged-{name}", "kind": "enlarged_working_committee", "host": name, **MADE_UP}
    for name in COMMUNITIES:
        yield {"id": f"enlarged-{name}", "kind": "enlarged_community_committee", "host": name, **MADE_UP}
        yield {"id": f"joint-{name}", "kind": "joint_building_meeting", "host": name, **MADE_UP}
    for name in COMPOUNDS:
        for kind, label in (
            ("residents_council", "council"),
            ("compound_review_council", "review"),
            ("owners_committee", "owners"),
            ("governance_arrangement", "arrangement"),
        ):
            yield {"id": f"{label}-{name}", "kind": kind, "host": name, **MADE_UP}
    yield {
        "id": "station",
        "kind": "compound_service_station",
        "host": COMPOUNDS[1],
        "name": "小区党群服务站",
        **MADE_UP,
    }
    yield {"id": "pavilion", "kind": "deliberation_venue", "host": COMPOUNDS[1], "name": "百姓议事亭", **MADE_UP}
    yield {"id": "red-hall", "kind": "deliberation_venue", "host": COMPOUNDS[2], "name": "红色议事厅", **MADE_UP}


def ties() -> Iterator[Document]:
    """Give where compounds and households lie, who runs them, and who was named."""
    for name in COMPOUNDS:
        service = f"property-{home(name)}"
        yield tie("located_in", name, home(name))
        yield tie("property_service", service, name)
        yield tie("lead_coordinator", f"party-{home(name)}", f"arrangement-{name}")
        for member in (f"branch-{name}", service, f"owners-{name}", f"council-{name}"):
            yield tie("member", member, f"arrangement-{name}")
    for grid in GRIDS:
        yield tie("resides_in", f"household-{grid}", grid)
    for name, grantor in _DEMONSTRATIONS.items():
        yield tie("designated_demonstration", name, grantor)  # how the four divide, the report does not say
    yield tie("owns", f"council-{COMPOUNDS[1]}", "pavilion")
    yield tie("owns", f"council-{COMPOUNDS[2]}", "red-hall")


def lists() -> Iterator[Document]:
    """Give each secretary the key-task list of the year."""
    for name in THREE_LEVELS:
        yield {"id": f"tasks-{name}", "kind": "annual_task_list", "owner": name, "version": "2021", **MADE_UP}


def events() -> Iterator[Document]:
    """Give when lists were issued and in which order the two themes were taken up, on days that are made up."""
    for name in THREE_LEVELS:
        yield _event("task_list_issued", name, "2021-02-01")
    for name in (*SUBDISTRICTS, *COMMUNITIES):
        yield _event("campaign_started", name, "2021-03-01", "grid_service")
        yield _event("campaign_started", name, "2021-07-01", "compound_governance")


def _event(kind: str, subject: str, day: str, *agenda: str) -> Document:
    name = "-".join((kind, *agenda, subject))
    return {"id": name, "kind": kind, "subject": subject, "date": day, "agenda": list(agenda), **MADE_UP}


def processes() -> Iterator[Document]:
    """Give every secretary of the three levels a project in hand; topics and days are made up."""
    for name in THREE_LEVELS:
        by = f"secretary-{name}"
        acts = [{"kind": "choose", "on": "2021-03-01", "by": by}, {"kind": "lead", "on": "2021-04-01", "by": by}]
        yield {
            "id": f"project-{name}", "kind": "secretary_project", "subject": f"plan-{name}", "owner": by,
            "start": "2021-02-15", "acts": acts, **MADE_UP,
        }  # fmt: skip


def documents() -> Iterator[Document]:
    """Give what the district issued, what projects and compounds rest on, and words that nobody can be held to."""
    for code, aspect, name in (
        ("grid_management", "work_mechanism", "网格化管理"),
        ("red_property", "organisation_system", "“皖美红色物业”"),
        ("community_worker_management", "governance_team", "社区专职工作者管理"),
        ("dual_service_reporting", "work_mechanism", "“双服务双报到”"),
        ("eight_haves_eight_builds", "service_venue", "“八有八建”建设"),
    ):  # which document takes up which aspect is read from its name
        yield _paper(code, "policy_document", DISTRICT, code, aspect, name=name)
    yield _paper("key-work", "governance_plan", DISTRICT, "task_book", "timetable", "roadmap")
    yield _paper("eight", "eight_haves_eight_builds", DISTRICT, name="“八有八建”")  # none of the sixteen is named
    for name in THREE_LEVELS:
        yield _paper(f"plan-{name}", "project_plan", name, "change_log", "landing_criterion", "milestone") | MADE_UP
    for name in COMPOUNDS:
        contract = _paper(f"contract-{name}", "property_service_contract", name) | MADE_UP
        yield contract | {"parties": [name, f"property-{home(name)}"]}
        haves = _paper(f"assessment-{name}", "secretary_assessment", f"branch-{name}", "ability", "enthusiasm")
        yield haves | {"sections": ["ability", "enthusiasm", "public_spirit"], **MADE_UP}
    for name in COMMUNITIES:
        joined = _paper(f"joined-{name}", "community_property_agreement", name) | MADE_UP
        yield joined | {"parties": [name, f"property-{name}"]}
    yield _paper("brand-sister", "brand", DISTRICT, "one_grid_one_sister", name="一格一姐")
    yield _paper("brand-camphor", "brand", DISTRICT, "under_the_camphor", name="香樟树下")
    yield _paper("sharing", "slogan", DISTRICT, "joint_building", "joint_governance", "sharing", name="共建共治共享")
    yield _paper("civility", "contract_tag", DISTRICT, "civility", name="结合文明创建")
    yield _paper("small-cut", "slogan", DISTRICT, "small_cut", "large_rise", name="以“小切口”推动“大提升”")
    yield _paper("carriers", "platform_tag", DISTRICT, "self_governance", name="居民自治唱主角")


def _paper(key: str, kind: str, party: str, *sections: str, **more: str) -> Document:
    return {"id": key, "kind": kind, "parties": [party], "sections": list(sections), **more}


def facts() -> Iterator[Document]:
    """Give the numbers that the report states."""
    contracts = "54家企事業單位包保聯系366個社區網格"
    stated: dict[str, tuple[object, str]] = {
        "contracting_units": (54, contracts),
        "grids": (366, contracts),
        "compound_branches": (84, "建立小區(網格)黨支部84個"),
        "compounds": (84, "84個小區均建立居民議事會"),
        "reported_members": ({"more_than": 1100}, "1100多名在職黨員到包保社區報到"),
        "part_time_members": ({"more_than": 180}, "吸納180余名轄區內機關事業單位"),
        "demonstration_compounds": (4, "銀花西村小區等4個小區分別獲評省、市級"),
    }
    for unit, (amount, quote) in stated.items():
        basis = {"document": REPORT, "quote": quote}
        yield {"id": f"fact-{unit}", "about": DISTRICT, "amount": amount, "unit": unit, "basis": basis}
