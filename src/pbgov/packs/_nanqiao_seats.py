"""Seats of Nanqiao: who is accountable, who sits in the enlarged committees, and how branch secretaries come to theirs.

References:
    Report on urban community Party building of Nanqiao District 南谯, Chuzhou, undated (2021 or later).

Limitations:
    Of the pools persons come from, the text names retired cadres; the others are named elsewhere.
    The text says that the enlarged committees have a rotating duty 轮值 and gives no term; that it is the seats of
    part-time members that take turns, one after another without a gap, is assumed. “More than 180” part-time members is
    read as so many seats held; a person in two seats counts twice. That who is on duty is not the secretary is assumed.
    How the three haves 三有 are found of somebody is not told: an assessment on record of the branch affirms them.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Text
from pbgov.packs._columns import bodies, documents, holdings, posts, ties, units
from pbgov.packs._making import assumed, figure, norm, wanting
from pbgov.packs._nanqiao_report import REPORT, stating
from pbgov.packs._organs import GREAT_COMMUNITY_COMMITTEE, GREAT_WORKING_COMMITTEE
from pbgov.packs._shared_committees import great_community_committees
from pbgov.packs._shared_organs import (
    chair_is_not_the_secretary,
    employed_by_communities,
)
from pbgov.packs._shared_people import pools_are_no_posts
from pbgov.rules import HERE, Count, Lasts, Related, Relation, Rotates, Values, Within, each

_TOP_LEADER = REPORT.quote("區、街道、社區三級黨組織的“一把手”工程")
_GREAT = REPORT.quote("推進街道大工委和社區“大黨委”建設")
_PART_TIME = REPORT.quote("轄區內機關事業單位、共建單位等黨組織負責人擔任")
_NUMBER = REPORT.quote("吸納180余名轄區內機關事業單位")
_ROTATION = REPORT.quote("建立“大黨委”輪值制度")
_WORKERS = REPORT.quote("社區專職工作者管理")
_CRITERIA = REPORT.quote("有能力、有熱情、有公心“三有”標準")
_ROUTES = REPORT.quote("社區工作者“兼任一批”、小區優秀黨員“推選一批”")
_CONCURRENT = REPORT.quote("社區工作者“兼任一批”")
_DISPATCHED = REPORT.quote("退休老干部“派駐一批”")

THREE_HAVES: Final = ("ability", "enthusiasm", "public_spirit")
ROUTES: Final = ("concurrent", "recommended", "dispatched")
PART_TIME_CATEGORIES: Final = ("partner_unit", "party_government_organ", "public_institution")

_great = each(bodies.kind == GREAT_COMMUNITY_COMMITTEE)
_terms = Values(HERE.back(ties.target, ties.kind == "on_duty"), "source")
_on_duty = HERE.back(ties.target, ties.kind == "on_duty").along(ties.source, "posts").back(holdings.post)
_organ = HERE.along(bodies.host, "units").back(ties.target, ties.kind == "organ_of").along(ties.source, "units")
_organ_posts = _organ.back(posts.unit, posts.kind == "secretary")
_seats = each(posts.kind == "part_time_member").back(holdings.post)
_main_posts = HERE.along(holdings.concurrent, "posts")
_secretaries = each(units.level == "compound_branch").back(posts.unit, posts.kind == "secretary")

# that it stands beside a body is for cities whose Party organisations are bodies; here they are units, see NQ2262
_PER_COMMUNITY, _, _ONE_GREAT, _ = great_community_committees("NQ", _GREAT)
_POOLS, _NO_POSTS = pools_are_no_posts("NQ638", ("retired_cadre", "veteran_member", "volunteer"), _DISPATCHED)

FIGURES: Final = (
    figure("accountable.posts", ("secretary",), _TOP_LEADER),
    _PER_COMMUNITY,
    figure(
        "enlarged_community_committee.bases",
        1,
        assumed("“大党委”依托社区党组织", "an enlarged committee stands beside the community's Party organisation"),
        Text(zh="个党组织", en="Party organisations"),
    ),
    figure("part_time.posts", ("secretary",), _PART_TIME),
    figure("part_time.categories", PART_TIME_CATEGORIES, _PART_TIME),
    figure("part_time.count", 181, _NUMBER, Text(zh="个席位", en="seats")),
    figure(
        "duty_rotation.term",
        None,
        wanting("原文没有写明轮值任期", "the text does not say how long a term of duty is"),
        Text(zh="个月", en="months"),
    ),
    figure("community_worker.employers", ("community",), _WORKERS),
    figure("branch_secretary.criteria", THREE_HAVES, _CRITERIA),
    figure("branch_secretary.routes", ROUTES, _ROUTES),
    figure("branch_secretary.concurrent_posts", ("community_worker",), _CONCURRENT),
    figure("branch_secretary.dispatched_pools", ("retired_cadre",), _DISPATCHED),
    _POOLS,
)

NORMS: Final = (
    norm(
        "NQ142",
        "C-1.42",
        Text(
            zh="三级“一把手”工程由书记负责，不由副职负责",
            en="at three levels the secretary is accountable for the programme, and no deputy",
        ),
        _TOP_LEADER,
        each(ties.kind == "accountable").along(ties.target, "units"),
        Related(
            Values(HERE.back(ties.target, ties.kind == "accountable").along(ties.source, "posts"), "kind"),
            Relation.EQUALS,
            "accountable.posts",
        ),
    ),
    chair_is_not_the_secretary(
        "NQ222",
        assumed(
            "原文未写明：轮值委员主持“大党委”，领导权仍属党组织书记",
            "not stated: who is on duty presides, and the secretary goes on to lead",
        ),
        _great,
        Values(_on_duty, "person"),
        _organ_posts.back(holdings.post),
    ),
    _ONE_GREAT,
    norm(
        "NQ2262",
        "C-2.26",
        Text(
            zh="“大党委”依托社区党组织，不论其形式",
            en="an enlarged committee stands beside the community's Party organisation, whatever its form",
        ),
        _GREAT,
        _great,
        Within(of=Count(_organ), at_least="enlarged_community_committee.bases"),
    ),
    norm(
        "NQ2291",
        "C-2.29",
        Text(zh="兼职委员是党组织负责人", en="a part-time member is the secretary of a Party organisation"),
        _PART_TIME,
        _seats,
        Related(Values(_main_posts, "kind"), Relation.EQUALS, "part_time.posts"),
    ),
    norm(
        "NQ2292",
        "C-2.29",
        Text(
            zh="兼职委员来自机关、事业单位、共建单位的党组织",
            en="a part-time member comes from the Party organisation of an organ, institution or partner unit",
        ),
        _PART_TIME,
        _seats,
        Related(
            Values(_main_posts.along(posts.unit, "bodies").along(bodies.host, "units"), "kind"),
            Relation.SUBSET,
            "part_time.categories",
        ),
    ),
    norm(
        "NQ230",
        "C-2.30",
        Text(zh="全区兼职委员多于180名", en="the district has more than 180 part-time members"),
        _NUMBER,
        stating("part_time_members"),
        Within(
            of=Count(
                HERE.down(units.level.is_in(("township", "community")))
                .back(bodies.host, bodies.kind.is_in((GREAT_COMMUNITY_COMMITTEE, GREAT_WORKING_COMMITTEE)))
                .back(posts.unit, posts.kind == "part_time_member")
                .back(holdings.post)
            ),
            at_least="part_time.count",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "NQ2311",
        "C-2.31",
        Text(zh="“大党委”委员轮流值班", en="the part-time members of an enlarged committee are on duty in turn"),
        _ROTATION,
        _great,
        Rotates(terms=_terms, among=Values(HERE.back(posts.unit, posts.kind == "part_time_member"), "id")),
    ),
    norm(
        "NQ2312",
        "C-2.31",
        Text(zh="每任轮值满规定的月数", en="a term of duty lasts as long as is laid down"),
        _ROTATION,
        _great,
        Lasts(terms=_terms, months="duty_rotation.term"),
    ),
    employed_by_communities("NQ319", _WORKERS),
    norm(
        "NQ506",
        "C-5.06",
        Text(
            zh="小区（网格）党支部书记符合“三有”标准",
            en="the secretary of a compound branch is found able, eager and public-spirited",
        ),
        _CRITERIA,
        _secretaries.along(posts.unit, "units"),
        Related(
            Values(HERE.back(documents.parties, documents.kind == "secretary_assessment"), "sections"),
            Relation.CONTAINS,
            "branch_secretary.criteria",
        ),
    ),
    norm(
        "NQ6271",
        "C-6.27",
        Text(
            zh="小区（网格）党支部书记由三批途径之一产生",
            en="the secretary of a compound branch comes by one of three routes",
        ),
        _ROUTES,
        _secretaries.back(holdings.post),
        Related(Values(HERE, "route"), Relation.SUBSET, "branch_secretary.routes"),
    ),
    norm(
        "NQ6272",
        "C-6.27",
        Text(zh="“兼任一批”的书记是社区工作者", en="a secretary who holds the post as well is a community worker"),
        _CONCURRENT,
        _secretaries.back(holdings.post, holdings.route == "concurrent"),
        Related(Values(_main_posts, "kind"), Relation.EQUALS, "branch_secretary.concurrent_posts"),
    ),
    norm(
        "NQ6273",
        "C-6.38",
        Text(zh="“派驻一批”的书记来自退休老干部", en="a secretary who is sent comes from the pool of retired cadres"),
        _DISPATCHED,
        _secretaries.back(holdings.post, holdings.route == "dispatched"),
        Related(
            Values(
                HERE.along(holdings.person, "people")
                .back(ties.source, ties.kind == "in_pool")
                .along(ties.target, "bodies"),
                "functions",
            ),
            Relation.OVERLAPS,
            "branch_secretary.dispatched_pools",
        ),
    ),
    _NO_POSTS,
)

NANQIAO_SEATS: Final = (*FIGURES, *NORMS)
