"""Claims: single obstacles to a plan, as values."""

from __future__ import annotations

from enum import Enum

import attrs


class Obstacle(Enum):
    """What kind of thing stands in the way of a plan.

    All but ``NOT_FOUND`` are proofs: no plan within the bounds exists.
    """

    OVERSIZED = "oversized"
    TOTAL = "total"
    SIDE = "side"
    CHAIN = "chain"
    EXHAUSTED = "exhausted"
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
        buildings: The buildings it is about, in order: the oversized ones, the point where sides meet (``SIDE``),
            or all that were counted or searched.
        at: The building where the sides meet or the counting breaks; ``None`` for the other kinds.
        households: Households (户) of ``buildings`` together.
        sizes: Households of each of ``buildings`` (``OVERSIZED``), otherwise empty.
        sides: The sides that meet at the point (``SIDE``), otherwise empty.
    """

    obstacle: Obstacle
    buildings: tuple[str, ...]
    households: int
    sizes: tuple[int, ...] = ()
    at: str | None = None
    sides: tuple[Side, ...] = ()
