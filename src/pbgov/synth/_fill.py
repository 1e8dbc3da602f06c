"""Make up what a text only counts: units, joint meetings, members. Everything made up is marked."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from pbgov.base import Generator, Text, allocate, both, term
from pbgov.errors import StructureError
from pbgov.model import TABLES, Jurisdiction
from pbgov.org import Body, Post, Tie, Unit

_LONGEST: Final = 110  # leaves an identifier room for a number
_NAME_LENGTH: Final = 200

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
        StructureError: A level has more units than it should, no unit to put new ones under, or no kind for them.
    """
    chance = Generator(rng)
    units = dict(place.units)
    taken = _identifiers(place)
    for level, wanted in counts.items():
        above = [unit.id for unit in units.values() if unit.level in place.profile[level].parents]
        known = [unit for unit in units.values() if unit.level == level]
        if len(known) > wanted or (len(known) < wanted and not above):
            raise StructureError(both("synth.counts", level=level, n=len(known), wanted=wanted), level)
        if len(known) < wanted and level not in kinds:
            raise StructureError(both("synth.kind", level=level), level)
        load = Counter(unit.parent for unit in known if unit.parent)
        label = place.profile[level].label
        lightest: list[str] = []
        for number in range(len(known) + 1, wanted + 1):
            if not lightest:
                least = min(load[parent] for parent in above)
                lightest = [parent for parent in above if load[parent] == least]
            parent = lightest.pop(chance.below(len(lightest)))
            load[parent] += 1
            unit = Unit(
                id=_fresh(f"{level}-{number:03d}", taken),
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


def _identifiers(place: Jurisdiction) -> set[str]:
    return {key for table in TABLES for key in place.table(table)}


def _fresh(wished: str, taken: set[str]) -> str:
    """Give an identifier that nothing has yet, and note it as taken."""
    name, number = wished[:_LONGEST], 1
    while name in taken:
        number += 1
        name = f"{wished[:_LONGEST]}.{number}"
    taken.add(name)
    return name


def fill_meetings(place: Jurisdiction, kind: str, levels: Sequence[str]) -> Jurisdiction:
    """Give every unit of these levels that hosts no joint meeting one, convened by its secretary; all made up.

    Args:
        place: The place.
        kind: The kind of body, ``"regional_joint_meeting"``.
        levels: The levels whose units host one.
    """
    hosts = {body.host for body in place.bodies.values() if body.kind == kind}
    seats = {post.unit: post.id for post in place.posts.values() if post.kind == "secretary"}
    taken = _identifiers(place)
    rows: list[Body | Post | Tie] = []
    for unit in place.units.values():
        if unit.level in levels and unit.id not in hosts:
            meeting = _fresh(f"meeting-{unit.id}", taken)
            name = f"{unit.name}{term(kind).zh}"[:_NAME_LENGTH]
            rows.append(Body(id=meeting, kind=kind, host=unit.id, name=name, made_up=True))
            if unit.id not in seats:
                seats[unit.id] = _fresh(f"secretary-{unit.id}", taken)
                rows.append(Post(id=seats[unit.id], kind="secretary", unit=unit.id, made_up=True))
            rows.append(_tie("convener", seats[unit.id], meeting, taken))
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
        StructureError: The bodies have more members than they should.
    """
    chance = Generator(rng)
    bodies = {body.id: body for body in place.bodies.values() if body.kind == kind}
    known = {tie.source for tie in place.ties.values() if tie.target in bodies and tie.kind == "member"}
    if len(known) > wanted:
        raise StructureError(both("synth.members", n=len(known), wanted=wanted), kind)
    taken = _identifiers(place)
    names = [_fresh(f"stationed-{number:05d}", taken) for number in range(1, wanted - len(known) + 1)]
    place_of = allocate(dict.fromkeys(names, 1), tuple(bodies)).place_of
    first: dict[str, str] = {}
    rows: list[Unit | Tie] = []
    for number, name in enumerate(names, 1):
        body = place_of[name]
        first.setdefault(body, name)
        category = CATEGORIES[chance.below(len(CATEGORIES))]
        rows.append(Unit(id=name, kind=category, name=f"{term(category).zh}{number}", made_up=True))
        rows.append(_tie("seated_in", name, bodies[body].host, taken))
        rows.append(_tie("member", name, body, taken))
    by_host = {body.host: body.id for body in bodies.values()}
    for body, member in sorted(first.items()):
        host = bodies[body].host
        above = by_host.get(place.units[host].parent or "") if host in place.units else None
        if above is not None:
            rows.append(_tie("member", member, above, taken))
    return place.having(*rows)


def _tie(kind: str, source: str, target: str, taken: set[str]) -> Tie:
    name = _fresh(f"{kind}-{source}-{target}", taken)
    return Tie(id=name, kind=kind, source=source, target=target, made_up=True)
