"""Cases of check-lists, coverage, order and what belongs together: one norm an item, as small as the item."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from pbgov.base import Assumption, Basis, Cycle, Exact, Required, Row, Text
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Approval, Document, Event, Fact, Jurisdiction, Posting, columns
from pbgov.org import Body, Person
from pbgov.packs import JIXI as JIXI_PACK
from pbgov.packs import LANGFANG as LANGFANG_PACK
from pbgov.rules import (
    HERE,
    Answered,
    Cadence,
    Count,
    Covered,
    Dated,
    DutyList,
    Outcome,
    Own,
    Parameter,
    Preceded,
    Related,
    Relation,
    RulePack,
    Selector,
    Sum,
    Values,
    Within,
    each,
)
from tests.catalogue.cases_decisions import ITEMS, JIEFANGBEI, JIXI, LANGFANG, SHANWEI
from tests.catalogue.cases_scores import code, figure, pack
from tests.catalogue.worlds import (
    A_CASE,
    CHAIN,
    QUARTERS,
    STANDING,
    Case,
    Decided,
    Judged,
    Wanting,
    members,
    met_on,
    place,
    request,
    tie,
    unit,
)

bodies, documents, entries, events, facts, grids, holdings, ledger, lists, people, posts, ties, units = (
    columns(table)
    for table in (
        "bodies", "documents", "entries", "events", "facts", "grids", "holdings", "ledger", "lists", "people", "posts",
        "ties", "units",
    )
)  # fmt: skip
COMMUNITY: Final = each(units.level == "community")
MONTHS: Final = tuple(date(2018, month, 15) for month in range(1, 13))


def has(item: str, basis: Basis, *codes: str, how: Relation = Relation.CONTAINS) -> tuple[RulePack, list[str]]:
    """A pack that asks of each facility, programme or platform to have certain things."""
    name = "things"
    payload = Related(Values(HERE, "functions"), how, name)
    return pack(item, payload, basis, figure(name, codes, basis), scope=each(bodies.kind == "checked")), list(codes)


def checked(*functions: str) -> Jurisdiction:
    """A facility, programme or platform that has these."""
    return place(*CHAIN, Body(id="checked", kind="checked", host="block", functions=functions), whole="bodies")


def checklist(item: str, basis: Basis, *codes: str, lacking: int = -1) -> Judged:
    """A check-list that is kept, and the same with one thing missing."""
    rules, whole = has(item, basis, *codes)
    return Judged(item, checked(*whole), checked(*(c for c in whole if c != whole[lacking])), code(item), rules)


def closed(item: str, basis: Basis, codes: Sequence[str], accepting: Sequence[str], violating: Sequence[str]) -> Judged:
    """A closed list of kinds: what is of another kind does not count."""
    rules, _ = has(item, basis, *codes, how=Relation.SUBSET)
    return Judged(item, checked(*accepting), checked(*violating), code(item), rules)


def unlisted(item: str, basis: Basis, *supplied: str) -> Wanting:
    """A check-list of which the text gives the size and no element: UNKNOWN until somebody supplies them."""
    name = "things"
    open_ = Parameter(
        id=name,
        unit=ITEMS,
        values=(Dated(value=None, basis=Required(Text(zh="原文没有逐项列出", en="the text names none of them"))),),
    )
    known = Parameter(id=name, unit=ITEMS, values=(Dated(value=supplied, basis=A_CASE),))
    payload = Related(Values(HERE, "functions"), Relation.CONTAINS, name)
    rules = pack(item, payload, basis, open_, scope=each(bodies.kind == "checked"))
    return Wanting(item, checked(*supplied), code(item), known, rules)


def of_kinds(item: str, basis: Basis, *kinds: str, lacking: int = -1) -> Judged:
    """A body whose members are of certain kinds, and one with no member of one of them."""
    name = "kinds"
    of = Values(HERE.back(ties.target, ties.kind == "member").along(ties.source, "units"), "kind")
    rules = pack(
        item,
        Related(of, Relation.CONTAINS, name),
        basis,
        figure(name, kinds, basis),
        scope=each(bodies.kind == "joint"),
    )

    def joined(*present: str) -> Jurisdiction:
        rows = [unit(kind, None, None, kind) for kind in present]
        body = Body(id="joint", kind="joint", host="block")
        return place(*CHAIN, body, *rows, *members("joint", *present), whole="ties:member units")

    return Judged(item, joined(*kinds), joined(*(k for k in kinds if k != kinds[lacking])), code(item), rules)


def in_documents(item: str, basis: Basis, *parts: str) -> Judged:
    """What the documents of a unit contain between them: all parts, or all but the last."""
    name = "parts"
    payload = Related(Values(HERE.back(documents.parties), "sections"), Relation.CONTAINS, name)
    rules = pack(item, payload, basis, figure(name, parts, basis), scope=COMMUNITY)

    def written(*sections: str) -> Jurisdiction:
        rows = [Document(id=part, kind="rule", parties=("block",), sections=(part,)) for part in sections]
        return place(*CHAIN, *rows, whole="documents")

    return Judged(item, written(*parts), written(*parts[:-1]), code(item), rules)


def over_a_year(item: str, basis: Basis, *kinds: str) -> Judged:
    """What was done in a year covers all kinds, or all but the last."""
    payload = Covered(of=Values(HERE.back(events.subject, events.kind == "done"), "agenda"), codes="kinds", per="cycle")
    figures = (
        figure("kinds", kinds, basis),
        Parameter(id="cycle", unit=ITEMS, values=(Dated(value=Cycle.YEAR, basis=basis),)),
    )
    rules = pack(item, payload, basis, *figures, scope=COMMUNITY)

    def done(*these: str) -> Jurisdiction:
        rows = [
            Event(id=kind, kind="done", subject="block", date=date(2018, 1 + n, 9), agenda=(kind,))
            for n, kind in enumerate(these)
        ]
        return place(*CHAIN, *rows, whole="events:done")

    return Judged(item, done(*kinds), done(*kinds[:-1]), code(item), rules)


def many(item: str, basis: Basis, of: Selector, n: int, scope: Selector = COMMUNITY) -> RulePack:
    """A pack that asks for exactly so many rows."""
    return pack(item, Within(of=Count(of), exactly="number"), basis, figure("number", n, basis), scope=scope)


def happened(*days: date, kind: str, subject: str = "block", agenda: Sequence[str] = ()) -> list[Row]:
    """Events of one kind."""
    return [
        Event(id=f"{kind}-{n}", kind=kind, subject=subject, date=day, agenda=tuple(agenda))
        for n, day in enumerate(days)
    ]


def hosting(kind: str, level: str | None, n: int, without: int = 0, *bodies_: str) -> Jurisdiction:
    """So many units of a kind that host bodies of these kinds, all but some; the last of them only the first kind."""
    rows: list[Row] = [unit(f"x{i:02}", level, "street" if level else "block", kind) for i in range(n)]
    rows += [Body(id=f"{b}-{i:02}", kind=b, host=f"x{i:02}") for i in range(n - without) for b in bodies_]
    rows += [Body(id=f"{b}-rest", kind=b, host=f"x{n - 1:02}") for b in bodies_[:1] if without and bodies_[1:]]
    return place(*CHAIN[:3], *([] if level else [CHAIN[3]]), *rows, whole="units bodies")


def each_hosts(item: str, basis: Basis, kind: str, n: int, *bodies_: str, level: str | None = None) -> Judged:
    """Every unit of a kind hosts bodies of these kinds; one unit without is a breach, whatever the others have."""
    rules = pack(
        item,
        Related(Values(HERE.back(bodies.host), "kind"), Relation.CONTAINS, "kinds"),
        basis,
        figure("kinds", bodies_, basis),
        scope=each(units.kind == kind),
    )
    return Judged(item, hosting(kind, level, n, 0, *bodies_), hosting(kind, level, n, 1, *bodies_), code(item), rules)


def agreed(n: int, *, expired: bool = False) -> Jurisdiction:
    """99 communities, of which ``n`` have an agreement, and the last of these perhaps one that has ended."""
    rows: list[Row] = [unit(f"x{i:02}", "community", "street", "village") for i in range(99)]
    rows += [
        Document(
            id=f"a{i:02}",
            kind="joint_building_agreement",
            parties=(f"x{i:02}",),
            end=date(2018, 6, 1) if expired and i == n - 1 else None,
        )
        for i in range(n)
    ]
    return place(*CHAIN[:3], *rows, whole="units documents")


AGREEMENTS = pack(
    "C-7.02",
    Within(of=Count(HERE.back(documents.parties, documents.kind == "joint_building_agreement")), at_least="one"),
    SHANWEI.quote("99个村(社区)均签订《党建共建协议》"),
    figure("one", 1, SHANWEI.quote("99个村(社区)均签订《党建共建协议》")),
    scope=COMMUNITY,
)


# One norm, two worlds


def lectured(sessions: int) -> Jurisdiction:
    """A special lecture held in so many sessions."""
    rows = [
        Event(id=f"s{n}", kind="session", subject="block", date=date(2018, 5, 1 + n), refers=("lecture",))
        for n in range(sessions)
    ]
    lecture = Event(id="lecture", kind="special_lecture", subject="block", date=date(2018, 5, 1))
    return place(*CHAIN, lecture, *rows, whole="events:session")


def themed(*days: date) -> Jurisdiction:
    """A demonstration compound with the days on which it held its themed activity."""
    return place(*CHAIN, *happened(*days, kind="themed_activity"), whole="events:themed_activity")


THEMES = pack(
    "C-10.07",
    Cadence(of=HERE.back(events.subject, events.kind == "themed_activity"), per="cycle", at_most="most"),
    SHANWEI.quote("通过“一月一主题”活动机制"),
    Parameter(
        id="cycle", unit=ITEMS, values=(Dated(value=Cycle.MONTH, basis=SHANWEI.quote("通过“一月一主题”活动机制")),)
    ),
    figure("most", 1, SHANWEI.quote("通过“一月一主题”活动机制")),
    scope=COMMUNITY,
)
DUES_NOTICE = JIEFANGBEI.quote("每月通报党员交纳党费情况")
DUES_IN_TIME = JIEFANGBEI.quote("按时、足额交纳党费")
NOTICES = pack(
    "C-6.11",
    Cadence(of=HERE.back(events.subject, events.kind == "dues_notice"), per="cycle"),
    DUES_NOTICE,
    Parameter(id="cycle", unit=ITEMS, values=(Dated(value=Cycle.MONTH, basis=DUES_NOTICE),)),
    scope=each(bodies.kind == "branch"),
)
IN_TIME = pack(
    "C-6.11",
    Answered(
        of=HERE.back(events.subject, events.kind == "dues_due"),
        by=HERE.back(events.subject, events.kind == "dues_paid"),
        within="days",
        referring=True,
    ),
    DUES_IN_TIME,
    figure("days", 0, DUES_IN_TIME),
    scope=each(bodies.kind == "branch"),
)
IN_FULL = pack(
    "C-6.11",
    Within(of=Sum(HERE.back(ledger.account, ledger.resource == "dues"), "amount"), at_least="settled"),
    DUES_IN_TIME,
    figure("settled", 0, DUES_IN_TIME),
    scope=each(people),
)
BRANCH = Body(id="branch", kind="branch", host="block")


def noticed(*days: date) -> Jurisdiction:
    """A branch that gave notice of dues on these days."""
    return place(*CHAIN, BRANCH, *happened(*days, kind="dues_notice", subject="branch"), whole="events:dues_notice")


def paid(day: int) -> Jurisdiction:
    """Dues that fell due on the 10th of May and were paid on a day of May."""
    due = Event(id="due", kind="dues_due", subject="branch", date=date(2018, 5, 10))
    payment = Event(id="paid", kind="dues_paid", subject="branch", date=date(2018, 5, day), refers=("due",))
    return place(*CHAIN, BRANCH, due, payment, whole="events:dues_due events:dues_paid")


def settled(fen: int) -> Jurisdiction:
    """A member who owed 500 fen and paid so many."""
    rows = [
        Posting(id=f"{name}-{side}", account=side, resource="dues", amount=sum_, date=date(2018, 5, 1), transfer=name)
        for name, amount in (("owed", -500), ("paid", fen))
        for side, sum_ in (("m1", amount), ("branch", -amount))
    ]
    return place(*CHAIN, Person(id="m1", category="full_member"), *rows, whole="ledger")


def sanctioned(*, case: bool) -> Jurisdiction:
    """A sanction, on a case that was opened or on none; and a talk, which needs none."""
    rows = [
        Event(id="talk", kind="talk", subject="branch", date=date(2018, 3, 1)),
        Event(id="sanction", kind="sanction", subject="branch", date=date(2018, 5, 1)),
    ]
    rows += (
        [Event(id="case", kind="case_opened", subject="branch", date=date(2018, 4, 1), refers=("sanction",))]
        if case
        else []
    )
    return place(*CHAIN, BRANCH, *rows, whole="events:sanction events:case_opened")


def expelled(expulsions: int, warnings: int) -> Jurisdiction:
    """So many members expelled and so many warned."""
    rows = happened(*MONTHS[:expulsions], kind="expulsion") + happened(*MONTHS[:warnings], kind="warning")
    return place(*CHAIN, *rows, whole="events:expulsion events:warning")


TWO_SANCTIONED = JIEFANGBEI.quote("分别开除党籍和党内警告处分")


def contributed(*ways: tuple[str, str]) -> Jurisdiction:
    """What a community and a mine give to one another."""
    rows = [tie("contributes", source, target) for source, target in ways]
    return place(*CHAIN, unit("mine", None, None, "state_enterprise"), *rows, whole="ties:contributes")


RECIPROCAL = pack(
    "C-7.12",
    Related(
        Values(HERE.back(ties.source, ties.kind == "contributes"), "target"),
        Relation.EQUALS,
        (Values(HERE.back(ties.target, ties.kind == "contributes"), "source"),),
    ),
    JIXI.quote("資源和力量共享共用、共建共促"),
    scope=COMMUNITY,
)
DEPLOYED = LANGFANG.quote("迅速组织动员6920名党员干部下沉")
COMPOUNDS = 1240


def deployed(total: int, *, left_out: int = 0) -> Jurisdiction:
    """Members sent to 1,240 compounds, some of which got nobody."""
    served = COMPOUNDS - left_out
    rows: list[Row] = [unit(f"x{n:04}", None, "block", "compound") for n in range(COMPOUNDS)]
    rows += [
        Posting(
            id=f"d{n:04}", account=f"x{n:04}", resource="deployed", date=date(2018, 2, 1), transfer="call",
            amount=total // served + (n < total % served),
        )
        for n in range(served)
    ]  # fmt: skip
    rows.append(
        Posting(id="call", account="city", resource="deployed", amount=-total, date=date(2018, 2, 1), transfer="call")
    )
    return place(*CHAIN, *rows, whole="ledger units")


def at_price(yuan: int) -> Jurisdiction:
    """A venue an enterprise lends to a community, at a price."""
    return place(
        *CHAIN, Fact(id="venue", about="block", amount=Exact(yuan), unit="venue_price", basis=A_CASE), whole="facts"
    )


def filed(day: int) -> Jurisdiction:
    """A meeting of 1 May, and its record, filed on a day of May."""
    rows = [
        Event(id="held", kind="meeting_held", subject="block", date=date(2018, 5, 1)),
        Event(id="filed", kind="record_filed", subject="block", date=date(2018, 5, day), refers=("held",)),
    ]
    return place(*CHAIN, *rows, whole="events:meeting_held events:record_filed")


def visited(times: int) -> Jurisdiction:
    """A service completed with so many visits in person."""
    done = Event(id="done", kind="service_completed", subject="block", date=date(2018, 5, 9))
    visits = [
        Event(id=f"visit{n}", kind="visit", subject="block", date=date(2018, 5, 1 + n), refers=("done",))
        for n in range(times)
    ]
    return place(*CHAIN, done, *visits, whole="events:visit")


def pilots(*, pilot_has_list: bool) -> Jurisdiction:
    """A pilot subdistrict with a list or without one, and another subdistrict that is no pilot and has none."""
    rows: list[Row] = [unit("other", "township", "county", "subdistrict"), tie("designated_pilot", "street", "city")]
    rows += [DutyList(id="list", kind="responsibility_list", owner="street")] if pilot_has_list else []
    return place(*CHAIN, *rows, whole="ties:designated_pilot lists")


THREE_LISTS = ("joint_building_list", "demand_list", "commitment_list")


def listed(*kinds: str) -> Jurisdiction:
    """A community with lists of these kinds."""
    return place(*CHAIN, *(DutyList(id=kind, kind=kind, owner="block") for kind in kinds), whole="lists")


def gridded(*functions: str) -> Jurisdiction:
    """A grid that serves these functions."""
    home = Neighbourhood(id="n", community="block", buildings=[Building(id="b", households=250)])
    return place(*CHAIN, home, Grid(id="g", neighbourhood="n", members=("b",), functions=functions), whole="grids")


def managed(by: str) -> Jurisdiction:
    """A mobile member managed by a unit."""
    rows = [
        *CHAIN,
        unit("firm", None, None, "new_economic_organisation"),
        Person(id="p1", category="mobile_member"),
        tie("manages", by, "p1"),
    ]
    return place(*rows, whole="ties:manages")


def numbered(kind: str, n: int, *claims: str) -> Jurisdiction:
    """So many documents of a kind."""
    rows = [Document(id=f"{kind}{i}", kind=kind, parties=("block",)) for i in range(n)]
    return place(*CHAIN, *rows, whole="documents " + " ".join(claims))


SIX_HAVES = ("place", "equipment", "sign", "party_flag", "books_papers", "rules")
EIGHT_JOINTS = (
    "organisation", "regional", "safety", "employment", "livelihood", "service", "venue", "evaluation",
)  # fmt: skip
SIX_FUNCTIONS = (
    "party_building", "public_security", "stability", "emergency", "social_security", "urban_enforcement",
)  # fmt: skip

CASES: Final[tuple[Case, ...]] = (
    Judged(
        "C-1.15",
        met_on(*QUARTERS, kind="report_heard", body=STANDING),
        met_on(*QUARTERS, kind="report_heard", body=STANDING).having(
            Event(id="item", kind="report_heard", subject="no-meeting", date=date(2018, 2, 1))
        ),
        "PBS01",
        JIXI_PACK,
    ),
    Decided(
        "C-1.16",
        place(*CHAIN),
        request(),
        request(approvals=[Approval(organ="government", unit="county", on=date(2018, 2, 1))]),
        "JX464",
        Outcome.NOT_ADMITTED,
    ),
    Judged(
        "C-1.46",
        pilots(pilot_has_list=True),
        pilots(pilot_has_list=False),
        "TS146",
        pack(
            "C-1.46",
            Within(of=Count(HERE.back(lists.owner)), at_least="one"),
            JIXI.quote("雞冠區南山街道為試點"),
            figure("one", 1, JIXI.quote("雞冠區南山街道為試點")),
            scope=each(ties.kind == "designated_pilot").along(ties.source, "units"),
        ),
    ),
    of_kinds(
        "C-2.10",
        JIXI.quote("黨政機關、國有企事業單位、“兩新”組織"),
        "party_organ",
        "state_enterprise",
        "new_organisation",
    ),
    of_kinds(
        "C-2.33",
        SHANWEI.quote("街道党工委——社区党组织——机关党组织"),
        "working_committee",
        "community_party_organisation",
        "organ_party_organisation",
    ),
    each_hosts(
        "C-2.35", JIEFANGBEI.quote("街道和10个社区分别成立党建联席会"), "village", 10, "meeting", level="community"
    ),
    closed(
        "C-2.36",
        JIEFANGBEI.quote("搭建“阵地共建、资源共享、活动共抓”"),
        ("venue", "resource", "activity"),
        ("venue",),
        ("venue", "money"),
    ),
    closed(
        "C-2.38",
        SHANWEI.quote("公益联办和治安联防"),
        ("teams", "resources", "civility", "charity", "security"),
        ("security",),
        ("security", "untyped"),
    ),
    Judged(
        "C-2.39",
        place(*CHAIN, *happened(date(2018, 3, 1), kind="joint_meeting", agenda=("service",))),
        place(*CHAIN, *happened(date(2018, 3, 1), kind="joint_meeting", agenda=("weather",))),
        "TS239",
        pack(
            "C-2.39",
            Related(Values(HERE, "agenda"), Relation.OVERLAPS, "topics"),
            LANGFANG.quote("社区建设、社区管理和社区服务工作中出现的问题"),
            figure(
                "topics",
                ("construction", "management", "service"),
                LANGFANG.quote("社区建设、社区管理和社区服务工作中出现的问题"),
            ),
            scope=each(events.kind == "joint_meeting"),
        ),
    ),
    of_kinds(
        "C-2.40",
        JIXI.quote("花園社區與域內城山煤礦組建了黨建聯合體"),
        "community_party_organisation",
        "enterprise_party_organisation",
    ),
    Judged(
        "C-3.04",
        gridded(*SIX_FUNCTIONS, "more"),
        gridded(*SIX_FUNCTIONS[:5]),
        "TS304",
        pack(
            "C-3.04",
            Related(Values(HERE, "functions"), Relation.CONTAINS, "functions"),
            LANGFANG.quote("党建、综治、维稳、应急、社保、城管综合执法"),
            figure("functions", SIX_FUNCTIONS, LANGFANG.quote("党建、综治、维稳、应急、社保、城管综合执法")),
            scope=each(grids),
        ),
    ),
    closed(
        "C-3.16",
        LANGFANG.quote("组织互助活动、调解邻里纠纷"),
        ("know_residents", "report_opinion", "mutual_aid", "mediate"),
        ("report_opinion", "mediate"),
        ("mediate", "collect_fees"),
    ),
    checklist(
        "C-3.22",
        LANGFANG.quote("不仅给我们缴‘五险一金"),
        "pension",
        "medical",
        "unemployment",
        "work_injury",
        "maternity",
        "housing_fund",
    ),
    Judged(
        "C-3.26",
        deployed(6920),
        deployed(6920, left_out=1),
        "TS326",
        pack(
            "C-3.26",
            Within(of=Sum(HERE.back(ledger.account, ledger.resource == "deployed"), "amount"), at_least="least"),
            DEPLOYED,
            figure("least", 1, Assumption(Text(zh="全覆盖：每个小区至少一人", en="one a compound at least"))),
            scope=each(units.kind == "compound"),
        ),
    ),
    Judged(
        "C-3.26",
        deployed(6920),
        deployed(6919),
        "TS326",
        pack(
            "C-3.26",
            Within(
                of=Sum(
                    HERE.down(units.kind == "compound").back(ledger.account, ledger.resource == "deployed"), "amount"
                ),
                exactly="all",
            ),
            DEPLOYED,
            figure("all", 6920, DEPLOYED),
            scope=COMMUNITY,
        ),
    ),
    checklist("C-5.03", LANGFANG.quote("有党旗、有书报、有制度的“六有”标准"), *SIX_HAVES, lacking=3),
    unlisted("C-5.04", JIEFANGBEI.quote("按照“五有”规范党员活动室"), "a", "b", "c", "d", "e"),
    checklist(
        "C-5.05",
        JIEFANGBEI.quote("有统一档案封面、有统一标号"),
        "cabinet",
        "uniform_box",
        "uniform_cover",
        "uniform_numbering",
        lacking=1,
    ),
    unlisted("C-5.12", JIEFANGBEI.quote("必备设置一个不少，展现内容一项不漏"), "counter", "notice_board"),
    Judged(
        "C-5.10",
        visited(1),
        visited(2),
        "TS510",
        pack(
            "C-5.10",
            Within(of=Count(HERE.back(events.refers, events.kind == "visit")), at_most="most"),
            LANGFANG.quote("“最多跑一次”改革"),
            figure("most", 1, LANGFANG.quote("“最多跑一次”改革")),
            scope=each(events.kind == "service_completed"),
        ),
    ),
    Judged(
        "C-5.20",
        at_price(0),
        at_price(500),
        "TS520",
        pack(
            "C-5.20",
            Within(of=Own("amount"), exactly="price"),
            JIXI.quote("企業無償為社區提供活動場所"),
            figure("price", 0, JIXI.quote("企業無償為社區提供活動場所")),
            scope=each(facts.unit == "venue_price"),
        ),
    ),
    Judged("C-6.11", noticed(*MONTHS), noticed(*MONTHS[:4], *MONTHS[5:]), "TS611", NOTICES),
    Judged("C-6.11", paid(10), paid(11), "TS611", IN_TIME),
    Judged("C-6.11", settled(500), settled(499), "TS611", IN_FULL),
    Judged(
        "C-6.16",
        sanctioned(case=True),
        sanctioned(case=False),
        "TS616",
        pack(
            "C-6.16",
            Preceded(
                of=HERE.back(events.subject, events.kind == "sanction"),
                by=HERE.back(events.subject, events.kind == "case_opened"),
                referring=True,
            ),
            JIEFANGBEI.quote("约谈函询和违纪违法党员处理"),
            scope=each(bodies.kind == "branch"),
        ),
    ),
    Judged(
        "C-6.17",
        expelled(1, 1),
        expelled(2, 1),
        "TS617",
        many("C-6.17", TWO_SANCTIONED, HERE.back(events.subject, events.kind == "expulsion"), 1),
    ),
    Judged(
        "C-6.17",
        expelled(1, 1),
        expelled(1, 2),
        "TS617",
        many("C-6.17", TWO_SANCTIONED, HERE.back(events.subject, events.kind == "warning"), 1),
    ),
    over_a_year("C-6.30", LANGFANG.quote("提升基层治理能力为主要内容"), "theory", "party_affairs", "governance"),
    over_a_year("C-6.47", LANGFANG.quote("实现组织共建、活动共联、资源共享"), "organisation", "activity", "resource"),
    Judged("C-7.02", agreed(99), agreed(98), "TS702", AGREEMENTS),
    Judged("C-7.02", agreed(99), agreed(99, expired=True), "TS702", AGREEMENTS),
    Judged(
        "C-7.03",
        listed(*THREE_LISTS),
        listed("joint_building_list", "commitment_list"),
        "TS703",
        pack(
            "C-7.03",
            Related(Values(HERE.back(lists.owner), "kind"), Relation.CONTAINS, "kinds"),
            SHANWEI.quote("形成党建共建清单、群众服务需求清单"),
            figure("kinds", THREE_LISTS, SHANWEI.quote("形成党建共建清单、群众服务需求清单")),
            scope=COMMUNITY,
        ),
    ),
    Judged(
        "C-7.12", contributed(("mine", "block"), ("block", "mine")), contributed(("mine", "block")), "TS712", RECIPROCAL
    ),
    in_documents(
        "C-7.05",
        JIXI.quote("盛和煤礦簽訂《共建公約》"),
        "member_points",
        "volunteer_service",
        "convenience_service",
    ),
    in_documents(
        "C-8.17",
        LANGFANG.quote("民主协商、民主决策、民主管理和民主监督"),
        "consultation",
        "decision",
        "management",
        "supervision",
    ),
    Judged(
        "C-8.30",
        lectured(5),
        lectured(4),
        "TS830",
        many(
            "C-8.30",
            JIEFANGBEI.quote("创新“一课上五遍”上好专题党课"),
            HERE.back(events.refers, events.kind == "session"),
            5,
            each(events.kind == "special_lecture"),
        ),
    ),
    in_documents(
        "C-8.33",
        JIEFANGBEI.quote("档案封面样例、档案目录样例4个标准"),
        "work_archive",
        "basic_ledger",
        "cover_sample",
        "catalogue_sample",
    ),
    Judged(
        "C-8.34",
        numbered("volume", 7),
        numbered("volume", 6),
        "TS834",
        many(
            "C-8.34",
            JIEFANGBEI.quote("日常党务工作资料等7个资料卷"),
            HERE.back(documents.parties, documents.kind == "volume"),
            7,
        ),
    ),
    Judged(
        "C-8.38",
        filed(8),
        filed(9),
        "TS838",
        pack(
            "C-8.38",
            Answered(
                of=HERE.back(events.subject, events.kind == "meeting_held"),
                by=HERE.back(events.subject, events.kind == "record_filed"),
                within="days",
                referring=True,
            ),
            JIEFANGBEI.quote("注意保密，保证党建资料的时效性完整性准确性"),
            figure("days", 7, Assumption(Text(zh="原文未给出时限", en="the text gives no limit"))),
            scope=COMMUNITY,
        ),
    ),
    in_documents(
        "C-8.44", JIEFANGBEI.quote("全街党建考核的重要内容"), "duty_report_appraisal", "party_building_appraisal"
    ),
    in_documents("C-8.45", JIEFANGBEI.quote("把党建规范化建设纳入党建工作年度要点"), "party_life", "standardisation"),
    in_documents(
        "C-8.53",
        JIEFANGBEI.quote("扎实规范组织设置、活动阵地、工作机制"),
        "organisation",
        "venue",
        "mechanism",
        "conduct",
    ),
    Judged("C-9.14", managed("block"), managed("firm"), "LF914", LANGFANG_PACK),
    Judged("C-10.07", themed(*MONTHS), themed(*MONTHS, date(2018, 5, 28)), "TS1007", THEMES),
    Judged("C-10.07", themed(*MONTHS), themed(*MONTHS[:5], *MONTHS[6:]), "TS1007", THEMES),
    checklist(
        "C-10.12", JIXI.quote("互聯網+群眾、互聯網+社工、互聯網+商家"), "residents", "social_workers", "merchants"
    ),
    of_kinds(
        "C-10.15", JIXI.quote("加強社區、社會組織、社會工作互聯互動"), "community", "social_organisation", "social_work"
    ),
    of_kinds(
        "C-10.16",
        LANGFANG.quote("社区、社会组织、社会工作、社会志愿服务融合"),
        "community",
        "social_organisation",
        "social_work",
        "volunteer_service",
    ),
    over_a_year("C-10.17", JIXI.quote("服務群眾聯做、資源陣地聯用、工作效果聯評"), *EIGHT_JOINTS),
    of_kinds(
        "C-10.18",
        LANGFANG.quote("联动的社区“六位一体”治理架构"),
        "community_party_organisation",
        "residents_committee",
        "owners_committee",
        "entrance_heads",
        "service_station",
        "property_enterprise",
    ),
    checklist(
        "C-10.22",
        JIXI.quote("社會治理、信訪維穩、社會治安和安全隱患"),
        "social_governance",
        "petition_stability",
        "public_security",
        "hazards",
    ),
)
