"""Tasks in force, and whether they were admitted first 社区事务准入, as far as the record tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property

import attrs

from pbgov.base import Row, Verdict
from pbgov.model._duties import Listed, after, listed
from pbgov.model._jurisdiction import Jurisdiction
from pbgov.model._records import Event
from pbgov.org import OrgGraph
from pbgov.rules import DutyItem


@attrs.frozen(kw_only=True)
class Task:
    """Something a unit has to do: an item of a list, or a duty handed down outside all lists.

    Attributes:
        id: The row that says so.
        code: What tells it from other tasks.
        category: What sort of duty.
        holder: The unit whose list it stands on, or to which it was handed down.
        start: First day; ``None`` when it lies before all records.
        level: The level of those who do it; ``None`` when nobody knows.
        role: ``"responsible"`` or ``"assisting"``.
        owner: Who owns it; ``None`` when nobody is named.
        name: Its title.
    """

    id: str
    code: str
    category: str
    holder: str
    start: date | None
    level: str | None
    role: str = "responsible"
    owner: str | None
    name: str = ""

    @property
    def names(self) -> frozenset[str]:
        """What approvals and withdrawals may name it by."""
        return frozenset({self.id, self.code})


class Register:
    """What the record says on one day about lists, tasks, approvals and withdrawals, indexed once.

    Args:
        place: The record.
        on: The day; what is dated later is not yet known.
    """

    def __init__(self, place: Jurisdiction, on: date) -> None:
        """Index nothing yet."""
        self.place = place
        self.on = on
        self._chains: dict[str, tuple[str, ...]] = {}
        self._wholes: dict[tuple[str, ...], bool] = {}

    def chain(self, unit: str) -> tuple[str, ...]:
        """Give a unit and those above it on the day; nothing where it is not in force."""
        if unit not in self._chains:
            self._chains[unit] = self._org.chain(unit) if unit in self._org.units else ()
        return self._chains[unit]

    @cached_property
    def _org(self) -> OrgGraph:
        return self.place.org.on(self.on)

    @cached_property
    def _listed(self) -> Mapping[str, list[Listed]]:
        found: defaultdict[str, list[Listed]] = defaultdict(list)
        for one in listed(self.place, on=self.on):
            found[one.item.code].append(one)
        return found

    def listed_as(self, code: str) -> list[Listed]:
        """Give the items in force that have a code, on lists of any kind."""
        return self._listed.get(code, [])

    @cached_property
    def negative(self) -> tuple[Listed, ...]:
        """Every item in force of a negative list."""
        return listed(self.place, "negative_list", on=self.on)

    def whole(self, *kinds: str) -> bool:
        """Tell whether the record claims to hold all lists of some kinds on the day, and what stands on them."""
        if kinds not in self._wholes:
            day, until = self.on, after(self.on)
            none = not any(row.kind in kinds for row in self.place.lists.on(day))
            self._wholes[kinds] = self.place.recorded_throughout("lists", day, until, kinds) and (
                none or self.place.recorded_throughout("entries", day, until)
            )
        return self._wholes[kinds]

    @cached_property
    def _approvals(self) -> Mapping[str | None, list[Event]]:
        return self._by_agenda("admission_approved")

    @cached_property
    def _withdrawals(self) -> Mapping[str | None, list[Event]]:
        return self._by_agenda("work_item_withdrawn")

    def _by_agenda(self, kind: str) -> Mapping[str | None, list[Event]]:
        """Give the events of a kind so far by the codes of their agenda; under ``None`` those without one."""
        found: defaultdict[str | None, list[Event]] = defaultdict(list)
        for event in self.place.events.values():
            if event.kind == kind and event.date <= self.on:
                for code in (None,) if event.agenda is None else event.agenda:
                    found[code].append(event)
        return found

    @cached_property
    def _category_of(self) -> Mapping[str, str]:
        return {item.matter: item.category for item in self.place.entries.values() if item.matter is not None}

    def tasks_of(self, row: Row) -> tuple[Task, ...]:
        """Give the tasks a row brings: an item one, an event that hands duties down one for each code of its agenda."""
        if isinstance(row, DutyItem) and row.list in self.place.lists:
            return (self._of_item(Listed(row, self.place.lists[row.list])),)
        if isinstance(row, Event):
            return tuple(self._handed_down(row, code) for code in row.agenda or (row.id,))
        return ()

    def _of_item(self, one: Listed) -> Task:
        """An item runs from its own first day, or, where it has none, from that of its list."""
        holder = one.on_list.owner
        return Task(
            id=one.item.id,
            code=one.item.code,
            category=one.item.category,
            holder=holder,
            start=one.item.start or one.on_list.start,
            level="community" if one.on_list.kind == "work_item_list" else self._level(holder),
            role=one.role,
            owner=one.owner,
            name=one.item.name,
        )

    def _handed_down(self, event: Event, code: str) -> Task:
        """A duty handed down is of the category that some list gives it, or of its own."""
        category = self._category_of.get(code, code)
        taker = event.subject
        return Task(
            id=event.id,
            code=code,
            category=category,
            holder=taker,
            start=event.date,
            level=self._level(taker),
            owner=taker,
        )

    def _level(self, unit: str) -> str | None:
        return self.place.units[unit].level if unit in self.place.units else None

    def tasks(self) -> Iterator[Task]:
        """Yield the tasks in force: all work items, then what was handed down, is on no list and not withdrawn."""
        items = [self._of_item(one) for one in listed(self.place, "work_item_list", on=self.on)]
        yield from items
        listing = {(task.holder, task.code) for task in items}
        for event in self.place.events.values():
            if event.kind == "duty_handed_down" and event.date <= self.on:
                for task in self.tasks_of(event):
                    on_a_list = any((unit, task.code) in listing for unit in self.chain(task.holder))
                    if not on_a_list and not self.withdrawn(task):
                        yield task

    def stood_on_a_list(self, task: Task) -> bool:
        """Tell whether a duty stood on a work-item list for its holder on the day it began: then it was no new one."""
        day = task.start or date.min
        return any(
            one.item.in_force(day) and one.on_list.in_force(day) and one.on_list.owner in self.chain(task.holder)
            for one in self._work_items.get(task.code, ())
        )

    @cached_property
    def _work_items(self) -> Mapping[str, list[Listed]]:
        """Give the items that ever stood on a work-item list, by their codes."""
        found: defaultdict[str, list[Listed]] = defaultdict(list)
        for item in self.place.entries.values():
            if item.list in self.place.lists and self.place.lists[item.list].kind == "work_item_list":
                found[item.code].append(Listed(item, self.place.lists[item.list]))
        return found

    def withdrawn(self, task: Task) -> bool:
        """Tell whether a task was withdrawn 清理 after it began, by its holder or a unit above."""
        above = {task.holder, *self.chain(task.holder)}
        return any(
            event.subject in above and (task.start or date.min) <= event.date
            for name in task.names
            for event in self._withdrawals.get(name, ())
        )

    def admission(self, task: Task, organs: Collection[str], approvers: int) -> Verdict:
        """Tell whether a task was admitted on or before its start, by enough organs of the county-level unit above it.

        An approval is an event of kind ``"admission_approved"``: its subject is the organ, a unit of one of the kinds
        ``organs`` whose parent is that county-level unit, and its agenda names the task.

        Args:
            task: The task.
            organs: The kinds of organs whose approval counts.
            approvers: How many different ones must approve.

        Returns:
            MET or BREACHED; UNKNOWN where the record is silent about the start, the county-level unit or what was
            approved, and what is missing could change the answer.
        """
        counties = {unit for unit in self.chain(task.holder) if self.place.units[unit].level == "county"}
        named = {self._organ(event, counties, task) for name in task.names for event in self._approvals.get(name, ())}
        vague = {self._organ(event, counties, task) for event in self._approvals.get(None, ())}
        counting = frozenset(organs)
        if task.start is not None and len(named & counting) >= approvers:
            return Verdict.MET
        last = self.on if task.start is None else task.start
        whole = self.place.recorded_throughout("events", date.min, after(last), ("admission_approved",))
        open_ = not whole or not counties or len((named | vague) & counting) >= approvers
        return Verdict.UNKNOWN if open_ else Verdict.BREACHED

    def _organ(self, event: Event, counties: Collection[str], task: Task) -> str:
        """Give the kind of organ that approved; nothing where it is of another unit, or approved too late."""
        organ = self.place.units.get(event.subject)
        late = task.start is not None and event.date > task.start
        return "" if organ is None or organ.parent not in counties or late else organ.kind
