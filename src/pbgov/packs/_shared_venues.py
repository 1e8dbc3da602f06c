"""Venues of a community: one-stop services, signs of one standard, check-lists that stand on a venue.

Norms of several cities, each with its own code and source.

Limitations:
    The reports name these institutions and do not say how they are recorded. A service stands on a list of services;
    ties ``handled_at`` lead from it to where its steps are handled. A sign stands on a register of signs, its
    ``matter`` is the specification it was made to, and a standard of signs lists the specifications in force. A
    check-list is a document whose party is the venue.
"""

from __future__ import annotations

from pbgov.base import Basis, Text
from pbgov.packs._columns import documents, entries, lists, ties
from pbgov.packs._making import figure, norm
from pbgov.rules import HERE, AllEqual, Norm, Parameter, Related, Relation, Values, each


def one_stop(code: str, basis: Basis) -> Norm:
    """Ask that all steps of a service on the list are handled at one place."""
    return norm(
        code,
        "C-5.09",
        Text(zh="一项服务的各个环节都在一处办理", en="every step of a service is handled at one place"),
        basis,
        each(lists.kind == "service_list").back(entries.list),
        AllEqual(Values(HERE.back(ties.source, ties.kind == "handled_at"), "target")),
    )


def uniform_signs(code: str, basis: Basis) -> Norm:
    """Ask that every sign is made to a specification of the standard in force."""
    return norm(
        code,
        "C-5.11",
        Text(zh="标识按现行标准制作", en="a sign is made to a specification of the standard in force"),
        basis,
        each(lists.kind == "sign_register").back(entries.list),
        Related(
            Values(HERE, "matter"),
            Relation.SUBSET,
            (Values(each(documents.kind == "sign_standard"), "sections"),),
        ),
    )


def venue_with_checklist(code: str, basis: Basis) -> tuple[Parameter, Norm]:
    """Ask that a check-list of venues stands on a venue, and on nothing else."""
    return figure("venue_checklist.parties", ("activity_venue",), basis), norm(
        code,
        "C-5.21",
        Text(zh="阵地检查表所检查的是党建活动阵地", en="a check-list of venues stands on a Party activity venue"),
        basis,
        each(documents.kind == "venue_checklist"),
        Related(Values(HERE.along(documents.parties, "bodies"), "kind"), Relation.EQUALS, "venue_checklist.parties"),
    )
