"""The obvious design and the floor: what an organisation on record costs without pbgov, in the same run.

The obvious design reads rows into pydantic models and builds a networkx ``MultiDiGraph`` of them; its rules walk that
graph. The floor holds the same columns as numpy arrays of whole numbers; nothing in Python can be much faster. Every
function takes columns as ``pbgov.synth`` makes them, or what ``build`` and ``arrays`` made of these, and gives a
result that can be compared: both must find the very faults that were planted.

Run: python benchmarks/org_baseline.py [--entities 90000] [--nation 1.0] [--exponent]
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import networkx as nx
import numpy as np
from pydantic import BaseModel, TypeAdapter

from pbgov.model import REFERENCES
from pbgov.synth import city, nation, plant, to_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Faults = set[tuple[str, str]]
Columns = dict[str, Any]
Array = Any  # of whole numbers or flags; numpy is not asked for its types

TABLES: Final = ("units", "bodies", "posts", "holdings", "ties", "people")
PLANTED: Final = ("PBS01", "PBS02", "PBS04", "PBS05", "PBS07", "PBS08")
NEVER: Final = date.max.toordinal() + 1
DEEPEST: Final = 64  # no real chain is as long
LOST: Final = -2  # what is not on record
STEP: Final = 1 << 23  # more than any day has as an ordinal: a key of a thing and a day
SIZES: Final = (10_000, 30_000, 100_000, 300_000, 1_000_000)


class UnitRow(BaseModel):
    """A unit."""

    id: str
    kind: str
    level: str | None = None
    parent: str | None = None
    name: str = ""
    start: date | None = None
    end: date | None = None
    ended: bool = False
    made_up: bool = False


class BodyRow(BaseModel):
    """A joint body."""

    id: str
    kind: str
    host: str
    start: date | None = None
    end: date | None = None
    ended: bool = False
    made_up: bool = False


class PostRow(BaseModel):
    """A post."""

    id: str
    kind: str
    unit: str
    made_up: bool = False


class HoldingRow(BaseModel):
    """Who holds a post."""

    id: str
    post: str
    person: str
    route: str | None = None
    full_time: bool | None = None
    start: date | None = None
    end: date | None = None
    made_up: bool = False


class TieRow(BaseModel):
    """A tie."""

    id: str
    kind: str
    source: str
    target: str
    start: date | None = None
    end: date | None = None
    ended: bool = False
    share: int | None = None
    route: str | None = None
    made_up: bool = False


class PersonRow(BaseModel):
    """A person."""

    id: str
    category: str
    made_up: bool = False


MODELS: Final[dict[str, type[BaseModel]]] = {
    "units": UnitRow,
    "bodies": BodyRow,
    "posts": PostRow,
    "holdings": HoldingRow,
    "ties": TieRow,
    "people": PersonRow,
}


# the obvious design


def read(columns: Columns) -> dict[str, list[Any]]:
    """Read rows into models."""
    rows = to_rows(columns)
    return {name: TypeAdapter(list[model]).validate_python(rows[name]) for name, model in MODELS.items()}  # type: ignore[valid-type] # a model from a table is a type at run time only


def build(columns: Columns) -> nx.MultiDiGraph[str]:
    """Read rows into models and make a graph of them: every row but a tie is a node, every reference an edge."""
    rows = read(columns)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(levels=levels_of(columns))
    for table in TABLES:
        if table != "ties":
            graph.add_nodes_from((row.id, {"row": row, "table": table}) for row in rows[table])
    for table in TABLES:
        for column in REFERENCES.get(table, {}) if table != "ties" else ():
            for row in rows[table]:
                if getattr(row, column, None) is not None:
                    graph.add_edge(row.id, getattr(row, column), key=column, kind=column, row=row)
    for tie in rows["ties"]:
        graph.add_edge(tie.source, tie.target, key=tie.id, kind=tie.kind, row=tie)
    return graph


def validated(text: str | bytes) -> Faults:
    """Read columns as JSON text, build the graph of them and find its faults."""
    return rules(build(json.loads(text)))


def levels_of(columns: Columns) -> dict[str, list[str]]:
    """Give the levels each level may stand under."""
    return {level["code"]: level["parents"] for level in columns["profile"]["levels"]}


def rules(graph: nx.MultiDiGraph[str]) -> Faults:  # noqa: C901, PLR0912 - one walk, as one would write it
    """Find what dangles, turns in a circle, has two leaders, stands at a wrong level or nowhere, or outlives a body."""
    known, levels = graph.nodes, graph.graph["levels"]
    found: Faults = set()
    parents: nx.DiGraph[str] = nx.DiGraph()
    leads: defaultdict[str, list[Any]] = defaultdict(list)
    for source, target, data in graph.edges(data=True):
        row = data["row"]
        if not known[source] or not known[target]:
            found.add(("PBS01", row.id))
        elif data["kind"] == "parent":
            parents.add_edge(source, target)
        elif data["kind"] == "leads":
            leads[target].append(row)
        if known[target].get("table") == "bodies" and isinstance(row, TieRow):
            end = known[target]["row"].end
            if end is not None and (row.end is None or row.end > end):
                found.add(("PBS08", row.id))
    turning: set[str] = set()
    for circle in nx.simple_cycles(parents):
        turning.update(circle)
        found.add(("PBS02", min(circle)))
    for led, ties in leads.items():
        spans = sorted((tie.start or date.min, tie.end or date.max, tie.source) for tie in ties)
        if any(second[0] < first[1] and first[2] != second[2] for first, second in pairwise(spans)):
            found.add(("PBS04", led))
    for key, data in known(data=True):
        if data.get("table") == "units" and data["row"].level is not None and key not in turning:
            allowed, parent = levels[data["row"].level], data["row"].parent
            if parent is None and allowed:
                found.add(("PBS07", key))
            elif parent is not None and known[parent] and known[parent]["row"].level not in allowed:
                found.add(("PBS05", key))
    return found


def ancestors(graph: nx.MultiDiGraph[str], unit: str) -> list[str]:
    """Give the units above one, the nearest first."""
    above: list[str] = []
    while (parent := graph.nodes[unit]["row"].parent) is not None:
        above.append(parent)
        unit = parent
    return above


def subtree(graph: nx.MultiDiGraph[str], unit: str) -> int:
    """Count a unit and all under it."""
    todo, size = [unit], 0
    while todo:
        size += 1
        todo += [child for child, _, kind in graph.in_edges(todo.pop(), keys=True) if kind == "parent"]
    return size


def copy_edit(graph: nx.MultiDiGraph[str], unit: str, parent: str) -> nx.MultiDiGraph[str]:
    """Copy the graph and move a unit in the copy."""
    fork = graph.copy()
    row = fork.nodes[unit]["row"]
    fork.remove_edge(unit, row.parent, key="parent")
    fork.nodes[unit]["row"] = moved = row.model_copy(update={"parent": parent})
    fork.add_edge(unit, parent, key="parent", kind="parent", row=moved)
    return fork


def in_force(row: Any, day: date) -> bool:  # noqa: ANN401 - any row with a period
    """Tell whether a row is in force on a day."""
    return not row.ended and (row.start is None or row.start <= day) and (row.end is None or day < row.end)


def members_on(graph: nx.MultiDiGraph[str], body: str, day: date) -> list[str]:
    """Give the members of a body on a day, by filtering its edges."""
    return sorted(
        source
        for source, _, data in graph.in_edges(body, data=True)
        if data["kind"] == "member" and in_force(data["row"], day)
    )


def lead_on(graph: nx.MultiDiGraph[str], day: date) -> tuple[int, list[str]]:
    """Filter all ties by a day; count those in force, and give the units that two organisations lead then."""
    ties = [data["row"] for *_, data in graph.edges(data=True) if isinstance(data["row"], TieRow)]
    now = [tie for tie in ties if in_force(tie, day)]
    leaders: defaultdict[str, set[str]] = defaultdict(set)
    for tie in now:
        if tie.kind == "leads":
            leaders[tie.target].add(tie.source)
    return len(now), sorted(led for led, who in leaders.items() if len(who) > 1)


def moved_by_deepdiff(before: Columns, after: Columns) -> set[str] | None:
    """Give the units whose parent differs, by deepdiff over two dicts; nothing where it is not installed."""
    try:
        from deepdiff import DeepDiff  # noqa: PLC0415 - only where it is installed
    except ImportError:
        return None
    one, other = ({key: {"parent": parent} for key, parent in parents(columns)} for columns in (before, after))
    told = DeepDiff(one, other, view="tree")
    changes = [*told.get("values_changed", ()), *told.get("type_changes", ())]
    return {change.path(output_format="list")[0] for change in changes}


def parents(columns: Columns) -> Iterator[tuple[str, str | None]]:
    """Give each unit with its parent."""
    return zip(columns["units"]["id"], columns["units"]["parent"], strict=True)


# the floor


class Arrays:
    """Columns of whole numbers; the units, bodies, posts, holdings, ties and people are numbered in one order.

    Attributes:
        ids: The identifiers, by number.
        number: The numbers, by identifier; the first of them where two tables share one.
    """

    def __init__(self, columns: Columns) -> None:
        """Number everything once; -1 stands for nothing, -2 for what is not on record."""
        self.ids: list[str] = [key for table in TABLES for key in columns[table]["id"]]
        self.number = {key: place for place, key in reversed(list(enumerate(self.ids)))}
        sizes = [len(columns[table]["id"]) for table in TABLES]
        firsts = np.concatenate(([0], np.cumsum(sizes)))
        self.first = dict(zip(TABLES, firsts.tolist(), strict=False))
        self.n_units, self.n_bodies = sizes[0], sizes[1]
        self.references = {
            (table, column): self._numbers(columns[table][column])
            for table in TABLES
            for column in REFERENCES.get(table, {})
            if column in columns[table]
        }
        levels = levels_of(columns)
        codes = {code: place for place, code in enumerate(levels)}
        self.level = np.array([codes.get(level, -1) for level in columns["units"]["level"]])
        self.allowed = np.zeros((len(codes) + 1, len(codes) + 1), dtype=bool)
        for code, above in levels.items():
            for parent in above:
                self.allowed[codes[code], codes[parent]] = True
        ties = columns["ties"]
        self.leads = np.flatnonzero(np.array([kind == "leads" for kind in ties["kind"]]))
        self.member = np.array([kind == "member" for kind in ties["kind"]])
        self.start, self.end = (_ordinals(ties[name], empty) for name, empty in (("start", 0), ("end", NEVER)))
        self.ended = np.array([bool(cell) for cell in ties["ended"]])
        self.body_end = _ordinals(columns["bodies"]["end"], NEVER)
        self.source, self.target = self.references["ties", "source"], self.references["ties", "target"]
        self.parent = self.references["units", "parent"]
        order = np.argsort(self.target, kind="stable")
        self.by_target, self.targets = order, self.target[order]

    def _numbers(self, column: list[Any]) -> Array:
        number = self.number
        return np.array([-1 if key is None else number.get(key, LOST) for key in column], dtype=np.int64)

    def named(self, table: str, rows: Array) -> list[str]:
        """Give the identifiers of rows of a table."""
        first = self.first[table]
        return [self.ids[first + row] for row in rows.tolist()]


def _ordinals(column: list[str | None], empty: int) -> Array:
    known = {day: empty if day is None else date.fromisoformat(day).toordinal() for day in set(column)}
    return np.array([known[day] for day in column], dtype=np.int64)


def rules_floor(held: Arrays) -> Faults:
    """Find the same faults as ``rules``, in arrays."""
    found: Faults = set()
    for (table, _), column in held.references.items():
        found |= {("PBS01", key) for key in held.named(table, np.flatnonzero(column == LOST))}
    turning = _turning(held.parent)
    found |= {("PBS02", min(held.ids[unit] for unit in circle)) for circle in _circles(held.parent, turning)}
    keys, places = _led(held, held.leads)
    first, last = keys * STEP + held.start[places], keys * STEP + held.end[places]
    clash = first[1:] < np.maximum.accumulate(last)[:-1]
    found |= {("PBS04", held.ids[unit]) for unit in keys[1:][clash].tolist()}
    still = np.ones(held.n_units, dtype=bool)
    still[turning] = False
    placed = (held.level >= 0) & still
    under_some: Array = held.allowed.any(axis=1)
    below = under_some[held.level]
    found |= {("PBS07", key) for key in held.named("units", np.flatnonzero(placed & (held.parent == -1) & below))}
    under = np.flatnonzero(placed & (held.parent >= 0))
    wrong = under[~held.allowed[held.level[under], held.level[held.parent[under]]]]
    found |= {("PBS05", key) for key in held.named("units", wrong)}
    body = held.target - held.first["bodies"]
    inside = np.flatnonzero((body >= 0) & (body < held.n_bodies))
    late = inside[held.end[inside] > held.body_end[body[inside]]]
    return found | {("PBS08", key) for key in held.named("ties", late)}


def _turning(parent: Array) -> Array:
    """Give the units that stand in a circle: whoever never comes to an end is in one after enough steps."""
    at = parent[parent >= 0]
    for _ in range(DEEPEST):
        at = parent[at]
        at = at[at >= 0]
    turning: Array = np.unique(at)
    return turning


def _circles(parent: Array, turning: Array) -> list[set[int]]:
    """Give the circles that units stand in."""
    circles: list[set[int]] = []
    for unit in turning.tolist():
        if not any(unit in circle for circle in circles):
            circle, here = {unit}, int(parent[unit])
            while here != unit:
                circle.add(here)
                here = int(parent[here])
            circles.append(circle)
    return circles


def _led(held: Arrays, places: Array) -> tuple[Array, Array]:
    """Sort ties that lead by whom they lead and the first day; what dangles leads nobody."""
    places = places[(held.source[places] >= 0) & (held.target[places] >= 0)]
    order = np.argsort(held.target[places] * STEP + held.start[places], kind="stable")
    return held.target[places][order], places[order]


def ancestors_floor(held: Arrays, unit: str) -> list[str]:
    """Give the units above one, the nearest first."""
    above: list[str] = []
    here = held.parent[held.number[unit]]
    while here >= 0:
        above.append(held.ids[here])
        here = held.parent[here]
    return above


def subtree_sizes(held: Arrays) -> Array:
    """Count each unit and all under it, in one sweep from the lowest level up; a query is then one look."""
    sizes = np.ones(held.n_units, dtype=np.int64)
    depths = np.zeros(held.n_units, dtype=np.int64)
    here = held.parent.copy()
    while (here >= 0).any():
        depths[here >= 0] += 1
        here = np.where(here >= 0, held.parent[here], -1)
    for depth in range(int(depths.max()), 0, -1):
        units = np.flatnonzero(depths == depth)
        np.add.at(sizes, held.parent[units], sizes[units])
    return sizes


def members_on_floor(held: Arrays, body: str, day: date) -> list[str]:
    """Give the members of a body on a day: its ties lie side by side."""
    number, when = held.number[body], day.toordinal()
    low, high = np.searchsorted(held.targets, (number, number + 1))
    ties = held.by_target[low:high]
    now = held.member[ties] & ~held.ended[ties] & (held.start[ties] <= when) & (when < held.end[ties])
    return sorted(held.ids[source] for source in held.source[ties[now]].tolist())


def lead_on_floor(held: Arrays, day: date) -> tuple[int, list[str]]:
    """Mask all ties by a day; count those in force, and give the units that two organisations lead then."""
    when = day.toordinal()
    now = ~held.ended & (held.start <= when) & (when < held.end)
    places = held.leads[now[held.leads]]
    order = np.lexsort((held.source[places], held.target[places]))
    target, source = held.target[places][order], held.source[places][order]
    two = (target[1:] == target[:-1]) & (source[1:] != source[:-1])
    return int(now.sum()), sorted({held.ids[unit] for unit in target[1:][two].tolist()})


def moved_floor(before: Arrays, after: Arrays) -> set[str]:
    """Give the units whose parent differs, where both states number the units alike."""
    return set(before.named("units", np.flatnonzero(before.parent != after.parent)))


# measuring


def seconds(call: Callable[[], object], rounds: int = 3) -> float:
    """Give the least time of so many calls."""
    best = math.inf
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best


def each(call: Callable[[Any], object], items: list[Any]) -> float:
    """Give the mean time of a call over many items, the best of three rounds."""
    return seconds(lambda: [call(item) for item in items]) / len(items)


def peak(code: str) -> float:
    """Run code in a fresh process and give the megabytes it took at most."""
    tail = "; import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    place = f"import sys; sys.path[:0] = {sys.path!r}; "
    done = subprocess.run([sys.executable, "-c", place + code + tail], capture_output=True, check=True, text=True)
    return int(done.stdout.split()[-1]) / 1024


def exponent(sizes: tuple[int, ...] = SIZES) -> tuple[float, list[float]]:
    """Give by which power of the size the cost of making a nation grows, and the seconds: least squares on logs.

    Each size is made in a fresh process, so that no size pays for the memory of another.
    """
    times: list[float] = []
    for size in sizes:
        code = (
            f"import sys; sys.path[:0] = {sys.path!r}; import time; from pbgov.synth import nation; "
            f"t = time.process_time(); nation(0, scale={size / 865_276}); print(time.process_time() - t)"
        )
        runs = [
            float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)
            for _ in range(3 if size <= SIZES[2] else 1)
        ]
        times.append(min(runs))
    return slope(sizes, times), times


def slope(sizes: Sequence[float], times: Sequence[float]) -> float:
    """Give the power of the size by which a time grows: least squares on logs."""
    xs, ys = [math.log(size) for size in sizes], [math.log(took) for took in times]
    middle = sum(xs) / len(xs), sum(ys) / len(ys)
    rise = sum((x - middle[0]) * (y - middle[1]) for x, y in zip(xs, ys, strict=True))
    return rise / sum((x - middle[0]) ** 2 for x in xs)


def line(what: str, obvious: float | None, floor: float) -> None:
    """Print one line of the table, in milliseconds."""
    shown = "-" if obvious is None else f"{obvious * 1e3:,.3f}"
    ratio = "-" if obvious is None else f"{obvious / floor:,.0f}"
    print(f"{what:44}{shown:>16}{floor * 1e3:>14,.4f}{ratio:>10}")


def compare(columns: Columns, n: int) -> None:
    """Time both on one world, and hold both to the faults planted in it."""
    day = date(2018, 7, 1)
    damaged, planted = plant(columns, dict.fromkeys(PLANTED, n))
    told = {(fault.code, fault.subject) for fault in planted}
    print(f"{len(columns['units']['id']):,} units, {len(columns['bodies']['id']):,} bodies, "
          f"{len(columns['ties']['id']):,} ties; {len(told)} faults planted")  # fmt: skip
    print(f"{'milliseconds':44}{'obvious':>16}{'floor':>14}{'ratio':>10}")
    graph, held = build(damaged), Arrays(damaged)
    assert rules(graph) == rules_floor(held) == told
    line("structural rules", seconds(lambda: rules(graph), 1), seconds(lambda: rules_floor(held)))
    assert lead_on(graph, day) == lead_on_floor(held, day)
    line("all ties as of a day, and who leads", seconds(lambda: lead_on(graph, day), 1),
         seconds(lambda: lead_on_floor(held, day)))  # fmt: skip
    del graph, held
    start = time.perf_counter()
    graph = build(columns)
    built = time.perf_counter() - start
    start = time.perf_counter()
    held = Arrays(columns)
    line("built of columns", built, time.perf_counter() - start)
    bodies = columns["bodies"]["id"][:: max(1, len(columns["bodies"]["id"]) // 200)]
    leaves = [key for key, level in zip(columns["units"]["id"], columns["units"]["level"], strict=True)
              if level == "community"]  # fmt: skip
    units = leaves[:: max(1, len(leaves) // 200)]
    towns = sorted({parent for unit in units if (parent := ancestors(graph, unit)[0])})
    sizes = subtree_sizes(held)
    assert all(members_on(graph, body, day) == members_on_floor(held, body, day) for body in bodies)
    assert all(ancestors(graph, unit) == ancestors_floor(held, unit) for unit in units)
    assert all(subtree(graph, town) == sizes[held.number[town]] for town in towns)
    line("members of one body as of a day", each(lambda body: members_on(graph, body, day), bodies),
         each(lambda body: members_on_floor(held, body, day), bodies))  # fmt: skip
    line("ancestors of one unit", each(lambda unit: ancestors(graph, unit), units),
         each(lambda unit: ancestors_floor(held, unit), units))  # fmt: skip
    line("size of the subtree of one street", each(lambda town: subtree(graph, town), towns),
         each(lambda town: sizes[held.number[town]], towns))  # fmt: skip
    other = next(
        parent for _, parent in parents(columns) if parent in towns and parent != ancestors(graph, units[0])[0]
    )
    line("copy and move one unit", seconds(lambda: copy_edit(graph, units[0], other), 1),
         seconds(held.parent.copy))  # fmt: skip
    assert copy_edit(graph, units[0], other).nodes[units[0]]["row"].parent == other
    after, planted = plant(columns, {"PBS05": 100})
    told_moved, changed = {fault.subject for fault in planted}, Arrays(after)
    assert moved_floor(held, changed) == told_moved
    by_deepdiff = moved_by_deepdiff(columns, after)
    assert by_deepdiff is None or by_deepdiff == told_moved
    took = None if by_deepdiff is None else seconds(lambda: moved_by_deepdiff(columns, after), 1)
    line("diff of two states, 100 units moved", took, seconds(lambda: moved_floor(held, changed)))
    if by_deepdiff is None:
        print("deepdiff is not installed, so its line is left out: pip install deepdiff")


def main() -> None:
    """Print seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entities", type=int, default=90_000, help="size of the city")
    parser.add_argument("--nation", type=float, default=0, help="compare on a nation of this scale as well")
    parser.add_argument("--exponent", action="store_true", help="only show how the cost of making a world grows")
    options = parser.parse_args()
    if not options.exponent:
        worlds = [(f"city(entities={options.entities})", city(entities=options.entities))]
        if options.nation:
            worlds.append((f"nation(scale={options.nation})", nation(scale=options.nation)))
        for maker, columns in worlds:
            compare(columns, 100)
            start = "from pbgov.synth import city, nation; import org_baseline as b; made = " + maker
            print(json.dumps({
                "peak MB, columns alone": round(peak(start)),
                "peak MB, obvious": round(peak(f"{start}; graph = b.build(made)")),
                "peak MB, floor": round(peak(f"{start}; held = b.Arrays(made)")),
            }))  # fmt: skip
    power, times = exponent()
    for size, took in zip(SIZES, times, strict=True):
        print(f"nation of {size:>9,} entities made in {took:8.3f} s of CPU, {took / size * 1e6:6.2f} µs each")
    print(f"cost grows with the size to the power of {power:.3f}")
    print(f"peak of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
