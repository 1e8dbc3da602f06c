"""Dividing a neighbourhood into grids, or saying why that cannot be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

import attrs

from pbgov.base import Band, FrozenMap, Generator, both
from pbgov.errors import InvalidValueError, MissingExtraError
from pbgov.grid._arithmetic import fewest
from pbgov.grid._certificate import Certificate
from pbgov.grid._claims import Claim, Obstacle
from pbgov.grid._conditions import Conditions, Groups, need_fixed_sound, read_conditions
from pbgov.grid._divide import Division, Progress, divide
from pbgov.grid._moves import matching
from pbgov.grid._objectives import Objective, prices
from pbgov.grid._obstacles import claim
from pbgov.grid._partitioning import Partitioning
from pbgov.grid._places import Neighbourhood
from pbgov.grid._plan import Grid, GridPlan
from pbgov.grid._programme import Demand
from pbgov.grid._proof import Ground, Need, Proof
from pbgov.grid._relax import relaxations
from pbgov.grid._shares import SCALE
from pbgov.grid._solve import EFFORTS
from pbgov.grid._work import Work
from pbgov.grid._world import World

if TYPE_CHECKING:
    import random

Oversize: TypeAlias = Literal["refuse", "alone"]
Pace: TypeAlias = Literal["first", "good", "best", "exact"]

OBJECTIVES: Final[tuple[Objective, ...]] = get_args(Objective)
_MOST: Final = 1_000_000  # households of a grid; sets of sizes are as long as the ceiling
_STEM: Final = 110  # so many characters of the neighbourhood's identifier begin that of a grid


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
        households: Fewest and most households (户) of a grid, both ends allowed; or a band, of which an open
            low end means 0 and an open high end all households there are.
        must_link: Groups of buildings that share a grid.
        cannot_link: Groups of buildings of which no two share a grid.
        fixed: Grids that stand as they are, as grids or as their buildings.
        whole: Identifiers of compounds (小区) that must not be split; ``True`` for all.
        most: The most grids there may be (员额); ``None`` for any number.
        objectives: What makes a plan good, the most important first: ``"grids"`` (fewer), ``"splits"`` (fewer
            compounds split), ``"change"`` (fewer buildings leave their grid of ``current``), ``"cut"`` (fewer edges
            between grids), ``"compactness"`` (buildings near the middle of their grid), ``"balance"`` (households near
            the middle of the bounds), ``"walk"`` (short ways between the buildings of a grid).
        current: The plan in force. Grids that carry on one of its grids keep its identifier.
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
        StructureError: Conditions contradict each other, or a fixed grid is no grid.
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
    low, high = _read_bounds(neighbourhood, households)
    need_option("oversize", oversize, get_args(Oversize))
    listed = tuple(fixed) if isinstance(fixed, Iterable) and not isinstance(fixed, str) else fixed
    conditions = read_conditions(
        neighbourhood, must_link=must_link, cannot_link=cannot_link, fixed=listed, whole=whole, most=most
    )
    alone = oversize == "alone"
    need_fixed_sound(neighbourhood, conditions.fixed, low, high, alone=alone)
    return Ask(
        place=neighbourhood,
        demand=Demand(low=low, high=high, objectives=_read_objectives(objectives, current)),
        conditions=conditions,
        standing=tuple(one for one in listed if isinstance(one, Grid)),
        current=current,
        alone=alone,
        seed=seed,
    )


def _read_bounds(neighbourhood: Neighbourhood, households: tuple[int, int] | Band) -> tuple[int, int]:
    """Read the bounds as two whole numbers."""
    if not isinstance(neighbourhood, Neighbourhood):
        raise InvalidValueError(both("grid.no_neighbourhood", value=repr(neighbourhood)), neighbourhood)
    if isinstance(households, Band):
        most = max(1, neighbourhood.households, households.low or 0)
        return households.low or 0, most if households.high is None else households.high
    match households:
        case (int(low), int(high)) if type(low) is type(high) is int and 0 <= low <= high and 1 <= high <= _MOST:
            return low, high
        case _:
            raise InvalidValueError(both("grid.bounds", value=repr(households)), households)


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
    if isinstance(objectives, str) or not isinstance(objectives, Iterable):
        raise InvalidValueError(both("grid.objectives", value=repr(objectives)), objectives)
    listed = tuple(objectives)
    for name in listed:
        need_option("objectives", name, OBJECTIVES)
    if not listed or len(set(listed)) < len(listed):
        raise InvalidValueError(both("grid.objectives", value=repr(objectives)), objectives)
    if current is not None and not isinstance(current, GridPlan):
        raise InvalidValueError(both("grid.no_current_plan", value=repr(current)), current)
    if "change" in listed and current is None:
        raise InvalidValueError(both("grid.no_current"), objectives)
    return listed


def answer(ask: Ask, effort: Pace, work: Work, progress: Progress | None) -> Partitioning:
    """Answer one question."""
    world = World.of(ask.place, ask.conditions, {} if ask.current is None else ask.current.homes)
    places = range(len(world.weights))
    found, asked = _within_cap(ask, world, effort, work=work, progress=progress)
    proof = _proof(asked, world, found)
    claims, most = found.claims, ask.conditions.most
    if not claims and most is not None and found.drawn > most:
        claims = (_capped(world, places, proof.grids, most),)
    certificate = None
    if claims:
        certificate = Certificate(
            neighbourhood=ask.place.id,
            low=ask.demand.low,
            high=ask.demand.high,
            conditions=ask.conditions,
            alone=world.ids(place for grid, _ in found.aside[len(world.fixed) :] for place in grid),
            claims=claims,
            relaxations=() if _interrupted(claims, work) else relaxations(ask, world, found),
            proof=proof if any(one.obstacle is Obstacle.CAP for one in claims) else None,
        )
    return _told(asked, ask.demand.objectives, world, found, certificate=certificate, proof=proof)


def _within_cap(ask: Ask, world: World, effort: Pace, *, work: Work, progress: Progress | None) -> tuple[Division, Ask]:
    """Divide the place; with more grids than the cap allows, again with more effort, and for fewest grids first."""
    most = ask.conditions.most
    rest = [name for name in ask.demand.objectives if name != "grids"]
    fewer = attrs.evolve(ask, demand=attrs.evolve(ask.demand, objectives=("grids", *rest)))
    harder = [pace for pace in ("first", "good", "best", "exact") if len(EFFORTS[pace]) >= len(EFFORTS[effort])]

    def divided(asked: Ask, pace: str) -> Division:
        return divide(
            world,
            range(len(world.weights)),
            asked.demand,
            fixed=world.fixed,
            alone=ask.alone,
            efforts=EFFORTS[pace],
            seed=ask.seed,
            work=work,
            progress=progress,
        )

    found = divided(ask, effort)
    if found.claims or most is None or found.drawn <= most:
        return found, ask
    for pace in harder:
        if pace == "exact" != effort:
            break
        found = divided(fewer, pace)
        if found.drawn <= most:
            break
    return found, fewer


def _interrupted(claims: Sequence[Claim], work: Work) -> bool:
    """Tell whether the search was stopped short of any proof: then nothing speaks against the demand itself."""
    return work.over and all(one.obstacle is Obstacle.NOT_FOUND for one in claims)


def _capped(world: World, places: Sequence[int], needed: int, most: int) -> Claim:
    """Claim that the cap on grids is too low, as far as that is proven."""
    if needed > most:
        return attrs.evolve(claim(world, Obstacle.CAP, places), needed=needed)
    return claim(world, Obstacle.NOT_FOUND, places)


def _proof(ask: Ask, world: World, found: Division) -> Proof:
    """Say why no plan has fewer grids."""
    needs: list[Need] = []
    for places, solved in found.pieces:
        total = world.total(places)
        least = fewest(total, ask.demand.high)
        staged = solved.staged if solved is not None and ask.demand.objectives[0] == "grids" else None
        ground, grids = Ground.TOTAL, least
        shares: tuple[int, ...] = ()
        if staged is not None and staged.bounds[0] > least:
            grids = staged.bounds[0]
            ground = Ground.SHARES if -(-staged.borne // SCALE) >= grids else Ground.SEARCH
            if ground is Ground.SHARES:
                shares = tuple(staged.shares[place] for place in world.by_name(places))
        needs.append(Need(ground=ground, buildings=world.ids(places), households=total, grids=grids, shares=shares))
    return Proof(
        neighbourhood=ask.place.id,
        low=ask.demand.low,
        high=ask.demand.high,
        conditions=ask.conditions,
        aside=tuple(world.ids(grid) for grid, _ in found.aside),
        needs=tuple(needs),
    )


def _told(
    ask: Ask, objectives: Sequence[str], world: World, found: Division, *, certificate: Certificate | None, proof: Proof
) -> Partitioning:
    """Give grids their identifiers, and say how good the plan is."""
    parts = list(found.aside)
    left: list[int] = []
    for places, solved in found.pieces:
        if solved is None:
            left.extend(places)
        else:
            parts.extend(zip(solved.parts, solved.labels, strict=True))
            left.extend(solved.left)
    parts = _matched(ask, world, [part for part, _ in parts])
    grids = _grids(ask, world, parts)
    high = ask.demand.high
    waived = tuple(grid.id for grid in grids if ask.place.building(grid.members[0]).households > high)
    told = _Told(world, objectives, ask.demand.low, high)
    return Partitioning(
        neighbourhood=ask.place,
        grids=grids,
        left=world.ids(left),
        bound=proof.grids,
        waived=waived,
        certificate=certificate,
        proof=proof,
        measures=told.shown([told.price(part, label) for part, label in parts]),
        bounds=told.bounds(found, staged=ask.demand.objectives == tuple(objectives)),
    )


def _matched(ask: Ask, world: World, parts: Sequence[list[int]]) -> list[tuple[list[int], int]]:
    """Let each grid carry on an old one, so that as few buildings as possible change theirs; -1 for none."""
    labels = [-1] * len(parts)
    if ask.current is not None:
        before = {place: home for place, home in enumerate(world.homes) if home >= 0}
        after = {place: number for number, part in enumerate(parts) for place in part}
        names = matching({str(place): f"{home:09}" for place, home in before.items()}, {
            str(place): f"{number:09}" for place, number in after.items()
        })  # fmt: skip
        for home, number in names.items():
            labels[int(number)] = int(home)
    return list(zip(parts, labels, strict=True))


@attrs.frozen
class _Told:
    """What grids come to by each objective, and what they come to at least."""

    world: World
    names: Sequence[str]
    low: int
    high: int

    def price(self, part: Sequence[int], label: int) -> list[int]:
        """Give what one grid adds."""
        added = prices(self.world, self.names, part, self.low, self.high)
        if "change" in self.names:
            added[self.names.index("change")] = sum(0 <= self.world.homes[place] != label for place in part)
        return added

    def shown(self, added: Iterable[Sequence[int]]) -> FrozenMap[str, int]:
        """Add up, and give compounds split instead of pieces, and each border once."""
        totals = [sum(column) for column in zip([0] * len(self.names), *added, strict=True)]
        compounds = len(set(self.world.compounds) - {-1})
        tell: dict[str, Callable[[int], int]] = {
            "splits": lambda n: max(0, n - compounds),
            "cut": lambda n: -(-n // 2),
        }
        return FrozenMap({name: tell.get(name, int)(n) for name, n in zip(self.names, totals, strict=True)})

    def bounds(self, found: Division, *, staged: bool) -> FrozenMap[str, int]:
        """Add up the bounds of the pieces.

        Args:
            found: The division.
            staged: Whether what the stages proved speaks of these objectives.
        """
        least = [self.price(part, label) for part, label in found.aside]
        for places, solved in found.pieces:
            proved = solved.staged if solved is not None and staged else None
            least.append(self.trivial(places) if proved is None else proved.bounds)
        if "change" in self.names and found.shared:
            least.append([-found.shared if name == "change" else 0 for name in self.names])
        return FrozenMap({name: max(0, n) for name, n in self.shown(least).items()})

    def trivial(self, places: Sequence[int]) -> list[int]:
        """Give bounds that need no search: the number of grids by households, and one piece of each compound."""
        known = {
            "grids": fewest(self.world.total(places), self.high),
            "splits": len({self.world.compounds[place] for place in places} - {-1}),
        }
        return [known.get(name, 0) for name in self.names]


def _grids(ask: Ask, world: World, parts: Sequence[tuple[Sequence[int], int]]) -> tuple[Grid, ...]:
    """Make grids: those that are fixed or carry on an old one keep its identifier, the others are numbered in order."""
    place = ask.place
    old: dict[int, Grid] = {}
    if ask.current is not None:
        for building, grid in ask.current.homes.items():
            if building in world.numbers:
                old[world.homes[world.numbers[building]]] = ask.current.grids[grid]
    standing = {tuple(sorted(grid.members)): grid for grid in ask.standing}
    kept: dict[int, Grid] = {}
    taken: set[str] = set()
    drawn = sorted((world.ids(part), label) for part, label in parts)
    for number, (members, label) in enumerate(drawn):
        origin = standing.get(tuple(sorted(members))) or old.get(label)
        if origin is not None and origin.id not in taken:
            kept[number] = attrs.evolve(origin, neighbourhood=place.id, members=members)
            taken.add(origin.id)
    if ask.current is not None:
        taken.update(ask.current.grids)
    width = len(str(len(parts)))
    free = (f"{place.id[:_STEM]}-G{n:0{width}}" for n in range(1, 2 * len(parts) + len(taken) + 1))
    names = (name for name in free if name not in taken)
    return tuple(
        kept[number] if number in kept else Grid(id=next(names), neighbourhood=place.id, members=members)
        for number, (members, _) in enumerate(drawn)
    )
