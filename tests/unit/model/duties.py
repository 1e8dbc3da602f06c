"""Small worlds for duty lists: a county of Jixi with its organs, and packs that differ in one figure."""

from __future__ import annotations

from datetime import date
from typing import Any

from pbgov.base import Row
from pbgov.model import Event, Jurisdiction
from pbgov.org import Unit
from pbgov.packs import JIXI
from pbgov.rules import Dated, DutyItem, DutyList, Parameter
from tests.duty_packs import joined
from tests.unit.validation.worlds import BASIS, WORDS, place

ON = date(2018, 7, 1)
BOTH = ("party_committee", "government")
EVENTS = ("lists", "entries", "events")


def figure(name: str, value: Any) -> Parameter:
    return Parameter(id=name, unit=WORDS, values=(Dated(value=value, basis=BASIS),))


EITHER = joined(JIXI, "either", replace=(figure("admission.approvers", 1),))
ORGANS = tuple(Unit(id=f"{kind}-{county}", kind=kind, parent=county) for county in ("didao", "other") for kind in BOTH)
TERRITORY: tuple[Row, ...] = (
    Unit(id="jixi", kind="prefecture", level="city"),
    Unit(id="didao", kind="city_district", level="county", parent="jixi"),
    Unit(id="other", kind="city_district", level="county", parent="jixi"),
    Unit(id="street", kind="subdistrict", level="township", parent="didao"),
    Unit(id="far", kind="subdistrict", level="township", parent="other"),
    Unit(id="willow", kind="residents_committee", level="community", parent="street"),
    Unit(id="bureau", kind="department", parent="didao"),
    *ORGANS,
)
WORK_ITEMS = DutyList(id="work", kind="work_item_list", owner="didao", start=date(2018, 1, 1))


def world(*rows: Row, whole: tuple[str, ...] = EVENTS) -> Jurisdiction:
    """A county whose record claims to hold its lists, their items and all events."""
    return place(*TERRITORY, WORK_ITEMS, *rows, whole=whole)


def item(key: str = "i1", category: str = "serve", **cells: Any) -> DutyItem:
    """A work item."""
    return DutyItem(id=key, category=category, **({"list": "work"} | cells))


def approval(organ: str, on: date = date(2018, 1, 1), agenda: tuple[str, ...] | None = ("i1",)) -> Event:
    """An organ approves."""
    return Event(id=f"by-{organ}-{on}", kind="admission_approved", subject=organ, date=on, agenda=agenda)


APPROVED = (approval("party_committee-didao"), approval("government-didao"))
