"""Small places to show, with everything a page has a section for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs

from pbgov.base import Finding, FrozenMap, Lang, Report, Severity, Source, Table, Tally, Text, Verdict
from pbgov.display import page
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood, Partitioning
from pbgov.model import Jurisdiction
from pbgov.org import FOUR_LEVELS, Body, Holding, Person, Post, Tie, Unit
from pbgov.packs import JIXI
from pbgov.rules import Rota

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pbgov.rules import Decision, Value

ON: Final = date(2018, 7, 1)
HEADING: Final = Text(zh="鸡西模型（据2018年报道）", en="Model of Jixi, as reported in 2018")
NASTY: Final = """<script>alert(1)</script>&"']]>"""
SOURCE: Final = Source(document="某报告（某网， 2018)", quote="每半年召开一次")


def unit(key: str, level: str | None, parent: str | None = None, **more: Any) -> Unit:
    return Unit(id=key, kind=level or "department", level=level, parent=parent, **more)


def jixi() -> Jurisdiction:
    """Give a city with two districts, one of them made up, and whatever hangs on them."""
    units = [
        unit("2303", "city", name="鸡西市"),
        unit("230302", "county", "2303", name="鸡冠区"),
        unit("county-2", "county", "2303", name="区2", made_up=True),
        unit("230302001", "township", "230302", name="向阳街道"),
        unit("230302001001", "community", "230302001", name=NASTY),
        unit("230302001002", "community", "230302001"),
        unit("finance", None, "2303", name="财政局"),
        unit("mine", None, made_up=True),
        unit("gone", "county", "2303", end=date(2017, 1, 1), name="旧区"),
    ]
    bodies = [
        Body(id="meeting", kind="city_joint_meeting", host="2303", name="市级联席会议"),
        Body(id="regional", kind="regional_joint_meeting", host="230302001", made_up=True),
        *(Body(id=f"group-{i}", kind="rotation_group", host="regional", name=f"第{i}组") for i in (1, 2)),
        Body(id="group-3", kind="rotation_group", host="regional", made_up=True),
    ]
    return Jurisdiction(
        id="jixi",
        name="鸡西",
        world="reported",
        profile=FOUR_LEVELS,
        units=Table(units),
        bodies=Table(bodies),
        ties=Table([Tie(id="t1", kind="member", source="finance", target="meeting")]),
        posts=Table([Post(id="head", kind="head", unit="2303")]),
        people=Table([Person(id="SECRET-1", category="resident")]),
        holdings=Table([Holding(id="h1", post="head", person="SECRET-2")]),
    )


def square(key: str, x: int, y: int, households: int = 100, **more: Any) -> Building:
    """Give a building of ten metres by ten."""
    corners = [(x, y), (x + 10_000, y), (x + 10_000, y + 10_000), (x, y + 10_000)]
    return Building(id=key, households=households, outline=corners, **more)


def plan() -> GridPlan:
    """Give three grids in a row: one of three buildings, one vacant in part, one a tower alone."""
    buildings = [
        square("B1", 0, 0),
        square("B2", 20_000, 0),
        Building(id="B3", households=30, x=45_000, y=5_000),
        square("B4", 60_000, 0),
        square("B5", 80_000, 0, 0),
        square("B6", 100_000, 0, 350),
        Building(id="B7", households=20),
    ]
    place = Neighbourhood(
        id="N1",
        community="230302001001",
        name="老城",
        buildings=buildings,
        edges=[(f"B{i}", f"B{i + 1}") for i in range(1, 7)],
    )
    members = {"N1-G1": ["B1", "B2", "B3"], "N1-G2": ["B4", "B5"], "N1-G3": ["B6"], "N1-G4": ["B7"]}
    return GridPlan(
        neighbourhood=place, grids=[Grid(id=key, neighbourhood="N1", members=held) for key, held in members.items()]
    )


def divided(**more: Any) -> Partitioning:
    """Give the same as partitioning gives it, proven the best in the number of grids alone."""
    given: dict[str, Any] = {
        "neighbourhood": plan().neighbourhood,
        "grids": tuple(plan().grids.values()),
        "bound": 4,
        "waived": ("N1-G3",),
        "measures": FrozenMap({"grids": 4, "cut": 3}),
        "bounds": FrozenMap({"grids": 4, "cut": 2}),
    }
    return Partitioning(**(given | more))


def finding(code: str = "JX207", subject: str = "meeting", **more: Any) -> Finding:
    given: dict[str, Any] = {"key": "norm.relation", "arguments": (("detail", "x"),), "basis": SOURCE}
    text = Text(zh=f"规范{code}", en=f"the norm {code}")
    return Finding(code=code, subject=subject, text=text, **(given | more))


def report() -> Report:
    """Give a report with findings of every verdict."""
    found = [
        *(finding("JX206", f"dep-{i}") for i in range(5)),
        finding(severity=Severity.WARNING, verdict=Verdict.WAIVED, key="norm.waived", arguments=(("reason", "并入"),)),
        finding("JX422", "", verdict=Verdict.UNKNOWN, key="norm.unknown", arguments=(("missing", "events"), ("n", 3))),
        finding("JX823", "", verdict=Verdict.NOT_APPLICABLE, key="norm.empty", arguments=()),
        Finding(code="PBS02", subject="A", key="structure.PBS02", arguments=(("ring", "A → B → A"),)),
    ]
    tallies = [
        Tally("JX206", Verdict.BREACHED, 5),
        Tally("JX207", Verdict.WAIVED, 1),
        Tally("JX422", Verdict.UNKNOWN, 3),
        Tally("JX823", Verdict.NOT_APPLICABLE, 1),
        Tally("JX999", Verdict.MET, 1_234),
    ]
    return Report(
        findings=tuple(found),
        tallies=tuple(tallies),
        pack="jixi",
        digest="0123456789abcdef",
        version="0.1.0",
        on=ON,
        since=date(2018, 1, 1),
    )


def decision(**facts: Value | None) -> Decision:
    given: Mapping[str, Value | None] = {
        "duty": "road_sweeping",
        "target_level": "township",
        "function": "public_service",
        "responsible": True,
        "on_list": False,
        "approved_by_committee": True,
        "approved_by_government": True,
        "staff_needed": 3,
        "staff_moved": 1,
        "yuan_needed": 0,
        "yuan_moved": 0,
        "power_needed": 0,
        "power_moved": 0,
    }
    return JIXI.at(ON).decide({**given, **facts})


def whole(lang: Lang = "en") -> str:
    """Give the page with every section."""
    damaged = attrs.evolve(report(), findings=(*report().findings, finding("JX500", "230302")), complete=False)
    return page(
        jixi(),
        report(),
        heading=HEADING,
        on=ON,
        plans=[divided()],
        rota=Rota(groups=("group-1", "group-2", "group-3"), start=date(2018, 5, 1), months=2),
        decisions=[(Text(zh="道路保洁", en="road sweeping"), decision()), (NASTY, decision(duty="tax_assistance"))],
        damaged=damaged,
        lang=lang,
    )
