"""One question to the room: read as callers give it, and checked before any work begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal, TypeAlias, get_args

import attrs

from pbgov.base import Band, both
from pbgov.errors import InvalidValueError, MissingExtraError, StructureError
from pbgov.grid._checks import as_bounds, repeats
from pbgov.grid._conditions import Conditions, Groups, need_fixed_sound, read_conditions
from pbgov.grid._listing import Listing
from pbgov.grid._objectives import Objective
from pbgov.grid._places import Neighbourhood, need_neighbourhood
from pbgov.grid._plan import Grid, GridPlan, need_plan
from pbgov.grid._programme import Demand

Oversize: TypeAlias = Literal["refuse", "alone"]
Pace: TypeAlias = Literal["first", "good", "best", "exact"]

OBJECTIVES: Final[tuple[Objective, ...]] = get_args(Objective)


@attrs.frozen(kw_only=True)
class Ask:
    """One question to the room, read and checked.

    Attributes:
        place: What to divide.
        demand: Bounds and objectives.
        conditions: What a plan keeps beside the bounds.
        standing: Those of the fixed grids that were given as grids.
        current: The plan in force.
        alone: Whether a building above the ceiling stands alone.
        seed: Where chance begins.
    """

    place: Neighbourhood
    demand: Demand
    conditions: Conditions
    standing: tuple[Grid, ...] = ()
    current: GridPlan | None = None
    alone: bool
    seed: int


def ask(
    neighbourhood: Neighbourhood,
    households: tuple[int, int] | Band,
    *,
    must_link: Groups,
    cannot_link: Groups,
    fixed: Iterable[Grid | Iterable[str]],
    whole: bool | Iterable[str],
    most: int | None,
    objectives: Sequence[Objective],
    current: GridPlan | None,
    oversize: Oversize,
    seed: int,
) -> Ask:
    """Read a question as ``partition`` takes it, and check it before any work begins."""
    need_neighbourhood(neighbourhood)
    low, high = as_bounds(households, neighbourhood.households)
    need_option("oversize", oversize, get_args(Oversize))
    listed = tuple(fixed) if isinstance(fixed, Iterable) and not isinstance(fixed, str) else fixed
    conditions = read_conditions(
        neighbourhood, must_link=must_link, cannot_link=cannot_link, fixed=listed, whole=whole, most=most
    )
    standing = tuple(one for one in listed if isinstance(one, Grid))
    _need_standing(standing, neighbourhood)
    need_current(current, neighbourhood)
    alone = oversize == "alone"
    need_fixed_sound(neighbourhood, conditions.fixed, low, high, alone=alone)
    return Ask(
        place=neighbourhood,
        demand=Demand(low=low, high=high, objectives=_read_objectives(objectives, current)),
        conditions=conditions,
        standing=standing,
        current=current,
        alone=alone,
        seed=seed,
    )


def _need_standing(standing: Sequence[Grid], place: Neighbourhood) -> None:
    """Refuse fixed grids of another neighbourhood, and two of one identifier."""
    elsewhere = tuple(grid.id for grid in standing if grid.neighbourhood != place.id)
    if elsewhere:
        raise StructureError(both("grid.elsewhere", id=place.id, grids=Listing(elsewhere)), *elsewhere)
    twice = repeats(sorted(grid.id for grid in standing))
    if twice:
        raise StructureError(both("grid.fixed_named_twice", grids=Listing(twice)), *twice)


def need_current(current: GridPlan | None, place: Neighbourhood) -> None:
    """Refuse a plan in force that is none, or one of another neighbourhood: these are told apart by identifier."""
    if current is None:
        return
    need_plan(current, "grid.no_current_plan")
    other = current.neighbourhood.id
    if other != place.id:
        raise StructureError(both("plan.current_elsewhere", before=other, after=place.id), other, place.id)


def need_option(name: str, value: object, options: Sequence[str]) -> None:
    """Refuse an option that is unknown."""
    if value not in options:
        listed = ", ".join(options)
        raise InvalidValueError(both("grid.option", name=name, value=repr(value), options=listed), name, value)


def need_pace(effort: object, *, work: object, stop: object, progress: object) -> None:
    """Refuse an effort that is unknown, work that is no number of steps, and what cannot be called."""
    need_option("effort", effort, get_args(Pace))
    if effort == "exact":
        _solver()
    if work is not None and (type(work) is not int or work < 0):
        raise InvalidValueError(both("grid.work", value=repr(work)), work)
    for name, value in (("stop", stop), ("progress", progress)):
        if value is not None and not callable(value):
            raise InvalidValueError(both("grid.callable", name=name, value=repr(value)), name, value)


def _solver() -> Callable[..., object]:
    """Give the solver from outside; say so when it is not installed."""
    try:
        from pbgov.grid._exact import choose  # noqa: PLC0415 - an extra, loaded when first asked for
    except ModuleNotFoundError as error:
        if not str(error.name).startswith("scipy"):
            raise
        raise MissingExtraError(both("grid.no_solver"), "scipy") from error
    return choose


def _read_objectives(objectives: Sequence[Objective], current: GridPlan | None) -> tuple[Objective, ...]:
    """Read objectives: known ones, none twice, at least one; ``"change"`` only where there is a plan in force."""
    if isinstance(objectives, str) or not isinstance(objectives, Sequence):  # the order of a set is no one's choice
        raise InvalidValueError(both("grid.objectives", value=repr(objectives)), objectives)
    listed = tuple(objectives)
    for name in listed:
        need_option("objectives", name, OBJECTIVES)
    if not listed or len(set(listed)) < len(listed):
        raise InvalidValueError(both("grid.objectives", value=repr(objectives)), objectives)
    if "change" in listed and current is None:
        raise InvalidValueError(both("grid.no_current"), objectives)
    return listed
