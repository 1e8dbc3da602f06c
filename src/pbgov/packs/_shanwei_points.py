"""The hub of the service matrix of the Urban District of Shanwei 汕尾城区, and the points that it radiates.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力, 汕尾日报, 2022-03-08, on the year 2021.

Limitations:
    The text says that the centre of the district is the core, and how many points of three kinds it radiates. A point
    is counted once it is linked to a centre; that there are nine points at least, linked or not, another norm says.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Text
from pbgov.packs._columns import bodies, ties, units
from pbgov.packs._making import figure, norm
from pbgov.packs._steps import SHANWEI as REPORT
from pbgov.rules import HERE, Count, Norm, Parameter, Within, each

_HUB = REPORT.quote("该区以区党群服务中心为核心")
_STATIONS = REPORT.quote("辐射打造4个党群服务站、4处党员驿站")
_HOME = REPORT.quote("1个流动党员之家")

_NUMBERS = (("service_station", 4, _STATIONS), ("member_station", 4, _STATIONS), ("mobile_member_home", 1, _HOME))
_district = each(units.level == "county")

_FIGURES = (
    figure("service_matrix.hubs", 1, _HUB, Text(zh="个核心", en="hubs")),
    *(figure(f"{kind}.number", n, basis, Text(zh="个服务点", en="points")) for kind, n, basis in _NUMBERS),
)


def _radiated(code: str, kind: str, text: Text) -> Norm:
    """Ask for so many points of a kind that are linked to a centre."""
    points = HERE.down().back(bodies.host, bodies.kind == kind).back(ties.source, ties.kind == "linked_to")
    basis = next(basis for name, _, basis in _NUMBERS if name == kind)
    payload = Within(of=Count(points), exactly=f"{kind}.number")
    return norm(code, "C-10.02", text, basis, _district, payload, Modality.ENCOURAGED)


_NORMS = (
    norm(
        "SW1003",
        "C-10.03",
        Text(zh="党群服务矩阵以一个中心为核心", en="one centre, and no other, is the hub of the service matrix"),
        _HUB,
        _district,
        Within(
            of=Count(
                HERE.down().back(
                    bodies.host, (bodies.kind == "party_masses_centre") & bodies.functions.has("matrix_hub")
                )
            ),
            exactly="service_matrix.hubs",
        ),
    ),
    _radiated(
        "SW10021",
        "service_station",
        Text(zh="辐射打造的党群服务站为4个", en="four service stations are linked to a centre"),
    ),
    _radiated(
        "SW10022",
        "member_station",
        Text(zh="辐射打造的党员驿站为4处", en="four stations for Party members are linked to a centre"),
    ),
    _radiated(
        "SW10023",
        "mobile_member_home",
        Text(zh="辐射打造的流动党员之家为1个", en="one home of mobile members is linked to a centre"),
    ),
)

SHANWEI_POINTS: Final[tuple[Parameter | Norm, ...]] = (*_FIGURES, *_NORMS)
