"""Laws of the display room: over all texts, all plans, all places."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from collections import defaultdict
from datetime import date
from xml.etree import ElementTree as ET

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov.base import LANGS, Report, Shown, Table, Text, element, escape
from pbgov.display import page
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood
from pbgov.grid._afar import afar
from pbgov.grid._colours import COLOURS, colours
from pbgov.grid._shapes import Sheet, extent_of
from pbgov.model import Jurisdiction
from pbgov.org import FOUR_LEVELS, OrgGraph, Unit
from pbgov.testing import jurisdictions, reports, rotas
from tests.unit.display.reading import nested, seen, tree

ON = date(2018, 7, 1)
FEW = settings(max_examples=30)
COORDINATES = st.integers(-2_000_000, 2_000_000)
SHAPES = st.lists(st.lists(st.tuples(COORDINATES, COORDINATES), min_size=3, max_size=6), min_size=1, max_size=5)
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@st.composite
def plans(draw: st.DrawFn) -> GridPlan:
    """Plans of up to 20 grids, with any buildings side by side, drawn or not."""
    spots = draw(st.lists(st.none() | st.tuples(COORDINATES, COORDINATES), min_size=1, max_size=20))
    buildings = [
        Building(id=f"B{i:02}", households=draw(st.integers(0, 3)), x=at and at[0], y=at and at[1])
        for i, at in enumerate(spots)
    ]
    ids = [building.id for building in buildings]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=40))
    edges = [(a, b) for a, b in pairs if a != b]
    held: defaultdict[int, list[str]] = defaultdict(list)
    for key in ids:
        held[draw(st.integers(0, 19))].append(key)
    return GridPlan(
        neighbourhood=Neighbourhood(id="N", community="C", buildings=buildings, edges=edges),
        grids=[Grid(id=f"N-G{n}", neighbourhood="N", members=members) for n, members in held.items()],
    )


@given(text=st.text())
def test_a_text_comes_back_from_markup_as_it_was(text: str) -> None:
    wanted = FORBIDDEN.sub("\ufffd", text)
    read = ET.fromstring(element("p", text, title=text))  # noqa: S314 - our own markup
    assert (read.text or "") == wanted
    assert read.attrib["title"] == wanted.replace("\t", " ").replace("\n", " ")  # as XML reads attributes
    assert escape(escape(text)) == escape(text)


@given(shapes=SHAPES)
def test_a_path_leads_through_the_corners(shapes: list[list[tuple[int, int]]]) -> None:
    sheet = Sheet.over(extent_of([corner for shape in shapes for corner in shape]), 100_000)
    drawn = [figure for figure in sheet.closed(shapes).split("z") if figure]
    assert len(drawn) == len(shapes)
    for figure, shape in zip(drawn, shapes, strict=True):
        numbers = [int(number) for number in re.findall(r"-?\d+", figure)]
        x, y = numbers[:2]
        points = [(x, y)]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        assert points == [sheet.at(corner) for corner in shape]
        assert all(0 <= px <= sheet.width and 0 <= py <= sheet.height for px, py in points)


@given(plan=plans())
def test_grids_side_by_side_differ_in_eight_colours_where_none_has_eight_neighbours(
    plan: GridPlan,
) -> None:
    homes = plan.homes
    pairs = {frozenset((homes[a], homes[b])) for a, b in plan.neighbourhood.edges if homes[a] != homes[b]}
    for chosen in (colours(plan), plan.colours()):
        assert list(chosen) == list(plan.grids)
        assert all(len({chosen[grid] for grid in pair}) == 2 for pair in pairs)
        if all(sum(grid in pair for pair in pairs) < COLOURS for grid in plan.grids):
            assert set(chosen.values()) <= set(range(COLOURS))


@st.composite
def quarters(draw: st.DrawFn) -> GridPlan:
    """Plans of blocks in rows, that can be walked round: whatever grids they are divided into, it can be drawn."""
    wide, high = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    cells = [(column, row) for row in range(high) for column in range(wide)]
    buildings = [
        Building(id=f"B{n:03}", households=1, x=30_000 * column, y=30_000 * row)
        for n, (column, row) in enumerate(cells)
    ]
    near = [(n, n + 1) for n in range(len(cells)) if (n + 1) % wide] + [(n, n + wide) for n in range(len(cells) - wide)]
    owner = list(range(len(cells)))
    for a, b in draw(st.permutations(near))[: draw(st.integers(0, len(near)))]:
        owner = [owner[a] if one == owner[b] else one for one in owner]
    held: defaultdict[int, list[str]] = defaultdict(list)
    for building, grid in zip(buildings, owner, strict=True):
        held[grid].append(building.id)
    edges = [(buildings[a].id, buildings[b].id) for a, b in near]
    return GridPlan(
        neighbourhood=Neighbourhood(id="N", community="C", buildings=buildings, edges=edges),
        grids=[Grid(id=f"N-G{n}", neighbourhood="N", members=members) for n, members in held.items()],
    )


@FEW
@given(plan=quarters())
def test_what_can_be_drawn_needs_no_hatching_close_by_or_from_afar(plan: GridPlan) -> None:
    homes = plan.homes
    far = afar(plan)
    assert far is not None
    for chosen in (plan.colours(), dict(zip(plan.grids, far.numbers, strict=True))):
        assert set(chosen.values()) <= set(range(COLOURS))
        assert all(chosen[homes[a]] != chosen[homes[b]] for a, b in plan.neighbourhood.edges if homes[a] != homes[b])


@given(
    names=st.lists(st.text(st.characters(codec="utf-8"), max_size=20).filter(str.isprintable), max_size=6),
    heading=st.builds(Text, st.text(max_size=20), st.text(max_size=20)),
    lang=st.sampled_from(LANGS),
    data=st.data(),
)
def test_whatever_things_are_called_the_page_is_well_formed(
    names: list[str], heading: Text, lang: str, data: st.DataObject
) -> None:
    units = [
        Unit(id=f"U{i}", kind="x", level=data.draw(st.sampled_from(("city", "county", None))), name=name, parent=parent)
        for i, name in enumerate(names)
        for parent in [data.draw(st.none() | st.sampled_from([f"U{k}" for k in range(len(names))]))]
    ]
    place = Jurisdiction(id="X", profile=FOUR_LEVELS, units=Table(units))
    drawn = data.draw(st.lists(plans(), max_size=2))
    html = page(place, Report(), heading=heading, on=ON, plans=drawn, lang=lang)  # type: ignore[arg-type] # of LANGS
    nested(html)
    assert FORBIDDEN.sub("\ufffd", heading.zh) in seen(tree(html), "zh")


def _markup(shown: Shown) -> list[str]:
    """Everything a notebook is given of a value that is markup, each piece well-formed."""
    bundle = shown._repr_mimebundle_()
    assert set(bundle) >= {"text/plain", "text/html"}
    assert bundle == shown._repr_mimebundle_()
    made = [bundle[kind] for kind in ("text/html", "image/svg+xml") if kind in bundle]
    for piece in made:
        ET.fromstring(f"<div>{piece}</div>")  # noqa: S314 - our own markup
        nested(piece)
    return made


@FEW
@given(place=jurisdictions(max_units=12, max_size=4), root=st.integers(0, 12), limit=st.integers(1, 15))
def test_whatever_is_on_record_the_chart_is_well_formed_in_three_notations(
    place: Jurisdiction, root: int, limit: int
) -> None:
    again = pickle.loads(pickle.dumps(place)).org  # noqa: S301 - our own value
    begin = dict(enumerate(place.units)).get(root)
    for lang in (None, *LANGS):
        picture = place.org.to_svg(root=begin, limit=limit, lang=lang)
        assert picture == again.to_svg(root=begin, limit=limit, lang=lang)
        drawn = ET.fromstring(picture)  # noqa: S314 - our own markup
        tips = [title.text or "" for title in drawn.iterfind(".//{*}g/{*}title")]
        known = {*place.units, *place.bodies}
        assert all(tip.rpartition(" · ")[2] in known for tip in tips)
        assert len(tips) <= limit
        assert not place.units or len(tips) >= 1
        for name, write in (("mermaid", OrgGraph.to_mermaid), ("dot", OrgGraph.to_dot)):
            text = write(place.org, root=begin, limit=limit, lang=lang)
            assert text == write(again, root=begin, limit=limit, lang=lang)
            assert not re.search(r"<(?!br/>)" if name == "mermaid" else "<", text)
            rows = text.splitlines()
            assert sum(bool(re.match(r" +n\d+ ?(\[|\()", row)) for row in rows) >= len(tips)
            assert all(row.count('"') % 2 == 0 for row in (one.replace('\\"', "") for one in rows))
    _markup(place.org)


@FEW
@given(place=jurisdictions(max_units=6, max_size=4))
def test_whatever_is_on_record_its_columns_are_of_equal_length(place: Jurisdiction) -> None:
    for name, held in place.to_columns().items():
        assert {len(column) for column in held.values()} == {len(place.table(name))}
        frame = pl.DataFrame(held)
        assert frame.to_dict(as_series=False) == held
        assert list(held["id"]) == list(place.table(name))


@FEW
@given(shown=st.one_of(reports(max_size=8), rotas(), plans()))
def test_whatever_is_shown_is_well_formed(shown: Shown) -> None:
    _markup(shown)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_the_same_in_any_process(lang: str) -> None:
    code = (
        "import sys; from tests.unit.display.worlds import whole; sys.stdout.buffer.write(whole(sys.argv[1]).encode())"
    )
    shown = {
        subprocess.run(
            [sys.executable, "-c", code, lang],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(shown) == 1
