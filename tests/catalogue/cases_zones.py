"""Cases of zones, service points and new sectors of a district, of people in the field and of its works."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import attrs

from pbgov.base import Amount, Exact, MoreThan, Row
from pbgov.model import Document, Event, Fact, Jurisdiction, Process
from pbgov.org import Body, Post
from pbgov.packs import INSTITUTIONS, SHANWEI, SHANWEI_LEVELS
from pbgov.rules import Act, Classification, Classified, DutyItem, DutyList, Outcome, RulePack
from tests.catalogue.cases_district import claiming, district, led
from tests.catalogue.worlds import A_CASE, Asked, Case, Judged, Ruled, members, place, supplied, tie, unit

MONTHS: Final = tuple(date(2018, month, 15) for month in range(1, 13))
DAY: Final = date(2018, 5, 1)


# What is decided and classed

DECISIONS: Final = {one.code: one.value for one in INSTITUTIONS["shanwei"]}


def old(*, is_old: bool) -> Classified:
    """A compound of 1998, flagged as old or not, where nobody gave a cutoff."""
    ages = DECISIONS["age_of_compounds"]
    assert isinstance(ages, Classification)
    return ages.classify({"is_old": is_old, "build_year": 1998}, figures=SHANWEI.at(DAY).figure)


def ruled(item: str, code: str, accepting: dict[str, Any], **changes: object) -> Ruled:
    """Facts that have a permission, and the same but for some changes, that have it not."""
    [rules] = [one.value for one in INSTITUTIONS["shanwei"] if item in one.items]
    assert isinstance(rules, RulePack)
    return Ruled(item, rules, accepting, accepting | changes, code, Outcome.NOT_ADMITTED)


# Centres and points

POINTS: Final = (*["service_station"] * 4, *["member_station"] * 4, "mobile_member_home")
CENTRES: Final = " ".join(f"bodies:{kind}" for kind in ("party_masses_centre", *dict.fromkeys(POINTS)))


def matrix(
    *,
    townships: int = 7,
    communities: int = 99,
    points: Sequence[str] = POINTS,
    whole: str = "ties:linked_to",
    **changed: str,
) -> Jurisdiction:
    """A district whose units host a centre each, linked to the one above, and points linked to the district's.

    ``moved`` names a centre and the unit that hosts it instead, as ``centre:unit``; ``skipped`` a centre that is
    linked to the district's; ``hub`` one that is a hub too; ``lost`` a point that is linked to none.
    """
    below = [f"t{i}" for i in range(townships)]
    homes = {f"v{i:02}": below[i % townships] for i in range(communities)}
    rows: list[Row] = [unit("district", "county", None, "city_district")]
    rows += [unit(name, "township", "district", "subdistrict") for name in below]
    rows += [unit(name, "community", above, "residents_committee") for name, above in homes.items()]
    moved, _, host = changed.get("moved", "").partition(":")
    above = dict.fromkeys(below, "district") | homes
    hosts = {name: host if name == moved else name for name in ("district", *above)}
    hubs = {"district", changed.get("hub")}
    rows += [
        Body(
            id=f"centre-{name}",
            kind="party_masses_centre",
            host=hosts[name],
            functions=("matrix_hub",) if name in hubs else (),
        )
        for name in hosts
    ]
    skipped = changed.get("skipped")
    rows += [
        tie("linked_to", f"centre-{name}", f"centre-{'district' if name == skipped else above.get(hosts[name])}")
        for name in above
    ]
    rows += [Body(id=f"point{i}", kind=kind, host="t0") for i, kind in enumerate(points)]
    radiated = [f"point{i}" for i in range(len(points)) if f"point{i}" != changed.get("lost")]
    rows += [tie("linked_to", point, "centre-district") for point in radiated]
    return place(*rows, whole=f"units {CENTRES} {whole}", profile=SHANWEI_LEVELS)


# Zones and programmes

LABELS: Final = ("urban_core", "property_cluster", "old_cluster", "urban_rural")
FIELDS: Final = ("business", "property_compounds", "two_new")


def zoned(*labels: str, empty: int = -1, out: str = "", twice: str = "") -> Jurisdiction:
    """A district of 99 communities in zones of these labels: one of them empty, one community in none or in two."""
    zones = [Body(id=f"z{n}", kind="zone", host="county", functions=(label,)) for n, label in enumerate(labels)]
    filled = [zone.id for n, zone in enumerate(zones) if n != empty]
    lies = {f"c{n:02}": filled[n % len(filled)] for n in range(99)}
    joined = [tie("in_zone", name, zone) for name, zone in lies.items() if name != out]
    joined += [tie("in_zone", name, filled[1]) for name in [twice] if name]
    return claiming(led(7, 0, 99).having(*zones, *joined), "bodies:zone ties:in_zone")


def programmes(*zones: int, fields: Sequence[str] = FIELDS) -> Jurisdiction:
    """Four zones, and a programme of coverage in each of these numbers, which together reach some fields."""
    rows: list[Row] = [Body(id=f"z{n}", kind="zone", host="county", functions=(LABELS[n],)) for n in range(4)]
    rows += [
        Document(id=f"p{n}", kind="coverage_programme", parties=("county", f"z{n}"), sections=tuple(fields))
        for n in zones
    ]
    return district(*rows, whole="documents:coverage_programme")


# New sectors, shops and compounds


def instructors(n: int, idle: int = 0) -> Jurisdiction:
    """So many instructors, each sent to an organisation, but for some."""
    rows: list[Row] = [Post(id=f"i{k}", kind="party_building_instructor", unit="county") for k in range(n)]
    for k in range(n - idle):
        rows += [unit(f"o{k}", None, "street", "new_social_organisation"), tie("instructs", f"i{k}", f"o{k}")]
    return district(*rows, whole="posts:party_building_instructor ties:instructs")


def shops(n: int) -> Jurisdiction:
    """So many pioneer shops, one of which came when another had left."""
    rows: list[Row] = [unit(f"shop{k}", None, "street", "shop") for k in range(n + 1)]
    listed = [tie("pioneer_shop_of", f"shop{k}", "county") for k in range(n + 1)]
    listed[0], listed[n] = (
        attrs.evolve(listed[0], end=date(2018, 6, 1)),
        attrs.evolve(listed[n], start=date(2018, 6, 1)),
    )
    return district(*rows, *listed, whole="ties:pioneer_shop_of")


def sector(*joined: str) -> Jurisdiction:
    """The new sectors of a district: a firm, a business district and a government organ, some of them counted in."""
    rows = [
        unit("firm", None, "street", "new_economic_organisation"),
        unit("mall", None, "street", "business_district"),
        unit("organ", None, "street", "party_government_organ"),
        Body(id="sector", kind="new_sector", host="county"),
    ]
    return district(*rows, *members("sector", *joined), whole="units ties:member")


def covered(*ways: str) -> Jurisdiction:
    """Three new organisations, each reached in one of these ways: an organisation of its own, an instructor, none."""
    rows: list[Row] = [Post(id="i", kind="party_building_instructor", unit="county")]
    for n, way in enumerate(ways):
        rows.append(unit(f"o{n}", None, "street", "new_economic_organisation"))
        rows += [Body(id=f"b{n}", kind="enterprise_party_organisation", host=f"o{n}")] if way == "organisation" else []
        rows += [tie("instructs", "i", f"o{n}")] if way == "instructor" else []
    rows += [unit("x", None, "street", "public_institution"), tie("instructs", "i", "x")]
    kinds = ("enterprise_party_organisation", "new_sector_party_organisation")
    return district(*rows, whole="ties:instructs " + " ".join(f"bodies:{kind}" for kind in kinds))


def demonstrated(n: int) -> Jurisdiction:
    """So many demonstration compounds."""
    rows: list[Row] = [unit(f"y{k}", None, "street", "compound") for k in range(n)]
    return district(
        *rows, *(tie("demonstration_compound", row.id, "county") for row in rows), whole="ties:demonstration_compound"
    )


def themed(*days: date) -> Jurisdiction:
    """A demonstration compound with the days on which it held its themed activity."""
    rows = [Event(id=f"e{n}", kind="themed_activity", subject="yard", date=day) for n, day in enumerate(days)]
    yard = [unit("yard", None, "block", "compound"), tie("demonstration_compound", "yard", "county")]
    return district(*yard, *rows, whole="events:themed_activity")


# Work


def happening(kind: str, *agenda: str) -> Jurisdiction:
    """One event of a kind, with what it takes up."""
    return district(Event(id="e", kind=kind, subject="block", date=DAY, agenda=agenda))


def consulted(on: date) -> Jurisdiction:
    """The renewal of an old compound, decided in June, and the consultation on it."""
    rows = [
        Event(id="decision", kind="renewal_decided", subject="block", date=date(2018, 6, 1)),
        Event(id="talk", kind="consultation", subject="block", date=on, refers=("decision",)),
    ]
    return district(*rows, whole="events:renewal_decided events:consultation")


STATED: Final[dict[str, Amount | int]] = {
    "organ_members": 1506,
    "township_cadres": 336,
    "two_committee_cadres": 615,
    "grassroots_cadres": 2456,
    "suggestions": 6368,
    "matters_solved": 6416,
    "matters_opened": 6500,
}
MICRO: Final[dict[str, Amount | int]] = {
    "micro_suggestions": MoreThan(30), "wished_and_planned": 6, "wished_or_planned": 10,
}  # fmt: skip


def stated(**changes: Amount | int) -> Jurisdiction:
    """What is stated of a district and, of its micro-governance, of the community; ``again`` marks a second row."""
    rows: list[Row] = [Process(id="micro", kind="micro_governance", subject="block", start=date(2018, 1, 1))]
    for name, given in (STATED | MICRO | changes).items():
        code = name.removesuffix("_again")
        amount = Exact(given) if isinstance(given, int) else given
        about = "block" if code in MICRO else "county"
        rows.append(Fact(id=f"fact-{name}", about=about, amount=amount, unit=code, basis=A_CASE))
    return district(*rows, whole="facts processes")


def going(kind: str, *acts: Act, start: date = date(2018, 3, 1)) -> Jurisdiction:
    """A process of a kind in the community."""
    return district(Process(id="p", kind=kind, subject="block", acts=acts, start=start), whole="processes")


def steps(*kinds: str, **facts: int) -> tuple[Act, ...]:
    """Acts of one day after another, an assignment being one to the subdistrict; the last makes something known."""
    last = len(kinds) - 1
    return tuple(
        Act(
            kind=kind,
            on=date(2018, 3, 1 + n),
            to="street" if kind == "assign" else None,
            facts=facts if n == last else {},
        )
        for n, kind in enumerate(kinds)
    )


def roads(n: int) -> Jurisdiction:
    """So many tasks of the campaign for dead-end roads, done."""
    rows = [
        Event(id=f"road{k}", kind="campaign_task_done", subject="county", date=DAY, agenda=("road_acquisition",))
        for k in range(n)
    ]
    return district(*rows, whole="events:campaign_task_done")


def booked(category: str) -> Jurisdiction:
    """The work-item list of communities, made by the city above, with one item."""
    rows: list[Row] = [unit("above", None, None, "prefecture"), DutyList(id="l", kind="work_item_list", owner="above")]
    return district(*rows, DutyItem(id="i", list="l", category=category, role="assisting"), whole="entries")


PARTNERS: Final = ("fire_rescue", "urban_management", "science_industry", "power_supply")


def joined(*partners: str) -> Jurisdiction:
    """A rectification campaign of a community with these departments."""
    rows: list[Row] = [unit(kind, None, "county", kind) for kind in partners]
    campaign = Body(id="campaign", kind="rectification_campaign", host="block")
    return district(campaign, *rows, *members("campaign", *partners), whole="ties:member")


REPORTED: Final = {"has_reported": True, "service_field": "waste_sorting"}
IN_SERVICE: Final = {"employment_status": "employed", "unit_organised": True}
RED: Final = {"organised": True, "linked": True, "satisfaction": 80}

CASES: Final[tuple[Case, ...]] = (
    Asked(
        "C-1.09",
        lambda: (old(is_old=True).category, old(is_old=True).missing),
        ("old_compound", ()),
        lambda: (old(is_old=False).category, old(is_old=False).missing),
        (None, ("old_compound.cutoff",)),
    ),
    ruled("C-6.23", "SW623", REPORTED, service_field="none"),
    ruled("C-6.23", "SW623", REPORTED, has_reported=False),
    Judged("C-6.33", instructors(30), instructors(29), "SW6331", SHANWEI),
    Judged("C-6.33", instructors(30), instructors(30, idle=1), "SW6332", SHANWEI),
    Judged("C-6.34", shops(10), shops(11), "SW634", SHANWEI),
    Judged(
        "C-6.34",
        going("pioneer_shop", *steps("select", shops_listed=10)),
        going("pioneer_shop", *steps("select", shops_listed=11)),
        "PC634",
        SHANWEI,
    ),
    Judged("C-6.36", stated(), stated(organ_members_again=1506), "SW636", SHANWEI),
    ruled("C-6.37", "SW637", IN_SERVICE, employment_status="retired"),
    Judged("C-8.09", stated(), stated(suggestions=6367), "SW809", SHANWEI),
    Judged(
        "C-8.09",
        going("suggestion", *steps("classify", "assign", "resolve")),
        going("suggestion", *steps("classify", "resolve")),
        "PC809",
        SHANWEI,
    ),
    Judged("C-8.10", stated(), stated(matters_solved=6368), "SW8101", SHANWEI),
    Judged("C-8.10", stated(), stated(matters_opened=6368), "SW8102", SHANWEI),
    Judged("C-8.11", happening("suggestion_received", "needs"), happening("suggestion_received"), "SW811", SHANWEI),
    Judged("C-8.12", stated(), stated(micro_suggestions=30), "SW812", SHANWEI),
    Judged(
        "C-8.12",
        going("micro_governance", *steps("collect", "consult", "match", demands=3, plans=1)),
        going("micro_governance", *steps("collect", "consult", "match", demands=0, plans=1)),
        "PC812",
        SHANWEI,
    ),
    Judged("C-8.13", happening("micro_work", "fire_safety"), happening("micro_work", "road"), "SW813", SHANWEI),
    Judged("C-8.14", consulted(date(2018, 5, 1)), consulted(date(2018, 7, 1)), "SW814", SHANWEI),
    Judged("C-8.47", roads(17), roads(16), "SW8471", SHANWEI),
    Judged("C-8.47", booked("visits"), booked("road_acquisition"), "SW8472", SHANWEI),
    Judged(
        "C-8.48",
        going("rectification", Act(kind="advance", on=date(2018, 11, 30)), start=date(2018, 11, 1)),
        going("rectification", Act(kind="advance", on=date(2018, 12, 31)), start=date(2018, 11, 1)),
        "PC848",
        SHANWEI,
    ),
    Judged("C-8.48", joined(*PARTNERS, "education"), joined(*PARTNERS[1:]), "SW848", SHANWEI),
    ruled("C-9.18", "SW918", RED, organised=False, linked=False, satisfaction=99),
    Judged("C-9.24", sector("firm", "mall"), sector("firm", "mall", "organ"), "SW924", SHANWEI),
    Judged("C-9.24", sector("firm", "mall"), sector("mall"), "SW924", SHANWEI),
    Judged("C-9.25", covered("organisation", "instructor"), covered("", "", ""), "SW925", SHANWEI),
    Judged("C-10.01", matrix(), matrix(moved="v00:v01"), "SW10011", SHANWEI),
    Judged("C-10.01", matrix(), matrix(townships=6), "SW10012", SHANWEI),
    Judged("C-10.01", matrix(), matrix(communities=98), "SW10013", SHANWEI),
    Judged("C-10.01", matrix(), matrix(skipped="v50"), "SW10014", SHANWEI),
    Judged("C-10.01", matrix(), matrix(points=POINTS[1:], whole=""), "SW10015", SHANWEI),
    Judged("C-10.02", matrix(), matrix(lost="point0"), "SW10021", SHANWEI),
    Judged("C-10.02", matrix(), matrix(lost="point4"), "SW10022", SHANWEI),
    Judged("C-10.02", matrix(), matrix(lost="point8"), "SW10023", SHANWEI),
    Judged("C-10.03", matrix(), matrix(hub="t0"), "SW1003", SHANWEI),
    Judged("C-10.04", zoned(*LABELS), zoned(*LABELS, LABELS[0]), "SW10041", SHANWEI),
    Judged("C-10.04", zoned(*LABELS), zoned(*LABELS[1:], "harbour"), "SW10042", SHANWEI),
    Judged("C-10.04", zoned(*LABELS), zoned(*LABELS, twice="c00"), "SW10043", SHANWEI),
    Judged("C-10.04", zoned(*LABELS), zoned(*LABELS, out="c00"), "SW10043", SHANWEI),
    Judged("C-10.04", zoned(*LABELS), zoned(*LABELS, empty=2), "SW10043", SHANWEI),
    Judged("C-10.05", programmes(0, 1, 2, 3), programmes(0, 1, 2), "SW10051", SHANWEI),
    Judged("C-10.05", programmes(0, 1, 2, 3), programmes(0, 1, 2, 3, fields=FIELDS[:2]), "SW10052", SHANWEI),
    Judged("C-10.06", demonstrated(4), demonstrated(3), "SW1006", SHANWEI),
    Judged("C-10.07", themed(*MONTHS), themed(*MONTHS, date(2018, 5, 28)), "SW1007", SHANWEI),
    Judged("C-10.07", themed(*MONTHS), themed(*MONTHS[:5], *MONTHS[6:]), "SW1007", SHANWEI),
    Judged(
        "C-10.08",
        happening("themed_activity", "legal_aid"),
        happening("themed_activity", "fortune_telling"),
        "SW1008",
        SHANWEI,
    ),
    Judged(
        "C-10.08",
        happening("themed_activity", "legal_aid", "culture"),
        happening("themed_activity", "fortune_telling"),
        "SW1008",
        supplied(SHANWEI, "resource.kinds", ("culture", "emergency", "legal_aid", "medical")),
    ),
    Judged("C-10.31", stated(), stated(wished_and_planned=11), "SW1031", SHANWEI),
)
