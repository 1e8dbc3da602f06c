"""A comparison shows itself: as a drawing, as tables, in both languages, whole and well-formed."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

import pbgov
from pbgov.base import LANGS, Between, Cycle, Exact, Lang, MoreThan, Text
from pbgov.comparison import Comparison, Presence, Side
from pbgov.comparison._words import SIGNS, amount_words
from pbgov.model import Jurisdiction
from pbgov.org import FOUR_LEVELS
from pbgov.packs import JIXI, MECHANISMS
from tests.unit.comparison.worlds import ON, city, coded, district, lone, meeting, rhythm
from tests.unit.display.reading import nested
from tests.unit.display.worlds import NASTY

PACK = rhythm("q", Cycle.QUARTER)
NAMED = Side(meeting(), PACK, label=Text(zh="会城", en="Meeting Town"))
MADE = pbgov.compare([NAMED, city(), district(), lone(), Side(coded(), PACK)], on=ON)
EMPTY = pbgov.compare([Jurisdiction(id="x", profile=FOUR_LEVELS)], on=ON)


def drawing(made: Comparison, lang: Lang | None = None) -> ET.Element:
    return ET.fromstring(made.to_svg(lang=lang))  # noqa: S314 - our own


class TestTheDrawing:
    @pytest.mark.parametrize("lang", [None, *LANGS])
    def test_every_state_and_every_level_has_a_shape_for_every_side(self, lang: Lang | None) -> None:
        signs = [one.get("class", "") for one in drawing(MADE, lang).iter() if "sign" in one.get("class", "")]
        cells = len(MADE.sides) * len(MECHANISMS)
        no_level = sum(cell is None for row in MADE.levels for cell in row.cells)
        assert len(signs) == cells + no_level + len(Presence)  # and the legend
        assert signs.count("sign breached") == 2
        assert signs.count("sign silent") == 2

    def test_states_differ_in_shape_and_not_in_colour_alone(self) -> None:
        shapes = {
            one.get("class"): (one.tag.rpartition("}")[2], one.get("fill") == "none")
            for one in drawing(MADE).iter()
            if "sign" in one.get("class", "")
        }
        assert len(shapes) == len(set(shapes.values())) == len(Presence)
        assert len(set(SIGNS.values())) == len(Presence)

    def test_a_bar_is_as_long_as_its_number_against_the_greatest_of_its_row(self) -> None:
        sides = [city(), coded()]
        bars = [one for one in drawing(pbgov.compare(sides, on=ON)).iter() if one.get("class") == "bar"]
        assert [int(one.get("width", "")) for one in bars] == [40, 40, 40, 20, 40, 26, 40, 40]

    def test_what_is_open_at_the_top_is_drawn_open(self) -> None:
        root = drawing(pbgov.compare([district()], on=ON))
        told = [one.text for one in root.iter() if one.tag.endswith("text")]
        assert told.count("≥1") == 2
        assert told.count("?") == 1  # nothing is known of communities
        assert sum(one.get("class") == "open" for one in root.iter()) == 3

    def test_every_shape_says_side_row_and_state(self) -> None:
        tips = [one.text or "" for one in drawing(MADE, "en").iterfind(".//{*}g/{*}title")]
        assert "Meeting Town · enlarged committees · ▲ asked for, and the record shows a breach ZZ228" in tips
        assert "清河 · township level · 2" not in tips
        assert "清河 · subdistrict or town · 2" in tips

    @pytest.mark.parametrize("lang", LANGS)
    def test_one_language_alone_is_spoken_where_it_is_asked_for(self, lang: Lang) -> None:
        plain = pbgov.compare([Side(city(), label=Text(zh="甲", en="A"))], on=ON)
        words = "".join(drawing(plain, lang).itertext())
        assert bool(re.search("[\u4e00-\u9fff]", words)) is (lang == "zh")

    def test_many_sides_make_it_wider_and_are_marked(self) -> None:
        few, many = (pbgov.compare([city()] * n, on=ON).to_svg() for n in (5, 20))
        assert 'class="comparison"' in few
        assert 'class="comparison many"' in many
        assert int(ET.fromstring(many).get("width", "")) > 2 * int(ET.fromstring(few).get("width", ""))  # noqa: S314

    def test_what_comes_from_data_is_escaped(self) -> None:
        made = pbgov.compare([Side(city(), label=Text(zh=NASTY, en=NASTY))], on=ON)
        for kind in made._repr_mimebundle_().values():
            if kind.startswith("<"):
                assert "<script" not in kind
                ET.fromstring(f"<div>{kind}</div>")  # noqa: S314 - our own


class TestTheTables:
    @pytest.mark.parametrize("made", [MADE, EMPTY, EMPTY.differences], ids=["five", "empty", "none"])
    def test_each_kind_is_well_formed_and_speaks_both_languages(self, made: Comparison) -> None:
        bundle = made._repr_mimebundle_()
        assert set(bundle) == {"text/plain", "text/html", "image/svg+xml"}
        for kind in ("text/html", "image/svg+xml"):
            nested(bundle[kind])
        html = ET.fromstring(bundle["text/html"])  # noqa: S314 - our own
        spoken = {lang: sum(one.get("lang") == lang for one in html.iter()) for lang in LANGS}
        assert spoken["zh"] == spoken["en"] > 0

    def test_every_row_has_a_cell_for_every_column(self) -> None:
        for sheet in MADE.sheets():
            assert {len(row) for row in sheet.rows} == {len(sheet.heads)}
            assert all(cell for row in sheet.rows for cell in row)
            assert len(sheet.heads) == (4 if sheet.code == "sides" else 1 + len(MADE.sides))

    def test_an_item_says_force_figures_findings_and_codes(self) -> None:
        (sheet,) = (sheet for sheet in MADE.sheets() if sheet.code == "norms")
        (row,) = sheet.rows
        assert [line.en for line in row[0]] == ["C-2.28", "it meets regularly"]
        assert [line.en for line in row[1]] == ["must", "cadence: quarter", "met 2, breached 2", "ZZ228"]
        assert [line.zh for line in row[1]] == ["必须", "周期：季度", "符合 2、违反 2", "ZZ228"]
        assert [line.en for line in row[2]] == ["—"]

    def test_rules_and_figures_still_wanted_are_told(self) -> None:
        made = pbgov.compare([Side(lone(), JIXI)], on=ON)
        text = made.to_text("en")
        assert "must, forbids" in text
        assert "to be supplied" in text
        assert "待补" in made.to_text("zh")


@pytest.mark.parametrize(
    ("amount", "per_thousand", "en", "zh"),
    [
        (Exact(1200), False, "1,200", "1,200"),
        (Exact(0), False, "0", "0"),
        (MoreThan(3500), False, "more than 3,500", "3,500余"),
        (Between(0, None), False, "not on record", "未记录"),
        (Between(-5, None), True, "not on record", "未记录"),
        (Between(3, None), False, "at least 3", "至少3"),
        (Between(2350, 2350), True, "2.35", "2.35"),
        (Between(2359, 2359), True, "2.35", "2.35"),
        (Between(2000, 2000), True, "2", "2"),
        (Between(8, 8), True, "0.008", "0.008"),
        (Between(0, 0), True, "0", "0"),
        (Between(1_234_500, 1_234_500), True, "1,234.5", "1,234.5"),
        (Between(8, None), True, "at least 0.008", "至少0.008"),
        (Between(1000, 1500), True, "1–1.5", "1–1.5"),
    ],
)
def test_an_amount_is_written_as_far_as_it_is_known(
    amount: Exact | Between, per_thousand: bool, en: str, zh: str
) -> None:
    assert amount_words(amount, per_thousand=per_thousand) == Text(zh=zh, en=en)


def test_the_summary_counts_what_is_asked_for() -> None:
    made = pbgov.compare([Side(city(), PACK), Side(city(), rhythm("h", Cycle.HALF_YEAR))], on=date(2018, 7, 1))
    assert made.summary.en.endswith(
        "Items of norms: 1; 1 of them are asked for in more than one place, and 1 of these not alike."
    )
    assert made.summary.zh.endswith("规范事项1项；不止一地有要求的1项，其中要求不同的1项。")


def test_what_two_ask_alike_may_differ_in_what_was_found() -> None:
    made = pbgov.compare(
        [Side(city(), PACK), Side(city().without("bodies", "m1", "m2"), PACK), Side(city())], on=date(2018, 7, 1)
    )
    [row] = made.norms
    assert row.is_shared
    assert not row.is_asked_otherwise
    assert row.differs
