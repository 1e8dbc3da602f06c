"""A city and a nation from a seed, as columns: divisions, joint bodies, who sits in them, who leads whom."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, islice, repeat
from typing import Any, Final, TypeAlias, cast

import attrs

from pbgov.base import Generator, Text, both
from pbgov.errors import InvalidValueError, StructureError
from pbgov.org import CITY, COMMUNITY, COUNTY, FOUR_LEVELS, TOWNSHIP, Level, LevelProfile
from pbgov.synth._fill import CATEGORIES
from pbgov.synth._names import STEMS
from pbgov.synth._seats import Bodies, Seats, seats
from pbgov.synth._spread import heavy, numbered, some, within
from pbgov.synth._territory import Column, Counts, Territory

Columns: TypeAlias = dict[str, Any]

SCHEMA: Final = "pbgov/2"
NATION_LEVELS: Final = LevelProfile(
    id="nation",
    levels=(
        Level(code="province", label=Text(zh="省级", en="provincial level")),
        attrs.evolve(CITY, parents=("province",)),
        COUNTY,
        TOWNSHIP,
        COMMUNITY,
    ),
)
_CITY: Final = 90_000
_MEMBERSHIPS: Final = 364_000
# 统计用区划代码, 2023: provinces, cities, counties, streets and towns, grassroots units; then stationed units
_NATION: Final = (31, 342, 2_978, 41_352, 620_573)
_STATIONED: Final = 200_000
_NATION_MEMBERSHIPS: Final = 2_950_000
_DIRT: Final = (9_030, 620_573)  # rows of the real list whose code and name disagree about what a unit is


def _days(first: date, n: int, step: int) -> list[str]:
    return [(first + timedelta(days=step * number)).isoformat() for number in range(n)]


_FOUNDED: Final = _days(date(2008, 1, 1), 128, 11)  # bodies; before 2012
_CHANGED: Final = _days(date(2015, 1, 1), 128, 11)  # one leader or secretary after another; before 2019
_JOINED: Final = _days(date(2012, 1, 1), 1024, 2)  # members; before 2018
_LEFT: Final = [*_days(date(2019, 1, 1), 64, 29), *repeat(None, 960)]  # one in sixteen; before 2025
_SHARES: Final = (100, 150, 200, 250)
_ENDED: Final = _days(date(2019, 1, 1), 128, 17)  # units and bodies; before 2025


def city(rng: int | random.Random = 0, *, entities: int = _CITY) -> Columns:
    """Make up a city, as columns.

    Of its entities one in 6,000 is a county-level unit, one in 225 a street or town, one in 10 a grassroots unit;
    the others are stationed units 驻区单位. Every division hosts a joint meeting, among the grassroots units those
    that are residents' committees (seven in ten); three streets in ten have an enlarged committee 大工委 beside it.
    There are 364 memberships for every 90 entities, rounded down. A share of ties, units and bodies has a first day
    (2008 to 2018) and an end (2019 to 2024), and some have ended on a day that nobody recorded.

    Args:
        rng: A seed, or a ``random.Random``.
        entities: How many units there are, 900 to 300,000.

    Returns:
        A document whose tables are dicts of equally long lists, by column; a column that is left out is its default.

    Raises:
        InvalidValueError: The number of entities is out of range.

    Examples:
        >>> made = city(entities=900)
        >>> len(made["units"]["id"]), len(made["bodies"]["id"])
        (900, 70)
    """
    if type(entities) is not int or not 900 <= entities <= 300_000:  # noqa: PLR2004 - as the docstring says
        raise InvalidValueError(both("synth.size", name="entities", low=900, high=300_000, value=repr(entities)))
    divisions = (0, 1, max(1, entities // 6_000), entities // 225, entities // 10)
    counts = Counts(
        divisions=divisions,
        residents=70,
        stationed=entities - sum(divisions),
        memberships=entities * _MEMBERSHIPS // _CITY,
    )
    return _world("made-up-city", "虚构市", FOUR_LEVELS, counts, Generator(rng))


def nation(rng: int | random.Random = 0, *, scale: float = 1) -> Columns:
    """Make up a nation of the shape of the real list of divisions, as columns.

    At scale 1: 31 provinces, 342 cities, 2,978 counties, 41,352 streets and towns, 620,573 grassroots units and
    200,000 stationed units, which are 865,276 entities; 168,780 bodies; 2,950,000 memberships. With 665,245 ties of
    leadership now and 12,411 that have ended, and a convener for every body, these are 1.03 million nodes and 3.8
    million ties. Otherwise it is made as ``city`` is; 18 in 100 grassroots units are residents' committees.

    Args:
        rng: A seed, or a ``random.Random``.
        scale: What all counts are multiplied by, 0.002 to 2.

    Returns:
        A document whose tables are dicts of equally long lists, by column; a column that is left out is its default.

    Raises:
        InvalidValueError: The scale is out of range.
    """
    if not isinstance(scale, int | float) or not 0.002 <= scale <= 2:  # noqa: PLR2004 - as the docstring says
        raise InvalidValueError(both("synth.size", name="scale", low="0.002", high=2, value=repr(scale)))
    provinces, cities, counties, townships, communities = (max(1, round(count * scale)) for count in _NATION)
    counts = Counts(
        divisions=(provinces, cities, counties, townships, communities),
        residents=18,
        stationed=round(_STATIONED * scale),
        memberships=round(_NATION_MEMBERSHIPS * scale),
    )
    return _world("made-up-nation", "虚构国", NATION_LEVELS, counts, Generator(rng))


def to_rows(columns: Mapping[str, Any]) -> dict[str, Any]:
    """Give the same document with tables that are lists of rows; a cell that holds ``None`` is left out.

    Examples:
        >>> to_rows({"id": "x", "people": {"id": ["P1", "P2"], "start": [None, "2018-01-01"]}})
        {'id': 'x', 'people': [{'id': 'P1'}, {'id': 'P2', 'start': '2018-01-01'}]}
    """
    return {name: _rows(table) if is_table(table) else table for name, table in columns.items()}


def is_table(value: object) -> bool:
    """Tell whether what stands in a document is a table of columns: this one place knows how such a table is spelt."""
    return isinstance(value, dict) and isinstance(cast("dict[str, object]", value).get("id"), list)


def _rows(table: Mapping[str, Column]) -> list[dict[str, Any]]:
    names = tuple(table)
    cells = zip(*table.values(), strict=True)
    return [{name: cell for name, cell in zip(names, row, strict=True) if cell is not None} for row in cells]


def _world(ident: str, name: str, profile: LevelProfile, counts: Counts, chance: Generator) -> Columns:
    land = Territory(counts, chance)
    stationed = numbered("S", counts.stationed)
    bodies = Bodies(land, chance)
    units = _units(land, stationed, chance)
    body_table = _body_table(bodies, chance)
    hosts = bodies.hosts[: bodies.firsts[4]]
    posts = numbered("P", len(hosts))
    ties = _Ties()
    _leadership(ties, land, chance)
    _conveners(ties, bodies, posts, body_table["start"])
    _memberships(ties, land, bodies, seats(land, bodies, stationed), wanted=counts.memberships, chance=chance)
    _end(ties, units, body_table)
    secretaries: Columns = {"id": posts, "kind": ["secretary"] * len(posts), "unit": hosts}
    holdings, people = _holdings(posts, chance)
    tables = {
        "units": units,
        "bodies": body_table,
        "posts": secretaries,
        "holdings": holdings,
        "ties": {"id": numbered("T", len(ties.columns["kind"])), **ties.columns},
        "people": people,
    }
    for table in tables.values():
        table["made_up"] = [True] * len(table["id"])
    levels = [
        {"code": level.code, "label": {"zh": level.label.zh, "en": level.label.en}, "parents": list(level.parents)}
        for level in profile.levels
    ]
    return {
        "schema": SCHEMA,
        "id": ident,
        "name": name,
        "world": "made_up",
        "profile": {"id": profile.id, "levels": levels},
        "recorded": [{"table": table} for table in tables],
        **tables,
    }


def _units(land: Territory, stationed: list[str], chance: Generator) -> Columns:
    """Put divisions and stationed units into one table; some names tell of another kind, some units have ended."""
    n = len(land.is_resident)
    columns = land.columns
    base = len(columns["id"]) - n  # where the grassroots units begin
    for place in some(n * _DIRT[0] // _DIRT[1], n, chance):
        suffixes = ("社区居委会", "村委会") if land.is_resident[place] else ("村委会", "社区居委会")
        columns["name"][base + place] = columns["name"][base + place].replace(*suffixes)
    kinds = [CATEGORIES[(bits >> 32) * len(CATEGORIES) >> 32] for bits in chance.many(len(stationed))]
    columns["id"] += stationed
    columns["kind"] += kinds
    columns["level"] += [None] * len(stationed)
    columns["parent"] += [None] * len(stationed)
    columns["name"] += [
        f"{STEMS[number % len(STEMS)]}单位{number // len(STEMS) + 1}" for number in range(len(stationed))
    ]
    ends: Column = [None] * len(columns["id"])
    ended: Column = [False] * len(columns["id"])
    villages = [base + place for place, flag in enumerate(land.is_resident) if not flag]
    merged = some(len(villages) // 200, len(villages), chance)
    for place, bits in zip(merged, chance.many(len(merged)), strict=True):
        ends[villages[place]] = _ENDED[bits & 127]
    closed = some(len(stationed) // 250, len(stationed), chance)
    for place, bits in zip(closed, chance.many(len(closed)), strict=True):
        ends[base + n + place] = _ENDED[bits & 127]
    for place in some(len(villages) // 1000, len(villages), chance):
        ended[villages[place]] = ends[villages[place]] is None
    return {**columns, "end": ends, "ended": ended}


def _body_table(bodies: Bodies, chance: Generator) -> Columns:
    """Found every body; a few of the residents' committees' have ended."""
    n, first, last = len(bodies.ids), bodies.firsts[3], bodies.firsts[4]
    kinds = ("city_joint_meeting", *["regional_joint_meeting"] * 3, "enlarged_working_committee")
    ends: Column = [None] * n
    closed = some((last - first) // 50, last - first, chance)
    for place, bits in zip(closed, chance.many(len(closed)), strict=True):
        ends[first + place] = _ENDED[bits & 127]
    return {
        "id": bodies.ids,
        "kind": [kind for level, kind in enumerate(kinds) for _ in bodies.of(level)],
        "host": bodies.hosts,
        "start": [_FOUNDED[bits & 127] for bits in chance.many(n)],
        "end": ends,
    }


class _Ties:
    """The columns of ties but for their identifiers, while they grow."""

    def __init__(self) -> None:
        """Begin with none."""
        names = ("kind", "source", "target", "start", "end", "ended", "share", "route")
        self.columns: dict[str, Column] = {name: [] for name in names}

    def add(self, kind: str, source: Sequence[str], target: Iterable[str], **cells: Iterable[Any]) -> None:
        """Add as many ties of a kind as there are sources; a column that is not given is left at its default."""
        given: dict[str, Iterable[Any]] = {
            "ended": repeat(object=False),
            "kind": repeat(kind),
            "source": source,
            "target": target,
            **cells,
        }
        for name in self.columns:
            self.columns[name] += islice(given.get(name, repeat(None)), len(source))


def _leadership(ties: _Ties, land: Territory, chance: Generator) -> None:
    """Let one organisation lead every division: the one above it, or for some grassroots units another street.

    In Shanwei 汕尾城区, 28 of 127 grassroots units that stand under the district by code are led by a zone. Here one
    in fifty is led by another street than its code says, and one in fifty was so until a day.
    """
    units, parents = land.columns["id"], land.columns["parent"]
    n = len(land.is_resident)
    townships, other = land.ids[2], dict[str, str]()
    for number, township in enumerate(townships):
        other[township] = townships[number - 1]
    led = [unit for unit, parent in zip(units, parents, strict=True) if parent is not None]
    leaders = [parent for parent in parents if parent is not None]
    starts: Column = [None] * len(led)
    base = len(led) - n
    for place in some(n // 50, n, chance):
        leaders[base + place] = other[leaders[base + place]]
    changed = [base + place for place in some(n // 50, n, chance)]
    days = [_CHANGED[bits & 127] for bits in chance.many(len(changed))]
    for place, day in zip(changed, days, strict=True):
        starts[place] = day
    before = [other[leaders[place]] for place in changed]
    ties.add("leads", leaders, led, start=starts)
    ties.add("leads", before, [led[place] for place in changed], end=days)


def _conveners(ties: _Ties, bodies: Bodies, posts: Sequence[str], founded: Sequence[str]) -> None:
    """Let the secretary of its host convene every body."""
    towns = posts[bodies.firsts[2] : bodies.firsts[3]]
    conveners = [*posts, *(towns[number] for number in bodies.enlarged)]
    ties.add("convener", conveners, bodies.ids, start=founded, route=repeat("ex_officio"))


def _memberships(ties: _Ties, land: Territory, bodies: Bodies, found: Seats, *, wanted: int, chance: Generator) -> None:
    """Fill the bodies: the divisions below, one member of every body below, and stationed units.

    Raises:
        StructureError: There are too few memberships for that, or more than the bodies have room for.
    """
    for level, inside in enumerate(land.inside):
        body = chain.from_iterable(map(repeat, bodies.of(level), inside))
        ties.add("member", land.ids[level + 1], body, start=repeat(_FOUNDED[-1]))
    for pairs in (found.own, found.upward):
        ties.add("member", [unit for unit, _ in pairs], [body for _, body in pairs], start=repeat(_FOUNDED[-1]))
    left = wanted - len(found.own) - len(found.upward) - sum(map(len, land.ids[1:]))
    limits = [span.free() for span in found.spans]
    if not len(limits) <= left <= sum(limits):
        raise StructureError(both("synth.seats", n=left, low=len(limits), high=sum(limits)), left)
    sizes = within(heavy(left, len(limits), chance), limits)
    draws = chance.many(len(sizes))
    full = bodies.firsts[4]
    for kind, these in (("member", slice(0, full)), ("part_time_member", slice(full, None))):
        picks = zip(found.spans[these], sizes[these], draws[these], strict=True)
        members = [unit for span, size, bits in picks for unit in span.pick(size, bits)]
        targets = chain.from_iterable(map(repeat, bodies.ids[these], sizes[these]))
        lots = chance.many(len(members))
        ends = [_LEFT[bits >> 10 & 1023] for bits in lots]
        cells: dict[str, Iterable[Any]] = {
            "start": [_JOINED[bits & 1023] for bits in lots],
            "end": ends,
            "ended": [end is None and not bits >> 20 & 127 for bits, end in zip(lots, ends, strict=True)],
        }
        if kind == "part_time_member":  # a tenth of its time at the least, a quarter at the most
            cells |= {"share": [_SHARES[bits >> 27 & 3] for bits in lots], "route": repeat("recommended")}
        ties.add(kind, members, targets, **cells)


def _end(ties: _Ties, units: Columns, bodies: Columns) -> None:
    """Let a tie end no later than what it ties, and on an unknown day where that is so of a unit."""
    last: dict[str, str] = {}
    for table in (units, bodies):
        last |= {key: end for key, end in zip(table["id"], table["end"], strict=True) if end is not None}
    unknown = {key for key, ended in zip(units["id"], units["ended"], strict=True) if ended}
    ends, ended = ties.columns["end"], ties.columns["ended"]
    for column in (ties.columns["source"], ties.columns["target"]):
        for place in [place for place, key in enumerate(column) if key in last]:
            ends[place] = min(ends[place] or last[column[place]], last[column[place]])
            ended[place] = False
        for place in [place for place, key in enumerate(column) if key in unknown]:
            ended[place] = ends[place] is None


def _holdings(posts: Sequence[str], chance: Generator) -> tuple[Columns, Columns]:
    """Let an opaque person hold every post; in one of four, another person did before."""
    changed = some(len(posts) // 4, len(posts), chance)
    days = [_CHANGED[bits & 127] for bits in chance.many(len(changed))]
    starts: Column = [None] * len(posts)
    for place, day in zip(changed, days, strict=True):
        starts[place] = day
    held = [*posts, *(posts[place] for place in changed)]
    persons = numbered("N", len(held))
    routes = ("elected", "elected", "elected", "dispatched")
    holdings: Columns = {
        "id": numbered("H", len(held)),
        "post": held,
        "person": persons,
        "route": [routes[bits & 3] for bits in chance.many(len(held))],
        "full_time": [True] * len(held),
        "start": [*starts, *repeat(None, len(changed))],
        "end": [*repeat(None, len(posts)), *days],
    }
    return holdings, {"id": persons, "category": ["full_member"] * len(held)}
