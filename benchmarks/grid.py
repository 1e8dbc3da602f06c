"""The figures of the grid room, from one command: feasible shares, optimality, time and memory, beside its peers.

Communities are made from seeds (``grid_places``, ``grid_traps``, ``grid_shapes``), optima are proven by other means
than the library's (``grid_exact``), every plan of everybody is judged by code of the benchmark's own (``grid_verify``),
and each solver runs in a process of its own (``grid_worker``) on the same communities in the same run. Times are CPU
times of one solver in milliseconds; read the ratios. Peers that are not installed are named and left out.

Run: python benchmarks/grid.py [--quick] [--no-peers] [--only SECTION ...] [--cache FILE] [--outlines FILE ...]
"""

from __future__ import annotations

import argparse
import platform
import time
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Final

import grid_ours
from grid_asking import Job
from grid_change import changed, with_new_building, without_large
from grid_exact import Open, References
from grid_peers import OURS, efforts, installed
from grid_places import BAND, TIGHT, VERY_TIGHT, large, narrow, packed, size_of, typical, typicals
from grid_real import real
from grid_run import Run, heading, quality, reference, solved, times
from grid_shapes import shapes
from grid_traps import ARTICULATION, KINDS, traps
from grid_verify import Facts, worth

if TYPE_CHECKING:
    from collections.abc import Callable

    from grid_worker import Outcome

    from pbgov.grid import Partitioning

_LARGE: Final = 10_000  # buildings from which on a peer gets more time


def section_typical(run: Run) -> None:
    """Typical communities of 30 to 118 buildings within [200, 300]."""
    places = [Facts.of(place) for place in typicals(run.of(200, 20))]
    some = run.of(24, 6)
    feasible, _ = reference(run, places, BAND)
    heading(
        f"Typical: {len(places)} communities of 30-118 buildings, [200, 300]",
        f"{feasible.count(True)} have a plan, {feasible.count(False)} have none, {feasible.count(None)} open;"
        f" peers asked about the first {some}; ours by grids, splits, cut, and by grids, cut, splits",
    )
    found = run.each(places, BAND, some=some, seconds=2, better=run.of(3, 2))
    for effort in grid_ours.EFFORTS[1:]:
        jobs = [Job(facts=facts, bounds=BAND, effort=effort, cut=True) for facts in places]
        found[OURS, f"{effort}, cut"] = [run.ask(OURS, job) for job in jobs]
    if find_spec("scipy"):
        found[OURS, "exact"] = [run.ask(OURS, Job(facts=facts, bounds=BAND, effort="exact")) for facts in places]
    solved(found, feasible)
    print()
    quality(run, places, BAND, found, some)


def section_narrow(run: Run) -> None:
    """Narrow bounds, up to 118 buildings, feasible by construction; and communities of which every grid is full."""
    count, some = run.of(60, 10), run.of(10, 3)
    sizes = [size_of(seed) for seed in range(count)]
    for bounds in (TIGHT, VERY_TIGHT):
        places = [Facts.of(narrow(size, seed, bounds)) for seed, size in enumerate(sizes)]
        heading(f"Narrow: {count} communities of 30-118 buildings, {list(bounds)}, all feasible")
        found = run.each(places, bounds, some=some, seconds=run.of(3, 1), better=None)
        solved(found, [True] * count)
    places = [Facts.of(packed(size, seed)) for seed, size in enumerate(sizes)]
    heading(f"Packed: {count} communities whose total is k x 300, [200, 300]; k* = k")
    found = run.each(places, BAND, some=some, seconds=run.of(3, 1), better=None)
    solved(found, [True] * count)
    fewest = [sum(facts.households) // BAND[1] for facts in places]
    for (name, effort), outcomes in found.items():
        over = [
            o.worth.grids - number
            for o, number in zip(outcomes, fewest, strict=False)
            if o.worth is not None and o.sound
        ]
        if over:
            print(f"{name + ' ' + effort:<26} at k* {over.count(0)}/{len(over)}, over k* {mean(over):.2f}")


def section_thousand(run: Run) -> None:
    """Narrow bounds at 1,000 buildings: who has a plan within 10 s of CPU."""
    for bounds in (TIGHT, VERY_TIGHT):
        count, some, seconds = run.of(5, 2), 1, 10.0
        places = [Facts.of(narrow(1_000, seed, bounds)) for seed in range(count)]
        heading(f"Narrow, n = 1,000: {count} communities, {list(bounds)}, share within {seconds:g} s")
        for name in (OURS, *run.peers):
            for effort in efforts(name) if name == OURS else ("first",):
                asked = places[: None if name == OURS else some]
                jobs = [Job(facts=facts, bounds=bounds, effort=effort, seconds=seconds) for facts in asked]
                outcomes = [run.ask(name, job, wall=3 * seconds) for job in jobs]
                done = [o.seconds for o in outcomes if o.sound and o.seconds <= seconds]
                parts = [o.worth.within / o.worth.grids for o in outcomes if o.worth is not None and o.worth.grids]
                late = sum(o.answer is None for o in outcomes)
                within = f"{100 * mean(parts):.1f} % of grids within" if parts else "nothing returned"
                within += f", {late} stopped after {3 * seconds:g} s on the clock" if late else ""
                print(f"{name + ' ' + effort:<26}{f'{len(done)}/{len(asked)}':>8}{times(done)}  {within}", flush=True)


def section_impossible(run: Run) -> None:
    """Communities without a plan, by the kind of trap."""
    each = run.of(20, 4)
    heading(
        f"Impossible: {each} communities of each kind",
        "proven: at the first effort, and at the best for what that left open; checked: certificate.check is true",
    )
    print(f"{'':<14}{'first':>10}{'best':>10}{'checked':>10}{'false':>7}{'median':>10}{'p90':>10}{'max':>10}  (ms)")
    for kind in KINDS:
        taken: list[float] = []
        first = best = checked = false = 0
        for trap in traps(each, [kind]):
            start = time.process_time()
            found = grid_ours.plan(trap.place, trap.bounds)
            proven = found.certificate is not None and found.certificate.proven
            first += proven
            if not proven:
                start = time.process_time()
                found = grid_ours.plan(trap.place, trap.bounds, effort="best")
            taken.append(time.process_time() - start)
            best += found.certificate is not None and found.certificate.proven
            checked += found.certificate is not None and found.certificate.check(trap.place)
            false += found.certificate is None
        shown = f"{f'{first}/{each}':>10}{f'{best}/{each}':>10}{f'{checked}/{each}':>10}{false:>7}"
        star = "" if kind in ARTICULATION else "  (the rest)"
        print(f"{kind:<14}{shown}{times(taken)}{star}", flush=True)
    asked = traps(run.of(2, 1))
    for name in run.peers:
        improper = nothing = stopped = 0
        said: dict[str, int] = {}
        for trap in asked:
            outcome = run.ask(name, Job(facts=Facts.of(trap.place), bounds=trap.bounds, seconds=1))
            assert not outcome.sound
            stopped += outcome.answer is None
            if outcome.answer is not None:
                improper += outcome.answer.grids is not None
                nothing += outcome.answer.grids is None
                if outcome.answer.said:
                    words = outcome.answer.said[:90]
                    said[words] = said.get(words, 0) + 1
        often = max(said, key=lambda words: said[words]) if said else "-"
        print(
            f"{name:<26}of {len(asked)}: {improper} improper plans, {nothing} without a plan, {stopped} stopped;"
            f" none says why; most often raised: {often}",
            flush=True,
        )


def section_sixty(run: Run) -> None:
    """First and improved plans of 60 buildings."""
    places: list[Facts] = []
    for seed in range(10_000):
        facts = Facts.of(typical(60, seed))
        if reference(run, [facts], BAND)[0][0]:
            places.append(facts)
        if len(places) == run.of(50, 10):
            break
    heading(f"Time at n = 60: {len(places)} feasible communities, [200, 300]")
    found = run.each(places, BAND, some=run.of(12, 5), seconds=2, better=run.of(2, 1))
    solved(found, [True] * len(places))


def section_large(run: Run) -> None:
    """First plans of 1,000 to 100,000 buildings, and the memory they take."""
    heading("First plans of large areas, [200, 300]", "MB: growth of resident memory, and what Python allocated for us")
    print(f"{'':<34}{'ms':>12}{'ratio':>9}{'MB':>8}{'traced':>8}  result")
    for size in (1_000, 10_000) if run.quick else (1_000, 10_000, 100_000):
        facts = Facts.of(large(size, 1))
        base = 0.0
        for name in (OURS, *run.peers):
            seconds = 5.0 if size < _LARGE else 15.0 if size == _LARGE else 45.0
            job = Job(facts=facts, bounds=BAND, seconds=seconds)
            outcome = run.ask(name, job, wall=10 * seconds if name == OURS else 2 * seconds + 60, fresh=True)
            again = name == OURS and outcome.answer is not None
            traced = run.ask(name, job, wall=600, trace=True, fresh=True).traced if again else None
            base = base or outcome.seconds
            memory = "".join(f"{'–' if b is None else f'{b / 1e6:.1f}':>8}" for b in (outcome.grown, traced))
            taken = f"{1_000 * outcome.seconds:>12.1f}{outcome.seconds / base:>9.1f}{memory}"
            print(f"{f'n={size} {name}':<34}{taken}  {_result(outcome)}", flush=True)
            run.workers[name].stop()


def _result(outcome: Outcome) -> str:
    """Say what came of a job."""
    if outcome.answer is None:
        return "stopped"
    if outcome.worth is None:
        return f"no plan in {outcome.answer.tries} tries; {outcome.answer.said[:60]}"
    judged = outcome.worth
    faults = f"{judged.within} of {judged.grids} grids within, {judged.torn} torn, {judged.lost} buildings left out"
    return (
        f"{'a plan' if judged.sound else 'no plan'}: {faults}, {outcome.answer.tries} tries; {outcome.answer.said[:60]}"
    )


def section_city(run: Run) -> None:
    """First plans of a city of 500 communities, in one process."""
    places = typicals(run.of(500, 50), 5_000)
    heading(f"A city of {len(places)} communities, first plans, [200, 300]")
    start = time.process_time()
    found = grid_ours.plan_city(places, BAND)
    taken = time.process_time() - start
    plans = sum(each.certificate is None for each in found)
    proven = sum(each.certificate is not None and each.certificate.proven for each in found)
    sound = 0
    for place, each in zip(places, found, strict=True):
        if each.certificate is None:
            sound += worth(Facts.of(place), grid_ours.places(place, each.grids), BAND).sound
    print(f"{taken:.3f} s; {plans} plans, of which {sound} sound; {proven} proven impossible")


def section_change(run: Run) -> None:
    """How many buildings change grid when a new building is built."""
    heading("Least change after one new building")
    worlds: list[tuple[Facts, Facts, Partitioning]] = []
    for seed in range(run.of(60, 10)):
        before = Facts.of(typical(size_of(seed), seed))
        found = grid_ours.plan(grid_ours.neighbourhood(before), BAND, effort="good", seed=seed)
        if found.certificate is None:
            worlds.append((before, with_new_building(before, seed), found))
    for effort in grid_ours.EFFORTS:
        moved: list[float] = []
        taken: list[float] = []
        unsound = none = proven = 0
        for before, after, found in worlds:
            place = grid_ours.neighbourhood(after)
            start = time.process_time()
            revised = grid_ours.revision(found, place, effort)
            taken.append(time.process_time() - start)
            if revised.certificate is not None:
                none += 1
                continue
            grids = grid_ours.places(place, revised.grids)
            unsound += not worth(after, grids, BAND).sound
            proven += "change" in revised.proven
            old = grid_ours.places(found.neighbourhood, found.grids)
            moved.append(changed(old, grids) / len(before.households))
        share = (
            f"mean {100 * mean(moved):.2f} %, most {100 * max(moved):.2f} % of buildings change grid" if moved else "-"
        )
        print(
            f"{effort:<8}{len(moved)} revised, {none} without a plan, {unsound} unsound; {share};"
            f" proven least: {proven}; ms{times(taken)}",
            flush=True,
        )


def section_real(run: Run) -> None:
    """Real neighbourhoods, their buildings above the ceiling alone; from peers, which cannot, these are kept away."""
    for facts in real(run.outlines):
        rest, places = without_large(facts, BAND[1])
        large = [[building] for building in range(len(facts.households)) if building not in set(places)]
        heading(
            f"Real: {facts.name}, {len(facts.households)} buildings, {sum(facts.households)} households, [200, 300]",
            f"{len(large)} above the ceiling",
        )
        base = 0.0
        for name in (OURS, *run.peers):
            for effort in efforts(name):
                asked = Job(facts=facts, bounds=BAND, effort=effort, alone=True, cut=True)
                if name != OURS:
                    asked = Job(facts=rest, bounds=BAND, effort=effort, seconds=run.of(10, 3))
                outcome = run.ask(name, asked)
                base = base or outcome.seconds
                bound = None if outcome.answer is None else outcome.answer.bound
                if name != OURS and outcome.answer is not None and outcome.answer.grids is not None:
                    grids = [[places[building] for building in grid] for grid in outcome.answer.grids]
                    outcome = replace(outcome, worth=worth(facts, [*grids, *large], BAND, alone=True))
                judged = outcome.worth
                shown = f"{1_000 * outcome.seconds:>10.1f} ms{outcome.seconds / base:>9.1f}  {_result(outcome)}"
                more = "" if judged is None else f"cut {judged.cut}, splits {judged.splits}"
                print(
                    f"{name + ' ' + effort:<26}{shown} {more}{'' if bound is None else f', bound {bound}'}", flush=True
                )


def section_shapes(run: Run) -> None:
    """Adversarial shapes: our claims held against the reference."""
    heading("Adversarial shapes, [200, 300]")
    listed = list(shapes())
    taken: list[float] = []
    wrong: list[str] = []
    at = known = 0
    for name, place in listed:
        facts = Facts.of(place)
        start = time.process_time()
        found = grid_ours.plan(place, BAND, effort="best")
        taken.append(time.process_time() - start)
        plan = found.certificate is None
        if plan and not worth(facts, grid_ours.places(place, found.grids), BAND).sound:
            wrong.append(name)
        try:
            fewest = run.references.fewest(facts, BAND) if facts.households else 0
        except Open:
            continue
        proven = found.certificate is not None and found.certificate.proven
        if (fewest is None and plan) or (fewest is not None and proven):
            wrong.append(name)
        if fewest is not None:
            known += 1
            at += plan and len(found.grids) == fewest
    slowest = listed[taken.index(max(taken))][0]
    print(f"{len(listed)} shapes, {known} with a proven k*, of which {at} planned with k*")
    print(f"wrong claims: {', '.join(wrong) or 'none'}")
    print(f"ms{times(taken)}; slowest: {slowest}")


SECTIONS: Final[dict[str, Callable[[Run], None]]] = {
    "typical": section_typical,
    "narrow": section_narrow,
    "thousand": section_thousand,
    "impossible": section_impossible,
    "sixty": section_sixty,
    "large": section_large,
    "city": section_city,
    "change": section_change,
    "real": section_real,
    "shapes": section_shapes,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few communities, none of 100,000 buildings")
    parser.add_argument("--no-peers", action="store_true", help="measure the library alone")
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=list(SECTIONS), help="some sections")
    parser.add_argument("--cache", type=Path, help="a file that keeps what is proven for the next run")
    parser.add_argument("--outlines", type=Path, nargs="+", default=[], help="GeoJSON of more real neighbourhoods")
    given = parser.parse_args()
    there, absent = installed()
    run = Run(
        quick=given.quick,
        peers=[] if given.no_peers else there,
        references=References(given.cache, seconds=30),
        outlines=given.outlines,
    )
    print(f"Python {platform.python_version()}, one thread a solver; efforts of ours: {', '.join(grid_ours.EFFORTS)}")
    print("; ".join(filter(None, (_version(name) for name in ("gerrychain", "pymetis", "kahip", "spopt", "highspy")))))
    if absent and not given.no_peers:
        print(f"absent: {', '.join(absent)}")
    try:
        for name in given.only:
            start = time.perf_counter()
            SECTIONS[name](run)
            print(f"({name}: {time.perf_counter() - start:.0f} s on the clock)", flush=True)
    finally:
        run.stop()


def _version(name: str) -> str:
    """Give the version of a package, if it is installed."""
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return ""


if __name__ == "__main__":
    main()
