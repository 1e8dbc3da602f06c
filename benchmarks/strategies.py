"""How many places a second the strategies draw, beside as many bare whole numbers and a tree of plain builds.

Examples a second of CPU, after a warm-up. The first lines are what one would write by hand: sixty draws of
``st.integers()``, and ``st.builds`` of up to 18 units without any reference between them. Absolute figures differ from
machine to machine: read them beside those.

Run: python benchmarks/strategies.py [--examples 300]
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING, Any, Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import pbgov.testing as pt
from pbgov.org import Unit
from pbgov.packs import JIXI

if TYPE_CHECKING:
    from collections.abc import Mapping

_CELLS: Final = {"kind": st.sampled_from(("a", "b")), "name": st.text("abc", max_size=4), "made_up": st.booleans()}
STRATEGIES: Final[Mapping[str, st.SearchStrategy[Any]]] = {
    "60 whole numbers": st.tuples(*[st.integers()] * 60),
    "up to 18 plain builds": st.lists(st.builds(Unit, id=st.integers(0, 999).map(str), **_CELLS), max_size=18),
    "places of 2 and 1": pt.jurisdictions(max_units=2, max_size=1),
    "places of 5 and 2": pt.jurisdictions(),
    "that breach nothing": pt.jurisdictions(pack=JIXI),
    "broken": pt.broken(),
    "changes of 2 and 1": pt.jurisdictions(max_units=2, max_size=1).flatmap(pt.changes),
}


def rate(strategy: st.SearchStrategy[Any], examples: int) -> float:
    """Give the examples a second of CPU, the second time they are drawn."""
    drawn = 0

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(_: object) -> None:
        nonlocal drawn
        drawn += 1

    draw()
    drawn, start = 0, time.process_time()
    draw()
    return drawn / (time.process_time() - start)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=300)
    given_arguments = parser.parse_args()
    print(f"{'':<24}{'a second':>9}  (CPU)")
    for name, strategy in STRATEGIES.items():
        print(f"{name:<24}{rate(strategy, given_arguments.examples):9.0f}")


if __name__ == "__main__":
    main()
