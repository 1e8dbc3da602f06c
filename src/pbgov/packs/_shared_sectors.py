"""New sectors 新兴领域 and those sent to instruct their organisations: norms that several reports name.

Each city has them under codes of its own, and says itself which kinds of units its new sectors hold.
"""

from __future__ import annotations

from pbgov.base import Basis, Text
from pbgov.packs._columns import bodies, posts, ties, units
from pbgov.packs._making import figure, norm
from pbgov.rules import HERE, Count, Norm, Parameter, Related, Relation, Values, Within, each, param


def new_sectors(code: str, text: Text, basis: Basis) -> Norm:
    """Ask that the new sectors hold all units of their kinds, and no others; ``new_sector.kinds`` lists the kinds."""
    return norm(
        code,
        "C-9.24",
        text,
        basis,
        each(bodies.kind == "new_sector"),
        Related(
            Values(HERE.back(ties.target, ties.kind == "member"), "source"),
            Relation.EQUALS,
            (Values(each(units.kind.is_in(param("new_sector.kinds"))), "id"),),
        ),
    )


def instructed(code: str, basis: Basis) -> tuple[Parameter, Norm]:
    """Ask that every Party-building instructor 党建指导员 is sent to some organisation."""
    return (
        figure("instructors.organisations", 1, basis, Text(zh="个组织", en="organisations")),
        norm(
            code,
            "C-6.33",
            Text(
                zh="每名党建指导员至少指导一个组织",
                en="every Party-building instructor is sent to one organisation at least",
            ),
            basis,
            each(posts.kind == "party_building_instructor"),
            Within(of=Count(HERE.back(ties.source, ties.kind == "instructs")), at_least="instructors.organisations"),
        ),
    )
