"""A place judged, and judged again after a change only where the change can have made a difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

import attrs

from pbgov.base import Finding, Layers, Report
from pbgov.model import Change, Edit, Jurisdiction, Keeper, View, need_edits, need_place
from pbgov.rules import Payload, RulePack
from pbgov.validation._docket import Subject, filled, subjects
from pbgov.validation._evaluators import EVALUATORS, Evaluator
from pbgov.validation._hearing import MET, Answers
from pbgov.validation._judge import Brief, brief
from pbgov.validation._screen import faults
from pbgov.validation._structure import RULES
from pbgov.validation._unclear import Unclear
from pbgov.validation._watches import State, Touched, Watches, counted_anew

Identity: TypeAlias = tuple[str, str, str]


class Checker:
    """A place judged against a pack; after a change only what it touched is judged again.

    A checker never changes: each change gives a new one, which shares what stayed as it was. Its report equals that of
    a full pass over the changed place.

    Args:
        place: The place.
        pack: The norms; without one only the structure is judged.
        on: The day.
        since: First day of the span whose periods are judged; by default the first day of the year of ``on``.
        select: Codes or beginnings of codes; only these are judged.
        ignore: Codes or beginnings of codes; these are not.
        evaluators: Evaluators by the type of the payload they judge, beside those of the library or in their place.
            Of a kind that the library does not know nothing is known of what it reads: its norms are judged again
            after every change.

    Raises:
        InvalidValueError: ``since`` lies after ``on``, or no code begins as ``select`` or ``ignore`` says.
        StructureError: The pack has a norm of a kind that no evaluator knows.
    """

    def __init__(
        self,
        place: Jurisdiction,
        pack: RulePack | None = None,
        *,
        on: date,
        since: date | None = None,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        evaluators: Mapping[type[Payload], Evaluator] = EVALUATORS,
    ) -> None:
        """Judge everything once."""
        need_place(place)
        asked = brief(pack, on=on, since=since, select=select, ignore=ignore, evaluators=evaluators)
        view = View(place, asked.pack_in_force(), on, asked.since, keeper=Keeper())
        hearings = asked.hearings(view.pack)
        found = {_identity(finding): finding for finding in faults(place)}
        unclear = Unclear(place, found.values())
        docket = filled(hearings, view, unclear, None)
        self._hold(
            asked, Watches(hearings), Layers(found), State(place=place, view=view, unclear=unclear, docket=docket)
        )

    def _hold(self, asked: Brief, watches: Watches, found: Layers[Identity, Finding], state: State) -> None:
        self._asked, self._watches, self._faults, self._state = asked, watches, found, state

    @property
    def place(self) -> Jurisdiction:
        """The place."""
        return self._state.place

    @cached_property
    def report(self) -> Report:
        """Everything that was found, as a full pass over the place would find it."""
        return self._asked.report(
            [finding for _, finding in self._faults.items()], self._state.docket, self._state.view
        )

    def apply(self, change: Change, *, lost: Literal["refuse", "report"] = "refuse") -> Checker:
        """Carry out a change on the place, and judge what it touches.

        Args:
            change: ``Merge``, ``Move``, ``Appoint`` …
            lost: What to do when something would be left without a successor; see ``Jurisdiction.apply``.

        Raises:
            IllegalEventError: The change cannot happen, or something would be lost and may not.
            StructureError: What it asks for cannot stand.
            UnknownIdError: It names what is not on record.
            InvalidValueError: ``change`` is none.
        """
        return self.edited(self.place.apply(change, lost=lost).edits)

    def edited(self, edits: Iterable[Edit]) -> Checker:
        """Judge what edits touch, and give the checker of the place with these edits; see ``Jurisdiction.edited``."""
        made, before = need_edits(edits), self._state
        place = before.place.edited(made)
        opened, closed = _structure(before.place, place, made)
        unclear = before.unclear.after(place, opened.values(), closed.values())
        every = (*made, *counted_anew(before.place, place, made))
        state = State(place=place, view=before.view.of(place, every), unclear=unclear, docket=before.docket)
        touched = self._watches.touched(before, state, every)
        heard = list(_heard_again(before, state, touched))
        if heard:
            state = attrs.evolve(state, docket=before.docket.with_changes(heard))
        after = Checker.__new__(Checker)
        found = self._faults.edited({**dict.fromkeys(closed), **opened})
        after._hold(self._asked, self._watches, found, state)  # noqa: SLF001 - its own class
        return after


def _identity(finding: Finding) -> Identity:
    return finding.code, finding.path, finding.aspect


def _structure(
    before: Jurisdiction, after: Jurisdiction, edits: tuple[Edit, ...]
) -> tuple[dict[Identity, Finding], dict[Identity, Finding]]:
    """Give the faults that edits brought, and those they took away."""
    opened: dict[Identity, Finding] = {}
    closed: dict[Identity, Finding] = {}
    for rule in RULES:
        for key in dict.fromkeys(key for edit in edits for key in rule.touched(edit, (before, after))):
            closed.update((_identity(finding), finding) for finding in rule.tell(before, key))
            opened.update((_identity(finding), finding) for finding in rule.tell(after, key))
    for name in [name for name, finding in opened.items() if closed.get(name) == finding]:
        del opened[name], closed[name]
    return opened, closed


def _heard_again(
    before: State, after: State, touched: Mapping[int, Touched]
) -> Iterator[tuple[Subject, Answers | None, Answers | None]]:
    """Yield the subjects on which answers changed, with the answers before and after."""
    for number, names in touched.items():
        hearing = before.docket.hearings[number]
        table, now = before.place.table(hearing.table), after.place.table(hearing.table)
        spoken_of = (row.id for state in (before, after) for row in subjects(hearing, state.view, None))
        every = dict.fromkeys(spoken_of, True) if names is None else names
        for name, scoped in every.items():
            subject = (number, name)
            old = before.docket.held.get(subject)
            if old is None and hearing.is_subject(before.view, table.get(name)):
                old = MET
            row = now.get(name)
            is_subject = hearing.is_subject(after.view, row) if scoped else old is not None
            new = hearing.answers(after.view, row, after.unclear) if row and is_subject else None
            if old != new:
                yield subject, old, new
