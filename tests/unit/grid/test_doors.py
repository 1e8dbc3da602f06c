"""A wrong call is refused at the door of the grid room, in both languages, and never from the inside."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from pbgov.base import Band
from pbgov.errors import InvalidValueError, PbgovError
from pbgov.grid import branches, compounds_split, cut, deviation, partition, pieces_of, residents_of
from tests.unit.grid.worlds import path

if TYPE_CHECKING:
    from collections.abc import Callable

    Case: TypeAlias = tuple[Callable[[Any], object], tuple[Any, ...], type[PbgovError], str, str]

STREET = path(*[100] * 6)
RESULT = partition(STREET)
PLAN = RESULT.plan
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

CASES: dict[str, Case] = {**MEASURES}


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
