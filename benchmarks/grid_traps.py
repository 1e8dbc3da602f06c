"""Communities without a plan, from seeds, each with the kind of trap that was set in it.

The kinds from ``oversized`` to ``star`` fall to arithmetic on totals, bridges and articulation points. Those after
them divide by totals everywhere: ``chain`` falls to counting along its blocks, the rest only to search.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from grid_layout import MOST, Draft, between, even, lay_out
from grid_places import BAND, VERY_TIGHT, articulations, planted

from pbgov.base import Generator

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pbgov.grid import Neighbourhood

ARTICULATION: Final = ("oversized", "total", "bridge", "side", "star")
REST: Final = ("chain", "lollipop", "parity", "packing")
KINDS: Final = (*ARTICULATION, *REST)
SIZES: Final = (30, 118)
PAIRS: Final = (101, 119)  # households of buildings of which two make a grid of [200, 300], and no other number does


@dataclass(frozen=True, kw_only=True)
class Trap:
    """A community without a plan.

    Attributes:
        kind: One of ``KINDS``.
        place: The community.
        bounds: Fewest and most households of a grid.
    """

    kind: str
    place: Neighbourhood
    bounds: tuple[int, int]


def impossible(kind: str, seed: int) -> Trap:
    """Make a community that has no plan, by construction.

    Args:
        kind: One of ``KINDS``.
        seed: A seed.

    Raises:
        KeyError: There is no such kind.
    """
    gen = Generator(seed + (KINDS.index(kind) + 3 << 32))
    draft, bounds = _SETTERS[kind](gen)
    return Trap(kind=kind, place=draft.place(f"{kind}-{seed}"), bounds=bounds)


def traps(each: int, kinds: Sequence[str] = KINDS) -> list[Trap]:
    """Make so many of each kind."""
    return [impossible(kind, seed) for kind in kinds for seed in range(each)]


Set = tuple[Draft, tuple[int, int]]


def _sound(gen: Generator) -> Draft:
    """Lay out a community that has a plan, in which a trap can then be set."""
    return planted(between(gen, *SIZES), gen.bits() >> 32, BAND)[0]


def _lived_in(draft: Draft, gen: Generator) -> int:
    """Choose a building that is not vacant."""
    return next(b for b in iter(lambda: gen.below(len(draft.households)), -1) if draft.households[b])


def _round(size: int, gen: Generator) -> Draft:
    """Lay out a community without articulation points, so that only search can tell."""
    drafts = (lay_out(size, gen.bits() >> 32) for _ in range(10_000))
    return next(draft for draft in drafts if not articulations(draft.links()))


def _split(total: int, parts: int, gen: Generator, most: int = MOST) -> list[int]:
    """Divide households over some buildings, about evenly, each at most ``most``."""
    sizes = even(total, parts)
    for _ in range(parts):
        one, other = gen.below(parts), gen.below(parts)
        moved = min(gen.below(15), sizes[one] - 1, most - sizes[other])
        sizes[one] -= moved
        sizes[other] += moved
    return sizes


def _oversized(gen: Generator) -> Set:
    """Set one building above the ceiling."""
    draft = _sound(gen)
    draft.households[_lived_in(draft, gen)] = between(gen, BAND[1] + 1, BAND[1] + 150)
    return draft, BAND


def _total(gen: Generator) -> Set:
    """Lay out a community whose total lies between k ceilings and k + 1 floors."""
    draft = lay_out(between(gen, 5, 7), gen.bits() >> 32)
    sizes = _split(between(gen, BAND[1] + 1, 2 * BAND[0] - 1), len(draft.households), gen)
    draft.households[:] = sizes
    return draft, BAND


def _bridge(gen: Generator) -> Set:
    """Put a corner behind a bridge: too small alone, too large with the building at the bridge."""
    draft = _sound(gen)
    small = between(gen, 185, BAND[0] - 1)
    numbers = [draft.add(size) for size in _split(small, between(gen, 2, 4), gen)]
    head = _head(draft, gen, BAND[1] - small + 1)
    draft.path([head, *numbers])
    return draft, BAND


def _side(gen: Generator) -> Set:
    """Do the same with two ways from one building into the corner, which therefore has no bridge."""
    draft = _sound(gen)
    small = between(gen, 185, BAND[0] - 1)
    numbers = [draft.add(size) for size in _split(small, between(gen, 2, 4), gen)]
    head = _head(draft, gen, BAND[1] - small + 1)
    draft.path([head, *numbers], closed=True)
    return draft, BAND


def _star(gen: Generator) -> Set:
    """Let three corners, each too small alone, hang on one building that cannot take all of them."""
    draft = _sound(gen)
    corners = [between(gen, 70, 110) for _ in range(3)]
    head = _head(draft, gen, max(40, BAND[1] - sum(corners) + 1))
    for corner in corners:
        draft.edges.append((head, draft.add(corner)))
    return draft, BAND


def _head(draft: Draft, gen: Generator, least: int) -> int:
    """Add a building of at least so many households, with two ways into the community: the only way to a corner."""
    home = _lived_in(draft, gen)
    head = draft.add(between(gen, least, MOST))
    draft.edges.append((home, head))
    draft.edges.append((draft.links()[home][0] if draft.links()[home][0] != head else home, head))
    return head


def _chain(gen: Generator) -> Set:
    """Build yards on a string, an odd number of buildings in all, of which only pairs make a grid."""
    draft = Draft()
    numbers = [draft.add(between(gen, *PAIRS)) for _ in range(2 * between(gen, 7, 30) + 1)]
    draft.path(numbers)
    at = 0
    while at + 2 < len(numbers):
        if gen.below(2):
            draft.edges.append((numbers[at], numbers[at + 2]))
        at += between(gen, 2, 4)
    return draft, BAND


def _lollipop(gen: Generator) -> Set:
    """Hang a court on one building: two towers, and four or more others that touch only these two.

    Only pairs make a grid in it, and two towers cannot pair with four. Its total divides, and so does all the rest.
    """
    draft = _sound(gen)
    home = _lived_in(draft, gen)
    towers = [draft.add(between(gen, *PAIRS)), draft.add(between(gen, *PAIRS))]
    for _ in range(between(gen, 2, 3) * 2):
        other = draft.add(between(gen, *PAIRS))
        draft.edges.extend((tower, other) for tower in towers)
    draft.edges.append((home, towers[0]))
    return draft, BAND


def _parity(gen: Generator) -> Set:
    """Lay out an odd number of buildings of which only pairs make a grid."""
    draft = _round(2 * between(gen, 5, 14) + 1, gen)
    draft.households[:] = [between(gen, *PAIRS) for _ in draft.households]
    return draft, BAND


def _packing(gen: Generator) -> Set:
    """Let all households come in nines, so that a grid of [247, 253] holds 252, and the total be no multiple of 252."""
    low, high = VERY_TIGHT
    nine, full = 9, 252
    grids = between(gen, 4, 6)
    draft = _round(4 * grids, gen)
    total = (grids * full - nine) if gen.below(2) else (grids * full - 2 * nine)
    assert grids * low <= total <= grids * high
    draft.households[:] = [nine * part for part in _split(total // nine, len(draft.households), gen, MOST // nine)]
    return draft, VERY_TIGHT


_SETTERS: Final[dict[str, Callable[[Generator], Set]]] = {
    "oversized": _oversized,
    "total": _total,
    "bridge": _bridge,
    "side": _side,
    "star": _star,
    "chain": _chain,
    "lollipop": _lollipop,
    "parity": _parity,
    "packing": _packing,
}
