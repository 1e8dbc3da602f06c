"""From documents to places: what each kind of fault becomes, and what is left unread."""

from __future__ import annotations

import collections
import json
import types
from datetime import date
from typing import Any

import pytest

from pbgov.base import About, Between, Exact, MoreThan, Nearly, Report, Row, Verdict
from pbgov.boundary import parse, to_document, validate
from pbgov.errors import InvalidDocumentError, InvalidValueError
from pbgov.model import Recorded
from pbgov.org import Unit
from pbgov.packs import JIXI
from pbgov.rules import HERE, CompleteChain, Count, Within, each
from tests.unit.validation.worlds import ON, norm, pack, place, posts, units

HEAD = to_document(place())
PROFILE = HEAD["profile"]
FACT = {"id": "F", "about": "A", "unit": "u", "basis": {"document": "d", "quote": "q"}}
HOME = {"id": "N", "community": "A"}


def document(**tables: Any) -> dict[str, Any]:
    return {**HEAD, "units": [{"id": "A", "kind": "k"}]} | tables


def told(given: Any, **options: Any) -> list[tuple[str, str, str | None, str]]:
    return [(f.code, f.subject, f.at, f.path) for f in validate(given, on=ON, **options).findings]


class TestTheWhole:
    @pytest.mark.parametrize("given", [None, 3, [], "[]", "4", "null", b"true", bytearray(b"{}"), {"A"}])
    def test_no_document(self, given: Any) -> None:
        assert told(given) == [("PBB01", "", "", "")]

    def test_an_empty_one_lacks_what_it_must_have(self) -> None:
        expected = [("PBB03", "", "/id", "/id"), ("PBB03", "", "/profile", "/profile")]
        assert told({}) == told("{}") == told(b"{}") == told(types.MappingProxyType({})) == expected

    def test_each_key_of_the_head_by_itself(self) -> None:
        bad = {
            "schema": "pbgov/one",
            "id": 3,
            "name": "\n",
            "world": "none",
            "profile": {"id": "p", "levels": 3, "x": 1},
        }
        assert told(document(**bad)) == [
            ("PBB02", "", "/id", "/id"),
            ("PBB02", "", "/profile/levels", "/profile/levels"),
            ("PBB04", "", "/profile/x", "/profile/x"),
            ("PBB05", "", "/name", "/name"),
            ("PBB08", "", "/schema", "/schema"),
            ("PBB08", "", "/world", "/world"),
        ]

    def test_a_bad_head_does_not_hide_the_rows(self) -> None:
        found = told(document(id=3, units=[{"id": "A", "kind": 3}, {"id": "B", "kind": "k", "parent": "X"}]))
        assert found == [
            ("PBB02", "", "/id", "/id"),
            ("PBB02", "A", "/units/0/kind", "/units/A/kind"),
            ("PBS01", "B", None, "/units/B/parent"),
        ]

    def test_levels_are_not_judged_without_a_profile(self) -> None:
        rows = [{"id": "A", "kind": "k", "level": "community"}]
        twice = {"id": "p", "levels": [*PROFILE["levels"], PROFILE["levels"][0]]}  # type: ignore[call-overload,index,misc]
        assert told(document(profile=3, units=rows)) == [("PBB02", "", "/profile", "/profile")]
        assert told(document(profile=twice, units=rows)) == [("PBB09", "", "/profile/levels", "/profile/levels")]
        assert [code for code, *_ in told(document(units=rows))] == ["PBS07"]

    def test_the_report_says_what_was_asked(self) -> None:
        for given in ("", document()):
            report = validate(given, pack=JIXI, on=ON)
            assert (report.on, report.since) == (ON, date(2018, 1, 1))
            assert (report.pack, report.digest) == (JIXI.id, JIXI.digest)
            assert report.version
            assert report.complete is bool(given)
            with pytest.raises(InvalidValueError):
                validate(given, on=ON, since=date(2019, 1, 1))
        assert validate("", pack=JIXI, on=ON).tallies == ()

    def test_a_place_passes_through(self) -> None:
        sound = place(Unit(id="A", kind="k"))
        assert parse(sound) is sound
        assert told(sound) == []


class TestParse:
    def test_it_refuses_with_the_report(self) -> None:
        with pytest.raises(InvalidDocumentError, match="does not exist: X") as raised:
            parse(document(units=[{"id": "A", "kind": "k", "parent": "X"}]))
        assert [finding.code for finding in raised.value.report.findings] == ["PBS01"]
        assert raised.value.report.complete
        with pytest.raises(InvalidDocumentError) as raised:
            parse("{")
        assert [finding.code for finding in raised.value.report.findings] == ["PBB10"]
        assert not raised.value.report.complete

    def test_a_faulty_place_is_refused_too(self) -> None:
        with pytest.raises(InvalidDocumentError):
            parse(place(Unit(id="A", kind="k", parent="X")))


class TestClaims:
    def test_a_bad_claim_claims_nothing_and_the_others_stand(self) -> None:
        claims = [
            {"table": "units"},
            {"table": "nonsense"},
            {"table": "ties", "start": "2018-01-01", "end": "2018-01-01"},
            {"table": "ties", "kind": 3, "x": 1},
            3,
            {"table": "events", "kind": "k", "start": "2018-01-01", "end": "2019-01-01"},
        ]
        given = document(recorded=claims)
        assert told(given) == [
            ("PBB02", "", "/recorded/3/kind", "/recorded/3/kind"),
            ("PBB02", "", "/recorded/4", "/recorded/4"),
            ("PBB04", "", "/recorded/3/x", "/recorded/3/x"),
            ("PBB08", "", "/recorded/1/table", "/recorded/1/table"),
            ("PBB15", "", "/recorded/2", "/recorded/2"),
        ]
        rules = pack(norm(Within(of=Count(HERE.back(units.parent)), exactly="one"), each(units)), one=1)
        assert validate(given, pack=rules, on=ON).count("XX1", Verdict.BREACHED) == 1
        kept = parse(document(recorded=[claims[0], claims[5]])).recorded
        assert kept == (
            Recorded(table="units"),
            Recorded(table="events", kind="k", start=date(2018, 1, 1), end=date(2019, 1, 1)),
        )

    def test_what_is_no_list_claims_nothing(self) -> None:
        for claims in (None, 3, {"table": "units"}):
            assert told(document(recorded=claims)) == [("PBB02", "", "/recorded", "/recorded")]


class TestTables:
    @pytest.mark.parametrize("table", [None, 3, "units", True, {1, 2}])
    def test_what_is_no_table_loses_all_its_rows(self, table: Any) -> None:
        # Nor does what names a row of it dangle: the row may have been there.
        given = document(units=table, bodies=[{"id": "M", "kind": "k", "host": "A"}], recorded=[{"table": "units"}])
        assert told(given) == [("PBB02", "", "/units", "/units")]
        rules = pack(norm(Within(of=Count(each(units)), exactly="one")), one=1)
        assert validate(given, pack=rules, on=ON).breached == validate(given, on=ON).breached

    def test_a_row_without_identifier_may_be_the_one_that_is_named(self) -> None:
        bodies = [{"id": "M", "kind": "k", "host": "B"}]
        assert told(document(units=[{"kind": "k"}], bodies=bodies)) == [("PBB03", "", "/units/0/id", "")]
        assert told(document(units=[{"id": "C", "kind": 3}], bodies=bodies)) == [
            ("PBB02", "C", "/units/0/kind", "/units/C/kind"),
            ("PBS01", "M", None, "/bodies/M/host"),
        ]
        assert told(document(units=[{"id": "B", "kind": 3}], bodies=bodies)) == [
            ("PBB02", "B", "/units/0/kind", "/units/B/kind")
        ]

    def test_rows_by_identifier(self) -> None:
        by_key = document(units={"A": {"kind": "k"}, "B": {"kind": "k", "parent": "A", "id": "B"}})
        assert parse(by_key) == place(Unit(id="A", kind="k"), Unit(id="B", kind="k", parent="A"))

    def test_any_mapping_is_a_row(self) -> None:
        row = {"id": "A", "kind": "k"}
        for kind in (dict, collections.OrderedDict, types.MappingProxyType, collections.UserDict):
            assert parse(document(units=[kind(row)])) == parse(document(units={"A": kind(row)})) == parse(document())
        assert parse(document(units=({"id": "A", "kind": "k"},))) == parse(document())

    @pytest.mark.parametrize(
        ("table", "found"),
        [
            ({"A": {"kind": "k", "id": "B"}}, ("PBB08", "B", "/units/A/id", "/units/A/id")),
            ({"A": 3}, ("PBB02", "A", "/units/A", "/units/A")),
            ({3: {"kind": "k"}}, ("PBB02", "", "/units/3", "")),
            ({3: {"kind": "k", "id": "A"}}, ("PBB08", "A", "/units/3/id", "/units/3/id")),
            ({10**5000: {"kind": "k"}}, ("PBB02", "", "/units/int(>2000 bit)", "")),
            ({"a b": {"kind": "k"}}, ("PBB05", "a b", "/units/a b", "/units/a b")),
            ({"a/b~": {"kind": "k"}}, ("PBB05", "a/b~", "/units/a~1b~0", "/units/a~1b~0")),
            ({"A": {"kind": "k", "id": 3}}, ("PBB02", "", "/units/A/id", "")),
        ],
    )
    def test_a_key_is_an_identifier(self, table: Any, found: tuple[str, str, str, str]) -> None:
        assert told(document(units=table)) == [found]

    def test_of_two_rows_of_one_identifier_the_first_good_one_stays(self) -> None:
        rows = [{"id": "A", "kind": 3}, {"id": "A", "kind": "k"}, {"id": "A", "kind": "other"}]
        report = validate(document(units=rows), on=ON)
        assert [(f.code, f.at) for f in report.findings] == [("PBB02", "/units/0/kind"), ("PBB14", "/units/2")]

    def test_one_cell_is_one_finding(self) -> None:
        amounts: list[Any] = [{"about": 3, "percent": 101}, {"more_than": "x", "nearly": 3}, [], "3", -1, {}, None, 3.0]
        for amount in (*amounts, True):
            assert told(document(facts=[FACT | {"amount": amount}])) == [
                ("PBB02", "F", "/facts/0/amount", "/facts/F/amount")
            ]
        for basis in ({}, {"document": 3, "quote": 3}, "text", {"assumption": {"zh": "x"}}):
            found = told(document(facts=[FACT | {"amount": 3, "basis": basis}]))
            assert found == [("PBB02", "F", "/facts/0/basis", "/facts/F/basis")]

    def test_a_cell_is_shown_as_it_is_given(self) -> None:
        [finding] = validate(document(facts=[FACT | {"amount": {"about": -1}}]), on=ON).findings
        assert dict(finding.arguments)["value"] == "dict"  # and not the -1 that some reading of it stumbled over

    def test_a_span_of_numbers_runs_upwards(self) -> None:
        spans = [{"at_least": 5, "at_most": 4}, {"at_least": 5, "at_most": 5}]
        assert told(document(facts=[FACT | {"amount": spans[0]}])) == [
            ("PBB06", "F", "/facts/0/amount", "/facts/F/amount")
        ]
        assert told(document(facts=[FACT | {"amount": spans[1]}])) == []

    def test_numbers_as_texts_state_them(self) -> None:
        stated: list[Any] = [3, {"more_than": 3}, {"nearly": 3}, {"about": 3}, {"about": 3, "percent": 0}]
        stated += [{"at_least": 3}, {"at_least": 3, "at_most": 4}]
        rows = [FACT | {"id": f"F{n}", "amount": amount} for n, amount in enumerate(stated)]
        expected = [Exact(3), MoreThan(3), Nearly(3), About(3), About(3, 0), Between(3, None), Between(3, 4)]
        assert [fact.amount for fact in parse(document(facts=rows)).facts.values()] == expected

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"buildings": [{"id": "B1", "households": 1}] * 2}, "PBB09"),
            ({"edges": [["B1", "B2"]]}, "PBB09"),
            ({"buildings": [{"id": "B1", "households": 1}], "edges": [["B1", "B1"]]}, "PBB09"),
            ({"buildings": [{"id": "B1", "households": 1, "x": 1}]}, "PBB09"),
            ({"edges": [["B1"]]}, "PBB03"),
            ({"edges": [["B1", "B2", "B3"]]}, "PBB02"),
            ({"buildings": {"B1": {}}}, "PBB02"),
            ({"buildings": [{"id": "B1", "households": 1, "outline": [[0, 0]]}]}, "PBB09"),
        ],
    )
    def test_what_cannot_be_built_is_a_finding(self, changes: dict[str, Any], code: str) -> None:
        assert [found[0] for found in told(document(neighbourhoods=[HOME | changes]))] == [code]

    @pytest.mark.parametrize("parties", [{"A"}, frozenset({"A"}), iter(["A"]), {"A": 1}, "A", range(1)])
    def test_only_lists_are_lists(self, parties: Any) -> None:
        # A set has no order that two processes agree on.
        found = told(document(documents=[{"id": "D", "kind": "k", "parties": parties}]))
        assert found == [("PBB02", "D", "/documents/0/parties", "/documents/D/parties")]


class TestTwice:
    """A key that an object has twice: which is meant cannot be told, so neither counts."""

    def text(self, old: str, new: str, **tables: Any) -> str:
        made = json.dumps(document(**tables))
        assert made.count(old) == 1
        return made.replace(old, new)

    def test_in_a_row(self) -> None:
        bodies = [{"id": "M", "kind": "k", "host": "A"}]
        given = self.text(
            '"name": "1"', '"name": "1", "name": "2"', units=[{"id": "A", "kind": "k", "name": "1"}], bodies=bodies
        )
        assert told(given) == [("PBB11", "A", "/units/0", "/units/A")]

    def test_below_a_row(self) -> None:
        home = HOME | {"buildings": [{"id": "B1", "households": 1}]}
        grids = [{"id": "G", "neighbourhood": "N", "members": ["B1"]}]
        given = self.text('"households": 1', '"households": 1, "households": 1', neighbourhoods=[home], grids=grids)
        found = told(given)
        assert found == [("PBB11", "N", "/neighbourhoods/0/buildings/0", "/neighbourhoods/N/buildings/0")]

    def test_two_rows_under_one_key(self) -> None:
        rows = {"A": {"kind": "k"}, "B": {"kind": "k", "parent": "A"}, "C": {"kind": "k"}}
        given = self.text('"C": ', '"A": ', units=rows, recorded=[{"table": "units"}])
        assert told(given) == [("PBB11", "", "/units", "/units")]
        rules = pack(norm(Within(of=Count(HERE.back(units.parent)), exactly="one"), each(units)), one=1)
        report = validate(given, pack=rules, on=ON)
        assert report.count("XX1", Verdict.BREACHED) == 0
        assert report.count("XX1", Verdict.UNKNOWN) == 1  # of B; A is read in neither wording

    @pytest.mark.parametrize("key", ["units", "recorded", "profile", "id"])
    def test_in_the_document(self, key: str) -> None:
        whole = document(
            recorded=[{"table": "units"}, {"table": "posts"}], bodies=[{"id": "M", "kind": "k", "host": "Z"}]
        )
        whole["bodies"][0]["host"] = "A" if key != "units" else "Z"
        given = json.dumps(whole)[:-1] + f", {json.dumps(key)}: {json.dumps(whole[key])}}}"
        assert told(given) == [("PBB11", "", "", "")]
        rules = pack(norm(Within(of=Count(HERE.back(posts.unit)), exactly="one"), each(units)), one=1)
        expected = Verdict.UNKNOWN if key == "recorded" else Verdict.BREACHED
        assert validate(given, pack=rules, on=ON).count("XX1", expected) == 1
        rules = pack(norm(Within(of=Count(each(units)), exactly="five"), each(units)), five=5)
        expected = Verdict.UNKNOWN if key in {"recorded", "units"} else Verdict.BREACHED
        assert validate(given, pack=rules, on=ON).count("XX1", expected) == 1

    def test_in_the_head(self) -> None:
        given = self.text('"code": "city"', '"code": "city", "code": "town"')
        assert told(given) == [("PBB11", "", "/profile/levels/0", "/profile/levels/0")]
        given = self.text('"table": "units"', '"table": "units", "table": "ties"', recorded=[{"table": "units"}])
        assert told(given) == [("PBB11", "", "/recorded/0", "/recorded/0")]

    def test_in_what_no_schema_knows(self) -> None:
        found = told(json.dumps(document())[:-1] + ', "x": {"a": 1, "a": 2}}')
        assert found == [("PBB04", "", "/x", ""), ("PBB11", "", "/x", "/x")]

    def test_deeper_than_a_document_goes(self) -> None:
        deep = "[" * 20 + '{"a": 1, "a": 2}' + "]" * 20
        assert told(self.text('"k"', deep)) == [("PBB02", "A", "/units/0/kind", "/units/A/kind")]

    def test_all_that_repeat_are_named(self) -> None:
        report = validate(self.text('"kind": "k"', '"kind": "k", "kind": "k", "id": "A"'), on=ON)
        assert [dict(finding.arguments)["keys"] for finding in report.findings] == ["id, kind"]


class TestText:
    @pytest.mark.parametrize(
        ("text", "line", "column"),
        [("", 1, 1), ('{"a": 1,\n  b}', 2, 3), (b'{"a":\n "\xff"}', 2, 3), (b"\xff", 1, 1), ("{} {}", 1, 4)],
    )
    def test_where_it_is_no_json(self, text: str | bytes, line: int, column: int) -> None:
        [finding] = validate(text, on=ON).findings
        assert finding.code == "PBB10"
        assert (dict(finding.arguments)["line"], dict(finding.arguments)["column"]) == (line, column)

    @pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000])
    def test_nested_too_deeply(self, text: str) -> None:
        assert told(text) == [("PBB13", "", "", "")]

    @pytest.mark.parametrize("digits", ["9" * 17, "9" * 5_000, "-" + "9" * 100_000])
    def test_numbers_without_end(self, digits: str) -> None:
        row = {"id": "K", "account": "A", "resource": "r", "amount": 12345, "date": "2018-01-01", "transfer": "t"}
        given = json.dumps(document(ledger=[row])).replace("12345", digits)
        assert told(given) == [("PBB06", "K", "/ledger/0/amount", "/ledger/K/amount")]

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
    def test_what_is_no_number(self, number: str) -> None:
        given = json.dumps(document(facts=[FACT | {"amount": 12345}], world="made_up"))
        assert told(given.replace("12345", number)) == [("PBB12", "F", "/facts/0/amount", "/facts/F/amount")]
        assert told(given.replace('"k"', number)) == [("PBB12", "A", "/units/0/kind", "/units/A/kind")]
        assert told(given.replace('"made_up"', number)) == [("PBB12", "", "/world", "/world")]
        assert told(number) == [("PBB01", "", "", "")]

    def test_encodings(self) -> None:
        text = json.dumps(document(name="鸡西"), ensure_ascii=False)
        assert {parse(text.encode(code)).name for code in ("utf-8", "utf-16", "utf-32")} == {"鸡西"}


class TestWhatALostRowTouches:
    """What the bad rows touched is UNKNOWN, not BREACHED."""

    ROWS = (
        {"id": "city", "kind": "k", "level": "city"},
        {"id": "county", "kind": "k", "level": "county", "parent": "city"},
        {"id": "town", "kind": "k", "level": "township", "parent": "county"},
        {"id": "here", "kind": "k", "level": "community", "parent": "town"},
    )
    CHAIN = pack(norm(CompleteChain("levels"), each(units)), levels=("community", "township", "county", "city"))

    def judged(self, rows: list[Any], **tables: Any) -> Report:
        whole = [{"table": "units"}, {"table": "posts"}]
        return validate(document(units=rows, recorded=whole, **tables), pack=self.CHAIN, on=ON)

    def test_a_chain_that_lost_a_link(self) -> None:
        assert self.judged([*self.ROWS]).count("XX1", Verdict.MET) == 4
        for lost in (self.ROWS[1] | {"kind": 3}, {"kind": "k"}):
            report = self.judged([self.ROWS[0], lost, *self.ROWS[2:]])
            assert [finding.code[:3] for finding in report.breached] == ["PBB"]
            assert (report.count("XX1", Verdict.MET), report.count("XX1", Verdict.UNKNOWN)) == (1, 2)

    def test_a_count_over_a_table_that_lost_a_row(self) -> None:
        rules = pack(norm(Within(of=Count(HERE.back(posts.unit)), exactly="one"), each(units)), one=1)
        given = document(posts=[{"id": "P", "kind": "head", "unit": 3}], recorded=[{"table": "posts"}])
        report = validate(given, pack=rules, on=ON)
        assert [finding.code for finding in report.breached] == ["PBB02"]
        assert report.count("XX1", Verdict.UNKNOWN) == 1
        sound: list[Row] = [Unit(id="A", kind="k")]
        assert validate(place(*sound, whole=("posts",)), pack=rules, on=ON).count("XX1", Verdict.BREACHED) == 1
