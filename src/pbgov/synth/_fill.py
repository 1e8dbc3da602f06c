"""Make up what a text only counts: units, joint meetings, members. Everything made up is marked."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from pbgov.base import Generator, Text, allocate, both, term
from pbgov.errors import StructureError
from pbgov.model import Jurisdiction
from pbgov.org import Body, Post, Tie, Unit

CATEGORIES: Final = (
    "party_government_organ",
    "public_institution",
    "state_enterprise",
    "new_economic_organisation",
    "new_social_organisation",
)


def fill_units(
    place: Jurisdiction, counts: Mapping[str, int], *, kinds: Mapping[str, str], rng: int | random.Random = 0
) -> Jurisdiction:
    """Add made-up units until each level has as many as a text counts.

    A new unit goes under the unit of the level above that has the fewest, chance deciding between equals.

    Args:
        place: What is known by name.
        counts: How many units each level should have, from the top down.
        kinds: The kind of a new unit, by level.
        rng: A seed, or a ``random.Random``.

    Raises:
        StructureError: A level has more units than it should, or no unit to put new ones under.
    """
    chance = Generator(rng)
    units = dict(place.units)
    for level, wanted in counts.items():
        above = [unit.id for unit in units.values() if unit.level in place.profile[level].parents]
        known = [unit for unit in units.values() if unit.level == level]
        if len(known) > wanted or (len(known) < wanted and not above):
            raise StructureError(both("synth.counts", level=level, n=len(known), wanted=wanted), level)
        load = Counter(unit.parent for unit in known if unit.parent)
        label = place.profile[level].label
        for number in range(len(known) + 1, wanted + 1):
            least = min(load[parent] for parent in above)
            lightest = [parent for parent in above if load[parent] == least]
            parent = lightest[chance.below(len(lightest))]
            load[parent] += 1
            unit = Unit(
                id=f"{level}-{number:03d}",
                kind=kinds[level],
                level=level,
                parent=parent,
                name=_numbered(label, number),
                made_up=True,
            )
            units[unit.id] = unit
    return place.having(*(unit for key, unit in units.items() if key not in place.units))


def _numbered(label: Text, number: int) -> str:
    """Name a made-up unit after its level, leaving out what the label has in brackets."""
    return f"{re.sub('[(（].*?[)）]', '', label.zh)}{number}"


def fill_meetings(place: Jurisdiction, kind: str, levels: Sequence[str]) -> Jurisdiction:
    """Give every unit of these levels that hosts no joint meeting one, convened by its secretary; all made up.

    Args:
        place: The place.
        kind: The kind of body, ``"regional_joint_meeting"``.
        levels: The levels whose units host one.
    """
    hosts = {body.host for body in place.bodies.values() if body.kind == kind}
    rows: list[Body | Post | Tie] = []
    for unit in place.units.values():
        if unit.level in levels and unit.id not in hosts:
            meeting, seat = f"meeting-{unit.id}", f"secretary-{unit.id}"
            name = f"{unit.name}{term(kind).zh}"
            rows.append(Body(id=meeting, kind=kind, host=unit.id, name=name, made_up=True))
            rows.append(Post(id=seat, kind="secretary", unit=unit.id, made_up=True))
            rows.append(_tie("convener", seat, meeting))
    return place.having(*rows)


def fill_members(place: Jurisdiction, kind: str, wanted: int, *, rng: int | random.Random = 0) -> Jurisdiction:
    """Make up stationed units 驻区单位 and spread them evenly over bodies, so that none is crowded.

    Every unit sits in the territory of its body's host. The body above takes in one member of each body below.

    Args:
        place: The place, with the bodies.
        kind: The kind of body they join.
        wanted: How many different units there should be in all.
        rng: A seed, or a ``random.Random``; decides the order of categories.

    Raises:
        InvalidValueError: There are units to place and no such body.
    """
    chance = Generator(rng)
    bodies = {body.id: body for body in place.bodies.values() if body.kind == kind}
    known = {tie.source for tie in place.ties.values() if tie.target in bodies and tie.kind == "member"}
    names = [f"stationed-{number:05d}" for number in range(1, wanted - len(known) + 1)]
    place_of = allocate(dict.fromkeys(names, 1), tuple(bodies)).place_of
    first: dict[str, str] = {}
    rows: list[Unit | Tie] = []
    for number, name in enumerate(names, 1):
        body = place_of[name]
        first.setdefault(body, name)
        category = CATEGORIES[chance.below(len(CATEGORIES))]
        rows.append(Unit(id=name, kind=category, name=f"{term(category).zh}{number}", made_up=True))
        rows.append(_tie("seated_in", name, bodies[body].host))
        rows.append(_tie("member", name, body))
    by_host = {body.host: body.id for body in bodies.values()}
    for body, member in sorted(first.items()):
        above = by_host.get(place.units[bodies[body].host].parent or "")
        if above is not None:
            rows.append(_tie("member", member, above))
    return place.having(*rows)


def _tie(kind: str, source: str, target: str) -> Tie:
    return Tie(id=f"{kind}-{source}-{target}", kind=kind, source=source, target=target, made_up=True)
