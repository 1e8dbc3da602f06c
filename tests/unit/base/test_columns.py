"""Columns: of equal length, of one kind each, and taken by data frames as they are."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pandas as pd
import polars as pl
import pytest

from pbgov.base import (
    About,
    Amount,
    Assumption,
    Basis,
    Exact,
    Finding,
    Frame,
    Period,
    Report,
    Row,
    Severity,
    Source,
    Table,
    Text,
    Verdict,
    allocate,
    columns,
    columns_of,
)
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood, partition
from pbgov.model import TABLES, Document, Fact, Posting, Process, Waiver
from pbgov.org import OrgGraph, Unit
from pbgov.packs import CASE, JIXI
from pbgov.rules import (
    Act,
    Defect,
    DutyItem,
    Flaw,
    History,
    Ledger,
    Leg,
    Mark,
    Power,
    Rota,
    Transfer,
    flaws_to_columns,
    rank,
)
from tests.unit.display.worlds import decision, jixi, plan, report

WHY = Assumption(Text(zh="示例", en="example"))
DAY = date(2018, 7, 1)
YEAR = Period(date(2018, 1, 1), date(2019, 1, 1))


def framed(given: Frame) -> int:
    """Put columns into a frame of each library, which must hold what was given; give the number of rows."""
    (rows,) = {len(column) for column in given.values()}
    pandas, polars = pd.DataFrame(given), pl.DataFrame(given)
    assert list(pandas.columns) == polars.columns == list(given)
    assert len(pandas) == polars.height == rows
    assert polars.to_dict(as_series=False) == given
    return rows


@attrs.frozen(kw_only=True)
class Odd(Row):
    said: Text
    amount: Amount | None = None
    basis: Basis | None = None
    span: Period | None = None
    severity: Severity = Severity.INFO
    many: tuple[str, ...] = ()
    nested: tuple[tuple[int, int], ...] = ()


ODD = Odd(
    id="a",
    said=Text(zh="甲", en="A"),
    amount=About(100),
    basis=Source(document="某报告", quote="约100户"),
    span=YEAR,
    many=("x", "y"),
    nested=((1, 2), (3, 4)),
)


def test_each_kind_of_field_has_its_columns() -> None:
    assert columns_of([ODD]) == {
        "id": ["a"],
        "start": [None],
        "end": [None],
        "ended": [False],
        "made_up": [False],
        "said_zh": ["甲"],
        "said_en": ["A"],
        "amount_low": [90],
        "amount_high": [110],
        "amount_zh": ["100左右"],
        "amount_en": ["about 100"],
        "basis_zh": ["「约100户」某报告"],
        "basis_en": ["「约100户」 某报告"],
        "span_start": [date(2018, 1, 1)],
        "span_end": [date(2019, 1, 1)],
        "severity": ["info"],
        "many": [["x", "y"]],
        "nested": [[[1, 2], [3, 4]]],
    }


def test_what_is_not_known_changes_no_column() -> None:
    bare = Odd(id="b", said=Text(zh="乙", en="B"))
    assert list(columns_of([bare])) == list(columns_of([ODD])) == list(columns_of([], Odd))
    assert columns_of([bare])["amount_low"] == columns_of([bare])["span_end"] == [None]
    assert framed(columns_of([bare, ODD])) == 2


def test_rows_of_several_classes_have_the_columns_of_all() -> None:
    held = columns_of([Row(id="r"), ODD])
    assert held["id"] == ["r", "a"]
    assert held["said_zh"] == [None, "甲"]
    assert framed(held) == 2


def test_no_rows_of_no_class_have_no_columns() -> None:
    assert columns_of([]) == Table().to_columns() == {}


def test_fields_can_be_left_out_and_columns_added() -> None:
    held = columns_of([ODD], without=("nested", "id"), also={"twice": lambda row: row.id * 2})
    assert held["twice"] == ["aa"]
    assert not {"nested", "id"} & set(held)


def test_a_reader_may_give_what_a_frame_does_not_take() -> None:
    given: list[Any] = [{"a": 1}, frozenset({"x"}), [Row(id="r")], Exact(3), WHY, Power.CONSENT, 1.5]
    assert columns(given, {"cell": lambda one: one})["cell"] == [
        ["a=1"], ["x"], ["r"], "3", "assumption: example", Power.CONSENT.value, "1.5",
    ]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_a_record_has_the_columns_of_its_rows(table: str) -> None:
    held = jixi().to_columns()[table]
    assert list(held)[:5] == ["id", "start", "end", "ended", "made_up"]
    assert framed(held) == len(jixi().table(table))


def test_a_table_gives_its_rows_in_the_order_of_identifiers() -> None:
    table = Table([Unit(id="b", kind="x"), Unit(id="a", kind="x", name="甲")])
    assert table.to_columns()["id"] == ["a", "b"]
    assert table.to_columns()["name"] == ["甲", ""]


def test_rows_of_a_record_become_what_a_frame_takes() -> None:
    rows: list[Row] = [
        Document(id="d", kind="plan", parties=("a", "b")),
        Fact(id="f", about="a", amount=About(10), unit="household", basis=WHY),
        Posting(id="p", account="a", resource="staff", amount=-2, date=DAY, transfer="t"),
        Process(id="c", kind="case", subject="a", acts=(Act(kind="accept", on=DAY),)),
        Waiver(id="w", code="JX206", subject="a", reason="并入"),
        DutyItem(id="i", list="L", category="serve", power=Power.CONSENT),
        Neighbourhood(
            id="N", community="C", buildings=[Building(id=key, households=1) for key in ("B1", "B2")],
            edges=[("B1", "B2")],
        ),
    ]  # fmt: skip
    assert [framed(columns_of([row])) for row in rows] == [1] * len(rows)
    assert columns_of([rows[3]])["acts"] == [["2018-07-01 accept"]]
    assert columns_of([rows[6]])["buildings"] == [["B1", "B2"]]


def test_a_report_has_its_findings_worded() -> None:
    held = report().to_columns()
    assert framed(held) == len(report().findings)
    assert {"message_zh", "message_en", "fix_zh", "fix_en", "text_zh", "basis_en", "measured_low"} <= set(held)
    assert not {"key", "arguments"} & set(held)
    assert held["verdict"][0] == "breached"
    assert list(Report().to_columns()) == list(held)
    measured = Finding(
        code="X", subject="a", key="norm.relation", arguments=(("detail", "x"),), measured=Exact(3),
        verdict=Verdict.UNKNOWN,
    )  # fmt: skip
    assert Report(findings=(measured,)).to_columns()["measured_high"] == [3]


def test_what_else_a_notebook_asks_for() -> None:
    org = OrgGraph(units=Table([Unit(id="C", kind="city")]))
    leg = Leg(giver="bureau", taker="willow", resource="staff", amount=2, start=DAY)
    ledger = Ledger({("bureau", "staff"): 3}).submit(Transfer(id="t1", legs=(leg,), basis=WHY))
    case = History(lifecycle=CASE, id="case-1", start=DAY).after("accept", on=DAY, by="willow")
    marks = [Mark(unit="a", period=YEAR, amount=Exact(0)), Mark(unit="b", period=YEAR, amount=None)]
    defect = Defect(flaw=Flaw.DEAD, subject="JX1", witness=None, detail="x")
    assert framed(org.to_columns()) == 1
    assert framed(plan().to_columns()) == 7
    assert framed(Rota(groups=("A", "B"), start=DAY, months=2).to_columns()) == 2
    assert framed(decision().to_columns()) == len(JIXI.at(DAY).rules)
    assert framed(ledger.to_columns(DAY)) == 1
    assert ledger.to_columns(DAY)["available"] == [1]
    assert framed(ledger.transfers_to_columns()) == 1
    assert framed(case.to_columns()) == 1
    assert framed(allocate({"mine": 5, "school": 3}, ["A", "B"]).to_columns()) == 2
    assert framed(flaws_to_columns([defect])) == 1
    ranking = rank(marks, text=Text(zh="率", en="rate"), basis=WHY).to_columns()
    assert framed(ranking) == 2
    assert ranking["rank"] == [1, None]
    assert ranking["amount_low"] == [0, None]


def test_a_plan_says_where_each_building_is() -> None:
    held = plan().to_columns()
    assert held["grid"][:4] == ["N1-G1", "N1-G1", "N1-G1", "N1-G2"]
    assert (held["x"][0], held["y"][0], held["x"][6]) == (5_000, 5_000, None)
    tower = Neighbourhood(id="N", community="C", buildings=[Building(id="B", households=1, x=0, y=0)])
    one = GridPlan(neighbourhood=tower, grids=[Grid(id="G", neighbourhood="N", members=["B"])])
    assert one.to_columns()["x"] == [0]
    assert partition(tower, (1, 1)).to_columns()["households"] == [1]
