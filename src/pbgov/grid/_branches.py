"""The size of a grid by either of two measures: 200 to 300 households 户, or about 1,000 residents 人."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

import attrs

from pbgov.base import About, Band, Exact, FrozenMap, Verdict, both, chosen
from pbgov.errors import InvalidValueError
from pbgov.grid._checks import need_band
from pbgov.grid._plan import GridPlan, need_plan

SizeMode: TypeAlias = Literal["either", "both", "households", "residents"]
"""Which measure counts: one of the two is enough, both are asked for, or one alone is looked at."""
HOUSEHOLDS: Final = Band(200, 300)
RESIDENTS: Final = Band(About(1_000).low, About(1_000).high)


@attrs.frozen(kw_only=True)
class Branch:
    """The size of one grid, and which branch of the norm it meets.

    Attributes:
        households: Its households (户).
        residents: Its residents (人); ``None`` where a building with households was never counted.
        by_households: What the band of households says: MET or BREACHED.
        by_residents: What the band of residents says; UNKNOWN where nobody has counted.
        verdict: What both come to under the mode that was asked for.
    """

    households: int
    residents: int | None
    by_households: Verdict
    by_residents: Verdict
    verdict: Verdict

    @property
    def held(self) -> tuple[Literal["households", "residents"], ...]:
        """The branches that it meets, whichever of them count."""
        by: tuple[tuple[Literal["households", "residents"], Verdict], ...] = (
            ("households", self.by_households),
            ("residents", self.by_residents),
        )
        return tuple(name for name, verdict in by if verdict is Verdict.MET)


def branches(
    plan: GridPlan, *, households: Band = HOUSEHOLDS, residents: Band = RESIDENTS, mode: SizeMode = "either"
) -> FrozenMap[str, Branch]:
    """Say of each grid by which branch it is of the right size: 每200—300户或每1000人左右为基本单元.

    ``partition`` plans by households alone; what it gives is judged here, and by a norm such as Langfang's LF302, which
    says the same. The two branches are not equivalent: 300 households of 2.6 to 3.0 persons are 780 to 900 residents.

    Args:
        plan: The division to judge.
        households: Households a grid should hold, both ends allowed.
        residents: Residents it should hold, both ends allowed; by default 1,000 give or take 10 %, by assumption.
        mode: ``"either"`` (one branch is enough), ``"both"``, or one branch alone: ``"households"``, ``"residents"``.

    Returns:
        A ``Branch`` for each grid, by identifier. A branch that is not known leaves the verdict UNKNOWN only where it
        could change it.

    Raises:
        InvalidValueError: No plan, no band, or an unknown mode.

    Examples:
        >>> from pbgov.grid import Building, Grid, GridPlan, Neighbourhood
        >>> tower = Building(id="B1", households=390, residents=1_010)
        >>> place = Neighbourhood(id="N1", community="C1", buildings=[tower])
        >>> plan = GridPlan(neighbourhood=place, grids=[Grid(id="G1", neighbourhood="N1", members=["B1"])])
        >>> branches(plan)["G1"].held, branches(plan, mode="both")["G1"].verdict.value
        (('residents',), 'breached')
    """
    need_plan(plan)
    for name, band in (("households", households), ("residents", residents)):
        need_band(name, band)
    if mode not in get_args(SizeMode):
        options = ", ".join(get_args(SizeMode))
        raise InvalidValueError(both("grid.option", name="mode", value=repr(mode), options=options), mode)
    persons = plan.residents()
    return FrozenMap(
        {
            grid: _branch(held, persons[grid], households.verdict(Exact(held)), _judged(residents, persons[grid]), mode)
            for grid, held in plan.households().items()
        }
    )


def _judged(band: Band, persons: int | None) -> Verdict:
    return Verdict.UNKNOWN if persons is None else band.verdict(Exact(persons))


def _branch(households: int, residents: int | None, one: Verdict, other: Verdict, mode: SizeMode) -> Branch:
    asked = {"households": (one,), "residents": (other,)}.get(mode, (one, other))
    return Branch(
        households=households,
        residents=residents,
        by_households=one,
        by_residents=other,
        verdict=chosen(1 if mode == "either" else len(asked), asked),
    )
