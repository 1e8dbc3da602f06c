"""Jixi as two documents: as the official register has it, and as a report of 2018 has it.

A document is plain data: mappings, lists, text and numbers, as any system could send them. Dates are text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cities import jixi_carriers as carriers
from cities.city import Document
from cities.jixi_lists import PILOTS
from pbgov.packs import JIXI_LEVELS, NAMED_DEPARTMENTS

CITY, DONGFENG, HUAYUAN = carriers.CITY, carriers.DONGFENG, carriers.HUAYUAN
CITY_MEETING = "city-meeting"
JUNE_PLENARY = "plenary-2018-06"
COUNTS = {"county": 9, "township": 32, "community": 69}
MEMBER_UNITS = 3501  # “more than 3,500”: the least number that satisfies it

_LEVEL_OF = {
    "city": "city",
    "district": "county",
    "street": "township",
    "community": "community",
    "village": "community",
}
_COUNTIES = {
    "didao": ("city_district", "滴道区"),
    "jiguan": ("city_district", "鸡冠区"),
    "chengzihe": ("city_district", "城子河区"),
    "mashan": ("city_district", "麻山区"),
    "hengshan": ("city_district", "恒山区"),
    "jidong": ("county", "鸡东县"),
    "mishan": ("county_level_city", "密山市"),
}
_COMMUNITIES = {
    "baiyun": ("dongxing", "白云社区"),
    "dabandao": ("dongxing", "大半道社区"),
    DONGFENG: ("jidong-1", "东风社区"),
    HUAYUAN: ("chengzihe-1", "花园社区"),
    "jianguo": ("mashan-1", "建国社区"),
    "yangguang": ("mishan-1", "阳光社区"),
    "chengxi": ("mishan-1", "城西社区"),
    "hongwei": ("mishan-1", "红卫社区"),
}


def levels() -> Document:
    """Give the level profile of Jixi as plain data."""
    return {
        "id": JIXI_LEVELS.id,
        "levels": [
            {
                "code": level.code,
                "label": {"zh": level.label.zh, "en": level.label.en},
                "parents": list(level.parents),
            }
            for level in JIXI_LEVELS.levels
        ],
    }


def registered(rows: Iterable[Mapping[str, str]]) -> Document:
    """Give the register of 2023 as a document: the divisions, and nothing else is recorded."""
    return {
        "id": "jixi-registered",
        "name": "鸡西市（2023年区划）",
        "world": "registered",
        "profile": levels(),
        "recorded": [{"table": "units"}],
        "units": [
            {
                "id": row["code"],
                "name": row["name"],
                "level": _LEVEL_OF[row["level"]],
                "kind": row["kind"].replace("-", "_"),
                "parent": row["parent"] or None,
            }
            for row in rows
        ],
    }


def reported() -> Document:
    """Give what the report names, without what it only counts; ``fill`` in ``jixi.py`` adds that."""
    whole = ("units", "bodies", "posts", "ties", "lists", "entries", "documents", "facts")
    first_half = {"start": "2018-01-01", "end": "2018-07-01"}
    return {
        "id": "jixi-reported",
        "name": "鸡西市（据2018年报道）",
        "world": "reported",
        "profile": levels(),
        "recorded": [
            *({"table": table} for table in whole),
            {"table": "events", "kind": "plenary_meeting", **first_half},  # the one of June was the first
            {"table": "events", "kind": "regular_meeting", **first_half},
            *(
                {
                    "table": "events",
                    "kind": kind,
                    "start": "2018-01-01",
                    "end": "2018-07-02",
                }  # “so far”: to the day itself
                for kind in ("practice_activity", "self_inspection", "work_item_withdrawn")
            ),
        ],
        "units": [*_territory(), *_departments(), *carriers.units()],
        "bodies": [
            {
                "id": CITY_MEETING,
                "kind": "city_joint_meeting",
                "host": CITY,
                "name": "市城市基层党建联席会议",
                "functions": ["study_documents", "deploy_key_work", "coordinate_major_activities"],
            },
            {"id": "standing-committee", "kind": "standing_committee", "host": CITY, "name": "市委常委会"},
            *_organs(),
            *carriers.bodies(),
        ],
        "posts": _posts(),
        "ties": [
            {"id": "convener", "kind": "convener", "source": "organisation-head", "target": CITY_MEETING},
            *(
                {
                    "id": f"member-{department['id']}",
                    "kind": "member",
                    "source": department["id"],
                    "target": CITY_MEETING,
                }
                for department in _departments()
            ),
            *_designations(),
            *carriers.ties(),
        ],
        "events": _told(),
        "facts": [*_facts(), *carriers.facts()],
    }


def _territory() -> list[Document]:
    units: list[Document] = [{"id": CITY, "kind": "prefecture", "level": "city", "name": "鸡西市"}]
    for county, (kind, name) in _COUNTIES.items():
        units.append({"id": county, "kind": kind, "level": "county", "parent": CITY, "name": name})
    for pilot, county, name in (("dongxing", "didao", "东兴街道"), ("nanshan", "jiguan", "南山街道")):
        units.append({"id": pilot, "kind": "subdistrict", "level": "township", "parent": county, "name": name})
    for township in sorted({parent for parent, _ in _COMMUNITIES.values()} - {"dongxing"}):
        county = township.removesuffix("-1")
        name = f"{_COUNTIES[county][1]}街道1"
        unit = {"id": township, "kind": "subdistrict", "level": "township", "parent": county, "name": name}
        units.append(unit | {"made_up": True})  # the report names the community and the county, not what is between
    for community, (township, name) in _COMMUNITIES.items():
        unit = {"id": community, "kind": "residents_committee", "level": "community", "parent": township, "name": name}
        units.append(unit)
    return units


def _departments() -> list[Document]:
    """Twenty-eight departments: the report names six."""
    named: list[Document] = [{"id": f"department-{name}", "name": name} for name in NAMED_DEPARTMENTS]
    others: list[Document] = [{"id": f"department-{n:02d}", "name": f"部门{n}", "made_up": True} for n in range(7, 29)]
    return [{"kind": "department", "parent": CITY, **department} for department in [*named, *others]]


def _organs() -> list[Document]:
    """The Party committee and the government of each county-level unit that the report names."""
    return [
        {"id": f"{kind}-{county}", "kind": code, "host": county, "name": f"{name}{said}"}
        for county, (_, name) in _COUNTIES.items()
        for kind, code, said in (("committee", "party_committee", "委"), ("government", "government", "政府"))
    ]


def _designations() -> list[Document]:
    """The city as a demonstration of the province, and two subdistricts as pilots of the city."""
    named = [("designated_demonstration", CITY, "province-organisation")]
    named += [("designated_pilot", pilot, CITY) for pilot in PILOTS]
    return [{"id": f"{kind}-{one}", "kind": kind, "source": one, "target": by} for kind, one, by in named]


def _told() -> list[Document]:
    """Two things that the report tells of; in which month is known of the second alone, and the days of neither."""
    return [
        {
            "id": "field-research",
            "kind": "field_research",
            "subject": CITY,
            "date": "2018-01-15",
            "attendance": ["dongxing", "dabandao", "baiyun"],
        },
        {"id": "experience", "kind": "experience_presented", "subject": "dongxing", "date": "2017-09-15"},
    ]


def _posts() -> list[Document]:
    head = {"id": "organisation-head", "kind": "organisation_department_head", "unit": "department-organisation"}
    return [
        head,
        *(
            {"id": f"{kind}-{department['id']}", "kind": kind, "unit": department["id"]}
            for department in _departments()
            for kind in ("responsible_leader", "liaison")
        ),
    ]


def _facts() -> list[Document]:
    cited = {"document": carriers.REPORT, "quote": "城鎮人口112.9萬,占64.5%"}
    total = {
        "derived_from": ["urban-residents"],
        "how": {
            "zh": "所存文本总人口残缺，由112.9万与64.5%还原",
            "en": "the stored text is damaged; restored from 1.129 M and 64.5 %",
        },
    }
    households = {
        "derived_from": ["urban-residents"],
        "how": {
            "zh": "112.9万人、69个社区、按每户2.5人估计",
            "en": "1.129 M residents, 69 communities, 2.5 persons a household assumed",
        },
    }
    return [
        {"id": "urban-residents", "about": CITY, "amount": 1_129_000, "unit": "urban_residents", "basis": cited},
        {"id": "all-residents", "about": CITY, "amount": 1_750_000, "unit": "residents", "basis": total},
        {
            "id": "households-per-committee",
            "about": CITY,
            "amount": {"about": 6545, "percent": 20},
            "unit": "households_per_residents_committee",
            "basis": households,
        },
    ]


def neighbourhood(given: Mapping[str, Any], community: str) -> Document:
    """Give the neighbourhood's buildings as a row: ways over a street are ways all the same."""
    return {
        "id": given["id"],
        "community": community,
        "name": given["name"],
        "made_up": True,  # the houses are real, but they stand in another city
        "buildings": given["buildings"],
        "edges": [*given["edges"], *given["crossings"]],
    }
