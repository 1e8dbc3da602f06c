"""A wrong call is refused at the door of the grid room, in both languages, and never from the inside."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest

from pbgov.base import Band
from pbgov.errors import InvalidValueError, PbgovError, StructureError, UnknownIdError
from pbgov.grid import (
    Grid,
    GridPlan,
    branches,
    compounds_split,
    cut,
    deviation,
    partition,
    partition_all,
    pieces_of,
    residents_of,
    revise,
)
from tests.unit.grid.worlds import path

if TYPE_CHECKING:
    from collections.abc import Callable

    Case: TypeAlias = tuple[Callable[[Any], object], tuple[Any, ...], type[PbgovError], str, str]

STREET = path(*[100] * 6)
RESULT = partition(STREET)
PLAN = RESULT.plan
# What callers without a type checker may give.
NO_NUMBERS = (Band(0.5, 3.5), Band("200", "300"), Band(Decimal(200), Decimal(300)), Band(True, 300))  # type: ignore[arg-type]
NO_PLAN = (5, None, "N1", STREET, RESULT)
NO_BAND = ((200, 300), 5, None, *NO_NUMBERS)
WANT_PLAN = ("a GridPlan is asked for", "应给出GridPlan")
WANT_PLACE = ("neighbourhood should be a Neighbourhood", "neighbourhood应为Neighbourhood")
WANT_BAND = ("should be a Band", "应为Band")

MEASURES: dict[str, Case] = {
    "cut": (cut, NO_PLAN, InvalidValueError, *WANT_PLAN),
    "compounds_split": (compounds_split, NO_PLAN, InvalidValueError, *WANT_PLAN),
    "branches": (branches, NO_PLAN, InvalidValueError, *WANT_PLAN),
    "deviation": (lambda plan: deviation(plan, Band(200, 300)), NO_PLAN, InvalidValueError, *WANT_PLAN),
    "deviation, band": (lambda band: deviation(PLAN, band), NO_BAND, InvalidValueError, *WANT_BAND),
    "branches, band": (lambda band: branches(PLAN, residents=band), NO_BAND, InvalidValueError, *WANT_BAND),
    "pieces_of": (lambda place: pieces_of(place, ["B1"]), (5, None, PLAN), InvalidValueError, *WANT_PLACE),
    "pieces_of, members": (
        lambda members: pieces_of(STREET, members),
        ("B1", "", None, 5),
        InvalidValueError,
        "members of a grid should be identifiers and is",
        "members应为一组标识，实为",
    ),
    "pieces_of, a member": (
        lambda members: pieces_of(STREET, members),
        ([["B1"]], [None], ["B 1"]),
        InvalidValueError,
        "members is no identifier",
        "members不是有效标识",
    ),
    "residents_of": (
        residents_of,
        (5, None, "B1", ["B1"], [PLAN]),
        InvalidValueError,
        "is no building; give Building values",
        "不是楼栋；请只给出Building",
    ),
}

WRONG_BOUNDS: tuple[Any, ...] = (
    *NO_NUMBERS, Band(0, 0), Band(-5, 300), Band(-5, None), Band(None, 0), Band(None, -1), Band(0, 1_000_001),
    Band(1_000_001, None), Band(10**9, 3 * 10**9), Band("200", None), Band(None, 0.5),  # type: ignore[arg-type]
    (0, 0), (0, 2_000_000), (300, 200), (0, True), (200,), 5, "no", {200, 300},
)  # fmt: skip
WANT_BOUNDS = ("bounds on households are two whole numbers", "户数界限应为")
BOUNDS: dict[str, Case] = {
    "partition, bounds": (lambda given: partition(STREET, given), WRONG_BOUNDS, InvalidValueError, *WANT_BOUNDS),
    "revise, bounds": (
        lambda given: revise(PLAN, households=given), (*WRONG_BOUNDS, None), InvalidValueError, *WANT_BOUNDS
    ),
    "partition_all, bounds": (
        lambda given: partition_all([STREET], given), WRONG_BOUNDS, InvalidValueError, *WANT_BOUNDS
    ),
    "to_svg, bounds": (lambda given: PLAN.to_svg(households=given), WRONG_BOUNDS, InvalidValueError, *WANT_BOUNDS),
    "by_grid, bounds": (lambda given: PLAN.by_grid(households=given), WRONG_BOUNDS, InvalidValueError, *WANT_BOUNDS),
}  # fmt: skip

WITHOUT_ORDER: tuple[Any, ...] = ({"grids", "cut"}, frozenset({"grids"}), {"grids": 1}, iter(("grids",)), "grids", None)
WANT_OBJECTIVES = ("objectives are one or more different ones, not", "objectives应为")
OBJECTIVES: dict[str, Case] = {
    "partition, objectives": (
        lambda given: partition(STREET, objectives=given), WITHOUT_ORDER, InvalidValueError, *WANT_OBJECTIVES
    ),
    "revise, objectives": (
        lambda given: revise(PLAN, objectives=given), WITHOUT_ORDER, InvalidValueError, *WANT_OBJECTIVES
    ),
    "partition_all, objectives": (
        lambda given: partition_all([STREET], objectives=given), WITHOUT_ORDER, InvalidValueError, *WANT_OBJECTIVES
    ),
}  # fmt: skip

NO_NAMES: tuple[Any, ...] = (5, None, "N1-G1", "")
WANT_NAMES = ("waived should be identifiers of grids", "waived应为一组网格标识")
WANT_ID = ("waived is no identifier", "waived不是有效标识")
STRANGE: tuple[Any, ...] = (["zz"], {"N1-G1", "zz"}, iter(["zz"]))
WANT_KNOWN = ("names what is no grid of the plan of N1: zz", "N1的方案没有")
WANT_MARKS = ("marked should map identifiers of grids to what was found", "marked应为由网格标识到")
WANT_MARK = ("what marked says of grid N1-G1 should be a Text or a string", "marked中网格N1-G1的应为Text或字符串")
ALONE = Grid(id="G1", neighbourhood="N1", members=STREET.building_ids)
CITY = partition_all([STREET])
PLANS: dict[str, Case] = {
    "to_svg, waived": (lambda given: PLAN.to_svg(waived=given), NO_NAMES, InvalidValueError, *WANT_NAMES),
    "by_grid, waived": (lambda given: PLAN.by_grid(waived=given), NO_NAMES, InvalidValueError, *WANT_NAMES),
    "to_svg, a waived": (lambda given: PLAN.to_svg(waived=given), ([["a"]], [5]), InvalidValueError, *WANT_ID),
    "by_grid, a waived": (lambda given: PLAN.by_grid(waived=given), ([["a"]], [5]), InvalidValueError, *WANT_ID),
    "to_svg, unknown": (lambda given: PLAN.to_svg(waived=given), STRANGE[:2], UnknownIdError, *WANT_KNOWN),
    "by_grid, unknown": (lambda given: PLAN.by_grid(waived=given), STRANGE, UnknownIdError, *WANT_KNOWN),
    "to_svg, marked": (
        lambda given: PLAN.to_svg(marked=given),
        (5, None, ["N1-G1"], [], "N1-G1", {"N1-G1"}),
        InvalidValueError,
        *WANT_MARKS,
    ),
    "to_svg, a mark": (
        lambda given: PLAN.to_svg(marked=given),
        ({"N1-G1": 5}, {"N1-G1": None}, {"N1-G2": "late", "N1-G1": ["late"]}),
        InvalidValueError,
        *WANT_MARK,
    ),
    "to_svg, marked unknown": (
        lambda given: PLAN.to_svg(marked=given), ({"zz": "late"},), UnknownIdError, *WANT_KNOWN
    ),
    "GridPlan, grids": (
        lambda given: GridPlan(neighbourhood=STREET, grids=given),
        (5, None, ALONE, "G1", ""),
        InvalidValueError,
        "the grids of a plan are several Grid values",
        "方案的grids应为若干Grid",
    ),
    "GridPlan, a grid": (
        lambda given: GridPlan(neighbourhood=STREET, grids=given),
        ([ALONE, "G2"], {"G1": ALONE}, [None]),
        InvalidValueError,
        "the grids of a plan hold",
        "方案的grids中有",
    ),
    "GridPlan, neighbourhood": (
        lambda given: GridPlan(neighbourhood=given, grids=[ALONE]), (5, None, PLAN), InvalidValueError, *WANT_PLACE
    ),
    "move, to": (
        lambda given: PLAN.move("B0", to=given),
        ([], {}, None, 5, "zz"),
        UnknownIdError,
        "nothing has the identifier",
        "没有标识为",
    ),
    "move, what": (
        lambda given: PLAN.move(given, to="N1-G1"), ([], None, "zz"), UnknownIdError,
        "N1 has no building", "N1中没有楼栋",
    ),
    "an outcome": (
        lambda given: CITY[given], ([], {}, None, 5, "zz"), UnknownIdError,
        "there is no outcome for", "的结果；请核对标识",
    ),
}  # fmt: skip

OTHER = attrs.evolve(STREET, id="N2")
WANT_SAME = ("the plan in force divides neighbourhood N", "现行方案划分的是小区图N")
IN_FORCE: dict[str, Case] = {
    "partition, current": (
        lambda place: partition(place, current=PLAN, objectives=["change"]), (OTHER,), StructureError, *WANT_SAME
    ),
    "partition, current unused": (lambda place: partition(place, current=PLAN), (OTHER,), StructureError, *WANT_SAME),
    "revise": (lambda place: revise(PLAN, place), (OTHER,), StructureError, *WANT_SAME),
    "partition, no plan": (
        lambda plan: partition(STREET, current=plan), (5, "N1", STREET, RESULT), InvalidValueError,
        "the plan in force should be a GridPlan", "应为现行方案",
    ),
    "revise, no plan": (
        revise, (None, 5, "N1", STREET, RESULT), InvalidValueError,
        "the plan in force should be a GridPlan", "应为现行方案",
    ),
    "revise, no place": (lambda place: revise(PLAN, place), (5, "N1", PLAN), InvalidValueError, *WANT_PLACE),
}  # fmt: skip

CASES: dict[str, Case] = {**MEASURES, **BOUNDS, **OBJECTIVES, **PLANS, **IN_FORCE}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_wrong_call_says_what_is_wrong(case: Case) -> None:
    call, values, fault, english, chinese = case
    for value in values:
        with pytest.raises(fault) as caught:
            call(value)
        assert type(caught.value) is fault, value
        en, _, zh = str(caught.value).partition(" / ")
        assert english in en, value
        assert chinese in zh, value


def test_pieces_of_an_iterator_are_counted() -> None:
    assert pieces_of(STREET, (name for name in ("B5", "B1", "B0", "elsewhere"))) == 2
    assert pieces_of(STREET, ()) == 0


@pytest.mark.parametrize(
    ("band", "pair"),
    [
        (Band(200, 300), (200, 300)),
        (Band(None, 300), (0, 300)),
        (Band(200, None), (200, 600)),
        (Band(700, None), (700, 700)),
        (Band(0, None), (0, 600)),
        (Band(1_000_000, None), (1_000_000, 1_000_000)),
        (Band(0, 1), (0, 1)),
        (Band(1_000_000, 1_000_000), (1_000_000, 1_000_000)),
    ],
)
def test_a_band_is_read_as_two_numbers(band: Band, pair: tuple[int, int]) -> None:
    assert partition(STREET, band) == partition(STREET, pair)


def test_an_open_end_asks_no_more_of_a_place_than_a_closed_one_may() -> None:
    vast = path(600_000, 600_000)
    assert partition(vast, Band(200, None)) == partition(vast, (200, 1_000_000))
    assert partition(vast, Band(200, None)).bound == 2
    assert partition(path(0, 0), Band(0, None)).feasible


def test_no_grid_lies_above_an_open_end() -> None:
    vast = path(3_000_000)
    plan = GridPlan(neighbourhood=vast, grids=[Grid(id="G1", neighbourhood="N1", members=["B0"])])
    assert plan.by_grid(households=Band(200, None))["outside"] == [0]
    assert plan.by_grid(households=Band(None, 1_000_000))["outside"] == [2_000_000]
    assert plan.by_grid(households=(0, 1_000_000))["outside"] == [2_000_000]


def test_a_grid_is_waived_whoever_names_it() -> None:
    named = PLAN.by_grid(waived=["N1-G1"])["waived"]
    assert named == PLAN.by_grid(waived={"N1-G1": 1})["waived"] == [True, False]
    assert PLAN.to_svg(waived=("N1-G1", "N1-G1"), marked={"N1-G2": "late"}) == PLAN.to_svg(
        waived={"N1-G1"}, marked={"N1-G2": "late"}
    )


def test_what_is_no_identifier_has_no_outcome() -> None:
    nothing: list[Any] = [[], {}, None, 5, "zz"]
    assert not any(one in CITY for one in nothing)
    assert "N1" in CITY
