"""The fewest grids, the least cut and the fewest splits there can be, proven by other means than the library's.

Plain code lists every connected set of buildings within bounds; HiGHS chooses among them so that each building is in
exactly one. What was found is kept in a file when one is named, since it is the same in every run.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from grid_verify import Facts


class Open(Exception):  # noqa: N818 - nothing went wrong
    """The limits of the run left open what was asked."""


class References:
    """What is best for neighbourhoods, kept in a file if there is one.

    Args:
        path: Where it is kept; ``None`` keeps it for this run.
        seconds: The longest one programme may take.
        columns: The most connected sets that are listed.
    """

    def __init__(self, path: Path | None, *, seconds: float = 60, columns: int = 60_000) -> None:
        """Read what is kept."""
        self._path, self._seconds, self._columns = path, seconds, columns
        self._known: dict[str, int | str | None] = {}
        if path is not None and path.exists():
            self._known = json.loads(path.read_text(encoding="utf-8"))

    def fewest(self, facts: Facts, bounds: tuple[int, int]) -> int | None:
        """Give the fewest grids; ``None`` when there is no plan at all.

        Raises:
            Open: The limits of the run left it open.
        """
        return self._look(facts, bounds, "grids", None)

    def least(self, facts: Facts, bounds: tuple[int, int], what: str, number: int) -> int | None:
        """Give the least cut or the fewest splits of the plans with so many grids; ``None`` when there is none.

        Raises:
            Open: The limits of the run left it open.
        """
        return self._look(facts, bounds, what, number)

    def _look(self, facts: Facts, bounds: tuple[int, int], what: str, number: int | None) -> int | None:
        text = repr((facts.households, facts.compounds, facts.edges, bounds, self._seconds, self._columns))
        key = f"{hashlib.sha256(text.encode()).hexdigest()[:24]} {what} {number}"
        if key not in self._known:
            try:
                self._known[key] = self._prove(facts, bounds, what, number)
            except Open:
                self._known[key] = "open"
            if self._path is not None:
                self._path.write_text(json.dumps(self._known, indent=0), encoding="utf-8")
        known = self._known[key]
        if isinstance(known, str):
            raise Open(facts.name)
        return known

    def _prove(self, facts: Facts, bounds: tuple[int, int], what: str, number: int | None) -> int | None:
        sets = list(connected_sets(facts, bounds, self._columns))
        size = len(facts.households)
        if what == "grids":
            return _chosen(size, sets, [1] * len(sets), number, self._seconds)
        if what == "cut":
            links = facts.links()
            borders = [sum(other not in held for b in held for other in links[b]) for held in map(frozenset, sets)]
            twice = _chosen(size, sets, borders, number, self._seconds)
            return None if twice is None else twice // 2
        spread = [len({facts.compounds[b] for b in held} - {None}) for held in sets]
        shares = _chosen(size, sets, spread, number, self._seconds)
        return None if shares is None else shares - len(set(facts.compounds) - {None})


def connected_sets(facts: Facts, bounds: tuple[int, int], most: int) -> Iterator[tuple[int, ...]]:
    """Yield each connected set of buildings within bounds once.

    A set grows from its first building by neighbours that come later and were not passed over before, as in
    Wernicke's enumeration of subgraphs (ESU, 2006).

    Raises:
        Open: There are more than ``most``, or twenty times as many that are too small or too large were met.
    """
    low, high = bounds
    found = met = 0
    weights = facts.households
    near = [sum(1 << other for other in others) for others in facts.links()]
    for root in range(len(weights)):
        later = -1 << (root + 1)
        first: tuple[int, ...] = (root,)
        stack = [(first, weights[root], near[root] & later, (1 << root) | near[root])]
        while stack:
            held, total, border, seen = stack.pop()
            met += 1
            if found > most or met > 20 * most:
                raise Open(facts.name)
            if total > high:
                continue
            if total >= low:
                found += 1
                yield held
            while border:
                bit = border & -border
                border ^= bit
                other = bit.bit_length() - 1
                fresh = near[other] & later & ~seen
                stack.append(((*held, other), total + weights[other], border | fresh, seen | near[other]))


def _chosen(
    size: int, sets: Sequence[tuple[int, ...]], costs: Sequence[int], count: int | None, seconds: float
) -> int | None:
    """Choose disjoint sets, ``count`` of them if it is given, that cover all at least cost.

    Returns:
        The proven least cost; ``None`` when it is proven that it cannot be done.

    Raises:
        Open: The time was not enough.
    """
    import highspy  # noqa: PLC0415 - the communities can be looked at without it
    import numpy as np  # noqa: PLC0415 - as above

    if {building for held in sets for building in held} != set(range(size)):
        return None
    rows = [row for held in sets for row in ((*held, size) if count is not None else held)]
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(sets), size + (count is not None)
    lp.col_cost_ = np.array(costs, dtype=float)
    lp.col_lower_, lp.col_upper_ = np.zeros(len(sets)), np.ones(len(sets))
    lp.row_lower_ = lp.row_upper_ = np.array([1.0] * size + ([float(count)] if count is not None else []))
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(sets)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(held) + (count is not None) for held in sets)])
    lp.a_matrix_.index_ = np.array(rows)
    lp.a_matrix_.value_ = np.ones(len(rows))
    solver = highspy.Highs()
    solver.silent()
    for option, value in (("threads", 1), ("time_limit", seconds), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(option, value)
    solver.passModel(lp)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if status != highspy.HighsModelStatus.kOptimal:
        raise Open
    least: float = solver.getInfo().objective_function_value
    return round(least)
