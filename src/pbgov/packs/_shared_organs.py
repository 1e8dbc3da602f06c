"""Organs, seats and contracts that several reports name: norms of several cities, each with its own code.

Limitations:
    That a compound has one owners' committee at a time, a contract lapses at its end and who presides in turn is not
    the secretary, no report says in so many words; each pack says what it rests on.
"""

from __future__ import annotations

from pbgov.base import Basis, Text
from pbgov.packs._columns import bodies, documents, posts, ties, units
from pbgov.packs._making import norm
from pbgov.rules import HERE, Count, Norm, Related, Relation, Selector, Values, Within, each


def one_owners_committee(code: str, basis: Basis) -> Norm:
    """Ask that no compound has two owners' committees at a time."""
    return norm(
        code,
        "C-1.24",
        Text(zh="小区同时只有一个业主委员会", en="a compound has one owners' committee in force at a time"),
        basis,
        each(units.kind == "compound"),
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind == "owners_committee")), at_most="owners_committee.per_unit"
        ),
    )


def served_under_contract(code: str, basis: Basis) -> Norm:
    """Ask that an enterprise which serves a compound has a contract in force with it."""
    return norm(
        code,
        "C-1.25",
        Text(
            zh="物业服务企业服务小区，以有效的服务合同为据",
            en="a property service enterprise serves a compound under a contract in force",
        ),
        basis,
        each(ties.kind == "property_service"),
        Related(
            _contracts(HERE.along(ties.target, "units")),
            Relation.OVERLAPS,
            (_contracts(HERE.along(ties.source, "units")),),
        ),
    )


def _contracts(side: Selector) -> Values:
    """Give the service contracts in force of one side of a tie."""
    return Values(side.back(documents.parties, documents.kind == "property_service_contract"), "id")


def employed_by_communities(code: str, basis: Basis) -> Norm:
    """Ask that community workers are employed where the pack says: by communities."""
    return norm(
        code,
        "C-3.19",
        Text(zh="社区工作者受雇于社区", en="a community worker is employed by a community"),
        basis,
        each(posts.kind == "community_worker"),
        Related(
            Values(HERE.along(posts.unit, "units"), "level"),
            Relation.EQUALS,
            "community_worker.employers",
        ),
    )


def chair_is_not_the_secretary(code: str, basis: Basis, scope: Selector, chair: Values, secretaries: Selector) -> Norm:
    """Ask that who presides in turn is somebody else than the secretary of the place; ``secretaries`` are holdings."""
    return norm(
        code,
        "C-2.22",
        Text(zh="“轮职”主席不是书记", en="who presides in turn is not the secretary"),
        basis,
        scope,
        Related(chair, Relation.DISJOINT, (Values(secretaries, "person"),)),
    )
