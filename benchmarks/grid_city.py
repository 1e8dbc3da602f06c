"""A city of typical communities, first plans: in this process, on processes of a pool, on workers of Dask.

The pool is warm before its time is taken, since a city is planned more than once a day. That the plans are the same
to the byte is checked in every run. Times are elapsed ones, the best of several runs.

Run: python benchmarks/grid_city.py [--communities 500] [--workers 2] [--effort first] [--runs 3] [--dask]
"""

from __future__ import annotations

import argparse
import multiprocessing
import pickle
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import closing
from importlib import import_module
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, Final

from grid_places import typicals

from pbgov.grid import Partitionings, partition_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid import Neighbourhood

GATE: Final = 2.0  # seconds for 500 communities
GOAL: Final = 0.6


def timed(city: Sequence[Neighbourhood], executor: Executor | None, given: argparse.Namespace) -> tuple[float, bytes]:
    """Plan the city several times: the least time, and the outcomes as bytes."""
    times: list[float] = []
    found: Partitionings | None = None
    for _ in range(given.runs):
        start = perf_counter()
        found = partition_all(city, effort=given.effort, executor=executor)
        times.append(perf_counter() - start)
    assert found is not None
    return min(times), pickle.dumps(found)


def main() -> None:
    """Print the times and their ratio, and check that the plans are the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--communities", type=int, default=500, help="how many (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=2, help="processes (default: %(default)s)")
    parser.add_argument("--effort", choices=("first", "good", "best"), default="first")
    parser.add_argument("--runs", type=int, default=3, help="the best of so many counts (default: %(default)s)")
    parser.add_argument("--dask", action="store_true", help="also on workers of Dask, each a process")
    given = parser.parse_args()
    city = typicals(given.communities)
    partition_all(city[:5], effort=given.effort)  # warm

    before = process_time()
    alone, expected = timed(city, None, given)
    spent = (process_time() - before) / given.runs
    found: Partitionings = pickle.loads(expected)  # noqa: S301 - our own bytes
    print(found.summary().en)
    print(f"one process: {alone:.2f} s, of these {spent:.2f} s CPU (gate {GATE} s, goal {GOAL} s for 500, first plans)")
    print(f"the outcomes, pickled: {len(expected) / 1e6:.1f} MB")

    with ProcessPoolExecutor(given.workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        partition_all(city[: 4 * given.workers], effort=given.effort, executor=pool)
        before = process_time()
        together, same = timed(city, pool, given)
        here = (process_time() - before) / given.runs
    assert same == expected, "the pool gave other bytes"
    print(f"{given.workers} processes: {together:.2f} s, {alone / together:.2f} times as fast, the same to the byte")
    print(f"the calling process: {here:.2f} s CPU, to send, receive and open; no number of workers goes below that")

    if given.dask:
        distributed: Any = import_module("distributed")  # half of it has types
        cluster = distributed.LocalCluster(
            n_workers=given.workers, processes=True, threads_per_worker=1, dashboard_address=None, silence_logs=50
        )
        with closing(cluster), closing(distributed.Client(cluster)) as client:
            executor = client.get_executor(pure=False)  # so that a second run is not answered from memory
            partition_all(city[: 4 * given.workers], effort=given.effort, executor=executor)
            together, same = timed(city, executor, given)
        assert same == expected, "Dask gave other bytes"
        print(f"{given.workers} workers of Dask: {together:.2f} s, {alone / together:.2f} times as fast, the same")


if __name__ == "__main__":
    main()
