"""What ``partition`` and ``revise`` give: a plan with its proofs, or a certificate."""

from __future__ import annotations

from functools import cached_property

import attrs

from pbgov.base import HTML, PLAIN, SVG, Frame, FrozenMap, Shapes, Shown, Text, both, stacked
from pbgov.errors import InfeasibleError
from pbgov.grid._certificate import Certificate
from pbgov.grid._places import Neighbourhood
from pbgov.grid._plan import Grid, GridPlan
from pbgov.grid._plan_shown import plan_as_html, plan_as_text
from pbgov.grid._proof import Proof


@attrs.frozen(kw_only=True)
class Partitioning(Shown):
    """What dividing a neighbourhood came to: a plan with its proven bounds, or a certificate.

    Attributes:
        neighbourhood: What was to be divided.
        grids: The grids found, in order. All of them when there is a plan; otherwise those that could be drawn all
            the same, so that one bad spot does not hide the rest.
        left: Identifiers of the buildings in no grid, in order; none when there is a plan.
        bound: Proven: no plan has fewer grids.
        waived: Identifiers of the grids that stand above the ceiling by the declared policy, in order.
        certificate: Why there is no plan; ``None`` when there is one.
        proof: Why no plan has fewer grids than ``bound``.
        measures: What the grids come to by each objective asked for, in order: the number of grids; pieces of
            compounds beyond one each; buildings that change their grid; edges cut; squared metres of spread;
            squared distance from the middle of the band, in half households; metres of the ways between buildings.
        bounds: For each of the objectives, in order: no plan that is as good in all those before it has less.
    """

    neighbourhood: Neighbourhood
    grids: tuple[Grid, ...]
    left: tuple[str, ...] = ()
    bound: int
    waived: tuple[str, ...] = ()
    certificate: Certificate | None = None
    proof: Proof | None = None
    measures: FrozenMap[str, int] = FrozenMap({})
    bounds: FrozenMap[str, int] = FrozenMap({})

    @property
    def feasible(self) -> bool:
        """Whether there is a plan."""
        return self.certificate is None

    @cached_property
    def plan(self) -> GridPlan:
        """The plan.

        Raises:
            InfeasibleError: There is none, or none was found; the exception carries the certificate.
        """
        if self.certificate is not None:
            sentence = both("grid.infeasible", id=self.neighbourhood.id, why=self.certificate)
            raise InfeasibleError(sentence, self.certificate)
        return GridPlan(neighbourhood=self.neighbourhood, grids=self.grids)

    @property
    def gap(self) -> int:
        """How many grids the plan has above the proven bound; 0 means that it has the fewest.

        Raises:
            InfeasibleError: There is no plan.
        """
        return len(self.plan.grids) - self.bound

    @property
    def proven(self) -> tuple[str, ...]:
        """The objectives, from the first on, in which the plan is proven the best; all of them if nothing is better."""
        found: list[str] = []
        for name, value in self.measures.items():
            if self.certificate is not None or value != self.bounds[name]:
                break
            found.append(name)
        return tuple(found)

    def to_columns(self) -> Frame:
        """Give the plan as columns, one row a building.

        Raises:
            InfeasibleError: There is no plan.
        """
        return self.plan.to_columns()

    def _shapes(self) -> Shapes:
        """Show the plan with its waivers, or why there is none."""
        why = self.certificate
        if why is not None:
            return {
                PLAIN: lambda: f"{why.explain('zh')}\n{why.explain('en')}",
                HTML: lambda: stacked(Text(zh=why.explain("zh"), en=why.explain("en"))),
            }
        bounds = None if self.proof is None else (self.proof.low, self.proof.high)
        return {
            PLAIN: lambda: plan_as_text(self.plan, self.waived, bounds),
            HTML: lambda: plan_as_html(self.plan, self.waived, bounds),
            SVG: lambda: self.plan.to_svg(waived=self.waived, households=bounds),
        }
