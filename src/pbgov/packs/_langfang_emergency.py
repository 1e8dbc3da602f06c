"""Langfang 廊坊, the spring of 2020: members deployed to compounds without property service, checkpoints, closing.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    The text gives sums for the city. That every compound got somebody and a checkpoint is read from “closed management
    of all 1,240”, and is asked of the compounds that the deployment refers to. A compound is without property service
    where a list in force says so; on what day it was closed the text does not say.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference, Text
from pbgov.packs._columns import bodies, documents, events, ledger, posts
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._processes import PROCESSES
from pbgov.rules import HERE, Count, Distinct, Related, Relation, Sum, Values, Within, each

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_UNMANAGED = _REPORT.quote("无物业小区是疫情防控的薄弱环节")
_SURVEYED = _REPORT.quote("全市1240个无物业管理小区")
_DEPLOYED = _REPORT.quote("迅速组织动员6920名党员干部下沉")
_POSTED = _REPORT.quote("设立党员检查点1353个,党员先锋岗1374个")

_deployments = each(events.kind == "deployment")
_called = HERE.along(events.refers, "units")

FIGURES: Final = (
    figure("survey.compounds", 1240, _SURVEYED, Text(zh="个小区", en="compounds")),
    figure("deployment.people", 6920, _DEPLOYED, Text(zh="人", en="people")),
    figure(
        "deployment.per_compound",
        1,
        assumed("全覆盖：每个小区至少一人", "full coverage: one person a compound at least"),
        Text(zh="人", en="people"),
    ),
    figure("checkpoint.number", 1353, _POSTED, Text(zh="个检查点", en="checkpoints")),
    figure(
        "checkpoint.per_compound",
        1,
        assumed("封闭管理的小区至少设一个检查点", "a compound under closed management has one checkpoint at least"),
        Text(zh="个检查点", en="checkpoints"),
    ),
    figure("pioneer_post.number", 1374, _POSTED, Text(zh="个先锋岗", en="pioneer posts")),
)

NORMS: Final = (
    norm(
        "LF108",
        "C-1.08",
        Text(
            zh="列入无物业小区名单的，没有有效的物业服务合同",
            en="what the list of compounds without property service names has no service contract in force",
        ),
        _UNMANAGED,
        each(documents.kind == "unmanaged_compound_list"),
        Related(
            Values(HERE, "parties"),
            Relation.DISJOINT,
            (Values(each(documents.kind == "property_service_contract"), "parties"),),
        ),
    ),
    norm(
        "LF3253",
        "C-3.25",
        Text(zh="排查摸底查出1240个无物业小区", en="the survey finds 1,240 compounds without property service"),
        _SURVEYED,
        each((events.kind == "survey") & events.agenda.has("unmanaged_compound")),
        Within(of=Distinct(_called, "id"), exactly="survey.compounds"),
    ),
    norm(
        "LF3261",
        "C-3.26",
        Text(zh="所派小区都有人下沉", en="every compound of the deployment got somebody"),
        _DEPLOYED,
        _deployments.along(events.refers, "units"),
        Within(
            of=Sum(HERE.back(ledger.account, ledger.resource == "deployed"), "amount"),
            at_least="deployment.per_compound",
        ),
    ),
    norm(
        "LF3262",
        "C-3.26",
        Text(zh="下沉党员干部6920名", en="6,920 members and cadres are deployed"),
        _DEPLOYED,
        _deployments,
        Within(
            of=Sum(_called.back(ledger.account, ledger.resource == "deployed"), "amount"),
            exactly="deployment.people",
        ),
    ),
    norm(
        "LF3271",
        "C-3.27",
        Text(zh="所派小区都设有党员检查点", en="every compound of the deployment has a member checkpoint"),
        _POSTED,
        _deployments.along(events.refers, "units"),
        Within(of=Count(HERE.back(bodies.host, bodies.kind == "checkpoint")), at_least="checkpoint.per_compound"),
    ),
    norm(
        "LF3272",
        "C-3.27",
        Text(zh="党员检查点1353个", en="there are 1,353 member checkpoints"),
        _POSTED,
        _deployments,
        Within(of=Count(_called.back(bodies.host, bodies.kind == "checkpoint")), exactly="checkpoint.number"),
    ),
    norm(
        "LF3273",
        "C-3.27",
        Text(zh="党员先锋岗1374个", en="there are 1,374 pioneer posts"),
        _POSTED,
        _deployments,
        Within(of=Count(_called.back(posts.unit, posts.kind == "pioneer_post")), exactly="pioneer_post.number"),
    ),
)

LANGFANG_EMERGENCY: Final = (*FIGURES, *NORMS, *PROCESSES.pick("PC328"))
