"""Figures that norms rest on: dated, with a unit, each value saying where it comes from."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TypeAlias

import attrs

from pbgov.base import Band, Basis, Cycle, Required, Text, both, check_id
from pbgov.errors import InvalidValueError

Figure: TypeAlias = int | Band | Cycle | tuple[str, ...]


@attrs.frozen(kw_only=True)
class Dated:
    """A value from a day on.

    Attributes:
        value: The figure; ``None`` together with a ``Required`` basis when the text asks for one and gives none.
        basis: Where it comes from.
        start: First day it applies; ``None`` when the source gives none.
    """

    value: Figure | None
    basis: Basis
    start: date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a missing value that nobody asks for."""
        if (self.value is None) is not isinstance(self.basis, Required):
            raise InvalidValueError(both("parameter.required", value=repr(self.value)), self.value)


@attrs.frozen(kw_only=True)
class Parameter:
    """A dated figure of a pack.

    Attributes:
        id: How norms and conditions name it.
        unit: What it counts.
        values: The values in the order of their first days.

    Raises:
        InvalidValueError: No value is given, or the dates do not rise.
    """

    id: str = attrs.field(validator=check_id)
    unit: Text
    values: tuple[Dated, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse values out of order."""
        starts = [dated.start or date.min for dated in self.values]
        if not starts or any(b <= a for a, b in pairwise(starts)):
            raise InvalidValueError(both("parameter.order", name=self.id), self.id)

    def at(self, on: date) -> Dated | None:
        """Give the value in force on a day; ``None`` before the first one."""
        current = None
        for dated in self.values:
            if dated.start is None or dated.start <= on:
                current = dated
        return current
