"""Every figure that a report gives stands in its city's pack, with the phrase it was read from or why it is assumed."""

import csv
from pathlib import Path

import pytest

from pbgov.base import Assumption, Band, Cycle, Derived, Required, Source
from pbgov.packs import INSTITUTIONS, JIEFANGBEI, JIXI, LANGFANG, NANQIAO, SHANWEI
from pbgov.rules import Figure, Parameter, RulePack

TABLE = Path(__file__).parent / "data" / "parameters_of_reports.csv"
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
CITIES = {pack.id: pack for pack in (LANGFANG, JIXI, NANQIAO, SHANWEI, JIEFANGBEI)}


def written(figure: Figure | None) -> str:
    """A figure as the table writes it."""
    match figure:
        case None:
            return "required"
        case Band():
            return f"{figure.low}..{figure.high}"
        case Cycle():
            return figure.value
        case (code,):
            return code
        case tuple():
            return f"{len(figure)} codes"
        case _:
            return str(figure)


def pack_of(row: dict[str, str]) -> RulePack:
    """The pack of a city, or of one of its decisions."""
    _, _, decision = row["held_as"].partition(" ")
    if not decision:
        return CITIES[row["city"]]
    [value] = [one.value for one in INSTITUTIONS[row["city"]] if one.code == decision]
    assert isinstance(value, RulePack)
    return value


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['city']}: {row['what']}" for row in ROWS])
def test_what_the_report_gives_stands_in_the_pack(row: dict[str, str]) -> None:
    if row["held_as"] == "institution":
        [basis] = [one.basis for one in INSTITUTIONS[row["city"]] if one.code == row["name"]]
        assert isinstance(basis, Source)
        return
    pack = pack_of(row)
    if row["held_as"] == "norm":
        assert pack.norm(row["name"]).code == row["name"]
        return
    parameter = pack[row["name"]]
    assert isinstance(parameter, Parameter)
    [dated] = parameter.values
    assert written(dated.value) == row["value"]
    assert isinstance(dated.basis, Source | Derived | Assumption | Required)
    assert isinstance(dated.basis, Required) == (row["value"] == "required")
