"""Communities and property enterprises joined 物业党建联建: a norm of several cities, each with its own code.

Limitations:
    The reports say that the two are joined and not how. An agreement in force with the community counts, and so does
    membership in a body that the community hosts.
"""

from __future__ import annotations

from pbgov.base import Basis, Text
from pbgov.packs._columns import bodies, documents, ties, units
from pbgov.packs._making import norm
from pbgov.rules import HERE, Norm, Related, Relation, Values, each

_agreed = HERE.back(documents.parties, documents.kind == "community_property_agreement").along(
    documents.parties, "units"
)
_hosts = HERE.back(ties.source, ties.kind == "member").along(ties.target, "bodies").along(bodies.host, "units")


def joined_with_property(code: str, basis: Basis) -> Norm:
    """Ask that every property enterprise is tied to some community, by an agreement in force or in a joint body."""
    return norm(
        code,
        "C-7.14",
        Text(
            zh="物业服务企业与社区以有效协议或联合机构相连",
            en="every property enterprise is tied to a community, by an agreement in force or in a joint body",
        ),
        basis,
        each(units.kind == "property_enterprise"),
        Related(
            Values(each(units.level == "community"), "id"),
            Relation.OVERLAPS,
            (Values(_agreed, "id"), Values(_hosts, "id")),
        ),
    )
