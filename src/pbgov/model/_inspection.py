"""Self-inspection 自查自纠: which tasks are in force that should not be, by category, and why."""

from __future__ import annotations

from collections import Counter
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from pbgov.base import FrozenMap, Json, Lang, Text, Verdict, both, need_day, need_lang, say, term
from pbgov.errors import InvalidValueError
from pbgov.model._admission import Register, Task
from pbgov.model._duties import OWNING, Listed, after
from pbgov.model._jurisdiction import Jurisdiction
from pbgov.rules import ResolvedPack, RulePack

_BANS: Final = MappingProxyType({"community": "community.forbidden", "township": "subdistrict.forbidden"})


class Check(StrEnum):
    """What is asked of each task."""

    ADMITTED = "admitted"
    PERMITTED = "permitted"
    OFF_NEGATIVE_LIST = "off_negative_list"
    NOT_REMOVED = "not_removed"
    OWNED = "owned"
    OWNED_ONCE = "owned_once"

    @property
    def fault(self) -> Text:
        """What is wrong where it fails."""
        key = f"inspection.{self.value}"
        return Text(zh=say(key, "zh"), en=say(key, "en"))


@attrs.frozen(kw_only=True)
class Inspected:
    """One task, and the verdict of each check; NOT_APPLICABLE where the pack has no figure to check by."""

    task: Task
    verdicts: FrozenMap[Check, Verdict]

    @property
    def wrong(self) -> tuple[Check, ...]:
        """The checks it fails."""
        return self._having(Verdict.BREACHED)

    @property
    def open(self) -> tuple[Check, ...]:
        """The checks that the record does not decide."""
        return self._having(Verdict.UNKNOWN)

    def _having(self, verdict: Verdict) -> tuple[Check, ...]:
        return tuple(check for check, found in self.verdicts.items() if found is verdict)

    def in_(self, lang: Lang) -> str:
        """Say which task it is and what is wrong with it."""
        task, mark = self.task, "、" if lang == "zh" else ", "
        wrong = mark.join(check.fault.in_(lang) for check in self.wrong) or "-"
        category = term(task.category)
        return say(
            "inspection.task", lang, task=task.name or task.code, category=category, holder=task.holder, wrong=wrong
        )


@attrs.frozen(kw_only=True)
class Inspection:
    """The outcome of a self-inspection.

    Attributes:
        on: The day.
        tasks: Every task in force with its verdicts; items of lists first.
    """

    on: date
    tasks: tuple[Inspected, ...]

    @property
    def flagged(self) -> tuple[Inspected, ...]:
        """The tasks that fail a check: to be withdrawn 清理, or admitted, or given an owner."""
        return tuple(one for one in self.tasks if one.wrong)

    @property
    def open(self) -> tuple[Inspected, ...]:
        """The tasks that fail none and leave one open."""
        return tuple(one for one in self.tasks if one.open and not one.wrong)

    @property
    def by_category(self) -> FrozenMap[str, int]:
        """How many are flagged, by category; the most first, then in the order of codes."""
        counts = Counter(one.task.category for one in self.flagged)
        return FrozenMap(dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))))

    def count(self, check: Check, verdict: Verdict = Verdict.BREACHED) -> int:
        """Count the tasks for which a check gave a verdict."""
        return sum(1 for one in self.tasks if one.verdicts[check] is verdict)

    def to_columns(self) -> dict[str, list[Json]]:
        """Give one column a cell of the task and one a check, as data frames take them."""
        columns: dict[str, list[Json]] = {
            "task": [one.task.id for one in self.tasks],
            "code": [one.task.code for one in self.tasks],
            "category": [one.task.category for one in self.tasks],
            "holder": [one.task.holder for one in self.tasks],
            "start": [one.task.start.isoformat() if one.task.start else None for one in self.tasks],
            "flagged": [bool(one.wrong) for one in self.tasks],
        }
        for check in Check:
            columns[check.value] = [one.verdicts[check].value for one in self.tasks]
        return columns

    def explain(self, lang: Lang = "en") -> str:
        """Say how many tasks are flagged, of which categories, why, and what the record leaves open."""
        need_lang(lang)
        numbers = {"tasks": len(self.tasks), "flagged": len(self.flagged), "open": len(self.open)}
        lines = [say("inspection.head", lang, on=self.on, **numbers)]
        by_category = self.by_category.items()
        lines += [say("inspection.counted", lang, what=term(code), n=n) for code, n in by_category]
        for check in Check:
            if n := self.count(check):
                lines.append(say("inspection.counted", lang, what=check.fault, n=n))
        for check in Check:
            if n := self.count(check, Verdict.UNKNOWN):
                lines.append(say("inspection.open", lang, check=check.fault, n=n))
        return "\n".join(lines)


def inspect(place: Jurisdiction, pack: RulePack, *, on: date) -> Inspection:
    """Inspect the tasks in force on a day: what was never admitted, is banned, was removed, or has not one owner.

    Tasks are the items of work-item lists in force, and what events of kind ``"duty_handed_down"`` handed down that is
    on no list. Each is asked: was it admitted on or before its start, by as many organs as ``admission.approvers``
    says, of the kinds ``admission.organs`` lists? Is its category one of ``community.forbidden`` (for subdistricts
    ``subdistrict.forbidden``), and its holder responsible? Is it on a negative list? Was it taken back by a department
    or withdrawn, and is in force all the same? Is it owned by nobody, or by two?

    Args:
        place: The record.
        pack: Gives the figures; a check without its figure is NOT_APPLICABLE.
        on: The day.

    Raises:
        InvalidValueError: ``on`` is no day, or the pack is none.
    """
    need_day("on", on)
    if not isinstance(pack, RulePack):
        raise InvalidValueError(both("judge.pack", value=repr(pack)), pack)
    register, figures = Register(place, on), pack.at(on)
    return Inspection(
        on=on,
        tasks=tuple(Inspected(task=task, verdicts=_verdicts(register, figures, task)) for task in register.tasks()),
    )


def _verdicts(register: Register, figures: ResolvedPack, task: Task) -> FrozenMap[Check, Verdict]:
    owners = _owners(register, task)
    whole = register.whole(*OWNING)
    return FrozenMap(
        {
            Check.ADMITTED: _admitted(register, figures, task),
            Check.PERMITTED: _permitted(figures, task),
            Check.OFF_NEGATIVE_LIST: _off_negative_list(register, task),
            Check.NOT_REMOVED: _not_removed(register, task),
            Check.OWNED: _answer(wrong=not owners and whole, sure=bool(owners)),
            Check.OWNED_ONCE: _answer(wrong=len(owners) > 1, sure=whole),
        }
    )


def _answer(*, wrong: bool, sure: bool) -> Verdict:
    return Verdict.BREACHED if wrong else Verdict.MET if sure else Verdict.UNKNOWN


def _admitted(register: Register, figures: ResolvedPack, task: Task) -> Verdict:
    names = ("admission.organs", "admission.approvers")
    if not all(_has(figures, name) for name in names):
        return Verdict.NOT_APPLICABLE
    organs, approvers = (figures.figure(name) for name in names)
    if not isinstance(organs, tuple) or not isinstance(approvers, int):
        return Verdict.UNKNOWN
    return register.admission(task, organs, approvers)


def _permitted(figures: ResolvedPack, task: Task) -> Verdict:
    """Assisting is not banned; only being responsible is."""
    name = _BANS.get(task.level or "", "")
    if not _has(figures, name):
        return Verdict.NOT_APPLICABLE
    banned = figures.figure(name)
    if not isinstance(banned, tuple):
        return Verdict.UNKNOWN
    return _answer(wrong=task.category in banned and task.role == "responsible", sure=True)


def _has(figures: ResolvedPack, name: str) -> bool:
    return any(parameter.id == name for parameter in figures.pack.parameters)


def _off_negative_list(register: Register, task: Task) -> Verdict:
    """A negative list bans a matter, or, where its item has no matter, a whole category."""
    above = register.chain(task.holder)
    wrong = any(_bans(one, task) for one in register.negative if one.on_list.owner in above)
    return _answer(wrong=wrong, sure=register.whole("negative_list"))


def _bans(one: Listed, task: Task) -> bool:
    return one.item.code == task.code or (one.item.matter is None and one.item.category == task.category)


def _not_removed(register: Register, task: Task) -> Verdict:
    taken_back = any(
        one.on_list.kind == "taken_back_list" and _concerns(register, one.on_list.owner, task.holder)
        for one in register.listed_as(task.code)
    )
    first = task.start or date.min
    claimed = register.place.recorded_throughout("events", first, after(register.on), ("work_item_withdrawn",))
    sure = claimed and register.whole("taken_back_list")
    return _answer(wrong=taken_back or register.withdrawn(task), sure=sure)


def _owners(register: Register, task: Task) -> frozenset[str]:
    """Give who owns the matter of a task, for its holder: as the task says, and as other lists in force say."""
    others = {
        one.owner
        for one in register.listed_as(task.code)
        if one.on_list.kind in OWNING and _concerns(register, one.on_list.owner, task.holder)
    }
    return frozenset(owner for owner in (task.owner, *others) if owner is not None)


def _concerns(register: Register, owner: str, holder: str) -> bool:
    """Tell whether a list of one unit concerns another: one stands under the other, or a department serves it."""
    above = register.chain(holder)
    department = register.place.units.get(owner)
    serving = department is not None and department.level is None and department.parent in above
    return owner in above or holder in register.chain(owner) or serving
