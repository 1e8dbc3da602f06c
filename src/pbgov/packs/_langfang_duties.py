"""Langfang 廊坊, duties: catch-all management 兜底管理 of members whom no organisation holds.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    Which organisation manages, the subdistrict's or the community's, is left open by the text and by the norm.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Reference, Text
from pbgov.model import columns
from pbgov.packs._columns import ties
from pbgov.rules import HERE, Count, Dated, Norm, Parameter, Within, each

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

LANGFANG_DUTIES: Final = (MANAGERS, LF412)
