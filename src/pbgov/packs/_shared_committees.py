"""Enlarged committees “大工委”“大党委”, and self-governance led by the Party: norms that several reports name.

Each city has them under codes of its own: the prefix, and the number of the item.

Limitations:
    The reports say that such committees are set up, or what they are made of, and give no numbers: that a subdistrict
    and a community have one each, beside a base of their own, is read from what they are.
"""

from __future__ import annotations

from pbgov.base import Basis, Text
from pbgov.packs._columns import bodies, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._organs import COMMUNITY_FORMS, GREAT_COMMUNITY_COMMITTEE, GREAT_WORKING_COMMITTEE, LED_BY
from pbgov.rules import HERE, Count, Norm, Parameter, Related, Relation, Selector, Values, Within, each

_ORGANS = Text(zh="个机构", en="organs")
_communities = each(units.level == "community")


def _beside(*kinds: str) -> Selector:
    """The bodies of some kinds that the host of a body hosts as well."""
    return HERE.along(bodies.host, "units").back(bodies.host, bodies.kind.is_in(kinds))


def great_working_committees(prefix: str, basis: Basis) -> tuple[Parameter | Norm, ...]:
    """Ask for one enlarged working committee 大工委 a subdistrict, beside its working committee."""
    return (
        figure("enlarged_working_committee.per_unit", 1, basis, _ORGANS),
        figure("enlarged_working_committee.bases", 1, basis, _ORGANS),
        norm(
            f"{prefix}2231",
            "C-2.23",
            Text(zh="每个街道建立一个“大工委”", en="every subdistrict has one enlarged working committee"),
            basis,
            each(units.kind == "subdistrict"),
            Within(
                of=Count(HERE.back(bodies.host, bodies.kind == GREAT_WORKING_COMMITTEE)),
                exactly="enlarged_working_committee.per_unit",
            ),
        ),
        norm(
            f"{prefix}2232",
            "C-2.23",
            Text(
                zh="“大工委”依托街道党工委，不取代它",
                en="an enlarged working committee stands beside a working committee and does not replace it",
            ),
            basis,
            each(bodies.kind == GREAT_WORKING_COMMITTEE),
            Within(of=Count(_beside("working_committee")), exactly="enlarged_working_committee.bases"),
        ),
    )


def great_community_committees(prefix: str, basis: Basis) -> tuple[Parameter | Norm, ...]:
    """Ask for one enlarged committee 大党委 a community, beside its Party organisation of whatever form."""
    return (
        figure("enlarged_community_committee.per_unit", 1, basis, _ORGANS),
        figure("enlarged_community_committee.bases", 1, basis, _ORGANS),
        norm(
            f"{prefix}2261",
            "C-2.26",
            Text(zh="每个社区建立一个“大党委”", en="every community has one enlarged committee"),
            basis,
            _communities,
            Within(
                of=Count(HERE.back(bodies.host, bodies.kind == GREAT_COMMUNITY_COMMITTEE)),
                exactly="enlarged_community_committee.per_unit",
            ),
        ),
        norm(
            f"{prefix}2262",
            "C-2.26",
            Text(
                zh="“大党委”依托社区党组织，不论其形式",
                en="an enlarged committee stands beside the community's Party organisation, whatever its form",
            ),
            basis,
            each(bodies.kind == GREAT_COMMUNITY_COMMITTEE),
            Within(of=Count(_beside(*COMMUNITY_FORMS)), exactly="enlarged_community_committee.bases"),
        ),
    )


def self_governance(prefix: str, basis: Basis, kinds: tuple[str, ...]) -> tuple[Parameter | Norm, ...]:
    """Ask that the community's Party organisation leads bodies of these kinds, and that none is its subordinate."""
    return (
        figure("community_organs.leaders", COMMUNITY_FORMS, basis),
        figure(
            "community_organs.subordinate",
            0,
            assumed(
                "受党组织领导，不是其下级单位", "they are led by the Party organisation, and are not its subordinates"
            ),
            Text(zh="个下级单位", en="subordinate units"),
        ),
        norm(
            f"{prefix}1451",
            "C-1.45",
            Text(
                zh="居民自治组织受社区党组织领导",
                en="the community's Party organisation leads the bodies of self-governance",
            ),
            basis,
            each(bodies.kind.is_in(kinds)),
            Related(Values(LED_BY, "kind"), Relation.OVERLAPS, "community_organs.leaders"),
        ),
        norm(
            f"{prefix}1452",
            "C-1.45",
            Text(
                zh="业主委员会、居民议事会不是社区的下级单位",
                en="neither owners' committees nor residents' councils are subordinate units of the community",
            ),
            basis,
            _communities,
            Within(
                of=Count(HERE.down(units.kind.is_in(("owners_committee", "residents_council")))),
                exactly="community_organs.subordinate",
            ),
        ),
    )
