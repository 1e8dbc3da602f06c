"""Dual reporting 双报到: where an organisation or a member reports, as the policy of the city has it.

``dual_report.policy`` lists one or several of three destinations, and each pack that asks for this has a policy of
its own: ``seat`` 驻地, the community where the unit is seated, or its subdistrict; ``residence`` 居住地, the community
where the member lives; ``contracted`` 包保, a community of which the unit contracts a grid. Ties ``reports_to`` lead
from a Party organisation or a member to where they report.

Limitations:
    The unit of an organisation is its host, that of a member the unit they work at. Only members reside.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Basis, Text
from pbgov.packs._columns import bodies, grids, neighbourhoods, ties
from pbgov.packs._making import figure, norm
from pbgov.rules import HERE, And, Norm, Parameter, Related, Relation, Selector, Values, each, lift, param

DESTINATIONS: Final = ("seat", "residence", "contracted")
"""What a policy may list."""

_POLICY: Final = "dual_report.policy"
_MEMBER: Final = HERE.along(ties.source, "people")
_UNITS: Final = (
    HERE.along(ties.source, "bodies").along(bodies.host, "units"),
    _MEMBER.back(ties.source, ties.kind == "works_at").along(ties.target, "units"),
)


def _leading(kind: str, destination: str) -> And:
    """Ties of a kind, where the policy lists the destination to which they lead."""
    return And((lift(ties.kind == kind), lift(param(_POLICY).has(destination))))


def _seats(unit: Selector) -> Selector:
    return unit.back(ties.source, _leading("seated_in", "seat")).along(ties.target, "units")


def _contracted(unit: Selector) -> Selector:
    grid = unit.back(ties.source, _leading("contracted_to", "contracted")).along(ties.target, "grids")
    return grid.along(grids.neighbourhood, "neighbourhoods").along(neighbourhoods.community, "units")


_DUE: Final = (
    *(_seats(unit).up("community") for unit in _UNITS),
    *(_seats(unit).up("township") for unit in _UNITS),
    *(_contracted(unit) for unit in _UNITS),
    _MEMBER.back(ties.source, _leading("resides_in", "residence")).along(ties.target, "units"),
)


def reported_where_due(code: str, policy: tuple[str, ...], basis: Basis) -> tuple[Parameter, Norm]:
    """Ask that those who report do so where the policy of the city sends them."""
    return figure(_POLICY, policy, basis), norm(
        code,
        "C-6.24",
        Text(zh="报到去向符合本地的报到政策", en="who reports does so where the policy of the city has it"),
        basis,
        each(ties.kind == "reports_to"),
        Related(Values(HERE, "target"), Relation.SUBSET, tuple(Values(way, "id") for way in _DUE)),
    )
