"""Dividing a neighbourhood into grids, or saying why that cannot be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

import attrs

from pbgov.base import HTML, PLAIN, SVG, Band, Frame, Generator, Shapes, Shown, Text, both, stacked
from pbgov.errors import InfeasibleError, InvalidValueError
from pbgov.grid._arithmetic import fewest
from pbgov.grid._certificate import Certificate, Relaxation
from pbgov.grid._certify import clean
from pbgov.grid._claims import Claim, Obstacle
from pbgov.grid._places import Neighbourhood, connected_parts
from pbgov.grid._plan import Grid, GridPlan
from pbgov.grid._plan_shown import plan_as_html, plan_as_text
from pbgov.grid._search import BEST, PROBE, QUICK, Effort, World, solve

if TYPE_CHECKING:
    import random

Oversized: TypeAlias = Literal["refuse", "alone"]
Pace: TypeAlias = Literal["quick", "best"]
Progress: TypeAlias = Callable[[int, int], object]

_EFFORTS: Final = {"quick": QUICK, "best": BEST}
_STEM: Final = 110  # so many characters of the neighbourhood's identifier begin that of a grid
_TRIES: Final = 7  # widenings tried, each twice as far, when totals alone do not tell what is enough


@attrs.frozen(kw_only=True)
class PartitionResult(Shown):
    """What ``partition`` found: a plan with its proven bound, or a certificate.

    Attributes:
        neighbourhood: What was to be divided.
        grids: The grids found, in order. All of them when there is a plan; otherwise those of the components
            that could be planned, so that one bad spot does not hide the rest.
        bound: Proven: no plan has fewer grids.
        waived: Identifiers of the grids that stand above the ceiling by the declared policy, in order.
        certificate: Why there is no plan; ``None`` when there is one.
    """

    neighbourhood: Neighbourhood
    grids: tuple[Grid, ...]
    bound: int
    waived: tuple[str, ...] = ()
    certificate: Certificate | None = None

    @property
    def feasible(self) -> bool:
        """Whether there is a plan."""
        return self.certificate is None

    @cached_property
    def plan(self) -> GridPlan:
        """The plan.

        Raises:
            InfeasibleError: There is none, or none was found; the exception carries the certificate.
        """
        if self.certificate is not None:
            sentence = both("grid.infeasible", id=self.neighbourhood.id, why=self.certificate)
            raise InfeasibleError(sentence, self.certificate)
        return GridPlan(neighbourhood=self.neighbourhood, grids=self.grids)

    @property
    def gap(self) -> int:
        """How many grids the plan has above the proven bound; 0 means that it has the fewest.

        Raises:
            InfeasibleError: There is no plan.
        """
        return len(self.plan.grids) - self.bound

    def to_columns(self) -> Frame:
        """Give the plan as columns, one row a building.

        Raises:
            InfeasibleError: There is no plan.
        """
        return self.plan.to_columns()

    def _shapes(self) -> Shapes:
        """Show the plan with its waivers, or why there is none."""
        why = self.certificate
        if why is not None:
            return {
                PLAIN: lambda: f"{why.explain('zh')}\n{why.explain('en')}",
                HTML: lambda: stacked(Text(zh=why.explain("zh"), en=why.explain("en"))),
            }
        return {
            PLAIN: lambda: plan_as_text(self.plan, self.waived),
            HTML: lambda: plan_as_html(self.plan, self.waived),
            SVG: lambda: self.plan.to_svg(waived=self.waived),
        }


def partition(
    neighbourhood: Neighbourhood,
    households: tuple[int, int] | Band = (200, 300),
    *,
    oversized: Oversized = "refuse",
    effort: Pace = "quick",
    rng: int | random.Random = 0,
    progress: Progress | None = None,
) -> PartitionResult:
    """Divide a neighbourhood into connected grids, each with its households within bounds.

    First what is impossible is proven so and named; then a plan is searched. The search always ends, and for
    the same arguments it finds the same plan in any process.

    Args:
        neighbourhood: What to divide. Pieces that do not hang together are planned one by one.
        households: Fewest and most households (户) of a grid, both ends allowed; or a band, of which an open
            low end means 0 and an open high end all households there are.
        oversized: What happens to a building that is above the ceiling on its own: ``"refuse"`` makes the
            place impossible, ``"alone"`` lets it stand alone as a grid with a waiver.
        effort: ``"quick"`` takes the first plan; ``"best"`` searches longer and then betters the plan (fewer
            grids, fewer compounds split, a shorter cut).
        rng: A seed, or a ``random.Random`` of which one draw of 64 bits is taken.
        progress: Called with the buildings dealt with and all buildings, after each piece.

    Returns:
        The plan with its bound, or the certificate.

    Raises:
        InvalidValueError: The bounds are no two whole numbers in order, or an option is unknown.

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
        >>> partition(street, (260, 290)).certificate.explain()  # doctest: +ELLIPSIS
        'Connected with nothing else: B1, B2, B3, B4, B5; 500 households in all, more than 1 × 290 and less ...'
    """
    low, high = _bounds(neighbourhood, households)
    _known("oversized", oversized, get_args(Oversized))
    _known("effort", effort, get_args(Pace))
    seed = Generator(rng).bits()
    world = World.of(neighbourhood)
    places = range(len(world.weights))
    sweep = _sweep(world, places, low, high, oversized=oversized, effort=_EFFORTS[effort], seed=seed, progress=progress)
    certificate = None
    if sweep.claims:
        certificate = Certificate(
            neighbourhood=neighbourhood.id,
            low=low,
            high=high,
            alone=world.ids(sweep.alone),
            claims=sweep.claims,
            relaxations=_relaxations(world, low, high, sweep, oversized=oversized, seed=seed),
        )
    grids = _grids(world, [*sweep.parts, *([place] for place in sweep.alone)])
    waived = tuple(grid.id for grid in grids if neighbourhood.building(grid.members[0]).households > high)
    return PartitionResult(
        neighbourhood=neighbourhood, grids=grids, bound=sweep.bound, waived=waived, certificate=certificate
    )


def _bounds(neighbourhood: Neighbourhood, households: tuple[int, int] | Band) -> tuple[int, int]:
    """Read the bounds as two whole numbers."""
    if not isinstance(neighbourhood, Neighbourhood):
        raise InvalidValueError(both("grid.no_neighbourhood", value=repr(neighbourhood)), neighbourhood)
    if isinstance(households, Band):
        most = max(1, neighbourhood.households, households.low or 0)
        return households.low or 0, most if households.high is None else households.high
    match households:
        case (int(low), int(high)) if type(low) is type(high) is int and 0 <= low <= high and high >= 1:
            return low, high
        case _:
            raise InvalidValueError(both("grid.bounds", value=repr(households)), households)


def _known(name: str, value: str, options: Sequence[str]) -> None:
    if value not in options:
        listed = ", ".join(options)
        raise InvalidValueError(both("grid.option", name=name, value=repr(value), options=listed), name, value)


@attrs.frozen(kw_only=True)
class _Sweep:
    """What came of planning some places piece by piece."""

    parts: list[list[int]]
    alone: list[int]
    claims: tuple[Claim, ...]
    bound: int


def _sweep(
    world: World,
    places: Sequence[int],
    low: int,
    high: int,
    *,
    oversized: Oversized,
    effort: Effort,
    seed: int,
    progress: Progress | None = None,
) -> _Sweep:
    """Set oversized buildings aside as the policy says, then certify or plan each piece."""
    gen = Generator(seed)
    large = [place for place in places if world.weights[place] > high]
    alone = large if oversized == "alone" else []
    claims: list[Claim] = [world.claim(Obstacle.OVERSIZED, large)] if large and not alone else []
    parts: list[list[int]] = []
    bound = done = len(alone)
    for piece in connected_parts(world.links, sorted(set(places).difference(alone))):
        bound += fewest(world.total(piece), high)
        chance = Generator(gen.bits())
        if alone or set(piece).isdisjoint(large):
            found, against = solve(world, piece, low, high, chance, effort=effort)
            parts.extend(found)
            claims.extend(against)
        done += len(piece)
        if progress is not None:
            progress(done, len(places))
    return _Sweep(parts=parts, alone=alone, claims=tuple(claims), bound=bound)


def _grids(world: World, parts: Sequence[Sequence[int]]) -> tuple[Grid, ...]:
    """Make grids of parts, numbered in the order of their first buildings."""
    place = world.place
    width = len(str(len(parts)))
    return tuple(
        Grid(id=f"{place.id[:_STEM]}-G{number:0{width}}", neighbourhood=place.id, members=world.ids(part))
        for number, part in enumerate(sorted(parts, key=min), 1)
    )


def _relaxations(
    world: World, low: int, high: int, sweep: _Sweep, *, oversized: Oversized, seed: int
) -> tuple[Relaxation, ...]:
    """Find the smallest widening of either bound, and the waivers, after which there is a plan.

    Only the pieces that were claimed against are looked at; what could be planned can be planned within wider
    bounds too.
    """
    places = world.place.positions
    named = {places[building] for claim in sweep.claims for building in claim.buildings}
    pieces = [part for part in connected_parts(world.links, places.values()) if not named.isdisjoint(part)]
    concerned = [place for part in pieces for place in part]
    exact = not sweep.alone and any(claim.obstacle is not Obstacle.NOT_FOUND for claim in sweep.claims)

    def thinkable(floor: int, ceiling: int) -> bool:
        kept = [place for place in concerned if oversized == "refuse" or world.weights[place] <= ceiling]
        return all(
            clean(part, world.weights, world.links, floor, ceiling) for part in connected_parts(world.links, kept)
        )

    def judge(floor: int, ceiling: int, policy: Oversized = oversized) -> bool | None:
        """Tell whether there is a plan; ``None`` when none was found and nothing proven."""
        against = _sweep(world, concerned, floor, ceiling, oversized=policy, effort=PROBE, seed=seed).claims
        return not against or (None if all(c.obstacle is Obstacle.NOT_FOUND for c in against) else False)

    ways: list[Relaxation] = []
    heaviest = max((world.weights[place] for place in concerned), default=0) if oversized == "refuse" else 0
    top = max((world.total(part) for part in pieces), default=high)
    if top > high and thinkable(low, top):
        least = _least(max(high + 1, heaviest), top, lambda ceiling: thinkable(low, ceiling))
        found, works, smallest = _nearest(least, top, (high - low) // 20, lambda ceiling: judge(low, ceiling))
        ways.append(Relaxation(ceiling=found, works=works, smallest=smallest and exact))
    if low and thinkable(0, high):
        least = _least(1, low, lambda fall: thinkable(low - fall, high))
        found, works, smallest = _nearest(least, low, (high - low) // 20, lambda fall: judge(low - fall, high))
        ways.append(Relaxation(floor=low - found, works=works, smallest=smallest and exact))
    large = [place for place in concerned if world.weights[place] > high]
    if oversized == "refuse" and large and judge(low, high, "alone"):
        ways.append(Relaxation(alone=world.ids(large), works=True, smallest=True))
    return tuple(ways)


def _least(low: int, high: int, test: Callable[[int], bool]) -> int:
    """Give the least number from ``low`` on that passes a test; ``high`` passes, and so do all above one that does."""
    step = 1
    while low + step <= high and not test(low + step - 1):
        low += step
        step *= 2
    high = min(high, low + step - 1)
    while low < high:
        middle = (low + high) // 2
        if test(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _nearest(least: int, most: int, step: int, judge: Callable[[int], bool | None]) -> tuple[int, bool, bool]:
    """Look from ``least`` on, in growing steps and then back, for the least number with a plan.

    Returns:
        The number, or ``least`` itself if nothing was found; whether it has a plan; whether all below it are
        proven to have none, given that those below ``least`` are.
    """
    missed, proven = least - 1, True
    for number in (least + max(1, step) * (2**i - 1) for i in range(_TRIES)):
        if number > most:
            break
        verdict = judge(number)
        if verdict:
            found = number
            while found - missed > 1:
                middle = (found + missed) // 2
                verdict = judge(middle)
                if verdict:
                    found = middle
                else:
                    missed, proven = middle, verdict is False
            return found, True, proven
        missed, proven = number, verdict is False
    return least, False, False
