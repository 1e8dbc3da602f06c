"""Keeping the plan in force when the place changes: as few buildings as possible change their grid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from pbgov.base import Band, Generator
from pbgov.grid._answer import answer
from pbgov.grid._ask import Oversize, Pace, ask, need_pace
from pbgov.grid._conditions import Groups
from pbgov.grid._divide import Progress
from pbgov.grid._objectives import Objective
from pbgov.grid._partitioning import Partitioning
from pbgov.grid._places import Neighbourhood
from pbgov.grid._plan import Grid, GridPlan, need_plan
from pbgov.grid._work import Work

if TYPE_CHECKING:
    import random


def revise(
    plan: GridPlan,
    neighbourhood: Neighbourhood | None = None,
    households: tuple[int, int] | Band = (200, 300),
    *,
    must_link: Groups = (),
    cannot_link: Groups = (),
    fixed: Iterable[Grid | Iterable[str]] = (),
    whole: bool | Iterable[str] = False,
    most: int | None = None,
    objectives: Sequence[Objective] = ("change", "grids", "splits", "cut"),
    oversize: Oversize = "refuse",
    effort: Pace = "good",
    rng: int | random.Random = 0,
    progress: Progress | None = None,
    work: int | None = None,
    stop: Callable[[], bool] | None = None,
) -> Partitioning:
    """Bring the plan in force within bounds and conditions again, changing it as little as possible.

    A building changes if its grid carries on another old grid than its own, or none; each old grid is carried on by
    one new grid at most, which keeps its identifier. New buildings do not count.

    Args:
        plan: The plan in force.
        neighbourhood: The place as it is now, with new buildings, or without old ones, or with other households or
            edges; ``None`` where only the demand is new (other bounds, a cap on grids, a condition).
        households: As in ``partition``.
        must_link: As in ``partition``.
        cannot_link: As in ``partition``.
        fixed: As in ``partition``.
        whole: As in ``partition``.
        most: As in ``partition``: one less than there are grids when a worker leaves.
        objectives: As in ``partition``; ``"change"`` is usually the first.
        oversize: As in ``partition``.
        effort: As in ``partition``; ``"best"`` proves the change the least, as far as the size of the place allows.
        rng: As in ``partition``.
        progress: As in ``partition``.
        work: As in ``partition``.
        stop: As in ``partition``.

    Returns:
        The plan with its bounds, or the certificate.

    Raises:
        InvalidValueError: The plan is none, or as in ``partition``.
        UnknownIdError: As in ``partition``.
        StructureError: As in ``partition``; neighbourhoods are told apart by identifier.
        MissingExtraError: As in ``partition``.

    Examples:
        >>> from pbgov.grid import Building, Neighbourhood, partition
        >>> towers = [Building(id=f"B{i}", households=100) for i in range(1, 6)]
        >>> edges = [(f"B{i}", f"B{i + 1}") for i in range(1, 5)]
        >>> street = Neighbourhood(id="N1", community="C1", buildings=towers, edges=edges)
        >>> before = partition(street).plan
        >>> [grid.members for grid in before.grids.values()]
        [('B1', 'B2'), ('B3', 'B4', 'B5')]
        >>> longer = Neighbourhood(
        ...     id="N1",
        ...     community="C1",
        ...     buildings=[*towers, Building(id="B6", households=100)],
        ...     edges=[*edges, ("B5", "B6")],
        ... )
        >>> after = revise(before, longer, effort="best")
        >>> [grid.members for grid in after.grids]
        [('B1', 'B2', 'B3'), ('B4', 'B5', 'B6')]
        >>> after.measures["change"], after.proven[0]
        (1, 'change')
    """
    need_plan(plan, "grid.no_current_plan")
    need_pace(effort, work=work, stop=stop, progress=progress)
    asked = ask(
        plan.neighbourhood if neighbourhood is None else neighbourhood,
        households,
        must_link=must_link,
        cannot_link=cannot_link,
        fixed=fixed,
        whole=whole,
        most=most,
        objectives=objectives,
        current=plan,
        oversize=oversize,
        seed=Generator(rng).bits(),
    )
    return answer(asked, effort, Work(work, stop), progress)
