"""Jiefangbei 解放碑, members: how many there are, that each belongs somewhere, their ties, dues, posts and titles.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    The text names five categories of members and defines none. Mobile members are counted beside the registered ones
    and not among them, by assumption. On which day dues are due, it does not say: on the day laid down, with no days
    of grace. What a member owes and pays stands in the ledger as ``dues``. Registration, residence and work are three
    ties; a tie that does not say which of them it is counts as none. The congratulation on a political birthday is
    asked once a year; on which day it falls, ``pbgov.base.anniversaries`` says.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Cycle, Text
from pbgov.packs._columns import bodies, events, ledger, processes, ties
from pbgov.packs._jiefangbei_base import BRANCHES, IN_ORGANISATION, ITSELF, MEMBERS, OF_BRANCH, REPORT
from pbgov.packs._making import CYCLE, assumed, figure, norm
from pbgov.packs._shared_people import party_affairs_worker
from pbgov.rules import (
    HERE,
    Answered,
    Cadence,
    Count,
    Distinct,
    Divided,
    Norm,
    Parameter,
    Related,
    Relation,
    Sum,
    Values,
    Within,
    each,
)

_CATEGORIES = REPORT.quote("流动党员和老弱病残党员5个类别")
_COUNTED = REPORT.quote("全街1995名在册党员、665名流动党员")
_INCLUDED = REPORT.quote("665名流动党员都纳入党的组织")
_NOTICE = REPORT.quote("每月通报党员交纳党费情况")
_DUES = REPORT.quote("按时、足额交纳党费")
_BIRTHDAY = REPORT.quote("开通短信平台推送党员政治生日寄语")
_RELATION = REPORT.quote("对组织关系在社区的2名违纪党员")
_WORKERS = REPORT.quote("切实提升党务工作者规范档案资料的能力")
_PIONEERS = REPORT.quote("细化共产党员先锋号示范岗《评选办法》")
_EVALUATED = REPORT.quote("自觉接受群众监督评价")
_PEOPLE = Text(zh="名党员", en="members")
_registered = each(ties.kind == "registered_with")
_mobile = each(ties.kind == "participates_in")

CATEGORIES: Final = (
    "elderly_infirm_member",
    "mobile_member",
    "non_public_member",
    "in_service_member",
    "no_post_member",
)
"""The five categories, by the precedence that is assumed; see the classification among the institutions."""

FIGURES: Final = (
    figure("member.categories", CATEGORIES, _CATEGORIES),
    figure("members.registered", 1995, _COUNTED, _PEOPLE),
    figure("members.mobile", 665, _INCLUDED, _PEOPLE),
    figure("members.organisations", 1, _INCLUDED, Text(zh="个党组织", en="Party organisations")),
    figure("dues.notice", Cycle.MONTH, _NOTICE, CYCLE),
    figure("dues.days", 0, _DUES, Text(zh="天", en="days")),
    figure("dues.settled", 0, _DUES, Text(zh="分", en="fen")),
    figure("political_birthday.cadence", Cycle.YEAR, _BIRTHDAY, CYCLE),
    figure(
        "member.registrations",
        1,
        assumed("组织关系同时只在一处", "a member is registered in one place at a time"),
        Text(zh="处", en="places"),
    ),
    figure(
        "member.relations",
        ("evaluates", "lives_in", "member", "participates_in", "registered_with", "resides_in", "works_at"),
        assumed(
            "党员的关系须写明是组织关系、居住还是任职",
            "a tie of a member says whether it is one of registration, home or work",
        ),
    ),
    figure("pioneer_post.rules", ("selection_rules",), _PIONEERS),
)

NORMS: Final[tuple[Parameter | Norm, ...]] = (
    norm(
        "JF6031",
        "C-6.03",
        Text(zh="支部党员划分为类别，不重不漏", en="every member of a branch is in one category, and in no second one"),
        _CATEGORIES,
        each(bodies.kind == "member_category").along(bodies.host, "bodies"),
        Divided(
            whole=Values(OF_BRANCH, "source"),
            into=HERE.back(bodies.host, bodies.kind == "member_category"),
            members=Values(HERE.back(ties.target, ties.kind == "member"), "source"),
        ),
    ),
    norm(
        "JF6032",
        "C-6.03",
        Text(zh="党员类别为规定的5个类别", en="the categories of members are the five"),
        _CATEGORIES,
        each(bodies.kind == "member_category"),
        Related(Values(HERE, "functions"), Relation.SUBSET, "member.categories"),
    ),
    norm(
        "JF608",
        "C-6.08",
        Text(zh="在册党员1995名", en="there are 1,995 registered members"),
        _COUNTED,
        ITSELF,
        Within(of=Distinct(_registered, "source"), exactly="members.registered"),
    ),
    norm(
        "JF6091",
        "C-6.09",
        Text(zh="流动党员665名", en="there are 665 mobile members"),
        _INCLUDED,
        ITSELF,
        Within(of=Distinct(_mobile, "source"), exactly="members.mobile"),
    ),
    norm(
        "JF6092",
        "C-6.09",
        Text(zh="流动党员不再算作在册党员", en="no mobile member is counted among the registered ones"),
        _COUNTED,
        ITSELF,
        Related(Values(_mobile, "source"), Relation.DISJOINT, (Values(_registered, "source"),)),
    ),
    norm(
        "JF610",
        "C-6.10",
        Text(zh="党员都纳入党的组织", en="every member belongs to a Party organisation"),
        _INCLUDED,
        MEMBERS,
        Within(of=Count(HERE.back(ties.source, ties.kind.is_in(IN_ORGANISATION))), at_least="members.organisations"),
    ),
    norm(
        "JF6111",
        "C-6.11",
        Text(zh="每月通报党费交纳情况", en="a branch gives notice of the dues paid each month"),
        _NOTICE,
        BRANCHES,
        Cadence(of=HERE.back(events.subject, events.kind == "dues_notice"), per="dues.notice"),
    ),
    norm(
        "JF6112",
        "C-6.11",
        Text(zh="党费按时交纳", en="dues are paid in time"),
        _DUES,
        BRANCHES,
        Answered(
            of=HERE.back(events.subject, events.kind == "dues_due"),
            by=HERE.back(events.subject, events.kind == "dues_paid"),
            within="dues.days",
            referring=True,
        ),
    ),
    norm(
        "JF6113",
        "C-6.11",
        Text(zh="党费足额交纳", en="dues are paid in full"),
        _DUES,
        each(ledger.resource == "dues").along(ledger.account, "people"),
        Within(of=Sum(HERE.back(ledger.account, ledger.resource == "dues"), "amount"), at_least="dues.settled"),
    ),
    norm(
        "JF612",
        "C-6.12",
        Text(zh="每年向党员推送政治生日寄语", en="a member is congratulated on the political birthday each year"),
        _BIRTHDAY,
        each(processes.kind == "membership").along(processes.subject, "people"),
        Cadence(of=HERE.back(events.refers, events.kind == "political_birthday"), per="political_birthday.cadence"),
    ),
    norm(
        "JF6191",
        "C-6.19",
        Text(
            zh="党员的组织关系、居住地、工作单位是三种关系，分别记载",
            en="where a member is registered, lives and works are three relations, each on record as itself",
        ),
        _RELATION,
        MEMBERS,
        Related(Values(HERE.back(ties.source), "kind"), Relation.SUBSET, "member.relations"),
    ),
    norm(
        "JF6192",
        "C-6.19",
        Text(zh="党员的组织关系同时只在一处", en="a member is registered in one place at a time"),
        _RELATION,
        MEMBERS,
        Within(of=Count(HERE.back(ties.source, ties.kind == "registered_with")), at_most="member.registrations"),
    ),
    *party_affairs_worker("JF632", _WORKERS),
    norm(
        "JF635",
        "C-6.35",
        Text(zh="先锋号示范岗依《评选办法》评选", en="a pioneer post is designated under rules of selection"),
        _PIONEERS,
        each(events.kind == "pioneer_post_designated"),
        Related(Values(HERE.along(events.refers, "documents"), "kind"), Relation.OVERLAPS, "pioneer_post.rules"),
    ),
    norm(
        "JF855",
        "C-8.55",
        Text(zh="党员由群众评价，不由本人评价", en="a member is evaluated by others and never by itself"),
        _EVALUATED,
        each(ties.kind == "evaluates"),
        Related(Values(HERE, "source"), Relation.DISJOINT, (Values(HERE, "target"),)),
    ),
)

JIEFANGBEI_MEMBERS: Final = (*FIGURES, *NORMS)
