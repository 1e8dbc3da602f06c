"""Findings: what a norm, a structural rule or the boundary says about one subject, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Final, TypeAlias

import attrs

from pbgov.base._amounts import Amount, Band
from pbgov.base._columns import Frame, columns_of
from pbgov.base._messages import Argument, say
from pbgov.base._provenance import Basis
from pbgov.base._report_shown import report_as_html, report_as_text
from pbgov.base._shown import HTML, PLAIN, Shapes, Shown
from pbgov.base._text import LANGS, Lang, Text
from pbgov.base._verdict import Severity, Verdict

_PERSONAL: Final = re.compile(r"/people(/|$)|/person$")

Json: TypeAlias = bool | int | str | list["Json"] | dict[str, "Json"] | None


@attrs.frozen(kw_only=True)
class Finding:
    """What was found about one subject; its identity is (code, subject, aspect).

    Attributes:
        code: Which norm or rule speaks, ``"JX207"``.
        subject: The identifier of what was judged; empty for the place as a whole.
        aspect: Which side of the subject, where a rule looks at several; a period, a missing name.
        verdict: The answer; a report keeps those that are not MET.
        severity: How heavily a breach weighs.
        path: JSON pointer in the canonical document, whose tables are keyed by identifier.
        at: JSON pointer in the document as given; boundary findings only.
        key: Which sentence words it.
        arguments: What the sentence names, as (name, value) pairs.
        text: The norm in words.
        basis: Where the norm was read.
        measured: What was found, in ``unit``.
        wanted: What the norm asks for, in ``unit``.
        unit: The unit of both.
    """

    code: str
    subject: str
    aspect: str = ""
    verdict: Verdict = Verdict.BREACHED
    severity: Severity = Severity.ERROR
    path: str = ""
    at: str | None = None
    key: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    text: Text | None = None
    basis: Basis | None = None
    measured: Amount | None = None
    wanted: Band | None = None
    unit: Text | None = None

    @property
    def page(self) -> str:
        """The page on its code, below the root of the documentation and without suffix; a pack of your own has none.

        Examples:
            >>> Finding(code="JX207", subject="meeting", key="norm.within").page
            'reference/codes/JX207'
        """
        return f"reference/codes/{self.code}"

    def message(self, lang: Lang = "en") -> str:
        """Say what is wrong, and where."""
        return self._say(self.key, lang)

    def fix(self, lang: Lang = "en") -> str:
        """Say the way out."""
        return self._say(f"{self.key}.fix", lang)

    @property
    def personal(self) -> bool:
        """Whether its place in the record is a person's; what shows itself keeps that back, ``message`` tells it."""
        return any(_PERSONAL.search(path) for path in (self.path, self.at or ""))

    def _say(self, key: str, lang: Lang) -> str:
        known: dict[str, Argument] = {
            "subject": self.subject,
            "text": self.text,
            "measured": self.measured,
            "wanted": self.wanted,
            "unit": self.unit,
        }
        return say(key, lang, **(known | dict(self.arguments)))

    def to_dict(self) -> dict[str, Json]:
        """Give the finding as JSON values, worded in both languages."""
        return {
            "code": self.code,
            "subject": self.subject,
            "aspect": self.aspect,
            "verdict": self.verdict.value,
            "severity": self.severity.value,
            "path": self.path,
            "at": self.at,
            "message": {lang: self.message(lang) for lang in LANGS},
            "fix": {lang: self.fix(lang) for lang in LANGS},
            "basis": {lang: self.basis.in_(lang) for lang in LANGS} if self.basis else None,
        }


@attrs.frozen
class Tally:
    """How many subjects of one norm got one verdict."""

    code: str
    verdict: Verdict
    n: int


@attrs.frozen(kw_only=True)
class Report(Shown):
    """All that was found about one place.

    Attributes:
        findings: Everything that is not MET, in the order of code, subject, aspect.
        tallies: How many subjects got which verdict, by norm; MET is counted here alone.
        complete: False when bad data kept a part of the place from being judged.
        pack: Identifier of the pack; empty when no pack was applied.
        digest: Digest of that pack.
        version: Version of the library.
        on: The day judged.
        since: First day of the span whose calendar periods were judged.
        within: The unit whose territory was judged; empty for the whole place.
        select: The codes, or beginnings of codes, to which the pass was narrowed; empty for all.
        ignore: Those that it left out.
    """

    findings: tuple[Finding, ...] = ()
    tallies: tuple[Tally, ...] = ()
    complete: bool = True
    pack: str = ""
    digest: str = ""
    version: str = ""
    on: date | None = None
    since: date | None = None
    within: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing of severity error is breached and nothing was left unread."""
        return self.complete and not any(f.severity is Severity.ERROR for f in self.breached)

    @property
    def breached(self) -> tuple[Finding, ...]:
        """The breaches, of every severity."""
        return self.having(Verdict.BREACHED)

    @property
    def unknown(self) -> tuple[Finding, ...]:
        """What the record is silent about."""
        return self.having(Verdict.UNKNOWN)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The breaches that were waived, with the reason."""
        return self.having(Verdict.WAIVED)

    def having(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Give the findings with one verdict."""
        return tuple(finding for finding in self.findings if finding.verdict is verdict)

    def count(self, code: str, verdict: Verdict) -> int:
        """Count the subjects of a norm that got a verdict."""
        return sum(tally.n for tally in self.tallies if tally.code == code and tally.verdict is verdict)

    def to_columns(self) -> Frame:
        """Give the findings as columns, worded in both languages, in the order of the report."""
        worded = {
            f"{name}_{lang}": partial(read, lang=lang)
            for name, read in (("message", Finding.message), ("fix", Finding.fix))
            for lang in reversed(LANGS)
        }
        return columns_of(self.findings, Finding, without=("key", "arguments"), also=worded)

    def _shapes(self) -> Shapes:
        return {PLAIN: lambda: report_as_text(self), HTML: lambda: report_as_html(self)}

    def to_dict(self) -> dict[str, Json]:
        """Give the report as JSON values."""
        return {
            "pack": self.pack,
            "digest": self.digest,
            "version": self.version,
            "on": self.on.isoformat() if self.on else None,
            "since": self.since.isoformat() if self.since else None,
            "within": self.within,
            "select": list(self.select),
            "ignore": list(self.ignore),
            "complete": self.complete,
            "findings": [finding.to_dict() for finding in self.findings],
            "tallies": [{"code": t.code, "verdict": t.verdict.value, "n": t.n} for t in self.tallies],
        }


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in the order of code, subject, aspect, and keep the first of each identity."""
    unique: dict[tuple[str, str, str, str], Finding] = {}
    for finding in findings:
        unique.setdefault((finding.code, finding.subject, finding.aspect, finding.at or ""), finding)
    return tuple(unique[identity] for identity in sorted(unique))
