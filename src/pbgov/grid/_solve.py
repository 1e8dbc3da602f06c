"""One connected piece: prove it impossible, or plan it, and better the plan as far as is asked."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from pbgov.grid._arithmetic import fewest
from pbgov.grid._claims import Obstacle
from pbgov.grid._columns import bits
from pbgov.grid._decide import decide, shares_by_place
from pbgov.grid._dive import Choices
from pbgov.grid._drawing import Drawing, flat
from pbgov.grid._kernel import find, repair
from pbgov.grid._obstacles import certify, claim
from pbgov.grid._places import connected_parts
from pbgov.grid._programme import drawable, programme
from pbgov.grid._shares import SCALE, shares
from pbgov.grid._shift import shift
from pbgov.grid._stages import Depth, best_plan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pbgov.base import Generator
    from pbgov.grid._claims import Claim
    from pbgov.grid._programme import Demand
    from pbgov.grid._work import Work
    from pbgov.grid._world import Piece


@attrs.frozen(kw_only=True)
class Effort:
    """How thoroughly to look.

    Attributes:
        starts: How often to begin anew.
        patience: Repairs in a row without progress before the next beginning.
        listed: How many connected sets to look at when deciding whether there is a plan.
        windows: Atoms of the windows that are drawn anew, one round after the other.
        priced: How many sets may be priced for the stages that better and prove a plan; 0 for no stages.
        depth: How thoroughly the stages look.
        failures: Choices that may fail in a dive.
        trials: Grids tried by one complete search around an atom.
        rounds: Rounds of better borders for fine-grained places.
    """

    starts: int
    patience: int
    listed: int
    windows: tuple[int, ...] = ()
    priced: int = 0
    depth: Depth = attrs.field(factory=lambda: Depth(0, ()))
    failures: int = 400
    trials: int = 4_000
    rounds: int = 1


FIRST: Final = Effort(starts=6, patience=400, listed=60_000)
_GOOD: Final = Effort(starts=6, patience=400, listed=60_000, windows=(18,), priced=4_000, depth=Depth(80, (80,)))
_BEST: Final = Effort(
    starts=12, patience=2_000, listed=400_000, windows=(30,), priced=60_000, depth=Depth(240, (300, 3_000)),
    failures=8_000, trials=20_000, rounds=9,
)  # fmt: skip
_EXACT: Final = Effort(starts=1, patience=400, listed=400_000, priced=200_000, depth=Depth(240, (300,), solver=True))
# More effort begins with what less effort does, so that it never comes to less.
EFFORTS: Final[Mapping[str, tuple[Effort, ...]]] = MappingProxyType(
    {
        "first": (FIRST,),
        "good": (FIRST, _GOOD),
        "best": (FIRST, _GOOD, _BEST),
        "exact": (FIRST, _GOOD, _BEST, _EXACT),
    }
)
PROBE: Final = (Effort(starts=1, patience=150, listed=20_000, failures=60, trials=2_000),)
_LARGE: Final = 200  # with more atoms, trees are drawn for longer before all grids are listed
_WHOLE: Final = 160  # a piece of so many atoms is bettered by stages as a whole, a larger one by regions
_NEAR: Final = 12  # so few numbers of grids are tried one by one
_STARTS: Final = 3  # beginnings of a search for fewer grids in a fine-grained place
_REGION: Final = 80  # atoms of a region
_RESPLIT: Final = 15  # groups of a fine-grained place split anew in a round, for each grid
_TRIES: Final = 4  # windows drawn anew for each grid at most


@attrs.frozen
class Staged:
    """What the stages proved of a plan.

    Attributes:
        values: What it costs by each objective.
        bounds: For each objective: given the totals of those before it, no plan costs less.
        borne: What the places bear together of the first objective, in units of one ``SCALE``-th.
        shares: What each place bears of it.
    """

    values: list[int]
    bounds: list[int]
    borne: int
    shares: dict[int, int]


@attrs.frozen
class Planned:
    """What could be planned of a piece: grids of its atoms, and what stands against a plan of all of it."""

    parts: Sequence[Sequence[int]]
    claims: tuple[Claim, ...] = ()


@attrs.frozen(kw_only=True)
class Solved:
    """What became of a piece.

    Attributes:
        parts: The places of each grid that was drawn.
        left: Places in no sound grid; none when there is a plan.
        claims: What stands against a plan; none when there is one.
        staged: What the stages proved; ``None`` when there were none.
    """

    parts: list[list[int]]
    left: list[int] = attrs.field(factory=list[int])
    claims: tuple[Claim, ...] = ()
    staged: Staged | None = None


def plan(piece: Piece, demand: Demand, gen: Generator, *, efforts: Sequence[Effort], work: Work) -> Planned:
    """Certify a piece, or plan it; with a claim against it, give the grids that could be drawn all the same."""
    atoms = range(len(piece.atoms))
    if demand.objectives[0] == "grids" and piece.sound(atoms, demand.low, demand.high):
        return Planned([atoms])
    claims, concerned = certify(piece, demand.low, demand.high)
    if claims and len(concerned) * 2 > len(piece.atoms):
        return Planned([], claims)
    if demand.objectives[0] == "change" and not claims:
        kept = _kept(piece, demand, gen, patience=efforts[0].patience, work=work)
        if kept is not None:
            return Planned(kept)
    patience = efforts[0].patience // (16 if claims and len(piece.atoms) <= _LARGE else 4)
    parts, bad = _trees(piece, demand, gen, starts=1, patience=patience, work=work)
    for effort in () if claims else efforts:
        if bad and not claims:
            parts, bad, claims = _planned(piece, demand, parts, bad, gen=gen, effort=effort, work=work)
    if bad and not claims:
        claims = (claim(piece.world, Obstacle.NOT_FOUND, piece.places(atoms)),)
    barred = frozenset(bad)
    return Planned([part for slot, part in enumerate(parts) if slot not in barred], claims)


def _planned(
    piece: Piece, demand: Demand, parts: list[list[int]], bad: list[int], *, gen: Generator, effort: Effort, work: Work
) -> tuple[list[list[int]], list[int], tuple[Claim, ...]]:
    """Go on where trees left grids that are none: decide whether there is a plan, then draw more trees."""
    if len(piece.atoms) > _LARGE:
        parts, bad = _trees(piece, demand, gen, starts=1, patience=effort.patience, work=work)
    if bad:
        around = [atom for slot in bad for atom in parts[slot]]
        found = decide(
            piece, demand, around, gen, trials=effort.trials, listed=effort.listed, failures=effort.failures, work=work
        )
        if found.claims:
            return parts, bad, found.claims
        if found.parts:
            parts, bad = found.parts, []
    if bad:
        parts, bad = _trees(piece, demand, gen, starts=effort.starts, patience=effort.patience, work=work)
    return parts, bad, ()


def unplanned(piece: Piece, planned: Planned) -> Solved:
    """Give what could be planned of a piece that has no plan."""
    placed = [piece.places(part) for part in planned.parts]
    left = set(piece.places(range(len(piece.atoms)))).difference(*placed)
    return Solved(parts=placed, left=sorted(left), claims=planned.claims)


def _kept(piece: Piece, demand: Demand, gen: Generator, *, patience: int, work: Work) -> list[list[int]] | None:
    """Keep the plan in force where it is sound, and mend it where it is not; ``None`` when that does not succeed."""
    homes = [piece.world.homes[places[0]] for places in piece.atoms]
    parts: list[list[int]] = []
    for home in sorted(set(homes) - {-1}):
        parts.extend(connected_parts(piece.links, [atom for atom, old in enumerate(homes) if old == home]))
    if not parts:
        return None
    slot = {atom: i for i, part in enumerate(parts) for atom in part}
    queue = sorted(slot)
    for atom in queue:  # what is new joins the first grid beside it
        for near in piece.links[atom]:
            if near not in slot:
                slot[near] = slot[atom]
                parts[slot[atom]].append(near)
                queue.append(near)
    drawing = Drawing(piece, demand, parts)
    if drawing.mend(work):
        return list(drawing.parts.values())
    parts = list(drawing.parts.values())
    lawful = piece.lawful if piece.foes or piece.together else None
    low, high = demand.low, demand.high
    bad = [i for i, part in enumerate(parts) if not piece.sound(part, low, high)]
    inside = [0] * len(homes)
    for i, part in enumerate(parts):
        for atom in part:
            inside[atom] = i
    left = repair(
        parts, bad, inside, flat(piece, demand), (low, high), gen, lawful=lawful, patience=patience, work=work
    )
    return None if left else [part for part in parts if part]


def _trees(
    piece: Piece, demand: Demand, gen: Generator, *, starts: int, patience: int, work: Work
) -> tuple[list[list[int]], list[int]]:
    """Draw plans on random trees: the parts, and the numbers of those that are no grids."""
    low, high = demand.low, demand.high
    joined = piece.joined()
    drawn = piece if joined is None or max(joined.weights) > high else joined
    lawful = drawn.lawful if drawn.foes or drawn.together else None
    parts, bad = find(flat(drawn, demand), low, high, gen, lawful=lawful, starts=starts, patience=patience, work=work)
    if drawn is piece:
        return parts, bad
    number = {places[0]: atom for atom, places in enumerate(piece.atoms)}
    told = [[number[place] for place in drawn.places(part) if place in number] for part in parts]
    return told, [slot for slot, part in enumerate(told) if not piece.sound(part, low, high)]


def bettered(
    piece: Piece,
    demand: Demand,
    parts: Sequence[Sequence[int]],
    gen: Generator,
    *,
    efforts: Sequence[Effort],
    work: Work,
) -> tuple[Drawing, Staged | None]:
    """Better a plan by windows, then by stages, which prove how good it is."""
    drawing = Drawing(piece, demand, parts)
    staged: Staged | None = None
    large = len(piece.atoms) > _WHOLE or drawing.fine_grained
    for effort in efforts:
        if effort.windows and large:
            drawing = _fewer(drawing, gen, effort, work)
        for size in effort.windows:
            drawing.better(size, work, tries=_TRIES)
        if not effort.priced:
            continue
        if drawing.fine_grained:
            _refine(drawing, gen, effort, work)
        elif large:
            _by_regions(drawing, effort, work)
            staged = _bounded(drawing, effort, work) or staged
        else:
            staged = _staged(drawing, list(drawing.parts), effort, work) or staged
    return drawing, staged


def as_solved(drawing: Drawing, staged: Staged | None) -> Solved:
    """Give what was drawn of a piece."""
    return Solved(parts=[drawing.piece.places(part) for part in drawing.parts.values()], staged=staged)


def _fewer(drawing: Drawing, gen: Generator, effort: Effort, work: Work) -> Drawing:
    """Look for plans of fewer grids, by bounds so narrow that they leave no room for more.

    The way to the plan there is is halved until it is short, then tried number by number from below.
    """
    piece, demand = drawing.piece, drawing.demand
    if demand.objectives[0] != "grids":
        return drawing
    lawful = piece.lawful if piece.foes or piece.together else None
    total = sum(piece.weights)
    least, most = fewest(total, demand.high), len(drawing.parts)
    starts = _STARTS if drawing.fine_grained else 1
    while least < most and not work.over:
        grids = least if most - least <= _NEAR else (least + most) // 2
        floor = max(demand.low, total // (grids + 1) + 1)
        parts, bad = find(
            flat(piece, demand), floor, demand.high, gen, lawful=lawful, starts=starts, patience=effort.patience,
            work=work,
        )  # fmt: skip
        if bad or len(parts) >= most:
            least = grids + 1
        else:
            drawing = Drawing(piece, demand, parts)
            most = len(parts)
    return drawing


def _refine(drawing: Drawing, gen: Generator, effort: Effort, work: Work) -> None:
    """Better the borders of a fine-grained plan, in place."""
    for _ in range(effort.rounds):
        drawing.better_by_trees(gen, work, tries=_RESPLIT)
        shift(drawing, work)


def _by_regions(drawing: Drawing, effort: Effort, work: Work) -> None:
    """Better a large plan by stages, region by region, so that each grid lies in some region."""
    quick = attrs.evolve(effort, depth=attrs.evolve(effort.depth, widths=effort.depth.widths[:1], solver=False))
    left = dict.fromkeys(drawing.parts)
    while left and not work.over:
        seed = next(iter(left))
        group = drawing.around(seed, _REGION, len(drawing.parts))
        for slot in group:
            left.pop(slot, None)
        _staged(drawing, group, quick, work)


def _bounded(drawing: Drawing, effort: Effort, work: Work) -> Staged | None:
    """Prove how many grids a large piece needs at least, as far as shares tell."""
    piece, demand = drawing.piece, drawing.demand
    n = len(piece.atoms)
    sets = drawable(piece, demand, limit=effort.listed) if demand.objectives[0] == "grids" else None
    if sets is None or not work.spend(len(sets)):
        return None
    members = [tuple(bits(one)) for one in sets]
    values = drawing.values(drawing.parts)
    borne = shares(n, members, [1] * len(sets), [], goal=values[0], steps=effort.depth.steps, work=work)
    bounds = [max(0, -(-borne.bound // SCALE)), *([0] * (len(values) - 1))]
    return Staged(values, bounds, borne.bound, shares_by_place(piece, borne.by_place))


def _staged(drawing: Drawing, slots: Sequence[int], effort: Effort, work: Work) -> Staged | None:
    """Better some grids by stages, in place; ``None`` when there are too many grids that might be drawn."""
    demand = drawing.demand
    ordered, swept = drawing.piece.swept([atom for slot in slots for atom in drawing.parts[slot]])
    sets = drawable(swept, demand, limit=effort.priced)
    if sets is None or not work.spend(len(sets)):
        return None
    choices = Choices(len(ordered), [tuple(bits(one)) for one in sets])
    alive, _ = choices.weed(choices.all, range(len(ordered)), 0, work)
    made = programme(swept, demand, [sets[one] for one in bits(alive)], free=drawing.free(slots))
    number = {atom: i for i, atom in enumerate(ordered)}
    parts = [[number[atom] for atom in drawing.parts[slot]] for slot in slots]
    start = made.find(parts, [drawing.labels[slot] for slot in slots])
    if start is None:
        return None
    result = best_plan(made.n, made.sets, made.goals, start, depth=effort.depth, work=work, most=drawing.room(slots))
    drawing.put(slots, [([ordered[a] for a in made.members[g]], made.labels[g]) for g in result.grids])
    by_place = shares_by_place(swept, result.shares.by_place)
    return Staged(result.values, result.bounds, result.shares.bound, by_place)
