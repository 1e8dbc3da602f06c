"""Grids and buildings of Langfang: workers, branches on compounds and grids, entrance heads 楼门长, pilots, a survey.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    A grid of which no function is on record is not judged for its functions.
    The text says “one worker for each grid” 一格一员 and does not say for how long a grid may be without one. That an
    entrance has one head at a time is read from the word; it need not be a member of the Party. “Synchronous” 同步实施
    is read as: on the same day. A branch stands on the compounds, buildings or grids of the community that hosts it;
    a grid is a row of its own, so only what it stands on among units is compared with a list of kinds.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference, Text
from pbgov.packs._columns import events, grids, holdings, posts, ties, units
from pbgov.packs._making import assumed, figure, norm, wanting
from pbgov.rules import HERE, AllEqual, Count, Or, Related, Relation, Unbroken, Values, Within, each, lift

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_FUNCTIONS = _REPORT.quote("党建、综治、维稳、应急、社保、城管综合执法")
_ONE_WORKER = _REPORT.quote("按照“一格一员”标准配齐配强专职网格员")
_ANCHORS = _REPORT.quote("建在小区上、建在楼栋上、建在网格上")
_HEADS = _REPORT.quote("楼门长16630人")
_PILOTS = _REPORT.quote("将安次区列为市级试点")
_TOGETHER = _REPORT.quote("省级试点广阳区同步实施")
_SURVEY = _REPORT.quote("市委组织部会同市民政局连夜对全市无物业小区进行排查摸底")

FUNCTIONS: Final = (
    "party_building",
    "public_security_governance",
    "stability",
    "emergency",
    "social_security",
    "urban_management_enforcement",
)
"""What an all-function grid 全科网格 takes up; it may take up more 等职能."""

_with_functions = each(Or(tuple(lift(grids.functions.has(code)) for code in FUNCTIONS)))
_anchors = HERE.back(ties.source, ties.kind == "anchored_on")
_branches = each(ties.kind == "anchored_on").along(ties.source, "bodies")

FIGURES: Final = (
    figure("grid.functions", FUNCTIONS, _FUNCTIONS),
    figure("grid_worker.grids", 1, _ONE_WORKER, Text(zh="个网格", en="grids")),
    figure(
        "grid.vacant_days",
        None,
        wanting("原文没有写明网格可空缺多久", "the text does not say for how long a grid may be without a worker"),
        Text(zh="天", en="days"),
    ),
    figure("branch.anchors", ("building", "compound"), _ANCHORS),
    figure(
        "entrance.heads",
        1,
        assumed("一个楼门一名楼门长", "an entrance has one head"),
        Text(zh="名楼门长", en="entrance heads"),
    ),
    figure(
        "entrance_head.anchors",
        ("building", "entrance"),
        assumed("楼门长设在楼门，楼栋只有一个楼门时设在楼栋", "on an entrance, or on a building that has only one"),
    ),
    figure("survey.actors", ("civil_affairs", "organisation"), _SURVEY),
)

NORMS: Final = (
    norm(
        "LF304",
        "C-3.04",
        Text(
            zh="全科网格至少具备六项职能",
            en="an all-function grid takes up all six functions; of one that says nothing, nothing is asked",
        ),
        _FUNCTIONS,
        _with_functions,
        Related(Values(HERE, "functions"), Relation.CONTAINS, "grid.functions"),
    ),
    norm(
        "LF3052",
        "C-3.05",
        Text(zh="一名网格员只管一个网格", en="a grid worker serves one grid"),
        _ONE_WORKER,
        each(posts.kind == "grid_worker"),
        Within(of=Count(HERE.back(ties.source, ties.kind == "serves")), exactly="grid_worker.grids"),
    ),
    norm(
        "LF3053",
        "C-3.05",
        Text(zh="网格空缺不超过规定天数", en="a grid is not without a worker for longer than laid down"),
        _ONE_WORKER,
        each(grids),
        Unbroken(HERE.back(ties.target, ties.kind == "serves"), "grid.vacant_days"),
    ),
    norm(
        "LF3091",
        "C-3.09",
        Text(
            zh="党支部建在小区、楼栋或网格上",
            en="a branch stands on compounds, on buildings or on grids, and nothing else",
        ),
        _ANCHORS,
        _branches,
        Related(Values(_anchors.along(ties.target, "units"), "kind"), Relation.SUBSET, "branch.anchors"),
    ),
    norm(
        "LF3092",
        "C-3.09",
        Text(zh="党支部所建之处都在其所属社区", en="all that a branch stands on lies in the community that hosts it"),
        _ANCHORS,
        _branches,
        Related(
            Values(HERE, "host"),
            Relation.EQUALS,
            (
                Values(_anchors.along(ties.target, "units").up("community"), "id"),
                Values(
                    _anchors.along(ties.target, "grids").along(grids.neighbourhood, "neighbourhoods"),
                    "community",
                ),
            ),
        ),
    ),
    norm(
        "LF3131",
        "C-3.13",
        Text(zh="一个楼门同时只有一名楼门长", en="an entrance has one head at a time"),
        _HEADS,
        each(units.kind == "entrance"),
        Within(
            of=Count(HERE.back(posts.unit, posts.kind == "entrance_head").back(holdings.post)), at_most="entrance.heads"
        ),
    ),
    norm(
        "LF3132",
        "C-3.13",
        Text(zh="楼门长设在楼门或楼栋", en="the post of an entrance head stands on an entrance or a building"),
        _HEADS,
        each(posts.kind == "entrance_head"),
        Related(Values(HERE.along(posts.unit, "units"), "kind"), Relation.SUBSET, "entrance_head.anchors"),
    ),
    norm(
        "LF3241",
        "C-3.24",
        Text(zh="省级试点由省确定，市级试点由市确定", en="a pilot of a level is designated by a unit of that level"),
        _PILOTS,
        each(events.kind == "pilot_designated"),
        Related(
            Values(HERE.along(events.subject, "units"), "level"),
            Relation.EQUALS,
            (Values(HERE, "agenda"),),
        ),
    ),
    norm(
        "LF3242",
        "C-3.24",
        Text(zh="各级试点同步实施", en="the pilots of a city start together"),
        _TOGETHER,
        each(units.level == "city"),
        AllEqual(Values(HERE.down().back(events.subject, events.kind == "pilot_started"), "date")),
    ),
    norm(
        "LF3252",
        "C-3.25",
        Text(
            zh="排查摸底由组织部门会同民政部门进行",
            en="the survey is made by the organisation department together with civil affairs",
        ),
        _SURVEY,
        each(events.kind == "survey"),
        Related(Values(HERE.along(events.attendance, "units"), "kind"), Relation.CONTAINS, "survey.actors"),
    ),
)

LANGFANG_GRIDS: Final = (*FIGURES, *NORMS)
