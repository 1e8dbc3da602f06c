"""Solvers in processes of their own, so that one that hangs, dies or eats the memory stops nobody else."""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import tracemalloc
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import grid_peers
from grid_asking import Answer, Job, spent
from grid_verify import Facts, worth

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from grid_asking import Solver
    from grid_verify import Worth

_MEMORY: Final = 12 << 30  # bytes of address space that a worker may have
_WARM: Final = Facts(
    name="warm", households=[100] * 8, compounds=[None] * 8, points=[(i, i * i) for i in range(8)],
    edges=[(i, i + 1) for i in range(7)] + [(0, 7)],
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of one job.

    Attributes:
        answer: What the solver returned; ``None`` when it was stopped or died.
        worth: What its grids are worth; ``None`` when it returned none.
        seconds: CPU time spent.
        grown: Bytes by which its resident memory grew at the peak; ``None`` where the system does not say.
        traced: Bytes that Python allocated for it at the peak; ``None`` when nobody asked.
    """

    answer: Answer | None
    worth: Worth | None
    seconds: float
    grown: int | None = None
    traced: int | None = None

    @property
    def sound(self) -> bool:
        """Whether it returned a plan."""
        return self.worth is not None and self.worth.sound


class Worker:
    """A process with one solver, made anew when it had to be stopped.

    Args:
        name: The solver's name.
    """

    def __init__(self, name: str) -> None:
        """Start nothing yet."""
        self._name = name
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None

    def run(self, job: Job, *, wall: float, trace: bool = False) -> Outcome:
        """Do one job.

        Args:
            job: What is asked.
            wall: Seconds on the clock after which the worker is stopped.
            trace: Whether to trace what Python allocates, which slows it.
        """
        if self._line is None:
            self._start()
        assert self._line is not None
        try:
            self._line.send((job, trace))
            if self._line.poll(wall):
                answer, seconds, grown, traced = self._line.recv()
                grids = answer.grids
                judged = None if grids is None else worth(job.facts, grids, job.bounds, alone=job.alone)
                return Outcome(answer=answer, worth=judged, seconds=seconds, grown=grown, traced=traced)
        except (EOFError, ConnectionError):
            pass  # it died, which the outcome says
        self.stop()
        return Outcome(answer=None, worth=None, seconds=wall)

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._line = None

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, far = context.Pipe()
        self._process = context.Process(target=_serve, args=(self._name, far), daemon=True)
        self._process.start()
        far.close()
        assert self._line.recv() == "ready"


def _serve(name: str, line: Connection) -> None:
    """Answer jobs until the line closes; the first, small and unasked, loads what the solver needs."""
    if name != grid_peers.OURS:  # METIS and KaHIP print from C, thousands of lines where they fail
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    solver = grid_peers.solver(name)
    for effort in grid_peers.efforts(name):
        job = Job(facts=_WARM, bounds=(200, 300), effort=effort, seconds=0.1)
        solver.solve(solver.prepare(_WARM), job)()
    line.send("ready")
    while True:
        try:
            line.send(_done(solver, *line.recv()))
        except (EOFError, ConnectionError):  # nobody asks any more
            return


def _done(solver: Solver, job: Job, trace: bool) -> tuple[Answer, float, int | None, int | None]:  # noqa: FBT001
    """Do a job; give the answer, the CPU time, the growth of resident memory and what Python allocated."""
    try:
        prepared = solver.prepare(job.facts)
    except MemoryError:
        return Answer(grids=None, said="MemoryError before it was asked"), 0.0, None, None
    gc.collect()
    before = _resident(reset=True)
    if trace:
        tracemalloc.start()
    start = spent()
    try:
        read = solver.solve(prepared, job)
    except MemoryError:
        read = _memory_error
    seconds = spent() - start
    traced = tracemalloc.get_traced_memory()[1] if trace else None
    tracemalloc.stop()
    after = _resident()
    return read(), seconds, None if before is None or after is None else after - before, traced


def _memory_error() -> Answer:
    return Answer(grids=None, said="MemoryError")


def _resident(*, reset: bool = False) -> int | None:
    """Give the peak of resident memory in bytes, where Linux tells; ``reset`` makes the present size the peak."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    if reset:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    peak = next(row for row in status.read_text(encoding="ascii").splitlines() if row.startswith("VmHWM:"))
    return int(peak.split()[1]) << 10
