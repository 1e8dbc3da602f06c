"""Telling on a terminal what is going on, in one language."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from pbgov.base import Text, Verdict, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.base import Lang, Report


class Teller:
    """Writes to the terminal what is going on."""

    def __init__(self, lang: Lang, steps: int) -> None:
        """Speak one language, of so many steps."""
        self.lang: Lang = lang
        self._step = 0
        self._steps = steps
        self._begun = monotonic()
        self._waiting = ""

    def words(self, zh: str, en: str) -> str:
        """Give the words in the language spoken."""
        return Text(zh=zh, en=en).in_(self.lang)

    def step(self, zh: str, en: str) -> None:
        """Announce a step."""
        self._step += 1
        self.line(f"\n[{self._step}/{self._steps}] {self.words(zh, en)}")

    def line(self, text: str) -> None:
        """Write a line."""
        self._write(f"\r{' ' * _width(self._waiting)}\r{text}\n" if self._waiting else f"{text}\n")
        self._begun, self._waiting = monotonic(), ""

    def table(self, rows: Sequence[tuple[str, str]]) -> None:
        """Write two columns."""
        wide = max((_width(left) for left, _ in rows), default=0)
        for left, right in rows:
            self.line(f"  {left}{' ' * (wide - _width(left))}  {right}")

    def findings(self, report: Report) -> None:
        """Write every breach, and how many things the report is silent about."""
        for finding in (*report.breached, *report.waived):
            weight = finding.severity if finding.verdict is Verdict.BREACHED else finding.verdict
            word = say(f"{'severity' if finding.verdict is Verdict.BREACHED else 'verdict'}.{weight.value}", self.lang)
            self.line(f"  {finding.code} {word}: {finding.message(self.lang)}")
        for finding in report.unknown:
            self.line(f"  {finding.code} {say('verdict.unknown', self.lang)}: {finding.message(self.lang)}")

    def going_on(self) -> bool:
        """Show how long a computation goes on, on a terminal only; asked whether to stop it, say no."""
        seconds = int(monotonic() - self._begun)
        words = self.words(zh=f"  正在寻找更好的方案：{seconds}秒", en=f"  looking for a better plan: {seconds} s")
        if words != self._waiting and sys.stdout.isatty():
            self._waiting = words
            self._write(f"\r{words}")
        return False

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()


def _width(text: str) -> int:
    """How many columns a text takes: Chinese characters take two."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)  # noqa: PLR2004 - where East Asian scripts begin
