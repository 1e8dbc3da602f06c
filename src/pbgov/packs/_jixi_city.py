"""Jixi 鸡西, the city and its meeting: four levels, a joint meeting at each, members, convener, functions, rhythm.

References:
    鸡西市城市基层党建“四级联动”体系建设, as in the pack of Jixi.

Limitations:
    The text names 3 of 6 functions of the city meeting, and says of no meeting but the first plenary one when it was
    held. Special meetings are held beside the half-yearly ones and do not stand for one; a city that counts them says
    so by ``city_meeting.special``.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Cycle, Derived, Modality, Reference, Text
from pbgov.packs._columns import bodies, events, facts, posts, ties, units
from pbgov.packs._making import CYCLE, figure, norm
from pbgov.packs._organs import MEMBERS
from pbgov.rules import (
    HERE,
    Cadence,
    CompleteChain,
    Count,
    Dated,
    Enumerated,
    Norm,
    Parameter,
    Ratio,
    Related,
    Relation,
    Sum,
    Values,
    Within,
    each,
    param,
)

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_meeting = bodies.kind == "city_joint_meeting"
_special = param("city_meeting.special")
_joint = bodies.kind.is_in(("city_joint_meeting", "regional_joint_meeting"))
_grassroots = (units.level == "community") & (units.kind == "residents_committee")

_FIGURES: Final = (
    figure("levels", ("community", "township", "county", "city"), _REPORT.quote("市、縣(市)區、街道、社區四級黨組織")),
    Parameter(
        id="joint_meeting.per_unit",
        unit=Text(zh="个联席会议", en="joint meetings"),
        values=(
            Dated(
                value=1,
                basis=Derived(
                    from_=("9 + 32 + 69 = 110",),
                    how=Text(
                        zh="区域化联席会议数恰为县、街道、社区数之和", en="there are as many regional meetings as units"
                    ),
                ),
            ),
        ),
    ),
    figure("city_meeting.members", 28, _REPORT.quote("民政、人社等28個市直部門"), Text(zh="个部门", en="departments")),
    figure("city_meeting.functions", 6, _REPORT.quote("協調開展重大活動等6項職能"), Text(zh="项职能", en="functions")),
    figure(
        "city_meeting.conveners", 1, _REPORT.quote("組織部長擔任聯席會議召集人"), Text(zh="名召集人", en="conveners")
    ),
    figure(
        "city_meeting.convener_posts", ("organisation_department_head",), _REPORT.quote("組織部長擔任聯席會議召集人")
    ),
    figure(
        "city_meeting.contacts", ("liaison", "responsible_leader"), _REPORT.quote("逐個單位落實了責任領導和聯絡人員")
    ),
    figure("city_meeting.cadence", Cycle.HALF_YEAR, _REPORT.quote("聯席會議原則上每半年召開一次"), CYCLE),
    figure("city_meeting.special", ("beside",), _REPORT.quote("根據工作需要隨時召開專題會議")),
    figure("standing_committee.cadence", Cycle.QUARTER, _REPORT.quote("市委常委會議每季度聽取一次"), CYCLE),
    Parameter(
        id="city.urban_share",
        unit=Text(zh="‰", en="per thousand"),
        values=(Dated(value=645, basis=_REPORT.quote("城鎮人口112.9萬,占64.5%")),),
    ),
)

_NORMS: Final = (
    norm(
        "JX110",
        "C-1.10",
        Text(
            zh="市、县（市）区、街道、社区四级贯通",
            en="a community stands under a subdistrict, a county-level unit and the city",
        ),
        _REPORT.quote("市、縣(市)區、街道、社區四級黨組織"),
        each(_grassroots),
        CompleteChain("levels"),
    ),
    norm(
        "JX127",
        "C-1.27",
        Text(zh="市级联席会议成员均为市直部门", en="the members of the city meeting are departments of the city"),
        _REPORT.quote("民政、人社等28個市直部門"),
        each(_meeting),
        Related(
            Values(MEMBERS.along(ties.source, "units"), "parent"),
            Relation.SUBSET,
            (Values(HERE.along(bodies.host, "units"), "id"),),
        ),
    ),
    norm(
        "JX137",
        "C-1.37",
        Text(zh="召集人由组织部长一职担任", en="the convener is the head of the organisation department, by post"),
        _REPORT.quote("組織部長擔任聯席會議召集人"),
        each(_meeting),
        Related(
            Values(HERE.back(ties.target, ties.kind == "convener").along(ties.source, "posts"), "kind"),
            Relation.SUBSET,
            "city_meeting.convener_posts",
        ),
    ),
    norm(
        "JX143",
        "C-1.43",
        Text(zh="城镇人口占总人口的比重与所述一致", en="the stated urban share agrees with the stated populations"),
        _REPORT.quote("城鎮人口112.9萬,占64.5%"),
        each(units.level == "city"),
        Within(
            of=Ratio(
                Sum(HERE.back(facts.about, facts.unit == "urban_residents"), "amount"),
                Sum(HERE.back(facts.about, facts.unit == "residents"), "amount"),
            ),
            exactly="city.urban_share",
        ),
    ),
    norm(
        "JX201",
        "C-2.01",
        Text(
            zh="市、县（市）区、街道、社区逐级建立联席会议", en="every unit of the four levels hosts one joint meeting"
        ),
        _REPORT.quote("在市、縣(市)區、街道、社區逐級建立黨建聯席會議制度"),
        each((units.level.is_in(("city", "county"))) | (units.kind == "subdistrict") | _grassroots),
        Within(of=Count(HERE.back(bodies.host, _joint)), exactly="joint_meeting.per_unit"),
    ),
    norm(
        "JX203",
        "C-2.03",
        Text(zh="市级联席会议履行6项职能", en="the city meeting has six functions"),
        _REPORT.quote("協調開展重大活動等6項職能"),
        each(_meeting),
        Enumerated(Values(HERE, "functions"), "city_meeting.functions"),
    ),
    norm(
        "JX204",
        "C-2.04",
        Text(zh="市级联席会议有一名召集人", en="the city meeting has one convener"),
        _REPORT.quote("組織部長擔任聯席會議召集人"),
        each(_meeting),
        Within(of=Count(HERE.back(ties.target, ties.kind == "convener")), exactly="city_meeting.conveners"),
    ),
    norm(
        "JX205",
        "C-2.05",
        Text(zh="市级联席会议有28个成员部门", en="the city meeting has 28 member departments"),
        _REPORT.quote("民政、人社等28個市直部門"),
        each(_meeting),
        Within(of=Count(MEMBERS), exactly="city_meeting.members"),
    ),
    norm(
        "JX206",
        "C-2.06",
        Text(
            zh="逐个成员单位落实责任领导和联络人员",
            en="each member department has a responsible leader and a liaison officer",
        ),
        _REPORT.quote("逐個單位落實了責任領導和聯絡人員"),
        each(_meeting).back(ties.target, ties.kind == "member").along(ties.source, "units"),
        Related(Values(HERE.back(posts.unit), "kind"), Relation.CONTAINS, "city_meeting.contacts"),
    ),
    norm(
        "JX207",
        "C-2.07",
        Text(zh="市级联席会议原则上每半年召开一次", en="the city meeting in principle meets once each half-year"),
        _REPORT.quote("聯席會議原則上每半年召開一次"),
        each(_meeting & _special.has("beside")),
        Cadence(
            of=HERE.back(events.subject, events.kind.is_in(("plenary_meeting", "regular_meeting"))),
            per="city_meeting.cadence",
        ),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "JX208",
        "C-2.08",
        Text(
            zh="市级联席会议原则上每半年召开一次，专题会议计入",
            en="the city meeting in principle meets once each half-year, special meetings counted",
        ),
        _REPORT.quote("根據工作需要隨時召開專題會議"),
        each(_meeting & _special.has("instead")),
        Cadence(
            of=HERE.back(events.subject, events.kind.is_in(("plenary_meeting", "regular_meeting", "special_meeting"))),
            per="city_meeting.cadence",
        ),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "JX209",
        "C-2.09",
        Text(
            zh="全体（扩大）会议由成员单位及各级单位全部参加",
            en="all members and all units below attend the enlarged plenary meeting",
        ),
        _REPORT.quote("各縣(市)區及其所屬街道社區全部參加會議"),
        each(events.kind == "plenary_meeting"),
        Related(
            Values(HERE, "attendance"),
            Relation.CONTAINS,
            (
                Values(HERE.along(events.subject, "bodies").back(ties.target, ties.kind == "member"), "source"),
                Values(
                    HERE.along(events.subject, "bodies")
                    .along(bodies.host, "units")
                    .down(units.level.is_in(("county", "township", "community"))),
                    "id",
                ),
            ),
        ),
    ),
    norm(
        "JX823",
        "C-8.23",
        Text(zh="市委常委会每季度听取一次汇报", en="the standing committee hears a report each quarter"),
        _REPORT.quote("市委常委會議每季度聽取一次"),
        each(bodies.kind == "standing_committee"),
        Cadence(of=HERE.back(events.subject, events.kind == "report_heard"), per="standing_committee.cadence"),
    ),
)

JIXI_CITY: Final[tuple[Parameter | Norm, ...]] = (*_FIGURES, *_NORMS)
