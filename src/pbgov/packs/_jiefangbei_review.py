"""Jiefangbei 解放碑, learning and review: training, lectures, the contest, the appraisal, and what it must contain.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    “One lecture in five passes” 一课上五遍 is not explained; it is read as five sessions. “More than 2,000” in the
    contest is at least 2,001, stated and not listed by name. How many were trained is a stated fact of the
    subdistrict, set against the members on record. By which points a community gets how many stars, the text does not
    say; see the grading among the institutions.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Band, Text
from pbgov.packs._columns import documents, events, facts, ties, units
from pbgov.packs._jiefangbei_base import IN_ORGANISATION, REPORT, TOWNSHIPS
from pbgov.packs._making import figure, norm
from pbgov.rules import HERE, Count, Distinct, Own, Ratio, Related, Relation, Sum, Values, Within, each

_TRAINING = REPORT.quote("开展学习贯彻党的十九大精神全覆盖培训")
_LECTURE = REPORT.quote("创新“一课上五遍”上好专题党课")
_CONTEST = REPORT.quote("吸引社区、非公、国企2000多名党员踊跃参加")
_APPRAISAL = REPORT.quote("全覆盖考核,百分制管理")
_IN_APPRAISALS = REPORT.quote("纳入党组织书记抓基层党建述职评议和全街党建考核的重要内容")
_KEY_POINTS = REPORT.quote("把党建规范化建设纳入党建工作年度要点")
_FOUR = REPORT.quote("扎实规范组织设置、活动阵地、工作机制、履职行为")
_STANDARDISATION = ("standardisation",)

FIGURES: Final = (
    figure("training.share", 1000, _TRAINING, Text(zh="‰", en="per thousand")),
    figure("special_lecture.repeats", 5, _LECTURE, Text(zh="遍", en="sessions")),
    figure("contest.participants", 2001, _CONTEST, Text(zh="名党员", en="members")),
    figure("contest.kinds", ("non_public_organisation", "residents_committee", "state_enterprise"), _CONTEST),
    figure("appraisal.scale", Band(0, 100), _APPRAISAL, Text(zh="分", en="points")),
    figure("appraisal.contents", _STANDARDISATION, _IN_APPRAISALS),
    figure("key_points.contents", _STANDARDISATION, _KEY_POINTS),
    figure("standardisation.facets", ("duty_conduct", "mechanism", "organisation_setup", "venue"), _FOUR),
)

NORMS: Final = (
    norm(
        "JF829",
        "C-8.29",
        Text(zh="党的十九大精神培训覆盖全体党员", en="the training reaches every member"),
        _TRAINING,
        TOWNSHIPS,
        Within(
            of=Ratio(
                Sum(HERE.back(facts.about, facts.unit == "members_trained"), "amount"),
                Distinct(each(ties.kind.is_in(IN_ORGANISATION)), "source"),
            ),
            at_least="training.share",
        ),
    ),
    norm(
        "JF830",
        "C-8.30",
        Text(zh="专题党课“一课上五遍”", en="a special lecture is given in five sessions"),
        _LECTURE,
        each(events.kind == "special_lecture"),
        Within(of=Count(HERE.back(events.refers, events.kind == "lecture_session")), exactly="special_lecture.repeats"),
    ),
    norm(
        "JF8431",
        "C-8.43",
        Text(zh="社区全覆盖考核", en="every community is appraised"),
        _APPRAISAL,
        TOWNSHIPS,
        Related(
            Values(HERE.down(units.level == "community"), "id"),
            Relation.EQUALS,
            (Values(each(facts.unit == "appraisal_points"), "about"),),
        ),
    ),
    norm(
        "JF8432",
        "C-8.43",
        Text(zh="考核实行百分制", en="an appraisal gives between 0 and 100 points"),
        _APPRAISAL,
        each(facts.unit == "appraisal_points"),
        Within(of=Own("amount"), band="appraisal.scale"),
    ),
    norm(
        "JF844",
        "C-8.44",
        Text(
            zh="规范化建设纳入述职评议和全街党建考核",
            en="standardisation is part of the appraisal of secretaries and of that of Party building",
        ),
        _IN_APPRAISALS,
        each(documents.kind.is_in(("duty_report_appraisal", "party_building_appraisal"))),
        Related(Values(HERE, "sections"), Relation.CONTAINS, "appraisal.contents"),
    ),
    norm(
        "JF845",
        "C-8.45",
        Text(zh="规范化建设纳入党建工作年度要点", en="standardisation stands among the key points of the year"),
        _KEY_POINTS,
        each(documents.kind == "annual_key_points"),
        Related(Values(HERE, "sections"), Relation.CONTAINS, "key_points.contents"),
    ),
    norm(
        "JF8511",
        "C-8.51",
        Text(zh="知识竞赛有2000多名党员参加", en="more than 2,000 members take part in the contest"),
        _CONTEST,
        each(facts.unit == "contest_participants"),
        Within(of=Own("amount"), at_least="contest.participants"),
    ),
    norm(
        "JF8512",
        "C-8.51",
        Text(
            zh="社区、非公、国企三方面都参加知识竞赛",
            en="communities, non-public organisations and state enterprises all take part in the contest",
        ),
        _CONTEST,
        each(events.kind == "knowledge_contest"),
        Related(Values(HERE.along(events.attendance, "units"), "kind"), Relation.CONTAINS, "contest.kinds"),
    ),
    norm(
        "JF853",
        "C-8.53",
        Text(
            zh="规范化建设涵盖组织设置、活动阵地、工作机制、履职行为",
            en="standardisation covers organisations, venues, mechanisms and conduct",
        ),
        _FOUR,
        each(documents.kind == "standardisation_programme"),
        Related(Values(HERE, "sections"), Relation.CONTAINS, "standardisation.facets"),
    ),
)

JIEFANGBEI_REVIEW: Final = (*FIGURES, *NORMS)
