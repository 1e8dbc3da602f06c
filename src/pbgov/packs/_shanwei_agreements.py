"""Joint-building agreements 党建共建协议 of the Urban District of Shanwei 汕尾城区, and their three lists.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力, 汕尾日报, 2022-03-08, on the year 2021.

Limitations:
    The text names the three lists and shows none. That a demand is met by a commitment which answers it, and which
    share of the demands must be, is not told: the share is wanted. A commitment that answers no demand does not
    count.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._columns import documents, entries, lists, ties, units
from pbgov.packs._making import assumed, figure, norm, wanting
from pbgov.packs._steps import SHANWEI as REPORT
from pbgov.rules import HERE, Count, Distinct, Ratio, Related, Relation, Values, Within, each

_SIGNED = REPORT.quote("99个村(社区)均签订《党建共建协议》")
_LISTS = REPORT.quote("形成党建共建清单、群众服务需求清单")
_MATCHED = REPORT.quote("群众服务需求清单、职责承诺清单")

_KINDS = ("commitment_list", "demand_list", "joint_building_list")
_communities = each(units.level == "community")
_demands = HERE.back(lists.owner, lists.kind == "demand_list").back(entries.list)

_FIGURES = (
    figure(
        "agreement.parties", 2, assumed("协议至少有两方", "an agreement has two sides"), Text(zh="方", en="parties")
    ),
    figure("agreement.per_community", 1, _SIGNED, Text(zh="份协议", en="agreements")),
    figure("agreement.lists", _KINDS, _LISTS),
    figure(
        "agreement.items",
        1,
        assumed("清单不是空的", "a list is not empty"),
        Text(zh="个事项", en="items"),
    ),
    figure(
        "agreement.matched",
        None,
        wanting("原文没有写明多少需求须有承诺对应", "the text does not say how many demands a commitment must answer"),
        Text(zh="‰", en="‰"),
    ),
)

_NORMS = (
    norm(
        "SW701",
        "C-7.01",
        Text(zh="党建共建协议至少有两方", en="a joint-building agreement has two parties at least"),
        _SIGNED,
        each(documents.kind == "joint_building_agreement"),
        Within(of=Distinct(HERE, "parties"), at_least="agreement.parties"),
    ),
    norm(
        "SW702",
        "C-7.02",
        Text(zh="每个村（社区）均签订党建共建协议", en="every village and community has an agreement in force"),
        _SIGNED,
        _communities,
        Within(
            of=Count(HERE.back(documents.parties, documents.kind == "joint_building_agreement")),
            at_least="agreement.per_community",
        ),
    ),
    norm(
        "SW7031",
        "C-7.03",
        Text(
            zh="每个村（社区）有共建、需求、承诺三张清单",
            en="every community has three lists: joint-building, demands, commitments",
        ),
        _LISTS,
        _communities,
        Related(Values(HERE.back(lists.owner), "kind"), Relation.CONTAINS, "agreement.lists"),
    ),
    norm(
        "SW7032",
        "C-7.03",
        Text(zh="三张清单不是空的", en="none of the three lists is empty"),
        _LISTS,
        each(lists.kind.is_in(_KINDS)),
        Within(of=Count(HERE.back(entries.list)), at_least="agreement.items"),
    ),
    norm(
        "SW704",
        "C-7.04",
        Text(zh="需求有承诺对应", en="demands are answered by commitments, in the share laid down"),
        _MATCHED,
        _communities,
        Within(
            of=Ratio(Distinct(_demands.back(ties.target, ties.kind == "answers_demand"), "target"), Count(_demands)),
            at_least="agreement.matched",
        ),
    ),
)

SHANWEI_AGREEMENTS: Final = (*_FIGURES, *_NORMS)
