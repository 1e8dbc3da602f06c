"""The rota: the terms of a cycle, and whose turn it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from pbgov.base import Report
from pbgov.display import page
from pbgov.rules import Decline, Rota
from tests.unit.display.reading import part, seen
from tests.unit.display.worlds import HEADING, ON, jixi

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

SIX = Rota(groups=("group-1", "group-2", "group-3", "D", "E", "F"), start=date(2018, 1, 1), months=2)


def shown(rota: Rota, on: date = ON) -> ET.Element:
    return part(page(jixi(), Report(), heading=HEADING, on=on, rota=rota), "rota")


def test_the_table_lists_every_term_with_its_first_and_last_day() -> None:
    rows = [["".join(cell.itertext()) for cell in row] for row in shown(SIX).iterfind(".//tbody/tr")]
    assert rows[0] == ["1", "第1组 ", "2018-01-01", "2018-02-28"]
    assert rows[2][1].startswith("group-3")
    assert [row[0] for row in rows] == list("123456")
    assert rows[5][2:] == ["2018-11-01", "2018-12-31"]


def test_who_is_in_the_chair_is_marked_in_the_ring_and_in_the_table() -> None:
    section = shown(SIX)
    assert "In the chair on 2018-07-01: D (term 4)" in seen(section, "en")
    assert [circle.get("class") for circle in section.iter("circle")] == ["odd", "even", "odd", "now", "odd", "even"]
    assert [row[0].text for row in section.iterfind(".//tbody/tr") if "in the chair" in seen(row, "en")] == ["4"]


def test_a_later_cycle_marks_the_same_turn() -> None:
    section = shown(SIX, date(2020, 1, 5))
    assert "第1组 (term 13)" in seen(section, "en")
    assert next(section.iter("circle")).get("class") == "now"


def test_before_the_first_day_nobody_is_in_the_chair() -> None:
    section = shown(SIX, date(2017, 12, 31))
    assert "has not started" in seen(section, "en")
    assert "now" not in {circle.get("class") for circle in section.iter("circle")}


def test_arcs_add_up_to_the_whole_ring() -> None:
    arcs = list(shown(SIX).iter("circle"))
    assert {arc.get("pathLength") for arc in arcs} == {"120"}
    assert [arc.get("stroke-dasharray") for arc in arcs] == ["19 101"] * 6
    assert [arc.get("stroke-dashoffset") for arc in arcs] == ["0", "-20", "-40", "-60", "-80", "-100"]


def test_months_stand_around_the_ring_from_the_month_of_the_start() -> None:
    rota = Rota(groups=("A", "B", "C"), start=date(2018, 11, 1), months=1)
    assert [text.text for text in shown(rota).iterfind(".//svg/text[@class='month']")] == ["11", "12", "1"]


@pytest.mark.parametrize(("groups", "months"), [(1, 24), (12, 2), (13, 2), (1, 1)])
def test_months_are_left_out_where_there_is_no_room(groups: int, months: int) -> None:
    rota = Rota(groups=[f"G{i}" for i in range(groups)], start=date(2018, 1, 1), months=months)
    drawn = shown(rota).findall(".//svg/text[@class='month']")
    assert len(drawn) == (groups * months if groups * months <= 24 else 0)


def test_a_vacant_term_is_shown_as_vacant_and_its_cycle_in_full() -> None:
    rota = Rota(groups=("D", "E"), start=date(2018, 7, 1), months=1)
    section = shown(rota.with_(Decline(date(2018, 7, 1), "D"), Decline(date(2018, 7, 1), "E")))
    assert "On 2018-07-01 the chair is vacant (term 1)" in seen(section, "en")
    rows = [["".join(cell.itertext()) for cell in row] for row in section.iterfind(".//tbody/tr")]
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert "(vacant)" in rows[0][1]
    assert [row[1].strip() for row in rows[1:]] == ["D", "E"]
    assert [circle.get("class") for circle in section.iter("circle")] == ["now", "even", "odd"]
