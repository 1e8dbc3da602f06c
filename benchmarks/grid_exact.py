"""The fewest grids, the least cut and the fewest splits there can be, proven by other means than the library's.

Plain code lists every connected set of buildings within bounds; HiGHS chooses among them so that each building is in
exactly one. What was found is kept in a file when one is named, since it is the same in every run.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from grid_verify import Facts


@dataclass(frozen=True, kw_only=True)
class Optimum:
    """What is proven of a neighbourhood; what the limits of the run left open is ``None``.

    Attributes:
        feasible: Whether a plan exists.
        columns: Connected sets of buildings within bounds, or how many were listed before the limit.
        grids: The fewest grids.
        cut: The least cut with so few grids.
        splits: The fewest splits with so few grids.
    """

    feasible: bool | None = None
    columns: int
    grids: int | None = None
    cut: int | None = None
    splits: int | None = None


class References:
    """Optima by neighbourhood and bounds, kept in a file if there is one.

    Args:
        path: Where they are kept; ``None`` keeps them for this run.
        seconds: The longest one programme may take.
        columns: The most connected sets that are listed.
    """

    def __init__(self, path: Path | None, *, seconds: float, columns: int) -> None:
        """Read what is kept."""
        self._path, self._seconds, self._columns = path, seconds, columns
        self._known: dict[str, Any] = json.loads(path.read_text()) if path is not None and path.exists() else {}

    def of(self, facts: Facts, bounds: tuple[int, int]) -> Optimum:
        """Look up what is proven, or prove it now."""
        text = repr((facts.households, facts.compounds, sorted(facts.edges), bounds, self._seconds, self._columns))
        key = hashlib.sha256(text.encode()).hexdigest()[:24]
        if key not in self._known:
            self._known[key] = asdict(optimum(facts, bounds, seconds=self._seconds, most=self._columns))
            if self._path is not None:
                self._path.write_text(json.dumps(self._known))
        return Optimum(**self._known[key])


def optimum(facts: Facts, bounds: tuple[int, int], *, seconds: float = 60, most: int = 60_000) -> Optimum:
    """Prove what is best for a neighbourhood.

    Args:
        facts: The neighbourhood.
        bounds: Fewest and most households of a grid.
        seconds: The longest each of the three programmes may take.
        most: The most connected sets that are listed; above that nothing is proven.
    """
    sets: list[tuple[int, ...]] = []
    for found in connected_sets(facts, bounds):
        sets.append(found)
        if len(sets) > most:
            return Optimum(columns=len(sets))
    size = len(facts.households)
    feasible, fewest = _chosen(size, sets, [1] * len(sets), None, seconds)
    if not feasible or fewest is None:
        return Optimum(feasible=feasible, columns=len(sets))
    links = facts.links()
    borders = [sum(other not in held for b in held for other in links[b]) for held in map(frozenset, sets)]
    spread = [len({facts.compounds[b] for b in held} - {None}) for held in sets]
    _, twice = _chosen(size, sets, borders, fewest, seconds)
    _, shares = _chosen(size, sets, spread, fewest, seconds)
    return Optimum(
        feasible=True,
        columns=len(sets),
        grids=fewest,
        cut=None if twice is None else twice // 2,
        splits=None if shares is None else shares - len(set(facts.compounds) - {None}),
    )


def connected_sets(facts: Facts, bounds: tuple[int, int]) -> Iterator[tuple[int, ...]]:
    """Yield each connected set of buildings within bounds once.

    A set grows from its first building by neighbours that come later and were not passed over before, as in
    Wernicke's enumeration of subgraphs (ESU, 2006).
    """
    low, high = bounds
    weights = facts.households
    near = [sum(1 << other for other in others) for others in facts.links()]
    for root in range(len(weights)):
        later = -1 << (root + 1)
        stack = [((root,), weights[root], near[root] & later, (1 << root) | near[root])]
        while stack:
            held, total, border, seen = stack.pop()
            if total > high:
                continue
            if total >= low:
                yield held
            while border:
                bit = border & -border
                border ^= bit
                other = bit.bit_length() - 1
                fresh = near[other] & later & ~seen
                stack.append(((*held, other), total + weights[other], border | fresh, seen | near[other]))


def _chosen(
    size: int, sets: Sequence[tuple[int, ...]], costs: Sequence[int], count: int | None, seconds: float
) -> tuple[bool | None, int | None]:
    """Choose disjoint sets that cover all at least cost; give whether it can be done, and the proven least cost.

    ``None`` stands for what the limit left open.
    """
    import highspy  # noqa: PLC0415 - the communities can be looked at without it
    import numpy as np  # noqa: PLC0415 - as above

    if {building for held in sets for building in held} != set(range(size)):
        return False, None
    starts = np.cumsum([0, *(len(held) + (count is not None) for held in sets)])
    rows = [row for held in sets for row in ((*held, size) if count is not None else held)]
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(sets), size + (count is not None)
    lp.col_cost_ = np.array(costs, dtype=float)
    lp.col_lower_, lp.col_upper_ = np.zeros(len(sets)), np.ones(len(sets))
    lp.row_lower_ = lp.row_upper_ = np.array([1.0] * size + ([float(count)] if count is not None else []))
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(sets)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = starts
    lp.a_matrix_.index_ = np.array(rows)
    lp.a_matrix_.value_ = np.ones(len(rows))
    solver = highspy.Highs()
    for option, value in (("output_flag", False), ("threads", 1), ("time_limit", seconds), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(option, value)
    solver.passModel(lp)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kOptimal:
        return True, round(solver.getInfo().objective_function_value)
    return (False if status == highspy.HighsModelStatus.kInfeasible else None), None
