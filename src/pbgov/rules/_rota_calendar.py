"""The calendar of a rota: who is in the chair in a span of days, stint by stint."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

import attrs

from pbgov.base import Finding, Frame, Period, Severity, columns, term
from pbgov.rules._roles import RoleKind

VACANT: Final = "PBR01"


class Vacancy(StrEnum):
    """Why a chair is empty: all declined the term, the holder left and none was substituted, or no group is left."""

    DECLINED = "declined"
    LEFT = "left"
    NOBODY = "nobody"


@attrs.frozen(kw_only=True)
class Stint:
    """A stretch of one term in which nothing changes: a term with a substitute has two.

    Attributes:
        number: The number of the term, the first being 0.
        cycle: The number of the cycle, the first being 0.
        group: The group whose turn it is; ``None`` when the whole term is vacant.
        chair: Who presides for the group; ``None`` when nobody was nominated.
        substitute: Whether the chair stands in for one who presided before in this term.
        vacancy: Why the chair is empty; ``None`` when it is not.
        period: The days.
    """

    number: int
    cycle: int
    group: str | None
    chair: str | None = None
    substitute: bool = False
    vacancy: Vacancy | None = None
    period: Period


@attrs.frozen
class Calendar:
    """The terms that have a day in a span, whole, stint by stint in order of days.

    Attributes:
        role: What the rota is of.
        stints: The stints.
    """

    role: RoleKind
    stints: tuple[Stint, ...]

    def __iter__(self) -> Iterator[Stint]:
        """Iterate over the stints."""
        return iter(self.stints)

    def __len__(self) -> int:
        """Count the stints."""
        return len(self.stints)

    def findings(self) -> tuple[Finding, ...]:
        """Report each vacancy as a finding ``PBR01``: a warning about the group, or about the rota as a whole."""
        return tuple(self._vacant(stint, stint.vacancy) for stint in self.stints if stint.vacancy)

    def _vacant(self, stint: Stint, vacancy: Vacancy) -> Finding:
        return Finding(
            code=VACANT,
            subject=stint.group or "",
            aspect=stint.period.in_("en"),
            severity=Severity.WARNING,
            key=f"rota.vacant.{vacancy.value}",
            arguments=(("role", term(self.role.value)), ("number", stint.number + 1), ("period", stint.period)),
        )

    def to_columns(self) -> Frame:
        """Give the calendar as columns of equal length, as data frames take them; terms and cycles count from 0."""
        return columns(
            self.stints,
            {
                "term": lambda stint: stint.number,
                "cycle": lambda stint: stint.cycle,
                "group": lambda stint: stint.group,
                "chair": lambda stint: stint.chair,
                "substitute": lambda stint: stint.substitute,
                "vacancy": lambda stint: stint.vacancy,
                "start": lambda stint: stint.period.start,
                "end": lambda stint: stint.period.end,
            },
        )
