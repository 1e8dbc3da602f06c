"""Jiefangbei 解放碑, a subdistrict of Yuzhong in Chongqing: member points, archives, meetings, inspection and review.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    Here are the rhythms; the rest of the pack is still to come. “Every week one” 每周一 is read as once a week, in line
    with “every month one”; ``archive.week_days`` may name Mondays instead. The months of “the start of the year” and
    “the end of the year” are assumptions, as is the year in which each secretary reports. For how long after a host
    closed its Party organisation may wait for a review, the text does not say. That publicity comes after the last
    register of its quarter, and review after the last publicity of its year, is read from their purpose; that a notice
    refers to inspections of its quarter, and an analysis to notices of its half-year, likewise.
"""

from __future__ import annotations

from typing import Final

import attrs

from pbgov.base import Assumption, Band, Basis, Cycle, Modality, Reference, Required, Text
from pbgov.packs._columns import bodies, events, posts, units
from pbgov.packs._jiefangbei_duties import JIEFANGBEI_DUTIES
from pbgov.packs._jiefangbei_features import JIEFANGBEI_FEATURES
from pbgov.packs._jiefangbei_grids import JIEFANGBEI_GRIDS
from pbgov.packs._jiefangbei_organs import JIEFANGBEI_ORGANS
from pbgov.packs._national_rhythm import PARTY_LIFE
from pbgov.rules import (
    HERE,
    Answered,
    Cadence,
    Chained,
    Dated,
    Figure,
    Link,
    Norm,
    Operand,
    Overlay,
    Parameter,
    Payload,
    Selector,
    each,
)

_REPORT = Reference(title="扎实开展规范化建设 夯实基层党建基础", issuer="中国社区工作网", date="2018")
_CYCLE = Text(zh="周期", en="cycle")
_DAYS = Text(zh="天", en="days")
_MONTHS = Text(zh="月份", en="months of the year")
_POINTS = _REPORT.quote("一月一登记、一季一公开、一年一评审")
_ARCHIVES = _REPORT.quote("每周一完善,每月一整理,每半年一汇总")
_FILING = _REPORT.quote("每年一次集中梳理归档")
_INSPECTION = _REPORT.quote("实行月督查、季通报、半年研判制度")
_subdistricts = each(units.level == "township")
_communities = each(units.level == "community")


def _figure(name: str, value: Figure | None, basis: Basis, unit: Text = _CYCLE) -> Parameter:
    return Parameter(id=name, unit=unit, values=(Dated(value=value, basis=basis),))


def _norm(code: str, text: Text, basis: Basis, scope: Selector, payload: Payload) -> Norm:
    """Make a norm; its code begins with the number of its item."""
    item = f"C-{code[2]}.{code[3:5]}"
    return Norm(code=code, item=item, modality=Modality.MUST, text=text, basis=basis, scope=scope, payload=payload)


def _held(where: Operand) -> Selector:
    return HERE.back(events.subject, where)


PARAMETERS: Final = (
    _figure("points.register", Cycle.MONTH, _POINTS),
    _figure("points.publish", Cycle.QUARTER, _POINTS),
    _figure("points.review", Cycle.YEAR, _POINTS),
    _figure("archive.improve", Cycle.WEEK, _ARCHIVES),
    _figure(
        "archive.week_days",
        Band(1, 7),
        Assumption(Text(zh="“每周一”读作每周一次，不限周一", en="once a week, on any day and not on Mondays alone")),
        Text(zh="一周中的第几日", en="days of the week"),
    ),
    _figure("archive.sort", Cycle.MONTH, _ARCHIVES),
    _figure("archive.summarise", Cycle.HALF_YEAR, _ARCHIVES),
    _figure("archive.file", Cycle.YEAR, _FILING),
    _figure("inspection.cadence", Cycle.MONTH, _INSPECTION),
    _figure("notice.cadence", Cycle.QUARTER, _INSPECTION),
    _figure("analysis.cadence", Cycle.HALF_YEAR, _INSPECTION),
    _figure("community_meeting.cadence", Cycle.MONTH, _REPORT.quote("通过社区党建工作月例会")),
    _figure("non_public_meeting.cadence", Cycle.QUARTER, _REPORT.quote("非公党建季度例会对党务工作者进行业务培训")),
    _figure("records_meeting.cadence", Cycle.YEAR, _REPORT.quote("每年召开资料规范现场会")),
    _figure(
        "duty_report.cadence",
        Cycle.YEAR,
        Assumption(
            Text(
                zh="原文未写周期，由年底述职推断为每年", en="no period is given; a year, as for the appraisal beside it"
            )
        ),
    ),
    _figure("year_end_appraisal.cadence", Cycle.YEAR, _REPORT.quote("党组织书记年底集中述职评议")),
    _figure(
        "year_end_appraisal.months",
        Band(10, 12),
        Assumption(Text(zh="“年底”取第四季度", en="“the end of the year” is taken as its fourth quarter")),
        _MONTHS,
    ),
    _figure(
        "host_review.days",
        None,
        Required(Text(zh="原文未写明企业变动后多少天内处理", en="the text gives no days for a review after a change")),
        _DAYS,
    ),
)

LIFE_MONTHS = _figure(
    "organisational_life_meeting.months",
    Band(1, 3),
    Assumption(Text(zh="“年初”取一至三月", en="“the start of the year” is taken as its first three months")),
    _MONTHS,
)
_LIFE_MEETING = attrs.evolve(
    next(norm for norm in PARTY_LIFE.norms if norm.code == "PBN306"),
    item="C-8.27",
    modality=Modality.MUST,
    basis=_REPORT.quote("在年初组织生活会民主评议"),
    text=Text(zh="每年年初召开组织生活会", en="an organisational-life meeting is held at the start of each year"),
)

JF607 = _norm(
    "JF607",
    Text(
        zh="党员积分一月一登记、一季一公开、一年一评审",
        en="member points are registered monthly, published quarterly and reviewed yearly",
    ),
    _POINTS,
    each(bodies.kind == "party_branch"),
    Chained(
        links=(
            Link(_held(events.kind == "points_registered"), "points.register"),
            Link(_held(events.kind == "points_published"), "points.publish"),
            Link(_held(events.kind == "points_reviewed"), "points.review"),
        )
    ),
)
JF842 = _norm(
    "JF842",
    Text(
        zh="月督查、季通报、半年研判，通报与研判以当期督查、通报为据",
        en="inspection is monthly, notice quarterly, analysis half-yearly, each referring to those of its period",
    ),
    _INSPECTION,
    _subdistricts,
    Chained(
        links=(
            Link(_held(events.kind == "inspection"), "inspection.cadence"),
            Link(_held(events.kind == "notice"), "notice.cadence"),
            Link(_held(events.kind == "analysis"), "analysis.cadence"),
        ),
        referring=True,
    ),
)
_ARCHIVE_NORMS = (
    _norm(
        "JF8361",
        Text(zh="党建资料每周完善一次", en="archives are completed once a week"),
        _ARCHIVES,
        _communities,
        Cadence(of=_held(events.kind == "archive_improved"), per="archive.improve", days="archive.week_days"),
    ),
    _norm(
        "JF8362",
        Text(zh="党建资料每月整理一次", en="archives are sorted once a month"),
        _ARCHIVES,
        _communities,
        Cadence(of=_held(events.kind == "archive_sorted"), per="archive.sort"),
    ),
    _norm(
        "JF8363",
        Text(zh="党建资料每半年汇总一次", en="archives are summarised once a half-year"),
        _ARCHIVES,
        _communities,
        Cadence(of=_held(events.kind == "archive_summarised"), per="archive.summarise"),
    ),
    _norm(
        "JF8364",
        Text(zh="党建资料每年集中归档一次", en="archives are put in order and filed once a year"),
        _FILING,
        _communities,
        Cadence(of=_held(events.kind == "archive_filed"), per="archive.file"),
    ),
)
_MEETING_NORMS = (
    _norm(
        "JF831",
        Text(
            zh="社区党建工作例会每月召开，安排业务培训",
            en="the community Party-building meeting is held each month and trains those who work for the Party",
        ),
        _REPORT.quote("通过社区党建工作月例会"),
        _subdistricts,
        Cadence(
            of=_held((events.kind == "community_meeting") & events.agenda.has("training")),
            per="community_meeting.cadence",
        ),
    ),
    _norm(
        "JF832",
        Text(zh="非公党建例会每季度召开", en="the non-public Party-building meeting is held each quarter"),
        _REPORT.quote("非公党建季度例会对党务工作者进行业务培训"),
        _subdistricts,
        Cadence(of=_held(events.kind == "non_public_meeting"), per="non_public_meeting.cadence"),
    ),
    _norm(
        "JF837",
        Text(zh="每年召开资料规范现场会", en="an on-site meeting on records is held each year"),
        _REPORT.quote("每年召开资料规范现场会"),
        _subdistricts,
        Cadence(of=_held(events.kind == "records_meeting"), per="records_meeting.cadence"),
    ),
    _norm(
        "JF839",
        Text(
            zh="每位基层党组织书记每年向街道党工委会议报告履职",
            en="each grassroots secretary reports to the working committee each year",
        ),
        _REPORT.quote("基层党组织书记向街道党工委会议报告履职情况"),
        _communities.back(posts.unit, posts.kind == "secretary"),
        Cadence(of=HERE.back(events.attendance, events.kind == "duty_report"), per="duty_report.cadence"),
    ),
    _norm(
        "JF841",
        Text(zh="每年年底集中述职评议", en="secretaries are appraised together at the end of each year"),
        _REPORT.quote("党组织书记年底集中述职评议"),
        _subdistricts,
        Cadence(
            of=_held(events.kind == "year_end_appraisal"),
            per="year_end_appraisal.cadence",
            months="year_end_appraisal.months",
        ),
    ),
)
JF906 = _norm(
    "JF906",
    Text(
        zh="企业关、停、并、转后按期处理其党组织",
        en="the Party organisation of an enterprise that closed, stopped, merged or converted is reviewed in time",
    ),
    _REPORT.quote("对关、停、并、转企业党组织的管理力度"),
    each(bodies.kind == "enterprise_party_organisation"),
    Answered(
        of=HERE.along(bodies.host, "units").back(
            events.subject, events.kind.is_in(("host_closed", "host_suspended", "host_merged", "host_converted"))
        ),
        by=_held(events.kind == "organisation_reviewed"),
        within="host_review.days",
        former=True,
    ),
)

JIEFANGBEI: Final = PARTY_LIFE.extend(
    Overlay(
        id="jiefangbei",
        title=Text(zh="解放碑规则包", en="pack of Jiefangbei"),
        basis=_REPORT.quote("抓严抓实“三会一课”"),
        replace=(LIFE_MONTHS, _LIFE_MEETING),
        add=(
            *JIEFANGBEI_DUTIES,
            *JIEFANGBEI_ORGANS,
            *PARAMETERS,
            JF607,
            JF842,
            *_ARCHIVE_NORMS,
            *_MEETING_NORMS,
            JF906,
            *JIEFANGBEI_FEATURES,
            *JIEFANGBEI_GRIDS,
        ),
    )
)
