"""The catalogue's items on the rotating chair and the rotating duty."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from pbgov.base import Row
from pbgov.errors import IllegalEventError, InvalidValueError
from pbgov.model import Event, Jurisdiction
from pbgov.org import Body, Holding, Person, Post, Tie
from pbgov.packs import JIXI
from pbgov.rules import Nominate, RoleKind, Rota
from tests.catalogue.worlds import CHAIN, Case, Judged, Refused, place, tie

PACK = JIXI
SIX = tuple(f"A{n}" for n in range(1, 7))
PURPOSES = ("discuss_development", "build_party", "foster_culture", "serve_residents", "build_home")


def rotating(groups: str, *rows: Row, whole: str = "ties:rotating_chair bodies:rotation_group") -> Jurisdiction:
    """A community's meeting whose chair passed from group to group every two months from March 2018."""
    bodies = [Body(id=name, kind="rotation_group", host="m") for name in "ABCDEF"]
    rota = Rota(groups=("x",), start=date(2018, 3, 1), months=2)
    terms = [chaired(group, rota.term(n).period.start, rota.term(n).period.end) for n, group in enumerate(groups)]
    return place(*CHAIN, Body(id="m", kind="joint_meeting", host="block"), *bodies, *terms, *rows, whole=whole)


def chaired(group: str, start: date | None, end: date | None) -> Tie:
    """A term on record."""
    return Tie(id=f"term-{start}", kind="rotating_chair", source=group, target="m", start=start, end=end)


def nominated(nominee: str, *nominators: str) -> Rota:
    """A rota whose first group has nominated its chair."""
    rota = Rota(groups=("A", "B"), members={"A": SIX, "B": ("B1",)}, start=date(2018, 3, 1), months=2)
    return rota.with_(Nominate(on=date(2018, 3, 1), group="A", nominee=nominee, nominators=nominators))


def active(*agenda: str) -> Event:
    """A joint activity and what it was for."""
    return Event(id="day", kind="joint_activity", subject="m", date=date(2018, 6, 1), agenda=agenda)


def over_a_cycle(*purposes: str) -> Jurisdiction:
    """A whole cycle of six groups in the chair, with one joint activity for each of these purposes."""
    days = [date(2018, 4 + 2 * n, 20) for n in range(len(purposes) - 1)] + [date(2019, 2, 28)]
    activities = [
        attrs.evolve(active(purpose), id=purpose, date=day) for purpose, day in zip(purposes, days, strict=True)
    ]
    claims = "ties:rotating_chair bodies:rotation_group events:joint_activity"
    return rotating("ABCDEFA", *activities, whole=claims)


def presided(person: str) -> Jurisdiction:
    """A meeting presided over by one person, in a community whose secretary is another."""
    return place(
        *CHAIN,
        Body(id="m", kind="joint_meeting", host="block"),
        Body(id="A", kind="rotation_group", host="m"),
        Post(id="post", kind="secretary", unit="block"),
        *(Person(id=name, category="full_member") for name in ("secretary", "head")),
        Holding(id="held", post="post", person="secretary"),
        tie("presides", person, "m"),
        whole="ties:presides posts holdings",
    )


def on_duty(months: Any) -> Rota:
    """Part-time members on duty in turn."""
    return Rota(groups=("p1", "p2", "p3"), start=date(2021, 1, 1), role=RoleKind.DUTY_MEMBER, months=months)


CASES: tuple[Case, ...] = (
    Judged("C-2.16", rotating("ABCDEF"), rotating("ABCDEA"), "JX216", PACK),
    Refused(
        "C-2.18",
        lambda: nominated("A1", *SIX[:4]),
        lambda: nominated("A1", *SIX[:4], "B1"),
        IllegalEventError,
    ),
    Judged(
        "C-2.19",
        rotating("", chaired("A", date(2018, 3, 1), date(2018, 5, 1)), whole="ties:rotating_chair"),
        rotating("", chaired("A", date(2018, 3, 1), date(2018, 6, 1)), whole="ties:rotating_chair"),
        "JX219",
        PACK,
        date(2018, 4, 30),
    ),
    Judged(
        "C-2.21",
        rotating("", active(*PURPOSES), whole="events:joint_activity"),
        rotating("", active(*PURPOSES, "banquet"), whole="events:joint_activity"),
        "JX221",
        PACK,
    ),
    Judged("C-2.21", over_a_cycle(*PURPOSES), over_a_cycle(*PURPOSES[:4]), "JX231", PACK, date(2019, 3, 1)),
    Judged("C-2.22", presided("head"), presided("secretary"), "JX222", PACK),
    Refused("C-2.31", lambda: on_duty(3), lambda: on_duty(None), InvalidValueError),
)
