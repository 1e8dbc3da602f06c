"""Jixi as its report has it, built: what is named is read through the boundary, what is only counted is made up."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs

import pbgov
from cities import jixi_documents as documents
from cities.jixi_lists import duties, withdrawn
from pbgov.base import Assumption, Text, allocate
from pbgov.model import Event, Jurisdiction, chair_ties
from pbgov.org import Body, Tie
from pbgov.packs import JIXI, LANGFANG
from pbgov.rules import Overlay, Own, Rota, Within
from pbgov.synth import fill_meetings, fill_members, fill_units

ON: Final = date(2018, 7, 1)
YEAR: Final = date(2018, 1, 1)
ACTIVITIES: Final = 21  # “more than 20”: the least number that satisfies it
# nobody has counted the residents of these buildings, so grids are sized by households alone
_BY_HOUSEHOLDS = attrs.evolve(LANGFANG.norm("LF302"), payload=Within(of=Own("households"), band="grid.households"))
PACK: Final = JIXI.extend(
    Overlay(
        id="jixi-with-grids",
        title=Text(zh="鸡西规则包，网格规模借自廊坊", en="pack of Jixi, with the grid size of Langfang"),
        basis=Assumption(
            Text(
                zh="鸡西报道未述网格规模，演示借用廊坊的标准",
                en="Jixi's report states no grid size; the example borrows Langfang's",
            )
        ),
        add=(LANGFANG["grid.households"], _BY_HOUSEHOLDS, *LANGFANG.pick("LF305")),
    )
)


def reported_place() -> Jurisdiction:
    """Build the reported world: what the report names, filled up to what it counts."""
    named = pbgov.parse(documents.reported())
    kinds = {"county": "county_level_unit", "township": "subdistrict", "community": "residents_committee"}
    place = fill_units(named, documents.COUNTS, kinds=kinds, rng=2018)
    place = fill_meetings(place, "regional_joint_meeting", ("county", "township", "community"))
    place = fill_members(place, "regional_joint_meeting", documents.MEMBER_UNITS, rng=2018)
    place = with_groups(place)
    counties = [unit.id for unit in place.units.values() if unit.level == "county"]
    given: dict[str, Any] = {**pbgov.to_document(place)}
    events = [*({"id": name, **row} for name, row in given["events"].items()), *withdrawn(counties)]
    place = pbgov.parse(given | duties(counties) | {"events": events})
    return with_plenary(with_activities(place))


def with_groups(place: Jurisdiction) -> Jurisdiction:
    """Divide the members of Dongfeng's meeting into six rotation groups of like size, each with a term of the year."""
    names = [f"group-{number}" for number in range(1, 7)]
    spread = allocate(dict.fromkeys(place.org.members(_meeting()), 1), names)
    bodies = [
        Body(id=name, kind="rotation_group", host=_meeting(), name=f"第{name[-1]}组", made_up=True) for name in names
    ]
    ties = [
        Tie(id=f"{group}-{unit}", kind="member", source=unit, target=group, made_up=True)
        for unit, group in spread.place_of.items()
    ]
    rota = Rota(groups=tuple(names), start=YEAR, months=2)
    terms = chair_ties(rota.calendar(YEAR, date(YEAR.year + 1, 1, 1)), meeting=_meeting())
    return place.having(*bodies, *ties, *(attrs.evolve(term, made_up=True) for term in terms))


def with_activities(place: Jurisdiction) -> Jurisdiction:
    """Hold the themed activities of Dongfeng, of the two series that the report names; their days are made up."""
    series = ("law_in_schools_and_communities", "red_songs")
    days = [(1 + n % 6, 3 + n) for n in range(ACTIVITIES)]
    events = [
        Event(
            id=f"practice-{number:02}",
            kind="practice_activity",
            subject=_meeting(),
            date=date(YEAR.year, month, day),
            agenda=(series[number % 2],),
            made_up=True,
        )
        for number, (month, day) in enumerate(days, 1)
    ]
    return place.having(*events)


def with_plenary(place: Jurisdiction) -> Jurisdiction:
    """Hold the first plenary meeting, in June; the report does not say on which day."""
    below = [unit.id for unit in place.units.values() if unit.level in documents.COUNTS]
    attendance = (*place.org.members(documents.CITY_MEETING), *below)
    plenary = Event(
        id=documents.JUNE_PLENARY,
        kind="plenary_meeting",
        subject=documents.CITY_MEETING,
        date=date(2018, 6, 15),
        attendance=tuple(sorted(attendance)),
    )
    return place.having(plenary)


def groups(place: Jurisdiction) -> tuple[str, ...]:
    """Name Dongfeng's rotation groups."""
    return tuple(body.id for body in place.bodies.values() if body.kind == "rotation_group")


def _meeting() -> str:
    return f"meeting-{documents.DONGFENG}"
