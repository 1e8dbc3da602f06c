"""Jiefangbei 解放碑, rhythms: points, archives, inspection, meetings, reports, and what follows a change of the host.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    “Every week one” 每周一 is read as once a week, in line with “every month one”; ``archive.week_days`` may name
    Mondays instead. The months of “the start of the year” and “the end of the year” are assumptions, as is the year
    in which each secretary reports. For how long after a host closed its Party organisation may wait for a review,
    the text does not say. That publicity comes after the last register of its quarter, and review after the last
    publicity of its year, is read from their purpose; that a notice refers to inspections of its quarter, and an
    analysis to notices of its half-year, likewise. Of the three meetings and one lecture the text names the
    institution; how often each is held stands in the national regulation, with the force that it has there.
"""

from __future__ import annotations

from typing import Final

import attrs

from pbgov.base import Band, Basis, Cycle, Modality, Text
from pbgov.packs._columns import bodies, events, posts
from pbgov.packs._jiefangbei_base import BRANCHES, COMMUNITIES, REPORT, TOWNSHIPS
from pbgov.packs._making import CYCLE, assumed, figure, norm, wanting
from pbgov.packs._national_rhythm import PARTY_LIFE
from pbgov.rules import HERE, Answered, Cadence, Chained, Link, Norm, Operand, Parameter, Selector, each

_DAYS = Text(zh="天", en="days")
_MONTHS = Text(zh="月份", en="months of the year")
_POINTS = REPORT.quote("一月一登记、一季一公开、一年一评审")
_ARCHIVES = REPORT.quote("每周一完善,每月一整理,每半年一汇总")
_FILING = REPORT.quote("每年一次集中梳理归档")
_INSPECTION = REPORT.quote("实行月督查、季通报、半年研判制度")
_PARTY_LIFE = REPORT.quote("抓严抓实“三会一课”、民主评议党员等基本制度")
_THEME_DAY = REPORT.quote("全面落实支部主题党日")


def _held(where: Operand) -> Selector:
    return HERE.back(events.subject, where)


PARAMETERS: Final = (
    figure("points.register", Cycle.MONTH, _POINTS, CYCLE),
    figure("points.publish", Cycle.QUARTER, _POINTS, CYCLE),
    figure("points.review", Cycle.YEAR, _POINTS, CYCLE),
    figure("archive.improve", Cycle.WEEK, _ARCHIVES, CYCLE),
    figure(
        "archive.week_days",
        Band(1, 7),
        assumed("“每周一”读作每周一次，不限周一", "once a week, on any day and not on Mondays alone"),
        Text(zh="一周中的第几日", en="days of the week"),
    ),
    figure("archive.sort", Cycle.MONTH, _ARCHIVES, CYCLE),
    figure("archive.summarise", Cycle.HALF_YEAR, _ARCHIVES, CYCLE),
    figure("archive.file", Cycle.YEAR, _FILING, CYCLE),
    figure("inspection.cadence", Cycle.MONTH, _INSPECTION, CYCLE),
    figure("notice.cadence", Cycle.QUARTER, _INSPECTION, CYCLE),
    figure("analysis.cadence", Cycle.HALF_YEAR, _INSPECTION, CYCLE),
    figure("community_meeting.cadence", Cycle.MONTH, REPORT.quote("通过社区党建工作月例会"), CYCLE),
    figure(
        "non_public_meeting.cadence", Cycle.QUARTER, REPORT.quote("非公党建季度例会对党务工作者进行业务培训"), CYCLE
    ),
    figure("records_meeting.cadence", Cycle.YEAR, REPORT.quote("每年召开资料规范现场会"), CYCLE),
    figure(
        "duty_report.cadence",
        Cycle.YEAR,
        assumed("原文未写周期，由年底述职推断为每年", "no period is given; a year, as for the appraisal beside it"),
        CYCLE,
    ),
    figure("year_end_appraisal.cadence", Cycle.YEAR, REPORT.quote("党组织书记年底集中述职评议"), CYCLE),
    figure(
        "year_end_appraisal.months",
        Band(10, 12),
        assumed("“年底”取第四季度", "“the end of the year” is taken as its fourth quarter"),
        _MONTHS,
    ),
    figure(
        "host_review.days",
        None,
        wanting("原文未写明企业变动后多少天内处理", "the text gives no days for a review after a change"),
        _DAYS,
    ),
)

LIFE_MONTHS = figure(
    "organisational_life_meeting.months",
    Band(1, 3),
    assumed("“年初”取一至三月", "“the start of the year” is taken as its first three months"),
    _MONTHS,
)


def _taken_over(code: str, item: str, basis: Basis) -> Norm:
    """Take a norm of Party life over, as the institution that the report names."""
    return attrs.evolve(PARTY_LIFE.norm(code), item=item, basis=basis)


PARTY_LIFE_TAKEN_OVER: Final[tuple[Parameter | Norm, ...]] = (
    LIFE_MONTHS,
    *(_taken_over(code, "C-8.26", _PARTY_LIFE) for code in ("PBN301", "PBN302", "PBN303", "PBN304")),
    _taken_over("PBN305", "C-8.25", _THEME_DAY),
    _taken_over("PBN307", "C-6.42", _PARTY_LIFE),
    attrs.evolve(
        _taken_over("PBN306", "C-8.27", REPORT.quote("在年初组织生活会民主评议")),
        modality=Modality.MUST,
        text=Text(zh="每年年初召开组织生活会", en="an organisational-life meeting is held at the start of each year"),
    ),
)
"""Three meetings and one lecture, theme days, organisational life and appraisal, with the words of the report."""

NORMS: Final = (
    norm(
        "JF607",
        "C-6.07",
        Text(
            zh="党员积分一月一登记、一季一公开、一年一评审",
            en="member points are registered monthly, published quarterly and reviewed yearly",
        ),
        _POINTS,
        BRANCHES,
        Chained(
            links=(
                Link(_held(events.kind == "points_registered"), "points.register"),
                Link(_held(events.kind == "points_published"), "points.publish"),
                Link(_held(events.kind == "points_reviewed"), "points.review"),
            )
        ),
    ),
    norm(
        "JF842",
        "C-8.42",
        Text(
            zh="月督查、季通报、半年研判，通报与研判以当期督查、通报为据",
            en="inspection is monthly, notice quarterly, analysis half-yearly, each referring to those of its period",
        ),
        _INSPECTION,
        TOWNSHIPS,
        Chained(
            links=(
                Link(_held(events.kind == "inspection"), "inspection.cadence"),
                Link(_held(events.kind == "notice"), "notice.cadence"),
                Link(_held(events.kind == "analysis"), "analysis.cadence"),
            ),
            referring=True,
        ),
    ),
    norm(
        "JF8361",
        "C-8.36",
        Text(zh="党建资料每周完善一次", en="archives are completed once a week"),
        _ARCHIVES,
        COMMUNITIES,
        Cadence(of=_held(events.kind == "archive_improved"), per="archive.improve", days="archive.week_days"),
    ),
    norm(
        "JF8362",
        "C-8.36",
        Text(zh="党建资料每月整理一次", en="archives are sorted once a month"),
        _ARCHIVES,
        COMMUNITIES,
        Cadence(of=_held(events.kind == "archive_sorted"), per="archive.sort"),
    ),
    norm(
        "JF8363",
        "C-8.36",
        Text(zh="党建资料每半年汇总一次", en="archives are summarised once a half-year"),
        _ARCHIVES,
        COMMUNITIES,
        Cadence(of=_held(events.kind == "archive_summarised"), per="archive.summarise"),
    ),
    norm(
        "JF8364",
        "C-8.36",
        Text(zh="党建资料每年集中归档一次", en="archives are put in order and filed once a year"),
        _FILING,
        COMMUNITIES,
        Cadence(of=_held(events.kind == "archive_filed"), per="archive.file"),
    ),
    norm(
        "JF831",
        "C-8.31",
        Text(
            zh="社区党建工作例会每月召开，安排业务培训",
            en="the community Party-building meeting is held each month and trains those who work for the Party",
        ),
        REPORT.quote("通过社区党建工作月例会"),
        TOWNSHIPS,
        Cadence(
            of=_held((events.kind == "community_meeting") & events.agenda.has("training")),
            per="community_meeting.cadence",
        ),
    ),
    norm(
        "JF832",
        "C-8.32",
        Text(zh="非公党建例会每季度召开", en="the non-public Party-building meeting is held each quarter"),
        REPORT.quote("非公党建季度例会对党务工作者进行业务培训"),
        TOWNSHIPS,
        Cadence(of=_held(events.kind == "non_public_meeting"), per="non_public_meeting.cadence"),
    ),
    norm(
        "JF837",
        "C-8.37",
        Text(zh="每年召开资料规范现场会", en="an on-site meeting on records is held each year"),
        REPORT.quote("每年召开资料规范现场会"),
        TOWNSHIPS,
        Cadence(of=_held(events.kind == "records_meeting"), per="records_meeting.cadence"),
    ),
    norm(
        "JF839",
        "C-8.39",
        Text(
            zh="每位基层党组织书记每年向街道党工委会议报告履职",
            en="each grassroots secretary reports to the working committee each year",
        ),
        REPORT.quote("基层党组织书记向街道党工委会议报告履职情况"),
        COMMUNITIES.back(posts.unit, posts.kind == "secretary"),
        Cadence(of=HERE.back(events.attendance, events.kind == "duty_report"), per="duty_report.cadence"),
    ),
    norm(
        "JF841",
        "C-8.41",
        Text(zh="每年年底集中述职评议", en="secretaries are appraised together at the end of each year"),
        REPORT.quote("党组织书记年底集中述职评议"),
        TOWNSHIPS,
        Cadence(
            of=_held(events.kind == "year_end_appraisal"),
            per="year_end_appraisal.cadence",
            months="year_end_appraisal.months",
        ),
    ),
    norm(
        "JF906",
        "C-9.06",
        Text(
            zh="企业关、停、并、转后按期处理其党组织",
            en="the Party organisation of an enterprise that closed, stopped, merged or converted is reviewed in time",
        ),
        REPORT.quote("对关、停、并、转企业党组织的管理力度"),
        each(bodies.kind == "enterprise_party_organisation"),
        Answered(
            of=HERE.along(bodies.host, "units").back(
                events.subject, events.kind.is_in(("host_closed", "host_suspended", "host_merged", "host_converted"))
            ),
            by=_held(events.kind == "organisation_reviewed"),
            within="host_review.days",
            former=True,
        ),
    ),
)

JIEFANGBEI_RHYTHM: Final = (*PARAMETERS, *NORMS)
