"""Findings: what a report says, by verdict, and how often each norm is met."""

from __future__ import annotations

from typing import Final

from pbgov.base import Argument, Finding, Markup, Report, Text, Verdict, element, join
from pbgov.display._names import Names
from pbgov.display._words import folded, phrase, scrolling, table, words

_SHOWN: Final = (Verdict.BREACHED, Verdict.WAIVED, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)
_OPEN: Final = (Verdict.BREACHED, Verdict.WAIVED)


def found(report: Report, names: Names, *, key: str) -> Markup:
    """List the findings of a report under its own heading; ``key`` names the heading and the section."""
    name = key.rpartition(".")[2]
    groups = [_group(verdict, report.having(verdict), names) for verdict in _SHOWN if report.having(verdict)]
    nothing = element("p", words("display.findings.none"), class_="note")
    span: dict[str, Argument] = {"on": report.on, "since": report.since}
    return element(
        "section",
        element("h2", words(key), id=f"{name}-heading"),
        element("p", words("display.findings.about", **span), class_="about") if report.on else "",
        "" if report.complete else element("p", words("display.findings.incomplete"), class_="note strong"),
        _totals(report),
        *(groups or [nothing]),
        _tallies(report, f"{name}-heading"),
        id=name,
        aria_labelledby=f"{name}-heading",
    )


def _totals(report: Report) -> Markup:
    """Count subjects by verdict where norms were judged; what no norm counts is counted by finding."""
    tallied = {verdict: sum(tally.n for tally in report.tallies if tally.verdict is verdict) for verdict in Verdict}
    faults = sum(not any(tally.code == finding.code for tally in report.tallies) for finding in report.breached)
    tallied[Verdict.BREACHED] += faults
    shown = [
        element("li", element("b", f"{n:,}"), words(f"verdict.{verdict.value}"), class_=f"total {verdict.value}")
        for verdict, n in tallied.items()
    ]
    return element("ul", *shown, class_="totals")


def _group(verdict: Verdict, findings: tuple[Finding, ...], names: Names) -> Markup:
    heading = join((words(f"verdict.{verdict.value}"), element("span", f"{len(findings):,}", class_="count")))
    cards = element("ul", *(_card(finding, names) for finding in findings), class_="findings")
    return folded(element("h3", heading), cards, open_=verdict in _OPEN, class_=f"group {verdict.value}")


def _card(finding: Finding, names: Names) -> Markup:
    """Show one finding; of one that speaks of a person, only the norm and how heavily it weighs."""
    head = [
        element("code", finding.code),
        element("span", words(f"severity.{finding.severity.value}"), class_="badge"),
    ]
    if names.personal(finding):
        lines = [element("p", words("display.findings.person"))]
    else:
        head += [_subject(finding.subject, names)] if finding.subject else []
        lines = [
            element("p", phrase(Text(zh=finding.message("zh"), en=finding.message("en")))),
            _line("fix", Text(zh=finding.fix("zh"), en=finding.fix("en"))),
        ]
    if finding.basis:
        lines.append(_line("basis", Text(zh=finding.basis.in_("zh"), en=finding.basis.in_("en"))))
    return element(
        "li", element("p", join(head, " "), class_="head"), *lines, class_=f"finding {finding.severity.value}"
    )


def _subject(key: str, names: Names) -> Markup:
    name = names.of(key)
    known = element("span", phrase(name), " ") if name.zh != key else ""
    return element("span", known, element("code", key), class_="subject")


def _line(name: str, said: Text) -> Markup:
    return element("p", element("span", words(f"display.findings.{name}"), class_="tag"), " ", phrase(said), class_=name)


def _tallies(report: Report, heading: str) -> Markup:
    """Give the number of subjects for each norm and verdict."""
    if not report.tallies:
        return Markup()
    counts = {(tally.code, tally.verdict): tally.n for tally in report.tallies}
    texts = {finding.code: finding.text for finding in report.findings if finding.text}
    columns = [words("display.findings.norm"), *(words(f"verdict.{verdict.value}") for verdict in Verdict)]
    rows = []
    for code in dict.fromkeys(tally.code for tally in report.tallies):
        norm = phrase(texts[code]) if code in texts else ""
        numbers = [f"{counts[code, verdict]:,}" if (code, verdict) in counts else "" for verdict in Verdict]
        rows.append((join((element("code", code), norm), " "), *numbers))
    return folded(words("display.findings.tallies"), scrolling(heading, table(columns, rows, class_="numbers tallies")))
