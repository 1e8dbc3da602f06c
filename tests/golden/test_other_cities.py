"""The other four cities as level profiles, on the real divisions where there are any."""

import csv
from collections import Counter
from datetime import date
from importlib import import_module
from pathlib import Path

import attrs
import pytest

import pbgov
from pbgov import packs
from pbgov.base import Exact, Table, Verdict
from pbgov.model import Jurisdiction, Recorded
from pbgov.org import (
    DIRECT_LEVELS,
    FOUR_LEVELS,
    NATIONAL_LEVELS,
    LevelProfile,
    OrgGraph,
    Tie,
    Unit,
    dual_leadership,
    level_breaks,
)
from pbgov.packs import (
    JIEFANGBEI,
    JIEFANGBEI_LEVELS,
    LANGFANG_LEVELS,
    MUNICIPALITY_LEVELS,
    NANQIAO_LEVELS,
    SHANWEI,
    SHANWEI_LEVELS,
)
from pbgov.validation import faults

DATA = Path(__file__).parent / "data"
LEVEL_OF = {
    "city": "city",
    "district": "county",
    "street": "township",
    "community": "community",
    "village": "community",
}


def divisions(name: str, profile: LevelProfile, **level_of: str) -> Jurisdiction:
    """The divisions of a file below the levels a profile has."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = LEVEL_OF | level_of
    kept = [row for row in rows if known[row["level"]] in profile]
    codes = {row["code"] for row in kept}
    units = [
        Unit(
            id=row["code"],
            name=row["name"],
            level=known[row["level"]],
            kind=row["kind"].replace("-", "_"),
            parent=row["parent"] if row["parent"] in codes else None,
        )
        for row in kept
    ]
    return Jurisdiction(id="place", world="registered", profile=profile, units=Table(units))


def test_langfang_and_jixi_have_four_levels() -> None:
    assert LANGFANG_LEVELS.chain("community") == ("community", "township", "county", "city")


def test_nanqiao_has_three_levels() -> None:
    place = divisions("chuzhou_nanqiao.csv", NANQIAO_LEVELS)
    assert [(finding.code, finding.subject) for finding in faults(place)] == [("PBS13", "341103105500")]
    assert NANQIAO_LEVELS.chain("community") == ("community", "township", "county")
    assert Counter(unit.level for unit in place.units.values()) == {"county": 1, "township": 13, "community": 97}


def test_nanqiao_has_a_party_chain_of_five_levels() -> None:
    chain = (
        "hub_household",
        "building_party_group",
        "compound_branch",
        "community_party_organisation",
        "working_committee",
    )
    assert NANQIAO_LEVELS.chain("hub_household") == chain
    parents = (*chain[1:], None)
    units = [Unit(id=level, kind=level, level=level, parent=above) for level, above in zip(chain, parents, strict=True)]
    place = Jurisdiction(id="nanqiao", profile=NANQIAO_LEVELS, units=Table(units))
    assert list(faults(place)) == []
    assert len(place.org.chain("hub_household")) == 5


def test_a_missing_link_of_the_party_chain_is_found() -> None:
    units = [
        Unit(id="committee", kind="c", level="working_committee"),
        Unit(id="branch", kind="b", level="compound_branch", parent="committee"),
    ]
    place = Jurisdiction(id="nanqiao", profile=NANQIAO_LEVELS, units=Table(units))
    assert [finding.code for finding in faults(place)] == ["PBS05"]


def test_jiefangbei_has_no_city_level_above() -> None:
    assert JIEFANGBEI_LEVELS.chain("community") == ("community", "township")
    assert MUNICIPALITY_LEVELS.chain("community") == ("community", "township", "county", "province")
    place = divisions("chongqing_yuzhong.csv", MUNICIPALITY_LEVELS, city="province")
    assert list(faults(place)) == []
    assert level_breaks(place.org, NATIONAL_LEVELS) == ()
    assert {found.missing for found in level_breaks(place.org, FOUR_LEVELS)} == {("city",)}  # no city level at all
    communities = place.org.children("500103003")
    assert len(communities) == 9  # the report of 2018 counts ten
    assert place.org.chain(communities[0])[1:] == ("500103003", "500103", "50")
    whole = attrs.evolve(place, recorded=(Recorded(table="units"),))
    report = pbgov.validate(whole, pack=JIEFANGBEI, on=date(2019, 1, 1), select=("JF106",))
    assert [(finding.subject, finding.measured) for finding in report.breached] == [("500103003", Exact(9))]


def test_a_town_counts_by_its_level_and_not_by_its_depth() -> None:
    """Dongfeng of Jidong stands in a town, three steps below the city; a town of Dongguan stands one step below it."""
    jixi = OrgGraph(units=Table([
        Unit(id="2303", kind="prefecture", level="city"),
        Unit(id="230321", kind="county", level="county", parent="2303"),
        Unit(id="230321100", kind="town", level="township", parent="230321"),
        Unit(id="230321100004", kind="residents_committee", level="community", parent="230321100"),
    ]))  # fmt: skip
    dongguan = OrgGraph(units=Table([
        Unit(id="4419", kind="prefecture", level="city"),
        Unit(id="441900101", kind="town", level="township", parent="4419"),
        Unit(id="441900101001", kind="residents_committee", level="community", parent="441900101"),
    ]))  # fmt: skip
    assert (jixi.depth("230321100"), dongguan.depth("441900101")) == (2, 1)
    assert jixi.at_level("230321100004", "township") == "230321100"
    assert dongguan.at_level("441900101001", "township") == "441900101"
    assert level_breaks(jixi, FOUR_LEVELS) == level_breaks(dongguan, DIRECT_LEVELS) == ()
    assert level_breaks(dongguan, FOUR_LEVELS)[0].missing == ("county",)
    assert level_breaks(dongguan, NATIONAL_LEVELS)[0].unit == "4419"  # nothing but the province above it is missing


def test_shanwei_leads_99_of_127() -> None:
    place = divisions("shanwei_chengqu.csv", SHANWEI_LEVELS)
    assert list(faults(place)) == []
    district = "441502"
    below = [key for key in place.org.subtree(district) if place.units[key].level == "community"]
    assert len(below) == 127  # by administrative code
    led = place.having(Unit(id="honghai-bay", kind="development_zone"), *leadership(place, district))
    led_by_district = [key for key in led.org.led_by(district) if led.units[key].level == "community"]
    assert len(led_by_district) == 99  # by leadership, as the report counts
    apart = dual_leadership(led.org)
    assert Counter(led.units[dual.unit].level for dual in apart) == {"township": 3, "community": 28}
    assert {dual.leaders for dual in apart} == {("honghai-bay",)}
    assert all(district in led.org.ancestors(dual.unit) for dual in apart)  # and yet the other line ends elsewhere
    assert pbgov.parse(pbgov.to_document(led)) == led
    whole = attrs.evolve(led, recorded=(Recorded(table="units"), Recorded(table="ties", kind="leads")))
    report = pbgov.validate(whole, pack=SHANWEI, on=date(2022, 1, 1))
    assert report.breached == ()
    assert (report.count("SW105", Verdict.MET), report.count("SW106", Verdict.MET)) == (1, 1)  # 7 of ten, 99 of 127


def leadership(place: Jurisdiction, district: str) -> list[Tie]:
    """The district leads what is not run by the zone of Honghai Bay, which the report leaves out (inferred)."""
    zone = {
        unit.id
        for unit in place.units.values()
        if unit.level == "township" and unit.name in {"田墘街道", "东洲街道", "遮浪街道"}
    }
    assert len(zone) == 3
    return [
        Tie(
            id=f"leads-{unit.id}",
            kind="leads",
            source="honghai-bay" if zone & {unit.id, unit.parent} else district,
            target=unit.id,
        )
        for unit in place.units.values()
        if unit.id != district
    ]


def test_langfang_names_two_of_ten_county_level_units() -> None:
    place = divisions("langfang_to_townships.csv", LANGFANG_LEVELS)
    assert list(faults(place)) == []
    kinds = Counter(unit.kind for unit in place.units.values() if unit.level == "county")
    assert kinds == {"city_district": 2, "county_level_city": 2, "county": 6, "quasi_district": 1}
    named = {unit.name for unit in place.units.values() if unit.kind == "city_district"}
    assert named == {"广阳区", "安次区"}  # the districts of the two pilots, and all that the report names
    assert Counter(unit.level for unit in place.units.values()) == {"city": 1, "county": 11, "township": 123}


CITY_MODULES = ("langfang", "jixi", "nanqiao", "shanwei", "jiefangbei")


@pytest.mark.parametrize("city", CITY_MODULES)
def test_the_module_of_a_pack_opens_with_its_evidence(city: str) -> None:
    opening = import_module(f"pbgov.packs._{city}").__doc__ or ""
    assert [part for part in ("References:", "Checked with:", "Limitations:") if part in opening] == [
        "References:",
        "Checked with:",
        "Limitations:",
    ]


@pytest.mark.parametrize("city", CITY_MODULES)
def test_every_module_with_figures_says_what_it_leaves_open(city: str) -> None:
    folder = Path(packs.__file__).parent
    shared = {f"_{city}_base", f"_{city}_report"}  # what the modules of a pack share
    modules = [path.stem for path in folder.glob(f"_{city}*.py") if path.stem not in shared]
    assert len(modules) > 3
    for name in modules:
        opening = import_module(f"pbgov.packs.{name}").__doc__ or ""
        assert "References:" in opening, name
        assert "Limitations:" in opening, name
