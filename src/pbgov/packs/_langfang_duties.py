"""Langfang 廊坊, duties: catch-all management 兜底管理 of members whom no organisation holds.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    Which organisation manages, the subdistrict's or the community's, is left open by the text; that it is one of the
    two is an assumption.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Assumption, Modality, Reference, Text
from pbgov.model import columns
from pbgov.packs._columns import ties
from pbgov.rules import HERE, Count, Dated, Norm, Parameter, Related, Relation, Values, Within, each

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_people = columns("people")

MANAGERS = Parameter(
    id="catch_all.managers",
    unit=Text(zh="个管理组织", en="managing organisations"),
    values=(Dated(value=1, basis=_REPORT.quote("实行兜底式教育管理和服务")),),
)
LF412 = Norm(
    code="LF412",
    item="C-4.12",
    modality=Modality.MUST,
    basis=_REPORT.quote("实行兜底式教育管理和服务"),
    text=Text(
        zh="新兴领域党员、流动党员均有党组织兜底管理",
        en="every member of a new sector and every mobile member is managed by some organisation",
    ),
    scope=each(_people.category.is_in(("new_sector_member", "mobile_member"))),
    payload=Within(of=Count(HERE.back(ties.target, ties.kind == "manages")), at_least=MANAGERS.id),
)

KINDS = Parameter(
    id="catch_all.kinds",
    unit=Text(zh="类组织", en="kinds of organisations"),
    values=(
        Dated(
            value=(
                "working_committee",
                "community_party_organisation",
                "party_committee",
                "general_branch",
                "subdistrict",
                "residents_committee",
            ),
            basis=Assumption(
                Text(
                    zh="原文未写明由谁兜底，按街道、社区理解",
                    en="the text does not say who catches all; read as the subdistrict and the community",
                )
            ),
        ),
    ),
)
LF914 = Norm(
    code="LF914",
    item="C-9.14",
    modality=Modality.MUST,
    basis=_REPORT.quote("新兴领域党员和流动党员实行兜底式教育管理"),
    text=Text(
        zh="新兴领域党员、流动党员由街道或社区党组织兜底管理",
        en="members of a new sector and mobile members are managed by the subdistrict or the community",
    ),
    scope=LF412.scope,
    payload=Related(
        Values(HERE.back(ties.target, ties.kind == "manages").along(ties.source, "units"), "kind"),
        Relation.SUBSET,
        KINDS.id,
    ),
)

LANGFANG_DUTIES: Final = (MANAGERS, LF412, KINDS, LF914)
