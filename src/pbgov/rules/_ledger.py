"""People, power and funds follow the task 人随事转、权随责转、费随事转: a ledger that conserves them.

A leg takes an amount from one account and gives the same amount to another, so an unbalanced transfer cannot
be written down. A transfer is reserved first, and started, rejected or, once started, reversed as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pbgov.base import Basis, Frame, FrozenMap, both, columns, need_day
from pbgov.errors import IllegalEventError, InvalidValueError
from pbgov.rules._account_cells import GIVE, HELD, TAKE, UNCAPPED
from pbgov.rules._accounts import Limit, Opening, OpenUnit
from pbgov.rules._books import RESERVED, STARTED, Books
from pbgov.rules._deeds import Deed, Expired, Rejected, Reversed, Started, Submitted
from pbgov.rules._log import EXPIRE, REJECT, REVERSE, START, SUBMIT, Entry, Stroke
from pbgov.rules._powers import Power
from pbgov.rules._tokens import WEAKEST_FIRST, Token
from pbgov.rules._transfers import Phase, Place, Transfer
from pbgov.rules._versions import Version


class Ledger(Version):
    """Who holds how much of what, and which transfers are under way.

    Two ledgers are equal if they opened alike and the same was done in the same order. An act gives a new ledger and
    leaves the old one as it was. To ask an old version costs the acts that lie between it and the version that was
    asked last; use the versions of one ledger from one thread at a time.

    Args:
        balances: What each (account, resource) holds at the opening.
        limits: Floors and caps 员额 of accounts; elsewhere the floor is 0, and there is no cap.
        units: What is issued and redeemed.
        grace: Days after its first day on which a reservation may still be started.

    Raises:
        InvalidValueError: A balance lies outside its limits; limits overlap; a power opens with two holders; issued
            units do not sum to zero.

    Examples:
        >>> ledger = Ledger(balances={("bureau", "staff"): 3})
        >>> ledger.total("staff")
        3
    """

    __slots__ = ()

    def __init__(
        self,
        balances: Mapping[Place, int] = FrozenMap(),
        *,
        limits: Iterable[Limit] = (),
        units: Iterable[OpenUnit] = (),
        grace: int = 0,
    ) -> None:
        """Open the books."""
        super().__init__(Books(Opening(balances=balances, limits=limits, units=units, grace=grace)))

    # acts

    def submit(self, transfer: Transfer, *, on: date | None = None) -> Ledger:
        """Reserve what the givers must give, and room for it at the takers.

        Raises:
            IllegalEventError: The identifier is taken; on some day a giver has too little left, or a taker would stand
                above its cap; a unit cannot go that way; a right is granted by one who does not decide.
        """
        books = self._at_hand()
        if not isinstance(transfer, Transfer):
            raise InvalidValueError(both("transfer.type", value=repr(transfer)), transfer)
        if on is not None:
            need_day("on", on)
        if transfer.id in books.phases:
            raise IllegalEventError(both("transfer.taken", transfer=transfer.id), transfer.id)
        if transfer.reverses is not None:
            message = both("transfer.linked", transfer=transfer.id, reverses=transfer.reverses)
            raise IllegalEventError(message, transfer.id, transfer.reverses)
        if transfer.grants or books.units:
            books.admit(transfer)
        books.reserve(transfer)
        name = transfer.id
        books.transfers[name] = transfer
        books.phases[name] = RESERVED
        return self._then(books, (SUBMIT, transfer, None, on))

    def start(self, transfer: str, *, on: date | None = None) -> Ledger:
        """Post a reserved transfer: everything moves at once, what is dated from its first day on.

        Raises:
            IllegalEventError: It is not reserved, or the day lies after its first day and the days of grace.
        """
        books = self._at_hand()
        if books.phases.get(transfer) is not RESERVED:
            books.standing(transfer, RESERVED)
        held = books.transfers[transfer]
        if on is not None:
            need_day("on", on)
            if books.lapsed(held, on):
                message = both("transfer.lapsed", transfer=transfer, start=held.start, grace=books.opening.grace, on=on)
                raise IllegalEventError(message, transfer, on)
        books.post(held.moves, 1)
        books.phases[transfer] = STARTED
        return self._then(books, (START, held, None, on))

    def reject(self, transfer: str, *, on: date | None = None) -> Ledger:
        """Give up a reserved transfer: nothing moves.

        Raises:
            IllegalEventError: It is not reserved.
        """
        return self._freed(REJECT, transfer, on)

    def expire(self, on: date) -> Ledger:
        """Give up every reservation whose first day, and the days of grace, have passed unstarted.

        Returns:
            The ledger without them; itself if there is none.
        """
        need_day("on", on)
        books = self._at_hand()
        reserved = [books.transfers[name] for name, phase in books.phases.items() if phase is RESERVED]
        ledger = self
        for transfer in reserved:
            if books.lapsed(transfer, on):
                ledger = ledger._freed(EXPIRE, transfer.id, on)
        return ledger

    def _freed(self, stroke: Stroke, transfer: str, on: date | None) -> Ledger:
        books = self._at_hand()
        if on is not None:
            need_day("on", on)
        held = books.standing(transfer, RESERVED)
        entry: Entry = (stroke, held, None, on)
        books.apply(entry)
        return self._then(books, entry)

    def _expired(self, transfer: str, on: date) -> Ledger:
        """Let one reservation expire, as a history says that it did."""
        books = self._at_hand()
        if not books.lapsed(books.standing(transfer, RESERVED), on):
            raise IllegalEventError(both("transfer.early", transfer=transfer, on=on), transfer, on)
        return self._freed(EXPIRE, transfer, on)

    def reverse(
        self, transfer: str, *, on: date | None = None, by: str | None = None, basis: Basis | None = None
    ) -> Ledger:
        """Book a started transfer back, by a new transfer that is linked to it.

        Args:
            transfer: The one to book back.
            on: The day; what was moved from a first day on comes back from this day on, or all of it if none is given.
            by: Identifier of the new transfer; by default that of the old one and ``:reversed``.
            basis: On what ground; by default that of the old one.

        Raises:
            IllegalEventError: It was not started, is a reversal itself, or is back by then; a taker no longer has what
                it got, or has reserved it; a giver has no room for it any more.
        """
        books = self._at_hand()
        if on is not None:
            need_day("on", on)
        held = books.standing(transfer, STARTED)
        if held.reverses is not None:
            message = both("transfer.reversal", transfer=transfer, reverses=held.reverses)
            raise IllegalEventError(message, transfer, held.reverses)
        name = f"{transfer}:reversed" if by is None else by
        if name in books.phases:
            raise IllegalEventError(both("transfer.taken", transfer=name), name)
        if on is not None and all(leg.end is not None and leg.end <= on for leg in held.legs):
            raise IllegalEventError(both("transfer.over", transfer=transfer, on=on), transfer, on)
        back = held.reversal(name, basis=held.basis if basis is None else basis, on=on)
        books.reserve(back)
        books.set_aside(back.moves, -1)
        entry: Entry = (REVERSE, held, back, on)
        books.apply(entry)
        return self._then(books, entry)

    def replay(self, deeds: Iterable[Deed]) -> Ledger:
        """Do a history again, from here.

        Raises:
            IllegalEventError: Something cannot be done.

        Examples:
            >>> from pbgov.base import Assumption, Text
            >>> from pbgov.rules import Leg, Transfer
            >>> leg = Leg(giver="bureau", taker="willow", resource="staff", amount=2)
            >>> two = Transfer(id="t1", legs=(leg,), basis=Assumption(Text(zh="示例", en="example")))
            >>> ledger = Ledger({("bureau", "staff"): 3}).submit(two).start("t1")
            >>> ledger.opening.replay(ledger.history) == ledger
            True
        """
        ledger = self
        for deed in deeds:
            ledger = ledger._repeated(deed)
        return ledger

    def _repeated(self, deed: Deed) -> Ledger:
        match deed:
            case Submitted(transfer, on):
                return self.submit(transfer, on=on)
            case Started(name, on):
                return self.start(name, on=on)
            case Rejected(name, on):
                return self.reject(name, on=on)
            case Reversed():
                return self.reverse(deed.id, on=deed.on, by=deed.by, basis=deed.basis)
            case _:
                return self._expired(deed.id, deed.on)

    # what is asked

    def balance(self, account: str, resource: str, *, on: date | None = None) -> int:
        """Give what an account holds of a resource on a day, reservations included.

        Raises:
            InvalidValueError: It changes over time, and no day is given.
        """
        return self._at_hand().level((account, resource), HELD, on)

    def available(self, account: str, resource: str, *, on: date | None = None) -> int:
        """Give what an account may still give on a day: what it holds, less its reservations and its floor.

        An issuer may give without end, and stands below zero here by what it has issued.

        Raises:
            InvalidValueError: It changes over time, and no day is given.
        """
        return self._at_hand().level((account, resource), GIVE, on)

    def room(self, account: str, resource: str, *, on: date | None = None) -> int | None:
        """Give what an account may still take on a day, vacant posts 空编 for one; ``None`` where there is no cap.

        Raises:
            InvalidValueError: It changes over time, and no day is given.
        """
        room = self._at_hand().level((account, resource), TAKE, on)
        return None if room > UNCAPPED // 2 else room

    def balances(self, on: date | None = None) -> FrozenMap[Place, int]:
        """Give what every (account, resource) holds on a day, in order, those that hold nothing left out.

        Raises:
            InvalidValueError: Something changes over time, and no day is given.
        """
        books = self._at_hand()
        held = ((place, books.level(place, HELD, on)) for place in sorted(books.cells))
        return FrozenMap({place: amount for place, amount in held if amount})

    def total(self, resource: str, *, on: date | None = None) -> int:
        """Give what all accounts together hold of a resource: no act changes it, and it is the same on every day."""
        books = self._at_hand()
        day = date.min if on is None else on
        return sum(books.level(place, HELD, day) for place in books.cells if place[1] == resource)

    def decider(self, matter: str, *, on: date | None = None) -> str | None:
        """Name the account that decides a matter on a day; ``None`` when none does."""
        token = Token(matter, Power.DECIDE).resource
        books = self._at_hand()
        places = (place for place in books.cells if place[1] == token)
        return next((place[0] for place in places if books.level(place, HELD, on)), None)

    def holds(self, account: str, power: Token, *, on: date | None = None) -> bool:
        """Tell whether an account holds a power on a day, or a stronger one over the same matter.

        Raises:
            InvalidValueError: That changes over time, and no day is given.
        """
        enough = (Token(power.matter, strength) for strength in WEAKEST_FIRST if strength >= power.strength)
        return any(self.balance(account, held.resource, on=on) > 0 for held in enough)

    def phase(self, transfer: str) -> Phase:
        """Tell where a transfer stands.

        Raises:
            UnknownIdError: There is no such transfer.
        """
        return self._at_hand().phase(transfer)

    @property
    def transfers(self) -> FrozenMap[str, tuple[Transfer, Phase]]:
        """Every transfer and where it stands, in the order they came in."""
        books = self._at_hand()
        return FrozenMap({name: (books.transfers[name], phase) for name, phase in books.phases.items()})

    @property
    def limits(self) -> tuple[Limit, ...]:
        """The floors and caps of its accounts."""
        return self._books.opening.limits

    @property
    def units(self) -> tuple[OpenUnit, ...]:
        """What is issued and redeemed on it."""
        return self._books.opening.units

    @property
    def grace(self) -> int:
        """Days after its first day on which a reservation may still be started."""
        return self._books.opening.grace

    @property
    def opening(self) -> Ledger:
        """The ledger as it opened."""
        return self._reopened(self._books.opening, ())

    @property
    def history(self) -> tuple[Deed, ...]:
        """Everything that was done, in order."""
        return tuple(_told(*entry) for entry in self._log())

    def to_columns(self, on: date | None = None) -> Frame:
        """Give one row an account and resource: what it holds on a day, what it may still give, and what it may take.

        Raises:
            InvalidValueError: Something changes over time, and no day is given.
        """
        return columns(
            self.balances(on),
            {
                "account": lambda place: place[0],
                "resource": lambda place: place[1],
                "balance": lambda place: self.balance(*place, on=on),
                "available": lambda place: self.available(*place, on=on),
                "room": lambda place: self.room(*place, on=on),
            },
        )

    def transfers_to_columns(self) -> Frame:
        """Give one row a leg of a transfer, in the order they came in: who gives what to whom, and where it stands."""
        legs = [(held, phase, leg) for held, phase in self.transfers.values() for leg in held.legs]
        return columns(
            legs,
            {
                "transfer": lambda row: row[0].id,
                "phase": lambda row: row[1],
                "giver": lambda row: row[2].giver,
                "taker": lambda row: row[2].taker,
                "resource": lambda row: row[2].resource,
                "amount": lambda row: row[2].amount,
                "start": lambda row: row[2].start,
                "end": lambda row: row[2].end,
                "reverses": lambda row: row[0].reverses,
                "basis_zh": lambda row: row[0].basis.in_("zh"),
                "basis_en": lambda row: row[0].basis.in_("en"),
            },
        )

    def __repr__(self) -> str:
        """Show how many transfers there are."""
        return f"<Ledger of {len(self._at_hand().phases)} transfers>"


def _told(stroke: Stroke, transfer: Transfer, back: Transfer | None, on: date | None) -> Deed:
    """Give an entry of the books as a deed."""
    if back is not None:
        return Reversed(id=transfer.id, by=back.id, basis=back.basis, on=on)
    if stroke == SUBMIT:
        return Submitted(transfer, on)
    if stroke == EXPIRE and on is not None:
        return Expired(transfer.id, on)
    return Started(transfer.id, on) if stroke == START else Rejected(transfer.id, on)
