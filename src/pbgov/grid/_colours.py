"""Colours for the grids of a plan: neighbours never share one, and their greys differ where that is possible."""

from __future__ import annotations

from itertools import compress
from operator import ne
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid._plan import GridPlan

# From dark to light, chosen by search so that any two differ to the eye (CIEDE2000 of 15 or more) for people with
# normal sight and with each of the three kinds of colour blindness, and in grey print too; tests hold them to it.
FILLS: Final = ("#8b0014", "#7e3b6f", "#1163c1", "#5e8112", "#009b86", "#9c92e6", "#ec9e62", "#5dd7be")
COLOURS: Final = len(FILLS)
_ALL: Final = (1 << COLOURS) - 1


def colours(plan: GridPlan) -> dict[str, int]:
    """Number a colour for each grid, from 0 up, so that two grids side by side never share one.

    From 8 on the colours come again, hatched: ``number % 8`` is the colour and ``number // 8`` the hatching. No plan
    whose walkable ways can be drawn without crossing ever needs that, nor does any in which every group of grids has
    one with fewer than eight neighbours in the group.
    """
    owner, (starts, ends) = plan.grid_places.__getitem__, plan.neighbourhood.edge_places
    near = earlier(list(map(owner, starts)), list(map(owner, ends)), len(plan.grids))
    return dict(zip(plan.grids, numbered(near), strict=True))


def earlier(starts: Sequence[int], ends: Sequence[int], n: int) -> list[list[int]]:
    """Give for each of ``n`` grids the earlier ones that a way leads to, some repeatedly.

    Args:
        starts: The grid at the start of each way.
        ends: The grid at its end.
        n: How many grids there are.
    """
    near: list[list[int]] = [[] for _ in range(n)]
    for one, other in compress(zip(starts, ends, strict=True), map(ne, starts, ends)):
        if one < other:
            near[other].append(one)
        else:
            near[one].append(other)
    return near


def numbered(near: Sequence[Sequence[int]], touching: Sequence[Sequence[int]] = ()) -> list[int]:
    """Number a colour for each of several things, given for each the earlier ones beside it.

    They choose in turn. Where that takes more colours than there are, they choose again, those with few neighbours
    among the rest last: then eight are enough for whatever can be drawn on paper, since six are.

    Args:
        near: By thing, the earlier ones from which it differs whatever it takes.
        touching: By thing, the earlier ones from which it differs as far as the colours reach.

    Examples:
        >>> numbered([[], [0], [0, 1], [2]])
        [0, 3, 7, 3]
    """
    if touching:
        chosen = numbered([[*one, *other] for one, other in zip(near, touching, strict=True)])
        return chosen if max(chosen, default=0) < COLOURS else numbered(near)
    chosen = _in_turn(near, range(len(near)))
    if max(chosen, default=0) < COLOURS:
        return chosen
    around: list[set[int]] = [set(others) for others in near]
    for one, others in enumerate(near):
        for other in others:
            around[other].add(one)
    return _in_turn([sorted(others) for others in around], _fewest_last(around))


def _in_turn(near: Sequence[Sequence[int]], order: Sequence[int]) -> list[int]:
    """Let things choose: a colour that no neighbour has, two steps of grey away from theirs if there is one."""
    bits = [0] * len(near)
    options: dict[int, list[int]] = {}
    for one in order:
        used = 0
        for other in near[one]:
            used |= bits[other]
        free = options.get(used)
        if free is None:
            free = options[used] = _free(used)
        bits[one] = free[one % len(free)]
    return [bit.bit_length() - 1 for bit in bits]


def _free(used: int) -> list[int]:
    """Give the colours that are left, as bits; the first hatched one where none is."""
    left = _ALL & ~(used | used << 1 | used >> 1) or _ALL & ~used
    if not left:
        return [~used & -~used]
    return [1 << number for number in range(COLOURS) if left >> number & 1]


def _fewest_last(around: Sequence[set[int]]) -> list[int]:
    """Order things so that each has as few neighbours as possible among those before it (smallest last)."""
    degrees = [len(others) for others in around]
    layers: list[dict[int, None]] = [{} for _ in range(max(degrees, default=0) + 1)]
    for one, degree in enumerate(degrees):
        layers[degree][one] = None
    order: list[int] = []
    least = 0
    while len(order) < len(around):
        least = next(degree for degree in range(max(0, least - 1), len(layers)) if layers[degree])
        one = next(iter(layers[least]))
        del layers[least][one]
        degrees[one] = -1
        order.append(one)
        for other in sorted(around[one]):
            if degrees[other] > 0:
                del layers[degrees[other]][other]
                degrees[other] -= 1
                layers[degrees[other]][other] = None
    return order[::-1]
