"""The facts of the report on Nanqiao: what each is, how the record is asked for it, how it is taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

from cities.city import Target, changed, target, without
from cities.nanqiao_chain import ROUTES, organisation
from cities.nanqiao_documents import COMMUNITIES, COMPOUNDS, DISTRICT, GRIDS, SUBDISTRICTS, YINHUA
from cities.nanqiao_members import FIRMS, MEMBERS, SEATED
from pbgov.base import Between, Exact, MoreThan, Report, Verdict
from pbgov.model import Edit, Jurisdiction, View, columns
from pbgov.packs import NANQIAO
from pbgov.rules import HERE, Count, Distinct, Measure, Ratio, each

ON: Final = date(2022, 1, 1)
SINCE: Final = date(2021, 1, 1)
Ask: TypeAlias = Callable[[Jurisdiction, Report], object]
Undo: TypeAlias = Callable[[Jurisdiction], Sequence[Edit]]

bodies, documents, grids, holdings, posts, ties, units = map(
    columns, ("bodies", "documents", "grids", "holdings", "posts", "ties", "units")
)
_compounds = HERE.down(units.kind == "compound")
_branches = each(units.level == "compound_branch")
_secretaries = _branches.back(posts.unit, posts.kind == "secretary").back(holdings.post)
_contracting = HERE.back(ties.target, ties.kind == "contracting_unit").along(ties.source, "units")
_reports = each(ties.kind == "reports_to")
_linked = _contracting.back(ties.target, ties.kind == "works_at").along(ties.source, "people")
_LAST: Final = COMPOUNDS[-1]
_MEMBER: Final = MEMBERS[0]


# How a fact is asked for


def measured(measure: Measure, subject: str = DISTRICT) -> Ask:
    """Ask for a measure of a unit."""
    return lambda place, _: View(place, NANQIAO.at(ON), ON, SINCE).measure(measure, place.units[subject])


def met(code: str) -> Ask:
    """Ask how many subjects meet a norm."""
    return lambda _, report: report.count(code, Verdict.MET)


def stated(unit: str) -> Ask:
    """Ask what is stated of a unit of account."""
    return lambda place, _: next(fact.amount for fact in place.facts.values() if fact.unit == unit)


def _hosted(kind: str) -> Ask:
    return measured(Count(_compounds.back(bodies.host, bodies.kind == kind)))


def _depths(place: Jurisdiction, _: Report) -> object:
    """Give how many levels lie between the ends of each path of the Party chain."""
    return {len(place.org.chain(unit.id)) for unit in place.units.values() if unit.level == "hub_household"}


def _routes(place: Jurisdiction, _: Report) -> object:
    """Give the ways in which the secretaries of the branches came to their post."""
    branches = {unit.id for unit in place.units.values() if unit.level == "compound_branch"}
    return {one.route for one in place.holdings.values() if place.posts[one.post].unit in branches}


def _named(place: Jurisdiction, _: Report) -> object:
    """Give the names of the demonstration compounds that are not made up."""
    shown = [tie.source for tie in place.ties.values() if tie.kind == "designated_demonstration"]
    return [place.units[name].name for name in shown if not place.units[name].made_up]


def _sections(name: str) -> Ask:
    return lambda place, _: frozenset(place.documents[name].sections)


def _brands(place: Jurisdiction, _: Report) -> object:
    return {paper.name for paper in place.documents.values() if paper.kind == "brand"}


def _eight(_: Jurisdiction, report: Report) -> object:
    """Give the verdicts on the list of which the report names nothing."""
    return {verdict: report.count("NQ5073", verdict) for verdict in (Verdict.MET, Verdict.UNKNOWN)}


# How it is taken away


def gone(table: str, name: str) -> Undo:
    """Take away a row, and the ties and documents that name it."""

    def undo(place: Jurisdiction) -> Sequence[Edit]:
        named = [tie.id for tie in place.ties.values() if name in {tie.source, tie.target}]
        papers = [paper.id for paper in place.documents.values() if name in paper.parties]
        return *without(place, table, name), *without(place, "ties", *named), *without(place, "documents", *papers)

    return undo


def lost(table: str, *names: str) -> Undo:
    """Take away rows."""
    return lambda place: without(place, table, *names)


def restated(unit: str, amount: int) -> Undo:
    """State another number."""
    return lambda place: changed(place, "facts", f"fact-{unit}", amount=Exact(amount))


def _rewritten(name: str, *sections: str) -> Undo:
    return lambda place: changed(place, "documents", name, sections=sections)


def _tie(kind: str, source: str, target: str) -> str:
    return f"{kind}-{source}-{target}"


def _elsewhere(place: Jurisdiction) -> Sequence[Edit]:
    """Have a member report where the unit has no grid."""
    (own,) = (tie.id for tie in place.ties.values() if tie.kind == "reports_to" and tie.source == _MEMBER)
    return changed(place, "ties", own, target=COMMUNITIES[-1])


def _at_home(place: Jurisdiction) -> Sequence[Edit]:
    (own,) = (tie.id for tie in place.ties.values() if tie.kind == "reports_to" and tie.source == _MEMBER)
    return changed(place, "ties", own, route="residence")


def _unlinked(place: Jurisdiction) -> Sequence[Edit]:
    own = [tie.id for tie in place.ties.values() if tie.kind == "linked_to" and tie.source == _MEMBER]
    return without(place, "ties", *own)


def _fewer(kind: str, source: str) -> Undo:
    """Take away the ties of a kind that start at one source."""
    return lambda place: without(
        place, "ties", *(tie.id for tie in place.ties.values() if tie.kind == kind and tie.source == source)
    )


def _swapped(place: Jurisdiction) -> Sequence[Edit]:
    """Take up the theme of compounds before that of grids."""
    return changed(place, "events", f"campaign_started-compound_governance-{SUBDISTRICTS[0]}", date=date(2021, 1, 4))


# The facts


def _chain() -> Iterator[Target]:
    yield target(
        "区、街道、社区三级", "three levels", (COMMUNITIES[0], SUBDISTRICTS[0], DISTRICT),
        lambda place, _: place.org.chain(COMMUNITIES[0]),
        lambda place: changed(place, "units", SUBDISTRICTS[0], level=None), "NQ111",
    )  # fmt: skip
    hub = f"hub-{GRIDS[0]}"
    yield target(
        "党的组织五级，每条链都是五级", "five levels on every path of the Party chain", {5}, _depths,
        lambda place: changed(place, "units", hub, parent=organisation(YINHUA)), "NQ112",
    )  # fmt: skip
    yield target(
        "小区（网格）党支部84个", "84 branches", Exact(84), measured(Count(_branches)),
        gone("units", organisation(_LAST)), "NQ3103",
    )  # fmt: skip
    yield target("小区84个", "84 compounds", Exact(84), measured(Count(_compounds)), gone("units", _LAST), "NQ3104")
    on = _branches.back(ties.source, ties.kind == "anchored_on").along(ties.target, "units")
    yield target(
        "84个小区各有一个党支部", "84 compounds, each with a branch of its own", Exact(84),
        measured(Distinct(on, "id")), lost("ties", _tie("anchored_on", organisation(_LAST), _LAST)), "NQ3101",
    )  # fmt: skip
    yield target(
        "党支部84个而网格366个：两者不是一回事", "84 branches and 366 grids are two things: 4.357 to one",
        Between(4357, 4357), measured(Ratio(Count(each(grids)), Count(_branches))), gone("grids", GRIDS[-1]), "NQ307",
    )  # fmt: skip
    yield target(
        "纵向到底：366个网格都有党小组和中心户", "every one of 366 grids is reached", 366, met("NQ1131"),
        gone("units", hub), "NQ1131",
    )  # fmt: skip
    yield target(
        "横向到边：54家单位都有党组织", "every one of 54 units has a Party organisation", 54, met("NQ1132"),
        gone("bodies", f"party-{FIRMS[-1]}"), "NQ1132",
    )  # fmt: skip


def _posts() -> Iterator[Target]:
    yield target(
        "84名党支部书记", "84 secretaries of branches", Exact(84), measured(Count(_secretaries)),
        lost("holdings", f"in-{YINHUA}"), "NQ6271",
    )  # fmt: skip
    yield target(
        "84名书记都由三批途径产生", "84 secretaries have a route", 84, met("NQ6271"),
        lambda place: changed(place, "holdings", f"in-{YINHUA}", route=None), "NQ6271",
    )  # fmt: skip
    yield target(
        "途径有兼任、推选、派驻三批", "three routes", set(ROUTES), _routes,
        lambda place: changed(place, "holdings", f"in-{YINHUA}", route="elected"), "NQ6271",
    )  # fmt: skip
    yield target(
        "84名书记都合“三有”", "84 secretaries have all three haves", 84, met("NQ506"),
        _rewritten(f"assessment-{YINHUA}", "ability", "enthusiasm"), "NQ506",
    )  # fmt: skip
    yield target(
        "兼职委员多于180名（所述）", "more than 180 part-time members, as stated", MoreThan(180),
        stated("part_time_members"), restated("part_time_members", 180),
    )  # fmt: skip
    seats = each(posts.kind == "part_time_member").back(holdings.post)
    yield target(
        "兼职委员多于180名（所记）", "more than 180 part-time members, on record", Exact(181), measured(Count(seats)),
        lost("holdings", f"in-seat-{SEATED[0]}"), "NQ230",
    )  # fmt: skip
    yield target(
        "兼职委员都是党组织负责人", "part-time members are secretaries of Party organisations", 181, met("NQ2291"),
        lambda place: changed(place, "holdings", f"in-seat-{SEATED[0]}", concurrent=None), "NQ2291",
    )  # fmt: skip
    yield target(
        "“一把手”工程由三级书记负责", "secretaries of three levels are accountable", 25, met("NQ142"),
        lambda place: changed(place, "posts", f"secretary-{DISTRICT}", kind="deputy_secretary"), "NQ142",
    )  # fmt: skip


def _contracts() -> Iterator[Target]:
    yield target(
        "包保单位54家", "54 contracting units", Exact(54), measured(Count(_contracting)),
        _fewer("contracting_unit", FIRMS[0]), "NQ7063",
    )  # fmt: skip
    yield target("网格366个", "366 grids", Exact(366), measured(Count(each(grids))), gone("grids", GRIDS[-1]), "NQ307")
    grid = _tie("contracted_to", FIRMS[0], GRIDS[0])
    yield target("每个网格一家单位", "each grid has one unit", 366, met("NQ7061"), lost("ties", grid), "NQ7061")
    yield target(
        "每家单位至少一个网格", "each unit has a grid at least", 54, met("NQ7062"), _fewer("contracted_to", FIRMS[0]),
        "NQ7062",
    )  # fmt: skip
    yield target(
        "平均每家单位6.78个网格", "6.78 grids a unit on average", Between(6777, 6777),
        measured(Ratio(Count(_contracting.back(ties.source, ties.kind == "contracted_to")), Count(_contracting))),
        lost("ties", grid), "NQ7061",
    )  # fmt: skip
    yield target(
        "报到党员多于1100名（所述）", "more than 1,100 members report, as stated", MoreThan(1100),
        stated("reported_members"), restated("reported_members", 1100),
    )  # fmt: skip
    yield target(
        "报到党员多于1100名（所记）", "more than 1,100 members report, on record", Exact(1101),
        measured(Distinct(_reports, "source")), _fewer("reports_to", _MEMBER), "NQ6222",
    )  # fmt: skip
    yield target(
        "报到去向与包保一致", "where they report agrees with the contracts", 1101, met("NQ707"), _elsewhere, "NQ707"
    )
    yield target("按包保报到", "they report by contract", 1101, met("NQ624"), _at_home, "NQ624")
    yield target("每名党员联系若干居民", "every member is linked to residents", 1101, met("NQ625"), _unlinked, "NQ625")
    reached = _linked.back(ties.source, ties.kind == "linked_to").along(ties.target, "units")
    yield target(
        "一圈带一片：党员联系到的户", "households reached by members of the units", Exact(366),
        measured(Distinct(reached, "id")), gone("units", f"household-{GRIDS[0]}"),
    )  # fmt: skip


def _commons() -> Iterator[Target]:
    yield target(
        "居民议事会84个", "84 residents' councils", Exact(84), _hosted("residents_council"),
        gone("bodies", f"council-{_LAST}"), "NQ241",
    )  # fmt: skip
    yield target(
        "小区评议会84个", "84 review councils", Exact(84), _hosted("compound_review_council"),
        gone("bodies", f"review-{_LAST}"), "NQ242",
    )  # fmt: skip
    shown = each(ties.kind == "designated_demonstration")
    first = _tie("designated_demonstration", YINHUA, "anhui")
    yield target(
        "示范小区4个", "four demonstration compounds", Exact(4), measured(Distinct(shown, "source")),
        lost("ties", first), "NQ5191",
    )  # fmt: skip
    yield target(
        "示范小区由省、市评定", "the province or the city named them", 4, met("NQ5192"),
        lambda place: changed(place, "ties", first, target=DISTRICT), "NQ5192",
    )  # fmt: skip
    yield target("其中一个有名", "one of them is named", ["银花西村小区"], _named, lost("ties", first), "NQ5191")
    yield target(
        "“1+3+N”有小区党支部和物业企业", "1 + 3 + N has branch and enterprise", 84, met("NQ10191"),
        lost("ties", _tie("member", organisation(YINHUA), f"arrangement-{YINHUA}")), "NQ10191",
    )  # fmt: skip
    yield target(
        "“1+3+N”有业主委员会", "1 + 3 + N has the owners' committee", 84, met("NQ10192"),
        lost("ties", _tie("member", f"owners-{YINHUA}", f"arrangement-{YINHUA}")), "NQ10192",
    )  # fmt: skip
    yield target(
        "“1+3+N”由一个党组织牵头", "1 + 3 + N has one lead", 84, met("NQ425"),
        lost("ties", _tie("lead_coordinator", organisation(COMMUNITIES[0]), f"arrangement-{YINHUA}")), "NQ425",
    )  # fmt: skip
    yield target(
        "“大党委”与联席会议并存", "enlarged committee and joint meeting side by side", 21, met("NQ232"),
        gone("bodies", f"joint-{COMMUNITIES[0]}"), "NQ232",
    )  # fmt: skip


def _work() -> Iterator[Target]:
    plan = f"plan-{DISTRICT}"
    yield target(
        "三级书记各有一个以上书记项目", "each secretary of three levels has a project", 25, met("NQ8181"),
        lost("processes", f"project-{DISTRICT}"), "NQ8181",
    )  # fmt: skip
    yield target(
        "项目都有节点、变更记录和落地标准", "every project has milestones", 25, met("NQ8201"),
        _rewritten(plan, "change_log", "landing_criterion"), "NQ8201",
    )  # fmt: skip
    yield target(
        "每年制定重点任务清单", "key-task lists are issued every year", 25, met("NQ419"),
        lost("events", f"task_list_issued-{DISTRICT}"), "NQ419",
    )  # fmt: skip
    yield target(
        "任务书、时间表、路线图", "tasks, timetable and route", frozenset({"task_book", "timetable", "roadmap"}),
        _sections("key-work"), _rewritten("key-work", "task_book", "timetable"), "NQ420",
    )  # fmt: skip
    yield target(
        "列名制度五项", "five institutions are named", 1, met("NQ711"), lost("documents", "red_property"), "NQ711"
    )
    yield target(
        "制度设计四方面", "four aspects of design", 1, met("NQ716"),
        lost("documents", "community_worker_management"), "NQ716",
    )  # fmt: skip
    yield target(
        "“八有八建”没有列出一项", "of eight haves and eight builds none is named",
        {Verdict.MET: 0, Verdict.UNKNOWN: 1}, _eight,
        _rewritten("eight", *(f"item-{n}" for n in range(16))), "NQ5073",
    )  # fmt: skip
    yield target(
        "先网格管理服务，后小区治理", "grid services come before compounds", 24, met("NQ822"), _swapped, "NQ822"
    )
    yield target(
        "治理品牌两个有名",
        "two brands are named",
        {"一格一姐", "香樟树下"},
        _brands,
        lost("documents", "brand-camphor"),
    )


TARGETS: Final = (*_chain(), *_posts(), *_contracts(), *_commons(), *_work())
