"""Jiefangbei as a report of 2018 has it, and what the model must give back of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from cities import jiefangbei_documents as documents
from cities import jiefangbei_members as members
from cities import jiefangbei_year as year
from cities.city import City, Document, changed, without
from cities.jiefangbei_asking import ON, PACK, SINCE
from cities.jiefangbei_documents import MINSHENG, STREET, ZILI
from cities.jiefangbei_targets import TARGETS
from pbgov.base import Text
from pbgov.grid import Partitioning
from pbgov.model import Edit, Jurisdiction
from pbgov.packs import INSTITUTIONS
from pbgov.rules import Decision, RulePack

# What the report says should be and of which it says no more.
SILENT: Final = frozenset({
    "JF1353", "JF2361", "JF5041", "JF509", "JF5111", "JF5112", "JF512", "JF605", "JF6061", "JF6112", "JF6113", "JF612",
    "JF616", "JF6191", "JF635", "JF8381", "JF855", "JF906", "PBN301", "PBN304", "PBN305", "PBN307", "PBN308", "PBN811",
    "PBN813", "PBN814", "PBN901", "PBN905", "PBN906", "PC825", "PC835", "PC906", "PC907",
})  # fmt: skip


def document() -> Document:
    """Give the whole record."""
    return {
        "id": "jiefangbei-reported",
        "name": "解放碑街道（据2018年报道）",
        "world": "reported",
        "profile": documents.levels(),
        "recorded": documents.recorded(),
        "units": list(documents.units()),
        "bodies": [*documents.organs(), *members.bodies()],
        "posts": list(documents.posts()),
        "holdings": list(members.holdings()),
        "people": list(members.people()),
        "ties": [*documents.ties(), *members.ties()],
        "neighbourhoods": list(documents.neighbourhoods()),
        "grids": list(documents.grids()),
        "lists": list(documents.lists()),
        "entries": list(documents.entries()),
        "documents": list(documents.documents()),
        "events": list(year.events()),
        "processes": list(year.processes()),
        "facts": list(documents.facts()),
    }


def decide(place: Jurisdiction) -> Sequence[tuple[Text, Decision]]:
    """Decide who may be a grid secretary, and whether organisations stand where they should."""
    rules = {item: one.value for one in INSTITUTIONS["jiefangbei"] for item in one.items}
    holder = place.holdings[f"held-grid-secretary-{ZILI}"].person
    chosen = {"status": place.people[holder].category, "criteria": ("party_spirit", "prestige")}
    waiting = {"status": place.people[members.EXTENDED].category, "criteria": ("party_spirit", "prestige")}
    hosts = {body.host for body in place.bodies.values()}
    firm = {"full_members": 4, "own_branch": "firm-0001" in hosts, "joint_branch": False, "work_coverage": False}
    asked: tuple[tuple[Text, str, dict[str, Any]], ...] = (
        (Text(zh="自力巷网格书记人选", en="the grid secretary of Zilixiang"), "C-3.11", chosen),
        (Text(zh="延期转正的预备党员", en="a probationary member"), "C-3.11", waiting),
        (Text(zh="有4名党员的企业", en="a firm with four members"), "C-9.01", firm),
        (
            Text(zh="同样的企业，没有党组织", en="the same without an organisation"),
            "C-9.01",
            firm | {"own_branch": False},
        ),
        (Text(zh="正式党员人数不详", en="nobody counted the full members"), "C-6.02", {"full_members": None}),
    )
    return [(label, cast("RulePack", rules[item]).at(ON).decide(facts)) for label, item, facts in asked]


def plan(place: Jurisdiction) -> tuple[Jurisdiction, Sequence[Partitioning]]:
    """Draw no grids: those of Jiefangbei are Party grids, and the report gives them no size."""
    return place, ()


def faults(place: Jurisdiction) -> Mapping[tuple[str, str], tuple[Text, Sequence[Edit]]]:
    """Damage a copy in seven ways."""
    branch = members.BRANCHES[0]
    return {
        ("JF607", branch): (
            Text(zh="全年积分未评审", en="points without a review"),
            without(place, "events", f"points_reviewed-{branch}-1230"),
        ),
        ("JF8361", MINSHENG): (
            Text(zh="民生路一周未完善档案", en="a week without archives in Minshenglu"),
            without(place, "events", f"archive_improved-{MINSHENG}-0509"),
        ),
        ("JF842", STREET): (
            Text(zh="通报未以督查为据", en="a notice that refers to no inspection"),
            changed(place, "events", f"notice-{STREET}-0628", refers=()),
        ),
        ("JF505", f"archive-{ZILI}"): (
            Text(zh="档案盒不统一", en="boxes that are not uniform"),
            changed(place, "bodies", f"archive-{ZILI}", functions=("cabinet", "uniform_cover", "uniform_numbering")),
        ),
        ("JF3123", f"grid-secretary-{ZILI}"): (
            Text(zh="楼长另有其人", en="another head of the building"),
            changed(place, "holdings", f"held-building-head-{ZILI}", person=members.WARNED),
        ),
        ("JF1026", "four-modes"): (
            Text(zh="治理方式多出一种", en="a fifth mode of governance"),
            changed(
                place, "documents", "four-modes", sections=(*place.documents["four-modes"].sections, "smart_governance")
            ),
        ),
        ("PC840", f"report-{ZILI}"): (
            Text(zh="未问即评", en="evaluated and never asked"),
            changed(
                place,
                "processes",
                f"report-{ZILI}",
                acts=tuple(act for act in place.processes[f"report-{ZILI}"].acts if act.kind != "ask"),
            ),
        ),
    }


CITY: Final = City(
    id="jiefangbei",
    heading=Text(zh="解放碑街道模型（据2018年报道）", en="Model of Jiefangbei Subdistrict, as reported in 2018"),
    pack=PACK,
    document=document,
    on=ON,
    since=SINCE,
    targets=TARGETS,
    unknown=SILENT,
    kept={
        "C-1.04": "PBS05",
        "C-1.47": f"/units/{ZILI}",
        "C-3.01": f"/grids/grid-{ZILI}",
        "C-5.14": "/documents/culture-wall",
        "C-6.01": "/people/m0001",
        "C-8.28": "/documents/two-studies",
        "C-9.22": "/documents/three-difficulties",
    },
    decide=decide,
    plan=plan,
    faults=faults,
)
