"""Versions: an old document is read as a new one, step by step, and a newer one is said to be newer."""

from __future__ import annotations

from typing import Any

from pbgov.base import Text
from pbgov.boundary import Upgraded, parse, to_document, upgrade, validate
from tests.unit.boundary.test_read import document, told
from tests.unit.validation.worlds import ON

OLD = {  # as version 1 wrote it
    "schema": "pbgov/1",
    "id": "X",
    "name": "",
    "world": "made_up",
    "profile": {"id": "p", "levels": []},
    "recorded": [],
    "units": {"A": {"kind": "k"}, "B": {"kind": "k", "parent": "A"}},
    "ties": {"T": {"kind": "leads", "source": "A", "target": "B", "start": "2018-01-01"}},
}


def test_an_old_document_is_read() -> None:
    made = upgrade(OLD)
    assert made.document == OLD | {"schema": "pbgov/2"}
    assert [note.zh for note in made.notes] == ["由pbgov/1按pbgov/2读取"]
    assert parse(OLD) == parse(made.document)
    assert to_document(parse(OLD)) == made.document
    assert OLD["schema"] == "pbgov/1"


def test_a_present_one_is_left_alone() -> None:
    for schema in ({}, {"schema": "pbgov/2"}, {"schema": "pbgov/9"}, {"schema": 7}):
        assert upgrade(schema) == Upgraded(schema)


def test_a_newer_one_is_newer_and_not_strange() -> None:
    assert told(document(schema="pbgov/3")) == [("PBB20", "", "/schema", "/schema")]
    [finding] = validate(document(schema="pbgov/12"), on=ON).findings
    assert "newer than pbgov/2" in finding.message()
    for schema in ("pbgov/0", "pbgov/02", "pbgov/", "pbgov/1234567", "other/1"):
        assert told(document(schema=schema)) == [("PBB08", "", "/schema", "/schema")]


def test_steps_follow_each_other() -> None:
    def rename(given: dict[str, Any]) -> tuple[dict[str, Any], tuple[Text, ...]]:
        held = dict(given)
        held["ties"] = held.pop("links", {})
        return held, (Text(zh="links改称ties", en="links are called ties"),)

    def same(given: dict[str, Any]) -> tuple[dict[str, Any], tuple[Text, ...]]:
        return given, ()

    given = {"schema": "pbgov/1", "links": {"T": {}}}
    made = upgrade(given, steps={1: rename, 2: same})
    assert made.document == {"schema": "pbgov/3", "ties": {"T": {}}}
    assert [note.en for note in made.notes] == [
        "read as pbgov/2 instead of pbgov/1",
        "links are called ties",
        "read as pbgov/3 instead of pbgov/2",
    ]
    assert given == {"schema": "pbgov/1", "links": {"T": {}}}
