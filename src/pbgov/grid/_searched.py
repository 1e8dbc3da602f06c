"""The search for divisions: as asked, and where that takes more grids than there may be, within the cap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from pbgov.grid._claims import Obstacle
from pbgov.grid._divide import divide
from pbgov.grid._jointly import jointly
from pbgov.grid._solve import EFFORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid._ask import Ask, Pace
    from pbgov.grid._divide import Division, Progress
    from pbgov.grid._programme import Demand
    from pbgov.grid._work import Work
    from pbgov.grid._world import World

_PACES: Final[tuple[Pace, ...]] = ("first", "good", "best", "exact")
_SEVERAL: Final = 2  # pieces
_TOGETHER: Final = 160  # with more buildings, pieces carry on the old grids that most of them lie in


def searched(
    ask: Ask, world: World, effort: Pace, *, work: Work, progress: Progress | None
) -> tuple[list[Division], Division]:
    """Divide a place.

    Args:
        ask: The question.
        world: The place.
        effort: How thoroughly to look.
        work: What may still be done.
        progress: Called with the buildings dealt with and all buildings, after each piece.

    Returns:
        Divisions as asked, those looked for longest first, none where there is none; and the one that tells most about
        why none has fewer grids, or why there is none.
    """
    search = _Search(ask, world, work)
    most = ask.conditions.most
    if most is None:
        found = search.as_asked(effort, progress)
        return [found], found
    if ask.demand.objectives[0] != "grids":
        return search.within(most, effort, progress)
    found = search.as_asked(effort, progress)
    for pace in _above(effort):
        if found.claims or found.drawn <= most:
            break
        found = search.as_asked(pace)
    return [found], found


def _above(effort: Pace) -> Sequence[Pace]:
    """Give the efforts above one, but for that of the solver from outside, which only who asks for it gets."""
    return _PACES[_PACES.index(effort) + 1 : -1]


@attrs.frozen
class _Search:
    """What does not change during a search."""

    ask: Ask
    world: World
    work: Work

    def divided(self, pace: Pace, objectives: tuple[str, ...], progress: Progress | None = None) -> Division:
        """Divide piece by piece."""
        return divide(
            self.world,
            range(len(self.world.weights)),
            attrs.evolve(self.ask.demand, objectives=objectives),
            fixed=self.world.fixed,
            alone=self.ask.alone,
            efforts=EFFORTS[pace],
            seed=self.ask.seed,
            work=self.work,
            progress=progress,
        )

    def as_asked(self, pace: Pace, progress: Progress | None = None) -> Division:
        """Divide by the declared objectives; where old grids may go across pieces, then better these together."""
        demand = self.ask.demand
        found = self.divided(pace, demand.objectives, progress)
        small = sum(len(places) for places, _ in found.pieces) <= _TOGETHER
        if found.claims or not demand.labelled or len(found.pieces) < _SEVERAL or not small:
            return found
        return self.joined(found, demand, pace)

    def joined(self, found: Division, demand: Demand, pace: Pace, least: Division | None = None) -> Division:
        """Better the pieces together."""
        return jointly(self.world, found, demand, least, efforts=EFFORTS[pace], seed=self.ask.seed, work=self.work)

    def within(self, most: int, effort: Pace, progress: Progress | None) -> tuple[list[Division], Division]:
        """Divide within a cap where grids are not the first objective.

        More effort looks at all that less effort looks at.
        """
        declared = self.ask.demand.objectives
        fewest = ("grids", *(name for name in declared if name != "grids"))
        tried: list[Division] = []
        done: list[Division] = []
        for pace in (*_PACES[: _PACES.index(effort) + 1], *_above(effort)):
            if done and pace in _above(effort):
                break
            free = self.as_asked(pace, progress if pace == effort else None)
            if any(one.obstacle is not Obstacle.NOT_FOUND for one in free.claims):
                return [], free
            if free.claims or free.drawn <= most:
                tried.insert(0, free)
                done += [] if free.claims else [free]
                continue
            least = self.divided(pace, fewest)
            tried.append(least)
            if not least.claims and least.drawn <= most:
                demand = attrs.evolve(self.ask.demand, most=most - len(free.aside))
                done.append(self.joined(free, demand, pace, least))
        return done[::-1], tried[-1]
