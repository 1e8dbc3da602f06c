"""Langfang as a report of about 2021 has it, and what the model must give back of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, cast

from cities import langfang_documents as documents
from cities import langfang_spring as spring
from cities.city import City, Document, changed, without
from cities.langfang_asking import ON, SINCE, underfunded
from cities.langfang_documents import COMMUNITY, MUNICIPAL_PILOT
from cities.langfang_grids import plan
from cities.langfang_targets import TARGETS
from pbgov.base import Text
from pbgov.model import Edit, Jurisdiction
from pbgov.org import Holding, Person, Post, Tie
from pbgov.packs import INSTITUTIONS, LANGFANG
from pbgov.rules import Decision, RulePack

# What the report says should be and of which it says no more: who holds which post, what was done on which day, what
# stands on which list; and how many the pilots recognised.
SILENT: Final = frozenset({
    "LF1016", "LF10181", "LF10182", "LF10201", "LF10202", "LF10211", "LF10212", "LF10213", "LF123", "LF125",
    "LF126", "LF132", "LF1345", "LF139", "LF3053", "LF3132", "LF3161", "LF3162", "LF319", "LF322", "LF412", "LF503",
    "LF509", "LF510", "LF511", "LF521", "LF6201", "LF6202", "LF624", "LF629", "LF630", "LF631", "LF632", "LF633",
    "LF642", "LF647", "LF648", "LF801", "LF807", "LF808", "LF817", "LF9102", "LF9121", "LF9122", "LF9123", "LF914",
    "LF9162", "LF919", "LF920", "LF924", "PBN301", "PBN302", "PBN303", "PBN304", "PBN305", "PBN306", "PBN307",
    "PBN308", "PBN811", "PBN813", "PBN814", "PBN901", "PBN905", "PBN906", "PC320", "PC621", "PC643", "PC801",
    "PC917", "PBN102", "PBN104", "PBN114",
})  # fmt: skip


def document() -> Document:
    """Give the whole record."""
    workers = documents.workers()
    return {
        "id": "langfang-reported",
        "name": "廊坊市（据约2021年综述）",
        "world": "reported",
        "profile": documents.levels(),
        "recorded": documents.recorded(),
        "units": [*documents.units(), *spring.units()],
        "bodies": [*documents.bodies(), *spring.bodies()],
        "posts": [*workers["posts"], *spring.posts()],
        "holdings": workers["holdings"],
        "people": workers["people"],
        "ties": list(documents.ties()),
        "neighbourhoods": list(documents.neighbourhoods()),
        "grids": list(documents.grids()),
        "documents": [*documents.documents(), *spring.documents()],
        "events": [*documents.events(), *spring.events()],
        "processes": [*documents.processes(), *spring.processes()],
        "ledger": [*documents.funds(), *spring.ledger()],
        "facts": list(documents.facts()),
    }


def decide(_place: Jurisdiction) -> Sequence[tuple[Text, Decision]]:
    """Decide who may be an entrance head, a part-time member, or on the staff of a public institution."""
    rules = {one.items[0]: one.value for one in INSTITUTIONS["langfang"]}
    criteria = ("eager", "firm_stand", "good_with_people", "knows_area", "responsible_person")
    asked: tuple[tuple[Text, str, dict[str, Any]], ...] = (
        (Text(zh="志愿者任楼门长", en="a volunteer as entrance head"), "C-3.15",
         {"pool": "volunteer", "criteria": criteria}),
        (Text(zh="不熟悉辖区的老党员任楼门长", en="a veteran member who does not know the area"), "C-3.15",
         {"pool": "veteran_member", "criteria": criteria[:3]}),
        (Text(zh="辖区外单位负责人任兼职委员", en="a part-time member from outside the territory"), "C-2.29",
         {"head": True, "kind": "public_institution", "in_territory": False}),
        (Text(zh="书记入编，是否符合条件未报", en="a secretary of whom nobody says whether they qualify"), "C-3.23",
         {"status": "community_secretary", "qualified": None}),
    )  # fmt: skip
    return [(label, cast("RulePack", rules[item]).at(ON).decide(facts)) for label, item, facts in asked]


def faults(place: Jurisdiction) -> Mapping[tuple[str, str], tuple[Text, Sequence[Edit]]]:
    """Damage a copy in six ways."""
    second = (
        Post(id="second", kind="grid_worker", unit=COMMUNITY, made_up=True),
        Person(id="second-person", category="grid_worker", made_up=True),
        Holding(id="second-holding", post="second", person="second-person", full_time=True, made_up=True),
        Tie(id="second-serves", kind="serves", source="second", target="grid-households", made_up=True),
    )
    tables = ("posts", "people", "holdings", "ties")
    enlarged = f"enlarged_community_committee-{COMMUNITY}"
    return {
        ("LF305", "grid-households"): (
            Text(zh="一格两员", en="two workers of one grid"),
            [Edit(table, row.id, None, row) for table, row in zip(tables, second, strict=True)],
        ),
        ("LF228", enlarged): (
            Text(zh="社区“大党委”三季度没有开会", en="an enlarged community committee did not meet in a quarter"),
            without(place, "events", f"met-{enlarged}-3"),
        ),
        ("LF201", MUNICIPAL_PILOT): (
            Text(zh="安次区没有联席会议", en="Anci has no joint meeting"),
            without(place, "bodies", f"joint-{MUNICIPAL_PILOT}"),
        ),
        ("LF3242", documents.CITY): (
            Text(zh="安次区试点晚一天启动", en="the pilot of Anci started a day later"),
            changed(place, "events", f"started-{MUNICIPAL_PILOT}", date=date(2021, 3, 2)),
        ),
        ("LF502", COMMUNITY): (
            Text(zh="专项经费少一元", en="a service fund that lacks a yuan"),
            underfunded("service_fund")(place),
        ),
        ("LF304", "grid-persons"): (
            Text(zh="网格少了应急职能", en="a grid without the function of emergencies"),
            changed(
                place,
                "grids",
                "grid-persons",
                functions=tuple(one for one in documents.FUNCTIONS if one != "emergency"),
            ),
        ),
    }


CITY: Final = City(
    id="langfang",
    heading=Text(zh="廊坊模型（据约2021年综述）", en="Model of Langfang, as reported in about 2021"),
    pack=LANGFANG,
    document=document,
    on=ON,
    since=SINCE,
    targets=TARGETS,
    unknown=SILENT,
    kept={
        "C-1.01": "PBS05",
        "C-1.02": "PBS05",
        "C-1.03": "PBS05",
        "C-1.10": "PBS07",
        "C-1.19": "LF3092",
        "C-2.44": "/documents/co-building",
        "C-3.01": "PBS10",
        "C-3.17": "/documents/four-selves",
        "C-3.29": "/documents/mass-prevention",
        "C-3.30": "/documents/work-mesh",
        "C-5.22": "/documents/funding",
        "C-6.46": "/documents/entry-channel",
        "C-8.26": "PBN302",
        "C-9.23": "/documents/around-production",
        "C-10.30": "/documents/four-langfangs",
    },
    decide=decide,
    plan=plan,
    faults=faults,
)
