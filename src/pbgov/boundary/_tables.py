"""One table: a list of rows, an object of rows by identifier, or an object of columns.

All three go through the same two sieves. What is sound is taken as columns, at once; only where something may be wrong
are rows read one by one, to say what. So the three forms bring the same findings, but for the pointer ``at``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, repeat
from typing import Any, Final, TypeAlias, cast

import attrs
from pydantic import ValidationError

from pbgov.base import Finding, Row, Table, several
from pbgov.boundary._cells import ABSENT, Columns, Sound, checked
from pbgov.boundary._json import Repeat
from pbgov.boundary._problems import MOST, clipped, details, from_pydantic, mistyped, pointer, problem, too_many
from pbgov.boundary._schema import ROWS, ActIn, BuildingIn, RowIn
from pbgov.errors import PbgovError
from pbgov.grid import Building
from pbgov.model import TABLES
from pbgov.rules import Act

_CHUNK: Final = 1_024  # rows that are taken or read again together
_WIDE: Final = 100  # different cells: more than any table has
_LISTED: Final = 10_000  # problems that are listed of one table
_values: Final[Callable[[Any], Iterable[Any]]] = cast("Any", dict).values
_get: Final[Callable[[Any, str, object], Any]] = cast("Any", dict).get
Steps: TypeAlias = tuple[str | int, ...]


def as_mapping(value: object) -> Mapping[object, object] | None:
    """Narrow to a mapping."""
    return cast("Mapping[object, object]", value) if isinstance(value, Mapping) else None


def as_sequence(value: object) -> Sequence[object] | None:
    """Narrow to a list or tuple."""
    return cast("Sequence[object]", value) if isinstance(value, list | tuple) else None


def plain(given: object) -> object:
    """Make a dict of any mapping: the schema takes no other."""
    row = as_mapping(given)
    return given if row is None or isinstance(row, dict) else dict(row)


def is_reversed(start: Any, end: Any) -> bool:  # noqa: ANN401 - days, or None
    """Tell whether a span holds no day."""
    return start is not None and end is not None and end <= start


def twice(repeat_: Repeat, subject: str = "", path: str | None = None) -> Finding:
    """Say that an object has keys twice."""
    at = pointer(*repeat_.steps)
    return problem("PBB11", at, subject=subject, path=at if path is None else path, keys=", ".join(repeat_.keys))


def are_columns(table: Mapping[object, object]) -> bool:
    """Tell whether an object is one of columns: there are lists where rows by identifier have objects."""
    return isinstance(table.get("id"), list | tuple) or (
        bool(table) and all(isinstance(cells, list | tuple) for cells in table.values())
    )


@attrs.frozen
class _Given:
    """A row as given: where it stands, what it is, and the key or identifier it seems to have."""

    step: object
    row: object
    key: object
    key_is_id: bool = False


class _Listed:
    """Rows in a list."""

    left_out: object = ABSENT

    def __init__(self, rows: Sequence[object]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def steps(self, start: int, stop: int) -> Iterable[object]:
        return range(start, stop)

    def columns(self, start: int, stop: int) -> Columns | None:
        return _columns_of(self.rows[start:stop])

    def given(self, n: int) -> _Given:
        row = as_mapping(self.rows[n])
        return _Given(n, self.rows[n], None if row is None else row.get("id"))

    def at(self, table: str, step: object, cell: Steps) -> str:
        return pointer(table, step, *cell)


class _Keyed(_Listed):
    """Rows by identifier."""

    def __init__(self, keys: Sequence[object], rows: Sequence[object]) -> None:
        super().__init__(rows)
        self.keys = keys

    def steps(self, start: int, stop: int) -> Iterable[object]:
        return self.keys[start:stop]

    def columns(self, start: int, stop: int) -> Columns | None:
        keys = self.keys[start:stop]
        made = super().columns(start, stop)
        if made is None or _otherwise(made.get("id", ()), keys):
            return None
        return {**made, "id": keys}

    def given(self, n: int) -> _Given:
        key, given = self.keys[n], self.rows[n]
        row = as_mapping(given)
        if row is None:
            return _Given(key, given, key)
        return _Given(key, {"id": key, **row}, row.get("id", key), key_is_id="id" not in row)


class _Columned(_Listed):
    """Rows across columns; a null is a cell that the row leaves out."""

    left_out = None

    def __init__(self, columns: Mapping[str, Sequence[object]]) -> None:
        super().__init__(columns["id"])
        self.held = columns

    def columns(self, start: int, stop: int) -> Columns | None:
        whole = start == 0 and stop == len(self)
        return self.held if whole else {name: cells[start:stop] for name, cells in self.held.items()}

    def given(self, n: int) -> _Given:
        row = {name: cells[n] for name, cells in self.held.items() if cells[n] is not None}
        return _Given(n, row, row.get("id"))

    def at(self, table: str, step: object, cell: Steps) -> str:
        return pointer(table, *(cell[:1] or ("id",)), step, *cell[1:])


def _otherwise(ids: Sequence[object], keys: Sequence[object]) -> bool:
    """Tell whether a row may have another identifier than its key."""
    return any(
        cell is not ABSENT and not (type(cell) is str and cell == key) for cell, key in zip(ids, keys, strict=False)
    )


def _columns_of(rows: Sequence[Any]) -> Columns | None:
    """Turn rows into columns, with ``ABSENT`` for a cell that a row leaves out."""
    if not rows or set(map(type, rows)) != {dict}:
        return None
    shapes: set[tuple[Any, ...]] = set(map(tuple, rows))
    if len(shapes) == 1:  # most tables: all rows have the same cells, in one order
        names, cells = shapes.pop(), list[Any](chain.from_iterable(map(_values, rows)))
        return {name: cells[n :: len(names)] for n, name in enumerate(names)}
    union: dict[Any, None] = dict.fromkeys(chain.from_iterable(shapes))
    if len(union) > _WIDE:
        return None
    return {name: list(map(_get, rows, repeat(name), repeat(ABSENT))) for name in union}


class TableReader:
    """Reads one table.

    Attributes:
        found: What is wrong with it.
        lost: Identifiers of rows that were lost.
        nameless: Whether rows were lost whose identifiers could not be read.
    """

    def __init__(self, name: str, spoiled: list[Repeat], *, borrowed: bool) -> None:
        """Read nothing yet.

        Args:
            name: Which table.
            spoiled: Where keys repeat in this table, or that it is given twice itself.
            borrowed: Whether the lists are somebody else's, who may go on with them.
        """
        self.name = name
        self.spoiled = spoiled
        self._borrowed = borrowed
        self.found: list[Finding] = []
        self.lost: set[str] = set()
        self.nameless = any(not repeat_.steps for repeat_ in spoiled)
        self._unlisted = 0
        self._taken: list[Sound] = []
        self._rows: list[Row] = []
        self._ids: set[str] = set()
        self._repeats: defaultdict[object, list[Repeat]] = defaultdict(list)

    def table(self) -> Table[Row]:
        """Give the table of the good rows."""
        kind = TABLES[self.name]
        if len(self._taken) == 1 and not self._rows:
            taken = self._taken[0]
            return Table[Row].from_columns(kind, taken.cells, names=taken.names, distinct=taken.distinct)
        return Table(chain(self._rows, *(Table[Row].from_columns(kind, one.cells).values() for one in self._taken)))

    def read(self, table: object) -> None:
        """Read every row."""
        keyed, listed = as_mapping(table), as_sequence(table)
        if keyed is not None and are_columns(keyed):
            self._read_columns(keyed)
        elif keyed is not None:
            for repeat_ in self._sort_repeats(0):  # rows share a key
                self.found.append(twice(repeat_))
                self.lost.update(repeat_.keys)
            if self.lost:
                keyed = {key: row for key, row in keyed.items() if key not in self.lost}
            self._read(_Keyed(list(keyed), list(keyed.values())))
        elif listed is not None:
            self._sort_repeats(0)
            self._read(_Listed(listed))
        else:
            at = pointer(self.name)
            self.found.append(mistyped("list_type", table, at, "", at))
            self.nameless = True
        if self._unlisted:
            at = pointer(self.name)
            self.found.append(too_many(self._unlisted, at, path=at))

    def _sort_repeats(self, depth: int) -> list[Repeat]:
        """Note which rows have keys twice, ``depth`` steps below the table, and give what the table has twice."""
        whole: list[Repeat] = []
        for repeat_ in self.spoiled:
            if len(repeat_.steps) > depth + 1:
                self._repeats[repeat_.steps[depth + 1]].append(repeat_)
            elif repeat_.steps:
                whole.append(repeat_)
        return whole

    def _read_columns(self, columns: Mapping[object, object]) -> None:
        """Read columns if they lie side by side; if not, which cells make a row cannot be told."""
        before = len(self.found)
        self.found += [twice(repeat_) for repeat_ in self._sort_repeats(1)]
        ids = as_sequence(columns.get("id"))
        if ids is None:
            at = pointer(self.name, "id")
            self.found.append(problem("PBB03", at, path=at, key="id"))
        held: dict[str, Sequence[object]] = {}
        for name, given in columns.items():
            at, cells = pointer(self.name, name), as_sequence(given)
            known = name in ROWS[self.name].model_fields
            if cells is None and known:
                self.found.append(mistyped("list_type", given, at, "", at))
            elif not known and (cells is None or not isinstance(name, str) or all(cell is None for cell in cells)):
                self._list([problem("PBB04", at, path=at, key=pointer(name)[1:])])
            elif ids is not None and cells is not None and len(cells) != len(ids):
                self._list([problem("PBB18", at, path=at, n=len(cells), wanted=len(ids))])
            elif cells is not None:
                held[cast("str", name)] = list(cells) if self._borrowed else cells
        broken = {f.code for f in self.found[before:]} - {"PBB04"}
        if broken or ids is None:
            self.lost.update(key for key in ids or () if isinstance(key, str))
            self.nameless = True
        else:
            self._read(_Columned(held))

    def _read(self, rows: _Listed) -> None:
        """Take what is sound at once, and read the rest row by row."""
        size = len(rows)
        if size and not self._take(rows, 0, size):
            for start in range(0, size, _CHUNK):
                stop = min(start + _CHUNK, size)
                if size <= _CHUNK or not self._take(rows, start, stop):
                    for n in range(start, stop):
                        self._read_row(rows, n)

    def _take(self, rows: _Listed, start: int, stop: int) -> bool:
        """Take rows if all of them are surely sound."""
        if self._repeats and not self._repeats.keys().isdisjoint(rows.steps(start, stop)):
            return False
        given = rows.columns(start, stop)
        if given is None or not given.keys() <= ROWS[self.name].model_fields.keys():
            return False
        sound = checked(self.name, given, rows.left_out)
        if sound is None or (self._ids and not sound.names.isdisjoint(self._ids)):
            return False
        self._taken.append(sound)
        if stop - start < len(rows):
            self._ids.update(sound.names)
        return True

    def _read_row(self, rows: _Listed, n: int) -> None:
        given = rows.given(n)
        step, key = given.step, given.key
        subject = clipped(key) if isinstance(key, str) else ""
        spot = _Spot(self.name, rows, step, subject, pointer(self.name, subject) if subject else "")
        wrong: list[Finding] = []
        row: Row | None = None
        if isinstance(rows, _Keyed) and isinstance(key, str) and key != step:
            at = pointer(self.name, step, "id")
            wrong = [problem("PBB08", at, subject=subject, path=at, value=clipped(key), expected=pointer(step)[1:])]
        elif step in self._repeats:
            wrong = [self._repeated(rows, repeat_, spot) for repeat_ in self._repeats[step]]
        else:
            row, wrong = self._made(given, spot)
            if row is not None and row.id in self._ids:
                wrong, row = [spot.problem("PBB14", id=row.id)], None
        if row is not None:
            self._rows.append(row)
            self._ids.add(row.id)
            return
        self._list(wrong)
        if isinstance(key, str):
            self.lost.add(key)
        else:
            self.nameless = True

    def _repeated(self, rows: _Listed, repeat_: Repeat, spot: _Spot) -> Finding:
        steps = repeat_.steps
        inside = (steps[1], *steps[3:]) if isinstance(rows, _Columned) else steps[2:]
        return twice(repeat_, spot.subject, spot.path + pointer(*inside) if spot.path else "")

    def _list(self, wrong: list[Finding]) -> None:
        """Keep problems while there is room for them."""
        room = max(0, _LISTED - len(self.found))
        self.found += wrong[:room]
        self._unlisted += len(wrong[room:])

    def _made(self, given: _Given, spot: _Spot) -> tuple[Row | None, list[Finding]]:
        """Make a row, or say what is wrong with it."""
        row = plain(given.row)
        strange: list[object] = []
        if isinstance(row, dict):
            known = ROWS[self.name].model_fields
            cells = cast("dict[Any, object]", row)
            strange = [key for key in cells if not (isinstance(key, str) and key in known)]
            if strange:
                row = {key: cell for key, cell in cells.items() if isinstance(key, str) and key in known}
        if len(strange) > MOST:
            return None, [spot.too_many(len(strange))]
        wrong = [spot.problem("PBB04", (cast("str", key),), key=pointer(key)[1:]) for key in strange]
        read: RowIn | None = None
        try:
            read = ROWS[self.name].model_validate(row)
        except ValidationError as error:
            wrong += self._worded(error, given, spot)
        if read is None or wrong:
            return None, wrong
        if is_reversed(read.start, read.end):
            return None, [spot.problem("PBB15", start=read.start, end=read.end)]
        try:
            made: Row = TABLES[self.name](**_cells(read))
        except PbgovError as error:
            return None, [spot.problem("PBB09", detail=str(error))]
        return made, []

    def _worded(self, error: ValidationError, given: _Given, spot: _Spot) -> list[Finding]:
        if error.error_count() > MOST:
            return [spot.too_many(error.error_count())]
        found: dict[str | None, Finding] = {}
        for detail in details(error):
            if given.key_is_id and detail["loc"] == ("id",):  # the row holds no such cell: its key is at fault
                detail["loc"] = ()
            finding = from_pydantic(detail, spot.at(()), spot.subject, spot.path, spot.at)
            found.setdefault(finding.at, finding)
        return list(found.values())


@attrs.frozen
class _Spot:
    """Where a row stands, in the document as given and in the canonical one."""

    table: str
    rows: _Listed
    step: object
    subject: str
    path: str

    def at(self, cell: Steps) -> str:
        """Give the pointer to a cell in the document as given."""
        return self.rows.at(self.table, self.step, cell)

    def problem(self, code: str, cell: Steps = (), **arguments: Any) -> Finding:  # noqa: ANN401 - as sentences take
        """Say what is wrong with a cell, or with the row."""
        path = self.path + pointer(*cell) if self.path else ""
        return problem(code, self.at(cell), subject=self.subject, path=path, **arguments)

    def too_many(self, n: int) -> Finding:
        """Say that the row has more problems than are listed."""
        return too_many(n, self.at(()), self.subject, self.path)


def _cells(given: RowIn | BuildingIn | ActIn) -> dict[str, Any]:
    return {name: _built(getattr(given, name)) for name in type(given).model_fields if name in given.model_fields_set}


def _built(cell: object) -> Any:  # noqa: ANN401 - cells hold what their schema says
    """Make the library's values of the schema's."""
    cells = several(cell)
    if cells and isinstance(cells[0], BuildingIn):
        return tuple(Building(**_cells(building)) for building in cells)
    if cells and isinstance(cells[0], ActIn):
        return tuple(Act(**_cells(act)) for act in cells)
    return cell
