"""Strategies for what a self-inspection looks at: lists, approvals, duties handed down and withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from hypothesis import strategies as st

from pbgov.model import Event, Jurisdiction, Recorded
from pbgov.org import FOUR_LEVELS, Unit
from pbgov.rules import DutyItem, DutyList
from pbgov.testing._rules import powers

_TERRITORY: Final = (
    Unit(id="city", kind="prefecture", level="city"),
    Unit(id="east", kind="city_district", level="county", parent="city"),
    Unit(id="west", kind="city_district", level="county", parent="city"),
    Unit(id="river", kind="subdistrict", level="township", parent="east"),
    Unit(id="willow", kind="residents_committee", level="community", parent="river"),
    Unit(id="bureau", kind="department", parent="east"),
)
_ORGANS: Final = tuple(
    Unit(id=f"{kind}-{county}", kind=kind, parent=county)
    for county in ("east", "west")
    for kind in ("party_committee", "government")
)
_OWNERS: Final = ("bureau", "city", "east", "river", "willow")
_KINDS: Final = (
    *("work_item_list",) * 3,
    "basic_duty_list",
    "cooperating_duty_list",
    "negative_list",
    "power_list",
    "responsibility_list",
    "taken_back_list",
)
_ACTS: Final = (*("admission_approved",) * 3, "duty_handed_down", "work_item_withdrawn")
_CATEGORIES: Final = ("demolition", "seals", "serve")
_MATTERS: Final = ("m1", "m2")
_DAYS: Final = (date(2018, 1, 1), date(2018, 4, 1), date(2018, 7, 1))
_CLAIMS: Final = (
    Recorded(table="lists"),
    Recorded(table="entries"),
    Recorded(table="events", kind="admission_approved"),
    Recorded(table="events", kind="work_item_withdrawn"),
)


@st.composite
def duty_places(
    draw: st.DrawFn,
    elements: st.SearchStrategy[str] | None = None,
    *,
    claims: Sequence[Recorded] | None = None,
    max_size: int = 6,
) -> Jurisdiction:
    """Places of two county-level units whose lists, approvals and withdrawals speak of a few matters on a few days.

    The days are the first of January, April and July 2018.

    Args:
        draw: Given by Hypothesis.
        elements: Categories of the duties; by default three, one of which Jixi bans.
        claims: What the record claims to hold whole; by default some of lists, entries, approvals and withdrawals.
        max_size: Most lists, most items and most events.
    """
    owners = st.sampled_from(_OWNERS)
    lists = [
        DutyList(id=f"L{n}", kind=kind, owner=owner, start=start)
        for n, (kind, owner, start) in enumerate(
            draw(st.lists(st.tuples(st.sampled_from(_KINDS), owners, _starts()), max_size=max_size))
        )
    ]
    categories = st.sampled_from(_CATEGORIES) if elements is None else elements
    items = [_item(draw, n, lists, categories) for n in range(draw(st.integers(0, max_size)) if lists else 0)]
    codes = st.lists(st.sampled_from([*_MATTERS, *(item.id for item in items)]), max_size=3, unique=True).map(tuple)
    events = [event for n in range(draw(st.integers(0, max_size))) for event in _events(draw, n, codes)]
    chosen = draw(st.lists(st.sampled_from(_CLAIMS), unique=True)) if claims is None else claims
    empty = Jurisdiction(id="duties", profile=FOUR_LEVELS, recorded=tuple(chosen))
    return empty.having(*_TERRITORY, *_ORGANS, *lists, *items, *events)


def _starts() -> st.SearchStrategy[date | None]:
    return st.sampled_from((None, *_DAYS))


def _item(draw: st.DrawFn, number: int, lists: Sequence[DutyList], categories: st.SearchStrategy[str]) -> DutyItem:
    """Draw an item of one of the lists."""
    return DutyItem(
        id=f"I{number}",
        list=draw(st.sampled_from(lists)).id,
        category=draw(categories),
        matter=draw(st.sampled_from((None, *_MATTERS))),
        role=draw(st.sampled_from((None, "responsible", "assisting"))),
        department=draw(st.sampled_from((None, "bureau"))),
        object=draw(st.sampled_from((None, "year_end_grade"))),
        power=draw(st.none() | powers()),
        start=draw(_starts()),
    )


def _events(draw: st.DrawFn, number: int, codes: st.SearchStrategy[tuple[str, ...]]) -> list[Event]:
    """Draw an approval by one organ or by both of a county-level unit, a duty handed down, or a withdrawal."""
    kind, day = draw(st.sampled_from(_ACTS)), draw(st.sampled_from(_DAYS))
    subjects: Sequence[str] = [draw(st.sampled_from(("east", "river", "willow")))]
    if kind == "admission_approved":
        county = draw(st.sampled_from(_ORGANS)).parent
        subjects = [organ.id for organ in _ORGANS if organ.parent == county][: draw(st.integers(1, 2))]
    agenda = draw(st.none() | codes) if number == 0 else draw(codes)
    return [
        Event(id=f"E{number}-{subject}", kind=kind, subject=subject, date=day, agenda=agenda) for subject in subjects
    ]
