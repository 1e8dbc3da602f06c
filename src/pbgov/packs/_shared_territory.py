"""Territory and its committee: a compound lies in one community, one city committee is in force at a time.

Norms of several cities, each with its own code and source.
"""

from __future__ import annotations

from pbgov.base import Basis, Text
from pbgov.packs._columns import bodies, ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.rules import HERE, Count, Distinct, Norm, Parameter, Within, each


def compound_in_one_community(code: str, basis: Basis) -> tuple[Parameter, Norm]:
    """Ask that no compound is located in two communities."""
    spans = figure(
        "compound.spans",
        1,
        assumed("小区不跨社区", "a compound does not span communities"),
        Text(zh="个社区", en="communities"),
    )
    return spans, norm(
        code,
        "C-1.07",
        Text(zh="小区不跨社区", en="a compound lies in one community"),
        basis,
        each(units.kind == "compound"),
        Within(
            of=Distinct(
                HERE.back(ties.source, ties.kind == "located_in").along(ties.target, "units").up("community"), "id"
            ),
            at_most=spans.id,
        ),
    )


def one_city_committee(code: str, basis: Basis) -> tuple[Parameter, Norm]:
    """Ask that a city has one Party committee at a time."""
    most = figure(
        "party_committee.per_unit",
        1,
        assumed("一个市同时只有一届市委", "a city has one Party committee at a time"),
        Text(zh="个机构", en="organs"),
    )
    return most, norm(
        code,
        "C-1.14",
        Text(zh="市委同时只有一届", en="one city Party committee is in force at a time"),
        basis,
        each(units.level == "city"),
        Within(of=Count(HERE.back(bodies.host, bodies.kind == "party_committee")), at_most=most.id),
    )
