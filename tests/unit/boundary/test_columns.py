"""Tables as columns: what lies side by side is rows, and what does not is said."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from pbgov.boundary import json_schema, parse, to_document, validate
from pbgov.errors import InvalidValueError
from pbgov.org import Tie, Unit
from tests.documents import columned, keyed, listed, sample
from tests.unit.boundary.test_read import document, told
from tests.unit.validation.worlds import ON, place

ROWS = [
    {"id": "B", "kind": "k", "parent": "A"},
    {"id": "A", "kind": "k", "name": "市"},
]


def spoiled(**cells: Any) -> list[tuple[str, str, str | None, str]]:
    """Tell of two rows whose second has other cells."""
    return told(columned(document(units=[ROWS[0], ROWS[1] | cells])))


class TestWhatIsRead:
    def test_columns_are_rows(self) -> None:
        columns = {"id": ["B", "A"], "kind": ("k", "k"), "parent": ["A", None], "name": [None, "市"]}
        assert parse(document(units=columns)) == parse(document(units=ROWS))

    def test_every_table_has_columns(self) -> None:
        forms = [parse(form(sample())) for form in (listed, keyed, columned)]
        assert forms[0] == forms[1] == forms[2]
        assert parse(json.dumps(columned(sample()))) == forms[0]

    def test_what_is_written_as_columns_or_rows_is_read(self) -> None:
        sound = parse(sample())
        for form in ("keyed", "rows", "columns"):
            assert parse(to_document(sound, form=form)) == sound
        with pytest.raises(InvalidValueError, match="no such form"):
            to_document(sound, form="stars")  # type: ignore[arg-type] # what is wrong is what is tried

    def test_a_row_may_be_called_as_a_column_is(self) -> None:
        rows = {"id": {"kind": "k"}, "columns": {"kind": "k", "parent": "id"}}
        assert parse(document(units=rows)) == place(Unit(id="id", kind="k"), Unit(id="columns", kind="k", parent="id"))

    def test_no_rows_need_no_columns(self) -> None:
        assert not parse(document(units={"id": []})).units
        assert not parse(document(units={})).units

    def test_many_rows_with_one_that_is_bad(self) -> None:
        # More than are taken together, so that most are taken and only those beside the bad one are looked at.
        n = 5_000
        ids = [f"t{i}" for i in range(n)]
        columns: dict[str, list[Any]] = {"id": ids, "kind": ["k"] * n, "source": ["A"] * n, "target": ["A"] * n}
        columns["share"] = [None, 1000] * (n // 2)
        whole = parse(document(ties=columns))
        assert whole.ties["t7"] == Tie(id="t7", kind="k", source="A", target="A", share=1000)
        columns["share"][17] = 1001
        columns["id"][4_999] = "t0"
        assert told(document(ties=columns)) == [
            ("PBB06", "t17", "/ties/share/17", "/ties/t17/share"),
            ("PBB14", "t0", "/ties/id/4999", "/ties/t0"),
        ]


class TestWhatIsFound:
    def test_what_a_cell_lacks_or_holds(self) -> None:
        assert spoiled(kind=None) == [("PBB03", "A", "/units/kind/1", "/units/A/kind")]
        assert spoiled(kind=3) == [("PBB02", "A", "/units/kind/1", "/units/A/kind")]
        assert spoiled(start="2018-02-30") == [("PBB07", "A", "/units/start/1", "/units/A/start")]
        assert spoiled(colour="red") == [("PBB04", "A", "/units/colour/1", "/units/A/colour")]
        assert spoiled(id="B", parent=None)[0] == ("PBB14", "B", "/units/id/1", "/units/B")

    def test_what_is_wrong_with_a_row_points_to_its_identifier(self) -> None:
        span = {"start": "2018-01-02", "end": "2018-01-02"}
        assert spoiled(**span) == [("PBB15", "A", "/units/id/1", "/units/A")]
        assert spoiled(end="2018-01-02", ended=True) == [("PBB09", "A", "/units/id/1", "/units/A")]

    def test_cells_inside_cells(self) -> None:
        homes = {"id": ["N"], "community": ["A"], "buildings": [[{"id": "B1", "households": -1}]]}
        assert told(document(neighbourhoods=homes)) == [
            ("PBB06", "N", "/neighbourhoods/buildings/0/0/households", "/neighbourhoods/N/buildings/0/households")
        ]

    @pytest.mark.parametrize(
        ("change", "found"),
        [
            ({"kind": ["k"]}, ("PBB18", "", "/units/kind", "/units/kind")),
            ({"id": ["A", "B", "C"]}, ("PBB18", "", "/units/kind", "/units/kind")),
            ({"kind": "k"}, ("PBB02", "", "/units/kind", "/units/kind")),
            ({"colour": [None, None]}, ("PBB04", "", "/units/colour", "/units/colour")),
        ],
    )
    def test_columns_that_do_not_lie_side_by_side(self, change: Any, found: Any) -> None:
        columns = {"id": ["A", "B"], "kind": ["k", "k"]} | change
        bodies = [{"id": "M", "kind": "k", "host": "Z" if "colour" in change else "A"}]
        assert told(document(units=columns, bodies=bodies))[0] == found

    def test_without_identifiers(self) -> None:
        assert told(document(units={"kind": ["k", "k"]})) == [("PBB03", "", "/units/id", "/units/id")]

    def test_a_column_that_is_given_twice(self) -> None:
        text = json.dumps(document(units={"id": ["A"], "kind": ["k"]}))
        assert told(text.replace('"kind": ["k"]', '"kind": ["k"], "kind": ["l"]')) == [
            ("PBB11", "", "/units", "/units")
        ]

    def test_a_key_twice_inside_a_cell(self) -> None:
        homes = {"id": ["N"], "community": ["A"], "buildings": [[{"id": "B1", "households": 1}]]}
        text = json.dumps(document(neighbourhoods=homes)).replace('"households": 1', '"households": 1, "households": 1')
        assert told(text) == [("PBB11", "N", "/neighbourhoods/buildings/0/0", "/neighbourhoods/N/buildings/0")]


class TestHostileInput:
    def test_a_million_empty_rows_are_said_once(self) -> None:
        n = 100_000
        found = validate(document(units=[{}] * n), on=ON).findings
        assert len(found) <= 10_001
        assert {f.code for f in found} == {"PBB03", "PBB19"}

    def test_a_row_of_many_strange_cells_is_one_finding(self) -> None:
        strange = {f"x{i}": 1 for i in range(5_000)}
        assert told(document(people={"P": {"category": "c"} | strange})) == [("PBB19", "P", "/people/P", "/people/P")]
        lists = document(documents=[{"id": "D", "kind": "k", "parties": [3] * 5_000}])
        assert [f.code for f in validate(lists, on=ON).findings] == ["PBB19"]
        codes = [f.code for f in validate(document(**strange), on=ON).findings]
        assert (codes.count("PBB04"), codes.count("PBB19")) == (1_000, 1)

    def test_a_long_key_is_not_repeated_at_each_fault_below_it(self) -> None:
        row = {"id": "A" * 100_000} | {f"x{i}": 1 for i in range(900)}
        found = validate(document(units=[row]), on=ON).findings
        assert sum(sys.getsizeof(f.subject) + sys.getsizeof(f.path) for f in found) < 2_000_000  # and not 90 million

    def test_what_unfolds_without_end_is_refused(self) -> None:
        laughs: Any = ["A"] * 200
        for _ in range(3):
            laughs = [laughs] * 200
        assert told(document(documents=[{"id": "D", "kind": "k", "parties": laughs}])) == [("PBB21", "", "", "")]

    @pytest.mark.parametrize(
        "text", ['{"id" : "a"}', '{"id": ":", "name": "x :y", "x":1}', b'{"id"\n:1}', '{"a\\":":1}']
    )
    def test_colons_that_are_not_behind_a_key(self, text: Any) -> None:
        assert "PBB11" not in {f.code for f in validate(text, on=ON).findings}

    @pytest.mark.parametrize(
        "text", ['{"a":1,"a":2,"b":":"}', '{"a" :1,"a":2}', '{"a":{"b":1,"b":":\\":"}}', b'{"a":1,"a":1}']
    )
    def test_keys_twice_are_found_wherever_colons_stand(self, text: Any) -> None:
        assert "PBB11" in {f.code for f in validate(text, on=ON).findings}


def test_the_schema_takes_columns() -> None:
    assert all(len(json_schema()["properties"][name]["anyOf"]) == 3 for name in ("units", "ties"))


def test_a_place_does_not_change_with_the_lists_it_was_read_from() -> None:
    given = {"id": ["a", "b"], "kind": ["office", "office"]}
    place = parse({"id": "p", "profile": {"id": "none", "levels": []}, "units": given})
    given["kind"][0] = given["id"][1] = "other"
    assert [(unit.id, unit.kind) for unit in place.units.values()] == [("a", "office"), ("b", "office")]
    assert place.units.cell("a", "parent") is None  # a column that was not given
