"""One place on record: few tables, joined by identifier."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

import attrs

from pbgov.base import Frame, Row, Table, both, check_id, check_name, columns_of, need_day
from pbgov.errors import InvalidValueError, StructureError
from pbgov.grid import Grid, Neighbourhood
from pbgov.model._edits import DERIVED, Change, Edit, Lost, Step, need_change, need_edits
from pbgov.model._lineage import standing
from pbgov.model._processes import Process
from pbgov.model._records import Document, Event, Fact, Posting, Recorded, Waiver
from pbgov.org import Body, Holding, LevelProfile, OrgGraph, Person, Post, Tie, Unit
from pbgov.rules import Columns, DutyItem, DutyList, Facts

if TYPE_CHECKING:
    from pbgov.model._requests import DutyRequest

World: TypeAlias = Literal["reported", "registered", "made_up"]

TABLES: Final[Mapping[str, type[Row]]] = MappingProxyType(
    {
        "units": Unit,
        "bodies": Body,
        "posts": Post,
        "holdings": Holding,
        "ties": Tie,
        "people": Person,
        "neighbourhoods": Neighbourhood,
        "grids": Grid,
        "lists": DutyList,
        "entries": DutyItem,
        "documents": Document,
        "events": Event,
        "processes": Process,
        "ledger": Posting,
        "facts": Fact,
        "waivers": Waiver,
    }
)
ANY: Final = tuple(TABLES)
WHO: Final = ("units", "bodies", "posts", "people")
REFERENCES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "units": {"parent": ("units",)},
        "bodies": {"host": ("units", "bodies")},
        "posts": {"unit": ("units", "bodies")},
        "holdings": {"post": ("posts",), "person": ("people",), "concurrent": ("posts",)},
        "ties": {"source": ANY, "target": ANY},
        "neighbourhoods": {"community": ("units",)},
        "grids": {"neighbourhood": ("neighbourhoods",)},
        "lists": {"owner": ("units",)},
        "entries": {"list": ("lists",), "post": ("posts",), "department": ("units",)},
        "documents": {"parties": ("units", "bodies")},
        "events": {
            "subject": ("units", "bodies"),
            "attendance": ("units", "bodies", "posts", "holdings"),
            "refers": ANY,
        },
        "processes": {"subject": ANY, "owner": WHO, "actors": WHO},
        "facts": {"about": ("units",)},
        "waivers": {"subject": ANY},
    }
)
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        table: (*(attribute.name for attribute in attrs.fields(kind)), *DERIVED.get(table, ()))
        for table, kind in TABLES.items()
    }
)


def columns(table: str) -> Columns:
    """Give the columns of a table, to build conditions from."""
    return Columns(table, COLUMNS[table])


def _need_rows(name: str, table: object) -> None:
    """Refuse what is no table of the rows that belong there."""
    kind = TABLES[name]
    if not isinstance(table, Table) or not all(issubclass(held, kind) for held in cast("Table[Row]", table).kinds()):
        raise StructureError(both("table.rows", table=name, kind=kind.__name__), name)


@attrs.frozen(kw_only=True)
class Jurisdiction:
    """One place on record.

    A place holds what is on record, sound or not: whether it is as it should be, a validator says. Only what
    cannot exist is refused: two rows of one table under one identifier, a row in the wrong table, a claim of
    completeness for a table that does not exist.

    Attributes:
        id: Identifier of the place.
        name: What it is called.
        world: ``"reported"`` as a text has it, ``"registered"`` as the official register has it, or ``"made_up"``.
        profile: Its levels.
        recorded: For which tables and spans the record claims to be complete.
    """

    id: str = attrs.field(validator=check_id)
    name: str = attrs.field(default="", validator=check_name)
    world: World = "made_up"
    profile: LevelProfile
    recorded: tuple[Recorded, ...] = ()
    units: Table[Unit] = Table()
    bodies: Table[Body] = Table()
    posts: Table[Post] = Table()
    holdings: Table[Holding] = Table()
    ties: Table[Tie] = Table()
    people: Table[Person] = Table()
    neighbourhoods: Table[Neighbourhood] = Table()
    grids: Table[Grid] = Table()
    lists: Table[DutyList] = Table()
    entries: Table[DutyItem] = Table()
    documents: Table[Document] = Table()
    events: Table[Event] = Table()
    processes: Table[Process] = Table()
    ledger: Table[Posting] = Table()
    facts: Table[Fact] = Table()
    waivers: Table[Waiver] = Table()

    def __attrs_post_init__(self) -> None:
        """Refuse a row in the wrong table, and a claim about none."""
        for name in TABLES:
            _need_rows(name, getattr(self, name))
        for claim in self.recorded:
            self.table(claim.table)

    def table(self, name: str) -> Table[Any]:
        """Give a table by its name."""
        if name not in TABLES:
            raise StructureError(both("table.unknown", table=name, known=", ".join(TABLES)), name)
        table: Table[Any] = getattr(self, name)
        return table

    def to_columns(self) -> dict[str, Frame]:
        """Give every table as columns, by its name, one data frame each; an empty table has its columns too."""
        return {name: columns_of(self.table(name).values(), kind) for name, kind in TABLES.items()}

    def having(self, *rows: Row) -> Jurisdiction:
        """Give a place with these rows added, or put in the place of those with the same identifier."""
        name_of = {kind: name for name, kind in TABLES.items()}
        changed: dict[str, list[Row]] = {}
        for row in rows:
            changed.setdefault(name_of[type(row)], []).append(row)
        tables: dict[str, Any] = {name: self.table(name).having(*found) for name, found in changed.items()}
        return attrs.evolve(self, **tables)

    def without(self, table: str, *ids: str) -> Jurisdiction:
        """Give a place without these rows of a table."""
        changed: dict[str, Any] = {table: self.table(table).without(*ids)}
        return attrs.evolve(self, **changed)

    def edited(self, edits: Iterable[Edit]) -> Jurisdiction:
        """Give a place with these edits made.

        Raises:
            InvalidValueError: Something is no edit, an edit is of another row than it says, or two are of one row.
            StructureError: A row is not as an edit says it was before, or there is no such table.
        """
        changed: dict[str, dict[str, Row | None]] = {}
        for edit in need_edits(edits):
            if self.table(edit.table).get(edit.id) != edit.before:
                raise StructureError(both("edit.before", table=edit.table, id=edit.id), edit.id)
            changed.setdefault(edit.table, {})[edit.id] = edit.after
        return self._with({name: self.table(name).edited(rows) for name, rows in changed.items()})

    def _with(self, tables: Mapping[str, Table[Any]]) -> Jurisdiction:
        """Give the place with other tables; what is not replaced was checked before, and is not checked again."""
        for name, table in tables.items():
            _need_rows(name, table)
        made = Jurisdiction.__new__(Jurisdiction)
        for name in _COLUMNS:
            object.__setattr__(made, name, tables[name] if name in tables else getattr(self, name))
        return made

    def holds(self, key: str) -> bool:
        """Tell whether a row of any table has an identifier."""
        return any(key in getattr(self, name) for name in TABLES)

    def apply(self, change: Change, *, lost: Lost = "refuse") -> Step:
        """Carry out a change on the whole record: what names the things it touches follows.

        The past is not rewritten. What is over by the day of the change stays as it was, and ``on`` gives the place as
        it stood before.

        Args:
            change: ``Merge``, ``Move``, ``Appoint`` …
            lost: What to do when something would be left without a successor: ``"refuse"`` the change, or carry it
                out and ``"report"`` what was lost.

        Raises:
            IllegalEventError: The change cannot happen on its day, or something would be lost and ``lost`` is
                ``"refuse"``; then ``culprits`` holds the findings.
            StructureError: What it asks for cannot stand: a circle of parents, two leading organisations.
            UnknownIdError: It names what is not on record.
            InvalidValueError: ``change`` is none, or ``lost`` neither of the two.
        """
        need_change(change)
        if lost not in {"refuse", "report"}:
            raise InvalidValueError(both("change.lost", value=repr(lost)), lost)
        return change.step(self, lost=lost)

    def on(self, day: date) -> Jurisdiction:
        """Give the place as it stood on a day.

        It holds the rows in force; of a thing that was something else then, what it was. Of what happens, it holds
        what had happened: events and postings up to the day, processes begun by then with their acts so far. Only
        subject and owner of a process are those of now, since a process is one row for all its days. Ends that lie
        ahead stay on record, and tables in which all is in force are shared. A norm that looks back over a span wants
        the whole record and not one day of it.

        Raises:
            InvalidValueError: ``day`` is none.
        """
        need_day("day", day)
        changed: dict[str, Any] = standing({name: self.table(name) for name in TABLES}, day)
        return attrs.evolve(self, **changed) if changed else self

    def facts_for(self, request: DutyRequest, *, on: date | None = None, asked: Collection[str] | None = None) -> Facts:
        """Give the facts by which a pack decides a request.

        Args:
            request: The request.
            on: The day whose record counts; by default the first day of the duty.
            asked: Which further facts to give, by name; by default all that the record can say. ``facts_of`` lists
                them.

        Raises:
            UnknownIdError: The target is not on record.
            InvalidValueError: ``on`` is no day.
        """
        day = request.start if on is None else on
        need_day("on", day)
        return request.facts(self, day, asked)

    @cached_property
    def org(self) -> OrgGraph:
        """The organisation graph of everything on record; ``place.org.on(day)`` narrows it to a day."""
        return OrgGraph(units=self.units, bodies=self.bodies, posts=self.posts, holdings=self.holdings, ties=self.ties)

    def recorded_throughout(self, table: str, since: date, until: date, kinds: tuple[str, ...] = ()) -> bool:
        """Tell whether the record claims to hold everything in a table, or of some kinds, over ``[since, until)``.

        Claims join: two quarters, each claimed by itself, make a half-year.
        """
        return all(self._claimed(table, kind, since, until) for kind in kinds or (None,))

    def _claimed(self, table: str, kind: str | None, since: date, until: date) -> bool:
        claims = [claim for claim in self.recorded if claim.table == table and claim.kind in {None, kind}]
        spans = sorted((claim.start or date.min, claim.end or date.max) for claim in claims)
        reached = since
        for start, end in spans:
            if start <= reached:
                reached = max(reached, end)
        return bool(spans) and reached >= until


_COLUMNS: Final = tuple(attribute.name for attribute in attrs.fields(Jurisdiction))


def need_place(value: object) -> None:
    """Refuse what is no place: a document has to be read first."""
    if not isinstance(value, Jurisdiction):
        raise InvalidValueError(both("judge.place", value=type(value).__name__), value)
