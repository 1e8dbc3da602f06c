"""An accepting and a violating example for the codes that the catalogue does not reach: structure and boundary."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import attrs

import pbgov
from pbgov.base import Cycle, Exact, Finding, Json, Row
from pbgov.boundary import neighbourhood_from_geojson, pack_to_document, parse_pack
from pbgov.errors import InvalidDocumentError
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Event, Fact, Jurisdiction, Posting, Process
from pbgov.org import CITY, COMMUNITY, COUNTY, TOWNSHIP, Body, Holding, LevelProfile, Person, Post, Unit
from pbgov.packs import JIEFANGBEI, JIXI, NATIONAL, PARTY_LIFE, PROCESSES
from pbgov.rules import Act, DutyItem, DutyList, Follows, Lifecycle, Norm, Outcome, RulePack, Value
from tests.catalogue.worlds import A_CASE, CHAIN, ON, QUARTERS, Judged, Ruled, members, place, supplied, tie, unit

Read = Callable[[str], tuple[Finding, ...]]


def _under(name: str, parent: str) -> Unit:
    """A park under another."""
    return unit(name, None, parent, "park")


def _led(start: date) -> Jurisdiction:
    """A community led by its subdistrict until a day, and by its county from another day on."""
    first = attrs.evolve(tie("leads", "street", "block"), end=date(2018, 7, 1))
    return place(*CHAIN, first, attrs.evolve(tie("leads", "county", "block"), start=start))


def _housed(*members_of: tuple[str, ...]) -> Jurisdiction:
    """A neighbourhood of two buildings, and its grids."""
    home = Neighbourhood(id="n", community="block", buildings=[Building(id=f"b{i}", households=9) for i in range(2)])
    grids = [Grid(id=f"g{i}", neighbourhood="n", members=held) for i, held in enumerate(members_of)]
    return place(*CHAIN, home, *grids)


def _moved(taken: int) -> Jurisdiction:
    """A transfer of two posts, of which so many arrive."""
    sides = (("given", "county", -2), ("taken", "block", taken))
    rows = [
        Posting(id=side, account=account, resource="staff", amount=amount, date=date(2018, 3, 1), transfer="t")
        for side, account, amount in sides
    ]
    return place(*CHAIN, *rows, whole="ledger")


def _labelled(name: str) -> Jurisdiction:
    """A grassroots unit with the code of a village."""
    return place(*CHAIN, attrs.evolve(CHAIN[3], id="230304002200", name=name))


_MEETING: Final = Body(id="m", kind="regional_joint_meeting", host="block", end=date(2018, 7, 1))
_MEMBER: Final = members("m", "street")[0]

STRUCTURE: Final[tuple[Judged, ...]] = (
    Judged("", place(*CHAIN), place(*CHAIN[:3], attrs.evolve(CHAIN[3], parent="nowhere")), "PBS01"),
    Judged("", place(*CHAIN), place(*CHAIN, _under("one", "other"), _under("other", "one")), "PBS02"),
    Judged(
        "", _led(date(2018, 7, 1)), _led(date(2018, 7, 1)).having(tie("leads", "block", "street")), "PBS03"
    ),
    Judged("", _led(date(2018, 7, 1)), _led(date(2018, 6, 30)), "PBS04"),
    Judged("", place(*CHAIN), place(*CHAIN[:3], attrs.evolve(CHAIN[3], parent="county")), "PBS05"),
    Judged("", place(*CHAIN), place(*CHAIN[:3], attrs.evolve(CHAIN[3], level="hamlet")), "PBS06"),
    Judged("", place(*CHAIN), place(CHAIN[0], attrs.evolve(CHAIN[1], parent=None), *CHAIN[2:]), "PBS07"),
    Judged(
        "", place(*CHAIN, _MEETING, attrs.evolve(_MEMBER, end=_MEETING.end)), place(*CHAIN, _MEETING, _MEMBER), "PBS08"
    ),
    Judged("", _housed(("b0", "b1")), _housed(("b0", "b1", "far")), "PBS09"),
    Judged("", _housed(("b0",), ("b1",)), _housed(("b0",), ("b0", "b1")), "PBS10"),
    Judged(
        "", place(*CHAIN, Person(id="p1", category="resident")), place(*CHAIN, Person(id="block", category="resident")),
        "PBS11",
    ),
    Judged("", _moved(2), _moved(1), "PBS12"),
    Judged("", _labelled("大同村委会"), _labelled("大同社区居委会"), "PBS13"),
)  # fmt: skip


def _rhythm(code: str, pack: RulePack, subject: Body | str, kind: str, *days: date) -> Judged:
    """A subject that holds an event on each of these days, and one that leaves out the last."""
    name = subject if isinstance(subject, str) else subject.id
    hosts = () if isinstance(subject, str) else (subject,)
    held = [Event(id=f"e{n:02}", kind=kind, subject=name, date=day) for n, day in enumerate(days)]
    whole = f"events:{kind}"
    return Judged(
        "", place(*CHAIN, *hosts, *held, whole=whole), place(*CHAIN, *hosts, *held[:-1], whole=whole), code, pack
    )


def _listed(code: str, kind: str, *, good: dict[str, Any], bad: dict[str, Any], pack: RulePack = NATIONAL) -> Judged:
    """A list with one item that is as it should be, and one with an item that is not."""
    owner = "city" if kind == "work_item_list" else "street"
    rows = [*CHAIN, unit("bureau", None, "county", "department"), DutyList(id="l", kind=kind, owner=owner)]
    one, other = (DutyItem(id="i", list="l", **({"category": "visits"} | cells)) for cells in (good, bad))
    return Judged("", place(*rows, one, whole="entries"), place(*rows, other, whole="entries"), code, pack)


def _three(*kinds: str, again: bool = False) -> Jurisdiction:
    """A subdistrict with lists of these kinds, each of one matter of its own, or the last of a matter of the first."""
    rows: list[Row] = [unit("bureau", None, "county", "department")]
    for n, kind in enumerate(kinds):
        matter = "m0" if again and n == len(kinds) - 1 else f"m{n}"
        rows += [
            DutyList(id=kind, kind=kind, owner="street"),
            DutyItem(id=f"i{n}", list=kind, category="c", matter=matter, department="bureau", scope="s", method="m"),
        ]
    return place(*CHAIN[:3], *rows, whole="lists entries")


def _handed_down(*organs: str) -> Jurisdiction:
    """A duty handed down to a subdistrict after these organs of the county admitted it."""
    rows: list[Row] = [unit(organ, None, "county", organ) for organ in ("party_committee", "government")]
    rows += [
        Event(id=f"a-{organ}", kind="admission_approved", subject=organ, date=date(2025, 8, 1), agenda=("visits",))
        for organ in organs
    ]
    rows.append(Event(id="d", kind="duty_handed_down", subject="street", date=date(2025, 9, 1), agenda=("visits",)))
    return place(*CHAIN, *rows, whole="events units")


def _wrong_way(lifecycle: Lifecycle) -> tuple[str, ...]:
    """Give acts of which the last cannot come there: the first of all where one cannot, or the second."""
    begin = [step for step in lifecycle.transitions if step.state == lifecycle.start]
    ways = [((), lifecycle.start), *(((step.act,), step.to) for step in begin if not step.guards)]
    can = {(step.state, step.act) for step in lifecycle.transitions}
    return next((*way, act) for way, state in ways for act in lifecycle.acts if (state, act) not in can)


def _processed(code: str) -> Judged:
    """A process that has just begun, and one with an act that cannot come where it came."""
    norm = PROCESSES[code]
    assert isinstance(norm, Norm)
    assert isinstance(norm.payload, Follows)
    begun = date(2018, 12, 30)
    process = Process(id="p", kind=norm.payload.lifecycle.id, subject="block", start=begun)
    acts = tuple(Act(kind=kind, on=begun) for kind in _wrong_way(norm.payload.lifecycle))
    wrong = attrs.evolve(process, acts=acts)
    return Judged(
        "", place(*CHAIN, process, whole="processes"), place(*CHAIN, wrong, whole="processes"), code, PROCESSES
    )


_BRANCH: Final = Body(id="branch", kind="party_branch", host="block")
_GROUP: Final = Body(id="group", kind="party_group", host="block")
_MONTHS: Final = tuple(date(2018, month, 15) for month in range(1, 13))
_LATER: Final = date(2025, 12, 31)
_LOOSE: Final = LevelProfile(
    id="loose", levels=(CITY, COUNTY, TOWNSHIP, attrs.evolve(COMMUNITY, parents=("township", "county")))
)
_TIERS: Final = ("basic_duty_list", "cooperating_duty_list", "taken_back_list")


def _per_committee(households: int) -> Jurisdiction:
    """What is stated of the households of a residents' committee."""
    stated = Fact(
        id="f", about="city", amount=Exact(households), unit="households_per_residents_committee", basis=A_CASE
    )
    return place(*CHAIN, stated)


def _joined(body: Body, kind: str, n: int) -> Jurisdiction:
    """A body to which so many are tied, people or units."""
    rows: list[Row] = [Person(id=f"x{i}", category="full_member") for i in range(n)]
    return place(*CHAIN, body, *rows, *(tie(kind, f"x{i}", body.id) for i in range(n)), whole=f"ties:{kind}")


def _seated(n: int) -> Jurisdiction:
    """A branch committee of so many."""
    rows: list[Row] = [_COMMITTEE]
    for i in range(n):
        rows += [
            Post(id=f"p{i}", kind="team_member", unit="committee"),
            Person(id=f"m{i}", category="full_member"),
            Holding(id=f"h{i}", post=f"p{i}", person=f"m{i}"),
        ]
    return place(*CHAIN, *rows, whole="posts holdings")


_COMMITTEE: Final = Body(id="committee", kind="branch_committee", host="block")
_UNITED: Final = Body(id="united", kind="joint_branch", host="block")

NORMS: Final[tuple[Judged, ...]] = (
    Judged("", _joined(_BRANCH, "registered_with", 50), _joined(_BRANCH, "registered_with", 51), "PBN102", NATIONAL),
    Judged("", _joined(_UNITED, "member", 5), _joined(_UNITED, "member", 6), "PBN104", NATIONAL),
    Judged("", _seated(7), _seated(8), "PBN114", NATIONAL),
    _rhythm("JF8362", JIEFANGBEI, "block", "archive_sorted", *_MONTHS),
    _rhythm("JF8363", JIEFANGBEI, "block", "archive_summarised", _MONTHS[0], _MONTHS[6]),
    _rhythm("JF8364", JIEFANGBEI, "block", "archive_filed", _MONTHS[0]),
    Judged(
        "",
        place(*CHAIN, profile=_LOOSE),
        place(*CHAIN[:3], attrs.evolve(CHAIN[3], parent="county"), profile=_LOOSE),
        "JX110",
        JIXI,
    ),
    _rhythm("PBN301", PARTY_LIFE, _BRANCH, "members_meeting", *QUARTERS),
    _rhythm("PBN303", PARTY_LIFE, _GROUP, "regular_meeting", *_MONTHS),
    _rhythm("PBN304", supplied(PARTY_LIFE, "lecture.cadence", Cycle.QUARTER), _BRANCH, "lecture", *QUARTERS),
    _rhythm("PBN305", PARTY_LIFE, _BRANCH, "theme_party_day", *_MONTHS),
    _rhythm("PBN307", PARTY_LIFE, _BRANCH, "democratic_appraisal", _MONTHS[0]),
    _rhythm("PBN308", PARTY_LIFE, _BRANCH, "heart_to_heart_talk", _MONTHS[0]),
    Judged("", _per_committee(700), _per_committee(701), "PBN501", NATIONAL),
    Judged("", _three(*_TIERS), _three(*_TIERS[:2]), "PBN809", NATIONAL, _LATER),
    Judged("", _three(*_TIERS), _three(*_TIERS, again=True), "PBN811", NATIONAL),
    Judged("", _handed_down("party_committee", "government"), _handed_down("government"), "PBN812", NATIONAL, _LATER),
    _listed(
        "PBN813",
        "cooperating_duty_list",
        good={"department": "bureau", "scope": "s"},
        bad={"department": "bureau"},
    ),
    _listed(
        "PBN814", "taken_back_list", good={"department": "bureau", "method": "m"}, bad={"department": "bureau"}
    ),
    _listed("PBN905", "work_item_list", good={"category": "visits"}, bad={"category": "revenue_target"}),
    _listed(
        "PBN906",
        "work_item_list",
        good={"category": "demolition", "role": "assisting"},
        bad={"category": "demolition", "role": "responsible"},
    ),
    *[
        _processed(code)
        for code in ("PC1025", "PC320", "PC328", "PC613", "PC634", "PC809", "PC814", "PC906", "PC907")
    ],
)  # fmt: skip

_LISTED: Final[dict[str, Value]] = {
    "duty": "visits",
    "target_level": "community",
    "function": "public_service",
    "responsible": True,
    "on_list": True,
    "approved_by_committee": False,
    "approved_by_government": False,
    "staff_needed": 0,
    "staff_moved": 0,
    "yuan_needed": 0,
    "yuan_moved": 0,
    "power_needed": 0,
    "power_moved": 0,
}
RULES: Final = (Ruled("", JIXI, _LISTED, _LISTED | {"on_list": False}, "JX460", Outcome.NOT_ADMITTED),)


@attrs.frozen
class Given:
    """A document that is read without a fault, and one in which exactly one thing is wrong, as texts."""

    code: str
    accepting: str
    violating: str
    read: Read


def _found(text: str) -> tuple[Finding, ...]:
    return pbgov.validate(text, on=ON).findings


def _found_in_pack(text: str) -> tuple[Finding, ...]:
    try:
        parse_pack(text)
    except InvalidDocumentError as error:
        return error.report.findings
    return ()


_FACT: Final[dict[str, Json]] = {
    "about": "block",
    "amount": 120,
    "unit": "households",
    "basis": {"assumption": {"zh": "案例", "en": "a case"}},
}
_SOUND: Final = pbgov.to_document(
    place(*CHAIN, Fact(id="f", about="block", amount=Exact(120), unit="households", basis=A_CASE), whole="bodies")
)


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _with(**changes: Json) -> str:
    return _text(_SOUND | changes)


def _but(old: str, new: str) -> str:
    """The sound document with one piece of its text replaced."""
    text = _text(_SOUND)
    assert text.count(old) == 1
    return text.replace(old, new)


def _fact(**cells: Json) -> str:
    return _with(facts={"f": _FACT | cells})


_POSTING: Final[dict[str, Json]] = {
    "account": "block",
    "resource": "staff",
    "amount": 1,
    "date": "2018-03-01",
    "transfer": "t",
}
_PLACES: Final = (
    ("PBB01", "[]"),
    ("PBB02", _fact(about=3)),
    ("PBB03", _with(facts={"f": {key: cell for key, cell in _FACT.items() if key != "unit"}})),
    ("PBB04", _fact(colour="red")),
    ("PBB05", _fact(about="the block")),
    ("PBB06", _with(ledger={"p": _POSTING | {"amount": 10**20}})),
    ("PBB07", _fact(start="2018-02-30")),
    ("PBB08", _with(world="imagined")),
    ("PBB09", _with(neighbourhoods={"n": {"community": "block", "buildings": [], "edges": [["b1", "b2"]]}})),
    ("PBB10", _but('"case"', "case")),
    ("PBB11", _but('"id": "case"', '"id": "case", "id": "again"')),
    ("PBB12", _but("120", "NaN")),
    ("PBB13", _but("120", "[" * 10_000)),
    ("PBB14", _with(facts=[{"id": "f", **_FACT}, {"id": "f", **_FACT}])),
    ("PBB15", _fact(start="2018-07-01", end="2018-01-01")),
    ("PBB18", _with(people={"id": ["p", "q"], "category": ["resident"]})),
    ("PBB19", _with(documents={"d": {"kind": "plan", "parties": ["a b"] * 1_001}})),
    ("PBB20", _but('"pbgov/2"', '"pbgov/99"')),
)


def _found_unfolding(text: str) -> tuple[Finding, ...]:
    """Read a document in which a party, written as a number, is a list of 200 times one list, so many deep."""
    document = json.loads(text)
    for row in document.get("documents", {}).values():
        parties: list[Any] = ["block"] * 200
        for _ in range(row["parties"]):
            parties = [parties] * 200
        row["parties"] = parties
    return pbgov.validate(document, on=ON).findings


_SQUARE: Final[Any] = [[120.0, 31.0], [120.0001, 31.0], [120.0001, 31.0001], [120.0, 31.0001], [120.0, 31.0]]
_INNER: Final[Any] = [[120.00004, 31.00004], [120.00006, 31.00004], [120.00006, 31.00006], [120.00004, 31.00004]]


def _drawn(kind: str = "Polygon", coordinates: Any = (_SQUARE,), **properties: Json) -> str:
    feature = {
        "type": "Feature",
        "id": "B1",
        "properties": properties or {"households": 48},
        "geometry": {"type": kind, "coordinates": coordinates},
    }
    return _text({"type": "FeatureCollection", "features": [feature]})


def _found_in_map(text: str) -> tuple[Finding, ...]:
    return neighbourhood_from_geojson(text, id="N1", community="block").report.findings


_MAPS: Final = (
    ("PBB30", _drawn(floors=6)),
    ("PBB31", _drawn("Point", [31.0, 120.0])),
    ("PBB32", _drawn(coordinates=[_SQUARE[:-1]])),
    ("PBB33", _drawn(coordinates=[_SQUARE, _INNER])),
    ("PBB34", _drawn("MultiPolygon", [[_SQUARE], [_INNER]])),
    ("PBB35", _drawn(coordinates=[[_SQUARE[0], _SQUARE[1], _SQUARE[0]]])),
    ("PBB36", _drawn("Point", [320.0, 31.0])),
)
_PACK: Final = _text(pack_to_document(NATIONAL))

BOUNDARY: Final[tuple[Given, ...]] = (
    *(Given(code, _text(_SOUND), text, _found) for code, text in _PLACES),
    Given("PBB21", _text(_SOUND), _with(documents={"d": {"kind": "plan", "parties": 3}}), _found_unfolding),
    *(Given(code, _drawn(), text, _found_in_map) for code, text in _MAPS),
    Given("PBB16", _PACK, _PACK.replace('"norms": [', '"norms": [' + "0, " * 1_000_000, 1), _found_in_pack),
    Given("PBB17", _PACK, _PACK.replace('"is": "stated"', '"is": "guessed"', 1), _found_in_pack),
)
