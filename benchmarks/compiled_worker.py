"""One side of ``compiled``: the library as it is found on the path plans communities, and says how long it took.

It talks in lines of JSON: first the cases there are and the files of the modules asked about, then for each name of a
case that it is sent the CPU time of planning its communities and a digest of what came of it. Communities are made
outside the clock and planned once in a process, so that nothing is remembered from an earlier plan.

Run by ``compiled.py``, with the modules to be looked at as arguments.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from functools import partial
from hashlib import sha256
from importlib import import_module
from typing import TYPE_CHECKING, Final

import grid_ours
from grid_places import BAND, VERY_TIGHT, large, narrow, size_of, typical

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grid_asking import Effort

    from pbgov.grid import Neighbourhood, Partitioning

    Bounds = tuple[int, int]

CASES: Final[dict[str, tuple[Callable[[int], Neighbourhood], int, Bounds, Effort]]] = {  # maker, how many, how planned
    "first, n=60": (partial(typical, 60), 40, BAND, "first"),
    "good, n=60": (partial(typical, 60), 6, BAND, "good"),
    "narrow, n=30-118": (lambda seed: narrow(size_of(seed), seed, VERY_TIGHT), 12, VERY_TIGHT, "first"),
    "first, n=1,000": (partial(large, 1_000), 10, BAND, "first"),
    "first, n=10,000": (partial(large, 10_000), 2, BAND, "first"),
}


def outcome(found: Partitioning) -> object:
    """Give all that was found out about a community, in an order that no process decides."""
    grids = [(grid.id, sorted(grid.members)) for grid in found.grids]
    why = None if found.certificate is None else found.certificate.explain("en")
    return grids, found.left, found.bound, found.waived, why, list(found.measures.items()), list(found.bounds.items())


def planned(case: str) -> dict[str, object]:
    """Plan the communities of a case: CPU seconds, how many have a plan, and a digest of what was found."""
    make, count, bounds, effort = CASES[case]
    places = [make(seed) for seed in range(count)]
    gc.collect()
    start = time.process_time()
    found = [grid_ours.plan(place, bounds, effort=effort) for place in places]
    seconds = time.process_time() - start
    digest = sha256(json.dumps([outcome(each) for each in found]).encode()).hexdigest()
    return {"seconds": seconds, "plans": sum(each.feasible for each in found), "of": len(found), "digest": digest}


def main(modules: Sequence[str]) -> None:
    """Say what is there, warm up, and answer until nobody asks any more."""
    for effort in ("first", "good"):
        grid_ours.plan(typical(30, 0), BAND, effort=effort)  # loads what an effort needs
    files = {name: import_module(name).__file__ for name in modules}
    print(json.dumps({"cases": list(CASES), "files": files}), flush=True)
    for line in sys.stdin:
        print(json.dumps(planned(line.rstrip("\n"))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
