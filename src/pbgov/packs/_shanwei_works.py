"""What the Urban District of Shanwei 汕尾城区 counts of its work: people in the field, suggestions, matters, campaigns.

References:
    汕尾：如何激活城市基层党建活力？城区多向发力, 汕尾日报, 2022-03-08, on the year 2021.

Limitations:
    The four groups in the field are added up as if nobody belonged to two of them. More matters were solved than
    suggestions received: a matter may come from elsewhere, so one is not derived from the other. The tasks of a
    campaign are those of the district and are no work items of a community; the text does not say who did what.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Derived, Modality, Text
from pbgov.packs._columns import bodies, entries, events, facts, lists, processes, ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._organs import MEMBERS
from pbgov.packs._steps import SHANWEI as REPORT
from pbgov.rules import HERE, Count, Ratio, Related, Relation, Sum, Values, Within, each

_GROUPS = REPORT.quote("全区1506名机关党员、336名镇街干部")
_SUGGESTIONS = REPORT.quote("收集诸如以上意见建议共6368条")
_MATTERS = REPORT.quote("解决民生实事6416件")
_MICRO = REPORT.quote("环境提升等意见建议30余条")
_ROADS = REPORT.quote("圆满完成17条“断头路”征拆任务")
_PARTNERS = REPORT.quote("协同消防、城管、科工信、供电等部门")
_BOTH = REPORT.quote("把“政府想干”和“群众想要”结合起来")

_FOUR = ("grassroots_cadres", "organ_members", "township_cadres", "two_committee_cadres")
_WHOLE = Text(zh="‰", en="‰")
_PIECES = Text(zh="条", en="suggestions")
_district = each(units.level == "county")
_micro_governed = each(processes.kind == "micro_governance").along(processes.subject, "units")


def _stated(*kinds: str) -> Sum:
    """The sum of what is stated of the subject, of some units of account."""
    return Sum(HERE.back(facts.about, facts.unit.is_in(kinds)), "amount")


_FIGURES = (
    figure(
        "field_personnel.number",
        4913,
        Derived(
            from_=("1506", "336", "615", "2456"),
            how=Text(zh="四类互不重复时相加", en="the sum of four groups, if none overlap"),
        ),
        Text(zh="人", en="persons"),
    ),
    figure("suggestion.number", 6368, _SUGGESTIONS, _PIECES),
    figure("matter_of_livelihood.solved", 6416, _MATTERS, Text(zh="件", en="matters")),
    figure(
        "matter_of_livelihood.opened", 1000, assumed("办结的都是受理过的", "only what was opened is solved"), _WHOLE
    ),
    figure(
        "micro_governance.suggestions",
        31,
        Derived(from_=("30余条",), how=Text(zh="多于30即至少31", en="more than 30 is 31 at least")),
        _PIECES,
    ),
    figure("micro_governance.shared", 1000, assumed("交集不大于并集", "what both hold is no more than all"), _WHOLE),
    figure("campaign.tasks", 17, _ROADS, Text(zh="项任务", en="tasks")),
    figure("campaign.kinds", ("road_acquisition",), _ROADS),
    figure("campaign.departments", ("fire_rescue", "power_supply", "science_industry", "urban_management"), _PARTNERS),
)

_NORMS = (
    norm(
        "SW636",
        "C-6.36",
        Text(
            zh="下沉一线的四类人员合计4913人，一人只计入一类",
            en="the four groups in the field are 4,913 persons, each counted in one group",
        ),
        _GROUPS,
        _district,
        Within(of=_stated(*_FOUR), exactly="field_personnel.number"),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW809",
        "C-8.09",
        Text(zh="收集意见建议6368条", en="6,368 suggestions were collected"),
        _SUGGESTIONS,
        _district,
        Within(of=_stated("suggestions"), exactly="suggestion.number"),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW8101",
        "C-8.10",
        Text(zh="解决民生实事6416件", en="6,416 matters of livelihood were solved"),
        _MATTERS,
        _district,
        Within(of=_stated("matters_solved"), exactly="matter_of_livelihood.solved"),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW8102",
        "C-8.10",
        Text(
            zh="解决的民生实事不多于受理的，与意见建议的条数无关",
            en="no more matters are solved than were opened, however many suggestions there were",
        ),
        _MATTERS,
        _district,
        Within(of=Ratio(_stated("matters_solved"), _stated("matters_opened")), at_most="matter_of_livelihood.opened"),
    ),
    norm(
        "SW812",
        "C-8.12",
        Text(
            zh="微治理征集意见建议30余条", en="more than 30 suggestions are collected for a project of micro-governance"
        ),
        _MICRO,
        _micro_governed,
        Within(of=_stated("micro_suggestions"), at_least="micro_governance.suggestions"),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW8471",
        "C-8.47",
        Text(zh="完成17条“断头路”征拆任务", en="the tasks of 17 dead-end roads are done"),
        _ROADS,
        _district,
        Within(of=Count(HERE.back(events.subject, events.kind == "campaign_task_done")), exactly="campaign.tasks"),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW8472",
        "C-8.47",
        Text(
            zh="区的征拆任务不列入社区工作事项清单",
            en="the tasks of a campaign of the district are no work items of a community",
        ),
        _ROADS,
        each(lists.kind == "work_item_list"),
        Related(Values(HERE.back(entries.list), "category"), Relation.DISJOINT, "campaign.kinds"),
    ),
    norm(
        "SW848",
        "C-8.48",
        Text(
            zh="限期整治有消防、城管、科工信、供电等部门协同",
            en="a rectification campaign is joined by four departments: fire, urban management, industry, power supply",
        ),
        _PARTNERS,
        each(bodies.kind == "rectification_campaign"),
        Related(Values(MEMBERS.along(ties.source, "units"), "kind"), Relation.CONTAINS, "campaign.departments"),
        Modality.ENCOURAGED,
    ),
    norm(
        "SW1031",
        "C-10.31",
        Text(
            zh="“政府想干”和“群众想要”的重合不超过全部",
            en="what the government plans and the residents wish for alike is no more than all of it",
        ),
        _BOTH,
        _micro_governed,
        Within(
            of=Ratio(_stated("wished_and_planned"), _stated("wished_or_planned")), at_most="micro_governance.shared"
        ),
    ),
)

SHANWEI_WORKS: Final = (*_FIGURES, *_NORMS)
