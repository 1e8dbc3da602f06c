"""The schema: every row class has its twin, and JSON Schema says what both accept."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.boundary import json_schema, validate
from pbgov.boundary._schema import ROWS, ActIn, BuildingIn, LevelIn, ProfileIn, RecordedIn, words
from pbgov.grid import Building
from pbgov.model import TABLES, Recorded
from pbgov.org import Level, LevelProfile
from pbgov.rules import Act
from tests.documents import columned, keyed, sample

SCHEMA = json_schema()
TWINS: dict[str, tuple[Any, Any]] = {
    **{name: (TABLES[name], ROWS[name]) for name in TABLES},
    "buildings": (Building, BuildingIn),
    "acts": (Act, ActIn),
    "recorded": (Recorded, RecordedIn),
    "profile": (LevelProfile, ProfileIn),
    "levels": (Level, LevelIn),
}


@pytest.mark.parametrize("name", TWINS)
def test_twins_have_the_same_columns(name: str) -> None:
    row, twin = TWINS[name]
    columns = {a.name: a.default is attrs.NOTHING for a in attrs.fields(row)}
    assert {key: field.is_required() for key, field in twin.model_fields.items()} == columns


@pytest.mark.parametrize("name", TWINS)
def test_twins_have_the_same_defaults(name: str) -> None:
    row, twin = TWINS[name]
    defaults = {a.name: a.default for a in attrs.fields(row) if a.default is not attrs.NOTHING}
    assert {key: field.default for key, field in twin.model_fields.items() if not field.is_required()} == defaults


def test_every_table_has_a_twin() -> None:
    assert list(ROWS) == list(TABLES)


def test_words_are_words() -> None:
    with pytest.raises(TypeError):
        words("市")


# JSON Schema; a reader of the few keywords that occur in it, so that no other package is needed to try it


KEYWORDS = {
    "$defs", "$ref", "$schema", "additionalProperties", "anyOf", "const", "default", "description", "enum", "format",
    "items", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "pattern",
    "patternProperties", "prefixItems", "properties", "propertyNames", "required", "title", "type", "uniqueItems",
}  # fmt: skip
TYPES: dict[str, tuple[type, ...]] = {
    "array": (list,), "boolean": (bool,), "integer": (int,), "null": (type(None),), "object": (dict,), "string": (str,),
}  # fmt: skip


def schemas(schema: Any) -> list[dict[str, Any]]:
    """Give a schema and all that are in it."""
    inner = [
        schema.get("items"),
        schema.get("additionalProperties"),
        schema.get("propertyNames"),
        *schema.get("anyOf", ()),
        *schema.get("prefixItems", ()),
    ]
    inner += [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
    return [schema, *(found for one in inner if isinstance(one, dict) for found in schemas(one))]


def accepts(value: Any, schema: dict[str, Any]) -> bool:  # noqa: C901, PLR0911 - one line a keyword
    """Tell whether a schema accepts a value."""
    if "$ref" in schema:
        return accepts(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")])
    if "anyOf" in schema and not any(accepts(value, option) for option in schema["anyOf"]):
        return False
    if "const" in schema and value != schema["const"]:
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "type" in schema:
        is_flag = isinstance(value, bool) and schema["type"] != "boolean"
        if is_flag or not isinstance(value, TYPES[schema["type"]]):
            return False
    if isinstance(value, str):
        dated = schema.get("format") != "date" or re.fullmatch(r"\d{4}-\d\d-\d\d", value)
        fits = re.search(schema.get("pattern", ""), value)
        return bool(dated and fits) and schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
    if isinstance(value, int):
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    if isinstance(value, list):
        sized = schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
        prefix = schema.get("prefixItems", ())
        firsts = all(accepts(item, one) for item, one in zip(value, prefix, strict=False))
        rest = all(accepts(item, schema.get("items", {})) for item in value[len(prefix) :])
        return sized and firsts and rest and not (schema.get("uniqueItems") and len({*value}) < len(value))
    if isinstance(value, dict):
        other = schema.get("additionalProperties", True)
        known = schema.get("properties", {})
        named = all(accepts(key, schema.get("propertyNames", {})) for key in value) and all(
            accepts(cell, one)
            for pattern, one in schema.get("patternProperties", {}).items()
            for key, cell in value.items()
            if re.search(pattern, key)
        )
        return (
            named
            and set(schema.get("required", ())) <= set(value)
            and all(
                accepts(cell, known[key]) if key in known else other is True or (other and accepts(cell, other))
                for key, cell in value.items()
            )
        )
    return True


class TestJsonSchema:
    def test_it_is_plain_and_stands_alone(self) -> None:
        assert json.loads(json.dumps(SCHEMA)) == SCHEMA
        assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert SCHEMA["additionalProperties"] is False
        assert set(SCHEMA["required"]) == {"id", "profile"}
        assert set(SCHEMA["properties"]) == {"schema", "id", "name", "world", "profile", "recorded", *TABLES}

    def test_every_reference_leads_somewhere_and_every_keyword_is_known(self) -> None:
        for schema in schemas(SCHEMA):
            assert {*schema} <= KEYWORDS
            if "$ref" in schema:
                assert schema["$ref"].removeprefix("#/$defs/") in SCHEMA["$defs"]
            if "required" in schema and "properties" in schema:
                assert schema["additionalProperties"] is False
                assert set(schema.get("required", ())) <= set(schema["properties"])

    def test_it_accepts_what_the_library_writes(self) -> None:
        assert accepts(sample(), SCHEMA)
        for form in (keyed, columned):
            assert accepts(form(sample()), SCHEMA)

    @pytest.mark.parametrize(
        ("steps", "value"),
        [
            (("id",), None), (("profile",), []), (("world",), "imagined"), (("schema",), "pbgov/3"), (("x",), 1),
            (("units",), 3), (("units", 0, "kind"), 3), (("units", 0, "made_up"), 1), (("units", 0, "x"), 1),
            (("units", 0, "start"), "2018"), (("units", 0, "id"), "x" * 121), (("units", 0, "name"), "x" * 201),
            (("grids", 0, "members"), "B1"), (("grids", 0, "members"), [3]), (("ledger", 0, "amount"), True),
            (("ledger", 0, "amount"), 2**53 + 1), (("facts", 0, "amount"), {"about": -1}),
            (("facts", 0, "amount"), "3"), (("facts", 0, "basis"), {"document": "d"}),
            (("neighbourhoods", 0, "edges"), [["B1"]]),
            (("neighbourhoods", 0, "buildings", 0, "households"), -1), (("recorded", 0, "table"), 3),
        ],
    )  # fmt: skip
    def test_it_refuses_what_the_library_refuses(self, steps: tuple[Any, ...], value: Any) -> None:
        document: Any = sample()
        assert accepts(document, SCHEMA)
        here = document
        for step in steps[:-1]:
            here = here[step]
        here[steps[-1]] = value
        assert not accepts(document, SCHEMA)
        assert not validate(document, on=date(2018, 7, 1)).complete
