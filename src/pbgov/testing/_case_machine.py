"""A machine that walks somebody's own system for cases beside a lifecycle, and tells where the two part."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Protocol

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from pbgov.base import both
from pbgov.rules import Act, Figures, History, Lifecycle
from pbgov.testing._base import days
from pbgov.testing._lifecycles import next_acts, tries


class CaseAdapter(Protocol):
    """What the machine asks of a system under test."""

    def start(self, process: str, on: date) -> None:
        """Begin one case on a day."""
        ...

    def act(self, act: Act) -> bool:
        """Try an act; tell whether the system took it."""
        ...

    def state(self) -> str:
        """Name the state the case is in, as the lifecycle names it."""
        ...


class CaseMachine(RuleBasedStateMachine):
    """Walks a system and a lifecycle side by side: both must take the same acts and come to the same states.

    Derive a class, name the lifecycle and the adapter, and let Hypothesis run its ``TestCase``::

        class Walk(CaseMachine):
            lifecycle = CASE
            adapter = MyAdapter

        TestWalk = Walk.TestCase

    Attributes:
        lifecycle: The table.
        adapter: The class of adapters to the system under test; each walk makes one.
        pack: Who knows the figures that conditions and limits name; what nobody knows is no yes.
    """

    lifecycle: ClassVar[Lifecycle]
    adapter: ClassVar[type[CaseAdapter]]
    pack: ClassVar[Figures | None] = None

    def __init__(self) -> None:
        """Begin nothing yet."""
        super().__init__()
        self.history: History | None = None
        self.system: CaseAdapter = self.adapter()

    @initialize(on=days())
    def begin(self, on: date) -> None:
        """Begin in both."""
        self.history = History(lifecycle=self.lifecycle, id="case", start=on)
        self.system.start("case", on)

    @property
    def so_far(self) -> History:
        """What was done."""
        if self.history is None:
            raise AssertionError(both("machine.start"))
        return self.history

    @precondition(lambda self: self.history is not None and not self.history.ended)
    @rule(data=st.data())
    def may(self, data: st.DataObject) -> None:
        """Do what may be done, if anything was found."""
        following = next_acts(self.so_far, pack=self.pack, lasting=data.draw(st.integers(0, 7)) > 0)
        if not following.is_empty:
            self.offer(data.draw(following))

    @precondition(lambda self: self.history is not None)
    @rule(data=st.data())
    def may_or_may_not(self, data: st.DataObject) -> None:
        """Try anything, as often as not something that the table has here."""
        near = [step.act for step in self.lifecycle.leaving(self.so_far.state)]
        every = st.sampled_from(tuple(self.lifecycle.acts))
        self.offer(data.draw(tries(self.so_far, st.sampled_from(near) | every if near else every)))

    @precondition(lambda self: self.history is not None and not self.history.ended)
    @rule(data=st.data())
    def skip(self, data: st.DataObject) -> None:
        """Try what may be done right after something that was not done."""
        following = next_acts(self.so_far, pack=self.pack)
        if not following.is_empty:
            after = next_acts(self.so_far.then(data.draw(following), self.pack), pack=self.pack)
            if not after.is_empty:
                self.offer(data.draw(after))

    def offer(self, act: Act) -> None:
        """Offer an act to both."""
        no = self.so_far.refusal(act, self.pack)
        taken = self.system.act(act)
        if taken is not (no is None):
            key = "machine.refused" if no is None else "machine.taken"
            raise AssertionError(both(key, act=act.kind, state=self.so_far.state, given=repr(act), why=no or ""))
        if no is None:
            self.history = self.so_far.then(act, self.pack)

    @invariant()
    def agree(self) -> None:
        """Ask both for the state."""
        if self.history is not None and self.system.state() != self.history.state:
            raise AssertionError(both("machine.state", found=self.system.state(), state=self.history.state))
