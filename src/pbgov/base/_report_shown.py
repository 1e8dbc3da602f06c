"""A report as a notebook shows it: by verdict, then by norm, the heaviest first, and never more than can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pbgov.base._messages import say
from pbgov.base._shown import paired, said, stacked
from pbgov.base._svg import Markup, element
from pbgov.base._text import LANGS, Lang, Text
from pbgov.base._verdict import Severity, Verdict

if TYPE_CHECKING:
    from pbgov.base._finding import Finding, Report

_SHOWN: Final = (Verdict.BREACHED, Verdict.WAIVED, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)
_WEIGHTS: Final = tuple(Severity)
_EACH: Final = 5  # findings of one norm
_NORMS: Final = 12  # norms of one verdict
_WAYS: Final = 3  # ways out of one norm
_SOFT: Final = "opacity:.75;font-size:.92em"


def report_as_html(report: Report) -> Markup:
    """Give a report as HTML, in both languages."""
    parts = [_group(verdict, report.having(verdict)) for verdict in _SHOWN if report.having(verdict)]
    return element(
        "div",
        element("div", element("strong", paired(said("report.title"))), _marks(report)),
        element("div", *_totals(report)),
        "" if report.complete else element("p", stacked(said("display.findings.incomplete"))),
        *(parts or [element("p", stacked(said("display.findings.none")))]),
    )


def report_as_text(report: Report) -> str:
    """Give a report as lines, Chinese first."""
    return "\n\n".join("\n".join(_lines(report, lang)) for lang in reversed(LANGS))


def _marks(report: Report) -> str:
    marks = [report.pack, f"{report.on}" if report.on else ""]
    return "".join(f" · {mark}" for mark in marks if mark)


def _numbers(report: Report) -> Iterator[tuple[Text, int]]:
    """Count by verdict: subjects where norms were judged, findings where none counts them."""
    counted = {tally.code for tally in report.tallies}
    for verdict in Verdict:
        n = sum(tally.n for tally in report.tallies if tally.verdict is verdict)
        n += sum(finding.code not in counted for finding in report.having(verdict))
        if n:
            yield said(f"verdict.{verdict.value}"), n


def _totals(report: Report) -> list[Markup]:
    return [
        element("span", element("b", f"{n:,}"), " ", paired(words), style="margin-right:1.2em;white-space:nowrap")
        for words, n in _numbers(report)
    ]


def _by_norm(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Gather the findings of each norm, the heaviest norms first."""
    held: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        held[finding.code].append(finding)
    return sorted(held.values(), key=lambda same: (_WEIGHTS.index(same[0].severity), same[0].code))


def _group(verdict: Verdict, findings: Sequence[Finding]) -> Markup:
    norms = _by_norm(findings)
    hidden = norms[_NORMS:]
    rest = said("report.more.codes", n=sum(map(len, hidden)), codes=len(hidden))
    heading = element("summary", paired(said(f"verdict.{verdict.value}")), f" {len(findings):,}")
    return element(
        "details",
        heading,
        *map(_norm, norms[:_NORMS]),
        element("p", stacked(rest), stacked(said("report.whole")), style=_SOFT) if hidden else "",
        open=verdict in {Verdict.BREACHED, Verdict.WAIVED},
        style="margin-top:.6em",
    )


def _norm(same: list[Finding]) -> Markup:
    """Show the findings of one norm: what is wrong each time, then the ways out and the grounds once."""
    first, shown = same[0], same[:_EACH]
    items = [element("li", _told(finding)) for finding in shown]
    if len(same) > len(shown):
        items.append(element("li", stacked(said("report.more", code=first.code, n=len(same) - len(shown)))))
    head = [
        element("code", first.code),
        " ",
        paired(said(f"severity.{first.severity.value}")),
        f" × {len(same):,}" if len(same) > 1 else "",
    ]
    return element(
        "div",
        element("div", *head, element("div", stacked(first.text)) if first.text else "", style="font-weight:600"),
        element("ul", *items, style="margin:.3em 0 .3em 1.2em;padding:0"),
        *_shared(shown),
        style="border-left:3px solid currentColor;padding-left:.8em;margin:.8em 0;overflow-wrap:anywhere",
    )


def _told(finding: Finding) -> Markup:
    if finding.personal:
        return stacked(said("report.person"))
    return stacked(Text(zh=finding.message("zh"), en=finding.message("en")))


def _shared(shown: Sequence[Finding]) -> list[Markup]:
    fixes = [Text(zh=f.fix("zh"), en=f.fix("en")) for f in shown if not f.personal]
    bases = [Text(zh=f.basis.in_("zh"), en=f.basis.in_("en")) for f in shown if f.basis]
    rows = [*(("fix", fix) for fix in dict.fromkeys(fixes)), *(("basis", basis) for basis in dict.fromkeys(bases))]
    tags = {name: element("strong", paired(said(f"display.findings.{name}"))) for name in ("fix", "basis")}
    return [element("div", tags[name], stacked(words), style=_SOFT) for name, words in rows[: 2 * _WAYS]]


def _lines(report: Report, lang: Lang) -> Iterator[str]:
    yield f"{say('report.title', lang)}{_marks(report)}"
    yield "  ".join(f"{words.in_(lang)} {n:,}" for words, n in _numbers(report))
    if not report.complete:
        yield say("display.findings.incomplete", lang)
    for verdict in _SHOWN:
        norms = _by_norm(report.having(verdict))
        for same in norms[:_NORMS]:
            yield f"- {same[0].code} {say(f'verdict.{verdict.value}', lang)} × {len(same):,}"
            for finding in same[:_EACH]:
                personal = finding.personal
                yield f"    {say('report.person', lang) if personal else finding.message(lang)}"
            if len(same) > _EACH:
                yield f"    {say('report.more', lang, code=same[0].code, n=len(same) - _EACH)}"
        if len(norms) > _NORMS:
            hidden = norms[_NORMS:]
            yield say("report.more.codes", lang, n=sum(map(len, hidden)), codes=len(hidden))
