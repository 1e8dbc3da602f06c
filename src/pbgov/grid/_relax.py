"""Ways out of an impossible demand: the smallest widening of either bound, a waiver, a higher cap."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pbgov.grid._arithmetic import MOST
from pbgov.grid._certificate import Relaxation
from pbgov.grid._certify import Tests, side_stands
from pbgov.grid._claims import Claim, Obstacle
from pbgov.grid._decide import outwards_from
from pbgov.grid._divide import Division, divide
from pbgov.grid._places import connected_parts
from pbgov.grid._programme import Demand
from pbgov.grid._solve import EFFORTS, PROBE

if TYPE_CHECKING:
    from pbgov.grid._ask import Ask
    from pbgov.grid._solve import Solved
    from pbgov.grid._work import Work
    from pbgov.grid._world import Piece, World

_LOCAL: Final = 400  # in a larger piece only what lies around its bad spots is looked at
_AROUND: Final = 60  # so many buildings of whole grids around each bad spot
_TRIALS: Final = 500  # grids tried by one complete search around a corner
_TRIES: Final = 7  # widenings tried, each twice as far, when totals alone do not tell what is enough


def relaxations(ask: Ask, world: World, found: Division, work: Work) -> tuple[Relaxation, ...]:
    """Find the smallest changes of the demand after which there is a plan; none where the search is told to stop.

    Only the pieces that were claimed against are looked at; what could be planned can be planned within wider
    bounds too.
    """
    most = ask.conditions.most
    if most is not None and not found.claims:
        return (Relaxation(most=found.drawn, works=True, smallest=found.drawn == most + 1),)
    ways = _Ways(ask, world, found, work).all()
    return () if work.over else ways


class _Ways:
    """The search for ways out."""

    def __init__(self, ask: Ask, world: World, found: Division, work: Work) -> None:
        self.ask = ask
        self.work = work
        self.world = world
        self.claims = found.claims
        self.low, self.high = ask.demand.low, ask.demand.high
        named = {world.numbers[building] for claim in found.claims for building in claim.buildings}
        self.pieces: list[list[int]] = []
        self.large: list[list[int]] = []
        for piece, solved in found.pieces:
            if named.isdisjoint(piece):
                continue
            if solved is not None and solved.parts and len(piece) > _LOCAL:
                self.large.append(piece)
                self.pieces.extend(connected_parts(world.links, _spots(world, solved)))
            else:
                self.pieces.append(piece)
        drawn = [part for _, solved in found.pieces if solved is not None for part in solved.parts]
        self.concerned = [place for part in self.pieces for place in part]
        self.tests: dict[tuple[int, ...], list[tuple[Piece, Tests]]] = {}
        self.corners: set[int] = set()
        self.learn(found.claims)
        inside = set(self.concerned)
        self.beside = len(found.aside) + sum(inside.isdisjoint(part) for part in drawn)
        loners = len(found.aside) > len(world.fixed)
        self.exact = not loners and any(claim.obstacle is not Obstacle.NOT_FOUND for claim in found.claims)
        self.scattered = any(claim.obstacle is Obstacle.SCATTERED for claim in found.claims)

    def learn(self, claims: Iterable[Claim]) -> None:
        """Remember the corners where a complete search found no plan: they are asked first from now on."""
        numbers = self.world.numbers
        self.corners.update(numbers[one.at] for one in claims if one.obstacle is Obstacle.EXHAUSTED and one.at)

    def thinkable(self, floor: int, ceiling: int) -> bool:
        """Tell whether neither totals nor a corner where there was no plan speak against these bounds."""
        if not self.work.spend(1):
            return False
        kept = tuple(place for place in self.concerned if not self.ask.alone or self.world.weights[place] <= ceiling)
        if kept not in self.tests:
            parts = connected_parts(self.world.links, kept)
            pieces = [self.world.piece(part) for part in parts]
            self.tests[kept] = [(piece, Tests(piece.weights, piece.links)) for piece in pieces]
        made = self.tests[kept]
        if not all(tests.clean(floor, ceiling) for _, tests in made):
            return False
        return not any(self.cornered(piece, floor, ceiling) for piece, _ in made)

    def cornered(self, piece: Piece, floor: int, ceiling: int) -> bool:
        """Tell whether a complete search around one of the claimed corners finds no plan within these bounds."""
        starts = [atom for atom, places in enumerate(piece.atoms) if places[0] in self.corners]
        found = (outwards_from(piece, start, floor, ceiling, trials=_TRIALS, work=self.work) for start in starts)
        return any(seen for _, seen in found)

    def settled(self, floor: int, ceiling: int) -> bool:
        """Tell whether, if there are large pieces, it is proven that not all have a plan within these bounds."""
        if not self.large or any(not side_stands(own, around, floor, ceiling) for own, around in self.points):
            return True
        return any(not tests.clean(floor, ceiling) for tests in self.whole)

    @cached_property
    def points(self) -> list[tuple[int, list[tuple[int, int]]]]:
        """The claimed articulation points: households, and those of each side with the fewest a grid takes of it."""
        numbers, weights = self.world.numbers, self.world.weights
        return [
            (
                one.households,
                [(side.households, min(weights[numbers[near]] for near in side.near)) for side in one.sides],
            )
            for one in self.claims
            if one.obstacle is Obstacle.SIDE
        ]

    @cached_property
    def whole(self) -> list[Tests]:
        """The tests of the large pieces as they are."""
        pieces = (self.world.piece(piece) for piece in self.large)
        return [Tests(piece.weights, piece.links) for piece in pieces]

    def judge(self, floor: int, ceiling: int, *, alone: bool | None = None) -> bool | None:
        """Tell whether there is a plan; ``None`` when none was found and nothing proven."""
        most = self.ask.conditions.most
        if alone is None and not self.thinkable(floor, ceiling):
            return False
        tried = divide(
            self.world,
            self.concerned,
            Demand(low=floor, high=ceiling, objectives=("grids",)),
            alone=self.ask.alone if alone is None else alone,
            efforts=PROBE if most is None else EFFORTS["good"],
            seed=self.ask.seed,
            work=self.work,
        )
        against = tried.claims
        self.learn(against)
        if not against and most is not None and self.beside + tried.drawn > most:
            return None
        return not against or (None if all(c.obstacle is Obstacle.NOT_FOUND for c in against) else False)

    def all(self) -> tuple[Relaxation, ...]:
        """Give what helps, or would at least be thinkable; nothing where groups do not hang together."""
        if self.scattered:
            return ()
        low, high, world = self.low, self.high, self.world
        ways: list[Relaxation] = []
        concerned = frozenset(self.concerned)
        groups = [world.total(group) for group in world.must_link if not set(group).isdisjoint(concerned)]
        heaviest = max([0 if self.ask.alone else world.weights[place] for place in self.concerned] + groups, default=0)
        top = min(MOST, max((world.total(part) for part in self.pieces), default=high))
        step = (high - low) // 20
        if top > high and self.thinkable(low, top):
            least = _least(max(high + 1, heaviest), top, lambda ceiling: self.thinkable(low, ceiling))
            found, works, smallest = _nearest(least, top, step, lambda ceiling: self.judge(low, ceiling))
            smallest = smallest and self.exact and self.settled(low, found - 1)
            ways.append(Relaxation(ceiling=found, works=works, smallest=smallest))
        if low and self.thinkable(0, high):
            least = _least(1, low, lambda fall: self.thinkable(low - fall, high))
            found, works, smallest = _nearest(least, low, step, lambda fall: self.judge(low - fall, high))
            smallest = smallest and self.exact and self.settled(low - found + 1, high)
            ways.append(Relaxation(floor=low - found, works=works, smallest=smallest))
        large = [place for place in self.concerned if world.weights[place] > high]
        if not self.ask.alone and large and self.judge(low, high, alone=True):
            ways.append(Relaxation(alone=world.ids(large), works=True, smallest=True))
        return tuple(ways)


def _spots(world: World, solved: Solved) -> list[int]:
    """Give the places in no sound grid, with the grids around them: wider bounds need to help only there."""
    home = {place: number for number, part in enumerate(solved.parts) for place in part}
    found: set[int] = set()
    for spot in connected_parts(world.links, solved.left):
        inside = set(spot)
        queue = list(spot)
        for place in queue:
            for near in world.links[place]:
                if near not in inside and near in home and len(inside) < len(spot) + _AROUND:
                    grid = solved.parts[home[near]]
                    inside.update(grid)
                    queue.extend(grid)
        found |= inside
    return sorted(found)


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
    for number in dict.fromkeys(min(most, least + max(1, step) * (2**i - 1)) for i in range(_TRIES)):
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
