"""Laws of the rota: it agrees with a walk day by day over lists, no cycle passes anybody over, nothing announced is
shifted by a newcomer, and what it puts on record is what the norms of rotation ask for."""

from __future__ import annotations

import itertools
import pickle
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import pbgov
from pbgov.base import Assumption, FrozenMap, Row, Verdict
from pbgov.model import Jurisdiction, Recorded, chair_ties
from pbgov.org import Body, Holding, Person, Post, Tie, Unit
from pbgov.packs import JIXI, JIXI_LEVELS
from pbgov.rules import (
    Calendar,
    Dated,
    Decline,
    Join,
    Leave,
    Nominate,
    Overlay,
    Parameter,
    Reorder,
    RoleKind,
    Rota,
    RotaEvent,
    RulePack,
    Substitute,
    Vacancy,
)
from pbgov.testing import calendars, rota_histories

FEW = settings(max_examples=60)
DAY = timedelta(days=1)


class Walk:
    """The same rota, day by day: the groups still to come stand in lists, one for each cycle drawn up."""

    def __init__(self, rota: Rota) -> None:
        self.rota = rota
        self.order = list(rota.groups)
        self.members: dict[str, list[str] | None] = dict.fromkeys(rota.groups)
        self.members |= {group: list(members) for group, members in rota.members.items()}
        self.cycles: dict[int, list[str | None]] = {}
        self.refused: set[tuple[int, str | None]] = set()
        self.held: set[tuple[int, str | None]] = set()
        self.named: dict[str | None, str] = {}
        self.number = -1
        self.waiting = False  # a term starts today, and nobody has taken the chair yet
        self.cycle = 0
        self.now: tuple[str | None, str | None, bool, str | None] = (None, None, False, None)

    def days(self, n: int) -> Iterator[tuple[date, int, int, tuple[str | None, str | None, bool, str | None]]]:
        day = self.rota.start
        for _ in range(n):
            if day == self.first_day(self.number + 1):
                self.number, self.waiting = self.number + 1, True
            for event in self.rota.events:
                if event.on == day:
                    self.look_ahead()
                    self.act(event)
                    self.look_ahead()
            if self.waiting:
                self.take_the_chair()
            yield day, self.number, self.cycle, self.now
            day += DAY

    def first_day(self, number: int) -> date:
        month = self.rota.start.month - 1 + number * self.rota.months
        year, month = self.rota.start.year + month // 12, month % 12 + 1
        return date(year, month, min(self.rota.start.day, monthrange(year, month)[1]))

    def groups(self) -> list[str]:
        return [group for group in self.order if self.members[group] != []]

    def following(self, first: int, last: int) -> list[tuple[int, str | None, str | None]]:
        """Who would hold the terms, each with its cycle and, if vacant, why; draws up cycles as they are needed."""
        rest = {number: list(groups) for number, groups in self.cycles.items()}
        found: list[tuple[int, str | None, str | None]] = []
        for term in range(first, last + 1):
            if not any(rest.values()):
                number = len(self.cycles)
                self.cycles[number] = [*self.groups()] or [None]
                rest[number] = list(self.cycles[number])
            cycle = next(number for number, groups in rest.items() if groups)
            queue = rest[cycle]
            for _ in range(len(queue)):
                if (term, queue[0]) not in self.refused:
                    group = queue.pop(0)
                    found.append((cycle, group, None if group else "nobody"))
                    break
                queue.append(queue.pop(0))
            else:
                found.append((cycle, None, "declined"))
        self.cycles = {
            number: [group for cycle, group, why in found if cycle == number and why != "declined"] + groups
            for number, groups in rest.items()
        }
        return found

    def look_ahead(self) -> list[tuple[int, str | None, str | None]]:
        return self.following(self.number + (not self.waiting), self.number + self.rota.announced)

    def take_the_chair(self) -> None:
        [(self.cycle, group, why)] = self.following(self.number, self.number)
        if why != "declined":
            self.cycles[self.cycle].remove(group)
        self.held.add((self.cycle, group))
        self.now = (group, self.named.pop(group, None), False, why)
        self.waiting = False

    def act(self, event: RotaEvent) -> None:
        ahead = self.look_ahead()
        last = ahead[-1][0] if ahead else self.cycle
        in_chair = not self.waiting and not isinstance(event, Reorder) and self.now[0] == event.group
        match event:
            case Decline(group=group):
                place = [held for _, held, _ in ahead].index(group)
                self.refused.add((self.number + (not self.waiting) + place, group))
                queue = self.cycles[ahead[place][0]]
                queue.append(queue.pop(queue.index(group)))
            case Reorder(groups=groups):
                self.order = list(groups)
                told = Counter(cycle for cycle, _, why in ahead if why != "declined")
                for number, queue in self.cycles.items():
                    later = sorted(queue[told[number] :], key=lambda group: groups.index(group) if group else -1)
                    self.cycles[number] = queue[: told[number]] + later
            case Nominate(group=group, nominee=nominee):
                if in_chair and self.now[1] is None and self.now[3] is None:
                    self.now = (group, nominee, False, None)
                else:
                    self.named[group] = nominee
            case Substitute(group=group, nominee=nominee):
                self.now = (group, nominee, True, None)
            case Join():
                self.join(event, last)
            case Leave():
                self.leave(event, in_chair=in_chair)

    def join(self, event: Join, last: int) -> None:
        new = event.group not in self.order or self.members[event.group] == []
        self.order += [] if event.group in self.order else [event.group]
        self.members[event.group] = [*(self.members.get(event.group) or []), *event.members] or None
        for place, (_, _, why) in enumerate(self.look_ahead()):
            if new and why == "declined":
                self.refused.add((self.number + (not self.waiting) + place, event.group))
        for number, queue in self.cycles.items():
            if new and number >= last and event.group not in queue and (number, event.group) not in self.held:
                queue.append(event.group)

    def leave(self, event: Leave, *, in_chair: bool) -> None:
        left = [member for member in self.members[event.group] or [] if member not in event.members]
        left = left if event.members else []
        self.members[event.group] = left
        self.order = [group for group in self.order if event.members or group != event.group]
        if self.named.get(event.group) in event.members or not left:
            self.named.pop(event.group, None)
        if in_chair and self.now[3] is None and (not left or self.now[1] in event.members):
            self.now = (event.group, None, False, "left")
        if not left:
            self.cycles = {n: [one for one in queue if one != event.group] for n, queue in self.cycles.items()}


@given(rota=rota_histories(max_months=2, max_days=40, max_events=12))
@settings(max_examples=120)
def test_the_rota_agrees_with_a_walk_day_by_day(rota: Rota) -> None:
    length = (rota.events[-1].on - rota.start).days + 200 if rota.events else 200
    for day, number, cycle, (group, chair, substitute, why) in Walk(rota).days(length):
        stint, turn = rota.stint(day), rota.on(day)
        assert (stint.number, stint.cycle, stint.group) == (number, cycle, group)
        assert (turn.number, turn.cycle, turn.group) == (number, cycle, group)
        assert (stint.chair, stint.substitute, stint.vacancy) == (chair, substitute, why)
        assert rota.holder(day) == group
        assert day in stint.period


@given(rota=rota_histories(), before=st.integers(0, 900), length=st.integers(1, 900))
@FEW
def test_a_calendar_has_no_gap_and_no_overlap_and_is_what_each_day_says(rota: Rota, before: int, length: int) -> None:
    start = rota.start + timedelta(before)
    end = start + timedelta(length)
    stints = rota.calendar(start, end).stints
    first, last = stints[0].period, stints[-1].period
    assert first.start is not None
    assert first.start <= start
    assert last.end is None or last.end >= end
    assert all(a.period.end == b.period.start for a, b in itertools.pairwise(stints))
    for days in range(0, length, 7):
        day = start + timedelta(days)
        assert [stint for stint in stints if day in stint.period] == [rota.stint(day)]
        assert rota.next(day) == rota.term(rota.on(day).number + 1)


@given(rota=rota_histories(max_events=12))
def test_nobody_has_two_terms_of_a_cycle_and_who_was_there_for_all_of_it_has_one(rota: Rota) -> None:
    for number in range(rota.on(rota.events[-1].on).cycle + 3 if rota.events else 3):
        turns = rota.cycle(number)
        held = Counter(turn.group for turn in turns if turn.group)
        assert set(held.values()) <= {1}
        if turns:
            drawn_up, ended = turns[0].number - rota.announced, turns[-1].period.end
            joined = {e.group: e for e in reversed(rota.events) if isinstance(e, Join)}  # the first of each
            left = {e.group: e for e in reversed(rota.events) if isinstance(e, Leave)}
            there = {
                group
                for group in {*rota.groups, *joined}
                if (group in rota.groups or rota.on(joined[group].on).number < drawn_up)
                and (group not in left or (ended is not None and left[group].on > ended))
            }
            assert there <= set(held)


@given(rota=rota_histories(), data=st.data())
def test_a_newcomer_or_a_new_order_shifts_no_term_that_is_announced(rota: Rota, data: st.DataObject) -> None:
    last = max((event.on for event in rota.events), default=rota.start)
    day = last + timedelta(data.draw(st.integers(0, 300)))
    groups = list(rota.groups)
    for known in rota.events:
        if isinstance(known, Join) and known.group not in groups:
            groups.append(known.group)
        elif isinstance(known, Leave) and not known.members:
            groups.remove(known.group)
    order = tuple(data.draw(st.permutations(groups)))
    events: list[Join | Reorder] = [Join(on=day, group="new"), Reorder(day, order)]
    event = data.draw(st.sampled_from(events))
    changed = rota.with_(event)
    now = rota.on(day).number
    for number in range(now + rota.announced + 1):
        assert changed.term(number) == rota.term(number)
    if isinstance(event, Join):
        later = [changed.term(number).group for number in range(now, now + rota.announced + 2 * len(groups) + 2)]
        assert "new" in later[rota.announced + 1 :]


@given(rota=rota_histories(one_a_day=True), data=st.data())
def test_the_order_in_which_events_are_told_changes_nothing(rota: Rota, data: st.DataObject) -> None:
    told = data.draw(st.permutations(rota.events))
    again = attrs.evolve(rota, events=told)
    assert again == rota
    assert hash(again) == hash(rota)
    assert pickle.loads(pickle.dumps(again)).cycle(1) == rota.cycle(1)  # noqa: S301 - our own bytes
    one_by_one = attrs.evolve(rota, events=())
    for event in rota.events:
        one_by_one = one_by_one.with_(event)
    assert one_by_one == rota


@given(rota=rota_histories(max_days=60, max_events=12))
def test_whoever_presides_belongs_to_the_group_in_the_chair(rota: Rota) -> None:
    everyone = {group: set(members) for group, members in rota.members.items()}
    for event in rota.events:
        if isinstance(event, Join):
            everyone.setdefault(event.group, set()).update(event.members)
    last = max((event.on for event in rota.events), default=rota.start)
    for stint in rota.calendar(rota.start, last + timedelta(800)):
        assert stint.chair is None or (stint.group is not None and stint.chair in everyone[stint.group])
        assert not (stint.substitute and stint.chair is None)
        assert not (stint.chair and stint.vacancy)


@given(calendar=calendars())
def test_a_calendar_is_told_in_columns_and_its_vacancies_in_findings(calendar: Calendar) -> None:
    columns = calendar.to_columns()
    assert {len(column) for column in columns.values()} == {len(calendar)}
    assert columns["group"] == [stint.group for stint in calendar]
    assert columns["start"] == [stint.period.start for stint in calendar]
    assert columns["vacancy"] == [stint.vacancy for stint in calendar]
    findings = calendar.findings()
    vacant = [stint for stint in calendar if stint.vacancy]
    assert [finding.aspect for finding in findings] == [stint.period.in_("en") for stint in vacant]
    assert all(finding.message("zh") and finding.message("en") and finding.fix("zh") for finding in findings)


PACK = JIXI


def lasting(months: int, announced: int = 1) -> RulePack:
    """The pack, with terms of so many months, of which so many are announced."""
    basis = Assumption(JIXI.title)
    figures: list[Parameter] = []
    for name, value in (("rotation.term_months", months), ("rotation.announced", announced)):
        known = PACK[name]
        assert isinstance(known, Parameter)
        figures.append(attrs.evolve(known, values=(Dated(value=value, basis=basis),)))
    return PACK.extend(Overlay(id="lasting", title=PACK.title, basis=basis, replace=tuple(figures)))


def on_record(*rows: Row) -> Jurisdiction:
    """A city with a meeting and a secretary, whose record claims to hold every tie and every group."""
    return Jurisdiction(
        id="case", profile=JIXI_LEVELS, recorded=(Recorded(table="ties"), Recorded(table="bodies"))
    ).having(
        Unit(id="city", kind="prefecture", level="city"),
        Body(id="meeting", kind="joint_meeting", host="city"),
        Post(id="secretary", kind="secretary", unit="city"),
        Person(id="p1", category="full_member"),
        Holding(id="h1", post="secretary", person="p1"),
        *rows,
    )


def seats(rota: Rota) -> list[Body]:
    """The groups of a rota nobody left, each from the day it joined."""
    joined = {event.group: event.on for event in rota.events if isinstance(event, Join)}
    groups = dict.fromkeys([*rota.groups, *joined])
    first = {group: None if group in rota.groups else max(joined[group], rota.start + DAY) for group in groups}
    return [Body(id=group, kind="rotation_group", host="meeting", start=first[group]) for group in groups]


def judged(place: Jurisdiction, on: date, since: date, pack: RulePack) -> dict[str, set[Verdict]]:
    report = pbgov.validate(place, pack=pack, on=on, since=since)
    return {
        code: {tally.verdict for tally in report.tallies if tally.code == code} for code in ("JX216", "JX219", "JX222")
    }


@given(rota=rota_histories(leavers=False, max_days=90))
@settings(max_examples=60)
def test_what_a_rota_puts_on_record_is_what_the_norms_of_rotation_ask_for(rota: Rota) -> None:
    rota = attrs.evolve(rota, role=RoleKind.ROTATING_CHAIR)
    on = max((event.on for event in rota.events), default=rota.start) + timedelta(500)
    calendar = rota.calendar(rota.start, on + DAY)
    place = on_record(*seats(rota), *chair_ties(calendar, meeting="meeting"))
    people = {stint.chair for stint in calendar if stint.chair}
    place = place.having(*(Unit(id=one, kind="unit") for one in people))
    verdicts = judged(place, on, rota.start, lasting(rota.months, rota.announced))
    vacant = {stint.vacancy for stint in calendar if stint.vacancy and stint.number}
    assert verdicts["JX216"] == {Verdict.BREACHED if vacant else Verdict.MET}
    assert verdicts["JX219"] == {Verdict.MET}


@given(calendar=calendars())
def test_taking_the_chair_never_creates_or_ends_a_post(calendar: Calendar) -> None:
    before = on_record()
    ties = chair_ties(calendar, meeting="meeting")
    after = before.having(*ties)
    assert (after.posts, after.holdings, after.people) == (before.posts, before.holdings, before.people)
    assert attrs.evolve(after, ties=before.ties) == before
    assert after.having(*ties) == after
    assert len({tie.id for tie in ties}) == len(ties)
    doing = {"rotating_chair": "presides", "duty_member": "on_duty"}[calendar.role.value]
    assert {tie.kind for tie in ties} <= {calendar.role.value, doing}
    assert [tie.source for tie in ties if tie.kind == doing] == [stint.chair for stint in calendar if stint.chair]


def plain(size: int, months: int, start: date, terms: int) -> list[Tie]:
    """Terms of groups in turn, put on record."""
    rota = Rota(groups=[f"G{n}" for n in range(size)], start=start, months=months)
    end = rota.term(terms - 1).period.end
    assert end is not None
    return list(chair_ties(rota.calendar(start, end), meeting="meeting"))


@given(
    size=st.integers(3, 6), months=st.integers(1, 4), start=st.dates(date(2015, 1, 1), date(2018, 1, 1)),
    terms=st.integers(7, 12), data=st.data(),
)  # fmt: skip
@FEW
def test_one_planted_fault_is_the_one_found(
    size: int, months: int, start: date, terms: int, data: st.DataObject
) -> None:
    ties = plain(size, months, start, terms)
    at = data.draw(st.integers(1, terms - 2))
    fault = data.draw(st.sampled_from(("none", "overlap", "gap", "repeat", "stranger", "length")))
    wrong = ties[at]
    assert wrong.start is not None
    assert wrong.end is not None
    changes: dict[str, dict[str, Any]] = {
        "none": {},
        "overlap": {"start": wrong.start - DAY},
        "gap": {"start": wrong.start + DAY},
        "repeat": {"source": ties[at - 1].source},
        "stranger": {"source": "city"},
        "length": {"end": wrong.end + DAY},
    }
    ties[at] = attrs.evolve(wrong, **changes[fault])
    if fault == "length":
        ties[at + 1] = attrs.evolve(ties[at + 1], start=wrong.end + DAY)
    groups = [Body(id=f"G{n}", kind="rotation_group", host="meeting") for n in range(size)]
    end = ties[-1].end
    assert end is not None
    report = pbgov.validate(on_record(*groups, *ties), pack=lasting(months), on=end - DAY, since=start)
    keys = {finding.key.rpartition(".")[2] for finding in report.breached if finding.code in {"JX216", "JX219"}}
    expected: dict[str, set[str]] = {
        "none": set(), "overlap": {"overlap", "length"}, "gap": {"gap", "length"}, "repeat": {"repeat"},
        "stranger": {"stranger"}, "length": {"length"},
    }  # fmt: skip
    assert keys >= expected[fault]
    assert keys <= expected[fault] | ({"repeat"} if fault in {"repeat", "stranger"} else set())


def test_far_in_the_future_the_turn_is_counted_and_not_walked() -> None:
    rota = Rota(groups=tuple("ABCDE"), start=date(2018, 1, 31), months=1, members=FrozenMap({"A": ("a",)}))
    assert rota.on(date(9000, 1, 31)).number == (9000 - 2018) * 12
    assert rota.holder(date(9000, 1, 31)) == "ABCDE"[(9000 - 2018) * 12 % 5]
    assert Vacancy.NOBODY not in rota.calendar(date(2018, 1, 1), date(9000, 1, 1)).to_columns()["vacancy"]
