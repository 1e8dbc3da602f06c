"""Flaws of a pack: what may be wrong with rules as rules, whatever the place they are used in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import partial

import attrs

from pbgov.base import LANGS, Argument, Frame, FrozenMap, Json, Lang, columns_of, say
from pbgov.rules._expr import Value


class Flaw(StrEnum):
    """A kind of flaw; the value is its code."""

    DEAD = "PBA01"
    ALWAYS_LIFTED = "PBA02"
    IDLE_EXCEPTION = "PBA03"
    REDUNDANT = "PBA04"
    SHADOWED = "PBA05"
    CONFLICT = "PBA06"
    GAP = "PBA07"
    UNMEETABLE = "PBA08"
    HOLLOW_OBLIGATION = "PBA09"
    ABSOLUTE_PRINCIPLE = "PBA10"
    DATE_GAP = "PBA11"
    LOWERED_FLOOR = "PBA12"
    UNUSED_FIELD = "PBA13"
    UNUSED_PARAMETER = "PBA14"
    UNKNOWN_COLUMN = "PBA15"
    MISSING_TRANSLATION = "PBA16"
    MISSING_BASIS = "PBA17"


@attrs.frozen(kw_only=True)
class Defect:
    """One flaw of a pack.

    Attributes:
        flaw: Which.
        subject: The identifier of the entry that is flawed.
        others: The entries that make it so.
        on: A day on which it is so; ``None`` when it does not depend on the day.
        witness: A request that shows it; ``None`` when the flaw is that there is none, or shows in no request.
        detail: What the sentence names beside these.
    """

    flaw: Flaw
    subject: str
    others: tuple[str, ...] = ()
    on: date | None = None
    witness: FrozenMap[str, Value] | None = None
    detail: Argument = ""

    def message(self, lang: Lang = "en") -> str:
        """Say what is wrong, and where."""
        return self._say(f"flaw.{self.flaw.value}", lang)

    def fix(self, lang: Lang = "en") -> str:
        """Say the way out."""
        return self._say(f"flaw.{self.flaw.value}.fix", lang)

    def _say(self, key: str, lang: Lang) -> str:
        others = say("words.list", lang).join(self.others)
        return say(key, lang, subject=self.subject, others=others, on=self.on, detail=self.detail)

    def to_dict(self) -> dict[str, Json]:
        """Give the defect as JSON values, worded in both languages."""
        witness: dict[str, Json] | None = None
        if self.witness is not None:
            witness = {name: _json(value) for name, value in self.witness.items()}
        return {
            "code": self.flaw.value,
            "flaw": self.flaw.name.lower(),
            "subject": self.subject,
            "others": [*self.others],
            "on": self.on.isoformat() if self.on else None,
            "witness": witness,
            "message": {lang: self.message(lang) for lang in LANGS},
            "fix": {lang: self.fix(lang) for lang in LANGS},
        }


def flaws_to_columns(defects: Iterable[Defect]) -> Frame:
    """Give the defects of a pack as columns, one row each, worded in both languages; a witness as ``name=value``.

    Examples:
        >>> list(flaws_to_columns([]))[:3]
        ['flaw', 'subject', 'others']
    """
    worded = {
        f"{name}_{lang}": partial(read, lang=lang)
        for name, read in (("message", Defect.message), ("fix", Defect.fix))
        for lang in reversed(LANGS)
    }
    return columns_of(defects, Defect, without=("detail",), also=worded)


def _json(value: Value) -> Json:
    if isinstance(value, tuple):
        return [*value]
    return value.isoformat() if isinstance(value, date) else value
