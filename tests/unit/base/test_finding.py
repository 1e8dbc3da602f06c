from __future__ import annotations

import json
from datetime import date

import pytest

from pbgov.base import Assumption, Band, Exact, Finding, Modality, Report, Severity, Tally, Text, Verdict, in_order

FUND = Finding(
    code="LF501",
    subject="C1",
    key="norm.within",
    path="/units/C1",
    text=Text(zh="工作经费", en="the work fund"),
    basis=Assumption(Text(zh="无", en="none")),
    measured=Exact(90_000),
    wanted=Band(100_000, None),
    unit=Text(zh="元", en="yuan"),
)


def test_a_finding_is_worded_last() -> None:
    assert FUND.message() == "C1: “the work fund” asks for at least 100,000 (yuan) and finds 90,000"
    assert FUND.message("zh") == "C1：“工作经费”要求至少100,000（元），实为90,000"
    assert FUND.fix() == "bring it to at least 100,000, or, where the norm may be waived, record a waiver"
    assert FUND.fix("zh") == "请调整至至少100,000，或在规范允许时登记豁免并写明理由"


def test_arguments_come_before_the_columns() -> None:
    finding = Finding(
        code="X", subject="C1", key="norm.waived", text=Text(zh="甲", en="a"), arguments=(("reason", "b"),)
    )
    assert finding.message() == "C1: “a” is waived because: b"
    named = Finding(code="X", subject="C1", key="id.unknown", arguments=(("value", "v"), ("subject", "other")))
    assert named.message("zh").startswith("没有标识为v的记录")


def test_a_finding_as_json() -> None:
    given = FUND.to_dict()
    assert json.loads(json.dumps(given)) == given
    assert given["basis"] == {"en": "assumption: none", "zh": "假设：无"}
    assert (given["code"], given["verdict"], given["severity"], given["at"]) == ("LF501", "breached", "error", None)
    assert Finding(code="X", subject="", key="norm.empty", text=FUND.text).to_dict()["basis"] is None


def test_findings_stand_in_order_and_once() -> None:
    def one(code: str, subject: str, aspect: str = "", at: str | None = None, key: str = "k") -> Finding:
        return Finding(code=code, subject=subject, aspect=aspect, at=at, key=key)

    first = one("A", "2", key="first")
    given = [
        one("B", "1"),
        first,
        one("A", "2", key="second"),
        one("A", "10"),
        one("A", "2", "x"),
        one("A", "2", at="/"),
    ]
    assert in_order(given) == (one("A", "10"), first, one("A", "2", at="/"), one("A", "2", "x"), one("B", "1"))


@pytest.mark.parametrize(
    ("verdict", "severity", "complete", "ok"),
    [
        (Verdict.BREACHED, Severity.ERROR, True, False),
        (Verdict.BREACHED, Severity.WARNING, True, True),
        (Verdict.BREACHED, Severity.INFO, True, True),
        (Verdict.UNKNOWN, Severity.ERROR, True, True),
        (Verdict.WAIVED, Severity.ERROR, True, True),
        (Verdict.UNKNOWN, Severity.INFO, False, False),
    ],
)
def test_a_report_is_ok_without_errors_and_gaps(verdict: Verdict, severity: Severity, complete: bool, ok: bool) -> None:
    finding = Finding(code="X", subject="C1", key="k", verdict=verdict, severity=severity)
    assert Report(findings=(finding,), complete=complete).ok is ok


def test_a_report_sorts_by_verdict() -> None:
    every = tuple(Finding(code="X", subject=v.value, key="k", verdict=v) for v in Verdict)
    report = Report(findings=every, tallies=(Tally("X", Verdict.MET, 3), Tally("Y", Verdict.MET, 4)))
    assert [f.subject for f in (*report.breached, *report.unknown, *report.waived)] == ["breached", "unknown", "waived"]
    assert report.having(Verdict.NOT_APPLICABLE) == (every[4],)
    assert report.count("X", Verdict.MET) == 3
    assert report.count("X", Verdict.BREACHED) == 0


def test_a_report_as_json() -> None:
    report = Report(
        findings=(FUND,),
        tallies=(Tally("LF501", Verdict.BREACHED, 1),),
        pack="P",
        digest="d",
        version="0",
        on=date(2018, 7, 1),
        since=date(2018, 1, 1),
    )
    given = report.to_dict()
    assert json.loads(json.dumps(given)) == given
    assert given["on"] == "2018-07-01"
    assert given["since"] == "2018-01-01"
    assert given["tallies"] == [{"code": "LF501", "verdict": "breached", "n": 1}]
    assert given["findings"] == [FUND.to_dict()]
    assert Report().to_dict()["on"] is None
    assert Report().to_dict()["since"] is None
    assert Report().ok


@pytest.mark.parametrize(
    ("modality", "severity"),
    [
        (Modality.MUST, Severity.ERROR),
        (Modality.IN_PRINCIPLE, Severity.WARNING),
        (Modality.ENCOURAGED, Severity.INFO),
        (Modality.MAY, Severity.INFO),
    ],
)
def test_severity_follows_modality(modality: Modality, severity: Severity) -> None:
    assert modality.severity is severity
