"""One small city, counted by hand: its units, bodies, posts and who holds them."""

from __future__ import annotations

from datetime import date

from pbgov.base import Table
from pbgov.org import Body, Holding, OrgGraph, Post, Tie, Unit

DAY = date(2018, 7, 1)
MEETING = "joint_meeting"


def unit(id_: str, level: str | None, parent: str | None = None, kind: str = "k") -> Unit:
    """A unit."""
    return Unit(id=id_, kind=kind, level=level, parent=parent)


def tie(kind: str, source: str, target: str, share: int | None = None) -> Tie:
    """A tie named after what it says."""
    return Tie(id=f"{kind}:{source}:{target}", kind=kind, source=source, target=target, share=share)


def graph(*rows: Unit | Body | Post | Holding | Tie) -> OrgGraph:
    """A graph of rows, whatever they are."""
    return OrgGraph(
        units=Table(row for row in rows if isinstance(row, Unit)),
        bodies=Table(row for row in rows if isinstance(row, Body)),
        posts=Table(row for row in rows if isinstance(row, Post)),
        holdings=Table(row for row in rows if isinstance(row, Holding)),
        ties=Table(row for row in rows if isinstance(row, Tie)),
    )


UNITS = (
    unit("city", "city"),
    unit("east", "county", "city"),
    unit("west", "county", "city"),
    unit("river", "township", "east"),
    unit("hill", "township", "west"),
    unit("willow", "community", "river"),
    unit("elm", "community", "river"),
    unit("oak", "community", "hill"),
    unit("mine", None, kind="mine"),
    unit("bank", None, kind="bank"),
    unit("school", None, "willow", kind="school"),
)
BODIES = (
    Body(id="m-city", kind=MEETING, host="city"),
    Body(id="m-river", kind=MEETING, host="river"),
    Body(id="m-willow", kind=MEETING, host="willow"),
    Body(id="m-elm", kind=MEETING, host="elm"),
    Body(id="m-oak", kind=MEETING, host="oak"),
    Body(id="group", kind="rotation_group", host="m-willow"),
)
POSTS = (
    Post(id="p-river", kind="secretary", unit="river"),
    Post(id="p-mine", kind="head", unit="mine"),
    Post(id="p-bank", kind="head", unit="bank"),
    Post(id="s-great", kind="part_time_member", unit="m-river"),
    Post(id="s-board", kind="board_member", unit="mine"),
)
HOLDINGS = (
    Holding(id="h1", post="p-mine", person="x1", route="elected"),
    Holding(id="h2", post="s-great", person="x1", route="recommended", concurrent="p-mine"),
    Holding(id="h3", post="p-river", person="x2", route="elected"),
    Holding(id="h4", post="s-board", person="x2", concurrent="p-river"),
)
TIES = (
    tie("member", "mine", "m-willow", 200),
    tie("member", "mine", "m-river", 500),
    tie("member", "bank", "m-willow"),
    tie("member", "bank", "m-elm", 900),
    tie("member", "school", "m-willow", 100),
    tie("convener", "p-river", "m-river", 300),
    tie("presides", "mine", "m-willow"),
    tie("leads", "city", "river"),
    tie("leads", "mine", "oak"),
    tie("leads", "west", "oak"),
    tie("seated_in", "mine", "oak"),
    tie("seated_in", "bank", "elm"),
    tie("serves", "p-bank", "grid-7", 250),
)
CITY = graph(*UNITS, *BODIES, *POSTS, *HOLDINGS, *TIES)
