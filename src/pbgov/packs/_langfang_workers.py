"""Langfang 廊坊, entrance heads 楼门长 and community workers 社区工作者: what heads do, pilots, pay and insurance.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    The number of entrance heads is a stated total; nobody need be on record by person. What a head does is recorded as
    an event of a kind of its own. “More than 4,000” is one person's statement and no standard, so no norm asks for it;
    “nearly 2,000” is read as at least nine tenths of it. “From July” is read as July 2021: the text has no year.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from pbgov.base import Band, Nearly, Reference, Text
from pbgov.packs._columns import documents, events, facts, processes, ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._processes import PROCESSES
from pbgov.rules import HERE, Count, Own, Related, Relation, Values, Within, each

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_HEADS = _REPORT.quote("志愿者中选拔楼门长16630人")
_DONE = _REPORT.quote("熟悉居民情况、反映社情民意、组织互助活动、调解邻里纠纷")
_PILOTS = _REPORT.quote("将安次区列为市级试点,相关工作与省级试点广阳区同步实施")
_RISE = _REPORT.quote("人均月增资近2000元")
_INSURED = _REPORT.quote("不仅给我们缴‘五险一金")
_NEARLY_2000 = Nearly(2000)
_JULY = date(2021, 7, 1)

INSURANCES: Final = (
    "housing_fund",
    "maternity_insurance",
    "medical_insurance",
    "pension_insurance",
    "unemployment_insurance",
    "work_injury_insurance",
)
"""The five insurances and the housing fund 五险一金."""

_done_by_heads = each(events.kind == "entrance_head_work")
_pilot_ties = ties.kind == "designated_pilot"

FIGURES: Final = (
    figure("entrance_head.number", 16_630, _HEADS, Text(zh="名楼门长", en="entrance heads")),
    figure("entrance_head.functions", ("know_residents", "mediate", "mutual_aid", "report_opinion"), _DONE),
    figure("entrance_head.posts", ("entrance_head",), _DONE),
    figure("pilot.number", 2, _PILOTS, Text(zh="个试点", en="pilots")),
    figure(
        "pilot.processes",
        1,
        assumed("试点按步骤实施", "a pilot goes through the steps"),
        Text(zh="个试点过程", en="pilot processes"),
    ),
    figure("pay.rise", Band(_NEARLY_2000.low, _NEARLY_2000.high), _RISE, Text(zh="元/月", en="yuan a month")),
    figure(
        "employment.insurances",
        INSURANCES,
        _INSURED,
    ),
)

NORMS: Final = (
    norm(
        "LF314",
        "C-3.14",
        Text(zh="选拔楼门长16630人", en="16,630 entrance heads are selected"),
        _HEADS,
        each(facts.unit == "entrance_heads"),
        Within(of=Own("amount"), exactly="entrance_head.number"),
    ),
    norm(
        "LF3161",
        "C-3.16",
        Text(zh="楼门长履职属于四项作用", en="what an entrance head does is one of four functions"),
        _DONE,
        _done_by_heads,
        Related(Values(HERE, "agenda"), Relation.SUBSET, "entrance_head.functions"),
    ),
    norm(
        "LF3162",
        "C-3.16",
        Text(zh="楼门长履职由楼门长进行", en="it is done by whoever holds the post of an entrance head"),
        _DONE,
        _done_by_heads,
        Related(Values(HERE.along(events.attendance, "posts"), "kind"), Relation.EQUALS, "entrance_head.posts"),
    ),
    norm(
        "LF146",
        "C-1.46",
        Text(
            zh="列为试点的区实施职业体系试点",
            en="whoever is designated a pilot goes through the steps; of others nothing is asked",
        ),
        _PILOTS,
        each(_pilot_ties).along(ties.source, "units"),
        Within(of=Count(HERE.back(processes.subject, processes.kind == "career_pilot")), at_least="pilot.processes"),
    ),
    norm(
        "LF3243",
        "C-3.24",
        Text(zh="全市两个区列为试点", en="two districts of the city are pilots"),
        _PILOTS,
        each(units.level == "city"),
        Within(of=Count(each(_pilot_ties)), exactly="pilot.number"),
    ),
    attrs.evolve(
        norm(
            "LF321",
            "C-3.21",
            Text(
                zh="7月起社区工作者人均月增资近2000元",
                en="from July on the pay of community workers is higher by nearly 2,000 a month",
            ),
            _RISE,
            each(facts.unit == "monthly_pay_rise"),
            Within(of=Own("amount"), band="pay.rise"),
        ),
        start=_JULY,
    ),
    norm(
        "LF322",
        "C-3.22",
        Text(
            zh="社区工作者用工合同含“五险一金”",
            en="the contract of a community worker has five insurances and the housing fund",
        ),
        _INSURED,
        each(documents.kind == "community_worker_contract"),
        Related(Values(HERE, "sections"), Relation.CONTAINS, "employment.insurances"),
    ),
)

LANGFANG_WORKERS: Final = (*FIGURES, *NORMS, *PROCESSES.pick("PC320"))
