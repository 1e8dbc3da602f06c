"""How the facts of the report on Langfang are asked of the record, and how they are taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, TypeAlias

import attrs

import pbgov
from cities.city import changed, without
from cities.langfang_documents import CITY, COMMUNITY, GRIDS, TASK_FORCE
from cities.langfang_spring import COMPOUNDS
from pbgov.base import Amount, Between, Report, Text, Verdict
from pbgov.grid import Building
from pbgov.model import Edit, Jurisdiction, View, columns
from pbgov.packs import CAREER_PILOT, CLOSED_MANAGEMENT, LANGFANG
from pbgov.rules import HERE, Count, Distinct, Measure, Own, Ratio, Sum, each, review

ON: Final = date(2022, 1, 1)
SINCE: Final = date(2020, 1, 1)
Ask: TypeAlias = Callable[[Jurisdiction, Report], object]
Undo: TypeAlias = Callable[[Jurisdiction], Sequence[Edit]]

bodies, events, facts, ledger, posts, ties, units = map(
    columns, ("bodies", "events", "facts", "ledger", "posts", "ties", "units")
)
_compounds = HERE.down(units.kind == "compound")
_members = HERE.back(ties.target, ties.kind == "member").along(ties.source, "units")
_sent = Sum(_compounds.back(ledger.account, ledger.resource == "deployed"), "amount")

DEPLOYED: Final = _sent
PER_COMPOUND: Final = Ratio(_sent, Count(_compounds))
CHECKPOINTS: Final = Count(_compounds.back(bodies.host, bodies.kind == "checkpoint"))
PIONEER_POSTS: Final = Count(_compounds.back(posts.unit, posts.kind == "pioneer_post"))
MEMBER_KINDS: Final = Distinct(_members, "kind")
MEMBER_LEVELS: Final = Distinct(_members.along(units.parent, "units"), "level")
MEMBERS: Final = Count(_members)
PILOT_COUNT: Final = Count(each(ties.kind == "designated_pilot"))


# How a fact is asked for


def measured(measure: Measure, subject: str = CITY) -> Ask:
    """Ask for a measure of a unit or body."""

    def ask(place: Jurisdiction, _: Report) -> object:
        row = place.units.get(subject) or place.bodies[subject]
        return number(seen(place, ON).measure(measure, row))

    return ask


def number(amount: Amount) -> object:
    """Give a number as it is, and one that is only bounded as an amount."""
    return amount.low if amount.low == amount.high else Between(amount.low, amount.high)


def seen(place: Jurisdiction, on: date) -> View:
    """See the record on a day."""
    return View(place, LANGFANG.at(on), on, SINCE)


def stated(unit: str) -> Measure:
    """Add up what is stated of a unit or its territory."""
    return Sum(HERE.down().back(facts.about, facts.unit == unit), "amount")


def met(code: str) -> Ask:
    """Ask how many subjects meet a norm."""
    return lambda _, report: report.count(code, Verdict.MET)


def rise_by_month(place: Jurisdiction, _: Report) -> tuple[object, object]:
    """Give by how much pay had risen at the end of June and in July."""
    june, july = (
        number(seen(place, on).measure(stated("monthly_pay_rise"), place.units[CITY]))
        for on in (date(2021, 6, 30), date(2021, 7, 1))
    )
    return june, july


def closed(place: Jurisdiction, _: Report) -> int:
    """Count the compounds that stood closed in the spring of 2020."""
    held = [one for one in place.processes.values() if one.kind == CLOSED_MANAGEMENT.id]
    spring = date(2020, 3, 1)
    found = [review(CLOSED_MANAGEMENT, one.acts, on=spring, start=one.start, pack=LANGFANG.at(spring)) for one in held]
    return sum(one.state == "closed" for one in found)


def pilots(place: Jurisdiction, _: Report) -> frozenset[tuple[str, ...]]:
    """Give each pilot and the level of the unit that designated it."""
    chosen = [one for one in place.events.values() if one.kind == "pilot_designated"]
    return frozenset((*(one.refers or ()), str(place.units[one.subject].level)) for one in chosen)


def starts(place: Jurisdiction, _: Report) -> int:
    """Count the days on which pilots started."""
    return len({one.date for one in place.events.values() if one.kind == "pilot_started"})


def steps(place: Jurisdiction, _: Report) -> tuple[Text, ...]:
    """Give where each pilot stood in July: paid, since the four steps were done."""
    july = date(2021, 7, 31)
    held = [one for one in place.processes.values() if one.kind == CAREER_PILOT.id]
    found = [review(CAREER_PILOT, one.acts, on=july, start=one.start, pack=LANGFANG.at(july)) for one in held]
    return tuple(CAREER_PILOT.states[one.state] for one in found)


def verdict_on(grid: str, households: int | None = None, residents: int | None = None) -> Ask:
    """Ask what the norm on sizes says of a grid, as it stands or with its building of another size."""

    def ask(place: Jurisdiction, _: Report) -> object:
        cell = place.grids.get(grid)
        if cell is None:
            return None
        home = place.neighbourhoods[cell.neighbourhood]
        if households is not None:
            home = attrs.evolve(
                home, buildings=[Building(id=cell.members[0], households=households, residents=residents)]
            )
        world = place.edited([Edit("neighbourhoods", home.id, place.neighbourhoods[home.id], home)])
        alone = pbgov.validate(only(world, home.id, grid), pack=LANGFANG, on=ON, since=SINCE, select=["LF302"])
        size = tuple(number(seen(world, ON).measure(Own(column), cell)) for column in ("households", "residents"))
        return *size, *(one for one in Verdict if alone.count("LF302", one))

    return ask


def only(place: Jurisdiction, home: str, grid: str) -> Jurisdiction:
    """Give a place of one neighbourhood with one grid."""
    bare = Jurisdiction(id="alone", profile=place.profile)
    return bare.having(place.neighbourhoods[home], place.grids[grid])


def funds(place: Jurisdiction, report: Report) -> object:
    """Give the two funds of the community on record, and what is wrong with them."""
    amounts = tuple(measured(fund(kind), COMMUNITY)(place, report) for kind in ("work_fund", "service_fund"))
    return amounts, [one.code for one in report.breached if one.subject == COMMUNITY]


def fund(kind: str) -> Measure:
    """Add up what a community got of a fund."""
    return Sum(HERE.back(ledger.account, ledger.resource == kind), "amount")


def moved_funds(place: Jurisdiction, _: Report) -> object:
    """Tell what is wrong where all of the money is work fund: what either fund has too much, the other may lack."""
    entries = [one for one in place.ledger.values() if one.account == COMMUNITY]
    if not entries:
        return None
    whole = sum(one.amount for one in entries)
    moved = [attrs.evolve(one, amount=whole if one.resource == "work_fund" else 0) for one in entries]
    bare = Jurisdiction(id="alone", profile=place.profile, recorded=place.recorded)
    world = bare.having(*(place.units[name] for name in place.org.chain(COMMUNITY)), *moved)
    report = pbgov.validate(world, pack=LANGFANG, on=ON, since=SINCE, select=["LF501", "LF502"])
    return whole, [one.code for one in report.breached]


# How it is taken away


def lost(table: str, *names: str) -> Undo:
    """Take away rows."""
    return lambda place: without(place, table, *names)


def one_less(place: Jurisdiction) -> Sequence[Edit]:
    """Send one person less, to one compound."""
    sent = {name: place.ledger[f"sent-{name}"].amount for name in (COMPOUNDS[0], CITY)}
    return (
        *changed(place, "ledger", f"sent-{COMPOUNDS[0]}", amount=sent[COMPOUNDS[0]] - 1),
        *changed(place, "ledger", f"sent-{CITY}", amount=sent[CITY] + 1),
    )


def restated(unit: str, amount: Amount) -> Undo:
    """State another number."""
    return lambda place: changed(place, "facts", f"fact-{unit}", amount=amount)


def resized(grid: str, households: int, residents: int) -> Undo:
    """Have another number of households and residents in a grid."""
    tower = Building(id=f"tower-{grid}", households=households, residents=residents)
    return lambda place: changed(place, "neighbourhoods", f"homes-{grid}", buildings=(tower,))


def underfunded(kind: str) -> Undo:
    """Give a community a yuan less of a fund."""

    def undo(place: Jurisdiction) -> Sequence[Edit]:
        name = f"{kind}-{COMMUNITY}"
        rows = [one for one in place.ledger.values() if one.transfer == name]
        return tuple(
            Edit("ledger", one.id, one, attrs.evolve(one, amount=one.amount - 1 if one.amount > 0 else one.amount + 1))
            for one in rows
        )

    return undo


def ungridded(place: Jurisdiction) -> Sequence[Edit]:
    """Take a grid away, and what is tied to it."""
    name = next(iter(GRIDS))
    named = [tie.id for tie in place.ties.values() if tie.target == name]
    return *without(place, "grids", name), *without(place, "ties", *named)


def unmember(kind: str) -> Undo:
    """Let the departments of a kind leave the task force."""
    return lost("ties", *(f"member-{level}-{kind}-{TASK_FORCE}" for level in (CITY, "district")))


def unclosed(place: Jurisdiction) -> Sequence[Edit]:
    """Close the first compound without a checkpoint, which cannot be."""
    name = f"closed-{COMPOUNDS[0]}"
    [act] = place.processes[name].acts
    return changed(place, "processes", name, acts=(attrs.evolve(act, facts={"checkpoints": 0}),))
