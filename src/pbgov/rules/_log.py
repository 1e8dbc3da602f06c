"""What was done in a ledger, in order, as every version of it keeps it."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, TypeAlias

from pbgov.rules._transfers import Transfer

SUBMIT: Final = "submit"
START: Final = "start"
REJECT: Final = "reject"
EXPIRE: Final = "expire"
REVERSE: Final = "reverse"

Stroke: TypeAlias = Literal["submit", "start", "reject", "expire", "reverse"]
Entry: TypeAlias = tuple[Stroke, Transfer, Transfer | None, date | None]  # the last transfer books the first one back


class Page:
    """Some entries, and the page they follow.

    A page knows what came before and nothing of what comes after, so what nobody holds any more is gone. Its parts
    stand in four lists: a tuple kept for each entry would cost the collector of cycles more than the act itself.

    Attributes:
        before: The page whose first entries came before; ``None`` on the first page.
        since: How many of those.
        first: How many entries came before in all.
    """

    __slots__ = ("_backs", "_days", "_strokes", "_transfers", "before", "first", "since")

    ROOM: Final = 256  # at most so many entries are kept for one that is held

    def __init__(self, before: Page | None = None, since: int = 0) -> None:
        """Begin a page."""
        self.before: Page | None = before
        self.since: int = since
        self.first: int = 0 if before is None else before.first + since
        self._strokes: list[Stroke] = []
        self._transfers: list[Transfer] = []
        self._backs: list[Transfer | None] = []
        self._days: list[date | None] = []

    def add(self, done: int, entry: Entry) -> Page:
        """Add what was done after the first ``done`` entries; give the page on which it stands."""
        length = len(self._strokes)
        if done < length or length == self.ROOM:
            return Page(self, done).add(0, entry)
        stroke, transfer, back, on = entry
        self._strokes.append(stroke)
        self._transfers.append(transfer)
        self._backs.append(back)
        self._days.append(on)
        return self

    def __getitem__(self, number: int) -> Entry:
        """Give one entry of this page."""
        return self._strokes[number], self._transfers[number], self._backs[number], self._days[number]


def entries(page: Page | None, done: int) -> tuple[Entry, ...]:
    """Give what was done up to the first ``done`` entries of a page, in order."""
    parts: list[list[Entry]] = []
    while page is not None:
        parts.append([page[number] for number in range(done)])
        done = page.since
        page = page.before
    return tuple(entry for part in reversed(parts) for entry in part)
