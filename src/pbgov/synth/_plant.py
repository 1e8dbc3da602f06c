"""Faults of known counts, planted in a world as columns: each where no other can hide it or follow from it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain, count, islice, zip_longest
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from pbgov.base import Generator, both
from pbgov.errors import InvalidValueError, StructureError
from pbgov.synth._world import Columns, is_table

Found: TypeAlias = Iterator[tuple[str, str]]


@attrs.frozen
class Planted:
    """The one thing that was damaged, and the finding it should bring.

    Attributes:
        code: The code of that finding.
        subject: Its subject.
        what: What was done, in words.
        at: For a document: the pointer of the finding in the document as given.
    """

    code: str
    subject: str
    what: str
    at: str | None = None


def plant(
    columns: Mapping[str, Any], faults: Mapping[str, int], rng: int | random.Random = 0
) -> tuple[Columns, tuple[Planted, ...]]:
    """Plant structural faults in a sound world, each in a place of its own.

    Each brings exactly one finding, with the code and the subject of its record, and no other finding appears.
    Columns that nothing was planted in are shared with the world as it was.

    Args:
        columns: A sound world as ``city`` and ``nation`` make it, without an identifier that begins with ``Z``.
        faults: How many faults of each structural code, ``"PBS01"`` to ``"PBS12"``.
        rng: A seed, or a ``random.Random``.

    Returns:
        The damaged world, and what was planted, by code and subject.

    Raises:
        InvalidValueError: There is no such code, or a number is none.
        StructureError: The world has too few places for that many faults.

    Examples:
        >>> from pbgov.synth import city
        >>> damaged, planted = plant(city(entities=900), {"PBS05": 2, "PBS07": 1})
        >>> [fault.code for fault in planted]
        ['PBS05', 'PBS05', 'PBS07']
    """
    for code, wanted in faults.items():
        if code not in _DAMAGES:
            raise InvalidValueError(both("synth.plant.code", code=code, known=", ".join(sorted(_DAMAGES))), code)
        if type(wanted) is not int or wanted < 0:
            raise InvalidValueError(both("count.negative", name=code, value=repr(wanted)), code, wanted)
    sheet = _Sheet(columns, Generator(rng))
    planted: list[Planted] = []
    for code, damage in _DAMAGES.items():
        wanted = faults.get(code, 0)
        found = [Planted(code, subject, what) for subject, what in islice(damage(sheet), wanted)]
        if len(found) < wanted:
            raise StructureError(both("synth.plant.few", code=code, n=len(found), wanted=wanted), code, len(found))
        planted += found
    return sheet.columns, tuple(sorted(planted, key=lambda fault: (fault.code, fault.subject)))


class _Sheet:
    """A world while it is being damaged.

    Attributes:
        columns: The world; tables and columns are copied before they are changed.
        leaves: The rows of units of the lowest level.
        place_of: The row of each unit.
    """

    def __init__(self, columns: Mapping[str, Any], chance: Generator) -> None:
        """Damage nothing yet."""
        self.columns: Columns = {name: dict(table) if is_table(table) else table for name, table in columns.items()}
        self._chance = chance
        self._copied: set[tuple[str, str]] = set()
        self._used: set[str] = set()
        units = self.columns["units"]
        levels = columns["profile"]["levels"]
        self.parents_of = {level["code"]: level["parents"] for level in levels}
        lowest = levels[-1]["code"]
        self.leaves = [place for place, level in enumerate(units["level"]) if level == lowest]
        self.place_of = {key: place for place, key in enumerate(units["id"])}

    def read(self, table: str, column: str) -> list[Any]:
        """Give a column to read; one that is left out is made of its default."""
        rows = self.columns[table]
        if column not in rows:
            rows[column] = [None] * len(rows["id"])
            self._copied.add((table, column))
        cells: list[Any] = rows[column]
        return cells

    def set(self, table: str, column: str, place: int, cell: object) -> None:
        """Change a cell."""
        self._own(table, column)[place] = cell

    def add(self, table: str, **cells: object) -> None:
        """Add a made-up row."""
        rows = self.columns.setdefault(table, {name: [] for name in (*cells, "made_up")})
        row = {**dict.fromkeys(rows), **cells, "made_up": True}
        for column, cell in [(self._own(table, name), cell) for name, cell in row.items()]:  # all, then longer
            column.append(cell)
        self._used.add(str(cells["id"]))

    def claim(self, *keys: str) -> bool:
        """Take rows for one fault alone; false, and nothing taken, where a fault has taken one of them before."""
        if self._used.isdisjoint(keys):
            self._used.update(keys)
            return True
        return False

    def shuffled(self, places: Iterable[int]) -> Iterator[int]:
        """Give places in an order of chance, as far as they are asked for (Fisher-Yates)."""
        left = list(places)
        while left:
            other = self._chance.below(len(left))
            left[other], left[-1] = left[-1], left[other]
            yield left.pop()

    def parent(self, unit: str) -> str:
        """Give the parent of a unit, or nothing where there is none on record."""
        place = self.place_of.get(unit)
        return "" if place is None else self.read("units", "parent")[place] or ""

    def put(self, unit: str, column: str, cell: object) -> None:
        """Change a cell of a unit."""
        self.set("units", column, self.place_of[unit], cell)

    def leads(self) -> dict[str, list[int]]:
        """Give the rows of the ties that lead each unit."""
        ties: defaultdict[str, list[int]] = defaultdict(list)
        kinds, targets = self.read("ties", "kind"), self.read("ties", "target")
        for place in [place for place, kind in enumerate(kinds) if kind == "leads"]:
            ties[targets[place]].append(place)
        return ties

    def always(self, places: list[int]) -> bool:
        """Tell whether there is one tie, and it neither begins nor ends."""
        cells = (self.read("ties", column)[places[0]] for column in ("start", "end", "ended"))
        return len(places) == 1 and not any(cells)

    def _own(self, table: str, column: str) -> list[Any]:
        """Give a column to change: a copy of the one in the world as it was."""
        cells = self.read(table, column)
        if (table, column) not in self._copied:
            self._copied.add((table, column))
            cells = self.columns[table][column] = list(cells)
        return cells


def _outlives(sheet: _Sheet) -> Found:
    bodies = sheet.columns["bodies"]
    last = {key: end for key, end in zip(bodies["id"], sheet.read("bodies", "end"), strict=True) if end is not None}
    ids, targets = sheet.read("ties", "id"), sheet.read("ties", "target")
    for place in sheet.shuffled(place for place, target in enumerate(targets) if target in last):
        if sheet.claim(ids[place]):
            later = _day_after(last[targets[place]]) if place % 2 else None
            sheet.set("ties", "end", place, later)
            yield ids[place], "outlives its body"


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _leaders_turn(sheet: _Sheet) -> Found:
    ids, sources = sheet.read("ties", "id"), sheet.read("ties", "source")
    single = {led: places[0] for led, places in sheet.leads().items() if sheet.always(places)}
    units = sheet.columns["units"]["id"]
    size = 0
    for place in sheet.shuffled(place for place in sheet.leaves if units[place] in single):
        ring = [units[place]]
        while len(ring) <= size and sources[single[ring[-1]]] in single:
            ring.append(sources[single[ring[-1]]])
        for circle in (ring, ring[:1]):
            if sheet.claim(*circle, *(ids[single[unit]] for unit in circle)):
                sheet.set("ties", "source", single[circle[-1]], circle[0])
                yield min(circle), f"a circle of {len(circle)} leaders"
                size = (size + 1) % 3
                break


def _parents_turn(sheet: _Sheet) -> Found:
    units = sheet.columns["units"]["id"]
    size = 0
    for place in sheet.shuffled(sheet.leaves):
        ring = [units[place]]
        while len(ring) <= size and sheet.parent(ring[-1]) in sheet.place_of:
            ring.append(sheet.parent(ring[-1]))
        for circle in (ring, ring[:1]):
            if sheet.claim(*circle):
                sheet.put(circle[-1], "parent", circle[0])
                yield min(circle), f"a circle of {len(circle)} parents"
                size = (size + 1) % 3
                break


def _two_leaders(sheet: _Sheet) -> Found:
    ids, sources, starts = (sheet.read("ties", column) for column in ("id", "source", "start"))
    leads = sheet.leads()
    units = sheet.columns["units"]["id"]
    led = [place for place in sheet.leaves if units[place] in leads]
    changed = sheet.shuffled(place for place in led if len(leads[units[place]]) > 1)
    kept = sheet.shuffled(place for place in led if len(leads[units[place]]) == 1)
    before = ""
    number = 0
    for place in chain.from_iterable(zip_longest(changed, kept)):
        if place is None:  # one of the two orders is shorter
            continue
        unit, ties = units[place], leads[units[place]]
        leader = sources[ties[0]]
        if len(ties) > 1:
            first, second = sorted(ties, key=lambda tie: starts[tie] or "")[:2]
            handed_over = sheet.read("ties", "end")[first]
            unclear = any(sheet.read("ties", "ended")[tie] for tie in ties)
            if handed_over and not unclear and sheet.claim(unit, ids[first], ids[second]):
                sheet.set("ties", "end", first, _day_after(handed_over))
                yield unit, "two leaders for a day"
        elif sheet.always(ties) and before not in {"", leader} and sheet.claim(unit, ids[ties[0]]):
            number += 1
            sheet.add("ties", id=f"ZT{number}", kind="leads", source=before, target=unit)
            yield unit, "two leaders at all times"
        before = leader


def _dangling(sheet: _Sheet) -> Found:
    cells = (
        ("units", "parent"),
        ("bodies", "host"),
        ("posts", "unit"),
        ("holdings", "post"),
        ("holdings", "person"),
        ("ties", "source"),
        ("ties", "target"),
    )
    members = [place for place, kind in enumerate(sheet.read("ties", "kind")) if kind.endswith("member")]
    orders = {
        table: sheet.shuffled(
            {"units": sheet.leaves, "ties": members}.get(table, range(len(sheet.columns[table]["id"])))
        )
        for table, _ in cells
    }
    for number in count():
        table, column = cells[number % len(cells)]
        for place in orders[table]:
            key = sheet.columns[table]["id"][place]
            if sheet.claim(key):
                sheet.set(table, column, place, f"Znowhere{number}")
                yield key, f"{column} names what does not exist"
                break
        else:
            return


def _wrong_level(sheet: _Sheet) -> Found:
    units, levels = sheet.columns["units"]["id"], sheet.read("units", "level")
    for place in sheet.shuffled(sheet.leaves):
        above = sheet.parent(sheet.parent(units[place]))
        wrong = above in sheet.place_of and levels[sheet.place_of[above]] not in sheet.parents_of[levels[place]]
        if wrong and sheet.claim(units[place]):
            sheet.put(units[place], "parent", above)
            yield units[place], "under a unit of the wrong level"


def _unknown_level(sheet: _Sheet) -> Found:
    yield from _changed(sheet, "level", "Zlevel", "of a level the profile does not have")


def _orphan(sheet: _Sheet) -> Found:
    yield from _changed(sheet, "parent", None, "without its parent")


def _changed(sheet: _Sheet, column: str, cell: object, what: str) -> Found:
    """Put something into a column of units of the lowest level."""
    units = sheet.columns["units"]["id"]
    for place in sheet.shuffled(sheet.leaves):
        if sheet.claim(units[place]):
            sheet.put(units[place], column, cell)
            yield units[place], what


def _homes(sheet: _Sheet, prefix: str) -> Iterator[tuple[int, str]]:
    """Give communities neighbourhoods of one building."""
    units = sheet.columns["units"]["id"]
    for number, place in enumerate(sheet.shuffled(sheet.leaves)):
        home = f"{prefix}{number}"
        buildings = [{"id": "B1", "households": 1}]
        sheet.add("neighbourhoods", id=home, community=units[place], buildings=buildings)
        yield number, home


def _foreign_building(sheet: _Sheet) -> Found:
    for number, home in _homes(sheet, "ZN"):
        sheet.add("grids", id=f"ZG{number}", neighbourhood=home, members=["B1", "Znowhere"])
        yield f"ZG{number}", "holds a building of nowhere"


def _two_grids(sheet: _Sheet) -> Found:
    for number, home in _homes(sheet, "ZM"):
        for grid in (f"ZH{number}a", f"ZH{number}b"):
            sheet.add("grids", id=grid, neighbourhood=home, members=["B1"])
        yield f"ZH{number}b", "holds a building of another grid"


def _shared_id(sheet: _Sheet) -> Found:
    tables = ("units", "bodies", "posts", "holdings", "ties")
    orders = [(table, sheet.shuffled(range(len(sheet.columns[table]["id"])))) for table in tables]
    for number in count():
        table, order = orders[number % len(orders)]
        for place in order:
            key = sheet.columns[table]["id"][place]
            if sheet.claim(key):
                sheet.add("people", id=key, category="resident")
                yield key, f"people holds the identifier of {table}"
                break
        else:
            return


def _unbalanced(sheet: _Sheet) -> Found:
    accounts = sheet.columns["units"]["id"]
    sheet.columns["recorded"] = [*sheet.columns.get("recorded", ()), {"table": "ledger"}]
    for number, place in enumerate(sheet.shuffled(sheet.leaves)):
        sheet.add(
            "ledger",
            id=f"ZL{number}",
            account=accounts[place],
            resource="staff",
            amount=1 + number % 9,
            date="2018-07-01",
            transfer=f"Z{number}",
        )
        yield f"ZL{number}", "one side of a transfer"


# those that need several rows at once come first, while these are free
_DAMAGES: Final[Mapping[str, Callable[[_Sheet], Found]]] = MappingProxyType(
    {
        "PBS08": _outlives,
        "PBS03": _leaders_turn,
        "PBS02": _parents_turn,
        "PBS04": _two_leaders,
        "PBS01": _dangling,
        "PBS05": _wrong_level,
        "PBS06": _unknown_level,
        "PBS07": _orphan,
        "PBS09": _foreign_building,
        "PBS10": _two_grids,
        "PBS11": _shared_id,
        "PBS12": _unbalanced,
    }
)
