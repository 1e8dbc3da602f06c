"""One run of the benchmark of the grid room: who is asked what, and the tables that come of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING, Final

from grid_asking import Job
from grid_exact import Open, References
from grid_peers import OURS, PROVEN, efforts
from grid_verify import Facts
from grid_worker import Outcome, Worker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Bounds = tuple[int, int]
PATIENCE: Final = 5  # seconds of CPU after which a printed proof comes too late


@dataclass
class Run:
    """What one run of the benchmark uses.

    Attributes:
        quick: Whether to make do with few communities.
        peers: The peers asked.
        references: What is proven best.
        outlines: Files of outlines of further real neighbourhoods.
        workers: The processes, by solver.
    """

    quick: bool
    peers: list[str]
    references: References
    outlines: list[Path]
    workers: dict[str, Worker] = field(default_factory=dict)

    def of(self, full: int, quick: int) -> int:
        """Choose a number by the extent of the run."""
        return quick if self.quick else full

    def ask(
        self, name: str, job: Job, *, wall: float | None = None, trace: bool = False, fresh: bool = False
    ) -> Outcome:
        """Ask a solver, by default the process that answered before, and stop it after ``wall`` seconds."""
        if name not in self.workers:
            self.workers[name] = Worker(name)
        if fresh:
            self.workers[name].stop()
        return self.workers[name].run(job, wall=4 * job.seconds + 60 if wall is None else wall, trace=trace)

    def each(
        self, places: Sequence[Facts], bounds: Bounds, *, some: int, seconds: float, better: float | None
    ) -> dict[tuple[str, str], list[Outcome]]:
        """Ask us about all places, and each peer about the first ``some``, with every effort.

        Args:
            places: The communities.
            bounds: Fewest and most households of a grid.
            some: So many of them are put to the peers.
            seconds: CPU time that a peer may spend on a first plan.
            better: CPU time that it may spend on a better one; ``None`` when peers are asked for first plans only.
        """
        found: dict[tuple[str, str], list[Outcome]] = {}
        for name in (OURS, *self.peers):
            for effort in efforts(name):
                allowed = better if effort != "first" and better is not None else seconds
                if name != OURS and effort != "first" and better is None:
                    continue
                jobs = (Job(facts=facts, bounds=bounds, effort=effort, seconds=allowed) for facts in places)
                chosen = list(jobs)[: None if name == OURS else some]
                found[name, effort] = [self.ask(name, job) for job in chosen]
        return found

    def stop(self) -> None:
        """End all processes."""
        for worker in self.workers.values():
            worker.stop()


def heading(title: str, note: str = "") -> None:
    """Print the heading of a section."""
    print(f"\n## {title}" + (f"\n{note}" if note else ""), flush=True)


def times(seconds: Sequence[float]) -> str:
    """Give median, ninth decile and maximum in milliseconds."""
    if not seconds:
        return f"{'–':>10}{'–':>10}{'–':>10}"
    ordered = sorted(seconds)
    picked = (median(ordered), ordered[-(-9 * len(ordered) // 10) - 1], ordered[-1])
    return "".join(f"{1_000 * value:>10.2f}" for value in picked)


def solved(found: dict[tuple[str, str], list[Outcome]], feasible: Sequence[bool | None]) -> None:
    """Print for each solver how many places it solved or proved to have no plan, and its false claims.

    Times are of where it found a plan.

    Args:
        found: What solvers returned.
        feasible: Whether there is a plan, for each place; ``None`` where that is open.
    """
    print(f"{'':<26}{'plans':>10}{'proofs':>8}{'wrong':>7}{'median':>10}{'p90':>10}{'max':>10}{'ratio':>9}  (ms)")
    base: dict[str, float] = {}
    for (name, effort), outcomes in found.items():
        kept = list(zip(outcomes, feasible, strict=False))
        could = [outcome for outcome, there in kept if there is not False]
        done = [outcome for outcome in could if outcome.sound]
        none = [outcome for outcome, there in kept if there is False]
        proofs = sum(outcome.answer is not None and outcome.answer.said == PROVEN for outcome in none)
        wrong = sum(_wrong(outcome, there) for outcome, there in kept)
        taken = [outcome.seconds for outcome in done]
        middle = median(taken) if taken else 0.0
        kind = "first" if effort == "first" else "better"
        base.setdefault(kind, middle)
        ratio = f"{middle / base[kind]:>9.1f}" if taken and base[kind] else f"{'–':>9}"
        shares = f"{f'{len(done)}/{len(could)}':>10}{f'{proofs}/{len(none)}':>8}{wrong:>7}"
        print(f"{name + ' ' + effort:<26}{shares}{times(taken)}{ratio}", flush=True)


def _wrong(outcome: Outcome, feasible: bool | None) -> bool:  # noqa: FBT001 - the answer to the same question
    """Tell whether our claim is false: a plan that is none, or of a place that has none, or a proof against one."""
    answer = outcome.answer
    if answer is None or answer.bound is None:  # a peer claims nothing
        return False
    if not answer.said:
        return not outcome.sound or feasible is False
    return answer.said == PROVEN and feasible is True


def reference(run: Run, places: Iterable[Facts], bounds: Bounds) -> tuple[list[bool | None], list[int | None]]:
    """Give for each place whether it has a plan, and the fewest grids; ``None`` where that is open."""
    feasible: list[bool | None] = []
    fewest: list[int | None] = []
    for facts in places:
        try:
            number = run.references.fewest(facts, bounds)
        except Open:
            feasible.append(None)
            fewest.append(None)
        else:
            feasible.append(number is not None)
            fewest.append(number)
    return feasible, fewest


def quality(
    run: Run, places: Sequence[Facts], bounds: Bounds, found: dict[tuple[str, str], list[Outcome]], some: int
) -> None:
    """Print for each solver the grids over the proven fewest, and cut and splits over the least with as many grids."""
    _, fewest = reference(run, places, bounds)
    print(
        f"{'':<26}{'at k*':>12}{'over k*':>9}{'proof':>8}{'cut %':>8}{'least cut':>11}{'splits +':>10}"
        f"  (k* proven within {PATIENCE} s; cut, splits over the optimum at the same k, first {some})"
    )
    for (name, effort), outcomes in found.items():
        kept = [
            (facts, outcome, number)
            for facts, outcome, number in zip(places, outcomes, fewest, strict=False)
            if outcome.worth is not None and outcome.sound and number is not None
        ]
        over = [outcome.worth.grids - number for _, outcome, number in kept if outcome.worth is not None]
        if not over:
            print(f"{name + ' ' + effort:<26}{'–':>12}")
            continue
        printed = [
            o.answer.bound == o.worth.grids and o.seconds <= PATIENCE
            for _, o, _ in kept
            if o.answer and o.worth and o.answer.bound
        ]
        cuts: list[float] = []
        splits: list[int] = []
        chosen = {facts.name for facts in places[:some]}
        for facts, outcome, _ in kept:
            if outcome.worth is None or facts.name not in chosen:
                continue
            try:
                cut = run.references.least(facts, bounds, "cut", outcome.worth.grids)
                split = run.references.least(facts, bounds, "splits", outcome.worth.grids)
            except Open:
                continue
            assert cut is not None
            assert split is not None
            assert cut <= outcome.worth.cut
            assert split <= outcome.worth.splits
            cuts.append(100 * (outcome.worth.cut / cut - 1) if cut else 0.0)
            splits.append(outcome.worth.splits - split)
        proofs = f"{100 * mean(printed):.0f} %" if printed else "–"
        tight = f"{sum(cut == 0 for cut in cuts)}/{len(cuts)}"
        print(
            f"{name + ' ' + effort:<26}{f'{over.count(0)}/{len(over)}':>12}{mean(over):>9.2f}{proofs:>8}"
            f"{mean(cuts) if cuts else 0:>8.2f}{tight:>11}{mean(splits) if splits else 0:>10.2f}",
            flush=True,
        )
