from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pbgov.base import Assumption, Required, Text
from pbgov.errors import InvalidValueError
from pbgov.rules import Dated, Parameter

WORDS = Text(zh="元", en="yuan")
GUESS, WANTED = Assumption(WORDS), Required(WORDS)
OLD, NEW = date(2016, 1, 1), date(2018, 7, 1)


def parameter(*values: tuple[int | None, date | None]) -> Parameter:
    dated = tuple(Dated(value=n, basis=WANTED if n is None else GUESS, start=start) for n, start in values)
    return Parameter(id="fund", unit=WORDS, values=dated)


@pytest.mark.parametrize(
    ("on", "value"),
    [(date.min, 5), (date(2015, 12, 31), 5), (OLD, 8), (date(2018, 6, 30), 8), (NEW, 10), (date.max, 10)],
)
def test_the_value_of_a_day(on: date, value: int) -> None:
    current = parameter((5, None), (8, OLD), (10, NEW)).at(on)
    assert current is not None
    assert current.value == value


def test_before_the_first_day_there_is_no_value() -> None:
    assert parameter((8, OLD)).at(date(2015, 12, 31)) is None


@pytest.mark.parametrize("values", [(), ((1, OLD), (2, OLD)), ((1, NEW), (2, OLD)), ((1, OLD), (2, None))])
def test_the_days_of_values_rise(values: tuple[tuple[int, date | None], ...]) -> None:
    with pytest.raises(InvalidValueError, match=r"fund has no value, or its first days.* / .*fund没有值") as caught:
        parameter(*values)
    assert caught.value.culprits == ("fund",)


@pytest.mark.parametrize(("value", "basis"), [(None, GUESS), (5, WANTED), (0, WANTED)])
def test_only_a_missing_value_is_required(value: Any, basis: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"does not fit its basis.* / .*与其依据不合") as caught:
        Dated(value=value, basis=basis)
    assert caught.value.culprits == (value,)
