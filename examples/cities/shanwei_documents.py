"""The Urban District of Shanwei as its report of March 2022 has it, on the year 2021, as plain data.

What the report names stands here by its name; what it only counts is made up and marked. Days that it does not give are
made up too, and so marked. ``shanwei_members.py`` has the people and the committees they sit in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from pbgov.packs import SHANWEI_LEVELS

Document: TypeAlias = dict[str, Any]

DISTRICT: Final = "chengqu"
FENGSHAN: Final = "fengshan"
BINHAI: Final = "binhai"
XINLIN: Final = "xinlin"
YANGONG: Final = "yangong"
REPORT: Final = "汕尾:如何激活城市基层党建活力?城区多向发力(汕尾日报, 2022-03-08)"
COMMUNITIES: Final = 99
SUBDISTRICTS: Final = (FENGSHAN, "subdistrict-2", "subdistrict-3", "subdistrict-4")
TOWNS: Final = ("town-1", "town-2", "town-3")
COMPOUNDS: Final = {"jinyuwan": "金玉湾", "yinhuwan": "银湖湾", "biguiyuan": "碧桂园", "hongjingyuan": "鸿景园"}
ZONES: Final = {
    "urban_core": "城市功能核心区",
    "property_cluster": "物业小区聚集区",
    "old_cluster": "老旧小区聚集区",
    "urban_rural": "城乡融合发展区",
}
_FIELD_OF: Final = {
    "urban_core": ("business",),
    "property_cluster": ("property_compounds",),
    "old_cluster": ("property_compounds",),
    "urban_rural": ("two_new",),
}
_PARTNERS: Final = {
    "fire_rescue": "消防部门",
    "urban_management": "城管部门",
    "science_industry": "科工信部门",
    "power_supply": "供电部门",
}
_POINTS: Final = {"service_station": 4, "member_station": 4, "mobile_member_home": 1}
_LISTS: Final = ("joint_building_list", "demand_list", "commitment_list")
_RESOURCES: Final = ("medical", "legal_aid", "emergency")
_ORGANISATIONS: Final = 30
_SHOPS: Final = 10
_ROADS: Final = 17
_MADE_UP: Final[Document] = {"made_up": True}


def levels() -> Document:
    """Give the three levels as plain data."""
    return {
        "id": SHANWEI_LEVELS.id,
        "levels": [
            {
                "code": level.code,
                "label": {"zh": level.label.zh, "en": level.label.en},
                "parents": list(level.parents),
            }
            for level in SHANWEI_LEVELS.levels
        ],
    }


def recorded() -> list[Document]:
    """Give what the record claims to hold: what the report counts, and in 2021 the events that it tells to the end."""
    whole = (
        "units", "bodies", "posts", "holdings", "ties", "lists", "entries", "documents", "facts", "processes",
    )  # fmt: skip
    told = ("themed_activity", "campaign_task_done", "micro_work")
    year = {"start": "2021-01-01", "end": "2022-01-02"}
    return [*({"table": table} for table in whole), *({"table": "events", "kind": kind, **year} for kind in told)]


def communities() -> dict[str, str]:
    """Name the 99 communities, two of them known, each with its subdistrict or town: only Binhai's is reported."""
    above = (*SUBDISTRICTS, *TOWNS)
    others = {f"community-{n:02d}": above[n % len(above)] for n in range(3, COMMUNITIES + 1)}
    return {BINHAI: FENGSHAN, XINLIN: "subdistrict-2", **others}


def _numbered(name: str) -> str:
    """Name what is made up by its kind and number."""
    kind, number = name.split("-")
    return {"subdistrict": "街道", "town": "镇", "community": "村（社区）"}[kind] + str(int(number))


def units() -> Iterator[Document]:
    """Give the district, what is below it, and who works with it."""
    yield {"id": DISTRICT, "kind": "city_district", "level": "county", "name": "汕尾市城区"}
    for name in (*SUBDISTRICTS, *TOWNS):
        known = {"name": "凤山街道"} if name == FENGSHAN else {"name": _numbered(name), **_MADE_UP}
        kind = "town" if name in TOWNS else "subdistrict"
        yield {"id": name, "kind": kind, "level": "township", "parent": DISTRICT, **known}
    names = {BINHAI: "滨海社区", XINLIN: "新林社区"}
    for name, above in communities().items():
        kind = "villagers_committee" if above in TOWNS else "residents_committee"
        known = {"name": names[name]} if name in names else {"name": _numbered(name), **_MADE_UP}
        yield {"id": name, "kind": kind, "level": "community", "parent": above, **known}
    yield {"id": YANGONG, "kind": "compound", "parent": BINHAI, "name": "盐工小区"}
    for name, label in COMPOUNDS.items():
        home = FENGSHAN if name == "jinyuwan" else DISTRICT  # of the others the report does not say where they are
        yield {"id": name, "kind": "compound", "parent": home, "name": f"{label}小区"}
    yield {"id": "development-reform", "kind": "department", "parent": DISTRICT, "name": "区发改局"}
    yield {"id": "housing", "kind": "department", "parent": DISTRICT, "name": "区住建局"}
    for kind, label in _PARTNERS.items():
        yield {"id": f"department-{kind}", "kind": kind, "parent": DISTRICT, "name": label}
    yield {"id": "hospital", "kind": "public_institution", "parent": DISTRICT, "name": "医院眼科"}
    yield {"id": "property-jinyuwan", "kind": "property_enterprise", "parent": FENGSHAN, "name": "金玉湾小区“红色物业”"}
    for name in organisations():
        yield {"id": name, "kind": "new_economic_organisation", "parent": DISTRICT, "name": name, **_MADE_UP}


def organisations() -> list[str]:
    """Name the “new” organisations, ten of them shops: the report counts the shops and the instructors alone."""
    return [f"shop-{n:02d}" if n <= _SHOPS else f"firm-{n:02d}" for n in range(1, _ORGANISATIONS + 1)]


def centres() -> Iterator[Document]:
    """Give the service matrix: 1 + 7 + 99, and the nine points that the report names by kind."""
    for host in (DISTRICT, *SUBDISTRICTS, *TOWNS, *communities()):
        hub: Document = {"functions": ["matrix_hub"]} if host == DISTRICT else dict(_MADE_UP)
        yield {"id": f"centre-{host}", "kind": "party_masses_centre", "host": host, **hub}
    hosts = (*SUBDISTRICTS, *TOWNS)
    kinds = [kind for kind, n in _POINTS.items() for _ in range(n)]
    for n, kind in enumerate(kinds):
        yield {"id": f"point-{n + 1}", "kind": kind, "host": hosts[n % len(hosts)], **_MADE_UP}


def bodies() -> Iterator[Document]:
    """Give zones, the new sectors, the campaign of Xinlin and the Party organisations of organs."""
    yield from centres()
    for zone, label in ZONES.items():
        yield {"id": f"zone-{zone}", "kind": "zone", "host": DISTRICT, "functions": [zone], "name": label}
    yield {"id": "new-sectors", "kind": "new_sector", "host": DISTRICT, "name": "新兴领域"}
    yield {"id": "campaign-xinlin", "kind": "rectification_campaign", "host": XINLIN, "name": "新林社区消防安全整治"}
    yield {"id": "organ-party", "kind": "organ_party_organisation", "host": "development-reform", **_MADE_UP}


def posts() -> Iterator[Document]:
    """Give the thirty instructors."""
    for n in range(1, _ORGANISATIONS + 1):
        yield {"id": f"instructor-{n:02d}", "kind": "party_building_instructor", "unit": DISTRICT, **_MADE_UP}


def _tie(kind: str, source: str, target: str, *, made_up: bool = True) -> Document:
    return {
        "id": f"{kind}-{source}-{target}", "kind": kind, "source": source, "target": target, "made_up": made_up,
    }  # fmt: skip


def ties() -> Iterator[Document]:
    """Give who is led by the district, lies in which zone, is linked to which centre, and is reached by whom."""
    above = dict.fromkeys((*SUBDISTRICTS, *TOWNS), DISTRICT) | communities()
    zones = list(ZONES)
    for name, higher in above.items():
        yield _tie("leads", DISTRICT, name)
        yield _tie("linked_to", f"centre-{name}", f"centre-{higher}")
    for n, name in enumerate(communities()):
        yield _tie("in_zone", name, f"zone-{zones[n % len(zones)]}")  # the report does not say which lies in which
    for n in range(1, sum(_POINTS.values()) + 1):
        yield _tie("linked_to", f"point-{n}", f"centre-{DISTRICT}")
    for n, name in enumerate(organisations(), 1):
        yield _tie("instructs", f"instructor-{n:02d}", name)
        yield _tie("member", name, "new-sectors")
    for name in organisations()[:_SHOPS]:
        yield _tie("pioneer_shop_of", name, DISTRICT)
    for name in COMPOUNDS:
        yield _tie("demonstration_compound", name, DISTRICT, made_up=False)
    for kind in _PARTNERS:
        yield _tie("member", f"department-{kind}", "campaign-xinlin", made_up=False)


def lists() -> Iterator[Document]:
    """Give every community its three lists."""
    for name in communities():
        for kind in _LISTS:
            yield {"id": f"{kind}-{name}", "kind": kind, "owner": name, **_MADE_UP}


def entries() -> Iterator[Document]:
    """Give every list an item, and the level responsible for it: the report shows no item."""
    responsible = dict(zip(_LISTS, ("township", "community", "county"), strict=True))
    for name in communities():
        for kind, level in responsible.items():
            item = {"id": f"item-{kind}-{name}", "list": f"{kind}-{name}", "category": "serve", "level": level}
            yield item | _MADE_UP


def documents() -> Iterator[Document]:
    """Give the agreements, the programmes of the zones, and what the report says and nobody can be held to."""
    for name in communities():
        yield {
            "id": f"agreement-{name}",
            "kind": "joint_building_agreement",
            "parties": [name, "development-reform"],
            "name": "党建共建协议",
            "start": "2021-01-01",
            **_MADE_UP,
        }
    for zone, fields in _FIELD_OF.items():
        yield {
            "id": f"programme-{zone}",
            "kind": "coverage_programme",
            "parties": [DISTRICT, f"zone-{zone}"],
            "sections": list(fields),
            **_MADE_UP,
        }
    yield {
        "id": "lead-and-fortress",
        "kind": "role_tags",
        "parties": [DISTRICT],
        "sections": ["leading_role", "fortress_role"],
        "name": "“大工委”“龙头”、“大党委”“堡垒”",
    }
    yield {"id": "one-kin-three-hearts", "kind": "activity_programme", "parties": [DISTRICT], "name": "“一亲三心”活动"}


def events() -> Iterator[Document]:
    """Give what happened in 2021; the report gives no days."""
    for month in range(1, 13):
        for name in COMPOUNDS:
            yield _event(
                f"theme-{name}-{month:02d}", "themed_activity", name, f"2021-{month:02d}-15", _RESOURCES[month % 3]
            )
    for n in range(1, _ROADS + 1):
        yield _event(f"road-{n:02d}", "campaign_task_done", DISTRICT, "2021-12-01", "road_acquisition")
    for kind in ("space", "fire_safety", "landscape"):
        yield _event(f"micro-{kind}", "micro_work", YANGONG, "2021-09-01", kind)
    for topic in ("heritage_tourism", "local_industry", "culture_street"):
        yield _event(f"suggestion-{topic}", "suggestion_received", DISTRICT, "2021-06-01", "ideas", topic)
    clinic = _event("clinic", "free_clinic", "jinyuwan", "2021-12-15", "eye_health")
    yield clinic | {"attendance": ["property-jinyuwan", "hospital"]}


def _event(name: str, kind: str, subject: str, day: str, *agenda: str) -> Document:
    return {"id": name, "kind": kind, "subject": subject, "date": day, "agenda": list(agenda), **_MADE_UP}


def processes() -> Iterator[Document]:
    """Give how Yangong was renewed, how Xinlin became advanced, and how agreements were signed and shops selected."""
    steps: list[Document] = [
        {"kind": "collect", "on": "2021-03-01"},
        {"kind": "consult", "on": "2021-04-01"},
        {"kind": "match", "on": "2021-05-01", "facts": {"demands": 31, "plans": 1}},
        {"kind": "implement", "on": "2021-06-01"},
        {"kind": "accept", "on": "2021-11-01"},
    ]
    yield _process("renewal-yangong", "micro_governance", YANGONG, "2021-03-01", *steps)
    parties = ["subdistrict", "community", "department", "residents"]
    consulted = {"kind": "consult", "on": "2021-04-01", "facts": {"parties": parties}}
    yield _process("consultation-yangong", "consultation", YANGONG, "2021-03-01", consulted)
    advanced = {"kind": "advance", "on": "2021-11-30"}
    yield _process("rectification-xinlin", "rectification", XINLIN, "2021-11-01", advanced)
    for name in communities():
        signed = {"kind": "sign", "on": "2021-01-01", "facts": {"signers": 2, "community_signs": True}}
        yield _process(
            f"signing-{name}", "agreement", name, "2021-01-01", signed, {"kind": "take_effect", "on": "2021-01-01"}
        )
    for n, name in enumerate(organisations()[:_SHOPS], 1):
        selected = {"kind": "select", "on": "2021-05-01", "facts": {"shops_listed": n}}
        yield _process(f"selection-{name}", "pioneer_shop", name, "2021-04-01", selected)


def _process(name: str, kind: str, subject: str, start: str, *acts: Document) -> Document:
    return {"id": name, "kind": kind, "subject": subject, "start": start, "acts": list(acts), **_MADE_UP}


def facts() -> Iterator[Document]:
    """Give the numbers that the report states."""
    field = {
        "organ_members": (1506, "全区1506名机关党员"),
        "township_cadres": (336, "336名镇街干部"),
        "two_committee_cadres": (615, "615名“两委”干部"),
        "grassroots_cadres": (2456, "2456名基层干部深入一线"),
        "suggestions": (6368, "收集诸如以上意见建议共6368条"),
        "matters_solved": (6416, "解决民生实事6416件"),
    }
    for unit, (amount, quote) in field.items():
        basis = {"document": REPORT, "quote": quote}
        yield {"id": f"fact-{unit}", "about": DISTRICT, "amount": amount, "unit": unit, "basis": basis}
    how = {"zh": "办结的都是受理过的", "en": "only what was opened is solved"}
    yield {
        "id": "fact-matters_opened",
        "about": DISTRICT,
        "amount": {"at_least": 6416},
        "unit": "matters_opened",
        "basis": {"derived_from": ["fact-matters_solved"], "how": how},
    }
    yield {
        "id": "fact-micro_suggestions",
        "about": YANGONG,
        "amount": {"more_than": 30},
        "unit": "micro_suggestions",
        "basis": {"document": REPORT, "quote": "环境提升等意见建议30余条"},
    }
