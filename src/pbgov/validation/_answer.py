"""What an evaluator answers about one subject."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

import attrs

from pbgov.base import Amount, Argument, Band, Lang, Text, Verdict, say

Arguments: TypeAlias = tuple[tuple[str, Argument], ...]


@attrs.frozen(kw_only=True)
class Answer:
    """A verdict on one subject, with what its sentence needs.

    Attributes:
        verdict: The answer.
        key: Which sentence words it.
        aspect: Which side of the subject, where there are several.
        arguments: What the sentence names.
        missing: For UNKNOWN: what the record would have to hold; a table, a parameter, a column.
        measured: What was found.
        wanted: What the norm asks for.
        unit: The unit of both.
    """

    verdict: Verdict
    key: str = "norm.relation"
    aspect: str = ""
    arguments: Arguments = ()
    missing: str = ""
    measured: Amount | None = None
    wanted: Band | None = None
    unit: Text | None = None


@attrs.frozen
class Failing:
    """What was found outside its band, one phrase for each, as sentences ask for it."""

    answers: tuple[Answer, ...]

    def in_(self, lang: Lang) -> str:
        """Write the phrases."""
        phrases = (
            say("within.measured", lang, measured=one.measured, wanted=one.wanted, unit=one.unit)
            for one in self.answers
        )
        return ("；" if lang == "zh" else "; ").join(phrases)


@lru_cache(maxsize=4096)
def unknown(missing: str, aspect: str = "") -> Answer:
    """Answer that the record is silent."""
    return Answer(verdict=Verdict.UNKNOWN, missing=missing, aspect=aspect)
