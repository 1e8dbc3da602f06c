"""Rows of a comparison made of what packs ask for: mechanisms, contrasts, and norms item by item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

import attrs

from pbgov.base import Text, Verdict
from pbgov.comparison._asked import Asked, AskedCell
from pbgov.packs import CONTRASTS, MECHANISMS

_NUMBERED: Final = re.compile(r"(\d+)")
_FOUND_BAD: Final = frozenset({Verdict.BREACHED, Verdict.WAIVED})


class Presence(StrEnum):
    """How a mechanism stands in one place."""

    AT_WORK = "at_work"
    BREACHED = "breached"
    SILENT = "silent"
    ABSENT = "absent"


@attrs.frozen(kw_only=True)
class MechanismCell:
    """One mechanism in one place.

    Attributes:
        presence: Whether the pack asks for it beyond the national base, and what the record shows.
        asked: What the pack asks for; ``None`` where it does not.
    """

    presence: Presence
    asked: AskedCell | None


@attrs.frozen(kw_only=True)
class MechanismRow:
    """One mechanism on each side.

    Attributes:
        code: Which mechanism.
        title: What a person calls it.
        cells: The sides in their order.
    """

    code: str
    title: Text
    cells: tuple[MechanismCell, ...]

    @property
    def differs(self) -> bool:
        """Whether the sides are not all alike."""
        return len({cell.presence for cell in self.cells}) > 1


@attrs.frozen(kw_only=True)
class NormRow:
    """One catalogue item, or one contrast of several, on each side.

    Attributes:
        code: Which item or contrast; for a norm of your own that names no item, its code.
        title: What it says, by the side whose code comes first.
        mechanism: The mechanism the item belongs to; empty for one of the national base or of none.
        cells: The sides in their order; ``None`` where a pack says nothing of it.
    """

    code: str
    title: Text
    mechanism: str = ""
    cells: tuple[AskedCell | None, ...]

    @property
    def differs(self) -> bool:
        """Whether the sides are not all alike; codes and numbers of subjects count for nothing."""
        return len({cell and (cell.likeness, frozenset(cell.verdicts)) for cell in self.cells}) > 1

    @property
    def is_shared(self) -> bool:
        """Whether more than one side says something of it."""
        return len(self._said) > 1

    @property
    def is_asked_otherwise(self) -> bool:
        """Whether the sides that say something of it ask for different things, whatever was found."""
        return len({cell.likeness for cell in self._said}) > 1

    @property
    def _said(self) -> list[AskedCell]:
        return [cell for cell in self.cells if cell is not None]


def mechanism_rows(asked: Sequence[Asked]) -> tuple[MechanismRow, ...]:
    """Tell of each mechanism whether each side asks for it, and whether the record shows it at work."""
    return tuple(
        MechanismRow(code=one.code, title=one.title, cells=tuple(_mechanism(side, one.items) for side in asked))
        for one in MECHANISMS
    )


def _mechanism(side: Asked, items: Sequence[str]) -> MechanismCell:
    asked = side.under(items, own=True)
    if asked is None:
        presence = Presence.ABSENT
    elif not _FOUND_BAD.isdisjoint(asked.verdicts):
        presence = Presence.BREACHED
    else:
        presence = Presence.AT_WORK if Verdict.MET in asked.verdicts else Presence.SILENT
    return MechanismCell(presence=presence, asked=asked)


def contrast_rows(asked: Sequence[Asked]) -> tuple[NormRow, ...]:
    """Lay side by side what answers one question, although its items differ; where no side answers, no row."""
    rows = (
        NormRow(code=one.code, title=one.title, cells=tuple(side.under(one.items) for side in asked))
        for one in CONTRASTS
    )
    return tuple(row for row in rows if any(row.cells))


def norm_rows(asked: Sequence[Asked]) -> tuple[NormRow, ...]:
    """Lay side by side what each side says of each item, in the order of the items."""
    mechanisms = {item: one.code for one in MECHANISMS for item in one.items}
    items = {item for side in asked for item in side.by_item}
    rows: list[NormRow] = []
    for item in sorted(items, key=_by_number):
        cells = tuple(side.under((item,)) for side in asked)
        title = min((_first(cell) for cell in cells if cell), key=lambda pair: (pair[0], pair[1].zh, pair[1].en))[1]
        rows.append(NormRow(code=item, title=title, mechanism=mechanisms.get(item, ""), cells=cells))
    return tuple(rows)


def _first(cell: AskedCell) -> tuple[str, Text]:
    """Give the first code of a cell with its text; texts stand in the order of all codes."""
    return min((*cell.norms, *cell.rules, *cell.institutions)), cell.texts[0]


def _by_number(code: str) -> tuple[tuple[int, int, str], ...]:
    """Put 2.9 before 2.10."""
    parts = _NUMBERED.split(code)
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts)
