"""Dividing a neighbourhood into grids, or saying why that cannot be done."""

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
from pbgov.grid._plan import Grid, GridPlan
from pbgov.grid._work import Work

if TYPE_CHECKING:
    import random


def partition(
    neighbourhood: Neighbourhood,
    households: tuple[int, int] | Band = (200, 300),
    *,
    must_link: Groups = (),
    cannot_link: Groups = (),
    fixed: Iterable[Grid | Iterable[str]] = (),
    whole: bool | Iterable[str] = False,
    most: int | None = None,
    objectives: Sequence[Objective] = ("grids", "splits", "cut"),
    current: GridPlan | None = None,
    oversize: Oversize = "refuse",
    effort: Pace = "good",
    rng: int | random.Random = 0,
    progress: Progress | None = None,
    work: int | None = None,
    stop: Callable[[], bool] | None = None,
) -> Partitioning:
    """Divide a neighbourhood into connected grids, each with its households within bounds.

    First what is impossible is proven so and named; then a plan is searched, and bettered as far as ``effort`` says.
    The search always ends, and for the same arguments it finds the same plan in any process.

    Args:
        neighbourhood: What to divide. Pieces that do not hang together are planned one by one.
        households: Fewest and most households (户) of a grid, both ends allowed, 1,000,000 at the most; or a band, of
            which an open low end means 0 and an open high end all households there are, up to as many.
        must_link: Groups of buildings that share a grid.
        cannot_link: Groups of buildings of which no two share a grid.
        fixed: Grids that stand as they are, as grids or as their buildings.
        whole: Identifiers of compounds (小区) that must not be split; ``True`` for all.
        most: The most grids there may be (员额); ``None`` for any number.
        objectives: What makes a plan good, the most important first: ``"grids"`` (fewer), ``"splits"`` (fewer
            compounds split), ``"change"`` (fewer buildings leave their grid of ``current``), ``"cut"`` (fewer edges
            between grids), ``"compactness"`` (buildings near the middle of their grid), ``"balance"`` (households near
            the middle of the bounds), ``"walk"`` (short ways between the buildings of a grid).
        current: The plan in force, of a neighbourhood of the same identifier. Grids that carry on one of its grids keep
            its identifier.
        oversize: What happens to a building that is above the ceiling on its own: ``"refuse"`` makes the
            place impossible, ``"alone"`` lets it stand alone as a grid with a waiver.
        effort: ``"first"`` takes the first plan; ``"good"`` betters it; ``"best"`` goes on until the plan is proven
            the best, as far as the size of the place allows; ``"exact"`` then asks a solver from outside, which comes
            with the extra ``pbgov[exact]``.
        rng: A seed, or a ``random.Random`` of which one draw of 64 bits is taken.
        progress: Called with the buildings dealt with and all buildings, after each piece.
        work: A bound on the work, in steps of a few microseconds; ``None`` for what ``effort`` asks. When it is used
            up before there is a plan, the certificate claims nothing (``proven`` is False).
        stop: Asked now and then whether to stop, for a deadline by a clock of the caller's; plans may then differ
            from run to run.

    Returns:
        The plan with its bounds, or the certificate.

    Raises:
        InvalidValueError: The bounds are no two whole numbers in order, or an option is unknown.
        UnknownIdError: A condition names a building or a compound that does not exist.
        StructureError: Conditions contradict each other, a fixed grid is no grid, or the plan in force is of another
            neighbourhood, by its identifier.
        MissingExtraError: ``effort="exact"`` is asked for and SciPy is not installed.

    Examples:
        >>> from pbgov.grid import Building, Neighbourhood
        >>> towers = [Building(id=f"B{i}", households=100) for i in range(1, 6)]
        >>> street = Neighbourhood(
        ...     id="N1", community="C1", buildings=towers, edges=[(f"B{i}", f"B{i + 1}") for i in range(1, 5)]
        ... )
        >>> result = partition(street)
        >>> result.feasible, result.bound, result.gap
        (True, 2, 0)
        >>> sorted(result.plan.households().values())
        [200, 300]
        >>> partition(street, must_link=[("B2", "B3")], cannot_link=[("B1", "B2")]).certificate.explain()
        ... # doctest: +ELLIPSIS
        '...'
        >>> partition(street, (260, 290)).certificate.explain()  # doctest: +ELLIPSIS
        'Connected with nothing else: B1, B2, B3, B4, B5; 500 households in all, more than 1 × 290 and less ...'
    """
    need_pace(effort, work=work, stop=stop, progress=progress)
    asked = ask(
        neighbourhood,
        households,
        must_link=must_link,
        cannot_link=cannot_link,
        fixed=fixed,
        whole=whole,
        most=most,
        objectives=objectives,
        current=current,
        oversize=oversize,
        seed=Generator(rng).bits(),
    )
    return answer(asked, effort, Work(work, stop), progress)
