"""Places side by side: levels, measures, mechanisms, norms, as cells counted by hand."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import polars as pl
import pytest

import pbgov
from pbgov.base import LANGS, Amount, Between, Cycle, Exact, Modality, Text, Verdict
from pbgov.comparison import LEVELS, YARDSTICKS, Comparison, Presence, Side, Yardstick
from pbgov.errors import InvalidValueError
from pbgov.model import Jurisdiction, columns
from pbgov.org import FOUR_LEVELS
from pbgov.packs import (
    CONTRASTS,
    INSTITUTIONS,
    JIEFANGBEI,
    JIXI,
    LANGFANG,
    LIFECYCLES,
    MECHANISMS,
    NANQIAO,
    NATIONAL,
    SHANWEI,
    Institution,
)
from pbgov.rules import HERE, Count, Overlay, Own, each
from pbgov.validation import judge
from tests.unit.comparison.worlds import ON, WHY, city, coded, district, gridded, lone, meeting, rhythm

ROOT = Path(__file__).parents[3]
ALL = pbgov.compare([city(), district(), lone(), coded()], on=ON)
EMPTY = Jurisdiction(id="empty", profile=FOUR_LEVELS)


def amounts(made: Comparison, code: str) -> list[Amount]:
    (row,) = (row for row in made.measures if row.code == code)
    return list(row.cells)


def presences(made: Comparison, code: str) -> list[Presence]:
    (row,) = (row for row in made.mechanisms if row.code == code)
    return [cell.presence for cell in row.cells]


class TestLevels:
    def test_they_are_matched_by_kind_and_not_by_depth(self) -> None:
        found = {row.code: [cell and cell.amount for cell in row.cells] for row in ALL.levels}
        assert found == {
            "city": [Exact(1), None, None, None],
            "county": [Exact(1), Between(1, None), None, None],
            "township": [Exact(2), Between(1, None), Exact(1), Exact(1)],
            "community": [Exact(3), Between(0, None), Exact(0), Exact(2)],
            "other": [None, Between(2, None), None, Exact(1)],
            "none": [Exact(1), Between(0, None), Exact(0), Exact(0)],
        }

    def test_what_is_made_up_and_what_a_place_calls_a_level_stand_beside_the_number(self) -> None:
        cells = {row.code: row.cells for row in ALL.levels}
        assert [cell and cell.made_up for cell in cells["community"]] == [1, 0, 0, 0]
        assert [cell and cell.label and cell.label.zh for cell in cells["township"]] == [
            "街道（镇）",
            "街道（镇）",
            "街道",
            None,
        ]

    def test_chains_are_as_long_as_the_levels_there_are(self) -> None:
        assert amounts(ALL, "chain") == [Exact(4), Exact(3), Exact(2), Exact(2)]
        assert amounts(ALL, "side_chain") == [Exact(0), Exact(5), Exact(0), Exact(1)]

    def test_every_level_of_the_territory_has_a_word(self) -> None:
        assert all(pbgov.base.say(f"comparison.level.{code}", "zh") for code in (*LEVELS, "other", "none"))

    def test_what_is_not_in_force_on_the_day_is_not_counted(self) -> None:
        old = city().having(attrs.evolve(city().units["t"], end=date(2017, 1, 1)))
        made = pbgov.compare([old], on=ON)
        (row,) = (row for row in made.levels if row.code == "township")
        assert row.cells[0] is not None
        assert row.cells[0].amount == Exact(1)


class TestMeasures:
    @pytest.mark.parametrize(
        ("code", "amount"),
        [
            ("units", Exact(8)),
            ("townships_per_county", Between(2000, 2000)),
            ("communities_per_township", Between(1500, 1500)),
            ("joint_meetings", Exact(2)),
            ("joint_meetings_per_unit", Between(285, 285)),
            ("members", Exact(4)),
            ("members_per_meeting", Between(2000, 2000)),
            ("concentration", Between(1500, 1500)),
            ("agreements", Exact(1)),
            ("agreements_per_community", Between(333, 333)),
            ("bodies.regional_joint_meeting", Exact(2)),
            ("events", Between(0, None)),
            ("grids", Between(0, None)),
        ],
    )
    def test_they_are_counted_as_far_as_the_record_says(self, code: str, amount: Amount) -> None:
        assert amounts(ALL, code)[0] == amount

    def test_grids_are_measured_by_their_households(self) -> None:
        made = pbgov.compare([gridded()], on=ON)
        assert amounts(made, "grids") == [Exact(2)]
        assert amounts(made, "households_per_grid") == [Between(200_500, 200_500)]
        assert "200.50" in made.to_text("en").replace("200.5", "200.50")

    def test_what_is_not_recorded_is_no_zero(self) -> None:
        made = pbgov.compare([EMPTY], on=ON)
        counted = [row for row in made.measures if row.code not in {"chain", "side_chain"}]
        assert all(cell.high is None for row in counted for cell in row.cells)
        assert "未记录" in made.to_text("zh")

    def test_yardsticks_of_your_own_take_the_place_of_those_of_the_library(self) -> None:
        units = columns("units")
        towns = Yardstick(code="towns", title=Text(zh="镇", en="towns"), of=Count(each(units.kind == "town")))
        made = pbgov.compare([city(), lone()], on=ON, measures=[towns])
        assert amounts(made, "towns") == [Exact(1), Exact(0)]
        assert [row.code for row in made.measures][:3] == ["chain", "side_chain", "towns"]

    def test_a_measure_of_one_subject_is_refused_for_a_place(self) -> None:
        own = Yardstick(code="x", title=Text(zh="甲", en="x"), of=Own("households"))
        with pytest.raises(InvalidValueError, match="households is a column of one subject"):
            pbgov.compare([city()], on=ON, measures=[own])

    def test_from_nowhere_nothing_is_reached(self) -> None:
        ties = columns("ties")
        here = Yardstick(code="x", title=Text(zh="甲", en="x"), of=Count(HERE.back(ties.target)))
        assert amounts(pbgov.compare([city()], on=ON, measures=[here]), "x") == [Exact(0)]


class TestMechanisms:
    def test_every_item_of_the_catalogue_belongs_to_exactly_one(self) -> None:
        with (ROOT / "tests" / "catalogue" / "items.csv").open(encoding="utf-8", newline="") as file:
            items = [row["item"] for row in csv.DictReader(file)]
        named = [item for one in MECHANISMS for item in one.items]
        assert len(named) == len(set(named))
        assert set(named) == set(items)
        assert len({one.code for one in MECHANISMS}) == len(MECHANISMS)

    def test_a_mechanism_is_absent_silent_at_work_or_breached(self) -> None:
        quarter = rhythm("q", Cycle.QUARTER)
        half = meeting().without("bodies", "m2").without("ties", "m2-mine")
        sides = [Side(meeting()), Side(half, quarter), Side(city(), quarter), Side(meeting(), quarter)]
        made = pbgov.compare(sides, on=ON)
        assert presences(made, "enlarged_committees") == [
            Presence.ABSENT,
            Presence.AT_WORK,
            Presence.SILENT,
            Presence.BREACHED,
        ]
        assert set(presences(made, "archives")) == {Presence.ABSENT}

    def test_the_national_base_is_nobodys_own(self) -> None:
        made = pbgov.compare([Side(EMPTY, NATIONAL)], on=ON)
        assert {cell.presence for row in made.mechanisms for cell in row.cells} == {Presence.ABSENT}
        assert made.norms
        assert not any(cell.own for row in made.norms for cell in row.cells if cell)

    def test_a_figure_of_the_base_that_a_city_changes_is_its_own(self) -> None:
        name = next(iter(norm for norm in NATIONAL.norms if norm.parameters())).parameters()[0]
        item = next(norm.item for norm in NATIONAL.norms if name in norm.parameters())
        parameter = next(one for one in NATIONAL.parameters if one.id == name)
        dated = attrs.evolve(parameter.values[-1], basis=WHY)
        local = Overlay(
            id="local",
            title=Text(zh="本地", en="local"),
            basis=WHY,
            replace=(attrs.evolve(parameter, values=(dated,)),),
        )
        made = pbgov.compare([Side(EMPTY, NATIONAL.extend(local))], on=date(2026, 7, 1))
        (row,) = (row for row in made.norms if row.code == item)
        assert row.cells[0] is not None
        assert row.cells[0].own

    def test_what_a_city_has_beside_norms_is_found_by_its_pack_or_one_made_from_it(self) -> None:
        held = Institution(
            code="archive_volume", items=("C-8.33",), value=LIFECYCLES[0], basis=WHY, title=Text(zh="卷", en="volume")
        )
        silent = pbgov.compare([Side(EMPTY, rhythm("q", Cycle.YEAR), institutions=(held,))], on=ON)
        assert presences(silent, "archives") == [Presence.SILENT]
        extended = JIXI.extend(Overlay(id="mine", title=Text(zh="我", en="mine"), basis=WHY))
        sides = pbgov.compare([Side(EMPTY, JIXI), Side(EMPTY, extended), EMPTY], on=ON).sides
        assert [side.institutions for side in sides] == [INSTITUTIONS["jixi"], INSTITUTIONS["jixi"], ()]


class TestNorms:
    def test_a_half_year_is_seen_against_a_quarter(self) -> None:
        sides = [Side(city(), rhythm("q", Cycle.QUARTER)), Side(city(), rhythm("h", Cycle.HALF_YEAR)), Side(lone())]
        made = pbgov.compare(sides, on=ON)
        (row,) = made.norms
        assert (row.code, row.mechanism, row.differs) == ("C-2.28", "enlarged_committees", True)
        assert row.cells[2] is None
        values = [cell.figures[0].value for cell in row.cells if cell]
        assert values == [Cycle.QUARTER, Cycle.HALF_YEAR]
        assert row.cells[0] is not None
        assert row.cells[0].figures[0].basis == WHY
        assert dict(row.cells[0].verdicts) == {Verdict.UNKNOWN: 4}
        assert "X-11" in [one.code for one in made.contrasts]

    def test_codes_and_numbers_of_subjects_are_no_difference_but_modality_is(self) -> None:
        more = city().without("bodies", "m2").without("ties", "m2-mine")
        quarter = rhythm("q", Cycle.QUARTER)
        same = pbgov.compare([Side(city(), quarter), Side(more, rhythm("r", Cycle.QUARTER, code="YY228"))], on=ON)
        assert [row.differs for row in same.norms] == [False]
        assert same.differences.norms == ()
        assert "没有差异" in same.differences.to_text("zh")
        softer = rhythm("s", Cycle.QUARTER, Modality.IN_PRINCIPLE)
        other = pbgov.compare([Side(city(), quarter), Side(city(), softer)], on=ON)
        assert [row.differs for row in other.norms] == [True]

    def test_a_norm_that_names_no_item_stands_under_its_own_code(self) -> None:
        pack = rhythm("q", Cycle.QUARTER)
        bare = attrs.evolve(pack, norms=(attrs.evolve(pack.norms[0], item=""),))
        made = pbgov.compare([Side(city(), bare)], on=ON)
        assert [(row.code, row.mechanism) for row in made.norms] == [("ZZ228", "")]

    def test_items_stand_in_the_order_of_their_numbers(self) -> None:
        made = pbgov.compare([Side(EMPTY, JIXI)], on=ON)
        numbers = [tuple(map(int, row.code[2:].split("."))) for row in made.norms if row.code.startswith("C-")]
        assert numbers == sorted(numbers)
        assert len(numbers) > 40

    def test_the_contrasts_of_the_catalogue_surface_between_the_cities(self) -> None:
        packs = (LANGFANG, JIXI, NANQIAO, SHANWEI, JIEFANGBEI)
        sides = [Side(attrs.evolve(EMPTY, id=pack.id), pack) for pack in packs]
        made = pbgov.compare(sides, on=date(2021, 7, 1))
        differing = {row.code for row in made.differences.contrasts}
        assert {"X-04", "X-06", "X-07", "X-11", "X-13", "X-15", "X-30"} <= differing
        assert {row.code for row in made.contrasts} == differing  # the five packs agree in none

    def test_contrasts_name_items_of_the_catalogue_or_of_the_national_base(self) -> None:
        known = {item for one in MECHANISMS for item in one.items}
        assert all(item in known or item.startswith("N-") for one in CONTRASTS for item in one.items)
        assert len({one.code for one in CONTRASTS}) == len(CONTRASTS)


class TestSides:
    def test_each_may_have_its_own_day(self) -> None:
        sides = [Side(city(), on=date(2016, 7, 1)), Side(lone(), on=ON), Side(coded())]
        made = pbgov.compare(sides, on=date(2020, 7, 1), since=date(2020, 3, 1))
        assert [side.on.year for side in made.sides] == [2016, 2018, 2020]
        assert made.sides[2].report.since == date(2020, 3, 1)

    def test_one_place_twice_is_told_apart(self) -> None:
        made = pbgov.compare([city(), city(), Side(city(), on=date(2019, 1, 1))], on=ON)
        assert [side.key for side in made.sides] == ["city", "city-2", "city-3"]
        labels = [side.label.zh for side in made.sides]
        assert labels == ["清河（2018-07-01）", "清河（2018-07-01）（2）", "清河（2019-01-01）"]

    def test_a_number_is_given_to_nobody_elses_key(self) -> None:
        twin = attrs.evolve(city(), id="city-2")
        assert [side.key for side in pbgov.compare([city(), city(), twin], on=ON).sides] == ["city", "city-3", "city-2"]

    def test_twenty_sides_are_compared_as_well(self) -> None:
        made = pbgov.compare([Side(city(), rhythm("q", Cycle.QUARTER))] * 20, on=ON)
        assert len({side.key for side in made.sides}) == len({side.label for side in made.sides}) == 20
        found = made.differences
        assert [*found.levels, *found.measures, *found.mechanisms, *found.norms] == []

    def test_what_was_judged_already_is_not_judged_again(self) -> None:
        pack = rhythm("q", Cycle.QUARTER)
        report = judge(city(), pack, on=ON)
        made = pbgov.compare([Side(city(), pack, report=report)])
        assert made.sides[0].report is report
        assert made == pbgov.compare([Side(city(), pack)], on=ON)

    def test_a_report_of_something_else_is_refused(self) -> None:
        pack = rhythm("q", Cycle.QUARTER)
        report = judge(city(), pack, on=ON)
        narrowed = judge(city(), pack, on=ON, within="s")
        wrong: list[dict[str, Any]] = [
            {"pack": rhythm("h", Cycle.YEAR), "report": report},
            {"report": report},
            {"pack": pack, "report": report, "on": date(2019, 1, 1)},
            {"pack": pack, "report": report, "since": date(2018, 2, 1)},
            {"pack": pack, "report": narrowed},
        ]
        for given in wrong:
            with pytest.raises(InvalidValueError, match="is not what this pack finds"):
                pbgov.compare([Side(city(), **given)])


NO: Any = "no"
WRONG: tuple[tuple[Callable[[], object], str, str], ...] = (
    (lambda: pbgov.compare([], on=ON), "nothing to compare", "没有可比较的地方"),
    (lambda: pbgov.compare(NO, on=ON), "sides should be several Side", "sides应为若干个Side"),
    (lambda: pbgov.compare(city(), on=ON), "is Jurisdiction", "实为Jurisdiction"),  # type: ignore[arg-type]
    (lambda: pbgov.compare([NO], on=ON), "is str", "实为str"),
    (lambda: pbgov.compare([city()]), "on which day 清河 is seen", "不知“清河”按哪一天看"),
    (lambda: pbgov.compare([city()], on=NO), "on should be a date", "on应为日期"),
    (
        lambda: pbgov.compare([city()], on=ON, since=date(2019, 1, 1)),
        "the span starts on 2019-01-01",
        "起始日2019-01-01",
    ),
    (lambda: pbgov.compare([city()], on=ON, measures=NO), "measures should be several", "measures应为若干个"),
    (lambda: pbgov.compare([city()], on=ON, measures=YARDSTICKS[:1] * 2), "a code of its own", "代码各不相同"),
    (lambda: Side(NO), "the place of a side should be", "一方的place应为地方"),
    (lambda: Side(city(), NO), "pack should be a RulePack", "pack应为规则包"),
    (lambda: Side(city(), on=NO), "on should be a date", "on应为日期"),
    (lambda: Side(city(), since=NO), "since should be a date", "since应为日期"),
    (lambda: Side(city(), label=NO), "label should be a Text", "label应为双语文本"),
    (lambda: Side(city(), institutions=NO), "institutions should be several", "institutions应为若干个"),
    (lambda: ALL.to_svg(lang=NO), "no language 'no'", "没有语言'no'"),
    (lambda: ALL.to_text(NO), "no language 'no'", "没有语言'no'"),
)


@pytest.mark.parametrize(("call", "en", "zh"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_call_is_answered_in_both_languages(call: Callable[[], object], en: str, zh: str) -> None:
    with pytest.raises(InvalidValueError) as told:
        call()
    assert en in str(told.value)
    assert zh in str(told.value)


class TestForms:
    def test_columns_are_of_equal_length_and_a_frame_takes_them(self) -> None:
        made = pbgov.compare([Side(meeting(), rhythm("q", Cycle.QUARTER)), Side(EMPTY, JIXI)], on=ON)
        rows = {
            "sides": 2,
            "levels": 2 * len(made.levels),
            "measures": 2 * len(made.measures),
            "mechanisms": 2 * len(MECHANISMS),
            "contrasts": 2 * len(made.contrasts),
            "norms": 2 * len(made.norms),
        }
        frames = made.to_columns()
        assert {*frames} == {*rows, "figures"}
        rows["figures"] = sum(len(cell.figures) for row in made.norms for cell in row.cells if cell)
        for name, frame in frames.items():
            assert {len(column) for column in frame.values()} == {rows[name]}
            assert pl.DataFrame(frame, strict=False).height == rows[name]
            json.dumps(frame, default=str)
        norms = frames["norms"]
        breached = dict(zip(zip(norms["code"], norms["side"], strict=True), norms["breached"], strict=True))
        assert breached["C-2.28", "meeting"] == 2  # one meeting, two quarters
        assert breached["C-2.28", "empty"] is None  # it says nothing of it

    def test_a_place_without_anything_has_all_columns(self) -> None:
        frames = pbgov.compare([EMPTY], on=ON).to_columns()
        assert frames["norms"] == {name: [] for name in frames["norms"]}
        assert set(frames["figures"]) > {"code", "side", "parameter", "value_zh", "basis_en"}

    def test_plain_text_names_every_side_in_every_row(self) -> None:
        for lang in LANGS:
            text = ALL.to_text(lang)
            rows = len([line for line in text.splitlines() if line.startswith("- ")])
            assert text.count("    清河: ") == rows - 4  # the sides themselves are listed once

    def test_many_norms_are_counted_and_not_listed(self) -> None:
        made = pbgov.compare([Side(EMPTY, JIXI)] * 9, on=ON)
        hidden = len(made.norms) - 200 // 9
        assert f"{hidden} more, not listed" in made.to_text("en")
        assert f"另有{hidden}项未列" in made._repr_mimebundle_()["text/html"]
