"""Codes and names that disagree about what a unit is."""

from __future__ import annotations

from typing import Any

import pytest

from pbgov.base import Severity, Verdict
from pbgov.model import Jurisdiction, Waiver
from pbgov.org import FOUR_LEVELS, Unit
from pbgov.validation import Checker, faults, judge
from tests.unit.validation.worlds import ON


def said(code: str, name: str) -> list[str]:
    place = Jurisdiction(id="P", profile=FOUR_LEVELS).having(Unit(id=code, kind="community", name=name))
    return [finding.code for finding in faults(place)]


@pytest.mark.parametrize(
    ("code", "name", "disagree"),
    [
        ("230304002001", "大同社区居委会", False),
        ("230304002200", "大同村委会", False),
        ("230304002200", "大同村民委员会", False),
        ("230304002001", "大同村委会", True),
        ("230304002200", "大同社区居委会", True),
        ("230304002200", "大同村社区居委会", True),
        ("230304002500", "农场生活区", True),
        ("230304002500", "大同嘎查", False),
        ("230304002400", "园区虚拟社区", False),
        ("230304002001", "大同村", True),
        ("230304002200", "", False),
        ("23030400200", "大同居委会", False),  # eleven digits
        ("23030400220x", "大同居委会", False),
    ],
)
def test_code_and_name(code: str, name: str, disagree: bool) -> None:
    assert said(code, name) == (["PBS13"] if disagree else [])


def test_it_is_a_warning_in_both_languages() -> None:
    place = Jurisdiction(id="P", profile=FOUR_LEVELS).having(
        Unit(id="230304002200", kind="community", name="大同居委会")
    )
    report = judge(place, on=ON)
    [finding] = report.findings
    assert (finding.severity, report.ok) == (Severity.WARNING, True)
    assert finding.message("zh") == "230304002200的代码表明它是村，名称“大同居委会”却表明它是社区"
    assert "says that it is a village" in finding.message("en")
    assert finding.path == "/units/230304002200/name"


@pytest.mark.parametrize(
    ("cells", "waived"),
    [({}, True), ({"code": "PBS12"}, False), ({"subject": "P"}, False), ({"end": ON}, False), ({"start": ON}, True)],
)
def test_it_can_be_waived_with_a_reason(cells: dict[str, Any], waived: bool) -> None:
    code = "230304002200"
    row = Waiver(**{"id": "w", "code": "PBS13", "subject": code, "reason": "撤村建居，代码未换"} | cells)
    place = Jurisdiction(id=code, profile=FOUR_LEVELS).having(
        Unit(id=code, kind="community", name="大同居委会"), Unit(id="P", kind="community"), row
    )
    report = judge(place, on=ON)
    assert [finding.verdict for finding in report.findings] == [Verdict.WAIVED if waived else Verdict.BREACHED]
    assert Checker(place, on=ON).report == report
    if waived:
        [finding] = report.waived
        assert "撤村建居，代码未换" in finding.message("zh")
        assert "says that it is a village" in finding.message("en")


def test_an_error_of_the_structure_is_not_waived() -> None:
    place = Jurisdiction(id="P", profile=FOUR_LEVELS).having(
        Unit(id="U", kind="community", level="nowhere"), Waiver(id="w", code="PBS06", subject="U", reason="so it is")
    )
    assert [finding.verdict for finding in judge(place, on=ON).findings] == [Verdict.BREACHED]
