from __future__ import annotations

from typing import Any

import pytest

from pbgov.base import Row
from pbgov.errors import InvalidValueError
from pbgov.rules import DutyItem, DutyList

SOUND: dict[type[Row], dict[str, Any]] = {
    DutyList: {"kind": "negative_list", "owner": "S", "version": "1"},
    DutyItem: {"list": "L", "category": "demolition", "function": "public_service"},
}


@pytest.mark.parametrize(("row", "column"), [(row, column) for row, columns in SOUND.items() for column in columns])
def test_columns_hold_identifiers(row: type[Row], column: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"{column} is no identifier: .* / {column}不是有效标识") as caught:
        row(id="A", **(SOUND[row] | {column: "a b"}))
    assert caught.value.culprits == (column, "a b")


def test_what_a_list_does_not_say() -> None:
    assert DutyList(id="L", kind="power_list", owner="S").version == "1"
    item = DutyItem(id="I", list="L", category="demolition")
    assert (item.function, item.name) == (None, "")
    with pytest.raises(InvalidValueError, match=r"name is no name"):
        DutyItem(id="I", list="L", category="demolition", name="\n")
