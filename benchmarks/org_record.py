"""An organisation on record: read, judged, changed, compared; beside the obvious design and the floor, in one run.

The obvious design is pydantic models a row and a networkx graph, the floor whole numbers in numpy arrays; both stand in
``org_baseline``. Times are CPU time of one thread, the median of some rounds. Peak memory is that of a process of its
own which reads the text from a file.

Run: python benchmarks/org_record.py [--entities 90000] [--nation 1.0] [--rounds 3]
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, Final

import attrs
import org_baseline as baseline
from pydantic_core import from_json

from pbgov.boundary import parse, validate
from pbgov.boundary._read import read
from pbgov.model import Edit, Jurisdiction, diff
from pbgov.org import Tie
from pbgov.packs import JIXI
from pbgov.rules import RulePack
from pbgov.synth import city, nation, plant, to_rows
from pbgov.validation import Checker, faults, judge

ON: Final = date(2020, 1, 1)
_UNITS: Final = (("s", 1.0), ("ms", 1e3), ("µs", 1e6))
PLANTED: Final = tuple(f"PBS{number:02}" for number in range(1, 13))


def seconds(work: Callable[[], object], rounds: int) -> float:
    """CPU time, the median of some rounds."""
    times: list[float] = []
    for _ in range(rounds):
        began = process_time()
        held = work()
        times.append(process_time() - began)
        del held
    return median(times)


def each(work: Callable[[str], object], names: list[str]) -> float:
    """CPU time of one call, over many."""
    began = process_time()
    for name in names:
        work(name)
    return (process_time() - began) / len(names)


def line(what: str, ours: float, obvious: float | None = None, floor: float | None = None) -> None:
    """Print a row: our time, the obvious design's and the floor's in our terms."""

    def shown(time: float | None) -> str:
        if time is None:
            return f"{'–':>12}"
        unit, scale = next(one for one in _UNITS if time * one[1] >= 1 or one is _UNITS[-1])
        return f"{time * scale:>9.2f} {unit:<2}"

    ratio = "" if obvious is None or not ours else f"  1/{obvious / ours:,.1f} of the obvious"
    print(f"{what:<52}{shown(ours)}{shown(obvious)}{shown(floor)}{ratio}", flush=True)


def doors(columns: dict[str, Any], rounds: int) -> Jurisdiction:
    """Read a city as text, in rows and in columns, each judged for its structure."""
    text = {"rows": json.dumps(to_rows(columns)), "columns": json.dumps(columns)}
    assert not read(text["rows"]).unread.findings
    assert not read(text["columns"]).unread.findings
    obvious = seconds(lambda: baseline.rules(baseline.build(json.loads(text["columns"]))), 1)
    for form, given in text.items():
        door(form, given, obvious, rounds)
    place = read(text["columns"]).place
    assert place is not None
    return place


def door(form: str, given: str, obvious: float, rounds: int) -> None:
    """Read one text."""
    floor = seconds(lambda: from_json(given), rounds)
    line(f"city, {form}: text to validated", seconds(lambda: validate(given, on=ON), rounds), obvious, floor)
    line(f"city, {form}: text to a place", seconds(lambda: read(given), rounds))


def structure(name: str, columns: dict[str, Any], rounds: int) -> None:
    """Find planted faults on a built place: all of them, and nothing else."""
    damaged, planted = plant(columns, dict.fromkeys(PLANTED, 50), 1)
    made = read(damaged).place
    assert made is not None
    found = {(finding.code, finding.subject) for finding in faults(made) if finding.code != "PBS13"}
    wanted = {(fault.code, fault.subject) for fault in planted}
    print(f"{name}: {len(wanted)} faults planted, {len(wanted & found)} found, {len(found - wanted)} false")
    del made, damaged
    place = read(columns).place
    assert place is not None
    gc.collect()  # what was made before is not to be collected on the way
    first = seconds(lambda: list(faults(place)), 1)
    graph = baseline.build(columns) if name == "city" else None
    obvious = None if graph is None else seconds(lambda: baseline.rules(graph), 1)
    held = baseline.Arrays(columns)
    floor = seconds(lambda: baseline.rules_floor(held), rounds)
    line(f"{name}: all structural rules, first time", first, obvious, floor)
    line(f"{name}: all structural rules, again", seconds(lambda: list(faults(place)), rounds), obvious, floor)


def edits(place: Jurisdiction, chance: random.Random) -> Callable[[Checker], Edit]:
    """Give what draws an edit of a tie or of a unit."""
    ties, units = list(place.ties.ids()), [key for key in place.units.ids() if place.units.cell(key, "parent")]

    def drawn(checker: Checker) -> Edit:
        table, keys = chance.choice((("ties", ties), ("units", units)))
        key = chance.choice(keys)
        before = checker.place.table(table)[key]
        cells = {"source": chance.choice(units)} if isinstance(before, Tie) else {"kind": chance.choice("ABC")}
        return Edit(table=table, id=key, before=before, after=attrs.evolve(before, **cells))

    return drawn


def edited(place: Jurisdiction, pack: RulePack | None, n: int) -> list[float]:
    """Judge again after each of many edits, hold the last report to a full pass, and give the CPU times in order."""
    checker = Checker(place, pack, on=ON)
    draw = edits(place, random.Random(1))
    times: list[float] = []
    for _ in range(n):
        edit = draw(checker)
        began = process_time()
        checker = checker.edited([edit])
        times.append(process_time() - began)
    assert checker.report == Checker(checker.place, pack, on=ON).report
    return sorted(times)


def rechecks(name: str, place: Jurisdiction, n: int) -> None:
    """Judge the structure again after each of many edits."""
    times = edited(place, None, n)
    full = seconds(lambda: list(faults(place)), 1)
    line(f"{name}: judge again after one edit, median of {n:,}", times[n // 2], full)
    line(f"{name}: judge again after one edit, 99 of 100", times[n * 99 // 100], full)


def under_a_pack(place: Jurisdiction, n: int) -> None:
    """Judge a city by all norms of a real pack, and again after each of some edits."""
    line(f"city: judged by the {len(JIXI.norms)} norms of Jixi", seconds(lambda: judge(place, JIXI, on=ON), 1))
    times = edited(place, JIXI, n)
    line(f"city: the same after one edit, median of {n:,}", times[n // 2])
    line(f"city: the same after one edit, 99 of 100 (the slowest {times[-1]:.2f} s)", times[n * 99 // 100])


def fork(place: Jurisdiction) -> None:
    """Fork a city, edit it a hundred times, and judge it."""
    checker = Checker(place, on=ON)
    draw = edits(place, random.Random(2))
    made = {(edit.table, edit.id): edit for edit in (draw(checker) for _ in range(100))}

    def forked() -> object:
        other = checker
        for edit in made.values():
            other = other.edited([edit])
        assert other.report.on == ON
        return other

    took = seconds(forked, 3)
    tracemalloc.start()
    held = forked()
    grown = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    line(f"city: fork, 100 edits, judge ({grown:.2f} MB)", took)
    line("city: fork, 100 edits at once, judge", seconds(lambda: checker.edited(made.values()).report, 3))
    del held


def queries(place: Jurisdiction, columns: dict[str, Any]) -> None:
    """Ask for ancestors, subtrees and members."""
    graph, held, org = baseline.build(columns), baseline.Arrays(columns), place.org
    communities = [key for key, level in zip(place.units.ids(), place.units.cells("level"), strict=True)
                   if level == "community"][:2_000]  # fmt: skip
    streets = [key for key, level in zip(place.units.ids(), place.units.cells("level"), strict=True)
               if level == "township"][:200]  # fmt: skip
    bodies = [body.id for body in place.bodies.on(ON)][:500]
    day = org.on(ON)
    first = seconds(lambda: place.org.subtree_size(streets[0]), 1)
    for _ in range(2):  # the second time, what is found once is kept
        chains = each(org.ancestors, communities)
        sizes = each(org.subtree_size, streets * 10)
        members = each(day.members, bodies)
    line("city: ancestors", chains, each(lambda unit: baseline.ancestors(graph, unit), communities[:200]),
         each(lambda unit: baseline.ancestors_floor(held, unit), communities[:200]))  # fmt: skip
    line(f"city: subtree size (the first takes {first:.2f} s)", sizes,
         each(lambda unit: baseline.subtree(graph, unit), streets[:50]))  # fmt: skip
    line("city: members of one body on a day", members,
         each(lambda body: baseline.members_on(graph, body, ON), bodies[:100]),
         each(lambda body: baseline.members_on_floor(held, body, ON), bodies[:100]))  # fmt: skip


def compared(place: Jurisdiction, columns: dict[str, Any], rounds: int) -> None:
    """Tell two states of a city apart: one made by edits, and one read anew."""
    draw = edits(place, random.Random(3))
    checker = Checker(place, on=ON)
    made = {(edit.table, edit.id): edit for edit in (draw(checker) for _ in range(100))}
    other = place.edited(made.values())
    assert {(item.table, item.id) for item in diff(place, other).items} == set(made)
    line("city: diff, 100 edits apart", seconds(lambda: diff(place, other), rounds))
    one, again = (read(json.dumps(columns)).place for _ in range(2))
    assert one is not None
    assert again is not None
    one = one.edited(made.values())
    assert {(item.table, item.id) for item in diff(again, one).items} == set(made)
    line("city: diff, two states read apart", seconds(lambda: diff(again, one), rounds))
    after, planted = plant(columns, {"PBS05": 100})
    moved = read(after).place
    assert moved is not None
    assert {item.id for item in diff(again, moved).items} == {fault.subject for fault in planted}
    by_deepdiff = baseline.moved_by_deepdiff(columns, after)
    took = None if by_deepdiff is None else seconds(lambda: baseline.moved_by_deepdiff(columns, after), 1)
    line("city: diff, 100 units moved (deepdiff sees the units)", seconds(lambda: diff(again, moved), rounds), took)


def as_of(name: str, place: Jurisdiction, columns: dict[str, Any], rounds: int) -> None:
    """Look at the whole on a day, with the rule of one leader."""
    held, graph = baseline.Arrays(columns), baseline.build(columns) if name == "city" else None
    obvious = None if graph is None else seconds(lambda: baseline.lead_on(graph, ON), 1)
    line(f"{name}: as of a day, and who has two leaders", seconds(lambda: place.org.on(ON).contested(), rounds),
         obvious, seconds(lambda: baseline.lead_on_floor(held, ON), rounds))  # fmt: skip


_READ: Final = """
import sys, time
from datetime import date
from pathlib import Path
sys.path[:0] = {path!r}
from {module} import {name} as work
text = Path(sys.argv[1]).read_bytes()
def peak():  # of this process alone: what resource tells includes the one it was started from
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
before = peak()
began = time.process_time()
held = work(text{more})
took = time.process_time() - began
print(took, peak(), before, len(text) / 1e6)
"""


def apart(path: Path, module: str, name: str, more: str = "") -> tuple[float, float, float, float]:
    """Read a file in a process of its own: CPU seconds, peak MB, MB before, size of the text in MB."""
    code = _READ.format(path=sys.path, module=module, name=name, more=more)
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    took, peak, before, size = map(float, done.stdout.split())
    return took, peak, before, size


def alone(name: str, columns: dict[str, Any]) -> None:
    """Read a world in processes of their own: by the library, by the obvious design, and by the parser alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "world.json"
        path.write_text(json.dumps(columns), encoding="utf-8")
        ours, obvious, floor = (
            apart(path, module, work, more)
            for module, work, more in (
                ("pbgov.boundary", "validate", ", on=date(2020, 1, 1)"),
                ("org_baseline", "validated", ""),
                ("pydantic_core", "from_json", ""),
            )
        )
    line(f"{name}, columns: text to validated, cold", ours[0], obvious[0], floor[0])
    peaks = ", ".join(f"{run[1]:,.0f} (of which {run[2]:,.0f} before)" for run in (ours, obvious, floor))
    print(f"    text {ours[3]:,.0f} MB; peak MB of the three: {peaks}")


def growth(sizes: tuple[int, ...]) -> None:
    """Show by which power of the size the cost of reading and judging grows, from a city's to the nation's."""
    took: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "world.json"
        for size in sizes:
            path.write_text(json.dumps(nation(scale=size / 865_276)), encoding="utf-8")
            took.append(min(apart(path, "pbgov.boundary", "validate", ", on=date(2020, 1, 1)")[0] for _ in range(2)))
    shown = ", ".join(f"{size:,}: {time:.3f} s" for size, time in zip(sizes, took, strict=True))
    print(f"columns, text to validated, by entities: {shown}; power {baseline.slope(sizes, took):.3f}")


def whole_nation(scale: float, rounds: int) -> None:
    """Read the nation as columns, judge it and edit it."""
    columns = nation(scale=scale)
    alone("nation", columns)
    structure("nation", columns, rounds)
    place = read(columns).place
    assert place is not None
    as_of("nation", place, columns, rounds)
    rechecks("nation", place, 1_000)


def main() -> None:
    """Measure one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entities", type=int, default=90_000)
    parser.add_argument("--nation", type=float, default=1.0, help="scale of the nation; 0 for none")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    columns = city(entities=options.entities)
    print(f"{'what':<52}{'pbgov':>12}{'obvious':>12}{'floor':>12}")
    place = doors(columns, options.rounds)
    structure("city", columns, options.rounds)
    queries(place, columns)
    as_of("city", place, columns, options.rounds)
    compared(place, columns, options.rounds)
    rechecks("city", place, 10_000)
    under_a_pack(place, 1_000)
    fork(place)
    assert parse(to_rows(city(entities=1_000))).units  # rows and columns are one door
    alone("city", columns)
    growth(baseline.SIZES if options.nation else baseline.SIZES[:-1])
    power, _ = baseline.exponent()
    print(f"making a world: cost grows with the size to the power of {power:.3f}")
    if options.nation:
        whole_nation(options.nation, options.rounds)


if __name__ == "__main__":
    main()
