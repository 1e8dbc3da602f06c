"""Laws of changes: the whole record follows, nothing is lost in silence, and the past stays what it was."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from pbgov.base import several
from pbgov.errors import IllegalEventError
from pbgov.model import (
    REFERENCES,
    TABLES,
    Appoint,
    Change,
    Dissolve,
    Establish,
    Join,
    Jurisdiction,
    Leave,
    Meet,
    Merge,
    Move,
    Put,
    Remove,
    Rename,
    Sign,
    Split,
    Step,
    Upgrade,
    Vacate,
    diff,
)
from pbgov.org import FOUR_LEVELS, Body, Holding, Person, Post, Tie, Unit
from pbgov.testing import changes, days, jurisdictions
from pbgov.validation import faults, judge, replay

FEW = settings(max_examples=settings().max_examples // 2)  # each example is a whole place and a change
SORTS = {
    Appoint, Dissolve, Establish, Join, Leave, Meet, Merge, Move, Put, Remove, Rename, Sign, Split, Upgrade, Vacate,
}  # fmt: skip


def opened(place: Jurisdiction) -> Jurisdiction:
    """The same place with its units, bodies and seats in force on all days, as most are in a register."""
    rows = [
        attrs.evolve(row, start=None, end=None)
        for table in ("units", "bodies", "posts", "people")
        for row in place.table(table).values()
    ]
    alike = [attrs.evolve(row, kind="party_branch") if isinstance(row, Unit) else row for row in rows]
    return place.having(*alike)


def worlds(max_units: int = 6) -> st.SearchStrategy[Jurisdiction]:
    drawn = jurisdictions(max_units=max_units, max_size=3)
    peopled = drawn.filter(lambda place: len(place.units) > 1)
    return peopled.map(opened) | drawn


@st.composite
def changed(draw: st.DrawFn) -> tuple[Jurisdiction, Change, Step]:
    """Places, a change, and what it does."""
    place = draw(worlds())
    change = draw(changes(place))
    return place, change, place.apply(change, lost="report")


def flat(place: Jurisdiction) -> dict[tuple[str, str], Any]:
    return {(name, key): row for name in TABLES for key, row in place.table(name).items()}


def as_was_known(place: Jurisdiction, day: date) -> dict[tuple[str, str], Any]:
    """A place on a day without what only the future shows: ends that lie ahead, and what became of processes."""
    rows = flat(place.on(day))
    return {at: attrs.evolve(row, end=None) for at, row in rows.items() if at[0] != "processes"}


class TestApply:
    @FEW
    @given(world=changed())
    def test_edits_are_the_difference_of_the_two_places(self, world: tuple[Jurisdiction, Change, Step]) -> None:
        place, _, step = world
        before, after = flat(place), flat(step.place)
        differing = {at for at in before.keys() | after.keys() if before.get(at) != after.get(at)}
        assert {(edit.table, edit.id) for edit in step.edits} == differing
        assert len(step.edits) == len(differing)
        for edit in step.edits:
            assert edit.before == before.get((edit.table, edit.id))
            assert edit.after == after.get((edit.table, edit.id))
        assert place.edited(step.edits) == step.place

    @FEW
    @given(world=changed())
    def test_a_sound_place_stays_sound(self, world: tuple[Jurisdiction, Change, Step]) -> None:
        place, change, step = world
        if not list(faults(place)):
            assert list(faults(step.place)) == [], change

    @FEW
    @given(world=changed())
    def test_the_past_is_what_it_was(self, world: tuple[Jurisdiction, Change, Step]) -> None:
        place, change, step = world
        if isinstance(change, Remove | Put):  # these correct the record, its past too
            return
        for back in (1, 2, 40, 400):
            day = change.on - timedelta(days=back)
            assert as_was_known(step.place, day) == as_was_known(place, day), change

    @FEW
    @given(world=changed())
    def test_what_happened_before_is_not_rewritten(self, world: tuple[Jurisdiction, Change, Step]) -> None:
        place, change, step = world
        for table in ("events", "ledger"):
            for row in place.table(table).values():
                if row.date < change.on:
                    assert step.place.table(table)[row.id] == row

    @FEW
    @given(world=changed())
    def test_books_keep_their_sums(self, world: tuple[Jurisdiction, Change, Step]) -> None:
        place, change, step = world
        if isinstance(change, Merge) and change.sources:
            held: dict[tuple[str, str], int] = {}
            for sign, state in ((1, place), (-1, step.place)):
                for row in state.ledger.values():
                    if row.in_force(change.on) and row.date <= change.on:
                        gone = set(change.sources) | {change.into}
                        account = change.into if row.account in gone else row.account
                        held[account, row.resource] = held.get((account, row.resource), 0) + sign * row.amount
            assert not any(held.values())

    @FEW
    @given(world=changed())
    def test_nothing_is_lost_in_silence(self, world: tuple[Jurisdiction, Change, Step]) -> None:
        """Every reference in force to what ends is after under a successor, or is told as lost."""
        place, change, step = world
        if not isinstance(change, Merge | Split | Dissolve):
            return
        then, now = flat(place), step.place.on(change.on)
        gone = {
            edit.id
            for edit in step.edits
            if edit.before is not None and edit.after is not None
            if edit.after.end == change.on and edit.before.in_force(change.on) and edit.table != "ties"
        }
        named = {(one.table, one.id, one.column) for one in step.moved}
        told = {(one.path.split("/")[1], one.subject) for one in step.lost}
        standing = flat(now)
        for (table, key), row in then.items():
            if table in {"events", "ledger"} or not row.in_force(change.on) or key in gone | {change_key(change)}:
                continue
            if table == "ties" and row.kind in {"succeeds", "formerly"}:
                continue
            for column in REFERENCES.get(table, {}):
                if column in {"actors", "refers"} or not gone & set(several(getattr(row, column))):
                    continue
                if (table, key) in told:
                    continue
                assert (table, key, column) in named
                if table != "ties":
                    assert not gone & set(several(getattr(standing[table, key], column)))

    @FEW
    @given(world=changed())
    def test_what_would_be_lost_is_refused(self, world: tuple[Jurisdiction, Change, Step]) -> None:
        place, change, step = world
        if step.lost:
            with pytest.raises(IllegalEventError) as caught:
                place.apply(change)
            assert caught.value.culprits == step.lost
            for finding in step.lost:
                assert finding.message("en") != finding.message("zh")
                assert finding.fix("en") != finding.fix("zh")
        else:
            assert place.apply(change) == step

    @FEW
    @given(world=changed())
    def test_steps_are_values(self, world: tuple[Jurisdiction, Change, Step]) -> None:
        place, change, step = world
        again = pickle.loads(pickle.dumps((change, step)))  # noqa: S301 - our own
        assert again == (change, step)
        assert hash(again[0]) == hash(change)
        assert hash(again[1]) == hash(step)
        assert place.apply(again[0], lost="report") == step


def change_key(change: Change) -> str:
    return change.source if isinstance(change, Split) else change.id if isinstance(change, Dissolve) else ""


WORDS = {
    Establish: "established", Rename: "renamed", Move: "moved", Upgrade: "upgraded", Merge: "merged", Split: "split",
    Sign: "signed", Meet: "met", Join: "joined", Appoint: "appointed",
}  # fmt: skip


def named(change: Change, step: Step) -> str:
    """What the one item of a diff should be about."""
    match change:
        case Establish():
            return change.rows[0].id
        case Sign():
            return change.document.id
        case Merge():
            return change.into
        case Split():
            return change.source
        case Rename() | Move() | Upgrade():
            return change.id
        case _:
            return next(edit.id for edit in step.edits if edit.table != "people")


class TestDiff:
    @FEW
    @given(world=changed())
    def test_it_names_exactly_the_change(self, world: tuple[Jurisdiction, Change, Step]) -> None:
        place, change, step = world
        found = diff(place, step.place)
        if step.lost or type(change) not in WORDS:
            return
        told = [(item.what, item.id) for item in found.items]
        if isinstance(change, Appoint) and change.category:
            told.remove(("added", change.person))
        if isinstance(change, Merge):
            unit = step.place.units[change.into]
            told = [one for one in told if one not in {("moved", unit.id), ("changed", unit.id)}]  # as was asked for
            (merged,) = found.having("merged")
            assert set(merged.was) == {*change.sources, *({change.into} if change.into in place.units else ())}
        assert told == [(WORDS[type(change)], named(change, step))]

    @FEW
    @given(world=changed())
    def test_what_ends_is_named(self, world: tuple[Jurisdiction, Change, Step]) -> None:
        place, change, step = world
        found = {(item.what, item.was, item.become) for item in diff(place, step.place).items}
        if isinstance(change, Vacate):
            assert ("vacated", (change.person,), (change.post,)) in found
        if isinstance(change, Leave):
            assert ("left", (change.member,), (change.body,)) in found
        if isinstance(change, Dissolve):
            items = diff(place, step.place).items
            assert change.id in {item.id for item in items if item.what == "dissolved"}

    @FEW
    @given(place=jurisdictions())
    def test_a_place_does_not_differ_from_itself(self, place: Jurisdiction) -> None:
        again: Jurisdiction = pickle.loads(pickle.dumps(place))  # noqa: S301 - our own
        assert not diff(place, place)
        assert not diff(place, again)

    @FEW
    @given(one=jurisdictions(), other=jurisdictions())
    def test_it_differs_if_the_places_do(self, one: Jurisdiction, other: Jurisdiction) -> None:
        found = diff(one, other)
        assert bool(found) is (flat(one) != flat(other))
        assert len(found.in_("en").splitlines()) == len(found.in_("zh").splitlines()) == len(found.items)
        assert {len(column) for column in found.to_columns().values()} == {len(found.items)}
        assert len(found.to_dict()["items"]) == len(found.items)  # type: ignore[arg-type] # of the kinds that JSON has, this is a list


@st.composite
def histories(draw: st.DrawFn) -> tuple[Jurisdiction, list[Change]]:
    """Places, and changes each of which can be after those before it."""
    place = draw(worlds(5))
    start, here = draw(days()), place
    drawn: list[Change] = []
    for _ in range(draw(st.integers(1, 4))):
        start += timedelta(days=draw(st.integers(0, 30)))
        change = draw(changes(here, st.just(start)))
        if isinstance(change, Establish | Sign | Put | Remove) and drawn:
            break  # their identifiers are drawn once
        try:
            here = here.apply(change, lost="report").place
        except IllegalEventError:
            break
        drawn.append(change)
    return place, drawn


class TestReplay:
    @FEW
    @given(history=histories())
    def test_it_is_a_fold(self, history: tuple[Jurisdiction, list[Change]]) -> None:
        place, drawn = history
        here = place
        last: dict[date, Jurisdiction] = {}
        for change in drawn:
            here = here.apply(change, lost="report").place
            last[change.on] = here
        found = list(replay(place, drawn, lost="report"))
        assert [(day, state) for day, state, _ in found] == list(last.items())
        for day, state, report in found:
            assert report == judge(state, on=day)

    @FEW
    @given(history=histories())
    def test_each_day_can_be_read_again_from_the_last_state(self, history: tuple[Jurisdiction, list[Change]]) -> None:
        place, drawn = history
        assume(drawn)
        if any(isinstance(change, Remove | Put) for change in drawn):
            return
        states = list(replay(place, drawn, lost="report"))
        last = states[-1][1]
        for day, state, _ in [(drawn[0].on - timedelta(days=1), place, None), *states]:
            assert as_was_known(last, day) == as_was_known(state, day)


class TestTheStrategy:
    def test_it_reaches_every_sort_of_change(self) -> None:
        units = [Unit(id=key, kind="party_branch") for key in ("A", "B")]
        seats = [Post(id="P", kind="secretary", unit="A"), Holding(id="H", post="P", person="X")]
        member = Tie(id="T", kind="member", source="B", target="M")
        body = Body(id="M", kind="regional_joint_meeting", host="A")
        place = Jurisdiction(id="place", profile=FOUR_LEVELS)
        people = [Person(id=key, category="resident") for key in ("X", "Y")]
        place = place.having(*units, *seats, member, body, *people)
        seen: set[type[Change]] = set()

        @settings(max_examples=600, phases=[Phase.generate], database=None)
        @given(change=changes(place))
        def look(change: Change) -> None:
            seen.add(type(change))

        look()
        assert seen == SORTS

    @FEW
    @given(data=st.data())
    def test_lossless_ones_lose_nothing(self, data: st.DataObject) -> None:
        place = data.draw(worlds(4))
        assert place.apply(data.draw(changes(place, lossless=True))).lost == ()
