"""Laws of comparison: a place does not differ from itself, and the order of sides moves columns alone."""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import pbgov
from pbgov.base import Text
from pbgov.comparison import Side
from pbgov.display import book
from pbgov.model import Jurisdiction
from pbgov.packs import JIXI, LANGFANG, NANQIAO
from pbgov.testing import jurisdictions
from tests.unit.display.reading import nested, tree

ON = date(2018, 7, 1)
FEW = settings(max_examples=15)
PACKS = st.sampled_from([None, JIXI, LANGFANG, NANQIAO])
PLACES = st.lists(jurisdictions(max_units=8, max_size=3), min_size=1, max_size=4)


@FEW
@given(place=jurisdictions(max_units=8, max_size=3), pack=PACKS, n=st.integers(1, 4))
def test_a_place_does_not_differ_from_itself(place: Jurisdiction, pack: Any, n: int) -> None:
    found = pbgov.compare([Side(place, pack)] * n, on=ON).differences
    assert [*found.levels, *found.measures, *found.mechanisms, *found.contrasts, *found.norms] == []


@FEW
@given(places=PLACES, data=st.data())
def test_the_order_of_sides_moves_columns_and_nothing_else(places: list[Jurisdiction], data: st.DataObject) -> None:
    sides = [Side(attrs.evolve(place, id=f"p{n}"), data.draw(PACKS)) for n, place in enumerate(places)]
    order = data.draw(st.permutations(range(len(sides))))
    one, other = pbgov.compare(sides, on=ON), pbgov.compare([sides[n] for n in order], on=ON)
    for name in ("levels", "measures", "mechanisms", "contrasts", "norms"):
        moved = [attrs.evolve(row, cells=tuple(row.cells[n] for n in order)) for row in getattr(one, name)]
        assert moved == list(getattr(other, name))


@FEW
@given(places=PLACES, data=st.data())
def test_each_side_stands_as_it_would_alone(places: list[Jurisdiction], data: st.DataObject) -> None:
    sides = [Side(attrs.evolve(place, id=f"p{n}"), data.draw(PACKS)) for n, place in enumerate(places)]
    whole = pbgov.compare(sides, on=ON)
    for n, side in enumerate(sides):
        alone = pbgov.compare([side], on=ON)
        for name in ("levels", "measures", "mechanisms", "norms"):
            cells = {row.code: row.cells[n] for row in getattr(whole, name)}
            assert {row.code: row.cells[0] for row in getattr(alone, name)}.items() <= cells.items()


@FEW
@given(places=PLACES, pack=PACKS)
def test_the_columns_of_every_part_are_of_one_length(places: list[Jurisdiction], pack: Any) -> None:
    made = pbgov.compare([Side(place, pack) for place in places], on=ON)
    for frame in made.to_columns().values():
        assert len({len(column) for column in frame.values()}) == 1


@FEW
@given(places=PLACES, pack=PACKS)
def test_whatever_is_on_record_a_comparison_is_well_formed(places: list[Jurisdiction], pack: Any) -> None:
    made = pbgov.compare([Side(place, pack) for place in places], on=ON)
    bundle = made._repr_mimebundle_()
    for kind in ("text/html", "image/svg+xml"):
        ET.fromstring(bundle[kind])  # noqa: S314 - our own markup
        nested(bundle[kind])
    shown = book([], heading=Text(zh="各地", en="Places"), comparison=made)
    nested(shown)
    assert tree(shown).tag == "html"
