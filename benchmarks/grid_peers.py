"""What others offer for connected parts within bounds, each as its documentation has one use it, retried as users do.

None of them takes a floor, a ceiling and connectivity together, so each is asked again with other seeds and numbers of
grids until what it returns is a plan, or the CPU time that it is given is spent; then its least bad answer counts.

gerrychain
    ``recursive_tree_part`` and ``recursive_seed_part`` with the epsilon that the bounds leave around ``total / k``,
    then short bursts of ReCom towards a smaller cut under its population constraint.
pymetis
    ``part_graph`` by k-way, ``contig=1`` and the ``ufactor`` that the ceiling leaves.
kahip
    ``kaffpa`` in mode ECO, then STRONG, with the imbalance that the ceiling leaves.
kahip, connected
    The program ``kaffpa`` that the package brings, ``--connected_blocks`` (experimental, strong only).
spopt
    ``MaxPHeuristic`` with the floor as threshold: the only one of its regionalisations with a threshold on a sum.

A peer that is not installed is said to be absent.
"""

from __future__ import annotations

import subprocess
import tempfile
import warnings
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import grid_ours
from grid_asking import Answer, Job, Peer, Solver, from_labels, spent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from grid_asking import Effort
    from grid_verify import Facts, Grids

OURS: Final = "pbgov"
PROVEN: Final = "proven impossible"
_HARD: Final = (
    10  # trees gerrychain may draw for a cut before all is begun anew: of 3 to 1,000 this finds most, soonest
)


class Pbgov:
    """The library that is measured."""

    def prepare(self, facts: Facts) -> Any:  # noqa: ANN401 - see ``Solver``
        """Give a ``Neighbourhood``, fresh, so that nothing was computed for it before."""
        return grid_ours.neighbourhood(facts)

    def solve(self, prepared: Any, job: Job) -> Callable[[], Answer]:  # noqa: ANN401 - see ``Solver``
        """Call ``partition`` once."""
        found = grid_ours.plan(prepared, job.bounds, effort=job.effort, seed=job.seed, alone=job.alone, cut=job.cut)

        def read() -> Answer:
            why = found.certificate
            said = "" if why is None else PROVEN if why.proven else "no plan found"
            grids = grid_ours.places(prepared, found.grids)
            return Answer(grids=grids, said=said, bound=found.bound)

        return read


class Gerrychain(Peer):
    """GerryChain 1: spanning trees, and a chain of plans."""

    def prepare(self, facts: Facts) -> Any:  # noqa: ANN401 - see ``Solver``
        """Give its graph."""
        import networkx as nx  # noqa: PLC0415 - only where the peer is asked
        from gerrychain import Graph  # noqa: PLC0415 - only where it is installed

        graph: Any = nx.Graph()
        graph.add_nodes_from((i, {"households": amount}) for i, amount in enumerate(facts.households))
        graph.add_edges_from(facts.edges)
        return Graph.from_networkx(graph)

    def attempts(self, prepared: Any, job: Job) -> Iterator[Callable[[int, int], Grids]]:  # noqa: ANN401 - see ``Solver``
        """Yield both ways to draw a first plan."""
        from gerrychain.partition import recursive_seed_part, recursive_tree_part  # noqa: PLC0415 - as above
        from gerrychain.tree import bipartition_tree  # noqa: PLC0415 - as above

        def drawn(method: Callable[..., dict[int, int]], number: int, seed: int) -> Grids:
            if number == 1:
                return [list(range(len(job.facts.households)))]
            target, epsilon = _around(job, number)
            labels = method(
                prepared,
                range(number),
                target,
                "households",
                epsilon,
                bipartition_tree_fn=partial(bipartition_tree, max_attempts=_HARD),
                rng=seed,
            )
            return from_labels(labels[building] for building in range(len(job.facts.households)))

        yield partial(drawn, recursive_tree_part)
        yield partial(drawn, recursive_seed_part)

    def better(self, prepared: Any, job: Job, grids: Grids, until: float) -> Iterator[Grids]:  # noqa: ANN401 - see ``Solver``
        """Walk on by ReCom in short bursts, and yield the best plan so far at the end."""
        from gerrychain import Partition  # noqa: PLC0415 - as above
        from gerrychain.constraints import Bounds  # noqa: PLC0415 - as above
        from gerrychain.optimization import SingleMetricOptimizer  # noqa: PLC0415 - as above
        from gerrychain.proposals import build_recom_proposal_fn  # noqa: PLC0415 - as above
        from gerrychain.tree import bipartition_tree  # noqa: PLC0415 - as above
        from gerrychain.updaters import Tally, cut_edges  # noqa: PLC0415 - as above

        if len(grids) == 1:
            return
        target, epsilon = _around(job, len(grids))
        label = {building: number for number, grid in enumerate(grids) for building in grid}
        start = Partition(
            prepared, assignment=label, updaters={"households": Tally("households"), "cut_edges": cut_edges}
        )
        optimizer = SingleMetricOptimizer(
            proposal_fn=build_recom_proposal_fn(
                pop_col="households",
                pop_target=target,
                epsilon=epsilon,
                bipartition_tree_fn=partial(bipartition_tree, max_attempts=100, allow_pair_reselection=True),
            ),
            constraints=[Bounds(lambda plan: plan["households"].values(), bounds=job.bounds)],
            initial_state=start,
            optimization_metric_fn=lambda plan: len(plan["cut_edges"]),
            maximize=False,
            rng=job.seed,
        )
        for _ in optimizer.short_bursts(burst_length=10, num_bursts=1_000_000):
            if spent() > until:
                break
        best = optimizer.best_part
        yield from_labels(best.assignment[building] for building in range(len(label)))


def _around(job: Job, number: int) -> tuple[float, float]:
    """Give the mean of a grid, and the share by which grids may differ from it on either side within the bounds."""
    low, high = job.bounds
    target = sum(job.facts.households) / number
    return target, max(0.0, min(target - low, high - target) / target)


def _rows(facts: Facts) -> tuple[list[int], list[int]]:
    """Give the neighbours as METIS and KaHIP take them: where each building's begin, and all in one list."""
    starts, ends = [0], []
    for near in facts.links():
        ends.extend(near)
        starts.append(len(ends))
    return starts, ends


class Pymetis(Peer):
    """METIS through pymetis."""

    def prepare(self, facts: Facts) -> Any:  # noqa: ANN401 - see ``Solver``
        """Give its adjacency."""
        import pymetis  # noqa: PLC0415 - only where it is installed

        return pymetis.CSRAdjacency(*_rows(facts))

    def attempts(self, prepared: Any, job: Job) -> Iterator[Callable[[int, int], Grids]]:  # noqa: ANN401 - see ``Solver``
        """Yield k-way partitioning with contiguous parts."""
        import pymetis  # noqa: PLC0415 - as above

        def parted(number: int, seed: int) -> Grids:
            mean = sum(job.facts.households) / number
            options = pymetis.Options(contig=1, seed=seed, ufactor=max(1, int(1_000 * (job.bounds[1] / mean - 1))))
            labels = pymetis.part_graph(
                number, adjacency=prepared, vweights=job.facts.households, recursive=False, options=options
            ).vertex_part
            return from_labels(labels)

        yield parted


class Kahip(Peer):
    """KaHIP through its Python interface."""

    def prepare(self, facts: Facts) -> Any:  # noqa: ANN401 - see ``Solver``
        """Give the lists it takes."""
        return _rows(facts)

    def attempts(self, prepared: Any, job: Job) -> Iterator[Callable[[int, int], Grids]]:  # noqa: ANN401 - see ``Solver``
        """Yield the modes ECO and STRONG, in turn."""
        import kahip  # noqa: PLC0415 - only where it is installed

        starts, ends = prepared

        def parted(mode: int, number: int, seed: int) -> Grids:
            mean = sum(job.facts.households) / number
            imbalance = max(0.0, job.bounds[1] / mean - 1)
            ones, quiet = [1] * len(ends), True
            _, labels = kahip.kaffpa(job.facts.households, starts, ones, ends, number, imbalance, quiet, seed, mode)
            return from_labels(labels)

        yield partial(parted, kahip.ECO)
        yield partial(parted, kahip.STRONG)


class KahipConnected(Peer):
    """KaHIP's program, which can be told that blocks must be connected."""

    def __init__(self) -> None:
        """Make a folder for what the program reads and writes."""
        self._folder = tempfile.TemporaryDirectory(prefix="grid-kahip-")

    def prepare(self, facts: Facts) -> Any:  # noqa: ANN401 - see ``Solver``
        """Write the graph in the format of METIS."""
        folder = Path(self._folder.name)
        lines = [f"{len(facts.households)} {len(set(facts.edges))} 10"]
        for households, near in zip(facts.households, facts.links(), strict=True):
            lines.append(" ".join(map(str, [households, *(other + 1 for other in sorted(near))])))
        (folder / "graph").write_text("\n".join(lines) + "\n", encoding="ascii")
        return folder

    def attempts(self, prepared: Any, job: Job) -> Iterator[Callable[[int, int], Grids]]:  # noqa: ANN401 - see ``Solver``
        """Yield the one preconfiguration that can do it."""
        program = kaffpa()
        assert program is not None

        def parted(number: int, seed: int) -> Grids:
            mean = sum(job.facts.households) / number
            output = prepared / "parts"
            output.unlink(missing_ok=True)
            command = [
                str(program),
                str(prepared / "graph"),
                f"--k={number}",
                f"--seed={seed}",
                f"--imbalance={max(0.0, 100 * (job.bounds[1] / mean - 1)):.3f}",
                "--preconfiguration=strong",
                "--connected_blocks",
                f"--output_filename={output}",
            ]
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10 * job.seconds + 10)
            if not output.exists():
                tail = (done.stdout + done.stderr).strip().splitlines()[-1:]
                raise RuntimeError(f"kaffpa ended with {done.returncode} and no partition: {' '.join(tail)[:80]}")
            return from_labels(map(int, output.read_text(encoding="ascii").split()))

        yield parted


def kaffpa() -> Path | None:
    """Find the program that the package ``kahip`` installs beside itself."""
    spec = find_spec("kahip")
    if spec is None or spec.origin is None:
        return None
    program = Path(spec.origin).parents[1] / "bin" / "kaffpa"
    return program if program.exists() else None


class Spopt(Peer):
    """The max-p regions of PySAL: as many regions as a floor allows, and no ceiling."""

    efforts = ("first",)

    def prepare(self, facts: Facts) -> Any:  # noqa: ANN401 - see ``Solver``
        """Give its frame and weights."""
        import geopandas  # noqa: PLC0415 - only where it is installed
        from libpysal.weights import W  # noqa: PLC0415 - as above

        xs, ys = zip(*facts.points, strict=True)
        frame = geopandas.GeoDataFrame(
            {"households": facts.households, "x": xs, "y": ys}, geometry=geopandas.points_from_xy(xs, ys)
        )
        return frame, W(dict(enumerate(facts.links())), silence_warnings=True)

    def attempts(self, prepared: Any, job: Job) -> Iterator[Callable[[int, int], Grids]]:  # noqa: ANN401 - see ``Solver``
        """Yield max-p with the floor as its threshold; the number of grids is its own affair."""
        import numpy as np  # noqa: PLC0415 - as above
        from spopt.region import MaxPHeuristic  # noqa: PLC0415 - as above

        frame, weights = prepared

        def regions(_number: int, seed: int) -> Grids:
            np.random.seed(seed % 2**32)  # noqa: NPY002 - the only seed that it takes
            model = MaxPHeuristic(
                frame,
                weights,
                attrs_name=["x", "y"],
                threshold_name="households",
                threshold=job.bounds[0],
                top_n=2,
                max_iterations_construction=20,
                max_iterations_sa=3,
            )
            model.solve()
            return from_labels(model.labels_)

        yield regions


_PEERS: Final[dict[str, tuple[str, type[Peer]]]] = {
    "gerrychain": ("gerrychain", Gerrychain),
    "pymetis": ("pymetis", Pymetis),
    "kahip": ("kahip", Kahip),
    "kahip, connected": ("kahip", KahipConnected),
    "spopt": ("spopt", Spopt),
}


def installed() -> tuple[list[str], list[str]]:
    """Name the peers that are installed, and those that are not."""
    there = [name for name, (module, _) in _PEERS.items() if find_spec(module) is not None]
    if kaffpa() is None and "kahip, connected" in there:
        there.remove("kahip, connected")
    return there, [name for name in _PEERS if name not in there]


def efforts(name: str) -> Sequence[Effort]:
    """Name the efforts that a solver knows, least first."""
    return grid_ours.EFFORTS if name == OURS else _PEERS[name][1].efforts


def solver(name: str) -> Solver:
    """Give a solver by name, what it warns of being its own affair."""
    if name == OURS:
        return Pbgov()
    warnings.simplefilter("ignore")
    made: Any = _PEERS[name][1]()
    peer: Solver = made
    return peer
