"""Claims: single obstacles to a plan, as values."""

from __future__ import annotations

from enum import Enum

import attrs


class Ground(Enum):
    """On what the number of grids of a piece rests."""

    TOTAL = "total"
    SHARES = "shares"
    SEARCH = "search"


class Obstacle(Enum):
    """What kind of thing stands in the way of a plan.

    All but ``NOT_FOUND`` are proofs: no plan within the bounds and conditions exists.
    """

    OVERSIZED = "oversized"
    LINKED = "linked"
    SCATTERED = "scattered"
    CAP = "cap"
    TOTAL = "total"
    SUMS = "sums"
    SIDE = "side"
    CHAIN = "chain"
    EXHAUSTED = "exhausted"
    SHARES = "shares"
    SEARCHED = "searched"
    NOT_FOUND = "not_found"


@attrs.frozen(kw_only=True)
class Side:
    """One of the sides into which an articulation point divides a neighbourhood.

    Attributes:
        near: The buildings by which it touches the point, in order.
        households: Its households (户).
        least: The fewest households it must hand to the grid of the point; 0 when it can stand alone.
    """

    near: tuple[str, ...]
    households: int
    least: int


@attrs.frozen(kw_only=True)
class Claim:
    """One obstacle to a plan.

    Attributes:
        obstacle: What kind of obstacle.
        buildings: The buildings it is about, in order: the oversized ones, a group that must share a grid (``LINKED``,
            ``SCATTERED``), the point where sides meet (``SIDE``), or all that were counted or searched.
        at: The building where the sides meet (``SIDE``), the counting breaks (``CHAIN``) or the search began
            (``EXHAUSTED``, ``SEARCHED``); ``None`` for the other kinds.
        households: Households (户) of ``buildings`` together.
        sizes: Households of each of ``buildings`` (``OVERSIZED``), otherwise empty.
        sides: The sides that meet at the point (``SIDE``), otherwise empty.
        shares: What each of ``buildings`` bears (``SHARES``), in millionths of a grid, otherwise empty: those of one
            possible grid never come to more than a whole, yet all come to more than there can be grids.
        needed: The fewest grids there must be (``CAP``), otherwise 0.
    """

    obstacle: Obstacle
    buildings: tuple[str, ...]
    households: int
    sizes: tuple[int, ...] = ()
    at: str | None = None
    sides: tuple[Side, ...] = ()
    shares: tuple[int, ...] = ()
    needed: int = 0
