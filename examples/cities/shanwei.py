"""The Urban District of Shanwei as a report of March 2022 has it, and what the model must give back of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, cast

from cities import shanwei_documents as documents
from cities import shanwei_members as members
from cities.city import City, Document, changed, without
from cities.shanwei_asking import ON, SINCE
from cities.shanwei_documents import BINHAI, DISTRICT, XINLIN
from cities.shanwei_targets import TARGETS
from pbgov.base import Text
from pbgov.grid import Partitioning
from pbgov.model import Edit, Event, Jurisdiction
from pbgov.org import Tie
from pbgov.packs import INSTITUTIONS, SHANWEI
from pbgov.rules import Act, Decision, RulePack

# What the report says should be and of which it says no more.
SILENT: Final = frozenset({"SW2342", "SW234", "SW2383", "SW704", "SW814", "SW1031", "SW2381"})


def document() -> Document:
    """Give the whole record."""
    return {
        "id": "shanwei-reported",
        "name": "汕尾市城区（据2022年3月报道）",
        "world": "reported",
        "profile": documents.levels(),
        "recorded": documents.recorded(),
        "units": list(documents.units()),
        "bodies": [*documents.bodies(), *members.bodies()],
        "posts": [*documents.posts(), *members.posts()],
        "holdings": list(members.holdings()),
        "people": list(members.people()),
        "ties": [*documents.ties(), *members.ties()],
        "lists": list(documents.lists()),
        "entries": list(documents.entries()),
        "documents": list(documents.documents()),
        "events": list(documents.events()),
        "facts": list(documents.facts()),
        "processes": list(documents.processes()),
    }


def decide(_place: Jurisdiction) -> Sequence[tuple[Text, Decision]]:
    """Decide who has reported and served, who is in service, and whether the property service of Jinyuwan is red."""
    rules = {one.items[0]: one.value for one in INSTITUTIONS["shanwei"]}
    served = {"has_reported": True, "service_field": "waste_sorting"}
    asked: tuple[tuple[Text, str, dict[str, Any]], ...] = (
        (Text(zh="已报到，参加垃圾分类", en="reported, sorts waste"), "C-6.23", served),
        (Text(zh="已报到，未服务", en="reported, no service"), "C-6.23", served | {"service_field": "none"}),
        (
            Text(zh="退休党员", en="a retired member"),
            "C-6.37",
            {"employment_status": "retired", "unit_organised": True},
        ),
        (
            Text(zh="金玉湾小区物业，未报满意度", en="the property service of Jinyuwan, satisfaction unknown"),
            "C-9.18",
            {"organised": True, "linked": True, "satisfaction": None},
        ),
    )
    return [(label, cast("RulePack", rules[item]).at(ON).decide(facts)) for label, item, facts in asked]


def plan(place: Jurisdiction) -> tuple[Jurisdiction, Sequence[Partitioning]]:
    """Draw no grids: the report tells of none."""
    return place, ()


def faults(place: Jurisdiction) -> Mapping[tuple[str, str], tuple[Text, Sequence[Edit]]]:
    """Damage a copy in seven ways."""
    twice = Tie(id="again", kind="in_zone", source=BINHAI, target="zone-old_cluster", made_up=True)
    extra = Event(id="extra", kind="themed_activity", subject="jinyuwan", date=date(2021, 5, 28), agenda=("medical",))
    eleventh = Tie(id="eleventh", kind="pioneer_shop_of", source="firm-11", target=DISTRICT, made_up=True)
    led = f"leads-working-subdistrict-2-party-{XINLIN}"
    return {
        ("SW702", XINLIN): (
            Text(zh="新林社区没有共建协议", en="Xinlin has no agreement"),
            without(place, "documents", f"agreement-{XINLIN}"),
        ),
        ("SW7031", BINHAI): (
            Text(zh="滨海社区没有需求清单", en="Binhai has no list of demands"),
            (
                *without(place, "lists", f"demand_list-{BINHAI}"),
                *without(place, "entries", f"item-demand_list-{BINHAI}"),
            ),
        ),
        ("SW10043", DISTRICT): (
            Text(zh="滨海社区在两个片区", en="Binhai lies in two zones"),
            (Edit("ties", twice.id, None, twice),),
        ),
        ("SW1007", "jinyuwan"): (
            Text(zh="金玉湾5月有两个主题", en="two themes in Jinyuwan in May"),
            (Edit("events", extra.id, None, extra),),
        ),
        ("SW634", DISTRICT): (
            Text(zh="第十一家先锋店", en="an eleventh pioneer shop"),
            (Edit("ties", eleventh.id, None, eleventh),),
        ),
        ("SW1172", f"party-{XINLIN}"): (
            Text(zh="新林社区党组织由别的街道领导", en="Xinlin's organisation is led from another subdistrict"),
            changed(place, "ties", led, source=f"working-{documents.FENGSHAN}"),
        ),
        ("PC848", "rectification-xinlin"): (
            Text(zh="新林社区两个月才转为先进", en="Xinlin took two months"),
            changed(place, "processes", f"rectification-{XINLIN}", acts=(Act(kind="advance", on=date(2021, 12, 31)),)),
        ),
    }


CITY: Final = City(
    id="shanwei",
    heading=Text(
        zh="汕尾市城区模型（据2022年3月报道）", en="Model of the Urban District of Shanwei, as reported in March 2022"
    ),
    pack=SHANWEI,
    document=document,
    on=ON,
    since=SINCE,
    targets=TARGETS,
    unknown=SILENT,
    kept={
        "C-1.47": f"/units/{BINHAI}",
        "C-2.45": "/documents/lead-and-fortress",
        "C-10.28": "/events/clinic",
        "C-10.29": "/documents/one-kin-three-hearts",
    },
    decide=decide,
    plan=plan,
    faults=faults,
)
