"""Many requests decided at once: how each rule stands is a whole number a request, all else is made when asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, overload

import attrs

from pbgov.base import both, parted
from pbgov.errors import PbgovError
from pbgov.rules._program import Outcome

if TYPE_CHECKING:
    from pbgov.rules._decide import Decision
    from pbgov.rules._resolved import ResolvedPack


@attrs.frozen(eq=False, repr=False)
class Batch(Sequence["Decision"]):
    """The decisions on many requests, in their order.

    Attributes:
        day: The pack on the day of the decisions.
        requests: The requests as they were given.
    """

    day: ResolvedPack
    requests: tuple[object, ...]
    _bits: tuple[int, ...]

    @classmethod
    def of(cls, day: ResolvedPack, requests: Iterable[object], standing: Callable[[Any], int]) -> Batch:
        """Decide requests by the function that tells how every rule stands."""
        rows = tuple(requests)
        try:
            return cls(day, rows, tuple(map(standing, rows)))
        except PbgovError:
            for number, row in enumerate(rows):
                _standing_of(number, row, standing)
            raise

    def __repr__(self) -> str:
        """Count the outcomes."""
        return f"<Batch of {len(self)}: {', '.join(f'{one.value} {n}' for one, n in self.tally().items())}>"

    def __len__(self) -> int:
        """Count the requests."""
        return len(self.requests)

    @overload
    def __getitem__(self, index: int) -> Decision: ...
    @overload
    def __getitem__(self, index: slice) -> Batch: ...
    def __getitem__(self, index: int | slice) -> Decision | Batch:
        """Give one decision, or the batch of a slice."""
        if isinstance(index, slice):
            return Batch(self.day, self.requests[index], self._bits[index])
        return self.day.decide(self.requests[index])

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcome of each request."""
        answer = {bits: self.day.program.outcome(bits) for bits in set(self._bits)}
        return tuple(answer[bits] for bits in self._bits)

    def tally(self) -> dict[Outcome, int]:
        """Count the requests by outcome, in the order of the outcomes."""
        counts = Counter(self.outcomes)
        return {outcome: counts[outcome] for outcome in Outcome if counts[outcome]}

    def to_columns(self) -> dict[str, list[Any]]:
        """Give the row number, the outcome and, for each rule in force, how it stands, as columns."""
        program, rules = self.day.program, self.day.rules
        columns: dict[str, list[Any]] = {
            "row": list(range(len(self))),
            "outcome": [outcome.value for outcome in self.outcomes],
        }
        for i, rule in enumerate(rules):
            columns[rule.id] = [program.state(bits, i).value for bits in self._bits]
        return columns


def _standing_of(number: int, row: object, standing: Callable[[Any], int]) -> None:
    """Say in which row an error lies."""
    try:
        standing(row)
    except PbgovError as error:
        message = both("fact.row", row=number, detail=parted(str(error)))
        raise type(error)(message, number, *error.culprits) from error
