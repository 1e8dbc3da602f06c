"""Small places to compare, counted by hand."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pbgov.base import Assumption, Cycle, Modality, Text
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Document, Event, Jurisdiction, Recorded, columns
from pbgov.org import FOUR_LEVELS, Body, Level, LevelProfile, Tie, Unit
from pbgov.packs import JIEFANGBEI_LEVELS, NANQIAO_LEVELS
from pbgov.rules import HERE, Cadence, Dated, Norm, Parameter, RulePack, each

ON: Final = date(2018, 7, 1)
WHY: Final = Assumption(Text(zh="示例", en="example"))
_bodies, _events = columns("bodies"), columns("events")


def unit(key: str, level: str | None, kind: str = "x", parent: str | None = None, **more: Any) -> Unit:
    return Unit(id=key, kind=kind, level=level, parent=parent, **more)


def city() -> Jurisdiction:
    """A city with one district, a subdistrict and a town, three communities, one of them made up."""
    return Jurisdiction(
        id="city",
        name="清河",
        profile=FOUR_LEVELS,
        recorded=tuple(map(whole, ("units", "bodies", "ties", "documents"))),
    ).having(
        unit("c", "city", "prefecture"),
        unit("d", "county", "city_district", "c"),
        unit("s", "township", "subdistrict", "d"),
        unit("t", "township", "town", "d"),
        unit("s1", "community", "residents_committee", "s"),
        unit("s2", "community", "residents_committee", "s", made_up=True),
        unit("t1", "community", "villagers_committee", "t"),
        unit("mine", None, "state_enterprise", "d"),
        Body(id="m1", kind="regional_joint_meeting", host="s"),
        Body(id="m2", kind="regional_joint_meeting", host="t"),
        *(Tie(id=f"m1-{n}", kind="member", source=n, target="m1") for n in ("mine", "s1", "s2")),
        Tie(id="m2-mine", kind="member", source="mine", target="m2"),
        Document(id="a", kind="joint_building_agreement", parties=("mine", "s1")),
    )


def whole(table: str) -> Recorded:
    return Recorded(table=table)


def district() -> Jurisdiction:
    """A district with a Party chain of five levels beside its territory; nothing is claimed to be complete."""
    return Jurisdiction(id="district", name="东区", profile=NANQIAO_LEVELS).having(
        unit("d", "county", "city_district"),
        unit("s", "township", "subdistrict", "d"),
        unit("w", "working_committee", "working_committee"),
        unit("b", "compound_branch", "party_branch", "w"),
    )


def lone() -> Jurisdiction:
    """A subdistrict without a level above it, and without a community on record."""
    return Jurisdiction(id="lone", profile=JIEFANGBEI_LEVELS, recorded=(whole("units"),)).having(
        unit("s", "township", "subdistrict")
    )


def coded() -> Jurisdiction:
    """A place whose levels have codes of its own, told by the kinds of their units."""
    levels = (
        Level(code="street", label=Text(zh="街", en="street")),
        Level(code="block", label=Text(zh="坊", en="block"), parents=("street",)),
        Level(code="guild", label=Text(zh="行会", en="guild")),
    )
    return Jurisdiction(id="coded", profile=LevelProfile(id="coded", levels=levels), recorded=(whole("units"),)).having(
        unit("s", "street", "subdistrict"),
        unit("b1", "block", "residents_committee", "s"),
        unit("b2", "block", "residents_committee", "s"),
        unit("g", "guild", "guild"),
    )


def gridded() -> Jurisdiction:
    """Two grids of 100 and 301 households, all on record."""
    court = Neighbourhood(
        id="N", community="s1", buildings=[Building(id="B1", households=100), Building(id="B2", households=301)]
    )
    place = city().having(
        court,
        Grid(id="G1", neighbourhood="N", members=["B1"]),
        Grid(id="G2", neighbourhood="N", members=["B2"]),
    )
    recorded = (*place.recorded, whole("grids"), whole("neighbourhoods"))
    return Jurisdiction(
        id="gridded",
        profile=FOUR_LEVELS,
        recorded=recorded,
        units=place.units,
        neighbourhoods=place.neighbourhoods,
        grids=place.grids,
    )


def rhythm(name: str, cycle: Cycle, modality: Modality = Modality.MUST, code: str = "ZZ228") -> RulePack:
    """A pack of one norm under the item of the quarterly enlarged committee."""
    return RulePack(
        id=name,
        title=Text(zh=name, en=name),
        parameters=(
            Parameter(id="cadence", unit=Text(zh="周期", en="cycle"), values=(Dated(value=cycle, basis=WHY),)),
        ),
        norms=(
            Norm(
                code=code,
                item="C-2.28",
                scope=each(_bodies.kind == "regional_joint_meeting"),
                payload=Cadence(of=HERE.back(_events.subject, _events.kind == "regular_meeting"), per="cadence"),
                modality=modality,
                text=Text(zh="定期开会", en="it meets regularly"),
                basis=WHY,
            ),
        ),
    )


def meeting() -> Jurisdiction:
    """The city, where one of two meetings met in each quarter, and the events are on record."""
    dates = (date(2018, 2, 1), date(2018, 5, 1))
    place = city().having(
        *(Event(id=f"e{n}", kind="regular_meeting", subject="m1", date=day) for n, day in enumerate(dates))
    )
    return Jurisdiction(
        id="meeting",
        profile=place.profile,
        recorded=(*place.recorded, whole("events")),
        units=place.units,
        bodies=place.bodies,
        ties=place.ties,
        events=place.events,
    )
