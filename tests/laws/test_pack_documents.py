"""Laws of packs as JSON: nothing is lost on the way, and what cannot be a pack is told, with its place."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov import packs
from pbgov.base import LANGS, Assumption, Text
from pbgov.boundary import (
    overlay_schema,
    overlay_to_document,
    pack_schema,
    pack_to_document,
    parse_overlay,
    parse_pack,
)
from pbgov.errors import InvalidDocumentError
from pbgov.packs import JIXI
from pbgov.rules import Dated, Overlay, RulePack, Setting, Suspension
from pbgov.testing import rule_packs, sound_packs

SHIPPED = [value for name in packs.__all__ if isinstance(value := getattr(packs, name), RulePack)]
WORDS = Text(zh="规则", en="rule")
GROUND = Assumption(WORDS)
FEW = settings(max_examples=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def told(given_: Any) -> list[tuple[str, str | None]]:
    """The problems of a document, each with its place; every one is worded in both languages."""
    with pytest.raises(InvalidDocumentError) as caught:
        parse_pack(given_)
    findings = caught.value.report.findings
    assert all(finding.message(lang) and finding.fix(lang) for finding in findings for lang in LANGS)
    return [(finding.code, finding.at) for finding in findings]


@pytest.mark.parametrize("pack", SHIPPED, ids=lambda pack: pack.id)
def test_every_shipped_pack_survives_json(pack: RulePack) -> None:
    document = json.loads(json.dumps(pack_to_document(pack)))
    assert parse_pack(document) == pack
    assert parse_pack(json.dumps(document)).digest == pack.digest


@given(pack=rule_packs() | sound_packs())
@FEW
def test_every_pack_survives_json(pack: RulePack) -> None:
    assert parse_pack(json.dumps(pack_to_document(pack))) == pack


def test_an_overlay_survives_json() -> None:
    overlay = Overlay(
        id="city", title=WORDS, basis=GROUND, after=("base",), add=(JIXI.rule("JX454"), JIXI.norm("JX201")),
        replace=(JIXI.rule("JX460"),), suspend=(Suspension(target="JX467", start=date(2019, 1, 1)),),
        set=(Setting("rotation.groups", Dated(value=7, basis=GROUND)),),
    )  # fmt: skip
    assert parse_overlay(json.dumps(overlay_to_document(overlay))) == overlay


def test_the_schemas_are_json_and_name_their_draft() -> None:
    for schema in (pack_schema(), overlay_schema()):
        assert json.loads(json.dumps(schema))["$schema"].endswith("2020-12/schema")


@given(document=JSON)
@FEW
def test_no_json_at_all_brings_more_than_a_report(document: Any) -> None:
    assert told(document)


@given(data=st.data())
@FEW
def test_damage_anywhere_is_a_report_or_another_pack(data: st.DataObject) -> None:
    document: Any = json.loads(json.dumps(pack_to_document(JIXI)))
    place: Any = document
    for _ in range(data.draw(st.integers(1, 6))):
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        if isinstance(place[key], dict | list) and data.draw(st.booleans()):
            place = place[key]
        else:
            place[key] = data.draw(JSON)
            break
    try:
        assert isinstance(parse_pack(document), RulePack)
    except InvalidDocumentError as error:
        assert all(f.at is None or f.at == "" or f.at.startswith("/") for f in error.report.findings)  # noqa: PT017 - every place is a pointer


def nested(levels: int) -> Any:
    node: Any = {"is": "field", "name": "on_list"}
    for _ in range(levels):
        node = {"is": "not", "part": node}
    return node


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("rules", 0, "when"), nested(10_000)),
        (("rules", 0, "when"), nested(150)),
        (("fields", 7, "low"), 1.5),
        (("fields", 7, "low"), True),
        (("fields", 0, "kind"), "money"),
        (("rules", 0, "id"), "two words"),
        (("rules", 0, "effect"), "allow"),
        (("rules", 0, "surprise"), 1),
        (("parameters", 0, "values", 0, "start"), "2018-02-30"),
        (("id",), None),
    ],
)
def test_a_wrong_cell_is_told_with_its_place(path: tuple[Any, ...], value: Any) -> None:
    document: Any = json.loads(json.dumps(pack_to_document(JIXI)))
    place = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    problems = told(document)
    assert problems
    assert all(at is not None for _, at in problems)


def test_hostile_text_is_a_report() -> None:
    assert told("[" * 100_000)
    assert told('{"id": NaN}')
    assert told('{"id": "a", "id": "b"}')
    assert told("no json")
