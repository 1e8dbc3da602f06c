"""How a solver is asked: what it is told, what it answers, and how one that promises nothing is asked again."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import count
from resource import RUSAGE_CHILDREN, getrusage
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from grid_verify import Grids, Worth, worth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from grid_verify import Facts

Effort: TypeAlias = Literal["first", "good", "best", "exact"]


@dataclass(frozen=True, kw_only=True)
class Job:
    """What a solver is asked.

    Attributes:
        facts: The neighbourhood.
        bounds: Fewest and most households of a grid.
        effort: ``"first"`` for any plan, ``"good"`` or ``"best"`` for few grids and a short cut.
        seconds: CPU time that it may spend, in seconds.
        seed: A seed.
        alone: Whether a building above the ceiling may stand alone.
        cut: Whether the cut comes before the splits, of which peers know nothing; ours to heed.
    """

    facts: Facts
    bounds: tuple[int, int]
    effort: Effort = "first"
    seconds: float = 10
    seed: int = 0
    alone: bool = False
    cut: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a solver returned.

    Attributes:
        grids: The grids, sound or not; ``None`` when it returned none.
        tries: How often it was asked.
        said: What it raised last, or the library's claim.
        bound: The fewest grids that are proven, where the solver says so.
    """

    grids: Grids | None
    tries: int = 1
    said: str = ""
    bound: int | None = None


class Solver(Protocol):
    """Something that divides neighbourhoods."""

    def prepare(self, facts: Facts) -> Any:  # noqa: ANN401 - each library has a type of its own
        """Give a neighbourhood in the form the solver takes; this is not timed."""

    def solve(self, prepared: Any, job: Job) -> Callable[[], Answer]:  # noqa: ANN401 - as above
        """Solve; this is timed. What is returned reads the answer off, which is not."""


def spent() -> float:
    """Give the CPU time of this process and the programs it ran, in seconds."""
    children = getrusage(RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


class Peer:
    """A peer that takes the number of grids and a seed, and is asked until its answer is a plan."""

    efforts: tuple[Effort, ...] = ("first", "best")

    def attempts(self, prepared: Any, job: Job) -> Iterator[Callable[[int, int], Grids]]:  # noqa: ANN401 - see ``Solver``
        """Yield ways to ask, each taking the number of grids and a seed; they are taken in turn."""
        raise NotImplementedError  # each peer says how it draws; there is no way common to all

    def better(self, prepared: Any, job: Job, grids: Grids, until: float) -> Iterator[Grids]:  # noqa: ANN401, ARG002 - a peer that betters plans reads them
        """Yield better plans than one it has, until the time is spent; most peers can only start afresh."""
        yield from ()

    def solve(self, prepared: Any, job: Job) -> Callable[[], Answer]:  # noqa: ANN401 - see ``Solver``
        """Ask until there is a plan; if more than that is wanted, until the time is spent.

        A peer that can better a plan is given its best one when a quarter of the time is over.
        """
        start, first = spent(), job.effort == "first"
        ways = list(self.attempts(prepared, job))
        counts = numbers_of_grids(job, fewest_first=not first)
        best: Grids | None = None
        score: tuple[int, int, int] | None = None
        said = ""
        walked = first
        for tries in count(1):
            number = _turn(counts, tries, fewest_first=not first)
            found: list[Grids] = []
            try:
                if best is not None and not walked and _sound(score) and spent() > start + job.seconds / 4:
                    walked = True
                    found.extend(self.better(prepared, job, best, start + job.seconds))
                else:
                    found.append(ways[tries % len(ways)](number, job.seed + tries))
            except Exception as problem:  # noqa: BLE001 - what a peer raises is its answer, and is reported
                said = " ".join(f"{type(problem).__name__}: {problem}".split())
            for grids in found:
                judged = rank(worth(job.facts, grids, job.bounds, alone=job.alone))
                if score is None or judged < score:
                    best, score = grids, judged
            if spent() > start + job.seconds or (first and _sound(score)):
                answer = Answer(grids=best, tries=tries, said=said)
                return lambda: answer
        raise AssertionError  # the loop has no other end


def _sound(score: tuple[int, int, int] | None) -> bool:
    """Tell whether the rank is that of a plan without faults."""
    return score is not None and not score[0]


def numbers_of_grids(job: Job, *, fewest_first: bool) -> list[int]:
    """List the numbers of grids that totals allow: the fewest first, or those nearest the middle of the bounds."""
    low, high = job.bounds
    total = sum(job.facts.households)
    least, most = max(1, -(-total // high)), max(1, total // max(1, low))
    listed = list(range(least, most + 1)) or [max(1, round(2 * total / (low + high)))]
    return listed if fewest_first else sorted(listed, key=lambda number: abs(2 * total - number * (low + high)))


def _turn(counts: Sequence[int], tries: int, *, fewest_first: bool) -> int:
    """Choose the number of grids of a try: each of the likeliest in turn, the fewest by far the most often."""
    if fewest_first:  # 1, 2, 1, 2, 3, 1, 2, 3, 4 ...: every number keeps coming, as far as patience goes
        row, place = 1, tries - 1
        while place >= min(row, len(counts)):
            place -= min(row, len(counts))
            row += 1
        return counts[place]
    return counts[(tries - 1) % min(3, len(counts))]


def rank(judged: Worth) -> tuple[int, int, int]:
    """Order answers: fewer faults, then fewer grids, then a smaller cut."""
    return judged.torn + judged.outside + judged.lost, judged.grids, judged.cut


def from_labels(labels: Iterable[int]) -> Grids:
    """Give grids from the number of the grid of each building."""
    grids: dict[int, list[int]] = {}
    for building, label in enumerate(labels):
        grids.setdefault(int(label), []).append(building)
    return list(grids.values())
