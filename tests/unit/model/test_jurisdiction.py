"""A place: its tables, what it refuses, what it claims to hold."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import Row, Table
from pbgov.errors import InvalidValueError, StructureError, UnknownIdError
from pbgov.model import REFERENCES, TABLES, Edit, Jurisdiction, Recorded, columns
from pbgov.org import FOUR_LEVELS, Body, Post, Unit
from pbgov.rules import FieldRef
from pbgov.validation import Checker

EMPTY = Jurisdiction(id="X", profile=FOUR_LEVELS)
A, B = Unit(id="A", kind="k"), Unit(id="B", kind="k", parent="A")


class TestTables:
    def test_every_table_is_a_field(self) -> None:
        names = {attribute.name for attribute in attrs.fields(Jurisdiction)}
        assert set(TABLES) <= names
        assert len({*TABLES.values()}) == len(TABLES)
        assert all(EMPTY.table(name) == Table() for name in TABLES)

    def test_references_are_columns(self) -> None:
        for table, named in REFERENCES.items():
            known = {attribute.name for attribute in attrs.fields(TABLES[table])}
            assert {*named} - known == ({"actors"} if table == "processes" else set())  # whom the acts name
            assert {target for targets in named.values() for target in targets} <= {*TABLES}

    def test_a_row_goes_to_its_table(self) -> None:
        place = EMPTY.having(A, B, Body(id="M", kind="k", host="A"))
        assert place.units.rows() == (A, B)
        assert list(place.bodies) == ["M"]
        assert EMPTY.units == Table()

    def test_a_row_takes_the_place_of_one_of_its_identifier(self) -> None:
        changed = attrs.evolve(B, kind="other")
        assert EMPTY.having(A, B).having(changed).units.rows() == (A, changed)

    def test_rows_are_taken_away(self) -> None:
        assert EMPTY.having(A, B).without("units", "A", "B") == EMPTY
        with pytest.raises(UnknownIdError):
            EMPTY.without("units", "A")

    def test_a_stranger_is_no_table(self) -> None:
        for call in (lambda: EMPTY.table("nonsense"), lambda: EMPTY.without("nonsense")):
            with pytest.raises(StructureError, match="nonsense"):
                call()

    @pytest.mark.parametrize("units", [Table[Row]([Post(id="P", kind="k", unit="A")]), (), [A]])
    def test_a_table_holds_its_own_rows(self, units: Any) -> None:
        with pytest.raises(StructureError, match="units"):
            Jurisdiction(id="X", profile=FOUR_LEVELS, units=units)

    def test_the_name_is_checked(self) -> None:
        with pytest.raises(InvalidValueError):
            Jurisdiction(id="a b", profile=FOUR_LEVELS)
        with pytest.raises(InvalidValueError):
            Jurisdiction(id="X", name="\n", profile=FOUR_LEVELS)

    def test_columns_are_those_of_the_rows(self) -> None:
        assert columns("units").level.node == FieldRef("units", "level")
        assert columns("grids").households.node == FieldRef("grids", "households")
        with pytest.raises(UnknownIdError, match="nonsense"):
            _ = columns("units").nonsense

    def test_the_graph_is_of_the_whole_record(self) -> None:
        place = EMPTY.having(A, attrs.evolve(B, end=date(2017, 1, 1)))
        assert place.org.chain("B") == ("B", "A")
        assert place.org is place.org


APRIL, JULY, OCTOBER = (date(2018, month, 1) for month in (4, 7, 10))
YEAR = date(2018, 1, 1)


class TestClaims:
    def test_a_claim_is_about_a_table(self) -> None:
        with pytest.raises(StructureError, match="nonsense"):
            attrs.evolve(EMPTY, recorded=(Recorded(table="nonsense"),))

    @pytest.mark.parametrize(
        ("claims", "kinds", "expected"),
        [
            ([], (), False),
            ([{}], (), True),
            ([{"start": APRIL, "end": JULY}], (), True),
            ([{"start": YEAR, "end": OCTOBER}], (), True),
            ([{"start": date(2018, 4, 2)}], (), False),
            ([{"end": date(2018, 6, 30)}], (), False),
            ([{"start": APRIL, "end": date(2018, 5, 1)}, {"start": date(2018, 5, 1)}], (), True),
            ([{"start": date(2018, 5, 1)}, {"start": YEAR, "end": date(2018, 5, 9)}], (), True),
            ([{"start": APRIL, "end": date(2018, 5, 1)}, {"start": date(2018, 5, 2)}], (), False),
            ([{"end": YEAR}, {"start": JULY}], (), False),
            ([{"kind": "a"}], (), False),
            ([{"kind": "a"}], ("a",), True),
            ([{"kind": "a"}], ("a", "b"), False),
            ([{"kind": "a"}, {"kind": "b"}], ("a", "b"), True),
            ([{}], ("a", "b"), True),
            ([{"kind": "a", "end": date(2018, 5, 1)}, {"start": date(2018, 5, 1)}], ("a",), True),
            ([{"kind": "a", "end": date(2018, 5, 1)}, {"kind": "b"}], ("a", "b"), False),
            ([{"table": "ties"}], (), False),
        ],
    )
    def test_what_is_claimed_from_april_to_june(
        self, claims: list[dict[str, Any]], kinds: tuple[str, ...], expected: bool
    ) -> None:
        place = attrs.evolve(EMPTY, recorded=tuple(Recorded(**{"table": "events"} | claim) for claim in claims))
        assert place.recorded_throughout("events", APRIL, JULY, kinds) is expected


class TestEdits:
    PLACE = Jurisdiction(id="P", profile=FOUR_LEVELS).having(Unit(id="a", kind="k"))
    OLD, NEW = PLACE.units["a"], Unit(id="a", kind="other")

    @pytest.mark.parametrize(
        ("edits", "error", "said"),
        [
            (Edit("units", "a", OLD, NEW), InvalidValueError, "write [edit]"),
            (7, InvalidValueError, "a list of edits is expected, not int"),
            ([7], InvalidValueError, "an edit is expected, not 7"),
            ([Edit("units", "a", OLD, Unit(id="b", kind="k"))], InvalidValueError, "holds a row b"),
            ([Edit("units", "b", OLD, None)], InvalidValueError, "holds a row a"),
            ([Edit("units", "a", OLD, NEW), Edit("units", "a", OLD, None)], InvalidValueError, "two edits of a"),
            ([Edit("units", "a", NEW, OLD)], StructureError, "not as the edit says"),
            ([Edit("nothing", "a", None, NEW)], StructureError, "no table nothing"),
        ],
    )
    def test_what_is_none_is_refused(self, edits: Any, error: type[Exception], said: str) -> None:
        for place in (self.PLACE, Checker(self.PLACE, on=date(2020, 1, 1))):
            with pytest.raises(error, match=re.escape(said)):
                place.edited(edits)

    def test_of_two_tables_they_may_share_an_identifier(self) -> None:
        edits = [Edit("units", "a", self.OLD, self.NEW), Edit("bodies", "a", None, Body(id="a", kind="k", host="a"))]
        made = self.PLACE.edited(edits)
        assert (made.units["a"], len(made.bodies)) == (self.NEW, 1)
