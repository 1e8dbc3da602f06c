"""Cases of check-lists, coverage, order and what belongs together: one norm an item, as small as the item."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from pbgov.base import Basis, Cycle, Required, Row, Text
from pbgov.model import Approval, Document, Event, Jurisdiction, columns
from pbgov.org import Body, Person
from pbgov.packs import JIXI as JIXI_PACK
from pbgov.packs import LANGFANG as LANGFANG_PACK
from pbgov.rules import (
    HERE,
    Count,
    Covered,
    Dated,
    Outcome,
    Parameter,
    Related,
    Relation,
    RulePack,
    Selector,
    Values,
    Within,
    each,
)
from tests.catalogue.cases_decisions import ITEMS
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

bodies, documents, entries, events, facts, grids, holdings, ledger, lists, posts, ties, units = (
    columns(table)
    for table in (
        "bodies", "documents", "entries", "events", "facts", "grids", "holdings", "ledger", "lists", "posts",
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


# One norm, two worlds


def themed(*days: date) -> Jurisdiction:
    """A demonstration compound with the days on which it held its themed activity."""
    return place(*CHAIN, *happened(*days, kind="themed_activity"), whole="events:themed_activity")


def managed(by: str) -> Jurisdiction:
    """A mobile member managed by a unit."""
    rows = [
        *CHAIN,
        unit("firm", None, None, "new_economic_organisation"),
        Person(id="p1", category="mobile_member"),
        tie("manages", by, "p1"),
    ]
    return place(*rows, whole="ties:manages")


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
    Judged("C-9.14", managed("block"), managed("firm"), "LF914", LANGFANG_PACK),
)
