"""Small places, packs of one norm, and a pack with a norm of every kind."""

from __future__ import annotations

from datetime import date
from typing import Any

from pbgov.base import Assumption, Band, Cycle, Modality, Required, Row, Text, Verdict
from pbgov.boundary import validate
from pbgov.model import Jurisdiction, Recorded, columns
from pbgov.org import FOUR_LEVELS, Body, Tie, Unit
from pbgov.rules import (
    HERE,
    Admitted,
    AllEqual,
    Anchoring,
    Answered,
    Cadence,
    Chained,
    CompleteChain,
    Count,
    Dated,
    Distinct,
    Divided,
    Enumerated,
    Figure,
    Link,
    Norm,
    Own,
    Parameter,
    Preceded,
    Ratio,
    Related,
    Relation,
    RulePack,
    SameEnd,
    Selector,
    Stated,
    Sum,
    Values,
    Within,
    each,
)

ON = date(2018, 7, 1)
WORDS = Text(zh="规定", en="a norm")
BASIS = Assumption(WORDS)

units, bodies, ties = columns("units"), columns("bodies"), columns("ties")
events, entries, lists = columns("events"), columns("entries"), columns("lists")
facts, ledger, grids, posts = columns("facts"), columns("ledger"), columns("grids"), columns("posts")
holdings, documents = columns("holdings"), columns("documents")

MEETING = each(bodies.kind == "meeting")
REGULAR = HERE.back(events.subject, events.kind == "regular_meeting")
SPECIAL = HERE.back(events.subject, events.kind == "special_meeting")
MEMBERS = HERE.back(ties.target, ties.kind == "member")


def place(*rows: Row, whole: tuple[str, ...] = (), claims: tuple[Recorded, ...] = (), **cells: Any) -> Jurisdiction:
    """Give a place of these rows that claims to hold some tables whole."""
    recorded = (*(Recorded(table=table) for table in whole), *claims)
    return Jurisdiction(id="place", profile=FOUR_LEVELS, recorded=recorded, **cells).having(*rows)


def norm(payload: Any, scope: Selector = MEETING, *, modality: Modality = Modality.MUST, **cells: Any) -> Norm:
    """Give a norm with the code ``XX1``."""
    known: dict[str, Any] = {"code": "XX1", "text": WORDS, "basis": BASIS}
    return Norm(scope=scope, payload=payload, modality=modality, **(known | cells))


def pack(*norms: Norm, **figures: Figure | None) -> RulePack:
    """Give a pack of these norms; a figure of ``None`` is still to be supplied."""
    parameters = tuple(
        Parameter(id=name, unit=WORDS, values=(Dated(value=value, basis=Required(WORDS) if value is None else BASIS),))
        for name, value in figures.items()
    )
    return RulePack(id="pack", title=WORDS, parameters=parameters, norms=norms)


def verdicts(given: Jurisdiction, rules: RulePack, *, on: date = ON, since: date | None = None) -> list[Verdict]:
    """Give the verdicts on all subjects, sorted."""
    report = validate(given, pack=rules, on=on, since=since)
    return sorted(tally.verdict for tally in report.tallies for _ in range(tally.n))


def meeting(*members: str, end: date | None = None) -> list[Row]:
    """Give a unit ``H`` that hosts a meeting ``M`` of these members."""
    names = dict.fromkeys(("H", *members))
    return [
        *(Unit(id=name, kind="unit") for name in names),
        Body(id="M", kind="meeting", host="H"),
        *(Tie(id=f"T{name}", kind="member", source=name, target="M", end=end) for name in members),
    ]


EVERYTHING = pack(
    norm(Within(of=Count(MEMBERS), exactly="two"), code="XX1"),
    norm(Within(of=Sum(HERE.back(ledger.account), "amount"), at_least="two", at_most="nine"), each(units), code="XX2"),
    norm(Within(of=Distinct(HERE.back(posts.unit), "kind"), at_most="two"), each(units), code="XX3", waivable=True),
    norm(Within(of=Own("households"), band="size"), each(grids), code="XX4"),
    norm(
        Within(
            of=Ratio(Count(HERE.back(posts.unit, posts.kind == "head")), Count(HERE.back(posts.unit))), at_least="two"
        ),
        each(units),
        code="XX5",
        modality=Modality.IN_PRINCIPLE,
    ),
    norm(Within(of=Own("amount"), at_most="wanting"), each(facts), code="XX6"),
    norm(
        Within(of=Count(HERE.back(holdings.post, holdings.full_time == True)), exactly="two"),  # noqa: E712 - a tree
        each(posts),
        code="XX7",
        modality=Modality.ENCOURAGED,
    ),
    *(
        norm(Related(Values(HERE, "attendance"), how, (Values(_MEMBERS_OF, "source"),)), each(events), code=f"XX1{n}")
        for n, how in enumerate(Relation)
        for _MEMBERS_OF in (HERE.along(events.subject, "bodies").back(ties.target),)
    ),
    *(
        norm(Related(Values(HERE.back(entries.list), "function"), how, "codes"), each(lists), code=f"XX2{n}")
        for n, how in enumerate(Relation)
    ),
    norm(AllEqual(Values(HERE.down().back(lists.owner), "version")), each(units), code="XX30"),
    norm(
        Divided(
            whole=Values(HERE.back(ties.target), "source"),
            into=HERE.back(bodies.host),
            members=Values(HERE.back(ties.target), "source"),
        ),
        each(bodies),
        code="XX31",
    ),
    norm(
        SameEnd(HERE.up("city"), HERE.back(ties.source).along(ties.target, "units").up("city")),
        each(units),
        code="XX32",
    ),
    norm(CompleteChain("levels"), each(units.level != "city"), code="XX33", waivable=True),
    norm(
        Cadence(of=HERE.back(events.subject, events.kind == "regular_meeting"), per="month"),
        each(bodies),
        code="XX34",
        modality=Modality.MAY,
    ),
    norm(Cadence(of=HERE.back(events.subject), per="week"), each(bodies), code="XX35"),
    norm(Enumerated(Values(HERE, "sections"), "two"), each(documents), code="XX36"),
    norm(Stated(HERE.back(entries.list), ("matter", "name")), each(lists), code="XX28"),
    norm(Admitted(organs="codes", approvers="two"), each(entries), code="XX29"),
    norm(Within(of=Count(HERE), exactly="two"), each(units.kind == "nothing"), code="XX37"),
    norm(Chained(links=(Link(REGULAR, "month"), Link(SPECIAL, "quarter"))), each(bodies), code="XX38"),
    norm(Chained(links=(Link(REGULAR, "month"), Link(SPECIAL, "quarter")), referring=True), each(bodies), code="XX39"),
    norm(Preceded(of=REGULAR, by=SPECIAL), each(bodies), code="XX40", waivable=True),
    norm(Preceded(of=REGULAR, by=SPECIAL, within="nine", referring=True), each(units), code="XX41"),
    norm(Answered(of=REGULAR, by=SPECIAL, within="month", former=True), each(bodies), code="XX42"),
    norm(Cadence(of=HERE.back(events.attendance), per="quarter", former=True, at_most="two"), each(units), code="XX43"),
    norm(Cadence(of=REGULAR, per="quarter", anchoring=Anchoring.ROLLING), each(bodies), code="XX44"),
    two=2,
    nine=9,
    size=Band(200, 300),
    wanting=None,
    codes=("party", "safety"),
    levels=("community", "township", "county", "city"),
    month=Cycle.MONTH,
    week=Cycle.WEEK,
    quarter=Cycle.QUARTER,
)
