"""The books behind a ledger: what each account holds and has set aside, changed in place.

Nobody sees them but the versions of one ledger, which pass them on (see ``_ledger``). Whatever is done to them can be
undone, since every act only adds amounts and takes them away.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from pbgov.base import Period, Text, both, need_day, say
from pbgov.errors import IllegalEventError, InvalidValueError, UnknownIdError
from pbgov.rules._account_cells import HELD, Cell, Column
from pbgov.rules._accounts import Opening, OpenUnit
from pbgov.rules._log import EXPIRE, REJECT, REVERSE, START, SUBMIT, Entry, Page, Stroke
from pbgov.rules._powers import Power
from pbgov.rules._tokens import token_of
from pbgov.rules._transfers import Leg, Move, Phase, Place, Transfer

RESERVED: Final = Phase.RESERVED  # looked up once: members of an enumeration are slow to reach
STARTED: Final = Phase.STARTED


@attrs.frozen
class Step:
    """What a stroke does to a transfer: it reserves (1) or frees (-1), posts (1) or not, and leads to a phase."""

    before: Phase | None
    after: Phase
    reserves: int = 0
    posts: int = 0


STEPS: Final[Mapping[Stroke, Step]] = MappingProxyType(
    {
        SUBMIT: Step(None, Phase.RESERVED, reserves=1),
        START: Step(Phase.RESERVED, Phase.STARTED, posts=1),
        REJECT: Step(Phase.RESERVED, Phase.REJECTED, reserves=-1),
        EXPIRE: Step(Phase.RESERVED, Phase.EXPIRED, reserves=-1),
        REVERSE: Step(Phase.STARTED, Phase.REVERSED),
    }
)
BOOK_BACK: Final = Step(None, Phase.STARTED, reserves=1, posts=1)  # what a reversal does to the new transfer


def _steps(entry: Entry) -> list[tuple[Step, Transfer]]:
    stroke, transfer, back, _ = entry
    return [(STEPS[stroke], transfer), *([] if back is None else [(BOOK_BACK, back)])]


class Books:
    """Cells by account and resource, transfers by identifier, and where in the log they stand.

    Attributes:
        page: The page on which what was done last is written.
        done: How many entries of that page are done.
    """

    __slots__ = ("cells", "done", "opening", "page", "phases", "transfers", "units")

    def __init__(self, opening: Opening) -> None:
        """Open the books.

        Raises:
            InvalidValueError: What is held at the opening lies outside its limits.
        """
        self.opening: Opening = opening
        self.units: dict[str, OpenUnit] = {unit.resource: unit for unit in opening.units}
        self.transfers: dict[str, Transfer] = {}
        self.phases: dict[str, Phase] = {}
        self.page: Page = Page()
        self.done: int = 0
        self.cells: dict[Place, Cell] = {place: self._fresh(place, held) for place, held in opening.balances.items()}
        for limit in opening.limits:
            self.cell((limit.account, limit.resource)).bound(limit)
        for (account, resource), cell in self.cells.items():
            if (cell.can_give(None, None) < 0 and not cell.issues) or cell.can_take(None, None) < 0:
                message = both("ledger.opening", account=account, resource=resource, amount=cell.held)
                raise InvalidValueError(message, (account, resource), cell.held)

    def _fresh(self, place: Place, held: int = 0) -> Cell:
        account, resource = place
        power = token_of(resource)
        if power and power.strength is not Power.DECIDE:
            return Cell(held, issues=True, cap=1)
        return Cell(held, issues=resource in self.units and account in self.units[resource].issuers)

    def cell(self, place: Place) -> Cell:
        """Give a cell, opened empty if there is none."""
        found = self.cells.get(place)
        if found is None:
            found = self.cells[place] = self._fresh(place)
        return found

    def level(self, place: Place, column: Column, on: date | None) -> int:
        """Give a column of a cell on a day.

        Raises:
            InvalidValueError: It changes over time, and no day is given; or ``on`` is no day.
        """
        if on is not None:
            need_day("on", on)
        level = (self.cells.get(place) or self._fresh(place)).level(column, on)
        if level is None:
            raise InvalidValueError(both("ledger.day", account=place[0], resource=place[1]), place)
        return level

    def phase(self, transfer: str) -> Phase:
        """Tell where a transfer stands.

        Raises:
            UnknownIdError: There is no such transfer.
        """
        found = self.phases.get(transfer)
        if found is None:
            raise UnknownIdError(both("id.unknown", value=repr(transfer)), transfer)
        return found

    def standing(self, transfer: str, wanted: Phase) -> Transfer:
        """Give a transfer that stands where it must.

        Raises:
            IllegalEventError: It stands elsewhere.
        """
        phase = self.phase(transfer)
        if phase is not wanted:
            message = both("transfer.phase", transfer=transfer, phase=_words(phase), wanted=_words(wanted))
            raise IllegalEventError(message, transfer, phase)
        return self.transfers[transfer]

    def lapsed(self, transfer: Transfer, on: date) -> bool:
        """Tell whether the first day of a transfer, and the days of grace, have passed by a day."""
        return transfer.start is not None and (on - transfer.start).days > self.opening.grace

    def admit(self, transfer: Transfer) -> None:
        """Refuse what no account could give: a right that is not the giver's to grant, a unit that goes astray."""
        for place, start in transfer.grants:
            if self.level(place, HELD, start or date.min) < 1:
                raise IllegalEventError(both("token.decider", account=place[0], resource=place[1]), *place)
        for leg in transfer.legs:
            unit = self.units.get(leg.resource)
            if unit and not unit.allows(leg.giver, leg.taker):
                message = both("unit.way", resource=leg.resource, giver=leg.giver, taker=leg.taker)
                raise IllegalEventError(message, leg.resource, leg.giver, leg.taker)

    def reserve(self, transfer: Transfer) -> None:
        """Set aside what the givers give and what the takers have to have room for.

        Raises:
            IllegalEventError: A giver has too little left on some day, or a taker too little room; nothing is changed.
        """
        cells = self.cells
        moves = transfer.moves
        for move in moves:
            giver, taker, amount, start, end = move
            gives = cells.get(giver) or self.cell(giver)
            takes = cells.get(taker) or self.cell(taker)
            give = gives.give if gives.days is None else gives.can_give(start, end)
            full = takes.capped and takes.can_take(start, end) < amount
            if full or (give < amount and not gives.issues):
                done = next(n for n, one in enumerate(moves) if one is move)
                self.set_aside(moves[:done], -1)
                raise _refusal(transfer, transfer.legs[done], gives, takes)
            if start is None:
                gives.give -= amount
                if takes.capped:
                    takes.take -= amount
            else:
                gives.change(start, end, 0, -amount, 0)
                if takes.capped:
                    takes.change(start, end, 0, 0, -amount)

    def set_aside(self, moves: tuple[Move, ...], sign: int) -> None:
        """Reserve moves (1) or free them (-1), asking nothing."""
        for giver, taker, amount, start, end in moves if sign else ():
            change = -sign * amount
            gives, takes = self.cell(giver), self.cell(taker)
            if start is None:
                gives.give += change
                if takes.capped:
                    takes.take += change
            else:
                gives.change(start, end, 0, change, 0)
                if takes.capped:
                    takes.change(start, end, 0, 0, change)

    def post(self, moves: tuple[Move, ...], sign: int) -> None:
        """Move what is reserved (1), or move it back, so that it is reserved again (-1)."""
        cells = self.cells
        for giver, taker, amount, start, end in moves if sign else ():
            change = sign * amount
            gives, takes = cells[giver], cells[taker]
            if start is None:
                gives.held -= change
                if gives.capped:
                    gives.take += change
                takes.held += change
                takes.give += change
            else:
                gives.change(start, end, -change, 0, change if gives.capped else 0)
                takes.change(start, end, change, change, 0)

    def note(self, entry: Entry) -> None:
        """Write down what was just done."""
        page = self.page.add(self.done, entry)
        self.done = self.done + 1 if page is self.page else 1
        self.page = page

    def go_to(self, page: Page, done: int) -> None:
        """Undo and redo until what is done is what the first ``done`` entries of a page say."""
        forth: list[tuple[Page, int]] = []
        here, there, until = self.page, page, done
        while here is not there:
            if here.before is not None and here.first >= there.first:
                self._undo(here, self.done, 0)
                here, self.done = here.before, here.since
            elif there.before is not None:
                forth.append((there, until))
                there, until = there.before, there.since
        self._undo(here, self.done, until)
        for at, end in [(here, until), *reversed(forth)]:
            for number in range(self.done if at is here else 0, end):
                self.apply(at[number])
        self.page, self.done = page, done

    def apply(self, entry: Entry) -> None:
        """Do what an entry says, asking nothing."""
        for step, transfer in _steps(entry):
            self.set_aside(transfer.moves, step.reserves)
            self.post(transfer.moves, step.posts)
            self.transfers[transfer.id] = transfer
            self.phases[transfer.id] = step.after

    def _undo(self, page: Page, done: int, until: int) -> None:
        """Undo entries of a page, the last one first, until so many are done."""
        for number in range(done - 1, until - 1, -1):
            for step, transfer in _steps(page[number]):
                self.post(transfer.moves, -step.posts)
                self.set_aside(transfer.moves, -step.reserves)
                if step.before is None:
                    del self.transfers[transfer.id], self.phases[transfer.id]
                else:
                    self.phases[transfer.id] = step.before


def _words(phase: Phase) -> Text:
    key = f"phase.{phase.value}"
    return Text(zh=say(key, "zh"), en=say(key, "en"))


def _refusal(transfer: Transfer, leg: Leg, gives: Cell, takes: Cell) -> IllegalEventError:
    """Say what stands in the way of a leg: the giver has too little, or the taker no room."""
    period = Period(leg.start, leg.end)
    same = [
        one for one in transfer.legs if one.resource == leg.resource and period.overlaps(Period(one.start, one.end))
    ]
    left, room = gives.can_give(leg.start, leg.end), takes.can_take(leg.start, leg.end)
    given = sum(one.amount for one in same if one.giver == leg.giver)
    if left < given and not gives.issues:
        key, account, amount = "transfer.short", leg.giver, given
    else:
        key, account, left = "transfer.full", leg.taker, room
        amount = sum(one.amount for one in same if one.taker == leg.taker)
    message = both(key, account=account, resource=leg.resource, left=left, amount=amount)
    return IllegalEventError(message, account, leg.resource, left, amount)
