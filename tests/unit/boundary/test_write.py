"""The canonical document, written out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from pbgov.base import (
    About,
    Amount,
    Assumption,
    Basis,
    Between,
    Derived,
    Exact,
    Json,
    MoreThan,
    Nearly,
    Required,
    Row,
    Source,
    Text,
)
from pbgov.boundary import parse, to_document
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Event, Fact, Jurisdiction, Recorded
from pbgov.org import CITY, Holding, LevelProfile, Person, Post, Unit

WHY = Text(zh="为何", en="why")
WORDS: dict[str, Json] = {"zh": "为何", "en": "why"}
NONE = LevelProfile(id="none", levels=())


def written(*rows: Row) -> dict[str, Json]:
    """Write a place of these rows; only its tables."""
    place = Jurisdiction(id="X", profile=NONE).having(*rows)
    document = to_document(place)
    return {key: document[key] for key in document if key not in to_document(Jurisdiction(id="X", profile=NONE))}


def test_the_head() -> None:
    profile = LevelProfile(id="one", levels=(CITY,))
    place = Jurisdiction(
        id="X",
        name="市",
        world="reported",
        profile=profile,
        recorded=(Recorded(table="units", kind="k", end=date(2018, 1, 1)),),
    )
    assert to_document(place) == {
        "schema": "pbgov/2",
        "id": "X",
        "name": "市",
        "world": "reported",
        "profile": {"id": "one", "levels": [{"code": "city", "label": {"zh": "市", "en": "city"}}]},
        "recorded": [{"table": "units", "kind": "k", "end": "2018-01-01"}],
    }


def test_defaults_are_left_out_and_rows_stand_in_order() -> None:
    rows = [Unit(id="B", kind="k", parent="A", start=date(2018, 1, 1), made_up=True), Unit(id="A", kind="k", name="甲")]
    assert written(*rows) == {
        "units": {
            "A": {"kind": "k", "name": "甲"},
            "B": {"start": "2018-01-01", "made_up": True, "kind": "k", "parent": "A"},
        }
    }
    assert list(written(*rows)["units"]) == ["A", "B"]  # type: ignore[arg-type] # an object


def test_none_and_nothing_are_two_things() -> None:
    rows: list[Row] = [
        Unit(id="A", kind="k"),
        Event(id="E1", kind="k", subject="A", date=date(2018, 1, 1), attendance=()),
        Event(id="E2", kind="k", subject="A", date=date(2018, 1, 1), agenda=("a", "b")),
        Post(id="P", kind="head", unit="A"),
        Person(id="X", category="c"),
        Holding(id="H", post="P", person="X", full_time=False),
    ]
    document = written(*rows)
    assert document["events"] == {
        "E1": {"kind": "k", "subject": "A", "date": "2018-01-01", "attendance": []},
        "E2": {"kind": "k", "subject": "A", "date": "2018-01-01", "agenda": ["a", "b"]},
    }
    assert document["holdings"] == {"H": {"post": "P", "person": "X", "full_time": False}}


def test_a_neighbourhood_and_its_grids() -> None:
    home = Neighbourhood(
        id="N",
        community="A",
        buildings=(Building(id="B2", households=0), Building(id="B1", households=5, compound="east", x=0, y=-3)),
        edges=(("B2", "B1"),),
    )
    assert written(Unit(id="A", kind="k"), home, Grid(id="G", neighbourhood="N", members=("B2", "B1"))) == {
        "units": {"A": {"kind": "k"}},
        "neighbourhoods": {
            "N": {
                "community": "A",
                "buildings": [
                    {"id": "B1", "households": 5, "compound": "east", "x": 0, "y": -3},
                    {"id": "B2", "households": 0},
                ],
                "edges": [["B1", "B2"]],
            }
        },
        "grids": {"G": {"neighbourhood": "N", "members": ["B1", "B2"]}},
    }


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Exact(5), 5),
        (MoreThan(5), {"more_than": 5}),
        (Nearly(5), {"nearly": 5}),
        (About(5), {"about": 5, "percent": 10}),
        (Between(5, None), {"at_least": 5}),
        (Between(5, 6), {"at_least": 5, "at_most": 6}),
    ],
)
def test_numbers(amount: Amount, expected: Json) -> None:
    basis = Assumption(WHY)
    document = written(Unit(id="A", kind="k"), Fact(id="F", about="A", amount=amount, unit="u", basis=basis))
    assert document["facts"] == {"F": {"about": "A", "amount": expected, "unit": "u", "basis": {"assumption": WORDS}}}


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (Source(document="d", quote="q"), {"document": "d", "quote": "q"}),
        (Source(document="d", quote="q", article="6"), {"document": "d", "quote": "q", "article": "6"}),
        (Assumption(WHY), {"assumption": WORDS}),
        (Required(WHY), {"required": WORDS}),
        (Derived(from_=("a", "b"), how=WHY), {"derived_from": ["a", "b"], "how": WORDS}),
    ],
)
def test_where_a_number_comes_from(basis: Basis, expected: Json) -> None:
    place = Jurisdiction(id="X", profile=NONE).having(
        Unit(id="A", kind="k"), Fact(id="F", about="A", amount=Exact(1), unit="u", basis=basis)
    )
    document = to_document(place)
    assert document["facts"] == {"F": {"about": "A", "amount": 1, "unit": "u", "basis": expected}}
    assert parse(document) == place
