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
from pbgov.packs._organs import MEMBERS
from pbgov.packs._shared_committees import great_community_committees, great_working_committees, self_governance
from pbgov.packs._shared_organs import one_owners_committee, served_under_contract
from pbgov.rules import HERE, Count, Distinct, Related, Relation, Stated, Values, Within, each

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_SIX = _REPORT.quote("社区居委会、业主委员会、楼门长、物业服务公司、综合服务站")
_OWNERS = _REPORT.quote("加快业主委员会组建步伐")
_INDUSTRY = _REPORT.quote("依托行业监管部门建立行业党组织")
_TASK_FORCE = _REPORT.quote("成立以市区两级组织、编制、民政、财政、人社等部门为成员的工作专班")
_LEADERSHIP = _REPORT.quote("建立健全在社区党组织领导下")
_GREAT = _REPORT.quote("建立健全街道“大工委”、社区“大党委”")

_ORGANS = Text(zh="个机构", en="organs")
_task_forces = each(bodies.kind == "task_force")
_departments = MEMBERS.along(ties.source, "units")
_SELF_GOVERNANCE = ("owners_committee", "residents_committee", "residents_council")


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
)

LANGFANG_ORGANS: Final = (
    *_FIGURES,
    *_NORMS,
    *self_governance("LF", _LEADERSHIP, _SELF_GOVERNANCE),
    *great_working_committees("LF", _GREAT),
    *great_community_committees("LF", _GREAT),
)
