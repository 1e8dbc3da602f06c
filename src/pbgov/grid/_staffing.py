"""Who serves which grid: one worker for each grid 一格一员, and units contracted to grids 包保."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

import attrs

from pbgov.base import Allocation, Crowding, Frame, FrozenMap, allocate, both, columns, eligible_for, named
from pbgov.errors import InfeasibleError, InvalidValueError
from pbgov.grid._checks import as_ids, repeats
from pbgov.grid._plan import Grid, GridPlan

_STANDING: Final = "0/"  # before the name of a grid, which stands for the unit it has; no identifier has a stroke


@attrs.frozen(kw_only=True)
class Staffing:
    """Which worker serves which grid: one worker a grid, and no worker two.

    Attributes:
        worker_of: The worker of each grid, both by identifier.
        idle: The workers without a grid, in order; none where there are as many workers as grids.
    """

    worker_of: FrozenMap[str, str]
    idle: tuple[str, ...]

    def to_columns(self) -> Frame:
        """Give one row a grid, in the order of identifiers: the grid and its worker."""
        return columns(self.worker_of.items(), {"grid": lambda pair: pair[0], "worker": lambda pair: pair[1]})


@attrs.frozen(kw_only=True)
class ContractedResponsibility:
    """Which units are contracted to which grids 包保联系.

    Attributes:
        units_of: The units of each grid, one at the least, in order.
        loads: The summed weight of the grids of each unit.
        bound: Proven: however grids are given to units under the same conditions, one of these bears no less.
    """

    units_of: FrozenMap[str, tuple[str, ...]]
    loads: FrozenMap[str, int]
    bound: int

    @property
    def grids_of(self) -> FrozenMap[str, tuple[str, ...]]:
        """The grids of each unit, in order; none where a unit may go to none that is free."""
        held: dict[str, list[str]] = {unit: [] for unit in self.loads}
        for grid, units in self.units_of.items():
            for unit in units:
                held[unit].append(grid)
        return FrozenMap({unit: tuple(grids) for unit, grids in held.items()})

    @property
    def greatest(self) -> int:
        """The greatest load of a unit."""
        return max(self.loads.values(), default=0)

    @property
    def gap(self) -> int:
        """How far the greatest load lies above the proven bound; 0 means that it is the least possible."""
        return self.greatest - self.bound

    def to_columns(self) -> Frame:
        """Give one row for each unit of a grid, in the order of grids."""
        pairs = [(grid, unit) for grid, units in self.units_of.items() for unit in units]
        return columns(pairs, {"grid": lambda pair: pair[0], "unit": lambda pair: pair[1]})


def assign_workers(
    plan: GridPlan | Iterable[Grid],
    workers: Iterable[str],
    *,
    eligible: Mapping[str, Collection[str]] | None = None,
    fixed: Mapping[str, str] | None = None,
) -> Staffing:
    """Give every grid one worker, and no worker two grids: 按照“一格一员”标准配齐配强专职网格员.

    Where there are as many workers as grids, every worker has a grid. It is found whenever there is one, by augmenting
    paths; where there is none, the certificate names grids that too few workers may serve. Ties are broken by
    identifier.

    Args:
        plan: The grids, as a plan or one by one, also those of several plans.
        workers: Identifiers of full-time workers, or of their posts; one named twice is one worker.
        eligible: By grid, the workers that may serve it; a grid not named may have any.
        fixed: By grid, the worker that it has already and keeps.

    Raises:
        InvalidValueError: Something is no grid, no identifier or no mapping, two grids share an identifier, or
            ``eligible`` and ``fixed`` name what is not there or contradict each other.
        InfeasibleError: Not every grid can have a worker of its own; ``certificate`` is a ``Crowding`` whose things are
            grids and whose places are workers.

    Examples:
        >>> from pbgov.grid import Grid
        >>> grids = [Grid(id=name, neighbourhood="N1", members=[f"B{name}"]) for name in ("G1", "G2")]
        >>> assign_workers(grids, ["w1", "w2", "w3"], eligible={"G1": ["w2"]})
        Staffing(worker_of=FrozenMap({'G1': 'w2', 'G2': 'w1'}), idle=('w3',))
    """
    grids = _ids_of(plan)
    names = _distinct("workers", workers)
    room = dict.fromkeys(names, 1)
    found = _allocated("staffing.workers", dict.fromkeys(grids, 1), names, room, eligible_for(eligible), fixed)
    busy = set(found.place_of.values())
    return Staffing(worker_of=found.place_of, idle=tuple(name for name in names if name not in busy))


def assign_units(
    plan: GridPlan | Iterable[Grid],
    units: Iterable[str],
    *,
    weights: Mapping[str, int] | None = None,
    eligible: Mapping[str, Collection[str]] | None = None,
    fixed: Mapping[str, str] | None = None,
    most: int | None = None,
) -> ContractedResponsibility:
    """Contract units to grids: every grid has a unit, and each unit takes about the same.

    Grids are spread over units as ``allocate`` spreads things: without weights the loads are as even as they can be, so
    that 54 units take 366 grids by 6 or 7 each. A unit that is left without a grid, say because there are more units
    than grids, then joins a grid that has the fewest of those it may serve.

    Args:
        plan: The grids, as a plan or one by one, also those of several plans.
        units: Identifiers of the contracted units; one named twice is one unit.
        weights: How much each grid weighs, such as ``plan.households()``; by default each the same.
        eligible: By grid, the units that may be contracted to it; a grid not named may have any.
        fixed: By grid, a unit that it has already and keeps.
        most: How many grids a unit takes at the most.

    Raises:
        InvalidValueError: Something is no grid, no identifier or no mapping, two grids share an identifier, a weight is
            missing or no whole number of 0 or more, or ``eligible`` and ``fixed`` name what is not there or contradict
            each other.
        InfeasibleError: Some grid is left without a unit; ``certificate`` is a ``Crowding`` whose things are grids and
            whose places are units.

    Examples:
        >>> from pbgov.grid import Grid
        >>> grids = [Grid(id=f"G{n}", neighbourhood="N1", members=[f"B{n}"]) for n in range(5)]
        >>> assign_units(grids, ["bank", "school"]).loads
        FrozenMap({'bank': 3, 'school': 2})
    """
    grids = _ids_of(plan)
    names = _distinct("units", units)
    if most is not None and (type(most) is not int or most < 1):
        raise InvalidValueError(both("staffing.most", value=repr(most)), most)
    open_to = eligible_for(eligible)
    weighed = dict.fromkeys(grids, 1) if weights is None else named("weights", weights)
    lacking = sorted(set(grids) - weighed.keys())
    if lacking:
        raise InvalidValueError(both("staffing.weights", grids=", ".join(lacking)), *lacking)
    strange = sorted(weighed.keys() - set(grids))
    if strange:
        raise InvalidValueError(both("allocation.strange", name="weights", ids=", ".join(strange)), *strange)
    room = {} if most is None else dict.fromkeys(names, most)
    found = _allocated("staffing.units", weighed, names, room, open_to, fixed)
    held: dict[str, list[str]] = {grid: [unit] for grid, unit in found.place_of.items()}
    loads = dict(found.loads)
    for unit, grid in _joining(grids, names, found, open_to).items():
        held[grid].append(unit)
        loads[unit] += weighed[grid]
    return ContractedResponsibility(
        units_of=FrozenMap({grid: tuple(sorted(held[grid])) for grid in grids}),
        loads=FrozenMap(loads),
        bound=found.bound,
    )


def _joining(
    grids: tuple[str, ...], units: tuple[str, ...], found: Allocation, eligible: Mapping[str, Collection[str]]
) -> Mapping[str, str]:
    """Spread the units without a grid over grids that have a unit each."""
    busy = set(found.place_of.values())
    may = {
        unit: [grid for grid in grids if grid not in eligible or unit in eligible[grid]]
        for unit in units
        if unit not in busy
    }
    open_ = {unit: where for unit, where in may.items() if where}
    standing = {f"{_STANDING}{grid}": grid for grid in grids}
    spread = allocate(dict.fromkeys((*open_, *standing), 1), grids, eligible=open_, fixed=standing)
    return {unit: spread.place_of[unit] for unit in open_}


def _allocated(  # noqa: PLR0917 - the conditions of one assignment
    key: str,
    weights: Mapping[str, int],
    names: tuple[str, ...],
    room: Mapping[str, int],
    eligible: Mapping[str, Collection[str]],
    fixed: Mapping[str, str] | None,
) -> Allocation:
    """Allocate grids to names; where that is not possible, say so in the words of grids."""
    fixed = named("fixed", fixed)
    if weights and not names:
        crowd = Crowding(things=tuple(weights), places=(), room=0)
        raise InfeasibleError(both(key, why=crowd), crowd)
    try:
        return allocate(weights, names, capacity=room, eligible=eligible, fixed=fixed)
    except InfeasibleError as error:
        raise InfeasibleError(both(key, why=error.certificate), error.certificate) from None


def _ids_of(plan: GridPlan | Iterable[Grid]) -> tuple[str, ...]:
    """Give the identifiers of grids, in order."""
    if isinstance(plan, GridPlan):
        return tuple(plan.grids)
    if isinstance(plan, str) or not isinstance(plan, Iterable):
        raise InvalidValueError(both("grid.no_grids", value=repr(plan)), plan)
    listed = tuple(plan)
    for grid in listed:
        if not isinstance(grid, Grid):
            raise InvalidValueError(both("grid.no_grids", value=repr(grid)), grid)
    ids = tuple(sorted(grid.id for grid in listed))
    twice = repeats(ids)
    if twice:
        raise InvalidValueError(both("grid.grid_twice", grids=", ".join(twice)), *twice)
    return ids


def _distinct(name: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(as_ids(name, values)))
