from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pbgov.base import Row
from pbgov.errors import InvalidValueError
from pbgov.org import Body, Holding, Person, Post, Tie, Unit

DAY = date(2018, 7, 1)
SOUND: dict[type[Row], dict[str, Any]] = {
    Unit: {"kind": "mine", "level": "community", "parent": "S", "name": "滴道"},
    Body: {"kind": "joint_meeting", "host": "C", "functions": ("party",), "name": "联席会议"},
    Post: {"kind": "liaison", "unit": "C", "name": "联络员"},
    Holding: {"post": "P", "person": "X", "route": "elected", "full_time": True, "concurrent": "Q"},
    Tie: {"kind": "leads", "source": "A", "target": "B", "share": 500, "route": "elected"},
    Person: {"category": "resident"},
}


@pytest.mark.parametrize("row", SOUND)
def test_columns_that_name_things_hold_identifiers(row: type[Row]) -> None:
    sound = SOUND[row]
    assert row(id="A", **sound).id == "A"
    for column in set(sound) - {"name", "full_time", "functions", "share"}:
        with pytest.raises(InvalidValueError, match=rf"{column} is no identifier: .* / {column}不是有效标识") as caught:
            row(id="A", **(sound | {column: "a b"}))
        assert caught.value.culprits == (column, "a b")


@pytest.mark.parametrize("name", ["a\nb", "市" * 201, 7, None])
@pytest.mark.parametrize("row", [Unit, Body, Post])
def test_a_name_is_printable(row: type[Row], name: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"name is no name: .* / name不是有效名称") as caught:
        row(id="A", **(SOUND[row] | {"name": name}))
    assert caught.value.culprits == ("name", name)


@pytest.mark.parametrize("row", SOUND)
def test_every_row_has_a_period(row: type[Row]) -> None:
    held = row(id="A", start=DAY, **SOUND[row])
    assert held.in_force(DAY)
    assert not held.in_force(date(2018, 6, 30))
    with pytest.raises(InvalidValueError, match=r"holds no day"):
        row(id="A", start=DAY, end=DAY, **SOUND[row])


def test_what_nobody_recorded_is_none() -> None:
    assert (Holding(id="H", post="P", person="X").full_time, Holding(id="H", post="P", person="X").route) == (
        None,
        None,
    )
    assert Unit(id="C", kind="prefecture").level is None
    assert Unit(id="C", kind="prefecture").made_up is False


@pytest.mark.parametrize("share", [0, 1001, True, 2.0, "500"])
def test_a_share_is_a_whole_number_of_parts_per_thousand(share: Any) -> None:
    with pytest.raises(
        InvalidValueError, match=r"share must be a whole number from 1 to 1000 .* / share须为"
    ) as caught:
        Tie(id="T", **(SOUND[Tie] | {"share": share}))
    assert caught.value.culprits == ("share", share)


def test_what_ended_on_an_unknown_day_is_in_force_on_none() -> None:
    body = Body(id="M", kind="joint_meeting", host="C", start=DAY, ended=True)
    assert not body.in_force(DAY)
    with pytest.raises(InvalidValueError, match=r"said to have ended on an unknown day.* / .*只保留其一"):
        Body(id="M", kind="joint_meeting", host="C", end=DAY, ended=True)
