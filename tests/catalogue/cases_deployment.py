"""Cases of the spring of 2020 and of those who work in a community: compounds, checkpoints, heads, pilots, pay."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs

import pbgov
from pbgov.base import Exact, MoreThan, Row, Verdict
from pbgov.model import Document, Event, Fact, Jurisdiction, Posting, Process, View, columns
from pbgov.org import Body, Post
from pbgov.packs import LANGFANG
from pbgov.packs._langfang_workers import INSURANCES
from pbgov.rules import HERE, Count, Ratio, Sum, Within, each
from tests.catalogue.worlds import CHAIN, ON, SINCE, Asked, Case, Judged, Stored, place, tie, unit
from tests.catalogue.worlds import LANGFANG_REPORT as REPORT

ledger, posts, units = columns("ledger"), columns("posts"), columns("units")
COMPOUNDS: Final = 1240
CALL: Final = date(2018, 2, 1)
PAY: Final = REPORT.quote("工资也涨到了4000多元")
HEADS: Final = REPORT.quote("志愿者中选拔楼门长16630人")


# C-1.08, C-3.25 to C-3.27: compounds without property service


def unmanaged(end: date | None) -> Jurisdiction:
    """A list of compounds without property service that names one whose contract ends on some day."""
    rows = [
        unit("yard", None, "block", "compound"),
        Document(id="list", kind="unmanaged_compound_list", parties=("yard",)),
        Document(id="contract", kind="property_service_contract", parties=("yard",), end=end),
    ]
    return place(*CHAIN, *rows, whole="documents")


def called(
    people: int = 6920, checkpoints: int = 1353, pioneers: int = 1374, *, left_out: int = 0, unguarded: int = 0
) -> Jurisdiction:
    """1,240 compounds of a city to which members are deployed; some got nobody, some no checkpoint."""
    names = tuple(f"x{n:04}" for n in range(COMPOUNDS))
    served, guarded = names[: COMPOUNDS - left_out], names[: COMPOUNDS - unguarded]
    rows: list[Row] = [unit(name, None, "city", "compound") for name in names]
    rows += [Event(id="call", kind="deployment", subject="city", date=CALL, refers=names)]
    each_gets, more = divmod(people, len(served))
    sent = {name: each_gets + (n < more) for n, name in enumerate(served)} | {"city": -people}
    rows += [
        Posting(id=f"d-{name}", account=name, resource="deployed", amount=amount, date=CALL, transfer="call")
        for name, amount in sent.items()
    ]
    rows += [Body(id=f"k{n:04}", kind="checkpoint", host=guarded[n % len(guarded)]) for n in range(checkpoints)]
    rows += [Post(id=f"p{n:04}", kind="pioneer_post", unit=names[n % COMPOUNDS]) for n in range(pioneers)]
    return place(CHAIN[0], *rows, whole="units ledger bodies:checkpoint posts:pioneer_post")


def per_compound(people: int) -> int:
    """How many members and cadres there are to a compound on average, in thousandths: 5.58 in the text."""
    world, compounds = called(people), HERE.down(units.kind == "compound")
    sent = Sum(compounds.back(ledger.account, ledger.resource == "deployed"), "amount")
    mean = View(world, LANGFANG.at(ON), ON, SINCE).measure(Ratio(sent, Count(compounds)), world.units["city"])
    return mean.low


def surveyed(*by: str, compounds: int = COMPOUNDS) -> Jurisdiction:
    """A survey made by departments of these kinds, which finds so many compounds."""
    rows: list[Row] = [unit(f"d-{kind}", None, "city", kind) for kind in by]
    names = tuple(f"x{n:04}" for n in range(compounds))
    rows += [unit(name, None, "block", "compound") for name in names]
    survey = Event(
        id="s",
        kind="survey",
        subject="city",
        date=CALL,
        agenda=("unmanaged_compound",),
        refers=names,
        attendance=tuple(f"d-{kind}" for kind in by),
    )
    return place(*CHAIN, *rows, survey, whole="units events:survey")


BOTH: Final = ("organisation", "civil_affairs")


# C-3.14, C-3.16: entrance heads


def counted_heads(n: int) -> Jurisdiction:
    """A stated total of entrance heads, none of whom is on record by person."""
    return place(
        *CHAIN, Fact(id="heads", about="city", amount=Exact(n), unit="entrance_heads", basis=HEADS), whole="facts"
    )


def asked_of_heads(*, by_person: bool) -> Verdict:
    """What is said of the stated total: by the pack, or by a norm that would count persons."""
    counting = attrs.evolve(
        LANGFANG.norm("LF314"),
        code="TS314",
        scope=each(units.level == "city"),
        payload=Within(of=Count(each(posts.kind == "entrance_head")), exactly="entrance_head.number"),
    )
    pack = attrs.evolve(LANGFANG, norms=(counting,))
    world = counted_heads(16_630)
    report = pbgov.validate(world, pack=pack if by_person else LANGFANG, on=ON, since=SINCE)
    [verdict] = [one for one in Verdict if report.count("TS314" if by_person else "LF314", one)]
    assert len(world.people) == 0
    return verdict


def head_at_work(*functions: str, by: str = "entrance_head") -> Jurisdiction:
    """Something a head of an entrance did, or another in the head's place."""
    post = Post(id="post", kind=by, unit="tower")
    done = Event(id="e", kind="entrance_head_work", subject="block", date=CALL, agenda=functions, attendance=("post",))
    return place(*CHAIN, unit("tower", None, "block", "building"), post, done, whole="posts events:entrance_head_work")


# C-1.46, C-3.20 to C-3.22, C-3.24: community workers


def piloting(*pilots: str, without: str = "") -> Jurisdiction:
    """Districts designated as pilots, each with its pilot on record but for one, and one more that is no pilot."""
    rows: list[Row] = [unit(name, "county", "city", "city_district") for name in (*pilots, "other")]
    rows += [tie("designated_pilot", name, "city") for name in pilots]
    rows += [
        Process(id=f"pilot-{name}", kind="career_pilot", subject=name, start=CALL) for name in pilots if name != without
    ]
    return place(CHAIN[0], *rows, whole="units ties:designated_pilot processes:career_pilot")


def raised(yuan: int) -> Jurisdiction:
    """By how much the monthly pay of community workers rose, on average."""
    basis = REPORT.quote("人均月增资近2000元")
    return place(*CHAIN, Fact(id="rise", about="city", amount=Exact(yuan), unit="monthly_pay_rise", basis=basis))


def asked_in_pay(month: int, day: int) -> tuple[str, ...]:
    """What the pack asks of pay on a day of 2021."""
    return tuple(norm.code for norm in LANGFANG.at(date(2021, month, day)).norms if norm.item == "C-3.21")


def insured(*sections: str) -> Jurisdiction:
    """The contract of a community worker, with these insurances."""
    return place(*CHAIN, Document(id="c", kind="community_worker_contract", parties=("block",), sections=sections))


def judged(item: str, accepting: Jurisdiction, violating: Jurisdiction, code: str, subject: str, **more: Any) -> Judged:
    """Two places under the pack of Langfang."""
    return Judged(item, accepting, violating, code, LANGFANG, subject=subject, **more)


ALL_CALLED: Final = called()

CASES: Final[tuple[Case, ...]] = (
    judged("C-1.08", unmanaged(date(2018, 12, 1)), unmanaged(None), "LF108", "list"),
    judged("C-1.46", piloting("a", "b"), piloting("a", "b", without="b"), "LF146", "b"),
    judged("C-3.14", counted_heads(16_630), counted_heads(16_629), "LF314", "heads"),
    Asked(
        "C-3.14",
        lambda: asked_of_heads(by_person=False),
        Verdict.MET,
        lambda: asked_of_heads(by_person=True),
        Verdict.UNKNOWN,
    ),
    judged("C-3.16", head_at_work("report_opinion", "mediate"), head_at_work("mediate", "collect_fees"), "LF3161", "e"),
    *(
        judged("C-3.16", head_at_work(one), head_at_work(one, by="merchant"), "LF3162", "e")
        for one in ("know_residents", "mediate", "mutual_aid", "report_opinion")
    ),
    Asked("C-3.21", lambda: asked_in_pay(7, 1), ("LF321",), lambda: asked_in_pay(6, 30), ()),
    judged("C-3.21", raised(1950), raised(2100), "LF321", "rise", on=date(2021, 8, 1)),
    Stored(
        "C-3.21",
        Fact(
            id="pay",
            about="block",
            amount=MoreThan(4000),
            unit="monthly_pay",
            basis=REPORT.quote("工资也涨到了4000多元"),
        ),
    ),
    *(
        judged("C-3.22", insured(*INSURANCES), insured(*(one for one in INSURANCES if one != lacking)), "LF322", "c")
        for lacking in INSURANCES
    ),
    *(judged("C-3.24", piloting("a", "b"), piloting(*pilots), "LF3243", "city") for pilots in ("a", "abc")),
    judged("C-3.25", surveyed(*BOTH), surveyed("organisation"), "LF3252", "s"),
    judged("C-3.25", surveyed(*BOTH), surveyed(*BOTH, compounds=COMPOUNDS - 1), "LF3253", "s"),
    judged("C-3.26", ALL_CALLED, called(left_out=1), "LF3261", "x1239"),
    judged("C-3.26", ALL_CALLED, called(6919), "LF3262", "call"),
    Asked("C-3.26", lambda: per_compound(6920), 5580, lambda: per_compound(6919), 5579),
    judged("C-3.27", ALL_CALLED, called(unguarded=1), "LF3271", "x1239"),
    judged("C-3.27", ALL_CALLED, called(checkpoints=1352), "LF3272", "call"),
    judged("C-3.27", ALL_CALLED, called(pioneers=1373), "LF3273", "call"),
)
