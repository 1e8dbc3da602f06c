"""Langfang 廊坊, organs of a community and of a compound: who stands beside whom, who leads and who hosts.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    The text names the organs and gives no numbers: that a community has one residents' committee, a compound one
    owners' committee, and each enlarged committee a base of its own, is read from what they are. It says that a task
    force is set up and not until when; a task force without purpose or end is therefore only a warning.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Derived, Modality, Reference, Text
from pbgov.packs._columns import bodies, ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._organs import (
    COMMUNITY_FORMS,
    GREAT_COMMUNITY_COMMITTEE,
    GREAT_WORKING_COMMITTEE,
    LED_BY,
    MEMBERS,
)
from pbgov.packs._shared_organs import one_owners_committee, served_under_contract
from pbgov.rules import HERE, Count, Distinct, Related, Relation, Selector, Stated, Values, Within, each

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_SIX = _REPORT.quote("社区居委会、业主委员会、楼门长、物业服务公司、综合服务站")
_OWNERS = _REPORT.quote("加快业主委员会组建步伐")
_INDUSTRY = _REPORT.quote("依托行业监管部门建立行业党组织")
_TASK_FORCE = _REPORT.quote("成立以市区两级组织、编制、民政、财政、人社等部门为成员的工作专班")
_LEADERSHIP = _REPORT.quote("建立健全在社区党组织领导下")
_GREAT = _REPORT.quote("建立健全街道“大工委”、社区“大党委”")

_ORGANS = Text(zh="个机构", en="organs")
_communities = each(units.level == "community")
_task_forces = each(bodies.kind == "task_force")
_departments = MEMBERS.along(ties.source, "units")
_SELF_GOVERNANCE = ("owners_committee", "residents_committee", "residents_council")


def _beside(*kinds: str) -> Selector:
    """The bodies of some kinds that the host of a body hosts as well."""
    return HERE.along(bodies.host, "units").back(bodies.host, bodies.kind.is_in(kinds))


_FIGURES = (
    figure(
        "residents_committee.per_unit",
        1,
        assumed("一个城市社区设一个居民委员会", "an urban community has one residents' committee"),
        _ORGANS,
    ),
    figure(
        "owners_committee.per_unit",
        1,
        assumed("一个小区同时只有一个业主委员会", "a compound has one owners' committee at a time"),
        _ORGANS,
    ),
    figure("six_in_one.stations", 1, _SIX, Text(zh="个综合服务站", en="service stations")),
    figure("industry_organisation.regulators", ("department", "industry_regulator"), _INDUSTRY),
    figure(
        "task_force.departments",
        ("civil_affairs", "finance", "human_resources", "organisation", "staffing"),
        _TASK_FORCE,
    ),
    figure("task_force.levels", ("city", "county"), _TASK_FORCE),
    figure(
        "task_force.members",
        10,
        Derived(from_=("5 × 2 = 10",), how=Text(zh="五个部门，市区两级", en="five departments at two levels")),
        Text(zh="个成员部门", en="member departments"),
    ),
    figure(
        "task_force.purposes",
        1,
        assumed("工作专班为某项任务而设", "a task force is set up for some task"),
        Text(zh="项任务", en="purposes"),
    ),
    figure("community_organs.leaders", COMMUNITY_FORMS, _LEADERSHIP),
    figure(
        "community_organs.subordinate",
        0,
        assumed("受党组织领导，不是其下级单位", "they are led by the Party organisation, and are not its subordinates"),
        Text(zh="个下级单位", en="subordinate units"),
    ),
    figure("enlarged_working_committee.per_unit", 1, _GREAT, _ORGANS),
    figure("enlarged_working_committee.bases", 1, _GREAT, _ORGANS),
    figure("enlarged_community_committee.per_unit", 1, _GREAT, _ORGANS),
    figure("enlarged_community_committee.bases", 1, _GREAT, _ORGANS),
)

_NORMS = (
    norm(
        "LF122",
        "C-1.22",
        Text(zh="城市社区设有一个居民委员会", en="an urban community has one residents' committee"),
        _SIX,
        each((units.level == "community") & (units.kind == "residents_committee")),
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind == "residents_committee")),
            exactly="residents_committee.per_unit",
        ),
        Modality.IN_PRINCIPLE,
    ),
    one_owners_committee("LF124", _OWNERS),
    served_under_contract("LF125", _SIX),
    norm(
        "LF126",
        "C-1.26",
        Text(
            zh="实行“六位一体”的社区设有综合服务站",
            en="a community with the six-in-one arrangement has a comprehensive service station",
        ),
        _SIX,
        each(bodies.kind == "six_in_one").along(bodies.host, "units"),
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind == "comprehensive_service_station")),
            at_least="six_in_one.stations",
        ),
    ),
    norm(
        "LF132",
        "C-1.32",
        Text(zh="行业党组织依托行业监管部门建立", en="an industry Party organisation is hosted by the regulator"),
        _INDUSTRY,
        each(bodies.kind == "industry_party_organisation"),
        Related(Values(HERE.along(bodies.host, "units"), "kind"), Relation.SUBSET, "industry_organisation.regulators"),
    ),
    norm(
        "LF1341",
        "C-1.34",
        Text(zh="工作专班含五类部门", en="five kinds of departments are in the task force"),
        _TASK_FORCE,
        _task_forces,
        Related(Values(_departments, "kind"), Relation.CONTAINS, "task_force.departments"),
    ),
    norm(
        "LF1342",
        "C-1.34",
        Text(zh="工作专班的部门来自市区两级", en="its departments are of the city and of a county-level unit"),
        _TASK_FORCE,
        _task_forces,
        Related(Values(_departments.along(units.parent, "units"), "level"), Relation.EQUALS, "task_force.levels"),
    ),
    norm(
        "LF1343",
        "C-1.34",
        Text(zh="工作专班的成员部门为五类两级", en="its members are five departments at each of two levels"),
        _TASK_FORCE,
        _task_forces,
        Within(of=Count(MEMBERS), exactly="task_force.members"),
    ),
    norm(
        "LF1344",
        "C-1.34",
        Text(zh="工作专班写明任务", en="a task force has a purpose"),
        _TASK_FORCE,
        _task_forces,
        Within(of=Distinct(HERE, "functions"), at_least="task_force.purposes"),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "LF1345",
        "C-1.34",
        Text(zh="工作专班写明何时解散", en="it is laid down when a task force is dissolved"),
        _TASK_FORCE,
        _task_forces,
        Stated(HERE, ("end",)),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "LF1451",
        "C-1.45",
        Text(
            zh="居民自治组织受社区党组织领导",
            en="the community's Party organisation leads the bodies of self-governance",
        ),
        _LEADERSHIP,
        each(bodies.kind.is_in(_SELF_GOVERNANCE)),
        Related(Values(LED_BY, "kind"), Relation.OVERLAPS, "community_organs.leaders"),
    ),
    norm(
        "LF1452",
        "C-1.45",
        Text(
            zh="业主委员会、居民议事会不是社区的下级单位",
            en="neither owners' committees nor residents' councils are subordinate units of the community",
        ),
        _LEADERSHIP,
        _communities,
        Within(
            of=Count(HERE.down(units.kind.is_in(("owners_committee", "residents_council")))),
            exactly="community_organs.subordinate",
        ),
    ),
    norm(
        "LF2231",
        "C-2.23",
        Text(zh="每个街道建立一个“大工委”", en="every subdistrict has one enlarged working committee"),
        _GREAT,
        each(units.kind == "subdistrict"),
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind == GREAT_WORKING_COMMITTEE)),
            exactly="enlarged_working_committee.per_unit",
        ),
    ),
    norm(
        "LF2232",
        "C-2.23",
        Text(
            zh="“大工委”依托街道党工委，不取代它",
            en="an enlarged working committee stands beside a working committee and does not replace it",
        ),
        _GREAT,
        each(bodies.kind == GREAT_WORKING_COMMITTEE),
        Within(of=Count(_beside("working_committee")), exactly="enlarged_working_committee.bases"),
    ),
    norm(
        "LF2261",
        "C-2.26",
        Text(zh="每个社区建立一个“大党委”", en="every community has one enlarged committee"),
        _GREAT,
        _communities,
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind == GREAT_COMMUNITY_COMMITTEE)),
            exactly="enlarged_community_committee.per_unit",
        ),
    ),
    norm(
        "LF2262",
        "C-2.26",
        Text(
            zh="“大党委”依托社区党组织，不论其形式",
            en="an enlarged committee stands beside the community's Party organisation, whatever its form",
        ),
        _GREAT,
        each(bodies.kind == GREAT_COMMUNITY_COMMITTEE),
        Within(of=Count(_beside(*COMMUNITY_FORMS)), exactly="enlarged_community_committee.bases"),
    ),
)

LANGFANG_ORGANS: Final = (*_FIGURES, *_NORMS)
