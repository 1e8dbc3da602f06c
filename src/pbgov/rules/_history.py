"""Histories: what was done so far in one process, and what may follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from pbgov.base import Frame, FrozenMap, both, check_id, columns_of, need_day
from pbgov.errors import IllegalEventError, InvalidValueError, UnknownIdError
from pbgov.rules._acts import NOTHING, Act, Figures, Refusal
from pbgov.rules._expr import Value
from pbgov.rules._lifecycle import Lifecycle, listing
from pbgov.rules._standing import Due, Standing, advance, begin, dues, possible, refusal


def _replayed(history: History) -> Standing:
    """Find where the acts given lead, one after the other."""
    if not isinstance(history.lifecycle, Lifecycle):
        raise InvalidValueError(both("lifecycle.none", value=repr(history.lifecycle)), history.lifecycle)
    if history.start is not None:
        need_day("start", history.start)
    now = begin(history.lifecycle, history.start)
    for act in history.acts:
        now = _after(history, now, act, None)
    return now


def _after(history: History, now: Standing, act: Act, pack: Figures | None) -> Standing:
    lifecycle = history.lifecycle
    no = refusal(lifecycle, now, act, pack)
    step = lifecycle.step(now.state, act.kind)
    if no is None and step is not None:
        return advance(lifecycle, now, act, step.to)
    following = possible(lifecycle, now, NOTHING, pack, perhaps=True)
    message = both(
        "lifecycle.illegal",
        id=history.id,
        state=lifecycle.states[now.state],
        act=lifecycle.acts.get(act.kind, act.kind),
        why=no,
        possible=listing(lifecycle.acts[one] for one in following),
    )
    if no is not None and no.reason == "unknown":
        raise UnknownIdError(message, act.kind)
    raise IllegalEventError(message, history.id, now.state, act.kind, no)


@attrs.frozen(kw_only=True)
class History:
    """What was done in one case, project, membership …: a lifecycle and the acts so far, each a legal step.

    Attributes:
        lifecycle: The table.
        id: Identifier of the process.
        start: The day on which it began; ``None`` when nobody said.
        acts: What was done, in order. Given at once they are walked one by one, without any figure of a pack.

    Raises:
        IllegalEventError: An act cannot follow those before it.
        UnknownIdError: There is no such act.
        InvalidValueError: The lifecycle is none, the identifier is malformed or ``start`` is no day.

    Examples:
        >>> from pbgov.packs import CASE
        >>> case = History(lifecycle=CASE, id="case-1", start=date(2021, 3, 1))
        >>> case = case.after("accept", on=date(2021, 3, 1), by="willow")
        >>> case.state, case.owner, case.possible()
        ('accepted', 'willow', ('handle_directly',))
    """

    lifecycle: Lifecycle
    id: str = attrs.field(validator=check_id)
    start: date | None = None
    acts: tuple[Act, ...] = attrs.field(default=(), converter=tuple[Act, ...])
    _now: Standing = attrs.field(
        default=attrs.Factory(_replayed, takes_self=True), eq=False, repr=False, alias="standing"
    )

    @property
    def state(self) -> str:
        """The state it is in."""
        return self._now.state

    @property
    def since(self) -> date | None:
        """The day on which it entered that state; ``None`` when nobody said when it began."""
        return self._now.entered

    @property
    def owner(self) -> str | None:
        """Who is accountable, from the first contact to the end 首接负责."""
        return self._now.owner

    @property
    def handler(self) -> str | None:
        """Who has it in hand: who took it over last, or else who is accountable."""
        return self._now.handler

    @property
    def open(self) -> tuple[str, ...]:
        """Who has a part of it that is not done."""
        return self._now.open

    @property
    def facts(self) -> FrozenMap[str, Value]:
        """What the acts made known, each fact as it was said last."""
        return FrozenMap(self._now.facts)

    @property
    def ended(self) -> bool:
        """Whether it is in a state in which it has ended."""
        return self.state in self.lifecycle.finals

    def after(
        self,
        kind: str,
        *,
        on: date,
        by: str | None = None,
        role: str | None = None,
        to: str | None = None,
        facts: Mapping[str, Value] = NOTHING,
        pack: Figures | None = None,
    ) -> History:
        """Give the history with one more act.

        Args:
            kind: The act.
            on: The day, not before the last one.
            by: Who acts.
            role: As what.
            to: Who takes over.
            facts: What the act makes known; its conditions weigh this alone.
            pack: Who knows the figures that conditions and limits name, such as ``pack.at(on)``.

        Raises:
            IllegalEventError: It cannot happen now; the message says why and what can. What is not known is no yes.
            UnknownIdError: There is no such act.
        """
        return self.then(Act(kind=kind, on=on, by=by, role=role, to=to, facts=_known(facts)), pack)

    def then(self, act: Act, pack: Figures | None = None) -> History:
        """Give the history with one more act, given as a value; see ``after``."""
        now = _after(self, self._now, act, pack)
        return History(lifecycle=self.lifecycle, id=self.id, start=self.start, acts=(*self.acts, act), standing=now)

    def refusal(self, act: Act, pack: Figures | None = None) -> Refusal | None:
        """Say why an act cannot happen now; ``None`` when it can."""
        return refusal(self.lifecycle, self._now, act, pack)

    def possible(
        self, facts: Mapping[str, Value] = NOTHING, *, on: date | None = None, pack: Figures | None = None
    ) -> tuple[str, ...]:
        """Name the acts that may happen now, by somebody, in the order of the table.

        Args:
            facts: What the act would make known.
            on: The day; without one, acts that must still wait are named too.
            pack: Who knows the figures.
        """
        return possible(self.lifecycle, self._now, facts, pack, on)

    def to_columns(self) -> Frame:
        """Give one row an act: what was done, by whom and when; facts as ``name=value``."""
        return columns_of(self.acts, Act)

    def due(self, pack: Figures | None = None) -> tuple[Due, ...]:
        """Give the acts that must follow by a day; where its day is ``None``, the limit is not known."""
        return dues(self.lifecycle, self._now, pack)

    def overdue(self, on: date, pack: Figures | None = None) -> tuple[Due, ...]:
        """Give the acts whose last day lies before ``on``; a limit that is not known makes nothing overdue."""
        need_day("on", on)
        return tuple(one for one in self.due(pack) if one.day is not None and one.day < on)


def _known(facts: Mapping[str, Value]) -> FrozenMap[str, Value]:
    return facts if isinstance(facts, FrozenMap) else FrozenMap(facts)
