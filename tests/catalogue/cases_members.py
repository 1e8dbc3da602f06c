"""Cases of Party members: where they belong, their categories and points, their dues, and discipline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import attrs

from pbgov.base import FrozenMap, Period, Row
from pbgov.errors import InvalidValueError
from pbgov.model import Document, Event, Jurisdiction, Posting, Process
from pbgov.org import Body, Holding, Person, Post
from pbgov.packs import JIEFANGBEI
from pbgov.rules import Classification, DutyItem, DutyList, Score, ScorePart, ScoreScheme, Standards
from tests.catalogue.cases_street import OF, street, written
from tests.catalogue.worlds import A_CASE, CHAIN, Asked, Case, Judged, Refused, place, supplied, tie

MEMBER_CATEGORIES: Final[Classification] = OF["member_categories"]
FOUR_FORMS: Final[Classification] = OF["four_forms"]
STANDARDS: Final[Standards] = OF["points_standards"]
CATEGORIES: Final = MEMBER_CATEGORIES.codes()
PARTS: Final = tuple(part.code for part in STANDARDS.schemes[CATEGORIES[0]].parts)
LAST: Final[ScoreScheme] = OF["points_no_post_member"]
BRANCH: Final = Body(id="branch", kind="party_branch", host="v0")
MONTHS: Final = tuple(date(2018, month, 15) for month in range(1, 13))
YEAR: Final = Period(date(2018, 1, 1), date(2019, 1, 1))


def people(n: int, category: str = "full_member", prefix: str = "m") -> list[Row]:
    """So many persons."""
    return [Person(id=f"{prefix}{i:04}", category=category) for i in range(n)]


def counted(registered: int, mobile: int, *, both: int = 0) -> Jurisdiction:
    """So many registered and so many mobile members, some of these registered as well."""
    whole = attrs.evolve(BRANCH, kind="general_branch")  # too many for one branch
    rows = [whole, *people(registered), *people(mobile - both, "mobile_member", "f")]
    rows += [tie("registered_with", f"m{i:04}", "branch") for i in range(registered)]
    rows += [tie("participates_in", f"f{i:04}", "branch") for i in range(mobile - both)]
    rows += [tie("participates_in", f"m{i:04}", "branch") for i in range(both)]
    return street(*rows, whole="ties:registered_with ties:participates_in")


def included(*names: str) -> Jurisdiction:
    """A registered and a mobile member, those named in a branch."""
    kinds = {"m0000": "registered_with", "f0000": "participates_in"}
    rows = [Body(id="branch", kind="party_branch", host="block"), *people(1), *people(1, "mobile_member", "f")]
    rows += [tie(kinds[name], name, "branch") for name in names]
    return place(*CHAIN, *rows, whole="ties:registered_with ties:participates_in")


FIVE: Final = supplied(supplied(JIEFANGBEI, "members.registered", 5), "members.mobile", 0)
ONE: Final = supplied(supplied(JIEFANGBEI, "members.registered", 1), "members.mobile", 0)
FACTS: Final = ("infirm", "mobile", "non_public", "in_service")


def category(*true: str) -> str | None:
    """The category of somebody of whom these hold."""
    return MEMBER_CATEGORIES.classify({fact: fact in true for fact in FACTS}).category


def divided(*twice: str, name: str = CATEGORIES[0]) -> Jurisdiction:
    """A branch of five members, one in each category, the first of which has a name; some also in the last one."""
    codes = (name, *CATEGORIES[1:])
    rows: list[Row] = [BRANCH, *people(5)]
    rows += [Body(id=f"c{i}", kind="member_category", host="branch", functions=(codes[i],)) for i in range(5)]
    rows += [tie("registered_with", f"m{i:04}", "branch") for i in range(5)]
    rows += [tie("member", f"m{i:04}", f"c{i}") for i in range(5)]
    rows += [tie("member", member, "c4") for member in twice]
    whole = "ties:member ties:registered_with ties:participates_in bodies:member_category"
    return street(*rows, whole=whole)


def scored(*codes: str) -> Jurisdiction:
    """A list of standards, one for each of these categories."""
    rows: list[Row] = [DutyList(id="standards", kind="points_standard", owner="v0")]
    rows += [DutyItem(id=f"s{n}", list="standards", category=code) for n, code in enumerate(codes)]
    return street(*rows, whole="entries")


def given(points: int, by: str = "branch") -> Jurisdiction:
    """So many points of a member."""
    rows = [BRANCH, *people(1)]
    rows += [
        Posting(id=f"p{n}", account=account, resource="member_points", amount=amount, date=MONTHS[0], transfer="t")
        for n, (account, amount) in enumerate(((by, -points), ("m0000", points)))
    ]
    return street(*rows, whole="ledger bodies:party_branch")


def scheme(*caps: int) -> ScoreScheme:
    """A standard of the three parts."""
    parts = tuple(ScorePart(code, cap) for code, cap in zip(PARTS, caps, strict=True))
    return ScoreScheme(id="scheme", parts=parts, basis=A_CASE)


def score(of: ScoreScheme, *points: int) -> Score:
    """A member's score of the year."""
    return of.score("m0000", YEAR, dict(zip(PARTS, points, strict=True)))


def happened(kind: str, days: Sequence[date], **cells: Any) -> list[Row]:
    """Events of one kind in the branch."""
    return [Event(id=f"{kind}-{n}", kind=kind, subject="branch", date=day, **cells) for n, day in enumerate(days)]


def noticed(*days: date) -> Jurisdiction:
    """A branch that gave notice of dues on these days."""
    return street(BRANCH, *happened("dues_notice", days), whole="events:dues_notice")


def paid(day: int) -> Jurisdiction:
    """Dues that fell due on the 10th of May and were paid on a day of May."""
    due = happened("dues_due", [date(2018, 5, 10)])
    payment = happened("dues_paid", [date(2018, 5, day)], refers=("dues_due-0",))
    return street(BRANCH, *due, *payment, whole="events:dues_due events:dues_paid")


def settled(fen: int) -> Jurisdiction:
    """A member who owed 500 fen and paid so many."""
    rows = [
        Posting(id=f"{name}-{side}", account=side, resource="dues", amount=sum_, date=date(2018, 5, 1), transfer=name)
        for name, amount in (("owed", -500), ("paid", fen))
        for side, sum_ in (("m0000", amount), ("branch", -amount))
    ]
    return street(BRANCH, *people(1), *rows, whole="ledger")


def congratulated(*days: date) -> Jurisdiction:
    """A member whose admission is on record, congratulated on these days."""
    way = Process(id="way", kind="membership", subject="m0000", start=date(2016, 2, 29))
    rows = happened("political_birthday", days, refers=("m0000",))
    return street(BRANCH, *people(1), way, *rows, whole="events:political_birthday processes")


def related(*ties: tuple[str, str]) -> Jurisdiction:
    """A member with these ties."""
    rows = [tie(kind, "m0000", target) for kind, target in ties]
    return street(BRANCH, *people(1), *rows, whole="ties")


THREE: Final = (("registered_with", "branch"), ("resides_in", "v1"), ("works_at", "v2"))


def working_in(where: str) -> Jurisdiction:
    """Somebody who works for the Party, in a branch or in no Party organisation."""
    rows: list[Row] = [Body(id="centre", kind="party_masses_centre", host="v0"), *people(1)]
    rows += [Post(id="worker", kind="party_affairs_worker", unit=where), Holding(id="h", post="worker", person="m0000")]
    return street(BRANCH, *rows)


def designated(*papers: str) -> Jurisdiction:
    """A pioneer post, designated under these documents."""
    rows: list[Row] = [Document(id="rules", kind="selection_rules"), Document(id="notes", kind="policy_document")]
    return street(BRANCH, *rows, *happened("pioneer_post_designated", MONTHS[:1], refers=papers))


def evaluated(by: str) -> Jurisdiction:
    """A member evaluated by somebody."""
    return street(
        *people(1), Person(id="r", category="resident"), tie("evaluates", by, "m0000"), whole="ties:evaluates"
    )


# Discipline


def expelled(*, left: bool) -> Jurisdiction:
    """Somebody who was expelled, and has left the branch or not."""
    rows = [Body(id="branch", kind="party_branch", host="block"), *people(1, "former_member")]
    rows += happened("sanction", MONTHS[:1], agenda=("expulsion",), refers=("m0000",))
    rows += [] if left else [tie("registered_with", "m0000", "branch")]
    return place(*CHAIN, *rows, whole="events:sanction ties:registered_with ties:participates_in")


def handled(*measures: str, case: bool = True) -> Jurisdiction:
    """Sanctions of the year, on a case or without one."""
    rows = [BRANCH, *people(1, "former_member"), *people(3, prefix="w")]
    rows += [tie("registered_with", f"w{n:04}", "branch") for n in range(3)]
    rows += [Post(id="worker", kind="community_worker", unit="v0"), Holding(id="h", post="worker", person="w0001")]
    persons = {"expulsion": "m0000", "warning": "w0000", "unspecified": "w0001"}
    for n, measure in enumerate(measures):
        name = f"s{n}"
        day = MONTHS[n]
        who = persons.get(measure, "w0001")
        rows.append(Event(id=name, kind="sanction", subject="branch", date=day, agenda=(measure,), refers=(who,)))
        rows += [Event(id=f"case{n}", kind="case_opened", subject="branch", date=day, refers=(name,))] if case else []
    whole = (
        "events:sanction events:case_opened ties:registered_with ties:participates_in posts:community_worker holdings"
    )
    return street(*rows, whole=f"units {whole}")


OF_THE_YEAR: Final = ("expulsion", "warning", "unspecified")
NO_FIRMS_AND: Final = supplied(
    supplied(supplied(JIEFANGBEI, "registry.organisations", 0), "members.registered", 3), "members.mobile", 0
)


def prolonged(extended: int, revoked: int) -> Jurisdiction:
    """So many probations extended, and so many revoked, in the year."""
    rows = happened("probation_extended", MONTHS[:extended]) + happened("probation_revoked", MONTHS[:revoked])
    return street(BRANCH, *rows, whole="events:probation_extended events:probation_revoked")


CASES: Final[tuple[Case, ...]] = (
    Judged("C-6.03", divided(), divided("m0002"), "JF6031", FIVE),
    Judged("C-6.03", divided(), divided(name="honorary_member"), "JF6032", FIVE),
    Asked(
        "C-6.03", lambda: category("infirm", "mobile"), "elderly_infirm_member", category, "no_post_member"
    ),
    Judged("C-6.04", scored(*CATEGORIES), scored(*CATEGORIES[:4], CATEGORIES[0]), "JF6041", JIEFANGBEI),
    Judged("C-6.04", scored(*CATEGORIES), scored(*CATEGORIES, CATEGORIES[0]), "JF6042", JIEFANGBEI),
    Refused(
        "C-6.04",
        lambda: Standards(categories=CATEGORIES, schemes=STANDARDS.schemes),
        lambda: Standards(categories=CATEGORIES, schemes=FrozenMap(dict(list(STANDARDS.schemes.items())[:4]))),
        InvalidValueError,
    ),
    Judged("C-6.05", given(5), given(5, by=BRANCH.host), "JF605", JIEFANGBEI),
    Refused("C-6.06", lambda: score(scheme(40, 40, 20), 35, 30, 18), lambda: scheme(45, 45, 20), InvalidValueError),
    Refused("C-6.06", lambda: score(LAST, 35, 30, 18), lambda: score(LAST, 44, 40, 20), InvalidValueError),
    Judged("C-6.06", given(83), given(104), "JF6061", JIEFANGBEI),
    Judged("C-6.06", written("points_scheme", *PARTS), written("points_scheme", *PARTS[:2]), "JF6062", JIEFANGBEI),
    Judged("C-6.08", counted(1995, 665), counted(1994, 665), "JF608", JIEFANGBEI),
    Judged("C-6.08", counted(1995, 665), counted(1996, 665), "JF608", JIEFANGBEI),
    Judged("C-6.09", counted(1995, 665), counted(1995, 664), "JF6091", JIEFANGBEI),
    Judged("C-6.09", counted(1995, 665), counted(1995, 665, both=1), "JF6092", JIEFANGBEI),
    Judged("C-6.10", included("m0000", "f0000"), included("m0000"), "JF610", JIEFANGBEI),
    Judged("C-6.11", noticed(*MONTHS), noticed(*MONTHS[:4], *MONTHS[5:]), "JF6111", JIEFANGBEI),
    Judged("C-6.11", paid(10), paid(11), "JF6112", JIEFANGBEI),
    Judged("C-6.11", settled(500), settled(499), "JF6113", JIEFANGBEI),
    Judged("C-6.12", congratulated(date(2018, 2, 28)), congratulated(), "JF612", JIEFANGBEI),
    Judged("C-6.13", prolonged(1, 1), prolonged(2, 1), "JF613", JIEFANGBEI),
    Judged("C-6.14", prolonged(1, 1), prolonged(1, 0), "JF614", JIEFANGBEI),
    Asked(
        "C-6.15",
        lambda: FOUR_FORMS.classify({"kind": "warning"}).category,
        "form_2",
        lambda: FOUR_FORMS.classify({"kind": "expulsion"}).category,
        "form_3",
    ),
    Judged("C-6.16", handled(*OF_THE_YEAR), handled(*OF_THE_YEAR, case=False), "JF616", NO_FIRMS_AND),
    Judged("C-6.17", handled(*OF_THE_YEAR), handled(*OF_THE_YEAR, "expulsion"), "JF6171", NO_FIRMS_AND),
    Judged("C-6.17", handled(*OF_THE_YEAR), handled(*OF_THE_YEAR, "warning"), "JF6172", NO_FIRMS_AND),
    Judged("C-6.17", expelled(left=True), expelled(left=False), "JF6173", JIEFANGBEI),
    Judged("C-6.18", handled(*OF_THE_YEAR), handled(*OF_THE_YEAR, "unspecified"), "JF6181", NO_FIRMS_AND),
    Judged("C-6.18", handled(*OF_THE_YEAR), handled(*OF_THE_YEAR[:2], "removal"), "JF6182", NO_FIRMS_AND),
    Judged("C-6.19", related(*THREE), related(*THREE[:2], ("belongs_to", "v2")), "JF6191", ONE),
    Judged("C-6.19", related(*THREE), related(*THREE, ("registered_with", "v1")), "JF6192", ONE),
    Judged("C-6.32", working_in("branch"), working_in("centre"), "JF632", JIEFANGBEI),
    Judged("C-6.35", designated("rules"), designated(), "JF635", JIEFANGBEI),
    Judged("C-6.35", designated("rules"), designated("notes"), "JF635", JIEFANGBEI),
    Judged("C-8.55", evaluated("r"), evaluated("m0000"), "JF855", JIEFANGBEI),
)  # fmt: skip
