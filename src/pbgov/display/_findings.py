"""Findings: what a report says, by verdict, and how often each norm is met."""

from __future__ import annotations

from collections import defaultdict
from typing import Final, TypeAlias

from pbgov.base import Argument, Finding, Markup, Report, Severity, Text, Verdict, element, join
from pbgov.display._names import Names
from pbgov.display._words import folded, phrase, scrolling, section, table, words

_SHOWN: Final = (Verdict.BREACHED, Verdict.WAIVED, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)
_OPEN: Final = (Verdict.BREACHED, Verdict.WAIVED)
_WEIGHTS: Final = tuple(Severity)
_AT_ONCE: Final = 3  # so many findings of one norm are shown before the rest fold away
_AT_MOST: Final = 40  # so many are listed at all
_WAYS: Final = 12  # and so many ways out and grounds of one norm
_NORMS: Final = 80  # norms with one verdict

_Identity: TypeAlias = tuple[str, str, str, str]


def found(report: Report, names: Names, *, key: str, before: Report | None = None, prefix: str) -> Markup:
    """List the findings of a report under its own heading.

    Args:
        report: The report.
        names: What things are called.
        key: The sentence that heads the section; its last part is the section's name.
        before: An earlier report; what it does not hold is marked as new.
        prefix: What ids begin with.
    """
    name = prefix + key.rpartition(".")[2]
    known = frozenset(map(_identity, before.findings)) if before else frozenset(map(_identity, report.findings))
    new = frozenset(map(_identity, report.findings)) - known
    groups = [_group(verdict, report.having(verdict), names, new) for verdict in _SHOWN if report.having(verdict)]
    nothing = element("p", words("display.findings.none"), class_="note")
    span: dict[str, Argument] = {"on": report.on, "since": report.since}
    return section(
        name,
        words(key),
        element("p", words("display.findings.about", **span), class_="about") if report.on else "",
        "" if report.complete else element("p", words("display.findings.incomplete"), class_="note strong"),
        _totals(report),
        *(groups or [nothing]),
        _tallies(report, f"{name}-heading"),
    )


def _identity(finding: Finding) -> _Identity:
    return finding.code, finding.subject, finding.aspect, finding.at or ""


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


def _group(verdict: Verdict, findings: tuple[Finding, ...], names: Names, new: frozenset[_Identity]) -> Markup:
    """Show the findings with one verdict, one card a norm: the norms with new findings first, then by weight."""
    heading = join((words(f"verdict.{verdict.value}"), element("span", f"{len(findings):,}", class_="count")))
    by_norm: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_norm[finding.code].append(finding)
    held = sorted(
        by_norm.values(),
        key=lambda same: (new.isdisjoint(map(_identity, same)), _WEIGHTS.index(same[0].severity), same[0].code),
    )
    cards = element("ul", *(_card(same, names, new) for same in held[:_NORMS]), class_="findings")
    hidden = held[_NORMS:]
    rest = words("report.more.codes", n=sum(map(len, hidden)), codes=len(hidden))
    note = element("p", rest, " ", words("report.whole"), class_="note") if hidden else ""
    return folded(element("h3", heading), cards, note, open_=verdict in _OPEN, class_=f"verdict {verdict.value}")


def _card(same: list[Finding], names: Names, new: frozenset[_Identity]) -> Markup:
    """Show the findings of one norm: what they share once, then each."""
    first = same[0]
    head = [
        element("code", first.code),
        element("span", words(f"severity.{first.severity.value}"), class_="badge"),
        element("span", f"× {len(same):,}", class_="count") if len(same) > 1 else "",
        element("span", phrase(first.text), class_="norm") if first.text else "",
    ]
    ordered = sorted(same, key=lambda finding: _identity(finding) not in new)
    shown = ordered[:_AT_MOST]
    each = [_item(finding, names, new=_identity(finding) in new) for finding in shown]
    if len(same) > len(shown):
        left = words("report.more", code=first.code, n=len(same) - len(shown))
        each.append(element("li", left, " ", words("report.whole")))
    rest = element("ul", *each[_AT_ONCE:], class_="items")
    return element(
        "li",
        element("p", *head, class_="head"),
        element("ul", *each[:_AT_ONCE], class_="items"),
        folded(words("display.findings.more", n=len(same) - _AT_ONCE), rest) if len(each) > _AT_ONCE else "",
        *_shared(shown, names),
        class_=f"finding {first.severity.value}",
    )


def _item(finding: Finding, names: Names, *, new: bool) -> Markup:
    """Say what was found of one subject; of a person, nothing."""
    badge = element("span", words("display.findings.new"), class_="badge new") if new else ""
    if names.personal(finding):
        return element("li", badge, words("display.findings.person"))
    name = names.of(finding.subject)
    known = element("b", phrase(name), " ") if name.zh != finding.subject else ""
    return element("li", badge, known, phrase(Text(zh=finding.message("zh"), en=finding.message("en"))))


def _shared(same: list[Finding], names: Names) -> list[Markup]:
    """Give the ways out and the grounds of findings, each once."""
    fixes = [Text(zh=f.fix("zh"), en=f.fix("en")) for f in same if not names.personal(f)]
    bases = [Text(zh=f.basis.in_("zh"), en=f.basis.in_("en")) for f in same if f.basis]
    lines = [*(("fix", fix) for fix in dict.fromkeys(fixes)), *(("basis", basis) for basis in dict.fromkeys(bases))]
    return [
        element("p", element("span", words(f"display.findings.{name}"), class_="tag"), " ", phrase(said), class_=name)
        for name, said in lines[:_WAYS]
    ]


def _tallies(report: Report, heading: str) -> Markup:
    """Give the number of subjects for each norm and verdict."""
    if not report.tallies:
        return Markup()
    counts = {(tally.code, tally.verdict): tally.n for tally in report.tallies}
    texts = {finding.code: finding.text for finding in report.findings if finding.text}
    columns = [words("display.findings.norm"), *(words(f"verdict.{verdict.value}") for verdict in Verdict)]
    rows: list[tuple[str, ...]] = []
    for code in dict.fromkeys(tally.code for tally in report.tallies):
        norm = phrase(texts[code]) if code in texts else ""
        numbers = [f"{counts[code, verdict]:,}" if (code, verdict) in counts else "" for verdict in Verdict]
        rows.append((join((element("code", code), norm), " "), *numbers))
    return folded(words("display.findings.tallies"), scrolling(heading, table(columns, rows, class_="numbers tallies")))
