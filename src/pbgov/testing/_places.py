"""Sound places out of bytes: every row is read off a few bytes, which strategies made once draw.

A strategy made while an example is drawn is validated and wrapped anew each time, which costs many times what the
draw costs. So nothing here depends on the example while strategies are made: a row is a few bytes, whose digits
choose its cells among prepared ones, and choose what it names by counting through what is on record by then. Zero
stands for the simplest of everything, and every row stands on its own, so that dropping one or lowering a byte while
shrinking leaves a simpler place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import chain
from typing import Any, Final, TypeAlias, TypeVar

from hypothesis import strategies as st

from pbgov.base import (
    About,
    Amount,
    Assumption,
    Basis,
    Between,
    Derived,
    Exact,
    FrozenMap,
    MoreThan,
    Nearly,
    Reference,
    Required,
    Row,
    Table,
    Text,
)
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import TABLES, Document, Event, Fact, Jurisdiction, Posting, Process, Recorded, Waiver
from pbgov.org import FOUR_LEVELS, Body, Holding, Level, LevelProfile, Person, Post, Tie, Unit
from pbgov.rules import Act, DutyItem, DutyList, Power
from pbgov.testing._rules import THREE_TIERS

T = TypeVar("T")
Drawn: TypeAlias = tuple[Any, ...]

_BYTES: Final = 7  # of a row: the digits of an entry of a duty list fill them
_FIRST: Final = date(2012, 1, 1)
_MOST_LEVELS: Final = 5
_MOST_BUILDINGS: Final = 4
_MOST_ACTS: Final = 3


def _filled(*options: T) -> tuple[T, ...]:
    """Repeat the first option until there are 1, 2, 4, 8 …, so that digits are bits and shrink one by one."""
    return options + (options[0],) * ((1 << (len(options) - 1).bit_length()) - len(options))


def _every_span() -> tuple[tuple[date | None, date | None], ...]:
    """Spans with no end, one and two, from 128 days: every sort of day, and those about the middle of 2018."""
    days = [_FIRST + timedelta(days=47 * number) for number in range(112)]
    days[1:1] = [date(2018, 7, 1) + timedelta(days=number) for number in (0, -1, 1, 2, -30, 31, 365, -365)]
    days += [date(2016, 2, 29), date(2020, 2, 29), date(2017, 12, 31), date(2018, 1, 1), date(2018, 12, 31)]
    days += [date(2019, 1, 1), date(2024, 2, 28), date(2026, 12, 31)]
    lengths = (1, 30, 2, 365, 7, 1_000, 91, 366)
    spans: list[tuple[date | None, date | None]] = []
    for number, day in enumerate(days):
        length = timedelta(days=lengths[number % len(lengths)])
        spans += [(None, None), (day, None), (None, day + length), (day, day + length)]
    return tuple(spans)


_SPANS: Final = _every_span()
_DAYS: Final = tuple(day for day, end in _SPANS if day is not None and end is None)
_TAILS: Final = _filled("", "", "", "", "", "街道", "._:-", "-网格.a")  # what follows the number in an identifier
_NAMES: Final = _filled("", "a", "街道", "社区", "a b", " ", "居民小组", "鸡西 x1")
_FLAGS: Final = (False, True)
_WORLDS: Final = _filled("reported", "registered", "made_up")
_WORDS: Final = (Text(zh="街", en="a"), Text(zh="社区", en="bc"), Text(zh="网格", en="X0"), Text(zh="县", en="9"))
_REFERENCES: Final = (
    Reference(title="实施意见", issuer="市委"),
    Reference(title="准入办法", issuer="区委组织部", date="2018-07"),
)
_BASES: Final[tuple[Basis, ...]] = (
    Assumption(_WORDS[0]),
    Required(_WORDS[1]),
    Derived(from_=("a",), how=_WORDS[2]),
    Derived(from_=("街道", "a._:-"), how=_WORDS[3]),
    _REFERENCES[0].quote("街道", None),
    _REFERENCES[1].quote("社区网格", "第7条"),
    _REFERENCES[0].quote("党", "第99条"),
    Required(_WORDS[2]),
)
_NUMBERS: Final = (0, 1, 2, 30, 299, 1_000, 4_096, 10_000)
_AMOUNTS: Final[tuple[Amount, ...]] = tuple(
    chain.from_iterable(
        (Exact(n), MoreThan(n), Nearly(n + 1), About(n, 5), About(n, 0), Between(0, n), Between(n, None), Exact(n + 1))
        for n in _NUMBERS
    )
)
_HELD: Final = (0, *(sign * size for size in (1, 2, 5, 10, 30, 99, 1_000) for sign in (1, -1)), 500)
_KINDS: Final = _filled("department", "stationed_unit", "public_institution")
_BODIES: Final = _filled("city_joint_meeting", "regional_joint_meeting", "rotation_group")
_SEATS: Final = ("head", "responsible_leader", "liaison", "grid_worker")
_CATEGORIES: Final = _filled("resident", "full_member", "probationary_member")
_FUNCTIONS: Final = _filled(
    (), ("party",), ("safety",), ("service",), ("party", "safety"), ("service", "party"), ("safety", "service", "party")
)
_TIES: Final = ("member", "convener", "seated_in", "serves")
_CODES: Final = ("party", "safety", "service", "regular_meeting", "plenary_meeting")
_SECTIONS: Final = _filled((), *((code,) for code in _CODES), _CODES[:2], _CODES[:1:-1])
_AGENDAS: Final = _filled(None, *_SECTIONS[:6], ("party", "party"))
_MEETINGS: Final = _filled("regular_meeting", "special_meeting", "plenary_meeting")
_LISTS: Final = _filled("responsibility_list", "power_list", "work_item_list", "negative_list", *THREE_TIERS)
_DUTIES: Final = _filled("party_building", "safety", "service")
_SHARES: Final = (None, 1, 2, 10, 250, 500, 999, 1_000)
_KNOWN: Final = tuple(
    FrozenMap(facts) for facts in ({}, {"agreed": True}, {"agreed": False, "number": 0}, {"number": 2})
)
_ROUTES: Final = (None, "elected", "dispatched", "ex_officio")
_INVITED: Final = (None, "elected", "recommended", "ex_officio")
_PLACES_ON_MAP: Final = _filled(
    None, (0, 0), (1, -1), (40_000, 0), (40_000, 40_000), (-1_000_000, 1_000_000), (12_345, -678)
)


class _Digits:
    """Bytes read digit by digit, from the first; past the last one all digits are zero."""

    __slots__ = ("_left",)

    def __init__(self, drawn: bytes) -> None:
        """Take the bytes as one number."""
        self._left = int.from_bytes(drawn, "little")

    def of(self, options: Sequence[T]) -> T:
        """Choose one of 1, 2, 4, 8 … options."""
        size = len(options)
        left = self._left
        self._left = left // size
        return options[left % size]

    def below(self, size: int) -> int:
        """Read a number below 1, 2, 4, 8 …."""
        left = self._left
        self._left = left // size
        return left % size

    def among(self, found: Sequence[T], size: int = 16) -> T:
        """Choose one of what was found, counting round; ``size`` is how many are told apart."""
        return found[self.below(size) % len(found)]

    def sometimes(self, found: Sequence[T]) -> T | None:
        """Choose one of what was found, or none."""
        number = self.below(16)
        return found[(number >> 1) % len(found)] if number & 1 and found else None

    def some(self, found: Sequence[T]) -> tuple[T, ...]:
        """Choose up to two."""
        number = self.below(64)
        few = number & 3
        chosen = (found[(number >> 2) % len(found)], found[((number >> 2) + 1) % len(found)])
        return tuple(dict.fromkeys(chosen[: min(few, 2)]))


_ROW: Final = st.binary(min_size=_BYTES, max_size=_BYTES)


@cache
def _rows(max_size: int) -> st.SearchStrategy[list[bytes]]:
    return st.lists(_ROW, max_size=max_size)


@cache
def sketches(max_units: int, max_size: int) -> st.SearchStrategy[Drawn]:
    """Bytes for a place, table by table; the head, the claims and the levels first."""
    rows = _rows(max_size)
    nested = st.lists(st.tuples(_ROW, st.lists(_ROW, min_size=1, max_size=_MOST_BUILDINGS)), max_size=max_size)
    acted = st.lists(st.tuples(_ROW, st.lists(_ROW, max_size=_MOST_ACTS)), max_size=max_size)
    return st.tuples(_ROW, _rows(max_units), rows, *[rows] * len(_READ), nested, _rows(2 * max_size), rows, rows, acted)


@cache
def usual_profiles() -> st.SearchStrategy[LevelProfile]:
    """Four levels, or any profile of up to five."""
    level = st.integers(0, 63)
    return st.just(FOUR_LEVELS) | st.lists(level, min_size=1, max_size=_MOST_LEVELS).map(
        lambda drawn: _profile(tuple(drawn))
    )


@cache
def _level(number: int, drawn: int) -> Level:
    above = ((), (drawn >> 4,), (drawn >> 5, drawn >> 4), (drawn >> 4, 0))[drawn >> 2 & 3] if number else ()
    parents = tuple(dict.fromkeys(f"L{back % number}" for back in above))
    return Level(code=f"L{number}", label=_WORDS[drawn & 3], parents=parents)


def _profile(drawn: tuple[int, ...]) -> LevelProfile:
    return LevelProfile(id="profile", levels=tuple(_level(number, one) for number, one in enumerate(drawn)))


class _Known:
    """What is on record while a place is read, as far as it can be named."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.units: list[str] = []
        self.both: list[str] = []
        self.posts: list[str] = []
        self.people: list[str] = []
        self.lists: list[str] = []


def _named(prefix: str, number: int, digits: _Digits) -> str:
    return f"{prefix}{number}{digits.of(_TAILS)}"


def _forest(drawn: Sequence[bytes], profile: LevelProfile) -> list[Unit]:
    wishes = (*(level.code for level in profile.levels), None)
    placed: list[Unit] = []
    for number, pair in enumerate(drawn):
        digits = _Digits(pair)
        level: str | None = wishes[digits.below(8) % len(wishes)]
        back = digits.below(16)
        allowed = () if level is None else profile[level].parents
        parent = None
        if level is None or allowed:
            above = [unit.id for unit in placed if level is None or unit.level in allowed]
            # a unit that finds no parent becomes an organisation without a level
            level, parent = (level, above[back % len(above)]) if above else (None, None)
        kind, name, made_up = digits.of(_KINDS), digits.of(_NAMES), digits.of(_FLAGS)
        start, end = digits.of(_SPANS)
        placed.append(
            Unit(
                id=_named("U", number, digits),
                kind=kind,
                level=level,
                parent=parent,
                name=name,
                made_up=made_up,
                start=start,
                end=end,
            )
        )
    return placed


def _claim(digits: _Digits) -> Recorded:
    start, end = digits.of(_SPANS)
    table, kind = digits.of(tuple(TABLES)), digits.of(_SECTIONS)
    return Recorded(table=table, kind=kind[0] if kind else None, start=start, end=end)


def _body(number: int, digits: _Digits, known: _Known) -> Body:
    kind, host, functions = digits.of(_BODIES), digits.among(known.units), digits.of(_FUNCTIONS)
    name, made_up = digits.of(_NAMES), digits.of(_FLAGS)
    start, end = digits.of(_SPANS)
    return Body(
        id=_named("M", number, digits),
        kind=kind,
        host=host,
        functions=functions,
        name=name,
        made_up=made_up,
        start=start,
        end=end,
    )


def _post(number: int, digits: _Digits, known: _Known) -> Post:
    kind, unit, name = digits.of(_SEATS), digits.among(known.both), digits.of(_NAMES)
    start, end = digits.of(_SPANS)
    return Post(id=_named("P", number, digits), kind=kind, unit=unit, name=name, start=start, end=end)


def _person(number: int, digits: _Digits, _known: _Known) -> Person:
    category = digits.of(_CATEGORIES)
    start, end = digits.of(_SPANS)
    return Person(id=_named("X", number, digits), category=category, start=start, end=end)


def _holding(number: int, digits: _Digits, known: _Known) -> Holding | None:
    if not (known.posts and known.people):
        return None
    post, person, route = digits.among(known.posts), digits.among(known.people), digits.of(_ROUTES)
    full_time, concurrent = digits.of((None, False, True, None)), digits.sometimes(known.posts)
    start, end = digits.of(_SPANS)
    return Holding(
        id=_named("H", number, digits),
        post=post,
        person=person,
        route=route,
        full_time=full_time,
        concurrent=concurrent,
        start=start,
        end=end,
    )


def _list(number: int, digits: _Digits, known: _Known) -> DutyList:
    kind, owner, version = digits.of(_LISTS), digits.among(known.units), digits.of(("1", "2"))
    start, end = digits.of(_SPANS)
    return DutyList(id=_named("L", number, digits), kind=kind, owner=owner, version=version, start=start, end=end)


def _entry(number: int, digits: _Digits, known: _Known) -> DutyItem | None:
    if not known.lists:
        return None
    cells: dict[str, Any] = {
        "list": digits.among(known.lists, 8),
        "category": digits.of(_DUTIES),
        "function": digits.sometimes(_DUTIES),
        "role": digits.of((None, "responsible", "assisting", None)),
        "level": digits.of((None, "county", "township", "community")),
        "post": digits.sometimes(known.posts),
        "department": digits.sometimes(known.units),
        "power": digits.of((None, None, None, *Power)),
    }
    cells["start"], cells["end"] = digits.of(_SPANS)
    name = digits.of(_NAMES)
    return DutyItem(
        id=_named("I", number, digits),
        name=name,
        scope=digits.of(_NAMES),
        method=digits.of(_NAMES)[:1].strip(),
        matter=digits.of((None, "Ma", "M街道", "M._:-")),
        object=digits.sometimes(_DUTIES),
        **cells,
    )


def _document(number: int, digits: _Digits, known: _Known) -> Document:
    kind = digits.of(("implementation_plan", "joint_building_agreement"))
    parties, sections, name = digits.some(known.both), digits.of(_SECTIONS), digits.of(_NAMES)
    start, end = digits.of(_SPANS)
    return Document(
        id=_named("D", number, digits), kind=kind, parties=parties, sections=sections, name=name, start=start, end=end
    )


def _event(number: int, digits: _Digits, known: _Known) -> Event:
    kind, subject, day = digits.of(_MEETINGS), digits.among(known.both), digits.of(_DAYS)
    attended, referring = digits.of(_FLAGS), digits.of(_FLAGS)
    return Event(
        id=_named("E", number, digits),
        kind=kind,
        subject=subject,
        date=day,
        attendance=digits.some(known.both) if attended else None,
        refers=digits.some(known.both) if referring else None,
        agenda=digits.of(_AGENDAS),
        made_up=digits.of(_FLAGS),
    )


def _side(number: int, digits: _Digits, known: _Known) -> Posting:
    key = f"t{number}"
    account, amount = digits.among(known.units), digits.of(_HELD)
    resource, day = digits.of(_filled("staff", "fen_a_year", "power:consent")), digits.of(_DAYS)
    return Posting(
        id=_named("K", number, digits), account=account, resource=resource, amount=amount, date=day, transfer=key
    )


def _fact(number: int, digits: _Digits, known: _Known) -> Fact:
    about, amount, basis = digits.among(known.units), digits.of(_AMOUNTS), digits.of(_BASES)
    unit = digits.of(("residents", "households"))
    start, end = digits.of(_SPANS)
    return Fact(
        id=_named("F", number, digits), about=about, amount=amount, unit=unit, basis=basis, start=start, end=end
    )


_READ: Final[Mapping[str, Callable[[int, _Digits, _Known], Row | None]]] = {
    "bodies": _body,
    "posts": _post,
    "people": _person,
    "holdings": _holding,
    "lists": _list,
    "entries": _entry,
    "documents": _document,
    "events": _event,
    "ledger": _side,
    "facts": _fact,
}


def _homes(drawn: Sequence[tuple[bytes, Sequence[bytes]]], known: _Known) -> tuple[list[Neighbourhood], list[Grid]]:
    """Read neighbourhoods, each with the grids that divide it, or with none."""
    homes: list[Neighbourhood] = []
    grids: list[Grid] = []
    for number, (pair, built) in enumerate(drawn):
        digits = _Digits(pair)
        community, divided = digits.among(known.units), digits.of(_FLAGS)
        home = _named("N", number, digits)
        buildings: list[Building] = []
        edges: list[tuple[str, str]] = []
        held: dict[int, list[str]] = {}
        for place, one in enumerate(built):
            building, beside, grid = _building(place, _Digits(one))
            edges += [(building.id, buildings[back % place].id) for back in beside if place]
            buildings.append(building)
            held.setdefault(grid, []).append(building.id)
        homes.append(Neighbourhood(id=home, community=community, buildings=buildings, edges=edges))
        if divided:
            grids += [
                Grid(id=f"G{grid}.{number}", neighbourhood=home, members=members) for grid, members in held.items()
            ]
    return homes, grids


def _building(number: int, digits: _Digits) -> tuple[Building, Sequence[int], int]:
    """Read a building, the earlier ones that it stands beside, and the number of its grid."""
    households = digits.of(_HOUSEHOLDS)
    grid, beside = digits.below(4), digits.of(((), (0,), (1,), (2, 0)))
    at = digits.of(_PLACES_ON_MAP)
    building = Building(
        id=f"B{number + _MOST_BUILDINGS * digits.below(16)}",
        households=households,
        residents=digits.of((None, 0, 1, 7, 60, 299, 999, 1_000)),
        compound=digits.of((None, "K1", "K2", "K3")),
        x=None if at is None else at[0] + 1_000 * digits.below(8),
        y=None if at is None else at[1],
        floors=digits.of((None, 1, 6, 33)),
        outline=digits.of(_OUTLINES),
        entrances=digits.of(_ENTRANCES),
    )
    return building, beside, grid


_OUTLINES: Final = ((), (), ((0, 0), (12_000, 0), (12_000, 9_000), (0, 9_000)), ((-1, -1), (5, 0), (0, 7)))
_ENTRANCES: Final = _filled((), ("E1",), ("1", "2", "3"), ("2单元", "1单元"), ("a._:-",))
_HOUSEHOLDS: Final = (0, 1, 2, 3, 12, 24, 60, 72, 99, 100, 150, 200, 299, 300, 301, 350)


def _tie(number: int, digits: _Digits, every: Sequence[str], bodies: Mapping[str, Body], both: Sequence[str]) -> Tie:
    """Read a tie that does not lead; it ends with its body."""
    kind, source = digits.of(_TIES), digits.among(every, 64)
    target = digits.among(every, 64) if digits.of(_FLAGS) else digits.among(both, 64)
    share, route = digits.of(_SHARES), digits.of(_INVITED)
    start, end = digits.of(_SPANS)
    last = bodies[target].end if target in bodies else None
    if last is not None:
        end = last if end is None else min(end, last)
        start = None if start is None or start >= end else start
    return Tie(
        id=_named("T", number, digits),
        kind=kind,
        source=source,
        target=target,
        share=share,
        route=route,
        start=start,
        end=end,
    )


def _led(drawn: Sequence[bytes], units: Sequence[str]) -> list[Tie]:
    """Let earlier units lead later ones, one at a time."""
    ties: dict[str, list[Tie]] = {}
    for pair in drawn if len(units) > 1 else ():
        digits = _Digits(pair)
        led = 1 + digits.below(16) % (len(units) - 1)
        first, second = (units[digits.below(16) % led] for _ in range(2))
        change = digits.of(_DAYS) if digits.of(_FLAGS) else None
        times = [(first, None, change)] if change is None else [(first, None, change), (second, change, None)]
        ties.setdefault(
            units[led],
            [
                Tie(
                    id=f"T{number}.leads.{units[led]}",
                    kind="leads",
                    source=leader,
                    target=units[led],
                    start=start,
                    end=end,
                )
                for number, (leader, start, end) in enumerate(times)
            ],
        )
    return list(chain.from_iterable(ties.values()))


def _waiver(number: int, digits: _Digits, every: Sequence[str]) -> Waiver:
    code, subject = digits.of(("XX101", "XX102")), digits.among(every, 64)
    reason = f"because {digits.of(_NAMES)}"
    start, end = digits.of(_SPANS)
    return Waiver(id=_named("W", number, digits), code=code, subject=subject, reason=reason, start=start, end=end)


def _process(number: int, drawn: tuple[bytes, Sequence[bytes]], every: Sequence[str], actors: Sequence[str]) -> Process:
    digits = _Digits(drawn[0])
    kind, subject, owner = digits.of(("case", "admission")), digits.among(every, 64), digits.sometimes(actors)
    start, end = digits.of(_SPANS)
    return Process(
        id=_named("C", number, digits),
        kind=kind,
        subject=subject,
        acts=tuple(_act(_Digits(one), actors) for one in drawn[1]),
        owner=owner,
        start=start,
        end=end,
    )


def _act(digits: _Digits, actors: Sequence[str]) -> Act:
    return Act(
        kind=digits.of(_filled("accept", "resolve", "close")),
        on=digits.of(_DAYS),
        by=digits.sometimes(actors),
        role=digits.of((None, None, "r0", "r1")),
        to=digits.sometimes(actors),
        facts=digits.of(_KNOWN),
    )


def read(sketch: Drawn, profile: LevelProfile) -> Jurisdiction:
    """Read a place off the bytes of a sketch.

    Args:
        sketch: What ``sketches`` drew.
        profile: Its levels.
    """
    head, drawn_units, claims, *tables, homes, ties, leading, waivers, processes = sketch
    digits = _Digits(head)
    cells: dict[str, Any] = {
        "world": digits.of(_WORLDS),
        "name": digits.of(_NAMES),
        "id": f"{digits.of(('a', 'x1', '鸡西', 'b._:-'))}{digits.of(_TAILS)}",
        "profile": profile,
        "recorded": tuple(_claim(_Digits(pair)) for pair in claims),
    }
    units = _forest(drawn_units, profile)
    if not units:
        return Jurisdiction(**cells)
    rows: dict[str, list[Any]] = {"units": units}
    known = _Known()
    known.units = known.both = [unit.id for unit in units]
    for (table, one), drawn in zip(_READ.items(), tables, strict=True):
        found = [one(number, _Digits(pair), known) for number, pair in enumerate(drawn)]
        rows[table] = kept = [row for row in found if row is not None]
        if table == "bodies":
            known.both = [*known.units, *(row.id for row in kept)]
        elif table in {"posts", "people", "lists"}:
            setattr(known, table, [row.id for row in kept])
    rows["ledger"] += [_back(side) for side in rows["ledger"]]
    rows["neighbourhoods"], rows["grids"] = _homes(homes, known)
    every = [row.id for table in TABLES for row in rows.get(table, ())]
    bodies = {body.id: body for body in rows["bodies"]}
    rows["ties"] = [_tie(number, _Digits(pair), every, bodies, known.both) for number, pair in enumerate(ties)]
    rows["ties"] += _led(leading, known.units)
    every = [row.id for table in TABLES for row in rows.get(table, ())]
    actors = [*known.both, *known.posts, *known.people]
    rows["waivers"] = [_waiver(number, _Digits(pair), every) for number, pair in enumerate(waivers)]
    rows["processes"] = [_process(number, drawn, every, actors) for number, drawn in enumerate(processes)]
    cells |= {table: Table(held) for table, held in rows.items() if held}
    return Jurisdiction(**cells)


def _back(side: Posting) -> Posting:
    """Give the other side of a transfer."""
    return Posting(
        id=f"{side.id}:back",
        account="outside",
        resource=side.resource,
        amount=-side.amount,
        date=side.date,
        transfer=side.transfer,
    )
