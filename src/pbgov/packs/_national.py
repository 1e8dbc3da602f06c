"""The national base: norms that stand behind every city.

References:
    城市居民委员会组织法 (Organic Law of Urban Residents' Committees), 1989, amended 2018, revised 2025-10-28.

Limitations:
    Both wordings of the size of a residents' committee say “generally”, so the norm binds in principle. Here are the
    norms that bind every city; Party life is a pack of its own, and so are the ways things go. What was checked, what
    is known from secondary texts alone, and what is unsure, the basis of each figure says.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from pbgov.base import Band, Modality, Reference, Text
from pbgov.packs import _national_community as community
from pbgov.packs import _national_party as party
from pbgov.packs._columns import facts
from pbgov.packs._national_duties import NATIONAL_DUTY_NORMS, NATIONAL_DUTY_PARAMETERS
from pbgov.rules import Dated, Norm, Own, Parameter, RulePack, Within, each

_OLD = Reference(title="城市居民委员会组织法", issuer="全国人民代表大会常务委员会", date="1989,2018修正")
_NEW = Reference(title="城市居民委员会组织法", issuer="全国人民代表大会常务委员会", date="2025-10-28修订")

HOUSEHOLDS = Parameter(
    id="residents_committee.households",
    unit=Text(zh="户", en="households"),
    values=(
        Dated(value=Band(100, 700), basis=_OLD.quote("一百户至七百户", "第六条")),
        Dated(value=Band(1000, 3000), basis=_NEW.quote("1000至3000户", "第三条"), start=date(2026, 1, 1)),
    ),
)

PBN501 = Norm(
    code="PBN501",
    item="N-5.01",
    modality=Modality.IN_PRINCIPLE,
    basis=_OLD.quote("一百户至七百户", "第六条"),
    text=Text(
        zh="居委会一般按规定的户数范围设立", en="a residents' committee generally covers a stated number of households"
    ),
    scope=each(facts.unit == "households_per_residents_committee"),
    payload=Within(of=Own("amount"), band=HOUSEHOLDS.id),
)

NATIONAL: Final = RulePack(
    id="national",
    title=Text(zh="全国基础规则", en="national base"),
    parameters=(HOUSEHOLDS, *party.PARAMETERS, *community.PARAMETERS, *NATIONAL_DUTY_PARAMETERS),
    norms=(*party.NORMS, PBN501, *NATIONAL_DUTY_NORMS),
)
