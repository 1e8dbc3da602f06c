"""The choice of grids as an integer programme, for a solver from outside: HiGHS, as SciPy brings it along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
import scipy.optimize  # pyright: ignore[reportMissingTypeStubs] - SciPy ships none
import scipy.sparse  # pyright: ignore[reportMissingTypeStubs]

from pbgov.grid._columns import bits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid._shares import Total

_optimize: Any = scipy.optimize
_sparse: Any = scipy.sparse
_NODES: Final = 100_000  # nodes of the search tree before it gives up; not a time, so that results repeat
_SOLVED: Final = 0
_NO_PLAN: Final = 2
_HALF: Final = 0.5


@attrs.frozen
class Chosen:
    """What the solver said.

    Attributes:
        grids: The numbers of the grids of a cheaper plan; ``None`` when it gave none.
        complete: Whether it found the cheapest, or that there is none cheaper.
    """

    grids: list[int] | None
    complete: bool


def choose(n: int, sets: Sequence[int], costs: Sequence[int], sides: Sequence[Total], *, below: int) -> Chosen:
    """Find the cheapest plan among those that cost less than a number.

    Args:
        n: How many places there are to cover; bits of a set from ``n`` on may be covered or not, but only once.
        sets: The grids that might be drawn.
        costs: What each costs.
        sides: Totals that are settled.
        below: What a known plan costs.
    """
    covered = [tuple(bits(one)) for one in sets]
    rows = max(n, 1 + max((one[-1] for one in covered), default=0))
    cover = _matrix([[(row, 1) for row in one] for one in covered], rows)
    extra = [*sides]
    asked = [_optimize.LinearConstraint(cover, [1.0] * n + [0.0] * (rows - n), [1.0] * rows)]
    if extra:
        totals = [float(side.total) for side in extra]
        least = [0.0 if side.most else float(side.total) for side in extra]
        columns = [[(i, side.each[number]) for i, side in enumerate(extra)] for number in range(len(sets))]
        asked.append(_optimize.LinearConstraint(_matrix(columns, len(extra)), least, totals))
    cheaper = _matrix([[(0, cost)] for cost in costs], 1)
    asked.append(_optimize.LinearConstraint(cheaper, [0.0], [float(below - 1)]))
    told: Any = _optimize.milp(
        [float(cost) for cost in costs], integrality=[1] * len(sets), bounds=_optimize.Bounds(0, 1), constraints=asked,
        # Presolving would take a third less time, but every thousandth time or so it prints a line.
        options={"node_limit": _NODES, "mip_rel_gap": 0.0, "presolve": False},
    )  # fmt: skip
    if told.x is None:
        return Chosen(None, complete=told.status == _NO_PLAN)
    grids = [number for number, value in enumerate(told.x) if value > _HALF]
    return Chosen(grids, complete=told.status == _SOLVED)


def _matrix(columns: Sequence[Sequence[tuple[int, int]]], rows: int) -> Any:  # noqa: ANN401 - a sparse array
    values = [float(value) for column in columns for _, value in column]
    where = [row for column in columns for row, _ in column]
    starts = [0]
    for column in columns:
        starts.append(starts[-1] + len(column))
    return _sparse.csc_array((values, where, starts), shape=(rows, len(columns)))
