"""The chart: who stands under whom, what is made up, who hosts what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pbgov.base import Report, Table
from pbgov.display import page
from pbgov.model import Jurisdiction
from pbgov.org import FOUR_LEVELS, Body, Unit
from tests.unit.display.reading import part, seen
from tests.unit.display.worlds import HEADING, NASTY, ON, jixi, unit

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET


def chart(place: Jurisdiction) -> ET.Element:
    return part(page(place, Report(), heading=HEADING, on=ON), "chart")


def of_units(*units: Unit, bodies: tuple[Body, ...] = ()) -> ET.Element:
    return chart(Jurisdiction(id="X", profile=FOUR_LEVELS, units=Table(units), bodies=Table(bodies)))


def outline(item: ET.Element) -> tuple[str, list[object]]:
    """Give a branch as its name and its branches."""
    inner = item.find("details")
    place = item if inner is None else inner
    name = item.find("span") if inner is None else inner.find("summary/span")
    assert name is not None
    return name.text or "", [outline(child) for child in place.iterfind("ul/li")]


CHART = chart(jixi())


def test_units_stand_under_their_parents_in_the_columns_and_in_the_tree() -> None:
    wanted: object = ("鸡西市", [("鸡冠区", [("向阳街道", [(NASTY, []), ("230302001002", [])])]), ("区2", [])])
    for shape in ("wide", "narrow"):
        (top,) = CHART.findall(f".//div[@class='chart {shape}']/ul/li")
        assert outline(top) == wanted


def test_columns_are_open_and_the_tree_only_at_its_root() -> None:
    assert {d.get("open") for d in CHART.iterfind(".//div[@class='chart wide']//details")} == {"open"}
    assert [d.get("open") for d in CHART.iterfind(".//div[@class='chart narrow']//details")] == ["open", None, None]


def test_made_up_units_and_hosts_are_marked_and_tell_their_identifiers() -> None:
    marks = {
        (s.get("title") or "").split(" · ")[0]: s for s in CHART.iterfind(".//div[@class='chart wide']//span[@title]")
    }
    assert marks["county-2"].get("class") == "unit made_up"
    assert marks["2303"].get("class") == "unit host"
    assert marks["2303"].get("title") == "2303 · 市级联席会议"
    assert marks["230302001"].get("title") == "230302001 · regional"
    assert marks["230302"].get("class") == "unit"


def test_groups_stand_under_the_unit_that_hosts_their_meeting() -> None:
    groups = CHART.findall(".//div[@class='chart wide']//p[@class='groups']/span[@title]")
    assert [(group.text, group.get("class")) for group in groups] == [
        ("第1组", "unit group"),
        ("第2组", "unit group"),
        ("group-3", "unit group made_up"),
    ]


def test_the_legend_explains_what_is_there_and_no_more() -> None:
    assert len(CHART.findall("ul[@class='legend']/li")) == 4
    assert len(of_units(unit("A", "city")).findall("ul[@class='legend']/li")) == 2


def test_organisations_of_no_level_are_left_out_unless_something_stands_on_them() -> None:
    assert "财政局" not in seen(CHART, "zh")
    shown = of_units(unit("farm", None, name="农场"), unit("street", "township", "farm", name="农场街道"))
    assert [outline(li) for li in shown.iterfind(".//div[@class='chart wide']/ul/li")] == [("农场", [("农场街道", [])])]


def test_a_circle_of_parents_is_named() -> None:
    shown = of_units(unit("A", "county", "B"), unit("B", "county", "A"), unit("C", "city"))
    assert "their parents run in a circle: A, B" in seen(shown, "en")
    lone = of_units(unit("A", "county", "A"))
    assert "No unit of any level" in seen(lone, "en")


def test_a_unit_whose_parent_is_missing_starts_a_tree_of_its_own() -> None:
    shown = of_units(unit("A", "city"), unit("B", "county", "lost"))
    assert len(shown.findall(".//div[@class='chart wide']/ul/li")) == 2


def test_a_deep_record_is_cut_and_counted() -> None:
    deep = [unit(f"U{i:04}", "community", f"U{i - 1:04}" if i else None) for i in range(2_000)]
    assert "1,993 more below" in seen(of_units(*deep), "en")


def test_bodies_that_host_each_other_do_no_harm() -> None:
    bodies = tuple(Body(id=a, kind="rotation_group", host=b) for a, b in (("X", "Y"), ("Y", "X")))
    assert of_units(unit("A", "city"), bodies=bodies).find(".//p[@class='groups']") is None
