"""Which norms a change concerns, and which of their subjects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from pbgov.base import Row
from pbgov.model import FORMERLY, TABLES, Edit, Jurisdiction, Path, View, Waiver, reads_one_of
from pbgov.org import Tie
from pbgov.rules import Along
from pbgov.validation._docket import Docket
from pbgov.validation._hearing import Hearing
from pbgov.validation._reads import Reads, reads
from pbgov.validation._unclear import Unclear

Names: TypeAlias = Iterable[str] | None
Touched: TypeAlias = dict[str, bool] | None
"""Subjects, each with whether the norm may speak of it now and not before, or the other way round; or all there are."""
ALL: Final = None


@attrs.frozen(kw_only=True)
class State:
    """A place, and what is said of it.

    Attributes:
        place: The place.
        view: The view that its norms are judged by.
        unclear: What its faults touch.
        docket: The answers on its subjects.
    """

    place: Jurisdiction
    view: View
    unclear: Unclear
    docket: Docket


@attrs.frozen
class Watch:
    """A path of a norm, at one of its tables.

    Attributes:
        number: The number of the norm.
        path: The path, from the subject.
        at: Which of its tables.
    """

    number: int
    path: Path
    at: int

    def concerns(self, view: View, row: Row) -> bool:
        """Tell whether a row may matter there."""
        return self.path.may_hold(view, self.at, row)

    def subjects(self, place: Jurisdiction, row: Row) -> Names:
        """Give the subjects from which the path may come to a row."""
        return ALL if self.path.may_name_any(self.at, row) else self.path.behind(place, self.at, row)


class Watches:
    """The paths of all norms, by the tables they touch."""

    def __init__(self, hearings: Sequence[Hearing]) -> None:
        """Index them."""
        self._hearings = hearings
        self._reads: list[Reads] = [reads(hearing.norm) for hearing in hearings]
        self._paths: defaultdict[str, list[Watch]] = defaultdict(list)
        self._whole: defaultdict[str, list[int]] = defaultdict(list)
        self._alike: defaultdict[str, list[Watch]] = defaultdict(list)  # paths that are the same for every subject
        self._subjects: defaultdict[str, list[int]] = defaultdict(list)
        self._scopes: defaultdict[str, list[Watch]] = defaultdict(list)
        self._named: defaultdict[tuple[str, str], list[Watch]] = defaultdict(list)
        for number, hearing in enumerate(hearings):
            self._subjects[hearing.table].append(number)
            for table in self._reads[number].whole:
                self._whole[table].append(number)
            for path in dict.fromkeys(self._reads[number].paths):
                self._watch(number, Path.of(path, hearing.table))
            for at, table in enumerate(hearing.scope.tables if hearing.norm.scope.via else ()):
                self._scopes[table].append(Watch(number, hearing.scope, at))

    def _watch(self, number: int, path: Path) -> None:
        for at, table in enumerate(path.tables):
            if path.selector.table:
                self._alike[table].append(Watch(number, path, at))
            elif at:
                self._paths[table].append(Watch(number, path, at))
        for at, step in enumerate(path.selector.via):
            if isinstance(step, Along):
                self._named[path.tables[at], step.column].append(Watch(number, path, at))

    def touched(self, before: State, after: State, edits: Iterable[Edit]) -> dict[int, Touched]:
        """Give the subjects of each norm, by its number, on which edits may have changed the answer."""
        found: dict[int, Touched] = {}
        for edit in edits:
            changed = edit.columns()
            if changed != frozenset():
                for number, names in self._scoped(before, after, edit, changed):
                    _note(found, number, names, scoped=True)
                for number, names in self._concerned(before, after, edit, changed):
                    _note(found, number, names)
        moved = [edit.id for edit in edits if edit.table == "units"]
        unclear = before.unclear.differing(after.unclear, moved)
        for number in range(len(self._hearings) if unclear else 0):
            _note(found, number, unclear)
        return found

    def _scoped(
        self, before: State, after: State, edit: Edit, changed: frozenset[str] | None
    ) -> Iterator[tuple[int, Names]]:
        """Yield the norms of which a row may be a subject, or lead to one, each with these subjects."""
        for number in self._subjects.get(edit.table, ()):
            if self._reads_one_of(number, edit.table, changed):
                yield number, (edit.id,)
        for state, row in _sides(before, after, edit):
            for watch in self._reading(self._scopes, edit.table, changed):
                if watch.concerns(state.view, row):
                    reading = self._hearings[watch.number].reading(state.view)
                    yield watch.number, watch.path.ahead(reading, watch.at, row)

    def _concerned(
        self, before: State, after: State, edit: Edit, changed: frozenset[str] | None
    ) -> Iterator[tuple[int, Names]]:
        """Yield the norms that read a row, each with the subjects it concerns."""
        for number in self._whole.get(edit.table, ()):
            if self._reads_one_of(number, edit.table, changed):
                yield number, ALL
        for state, row in _sides(before, after, edit):
            for watch in self._reading(self._alike, edit.table, changed):
                if watch.concerns(state.view, row):
                    yield watch.number, ALL
            for watch in self._reading(self._paths, edit.table, changed):
                if watch.concerns(state.view, row):
                    yield watch.number, watch.subjects(state.place, row)
        yield from self._waived(edit)
        if changed is None:
            yield from self._naming(before, after, edit.id)

    def _reading(
        self, watching: Mapping[str, list[Watch]], table: str, changed: frozenset[str] | None
    ) -> Iterator[Watch]:
        return (watch for watch in watching.get(table, ()) if self._reads_one_of(watch.number, table, changed))

    def _reads_one_of(self, number: int, table: str, changed: frozenset[str] | None) -> bool:
        columns = self._reads[number].columns
        return columns is None or reads_one_of(columns, table, changed)

    def _waived(self, edit: Edit) -> Iterator[tuple[int, Names]]:
        """Yield the subjects of a waiver, of the norm it lifts."""
        for row in (edit.before, edit.after):
            if isinstance(row, Waiver):
                for number, hearing in enumerate(self._hearings):
                    if hearing.norm.code == row.code:
                        yield number, (row.subject,)

    def _naming(self, before: State, after: State, name: str) -> Iterator[tuple[int, Names]]:
        """Yield the subjects of paths along a column that names what came or went."""
        for (table, column), watching in self._named.items():
            for state in (before, after):
                for row in state.place.table(table).naming(column, name):
                    for watch in watching:
                        yield watch.number, watch.subjects(state.place, row)


def _sides(before: State, after: State, edit: Edit) -> list[tuple[State, Row]]:
    return [(state, row) for state, row in ((before, edit.before), (after, edit.after)) if row is not None]


def _note(found: dict[int, Touched], number: int, names: Names, *, scoped: bool = False) -> None:
    """Add subjects of a norm to those found; once all are touched, all stay so."""
    held = found.setdefault(number, {})
    if names is None or held is None:
        found[number] = ALL
    else:
        held.update((name, scoped or held.get(name, False)) for name in names)


def counted_anew(before: Jurisdiction, after: Jurisdiction, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield what counts otherwise because of edits of other rows, as if it had come and gone.

    These are the grids whose households are counted from a neighbourhood, and what a tie makes the former state of
    something else.
    """
    for edit in edits:
        rows = [row for row in (edit.before, edit.after) if row is not None]
        former = {row.target for row in rows if isinstance(row, Tie) and row.kind == FORMERLY}
        for place in (before, after):
            if edit.table == "neighbourhoods":
                yield from (_gone("grids", grid) for grid in place.grids.naming("neighbourhood", edit.id))
            for name in sorted(former):
                found = ((table, place.table(table).get(name)) for table in TABLES)
                yield from (_gone(table, row) for table, row in found if row is not None)


def _gone(table: str, row: Row) -> Edit:
    return Edit(table=table, id=row.id, before=row, after=None)
