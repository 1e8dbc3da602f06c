"""A table with changes is the mapping that the changes make, however it is stored."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from pbgov.base import Row, Table, several

KEYS = st.sampled_from("abcdefgh")
NAMES = st.none() | st.sampled_from("xyz") | st.tuples(st.sampled_from("xyz"), st.sampled_from("xyz"))


@attrs.frozen(kw_only=True)
class Named(Row):
    names: Any = None


def rows(keys: st.SearchStrategy[str]) -> st.SearchStrategy[Named]:
    return st.builds(Named, id=keys, names=NAMES, start=st.sampled_from((None, date(2018, 1, 1))))


CHANGES = st.lists(st.tuples(KEYS, st.none() | NAMES.map(lambda names: (names,))), max_size=12)


def stored(given_: list[Named], *, as_columns: bool) -> Table[Named]:
    """Store rows as rows, or as columns in the order given."""
    if not as_columns:
        return Table(given_)
    return Table.from_columns(
        Named, {name: [getattr(row, name) for row in given_] for name in ("id", "names", "start")}
    )


def changed(table: Table[Named], model: dict[str, Named], changes: list[Any]) -> Table[Named]:
    for key, put in changes:
        if put is not None:
            model[key] = Named(id=key, names=put[0])
            table = table.having(model[key])
        elif key in model:
            del model[key]
            table = table.without(key)
    return table


@given(st.lists(rows(KEYS), unique_by=lambda row: row.id), st.booleans(), CHANGES, st.booleans())
def test_a_changed_table_is_the_mapping_it_should_be(
    given_: list[Named], as_columns: bool, changes: list[Any], laid: bool
) -> None:
    model = {row.id: row for row in given_}
    table = changed(stored(given_, as_columns=as_columns), model, changes)
    if laid:
        table = table.compacted()
    ordered = sorted(model)
    assert list(table) == ordered
    assert table.rows() == tuple(table.values()) == tuple(model[key] for key in ordered)
    assert len(table) == len(model)
    assert [key in table for key in "abcdefgh"] == [key in model for key in "abcdefgh"]
    assert [table.get(key) for key in "abcdefgh"] == [model.get(key) for key in "abcdefgh"]
    assert [table.cell(key, "names") for key in ordered] == [model[key].names for key in ordered]
    assert dict(zip(table.ids(), table.cells("names"), strict=True)) == {key: row.names for key, row in model.items()}
    for name in "xyz":
        assert [row.id for row in table.naming("names", name)] == [
            k for k in ordered if name in several(model[k].names)
        ]
    held = {name for row in model.values() for name in several(row.names)}
    assert set(table.distinct("names")) - {None} == held
    fresh = Table(model.values())
    assert (table, hash(table)) == (fresh, hash(fresh))
    assert copy.copy(table) == pickle.loads(pickle.dumps(table)) == fresh  # noqa: S301 - its own bytes


@given(
    st.lists(rows(KEYS), unique_by=lambda row: row.id),
    st.lists(rows(KEYS), unique_by=lambda row: row.id),
    st.tuples(st.booleans(), st.booleans()),
    CHANGES,
    CHANGES,
)
def test_what_differs_is_what_a_comparison_row_by_row_finds(
    one: list[Named], other: list[Named], as_columns: tuple[bool, bool], left: list[Any], right: list[Any]
) -> None:
    base = stored(one, as_columns=as_columns[0])
    for second in (base, stored(other, as_columns=as_columns[1])):
        start = one if second is base else other
        mine, theirs = {row.id: row for row in one}, {row.id: row for row in start}
        found = changed(base, mine, left).differing(changed(second, theirs, right))
        assert found == sorted(k for k in {*mine, *theirs} if mine.get(k) != theirs.get(k))


@given(st.lists(st.tuples(st.integers(0, 40), NAMES), min_size=0, max_size=400))
def test_many_changes_are_laid_into_the_base(changes: list[Any]) -> None:
    table: Table[Named] = Table.from_columns(Named, {"id": ["k1", "k0"]})
    model = {key: Named(id=key) for key in ("k0", "k1")}
    for number, names in changes:
        key = f"k{number}"
        model[key] = Named(id=key, names=names)
        table = table.having(model[key])
    assert table == Table(model.values())
