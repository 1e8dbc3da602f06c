"""A dive: grids are chosen one by one where the choice is narrowest, and what a choice rules out is struck off.

A grid is ruled out when some place beside it could then be held by none: every grid that might hold the place
meets it. Striking off goes on until nothing changes; narrow bounds leave little after that. A set of grids is the
bits of one whole number, as a set of places is.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

import attrs

from pbgov.grid._columns import as_set, bits
from pbgov.grid._shares import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pbgov.base import Generator
    from pbgov.grid._work import Work


class Choices:
    """Grids that might be drawn, and which of them meet.

    Attributes:
        members: The places of each grid.
        on: For each place the set of grids that hold it.
        reach: For each place the set of places that some grid holds together with it.
        all: The set of all grids.
    """

    def __init__(self, n: int, members: Sequence[Sequence[int]]) -> None:
        """Take down which grids hold each place."""
        self.members = members
        self.all = (1 << len(members)) - 1
        held: list[list[int]] = [[] for _ in range(n)]
        for number, places in enumerate(members):
            for place in places:
                held[place].append(number)
        self.on = [_flags(numbers, len(members)) for numbers in held]
        self.reach = [0] * n
        for places in members:
            inside = as_set(places)
            for place in places:
                self.reach[place] |= inside

    def meeting(self, number: int) -> int:
        """Give the set of grids that share a place with one, itself among them."""
        on = self.on
        met = 0
        for place in self.members[number]:
            met |= on[place]
        return met

    def weed(self, alive: int, places: Iterable[int], covered: int, work: Work) -> tuple[int, int | None]:
        """Strike off what is ruled out, beginning with what some places rule out.

        Args:
            alive: The grids that might still be drawn.
            places: Places of which the choice has become narrower.
            covered: Places that are dealt with.
            work: What may still be done.

        Returns:
            The grids left, and a place left without any, ``None`` if all is well.
        """
        queue = dict.fromkeys(place for place in places if not covered >> place & 1)
        while queue:
            place = next(iter(queue))
            del queue[place]
            mine = self.on[place] & alive
            if not mine:
                return alive, place
            struck, looked = alive & ~mine, 0
            left = mine
            while left and struck:
                bit = left & -left
                left ^= bit
                struck &= self.meeting(bit.bit_length() - 1)
                looked += 1
            if not work.spend(looked):
                return alive, None
            alive ^= struck
            for number in bits(struck):
                for other in self.members[number]:
                    if not covered >> other & 1:
                        queue[other] = None
        return alive, None


def _flags(numbers: Sequence[int], size: int) -> int:
    """Give numbers as the bits of a number, in time that does not grow with their square."""
    flags = bytearray(-(-size // 8))
    for number in numbers:
        flags[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(flags, "little")


@attrs.frozen
class Dive:
    """What a dive came to.

    Attributes:
        grids: The numbers of the grids of a plan; ``None`` when none was found.
        complete: Whether there is none, if none was found.
    """

    grids: list[int] | None
    complete: bool


@attrs.define
class _Level:
    """One choice: what might still be drawn before it, the places dealt with, and what is left to try, last first."""

    alive: int
    covered: int
    options: list[int]


_THOROUGH: Final = 120  # so many choices may fail before whole stretches are given up
_LEAP: Final = (25, 10)  # and so many each time after that
_BACK: Final = 30  # the longest stretch given up at first
_RUN: Final = 350  # and so many before it all begins anew
_AHEAD: Final = (60, 20, 100, 40)  # places looked at, from the first not yet covered on, for the narrowest choice


class _Dive:
    """The state of one dive. Places where choices failed count for more: they are dealt with earlier next time."""

    def __init__(self, choices: Choices, prices: Sequence[int], gen: Generator, work: Work) -> None:
        self.choices = choices
        self.prices = prices
        self.gen = gen
        self.work = work
        self.trouble = [1] * len(choices.on)
        self.whole = (1 << len(choices.on)) - 1
        self.ahead = _AHEAD[0]

    def level(self, alive: int, covered: int, *, noise: int) -> _Level:
        """Find the place with the fewest grids left to choose from, for the trouble it made."""
        best, narrowest = 0, 0
        for place in islice(bits(~covered & self.whole), self.ahead):
            left = self.choices.on[place] & alive
            count = left.bit_count()
            score = (count << 16) // self.trouble[place]
            if not narrowest or score < best:
                best, narrowest = score, left
            if count == 1:
                narrowest = left
                break
        priced = [(self.prices[number] + self.gen.below(noise), number) for number in bits(narrowest)]
        return _Level(alive, covered, [number for _, number in sorted(priced, reverse=True)])

    def choose(self, level: _Level, number: int) -> tuple[int, int] | None:
        """Choose a grid: what may still be drawn, and what is covered then; ``None`` if some place has none left."""
        choices = self.choices
        covered = level.covered | as_set(choices.members[number])
        met = choices.meeting(number) & level.alive
        touched = 0
        for place in choices.members[number]:
            touched |= choices.reach[place]
        after = self.weed(level.alive & ~met, bits(touched & ~covered), covered)
        return None if after is None else (after, covered)

    def weed(self, alive: int, places: Iterable[int], covered: int) -> int | None:
        """Strike off what is ruled out; remember a place that is left without any."""
        after, bare = self.choices.weed(alive, places, covered, self.work)
        if bare is None:
            return after
        self.trouble[bare] += 1
        return None


def dive(choices: Choices, prices: Sequence[int], alive: int, gen: Generator, *, failures: int, work: Work) -> Dive:
    """Look for a plan, cheap grids first, going back when a choice leaves some place without a grid.

    At first it goes back one choice at a time, and misses nothing; later by whole stretches chosen by chance.

    Args:
        choices: The grids that might be drawn.
        prices: What speaks against each.
        alive: Those that may be chosen, weeded.
        gen: Where chance comes from.
        failures: How many choices may fail before it gives up.
        work: What may still be done.
    """
    state = _Dive(choices, prices, gen, work)
    run = 0
    while True:
        state.ahead = _AHEAD[run % len(_AHEAD)]
        found = _run(state, alive, run, failures=min(failures, _RUN))
        failures -= _RUN
        if found.grids is not None or found.complete or failures <= 0 or work.over:
            return found
        run += 1


def _run(state: _Dive, alive: int, run: int, *, failures: int) -> Dive:
    """Dive once; the first run misses nothing while it goes back one choice at a time."""
    choices, gen, work = state.choices, state.gen, state.work
    path = [state.level(alive, 0, noise=1 + bool(run) * SCALE // 2)]
    chosen: list[int] = []
    deepest, since, back, limit, leapt = 0, 0, _BACK, _THOROUGH, run > 0
    while path and failures > 0 and not work.over:
        level = path[-1]
        if not level.options:
            path.pop()
            del chosen[len(path) - 1 :]
            continue
        number = level.options.pop()
        after = state.choose(level, number)
        if after is not None:
            chosen.append(number)
            if after[1] == state.whole:
                return Dive(chosen, complete=True)
            if after[1].bit_count() > deepest:
                deepest, since, back = after[1].bit_count(), 0, _BACK
            path.append(state.level(*after, noise=1 + leapt * SCALE // 2))
            continue
        failures -= 1
        since += 1
        left = state.weed(level.alive & ~(1 << number), choices.members[number], level.covered)
        if left is None:
            path.pop()
            del chosen[len(path) - 1 :]
        else:
            level.alive = left
            level.options = [other for other in level.options if left >> other & 1]
        if since > limit and path:
            since, limit, leapt = 0, _LEAP[run % len(_LEAP)], True
            keep = max(1, len(path) - 1 - gen.below(back))
            back = min(len(path) + 1, back + back // 6 + 1)
            del path[keep:], chosen[keep - 1 :]
            path[-1] = state.level(path[-1].alive, path[-1].covered, noise=SCALE // 2)
    return Dive(None, complete=not path and not leapt)
