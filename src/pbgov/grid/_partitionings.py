"""What ``partition_all`` gives: the answer for each neighbourhood, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Final, TypeAlias

import attrs

from pbgov.base import (
    HTML,
    PLAIN,
    Frame,
    FrozenMap,
    Shapes,
    Shown,
    Text,
    both,
    columns,
    element,
    listing,
    paired,
    said,
    stacked,
)
from pbgov.errors import UnknownIdError
from pbgov.grid._partitioning import Partitioning
from pbgov.grid._places import Neighbourhood
from pbgov.grid._plan import GridPlan

_ROWS: Final = 60


class Cause(Enum):
    """Why a neighbourhood has no answer."""

    FAILED = "failed"
    LOST = "lost"
    NOT_BEGUN = "not_begun"


@attrs.frozen(kw_only=True)
class Unplanned:
    """A neighbourhood without an answer, and why.

    Attributes:
        id: Under which identifier it stands.
        neighbourhood: What was to be divided; ``None`` where something was given that is no neighbourhood.
        cause: It cannot be planned as it is; or its worker was lost twice; or the work was stopped before it began.
        reason: The same in words.
        error: The exception, without its traceback; ``None`` where none was raised. Two values that differ in this
            alone are equal, since exceptions have no value.
    """

    id: str
    neighbourhood: Neighbourhood | None
    cause: Cause
    reason: Text
    error: Exception | None = attrs.field(default=None, eq=False)


Outcome: TypeAlias = Partitioning | Unplanned


@attrs.frozen(kw_only=True)
class Partitionings(Shown, Mapping[str, Outcome]):
    """What dividing many neighbourhoods came to: a mapping of identifiers to outcomes, in the order given.

    An outcome is a ``Partitioning``, with its plan or its certificate; or ``Unplanned``, which says why there is no
    answer.

    Attributes:
        outcomes: The outcomes. What is no neighbourhood stands under ``~`` and its number in the order, from 1.

    Examples:
        >>> from pbgov.grid import Building, Neighbourhood, partition_all
        >>> homes = [Building(id="B1", households=120), Building(id="B2", households=130)]
        >>> court = Neighbourhood(id="court", community="C1", buildings=homes, edges=[("B1", "B2")])
        >>> lane = Neighbourhood(id="lane", community="C1", buildings=homes)
        >>> found = partition_all([court, lane, None])
        >>> list(found), found.planned, found.infeasible, found.unplanned
        (['court', 'lane', '~3'], ('court',), ('lane',), ('~3',))
        >>> found.grids, found["court"].plan.households()
        (1, FrozenMap({'court-G1': 250}))
    """

    outcomes: FrozenMap[str, Outcome]

    def __getitem__(self, neighbourhood_id: str) -> Outcome:
        """Give the outcome of one neighbourhood.

        Raises:
            UnknownIdError: There is none of this identifier.
        """
        if not isinstance(neighbourhood_id, str) or neighbourhood_id not in self.outcomes:
            raise UnknownIdError(both("city.unknown", id=repr(neighbourhood_id)), neighbourhood_id)
        return self.outcomes[neighbourhood_id]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the identifiers, in the order given."""
        return iter(self.outcomes)

    def __len__(self) -> int:
        """Count the neighbourhoods."""
        return len(self.outcomes)

    @property
    def planned(self) -> tuple[str, ...]:
        """The neighbourhoods that have a plan, in the order given."""
        return self._those(lambda one: isinstance(one, Partitioning) and one.feasible)

    @property
    def infeasible(self) -> tuple[str, ...]:
        """The neighbourhoods of which it is said, with a certificate, that no plan was found, in the order given."""
        return self._those(lambda one: isinstance(one, Partitioning) and not one.feasible)

    @property
    def unplanned(self) -> tuple[str, ...]:
        """The neighbourhoods without an answer, in the order given."""
        return self._those(lambda one: isinstance(one, Unplanned))

    @property
    def plans(self) -> FrozenMap[str, GridPlan]:
        """The plan of each neighbourhood that has one."""
        return FrozenMap({name: one.plan for name, one in self._partitionings()})

    @property
    def grids(self) -> int:
        """How many grids all plans have together."""
        return sum(len(one.grids) for _, one in self._partitionings())

    @property
    def bound(self) -> int:
        """Proven: however these neighbourhoods are planned, those that have a plan have no fewer grids together."""
        return sum(one.bound for _, one in self._partitionings())

    @property
    def gap(self) -> int:
        """How many grids the plans have above the proven bound; 0 means that all have the fewest."""
        return self.grids - self.bound

    def summary(self) -> Text:
        """Say how many neighbourhoods have a plan, and of how many grids."""
        return said(
            "city.about",
            n=len(self),
            planned=len(self.planned),
            grids=self.grids,
            bound=self.bound,
            infeasible=len(self.infeasible),
            unplanned=len(self.unplanned),
        )

    def to_columns(self) -> Frame:
        """Give one row a neighbourhood, in the order given.

        ``outcome`` is ``planned``, ``infeasible``, ``failed``, ``lost`` or ``not_begun``; ``grids``, ``bound``,
        ``gap`` and ``waived`` are those of the plan, ``None`` where there is none; ``why_zh`` and ``why_en`` say why.
        """
        return columns(
            self.outcomes.items(),
            {
                "neighbourhood": lambda pair: pair[0],
                "community": lambda pair: pair[1].neighbourhood and pair[1].neighbourhood.community,
                "buildings": lambda pair: pair[1].neighbourhood and len(pair[1].neighbourhood.buildings),
                "households": lambda pair: pair[1].neighbourhood and pair[1].neighbourhood.households,
                "outcome": lambda pair: _word(pair[1]),
                "grids": _of_plan(lambda one: len(one.grids)),
                "bound": _of_plan(lambda one: one.bound),
                "gap": _of_plan(lambda one: one.gap),
                "waived": _of_plan(lambda one: len(one.waived)),
                "why_zh": lambda pair: _why(pair[1]).zh or None,
                "why_en": lambda pair: _why(pair[1]).en or None,
            },
        )

    def _partitionings(self) -> Iterator[tuple[str, Partitioning]]:
        for name, one in self.outcomes.items():
            if isinstance(one, Partitioning) and one.feasible:
                yield name, one

    def _those(self, holds: Callable[[Outcome], bool]) -> tuple[str, ...]:
        return tuple(name for name, one in self.outcomes.items() if holds(one))

    def _shapes(self) -> Shapes:
        """Show the totals, and why some have no plan."""
        return {PLAIN: lambda: _as_text(self), HTML: lambda: _as_html(self)}


def _of_plan(read: Callable[[Partitioning], int]) -> Callable[[tuple[str, Outcome]], int | None]:
    """Read a number of a plan, where there is one."""

    def of(pair: tuple[str, Outcome]) -> int | None:
        one = pair[1]
        return read(one) if isinstance(one, Partitioning) and one.feasible else None

    return of


def _word(one: Outcome) -> str:
    if isinstance(one, Unplanned):
        return one.cause.value
    return "planned" if one.feasible else "infeasible"


def _why(one: Outcome) -> Text:
    """Say why there is no plan; nothing where there is one."""
    if isinstance(one, Unplanned):
        return one.reason
    why = one.certificate
    return Text(zh="", en="") if why is None else Text(zh=why.explain("zh"), en=why.explain("en"))


def _planless(found: Partitionings) -> tuple[tuple[tuple[str, Text], ...], Text | None]:
    """Give the first of those without a plan with their reasons, and a sentence that counts the others."""
    names = [name for name, one in found.outcomes.items() if _word(one) != "planned"]
    left = len(names) - _ROWS
    return tuple((name, _why(found[name])) for name in names[:_ROWS]), said("city.more", n=left) if left > 0 else None


def _as_text(found: Partitionings) -> str:
    rows, more = _planless(found)
    about = found.summary()
    lines = [f"  {name}: {why.zh} {why.en}" for name, why in rows]
    return "\n".join([about.zh, about.en, *lines, *([] if more is None else [more.zh, more.en])])


def _as_html(found: Partitionings) -> str:
    rows, more = _planless(found)
    heads = [paired(said(f"city.column.{name}")) for name in ("neighbourhood", "why")]
    return element(
        "div",
        element("strong", paired(said("city.title"))),
        stacked(found.summary()),
        listing(heads, [(name, stacked(why)) for name, why in rows]) if rows else "",
        "" if more is None else stacked(more),
    )
