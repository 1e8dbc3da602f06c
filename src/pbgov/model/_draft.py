"""A change in the making: rows that will differ, references that follow, and what finds no successor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeAlias, cast

import attrs

from pbgov.base import Argument, Finding, Lang, Period, Row, both, several
from pbgov.errors import IllegalEventError, StructureError, UnknownIdError
from pbgov.model._edits import Edit, Lost, Moved, Step
from pbgov.model._jurisdiction import REFERENCES, TABLES, Jurisdiction
from pbgov.model._lineage import FORMERLY, LINEAGE, SUCCEEDS
from pbgov.model._records import Event, Posting
from pbgov.org import Tie

Heir: TypeAlias = "Callable[[str, Row], str | None]"  # who takes the place of a thing in a row of a table

NO_SUCCESSOR: Final = "PBC01"
INSIDE: Final = "PBC03"

_LONGEST: Final = 100  # characters of an identifier to which a number is added
_ORDER: Final = {name: place for place, name in enumerate(TABLES)}
_OF_THE_PAST: Final = frozenset({("processes", "actors"), ("events", "refers")})  # who acted, what was meant
_FOLLOWING: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    table: {column: targets for column, targets in columns.items() if (table, column) not in _OF_THE_PAST}
    for table, columns in REFERENCES.items()
}
_NAMING: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    target: tuple(
        (table, column) for table, columns in _FOLLOWING.items() for column, into in columns.items() if target in into
    )
    for target in TABLES
}
_KEPT: Final = frozenset({("units", "parent"), ("events", "subject"), ("events", "attendance")})  # named all the same
_LEFT_OUT: Final = frozenset(
    {
        ("holdings", "concurrent"),
        ("entries", "post"),
        ("entries", "department"),
        ("documents", "parties"),
        ("processes", "owner"),
    }
)  # the row goes on without


class Draft:
    """What will differ in a place from a day on; nothing is done before ``step``."""

    def __init__(self, place: Jurisdiction, on: date) -> None:
        """Change nothing yet."""
        self.place = place
        self.on = on
        self.moved: list[Moved] = []
        self.lost: list[Finding] = []
        self._rows: dict[tuple[str, str], Row | None] = {}
        self._now: dict[str, str] = {}  # ties that go on under another identifier
        self._leads: set[str] = set()

    # what is on record, and what will be

    def get(self, table: str, key: str) -> Any:  # noqa: ANN401 - a row of that table
        """Give a row as it will be; ``None`` when there is none."""
        if (table, key) in self._rows:
            return self._rows[table, key]
        return self.place.table(table).get(key)

    def standing(self, key: str, *tables: str) -> tuple[str, Any]:
        """Give a row in force on the day, and its table.

        Raises:
            UnknownIdError: None of these tables has it.
            IllegalEventError: It is not in force on that day.
        """
        for table in tables:
            row = self.get(table, key)
            if row is not None:
                if not row.in_force(self.on):
                    raise IllegalEventError(both("change.not_in_force", id=key, on=self.on, span=row.period), key)
                return table, row
        raise UnknownIdError(both("change.unknown", id=repr(key), tables=", ".join(tables)), key)

    def ending(self, key: str, *tables: str) -> tuple[str, Any]:
        """Give a row that is in force on the day and was so the day before, so that it can end.

        Raises:
            UnknownIdError: None of these tables has it.
            IllegalEventError: It is not in force, or begins on that very day.
        """
        table, row = self.standing(key, *tables)
        if row.start == self.on:
            raise IllegalEventError(both("change.same_day", id=key, on=self.on), key)
        return table, row

    def naming(self, table: str, column: str, key: str) -> Iterator[Any]:
        """Yield the rows whose column will name an identifier."""
        for row in self.place.table(table).naming(column, key):
            if (table, row.id) not in self._rows:
                yield row
        for (at, _), changed in self._rows.items():
            if at == table and changed is not None and key in several(getattr(changed, column)):
                yield changed

    def referring(self, key: str, home: str = "units") -> set[str]:
        """Name the rows that will name a row of a table."""
        return {
            row.id
            for table, columns in REFERENCES.items()
            for column, targets in columns.items()
            if home in targets
            for row in self.naming(table, column, key)
        }

    def fresh(self, wished: str) -> str:
        """Give an identifier that no row has."""
        name, number = wished[:_LONGEST], 1
        taken = name
        while any(self.get(table, taken) is not None for table in TABLES):
            number += 1
            taken = f"{name}.{number}"
        return taken

    def need_fresh(self, key: str) -> None:
        """Refuse an identifier that some row has.

        Raises:
            IllegalEventError: One has it.
        """
        for table in TABLES:
            if self.get(table, key) is not None:
                raise IllegalEventError(both("change.taken", id=key, table=table), key)

    def need_known(self, table: str, row: Row) -> None:
        """Refuse a row that names what is not on record.

        Raises:
            UnknownIdError: It does.
        """
        for column, targets in REFERENCES.get(table, {}).items():
            for name in several(getattr(row, column)):
                if all(self.get(target, name) is None for target in targets):
                    message = both("change.names", table=table, id=row.id, column=column, value=name)
                    raise UnknownIdError(message, name, row.id)

    def need_level(self, key: str, level: str | None, parent: str | None) -> None:
        """Refuse a unit where its level may not stand.

        Raises:
            StructureError: The profile has no such level, or it may not stand under that parent.
        """
        profile = self.place.profile
        if level is None or not profile.levels:
            return
        if level not in profile:
            raise StructureError(both("change.level", id=key, level=level, profile=profile.id), key)
        wanted = profile[level].parents
        above = None if parent is None else self.get("units", parent).level
        if (parent is None and wanted) or (parent is not None and above not in wanted):
            message = both(
                "change.misplaced", id=key, level=level, parent=parent or "-", wanted=", ".join(wanted) or "-"
            )
            raise StructureError(message, key, parent)

    def need_apart(self, key: str, above: str) -> None:
        """Refuse to put a unit or body under itself, or under what stands under it.

        Raises:
            StructureError: It would stand so.
        """
        way = [key]
        here: str | None = above
        while here is not None and here not in way[1:]:
            way.append(here)
            if here == key:
                raise StructureError(both("change.circle", id=key, ring=" → ".join(way)), key, above)
            unit, body = self.get("units", here), self.get("bodies", here)
            here = unit.parent if unit is not None else body.host if body is not None else None

    # what will be done

    def put(self, table: str, row: Row) -> None:
        """Let a row begin, or stand in the place of the one with its identifier."""
        self._rows[table, row.id] = row
        if isinstance(row, Tie) and row.kind == "leads":
            self._leads.add(row.id)

    def remove(self, table: str, key: str) -> None:
        """Take a row away as if it had never been."""
        self._rows[table, key] = None

    def end(self, table: str, row: Row) -> None:
        """Let a row end on the day; one that would begin on it or later never comes to be in force."""
        if row.start is None or row.start < self.on:
            self._rows[table, row.id] = attrs.evolve(row, end=self.on)
        elif table == "ties":  # nothing may tie to a body beyond its end
            self.remove(table, row.id)
        else:
            self._rows[table, row.id] = attrs.evolve(row, end=None, ended=True)

    def turn(self, table: str, row: Row, **cells: Any) -> Row:  # noqa: ANN401 - cells of any column
        """Let a row say something else from the day on, and keep on record what it said before.

        A tie ends and goes on under a new identifier. Anything else keeps its identifier, and what it was before stands
        under another one, to which it is tied as what it was formerly. A process is one row for all its days.

        Raises:
            IllegalEventError: The record already tells what the row was on a later day.
        """
        begun = row.start is None or row.start < self.on
        if table == "ties" and begun:
            self.end(table, row)
            after = attrs.evolve(row, id=self.fresh(f"{row.id}@{self.on}"), start=self.on, **cells)
            self._now[row.id] = after.id
            self.put(table, after)
            return after
        if not begun or table in {"processes", "events", "ledger"}:
            after = attrs.evolve(row, **cells)
        else:
            past = attrs.evolve(row, id=self.fresh(f"{row.id}@{self.on}"), end=self.on)
            self._rows[table, past.id] = past
            tie = Tie(id=self.fresh(f"{past.id}:{FORMERLY}"), kind=FORMERLY, source=row.id, target=past.id, end=self.on)
            self.put("ties", attrs.evolve(tie, start=row.start))
            after = attrs.evolve(row, start=self.on, **cells)
        self.put(table, after)
        return after

    def follow(self, heirs: Mapping[str, Heir]) -> None:
        """Let all that names these things from the day on name their heirs.

        What finds no heir ends, goes on without, or names the thing all the same, as its column allows, and is told as
        lost. What names a row that ends so, or a tie that goes on under another identifier, follows in turn.

        Raises:
            IllegalEventError: What would follow was changed on a later day already.
        """
        todo = dict(heirs)
        while todo:
            wave, todo = todo, dict[str, Heir]()
            reached: dict[tuple[int, str], str] = {}
            for key in wave:
                home = next(table for table in TABLES if key in self.place.table(table))
                for table, column in _NAMING[home]:
                    for row in self.place.table(table).naming(column, key):
                        reached[_ORDER[table], row.id] = table
            for (_, key), table in sorted(reached.items()):
                if key not in heirs:
                    todo.update(self._follow(table, key, wave))

    def _follow(self, table: str, key: str, wave: Mapping[str, Heir]) -> dict[str, Heir]:
        """Let one row follow; give what names it an heir where it ends or goes on under another identifier."""
        row = self.get(table, self._now.get(key, key))
        if row is None or self.is_past(row) or (isinstance(row, Tie) and row.kind in LINEAGE):
            return {}
        cells: dict[str, Any] = {}
        ends = False
        for column in _FOLLOWING[table]:
            heirs = {name: wave[name](table, row) for name in several(getattr(row, column)) if name in wave}
            if heirs:
                cells[column] = _cell(getattr(row, column), heirs, keep=(table, column) in _KEPT)
            for name, heir in heirs.items():
                if heir is None:
                    ends = ends or (table, column) not in _KEPT | _LEFT_OUT
                    self.lost.append(self.finding(NO_SUCCESSOR, table, key, column, gone=name))
                elif heir != name:
                    self.moved.append(Moved(table, key, column, name, heir))
        if ends or (isinstance(row, Tie) and self._falls_inside(row, cells, key)):
            self._need_latest(row)
            self.moved = [one for one in self.moved if (one.table, one.id) != (table, key)]
            self.end(table, row)
            return {key: nobody}
        if all(getattr(row, column) == cell for column, cell in cells.items()):
            return {}
        self._need_latest(row)
        after = self.turn(table, row, **cells)
        return {} if after.id == row.id else {key: always(after.id)}

    def _falls_inside(self, tie: Tie, cells: Mapping[str, object], key: str) -> bool:
        """Tell whether a tie between two things would tie one to itself, and say that it is lost."""
        ends = cells.get("source", tie.source), cells.get("target", tie.target)
        inside = tie.source != tie.target and ends[0] == ends[1]
        if inside:
            self.lost.append(self.finding(INSIDE, "ties", key, "target", kind=tie.kind, unit=str(ends[0])))
        return inside

    def is_past(self, row: Row) -> bool:
        """Tell whether a row is over by the day; what happened before it is."""
        if isinstance(row, Event | Posting):
            return row.date < self.on
        return row.ended or (row.end is not None and row.end <= self.on)

    def _need_latest(self, row: Row) -> None:
        for tie in self.place.ties.naming("target", row.id):
            if tie.kind == FORMERLY:
                raise IllegalEventError(both("change.later", id=tie.source, on=self.on, day=tie.end), tie.source)

    def succeed(self, heir: str, key: str) -> None:
        """Tie a successor to what it came from."""
        name = self.fresh(f"{heir}:{SUCCEEDS}:{key}")
        self.put("ties", Tie(id=name, kind=SUCCEEDS, source=heir, target=key, start=self.on))

    def give_up(self, tie: Tie) -> str:
        """Let a tie not go on, and give the identifier it had before."""
        was = next((key for key, now in self._now.items() if now == tie.id), tie.id)
        self.remove("ties", tie.id)
        self.moved = [one for one in self.moved if (one.table, one.id) != ("ties", was)]
        return was

    def merge_ties(self, unit: str) -> None:
        """Let ties that came to say the same be one: a member of two that merged is a member once."""
        said: dict[tuple[object, ...], Tie] = {}
        for column in ("source", "target"):
            ties = [
                tie for tie in self.naming("ties", column, unit) if not self.is_past(tie) and tie.kind not in LINEAGE
            ]
            for tie in sorted(ties, key=lambda tie: tie.id):
                same = (tie.kind, tie.source, tie.target, tie.share, tie.route)
                first = said.setdefault(same, tie)
                if first is not tie and first.period.covers(Period(max(tie.start or self.on, self.on), tie.end)):
                    self._join(tie, first)

    def _join(self, tie: Tie, first: Tie) -> None:
        """Let a tie be over where another says the same."""
        was = next((key for key, now in self._now.items() if now == tie.id), None)
        if was is None:
            return  # it stood so before the change
        if not any(True for table, column in _NAMING["ties"] for _ in self.naming(table, column, tie.id)):
            self.remove("ties", tie.id)
            self._now[was] = first.id

    @property
    def leads(self) -> tuple[Tie, ...]:
        """The ties of leadership that came to be."""
        return tuple(tie for key in sorted(self._leads) if (tie := self.get("ties", key)) is not None)

    def step(self, lost: Lost) -> Step:
        """Carry it all out.

        Raises:
            IllegalEventError: Something would be lost, and that is refused.
        """
        if self.lost and lost == "refuse":
            message = both("change.lost.refused", n=len(self.lost), first=_Told(self.lost[0]))
            raise IllegalEventError(message, *self.lost)
        changed = sorted(self._rows.items(), key=lambda one: (_ORDER[one[0][0]], one[0][1]))
        edits = tuple(
            Edit(table, key, before, after)
            for (table, key), after in changed
            if (before := self.place.table(table).get(key)) != after
        )
        return Step(place=self.place.edited(edits), edits=edits, moved=tuple(self.moved), lost=tuple(self.lost))

    def finding(self, code: str, table: str, key: str, column: str, /, **arguments: Argument) -> Finding:
        """Say what is lost."""
        told: dict[str, Argument] = {"table": table, "id": key, "column": column, "on": self.on, **arguments}
        return Finding(
            code=code,
            subject=key,
            aspect=column,
            path=f"/{table}/{key}/{column}",
            key=f"change.{code}",
            arguments=tuple(told.items()),
        )


@attrs.frozen
class _Told:
    """A finding as a clause of a message."""

    finding: Finding

    def in_(self, lang: Lang) -> str:
        """Say what is wrong and the way out."""
        return f"{self.finding.message(lang)}{'；' if lang == 'zh' else '; '}{self.finding.fix(lang)}"


def nobody(_table: str, _row: Row) -> None:
    """Nobody takes its place."""


def always(heir: str) -> Heir:
    return lambda _table, _row: heir


def _cell(cell: object, heirs: Mapping[str, str | None], *, keep: bool) -> object:
    """Put heirs in the place of what a cell names; what has none is left out, or kept."""

    def one(name: str) -> str | None:
        heir = heirs.get(name, name)
        return name if heir is None and keep else heir

    if isinstance(cell, tuple):
        named = (one(name) for name in cast("tuple[str, ...]", cell))
        return tuple(dict.fromkeys(name for name in named if name is not None))
    return one(cast("str", cell))
