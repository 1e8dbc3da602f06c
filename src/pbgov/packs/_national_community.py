"""National base, communities: residents' committees, owners, grids, workers, places, and where members report.

References:
    城市居民委员会组织法 (Organic Law of Urban Residents' Committees), 1989, amended 2018; revised 2025-10-28.
    物业管理条例 (Property Management Regulations), 国务院, revised 2018.
    中华人民共和国民法典 (Civil Code), 2020, article 278.
    关于加强和改进城市基层党的建设工作的意见 (Opinions on Urban Grassroots Party Building), 2019.
    “十四五”城乡社区服务体系建设规划 (Plan for Community Services), 国办发 2021 No. 56.
    GB/T 34300-2017 城乡社区网格化服务管理规范 (grid service and management of communities), whose text was not read.

Limitations:
    A figure with a quotation was checked against a text of the instrument; one that is attributed was not, and its
    standing says how sure it is. No norm rests on these figures: cities ask for what their texts ask for, and a program
    compares. How many members a residents' committee has under the law as revised in 2025 is still wanted. From
    2021-01-01 on the Civil Code replaces what the regulations ask of a vote of owners. No national amount is fixed for
    the funds of a community.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from pbgov.base import Band, Cycle, Reference, Text
from pbgov.packs._making import CODES, CYCLE, over_time, told, wanting
from pbgov.packs._steps import PROPERTY as _PROPERTY
from pbgov.rules import Dated

_LAW = Reference(title="城市居民委员会组织法", issuer="全国人民代表大会常务委员会", date="1989,2018修正")
_REVISED = Reference(title="城市居民委员会组织法", issuer="全国人民代表大会常务委员会", date="2025-10-28修订")
_CODE = Reference(title="中华人民共和国民法典", issuer="全国人民代表大会", date="2020")
_URBAN = Reference(title="关于加强和改进城市基层党的建设工作的意见", issuer="中共中央办公厅", date="2019")
_PLAN = Reference(title="“十四五”城乡社区服务体系建设规划", issuer="国务院办公厅", date="2021")
_GRIDS = Reference(title="城乡社区网格化服务管理规范(GB/T 34300-2017)", issuer="国家标准", date="2017")
_GRID_CODES = Reference(title="城镇市容环境与网格编码(CJ/T 349-2010)", issuer="行业标准", date="2010")
_LOCAL = Reference(title="社区工作者与社区工作的地方规定", issuer="省、市")

_NEW_LAW: Final = date(2026, 1, 1)
_CIVIL_CODE: Final = date(2021, 1, 1)

_PERSONS = Text(zh="人", en="persons")
_YEARS = Text(zh="年", en="years")
_AGE = Text(zh="周岁", en="years of age")
_DAYS = Text(zh="天", en="days")
_PERMILLE = Text(zh="‰", en="per thousand")
_HOUSEHOLDS = Text(zh="户", en="households")
_ONE = Text(zh="个", en="in number")

_COMMITTEE: Final = (
    over_time(
        "residents_committee.members",
        (
            Dated(value=Band(5, 9), basis=_LAW.quote("主任、副主任和委员共五至九人组成", "第七条")),
            Dated(
                value=None,
                basis=wanting("新法的人数待查", "the number under the revised law is still to be read there"),
                start=_NEW_LAW,
            ),
        ),
        _PERSONS,
        "居民委员会人数",
        "members of a residents' committee",
    ),
    told(
        "residents_committee.term_years",
        5,
        _LAW.quote("居民委员会每届任期五年", "第八条"),
        _YEARS,
        "居民委员会任期",
        "term of a residents' committee",
    ),
    told(
        "residents_committee.voting_age",
        18,
        _LAW.quote("年满十八周岁的本居住地区居民", "第八条"),
        _AGE,
        "居民选举年龄",
        "age from which residents vote",
    ),
    told(
        "residents_committee.electoral_forms",
        ("all_electors", "group_representatives", "household_representatives"),
        _LAW.quote("由本居住地区全体有选举权的居民或者由每户派代表选举产生", "第八条"),
        CODES,
        "居民委员会选举方式",
        "forms of electing a residents' committee",
    ),
    told(
        "residents_meeting.quorum",
        500,
        _LAW.quote("过半数出席，才能举行", "第九条"),
        _PERMILLE,
        "居民会议到会比例",
        "share of a residents' meeting that must attend",
    ),
    told(
        "residents_meeting.callers",
        200,
        _LAW.quote("五分之一以上的十八周岁以上的居民", "第十条"),
        _PERMILLE,
        "提议召集居民会议的比例",
        "share of residents that may call a meeting",
    ),
    over_time(
        "residents_committee.decided_by",
        (
            Dated(value=("county",), basis=_LAW.quote("由不设区的市、市辖区的人民政府决定", "第六条")),
            Dated(value=("county", "township"), basis=_REVISED.attributed("secondary", "第三条"), start=_NEW_LAW),
        ),
        CODES,
        "居民委员会设立的决定层级",
        "levels that decide on a residents' committee",
    ),
    over_time(
        "self_governance.selves",
        (
            Dated(
                value=("education", "management", "service"),
                basis=_LAW.quote("自我管理、自我教育、自我服务的基层群众性自治组织", "第二条"),
            ),
            Dated(
                value=("education", "management", "service", "supervision"),
                basis=_REVISED.quote("自我管理、自我教育、自我服务、自我监督", "第二条"),
                start=_NEW_LAW,
            ),
        ),
        CODES,
        "自治的“自我”",
        "what residents do themselves",
    ),
    over_time(
        "self_governance.mechanisms",
        (
            Dated(
                value=(
                    "democratic_consultation",
                    "democratic_decision",
                    "democratic_election",
                    "democratic_management",
                    "democratic_supervision",
                ),
                basis=_REVISED.quote("民主选举、民主协商、民主决策、民主管理、民主监督", "第二条"),
                start=_NEW_LAW,
            ),
        ),
        CODES,
        "基层民主的机制",
        "democratic mechanisms",
    ),
)

_OWNERS: Final = (
    told(
        "owners_assembly.per_area",
        1,
        _PROPERTY.quote("一个物业管理区域成立一个业主大会", "第九条"),
        _ONE,
        "每个物业管理区域的业主大会数",
        "owners' assemblies of an area",
    ),
    told(
        "owners_assembly.notice_days",
        15,
        _PROPERTY.quote("应当于会议召开15日以前通知全体业主", "第十四条"),
        _DAYS,
        "业主大会通知期限",
        "notice of an owners' assembly",
    ),
    told(
        "owners_assembly.callers",
        200,
        _PROPERTY.quote("经20%以上的业主提议", "第十三条"),
        _PERMILLE,
        "提议召开临时会议的比例",
        "share of owners that may call a meeting",
    ),
    told(
        "owners_committee.filing_days",
        30,
        _PROPERTY.quote("业主委员会应当自选举产生之日起30日内", "第十六条"),
        _DAYS,
        "业主委员会备案期限",
        "days within which an owners' committee is filed",
    ),
    over_time(
        "owners_assembly.participation",
        (
            Dated(
                value=500,
                basis=_PROPERTY.quote("专有部分占建筑物总面积过半数的业主且占总人数过半数的业主参加", "第十二条"),
            ),
            Dated(value=667, basis=_CODE.attributed("secondary", "第二百七十八条"), start=_CIVIL_CODE),
        ),
        _PERMILLE,
        "业主大会参与比例",
        "share of area and of owners that must take part, rounded up",
    ),
    told(
        "owners_assembly.ordinary",
        500,
        _CODE.attributed("known", "第二百七十八条"),
        _PERMILLE,
        "一般事项同意比例",
        "more than this share agrees on an ordinary matter",
    ),
    told(
        "owners_assembly.special",
        750,
        _CODE.attributed("secondary", "第二百七十八条"),
        _PERMILLE,
        "特别事项同意比例",
        "share that agrees on a special matter",
    ),
    told(
        "property.enterprises_per_area",
        1,
        _PROPERTY.quote("一个物业管理区域由一个物业服务企业实施物业管理", "第三十三条"),
        _ONE,
        "每个物业管理区域的物业企业数",
        "property enterprises of an area",
    ),
)

_PLACES: Final = (
    told(
        "national_grid.households",
        Band(300, 500),
        _GRIDS.attributed("unsure"),
        _HOUSEHOLDS,
        "全国常见的网格户数",
        "households of a grid, as often cited for the nation",
    ),
    told(
        "national_grid.code_parts",
        ("community_code", "county_code", "sequence", "township_code"),
        _GRID_CODES.attributed("secondary"),
        CODES,
        "网格编码的组成",
        "parts of the code of a grid",
    ),
    told(
        "community_worker.per_10k",
        18,
        _PLAN.attributed("secondary"),
        Text(zh="名每万人", en="for 10,000 residents"),
        "每万名城镇常住人口社区工作者",
        "community workers for 10,000 urban residents",
    ),
    told(
        "facility.m2_per_100_households",
        30,
        _PLAN.attributed("secondary"),
        Text(zh="平方米每百户", en="m² for 100"),
        "每百户社区综合服务设施面积",
        "service space for 100 households",
    ),
    told(
        "community_secretary.training_cadence",
        Cycle.YEAR,
        _LOCAL.attributed("secondary"),
        CYCLE,
        "社区书记、主任培训周期",
        "how often secretaries and directors of communities are trained",
    ),
)

_SUBDISTRICTS: Final = (
    told(
        "subdistrict.heard_on",
        ("appraisal_of_agency_heads", "appointment_of_agency_heads", "planning"),
        _URBAN.attributed("secondary"),
        CODES,
        "须听取街道意见的事项",
        "what a subdistrict is heard on",
    ),
    told(
        "subdistrict.cancelled_duties",
        ("investment_attraction", "tax_assistance"),
        _URBAN.quote("招商引资、协税护税"),
        CODES,
        "街道取消的职能",
        "duties that subdistricts no longer have",
    ),
    told(
        "subdistrict.new_powers",
        ("comprehensive_management", "co_ordination", "emergency_disposal", "execution"),
        Reference(
            title="关于加强基层治理体系和治理能力现代化建设的意见", issuer="中共中央、国务院", date="2021-04-28"
        ).attributed("known"),
        CODES,
        "2021年赋予乡镇（街道）的权力",
        "powers given to towns and subdistricts in 2021",
    ),
)

_REPORTING: Final = (
    told(
        "dual_report.destinations",
        ("contracted", "residence", "seat"),
        _URBAN.attributed("secondary"),
        CODES,
        "双报到的去向",
        "where members may be asked to report",
    ),
    told(
        "dual_report.organisation_destination",
        ("seat",),
        _URBAN.attributed("secondary"),
        CODES,
        "单位党组织报到去向",
        "where the organisation of a unit reports",
    ),
    told(
        "dual_report.member_destination",
        ("residence",),
        _URBAN.attributed("secondary"),
        CODES,
        "在职党员报到去向",
        "where a member in service normally reports",
    ),
    told(
        "dual_report.evaluation_cadence",
        Cycle.YEAR,
        _LOCAL.attributed("secondary"),
        CYCLE,
        "社区评价报到情况的周期",
        "how often a community evaluates those who report",
    ),
)

PARAMETERS: Final = (*_COMMITTEE, *_OWNERS, *_PLACES, *_SUBDISTRICTS, *_REPORTING)
