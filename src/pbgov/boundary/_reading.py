"""What one reading of a document found, and what it may still read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Final, TypeAlias

import attrs

from pbgov.base import Argument, Finding, Text, both
from pbgov.boundary._problems import any_of, pointer, problem, shown
from pbgov.errors import InvalidValueError

Steps: TypeAlias = tuple[str | int, ...]

DEEPEST: Final = 240  # steps: more than a condition of as many levels as there may be takes
LARGEST: Final = 1_000_000  # values: hundreds of packs; what shares parts in memory may unfold to any number
LOST: Final = object()  # what is read where a problem was found


@attrs.define
class Reading:
    """What one reading found, and how many values it may still read."""

    found: list[Finding] = attrs.Factory(list[Finding])
    left: int = LARGEST

    def wrong(self, code: str, steps: Sequence[object], **arguments: Argument) -> object:
        """Keep a problem."""
        at = pointer(*steps)
        self.found.append(problem(code, at, subject="", path=at, aspect="", **arguments))
        return LOST

    def mistyped(self, kind: str, given: object, steps: Steps) -> object:
        """Keep that a value is of the wrong type."""
        return self.unexpected(any_of([kind]), given, steps)

    def unexpected(self, expected: Text, given: object, steps: Steps) -> object:
        """Keep that something else was expected."""
        if isinstance(given, float) and not isfinite(given):
            return self.wrong("PBB12", steps, value=shown(given))
        return self.wrong("PBB02", steps, value=shown(given), expected=expected)

    def knows(self, row: Mapping[object, object], known: Mapping[str, object], steps: Steps) -> bool:
        """Tell whether all keys of an object are known."""
        strange = [key for key in row if key not in known]
        for key in strange:
            self.wrong("PBB04", (*steps, key), key=pointer(key)[1:])
        return not strange

    def enter(self, n: int, steps: Steps) -> bool:
        """Tell whether ``n`` more values may be read there; what nests or unfolds without end is a problem, once."""
        if self.left < 0:
            return False
        self.left -= n
        if self.left < 0:
            self.wrong("PBB16", (), n=LARGEST)
        elif len(steps) > DEEPEST:
            self.wrong("PBB13", steps)
        return self.left >= 0 and len(steps) <= DEEPEST


def unreadable(finding: Finding) -> InvalidValueError:
    """Give the error that says that a value has a form in JSON which could not be read back."""
    detail = Text(
        zh=f"{finding.message('zh')}；{finding.fix('zh')}", en=f"{finding.message('en')}; {finding.fix('en')}"
    )
    return InvalidValueError(both("exchange.unreadable", detail=detail), finding.at)


def listed(words: Sequence[str] | Mapping[str, object]) -> Text:
    """List words, however many."""
    return Text(zh="、".join(words), en=", ".join(words))
