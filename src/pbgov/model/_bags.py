"""Values and sums of a column over many rows, which rows come to and leave without the others being looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Any

import attrs

from pbgov.base import Amount, Layers, several


@attrs.frozen(eq=False)
class Bag:
    """The values of a column, and how many cells hold none.

    Attributes:
        counts: How often each value comes.
        n: How many different ones there are.
        gaps: How many cells hold nothing.
    """

    counts: Layers[Any, int] = attrs.field(factory=partial(Layers[Any, int], {}))
    n: int = 0
    gaps: int = 0

    def edited(self, gone: Iterable[object], come: Iterable[object]) -> Bag:
        """Take cells out, and put others in."""
        change: Counter[object] = Counter()
        gaps, n = self.gaps, self.n
        for cells, sign in ((gone, -1), (come, 1)):
            for cell in cells:
                gaps += sign * (cell is None)
                for value in several(cell):
                    change[value] += sign
        held: dict[Any, int | None] = {}
        for value, more in change.items():
            before = self.counts.get(value) or 0
            n += (before + more > 0) - (before > 0)
            held[value] = before + more or None
        return Bag(self.counts.edited(held), n, gaps)


@attrs.frozen(eq=False)
class Total:
    """The sum of amounts.

    Attributes:
        low: The least it can be.
        high: The sum of the most that each can be, where that is known.
        open: How many can be any amount.
    """

    low: int = 0
    high: int = 0
    open: int = 0

    def edited(self, gone: Iterable[Amount], come: Iterable[Amount]) -> Total:
        """Take amounts out, and put others in."""
        low, high, open_ = self.low, self.high, self.open
        for amounts, sign in ((gone, -1), (come, 1)):
            for amount in amounts:
                low += sign * amount.low
                high += sign * (amount.high or 0)
                open_ += sign * (amount.high is None)
        return Total(low, high, open_)
